"""How close a set came to failure: RIR, RPE, failure type and technique."""

from decimal import Decimal
from enum import StrEnum

from tracker.errors import InvalidSet

MOST_RIR = 5.0
"""The largest RIR that is recorded; more is kept as 5 and marked "or more"."""


class FailureType(StrEnum):
    """How a set ended when no rep was left."""

    NONE = "none"
    """No reps left, but not failed."""
    TECHNICAL = "technical"
    """The form went."""
    ABSOLUTE = "absolute"
    """The weight would not move."""
    UNKNOWN = "unknown"
    """Failed, the kind was not said."""


class Technique(StrEnum):
    """How a set went on past failure."""

    NONE = "none"
    DROP = "drop"
    REST_PAUSE = "rest_pause"
    FORCED = "forced"
    ECCENTRIC = "eccentric"


def is_rir(value: float) -> bool:
    """Whether the value is a RIR that can be recorded: 0 to 5 in halves."""
    return 0 <= value <= MOST_RIR and value * 2 == int(value * 2)


def rir_from_rpe(rpe: Decimal) -> float:
    """RIR = 10 − RPE, for RPE 5 to 10 in halves (Zourdos 2016; Helms 2016).

    Raises:
        InvalidSet: the RPE lies outside that.
    """
    rir = float(10 - rpe)
    if not is_rir(rir):
        raise InvalidSet(
            f"RPE {rpe} is not on the scale: 5 to 10 in halves.", str(rpe), "RPE 5 to 10 in halves"
        )
    return rir


def rir_text(rir: float | None, or_more: bool = False) -> str:
    """The RIR as it is written: `2`, `1.5`, `5+`, or `?` where it is not known."""
    if rir is None:
        return "?"
    return f"{rir:g}+" if or_more else f"{rir:g}"
