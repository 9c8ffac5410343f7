"""How a severity is drawn: its symbol, its word, its colour; never the colour alone."""

from dataclasses import dataclass

from tracker.guidance.advice import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A severity's sign."""

    symbol: str
    ascii: str
    """The symbol where only plain letters are to be drawn."""
    word: str
    variable: str
    """The theme's variable for its colour."""


MARKS = {
    Severity.INFO: Mark("●", "*", "NOTE", "info"),
    Severity.CAUTION: Mark("▲", "!", "CAUTION", "caution"),
    Severity.WARNING: Mark("■", "#", "WARNING", "stop"),
    Severity.STOP: Mark("■", "#", "STOP", "stop"),
}
"""The signs of all severities."""


def sign(severity: Severity, is_ascii: bool = False) -> str:
    """Symbol and word: `▲ CAUTION`."""
    mark = MARKS[severity]
    return f"{mark.ascii if is_ascii else mark.symbol} {mark.word}"
