"""The undo journal: each step keeps the rows before and after, and goes back only onto these."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from data.connection import immediate
from data.rows import Values
from tracker.errors import StaleStep, UnknownSession
from tracker.store import Step

KEPT_STEPS = 2000
"""Steps kept; older ones can't be undone any more."""

NOUNS = {"sessions": "session", "blocks": "exercise", "sets": "set"}
"""What a row of each journalled table is, in words; no other table is in the journal."""

Image = dict[str, str | int | float | None]
"""A row as it stood."""


class Recorder:
    """Writes rows and remembers what they were; one recorder is one step."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write over this connection, inside a transaction that stands."""
        self._connection = connection
        self.changes: list[tuple[str, int, Image | None, Image | None]] = []
        """Table, id, the row before, the row after."""

    def insert(self, table: str, values: Values) -> int:
        """Insert a row; returns its id."""
        columns = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
        row_id = int(cursor.lastrowid or 0)
        self.changes.append((table, row_id, None, row_image(self._connection, table, row_id)))
        return row_id

    def update(self, table: str, row_id: int, values: Values) -> None:
        """Change a row's columns; nothing is recorded where nothing differs.

        Raises:
            UnknownSession: the row is not there any more.
        """
        before = row_image(self._connection, table, row_id)
        if before is None:
            raise UnknownSession(
                f"The {NOUNS[table]} is no longer there. Nothing was changed.", str(row_id)
            )
        assignments = ", ".join(f"{name} = ?" for name in values)
        self._connection.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row_id)
        )
        after = row_image(self._connection, table, row_id)
        if before != after:
            self.changes.append((table, row_id, before, after))

    def delete(self, table: str, row_id: int) -> None:
        """Delete a row, if it is there; what hangs on it has to be deleted before it."""
        before = row_image(self._connection, table, row_id)
        if before is not None:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
            self.changes.append((table, row_id, before, None))

    @property
    def session_id(self) -> int | None:
        """The session that the first change lies in; None without changes."""
        for table, row_id, before, after in self.changes:
            image = after or before or {}
            return row_id if table == "sessions" else int(image["session_id"] or 0)
        return None


@contextmanager
def recorded(
    connection: sqlite3.Connection, label: str, session_id: int | None = None
) -> Iterator[Recorder]:
    """One step: all that the recorder writes, in one immediate transaction.

    The step belongs to the session given, or else to the one that its first change lies in.
    """
    with immediate(connection):
        recorder = Recorder(connection)
        yield recorder
        if recorder.changes:
            connection.execute("DELETE FROM steps WHERE undone = 1")
            cursor = connection.execute(
                "INSERT INTO steps (label, session_id, changes) VALUES (?, ?, ?)",
                (label, session_id or recorder.session_id, json.dumps(recorder.changes)),
            )
            connection.execute(
                "DELETE FROM steps WHERE id <= ?", (int(cursor.lastrowid or 0) - KEPT_STEPS,)
            )


def row_image(connection: sqlite3.Connection, table: str, row_id: int) -> Image | None:
    """The row without its generated columns; None where it is not there."""
    row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if row is None:
        return None
    image = dict(row)
    image.pop("may_fail", None)
    return image


def take_back(connection: sqlite3.Connection) -> Step | None:
    """Undo the last step.

    Raises:
        StaleStep: a row is no longer as the step left it.
    """
    return _walk(connection, "SELECT * FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1", True)


def do_again(connection: sqlite3.Connection) -> Step | None:
    """Redo the step that was undone last.

    Raises:
        StaleStep: a row is no longer as the undo left it.
    """
    return _walk(connection, "SELECT * FROM steps WHERE undone = 1 ORDER BY id LIMIT 1", False)


def _walk(connection: sqlite3.Connection, query: str, is_undo: bool) -> Step | None:
    with immediate(connection):
        step = connection.execute(query).fetchone()
        if step is None:
            return None
        changes = json.loads(step["changes"])
        connection.execute("PRAGMA defer_foreign_keys = ON")
        verb = f"“{step['label']}” can't be {'taken back' if is_undo else 'done again'}"
        for table, row_id, before, after in reversed(changes) if is_undo else changes:
            stands, wanted = (after, before) if is_undo else (before, after)
            _put(connection, table, row_id, stands, wanted, verb)
        connection.execute("UPDATE steps SET undone = ? WHERE id = ?", (int(is_undo), step["id"]))
        return Step(step["label"], step["session_id"])


def _put(
    connection: sqlite3.Connection,
    table: str,
    row_id: int,
    stands: Image | None,
    wanted: Image | None,
    verb: str,
) -> None:
    if table not in NOUNS:
        raise StaleStep(f"The journal names a table it should not: {table}.")
    found = row_image(connection, table, row_id)
    if found != stands:
        raise StaleStep(
            f"{verb}: the {NOUNS[table]} has changed since. "
            f"It was {_words(stands, found)}; now it is {_words(found, stands)}. "
            "Nothing was changed."
        )
    if wanted is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    if found is None:
        columns = ", ".join(wanted)
        marks = ", ".join("?" for _ in wanted)
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(wanted.values())
        )
        return
    assignments = ", ".join(f"{name} = ?" for name in wanted)
    connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*wanted.values(), row_id))


def _words(image: Image | None, other: Image | None) -> str:
    """The row in words: where it differs from the other one, and what it is known by."""
    if image is None:
        return "not there"
    known_by = ("load_value", "load_unit", "reps", "rir", "failure", "title")
    told = [
        name
        for name, value in image.items()
        if (name in known_by and value not in (None, "")) or (other and other.get(name) != value)
    ]
    return ", ".join(f"{name.replace('_', ' ')} {_said(image[name])}" for name in told) or "empty"


def _said(value: str | int | float | None) -> str:
    return "not said" if value in (None, "") else str(value)
