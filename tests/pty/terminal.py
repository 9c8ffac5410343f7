"""A terminal for the app: a real pty, its screen read by pyte; waits have a deadline, no sleeps."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 60.0
"""Seconds after which what is waited for is not coming."""
ALTERNATE_OFF = b"\x1b[?1049l"
"""What a program writes when it gives the terminal back."""


class Terminal:
    """One run of the app on a pty of its own."""

    def __init__(self, database: Path, rows: int = 24, columns: int = 80) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        self.code: int | None = None
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(database.parent),
            "LASTSET_CONFIG": str(database.parent / "settings.toml"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TZ": "Europe/Berlin",
            "TEXTUAL_ANIMATIONS": "none",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
        }
        arguments = [sys.executable, "-m", "tracker", "--db", str(database)]
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(database.parent)
            os.execve(sys.executable, arguments, environment)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, text: str) -> None:
        """Write keys in one burst; what the app says meanwhile is read, so that nobody blocks."""
        left = text.replace("⏎", "\r").encode()
        while left:
            ready, writable, _ = select.select([self.handle], [self.handle], [], DEADLINE)
            if ready:
                self._read()
            if writable:
                left = left[os.write(self.handle, left[:512]) :]

    def _read(self) -> bool:
        try:
            piece = os.read(self.handle, 65536)
        except OSError:
            return False
        self.written += piece
        self._stream.feed(piece)
        return bool(piece)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until it is so."""
        end = time.monotonic() + DEADLINE
        while not is_so():
            left = end - time.monotonic()
            assert left > 0, f"waited in vain for {what}; the screen was:\n{self.text}"
            ready, _, _ = select.select([self.handle], [], [], min(left, 0.02))
            if ready and not self._read():
                # The app's side is closed: only its end is still to come.
                _, status = os.waitpid(self.pid, 0)
                self.code = os.waitstatus_to_exitcode(status)
                assert is_so(), f"the app ended before {what}; the screen was:\n{self.text}"

    def wait_for(self, text: str) -> None:
        self.wait(lambda: text in self.text, repr(text))

    def wait_for_end(self) -> int:
        """Wait until the app is gone; returns its exit code, negative for a signal."""
        self.wait(self._is_gone, "the end")
        while select.select([self.handle], [], [], 0)[0] and self._read():
            pass
        assert self.code is not None
        return self.code

    def _is_gone(self) -> bool:
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
            self.code = os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        self.kill()
        os.close(self.handle)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self.handle)
        self.handle = os.open(os.devnull, os.O_RDWR)
