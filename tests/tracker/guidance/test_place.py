"""Where an exercise stands in the session."""

from dataclasses import replace

import pytest

from tracker.guidance.place import is_late, place_of
from tracker.planned import PlannedSet
from tracker.session import Block, Place
from tracker.settings import Settings

DONE = ["60x10@2"]
PLAN = [PlannedSet(reps=10)]


def _blocks(gym, *kinds: str) -> list[Block]:
    """`d` done, `p` planned only, `r` done from a routine, `s` skipped."""
    lift = "Leg Press"
    made = {
        "d": gym.block(lift, DONE),
        "p": gym.block(lift, plan=PLAN),
        "r": gym.block(lift, DONE, plan=PLAN),
        "s": replace(gym.block(lift, plan=PLAN), skipped=True),
    }
    return [made[kind] for kind in kinds]


@pytest.mark.parametrize(
    ("kinds", "position", "is_over", "place"),
    [
        ("dd", 1, False, None),
        ("r", 0, False, None),
        ("dp", 0, False, Place(1, 2)),
        ("rrr", 2, False, Place(3, 3)),
        ("rsrp", 2, False, Place(2, 3)),
        ("dd", 1, True, Place(2, 2)),
        ("dpd", 2, True, Place(2, 2)),
        ("dp", 1, True, None),
    ],
)
def test_the_place_is_known_from_a_plan_or_looking_back(gym, kinds, position, is_over, place):
    assert place_of(_blocks(gym, *kinds), position, is_over) == place


def test_what_the_lifter_said_holds(gym):
    said = gym.block("Leg Press", DONE, place=(4, 5))
    assert place_of([*_blocks(gym, "p"), said], 1, False) == Place(4, 5)


@pytest.mark.parametrize(
    ("place", "late"),
    [(Place(1, 1), True), (Place(1, 2), False), (Place(2, 3), True), (Place(2, 4), False)],
)
def test_late_is_past_the_half(place, late):
    assert is_late(place, Settings()) is late
