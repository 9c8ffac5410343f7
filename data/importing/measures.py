"""What the cells of a set row say: load, reps, time, distance and effort, exactly."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from data.importing.unfit import UnfitRow
from tracker.effort import MOST_RIR, FailureType, is_rir
from tracker.load import Load, Unit, plain_number
from tracker.performed import PerformedSet

METRES = {
    "m": Decimal(1),
    "meters": Decimal(1),
    "metres": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
    "miles": Decimal("1609.344"),
    "yd": Decimal("0.9144"),
    "ft": Decimal("0.3048"),
}
"""Metres in one unit of distance (the international mile, yard and foot, exact)."""

MOST_REPS = 1000
MOST_GRAMS = 2_000_000
MOST_SECONDS = 864_000

TYPED_PLACES, TYPED_DISTANCE_PLACES = 3, 6
"""Decimals that a person may type of a load and of a distance; more were written by a machine."""

_LARGE = 15
"""Numbers of more digits than this before the point are not rounded."""

_NUMBER = re.compile(r"(\d+)(?:([.,])(\d+))?(?:[eE]([+-]?\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Measures:
    """One row's numbers."""

    load: Load | None
    """None where the cell is blank; a written 0 stays a load of 0."""
    reps: int | None
    seconds: int | None
    metres: Decimal | None
    rir: float | None
    rir_or_more: bool
    note: str
    """An RPE that is on no scale, in words; empty otherwise."""


@lru_cache(maxsize=4096)
def number(text: str) -> Decimal | None:
    """The number of a cell, None where it is blank; a comma is a decimal comma.

    Raises:
        UnfitRow: it is no number, below zero, or might be thousands.
    """
    cell = text.strip()
    if not cell:
        return None
    read = _NUMBER.fullmatch(cell)
    if read is None:
        raise UnfitRow(f"“{cell}” is not a number from 0 up")
    whole, mark, part, _ = read.groups()
    if mark == "," and len(part) == 3 and int(whole) > 0:
        raise UnfitRow(f"“{cell}” could be thousands or a decimal comma")
    return Decimal(cell.replace(",", "."))


@lru_cache(maxsize=65_536)
def measures(
    weight: str,
    unit: Unit | None,
    reps: str,
    seconds: str,
    distance: str,
    distance_unit: str,
    rpe: str,
) -> Measures:
    """The numbers of a row's cells.

    Raises:
        UnfitRow: a cell can't be read, or the row says neither reps nor time nor distance.
    """
    load = _load(weight, unit)
    count = _reps(reps)
    time = _seconds(seconds)
    metres = _metres(distance, distance_unit)
    if count is None and time is None and metres is None:
        raise UnfitRow("it says no reps, no time and no distance")
    if not count and (time is not None or metres is not None):
        count = None
    if count is None and load is not None and not load.value:
        load = None
    rir, or_more, note = _effort(rpe)
    return Measures(load, count, time, metres, rir, or_more, note)


def imported_set(said: Measures, at: datetime, is_failed: bool, is_warm_up: bool) -> PerformedSet:
    """The set that a row says; it knows its session's start and not its own time."""
    return PerformedSet(
        at=at,
        load=said.load,
        reps=said.reps,
        rir=said.rir,
        rir_or_more=said.rir_or_more,
        failure=FailureType.UNKNOWN if is_failed else None,
        warm_up=is_warm_up,
        seconds=said.seconds,
        metres=said.metres,
        note=said.note,
        is_at_known=False,
        is_imported=True,
    )


def without_noise(value: Decimal, places: int) -> Decimal:
    """The number without the decimals that no one typed, rounded half up.

    Strong keeps floats and converts them: 226 lb come as 226.00000000000003, 20 kg in a log of
    pounds as 44.09245243697551. Three decimals keep the gram of either unit, so that a converted
    load is still the same when it is converted back. It is not drawn to the next quarter: 140 lb
    are 63.503 kg, and 63.5 kg would be 139.99 lb. A number with fewer decimals stays as it is.

    >>> str(without_noise(Decimal("74.99999999999999"), 3)), str(without_noise(Decimal("8.25"), 3))
    ('75.000', '8.25')
    """
    exponent = value.as_tuple().exponent
    is_typed = not isinstance(exponent, int) or exponent >= -places
    # Numbers too large to be rounded are too large to be lifted or run: they are refused or kept.
    if is_typed or value.adjusted() >= _LARGE:
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@lru_cache(maxsize=4096)
def _load(text: str, unit: Unit | None) -> Load | None:
    value = number(text)
    if value is None:
        return None
    if unit is None:
        if value:
            raise UnfitRow(f"its load of {text.strip()} has no unit")
        return None
    # 20.0 is 20: equal numbers are stored alike, whichever export spelt them.
    load = Load(Decimal(plain_number(without_noise(value, TYPED_PLACES))), unit)
    if value > MOST_GRAMS or load.grams > MOST_GRAMS:
        raise UnfitRow(f"a load of {load} is more than 2,000 kg")
    return load


@lru_cache(maxsize=4096)
def _reps(text: str) -> int | None:
    value = number(text)
    if value is None:
        return None
    if value != int(value):
        raise UnfitRow(f"{text.strip()} reps is not a whole number")
    if value > MOST_REPS:
        raise UnfitRow(f"{text.strip()} reps are more than {MOST_REPS}")
    return int(value)


@lru_cache(maxsize=4096)
def _seconds(text: str) -> int | None:
    value = number(text)
    if not value:
        return None
    if value > MOST_SECONDS:
        raise UnfitRow(f"{text.strip()} seconds are more than ten days")
    return int(value.to_integral_value(ROUND_HALF_UP)) or None


@lru_cache(maxsize=4096)
def _metres(text: str, unit: str) -> Decimal | None:
    value = number(text)
    if not value:
        return None
    if unit not in METRES:
        raise UnfitRow(f"its distance of {text.strip()} has no unit that is known")
    return Decimal(plain_number(without_noise(value, TYPED_DISTANCE_PLACES) * METRES[unit]))


@lru_cache(maxsize=4096)
def _effort(text: str) -> tuple[float | None, bool, str]:
    """RIR, whether "or more", and a note: RIR = 10 − RPE; 0 is none, below 5 is 5 or more."""
    rpe = number(text)
    if not rpe:
        return None, False, ""
    if rpe < 5:
        return MOST_RIR, True, ""
    rir = float(10 - rpe)
    return (rir, False, "") if is_rir(rir) else (None, False, f"RPE {plain_number(rpe)}")
