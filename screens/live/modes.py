"""Modes of the entry line: it looks for an exercise, takes a note, edits a set, asks to finish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from screens.live.desk import Desk, Reply
from screens.live.swap import swap
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.guessed_muscle import guess_muscle
from tracker.guidance.advice import Severity
from tracker.safety import Safety
from tracker.session import Block

Ranker = Callable[[str, Exercise | None], list[Exercise]]
"""Exercises for a query, best first; what may stand in for an exercise before any is typed."""


class Mode:
    """What the line is for when it does not log a set."""

    is_done = False
    """The mode is over."""
    carry = ""
    """What the line holds when the mode is over."""

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
    options: list[Exercise] = field(default_factory=list)

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
            self.query, self.chosen = text, 0
            self.options = self.rank(text, self.swapped)

    def key(self, key: str) -> bool:
        """Up and down choose."""
        if key in ("down", "up", "tab"):
            most = len(self.options) - (0 if self.can_create else 1)
            step = -1 if key == "up" else 1
            self.chosen = max(0, min(most, self.chosen + step))
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
        if self.swapped is not None and self.desk.block is not None:
            return Reply("", swap(self.desk, exercise))
        logging = self.desk.house.store.logging
        undone = [
            one
            for one in self.desk.session.blocks
            if one.exercise.id == exercise.id and not one.sets
        ]
        if undone:
            self.desk.focus(undone[0])
            return Reply()
        block_id = logging.add_block(self.desk.session.id, Block(exercise=exercise))
        self.desk.reload()
        added = next(one for one in self.desk.session.blocks if one.id == block_id)
        self.desk.focus(added)
        return Reply()


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
        return (*names, ("w", "bw: an entry"), ("Enter", "done"))

    def safety(self) -> Safety:
        """What was said so far."""
        block = self.desk.block
        assert block is not None
        return block.safety.over(block.exercise.safety)

    def key(self, key: str) -> bool:
        """Turn one answer on."""
        if key.lower() == "w":
            # `bw` begins an entry: the body alone.
            self.carry, self.is_done = "bw", True
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
        """`y` ends it, `n` goes on."""
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
