"""The list of sessions: newest first, searched by title or exercise, loaded page by page."""

from datetime import timedelta
from inspect import cleandoc
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.house import House
from screens.keyed_screen import KeyedScreen
from tracker.store import SessionLine
from widgets.edit_line import EditLine
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.session_list import SessionList
from widgets.top_line import TopLine

PAGE = 200
"""Sessions that are read at once."""
NEAR_THE_END = 40
"""More are read when so few rows are left below the cursor."""
LISTING = (
    ("↑ ↓", "choose"),
    ("Enter", "open"),
    ("/", "search"),
    ("d", "fortnight"),
    ("q", "back"),
    ("?", "help"),
)
"""The key line of the list."""
SEARCHING = (("Enter", "keep the search"), ("Esc", "show all"))
"""The key line while a search is typed."""


class SessionsScreen(KeyedScreen):
    """All sessions, as a list."""

    HELP = cleandoc(
        """
        ## Sessions

        Newest first. ▲ and a number say how many sets of a session went to failure. Enter opens
        a session in the editor. `/` searches titles and exercises while you type; Esc shows all
        again.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", tooltip="Go a session up.", id="sessions.up"),
        Binding("down,j", "move(1)", "down", tooltip="Go a session down.", id="sessions.down"),
        Binding("pageup", "page(-1)", "page up", tooltip="Go a page up.", id="sessions.page-up"),
        Binding(
            "pagedown,space",
            "page(1)",
            "page down",
            tooltip="Go a page down.",
            id="sessions.page-down",
        ),
        Binding(
            "home",
            "move(-1000000)",
            "newest",
            tooltip="Go to the newest session.",
            id="sessions.newest",
        ),
        Binding(
            "end",
            "end",
            "oldest",
            tooltip="Go to the oldest session read; again for more.",
            id="sessions.oldest",
        ),
        Binding(
            "enter,e", "open", "open", tooltip="Open the session, to be edited.", id="sessions.open"
        ),
        Binding(
            "slash",
            "search",
            "search",
            tooltip="Search titles and exercises.",
            id="sessions.search",
        ),
        Binding(
            "d,tab",
            "dashboard",
            "fortnight",
            tooltip="Go to the fortnight page.",
            id="sessions.fortnight",
        ),
        Binding(
            "question_mark,f1",
            "help",
            "help",
            tooltip="Keys and words of this room.",
            id="sessions.help",
        ),
        Binding(
            "q,escape", "leave", "back", tooltip="Show all again, or go back.", id="sessions.back"
        ),
    ]
    """
    | Key | Does |
    | :- | :- |
    | arrows, j k | Move over the sessions. |
    | enter | Open the session. |
    | / | Search titles and exercises. |
    | d, tab | The fortnight page. |
    """

    def __init__(self, house: House, query: str = "") -> None:
        """List the sessions of the house, at first those that hold the query."""
        super().__init__(house)
        self._query = query
        self._asked = query
        self._is_all = False
        self._is_shown = False
        self._search: EditLine | None = None
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.list = SessionList(id="list")
        """The sessions."""
        self.said = Lines(id="said")
        """The search, or why the list is empty."""
        self.key_line = KeyLine(LISTING, id="keys")
        """The keys that matter now."""

    def compose(self) -> ComposeResult:
        """Top line, list, search, keys."""
        yield self.top_line
        yield self.list
        yield self.said
        yield self.key_line

    def on_mount(self) -> None:
        """Read the newest sessions."""
        self.top_line.place = Content.assemble(("Sessions", "bold"), ("   fortnight", "$quiet"))
        self._read()

    def on_screen_resume(self) -> None:
        """Read again: a session may have been edited meanwhile."""
        if self._is_shown:
            self._read(max(PAGE, len(self.list.lines)))
        self._is_shown = True

    def _read(self, limit: int = PAGE) -> None:
        """Read the newest that match; the cursor stays on its session where it is still there."""
        chosen = self.list.line
        lines = self._lines(limit)
        self._is_all = len(lines) < limit
        self.list.lines, self.list.wanted = lines, self._query
        places = [n for n, line in enumerate(lines) if chosen and line.id == chosen.id]
        self.list.chosen = places[0] if places else 0
        self._tell()

    def _lines(self, limit: int, last: SessionLine | None = None) -> tuple[SessionLine, ...]:
        # A second of overlap: sessions that began in the same second must not fall between pages.
        before = last.started_at + timedelta(seconds=1) if last else None
        history = self.house.store.history
        return history.sessions(
            self.house.store.keeping.settings(), limit, before=before, query=self._query
        )

    def _read_more(self) -> None:
        lines = self.list.lines
        if self._is_all or not lines or len(lines) - self.list.chosen > NEAR_THE_END:
            return
        more = self._lines(PAGE, lines[-1])
        known = {line.id for line in lines[-PAGE:]}
        fresh = tuple(line for line in more if line.id not in known)
        self._is_all = len(more) < PAGE or not fresh
        self.list.lines = (*lines, *fresh)
        self._tell()

    def _tell(self) -> None:
        count = len(self.list.lines)
        more = "" if self._is_all else " newest"
        noun = "session" if count == 1 else "sessions"
        self.top_line.status = Content.styled(f"{count}{more} {noun}", "$quiet")
        self.key_line.keys = LISTING if self._search is None else SEARCHING
        self.said.lines = tuple(self._words())

    def _words(self) -> list[Content]:
        if self._search is not None:
            line = self._search
            text = line.text + " "
            return [
                Content.assemble(
                    ("search  ", "bold $accent"),
                    text[: line.caret],
                    (text[line.caret], "$accent reverse"),
                    text[line.caret + 1 :],
                )
            ]
        if self._query and not self.list.lines:
            return [Content(f"No title and no exercise holds “{self._query}”. Esc shows all.")]
        if self._query:
            return [Content.assemble(("search  ", "bold $accent"), self._query)]
        if not self.list.lines:
            return [Content("No sessions yet. They stand here as soon as you log or import one.")]
        return []

    def took(self, key: str, character: str | None) -> bool:
        """Type into the search, while it stands open."""
        return self._search is not None and self._type(self._search, key, character)

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the search."""
        if self._search is not None:
            self._look_for(self._search.typed(event.text))
            event.stop()

    def _type(self, line: EditLine, key: str, character: str | None) -> bool:
        if key == "enter":
            self._search = None
            self._tell()
            return True
        if key == "escape":
            self._look_for(EditLine())
            self._search = None
            self._tell()
            return True
        if key in ("up", "down", "pageup", "pagedown"):
            steps = {"up": -1, "down": 1, "pageup": -self.list.page, "pagedown": self.list.page}
            self.action_move(steps[key])
            return True
        changed = line.pressed(key, character)
        if changed is not None:
            self._look_for(changed)
        return True

    def _look_for(self, line: EditLine) -> None:
        self._search = line
        if line.text.strip() != self._query:
            self._query = line.text.strip()
            self._read()
        self._tell()

    def action_move(self, down: int) -> None:
        """Move the cursor."""
        self.list.move(down)
        self._read_more()

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.action_move(direction * self.list.page)

    def action_end(self) -> None:
        """Go to the oldest session read so far, and read more."""
        self.action_move(len(self.list.lines))

    def action_open(self) -> None:
        """Open the session under the cursor."""
        line = self.list.line
        if line is not None:
            self.enter("past", session_id=line.id)

    def action_search(self) -> None:
        """Begin a search, or go on with the one that stands."""
        self._search = EditLine.over(self._query)
        self._tell()

    def action_dashboard(self) -> None:
        """Go to the fortnight page."""
        self.enter("dashboard")

    def action_leave(self) -> None:
        """Show all again where a search stands; else go back."""
        if self._query != self._asked:
            self._query = self._asked
            self._read()
        else:
            self.dismiss()
