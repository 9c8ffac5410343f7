"""The gate of the keyboard: one key at a time, so that typing ahead stays exact across rooms."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Key, Paste
from textual.message_pump import MessagePump

PATIENCE_SECONDS = 2.0
"""How long a key may take before the next one is let through all the same."""

PassOn = Callable[[Key | Paste], Awaitable[None]]
"""Gives a key to whoever has the focus."""


class KeyGate:
    """Holds each key until the one before it is done with, and the room it opened stands.

    Textual puts a key into the queue of the widget that has the focus when the key arrives. Keys
    typed behind one that opens or leaves a room would go to the room before it.
    """

    def __init__(self, app: App[None], pass_on: PassOn) -> None:
        """Guard this app's keys."""
        self._app = app
        self._pass_on = pass_on
        self._waiting: deque[Key | Paste] = deque()
        self._task: asyncio.Task[None] | None = None

    def take(self, event: Key | Paste) -> None:
        """Take a key; it is passed on when those before it are done with."""
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._let_through())

    async def _let_through(self) -> None:
        while self._waiting:
            focused = self._app.focused or self._app.screen
            chain = [one for one in focused.ancestors_with_self if isinstance(one, MessagePump)]
            await self._pass_on(self._waiting.popleft())
            for one in chain:
                await _settled(one)
            screen = self._app.screen
            if screen not in chain:
                await _settled(screen)
                await _settled(self._app)


async def _settled(pump: MessagePump) -> None:
    """Wait until all that stands in the queue is processed; one that closes is not waited for."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), PATIENCE_SECONDS)
        except TimeoutError:
            return
