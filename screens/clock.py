"""The time, as screens are given it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers the current moment, aware, in UTC."""


def system_clock() -> datetime:
    """The machine's time, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
