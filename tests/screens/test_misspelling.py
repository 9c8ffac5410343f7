"""How near a typed word is to a word of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.misspelling import A_SLIP, BEGUN, BY_EAR, WHOLE, begins, forgiven, slips_allowed, sound

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "word", "cost"),
    [("incline", "incline", WHOLE), ("inc", "incline", BEGUN), ("inv", "incline", None)],
)
def test_a_word_is_meant_whole_or_by_its_first_letters(
    typed: str, word: str, cost: float | None
) -> None:
    assert begins(typed, word) == cost


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("skwat", "squat"),
        ("latteral", "lateral"),
        ("hamer", "hammer"),
        ("dumbel", "dumbbell"),
        ("pendley", "pendlay"),
        ("skulcrusher", "skullcrusher"),
        ("benhc", "bench"),
        ("sqaut", "squat"),
        ("dealift", "deadlift"),
        ("extention", "extension"),
        ("bulgarain", "bulgarian"),
        ("crul", "curl"),
        ("rwo", "row"),
        ("ocncentration", "concentration"),
        ("inclne", "incline"),
        ("romainian", "romanian"),
        ("pulldwo", "pulldown"),
    ],
)
def test_a_misspelt_word_is_forgiven(typed: str, word: str) -> None:
    assert forgiven(typed, word) is not None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("calf", "curl"),
        ("row", "raw"),
        ("leg", "lag"),
        ("db", "dl"),
        ("bench", "press"),
        ("decline", "incline"),
        ("seated", "standing"),
        ("dip", "hip"),
    ],
)
def test_another_word_is_not_taken_for_a_misspelt_one(typed: str, word: str) -> None:
    assert forgiven(typed, word) is None


def test_by_ear_is_nearer_than_a_slip_and_one_slip_nearer_than_two() -> None:
    by_ear, slip = forgiven("skwat", "squat"), forgiven("benhc", "bench")
    two = forgiven("bulgarniaa", "bulgarian")
    assert (by_ear, slip, two) == (BY_EAR, A_SLIP, 2 * A_SLIP)


@pytest.mark.parametrize(
    ("word", "heard"), [("squat", "skwat"), ("dumbbell", "dumbel"), ("crunch", "krunkh")]
)
def test_a_sound_has_one_letter_and_none_is_doubled(word: str, heard: str) -> None:
    assert sound(word) == heard


@given(WORDS, st.integers(1, 12))
def test_what_begins_a_word_costs_the_same_with_forgiveness(word: str, letters: int) -> None:
    typed = word[:letters]
    assert forgiven(typed, word) == begins(typed, word)


@given(WORDS)
def test_a_longer_word_may_hold_no_fewer_slips(word: str) -> None:
    assert slips_allowed(len(word)) <= slips_allowed(len(word) + 1) <= 2
