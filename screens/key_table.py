"""Keys read from a screen's bindings, for screens that take keys in the order of pressing."""

from collections.abc import Sequence
from typing import Any

from textual.actions import parse
from textual.binding import Binding, BindingType


class KeyTable:
    """Which action of the screen a key stands for.

    Textual runs a binding only after the key has bubbled up to the app, so that what is typed
    behind it can overtake it. A screen that must be exact under type-ahead looks its keys up here.
    """

    def __init__(self, bindings: Sequence[BindingType]) -> None:
        """Read these bindings."""
        self._actions: dict[str, tuple[str, tuple[Any, ...]]] = {}
        for binding in bindings:
            if isinstance(binding, Binding):
                _, name, parameters = parse(binding.action)
                for key in binding.key.split(","):
                    self._actions[key.strip()] = (name, parameters)

    def action(self, key: str) -> tuple[str, tuple[Any, ...]] | None:
        """The action's name and its parameters; letters ignore case where only one is bound."""
        return self._actions.get(key) or self._actions.get(key.lower())
