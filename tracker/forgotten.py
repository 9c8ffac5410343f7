"""A session that was left open: whether it was forgotten, and when it really ended."""

from datetime import datetime, timedelta

from tracker.guidance.recovery import LONGEST_SESSION
from tracker.session import Session

SILENCE = timedelta(hours=4)
"""A session that was silent for longer is over: the next set opens a new one."""


def last_moment(session: Session) -> datetime:
    """The latest moment that is known of a session: its last set, else its start."""
    return max(session.started_at, session.last_set_at or session.started_at)


def is_forgotten(session: Session, now: datetime, rest_from: datetime | None = None) -> bool:
    """Whether an open session has been silent for so long that the lifter must be elsewhere.

    Args:
        session: As it stands.
        now: The moment.
        rest_from: When the rest timer was started anew, should it have been: a sign of life.
    """
    latest = last_moment(session)
    latest = latest if rest_from is None else max(latest, rest_from)
    return session.is_open and now - latest > SILENCE


def end_of(session: Session, now: datetime) -> datetime:
    """When a session ended that is ended now.

    Now; or with its last set, or its start without any, where it has been silent for over four
    hours or the clock was set back behind it.
    """
    latest = last_moment(session)
    return now if latest <= now <= latest + SILENCE else latest


def visit_length(started_at: datetime, ended_at: datetime | None) -> timedelta | None:
    """How long a visit took; None where no one knows, or where it can't be believed.

    An end over six hours after the start is a timer that was left running: recovery counts from
    the last set then, and nobody is told of a session of 264 hours.
    """
    if ended_at is None:
        return None
    length = ended_at - started_at
    return length if timedelta(0) <= length <= LONGEST_SESSION else None
