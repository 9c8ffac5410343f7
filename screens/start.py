"""The first room: start today's session, as last time or empty."""

from datetime import datetime
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from screens.house import House
from screens.left_open import (
    close_open_session,
    end_it,
    forgotten_session,
    go_on_with,
    question,
)
from screens.preset_offer import is_to_be_asked
from screens.rooms import room
from screens.standing_words import short_name, status
from tracker.draft import plan_again
from tracker.errors import TrackerError
from tracker.part_of_day import part_of_day
from tracker.session import Session
from tracker.when import day_in_words, distance_in_words, local, long_day_in_words
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.top_line import TopLine

KEYS = (
    ("1-9", "again"),
    ("e", "empty"),
    ("d", "fortnight"),
    ("l", "sessions"),
    (",", "settings"),
    ("q", "quit"),
    ("g", "guide"),
    ("?", "help"),
)
"""What can be done here."""

START = Content.styled("Start a session", "bold $foreground")
"""The head over the titles."""

ASKING_KEYS = (
    ("Enter", "it is over"),
    ("c", "go on with it"),
    ("1-9 e", "start another"),
    ("q", "quit"),
    *(one for one in KEYS[2:] if one[0] != "q"),
)
"""What can be done while a forgotten session is asked about."""

ROOMS_BY_KEY = {
    "d": "dashboard",
    "l": "sessions",
    "g": "presets",
    ",": "settings",
    "?": "help",
}
"""Where a key leads."""

DAYS_WITHOUT_YEAR = 180
"""So long a day is clear without its year."""

WELCOME = (
    "Nothing is logged yet. Press e to begin, or bring your history:",
    "    lastset import strong.csv        (also Hevy)",
    "",
    "Every set is logged with the reps you had left. lastset tells you what",
    "failure costs, and where your next all-out set belongs. Seven rules:",
    "",
    "    Most sets stop with a rep or three in hand.",
    "    Squats, deadlifts and Olympic lifts never go to the limit.",
    "    Want to go all out? Take a curl, a cable or a machine.",
    "    Only on the last set of the lift, and late in the session.",
    "    A few times a fortnight, then leave it alone.",
    "    After an all-out day, rest more before you repeat it.",
    "    Drop sets and negatives are for the very strong; most of us can wait.",
    "",
    "g chooses how strict that is: as the article, strict, on purpose, or quiet.",
    "Training advice, not medical advice. Pain ends failure work on a lift.",
)
"""What a new lifter reads."""


