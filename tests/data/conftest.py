"""Fresh stores, copied from one that was seeded once."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.connection import connect
from data.database import open_database
from data.store import OpenStore, open_store, store_over

FreshStore = Callable[[], OpenStore]


@pytest.fixture(scope="session")
def seeded() -> Iterator[sqlite3.Connection]:
    """A database with the catalogue and nothing else; to be copied, never written to."""
    connection = open_database(":memory:")
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def fresh_store(seeded: sqlite3.Connection) -> FreshStore:
    """Makes a store in memory with the catalogue, as often as asked."""

    def fresh() -> OpenStore:
        connection = connect(":memory:")
        seeded.backup(connection)
        return store_over(connection)

    return fresh


@pytest.fixture
def opened(fresh_store: FreshStore) -> Iterator[OpenStore]:
    """A store in memory with the catalogue."""
    one = fresh_store()
    yield one
    one.close()


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    """A file that holds the catalogue and nothing else."""
    path = tmp_path / "log.db"
    open_database(path).close()
    return path


@pytest.fixture
def opened_file(database_file: Path) -> Iterator[OpenStore]:
    """A store over a file."""
    one = open_store(database_file)
    yield one
    one.close()
