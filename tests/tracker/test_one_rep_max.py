"""The formulas against published tables, and what must hold for any set."""

from collections.abc import Callable
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InvalidSet
from tracker.one_rep_max import (
    Quality,
    brzycki,
    epley,
    estimate,
    lander,
    lombardi,
    mayhew,
    oconner,
    percent_of_max,
    reps_at,
    wathan,
)

Formula = Callable[[float, float], float]
FORMULAS: tuple[Formula, ...] = (epley, brzycki, lombardi, oconner, wathan, mayhew, lander)
PUBLISHED = [
    (epley, 285.0, 116.7, 133.3, 150.0),
    (brzycki, 279.3, 112.5, 133.3, 163.6),
    (lombardi, 277.0, 117.5, 125.9, 131.1),
    (oconner, 270.0, 112.5, 125.0, 137.5),
    (wathan, 287.3, 116.6, 134.7, 150.9),
    (mayhew, 284.1, 119.0, 130.9, 141.7),
    (lander, 281.5, 113.7, 134.1, 163.3),
]


@pytest.mark.parametrize(("formula", "at_225x8", "at_100x5", "at_100x10", "at_100x15"), PUBLISHED)
def test_each_formula_gives_the_published_table(
    formula: Formula, at_225x8: float, at_100x5: float, at_100x10: float, at_100x15: float
) -> None:
    sets = ((225, 8), (100, 5), (100, 10), (100, 15))
    for (load, reps), expected in zip(
        sets, (at_225x8, at_100x5, at_100x10, at_100x15), strict=True
    ):
        # The table is printed to one decimal, some of it rounded half up, some cut off.
        assert formula(load, reps) == pytest.approx(expected, abs=0.051)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_single_is_its_own_one_rep_max_in_every_formula(formula: Formula) -> None:
    assert formula(140, 1) == 140


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("reps", [0, -1, 37, 40])
def test_a_formula_refuses_reps_it_was_not_made_for(formula: Formula, reps: int) -> None:
    with pytest.raises(InvalidSet, match="1 to 36"):
        formula(100, reps)


def test_the_estimate_is_the_median_of_epley_brzycki_and_wathan() -> None:
    estimated = estimate(102_058, 8, 0)
    assert estimated is not None
    assert estimated.grams == round(epley(102_058, 8))
    assert estimated.grams / 453.59237 == pytest.approx(285.0, abs=0.01)


def test_reps_left_count_as_reps_to_failure() -> None:
    assert estimate(100_000, 6, 2) == estimate(100_000, 8, 0)


def test_a_single_at_rir_0_is_its_own_one_rep_max() -> None:
    estimated = estimate(140_000, 1, 0)
    assert estimated is not None
    assert estimated.grams == 140_000


def test_effort_that_was_not_said_gives_a_lower_bound() -> None:
    unknown, known = estimate(100_000, 8, None), estimate(100_000, 8, 0)
    assert unknown is not None and known is not None
    assert unknown.is_lower_bound and not known.is_lower_bound
    assert unknown.grams == known.grams


@pytest.mark.parametrize(
    ("load_grams", "reps", "rir"),
    [(100_000, 0, 0), (100_000, 16, None), (100_000, 14, 1.5), (100_000, 5, 4), (0, 5, 1)],
)
def test_what_says_nothing_gives_no_estimate(load_grams: int, reps: int, rir: float | None) -> None:
    assert estimate(load_grams, reps, rir) is None


@pytest.mark.parametrize(
    ("reps", "rir", "quality", "spread"),
    [
        (2, 0, Quality.GOOD, 0.05),
        (6, 0, Quality.GOOD, 0.05),
        (6, 0.5, Quality.GOOD, 0.10),
        (10, 0, Quality.GOOD, 0.10),
        (10, 0.5, Quality.FAIR, 0.10),
        (12, 0, Quality.FAIR, 0.10),
        (12, 1, Quality.POOR, 0.15),
        (15, 0, Quality.POOR, 0.15),
    ],
)
def test_quality_and_range_follow_reps_to_failure(
    reps: int, rir: float, quality: Quality, spread: float
) -> None:
    estimated = estimate(100_000, reps, rir)
    assert estimated is not None
    assert estimated.quality is quality
    assert estimated.low == pytest.approx(estimated.grams * (1 - spread), abs=1)
    assert estimated.high == pytest.approx(estimated.grams * (1 + spread), abs=1)


@pytest.mark.parametrize(
    ("reps", "rpe", "percent"),
    [
        (1, 10, 100.0),
        (1, 6, 86.3),
        (5, 8, 81.1),
        (8, 10, 78.6),
        (8, 7.5, 72.3),
        (12, 10, 68.0),
        (12, 6, 57.2),
    ],
)
def test_the_rpe_chart_reads_as_printed(reps: int, rpe: float, percent: float) -> None:
    assert percent_of_max(reps, rpe) == percent


@pytest.mark.parametrize(("reps", "rpe"), [(0, 8), (13, 8), (5, 5.5), (5, 10.5), (5, 8.25)])
def test_outside_the_chart_there_is_no_percentage(reps: int, rpe: float) -> None:
    assert percent_of_max(reps, rpe) is None


def test_111_kg_for_5_promise_8_reps_at_225_lb() -> None:
    estimated = estimate(111_000, 5, 0)
    assert estimated is not None
    assert 8 <= reps_at(estimated.grams, 102_058) < 8.2


def test_more_than_the_maximum_promises_no_rep_and_no_load_any_number() -> None:
    assert reps_at(100_000, 100_001) == 0
    assert reps_at(100_000, 100_000) == 1
    assert reps_at(100_000, 0) == inf


loads = st.integers(1_000, 500_000)
efforts = st.integers(0, 7).map(lambda halves: halves / 2)


@given(loads, st.integers(1, 12), efforts)
def test_asked_back_at_its_own_load_an_estimate_gives_its_reps(
    load: int, reps: int, rir: float
) -> None:
    estimated = estimate(load, reps, rir)
    if estimated is None:
        assert reps + rir > 15
    else:
        assert reps_at(estimated.grams, load) == pytest.approx(reps + rir, abs=0.05)


@given(loads, st.integers(1, 14), efforts)
def test_one_more_rep_never_lowers_the_estimate(load: int, reps: int, rir: float) -> None:
    fewer, more = estimate(load, reps, rir), estimate(load, reps + 1, rir)
    if fewer is not None and more is not None:
        assert fewer.grams < more.grams


@given(loads, st.integers(1, 15), st.none() | efforts)
def test_the_range_holds_the_estimate_and_the_estimate_the_load(
    load: int, reps: int, rir: float | None
) -> None:
    estimated = estimate(load, reps, rir)
    if estimated is not None:
        assert estimated.low <= estimated.grams <= estimated.high
        assert estimated.grams >= load


@given(st.integers(1_000, 500_000), loads, st.integers(1, 5_000))
def test_a_heavier_load_never_promises_more_reps(maximum: int, load: int, more: int) -> None:
    assert reps_at(maximum, load + more) <= reps_at(maximum, load)
