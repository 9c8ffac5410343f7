"""The end of a session: what was done and reached, what is next, when you are ready again."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from screens.calibration import forecast_after
from screens.house import House
from screens.rooms import room
from screens.session_sum import SessionSum, sets_words, sum_lines
from screens.standing_words import status
from tracker.forgotten import visit_length
from tracker.guidance.advice import Guidance
from tracker.progression import next_time
from tracker.session import Session
from tracker.when import duration_in_words
from widgets.headline import Headline
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.top_line import TopLine

MARGINS = 6
"""Cells at both sides of the page that stay empty, two of them for the scroll bar."""

ROOMY = 100
"""From this width on the first row says in words how many sets were done."""


class SummaryScreen(Screen[None]):
    """Shows the session that just ended."""

    HELP = """
# Session ended

What was done, what you reached for the first time, and what to do next time: reps first, then
load, and always short of failure. Then what the guide says, and when what you trained is ready
again. Arrows scroll, `g` says why, any other key goes back to the start. The session can be
edited there: `l`, then Enter.
"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "none", "done", tooltip="Any key: back to the start.", id="summary.done"),
        Binding("up,down", "none", "scroll", tooltip="Scroll.", id="summary.scroll"),
        Binding("g", "none", "why", tooltip="Where the advice comes from.", id="summary.why"),
    ]
    """Keys of this room."""

    def __init__(self, house: House, session: Session) -> None:
        """Sum up this session."""
        super().__init__()
        self.house = house
        self.session = session
        self.guidance = Guidance()
        """What the guide said of the session."""
        self._told: SessionSum | None = None

    def compose(self) -> ComposeResult:
        """The rows, from top to bottom."""
        yield TopLine()
        yield Headline()
        with VerticalScroll(can_focus=False):
            yield Lines(id="sum")
        yield KeyLine((("Enter", "done"), ("↑ ↓", "scroll"), ("g", "why"), ("?", "help")))

    def on_mount(self) -> None:
        """Ask the guide, and show."""
        session, now, coach = self.session, self.house.clock(), self.house.coach
        guidance, standing = coach.session_end(now, session), coach.standing(now)
        self.guidance = guidance
        top = self.query_one(TopLine)
        passed = visit_length(session.started_at, session.ended_at or now)
        length = duration_in_words(passed.total_seconds()) if passed else ""
        sets = sets_words(session)
        if self.app.size.width < ROOMY and " of " in sets:
            sets = sets.rpartition(" ")[0].replace(" of ", "/")
        said = "  ".join(filter(None, (length, sets)))
        top.place = Content.assemble(session.title or "Session", "  ", (said, "$quiet"))
        top.status = status(standing)
        self.query_one(Headline).advice = guidance.headline
        self._told = SessionSum(
            session=session,
            records=coach.session_records(now, session),
            proposals=next_time(session, coach.settings),
            advice=guidance.shown[1:],
            forecast=forecast_after(self.house, session),
            clocks=standing.clocks,
            now=now,
            zone=self.house.zone,
            unit=coach.profile.unit,
        )
        self._show(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out anew: one column or two."""
        self._show(event.size.width)

    def _show(self, width: int) -> None:
        if self._told is not None:
            self.query_one("#sum", Lines).lines = sum_lines(self._told, width - MARGINS)

    def on_key(self, event: events.Key) -> None:
        """Arrows scroll, `g` says why, `?` helps, any other key goes back to the start."""
        event.stop()
        page = self.query_one(VerticalScroll)
        scrolls = {
            "up": page.scroll_up,
            "down": page.scroll_down,
            "pageup": page.scroll_page_up,
            "pagedown": page.scroll_page_down,
            "home": page.scroll_home,
            "end": page.scroll_end,
        }
        if event.key in scrolls:
            scrolls[event.key](animate=False)
        elif event.key in ("g", "G") and self.guidance.all:
            self.app.push_screen(room("why", self.house, desk=self))
        elif event.key in ("question_mark", "f1"):
            self.app.push_screen(room("help", self.house))
        else:
            self.app.pop_screen()
