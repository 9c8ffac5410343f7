"""The effort of an entry: RIR, RPE, a failure tag, or that it is not known."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.effort import MOST_RIR, FailureType, is_rir
from tracker.entry_cursor import NUMBER, Cursor, pattern

RIR_WANTED = "RIR 0 to 5 in halves, or 5+"
"""What fits where a RIR stands."""

_AT = pattern(r"\s*@\s*")
_RIR = pattern(rf"(?P<number>{NUMBER})(?P<more>\+)?")
_RPE = pattern(rf"\s*rpe\s*(?P<number>{NUMBER})")
_UNKNOWN = pattern(r"\s*@?\s*\?")
_TAG = pattern(r"\s*(?:!?(?P<how>[ta])|!(?P<not>n)|(?P<mark>!))(?![a-z0-9!])")

_HOW = {"t": FailureType.TECHNICAL, "a": FailureType.ABSOLUTE}


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort as far as it was said."""

    rir: float | None = None
    is_or_more: bool = False
    failure: FailureType | None = None
    is_said: bool = False
    """An effort stands there, be it `?`."""


def take_tag(cursor: Cursor) -> FailureType | None:
    """Step over a failure tag: `t`, `!t`, `a`, `!a`, `!n` or `!`; None where none stands."""
    match = cursor.take(_TAG)
    if match is None:
        return None
    if match["how"]:
        return _HOW[match["how"].lower()]
    return FailureType.NONE if match["not"] else FailureType.UNKNOWN


def checked_rir(cursor: Cursor, value: Decimal, is_or_more: bool, at: int) -> float:
    """The RIR, on the scale.

    Raises:
        UnreadableEntry: it is off the scale, or "or more" of less than 5.
    """
    if value > int(MOST_RIR) or not is_rir(float(value)):
        raise cursor.stuck("RIR is 0 to 5 in halves, or 5+.", RIR_WANTED, at)
    if is_or_more and value != int(MOST_RIR):
        raise cursor.stuck("“or more” is said of 5 alone: 5+.", RIR_WANTED, at)
    return float(value)


def take_effort(cursor: Cursor) -> Effort:
    """Step over `@rir tag?`, `rpe8`, `?` or a tag; an effort not said where none stands.

    Raises:
        UnreadableEntry: it begins as one and goes on otherwise.
    """
    if cursor.take(_UNKNOWN):
        return Effort(failure=take_tag(cursor), is_said=True)
    at = cursor.position
    if cursor.take(_AT):
        return _rated(cursor)
    if match := cursor.take(_RPE):
        rpe = cursor.decimal(match["number"], at)
        if not 5 <= rpe <= 10 or not is_rir(float(10 - rpe)):
            raise cursor.stuck("RPE is 5 to 10 in halves.", "RPE 5 to 10 in halves", at)
        return Effort(float(10 - rpe), failure=take_tag(cursor), is_said=True)
    failure = take_tag(cursor)
    return Effort() if failure is None else Effort(0.0, failure=failure, is_said=True)


def _rated(cursor: Cursor) -> Effort:
    at = cursor.position
    match = cursor.take(_RIR)
    if match is None:
        raise cursor.stuck("how many reps were left? As in @2.", RIR_WANTED)
    is_or_more = bool(match["more"])
    rir = checked_rir(cursor, cursor.decimal(match["number"], at), is_or_more, at)
    return Effort(rir, is_or_more, take_tag(cursor), is_said=True)
