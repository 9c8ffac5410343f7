"""What can be loaded: the bar in use and the plates at hand, and the steps that they allow."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil

from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb, plain_number
from tracker.plate_reading import read_plates
from tracker.plates import (
    Inventory,
    change,
    loadable_above,
    loadable_below,
    nearest_loadable,
    plates_for,
    plates_in_words,
    rungs,
)
from tracker.settings import Settings

EZ_BAR = {Unit.KG: kg(10), Unit.LB: lb(25)}
"""The usual curl bar."""
TRAP_BAR = {Unit.KG: kg(25), Unit.LB: lb(55)}
"""The usual trap bar."""
_EZ = re.compile(r"\bez\b", re.IGNORECASE)
_OTHER_BARS = re.compile(
    r"\b(t[- ]?bar|landmine|meadows|safety (squat )?bar|ssb|swiss bar|cambered|axle|log)\b",
    re.IGNORECASE,
)
"""Lifts on a bar held at one end, or on one whose weight differs from maker to maker."""
_POUNDS = Decimal("2.5")
_ABOUT = Decimal("0.8")
"""So much of the exercise's step is a step still: 2 kg where 2.5 kg can't be loaded."""


@dataclass(frozen=True, slots=True)
class Rack:
    """The bar in use and the plates at hand, of one unit."""

    bar: Load
    plates: Inventory
    is_named: bool = False
    """It is another bar than the gym's long one: the words for its plates name it."""

    def carries(self, load: Load) -> bool:
        """Whether the load may be lifted on it: a total one of its unit, the bar's at least."""
        is_total = load.kind is LoadKind.TOTAL and load.unit is self.bar.unit
        return is_total and load.value >= self.bar.value


def rack_for(exercise: Exercise, unit: Unit, settings: Settings) -> Rack | None:
    """The bar and the plates for loads of that unit; None where either is not known.

    A bar that the lifter said goes before the usual one, on a machine too: there it is what the
    empty sled weighs, 0 included.
    """
    plates = read_plates(settings.word(f"gym.plates_{unit}"), unit)
    bar = exercise.bar or _usual_bar(exercise, unit, settings)
    if bar is None or not plates.pairs:
        return None
    if bar.unit is not unit and bar.value:
        return None
    return Rack(Load(bar.value, unit), plates, bar.value != _long_bar(unit, settings).value)


def _long_bar(unit: Unit, settings: Settings) -> Load:
    return Load(Decimal(f"{settings.number(f'gym.bar_{unit}'):.10g}"), unit)


def _usual_bar(exercise: Exercise, unit: Unit, settings: Settings) -> Load | None:
    """The bar of the exercise's equipment; the Smith machine's and a sled's differ too much."""
    if exercise.equipment == "trapbar":
        return TRAP_BAR[unit]
    if exercise.equipment != "barbell" or _OTHER_BARS.search(exercise.name):
        return None
    return EZ_BAR[unit] if _EZ.search(exercise.name) else _long_bar(unit, settings)


def rack_under(load: Load | None, exercise: Exercise, settings: Settings) -> Rack | None:
    """The bar and the plates that carry a load; None where it is none for plates on a bar."""
    rack = None if load is None else rack_for(exercise, load.unit, settings)
    return rack if rack is not None and load is not None and rack.carries(load) else None


# -- steps ---------------------------------------------------------------------------------------


def step_in(step: Load, unit: Unit) -> Decimal:
    """The exercise's step in a unit: 2.5 kg stands for 5 lb, as gyms have their plates.

    Pounds come in steps of 2.5: the 2 kg between two dumbbells stand for 5 lb.
    """
    if step.unit is unit:
        return step.value
    if unit is Unit.KG:
        return step.value / 2
    return _POUNDS * max(1, ceil(step.value * 2 / _POUNDS))


def stepped(load: Load, exercise: Exercise, steps: int, rack: Rack | None) -> Load:
    """The load some steps heavier or lighter; the body alone lies between help and added load.

    On a rack the steps are the loads that its plates make, from the bar alone on, each at least
    about the exercise's step from the one before. From in between, the first step goes to the
    nearest of these on that side. What is lighter than the bar, or heavier than all plates, was
    not lifted on this rack: further out it goes by the exercise's step alone.
    """
    by = step_in(exercise.step, load.unit)
    if rack is not None and load.kind is LoadKind.TOTAL and load.unit is rack.bar.unit:
        ladder = rungs(rack.bar, rack.plates, by * _ABOUT)
        if steps > 0 and load.value <= ladder[-1].value:
            above = bisect_right(ladder, load.value, key=lambda one: one.value)
            return ladder[min(above + steps, len(ladder)) - 1]
        if steps < 0 and load.value >= ladder[0].value:
            below = bisect_left(ladder, load.value, key=lambda one: one.value)
            return ladder[max(0, below + steps)]
    return _by_steps(load, by * steps)


def _by_steps(load: Load, by: Decimal) -> Load:
    if load.kind is LoadKind.TOTAL:
        return load.with_value(max(Decimal(0), load.value + by))
    value = by + (-load.value if load.kind is LoadKind.ASSISTED else load.value)
    if value == 0:
        return bodyweight(load.unit)
    return Load(abs(value), load.unit, LoadKind.ADDED if value > 0 else LoadKind.ASSISTED)


# -- rounding ------------------------------------------------------------------------------------


def rounded(load: Load, exercise: Exercise, rack: Rack | None) -> Load:
    """The nearest load that can be loaded; without a rack the nearest whole step, one at least."""
    if rack is not None:
        return nearest_loadable(load, rack.bar, rack.plates)
    step = step_in(exercise.step, load.unit)
    steps = (load.value / step).quantize(Decimal(1), ROUND_HALF_UP)
    return load.with_value(max(step, steps * step))


def rounded_down(load: Load, exercise: Exercise, rack: Rack | None) -> Load:
    """The heaviest load not above this one that can be loaded; the bar alone is the lightest."""
    if rack is not None:
        return loadable_below(load, rack.bar, rack.plates) or rack.bar
    step = step_in(exercise.step, load.unit)
    return load.with_value(load.value // step * step)


# -- words ---------------------------------------------------------------------------------------


def plates_words(load: Load | None, before: Load | None, rack: Rack | None) -> str:
    """What goes on each side, what changes there from the load before, or what would fit.

    Empty where the load is none for plates.
    """
    if load is None or load.kind is not LoadKind.TOTAL or rack is None:
        return ""
    bar, stock = rack.bar, rack.plates
    steps = change(before, load, bar, stock) if before is not None and before != load else None
    if steps is not None:
        return f"plates  {steps}"
    plates = plates_for(load, bar, stock)
    if plates is None:
        return no_plates_words(load, rack)
    if not plates and not bar.value:
        return "no plates"
    named = f" · {bar} bar" if plates and bar.value and rack.is_named else ""
    return f"plates  {plates_in_words(plates)}{named}"


def no_plates_words(load: Load | None, rack: Rack | None) -> str:
    """What would fit where no plates make a load: `no plates for 83 kg: 82.5 or 85`.

    Empty where they make it, or where it is none for plates.
    """
    if load is None or load.kind is not LoadKind.TOTAL or rack is None:
        return ""
    below = loadable_below(load, rack.bar, rack.plates)
    above = loadable_above(load, rack.bar, rack.plates)
    if below is not None and below == above:
        return ""
    if below is None:
        fit = f"the bar is {plain_number(rack.bar.value)}"
    elif above is None:
        fit = f"{plain_number(below.value)} at most"
    else:
        fit = f"{plain_number(below.value)} or {plain_number(above.value)}"
    return f"no plates for {load}: {fit}"
