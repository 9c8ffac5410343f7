"""Whatever the domain can say is stored, and read back equal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.rows import local_date, moment, moment_text
from data.store import OpenStore
from tracker.effort import FailureType, Technique
from tracker.errors import InvalidSet, InvalidTime, TrackerError
from tracker.exercise import Exercise, Level, Measure, Mechanic, Policy, Spot
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import PerformedSet, Segment, Side
from tracker.planned import PlannedSet
from tracker.safety import Safety
from tracker.session import Block, Place, Session

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)

FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

flags = st.booleans()
answers = st.none() | flags
safeties = st.builds(Safety, answers, answers, answers)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["left elbow", 'he said "one more"', "two\nlines\r\n", "[1, {2}] 'x' -- ;", "a\x00b", "膝 🦵"]
)
rirs = st.none() | st.integers(0, 10).map(lambda halves: halves / 2)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)
loads = st.builds(
    Load,
    st.decimals(0, 1900, places=0)
    | st.decimals(0, 1900, places=2)
    | st.sampled_from([Decimal("62.50"), Decimal("1E+2"), Decimal("0.454"), Decimal("100.0")]),
    st.sampled_from(Unit),
    st.sampled_from(LoadKind),
)
segments = st.lists(st.builds(Segment, st.integers(0, 50), st.none() | loads), max_size=4)
performed_sets = st.builds(
    PerformedSet,
    at=moments,
    load=st.none() | loads,
    reps=st.none() | st.integers(0, 1000),
    reps_right=st.none() | st.integers(0, 1000),
    rir=rirs,
    rir_or_more=flags,
    failure=st.none() | st.sampled_from(FailureType),
    technique=st.sampled_from(Technique),
    segments=segments.map(tuple),
    warm_up=flags,
    safety=safeties,
    planned_failure=flags,
    side=st.none() | st.sampled_from(Side),
    seconds=st.none() | st.integers(0, 864_000),
    metres=st.none() | st.decimals(0, 100_000, places=1),
    note=texts,
    is_at_known=flags,
)
planned_sets = st.builds(
    PlannedSet,
    load=st.none() | loads,
    reps=st.none() | st.integers(0, 100),
    rir=rirs,
    failure=st.none() | st.sampled_from(FailureType),
    technique=st.sampled_from(Technique),
    warm_up=flags,
    seconds=st.none() | st.integers(0, 3600),
)
places = st.integers(1, 20).flatmap(lambda k: st.integers(k, 30).map(lambda n: Place(k, n)))
zones = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia"])


def blocks_of(exercises: tuple[Exercise, ...]) -> st.SearchStrategy[Block]:
    return st.builds(
        Block,
        exercise=st.sampled_from(exercises),
        plan=st.lists(planned_sets, max_size=4).map(tuple),
        planned_sets=st.none() | st.integers(1, 100),
        place=st.none() | places,
        planned_failure=flags,
        safety=safeties,
        note=texts,
        superset=st.none() | st.integers(0, 5),
        skipped=flags,
    )


own_exercises = st.builds(
    Exercise,
    id=st.just(0),
    name=texts.filter(lambda name: name.split("\x00")[0].strip(" ")),
    mechanic=st.sampled_from(Mechanic),
    equipment=texts,
    olympic=st.sampled_from(["no", "yes", "deriv"]),
    family=texts,
    primary=texts,
    secondary=st.lists(texts, max_size=3).map(tuple),
    technical=st.sampled_from(Level),
    neurological=st.sampled_from(Level),
    policy=st.sampled_from(Policy),
    spot=st.sampled_from(Spot),
    step=st.builds(Load, st.decimals("0.01", 100, places=2), st.sampled_from(Unit)),
    bar=st.none() | st.builds(Load, st.decimals(0, 200, places=2), st.sampled_from(Unit)),
    rest_seconds=st.integers(0, 3600),
    measure=st.sampled_from(Measure),
    is_bodyweight=flags,
    is_per_hand=flags,
    aliases=st.lists(st.text("xyz", min_size=1, max_size=3), max_size=3, unique=True).map(
        lambda names: tuple(sorted(names))
    ),
    is_custom=flags,
    is_classified=flags,
    set_up=texts,
    safety=safeties,
)


@FEW
@given(sets=st.lists(performed_sets, min_size=1, max_size=5))
def test_any_sets_are_read_back_equal(opened: OpenStore, sets: list[PerformedSet]) -> None:
    logging = opened.store.logging
    session = logging.start(NOW, "UTC")
    block_id = logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    ids = logging.log(block_id, sets)
    stored = opened.store.history.session(session.id).sets
    assert [one.id for one in stored] == list(ids)
    assert [replace(one, id=0) for one in stored] == sets
    assert [str(one.load and one.load.value) for one in stored] == [
        str(one.load and one.load.value) for one in sets
    ]


@FEW
@given(data=st.data(), title=texts, zone=zones, at=moments, weight=st.none() | loads)
def test_any_planned_session_is_read_back_equal(
    opened: OpenStore,
    data: st.DataObject,
    title: str,
    zone: str,
    at: datetime,
    weight: Load | None,
) -> None:
    weight = None if weight is None else replace(weight, kind=LoadKind.TOTAL)
    blocks = data.draw(st.lists(blocks_of(opened.shelf.exercises()[:5]), max_size=4))
    started = opened.store.logging.start(at, zone, title, blocks, weight)
    stored = opened.store.history.session(started.id)
    assert stored == started
    assert tuple(replace(one, id=0) for one in stored.blocks) == tuple(blocks)
    wanted = Session(at, zone, title, body_weight=weight, is_open=True)
    assert replace(stored, id=0, blocks=()) == wanted


@FEW
@given(
    at=moments,
    length=st.none() | st.integers(0, 1_000_000),
    zone=zones,
    title=texts,
    note=texts,
    source=texts,
    is_time_known=flags,
)
def test_any_change_of_a_session_is_read_back_equal(
    opened: OpenStore,
    at: datetime,
    length: int | None,
    zone: str,
    title: str,
    note: str,
    source: str,
    is_time_known: bool,
) -> None:
    started = opened.store.logging.start(NOW, "UTC")
    changed = replace(
        started,
        started_at=at,
        ended_at=None if length is None else at + timedelta(seconds=length),
        zone=zone,
        title=title,
        note=note,
        source=source,
        is_time_known=is_time_known,
        body_weight=lb("180.5"),
    )
    opened.store.editing.change_session(changed)
    assert opened.store.history.session(started.id) == changed


@FEW
@given(exercise=own_exercises)
def test_any_exercise_is_read_back_equal(opened: OpenStore, exercise: Exercise) -> None:
    try:
        added = opened.store.catalogue.add(exercise)
    except TrackerError:
        names = [name for one in opened.shelf.exercises() for name in (one.name, *one.aliases)]
        taken = {name.lower() for name in names}
        assert taken & {name.lower() for name in (exercise.name, *exercise.aliases)}
        return
    assert replace(added, id=0) == exercise
    assert opened.shelf.by_id(added.id) == added
    opened.shelf.forget()
    assert opened.shelf.by_id(added.id) == added


def test_a_load_keeps_its_zeros_and_its_unit(opened: OpenStore) -> None:
    drops = (Segment(5, lb("45.0")), Segment(4))
    one = PerformedSet(NOW, kg("62.50"), 8, rir=0.0, technique=Technique.DROP, segments=drops)
    session = opened.store.logging.start(NOW, "UTC")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    opened.store.logging.log(block_id, [one])
    row = opened.connection.execute("SELECT * FROM sets").fetchone()
    assert (row["load_value"], row["load_unit"], row["load_grams"]) == ("62.50", "kg", 62_500)
    (stored,) = opened.store.history.session(session.id).sets
    assert stored.segments == drops
    assert str(stored.segments[0].load.value) == "45.0"


def test_the_body_alone_is_a_load_and_no_load_is_none(opened: OpenStore) -> None:
    session = opened.store.logging.start(NOW, "UTC")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    opened.store.logging.log(
        block_id, [PerformedSet(NOW, bodyweight(), 12), PerformedSet(NOW, seconds=45)]
    )
    stored = opened.store.history.session(session.id).sets
    assert [one.load for one in stored] == [bodyweight(), None]


@pytest.mark.parametrize(
    "performed",
    [
        PerformedSet(NOW, kg(2001), 1),
        PerformedSet(NOW, kg(-5), 1),
        PerformedSet(NOW, kg(100), 1001),
        PerformedSet(NOW, kg(100), 10**30),
        PerformedSet(NOW, kg(100), -1),
        PerformedSet(NOW, kg(100), 5, rir=6.0),
        PerformedSet(NOW, kg(100), 5, rir=1.25),
        PerformedSet(NOW, seconds=10**6),
        PerformedSet(NOW, metres=Decimal(-3)),
        PerformedSet(NOW, kg(100), 5, note="\udcff"),
        PerformedSet(datetime(999, 1, 1, tzinfo=UTC), kg(100), 5),
    ],
)
def test_a_set_that_no_one_can_do_is_refused_in_words(
    opened: OpenStore, performed: PerformedSet
) -> None:
    session = opened.store.logging.start(NOW, "UTC")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    with pytest.raises(InvalidSet):
        opened.store.logging.log(block_id, [PerformedSet(NOW, kg(100), 5), performed])
    assert opened.store.history.session(session.id).sets == ()


def test_a_moment_is_stored_in_utc_to_the_second() -> None:
    berlin = datetime.fromisoformat("2026-11-23T18:40:05.999+01:00")
    assert moment_text(berlin) == "2026-11-23T17:40:05Z"
    assert moment("2026-11-23T17:40:05Z") == datetime(2026, 11, 23, 17, 40, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "date"),
    [
        ("2026-11-23T22:59:59Z", "Europe/Berlin", "2026-11-23"),
        ("2026-11-23T23:00:00Z", "Europe/Berlin", "2026-11-24"),
        ("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25"),
        ("2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25"),
        ("2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"),
        ("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"),
        ("2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"),
        ("2026-11-24T04:59:59Z", "America/New_York", "2026-11-23"),
        ("2026-11-23T10:00:00Z", "Pacific/Apia", "2026-11-23"),
        ("2026-11-23T11:00:00Z", "Pacific/Apia", "2026-11-24"),
    ],
)
def test_a_workouts_day_is_the_local_one_across_clock_changes(
    at: str, zone: str, date: str
) -> None:
    assert local_date(moment(at), zone) == date


def test_a_zone_that_does_not_exist_is_refused_in_words(opened: OpenStore) -> None:
    with pytest.raises(InvalidTime, match="no time zone called 'Mars/Olympus'"):
        opened.store.logging.start(NOW, "Mars/Olympus")
