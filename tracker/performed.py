"""A set that was done."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from tracker.effort import FailureType, Technique
from tracker.load import Load
from tracker.safety import NOTHING_SAID, Safety


class Side(StrEnum):
    """Which side a one-sided set was done with."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a set past failure: a drop, a cluster, forced or eccentric reps."""

    reps: int
    load: Load | None = None
    """The drop's load; None where it is the set's own."""


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """One set as it was done; segments past failure belong to it."""

    at: datetime
    """When it was logged, aware, in UTC."""
    load: Load | None = None
    """None where no load was said (a timed set)."""
    reps: int | None = None
    """Complete reps of the set proper; 0 is a missed rep; None for timed sets."""
    reps_right: int | None = None
    """Right-hand reps where left and right were counted (`reps` are then the left)."""
    rir: float | None = None
    """Reps in reserve, 0 to 5 in halves; None is not known, and never zero."""
    rir_or_more: bool = False
    failure: FailureType | None = None
    """How it failed; None where nothing was said."""
    technique: Technique = Technique.NONE
    segments: tuple[Segment, ...] = ()
    warm_up: bool = False
    safety: Safety = NOTHING_SAID
    planned_failure: bool = False
    """The failure was meant before the set."""
    side: Side | None = None
    seconds: int | None = None
    """Length of a timed set."""
    metres: Decimal | None = None
    """Distance of a distance set."""
    note: str = ""
    is_at_known: bool = True
    """False where `at` is only the session's start (most imports)."""
    is_imported: bool = False
    """It came from another program's export."""
    id: int = 0
    """The store's number; 0 where it is not stored."""

    @property
    def is_work_set(self) -> bool:
        """Whether it counts as a work set."""
        return not self.warm_up
