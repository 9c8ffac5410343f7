"""The store: one connection, handed to the screens as narrow protocols."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from data.database import IN_MEMORY, open_database
from data.edits import Edits
from data.histories import Histories
from data.keep import Keep
from data.log import Log
from data.shelf import Shelf
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store and the connection beneath it."""

    store: Store
    connection: sqlite3.Connection
    shelf: Shelf

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def open_store(path: Path | str, settings_file: Path | None = None) -> OpenStore:
    """Open the database and all that is kept beside it.

    Raises:
        StoreError: the database can't be used.
    """
    connection = open_database(path)
    is_file = str(path) != IN_MEMORY
    line_file = Path(f"{Path(path).expanduser()}.line") if is_file else None
    return store_over(connection, settings_file, line_file)


def store_over(
    connection: sqlite3.Connection,
    settings_file: Path | None = None,
    line_file: Path | None = None,
) -> OpenStore:
    """The store over an open database; a file that is None keeps its matter in memory."""
    shelf = Shelf(connection)
    store = Store(
        logging=Log(connection, shelf),
        editing=Edits(connection, shelf),
        history=Histories(connection, shelf),
        catalogue=shelf,
        keeping=Keep(connection, shelf, settings_file, line_file),
    )
    return OpenStore(store, connection, shelf)
