"""Scratch databases of any size, in a folder that goes away."""

from datetime import datetime
from pathlib import Path
from random import Random

from data.demo_writing import write_demo
from data.store import open_store
from tracker.demo import lifetime_of_training

ZONE = "UTC"
SEED = 7


def make_database(path: Path, sets: int, until: datetime) -> Path:
    """A database of that many generated sets, the last of them on the day before `until`.

    Smaller ones end in exactly the same weeks as greater ones, so that what the guide reads of the
    last month is the same work at every size.
    """
    opened = open_store(path)
    exercises = {one.name: one for one in opened.shelf.exercises()}
    sessions = lifetime_of_training(exercises, until, ZONE, Random(SEED), sets)
    write_demo(opened.connection, sessions)
    opened.close()
    return path
