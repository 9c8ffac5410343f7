"""Rows under headings, one of them under a cursor: only those that fit are drawn."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.columns import fitted

AHEAD = 3
"""So many rows before and behind the cursor stay in sight."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row as it is drawn."""

    text: Content
    is_heading: bool = False
    """The cursor passes over it."""


class RowList(Widget):
    """A list with a cursor; its screen moves it."""

    DEFAULT_CSS = """
    RowList { height: 1fr; width: 1fr; }
    """

    rows: reactive[tuple[ListRow, ...]] = reactive(())
    """Rows and headings, from top to bottom."""
    chosen: reactive[int] = reactive(0)
    """Which row is chosen, headings not counted."""

    def __init__(self, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self._top = 0

    @property
    def page(self) -> int:
        """Rows that a page holds."""
        return max(1, self.size.height - 2)

    @property
    def _places(self) -> list[int]:
        """Where the rows that can be chosen stand."""
        return [place for place, row in enumerate(self.rows) if not row.is_heading]

    def move(self, down: int) -> None:
        """Move the cursor; at an end it stays."""
        self.chosen = max(0, min(len(self._places) - 1, self.chosen + down))

    def move_section(self, down: int) -> None:
        """Go to the first row under the next heading, or under the one before."""
        places = self._places
        firsts = [n for n, at in enumerate(places) if not at or self.rows[at - 1].is_heading]
        later = [n for n in firsts if n > self.chosen]
        earlier = [n for n in firsts if n < self.chosen]
        wanted = later[:1] if down > 0 else earlier[-1:]
        if wanted:
            self.chosen = wanted[0]

    def render(self) -> Content:
        """The rows about the cursor; at the top the headings above the first stay in sight."""
        places = self._places or [0]
        here = places[min(self.chosen, len(places) - 1)]
        height = max(1, self.size.height)
        ahead = min(AHEAD, (height - 1) // 2)
        first = here - ahead if here > places[0] else 0
        self._top = max(min(self._top, first), here + ahead - height + 1)
        self._top = max(0, min(self._top, len(self.rows) - height))
        shown = self.rows[self._top : self._top + height]
        return Content("\n").join(
            self._row(row, self._top + place == here) for place, row in enumerate(shown)
        )

    def _row(self, row: ListRow, is_here: bool) -> Content:
        if row.is_heading:
            return Content("  ") + row.text
        mark = Content.assemble("  ", ("▌", "$accent"), " ") if is_here else Content("    ")
        drawn = fitted(mark + row.text, self.size.width)
        return drawn.stylize("on $panel") if is_here else drawn

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points."""
        place = self._top + event.y
        if place in self._places:
            self.chosen = self._places.index(place)

    def on_mouse_scroll_down(self) -> None:
        """Go three rows down."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Go three rows up."""
        self.move(-3)
