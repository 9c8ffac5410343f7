"""The app: its themes, its signals, and the first room."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome, NoColor

from screens.house import House
from screens.key_gate import KeyGate
from screens.left_open import forgotten_session
from screens.look_changed import LookChanged
from screens.rooms import room
from screens.themes import DARK, LIGHT, legible, ours
from widgets.plain_filter import PlainFilter
from widgets.plain_letters import has_symbols

WATCH_SECONDS = 1.0
"""How often the app looks whether its terminal is still there."""

NO_COLOUR = NoColor()
"""Takes every colour away: in a theme of the terminal's own colours there are no greys to use."""

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
        self.VERTICAL_BREAKPOINTS = [(0, "-lowest"), (16, "-low"), (24, "-tall"), (36, "-tallest")]
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide"), (136, "-widest")]
        self.house = house
        """The app's surroundings."""
        # A settings file that is wrong somewhere is told of, and keeps nobody from training.
        house.store.keeping.forgive_settings()
        self._gate = KeyGate(self, super().on_event)
        self._plain = PlainFilter(enabled=False)

    async def on_event(self, event: events.Event) -> None:
        """Let keys through one at a time; everything else at once."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._gate.take(event)
        else:
            await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that lack them."""
        return ours(self.current_theme)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, each fit to be read."""
        self.theme_variables = legible(self.current_theme, super().get_css_variables())
        return self.theme_variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What the lines go through before the terminal."""
        filters = super().get_line_filters()
        if self.no_color and self.native_ansi_color:
            filters = [NO_COLOUR if isinstance(one, Monochrome) else one for one in filters]
        return [*filters, self._plain] if self._plain.enabled else filters

    def on_mount(self) -> None:
        """Dress, listen for the terminal's end, and enter the first room."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.dress()
        self._end_with_the_terminal()
        is_open = self.house.store.logging.open_session() is not None
        is_asked_about = forgotten_session(self.house) is not None
        self.push_screen(room("start", self.house))
        if is_open and not is_asked_about:
            self.push_screen(room("live", self.house))
            if trouble := self.house.store.keeping.settings_trouble:
                self.notify(trouble, title="Settings", severity="warning", timeout=TOLD_SECONDS)

    @on(LookChanged)
    def dress(self) -> None:
        """Look as the settings say; what is on screen is drawn anew."""
        settings = self.house.store.keeping.settings()
        self.theme = settings.word("look.theme")
        is_plain = settings.is_on("look.ascii") or not has_symbols(self._encoding)
        if self._plain.enabled != is_plain:
            self._plain.enabled = is_plain
            for screen in self.screen_stack:
                for widget in screen.walk_children(with_self=True):
                    widget.refresh()

    @property
    def _encoding(self) -> str:
        """How the terminal is written to."""
        stream = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
        if self.is_headless or self.is_web or stream is None:
            return "utf-8"
        return stream.encoding

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
