"""Editing one session of the past: its cells, its rows, the whole of it, and the way back."""

from collections.abc import Callable

from screens.house import House
from screens.session_cells import CellEditor
from screens.session_desk import Outcome, SessionDesk
from screens.session_rows import RowEditor
from tracker.errors import TrackerError
from tracker.session import Session
from tracker.store import Step
from widgets.grid_rows import RowKind


class SessionEditor:
    """Edits the session it stands on; after each edit it reads it again from the store."""

    def __init__(self, house: House, session_id: int) -> None:
        """Open a session."""
        self._desk = SessionDesk(house, session_id)
        self.cells = CellEditor(self._desk)
        """Edits cells."""
        self.rows = RowEditor(self._desk)
        """Edits rows."""

    @property
    def session(self) -> Session | None:
        """The session as stored; None when it was deleted."""
        return self._desk.session

    def change(self, kind: RowKind, id: int, what: str) -> Outcome:
        """Do one of `insert`, `delete`, `duplicate`, `warm_up` to a row, or `undo`, `redo`.

        Raises:
            TrackerError: that can't be done to a row of this kind.
        """
        whole: dict[str, Callable[[], Outcome]] = {
            "undo": self.undo,
            "redo": self.redo,
        }
        rows: dict[tuple[RowKind, str], Callable[[int], Outcome]] = {
            (RowKind.SET, "insert"): self.rows.insert,
            (RowKind.SET, "duplicate"): self.rows.duplicate,
            (RowKind.SET, "delete"): self.rows.delete_set,
            (RowKind.SET, "warm_up"): self.cells.toggle_warm_up,
            (RowKind.EXERCISE, "insert"): self.rows.begin,
            (RowKind.EXERCISE, "delete"): self.rows.delete_exercise,
        }
        if what in whole:
            return whole[what]()
        if (kind, what) not in rows:
            raise TrackerError("That is done to a set: go down to one. `X` deletes the session.")
        return rows[kind, what](id)

    def block_at(self, kind: RowKind, id: int) -> int:
        """The number of the exercise that a row belongs to; 0 for the session's own row."""
        if kind is RowKind.EXERCISE:
            return id
        return self._desk.set(id)[0].id if kind is RowKind.SET else 0

    def delete_session(self) -> Outcome:
        """Delete the whole session as one step, and stand on a neighbour."""
        session = self._desk.standing_on
        earlier, later = self._desk.store.history.neighbours(session.id)
        self._desk.store.logging.discard(session.id)
        self._desk.house.coach.forget()
        self._desk.session = None
        for neighbour in (earlier, later):
            if self._desk.session is None and neighbour is not None:
                self._desk.open(neighbour)
        name = f"the session {session.title or 'without a title'}"
        return Outcome("deleted", f"{name}: u brings it back")

    def go(self, step: int) -> bool:
        """Stand on the session before (−1) or after (1); false where there is none."""
        if self._desk.session is None:
            return False
        earlier, later = self._desk.store.history.neighbours(self._desk.session.id)
        wanted = earlier if step < 0 else later
        return wanted is not None and self._desk.open(wanted)

    def undo(self) -> Outcome:
        """Take the last step back, wherever it was made."""
        return self._walked(self._desk.store.editing.undo, "undone", "nothing is left to undo")

    def redo(self) -> Outcome:
        """Do again what was undone."""
        return self._walked(self._desk.store.editing.redo, "done again", "nothing was undone")

    def _walked(self, walk: Callable[[], Step | None], word: str, nothing: str) -> Outcome:
        step = walk()
        if step is None:
            return Outcome("", nothing, is_done=False)
        before = self._desk.session
        self._desk.written(Outcome(word, step.label))
        if step.session_id is not None:
            self._desk.open(step.session_id)
        is_here = self._desk.session is not None and self._desk.session != before
        return Outcome(word, step.label if is_here else f"{step.label} (in another session)")
