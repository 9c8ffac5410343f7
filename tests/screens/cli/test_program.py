"""The verbs: each is there, says what it does, and loads no more than it needs."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from screens.cli.program import program
from screens.cli.verbs import VERBS

ROOT = Path(__file__).parents[3]
HEAVY = ("textual", "rich", "pendulum", "sqlite_utils", "rapidfuzz", "tomlkit", "platformdirs")
"""Libraries that a verb must not pay for unless it uses them."""


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_help_with_examples_and_the_common_options(
    lastset: Callable[..., Any], name: str
) -> None:
    answer = lastset(name, "--help")
    assert answer.code == 0
    assert "--at TIME" in answer.out and "--json" in answer.out
    assert f"    lastset {name}" in answer.out
    assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_the_help_names_every_verb(lastset: Callable[..., Any]) -> None:
    text = lastset("--help").out
    for name, one in VERBS.items():
        assert f"  {name} " in text and one.summary in text


@pytest.mark.parametrize("name", VERBS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    for option in command.params:
        if isinstance(option, click.Option) and not option.show_default:
            assert option.help, option.name


def loaded_by(database: Path, *words: str) -> set[str]:
    """The top-level modules in a process that ran these words."""
    script = (
        "import sys; from screens.cli.run import run; code = run(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr);"
        "sys.exit(code)"
    )
    environment = {
        **os.environ,
        "LASTSET_DB": str(database),
        "LASTSET_CONFIG": str(database.with_suffix(".toml")),
    }
    process = subprocess.run(
        [sys.executable, "-c", script, *words],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(process.stderr.split())


@pytest.mark.parametrize(
    "words",
    [
        ("log", "bench", "100x6!a", "--planned", "3", "--at", "2026-11-23T18:00", "--finish"),
        ("plan", "bench", "--failure", "technical"),
        ("failures",),
        ("sessions",),
        ("show", "1"),
        ("undo",),
        ("settings", "level"),
        ("rules", "R42"),
        ("exercises", "bench"),
        ("--help",),
        ("import", "--help"),
    ],
)
def test_no_heavy_library_is_loaded(
    database: Path, lastset: Callable[..., Any], words: tuple[str, ...]
) -> None:
    lastset("log", "bench", "100x8@2", "--at", "2020-01-01")
    (database.with_suffix(".toml")).write_text("[ration]\ntotal_max = 4\n")
    assert loaded_by(database, *words).isdisjoint(HEAVY)


def test_the_module_runs_as_the_command_does(database: Path) -> None:
    for module in ("tracker", "screens"):
        process = subprocess.run(
            [sys.executable, "-m", module, "--version"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert process.stdout.startswith("lastset ")
