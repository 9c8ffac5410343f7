"""Blocks with a failure set, as calibration looks at them: one bounded, indexed query."""

import sqlite3
from datetime import datetime
from itertools import groupby

from data.counted import COUNTED, counting
from data.rows import moment_text, set_of
from data.shelf import Shelf
from tracker.session import Block
from tracker.settings import Settings


def read_failed_blocks(
    connection: sqlite3.Connection,
    shelf: Shelf,
    after: datetime,
    until: datetime,
    settings: Settings,
    exercise_id: int | None = None,
) -> tuple[Block, ...]:
    """Blocks in which a set failed in (after, until], with their work sets up to then.

    The oldest first; of a block only the exercise, its sets and its id are read. With an
    exercise's id, its blocks alone.
    """
    of_lift = "" if exercise_id is None else "AND exercise_id = :exercise"
    rows = connection.execute(
        f"""SELECT sets.* FROM (SELECT block_id, min(at) AS first FROM sets
            WHERE at > :after AND at <= :until AND {COUNTED} {of_lift}
            GROUP BY block_id) AS failed
        CROSS JOIN sets ON sets.block_id = failed.block_id
        WHERE sets.warm_up = 0 AND sets.at <= :until
        ORDER BY failed.first, sets.block_id, sets.position, sets.id""",
        {
            "after": moment_text(after),
            "until": moment_text(until),
            "exercise": exercise_id,
            **counting(settings),
        },
    ).fetchall()
    blocks = []
    for block_id, rows_of_it in groupby(rows, key=lambda row: int(row["block_id"])):
        sets = list(rows_of_it)
        exercise = shelf.by_id(sets[0]["exercise_id"])
        blocks.append(Block(exercise, tuple(set_of(row) for row in sets), id=block_id))
    return tuple(blocks)
