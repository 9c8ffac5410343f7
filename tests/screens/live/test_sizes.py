"""The live session at every size: what must be read from a metre is always there."""

import re
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.house import House
from tests.seen import seen, segments
from tracker.session import Session
from widgets.large import large

Train = Callable[..., Session]
NAMES = {"⏎": "enter", " ": "space", "!": "exclamation_mark", "/": "slash"}
SIZES = pytest.mark.parametrize(
    "size", [(40, 12), (40, 26), (60, 20), (80, 24), (100, 30), (140, 40)], ids=str
)
WIDE = pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 24), (140, 40)], ids=str)
LINES = (
    ("", ""),
    ("6 2", "RIR 2"),
    ("99", "Can't read"),
    ("!", "mean to fail"),
    ("/press", "choose"),
)
"""What is typed, and what stands under the line then."""


@pytest.fixture
def app(house: House, train: Train) -> LastsetApp:
    """The app over one push session."""
    bench = {"Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1"}
    train("2026-11-16 18:30", "Push", bench | {"Triceps Pushdown (Cable)": "35x12@2; 35x12@2"})
    return LastsetApp(house)


async def press(pilot: Pilot[None], text: str) -> None:
    """Press the keys of a text."""
    await pilot.press(*(NAMES.get(one, one) for one in text))
    await pilot.pause()


def has_large(rows: list[str], number: str) -> bool:
    """Whether a number stands there in digits of three rows or five."""
    for height in (3, 5):
        digits = [row.plain for row in large(number, height=height)]
        for top in range(len(rows) - height + 1):
            for match in re.finditer(re.escape(digits[0]), rows[top]):
                at = match.start()
                if all(
                    rows[top + row][at : at + len(digits[row])] == digits[row]
                    for row in range(height)
                ):
                    return True
    return False


def what_is_missing(app: LastsetApp, typed: str, answered: str) -> list[str]:
    """What must be on the live screen whatever its size, and is not."""
    rows, view = seen(app), app.screen._head.view
    text, headline = "\n".join(rows), app.screen.desk.guidance.headline
    is_large = has_large(rows, view.load) and has_large(rows, view.reps)
    there = {
        "every row": [len(row) for row in rows] == [app.size.width] * app.size.height,
        "what is typed": f"› {typed.removeprefix('/')}".rstrip() in text,
        "its answer": answered in text,
        "the failure count": re.search(r"\d of 3", rows[0]),
        "load and reps": is_large or f"{view.load} {view.unit} × {view.reps}" in text,
        "the headline": headline is None or headline.text.split()[0] in text,
        "the keys": rows[-1].strip(),
    }
    return [name for name, is_there in there.items() if not is_there]


@SIZES
@pytest.mark.parametrize("done", ["", "2⏎", "2⏎t⏎", "2⏎2⏎2⏎"])
async def test_what_matters_is_on_screen(app: LastsetApp, size: tuple[int, int], done: str) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        await press(pilot, done)
        for typed, answered in LINES:
            await press(pilot, typed)
            assert what_is_missing(app, typed, answered) == [], typed
            await pilot.press("escape", "escape")


@WIDE
@pytest.mark.parametrize("done", ["2⏎", "2⏎t⏎", "2⏎2⏎2⏎", "2⏎2⏎2⏎2⏎2⏎"])
async def test_timer_load_and_reps_are_large_from_eighty_columns(
    app: LastsetApp, size: tuple[int, int], done: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        await press(pilot, done)
        rows, view = seen(app), app.screen._head.view
        assert view.rest and has_large(rows, view.rest)
        assert has_large(rows, view.load) and has_large(rows, view.reps)


@SIZES
async def test_the_headline_stands_in_inverse_over_the_whole_width(
    app: LastsetApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        await press(pilot, "2⏎t⏎")
        inverse = [
            row
            for row in segments(app)
            if all(one.style is not None and one.style.reverse for one in row)
        ]
        assert len(inverse) == (5 if size[1] >= 36 else 3)
        said = "".join(one.text for row in inverse for one in row)
        assert re.search(r"(WARNING|CAUTION) {3}\w", said)


@SIZES
async def test_in_plain_letters_nothing_moves(app: LastsetApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        await press(pilot, "2⏎t⏎6 2")
        before = seen(app)
        app.house.store.keeping.save_setting("look.ascii", True)
        app.dress()
        await pilot.pause()
        after = seen(app)
        assert "".join(after).isascii() and not "".join(before).isascii()
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a.isascii() and a != b]
        assert changed == [] and [len(row) for row in before] == [len(row) for row in after]
