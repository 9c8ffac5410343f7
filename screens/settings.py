"""The settings: every one by section, changed where it stands."""

from collections.abc import Iterator
from inspect import cleandoc
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.every_setting import change
from screens.house import House
from screens.keyed_screen import KeyedScreen
from screens.look_changed import LookChanged
from screens.setting_rows import PRESET, SECTIONS, SettingRow, setting_rows
from tracker.errors import TrackerError
from widgets.columns import fitted
from widgets.edit_line import EditLine
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.row_list import ListRow, RowList
from widgets.top_line import TopLine

CHOOSING = (
    ("↑ ↓", "choose"),
    ("← →", "change"),
    ("0-9", "type"),
    ("x", "default"),
    ("q", "back"),
    ("Enter", "edit"),
    ("Tab", "section"),
    ("?", "help"),
)
"""The key line while the cursor moves."""
TYPING = (("Enter", "keep"), ("Esc", "leave it as it was"))
"""The key line while a value is typed."""
LOOK = "look"
"""The section whose settings take effect on screen."""
STARTERS = frozenset("0123456789.,-")
"""What begins a number."""
LABEL, VALUE = 26, 18
"""Cells of a row's first two columns."""
MARGINS = 8
"""Cells of a row around its columns."""
WIDE = 100
"""From this width on the meaning stands behind each setting."""


def _key(keys: str, action: str, word: str, tooltip: str) -> Binding:
    return Binding(keys, action, word, tooltip=tooltip, id=f"settings.{word.replace(' ', '-')}")


