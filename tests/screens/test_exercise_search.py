"""The search box: a few typed letters, and the exercise that was meant comes first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from screens.exercise_search import is_accounted_for, rank, suggest_swaps
from tracker.exercise import Exercise

GYM = tuple(
    replace(exercise, id=number)
    for number, exercise in enumerate(sorted(load_catalogue(), key=lambda one: one.name), 1)
)
ID = {exercise.name: exercise.id for exercise in GYM}
BY_NAME = {exercise.name: exercise for exercise in GYM}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bench", "Bench Press (Barbell)"),
        ("benc", "Bench Press (Barbell)"),
        ("bench press", "Bench Press (Barbell)"),
        ("bench db", "Bench Press (Dumbbell)"),
        ("db press", "Bench Press (Dumbbell)"),
        ("inc bench", "Incline Bench Press (Barbell)"),
        ("inc db", "Incline Bench Press (Dumbbell)"),
        ("incline dumb", "Incline Bench Press (Dumbbell)"),
        ("smith inc", "Incline Bench Press (Smith Machine)"),
        ("smith bench", "Bench Press (Smith Machine)"),
        ("close grip", "Bench Press - Close Grip (Barbell)"),
        ("chest press", "Chest Press (Machine)"),
        ("chest pr", "Chest Press (Machine)"),
        ("fly", "Pec Deck (Machine)"),
        ("cable fly", "Cable Crossover (Cable)"),
        ("pec", "Pec Deck (Machine)"),
        ("push up", "Push Up"),
        ("pushup", "Push Up"),
        ("dip", "Triceps Dip"),
        ("chest dip", "Chest Dip"),
        ("ohp", "Overhead Press (Barbell)"),
        ("overhead pr", "Overhead Press (Barbell)"),
        ("military", "Overhead Press (Barbell)"),
        ("db shoulder", "Seated Shoulder Press (Dumbbell)"),
        ("machine shoulder", "Shoulder Press (Machine)"),
        ("arnold", "Arnold Press (Dumbbell)"),
        ("lat raise", "Lateral Raise (Dumbbell)"),
        ("lateral", "Lateral Raise (Dumbbell)"),
        ("cable lat r", "Lateral Raise (Cable)"),
        ("face", "Face Pull (Cable)"),
        ("rear delt mach", "Reverse Fly (Machine)"),
        ("shrug", "Shrug (Dumbbell)"),
        ("squat", "Squat (Barbell)"),
        ("squ", "Squat (Barbell)"),
        ("front sq", "Front Squat (Barbell)"),
        ("smith sq", "Squat (Smith Machine)"),
        ("hack", "Hack Squat (Machine)"),
        ("leg press", "Leg Press"),
        ("leg ext", "Leg Extension (Machine)"),
        ("leg curl", "Seated Leg Curl (Machine)"),
        ("lying leg c", "Lying Leg Curl (Machine)"),
        ("bulg", "Bulgarian Split Squat (Dumbbell)"),
        ("lunge", "Lunge (Dumbbell)"),
        ("dead", "Deadlift (Barbell)"),
        ("dl", "Deadlift (Barbell)"),
        ("sumo", "Sumo Deadlift (Barbell)"),
        ("rdl", "Romanian Deadlift (Barbell)"),
        ("db rdl", "Romanian Deadlift (Dumbbell)"),
        ("hip th", "Hip Thrust (Barbell)"),
        ("hip abd", "Hip Abductor (Machine)"),
        ("seated calf", "Seated Calf Raise (Machine)"),
        ("calf", "Standing Calf Raise (Machine)"),
        ("row", "Bent Over Row (Barbell)"),
        ("bb row", "Bent Over Row (Barbell)"),
        ("db row", "Bent Over One Arm Row (Dumbbell)"),
        ("cable row", "Seated Row (Cable)"),
        ("seated row", "Seated Row (Cable)"),
        ("t bar", "T Bar Row"),
        ("pendl", "Pendlay Row (Barbell)"),
        ("lat pull", "Lat Pulldown (Cable)"),
        ("lat pulld", "Lat Pulldown (Cable)"),
        ("straight arm", "Straight Arm Pulldown (Cable)"),
        ("pull up", "Pull Up"),
        ("pullup", "Pull Up"),
        ("weighted pull", "Pull Up (Weighted)"),
        ("chin", "Chin Up"),
        ("curl", "Bicep Curl (Dumbbell)"),
        ("bb curl", "Bicep Curl (Barbell)"),
        ("hammer", "Hammer Curl (Dumbbell)"),
        ("preach", "Preacher Curl (Barbell)"),
        ("incline curl", "Incline Curl (Dumbbell)"),
        ("conc", "Concentration Curl (Dumbbell)"),
        ("tri push", "Triceps Pushdown (Cable)"),
        ("rope push", "Triceps Rope Pushdown (Cable)"),
        ("skull", "Skullcrusher (Barbell)"),
        ("tricep ext", "Overhead Triceps Extension (Cable)"),
        ("cable crunch", "Cable Crunch"),
        ("hanging leg", "Hanging Leg Raise"),
        ("plank", "Plank"),
        ("snatch", "Snatch (Barbell)"),
        ("power cl", "Power Clean (Barbell)"),
        ("run", "Running"),
        ("benhc press", "Bench Press (Barbell)"),
        ("sqaut", "Squat (Barbell)"),
        ("deadlfit", "Deadlift (Barbell)"),
        ("leg extention", "Leg Extension (Machine)"),
        ("latpulldwon", "Lat Pulldown (Cable)"),
    ],
)
def test_the_lift_that_was_meant_comes_first(typed: str, name: str) -> None:
    assert rank(typed, GYM, {})[0].name == name


def names(exercises: list[Exercise]) -> list[str]:
    return [one.name for one in exercises]


def test_an_empty_query_offers_everything_most_used_first() -> None:
    offered = rank("", GYM, {ID["Zottman Curl (Dumbbell)"]: 2.0, ID["Pull Up"]: 9.0})
    assert names(offered[:2]) == ["Pull Up", "Zottman Curl (Dumbbell)"]
    assert len(offered) == len(GYM)


def test_the_more_a_lift_is_used_the_earlier_it_comes_among_equals() -> None:
    used = {ID["Hammer Curl (Cable)"]: 3.0, ID["Hammer Curl (Band)"]: 5.0}
    assert names(rank("hammer cu", GYM, used)[:3]) == [
        "Hammer Curl (Band)",
        "Hammer Curl (Cable)",
        "Hammer Curl (Dumbbell)",
    ]


def test_use_never_outranks_the_exact_name() -> None:
    used = {ID["Incline Bench Press (Dumbbell)"]: 500.0}
    assert rank("bench", GYM, used)[0].name == "Bench Press (Barbell)"


def test_a_lift_in_use_comes_before_a_better_known_one_that_was_never_done() -> None:
    assert rank("preach", GYM, {})[0].name == "Preacher Curl (Barbell)"
    used = {ID["Preacher Curl (Machine)"]: 4.0}
    assert rank("preach", GYM, used)[0].name == "Preacher Curl (Machine)"


def test_typing_errors_are_forgiven_only_where_nothing_is_abbreviated() -> None:
    assert names(rank("arnold", GYM, {})) == ["Arnold Press (Dumbbell)"]
    assert rank("arnodl press", GYM, {})[0].name == "Arnold Press (Dumbbell)"


@pytest.mark.parametrize("typed", ["qqq", "xyzzy plugh", "zzzz"])
def test_what_is_like_nothing_offers_nothing(typed: str) -> None:
    assert rank(typed, GYM, {}) == []


def test_a_lifters_own_exercise_is_found_by_its_name() -> None:
    own = Exercise(9001, "Grandfather's Anvil Carry", is_custom=True)
    assert rank("anvil", (*GYM, own), {}) == [own]


@pytest.mark.parametrize(
    ("typed", "used", "second"),
    [
        ("curl", "Bicep Curl (Barbell)", "Bicep Curl (Barbell)"),
        ("row", "Seated Row (Machine)", "Seated Row (Machine)"),
        ("fly", "Cable Crossover (Cable)", "Cable Crossover (Cable)"),
        ("squat", "Low Bar Squat (Barbell)", "Low Bar Squat (Barbell)"),
        ("rdl", "Romanian Deadlift (Dumbbell)", "Romanian Deadlift (Dumbbell)"),
        ("pull up", "Pull Up (Band)", "Pull Up (Band)"),
        ("low to high fly", "High Cable Fly (Cable)", "High Cable Fly (Cable)"),
    ],
)
def test_the_lift_in_use_comes_right_after_the_one_that_is_called_exactly_so(
    typed: str, used: str, second: str
) -> None:
    exact = rank(typed, GYM, {})[0].name
    assert names(rank(typed, GYM, {ID[used]: 900.0})[:2]) == [exact, second]


@pytest.mark.parametrize("used", ["Leg Press", "Bench Press (Barbell)", "Pallof Press (Cable)"])
def test_a_word_of_many_lifts_means_the_one_in_use(used: str) -> None:
    assert rank("press", GYM, {ID[used]: 12.0})[0].name == used


def test_what_is_used_most_comes_before_what_was_once_tried() -> None:
    used = {ID["Pallof Press (Cable)"]: 1.0, ID["Bench Press (Barbell)"]: 400.0}
    assert names(rank("press", GYM, used)[:2]) == ["Bench Press (Barbell)", "Pallof Press (Cable)"]


def test_use_outranks_no_name_even_of_the_same_words_in_another_order() -> None:
    press, other = Exercise(1, "Press Bench"), Exercise(2, "Bench Press")
    assert rank("bench press", (press, other), {1: 900.0}) == [other, press]


@pytest.mark.parametrize(
    ("typed", "used", "name"),
    [
        ("benhc", "Incline Bench Press (Dumbbell)", "Bench Press (Barbell)"),
        ("skwat", "Low Bar Squat (Barbell)", "Squat (Barbell)"),
        ("preecher", "Preacher Curl (Machine)", "Preacher Curl (Machine)"),
    ],
)
def test_use_helps_a_misspelt_query_but_does_not_lead_it_astray(
    typed: str, used: str, name: str
) -> None:
    assert rank(typed, GYM, {ID[used]: 400.0})[0].name == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ELEVAÇÃO LATERAL (HALTER)", "Lateral Raise (Dumbbell)"),
        ("elevacao lateral halter", "Lateral Raise (Dumbbell)"),
        ("barfiks agirlikli", "Pull Up (Weighted)"),
        ("bench×press", "Bench Press (Barbell)"),
        ("T–Bar – Row", "T Bar Row"),
        ("  Farmer’s   walk ", "Farmers Walk"),
        ("clean&jerk", "Clean and Jerk (Barbell)"),
    ],
)
def test_case_accents_and_signs_do_not_count(typed: str, name: str) -> None:
    assert rank(typed, GYM, {})[0].name == name


@pytest.mark.parametrize("typed", ["quads", "quads machine"])
def test_a_muscle_finds_the_lifts_that_train_it(typed: str) -> None:
    assert ID["Hack Squat (Machine)"] in [one.id for one in rank(typed, GYM, {})]


def test_what_was_typed_in_one_list_says_nothing_about_another() -> None:
    assert rank("anvil", (Exercise(1, "Anvil Carry"),), {}) != []
    assert rank("anvil", (Exercise(1, "Stone Carry"),), {}) == []
    assert rank("anvil", (Exercise(1, "Stone Carry", aliases=("anvil",)),), {}) != []


def test_a_list_without_exercises_offers_none() -> None:
    assert rank("bench", (), {}) == []
    assert rank("", (), {}) == []


@given(st.text(max_size=30))
def test_whatever_is_typed_each_lift_is_offered_once_at_most(typed: str) -> None:
    offered = [one.id for one in rank(typed, GYM, {ID["Pull Up"]: 3.0})]
    assert len(set(offered)) == len(offered)


def test_a_taken_rack_offers_the_same_lift_with_dumbbells() -> None:
    bench = BY_NAME["Bench Press (Barbell)"]
    offered = names(suggest_swaps(bench, GYM, {}))
    assert offered[0] == "Bench Press (Dumbbell)"
    assert bench.name not in offered


def test_a_swap_offers_what_is_used_before_what_never_was() -> None:
    bench = BY_NAME["Bench Press (Barbell)"]
    used = {ID["Chest Press (Machine)"]: 3.0, ID["Incline Bench Press (Dumbbell)"]: 8.0}
    assert names(suggest_swaps(bench, GYM, used)[:3]) == [
        "Incline Bench Press (Dumbbell)",
        "Chest Press (Machine)",
        "Bench Press (Dumbbell)",
    ]


def test_what_is_planned_today_anyway_is_offered_last_of_its_kind() -> None:
    bench = BY_NAME["Bench Press (Barbell)"]
    planned = (BY_NAME["Bench Press (Dumbbell)"],)
    offered = names(suggest_swaps(bench, GYM, {}, planned))
    assert offered.index("Pec Deck (Machine)") < offered.index("Bench Press (Dumbbell)")
    assert offered.index("Bench Press (Dumbbell)") < offered.index("Squat (Barbell)")


@pytest.mark.parametrize(
    "typed",
    [
        "bench",
        "inc db",
        "benhc press",
        "latpulldwon",
        "hyperextnsoins",
        "zercher",
        "quads",
        "",
        "ab",
    ],
)
def test_what_a_lift_is_called_is_accounted_for_with_its_slips(typed: str) -> None:
    assert is_accounted_for(typed, GYM)


@pytest.mark.parametrize(
    "typed",
    ["Zercher carry thing", "zercher carry", "Grandfather curl", "Atlas Stone Hug", "grandfather"],
)
def test_a_word_that_the_lift_does_not_have_is_not_accounted_for(typed: str) -> None:
    assert not is_accounted_for(typed, GYM)


def test_every_name_and_alias_is_accounted_for() -> None:
    for exercise in GYM:
        assert all(is_accounted_for(text, GYM) for text in (exercise.name, *exercise.aliases))


def test_where_all_is_accounted_for_something_is_offered() -> None:
    for typed in ("bnech", "sqaut barbell", "hyperextnsoins"):
        assert is_accounted_for(typed, GYM) and rank(typed, GYM, {})


@pytest.mark.parametrize(
    ("name", "light"),
    [
        ("Squat (Barbell)", "Squat (Bodyweight)"),
        ("Lunge (Dumbbell)", "Lunge (Bodyweight)"),
        ("Bench Press (Barbell)", "Push Up"),
        ("Hip Thrust (Barbell)", "Hip Thrust (Bodyweight)"),
    ],
)
def test_a_loaded_lift_is_not_stood_in_for_by_the_body_alone(name: str, light: str) -> None:
    used = {ID[light]: 50.0}
    offered = names(suggest_swaps(BY_NAME[name], GYM, used))
    assert offered.index(light) > 8


def test_nothing_timed_stands_in_however_much_it_is_used() -> None:
    timed = {one.id: 90.0 for one in GYM if not one.is_guided}
    assert all(one.is_guided for one in suggest_swaps(BY_NAME["Squat (Barbell)"], GYM, timed))
