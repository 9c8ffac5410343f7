"""The rest timer: from the stored time of the last set, against the wall clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tracker.when import duration_in_words
from widgets.meter import meter
from widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class RestView:
    """How far the rest is."""

    passed: int
    """Seconds since the last set."""
    wanted: int
    """Seconds recommended; 0 where the next set follows at once."""
    reason: str = ""
    """Why so long."""


class RestLine(Rows):
    """One row: time rested of time wanted, and a bar; nothing before the first set."""

    DEFAULT_CSS = """
    RestLine { height: 1; width: 1fr; padding: 0 2; color: $foreground; }
    """

    view: reactive[RestView | None] = reactive(None, repaint=False)
    """What is shown."""

    def watch_view(self) -> None:
        """Paint what changed."""
        self.redraw()

    def rows(self) -> Sequence[Content]:
        """The row."""
        rest = self.view
        if rest is None:
            return [Content("")]
        if not rest.wanted:
            return [Content.styled(f"  no rest now: {rest.reason}", "$quiet")]
        is_over = rest.passed >= rest.wanted
        left = Content.assemble(
            ("  rest ", "$quiet"),
            (duration_in_words(rest.passed), "bold $foreground"),
            (f" of {duration_in_words(rest.wanted)}", "$quiet"),
            ("  ready" if is_over else "", "bold $accent"),
            "  ",
        )
        reason = f"  {rest.reason}" if rest.reason else ""
        room = self.size.width - left.cell_length - len(reason)
        if room < 12:
            reason, room = "", self.size.width - left.cell_length
        bar = meter(rest.passed / max(1, rest.wanted), max(0, room))
        return [Content.assemble(left, bar, (reason, "$quiet"))]
