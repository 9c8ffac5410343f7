"""`lastset failures`: the two-week view."""

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., Any]
BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Barbell)"


@pytest.fixture
def trained(told: Told) -> Told:
    told("log", CURL, "30x10@2", "30x9!a", "--at", "2026-11-14T18:00", "--finish")
    told("log", "bench", "80x8@2", "80x7!t", "80x6?", "--at", "2026-11-16T18:00", "--finish")
    told("log", CURL, "30x9!a > 20kgx6", "--at", "2026-11-21T18:00", "--finish")
    return told


def test_the_view_has_every_key_of_the_contract(trained: Told) -> None:
    answer = trained("failures", "--until", "2026-11-23T18:00")
    assert set(answer) >= {
        "window",
        "events",
        "sets",
        "ration",
        "budget",
        "recovery",
        "by_exercise",
        "by_type",
        "by_day",
        "advice",
        "rated",
    }
    assert set(answer["events"][0]) >= {
        "exercise",
        "at",
        "sets",
        "counts_as",
        "technique",
        "cost",
    }
    assert set(answer["budget"]) == {"used", "capacity", "items"}
    assert set(answer["budget"]["items"][0]) == {
        "set",
        "exercise",
        "at",
        "cost",
        "weight",
        "points",
    }
    assert set(answer["by_day"][0]) == {"date", "sessions", "sets", "failure_sets"}
    assert set(answer["recovery"][0]) == {"scope", "days", "ready_at"}


def test_the_view_tells_events_and_what_they_cost(trained: Told) -> None:
    answer = trained("failures", "--until", "2026-11-23T18:00")
    assert answer["window"] == {
        "from": "2026-11-09T18:00:00+01:00",
        "to": "2026-11-23T18:00:00+01:00",
        "days": 14,
    }
    told = [(one["exercise"], one["counts_as"], one["technique"]) for one in answer["events"]]
    assert told == [
        (CURL, "absolute", "none"),
        (BENCH, "technical", "none"),
        (CURL, "absolute", "drop"),
    ]
    assert [one["cost"] for one in answer["events"]] == [1.5, 2.0, 2.25]
    assert answer["ration"]["used"] == 3
    assert answer["ration"]["next_free_at"] == "2026-11-28T18:00:00+01:00"
    assert answer["by_exercise"] == {CURL: 2, BENCH: 1}
    assert (answer["by_type"]["technical"], answer["by_type"]["absolute"]) == (1, 2)
    assert answer["rated"] == {"sets": 5, "of": 6}


def test_the_items_sum_to_the_budget(trained: Told) -> None:
    budget = trained("failures", "--until", "2026-11-25T06:00")["budget"]
    assert sum(round(one["points"] * 1000) for one in budget["items"]) == round(
        budget["used"] * 1000
    )
    assert budget["items"][0]["weight"] < 1


def test_the_days_are_all_that_the_window_touches(trained: Told) -> None:
    days = trained("failures", "--until", "2026-11-23T18:00")["by_day"]
    assert len(days) == 15
    assert (days[0]["date"], days[-1]["date"]) == ("2026-11-09", "2026-11-23")
    assert days[5] == {"date": "2026-11-14", "sessions": 1, "sets": 2, "failure_sets": 1}
    assert sum(one["failure_sets"] for one in days) == 3


def test_a_date_means_all_of_that_day(trained: Told) -> None:
    assert trained("failures", "--until", "2026-11-21")["ration"]["used"] == 3
    assert trained("failures", "--until", "2026-11-21T17:00")["ration"]["used"] == 2


def test_the_window_is_half_open_and_ends_with_its_end(trained: Told) -> None:
    exactly = trained("failures", "--until", "2026-11-28T18:00")
    assert [one["at"][:10] for one in exactly["events"]] == ["2026-11-16", "2026-11-21"]
    before = trained("failures", "--until", "2026-11-28T17:59:59")
    assert len(before["events"]) == 3


def test_a_longer_window_shows_more_and_the_ration_stays(trained: Told) -> None:
    answer = trained("failures", "--days", "28", "--until", "2026-11-29T18:00")
    assert len(answer["events"]) == 3
    assert answer["ration"]["used"] == 2


def test_nothing_later_than_the_time_is_visible(trained: Told) -> None:
    for until in ((), ("--until", "2026-11-30")):
        answer = trained("failures", "--at", "2026-11-15T12:00", *until)
        assert [one["exercise"] for one in answer["events"]] == [CURL]
        assert answer["window"]["to"] == "2026-11-15T12:00:00+01:00"


def test_an_empty_log_has_nothing_to_tell(told: Told) -> None:
    answer = told("failures")
    assert answer["events"] == answer["sets"] == answer["recovery"] == []
    assert answer["rated"] == {"sets": 0, "of": 0}
    assert answer["ration"] == {"used": 0, "limit": 3, "next_free_at": None}


def test_people_read_the_same(trained: Told, lastset: Callable[..., Any]) -> None:
    text = lastset("failures", "--until", "2026-11-23T18:00").out
    assert "3 failure events" in text
    assert "30kgx9!a > 20kgx6" in text
    assert "biceps" in text
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize("options", [("--days", "0"), ("--days", "x"), ("--days", "99999")])
def test_a_window_that_makes_no_sense_is_refused(
    refused: Callable[..., dict[str, Any]], options: tuple[str, ...]
) -> None:
    assert refused("failures", *options)["kind"] == "usage"


def test_an_unreadable_time_is_refused(refused: Callable[..., dict[str, Any]]) -> None:
    assert refused("failures", "--until", "soon")["kind"] == "time"
