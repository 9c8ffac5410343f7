"""Large digits, three rows high or five, for what is read from a metre."""

from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.renderables.digits import Digits

Strokes = tuple[Content, ...]
"""Rows of equal width."""

BOLD = Style(bold=True)
LARGE, LARGEST = 3, 5
"""Heights of digits, in rows."""

DOWNWARD = frozenset("┏┓┣┫┃╻")
"""Strokes that go on in a row below."""
RIGHTWARD = frozenset("┏┗┣╺━")
"""Strokes that go on in a cell to the right."""


def large(text: str, style: str = "bold $foreground", height: int = LARGE) -> Strokes:
    """The text in large digits: rows of equal width.

    What is no digit (a unit, a word) stands in the lowest row in its own size.
    """
    signs = [_strokes(one) for one in text]
    if height == LARGEST:
        signs = [_taller(_wider(rows)) for rows in signs]
    return tuple(Content.styled("".join(row), style) for row in zip(*signs, strict=True))


@cache
def _strokes(character: str) -> list[str]:
    rendered = (one for one in Digits(character).render(BOLD) if isinstance(one, Segment))
    return [segment.text for segment in rendered if segment.text != "\n"]


def _wider(rows: list[str]) -> list[str]:
    """A digit with one more cell to the right of its first; anything else as it is."""
    return [
        row[0] + ("━" if row[0] in RIGHTWARD else " ") + row[1:] if len(row) > 1 else row
        for row in rows
    ]


def _taller(rows: list[str]) -> list[str]:
    """A digit with a row between each two."""
    top, middle, low = rows
    upper, lower = (
        "".join("┃" if one in DOWNWARD else " " for one in row) for row in (top, middle)
    )
    return [top, upper, middle, lower, low]
