from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from widgets.plain_filter import PlainFilter

GROUND = Color.parse("black")


def test_letters_change_and_their_style_stays() -> None:
    bold = Style(bold=True)
    line = [Segment("▲ 82.5 × 8", bold), Segment(" ü", None)]
    assert PlainFilter().apply(line, GROUND) == [
        Segment("! 82.5 x 8", bold),
        Segment(" ü", None),
    ]


def test_a_segment_that_is_plain_already_is_passed_on_as_it_is() -> None:
    (before,) = line = [Segment("82.5 kg")]
    (after,) = PlainFilter().apply(line, GROUND)
    assert after is before


def test_digits_and_words_of_one_segment_are_both_drawn() -> None:
    (after,) = PlainFilter().apply([Segment("┗━┛ · ½")], GROUND)
    assert after.text == "|_| | h"
