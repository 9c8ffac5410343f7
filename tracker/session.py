"""A session: one visit, exercise after exercise, with its plan beside what was done."""

from dataclasses import dataclass
from datetime import datetime

from tracker.exercise import Exercise
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.safety import NOTHING_SAID, Safety


@dataclass(frozen=True, slots=True)
class Place:
    """The K-th of N exercises planned for the session."""

    k: int
    n: int


@dataclass(frozen=True, slots=True)
class Block:
    """One exercise's stretch of a session: what was planned and what was done."""

    exercise: Exercise
    sets: tuple[PerformedSet, ...] = ()
    plan: tuple[PlannedSet, ...] = ()
    planned_sets: int | None = None
    """Work sets planned in all; None where nothing was planned."""
    place: Place | None = None
    """Where the lifter said it stands in the session."""
    planned_failure: bool = False
    """A failure on this exercise was meant."""
    safety: Safety = NOTHING_SAID
    note: str = ""
    superset: int | None = None
    """Blocks of one session with the same number alternate."""
    skipped: bool = False
    id: int = 0

    @property
    def work_sets(self) -> tuple[PerformedSet, ...]:
        """The sets that count, in order."""
        return tuple(one for one in self.sets if one.is_work_set)

    @property
    def sets_planned(self) -> int | None:
        """Work sets planned: the number said, else the length of the plan, else None."""
        if self.planned_sets is not None:
            return self.planned_sets
        work = [one for one in self.plan if not one.warm_up]
        return len(work) or None


@dataclass(frozen=True, slots=True)
class Session:
    """One visit to the gym."""

    started_at: datetime
    """Aware, in UTC."""
    zone: str
    """The IANA zone it was logged in."""
    title: str = ""
    ended_at: datetime | None = None
    """None while it is open, or where it is not known."""
    blocks: tuple[Block, ...] = ()
    body_weight: Load | None = None
    note: str = ""
    source: str = ""
    """The program it was imported from; empty for our own."""
    is_time_known: bool = True
    """False where only the date is known; `started_at` is then local noon."""
    is_open: bool = False
    """Sets are still being logged into it."""
    id: int = 0

    @property
    def sets(self) -> tuple[PerformedSet, ...]:
        """All sets in order."""
        return tuple(one for block in self.blocks for one in block.sets)

    @property
    def last_set_at(self) -> datetime | None:
        """The instant of the latest set; None without sets."""
        return max((one.at for one in self.sets), default=None)
