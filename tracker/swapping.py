"""What may stand in for a lift that cannot be done now: the rack is taken, the shoulder aches."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.exercise import Exercise, Level, Measure, Policy
from tracker.muscles import group_of

_LEVELS = tuple(Level)
_POLICIES = tuple(Policy)

_WHOLE_BODY = frozenset({"pullup", "dip"})
"""Families in which nothing bears the body but the hands."""
_LOADED = "(Weighted)"
"""How the name of a body-weight lift ends that takes a load."""

_SAME_MUSCLE, _SAME_GROUP, _OTHER_MUSCLE, _OTHER_MEASURE = range(4)


def stand_ins(
    exercise: Exercise,
    others: Iterable[Exercise],
    recent: Mapping[int, float],
    planned_today: Sequence[Exercise] = (),
) -> list[Exercise]:
    """The other exercises, those first that train the same and ask no more of the lifter.

    First comes the same primary muscle with no more demand, then with more, the less the better,
    then one of its group, then the rest. Within each the same family goes first and what is
    planned today last; then what is used most, and of what was never used the same movement on
    other equipment.
    Nothing timed stands in for a lift that is counted in reps, and what moves only part of the
    body (a squat without a bar, a push-up) comes behind all loaded lifts of the muscle.

    Args:
        exercise: The lift to be swapped; it is never its own stand-in.
        others: What there is to choose from; the order given decides among equals.
        recent: By exercise id, how much it was used of late.
        planned_today: What the session holds anyway.
    """
    planned = {_key(one) for one in planned_today}
    movement = _movement(exercise)

    def order(one: Exercise) -> tuple[int, bool, int, bool, bool, float, bool, bool]:
        return (
            _distance(exercise, one),
            _is_too_light(one, exercise),
            how_much_harder(one, exercise),
            _key(one) in planned,
            one.family != exercise.family,
            -recent.get(one.id, 0.0),
            _movement(one) != movement,
            one.equipment == exercise.equipment,
        )

    return sorted((one for one in others if _may_stand_in(one, exercise)), key=order)


def how_much_harder(other: Exercise, exercise: Exercise) -> int:
    """By how many steps of demand, technique and policy the other asks more; 0 where by none."""
    return (
        max(0, _LEVELS.index(other.neurological) - _LEVELS.index(exercise.neurological))
        + max(0, _LEVELS.index(other.technical) - _LEVELS.index(exercise.technical))
        + max(0, _POLICIES.index(exercise.policy) - _POLICIES.index(other.policy))
    )


def _may_stand_in(other: Exercise, exercise: Exercise) -> bool:
    is_timed_for_reps = exercise.is_guided and not other.is_guided
    return _key(other) != _key(exercise) and not is_timed_for_reps


def _distance(exercise: Exercise, other: Exercise) -> int:
    """How far the other one is from doing the same work."""
    if (exercise.measure is Measure.REPS) != (other.measure is Measure.REPS):
        return _OTHER_MEASURE
    if not exercise.primary or not other.primary:
        is_kin = bool(exercise.family) and exercise.family == other.family
        return _SAME_GROUP if is_kin else _OTHER_MUSCLE
    if other.primary == exercise.primary:
        return _SAME_MUSCLE
    is_near = group_of(other.primary) == group_of(exercise.primary)
    return _SAME_GROUP if is_near else _OTHER_MUSCLE


def _is_too_light(other: Exercise, exercise: Exercise) -> bool:
    """Whether the other one has no load where this one has.

    Hanging from or held up on bars the whole body is the load: that may replace a good deal.
    """
    is_free_of_load = other.is_bodyweight and not other.name.endswith(_LOADED)
    return is_free_of_load and not exercise.is_bodyweight and other.family not in _WHOLE_BODY


def _movement(exercise: Exercise) -> str:
    """The name without the equipment behind it."""
    return exercise.name.partition(" (")[0].casefold()


def _key(exercise: Exercise) -> tuple[int, str]:
    return exercise.id, exercise.name
