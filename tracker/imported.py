"""What another program's export says: plain values, before they are matched and kept."""

from dataclasses import dataclass
from datetime import datetime

from tracker.exercise import Exercise
from tracker.load import Unit
from tracker.performed import PerformedSet


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set of the file; rows marked as drops are segments of the set before them."""

    performed: PerformedSet
    line: int
    """The line of the file on which its row begins."""
    drop_lines: tuple[int, ...] = ()
    """Lines of the rows that became its segments."""

    @property
    def rows(self) -> int:
        """How many rows of the file it holds."""
        return 1 + len(self.drop_lines)


@dataclass(frozen=True, slots=True)
class ImportedBlock:
    """One run of sets of one exercise."""

    exercise_name: str
    """As the file writes it."""
    sets: tuple[ImportedSet, ...]
    note: str = ""
    superset: int | None = None
    """Blocks of one session with the same number alternate."""

    @property
    def rows(self) -> int:
        """How many set rows of the file it holds."""
        return sum(one.rows for one in self.sets)


@dataclass(frozen=True, slots=True)
class ImportedSession:
    """One workout of the file."""

    key: str
    """Program and local start, the same in every dialect and export of that program."""
    started_at: datetime
    """Aware, in UTC."""
    zone: str
    """The IANA zone that the file's local times were read in."""
    blocks: tuple[ImportedBlock, ...]
    title: str = ""
    ended_at: datetime | None = None
    """None where it is not said, or where a timer was left running for over six hours."""
    note: str = ""

    @property
    def rows(self) -> int:
        """How many set rows of the file it holds."""
        return sum(one.rows for one in self.blocks)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that says no set."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """A whole file, oldest session first; `rows` = set rows + pseudo rows + skipped rows."""

    format: str
    """`strong` or `hevy`."""
    dialect: str
    """Which of the program's shapes it was, in its short name."""
    sessions: tuple[ImportedSession, ...]
    rows: int
    """Rows under the header, blank lines not counted."""
    pseudo_rows: int
    """Rest timers and notes, which are no sets."""
    skipped: tuple[SkippedRow, ...]
    unit_assumed: Unit | None = None
    """The unit that was taken because the file names none."""
    has_tags: bool = True
    """Whether a set without a tag is known to be an ordinary one; old exports drop the tags."""

    @property
    def set_rows(self) -> int:
        """Rows that are sets, the drops included."""
        return sum(one.rows for one in self.sessions)

    @property
    def sets(self) -> int:
        """Sets, each with its drops as one."""
        return sum(len(block.sets) for one in self.sessions for block in one.blocks)


@dataclass(frozen=True, slots=True)
class Matching:
    """Which exercise each name of the file stands for."""

    matched: dict[str, Exercise]
    """By the file's name: an exercise that is there already."""
    created: tuple[Exercise, ...]
    """Exercises of the lifter's own that have to be made, named as the file does."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do; rows = added + updated + known + pseudo + skipped.

    A drop's row counts with the sets, since it is a row of the file; it is kept as a part of the
    set before it.
    """

    format: str
    rows: int
    pseudo_rows: int
    rows_skipped: tuple[SkippedRow, ...]
    sessions_added: int = 0
    sets_added: int = 0
    sets_updated: int = 0
    sets_known: int = 0
    drops_added: int = 0
    """How many of the rows added became a drop of the set before them."""
    matched: tuple[tuple[str, str], ...] = ()
    """The file's name and the exercise it was taken for."""
    created: tuple[str, ...] = ()
    """Exercises made for names that nothing fits."""
    unit_assumed: Unit | None = None
