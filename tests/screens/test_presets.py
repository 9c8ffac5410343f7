"""Which guide: offered with its key, and by itself once after an import that shows a habit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from data.import_writing import ImportWriting
from data.importing.reading import read_log
from data.store import OpenStore, open_store
from screens.app import LastsetApp
from screens.coach import Coach
from screens.house import House
from screens.live.screen import LiveScreen
from screens.preset_offer import habit_in, habit_to_ask_about, is_to_be_asked
from screens.presets import PresetsDialog
from screens.start import StartScreen
from tracker.guidance.preset_offer import LESSON, OFFERED
from tracker.load import Unit
from tracker.session import Session
from tracker.store import Store
from widgets.lines import Lines

Train = Callable[[str, str, dict[str, str]], Session]
CURL = "Preacher Curl (Barbell)"
HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
SIZE = (80, 24)


def dialog(pilot: Pilot[None]) -> PresetsDialog:
    screen = pilot.app.screen
    assert isinstance(screen, PresetsDialog)
    return screen


def text(app: App[None]) -> str:
    return "\n".join(line.plain for line in app.screen.query_one("#presets", Lines).lines)


def imported(opened: OpenStore, house: House, failing: str) -> None:
    """A month of daily sessions from another program, with a set on one lift."""
    rows = (
        f'2026-10-{day:02} 18:00:00,Arms,45m,"{name}",{failing},30,10,0,0,\n'
        for day in range(1, 29)
        for name in (CURL, "Hammer Curl (Dumbbell)")
    )
    file = Path("strong.csv")
    file.write_text(HEAD + "".join(rows))
    log = read_log(file, "", "strong", Unit.KG, house.zone)
    ImportWriting(opened.connection, opened.shelf).import_log(log, house.clock(), file.name, False)


@pytest.fixture
def habit(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house whose log was just imported, with two failures a day."""
    monkeypatch.chdir(tmp_path)
    opened = open_store(":memory:")
    imported(opened, house, "F")
    return House(opened.store, house.clock, house.zone, Coach(opened.store, house.zone))


# -- whether to ask ----------------------------------------------------------------------------


def test_a_habit_is_gauged_by_the_end_of_the_log(habit: House) -> None:
    assert habit_in(habit.store, habit.clock()) == pytest.approx(28, rel=0.1)
    assert is_to_be_asked(habit.store, habit.clock())
    assert habit_in(habit.store, habit.clock() - timedelta(days=365)) == 0


def test_nothing_is_asked_of_an_empty_log_or_one_without_a_habit(
    house: House, store: Store, fortnight_of_training: dict[str, Session]
) -> None:
    assert habit_in(open_store(":memory:").store, house.clock()) == 0
    assert 0 < habit_in(store, house.clock()) <= 3
    assert habit_to_ask_about(store, house.clock()) == 0


def test_a_habit_logged_here_is_not_asked_about_by_itself(
    house: House, store: Store, train: Train
) -> None:
    for day in range(1, 22):
        train(f"2026-11-{day:02} 18:00", "Arms", {CURL: "30x10!a"})
    assert habit_to_ask_about(store, house.clock()) > 6
    assert not is_to_be_asked(store, house.clock())


def test_who_has_chosen_or_was_asked_is_not_asked(habit: House) -> None:
    keeping = habit.store.keeping
    keeping.save_setting("guidance.preset", "article")
    assert not is_to_be_asked(habit.store, habit.clock())
    keeping.save_setting("guidance.preset", None)
    profile = keeping.profile()
    keeping.save_profile(replace(profile, lessons=frozenset({LESSON})))
    assert not is_to_be_asked(habit.store, habit.clock())


# -- the dialog --------------------------------------------------------------------------------


async def test_the_first_run_is_quick_and_g_offers_the_guides(house: House, store: Store) -> None:
    async with LastsetApp(house).run_test(size=SIZE) as pilot:
        assert isinstance(pilot.app.screen, StartScreen)
        welcome = "\n".join(
            line.plain for line in pilot.app.screen.query_one("#choices", Lines).lines
        )
        assert "g chooses" in welcome and "not medical advice" in welcome
        await pilot.press("g")
        assert "four ways" in text(pilot.app)
        for one in OFFERED:
            assert one.title in text(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, StartScreen)
        assert store.keeping.settings().changed == {}
        assert LESSON in store.keeping.profile().lessons


async def test_after_an_import_that_shows_a_habit_it_opens_by_itself_once(habit: House) -> None:
    async with LastsetApp(habit).run_test(size=SIZE) as pilot:
        assert "You fail about 2" in text(pilot.app) and "times a fortnight" in text(pilot.app)
        assert dialog(pilot).chosen == 0
        await pilot.press("3", "enter")
        assert isinstance(pilot.app.screen, StartScreen)
        assert habit.store.keeping.settings().word("guidance.preset") == "on_purpose"
        assert habit.coach.settings.word("guidance.preset") == "on_purpose"
    async with LastsetApp(habit).run_test(size=SIZE) as pilot:
        assert isinstance(pilot.app.screen, StartScreen)


@pytest.mark.parametrize("key", ["enter", "escape", "q"])
async def test_keeping_the_one_in_force_is_an_answer_too(habit: House, key: str) -> None:
    async with LastsetApp(habit).run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert isinstance(pilot.app.screen, StartScreen)
        assert habit.store.keeping.settings().changed == {}
        assert not is_to_be_asked(habit.store, habit.clock())


async def test_it_waits_while_a_session_is_open(habit: House) -> None:
    session = habit.store.logging.start(habit.clock(), habit.zone, "Arms")
    async with LastsetApp(habit).run_test(size=SIZE) as pilot:
        assert isinstance(pilot.app.screen, LiveScreen)
        await pilot.press("escape", "q")
        assert isinstance(pilot.app.screen, StartScreen)
        habit.store.logging.finish(session.id, habit.clock())
        await pilot.press("d", "q")
        dialog(pilot)


async def test_the_cursor_begins_on_the_guide_in_force(house: House, store: Store) -> None:
    store.keeping.save_setting("guidance.preset", "quiet")
    async with LastsetApp(house).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        assert dialog(pilot).chosen == 3 and "quiet          ● now" in text(pilot.app)
        await pilot.press("up", "k", "k", "k", "enter")
        assert store.keeping.settings().word("guidance.preset") == "article"


async def test_what_can_not_be_kept_is_said_and_nothing_is_lost(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[ration\n")
    opened = open_store(":memory:", file)
    broken = House(opened.store, house.clock, house.zone, Coach(opened.store, house.zone))
    async with LastsetApp(broken).run_test(size=SIZE) as pilot:
        await pilot.press("g", "2", "enter")
        assert "TOML" in text(pilot.app)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, StartScreen)
        assert file.read_text() == "[ration\n"


@pytest.mark.parametrize("size", [(80, 24), (120, 28), (60, 24)])
async def test_the_last_line_is_in_sight_for_every_guide(
    house: House, size: tuple[int, int]
) -> None:
    async with LastsetApp(house).run_test(size=size) as pilot:
        await pilot.press("g")
        for key in "1234":
            await pilot.press(key)
            lines = pilot.app.screen.query_one("#presets", Lines)
            assert lines.content_size.height >= len(lines.lines)
            assert max(line.cell_length for line in lines.lines) <= lines.content_size.width
