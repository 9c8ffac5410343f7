"""The guide's facts are what counting by hand over whole sessions gives."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.demo_writing import write_demo
from data.store import OpenStore
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.failure import is_failure
from tracker.guidance.situation import Facts
from tracker.load import Load, LoadKind, kg, lb
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings

FreshStore = Callable[[], OpenStore]

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NAMES = (
    "Bench Press (Barbell)",
    "Incline Bench Press (Barbell)",
    "Triceps Pushdown (Cable)",
    "Squat (Barbell)",
    "Pull Up",
)
LENIENT = Settings({"guidance.rir0_counts_as": "none", "gate.max_age_days": 30})
ADDED = replace(kg(20), kind=LoadKind.ADDED)
ASSISTED = replace(kg(20), kind=LoadKind.ASSISTED)

done_sets = st.builds(
    PerformedSet,
    at=st.just(NOW),
    load=st.none() | st.sampled_from([kg(100), kg("100.0"), lb(225), kg(60), ADDED, ASSISTED]),
    reps=st.none() | st.integers(0, 9),
    rir=st.none() | st.sampled_from([0.0, 0.0, 1.0, 2.5]),
    failure=st.none() | st.sampled_from(FailureType),
    technique=st.sampled_from([Technique.NONE, Technique.NONE, Technique.DROP]),
    warm_up=st.sampled_from([False, False, False, True]),
)
"""Sets whose time is still to be given."""


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, list[int], list[tuple[int, PerformedSet]]]]:
    """Sessions: hours before now, exercises by place, and sets with the place of their block."""
    starts = draw(st.lists(st.sampled_from([*range(-2, 60, 2), 330, 336, 668, 672]), max_size=5))
    sessions = []
    for start in starts:
        exercises = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
        sets = st.tuples(st.integers(0, len(exercises) - 1), done_sets)
        sessions.append((start, exercises, draw(st.lists(sets, max_size=8))))
    return sessions


def write(
    opened: OpenStore, history: list[tuple[int, list[int], list[tuple[int, PerformedSet]]]]
) -> list[Session]:
    """Keep the sessions; no two sets are at the same instant. They are returned as stored."""
    by_name = {one.name: one for one in opened.shelf.exercises()}
    pool = [by_name[name] for name in NAMES]
    sessions = []
    for number, (hours, exercises, sets) in enumerate(history):
        start = NOW - hours * HOUR + timedelta(seconds=number)
        blocks = []
        for place, exercise in enumerate(exercises):
            mine = tuple(
                replace(one, at=start + timedelta(minutes=20 * order))
                for order, (block, one) in enumerate(sets)
                if block == place
            )
            planned = (None, 2, 5)[place % 3]
            blocks.append(Block(pool[exercise], mine, planned_sets=planned))
        ended = (None, start + 3 * HOUR, start + 7 * HOUR)[number % 3]
        sessions.append(Session(start, "UTC", f"{number}", ended, tuple(blocks)))
    write_demo(opened.connection, sessions)
    ids = [row["id"] for row in opened.connection.execute("SELECT id FROM sessions ORDER BY id")]
    return [opened.store.history.session(one) for one in ids]


def work(
    sessions: Iterable[Session], until: datetime, after: datetime | None = None
) -> Iterator[tuple[Session, Block, PerformedSet]]:
    """Work sets in (after, until] with where they stand."""
    for session in sessions:
        for block in session.blocks:
            for one in block.work_sets:
                if one.at <= until and (after is None or one.at > after):
                    yield session, block, one


def may_fail(one: PerformedSet) -> bool:
    is_marked = one.failure not in (None, FailureType.NONE)
    return is_marked or one.technique is not Technique.NONE or one.rir == 0


def end_of(session: Session, at: datetime) -> datetime:
    last = max(one.at for one in session.sets if one.at <= at)
    if session.ended_at is None or session.ended_at > at:
        return last
    return last if session.ended_at - session.started_at > 6 * HOUR else session.ended_at


def is_late(session: Session, block: Block, at: datetime) -> bool:
    begun = [one for one in session.blocks if any(done.at <= at for done in one.sets)]
    place = begun.index(block)
    later = {muscle for one in begun[place + 1 :] for muscle in one.exercise.muscles}
    return place > 0 and block.exercise.primary not in later


def failures(sessions: list[Session], at: datetime) -> list[tuple[object, ...]]:
    told = []
    for session, block, one in work(sessions, at, at - 28 * DAY):
        if may_fail(one):
            mates = [mate for mate in block.work_sets if mate.at <= at]
            told.append(
                (
                    one.at,
                    block.exercise,
                    session.id,
                    end_of(session, at),
                    one,
                    mates.index(one) + 1,
                    max(len(mates), block.planned_sets or 0),
                    is_late(session, block, at),
                )
            )
    return [tuple(rest) for _, *rest in sorted(told, key=lambda each: each[0])]


def told_failures(facts: Facts) -> list[tuple[object, ...]]:
    return [
        (
            one.exercise,
            one.session_id,
            one.session_end,
            one.performed,
            one.index,
            one.of,
            one.is_late,
        )
        for one in facts.failures
    ]


def check_failures(facts: Facts, sessions: list[Session], at: datetime) -> None:
    assert told_failures(facts) == failures(sessions, at)


def check_last_time(
    facts: Facts, sessions: list[Session], at: datetime, exercise: Exercise
) -> None:
    done = [each for each in work(sessions, at) if each[1].exercise == exercise]
    if not done:
        assert facts.last_time is None
        return
    _, block, _ = max(done, key=lambda each: each[2].at)
    visible = tuple(one for one in block.sets if one.at <= at)
    assert facts.last_time == replace(block, sets=visible)


def check_bench(facts: Facts, sessions: list[Session], at: datetime, days: int) -> None:
    heaviest: dict[tuple[int, float | None], int] = {}
    for _, block, one in work(sessions, at, at - days * DAY):
        is_total = one.load is not None and one.load.kind is LoadKind.TOTAL
        if block.exercise.name == NAMES[0] and is_total and one.reps:
            key = (one.reps, one.rir)
            heaviest[key] = max(heaviest.get(key, 0), one.load.grams)
    told = [((one.reps, one.rir), one.load.grams) for one in facts.bench]
    assert len(told) == len(dict(told))
    assert dict(told) == heaviest


def check_previous_session(facts: Facts, sessions: list[Session], at: datetime) -> None:
    earlier = [one for one in sessions if one.started_at < at]
    if not earlier:
        assert facts.previous_session is None
        return
    wanted = max(earlier, key=lambda one: one.started_at)
    told = facts.previous_session
    assert told is not None
    assert told.id == wanted.id
    assert told.sets == tuple(one for one in wanted.sets if one.at <= at)
    assert told.ended_at == (wanted.ended_at if (wanted.ended_at or at) <= at else None)


def check_first_work_sets(facts: Facts, sessions: list[Session], at: datetime) -> None:
    first: dict[tuple[int, int], PerformedSet] = {}
    for session, block, one in work(sessions, at, at - 28 * DAY):
        key = (block.exercise.id, session.id)
        first[key] = min(first.get(key, one), one, key=lambda each: each.at)
    told = [((one.exercise_id, one.session_id), one.performed) for one in facts.first_work_sets]
    assert dict(told) == first
    assert len(told) == len(first)
    assert [one.at for _, one in told] == sorted(one.at for _, one in told)


def check_heaviest(facts: Facts, sessions: list[Session], at: datetime, exercise: Exercise) -> None:
    loads: list[Load] = [
        one.load
        for _, block, one in work(sessions, at, at - 28 * DAY)
        if block.exercise == exercise
        and one.load is not None
        and one.load.kind in (LoadKind.TOTAL, LoadKind.ADDED)
    ]
    told = facts.heaviest
    assert (told is None) == (not loads)
    assert told is None or told.grams == max(load.grams for load in loads)


def check_muscle_days(facts: Facts, sessions: list[Session], at: datetime) -> None:
    days: dict[str, set[datetime]] = {}
    for session, block, _ in work(sessions, at, at - 28 * DAY):
        days.setdefault(block.exercise.primary, set()).add(session.started_at)
    assert facts.muscle_days == {muscle: tuple(sorted(one)) for muscle, one in days.items()}


def check_drop_ratios(
    facts: Facts, sessions: list[Session], at: datetime, exercise: Exercise, chosen: Settings
) -> None:
    ratios = []
    for session in sessions:
        for block in session.blocks:
            if block.exercise == exercise:
                done = [one for one in block.work_sets if one.at <= at]
                for failed, after in pairwise(done):
                    has_failed = is_failure(failed, chosen) and weight(failed) == weight(after)
                    if has_failed and failed.reps and after.reps is not None:
                        ratios.append((failed.at, after.reps / failed.reps))
    assert facts.drop_ratios == tuple(ratio for _, ratio in sorted(ratios)[-20:])


def weight(one: PerformedSet) -> tuple[int, LoadKind] | None:
    return None if one.load is None else (one.load.grams, one.load.kind)


def check_own_exercises(facts: Facts, sessions: list[Session], at: datetime) -> None:
    times: Counter[int] = Counter()
    for session in sessions:
        if at - 180 * DAY < session.started_at <= at:
            for block in session.blocks:
                times[block.exercise.id] += any(one.at <= at for one in block.sets)
    wanted = sorted((-count, one) for one, count in times.items() if count)
    assert [one.id for one in facts.own_exercises] == [one for _, one in wanted]


def check_rated(facts: Facts, sessions: list[Session], at: datetime) -> None:
    done = [one for _, _, one in work(sessions, at, at - 14 * DAY)]
    rated = [
        one
        for one in done
        if one.rir is not None or one.failure is not None or one.technique is not Technique.NONE
    ]
    assert (facts.rated_sets, facts.work_sets) == (len(rated), len(done))


@settings(max_examples=80, deadline=None)
@given(
    history=histories(),
    hours=st.sampled_from([0, 0, 1, 3, 20, 400]),
    place=st.integers(0, 4),
    excluded=st.none() | st.integers(0, 4),
    chosen=st.sampled_from([Settings(), LENIENT]),
)
def test_every_fact_is_what_counting_gives(
    fresh_store: FreshStore,
    history: list[tuple[int, list[int], list[tuple[int, PerformedSet]]]],
    hours: int,
    place: int,
    excluded: int | None,
    chosen: Settings,
) -> None:
    opened = fresh_store()
    stored = write(opened, history)
    at = NOW - hours * HOUR
    exercise = next(one for one in opened.shelf.exercises() if one.name == NAMES[place])
    left_out = stored[excluded].id if excluded is not None and excluded < len(stored) else 0
    facts = opened.store.history.facts(at, chosen, exercise, left_out)
    sessions = [one for one in stored if one.id != left_out]
    opened.close()
    for check in (
        check_failures,
        check_previous_session,
        check_first_work_sets,
        check_muscle_days,
        check_own_exercises,
        check_rated,
        partial(check_last_time, exercise=exercise),
        partial(check_heaviest, exercise=exercise),
        partial(check_bench, days=chosen.whole("gate.max_age_days")),
        partial(check_drop_ratios, exercise=exercise, chosen=chosen),
    ):
        check(facts, sessions, at)


# -- by hand -----------------------------------------------------------------------------------


def failed(minutes: int, **said: object) -> PerformedSet:
    wanted = {"load": kg(100), "reps": 8, "rir": 0.0, **said}
    return PerformedSet(at=NOW + timedelta(minutes=minutes), **wanted)


@pytest.fixture
def lifts(opened: OpenStore) -> dict[str, Exercise]:
    return {one.name: one for one in opened.shelf.exercises()}


def test_nothing_is_known_at_first(opened: OpenStore) -> None:
    exercise = opened.shelf.exercises()[0]
    assert opened.store.history.facts(NOW, Settings(), exercise) == Facts()


def test_without_an_exercise_nothing_is_said_of_one(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    write_demo(
        opened.connection,
        [Session(NOW, "UTC", blocks=(Block(lifts[NAMES[0]], (failed(0), failed(3))),))],
    )
    facts = opened.store.history.facts(NOW + HOUR, Settings())
    assert (facts.last_time, facts.heaviest, facts.drop_ratios) == (None, None, ())
    assert len(facts.failures) == 2


def test_a_failure_knows_its_number_among_the_work_sets(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    sets = (failed(0, warm_up=True, rir=None), failed(3, rir=2.0), failed(6))
    block = Block(lifts[NAMES[0]], sets, planned_sets=4)
    write_demo(opened.connection, [Session(NOW, "UTC", blocks=(block,))])
    (told,) = opened.store.history.failures(NOW - DAY, NOW + DAY)
    assert (told.index, told.of) == (2, 4)


@pytest.mark.parametrize(
    ("names", "place", "is_late"),
    [
        (["Bench Press (Barbell)"], 0, False),
        (["Bench Press (Barbell)", "Triceps Pushdown (Cable)"], 0, False),
        (["Bench Press (Barbell)", "Triceps Pushdown (Cable)"], 1, True),
        (["Squat (Barbell)", "Triceps Pushdown (Cable)", "Bench Press (Barbell)"], 1, False),
        (["Bench Press (Barbell)", "Squat (Barbell)", "Triceps Pushdown (Cable)"], 1, True),
    ],
)
def test_a_failure_is_late_where_no_later_lift_needs_the_muscle(
    opened: OpenStore, lifts: dict[str, Exercise], names: list[str], place: int, is_late: bool
) -> None:
    blocks = tuple(
        Block(lifts[name], (failed(5 * number, rir=0.0 if number == place else 2.0),))
        for number, name in enumerate(names)
    )
    write_demo(opened.connection, [Session(NOW, "UTC", blocks=blocks)])
    (told,) = opened.store.history.failures(NOW - DAY, NOW + DAY)
    assert told.is_late is is_late


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        (-1, 0, 1),
        (0, 1, 0),
        (-1, -0.01, 0),
        (-1, 1, 1),
    ],
)
def test_the_window_leaves_out_its_beginning_and_holds_its_end(
    opened: OpenStore, lifts: dict[str, Exercise], after: float, until: float, count: int
) -> None:
    write_demo(
        opened.connection, [Session(NOW, "UTC", blocks=(Block(lifts[NAMES[0]], (failed(0),)),))]
    )
    found = opened.store.history.failures(NOW + after * HOUR, NOW + until * HOUR)
    assert len(found) == count
    instants = opened.store.history.failure_instants(
        NOW + after * HOUR, NOW + until * HOUR, Settings()
    )
    assert len(instants) == count


@pytest.mark.parametrize(("hours", "end"), [(None, 0.5), (1, 1), (6, 6), (6.01, 0.5)])
def test_a_session_ends_as_stated_or_with_its_last_set(
    opened: OpenStore, lifts: dict[str, Exercise], hours: float | None, end: float
) -> None:
    stated = None if hours is None else NOW + hours * HOUR
    block = Block(lifts[NAMES[0]], (failed(0), failed(30, rir=2.0)))
    write_demo(opened.connection, [Session(NOW, "UTC", ended_at=stated, blocks=(block,))])
    (told,) = opened.store.history.failures(NOW - DAY, NOW + DAY)
    assert told.session_end == NOW + end * HOUR


def ratios(opened: OpenStore, exercise: Exercise, *sets: PerformedSet) -> tuple[float, ...]:
    write_demo(opened.connection, [Session(NOW, "UTC", blocks=(Block(exercise, sets),))])
    return opened.store.history.facts(NOW + HOUR, LENIENT, exercise).drop_ratios


def test_a_rep_drop_is_told_between_a_counted_failure_and_the_next_set(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    sets = (failed(0, failure=FailureType.ABSOLUTE), failed(3, reps=6, rir=2.0))
    assert ratios(opened, lifts[NAMES[0]], *sets) == (0.75,)


def test_a_failure_that_the_lifter_does_not_count_has_no_rep_drop(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    assert ratios(opened, lifts[NAMES[0]], failed(0), failed(3, reps=6, rir=2.0)) == ()


def test_the_same_number_added_and_taken_off_is_another_load(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    absolute = FailureType.ABSOLUTE
    sets = (failed(0, load=ADDED, failure=absolute), failed(3, load=ASSISTED, rir=2.0))
    assert ratios(opened, lifts[NAMES[4]], *sets) == ()


def test_a_missed_rep_after_a_failure_is_a_whole_drop(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    absolute = FailureType.ABSOLUTE
    sets = (failed(0, failure=absolute), failed(3, reps=0, rir=None), failed(6, rir=2.0))
    assert ratios(opened, lifts[NAMES[0]], *sets) == (0.0,)


def test_an_end_that_lies_later_is_not_known_yet(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    block = Block(lifts[NAMES[0]], (failed(0), failed(30, rir=2.0)))
    write_demo(opened.connection, [Session(NOW, "UTC", ended_at=NOW + HOUR, blocks=(block,))])
    (told,) = opened.store.history.failures(NOW - DAY, NOW + HOUR / 4)
    assert told.session_end == NOW
    previous = opened.store.history.facts(NOW + HOUR / 4, Settings()).previous_session
    assert previous is not None
    assert (previous.ended_at, len(previous.sets)) == (None, 1)
