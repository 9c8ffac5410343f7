"""The app: its themes, its signals, and the first room."""

import asyncio
import os
import signal
import sys
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from screens.house import House
from screens.key_gate import KeyGate
from screens.rooms import room
from screens.themes import DARK, LIGHT, SPECIFIC

WATCH_SECONDS = 1.0
"""How often the app looks whether its terminal is still there."""

TOLD_SECONDS = 15
"""How long it is told what is wrong with the settings file."""


class LastsetApp(App[None]):
    """The workout tracker in the terminal."""

    TITLE = "lastset"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "help", tooltip="Keys and words of this room.", id="help"),
    ]
    """
    | Key | Does |
    | :- | :- |
    | f1 | Keys and words of this room. |
    """

    def __init__(self, house: House) -> None:
        """Open over a store."""
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]
        self.house = house
        """The app's surroundings."""
        # A settings file that is wrong somewhere is told of, and keeps nobody from training.
        house.store.keeping.forgive_settings()
        self._gate = KeyGate(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Let keys through one at a time; everything else at once."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._gate.take(event)
        else:
            await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that lack them."""
        return SPECIFIC

    def on_mount(self) -> None:
        """Dress, listen for the terminal's end, and enter the first room."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wanted = self.house.store.keeping.settings().word("look.theme")
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self._end_with_the_terminal()
        is_open = self.house.store.logging.open_session() is not None
        self.push_screen(room("start", self.house))
        if is_open:
            self.push_screen(room("live", self.house))
            if trouble := self.house.store.keeping.settings_trouble:
                self.notify(trouble, title="Settings", severity="warning", timeout=TOLD_SECONDS)

    def _end_with_the_terminal(self) -> None:
        """SIGHUP and SIGTERM end the app cleanly; so does a terminal that is gone."""
        if self.is_headless or sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for name in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(name, self.exit)
        if os.isatty(0):
            self.set_interval(WATCH_SECONDS, self._leave_a_closed_terminal)

    def _leave_a_closed_terminal(self) -> None:
        if not os.isatty(0):
            self.exit()

    def action_help(self) -> None:
        """Show the help of the room."""
        self.push_screen(room("help", self.house))
