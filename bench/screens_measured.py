"""What happens on the screen: first frame, logging a set, the dashboard, memory."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench import markers
from bench.place import LARGE, SMALL, Place
from bench.result import Relation, Result, middle, percentile_95
from bench.terminal import Shows, Terminal
from data.connection import connect, immediate

MILLISECONDS = 1000.0
MEGABYTE = 1024.0 * 1024.0
RATIO = Relation.RATIO
WARM_UPS = 3
"""Rounds before the first that counts."""
VISITS = 4
"""Times the dashboard is entered from one start of the app."""


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """A set that is logged from the draft, and how the screen tells that it was."""

    keys: str
    is_shown: Shows


HELD_BACK = LoggedSet("2", lambda lines: markers.has_logged(lines, 2, "80", 8, "2"))
"""The draft at RIR 2."""
FAILED = LoggedSet(
    "t", lambda lines: markers.has_logged(lines, 2, "80", 8, "0") and markers.has_headline(lines)
)
"""The draft to technical failure."""


def first_frames(place: Place, repetitions: int) -> Iterator[Result]:
    """From the start of the process to the end of the first frame with words on it."""
    small, large = place.copy(SMALL), place.copy(LARGE)
    live = place.with_session(LARGE)
    times: dict[str, list[float]] = {"floor": [], "small": [], "large": [], "live": []}
    for repetition in range(repetitions + 1):
        for name, path in (("floor", None), ("small", small), ("large", large), ("live", live)):
            taken = _first_frame(place, path)
            # The first round compiles and fills the caches.
            if repetition:
                times[name].append(taken)
    floor = middle(times["floor"])
    for name, words, goal in (
        ("small", "first frame, 1,000 sets", 1.5),
        ("large", "first frame, 300,000 sets", 1.5),
        ("live", "first frame over an open session, 300,000 sets", None),
    ):
        yield Result(words, floor, middle(times[name]), "ms", goal, repetitions=repetitions)


def _first_frame(place: Place, path: Path | None) -> float:
    terminal = place.empty_app() if path is None else place.app(path)
    try:
        shown = terminal.until(markers.is_started, "the first frame")
        return MILLISECONDS * (shown - terminal.started)
    finally:
        terminal.close()


def logged_sets(
    place: Place, sizes: tuple[tuple[int, str], ...], repetitions: int
) -> Iterator[Result]:
    """From Enter to the painted row; each set is taken back before the next is logged."""
    floor_app = place.empty_app()
    apps = {words: place.app(place.with_session(size)) for size, words in sizes}
    times: dict[str, list[float]] = {words: [] for words in ("floor", "disk", "failed", *apps)}
    disk = connect(place.folder / "disk.db")
    disk.execute("CREATE TABLE rows (written INTEGER)")
    try:
        floor_app.until(markers.is_started, "the empty app")
        for app in apps.values():
            app.until(markers.is_live, "the live session")
            app.settle()
        for repetition in range(repetitions + WARM_UPS):
            taken = {"floor": _echo(floor_app, repetition + 1), "disk": _commit(disk)}
            taken |= {words: _log_and_undo(app, HELD_BACK) for words, app in apps.items()}
            taken["failed"] = _log_and_undo(apps[sizes[-1][1]], FAILED)
            if repetition >= WARM_UPS:
                for name, milliseconds in taken.items():
                    times[name].append(milliseconds)
    finally:
        disk.close()
        for app in (floor_app, *apps.values()):
            app.close()
    yield from _logged_results(times, [words for _, words in sizes], repetitions)


def _logged_results(
    times: Mapping[str, Sequence[float]], sizes: Sequence[str], repetitions: int
) -> Iterator[Result]:
    floor = times["floor"]
    names = {
        **{words: f"a set logged, {words}" for words in sizes},
        "failed": f"a failed set logged, its headline shown, {sizes[-1]}",
    }
    for name, words in names.items():
        ours = times[name]
        yield Result(
            f"{words}, p95",
            percentile_95(floor),
            percentile_95(ours),
            "ms",
            2.0,
            RATIO,
            repetitions,
        )
        yield Result(
            f"{words}, median", middle(floor), middle(ours), "ms", None, RATIO, repetitions
        )
    for figure, of in (("p95", percentile_95), ("median", middle)):
        words = f"one row committed by sqlite3 alone (the disk's share), {figure}"
        yield Result(words, of(floor), of(times["disk"]), "ms", None, RATIO, repetitions)
    for words in sizes[1:]:
        yield Result(
            f"a set logged, {words} against {sizes[0]}, median",
            middle(times[sizes[0]]),
            middle(times[words]),
            "ms",
            1.1,
            RATIO,
            repetitions,
        )


def _commit(connection: sqlite3.Connection) -> float:
    started = perf_counter()
    with immediate(connection):
        connection.execute("INSERT INTO rows VALUES (1)")
    return MILLISECONDS * (perf_counter() - started)


def _echo(terminal: Terminal, number: int) -> float:
    words = markers.echoed(number)
    terminal.settle()
    sent = terminal.type("2")
    shown = terminal.until(lambda lines: any(words in line for line in lines), words)
    return MILLISECONDS * (shown - sent)


def _log_and_undo(terminal: Terminal, kind: LoggedSet) -> float:
    terminal.type(kind.keys)
    terminal.until(lambda lines: markers.is_typed(lines, kind.keys), "the typed set")
    terminal.settle()
    sent = terminal.type("\r")
    shown = terminal.until(kind.is_shown, f"the set logged by {kind.keys} Enter")
    terminal.settle()
    terminal.type("u")
    terminal.until(lambda lines: not kind.is_shown(lines), "the set taken back")
    terminal.settle()
    return MILLISECONDS * (shown - sent)


def dashboard(place: Place, repetitions: int) -> Iterator[Result]:
    """From `d` to the painted fortnight, against an empty screen pushed."""
    database = place.with_session(LARGE)
    first: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    for _ in range(repetitions):
        floor_app, app = place.empty_app(), place.app(database)
        try:
            floor_app.until(markers.is_started, "the empty app")
            app.until(markers.is_live, "the live session")
            app.settle()
            taken = [
                (
                    _entered(floor_app, markers.is_second_screen, markers.is_started),
                    _entered(app, markers.is_dashboard, markers.is_live),
                )
                for _ in range(VISITS)
            ]
        finally:
            floor_app.close()
            app.close()
        first.append(taken[0])
        again += taken[1:]
    for words, pairs in (("first visit, its code is loaded", first), ("later visits", again)):
        yield Result(
            f"dashboard, 300,000 sets, {words}",
            middle([floor for floor, _ in pairs]),
            middle([ours for _, ours in pairs]),
            "ms",
            100.0,
            Relation.DIFFERENCE,
            len(pairs),
        )


def _entered(terminal: Terminal, inside: Shows, outside: Shows) -> float:
    sent = terminal.type("d")
    shown = terminal.until(inside, "the second room")
    terminal.settle()
    terminal.type("q")
    terminal.until(outside, "the first room again")
    terminal.settle()
    return MILLISECONDS * (shown - sent)


def memory(place: Place, repetitions: int) -> Iterator[Result]:
    """Resident memory once the live session stands and a set was logged."""
    floor: list[float] = []
    ours: list[float] = []
    for _ in range(repetitions):
        empty = place.empty_app()
        try:
            empty.until(markers.is_started, "the empty app")
            empty.settle()
            floor.append(empty.memory() / MEGABYTE)
        finally:
            empty.close()
        app = place.app(place.with_session(LARGE))
        try:
            app.until(markers.is_live, "the live session")
            app.settle()
            _log_and_undo(app, HELD_BACK)
            ours.append(app.memory() / MEGABYTE)
        finally:
            app.close()
    yield Result(
        "memory, 300,000 sets", middle(floor), middle(ours), "MB", 1.5, repetitions=repetitions
    )
