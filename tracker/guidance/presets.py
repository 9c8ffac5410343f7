"""Presets: what a whole guide changes beneath the settings that the lifter set by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tracker.guidance.budget import capacity
from tracker.guidance.ledger import Ledger
from tracker.guidance.past_failure import PastFailure
from tracker.profile import Profile
from tracker.setting import Value
from tracker.settings import Settings

ARTICLE = "article"
ON_PURPOSE = "on_purpose"
QUIET = "quiet"

PRESETS: Mapping[str, Mapping[str, Value]] = {
    ARTICLE: {},
    "strict": {
        "guidance.compound_policy": "strict",
        "gate.mode": "relative",
        "reps.drop": (0.8, 0.8),
        "ration.per_ex_days": 28,
    },
    ON_PURPOSE: {"gate.mode": "relative", "reps.drop": (0.8, 0.8)},
    QUIET: {"gate.mode": "relative", "reps.drop": (0.8, 0.8)},
}
"""By preset: the settings it gives another default."""

_HABIT = timedelta(hours=24 * 28)
"""Two fortnights: what a lifter's own habit is gauged by."""


def in_force(
    settings: Settings, failures: Sequence[PastFailure], now: datetime, profile: Profile
) -> Settings:
    """The settings with their preset laid beneath what the lifter changed by hand.

    `on_purpose` also raises the ration and the budget to the lifter's own habit: what the last
    two fortnights held, a quarter more, and never less than the settings say.
    """
    return laid_beneath(settings, Ledger.of(failures, settings), now, profile)


def laid_beneath(settings: Settings, ledger: Ledger, now: datetime, profile: Profile) -> Settings:
    """The settings in force, the failures known being counted already."""
    preset = settings.word("guidance.preset")
    if preset == ARTICLE:
        return settings
    chosen = Settings({**PRESETS[preset], **settings.changed})
    if preset != ON_PURPOSE:
        return chosen
    return Settings({**chosen.changed, **_habit(chosen, ledger.until(now), now, profile)})


def _raised(habit_of_two: int) -> int:
    """A fortnight's share of two fortnights and a quarter more, rounded up."""
    return -(-habit_of_two * 5 // 8)


def _habit(settings: Settings, ledger: Ledger, now: datetime, profile: Profile) -> dict[str, Value]:
    since = now - _HABIT
    events = ledger.events_after(since)
    names = Counter(event.exercise.name for event in events)
    most_of_one = max(names.values(), default=0)
    spent = sum(one.cost for one in ledger.after(since))
    points = max(capacity(profile, settings), _raised(spent)) / 1000
    return {
        "ration.total_max": max(settings.whole("ration.total_max"), _raised(len(events))),
        "ration.per_ex_max": max(settings.whole("ration.per_ex_max"), _raised(most_of_one)),
        "ration.distinct_max": max(settings.whole("ration.distinct_max"), len(names)),
        "budget.capacity": points,
        "budget.capacity_beginner": points,
    }
