"""The guide: a pure function from a situation to advice."""

from dataclasses import replace

from tracker.guidance.absorption import absorbed
from tracker.guidance.advice import Advice, Guidance, Severity
from tracker.guidance.presets import ON_PURPOSE
from tracker.guidance.reading import Reading
from tracker.guidance.rule import Group
from tracker.guidance.rules import RULES_AT, RULES_BY_ID
from tracker.guidance.situation import Situation
from tracker.guidance.voice import shown

_ONLY_OVER_HABIT = frozenset(f"R{number:02}" for number in range(1, 9))
"""Rules that the preset `on_purpose` lets speak only above the lifter's own habit."""


_MILD = (Group.POSITION, Group.RECOVERY)


def guide(situation: Situation) -> Guidance:
    """What the guide says of a situation: all that fired, and what a person is shown.

    The same situation always gets the same answer: nothing of it is stored, no clock is read.
    """
    reading = Reading(situation)
    told = all_advice(reading)
    return Guidance(shown(told, reading), told) if told else Guidance()


def all_advice(reading: Reading) -> tuple[Advice, ...]:
    """All that fired on a situation, after absorption, the most important first."""
    block = reading.situation.block
    if block is not None and not block.exercise.is_guided:
        return ()
    advices = [one for rule in RULES_AT[reading.moment] if (one := rule.advice(reading))]
    if reading.settings.word("guidance.preset") == ON_PURPOSE:
        advices = _on_purpose(advices, reading)
    return tuple(sorted(absorbed(advices), key=_importance))


def _importance(advice: Advice) -> tuple[int, int, str]:
    """Severity, then group, then id."""
    return -advice.severity, RULES_BY_ID[advice.rule].group, advice.rule


def _on_purpose(advices: list[Advice], reading: Reading) -> list[Advice]:
    is_over = reading.ration.is_over or reading.budget.is_over
    return [_mildly(one) for one in advices if is_over or one.rule not in _ONLY_OVER_HABIT]


def _mildly(advice: Advice) -> Advice:
    """Position, recovery and clearance are cautions to those who fail on purpose."""
    is_mild = RULES_BY_ID[advice.rule].group in _MILD or advice.rule == "R77"
    if is_mild and advice.severity > Severity.CAUTION:
        return replace(advice, severity=Severity.CAUTION)
    return advice
