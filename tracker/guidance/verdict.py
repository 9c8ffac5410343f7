"""What failure on a set would be: the verdict, its cost, and what it would start."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.effort import FailureType
from tracker.guidance.advice import Advice
from tracker.guidance.recovery import Clock
from tracker.guidance.wording import clock_text, day_text, listed, percent, points_text, share_text


class Verdict(StrEnum):
    """What failure here would be."""

    IN_PLACE = "in place"
    TOLERATED = "tolerated"
    OUT_OF_PLACE = "out of place"
    """Warned against: it costs more than it gives here."""
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Preview:
    """Failure on the next set, judged before anything is lifted."""

    failure: FailureType
    verdict: Verdict
    words: str
    """Why, in one sentence."""
    cost: int
    """Milli-points."""
    budget_used: int
    """Milli-points used after it."""
    capacity: int
    """Milli-points in all."""
    slot_number: int
    """The event it would be, of the ration."""
    limit: int
    next_free_at: datetime | None
    """When the next slot frees after it; None where one stays free."""
    ready: Clock | None
    """The latest clock it would start for what it trains."""
    muscles: tuple[str, ...]
    """What that clock concerns: muscles, or the whole body."""
    better: str | None
    """A better lift for it; None where this one is good."""
    advice: tuple[Advice, ...]
    """All that the guide would say."""
    zone: str = "UTC"

    @property
    def budget_percent(self) -> int:
        """The budget after it in whole percent."""
        return percent(self.budget_used, self.capacity)

    @property
    def cost_text(self) -> str:
        """Cost and capacity: `2 of 4.5 points`."""
        return f"{points_text(self.cost)} of {points_text(self.capacity)} points"

    @property
    def budget_text(self) -> str:
        """The budget after it: `budget 122 %`."""
        return f"budget {share_text(self.budget_used, self.capacity)}"

    @property
    def slot(self) -> str:
        """The slot it would take: `3 of 3`."""
        return f"{self.slot_number} of {self.limit}"

    @property
    def has_slot(self) -> bool:
        """Whether the ration has room for it."""
        return self.slot_number <= self.limit

    @property
    def slot_text(self) -> str:
        """The slot in words: `3 of 3: the last slot`, `4 of 3: over the ration`."""
        if not self.has_slot:
            return f"{self.slot}: over the ration"
        return f"{self.slot}: the last slot" if self.slot_number == self.limit else self.slot

    @property
    def until_text(self) -> str:
        """Until when no slot is free: `until Thu 26 Nov`; empty where one is."""
        if self.next_free_at is None:
            return ""
        return f"until {day_text(self.next_free_at, self.zone)}"

    @property
    def ready_text(self) -> str:
        """What is ready again when: `chest, triceps and front delts ready Wed 19:10`."""
        if self.ready is None:
            return ""
        return f"{listed(self.muscles)} ready {clock_text(self.ready.ready_at, self.zone)}"
