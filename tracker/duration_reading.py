"""Reading a length of time that stands by itself."""

import re

from tracker.errors import TrackerError

_CLOCK = re.compile(r"(?:(?P<minutes>\d{1,4}):)?(?P<seconds>\d{1,6})\s*s?")
_WORDS = re.compile(r"(?P<minutes>\d{1,4})\s*m(?:in)?\s*(?:(?P<seconds>\d{1,2})\s*s?)?")


def read_duration(text: str, most: int) -> int:
    """A length of time in whole seconds: `90`, `90s`, `2m`, `2m30`, `2:30`.

    Args:
        text: What was typed.
        most: More seconds than this are refused.

    Raises:
        TrackerError: it is none, or too long.

    >>> read_duration("2:30", 3600), read_duration("90", 3600), read_duration("3 min", 3600)
    (150, 90, 180)
    """
    fit = "90s, 2m or 2:30"
    typed = text.strip().lower()
    match = _CLOCK.fullmatch(typed) or _WORDS.fullmatch(typed)
    if match is None or (match["minutes"] and int(match["seconds"] or 0) > 59):
        raise TrackerError(f"{text!r} is no length of time.", text, fit)
    seconds = 60 * int(match["minutes"] or 0) + int(match["seconds"] or 0)
    if seconds > most:
        raise TrackerError(f"{text!r} is longer than {most // 60} minutes.", text, fit)
    return seconds
