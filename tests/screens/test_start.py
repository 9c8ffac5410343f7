from datetime import timedelta

from screens.app import LastsetApp
from screens.house import House
from screens.live.screen import LiveScreen
from screens.start import StartScreen
from widgets.lines import Lines


def shown(app: LastsetApp) -> str:
    return "\n".join(line.plain for line in app.screen.query_one("#choices", Lines).lines)


async def test_a_new_lifter_reads_seven_rules_and_that_it_is_no_medicine(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)):
        text = shown(app)
        assert "lastset import" in text and "not medical advice" in text
        assert all(len(line) <= 76 for line in text.splitlines())


async def test_titles_stand_latest_first_with_their_day(house: House, train) -> None:
    train("2026-11-10 18:30", "Legs", {"Squat (Barbell)": "100x6@2"})
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "80x8@2"})
    app = LastsetApp(house)
    async with app.run_test():
        first, second = (line for line in shown(app).splitlines() if line[:1].isdigit())
        assert first.startswith("1  Push") and "7 days ago" in first and "Bench Press" in first
        assert second.startswith("2  Legs")


async def test_a_digit_plans_the_session_as_it_was(house: House, train) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "w40x8; 80x8@2; 77.5x8@1"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1")
        (block,) = house.store.logging.open_session().blocks
        assert [str(one.load) for one in block.plan] == ["80 kg", "77.5 kg"]
        assert isinstance(app.screen, LiveScreen)


async def test_keys_that_are_no_choice_do_nothing(house: House, train) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "80x8@2"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("0", "2", "9", "²", "٣", "x", "up")
        assert isinstance(app.screen, StartScreen)
        assert house.store.logging.open_session() is None


async def test_f1_helps_here_too(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert not isinstance(app.screen, StartScreen)
        await pilot.press("x")
        assert isinstance(app.screen, StartScreen)


async def test_an_open_session_is_gone_on_with_at_once(house: House) -> None:
    house.store.logging.start(house.clock() - timedelta(minutes=5), house.zone, "Push")
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, LiveScreen)
        await pilot.press("escape", "q")
        assert isinstance(app.screen, StartScreen) and "go on with Push" in shown(app)
        await pilot.press("enter")
        assert isinstance(app.screen, LiveScreen)


async def test_one_session_is_open_at_a_time(house: House, train) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "80x8@2; 80x8@2"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "enter", "q", "1", "q", "e")
        lines = house.store.history.sessions(house.store.keeping.settings())
        assert [(one.title, one.is_open, one.sets) for one in lines] == [
            ("Monday evening", True, 0),
            ("Push", False, 1),
            ("Push", False, 2),
        ]


async def test_a_session_ended_by_mistake_is_open_again(house: House, train) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "80x8@2"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "enter", "f", "y", "x")
        assert house.store.logging.open_session() is None
        await pilot.press("u")
        assert house.store.logging.open_session() is not None and "go on with" in shown(app)
        await pilot.press("U")
        assert house.store.logging.open_session() is None
