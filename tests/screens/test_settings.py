"""The settings screen: every setting changed where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.store import open_store
from screens.app import LastsetApp
from screens.coach import Coach
from screens.every_setting import ANSWERS
from screens.house import House
from screens.presets import PresetsDialog
from screens.setting_rows import SECTIONS, setting_rows, value_text
from screens.settings import SettingsScreen
from screens.start import StartScreen
from tests.seen import seen
from tracker.profile import Profile, Sex, TrainingLevel
from tracker.settings import REGISTRY, Settings
from tracker.store import Store

InRoom = Callable[..., LastsetApp]
SIZE = (80, 24)


def screen_of(pilot: Pilot[None]) -> SettingsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def said(pilot: Pilot[None]) -> str:
    return "\n".join(line.plain for line in screen_of(pilot).words.lines)


async def go_to(pilot: Pilot[None], name: str) -> None:
    rows = setting_rows(Settings(), Profile())
    screen_of(pilot).list.chosen = [row.name for row in rows].index(name)
    await pilot.pause()
    assert screen_of(pilot).row.name == name


# -- the rows ----------------------------------------------------------------------------------


def test_every_setting_and_every_answer_has_a_row_under_its_section() -> None:
    rows = setting_rows(Settings(), Profile())
    assert [row.name for row in rows] == [*ANSWERS, *REGISTRY]
    assert {row.section for row in rows} == set(SECTIONS)
    for row in rows:
        assert row.value == row.default and not row.is_changed
        assert row.allowed and row.meaning and "_" not in row.label


@pytest.mark.parametrize("name", REGISTRY)
def test_what_is_shown_can_be_typed_again(name: str) -> None:
    one = REGISTRY[name]
    assert one.read(value_text(one.default)) == one.default


def test_words_go_round() -> None:
    rows = {row.name: row for row in setting_rows(Settings(), Profile())}
    assert rows["guidance.preset"].stepped(1) == "strict"
    assert rows["guidance.preset"].stepped(-1) == "quiet"
    assert rows["rest.bell"].stepped(1) == rows["rest.bell"].stepped(-1) == "on"
    # Not one of them yet: the first to the right, the last to the left.
    assert (rows["sex"].stepped(1), rows["sex"].stepped(-1)) == ("female", "male")
    assert rows["look.theme"].stepped(1) == "lastset-light"


# -- the screen --------------------------------------------------------------------------------


async def test_left_and_right_change_words_and_switches(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        assert screen_of(pilot).row.name == "level"
        await pilot.press("right")
        assert store.keeping.profile().level is TrainingLevel.ADVANCED
        await pilot.press("left", "left")
        assert store.keeping.profile().level is TrainingLevel.BEGINNER
        await go_to(pilot, "sex")
        await pilot.press("right")
        assert store.keeping.profile().sex is Sex.FEMALE
        await go_to(pilot, "rest.bell")
        await pilot.press("right")
        assert store.keeping.settings().is_on("rest.bell")
        await pilot.press("enter")
        assert not store.keeping.settings().is_on("rest.bell")


async def test_a_number_is_typed_over_what_stands_there(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "ration.total_max")
        await pilot.press("4", "enter")
        assert store.keeping.settings().whole("ration.total_max") == 4
        await pilot.press("enter", "1", "2", "enter")
        assert store.keeping.settings().whole("ration.total_max") == 12
        assert screen_of(pilot).top_line.status.plain == "1 changed"
        await go_to(pilot, "reps.drop")
        await pilot.press(*"0.8", "space", *"0.7", "enter")
        assert store.keeping.settings().numbers("reps.drop") == (0.8, 0.7)


async def test_fifty_keys_typed_ahead_are_all_taken(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "ration.total_max")
        typed = [key for number in range(40, 50) for key in (*str(number), "enter", "x", "x")]
        await pilot.press(*typed, "7", "enter")
        assert store.keeping.settings().whole("ration.total_max") == 7


async def test_a_bad_value_is_refused_and_the_typed_text_stays(
    store: Store, in_room: InRoom
) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "ration.total_max")
        await pilot.press("9", "9", "enter")
        assert "it takes a whole number, 0 to 50" in said(pilot) and "› 99" in said(pilot)
        assert store.keeping.settings().whole("ration.total_max") == 3
        await pilot.press("end", "backspace", "enter")
        assert store.keeping.settings().whole("ration.total_max") == 9
        assert "99" not in said(pilot)


async def test_escape_leaves_the_value_as_it_was(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "budget.capacity")
        await pilot.press("6", "escape")
        assert store.keeping.settings().number("budget.capacity") == 4.5
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, StartScreen)


async def test_x_takes_a_setting_back_to_its_default(store: Store, in_room: InRoom) -> None:
    store.keeping.save_setting("ration.total_max", 9)
    store.keeping.save_profile(Profile(sex=Sex.MALE))
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "ration.total_max")
        await pilot.press("x")
        await go_to(pilot, "sex")
        await pilot.press("x")
        assert store.keeping.settings().changed == {}
        assert store.keeping.profile().sex is None


async def test_body_weight_is_typed_with_its_unit(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "body_weight")
        await pilot.press(*"180lb", "enter")
        assert str(store.keeping.profile().body_weight) == "180 lb"
        await pilot.press("5", "enter")
        assert "20 to 400 kg" in said(pilot)


async def test_what_is_typed_is_asked_for_where_there_are_no_words(in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "reps.lo")
        await pilot.press("right")
        assert "a digit begins" in said(pilot)
        await pilot.press("down")
        assert "a digit begins" not in said(pilot)


async def test_a_theme_takes_effect_at_once(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "look.theme")
        await pilot.press("right")
        assert pilot.app.theme == store.keeping.settings().word("look.theme") == "lastset-light"
        await pilot.press("x")
        assert pilot.app.theme == "lastset-dark"


async def test_plain_letters_take_effect_at_once(in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "look.ascii")
        await pilot.press("right")
        await pilot.pause()
        drawn = "\n".join(seen(pilot.app))
        assert "* on" in drawn and drawn.isascii()
        await pilot.press("right")
        await pilot.pause()
        assert "▌" in "\n".join(seen(pilot.app))


async def test_tab_goes_from_section_to_section(in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        names = []
        for _ in SECTIONS:
            names.append(screen_of(pilot).row.section)
            await pilot.press("tab")
        assert names == list(SECTIONS)
        await pilot.press("shift+tab")
        assert screen_of(pilot).row.name == "gym.bar_kg"


async def test_the_preset_opens_the_guides_to_compare(store: Store, in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "guidance.preset")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, PresetsDialog)
        await pilot.press("4", "enter")
        assert screen_of(pilot).row.value == "quiet"
        assert store.keeping.settings().word("guidance.preset") == "quiet"


@pytest.mark.parametrize("size", [(80, 24), (120, 28), (60, 20)])
async def test_every_row_fits_the_screen(in_room: InRoom, size: tuple[int, int]) -> None:
    async with in_room("settings").run_test(size=size) as pilot:
        for key in ("down", "pagedown", "pagedown", "end", "up", "pageup", "home"):
            await pilot.press(key)
            drawn = screen_of(pilot).list.render()
            assert all(line.cell_length <= size[0] for line in drawn.split("\n"))
            assert "▌" in drawn.plain


async def test_the_comma_leads_here_from_the_start(house: House) -> None:
    async with LastsetApp(house).run_test(size=SIZE) as pilot:
        await pilot.press("comma")
        screen_of(pilot)


# -- a settings file that is wrong somewhere ---------------------------------------------------


@pytest.fixture
def broken(house: House, tmp_path: Path) -> House:
    file = tmp_path / "settings.toml"
    file.write_text("[ration]\ntotal_max = 99\nper_ex_max = 1\n")
    opened = open_store(":memory:", file)
    return House(opened.store, house.clock, house.zone, Coach(opened.store, house.zone))


async def test_the_app_starts_with_defaults_says_the_line_and_can_mend_it(broken: House) -> None:
    async with LastsetApp(broken).run_test(size=SIZE) as pilot:
        start = pilot.app.screen.query_one("#choices").lines
        text = " ".join(line.plain.strip() for line in start)
        assert "settings.toml, line 2" in text and "0 to 50" in text
        assert broken.coach.settings.whole("ration.total_max") == 3
        assert broken.coach.settings.whole("ration.per_ex_max") == 1
        await pilot.press("comma")
        assert "line 2" in said(pilot)
        await go_to(pilot, "ration.total_max")
        await pilot.press("5", "enter")
        assert "line 2" not in said(pilot)
        await pilot.press("q")
        start = pilot.app.screen.query_one("#choices").lines
        assert not any("▲" in line.plain for line in start)


async def test_with_a_session_open_it_is_told_over_it(broken: House) -> None:
    broken.store.logging.start(broken.clock(), broken.zone, "Push")
    async with LastsetApp(broken).run_test(size=SIZE) as pilot:
        (told,) = list(pilot.app._notifications)
        assert "line 2" in told.message


async def test_a_file_that_is_no_toml_can_be_looked_at_but_not_written(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[ration\n")
    opened = open_store(":memory:", file)
    broken = House(opened.store, house.clock, house.zone, Coach(opened.store, house.zone))
    async with LastsetApp(broken).run_test(size=SIZE) as pilot:
        await pilot.press("comma")
        await go_to(pilot, "rest.bell")
        await pilot.press("right")
        assert "TOML" in said(pilot)
        assert file.read_text() == "[ration\n"


# -- long values ---------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("name", ["gym.plates_kg", "gym.plates_lb"])
async def test_a_list_of_plates_is_whole_where_half_the_row_is_free(
    in_room: InRoom, width: int, name: str
) -> None:
    async with in_room("settings").run_test(size=(width, 24)) as pilot:
        await go_to(pilot, name)
        value = str(REGISTRY[name].default)
        await pilot.pause()
        assert len(value) > 18
        label = name.removeprefix("gym.").replace("_", " ")
        assert any(label in row and value in row for row in seen(pilot.app))


async def test_a_plate_without_a_number_is_taken_as_one_pair(in_room: InRoom) -> None:
    async with in_room("settings").run_test(size=SIZE) as pilot:
        await go_to(pilot, "gym.plates_kg")
        keys = ["space" if key == " " else key for key in "20x2 10 5 2.5"]
        await pilot.press(*keys, "enter")
        assert screen_of(pilot).row.value == "20x2 10x1 5x1 2.5x1"
