"""Modes of the entry line: it looks for an exercise, asks who stands by, asks to finish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from screens.exercise_search import is_accounted_for
from screens.live.desk import Desk, Reply
from screens.live.swap import swap
from screens.live.take import take
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.guessed_muscle import guess_muscle
from tracker.guidance.advice import Severity
from tracker.safety import NOTHING_SAID, Safety

Ranker = Callable[[str, Exercise | None], list[Exercise]]
"""Exercises for a query, best first; what may stand in for an exercise before any is typed."""

GONE = "the exercise is no longer in the session"
"""Said where another program deleted what a mode was about."""

BEGIN_AN_ENTRY = frozenset("0123456789x@+-!taw")
"""Keys that begin an entry on the empty line; who types one in a mode of single keys means one."""


class Mode:
    """What the line is for when it does not log a set."""

    is_done = False
    """The mode is over."""
    carry = ""
    """What the line holds when the mode is over."""
    block_id = 0
    """The exercise that was in hand when it began; 0 without one."""

    @property
    def is_of_exercise(self) -> bool:
        """It is about the exercise in hand, and over when that is gone."""
        return True

    def is_gone(self, desk: Desk) -> bool:
        """Its exercise is not in hand any more: another program took it out of the session."""
        is_in_hand = desk.block is not None and desk.block_id == self.block_id
        return self.is_of_exercise and self.block_id != 0 and not is_in_hand

    @property
    def is_start_selected(self) -> bool:
        """What the line holds at first gives way to what is typed."""
        return False

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return ""

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        return (("Enter", "keep it"), ("Esc", "back"))

    def changed(self, text: str) -> None:
        """The line holds this now."""

    def start_text(self) -> str:
        """What the line holds at first."""
        return ""

    def hint(self, text: str) -> str:
        """What is said under the line."""
        return ""

    def key(self, key: str) -> bool:
        """Take a key that is no text; true when it was taken."""
        return False

    def submit(self, text: str) -> Reply:
        """Take the line."""
        self.is_done = True
        return Reply()


@dataclass
class Find(Mode):
    """Looks for an exercise: to add it, to go to it, or to swap the one in hand for it."""

    desk: Desk
    rank: Ranker
    swapped: Exercise | None = None
    """The exercise that another one is sought for; None to add one or go to it."""
    query: str = ""
    chosen: int = 0
    """The place among the options; behind the last of them, an exercise of the lifter's own."""
    options: list[Exercise] = field(default_factory=list)
    is_own_first: bool = False
    """No option accounts for all that was typed: an exercise of one's own is meant."""

    @property
    def is_of_exercise(self) -> bool:
        """Only a swap is about the exercise in hand."""
        return self.swapped is not None

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "swap for" if self.swapped else "find"

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        return (("a-z", "part of a name"), ("↑↓", "choose"), ("Enter", "take it"), ("Esc", "back"))

    def changed(self, text: str) -> None:
        """Look for this."""
        if text != self.query or not self.options:
            self.query = text
            self.options = self.rank(text, self.swapped)
            known = self.desk.house.store.catalogue.exercises()
            self.is_own_first = self.can_create and not is_accounted_for(text, known)
            self.chosen = next(iter(self._places), 0)

    @property
    def _places(self) -> list[int]:
        """What can be chosen, from top to bottom."""
        options, own = range(len(self.options)), [len(self.options)] if self.can_create else []
        return [*own, *options] if self.is_own_first else [*options, *own]

    def key(self, key: str) -> bool:
        """Up and down choose."""
        if key in ("down", "up", "tab"):
            places = self._places
            if self.chosen in places:
                there = places.index(self.chosen) + (-1 if key == "up" else 1)
                self.chosen = places[max(0, min(len(places) - 1, there))]
            return True
        return False

    @property
    def can_create(self) -> bool:
        """Whether what was typed may become an exercise of the lifter's own."""
        typed = " ".join(self.query.split()).lower()
        return bool(typed) and all(one.name.lower() != typed for one in self.options)

    def hint(self, text: str) -> str:
        """What is said under the line."""
        return "↑↓ choose · Enter takes it · Esc back"

    def submit(self, text: str) -> Reply:
        """Take the chosen exercise."""
        self.changed(text)
        if self.chosen >= len(self.options):
            if not self.can_create:
                return Reply(text, "Type part of a name.", Severity.INFO)
            return self._create(" ".join(text.split()))
        self.is_done = True
        return self._take(self.options[self.chosen])

    def _create(self, name: str) -> Reply:
        catalogue = self.desk.house.store.catalogue
        try:
            made = catalogue.add(own_exercise(name, guess_muscle(name, catalogue.exercises())))
        except TrackerError as error:
            return Reply(name, error.message, Severity.CAUTION)
        self.is_done = True
        self._take(made)
        return Reply("", f"“{made.name}” is new: `v` asks what the guide must know of it.")

    def _take(self, exercise: Exercise) -> Reply:
        if self.swapped is None:
            return Reply("", take(self.desk, exercise))
        if exercise.id == self.swapped.id:
            return Reply("", f"{exercise.name} is in hand already: nothing was swapped")
        return Reply("", swap(self.desk, exercise))


