"""Every symbol has a plain letter, and nothing is shifted by it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.large import large
from widgets.plain_letters import PLAIN, STROKES, has_symbols, plain, stand_in
from widgets.severity import MARKS

ROOT = Path(__file__).parents[2]
ROOMS = ("tracker", "widgets", "screens", "data")
LETTERS = ("L", "M")
"""Unicode categories of what is written, not drawn."""


def texts(path: Path) -> Iterator[str]:
    """The texts of a module that it may show: all but the strings that stand alone."""
    tree = ast.parse(path.read_text("utf-8"))
    alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in alone:
            yield one.value


def drawn_symbols() -> dict[str, str]:
    """Every symbol beyond ASCII that the code may draw, and a place where it stands."""
    return {
        character: str(path.relative_to(ROOT))
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for text in texts(path)
        for character in text
        if not character.isascii() and category(character)[0] not in LETTERS
    }


def test_every_symbol_we_draw_has_a_plain_letter() -> None:
    symbols = drawn_symbols()
    assert {"●", "▲", "■", "×", "▌", "━"} <= set(symbols)
    assert {one: place for one, place in symbols.items() if one not in PLAIN} == {}


def test_every_symbol_takes_one_cell_and_becomes_one_letter() -> None:
    assert {one for one in {**PLAIN, **STROKES} if cell_len(one) != 1} == set()
    letters = {*PLAIN.values(), *STROKES.values()}
    assert {one for one in letters if len(one) != 1 or not " " <= one <= "~"} == set()


def test_the_severities_stay_apart() -> None:
    symbols = {mark.symbol for mark in MARKS.values()}
    assert len(symbols) == len({plain(one) for one in symbols}) == 3
    assert len({mark.word for mark in MARKS.values()}) == len(MARKS)


def test_what_is_filled_stays_apart_from_what_is_not() -> None:
    assert plain("●●○  ━━──") == "**o  ==--"


def test_bars_of_other_heights_stay_apart() -> None:
    assert len(set(plain("▁▂▃▄▅▆▇█"))) == 8


@given(st.text(st.sampled_from([*PLAIN, "ü", "a", " ", "分"])))
def test_nothing_is_shifted(text: str) -> None:
    drawn = plain(text)
    assert [cell_len(one) for one in drawn] == [cell_len(one) for one in text]
    assert set(drawn) <= {"ü", "分", *map(chr, range(32, 127))}


@pytest.mark.parametrize(
    ("digits", "drawn"),
    [
        ("0123", " _     _  _ \n| | |  _| _|\n|_| | |_  _|"),
        ("4567", "    _  _  _ \n|_||_ |_   |\n  | _||_|  |"),
        ("89", " _  _ \n|_||_|\n|_| _|"),
        ("2:30", " _     _  _ \n _| :  _|| |\n|_     _||_|"),
        ("82.5", " _  _   _ \n|_| _| |_ \n|_||_ . _|"),
    ],
)
def test_large_digits_are_seven_segments(digits: str, drawn: str) -> None:
    shown = "\n".join(plain(row.plain) for row in large(digits))
    assert shown == drawn


@pytest.mark.parametrize("height", [3, 5])
def test_no_digit_is_taken_for_another(height: int) -> None:
    shapes = {
        "\n".join(plain(row.plain) for row in large(one, height=height)) for one in "0123456789"
    }
    assert len(shapes) == 10 and all(shape.isascii() for shape in shapes)


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("a", "a"),
        ("×", "x"),
        ("▲", "!"),
        ("ü", "u"),
        ("ş", "s"),
        ("б", "?"),
        ("分", "??"),
        ("́", ""),
    ],
)
def test_what_can_t_be_written_has_a_stand_in_of_its_width(character: str, shown: str) -> None:
    assert stand_in(character) == shown and len(shown) == cell_len(character)


@pytest.mark.parametrize(
    ("encoding", "has"),
    [
        ("utf-8", True),
        ("utf-16", True),
        ("ascii", False),
        ("latin-1", False),
        ("unheard-of", False),
    ],
)
def test_which_encodings_have_our_symbols(encoding: str, has: bool) -> None:
    assert has_symbols(encoding) is has
