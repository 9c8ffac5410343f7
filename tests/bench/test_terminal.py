"""The bench's terminal: frames are seen whole, queries answered, ends noticed."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.terminal import NotShown, Terminal

Start = Callable[[str], Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts Python programs in terminals, and ends them."""
    running: list[Terminal] = []

    def started(program: str) -> Terminal:
        terminal = Terminal(
            [sys.executable, "-c", program], {"TERM": "xterm-256color"}, str(tmp_path)
        )
        running.append(terminal)
        return terminal

    yield started
    for terminal in running:
        terminal.close()


def test_what_is_printed_is_seen_after_it_was_started(start: Start) -> None:
    terminal = start("print('ready'); input()")
    shown = terminal.until(lambda lines: "ready" in lines[0], "the word")
    assert shown > terminal.started


def test_a_key_is_answered_after_it_was_sent(start: Start) -> None:
    terminal = start("print('go', flush=True); print('got', input(), flush=True); input()")
    terminal.until(lambda lines: "go" in lines[0], "the start")
    sent = terminal.type("7\n")
    shown = terminal.until(lambda lines: any("got 7" in line for line in lines), "the answer")
    assert shown > sent


def test_a_frame_counts_only_when_it_is_whole(start: Start) -> None:
    terminal = start(
        "import sys\n"
        "def say(words): sys.stdout.write(words); sys.stdout.flush()\n"
        "say('\\x1b[?2026hfirst half')\n"
        "input()\n"
        "say('second half\\x1b[?2026l')\n"
        "input()"
    )
    with pytest.raises(NotShown):
        terminal.until(lambda lines: "first half" in lines[0], "half a frame", seconds=0.5)
    terminal.type("\n")
    terminal.until(lambda lines: "first half" in lines[0], "the frame")


def test_the_terminal_says_that_it_draws_whole_frames(start: Start) -> None:
    terminal = start(
        "import os, sys, tty\n"
        "tty.setraw(0)\n"
        "os.write(1, b'\\x1b[?2026$p')\n"
        "answer = os.read(0, 20)\n"
        "os.write(1, b'answer ' + answer[2:])\n"
        "os.read(0, 1)"
    )
    terminal.until(lambda lines: "answer ?2026;2$y" in lines[0], "the answer")


def test_a_program_that_ends_early_is_told_with_its_last_screen(start: Start) -> None:
    terminal = start("print('oh no')")
    with pytest.raises(NotShown, match="oh no"):
        terminal.until(lambda lines: "ready" in lines[0], "the word")


def test_a_program_that_will_not_listen_is_ended(tmp_path: Path) -> None:
    terminal = Terminal(
        [
            sys.executable,
            "-c",
            "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
            "print('deaf', flush=True); signal.pause()",
        ],
        {"TERM": "xterm-256color"},
        str(tmp_path),
    )
    terminal.until(lambda lines: "deaf" in lines[0], "the word")
    terminal.close()
    with pytest.raises(ProcessLookupError):
        os.kill(terminal.pid, 0)
