"""Rows to domain values and back; the one place that knows both."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Level, Measure, Mechanic, Policy, Spot
from tracker.load import Load, LoadKind, Unit
from tracker.performed import PerformedSet, Segment, Side
from tracker.planned import PlannedSet
from tracker.safety import Safety
from tracker.session import Block, Place, Session
from tracker.when import local

Row = Mapping[str, Any] | sqlite3.Row
"""A row, or what will be one."""
Values = dict[str, str | int | float | None]
"""Column values to write."""


def moment_text(moment: datetime) -> str:
    """A moment as it is stored: UTC, whole seconds, `2026-11-23T18:40:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str) -> datetime:
    """A stored moment."""
    return datetime.fromisoformat(text)


def local_date(at: datetime, zone: str) -> str:
    """The local date of a moment in a zone, `2026-11-23`.

    Raises:
        InvalidTime: there is no such zone.
    """
    return local(at, zone).date().isoformat()


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _answer(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def safety_values(safety: Safety) -> Values:
    """The three answers as columns."""
    return {
        "spotter": _flag(safety.spotter),
        "safeties": _flag(safety.safeties),
        "partner": _flag(safety.partner),
    }


def safety_of(row: Row) -> Safety:
    """The three answers of a row."""
    return Safety(_answer(row["spotter"]), _answer(row["safeties"]), _answer(row["partner"]))


def load_json(load: Load | None) -> list[str] | None:
    """A load inside a JSON column."""
    return None if load is None else [str(load.value), load.unit, load.kind]


def json_load(value: Sequence[str] | None) -> Load | None:
    """A load from a JSON column."""
    return None if value is None else Load(Decimal(value[0]), Unit(value[1]), LoadKind(value[2]))


def set_values(performed: PerformedSet) -> Values:
    """A set as columns, without its id and its place."""
    load = performed.load
    return {
        "at": moment_text(performed.at),
        "is_at_known": int(performed.is_at_known),
        "warm_up": int(performed.warm_up),
        "load_grams": None if load is None else load.grams,
        "load_value": None if load is None else str(load.value),
        "load_unit": None if load is None else str(load.unit),
        "load_kind": None if load is None else str(load.kind),
        "reps": performed.reps,
        "reps_right": performed.reps_right,
        "rir": performed.rir,
        "rir_or_more": int(performed.rir_or_more),
        "failure": None if performed.failure is None else str(performed.failure),
        "technique": str(performed.technique),
        "segments": json.dumps([[one.reps, load_json(one.load)] for one in performed.segments]),
        **safety_values(performed.safety),
        "planned_failure": int(performed.planned_failure),
        "side": None if performed.side is None else str(performed.side),
        "seconds": performed.seconds,
        "metres": None if performed.metres is None else str(performed.metres),
        "note": performed.note,
    }


_FAILURES: Mapping[str | None, FailureType | None] = {
    None: None,
    **{str(one): one for one in FailureType},
}
_TECHNIQUES = {str(one): one for one in Technique}
_UNITS = {str(one): one for one in Unit}
_KINDS = {str(one): one for one in LoadKind}


def load_of(row: Row) -> Load | None:
    """The load of a row of `sets`; None where none was said."""
    if row["load_value"] is None:
        return None
    return Load(Decimal(row["load_value"]), _UNITS[row["load_unit"]], _KINDS[row["load_kind"]])


def set_of(row: Row) -> PerformedSet:
    """The set of a row of `sets`."""
    segments = row["segments"]
    return PerformedSet(
        at=moment(row["at"]),
        load=load_of(row),
        reps=row["reps"],
        reps_right=row["reps_right"],
        rir=row["rir"],
        rir_or_more=bool(row["rir_or_more"]),
        failure=_FAILURES[row["failure"]],
        technique=_TECHNIQUES[row["technique"]],
        segments=()
        if segments == "[]"
        else tuple(Segment(reps, json_load(load)) for reps, load in json.loads(segments)),
        warm_up=bool(row["warm_up"]),
        safety=safety_of(row),
        planned_failure=bool(row["planned_failure"]),
        side=None if row["side"] is None else Side(row["side"]),
        seconds=row["seconds"],
        metres=None if row["metres"] is None else Decimal(row["metres"]),
        note=row["note"],
        is_at_known=bool(row["is_at_known"]),
        is_imported=row["import_id"] is not None,
        id=row["id"],
    )


def plan_json(plan: Sequence[PlannedSet]) -> str:
    """Planned sets as a JSON column: the fields that are said."""
    return json.dumps(
        [
            {
                "load": load_json(one.load),
                "reps": one.reps,
                "reps_right": one.reps_right,
                "rir": one.rir,
                "failure": one.failure,
                "technique": one.technique,
                "warm_up": one.warm_up,
                "seconds": one.seconds,
            }
            for one in plan
        ]
    )


def _plan_of(text: str) -> tuple[PlannedSet, ...]:
    if text == "[]":
        return ()
    return tuple(
        PlannedSet(
            load=json_load(one["load"]),
            reps=one["reps"],
            reps_right=one.get("reps_right"),
            rir=one["rir"],
            failure=_FAILURES[one["failure"]],
            technique=_TECHNIQUES[one["technique"]],
            warm_up=one["warm_up"],
            seconds=one["seconds"],
        )
        for one in json.loads(text)
    )


def block_values(block: Block) -> Values:
    """A block as columns, without its id, session, exercise and position."""
    return {
        "plan": plan_json(block.plan),
        "planned_sets": block.planned_sets,
        "place_k": block.place.k if block.place else None,
        "place_n": block.place.n if block.place else None,
        "planned_failure": int(block.planned_failure),
        **safety_values(block.safety),
        "note": block.note,
        "superset": block.superset,
        "skipped": int(block.skipped),
    }


def block_of(row: Row, exercise: Exercise, sets: Sequence[PerformedSet]) -> Block:
    """The block of a row of `blocks`."""
    return Block(
        exercise=exercise,
        sets=tuple(sets),
        plan=_plan_of(row["plan"]),
        planned_sets=row["planned_sets"],
        place=Place(row["place_k"], row["place_n"]) if row["place_k"] else None,
        planned_failure=bool(row["planned_failure"]),
        safety=safety_of(row),
        note=row["note"],
        superset=row["superset"],
        skipped=bool(row["skipped"]),
        id=row["id"],
    )


def session_values(session: Session) -> Values:
    """A session as columns, without its id and whether it is open."""
    weight = session.body_weight
    return {
        "title": session.title,
        "started_at": moment_text(session.started_at),
        "ended_at": None if session.ended_at is None else moment_text(session.ended_at),
        "zone": session.zone,
        "local_date": local_date(session.started_at, session.zone),
        "is_time_known": int(session.is_time_known),
        "body_weight_value": None if weight is None else str(weight.value),
        "body_weight_unit": None if weight is None else str(weight.unit),
        "note": session.note,
        "source": session.source,
    }


def body_weight_of(row: Row) -> Load | None:
    """The body's weight of a row of `sessions`; None where it isn't known."""
    weight = row["body_weight_value"]
    return None if weight is None else Load(Decimal(weight), Unit(row["body_weight_unit"]))


def session_of(row: Row, blocks: Sequence[Block]) -> Session:
    """The session of a row of `sessions`."""
    return Session(
        started_at=moment(row["started_at"]),
        zone=row["zone"],
        title=row["title"],
        ended_at=None if row["ended_at"] is None else moment(row["ended_at"]),
        blocks=tuple(blocks),
        body_weight=body_weight_of(row),
        note=row["note"],
        source=row["source"],
        is_time_known=bool(row["is_time_known"]),
        is_open=bool(row["is_open"]),
        id=row["id"],
    )


def exercise_row(exercise: Exercise) -> Values:
    """An exercise as columns, without its id and aliases."""
    return {
        "name": exercise.name,
        "measure": str(exercise.measure),
        "mechanic": str(exercise.mechanic),
        "equipment": exercise.equipment,
        "olympic": exercise.olympic,
        "family": exercise.family,
        "primary_muscle": exercise.primary,
        "secondary_muscles": json.dumps(list(exercise.secondary)),
        "technical": str(exercise.technical),
        "neurological": str(exercise.neurological),
        "policy": str(exercise.policy),
        "spot": str(exercise.spot),
        "step_value": str(exercise.step.value),
        "step_unit": str(exercise.step.unit),
        "bar_value": None if exercise.bar is None else str(exercise.bar.value),
        "bar_unit": None if exercise.bar is None else str(exercise.bar.unit),
        "rest_seconds": exercise.rest_seconds,
        "is_bodyweight": int(exercise.is_bodyweight),
        "is_per_hand": int(exercise.is_per_hand),
        "is_custom": int(exercise.is_custom),
        "is_classified": int(exercise.is_classified),
        "set_up": exercise.set_up,
        **safety_values(exercise.safety),
    }


_MEASURES = {str(one): one for one in Measure}
_MECHANICS = {str(one): one for one in Mechanic}
_LEVELS = {str(one): one for one in Level}
_POLICIES = {str(one): one for one in Policy}
_SPOTS = {str(one): one for one in Spot}


@lru_cache(maxsize=64)
def _weight(value: str, unit: str) -> Load:
    return Load(Decimal(value), _UNITS[unit])


@lru_cache(maxsize=512)
def _muscles(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def exercise_of(row: Row, aliases: Sequence[str]) -> Exercise:
    """The exercise of a row of `exercises`."""
    return Exercise(
        id=row["id"],
        name=row["name"],
        measure=_MEASURES[row["measure"]],
        mechanic=_MECHANICS[row["mechanic"]],
        equipment=row["equipment"],
        olympic=row["olympic"],
        family=row["family"],
        primary=row["primary_muscle"],
        secondary=_muscles(row["secondary_muscles"]),
        technical=_LEVELS[row["technical"]],
        neurological=_LEVELS[row["neurological"]],
        policy=_POLICIES[row["policy"]],
        spot=_SPOTS[row["spot"]],
        step=_weight(row["step_value"], row["step_unit"]),
        bar=None if row["bar_value"] is None else _weight(row["bar_value"], row["bar_unit"]),
        rest_seconds=row["rest_seconds"],
        is_bodyweight=bool(row["is_bodyweight"]),
        is_per_hand=bool(row["is_per_hand"]),
        is_custom=bool(row["is_custom"]),
        is_classified=bool(row["is_classified"]),
        set_up=row["set_up"],
        safety=safety_of(row),
        aliases=tuple(aliases),
    )
