"""`lastset plan`: the verdict before the set."""

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., Any]
BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Barbell)"
KEYS = {
    "exercise",
    "sets",
    "advice",
    "all_advice",
    "allowed",
    "cost",
    "budget_after",
    "recovery_after",
}


def rules(answer: dict[str, Any]) -> list[str]:
    return [one["rule"] for one in answer["all_advice"]]


def test_a_plan_has_every_key_of_the_contract(told: Told) -> None:
    answer = told("plan", CURL, "--sets", "3", "--failure", "absolute")
    assert set(answer) == KEYS
    assert set(answer["budget_after"]) == {"used", "capacity"}
    assert {frozenset(one) for one in answer["recovery_after"]} == {
        frozenset({"scope", "days", "ready_at"})
    }


def test_a_failure_in_place_is_allowed_and_costs_its_points(told: Told) -> None:
    answer = told("plan", CURL, "--sets", "3", "--failure", "absolute", "--reps", "10")
    assert (answer["exercise"], answer["sets"], answer["allowed"]) == (CURL, 3, True)
    assert answer["cost"] == 1.5
    assert answer["budget_after"] == {"used": 1.5, "capacity": 4.5}
    assert "R35" in rules(answer)


def test_failure_on_a_squat_is_a_stop_and_still_done(told: Told) -> None:
    answer = told("plan", "squat", "--sets", "3", "--failure", "technical", "--safeties")
    assert answer["allowed"] is False
    assert "R30" in rules(answer)
    assert [one["severity"] for one in answer["advice"]] == ["stop"]


def test_every_set_to_failure_is_a_stop(told: Told) -> None:
    answer = told("plan", CURL, "--sets", "3", "--fail-on", "all")
    assert "R01" in rules(answer)
    assert answer["allowed"] is False
    assert answer["cost"] == 3.0


def test_failure_without_a_set_named_means_the_last(told: Told) -> None:
    last = told("plan", CURL, "--sets", "3", "--failure", "technical")
    assert (
        last["all_advice"]
        == told(*("plan", CURL, "--sets", "3", "--failure", "technical", "--fail-on", "3"))[
            "all_advice"
        ]
    )
    first = told("plan", CURL, "--sets", "3", "--failure", "technical", "--fail-on", "1")
    assert "R41" in rules(first) and "R41" not in rules(last)


@pytest.mark.parametrize(
    ("options", "cost"),
    [
        ((), 0.0),
        (("--rir", "2"), 0.0),
        (("--rir", "0"), 1.0),
        (("--failure", "technical"), 1.0),
        (("--failure", "absolute"), 1.5),
        (("--fail-on", "2,3"), 2.0),
        (("--technique", "drop"), 2.25),
        (("--technique", "none"), 0.0),
    ],
)
def test_the_cost_follows_what_is_meant(told: Told, options: tuple[str, ...], cost: float) -> None:
    assert told("plan", CURL, "--sets", "3", *options)["cost"] == cost


def test_sets_count_those_already_logged(told: Told) -> None:
    told("log", CURL, "30x10@2", "30x10@2", "--at", "2026-11-23T18:00")
    answer = told(*("plan", CURL, "--sets", "3", "--fail-on", "all", "--at", "2026-11-23T18:05"))
    assert answer["sets"] == 3
    assert answer["cost"] == 1.0
    assert "R01" not in rules(answer)


def test_the_plan_of_the_session_is_what_is_assumed(told: Told) -> None:
    told("log", CURL, "30x10@2", "--planned", "4", "--at", "2026-11-23T18:00")
    assert told("plan", CURL, "--at", "2026-11-23T18:05")["sets"] == 4


def test_else_last_time_is_assumed_and_else_three(told: Told) -> None:
    assert told("plan", CURL)["sets"] == 3
    told("log", CURL, "30x10x5@2", "--at", "2026-11-23T18:00", "--finish")
    assert told("plan", CURL)["sets"] == 5


def test_what_was_said_of_safety_counts(told: Told) -> None:
    plan = ("plan", "bench", "--sets", "3", "--failure", "technical")
    assert "R78" in rules(told(*plan, "--no-spotter", "--no-safeties"))
    assert "R78" not in rules(told(*plan, "--spotter"))


def test_a_plan_records_no_set_and_no_plan(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00")
    before = told("show", "1")
    told("plan", "bench", "--sets", "5", "--failure", "technical", "--at", "2026-11-23T18:02")
    assert told("show", "1") == before


def test_the_history_before_the_time_counts_and_nothing_later(told: Told) -> None:
    told("log", CURL, "30x10!a", "--at", "2026-11-20T18:00", "--finish")
    plan = ("plan", CURL, "--sets", "3", "--failure", "absolute")
    assert told(*plan, "--at", "2026-11-21T18:00")["budget_after"]["used"] == 3.0
    assert told(*plan, "--at", "2026-11-20T17:00")["budget_after"]["used"] == 1.5


@pytest.mark.parametrize(
    "options",
    [
        ("--fail-on", "4"),
        ("--fail-on", "0"),
        ("--fail-on", "last"),
        ("--failure", "total"),
        ("--technique", "cluster"),
        ("--load", "heavy"),
        ("--load", "1,250"),
        ("--rir", "0.3"),
        ("--rir", "6"),
        ("--sets", "0"),
        ("--exercise-of", "5/3"),
        ("-15x8@2",),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(
    refused: Callable[..., dict[str, Any]], options: tuple[str, ...]
) -> None:
    assert refused("plan", CURL, "--sets", "3", *options)["kind"] == "usage"


@pytest.mark.parametrize("load", ["100", "62,5kg", "225 lb", "+20", "-15", "bw"])
def test_loads_are_written_as_in_an_entry(told: Told, load: str) -> None:
    assert told("plan", "pull up", "--load", load)["allowed"] is True
