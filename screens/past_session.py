"""The past-session editor: a grid like a spreadsheet, where each cell is one step of undo."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from screens.fortnight_effect import Fortnights, effect, failure_left, fortnights
from screens.house import House
from screens.key_table import KeyTable
from screens.rooms import room
from screens.session_editor import Outcome, SessionEditor
from screens.session_status import cell_hint, cell_source, row_words
from tracker.errors import TrackerError
from widgets.edit_line import EditLine
from widgets.grid_rows import (
    FREE_TEXT,
    HeadField,
    Layout,
    RowKind,
    rows_of,
)
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.set_cells import Column
from widgets.set_grid import SetGrid
from widgets.top_line import TopLine

STARTERS = frozenset("0123456789+-@!>.,tT aA".replace(" ", ""))
"""Characters that begin an edit: they replace what the cell holds."""

BROWSING = (
    ("type", "replace"),
    ("e", "edit"),
    ("i", "insert"),
    ("x", "delete"),
    ("y", "double"),
    ("w", "warm-up"),
    ("m", "move"),
    ("u U", "undo redo"),
    ("[ ]", "session"),
    ("D", "date"),
    ("?", "help"),
)
"""The key line while the cursor moves."""
TYPING = (("Enter", "keep"), ("Tab", "keep, next cell"), ("Esc", "leave it as it was"))
"""The key line while a cell is under edit."""
CARRYING = (("↑ ↓", "carry the set"), ("Enter", "set it down"))
"""The key line while a set is carried."""


class PastSessionScreen(Screen[None]):
    """Edits one session; every number that hangs on it follows at once."""

    HELP = """
    ## A session, cell by cell

    Move with the arrows or `h j k l`. Type to replace what stands in a cell; Enter or `e` edits it
    as it stands. Enter keeps it, Tab keeps it and goes on, Esc leaves it as it was.

    A cell takes what the entry line takes: `62,5`, `135 lb`, `+20`, `bw`; `8`, `10/9`, `45s`;
    `1.5`, `5+`, `?`; `t` form went, `a` would not move, `n` not failed; `> 60x6`, `+4`, `f2`,
    `ecc3`. In the first column a whole entry goes: `80x7@1.5 > 60x5`. The top row holds title,
    start, end, body weight and note.

    Each change is kept at once, and `u` takes it back, today or next year.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", "up", tooltip="Go a row up."),
        Binding("down,j", "move(1, 0)", "down", tooltip="Go a row down."),
        Binding("left,h", "move(0, -1)", "left", tooltip="Go a cell to the left."),
        Binding("right,l", "move(0, 1)", "right", tooltip="Go a cell to the right."),
        Binding("home", "move(0, -99)", "first cell", tooltip="Go to the row's first cell."),
        Binding("end", "move(0, 99)", "last cell", tooltip="Go to the row's last cell."),
        Binding("pageup", "page(-1)", "page up", tooltip="Go a page up."),
        Binding("pagedown", "page(1)", "page down", tooltip="Go a page down."),
        Binding("tab", "next_cell(1)", "next cell", tooltip="Go to the next cell."),
        Binding("shift+tab", "next_cell(-1)", "cell before", tooltip="Go to the cell before."),
        Binding("enter,e", "edit", "edit", tooltip="Edit the cell as it stands."),
        Binding("i", "change('insert')", "insert", tooltip="Insert a set after this one."),
        Binding("x", "change('delete')", "delete", tooltip="Delete the set, or the exercise."),
        Binding("y", "change('duplicate')", "double", tooltip="Add the same set once more."),
        Binding("w", "change('warm_up')", "warm-up", tooltip="Make it a warm-up, or a work set."),
        Binding("m", "carry", "move", tooltip="Carry the set with the arrows."),
        Binding("u", "walk('undo')", "undo", tooltip="Take the last change back."),
        Binding("U", "walk('redo')", "redo", tooltip="Do again what was undone."),
        Binding("D", "date", "date", tooltip="Change the session's date and time."),
        Binding("left_square_bracket", "go(-1)", "earlier", tooltip="The session before."),
        Binding("right_square_bracket", "go(1)", "later", tooltip="The session after."),
        Binding("X", "walk('delete_session')", "delete all", tooltip="Delete the whole session."),
        Binding("question_mark,f1", "help", "help", tooltip="Keys and words of this room."),
        Binding("q,escape", "leave", "back", tooltip="Go back."),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows, h j k l | Move over the cells. |
    | enter, e | Edit the cell as it stands. |
    | i x y w m | Insert, delete, double, warm-up, move. |
    | u U | Undo, redo. |
    | [ ] | The session before, after. |
    | D X | Change the date, delete the session. |
    """

    AUTO_FOCUS = None

    def __init__(self, house: House, session_id: int = 0) -> None:
        """Open a session; without an id, the latest."""
        super().__init__()
        self._house = house
        self._editor = SessionEditor(house, session_id or _latest(house))
        self._keys = KeyTable(self.BINDINGS)
        self._fortnights: Fortnights | None = None
        self._said: tuple[Content, ...] = ()
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.grid = SetGrid(id="grid")
        """The session."""
        self.lines = Lines(id="said")
        """What a cell takes, and what an edit did."""
        self.key_line = KeyLine(BROWSING, id="keys")
        """The keys that matter now."""

    def compose(self) -> ComposeResult:
        """Top line, grid, what was said, keys."""
        yield self.top_line
        yield self.grid
        yield self.lines
        yield self.key_line

    def on_mount(self) -> None:
        """Show the session, the cursor on its first set."""
        self._read()
        session = self._editor.session
        if session is not None and session.sets:
            self.grid.put(RowKind.SET, session.sets[0].id, Column.LOAD)
        self._tell()

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self._draw()

    def _read(self) -> None:
        session = self._editor.session
        self._fortnights = fortnights(self._house, session) if session else None
        self._draw()

    def _draw(self) -> None:
        session = self._editor.session
        keeping = self._house.store.keeping
        if session is None:
            self.grid.show(())
        else:
            unit, settings = keeping.profile().unit, keeping.settings()
            layout = Layout(max(60, self.size.width), unit, session.zone, settings)
            self.grid.show(rows_of(session, layout))
        aside = f"   from {session.source}" if session and session.source else ""
        self.top_line.place = Content.assemble(("Session", "bold"), (aside, "$quiet"))
        if self._fortnights is not None:
            self.top_line.status = failure_left(self._fortnights.current)

    def _tell(self) -> None:
        """Say what was done; else what the cell takes."""
        grid = self.grid
        is_plain = grid.line is None and not grid.is_moving
        self.key_line.keys = BROWSING if is_plain else TYPING if grid.line else CARRYING
        if self._said:
            self.lines.lines = self._said
            return
        if grid.line is not None:
            self.key_line.keys = TYPING
        session, row, cell = self._editor.session, grid.row, grid.cell
        if session is None or row is None or cell is None:
            self.lines.lines = (Content("  The session is deleted: u brings it back."),)
            return
        self.lines.lines = (
            Content.assemble(
                "  ", (f"{cell.field.value}  ", "bold"), (cell_hint(cell.field), "$quiet")
            ),
            Content.assemble("  ", (row_words(session, row), "$quiet")),
        )

    # -- keys, in the order in which they were pressed -----------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Take the key at once: bindings would let what is typed behind it overtake it."""
        event.prevent_default()
        if self.grid.line is not None:
            is_taken = self._type(event.key, event.character)
        else:
            is_taken = self._command(event.key, event.character)
        if is_taken:
            event.stop()
            self._tell()

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the cell under edit."""
        if self.grid.line is not None:
            self.grid.line = self.grid.line.typed(event.text)
            event.stop()

    def _command(self, key: str, character: str | None) -> bool:
        if self.grid.is_moving:
            return self._carried(key)
        found = self._keys.action(key) if character not in STARTERS else None
        if found is not None:
            self._said = ()
            name, parameters = found
            action: Callable[..., None] = getattr(self, f"action_{name}")
            action(*parameters)
            return True
        cell = self.grid.cell
        if character in STARTERS and cell is not None and cell.field not in FREE_TEXT:
            self._said = ()
            self.grid.line = EditLine().typed(character or "")
            return True
        return character in STARTERS

    def _type(self, key: str, character: str | None) -> bool:
        line = self.grid.line
        if line is None:
            return False
        if key == "escape":
            self.grid.line, self._said = None, ()
            return True
        if key in ("enter", "tab", "shift+tab", "up", "down"):
            if self._kept(line.text):
                self._go_on(key)
            return True
        changed = line.pressed(key, character)
        if changed is not None:
            self.grid.line, self._said = changed, ()
        return changed is not None

    def _go_on(self, key: str) -> None:
        if key in ("tab", "shift+tab"):
            self.grid.next_cell(1 if key == "tab" else -1)
        elif key in ("up", "down"):
            self.grid.move(1 if key == "down" else -1, 0)

    def _carried(self, key: str) -> bool:
        if key in ("up", "k", "down", "j"):
            step = -1 if key in ("up", "k") else 1
            row = self.grid.row
            if row is not None:
                self._do(lambda: self._editor.carry(row.id, step))
        else:
            self.grid.is_moving = False
        return True

    # -- edits ---------------------------------------------------------------------------------

    def _kept(self, text: str) -> bool:
        """Keep the cell's new text; false where it does not fit: it then stays, selected."""
        row, cell, editor = self.grid.row, self.grid.cell, self._editor
        if row is None or cell is None:
            return False
        field = cell.field
        if isinstance(field, Column):
            is_kept = self._do(lambda: editor.retype_set(row.id, field, text))
        elif isinstance(field, HeadField):
            is_kept = self._do(lambda: editor.retype_head(field, text))
        else:
            is_kept = self._do(lambda: editor.retype_exercise(row.id, field, text))
        line = self.grid.line
        self.grid.line = None if is_kept or line is None else line.selected()
        return is_kept

    def _do(self, edit: Callable[[], Outcome]) -> bool:
        """Make an edit and say what followed; false where it was refused."""
        before = self._fortnights
        near = self.grid.row_at
        try:
            outcome = edit()
        except TrackerError as error:
            self._said = (
                Content.assemble("  ", ("▲ not changed", "bold $caution"), "  ", str(error)),
            )
            return False
        self._read()
        if outcome.kind is not None:
            field = Column.RIR if outcome.word == "added" else None
            self.grid.put(outcome.kind, outcome.id, field)
        elif self.grid.row_at != near and outcome.word == "deleted":
            self.grid.show(self.grid.rows, near)
        self._said = self._words(outcome, before)
        return True

    def _words(self, outcome: Outcome, before: Fortnights | None) -> tuple[Content, ...]:
        mark = f"● {outcome.word}  " if outcome.word else "● "
        first = Content.assemble("  ", (mark, "bold $info"), outcome.text)
        if not outcome.is_done or before is None or self._fortnights is None:
            return (first,)
        followed = effect(before, self._fortnights, self._house.zone)
        return (first, Content.assemble("    ", followed))

    # -- actions -------------------------------------------------------------------------------

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        self.grid.move(down, right)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.grid.move(direction * self.grid.page, 0)

    def action_next_cell(self, step: int) -> None:
        """Go on to the next cell."""
        self.grid.next_cell(step)

    def action_edit(self) -> None:
        """Edit the cell as it stands."""
        session, row, cell = self._editor.session, self.grid.row, self.grid.cell
        if session is None or row is None or cell is None:
            return
        self.grid.line = EditLine.over(cell_source(session, row, cell.field))

    def action_change(self, what: str) -> None:
        """Insert, delete, double, or make a warm-up."""
        row = self.grid.row
        if row is not None:
            self._do(lambda: self._editor.change_row(row.kind, row.id, what))

    def action_carry(self) -> None:
        """Take the set up, to carry it with the arrows."""
        row = self.grid.row
        self.grid.is_moving = row is not None and row.kind is RowKind.SET

    def action_walk(self, what: str) -> None:
        """Undo, redo, or delete the whole session."""
        walks = {
            "undo": self._editor.undo,
            "redo": self._editor.redo,
            "delete_session": self._editor.delete_session,
        }
        self._do(walks[what])

    def action_date(self) -> None:
        """Edit when the session began."""
        session = self._editor.session
        if session is not None:
            self.grid.put(RowKind.HEAD, session.id, HeadField.START)
            self.action_edit()

    def action_go(self, step: int) -> None:
        """Open the session before, or after."""
        if self._editor.go(step):
            self._read()
            return
        which = "earlier" if step < 0 else "later"
        self._said = (Content(f"  There is no {which} session."),)

    def action_help(self) -> None:
        """Show the help of the room."""
        self.app.push_screen(room("help", self._house))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _latest(house: House) -> int:
    lines = house.store.history.sessions(house.store.keeping.settings(), limit=1)
    return lines[0].id if lines else 0
