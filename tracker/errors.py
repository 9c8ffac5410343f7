"""What can go wrong, in sentences fit to be shown."""

from dataclasses import dataclass, field


@dataclass
class TrackerError(Exception):
    """Something the lifter asked for can't be done; nothing was changed."""

    message: str
    """One or two plain sentences: what is wrong and what would fit."""
    read: str = ""
    """What was read, as it was given."""
    expected: str = ""
    """What would have fitted."""
    candidates: tuple[str, ...] = field(default=())
    """Names to choose from, best first."""

    kind = "error"
    """The error's name in the JSON of the command line."""
    is_usage = True
    """True where the call was wrong (exit code 2), false where the machine failed (exit code 1)."""

    def __str__(self) -> str:
        return self.message


class UnreadableEntry(TrackerError):
    """An entry line that says no set."""

    kind = "entry"


class InvalidSet(TrackerError):
    """A set whose fields contradict each other or lie out of range."""

    kind = "set"


class UnknownExercise(TrackerError):
    """A name that is no exercise."""

    kind = "exercise"


class AmbiguousExercise(TrackerError):
    """A name that fits several exercises."""

    kind = "ambiguous"


class InvalidSetting(TrackerError):
    """A setting's name or value that does not exist."""

    kind = "setting"


class InvalidTime(TrackerError):
    """A time or a date that can't be read."""

    kind = "time"


class UnknownSession(TrackerError):
    """A session that is not there."""

    kind = "session"


class UnknownUnit(TrackerError):
    """Weights whose unit is said nowhere."""

    kind = "unit"


class UnknownFormat(TrackerError):
    """An import or export format that does not exist."""

    kind = "format"


class UnreadableFile(TrackerError):
    """A file that is not what it should be, or can't be read."""

    kind = "file"
    is_usage = False


class StoreError(TrackerError):
    """The database can't be opened, read or written."""

    kind = "store"
    is_usage = False


class StaleStep(TrackerError):
    """An undo or redo whose rows have changed since."""

    kind = "undo"
    is_usage = False
