"""Taking an exercise in hand that was found."""

from screens.live.desk import Desk
from tracker.exercise import Exercise
from tracker.session import Block
from tracker.turn import is_unfinished


def take(desk: Desk, exercise: Exercise) -> str:
    """Go to the exercise where the session holds it, else add it; says what is not plain to see.

    Where it stands several times, the unfinished block is meant, a begun one first. Only who is in
    its block already, all of its plan done, and takes it again gets a second one.
    """
    held = [one for one in desk.session.blocks if one.exercise.id == exercise.id]
    elsewhere = [one for one in held if one.id != desk.block_id]
    unfinished = [one for one in elsewhere if is_unfinished(one)]
    if unfinished:
        return _go_to(desk, next((one for one in unfinished if one.sets), unfinished[0]))
    in_hand = next((one for one in held if one.id == desk.block_id), None)
    if in_hand is not None and (not in_hand.sets or is_unfinished(in_hand)):
        return f"{exercise.name} is in hand already"
    if in_hand is not None:
        _add(desk, exercise)
        return f"a second block of {exercise.name}: u takes it back"
    if elsewhere:
        return _go_to(desk, elsewhere[-1])
    _add(desk, exercise)
    return ""


def _go_to(desk: Desk, block: Block) -> str:
    desk.focus(block)
    if block.skipped:
        return "already here, but skipped: k takes it up again"
    if not is_unfinished(block):
        return "already here: another set of it"
    return "already here" if block.sets else ""


def _add(desk: Desk, exercise: Exercise) -> None:
    block_id = desk.house.store.logging.add_block(desk.session.id, Block(exercise=exercise))
    desk.reload()
    desk.focus(next(one for one in desk.session.blocks if one.id == block_id))
