"""NO_COLOR, in greys and in the terminal's own colours: nothing is said by colour alone."""

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.house import House
from tests.seen import seen, segments

THEMES = pytest.mark.parametrize("theme", ["lastset-dark", "lastset-light", "ansi-dark", "nord"])
ROOMS = pytest.mark.parametrize(
    "keys",
    ["", "d", "dc", "l", "l⏎", ",", "g", "?", "1", "12⏎t⏎", "1i0", "1/curl", "12⏎t⏎g", "12⏎fy"],
)
NAMES = {"⏎": "enter", ",": "comma", "?": "question_mark", "/": "slash", "!": "exclamation_mark"}


@pytest.fixture
def app(house: House, fortnight_of_training, monkeypatch: pytest.MonkeyPatch) -> LastsetApp:
    """The app after a fortnight, in a terminal that wants no colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    return LastsetApp(house)


async def press(pilot: Pilot[None], text: str) -> None:
    """Press the keys of a text."""
    await pilot.press(*(NAMES.get(one, one) for one in text))
    await pilot.pause()


def inverse(app: LastsetApp) -> str:
    """What stands in inverse."""
    return "".join(
        one.text for row in segments(app) for one in row if one.style and one.style.reverse
    )


def is_colourless(segment: Segment) -> bool:
    """Whether a segment is grey, or has the terminal's own two colours."""
    style = segment.style
    colours = (style.color, style.bgcolor) if style else ()
    return all(
        one is None or one.is_default or (one.triplet and len({*one.triplet}) == 1)
        for one in colours
    )


@pytest.mark.parametrize("theme", ["lastset-dark", "ansi-dark"])
@ROOMS
async def test_no_room_draws_a_colour(app: LastsetApp, theme: str, keys: str) -> None:
    app.house.store.keeping.save_setting("look.theme", theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, keys)
        assert [one for row in segments(app) for one in row if not is_colourless(one)] == []


@THEMES
async def test_the_headline_the_cursors_and_the_chosen_are_told(
    app: LastsetApp, theme: str
) -> None:
    app.house.store.keeping.save_setting("look.theme", theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "12⏎t⏎6")
        assert "■ WARNING" in inverse(app) or "▲ CAUTION" in inverse(app)
        assert inverse(app).endswith(" "), "the cursor of the entry line"
        assert sum("▌" in row for row in seen(app)) == 1
        await pilot.press("escape")
        await press(pilot, "i0")
        assert "[0]" in "".join(seen(app))


@THEMES
async def test_the_cell_in_hand_stands_in_inverse(app: LastsetApp, theme: str) -> None:
    app.house.store.keeping.save_setting("look.theme", theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l⏎")
        assert inverse(app).strip() and sum("▌" in row for row in seen(app)) == 1


@ROOMS
async def test_plain_letters_reach_every_room(app: LastsetApp, keys: str) -> None:
    app.house.store.keeping.save_setting("look.ascii", True)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, keys)
        assert [row for row in seen(app) if not row.isascii()] == []
