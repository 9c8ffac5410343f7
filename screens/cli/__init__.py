"""The command line: `lastset` and its verbs."""

from importlib import import_module


def main() -> None:
    """Run the command line and leave with its exit code."""
    raise SystemExit(import_module("screens.cli.run").run())
