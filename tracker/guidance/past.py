"""A session's sets as history tells them."""

from collections.abc import Sequence
from datetime import datetime

from tracker.guidance.past_failure import PastFailure
from tracker.guidance.recovery import session_end
from tracker.session import Block, Session


def session_failures(
    session: Session, blocks: Sequence[Block], now: datetime
) -> tuple[PastFailure, ...]:
    """The session's sets up to an instant, as history would tell them.

    Args:
        session: Whose start and end are taken.
        blocks: Its exercises, as they stand.
        now: What is later is left out.
    """
    last = max((one.at for block in blocks for one in block.sets), default=None)
    if last is None:
        return ()
    end = session_end(session.started_at, session.ended_at, last)
    told: list[PastFailure] = []
    for block in blocks:
        done = block.work_sets
        of = max(len(done), block.sets_planned or 0)
        told += [
            PastFailure(block.exercise, session.id, end, one, place, of)
            for place, one in enumerate(done, 1)
            if one.at <= now
        ]
    return tuple(told)
