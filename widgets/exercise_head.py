"""The head of the live screen: the exercise in hand, and the next load × reps in large digits."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from widgets.large import large
from widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class HeadView:
    """What the head shows."""

    lines: tuple[Content, ...] = ()
    """The exercise's name, then what there is to know of the next set."""
    rest: str = ""
    """The rest timer, `2:36`; empty where none runs."""
    is_rest_over: bool = False
    load: str = ""
    """The number of the next load, `82.5`; empty where there is none."""
    unit: str = ""
    """Its unit; `BW` for the body alone."""
    reps: str = ""


Digits = tuple[Content, Content, Content]
"""Three rows of equal width."""


def low(text: str, style: str = "$quiet") -> Digits:
    """Small text in the lowest row."""
    blank = Content(" " * len(text))
    return blank, blank, Content.styled(text, style)


def beside(pieces: list[Digits]) -> Digits:
    """Pieces of three rows side by side."""
    top, middle, bottom = (Content("").join(piece[row] for piece in pieces) for row in range(3))
    return top, middle, bottom


class ExerciseHead(Rows):
    """Four or five rows: name, set, policy and plates at the left, large digits at the right."""

    DEFAULT_CSS = """
    ExerciseHead {
        height: auto;
        width: 1fr;
        padding: 0 2;
        color: $foreground;
    }
    """

    view: reactive[HeadView] = reactive(HeadView(), repaint=False)
    """What is shown."""

    def watch_view(self, before: HeadView, view: HeadView) -> None:
        """Paint what changed; lay the screen out anew only where there are more rows or fewer."""
        self.redraw()
        if len(before.lines) != len(view.lines):
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines, three at least for the digits."""
        return max(3, len(self.view.lines))

    def rows(self) -> Sequence[Content]:
        """Text and digits, the digits giving way where both don't fit."""
        width = self.size.width
        lines = list(self.view.lines)
        lines += [Content("")] * (3 - len(lines))
        longest = max(line.cell_length for line in lines[:3])
        for digits in (self._digits(True), self._digits(False)):
            if digits is not None and longest + digits[0].cell_length + 2 <= width:
                for row, digit in enumerate(digits):
                    gap = width - lines[row].cell_length - digit.cell_length
                    lines[row] = Content.assemble(lines[row], " " * gap, digit)
                break
        return lines

    def _digits(self, with_rest: bool) -> Digits | None:
        view = self.view
        pieces: list[Digits] = []
        if with_rest and view.rest:
            style = "bold $accent" if view.is_rest_over else "bold $foreground"
            pieces += [large(view.rest, style), low(" rest    ")]
        if view.load:
            pieces += [large(view.load), low(f" {view.unit} × " if view.reps else f" {view.unit}")]
        elif view.unit:
            pieces += [low(f"{view.unit} × ", "bold $foreground")]
        if view.reps:
            pieces.append(large(view.reps))
        return beside(pieces) if pieces else None
