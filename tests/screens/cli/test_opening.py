"""Opening the app, and the demo's year."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from screens.house import House

Told = Callable[..., Any]


class RecordingApp:
    """Stands for the app: remembers what it was given and how many sessions it saw."""

    opened: ClassVar[list[tuple[House, int]]] = []
    return_code = 0

    def __init__(self, house: House) -> None:
        self.house = house

    def run(self) -> None:
        settings = self.house.store.keeping.settings()
        sessions = self.house.store.history.sessions(settings, limit=999)
        self.opened.append((self.house, len(sessions)))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> type[RecordingApp]:
    RecordingApp.opened.clear()
    monkeypatch.setenv("TEXTUAL_DRIVER", "some.driver")
    monkeypatch.setattr("screens.app.LastsetApp", RecordingApp)
    return RecordingApp


def test_without_a_verb_the_app_opens_on_the_lifters_database(
    app: Any, told: Told, lastset: Callable[..., Any]
) -> None:
    told("log", "bench", "100x8@2")
    assert lastset().code == 0
    ((house, sessions),) = app.opened
    assert (house.zone, sessions) == ("Europe/Berlin", 1)


def test_the_demo_opens_on_a_year_and_leaves_the_lifters_database_alone(
    app: Any, told: Told, lastset: Callable[..., Any]
) -> None:
    assert lastset("demo").code == 0
    ((_, sessions),) = app.opened
    assert sessions > 100
    assert told("sessions") == []


def test_the_app_has_no_json(refused: Callable[..., dict[str, Any]], app: Any) -> None:
    assert refused()["kind"] == "usage"
    assert refused("demo")["kind"] == "usage"


def test_the_demos_year_can_be_kept(told: Told, tmp_path: Path) -> None:
    file = tmp_path / "demo.db"
    answer = told("demo", "--keep", str(file), "--at", "2026-11-23T12:00")
    assert answer["path"] == str(file)
    with sqlite3.connect(file) as connection:
        for table, name in (("sessions", "sessions"), ("sets", "sets")):
            (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert count == answer[name] > 100


def test_the_demos_year_is_never_written_over_a_file(
    refused: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    file = tmp_path / "demo.db"
    file.write_text("mine")
    assert refused("demo", "--keep", str(file), code=1)["kind"] == "store"
    assert file.read_text() == "mine"
