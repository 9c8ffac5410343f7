"""The guide on one set, with the heaviest month of history that a person could have."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter

from bench.result import Relation, Result, middle, percentile_95
from bench.scratch import SEED, ZONE
from data.demo_writing import write_demo
from data.store import OpenStore, open_store
from tracker.demo import lifetime_of_training
from tracker.demo_lifter import PRESS, TIRELESS, DemoLifter
from tracker.effort import FailureType
from tracker.guidance.advice import Moment
from tracker.guidance.guide import guide
from tracker.guidance.situation import Situation
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings

MILLISECONDS = 1000.0
MONTH_OF_SETS = 1200
"""More than 28 days of a lifter who trains every day."""


def reckless() -> DemoLifter:
    """Trains every day, and takes the last set of every lift to the limit."""
    split = {
        title: tuple(replace(lift, temptation=1.0) for lift in lifts)
        for title, lifts in TIRELESS.split.items()
    }
    return replace(TIRELESS, split=split, boldness=20.0)


def heavy_situation(opened: OpenStore, now: datetime) -> Situation:
    """The third set of a session has just failed, after such a month."""
    exercises = {one.name: one for one in opened.shelf.exercises()}
    month = lifetime_of_training(
        exercises, now, ZONE, Random(SEED), MONTH_OF_SETS, lifter=reckless()
    )
    write_demo(opened.connection, month)
    settings = Settings()
    exercise = exercises[PRESS]
    done = tuple(
        replace(one, at=now - timedelta(minutes=12 - 4 * place), failure=None, rir=2.0)
        for place, one in enumerate(_last_work_sets(month, exercise.name)[:2])
    )
    failed = replace(done[0], at=now, rir=0.0, failure=FailureType.TECHNICAL)
    block = Block(exercise, (*done, failed), planned_sets=4)
    return Situation(
        moment=Moment.LOGGED,
        now=now,
        zone=ZONE,
        profile=opened.store.keeping.profile(),
        settings=settings,
        facts=opened.store.history.facts(now, settings, exercise),
        session=Session(now - timedelta(minutes=20), ZONE, "Push", blocks=(block,), is_open=True),
        block=block,
        performed=failed,
    )


def _last_work_sets(sessions: tuple[Session, ...], name: str) -> tuple[PerformedSet, ...]:
    blocks = (block for one in reversed(sessions) for block in one.blocks)
    return next(block.work_sets for block in blocks if block.exercise.name == name)


def guided(repetitions: int) -> Iterator[Result]:
    """How long `guide` takes at the moments of the live screen.

    The first answer over facts just read has to count their failures; later ones find them counted.
    """
    opened = open_store(":memory:")
    logged = heavy_situation(opened, datetime.now(UTC).replace(microsecond=0))
    events = len(logged.facts.failures)
    for moment in (Moment.LOGGED, Moment.PLAN):
        first: list[float] = []
        later: list[float] = []
        for _ in range(repetitions):
            situation = replace(logged, moment=moment, facts=replace(logged.facts))
            first.append(_asked(situation))
            later.append(_asked(situation))
        for when, times in (("first answer", first), ("later answers", later)):
            words = f"guide, {moment}, {events} failure sets in 28 days, {when}"
            for figure, value, goal in (
                ("median", middle(times), 2.0),
                ("p95", percentile_95(times), None),
            ):
                yield Result(
                    f"{words}, {figure}", 0.0, value, "ms", goal, Relation.ABSOLUTE, repetitions
                )
    opened.close()


def _asked(situation: Situation) -> float:
    started = perf_counter()
    guide(situation)
    return MILLISECONDS * (perf_counter() - started)
