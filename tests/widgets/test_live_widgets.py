"""The parts of the live session: what they draw at which width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widget import Widget

from tracker.guidance.advice import Advice, Moment, Severity
from widgets.entry_line import EntryLine
from widgets.exercise_head import ExerciseHead, HeadView
from widgets.headline import Headline, headline_rows
from widgets.key_line import KeyLine
from widgets.large import large
from widgets.lines import Lines
from widgets.meter import load_colour, meter
from widgets.option_lines import OptionLines
from widgets.rest_line import RestLine, RestView
from widgets.set_table import SetRow, SetTable, TableView
from widgets.top_line import TopLine


class Alone(App[None]):
    """A widget by itself; colours of ours are stood in for."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        names = ("quiet", "line", "info", "caution", "stop")
        return dict.fromkeys(names, "#808080")


async def drawn(widget: Widget, width: int, height: int = 12) -> list[str]:
    """The rows that the widget draws."""
    app = Alone(widget)
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        rendered = widget.render()
        assert isinstance(rendered, Content)
        return rendered.plain.split("\n")


def advice(text: str, severity: Severity = Severity.CAUTION) -> Advice:
    return Advice("R42", severity, Moment.LOGGED, text)


# -- headline ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("words", [5, 12, 20])
async def test_a_headline_says_all_of_it_in_three_rows(width: int, words: int) -> None:
    text = " ".join(["failure"] * words)
    bar = Headline()
    bar.advice = advice(text)
    rows = await drawn(bar, width)
    assert len(rows) == 3 and all(len(row) == width for row in rows)
    assert "CAUTION" in "".join(rows)
    if len(text) < 2 * (width - 20):
        assert "".join(rows).count("failure") == words and "g why" in rows[1] + rows[2]


@pytest.mark.parametrize(("height", "place"), [(1, 0), (3, 1), (5, 2)])
def test_a_short_sentence_stands_in_the_middle_of_the_bar(height: int, place: int) -> None:
    rows = headline_rows(advice("Slow down."), 76, height)
    assert len(rows) == height and [bool(row) for row in rows].index(True) == place
    assert rows[place].startswith("▲ CAUTION   Slow down.") and rows[place].endswith("R42  g why")


def test_a_narrow_bar_lets_the_sentence_go_on_at_its_margin() -> None:
    wide, narrow = (headline_rows(advice("failure " * 12), width, 3) for width in (60, 36))
    assert wide[1].startswith(" " * 12 + "failure") and narrow[1].startswith("failure")


async def test_a_headline_too_long_for_the_bar_is_marked_as_cut() -> None:
    bar = Headline()
    bar.advice = advice("failure " * 60)
    assert (await drawn(bar, 40))[-1].rstrip().endswith("…")


async def test_nothing_to_say_hides_the_bar() -> None:
    bar = Headline()
    app = Alone(bar)
    async with app.run_test() as pilot:
        assert not bar.display
        bar.advice = advice("Slow down.", Severity.STOP)
        await pilot.pause()
        assert bar.display and bar.has_class("-stop") and bar.size.height == 3
        bar.advice = None
        await pilot.pause()
        assert not bar.display


# -- head, table, options ------------------------------------------------------------------------


def head(name: str = "Bench Press") -> HeadView:
    lines = tuple(Content(one) for one in (name, "set 2 of 3", "technical at most", "plates"))
    return HeadView(lines, rest="1:25", load="82.5", unit="kg", reps="8")


@pytest.mark.parametrize(
    ("width", "rest", "rows"), [(80, True, 4), (60, False, 4), (50, False, 4), (36, False, 7)]
)
async def test_the_large_timer_gives_way_and_then_the_digits_go_above_the_words(
    width: int, rest: bool, rows: int
) -> None:
    widget = ExerciseHead()
    widget.view = head()
    lines = await drawn(widget, width, 24)
    text = "\n".join(lines)
    assert ("rest" in text, len(lines)) == (rest, rows)
    assert "kg ×" in text and "technical at most" in text and large("82.5")[0].plain in text


async def test_a_name_of_eighty_letters_takes_one_row() -> None:
    widget = ExerciseHead()
    widget.view = head("n" * 80)
    app = Alone(widget)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert widget.size.height == 4


