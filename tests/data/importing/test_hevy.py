"""Hevy's exports against values worked out by hand."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.importing.reading import read_log
from tracker.effort import FailureType, Technique
from tracker.imported import ImportedLog
from tracker.load import kg, lb
from tracker.performed import PerformedSet, Segment

FIXTURES = Path(__file__).parent / "fixtures"

HEAD = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


def read(name: str, zone: str = "UTC") -> ImportedLog:
    return read_log(FIXTURES / name, zone=zone)


def sets_of(log: ImportedLog) -> list[PerformedSet]:
    return [
        one.performed for session in log.sessions for block in session.blocks for one in block.sets
    ]


def one_set(kind: str = "normal", weight: str = "50", reps: str = "8", rpe: str = "") -> str:
    when = '"11 Jun 2025, 13:24","11 Jun 2025, 14:24"'
    return f"A,{when},,Row,,,0,{kind},{weight},{reps},,,{rpe}\n"


def test_every_row_is_accounted_for() -> None:
    log = read("hevy-kg.csv")
    assert (log.format, log.rows, log.set_rows, log.sets, log.skipped) == ("hevy", 8, 8, 7, ())


def test_the_oldest_session_comes_first_although_the_file_has_it_last() -> None:
    assert [one.title for one in read("hevy-kg.csv").sessions] == ["Morning", "Evening 💪"]


def test_a_workout_may_cross_midnight() -> None:
    morning = read("hevy-kg.csv", zone="Europe/Berlin").sessions[0]
    assert morning.started_at == datetime(2025, 5, 1, 21, 30, tzinfo=UTC)
    assert morning.ended_at == datetime(2025, 5, 1, 22, 40, tzinfo=UTC)


def test_set_types_are_warm_ups_failures_and_drops() -> None:
    _, warm_up, work, failed, *_ = sets_of(read("hevy-kg.csv"))
    assert warm_up.warm_up
    assert (work.rir, work.failure) == (2.0, None)
    assert (failed.failure, failed.rir) == (FailureType.UNKNOWN, 1.0)
    assert failed.technique is Technique.DROP
    assert failed.segments == (Segment(7, kg(60)),)


def test_the_rpe_of_a_drop_is_kept_as_a_note() -> None:
    assert sets_of(read("hevy-kg.csv"))[3].note == "drop at RIR 0"


def test_two_runs_of_one_exercise_side_by_side_stay_two() -> None:
    evening = read("hevy-kg.csv").sessions[1]
    assert [(one.exercise_name, one.superset, len(one.sets)) for one in evening.blocks] == [
        ("Bench Press (Barbell)", 0, 3),
        ("Bent Over Row (Barbell)", 0, 1),
        ("Bent Over Row (Barbell)", None, 1),
        ("Plank", None, 1),
    ]


def test_notes_are_kept_once() -> None:
    evening = read("hevy-kg.csv").sessions[1]
    assert evening.note == "good\nday"
    assert evening.blocks[0].note == "elbows in"


def test_units_are_read_from_the_column_names() -> None:
    squat, run = sets_of(read("hevy-lbs.csv"))
    assert (squat.load, squat.rir) == (lb(225), 2.5)
    assert (run.metres, run.seconds) == (Decimal("3218.688"), 1200)


@pytest.mark.parametrize(
    ("file", "start"),
    [
        ("hevy-lbs.csv", datetime(2026, 6, 11, 13, 1, tzinfo=UTC)),
        ("hevy-tr.csv", datetime(2026, 8, 11, 13, 5, tzinfo=UTC)),
    ],
)
def test_dates_of_other_languages_are_read(file: str, start: datetime) -> None:
    assert read(file).sessions[0].started_at == start


@pytest.mark.parametrize(
    ("rpe", "rir", "or_more", "note"),
    [
        ("", None, False, ""),
        ("0", None, False, ""),
        ("10", 0.0, False, ""),
        ("6.5", 3.5, False, ""),
        ("5", 5.0, False, ""),
        ("4", 5.0, True, ""),
        ("8.3", None, False, "RPE 8.3"),
        ("11", None, False, "RPE 11"),
    ],
)
def test_rpe_becomes_rir(rpe: str, rir: float | None, or_more: bool, note: str) -> None:
    (one,) = sets_of(read_log((HEAD + one_set(rpe=rpe)).encode()))
    assert (one.rir, one.rir_or_more, one.note) == (rir, or_more, note)


def test_a_failure_without_rpe_has_no_rir() -> None:
    (one,) = sets_of(read_log((HEAD + one_set("failure")).encode()))
    assert (one.failure, one.rir) == (FailureType.UNKNOWN, None)


def test_an_unknown_set_type_is_skipped_and_named() -> None:
    log = read_log((HEAD + one_set() + one_set("myoreps")).encode())
    assert log.skipped[0].line == 3
    assert "myoreps" in log.skipped[0].reason


def test_an_end_that_cannot_be_read_costs_no_set() -> None:
    text = HEAD + one_set().replace('"11 Jun 2025, 14:24"', "later")
    log = read_log(text.encode())
    assert (log.sets, log.sessions[0].ended_at) == (1, None)


def test_a_workout_over_the_autumn_clock_change_keeps_its_length() -> None:
    text = HEAD + one_set().replace("11 Jun 2025, 13:24", "26 Oct 2025, 02:50").replace(
        "11 Jun 2025, 14:24", "26 Oct 2025, 02:10"
    )
    session = read_log(text.encode(), zone="Europe/Berlin").sessions[0]
    assert session.started_at == datetime(2025, 10, 26, 0, 50, tzinfo=UTC)
    assert session.ended_at == datetime(2025, 10, 26, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "value"), [("102.05828325", "102.058"), ("60.00000000000001", "60"), ("8.25", "8.25")]
)
def test_the_noise_of_a_conversion_is_taken_off_a_load(cell: str, value: str) -> None:
    (one,) = sets_of(read_log((HEAD + one_set(weight=cell)).encode(), zone="UTC"))
    assert one.load is not None and str(one.load.value) == value
