"""How long the lifter rested before each set, from the instants at which sets were logged."""

from collections.abc import Mapping
from itertools import pairwise

from tracker.session import Session

LEAST_SECONDS = 20
"""Sets nearer to each other were logged late, together: what lay between them is not known."""
MOST_SECONDS = 3600
"""What lies further apart is a pause, not a rest."""


def rests(session: Session) -> Mapping[int, int]:
    """Seconds from the set before to each set, by the set's id.

    Sets are logged when they are done, so that the set's own length is part of it. Nothing is
    said of the first set, of sets whose time is not known, and of those logged together.
    """
    told = sorted(session.sets, key=lambda one: (one.at, one.id))
    found = {}
    for before, one in pairwise(told):
        seconds = int((one.at - before.at).total_seconds())
        is_known = before.is_at_known and one.is_at_known
        if is_known and LEAST_SECONDS <= seconds <= MOST_SECONDS:
            found[one.id] = seconds
    return found
