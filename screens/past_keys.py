"""The keys of the past-session editor, and what its help page says."""

from textual.binding import Binding, BindingType

STARTERS = frozenset("0123456789+-@!>.,tTaA")
"""Characters that begin an edit: they replace what the cell holds."""

BROWSING = (
    ("type", "replace"),
    ("e", "edit"),
    ("i", "insert"),
    ("x", "delete"),
    ("u U", "undo redo"),
    ("y", "double"),
    ("w", "warm-up"),
    ("m", "move"),
    ("[ ]", "session"),
    ("D", "date"),
    ("?", "help"),
)
"""The key line while the cursor moves."""
TYPING = (("Enter", "keep"), ("Tab", "keep, next cell"), ("Esc", "leave it as it was"))
"""The key line while a cell is under edit."""
CARRYING = (("↑ ↓", "carry the set"), ("Enter", "set it down"))
"""The key line while a set is carried."""
GOING_ON = {"enter": (0, 0), "tab": (0, 1), "shift+tab": (0, -1), "up": (-1, 0), "down": (1, 0)}
"""Keys that keep what was typed, and where the cursor goes then: rows down, cells on."""


HELP = """\
## A session, cell by cell

Move with the arrows or `h j k l`. Type to replace what stands in a cell; Enter or `e` edits it
as it stands. Enter keeps it, Tab keeps it and goes on, Esc leaves it as it was.

A cell takes what the entry line takes: `62,5`, `135 lb`, `+20`, `bw`; `8`, `10/9`, `45s`;
`1.5`, `5+`, `?`; `t` form went, `a` would not move, `n` not failed; `> 60x6`, `+4`, `f2`,
`ecc3`. In the first column a whole entry goes: `80x7@1.5 > 60x5`. The top row holds title,
start, end, body weight and note.

Each change is kept at once, and `u` takes it back, today or next year.
"""
"""What the help page says."""


def _key(keys: str, action: str, word: str, tooltip: str) -> Binding:
    return Binding(keys, action, word, tooltip=tooltip, id=f"past.{word.replace(' ', '-')}")


BINDINGS: list[BindingType] = [
    _key("up,k", "move(-1, 0)", "up", "Go a row up."),
    _key("down,j", "move(1, 0)", "down", "Go a row down."),
    _key("left,h", "move(0, -1)", "left", "Go a cell to the left."),
    _key("right,l", "move(0, 1)", "right", "Go a cell to the right."),
    _key("home", "move(0, -99)", "first cell", "Go to the row's first cell."),
    _key("end", "move(0, 99)", "last cell", "Go to the row's last cell."),
    _key("pageup", "page(-1)", "page up", "Go a page up."),
    _key("pagedown", "page(1)", "page down", "Go a page down."),
    _key("tab", "next_cell(1)", "next cell", "Go to the next cell."),
    _key("shift+tab", "next_cell(-1)", "cell before", "Go to the cell before."),
    _key("enter,e", "edit", "edit", "Edit the cell as it stands."),
    _key("i", "change('insert')", "insert", "Insert a set after this one."),
    _key("x", "change('delete')", "delete", "Delete the set, or the exercise."),
    _key("y", "change('duplicate')", "double", "Add the same set once more."),
    _key("w", "change('warm_up')", "warm-up", "Make it a warm-up, or a work set."),
    _key("m", "carry", "move", "Carry the set with the arrows."),
    _key("u", "change('undo')", "undo", "Take the last change back."),
    _key("U", "change('redo')", "redo", "Do again what was undone."),
    _key("D", "date", "date", "Change the session's date and time."),
    _key("left_square_bracket", "go(-1)", "earlier", "The session before."),
    _key("right_square_bracket", "go(1)", "later", "The session after."),
    _key("X", "change('delete_session')", "delete all", "Delete the whole session."),
    _key("question_mark,f1", "help", "help", "Keys and words of this room."),
    _key("q,escape", "leave", "back", "Go back."),
]
"""All keys but those that type."""
