"""What stands on the screen, as the terminal gets it: through themes and filters."""

from rich.segment import Segment
from textual.app import App


def segments(app: App[object]) -> list[list[Segment]]:
    """The rows of the screen with their styles."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def seen(app: App[object]) -> list[str]:
    """The rows of the screen, letter by letter."""
    return ["".join(segment.text for segment in row) for row in segments(app)]
