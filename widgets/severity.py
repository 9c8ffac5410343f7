"""How a severity is drawn: its symbol, its word, its colour; never the colour alone."""

from dataclasses import dataclass

from tracker.guidance.advice import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A severity's sign."""

    symbol: str
    word: str
    variable: str
    """The theme's variable for its colour."""


MARKS = {
    Severity.INFO: Mark("●", "NOTE", "info"),
    Severity.CAUTION: Mark("▲", "CAUTION", "caution"),
    Severity.WARNING: Mark("■", "WARNING", "stop"),
    Severity.STOP: Mark("■", "STOP", "stop"),
}
"""The signs of all severities."""


def sign(severity: Severity) -> str:
    """Symbol and word: `▲ CAUTION`."""
    mark = MARKS[severity]
    return f"{mark.symbol} {mark.word}"
