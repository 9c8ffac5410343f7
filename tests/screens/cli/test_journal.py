"""`lastset undo`, `lastset redo` and `lastset backup`."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

Told = Callable[..., Any]


def test_a_logged_set_is_undone_and_redone(told: Told) -> None:
    told("log", "bench", "100x8@2", "--at", "2026-11-23T18:00")
    told("log", "bench", "100x8@2", "100x7@1", "--at", "2026-11-23T18:05")
    assert "log 2 sets" in told("undo")["undone"]
    assert len(told("show", "1")["sets"]) == 1
    assert "log 2 sets" in told("redo")["redone"]
    assert len(told("show", "1")["sets"]) == 3


def test_with_nothing_to_undo_it_says_so(told: Told, lastset: Callable[..., Any]) -> None:
    assert told("undo") == {"undone": None, "session": None}
    assert told("redo") == {"redone": None, "session": None}
    assert lastset("undo").out == "Nothing to be undone.\n"


def test_a_backup_is_a_whole_database_for_the_user_alone(told: Told, tmp_path: Path) -> None:
    told("log", "bench", "100x8@2")
    copy = tmp_path / "copy.db"
    answer = told("backup", str(copy))
    assert answer["path"] == str(copy)
    assert answer["bytes"] == copy.stat().st_size
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [one["id"] for one in told("--db", str(copy), "sessions")] == [1]


def test_a_backup_never_writes_over_a_file(
    refused: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    assert refused("backup", str(there), code=1)["kind"] == "store"
    assert there.read_text() == "mine"
