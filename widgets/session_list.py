"""Sessions as rows, newest first: only those that fit are drawn."""

from datetime import datetime
from zoneinfo import ZoneInfo

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.guidance.wording import date_text
from tracker.store import SessionLine
from widgets.columns import fitted, one_line

DATE = 15
"""Cells of the date."""
SETS = 5
FAILED = 7
LENGTH = 8
LONGEST_MINUTES = 360
"""A longer visit is a timer that was left running."""


class SessionList(Widget):
    """A list with a cursor; its screen moves it and brings more rows."""

    DEFAULT_CSS = """
    SessionList { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """

    lines: reactive[tuple[SessionLine, ...]] = reactive(())
    """What is listed so far."""
    chosen: reactive[int] = reactive(0)
    """The row under the cursor."""
    wanted: reactive[str] = reactive("")
    """What was searched for: exercises that hold it are named first."""

    def __init__(self, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self._top = 0

    @property
    def line(self) -> SessionLine | None:
        """The session under the cursor."""
        return self.lines[self.chosen] if self.chosen < len(self.lines) else None

    @property
    def page(self) -> int:
        """Rows that a page holds."""
        return max(1, self.size.height - 2)

    def move(self, down: int) -> None:
        """Move the cursor; at an end it stays."""
        self.chosen = max(0, min(len(self.lines) - 1, self.chosen + down))

    def render(self) -> Content:
        """The heads of the columns and the rows about the cursor."""
        height = max(1, self.size.height - 1)
        self._top = max(min(self._top, self.chosen), self.chosen - height + 1)
        self._top = max(0, min(self._top, len(self.lines) - height))
        shown = self.lines[self._top : self._top + height]
        rows = [self._row(self._top + place, line) for place, line in enumerate(shown)]
        return Content("\n").join([self._heads(), *rows])

    @property
    def _widths(self) -> tuple[int, int]:
        """Cells of the title and of the exercises."""
        room = max(24, self.size.width - 4 - DATE - SETS - FAILED - LENGTH - 4)
        longest = max((len(line.title) for line in self.lines), default=0)
        title = max(8, min(longest, 28, room * 2 // 5))
        return title, room - title - 2

    def _heads(self) -> Content:
        title, exercises = self._widths
        text = (
            f"    {'date':<{DATE}}  {'title':<{title}}  {'exercises':<{exercises}}"
            f"{'sets':>{SETS}}{'failed':>{FAILED}}{'length':>{LENGTH}}"
        )
        return Content.styled(text, "$quiet")

    def _row(self, number: int, line: SessionLine) -> Content:
        title, exercises = self._widths
        is_here = number == self.chosen
        local = line.started_at.astimezone(ZoneInfo(line.zone))
        wanted = self.wanted.casefold()
        ordered = sorted(line.exercises, key=lambda name: wanted not in name.casefold())
        names = ", ".join(name.partition(" (")[0] for name in ordered)
        failed = f"▲ {line.failure_sets}" if line.failure_sets else "."
        text = Content.assemble(
            (_date(local), "$foreground"),
            "  ",
            fitted(Content.styled(one_line(line.title) or "untitled", "bold"), title),
            "  ",
            fitted(Content.styled(one_line(names), "$quiet"), exercises),
            (f"{line.sets:>{SETS}}", "$foreground"),
            (f"{failed:>{FAILED}}", "$caution" if line.failure_sets else "$line"),
            (f"{length_text(line):>{LENGTH}}", "$quiet"),
        )
        mark = Content.assemble("  ", ("▌" if is_here else " ", "$accent"), " ")
        row = mark + text
        return fitted(row, self.size.width).stylize("on $panel") if is_here else row

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points."""
        number = self._top + event.y - 1
        if 0 <= number < len(self.lines) and event.y:
            self.chosen = number

    def on_mouse_scroll_down(self) -> None:
        """Go three rows down."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Go three rows up."""
        self.move(-3)


def length_text(line: SessionLine) -> str:
    """How long the visit took: `62 min`, `running`, or nothing where it is not known."""
    if line.is_open:
        return "running"
    minutes = _minutes(line.started_at, line.ended_at)
    return f"{minutes} min" if 0 < minutes <= LONGEST_MINUTES else ""


def _minutes(start: datetime, end: datetime | None) -> int:
    return 0 if end is None else round((end - start).total_seconds() / 60)


def _date(local: datetime) -> str:
    """Weekday, day, month and year, the days one under the other."""
    weekday, rest = date_text(local.date()).split(" ", 1)
    return f"{weekday} {rest:>6} {local.year}"
