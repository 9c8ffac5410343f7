"""Domain values as the JSON of the contract."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from screens.cli.answer import Json
from tracker.exercise import Exercise
from tracker.failure import counts_as
from tracker.guidance.advice import Advice
from tracker.guidance.budget import Budget
from tracker.guidance.ration import Ration
from tracker.guidance.recovery import Clock
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.progression import Proposal
from tracker.record_words import beaten_value, record_unit, record_value, record_words
from tracker.records import Record
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.when import iso

Shape = Mapping[str, Json]
"""One JSON object."""


def instant(at: datetime | None, zone: str) -> str | None:
    """An instant as ISO 8601 with the offset of a zone."""
    return None if at is None else iso(at, zone)


def points(milli: int) -> float:
    """Milli-points as points."""
    return milli / 1000


def load_shape(load: Load | None) -> Shape | None:
    """A load as it was lifted."""
    if load is None:
        return None
    return {"value": float(load.value), "unit": str(load.unit), "kind": str(load.kind)}


def advice_shape(one: Advice) -> Shape:
    """One advice."""
    return {
        "rule": one.rule,
        "severity": one.severity.word,
        "moment": str(one.moment),
        "exercise": one.exercise or None,
        "text": one.text,
        "source": one.source,
        "setting": one.setting or None,
    }


def advice_shapes(advice: Iterable[Advice]) -> list[Shape]:
    """Several advices, in their order."""
    return [advice_shape(one) for one in advice]


def shown_shapes(shown: Iterable[Advice], fired: Sequence[Advice]) -> list[Shape]:
    """What a person is shown, as severe as it fired: the voice softens the screen, not the data."""
    severities = {(one.rule, one.exercise, one.moment): one.severity for one in fired}
    told = [
        replace(one, severity=severities.get((one.rule, one.exercise, one.moment), one.severity))
        for one in shown
    ]
    return advice_shapes(sorted(told, key=lambda one: -one.severity))


def set_shape(
    performed: PerformedSet,
    exercise: Exercise,
    zone: str,
    settings: Settings,
    advice: Iterable[Advice] = (),
) -> Shape:
    """One set with what it counts as and the advice on it."""
    return {
        "id": performed.id,
        "exercise": exercise.name,
        "load": load_shape(performed.load),
        "reps": performed.reps,
        "reps_right": performed.reps_right,
        "rir": performed.rir,
        "rir_or_more": performed.rir_or_more,
        "failure": None if performed.failure is None else str(performed.failure),
        "counts_as": str(counts_as(performed, settings)),
        "technique": str(performed.technique),
        "segments": [
            {"load": load_shape(one.load or performed.load), "reps": one.reps}
            for one in performed.segments
        ],
        "warm_up": performed.warm_up,
        "spotter": performed.safety.spotter,
        "safeties": performed.safety.safeties,
        "partner": performed.safety.partner,
        "planned_failure": performed.planned_failure,
        "side": None if performed.side is None else str(performed.side),
        "seconds": performed.seconds,
        "metres": None if performed.metres is None else float(performed.metres),
        "note": performed.note,
        "at": instant(performed.at, zone),
        "advice": advice_shapes(advice),
    }


def record_shapes(records: Iterable[Record], now: datetime, zone: str) -> list[Shape]:
    """Personal records, each with what it beat."""
    return [
        {
            "kind": str(one.kind),
            "value": _number(record_value(one)),
            "unit": record_unit(one),
            "before": _number(beaten_value(one)),
            "before_at": instant(one.beaten_at, zone),
            "text": record_words(one, now, zone),
        }
        for one in records
    ]


def next_time_shapes(proposals: Iterable[tuple[Exercise, Proposal]]) -> list[Shape]:
    """What to do next time, exercise after exercise."""
    return [
        {
            "exercise": exercise.name,
            "load": load_shape(one.load),
            "reps": one.reps,
            "seconds": one.seconds,
            "target_rir": one.target_rir,
            "why": one.why,
        }
        for exercise, one in proposals
    ]


def _number(value: Decimal) -> int | float:
    """A count as a whole number, a weight as a decimal."""
    return int(value) if value == int(value) else float(value)


def session_shape(session: Session) -> dict[str, Json]:
    """A session without its sets, in its own zone."""
    return {
        "id": session.id,
        "title": session.title,
        "started_at": instant(session.started_at, session.zone),
        "ended_at": instant(session.ended_at, session.zone),
    }


def block_shape(block: Block, sets: list[Shape]) -> Shape:
    """One exercise of a session: what was planned beside what was done."""
    return {
        "name": block.exercise.name,
        "planned_sets": block.sets_planned,
        "exercise_of": f"{block.place.k}/{block.place.n}" if block.place else None,
        "planned_failure": block.planned_failure,
        "skipped": block.skipped,
        "note": block.note,
        "sets": sets,
    }


def ration_shape(ration: Ration, zone: str) -> Shape:
    """How much of the ration is used."""
    return {
        "used": ration.used,
        "limit": ration.limit,
        "next_free_at": instant(ration.next_free_at, zone),
    }


def budget_shape(budget: Budget) -> dict[str, Json]:
    """How much of the budget is used."""
    return {"used": points(budget.used), "capacity": points(budget.capacity)}


def clock_shapes(clocks: Iterable[Clock], zone: str) -> list[Shape]:
    """Recovery clocks."""
    return [
        {"scope": one.scope, "days": one.days, "ready_at": instant(one.ready_at, zone)}
        for one in clocks
    ]


def exercise_shape(exercise: Exercise) -> Shape:
    """One exercise of the catalogue."""
    return {
        "name": exercise.name,
        "class": str(exercise.exercise_class),
        "policy": str(exercise.policy),
        "mechanic": str(exercise.mechanic),
        "equipment": exercise.equipment,
        "primary": exercise.primary,
        "secondary": list(exercise.secondary),
        "neurological": str(exercise.neurological),
        "technical": str(exercise.technical),
        "spot": str(exercise.spot),
        "measure": str(exercise.measure),
        "aliases": list(exercise.aliases),
        "custom": exercise.is_custom,
    }
