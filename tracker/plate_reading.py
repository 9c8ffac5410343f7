"""Plates as a person writes them down: `20x8 15x2 1.25`, each with its pairs, one if unsaid."""

import re
from decimal import Decimal
from functools import lru_cache

from tracker.errors import TrackerError
from tracker.load import Unit, plain_number
from tracker.plates import Inventory

NO_PLATES = "none"
"""The word for no plates at all: then nothing is said of them."""
PLATES_FORM = "plates x pairs, as 20x8 10x2 1.25x2, or none"
"""What fits, in words."""
_END = r"(?:\s*[,;]\s*|\s+|$)"
# A comma before exactly three digits may part the thousands: then it says no plate. Without its
# pairs a plate has a decimal comma only where plates are made so: `20,10` are two plates.
_COUNTED = re.compile(
    r"(?P<plate>[0-9]{1,3}\.[0-9]{1,3}|[0-9],[0-9]{1,2}|[0-9]{2,3},(?:5|25|50|75)|[0-9]{1,3})"
    r"\s*[x×]\s*(?P<pairs>[0-9]{1,2})" + _END,
    re.IGNORECASE,
)
_LONE = re.compile(
    r"(?P<plate>(?:0,25|0,50?|0,75|1,25|2,50?|7,50?)(?![0-9])|[0-9]{1,3}(?:\.[0-9]{1,3})?)"
    r"(?!,[0-9]{3}(?![0-9]))" + _END
)


@lru_cache(maxsize=64)
def read_plates(text: str, unit: Unit) -> Inventory:
    """The plates at hand, in any order; a comma may be decimal or stand between two plates.

    A plate without a number is one pair.

    Raises:
        TrackerError: something in it is no plate with its pairs, or stands twice.

    >>> read_plates("2,5 20x8", Unit.KG).pairs
    ((Decimal('20'), 8), (Decimal('2.5'), 1))
    """
    said = text.strip()
    pairs: dict[Decimal, int] = {}
    at = len(said) if said.lower() == NO_PLATES else 0
    while at < len(said) or not said:
        match = _COUNTED.match(said, at) or _LONE.match(said, at)
        plate = Decimal(match["plate"].replace(",", ".")) if match else Decimal(0)
        count = int(match.groupdict().get("pairs", "1")) if match else 0
        if match is None or not plate or not count or plate in pairs:
            raise TrackerError(f"{said[at:]!r} says no plates: {PLATES_FORM}.", text, PLATES_FORM)
        pairs[plate] = count
        at = match.end()
    return Inventory(unit, tuple(sorted(pairs.items(), reverse=True)))


def plates_text(inventory: Inventory) -> str:
    """The plates as they are written: heaviest first, `none` where there are none."""
    pairs = (f"{plain_number(plate)}x{count}" for plate, count in inventory.pairs)
    return " ".join(pairs) or NO_PLATES


def tidied(text: str) -> str:
    """The same plates as the program writes them; the unit is the setting's.

    Raises:
        TrackerError: it says no plates.
    """
    return plates_text(read_plates(text, Unit.KG))
