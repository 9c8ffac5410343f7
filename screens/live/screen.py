"""The live session on screen: what it shows follows the desk, what is typed goes to it at once."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label

from screens.exercise_search import rank
from screens.house import House
from screens.live import view
from screens.live.beside import panel, rest_of, words_under
from screens.live.commands import Commands, Go
from screens.live.desk import Desk, Reply
from screens.live.modes import Find, Mode
from screens.rooms import room
from screens.standing_words import status
from tracker.effort import FailureType
from tracker.errors import TrackerError, UnknownSession
from tracker.exercise import Exercise, Policy
from tracker.guidance.advice import Severity
from tracker.guidance.verdict import Preview
from tracker.session import Session
from tracker.store import DraftLine
from widgets.entry_line import EntryLine
from widgets.exercise_head import ExerciseHead
from widgets.headline import Headline
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.option_lines import OptionLines
from widgets.rest_line import RestLine
from widgets.set_table import SetTable
from widgets.severity import MARKS
from widgets.top_line import TopLine

KEYS = (
    ("0-5", "left"),
    ("t", "form went"),
    ("a", "stuck"),
    ("!", "I'll fail this"),
    ("↑↓", "load"),
    ("←→", "reps"),
    ("u", "undo"),
    ("n", "next"),
    ("/", "find"),
    ("d", "fortnight"),
    ("f", "finish"),
    ("?", "help"),
)
"""What is needed next, first."""

WIDE = 100
"""Columns from which history and advice stand side by side."""


class LiveScreen(Screen[None]):
    """Logs sets: the entry line is always focused, over a draft."""

    HELP = """
# Live session

Type what happened and press Enter. The line stands over a **draft**: the planned set, else last
time's. RIR is never filled in for you.

| You type | It means |
| :- | :- |
| `2` | the draft, 2 reps left |
| `6 2` | 6 reps, 2 left |
| `100 6 2` | 100, 6 reps, 2 left |
| `t`, `6t` | the form went: technical failure |
| `a`, `6a` | it would not move: absolute failure |
| `100x8@2`, `62,5kg x 8 @1.5` | the same, spelt out |
| `w60x10` | a warm-up |
| `80x10!a > 60x6` | a drop set |
| `8 2; 8 1` | two sets logged late |
| `!` | before the set: I mean to fail this one |

Before the set the screen says what failing here would be. A stop stands there and takes a second
`!` Enter. What you report after the set is never refused.

