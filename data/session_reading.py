"""Sessions read whole: sessions, their blocks, their sets."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from data.rows import block_of, session_of, set_of
from data.shelf import Shelf
from tracker.errors import UnknownSession
from tracker.performed import PerformedSet
from tracker.session import Block, Session


def read_sessions(
    connection: sqlite3.Connection, shelf: Shelf, session_ids: Sequence[int]
) -> tuple[Session, ...]:
    """The sessions of these ids, whole, in the order asked; ids that are not there are left out."""
    marks = ", ".join("?" for _ in session_ids)
    rows = connection.execute(f"SELECT * FROM sessions WHERE id IN ({marks})", session_ids)
    found = {row["id"]: row for row in rows.fetchall()}
    blocks = _blocks(connection, shelf, f"session_id IN ({marks})", session_ids)
    return tuple(session_of(found[one], blocks.get(one, ())) for one in session_ids if one in found)


def read_session(connection: sqlite3.Connection, shelf: Shelf, session_id: int) -> Session:
    """One session, whole.

    Raises:
        UnknownSession: it is not there.
    """
    sessions = read_sessions(connection, shelf, [session_id])
    if not sessions:
        raise UnknownSession(
            f"There is no session {session_id}.", str(session_id), "an id of `lastset sessions`"
        )
    return sessions[0]


def read_block(connection: sqlite3.Connection, shelf: Shelf, block_id: int) -> Block | None:
    """One block with its sets; None where it is not there."""
    for blocks in _blocks(connection, shelf, "id = ?", [block_id], "block_id = ?").values():
        return blocks[0]
    return None


def _blocks(
    connection: sqlite3.Connection,
    shelf: Shelf,
    where: str,
    values: Sequence[int],
    where_sets: str = "",
) -> dict[int, list[Block]]:
    sets: dict[int, list[PerformedSet]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM sets WHERE {where_sets or where} ORDER BY block_id, position, id", values
    ):
        sets[row["block_id"]].append(set_of(row))
    blocks: dict[int, list[Block]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM blocks WHERE {where} ORDER BY session_id, position, id", values
    ):
        exercise = shelf.by_id(row["exercise_id"])
        blocks[row["session_id"]].append(block_of(row, exercise, sets[row["id"]]))
    return blocks
