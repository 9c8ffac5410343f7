"""What an exercise's sessions have reached: a few bounded statements over one covering index."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import takewhile

from data.rows import body_weight_of, load_of, moment, moment_text, set_of
from tracker.bests import Best, BestReps, Bests, BodyVolume, estimate_of, reps_done
from tracker.exercise import Exercise, ExerciseClass, Measure
from tracker.load import LoadKind
from tracker.one_rep_max import LEAST_VAGUE_RIR, MOST_REPS, estimate

_LARGE = 10**15
"""Grams whose estimated maximum gives a formula's factor to the last figure."""


def _factor(to_failure: float) -> float:
    """What a load is multiplied by, of a set with so many reps to failure."""
    made = estimate(_LARGE, int(to_failure), to_failure - int(to_failure))
    assert made is not None
    return made.grams / _LARGE


_DONE = "min(reps, coalesce(reps_right, reps))"
"""`tracker.bests.reps_done`, in SQL."""
_BODY = """(SELECT CAST(round(body_weight_value
    * CASE body_weight_unit WHEN 'kg' THEN 1000 ELSE 453.59237 END) AS INTEGER)
    FROM sessions WHERE sessions.id = sets.session_id)"""
_MOVED = f"""CASE load_kind WHEN 'total' THEN load_grams ELSE
    max(0, {_BODY} + CASE load_kind WHEN 'assisted' THEN -load_grams ELSE load_grams END) END"""
"""`tracker.load.Load.moved_grams`, in SQL."""
_TIMES = """CASE WHEN reps_right IS NOT NULL THEN reps + reps_right
    WHEN side IS NULL THEN :hands * reps ELSE reps END"""
_CASES = " ".join(
    f"WHEN {halves} THEN {_factor(halves / 2)!r}" for halves in range(2, 2 * MOST_REPS + 1)
)
_HALVES = f"(2 * {_DONE} + coalesce(2 * rir, 0))"
"""Reps to failure in half reps."""
_IS_ESTIMATED = f"""{_DONE} > 0 AND coalesce(rir, 0) < {LEAST_VAGUE_RIR:g}
    AND {_HALVES} <= {2 * MOST_REPS}"""
"""Whether `tracker.one_rep_max.estimate` says anything of a set."""
_FACTOR = f"CASE WHEN {_IS_ESTIMATED} THEN CASE {_HALVES} {_CASES} END END"
"""What `tracker.one_rep_max.estimate` multiplies the load by, in SQL: it finds the set."""
_LIFTED = """sets INDEXED BY sets_lifted WHERE exercise_id = :exercise AND warm_up = 0
    AND reps > 0 AND at <= :before AND session_id <> :not_in"""

_BY_LOAD = f"""WITH most AS (SELECT load_kind, load_grams, max({_DONE}) AS done,
    max(CASE WHEN {_IS_ESTIMATED} THEN {_HALVES} END) AS halves
    FROM {_LIFTED} AND load_kind IS NOT NULL GROUP BY load_kind, load_grams)
SELECT most.done, most.halves, first.at, first.load_value, first.load_unit, first.load_kind
FROM most CROSS JOIN sets AS first ON first.id = (SELECT id FROM {_LIFTED}
    AND load_kind = most.load_kind AND load_grams = most.load_grams
    AND reps >= most.done AND {_DONE} = most.done ORDER BY at, id LIMIT 1)
WHERE most.done > 0"""
_STRONGEST_TOTAL = f"""SELECT id FROM {_LIFTED} AND load_kind = 'total' AND load_grams = :grams
AND {_IS_ESTIMATED} AND {_HALVES} = :halves ORDER BY at, id LIMIT 1"""
_ON_BODY = f"""SELECT 1 FROM {_LIFTED}
AND load_kind IN ('added', 'assisted', 'bodyweight') LIMIT 1"""
_STRONGEST_ON_BODY = f"""SELECT id FROM {_LIFTED}
AND load_kind IN ('added', 'assisted', 'bodyweight')
ORDER BY round({_MOVED} * {_FACTOR}) DESC, at, id LIMIT 1"""
_WITH_BODY = """SELECT sets.*, body_weight_value, body_weight_unit
FROM sets JOIN sessions ON sessions.id = sets.session_id WHERE sets.id = ?"""
_VOLUMES = f"""SELECT session_id, sum({_TIMES} * {{moved}}) AS volume
FROM {_LIFTED} AND load_kind IS NOT NULL GROUP BY session_id ORDER BY volume DESC"""
_VOLUMES_ON_BODY = f"""SELECT times, max(grams) AS grams FROM (
    SELECT sum(CASE load_kind WHEN 'total' THEN 0 ELSE {_TIMES} END) AS times,
        sum({_TIMES} * CASE load_kind WHEN 'assisted' THEN -load_grams ELSE load_grams END) AS grams
    FROM {_LIFTED} AND load_kind IS NOT NULL GROUP BY session_id)
GROUP BY times ORDER BY times DESC"""
_FIRST_START = """SELECT min(started_at) AS at FROM sessions
WHERE id IN (SELECT value FROM json_each(?))"""
_LONGEST = """SELECT at, seconds FROM sets WHERE exercise_id = :exercise AND at <= :before
AND warm_up = 0 AND seconds > 0 AND session_id <> :not_in ORDER BY seconds DESC, at LIMIT 1"""

