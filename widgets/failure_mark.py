"""The mark of a failure set: a symbol for how far out of place it was, and letters for its kind."""

from collections.abc import Mapping

from textual.content import Content

from tracker.effort import FailureType, Technique
from tracker.exercise import Policy
from tracker.failure import counts_as
from tracker.guidance.advice import Severity
from tracker.guidance.situation import PastFailure
from tracker.settings import Settings
from widgets.severity import MARKS

TECHNIQUE_LETTERS: Mapping[Technique, str] = {
    Technique.NONE: "",
    Technique.DROP: "+d",
    Technique.REST_PAUSE: "+r",
    Technique.FORCED: "+f",
    Technique.ECCENTRIC: "+e",
}
"""What a technique past failure adds to a mark."""


def kind_letters(failure: PastFailure, settings: Settings) -> str:
    """Type and technique by letter: `t`, `a`, `a+d`."""
    kind = counts_as(failure.performed, settings)
    letter = "t" if kind is FailureType.TECHNICAL else "a"
    return letter + TECHNIQUE_LETTERS[failure.performed.technique]


def gravity(failure: PastFailure, settings: Settings) -> Severity:
    """How far out of place a failure set was, by lift, kind and set.

    In its place: technical failure anywhere but on free-weight compounds, absolute failure on an
    isolation lift, both on the last set. Past failure, on a lift never taken there, or absolute on
    a free-weight compound is a warning; the rest lies between.
    """
    is_absolute = counts_as(failure.performed, settings) is FailureType.ABSOLUTE
    policy = failure.exercise.policy
    is_forbidden = policy is Policy.NEVER or failure.exercise.olympic != "no"
    if failure.performed.technique is not Technique.NONE or is_forbidden:
        return Severity.WARNING
    if policy is Policy.TECHNICAL and is_absolute:
        return Severity.WARNING
    is_bold = policy is Policy.TECHNICAL or (policy is Policy.ABSOLUTE_STAR and is_absolute)
    return Severity.CAUTION if is_bold or failure.index < failure.of else Severity.INFO


def mark_of(failure: PastFailure, settings: Settings, gap: str = " ") -> Content:
    """Symbol and letters: `▲ t`, `■ a+d`."""
    mark = MARKS[gravity(failure, settings)]
    letters = kind_letters(failure, settings)
    return Content.styled(f"{mark.symbol}{gap}{letters}", f"${mark.variable}")
