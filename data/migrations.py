"""Bringing a database to the schema this program knows."""

import sqlite3

from sqlite_utils import Database, Migrations

from data.schema import APPLICATION_ID, FIRST, VERSION

migrations = Migrations("lastset")
"""All migrations in order; a shipped one is never edited, only followed."""


@migrations()
def create_first_schema(db: Database) -> None:
    """Schema 1: exercises, sessions, blocks, sets, pains, acts, profile, steps and the views."""
    for statement in FIRST:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending and stamp the schema's version."""
    connection.execute("PRAGMA foreign_keys = OFF")
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("PRAGMA foreign_keys = ON")
