"""`lastset log` and `lastset finish`: what is recorded, and what is answered."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Told = Callable[..., Any]
BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Barbell)"

SET_KEYS = {
    "id",
    "exercise",
    "load",
    "reps",
    "rir",
    "rir_or_more",
    "failure",
    "counts_as",
    "technique",
    "segments",
    "warm_up",
    "spotter",
    "safeties",
    "partner",
    "planned_failure",
    "side",
    "note",
    "at",
    "advice",
}
ADVICE_KEYS = {"rule", "severity", "moment", "exercise", "text", "source", "setting"}


def rules(advice: list[dict[str, Any]]) -> list[str]:
    return [one["rule"] for one in advice]


def test_a_log_has_every_key_of_the_contract(told: Told) -> None:
    answer = told("log", "bench", "100x8@0", "--at", "2026-11-23T18:40")
    assert set(answer) == {"session", "sets", "advice", "all_advice", "ration", "budget"}
    assert set(answer["session"]) == {"id", "title", "started_at", "ended_at"}
    assert set(answer["ration"]) == {"used", "limit", "next_free_at"}
    assert set(answer["budget"]) == {"used", "capacity"}
    assert set(answer["sets"][0]) >= SET_KEYS
    assert set(answer["sets"][0]["load"]) == {"value", "unit", "kind"}
    assert answer["advice"] and answer["all_advice"]
    for one in (*answer["advice"], *answer["all_advice"], *answer["sets"][0]["advice"]):
        assert set(one) == ADVICE_KEYS


def test_a_set_is_told_as_it_was_said(told: Told) -> None:
    answer = told("log", "bench", '62,5kg x 8 @1.5 "left elbow"', "--at", "2026-11-23T18:40")
    (one,) = answer["sets"]
    assert one["exercise"] == BENCH
    assert one["load"] == {"value": 62.5, "unit": "kg", "kind": "total"}
    assert (one["reps"], one["rir"], one["failure"]) == (8, 1.5, None)
    assert (one["counts_as"], one["technique"], one["note"]) == ("none", "none", "left elbow")
    assert one["at"] == "2026-11-23T18:40:00+01:00"
    assert answer["session"]["started_at"] == "2026-11-23T18:40:00+01:00"


@pytest.mark.parametrize(
    ("exercise", "spec", "load", "rest"),
    [
        ("pull up", "-15x8@2", {"value": 15.0, "unit": "kg", "kind": "assisted"}, {}),
        ("pull up", "+20x8@1", {"value": 20.0, "unit": "kg", "kind": "added"}, {}),
        ("pull up", "bwx12@3", {"value": 0.0, "unit": "kg", "kind": "bodyweight"}, {}),
        ("pull up", "x12@3", {"value": 0.0, "unit": "kg", "kind": "bodyweight"}, {}),
        ("bench", "225lbx8@2", {"value": 225.0, "unit": "lb", "kind": "total"}, {}),
        (
            "bench",
            "100x8!a",
            {"value": 100.0, "unit": "kg", "kind": "total"},
            {"failure": "absolute", "counts_as": "absolute", "rir": 0.0},
        ),
        (
            "bench",
            "100x8@0",
            {"value": 100.0, "unit": "kg", "kind": "total"},
            {"failure": None, "counts_as": "technical"},
        ),
        (
            "bench",
            "100x8?",
            {"value": 100.0, "unit": "kg", "kind": "total"},
            {"rir": None, "counts_as": "none"},
        ),
        (
            "bench",
            "w60x10",
            {"value": 60.0, "unit": "kg", "kind": "total"},
            {"warm_up": True, "rir": None},
        ),
        (
            "pec deck",
            "80x10!a > 60x6 > 45x5",
            {"value": 80.0, "unit": "kg", "kind": "total"},
            {
                "technique": "drop",
                "segments": [
                    {"load": {"value": 60.0, "unit": "kg", "kind": "total"}, "reps": 6},
                    {"load": {"value": 45.0, "unit": "kg", "kind": "total"}, "reps": 5},
                ],
            },
        ),
    ],
)
def test_every_kind_of_entry_is_recorded(
    told: Told, exercise: str, spec: str, load: dict[str, Any], rest: dict[str, Any]
) -> None:
    (one,) = told("log", exercise, spec)["sets"]
    assert one["load"] == load
    assert {name: one[name] for name in rest} == rest


def test_three_sets_in_one_entry_are_three_sets(told: Told) -> None:
    sets = told("log", "bench", "100x8x3@2")["sets"]
    assert len({one["id"] for one in sets}) == len(sets) == 3


def test_a_lone_number_takes_the_profiles_unit(told: Told) -> None:
    told("settings", "unit", "lb")
    (one,) = told("log", "bench", "225x8@2")["sets"]
    assert one["load"]["unit"] == "lb"


@pytest.mark.parametrize(
    ("specs", "kind"),
    [
        (["2"], "entry"),
        (["x8@2"], "entry"),
        (["100x8"], "entry"),
        (["t"], "entry"),
        (["!"], "entry"),
        (["100x8@2; 100x7@1"], "entry"),
        (["100x8!a@2"], "entry"),
        (["100x8@2!a"], "contradiction"),
        (["1,250x8@2"], "entry"),
        (["2500x1@2"], "set"),
        (["heavy"], "entry"),
        (["100x8@2", "100x8"], "entry"),
        ([], "usage"),
    ],
)
def test_what_is_no_complete_set_is_refused_and_nothing_is_kept(
    refused: Callable[..., dict[str, Any]], told: Told, specs: list[str], kind: str
) -> None:
    assert refused("log", "bench", *specs)["kind"] == kind
    assert told("sessions") == []


def test_a_refusal_says_what_was_read_and_what_would_fit(
    refused: Callable[..., dict[str, Any]],
) -> None:
    error = refused("log", "bench", "100x8")
    assert error["read"] == "100x8"
    assert "100x8@2" in error["message"]


def test_an_unknown_exercise_is_refused_with_what_is_near(
    refused: Callable[..., dict[str, Any]],
) -> None:
    error = refused("log", "bench pres barbel", "100x8@2")
    assert error["kind"] in ("exercise", "ambiguous")
    assert BENCH in error["candidates"]


def test_an_ambiguous_exercise_is_refused_with_the_candidates(
    refused: Callable[..., dict[str, Any]],
) -> None:
    error = refused("log", "incline", "100x8@2")
    assert error["kind"] == "ambiguous"
    assert "Incline Bench Press (Barbell)" in error["candidates"]


def test_an_option_that_is_not_there_is_refused(refused: Callable[..., dict[str, Any]]) -> None:
    error = refused("log", "bench", "100x8@2", "--spoter")
    assert error["kind"] == "usage"
    assert error["read"] == "--spoter"
    assert "--spotter" in error["candidates"]


# -- which session -----------------------------------------------------------------------------


def test_a_set_within_four_hours_goes_into_the_open_session(told: Told) -> None:
    first = told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00")
    second = told("log", "curl", "30x8@2", "--at", "2026-11-23T21:59")
    assert second["session"]["id"] == first["session"]["id"]


def test_a_set_over_four_hours_later_opens_a_session(told: Told) -> None:
    first = told("log", "bench", "100x8@2", "--at", "2026-11-23T12:00")
    second = told("log", "bench", "100x8@2", "--at", "2026-11-23T16:01")
    assert second["session"]["id"] != first["session"]["id"]


def test_a_session_that_was_left_open_is_over_when_the_next_one_opens(
    told: Told, refused: Callable[..., dict[str, Any]]
) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:00")
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--finish")
    assert refused("finish")["kind"] == "session"
    assert told("show", "1")["ended_at"] is None


def test_a_set_of_the_past_goes_into_the_session_of_its_time(told: Told) -> None:
    monday = told("log", "bench", "100x8@2", "--at", "2026-11-16T18:00")
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00")
    late = told("log", "bench", "100x7@1", "--at", "2026-11-16T18:05")
    assert late["session"]["id"] == monday["session"]["id"]


def test_a_set_between_two_others_takes_its_place_between_them(told: Told) -> None:
    told("log", "bench", "100x8@3", "--at", "2026-11-23T18:00")
    told("log", "bench", "100x6@1", "--at", "2026-11-23T18:10")
    told("log", "bench", "100x7@2", "--at", "2026-11-23T18:05")
    assert [one["reps"] for one in told("show", "1")["sets"]] == [8, 7, 6]


def test_minutes_ago_dates_the_set(told: Told) -> None:
    answer = told("log", "bench", "100x8@2 -4m", "--at", "2026-11-23T18:40")
    assert answer["sets"][0]["at"] == "2026-11-23T18:36:00+01:00"
    assert answer["session"]["started_at"] == "2026-11-23T18:36:00+01:00"


def test_a_title_is_kept_and_can_come_later(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--title", "Push")
    later = told("log", "bench", "100x8@2", "--at", "2026-11-23T18:05")
    assert later["session"]["title"] == "Push"
    renamed = told("log", "bench", "100x8@2", "--at", "2026-11-23T18:06", "--title", "Chest")
    assert renamed["session"]["title"] == "Chest"


# -- what holds on -----------------------------------------------------------------------------


def test_plan_place_safety_and_meant_failure_hold_for_later_sets(told: Told) -> None:
    told(
        *("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--planned", "4"),
        *("--exercise-of", "2/5", "--plan-failure", "--spotter", "--no-safeties"),
    )
    told("log", "curl", "30x8@2", "--at", "2026-11-23T18:03")
    (later,) = told("log", "bench", "100x7@1", "--at", "2026-11-23T18:06")["sets"]
    assert (later["spotter"], later["safeties"], later["partner"]) == (True, False, None)
    assert later["planned_failure"] is True
    bench, curl = told("show", "1")["exercises"]
    assert (bench["name"], bench["planned_sets"], bench["exercise_of"]) == (BENCH, 4, "2/5")
    assert bench["planned_failure"] is True
    assert len(bench["sets"]) == 2
    assert (curl["planned_sets"], curl["exercise_of"], curl["planned_failure"]) == (
        None,
        None,
        False,
    )


def test_what_holds_on_can_be_changed(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--planned", "4", "--plan-failure")
    (later,) = told(
        *("log", "bench", "100x8@2", "--at", "2026-11-23T18:05", "--planned", "3"),
        "--no-plan-failure",
    )["sets"]
    assert later["planned_failure"] is False
    assert told("show", "1")["exercises"][0]["planned_sets"] == 3


def test_safety_is_remembered_across_sessions_and_the_plan_is_not(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-16T18:00", "--spotter", "--planned", "3")
    (later,) = told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00")["sets"]
    assert (later["spotter"], later["safeties"]) == (True, None)
    assert told("show", "2")["exercises"][0]["planned_sets"] is None


def test_nothing_said_accuses_no_one(told: Told) -> None:
    unsaid = told("log", "bench", "100x8!a", "--at", "2026-11-23T18:00")
    assert "R80" not in rules(unsaid["all_advice"])
    alone = told(
        *("log", "bench", "100x8!a", "--at", "2026-11-23T18:05", "--no-spotter", "--no-safeties")
    )
    assert "R80" in rules(alone["all_advice"])


# -- advice ------------------------------------------------------------------------------------


def test_several_sets_give_their_advice_together_and_each_its_own(told: Told) -> None:
    answer = told("log", "bench", "100x8@2", "100x6!a", "100x5!a", "--planned", "4")
    first, second, third = answer["sets"]
    assert first["advice"] == []
    assert "R42" in rules(second["advice"])
    every = [one for performed in answer["sets"] for one in performed["advice"]]
    assert {one["rule"] for one in every} <= set(rules(answer["advice"]))
    assert set(rules(answer["advice"])) <= set(rules(answer["all_advice"]))
    assert third["advice"] != second["advice"]


def test_the_gravest_advice_comes_first(told: Told) -> None:
    answer = told("log", "bench", "100x8@0", "100x6!a", "100x5!a", "--planned", "3", "--finish")
    order = ["stop", "warning", "caution", "info"]
    for name in ("advice", "all_advice"):
        ranks = [order.index(one["severity"]) for one in answer[name]]
        assert ranks == sorted(ranks)
        assert len(set(map(str, answer[name]))) == len(ranks)


def test_one_call_and_several_calls_leave_the_same_sets(told: Told, database: Path) -> None:
    specs = ("100x8@2", "100x8@1", "100x6!t")
    together = told("log", "bench", *specs, "--at", "2026-11-16T18:00")
    apart = [
        told("log", "bench", spec, "--at", f"2026-11-23T18:0{minute}")
        for minute, spec in enumerate(specs)
    ]
    said = ("load", "reps", "rir", "failure", "counts_as")
    assert [[one[name] for name in said] for one in together["sets"]] == [
        [one["sets"][0][name] for name in said] for one in apart
    ]


def test_the_end_of_the_planned_sets_is_told(told: Told) -> None:
    answer = told("log", "bench", "100x8@0", "100x7@0", "100x5@0", "--planned", "3")
    ends = [one["rule"] for one in answer["all_advice"] if one["moment"] == "exercise_end"]
    assert "R02" in ends


def test_the_end_of_an_exercise_is_told_when_another_begins(told: Told) -> None:
    told("log", "bench", "100x8@0", "100x7@0", "--at", "2026-11-23T18:00")
    answer = told("log", "curl", "30x8@3", "--at", "2026-11-23T18:05")
    (end,) = [one for one in answer["all_advice"] if one["rule"] == "R02"]
    assert (end["moment"], end["exercise"]) == ("exercise_end", BENCH)
    again = told("log", "curl", "30x8@3", "--at", "2026-11-23T18:08")
    assert "R02" not in rules(again["all_advice"])


def test_a_lesson_is_given_once_ever(told: Told) -> None:
    first = told("log", "bench", "100x8@0", "--at", "2026-11-16T18:00")
    second = told("log", "bench", "100x8@0", "--at", "2026-11-23T18:00")
    assert "R13" in rules(first["advice"])
    assert "R13" not in rules(second["advice"])
    assert "R13" in rules(second["all_advice"])


def test_no_stop_is_ever_told_of_what_was_done(told: Told) -> None:
    answer = told("log", "squat", "140x5!a", "--no-spotter", "--no-safeties", "--plan-failure")
    assert "R32" in rules(answer["all_advice"])
    assert "stop" not in {one["severity"] for one in answer["all_advice"]}


def test_ration_and_budget_count_what_was_logged(told: Told) -> None:
    answer = told("log", "curl", "30x10!a", "--at", "2026-11-23T18:00")
    assert answer["ration"] == {"used": 1, "limit": 3, "next_free_at": None}
    assert answer["budget"] == {"used": 1.5, "capacity": 4.5}


def test_pain_is_marked_and_cleared(told: Told) -> None:
    told("log", "lateral raise dumbbell", "10x12@3", "--at", "2026-11-23T18:00", "--pain")
    plan = ("plan", "lateral raise dumbbell", "--failure", "technical")
    assert "R85" in rules(told(*plan, "--at", "2026-11-24T18:00")["all_advice"])
    cleared = told("log", "lateral raise dumbbell", "--clear-pain", "--at", "2026-11-25T18:00")
    assert cleared["session"] is None and cleared["sets"] == []
    assert "R85" not in rules(told(*plan, "--at", "2026-11-26T18:00")["all_advice"])


def test_pain_and_no_pain_contradict(refused: Callable[..., dict[str, Any]]) -> None:
    assert refused("log", "bench", "100x8@2", "--pain", "--clear-pain")["kind"] == "usage"


# -- the end -----------------------------------------------------------------------------------


def test_finishing_with_the_last_set_tells_the_recovery(told: Told) -> None:
    answer = told("log", CURL, "30x10!a", "--at", "2026-11-23T18:00", "--finish")
    assert answer["session"]["ended_at"] == "2026-11-23T18:00:00+01:00"
    (clock,) = answer["recovery"]
    assert clock == {"scope": "biceps", "days": 1, "ready_at": "2026-11-25T18:00:00+01:00"}
    assert "session_end" in {one["moment"] for one in answer["all_advice"]}


def test_finish_has_the_keys_of_log_without_sets(told: Told) -> None:
    told("log", CURL, "30x10@2", "--at", "2026-11-23T18:00")
    answer = told("finish", "--at", "2026-11-23T18:30")
    keys = {"session", "advice", "all_advice", "ration", "budget", "recovery", "next_time"}
    assert set(answer) == keys
    assert answer["session"]["ended_at"] == "2026-11-23T18:30:00+01:00"
    assert answer["recovery"] == []


def test_after_the_end_a_set_opens_a_new_session(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--finish")
    assert told("log", "bench", "100x8@2", "--at", "2026-11-23T18:01")["session"]["id"] == 2


def test_a_session_left_open_for_days_ends_with_its_last_set(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:00")
    answer = told("finish", "--at", "2026-11-23T09:00")
    assert answer["session"]["ended_at"] == "2026-11-20T18:00:00+01:00"


def test_without_an_open_session_there_is_nothing_to_finish(
    refused: Callable[..., dict[str, Any]], told: Told
) -> None:
    assert refused("finish")["kind"] == "session"
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00", "--finish")
    assert refused("finish", "--at", "2026-11-23T18:00")["kind"] == "session"


# -- verdicts shown before a set ---------------------------------------------------------------


def acts(database: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT severity, outcome FROM acts ORDER BY id").fetchall()


@pytest.mark.parametrize(("spec", "outcome"), [("100x5@2", "heeded"), ("100x5!t", "overridden")])
def test_a_verdict_on_a_planned_failure_is_heeded_or_overridden(
    told: Told, database: Path, spec: str, outcome: str
) -> None:
    told("log", "squat", "100x5@3", "--at", "2026-11-23T18:00")
    plan = ("plan", "squat", "--failure", "technical", "--at", "2026-11-23T18:03")
    told(*plan)
    told(*plan)
    assert acts(database) == [("stop", "pending")]
    told("log", "squat", spec, "--at", "2026-11-23T18:05")
    assert acts(database) == [("stop", outcome)]


def test_no_verdict_is_kept_without_a_session_or_a_failure(told: Told, database: Path) -> None:
    told("plan", "squat", "--failure", "technical", "--at", "2026-11-23T18:00")
    told("log", "squat", "100x5@3", "--at", "2026-11-23T18:01")
    told("plan", "squat", "--rir", "3", "--at", "2026-11-23T18:03")
    assert acts(database) == []


def test_a_set_done_minutes_ago_joins_the_session_that_began_since(told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:40")
    answer = told("log", "bench", "100x8@1 -4m", "--at", "2026-11-23T18:41")
    assert answer["session"]["id"] == 1
    assert answer["sets"][0]["at"] == "2026-11-23T18:40:00+01:00"
    assert len(told("sessions")) == 1


def test_a_record_is_told_with_what_it_beat(told: Told) -> None:
    told("log", "bench", "w60x8", "80x8@2", "82.5x8@2", "--at", "2026-11-16T18:00")
    answer = told("log", "bench", "82.5x9@2", "82.5x9@2", "--at", "2026-11-23T18:40")
    first, second = (one["records"] for one in answer["sets"])
    assert first == [
        {
            "kind": "one_rep_max",
            "value": 114,
            "unit": "kg",
            "before": 110,
            "before_at": "2026-11-16T18:00:00+01:00",
            "text": "e1RM 114 kg, before 110 kg (16 Nov)",
        },
        {
            "kind": "reps_at_load",
            "value": 9,
            "unit": "reps",
            "before": 8,
            "before_at": "2026-11-16T18:00:00+01:00",
            "text": "9 reps at 82.5 kg, before 8 (16 Nov)",
        },
    ]
    assert [one["kind"] for one in second] == ["volume"]


def test_a_record_is_said_once_in_a_quiet_line(lastset: Told) -> None:
    first = lastset("log", "bench", "82.5x8@5", "--at", "2026-11-16T18:00")
    assert "new best" not in first.out
    twice = lastset("log", "bench", "82.5x9@5", "82.5x9@5", "--at", "2026-11-23T18:40")
    lines = twice.out.splitlines()
    told = [place for place, line in enumerate(lines) if "new best" in line]
    assert told == [1]
    assert lines[1].startswith("  new best: 9 reps at 82.5 kg, before 8 (16 Nov) · most volume")
    assert max(map(len, lines)) <= 80


def test_a_record_hides_behind_the_time_of_the_call(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:00")
    told("log", "bench", "80x8@2", "--at", "2026-11-10T18:00")
    answer = told("log", "bench", "80x9@2", "--at", "2026-11-16T18:00")
    assert {one["kind"] for one in answer["sets"][0]["records"]} == {
        "one_rep_max",
        "reps_at_load",
        "volume",
    }


# -- left open ---------------------------------------------------------------------------------


def test_finish_says_that_a_forgotten_session_ended_at_its_last_set(told, lastset) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:30", "--title", "Push")
    told("log", "bench", "100x7@1", "--at", "2026-11-20T19:42")
    out = lastset("finish", "--at", "2026-12-01T18:30").out
    assert "Session 1 · Push · Fri 20 Nov 2026 18:30–19:42" in out
    assert "Ended at its last set, 19:42 on Fri 20 Nov 2026." in out


@pytest.mark.parametrize("at", ["2026-11-20T20:00", "2026-11-20T22:30"])
def test_a_session_finished_in_time_ends_when_it_is_said(told, lastset, at: str) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:30")
    answer = lastset("finish", "--at", at)
    assert answer.code == 0 and "last set" not in answer.out
    assert told("show", "1")["ended_at"] == f"{at}:00+01:00"


def test_a_set_after_four_hours_says_that_the_session_before_is_over(told, lastset) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:30", "--title", "Push")
    out = lastset("log", "bench", "100x8@2", "--at", "2026-11-20T22:31").out
    assert "Session 1 was still open: over since its last set, 18:30 on Fri 20 Nov 2026." in out
    assert "was still open" not in lastset("log", "bench", "90x8@2", "--at", "2026-11-20T22:40").out
    newest, oldest = told("sessions")
    assert (newest["id"], oldest["ended_at"]) == (2, None)


def test_a_forgotten_session_still_takes_a_set_of_its_own_hours(told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-20T18:30")
    told("log", "bench", "100x8@2", "--at", "2026-11-27T18:30")
    assert told("log", "bench", "100x7@1", "--at", "2026-11-20T18:40")["session"]["id"] == 1


def test_recovery_from_a_forgotten_session_counts_from_its_last_set(told) -> None:
    told("log", CURL, "30x10!a", "--at", "2026-11-20T18:30")
    open_still = told("failures", "--until", "2026-11-21T09:00")["recovery"]
    told("finish", "--at", "2026-11-21T09:00")
    assert told("failures", "--until", "2026-11-21T09:00")["recovery"] == open_still
    assert open_still[0]["ready_at"] == "2026-11-22T18:30:00+01:00"


def test_editing_the_past_moves_what_show_calls_a_record(told: Told, database: Path) -> None:
    first = told("log", "bench", "80x8@2", "--at", "2026-11-16T18:00")["sets"][0]["id"]
    session = told("log", "bench", "80x9@2", "--at", "2026-11-23T18:40")["session"]["id"]
    kinds = [one["kind"] for one in told("show", str(session))["sets"][0]["records"]]
    assert kinds == ["one_rep_max", "reps_at_load", "volume"]
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE sets SET reps = 12 WHERE id = ?", (first,))
    assert told("show", str(session))["sets"][0]["records"] == []


def test_the_end_says_what_to_do_next_time(told: Told, lastset: Callable[..., Any]) -> None:
    told("log", "bench", "w60x8", "80x12@2", "80x12@1", "--at", "2026-11-23T18:00")
    told("log", "plank", "60s", "--at", "2026-11-23T18:10")
    assert told("finish", "--at", "2026-11-23T18:30")["next_time"] == [
        {
            "exercise": "Bench Press (Barbell)",
            "load": {"value": 82.5, "unit": "kg", "kind": "total"},
            "reps": 8,
            "seconds": None,
            "target_rir": 2.0,
            "why": "all had 12: one step up",
        },
        {
            "exercise": "Plank",
            "load": None,
            "reps": None,
            "seconds": 65,
            "target_rir": None,
            "why": "all had 60 s: 5 s more",
        },
    ]
    again = ("log", "bench", "85x8@2", "85x8@2", "--finish", "--at", "2026-11-26T18:00")
    lines = lastset(*again).out.splitlines()
    said = lines.index("Records")
    assert lines[said + 1].startswith("  Bench Press (Barbell)  ")
    said = lines.index("Next time")
    assert lines[said + 1] == ("  Bench Press (Barbell)  85 kg × 9 at RIR 2  2 left: one rep more")
    assert max(map(len, lines)) <= 80


def test_a_log_that_does_not_end_the_session_proposes_nothing(told: Told) -> None:
    assert "next_time" not in told("log", "bench", "80x12@2", "--at", "2026-11-23T18:00")
