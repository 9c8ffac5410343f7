"""A set of the past that was, or may count as, a failure."""

from dataclasses import dataclass
from datetime import datetime

from tracker.exercise import Exercise
from tracker.performed import PerformedSet


@dataclass(frozen=True, slots=True)
class PastFailure:
    """A set of the past that was marked failed, was at RIR 0, or went past failure."""

    exercise: Exercise
    session_id: int
    session_end: datetime
    """The stated end; the last set's instant where the session is open or over 6 h long."""
    performed: PerformedSet
    index: int = 1
    """Its number among the work sets of its block, from 1."""
    of: int = 1
    """Work sets of that block in all, or planned where more were."""
    is_late: bool | None = None
    """No later exercise used the muscle and it was not the session's first; None is not known."""
