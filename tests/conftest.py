"""What every test stands on: nothing of the machine it runs on."""

import os
import signal
from collections.abc import Iterator

import pytest

from data.store import open_store
from tracker.store import Store

# Whoever runs the tests in the background may have left it ignored, for every child as well.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Read by Textual when it is imported, so that they must be gone before any test is collected.
for _name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "LASTSET_DB", "LASTSET_CONFIG"):
    os.environ.pop(_name, None)


@pytest.fixture(autouse=True)
def scrubbed_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the settings, the database or the colours of whoever runs it."""
    for name in ("NO_COLOR", "COLUMNS", "LINES", "LASTSET_DB", "LASTSET_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    yield


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty database in memory with the catalogue."""
    opened = open_store(":memory:")
    yield opened.store
    opened.close()
