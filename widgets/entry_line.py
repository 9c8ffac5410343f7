"""The entry line: always focused, exact under type-ahead.

Every key is taken inside the line, one after the other, before the next one is read: nothing
that was typed ahead can overtake an Enter.
"""

from typing import Protocol

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

EDITING = {
    "backspace": "delete_left",
    "delete": "delete_right",
    "left": "cursor_left",
    "right": "cursor_right",
    "home": "home",
    "end": "end",
    "ctrl+u": "delete_left_all",
    "ctrl+k": "delete_right_all",
    "ctrl+w": "delete_left_word",
    "ctrl+left": "cursor_left_word",
    "ctrl+right": "cursor_right_word",
}
"""Keys that edit the line."""


class LineKeeper(Protocol):
    """Who takes what the line is told, at once."""

    def take_key(self, key: str, text: str) -> bool:
        """A key, before the line sees it; true when it was taken."""

    def take_line(self, text: str) -> str:
        """Enter: what the line holds from now on; what stays is selected."""

    def take_change(self, text: str) -> None:
        """The line holds this now."""

    def take_escape(self, text: str) -> None:
        """Escape: the line held this, and is empty now."""


class EntryLine(Input):
    """One line of text that tells its keeper everything synchronously."""

    DEFAULT_CSS = """
    EntryLine {
        height: 1;
        border: none;
        padding: 0;
        background: $surface;
        color: $foreground;
    }
    EntryLine:focus { border: none; background-tint: $foreground 0%; }
    EntryLine > .input--cursor { background: $surface; color: $accent; text-style: reverse; }
    EntryLine > .input--selection { text-style: underline; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """What can be scrolled to; the line's own size never follows its text."""

    def __init__(self, keeper: LineKeeper, id: str | None = None) -> None:
        """Tell this keeper."""
        super().__init__(id=id, select_on_focus=False, compact=True)
        self._keeper = keeper

    def show(self, text: str, is_selected: bool = False) -> None:
        """Hold this text, the cursor at its end, or all of it selected."""
        self.value = text
        self.selection = Selection(0, len(text)) if is_selected else Selection.cursor(len(text))

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        self._restart_blink()
        if self._take(event):
            event.stop()

    def _take(self, event: events.Key) -> bool:
        character = event.character if event.is_printable else None
        is_selected = bool(self.value) and not self.selection.is_empty
        if is_selected and character:
            # What was refused gives way: the key is taken as on an empty line.
            self.show("")
        elif is_selected and event.key == "left":
            # It is the end of the line that is edited: the cursor starts from there.
            self.selection = Selection.cursor(len(self.value))
        if character == " " and not self.value:
            return True
        if self._keeper.take_key(character or event.key, self.value):
            return True
        if event.key == "enter":
            kept = self._keeper.take_line(self.value)
            self.show(kept, is_selected=bool(kept))
        elif event.key == "escape":
            text = self.value
            self.show("")
            self._keeper.take_escape(text)
        elif character:
            self._type(character)
            self._keeper.take_change(self.value)
        elif event.key in EDITING:
            getattr(self, f"action_{EDITING[event.key]}")()
            self._keeper.take_change(self.value)
        else:
            return False
        return True

    def _type(self, text: str) -> None:
        """Insert text; what is selected gives way to it."""
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        """A pasted line break is an Enter."""
        event.prevent_default()
        event.stop()
        *whole, rest = event.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in whole:
            self._type(line)
            kept = self._keeper.take_line(self.value)
            self.show(kept, is_selected=bool(kept))
        if rest:
            self._type(rest)
            self._keeper.take_change(self.value)
