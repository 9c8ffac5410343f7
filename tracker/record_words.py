"""Records in words: one quiet line each, with what was beaten."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from tracker.load import GRAMS, Load, LoadKind, converted, plain_number
from tracker.records import Record, RecordKind
from tracker.when import duration_in_words, local, short_day_in_words

_PLACES = {RecordKind.ONE_REP_MAX: Decimal("0.1"), RecordKind.VOLUME: Decimal(1)}
"""How exactly a weight is said; a load is said as it was entered, in the record's unit."""


def record_words(record: Record, now: datetime, zone: str) -> str:
    """The record in words: `9 reps at 82.5 kg, before 8 (16 Nov)`.

    Args:
        record: The record.
        now: A best of another year than this one's is told with its year.
        zone: The zone whose days are meant.
    """
    reached, beaten = _reached_and_beaten(record)
    then, today = local(record.beaten_at, zone).date(), local(now, zone).date()
    return f"{reached}, before {beaten} ({short_day_in_words(then, today)})"


def _reached_and_beaten(record: Record) -> tuple[str, str]:
    value, beaten, unit = record_value(record), beaten_value(record), record_unit(record)
    match record.kind:
        case RecordKind.ONE_REP_MAX:
            least = _least(record.is_lower_bound), _least(record.beaten_is_lower_bound)
            return (
                f"e1RM {least[0]}{plain_number(value)} {unit}",
                f"{least[1]}{plain_number(beaten)} {unit}",
            )
        case RecordKind.HEAVIEST:
            word = "heaviest" if _is_lifted(record.load) else "least help"
            reached = f"{word} yet: {_load(record, record.load)} × {record.reps}"
            return reached, _load(record, record.beaten_load)
        case RecordKind.REPS_AT_LOAD:
            reps = "1 rep" if record.value == 1 else f"{record.value} reps"
            return f"{reps} at {_load(record, record.load)}", f"{record.beaten}"
        case RecordKind.VOLUME:
            return f"most volume in a session: {value:,} {unit}", f"{beaten:,}"
        case RecordKind.LONGEST:
            return (
                f"longest yet: {duration_in_words(record.value)}",
                duration_in_words(record.beaten),
            )


def _least(is_lower_bound: bool) -> str:
    return "at least " if is_lower_bound else ""


def _is_lifted(load: Load | None) -> bool:
    return load is None or load.kind in (LoadKind.TOTAL, LoadKind.ADDED)


def _load(record: Record, load: Load | None) -> str:
    if load is None or load.kind is LoadKind.BODYWEIGHT:
        return "body weight"
    said = converted(load, record.unit)
    return f"{said} each" if record.exercise.is_per_hand else str(said)


def record_value(record: Record) -> Decimal:
    """What was reached, in the record's unit."""
    return _said(record, record.value)


def beaten_value(record: Record) -> Decimal:
    """What was beaten, in the record's unit."""
    return _said(record, record.beaten)


def record_unit(record: Record) -> str:
    """What the numbers of a record count: `kg`, `lb`, `reps` or `s`."""
    if record.kind is RecordKind.REPS_AT_LOAD:
        return "reps"
    if record.kind is RecordKind.LONGEST:
        return "s"
    return str(record.unit)


def _said(record: Record, number: int) -> Decimal:
    if record.kind in (RecordKind.REPS_AT_LOAD, RecordKind.LONGEST):
        return Decimal(number)
    places = _PLACES.get(record.kind, Decimal("0.01"))
    return (Decimal(number) / GRAMS[record.unit]).quantize(places, ROUND_HALF_UP)
