"""Places in an order: between two rows there is always room for another."""

import sqlite3

from data.journal import Recorder

_PARENT = {"blocks": "session_id", "sets": "block_id"}


def position_after(
    connection: sqlite3.Connection,
    recorder: Recorder,
    table: str,
    parent_id: int,
    after: int | None,
) -> float:
    """The position of a row to come, behind the row of that id.

    None is the first place; a row that is not there means the last one. Where halving has used
    up the room between two rows, all of them are numbered anew.
    """
    rows = connection.execute(
        f"SELECT id, position FROM {table} WHERE {_PARENT[table]} = ? ORDER BY position, id",
        (parent_id,),
    ).fetchall()
    if not rows:
        return 1.0
    if after is None:
        return float(rows[0]["position"]) - 1.0
    last = len(rows) - 1
    place = next((number for number, row in enumerate(rows) if row["id"] == after), last)
    here = float(rows[place]["position"])
    if place == last:
        return here + 1.0
    there = float(rows[place + 1]["position"])
    middle = (here + there) / 2
    if here < middle < there:
        return middle
    for number, row in enumerate(rows, 1):
        recorder.update(table, row["id"], {"position": float(number)})
    return place + 1.5
