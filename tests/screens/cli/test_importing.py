"""`lastset import`: what it answers and what it refuses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Told = Callable[..., Any]
HEAD = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
MONDAY = "2026-11-16 18:00:00,Push,45m,"
LOG = (
    HEAD
    + f'{MONDAY}"Bench Press (Barbell)",W,40.0,10.0,0,0.0,"","",\n'
    + f'{MONDAY}"Bench Press (Barbell)",1,80.0,8.0,0,0.0,"","",8\n'
    + f'{MONDAY}"Bench Press (Barbell)",Rest Timer,0.0,0.0,0,120.0,"","",\n'
    + f'{MONDAY}"Bench Press (Barbell)",F,80.0,7.0,0,0.0,"","",\n'
    + f'{MONDAY}"Sofa Press",1,20.0,eight,0,0.0,"","",\n'
    + f'{MONDAY}"Sofa Press",2,20.0,8.0,0,0.0,"","",\n'
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    file = tmp_path / "strong.csv"
    file.write_text(LOG)
    return file


def test_an_import_has_every_key_of_the_contract_and_accounts_for_every_row(
    told: Told, log: Path
) -> None:
    answer = told("import", str(log), "--unit", "kg")
    assert set(answer) >= {
        "format",
        "sessions_added",
        "sets_added",
        "sets_updated",
        "sets_known",
        "rows",
        "pseudo_rows",
        "rows_skipped",
        "exercises",
    }
    assert answer["format"] == "strong"
    assert (answer["sessions_added"], answer["sets_added"]) == (1, 4)
    (skipped,) = answer["rows_skipped"]
    assert skipped["line"] == 6 and "eight" in skipped["reason"]
    assert answer["rows"] == answer["sets_added"] + answer["pseudo_rows"] + 1
    assert answer["exercises"]["matched"] == [
        {"name": "Bench Press (Barbell)", "to": "Bench Press (Barbell)"}
    ]
    assert answer["exercises"]["created"] == ["Sofa Press"]


def test_importing_again_adds_nothing(told: Told, log: Path) -> None:
    told("import", str(log), "--unit", "kg")
    answer = told("import", str(log), "--unit", "kg")
    assert (answer["sessions_added"], answer["sets_added"], answer["sets_known"]) == (0, 0, 4)
    assert len(told("sessions")) == 1


def test_a_dry_run_tells_the_same_and_keeps_nothing(told: Told, log: Path) -> None:
    dry = told("import", str(log), "--unit", "kg", "--dry-run")
    assert told("sessions") == []
    assert dry.pop("dry_run") is True
    real = told("import", str(log), "--unit", "kg")
    assert real.pop("dry_run") is False
    assert dry == real


def test_times_are_read_in_the_zone_that_is_named(told: Told, log: Path) -> None:
    told("import", str(log), "--unit", "kg", "--timezone", "America/New_York")
    assert told("sessions")[0]["started_at"] == "2026-11-16T18:00:00-05:00"


def test_several_files_are_told_together_and_each_by_itself(
    told: Told, log: Path, tmp_path: Path
) -> None:
    other = tmp_path / "later.csv"
    other.write_text(LOG.replace("2026-11-16", "2026-11-18"))
    answer = told("import", str(log), str(other), "--unit", "lb")
    assert (answer["sessions_added"], answer["sets_added"]) == (2, 8)
    assert [one["sessions_added"] for one in answer["files"]] == [1, 1]
    assert answer["exercises"]["created"] == ["Sofa Press"]


def test_one_bad_file_keeps_the_others_out(
    refused: Callable[..., dict[str, Any]], told: Told, log: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b,c\n1,2,3\n")
    assert refused("import", str(log), str(bad), "--unit", "kg", code=1)["kind"] == "file"
    assert told("sessions") == []


def test_a_file_cut_off_in_the_middle_is_refused(
    refused: Callable[..., dict[str, Any]], told: Told, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.csv"
    cut.write_text(LOG[: LOG.index("Sofa") - 1] + '"Sofa Pre')
    assert refused("import", str(cut), "--unit", "kg", code=1)["kind"] == "file"
    assert told("sessions") == []


def test_a_file_that_is_not_there_is_refused(
    refused: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    error = refused("import", str(tmp_path / "no.csv"), code=1)
    assert error["kind"] == "file"
    assert "no.csv" in error["message"]


def test_a_file_without_a_unit_asks_for_one(
    refused: Callable[..., dict[str, Any]], log: Path
) -> None:
    assert "--unit" in refused("import", str(log))["message"]


@pytest.mark.parametrize(
    "options",
    [("--format", "fitbod"), ("--unit", "stone"), ()],
)
def test_a_wrong_call_is_a_usage_error(
    refused: Callable[..., dict[str, Any]], log: Path, options: tuple[str, ...]
) -> None:
    files = (str(log),) if options else ()
    assert refused("import", *files, *options)["kind"] == "usage"


def test_a_zone_that_is_none_is_refused(refused: Callable[..., dict[str, Any]], log: Path) -> None:
    error = refused("import", str(log), "--unit", "kg", "--timezone", "Mars/Olympus")
    assert error["kind"] == "time"


def test_people_read_what_was_skipped_and_made(lastset: Callable[..., Any], log: Path) -> None:
    text = lastset("import", str(log), "--unit", "kg").out
    assert "1 session and 4 sets added" in text
    assert "line 6" in text
    assert "Sofa Press" in text


# -- the question after it ---------------------------------------------------------------------


@pytest.fixture
def habit(tmp_path: Path) -> Path:
    """Three weeks of a failure set a day."""
    rows = (
        f'2026-11-{day:02} 18:00:00,Arms,45m,"Preacher Curl (Barbell)",F,30,10,0,0,"","",\n'
        for day in range(1, 22)
    )
    file = tmp_path / "habit.csv"
    file.write_text(HEAD + "".join(rows))
    return file


def test_a_habit_is_asked_about_on_stderr_with_what_answers_it(
    lastset: Callable[..., Any], habit: Path
) -> None:
    answer = lastset("import", str(habit), "--unit", "kg", "--json")
    assert answer.code == 0 and answer.json["sets_added"] == 21
    assert "You fail about 14 times a fortnight" in answer.err
    assert "lastset settings guidance.preset on_purpose" in answer.err


def test_the_question_is_not_put_without_a_habit_after_a_choice_or_on_a_dry_run(
    told: Told, lastset: Callable[..., Any], log: Path, habit: Path
) -> None:
    assert lastset("import", str(log), "--unit", "kg").err == ""
    assert lastset("import", str(habit), "--unit", "kg", "--dry-run").err == ""
    told("settings", "guidance.preset", "on_purpose")
    assert lastset("import", str(habit), "--unit", "kg").err == ""
