"""An entry: what one line says of a set, before it is a set that was done."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tracker.effort import FailureType, Technique
from tracker.errors import InvalidSet
from tracker.load import Load
from tracker.performed import PerformedSet, Segment, Side
from tracker.planned import PlannedSet
from tracker.safety import NOTHING_SAID, Safety


@dataclass(frozen=True, slots=True)
class Draft:
    """What the line stands over: the planned set, else last time's."""

    load: Load | None = None
    reps: int | None = None
    target_rir: float | None = None
    """The RIR that is aimed at; never filled in for the lifter."""
    seconds: int | None = None
    """Length of the planned timed set."""
    reps_right: int | None = None
    """Right-hand reps where the sides are counted apart."""

    @classmethod
    def of(cls, planned: PlannedSet) -> "Draft":
        """The draft that a planned set makes."""
        return cls(planned.load, planned.reps, planned.rir, planned.seconds, planned.reps_right)


@dataclass(frozen=True, slots=True)
class Announcement:
    """`!` alone on the line: "I mean to fail this set", said before the bar is lifted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One set as the line says it; `times` of them where `x3` was said."""

    load: Load | None = None
    reps: int | None = None
    """Complete reps, the left side's where `10/9` was said; None for a timed set."""
    reps_right: int | None = None
    rir: float | None = None
    """Reps in reserve; None is not known, and never zero."""
    rir_or_more: bool = False
    failure: FailureType | None = None
    """The tag, or ABSOLUTE where a technique was said without effort; None where not said."""
    technique: Technique = Technique.NONE
    segments: tuple[Segment, ...] = ()
    warm_up: bool = False
    note: str = ""
    seconds: int | None = None
    """Length of a timed set."""
    times: int = 1
    """How many such sets (`x3`)."""
    ago_seconds: int = 0
    """How long ago it was done (`-4m`)."""
    is_lone_number: bool = field(default=False, compare=False, repr=False)
    """It was typed as one number over the draft; no part of what the set was."""

    def performed(
        self,
        at: datetime,
        safety: Safety = NOTHING_SAID,
        planned_failure: bool = False,
        side: Side | None = None,
    ) -> PerformedSet:
        """The set that this entry reports.

        Args:
            at: When the line was entered, aware, in UTC; `-4m` dates the set before it.
            safety: Who or what stood by.
            planned_failure: The failure was meant before the set.
            side: The side it was done with.
        """
        return PerformedSet(
            at=at - timedelta(seconds=self.ago_seconds),
            load=self.load,
            reps=self.reps,
            reps_right=self.reps_right,
            rir=self.rir,
            rir_or_more=self.rir_or_more,
            failure=self.failure,
            technique=self.technique,
            segments=self.segments,
            warm_up=self.warm_up,
            safety=safety,
            planned_failure=planned_failure,
            side=side,
            seconds=self.seconds,
            note=self.note,
        )

    @classmethod
    def of(cls, performed: PerformedSet) -> "Entry":
        """The entry that would have said this set, for printing and editing.

        What the line has no words for stays behind: side, safety, distance, planned failure, the
        duration of a set with reps, and "not failed" beside reps left, where nobody doubts it.
        """
        is_plain = performed.failure is FailureType.NONE and (performed.rir or 0) >= 1
        return cls(
            load=performed.load,
            reps=performed.reps,
            reps_right=performed.reps_right,
            rir=performed.rir,
            rir_or_more=performed.rir_or_more,
            failure=None if is_plain else performed.failure,
            technique=performed.technique,
            segments=performed.segments,
            warm_up=performed.warm_up,
            note=performed.note,
            seconds=performed.seconds if performed.reps is None else None,
        )


class ContradictoryEntry(InvalidSet):
    """A failure tag beside RIR 1 or more (R26): which one holds?

    `candidates` are the two lines that say one of them: the app asks, the command line refuses.
    """

    kind = "contradiction"
