"""Muscles and the groups pain speaks for."""

import pytest

from tracker.muscles import GROUPS, MUSCLES, group_of


@pytest.mark.parametrize(
    ("muscle", "group"),
    [
        ("front delts", "shoulders"),
        ("side delts", "shoulders"),
        ("rear delts", "shoulders"),
        ("lats", "back"),
        ("lower back", "lower back"),
        ("brachialis", "biceps"),
        ("glute medius", "glutes"),
        ("obliques", "core"),
    ],
)
def test_a_muscle_belongs_to_its_group(muscle: str, group: str) -> None:
    assert group_of(muscle) == group


def test_a_muscle_stands_in_one_group_only() -> None:
    assert len(MUSCLES) == len(set(MUSCLES))


def test_every_group_lists_the_muscles_that_name_it() -> None:
    for group, muscles in GROUPS.items():
        assert {group_of(muscle) for muscle in muscles} == {group}


def test_a_name_that_is_no_muscle_stands_for_itself() -> None:
    assert group_of("eyebrow") == "eyebrow"
