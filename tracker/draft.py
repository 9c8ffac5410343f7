"""The draft: what the next set is likely to be, from the plan, today and last time."""

from dataclasses import replace

from tracker.exercise import Exercise, ExerciseClass
from tracker.load import bodyweight
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.session import Block, Session
from tracker.turn import mates_of


def as_planned(performed: PerformedSet) -> PlannedSet:
    """A set that was done, as the plan of one to do: without its effort."""
    return PlannedSet(
        load=performed.load,
        reps=performed.reps,
        reps_right=performed.reps_right,
        warm_up=performed.warm_up,
        seconds=performed.seconds,
    )


def plan_again(session: Session) -> tuple[Block, ...]:
    """The exercises of a past session as the plan of a new one: its work sets, undone."""
    done = [block for block in session.blocks if block.work_sets]
    return tuple(
        Block(
            exercise=block.exercise,
            plan=tuple(as_planned(one) for one in block.work_sets),
            planned_sets=len(block.work_sets),
            superset=block.superset if mates_of(done, block) else None,
        )
        for block in done
    )


def target_rir(exercise: Exercise, planned: PlannedSet) -> float:
    """The RIR a set is to end with: the plan's, else 3 on squats, deadlifts and Olympic lifts and
    2 on all others (guidance, R87; the upper end where it gives a range)."""
    if planned.rir is not None:
        return planned.rir
    heavy = (ExerciseClass.SQDL, ExerciseClass.OLY)
    return 3.0 if exercise.exercise_class in heavy else 2.0


def upcoming(block: Block, last_time: Block | None, draft: PlannedSet) -> tuple[PlannedSet, ...]:
    """The planned work sets still to come after the next one.

    They follow the draft where the plan has the same load for them: a load that was changed, or
    lowered to repair a failure, holds for the rest.
    """
    done = len(block.work_sets)
    here = base_set(block, last_time, done)
    sets = []
    for index in range(done + 1, block.sets_planned or 0):
        planned = base_set(block, last_time, index) or draft
        if here is not None and planned.load == here.load and draft.load != here.load:
            planned = replace(planned, load=draft.load, reps=draft.reps)
        sets.append(planned)
    return tuple(sets)


def base_set(block: Block, last_time: Block | None, index: int) -> PlannedSet | None:
    """What the plan, else last time, has for the work set of that index (from 0).

    Beyond the last one the last is repeated; None where neither knows the exercise.
    """
    sets = [one for one in block.plan if not one.warm_up]
    if not sets and last_time is not None:
        sets = [as_planned(one) for one in last_time.work_sets]
    return sets[min(index, len(sets) - 1)] if sets else None


def next_draft(
    block: Block, last_time: Block | None, repair: PlannedSet | None = None
) -> PlannedSet:
    """The draft of the next work set; the body alone or an empty one where nothing is known.

    A repair goes before the plan. Where the lifter changed the load of the set before and the
    plan kept the load, the draft is that set again: reps planned for another load fit no longer.
    """
    done = block.work_sets
    planned = base_set(block, last_time, len(done))
    if not done:
        return planned or PlannedSet(load=bodyweight() if block.exercise.is_bodyweight else None)
    before = done[-1]
    if repair is not None:
        return replace(repair, rir=planned.rir if planned else None)
    if planned is None:
        return as_planned(before)
    was_planned = base_set(block, last_time, len(done) - 1)
    keeps_load = was_planned is not None and was_planned.load == planned.load
    if keeps_load and before.load is not None and before.load != planned.load:
        return replace(planned, load=before.load, reps=before.reps)
    return planned
