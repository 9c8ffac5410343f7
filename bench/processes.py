"""Whole processes: logging from the command line, and importing a file."""

import csv
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from bench.place import APP, LARGE, LIFT, ROOT, SMALL, Place
from bench.result import Result, middle
from bench.scratch import SEED, ZONE
from data.store import open_store
from tracker.demo import lifetime_of_training
from tracker.effort import FailureType
from tracker.performed import PerformedSet
from tracker.session import Session

MILLISECONDS = 1000.0
IMPORTS_ONLY = ("-c", "import sqlite_utils, pendulum")
"""The floor of a verb: the interpreter with the two libraries."""
CSV_FLOOR = str(ROOT / "bench" / "floors" / "csv_to_sqlite.py")
HEAD = (
    "Date",
    "Workout Name",
    "Duration",
    "Exercise Name",
    "Set Order",
    "Weight",
    "Reps",
    "Distance",
    "Seconds",
    "Notes",
    "Workout Notes",
    "RPE",
)
"""Strong's columns on the phones of today."""


class ProcessFailed(RuntimeError):
    """A measured process ended with an error."""


def _run(place: Place, arguments: Sequence[str], database: Path | None = None) -> float:
    """Run Python with these arguments; the milliseconds it took.

    Raises:
        ProcessFailed: it did not end well.
    """
    started = perf_counter()
    ended = subprocess.run(
        [sys.executable, *arguments],
        env=place.environment(database),
        cwd=place.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    taken = MILLISECONDS * (perf_counter() - started)
    if ended.returncode:
        raise ProcessFailed(f"exit {ended.returncode}: {(ended.stderr or ended.stdout)[-600:]}")
    return taken


def logged_from_the_command_line(place: Place, repetitions: int) -> Iterator[Result]:
    """`lastset log` as a process."""
    databases = {"1,000 sets": place.copy(SMALL), "300,000 sets": place.copy(LARGE)}
    floor: list[float] = []
    times: dict[str, list[float]] = {words: [] for words in databases}
    for repetition in range(repetitions + 1):
        taken = _run(place, IMPORTS_ONLY)
        if repetition:
            floor.append(taken)
        for words, database in databases.items():
            taken = _run(place, [*APP, "log", LIFT, "80x8@2"], database)
            if repetition:
                times[words].append(taken)
    for words, measured in times.items():
        yield Result(
            f"lastset log, {words}",
            middle(floor),
            middle(measured),
            "ms",
            1.3,
            repetitions=repetitions,
        )


def imported(place: Place, rows: int, repetitions: int) -> Iterator[Result]:
    """`lastset import` of a Strong file into a new database."""
    file = write_strong_file(place.folder / "strong.csv", rows)
    floor: list[float] = []
    times: list[float] = []
    for repetition in range(repetitions):
        rows_only = place.folder / f"rows-{repetition}.db"
        floor.append(_run(place, [CSV_FLOOR, str(file), str(rows_only)]))
        database = place.folder / f"imported-{repetition}.db"
        open_store(database).close()
        arguments = [*APP, "import", str(file), "--unit", "kg", "--json"]
        times.append(_run(place, arguments, database))
        _check_import(database, rows)
    yield Result(
        f"import of {rows:,} Strong rows",
        middle(floor),
        middle(times),
        "ms",
        10.0,
        repetitions=repetitions,
    )


def _check_import(database: Path, rows: int) -> None:
    opened = open_store(database)
    sets = opened.connection.execute("SELECT count(*) FROM sets").fetchone()[0]
    opened.close()
    # Drops are rows of the file and parts of the set before them.
    if not 0.95 * rows < sets <= rows:
        raise ProcessFailed(f"{sets} sets were kept of {rows} rows")


def write_strong_file(path: Path, rows: int) -> Path:
    """A file as Strong exports it, of generated training."""
    opened = open_store(":memory:")
    exercises = {one.name: one for one in opened.shelf.exercises()}
    opened.close()
    until = datetime.now(UTC).replace(microsecond=0)
    sessions = lifetime_of_training(exercises, until, ZONE, Random(SEED), rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        lines = (line for session in sessions for line in _session_lines(session))
        writer.writerows(line for line, _ in zip(lines, range(rows), strict=False))
    return path


def _session_lines(session: Session) -> Iterator[Sequence[str]]:
    ended = session.ended_at or session.started_at
    minutes = int((ended - session.started_at).total_seconds() // 60)
    visit = (session.started_at.strftime("%Y-%m-%d %H:%M:%S"), session.title, f"{minutes}m")
    note = session.note
    for block in session.blocks:
        number = 0
        for performed in block.sets:
            number += performed.is_work_set
            for order, weight, reps in _parts(performed, number):
                yield (
                    *visit,
                    block.exercise.name,
                    order,
                    weight,
                    reps,
                    "0",
                    f"{performed.seconds or 0}.0",
                    performed.note,
                    note,
                    "" if performed.rir is None or performed.rir > 4 else f"{10 - performed.rir:g}",
                )
                note = ""


def _parts(performed: PerformedSet, number: int) -> Iterator[tuple[str, str, str]]:
    """The set as Strong's rows: tag or number, weight, reps; each drop a row of its own."""
    tag = str(number)
    if performed.warm_up:
        tag = "W"
    elif performed.failure in (FailureType.TECHNICAL, FailureType.ABSOLUTE):
        tag = "F"
    load = performed.load
    yield tag, f"{load.value if load else 0}", f"{performed.reps or 0}.0"
    for segment in performed.segments:
        yield "D", f"{segment.load.value if segment.load else 0}", f"{segment.reps}.0"
