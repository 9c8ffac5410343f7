"""A few lines of text, as they are given."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Lines(Widget):
    """Shows lines; what does not fit below is cut."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; color: $foreground; }
    """

    lines: reactive[tuple[Content, ...]] = reactive((), layout=True)
    """What is shown, line by line."""

    def render(self) -> Content:
        """The lines, one under the other."""
        return Content("\n").join(self.lines)
