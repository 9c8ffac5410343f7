import pytest

from screens.app import LastsetApp
from screens.house import House
from screens.live.screen import LiveScreen
from screens.set_entry import SetEntryDialog
from tracker.effort import FailureType
from widgets.lines import Lines


@pytest.fixture
def app(house: House, train) -> LastsetApp:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x10@1"})
    return LastsetApp(house)


def shown(app: LastsetApp) -> str:
    return "\n".join(line.plain for line in app.screen.query_one("#fields", Lines).lines)


async def test_it_logs_the_set_and_goes_back(app: LastsetApp, house: House) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "i", "0", "down", "t", "enter")
        assert isinstance(app.screen, LiveScreen)
        (one,) = house.store.logging.open_session().sets
        assert (one.rir, one.failure) == (0, FailureType.TECHNICAL)


async def test_escape_logs_nothing(app: LastsetApp, house: House) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "i", "2", "escape")
        assert house.store.logging.open_session().sets == ()


async def test_the_verdict_follows_each_change(app: LastsetApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "i")
        assert "nothing against it" in shown(app)
        await pilot.press("0", "down", "a", "down", "d")
        assert "points" in shown(app) or "▲" in shown(app)


async def test_a_contradiction_is_shown_and_not_logged(app: LastsetApp, house: House) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "i", "2", "down", "t", "enter")
        assert isinstance(app.screen, SetEntryDialog) and "▲" in shown(app)
        assert house.store.logging.open_session().sets == ()


async def test_a_vanished_exercise_is_said_and_what_was_typed_stays(
    app: LastsetApp, house: House
) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "i", "2")
        house.store.editing.delete_block(house.store.logging.open_session().blocks[0].id)
        await pilot.press("enter")
        assert isinstance(app.screen, SetEntryDialog) and "no longer" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (110, 28)])
async def test_the_whole_form_is_in_sight(app: LastsetApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "i", "0", "down", "a", "down", "d", "down", "z", "z")
        lines = app.screen.query_one("#fields", Lines)
        assert "Esc back" in shown(app).splitlines()[-1]
        assert lines.region.bottom <= size[1]
        assert app.screen.query_one("#set-entry").content_region.contains_region(lines.region)
