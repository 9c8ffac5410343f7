"""What a session is called that was given no title."""

from datetime import datetime

PARTS_OF_DAY = ((5, "night"), (12, "morning"), (17, "afternoon"), (22, "evening"), (24, "night"))
"""Until which hour a part of the day lasts."""


def part_of_day(wall: datetime) -> str:
    """What a session of its own is called: `Monday evening`."""
    part = next(name for hour, name in PARTS_OF_DAY if wall.hour < hour)
    return f"{wall:%A} {part}"
