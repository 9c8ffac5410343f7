"""What an exercise's sessions have reached: the marks that a record beats."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.exercise import Exercise, ExerciseClass
from tracker.load import Load, LoadKind
from tracker.one_rep_max import Estimate, estimate
from tracker.performed import PerformedSet

LEAST_GRAMS = 100
"""Less than this apart is the same weight, rounded or said in the other unit."""
Scale = tuple[bool, int]
"""Where a load stands: on the body's scale or among total loads, and its signed grams there."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best of a measure, and when it was first reached."""

    value: int
    """Grams of an estimated one-rep maximum, grams times reps of a volume, seconds of a time."""
    at: datetime
    """When the set was done; for a volume when its session began."""
    load: Load | None = None
    """The load of the set that spoke for a maximum."""
    reps: int = 0
    """The reps of that set."""
    is_lower_bound: bool = False
    """Its RIR was not said, so that the maximum was at least this."""


@dataclass(frozen=True, slots=True)
class BestReps:
    """The most reps at one load, and when they were first done."""

    load: Load
    reps: int
    at: datetime
    to_failure: float | None = None
    """The most reps with those in reserve that give an estimate; None where no set gives one."""

    def estimated(self, moved_grams: int) -> int:
        """The maximum, in grams, that so many reps to failure speak for; 0 where for none."""
        if self.to_failure is None:
            return 0
        reps = int(self.to_failure)
        made = estimate(moved_grams, reps, self.to_failure - reps)
        return 0 if made is None else made.grams


@dataclass(frozen=True, slots=True)
class BodyVolume:
    """The volume of a session on the body's scale, for a body of any weight."""

    reps: int
    """Reps that moved the body."""
    grams: int
    """Grams times reps of what was added; help counts below zero, total loads as they are."""


@dataclass(frozen=True, slots=True)
class Bests:
    """What the earlier sessions of an exercise hold; warm-ups and all past failure left out."""

    one_rep_max: Best | None = None
    by_load: tuple[BestReps, ...] = ()
    """The most reps at each load that was ever lifted."""
    volume: Best | None = None
    """Of one session."""
    longest: Best | None = None
    """Of timed sets."""
    volumes_on_body: tuple[BodyVolume, ...] = ()
    """Of the sessions on the body's scale that no other one outdid in both reps and load."""

    def at_load(self, load: Load) -> BestReps | None:
        """The most reps at this load, in whichever unit and rounded however."""
        mates = [
            one
            for one in self.by_load
            if is_as_heavy(one.load, load) and is_as_heavy(load, one.load)
        ]
        return max(mates, key=lambda one: one.reps, default=None)

    def most_reps(self, load: Load) -> int:
        """The most reps at this load or a heavier one of its scale; 0 where it is the heaviest."""
        return max((one.reps for one in self.by_load if is_as_heavy(one.load, load)), default=0)

    def heaviest(self, load: Load) -> BestReps | None:
        """The heaviest load so far on the scale of this one."""
        mates = [one for one in self.by_load if scale(one.load)[0] == scale(load)[0]]
        return max(mates, key=lambda one: scale(one.load), default=None)

    def one_rep_max_on_body(self, body_weight: Load) -> int:
        """The greatest estimate on the body's scale, had the body weighed this; 0 without one."""
        estimates = (
            one.estimated(one.load.moved_grams(body_weight.grams) or 0)
            for one in self.by_load
            if one.load.kind is not LoadKind.TOTAL
        )
        return max(estimates, default=0)

    def volume_on_body(self, body_weight: Load) -> int:
        """The greatest volume of a session, had the body weighed this; 0 without one."""
        grams = body_weight.grams
        return max((one.reps * grams + one.grams for one in self.volumes_on_body), default=0)


def scale(load: Load) -> Scale:
    """Where the load stands among those it can be compared with.

    Total loads are a scale of their own. On the body's scale help counts below the body alone, and
    what is added above it.
    """
    if load.kind is LoadKind.TOTAL:
        return False, load.grams
    return True, -load.grams if load.kind is LoadKind.ASSISTED else load.grams


def is_as_heavy(load: Load, other: Load) -> bool:
    """Whether the load is on the scale of the other one, and at least as heavy.

    What lies within a rounding is one load: 225 lb and 102.06 kg.
    """
    (family, grams), (other_family, other_grams) = scale(load), scale(other)
    return family == other_family and grams > other_grams - LEAST_GRAMS


def reps_done(performed: PerformedSet) -> int:
    """Complete reps of the set proper: those that both sides did."""
    reps = performed.reps or 0
    return reps if performed.reps_right is None else min(reps, performed.reps_right)


def estimate_of(
    exercise: Exercise, performed: PerformedSet, body_weight: Load | None
) -> Estimate | None:
    """The one-rep maximum that a work set speaks for; None where it speaks for none.

    Olympic lifts have none (guidance, section 6): speed and position end a set of them, not
    strength.
    """
    if performed.warm_up or exercise.exercise_class is ExerciseClass.OLY:
        return None
    moved = _moved(performed, body_weight)
    return None if moved is None else estimate(moved, reps_done(performed), performed.rir)


def volume_of(exercise: Exercise, performed: PerformedSet, body_weight: Load | None) -> int:
    """Grams times reps of a work set proper, both hands counted; 0 where the load is not known."""
    moved, reps = _moved(performed, body_weight), performed.reps
    if moved is None or performed.warm_up or not reps:
        return 0
    if performed.reps_right is not None:
        return moved * (reps + performed.reps_right)
    hands = 2 if exercise.is_per_hand and performed.side is None else 1
    return hands * moved * reps


def total_volume(exercise: Exercise, sets: Iterable[PerformedSet], body_weight: Load | None) -> int:
    """Grams times reps of several sets."""
    return sum(volume_of(exercise, one, body_weight) for one in sets)


def _moved(performed: PerformedSet, body_weight: Load | None) -> int | None:
    if performed.load is None:
        return None
    return performed.load.moved_grams(None if body_weight is None else body_weight.grams)
