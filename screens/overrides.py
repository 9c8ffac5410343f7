"""Overridden advice: which rule, when, on what."""

from datetime import timedelta
from inspect import cleandoc
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.acts import OVERRIDDEN
from screens.house import House
from screens.keyed_screen import KeyedScreen
from tracker.guidance.advice import Severity
from tracker.guidance.rules import RULES_BY_ID
from tracker.guidance.wording import counted
from tracker.store import Act
from tracker.when import clock_in_words, day_in_words, local, long_day_in_words
from widgets.columns import fitted
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.row_list import ListRow, RowList
from widgets.severity import MARKS, sign
from widgets.top_line import TopLine

DAYS = 365
"""How far back is listed."""
KEYS = (("↑ ↓", "choose"), ("Enter", "its session"), ("q", "back"), ("?", "help"))
"""The key line."""
NAME = 26
"""Cells of the exercise."""


def _key(keys: str, action: str, word: str, tooltip: str) -> Binding:
    return Binding(keys, action, word, tooltip=tooltip, id=f"overrides.{word.replace(' ', '-')}")


class OverridesScreen(KeyedScreen):
    """The verdicts that were overridden in the last year, newest first."""

    HELP = cleandoc(
        """
        ## Overridden

        Each verdict shown before a set that you meant to fail, and failed against the advice:
        confirmed against a stop, or failed anyway. No rule reads this list; it is yours. Enter
        opens the session.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up,k", "move(-1)", "up", "Go a row up."),
        _key("down,j", "move(1)", "down", "Go a row down."),
        _key("pageup", "page(-1)", "page up", "Go a page up."),
        _key("pagedown,space", "page(1)", "page down", "Go a page down."),
        _key("home", "move(-9999)", "newest", "Go to the newest."),
        _key("end", "move(9999)", "oldest", "Go to the oldest."),
        _key("enter,e", "open", "open", "Open the session, to be edited."),
        _key("question_mark,f1", "help", "help", "Keys and words of this room."),
        _key("q,escape,d,o", "leave", "back", "Go back to the fortnight."),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows, j k | Choose a row. |
    | enter | Open its session. |
    """

    def __init__(self, house: House) -> None:
        """List what was overridden in the year that ends now."""
        super().__init__(house)
        self._acts: tuple[Act, ...] = ()
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.list = RowList(id="list")
        """The verdicts."""
        self.words = Lines(id="said")
        """What the rules of the one in hand say."""

    def compose(self) -> ComposeResult:
        """Top line, list, the rules in words, keys."""
        yield self.top_line
        yield self.list
        yield self.words
        yield KeyLine(KEYS, id="keys")

    def on_mount(self) -> None:
        """Read the year."""
        self.watch(self.list, "chosen", self._tell, init=False)
        self._read()

    def on_screen_resume(self) -> None:
        """Read again: a session may be gone."""
        self._read()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._tell()

    def _read(self) -> None:
        now = self.house.clock()
        acts = self.house.store.history.acts(now - timedelta(days=DAYS), now)
        told = [act for act in acts if act.severity != Severity.INFO.word]
        self._acts = tuple(act for act in reversed(told) if act.outcome == OVERRIDDEN)
        self.top_line.place = Content.assemble(("Overridden", "bold"), ("   fortnight", "$quiet"))
        count = f"{len(self._acts)} of {counted(len(told), 'verdict')} in {DAYS} days"
        self.top_line.status = Content.styled(count, "$quiet")
        self.list.rows = tuple(ListRow(self._row(act)) for act in self._acts)
        self.list.move(0)
        self._tell()

    def _row(self, act: Act) -> Content:
        severity = Severity[act.severity.upper()]
        mark = MARKS[severity]
        day = day_in_words(local(act.at, self.house.zone).date())
        return Content.assemble(
            (f"{day:>10} {clock_in_words(act.at, self.house.zone)}  ", "$foreground"),
            fitted(Content.styled(act.exercise.partition(" (")[0], "bold"), NAME),
            (f"  {sign(severity):<11}", f"${mark.variable}"),
            (", ".join(grave_rules(act)), "$quiet"),
        )

    def _tell(self) -> None:
        if not self._acts:
            self.words.lines = (
                Content("Nothing was overridden in the last year."),
                Content.styled("A failure against advice stands here: rule, day, lift.", "$quiet"),
            )
            return
        act = self._acts[min(self.list.chosen, len(self._acts) - 1)]
        day = long_day_in_words(local(act.at, self.house.zone).date())
        lines = [Content.assemble((act.exercise, "bold $accent"), (f"   {day}", "$quiet"))]
        for rule in grave_rules(act):
            trigger = RULES_BY_ID[rule].trigger if rule in RULES_BY_ID else ""
            first, *more = wrap(trigger, max(30, self.size.width - 11)) or [""]
            lines.append(Content.assemble((f"{rule}  ", "bold $foreground"), first))
            lines += [Content(f"     {line}") for line in more]
        self.words.lines = tuple(lines)

    def action_move(self, down: int) -> None:
        """Move the cursor."""
        self.list.move(down)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.list.move(direction * self.list.page)

    def action_open(self) -> None:
        """Open the session, where it is still there."""
        if self._acts and self._acts[self.list.chosen].session_id:
            self.enter("past", session_id=self._acts[self.list.chosen].session_id)


def grave_rules(act: Act) -> tuple[str, ...]:
    """The act's rules that can advise against a failure, as they stood in order; all where none
    is known to."""
    grave = [
        one
        for one in act.rules
        if one in RULES_BY_ID and max(RULES_BY_ID[one].severities) > Severity.INFO
    ]
    return tuple(grave) or act.rules
