"""A session as it stood at a time: nothing later is visible."""

from dataclasses import replace
from datetime import datetime

from tracker.session import Session


def as_of(session: Session, at: datetime, without: frozenset[int] = frozenset()) -> Session:
    """The session as it stood at a time, without the sets of some ids.

    An exercise whose sets all lie later had not begun; one that has no sets was planned.
    """
    blocks = []
    for block in session.blocks:
        sets = tuple(one for one in block.sets if one.at <= at and one.id not in without)
        if sets or not any(one.at > at for one in block.sets):
            blocks.append(replace(block, sets=sets))
    has_ended = session.ended_at is not None and session.ended_at <= at
    return replace(session, blocks=tuple(blocks), ended_at=session.ended_at if has_ended else None)
