"""A typist who presses keys on a desk without a terminal, as the live screen would hear them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from screens.house import House
from screens.live.commands import Commands, Go
from screens.live.console import Console
from screens.live.desk import Desk, Reply
from screens.live.modes import Mode
from screens.live.offered import offered
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
    """Presses keys: a line of text as the entry line keeps it, under the app's own console."""

    house: House
    desk: Desk
    value: str = ""
    cursor: int = 0
    is_selected: bool = False
    opened: list[Go] = field(default_factory=list)
    is_left: bool = False
    is_finished: bool = False

    def __post_init__(self) -> None:
        commands = Commands(self.desk, self._offer, self._finish, self._leave, self._leave)
        self.console = Console(self.desk, self, commands, self.opened.append)
        self.desk.reload()

    def _offer(self, query: str, swapped: Exercise | None) -> list[Exercise]:
        return offered(query, swapped, self.house.store.catalogue, self.desk.session)

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
            self.show("")
        if (key == " " and not self.value) or self.console.take_key(key, self.value):
            return
        if key == "enter":
            kept = self.console.take_line(self.value)
            self.show(kept, bool(kept))
        elif key == "escape":
            text = self.value
            self.show("")
            self.console.take_escape(text)
        elif is_text:
            self.value = self.value[: self.cursor] + key + self.value[self.cursor :]
            self.cursor += 1
            self.console.take_change(self.value)
        else:
            self._edit(key)

    def _edit(self, key: str) -> None:
        was_selected = self.is_selected
        if key in ("left", "right", "end", "backspace"):
            self.is_selected = False
        if key == "backspace" and was_selected:
            self.show("")
        elif key == "backspace":
            self.value = self.value[: max(0, self.cursor - 1)] + self.value[self.cursor :]
            self.cursor = max(0, self.cursor - 1)
        elif key == "left":
            self.cursor = max(0, self.cursor - 1)
        elif key == "right":
            self.cursor = min(len(self.value), self.cursor + 1)
        elif key == "end":
            self.cursor = len(self.value)
        if key in ("left", "right", "end", "backspace"):
            self.console.take_change(self.value)

    def show(self, text: str, is_selected: bool = False) -> None:
        self.value, self.cursor, self.is_selected = text, len(text), is_selected

    # -- what stands ---------------------------------------------------------------------------

    @property
    def line(self) -> str:
        return self.value

    @property
    def mode(self) -> Mode | None:
        return self.console.mode

    @property
    def reply(self) -> Reply:
        return self.console.reply

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
