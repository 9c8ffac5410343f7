"""The rubric: five answers, two scores, one policy."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exercise import Level, Policy
from tracker.muscles import MUSCLES
from tracker.rubric import (
    QUESTIONS,
    Answers,
    classify,
    muscle_mass,
    neurological_level,
    scores,
    technical_level,
)

STRICTNESS = [Policy.ABSOLUTE, Policy.ABSOLUTE_STAR, Policy.TECHNICAL, Policy.NEVER]
LEVELS = [Level.LOW, Level.MEDIUM, Level.HIGH]
EQUIPMENT = [
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
    "other",
]
FAMILIES = ["", "bench", "squat", "deadlift", "lunge", "row", "pushup", "dip", "curl", "legpress"]

answers_given = st.builds(
    Answers,
    joints=st.integers(1, 3),
    is_free_path=st.booleans(),
    spine=st.integers(0, 2),
    needs_balance=st.booleans(),
    is_ballistic=st.booleans(),
)
described = st.fixed_dictionaries(
    {
        "primary": st.sampled_from(["", *MUSCLES]),
        "equipment": st.sampled_from(EQUIPMENT),
        "family": st.sampled_from(FAMILIES),
    }
)


def answers(joints: int, path: int, spine: int, balance: int, ballistic: int) -> Answers:
    return Answers(joints, bool(path), spine, bool(balance), bool(ballistic))


@pytest.mark.parametrize(
    ("given_answers", "primary", "technical", "neurological"),
    [
        (answers(2, 1, 0, 0, 0), "chest", 2, 3),
        (answers(2, 1, 0, 1, 0), "chest", 3, 3),
        (answers(3, 1, 2, 0, 0), "quads", 5, 7),
        (answers(3, 1, 2, 1, 0), "quads", 6, 7),
        (answers(2, 1, 2, 0, 0), "hamstrings", 4, 6),
        (answers(3, 1, 2, 1, 1), "full body", 9, 9),
        (answers(2, 1, 1, 1, 0), "front delts", 4, 4),
        (answers(2, 1, 0, 0, 0), "side delts", 2, 2),
        (answers(2, 0, 0, 0, 0), "lats", 1, 2),
        (answers(2, 0, 0, 0, 0), "quads", 1, 3),
        (answers(1, 0, 0, 0, 0), "quads", 0, 1),
        (answers(1, 1, 0, 0, 0), "biceps", 1, 0),
        (answers(2, 1, 1, 0, 1), "glutes", 6, 7),
    ],
    ids=[
        "bench press",
        "dumbbell bench press",
        "squat",
        "front squat",
        "romanian deadlift",
        "clean",
        "overhead press",
        "upright row",
        "lat pulldown",
        "leg press",
        "leg extension",
        "barbell curl",
        "kettlebell swing",
    ],
)
def test_the_scores_are_the_sums_of_the_answers(
    given_answers: Answers, primary: str, technical: int, neurological: int
) -> None:
    sums = scores(given_answers, primary)
    assert (sums.technical, sums.neurological) == (technical, neurological)


@pytest.mark.parametrize(
    ("score", "technical", "neurological"),
    [
        (0, Level.LOW, Level.LOW),
        (1, Level.LOW, Level.LOW),
        (2, Level.MEDIUM, Level.LOW),
        (3, Level.MEDIUM, Level.MEDIUM),
        (4, Level.MEDIUM, Level.MEDIUM),
        (5, Level.HIGH, Level.MEDIUM),
        (6, Level.HIGH, Level.HIGH),
        (9, Level.HIGH, Level.HIGH),
    ],
)
def test_a_score_has_its_level(score: int, technical: Level, neurological: Level) -> None:
    assert (technical_level(score), neurological_level(score)) == (technical, neurological)


@pytest.mark.parametrize(
    ("primary", "joints", "mass"),
    [
        ("biceps", 1, 0),
        ("calves", 1, 0),
        ("abs", 2, 0),
        ("triceps", 1, 0),
        ("triceps", 2, 1),
        ("front delts", 2, 1),
        ("side delts", 2, 0),
        ("chest", 1, 1),
        ("hamstrings", 1, 1),
        ("adductors", 1, 0),
        ("lower back", 2, 2),
        ("full body", 3, 2),
        ("", 2, 1),
    ],
)
def test_muscle_mass_follows_from_the_muscle_and_the_joints(
    primary: str, joints: int, mass: int
) -> None:
    assert muscle_mass(primary, joints) == mass


@pytest.mark.parametrize(
    ("given_answers", "primary", "equipment", "family", "policy"),
    [
        (answers(2, 1, 0, 0, 0), "chest", "barbell", "bench", Policy.TECHNICAL),
        (answers(3, 1, 2, 0, 0), "quads", "barbell", "squat", Policy.NEVER),
        (answers(2, 1, 0, 0, 0), "quads", "trapbar", "deadlift", Policy.NEVER),
        (answers(3, 1, 0, 0, 0), "quads", "dumbbell", "squat", Policy.TECHNICAL),
        (answers(1, 1, 0, 0, 1), "biceps", "barbell", "curl", Policy.NEVER),
        (answers(2, 0, 0, 0, 0), "chest", "machine", "bench", Policy.ABSOLUTE_STAR),
        (answers(2, 0, 0, 0, 0), "chest", "band", "bench", Policy.ABSOLUTE_STAR),
        (answers(2, 0, 0, 0, 0), "chest", "other", "", Policy.TECHNICAL),
        (answers(1, 1, 0, 0, 0), "biceps", "dumbbell", "curl", Policy.ABSOLUTE),
        (answers(2, 0, 0, 0, 0), "chest", "bodyweight", "pushup", Policy.ABSOLUTE_STAR),
        (answers(2, 0, 0, 0, 0), "mid back", "bodyweight", "row", Policy.ABSOLUTE_STAR),
        (answers(2, 0, 0, 0, 0), "triceps", "bodyweight", "dip", Policy.ABSOLUTE_STAR),
        (answers(2, 1, 0, 0, 0), "chest", "bodyweight", "dip", Policy.TECHNICAL),
        (answers(2, 1, 0, 0, 0), "lats", "bodyweight", "pullup", Policy.TECHNICAL),
        (answers(2, 0, 0, 0, 0), "hamstrings", "bodyweight", "legcurl", Policy.TECHNICAL),
        (answers(3, 0, 1, 0, 0), "quads", "smith", "squat", Policy.ABSOLUTE_STAR),
        (answers(3, 0, 1, 0, 0), "quads", "smith", "lunge", Policy.ABSOLUTE_STAR),
        (answers(2, 0, 1, 0, 0), "mid back", "smith", "row", Policy.ABSOLUTE_STAR),
        (answers(3, 0, 1, 0, 0), "hamstrings", "smith", "deadlift", Policy.TECHNICAL),
        (answers(2, 0, 0, 0, 0), "hamstrings", "smith", "deadlift", Policy.TECHNICAL),
        (answers(2, 0, 1, 0, 0), "front delts", "smith", "ohp", Policy.TECHNICAL),
        (answers(2, 0, 0, 0, 0), "chest", "smith", "bench", Policy.ABSOLUTE_STAR),
        (answers(1, 1, 2, 0, 0), "hamstrings", "dumbbell", "", Policy.TECHNICAL),
        (answers(2, 0, 2, 0, 0), "lats", "machine", "", Policy.TECHNICAL),
    ],
)
def test_the_policy_follows_in_order(
    given_answers: Answers, primary: str, equipment: str, family: str, policy: Policy
) -> None:
    assert classify(given_answers, primary, equipment, family).policy is policy


@pytest.mark.parametrize("mark", ["yes", "deriv"])
def test_an_olympic_mark_alone_forbids_failure(mark: str) -> None:
    assert classify(Answers(joints=1), "biceps", olympic=mark).policy is Policy.NEVER


@given(answers_given, described)
def test_high_demand_is_never_taken_to_failure(
    given_answers: Answers, description: dict[str, str]
) -> None:
    classified = classify(given_answers, **description)
    if Level.HIGH in (classified.technical, classified.neurological):
        assert classified.policy is Policy.NEVER


def harder(given_answers: Answers) -> list[Answers]:
    """The same answers with one of them a step harder."""
    steps = {
        "joints": min(3, given_answers.joints + 1),
        "is_free_path": True,
        "spine": min(2, given_answers.spine + 1),
        "needs_balance": True,
        "is_ballistic": True,
    }
    return [replace(given_answers, **{name: value}) for name, value in steps.items()]


@given(answers_given, described)
def test_a_harder_answer_never_gives_a_laxer_policy_or_a_lower_level(
    given_answers: Answers, description: dict[str, str]
) -> None:
    easier = classify(given_answers, **description)
    for changed in harder(given_answers):
        stricter = classify(changed, **description)
        assert STRICTNESS.index(stricter.policy) >= STRICTNESS.index(easier.policy)
        assert LEVELS.index(stricter.technical) >= LEVELS.index(easier.technical)
        assert LEVELS.index(stricter.neurological) >= LEVELS.index(easier.neurological)


def test_the_questions_ask_for_every_answer_once() -> None:
    assert [one.field for one in QUESTIONS] == [one.name for one in fields(Answers)]


def test_the_choices_of_a_question_run_from_easy_to_hard() -> None:
    for question in QUESTIONS:
        values = [choice.value for choice in question.choices]
        assert values == sorted(values)
        assert len(set(values)) == len(values)


def test_every_choice_makes_answers_that_can_be_classified() -> None:
    for question in QUESTIONS:
        for choice in question.choices:
            chosen = replace(Answers(), **{question.field: choice.value})
            assert getattr(chosen, question.field) == choice.value
            assert classify(chosen, "chest").policy in STRICTNESS
