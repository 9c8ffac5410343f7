"""The store's statements give what counting by hand over whole sessions gives."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from data.demo_writing import write_demo
from data.store import OpenStore, open_store
from tracker.demo import lifetime_of_training, year_of_training
from tracker.failure import is_failure
from tracker.session import Session
from tracker.settings import Settings

UNTIL = datetime(2026, 11, 23, 17, 40, tzinfo=UTC)
DEFAULTS = Settings()
LENIENT = DEFAULTS.with_value("guidance.rir0_counts_as", "none")


@pytest.fixture(scope="module")
def store() -> OpenStore:
    opened = open_store(":memory:")
    exercises = {one.name: one for one in opened.shelf.exercises()}
    year = year_of_training(exercises, UNTIL, "Europe/Berlin", Random(3))
    before = UNTIL - timedelta(days=400)
    older = lifetime_of_training(exercises, before, "Europe/Berlin", Random(4), 2000)
    write_demo(opened.connection, (*older, *year))
    return opened


@pytest.fixture(scope="module")
def sessions(store: OpenStore) -> list[Session]:
    """All of them, newest first."""
    lines = store.store.history.sessions(DEFAULTS, limit=10_000)
    return [store.store.history.session(line.id) for line in lines]


@pytest.mark.parametrize("settings", [DEFAULTS, LENIENT], ids=["technical", "none"])
def test_a_session_line_counts_its_work_and_failure_sets(
    store: OpenStore, sessions: list[Session], settings: Settings
) -> None:
    lines = store.store.history.sessions(settings, limit=10_000)
    assert [(line.sets, line.failure_sets) for line in lines] == [
        (
            sum(one.is_work_set for one in session.sets),
            sum(is_failure(one, settings) for one in session.sets),
        )
        for session in sessions
    ]


def test_sets_after_the_moment_asked_are_not_counted(
    store: OpenStore, sessions: list[Session]
) -> None:
    latest = sessions[0]
    middle = latest.sets[len(latest.sets) // 2].at
    line = store.store.history.sessions(DEFAULTS, limit=1, until=middle)[0]
    assert line.id == latest.id
    assert line.sets == sum(one.is_work_set and one.at <= middle for one in latest.sets)


@pytest.mark.parametrize("query", ["squat", "ARMS", "push", "no such lift", "%", "_", "preacher"])
def test_a_search_finds_titles_and_exercises(
    store: OpenStore, sessions: list[Session], query: str
) -> None:
    found = store.store.history.sessions(DEFAULTS, limit=10_000, query=query)
    word = query.lower()
    wanted = [
        session.id
        for session in sessions
        if word in session.title.lower()
        or any(word in block.exercise.name.lower() for block in session.blocks)
    ]
    assert [line.id for line in found] == wanted


def test_lifts_of_late_weigh_more_than_older_ones(
    store: OpenStore, sessions: list[Session]
) -> None:
    latest = sessions[0].started_at
    times: Counter[int] = Counter()
    for session in sessions:
        age = latest - session.started_at
        weight = 50 if age < timedelta(days=28) else 20 if age < timedelta(days=180) else 1
        for block in session.blocks:
            times[block.exercise.id] += weight
    assert store.store.catalogue.usage() == {one: float(count) for one, count in times.items()}


def test_drop_ratios_are_the_reps_after_each_failure_at_the_same_load(
    store: OpenStore, sessions: list[Session]
) -> None:
    seen = 0
    for exercise in {block.exercise.id: block.exercise for block in sessions[0].blocks}.values():
        blocks = [
            block
            for session in reversed(sessions)
            for block in session.blocks
            if block.exercise.id == exercise.id
        ]
        ratios = [
            (after.reps or 0) / before.reps
            for block in blocks
            for before, after in pairwise(block.work_sets)
            if before.reps and is_failure(before, DEFAULTS) and before.load == after.load
        ]
        facts = store.store.history.facts(UNTIL, DEFAULTS, exercise)
        assert facts.drop_ratios == tuple(ratios[-20:])
        seen += len(ratios)
    assert seen
