"""`lastset calibration`: the RIR that was claimed against what failure sets showed."""

from datetime import timedelta

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.verb import examples, verb
from screens.cli.words import bold, table
from tracker.guidance.calibration import (
    DAYS,
    ENOUGH,
    Calibration,
    Spread,
    calibration,
    rule_of_thumb,
)


@verb("calibration", epilog=examples("lastset calibration", "lastset calibration --json"))
def calibration_verb(call: Call) -> None:
    """How many reps were left where you said 2: your claims against later failures, a year of them.

    What a failure shows is a lower bound, since it came later with more fatigue: a bias above zero
    can be believed, one below proves nothing. What you logged is never changed.
    """
    blocks = call.store.history.failed_blocks(
        call.now - timedelta(days=DAYS), call.now, call.settings
    )
    told = calibration(blocks, call.settings)
    call.answer(lambda: _document(told), lambda: _lines(told))


def _document(told: Calibration) -> Json:
    return {
        "days": DAYS,
        "overall": _shape(told.overall) if told.overall else None,
        "by_class": {each.value: _shape(one) for each, one in (told.by_class or {}).items()},
    }


def _shape(spread: Spread) -> dict[str, Json]:
    return {
        "observations": spread.observations,
        "median": spread.median,
        "low": spread.low,
        "high": spread.high,
        "correction": spread.correction,
    }


def _lines(told: Calibration) -> list[str]:
    if told.overall is None:
        return [
            "Nothing to compare yet: a failure after sets with a RIR, at the same load, shows one."
        ]
    named = [*((each.value, one) for each, one in (told.by_class or {}).items())]
    rows = [
        (name, str(one.observations), f"{one.median:+g}", f"{one.low:+g} to {one.high:+g}")
        for name, one in (*named, ("in all", told.overall))
    ]
    thumb = rule_of_thumb(told.overall.correction)
    nothing = "No sign that you have more left than you say; below zero may be fatigue."
    too_few = f"From {ENOUGH} claims on it says what your 2 is worth."
    offer = bold(thumb) if thumb else nothing if told.overall.observations >= ENOUGH else too_few
    heads = ("class", "claims", "median bias", "middle half")
    return [offer, "", *table([heads, *rows], right=(1, 2))]
