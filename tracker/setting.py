"""One setting: its name, default, range and meaning, and how a value of it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.errors import InvalidSetting, TrackerError

Value = str | int | float | bool | tuple[float, ...]
"""What a setting may hold."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, as the registry names it."""

    name: str
    """`section.key`, as in the TOML file."""
    default: Value
    meaning: str
    """One sentence for the settings screen."""
    words: tuple[str, ...] = ()
    """The words it may hold; empty for numbers and switches."""
    least: float = 0
    most: float = 0
    count: int = 1
    """How many numbers it holds."""
    form: str = ""
    """What a text must look like, in words."""
    tidied: Callable[[str], str] | None = None
    """A text as the program writes it; raises TrackerError where it does not have the form."""

    @property
    def allowed(self) -> str:
        """What it may hold, in words."""
        if self.words:
            return " | ".join(self.words)
        if isinstance(self.default, bool):
            return "true | false"
        if isinstance(self.default, str):
            return self.form or "text"
        span = f"{self.least:g} to {self.most:g}"
        if isinstance(self.default, tuple):
            return f"{self.count} numbers, each {span}"
        return f"a whole number, {span}" if isinstance(self.default, int) else f"a number, {span}"

    def refused(self, read: object) -> InvalidSetting:
        """The error that says what was read and what would fit."""
        return InvalidSetting(
            f"{self.name} can't be {read!r}: it takes {self.allowed}.", str(read), self.allowed
        )

    def checked(self, value: object) -> Value:
        """The value in the setting's own type.

        Raises:
            InvalidSetting: it is of another type, or out of range.
        """
        if isinstance(self.default, bool):
            if isinstance(value, bool):
                return value
        elif isinstance(self.default, str):
            if isinstance(value, str) and (not self.words or value in self.words):
                return self._in_form(value)
        elif isinstance(self.default, tuple):
            if isinstance(value, (list, tuple)) and len(value) == self.count:
                return tuple(self._in_range(one, float) for one in value)
        else:
            return self._in_range(value, type(self.default))
        raise self.refused(value)

    def _in_form(self, text: str) -> str:
        if self.tidied is None:
            return text
        try:
            return self.tidied(text)
        except TrackerError:
            raise self.refused(text) from None

    def _in_range(self, value: object, kind: type[int] | type[float]) -> int | float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.refused(value)
        if not self.least <= value <= self.most or (kind is int and value != int(value)):
            raise self.refused(value)
        return kind(value)

    def read(self, text: str) -> Value:
        """The value a person typed.

        Raises:
            InvalidSetting: it does not fit.
        """
        word = text.strip()
        if isinstance(self.default, bool):
            switches = {
                "true": True,
                "on": True,
                "yes": True,
                "false": False,
                "off": False,
                "no": False,
            }
            if word.lower() not in switches:
                raise self.refused(text)
            return switches[word.lower()]
        if isinstance(self.default, str):
            return self.checked(word)
        try:
            if isinstance(self.default, tuple):
                listed = word.strip("[]").replace(",", " ").split()
                return self.checked(tuple(float(one) for one in listed))
            # A comma before exactly three digits may part the thousands: then it says no number.
            return self.checked(float(re.sub(r",(?!\d{3}$)", ".", word)))
        except ValueError:
            raise self.refused(text) from None
