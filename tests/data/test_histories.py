"""Reading what was done: lists, days, titles, neighbours, and what counts as failure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.counted import COUNTED, counting
from data.demo_writing import write_demo
from data.store import OpenStore
from tracker.effort import FailureType, Technique
from tracker.errors import UnknownSession
from tracker.exercise import Exercise
from tracker.failure import is_failure
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.store import Act, DayLine, History
from tracker.when import read_moment

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DEFAULTS = Settings()
BERLIN = "Europe/Berlin"


def done(at: datetime, **said: object) -> PerformedSet:
    return PerformedSet(at, **{"load": kg(100), "reps": 8, "rir": 2.0, **said})


@pytest.fixture
def history(opened: OpenStore) -> History:
    return opened.store.history


@pytest.fixture
def lifts(opened: OpenStore) -> dict[str, Exercise]:
    return {one.name: one for one in opened.shelf.exercises()}


Visit = Callable[..., Session]


@pytest.fixture
def visit(opened: OpenStore, lifts: dict[str, Exercise]) -> Visit:
    """Keep a finished session with one set of each exercise named, or the sets given."""

    def visited(
        at: datetime, title: str = "", *names: str, zone: str = "UTC", sets: int = 1
    ) -> Session:
        blocks = tuple(
            Block(lifts[name], tuple(done(at + number * HOUR / 20) for number in range(sets)))
            for name in names or ("Squat (Barbell)",)
        )
        write_demo(opened.connection, [Session(at, zone, title, at + 2 * HOUR, blocks)])
        row = opened.connection.execute("SELECT max(id) AS id FROM sessions").fetchone()
        return opened.store.history.session(row["id"])

    return visited


# -- what counts -------------------------------------------------------------------------------

COUNTINGS = [
    Settings(
        {
            "guidance.rir0_counts_as": rir0,
            "guidance.unknown_counts_as": unknown,
            "guidance.imported_drop_counts": drops,
        }
    )
    for rir0, unknown, drops in product(
        ("technical", "absolute", "none"), ("technical", "absolute", "none"), (False, True)
    )
]


def every_set() -> list[PerformedSet]:
    return [
        done(NOW, failure=failure, technique=technique, rir=rir, warm_up=warm_up)
        for failure, technique, rir, warm_up in product(
            (None, *FailureType), Technique, (None, 0.0, 0.5, 5.0), (False, True)
        )
    ]


def test_the_database_counts_failures_as_the_domain_does(opened: OpenStore) -> None:
    session = opened.store.logging.start(NOW, "UTC")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    opened.store.logging.log(block_id, every_set())
    opened.connection.execute("INSERT INTO imports (at, format, file) VALUES ('', '', '')")
    imported = opened.store.logging.log(block_id, every_set())
    opened.connection.execute("UPDATE sets SET import_id = 1 WHERE id >= ?", (imported[0],))
    sets = opened.store.history.session(session.id).sets
    assert {one.is_imported for one in sets} == {True, False}
    for chosen in COUNTINGS:
        rows = opened.connection.execute(
            f"SELECT id, {COUNTED} AS is_counted FROM sets", counting(chosen)
        )
        assert {row["id"]: bool(row["is_counted"]) for row in rows} == {
            one.id: is_failure(one, chosen) for one in sets
        }


def test_the_plain_views_show_failures_by_default_settings(opened: OpenStore) -> None:
    session = opened.store.logging.start(NOW, "UTC", "Push")
    block_id = opened.store.logging.add_block(session.id, Block(opened.shelf.exercises()[0]))
    opened.store.logging.log(block_id, every_set())
    sets = opened.store.history.session(session.id).sets
    failed = [one.id for one in sets if is_failure(one, DEFAULTS)]
    rows = opened.connection.execute("SELECT id FROM failure_sets ORDER BY id").fetchall()
    assert [row["id"] for row in rows] == failed
    summary = opened.connection.execute("SELECT * FROM session_summaries").fetchone()
    assert (summary["title"], summary["date"]) == ("Push", "2026-11-23")
    assert summary["work_sets"] == sum(one.is_work_set for one in sets)
    assert summary["failure_sets"] == len(failed)


def test_the_flat_view_says_each_set_in_plain_columns(opened: OpenStore, visit: Visit) -> None:
    visit(NOW, "Legs", "Squat (Barbell)")
    row = opened.connection.execute("SELECT * FROM sets_flat").fetchone()
    told = (row["date"], row["session"], row["exercise"], row["load"], row["unit"], row["kg"])
    assert told == ("2026-11-23", "Legs", "Squat (Barbell)", "100", "kg", 100.0)


# -- lists -------------------------------------------------------------------------------------


def test_a_session_that_is_not_there_is_said_so(history: History) -> None:
    with pytest.raises(UnknownSession, match="There is no session 99") as caught:
        history.session(99)
    assert caught.value.expected == "an id of `lastset sessions`"


def test_there_is_nothing_to_list_at_first(history: History) -> None:
    assert history.sessions(DEFAULTS) == ()
    assert history.titles() == ()
    assert history.days(NOW - DAY, NOW) == {}
    assert history.rated(NOW - DAY, NOW) == (0, 0)
    assert history.failure_instants(NOW - DAY, NOW, DEFAULTS) == ()
    assert history.neighbours(1) == (None, None)
    assert history.last_titled("Push", NOW) is None


@given(
    hours=st.lists(st.integers(0, 6), max_size=12),
    limit=st.integers(1, 4),
    query=st.sampled_from(["", "push"]),
)
@settings(max_examples=40, deadline=None)
def test_pages_together_list_each_session_once_newest_first(
    fresh_store: Callable[[], OpenStore], hours: list[int], limit: int, query: str
) -> None:
    opened = fresh_store()
    sessions = [
        Session(NOW + hour * HOUR, "UTC", ("Push", "Pull")[number % 3 == 0])
        for number, hour in enumerate(hours)
    ]
    write_demo(opened.connection, sessions)
    listed: list[int] = []
    before = None
    while page := opened.store.history.sessions(DEFAULTS, limit, before, query):
        assert len(page) <= limit or page[limit - 1].started_at == page[-1].started_at
        listed += [one.id for one in page]
        before = page[-1].started_at
    opened.close()
    kept = sorted((one.started_at, id_) for id_, one in enumerate(sessions, 1))
    titles = dict(enumerate((one.title for one in sessions), 1))
    wanted = [id_ for _, id_ in reversed(kept) if not query or titles[id_] == "Push"]
    assert listed == wanted


def test_a_line_tells_what_a_session_held(opened: OpenStore, visit: Visit) -> None:
    session = visit(NOW, "Legs", "Squat (Barbell)", "Triceps Pushdown (Cable)", sets=3)
    (line,) = opened.store.history.sessions(DEFAULTS)
    assert (line.id, line.title, line.started_at, line.ended_at) == (
        session.id,
        "Legs",
        NOW,
        NOW + 2 * HOUR,
    )
    assert line.exercises == tuple(block.exercise.name for block in session.blocks)
    assert (line.sets, line.failure_sets) == (6, 0)
    assert not line.is_open


def test_an_exercise_that_comes_twice_is_named_once(opened: OpenStore, visit: Visit) -> None:
    visit(NOW, "Arms", "Preacher Curl (Barbell)", "Squat (Barbell)", "Preacher Curl (Barbell)")
    (line,) = opened.store.history.sessions(DEFAULTS)
    assert line.exercises == ("Preacher Curl (Barbell)", "Squat (Barbell)")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("push", ["Push 100%", "Push day", "push_up"]),
        ("PUSH D", ["Push day"]),
        ("100%", ["Push 100%"]),
        ("%", ["Push 100%"]),
        ("_", ["push_up"]),
        ("h_u", ["push_up"]),
        ("\\", ["back\\slash"]),
        ("squat", ["back\\slash"]),
        ("'", []),
        ("no such", []),
    ],
)
def test_a_search_reads_its_signs_as_they_are(
    opened: OpenStore, visit: Visit, query: str, found: list[str]
) -> None:
    for number, title in enumerate(["Push 100%", "Push day", "push_up"]):
        visit(NOW + number * HOUR, title, "Preacher Curl (Barbell)")
    visit(NOW + 3 * HOUR, "back\\slash", "Squat (Barbell)")
    lines = opened.store.history.sessions(DEFAULTS, query=query)
    assert sorted(line.title for line in lines) == found


@pytest.mark.parametrize(
    ("title", "query"),
    [("Грудь и спина", "грудь"), ("Übungen", "ÜBUNG"), ("Été", "été"), ("膝の日", "の日")],
)
def test_a_search_heeds_no_case_in_any_script(
    opened: OpenStore, visit: Visit, title: str, query: str
) -> None:
    visit(NOW, title)
    visit(NOW, "Push")
    assert [one.title for one in opened.store.history.sessions(DEFAULTS, query=query)] == [title]


@pytest.mark.parametrize(("minutes", "lines"), [(-1, 0), (0, 1), (5, 2), (180, 3)])
def test_nothing_after_the_time_asked_is_listed(
    opened: OpenStore, visit: Visit, minutes: int, lines: int
) -> None:
    visit(NOW, "Push", sets=3)
    (line,) = opened.store.history.sessions(DEFAULTS, until=NOW) or (None,)
    until = NOW + timedelta(minutes=minutes)
    told = opened.store.history.sessions(DEFAULTS, until=until)
    assert sum(one.sets for one in told) == lines
    assert all((one.ended_at is not None) == (minutes >= 120) for one in told)
    assert line is not None


def test_neighbours_are_the_sessions_before_and_after(opened: OpenStore, visit: Visit) -> None:
    last = visit(NOW + DAY).id
    first = visit(NOW).id
    same = visit(NOW).id
    history = opened.store.history
    assert history.neighbours(first) == (None, same)
    assert history.neighbours(same) == (first, last)
    assert history.neighbours(last) == (same, None)


def test_titles_come_latest_first_with_their_last_day(opened: OpenStore, visit: Visit) -> None:
    for number, title in enumerate(["Push", "Pull", "Legs", "Push", ""]):
        visit(NOW + number * DAY, title)
    opened.store.logging.start(NOW + 9 * DAY, "UTC", "Open")
    assert opened.store.history.titles() == (
        ("Push", NOW + 3 * DAY),
        ("Legs", NOW + 2 * DAY),
        ("Pull", NOW + DAY),
    )
    assert opened.store.history.titles(limit=1) == (("Push", NOW + 3 * DAY),)


def test_the_last_session_of_a_title_is_a_finished_earlier_one(
    opened: OpenStore, visit: Visit
) -> None:
    first = visit(NOW, "Push")
    visit(NOW + 2 * DAY, "Push")
    opened.store.logging.start(NOW + HOUR, "UTC", "Push")
    assert opened.store.history.last_titled("Push", NOW + DAY) == first
    assert opened.store.history.last_titled("Push", NOW) is None


# -- days --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-10-24 23:59", "2026-10-24"),
        ("2026-10-25 00:00", "2026-10-25"),
        ("2026-10-25 23:59", "2026-10-25"),
        ("2026-10-26 00:00", "2026-10-26"),
        ("2026-03-28 23:59", "2026-03-28"),
        ("2026-03-29 00:30", "2026-03-29"),
        ("2026-03-29 23:59", "2026-03-29"),
        ("2026-03-30 00:00", "2026-03-30"),
    ],
)
def test_a_session_lies_on_its_local_day_across_clock_changes(
    opened: OpenStore, visit: Visit, local: str, day: str
) -> None:
    at = read_moment(local, BERLIN)
    visit(at, "Push", zone=BERLIN)
    days = opened.store.history.days(at - DAY, at + DAY)
    assert list(days) == [date.fromisoformat(day)]


def test_a_day_tells_its_sessions_sets_titles_and_muscles(
    opened: OpenStore, visit: Visit, lifts: dict[str, Exercise]
) -> None:
    visit(NOW - HOUR * 8, "Legs", "Squat (Barbell)", sets=3)
    visit(NOW, "Push", "Bench Press (Barbell)", sets=2)
    visit(NOW + DAY, "", "Bench Press (Barbell)")
    days = opened.store.history.days(NOW - DAY, NOW + 2 * DAY)
    squat, bench = (lifts[f"{name} (Barbell)"].primary for name in ("Squat", "Bench Press"))
    assert days == {
        date(2026, 11, 23): DayLine(2, 5, ("Legs", "Push"), (squat, bench)),
        date(2026, 11, 24): DayLine(1, 1, (), (bench,)),
    }


def test_the_days_hold_no_set_outside_the_window(opened: OpenStore, visit: Visit) -> None:
    visit(NOW, "Push", sets=5)
    days = opened.store.history.days(NOW, NOW + timedelta(minutes=6))
    assert [line.sets for line in days.values()] == [2]


def test_an_events_instant_is_its_last_failure(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    bench, squat = lifts["Bench Press (Barbell)"], lifts["Squat (Barbell)"]
    minute = timedelta(minutes=1)
    blocks = (
        Block(bench, (done(NOW, rir=0.0), done(NOW + 5 * minute, failure=FailureType.ABSOLUTE))),
        Block(squat, (done(NOW + 9 * minute, failure=FailureType.UNKNOWN),)),
        Block(bench, (done(NOW + 12 * minute, rir=0.0), done(NOW + 15 * minute))),
    )
    write_demo(opened.connection, [Session(NOW, "UTC", blocks=blocks)])
    history = opened.store.history
    assert history.failure_instants(NOW - DAY, NOW + DAY, DEFAULTS) == (
        NOW + 9 * minute,
        NOW + 12 * minute,
    )
    lenient = DEFAULTS.with_value("guidance.rir0_counts_as", "none")
    lenient = lenient.with_value("guidance.unknown_counts_as", "none")
    assert history.failure_instants(NOW - DAY, NOW + DAY, lenient) == (NOW + 5 * minute,)


def test_verdicts_come_in_order_from_their_window(opened: OpenStore) -> None:
    exercise = opened.shelf.exercises()[0].name
    acts = [Act(NOW + hour * HOUR, exercise, ("R1",), "info", "heeded") for hour in (2, 0, 1)]
    ids = [opened.store.keeping.record_act(one) for one in acts]
    told = opened.store.history.acts(NOW, NOW + 2 * HOUR)
    assert told == (replace(acts[2], id=ids[2]), replace(acts[0], id=ids[0]))


def test_the_share_of_rated_sets_counts_every_word_about_effort(
    opened: OpenStore, lifts: dict[str, Exercise]
) -> None:
    sets = (
        done(NOW),
        done(NOW, rir=None),
        done(NOW, rir=None, failure=FailureType.NONE),
        done(NOW, rir=None, technique=Technique.DROP),
        done(NOW, rir=0.0, warm_up=True),
    )
    block = Block(lifts["Squat (Barbell)"], sets)
    write_demo(opened.connection, [Session(NOW, "UTC", blocks=(block,))])
    assert opened.store.history.rated(NOW - DAY, NOW) == (3, 4)
