"""The strip of days: what was trained on each, and a mark for each failure set."""

from itertools import pairwise

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.guidance.fortnight import Day
from tracker.settings import Settings
from widgets.columns import one_line
from widgets.failure_mark import mark_of

MARGIN = 2
"""Cells at each side."""
LEAST_COLUMN = 3
"""Cells of a day at least, the blank behind it among them."""
EVEN = 5
"""Cells of a day below which all days are as wide, so that their names are cut alike."""
MOST_MARKS = 3
"""Marks under one day; the rest is counted."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HEIGHTS = "▁▂▃▄▅▆▇"


class DayStrip(Widget):
    """One column a day: weekday, date, a bar as high as there were sets, marks, title."""

    DEFAULT_CSS = """
    DayStrip { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    days: reactive[tuple[Day, ...]] = reactive((), layout=True)
    """The days, earliest first."""
    settings: reactive[Settings] = reactive(Settings())
    """What counts as failure."""
    chosen: reactive[int] = reactive(0)
    """The day under the cursor."""
    mark: reactive[int] = reactive(0)
    """The failure set under the cursor, among those of the day."""
    is_current: reactive[bool] = reactive(True)
    """The last day is today."""

    @property
    def day(self) -> Day | None:
        """The day under the cursor."""
        return self.days[self.chosen] if self.chosen < len(self.days) else None

    @property
    def height(self) -> int:
        """Rows of the strip: weekday, date, bar, marks, title."""
        return 4 + self._mark_rows

    @property
    def _mark_rows(self) -> int:
        return min(MOST_MARKS, max((len(day.failures) for day in self.days), default=1) or 1)

    def move(self, right: int, down: int) -> None:
        """Move over the days, and over the marks of a day."""
        if not self.days:
            return
        if right:
            self.chosen = max(0, min(len(self.days) - 1, self.chosen + right))
            self.mark = 0
        day = self.day
        if down and day is not None and day.failures:
            self.mark = max(0, min(len(day.failures) - 1, self.mark + down))

    def render(self) -> Content:
        """The strip."""
        if not self.days:
            return Content("")
        room = max(LEAST_COLUMN * len(self.days), self.size.width - 2 * MARGIN)
        if room < EVEN * len(self.days):
            room -= room % len(self.days)
        ends = [room * (place + 1) // len(self.days) for place in range(len(self.days))]
        widths = [end - start for start, end in pairwise((0, *ends))]
        most = max(day.sets for day in self.days)
        marks = self._mark_rows
        columns = [
            self._column(number, day, width, most, marks)
            for number, (day, width) in enumerate(zip(self.days, widths, strict=True))
        ]
        lines = [
            Content("").join([Content(" " * MARGIN), *(column[row] for column in columns)])
            for row in range(self.height)
        ]
        return Content("\n").join(lines)

    def _column(self, number: int, day: Day, width: int, most: int, marks: int) -> list[Content]:
        is_chosen = number == self.chosen
        is_today = self.is_current and number == len(self.days) - 1
        head = "bold $accent" if is_chosen else "bold $foreground" if is_today else "$quiet"
        date = "bold $foreground" if is_chosen or is_today else "$quiet"
        pointer = "▾" if is_chosen else ""
        weekday = _WEEKDAYS[day.date.weekday()][: width - 1 - len(pointer)]
        name = one_line(day.title)
        title = name if day.sessions < 2 else f"{name} +{day.sessions - 1}"
        rows = [
            Content.assemble((weekday, head), (pointer, "$accent")),
            Content.styled(str(day.date.day), date),
            self._bar(day, width, most, is_chosen),
            *self._marks(day, width, marks, is_chosen),
            Content.styled(title, "$foreground" if is_chosen else "$quiet"),
        ]
        return [_fitted(row, width) for row in rows]

    def _bar(self, day: Day, width: int, most: int, is_chosen: bool) -> Content:
        if not day.sets:
            return Content.styled(".", "$line")
        height = max(1, round(day.sets / max(1, most) * len(_HEIGHTS)))
        return Content.styled(
            _HEIGHTS[height - 1] * max(2, width - 2), "$accent" if is_chosen else "$line"
        )

    def _marks(self, day: Day, width: int, rows: int, is_chosen: bool) -> list[Content]:
        gap = " " if width >= 6 else ""
        shown = list(day.failures)
        left_out = 0
        if len(shown) > rows:
            left_out = len(shown) - rows + 1
            first = max(0, min(self.mark - rows + 2, left_out)) if is_chosen else 0
            shown = shown[first : first + rows - 1]
        marks = []
        for one in shown:
            mark = mark_of(one, self.settings, gap)[: width - 1]
            is_here = is_chosen and one is day.failures[self.mark]
            marks.append(
                mark.stylize("bold underline") if is_here and len(day.failures) > 1 else mark
            )
        if left_out:
            marks.append(Content.styled(f"+{left_out}", "$quiet"))
        return marks + [Content("")] * (rows - len(marks))


def _fitted(text: Content, width: int) -> Content:
    """The text in a column, a blank kept before the next one."""
    return text.truncate(width - 1, ellipsis=True).pad_right(
        max(0, width - min(text.cell_length, width - 1))
    )
