"""Swapping the exercise in hand for another one."""

from dataclasses import replace

from screens.live.desk import Desk
from tracker.exercise import Exercise
from tracker.session import Block
from tracker.turn import sets_left


def swap(desk: Desk, exercise: Exercise) -> str:
    """Give what is left of the exercise in hand to another one; says what became of it.

    Sets that were done stay where they were done.
    """
    block = desk.block
    assert block is not None
    logging = desk.house.store.logging
    done = len(block.work_sets)
    if not block.sets:
        logging.swap_exercise(block.id, exercise.id)
        desk.reload()
        return f"swapped for {exercise.name}"
    left = sets_left(block) if block.sets_planned is not None else None
    ended = replace(block, superset=None, skipped=not done)
    if left:
        kept = tuple(one for one in block.plan if not one.warm_up)[:done]
        ended = replace(ended, plan=kept, planned_sets=max(1, done))
    rest = Block(exercise, planned_sets=left or None, superset=block.superset)
    block_id = logging.hand_over(desk.session.id, ended, rest)
    desk.reload()
    desk.focus(next(one for one in desk.session.blocks if one.id == block_id))
    return f"{exercise.name} takes the rest; the sets done stay with {block.exercise.name}"
