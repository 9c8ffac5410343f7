"""A load: how much was on the bar, in the unit it was lifted in."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Unit(StrEnum):
    """The unit a load is given in."""

    KG = "kg"
    LB = "lb"


class LoadKind(StrEnum):
    """What the number of a load means."""

    TOTAL = "total"
    """All that was moved, or what the machine's stack says."""
    ADDED = "added"
    """Added to the body's weight (a weighted dip)."""
    ASSISTED = "assisted"
    """Taken off the body's weight by help (an assisted pull-up)."""
    BODYWEIGHT = "bodyweight"
    """The body alone; the number is 0."""


GRAMS = {Unit.KG: Decimal(1000), Unit.LB: Decimal("453.59237")}
"""Grams in one unit; the pound is the international avoirdupois pound, exact (1959)."""


def whole_grams(value: Decimal, unit: Unit) -> int:
    """The value in grams, rounded half up."""
    return int((value * GRAMS[unit]).quantize(Decimal(1), ROUND_HALF_UP))


def plain_number(value: Decimal) -> str:
    """The number as a lifter writes it, without trailing zeros.

    >>> plain_number(Decimal("62.50")), plain_number(Decimal("100")), plain_number(Decimal("1E+2"))
    ('62.5', '100', '100')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Load:
    """A weight with its unit as it was lifted; equal loads are equal as entered."""

    value: Decimal
    """The number as entered, never negative."""
    unit: Unit
    kind: LoadKind = LoadKind.TOTAL

    @property
    def grams(self) -> int:
        """The number in whole grams, rounded half up (225 lb are 102,058 g)."""
        return whole_grams(self.value, self.unit)

    def moved_grams(self, body_weight_grams: int | None) -> int | None:
        """Grams moved, the body included where it counts; None where its weight is unknown."""
        if self.kind is LoadKind.TOTAL:
            return self.grams
        if body_weight_grams is None:
            return None
        if self.kind is LoadKind.ASSISTED:
            return max(0, body_weight_grams - self.grams)
        return body_weight_grams + self.grams

    def with_value(self, value: Decimal) -> "Load":
        """The same kind and unit with another number."""
        return Load(value, self.unit, self.kind)

    def __str__(self) -> str:
        """The load in words: `82.5 kg`, `+20 kg`, `-15 kg`, `BW`."""
        if self.kind is LoadKind.BODYWEIGHT:
            return "BW"
        sign = {LoadKind.ADDED: "+", LoadKind.ASSISTED: "-"}.get(self.kind, "")
        return f"{sign}{plain_number(self.value)} {self.unit}"


def bodyweight(unit: Unit = Unit.KG) -> Load:
    """The body alone."""
    return Load(Decimal(0), unit, LoadKind.BODYWEIGHT)


def kg(value: str | int | Decimal) -> Load:
    """A total load in kilograms."""
    return Load(Decimal(value), Unit.KG)


def lb(value: str | int | Decimal) -> Load:
    """A total load in pounds."""
    return Load(Decimal(value), Unit.LB)


def converted(load: Load, unit: Unit) -> Load:
    """The load in another unit, rounded half up to hundredths."""
    if load.unit is unit:
        return load
    value = load.value * GRAMS[load.unit] / GRAMS[unit]
    return Load(value.quantize(Decimal("0.01"), ROUND_HALF_UP), unit, load.kind)


def same_load(one: Load | None, other: Load | None) -> bool:
    """Whether two loads weigh the same and mean the same; an open one is the same as any."""
    if one is None or other is None:
        return True
    return one.grams == other.grams and one.kind is other.kind
