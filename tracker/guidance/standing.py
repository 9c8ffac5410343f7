"""Where the lifter stands: ration, budget and recovery at one instant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.guidance.budget import Budget, budget
from tracker.guidance.presets import in_force
from tracker.guidance.ration import Ration, ration
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import Clock, clocks
from tracker.guidance.situation import PastFailure, Situation
from tracker.profile import Profile
from tracker.settings import Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """Ration, budget and the recovery clocks that run."""

    ration: Ration
    budget: Budget
    clocks: tuple[Clock, ...]


def standing(
    failures: Iterable[PastFailure], now: datetime, profile: Profile, settings: Settings
) -> Standing:
    """The standing at an instant; the running session's sets belong among the failures.

    Args:
        failures: At least 28 days of them; sets that don't count are left out.
        now: The instant; what is later is not seen.
        profile: The lifter.
        settings: As the lifter set them; the preset is laid beneath here.
    """
    known = [one for one in failures if one.performed.at <= now]
    chosen = in_force(settings, known, now, profile)
    return Standing(
        ration(known, now, chosen),
        budget(known, now, profile, chosen),
        clocks(known, now, chosen, profile),
    )


def standing_of(situation: Situation) -> Standing:
    """The standing of a situation, as the log is: what is only planned or typed is not in it."""
    reading = Reading(situation)
    return standing(reading.failures, reading.now, reading.profile, situation.settings)


def standing_after(situation: Situation) -> Standing:
    """The standing if the failures that are planned, or typed, come to pass."""
    reading = Reading(situation)
    sets = (*reading.failures, *reading.meant)
    return standing(sets, reading.now, reading.profile, situation.settings)


def cost_of(situation: Situation) -> int:
    """What the failures cost that are planned, typed or just logged, in milli-points."""
    return Reading(situation).cost_meant
