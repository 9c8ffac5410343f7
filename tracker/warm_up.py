"""The warm-up ramp: a few light sets on the way to the work load."""

from decimal import ROUND_HALF_UP, Decimal

from tracker.exercise import Exercise, Mechanic
from tracker.load import Load, LoadKind
from tracker.planned import PlannedSet

COMPOUND_RAMP = ((Decimal("0.4"), 8), (Decimal("0.6"), 5), (Decimal("0.8"), 3))
"""Share of the work load and reps, for several joints: lighter work in more reps first."""
ISOLATION_RAMP = ((Decimal("0.5"), 10),)
"""The same for one joint: a single lighter set."""


def warm_up_ramp(exercise: Exercise, work: Load | None) -> tuple[PlannedSet, ...]:
    """The warm-up sets before a work load, rounded to the exercise's step.

    The shares are this program's own choice of the usual 40, 60 and 80 %. There is none where
    the load is unknown or only the body.
    """
    if work is None or work.kind is not LoadKind.TOTAL or work.value <= 0:
        return ()
    ramp = COMPOUND_RAMP if exercise.mechanic is Mechanic.COMPOUND else ISOLATION_RAMP
    step = exercise.step.value if exercise.step.unit is work.unit else Decimal(5)
    sets: list[PlannedSet] = []
    before = Decimal(0)
    for share, reps in ramp:
        steps = (work.value * share / step).quantize(Decimal(1), ROUND_HALF_UP)
        value = max(step, steps * step)
        if before < value < work.value:
            sets.append(PlannedSet(load=work.with_value(value), reps=reps, warm_up=True))
            before = value
    return tuple(sets)


def next_warm_up(exercise: Exercise, work: Load | None, done: int) -> PlannedSet | None:
    """The next step of the ramp after `done` warm-ups; its last once all are done."""
    ramp = warm_up_ramp(exercise, work)
    return ramp[min(done, len(ramp) - 1)] if ramp else None
