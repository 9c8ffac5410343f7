"""The warm-up ramp: a few light sets on the way to the work load."""

from decimal import Decimal

from tracker.exercise import Exercise, Mechanic
from tracker.load import Load, LoadKind
from tracker.loading import Rack, rounded
from tracker.planned import PlannedSet

COMPOUND_RAMP = ((Decimal("0.4"), 8), (Decimal("0.6"), 5), (Decimal("0.8"), 3))
"""Share of the work load and reps, for several joints: lighter work in more reps first."""
ISOLATION_RAMP = ((Decimal("0.5"), 10),)
"""The same for one joint: a single lighter set."""


def warm_up_ramp(
    exercise: Exercise, work: Load | None, rack: Rack | None = None
) -> tuple[PlannedSet, ...]:
    """The warm-up sets before a work load: to what the plates make, the empty bar first of all.

    Without a rack they are rounded to the exercise's step. The shares are this program's own
    choice of the usual 40, 60 and 80 %. There is none where the load is unknown or only the body.
    """
    if work is None or work.kind is not LoadKind.TOTAL or work.value <= 0:
        return ()
    ramp = COMPOUND_RAMP if exercise.mechanic is Mechanic.COMPOUND else ISOLATION_RAMP
    carrying = rack if rack is not None and rack.carries(work) else None
    sets: list[PlannedSet] = []
    before = Decimal(0)
    for share, reps in ramp:
        load = rounded(work.with_value(work.value * share), exercise, carrying)
        if before < load.value < work.value:
            sets.append(PlannedSet(load=load, reps=reps, warm_up=True))
            before = load.value
    return tuple(sets)


def next_warm_up(
    exercise: Exercise, work: Load | None, done: int, rack: Rack | None = None
) -> PlannedSet | None:
    """The next step of the ramp after `done` warm-ups; its last once all are done."""
    ramp = warm_up_ramp(exercise, work, rack)
    return ramp[min(done, len(ramp) - 1)] if ramp else None
