"""A house with a store in memory, a clock that stands still, and ways to fill it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import screens.app
from data.store import open_store
from screens.app import LastsetApp
from screens.coach import Coach
from screens.house import House
from screens.rooms import room
from tracker.entry import Announcement
from tracker.entry_parser import parse_line
from tracker.load import Unit, kg
from tracker.naming import resolve
from tracker.session import Block, Session
from tracker.store import Store
from tracker.when import read_moment

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
"""Monday, 19:00 in Berlin."""
BERLIN = "Europe/Berlin"

Train = Callable[[str, str, dict[str, str]], Session]


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty database with the catalogue."""
    opened = open_store(":memory:")
    yield opened.store
    opened.close()


@pytest.fixture
def house(store: Store) -> House:
    """The surroundings of a screen, at Monday 23 November 2026, 19:00 in Berlin."""
    return House(store=store, clock=lambda: NOW, zone=BERLIN, coach=Coach(store, BERLIN))


@pytest.fixture
def train(store: Store) -> Train:
    """Log a finished session: local start, title, and by exercise a line of entries."""

    def trained(start: str, title: str, done: dict[str, str]) -> Session:
        at = read_moment(start, BERLIN)
        session = store.logging.start(at, BERLIN, title, body_weight=kg(82))
        for name, line in done.items():
            exercise = resolve(name, store.catalogue.exercises())
            block_id = store.logging.add_block(session.id, Block(exercise))
            entries = parse_line(line, None, Unit.KG, exercise.is_bodyweight)
            assert not isinstance(entries, Announcement)
            for entry in entries:
                at += timedelta(seconds=150)
                store.logging.log(block_id, [entry.performed(at)])
        store.logging.finish(session.id, at + timedelta(minutes=4))
        return store.history.session(session.id)

    return trained


@pytest.fixture
def fortnight_of_training(train: Train) -> dict[str, Session]:
    """Eight sessions in fourteen days with three failure events; by day of the month."""
    squat = {"Squat (Barbell)": "w60x8; 100x6@3; 100x6@2; 100x6@2"}
    bench = "Bench Press (Barbell)"
    curl = "Preacher Curl (Barbell)"
    push = {bench: "w40x10; 80x8@2; 80x8@2", "Triceps Pushdown (Cable)": "35x12@3; 35x12@2"}
    arms = {"Hammer Curl (Dumbbell)": "14x12@2; 14x11@1"}
    return {
        "10": train("2026-11-10 18:30", "Legs", squat),
        "12": train("2026-11-12 18:30", "Push", push),
        "14": train("2026-11-14 18:30", "Arms", {**arms, curl: "30x10@2; 30x10@1; 30x9!a"}),
        "16": train("2026-11-16 18:30", "Push", {bench: "80x8@2; 80x8@1; 80x7!t"}),
        "18": train("2026-11-18 18:30", "Legs", squat),
        "19": train("2026-11-19 18:30", "Pull", {"Seated Row (Cable)": "55x10@2; 55x10@2"}),
        "21": train(
            "2026-11-21 18:02",
            "Arms",
            {**arms, curl: '30x10@2 "left elbow"; 30x10@1; 30x9!a > 22.5x5'},
        ),
        "23": train("2026-11-23 17:30", "Push", push),
    }


class RoomApp(LastsetApp):
    """The app with one room open over its first one."""

    CSS_PATH = Path(screens.app.__file__).with_name("app.tcss")

    def __init__(self, house: House, name: str, **wanted: object) -> None:
        super().__init__(house)
        self._name = name
        self._wanted = wanted

    def on_ready(self) -> None:
        self.push_screen(room(self._name, self.house, **self._wanted))


@pytest.fixture
def in_room(house: House) -> Callable[..., LastsetApp]:
    """The app, standing in a room: its name, and what the room is given."""

    def opened(name: str, **wanted: object) -> LastsetApp:
        return RoomApp(house, name, **wanted)

    return opened
