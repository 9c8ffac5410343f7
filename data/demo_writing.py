"""Writing generated training into a fresh database, quickly: no journal, whole rows at once."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from data.connection import immediate
from data.rows import Values, block_values, moment_text, session_values, set_values
from tracker.session import Session
from tracker.store import Act

SESSIONS_AT_ONCE = 1000
"""Sessions in one transaction: changed pages are kept in memory until it ends."""

Numbered = tuple[int, Session]
"""A session and the id it will have."""


def write_demo(
    connection: sqlite3.Connection, sessions: Sequence[Session], acts: Iterable[Act] = ()
) -> None:
    """Add finished sessions with their blocks and sets; acts find their session by their time.

    A thousand sessions are one transaction, so that a year is kept whole or not at all.
    """
    waiting = iter(sessions)
    while batch := list(islice(waiting, SESSIONS_AT_ONCE)):
        with immediate(connection):
            _write(connection, batch)
    with immediate(connection):
        connection.executemany(
            """INSERT INTO acts (at, session_id, exercise_id, rules, severity, outcome)
            VALUES (:at, (SELECT id FROM sessions WHERE started_at <= :at
                ORDER BY started_at DESC LIMIT 1),
            (SELECT id FROM exercises WHERE name = :exercise), :rules, :severity, :outcome)""",
            (_act_values(one) for one in acts),
        )


def _write(connection: sqlite3.Connection, sessions: Sequence[Session]) -> None:
    numbered = list(enumerate(sessions, _next_id(connection, "sessions")))
    first_block = _next_id(connection, "blocks")
    _insert(connection, "sessions", (session_values(one) | {"id": id_} for id_, one in numbered))
    _insert(connection, "blocks", _blocks(numbered, first_block))
    _insert(connection, "sets", _sets(numbered, first_block))


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    """The id after the greatest that was ever given."""
    row = connection.execute(
        "SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = ?", (table,)
    ).fetchone()
    return int(row["last"]) + 1


def _blocks(numbered: Sequence[Numbered], first_block: int) -> Iterator[Values]:
    block_id = first_block
    for session_id, session in numbered:
        for position, block in enumerate(session.blocks, 1):
            yield {
                "id": block_id,
                "session_id": session_id,
                "exercise_id": block.exercise.id,
                "position": float(position),
                **block_values(block),
            }
            block_id += 1


def _sets(numbered: Sequence[Numbered], first_block: int) -> Iterator[Values]:
    block_id = first_block
    for session_id, session in numbered:
        for block in session.blocks:
            place = {
                "block_id": block_id,
                "session_id": session_id,
                "exercise_id": block.exercise.id,
            }
            for position, performed in enumerate(block.sets, 1):
                yield {**place, "position": float(position), **set_values(performed)}
            block_id += 1


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[Values]) -> None:
    """Insert rows that all have the same columns."""
    first = next(rows, None)
    if first is None:
        return
    columns = ", ".join(first)
    marks = ", ".join("?" for _ in first)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
    connection.execute(statement, tuple(first.values()))
    connection.executemany(statement, (tuple(row.values()) for row in rows))


def _act_values(act: Act) -> Values:
    return {
        "at": moment_text(act.at),
        "exercise": act.exercise,
        "rules": json.dumps(list(act.rules)),
        "severity": act.severity,
        "outcome": act.outcome,
    }
