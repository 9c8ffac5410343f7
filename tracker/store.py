"""What the screens ask of the store: narrow protocols, handed over in one bundle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from tracker.bests import Bests
from tracker.exercise import Exercise
from tracker.guidance.situation import Facts, PastFailure
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.session import Block, Session
from tracker.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """One step that undo or redo took."""

    label: str
    """What the step had done, in words."""
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as the list shows it."""

    id: int
    title: str
    started_at: datetime
    ended_at: datetime | None
    zone: str
    exercises: tuple[str, ...]
    sets: int
    """Work sets."""
    failure_sets: int
    is_open: bool = False
    is_time_known: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class DayLine:
    """What one local day held."""

    sessions: int
    sets: int
    """Work sets."""
    titles: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    """Primary muscles, most sets first."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verdict shown before a set, and what the lifter then did."""

    at: datetime
    exercise: str
    rules: tuple[str, ...]
    severity: str
    """The gravest shown: `info`, `caution`, `warning` or `stop`."""
    outcome: str
    """`pending`, `heeded` or `overridden`."""
    session_id: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What a live session holds beside its sets: the half-typed entry, kept across a kill."""

    session_id: int
    text: str
    rest_from: datetime | None = None
    """When the rest timer was started anew; None where it runs from the last set."""


class Logging(Protocol):
    """Logging a session: each call is one transaction, durable when it returns."""

    def open_session(self) -> Session | None:
        """The session that is open; the latest where several are."""

    def session_at(self, at: datetime) -> Session | None:
        """The session that covers the time: open or ended, within 4 h of its last set."""

    def start(
        self,
        at: datetime,
        zone: str,
        title: str = "",
        blocks: Sequence[Block] = (),
        body_weight: Load | None = None,
    ) -> Session:
        """Open a session with its planned exercises; returns it as stored."""

    def add_block(self, session_id: int, block: Block, before: int | None = None) -> int:
        """Add an exercise at the end, or before the block of that id; returns the block's id."""

    def hand_over(self, session_id: int, done: Block, rest: Block) -> int:
        """End a block where it stands and put another one behind it; returns the new one's id."""

    def change_block(self, block: Block) -> None:
        """Keep the block's plan, place, safety, note, superset and skip mark."""

    def change_blocks(self, blocks: Sequence[Block], label: str) -> None:
        """Keep several blocks as one step."""

    def swap_exercise(self, block_id: int, exercise_id: int) -> None:
        """Give the block, and the sets in it, another exercise; of the plan its length stays."""

    def order_blocks(self, session_id: int, block_ids: Sequence[int]) -> None:
        """Put the session's blocks into this order."""

    def log(self, block_id: int, sets: Sequence[PerformedSet], label: str = "") -> tuple[int, ...]:
        """Log sets at the block's end as one step; returns their ids."""

    def finish(self, session_id: int, at: datetime) -> None:
        """End the session: then, or with its last set where it was silent for over four hours."""

    def leave(self, session_id: int) -> None:
        """Let a session be open no longer, its end left unsaid."""

    def reopen(self, session_id: int) -> None:
        """Open an ended session again."""

    def discard(self, session_id: int) -> None:
        """Delete the session with all that is in it, as one step."""


class Editing(Protocol):
    """Changing what stands; every call is one step of the undo journal."""

    def change_sets(self, sets: Sequence[PerformedSet], label: str) -> None:
        """Write these sets over the stored ones of the same ids."""

    def insert_set(
        self, block_id: int, performed: PerformedSet, after: int | None, label: str = ""
    ) -> int:
        """Insert a set after the set of that id, or first; returns its id."""

    def delete_sets(self, set_ids: Sequence[int], label: str) -> None:
        """Delete sets."""

    def move_set(self, set_id: int, block_id: int, after: int | None) -> None:
        """Move a set behind another one, or to the block's start."""

    def delete_block(self, block_id: int) -> None:
        """Delete an exercise of a session with its sets."""

    def change_session(self, session: Session) -> None:
        """Keep title, note, body weight, start and end; a new start moves the sets with it."""

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""

    def redo(self) -> Step | None:
        """Do the last step that was undone again."""


