"""What an exercise's sessions have reached, held against counting by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.store import OpenStore
from tracker.bests import (
    Best,
    BestReps,
    Bests,
    BodyVolume,
    estimate_of,
    reps_done,
    total_volume,
    volume_of,
)
from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.naming import resolve
from tracker.one_rep_max import estimate
from tracker.performed import PerformedSet, Segment, Side
from tracker.records import RecordKind, records_of_set
from tracker.session import Block, Session

FreshStore = Callable[[], OpenStore]
START = datetime(2026, 9, 1, 17, 0, tzinfo=UTC)
LATER = START + timedelta(days=400)
BY_MORE_REPS = {RecordKind.ONE_REP_MAX, RecordKind.REPS_AT_LOAD, RecordKind.VOLUME}
LIFTS = ("Bench Press (Barbell)", "Hammer Curl (Dumbbell)", "Pull Up", "Snatch (Barbell)")


def lift_of(opened: OpenStore, name: str) -> Exercise:
    return resolve(name, opened.shelf.exercises())


def trained(
    opened: OpenStore,
    name: str,
    at: datetime,
    *sets: PerformedSet,
    body_weight: Load | None = None,
) -> Session:
    """A session of one exercise, its sets a minute apart."""
    store = opened.store
    session = store.logging.start(
        at, "UTC", blocks=[Block(lift_of(opened, name))], body_weight=body_weight
    )
    block = session.blocks[0].id
    for minutes, one in enumerate(sets, 1):
        store.logging.log(block, [replace(one, at=at + timedelta(minutes=minutes))])
    store.logging.finish(session.id, at + timedelta(hours=1))
    return store.history.session(session.id)


def done(
    load: Load | None, reps: int | None, rir: float | None = None, **said: object
) -> PerformedSet:
    return PerformedSet(START, load, reps, **{"rir": rir, **said})


def bests_of(opened: OpenStore, name: str, before: datetime = LATER, not_in: int = 0) -> Bests:
    return opened.store.history.bests(lift_of(opened, name), before, not_in)


def counted_by_hand(sessions: Sequence[Session], exercise: Exercise, before: datetime) -> Bests:
    """The same from whole sessions, in plain Python."""
    estimates: list[Best] = []
    by_load: dict[tuple[LoadKind, int], BestReps] = {}
    to_failure: dict[tuple[LoadKind, int], float] = {}
    volumes: list[Best] = []
    on_body: list[BodyVolume] = []
    for session in sorted(sessions, key=lambda one: one.started_at):
        sets = [
            one
            for block in session.blocks
            for one in block.work_sets
            if block.exercise.id == exercise.id and one.at <= before
        ]
        for one in sets:
            if one.load is None or not reps_done(one):
                continue
            key = one.load.kind, one.load.grams
            if key not in by_load or reps_done(one) > by_load[key].reps:
                by_load[key] = BestReps(one.load, reps_done(one), one.at)
            if estimate(1_000, reps_done(one), one.rir) is not None:
                reached = reps_done(one) + (one.rir or 0.0)
                to_failure[key] = max(reached, to_failure.get(key, 0.0))
            made = estimate_of(exercise, one, session.body_weight)
            if made is not None:
                estimates.append(
                    Best(made.grams, one.at, one.load, reps_done(one), made.is_lower_bound)
                )
        volume = total_volume(exercise, sets, session.body_weight)
        if volume:
            volumes.append(Best(volume, session.started_at))
        if any(one.load and one.reps for one in sets):
            on_body.append(body_volume(exercise, sets))
    is_total = all(kind is LoadKind.TOTAL for kind, _ in by_load)
    return Bests(
        one_rep_max=max(estimates, key=lambda one: one.value, default=None),
        by_load=tuple(replace(one, to_failure=to_failure.get(key)) for key, one in by_load.items()),
        volume=max(volumes, key=lambda one: one.value, default=None),
        volumes_on_body=() if is_total else front(on_body),
    )


def body_volume(exercise: Exercise, sets: Sequence[PerformedSet]) -> BodyVolume:
    """A session's volume apart: what a body of no weight moves, and a kilogram more of it."""
    light, heavy = (
        sum(
            volume_of(exercise, replace(one, load=kilograms_more(one.load, more)), None)
            for one in sets
            if one.load is not None
        )
        for more in (1_000, 1_001)
    )
    reps = (heavy - light) // 1_000
    return BodyVolume(reps, light - 1_000_000 * reps)


