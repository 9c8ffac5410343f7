"""Blocks of lines set side by side, or under one another."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

Block = tuple[Content, ...]
"""Some lines that belong together."""

EMPTY = Content("")
GAP = Content(" ")


def one_line(text: str) -> str:
    """The text on one line: what a lifter wrote over several lines would tear a row apart."""
    return " ".join(text.split())


def fitted(text: Content, width: int) -> Content:
    """The line in exactly that many cells."""
    short = text.truncate(width, ellipsis=True)
    return short.pad_right(max(0, width - short.cell_length))


def side_by_side(blocks: Sequence[Block], width: int, margin: int = 2) -> Block:
    """Blocks as columns of equal width, at least one cell between them."""
    each = width_of_each(len(blocks), width, margin)
    rows = zip_longest(*blocks, fillvalue=EMPTY)
    return tuple(
        Content("").join([Content(" " * margin), *(fitted(line, each) + GAP for line in row)])
        for row in rows
    )


def width_of_each(count: int, width: int, margin: int = 2) -> int:
    """The cells that each of so many columns has."""
    return (width - 2 * margin + 1) // count - 1


def indented(block: Block, margin: int = 2) -> Block:
    """The block at the margin."""
    return tuple(Content(" " * margin) + line for line in block)
