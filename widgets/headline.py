"""The headline bar: the one thing the guide has to say, readable from a metre."""

from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.guidance.advice import Advice
from widgets.severity import MARKS, sign

MARGIN = "  "
"""What stands before and behind the words."""
TAIL = "g why"
"""Where more is told; beside the words where both fit."""
GAP = 3
"""Cells between the words and the tail, at least."""
ROWS = 3
"""Height of the bar where there is room."""
LEAST_WORDS = 40
"""Cells that the sentence must have beside the severity; else it begins at the margin below."""


class Headline(Widget):
    """Three rows in inverse with symbol, word and sentence; hidden when nothing is to be said.

    It is drawn in true inverse, not on a coloured ground: so it stands out without colours too.
    """

    DEFAULT_CSS = """
    Headline {
        display: none;
        height: 3;
        width: 1fr;
        background: $background;
        text-style: bold reverse;
    }
    Headline.-info { display: block; color: $info; }
    Headline.-caution { display: block; color: $caution; }
    Headline.-stop { display: block; color: $stop; }
    """

    advice: reactive[Advice | None] = reactive(None)
    """What is said; None hides the bar."""

    def watch_advice(self, advice: Advice | None) -> None:
        """Take the colour of the severity."""
        chosen = MARKS[advice.severity].variable if advice else ""
        for variable in ("info", "caution", "stop"):
            self.set_class(variable == chosen, f"-{variable}")

    def render(self) -> Content:
        """Symbol, word and sentence at the left, the rule at the right; a long one is wrapped."""
        if self.advice is None:
            return Content("")
        width = max(1, self.size.width - 2 * len(MARGIN))
        rows = headline_rows(self.advice, width, max(1, self.size.height))
        return Content(
            "\n".join(f"{MARGIN}{row}{' ' * (width - cell_len(row))}{MARGIN}" for row in rows)
        )


def headline_rows(advice: Advice, width: int, height: int) -> list[str]:
    """The advice in so many rows, its words centred from top to bottom.

    What gives way, in this order: the rule's number, the way to the reason, the words' end.
    """
    mark = f"{sign(advice.severity)}   "
    indent = " " * cell_len(mark) if width - cell_len(mark) >= LEAST_WORDS else ""
    rows = wrap(advice.text, width, initial_indent=mark, subsequent_indent=indent)
    if len(rows) > height:
        rows = rows[:height]
        rows[-1] = f"{rows[-1][: width - 1]}…"
    above = (height - len(rows)) // 2
    rows = [*([""] * above), *rows, *([""] * (height - above - len(rows)))]
    # Beside the words where it fits on a row; words that are all seen need no more than the key.
    for tail in (f"{advice.rule}  {TAIL}", TAIL):
        for place in (above, *range(height - 1, above, -1)):
            gap = width - cell_len(rows[place]) - len(tail)
            if gap >= GAP:
                rows[place] += " " * gap + tail
                return rows
    return rows