class History(Protocol):
    """Reading what was done; every query is bounded and indexed."""

    def session(self, session_id: int) -> Session:
        """One session, whole."""

    def sessions(
        self,
        settings: Settings,
        limit: int = 200,
        before: datetime | None = None,
        query: str = "",
        until: datetime | None = None,
    ) -> tuple[SessionLine, ...]:
        """Sessions, newest first; `query` matches titles and exercise names."""

    def neighbours(self, session_id: int) -> tuple[int | None, int | None]:
        """Ids of the session before and the one after."""

    def last_block(self, exercise_id: int, before: datetime, not_in: int = 0) -> Block | None:
        """The exercise's block in the latest earlier session with work sets of it."""

    def last_titled(self, title: str, before: datetime) -> Session | None:
        """The latest finished session of that title."""

    def titles(self, limit: int = 9) -> tuple[tuple[str, datetime], ...]:
        """Session titles with when each was last done, latest first."""

    def facts(
        self,
        at: datetime,
        settings: Settings,
        exercise: Exercise | None = None,
        session_id: int = 0,
    ) -> Facts:
        """The guide's history at a time, without the session given."""

    def failures(self, after: datetime, until: datetime) -> tuple[PastFailure, ...]:
        """Sets that may count as failure in (after, until], oldest first."""

    def failure_instants(
        self, after: datetime, until: datetime, settings: Settings
    ) -> tuple[datetime, ...]:
        """Instants of the failure events (exercise × session) in (after, until]."""

    def days(self, after: datetime, until: datetime) -> Mapping[date, DayLine]:
        """By local date: what was done in (after, until]."""

    def rated(self, after: datetime, until: datetime) -> tuple[int, int]:
        """Work sets whose effort was said, and work sets in all."""

    def failed_blocks(
        self,
        after: datetime,
        until: datetime,
        settings: Settings,
        exercise_id: int | None = None,
    ) -> tuple[Block, ...]:
        """Blocks in which a set failed in (after, until], with their work sets, oldest first.

        With an exercise's id, its blocks alone.
        """

    def bests(self, exercise: Exercise, before: datetime, not_in: int = 0) -> Bests:
        """What the exercise's sets up to a time have reached, without the session given."""

    def acts(self, after: datetime, until: datetime) -> tuple[Act, ...]:
        """Verdicts shown and what became of them."""


class Catalogue(Protocol):
    """The exercises."""

    def exercises(self) -> tuple[Exercise, ...]:
        """All of them, by name."""

    def usage(self) -> Mapping[int, float]:
        """By exercise id: how often and how recently it was logged, greater is more."""

    def add(self, exercise: Exercise) -> Exercise:
        """Keep an exercise of the lifter's own; returns it with its id."""

    def change(self, exercise: Exercise) -> None:
        """Keep an exercise's class, set-up line, safety, step and rest."""


class Keeping(Protocol):
    """What is kept beside the log."""

    def profile(self) -> Profile:
        """The lifter."""

    def save_profile(self, profile: Profile) -> None:
        """Keep the lifter."""

    def settings(self) -> Settings:
        """The settings in force, from the settings file."""

    def forgive_settings(self) -> None:
        """From now on read what fits of a settings file that is wrong somewhere."""

    @property
    def settings_trouble(self) -> str:
        """What was wrong with the settings file when it was last read; empty where nothing was."""

    def save_setting(self, name: str, value: object) -> None:
        """Write one setting to the settings file; None takes it back to its default."""

    def record_act(self, act: Act) -> int:
        """Keep a verdict that was shown; returns its id."""

    def settle_act(self, act_id: int, outcome: str) -> None:
        """Say what became of a verdict."""

    def mark_pain(self, exercise_id: int, at: datetime) -> None:
        """Note pain on an exercise."""

    def clear_pain(self, exercise_id: int, at: datetime) -> None:
        """The pain is gone."""

    def draft_line(self) -> DraftLine | None:
        """The half-typed entry; None without one."""

    def keep_draft_line(self, line: DraftLine | None) -> None:
        """Keep the half-typed entry beside the database; None forgets it."""

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the database since the last call."""


@dataclass(frozen=True, slots=True)
class Store:
    """All that the screens are given."""

    logging: Logging
    editing: Editing
    history: History
    catalogue: Catalogue
    keeping: Keeping
