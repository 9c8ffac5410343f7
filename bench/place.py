"""Where the bench works: a folder that goes away, an environment of its own, fresh databases."""

import os
import shutil
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.scratch import ZONE, make_database
from bench.terminal import Terminal
from data.store import open_store
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Block

ROOT = Path(__file__).resolve().parent.parent
APP = ("-c", "from screens.cli import main; main()")
"""The installed command's own words."""
EMPTY_APP = (str(ROOT / "bench" / "floors" / "empty_app.py"),)
LIFT = "Bench Press (Barbell)"
SMALL, LARGE, LARGEST = 1_000, 300_000, 1_000_000


@dataclass(slots=True)
class Place:
    """The folder, and the databases made in it so far."""

    folder: Path
    _made: dict[int, Path] = field(default_factory=dict)
    _copies: int = 0

    def database(self, sets: int) -> Path:
        """A database of that many sets that nobody writes to; made once."""
        if sets not in self._made:
            path = self.folder / f"sets-{sets}.db"
            self._made[sets] = make_database(path, sets, datetime.now(UTC).replace(microsecond=0))
        return self._made[sets]

    def copy(self, sets: int) -> Path:
        """A database of that many sets for one measurement to write to."""
        self._copies += 1
        copy = self.folder / f"copy-{self._copies}-{sets}.db"
        shutil.copyfile(self.database(sets), copy)
        return copy

    def with_session(self, sets: int) -> Path:
        """The same with a session open: one set of the lift done, two to go."""
        path = self.copy(sets)
        opened = open_store(path)
        lift = next(one for one in opened.shelf.exercises() if one.name == LIFT)
        start = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=10)
        logging = opened.store.logging
        session = logging.start(start, ZONE, "Push", [Block(lift, planned_sets=3)])
        done = PerformedSet(start + timedelta(minutes=5), kg(80), reps=8, rir=2.0)
        logging.log(session.blocks[0].id, [done])
        opened.close()
        return path

    def environment(self, database: Path | None = None) -> dict[str, str]:
        """As little as a program needs, and nothing of the user's."""
        said = {
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "LASTSET_CONFIG": str(self.folder / "settings.toml"),
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "TZ": ZONE,
        }
        if database is not None:
            said["LASTSET_DB"] = str(database)
        return said

    def app(self, database: Path) -> Terminal:
        """The app over a database."""
        return self._terminal(APP, database)

    def empty_app(self) -> Terminal:
        """The floor."""
        return self._terminal(EMPTY_APP, None)

    def _terminal(self, arguments: tuple[str, ...], database: Path | None) -> Terminal:
        words = [sys.executable, *arguments]
        return Terminal(words, self.environment(database), str(self.folder))
