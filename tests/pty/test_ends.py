"""How a session ends without being asked: kills, signals, a window that closes."""

import os
import signal
import sqlite3
import time

import pytest


@pytest.fixture
def logging(start):
    """The app in a session, two sets logged."""
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("12⏎1⏎")
    terminal.wait_for("set 3 of 3")
    return terminal


def test_a_kill_between_two_sets_loses_neither(logging, start, stored) -> None:
    logging.kill()
    assert [one.rir for one in stored().sets] == [2, 1]
    again = start()
    again.wait_for("set 3 of 3")
    again.send("3⏎")
    again.wait(lambda: len(stored().sets) == 3, "the third set")


def test_a_kill_inside_an_entry_brings_the_half_typed_line_back(logging, start, stored) -> None:
    logging.send("32.5x8@")
    logging.wait_for("› 32.5x8@")
    logging.kill()
    again = start()
    again.wait_for("› 32.5x8@")
    again.send("1⏎")
    again.wait(lambda: len(stored().sets) == 3, "the third set")
    assert (stored().sets[2].load.value, stored().sets[2].rir) == (32.5, 1)


def test_no_acknowledged_set_is_missing_and_none_is_there_twice(logging, start, stored) -> None:
    logging.send("32.5x8@1⏎")
    logging.wait_for("Hammer Curl (Dumbbell)")
    logging.kill()
    again = start()
    again.wait_for("Hammer Curl")
    assert "32.5x8@1" not in again.text
    assert len(stored().sets) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_cleanly_and_gives_the_terminal_back(logging, stored, number) -> None:
    logging.send("31")
    logging.wait_for("› 31")
    logging.signal(number)
    assert logging.wait_for_end() == 0
    assert b"\x1b[?1049l" in logging.written and b"\x1b[?25h" in logging.written
    assert b"Traceback" not in logging.written
    assert len(stored().sets) == 2


def test_a_closed_window_ends_it(logging, stored) -> None:
    logging.hang_up()
    end = time.monotonic() + 20
    while logging.code is None and time.monotonic() < end:
        pid, status = os.waitpid(logging.pid, os.WNOHANG)
        if pid:
            logging.code = os.waitstatus_to_exitcode(status)
    assert logging.code is not None
    assert len(stored().sets) == 2


def test_the_half_typed_line_survives_a_signal_too(logging, start) -> None:
    logging.send("31x")
    logging.wait_for("› 31x")
    logging.signal(signal.SIGTERM)
    logging.wait_for_end()
    again = start()
    again.wait_for("› 31x")


def test_undo_works_after_a_restart(logging, start, stored) -> None:
    logging.kill()
    again = start()
    again.wait_for("set 3 of 3")
    again.send("uu")
    again.wait_for("set 1 of 3")
    assert stored().sets == ()
    again.send("U")
    again.wait_for("set 2 of 3")
    again.send("uu")
    again.wait_for("Start a session")


def test_q_and_ctrl_q_close_the_app(logging) -> None:
    logging.send("Q")
    assert logging.wait_for_end() == 0


def test_what_another_program_writes_shows_up_by_itself(logging, database, stored) -> None:
    session = stored()
    other = sqlite3.connect(database, timeout=5)
    other.execute(
        "UPDATE sets SET load_value = '47.5', load_grams = 47500 WHERE id = ?",
        (session.sets[0].id,),
    )
    other.commit()
    other.close()
    logging.wait_for("47.5")


@pytest.mark.thorough
def test_killed_at_any_moment_it_keeps_what_it_had_acknowledged(start, stored) -> None:
    logged = 0
    for round_ in range(12):
        terminal = start()
        if round_ == 0:
            terminal.wait_for("Arms")
            terminal.send("1")
        terminal.wait_for("›")
        terminal.send("\x15")
        terminal.send("x10@2⏎" * 20)
        wanted = logged + round_
        terminal.wait(lambda least=wanted: len(stored().sets) >= least, "some sets")
        terminal.kill()
        count = len(stored().sets)
        assert count >= wanted
        logged = count
    assert all((one.reps, one.rir) == (10, 2) for one in stored().sets)
