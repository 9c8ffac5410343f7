"""A year of the rolling count, drawn in a few rows of blocks, with its limit."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from textual.content import Content

AXIS = 3
"""Cells for the numbers at the left."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def highest_of(counts: Sequence[int], columns: int) -> tuple[int, ...]:
    """The counts squeezed into columns: each shows the highest of its days.

    >>> highest_of((0, 1, 2, 0, 0, 5), 3)
    (1, 2, 5)
    """
    if not counts or columns < 1:
        return ()
    columns = min(columns, len(counts))
    bounds = [place * len(counts) // columns for place in range(columns + 1)]
    return tuple(max(counts[a:b]) for a, b in pairwise(bounds))


def trend(
    counts: Sequence[int],
    limit: int,
    last_day: date,
    width: int,
    height: int = 4,
) -> tuple[Content, ...]:
    """The chart: `height` rows of blocks and a row of months.

    What is over the limit stands out above a line and has its own colour.

    Args:
        counts: Events in the rolling window at the end of each day, oldest first.
        limit: The ration.
        last_day: The day of the last count.
        width: Cells in all.
        height: Rows of the chart, at most.
    """
    columns = highest_of(counts, width - AXIS)
    most = max((*columns, limit + 1))
    # Where every event can have whole rows of its own, it has them.
    height = height // most * most or height
    top = most if height >= most else _top(most, height)
    rows = [
        Content.assemble(
            (_label(row, height, top).rjust(AXIS - 1) + " ", "$quiet"),
            *(_block(count, row, height, top, limit) for count in columns),
        )
        for row in range(height)
    ]
    return (*rows, _months(len(counts), len(columns), last_day))


def _top(most: int, height: int) -> int:
    """A round number at the top of the scale: a whole number of events a row."""
    return -(-most // height) * height


def _label(row: int, height: int, top: int) -> str:
    """The number that a row reaches up to, where it is a whole one."""
    events, rest = divmod(top * (height - row), height)
    return "" if rest else str(events)


def _block(count: int, row: int, height: int, top: int, limit: int) -> tuple[str, str]:
    eighths = max(0, min(8, round((count / top * height - (height - 1 - row)) * 8)))
    limit_row = height - 1 - int(limit / top * height)
    is_line = row == limit_row
    if not eighths:
        return ("▁", "$line") if is_line else (" ", "")
    return _EIGHTHS[eighths], "$stop" if count > limit else "$accent 60%"


def _months(days: int, columns: int, last_day: date) -> Content:
    if not columns:
        return Content("")
    line = [" "] * (AXIS + columns)
    free_from = 0
    before = last_day - timedelta(days=days)
    for place in range(columns):
        day = last_day - timedelta(days=days - 1 - place * days // columns)
        is_new, before = day.month != before.month, day
        if is_new:
            name = _MONTHS[day.month - 1]
            start = AXIS + place
            if start >= free_from and start + len(name) <= len(line):
                line[start : start + len(name)] = name
                free_from = start + len(name) + 2
    return Content.styled("".join(line).rstrip(), "$quiet")
