import pytest
from textual.binding import Binding
from textual.widgets import Markdown

from screens.app import LastsetApp
from screens.help import HelpScreen, key_table
from screens.house import House
from screens.live.commands import COMMANDS
from screens.live.screen import LiveScreen
from screens.start import StartScreen

PRINTED = {"question_mark": "?", "slash": "/"}


@pytest.mark.parametrize("screen", [StartScreen, LiveScreen])
def test_the_table_holds_every_key_with_a_sentence(screen) -> None:
    table = key_table(screen)
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.tooltip and binding.tooltip in table


def test_every_command_of_the_live_session_is_in_its_help() -> None:
    keys = {PRINTED.get(one.key, one.key) for one in LiveScreen.BINDINGS}
    assert set(COMMANDS) <= keys
    assert keys - set(COMMANDS) == {"w"}


async def test_help_speaks_of_the_room_beneath_and_scrolls(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "escape", "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "Live session" in app.screen.query_one(Markdown).source
        await pilot.press("down", "pagedown", "end", "home", "space")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("q")
        assert isinstance(app.screen, LiveScreen)
