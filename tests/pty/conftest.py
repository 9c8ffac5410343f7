"""A database on disk, and the app started on it in a terminal of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.store import open_store
from tests.pty.terminal import Terminal
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.when import read_moment

BERLIN = "Europe/Berlin"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database whose lifter did three sets of curls a week ago."""
    path = tmp_path / "gym.db"
    opened = open_store(path)
    store = opened.store
    session = store.logging.start(read_moment("2025-11-16 18:30", BERLIN), BERLIN, "Arms")
    for name in ("Preacher Curl (Barbell)", "Hammer Curl (Dumbbell)"):
        exercise = next(one for one in store.catalogue.exercises() if one.name == name)
        block_id = store.logging.add_block(session.id, Block(exercise))
        at = session.started_at
        store.logging.log(block_id, [PerformedSet(at, kg(30), 10, rir=2.0)] * 3)
    store.logging.finish(session.id, session.started_at)
    opened.close()
    return path


@pytest.fixture
def start(database: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the app on the database; every app started is ended with the test."""
    begun: list[Terminal] = []

    def started(rows: int = 24, columns: int = 80) -> Terminal:
        begun.append(Terminal(database, rows, columns))
        return begun[-1]

    yield started
    for terminal in begun:
        terminal.close()


@pytest.fixture
def stored(database: Path) -> Callable[[], Session]:
    """The latest session as it stands on disk."""

    def read() -> Session:
        opened = open_store(database)
        row = opened.connection.execute("SELECT max(id) FROM sessions").fetchone()
        session = opened.store.history.session(row[0])
        opened.close()
        return session

    return read
