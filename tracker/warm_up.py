"""The warm-up ramp: a few light sets on the way to the work load."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.draft import upcoming
from tracker.exercise import Exercise, Mechanic
from tracker.load import Load, LoadKind
from tracker.loading import Rack, rounded
from tracker.planned import PlannedSet
from tracker.session import Block

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


@dataclass(frozen=True, slots=True)
class RampPlace:
    """Where the lifter stands on the ramp."""

    step: PlannedSet
    """The next step; the last one once all are done."""
    number: int
    """Which step that is, from 1."""
    steps: int
    """How many steps the ramp has."""
    is_done: bool
    """All steps were done."""


def ramp_place(
    exercise: Exercise, work: Load | None, done: int, rack: Rack | None = None
) -> RampPlace | None:
    """The place on the ramp to a work load after `done` warm-ups; None where there is no ramp."""
    ramp = warm_up_ramp(exercise, work, rack)
    if not ramp:
        return None
    number = min(done + 1, len(ramp))
    return RampPlace(ramp[number - 1], number, len(ramp), done >= len(ramp))


def work_load(block: Block, last_time: Block | None, draft: PlannedSet) -> Load | None:
    """What the ramp climbs to: the heaviest of the work sets still to come, the draft among them.

    Logs from elsewhere have light sets that are not marked as warm-ups: a ramp to the first of
    them would end where it should begin. Without a plan the sets of last time are to come.
    """
    if block.sets_planned is None and last_time is not None:
        block = replace(block, planned_sets=len(last_time.work_sets))
    to_come = (one.load for one in upcoming(block, last_time, draft))
    total = [one for one in to_come if one is not None and one.kind is LoadKind.TOTAL]
    if draft.load is not None:
        total.insert(0, draft.load)
    return max(total, key=lambda one: one.grams, default=None)
