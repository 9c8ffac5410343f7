"""After an early failure: what to load next, and how many reps to expect."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from tracker.exercise import Exercise
from tracker.guidance.rest import recommended_rest
from tracker.guidance.wording import half_up
from tracker.load import Load, LoadKind, bodyweight
from tracker.loading import Rack, rack_under, rounded_down, step_in
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.settings import Settings

_TARGET_RIR = 2
_LEAST_SHARE, _MOST_SHARE = 0.83, 0.88
"""The next load as a share of the failed one, before rounding: −17 % to −12 %."""
_OWN_FROM = 3
"""From so many observations on the lifter's own rep drop is used."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What to do with the sets that are left after one failed too early."""

    load: Load | None
    """The load to take; None where the failed set had none."""
    reps: int
    """The same reps as planned, at RIR 2 with that load."""
    percent: int
    """The change of load in whole percent; negative or 0."""
    rest_seconds: int
    fewer_reps: int
    """Reps at RIR 2 if the load stays."""


def first_drop(ratios: Sequence[float], settings: Settings) -> float:
    """The expected share of reps after a failure: the lifter's own median once there are three.

    Until then the article's example (12 reps, then 8), which is no measurement.
    """
    return median(ratios) if len(ratios) >= _OWN_FROM else settings.numbers("reps.drop")[0]


def forecast(reps: int, ratios: Sequence[float], settings: Settings) -> tuple[int, int]:
    """Reps to expect in the next two sets at the same load, after `reps` to failure.

    >>> forecast(10, (), Settings()), forecast(12, (), Settings())
    ((7, 5), (8, 6))
    """
    following = half_up(first_drop(ratios, settings) * reps)
    return following, half_up(settings.numbers("reps.drop")[1] * following)


def _floored(value: Decimal, step: Decimal) -> Decimal:
    return value // step * step if step > 0 and value > 0 else value


def _ceiled(value: Decimal, step: Decimal) -> Decimal:
    return value if value == _floored(value, step) else _floored(value, step) + step


def _lighter(
    load: Load, share: Decimal, exercise: Exercise, rack: Rack | None, body_grams: int | None
) -> Load:
    """The load that moves the given share of what this one moves, down to one that is there."""
    if load.kind is LoadKind.TOTAL:
        lighter = rounded_down(load.with_value(load.value * share), exercise, rack)
        return lighter if lighter.value > 0 else load
    step = step_in(exercise.step, load.unit)
    moved = load.moved_grams(body_grams)
    if moved is None or moved == 0 or load.grams == 0:
        return load
    taken_off = load.value * (1 - share) * moved / load.grams
    if load.kind is LoadKind.ASSISTED:
        return load.with_value(_ceiled(load.value + taken_off, step))
    value = _floored(load.value - taken_off, step)
    return load.with_value(value) if value > 0 else bodyweight(load.unit)


def repair(
    exercise: Exercise,
    failed: PerformedSet,
    ratios: Sequence[float],
    profile: Profile,
    settings: Settings,
) -> Repair:
    """The next load, reps and rest after a failure set with sets still to go.

    The same reps at RIR 2, for a lifter whose reps have dropped as forecast: the load that
    Epley's line gives for reps + 2, about −12 to −17 %, rounded down to what the plates make or
    to the exercise's step; the bar alone is the lightest on a bar.

    Args:
        exercise: The lift.
        failed: The failure set.
        ratios: The lifter's own rep drops after failure on this lift.
        profile: For the body weight of body-weight lifts.
        settings: The settings in force.
    """
    reps = max(1, failed.reps or 0)
    drop = first_drop(ratios, settings)
    share = (1 + drop * reps / 30) / (1 + (reps + _TARGET_RIR) / 30)
    share = min(_MOST_SHARE, max(_LEAST_SHARE, share))
    load = failed.load
    percent = 0
    if load is not None:
        body = profile.body_weight.grams if profile.body_weight else None
        rack = rack_under(load, exercise, settings)
        load = _lighter(load, Decimal(str(share)), exercise, rack, body)
        percent = _percent_less(failed.load, load, body)
    rest = recommended_rest(exercise, failed, load, settings)
    fewer = max(1, half_up(drop * reps) - _TARGET_RIR)
    return Repair(load, reps, percent, rest.seconds, fewer)


def _percent_less(failed: Load | None, lighter: Load, body: int | None) -> int:
    before = failed.moved_grams(body) if failed else None
    after = lighter.moved_grams(body)
    return -half_up(100 * (before - after) / before) if before and after is not None else 0
