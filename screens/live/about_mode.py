"""The entry line as a notebook: what is to be known of the exercise in hand and of the session."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from screens.live.desk import Desk, Reply
from screens.live.modes import GONE, Mode
from tracker.duration_reading import read_duration
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.guidance.advice import Severity
from tracker.load import Load, LoadKind, bodyweight
from tracker.load_reading import USUAL, read_bar, read_load, read_step
from tracker.when import duration_in_words

LONGEST_REST = 3600
"""Seconds."""

Keep = Callable[[], None]
"""Keeps what was read."""


@dataclass(frozen=True, slots=True)
class About:
    """One thing that can be written down."""

    name: str
    hint: str
    stored: Callable[[Desk], str]
    """What stands in it now, as it is typed."""
    read: Callable[[Desk, str], Keep]
    """Reads what was typed; raises a `TrackerError` where it fits not."""
    is_of_session: bool = False
    """It belongs to the session, and can be written without an exercise."""
    is_figure: bool = False
    """It is typed anew rather than edited: what stands in it gives way."""


def _exercise(desk: Desk) -> Exercise:
    assert desk.block is not None
    return desk.block.exercise


def _change(desk: Desk, changed: Exercise) -> Keep:
    return lambda: desk.house.store.catalogue.change(changed)


def _block_note(desk: Desk) -> str:
    return desk.block.note if desk.block else ""


def _note(desk: Desk, text: str) -> Keep:
    block = desk.block
    assert block is not None
    return lambda: desk.house.store.logging.change_block(replace(block, note=text))


def _set_up(desk: Desk, text: str) -> Keep:
    return _change(desk, replace(_exercise(desk), set_up=text))


def _rest(desk: Desk, text: str) -> Keep:
    seconds = read_duration(text, LONGEST_REST)
    return _change(desk, replace(_exercise(desk), rest_seconds=seconds))


def _session_note(desk: Desk, text: str) -> Keep:
    return lambda: desk.house.store.editing.change_session(replace(desk.session, note=text))


def _weight_text(desk: Desk) -> str:
    weight = desk.session.body_weight
    return str(weight) if weight else ""


def _weight(desk: Desk, text: str) -> Keep:
    weight = _body_weight(text, desk) if text else None

    def keep() -> None:
        store, coach = desk.house.store, desk.house.coach
        store.editing.change_session(replace(desk.session, body_weight=weight))
        profile = replace(coach.profile, body_weight=weight or coach.profile.body_weight)
        store.keeping.save_profile(profile)
        coach.keep_profile(profile)

    return keep


def _body_weight(text: str, desk: Desk) -> Load:
    try:
        weight = read_load(text, desk.house.coach.profile.unit)
    except TrackerError:
        weight = bodyweight()
    if weight.kind is not LoadKind.TOTAL or not weight.value:
        raise TrackerError(f"{text!r} is no body weight.", text, "82.5kg or 180lb")
    return weight


def _step(desk: Desk, text: str) -> Keep:
    exercise = _exercise(desk)
    return _change(desk, replace(exercise, step=read_step(text, exercise)))


def _bar(desk: Desk, text: str) -> Keep:
    return _change(desk, replace(_exercise(desk), bar=read_bar(text or USUAL, desk.unit())))


FIELDS = (
    About("note", "a note on this exercise today", _block_note, _note),
    About(
        "set-up",
        "seat, pin, grip: shown under the exercise for ever",
        lambda desk: _exercise(desk).set_up,
        _set_up,
    ),
    About(
        "session note",
        "a note on the whole session",
        lambda desk: desk.session.note,
        _session_note,
        is_of_session=True,
    ),
    About(
        "body weight",
        "today's: pull-ups and dips are counted with it",
        _weight_text,
        _weight,
        is_of_session=True,
        is_figure=True,
    ),
    About(
        "rest",
        "how long to rest after an ordinary set of it: 2:30, 90s, 3m",
        lambda desk: duration_in_words(_exercise(desk).rest_seconds),
        _rest,
        is_figure=True,
    ),
    About(
        "step",
        "how much one press of the up key adds: 2.5, 5lb",
        lambda desk: str(_exercise(desk).step),
        _step,
        is_figure=True,
    ),
    About(
        "bar",
        "what the empty bar or sled weighs, for the plates: 20, 45lb, 0, usual",
        lambda desk: str(_exercise(desk).bar or USUAL),
        _bar,
        is_figure=True,
    ),
)
"""What can be written down, in the order of the Tab key."""


@dataclass
class AboutMode(Mode):
    """Takes notes and figures, one field after the other; Enter keeps all that were changed."""

    desk: Desk
    at: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    """What was typed, by field."""

    @property
    def fields(self) -> tuple[About, ...]:
        """What can be written down now."""
        return tuple(one for one in FIELDS if one.is_of_session or self.block_id != 0)

    @property
    def field_in_hand(self) -> About:
        """The one the line holds."""
        return self.fields[self.at]

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return self.field_in_hand.name

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        return (("Enter", "keep all"), ("Tab", "the next field"), ("Esc", "back"))

    @property
    def is_start_selected(self) -> bool:
        """A figure gives way to what is typed; a note is gone on with."""
        return self.field_in_hand.is_figure

    def start_text(self) -> str:
        """What was typed for the field, else what stands in it."""
        one = self.field_in_hand
        return self.texts.get(one.name, one.stored(self.desk))

    def changed(self, text: str) -> None:
        """Hold the text for its field."""
        self.texts[self.prompt] = text

    def key(self, key: str) -> bool:
        """Tab and the arrows go from field to field; what was typed stays."""
        by = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}.get(key)
        if by is None:
            return False
        self.at = (self.at + by) % len(self.fields)
        return True

    def hint(self, text: str) -> str:
        """What the field is for, and which others there are."""
        if self.is_gone(self.desk):
            return GONE
        others = " · ".join(one.name for one in self.fields if one.name != self.prompt)
        return f"{self.field_in_hand.hint}   Tab: {others}"

    def submit(self, text: str) -> Reply:
        """Keep every text that was changed; where one can't be read, none is kept."""
        self.changed(text)
        said: list[str] = []
        for at, one in enumerate(self.fields):
            typed = self.texts.get(one.name)
            if typed is None or typed.strip() == one.stored(self.desk):
                continue
            try:
                one.read(self.desk, typed.strip())
            except TrackerError as error:
                self.at = at
                return Reply(typed, f"{one.name}: {error.message} {fits(error)}", Severity.CAUTION)
            said.append(one.name)
        self.is_done = True
        # One after the other, each over what the one before has changed.
        for one in self.fields:
            if one.name in said:
                one.read(self.desk, self.texts[one.name].strip())()
                self.desk.reload()
            if self.is_gone(self.desk):
                return Reply("", GONE, Severity.CAUTION)
        return Reply("", f"{', '.join(said)} kept" if said else "")


def fits(error: TrackerError) -> str:
    """What would fit, where the error knows it."""
    is_said = not error.expected or error.expected in error.message
    return "" if is_said else f"It takes {error.expected}."
