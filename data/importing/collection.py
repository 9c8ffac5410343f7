"""Making very many lasting values at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """No search for reference cycles meanwhile.

    A log's values hold no cycles and all of them stay, yet the collector would walk through them
    again and again as they grow: half of the time that reading takes.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
