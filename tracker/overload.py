"""Overload: how much heavier or lighter the next load is, in steps that the exercise has."""

from decimal import Decimal

from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, bodyweight
from tracker.loading import rack_under, rounded, rounded_down, stepped
from tracker.settings import Settings

LOWER_BODY = frozenset(
    {"quads", "hamstrings", "glutes", "glute medius", "adductors", "calves", "full body"}
)
"""Muscles whose lifts move in larger steps of load."""
MOST_OFF, LEAST_OFF = Decimal("0.90"), Decimal("0.95")
"""What is left of a load that was too heavy: 5 to 10 % off (guidance, R89)."""
_LEAST_AFTER_A_BREAK = Decimal("0.75")
_OF_THE_BODY = (LoadKind.BODYWEIGHT, LoadKind.ASSISTED)
_UPPER_SHARE, _LOWER_SHARE = Decimal("0.025"), Decimal("0.05")


def a_step(load: Load, exercise: Exercise, settings: Settings, steps: int = 1) -> Load:
    """The load some steps heavier or lighter, as the plates at hand allow."""
    return stepped(load, exercise, steps, rack_under(load, exercise, settings))


def heavier(load: Load, exercise: Exercise, settings: Settings) -> Load:
    """The next load up: 2.5 %, or 5 % for legs, as near as it can be made, and one step at least.

    A step less help where the load is help (ACSM 2009 adds 2 to 10 %).
    """
    step = a_step(load, exercise, settings)
    if load.kind in _OF_THE_BODY:
        return step
    share = _LOWER_SHARE if exercise.primary in LOWER_BODY else _UPPER_SHARE
    wanted = load.with_value(load.value * (1 + share))
    made = rounded(wanted, exercise, rack_under(load, exercise, settings))
    return made if made.value > step.value else step


def lighter(load: Load, share: Decimal, exercise: Exercise, settings: Settings) -> Load:
    """The load with that share of its number left, a step less at least; never below nothing.

    A step more help where the load is help, and a step less where it is added to the body: how
    much moves there is not known. The same load where there is nothing to take off.
    """
    if load.kind is LoadKind.BODYWEIGHT:
        return load
    step = a_step(load, exercise, settings, -1)
    if load.kind is LoadKind.ASSISTED:
        return step
    if step.value == 0 or step.kind is not load.kind:
        return load if load.kind is LoadKind.TOTAL else bodyweight(load.unit)
    if load.kind is LoadKind.ADDED:
        return step
    rack, wanted = rack_under(load, exercise, settings), load.with_value(load.value * share)
    made = rounded_down(wanted, exercise, rack)
    if made.value < load.value * MOST_OFF:
        made = rounded(wanted, exercise, rack)
    return made if made.value < step.value else step


def ease_words(load: Load, less: Load, exercise: Exercise, settings: Settings) -> str:
    """How much lighter a load is, said as it is: `5 to 10 % off`, or `one step less`."""
    if (
        load.kind is LoadKind.TOTAL
        and load.value * MOST_OFF <= less.value <= load.value * LEAST_OFF
    ):
        return "5 to 10 % off"
    return "one step less" if less == a_step(load, exercise, settings, -1) else "less load"


def after_a_break(load: Load, exercise: Exercise, settings: Settings) -> Load:
    """The load to come back with: 10 % off as near as it can be made, never more than a quarter.

    The same load where the next one down is further off than that.
    """
    less = lighter(load, MOST_OFF, exercise, settings)
    if load.kind is LoadKind.TOTAL and less.value < load.value * _LEAST_AFTER_A_BREAK:
        return load
    return less
