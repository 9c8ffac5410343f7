"""Bringing a database to the schema this program knows."""

import sqlite3

from sqlite_utils import Database, Migrations

from data.schema import APPLICATION_ID, FIRST, SECOND, VERSION
from tracker.errors import StoreError

migrations = Migrations("lastset")
"""All migrations in order; a shipped one is never edited, only followed."""


@migrations()
def create_first_schema(db: Database) -> None:
    """Schema 1: exercises, sessions, blocks, sets, pains, acts, profile, steps and the views."""
    for statement in FIRST:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def add_bars_and_records(db: Database) -> None:
    """Schema 2: the bar of each exercise, and the index that personal records are read from."""
    for statement in SECOND:
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending and stamp the schema's version; all in the transaction that stands.

    Raises:
        StoreError: a migration left a row that points nowhere; the transaction then fails whole.
    """
    migrations.apply(Database(connection, execute_plugins=False))
    loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    if loose is not None:
        raise StoreError(
            f"The database can't be brought to schema {VERSION}: a row of {loose['table']} points "
            "at nothing. Nothing was changed.",
        )
    connection.execute(f"PRAGMA user_version = {VERSION}")
