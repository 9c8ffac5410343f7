"""Plates on the bar: exact, out of what is at hand, and the loads that can be made."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.load import Load, Unit, bodyweight, kg, lb
from tracker.plates import (
    KG_PLATES,
    LB_PLATES,
    Inventory,
    PlateChange,
    change,
    loadable_above,
    loadable_below,
    nearest_loadable,
    plates_for,
    plates_in_words,
    rungs,
)


@pytest.mark.parametrize(
    ("load", "bar", "inventory", "words"),
    [
        (kg(20), kg(20), KG_PLATES, "the bar alone"),
        (kg("82.5"), kg(20), KG_PLATES, "20 · 10 · 1.25 a side"),
        (kg(100), kg(20), KG_PLATES, "20 · 20 a side"),
        (kg("62.5"), kg(15), KG_PLATES, "20 · 2.5 · 1.25 a side"),
        (lb(225), lb(45), LB_PLATES, "45 · 45 a side"),
        (lb(185), lb(45), LB_PLATES, "45 · 25 a side"),
        (lb(95), lb(45), LB_PLATES, "25 a side"),
    ],
)
def test_the_heaviest_plates_go_on_first(
    load: Load, bar: Load, inventory: Inventory, words: str
) -> None:
    plates = plates_for(load, bar, inventory)
    assert plates is not None
    assert plates_in_words(plates) == words


@pytest.mark.parametrize("load", [kg(19), kg(81), lb(225), kg(1000), bodyweight()])
def test_what_the_plates_do_not_make_has_no_plates(load: Load) -> None:
    assert plates_for(load, kg(20), KG_PLATES) is None


def test_a_greedy_start_does_not_hide_a_way_that_works() -> None:
    few = Inventory(Unit.KG, ((Decimal(20), 1), (Decimal(15), 2)))
    assert plates_for(kg(80), kg(20), few) == (Decimal(15), Decimal(15))


@pytest.mark.parametrize(
    ("load", "below", "above", "nearest"),
    [
        (kg(81), kg(80), kg("82.5"), kg(80)),
        (kg("81.25"), kg(80), kg("82.5"), kg(80)),
        (kg("81.26"), kg(80), kg("82.5"), kg("82.5")),
        (kg("82.5"), kg("82.5"), kg("82.5"), kg("82.5")),
        (kg(15), None, kg(20), kg(20)),
        (kg(900), kg("475"), None, kg("475")),
        (lb(225), kg(100), kg("102.5"), kg("102.5")),
    ],
)
def test_the_loads_to_either_side_can_be_made(
    load: Load, below: Load | None, above: Load | None, nearest: Load
) -> None:
    assert loadable_below(load, kg(20), KG_PLATES) == below
    assert loadable_above(load, kg(20), KG_PLATES) == above
    assert nearest_loadable(load, kg(20), KG_PLATES) == nearest


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (kg(60), kg(80), "+10 a side"),
        (kg(80), kg(60), "-10 a side"),
        (kg(80), kg("82.5"), "+1.25 a side"),
        (kg("82.5"), kg(100), "-10 -1.25 +20 a side"),
        (kg(80), kg(100), "-10 +20 a side"),
        (kg(100), kg(120), "+10 a side"),
        (kg(100), kg("82.5"), "-20 +10 +1.25 a side"),
        (kg(60), kg(60), "as it is"),
    ],
)
def test_the_change_between_two_loads_leaves_what_stays(
    before: Load, after: Load, words: str
) -> None:
    assert str(change(before, after, kg(20), KG_PLATES)) == words


def test_no_change_leads_to_a_load_that_cannot_be_made() -> None:
    assert change(kg(60), kg(61), kg(20), KG_PLATES) is None
    assert change(kg(61), kg(60), kg(20), KG_PLATES) is None


@pytest.mark.parametrize(
    ("inventory", "gap", "first"),
    [
        (KG_PLATES, "2.5", ["20", "22.5", "25", "27.5"]),
        (KG_PLATES, "1", ["20", "22.5", "25", "27.5"]),
        (KG_PLATES, "5", ["20", "25", "30", "35"]),
        (KG_PLATES, "4", ["20", "25", "30", "35"]),
        (Inventory(Unit.KG, ((Decimal(20), 1), (Decimal(5), 1))), "2.5", ["20", "30", "60", "70"]),
        (Inventory(Unit.KG, ((Decimal(2), 1), (Decimal(1), 2))), "2", ["20", "22", "24", "26"]),
        (Inventory(Unit.KG, ()), "2.5", ["20"]),
    ],
)
def test_rungs_are_loads_that_the_plates_make_a_gap_apart(
    inventory: Inventory, gap: str, first: list[str]
) -> None:
    assert [one.value for one in rungs(kg(20), inventory, Decimal(gap))][:4] == [
        Decimal(one) for one in first
    ]


SIZES = ["25", "20", "15", "10", "5", "2.5", "1.25", "1", "0.5", "0.25"]


@st.composite
def inventories(draw: st.DrawFn) -> Inventory:
    """Some plates of each size, some of none."""
    counts = draw(st.lists(st.integers(0, 4), min_size=len(SIZES), max_size=len(SIZES)))
    pairs = tuple((Decimal(size), count) for size, count in zip(SIZES, counts, strict=True))
    return Inventory(draw(st.sampled_from(Unit)), pairs)


@st.composite
def loadable(draw: st.DrawFn, inventory: Inventory, bar: Load) -> Load:
    """A load made of plates that are at hand."""
    used = [draw(st.integers(0, count)) for _, count in inventory.pairs]
    side = sum(
        (plate * count for (plate, _), count in zip(inventory.pairs, used, strict=True)),
        Decimal(0),
    )
    return Load(bar.value + 2 * side, inventory.unit)


@given(st.data(), inventories())
def test_a_load_made_of_plates_at_hand_finds_plates_at_hand(
    data: st.DataObject, inventory: Inventory
) -> None:
    bar = Load(data.draw(st.sampled_from([Decimal("7.5"), Decimal(20)])), inventory.unit)
    load = data.draw(loadable(inventory, bar))
    plates = plates_for(load, bar, inventory)
    assert plates is not None
    assert bar.value + 2 * sum(plates) == load.value
    assert Counter(plates) <= Counter(dict(inventory.pairs))
    assert list(plates) == sorted(plates, reverse=True)
    assert loadable_below(load, bar, inventory) == loadable_above(load, bar, inventory) == load


@given(inventories(), st.decimals(0, 400, places=2))
def test_nothing_loadable_lies_between_below_and_above(
    inventory: Inventory, value: Decimal
) -> None:
    bar, load = Load(Decimal(20), inventory.unit), Load(value, inventory.unit)
    below, above = loadable_below(load, bar, inventory), loadable_above(load, bar, inventory)
    assert below is None or (below.value <= value and plates_for(below, bar, inventory) is not None)
    assert above is None or (above.value >= value and plates_for(above, bar, inventory) is not None)
    if below is not None and above is not None and below != above:
        between = nearest_loadable(
            Load((below.value + above.value) / 2, inventory.unit), bar, inventory
        )
        assert between == below


@given(st.data(), inventories())
def test_a_change_leads_from_one_load_to_the_other(
    data: st.DataObject, inventory: Inventory
) -> None:
    bar = Load(Decimal(20), inventory.unit)
    before, after = data.draw(loadable(inventory, bar)), data.draw(loadable(inventory, bar))
    there = plates_for(before, bar, inventory)
    steps = change(before, after, bar, inventory)
    assert there is not None and steps is not None
    assert Counter(steps.off) <= Counter(there)
    then = Counter(there) - Counter(steps.off) + Counter(steps.on)
    assert then <= Counter(dict(inventory.pairs))
    assert bar.value + 2 * sum(then.elements()) == after.value
    assert (steps == PlateChange()) == (before == after)


@given(st.data(), inventories())
def test_who_follows_the_words_set_after_set_never_runs_out_of_plates(
    data: st.DataObject, inventory: Inventory
) -> None:
    bar = Load(Decimal(20), inventory.unit)
    before, there = bar, Counter[Decimal]()
    for _ in range(data.draw(st.integers(2, 6))):
        after = data.draw(loadable(inventory, bar))
        steps = change(before, after, bar, inventory)
        assert steps is not None
        words = str(steps).removesuffix(" a side").replace("as it is", "").split()
        there.update(Decimal(word) for word in words if word.startswith("+"))
        there.subtract(-Decimal(word) for word in words if word.startswith("-"))
        assert min(there.values(), default=0) >= 0
        assert +there <= Counter(dict(inventory.pairs))
        assert bar.value + 2 * sum(there.elements()) == after.value
        before = after
