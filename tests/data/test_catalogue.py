"""The catalogue as it ships."""

from collections import Counter

import pytest

from data.catalogue import answers_of, classification_of, load_catalogue, read_rows
from tracker.exercise import Exercise, ExerciseClass, Level, Measure, Mechanic, Policy, Spot
from tracker.load import Unit, kg
from tracker.loading import rack_for
from tracker.muscles import MUSCLES
from tracker.naming import joined, words_of
from tracker.settings import Settings

CATALOGUE = load_catalogue()
ROWS = read_rows()
BY_NAME = {one.name: one for one in CATALOGUE}
EQUIPMENT = {
    "barbell",
    "trapbar",
    "dumbbell",
    "kettlebell",
    "machine",
    "smith",
    "cable",
    "band",
    "bodyweight",
    "plate",
    "cardio",
}


def named(row: dict[str, str]) -> str:
    return row["name"]


def test_the_catalogue_is_large_enough_to_start_with() -> None:
    assert len(CATALOGUE) >= 177
    kinds = Counter(one.measure for one in CATALOGUE)
    assert kinds[Measure.TIME] >= 10
    assert kinds[Measure.DISTANCE] >= 8


def test_no_name_or_alias_means_two_exercises() -> None:
    owner: dict[str, str] = {}
    for exercise in CATALOGUE:
        for text in (exercise.name, *exercise.aliases):
            assert owner.setdefault(joined(words_of(text)), exercise.name) == exercise.name, text


def test_no_alias_is_written_twice() -> None:
    written = [text.casefold() for one in CATALOGUE for text in (one.name, *one.aliases)]
    assert [text for text, count in Counter(written).items() if count > 1] == []


def test_every_muscle_is_a_known_one_and_named_once() -> None:
    for exercise in CATALOGUE:
        assert set(exercise.muscles) <= set(MUSCLES), exercise.name
        assert len(set(exercise.muscles)) == len(exercise.muscles), exercise.name
        assert exercise.primary, exercise.name


def test_every_cell_holds_a_word_that_is_read() -> None:
    for row in ROWS:
        assert row["equipment"] in EQUIPMENT, row["name"]
        assert row["olympic"] in {"no", "yes", "deriv"}, row["name"]
        for column in ("free_path", "balance", "ballistic", "per_hand", "bodyweight"):
            assert row[column] in {"yes", "no"}, (row["name"], column)
        assert row["joints"] in {"1", "2", "3"}, row["name"]
        assert row["spine"] in {"0", "1", "2"}, row["name"]
        assert row["family"], row["name"]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_policy_is_the_rubrics_or_a_written_exception(row: dict[str, str]) -> None:
    ruled = classification_of(row).policy
    kept = BY_NAME[row["name"]].policy
    if row["policy"]:
        assert row["reason"].endswith(".")
        assert kept is Policy(row["policy"])
        assert kept is not ruled, "an exception that changes nothing"
    else:
        assert not row["reason"]
        assert kept is ruled


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_answers_agree_with_the_other_columns(row: dict[str, str]) -> None:
    answers = answers_of(row)
    assert (answers.joints == 1) == (row["mechanic"] == Mechanic.ISOLATION)
    assert answers.is_ballistic == (row["olympic"] != "no")
    if row["equipment"] in {"barbell", "trapbar", "dumbbell", "kettlebell", "plate"}:
        assert answers.is_free_path
    if row["equipment"] in {"machine", "smith", "cable", "band", "cardio"}:
        assert not answers.is_free_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bench Press (Barbell)", ExerciseClass.FWC),
        ("Incline Bench Press (Dumbbell)", ExerciseClass.FWC),
        ("Overhead Press (Barbell)", ExerciseClass.FWC),
        ("Pull Up", ExerciseClass.FWC),
        ("Triceps Dip", ExerciseClass.FWC),
        ("Bent Over Row (Barbell)", ExerciseClass.FWC),
        ("Hip Thrust (Barbell)", ExerciseClass.FWC),
        ("Goblet Squat (Dumbbell)", ExerciseClass.FWC),
        ("Romanian Deadlift (Dumbbell)", ExerciseClass.FWC),
        ("Deadlift (Smith Machine)", ExerciseClass.FWC),
        ("Ab Wheel", ExerciseClass.FWC),
        ("Squat (Barbell)", ExerciseClass.SQDL),
        ("Front Squat (Barbell)", ExerciseClass.SQDL),
        ("Low Bar Squat (Barbell)", ExerciseClass.SQDL),
        ("Safety Bar Squat (Barbell)", ExerciseClass.SQDL),
        ("Deadlift (Barbell)", ExerciseClass.SQDL),
        ("Romanian Deadlift (Barbell)", ExerciseClass.SQDL),
        ("Rack Pull (Barbell)", ExerciseClass.SQDL),
        ("Trap Bar Deadlift", ExerciseClass.SQDL),
        ("Lunge (Barbell)", ExerciseClass.SQDL),
        ("Good Morning (Barbell)", ExerciseClass.SQDL),
        ("Kettlebell Turkish Get Up", ExerciseClass.SQDL),
        ("Clean (Barbell)", ExerciseClass.OLY),
        ("Push Press (Barbell)", ExerciseClass.OLY),
        ("Kettlebell Swing", ExerciseClass.OLY),
        ("Muscle Up", ExerciseClass.OLY),
        ("Chest Press (Machine)", ExerciseClass.MC),
        ("Lat Pulldown (Cable)", ExerciseClass.MC),
        ("Seated Row (Cable)", ExerciseClass.MC),
        ("Leg Press", ExerciseClass.MC),
        ("Hack Squat (Machine)", ExerciseClass.MC),
        ("Squat (Smith Machine)", ExerciseClass.MC),
        ("Split Squat (Smith Machine)", ExerciseClass.MC),
        ("Bent Over Row (Smith Machine)", ExerciseClass.MC),
        ("Push Up", ExerciseClass.MC),
        ("Inverted Row (Bodyweight)", ExerciseClass.MC),
        ("Bench Dip", ExerciseClass.MC),
        ("Pull Up (Assisted)", ExerciseClass.MC),
        ("Preacher Curl (Dumbbell)", ExerciseClass.ISO),
        ("Lateral Raise (Dumbbell)", ExerciseClass.ISO),
        ("Leg Extension (Machine)", ExerciseClass.ISO),
        ("Pec Deck (Machine)", ExerciseClass.ISO),
        ("Face Pull (Cable)", ExerciseClass.ISO),
        ("Triceps Pushdown (Cable)", ExerciseClass.ISO),
        ("Nordic Hamstring Curl", ExerciseClass.ISO),
        ("Back Extension", ExerciseClass.ISO),
    ],
)
def test_a_well_known_lift_has_its_class(name: str, expected: ExerciseClass) -> None:
    assert BY_NAME[name].exercise_class is expected


