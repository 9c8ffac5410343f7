"""What failures show about the RIR that was claimed before them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType
from tracker.exercise import Exercise, ExerciseClass, Measure
from tracker.failure import is_failure
from tracker.guidance.calibration import (
    ENOUGH,
    Calibration,
    Spread,
    calibration,
    rule_of_thumb,
    spread_of,
)
from tracker.load import bodyweight, kg
from tracker.performed import PerformedSet, Side
from tracker.session import Block
from tracker.settings import Settings

CURL = "Preacher Curl (Barbell)"
BENCH = "Bench Press (Barbell)"
DEFAULTS = Settings()


def seen(gym, *specs: str, name: str = CURL, settings: Settings = DEFAULTS) -> Calibration:
    return calibration([gym.block(name, specs)], settings)


def claims_and_shown(told: Calibration) -> list[tuple[float, int]]:
    return [(one.claimed, one.shown) for one in told.observations]


@pytest.mark.parametrize(
    ("specs", "expected"),
    [
        # Eight reps at RIR 2, then a failure at 9 shows at least one more.
        (("30x8@2", "30x9a"), [(2, 1)]),
        (("30x8@1", "30x10a"), [(1, 2)]),
        (("30x10@2", "30x9@1", "30x8a"), [(2, 0), (1, 0)]),
        # Each claim is looked at once, by the first failure after it.
        (("30x8@2", "30x9a", "30x12a"), [(2, 1)]),
        (("30x8@2", "30x9a", "30x5@1", "30x6t"), [(2, 1), (1, 1)]),
        # RIR 0 without a tag counts as technical failure, and as one that shows.
        (("30x8@2", "30x10@0"), [(2, 2)]),
        (("30x8@1.5", "30x10!"), [(1.5, 2)]),
        (("30x8@4.5", "30x12ad2"), [(4.5, 4)]),
    ],
)
def test_a_claim_is_compared_with_the_first_failure_after_it(gym, specs, expected) -> None:
    assert claims_and_shown(seen(gym, *specs)) == expected


@pytest.mark.parametrize(
    "specs",
    [
        ("30x8", "30x9a"),  # no effort said
        ("30x8@5", "30x15a"),  # 5 may be more
        ("w30x8@2", "30x9a"),  # a warm-up
        ("32.5x8@2", "30x9a"),  # another load
        ("30x9a", "30x8@2"),  # the failure came first
        ("30x8@2", "30x9@1"),  # no failure
        ("30x8a", "30x9a"),  # a failure makes no claim
        ("30x0@2", "30x9a"),  # no rep to count from
        ("30x8@2", "30x0a"),  # a missed rep
    ],
)
def test_what_says_nothing_is_left_out(gym, specs) -> None:
    told = seen(gym, *specs)
    assert told.observations == ()
    assert told.overall is None and told.by_class == {}
    assert told.correction(gym.lift(CURL)) == 0


def test_five_or_more_is_no_claim_to_compare(gym) -> None:
    claim = replace(gym.done("30x8@4"), rir_or_more=True)
    assert not calibration([Block(gym.lift(CURL), (claim, gym.done("30x9a")))], DEFAULTS).overall


def test_left_and_right_are_never_compared_with_each_other(gym) -> None:
    claim, failed = gym.done("30x8@2"), gym.done("30x9a")
    left, right = replace(claim, side=Side.LEFT), replace(failed, side=Side.RIGHT)
    both = replace(failed, reps_right=8)
    for sets in (
        (left, right),
        (left, failed),
        (claim, both),
        (replace(claim, reps_right=8), failed),
    ):
        assert not calibration([Block(gym.lift(CURL), sets)], DEFAULTS).observations
    same = (left, replace(failed, side=Side.LEFT))
    assert calibration([Block(gym.lift(CURL), same)], DEFAULTS).observations


def test_the_body_alone_is_a_load_and_no_load_is_not(gym) -> None:
    claim, failed = gym.done("30x8@2"), gym.done("30x9a")
    for load, count in ((bodyweight(), 1), (None, 0)):
        sets = (replace(claim, load=load), replace(failed, load=load))
        assert len(calibration([Block(gym.lift(CURL), sets)], DEFAULTS).observations) == count


def test_the_same_load_in_another_unit_of_weight_is_the_same(gym) -> None:
    assert not seen(gym, "100x8@2", "225lbx9a").observations
    assert seen(gym, "225lbx8@2", "102.058x9a").observations


def test_timed_exercises_stand_outside(gym) -> None:
    plank = replace(gym.lift(CURL), measure=Measure.TIME)
    sets = (gym.done("30x8@2"), gym.done("30x9a"))
    assert not calibration([Block(plank, sets)], DEFAULTS).observations


def test_settings_say_what_is_a_failure(gym) -> None:
    lenient = DEFAULTS.with_value("guidance.rir0_counts_as", "none")
    assert seen(gym, "30x8@2", "30x10@0").observations
    assert not seen(gym, "30x8@2", "30x10@0", settings=lenient).observations
    # No reps left, not failed: a claim of 0 that a later failure can prove wrong.
    claim = replace(gym.done("30x8@0"), failure=FailureType.NONE)
    told = calibration([Block(gym.lift(CURL), (claim, gym.done("30x9a")))], DEFAULTS)
    assert claims_and_shown(told) == [(0, 1)]


def test_classes_are_told_apart_and_together(gym) -> None:
    curls = [gym.block(CURL, ("30x8@1", "30x11a"))] * 3
    presses = [gym.block(BENCH, ("80x8@2", "80x8t"))]
    told = calibration([*curls, *presses], DEFAULTS)
    assert told.by_class == {
        ExerciseClass.FWC: Spread(1, -2, -2, -2),
        ExerciseClass.ISO: Spread(3, 2, 2, 2),
    }
    assert told.overall == Spread(4, 2, 1, 2)


@pytest.mark.parametrize(
    ("biases", "correction"),
    [
        ([1.0] * 9, 0),  # one too few
        ([1.0] * 10, 1),
        ([0.5] * 10, 0.5),
        ([0.25] * 10, 0),
        ([1.0, 0.5] * 5, 0.5),  # a median of 0.75 is said as the half below: it is a lower bound
        ([0.0] * 10, 0),
        ([-2.0] * 30, 0),  # below zero fatigue may be all there is to see
    ],
)
def test_a_correction_is_offered_after_ten_and_only_upwards(biases, correction) -> None:
    assert spread_of(biases).correction == correction


def test_a_lift_s_own_class_speaks_once_it_has_enough(gym) -> None:
    few, many = Spread(9, 2, 2, 2), Spread(ENOUGH, 1, 1, 1)
    curl, bench = gym.lift(CURL), gym.lift(BENCH)
    told = Calibration((), Spread(40, 0.5, 0, 1), {ExerciseClass.ISO: many, ExerciseClass.FWC: few})
    assert told.correction(curl) == 1
    assert told.correction(bench) == 0.5


def test_the_words_are_those_of_a_forecast() -> None:
    assert rule_of_thumb(1) == "Your 2 is more like 3."
    assert rule_of_thumb(1.5, 1) == "Your 1 is more like 2.5."
    assert rule_of_thumb(0) == ""


REPS = st.integers(1, 30)
RIRS = st.sampled_from([None, *(half / 2 for half in range(11))])
SETS = st.lists(
    st.builds(
        lambda reps, rir, failed: (reps, None if failed else rir, failed), REPS, RIRS, st.booleans()
    ),
    max_size=8,
)


@given(SETS)
def test_a_claim_is_never_shown_to_be_less_than_nothing_and_never_counted_twice(rows) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    sets = tuple(
        PerformedSet(
            at, kg(30), reps, rir=rir, failure=FailureType.ABSOLUTE if failed else None, id=number
        )
        for number, (reps, rir, failed) in enumerate(rows, 1)
    )
    curl = Exercise(1, "Curl")
    told = calibration([Block(curl, sets)], DEFAULTS)
    claims = [one.claim.id for one in told.observations]
    assert len(set(claims)) == len(claims)
    for one in told.observations:
        assert one.shown >= 0 and one.bias >= -one.claimed
        assert one.claim.id < one.failed.id and is_failure(one.failed, DEFAULTS)
        between = sets[one.claim.id : one.failed.id - 1]
        assert not any(is_failure(mate, DEFAULTS) for mate in between)


@given(st.lists(st.integers(-10, 20).map(lambda half: half / 2), min_size=1, max_size=60))
def test_a_spread_holds_its_median_and_a_correction_never_exceeds_it(biases) -> None:
    spread = spread_of(biases)
    assert min(biases) <= spread.low <= spread.median <= spread.high <= max(biases)
    assert spread.observations == len(biases)
    assert 0 <= spread.correction <= max(0.0, spread.median)
    assert spread.correction * 2 == int(spread.correction * 2)
