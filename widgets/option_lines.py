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
    own: reactive[str] = reactive("")
    """One more option, chosen as the place behind the last one; empty for none."""
    is_own_first: reactive[bool] = reactive(False)
    """That one stands at the top, not at the end."""

    def show(
        self,
        options: Sequence[tuple[str, str]],
        chosen: int,
        own: str = "",
        is_own_first: bool = False,
    ) -> None:
        """Show these."""
        self.options, self.chosen = tuple(options), chosen
        self.own, self.is_own_first = own, is_own_first

    def render(self) -> Content:
        """The rows that fit around the chosen one."""
        rows = [(name, aside, at) for at, (name, aside) in enumerate(self.options)]
        if self.own:
            rows.insert(0 if self.is_own_first else len(rows), (self.own, "", len(rows)))
        room = max(1, self.size.height)
        chosen = next((row for row, (_, _, at) in enumerate(rows) if at == self.chosen), 0)
        start = max(0, min(chosen, chosen - room + 2, len(rows) - room))
        lines = [
            self._row(name, aside, at == self.chosen)
            for name, aside, at in rows[start : start + room]
        ]
        return Content("\n").join(lines)

    def _row(self, name: str, aside: str, is_chosen: bool) -> Content:
        whole = max(1, self.size.width - 2)
        width = min(44, max(20, self.size.width - 20)) if aside else whole
        return Content.assemble(
            ("▌ " if is_chosen else "  ", "$accent"),
            fitted(Content(name), width).stylize(
                "bold $foreground" if is_chosen else "$foreground"
            ),
            (f" {aside}", "$quiet"),
        )
