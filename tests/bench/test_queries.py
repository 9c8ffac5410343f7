"""No reading of the store walks a whole table, however long the history is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.queries import Reading, read_all, whole_walks
from bench.scratch import make_database
from data.connection import connect

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Reading, ...]]:
    path = make_database(tmp_path_factory.mktemp("queries") / "log.db", 4000, NOW)
    yield read_all(path, NOW)


def test_no_reading_walks_a_whole_table(readings: tuple[Reading, ...]) -> None:
    assert [scan for one in readings for scan in one.scans] == []


def test_every_reading_was_timed(readings: tuple[Reading, ...]) -> None:
    assert len(readings) > 20
    assert all(one.milliseconds > 0 for one in readings)


@pytest.mark.parametrize(
    ("statement", "steps"),
    [
        ("SELECT * FROM sets WHERE note = 'x'", 1),
        ("SELECT * FROM sets AS any WHERE any.note = 'x'", 1),
        ("SELECT * FROM sets WHERE id = 1", 0),
        ("SELECT * FROM small", 0),
        ("INSERT INTO sets (note) VALUES ('x')", 0),
    ],
)
def test_a_whole_walk_is_seen(tmp_path: Path, statement: str, steps: int) -> None:
    connection = connect(tmp_path / "toy.db")
    connection.execute("CREATE TABLE sets (id INTEGER PRIMARY KEY, note TEXT)")
    connection.execute("CREATE TABLE small (id INTEGER PRIMARY KEY)")
    assert len(whole_walks(connection, statement)) == steps