class SettingsScreen(KeyedScreen):
    """The lifter's profile, every threshold of the guide, and the look."""

    HELP = cleandoc(
        """
        ## Settings

        Left and right change words and switches; a number is typed over what stands there.
        `x` takes a setting back to its default. A value out of range is refused, and what you
        typed stays to be mended. ● marks what is not at its default.

        What is asked about you is kept in the database. Everything else stands in the settings
        file, where it can be edited by hand too; comments there stay.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up,k", "move(-1)", "up", "Go a setting up."),
        _key("down,j", "move(1)", "down", "Go a setting down."),
        _key("left,h", "step(-1)", "word before", "The word before; switches a switch."),
        _key("right,l,space", "step(1)", "word after", "The word after; switches a switch."),
        _key("enter,e", "edit", "edit", "Edit the value; on the preset, compare the guides."),
        _key("x,delete", "take_back", "default", "Take it back to its default."),
        _key("tab", "section(1)", "next section", "Go to the next section."),
        _key("shift+tab", "section(-1)", "section before", "Go to the section before."),
        _key("pageup", "page(-1)", "page up", "Go a page up."),
        _key("pagedown", "page(1)", "page down", "Go a page down."),
        _key("home", "move(-999)", "first", "Go to the first setting."),
        _key("end", "move(999)", "last", "Go to the last setting."),
        _key("question_mark,f1", "help", "help", "Keys and words of this room."),
        _key("q,escape", "leave", "back", "Go back."),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows, h j k l | Choose a setting, change its word. |
    | digits | Type a number. |
    | x | Take it back to its default. |
    """

    def __init__(self, house: House) -> None:
        """List the settings of the house."""
        super().__init__(house)
        self._settings: tuple[SettingRow, ...] = ()
        self._line: EditLine | None = None
        self._said = ""
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.list = RowList(id="list")
        """The settings."""
        self.words = Lines(id="said")
        """What the one in hand means, and what is typed."""
        self.key_line = KeyLine(CHOOSING, id="keys")
        """The keys that matter now."""

    def compose(self) -> ComposeResult:
        """Top line, list, the setting in hand, keys."""
        yield self.top_line
        yield self.list
        yield self.words
        yield self.key_line

    def on_mount(self) -> None:
        """Read them all."""
        self.top_line.place = Content.styled("Settings", "bold")
        self.watch(self.list, "chosen", self._tell, init=False)
        self._read()

    def on_screen_resume(self) -> None:
        """Read again: another guide may have been chosen meanwhile."""
        if self._settings:
            self._read()

    def on_resize(self) -> None:
        """Lay the rows out anew."""
        self.list.rows = tuple(self._rows())

    @property
    def row(self) -> SettingRow:
        """The setting under the cursor."""
        return self._settings[self.list.chosen]

    # -- what is shown -------------------------------------------------------------------------

    def _read(self) -> None:
        keeping = self.house.store.keeping
        self._settings = setting_rows(keeping.settings(), keeping.profile())
        changed = sum(row.is_changed for row in self._settings)
        self.top_line.status = Content.styled(f"{changed} changed", "$quiet")
        self.list.rows = tuple(self._rows())
        self._tell()

    def _rows(self) -> Iterator[ListRow]:
        section = ""
        for row in self._settings:
            if row.section != section:
                if section:
                    yield ListRow(Content(""), is_heading=True)
                section = row.section
                yield ListRow(Content.styled(SECTIONS[section], "bold"), is_heading=True)
            mark = "●" if row.is_changed else " "
            yield ListRow(
                Content.assemble(
                    fitted(Content.styled(row.label, "$foreground"), LABEL),
                    (f"{mark} ", "$accent"),
                    self._value(row),
                    ("  ", ""),
                    (self._aside(row), "$quiet"),
                )
            )

    def _value(self, row: SettingRow) -> Content:
        """The value in its column; a long one, as a list of plates, has the rest of the row."""
        value = Content.styled(row.value, "bold" if row.is_changed else "")
        room = self.size.width - LABEL - MARGINS
        return fitted(value, max(VALUE, min(value.cell_length, room)))

    def _aside(self, row: SettingRow) -> str:
        """What stands behind the value: its default, and where there is room its meaning."""
        default = f"default {row.default}" if row.is_changed else ""
        meaning = row.meaning if self.size.width >= WIDE else ""
        return "; ".join(part for part in (default, meaning) if part)

    def _tell(self) -> None:
        """The setting in hand: what it is called, means and takes, and what is typed."""
        if not self._settings:
            return
        row = self.row
        trouble = self.house.store.keeping.settings_trouble
        said = self._said or trouble
        self.key_line.keys = CHOOSING if self._line is None else TYPING
        head = Content.assemble((row.name, "bold $accent"), (f"   default {row.default}", "$quiet"))
        last = Content.styled(f"▲ {said}", "$caution") if said else Content("")
        self.words.lines = (
            head,
            Content(row.meaning),
            Content.styled(f"takes {row.allowed}", "$quiet"),
            last if self._line is None else self._typed(self._line) + last,
        )

    def _typed(self, line: EditLine) -> Content:
        text = line.text + " "
        prompt = Content.styled("› ", "$accent")
        if line.is_selected:
            return Content.assemble(prompt, (line.text, "$accent reverse"), "  ")
        return Content.assemble(
            prompt,
            text[: line.caret],
            (text[line.caret], "$accent reverse"),
            text[line.caret + 1 :],
            "  ",
        )

    # -- typing --------------------------------------------------------------------------------

    def took(self, key: str, character: str | None) -> bool:
        """Type into the value under edit, or begin to type a number."""
        if self._line is None:
            if character not in STARTERS or self.row.words:
                return False
            self._type(EditLine().typed(character or ""))
            return True
        if key == "escape":
            self._type(None)
        elif key == "enter":
            self._keep(self._line.text)
        elif changed := self._line.pressed(key, character):
            self._type(changed)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the value under edit."""
        if self._line is not None:
            self._type(self._line.typed(event.text))
            event.stop()

    def _type(self, line: EditLine | None) -> None:
        self._line, self._said = line, ""
        self._tell()

    def _keep(self, text: str | None) -> None:
        """Keep a value, or take it back; what is refused stays typed."""
        row = self.row
        try:
            change(self.house.store.keeping, row.name, text)
        except TrackerError as error:
            self._said = error.message
            if self._line is not None:
                self._line = self._line.selected()
            self._tell()
            return
        self._line, self._said = None, ""
        self.house.coach.forget()
        self._read()
        if row.section == LOOK:
            self.post_message(LookChanged())

    # -- commands ------------------------------------------------------------------------------

    def action_move(self, down: int) -> None:
        """Move the cursor."""
        self._said = ""
        self.list.move(down)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.action_move(direction * self.list.page)

    def action_section(self, down: int) -> None:
        """Go to another section."""
        self._said = ""
        self.list.move_section(down)

    def action_step(self, right: int) -> None:
        """Take the word before or after; a number asks to be typed."""
        if self.row.words:
            self._keep(self.row.stepped(right))
        else:
            self._said = "Type it: a digit begins, Enter keeps it."
            self._tell()

    def action_edit(self) -> None:
        """Edit what is typed; compare the guides on the preset; take the next word elsewhere."""
        row = self.row
        if row.name == PRESET:
            self.enter("presets")
        elif row.words:
            self.action_step(1)
        else:
            is_said = row.value != "not said"
            self._type(EditLine.over(row.value if is_said else "").selected())

    def action_take_back(self) -> None:
        """Take the setting back to its default."""
        self._keep(None)
