"""The live session on screen, driven through the app as keys reach it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from textual.widgets import Label

from screens.app import LastsetApp
from screens.house import House
from screens.live.screen import LiveScreen
from screens.start import StartScreen
from screens.summary import SummaryScreen
from tests.seen import seen
from tests.typist import BERLIN, HandClock
from tracker.exercise import Exercise
from tracker.session import Block, Session
from widgets.entry_line import EntryLine
from widgets.exercise_head import ExerciseHead
from widgets.headline import Headline
from widgets.lines import Lines
from widgets.option_lines import OptionLines
from widgets.rest_line import RestLine
from widgets.set_table import SetTable

Train = Callable[..., Session]
WRITTEN = {" ": "space", ">": "greater_than_sign"}
NAMES = {" ": "space", "⏎": "enter", "!": "exclamation_mark", "?": "question_mark", "/": "slash"}


def keys(text: str) -> list[str]:
    return [NAMES.get(one, one) for one in text]


def under(app: LastsetApp) -> str:
    return "\n".join(one.plain for one in app.screen.query_one("#under", Lines).lines)


@pytest.fixture
def push(train: Train) -> None:
    train(
        "2026-11-16 18:30",
        "Push",
        {
            "Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1",
            "Preacher Curl (Barbell)": "30x10@2; 30x10@1",
        },
    )


async def test_two_keys_log_a_set_as_planned(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "enter")
        (one,) = house.store.logging.open_session().sets
        assert (str(one.load), one.reps, one.rir) == ("82.5 kg", 8, 2)
        assert app.screen.query_one(EntryLine).value == ""
        assert [row.is_done for row in app.screen.query_one(SetTable).view.rows] == [
            True,
            False,
            False,
        ]


async def test_what_is_typed_is_read_back_before_enter(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("6 2"))
        assert "82.5 kg × 6, RIR 2" in under(app) and "Enter logs it" in under(app)
        assert house.store.keeping.draft_line().text == "6 2"
        assert house.store.logging.open_session().sets == ()


async def test_a_long_refusal_is_shown_whole(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("1", *keys("80x10!a > zz⏎"))
        lines = app.screen.query_one("#under", Lines)
        assert lines.size.height * lines.size.width >= len(under(app))
        assert lines.size.height > 1


async def test_the_stop_stands_before_the_set(house: House, train: Train) -> None:
    train("2026-11-16 18:30", "Legs", {"Squat (Barbell)": "100x6@2; 100x6@2"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("!⏎"))
        assert app.screen.query_one(EntryLine).selected_text == "!"
        assert app.screen.query_one(Headline).has_class("-stop")
        assert "Enter again overrides" in under(app)
        await pilot.press("escape")
        assert not app.screen.query_one(Headline).has_class("-stop")


@pytest.mark.parametrize(("is_wanted", "rings"), [(True, 1), (False, 0)])
async def test_the_bell_rings_once_when_the_rest_is_over(
    house: House,
    push: None,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
    is_wanted: bool,
    rings: int,
) -> None:
    house.store.keeping.save_setting("rest.bell", is_wanted)
    app, rung = LastsetApp(house), []
    monkeypatch.setattr(app, "bell", lambda: rung.append(clock()))
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎"))
        for seconds in (10, 169, 1, 1, 60):
            clock.wait(seconds)
            app.screen._tick()
            assert len(rung) == (rings if (clock() - at_start(house)).seconds >= 180 else 0)


def at_start(house: House) -> datetime:
    return house.store.logging.open_session().last_set_at


async def test_within_a_round_no_rest_is_counted(
    house: House, push: None, clock: HandClock
) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("j2⏎"))
        (row,) = app.screen.query_one(RestLine).rows()
        assert row.plain.strip() == "no rest now: the round goes on"
        assert app.screen.query_one(ExerciseHead).view.rest == ""
        await pilot.press(*keys("2⏎"))
        clock.wait(30)
        app.screen._tick()
        (row,) = app.screen.query_one(RestLine).rows()
        assert "0:30 of 3:00" in row.plain and "after the round" in row.plain


async def test_a_half_typed_line_is_read_back_at_once_after_a_restart(
    house: House, push: None
) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("6 2"))
    again = LastsetApp(house)
    async with again.run_test() as pilot:
        await pilot.pause()
        assert "82.5 kg × 6, RIR 2" in under(again)


async def test_rest_is_counted_from_the_last_set(
    house: House, push: None, clock: HandClock
) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎"))
        clock.wait(95)
        app.screen._tick()
        assert app.screen.query_one(RestLine).view.passed == 95
        clock.wait(-9999)
        app.screen._tick()
        assert app.screen.query_one(RestLine).view.passed == 0
        assert app.screen.query_one(ExerciseHead).view.rest


async def test_finding_shows_what_fits_and_goes_back(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("/hammer"), "down")
        options = app.screen.query_one(OptionLines)
        assert options.chosen == 1 and "Hammer Curl" in options.options[0][0]
        await pilot.press("escape", "escape")
        assert app.screen.console.mode is None and not app.screen.has_class("-finding")
        assert str(app.screen.query_one("#prompt", Label).content).strip() == "›"


async def test_every_room_is_entered_and_left_with_the_line_in_focus(
    house: House, push: None
) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("t⏎"))
        for key, back in (
            ("d", "q"),
            ("question_mark", "x"),
            ("i", "escape"),
            ("g", "q"),
            ("h", "q"),
        ):
            await pilot.press(key)
            assert not isinstance(app.screen, LiveScreen), key
            await pilot.press(back)
            assert isinstance(app.screen, LiveScreen), key
            assert app.focused is app.screen.query_one(EntryLine)


async def test_finishing_sums_up_and_goes_back_to_the_start(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎f"))
        assert "2 planned sets" in under(app) or "planned sets are undone" in under(app)
        await pilot.press("y")
        assert isinstance(app.screen, SummaryScreen)
        assert house.store.logging.open_session() is None
        await pilot.press("enter")
        assert isinstance(app.screen, StartScreen)


async def test_finishing_an_empty_session_leaves_nothing(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("e", "escape", "f", "enter")
        assert isinstance(app.screen, StartScreen)
        assert house.store.logging.open_session() is None and house.store.history.titles() == ()


async def test_undoing_the_session_goes_back_to_the_start(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎uu"))
        assert isinstance(app.screen, StartScreen)
        await pilot.press("U", "U", "enter")
        assert len(house.store.logging.open_session().sets) == 1


async def test_a_session_that_is_gone_is_left_even_from_a_room_over_it(
    house: House, push: None
) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎d"))
        house.store.logging.discard(house.store.logging.open_session().id)
        await pilot.press("q")
        assert isinstance(app.screen, StartScreen)


async def test_a_session_ended_by_another_program_is_left(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("2⏎d"))
        house.store.logging.finish(house.store.logging.open_session().id, house.clock())
        await pilot.press("q")
        assert isinstance(app.screen, StartScreen)


async def test_pasted_lines_are_logged_one_by_one(house: House, push: None) -> None:
    from textual.events import Paste

    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1")
        app.post_message(Paste("2\n1\r\n82.5x"))
        await pilot.pause()
        assert [one.rir for one in house.store.logging.open_session().sets] == [2, 1]
        assert app.screen.query_one(EntryLine).value == "82.5x"


HOSTILE = ["[/x] [b", "[red]💪🏋️ $foreground [$", "n" * 80, "日本語の運動 `*_#|"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_name_or_note_breaks_a_screen(house: House, name: str) -> None:
    catalogue, logging = house.store.catalogue, house.store.logging
    made = catalogue.add(Exercise(0, name, is_custom=True, set_up=name))
    session = logging.start(house.clock(), BERLIN, name, [Block(made, note=name)])
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        quoted = [one for one in f'50x8@2 "{name[:16]}"' if one.isascii()]
        await pilot.press(*keys("".join(quoted)), "enter")
        await pilot.press(
            *keys("/["), "escape", "escape", "i", "escape", "o", "escape", "b", "escape"
        )
        await pilot.press(*keys("t⏎g"), "q", "question_mark", "x", "d", "q", "h", "q", "q")
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter", "f", "y")
        assert isinstance(app.screen, SummaryScreen)
        await pilot.press("x")
        assert len(house.store.history.session(session.id).sets) == 2


@pytest.mark.parametrize("theme", ["lastset-light", "ansi-dark", "textual-light", "nord"])
async def test_other_themes_draw_every_screen(house: House, push: None, theme: str) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        app.theme = theme if theme in app.available_themes else app.theme
        await pilot.press("1", *keys("2⏎t⏎i"), "escape", *keys("/x"), "escape", "escape", "f", "y")
        assert isinstance(app.screen, SummaryScreen)
        assert app.export_screenshot()


async def test_without_colour_the_severity_is_still_said(
    house: House, push: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", *keys("t⏎"))
        assert "WARNING" in app.screen.query_one(Headline).render().plain


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (30, 10), (200, 60)])
async def test_any_size_shows_the_line(house: House, push: None, size: tuple[int, int]) -> None:
    app = LastsetApp(house)
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", *keys("t⏎i"), "escape", "2")
        line = app.screen.query_one(EntryLine)
        assert line.region.bottom <= size[1] and line.size.width > 0
        await pilot.press("enter")
        assert len(house.store.logging.open_session().sets) == 2


async def test_a_long_doubt_is_shown_whole_under_a_full_table(house: House, push: None) -> None:
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *keys("x8x3@2⏎p"), *keys("x8x3@2⏎"), *keys("x8x3@2⏎"))
        for line in ("40 12 a>60x6", "41 12 a>60x6"):
            await pilot.press("escape", *(WRITTEN.get(one, one) for one in line), "enter")
            await pilot.pause()
            assert "Enter again takes it as it stands." in " ".join(" ".join(seen(app)).split())
