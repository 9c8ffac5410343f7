"""Pragmas, and transactions that keep all or nothing."""

import sqlite3
from pathlib import Path

import pytest

from data.connection import connect, immediate, unusable
from data.store import OpenStore, open_store
from tracker.errors import InvalidSet, StoreError


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("cache_spill", 0),
        ("busy_timeout", 5000),
    ],
)
def test_an_open_database_has_the_houses_pragmas(
    opened_file: OpenStore, name: str, value: object
) -> None:
    assert pragma(opened_file.connection, name) == value


def test_what_raises_inside_a_transaction_leaves_nothing(opened: OpenStore) -> None:
    with pytest.raises(KeyError), immediate(opened.connection):
        opened.connection.execute("INSERT INTO profile (name, value) VALUES ('a', 'b')")
        raise KeyError("a")
    assert not opened.connection.in_transaction
    assert opened.connection.execute("SELECT * FROM profile WHERE name = 'a'").fetchall() == []


def test_a_transaction_within_another_joins_it(opened: OpenStore) -> None:
    with pytest.raises(KeyError), immediate(opened.connection):
        with immediate(opened.connection):
            opened.connection.execute("INSERT INTO profile (name, value) VALUES ('a', 'b')")
        assert opened.connection.in_transaction
        raise KeyError("a")
    assert opened.connection.execute("SELECT * FROM profile WHERE name = 'a'").fetchall() == []


def test_a_database_that_another_program_holds_is_said_to_be_held(
    database_file: Path,
) -> None:
    one, other = connect(database_file), connect(database_file)
    other.execute("PRAGMA busy_timeout = 0")
    with (
        immediate(one),
        pytest.raises(StoreError, match=r"held by another program.*try again") as caught,
        immediate(other),
    ):
        raise AssertionError
    assert caught.value.kind == "store"
    assert caught.value.read == str(database_file)


def test_a_reader_is_not_blocked_by_a_transaction_that_stands(database_file: Path) -> None:
    writer, reader = open_store(database_file), open_store(database_file)
    reader.connection.execute("PRAGMA busy_timeout = 0")
    with immediate(writer.connection):
        writer.connection.execute("INSERT INTO profile (name, value) VALUES ('a', 'b')")
        rows = reader.connection.execute("SELECT * FROM profile WHERE name = 'a'").fetchall()
        assert rows == []
    rows = reader.connection.execute("SELECT value FROM profile WHERE name = 'a'").fetchall()
    assert [row["value"] for row in rows] == ["b"]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("file is not a database", "is not a lastset database"),
        ("database disk image is malformed", "is not a lastset database"),
        ("attempt to write a readonly database", "can't be written"),
        ("unable to open database file", "can't be written"),
        ("database is locked", "held by another program"),
        ("database or disk is full", "The disk refused"),
        ("disk I/O error", "The disk refused"),
        ("no such table: sets", "refused: no such table"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence(word: str, sentence: str) -> None:
    error = unusable("log.db", sqlite3.OperationalError(word))
    assert sentence in error.message
    assert "log.db" in error.message


def test_a_number_beyond_64_bits_is_refused_with_a_sentence(opened: OpenStore) -> None:
    with pytest.raises(InvalidSet, match="too great"), immediate(opened.connection):
        opened.connection.execute("UPDATE pains SET cleared_at = ?", (2**63,))


def test_text_that_is_no_unicode_is_refused_with_a_sentence(opened: OpenStore) -> None:
    with pytest.raises(InvalidSet, match="UTF-8"), immediate(opened.connection):
        opened.connection.execute("UPDATE sessions SET note = ?", ("left \udcff elbow",))
