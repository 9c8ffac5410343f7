"""A widget of single rows that paints again only the rows that changed."""

from collections.abc import Hashable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


def _seen(row: Content) -> Hashable:
    """What makes two rows look alike; contents themselves compare by their text alone."""
    return row.plain, tuple(row.spans)


class Rows(Widget):
    """Rows of text, one under the other, none of them wrapped.

    A key is answered within a frame only if little is painted: most rows of a screen stay as
    they are when a set is logged.
    """

    DEFAULT_CSS = """
    Rows { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, id: str | None = None) -> None:
        """Nothing is drawn yet."""
        super().__init__(id=id)
        self._drawn: tuple[Content, ...] = ()
        self._strips: dict[Hashable, Strip] = {}

    def rows(self) -> Sequence[Content]:
        """The rows as they are to be seen at the widget's present size."""
        return ()

    def redraw(self) -> None:
        """Take the rows anew and paint those that changed."""
        before, self._drawn = self._drawn, tuple(self.rows())
        width, most = self.size.width, max(len(before), len(self._drawn))
        changed = [
            Region(0, y, width, 1)
            for y in range(most)
            if y >= len(before)
            or y >= len(self._drawn)
            or _seen(before[y]) != _seen(self._drawn[y])
        ]
        if changed:
            self.refresh(*changed)

    def _on_resize(self, event: events.Resize) -> None:
        self._strips.clear()
        self._drawn = tuple(self.rows())
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme or the style sheet changed: nothing painted before holds."""
        super().notify_style_update()
        self._strips.clear()

    def render(self) -> Content:
        """All rows, for who measures the widget."""
        return Content("\n").join(self._drawn)

    def render_line(self, y: int) -> Strip:
        """One row, from what was painted before where it looks the same."""
        if y >= len(self._drawn):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        row = self._drawn[y]
        key = _seen(row)
        if key not in self._strips:
            if len(self._strips) > 200:
                self._strips.clear()
            strips = Visual.to_strips(self, row, self.size.width, 1, self.visual_style)
            self._strips[key] = strips[0] if strips else Strip.blank(self.size.width)
        return self._strips[key]
