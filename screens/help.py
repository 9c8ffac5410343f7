"""Help: the words and keys of the room beneath, gathered from its bindings."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Markdown

from screens.house import House

SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""Keys by the sign that is printed on them."""


def key_table(screen: type[Screen[object]]) -> str:
    """The screen's keys as a markdown table, from its bindings."""
    rows = ["| Key | Does | |", "| :- | :- | :- |"]
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            keys = " ".join(SIGNS.get(key, key) for key in binding.key.split(","))
            rows.append(f"| `{keys}` | {binding.description} | {binding.tooltip} |")
    return "\n".join(rows)


class HelpScreen(ModalScreen[None]):
    """The help page of the screen it was opened over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "none", "scroll", tooltip="Up, down, PgUp and PgDn scroll.", id="help.up"),
        Binding("escape", "none", "back", tooltip="Any other key goes back.", id="help.back"),
    ]
    """Keys of this page."""

    def __init__(self, house: House) -> None:
        """Help over whatever is beneath."""
        super().__init__()
        self.house = house

    def compose(self) -> ComposeResult:
        """One page of markdown."""
        beneath = next(one for one in reversed(self.app.screen_stack) if one is not self)
        page = f"{getattr(beneath, 'HELP', '')}\n\n## Keys\n\n{key_table(type(beneath))}\n"
        with VerticalScroll(id="help", can_focus=False):
            yield Markdown(page)

    def on_key(self, event: events.Key) -> None:
        """Arrows scroll, anything else goes back."""
        event.stop()
        page = self.query_one("#help", VerticalScroll)
        scrolls = {
            "up": page.scroll_up,
            "down": page.scroll_down,
            "pageup": page.scroll_page_up,
            "pagedown": page.scroll_page_down,
            "space": page.scroll_page_down,
            "home": page.scroll_home,
            "end": page.scroll_end,
        }
        if event.key in scrolls:
            scrolls[event.key](animate=False)
        else:
            self.dismiss(None)
