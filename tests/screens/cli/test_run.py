"""Exit codes and errors, as other programs meet them."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from screens.cli.run import FAILED, INTERRUPTED, STAND_INS, WRONG
from tracker import __version__

Refused = Callable[..., dict[str, Any]]
MAIN = [sys.executable, "-c", "from screens.cli import main; main()"]
ROOT = Path(__file__).parents[3]


def test_the_version_is_told(lastset: Callable[..., Any]) -> None:
    assert lastset("--version").out == f"lastset {__version__}\n"


def test_the_version_of_the_json_is_told(lastset: Callable[..., Any]) -> None:
    answer = lastset("--version", "--json")
    assert answer.code == 0
    assert answer.json == {"version": __version__, "contract": 1}


@pytest.mark.parametrize(
    "words",
    [
        ("lift",),
        ("benc",),
        ("export",),
        ("--bogus",),
        ("log",),
        ("log", "bench"),
        ("log", "bench", "100x8@2", "--bogus"),
        ("log", "--bogus", "bench", "100x8@2"),
        ("log", "bench", "100x8@2", "-x"),
        ("log", "bench", "100x8@2", "--planned", "no"),
        ("log", "bench", "100x8@2", "--planned"),
        ("show",),
        ("show", "one"),
        ("sessions", "--limit", "0"),
        ("plan", "bench", "--failure", "maybe"),
        ("backup",),
        (),
    ],
)
def test_a_wrong_call_is_a_usage_error(refused: Refused, words: tuple[str, ...]) -> None:
    assert refused(*words, code=WRONG)["kind"] == "usage"


def test_a_verb_that_is_nearly_right_is_named(lastset: Callable[..., Any]) -> None:
    answer = lastset("sesions")
    assert answer.code == WRONG
    assert "Did you mean sessions" in answer.err
    assert answer.out == ""


def test_without_json_an_error_is_on_stderr_alone(lastset: Callable[..., Any]) -> None:
    answer = lastset("log", "bench", "100x8")
    assert (answer.code, answer.out) == (WRONG, "")
    assert answer.err.startswith("lastset: ")


@pytest.mark.parametrize(
    "at", ["soon", "2026-13-01", "2026-11-31T10:00", "0001-01-01", "9999-12-31"]
)
def test_a_time_that_is_none_is_refused(refused: Refused, at: str) -> None:
    assert refused("log", "bench", "100x8@2", "--at", at)["kind"] == "time"


def test_a_zone_that_is_none_is_refused(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LASTSET_TZ", "Mars/Olympus")
    assert refused("log", "bench", "100x8@2")["kind"] == "time"


def test_a_time_with_an_offset_is_that_instant(lastset: Callable[..., Any]) -> None:
    answer = lastset("log", "bench", "100x8@2", "--at", "2026-11-23T12:00:00-05:00", "--json")
    assert answer.json["sets"][0]["at"] == "2026-11-23T18:00:00+01:00"


def test_what_is_no_database_is_refused_and_kept(refused: Refused, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database, just notes, and quite long ones at that " * 20)
    error = refused("--db", str(file), "sessions", code=FAILED)
    assert error["kind"] == "store"
    assert str(file) in error["message"]
    assert file.read_text().startswith("not a database")


def test_a_foreign_database_is_refused_and_kept(refused: Refused, tmp_path: Path) -> None:
    file = tmp_path / "foreign.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = file.read_bytes()
    assert refused("--db", str(file), "sessions", code=FAILED)["kind"] == "store"
    assert file.read_bytes() == before


def test_a_newer_database_is_refused_and_kept(refused: Refused, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = database.read_bytes()
    error = refused("log", "bench", "100x8@2", code=FAILED)
    assert error["kind"] == "store"
    assert "newer" in error["message"]
    assert database.read_bytes() == before


def test_a_locked_database_is_refused_after_a_while(
    refused: Refused, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.connection.BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert refused("log", "bench", "100x8@2", code=FAILED)["kind"] == "store"
    finally:
        holder.close()


@pytest.mark.parametrize("place", ["folder", "file/lastset.db", ""])
def test_a_place_that_can_hold_no_database_is_refused(
    refused: Refused, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    assert refused("--db", place, "sessions", code=FAILED)["kind"] == "store"


def test_a_read_only_folder_is_refused(
    refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As root nothing is read-only, so the refusal is the operating system's in the test's words.
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("data.database.os.open", denied)
    error = refused("--db", str(tmp_path / "x.db"), "sessions", code=FAILED)
    assert error["kind"] == "store"
    assert "Permission denied" in error["message"]


def test_a_new_database_is_made_private(lastset: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "new" / "log.db"
    assert lastset("--db", str(file), "log", "bench", "100x8@2").code == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_text_that_is_not_utf_8_is_refused_and_nothing_is_kept(
    refused: Refused, lastset: Callable[..., Any]
) -> None:
    assert refused("log", "bench", "100x8@2", "--title", "\udcff")["kind"] == "set"
    assert refused("sessions", "\udcff")["kind"] == "text"
    assert lastset("sessions", "--json").json == []


def test_the_app_is_not_opened_without_a_terminal(lastset: Callable[..., Any]) -> None:
    answer = lastset()
    assert answer.code == WRONG
    assert "terminal" in answer.err


def test_a_closed_pipe_ends_quietly(database: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [*MAIN, "rules", "--json"], stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False
    )
    os.close(writing)
    assert (process.returncode, process.stderr) == (FAILED, b"")


def test_ctrl_c_ends_quietly(lastset: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("screens.cli.past._as_of", interrupted)
    lastset("log", "bench", "100x8@2")
    answer = lastset("sessions")
    assert answer.code == INTERRUPTED
    assert answer.out == "" and answer.err.strip() == ""


def test_a_terminal_without_our_signs_gets_others(database: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    log = [*MAIN, "log", "bench", "100x6!a"]
    for words in (log, [*log, "--json"]):
        process = subprocess.run(words, env=environment, capture_output=True, cwd=ROOT, check=True)
        assert process.stdout.isascii() and process.stderr == b""


def test_what_a_stream_can_t_write_is_drawn_in_plain_letters() -> None:
    line = "▲ CAUTION  82.5 × 8 · Überzüge 分"
    assert line.encode("ascii", STAND_INS) == b"! CAUTION  82.5 x 8 | Uberzuge ??"
    assert (
        line.encode("latin-1", STAND_INS).decode("latin-1") == "! CAUTION  82.5 × 8 · Überzüge ??"
    )
