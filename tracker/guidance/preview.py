"""What failure on the next set would be, said before the set."""

from dataclasses import replace

from tracker.effort import FailureType, Technique
from tracker.exercise import Policy
from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.guide import all_advice
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import WHOLE_BODY, muscles_touched
from tracker.guidance.situation import Situation
from tracker.guidance.swaps import better_lift
from tracker.guidance.verdict import Preview, Verdict
from tracker.planned import PlannedSet
from tracker.session import Block


def preview(
    situation: Situation,
    failure: FailureType = FailureType.TECHNICAL,
    technique: Technique = Technique.NONE,
) -> Preview:
    """What failure on the next set of the situation's exercise would be.

    Args:
        situation: Of any moment; its `index`, or else the next work set to do, is judged.
        failure: The kind of failure.
        technique: How it would go on past failure.
    """
    asked = if_failed(situation, failure, technique)
    reading = Reading(asked)
    advice = all_advice(reading)
    verdict = _verdict(advice, reading, failure)
    concerned = {WHOLE_BODY, *muscles_touched(reading.exercise)}
    clocks = [one for one in reading.clocks_of_today if one.scope in concerned]
    ready = max(clocks, key=lambda one: one.ready_at, default=None)
    is_whole = any(one.scope == WHOLE_BODY for one in clocks)
    return Preview(
        failure=failure,
        verdict=verdict,
        words=_words(verdict, advice),
        cost=reading.cost_meant,
        budget_used=reading.budget.used,
        capacity=reading.budget.capacity,
        slot_number=reading.ration.used,
        limit=reading.ration.limit,
        next_free_at=reading.ration.next_free_at,
        ready=ready,
        muscles=(WHOLE_BODY,) if is_whole else tuple(one.scope for one in clocks),
        better=better_lift(
            reading.exercise,
            (one.exercise for one in reading.blocks_after),
            reading.facts.own_exercises,
        ),
        advice=advice,
        zone=situation.zone,
    )


def if_failed(
    situation: Situation,
    failure: FailureType = FailureType.TECHNICAL,
    technique: Technique = Technique.NONE,
) -> Situation:
    """The situation before the set, with failure meant on it (what `!` asks the guide)."""
    block = situation.block or Block(Reading(situation).exercise)
    # A set that is done can't be meant any more.
    index = max(situation.index or 0, len(block.work_sets) + 1)
    planned = list(block.plan)
    places = [place for place, one in enumerate(planned) if not one.warm_up]
    while len(places) < index:
        places.append(len(planned))
        planned.append(PlannedSet())
    known = planned[places[index - 1]]
    planned[places[index - 1]] = replace(known, failure=failure, technique=technique, rir=0.0)
    count = block.sets_planned
    meant = replace(block, plan=tuple(planned), planned_sets=count)
    return replace(situation, moment=Moment.PLAN, block=meant, performed=None, index=index)


def _verdict(advice: tuple[Advice, ...], reading: Reading, failure: FailureType) -> Verdict:
    gravest = max((one.severity for one in advice), default=Severity.INFO)
    if gravest is Severity.STOP:
        return Verdict.STOP
    beyond_best = (
        failure is FailureType.ABSOLUTE and reading.exercise.policy is Policy.ABSOLUTE_STAR
    )
    if gravest is Severity.WARNING:
        return Verdict.OUT_OF_PLACE
    if gravest is Severity.CAUTION or beyond_best:
        return Verdict.TOLERATED
    return Verdict.IN_PLACE


def _words(verdict: Verdict, advice: tuple[Advice, ...]) -> str:
    if verdict is Verdict.IN_PLACE:
        return "In place: this is where an all-out set belongs, if you want one."
    grave = [one.text for one in advice if one.severity > Severity.INFO]
    return grave[0] if grave else "Technical failure is enough on this lift."
