"""What failure on the next set would be, said before the set."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tracker.effort import FailureType, Technique
from tracker.exercise import Policy
from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.guide import all_advice
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import WHOLE_BODY, Clock, muscles_touched
from tracker.guidance.situation import Situation
from tracker.guidance.swaps import better_lift
from tracker.guidance.wording import clock_text, day_text, listed, percent, points_text, share_text
from tracker.planned import PlannedSet
from tracker.session import Block


class Verdict(StrEnum):
    """What failure here would be."""

    IN_PLACE = "in place"
    TOLERATED = "tolerated"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Preview:
    """Failure on the next set, judged before anything is lifted."""

    failure: FailureType
    verdict: Verdict
    words: str
    """Why, in one sentence."""
    cost: int
    """Milli-points."""
    budget_used: int
    """Milli-points used after it."""
    capacity: int
    """Milli-points in all."""
    slot_number: int
    """The event it would be, of the ration."""
    limit: int
    next_free_at: datetime | None
    """When the next slot frees after it; None where one stays free."""
    ready: Clock | None
    """The latest clock it would start for what it trains."""
    muscles: tuple[str, ...]
    """What that clock concerns: muscles, or the whole body."""
    better: str | None
    """A better lift for it; None where this one is good."""
    advice: tuple[Advice, ...]
    """All that the guide would say."""
    zone: str = "UTC"

    @property
    def budget_percent(self) -> int:
        """The budget after it in whole percent."""
        return percent(self.budget_used, self.capacity)

    @property
    def cost_text(self) -> str:
        """Cost and capacity: `2 of 4.5 points`."""
        return f"{points_text(self.cost)} of {points_text(self.capacity)} points"

    @property
    def budget_text(self) -> str:
        """The budget after it: `budget 122 %`."""
        return f"budget {share_text(self.budget_used, self.capacity)}"

    @property
    def slot(self) -> str:
        """The slot it would take: `3 of 3`."""
        return f"{self.slot_number} of {self.limit}"

    @property
    def slot_text(self) -> str:
        """The slot in words: `3 of 3: the last slot`, `4 of 3: over the ration`."""
        if self.slot_number > self.limit:
            return f"{self.slot}: over the ration"
        return f"{self.slot}: the last slot" if self.slot_number == self.limit else self.slot

    @property
    def until_text(self) -> str:
        """Until when no slot is free: `until Thu 26 Nov`; empty where one is."""
        if self.next_free_at is None:
            return ""
        return f"until {day_text(self.next_free_at, self.zone)}"

    @property
    def ready_text(self) -> str:
        """What is ready again when: `chest, triceps and front delts ready Wed 19:10`."""
        if self.ready is None:
            return ""
        return f"{listed(self.muscles)} ready {clock_text(self.ready.ready_at, self.zone)}"


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
    if gravest > Severity.INFO or beyond_best:
        return Verdict.TOLERATED
    return Verdict.IN_PLACE


def _words(verdict: Verdict, advice: tuple[Advice, ...]) -> str:
    if verdict is Verdict.IN_PLACE:
        return "In place: this is where an all-out set belongs, if you want one."
    grave = [one.text for one in advice if one.severity > Severity.INFO]
    return grave[0] if grave else "Technical failure is enough on this lift."
