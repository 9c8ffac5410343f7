"""The looks: iron and chalk, with severity colours that colour-blind eyes tell apart."""

from textual.color import Color
from textual.theme import Theme

from screens.contrast import readable

BY_NIGHT = {
    "line": "#2b3236",
    "quiet": "#8b9296",
    "info": "#8ab4f8",
    "caution": "#e69f00",
    "stop": "#e0653a",
}
"""Variables of ours that stock themes lack, on a dark ground."""

BY_DAY = {
    "line": "#c9c6bb",
    "quiet": "#5a6165",
    "info": "#1f5fbf",
    "caution": "#805300",
    "stop": "#b03a10",
}
"""The same on a light one."""

ANSI_BY_NIGHT = {
    "line": "ansi_bright_black",
    "quiet": "ansi_white",
    "info": "ansi_bright_blue",
    "caution": "ansi_yellow",
    "stop": "ansi_bright_red",
}
"""The same in the terminal's own sixteen colours."""

ANSI_BY_DAY = {
    "line": "ansi_white",
    "quiet": "ansi_bright_black",
    "info": "ansi_blue",
    "caution": "ansi_bright_red",
    "stop": "ansi_red",
}
"""The same on a light ground, where yellow can't be read."""

READ = ("foreground", "quiet", "accent", "info", "caution", "stop")
"""Variables that text is drawn in."""
GROUNDS = ("background", "surface", "panel")
"""Variables that text is drawn on."""

DARK = Theme(
    name="lastset-dark",
    primary="#58c4a7",
    secondary="#8ab4f8",
    accent="#58c4a7",
    foreground="#e6e3da",
    background="#101315",
    surface="#171b1e",
    panel="#1f2528",
    success="#58c4a7",
    warning="#e69f00",
    error="#e0653a",
    dark=True,
    variables={
        **BY_NIGHT,
        "block-cursor-background": "#58c4a7",
        "block-cursor-foreground": "#101315",
        "input-cursor-background": "#58c4a7",
        "input-selection-background": "#58c4a7 40%",
        "scrollbar": "#2b3236",
        "scrollbar-hover": "#3a4348",
        "scrollbar-active": "#58c4a7",
        "scrollbar-background": "#101315",
        "scrollbar-background-hover": "#101315",
        "scrollbar-background-active": "#101315",
        "scrollbar-corner-color": "#101315",
    },
)
"""Near-black iron, chalk white, quiet grey, one accent."""

LIGHT = Theme(
    name="lastset-light",
    primary="#0b6e57",
    secondary="#1f5fbf",
    accent="#0b6e57",
    foreground="#1c2124",
    background="#f6f4ee",
    surface="#edebe3",
    panel="#e3e0d6",
    success="#0b6e57",
    warning="#805300",
    error="#b03a10",
    dark=False,
    variables={
        **BY_DAY,
        "block-cursor-background": "#0b6e57",
        "block-cursor-foreground": "#f6f4ee",
        "input-cursor-background": "#0b6e57",
        "input-selection-background": "#0b6e57 30%",
        "scrollbar": "#c9c6bb",
        "scrollbar-hover": "#b5b2a6",
        "scrollbar-active": "#0b6e57",
        "scrollbar-background": "#f6f4ee",
        "scrollbar-background-hover": "#f6f4ee",
        "scrollbar-background-active": "#f6f4ee",
        "scrollbar-corner-color": "#f6f4ee",
    },
)
"""The same spirit by day."""


def ours(theme: Theme) -> dict[str, str]:
    """Our variables for a theme that lacks them."""
    if theme.ansi:
        return ANSI_BY_DAY if theme.name.endswith("light") else ANSI_BY_NIGHT
    return BY_NIGHT if theme.dark else BY_DAY


def legible(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """The theme's variables, those for text moved as far as it takes to read them.

    A stock accent is made for surfaces: as text some can't be read on their own ground.
    """
    if theme.ansi:
        return variables
    grounds = [Color.parse(variables[name]) for name in GROUNDS]
    read = {name: readable(Color.parse(variables[name]), grounds).hex for name in READ}
    return {**variables, **read}
