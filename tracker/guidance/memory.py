"""History kept in memory session by session, and the facts the guide had of it at any time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TypeVar

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.failure import is_failure
from tracker.guidance.gate import is_gate_lift
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.place import stood_late
from tracker.guidance.recovery import session_end
from tracker.guidance.situation import Facts, FirstWorkSet, Pain, WeekBest
from tracker.load import Load, LoadKind
from tracker.one_rep_max import estimate
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings

Done = TypeVar("Done", PastFailure, FirstWorkSet)

RECENT = timedelta(days=28)
"""How far back the guide looks."""
_USED_OF_LATE = timedelta(days=180)
_PAIN = timedelta(days=14)
_MOST_RATIOS = 20


def may_fail(performed: PerformedSet) -> bool:
    """Whether a set may count as failure, whatever the settings say."""
    tagged = performed.failure not in (None, FailureType.NONE)
    past = performed.technique is not Technique.NONE
    return performed.is_work_set and (tagged or past or performed.rir == 0)


class Memory:
    """Sessions that are over, oldest first, read once each.

    It holds what the store's queries would find, so that a whole history can be replayed without
    one query for each set.
    """

    def __init__(self, settings: Settings, pains: tuple[Pain, ...] = ()) -> None:
        """Remember nothing yet but the marks of pain, oldest first."""
        self._settings = settings
        self._pains = pains
        self._sessions: list[Session] = []
        self._failures: list[PastFailure] = []
        self._openings: list[FirstWorkSet] = []
        self._bench: list[PerformedSet] = []
        self._last: dict[int, Block] = {}
        self._sets: dict[int, list[PerformedSet]] = defaultdict(list)
        self._ratios: dict[int, list[float]] = defaultdict(list)

    def add(self, session: Session) -> None:
        """Remember a session that is over."""
        if session.last_set_at is None:
            return
        self._sessions.append(session)
        self._failures += sorted(failures_of(session), key=lambda one: one.performed.at)
        opened: set[int] = set()
        for block in session.blocks:
            sets = block.work_sets
            exercise = block.exercise
            if not sets:
                continue
            if exercise.id not in opened:
                opened.add(exercise.id)
                self._openings.append(FirstWorkSet(exercise.id, session.id, sets[0]))
            self._last[exercise.id] = block
            self._sets[exercise.id] += sets
            self._ratios[exercise.id] += _ratios(sets, self._settings)
            if is_gate_lift(exercise):
                self._bench += [one for one in sets if one.load and one.reps]

    def facts(self, at: datetime) -> Facts:
        """The history at a time, whatever the exercise."""
        return Facts(
            failures=_later(self._failures, at - RECENT),
            bench=self._best_bench(at),
            previous_session=self._sessions[-1] if self._sessions else None,
            pains=tuple(one for one in self._pains if at - _PAIN < one.at <= at),
            first_work_sets=_later(self._openings, at - RECENT),
            muscle_days=self._muscle_days(at),
            own_exercises=self._own_exercises(at),
        )

    def about(self, facts: Facts, exercise: Exercise, at: datetime) -> Facts:
        """The same history with what is known of one exercise."""
        return facts.about(
            last_time=self._last.get(exercise.id),
            heaviest=self._heaviest(exercise, at),
            drop_ratios=tuple(self._ratios[exercise.id][-_MOST_RATIOS:]),
            week_bests=self._week_bests(exercise, at),
        )

    def _week_bests(self, exercise: Exercise, at: datetime) -> tuple[WeekBest, ...]:
        weeks = self._settings.whole("guidance.plateau_weeks")
        sets = self._sets[exercise.id]
        best: dict[int, WeekBest] = {}
        for one in sets[bisect_right(sets, at - timedelta(weeks=weeks), key=lambda one: one.at) :]:
            if one.load is None or one.load.kind is not LoadKind.TOTAL or one.rir is None:
                continue
            made = estimate(one.load.grams, one.reps or 0, one.rir)
            week = (at - one.at) // timedelta(weeks=1)
            if made and (week not in best or made.grams > best[week].grams):
                best[week] = WeekBest(exercise, one.at, made.grams)
        return tuple(sorted(best.values(), key=lambda one: one.at))

    def _heaviest(self, exercise: Exercise, at: datetime) -> Load | None:
        sets = self._sets[exercise.id]
        recent = sets[bisect_right(sets, at - RECENT, key=lambda one: one.at) :]
        kinds = (LoadKind.TOTAL, LoadKind.ADDED)
        loads = [one.load for one in recent if one.load and one.load.kind in kinds]
        return max(loads, key=lambda one: one.grams, default=None)

    def _best_bench(self, at: datetime) -> tuple[PerformedSet, ...]:
        oldest = at - timedelta(days=self._settings.whole("gate.max_age_days"))
        best: dict[tuple[int | None, float | None], PerformedSet] = {}
        for one in self._bench:
            known = best.get((one.reps, one.rir))
            if one.at > oldest and (known is None or _grams(one) > _grams(known)):
                best[one.reps, one.rir] = one
        return tuple(best.values())

    def _muscle_days(self, at: datetime) -> dict[str, tuple[datetime, ...]]:
        days: dict[str, list[datetime]] = defaultdict(list)
        for session in self._since(at - RECENT):
            muscles = {block.exercise.primary for block in session.blocks if block.work_sets}
            for muscle in muscles:
                days[muscle].append(session.started_at)
        return {muscle: tuple(starts) for muscle, starts in days.items()}

    def _own_exercises(self, at: datetime) -> tuple[Exercise, ...]:
        times: dict[int, int] = defaultdict(int)
        lifts: dict[int, Exercise] = {}
        for session in self._since(at - _USED_OF_LATE):
            for block in session.blocks:
                if block.sets:
                    lifts[block.exercise.id] = block.exercise
                    times[block.exercise.id] += 1
        return tuple(lifts[one] for one in sorted(lifts, key=lambda one: (-times[one], one)))

    def _since(self, instant: datetime) -> list[Session]:
        first = bisect_right(self._sessions, instant, key=lambda one: one.started_at)
        return self._sessions[first:]


def _later(sets: Sequence[Done], instant: datetime) -> tuple[Done, ...]:
    return tuple(sets[bisect_right(sets, instant, key=lambda one: one.performed.at) :])


def _grams(performed: PerformedSet) -> int:
    return performed.load.grams if performed.load else 0


def failures_of(session: Session) -> Iterator[PastFailure]:
    """The sets of a session that is over which may count as failure."""
    last = session.last_set_at
    if last is None:
        return
    end = session_end(session.started_at, session.ended_at, last)
    done = [block for block in session.blocks if block.sets]
    for position, block in enumerate(done):
        sets = block.work_sets
        in_all = max(len(sets), block.sets_planned or 0)
        late = stood_late([one.exercise for one in done], position)
        for index, one in enumerate(sets, 1):
            if may_fail(one):
                yield PastFailure(block.exercise, session.id, end, one, index, in_all, late)


def _ratios(sets: tuple[PerformedSet, ...], settings: Settings) -> list[float]:
    """Reps after each failure at the same load, as a share of the failure's."""
    counted = [one for one in sets if one.reps]
    return [
        (after.reps or 0) / (failed.reps or 1)
        for failed, after in pairwise(counted)
        if is_failure(failed, settings) and _weighs_alike(failed.load, after.load)
    ]


def _weighs_alike(one: Load | None, other: Load | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.grams == other.grams and one.kind is other.kind
