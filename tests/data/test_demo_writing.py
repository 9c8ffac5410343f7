"""Generated training is kept whole, beside what is there already."""

from datetime import UTC, datetime, timedelta
from random import Random

from data.demo_writing import write_demo
from data.store import OpenStore, open_store
from tracker.demo import lifetime_of_training, year_of_training
from tracker.demo_acts import acts_of
from tracker.session import Session
from tracker.settings import Settings

UNTIL = datetime(2026, 11, 23, 17, 40, tzinfo=UTC)
ZONE = "Europe/Berlin"


def opened() -> OpenStore:
    return open_store(":memory:")


def year(store: OpenStore) -> tuple[Session, ...]:
    exercises = {one.name: one for one in store.shelf.exercises()}
    return year_of_training(exercises, UNTIL, ZONE, Random(7))


def without_ids(session: Session) -> tuple[object, ...]:
    return (
        session.started_at,
        session.ended_at,
        session.title,
        session.note,
        session.body_weight,
        tuple(
            (
                block.exercise.name,
                block.place,
                block.planned_sets,
                block.planned_failure,
                block.safety,
                tuple((one.at, one.load, one.reps, one.rir, one.failure) for one in block.sets),
                tuple((one.technique, one.segments, one.seconds, one.note) for one in block.sets),
            )
            for block in session.blocks
        ),
    )


def test_what_was_written_is_read_back_the_same() -> None:
    store = opened()
    sessions = year(store)
    write_demo(store.connection, sessions)
    lines = store.store.history.sessions(Settings(), limit=1000)
    kept = [store.store.history.session(line.id) for line in reversed(lines)]
    assert [without_ids(one) for one in kept] == [without_ids(one) for one in sessions]
    assert store.store.logging.open_session() is None


def test_it_stands_beside_what_was_logged_before_and_logging_goes_on() -> None:
    store = opened()
    before = store.store.logging.start(UNTIL, ZONE, "mine")
    write_demo(store.connection, year(store))
    after = store.store.logging.start(UNTIL + timedelta(hours=1), ZONE, "mine too")
    assert store.store.history.session(before.id).title == "mine"
    assert after.id > before.id + 100
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_acts_belong_to_the_session_of_their_time() -> None:
    store = opened()
    sessions = year(store)
    write_demo(store.connection, sessions, acts_of(sessions, Random(8)))
    acts = store.store.history.acts(UNTIL - timedelta(days=14), UNTIL)
    assert acts
    for act in acts:
        session = store.store.history.session(act.session_id)
        assert session.ended_at is not None
        assert session.started_at <= act.at <= session.ended_at


def test_more_sessions_than_fit_one_transaction_are_all_kept() -> None:
    store = opened()
    exercises = {one.name: one for one in store.shelf.exercises()}
    sessions = lifetime_of_training(exercises, UNTIL, ZONE, Random(1), 33_000)
    assert len(sessions) > 1000
    write_demo(store.connection, sessions)
    counts = store.connection.execute(
        "SELECT (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM sets) AS sets"
    ).fetchone()
    assert (counts["sessions"], counts["sets"]) == (len(sessions), 33_000)
