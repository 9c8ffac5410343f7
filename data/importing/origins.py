"""What was imported of each workout, so that importing it again adds nothing.

A row of `origins` is one workout of another program: its key, and for each of its exercises the
mark of each set row as it was kept. A set knows its place there by its `source_key`
(`origin:exercise:row`), wherever the lifter has moved it since.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.importing.carried import carried
from tracker.imported import ImportedSession

IN_SET = -1
"""The mark of a row that is a drop of the set before it."""

Marks = dict[str, list[int]]
"""By the file's exercise name, the marks of its set rows in order."""

Places = dict[tuple[int, int], Any]
"""Rows of `sets` by exercise and row of their origin."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One workout as it was imported."""

    id: int
    key: str
    marks: Marks

    def key_of(self, name: str, row: int) -> str:
        """The source key of the set that stands on that row of the exercise."""
        return f"{self.id}:{list(self.marks).index(name)}:{row}"


def marks_of(session: ImportedSession) -> Marks:
    """The marks of a workout as the file says it."""
    marks: Marks = {}
    for block in session.blocks:
        rows = marks.setdefault(block.exercise_name, [])
        for one in block.sets:
            rows.append(carried(one.performed)[1])
            if one.drop_lines:
                rows.extend([IN_SET] * len(one.drop_lines))
    return marks


def holds(known: Marks, said: Marks) -> bool:
    """Whether all that the file says was imported just so."""
    return all(known.get(name, [])[: len(rows)] == rows for name, rows in said.items())


def marks_json(marks: Marks) -> str:
    """Marks as they are stored."""
    return json.dumps(list(marks.items()), ensure_ascii=False, separators=(",", ":"))


def read_origins(connection: sqlite3.Connection, program: str) -> dict[str, Origin]:
    """All workouts that were imported from a program, by key."""
    rows = connection.execute(
        "SELECT id, key, marks FROM origins WHERE key >= ? AND key < ?",
        (f"{program} ", f"{program}!"),
    )
    return {
        row["key"]: Origin(row["id"], row["key"], dict(json.loads(row["marks"]))) for row in rows
    }


def rows_of(connection: sqlite3.Connection, origin_ids: Sequence[int]) -> dict[int, Places]:
    """The sets that stand for these workouts now, wherever they are."""
    found: dict[int, Places] = {one: {} for one in origin_ids}
    rows = connection.execute(
        "SELECT * FROM sets WHERE source_key IS NOT NULL "
        "AND CAST(source_key AS INTEGER) IN (SELECT value FROM json_each(?))",
        (json.dumps(list(origin_ids)),),
    )
    for row in rows:
        origin, exercise, place = (int(one) for one in row["source_key"].split(":"))
        found[origin][exercise, place] = row
    return found
