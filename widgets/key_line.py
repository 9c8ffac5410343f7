"""The last row: which keys matter now."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class KeyLine(Widget):
    """One row of keys and what they do, the most needed first; what does not fit is left out."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        width: 1fr;
        background: $background;
        color: $foreground;
    }
    """

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Pairs of a key and its verb."""

    def __init__(self, keys: Sequence[tuple[str, str]] = (), id: str | None = None) -> None:
        """Show these keys."""
        super().__init__(id=id)
        self.set_reactive(KeyLine.keys, tuple(keys))

    def render(self) -> Content:
        """The keys that fit, the last one (help) always."""
        row = Content("  ")
        room = self.size.width - 2
        help_key = self.keys[-1:]
        kept = sum(len(key) + len(verb) + 3 for key, verb in help_key)
        for key, verb in self.keys[:-1]:
            pair = Content.assemble((key, "bold $foreground"), " ", (verb, "$quiet"), "  ")
            if row.cell_length + pair.cell_length + kept > room:
                break
            row = Content.assemble(row, pair)
        for key, verb in help_key:
            row = Content.assemble(row, (key, "bold $foreground"), " ", (verb, "$quiet"))
        return row
