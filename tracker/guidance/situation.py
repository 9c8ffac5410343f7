"""What the guide looks at: the plan or the set, the session so far, bounded history, and now."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from tracker.exercise import Exercise
from tracker.guidance.advice import Moment
from tracker.guidance.ledger import Counting, Ledger, counting_of
from tracker.guidance.past_failure import PastFailure
from tracker.load import Load
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.session import Block, Session
from tracker.settings import Settings

__all__ = ["Facts", "FirstWorkSet", "Pain", "PastFailure", "Situation", "WeekBest"]


@dataclass(frozen=True, slots=True)
class FirstWorkSet:
    """The first work set of an exercise in a session of the last 28 days."""

    exercise_id: int
    session_id: int
    performed: PerformedSet


@dataclass(frozen=True, slots=True)
class WeekBest:
    """The set of one week that speaks for the highest one-rep maximum of a lift."""

    exercise: Exercise
    at: datetime
    grams: int
    """The estimated one-rep maximum; of sets whose effort was said."""


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain mark that is still active."""

    exercise: Exercise
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """History as the guide needs it: each field one bounded, indexed query.

    Nothing in it is later than the situation's `now`, and the running session is not in it.
    """

    failures: tuple[PastFailure, ...] = ()
    """Oldest first, the last 28 days (the window itself is cut by the guide)."""
    last_time: Block | None = None
    """The exercise's block in the latest earlier session that had work sets of it."""
    bench: tuple[PerformedSet, ...] = ()
    """Flat barbell bench press work sets within `gate.max_age_days`: the heaviest for each
    combination of reps and RIR."""
    previous_session: Session | None = None
    """The latest earlier session, whole."""
    pains: tuple[Pain, ...] = ()
    """Marks of the last 14 days that were not cleared."""
    first_work_sets: tuple[FirstWorkSet, ...] = ()
    """The last 28 days, oldest first."""
    heaviest: Load | None = None
    """The heaviest load of the exercise in 28 days."""
    muscle_days: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)
    """By primary muscle: starts of the sessions of 28 days that trained it, oldest first."""
    drop_ratios: tuple[float, ...] = ()
    """Reps of the next work set at the same load, divided by the reps of the failure set
    before it; the exercise's last 20."""
    own_exercises: tuple[Exercise, ...] = ()
    """Exercises the lifter has logged in the last 180 days, most used first."""
    rated_sets: int = 0
    """Work sets of the window whose effort was said."""
    work_sets: int = 0
    """Work sets of the window in all."""
    week_bests: tuple[WeekBest, ...] = ()
    """Week by week, oldest first, over `guidance.plateau_weeks`: of the exercise, or of all lifts
    where none is concerned."""
    _ledgers: dict[Counting, Ledger] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """By what makes a set count: its ledger, kept because the guide asks for it at each set."""

    def about(
        self,
        last_time: Block | None,
        heaviest: Load | None,
        drop_ratios: tuple[float, ...],
        week_bests: tuple[WeekBest, ...] = (),
    ) -> "Facts":
        """The same history seen from one exercise; what was counted already stays counted."""
        facts = replace(
            self,
            last_time=last_time,
            heaviest=heaviest,
            drop_ratios=drop_ratios,
            week_bests=week_bests,
        )
        facts._ledgers.update(self._ledgers)
        return facts

    def ledger(self, settings: Settings) -> Ledger:
        """The failures that count, with their costs and events, worked out once."""
        counting = counting_of(settings)
        known = self._ledgers.get(counting)
        if known is None:
            known = self._ledgers[counting] = Ledger.of(self.failures, settings)
        return known


@dataclass(frozen=True, slots=True)
class Situation:
    """One moment of a lifter's training, whole: `guide` needs nothing else."""

    moment: Moment
    now: datetime
    """Aware, in UTC."""
    zone: str
    """The IANA zone dates are said in."""
    profile: Profile
    settings: Settings
    facts: Facts = field(default_factory=Facts)
    session: Session | None = None
    """The running session, all planned exercises in order, the set just logged included."""
    block: Block | None = None
    """The exercise concerned, as it stands in the session; its plan says what is meant."""
    performed: PerformedSet | None = None
    """The set just logged (LOGGED) or typed (ENTRY)."""
    index: int | None = None
    """PLAN: the work set concerned, from 1; None judges the whole plan of the block."""
