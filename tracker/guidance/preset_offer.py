"""Which guide: the presets in words, and the habit that makes it worth asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.guidance.wording import half_up
from tracker.settings import Settings

SETTING = "guidance.preset"
"""The setting that a preset is chosen by."""
LESSON = "PRESET"
"""Kept with the lessons once the presets were offered."""
SPAN = timedelta(days=56)
"""What a habit is gauged by: the last four fortnights of the log."""
_FORTNIGHT = timedelta(days=14)
_WELL_ABOVE = 2
"""A habit of more than so many rations is asked about."""


@dataclass(frozen=True, slots=True)
class PresetWords:
    """One preset as it is offered."""

    name: str
    """As the setting has it."""
    title: str
    summary: str
    """What changes with it, in one line."""
    details: str
    """What else does."""


_RELATIVE = (
    "Techniques past failure ask for a bench that fits your body weight and sex; after a failure "
    "80 % of the reps are expected."
)

OFFERED = (
    PresetWords(
        "article",
        "as the article",
        "A few failures a fortnight: 3 in 14 days, each in its place.",
        "3 in 14 days is a fair reading of its “a few”; no study has tested it. Techniques past "
        "failure ask for its 225 lb × 8 on the bench; after a failure 67 % of the reps are "
        "expected (its 12, then 8).",
    ),
    PresetWords(
        "strict",
        "strict",
        "No failure on free-weight compounds; each lift 2 × in 28 days.",
        _RELATIVE,
    ),
    PresetWords(
        "on_purpose",
        "on purpose",
        "Your own last four weeks and a quarter more are the limit.",
        "Safety, pain, squats, deadlifts and Olympic lifts stay as they are; position is only a "
        f"caution. {_RELATIVE}",
    ),
    PresetWords(
        "quiet",
        "quiet",
        "Only stops, and the fortnight page: no advice between sets.",
        _RELATIVE,
    ),
)
"""The presets in the order in which they are offered."""


def title_of(preset: str) -> str:
    """The preset as people call it: `on purpose`."""
    return next(one.title for one in OFFERED if one.name == preset)


def habit_of(instants: Sequence[datetime], until: datetime) -> float:
    """Failure events a fortnight, over the last eight weeks of a log.

    A log that began to fail later is gauged by what it holds, and by a fortnight at least.

    Args:
        instants: Of the failure events; those outside the eight weeks are left out.
        until: The end of the log.
    """
    recent = [one for one in instants if until - SPAN < one <= until]
    if not recent:
        return 0.0
    length = max(_FORTNIGHT, until - min(recent))
    return len(recent) * (_FORTNIGHT / length)


def is_worth_asking(habit: float, settings: Settings) -> bool:
    """Whether a habit lies well above the ration of a lifter who has chosen no guide yet."""
    return (
        SETTING not in settings.changed
        and habit > _WELL_ABOVE * settings.whole("ration.total_max")
        and half_up(habit) > 0
    )


def question(habit: float) -> str:
    """What is asked: with the habit, where there is one to speak of."""
    times = half_up(habit)
    if times < 2:
        return "The guide can speak in four ways."
    return f"You fail about {times} times a fortnight; the article says a few."
