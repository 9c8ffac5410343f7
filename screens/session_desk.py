"""The session that is edited: read from the store, and read again after each change."""

from dataclasses import dataclass

from screens.house import House
from tracker.errors import TrackerError, UnknownSession
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from widgets.grid_rows import Field, RowKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit did, to be said."""

    word: str
    """`changed`, `added`, `deleted`, `undone` …"""
    text: str
    kind: RowKind | None = None
    """The row to go to; None stays."""
    id: int = 0
    field: Field | None = None
    """The cell of that row to go to; None stays in the column."""
    is_done: bool = True
    """False where there was nothing to do."""


NOTHING_TO_DO = Outcome("as it was", "", is_done=False)
"""What an edit says that changes nothing."""


class SessionDesk:
    """Where a session lies open to be edited."""

    def __init__(self, house: House, session_id: int) -> None:
        """Open a session."""
        self.house = house
        """The surroundings."""
        self.store = house.store
        """Where it is kept."""
        self.session: Session | None = None
        """The session as stored; None when it was deleted."""
        self.open(session_id)

    def open(self, session_id: int) -> bool:
        """Lay another session open; false where it is not there."""
        try:
            self.session = self.store.history.session(session_id)
        except UnknownSession:
            return False
        return True

    @property
    def standing_on(self) -> Session:
        """The session.

        Raises:
            TrackerError: it was deleted.
        """
        if self.session is None:
            raise TrackerError("No session stands here: `u` brings back what was deleted.")
        return self.session

    def written(self, outcome: Outcome) -> Outcome:
        """Read again what was written."""
        self.house.coach.forget()
        session = self.session
        if session is not None and not self.open(session.id):
            self.session = None
        return outcome

    def set(self, set_id: int) -> tuple[Block, PerformedSet]:
        """A set, and the exercise it belongs to.

        Raises:
            TrackerError: it is not there.
        """
        for block in self.standing_on.blocks:
            for one in block.sets:
                if one.id == set_id:
                    return block, one
        raise TrackerError("That set is no longer in the session.")

    def block(self, block_id: int) -> Block:
        """An exercise of the session.

        Raises:
            TrackerError: it is not there.
        """
        for block in self.standing_on.blocks:
            if block.id == block_id:
                return block
        raise TrackerError("That exercise is no longer in the session.")


def latest(house: House) -> int:
    """The id of the latest session; 0 where none is."""
    lines = house.store.history.sessions(house.store.keeping.settings(), limit=1)
    return lines[0].id if lines else 0
