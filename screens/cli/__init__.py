"""The command line: `lastset` and its verbs."""

import gc
from importlib import import_module


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A verb is over before garbage could gather; the app switches the collector on again.
    gc.disable()
    raise SystemExit(import_module("screens.cli.run").run())
