"""What an exercise's class is, and whether the guide speaks of it."""

import pytest

from tracker.exercise import Exercise, ExerciseClass, Measure, Policy


@pytest.mark.parametrize(
    ("policy", "olympic", "named"),
    [
        (Policy.NEVER, "no", ExerciseClass.SQDL),
        (Policy.TECHNICAL, "no", ExerciseClass.FWC),
        (Policy.ABSOLUTE_STAR, "no", ExerciseClass.MC),
        (Policy.ABSOLUTE, "no", ExerciseClass.ISO),
        (Policy.NEVER, "yes", ExerciseClass.OLY),
        (Policy.TECHNICAL, "deriv", ExerciseClass.OLY),
    ],
)
def test_the_class_follows_from_the_policy_unless_the_lift_is_olympic(
    policy: Policy, olympic: str, named: ExerciseClass
) -> None:
    assert Exercise(0, "Lift", policy=policy, olympic=olympic).exercise_class is named


@pytest.mark.parametrize(
    ("primary", "secondary", "muscles"),
    [
        ("chest", ("triceps", "front delts"), ("chest", "triceps", "front delts")),
        ("chest", (), ("chest",)),
        ("", ("triceps",), ("triceps",)),
        ("", (), ()),
    ],
)
def test_the_muscles_begin_with_the_primary_one(
    primary: str, secondary: tuple[str, ...], muscles: tuple[str, ...]
) -> None:
    assert Exercise(0, "Lift", primary=primary, secondary=secondary).muscles == muscles


@pytest.mark.parametrize(
    ("measure", "is_guided"),
    [(Measure.REPS, True), (Measure.TIME, False), (Measure.DISTANCE, False)],
)
def test_the_guide_speaks_of_lifts_counted_in_reps(measure: Measure, is_guided: bool) -> None:
    assert Exercise(0, "Lift", measure=measure).is_guided is is_guided
