"""Remakes the pictures of the README: `python -m docs.pictures`.

Each drives the app over a generated year at a fixed time, and saves what it shows.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from data.demo_writing import write_demo
from data.store import open_store
from screens.app import LastsetApp
from screens.coach import Coach
from screens.house import House
from tracker.demo import year_of_training

FOLDER = Path(__file__).resolve().parent / "pictures"
"""Where they are kept."""
NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
"""A Monday evening in Berlin."""
ZONE = "Europe/Berlin"

KEYS = {" ": "space", "@": "at", "!": "exclamation_mark", "/": "slash", ">": "greater_than_sign"}
"""Characters by the name of their key."""

PICTURES: Sequence[tuple[str, tuple[int, int], Sequence[str]]] = (
    ("live", (110, 28), ("4", "type:2", "enter")),
    ("stop", (110, 28), ("3", "type:2", "enter", "type:!", "enter")),
    ("repair", (110, 28), ("4", "type:2", "enter", "type:t", "enter")),
    ("live-80x24", (80, 24), ("4", "type:2", "enter", "type:t", "enter")),
    ("entry", (110, 30), ("1", "i", "type:0", "down", "type:a", "down", "right")),
    ("summary", (120, 30), ("4", *("type:2", "enter") * 8, "right", "type:1", "enter", "f", "y")),
    ("fortnight", (120, 30), ("d",)),
    ("past", (110, 28), ("l", "enter", "down", "down", "right", "right")),
)
"""Name, size, and what is pressed."""


async def picture(name: str, size: tuple[int, int], pressed: Sequence[str]) -> None:
    """Drive the app over the demo and save its screen."""
    opened = open_store(":memory:")
    exercises = {one.name: one for one in opened.store.catalogue.exercises()}
    write_demo(opened.connection, year_of_training(exercises, NOW, ZONE, Random(1)))
    app = LastsetApp(House(opened.store, lambda: NOW, ZONE, Coach(opened.store, ZONE)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in pressed:
            if key.startswith("type:"):
                await pilot.press(*(KEYS.get(one, one) for one in key.removeprefix("type:")))
            else:
                await pilot.press(key)
            await pilot.pause()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(), "utf-8")
    opened.close()


async def main() -> None:
    """Make them all."""
    for name, size, pressed in PICTURES:
        await picture(name, size, pressed)


if __name__ == "__main__":
    asyncio.run(main())
