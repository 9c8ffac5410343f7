"""Large digits, three rows high, for what is read from a metre."""

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.renderables.digits import Digits

BOLD = Style(bold=True)


def large(text: str, style: str = "bold $foreground") -> tuple[Content, Content, Content]:
    """The text in large digits: three rows of equal width.

    What is no digit (a unit, a word) stands in the lowest row in its own size.
    """
    rendered = (one for one in Digits(text).render(BOLD) if isinstance(one, Segment))
    rows = [segment.text for segment in rendered if segment.text != "\n"]
    width = max(len(row) for row in rows)
    top, middle, low = (Content.styled(row.ljust(width), style) for row in rows)
    return top, middle, low
