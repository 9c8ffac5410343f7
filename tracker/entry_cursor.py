"""Reading a line from left to right, remembering how far it came."""

import re
from decimal import Decimal

from tracker.errors import UnreadableEntry

NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
"""A number as it is typed, with a decimal point or a decimal comma."""
_SHOWN = 24
"""Most characters of a line that a message quotes."""


def pattern(expression: str) -> re.Pattern[str]:
    """A compiled piece of the grammar: letters ignore case, and only ASCII ones are letters."""
    return re.compile(expression, re.IGNORECASE | re.ASCII)


_SPACE = pattern(r"\s*")


class Cursor:
    """A place in a line; it only ever moves right."""

    __slots__ = ("line", "position")

    def __init__(self, line: str) -> None:
        self.line = line
        self.position = 0

    def take(self, piece: re.Pattern[str]) -> re.Match[str] | None:
        """The piece that stands here, stepping over it; None where something else stands."""
        match = piece.match(self.line, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def skip_space(self) -> None:
        """Step over white space."""
        self.take(_SPACE)

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return self.position >= len(self.line)

    def stuck(self, why: str, expected: str, at: int | None = None) -> UnreadableEntry:
        """The error that says what was read, where it stopped, and why.

        Args:
            why: A sentence or a question fit to be shown.
            expected: What would fit.
            at: Where the unreadable part begins; where the cursor stands if not given.
        """
        place = self.position if at is None else at
        read, rest = self.line[:place].strip(), self.line[place:].strip()
        if read and rest:
            where = f"Read `{_clipped_front(read)}`, then stuck at `{_clipped(rest)}`: "
        elif rest:
            where = f"Can't read `{_clipped(rest)}`: "
        else:
            where = f"Read `{_clipped_front(read)}`: " if read else ""
        sentence = f"{where}{why}" if where else why[:1].upper() + why[1:]
        return UnreadableEntry(sentence, read, expected)

    def decimal(self, text: str, at: int) -> Decimal:
        """The number, its comma a decimal comma.

        Raises:
            UnreadableEntry: a comma before exactly three digits could be either.
        """
        whole, comma, fraction = text.partition(",")
        if comma and len(fraction) == 3:
            raise self.stuck(
                f"is the comma a decimal one? Write {whole}.{fraction} or {whole}{fraction}.",
                f"{whole}.{fraction} or {whole}{fraction}",
                at,
            )
        return Decimal(text.replace(",", "."))


def _clipped(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _clipped_front(text: str) -> str:
    return text if len(text) <= _SHOWN else f"…{text[1 - _SHOWN :]}"
