"""The end of a session: what was done, what the guide says, when you are ready again."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from screens.calibration import forecast_after
from screens.house import House
from screens.live.view import failure_words, number_text, reps_text
from screens.rooms import room
from screens.standing_words import status
from tracker.effort import rir_text
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.when import duration_in_words, moment_in_words
from widgets.columns import fitted
from widgets.headline import Headline
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.severity import MARKS
from widgets.top_line import TopLine

LONGEST_NAME = 34
"""Cells that an exercise's name may take."""


class SummaryScreen(Screen[None]):
    """Shows the session that just ended."""

    HELP = """
# Session ended

What was done, what the guide says of it, and when what you trained is ready again.
Any key goes back to the start. The session can be edited there: `l`, then Enter.
"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "none", "done", tooltip="Any key: back to the start.", id="summary.done"),
    ]
    """Keys of this room."""

    def __init__(self, house: House, session: Session) -> None:
        """Sum up this session."""
        super().__init__()
        self.house = house
        self.session = session

    def compose(self) -> ComposeResult:
        """The rows, from top to bottom."""
        yield TopLine()
        yield Headline()
        with VerticalScroll(can_focus=False):
            yield Lines(id="sum")
        yield KeyLine((("Enter", "done"), ("?", "help")))

    def on_mount(self) -> None:
        """Ask the guide, and show."""
        session, now = self.session, self.house.clock()
        guidance = self.house.coach.session_end(now, session)
        standing = self.house.coach.standing(now)
        top = self.query_one(TopLine)
        end = session.ended_at or now
        length = duration_in_words((end - session.started_at).total_seconds())
        top.place = Content.assemble(session.title or "Session", "   ", (length, "$quiet"))
        top.status = status(standing)
        self.query_one(Headline).advice = guidance.headline
        lines = [Content(""), Content.styled("Done", "bold $foreground")]
        done = [one for one in session.blocks if one.sets]
        longest = max((len(one.exercise.name) for one in done), default=0)
        for one in done:
            lines += self._block(one, min(LONGEST_NAME, longest))
        if guidance.shown[1:]:
            lines += [Content(""), Content.styled("The guide", "bold $foreground")]
        for advice in guidance.shown[1:]:
            mark = MARKS[advice.severity]
            lines.append(
                Content.assemble(
                    (f"{mark.symbol} ", f"${mark.variable}"),
                    advice.text,
                    (f"  {advice.rule}", "$quiet"),
                )
            )
        if forecast := forecast_after(self.house, session):
            lines += [Content(""), Content.styled("Your RIR", "bold $foreground")]
            lines.append(Content.assemble(forecast, ("   c on the fortnight says why", "$quiet")))
        if standing.clocks:
            lines += [Content(""), Content.styled("Ready again", "bold $foreground")]
        for clock in standing.clocks:
            when = moment_in_words(clock.ready_at, self.house.zone)
            lines.append(Content.assemble(f"{clock.scope:<16}", (when, "$quiet")))
        self.query_one("#sum", Lines).lines = tuple(lines)

    def _block(self, block: Block, width: int) -> list[Content]:
        """What was done of an exercise; sets that don't fit stand under the first ones."""
        of = f" of {block.sets_planned}" if block.sets_planned else ""
        head = Content.assemble(
            fitted(Content(block.exercise.name), width),
            (f"{len(block.work_sets)}{of}".rjust(9) + "   ", "$quiet"),
        )
        rows, room = [""], self.app.size.width - 4 - head.cell_length
        for one in map(_set_words, block.work_sets):
            if rows[-1] and len(rows[-1]) + len(one) > room:
                rows.append("")
            rows[-1] += f"{one}   "
        indent = Content(" " * head.cell_length)
        return [(indent if at else head) + row.rstrip() for at, row in enumerate(rows)]

    def on_key(self, event: events.Key) -> None:
        """Arrows scroll, `?` helps, any other key goes back to the start."""
        event.stop()
        page = self.query_one(VerticalScroll)
        scrolls = {
            "up": page.scroll_up,
            "down": page.scroll_down,
            "pageup": page.scroll_page_up,
            "pagedown": page.scroll_page_down,
        }
        if event.key in scrolls:
            scrolls[event.key](animate=False)
        elif event.key in ("question_mark", "f1"):
            self.app.push_screen(room("help", self.house))
        else:
            self.app.pop_screen()


def _set_words(one: PerformedSet) -> str:
    effort = f" @{rir_text(one.rir, one.rir_or_more)}" if one.rir is not None else ""
    failed = failure_words(one)
    return f"{number_text(one.load)}×{reps_text(one)}{effort}{' ' + failed if failed else ''}"
