"""One connection behind narrow protocols."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.store import open_store
from tracker.errors import StoreError
from tracker.store import DraftLine

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def test_what_is_in_memory_is_gone_when_it_is_closed() -> None:
    first = open_store(":memory:")
    first.store.logging.start(NOW, "UTC")
    first.close()
    second = open_store(":memory:")
    assert second.store.logging.open_session() is None
    second.close()


def test_what_is_in_a_file_is_there_for_the_next_one(tmp_path: Path) -> None:
    first = open_store(tmp_path / "log.db")
    session = first.store.logging.start(NOW, "UTC")
    first.close()
    second = open_store(tmp_path / "log.db")
    assert second.store.logging.open_session() == session
    second.close()


def test_the_half_typed_line_stands_beside_the_file_the_tilde_means(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    opened = open_store("~/log.db")
    opened.store.keeping.keep_draft_line(DraftLine(1, "100x"))
    assert (tmp_path / "log.db.line").exists()
    opened.close()


def test_an_empty_path_is_no_database() -> None:
    with pytest.raises(StoreError, match="is a folder, not a database file"):
        open_store("")
