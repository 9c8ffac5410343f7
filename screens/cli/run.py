"""Running the command line: its exit code, and errors as the caller can read them."""

import codecs
import os
import sqlite3
import sys
from collections.abc import Sequence

import click

from data.connection import unusable
from screens.cli.answer import Json, print_json
from screens.cli.program import program
from tracker.errors import TrackerError
from widgets.plain_letters import stand_in

DONE, FAILED, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done, the machine failed, the call was wrong, Ctrl-C."""

STAND_INS = "lastset.stand_ins"
"""How a stream writes what its encoding lacks: symbols as the app draws them in plain letters."""


def _stood_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(stand_in, error.object[error.start : error.end])), error.end


codecs.register_error(STAND_INS, _stood_in)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=STAND_INS)
    try:
        code = _guarded(words, "--json" in words)
        sys.stdout.flush()
    except BrokenPipeError:
        return _leave_a_closed_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _guarded(words: list[str], wants_json: bool) -> int:
    try:
        code = program.main(words, prog_name="lastset", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.Abort as abort:
        raise KeyboardInterrupt from abort
    except click.ClickException as error:
        return _tell_usage(error, wants_json)
    except TrackerError as error:
        return _tell(error.kind, error, wants_json, WRONG if error.is_usage else FAILED)
    except sqlite3.Error as error:
        return _tell("store", unusable("The database", error), wants_json, FAILED)
    except UnicodeEncodeError as error:
        refused = TrackerError("What was typed is not UTF-8 text.", ascii(error.object))
        return _tell("text", refused, wants_json, WRONG)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _tell("file", TrackerError(f"{place}{error.strerror}."), wants_json, FAILED)


def _tell(kind: str, error: TrackerError, wants_json: bool, code: int) -> int:
    """Say what went wrong on stderr, and as a document on stdout where JSON was asked for."""
    unnamed = [one for one in error.candidates if one not in error.message]
    lines = [f"lastset: {error.message}", *(f"  {one}" for one in unnamed)]
    if wants_json:
        print_json({"error": error_shape(kind, error)})
    click.echo("\n".join(lines), err=True)
    return code


def error_shape(kind: str, error: TrackerError) -> dict[str, Json]:
    """An error as the contract has it."""
    return {
        "kind": kind,
        "message": error.message,
        "read": error.read,
        "expected": error.expected,
        "candidates": list(error.candidates),
    }


def _tell_usage(error: click.ClickException, wants_json: bool) -> int:
    """Tell of a wrong option, argument or verb, with where to find help."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    expected = context.get_usage().removeprefix("Usage: ") if context else ""
    near = getattr(error, "possibilities", None) or ()
    read = getattr(error, "option_name", None) or ""
    told = TrackerError(error.format_message(), str(read), expected, tuple(near))
    if wants_json:
        print_json({"error": error_shape("usage", told)})
    help_line = f"\nTry “{context.command_path} --help”." if context else ""
    click.echo(f"lastset: {told.message}{help_line}", err=True)
    return WRONG


def _leave_a_closed_pipe() -> int:
    """Whoever read our output went away: end quietly, and let Python's own flush find no pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return FAILED
