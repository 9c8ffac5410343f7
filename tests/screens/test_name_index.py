"""The names and aliases of exercises, to be looked up at each letter typed."""

import pytest

from screens.misspelling import begins
from screens.name_index import NameIndex, index_of, spelt_out
from tracker.exercise import Exercise

NAMES = NameIndex(
    (
        ("Bench Press (Barbell)", ("bench",), "chest"),
        ("One Arm Row", ("kroc",), "lats"),
        ("Single Leg Press", (), "quads"),
    )
)


def places(query: str) -> set[int]:
    return {one.place for one in NAMES.with_all(NAMES.costs(tuple(query.split()), begins))}


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("bench", {0}),
        ("pr", {0, 2}),
        ("press bar", {0}),
        ("single", {1, 2}),
        ("one", {1, 2}),
        ("on", {1}),
        ("row kroc", set()),
        ("quads", set()),
        ("zercher", set()),
    ],
)
def test_one_label_holds_all_the_typed_words(query: str, meant: set[int]) -> None:
    assert places(query) == meant


def test_aliases_and_the_muscle_lend_words_to_a_name() -> None:
    assert NAMES.places_with_all(NAMES.costs(("row", "kroc"), begins)) == {1}
    assert NAMES.places_with_all(NAMES.costs(("row", "lats"), begins)) == set()
    assert NAMES.described_by_all(NAMES.costs(("row", "lat"), begins)) == {1}


def test_letters_find_what_they_begin_wherever_the_spaces_are() -> None:
    assert [one.place for one in NAMES.begun("benchpr")] == [0]
    assert [one.place for one in NAMES.begun("bench")] == [0, 0]
    assert list(NAMES.begun("zz")) == []


def test_short_writing_is_spelt_out() -> None:
    assert spelt_out(("seated", "ohp")) == ("seated", "overhead", "press")
    assert spelt_out(("bench",)) == ("bench",)


def test_the_index_is_made_once_for_the_same_names_and_anew_for_others() -> None:
    bench, named_so = Exercise(1, "Bench"), Exercise(1, "Bench", aliases=("flat",))
    assert index_of((bench,)) is index_of([Exercise(7, "Bench")])
    assert index_of((bench,)) is not index_of((named_so,))
    assert index_of((bench,)) is not index_of((bench, named_so))
