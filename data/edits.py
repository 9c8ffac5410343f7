"""Changing what stands; every call is one step of the undo journal."""

import sqlite3
from collections.abc import Sequence

from data.journal import Recorder, do_again, recorded, take_back
from data.ordering import position_after
from data.rows import Values, moment, moment_text, session_values, set_values
from data.shelf import Shelf
from tracker.errors import UnknownSession
from tracker.performed import PerformedSet
from tracker.session import Session
from tracker.store import Step


class Edits:
    """Edits the past; satisfies `tracker.store.Editing`."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        """Write over this connection."""
        self._connection = connection
        self._shelf = shelf

    def change_sets(self, sets: Sequence[PerformedSet], label: str) -> None:
        """Write these sets over the stored ones of the same ids."""
        with recorded(self._connection, label) as recorder:
            for performed in sets:
                recorder.update("sets", performed.id, set_values(performed))

    def insert_set(
        self, block_id: int, performed: PerformedSet, after: int | None, label: str = ""
    ) -> int:
        """Insert a set after the set of that id, or first; returns its id."""
        with recorded(self._connection, label or "insert a set") as recorder:
            place = self._place(recorder, block_id, after)
            return recorder.insert("sets", place | set_values(performed))

    def _place(self, recorder: Recorder, block_id: int, after: int | None) -> Values:
        """The columns that say where a set stands."""
        block = self._connection.execute(
            "SELECT session_id, exercise_id FROM blocks WHERE id = ?", (block_id,)
        ).fetchone()
        if block is None:
            raise UnknownSession("The exercise is no longer in the session.", str(block_id))
        return {
            "block_id": block_id,
            "session_id": block["session_id"],
            "exercise_id": block["exercise_id"],
            "position": position_after(self._connection, recorder, "sets", block_id, after),
        }

    def delete_sets(self, set_ids: Sequence[int], label: str) -> None:
        """Delete sets."""
        with recorded(self._connection, label) as recorder:
            for set_id in set_ids:
                recorder.delete("sets", set_id)

    def move_set(self, set_id: int, block_id: int, after: int | None) -> None:
        """Move a set behind another one, or to the block's start."""
        with recorded(self._connection, "move a set") as recorder:
            recorder.update("sets", set_id, self._place(recorder, block_id, after))

    def delete_block(self, block_id: int) -> None:
        """Delete an exercise of a session with its sets."""
        with recorded(self._connection, "delete the exercise") as recorder:
            rows = self._connection.execute("SELECT id FROM sets WHERE block_id = ?", (block_id,))
            for row in rows.fetchall():
                recorder.delete("sets", row["id"])
            recorder.delete("blocks", block_id)

    def change_session(self, session: Session) -> None:
        """Keep title, note, body weight, start and end; a new start moves the sets with it."""
        with recorded(self._connection, "change the session", session.id) as recorder:
            row = self._connection.execute(
                "SELECT started_at FROM sessions WHERE id = ?", (session.id,)
            ).fetchone()
            if row is None:
                raise UnknownSession(f"There is no session {session.id}.", str(session.id))
            start = moment(moment_text(session.started_at))
            shift = start - moment(row["started_at"])
            recorder.update("sessions", session.id, session_values(session))
            if shift:
                sets = self._connection.execute(
                    "SELECT id, at FROM sets WHERE session_id = ?", (session.id,)
                ).fetchall()
                for one in sets:
                    moved = moment(one["at"]) + shift
                    recorder.update("sets", one["id"], {"at": moment_text(moved)})

    def undo(self) -> Step | None:
        """Take the last step back."""
        return take_back(self._connection)

    def redo(self) -> Step | None:
        """Do the last step that was undone again."""
        return do_again(self._connection)
