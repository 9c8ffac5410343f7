"""The exercises: read once, read again when they change."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.connection import immediate
from data.rows import exercise_of, exercise_row
from tracker.errors import TrackerError, UnknownExercise
from tracker.exercise import Exercise


class Shelf:
    """The catalogue and the lifter's own exercises; satisfies `tracker.store.Catalogue`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from this connection, at first use."""
        self._connection = connection
        self._by_id: dict[int, Exercise] = {}

    def forget(self) -> None:
        """Read again at the next use."""
        self._by_id = {}

    def by_id(self, exercise_id: int) -> Exercise:
        """The exercise of that id.

        Raises:
            UnknownExercise: there is none.
        """
        if exercise_id not in self._loaded():
            self.forget()
        if exercise_id not in self._loaded():
            raise UnknownExercise(f"There is no exercise number {exercise_id}.", str(exercise_id))
        return self._by_id[exercise_id]

    def _loaded(self) -> Mapping[int, Exercise]:
        if not self._by_id:
            aliases: dict[int, list[str]] = defaultdict(list)
            for row in self._connection.execute("SELECT exercise_id, alias FROM aliases"):
                aliases[row["exercise_id"]].append(row["alias"])
            self._by_id = {
                row["id"]: exercise_of(row, aliases[row["id"]])
                for row in self._connection.execute("SELECT * FROM exercises ORDER BY name")
            }
        return self._by_id

    def exercises(self) -> tuple[Exercise, ...]:
        """All of them, by name."""
        return tuple(self._loaded().values())

    def usage(self) -> Mapping[int, float]:
        """By exercise id: in how many sessions it was done, those of late weighing more.

        A session of the last 180 days weighs twenty times an older one, one of the last 28 days
        fifty times: what was given up years ago does not stand before what is trained now.
        """
        rows = self._connection.execute(
            "SELECT exercise_id, count(*) AS sessions FROM blocks GROUP BY exercise_id"
        )
        usage = {row["exercise_id"]: float(row["sessions"]) for row in rows}
        for days, weight in ((180, 19.0), (28, 30.0)):
            recent = self._connection.execute(
                """SELECT blocks.exercise_id, count(*) AS sessions FROM sessions
                CROSS JOIN blocks ON blocks.session_id = sessions.id
                WHERE sessions.started_at > (SELECT strftime('%Y-%m-%dT%H:%M:%SZ',
                    max(started_at), ?) FROM sessions)
                GROUP BY blocks.exercise_id""",
                (f"-{days} days",),
            )
            for row in recent:
                usage[row["exercise_id"]] += weight * row["sessions"]
        return usage

    def add(self, exercise: Exercise) -> Exercise:
        """Keep an exercise of the lifter's own; returns it with its id.

        Raises:
            TrackerError: the name stands for another exercise already.
        """
        with immediate(self._connection):
            self._refuse_taken({exercise.name, *exercise.aliases}, exercise.id)
            row = exercise_row(exercise)
            cursor = self._connection.execute(
                f"INSERT INTO exercises ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})",
                tuple(row.values()),
            )
            added = replace(exercise, id=int(cursor.lastrowid or 0))
            self._keep_aliases(added)
        self.forget()
        return added

    def change(self, exercise: Exercise) -> None:
        """Keep an exercise's name, class, set-up line, safety, step, bar, rest and aliases.

        Raises:
            UnknownExercise: it is not there any more.
            TrackerError: its name stands for another exercise.
        """
        row = exercise_row(exercise)
        assignments = ", ".join(f"{name} = ?" for name in row)
        with immediate(self._connection):
            self._refuse_taken(self._new_names(exercise), exercise.id)
            cursor = self._connection.execute(
                f"UPDATE exercises SET {assignments} WHERE id = ?", (*row.values(), exercise.id)
            )
            if not cursor.rowcount:
                raise UnknownExercise(f"{exercise.name} is no longer there.", exercise.name)
            self._keep_aliases(exercise)
        self.forget()

    def _new_names(self, exercise: Exercise) -> set[str]:
        """Names it did not have: a later catalogue may have given an old one to another lift."""
        old = self._connection.execute(
            "SELECT name FROM exercises WHERE id = :id UNION "
            "SELECT alias FROM aliases WHERE exercise_id = :id",
            {"id": exercise.id},
        ).fetchall()
        return {exercise.name, *exercise.aliases} - {row["name"] for row in old}

    def _refuse_taken(self, names: Iterable[str], exercise_id: int) -> None:
        for name in names:
            taken = self._connection.execute(
                "SELECT name FROM exercises WHERE name = :name AND id <> :id UNION "
                "SELECT name FROM aliases JOIN exercises ON id = exercise_id "
                "WHERE alias = :name AND id <> :id",
                {"name": name, "id": exercise_id},
            ).fetchone()
            if taken is not None:
                raise TrackerError(f"“{name}” is there already: {taken['name']}.", name)

    def _keep_aliases(self, exercise: Exercise) -> None:
        self._connection.execute("DELETE FROM aliases WHERE exercise_id = ?", (exercise.id,))
        self._connection.executemany(
            "INSERT OR IGNORE INTO aliases (alias, exercise_id) VALUES (?, ?)",
            [(alias, exercise.id) for alias in exercise.aliases],
        )
