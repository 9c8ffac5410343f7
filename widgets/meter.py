"""A bar of a share, drawn in one row."""

from textual.content import Content


def meter(share: float, width: int, colour: str = "$accent") -> Content:
    """A bar of `width` cells, filled to the share (0 to 1; more is full).

    What is filled is heavier than the rest: it shows without colour.
    """
    full = round(max(0.0, min(1.0, share)) * width)
    if share > 0 and full == 0 and width:
        full = 1
    return Content.assemble(("━" * full, colour), ("─" * (width - full), "$line"))


def load_colour(percent: float) -> str:
    """The colour of a budget: calm to two thirds, caution to the limit, then stop."""
    if percent > 100:
        return "$stop"
    return "$caution" if percent > 67 else "$accent"