def kilograms_more(load: Load, kilograms: int) -> Load:
    """The load as a body of so many kilograms moves it."""
    if load.kind is LoadKind.TOTAL:
        return load
    moved = load.moved_grams(kilograms * 1_000)
    return Load(Decimal(moved or 0).scaleb(-3), Unit.KG)


def front(volumes: Sequence[BodyVolume]) -> tuple[BodyVolume, ...]:
    """Those that no other one outdid in both, the most reps first."""
    kept = {
        one
        for one in volumes
        if not any(
            other != one and other.reps >= one.reps and other.grams >= one.grams
            for other in volumes
        )
    }
    return tuple(sorted(kept, key=lambda one: -one.reps))


def in_order(bests: Bests) -> Bests:
    ordered = sorted(bests.by_load, key=lambda one: (one.load.kind, one.load.grams))
    return replace(bests, by_load=tuple(ordered))


kinds = st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED])
loads = st.one_of(
    st.just(bodyweight()),
    st.builds(Load, st.integers(0, 8).map(lambda n: Decimal(n) * 5), st.sampled_from(Unit), kinds),
)
sets = st.builds(
    PerformedSet,
    at=st.just(START),
    load=st.none() | loads,
    reps=st.none() | st.integers(0, 20),
    reps_right=st.none() | st.integers(0, 20),
    rir=st.none() | st.integers(0, 10).map(lambda halves: halves / 2),
    warm_up=st.sampled_from([False, False, True]),
    segments=st.sampled_from([(), (Segment(30, kg(100)),)]),
    side=st.sampled_from([None, None, Side.LEFT]),
)
histories = st.lists(
    st.tuples(
        st.sampled_from([None, kg(80), kg("82.5"), lb(181)]), st.lists(sets, min_size=1, max_size=5)
    ),
    max_size=4,
)


def test_a_set_that_only_one_side_did_still_moved_the_body(fresh_store: FreshStore) -> None:
    opened = fresh_store()
    one_sided = PerformedSet(START, bodyweight(), 1, reps_right=0)
    trained(opened, LIFTS[0], START, one_sided, body_weight=kg(80))
    bests = bests_of(opened, LIFTS[0], START + timedelta(days=1), 0)
    assert bests.by_load == () and bests.volume.value == 80_000
    opened.close()


@settings(deadline=None)
@given(histories, st.sampled_from(LIFTS), st.integers(0, 5), st.integers(0, 4))
def test_bests_are_what_counting_by_hand_gives(
    fresh_store: FreshStore,
    history: list[tuple[Load | None, list[PerformedSet]]],
    name: str,
    days: int,
    without: int,
) -> None:
    opened = fresh_store()
    sessions = [
        trained(opened, name, START + timedelta(days=day), *performed, body_weight=body_weight)
        for day, (body_weight, performed) in enumerate(history)
    ]
    trained(opened, "Leg Press", START, done(kg(300), 12, 0))
    before = START + timedelta(days=days, minutes=2)
    not_in = sessions[without].id if without < len(sessions) else 0
    others = [one for one in sessions if one.id != not_in]
    by_hand = counted_by_hand(others, lift_of(opened, name), before)
    assert in_order(bests_of(opened, name, before, not_in)) == in_order(by_hand)
    opened.close()


near_sets = st.builds(
    PerformedSet,
    at=st.just(START),
    load=st.sampled_from([kg(140), kg(150), kg(160)]),
    reps=st.integers(1, 20),
    rir=st.none() | st.sampled_from([0.0, 1.0, 3.5, 4.0, 4.5, 5.0]),
)


@settings(deadline=None)
@given(st.lists(near_sets, min_size=1, max_size=5))
def test_no_set_without_an_estimate_hides_the_best_one(
    fresh_store: FreshStore, performed: list[PerformedSet]
) -> None:
    opened = fresh_store()
    session = trained(opened, "Leg Press", START, *performed)
    by_hand = counted_by_hand([session], lift_of(opened, "Leg Press"), LATER)
    assert bests_of(opened, "Leg Press").one_rep_max == by_hand.one_rep_max
    opened.close()


@pytest.mark.parametrize(
    "vague",
    [
        (done(kg(160), 3, 2), done(kg(160), 15, 5, rir_or_more=True)),
        (done(kg(160), 15, 5, rir_or_more=True),),
        (done(kg(160), 16),),
    ],
)
def test_a_set_that_gives_no_estimate_hides_no_lighter_one(
    opened: OpenStore, vague: tuple[PerformedSet, ...]
) -> None:
    trained(opened, "leg press", START, done(kg(150), 10, 1), *vague)
    best = bests_of(opened, "leg press").one_rep_max
    assert best is not None
    assert (best.value, best.load, best.reps) == (207_248, kg(150), 10)


