"""The repair and the forecast of a situation, and how the rules say them."""

from tracker.guidance.advice import Moment
from tracker.guidance.reading import Reading
from tracker.guidance.repair import Repair, forecast, repair
from tracker.guidance.situation import Situation
from tracker.guidance.wording import rest_text


def _repair(reading: Reading) -> Repair | None:
    if reading.moment is not Moment.LOGGED or not reading.failing or not reading.sets_left:
        return None
    return repair(
        reading.exercise,
        reading.failing[0].performed,
        reading.facts.drop_ratios,
        reading.profile,
        reading.settings,
    )


def repair_of(situation: Situation) -> Repair | None:
    """The repair after the set just logged; None where it did not fail or none is left."""
    return _repair(Reading(situation))


def repair_text(reading: Reading) -> str:
    """The repair as the rules say it; empty where there is none.

    `Next: 85 kg × 10 (−15 %) or 100 kg × 5, rest 4 min`.
    """
    fix = _repair(reading)
    if fix is None:
        return ""
    failed = reading.failing[0].performed.load
    rest = rest_text(fix.rest_seconds)
    if fix.load is None or failed is None or fix.load == failed:
        same = f"{failed} × {fix.fewer_reps}" if failed else f"{fix.fewer_reps} reps"
        return f"Next: {same}, rest {rest}"
    other = f"{failed} × {fix.fewer_reps}"
    change = f" (−{-fix.percent} %)" if fix.percent else ""
    return f"Next: {fix.load} × {fix.reps}{change} or {other}, rest {rest}"


def forecast_of(situation: Situation) -> tuple[int, int] | None:
    """Reps to expect in the next two sets at the same load after the set just logged failed."""
    reading = Reading(situation)
    if reading.moment is not Moment.LOGGED or not reading.failing:
        return None
    reps = reading.failing[0].reps
    return forecast(reps, reading.facts.drop_ratios, reading.settings) if reps else None
