"""The catalogue in the database: seeded once, corrected when a newer edition ships."""

import sqlite3
from importlib import import_module

from data.rows import exercise_row
from tracker.exercise import Exercise

CATALOGUE_EDITION = 2
"""Raised with every change of the catalogue's data."""


def seeded_edition(connection: sqlite3.Connection) -> int:
    """The edition that the database holds; 0 without one."""
    row = connection.execute("SELECT value FROM profile WHERE name = 'catalogue'").fetchone()
    return int(row["value"]) if row else 0


def seed(connection: sqlite3.Connection) -> None:
    """Write the catalogue: new exercises are added, known ones take the catalogue's facts.

    The lifter's own exercises, set-up lines, safety answers, bars and load steps stay. A custom
    exercise of a name that the catalogue now holds becomes the catalogue's.
    """
    for exercise in import_module("data.catalogue").load_catalogue():
        _keep(connection, exercise)
    connection.execute(
        "INSERT INTO profile (name, value) VALUES ('catalogue', ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (str(CATALOGUE_EDITION),),
    )


KEPT = ("set_up", "spotter", "safeties", "partner", "bar_value", "bar_unit")
"""Columns that are the lifter's, not the catalogue's."""
BEGUN = ("step_value", "step_unit", "rest_seconds")
"""Columns that the catalogue begins and the lifter may change: a later edition leaves them."""


def _update(name: str) -> str:
    if name in BEGUN:
        return f"{name} = CASE is_custom WHEN 1 THEN excluded.{name} ELSE {name} END"
    return f"{name} = excluded.{name}"


def _keep(connection: sqlite3.Connection, exercise: Exercise) -> None:
    row = {name: value for name, value in exercise_row(exercise).items() if name not in KEPT}
    names = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    updates = ", ".join(_update(name) for name in row if name != "name")
    connection.execute(
        f"INSERT INTO exercises ({names}) VALUES ({marks}) "
        f"ON CONFLICT (name) DO UPDATE SET {updates}",
        tuple(row.values()),
    )
    connection.executemany(
        "INSERT INTO aliases (alias, exercise_id) "
        "SELECT ?, id FROM exercises WHERE name = ? "
        "ON CONFLICT (alias) DO UPDATE SET exercise_id = excluded.exercise_id",
        [(alias, exercise.name) for alias in exercise.aliases],
    )
