"""A session as it stood at a time: nothing later is visible."""

from dataclasses import replace
from datetime import datetime

from tracker.session import Block, Session


def until(block: Block, at: datetime, without: frozenset[int] = frozenset()) -> Block:
    """The exercise as it stood at a time, without the sets of some ids."""
    sets = tuple(one for one in block.sets if one.at <= at and one.id not in without)
    return block if len(sets) == len(block.sets) else replace(block, sets=sets)


def as_of(session: Session, at: datetime, without: frozenset[int] = frozenset()) -> Session:
    """The session as it stood at a time, without the sets of some ids.

    An exercise whose sets all lie later had not begun; one that has no sets was planned.
    """
    blocks = []
    for block in session.blocks:
        standing = until(block, at, without)
        if standing.sets or not any(one.at > at for one in block.sets):
            blocks.append(standing)
    has_ended = session.ended_at is not None and session.ended_at <= at
    return replace(session, blocks=tuple(blocks), ended_at=session.ended_at if has_ended else None)
