"""Reading what was done; every query is bounded and indexed."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime

from data.bests import read_bests
from data.counted import COUNTED, counting
from data.failed_blocks import read_failed_blocks
from data.past import Past
from data.rows import moment, moment_text
from data.session_reading import read_session
from data.shelf import Shelf
from tracker.bests import Bests
from tracker.exercise import Exercise
from tracker.guidance.situation import Facts, PastFailure
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.store import Act, DayLine, SessionLine

_PAGE = """SELECT * FROM sessions WHERE {where}
    AND (:query = '' OR {title} LIKE :pattern ESCAPE '\\' OR id IN (
        SELECT session_id FROM blocks WHERE exercise_id IN (
            SELECT id FROM exercises WHERE {name} LIKE :pattern ESCAPE '\\')))
    ORDER BY started_at DESC, id DESC LIMIT :limit"""
_PLAIN = {"title": "title", "name": "name"}
_FOLDED = {"title": "folded(title)", "name": "folded(name)"}
"""SQLite knows the two cases of A to Z only; our own function knows all, and takes longer."""


class Histories:
    """Reads the past; satisfies `tracker.store.History`."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        """Read from this connection."""
        self._connection = connection
        self._shelf = shelf
        self._past = Past(connection, shelf)

    def session(self, session_id: int) -> Session:
        """One session, whole."""
        return read_session(self._connection, self._shelf, session_id)

    def sessions(
        self,
        settings: Settings,
        limit: int = 200,
        before: datetime | None = None,
        query: str = "",
        until: datetime | None = None,
    ) -> tuple[SessionLine, ...]:
        """Sessions, newest first; `query` matches titles and exercise names.

        Those that began in the same second as the last one follow it, however many they are, so
        that none is lost between a page and the one `before` its last.
        """
        last = moment_text(until) if until else "9999"
        word = query.casefold().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        asked = {"query": query, "pattern": f"%{word}%", "limit": limit}
        columns = _PLAIN if query.isascii() else _FOLDED
        rows = self._connection.execute(
            _PAGE.format(where="started_at < :before AND started_at <= :until", **columns),
            {"before": moment_text(before) if before else "9999", "until": last, **asked},
        ).fetchall()
        if rows and len(rows) == limit:
            rows += self._connection.execute(
                _PAGE.format(where="started_at = :start AND id < :id", **columns),
                {"start": rows[-1]["started_at"], "id": rows[-1]["id"], **asked, "limit": -1},
            ).fetchall()
        counts = self._counts([row["id"] for row in rows], last, settings)
        names = self._names([row["id"] for row in rows])
        return tuple(
            SessionLine(
                id=row["id"],
                title=row["title"],
                started_at=moment(row["started_at"]),
                ended_at=moment(row["ended_at"]) if (row["ended_at"] or "~") <= last else None,
                zone=row["zone"],
                exercises=tuple(names.get(row["id"], ())),
                sets=counts.get(row["id"], (0, 0))[0],
                failure_sets=counts.get(row["id"], (0, 0))[1],
                is_open=bool(row["is_open"]),
                is_time_known=bool(row["is_time_known"]),
                source=row["source"],
            )
            for row in rows
        )

    def _counts(
        self, session_ids: list[int], last: str, settings: Settings
    ) -> Mapping[int, tuple[int, int]]:
        """By session: work sets, and sets that count as failure."""
        if not session_ids:
            return {}
        marks = ", ".join(f":id{place}" for place in range(len(session_ids)))
        rows = self._connection.execute(
            f"""SELECT session_id, count(*) AS work, count(*) FILTER (WHERE {COUNTED}) AS failed
            FROM sets WHERE session_id IN ({marks}) AND warm_up = 0 AND at <= :last
            GROUP BY session_id""",
            {
                **{f"id{place}": one for place, one in enumerate(session_ids)},
                **counting(settings),
                "last": last,
            },
        )
        return {row["session_id"]: (row["work"], row["failed"]) for row in rows}

    def _names(self, session_ids: list[int]) -> Mapping[int, list[str]]:
        names: dict[int, list[str]] = defaultdict(list)
        if not session_ids:
            return names
        marks = ", ".join("?" for _ in session_ids)
        for row in self._connection.execute(
            f"""SELECT session_id, name FROM blocks
            JOIN exercises ON exercises.id = blocks.exercise_id
            WHERE session_id IN ({marks}) ORDER BY session_id, position, blocks.id""",
            session_ids,
        ):
            if row["name"] not in names[row["session_id"]]:
                names[row["session_id"]].append(row["name"])
        return names

    def neighbours(self, session_id: int) -> tuple[int | None, int | None]:
        """Ids of the session before and the one after."""
        here = self._connection.execute(
            "SELECT started_at FROM sessions WHERE id = ?", (session_id,)
        ).fetchone()
        if here is None:
            return None, None
        found = []
        for compare, order in (("<", "DESC"), (">", "ASC")):
            row = self._connection.execute(
                f"""SELECT id FROM sessions WHERE (started_at, id) {compare} (?, ?)
                ORDER BY started_at {order}, id {order} LIMIT 1""",
                (here["started_at"], session_id),
            ).fetchone()
            found.append(None if row is None else int(row["id"]))
        return found[0], found[1]

    def last_block(self, exercise_id: int, before: datetime, not_in: int = 0) -> Block | None:
        """The exercise's block in the latest earlier session with work sets of it."""
        return self._past.last_block(exercise_id, before, not_in)

    def last_titled(self, title: str, before: datetime) -> Session | None:
        """The latest finished session of that title."""
        row = self._connection.execute(
            """SELECT id FROM sessions WHERE title = ? AND started_at < ? AND is_open = 0
            ORDER BY started_at DESC, id DESC LIMIT 1""",
            (title, moment_text(before)),
        ).fetchone()
        return None if row is None else self.session(row["id"])

    def titles(self, limit: int = 9) -> tuple[tuple[str, datetime], ...]:
        """Session titles with when each was last done, latest first; of the last 60 sessions."""
        rows = self._connection.execute(
            """SELECT title, max(started_at) AS latest FROM
            (SELECT title, started_at FROM sessions WHERE is_open = 0
                ORDER BY started_at DESC LIMIT 60)
            WHERE title <> '' GROUP BY title ORDER BY latest DESC LIMIT ?""",
            (limit,),
        )
        return tuple((row["title"], moment(row["latest"])) for row in rows)

    def facts(
        self,
        at: datetime,
        settings: Settings,
        exercise: Exercise | None = None,
        session_id: int = 0,
    ) -> Facts:
        """The guide's history at a time, without the session given."""
        return self._past.facts(at, settings, exercise, session_id)

    def failures(self, after: datetime, until: datetime) -> tuple[PastFailure, ...]:
        """Sets that may count as failure in (after, until], oldest first."""
        return self._past.failures(after, until)

    def failure_instants(
        self, after: datetime, until: datetime, settings: Settings
    ) -> tuple[datetime, ...]:
        """Instants of the failure events (exercise × session) in (after, until]."""
        rows = self._connection.execute(
            f"""SELECT max(at) AS instant FROM sets
            WHERE at > :after AND at <= :until AND {COUNTED}
            GROUP BY session_id, exercise_id ORDER BY instant""",
            {"after": moment_text(after), "until": moment_text(until), **counting(settings)},
        )
        return tuple(moment(row["instant"]) for row in rows)

    def days(self, after: datetime, until: datetime) -> Mapping[date, DayLine]:
        """By local date: what was done in (after, until]."""
        rows = self._connection.execute(
            """SELECT sessions.local_date, sessions.id, sessions.title, sets.exercise_id,
            count(*) AS work FROM sets JOIN sessions ON sessions.id = sets.session_id
            WHERE sets.at > ? AND sets.at <= ? AND sets.warm_up = 0
            GROUP BY sessions.id, sets.exercise_id ORDER BY sessions.started_at""",
            (moment_text(after), moment_text(until)),
        )
        sessions: dict[date, dict[int, str]] = defaultdict(dict)
        muscles: dict[date, Counter[str]] = defaultdict(Counter)
        for row in rows:
            day = date.fromisoformat(row["local_date"])
            sessions[day][row["id"]] = row["title"]
            muscles[day][self._shelf.by_id(row["exercise_id"]).primary] += row["work"]
        return {
            day: DayLine(
                sessions=len(visits),
                sets=muscles[day].total(),
                titles=tuple(dict.fromkeys(title for title in visits.values() if title)),
                muscles=tuple(muscle for muscle, _ in muscles[day].most_common() if muscle),
            )
            for day, visits in sessions.items()
        }

    def rated(self, after: datetime, until: datetime) -> tuple[int, int]:
        """Work sets whose effort was said, and work sets in all."""
        return self._past.rated(after, until)

    def failed_blocks(
        self,
        after: datetime,
        until: datetime,
        settings: Settings,
        exercise_id: int | None = None,
    ) -> tuple[Block, ...]:
        """Blocks in which a set failed in (after, until], with their work sets, oldest first.

        With an exercise's id, its blocks alone.
        """
        return read_failed_blocks(
            self._connection, self._shelf, after, until, settings, exercise_id
        )

    def bests(self, exercise: Exercise, before: datetime, not_in: int = 0) -> Bests:
        """What the exercise's sets up to a time have reached, without the session given."""
        return read_bests(self._connection, exercise, before, not_in)

    def acts(self, after: datetime, until: datetime) -> tuple[Act, ...]:
        """Verdicts shown and what became of them, oldest first."""
        rows = self._connection.execute(
            """SELECT acts.*, sessions.id AS visit FROM acts
            LEFT JOIN sessions ON sessions.id = acts.session_id
            WHERE at > ? AND at <= ? ORDER BY at, acts.id""",
            (moment_text(after), moment_text(until)),
        )
        return tuple(
            Act(
                at=moment(row["at"]),
                exercise=self._shelf.by_id(row["exercise_id"]).name,
                rules=tuple(json.loads(row["rules"])),
                severity=row["severity"],
                outcome=row["outcome"],
                session_id=row["visit"] or 0,
                id=row["id"],
            )
            for row in rows
        )
