"""A work set that a moment concerns, be it planned, typed or done."""

from dataclasses import dataclass
from datetime import datetime

from tracker.effort import FailureType, Technique
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet


@dataclass(frozen=True, slots=True)
class Target:
    """A work set that a moment concerns: planned, typed or just logged."""

    index: int
    """Its number among the exercise's work sets, from 1."""
    performed: PerformedSet
    """The set as it was typed or done, or as the plan would have it done."""
    failure: FailureType
    """What it counts as, or would."""

    @property
    def technique(self) -> Technique:
        """How it goes on past failure."""
        return self.performed.technique

    @property
    def load(self) -> Load | None:
        """Its load; None where it is open."""
        return self.performed.load

    @property
    def reps(self) -> int | None:
        """Its reps; None where they are open."""
        return self.performed.reps

    @property
    def fails(self) -> bool:
        """Whether it counts as a failure set."""
        return self.failure is not FailureType.NONE


def as_performed(planned: PlannedSet, at: datetime) -> PerformedSet:
    """The set that a plan asks for, as if it had gone to plan."""
    return PerformedSet(
        at=at,
        load=planned.load,
        reps=planned.reps,
        rir=planned.rir,
        failure=planned.failure,
        technique=planned.technique,
        warm_up=planned.warm_up,
        planned_failure=planned.failure not in (None, FailureType.NONE),
    )
