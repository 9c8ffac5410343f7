"""Blocks with a failure, as calibration reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from data.store import OpenStore
from tracker.effort import FailureType
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.settings import Settings

DAY = datetime(2026, 11, 1, 18, tzinfo=UTC)
NOW = DAY + timedelta(days=20)
DEFAULTS = Settings()
Row = tuple[int, float | None, FailureType | None]
CLAIMED: Row = (8, 2.0, None)
FAILED: Row = (9, None, FailureType.ABSOLUTE)


def log(opened: OpenStore, rows: Sequence[Row], at: datetime = DAY, warm_ups: int = 0) -> int:
    store = opened.store
    session = store.logging.start(at, "UTC", "Arms")
    exercise = next(one for one in store.catalogue.exercises() if one.name.startswith("Preacher"))
    block_id = store.logging.add_block(session.id, Block(exercise))
    sets = [PerformedSet(at, kg(10), 10, warm_up=True)] * warm_ups + [
        PerformedSet(at + timedelta(minutes=3 * place), kg(30), reps, rir=rir, failure=failure)
        for place, (reps, rir, failure) in enumerate(rows)
    ]
    store.logging.log(block_id, sets)
    return block_id


def read(opened: OpenStore, settings: Settings = DEFAULTS, until: datetime = NOW) -> list[Block]:
    after = NOW - timedelta(days=365)
    return list(opened.store.history.failed_blocks(after, until, settings))


def test_a_block_with_a_failure_comes_with_its_work_sets_in_order(opened: OpenStore) -> None:
    block_id = log(opened, [CLAIMED, (8, 1.0, None), FAILED], warm_ups=2)
    log(opened, [CLAIMED, CLAIMED], DAY + timedelta(days=1))
    (block,) = read(opened)
    assert (block.id, block.exercise.name) == (block_id, "Preacher Curl (Barbell)")
    assert [(one.reps, one.rir) for one in block.sets] == [(8, 2.0), (8, 1.0), (9, None)]


def test_blocks_come_oldest_first_whatever_was_logged_first(opened: OpenStore) -> None:
    later = log(opened, [CLAIMED, FAILED], DAY + timedelta(days=3))
    earlier = log(opened, [CLAIMED, FAILED], DAY)
    assert [one.id for one in read(opened)] == [earlier, later]


@pytest.mark.parametrize(("days_ago", "count"), [(364, 1), (366, 0), (-1, 0)])
def test_only_the_asked_span_is_read(opened: OpenStore, days_ago: int, count: int) -> None:
    log(opened, [CLAIMED, FAILED], NOW - timedelta(days=days_ago))
    assert len(read(opened)) == count


def test_sets_after_the_moment_asked_are_not_seen(opened: OpenStore) -> None:
    log(opened, [CLAIMED, FAILED, CLAIMED, FAILED])
    (block,) = read(opened, until=DAY + timedelta(minutes=5))
    assert len(block.sets) == 2


def test_settings_say_which_sets_failed(opened: OpenStore) -> None:
    log(opened, [CLAIMED, (10, 0.0, None)])
    assert len(read(opened)) == 1
    assert not read(opened, DEFAULTS.with_value("guidance.rir0_counts_as", "none"))


def test_the_statement_reads_by_the_index_of_failures(opened: OpenStore) -> None:
    log(opened, [CLAIMED, FAILED])
    seen: list[str] = []
    opened.connection.set_trace_callback(seen.append)
    read(opened)
    opened.connection.set_trace_callback(None)
    plan = opened.connection.execute(f"EXPLAIN QUERY PLAN {seen[0]}").fetchall()
    steps = "\n".join(row["detail"] for row in plan)
    assert "USING INDEX sets_failed" in steps and "sets_by_block" in steps
