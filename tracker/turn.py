"""Whose turn it is: the exercise that the next set belongs to."""

from collections.abc import Sequence

from tracker.session import Block


def sets_left(block: Block) -> int:
    """Planned work sets not yet done; with nothing planned one is always left."""
    if block.sets_planned is None:
        return 1
    return max(0, block.sets_planned - len(block.work_sets))


def is_unfinished(block: Block) -> bool:
    """Whether a set of it is still to come."""
    return bool(sets_left(block)) and not block.skipped


def next_unfinished(blocks: Sequence[Block], block: Block) -> Block | None:
    """The next exercise with a set to come: those after this one, then those before it."""
    return next((one for one in _others(blocks, block) if is_unfinished(one)), None)


def _others(blocks: Sequence[Block], block: Block) -> tuple[Block, ...]:
    """The blocks behind this one, then those before it."""
    here = next(at for at, one in enumerate(blocks) if one.id == block.id)
    return (*blocks[here + 1 :], *blocks[:here])


def mates_of(blocks: Sequence[Block], block: Block) -> tuple[Block, ...]:
    """The exercises of its superset or circuit, itself among them; none where it stands alone."""
    if block.superset is None:
        return ()
    mates = tuple(one for one in blocks if one.superset == block.superset)
    return mates if len(mates) > 1 else ()


def turn_after_set(blocks: Sequence[Block], block: Block) -> Block:
    """The exercise of the next set, after a set of this one.

    In a superset a partner, the one with the fewest sets: also where one was begun before they
    were joined, the line alternates. Else the same exercise until its plan is done, then the next
    one that is not.
    """
    if block.superset is not None:
        others = [one for one in _others(blocks, block) if one.superset == block.superset]
        partners = [one for one in others if is_unfinished(one)]
        if partners:
            return min(partners, key=lambda one: len(one.work_sets))
    if block.sets_planned is not None and not sets_left(block):
        return next_unfinished(blocks, block) or block
    return block