@pytest.mark.parametrize(
    ("name", "demand"),
    [
        ("Preacher Curl (Barbell)", Level.LOW),
        ("Lat Pulldown (Cable)", Level.LOW),
        ("Push Up", Level.LOW),
        ("Leg Press", Level.MEDIUM),
        ("Bench Press (Barbell)", Level.MEDIUM),
        ("Squat (Smith Machine)", Level.MEDIUM),
        ("Glute Ham Raise", Level.MEDIUM),
        ("Squat (Barbell)", Level.HIGH),
        ("Romanian Deadlift (Barbell)", Level.HIGH),
        ("Power Clean (Barbell)", Level.HIGH),
    ],
)
def test_a_well_known_lift_has_its_demand(name: str, demand: Level) -> None:
    assert BY_NAME[name].neurological is demand


def lying_press_or_bar_on_the_back(exercise: Exercise) -> bool:
    return exercise.equipment == "barbell" and (
        exercise.family in {"squat", "lunge"} or exercise.name.startswith("Bench Press")
    )


def test_a_bar_that_can_pin_requires_a_spot() -> None:
    for exercise in filter(lying_press_or_bar_on_the_back, CATALOGUE):
        assert exercise.spot in {Spot.REQUIRED, Spot.BAIL_AREA}, exercise.name


def test_the_standing_press_pins_nobody() -> None:
    assert BY_NAME["Overhead Press (Barbell)"].spot is Spot.RECOMMENDED


def test_smith_and_leg_presses_ask_for_their_stops() -> None:
    for exercise in CATALOGUE:
        if exercise.equipment == "smith" and exercise.mechanic is Mechanic.COMPOUND:
            assert exercise.spot is Spot.SAFETY_STOPS, exercise.name
    assert BY_NAME["Leg Press"].spot is Spot.SAFETY_STOPS


def test_two_dumbbells_are_given_for_one_hand_and_one_dumbbell_is_not() -> None:
    assert BY_NAME["Bench Press (Dumbbell)"].is_per_hand
    assert BY_NAME["Bent Over One Arm Row (Dumbbell)"].is_per_hand
    assert not BY_NAME["Goblet Squat (Dumbbell)"].is_per_hand
    assert not BY_NAME["Pullover (Dumbbell)"].is_per_hand
    assert not BY_NAME["Bench Press (Barbell)"].is_per_hand


def test_the_step_fits_what_the_gym_can_load() -> None:
    assert BY_NAME["Bench Press (Barbell)"].step == kg("2.5")
    assert BY_NAME["Bicep Curl (Dumbbell)"].step == kg(2)
    assert BY_NAME["Lat Pulldown (Cable)"].step == kg(5)
    assert BY_NAME["Bicep Curl (EZ Bar)"].step == kg("1.25")
    assert all(one.step.value > 0 for one in CATALOGUE)


def test_every_lift_on_a_bar_has_its_usual_bar_but_those_whose_bar_nobody_knows() -> None:
    bars = {one.name: rack_for(one, Unit.KG, Settings()) for one in CATALOGUE}
    unknown = {
        "Landmine Press (Barbell)",
        "Meadows Row (Barbell)",
        "Safety Bar Squat (Barbell)",
        "T Bar Row",
    }
    on_bars = {one.name for one in CATALOGUE if one.equipment in ("barbell", "trapbar")}
    assert {name for name, rack in bars.items() if rack} == on_bars - unknown
    others = {name: rack.bar for name, rack in bars.items() if rack and rack.is_named}
    assert others == {"Bicep Curl (EZ Bar)": kg(10), "Trap Bar Deadlift": kg(25)}


def test_rest_follows_the_class() -> None:
    for exercise in CATALOGUE:
        if not exercise.is_guided:
            continue
        if exercise.mechanic is Mechanic.ISOLATION or exercise.family == "abs":
            assert 90 <= exercise.rest_seconds <= 120, exercise.name
        elif exercise.policy is Policy.ABSOLUTE_STAR:
            assert 120 <= exercise.rest_seconds <= 150, exercise.name
        else:
            assert exercise.rest_seconds == 180, exercise.name


def test_the_body_is_the_load_of_body_weight_lifts_and_assisted_ones() -> None:
    for exercise in CATALOGUE:
        is_assisted = "Assisted" in exercise.name
        assert exercise.is_bodyweight == (exercise.equipment == "bodyweight" or is_assisted)


def test_the_catalogue_holds_no_lifters_own_exercise() -> None:
    assert all(one.id == 0 and not one.is_custom and one.is_classified for one in CATALOGUE)
