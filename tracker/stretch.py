"""What an exercise's finished sets show: the load that counts, the reps wanted, what was left."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.bests import reps_done
from tracker.draft import target_rir
from tracker.exercise import Exercise, ExerciseClass
from tracker.failure import is_failure
from tracker.load import Load, LoadKind
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.session import Block
from tracker.settings import Settings

_OVERSHOOT = 2
"""Reps above the range that still belong to it, where no other range was planned."""
_LIGHT_PART, _LIGHT_WHOLE = 2, 3
"""What is under two thirds of the heaviest load led up to it, however often it was lifted."""
_TOTAL = 1
"""Orders what was moved in all before what was added to the body or taken off it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The work sets that were counted in reps, read for what to do next."""

    exercise: Exercise
    settings: Settings
    sets: tuple[PerformedSet, ...]
    """All of them, in order."""
    counting: tuple[PerformedSet, ...]
    """Those at the heaviest load that two or more sets were done with, else at the heaviest."""
    plan: tuple[PlannedSet, ...]
    """The plan of those that count, as far as there was one."""

    @property
    def lo(self) -> int:
        """The lower end of the guide's range."""
        return self.settings.whole("reps.lo")

    @property
    def hi(self) -> int:
        """The upper end of the guide's range."""
        return self.settings.whole("reps.hi")

    @property
    def load(self) -> Load | None:
        """The load that counts."""
        return self.counting[0].load

    @property
    def asked(self) -> int | None:
        """Reps that were planned, the middle one of different counts; None where none were.

        Those of a set that then failed may be last time's all-out ones: others go before them.
        """
        pairs = list(zip(self.counting, self.plan, strict=False))
        kept = [plan for one, plan in pairs if not is_failure(one, self.settings)]
        reps = _reps_planned(kept) or _reps_planned(self.plan)
        return reps[(len(reps) - 1) // 2] if reps else None

    @property
    def goal(self) -> int:
        """Reps that all sets should have: those planned, else those of the best one.

        An all-out set is no measure for the others.
        """
        return self.asked or max(1, *map(reps_done, self.short_of_failure or self.counting))

    @property
    def best(self) -> int:
        """Reps wanted after a failure: those planned, else the most that were done."""
        return self.asked or max(1, *map(reps_done, self.counting))

    @property
    def lowest(self) -> int:
        """Reps of the set with the fewest."""
        return min(map(reps_done, self.counting))

    @property
    def is_reached(self) -> bool:
        """Whether all sets had the reps they should have."""
        return self.lowest >= self.goal

    @property
    def is_high(self) -> bool:
        """Whether the lifter's own range lies above the guide's."""
        if self.asked is not None:
            return self.asked > self.hi
        return self.lowest > self.hi + _OVERSHOOT

    @property
    def is_own(self) -> bool:
        """Whether the lifter's own range lies outside the guide's."""
        return self.goal < self.lo or self.is_high

    @property
    def failed_early(self) -> PerformedSet | None:
        """The first set that failed with sets still to come, or that was the only one."""
        sets = self.sets[:-1] or self.sets
        return next((one for one in sets if is_failure(one, self.settings)), None)

    @property
    def missed(self) -> PerformedSet | None:
        """The first counting set without a complete rep."""
        return next((one for one in self.counting if not reps_done(one)), None)

    @property
    def short_of_failure(self) -> tuple[PerformedSet, ...]:
        """The counting sets whose effort says something: an all-out last one is not asked."""
        return tuple(one for one in self.counting if not is_failure(one, self.settings))

    @property
    def is_effort_known(self) -> bool:
        """Whether the last of them, which was the hardest, was rated."""
        sets = self.short_of_failure
        return bool(sets) and sets[-1].rir is not None

    @property
    def is_every_effort_known(self) -> bool:
        """Whether all of them were rated."""
        return all(one.rir is not None for one in self.short_of_failure)

    @property
    def least_left(self) -> float:
        """The fewest reps that one of them left; 0 where none was rated."""
        return min((one.rir for one in self.short_of_failure if one.rir is not None), default=0.0)

    @property
    def able(self) -> float:
        """Reps to failure that the weakest rated set shows; 0 where none was rated."""
        rated = [(reps_done(one), one.rir) for one in self.short_of_failure]
        return min((reps + rir for reps, rir in rated if rir is not None), default=0.0)

    def able_at(self, load: Load) -> float:
        """Reps to failure at another load by the line 1 + n/30 (Epley 1985)."""
        if self.load is None or not load.grams:
            return self.able
        return (30 + self.able) * self.load.grams / load.grams - 30

    @property
    def planned_rir(self) -> float | None:
        """The target that was planned, a rep short of failure at least; None where none was."""
        targets = [one.rir for one in self.plan if one.rir]
        return max(1.0, targets[0]) if targets else None

    @property
    def target_rir(self) -> float | None:
        """RIR to end the next sets with; None for Olympic lifts, which end with their speed."""
        kind = self.exercise.exercise_class
        if kind is ExerciseClass.OLY:
            return None
        is_at_one = 1 <= self.least_left < 2 and kind in (ExerciseClass.ISO, ExerciseClass.MC)
        usual = 1.0 if is_at_one else target_rir(self.exercise, PlannedSet())
        return usual if self.planned_rir is None else self.planned_rir

    @property
    def wanted_left(self) -> float:
        """Reps that must have been left before more is asked.

        At the top of the range R88's one, since the reps fall back; elsewhere as many as are to
        be left next time, so that nobody is asked for more and for more in reserve at once.
        """
        if not self.is_own and self.lowest >= self.hi:
            return 1.0
        light = self.exercise.exercise_class in (ExerciseClass.ISO, ExerciseClass.MC)
        usual = 1.0 if light and not self.is_own else 2.0
        if self.planned_rir is not None:
            return self.planned_rir
        return max(usual, self.target_rir or 0.0)


def _reps_planned(plan: Iterable[PlannedSet]) -> list[int]:
    return sorted(one.reps for one in plan if one.reps is not None)


def stretch_of(block: Block, settings: Settings) -> Stretch | None:
    """The block's work sets that were counted in reps; None where there are none."""
    planned = [one for one in block.plan if not one.warm_up]
    sets = tuple(one for one in block.work_sets if one.reps is not None)
    if not sets:
        return None
    counted = _counted(sets)
    counting = tuple(one for one in sets if _weight(one.load) == counted)
    places = [place for place, one in enumerate(block.work_sets) if one in counting]
    plan = tuple(_for_load(planned[place], counted) for place in places if place < len(planned))
    return Stretch(block.exercise, settings, sets, counting, plan)


def _for_load(planned: PlannedSet, counted: tuple[int, int]) -> PlannedSet:
    """The planned set; its reps say nothing where another load was lifted than was planned."""
    is_kept = planned.load is None or _weight(planned.load) == counted
    return planned if is_kept else replace(planned, reps=None)


def _counted(sets: Iterable[PerformedSet]) -> tuple[int, int]:
    """The weight that counts: the heaviest that was repeated, else the heaviest.

    One that was never lifted counts only where nothing else was tried.
    """
    lifted = [_weight(one.load) for one in sets if reps_done(one)]
    often = Counter(lifted or [_weight(one.load) for one in sets])
    kind, grams = max(often)
    near = [
        one
        for one in often
        if one[0] != kind or kind != _TOTAL or _LIGHT_WHOLE * one[1] >= _LIGHT_PART * grams
    ]
    return max([one for one in near if often[one] > 1] or near)


def _weight(load: Load | None) -> tuple[int, int]:
    """How heavy a load is among those of one exercise; help weighs less the more there is."""
    if load is None:
        return -1, 0
    if load.kind is LoadKind.TOTAL:
        return _TOTAL, load.grams
    return 0, -load.grams if load.kind is LoadKind.ASSISTED else load.grams
