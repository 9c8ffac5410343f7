"""`lastset undo`, `lastset redo` and `lastset backup`: taking back, and keeping a copy."""

from pathlib import Path

import click

from data.database import back_up
from screens.cli.call import Call
from screens.cli.verb import examples, verb
from tracker.store import Step


@verb("undo", epilog=examples("lastset undo", "lastset undo --json"))
def undo_verb(call: Call) -> None:
    """Take the last change of the log back; again takes the one before it back."""
    _tell(call, "undone", call.store.editing.undo())


@verb("redo", epilog=examples("lastset redo"))
def redo_verb(call: Call) -> None:
    """Do again what was undone last."""
    _tell(call, "redone", call.store.editing.redo())


def _tell(call: Call, word: str, step: Step | None) -> None:
    call.answer(
        lambda: {
            word: step.label if step else None,
            "session": step.session_id if step else None,
        },
        lambda: [f"{word.capitalize()}: {step.label}." if step else f"Nothing to be {word}."],
    )


@verb("backup", epilog=examples("lastset backup 'lastset 2026-11-23.db'"))
@click.argument("path", type=click.Path(path_type=Path))
def backup_verb(call: Call, path: Path) -> None:
    """Write a consistent copy of the database to PATH, which must not be there yet.

    It may be made while the app runs.
    """
    copy = path.expanduser()
    back_up(call.opened.connection, copy)
    size = copy.stat().st_size
    call.answer(
        lambda: {"path": str(copy), "bytes": size},
        lambda: [f"Copied to {copy} ({size:,} bytes)."],
    )
