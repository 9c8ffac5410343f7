"""Pictures of the live session and the rooms around it: look at what changed."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import LastsetApp
from screens.house import House
from tests.typist import HandClock
from tracker.load import bodyweight
from tracker.performed import PerformedSet
from tracker.session import Block, Session

SnapCompare = Callable[..., bool]
Train = Callable[..., Session]
SIZES = pytest.mark.parametrize("size", [(80, 24), (110, 28)], ids=["80x24", "110x28"])
NAMES = {"⏎": "enter", " ": "space", "!": "exclamation_mark", "/": "slash"}
PUSH, LEGS = "1", "2"


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor does not blink in a picture."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


@pytest.fixture
def app(house: House, train: Train) -> LastsetApp:
    """The app over three sessions, one failure among them."""
    legs = {"Squat (Barbell)": "w60x8; 100x6@3; 100x6@2; 100x6@2"}
    train("2026-11-10 18:30", "Legs", legs | {"Leg Extension (Machine)": "50x12@2; 50x12@2"})
    push = {
        "Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1",
        "Triceps Pushdown (Cable)": "35x12@2; 35x12@2",
        "Preacher Curl (Barbell)": "30x10@2; 30x9!a",
    }
    train("2026-11-16 18:30", "Push", push)
    return LastsetApp(house)


def after(clock: HandClock, *steps: str | int) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys; a number lets as many seconds pass."""

    async def pressed(pilot: Pilot[None]) -> None:
        for step in steps:
            if isinstance(step, int):
                clock.wait(step)
                pilot.app.screen._tick()
            elif step == "down":
                await pilot.press(step)
            else:
                await pilot.press(*(NAMES.get(one, one) for one in step))
        await pilot.pause()

    return pressed


@SIZES
def test_resting(snap_compare: SnapCompare, app, clock, size) -> None:
    keys = after(clock, PUSH, "2⏎", 95)
    assert snap_compare(app, terminal_size=size, run_before=keys)


@SIZES
def test_a_stop_before_the_set(snap_compare: SnapCompare, app, clock, size) -> None:
    keys = after(clock, LEGS, "2⏎", 60, "!⏎")
    assert snap_compare(app, terminal_size=size, run_before=keys)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)], ids=["60x20", "80x24", "140x40"])
def test_after_a_bad_set(snap_compare: SnapCompare, app, clock, size) -> None:
    keys = after(clock, PUSH, "2⏎", 150, "t⏎", 30)
    assert snap_compare(app, terminal_size=size, run_before=keys)


def test_finding_an_exercise(snap_compare: SnapCompare, app, clock) -> None:
    keys = after(clock, PUSH, "2⏎/press", "down", "down")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
def test_set_entry_refusing_a_drop(snap_compare: SnapCompare, app, clock, size) -> None:
    keys = after(clock, PUSH, "i0", "down", "a", "down", "d", "down", "zz")
    assert snap_compare(app, terminal_size=size, run_before=keys)


@SIZES
def test_the_session_summed_up(snap_compare: SnapCompare, app, clock, size) -> None:
    keys = after(clock, PUSH, "2⏎2⏎t⏎2⏎2⏎2⏎a⏎fy")
    assert snap_compare(app, terminal_size=size, run_before=keys)


def test_the_start_with_a_past(snap_compare: SnapCompare, app) -> None:
    assert snap_compare(app, terminal_size=(80, 24))


def test_the_start_without_one(snap_compare: SnapCompare, house: House) -> None:
    assert snap_compare(LastsetApp(house), terminal_size=(80, 24))


def test_by_day(snap_compare: SnapCompare, app, clock) -> None:
    app.house.store.keeping.save_setting("look.theme", "lastset-light")
    keys = after(clock, PUSH, "2⏎", 150, "t⏎", 30)
    assert snap_compare(app, terminal_size=(110, 28), run_before=keys)


def test_a_record(snap_compare: SnapCompare, app, clock) -> None:
    keys = after(clock, PUSH, "9 2⏎", 40)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_before_the_first_set_of_a_lift_that_may_go_up(
    snap_compare: SnapCompare, app, clock
) -> None:
    keys = after(clock, PUSH, "n")
    assert snap_compare(app, terminal_size=(110, 28), run_before=keys)


def test_within_a_circuit(snap_compare: SnapCompare, app, clock) -> None:
    keys = after(clock, PUSH, "jnjp2⏎", 20)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_about_the_lift(snap_compare: SnapCompare, app, clock) -> None:
    keys = after(clock, PUSH, "oseat 4⏎o", "down", "down", "down", "down")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_the_plates_of_a_warm_up(snap_compare: SnapCompare, app, clock) -> None:
    keys = after(clock, PUSH, "w⏎", 60, "w")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_in_plain_letters(snap_compare: SnapCompare, app, clock) -> None:
    app.house.store.keeping.save_setting("look.ascii", True)
    keys = after(clock, PUSH, "2⏎", 150, "t⏎", 30)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_a_forgotten_session_is_asked_about(snap_compare: SnapCompare, app, clock) -> None:
    store = app.house.store
    session = store.logging.start(clock(), app.house.zone, "Pull")
    exercise = next(one for one in store.catalogue.exercises() if one.name == "Pull Up")
    block_id = store.logging.add_block(session.id, Block(exercise))
    store.logging.log(block_id, [PerformedSet(clock(), bodyweight(), 8, rir=2.0)])
    clock.wait(11 * 86_400)
    assert snap_compare(app, terminal_size=(80, 24))
