"""Whether to ask which guide shall speak, from what the store holds."""

from dataclasses import replace
from datetime import datetime, timedelta

from tracker.guidance.preset_offer import LESSON, SPAN, habit_of, is_worth_asking
from tracker.store import Store

RECENT_SESSIONS = 30
"""Among so many of the latest an imported one is looked for."""


def habit_in(store: Store, now: datetime) -> float:
    """Failure events a fortnight at the end of the log; 0 for an empty one."""
    history, settings = store.history, store.keeping.settings()
    latest = history.sessions(settings, limit=1, until=now)
    if not latest:
        return 0.0
    until = latest[0].started_at + timedelta(days=1)
    return habit_of(history.failure_instants(until - SPAN, until, settings), until)


def habit_to_ask_about(store: Store, now: datetime) -> float:
    """The habit that no guide was chosen for yet; 0 where there is nothing to ask."""
    if LESSON in store.keeping.profile().lessons:
        return 0.0
    habit = habit_in(store, now)
    return habit if is_worth_asking(habit, store.keeping.settings()) else 0.0


def is_to_be_asked(store: Store, now: datetime) -> bool:
    """Whether the question opens by itself: once, after an import that shows a habit."""
    if not habit_to_ask_about(store, now):
        return False
    lines = store.history.sessions(store.keeping.settings(), RECENT_SESSIONS, until=now)
    return any(line.source for line in lines)


def keep_that_it_was_asked(store: Store) -> None:
    """The question does not open by itself again."""
    profile = store.keeping.profile()
    if LESSON not in profile.lessons:
        store.keeping.save_profile(replace(profile, lessons=profile.lessons | {LESSON}))
