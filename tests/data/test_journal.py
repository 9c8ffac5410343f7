"""Undo and redo: the database goes back and forth exactly, or not at all."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import data.journal
from data.journal import recorded
from data.store import OpenStore, open_store
from tracker.effort import FailureType, Technique
from tracker.errors import StaleStep, UnknownSession
from tracker.load import kg, lb
from tracker.performed import PerformedSet, Segment
from tracker.session import Block, Session
from tracker.store import Act, Step

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
BENCH = PerformedSet(NOW, kg("62.50"), 8, rir=2.0, note='he said "one more"\n')
DROP = PerformedSet(
    NOW,
    lb(225),
    8,
    rir=0.0,
    failure=FailureType.ABSOLUTE,
    technique=Technique.DROP,
    segments=(Segment(5, lb(185)),),
)

Dump = dict[str, list[tuple[object, ...]]]


def dump(opened: OpenStore) -> Dump:
    """All that a lifter could miss."""
    return {
        table: [tuple(row) for row in opened.connection.execute(f"SELECT * FROM {table}")]
        for table in ("sessions", "blocks", "sets", "acts", "pains", "exercises")
    }


def a_session(opened: OpenStore, *sets: PerformedSet, at: datetime = NOW) -> Session:
    session = opened.store.logging.start(at, "UTC", "Push")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    for one in sets:
        opened.store.logging.log(block_id, [one])
    return opened.store.history.session(session.id)


class Gym(RuleBasedStateMachine):
    """A lifter who logs, edits, takes back and does again, beside a list of what stood when."""

    def __init__(self, opened: OpenStore) -> None:
        super().__init__()
        self.opened = opened
        self.logging, self.editing = opened.store.logging, opened.store.editing
        self.stood = [dump(opened)]
        self.place = 0

    def ids(self, table: str) -> list[int]:
        return [
            row["id"]
            for row in self.opened.connection.execute(f"SELECT id FROM {table} ORDER BY 1")
        ]

    def pick(self, table: str, number: int) -> int:
        ids = self.ids(table)
        return ids[number % len(ids)]

    def session(self, number: int) -> Session:
        return self.opened.store.history.session(self.pick("sessions", number))

    def note(self) -> None:
        """What stands now is the latest state, if anything changed."""
        now = dump(self.opened)
        if now != self.stood[self.place]:
            self.stood = [*self.stood[: self.place + 1], now]
            self.place += 1

    def has_sessions(self) -> bool:
        return bool(self.ids("sessions"))

    def has_blocks(self) -> bool:
        return bool(self.ids("blocks"))

    def has_sets(self) -> bool:
        return bool(self.ids("sets"))

    @rule(hours=st.integers(0, 60), blocks=st.integers(0, 2))
    def start(self, hours: int, blocks: int) -> None:
        planned = [Block(one) for one in self.opened.shelf.exercises()[:blocks]]
        self.logging.start(NOW + timedelta(hours=hours), "Europe/Berlin", "Push", planned, kg(82))
        self.note()

    @precondition(has_sessions)
    @rule(number=st.integers(0, 9), exercise=st.integers(0, 5), before=st.integers(0, 9))
    def add_block(self, number: int, exercise: int, before: int) -> None:
        session = self.session(number)
        block = Block(self.opened.shelf.exercises()[exercise], planned_sets=3)
        ids = [one.id for one in session.blocks]
        self.logging.add_block(session.id, block, ids[before % len(ids)] if ids else None)
        self.note()

    @precondition(has_blocks)
    @rule(number=st.integers(0, 9), count=st.integers(1, 3), shown=st.sampled_from([BENCH, DROP]))
    def log(self, number: int, count: int, shown: PerformedSet) -> None:
        self.logging.log(self.pick("blocks", number), [shown] * count)
        self.note()

    @precondition(has_blocks)
    @rule(number=st.integers(0, 9), exercise=st.integers(0, 5))
    def swap(self, number: int, exercise: int) -> None:
        wanted = self.opened.shelf.exercises()[exercise]
        self.logging.swap_exercise(self.pick("blocks", number), wanted.id)
        self.note()

    @precondition(has_sessions)
    @rule(number=st.integers(0, 9))
    def reverse_the_blocks(self, number: int) -> None:
        session = self.session(number)
        self.logging.order_blocks(session.id, [one.id for one in reversed(session.blocks)])
        self.note()

    @precondition(has_blocks)
    @rule(number=st.integers(0, 9))
    def change_block(self, number: int) -> None:
        for session_id in self.ids("sessions"):
            for block in self.opened.store.history.session(session_id).blocks:
                if block.id == self.pick("blocks", number):
                    self.logging.change_block(replace(block, note="slow", skipped=True))
        self.note()

    @precondition(has_sessions)
    @rule(number=st.integers(0, 9), hours=st.integers(-5, 5))
    def finish(self, number: int, hours: int) -> None:
        session = self.session(number)
        self.logging.finish(session.id, session.started_at + timedelta(hours=hours))
        self.note()

    @precondition(has_sessions)
    @rule(number=st.integers(0, 9), how=st.sampled_from(["leave", "reopen", "discard"]))
    def end_otherwise(self, number: int, how: str) -> None:
        getattr(self.logging, how)(self.pick("sessions", number))
        self.note()

    @precondition(has_sessions)
    @rule(number=st.integers(0, 9), hours=st.integers(-30, 30))
    def move_the_session(self, number: int, hours: int) -> None:
        session = self.session(number)
        shift = timedelta(hours=hours)
        end = session.ended_at and session.ended_at + shift
        start = session.started_at + shift
        self.editing.change_session(
            replace(session, started_at=start, ended_at=end, zone="Asia/Tokyo", note="moved")
        )
        self.note()

    @precondition(has_sets)
    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def change_sets(self, number: int, other: int) -> None:
        ids = {self.pick("sets", number), self.pick("sets", other)}
        self.editing.change_sets([replace(DROP, id=one) for one in ids], "change sets")
        self.note()

    @precondition(has_blocks)
    @rule(number=st.integers(0, 9), after=st.none() | st.integers(0, 9))
    def insert_set(self, number: int, after: int | None) -> None:
        ids = self.ids("sets")
        behind = ids[after % len(ids)] if after is not None and ids else None
        self.editing.insert_set(self.pick("blocks", number), BENCH, behind)
        self.note()

    @precondition(has_sets)
    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def delete_sets(self, number: int, other: int) -> None:
        ids = {self.pick("sets", number), self.pick("sets", other)}
        self.editing.delete_sets(sorted(ids), "delete sets")
        self.note()

    @precondition(has_sets)
    @rule(number=st.integers(0, 9), block=st.integers(0, 9), after=st.none() | st.integers(0, 9))
    def move_set(self, number: int, block: int, after: int | None) -> None:
        behind = None if after is None else self.pick("sets", after)
        self.editing.move_set(self.pick("sets", number), self.pick("blocks", block), behind)
        self.note()

    @precondition(has_blocks)
    @rule(number=st.integers(0, 9))
    def delete_block(self, number: int) -> None:
        self.editing.delete_block(self.pick("blocks", number))
        self.note()

    @rule()
    def undo(self) -> None:
        step = self.editing.undo()
        assert (step is None) == (self.place == 0)
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self) -> None:
        step = self.editing.redo()
        assert (step is None) == (self.place == len(self.stood) - 1)
        self.place = min(len(self.stood) - 1, self.place + 1)

    @invariant()
    def the_database_is_what_stood_then(self) -> None:
        assert dump(self.opened) == self.stood[self.place]

    @invariant()
    def every_row_points_somewhere(self) -> None:
        assert self.opened.connection.execute("PRAGMA foreign_key_check").fetchall() == []

    def teardown(self) -> None:
        while self.place:
            self.undo()
            self.the_database_is_what_stood_then()
        assert self.editing.undo() is None
        while self.place < len(self.stood) - 1:
            self.redo()
            self.the_database_is_what_stood_then()
        assert self.editing.redo() is None
        self.opened.close()


def test_every_operation_is_taken_back_and_done_again_exactly(
    fresh_store: Callable[[], OpenStore],
) -> None:
    run_state_machine_as_test(
        lambda: Gym(fresh_store()),
        settings=settings(max_examples=30, stateful_step_count=25, deadline=None),
    )


def test_a_new_step_forgets_what_was_undone(opened: OpenStore) -> None:
    session = a_session(opened, BENCH, BENCH)
    block_id = session.blocks[0].id
    opened.store.editing.undo()
    opened.store.logging.log(block_id, [DROP])
    assert opened.store.editing.redo() is None
    sets = opened.store.history.session(session.id).sets
    assert [one.technique for one in sets] == [Technique.NONE, Technique.DROP]


def test_several_sets_of_one_entry_are_one_step(opened: OpenStore) -> None:
    session = a_session(opened)
    opened.store.logging.log(session.blocks[0].id, [BENCH] * 3, "log 100x8x3")
    assert opened.store.editing.undo() == Step("log 100x8x3", session.id)
    assert opened.store.history.session(session.id).sets == ()
    opened.store.editing.redo()
    assert len(opened.store.history.session(session.id).sets) == 3


def test_a_step_says_what_it_was_and_in_which_session(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    logged, block = session.sets[0], session.blocks[0]
    editing, logging = opened.store.editing, opened.store.logging
    other = opened.shelf.exercises()[1]
    editing.change_sets([replace(logged, reps=9)], "8 to 9 reps")
    logging.swap_exercise(block.id, other.id)
    logging.change_block(replace(block, note="slow"))
    editing.delete_block(block.id)
    steps = [editing.undo() for _ in range(7)]
    assert steps == [
        Step("delete the exercise", session.id),
        Step(f"change {block.exercise.name}", session.id),
        Step(f"swap to {other.name}", session.id),
        Step("8 to 9 reps", session.id),
        Step("log a set", session.id),
        Step(f"add {block.exercise.name}", session.id),
        Step("start Push", session.id),
    ]
    assert editing.undo() is None


def test_what_changes_nothing_is_no_step(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    opened.store.editing.change_sets(list(session.sets), "nothing")
    opened.store.editing.change_session(session)
    opened.store.editing.delete_sets([99_999], "nothing")
    opened.store.logging.log(session.blocks[0].id, [])
    assert opened.store.editing.undo() == Step("log a set", session.id)


def test_undo_is_refused_where_the_row_has_changed_since(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    (logged,) = session.sets
    opened.store.editing.change_sets([replace(logged, reps=9)], "8 to 9 reps")
    opened.connection.execute("UPDATE sets SET reps = 12, note = ''")
    before = dump(opened)
    with pytest.raises(StaleStep) as caught:
        opened.store.editing.undo()
    assert caught.value.message.startswith("“8 to 9 reps” can't be taken back: the set has changed")
    assert "reps 9" in caught.value.message
    assert "now it is load value 62.50, load unit kg, reps 12" in caught.value.message
    assert "note not said" in caught.value.message
    assert caught.value.message.endswith("Nothing was changed.")
    assert dump(opened) == before


def test_redo_is_refused_where_the_row_has_changed_since(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    (logged,) = session.sets
    opened.store.editing.change_sets([replace(logged, reps=9)], "8 to 9 reps")
    opened.store.editing.undo()
    opened.connection.execute("DELETE FROM sets")
    with pytest.raises(StaleStep, match=r"can't be done again: .*; now it is not there"):
        opened.store.editing.redo()
    assert dump(opened)["sets"] == []


def test_a_refused_undo_of_many_rows_changes_none(opened: OpenStore) -> None:
    session = a_session(opened, BENCH, BENCH, BENCH)
    opened.store.editing.change_sets([replace(one, reps=9) for one in session.sets], "all to 9")
    opened.connection.execute("UPDATE sets SET reps = 10 WHERE id = ?", (session.sets[0].id,))
    before = dump(opened)
    with pytest.raises(StaleStep):
        opened.store.editing.undo()
    assert dump(opened) == before


def test_the_journal_survives_reopening(database_file: Path) -> None:
    first = open_store(database_file)
    session = a_session(first, BENCH, DROP)
    stood = dump(first)
    first.store.logging.discard(session.id)
    first.store.editing.undo()
    first.store.editing.undo()
    first.close()
    second = open_store(database_file)
    assert second.store.editing.redo() == Step("log a set", session.id)
    assert dump(second) == stood
    second.store.editing.redo()
    assert dump(second)["sessions"] == []
    second.close()


def test_a_deleted_session_comes_back_with_its_ids_and_its_acts(opened: OpenStore) -> None:
    session = a_session(opened, BENCH, DROP)
    exercise = session.blocks[0].exercise
    act = Act(NOW, exercise.name, ("R16",), "stop", "overridden", session.id)
    opened.store.keeping.record_act(act)
    stood = dump(opened)
    opened.store.logging.discard(session.id)
    (kept,) = opened.store.history.acts(NOW - timedelta(days=1), NOW)
    assert kept.session_id == 0
    assert dump(opened)["sets"] == dump(opened)["blocks"] == []
    opened.store.editing.undo()
    assert dump(opened) == stood
    assert opened.store.history.session(session.id) == session
    (kept,) = opened.store.history.acts(NOW - timedelta(days=1), NOW)
    assert kept.session_id == session.id


def test_a_swap_takes_the_sets_with_it_and_back(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    other = opened.shelf.exercises()[1]
    opened.store.logging.swap_exercise(session.blocks[0].id, other.id)
    rows = opened.connection.execute("SELECT exercise_id FROM sets").fetchall()
    assert [row["exercise_id"] for row in rows] == [other.id]
    opened.store.editing.undo()
    assert opened.store.history.session(session.id) == session
    rows = opened.connection.execute("SELECT exercise_id FROM sets").fetchall()
    assert [row["exercise_id"] for row in rows] == [session.blocks[0].exercise.id]


def test_old_steps_are_dropped(opened: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.journal, "KEPT_STEPS", 3)
    a_session(opened, *[BENCH] * 5)
    undone = [opened.store.editing.undo() for _ in range(4)]
    assert [one is not None for one in undone] == [True, True, True, False]


def test_changing_what_is_not_there_is_refused_whole(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    (logged,) = session.sets
    before = dump(opened)
    wanted = [replace(logged, reps=9), replace(logged, id=99_999)]
    with pytest.raises(UnknownSession, match=r"The set is no longer there\. Nothing was changed"):
        opened.store.editing.change_sets(wanted, "two sets")
    assert dump(opened) == before


def test_a_step_that_names_a_foreign_table_is_refused(opened: OpenStore) -> None:
    a_session(opened)
    changes = [["profile", 1, None, {"id": 1}]]
    opened.connection.execute(
        "INSERT INTO steps (label, changes) VALUES ('odd', ?)", (json.dumps(changes),)
    )
    with pytest.raises(StaleStep, match="names a table it should not: profile"):
        opened.store.editing.undo()


def test_a_failing_step_is_neither_kept_nor_noted(opened: OpenStore) -> None:
    session = a_session(opened, BENCH)
    before = dump(opened)
    with pytest.raises(KeyError), recorded(opened.connection, "stumble") as recorder:
        recorder.update("sets", session.sets[0].id, {"reps": 3})
        raise KeyError("stumble")
    assert dump(opened) == before
    assert opened.store.editing.undo() == Step("log a set", session.id)
