"""The fields of a session's own row."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from screens.session_fields import head_changed, head_source
from tracker.errors import TrackerError
from tracker.load import Load, Unit, kg, lb
from tracker.session import Session
from tracker.when import local
from widgets.grid_rows import HeadField

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
START = datetime(2026, 11, 21, 17, 2, tzinfo=UTC)
SESSION = Session(START, "Europe/Berlin", "Push A", START + timedelta(minutes=62))


def changed(field: HeadField, text: str, session: Session = SESSION) -> Session:
    return head_changed(session, field, text, NOW, Unit.KG)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20 07:15", "2026-11-20 07:15"),
        ("2026-11-20T07:15", "2026-11-20 07:15"),
        ("2026-11-20", "2026-11-20 18:02"),
        ("07:15", "2026-11-21 07:15"),
        ("mon 7:15", "2026-11-23 07:15"),
        ("yesterday", "2026-11-22 18:02"),
        ("-3 20:00", "2026-11-20 20:00"),
    ],
)
def test_a_start_is_a_moment_a_day_or_a_time(text: str, expected: str) -> None:
    moved = changed(HeadField.START, text)
    assert f"{local(moved.started_at, moved.zone):%Y-%m-%d %H:%M}" == expected
    assert moved.ended_at is not None
    assert moved.ended_at - moved.started_at == timedelta(minutes=62)


def test_a_change_of_the_clock_between_keeps_the_time_of_day() -> None:
    moved = changed(HeadField.START, "2026-10-20")
    assert f"{local(moved.started_at, moved.zone):%H:%M}" == "18:02"


def test_a_typed_time_makes_the_time_known() -> None:
    dated = replace(SESSION, is_time_known=False)
    assert changed(HeadField.START, "18:30", dated).is_time_known
    assert not changed(HeadField.START, "yesterday", dated).is_time_known


@pytest.mark.parametrize("text", ["", "soon", "25:00", "18:00 mon", "2026-02-30", "2026-11-24"])
def test_no_start_is_guessed(text: str) -> None:
    with pytest.raises(TrackerError):
        changed(HeadField.START, text)


@pytest.mark.parametrize(
    ("text", "minutes"), [("19:30", 88), ("2026-11-21 18:30", 28), ("0:30", 388), ("-", None)]
)
def test_an_end_is_a_time_of_the_same_evening(text: str, minutes: int | None) -> None:
    end = changed(HeadField.END, text).ended_at
    assert end == (None if minutes is None else START + timedelta(minutes=minutes))


@pytest.mark.parametrize("text", ["later", "2026-11-20 18:00", "2026-11-23 18:00"])
def test_an_end_lies_after_the_start_and_within_a_day(text: str) -> None:
    with pytest.raises(TrackerError):
        changed(HeadField.END, text)


def test_a_running_session_is_finished_elsewhere() -> None:
    with pytest.raises(TrackerError, match="still running"):
        changed(HeadField.END, "19:00", replace(SESSION, is_open=True))


@pytest.mark.parametrize(
    ("text", "weight"),
    [("82", kg(82)), ("82,5 kg", kg("82.5")), ("181 lb", lb(181)), ("", None), ("-", None)],
)
def test_a_body_weight_with_or_without_its_unit(text: str, weight: Load | None) -> None:
    assert changed(HeadField.BODY_WEIGHT, text).body_weight == weight


@pytest.mark.parametrize("text", ["8", "820", "heavy", "82 stone"])
def test_a_body_weight_is_believable(text: str) -> None:
    with pytest.raises(TrackerError, match="is no body weight"):
        changed(HeadField.BODY_WEIGHT, text)


def test_title_and_note_take_any_text_of_a_length() -> None:
    assert changed(HeadField.TITLE, " [/x] ").title == "[/x]"
    assert changed(HeadField.NOTE, "tired").note == "tired"
    with pytest.raises(TrackerError, match="121 letters"):
        changed(HeadField.TITLE, "x" * 121)


@pytest.mark.parametrize("field", list(HeadField))
def test_a_field_kept_as_it_stands_changes_nothing(field: HeadField) -> None:
    session = replace(SESSION, body_weight=kg("82.5"), note="tired")
    whole = replace(session, started_at=START.replace(second=0))
    assert changed(field, head_source(whole, field), whole) == whole
