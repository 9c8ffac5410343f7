"""Opening the database file: create, check, back up, migrate, seed."""

import os
import sqlite3
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from data.connection import connect, immediate, unusable
from data.schema import APPLICATION_ID, VERSION
from data.seeding import CATALOGUE_EDITION, seeded_edition
from tracker.errors import StoreError

IN_MEMORY = ":memory:"
"""A database that lives and dies with its connection."""


def open_database(path: Path | str) -> sqlite3.Connection:
    """Open the lifter's database, made and brought up to date where needed.

    Raises:
        StoreError: the folder or file can't be written, the file is no database of ours, or it
            was made by a newer lastset. The file is then untouched.
    """
    if str(path) == IN_MEMORY:
        connection = connect(IN_MEMORY)
        _bring_up_to_date(connection)
        return connection
    file = Path(path).expanduser()
    is_new = _prepared(file)
    try:
        connection = connect(file)
        version = _checked_version(connection, file)
        if version < VERSION or seeded_edition(connection) != CATALOGUE_EDITION:
            if not is_new and version < VERSION and version > 0:
                back_up(connection, _backup_name(file, version))
            _bring_up_to_date(connection)
    except sqlite3.DatabaseError as error:
        raise unusable(file, error) from error
    return connection


def _prepared(file: Path) -> bool:
    """Make the folder and an empty private file; true where the file is new."""
    try:
        if file.is_dir():
            raise StoreError(f"{file} is a folder, not a database file.", str(file), "a file name")
        if file.exists():
            return file.stat().st_size == 0
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(
            f"The database can't be made at {file}: {error.strerror}. "
            "Name a place that can be written with --db or LASTSET_DB.",
            str(file),
            "a file in a folder that can be written",
        ) from error
    return True


def _checked_version(connection: sqlite3.Connection, file: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    if has_tables and mark != APPLICATION_ID:
        raise StoreError(
            f"{file} is a SQLite database, but not one of lastset's. Nothing was changed.",
            str(file),
            "a database made by lastset, or a new file",
        )
    if version > VERSION:
        raise StoreError(
            f"{file} was written by a newer lastset (schema {version}; this one knows {VERSION}). "
            "Nothing was changed: update lastset.",
            str(file),
            f"schema {VERSION} or older",
        )
    return version


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    # Loaded by name: sqlite_utils costs more than everything else a start needs.
    import_module("data.migrations").migrate(connection)
    with immediate(connection):
        import_module("data.seeding").seed(connection)


def _backup_name(file: Path, version: int) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return file.with_name(f"{file.name}.schema-{version}.{stamp}.backup")


def back_up(connection: sqlite3.Connection, copy: Path) -> None:
    """Write a consistent copy of the database, private to the user.

    Raises:
        StoreError: the copy can't be written, or is there already.
    """
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        target = sqlite3.connect(copy)
        with target:
            connection.backup(target)
        target.close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"The backup {copy} can't be written: {error}.", str(copy)) from error
