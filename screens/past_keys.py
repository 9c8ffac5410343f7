"""The keys of the past-session editor, and what its help page says."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from widgets.cell_starts import COMPUTED, TEXT
from widgets.grid_rows import Cell, ExerciseField, Row, RowKind

Keys = tuple[tuple[str, str], ...]
"""Pairs of a key and its verb."""

_CHANGING = (
    ("i", "insert"),
    ("x", "delete"),
    ("u U", "undo redo"),
)
_GOING = (
    ("[ ]", "session"),
    ("D", "date"),
    ("?", "help"),
)
_ON_A_SET = (
    ("y", "double"),
    ("w", "warm-up"),
    ("m", "move"),
    ("/", "add exercise"),
)
ON_NUMBERS = (("0-9 ! t a", "replace"), ("e", "edit"), *_CHANGING, *_ON_A_SET, *_GOING)
"""The key line on a cell of numbers."""
ON_COMPUTED = (*_CHANGING, *_ON_A_SET, *_GOING)
"""The key line on a cell that can't be typed."""
ON_THE_SESSION = (
    ("0-9", "replace"),
    ("Enter", "edit"),
    ("X", "delete the session"),
    ("/", "add exercise"),
    ("u U", "undo redo"),
    *_GOING,
)
"""The key line on the session's start, end and body weight."""
ON_AN_EXERCISE = (
    ("Enter", "name it anew"),
    ("/", "add exercise"),
    ("i", "add a set"),
    ("x", "delete"),
    ("u U", "undo redo"),
    *_GOING,
)
"""The key line on the sets of an exercise."""
ON_TEXT = (
    ("type", "replaces it"),
    ("Enter", "edits it"),
    ("Tab", "next cell"),
    ("↑ ↓ ← →", "leave it"),
    ("Esc", "back"),
    ("F1", "help"),
)
"""The key line on a cell of text, where letters are no commands."""
ASKED = (("X", "delete"), ("any other key", "keep"))
"""The key line while a whole session is about to be deleted."""
TYPING = (("Enter", "keep"), ("Tab", "keep, next cell"), ("Esc", "leave it as it was"))
"""The key line while a cell is under edit."""
CARRYING = (("↑ ↓", "carry the set"), ("Enter", "set it down"))
"""The key line while a set is carried."""
GOING_ON = {"enter": (0, 0), "tab": (0, 1), "shift+tab": (0, -1), "up": (-1, 0), "down": (1, 0)}
"""Keys that keep what was typed, and where the cursor goes then: rows down, cells on."""


HELP = """\
## A session, cell by cell

Move with the arrows or `h j k l`. To replace what stands in a cell, type over it; Enter or `e`
edits it as it stands. Enter keeps it, Tab keeps it and goes on, Esc leaves it as it was.

Where numbers stand, digits and `+ - @ ! > . , t a` begin an edit, and so does the first letter
of what fits there (`bw`, `rpe8`, `n`, `f2`, `ecc3`); the other letters are commands. **Where text
stands (a title, a note, an exercise's name) every letter is text**: move off the cell for the
commands. The rest between sets is computed, and never typed.

A cell takes what the entry line takes: `62,5`, `135 lb`, `+20`, `bw`; `8`, `10/9`, `45s`;
`1.5`, `5+`, `-`; `t` form went, `a` would not move, `n` not failed; `> 60x6`, `+4`, `f2`,
`ecc3`. In the first column a whole entry goes: `80x7@1.5 > 60x5`. The top row holds title,
start, end, body weight and note; `D` goes to the start, its old date selected.

An exercise's row holds its name, its sets and its note. A name typed over the old one gives the
sets to that exercise; `/` adds an exercise after this one. On the count of its sets, `i` adds a
set and `x` deletes the exercise with them. `X` asks, then deletes the whole session.

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
    _key("slash", "add", "add exercise", "Add an exercise after this one."),
    _key("y", "change('duplicate')", "double", "Add the same set once more."),
    _key("w", "change('warm_up')", "warm-up", "Make it a warm-up, or a work set."),
    _key("m", "carry", "move", "Carry the set with the arrows."),
    _key("u", "change('undo')", "undo", "Take the last change back."),
    _key("U", "change('redo')", "redo", "Do again what was undone."),
    _key("D", "date", "date", "Change the session's date and time."),
    _key("left_square_bracket", "go(-1)", "earlier", "The session before."),
    _key("right_square_bracket", "go(1)", "later", "The session after."),
    _key("X", "delete_session", "delete all", "Delete the whole session, after a question."),
    _key("question_mark,f1", "help", "help", "Keys and words of this room."),
    _key("q,escape", "leave", "back", "Go back."),
]
"""All keys but those that type."""

_LINES: Mapping[RowKind, Keys] = {
    RowKind.HEAD: ON_THE_SESSION,
    RowKind.EXERCISE: ON_AN_EXERCISE,
}


def keys_on(row: Row | None, cell: Cell | None) -> Keys:
    """The key line for the cell under the cursor."""
    if row is None or cell is None:
        return (("u U", "undo redo"), ("q", "back"), ("?", "help"))
    if cell.field in TEXT or cell.field is ExerciseField.NAME:
        return ON_TEXT
    if cell.field in COMPUTED and row.kind is RowKind.SET:
        return ON_COMPUTED
    return _LINES.get(row.kind, ON_NUMBERS)
