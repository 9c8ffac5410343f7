"""Rows under headings, with a cursor that passes over the headings."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from widgets.row_list import ListRow, RowList


class ListApp(App[None]):
    """A list of three sections of ten rows."""

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_mount(self) -> None:
        rows = []
        for section in "abc":
            rows.append(ListRow(Content(f"heading {section}"), is_heading=True))
            rows += [ListRow(Content(f"row {section}{number}")) for number in range(10)]
        self.query_one(RowList).rows = tuple(rows)


def here(rows: RowList) -> str:
    (line,) = (line for line in rows.render().plain.splitlines() if "▌" in line)
    return line.replace("▌", "").strip()


async def test_the_cursor_passes_over_headings_and_stays_in_sight() -> None:
    async with ListApp().run_test(size=(40, 8)) as pilot:
        rows = pilot.app.query_one(RowList)
        assert here(rows) == "row a0" and "heading a" in rows.render().plain
        for number in range(1, 30):
            rows.move(1)
            assert here(rows) == f"row {'abc'[number // 10]}{number % 10}"
        rows.move(1)
        assert here(rows) == "row c9"
        rows.move(-99)
        assert here(rows) == "row a0" and "heading a" in rows.render().plain


async def test_what_comes_next_is_in_sight_too() -> None:
    async with ListApp().run_test(size=(40, 8)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.move(12)
        assert here(rows) == "row b2"
        assert "row b5" in rows.render().plain and "row a8" not in rows.render().plain
        rows.move(-4)
        assert "row a5" in rows.render().plain


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        (0, [1], "row b0"),
        (4, [1, 1], "row c0"),
        (25, [1], "row c5"),
        (25, [-1], "row c0"),
        (20, [-1], "row b0"),
        (0, [-1], "row a0"),
    ],
)
async def test_sections_are_gone_through(start: int, steps: list[int], expected: str) -> None:
    async with ListApp().run_test(size=(40, 8)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.move(start)
        for step in steps:
            rows.move_section(step)
        assert here(rows) == expected


async def test_an_empty_list_draws_nothing_and_moves_nowhere() -> None:
    async with ListApp().run_test(size=(40, 8)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.rows = ()
        rows.move(1)
        rows.move_section(1)
        assert rows.render().plain == "" and rows.chosen == 0


async def test_a_click_chooses_a_row_and_never_a_heading() -> None:
    async with ListApp().run_test(size=(40, 8)) as pilot:
        rows = pilot.app.query_one(RowList)
        await pilot.click(RowList, offset=(5, 3))
        assert here(rows) == "row a2"
        await pilot.click(RowList, offset=(5, 0))
        assert here(rows) == "row a2"
