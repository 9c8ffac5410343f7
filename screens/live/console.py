"""The keyboard of the live session without a terminal: what a key, a line or Escape does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from screens.live.commands import Commands, Go
from screens.live.desk import Desk, Reply
from screens.live.modes import GONE, Find, Mode
from tracker.errors import TrackerError
from tracker.guidance.advice import Severity


class Line(Protocol):
    """The line of text that is typed into."""

    value: str
    """What it holds."""

    def show(self, text: str, is_selected: bool = False) -> None:
        """Hold this text, the cursor at its end, or all of it selected."""


@dataclass
class Console:
    """The entry line and its modes over a desk; it satisfies `widgets.entry_line.LineKeeper`."""

    desk: Desk
    line: Line
    commands: Commands
    open_room: Callable[[Go], None]
    mode: Mode | None = None
    """What the line is for; None logs sets."""
    reply: Reply = field(default_factory=Reply)
    """What was said last; it stands until the line changes."""

    def sit_down(self) -> None:
        """Stand where the session stood, the half-typed line included."""
        self.desk.reload()
        self.line.show(self.desk.kept_line())
        if self.desk.block is None:
            self.enter(self.commands.find())

    def enter(self, mode: Mode | None) -> None:
        """Use the line for something else; None logs sets again."""
        self.mode = mode
        if mode is None:
            self.line.show("")
            return
        mode.block_id = self.desk.block_id
        self.line.show(mode.start_text(), mode.is_start_selected)
        if isinstance(mode, Find):
            mode.changed("")

    # -- what the line tells -------------------------------------------------------------------

    def take_key(self, key: str, text: str) -> bool:
        """A key, before the line sees it; true when it was taken."""
        if self.mode is not None:
            return self.left_what_is_gone() or self._mode_key(self.mode, key)
        if text:
            return False
        done = self.commands.run(key)
        if done is None:
            return False
        self.reply = Reply(words=done) if isinstance(done, str) else Reply()
        if self.desk.is_over:
            self.commands.leave()
        if isinstance(done, Mode):
            self.enter(done)
        elif isinstance(done, Go):
            self.open_room(done)
        return True

    def _mode_key(self, mode: Mode, key: str) -> bool:
        is_find = isinstance(mode, Find)
        self.reply = Reply()
        if key == "escape" and not is_find:
            self.enter(None)
            return True
        try:
            if not mode.key(key):
                return False
        except TrackerError as error:
            self.reply = Reply(words=error.message, severity=Severity.CAUTION)
        if mode.is_done:
            self.enter(None)
            self.line.show(mode.carry)
            if mode.carry:
                self._keep(mode.carry)
        elif not is_find:
            self.line.show(mode.start_text(), mode.is_start_selected)
        return True

    def take_line(self, text: str) -> str:
        """Enter: what the line holds from now on."""
        if self.left_what_was_forgotten():
            return text
        self.reply = self._submitted(text)
        if self.mode is not None and self.mode.is_done:
            self.enter(None)
        self._keep(self.reply.text)
        return self.reply.text

    def _submitted(self, text: str) -> Reply:
        try:
            if self.mode is None:
                return self.desk.submit(text)
            # Another program may have changed what the mode is about since the last tick.
            self.desk.reload()
            return self.reply if self.left_what_is_gone() else self.mode.submit(text)
        except TrackerError as error:
            return Reply(text, error.message, Severity.WARNING)

    def take_change(self, text: str) -> None:
        """The line holds this now."""
        self.reply = Reply()
        self._keep(text)
        if self.mode is not None:
            self.mode.changed(text)

    def take_escape(self, text: str) -> None:
        """Escape clears the line; on the empty line it leaves a mode or calls a failure off."""
        announced = self.desk.announced
        self.reply = Reply()
        self.desk.doubted = ""
        self._keep("")
        if announced is not None and (not text or not announced.is_taken):
            self.desk.call_off()
        elif isinstance(self.mode, Find) and text:
            self.mode.changed("")
        elif self.mode is not None:
            self.enter(None)

    def _keep(self, text: str) -> None:
        self.desk.keep_line(text if self.mode is None else "")

    def left_what_is_gone(self) -> bool:
        """Leave a mode whose exercise is no longer in the session, and say so; true if so."""
        if self.mode is None or not self.mode.is_gone(self.desk):
            return False
        self.enter(None)
        self.reply = Reply(words=GONE, severity=Severity.CAUTION)
        return True

    def left_what_was_forgotten(self) -> bool:
        """Leave a session that was silent for hours, so that its end is asked about; true if so.

        Nothing typed on another day goes into it unasked; what was typed before is kept.
        """
        if self.desk.is_forgotten:
            self.commands.leave()
        return self.desk.is_forgotten
