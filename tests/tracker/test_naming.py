"""Finding the exercise that a typed name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import AmbiguousExercise, UnknownExercise
from tracker.exercise import Exercise
from tracker.naming import MOST_CANDIDATES, Names, find, fits, joined, resolve, words_of

BENCH = Exercise(
    1,
    "Bench Press (Barbell)",
    equipment="barbell",
    primary="chest",
    aliases=("bench", "flat press"),
)
DUMBBELL_BENCH = Exercise(2, "Bench Press (Dumbbell)", equipment="dumbbell", primary="chest")
INCLINE = Exercise(3, "Incline Bench Press (Barbell)", equipment="barbell", primary="chest")
PULL_UP = Exercise(4, "Pull Up", primary="lats", aliases=("Barfiks (Ağırlıksız)",))
ROW = Exercise(5, "T Bar Row", primary="mid back", secondary=("lats",), family="row")
CURL = Exercise(6, "Bicep Curl (Barbell)", primary="biceps", aliases=("Arm Curl",))
WALK = Exercise(7, "Farmers Walk", primary="forearms")
GYM = (BENCH, DUMBBELL_BENCH, INCLINE, PULL_UP, ROW, CURL, WALK)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("T-Bar Rows", ("t", "bar", "row")),
        ("Pull-Ups", ("pullup",)),
        ("pull up", ("pullup",)),
        ("DB Flyes", ("dumbbell", "fly")),
        ("Triceps Presses", ("tricep", "press")),
        ("Crunches", ("crunch",)),
        ("Ches", ("che",)),
        ("Standing Calves", ("standing", "calf")),
        ("Farmer's Walk", ("farmer", "walk")),
        ("Ağırlıklı", ("agirlikli",)),
        ("Elevação Pélvica", ("elevacao", "pelvica")),
        ("  ", ()),
        ("(-)", ()),
    ],
)
def test_a_name_folds_to_its_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_folding_keeps_case_and_outer_space_out(text: str) -> None:
    assert words_of(f"  {text.casefold()}  ") == words_of(text.casefold())
    assert all(word == word.casefold() for word in words_of(text))


@pytest.mark.parametrize(
    ("text", "exercise"),
    [
        ("Bench Press (Barbell)", BENCH),
        ("bench press barbell", BENCH),
        ("BENCH", BENCH),
        ("Flat  Press", BENCH),
        ("Barbell Bench Press", BENCH),
        ("db bench press", DUMBBELL_BENCH),
        ("Dumbbell Bench Presses", DUMBBELL_BENCH),
        ("pullup", PULL_UP),
        ("Pull-Ups", PULL_UP),
        ("barfiks agirliksiz", PULL_UP),
        ("t-bar rows", ROW),
        ("farmer's walk", WALK),
        ("inc", INCLINE),
        ("inc be pr", INCLINE),
        ("press dumb", DUMBBELL_BENCH),
        ("arm", CURL),
        ("bic", CURL),
    ],
)
def test_a_name_resolves_to_its_exercise(text: str, exercise: Exercise) -> None:
    assert resolve(text, GYM) is exercise
    assert Names(GYM).resolve(text) is exercise


def test_an_exact_name_wins_over_an_alias_of_another() -> None:
    curl = Exercise(8, "Bench")
    assert resolve("bench", (BENCH, curl)) is curl
    assert resolve("benches", (BENCH, curl)) is curl


def test_an_exact_alias_wins_over_names_that_it_abbreviates() -> None:
    assert resolve("bench", GYM) is BENCH


def test_a_word_in_a_name_wins_over_a_word_in_an_alias() -> None:
    press = Exercise(8, "Flat Leg Press")
    assert resolve("flat", (BENCH, press)) is press


def test_an_ambiguous_name_is_refused_with_the_nearest_first() -> None:
    with pytest.raises(AmbiguousExercise) as refusal:
        resolve("press", GYM)
    assert refusal.value.read == "press"
    assert refusal.value.candidates == (BENCH.name, DUMBBELL_BENCH.name, INCLINE.name)
    assert "fits 3 exercises" in str(refusal.value)
    assert INCLINE.name in str(refusal.value)


def test_a_refusal_offers_a_few_names_and_says_how_many_more() -> None:
    many = tuple(Exercise(number, f"Curl Number{number}") for number in range(1, 12))
    with pytest.raises(AmbiguousExercise) as refusal:
        resolve("curl", many)
    assert len(refusal.value.candidates) == MOST_CANDIDATES
    assert "fits 11 exercises (and 3 more)" in str(refusal.value)


def test_words_in_another_order_that_two_names_share_are_ambiguous() -> None:
    low, high = Exercise(1, "Low High Fly"), Exercise(2, "High Low Fly")
    assert resolve("high low fly", (low, high)) is high
    with pytest.raises(AmbiguousExercise):
        resolve("fly low high", (low, high))


def test_a_typing_error_is_refused_with_the_name_that_was_meant() -> None:
    with pytest.raises(UnknownExercise) as refusal:
        resolve("benhc", GYM)
    assert refusal.value.candidates[0] == BENCH.name
    assert str(refusal.value).startswith("There is no exercise called “benhc”. Did you mean")


@pytest.mark.parametrize("text", ["underwater basket weaving", "", "   ", "()"])
def test_a_name_that_is_like_nothing_is_refused(text: str) -> None:
    with pytest.raises(UnknownExercise) as refusal:
        resolve(text, GYM)
    assert refusal.value.candidates == ()
    assert refusal.value.read == text
    assert refusal.value.expected


def test_exact_looks_up_names_and_aliases_but_no_abbreviations() -> None:
    names = Names(GYM)
    assert names.exact("Barbell Bench Press") is BENCH
    assert names.exact("bench") is BENCH
    assert names.exact("inc") is None


@pytest.mark.parametrize(
    ("text", "exercises"),
    [
        ("", GYM),
        ("bench", (BENCH, DUMBBELL_BENCH, INCLINE)),
        ("chest", (BENCH, DUMBBELL_BENCH, INCLINE)),
        ("lats", (PULL_UP, ROW)),
        ("dumbbell", (DUMBBELL_BENCH,)),
        ("press chest dumb", (DUMBBELL_BENCH,)),
        ("arm", (CURL,)),
        ("nothing of the kind", ()),
    ],
)
def test_find_lists_what_a_text_may_mean(text: str, exercises: tuple[Exercise, ...]) -> None:
    assert find(text, GYM) == exercises


@pytest.mark.parametrize("exercise", GYM)
def test_every_name_and_alias_resolves_to_its_own_exercise(exercise: Exercise) -> None:
    for text in (exercise.name, *exercise.aliases):
        assert resolve(text.upper().replace("(", "["), GYM) is exercise


@given(st.sampled_from(GYM), st.data())
def test_any_abbreviation_of_a_name_finds_it(exercise: Exercise, data: st.DataObject) -> None:
    tokens = tuple(word[: data.draw(st.integers(1, len(word)))] for word in words_of(exercise.name))
    assert fits(tokens, words_of(exercise.name))


def test_joined_words_hide_how_a_name_was_spaced() -> None:
    assert joined(words_of("Lat Pull Down")) == joined(words_of("latpulldown"))
