"""What every reading of the store costs, and whether a statement walks a whole table."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from data.store import OpenStore, open_store
from tracker.settings import Settings

GREAT_TABLES = ("sets", "blocks", "sessions")
"""Tables that grow with a lifetime."""
SLOW_MS = 5.0
"""A reading above this wants a better index or another statement."""
REPEATS = 7
BOUNDED = {
    "open_session": "a partial index that holds the open sessions only",
    "titles": "sixty rows of an index, then the walk stops",
    "usage": "one count over a covering index; asked for once, when a lift is searched",
}
"""Readings whose plan says SCAN although the walk is short, and why."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One call of the store, timed."""

    name: str
    milliseconds: float
    scans: tuple[str, ...]
    """Statements that walk a whole great table, with the step of the plan."""

    @property
    def is_well(self) -> bool:
        return not self.scans and self.milliseconds <= SLOW_MS


def calls(opened: OpenStore, now: datetime) -> dict[str, Callable[[], object]]:
    """Every reading that the app makes, on the busiest lift and the latest session."""
    history, logging = opened.store.history, opened.store.logging
    settings = Settings()
    bench = next(one for one in opened.shelf.exercises() if one.name == "Bench Press (Barbell)")
    latest = history.sessions(settings, limit=1)[0]
    fortnight, month, year = (now - timedelta(days=days) for days in (14, 28, 365))
    return {
        "open_session": logging.open_session,
        "session_at": lambda: logging.session_at(now),
        "session": lambda: history.session(latest.id),
        "sessions(200)": lambda: history.sessions(settings),
        "sessions(20)": lambda: history.sessions(settings, limit=20),
        "sessions(before)": lambda: history.sessions(settings, before=year),
        "sessions(query rare)": lambda: history.sessions(settings, query="no such lift"),
        "sessions(query common)": lambda: history.sessions(settings, query="squat"),
        "neighbours": lambda: history.neighbours(latest.id),
        "last_block": lambda: history.last_block(bench.id, now),
        "bests": lambda: history.bests(bench, now),
        "last_titled": lambda: history.last_titled("Push", now),
        "last_titled(unknown)": lambda: history.last_titled("Nothing", now),
        "titles": history.titles,
        "facts(bench)": lambda: history.facts(now, settings, bench),
        "facts(none)": lambda: history.facts(now, settings),
        "failures(14)": lambda: history.failures(fortnight, now),
        "failures(28)": lambda: history.failures(month, now),
        "failure_instants(365)": lambda: history.failure_instants(year, now, settings),
        "days(14)": lambda: history.days(fortnight, now),
        "days(365)": lambda: history.days(year, now),
        "rated(14)": lambda: history.rated(fortnight, now),
        "acts(14)": lambda: history.acts(fortnight, now),
        "usage": opened.store.catalogue.usage,
        "profile": opened.store.keeping.profile,
        "changed_elsewhere": opened.store.keeping.changed_elsewhere,
    }


def read_all(path: Path, now: datetime | None = None) -> tuple[Reading, ...]:
    """Time and explain every reading."""
    opened = open_store(path)
    moment = now or datetime.now(UTC).replace(microsecond=0)
    readings = []
    for name, call in calls(opened, moment).items():
        statements: list[str] = []
        opened.connection.set_trace_callback(statements.append)
        call()
        opened.connection.set_trace_callback(None)
        times = []
        for _ in range(REPEATS):
            start = perf_counter()
            call()
            times.append(1000 * (perf_counter() - start))
        scans = () if name in BOUNDED else _scans(opened.connection, statements)
        readings.append(Reading(name, median(times), scans))
    opened.close()
    return tuple(readings)


def _scans(connection: sqlite3.Connection, statements: list[str]) -> tuple[str, ...]:
    return tuple(scan for one in statements for scan in whole_walks(connection, one))


def whole_walks(connection: sqlite3.Connection, statement: str) -> tuple[str, ...]:
    """Steps of the statement's plan that walk a whole great table without a bound."""
    if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
        return ()
    plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    words = " ".join(statement.split())
    return tuple(
        f"{row['detail']}: {words[:160]}"
        for row in plan
        if row["detail"].startswith("SCAN") and _is_great(row["detail"].split()[1], words)
    )


def _is_great(name: str, statement: str) -> bool:
    aliases = {f"{table} AS {name}" for table in GREAT_TABLES}
    return name in GREAT_TABLES or any(alias in statement for alias in aliases)
