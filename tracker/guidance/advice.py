"""What the guide says: one advice, its severity, and the moment it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """How grave an advice is; comparable."""

    INFO = 0
    CAUTION = 1
    WARNING = 2
    STOP = 3

    @property
    def word(self) -> str:
        """The severity in lower case, as it is shown and written to JSON."""
        return self.name.lower()


class Moment(StrEnum):
    """When the guide is asked."""

    PLAN = "plan"
    ENTRY = "entry"
    LOGGED = "logged"
    EXERCISE_END = "exercise_end"
    SESSION_END = "session_end"
    NEXT_SESSION = "next_session"
    DASHBOARD = "dashboard"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence of the guide, able to say where it comes from."""

    rule: str
    """The rule's id, `R42`."""
    severity: Severity
    moment: Moment
    text: str
    exercise: str = ""
    """The exercise it speaks of; empty where it is the whole session."""
    source: str = ""
    """The article's sections, or `ev` for evidence beyond it."""
    setting: str = ""
    """The setting that changes the rule; empty where none does."""


def _unexplained(advice: Advice) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """The guide's answer at one moment."""

    shown: tuple[Advice, ...] = ()
    """What a person is shown: the headline first, three lines at most while lifting."""
    all: tuple[Advice, ...] = ()
    """All that fired, after absorption."""

    because: Callable[[Advice], str] = field(default=_unexplained, compare=False, repr=False)
    """What an advice of this answer rests on: the values that made its rule speak."""

    @property
    def headline(self) -> Advice | None:
        """The most important line."""
        return self.shown[0] if self.shown else None

    @property
    def is_allowed(self) -> bool:
        """Whether no stop is among all that fired."""
        return all(one.severity is not Severity.STOP for one in self.all)
