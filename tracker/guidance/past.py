"""A session's sets as history tells them."""

from datetime import datetime

from tracker.guidance.recovery import session_end
from tracker.guidance.situation import PastFailure
from tracker.session import Session


def session_failures(session: Session | None, now: datetime) -> tuple[PastFailure, ...]:
    """The session's sets up to an instant, as history would tell them."""
    if session is None or (last := session.last_set_at) is None:
        return ()
    end = session_end(session.started_at, session.ended_at, last)
    return tuple(
        PastFailure(
            block.exercise,
            session.id,
            end,
            one,
            place,
            max(len(block.work_sets), block.sets_planned or 0),
        )
        for block in session.blocks
        for place, one in enumerate(block.work_sets, 1)
        if one.at <= now
    )
