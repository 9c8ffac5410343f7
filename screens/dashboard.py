"""The dashboard: the last fortnight on one page, and the fortnights before it."""

from datetime import datetime, timedelta
from inspect import cleandoc
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from screens.fortnight_page import (
    day_words,
    nothing_to_open,
    page_lines,
    range_words,
    welcome,
)
from screens.fortnight_reading import FortnightReading, read_fortnight
from screens.house import House
from screens.keyed_screen import KeyedScreen
from tracker.when import local
from widgets.day_strip import DayStrip
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.top_line import TopLine

AROUND = 6
"""Rows of the top line, the key line, the day in words, and the blanks about them."""
KEYS = (
    ("← →", "day"),
    ("Enter", "open"),
    ("[ ]", "fortnight"),
    ("l", "sessions"),
    ("PgDn", "more"),
    ("q", "back"),
    ("c", "calibration"),
    ("o", "overridden"),
    ("?", "help"),
)
"""The key line."""


class DashboardScreen(KeyedScreen):
    """The fortnight page."""

    HELP = cleandoc(
        """
        ## The fortnight

        Fourteen days of 24 hours, up to now. Each failure set has a mark on its day: `t`
        technical, `a` absolute, and what went past failure behind it: `+d` drops, `+r` rest-
        pause, `+f` forced, `+e` eccentric reps. ● stood in its place, ▲ is tolerated, ■ is out
        of place.

        **Failure events** are exercises taken to failure in a session, however many sets it
        took. The **budget** weighs each failure set by lift and kind; it counts in full for a
        week and is gone after two. **Ready again** says when a muscle may be taken to its limit
        once more.

        `[` and `]` go to earlier and later fortnights, and over empty ones to the nearest with
        training; Enter opens the session of a day, to be edited.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,h",
            "move(-1, 0)",
            "day before",
            tooltip="Go to the day before.",
            id="dashboard.day-before",
        ),
        Binding(
            "right",
            "move(1, 0)",
            "day after",
            tooltip="Go to the day after.",
            id="dashboard.day-after",
        ),
        Binding(
            "up,k",
            "move(0, -1)",
            "mark above",
            tooltip="Go to the failure set above.",
            id="dashboard.mark-above",
        ),
        Binding(
            "down,j",
            "move(0, 1)",
            "mark below",
            tooltip="Go to the failure set below.",
            id="dashboard.mark-below",
        ),
        Binding(
            "home",
            "move(-99, 0)",
            "first day",
            tooltip="Go to the first day.",
            id="dashboard.first-day",
        ),
        Binding(
            "end", "move(99, 0)", "last day", tooltip="Go to the last day.", id="dashboard.last-day"
        ),
        Binding(
            "pagedown,space",
            "page(1)",
            "page down",
            tooltip="Scroll down.",
            id="dashboard.page-down",
        ),
        Binding("pageup", "page(-1)", "page up", tooltip="Scroll up.", id="dashboard.page-up"),
        Binding(
            "enter,e", "open", "open", tooltip="Open the session of the day.", id="dashboard.open"
        ),
        Binding(
            "left_square_bracket",
            "step(-1)",
            "earlier",
            tooltip="The fortnight before.",
            id="dashboard.earlier",
        ),
        Binding(
            "right_square_bracket",
            "step(1)",
            "later",
            tooltip="The fortnight after.",
            id="dashboard.later",
        ),
        Binding(
            "l,tab",
            "sessions",
            "sessions",
            tooltip="Go to the list of sessions.",
            id="dashboard.sessions",
        ),
        Binding(
            "c",
            "calibration",
            "calibration",
            tooltip="Your RIR against what failures showed.",
            id="dashboard.calibration",
        ),
        Binding(
            "o",
            "overrides",
            "overridden",
            tooltip="The advice that was overridden.",
            id="dashboard.overridden",
        ),
        Binding(
            "question_mark,f1",
            "help",
            "help",
            tooltip="Keys and words of this room.",
            id="dashboard.help",
        ),
        Binding("q,escape", "leave", "back", tooltip="Go back.", id="dashboard.back"),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows | Move over the days and their failure sets. |
    | enter | Open the session of the day. |
    | [ ] | The fortnight before, after. |
    | l, tab | The list of sessions. |
    | c | Calibration: claimed RIR against failures. |
    | o | The advice that was overridden. |
    """

    def __init__(self, house: House) -> None:
        """Open on the fortnight that ends now."""
        super().__init__(house)
        self._back = 0
        self._reading: FortnightReading | None = None
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.strip = DayStrip(id="strip")
        """The days."""
        self.aside = Lines(id="aside")
        """The day under the cursor, in words."""
        self.panels = Lines(id="panels")
        """Everything else."""

    def compose(self) -> ComposeResult:
        """Top line, the page, keys."""
        yield self.top_line
        with VerticalScroll(id="page", can_focus=False):
            yield self.strip
            yield self.aside
            yield self.panels
        yield KeyLine(KEYS, id="keys")

    def on_mount(self) -> None:
        """Read the fortnight that ends now."""
        self._read()

    def on_screen_resume(self) -> None:
        """Read again: a session may have been edited meanwhile."""
        if self._reading is not None:
            self._read(keep_day=True)

    def on_resize(self) -> None:
        """Lay the panels out anew."""
        self._draw()

    @property
    def _until(self) -> datetime:
        days = self.house.store.keeping.settings().whole("ration.window_days")
        return self.house.clock() - timedelta(days=days * self._back)

    def _read(self, keep_day: bool = False) -> None:
        reading = read_fortnight(self.house, self._until)
        self._reading = reading
        strip = self.strip
        strip.settings, strip.is_current = reading.settings, reading.is_current
        strip.days = () if reading.is_untouched else reading.days
        if not keep_day or strip.chosen >= len(reading.days):
            strip.chosen, strip.mark = len(reading.days) - 1, 0
        self._draw()

    def _draw(self) -> None:
        reading = self._reading
        if reading is None or not self.is_mounted:
            return
        self.top_line.place = Content.assemble(("Fortnight", "bold"), ("   sessions", "$quiet"))
        self.top_line.status = Content.styled(range_words(reading), "$quiet")
        for widget in (self.strip, self.aside):
            widget.display = not reading.is_untouched
        if reading.is_untouched:
            self.panels.lines = welcome()
            return
        above = AROUND + self.strip.height
        self.panels.lines = page_lines(reading, self.size.width, self.size.height - above)
        self._tell()

    def _tell(self) -> None:
        day = self.strip.day
        if self._reading is not None and day is not None:
            self.aside.lines = (day_words(day, self.strip.mark, self._reading),)

    def action_move(self, right: int, down: int) -> None:
        """Move over the days, or over the failure sets of one."""
        self.strip.move(right, down)
        self._tell()

    def action_page(self, direction: int) -> None:
        """Scroll the page."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=direction * max(1, page.size.height - 2), animate=False)

    def action_step(self, step: int) -> None:
        """Go to an earlier or a later fortnight; from an empty one, to the nearest training."""
        nearest = self._reading.nearest if self._reading is not None else None
        if nearest is not None:
            step *= nearest.back if step < 0 else max(1, nearest.on)
        back = max(0, self._back - step)
        if back != self._back:
            self._back = back
            self._read()

    def action_open(self) -> None:
        """Open the session of the mark, or of the day."""
        session_id = self._session_of_the_day()
        day = self.strip.day
        if session_id:
            self.enter("past", session_id=session_id)
        elif day is not None and self._reading is not None:
            self.aside.lines = (nothing_to_open(day, self._reading),)

    def _session_of_the_day(self) -> int:
        day = self.strip.day
        if day is None or self._reading is None:
            return 0
        if day.failures:
            return day.failures[self.strip.mark].session_id
        after = self._reading.fortnight.until + timedelta(seconds=1)
        lines = self.house.store.history.sessions(self._reading.settings, 60, before=after)
        on_it = [one.id for one in lines if local(one.started_at, one.zone).date() == day.date]
        return on_it[-1] if on_it else 0

    def action_sessions(self) -> None:
        """Go to the list of sessions."""
        self.enter("sessions")

    def action_calibration(self) -> None:
        """Compare claimed RIR with what failures showed."""
        self.enter("calibration")

    def action_overrides(self) -> None:
        """List the advice that was overridden."""
        self.enter("overrides")
