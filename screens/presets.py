"""Which guide: the four presets, what each changes, and a choice."""

from inspect import cleandoc
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from screens.house import House
from screens.key_table import KeyTable
from screens.preset_offer import habit_in, keep_that_it_was_asked
from tracker.errors import TrackerError
from tracker.guidance.preset_offer import OFFERED, SETTING, PresetWords, question, title_of
from widgets.lines import Lines

TITLE = 18
"""Cells of a preset's number and title."""
DETAILS = 4
"""Rows of what else changes."""
BELOW = 4
"""Rows of the footer, the blank above it, and the border."""


class PresetsDialog(ModalScreen[None]):
    """Asks which guide shall speak; Enter keeps the one in force."""

    HELP = cleandoc(
        """
        ## Which guide

        A preset is a whole guide beneath your own settings: what you changed by hand holds on.
        The cursor stands on the one in force, so that Enter keeps it. The settings open this
        page again, from `guidance.preset`.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", tooltip="Go a guide up.", id="presets.up"),
        Binding("down,j", "move(1)", "down", tooltip="Go a guide down.", id="presets.down"),
        Binding("1", "none", "choose", tooltip="1 to 4: go to that guide.", id="presets.choose"),
        Binding(
            "enter", "take", "take", tooltip="Take the guide under the cursor.", id="presets.take"
        ),
        Binding(
            "escape,q",
            "leave",
            "keep",
            tooltip="Keep the one in force.",
            id="presets.leave",
        ),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows, 1-4 | Choose a guide. |
    | enter | Take it. |
    | escape | Keep the one in force. |
    """

    def __init__(self, house: House) -> None:
        """Ask the lifter of this house."""
        super().__init__()
        self.house = house
        self._keys = KeyTable(self.BINDINGS)
        self._in_force = house.store.keeping.settings().word(SETTING)
        self._question = question(habit_in(house.store, house.clock()))
        self._said = ""
        self.chosen = [one.name for one in OFFERED].index(self._in_force)
        """The guide under the cursor, from 0."""

    def compose(self) -> ComposeResult:
        """One block of lines."""
        yield Lines(id="presets")

    def on_mount(self) -> None:
        """Show them."""
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        lines = self.query_one("#presets", Lines)
        width = max(40, lines.content_size.width)
        here = OFFERED[self.chosen]
        shown = [
            Content.styled("Which guide shall speak?", "bold $foreground"),
            Content(""),
            Content(self._question),
            Content(""),
        ]
        for number, one in enumerate(OFFERED, 1):
            shown += self._offer(number, one, width, one is here)
        shown.append(Content(""))
        shown += self._details(here, width, self.size.height - len(shown) - BELOW)
        shown += [Content(""), self._footer()]
        lines.lines = tuple(shown)

    def _details(self, here: PresetWords, width: int, room: int) -> list[Content]:
        """What else changes, in the rows that are left; always as many, so that nothing moves."""
        if room < 1:
            return []
        texts = wrap(here.details, width, max_lines=room, placeholder=" …")
        texts += [""] * (min(DETAILS, room) - len(texts))
        return [Content.styled(line, "$quiet") for line in texts]

    def _offer(
        self, number: int, one: PresetWords, width: int, is_here: bool
    ) -> tuple[Content, ...]:
        mark = ("▌ ", "$accent") if is_here else ("  ", "")
        title = f"{number}  {one.title}"
        now = "● now" if one.name == self._in_force else ""
        style = "bold $foreground" if is_here else "$foreground"
        head = Content.assemble(mark, (f"{title:<{TITLE}}", style), (now, "$accent"))
        texts = wrap(one.summary, width - 5)
        return (head, *(Content.styled(f"     {text}", "$quiet") for text in texts))

    def _footer(self) -> Content:
        if self._said:
            return Content.styled(f"▲ {self._said}", "$caution")
        return Content.assemble(
            ("Enter", "bold $foreground"),
            (f" {OFFERED[self.chosen].title}   ", "$quiet"),
            ("Esc", "bold $foreground"),
            (f" keeps {title_of(self._in_force)}", "$quiet"),
        )

    def on_key(self, event: events.Key) -> None:
        """Take a key at once, so that typing ahead stays exact."""
        event.stop()
        character = event.character or ""
        if character.isdecimal() and 0 < int(character) <= len(OFFERED):
            self.action_move(int(character) - 1 - self.chosen)
            return
        bound = self._keys.action(event.key)
        if bound is not None:
            name, parameters = bound
            getattr(self, f"action_{name}")(*parameters)

    def action_move(self, down: int) -> None:
        """Move the cursor."""
        self._said = ""
        self.chosen = max(0, min(len(OFFERED) - 1, self.chosen + down))
        self._draw()

    def action_take(self) -> None:
        """Take the guide under the cursor; what can't be kept is said."""
        name = OFFERED[self.chosen].name
        try:
            if name != self._in_force:
                self.house.store.keeping.save_setting(SETTING, name)
        except TrackerError as error:
            self._said = error.message
            self._draw()
            return
        self.action_leave()

    def action_leave(self) -> None:
        """Go back, and do not ask by itself again."""
        keep_that_it_was_asked(self.house.store)
        self.house.coach.forget()
        self.dismiss(None)

    def action_none(self) -> None:
        """Digits are taken by the screen itself."""
