"""Who loads what: the import contracts, and what each entry point really brings in."""

import json
import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """The top-level modules in a fresh interpreter after a statement."""
    script = f"{statement}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("statement", "kept_out"),
    [
        ("import tracker", {"textual", "rich", "sqlite3", "sqlite_utils", "pendulum"}),
        ("import tracker.guidance.guide", {"textual", "rich", "sqlite3", "sqlite_utils"}),
        ("import tracker.entry_parser", {"textual", "rich", "sqlite3", "sqlite_utils", "pendulum"}),
        ("import tracker.store", {"textual", "rich", "sqlite3", "sqlite_utils"}),
        ("import data.store", {"textual", "rich", "sqlite_utils", "pendulum", "rapidfuzz"}),
        ("import screens.cli", {"textual", "rich", "sqlite_utils", "pendulum", "rapidfuzz"}),
        ("import widgets.set_table", {"sqlite3", "sqlite_utils"}),
        ("import screens.live.screen", {"sqlite_utils", "pendulum"}),
    ],
)
def test_a_room_loads_only_what_it_needs(statement: str, kept_out: set[str]) -> None:
    assert not loaded_by(statement) & kept_out


def test_python_m_tracker_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "--version"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert done.stdout.startswith("lastset ")


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
