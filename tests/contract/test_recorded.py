"""What is recorded: sessions, what holds on, who stands by, pain, and the time of the call."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.conftest import BENCH, CURL, Gym, missing, rules

Refused = Callable[..., dict[str, Any]]


# -- sessions and the time of the call ---------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "session"),
    [
        ("2026-11-23T12:30", 1),
        ("2026-11-23T16:00", 1),
        ("2026-11-23T16:00:01", 2),
        ("2026-11-23T11:59", 2),
        ("2026-11-24T12:00", 2),
    ],
)
def test_a_set_goes_into_the_session_that_covers_its_time(gym: Gym, at: str, session: int) -> None:
    gym.log(BENCH, "100x8@2", at="2026-11-23T12:00")
    assert gym.log(BENCH, "100x7@2", at=at)["session"]["id"] == session


def test_a_finished_session_takes_sets_within_its_time_alone(gym: Gym) -> None:
    gym.log(BENCH, "100x8@2", at="2026-11-23T12:00")
    gym.finish(at="2026-11-23T13:00")
    assert gym.log(BENCH, "100x8@2", at="2026-11-23T12:30")["session"]["id"] == 1
    assert gym.log(BENCH, "100x8@2", at="2026-11-23T13:30")["session"]["id"] == 2


def test_nothing_later_is_visible(gym: Gym, refused: Refused) -> None:
    gym.session(CURL, "20x10!a", at="2026-11-20T18:00")
    gym.session(CURL, "20x12!a", at="2026-11-22T18:00")
    between = "2026-11-21T18:00"
    answer = gym.log(CURL, "20x9@2", at=between)
    assert (answer["ration"]["used"], answer["budget"]["used"]) == (1, 1.5)
    assert [one["id"] for one in gym.told("sessions", "--at", between)] == [3, 1]
    assert refused("show", "2", "--at", between)["kind"] == "session"
    assert len(gym.failures(at=between)["sets"]) == 1
    plan = gym.plan(CURL, "--failure", "absolute", at=between)
    assert plan["budget_after"]["used"] == 3.0


def test_nothing_later_is_visible_within_a_session(gym: Gym) -> None:
    gym.log(BENCH, "80x8@2", "--planned", "3")
    gym.log(BENCH, "80x6!a", at=10)
    answer = gym.log(BENCH, "80x7@2", at=5)
    assert missing(answer, "-R44 -R51") == []
    assert answer["ration"]["used"] == 0
    shown = gym.told("show", "1", "--at", "2026-11-23T18:05")
    assert [one["reps"] for one in shown["sets"]] == [8, 7]
    (line,) = gym.told("sessions", "--at", "2026-11-23T18:05")
    assert (line["sets"], line["failure_sets"], line["ended_at"]) == (2, 0, None)


def test_a_time_without_a_zone_is_local(gym: Gym) -> None:
    assert gym.log(BENCH, "100x8@2", at="2026-07-01T12:00Z")["sets"][0]["at"] == (
        "2026-07-01T14:00:00+02:00"
    )
    assert gym.log(BENCH, "100x8@2", at="2026-01-01 12:00")["sets"][0]["at"] == (
        "2026-01-01T12:00:00+01:00"
    )


@pytest.mark.parametrize("at", ["", "  ", "soon", "2026-02-30T10:00"])
@pytest.mark.parametrize("words", [("log", "bench", "100x8@2"), ("failures",), ("exercises",)])
def test_a_time_that_is_none_is_refused_by_every_verb(
    refused: Refused, gym: Gym, words: tuple[str, ...], at: str
) -> None:
    assert refused(*words, "--at", at)["kind"] in ("time", "usage")
    assert gym.told("sessions") == []


def test_all_sessions_are_listed_for_programs(gym: Gym) -> None:
    for day in range(1, 26):
        gym.told("log", CURL, "20x8@2", "--at", f"2026-10-{day:02d}T18:00")
    ids = [one["id"] for one in gym.told("sessions")]
    assert ids == list(range(25, 0, -1))
    assert len(gym.told("sessions", "--limit", "3")) == 3


# -- several sets, and the order of advice -----------------------------------------------------


def test_several_sets_give_the_union_of_their_advice_and_each_its_own(gym: Gym) -> None:
    sets = ("100x8@2", "100x8!a", "100x6@2")
    answer = gym.log(BENCH, *sets, "--spotter")
    own = [{one["rule"] for one in each["advice"]} for each in answer["sets"]]
    assert own[0] == set() and "R16" in own[1] and "R44" in own[2]
    assert set().union(*own) <= {one["rule"] for one in answer["advice"]}
    assert {"R16", "R44", "R51"} <= set(rules(answer))


def test_all_advice_is_in_order_of_severity_then_group_then_id(gym: Gym) -> None:
    groups = {one["id"]: one["group"] for one in gym.told("rules")}
    order = ["safety", "lift", "beyond", "ration", "position", "recovery", "drop", "kind"]
    order.append("education")
    grave = ["stop", "warning", "caution", "info"]
    gym.session(CURL, "20x10!t", at="2026-11-22T12:00")
    told = [
        gym.log(BENCH, "60x12!t", "60x8!t", "60x6!t", "--planned", "3"),
        gym.log(CURL, "20x10!a", "20x9!a", "--finish", at=20),
        gym.plan("pec deck", "--technique", "drop", "--fail-on", "all", at=30),
        gym.failures(at=40),
    ]
    for document in told:
        keys = [
            (grave.index(one["severity"]), order.index(groups[one["rule"]]), one["rule"])
            for one in document["all_advice"]
        ]
        assert keys and keys == sorted(keys)
        shown = [grave.index(one["severity"]) for one in document["advice"]]
        assert shown == sorted(shown)
        assert {one["rule"] for one in document["advice"]} <= set(rules(document))


# -- what holds on -----------------------------------------------------------------------------


def test_what_is_planned_holds_for_later_sets_of_the_exercise(gym: Gym) -> None:
    gym.log(BENCH, "80x8@2", "--planned", "3", "--exercise-of", "1/4", "--plan-failure")
    answer = gym.log(BENCH, "80x8!t", at=3)
    assert "R42" in rules(answer)
    assert answer["sets"][0]["planned_failure"] is True
    (lift,) = gym.told("show", "1")["exercises"]
    assert (lift["planned_sets"], lift["exercise_of"]) == (3, "1/4")
    other = gym.log(CURL, "20x10!t", at=6)
    assert other["sets"][0]["planned_failure"] is False


def test_a_failure_that_was_meant_is_no_surprise(gym: Gym) -> None:
    gym.session(CURL, "20x10!t", "20x9!t", "--plan-failure", at="2026-11-20T18:00")
    assert "R27" not in rules(gym.failures())
    gym.session("Leg Press", "100x10!t", "100x9!t", at="2026-11-21T18:00")
    assert "R27" in rules(gym.failures())


def test_a_later_set_makes_the_failure_before_it_not_the_last(gym: Gym) -> None:
    assert "R42" not in rules(gym.log(CURL, "20x10!t"))
    assert "R44" in rules(gym.log(CURL, "20x8@2", at=3))


@pytest.mark.parametrize(
    ("place", "late"),
    [("1/1", True), ("1/4", False), ("2/4", False), ("3/4", True), ("3/5", True), ("2/5", False)],
)
def test_late_is_the_kth_of_n_with_2k_over_n(gym: Gym, place: str, late: bool) -> None:
    plan = gym.plan(BENCH, "--failure", "technical", "--spotter", "--exercise-of", place)
    assert ("R45" in rules(plan)) is not late
    answer = gym.log(CURL, "20x10@2", "20x10!a", "--planned", "2", "--exercise-of", place)
    assert ("R48" in rules(answer)) is late


def test_where_no_place_is_known_nothing_is_said_of_it(gym: Gym) -> None:
    assert missing(gym.plan(BENCH, "--failure", "technical", "--spotter"), "-R45 -R11") == []
    assert "R48" not in rules(gym.log(CURL, "20x10@2", "20x10!a", "--planned", "2"))


# -- safety ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "accused", "stopped"),
    [
        ((), False, True),
        (("--no-spotter",), False, True),
        (("--no-safeties",), False, True),
        (("--no-spotter", "--no-safeties"), True, True),
        (("--spotter",), False, False),
        (("--safeties",), False, False),
        (("--no-spotter", "--safeties"), False, False),
    ],
)
def test_missing_answers_accuse_no_one_and_are_asked_for(
    gym: Gym, said: tuple[str, ...], accused: bool, stopped: bool
) -> None:
    for wish in (("--failure", "technical"), ("--rir", "0")):
        plan = gym.plan(BENCH, "--sets", "3", *wish, *said)
        assert ("R78" in rules(plan), plan["allowed"]) == (stopped, not stopped)
    assert ("R80" in rules(gym.log(BENCH, "80x8!t", *said))) is accused


@pytest.mark.parametrize(
    ("exercise", "required"),
    [
        ("Squat (Barbell)", True),
        ("Incline Bench Press (Barbell)", True),
        ("Overhead Press (Barbell)", False),
        ("Bench Press (Dumbbell)", False),
        ("Leg Press", False),
    ],
)
def test_only_lifts_that_can_pin_want_a_spotter(gym: Gym, exercise: str, required: bool) -> None:
    alone = ("--no-spotter", "--no-safeties")
    plan = gym.plan(exercise, "--failure", "technical", *alone)
    assert ("R78" in rules(plan)) is required
    assert ("R80" in rules(gym.log(exercise, "80x8!t", *alone))) is required


def test_who_stands_by_is_remembered_for_the_exercise(gym: Gym) -> None:
    def said(answer: Any) -> tuple[Any, ...]:
        (one,) = answer["sets"]
        return one["spotter"], one["safeties"], one["partner"]

    first = gym.session(BENCH, "80x8@2", "--spotter", "--no-safeties", at="2026-11-20T18:00")
    assert said(first) == (True, False, None)
    assert said(gym.log(BENCH, "80x8@2")) == (True, False, None)
    assert said(gym.log(BENCH, "80x8@2", "--no-spotter", at=2)) == (False, False, None)
    assert said(gym.log("Leg Press", "80x8@2", at=4)) == (None, None, None)


# -- pain --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "active"),
    [
        ("2026-11-09T18:00", False),
        ("2026-11-10T18:00", True),
        ("2026-11-24T17:59:59", True),
        ("2026-11-24T18:00:00", False),
    ],
)
def test_pain_is_active_for_fourteen_days(gym: Gym, at: str, active: bool) -> None:
    gym.log(CURL, "20x10@2", "--pain", at="2026-11-10T18:00")
    plan = gym.plan(CURL, "--failure", "technical", at=at)
    assert (rules(plan).get("R85") == "stop", plan["allowed"]) == (active, not active)


def test_pain_is_of_the_muscle_group_and_can_be_cleared(gym: Gym) -> None:
    gym.log("Lateral Raise (Dumbbell)", "10x10@2", "--pain", at="2026-11-20T18:00")
    for lift in ("Overhead Press (Barbell)", "Reverse Fly (Machine)"):
        assert "R85" in rules(gym.plan(lift, "--failure", "technical"))
    assert "R85" not in rules(gym.plan("Leg Press", "--failure", "technical"))
    gym.log("Lateral Raise (Dumbbell)", "--clear-pain")
    assert "R85" not in rules(gym.plan("Reverse Fly (Machine)", "--failure", "technical", at=1))
    before = gym.plan("Reverse Fly (Machine)", "--failure", "technical", at="2026-11-22T18:00")
    assert "R85" in rules(before)


# -- what counts as failure --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("guidance.rir0_counts_as", "none", ["none", "technical", "none"]),
        ("guidance.rir0_counts_as", "absolute", ["absolute", "technical", "none"]),
        ("guidance.unknown_counts_as", "none", ["technical", "none", "none"]),
        ("guidance.unknown_counts_as", "absolute", ["technical", "absolute", "none"]),
    ],
)
def test_what_an_untagged_failure_counts_as_is_a_setting(
    gym: Gym, setting: str, value: str, expected: list[str]
) -> None:
    gym.set(setting, value)
    sets = gym.log(BENCH, "80x8@0", "80x8!", "80x8!n")["sets"]
    assert [one["counts_as"] for one in sets] == expected
    assert [one["failure"] for one in sets] == [None, "unknown", "none"]
