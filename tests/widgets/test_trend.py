"""The year's chart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.trend import AXIS, highest_of, trend

LAST = date(2026, 11, 23)


def plain(counts: tuple[int, ...], limit: int = 3, width: int = 60, height: int = 4) -> list[str]:
    return [line.plain for line in trend(counts, limit, LAST, width, height)]


def test_a_column_shows_the_highest_of_its_days() -> None:
    assert highest_of((0, 1, 2, 0, 0, 5), 3) == (1, 2, 5)
    assert highest_of((), 3) == ()
    assert highest_of((1, 2), 9) == (1, 2)


def test_each_event_has_a_row_where_there_is_room() -> None:
    rows = plain((0, 1, 3, 4), width=AXIS + 4)
    assert [row[:AXIS].strip() for row in rows[:4]] == ["4", "3", "2", "1"]
    assert [row[AXIS:] for row in rows[:4]] == ["▁▁▁█", "  ██", "  ██", " ███"]


def test_the_limit_is_a_line_and_what_is_over_it_has_another_colour() -> None:
    top = trend((5, 1), 3, LAST, AXIS + 2, 5)
    styles = {str(span.style) for span in top[1].spans}
    assert "$stop" in styles
    assert "▁" in plain((0,) * 365)[0]


def test_the_months_are_named_under_their_first_column() -> None:
    months = plain((1,) * 365, width=116)[-1]
    assert months.split() == [
        *("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")
    ]


@given(
    counts=st.lists(st.integers(0, 60), max_size=400).map(tuple),
    limit=st.integers(0, 50),
    width=st.integers(4, 160),
    height=st.integers(1, 12),
)
def test_it_fits_into_any_space(
    counts: tuple[int, ...], limit: int, width: int, height: int
) -> None:
    rows = plain(counts, limit, width, height)
    assert 2 <= len(rows) <= height + 1
    assert max(len(row) for row in rows) <= max(width, AXIS)


@pytest.mark.parametrize("limit", [0, 1, 50])
def test_an_empty_year_is_flat(limit: int) -> None:
    assert not {"█", "▄"} & set("".join(plain((0,) * 365, limit)))
