"""Where the lifter stands: ration, budget and recovery at one instant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.guidance.budget import Budget
from tracker.guidance.ledger import Ledger
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.presets import laid_beneath
from tracker.guidance.ration import Ration
from tracker.guidance.reading import Reading
from tracker.guidance.recovery import Clock
from tracker.guidance.situation import Situation
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
    return _at(Ledger.of(failures, settings).until(now), now, profile, settings)


def _at(ledger: Ledger, now: datetime, profile: Profile, settings: Settings) -> Standing:
    chosen = laid_beneath(settings, ledger, now, profile)
    return Standing(
        ledger.ration(now, chosen),
        ledger.budget(now, profile, chosen),
        ledger.clocks(now, profile, chosen),
    )


def standing_of(situation: Situation) -> Standing:
    """The standing of a situation, as the log is: what is only planned or typed is not in it."""
    reading = Reading(situation)
    return _at(reading.known, reading.now, reading.profile, situation.settings)


def standing_after(situation: Situation) -> Standing:
    """The standing if the failures that are planned, or typed, come to pass."""
    reading = Reading(situation)
    return _at(reading.foreseen, reading.now, reading.profile, situation.settings)


def cost_of(situation: Situation) -> int:
    """What the failures cost that are planned, typed or just logged, in milli-points."""
    return Reading(situation).cost_meant
