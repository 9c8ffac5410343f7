"""All that the fortnight page shows, read from the store in a few bounded queries."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from screens.house import House
from tracker.guidance.advice import Severity
from tracker.guidance.fortnight import Day, Fortnight, fortnight, rolling
from tracker.guidance.presets import in_force
from tracker.guidance.recovery import WHOLE_BODY
from tracker.settings import Settings
from tracker.when import local

YEAR = 365
"""Days of the trend."""
HISTORY = timedelta(days=28)
"""How far back the guide looks."""
FARTHEST_BACK = 2048
"""Fortnights before which no training is looked for: 78 years."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """How many fortnights away the nearest one with training lies; 0 where there is none."""

    back: int = 0
    on: int = 0


@dataclass(frozen=True, slots=True)
class FortnightReading:
    """A fortnight, what became of the guide's advice in it, and the year before its end."""

    fortnight: Fortnight
    settings: Settings
    """As they are in force, the preset beneath them."""
    zone: str
    now: datetime
    is_current: bool
    """The fortnight ends now."""
    ready: tuple[str, ...]
    """Muscles trained in it that no clock holds back."""
    heeded: int
    overridden: int
    rated: int
    """Work sets whose effort was said."""
    work_sets: int
    counts: tuple[int, ...]
    """Events in the rolling window at the end of each day of the year."""
    is_untouched: bool
    """Nothing was ever logged."""
    nearest: Nearest | None = None
    """Where training lies, for a fortnight without any; None where it has some."""

    @property
    def last_day(self) -> date:
        """The local day on which it ends."""
        return local(self.fortnight.until, self.zone).date()

    @property
    def days(self) -> tuple[Day, ...]:
        """Its days."""
        return self.fortnight.by_day


def read_fortnight(house: House, until: datetime) -> FortnightReading:
    """The fortnight that ends at an instant."""
    history, keeping = house.store.history, house.store.keeping
    settings, profile = keeping.settings(), keeping.profile()
    window = timedelta(days=settings.whole("ration.window_days"))
    since = until - window
    failures = history.failures(min(until - HISTORY, since), until)
    trained = history.days(since, until)
    chosen = in_force(settings, failures, until, profile)
    view = fortnight(failures, until, house.zone, profile, settings, window.days, trained)
    # A failure that the guide had nothing against was neither heeded nor overridden.
    acts = [act for act in history.acts(since, until) if act.severity != Severity.INFO.word]
    rated, work_sets = history.rated(since, until)
    year = until - timedelta(days=YEAR) - window
    instants = history.failure_instants(year, until, chosen)
    held = {clock.scope for clock in view.clocks}
    muscles = dict.fromkeys(
        muscle for day in sorted(trained, reverse=True) for muscle in trained[day].muscles
    )
    return FortnightReading(
        fortnight=view,
        settings=chosen,
        zone=house.zone,
        now=house.clock(),
        is_current=until == house.clock(),
        ready=() if WHOLE_BODY in held else tuple(one for one in muscles if one not in held),
        heeded=sum(act.outcome == "heeded" for act in acts),
        overridden=sum(act.outcome == "overridden" for act in acts),
        rated=rated,
        work_sets=work_sets,
        counts=rolling(instants, until, YEAR, window.days),
        is_untouched=not work_sets and not history.sessions(settings, 1, until=house.clock()),
        nearest=None if trained else nearest_training(house, until, window),
    )


def nearest_training(house: House, until: datetime, window: timedelta) -> Nearest:
    """The nearest fortnights with work sets, before and after one that has none."""
    history, since = house.store.history, until - window

    def is_behind(steps: int) -> bool:
        return history.rated(since - window * steps, since)[1] > 0

    def is_ahead(steps: int) -> bool:
        return history.rated(until, until + window * steps)[1] > 0

    ahead = -(-(house.clock() - until) // window)
    return Nearest(_fewest(is_behind, FARTHEST_BACK), _fewest(is_ahead, ahead))


def _fewest(holds: Callable[[int], bool], most: int) -> int:
    """The fewest steps, up to so many, with which it holds; 0 where none do.

    The steps double until it holds, so that a log with a gap of years needs few looks, and none
    of them looks over much more than the gap.
    """
    high = 1
    while high < most and not holds(high):
        high *= 2
    steps = range(1, min(high, most) + 1)
    place = bisect_left(steps, True, key=holds)
    return steps[place] if place < len(steps) else 0
