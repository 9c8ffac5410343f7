"""The live session on screen: what it shows follows the desk, what is typed goes to it at once."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Label

from screens.house import House
from screens.live import view
from screens.live.beside import panel, rest_of, said, words_under
from screens.live.commands import Commands, Go
from screens.live.console import Console
from screens.live.desk import Desk
from screens.live.keys import BINDINGS, HELP, KEYS
from screens.live.modes import Find, Mode
from screens.live.offered import offered
from screens.rooms import room
from screens.standing_words import status
from tracker.effort import FailureType
from tracker.errors import UnknownSession
from tracker.exercise import Exercise, Policy
from tracker.guidance.verdict import Preview
from tracker.session import Session
from widgets.entry_line import EntryLine
from widgets.exercise_head import ExerciseHead
from widgets.headline import Headline
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.option_lines import OptionLines
from widgets.rest_line import RestLine
from widgets.set_table import SetTable
from widgets.top_line import TopLine

WIDE = 100
"""Columns from which history and advice stand side by side."""


class LiveScreen(Screen[None]):
    """Logs sets: the entry line is always focused, over a draft."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS
    """Keys of the empty line: the entry line takes them itself, so that none is overtaken."""

    def __init__(self, house: House, session: Session | None = None) -> None:
        """Go on with a session; with the open one where none is given."""
        super().__init__()
        self.house = house
        open_one = session or house.store.logging.open_session()
        assert open_one is not None
        self.desk = Desk(house, open_one)
        """The session being logged."""
        self._preview: Preview | None = None
        self._is_leaving = self._was_resting = False
        self._prepared_id = 0
        # Held by name: looking widgets up at each key would cost more than what they draw.
        self._top, self._headline, self._head = TopLine(), Headline(), ExerciseHead()
        self._table, self._options, self._panel = (
            SetTable(),
            OptionLines(id="options"),
            Lines(id="panel"),
        )
        self._prompt = Label("  › ", id="prompt", markup=False)
        self._line = EntryLine(self, id="entry")
        self._under, self._rest, self._keys = Lines(id="under"), RestLine(), KeyLine(KEYS)
        self._shown_mode: Mode | None = None
        commands = Commands(self.desk, self._offer, self._finish, self._leave, self._close)
        self.console = Console(self.desk, self._line, commands, self._go)
        """What keys do."""

    def compose(self) -> ComposeResult:
        """The rows, from top to bottom."""
        yield self._top
        yield self._headline
        yield self._head
        with Horizontal(id="middle"):
            yield self._table
            yield self._options
            yield self._panel
        with Vertical(id="bottom"):
            with Horizontal(id="entry-row"):
                yield self._prompt
                yield self._line
            yield self._under
            yield self._rest
        yield self._keys

    def on_mount(self) -> None:
        """Stand where the session stood, the half-typed line included."""
        self._line.focus()
        self.console.sit_down()
        if self.desk.block is not None and not self.desk.session.sets:
            opened = self.house.coach.next_session(self.desk.now(), self.desk.session)
            self.desk.guidance = opened
        self.show_all()
        self.set_interval(1.0, self._tick)

    def on_screen_resume(self) -> None:
        """Read again what another room may have changed."""
        self._line.focus()
        self.house.coach.forget()
        self._reload()

    def on_resize(self) -> None:
        """Side by side or one over the other."""
        self.set_class(self.size.width >= WIDE, "-side-by-side")
        if self.is_mounted:
            self.show_all()

    # -- what the line tells -------------------------------------------------------------------

    def take_key(self, key: str, text: str) -> bool:
        """A key, before the line sees it; true when it was taken."""
        is_taken = self.console.take_key(key, text)
        if is_taken and not self._is_leaving and self.is_current:
            self.show_all()
        return is_taken

    def take_line(self, text: str) -> str:
        """Enter: what the line holds from now on."""
        kept = self.console.take_line(text)
        if not self._is_leaving:
            self.show_all(kept)
        return kept

    def take_change(self, text: str) -> None:
        """The line holds this now."""
        self.console.take_change(text)
        self._show_options()
        self._show_under(text)

    def take_escape(self, text: str) -> None:
        """Escape, with what the line held."""
        self.console.take_escape(text)
        self.show_all()

    def _offer(self, query: str, swapped: Exercise | None) -> list[Exercise]:
        return offered(query, swapped, self.house.store.catalogue, self.desk.session)

    # -- rooms ---------------------------------------------------------------------------------

    def _go(self, go: Go) -> None:
        """Open a room."""
        self.app.push_screen(room(go.room, self.house, **go.wanted))

    def _finish(self) -> None:
        now = self.desk.now()
        self.desk.call_off()
        if not self.desk.session.sets:
            self.house.store.logging.discard(self.desk.session.id)
            self._leave()
            return
        self.house.store.logging.finish(self.desk.session.id, now)
        self.house.store.keeping.keep_draft_line(None)
        self.house.coach.forget()
        self._is_leaving = True
        ended = self.house.store.history.session(self.desk.session.id)
        self.app.switch_screen(room("summary", self.house, session=ended))

    def _leave(self) -> None:
        if self._is_leaving:
            return
        self._is_leaving = True
        self.desk.call_off()
        self.house.coach.forget()
        self.app.pop_screen()

    def _close(self) -> None:
        self.desk.call_off()
        self.app.exit()

    # -- what is shown -------------------------------------------------------------------------

    def _tick(self) -> None:
        if self._is_leaving or not self.is_current or self.console.left_what_was_forgotten():
            return
        if self.house.store.keeping.changed_elsewhere():
            self.house.coach.forget()
            self._reload()
            return
        now = self.desk.now()
        self._top.place = view.place(self.desk, now)
        self._show_head(now)
        self._ring()

    def _ring(self) -> None:
        """Ring once when a rest that was seen running is over, where the lifter asked for it."""
        rest = self._rest.view
        is_resting = rest is not None and rest.passed < rest.wanted
        is_over = self._was_resting and not is_resting and rest is not None
        if is_over and self.house.coach.settings.is_on("rest.bell"):
            self.app.bell()
        self._was_resting = is_resting

    def _reload(self) -> None:
        try:
            self.desk.reload()
        except UnknownSession:
            self._leave()
            return
        if self.desk.is_over:
            self._leave()
            return
        self.console.left_what_is_gone()
        self.show_all()

    def show_all(self, text: str | None = None) -> None:
        """Show the desk as it stands, under a line that holds this text; its own by default."""
        desk, now = self.desk, self.desk.now()
        standing = self.house.coach.standing(now, desk.session)
        top = self._top
        top.place = view.place(desk, now)
        top.status = status(standing)
        self._headline.advice = next(iter(said(desk)), None)
        self._preview = self._judged(now)
        self._show_head(now)
        is_wide = self.has_class("-side-by-side")
        self._table.view = view.table(desk, is_wide)
        if is_wide:
            self._panel.lines = panel(desk, self._preview)
        if desk.block_id != self._prepared_id:
            self._prepared_id = desk.block_id
            self.call_after_refresh(self._prepare)
        self._show_mode()
        self._show_options()
        self._show_under(self._line.value if text is None else text)

    def _prepare(self) -> None:
        """Read what records are held against before the first set of an exercise, not with it."""
        if self.desk.block is not None:
            self.house.coach.bests(self.desk.session, self.desk.block.exercise)

    def _judged(self, now: datetime) -> Preview | None:
        block = self.desk.block
        if block is None or not block.exercise.is_guided:
            return None
        is_fit = block.exercise.policy is Policy.ABSOLUTE
        failure = FailureType.ABSOLUTE if is_fit else FailureType.TECHNICAL
        return self.house.coach.preview(now, self.desk.session, block, failure)

    def _show_head(self, now: datetime) -> None:
        rest = rest_of(self.desk, now)
        self._rest.view = rest
        is_wide = self.has_class("-side-by-side")
        self._head.view = view.head(self.desk, self._preview, rest, is_wide)

    def _show_mode(self) -> None:
        """The prompt and the last row, where the line is for something else now."""
        mode = self.console.mode
        prompt = f"  {mode.prompt} › " if mode else "  › "
        if str(self._prompt.content) != prompt:
            self._prompt.update(prompt)
        self._keys.keys = mode.keys if mode else KEYS
        if mode is not self._shown_mode:
            self._shown_mode = mode
            self.set_class(isinstance(mode, Find), "-finding")

    def _show_options(self) -> None:
        mode = self.console.mode
        if isinstance(mode, Find):
            self._options.show(
                [(one.name, one.primary) for one in mode.options],
                mode.chosen,
                f"+ “{mode.query}” as an exercise of your own" if mode.can_create else "",
                mode.is_own_first,
            )

    def _show_under(self, text: str) -> None:
        self._under.lines = (words_under(self.desk, text, self.console.reply, self.console.mode),)
