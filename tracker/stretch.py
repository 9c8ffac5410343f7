"""What an exercise's finished sets show: the load that counts, the reps wanted, what was left."""

from collections import Counter
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Stretch:
    """The work sets that were counted in reps, read for what to do next."""

    exercise: Exercise
    settings: Settings
    sets: tuple[PerformedSet, ...]
    """All of them, in order."""
    counting: tuple[PerformedSet, ...]
    """Those at the load most sets were done with; the heaviest of several such loads."""
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
        """Reps that were planned; None where none were."""
        return max((one.reps for one in self.plan if one.reps is not None), default=None)

    @property
    def goal(self) -> int:
        """Reps that all sets should have: those planned, else those of the best one."""
        return self.asked or max(map(reps_of, self.counting))

    @property
    def lowest(self) -> int:
        """Reps of the set with the fewest."""
        return min(map(reps_of, self.counting))

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
        """Reps that must have been left before more is asked: R88's one, and more elsewhere."""
        if not self.is_own and self.lowest >= self.hi:
            return 1.0
        light = self.exercise.exercise_class in (ExerciseClass.ISO, ExerciseClass.MC)
        usual = 1.0 if light and not self.is_own else 2.0
        return usual if self.planned_rir is None else self.planned_rir


def reps_of(performed: PerformedSet) -> int:
    """Reps of a set, of its weaker side where both were counted."""
    reps = performed.reps or 0
    return reps if performed.reps_right is None else min(reps, performed.reps_right)


def stretch_of(block: Block, settings: Settings) -> Stretch | None:
    """The block's work sets that were counted in reps; None where there are none."""
    planned = [one for one in block.plan if not one.warm_up]
    sets = tuple(one for one in block.work_sets if one.reps is not None)
    if not sets:
        return None
    often = Counter(_weight(one.load) for one in sets)
    counted = max(often, key=lambda one: (often[one], one))
    counting = tuple(one for one in sets if _weight(one.load) == counted)
    places = [place for place, one in enumerate(block.work_sets) if one in counting]
    plan = tuple(planned[place] for place in places if place < len(planned))
    return Stretch(block.exercise, settings, sets, counting, plan)


def _weight(load: Load | None) -> tuple[int, int]:
    """How heavy a load is among those of one exercise; help weighs less the more there is."""
    if load is None:
        return -1, 0
    if load.kind is LoadKind.TOTAL:
        return 1, load.grams
    return 0, -load.grams if load.kind is LoadKind.ASSISTED else load.grams
