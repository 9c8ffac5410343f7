"""A short list to choose from, drawn while an exercise is looked for."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.columns import fitted


class OptionLines(Widget):
    """Names with an aside, one of them chosen; the chosen one is kept in sight."""

    DEFAULT_CSS = """
    OptionLines {
        height: 1fr;
        width: 1fr;
        padding: 0 2;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    options: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Names and what is said beside them."""
    chosen: reactive[int] = reactive(0)
    """Which one is chosen."""
    last: reactive[str] = reactive("")
    """One more option at the end; empty for none."""

    def show(self, options: Sequence[tuple[str, str]], chosen: int, last: str = "") -> None:
        """Show these."""
        self.options, self.chosen, self.last = tuple(options), chosen, last

    def render(self) -> Content:
        """The rows that fit around the chosen one."""
        rows = [*self.options, *([(self.last, "")] if self.last else [])]
        room = max(1, self.size.height)
        start = max(0, min(self.chosen, self.chosen - room + 2, len(rows) - room))
        lines = [
            self._row(name, aside, at == self.chosen)
            for at, (name, aside) in enumerate(rows[start : start + room], start)
        ]
        return Content("\n").join(lines)

    def _row(self, name: str, aside: str, is_chosen: bool) -> Content:
        width = min(44, max(20, self.size.width - 20))
        return Content.assemble(
            ("▌ " if is_chosen else "  ", "$accent"),
            fitted(Content(name), width).stylize(
                "bold $foreground" if is_chosen else "$foreground"
            ),
            (f" {aside}", "$quiet"),
        )
