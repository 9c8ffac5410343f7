"""The headline bar: the one thing the guide has to say, readable from a metre."""

from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.guidance.advice import Advice
from widgets.severity import MARKS, sign

ROWS = 3
"""Height of the bar."""


class Headline(Widget):
    """Three rows in inverse with symbol, word and sentence; hidden when nothing is to be said."""

    DEFAULT_CSS = """
    Headline {
        display: none;
        height: 3;
        width: 1fr;
        padding: 0 2;
        text-style: bold;
        color: $chosen;
    }
    Headline.-info { display: block; background: $info; }
    Headline.-caution { display: block; background: $caution; }
    Headline.-stop { display: block; background: $stop; }
    """

    advice: reactive[Advice | None] = reactive(None)
    """What is said; None hides the bar."""
    is_ascii: reactive[bool] = reactive(False)
    """Draw plain letters only."""

    def watch_advice(self, advice: Advice | None) -> None:
        """Take the colour of the severity."""
        chosen = MARKS[advice.severity].variable if advice else ""
        for variable in ("info", "caution", "stop"):
            self.set_class(variable == chosen, f"-{variable}")

    def render(self) -> Content:
        """Symbol, word and sentence at the left, the rule at the right; a long one is wrapped."""
        if self.advice is None:
            return Content("")
        mark = f"{sign(self.advice.severity, self.is_ascii)}   "
        return Content("\n".join(self._rows(mark, self.advice.text, self.advice.rule)))

    def _rows(self, mark: str, words: str, rule: str) -> list[str]:
        width = max(len(mark) + 10, self.size.width)
        for tail in (f"{rule}  g why", "g why"):
            gap = width - cell_len(mark + words) - len(tail)
            if gap >= 3:
                return ["", f"{mark}{words}{' ' * gap}{tail}", ""]
        rows = wrap(words, width, initial_indent=mark, subsequent_indent=" " * len(mark))
        if len(rows) < ROWS:
            return [*([""] if len(rows) == 1 else []), *rows, "g why".rjust(width)]
        kept = rows[:ROWS]
        if len(rows) > ROWS:
            kept[-1] = f"{kept[-1][: width - 1]}…"
        return kept
