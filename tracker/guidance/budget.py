"""The fatigue budget: what a failure set costs, and how much is used at a time.

All points are whole milli-points and all ages whole seconds, so that nothing is lost to floats.
Guidance, section 9: "a failure set costs demand x kind x technique; it counts in full for a week,
then fades to nothing over the second week". Policy calibrated to the article, not physiology.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Level
from tracker.failure import counts_as
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.wording import percent
from tracker.performed import PerformedSet
from tracker.profile import Profile, TrainingLevel
from tracker.settings import Settings

DAY = 86_400
"""Seconds of a day."""
_DEMAND = {Level.LOW: 1, Level.MEDIUM: 2, Level.HIGH: 4}
_HALVES_OF_KIND = {FailureType.TECHNICAL: 2, FailureType.ABSOLUTE: 3}
"""Technical failure counts 1.0, absolute 1.5: here in halves."""
_MOST_TECHNIQUE = 8
"""A technique counts at most 2.0: here in quarters."""
_SECOND = timedelta(seconds=1)


def _quarters_of_technique(performed: PerformedSet) -> int:
    if performed.technique is Technique.NONE:
        return 4
    if performed.technique is Technique.ECCENTRIC:
        return _MOST_TECHNIQUE
    if performed.technique is Technique.DROP:
        return min(_MOST_TECHNIQUE, 6 + max(0, len(performed.segments) - 1))
    return 6


def cost(exercise: Exercise, performed: PerformedSet, settings: Settings) -> int:
    """What a set costs, in milli-points: demand × kind of failure × technique; 0 without failure.

    Demand is 1, 2 or 4 (low, medium, high neurological demand); technical failure counts 1 and
    absolute 1.5; a drop set 1.5 and 0.25 for each further drop up to 2, rest-pause and forced
    reps 1.5, eccentrics to failure 2.
    """
    kind = counts_as(performed, settings)
    if kind is FailureType.NONE or not exercise.is_guided:
        return 0
    product = _DEMAND[exercise.neurological] * _HALVES_OF_KIND[kind]
    return product * _quarters_of_technique(performed) * 125


@dataclass(frozen=True, slots=True)
class Costed:
    """A failure set with what it cost."""

    failure: PastFailure
    at: datetime
    """Its instant, in UTC."""
    cost: int
    """Milli-points."""


def costed(failures: Iterable[PastFailure], settings: Settings) -> tuple[Costed, ...]:
    """The sets that count as failure on an exercise the guide speaks of, oldest first."""
    counting = [
        Costed(one, one.performed.at.astimezone(UTC), points)
        for one in failures
        if (points := cost(one.exercise, one.performed, settings))
    ]
    counting.sort(key=instant_of)
    return tuple(counting)


def instant_of(one: Costed) -> datetime:
    """When the set was done; what lists of them are sorted and searched by."""
    return one.at


@dataclass(frozen=True, slots=True)
class Fading:
    """How long a cost counts: whole for some seconds, then in a straight line to nothing."""

    full: int
    gone: int

    @property
    def length(self) -> timedelta:
        """How long any of a cost counts."""
        return timedelta(seconds=self.gone)

    def share(self, age: int) -> tuple[int, int]:
        """What still counts at an age in seconds, as numerator and denominator.

        Nothing also of what lies in the future.
        """
        if 0 <= age <= self.full:
            return 1, 1
        if self.full < age < self.gone:
            return self.gone - age, self.gone - self.full
        return 0, 1

    def left_of(self, points: int, age: int) -> int:
        """The milli-points that still count of a cost, rounded half up."""
        numerator, denominator = self.share(age)
        return (2 * points * numerator + denominator) // (2 * denominator)


def fading(settings: Settings) -> Fading:
    """One week in full and one to fade, unless set otherwise."""
    full = settings.whole("budget.full_days") * DAY
    return Fading(full, max(full + DAY, settings.whole("budget.zero_days") * DAY))


def weight(age: int, settings: Settings) -> tuple[int, int]:
    """The share of a cost that still counts at an age in seconds, as numerator and denominator.

    One for the first week, falling in a straight line to nothing over the second; nothing also
    for what lies in the future.
    """
    return fading(settings).share(age)


def age_of(at: datetime, now: datetime) -> int:
    """Whole seconds from one instant to another, negative where it lies ahead."""
    return (now.astimezone(UTC) - at.astimezone(UTC)) // _SECOND


@dataclass(frozen=True, slots=True)
class BudgetItem:
    """One line of the budget: a failure set, what it cost and what of that still counts."""

    failure: PastFailure
    cost: int
    """Milli-points on the day."""
    weight: float
    """The share that still counts, 0 to 1."""
    points: int
    """Milli-points that count now."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget at one instant; its items sum to what is used, exactly."""

    used: int
    """Milli-points."""
    capacity: int
    """Milli-points."""
    items: tuple[BudgetItem, ...] = ()
    """Oldest first; what no longer counts is left out."""

    @property
    def left(self) -> int:
        """Milli-points of room, negative where it is over."""
        return self.capacity - self.used

    @property
    def percent(self) -> int:
        """What is used of the capacity in whole percent, rounded half up."""
        return percent(self.used, self.capacity)

    @property
    def is_over(self) -> bool:
        """Whether more is used than there is."""
        return self.used > self.capacity


