"""The past-session editor: a grid like a spreadsheet, where each change is one step of undo."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from screens.fortnight_effect import Fortnights, failure_left, followed, fortnights
from screens.house import House
from screens.keyed_screen import KeyedScreen
from screens.past_keys import (
    ASKED,
    BINDINGS,
    CARRYING,
    GOING_ON,
    HELP,
    ON_NUMBERS,
    TYPING,
    keys_on,
)
from screens.session_desk import Outcome, latest
from screens.session_editor import SessionEditor
from screens.session_status import (
    asked_words,
    cell_lines,
    cell_source,
    computed_words,
    outcome_lines,
    place_words,
    refusal,
    title_words,
)
from tracker.errors import TrackerError
from widgets.cell_starts import COMPUTED, ENTRY, SELECTED, TEXT, begins_edit
from widgets.edit_line import EditLine
from widgets.grid_rows import (
    NEW,
    ExerciseField,
    HeadField,
    Layout,
    RowKind,
    rows_of,
    with_new_exercise,
)
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.set_cells import Column
from widgets.set_grid import Place, SetGrid
from widgets.top_line import TopLine


class PastSessionScreen(KeyedScreen):
    """Edits one session; every number that hangs on it follows at once."""

    HELP = HELP
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = BINDINGS
    """
    | Key | Does |
    | :- | :- |
    | arrows, h j k l | Move over the cells. |
    | enter, e | Edit the cell as it stands. |
    | i x y w m | Insert, delete, double, warm-up, move. |
    | u U | Undo, redo. |
    | [ ] | The session before, after. |
    | / | Add an exercise. |
    | D X | Change the date, delete the session. |
    """

    def __init__(self, house: House, session_id: int = 0) -> None:
        """Open a session; without an id, the latest."""
        super().__init__(house)
        self._editor = SessionEditor(house, session_id or latest(house))
        self._fortnights: Fortnights | None = None
        self._said: tuple[Content, ...] = ()
        self._is_asked = False
        """Whether the session is about to be deleted."""
        self._came_from: Place | None = None
        """The cell from which an exercise is being added; None while none is."""
        self._adding_after = 0
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.grid = SetGrid(id="grid")
        """The session."""
        self.said = Lines(id="said")
        """What a cell takes, and what an edit did."""
        self.key_line = KeyLine(ON_NUMBERS, id="keys")
        """The keys that matter now."""

    def compose(self) -> ComposeResult:
        """Top line, grid, what was said, keys."""
        yield self.top_line
        yield self.grid
        yield self.said
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
        self._fortnights = fortnights(self.house, session or self._fortnights)
        self._draw()

    def _draw(self) -> None:
        session, keeping = self._editor.session, self.house.store.keeping
        if session is None:
            self.grid.show(())
        else:
            unit, settings = keeping.profile().unit, keeping.settings()
            layout = Layout(max(60, self.size.width), unit, session.zone, settings)
            rows = rows_of(session, layout)
            is_adding = self._came_from is not None
            self.grid.show(with_new_exercise(rows, self._adding_after) if is_adding else rows)
        self.top_line.place = place_words(session)
        if self._fortnights is not None:
            self.top_line.status = failure_left(self._fortnights.current)

    def _tell(self) -> None:
        """Say what was done; else what the cell under the cursor takes."""
        grid = self.grid
        self.key_line.keys = keys_on(grid.row, grid.cell) if grid.line is None else TYPING
        if grid.is_moving or self._is_asked:
            self.key_line.keys = CARRYING if grid.is_moving else ASKED
        typed = None if grid.line is None else grid.line.text
        self.said.lines = self._said or cell_lines(self._editor, grid.row, grid.cell, typed)

    # -- keys ----------------------------------------------------------------------------------

    def took(self, key: str, character: str | None) -> bool:
        """Type into the cell under edit, begin to edit one, or carry a set."""
        if self._is_asked:
            is_taken = self._answered(key)
        elif self.grid.line is not None:
            is_taken = self._typed(self.grid.line, key, character)
        elif self.grid.is_moving:
            is_taken = self._carried(key)
        else:
            is_taken = self._began(character)
        if is_taken:
            self._tell()
        return is_taken

    def ran(self, key: str) -> bool:
        """Do an action; what was said before it is gone."""
        said, self._said = self._said, ()
        if super().ran(key):
            self._tell()
            return True
        self._said = said
        return False

    def on_click(self) -> None:
        """Tell of the cell to which the grid moved the cursor."""
        self._said, self._is_asked = (), False
        self._tell()

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the cell under edit."""
        cell, self._is_asked = self.grid.cell, False
        if self.grid.line is None and cell is not None and cell.field in TEXT:
            self.grid.line = EditLine()
        if self.grid.line is not None:
            self.grid.line, self._said = self.grid.line.typed(event.text), ()
            event.stop()
            self._tell()

    def _began(self, character: str | None) -> bool:
        """Whether the character begins an edit: it replaces what the cell holds."""
        cell = self.grid.cell
        if cell is None:
            return False
        if cell.field in COMPUTED and character in ENTRY:
            self._said = computed_words(cell.field)
            return True
        if not begins_edit(cell.field, character):
            return False
        self.grid.line, self._said = EditLine().typed(character or ""), ()
        return True

    def _answered(self, key: str) -> bool:
        """Delete the session where the question is answered with X; any other key keeps it."""
        self._is_asked = False
        session = self._editor.session
        if key == "X":
            self._do(self._editor.delete_session)
        elif session is not None:
            self._said = (Content.assemble(("● kept", "bold $info"), f"  {title_words(session)}"),)
        return True

    def _typed(self, line: EditLine, key: str, character: str | None) -> bool:
        if key == "escape":
            self.grid.line, self._said = None, ()
            self._add_none()
        elif key in GOING_ON:
            if self._kept(line.text):
                down, right = GOING_ON[key]
                self.grid.move(down, 0)
                self.grid.next_cell(right)
        elif (changed := line.pressed(key, character)) is not None:
            self.grid.line, self._said = changed, ()
        return True

    def _carried(self, key: str) -> bool:
        row = self.grid.row
        if key in ("up", "k", "down", "j") and row is not None:
            step = -1 if key in ("up", "k") else 1
            self._do(lambda: self._editor.rows.carry(row.id, step))
        else:
            self.grid.is_moving = False
        return True

    # -- edits ---------------------------------------------------------------------------------

    def _kept(self, text: str) -> bool:
        """Keep the cell's new text; false where it does not fit: it then stays, selected."""
        row, cell = self.grid.row, self.grid.cell
        if row is None or cell is None:
            return False
        after, came_from = self._adding_after, self._came_from
        if came_from is not None:
            self._came_from = None
            is_kept = self._do(lambda: self._editor.rows.add_exercise(after, text))
            self._came_from = None if is_kept else came_from
        else:
            is_kept = self._do(lambda: self._editor.cells.retype(row.id, cell.field, text))
        line = self.grid.line
        self.grid.line = None if is_kept or line is None else line.selected()
        return is_kept

    def _do(self, edit: Callable[[], Outcome]) -> bool:
        """Make an edit and say what followed; false where it was refused."""
        before = self._fortnights
        try:
            outcome = edit()
        except TrackerError as error:
            self._said = refusal(error)
            return False
        self._read()
        if outcome.kind is not None:
            self.grid.put(outcome.kind, outcome.id, outcome.field)
        effect = followed(self.house, before, self._fortnights) if outcome.is_done else None
        self._said = outcome_lines(outcome, effect)
        return True

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
        if cell.field is ExerciseField.SETS:
            self.grid.put(row.kind, row.id, ExerciseField.NAME)
            self.action_edit()
        elif cell.field in COMPUTED:
            self._said = computed_words(cell.field)
        else:
            line = EditLine.over(cell_source(session, row, cell.field))
            self.grid.line = line.selected() if cell.field in SELECTED else line

    def action_add(self) -> None:
        """Begin to name an exercise: it is added behind the cursor's, or at the end."""
        session, row = self._editor.session, self.grid.row
        if session is None or row is None or self.grid.place is None:
            return
        self._adding_after = self._editor.block_at(row.kind, row.id)
        self._came_from = self.grid.place
        self._draw()
        self.grid.put(RowKind.EXERCISE, NEW, ExerciseField.NAME)
        self.grid.line = EditLine()

    def _add_none(self) -> None:
        """Take the row of an exercise to be added away again."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            self._draw()
            self.grid.place = came_from

    def action_delete_session(self) -> None:
        """Ask whether to delete the whole session."""
        session = self._editor.session
        self._is_asked = session is not None
        if session is not None:
            self._said = asked_words(session)

    def action_change(self, what: str) -> None:
        """Insert, delete, double a row, or make it a warm-up; undo, redo."""
        row = self.grid.row
        kind, number = (row.kind, row.id) if row is not None else (RowKind.BLANK, 0)
        self._do(lambda: self._editor.change(kind, number, what))

    def action_carry(self) -> None:
        """Take the set up, to carry it with the arrows."""
        row = self.grid.row
        self.grid.is_moving = row is not None and row.kind is RowKind.SET

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
        else:
            which = "earlier" if step < 0 else "later"
            self._said = (Content(f"There is no {which} session."),)
