"""The last step before the terminal: symbols become plain letters where that is wanted."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from widgets.plain_letters import plain


class PlainFilter(LineFilter):
    """Draws every symbol as one ASCII character a cell, so that what is aligned stays aligned."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with other characters; style and width stay."""
        return [
            segment
            if segment.text.isascii()
            else Segment(plain(segment.text), segment.style, segment.control)
            for segment in segments
        ]
