"""How well a colour is read on another, and the nearest colour that is read well enough."""

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

TEXT = 4.5
"""The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3, level AA)."""

STEPS = 20
"""In how many steps a colour goes over to white or black."""


def luminance(colour: Color) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, definition of the term)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of the term)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Iterable[Color], least: float = TEXT) -> Color:
    """The colour, lightened or darkened as far as it must be to be read on every ground."""
    on = tuple(grounds)
    middle = sum(map(luminance, on)) / len(on)
    goal = WHITE if middle < 0.18 else BLACK
    steps = (colour.blend(goal, step / STEPS) for step in range(STEPS + 1))
    return next((one for one in steps if all(contrast(one, under) >= least for under in on)), goal)