@pytest.mark.parametrize(
    ("name", "history", "today", "kinds"),
    [
        (
            "leg press",
            [done(kg(150), 10, 1), done(kg(160), 3, 2), done(kg(160), 15, 5, rir_or_more=True)],
            done(kg(155), 8, 1),
            set(),
        ),
        ("pull up", [done(bodyweight(), 8, 2)], done(bodyweight(), 8, 2), set()),
        ("pull up", [done(bodyweight(), 8, 2)], done(bodyweight(), 9, 2), BY_MORE_REPS),
        ("bench", [done(lb(225), 8, 2)], done(kg("102.06"), 8, 2), set()),
    ],
)
def test_no_record_is_announced_for_what_was_done_before(
    opened: OpenStore,
    name: str,
    history: list[PerformedSet],
    today: PerformedSet,
    kinds: set[RecordKind],
) -> None:
    trained(opened, name, START, *history, body_weight=kg(80))
    lift = lift_of(opened, name)
    records = records_of_set(lift, bests_of(opened, name), (), today, kg(83))
    assert {one.kind for one in records} == kinds


def test_of_equal_bests_the_first_is_told(opened: OpenStore) -> None:
    trained(opened, "bench", START + timedelta(days=7), done(kg(100), 8, 2))
    trained(opened, "bench", START, done(kg(100), 8, 2))
    bests = bests_of(opened, "bench")
    assert bests.one_rep_max and bests.one_rep_max.at == START + timedelta(minutes=1)
    assert bests.by_load == (BestReps(kg(100), 8, START + timedelta(minutes=1), 10.0),)
    assert bests.volume == Best(800_000, START)


def test_a_load_is_told_as_it_was_entered(opened: OpenStore) -> None:
    trained(opened, "bench", START, done(lb(225), 8))
    assert [one.load for one in bests_of(opened, "bench").by_load] == [lb(225)]


def test_editing_the_past_moves_the_bests(opened: OpenStore) -> None:
    session = trained(opened, "bench", START, done(kg(100), 8, 2), done(kg(100), 6, 2))
    opened.store.editing.delete_sets([session.sets[0].id], "delete a set")
    assert bests_of(opened, "bench").by_load[0].reps == 6
    opened.store.editing.undo()
    assert bests_of(opened, "bench").by_load[0].reps == 8


def test_two_blocks_of_one_session_are_one_volume(opened: OpenStore) -> None:
    session = trained(opened, "bench", START, done(kg(100), 8, 2))
    block = opened.store.logging.add_block(session.id, Block(lift_of(opened, "bench")))
    again = PerformedSet(START + timedelta(minutes=30), kg(80), 10, rir=2.0)
    opened.store.logging.log(block, [again])
    assert bests_of(opened, "bench").volume == Best(1_600_000, START)


def test_a_timed_exercise_has_its_longest_set(opened: OpenStore) -> None:
    held = [done(None, None, seconds=one) for one in (60, 90, 90)]
    trained(opened, "plank", START, *held, done(None, None, seconds=300, warm_up=True))
    longest = Best(90, START + timedelta(minutes=2))
    assert bests_of(opened, "plank") == Bests(longest=longest)
    assert bests_of(opened, "plank", START) == Bests()


def test_an_exercise_never_done_has_none(opened: OpenStore) -> None:
    assert bests_of(opened, "bench") == Bests()


@pytest.mark.parametrize("name", ["bench", "pull up"])
def test_bests_are_read_from_the_index_alone(opened: OpenStore, name: str) -> None:
    trained(opened, name, START, done(kg(100), 8, 2), done(bodyweight(), 8, 2), body_weight=kg(80))
    statements: list[str] = []
    opened.connection.set_trace_callback(statements.append)
    bests_of(opened, name)
    opened.connection.set_trace_callback(None)
    steps = [
        row["detail"]
        for one in statements
        for row in opened.connection.execute(f"EXPLAIN QUERY PLAN {one}")
    ]
    walks = [one for one in steps if "sets_lifted" in one]
    assert len(walks) >= 4
    assert all("USING COVERING INDEX sets_lifted" in one for one in walks)
    assert not [one for one in steps if one.startswith("SCAN sets")]
