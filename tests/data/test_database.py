"""Opening a database file: made, checked, backed up, brought up to date, or refused untouched."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from subprocess import run

import pytest

import data.database
from data.database import back_up, open_database
from data.schema import APPLICATION_ID, VERSION
from data.store import open_store
from tracker.errors import StoreError
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.when import read_moment

NOW = read_moment("2026-11-23 18:40", "UTC")


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_private_and_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "of mine" / "log.db"
    with closing(open_database(path)) as connection:
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == VERSION
    assert mode(path) == 0o600
    assert {mode(one) for one in path.parent.iterdir()} == {0o600}


def test_a_new_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        open_database(tmp_path / "log.db").close()
    finally:
        os.umask(before)
    assert mode(tmp_path / "log.db") == 0o600


def test_a_new_file_has_no_backup(tmp_path: Path) -> None:
    open_database(tmp_path / "log.db").close()
    open_database(tmp_path / "log.db").close()
    assert list(tmp_path.glob("*.backup")) == []


def test_an_empty_file_is_taken_as_new(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    with closing(open_database(tmp_path / "log.db")) as connection:
        assert pragma(connection, "user_version") == VERSION


def test_the_users_folder_may_be_said_by_its_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_database("~/log.db").close()
    assert (tmp_path / "log.db").exists()


def test_opening_again_writes_nothing(database_file: Path) -> None:
    before = database_file.read_bytes()
    open_database(database_file).close()
    assert database_file.read_bytes() == before


def test_an_open_that_fails_closes_what_it_opened(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data.database, "VERSION", VERSION - 1)
    before = descriptors()
    with pytest.raises(StoreError):
        open_database(database_file)
    assert descriptors() == before


def descriptors() -> int:
    return len(os.listdir("/dev/fd"))


def a_newer_schema(path: Path) -> None:
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def a_newer_schema_with_a_wal(path: Path) -> None:
    a_newer_schema(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def no_database(path: Path) -> None:
    path.write_text("Date;Exercise;Weight\n" * 500)


def a_short_text(path: Path) -> None:
    path.write_text("x")


def a_short_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(80))


def a_truncated_database(path: Path) -> None:
    open_database(path).close()
    path.write_bytes(path.read_bytes()[:5000])


def a_foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER PRIMARY KEY)")


def a_foreign_database_with_a_wal(path: Path) -> None:
    a_foreign_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (a_newer_schema, "newer lastset.*update lastset"),
        (a_newer_schema_with_a_wal, "newer lastset.*update lastset"),
        (no_database, "not a lastset database"),
        (a_short_text, "not a lastset database"),
        (a_short_database, "not a lastset database"),
        (a_truncated_database, "not a lastset database"),
        (a_foreign_database, "a SQLite database, but not one of lastset's"),
        (a_foreign_database_with_a_wal, "a SQLite database, but not one of lastset's"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_untouched(
    tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "log.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=sentence) as caught:
        open_database(path)
    assert "Nothing was changed" in caught.value.message
    assert str(path) in caught.value.message
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.backup")) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder, not a database file"):
        open_database(tmp_path)


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"a part of the path is no folder.*--db") as caught:
        open_database(tmp_path / "file" / "log.db")
    assert caught.value.expected == "a file in a folder that can be written"


def test_a_path_deep_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="a part of the path is no folder"):
        open_database(tmp_path / "file" / "deeper" / "log.db")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be made at"):
        open_database(tmp_path / ("x" * 300))


def test_a_database_in_wal_mode_goes_back_to_a_rollback_journal(database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with closing(open_database(database_file)) as connection:
        assert pragma(connection, "journal_mode") == "truncate"


def test_a_first_write_that_was_cut_off_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    script = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN')\n"
        "for number in range(200):\n"
        "    connection.execute(f'CREATE TABLE t{number} (id INTEGER)')\n"
        "os._exit(1)\n"
    )
    run([sys.executable, "-c", script, str(path)], check=False)
    assert Path(f"{path}-journal").stat().st_size
    with closing(open_database(path)) as connection:
        assert pragma(connection, "user_version") == VERSION


# -- copies ------------------------------------------------------------------------------------


def test_a_copy_is_private_and_holds_all(database_file: Path, tmp_path: Path) -> None:
    with closing(open_database(database_file)) as connection:
        back_up(connection, tmp_path / "copy.db")
    assert mode(tmp_path / "copy.db") == 0o600
    assert dump(tmp_path / "copy.db") == dump(database_file)


def test_a_copy_overwrites_no_file(database_file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with (
        closing(open_database(database_file)) as connection,
        pytest.raises(StoreError, match="it is there already"),
    ):
        back_up(connection, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_copy_to_nowhere_is_refused(database_file: Path, tmp_path: Path) -> None:
    with (
        closing(open_database(database_file)) as connection,
        pytest.raises(StoreError, match="can't be written: No such file or directory"),
    ):
        back_up(connection, tmp_path / "none" / "copy.db")


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


# -- several programs at once ------------------------------------------------------------------

SETS = 100


def make_at_once(path: str, barrier: Barrier, answers: "Queue[object]") -> None:
    barrier.wait()
    try:
        with closing(open_database(path)) as connection:
            row = connection.execute("SELECT count(*) FROM exercises").fetchone()
            answers.put((row[0], pragma(connection, "foreign_keys")))
    except StoreError as error:
        answers.put(error.message)


def log_at_once(path: str, block_id: int, barrier: Barrier, answers: "Queue[object]") -> None:
    opened = open_store(path)
    barrier.wait()
    ids = [
        opened.store.logging.log(block_id, [PerformedSet(at=NOW, load=kg(100), reps=8, rir=2.0)])
        for _ in range(SETS)
    ]
    opened.close()
    answers.put(sorted(one for (one,) in ids))


def test_two_programs_that_make_one_database_at_once_both_have_it(tmp_path: Path) -> None:
    context = get_context("fork")
    barrier, answers = context.Barrier(2), context.Queue()
    programs = [
        context.Process(target=make_at_once, args=(str(tmp_path / "log.db"), barrier, answers))
        for _ in range(2)
    ]
    for one in programs:
        one.start()
    told = [answers.get(timeout=30) for _ in programs]
    for one in programs:
        one.join()
    assert told[0] == told[1]
    assert isinstance(told[0], tuple)
    assert told[0][1] == 1


def test_two_programs_that_log_at_once_lose_nothing(database_file: Path) -> None:
    opened = open_store(database_file)
    session = opened.store.logging.start(NOW, "UTC")
    exercise = opened.shelf.exercises()[0]
    block_id = opened.store.logging.add_block(session.id, Block(exercise))
    opened.store.keeping.changed_elsewhere()
    context = get_context("fork")
    barrier, answers = context.Barrier(2), context.Queue()
    arguments = (str(database_file), block_id, barrier, answers)
    programs = [context.Process(target=log_at_once, args=arguments) for _ in range(2)]
    for one in programs:
        one.start()
    one, other = (answers.get(timeout=60) for _ in programs)
    for program in programs:
        program.join()
    logged = opened.store.history.session(session.id).sets
    assert sorted(each.id for each in logged) == sorted({*one, *other})
    assert len(logged) == 2 * SETS
    assert opened.store.keeping.changed_elsewhere()
    positions = opened.connection.execute("SELECT count(DISTINCT position) FROM sets").fetchone()
    assert positions[0] == 2 * SETS
    opened.close()
