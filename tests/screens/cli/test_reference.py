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


def test_the_replay_counts_what_the_guide_would_have_said(
    lastset: Callable[..., Any], told: Told
) -> None:
    told("log", "preacher", "30x10@2", "30x9t", "--finish", "--at", "2026-11-20T18:00")
    told("log", "squat", "100x5@2", "100x4t", "--finish", "--at", "2026-11-25T18:00")
    answer = told("rules", "--replay")
    assert (answer["preset"], answer["sessions"], answer["sets"]) == ("article", 2, 4)
    rules = {one["rule"]: one for one in answer["rules"]}
    assert rules["R31"] == {"rule": "R31", "fired": 1, "shown": 1, "red": 1}
    shown = sum(one["shown"] for one in answer["rules"])
    assert answer["shown_per_session"] == shown / 2
    early = told("rules", "--replay", "--at", "2026-11-21T18:00")
    assert early["sessions"] == 1 and "R31" not in [one["rule"] for one in early["rules"]]
    obeyed = told("rules", "--replay", "--obeying", "--preset", "strict")
    assert obeyed["preset"] == "strict" and obeyed["red_per_session"] == 0
    table = lastset("rules", "--replay").out.splitlines()
    assert table[0].startswith("article: 2 sessions, 4 work sets; shown ")
    assert table[1].split() == ["rule", "fired", "shown", "red", "when"]


def test_the_replay_of_nothing_says_so(lastset: Callable[..., Any]) -> None:
    assert lastset("rules", "--replay").out == "Nothing was logged yet.\n"


def test_what_belongs_to_the_replay_is_refused_without_it(lastset: Callable[..., Any]) -> None:
    assert lastset("rules", "--preset", "strict").code == 2
    assert lastset("rules", "--replay", "--preset", "mild").code == 2


def test_evidence_is_left_out_where_it_was_switched_off(lastset: Callable[..., Any]) -> None:
    assert "evidence" in lastset("rules", "R42").out
    lastset("settings", "guidance.evidence_notes", "false")
    assert "evidence" not in lastset("rules", "R42").out
