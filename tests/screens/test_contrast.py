import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import BLACK, WHITE, Color

from screens.contrast import TEXT, contrast, luminance, readable

COLOURS = st.builds(Color, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_the_contrast_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


def test_black_and_white_are_the_ends_of_luminance() -> None:
    assert (luminance(BLACK), luminance(WHITE)) == (0, pytest.approx(1))


@given(COLOURS, COLOURS)
def test_what_was_made_readable_is(colour: Color, ground: Color) -> None:
    assert contrast(readable(colour, [ground]), ground) >= TEXT


def test_what_is_readable_already_stays() -> None:
    assert readable(Color.parse("#58c4a7"), [BLACK]) == Color.parse("#58c4a7")
