"""A screen that takes its keys itself, in the order in which they were pressed."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.screen import Screen

from screens.house import House
from screens.key_table import KeyTable
from screens.rooms import room


class KeyedScreen(Screen[None]):
    """Nothing in it has the focus, so that every key comes to the screen, one after the other.

    Textual runs a binding only after the key has bubbled up to the app; what is typed behind it
    can overtake it. Here each key is done with before the next one is looked at.
    """

    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, house: House) -> None:
        """Stand in this house."""
        super().__init__()
        self.house = house
        """Store, clock, zone and coach."""
        self._keys = KeyTable(self.BINDINGS)

    async def _on_key(self, event: events.Key) -> None:
        """Take the key: as typing where something is typed, else as a command."""
        event.prevent_default()
        if self.took(event.key, event.character) or self.ran(event.key):
            event.stop()

    def took(self, key: str, character: str | None) -> bool:
        """Whether the key was typed into something; screens that have such a thing say more."""
        return False

    def ran(self, key: str) -> bool:
        """Whether the key stands for an action of the screen, which is then done."""
        bound = self._keys.action(key)
        if bound is None:
            return False
        name, parameters = bound
        action: Callable[..., None] = getattr(self, f"action_{name}")
        action(*parameters)
        return True

    def enter(self, name: str, **wanted: object) -> None:
        """Go into another room."""
        self.app.push_screen(room(name, self.house, **wanted))

    def action_help(self) -> None:
        """Show the help of the room."""
        self.enter("help")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
