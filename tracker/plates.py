"""Plates: what goes on each side of the bar, and which loads a bar can hold at all."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, gcd

from tracker.load import GRAMS, Load, LoadKind, Unit, plain_number

Plates = tuple[Decimal, ...]
"""The plates of one side, heaviest first, in the inventory's unit."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The plates at hand, all of one unit."""

    unit: Unit
    pairs: tuple[tuple[Decimal, int], ...]
    """Plates heaviest first, each with how many pairs there are."""


def _stock(unit: Unit, *pairs: tuple[str, int]) -> Inventory:
    return Inventory(unit, tuple((Decimal(plate), count) for plate, count in pairs))


KG_PLATES = _stock(Unit.KG, ("20", 8), ("15", 2), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 2))
"""What a gym in kilograms has at every rack."""
LB_PLATES = _stock(Unit.LB, ("45", 8), ("35", 2), ("25", 2), ("10", 2), ("5", 2), ("2.5", 2))
"""What a gym in pounds has at every rack."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """The loads that one side can hold, as the bits of one number for each plate and below."""

    grain: Fraction
    """The unit's part that one bit stands for."""
    sizes: tuple[int, ...]
    """Each plate in grains, heaviest first."""
    sums: tuple[int, ...]
    """Bit n is set where this plate and the lighter ones make n grains; a last one for none."""


