"""A session that was forgotten open, days later in a real terminal."""

from pathlib import Path

import pytest

from data.store import open_store
from tests.pty.conftest import BERLIN
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.when import read_moment

LAST_SET = read_moment("2025-11-20 19:42", BERLIN)


@pytest.fixture
def left_open(database: Path) -> None:
    """A session of a Thursday long ago that nobody ended."""
    opened = open_store(database)
    logging = opened.store.logging
    session = logging.start(read_moment("2025-11-20 18:30", BERLIN), BERLIN, "Push")
    exercise = next(
        one for one in opened.store.catalogue.exercises() if one.name == "Preacher Curl (Barbell)"
    )
    logging.log(
        logging.add_block(session.id, Block(exercise)), [PerformedSet(LAST_SET, kg(30), 10, rir=2)]
    )
    opened.close()


def test_enter_ends_a_forgotten_session_at_its_last_set(left_open, start, stored) -> None:
    terminal = start()
    terminal.wait_for("Push is still open. Is it over?")
    terminal.wait_for("the last at 19:42")
    assert stored().is_open
    terminal.send("⏎")
    terminal.wait_for("Start a session")
    assert (stored().is_open, stored().ended_at) == (False, LAST_SET)
    terminal.wait_for("Push ended Thu 20 Nov 19:42")
    terminal.send("u")
    terminal.wait_for("Push is still open. Is it over?")
    assert stored().is_open


def test_what_is_typed_behind_c_reaches_the_session(left_open, start, stored) -> None:
    terminal = start()
    terminal.wait_for("Is it over?")
    terminal.send("c31x8@1⏎")
    terminal.wait(lambda: len(stored().sets) == 2, "the second set")
    assert (stored().sets[1].load.value, stored().is_open) == (31, True)
    terminal.kill()
    again = start()
    again.wait_for("›")
    assert "Is it over?" not in again.text
