"""A connection to the database: its pragmas, and transactions that begin IMMEDIATE."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.refusals import refusal
from tracker.errors import StoreError

BUSY_SECONDS = 5.0
"""How long a writer waits for another one."""


def connect(path: Path | str) -> sqlite3.Connection:
    """Open a database file (or `:memory:`) with the house's pragmas; nothing is written yet.

    Raises:
        StoreError: the file can't be opened, or is no SQLite database.
    """
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    try:
        connection.row_factory = sqlite3.Row
        connection.create_function("folded", 1, str.casefold, deterministic=True)
        for pragma in (
            "synchronous = FULL",
            "fullfsync = ON",
            "foreign_keys = ON",
            "cache_spill = OFF",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise unusable(path, error) from error
    return connection


def keep_rollback_journal(connection: sqlite3.Connection) -> None:
    """Keep a rollback journal and not a WAL, once the file is known to be ours.

    SQLite before 3.51.3 can corrupt a WAL file that two programs write to at once. The mode of a
    WAL stands in the file itself, so that this may change it.
    """
    connection.execute("PRAGMA journal_mode = TRUNCATE")


def unusable(path: Path | str, error: sqlite3.Error) -> StoreError:
    """The sentence for a database that can't be used."""
    word = str(error)
    if "not a database" in word or "malformed" in word:
        return StoreError(
            f"{path} is not a lastset database ({word}). Nothing was changed; name another file "
            "with --db, or put a backup in its place.",
            str(path),
            "a SQLite database made by lastset",
        )
    if "readonly" in word or "unable to open" in word:
        return StoreError(
            f"{path} can't be written: {word}. Name a place that can be with --db or LASTSET_DB.",
            str(path),
            "a file in a folder that can be written",
        )
    if "locked" in word or "busy" in word:
        return StoreError(
            f"{path} is held by another program for longer than {BUSY_SECONDS:.0f} s. "
            "Nothing was changed; try again.",
            str(path),
        )
    if "disk" in word or "full" in word:
        return StoreError(f"The disk refused to keep {path}: {word}. Nothing was changed.")
    return StoreError(f"The database {path} refused: {word}. Nothing was changed.", str(path))


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, begun IMMEDIATE: all of it is kept, or none.

    Nested inside another one it joins that.

    Raises:
        StoreError: the file can't be written.
        InvalidSet: what was to be kept lies outside what the tables take.
    """
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError) as error:
        _roll_back(connection)
        raise refusal(error) from error
    except sqlite3.Error as error:
        _roll_back(connection)
        raise unusable(_path(connection), error) from error
    except BaseException:
        _roll_back(connection)
        raise


def _path(connection: sqlite3.Connection) -> str:
    return connection.execute("PRAGMA database_list").fetchone()["file"] or ":memory:"


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
