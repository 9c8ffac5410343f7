"""Wrong calls and files that can't be used: the exit code, the error, and nothing changed."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import BENCH, CURL, Gym

Refused = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("log", "zzz", "100x8@2"), "exercise"),
        (("log", "zzz", "--pain"), "exercise"),
        (("log", "", "100x8@2"), "exercise"),
        (("log", "incline", "100x8@2"), "ambiguous"),
        (("plan", "leg"), "ambiguous"),
        (("log", "bench", "100x8@2", "bad"), "entry"),
        (("log", "bench", "bad", "--pain", "--spotter", "--planned", "4", "--title", "x"), "entry"),
        (("log", "bench", "100x8@2!a"), "contradiction"),
        (("log", "bench", "99999x8@2"), "set"),
        (("log", "bench"), "usage"),
        (("log", "bench", "100x8@2", "--nonsense"), "usage"),
        (("log", "bench", "100x8@2", "--planned", "0"), "usage"),
        (("log", "bench", "100x8@2", "--exercise-of", "0/3"), "usage"),
        (("log", "bench", "100x8@2", "--exercise-of", "4"), "usage"),
        (("log", "bench", "100x8@2", "--pain", "--clear-pain"), "usage"),
        (("finish", "--at", "2026-11-20T18:00"), "session"),
        (("show", "99"), "session"),
        (("show", "x"), "usage"),
        (("failures", "--days", "0"), "usage"),
        (("failures", "--until", "never"), "time"),
        (("settings", "nope"), "setting"),
        (("settings", "ration.total_max", "-3"), "setting"),
        (("settings", "level", "pro"), "setting"),
        (("lift", "bench"), "usage"),
    ],
)
def test_a_wrong_call_is_refused_and_changes_nothing(
    refused: Refused,
    gym: Gym,
    kept: Callable[[], bytes],
    words: tuple[str, ...],
    kind: str,
) -> None:
    gym.log(CURL, "20x8@2")
    before = kept()
    assert refused(*words)["kind"] == kind
    assert kept() == before


def test_an_ambiguous_name_is_refused_with_the_candidates(refused: Refused) -> None:
    error = refused("plan", "barbell bench")
    assert BENCH in error["candidates"]
    assert error["read"] == "barbell bench"


@pytest.mark.parametrize("text", ["not = [toml", '[ration]\ntotal_max = "x"\n', "[a]\nb = 1\n"])
@pytest.mark.parametrize(
    "words", [("log", "bench", "100x8@2"), ("finish",), ("import", "good.csv")]
)
def test_a_settings_file_that_cannot_be_read_is_refused_before_anything_is_kept(
    refused: Refused,
    gym: Gym,
    kept: Callable[[], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    words: tuple[str, ...],
) -> None:
    gym.log(CURL, "20x8@2", at="2026-11-30T11:55")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.csv").write_text(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        "2017-05-01 18:00:00,Push,Bench Press (Barbell),1,100,8,0,0,\n"
    )
    before = kept()
    (tmp_path / "settings.toml").write_text(text)
    assert refused(*words)["kind"] == "setting"
    assert kept() == before
    (tmp_path / "settings.toml").unlink()
    gym.told(*words)
    assert kept() != before


def make_text(path: Path, good: Path) -> None:
    path.write_text("notes " * 300)


def make_short_text(path: Path, good: Path) -> None:
    path.write_text("hi")


def make_foreign(path: Path, good: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")


def make_newer(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")


def make_half(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])


@pytest.mark.parametrize("make", [make_text, make_short_text, make_foreign, make_newer, make_half])
@pytest.mark.parametrize("words", [("log", "bench", "100x8@2"), ("sessions",), ("failures",)])
def test_what_is_no_database_of_ours_is_refused_and_kept_as_it_is(
    refused: Refused,
    database: Path,
    tmp_path: Path,
    make: Callable[[Path, Path], None],
    words: tuple[str, ...],
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    file = folder / "file.db"
    make(file, database)
    before = file.read_bytes()
    error = refused("--db", str(file), *words, code=1)
    assert error["kind"] == "store"
    assert str(file) in error["message"]
    assert file.read_bytes() == before
    assert [one.name for one in folder.iterdir()] == ["file.db"]


@pytest.mark.parametrize("place", ["a folder", "notes.txt/lastset.db"])
def test_a_place_that_can_hold_no_database_is_refused(
    refused: Refused, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "notes.txt").write_text("notes")
    assert refused("--db", str(tmp_path / place), "sessions", code=1)["kind"] == "store"
    assert (tmp_path / "notes.txt").read_text() == "notes"


def test_a_device_is_no_database_and_nothing_is_laid_beside_it(refused: Refused) -> None:
    null = Path("/dev/null")
    assert refused("--db", str(null), "sessions", code=1)["kind"] == "store"
    assert not Path("/dev/null-journal").exists()


def test_an_answer_is_told_with_exit_0_also_where_it_is_no(lastset: Callable[..., Any]) -> None:
    answer = lastset("plan", "squat", "--failure", "absolute", "--json")
    assert (answer.code, answer.json["allowed"], answer.err) == (0, False, "")
