"""A typist who presses keys on a desk without a terminal, as the live screen would hear them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from screens.exercise_search import rank
from screens.house import House
from screens.live.commands import Commands, Go
from screens.live.desk import Desk, Reply
from screens.live.modes import Find, Mode
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.performed import PerformedSet
from tracker.session import Session

BERLIN = "Europe/Berlin"


@dataclass
class HandClock:
    """A clock that only moves when it is told to."""

    now: datetime = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Typist:
    """Presses keys: a line of text over the desk, its commands and its modes."""

    house: House
    desk: Desk
    line: str = ""
    cursor: int = 0
    is_selected: bool = False
    mode: Mode | None = None
    reply: Reply = field(default_factory=Reply)
    opened: list[Go] = field(default_factory=list)
    is_left: bool = False
    is_finished: bool = False

    def __post_init__(self) -> None:
        self.desk.reload()
        self.commands = Commands(self.desk, self._rank, self._finish, self._leave, self._leave)

    def _rank(self, query: str) -> list[Exercise]:
        catalogue = self.house.store.catalogue
        return rank(query, catalogue.exercises(), catalogue.usage())

    def _finish(self) -> None:
        self.is_finished = True
        self.house.store.logging.finish(self.desk.session.id, self.desk.now())

    def _leave(self) -> None:
        self.is_left = True

    def type(self, text: str) -> "Typist":
        """Type characters; `⏎` is Enter."""
        for character in text:
            self.press("enter" if character == "⏎" else character)
        return self

    def press(self, *keys: str) -> "Typist":
        for key in keys:
            self._press(key)
        return self

    def _press(self, key: str) -> None:
        is_text = len(key) == 1
        if is_text and self.is_selected:
            self._show("")
        if (key == " " and not self.line) or self._taken(key):
            return
        if key == "enter":
            self.reply = self._submitted()
            if self.mode is not None and self.mode.is_done:
                self._enter(None)
            self._show(self.reply.text, bool(self.reply.text))
        elif key == "escape":
            self._escape()
        elif is_text:
            self._type(key)
        else:
            self._edit(key)

    def _type(self, key: str) -> None:
        self.line = self.line[: self.cursor] + key + self.line[self.cursor :]
        self.cursor += 1
        if self.mode is not None:
            self.mode.changed(self.line)

    def _edit(self, key: str) -> None:
        was_selected = self.is_selected
        if key in ("left", "right", "end", "backspace"):
            self.is_selected = False
        if key == "backspace" and was_selected:
            self._show("")
        elif key == "backspace":
            self.line = self.line[: max(0, self.cursor - 1)] + self.line[self.cursor :]
            self.cursor = max(0, self.cursor - 1)
        elif key == "left":
            self.cursor = max(0, self.cursor - 1)
        elif key == "right":
            self.cursor = min(len(self.line), self.cursor + 1)
        elif key == "end":
            self.cursor = len(self.line)

    def _show(self, text: str, is_selected: bool = False) -> None:
        self.line, self.cursor, self.is_selected = text, len(text), is_selected

    def _submitted(self) -> Reply:
        try:
            return self.mode.submit(self.line) if self.mode else self.desk.submit(self.line)
        except TrackerError as error:
            return Reply(self.line, error.message)

    def _taken(self, key: str) -> bool:
        if self.mode is not None:
            if key == "escape" and not isinstance(self.mode, Find):
                self._enter(None)
                return True
            if not self.mode.key(key):
                return False
            if self.mode.is_done:
                carry = self.mode.carry
                self._enter(None)
                self._show(carry)
            elif not isinstance(self.mode, Find):
                self._show(self.mode.start_text())
            return True
        if self.line:
            return False
        done = self.commands.run(key)
        if isinstance(done, Mode):
            self._enter(done)
        elif isinstance(done, Go):
            self.opened.append(done)
        elif done is not None:
            self.desk.said = done
        return done is not None

    def _escape(self) -> None:
        text = self.line
        self._show("")
        announced = self.desk.announced
        self.desk.doubted = ""
        if announced is not None and (not text or not announced.is_taken):
            self.desk.call_off()
        elif isinstance(self.mode, Find) and text:
            self.mode.changed("")
        elif self.mode is not None:
            self._enter(None)

    def _enter(self, mode: Mode | None) -> None:
        self.mode = mode
        self._show(mode.start_text() if mode else "")
        if isinstance(mode, Find):
            mode.changed("")

    # -- what stands ---------------------------------------------------------------------------

    @property
    def exercise(self) -> str:
        block = self.desk.block
        return block.exercise.name if block else ""

    @property
    def stored(self) -> Session:
        return self.house.store.history.session(self.desk.session.id)

    @property
    def sets(self) -> tuple[PerformedSet, ...]:
        return self.stored.sets

    @property
    def last(self) -> PerformedSet:
        return max(self.sets, key=lambda one: one.id)
