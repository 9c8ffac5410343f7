"""RIR and RPE."""

import math
from decimal import Decimal

import pytest

from tracker.effort import is_rir, rir_from_rpe, rir_text
from tracker.errors import InvalidSet


@pytest.mark.parametrize("value", [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])
def test_rir_is_0_to_5_in_halves(value: float) -> None:
    assert is_rir(value)


@pytest.mark.parametrize("value", [-0.5, 0.25, 1.1, 5.5, 6, math.nan, math.inf, -math.inf])
def test_nothing_else_is_a_rir(value: float) -> None:
    assert not is_rir(value)


@pytest.mark.parametrize(
    ("rpe", "rir"),
    [("10", 0.0), ("9.5", 0.5), ("9", 1.0), ("8.0", 2.0), ("7.5", 2.5), ("5", 5.0)],
)
def test_rir_is_ten_less_rpe(rpe: str, rir: float) -> None:
    assert rir_from_rpe(Decimal(rpe)) == rir


@pytest.mark.parametrize("rpe", ["4.5", "10.5", "9.25", "0", "-1", "100"])
def test_an_rpe_off_the_scale_is_refused(rpe: str) -> None:
    with pytest.raises(InvalidSet, match="5 to 10 in halves") as caught:
        rir_from_rpe(Decimal(rpe))
    assert caught.value.read == rpe


@pytest.mark.parametrize(
    ("rir", "or_more", "text"),
    [
        (2.0, False, "2"),
        (1.5, False, "1.5"),
        (0.0, False, "0"),
        (5.0, True, "5+"),
        (None, False, "?"),
        (None, True, "?"),
    ],
)
def test_a_rir_is_written_as_it_is_typed(rir: float | None, or_more: bool, text: str) -> None:
    assert rir_text(rir, or_more) == text