def rows(count: int, next_one: int) -> TableView:
    made = tuple(
        SetRow(str(at), load="80", reps="8", is_next=at == next_one) for at in range(count)
    )
    return TableView(made, below=(Content("next  Curl"),))


@pytest.mark.parametrize("width", [40, 50, 56, 60, 80, 110])
@pytest.mark.parametrize("load", ["225 lb", "+102.5 lb", "102.058 kg"])
async def test_a_load_that_names_its_unit_stands_in_its_column(width: int, load: str) -> None:
    table = SetTable()
    table.view = TableView(
        (
            SetRow("1", f"{load} × 5  @2", load, "5", "2", is_done=True),
            SetRow("2", f"{load} × 12  @1.5 !", "100", "8", is_next=True),
        )
    )
    head, first, second, *_ = await drawn(table, width)
    end = first.index(load, 20 if "last time" in head else 0) + len(load)
    assert head.index("kg") + 2 == second.index("100 ") + 3 == end
    assert first.index("5", end) == second.index("8", end) == head.index("reps") + 3


async def test_a_long_set_of_last_time_is_whole_where_there_is_room() -> None:
    table = SetTable()
    table.view = TableView((SetRow("1", "102.5 lb × 10  @1.5 !", "100", "5", is_next=True),))
    for width, is_whole in ((60, False), (80, True)):
        row = (await drawn(table, width))[1]
        assert ("102.5 lb × 10  @1.5 ! " in row) is is_whole


@pytest.mark.parametrize("height", range(2, 14))
@pytest.mark.parametrize("next_one", [0, 3, 7, 19])
async def test_the_next_set_is_always_in_sight(height: int, next_one: int) -> None:
    table = SetTable()
    table.view = rows(20, next_one)
    shown = await drawn(table, 80, height)
    assert sum("▌" in row for row in shown[:height]) == 1


@pytest.mark.parametrize("height", [1, 2, 5])
@pytest.mark.parametrize("chosen", [0, 4, 9, 10])
async def test_the_chosen_option_is_always_in_sight(height: int, chosen: int) -> None:
    options = OptionLines()
    options.show([(f"lift {at}", "chest") for at in range(10)], chosen, "+ a new one")
    shown = await drawn(options, 60, height)
    assert sum("▌" in row for row in shown[:height]) == 1


async def test_a_long_name_does_not_push_its_aside_away() -> None:
    options = OptionLines()
    options.show([("n" * 80, "chest"), ("curl", "biceps")], 0)
    first, second = (await drawn(options, 60))[:2]
    assert first.index("chest") == second.index("biceps")


# -- rows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("passed", "wanted", "said"), [(0, 90, "0:00"), (95, 180, "1:35"), (200, 180, "ready")]
)
async def test_the_rest_is_said_and_drawn(passed: int, wanted: int, said: str) -> None:
    line = RestLine()
    line.view = RestView(passed, wanted, "after a failure set")
    (row,) = await drawn(line, 80)
    assert said in row and row.endswith("after a failure set") and len(row) == 76


async def test_help_is_always_among_the_keys() -> None:
    keys = (*((key, "verb") for key in "abcdefghij"), ("?", "help"))
    (row,) = await drawn(KeyLine(keys), 30)
    assert row.endswith("? help") and len(row) <= 30 and "a verb" in row


@pytest.mark.parametrize(
    ("width", "product", "whole"),
    [(80, True, True), (60, True, True), (50, False, True), (40, True, False), (28, False, False)],
)
async def test_the_first_part_of_the_status_stays_when_all_else_gives_way(
    width: int, product: bool, whole: bool
) -> None:
    line = TopLine()
    line.place, line.status = Content("A rather long title"), Content("3 of 3   budget ====== 80 %")
    (row,) = await drawn(line, width)
    assert "3 of 3" in row and "A ra" in row and len(row) <= width
    assert ("lastset" in row, "budget" in row) == (product, whole)


async def test_a_name_that_leaves_no_room_is_cut_and_the_digits_stay() -> None:
    widget = ExerciseHead()
    widget.view = head("n" * 80)
    first, *_ = await drawn(widget, 80, 24)
    assert first.endswith(large("8")[0].plain) and "…" in first and "nnn" in first


