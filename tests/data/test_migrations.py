"""Bringing an older file to the schema the program knows: after a copy, whole, and once."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

import data.database
import data.migrations
from data.database import open_database
from data.schema import APPLICATION_ID, FIRST, VERSION
from data.store import open_store
from tracker.errors import StoreError


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def older_file(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, list[int]]]:
    """A file of the schema before the one the program knows, and what its migration met."""
    met: list[int] = []
    monkeypatch.setattr(data.database, "VERSION", VERSION + 1)
    monkeypatch.setattr(data.migrations, "VERSION", VERSION + 1)
    monkeypatch.setattr(
        data.migrations, "migrations", type(data.migrations.migrations)("lastset-next")
    )

    @data.migrations.migrations()
    def add_a_table(db: object) -> None:
        met.append(1)
        db.execute("CREATE TABLE gyms (id INTEGER PRIMARY KEY) STRICT")

    yield database_file, met


def test_a_copy_is_made_before_an_older_file_is_migrated(
    older_file: tuple[Path, list[int]],
) -> None:
    path, met = older_file
    with closing(open_database(path)) as connection:
        assert pragma(connection, "user_version") == VERSION + 1
        assert connection.execute("SELECT count(*) FROM gyms").fetchone()[0] == 0
    (copy,) = path.parent.glob("*.backup")
    assert mode(copy) == 0o600
    assert f"schema-{VERSION}" in copy.name
    with closing(sqlite3.connect(copy)) as connection:
        assert pragma(connection, "user_version") == VERSION
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert connection.execute("SELECT count(*) FROM exercises").fetchone()[0] > 100
    assert met == [1]


def test_a_file_of_the_first_schema_gains_bars_and_records_and_keeps_its_sets(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as connection:
        for statement in FIRST:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db = Database(connection, execute_plugins=False)
        first = type(data.migrations.migrations)("lastset")
        first(name="create_first_schema")(lambda db: None)
        first.apply(db)
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    opened = open_store(old)
    bench = opened.store.catalogue.exercises()[0]
    assert bench.bar is None
    assert opened.store.history.bests(bench, datetime(2026, 11, 23, tzinfo=UTC)).by_load == ()
    assert pragma(opened.connection, "user_version") == VERSION
    opened.close()
    assert [one.name for one in tmp_path.glob("*schema-1*")]


def test_a_migrated_file_is_not_migrated_again(older_file: tuple[Path, list[int]]) -> None:
    path, met = older_file
    open_database(path).close()
    open_database(path).close()
    assert met == [1]
    assert len(list(path.parent.glob("*.backup"))) == 1


def test_a_migration_that_fails_changes_nothing(older_file: tuple[Path, list[int]]) -> None:
    path, _ = older_file
    before = dump(path)

    @data.migrations.migrations()
    def stumble(db: object) -> None:
        db.execute("DROP TABLE sets")
        raise sqlite3.OperationalError("no such function: leap")

    with pytest.raises(StoreError, match="no such function"):
        open_database(path)
    assert dump(path) == before


def test_a_migration_that_leaves_a_row_pointing_nowhere_changes_nothing(
    older_file: tuple[Path, list[int]],
) -> None:
    path, _ = older_file
    before = dump(path)

    @data.migrations.migrations()
    def lose_an_exercise(db: object) -> None:
        db.execute("DELETE FROM exercises WHERE id = (SELECT exercise_id FROM aliases LIMIT 1)")
        db.execute("INSERT INTO aliases (alias, exercise_id) VALUES ('nowhere', 99999)")

    with pytest.raises(StoreError, match="a row of aliases points at nothing"):
        open_database(path)
    assert dump(path) == before