def capacity(profile: Profile, settings: Settings) -> int:
    """The points of a fortnight, in milli-points; a beginner has fewer."""
    is_beginner = profile.level is TrainingLevel.BEGINNER
    name = "budget.capacity_beginner" if is_beginner else "budget.capacity"
    return round(settings.number(name) * 1000)


def budget(
    failures: Iterable[PastFailure], now: datetime, profile: Profile, settings: Settings
) -> Budget:
    """The budget at an instant, line by line."""
    return budget_of(costed(failures, settings), now, profile, settings)


def budget_of(
    sets: Iterable[Costed], now: datetime, profile: Profile, settings: Settings
) -> Budget:
    """The budget at an instant, line by line, of sets whose cost is known, oldest first."""
    fades = fading(settings)
    now = now.astimezone(UTC)
    items = []
    for one in sets:
        age = (now - one.at) // _SECOND
        points = fades.left_of(one.cost, age)
        if points:
            numerator, denominator = fades.share(age)
            items.append(BudgetItem(one.failure, one.cost, numerator / denominator, points))
    return Budget(sum(item.points for item in items), capacity(profile, settings), tuple(items))


def used_of(sets: Iterable[Costed], instant: datetime, settings: Settings) -> int:
    """Milli-points used at an instant of sets whose cost is known."""
    fades = fading(settings)
    instant = instant.astimezone(UTC)
    return sum(fades.left_of(one.cost, (instant - one.at) // _SECOND) for one in sets)


def used_at(failures: Iterable[PastFailure], instant: datetime, settings: Settings) -> int:
    """Milli-points used at an instant."""
    return used_of(costed(failures, settings), instant, settings)


def room_at(
    failures: Sequence[PastFailure],
    wanted: int,
    now: datetime,
    profile: Profile,
    settings: Settings,
) -> datetime | None:
    """The first instant from now on with room for so many milli-points; None where never.

    Args:
        failures: Those known; what lies after `now` is left out.
        wanted: The cost that should fit, in milli-points.
        now: Where the search begins.
        profile: Whose budget it is.
        settings: The settings in force.
    """
    allowed = capacity(profile, settings) - wanted
    if allowed < 0:
        return None
    known = [one for one in costed(failures, settings) if age_of(one.at, now) >= 0]
    if used_of(known, now, settings) <= allowed:
        return now
    # Used never rises without a new failure, so the first instant can be halved in upon.
    early, late = 0, max(settings.whole("budget.zero_days"), 15) * DAY
    while early + 1 < late:
        middle = (early + late) // 2
        if used_of(known, now + timedelta(seconds=middle), settings) <= allowed:
            late = middle
        else:
            early = middle
    return now + timedelta(seconds=late)


def rounded_together(points: Sequence[int], unit: int = 10) -> tuple[int, ...]:
    """Milli-points rounded to units so that they sum to their rounded total.

    The parts with the greatest remainders are rounded up, as seats are given in an election.

    >>> rounded_together([1071, 2004, 2255]), rounded_together([5, 5])
    ((107, 200, 226), (1, 0))
    """
    total = (2 * sum(points) + unit) // (2 * unit)
    rounded = [one // unit for one in points]
    by_remainder = sorted(range(len(points)), key=lambda place: -(points[place] % unit))
    for place in by_remainder[: total - sum(rounded)]:
        rounded[place] += 1
    return tuple(rounded)