Asked = dict[str, str | int]
"""The values that the statements ask for."""


def read_bests(
    connection: sqlite3.Connection, exercise: Exercise, before: datetime, not_in: int = 0
) -> Bests:
    """What the sets of an exercise up to a time have reached, without the session given."""
    asked: Asked = {
        "exercise": exercise.id,
        "before": moment_text(before),
        "not_in": not_in,
        "hands": 2 if exercise.is_per_hand else 1,
    }
    if exercise.measure is Measure.TIME:
        return Bests(longest=_longest(connection, asked))
    if exercise.measure is not Measure.REPS:
        return Bests()
    by_load = _by_load(connection, asked)
    is_total = connection.execute(_ON_BODY, asked).fetchone() is None
    is_on_body = any(one.load.kind is not LoadKind.TOTAL for one in by_load)
    is_estimated = exercise.exercise_class is not ExerciseClass.OLY
    return Bests(
        one_rep_max=_one_rep_max(connection, exercise, asked, by_load) if is_estimated else None,
        by_load=by_load,
        volume=_volume(connection, asked, is_total),
        volumes_on_body=_volumes_on_body(connection, asked) if is_on_body else (),
    )


def _by_load(connection: sqlite3.Connection, asked: Asked) -> tuple[BestReps, ...]:
    loads = ((row, load_of(row)) for row in connection.execute(_BY_LOAD, asked))
    return tuple(
        BestReps(load, row["done"], moment(row["at"]), row["halves"] and row["halves"] / 2)
        for row, load in loads
        if load is not None
    )


def _one_rep_max(
    connection: sqlite3.Connection,
    exercise: Exercise,
    asked: Asked,
    by_load: Sequence[BestReps],
) -> Best | None:
    """The greatest estimate of total loads and of those on the body's scale."""
    totals = [one for one in by_load if one.load.kind is LoadKind.TOTAL]
    ids = list(_strongest_totals(connection, asked, totals))
    if len(totals) < len(by_load):
        ids += [row["id"] for row in connection.execute(_STRONGEST_ON_BODY, asked)]
    bests = [_estimated(connection, exercise, one) for one in ids]
    known = [one for one in bests if one is not None]
    return min(known, key=lambda one: (-one.value, one.at), default=None)


def _strongest_totals(
    connection: sqlite3.Connection, asked: Asked, totals: Sequence[BestReps]
) -> Iterator[int]:
    """The first set of each load that speaks for the greatest maximum: mostly one."""
    estimates = [one.estimated(one.load.grams) for one in totals]
    greatest = max(estimates, default=0)
    for best, grams in zip(totals, estimates, strict=True):
        if grams == greatest and best.to_failure is not None:
            load: Asked = {"grams": best.load.grams, "halves": int(2 * best.to_failure)}
            yield from (row["id"] for row in connection.execute(_STRONGEST_TOTAL, asked | load))


def _estimated(connection: sqlite3.Connection, exercise: Exercise, set_id: int) -> Best | None:
    row = connection.execute(_WITH_BODY, (set_id,)).fetchone()
    performed, body_weight = set_of(row), body_weight_of(row)
    made = estimate_of(exercise, performed, body_weight)
    if made is None or performed.load is None:
        return None
    reps = reps_done(performed)
    return Best(made.grams, performed.at, performed.load, reps, made.is_lower_bound)


def _volume(connection: sqlite3.Connection, asked: Asked, is_total: bool) -> Best | None:
    rows = connection.execute(_VOLUMES.format(moved="load_grams" if is_total else _MOVED), asked)
    best = rows.fetchone()
    if best is None or not best["volume"]:
        return None
    ties = takewhile(lambda row: row["volume"] == best["volume"], rows)
    ids = json.dumps([best["session_id"], *(row["session_id"] for row in ties)])
    rows.close()
    start = connection.execute(_FIRST_START, (ids,)).fetchone()
    return Best(best["volume"], moment(start["at"]))


def _volumes_on_body(connection: sqlite3.Connection, asked: Asked) -> tuple[BodyVolume, ...]:
    """What no session of more reps outdid in load."""
    best: list[BodyVolume] = []
    for row in connection.execute(_VOLUMES_ON_BODY, asked):
        if not best or row["grams"] > best[-1].grams:
            best.append(BodyVolume(row["times"], row["grams"]))
    return tuple(best)


def _longest(connection: sqlite3.Connection, asked: Asked) -> Best | None:
    row = connection.execute(_LONGEST, asked).fetchone()
    return None if row is None else Best(row["seconds"], moment(row["at"]))