def own_exercise(name: str, muscle: str = "") -> Exercise:
    """An exercise of the lifter's own before its questions are answered."""
    return Exercise(0, name, primary=muscle, is_custom=True, is_classified=False)


@dataclass
class Stand(Mode):
    """Asks who or what stands by: each letter goes from not said to yes, no, and back."""

    desk: Desk

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "standing by"

    KEYS: ClassVar[Mapping[str, str]] = {"s": "spotter", "f": "safeties", "p": "partner"}
    """Which letter asks for which answer."""

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        names = tuple((key, name) for key, name in self.KEYS.items())
        return (*names, ("Enter", "done"))

    def safety(self) -> Safety:
        """What was said so far; nothing, where the exercise is gone."""
        block = None if self.is_gone(self.desk) else self.desk.block
        return block.safety.over(block.exercise.safety) if block else NOTHING_SAID

    def key(self, key: str) -> bool:
        """Turn one answer on."""
        if key.lower() in "0123456789w":
            # A digit begins an entry, and `bw` is the body alone.
            self.carry, self.is_done = "bw" if key.lower() == "w" else key, True
            return True
        name = self.KEYS.get(key.lower())
        block = self.desk.block
        if name is None or block is None:
            return len(key) == 1
        answers = {None: True, True: False, False: None}
        safety = replace(self.safety(), **{name: answers[getattr(self.safety(), name)]})
        store = self.desk.house.store
        store.logging.change_block(replace(block, safety=safety))
        store.catalogue.change(replace(block.exercise, safety=safety))
        self.desk.reload()
        return True

    def hint(self, text: str) -> str:
        """The three answers."""
        if self.is_gone(self.desk):
            return GONE
        said = {None: "?", True: "yes", False: "no"}
        safety = self.safety()
        words = [f"{key} {name}: {said[getattr(safety, name)]}" for key, name in self.KEYS.items()]
        return "   ".join(words) + "   Enter done"


@dataclass
class Finish(Mode):
    """Asks whether the session is over."""

    desk: Desk
    finish: Callable[[], None]

    @property
    def is_of_exercise(self) -> bool:
        """It is about the session."""
        return False

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "finish?"

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        return (("y", "ends the session"), ("n", "goes on"), ("Esc", "goes on"))

    def hint(self, text: str) -> str:
        """What there is to answer."""
        undone = sum(
            max(0, (one.sets_planned or 0) - len(one.work_sets))
            for one in self.desk.session.blocks
            if not one.skipped
        )
        words = "planned set is" if undone == 1 else "planned sets are"
        left = f"{undone} {words} undone. " if undone else ""
        return f"{left}y or Enter ends the session · n or Esc goes on"

    def key(self, key: str) -> bool:
        """`y` ends it, `n` goes on, and so does what begins an entry."""
        if key.lower() in BEGIN_AN_ENTRY:
            # Else the Enter of that entry would end the session.
            self.carry, self.is_done = key, True
            return True
        if key.lower() not in ("y", "n"):
            return len(key) == 1
        self.is_done = True
        if key.lower() == "y":
            self.finish()
        return True

    def submit(self, text: str) -> Reply:
        """Enter ends it."""
        self.is_done = True
        self.finish()
        return Reply()
