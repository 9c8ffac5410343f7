"""`python -m bench`: measures everything and prints the table.

Each figure stands against a floor that was measured in the same run, turn by turn with it. All
databases are made in a folder that goes away.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.guide_speed import guided
from bench.place import LARGE, LARGEST, SMALL, Place
from bench.processes import ProcessFailed, imported, logged_from_the_command_line
from bench.queries import SLOW_MS, read_all
from bench.result import Result, failed, table
from bench.screens_measured import dashboard, first_frames, logged_sets, memory
from bench.terminal import NotShown
from tracker.errors import TrackerError

Measurement = Callable[[], Iterator[Result]]


def measurements(place: Place, is_quick: bool) -> dict[str, Measurement]:
    """All there is to measure, by name."""
    sizes = [(SMALL, "1,000 sets"), (LARGE, "300,000 sets")]
    if not is_quick:
        sizes.append((LARGEST, "1,000,000 sets"))
    few, many = (3, 20) if is_quick else (15, 120)
    return {
        "first-frame": lambda: first_frames(place, few),
        "log-a-set": lambda: logged_sets(place, tuple(sizes), many),
        "command": lambda: logged_from_the_command_line(place, few * 2),
        "dashboard": lambda: dashboard(place, few),
        "import": lambda: imported(place, 100_000, 1 if is_quick else 3),
        "guide": lambda: guided(many * 5),
        "memory": lambda: memory(place, min(few, 5)),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 0 where everything could be measured, whatever came out."""
    said = _said(arguments)
    with tempfile.TemporaryDirectory(prefix="lastset-bench-") as folder:
        place = Place(Path(folder))
        if said.queries:
            _print_queries(place)
            return 0
        results = []
        for name, measure in measurements(place, said.quick).items():
            if not said.only or name in said.only:
                print(f"measuring {name} …", file=sys.stderr, flush=True)
                results += _results(name, measure)
    print(json.dumps([one.as_json() for one in results], indent=2) if said.json else table(results))
    return 1 if any(one.error for one in results) else 0


def _said(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few repetitions, no million sets")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--only", action="append", metavar="NAME", help="measure only this")
    parser.add_argument("--queries", action="store_true", help="time and explain the statements")
    return parser.parse_args(arguments)


def _results(name: str, measure: Measurement) -> list[Result]:
    try:
        return list(measure())
    except (NotShown, ProcessFailed, TrackerError, OSError) as error:
        return [failed(name, error)]


def _print_queries(place: Place) -> None:
    for one in read_all(place.database(LARGE)):
        print(f"{one.name:26} {one.milliseconds:8.2f} ms{'' if one.is_well else '  look'}")
        for scan in one.scans:
            print(f"    {scan}")
    print(f"300,000 sets; a reading of over {SLOW_MS:g} ms or over a whole table is marked")


if __name__ == "__main__":
    sys.exit(main())
