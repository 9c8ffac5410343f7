"""`plan`: what is meant by its options, what that costs, and whether it is allowed."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.conftest import BENCH, CURL, Gym, missing, rules

Refused = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("options", "cost", "allowed", "expected"),
    [
        ((), 0.0, True, "-R83 -R35"),
        (("--rir", "2"), 0.0, True, "-R83 -R35"),
        (("--rir", "0"), 1.0, True, "R35 R83 -R01 -R41"),
        (("--rir", "0.5"), 0.0, True, "-R83"),
        (("--failure", "technical"), 1.0, True, "R35:info R06:info R83:info -R41"),
        (("--failure", "absolute"), 1.5, True, "R35:info"),
        (("--fail-on", "3"), 1.0, True, "R35 -R41"),
        (("--fail-on", "1"), 1.0, True, "R41:warning -R35"),
        (("--fail-on", "2,3"), 2.0, True, "R41:warning -R01"),
        (("--fail-on", "1,2,3"), 3.0, False, "R01:stop -R41"),
        (("--fail-on", "all"), 3.0, False, "R01:stop -R41"),
        (("--fail-on", "all", "--failure", "absolute"), 4.5, False, "R01:stop"),
        (("--technique", "drop"), 2.25, False, "R64:stop R70:info -R65 -R66"),
        (("--technique", "rest_pause"), 2.25, False, "R64:stop"),
        (("--technique", "forced"), 2.25, False, "R64:stop"),
        (("--technique", "eccentric"), 3.0, False, "R64:stop R69:stop"),
        (("--technique", "none"), 0.0, True, "-R64"),
        (("--failure", "technical", "--reps", "5"), 1.0, True, "R22:info -R23"),
        (("--failure", "technical", "--reps", "20"), 1.0, True, "R21:info"),
    ],
)
def test_three_curls_as_they_are_meant(
    gym: Gym, options: tuple[str, ...], cost: float, allowed: bool, expected: str
) -> None:
    plan = gym.plan(CURL, "--sets", "3", *options)
    assert (plan["exercise"], plan["sets"]) == (CURL, 3)
    assert (plan["cost"], plan["allowed"]) == (cost, allowed)
    assert plan["budget_after"] == {"used": cost, "capacity": 4.5}
    assert bool(plan["recovery_after"]) is (cost > 0)
    assert missing(plan, expected) == []
    if not allowed:
        assert [one["severity"] for one in plan["advice"]] == ["stop"]


@pytest.mark.parametrize(
    ("exercise", "failure", "allowed", "expected"),
    [
        (BENCH, "technical", True, "R34:caution -R33"),
        (BENCH, "absolute", True, "R33:warning"),
        ("Pull Up", "absolute", True, "R33:caution"),
        ("Push Up", "absolute", True, "R35"),
        ("Chest Press (Machine)", "absolute", True, "R35 -R33"),
        ("Leg Press", "technical", True, "R81:caution"),
        ("Squat (Barbell)", "technical", False, "R30:stop R36"),
        ("Romanian Deadlift (Barbell)", "technical", False, "R30:stop"),
        ("Trap Bar Deadlift", "absolute", False, "R30:stop"),
        ("Snatch (Barbell)", "technical", False, "R28:stop"),
        ("Kettlebell Swing", "technical", False, "R28:stop"),
        ("Kettlebell Turkish Get Up", "technical", False, "R30:stop"),
        ("Deadlift (Smith Machine)", "technical", True, "R34:caution"),
    ],
)
def test_the_lift_decides(
    gym: Gym, exercise: str, failure: str, allowed: bool, expected: str
) -> None:
    plan = gym.plan(exercise, "--sets", "3", "--failure", failure, "--spotter")
    assert plan["allowed"] is allowed
    assert missing(plan, expected) == []


def test_sets_are_the_total_including_those_logged(gym: Gym) -> None:
    gym.log(CURL, "20x10!t", "20x9@1")
    plan = gym.plan(CURL, "--sets", "3", "--failure", "technical", at=5)
    assert (plan["sets"], plan["cost"], plan["budget_after"]["used"]) == (3, 1.0, 2.0)
    all_of_them = gym.plan(CURL, "--sets", "3", "--fail-on", "all", at=5)
    assert missing(all_of_them, "-R01") == []
    assert gym.plan(CURL, "--sets", "1", at=5)["sets"] == 2


def test_all_three_failed_counts_those_that_failed_before(gym: Gym) -> None:
    gym.log(CURL, "20x10!t", "20x9!t")
    plan = gym.plan(CURL, "--sets", "3", "--fail-on", "3", at=5)
    assert missing(plan, "R01:stop") == []


def test_the_fourth_event_of_a_fortnight_is_over_the_ration(gym: Gym) -> None:
    for day, lift in ((12, CURL), (14, "Leg Extension (Machine)"), (16, "Leg Press")):
        gym.session(lift, "20x10!t", at=f"2026-11-{day}T18:00")
    plan = gym.plan("pec deck", "--failure", "technical")
    assert missing(plan, "R06:warning") == []
    assert plan["allowed"] is True


def test_failure_sessions_back_to_back_are_a_caution(gym: Gym) -> None:
    gym.session(CURL, "20x10!t", at="2026-11-21T18:00")
    assert missing(gym.plan("Leg Press", "--failure", "technical"), "R10:caution") == []


def test_a_beginner_is_told_what_failure_is_for(gym: Gym) -> None:
    gym.set("level", "beginner")
    plan = gym.plan(CURL, "--failure", "technical")
    assert missing(plan, "R91:caution") == []
    assert plan["budget_after"]["capacity"] == 3.0


def test_a_new_heavy_weight_to_failure_is_ego(gym: Gym) -> None:
    gym.session(BENCH, "100x8@1", at="2026-11-16T18:00")
    wish = ("--failure", "technical", "--spotter")
    assert "R84" in rules(gym.plan(BENCH, "--load", "130", *wish))
    assert "R84" not in rules(gym.plan(BENCH, "--load", "102.5", *wish))


def test_a_plan_writes_no_set(gym: Gym) -> None:
    gym.plan(CURL, "--sets", "3", "--failure", "absolute", "--exercise-of", "1/3")
    assert gym.told("sessions") == []


@pytest.mark.parametrize(
    "options",
    [
        ("--fail-on", ""),
        ("--fail-on", "0"),
        ("--fail-on", "4"),
        ("--fail-on", "3,"),
        ("--failure", "unknown"),
        ("--technique", "myo"),
        ("--rir", "6"),
        ("--sets", "0"),
        ("--reps", "x"),
        ("--load", "1,000"),
        ("--exercise-of", "4/3"),
        ("--nonsense",),
    ],
)
def test_options_that_say_nothing_are_refused(refused: Refused, options: tuple[str, ...]) -> None:
    assert refused("plan", CURL, "--sets", "3", *options)["kind"] == "usage"
