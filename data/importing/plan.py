"""What an import is going to write: rows, staged before the transaction begins."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.importing.carried import COLUMNS
from data.importing.origins import Marks, marks_json
from tracker.exercise import Exercise

Cells = tuple[str | int | float | None, ...]
"""One row to write."""

SESSION_COLUMNS = (
    "id, title, started_at, ended_at, zone, local_date, note, source, source_key, import_id"
)
BLOCK_COLUMNS = "id, session_id, exercise_id, position, note, superset"
SET_COLUMNS = (
    "block_id, session_id, exercise_id, position, at, is_at_known, import_id, source_key, "
    + ", ".join(COLUMNS)
)


@dataclass(slots=True)
class Ids:
    """The next free ids, counted on while rows are staged."""

    importing: int
    exercise: int
    session: int
    block: int
    origin: int


def next_ids(connection: sqlite3.Connection) -> Ids:
    """The ids that SQLite would give out next."""
    last = dict(map(tuple, connection.execute("SELECT name, seq FROM sqlite_sequence")))
    tables = ("imports", "exercises", "sessions", "blocks", "origins")
    return Ids(*(int(last.get(one, 0)) + 1 for one in tables))


@dataclass(slots=True)
class ImportPlan:
    """Rows to write and what they come to."""

    import_id: int
    exercises: list[Exercise] = field(default_factory=list)
    """Exercises to make, with their ids."""
    sessions: list[Cells] = field(default_factory=list)
    blocks: list[Cells] = field(default_factory=list)
    sets: list[Cells] = field(default_factory=list)
    updates: list[Cells] = field(default_factory=list)
    """Values in the order of `COLUMNS`, then the set's id."""
    deletes: list[tuple[int]] = field(default_factory=list)
    """Sets that a newer export shows to be drops of the set before them."""
    origins: list[Cells] = field(default_factory=list)
    sets_added: int = 0
    sets_updated: int = 0
    sets_known: int = 0
    drops_added: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be written."""
        return not (self.sessions or self.sets or self.updates or self.origins)

    def remember(self, origin_id: int, key: str, marks: Marks) -> None:
        """Keep what was imported of a workout."""
        self.origins.append((origin_id, key, marks_json(marks), self.import_id))


def insert(connection: sqlite3.Connection, table: str, columns: str, rows: Sequence[Cells]) -> None:
    """Insert many rows."""
    marks = ", ".join("?" for _ in columns.split(","))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
