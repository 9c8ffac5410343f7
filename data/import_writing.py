"""Keeping an imported log: staged first, then written in one transaction."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from data.connection import connect, immediate
from data.importing.carried import COLUMNS
from data.importing.collection import paused_collection
from data.importing.matching import exercises_by_name, matching_of, with_loads
from data.importing.plan import (
    BLOCK_COLUMNS,
    SESSION_COLUMNS,
    SET_COLUMNS,
    ImportPlan,
    insert,
    next_ids,
)
from data.importing.planning import Planner
from data.rows import exercise_row, moment_text
from data.shelf import Shelf
from tracker.exercise import Exercise
from tracker.imported import ImportedLog, ImportReport, Matching

Staged = tuple[ImportPlan, Matching]


class ImportWriting:
    """Imports logs over one connection."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        """Write over this connection."""
        self._connection = connection
        self._shelf = shelf

    def import_log(
        self, log: ImportedLog, at: datetime, file: str = "", is_dry_run: bool = False
    ) -> ImportReport:
        """Keep a log: add what is new, update what changed there and was not edited here.

        Importing the same log again writes nothing. A dry run reports the same and writes nothing.

        Args:
            log: what the file says.
            at: when it is imported.
            file: the file's name, kept with the import.
            is_dry_run: only say what would be done.

        Raises:
            StoreError: the database can't be written; then nothing was.
        """
        with paused_collection():
            return self._imported(log, at, file, is_dry_run)

    def on_a_copy(self) -> "ImportWriting":
        """The same over a copy in memory: to rehearse several files that build on each other."""
        copy = connect(":memory:")
        self._connection.backup(copy)
        return ImportWriting(copy, Shelf(copy))

    def _imported(
        self, log: ImportedLog, at: datetime, file: str, is_dry_run: bool
    ) -> ImportReport:
        version = self._version()
        plan, matching = self._staged(log)
        if not is_dry_run and not plan.is_empty:
            with immediate(self._connection):
                if self._version() != version:
                    # Another program wrote in between: what was staged may no longer fit.
                    plan, matching = self._staged(log)
                self._write(plan, log.format, at, file)
            self._shelf.forget()
        return _report(log, plan, matching)

    def _version(self) -> tuple[int, int]:
        """A number that moves with every write of another connection, and one of our own."""
        row = self._connection.execute("PRAGMA data_version").fetchone()
        return int(row[0]), self._connection.total_changes

    def _staged(self, log: ImportedLog) -> Staged:
        self._shelf.forget()
        ids = next_ids(self._connection)
        matching = matching_of(log, self._shelf.exercises())
        made = [replace(one, id=ids.exercise + n) for n, one in enumerate(matching.created)]
        matching = replace(matching, created=tuple(made))
        exercises = exercises_by_name(log, matching)
        plan = Planner(self._connection, with_loads(log, exercises), exercises, ids).plan()
        plan.exercises = made
        return plan, matching

    def _write(self, plan: ImportPlan, format: str, at: datetime, file: str) -> None:
        connection = self._connection
        connection.execute(
            "INSERT INTO imports (id, at, format, file) VALUES (?, ?, ?, ?)",
            (plan.import_id, moment_text(at), format, file),
        )
        for exercise in plan.exercises:
            row = {"id": exercise.id, **exercise_row(exercise)}
            insert(connection, "exercises", ", ".join(row), [tuple(row.values())])
        insert(connection, "sessions", SESSION_COLUMNS, plan.sessions)
        insert(connection, "blocks", BLOCK_COLUMNS, plan.blocks)
        insert(connection, "sets", SET_COLUMNS, plan.sets)
        assignments = ", ".join(f"{one} = ?" for one in COLUMNS)
        connection.executemany(f"UPDATE sets SET {assignments} WHERE id = ?", plan.updates)
        connection.executemany("DELETE FROM sets WHERE id = ?", plan.deletes)
        connection.executemany(
            "INSERT INTO origins (id, key, marks, import_id) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET marks = excluded.marks",
            plan.origins,
        )


def _report(log: ImportedLog, plan: ImportPlan, matching: Matching) -> ImportReport:
    return ImportReport(
        format=log.format,
        rows=log.rows,
        pseudo_rows=log.pseudo_rows,
        rows_skipped=log.skipped,
        sessions_added=len(plan.sessions),
        sets_added=plan.sets_added,
        sets_updated=plan.sets_updated,
        sets_known=plan.sets_known,
        drops_added=plan.drops_added,
        matched=_names(matching.matched),
        created=tuple(one.name for one in matching.created),
        unit_assumed=log.unit_assumed,
    )


def _names(matched: Mapping[str, Exercise]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, exercise.name) for name, exercise in matched.items()))
