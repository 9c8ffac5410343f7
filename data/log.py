"""Logging a session: each call is one transaction, durable when it returns."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from data.journal import Recorder, recorded
from data.ordering import position_after
from data.rows import Values, block_of, block_values, moment_text, session_values, set_values
from data.session_reading import read_session
from data.shelf import Shelf
from tracker.errors import UnknownSession
from tracker.forgotten import SILENCE, end_of
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.session import Block, Session


class Log:
    """Logs sessions; satisfies `tracker.store.Logging`."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        """Write over this connection."""
        self._connection = connection
        self._shelf = shelf

    def open_session(self) -> Session | None:
        """The session that is open; the latest where several are."""
        row = self._connection.execute(
            "SELECT id FROM sessions WHERE is_open = 1 ORDER BY started_at DESC, id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else self._session(row["id"])

    def session_at(self, at: datetime) -> Session | None:
        """The session that covers the time: started before it, and neither ended nor silent
        for 4 h; the latest such one."""
        moment = moment_text(at)
        row = self._connection.execute(
            """SELECT id FROM sessions AS visit
            WHERE started_at <= ? AND started_at > ? AND (ended_at IS NULL OR ended_at >= ?)
            AND coalesce((SELECT max(at) FROM sets WHERE session_id = visit.id AND at <= ?),
                started_at) >= ?
            ORDER BY is_open DESC, started_at DESC, id DESC LIMIT 1""",
            (
                moment,
                moment_text(at - timedelta(days=2)),
                moment,
                moment,
                moment_text(at - SILENCE),
            ),
        ).fetchone()
        return None if row is None else self._session(row["id"])

    def start(
        self,
        at: datetime,
        zone: str,
        title: str = "",
        blocks: Sequence[Block] = (),
        body_weight: Load | None = None,
    ) -> Session:
        """Open a session with its planned exercises; returns it as stored.

        One visit at a time: an earlier session that was left open is open no longer.
        """
        session = Session(started_at=at, zone=zone, title=title, body_weight=body_weight)
        with recorded(self._connection, f"start {title or 'a session'}") as recorder:
            forgotten = self._connection.execute(
                "SELECT id FROM sessions WHERE is_open = 1 AND started_at <= ?", (moment_text(at),)
            ).fetchall()
            values = session_values(session) | {"is_open": 1}
            session_id = recorder.insert("sessions", values)
            for row in forgotten:
                recorder.update("sessions", row["id"], {"is_open": 0})
            for position, block in enumerate(blocks, 1):
                self._insert_block(recorder, session_id, block, float(position))
        return self._session(session_id)

    def _session(self, session_id: int) -> Session:
        return read_session(self._connection, self._shelf, session_id)

    def _insert_block(
        self, recorder: Recorder, session_id: int, block: Block, position: float
    ) -> int:
        return recorder.insert(
            "blocks",
            {
                "session_id": session_id,
                "exercise_id": block.exercise.id,
                "position": position,
                **block_values(block),
            },
        )

    def add_block(self, session_id: int, block: Block, before: int | None = None) -> int:
        """Add an exercise at the end, or before the block of that id; returns the block's id."""
        with recorded(self._connection, f"add {block.exercise.name}", session_id) as recorder:
            ids = self._block_ids(session_id)
            place = ids.index(before) if before in ids else len(ids)
            after = ids[place - 1] if place else None
            position = position_after(self._connection, recorder, "blocks", session_id, after)
            return self._insert_block(recorder, session_id, block, position)

    def hand_over(self, session_id: int, done: Block, rest: Block) -> int:
        """End a block where it stands and put another one behind it, as one step."""
        with recorded(self._connection, f"swap to {rest.exercise.name}", session_id) as recorder:
            recorder.update("blocks", done.id, block_values(done))
            position = position_after(self._connection, recorder, "blocks", session_id, done.id)
            return self._insert_block(recorder, session_id, rest, position)

    def _block_ids(self, session_id: int) -> list[int]:
        rows = self._connection.execute(
            "SELECT id FROM blocks WHERE session_id = ? ORDER BY position, id", (session_id,)
        )
        return [row["id"] for row in rows]

    def change_block(self, block: Block) -> None:
        """Keep the block's plan, place, safety, note, superset and skip mark."""
        self.change_blocks([block], f"change {block.exercise.name}")

    def change_blocks(self, blocks: Sequence[Block], label: str) -> None:
        """Keep several blocks as one step."""
        with recorded(self._connection, label) as recorder:
            for block in blocks:
                recorder.update("blocks", block.id, block_values(block))

    def swap_exercise(self, block_id: int, exercise_id: int) -> None:
        """Give the block, and the sets in it, another exercise.

        Of the plan its length stays: the loads and reps were another lift's.
        """
        exercise = self._shelf.by_id(exercise_id)
        with recorded(self._connection, f"swap to {exercise.name}") as recorder:
            values: Values = {"exercise_id": exercise_id}
            row = self._connection.execute(
                "SELECT * FROM blocks WHERE id = ?", (block_id,)
            ).fetchone()
            if row is not None:
                block = block_of(row, exercise, ())
                values |= block_values(replace(block, plan=(), planned_sets=block.sets_planned))
            recorder.update("blocks", block_id, values)

    def order_blocks(self, session_id: int, block_ids: Sequence[int]) -> None:
        """Put the session's blocks into this order."""
        with recorded(self._connection, "order the exercises", session_id) as recorder:
            for position, block_id in enumerate(block_ids, 1):
                recorder.update("blocks", block_id, {"position": float(position)})

    def log(self, block_id: int, sets: Sequence[PerformedSet], label: str = "") -> tuple[int, ...]:
        """Log sets at the block's end as one step; returns their ids.

        Raises:
            UnknownSession: the block is not there any more.
        """
        with recorded(self._connection, label or "log a set") as recorder:
            block = self._connection.execute(
                "SELECT session_id, exercise_id, "
                "(SELECT max(position) FROM sets WHERE block_id = blocks.id) AS last "
                "FROM blocks WHERE id = ?",
                (block_id,),
            ).fetchone()
            if block is None:
                raise UnknownSession("The exercise is no longer in the session.", str(block_id))
            return tuple(
                recorder.insert(
                    "sets",
                    {
                        "block_id": block_id,
                        "session_id": block["session_id"],
                        "exercise_id": block["exercise_id"],
                        "position": (block["last"] or 0.0) + place,
                        **set_values(performed),
                    },
                )
                for place, performed in enumerate(sets, 1)
            )

    def finish(self, session_id: int, at: datetime) -> None:
        """End the session: then, or with its last set where it was silent for over four hours."""
        with recorded(self._connection, "finish the session", session_id) as recorder:
            session = self._session(session_id)
            end = moment_text(end_of(session, at))
            recorder.update("sessions", session_id, {"is_open": 0, "ended_at": end})

    def leave(self, session_id: int) -> None:
        """Let a session be open no longer, its end left unsaid: it still covers the four hours
        after its last set."""
        with recorded(self._connection, "leave the session", session_id) as recorder:
            recorder.update("sessions", session_id, {"is_open": 0})

    def discard(self, session_id: int) -> None:
        """Delete the session with all that is in it, as one step."""
        with recorded(self._connection, "delete the session", session_id) as recorder:
            erase(self._connection, recorder, session_id)

    def reopen(self, session_id: int) -> None:
        """Open an ended session again."""
        with recorded(self._connection, "open the session again", session_id) as recorder:
            recorder.update("sessions", session_id, {"is_open": 1, "ended_at": None})


def erase(connection: sqlite3.Connection, recorder: Recorder, session_id: int) -> None:
    """Delete a session with its blocks and sets, each recorded."""
    for table in ("sets", "blocks"):
        rows = connection.execute(f"SELECT id FROM {table} WHERE session_id = ?", (session_id,))
        for row in rows.fetchall():
            recorder.delete(table, row["id"])
    recorder.delete("sessions", session_id)
