"""The guide's history: each field one bounded, indexed query."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from data.counted import COUNTED, counting
from data.rows import moment, moment_text, set_of
from data.session_reading import read_block, read_sessions
from data.shelf import Shelf
from tracker.exercise import Exercise
from tracker.guidance.situation import Facts, FirstWorkSet, Pain, PastFailure, WeekBest
from tracker.load import Load
from tracker.one_rep_max import estimate
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.visible import as_of, until

BENCH = "Bench Press (Barbell)"
"""The lift that the gate asks for."""
RECENT = timedelta(days=28)
"""How far back the guide looks."""
LONGEST_SESSION = timedelta(hours=6)
"""A longer one is a timer that was left running."""


class Past:
    """Reads what the guide needs of the past."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        """Read from this connection."""
        self._connection = connection
        self._shelf = shelf

    def facts(
        self,
        at: datetime,
        settings: Settings,
        exercise: Exercise | None = None,
        session_id: int = 0,
    ) -> Facts:
        """The guide's history at a time, without the session given."""
        window = timedelta(days=settings.whole("ration.window_days"))
        rated, of = self.rated(at - window, at, session_id)
        previous = self._previous_session(at, session_id)
        return Facts(
            failures=self.failures(at - RECENT, at, session_id),
            last_time=self.last_block(exercise.id, at, session_id) if exercise else None,
            bench=self._bench(at, settings.whole("gate.max_age_days"), session_id),
            previous_session=previous,
            pains=self._pains(at),
            first_work_sets=self._first_work_sets(at, session_id),
            heaviest=self._heaviest(exercise.id, at, session_id) if exercise else None,
            muscle_days=self._muscle_days(at, session_id),
            drop_ratios=self._drop_ratios(exercise.id, at, settings, session_id)
            if exercise
            else (),
            own_exercises=self._own_exercises(at, session_id),
            rated_sets=rated,
            work_sets=of,
            week_bests=self._week_bests(
                at, settings.whole("guidance.plateau_weeks"), session_id, exercise
            ),
        )

    def failures(
        self, after: datetime, until: datetime, not_in: int = 0
    ) -> tuple[PastFailure, ...]:
        """Sets that may count as failure in (after, until], oldest first."""
        rows = self._connection.execute(
            """SELECT sets.*, sessions.started_at, blocks.planned_sets,
            CASE WHEN sessions.ended_at <= :until THEN sessions.ended_at END AS ended_at,
            (SELECT max(at) FROM sets AS any WHERE any.session_id = sets.session_id
                AND any.at <= :until) AS last_at,
            (SELECT count(*) FROM sets AS mate WHERE mate.block_id = sets.block_id
                AND mate.warm_up = 0 AND mate.at <= :until
                AND mate.position <= sets.position) AS number,
            (SELECT count(*) FROM sets AS mate WHERE mate.block_id = sets.block_id
                AND mate.warm_up = 0 AND mate.at <= :until) AS mates
            FROM sets JOIN sessions ON sessions.id = sets.session_id
            JOIN blocks ON blocks.id = sets.block_id
            WHERE sets.may_fail = 1 AND sets.at > :after AND sets.at <= :until
                AND sets.session_id <> :not_in
            ORDER BY sets.at, sets.session_id, sets.block_id, sets.position""",
            {"after": moment_text(after), "until": moment_text(until), "not_in": not_in},
        ).fetchall()
        order = self._order_of_blocks({row["session_id"] for row in rows}, until)
        return tuple(
            PastFailure(
                exercise=self._shelf.by_id(row["exercise_id"]),
                session_id=row["session_id"],
                session_end=_session_end(row),
                performed=set_of(row),
                index=row["number"],
                of=max(row["mates"], row["planned_sets"] or 0),
                is_late=self._is_late(order[row["session_id"]], row["block_id"]),
            )
            for row in rows
        )

    def _order_of_blocks(
        self, session_ids: set[int], until: datetime
    ) -> Mapping[int, Sequence[tuple[int, int]]]:
        order: dict[int, list[tuple[int, int]]] = defaultdict(list)
        if not session_ids:
            return order
        marks = ", ".join("?" for _ in session_ids)
        for row in self._connection.execute(
            f"""SELECT session_id, id, exercise_id FROM blocks WHERE session_id IN ({marks})
            AND EXISTS (SELECT 1 FROM sets WHERE block_id = blocks.id AND at <= ?)
            ORDER BY session_id, position, id""",
            (*session_ids, moment_text(until)),
        ):
            order[row["session_id"]].append((row["id"], row["exercise_id"]))
        return order

    def _is_late(self, blocks: Sequence[tuple[int, int]], block_id: int) -> bool:
        place = next(at for at, (one, _) in enumerate(blocks) if one == block_id)
        muscle = self._shelf.by_id(blocks[place][1]).primary
        later = (self._shelf.by_id(exercise).muscles for _, exercise in blocks[place + 1 :])
        return place > 0 and not any(muscle in muscles for muscles in later)

    def last_block(self, exercise_id: int, before: datetime, not_in: int = 0) -> Block | None:
        """The exercise's block in the latest earlier session with work sets of it."""
        row = self._connection.execute(
            """SELECT block_id FROM sets WHERE exercise_id = ? AND at <= ? AND session_id <> ?
            AND warm_up = 0 ORDER BY at DESC, position DESC LIMIT 1""",
            (exercise_id, moment_text(before), not_in),
        ).fetchone()
        if row is None:
            return None
        block = read_block(self._connection, self._shelf, row["block_id"])
        return None if block is None else until(block, before)

    def _bench(self, at: datetime, days: int, not_in: int) -> tuple[PerformedSet, ...]:
        rows = self._connection.execute(
            """SELECT *, max(load_grams) AS heaviest FROM sets
            WHERE exercise_id = (SELECT id FROM exercises WHERE name = ?)
            AND at > ? AND at <= ? AND session_id <> ? AND warm_up = 0 AND load_kind = 'total'
            AND reps > 0 GROUP BY reps, rir""",
            (BENCH, moment_text(at - timedelta(days=days)), moment_text(at), not_in),
        )
        return tuple(set_of(row) for row in rows)

    def _previous_session(self, at: datetime, not_in: int) -> Session | None:
        row = self._connection.execute(
            "SELECT id FROM sessions WHERE started_at < ? AND id <> ? "
            "ORDER BY started_at DESC, id DESC LIMIT 1",
            (moment_text(at), not_in),
        ).fetchone()
        if row is None:
            return None
        return as_of(read_sessions(self._connection, self._shelf, [row["id"]])[0], at)

    def _pains(self, at: datetime) -> tuple[Pain, ...]:
        rows = self._connection.execute(
            "SELECT exercise_id, max(at) AS at FROM pains WHERE at > ? AND at <= ? "
            "AND (cleared_at IS NULL OR cleared_at > ?) GROUP BY exercise_id ORDER BY at",
            (moment_text(at - timedelta(days=14)), moment_text(at), moment_text(at)),
        )
        return tuple(Pain(self._shelf.by_id(row["exercise_id"]), moment(row["at"])) for row in rows)

    def _first_work_sets(self, at: datetime, not_in: int) -> tuple[FirstWorkSet, ...]:
        rows = self._connection.execute(
            """SELECT sets.* FROM blocks JOIN sets ON sets.block_id = blocks.id
            JOIN (SELECT block_id, min(position) AS first FROM sets
                WHERE at > ? AND at <= ? AND warm_up = 0 AND session_id <> ? GROUP BY block_id)
            AS opening ON opening.block_id = sets.block_id AND opening.first = sets.position
            ORDER BY sets.at, sets.session_id, blocks.position""",
            (moment_text(at - RECENT), moment_text(at), not_in),
        )
        # An exercise that comes twice in a session opens it once.
        opening: dict[tuple[int, int], FirstWorkSet] = {}
        for row in rows:
            opened = FirstWorkSet(row["exercise_id"], row["session_id"], set_of(row))
            opening.setdefault((opened.exercise_id, opened.session_id), opened)
        return tuple(opening.values())

    def _heaviest(self, exercise_id: int, at: datetime, not_in: int) -> Load | None:
        row = self._connection.execute(
            """SELECT *, max(load_grams) AS heaviest FROM sets
            WHERE exercise_id = ? AND at > ? AND at <= ? AND session_id <> ? AND warm_up = 0
            AND load_kind IN ('total', 'added')""",
            (exercise_id, moment_text(at - RECENT), moment_text(at), not_in),
        ).fetchone()
        return None if row["heaviest"] is None else set_of(row).load

    def _muscle_days(self, at: datetime, not_in: int) -> Mapping[str, tuple[datetime, ...]]:
        rows = self._connection.execute(
            """SELECT DISTINCT sessions.started_at, sets.exercise_id
            FROM sets JOIN sessions ON sessions.id = sets.session_id
            WHERE sets.at > ? AND sets.at <= ? AND sets.warm_up = 0 AND sets.session_id <> ?
            ORDER BY sessions.started_at""",
            (moment_text(at - RECENT), moment_text(at), not_in),
        )
        days: dict[str, list[datetime]] = defaultdict(list)
        for row in rows:
            started = moment(row["started_at"])
            starts = days[self._shelf.by_id(row["exercise_id"]).primary]
            if not starts or starts[-1] != started:
                starts.append(started)
        return {muscle: tuple(starts) for muscle, starts in days.items()}

    def _drop_ratios(
        self, exercise_id: int, at: datetime, settings: Settings, not_in: int
    ) -> tuple[float, ...]:
        rows = self._connection.execute(
            f"""SELECT at, sets.block_id, load_grams, load_kind, reps, {COUNTED} AS has_failed
            FROM (SELECT DISTINCT block_id FROM (SELECT block_id FROM sets
                WHERE exercise_id = :exercise AND may_fail = 1 AND at <= :at
                ORDER BY at DESC LIMIT 40))
            AS failed CROSS JOIN sets ON sets.block_id = failed.block_id
            WHERE at <= :at AND session_id <> :not_in AND warm_up = 0
            ORDER BY sets.block_id, position""",
            {
                "exercise": exercise_id,
                "at": moment_text(at),
                "not_in": not_in,
                **counting(settings),
            },
        ).fetchall()
        ratios = sorted(
            (failed["at"], after["reps"] / failed["reps"])
            for failed, after in pairwise(rows)
            if failed["has_failed"]
            and failed["reps"]
            and after["reps"] is not None
            and failed["block_id"] == after["block_id"]
            and failed["load_grams"] == after["load_grams"]
            and failed["load_kind"] == after["load_kind"]
        )
        return tuple(ratio for _, ratio in ratios[-20:])

    def _own_exercises(self, at: datetime, not_in: int) -> tuple[Exercise, ...]:
        rows = self._connection.execute(
            """SELECT blocks.exercise_id, count(*) AS times FROM sessions
            JOIN blocks ON blocks.session_id = sessions.id
            WHERE sessions.started_at > ? AND sessions.started_at <= ? AND sessions.id <> ?
            AND EXISTS (SELECT 1 FROM sets WHERE block_id = blocks.id AND at <= ?)
            GROUP BY blocks.exercise_id ORDER BY times DESC, blocks.exercise_id""",
            (moment_text(at - timedelta(days=180)), moment_text(at), not_in, moment_text(at)),
        )
        return tuple(self._shelf.by_id(row["exercise_id"]) for row in rows)

    def _week_bests(
        self, at: datetime, weeks: int, not_in: int, exercise: Exercise | None
    ) -> tuple[WeekBest, ...]:
        one_lift = "" if exercise is None else "AND exercise_id = :exercise"
        rows = self._connection.execute(
            f"""SELECT exercise_id, at, reps, rir, max(load_grams) AS heaviest,
            CAST((julianday(:at) - julianday(at)) / 7 AS INTEGER) AS week FROM sets
            WHERE at > :after AND at <= :at AND warm_up = 0 AND session_id <> :not_in
            AND load_kind = 'total' AND reps BETWEEN 1 AND 15 AND rir IS NOT NULL {one_lift}
            GROUP BY exercise_id, week, reps, rir""",
            {
                "at": moment_text(at),
                "after": moment_text(at - timedelta(weeks=weeks)),
                "not_in": not_in,
                "exercise": exercise.id if exercise else 0,
            },
        )
        best: dict[tuple[int, int], WeekBest] = {}
        for row in rows:
            lift = self._shelf.by_id(row["exercise_id"])
            made = estimate(row["heaviest"], row["reps"], row["rir"])
            key = (lift.id, row["week"])
            if made and (key not in best or made.grams > best[key].grams):
                best[key] = WeekBest(lift, moment(row["at"]), made.grams)
        return tuple(sorted(best.values(), key=lambda one: (one.at, one.exercise.id)))

    def rated(self, after: datetime, until: datetime, not_in: int = 0) -> tuple[int, int]:
        """Work sets whose effort was said, and work sets in all."""
        row = self._connection.execute(
            """SELECT count(*) AS work, count(*) FILTER (WHERE rir IS NOT NULL
                OR failure IS NOT NULL OR technique <> 'none') AS rated
            FROM sets WHERE at > ? AND at <= ? AND warm_up = 0 AND session_id <> ?""",
            (moment_text(after), moment_text(until), not_in),
        ).fetchone()
        return row["rated"], row["work"]


def _session_end(row: sqlite3.Row) -> datetime:
    last = moment(row["last_at"])
    if row["ended_at"] is None:
        return last
    end = moment(row["ended_at"])
    return last if end - moment(row["started_at"]) > LONGEST_SESSION else end
