"""The looks: iron and chalk, with severity colours that colour-blind eyes tell apart."""

from textual.theme import Theme

SPECIFIC = {
    "line": "#2b3236",
    "quiet": "#8b9296",
    "info": "#8ab4f8",
    "caution": "#e69f00",
    "stop": "#e0653a",
    "chosen": "#101315",
}
"""Variables of ours that stock themes lack."""

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
        **SPECIFIC,
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
    warning="#8a5a00",
    error="#b03a10",
    dark=False,
    variables={
        "line": "#c9c6bb",
        "quiet": "#5f666a",
        "info": "#1f5fbf",
        "caution": "#8a5a00",
        "stop": "#b03a10",
        "chosen": "#f6f4ee",
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
