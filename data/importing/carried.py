"""The columns of a set that an import fills, and the mark by which a later edit is seen."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from zlib import crc32

from data.rows import Row, Values, set_values
from tracker.effort import FailureType, Technique
from tracker.load import Load
from tracker.performed import PerformedSet, Segment

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_OUTSIDE = ("at", "is_at_known")
"""Columns that say when, not what: they move with the session."""

_EMPTY = set_values(PerformedSet(at=_ANY_TIME))
_NEVER_SAID = ("reps_right", "spotter", "safeties", "partner", "planned_failure", "side")

ALL_COLUMNS = tuple(one for one in _EMPTY if one not in _OUTSIDE)
"""What a set says, column by column."""

COLUMNS = tuple(one for one in ALL_COLUMNS if one not in _NEVER_SAID)
"""What an import fills; no export says the rest."""


def carried(performed: PerformedSet) -> tuple[tuple[str | int | float | None, ...], int]:
    """The set's values in the order of `COLUMNS`, and their mark; alike sets cost once."""
    return _carried(
        performed.load,
        performed.reps,
        performed.rir,
        performed.rir_or_more,
        performed.failure,
        performed.technique,
        performed.segments,
        performed.warm_up,
        performed.seconds,
        performed.metres,
        performed.note,
    )


@lru_cache(maxsize=65_536)
def _carried(
    load: Load | None,
    reps: int | None,
    rir: float | None,
    rir_or_more: bool,
    failure: FailureType | None,
    technique: Technique,
    segments: tuple[Segment, ...],
    warm_up: bool,
    seconds: int | None,
    metres: Decimal | None,
    note: str,
) -> tuple[tuple[str | int | float | None, ...], int]:
    values = set_values(
        PerformedSet(
            at=_ANY_TIME,
            load=load,
            reps=reps,
            rir=rir,
            rir_or_more=rir_or_more,
            failure=failure,
            technique=technique,
            segments=segments,
            warm_up=warm_up,
            seconds=seconds,
            metres=metres,
            note=note,
        )
    )
    return tuple(values[one] for one in COLUMNS), mark_of(values)


def mark_of(values: Values | Row) -> int:
    """A short mark of what a set says; a row whose mark has changed was edited."""
    return crc32("\x1f".join([str(values[one]) for one in ALL_COLUMNS]).encode())
