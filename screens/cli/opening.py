"""Opening the app: on the lifter's database, or on a scratch one with a year of training."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from data.store import OpenStore, open_store
from screens.cli.call import Call
from screens.cli.verb import examples, verb
from screens.house import House
from tracker.errors import StoreError
from tracker.guidance.wording import counted

SEED = 1
"""The demo is the same year for everyone."""


def open_app(call: Call) -> None:
    """Open the app on the call's database."""
    if call.wants_json:
        raise click.UsageError("The app has no JSON: name a verb, such as `lastset sessions`.")
    _run(call, call.opened)


def _run(call: Call, opened: OpenStore) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise click.UsageError(
            "The app needs a terminal. Every verb works without one: `lastset --help`."
        )
    house = House(opened.store, call.clock, call.zone, call.coach_of(opened.store))
    gc.enable()
    # Loaded by name: no verb but this one pays for Textual.
    app = import_module("screens.app").LastsetApp(house)
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


@verb("demo", epilog=examples("lastset demo", "lastset demo --keep 'demo.db'"))
@click.option(
    "--keep",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write the year to this new file and leave, without opening the app.",
)
def demo_verb(call: Call, keep: Path | None) -> None:
    """Try the app on a scratch database with a generated year of training.

    Your own database is not touched; what you change is gone when you leave.
    """
    if keep is not None:
        _keep(call, keep)
        return
    if call.wants_json:
        raise click.UsageError("The app has no JSON: name a file with --keep to get the year.")
    with TemporaryDirectory(prefix="lastset-demo-") as folder:
        opened = open_store(Path(folder) / "demo.db", Path(folder) / "settings.toml")
        write_year(call, opened)
        try:
            _run(call, opened)
        finally:
            opened.close()


def _keep(call: Call, path: Path) -> None:
    file = path.expanduser()
    if file.exists():
        raise StoreError(f"{file} is there already. Nothing was changed.", str(file), "a new file")
    opened = open_store(file)
    sessions, sets = write_year(call, opened)
    opened.close()
    call.answer(
        lambda: {"path": str(file), "sessions": sessions, "sets": sets},
        lambda: [
            f"Wrote {counted(sessions, 'session')} with {counted(sets, 'set')} to {file}.",
            f"Open it: lastset --db {file}",
        ],
    )


def write_year(call: Call, opened: OpenStore) -> tuple[int, int]:
    """Write the generated year that ends now; returns how many sessions and sets it holds."""
    chance = Random(SEED)
    exercises = {one.name: one for one in opened.store.catalogue.exercises()}
    year = import_module("tracker.demo").year_of_training(exercises, call.now, call.zone, chance)
    acts = import_module("tracker.demo_acts").acts_of(year, chance)
    import_module("data.demo_writing").write_demo(opened.connection, year, acts)
    opened.store.keeping.save_profile(import_module("tracker.demo_lifter").DEMO_PROFILE)
    return len(year), sum(len(one.sets) for one in year)
