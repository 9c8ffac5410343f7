from datetime import UTC, datetime

import pytest

from tracker.exercise import Exercise
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.turn import is_unfinished, mates_of, next_unfinished, sets_left, turn_after_set

AT = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def block(
    id: int, done: int, planned: int | None = 3, superset: int | None = None, skipped: bool = False
) -> Block:
    sets = tuple(PerformedSet(AT) for _ in range(done))
    return Block(
        Exercise(id, f"lift {id}"), sets, (), planned, superset=superset, skipped=skipped, id=id
    )


@pytest.mark.parametrize(
    ("done", "planned", "left"), [(0, 3, 3), (3, 3, 0), (5, 3, 0), (4, None, 1)]
)
def test_planned_sets_are_left_until_they_are_done(done, planned, left) -> None:
    assert sets_left(block(1, done, planned)) == left


def test_a_warm_up_is_no_set_of_the_plan() -> None:
    warm = Block(Exercise(1, "lift"), (PerformedSet(AT, warm_up=True),), planned_sets=1)
    assert sets_left(warm) == 1


def test_a_skipped_exercise_has_no_set_to_come() -> None:
    assert not is_unfinished(block(1, 0, skipped=True))


def test_the_next_one_lies_behind_and_then_before() -> None:
    blocks = [block(1, 1), block(2, 3), block(3, 0, skipped=True), block(4, 2)]
    assert next_unfinished(blocks, blocks[1]).id == 4
    assert next_unfinished(blocks, blocks[3]).id == 1
    assert next_unfinished(blocks[1:3], blocks[1]) is None


@pytest.mark.parametrize(
    ("blocks", "here", "turn"),
    [
        ([block(1, 2, 3, 7), block(2, 1, 2, 7)], 2, 1),
        ([block(1, 1), block(2, 0)], 1, 1),
        ([block(1, 3), block(2, 0)], 1, 2),
        ([block(1, 3), block(2, 3)], 1, 1),
        ([block(1, 2, None), block(2, 0)], 1, 1),
        ([block(1, 1, 3, 7), block(2, 0, 3, 7)], 1, 2),
        ([block(1, 1, 3, 7), block(2, 1, 3, 7)], 2, 1),
        ([block(1, 2, 3, 7), block(2, 2, 2, 7)], 1, 1),
        ([block(1, 1, 3, 7), block(2, 0, 3, 7, skipped=True)], 1, 1),
        ([block(1, 1, 3, 7), block(2, 1, 3, 7), block(3, 0, 3, 7)], 1, 3),
        ([block(1, 3, 3, 7), block(2, 3, 3, 7), block(3, 0)], 2, 3),
    ],
    ids=[
        "joined in the middle it alternates all the same",
        "it goes on until its plan is done",
        "then the next one comes up",
        "with all done it stays",
        "without a plan it stays",
        "a superset alternates",
        "and comes back",
        "a partner that is done is passed over",
        "a partner that is skipped too",
        "of three the one that is behind",
        "a superset that is done gives way",
    ],
)
def test_whose_turn_it_is(blocks: list[Block], here: int, turn: int) -> None:
    assert turn_after_set(blocks, blocks[here - 1]).id == turn


def test_who_is_left_alone_in_a_superset_has_no_mates() -> None:
    alone = [block(1, 1, 3, 7), block(2, 0)]
    assert mates_of(alone, alone[0]) == ()
    pair = [block(1, 1, 3, 7), block(2, 0, 3, 7)]
    assert mates_of(pair, pair[0]) == tuple(pair)
