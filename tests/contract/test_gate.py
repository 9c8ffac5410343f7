"""The gate to techniques past failure: who may plan a drop set, by what stands in the log."""

import pytest

from tests.contract.conftest import BENCH, Gym, missing, rules

GATE = {"R64", "R65", "R66", "R67"}


def verdict(gym: Gym) -> dict[str, str]:
    plan = gym.plan("pec deck", "--sets", "3", "--technique", "drop")
    assert plan["allowed"] is ("stop" not in rules(plan).values())
    return {rule: severity for rule, severity in rules(plan).items() if rule in GATE}


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("225lbx8@2", "R67:caution"),
        ("102.06x8@2", "R67:caution"),
        ("102.058x8@0", "R67:caution"),
        ("102.05x8@0", "R65:stop"),
        ("102.05x8@2", "R66:caution"),
        ("225lbx7@0", "R65:stop"),
        ("102.06x7@0", "R65:stop"),
        ("225lbx8?", "R67:caution"),
        ("225lbx8!a", "R67:caution"),
        ("w225lbx8@2", "R65:stop"),
        ("100x8@0", "R65:stop"),
        ("102.5x8@1", "R67:caution"),
        ("111x5@0", "R66:caution"),
    ],
)
def test_the_bench_set_that_opens_the_gate(gym: Gym, spec: str, expected: str) -> None:
    gym.set("level", "advanced")
    gym.session(BENCH, spec, at="2026-10-01T18:00")
    rule, severity = expected.split(":")
    assert verdict(gym) == {rule: severity}


@pytest.mark.parametrize(
    ("at", "rule"),
    [
        ("2026-05-27T19:00:01+02:00", "R67"),
        ("2026-05-27T18:59:59+02:00", "R65"),
        ("2026-11-24T18:00", "R65"),
    ],
)
def test_it_counts_for_180_days_and_never_before_it_was_done(gym: Gym, at: str, rule: str) -> None:
    gym.set("level", "advanced")
    gym.session(BENCH, "225lbx8@2", at=at)
    assert list(verdict(gym)) == [rule]


@pytest.mark.parametrize(
    "exercise",
    [
        "Incline Bench Press (Barbell)",
        "Bench Press (Dumbbell)",
        "Bench Press (Smith Machine)",
        "Bench Press - Close Grip (Barbell)",
    ],
)
def test_no_other_lift_opens_it(gym: Gym, exercise: str) -> None:
    gym.set("level", "advanced")
    gym.session(exercise, "120x10@1", at="2026-10-01T18:00")
    assert list(verdict(gym)) == ["R65"]


@pytest.mark.parametrize("level", ["beginner", "intermediate"])
def test_who_is_not_advanced_is_stopped_whatever_the_bench(gym: Gym, level: str) -> None:
    gym.set("level", level)
    gym.session(BENCH, "105x10@1", at="2026-10-01T18:00")
    assert verdict(gym) == {"R64": "stop"}


def test_an_estimate_does_not_make_eligible_unless_it_is_accepted(gym: Gym) -> None:
    gym.set("level", "advanced")
    gym.session(BENCH, "111x5@0", at="2026-10-01T18:00")
    assert missing(gym.log("pec deck", "80x10!a > 60x6"), "R77:warning") == []
    gym.set("gate.accept_estimated", "true")
    plan = gym.plan("pec deck", "--sets", "3", "--technique", "drop", at="2026-12-20T18:00")
    assert missing(plan, "R67 -R65") == []


def test_the_relative_gate_wants_sex_and_body_weight(gym: Gym) -> None:
    gym.set("level", "advanced")
    gym.set("gate.mode", "relative")
    gym.session(BENCH, "100x8@1", at="2026-10-01T18:00")
    assert verdict(gym) == {"R65": "stop"}
    gym.set("sex", "male")
    gym.set("body_weight", "80kg")
    assert verdict(gym) == {"R67": "caution"}
    gym.set("body_weight", "90kg")
    assert verdict(gym) == {"R65": "stop"}


def test_a_gate_that_is_off_asks_only_for_the_level(gym: Gym) -> None:
    gym.set("gate.mode", "off")
    gym.set("level", "advanced")
    assert verdict(gym) == {"R67": "caution"}


def test_a_drop_set_on_a_set_that_is_not_the_last_is_a_stop(gym: Gym) -> None:
    gym.set("gate.mode", "off")
    gym.set("level", "advanced")
    plan = gym.plan("pec deck", "--sets", "3", "--technique", "drop", "--fail-on", "2")
    assert missing(plan, "R71:stop R41:warning") == []
    assert plan["allowed"] is False


def test_a_second_time_within_the_fortnight_is_a_caution(gym: Gym) -> None:
    gym.set("gate.mode", "off")
    gym.set("level", "advanced")
    first = gym.session("pec deck", "80x10!a > 60x6", at="2026-11-16T18:00")
    assert missing(first, "R72:caution -R73 -R77") == []
    again = ("leg extension", "--technique", "drop", "--sets", "3")
    assert missing(gym.plan(*again), "R73:caution") == []
    assert missing(gym.log("leg extension", "80x10!a > 60x6"), "R73:caution") == []


def test_a_beginner_who_did_it_anyway_is_told(gym: Gym) -> None:
    gym.set("level", "beginner")
    answer = gym.log("pec deck", "80x10!a +4 +3", "--finish")
    assert missing(answer, "R74:warning R77:warning R72:caution") == []
    assert "stop" not in rules(answer).values()
