"""Keeping imported logs: each set once, whatever is imported after what."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.import_writing import ImportWriting
from data.importing.reading import read_log
from data.store import OpenStore, open_store
from tracker.imported import ImportReport
from tracker.load import Unit

FIXTURES = Path(__file__).parent / "importing" / "fixtures"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"


@pytest.fixture
def opened() -> Iterator[OpenStore]:
    store = open_store(":memory:")
    yield store
    store.close()


def brought_in(
    opened: OpenStore, source: str | Path, unit: Unit = Unit.KG, is_dry_run: bool = False
) -> ImportReport:
    content = source if isinstance(source, Path) else source.encode()
    log = read_log(content, unit=unit)
    report = ImportWriting(opened.connection, opened.shelf).import_log(log, NOW, "f", is_dry_run)
    assert report.rows == (
        report.sets_added
        + report.sets_updated
        + report.sets_known
        + report.pseudo_rows
        + len(report.rows_skipped)
    )
    return report


def image(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """All that an import could change, without the columns that only count."""
    tables = ("imports", "origins", "exercises", "sessions", "blocks", "sets")
    return [tuple(row) for one in tables for row in connection.execute(f"SELECT * FROM {one}")]


def stored(opened: OpenStore, columns: str = "load, unit, reps") -> list[tuple[object, ...]]:
    rows = opened.connection.execute(
        f"SELECT {columns} FROM sets_flat ORDER BY date, session_id, block_id, id"
    )
    return [tuple(row) for row in rows]


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.sessions_added, report.sets_added, report.sets_updated, report.sets_known


def row(day: int, order: str, weight: float, reps: int, name: str = "My Row", rpe: str = "") -> str:
    return f"2025-03-{day:02} 10:00:00,A,50m,{name},{order},{weight},{reps}.0,0,0.0,{rpe}\n"


EVERY_FIXTURE = sorted(one.name for one in FIXTURES.glob("*.csv"))


@pytest.mark.parametrize("name", EVERY_FIXTURE)
def test_importing_again_adds_nothing(opened: OpenStore, name: str) -> None:
    first = brought_in(opened, FIXTURES / name)
    before = image(opened.connection)
    again = brought_in(opened, FIXTURES / name)
    assert counts(again) == (0, 0, 0, first.sets_added)
    assert image(opened.connection) == before


@pytest.mark.parametrize("name", EVERY_FIXTURE)
def test_a_dry_run_says_the_same_and_writes_nothing(opened: OpenStore, name: str) -> None:
    before = image(opened.connection)
    rehearsed = brought_in(opened, FIXTURES / name, is_dry_run=True)
    assert image(opened.connection) == before
    assert brought_in(opened, FIXTURES / name) == rehearsed


def test_the_database_is_sound_after_all_fixtures(opened: OpenStore) -> None:
    for name in EVERY_FIXTURE:
        brought_in(opened, FIXTURES / name)
    assert opened.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_what_is_kept_reads_back_as_the_file_said_it(opened: OpenStore) -> None:
    brought_in(opened, FIXTURES / "strong-s1.csv")
    first = opened.connection.execute("SELECT min(id) FROM sessions").fetchone()[0]
    session = opened.store.history.session(first)
    assert (session.title, session.note, session.source) == (
        'Push, "heavy"',
        "slept well",
        "strong",
    )
    assert [one.exercise.name for one in session.blocks][::3] == ["Bench Press (Barbell)"] * 2
    assert [str(one.load) for one in session.sets] == [
        "80 kg",
        "82.5 kg",
        "BW",
        "+10 kg",
        "None",
        "60 kg",
    ]
    assert all(one.is_imported and not one.is_at_known for one in session.sets)
    assert not session.is_open


def test_a_growing_log_adds_each_set_once(opened: OpenStore) -> None:
    days = [row(1, "1", 50, 8) + row(1, "2", 50, 7), row(2, "1", 55, 8), row(3, "1", 60, 5)]
    assert counts(brought_in(opened, HEAD + "".join(days[:2]))) == (2, 3, 0, 0)
    assert counts(brought_in(opened, HEAD + "".join(days[1:]))) == (1, 1, 0, 1)
    assert counts(brought_in(opened, HEAD + "".join(days))) == (0, 0, 0, 4)
    assert stored(opened, "reps") == [(8,), (7,), (8,), (5,)]


def test_sets_that_a_known_workout_gained_stand_where_the_file_has_them(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 50, 8) + row(1, "1", 20, 12, "My Curl"))
    grown = HEAD + row(1, "1", 50, 8) + row(1, "2", 50, 7) + row(1, "1", 20, 12, "My Curl")
    grown += row(1, "2", 20, 11, "My Curl") + row(1, "1", 30, 15, "My Calf")
    assert counts(brought_in(opened, grown)) == (0, 3, 0, 2)
    session = opened.store.history.session(1)
    assert [(one.exercise.name, [s.reps for s in one.sets]) for one in session.blocks] == [
        ("My Row", [8, 7]),
        ("My Curl", [12, 11]),
        ("My Calf", [15]),
    ]


def test_two_runs_of_one_exercise_stay_two(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8) + row(1, "1", 20, 12, "My Curl") + row(1, "1", 40, 15)
    brought_in(opened, text)
    blocks = opened.store.history.session(1).blocks
    assert [[one.reps for one in block.sets] for block in blocks] == [[8], [12], [15]]


def test_an_export_with_tags_updates_the_sets_of_one_without(opened: OpenStore) -> None:
    brought_in(opened, FIXTURES / "strong-s2-before.csv")
    report = brought_in(opened, FIXTURES / "strong-s3-after.csv")
    assert counts(report) == (0, 0, 3, 2)
    assert report.pseudo_rows == 2
    assert stored(opened, "load, unit, reps, warm_up, failure, technique") == [
        ("66", "lb", 12, 1, None, "none"),
        ("121", "lb", 10, 0, None, "none"),
        ("121", "lb", 8, 0, "unknown", "drop"),
        ("50", "lb", 10, 0, None, "none"),
    ]
    after = image(opened.connection)
    assert counts(brought_in(opened, FIXTURES / "strong-s3-after.csv")) == (0, 0, 0, 5)
    assert counts(brought_in(opened, FIXTURES / "strong-s2-before.csv")) == (0, 0, 0, 5)
    assert image(opened.connection) == after


def test_a_drop_that_became_part_of_its_set_is_not_counted_twice(opened: OpenStore) -> None:
    brought_in(opened, FIXTURES / "strong-s2-before.csv")
    brought_in(opened, FIXTURES / "strong-s3-after.csv")
    failed = opened.store.history.session(1).blocks[0].sets[2]
    assert [(one.reps, str(one.load)) for one in failed.segments] == [(7, "39.916 kg")]


def test_a_drop_mark_taken_away_makes_it_a_set_again(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 50, 8) + row(1, "D", 40, 6))
    report = brought_in(opened, HEAD + row(1, "1", 50, 8) + row(1, "2", 40, 6))
    assert counts(report) == (0, 0, 2, 0)
    assert stored(opened, "reps, technique, segments") == [(8, "none", "[]"), (6, "none", "[]")]


def test_a_drop_added_there_joins_its_set(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 50, 8))
    report = brought_in(opened, HEAD + row(1, "1", 50, 8) + row(1, "D", 40, 6))
    assert counts(report) == (0, 1, 1, 0)
    assert report.drops_added == 1
    assert len(opened.store.history.session(1).sets[0].segments) == 1


def test_a_correction_made_in_the_other_program_is_taken_over(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 50, 8))
    assert counts(brought_in(opened, HEAD + row(1, "1", 52.5, 9, rpe="8"))) == (0, 0, 1, 0)
    assert stored(opened, "load, reps, rir") == [("52.5", 9, 2.0)]


def test_the_wrong_unit_is_put_right_by_importing_again(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 100, 8), Unit.KG)
    assert counts(brought_in(opened, HEAD + row(1, "1", 100, 8), Unit.LB)) == (0, 0, 1, 0)
    assert stored(opened, "load, unit") == [("100", "lb")]


def test_a_set_edited_by_hand_is_left_alone(opened: OpenStore) -> None:
    brought_in(opened, HEAD + row(1, "1", 50, 8) + row(1, "2", 50, 7))
    opened.connection.execute("UPDATE sets SET reps = 10, note = 'mine' WHERE reps = 8")
    changed = HEAD + row(1, "1", 60, 8) + row(1, "2", 60, 7)
    assert counts(brought_in(opened, changed)) == (0, 0, 1, 1)
    assert stored(opened) == [("50", "kg", 10), ("60", "kg", 7)]


def test_a_set_deleted_by_hand_does_not_come_back(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8) + row(1, "2", 50, 7)
    brought_in(opened, text)
    opened.connection.execute("DELETE FROM sets WHERE reps = 8")
    assert counts(brought_in(opened, text + row(1, "3", 50, 6))) == (0, 1, 0, 2)
    assert stored(opened, "reps") == [(7,), (6,)]


def test_a_workout_deleted_whole_comes_in_again(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8)
    brought_in(opened, text)
    opened.connection.execute("DELETE FROM sessions")
    assert counts(brought_in(opened, text)) == (1, 1, 0, 0)
    assert counts(brought_in(opened, text)) == (0, 0, 0, 1)


def test_a_workout_merged_into_another_by_hand_stays_merged(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8) + row(2, "1", 55, 7)
    brought_in(opened, text)
    opened.connection.execute("UPDATE blocks SET session_id = 1 WHERE session_id = 2")
    opened.connection.execute("DELETE FROM sessions WHERE id = 2")
    assert counts(brought_in(opened, text)) == (0, 0, 0, 2)
    assert counts(brought_in(opened, text + row(2, "2", 55, 6))) == (0, 1, 0, 2)
    assert [one.reps for one in opened.store.history.session(1).blocks[1].sets] == [7, 6]


def test_an_exercise_swapped_by_hand_stays_swapped(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8)
    brought_in(opened, text)
    (bench,) = [one for one in opened.shelf.exercises() if one.name == "Bench Press (Barbell)"]
    opened.store.logging.swap_exercise(1, bench.id)
    assert counts(brought_in(opened, text + row(1, "2", 50, 7))) == (0, 1, 0, 1)
    assert stored(opened, "exercise, reps") == [(bench.name, 8), (bench.name, 7)]


def test_an_unknown_exercise_is_made_once(opened: OpenStore) -> None:
    text = HEAD + row(1, "1", 50, 8, "Zottman Something")
    assert brought_in(opened, text).created == ("Zottman Something",)
    later = text + row(2, "1", 50, 8, "Zottman Something")
    again = brought_in(opened, later)
    assert again.created == ()
    assert again.matched == (("Zottman Something", "Zottman Something"),)


def test_another_zone_does_not_make_another_workout(opened: OpenStore) -> None:
    text = (HEAD + row(1, "1", 50, 8)).encode()
    writing = ImportWriting(opened.connection, opened.shelf)
    writing.import_log(read_log(text, unit=Unit.KG, zone="Europe/Berlin"), NOW)
    again = writing.import_log(read_log(text, unit=Unit.KG, zone="America/New_York"), NOW)
    assert counts(again) == (0, 0, 0, 1)


def test_several_files_are_rehearsed_on_a_copy(opened: OpenStore) -> None:
    before = image(opened.connection)
    copy = ImportWriting(opened.connection, opened.shelf).on_a_copy()
    log = read_log((HEAD + row(1, "1", 50, 8)).encode(), unit=Unit.KG)
    assert counts(copy.import_log(log, NOW)) == (1, 1, 0, 0)
    assert counts(copy.import_log(log, NOW)) == (0, 0, 0, 1)
    assert image(opened.connection) == before


def test_what_another_program_wrote_meanwhile_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = open_store(tmp_path / "log.db"), open_store(tmp_path / "log.db")
    text = HEAD + row(1, "1", 50, 8)
    writing = ImportWriting(one.connection, one.shelf)
    staged, calls = writing._staged, []

    def staged_then_overtaken(log: object) -> object:
        plan = staged(log)
        if not calls:
            calls.append(brought_in(other, text))
        return plan

    monkeypatch.setattr(writing, "_staged", staged_then_overtaken)
    assert counts(writing.import_log(read_log(text.encode(), unit=Unit.KG), NOW)) == (0, 0, 0, 1)
    assert stored(one, "reps") == [(8,)]
    one.close()
    other.close()


@pytest.fixture(scope="module")
def bare() -> Iterator[ImportWriting]:
    """An empty database, to be copied."""
    store = open_store(":memory:")
    yield ImportWriting(store.connection, store.shelf)
    store.close()


def said_by(writing: ImportWriting) -> list[str]:
    """What the sets say, whatever their ids."""
    rows = writing._connection.execute(
        "SELECT date, exercise, load, reps, warm_up, failure, technique, segments FROM sets_flat"
    )
    said = sorted(repr(tuple(one)) for one in rows)
    writing._connection.close()
    return said


ROWS = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(["W", "1", "2", "3", "F", "D"]),
        st.sampled_from([0, 20, 52.5]),
        st.integers(0, 12),
        st.sampled_from(["My Row", "My Curl", "Pull Up"]),
    ),
    min_size=1,
    max_size=14,
).map(lambda rows: sorted(rows, key=lambda one: one[0]))


@settings(deadline=None, max_examples=40)
@given(rows=ROWS, cut=st.integers(0, 14))
def test_a_part_then_the_whole_is_the_whole(
    bare: ImportWriting, rows: list[tuple[int, str, float, int, str]], cut: int
) -> None:
    lines = [row(*one) for one in rows]
    logs = [
        read_log((HEAD + "".join(some)).encode(), unit=Unit.KG)
        for some in (lines[: max(1, cut)], lines)
    ]
    whole, part = bare.on_a_copy(), bare.on_a_copy()
    whole.import_log(logs[1], NOW)
    for log in logs:
        part.import_log(log, NOW)
    assert part.import_log(logs[1], NOW).sets_known == len(lines)
    assert said_by(part) == said_by(whole)


def test_loads_mean_the_same_whichever_export_of_an_unknown_lift_came_first(
    bare: ImportWriting,
) -> None:
    """The first export holds only sets without a load, the second one adds loaded ones."""
    lines = [row(1, "1", 0, 8), row(1, "2", 20, 8)]
    logs = [read_log((HEAD + "".join(some)).encode(), unit=Unit.KG) for some in (lines[:1], lines)]
    kinds = []
    for order in (logs, logs[1:]):
        writing = bare.on_a_copy()
        for log in order:
            writing.import_log(log, NOW)
        kinds.append(
            [
                one["kind"]
                for one in writing._connection.execute("SELECT kind FROM sets_flat ORDER BY id")
            ]
        )
        writing._connection.close()
    assert kinds == [["bodyweight", "total"], ["bodyweight", "total"]]


def test_a_load_is_the_same_set_with_and_without_the_noise_of_a_float(opened: OpenStore) -> None:
    noisy = HEAD + row(1, "1", 74.99999999999999, 8) + row(1, "2", 226.00000000000003, 5)
    first = brought_in(opened, noisy)
    before = image(opened.connection)
    assert [one[0] for one in stored(opened)] == ["75", "226"]
    again = brought_in(opened, noisy)
    clean = brought_in(opened, HEAD + row(1, "1", 75.0, 8) + row(1, "2", 226.0, 5))
    assert counts(again) == counts(clean) == (0, 0, 0, first.sets_added)
    assert image(opened.connection) == before
