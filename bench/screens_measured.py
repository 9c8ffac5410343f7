"""What happens on the screen: first frame, logging a set, the dashboard, memory."""

from collections.abc import Iterator
from pathlib import Path

from bench import markers
from bench.place import LARGE, SMALL, Place
from bench.result import Relation, Result, middle, percentile_95
from bench.terminal import Shows, Terminal

MILLISECONDS = 1000.0
MEGABYTE = 1024.0 * 1024.0
LOAD, REPS, RIR = "80", 8, "2"
"""The set that is logged: the draft at RIR 2."""


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
    apps = {size: place.app(place.with_session(size)) for size, _ in sizes}
    try:
        floor_app.until(markers.is_started, "the empty app")
        for app in apps.values():
            app.until(markers.is_live, "the live session")
            app.settle()
        floor: list[float] = []
        times: dict[int, list[float]] = {size: [] for size in apps}
        for repetition in range(1, repetitions + 4):
            taken = {0: _echo(floor_app, repetition)}
            taken |= {size: _log_and_undo(app) for size, app in apps.items()}
            if repetition > 3:
                floor.append(taken[0])
                for size in apps:
                    times[size].append(taken[size])
    finally:
        for app in (floor_app, *apps.values()):
            app.close()
    for size, words in sizes:
        yield Result(
            f"Enter to painted row, p95, {words}",
            percentile_95(floor),
            percentile_95(times[size]),
            "ms",
            2.0,
            repetitions=repetitions,
        )
    smallest = middle(times[sizes[0][0]])
    for size, words in sizes[1:]:
        yield Result(
            f"Enter to painted row, median, {words} against {sizes[0][1]}",
            smallest,
            middle(times[size]),
            "ms",
            1.1,
            repetitions=repetitions,
        )


def _echo(terminal: Terminal, number: int) -> float:
    words = markers.echoed(number)
    sent = terminal.type("2")
    shown = terminal.until(lambda lines: any(words in line for line in lines), words)
    return MILLISECONDS * (shown - sent)


def _log_and_undo(terminal: Terminal) -> float:
    terminal.type(RIR)
    terminal.until(lambda lines: markers.is_typed(lines, RIR), "the typed set")
    terminal.settle()
    sent = terminal.type("\r")
    shown = terminal.until(
        lambda lines: markers.has_logged(lines, 2, LOAD, REPS, RIR), "the logged set"
    )
    terminal.settle()
    terminal.type("u")
    terminal.until(
        lambda lines: not markers.has_logged(lines, 2, LOAD, REPS, RIR), "the set taken back"
    )
    terminal.settle()
    return MILLISECONDS * (shown - sent)


def dashboard(place: Place, repetitions: int) -> Iterator[Result]:
    """From `d` to the painted fortnight, against an empty screen pushed."""
    floor_app, app = place.empty_app(), place.app(place.with_session(LARGE))
    floor: list[float] = []
    times: list[float] = []
    try:
        floor_app.until(markers.is_started, "the empty app")
        app.until(markers.is_live, "the live session")
        app.settle()
        for repetition in range(repetitions + 1):
            taken = (
                _entered(floor_app, markers.is_second_screen, markers.is_started),
                _entered(app, markers.is_dashboard, markers.is_live),
            )
            if repetition:
                floor.append(taken[0])
                times.append(taken[1])
            else:
                first = taken
    finally:
        floor_app.close()
        app.close()
    yield Result(
        "dashboard, first time (its code is loaded), 300,000 sets",
        first[0],
        first[1],
        "ms",
        None,
        Relation.DIFFERENCE,
    )
    yield Result(
        "dashboard, 300,000 sets",
        middle(floor),
        middle(times),
        "ms",
        100.0,
        Relation.DIFFERENCE,
        repetitions,
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
            _log_and_undo(app)
            ours.append(app.memory() / MEGABYTE)
        finally:
            app.close()
    yield Result(
        "memory, 300,000 sets", middle(floor), middle(ours), "MB", 1.5, repetitions=repetitions
    )
