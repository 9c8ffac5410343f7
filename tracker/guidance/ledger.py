"""The ledger: failure sets counted once, with what they cost and the events they make.

Whether a set counts and what it costs depends on the set and three settings alone; how much of it
still weighs depends on the instant that is asked about.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.guidance.budget import (
    Budget,
    Costed,
    budget_of,
    capacity,
    costed,
    fading,
    instant_of,
    used_of,
)
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.ration import (
    FailureEvent,
    Ration,
    gathered,
    instant_of_event,
    ration_of,
)
from tracker.guidance.recovery import Clock, clocks_of
from tracker.profile import Profile
from tracker.settings import Settings

Counting = tuple[str, str, bool]
"""What makes a set count: the settings on RIR 0, on unknown kinds and on imported drops."""


def counting_of(settings: Settings) -> Counting:
    """The settings that decide whether a set counts as failure."""
    return (
        settings.word("guidance.rir0_counts_as"),
        settings.word("guidance.unknown_counts_as"),
        settings.is_on("guidance.imported_drop_counts"),
    )


@dataclass(frozen=True, slots=True)
class Ledger:
    """Failure sets with their costs, and the events they make, each oldest first."""

    sets: tuple[Costed, ...] = ()
    events: tuple[FailureEvent, ...] = ()

    @classmethod
    def of(cls, failures: Iterable[PastFailure], settings: Settings) -> "Ledger":
        """Count failures; those that don't count are left out."""
        return cls._of_sets(costed(failures, settings))

    @classmethod
    def _of_sets(cls, sets: tuple[Costed, ...]) -> "Ledger":
        return cls(sets, gathered(one.failure for one in sets))

    def until(self, now: datetime) -> "Ledger":
        """The ledger as it stood at an instant."""
        if not self.sets or self.sets[-1].at <= now:
            return self
        return self._of_sets(self.sets[: bisect_right(self.sets, now, key=instant_of)])

    def after(self, instant: datetime) -> tuple[Costed, ...]:
        """The sets later than an instant."""
        return self.sets[bisect_right(self.sets, instant, key=instant_of) :]

    def events_after(self, instant: datetime) -> tuple[FailureEvent, ...]:
        """The events later than an instant."""
        return self.events[bisect_right(self.events, instant, key=instant_of_event) :]

    def with_more(self, more: "Ledger") -> "Ledger":
        """Both ledgers as one."""
        if not self.sets or not more.sets:
            return self if self.sets else more
        follows = self.sets[-1].at <= more.sets[0].at
        # An event is one exercise in one session: where both know the session, it grows.
        sessions = {event.session_id for event in more.events}
        if follows and not any(event.session_id in sessions for event in self.events):
            return Ledger(self.sets + more.sets, self.events + more.events)
        return self._of_sets(tuple(sorted(self.sets + more.sets, key=instant_of)))

    def ration(self, now: datetime, settings: Settings) -> Ration:
        """The ration at an instant that nothing in the ledger is later than."""
        return ration_of(self.events, now.astimezone(UTC), settings)

    def budget(self, now: datetime, profile: Profile, settings: Settings) -> Budget:
        """The budget at an instant, line by line."""
        return budget_of(self._weighing(now, settings), now, profile, settings)

    def budget_in_all(self, now: datetime, profile: Profile, settings: Settings) -> Budget:
        """The budget at an instant in one figure, without its lines."""
        used = used_of(self._weighing(now, settings), now, settings)
        return Budget(used, capacity(profile, settings))

    def clocks(self, now: datetime, profile: Profile, settings: Settings) -> tuple[Clock, ...]:
        """The recovery clocks that run at an instant that nothing in the ledger is later than."""
        return clocks_of(self.sets, now, settings, profile)

    def _weighing(self, now: datetime, settings: Settings) -> tuple[Costed, ...]:
        return self.after(now - fading(settings).length)
