from dataclasses import replace

import pytest

from screens.app import LastsetApp
from screens.help import HelpScreen
from screens.house import House
from screens.start import StartScreen
from screens.summary import SummaryScreen
from screens.why import WhyDialog
from tracker.exercise import Exercise
from tracker.naming import resolve
from tracker.session import Block
from widgets.headline import Headline
from widgets.lines import Lines
from widgets.top_line import TopLine

DONE = {
    "Bench Press (Barbell)": "82.5x8@2; 82.5x8!t",
    "Preacher Curl (Barbell)": "30x10@2; 30x9!a > 20x6",
}


def find(name: str, house: House) -> Exercise:
    return resolve(name, house.store.catalogue.exercises())


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


def _text(app: LastsetApp) -> list[str]:
    return [line.plain for line in app.screen.query_one("#sum", Lines).lines]


async def test_it_says_what_to_do_next_time_and_what_is_a_record(
    house: House, train, app: LastsetApp
) -> None:
    better = train(
        "2026-11-23 18:00", "Push", {"Bench Press (Barbell)": "85x8@2; 85x8@2", "Plank": "60s"}
    )
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(SummaryScreen(house, better))
        await pilot.pause()
        text = _text(app)
        assert all(len(line) <= 74 for line in text)
        assert any("85 kg × 9 at RIR 2  2 left: one rep more" in line for line in text)
        assert "heaviest yet: 85 kg × 8" in "\n".join(text)
        heads = [line for line in text if line in ("Next time", "Records", "Ready again")]
        assert heads == ["Next time", "Records", "Ready again"]
        assert app.screen.query_one(TopLine).place.plain == "Push  11:30  3 sets"


@pytest.mark.parametrize("width", [80, 100, 120, 200])
async def test_what_to_do_next_time_and_why_are_whole_at_any_width(
    house: House, train, app: LastsetApp, width: int
) -> None:
    sets = "22.5x12@2; 22.5x12?"
    done = {"Incline Bench Press (Dumbbell)": sets, "Seated Lateral Raise (Dumbbell)": sets}
    session = train("2026-11-23 18:00", "Push", done)
    async with app.run_test(size=(width, 30)) as pilot:
        app.push_screen(SummaryScreen(house, session))
        await pilot.pause()
        text = _text(app)
        assert sum("22.5 kg each × 12 at RIR 2" in line for line in text) == 2
        assert sum("RIR not said: the same" in line for line in text) == 2
        names = [line for line in text if "22.5 kg each" in line]
        assert width > 80 or any("Seated Lateral Raise" in line for line in names)


async def test_a_wide_screen_has_two_columns(house: House, app: LastsetApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        app.push_screen(SummaryScreen(house, app.session))
        await pilot.pause()
        assert any(line.startswith("Done") and "Next time" in line for line in _text(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Next time" in _text(app)


async def test_it_names_what_was_planned_and_left_out_and_shows_the_notes(
    house: House, app: LastsetApp
) -> None:
    bench, curl = app.session.blocks
    session = replace(
        app.session,
        note="slept badly",
        blocks=(
            replace(bench, planned_sets=3, note="left shoulder"),
            replace(curl, sets=(), planned_sets=2, skipped=True),
            Block(find("Squat (Barbell)", house), planned_sets=2),
        ),
    )
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(SummaryScreen(house, session))
        await pilot.pause()
        text = "\n".join(_text(app))
        assert "Done  2 of 7 sets\nslept badly" in text
        assert "\n  left shoulder" in text
        assert "\nSkipped: Preacher Curl" in text and "\nNot done: Squat" in text
        assert app.screen.query_one(TopLine).place.plain.endswith("2 of 7 sets")


async def test_exercises_of_one_short_name_are_told_apart(house: House, app: LastsetApp) -> None:
    bench, curl = app.session.blocks
    other = replace(curl, exercise=find("Bench Press (Dumbbell)", house))
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(SummaryScreen(house, replace(app.session, blocks=(bench, other))))
        await pilot.pause()
        text = "\n".join(_text(app))
        assert "Bench Press (Barbell)" in text and "Bench Press (Dumbbell)" in text


async def test_g_says_why(house: House, app: LastsetApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(SummaryScreen(house, app.session))
        await pilot.pause()
        await pilot.press("g")
        assert isinstance(app.screen, WhyDialog)
        await pilot.press("escape")
        assert isinstance(app.screen, SummaryScreen)


async def test_on_a_narrow_screen_the_sets_stand_whole_beneath_the_name(
    house: House, train, in_room
) -> None:
    session = train("2026-11-23 17:00", "Push", {"Bench Press (Barbell)": "82.5x8@2; 82.5x10@1"})
    app = in_room("summary", session=session)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        text = "\n".join(one.plain for one in app.screen.query_one("#sum", Lines).lines)
        assert "\n  82.5×8 @2  82.5×10 @1" in text
