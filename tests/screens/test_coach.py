"""The coach on personal records: what is announced, and that editing the past moves it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from screens.coach import Coach
from screens.house import House
from tracker.bests import Bests
from tracker.exercise import Exercise
from tracker.load import kg
from tracker.records import Record, RecordKind
from tracker.session import Session

Train = Callable[[str, str, dict[str, str]], Session]
BENCH = "Bench Press (Barbell)"
E1RM, REPS, VOLUME = RecordKind.ONE_REP_MAX, RecordKind.REPS_AT_LOAD, RecordKind.VOLUME


def announced(house: House, session: Session) -> list[list[RecordKind]]:
    """By set of the session, in order: the kinds announced at it."""
    at = session.ended_at or house.clock()
    return [
        [record.kind for record in house.coach.records(at, session, block, one)]
        for block in session.blocks
        for one in block.sets
    ]


def final(house: House, session: Session) -> dict[RecordKind, Record]:
    at = session.ended_at or house.clock()
    return {one.kind: one for one in house.coach.session_records(at, session)}


def test_the_first_session_of_a_lift_announces_nothing(house: House, train: Train) -> None:
    session = train("2026-11-10 18:30", "Push", {BENCH: "w40x10; 80x8@2; 85x8@1"})
    assert announced(house, session) == [[], [], []]
    assert house.coach.session_records(house.clock(), session) == ()


def test_a_set_is_held_against_earlier_sessions_and_announced_once(
    house: House, train: Train
) -> None:
    train("2026-11-10 18:30", "Push", {BENCH: "80x8@2; 80x8@2"})
    session = train("2026-11-16 18:30", "Push", {BENCH: "w80x20; 80x9@2; 80x9@2; 80x8@0"})
    assert announced(house, session) == [[], [E1RM, REPS], [VOLUME], []]
    records = final(house, session)
    assert [(one.value, one.beaten) for one in records.values()] == [
        (110_532, 106_667),
        (9, 8),
        (2_080_000, 1_280_000),
    ]


def test_later_sessions_beat_nothing_in_earlier_ones(house: House, train: Train) -> None:
    first = train("2026-11-10 18:30", "Push", {BENCH: "80x8@2"})
    second = train("2026-11-16 18:30", "Push", {BENCH: "80x9@2"})
    train("2026-11-20 18:30", "Push", {BENCH: "120x9@2"})
    assert announced(house, first) == [[]]
    assert announced(house, second) == [[E1RM, REPS, VOLUME]]


def test_two_stretches_of_one_lift_are_one(house: House, train: Train) -> None:
    train("2026-11-10 18:30", "Push", {BENCH: "80x8@2; 80x8@2"})
    session = train("2026-11-16 18:30", "Push", {BENCH: "80x9@2", "flat bench": "80x9@2"})
    assert len(session.blocks) == 2
    assert announced(house, session) == [[E1RM, REPS], [VOLUME]]


def test_nothing_later_than_the_time_asked_counts(house: House, train: Train) -> None:
    train("2026-11-10 18:30", "Push", {BENCH: "80x8@2"})
    session = train("2026-11-16 18:30", "Push", {BENCH: "80x8@2; 80x10@2"})
    assert house.coach.session_records(session.sets[0].at, session) == ()


def test_editing_the_past_moves_the_records_once_the_coach_forgets(
    house: House, train: Train
) -> None:
    first = train("2026-11-10 18:30", "Push", {BENCH: "80x8@2"})
    second = train("2026-11-16 18:30", "Push", {BENCH: "80x9@2"})
    assert final(house, second)[REPS].beaten == 8
    house.store.editing.change_sets([replace(first.sets[0], reps=12)], "correct the reps")
    house.coach.forget()
    assert final(house, second) == {}


def test_the_bests_of_a_lift_are_read_once_in_a_session(
    house: House, train: Train, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = train("2026-11-16 18:30", "Push", {BENCH: "80x9@2; 80x9@2"})
    history = house.store.history
    reads, read = [], history.bests

    def counted(exercise: Exercise, before: datetime, not_in: int = 0) -> Bests:
        reads.append(exercise.name)
        return read(exercise, before, not_in)

    monkeypatch.setattr(history, "bests", counted)
    coach = Coach(house.store, house.zone)
    for _ in range(3):
        coach.session_records(house.clock(), session)
    assert len(reads) == 1


def test_the_body_s_weight_of_the_day_counts(house: House, train: Train) -> None:
    first = train("2026-11-10 18:30", "Pull", {"pull up": "bwx8@2"})
    second = train("2026-11-16 18:30", "Pull", {"pull up": "bwx9@2"})
    assert first.body_weight == kg(82)
    assert set(final(house, second)) == {E1RM, REPS, VOLUME}
    house.store.editing.change_session(replace(second, body_weight=None))
    house.coach.forget()
    unknown = house.store.history.session(second.id)
    assert set(final(house, unknown)) == {REPS}


def test_a_set_that_is_only_typed_is_held_against_all_that_was_done(
    house: House, train: Train
) -> None:
    train("2026-11-10 18:30", "Push", {BENCH: "80x8@2"})
    session = train("2026-11-16 18:30", "Push", {BENCH: "80x9@2"})
    block = session.blocks[0]
    later = block.sets[0].at + timedelta(minutes=5)
    typed = [replace(block.sets[0], id=0, reps=reps, at=later) for reps in (9, 10)]
    told = [house.coach.records(later, session, block, one) for one in typed]
    assert [[one.kind for one in records] for records in told] == [[], [E1RM, REPS]]
