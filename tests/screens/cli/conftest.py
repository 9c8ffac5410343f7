"""The command line, run in this process over a database of the test's own."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from data.store import open_store
from screens.cli.run import run

NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Lastset = Callable[..., Answer]


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the catalogue and nothing else, made once."""
    path = tmp_path_factory.mktemp("empty") / "lastset.db"
    open_store(path).close()
    return path


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """It is Monday, 30 November 2026, noon in Berlin."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def database(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lastset.db"
    shutil.copy(empty_database, path)
    monkeypatch.setenv("LASTSET_DB", str(path))
    monkeypatch.setenv("LASTSET_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LASTSET_TZ", "Europe/Berlin")
    monkeypatch.setenv("COLUMNS", "80")
    return path


@pytest.fixture
def lastset(database: Path, capsys: pytest.CaptureFixture[str]) -> Lastset:
    """Calls the command line: `lastset("log", "bench", "100x8@2").json`."""

    def call(*words: str) -> Answer:
        capsys.readouterr()
        code = run(words)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def told(lastset: Lastset) -> Callable[..., Any]:
    """Calls with `--json` and gives the document of a call that was done."""

    def call(*words: str) -> Any:
        answer = lastset(*words, "--json")
        assert answer.code == 0, answer.err
        assert answer.err == ""
        return answer.json

    return call


@pytest.fixture
def refused(lastset: Lastset) -> Callable[..., dict[str, Any]]:
    """Calls with `--json` and gives the error of a call that was wrong."""

    def call(*words: str, code: int = 2) -> dict[str, Any]:
        answer = lastset(*words, "--json")
        assert answer.code == code, answer.out
        error = answer.json["error"]
        assert set(answer.json) == {"error"}
        assert set(error) == {"kind", "message", "read", "expected", "candidates"}
        assert error["message"] in answer.err
        return dict(error)

    return call
