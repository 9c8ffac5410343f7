"""Lines for people: plain text that reads well in eighty columns."""

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from textwrap import wrap

import click

from tracker.entry import Entry
from tracker.entry_words import spelled
from tracker.exercise import Exercise
from tracker.forgotten import last_moment, visit_length
from tracker.guidance.advice import Advice, Severity
from tracker.guidance.budget import Budget
from tracker.guidance.ration import Ration
from tracker.guidance.recovery import Clock
from tracker.guidance.wording import counted, day_text, points_text, share_text
from tracker.performed import PerformedSet
from tracker.progression import Proposal, proposal_words
from tracker.record_words import record_words
from tracker.records import Record
from tracker.session import Session
from tracker.store import SessionLine
from tracker.when import clock_in_words, local, long_day_in_words, moment_in_words
from widgets.plain_letters import plain
from widgets.severity import sign

WIDEST = 100
"""Columns that are used at most, however wide the terminal is."""
USUAL, NARROWEST = 80, 40
"""Columns where no terminal says, and those that are used at least."""


def columns() -> int:
    """The width to write in: COLUMNS, else the terminal's, else eighty."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said) > 0:
        return min(WIDEST, max(NARROWEST, int(said)))
    try:
        return min(WIDEST, max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return USUAL


def bold(text: str) -> str:
    """The text in bold where a terminal reads it and no one minds."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return click.style(text, bold=True)
    return text


def advice_lines(advice: Sequence[Advice], is_ascii: bool = False) -> list[str]:
    """Each advice with its symbol and word, wrapped beneath itself, the headline first."""
    return [
        line for place, one in enumerate(advice) for line in _advice_lines(one, not place, is_ascii)
    ]


def _advice_lines(one: Advice, is_headline: bool, is_ascii: bool) -> list[str]:
    words = sign(one.severity)
    head = f"{plain(words) if is_ascii else words:<9}  "
    lines = wrap(f"{one.text}  {one.rule}", columns() - len(head)) or [""]
    is_grave = is_headline and one.severity > Severity.INFO
    first = bold(head.rstrip()) + head[len(head.rstrip()) :] if is_grave else head
    return [first + lines[0], *(" " * len(head) + line for line in lines[1:])]


def session_record_lines(records: Sequence[Record], now: datetime, zone: str) -> list[str]:
    """What a session reached for the first time, a row each."""
    rows = [(f"  {one.exercise.name}", record_words(one, now, zone)) for one in records]
    return ["Records", *table(rows)] if rows else []


def next_time_lines(proposals: Iterable[tuple[Exercise, Proposal]]) -> list[str]:
    """What to do next time, a row an exercise."""
    rows = [(f"  {lift.name}", proposal_words(one), one.why) for lift, one in proposals]
    return ["Next time", *table(rows)] if rows else []


def standing_line(ration: Ration, budget: Budget, zone: str) -> str:
    """Ration and budget in one line."""
    parts = [
        f"failures {ration.used} of {ration.limit}",
        f"budget {points_text(budget.used)} of {points_text(budget.capacity)} points "
        f"({share_text(budget.used, budget.capacity)})",
    ]
    if ration.next_free_at is not None:
        parts.append(f"next slot {day_text(ration.next_free_at, zone)}")
    return " · ".join(parts)


def clock_lines(clocks: Iterable[Clock], zone: str) -> list[str]:
    """When what is ready again."""
    told = list(clocks)
    if not told:
        return []
    width = max(len(one.scope) for one in told)
    return [
        f"  {one.scope:<{width}}  ready {moment_in_words(one.ready_at, zone)}  "
        f"({counted(one.days, 'extra rest day')})"
        for one in told
    ]


def set_text(performed: PerformedSet) -> str:
    """A set as the entry line spells it."""
    return spelled(Entry.of(performed))


def record_lines(records: Sequence[Record], now: datetime, zone: str) -> list[str]:
    """The records of a set in one quiet line, wrapped where it must be."""
    if not records:
        return []
    told = " · ".join(record_words(one, now, zone) for one in records)
    return wrap(f"new best: {told}", columns(), initial_indent="  ", subsequent_indent="    ")


def session_head(session: Session) -> str:
    """A session's number, title, day and times in its own zone."""
    title = f" · {session.title}" if session.title else ""
    return f"Session {session.id}{title} · {span(session)}"


def span(session: Session | SessionLine) -> str:
    """`Mon 23 Nov 2026 18:40–19:35`, or as much of that as is known."""
    day = long_day_in_words(local(session.started_at, session.zone).date())
    if not session.is_time_known:
        return day
    start = clock_in_words(session.started_at, session.zone)
    if session.ended_at is None or visit_length(session.started_at, session.ended_at) is None:
        return f"{day} {start}"
    return f"{day} {start}–{clock_in_words(session.ended_at, session.zone)}"


def last_set_words(session: Session) -> str:
    """When the last set was, in the session's zone: `19:42 on Fri 20 Nov 2026`."""
    last = last_moment(session)
    day = long_day_in_words(local(last, session.zone).date())
    return f"{clock_in_words(last, session.zone)} on {day}"


def table(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Rows in aligned columns; those named stand at the right."""
    if not rows:
        return []
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    to_right = frozenset(right)
    return [
        "  ".join(
            cell.rjust(width) if place in to_right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
