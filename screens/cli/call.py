"""One call of the command line: what was said before the verb, and what every verb needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path

from data.store import OpenStore, open_store
from screens.cli.answer import Json, print_json, print_lines
from screens.cli.local_zone import local_zone
from screens.clock import Clock, system_clock
from screens.coach import Coach
from tracker.errors import InvalidTime
from tracker.settings import Settings
from tracker.store import Store
from tracker.when import NOON, read_moment


@dataclass(slots=True)
class Call:
    """What the options said, and the store, zone and time that follow from them."""

    database: Path
    config: Path
    wants_json: bool = False
    clock: Clock = system_clock
    said_at: str = ""
    """`--at`, as it was typed."""
    _zone: str = field(default="", repr=False)
    _opened: OpenStore | None = field(default=None, repr=False)
    _now: datetime | None = field(default=None, repr=False)
    _settings: Settings | None = field(default=None, repr=False)
    _coach: Coach | None = field(default=None, repr=False)

    @property
    def zone(self) -> str:
        """The local zone."""
        if not self._zone:
            self._zone = local_zone()
        return self._zone

    @property
    def now(self) -> datetime:
        """The time of `--at`, else the clock's; the same through the whole call."""
        if self._now is None:
            self._now = self.clock()
        return self._now

    def keep_at(self, text: str) -> None:
        """Behave as at a time that was typed.

        Raises:
            InvalidTime: it can't be read, or is no time at which anyone trains.
        """
        self.said_at = text
        self._now = self.moment(text)

    def moment(self, text: str, at: time = NOON) -> datetime:
        """A time that was typed, in whole seconds; a date alone stands for the time `at`.

        Raises:
            InvalidTime: it can't be read, or is no time at which anyone trains.
        """
        moment = read_moment(text, self.zone, at).replace(microsecond=0)
        if not 1900 <= moment.year < 3000:
            raise InvalidTime(
                f"{text!r} is too far away: years 1900 to 2999.", text, "a time in a life"
            )
        return moment

    @property
    def opened(self) -> OpenStore:
        """The store, opened at first use."""
        if self._opened is None:
            self._opened = open_store(self.database, self.config)
        return self._opened

    @property
    def store(self) -> Store:
        """The narrow protocols over the store."""
        return self.opened.store

    @property
    def settings(self) -> Settings:
        """The settings in force, read once."""
        if self._settings is None:
            self._settings = self.store.keeping.settings()
        return self._settings

    def check_settings(self) -> None:
        """Read the settings, so that an unreadable file is refused before anything is kept.

        Raises:
            InvalidSetting: the file can't be read, or holds what no setting takes.
        """
        self._settings = self.store.keeping.settings()

    @property
    def coach(self) -> Coach:
        """Asks the guide about this store."""
        if self._coach is None:
            self._coach = self.coach_of(self.store)
        return self._coach

    def coach_of(self, store: Store) -> Coach:
        """Asks the guide about a store, in the local zone."""
        return Coach(store, self.zone)

    def close(self) -> None:
        """Close what was opened."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def answer(self, document: Callable[[], Json], lines: Callable[[], Sequence[str]]) -> None:
        """Print the answer as it was asked for."""
        if self.wants_json:
            print_json(document())
        else:
            print_lines(lines())
