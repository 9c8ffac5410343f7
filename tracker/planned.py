"""A set that is planned: what to do, never what was done."""

from dataclasses import dataclass

from tracker.effort import FailureType, Technique
from tracker.load import Load


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """One set of the plan; every field may be left open."""

    load: Load | None = None
    reps: int | None = None
    rir: float | None = None
    """Target RIR; None is open."""
    failure: FailureType | None = None
    """The failure that is meant; None and NONE mean none is."""
    technique: Technique = Technique.NONE
    warm_up: bool = False
    seconds: int | None = None
    reps_right: int | None = None
    """Right-hand reps where the sides are counted apart (`reps` are then the left)."""
