"""The names of the app's themes: ours, then those that the terminal library brings."""

OURS = ("lastset-dark", "lastset-light")
"""Our own, the usual one first."""

STOCK = (
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""Textual's own; the two of `ansi` take the terminal's sixteen colours."""

THEME_NAMES = (*OURS, *STOCK)
"""All that may be chosen. A test holds it against what the app has."""
