"""Telling what a file is, and refusing what it is not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importing.reading import read_log
from tracker.errors import InvalidTime, TrackerError, UnknownFormat, UnreadableFile
from tracker.load import Unit

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n"
)
STRONG = (FIXTURES / "strong-s1.csv").read_bytes()
HEVY = (FIXTURES / "hevy-kg.csv").read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"SQLite format 3\x00rest", "a SQLite database"),
        (b"PK\x03\x04rest", "a zip archive or a spreadsheet"),
        (b"Date,\x00Workout", "not a text file"),
        (STRONG.decode().encode("utf-16"), "UTF-16"),
        (STRONG.replace(b"slept well", b"ausgeschlafen \xfc"), "not in UTF-8"),
        (STRONG[: STRONG.index(b"slept") + 3], "ends inside the quoted text"),
        (HEVY[: HEVY.index(b"elbows") + 3], "ends inside the quoted text"),
        (b"name,age\nAnn,40\n", "its first line reads “name, age”"),
        (b"just some words", "its first line reads"),
        (STRONG.splitlines()[0], "a header and no rows"),
        (STRONG.splitlines()[0] + b"\nnot,enough", "No row of .* could be read: line 2"),
    ],
)
def test_what_is_no_export_is_refused_with_what_was_read(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        read_log(content, "log.csv", unit=Unit.KG)


def test_the_line_that_is_not_utf_8_is_named() -> None:
    broken = STRONG.replace(b"slept well", b"ausgeschlafen \xfc")
    with pytest.raises(UnreadableFile, match="0xfc on line 2"):
        read_log(broken, unit=Unit.KG)


def test_a_byte_order_mark_does_not_matter() -> None:
    plain = read_log(STRONG, unit=Unit.KG)
    assert read_log(b"\xef\xbb\xbf" + STRONG, unit=Unit.KG) == plain


def test_windows_line_ends_do_not_matter() -> None:
    assert read_log(STRONG.replace(b"\n", b"\r\n"), unit=Unit.KG) == read_log(STRONG, unit=Unit.KG)


def test_a_copy_saved_with_semicolons_reads_the_same() -> None:
    row = "Row,1,20,8,0,0,,".replace(",", ";")
    head = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Reps;Distance;Seconds;Notes;Workout Notes"
    )
    log = read_log(f"{head}\n2025-01-02 10:00:00;A;{row}\n".encode(), unit=Unit.KG)
    assert (log.rows, log.sets) == (1, 1)


def test_a_file_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        read_log(FIXTURES / "nothing.csv")


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="excel"):
        read_log(STRONG, format="excel")


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidTime, match="Mars/Olympus"):
        read_log(STRONG, unit=Unit.KG, zone="Mars/Olympus")


@pytest.mark.parametrize(("content", "format"), [(STRONG, "hevy"), (HEVY, "strong")])
def test_a_stated_format_is_not_overruled(content: bytes, format: str) -> None:
    with pytest.raises(UnreadableFile, match=f"not a {format.capitalize()} export"):
        read_log(content, format=format, unit=Unit.KG)


def test_months_and_days_in_numbers_are_told_apart_by_the_whole_file() -> None:
    rows = ["3/4/2024 15:04,A,Row,1,20,8,0,0,,\n", "11/18/2024 15:04,B,Row,1,20,8,0,0,,\n"]
    log = read_log((HEAD + "".join(rows)).encode(), unit=Unit.KG)
    assert [one.key for one in log.sessions] == [
        "strong 2024-03-04 15:04:00",
        "strong 2024-11-18 15:04:00",
    ]
    with pytest.raises(UnreadableFile, match="day and month can't be told apart"):
        read_log((HEAD + rows[0]).encode(), unit=Unit.KG)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(TrackerError) as refused:
        read_log(content, unit=Unit.KG)
    assert str(refused.value).endswith((".", "…”."))


@settings(deadline=None)
@given(cut=st.integers(min_value=0, max_value=len(STRONG) - 1))
def test_a_file_cut_anywhere_is_refused_or_accounts_for_each_row(cut: int) -> None:
    try:
        log = read_log(STRONG[:cut], unit=Unit.KG)
    except TrackerError:
        return
    assert log.rows == log.set_rows + log.pseudo_rows + len(log.skipped)
    assert log.set_rows <= 7


NASTY = st.text(alphabet='0123456789.,;"WDF \n-:é日', max_size=12)


@settings(deadline=None)
@given(rows=st.lists(st.lists(NASTY, min_size=9, max_size=12), max_size=6))
def test_rows_are_sets_pseudo_rows_and_skipped_rows_whatever_they_hold(
    rows: list[list[str]],
) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    log = read_log(STRONG.rstrip(b"\n") + ("\n" + "\n".join(quoted)).encode(), unit=Unit.KG)
    assert log.rows == 7 + len(rows)
    assert log.rows == log.set_rows + log.pseudo_rows + len(log.skipped)