@lru_cache(maxsize=128)
def _reach(inventory: Inventory) -> _Reach:
    thousandths = [int(plate * 1000) for plate, _ in inventory.pairs]
    grain = gcd(*thousandths) or 1
    sizes = tuple(one // grain for one in thousandths)
    sums = [1]
    for size, (_, count) in zip(reversed(sizes), reversed(inventory.pairs), strict=True):
        made = sums[0]
        for _ in range(count):
            made |= made << size
        sums.insert(0, made)
    return _Reach(Fraction(grain, 1000), sizes, tuple(sums))


def _side(load: Load, bar: Load, inventory: Inventory) -> Fraction:
    """What one side must hold, in the inventory's unit; negative where the bar is heavier."""
    grams = Fraction(load.value) * Fraction(GRAMS[load.unit])
    bar_grams = Fraction(bar.value) * Fraction(GRAMS[bar.unit])
    return (grams - bar_grams) / 2 / Fraction(GRAMS[inventory.unit])


def plates_for(load: Load, bar: Load, inventory: Inventory) -> Plates | None:
    """The plates of one side, as many of the heaviest as the rest allows.

    Returns:
        None where no plates at hand make exactly this load.

    >>> from tracker.load import kg
    >>> [str(plate) for plate in plates_for(kg("82.5"), kg(20), KG_PLATES) or ()]
    ['20', '10', '1.25']
    """
    if load.kind is not LoadKind.TOTAL:
        return None
    return _plates(_side(load, bar, inventory), inventory)


def _plates(side: Fraction, inventory: Inventory) -> Plates | None:
    reach = _reach(inventory)
    grains = side / reach.grain
    if side < 0 or grains.denominator != 1 or not reach.sums[0] >> int(grains) & 1:
        return None
    left = int(grains)
    plates: list[Decimal] = []
    stock = zip(inventory.pairs, reach.sizes, reach.sums[1:], strict=True)
    for (plate, count), size, lighter in stock:
        most = min(count, left // size)
        used = next(one for one in range(most, -1, -1) if lighter >> (left - one * size) & 1)
        plates += [plate] * used
        left -= used * size
    return tuple(plates)


def _loaded(grains: int, bar: Load, inventory: Inventory) -> Load:
    """The load of a bar with so many grains a side, in the inventory's unit."""
    both = Fraction(grains) * _reach(inventory).grain * 2
    value = Decimal(both.numerator) / Decimal(both.denominator)
    return Load(value + bar.value * GRAMS[bar.unit] / GRAMS[inventory.unit], inventory.unit)


def loadable_below(load: Load, bar: Load, inventory: Inventory) -> Load | None:
    """The heaviest load not above this one that the plates make; None below the bar itself."""
    grains = floor(_side(load, bar, inventory) / _reach(inventory).grain)
    if grains < 0:
        return None
    made = _reach(inventory).sums[0] & ((1 << grains + 1) - 1)
    return _loaded(made.bit_length() - 1, bar, inventory)


def loadable_above(load: Load, bar: Load, inventory: Inventory) -> Load | None:
    """The lightest load not below this one that the plates make; None above all plates."""
    least = max(0, ceil(_side(load, bar, inventory) / _reach(inventory).grain))
    made = _reach(inventory).sums[0] >> least
    if not made:
        return None
    return _loaded(least + (made & -made).bit_length() - 1, bar, inventory)


def nearest_loadable(load: Load, bar: Load, inventory: Inventory) -> Load:
    """The load that the plates make nearest to this one; the lighter of two as near.

    >>> from tracker.load import kg
    >>> str(nearest_loadable(kg(81), kg(20), KG_PLATES))
    '80 kg'
    """
    below, above = (one(load, bar, inventory) for one in (loadable_below, loadable_above))
    wanted = _side(load, bar, inventory)
    near = [one for one in (below, above) if one is not None]
    return min(near, key=lambda one: abs(_side(one, bar, inventory) - wanted))


@lru_cache(maxsize=64)
def rungs(bar: Load, inventory: Inventory, gap: Decimal) -> tuple[Load, ...]:
    """Loads from the bar alone, each the next one that is the gap heavier, to all the plates.

    >>> from tracker.load import kg
    >>> [str(one) for one in rungs(kg(20), KG_PLATES, Decimal(5))[:3]]
    ['20 kg', '25 kg', '30 kg']
    """
    reach = _reach(inventory)
    apart = max(1, ceil(Fraction(gap) / 2 / reach.grain))
    made = reach.sums[0]
    loads: list[int] = []
    least = 0
    while heavier := made >> least:
        loads.append(least + (heavier & -heavier).bit_length() - 1)
        least = loads[-1] + apart
    if loads[-1] < made.bit_length() - 1:
        loads.append(made.bit_length() - 1)
    return tuple(_loaded(grains, bar, inventory) for grains in loads)


@dataclass(frozen=True, slots=True)
class PlateChange:
    """What changes on each side from one load to another."""

    on: Plates = ()
    off: Plates = ()

    def __str__(self) -> str:
        """In words: `+10 a side`, `-10 +5 +1.25 a side`, or `as it is`."""
        steps = [f"-{plain_number(plate)}" for plate in self.off]
        steps += [f"+{plain_number(plate)}" for plate in self.on]
        return f"{' '.join(steps)} a side" if steps else "as it is"


def change(before: Load, after: Load, bar: Load, inventory: Inventory) -> PlateChange | None:
    """The plates to put on and to take off between two loads; None where either can't be made.

    The bar then always holds what `plates_for` says, so that the next change starts from what is
    there: plates left on for a shorter way would be missing in the steps after it.

    >>> from tracker.load import kg
    >>> str(change(kg(60), kg(80), kg(20), KG_PLATES))
    '+10 a side'
    >>> str(change(kg(80), kg(100), kg(20), KG_PLATES))
    '-10 +20 a side'
    """
    there = plates_for(before, bar, inventory)
    wanted = plates_for(after, bar, inventory)
    if there is None or wanted is None:
        return None
    return PlateChange(on=_beyond(wanted, there), off=_beyond(there, wanted))


def _beyond(plates: Plates, others: Plates) -> Plates:
    """Those that the others have not, heaviest first."""
    left = Counter(plates) - Counter(others)
    return tuple(sorted(left.elements(), reverse=True))


def plates_in_words(plates: Plates) -> str:
    """One side in words: `20 · 10 · 1.25 a side`, or `the bar alone`."""
    if not plates:
        return "the bar alone"
    return f"{' · '.join(plain_number(plate) for plate in plates)} a side"
