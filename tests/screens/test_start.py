from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from screens.app import LastsetApp
from screens.house import House
from screens.live.screen import LiveScreen
from screens.start import StartScreen
from tracker.errors import StoreError
from tracker.load import kg
from tracker.naming import resolve
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.store import DraftLine
from tracker.when import read_moment
from widgets.entry_line import EntryLine
from widgets.key_line import KeyLine
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


# -- a session that was forgotten open -----------------------------------------------------------

CURL = "Preacher Curl (Barbell)"
LAST_SET = read_moment("2026-11-20 19:42", "Europe/Berlin")


@pytest.fixture
def left_open(house: House) -> Callable[..., Session]:
    """A session begun on Friday at 18:30 and never ended; its last set was at 19:42."""

    def left(title: str = "Push", sets: int = 3) -> Session:
        at = LAST_SET - timedelta(minutes=72)
        logging, catalogue = house.store.logging, house.store.catalogue
        session = logging.start(at, house.zone, title)
        block_id = logging.add_block(session.id, Block(resolve(CURL, catalogue.exercises())))
        for number in reversed(range(sets)):
            one = PerformedSet(LAST_SET - timedelta(minutes=3 * number), kg(30), 10, rir=2.0)
            logging.log(block_id, [one])
        return house.store.history.session(session.id)

    return left


def keys_shown(app: LastsetApp) -> tuple[str, ...]:
    return tuple(key for key, _ in app.screen.query_one(KeyLine).keys)


async def test_a_forgotten_session_is_asked_about(house: House, left_open) -> None:
    left_open()
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)):
        assert isinstance(app.screen, StartScreen)
        text = shown(app)
        assert "Push is still open. Is it over?" in text
        assert "begun Fri 20 Nov 18:30 · 3 sets, the last at 19:42, 71 h ago" in text
        assert "Preacher Curl" in text and "Enter  it ended at its last set, 19:42" in text
        assert "Push ends at its last set then" in text and "go on with Push" not in text
        assert keys_shown(app)[:2] == ("Enter", "c")
        assert all(len(line) <= 76 for line in text.splitlines())


async def test_enter_ends_a_forgotten_session_at_its_last_set(house: House, left_open) -> None:
    session = left_open()
    house.store.keeping.keep_draft_line(DraftLine(session.id, "6 2"))
    app = LastsetApp(house)
    async with app.run_test(notifications=True) as pilot:
        assert "`6 2` was typed and not logged: c brings it back" in shown(app)
        await pilot.press("enter")
        ended = house.store.history.session(session.id)
        assert (ended.is_open, ended.ended_at) == (False, LAST_SET)
        assert house.store.keeping.draft_line() is None
        (told,) = [one.message for one in app._notifications]
        assert told == "Push ended Fri 20 Nov 19:42, `6 2` not logged: u takes it back."
        assert isinstance(app.screen, StartScreen) and "is still open" not in shown(app)
        assert keys_shown(app)[0] == "1-9"


async def test_ending_a_forgotten_session_is_undone_and_asked_again(
    house: House, left_open
) -> None:
    left_open()
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("enter", "u")
        assert house.store.logging.open_session().ended_at is None
        assert "Is it over?" in shown(app)
        await pilot.press("U")
        assert house.store.logging.open_session() is None


async def test_c_goes_on_with_a_forgotten_session_and_its_line(house: House, left_open) -> None:
    session = left_open()
    house.store.keeping.keep_draft_line(DraftLine(session.id, "6 2"))
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("c")
        assert isinstance(app.screen, LiveScreen)
        assert app.screen.query_one(EntryLine).value == "6 2"
        assert house.store.keeping.draft_line() == DraftLine(session.id, "6 2", house.clock())
    again = LastsetApp(house)
    async with again.run_test():
        assert isinstance(again.screen, LiveScreen)


async def test_typing_ahead_of_the_question_stays_exact(house: House, left_open) -> None:
    session = left_open()
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("c", "3", "1", "x", "8", "@", "1", "enter")
        assert str(house.store.history.session(session.id).sets[-1].load) == "31 kg"


async def test_a_forgotten_session_without_a_set_is_thrown_away(house: House, left_open) -> None:
    session = left_open(sets=0)
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        assert "no set was logged" in shown(app) and "Enter  throw it away" in shown(app)
        await pilot.press("enter")
        assert house.store.history.sessions(house.store.keeping.settings()) == ()
        assert "Is it over?" not in shown(app)
        await pilot.press("u")
        assert house.store.logging.open_session().id == session.id


async def test_a_forgotten_session_without_a_set_begins_when_it_is_gone_on_with(
    house: House, left_open
) -> None:
    session = left_open(sets=0)
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("c")
        assert isinstance(app.screen, LiveScreen)
        begun = house.store.history.session(session.id)
        assert (begun.started_at, begun.is_open) == (house.clock(), True)


