import pytest

from screens.app import LastsetApp
from screens.help import HelpScreen
from screens.house import House
from screens.start import StartScreen
from screens.summary import SummaryScreen
from widgets.headline import Headline
from widgets.lines import Lines

DONE = {
    "Bench Press (Barbell)": "82.5x8@2; 82.5x8!t",
    "Preacher Curl (Barbell)": "30x10@2; 30x9!a > 20x6",
}


@pytest.fixture
def app(house: House, train) -> LastsetApp:
    made = LastsetApp(house)
    made.session = train("2026-11-23 17:00", "Push", DONE)
    return made


async def test_it_says_what_was_done_and_when_you_are_ready(app: LastsetApp, house: House) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(SummaryScreen(house, app.session))
        await pilot.pause()
        text = "\n".join(line.plain for line in app.screen.query_one("#sum", Lines).lines)
        assert "82.5×8 @0 technical" in text and "30×9 @0 absolute + drop" in text
        assert "Ready again" in text and "chest" in text
        assert app.screen.query_one(Headline).advice is not None


async def test_arrows_scroll_and_the_question_mark_helps(app: LastsetApp, house: House) -> None:
    async with app.run_test(size=(60, 12)) as pilot:
        app.push_screen(SummaryScreen(house, app.session))
        await pilot.pause()
        await pilot.press("down", "pagedown", "up")
        assert isinstance(app.screen, SummaryScreen)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("x", "enter")
        assert isinstance(app.screen, StartScreen)
