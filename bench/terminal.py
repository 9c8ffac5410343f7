"""A program in a real pseudo-terminal: what it paints, and exactly when it was painted.

Bytes are stamped as they arrive and drawn afterwards, so that drawing costs the measured program
nothing. A moment is that of the end of the frame (synchronised output, mode 2026) in which the
screen first showed what was waited for.
"""

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from time import monotonic, perf_counter

import pyte

ROWS, COLUMNS = 24, 80
DEADLINE = 30.0
"""Seconds after which a screen that was waited for is given up."""
QUIET = 0.02
"""Seconds without a byte after which what came is drawn."""
BEGIN, END = b"\x1b[?2026h", b"\x1b[?2026l"
_QUERIES = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62c",
}
"""What a terminal is asked, and what this one answers: it draws frames whole, nothing else."""

Lines = Sequence[str]
Shows = Callable[[Lines], bool]
"""Whether a screen shows what is waited for."""


class NotShown(RuntimeError):
    """What was waited for did not come."""


class Terminal:
    """One program in a terminal of its own."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        folder: str,
        rows: int = ROWS,
        columns: int = COLUMNS,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._tail = b""
        self._is_in_frame = False
        self.started = perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(folder)
            os.execve(arguments[0], list(arguments), dict(environment))

    @property
    def lines(self) -> Lines:
        """The screen as last drawn."""
        return tuple(self._screen.display)

    def type(self, keys: str) -> float:
        """Send keys; returns the moment they were sent."""
        sent = perf_counter()
        os.write(self._handle, keys.encode())
        return sent

    def until(self, shows: Shows, what: str, seconds: float = DEADLINE) -> float:
        """The moment at which the screen first shows it.

        Raises:
            NotShown: it did not within the seconds, or the program ended before.
        """
        deadline = monotonic() + seconds
        while True:
            while self._waiting:
                stamp, piece = self._waiting.popleft()
                self._draw(piece)
                if not self._is_in_frame and shows(self.lines):
                    return stamp
            if monotonic() > deadline:
                raise NotShown(self._words(f"{what} was not shown within {seconds:.0f} s"))
            self._collect(0.25, what)

    def settle(self, quiet: float = 0.06, at_most: float = 3.0) -> None:
        """Wait until nothing has been painted for a while, and draw what was."""
        deadline = monotonic() + at_most
        while self._collect(quiet, "quiet") and monotonic() < deadline:
            self._draw_all()
        self._draw_all()

    def _draw_all(self) -> None:
        while self._waiting:
            self._draw(self._waiting.popleft()[1])

    def _collect(self, patience: float, what: str) -> bool:
        """Take in all that comes until it is quiet; whether anything came."""
        came = False
        limit = monotonic() + 2.0
        while select.select([self._handle], [], [], QUIET if came else patience)[0]:
            try:
                piece = os.read(self._handle, 65536)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                piece = b""
            stamp = perf_counter()
            if not piece:
                raise NotShown(self._words(f"the program ended before {what} was shown"))
            came = True
            self._answer(piece)
            self._waiting.append((stamp, piece))
            if monotonic() > limit:
                break
        return came

    def _answer(self, piece: bytes) -> None:
        seen = self._tail + piece
        for query, answer in _QUERIES.items():
            for _ in range(seen.count(query)):
                os.write(self._handle, answer)
        # A query may be cut by the read; none is longer than ten bytes.
        self._tail = b"" if any(query in seen for query in _QUERIES) else piece[-9:]

    def _draw(self, piece: bytes) -> None:
        self._stream.feed(piece)
        begun, ended = piece.rfind(BEGIN), piece.rfind(END)
        if begun != ended:
            self._is_in_frame = begun > ended

    def _words(self, told: str) -> str:
        self._draw_all()
        shown = "\n".join(f"    | {line.rstrip()}" for line in self.lines if line.strip())
        return f"{told}; the screen was\n{shown}"

    def memory(self) -> int:
        """Resident bytes of the program."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            line = next(one for one in status if one.startswith("VmRSS"))
        return int(line.split()[1]) * 1024

    def close(self) -> None:
        """End the program, by force if it does not listen."""
        for number, seconds in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0)):
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                break
            if self._has_ended(seconds):
                break
        os.close(self._handle)

    def _has_ended(self, seconds: float) -> bool:
        deadline = monotonic() + seconds
        while monotonic() < deadline:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return True
            # Keep the pipe empty, or the program blocks on its last words.
            if select.select([self._handle], [], [], 0.01)[0]:
                try:
                    os.read(self._handle, 65536)
                except OSError:
                    continue
        return False