@pytest.mark.parametrize(("key", "title"), [("1", "Legs"), ("e", "Monday evening")])
@pytest.mark.parametrize(("sets", "left"), [(3, [("Push", LAST_SET)]), (0, [])])
async def test_another_session_ends_a_forgotten_one_at_its_last_set(
    house: House, train, left_open, key: str, title: str, sets: int, left: list
) -> None:
    train("2026-11-16 18:30", "Legs", {"Squat (Barbell)": "100x6@2"})
    left_open(sets=sets)
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        assert ("is thrown away then" in shown(app)) is not bool(sets)
        await pilot.press(key)
        assert isinstance(app.screen, LiveScreen)
        assert house.store.logging.open_session().title == title
        lines = house.store.history.sessions(house.store.keeping.settings())
        assert [(one.title, one.ended_at) for one in lines[1:-1]] == left


async def test_a_session_left_for_less_than_four_hours_is_not_asked_about(
    house: House, left_open
) -> None:
    session = left_open()
    inside = replace(house, clock=lambda: LAST_SET + timedelta(hours=4))
    app = LastsetApp(inside)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, LiveScreen)
        await pilot.press("q", "e")
        assert house.store.history.session(session.id).ended_at is None


async def test_a_session_forgotten_before_the_start_screen_is_asked_about_first(
    house: House, left_open
) -> None:
    session = left_open()
    now = [LAST_SET + timedelta(hours=3)]
    app = LastsetApp(replace(house, clock=lambda: now[0]))
    async with app.run_test() as pilot:
        await pilot.press("q")
        assert "go on with Push" in shown(app)
        now[0] += timedelta(hours=9)
        await pilot.press("enter")
        assert isinstance(app.screen, StartScreen) and "Is it over?" in shown(app)
        assert house.store.history.session(session.id).is_open
        await pilot.press("enter")
        assert house.store.history.session(session.id).ended_at == LAST_SET


async def test_a_session_ended_elsewhere_is_not_answered_for(
    house: House, train, left_open
) -> None:
    train("2026-11-16 18:30", "Legs", {"Squat (Barbell)": "100x6@2"})
    session = left_open()
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        house.store.logging.finish(session.id, house.clock())
        await pilot.press("enter")
        assert isinstance(app.screen, StartScreen) and "Is it over?" not in shown(app)
        assert house.store.logging.open_session() is None


async def test_a_session_that_was_moved_to_another_zone_keeps_the_clock_of_its_gym(
    house: House, left_open
) -> None:
    left_open()
    app = LastsetApp(replace(house, zone="Asia/Tokyo"))
    async with app.run_test():
        assert "begun Fri 20 Nov 18:30" in shown(app) and "at its last set, 19:42" in shown(app)


async def test_a_question_without_a_title_and_over_midnight_reads_well(house: House) -> None:
    logging = house.store.logging
    begun = read_moment("2026-11-20 23:30", "Europe/Berlin")
    session = logging.start(begun, house.zone, "")
    exercise = resolve(CURL, house.store.catalogue.exercises())
    block_id = logging.add_block(session.id, Block(exercise))
    logging.log(block_id, [PerformedSet(begun + timedelta(minutes=50), kg(30), 10, rir=2.0)])
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)):
        assert "A session is still open. Is it over?" in shown(app)
        wanted = "begun Fri 20 Nov 23:30 · 1 set, the last at Sat 21 Nov 00:20, 67 h ago"
        assert wanted in shown(app)
        assert all(len(line) <= 76 for line in shown(app).splitlines())


async def test_a_session_left_on_the_live_screen_overnight_is_asked_about_in_the_morning(
    house: House, left_open
) -> None:
    session = left_open()
    now = [LAST_SET + timedelta(minutes=3)]
    app = LastsetApp(replace(house, clock=lambda: now[0]))
    async with app.run_test() as pilot:
        assert isinstance(app.screen, LiveScreen)
        await pilot.press("6", "space", "2")
        now[0] += timedelta(hours=13)
        app.screen._tick()
        await pilot.pause()
        assert isinstance(app.screen, StartScreen) and "Is it over?" in shown(app)
        assert "`6 2` was typed and not logged" in shown(app)
        assert len(house.store.history.session(session.id).sets) == 3
        await pilot.press("c", "enter")
        assert [one.reps for one in house.store.history.session(session.id).sets][3:] == [6]


async def test_a_store_that_takes_nothing_ends_no_session_and_says_so(
    house: House, left_open, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = left_open()
    app = LastsetApp(house)

    def refuse(*_: object) -> None:
        raise StoreError("The disk is full.", "")

    monkeypatch.setattr(type(house.store.logging), "finish", refuse)
    async with app.run_test() as pilot:
        await pilot.press("enter", "e")
        assert isinstance(app.screen, StartScreen) and "Is it over?" in shown(app)
        assert [one.message for one in app._notifications] == ["The disk is full."] * 2
        assert house.store.history.session(session.id).is_open
