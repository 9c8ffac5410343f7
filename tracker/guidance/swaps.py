"""Where the all-out set belongs instead: an isolation or machine lift for the same muscle."""

from collections.abc import Iterable

from tracker.exercise import Exercise, ExerciseClass

USUAL = {
    "chest": "Pec Deck (Machine)",
    "triceps": "Triceps Pushdown (Cable)",
    "front delts": "Shoulder Press (Machine)",
    "side delts": "Lateral Raise (Cable)",
    "rear delts": "Reverse Fly (Machine)",
    "lats": "Lat Pulldown (Cable)",
    "mid back": "Seated Row (Machine)",
    "upper back": "Seated Row (Machine)",
    "traps": "Shrug (Smith Machine)",
    "lower back": "Back Extension (Machine)",
    "biceps": "Preacher Curl (Machine)",
    "brachialis": "Hammer Curl (Cable)",
    "forearms": "Wrist Curl (Dumbbell)",
    "quads": "Leg Extension (Machine)",
    "hamstrings": "Seated Leg Curl (Machine)",
    "glutes": "Glute Kickback (Machine)",
    "calves": "Seated Calf Raise (Machine)",
    "abs": "Crunch (Machine)",
    "core": "Crunch (Machine)",
    "full body": "Leg Extension (Machine)",
}
"""By primary muscle: a lift that suits failure, where the lifter has none of their own."""

_SUITED = (ExerciseClass.ISO, ExerciseClass.MC)


def better_lift(
    exercise: Exercise, planned: Iterable[Exercise], own: Iterable[Exercise]
) -> str | None:
    """The name of a better lift for the all-out set; None where this one is good, or none is known.

    An isolation lift comes before a machine; what is planned today before what the lifter does
    anyway, and that before the usual one.

    Args:
        exercise: The lift that should not go there.
        planned: The exercises still to come in the session.
        own: What the lifter has logged of late, most used first.
    """
    if exercise.exercise_class is ExerciseClass.ISO:
        return None
    known = [*planned, *own]
    for wanted in _SUITED:
        if exercise.exercise_class is wanted:
            return None
        for one in known:
            fits = one.primary == exercise.primary and one.name != exercise.name
            if fits and one.is_guided and one.exercise_class is wanted:
                return one.name
    return USUAL.get(exercise.primary)