@pytest.mark.parametrize(
    ("width", "rows", "height"), [(80, 24, 4), (36, 30, 7), (80, 18, 3), (36, 18, 3), (80, 12, 2)]
)
async def test_load_and_reps_are_there_at_every_size(width: int, rows: int, height: int) -> None:
    widget = ExerciseHead()
    widget.view = head()
    app = Alone(widget)
    async with app.run_test(size=(width, rows)) as pilot:
        await pilot.pause()
        shown = "\n".join(row.plain for row in widget.rows())
        assert widget.size.height == height
        assert "82.5 kg × 8" in shown or large("82.5")[0].plain in shown
        assert "Bench Press" in shown


@pytest.mark.parametrize(("width", "rows"), [(140, 40), (120, 36)])
async def test_where_there_is_room_the_digits_are_larger(width: int, rows: int) -> None:
    widget = ExerciseHead()
    widget.view = head()
    app = Alone(widget)
    async with app.run_test(size=(width, rows)) as pilot:
        await pilot.pause()
        shown = [row.plain for row in widget.rows()]
        assert all(large("82.5", height=5)[at].plain in shown[at] for at in range(5))
        assert all(large("1:25", height=5)[at].plain in shown[at] for at in range(5))


async def test_lines_take_as_many_rows_as_they_need() -> None:
    lines = Lines()
    app = Alone(lines)
    async with app.run_test(size=(40, 20)) as pilot:
        lines.lines = (Content("short"),)
        await pilot.pause()
        assert lines.size.height == 1
        lines.lines = (Content("word " * 20),)
        await pilot.pause()
        assert lines.size.height == 3


@given(st.floats(0, 3), st.integers(0, 40))
def test_a_bar_is_as_wide_as_asked(share: float, width: int) -> None:
    assert meter(share, width).cell_length == width


@pytest.mark.parametrize(
    ("share", "colour"),
    [(0, "$accent"), (67, "$accent"), (68, "$caution"), (100, "$caution"), (101, "$stop")],
)
def test_a_budget_changes_colour_at_two_thirds_and_at_its_end(share: int, colour: str) -> None:
    assert load_colour(share) == colour


@settings(max_examples=30)
@given(st.text("0123456789.:+-", min_size=1, max_size=6))
def test_large_digits_are_rows_of_equal_width(text: str) -> None:
    for height in (3, 5):
        assert len(large(text, height=height)) == height
        assert len({row.cell_length for row in large(text, height=height)}) == 1


def test_the_largest_digits_are_the_large_ones_with_longer_strokes() -> None:
    drawn = "\n".join(row.plain for row in large("25", height=5))
    assert drawn == "╺━━┓┏━━╸\n   ┃┃   \n┏━━┛┗━━┓\n┃      ┃\n┗━━╸╺━━┛"


# -- the entry line ------------------------------------------------------------------------------


class Keeper:
    """Hears what the line tells, and refuses lines that begin with `x`."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def take_key(self, key: str, text: str) -> bool:
        if text or key != "u":
            return False
        self.told.append("undo")
        return True

    def take_line(self, text: str) -> str:
        self.told.append(text)
        return text if text.startswith("x") else ""

    def take_change(self, text: str) -> None:
        self.now = text

    def take_escape(self, text: str) -> None:
        self.told.append(f"escape from {text}")


async def told_after(*keys: str) -> tuple[list[str], str]:
    keeper = Keeper()
    line = EntryLine(keeper)
    app = Alone(line)
    async with app.run_test() as pilot:
        line.focus()
        await pilot.press(*keys)
        return keeper.told, line.value


@pytest.mark.parametrize(
    ("keys", "told", "left"),
    [
        (["2", "enter", "1", "enter"], ["2", "1"], ""),
        (["x", "enter", "2", "enter"], ["x", "2"], ""),
        (["x", "enter", "u"], ["x", "undo"], ""),
        (["x", "y", "enter", "left", "2", "enter"], ["xy", "x2y"], "x2y"),
        (["x", "enter", "end", "2", "enter"], ["x", "x2"], "x2"),
        (["x", "enter", "enter"], ["x", "x"], "x"),
        (["x", "enter", "backspace"], ["x"], ""),
        (["2", "u", "escape"], ["escape from 2u"], ""),
        (["space", "u", "space", "2", "space", "1", "enter"], ["undo", "2 1"], ""),
    ],
)
async def test_the_line_tells_each_thing_once_and_in_order(
    keys: list[str], told: list[str], left: str
) -> None:
    assert await told_after(*keys) == (told, left)
