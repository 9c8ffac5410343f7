"""How an edit of the past moved the fortnight: events, budget and recovery, before and after."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from textual.content import Content

from screens.house import House
from tracker.guidance.ration import window_length
from tracker.guidance.standing import Standing, standing
from tracker.guidance.wording import clock_text, date_text, listed, share_text
from tracker.session import Session

HISTORY = timedelta(days=28)
"""How far back a standing looks."""


def standing_at(house: House, until: datetime) -> Standing:
    """Ration, budget and recovery at an instant, as the log tells them now."""
    failures = house.store.history.failures(until - HISTORY, until)
    keeping = house.store.keeping
    return standing(failures, until, keeping.profile(), keeping.settings())


@dataclass(frozen=True, slots=True)
class Fortnights:
    """The two fortnights that an edit of a session may move."""

    now: datetime
    then: datetime
    """The end of the session: the fortnight up to it holds the session at full weight."""
    current: Standing
    past: Standing
    is_current: bool
    """The session lies in the fortnight that ends now."""


def fortnights(house: House, of: Session | Fortnights | None) -> Fortnights | None:
    """The standings that concern a session; those of before, read again, where it is gone."""
    if of is None:
        return None
    now = house.clock()
    length = window_length(house.store.keeping.settings())
    if isinstance(of, Session):
        then = max(of.ended_at or of.started_at, of.last_set_at or of.started_at)
    else:
        then = of.then
    is_current = now - length < then <= now
    return Fortnights(now, then, standing_at(house, now), standing_at(house, then), is_current)


def followed(house: House, before: Fortnights | None, after: Fortnights | None) -> Content | None:
    """What an edit did to the fortnight that its session stood in; None without a session."""
    if before is None or after is None:
        return None
    if not before.is_current and not after.is_current:
        then = before.then
        after = replace(after, then=then, past=standing_at(house, then))
    return effect(before, after, house.zone)


def effect(before: Fortnights, after: Fortnights, zone: str) -> Content:
    """What followed: `this fortnight 3 → 2 events   budget 118 → 68 %   ready: biceps now`.

    A session older than the fortnight that ends now is told in the one that ends with it.
    """
    if before.is_current or after.is_current:
        old, new = before.current, after.current
        parts = [("this fortnight ", _events(old, new)), ("budget ", _budget(old, new))]
        ready = _ready(old, new, zone)
        if ready:
            parts.append(("ready: ", ready))
    else:
        old, new = before.past, after.past
        day = after.then.astimezone(ZoneInfo(zone)).date()
        head = f"the fortnight to {date_text(day)} {day.year}  "
        parts = [(head, _events(old, new)), ("budget ", _budget(old, new))]
    line = Content("")
    for place, (label, said) in enumerate(parts):
        style = "$foreground" if "→" in said or label == "ready: " else "$quiet"
        line = Content.assemble(line, "   " if place else "", (label, "$quiet"), (said, style))
    return line


def _events(old: Standing, new: Standing) -> str:
    noun = "event" if new.ration.used == 1 else "events"
    if old.ration.used == new.ration.used:
        return f"{new.ration.used} of {new.ration.limit} {noun}"
    return f"{old.ration.used} → {new.ration.used} {noun}"


def _budget(old: Standing, new: Standing) -> str:
    before = share_text(old.budget.used, old.budget.capacity)
    after = share_text(new.budget.used, new.budget.capacity)
    if before == after:
        return after
    return f"{before.removesuffix(' %')} → {after}"


def _ready(old: Standing, new: Standing, zone: str) -> str:
    before = {clock.scope: clock.ready_at for clock in old.clocks}
    after = {clock.scope: clock.ready_at for clock in new.clocks}
    moved = [scope for scope in after if after[scope] != before.get(scope)]
    words = [f"{scope} {clock_text(after[scope], zone)}" for scope in moved[:2]]
    freed = [scope for scope in before if scope not in after]
    if freed:
        words.append(f"{listed(freed[:3])} now")
    return ", ".join(words)


def failure_left(standing: Standing) -> Content:
    """How much failure is left, for the top line: `3 of 3 events   budget 118 %`."""
    ration, budget = standing.ration, standing.budget
    full = " ■" if ration.is_over else ""
    share = share_text(budget.used, budget.capacity)
    over = " ■" if budget.is_over else ""
    return Content.assemble(
        (f"{ration.used} of {ration.limit} events{full}", "$stop" if full else "$quiet"),
        "   ",
        (f"budget {share}{over}", "$stop" if over else "$quiet"),
    )
