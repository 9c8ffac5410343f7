"""Verdicts that the invented lifter was shown before a set, and what they did then."""

from collections.abc import Iterator, Sequence
from random import Random

from tracker.demo_lifter import PRESS
from tracker.effort import Technique
from tracker.exercise import ExerciseClass, Spot
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.store import Act

HEED_CHANCE = 0.25
"""How often a lift that was not taken to the limit had been meant to be."""
_HELD_BACK = {
    ExerciseClass.OLY: ("R28", "stop"),
    ExerciseClass.SQDL: ("R30", "stop"),
    ExerciseClass.FWC: ("R34", "caution"),
    ExerciseClass.MC: ("R45", "caution"),
    ExerciseClass.ISO: ("R41", "warning"),
}
"""By class: the rule that talked the lifter out of a failure, and how gravely."""


def acts_of(sessions: Sequence[Session], rng: Random) -> tuple[Act, ...]:
    """The verdicts of these sessions, oldest first: mostly heeded, some overridden."""
    return tuple(
        act for session in sessions for block in session.blocks for act in _of_block(block, rng)
    )


def _of_block(block: Block, rng: Random) -> Iterator[Act]:
    meant = [one for one in block.work_sets if one.planned_failure]
    for performed in meant:
        stop = _overridden_stop(block, performed)
        if stop:
            yield Act(performed.at, block.exercise.name, (stop,), "stop", "overridden")
    if not meant and block.work_sets and block.exercise.is_guided and rng.random() < HEED_CHANCE:
        rule, severity = _HELD_BACK[block.exercise.exercise_class]
        at = rng.choice(block.work_sets).at
        yield Act(at, block.exercise.name, (rule,), severity, "heeded")


def _overridden_stop(block: Block, performed: PerformedSet) -> str:
    """The rule that forbade what was then done; empty where none did."""
    if performed.technique is not Technique.NONE:
        return "R64"
    if block.exercise.exercise_class is ExerciseClass.SQDL:
        return "R30"
    if block.exercise.name == PRESS and block.exercise.spot is Spot.REQUIRED:
        return "" if block.safety.is_present else "R78"
    return ""
