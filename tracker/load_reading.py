"""Reading a load that stands by itself."""

from tracker.entry_count import spelled_load
from tracker.entry_cursor import Cursor
from tracker.errors import TrackerError
from tracker.load import Load, Unit


def read_load(text: str, unit: Unit) -> Load:
    """A load by itself, as an entry would begin with it.

    Raises:
        TrackerError: it is none.

    >>> str(read_load("62,5", Unit.KG)), str(read_load("+20lb", Unit.KG))
    ('62.5 kg', '+20 lb')
    """
    cursor = Cursor(f"{text.strip()} x")
    said = spelled_load(cursor, unit)
    if said is None or said[0] is None or not cursor.is_at_end:
        raise TrackerError(f"{text!r} is no load.", text, "100, 62.5kg, 225lb, +20, -15 or bw")
    return said[0]
