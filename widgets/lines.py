"""A few lines of text, as they are given."""

from textwrap import wrap

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Lines(Widget):
    """Shows lines; what does not fit below is cut."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; color: $foreground; }
    """

    lines: reactive[tuple[Content, ...]] = reactive(())
    """What is shown, line by line."""

    def watch_lines(self, before: tuple[Content, ...], lines: tuple[Content, ...]) -> None:
        """Lay the screen out anew where the height follows the text, and only then."""
        if self._rows(before) != self._rows(lines):
            self.refresh(layout=True)

    def _rows(self, lines: tuple[Content, ...]) -> int:
        """Rows that the lines take, their words wrapped."""
        width = self.content_size.width
        if not width:
            return len(lines)
        # Most lines fit: only those that don't are worth the wrapping.
        return sum(
            1 if line.cell_length <= width else len(wrap(line.plain, width)) or 1 for line in lines
        )

    def render(self) -> Content:
        """The lines, one under the other."""
        return Content("\n").join(self.lines)
