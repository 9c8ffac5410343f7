"""Reading a load that stands by itself."""

from decimal import Decimal

from tracker.entry_count import spelled_load
from tracker.entry_cursor import Cursor
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit

USUAL = "usual"
"""The word that takes a bar back."""
_LARGEST_STEP = Decimal(100)
_HEAVIEST_BAR = {Unit.KG: Decimal(200), Unit.LB: Decimal(450)}
"""An empty leg press sled is the heaviest that is loaded with plates."""
_STEPS = "a step such as 2.5, 1,25kg or 5lb; 100 at most"
_BARS = f"what the empty bar weighs, such as 15kg, 45lb or 0, or {USUAL}"


def read_load(text: str, unit: Unit) -> Load:
    """A load by itself, as an entry would begin with it.

    Raises:
        TrackerError: it is none.

    >>> str(read_load("62,5", Unit.KG)), str(read_load("+20lb", Unit.KG))
    ('62.5 kg', '+20 lb')
    """
    cursor = Cursor(f"{text.strip()} x")
    said = spelled_load(cursor, unit)
    if said is None or said[0] is None or not cursor.is_at_end:
        raise TrackerError(f"{text!r} is no load.", text, "100, 62.5kg, 225lb, +20, -15 or bw")
    return said[0]


def read_step(text: str, exercise: Exercise) -> Load:
    """A load step that was typed for an exercise: `2.5`, `+1,25 kg`, `5lb`.

    A number alone is in the unit of the step that the exercise has.

    Raises:
        TrackerError: it is no step.
    """
    load = _total(text.strip().removeprefix("+"), exercise.step.unit)
    if load is None or not 0 < load.value <= _LARGEST_STEP:
        raise TrackerError(f"{text!r} is no load step: {_STEPS}.", text, _STEPS)
    return load


def read_bar(text: str, unit: Unit) -> Load | None:
    """A bar that was typed for an exercise; None for `usual`, the one of its equipment.

    A machine loaded with plates takes its empty sled, or 0. A number alone is in the unit given.

    Raises:
        TrackerError: it is no bar.
    """
    if text.strip().lower() == USUAL:
        return None
    load = _total(text, unit)
    if load is None or load.value > _HEAVIEST_BAR[load.unit]:
        raise TrackerError(f"{text!r} is no bar: {_BARS}.", text, _BARS)
    return load


def _total(text: str, unit: Unit) -> Load | None:
    """The load if it is one by itself, neither added nor taken off; else None."""
    try:
        load = read_load(text, unit)
    except TrackerError:
        return None
    return load if load.kind is LoadKind.TOTAL else None
