"""What is drawn where plain letters are wanted: one ASCII character for each cell of a symbol."""

from functools import lru_cache
from unicodedata import combining, east_asian_width, normalize

SIGNS = {
    "●": "*",
    "○": "o",
    "▲": "!",
    "■": "#",
    "◆": "%",
    "▾": "v",
    "›": ">",
    "×": "x",
    "½": "h",
    "·": "|",
    "•": "-",
    "–": "-",
    "−": "-",
    "±": "~",
    "…": "~",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "←": "<",
    "→": ">",
    "↑": "^",
    "↓": "v",
    "▪": "-",
    "‣": ">",
    "◦": "o",
    "⏎": "<",
    "°": "o",
}
"""Signs and punctuation. A half is the h of 1h; a dot between words is the bar that parts them."""

BARS = dict(zip("▁▂▃▄▅▆▇█", "_.-=+*%#", strict=True))
"""Bars by height: each looks fuller than the one before."""

LINES = {
    **dict.fromkeys("─╌┄┈╴╶╸╺╼╾", "-"),
    **dict.fromkeys("│╎┆┊╵╷╹╻╽╿║▏▎▍▕▐▊▋▉┃╏", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝", "+"),
    **dict.fromkeys("━═╍", "="),
    **dict.fromkeys("▀▔▛▜▝▘", '"'),
    **dict.fromkeys("▖▗▙▟", "_"),
    "▌": ">",
}
"""Frames, meters and edges; the half block is the sign of the row in hand."""

PLAIN = {**SIGNS, **BARS, **LINES}
"""The plain character for every symbol that may be drawn."""

STROKES = {
    **dict.fromkeys("┏┓╺╸╻", " "),
    **dict.fromkeys("┃┗┛┣┫┻╹", "|"),
    "╋": "+",
    "━": "_",
    "•": ".",
}
"""The strokes of large digits: with them a digit is seven segments, ` _ `, `|_|`, ` _|`."""

_TABLE = str.maketrans(PLAIN)
_STROKE_TABLE = str.maketrans({**PLAIN, **STROKES})
_CORNERS = frozenset("┏┓┗┛┣┫┻╹╻╺╸╋")
"""Heavy corners and ends: nothing but a digit has them."""


@lru_cache(4096)
def plain(text: str) -> str:
    """The text in as many cells, its symbols as ASCII characters; letters stay as they are."""
    is_digits = not _CORNERS.isdisjoint(text)
    return text.translate(_STROKE_TABLE if is_digits else _TABLE)


def stand_in(character: str) -> str:
    """What stands for a character that can't be written: as many ASCII cells as it takes.

    A letter loses its accent, or becomes a question mark.
    """
    if character.isascii() or character in PLAIN:
        return PLAIN.get(character, character)
    if combining(character):
        return ""
    base = normalize("NFKD", character)[0]
    return base if base.isascii() else "??" if east_asian_width(character) in "WF" else "?"


def has_symbols(encoding: str) -> bool:
    """Whether our symbols can be written in an encoding."""
    try:
        "".join(PLAIN).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
