"""Opening the database file: create, check, back up, migrate, seed."""

import os
import sqlite3
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from data.connection import connect, immediate, keep_rollback_journal, unusable
from data.schema import APPLICATION_ID, VERSION
from data.seeding import CATALOGUE_EDITION, seeded_edition
from tracker.errors import StoreError

IN_MEMORY = ":memory:"
"""A database that lives and dies with its connection."""
MAGIC = b"SQLite format 3\0"
"""How every SQLite database begins."""
LEAST_PAGE = 512
"""No database is shorter than the smallest page, in bytes."""


def open_database(path: Path | str) -> sqlite3.Connection:
    """Open the lifter's database, made and brought up to date where needed.

    Raises:
        StoreError: the folder or file can't be written, the file is no database of ours, or it
            was made by a newer lastset. The file is then untouched.
    """
    if str(path) == IN_MEMORY:
        connection = connect(IN_MEMORY)
        _bring_up_to_date(connection, None)
        return connection
    file = Path(path).expanduser()
    _prepare(file)
    connection = connect(file)
    try:
        version = _checked_version(connection, file)
        keep_rollback_journal(connection)
        if version < VERSION or seeded_edition(connection) < CATALOGUE_EDITION:
            _bring_up_to_date(connection, file)
    except sqlite3.Error as error:
        connection.close()
        raise unusable(file, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(file: Path) -> None:
    """Make the folder and an empty private file where there is none."""
    try:
        if file.is_dir():
            raise StoreError(f"{file} is a folder, not a database file.", str(file), "a file name")
        if file.exists() and not file.is_file():
            raise StoreError(f"{file} is a device, not a database file.", str(file), "a file name")
        if file.exists():
            _check_beginning(file)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        # Without O_EXCL: another program that makes the same file at once is welcome to it.
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        reason = "a part of the path is no folder" if _is_blocked(error) else error.strerror
        raise StoreError(
            f"The database can't be made at {file}: {reason}. "
            "Name a place that can be written with --db or LASTSET_DB.",
            str(file),
            "a file in a folder that can be written",
        ) from error


def _check_beginning(file: Path) -> None:
    """Refuse a file that is no database: SQLite takes a short one for empty, and writes over it."""
    journal = Path(f"{file}-journal")
    size = file.stat().st_size
    if not size or (journal.exists() and journal.stat().st_size):
        # Empty, or a first write that was cut off, which SQLite takes back by its journal.
        return
    with file.open("rb") as opened:
        begins_well = opened.read(len(MAGIC)) == MAGIC
    if size < LEAST_PAGE or not begins_well:
        raise unusable(file, sqlite3.DatabaseError("file is not a database"))


def _is_blocked(error: OSError) -> bool:
    return isinstance(error, (FileExistsError, NotADirectoryError))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _checked_version(connection: sqlite3.Connection, file: Path) -> int:
    version = _version(connection)
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


def _bring_up_to_date(connection: sqlite3.Connection, file: Path | None) -> None:
    """Migrate and seed under one lock, so that two programs may open a file at once."""
    # Loaded by name: sqlite_utils costs more than everything else a start needs.
    migrate = import_module("data.migrations").migrate
    # It can't be switched inside a transaction, and a migration may rebuild a table.
    connection.execute("PRAGMA foreign_keys = OFF")
    with immediate(connection):
        # Asked again under the lock: another program may have done it meanwhile.
        version = _version(connection)
        if version < VERSION:
            if file is not None and version > 0:
                _keep_the_old(file, version)
            migrate(connection)
        if seeded_edition(connection) < CATALOGUE_EDITION:
            import_module("data.seeding").seed(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _keep_the_old(file: Path, version: int) -> None:
    # By a reader of its own: it sees what was committed, whatever this program is about to write.
    reader = connect(file)
    try:
        back_up(reader, _backup_name(file, version))
    finally:
        reader.close()


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
    except OSError as error:
        reason = "it is there already" if isinstance(error, FileExistsError) else error.strerror
        raise StoreError(f"The backup {copy} can't be written: {reason}.", str(copy)) from error
    try:
        target = sqlite3.connect(copy)
        try:
            connection.backup(target)
        finally:
            target.close()
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise StoreError(f"The backup {copy} can't be written: {error}.", str(copy)) from error