lastset gives training advice, not medical advice. Pain: `s` marks it, and failure work on that
lift stops for two weeks.
"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "none", "load", tooltip="One load step up.", id="live.heavier"),
        Binding("down", "none", "load", tooltip="One load step down.", id="live.lighter"),
        Binding("right", "none", "reps", tooltip="One rep more.", id="live.more"),
        Binding("left", "none", "reps", tooltip="One rep fewer.", id="live.fewer"),
        Binding("u", "none", "undo", tooltip="Take the last step back.", id="live.undo"),
        Binding("U", "none", "redo", tooltip="Do it again.", id="live.redo"),
        Binding("n", "none", "next", tooltip="To the next exercise.", id="live.next"),
        Binding("p", "none", "previous", tooltip="To the exercise before.", id="live.previous"),
        Binding("slash", "none", "find", tooltip="Find or add an exercise.", id="live.find"),
        Binding("c", "none", "swap", tooltip="Swap the exercise in hand.", id="live.swap"),
        Binding("m", "none", "now", tooltip="Do this exercise now (rack taken).", id="live.now"),
        Binding("j", "none", "join", tooltip="Superset with the next, or part.", id="live.join"),
        Binding("k", "none", "skip", tooltip="Skip what is left of it, or not.", id="live.skip"),
        Binding("w", "none", "warm-up", tooltip="w Enter: next warm-up step.", id="live.warm_up"),
        Binding("o", "none", "note", tooltip="Note, set-up line, session note.", id="live.note"),
        Binding("s", "none", "pain", tooltip="Mark pain, or clear it.", id="live.pain"),
        Binding("b", "none", "standing by", tooltip="Spotter, safeties, partner.", id="live.by"),
        Binding("r", "none", "rest", tooltip="Start the rest timer anew.", id="live.rest"),
        Binding("e", "none", "edit", tooltip="Edit the last set.", id="live.edit"),
        Binding("i", "none", "all fields", tooltip="Set entry: every field.", id="live.fields"),
        Binding("v", "none", "classify", tooltip="Five questions on your own lift.", id="live.ask"),
        Binding("g", "none", "why", tooltip="Where the advice comes from.", id="live.why"),
        Binding("h", "none", "history", tooltip="This exercise's sessions.", id="live.history"),
        Binding("d", "none", "fortnight", tooltip="The history dashboard.", id="live.dashboard"),
        Binding("f", "none", "finish", tooltip="Finish the session.", id="live.finish"),
        Binding("question_mark", "none", "help", tooltip="This page.", id="live.help"),
        Binding("q", "none", "back", tooltip="Back; the session stays open.", id="live.back"),
        Binding("Q", "none", "quit", tooltip="Close lastset; it stays open.", id="live.quit"),
    ]
    """Keys of the empty line: the entry line takes them itself, so that none is overtaken."""

    def __init__(self, house: House, session: Session | None = None) -> None:
        """Go on with a session; with the open one where none is given."""
        super().__init__()
        self.house = house
        open_one = session or house.store.logging.open_session()
        assert open_one is not None
        self.desk = Desk(house, open_one)
        """The session being logged."""
        self.mode: Mode | None = None
        """What the line is for; None logs sets."""
        self._commands = Commands(self.desk, self._rank, self._finish, self._leave, self._close)
        self._preview: Preview | None = None
        self._is_leaving = False

    def compose(self) -> ComposeResult:
        """The rows, from top to bottom."""
        yield TopLine()
        yield Headline()
        yield ExerciseHead()
        with Horizontal(id="middle"):
            yield SetTable()
            yield OptionLines(id="options")
            yield Lines(id="panel")
        with Vertical(id="bottom"):
            with Horizontal(id="entry-row"):
                yield Label("  › ", id="prompt", markup=False)
                yield EntryLine(self, id="entry")
            yield Lines(id="under")
            yield RestLine()
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        """Stand where the session stood, the half-typed line included."""
        self.desk.reload()
        kept = self.house.store.keeping.draft_line()
        line = self.query_one(EntryLine)
        line.focus()
        if kept is not None and kept.session_id == self.desk.session.id:
            line.show(kept.text)
        if self.desk.block is None:
            self._enter(Find(self.desk, self._rank))
        else:
            opened = self.house.coach.next_session(self.desk.now(), self.desk.session)
            if not self.desk.session.sets:
                self.desk.guidance = opened
        self.show_all(line.value)
        self.set_interval(1.0, self._tick)

    def on_screen_resume(self) -> None:
        """Read again what another room may have changed."""
        self.query_one(EntryLine).focus()
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
        if self.mode is not None:
            return self._mode_key(key)
        if text:
            return False
        done = self._commands.run(key)
        if done is None:
            return False
        if self.desk.is_over:
            self._leave()
        self.desk.said = done if isinstance(done, str) else ""
        if isinstance(done, Mode):
            self._enter(done)
        elif isinstance(done, Go):
            self._go(done)
        elif not self._is_leaving:
            self.show_all()
        return True

    def take_line(self, text: str) -> str:
        """Enter: what the line holds from now on."""
        reply = self._submit(text)
        self.desk.said = reply.words
        self._keep_line(reply.text)
        if not self._is_leaving:
            self.show_all(reply.text)
            if reply.text and reply.words:
                self._say(reply.words, reply.severity)
        return reply.text

    def _submit(self, text: str) -> Reply:
        try:
            if self.mode is None:
                return self.desk.submit(text)
            reply = self.mode.submit(text)
        except TrackerError as error:
            return Reply(text, error.message, Severity.WARNING)
        if self.mode.is_done:
            self._enter(None)
        return reply

    def take_change(self, text: str) -> None:
        """The line holds this now."""
        self._keep_line(text)
        if self.mode is not None:
            self.mode.changed(text)
            self._show_options()
        self._show_under(text)

    def take_escape(self, text: str) -> None:
        """Escape clears the line; on the empty line it leaves a mode or calls a failure off."""
        announced = self.desk.announced
        self.desk.said = ""
        self.desk.doubted = ""
        self._keep_line("")
        if announced is not None and (not text or not announced.is_taken):
            self.desk.call_off()
        elif isinstance(self.mode, Find) and text:
            self.mode.changed("")
        elif self.mode is not None:
            self._enter(None)
        self.show_all()

    def _mode_key(self, key: str) -> bool:
        assert self.mode is not None
        line = self.query_one(EntryLine)
        if key == "escape" and not isinstance(self.mode, Find):
            line.show("")
            self._enter(None)
            self.show_all()
            return True
        try:
            if not self.mode.key(key):
                return False
        except TrackerError as error:
            self.desk.said = error.message
        if self.mode.is_done:
            carry = self.mode.carry
            self._enter(None)
            line.show(carry)
        elif not isinstance(self.mode, Find):
            line.show(self.mode.start_text())
            self._show_prompt()
        if not self._is_leaving:
            self.show_all(line.value)
        return True

    def _enter(self, mode: Mode | None) -> None:
        self.mode = mode
        line = self.query_one(EntryLine)
        line.show(mode.start_text() if mode else "")
        if isinstance(mode, Find):
            mode.changed("")
        self._show_prompt()
        self.set_class(isinstance(mode, Find), "-finding")
        self.show_all(line.value)

    def _show_prompt(self) -> None:
        words = f"  {self.mode.prompt} › " if self.mode else "  › "
        self.query_one("#prompt", Label).update(words)
        self.query_one(KeyLine).keys = self.mode.keys if self.mode else KEYS

    def _keep_line(self, text: str) -> None:
        line = DraftLine(self.desk.session.id, text) if text and self.mode is None else None
        self.house.store.keeping.keep_draft_line(line)

    def _rank(self, query: str) -> list[Exercise]:
        catalogue = self.house.store.catalogue
        return rank(query, catalogue.exercises(), catalogue.usage())

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
        if self._is_leaving or not self.is_current:
            return
        if self.house.store.keeping.changed_elsewhere():
            self.house.coach.forget()
            self._reload()
            return
        now = self.desk.now()
        self.query_one(TopLine).place = view.place(self.desk, now)
        self._show_head(now)

    def _reload(self) -> None:
        try:
            self.desk.reload()
        except UnknownSession:
            self._leave()
            return
        if self.desk.is_over:
            self._leave()
            return
        self.show_all(self.query_one(EntryLine).value)

    def show_all(self, text: str = "") -> None:
        """Show the desk as it stands."""
        desk, now = self.desk, self.desk.now()
        standing = self.house.coach.standing(now, desk.session)
        top = self.query_one(TopLine)
        top.place = view.place(desk, now)
        top.status = status(standing)
        self.query_one(Headline).advice = desk.guidance.headline
        self._preview = self._judged(now)
        self._show_head(now)
        is_wide = self.has_class("-side-by-side")
        self.query_one(SetTable).view = view.table(desk, is_wide)
        self.query_one("#panel", Lines).lines = panel(desk, self._preview)
        self._show_options()
        self._show_under(text)

    def _judged(self, now: datetime) -> Preview | None:
        block = self.desk.block
        if block is None or not block.exercise.is_guided:
            return None
        is_fit = block.exercise.policy is Policy.ABSOLUTE
        failure = FailureType.ABSOLUTE if is_fit else FailureType.TECHNICAL
        return self.house.coach.preview(now, self.desk.session, block, failure)

    def _show_head(self, now: datetime) -> None:
        rest = rest_of(self.desk, now)
        self.query_one(RestLine).view = rest
        is_wide = self.has_class("-side-by-side")
        self.query_one(ExerciseHead).view = view.head(self.desk, self._preview, rest, is_wide)

    def _show_options(self) -> None:
        if isinstance(self.mode, Find):
            self.query_one(OptionLines).show(
                [(one.name, one.primary) for one in self.mode.options],
                self.mode.chosen,
                f"+ “{self.mode.query}” as an exercise of your own" if self.mode.can_create else "",
            )

    def _show_under(self, text: str) -> None:
        if self.mode is not None:
            hint = self.desk.said or self.mode.hint(text)
            under = Content.styled(hint, "$quiet")
        else:
            under = words_under(self.desk, text)
        self.query_one("#under", Lines).lines = (under,)

    def _say(self, words: str, severity: Severity | None) -> None:
        sign, colour = "", "$foreground"
        if severity is not None:
            mark = MARKS[severity]
            sign, colour = f"{mark.symbol} ", f"${mark.variable}"
        said = Content.styled(f"{sign}{words}", f"bold {colour}")
        self.query_one("#under", Lines).lines = (said,)
