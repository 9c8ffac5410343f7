"""The program as other programs call it: arguments in, one JSON document and an exit code out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.screens.cli.conftest import database, empty_database, lastset, noon, refused, told

__all__ = ["database", "empty_database", "lastset", "noon", "refused", "told"]

BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Dumbbell)"


@dataclass(frozen=True)
class Gym:
    """A lifter's file, called verb by verb at minutes of one Monday evening."""

    told: Callable[..., Any]

    def log(self, exercise: str, *words: str, at: str | int = 0) -> Any:
        return self.told("log", exercise, *words, "--at", _moment(at))

    def plan(self, exercise: str, *words: str, at: str | int = 0) -> Any:
        return self.told("plan", exercise, *words, "--at", _moment(at))

    def finish(self, at: str | int = 0) -> Any:
        return self.told("finish", "--at", _moment(at))

    def failures(self, *words: str, at: str | int = 0) -> Any:
        return self.told("failures", *words, "--at", _moment(at))

    def set(self, name: str, value: str) -> None:
        self.told("settings", name, value)

    def session(self, exercise: str, *words: str, at: str) -> Any:
        """A whole session of the past, ended with its last set."""
        return self.log(exercise, *words, "--finish", at=at)


def _moment(at: str | int) -> str:
    return f"2026-11-23T18:{at:02d}" if isinstance(at, int) else at


@pytest.fixture
def gym(told: Callable[..., Any]) -> Gym:
    return Gym(told)


def rules(document: Mapping[str, Any]) -> dict[str, str]:
    """The rules among all advice of a document, each with its gravest severity."""
    found: dict[str, str] = {}
    for one in document["all_advice"]:
        found.setdefault(one["rule"], one["severity"])
    return found


def missing(document: Mapping[str, Any], expected: str) -> list[str]:
    """What a document's rules fail of `R16 R43:warning -R34`: there, so grave, not there."""
    found = rules(document)
    return [word for word in expected.split() if not _fits(found, word)]


def _fits(found: Mapping[str, str], word: str) -> bool:
    rule, _, severity = word.removeprefix("-").partition(":")
    if word.startswith("-"):
        return rule not in found
    return rule in found and severity in ("", found[rule])


@pytest.fixture
def kept(database: Path) -> Callable[[], bytes]:
    """The bytes of the database, to be compared."""
    return database.read_bytes
