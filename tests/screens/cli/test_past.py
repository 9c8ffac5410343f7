"""`lastset sessions` and `lastset show`."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Told = Callable[..., Any]
BENCH = "Bench Press (Barbell)"


@pytest.fixture
def trained(told: Told) -> Told:
    told("log", "bench", "80x8@2", "80x7!t", "--at", "2026-11-16T18:00", "--title", "Push")
    told("log", "squat", "w60x8", "100x5@3", "--at", "2026-11-16T18:20", "--finish")
    told("log", "deadlift", "140x5@3", "--at", "2026-11-20T18:00")
    return told


def test_sessions_are_listed_newest_first(trained: Told) -> None:
    newest, oldest = trained("sessions")
    assert oldest == {
        "id": 1,
        "title": "Push",
        "started_at": "2026-11-16T18:00:00+01:00",
        "ended_at": "2026-11-16T18:20:00+01:00",
        "exercises": [BENCH, "Squat (Barbell)"],
        "sets": 3,
        "failure_sets": 1,
    }
    assert newest["id"] == 2
    assert newest["ended_at"] is None


@pytest.mark.parametrize(
    ("query", "ids"), [("squat", [1]), ("pus", [1]), ("barbell", [2, 1]), ("curl", [])]
)
def test_sessions_are_found_by_title_and_exercise(
    trained: Told, query: str, ids: list[int]
) -> None:
    assert [one["id"] for one in trained("sessions", query)] == ids


def test_the_list_has_a_limit(trained: Told) -> None:
    assert [one["id"] for one in trained("sessions", "--limit", "1")] == [2]


def test_at_a_time_nothing_later_is_listed(trained: Told) -> None:
    (one,) = trained("sessions", "--at", "2026-11-16T18:10")
    assert one["exercises"] == [BENCH]
    assert (one["sets"], one["ended_at"]) == (2, None)


def test_a_session_is_shown_with_its_exercises_and_sets(trained: Told) -> None:
    answer = trained("show", "1")
    assert set(answer) >= {"id", "title", "started_at", "ended_at", "exercises", "sets"}
    assert [one["name"] for one in answer["exercises"]] == [BENCH, "Squat (Barbell)"]
    assert [one["reps"] for one in answer["sets"]] == [8, 7, 8, 5]
    assert answer["exercises"][0]["sets"] == answer["sets"][:2]
    assert answer["sets"][2]["warm_up"] is True


def test_each_set_shown_has_the_advice_it_had_when_it_was_logged(told: Told) -> None:
    logged = [
        told("log", "bench", spec, "--at", f"2026-11-16T18:{minute}")["sets"][0]
        for spec, minute in (("80x8@2", "00"), ("80x6!a", "04"), ("80x6!a", "08"))
    ]
    assert told("show", "1")["sets"] == logged
    assert logged[1]["advice"] and logged[2]["advice"]


def test_at_a_time_nothing_later_is_shown(
    trained: Told, refused: Callable[..., dict[str, Any]]
) -> None:
    answer = trained("show", "1", "--at", "2026-11-16T18:10")
    assert [one["name"] for one in answer["exercises"]] == [BENCH]
    assert answer["ended_at"] is None
    assert refused("show", "2", "--at", "2026-11-16T18:10")["kind"] == "session"


@pytest.mark.parametrize("number", ["3", "0", "99999999999999999999"])
def test_a_session_that_is_not_there_is_refused(
    refused: Callable[..., dict[str, Any]], number: str
) -> None:
    error = refused("show", number)
    assert (error["kind"], error["read"]) == ("session", number)


def test_people_read_sets_as_they_are_typed(trained: Told, lastset: Callable[..., Any]) -> None:
    text = lastset("show", "1").out
    assert "Session 1 · Push · Mon 16 Nov 2026 18:00–18:20" in text
    assert "80kgx7!t" in text
    assert "w60kgx8" in text


def test_people_read_a_table_of_sessions(trained: Told, lastset: Callable[..., Any]) -> None:
    head, newest, oldest = lastset("sessions").out.splitlines()
    assert head.split() == ["id", "when", "sets", "failed", "what"]
    assert "Deadlift" in newest
    assert oldest.startswith(" 1  Mon 16 Nov 2026 18:00–18:20")


def test_an_empty_log_says_how_to_begin(lastset: Callable[..., Any]) -> None:
    assert "lastset log bench" in lastset("sessions").out


@pytest.fixture
def left_running(told: Told, database: Path) -> Told:
    """A session whose stated end is eleven days after its start, as some exports have them."""
    told("log", "bench", "80x8@2", "--at", "2026-11-09T18:30", "--title", "Push")
    told("log", "bench", "80x7!t", "--at", "2026-11-09T19:42")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE sessions SET is_open = 0, ended_at = '2026-11-20T17:30:00Z'")
    return told


def test_no_list_shows_an_end_days_later(left_running: Told, lastset: Callable[..., Any]) -> None:
    out = lastset("sessions").out
    assert "Mon 9 Nov 2026 18:30  " in out and "–" not in out
    (line,) = left_running("sessions")
    assert line["ended_at"] == "2026-11-20T18:30:00+01:00"


def test_an_end_days_later_is_named_for_what_it_is(
    left_running: Told, lastset: Callable[..., Any]
) -> None:
    lines = lastset("show", "1").out.splitlines()
    assert lines[:3] == [
        "Session 1 · Push · Mon 9 Nov 2026 18:30",
        "  Stated end: 18:30 on Fri 20 Nov 2026, 264 h after its start.",
        "  Over 6 h: it counts as ended at its last set, 19:42 on Mon 9 Nov 2026.",
    ]


def test_an_end_after_midnight_is_no_wonder(told: Told, lastset: Callable[..., Any]) -> None:
    told("log", "bench", "80x8@2", "--at", "2026-11-09T23:30")
    told("log", "bench", "80x8@2", "--at", "2026-11-10T00:40", "--finish")
    lines = lastset("show", "1").out.splitlines()
    assert lines[:2] == ["Session 1 · Monday night · Mon 9 Nov 2026 23:30–00:40", ""]
