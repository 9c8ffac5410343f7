"""The guide: a pure function from a situation to advice."""

from dataclasses import replace
from functools import partial

from tracker.guidance.absorption import absorbed
from tracker.guidance.advice import Advice, Guidance
from tracker.guidance.because import because
from tracker.guidance.on_purpose import is_on_purpose, keeps_silent, milder
from tracker.guidance.reading import Reading
from tracker.guidance.rules import RULES_AT, RULES_BY_ID
from tracker.guidance.situation import Situation
from tracker.guidance.voice import shown


def guide(situation: Situation) -> Guidance:
    """What the guide says of a situation: all that fired, and what a person is shown.

    The same situation always gets the same answer: nothing of it is stored, no clock is read.
    """
    reading = Reading(situation)
    told = all_advice(reading)
    return Guidance(shown(told, reading), told, partial(because, reading)) if told else Guidance()


def all_advice(reading: Reading) -> tuple[Advice, ...]:
    """All that fired on a situation, after absorption, the most important first."""
    block = reading.situation.block
    if block is not None and not block.exercise.is_guided:
        return ()
    advices = [one for rule in RULES_AT[reading.moment] if (one := rule.advice(reading))]
    if is_on_purpose(reading):
        advices = _on_purpose(advices, reading)
    return tuple(sorted(absorbed(advices), key=_importance))


def _importance(advice: Advice) -> tuple[int, int, str]:
    """Severity, then group, then id."""
    return -advice.severity, RULES_BY_ID[advice.rule].group, advice.rule


def _on_purpose(advices: list[Advice], reading: Reading) -> list[Advice]:
    kept = []
    for one in advices:
        rule = RULES_BY_ID[one.rule]
        if not keeps_silent(rule, reading):
            kept.append(replace(one, severity=milder(rule, one.severity)))
    return kept
