"""Calibration: the RIR that was claimed against what a later failure showed.

Each time a set reached failure, the work sets before it in the same block at the same load made a
claim that can now be looked at: 8 reps at RIR 2 claim ten in all; a failure at 9 afterwards showed
that at least one more was there. What was shown is a **lower bound**: the failed set came later,
with the fatigue of the sets before it, so that the first one had at least as much left. No
forecast of that fatigue is added back: the guide's rep drop is measured after sets to failure, and
a set with reps left costs less (Refalo 2023). So the bias (shown − claimed) is itself biased
downwards. Above zero it can be believed, since fatigue only hides; below zero it proves nothing,
and nothing is offered then.

Studies find the same direction: people under-predict the reps they have left by about one
(Halperin 2022, 13 publications, large differences between them).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

from tracker.effort import MOST_RIR
from tracker.exercise import Exercise, ExerciseClass
from tracker.failure import is_failure
from tracker.load import same_load
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.settings import Settings

ENOUGH = 10
"""From so many observations on a correction is offered."""
DAYS = 365
"""How far back is looked."""
_LEAST_BIAS = 0.5
"""The smallest correction that the RIR scale can say."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim, and the failure that showed how much was left at least."""

    exercise: Exercise
    claim: PerformedSet
    """The set whose RIR was said."""
    failed: PerformedSet
    """The first failure after it at the same load."""

    @property
    def claimed(self) -> float:
        """The reps said to be left."""
        return self.claim.rir or 0.0

    @property
    def shown(self) -> int:
        """The reps that were left at least; never below 0, since those of the set were done."""
        return max(0, (self.failed.reps or 0) - (self.claim.reps or 0))

    @property
    def bias(self) -> float:
        """Shown − claimed; fatigue pulls it down."""
        return self.shown - self.claimed


@dataclass(frozen=True, slots=True)
class Spread:
    """How far claims and failures lay apart."""

    observations: int
    median: float
    """The median bias in reps."""
    low: float
    """A quarter of the biases lie at or below it."""
    high: float
    """A quarter lie at or above it; `high` − `low` is the interquartile range."""

    @property
    def correction(self) -> float:
        """Reps that are left beyond a claim, in halves; 0 where too little is known or where
        fatigue may be all there is to see."""
        if self.observations < ENOUGH or self.median < _LEAST_BIAS:
            return 0.0
        return int(self.median * 2) / 2


@dataclass(frozen=True, slots=True)
class Calibration:
    """What failures showed about the lifter's own RIR."""

    observations: tuple[Observation, ...] = ()
    """Oldest first."""
    overall: Spread | None = None
    """None without any observation."""
    by_class: Mapping[ExerciseClass, Spread] | None = None
    """Only classes that have one."""

    def correction(self, exercise: Exercise) -> float:
        """Reps to add to a claim on this lift: its class's own, else what holds in all."""
        own = (self.by_class or {}).get(exercise.exercise_class)
        spread = own if own is not None and own.observations >= ENOUGH else self.overall
        return spread.correction if spread is not None else 0.0


def calibration(blocks: Iterable[Block], settings: Settings) -> Calibration:
    """What these blocks show; each needs its work sets in order.

    Args:
        blocks: Blocks with a failure set, oldest first; others add nothing.
        settings: Say what counts as failure.
    """
    seen = tuple(one for block in blocks for one in _of_block(block, settings))
    if not seen:
        return Calibration(by_class={})
    classes = {one.exercise.exercise_class for one in seen}
    return Calibration(
        observations=seen,
        overall=spread_of([one.bias for one in seen]),
        by_class={
            each: spread_of([one.bias for one in seen if one.exercise.exercise_class is each])
            for each in ExerciseClass
            if each in classes
        },
    )


def _of_block(block: Block, settings: Settings) -> Iterable[Observation]:
    if not block.exercise.is_guided:
        return
    sets = block.work_sets
    for place, claim in enumerate(sets):
        if not _is_claim(claim) or is_failure(claim, settings):
            continue
        for later in sets[place + 1 :]:
            if is_failure(later, settings) and _is_comparable(claim, later):
                yield Observation(block.exercise, claim, later)
                break


def _is_claim(performed: PerformedSet) -> bool:
    """Whether it says how many reps were left: 5 and more is no number to compare with."""
    rir = performed.rir
    return rir is not None and rir < MOST_RIR and not performed.rir_or_more


def _is_comparable(claim: PerformedSet, failed: PerformedSet) -> bool:
    """Whether both were the same lift with reps counted; left and right apart can't be told."""
    return (
        bool(claim.reps and failed.reps)
        and claim.reps_right is None
        and failed.reps_right is None
        and claim.side is failed.side
        and claim.load is not None
        and failed.load is not None
        and same_load(claim.load, failed.load)
    )


def spread_of(biases: list[float]) -> Spread:
    """Median and quartiles (inclusive: the ends belong to them) of at least one bias.

    >>> spread_of([0.0, 1.0, 1.0, 2.0, 3.0])
    Spread(observations=5, median=1.0, low=1.0, high=2.0)
    """
    low, high = biases[0], biases[0]
    if len(biases) > 1:
        low, _, high = quantiles(biases, n=4, method="inclusive")
    return Spread(len(biases), float(median(biases)), float(low), float(high))


def rule_of_thumb(correction: float, claimed: float = 2.0) -> str:
    """The correction as a forecast: `Your 2 is more like 3.`; empty where there is none.

    >>> rule_of_thumb(1.0), rule_of_thumb(0.5, 1), rule_of_thumb(0.0)
    ('Your 2 is more like 3.', 'Your 1 is more like 1.5.', '')
    """
    return f"Your {claimed:g} is more like {claimed + correction:g}." if correction else ""
