"""The headline bar: the one thing the guide has to say, readable from a metre."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.guidance.advice import Advice
from widgets.severity import MARKS, sign


class Headline(Widget):
    """Three rows in inverse with symbol, word and sentence; hidden when nothing is to be said."""

    DEFAULT_CSS = """
    Headline {
        display: none;
        height: 3;
        width: 1fr;
        padding: 1 2;
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
        """Symbol, word and sentence at the left, the rule at the right."""
        if self.advice is None:
            return Content("")
        text = f"{sign(self.advice.severity, self.is_ascii)}   {self.advice.text}"
        aside = f"{self.advice.rule}  g why"
        room = self.size.width
        for tail in (aside, "g why"):
            gap = room - len(text) - len(tail)
            if gap >= 3:
                return Content(f"{text}{' ' * gap}{tail}")
        return Content(text)
