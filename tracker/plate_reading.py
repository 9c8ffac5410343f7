"""Plates as a person writes them down: `20x8 15x2 1.25x2`, each plate with its pairs."""

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
# A comma before exactly three digits may part the thousands: then it says no plate.
_ONE = re.compile(
    r"(?P<plate>[0-9]{1,3}(?:\.[0-9]{1,3}|,[0-9]{1,2})?)\s*[x×]\s*(?P<pairs>[0-9]{1,2})"
    r"(?:\s*[,;]\s*|\s+|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def read_plates(text: str, unit: Unit) -> Inventory:
    """The plates at hand, in any order; a comma may be decimal or stand between two plates.

    Raises:
        TrackerError: something in it is no plate with its pairs, or stands twice.

    >>> read_plates("2,5x2 20x8", Unit.KG).pairs
    ((Decimal('20'), 8), (Decimal('2.5'), 2))
    """
    said = text.strip()
    pairs: dict[Decimal, int] = {}
    at = len(said) if said.lower() == NO_PLATES else 0
    while at < len(said) or not said:
        match = _ONE.match(said, at)
        plate = Decimal(match["plate"].replace(",", ".")) if match else Decimal(0)
        if match is None or not plate or not int(match["pairs"]) or plate in pairs:
            raise TrackerError(f"{said[at:]!r} says no plates: {PLATES_FORM}.", text, PLATES_FORM)
        pairs[plate] = int(match["pairs"])
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
