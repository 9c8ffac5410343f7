"""What people type and log, resolved against the catalogue that ships."""

import pytest

from data.catalogue import load_catalogue
from tracker.errors import AmbiguousExercise
from tracker.naming import Names

NAMES = Names(load_catalogue())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bench", "Bench Press (Barbell)"),
        ("squat", "Squat (Barbell)"),
        ("deadlift", "Deadlift (Barbell)"),
        ("ohp", "Overhead Press (Barbell)"),
        ("row", "Bent Over Row (Barbell)"),
        ("rdl", "Romanian Deadlift (Barbell)"),
        ("lat pull", "Lat Pulldown (Cable)"),
        ("pulldown", "Lat Pulldown (Cable)"),
        ("pullup", "Pull Up"),
        ("chins", "Chin Up"),
        ("dips", "Triceps Dip"),
        ("curl", "Bicep Curl (Dumbbell)"),
        ("preacher curl", "Preacher Curl (Barbell)"),
        ("hammer", "Hammer Curl (Dumbbell)"),
        ("pushdown", "Triceps Pushdown (Cable)"),
        ("skull", "Skullcrusher (Barbell)"),
        ("leg ext", "Leg Extension (Machine)"),
        ("leg curl", "Seated Leg Curl (Machine)"),
        ("leg press", "Leg Press"),
        ("lateral raise", "Lateral Raise (Dumbbell)"),
        ("face pull", "Face Pull (Cable)"),
        ("shrugs", "Shrug (Dumbbell)"),
        ("calf raise", "Standing Calf Raise (Machine)"),
        ("hip thrust", "Hip Thrust (Barbell)"),
        ("clean", "Clean (Barbell)"),
        ("run", "Running"),
        ("Squat (Bar)", "Squat (Barbell)"),
        ("Chest Fly", "Pec Deck (Machine)"),
        ("Triceps Pushdown (Cable - Straight Bar)", "Triceps Pushdown (Cable)"),
        ("Triceps Extension (Cable)", "Overhead Triceps Extension (Cable)"),
        ("Shoulder Press (Dumbbell)", "Seated Shoulder Press (Dumbbell)"),
        ("Rear Delt Reverse Fly (Machine)", "Reverse Fly (Machine)"),
        ("Straight Arm Lat Pulldown (Cable)", "Straight Arm Pulldown (Cable)"),
        ("Barbell Bench Press", "Bench Press (Barbell)"),
        ("Flat Barbell Bench Press", "Bench Press (Barbell)"),
        ("Dumbbell Row", "Bent Over One Arm Row (Dumbbell)"),
        ("Incline Bench Press, Dumbbell", "Incline Bench Press (Dumbbell)"),
        ("Leg Press Machine", "Leg Press"),
        ("Pull-Up", "Pull Up"),
        ("Military Press", "Overhead Press (Barbell)"),
        ("Barfiks (Ağırlıklı)", "Pull Up (Weighted)"),
        ("Cadeira Extensora (Máquina)", "Leg Extension (Machine)"),
    ],
)
def test_an_everyday_name_means_what_most_people_mean(text: str, name: str) -> None:
    exercise = NAMES.exact(text)
    assert exercise is not None
    assert exercise.name == name


@pytest.mark.parametrize("text", ["shoulder press", "incline", "smith"])
def test_a_name_that_fits_lifts_of_different_demand_is_refused(text: str) -> None:
    assert NAMES.exact(text) is None
    with pytest.raises(AmbiguousExercise) as refusal:
        NAMES.resolve(text)
    assert len(refusal.value.candidates) >= 2


def test_paused_benching_is_not_the_bench_press_of_the_gate() -> None:
    paused = NAMES.exact("Paused Bench Press")
    assert paused is not None
    assert paused.name == "Bench Press - Paused (Barbell)"