class StartScreen(Screen[None]):
    """Offers the sessions done lately, an empty one, and the ways to the past."""

    HELP = """
# Start

A digit starts a session as it was the last time: its exercises and sets become the plan.
`e` starts an empty one. A session that is open is gone on with at once.

One whose last set is over four hours old is asked about instead: Enter ends it at its last set,
`c` goes on with it. Without any set, Enter throws it away. `u` takes either back.
"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "none", "as last time", tooltip="1 to 9: plan it as last time.", id="start.n"),
        Binding("enter", "none", "go on", tooltip="Go on with the open session.", id="start.enter"),
        Binding("c", "none", "go on", tooltip="Go on with what was left open.", id="start.go-on"),
        Binding("e", "none", "empty", tooltip="Start an empty session.", id="start.empty"),
        Binding("d", "none", "fortnight", tooltip="The history dashboard.", id="start.dashboard"),
        Binding("l", "none", "sessions", tooltip="All sessions.", id="start.sessions"),
        Binding("u,U", "none", "undo, redo", tooltip="Take a step back; again.", id="start.u"),
        Binding("g", "none", "guide", tooltip="Choose which guide speaks.", id="start.guide"),
        Binding("comma", "none", "settings", tooltip="All settings.", id="start.settings"),
        Binding("question_mark", "none", "help", tooltip="This page.", id="start.help"),
        Binding("q", "none", "quit", tooltip="Leave lastset.", id="start.quit"),
    ]
    """Keys of this room; the screen takes them itself, so that none is overtaken."""

    def __init__(self, house: House) -> None:
        """Start sessions in this store."""
        super().__init__()
        self.house = house
        self._titles: tuple[tuple[str, datetime], ...] = ()
        self._open_one = self._forgotten = 0

    def compose(self) -> ComposeResult:
        """The rows, from top to bottom."""
        yield TopLine()
        yield Lines(id="choices")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        """Show what there is to start."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show it again; after an import that shows a habit, ask once which guide shall speak."""
        self.house.coach.forget()
        self.show()
        is_training = self.house.store.logging.open_session() is not None
        if not is_training and is_to_be_asked(self.house.store, self.house.clock()):
            self._open("presets")

    def show(self) -> None:
        """Show the titles done lately, with when and what."""
        now = self.house.clock()
        self._titles = self.house.store.history.titles()
        top = self.query_one(TopLine)
        top.place = Content.styled(day_in_words(local(now, self.house.zone).date()), "$quiet")
        top.status = status(self.house.coach.standing(now))
        open_one, forgotten = self._look()
        self.query_one(KeyLine).keys = ASKING_KEYS if forgotten else KEYS
        heads = question(self.house, forgotten) if forgotten else (START,)
        lines = [Content(""), *heads, Content("")]
        if trouble := self.house.store.keeping.settings_trouble:
            lines = [Content(""), *settings_trouble(trouble, self.app.size.width), *lines]
        for number, (title, last) in enumerate(self._titles, 1):
            lines.append(self._choice(number, title, last, now))
        if self._titles:
            lines.append(Content(""))
        if open_one is not None and forgotten is None:
            name = open_one.title or "the open session"
            lines.append(Content.assemble(("Enter", "bold $accent"), f"  go on with {name}"))
        lines.append(Content.assemble(("e", "bold $accent"), "  an empty session"))
        if not self._titles and open_one is None:
            lines += [Content(""), *(Content.styled(line, "$quiet") for line in WELCOME)]
        self.query_one("#choices", Lines).lines = tuple(lines)

    def _look(self) -> tuple[Session | None, Session | None]:
        """The open session, and the same where it must be asked about; both are remembered."""
        open_one = self.house.store.logging.open_session()
        forgotten = forgotten_session(self.house)
        self._open_one = open_one.id if open_one else 0
        self._forgotten = forgotten.id if forgotten else 0
        return open_one, forgotten

    def _choice(self, number: int, title: str, last: datetime, now: datetime) -> Content:
        session = self.house.store.history.last_titled(title, now)
        width = min(24, max(len(one) for one, _ in self._titles))
        names = [short_name(block.exercise.name) for block in session.blocks] if session else []
        date = local(last, self.house.zone).date()
        is_recent = (now - last).days < DAYS_WITHOUT_YEAR
        day = day_in_words(date) if is_recent else long_day_in_words(date)
        when = f"{day}, {distance_in_words(last, now)}"
        return Content.assemble(
            (str(number), "bold $accent"),
            f"  {shortened(title, width):<{width}}  ",
            (f"{when:<23}  ", "$quiet"),
            (", ".join(names), "$quiet"),
        )

    def on_key(self, event: events.Key) -> None:
        """Take a key at once, so that typing ahead stays exact."""
        character = (event.character or event.key).lower()
        if character.isdecimal() and 0 < int(character) <= len(self._titles):
            self._start_again(self._titles[int(character) - 1][0])
        elif event.key == "enter":
            self._enter()
        elif character == "c":
            self._go_on()
        elif character == "e":
            self._start(part_of_day(local(self.house.clock(), self.house.zone)), None)
        elif character in ROOMS_BY_KEY:
            self._open(ROOMS_BY_KEY[character])
        elif character == "u":
            self._walk((event.character or "") == "U")
        elif character == "q":
            self.app.exit()
        else:
            return
        event.stop()

    def _enter(self) -> None:
        """What Enter was said to do; where that has changed meanwhile, it is only said anew."""
        before = (self._open_one, self._forgotten)
        open_one, forgotten = self._look()
        if (self._open_one, self._forgotten) != before:
            self.show()
        elif forgotten is not None:
            self._answer(forgotten)
        elif open_one is not None:
            self._open("live")

    def _answer(self, forgotten: Session) -> None:
        """It is over: end it, and say so."""
        try:
            self.app.notify(end_it(self.house, forgotten), markup=False)
        except TrackerError as error:
            self._refuse(error)
        self.show()

    def _go_on(self) -> None:
        """It is not over: take it up again."""
        forgotten = forgotten_session(self.house)
        if forgotten is None:
            return
        try:
            go_on_with(self.house, forgotten)
        except TrackerError as error:
            self._refuse(error)
        else:
            self._open("live")

    def _refuse(self, error: TrackerError) -> None:
        """Say why nothing was done."""
        self.app.notify(error.message, severity="error", markup=False)

    def _walk(self, again: bool) -> None:
        """Take the last step back, or do it again: a session ended by mistake is open then."""
        editing = self.house.store.editing
        try:
            step = editing.redo() if again else editing.undo()
        except TrackerError as error:
            self._refuse(error)
            return
        word = "redo" if again else "undo"
        said = f"Nothing to {word}." if step is None else f"{word}: {step.label}"
        self.app.notify(said, markup=False)
        self.house.coach.forget()
        self.show()

    def _start_again(self, title: str) -> None:
        self._start(title, self.house.store.history.last_titled(title, self.house.clock()))

    def _start(self, title: str, like: Session | None) -> None:
        blocks = plan_again(like) if like else ()
        weight = self.house.coach.profile.body_weight
        try:
            if said := close_open_session(self.house):
                self.app.notify(said, markup=False)
            self.house.store.logging.start(
                self.house.clock(), self.house.zone, title, blocks, body_weight=weight
            )
        except TrackerError as error:
            self._refuse(error)
        else:
            self._open("live")

    def _open(self, name: str) -> None:
        self.app.push_screen(room(name, self.house))


def shortened(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def settings_trouble(trouble: str, width: int) -> tuple[Content, ...]:
    """What is wrong with the settings file, and what holds until it is mended."""
    first, *more = wrap(trouble, max(30, width - 6))
    return (
        Content.styled(f"▲ {first}", "bold $caution"),
        *(Content.styled(f"  {line}", "bold $caution") for line in more),
        Content.styled("  Until it is mended, defaults hold for what can't be read.", "$quiet"),
    )
