"""What every screen is given: the store, the clock, the zone, and the coach."""

from dataclasses import dataclass

from screens.clock import Clock
from screens.coach import Coach
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class House:
    """The app's surroundings in one value."""

    store: Store
    clock: Clock
    zone: str
    """The IANA zone in which days are days."""
    coach: Coach
    """Asks the guide."""
