"""A desk without a terminal, and a typist who presses keys on it as the screen would hear them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from screens.coach import Coach
from screens.exercise_search import rank
from screens.house import House
from screens.live.commands import Commands, Go
from screens.live.desk import Desk, Reply
from screens.live.modes import Find, Mode
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.performed import PerformedSet
from tracker.session import Session
from tracker.store import Store

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
            self.line, self.is_selected = "", False
        if key == " " and not self.line:
            return
        if self._taken(key):
            return
        if key == "enter":
            self.reply = self._submitted()
            if self.mode is not None and self.mode.is_done:
                self._enter(None)
            self.line, self.is_selected = self.reply.text, bool(self.reply.text)
        elif key == "escape":
            self._escape()
        elif key == "backspace":
            self.line, self.is_selected = "" if self.is_selected else self.line[:-1], False
        elif key in ("left", "end"):
            self.is_selected = False
        elif is_text:
            self.line += key
            if isinstance(self.mode, Find):
                self.mode.look(self.line)

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
                self._enter(None)
            elif not isinstance(self.mode, Find):
                self.line = self.mode.start_text()
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
        text, self.line, self.is_selected = self.line, "", False
        announced = self.desk.announced
        self.desk.doubted = ""
        if announced is not None and (not text or not announced.is_taken):
            self.desk.call_off()
        elif isinstance(self.mode, Find) and text:
            self.mode.look("")
        elif self.mode is not None:
            self._enter(None)

    def _enter(self, mode: Mode | None) -> None:
        self.mode = mode
        self.line, self.is_selected = (mode.start_text() if mode else ""), False
        if isinstance(mode, Find):
            mode.look("")

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


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def house(store: Store, clock: HandClock) -> House:
    """The surroundings of a screen, with a clock moved by hand."""
    return House(store=store, clock=clock, zone=BERLIN, coach=Coach(store, BERLIN))


@pytest.fixture
def sit_down(house: House, clock: HandClock) -> Callable[..., Typist]:
    """Open a session, as the last one of that title, and sit down before it."""
    from tracker.draft import plan_again

    def sat(title: str = "") -> Typist:
        like = house.store.history.last_titled(title, clock()) if title else None
        session = house.store.logging.start(
            clock(), BERLIN, title, plan_again(like) if like else ()
        )
        return Typist(house, Desk(house, session))

    return sat


@pytest.fixture
def at_the_bench(train: Callable[..., Session], sit_down: Callable[..., Typist]) -> Typist:
    """A push session planned as the last one: bench 82.5 × 8, then pushdown, then a curl."""
    train(
        "2026-11-16 18:30",
        "Push",
        {
            "Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1",
            "Triceps Pushdown (Cable)": "35x12@2; 35x12@2",
            "Preacher Curl (Barbell)": "30x10@2; 30x10@1",
        },
    )
    return sit_down("Push")


@pytest.fixture
def at_the_rack(train: Callable[..., Session], sit_down: Callable[..., Typist]) -> Typist:
    """A leg session planned as the last one: squat 100 × 6, three sets."""
    train(
        "2026-11-16 18:30",
        "Legs",
        {
            "Squat (Barbell)": "w60x8; 100x6@3; 100x6@2; 100x6@2",
            "Leg Extension": "50x12@2; 50x12@2",
        },
    )
    return sit_down("Legs")
