"""From a log to the rows of an import: new workouts whole, known ones by what has changed."""

import sqlite3
from collections.abc import Mapping

from data.importing.carried import carried
from data.importing.known_session import KnownSession
from data.importing.origins import IN_SET, Origin, holds, marks_of, read_origins, rows_of
from data.importing.plan import Ids, ImportPlan
from data.rows import Row, local_date, moment_text
from tracker.exercise import Exercise
from tracker.imported import ImportedLog, ImportedSession


class Planner:
    """Stages one log."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        log: ImportedLog,
        exercises: Mapping[str, Exercise],
        ids: Ids,
    ) -> None:
        """Stage the log, its exercises (with their ids) by the file's names."""
        self._connection = connection
        self._log = log
        self._exercises = exercises
        self._ids = ids
        self._plan = ImportPlan(ids.importing)

    def plan(self) -> ImportPlan:
        """The rows to write."""
        origins = read_origins(self._connection, self._log.format)
        pending: list[tuple[ImportedSession, Origin]] = []
        standing = self._standing() if origins else {}
        for session in self._log.sessions:
            origin = origins.get(session.key)
            if origin is None:
                self._add(session, self._new_origin(session.key))
            elif session.key in standing and holds(origin.marks, marks_of(session)):
                self._plan.sets_known += session.rows
            else:
                pending.append((session, origin))
        if pending:
            self._compare(pending, standing)
        return self._plan

    def _standing(self) -> Mapping[str, Row]:
        """The sessions that were imported from the program, by key."""
        rows = self._connection.execute(
            "SELECT id, source_key, started_at FROM sessions WHERE source = ?",
            (self._log.format,),
        )
        return {row["source_key"]: row for row in rows}

    def _compare(
        self, pending: list[tuple[ImportedSession, Origin]], standing: Mapping[str, Row]
    ) -> None:
        places = rows_of(self._connection, [origin.id for _, origin in pending])
        for session, origin in pending:
            known = KnownSession(
                self._connection,
                origin,
                places[origin.id],
                standing.get(session.key),
                self._plan,
                self._ids,
            )
            if known.is_there:
                known.compare(session, self._exercises, self._log.has_tags)
            else:
                self._add(session, Origin(origin.id, origin.key, {}))

    def _new_origin(self, key: str) -> Origin:
        self._ids.origin += 1
        return Origin(self._ids.origin - 1, key, {})

    def _add(self, session: ImportedSession, origin: Origin) -> None:
        """Stage a workout that is not there, and fill in its origin's marks."""
        session_id = self._ids.session
        self._ids.session += 1
        at = moment_text(session.started_at)
        self._plan.sessions.append(
            (
                session_id,
                session.title,
                at,
                moment_text(session.ended_at) if session.ended_at else None,
                session.zone,
                local_date(session.started_at, session.zone),
                session.note,
                self._log.format,
                session.key,
                self._plan.import_id,
            )
        )
        self._add_blocks(session, origin, session_id, at)
        self._plan.remember(origin.id, origin.key, origin.marks)

    def _add_blocks(
        self, session: ImportedSession, origin: Origin, session_id: int, at: str
    ) -> None:
        marks = origin.marks
        for number, block in enumerate(session.blocks, 1):
            rows = marks.setdefault(block.exercise_name, [])
            head = f"{origin.id}:{list(marks).index(block.exercise_name)}:"
            exercise_id = self._exercises[block.exercise_name].id
            block_id = self._ids.block
            self._ids.block += 1
            self._plan.blocks.append(
                (block_id, session_id, exercise_id, float(number), block.note, block.superset)
            )
            where = (block_id, session_id, exercise_id)
            import_id, first = self._plan.import_id, len(rows)
            for position, one in enumerate(block.sets, 1):
                values, mark = carried(one.performed)
                known_by = (float(position), at, 0, import_id, f"{head}{len(rows)}")
                self._plan.sets.append((*where, *known_by, *values))
                rows.append(mark)
                if one.drop_lines:
                    rows.extend([IN_SET] * len(one.drop_lines))
            self._plan.sets_added += len(rows) - first
            self._plan.drops_added += len(rows) - first - len(block.sets)
