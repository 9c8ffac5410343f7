"""Plates as a person writes them down."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.load import Unit
from tracker.plate_reading import PLATES_FORM, plates_text, read_plates, tidied
from tracker.plates import KG_PLATES, LB_PLATES, Inventory


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("20x8 15x2", "20x8 15x2"),
        ("1.25x2 20x8", "20x8 1.25x2"),
        ("1,25x2 20x8", "20x8 1.25x2"),
        ("20x8,1,25x2,0,5x1", "20x8 1.25x2 0.5x1"),
        ("20x8, 15x2; 10x2;5x1", "20x8 15x2 10x2 5x1"),
        (" 20 X 8   2.50×2 ", "20x8 2.5x2"),
        ("0.25x1", "0.25x1"),
        ("20x99", "20x99"),
        ("20", "20x1"),
        ("20x2 10 5 2.5", "20x2 10x1 5x1 2.5x1"),
        ("20x2, 10, 5; 2.5", "20x2 10x1 5x1 2.5x1"),
        ("20 x 2 10 5", "20x2 10x1 5x1"),
        ("20x8 15", "20x8 15x1"),
        ("20,10,5", "20x1 10x1 5x1"),
        ("20 10 2,5 1,25", "20x1 10x1 2.5x1 1.25x1"),
        ("20,10,2,5,1,25", "20x1 10x1 2.5x1 1.25x1"),
        ("20,10x2", "20x1 10x2"),
        ("none", "none"),
        (" None ", "none"),
    ],
)
def test_plates_are_read_in_any_order_and_kept_heaviest_first(text: str, tidy: str) -> None:
    assert tidied(text) == tidy
    assert tidied(tidy) == tidy


@pytest.mark.parametrize(
    ("text", "stuck_at"),
    [
        ("", ""),
        ("  ", ""),
        ("many", "many"),
        ("20 20", "20"),
        ("20 x", "x"),
        ("20x8 15kg", "15kg"),
        ("0", "0"),
        ("1,250", "1,250"),
        ("20x8 none", "none"),
        ("20x8 kg", "kg"),
        ("20x8 15x2.5", "15x2.5"),
        ("20x100", "20x100"),
        ("20x0", "20x0"),
        ("0x2", "0x2"),
        ("-20x2", "-20x2"),
        ("1,250x2", "1,250x2"),
        ("1000x2", "1000x2"),
        ("20x8 20.0x2", "20.0x2"),
        ("20x8x2", "20x8x2"),
        ("٢٠x2", "٢٠x2"),
    ],
)
def test_what_says_no_plates_is_refused_where_it_stops_and_with_what_would_fit(
    text: str, stuck_at: str
) -> None:
    with pytest.raises(TrackerError) as caught:
        read_plates(text, Unit.KG)
    assert caught.value.message == f"{stuck_at!r} says no plates: {PLATES_FORM}."
    assert (caught.value.read, caught.value.expected) == (text, PLATES_FORM)


@pytest.mark.parametrize("stock", [KG_PLATES, LB_PLATES])
def test_the_usual_stock_is_read_as_it_is_written(stock: Inventory) -> None:
    assert read_plates(plates_text(stock), stock.unit) == stock


@given(
    st.dictionaries(
        st.decimals("0.001", 999, places=3).map(lambda plate: plate.normalize()),
        st.integers(1, 99),
        max_size=9,
    ),
    st.sampled_from(Unit),
)
def test_any_stock_is_read_as_it_is_written(pairs: dict[Decimal, int], unit: Unit) -> None:
    stock = Inventory(unit, tuple(sorted(pairs.items(), reverse=True)))
    assert read_plates(plates_text(stock), unit) == stock
