"""The end of a session: what was done, what the guide says, when you are ready again."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from screens.house import House
from screens.live.view import failure_words, number_text, reps_text, status
from screens.rooms import room
from tracker.effort import rir_text
from tracker.session import Block, Session
from tracker.when import duration_in_words, moment_in_words
from widgets.headline import Headline
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.severity import MARKS
from widgets.top_line import TopLine


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
        lines += [self._block(one) for one in session.blocks if one.sets]
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
        if standing.clocks:
            lines += [Content(""), Content.styled("Ready again", "bold $foreground")]
        for clock in standing.clocks:
            when = moment_in_words(clock.ready_at, self.house.zone)
            lines.append(Content.assemble(f"{clock.scope:<16}", (when, "$quiet")))
        self.query_one("#sum", Lines).lines = tuple(lines)

    def _block(self, block: Block) -> Content:
        of = f" of {block.sets_planned}" if block.sets_planned else ""
        sets = []
        for one in block.work_sets:
            effort = f" @{rir_text(one.rir, one.rir_or_more)}" if one.rir is not None else ""
            failed = failure_words(one)
            sets.append(
                f"{number_text(one.load)}×{reps_text(one)}{effort}{' ' + failed if failed else ''}"
            )
        count = f"{len(block.work_sets)}{of}"
        return Content.assemble(
            f"{block.exercise.name[:34]:<34}", (f"{count:>8}   ", "$quiet"), "   ".join(sets)
        )

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
