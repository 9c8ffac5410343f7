"""The muscle that a name of the lifter's own speaks of."""

import pytest

from data.catalogue import load_catalogue
from tracker.exercise import Exercise, Measure
from tracker.guessed_muscle import guess_muscle
from tracker.muscles import MUSCLES

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("name", "muscle"),
    [
        ("Waiter Curl", "biceps"),
        ("Garage Leg Curl", "hamstrings"),
        ("Omnigrip Lat Pulldown", "lats"),
        ("Homemade Bench Press", "chest"),
        ("Practice Squat", "quads"),
        ("Kirk shrugs", "traps"),
        ("Calf Thing", "calves"),
        ("Dad's Deadlift", "hamstrings"),
        ("Rope Triceps Blaster", "triceps"),
        ("Seated Bent Lateral Raise", "side delts"),
        ("Hip flexor lift", "hip flexors"),
        ("Glute machine", "glutes"),
    ],
)
def test_a_name_is_taken_for_what_the_most_similar_lifts_train(name: str, muscle: str) -> None:
    assert guess_muscle(name, CATALOGUE) == muscle


@pytest.mark.parametrize("name", ["", "huppelen", "Svend", "90-90", "Wednesday finisher"])
def test_a_name_that_says_nothing_is_left_open(name: str) -> None:
    assert guess_muscle(name, CATALOGUE) == ""


def test_a_name_of_the_catalogue_means_its_own_muscle() -> None:
    for exercise in CATALOGUE:
        if exercise.is_guided:
            assert guess_muscle(exercise.name, CATALOGUE) == exercise.primary, exercise.name


def test_most_lifts_are_guessed_right_by_the_others() -> None:
    lifts = [one for one in CATALOGUE if one.is_guided]
    right = sum(
        guess_muscle(one.name, [other for other in lifts if other is not one]) == one.primary
        for one in lifts[::4]
    )
    assert right >= len(lifts[::4]) * 0.7


def test_timed_exercises_and_unnamed_muscles_have_no_vote() -> None:
    run = Exercise(1, "Sled Run", primary="full body", measure=Measure.DISTANCE)
    own = Exercise(2, "Sled Pull")
    assert guess_muscle("Sled", (run, own)) == ""


def test_only_muscles_of_ours_are_guessed() -> None:
    assert {guess_muscle(one.name, CATALOGUE) for one in CATALOGUE} <= {*MUSCLES, ""}
