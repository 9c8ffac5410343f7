"""`lastset exercises` and `lastset rules`."""

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., Any]


def test_every_exercise_has_the_keys_of_the_contract(told: Told) -> None:
    every = told("exercises")
    assert len(every) > 170
    for one in every:
        assert set(one) >= {
            "name",
            "class",
            "policy",
            "mechanic",
            "equipment",
            "primary",
            "secondary",
            "neurological",
            "technical",
            "spot",
            "aliases",
            "custom",
        }


def test_exercises_are_found_by_words(told: Told) -> None:
    first = told("exercises", "bench")[0]
    assert (first["name"], first["class"], first["policy"]) == (
        "Bench Press (Barbell)",
        "FWC",
        "technical",
    )
    assert told("exercises", "no such thing") == []


def test_people_read_exercises_in_eighty_columns(lastset: Callable[..., Any]) -> None:
    lines = lastset("exercises", "curl").out.splitlines()
    assert len(lines) > 5
    assert all(len(line) <= 80 for line in lines)
    assert lastset("exercises", "no such thing").out == "No exercise fits.\n"


def test_every_rule_says_when_why_and_what_changes_it(told: Told) -> None:
    every = told("rules")
    assert len(every) > 80
    for one in every:
        assert one["trigger"] and one["severity"] and one["source"] and one["evidence"], one["id"]


def test_one_rule_is_a_list_of_one(told: Told) -> None:
    assert [one["id"] for one in told("rules", "r42")] == ["R42"]


def test_people_read_a_rule(lastset: Callable[..., Any]) -> None:
    text = lastset("rules", "R42").out
    assert text.startswith("R42 · warning")
    assert "evidence" in text


@pytest.mark.parametrize("name", ["R999", "bench", "42"])
def test_a_rule_that_is_not_there_is_refused(
    refused: Callable[..., dict[str, Any]], name: str
) -> None:
    assert refused("rules", name)["read"] == name
