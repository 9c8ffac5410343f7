"""The head of the live screen: the exercise in hand, and the next load × reps in large digits."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from widgets.large import LARGE, LARGEST, Strokes, large
from widgets.rows import Rows

BESIDE = 24
"""Cells that the words keep at least beside the large digits with the rest timer."""
LEAST_BESIDE = 20
"""The same beside load and reps alone; with less the digits stand above the words."""
APART, GAP = 2, 4
"""Cells between words and digits, and between the timer and the next set."""
ELSEWHERE = 15
"""Rows of the screen that are not the head's to take: headline, a few sets, the entry line."""
SMALL = 2
"""Rows of the head on the lowest screens: the name, and the next set in words."""
ROOMY_COLUMNS, ROOMY_ROWS = 110, 36
"""Cells of the head, and rows of the screen, from which on the digits stand five rows high."""


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


def low(text: str, height: int, style: str = "$quiet") -> Strokes:
    """Small text in the lowest row."""
    return (*[Content(" " * len(text))] * (height - 1), Content.styled(text, style))


def beside(pieces: Sequence[Strokes]) -> Strokes:
    """Pieces of equal height side by side."""
    return tuple(Content("").join(row) for row in zip(*pieces, strict=True))


class ExerciseHead(Rows):
    """Name, set, policy and plates at the left, what is read from a metre in large digits.

    What gives way where it is narrow: the space between timer and load, the words' ends, the
    large timer (the rest has a row of its own). Where it is low: the rows of words before the
    last, then the large digits; load and reps are always there.
    """

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
        """Paint what changed; lay the screen out anew only where it takes more rows or fewer."""
        self.redraw()
        if _shape(before) != _shape(view):
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as words and digits take, fewer on a low screen."""
        height = _digit_height(width, LARGEST if viewport.height >= ROOMY_ROWS else LARGE)
        rows = max(height, len(self.view.lines))
        if _has_next(self.view) and self._digits(width, height)[1]:
            rows = height + len(self.view.lines)
        return min(rows, max(SMALL, viewport.height - ELSEWHERE))

    def rows(self) -> Sequence[Content]:
        """Words and digits; on the lowest screens words alone."""
        width, height, view = self.size.width, self.size.height, self.view
        if not _has_next(view):
            return view.lines[:height]
        digits, is_above = self._digits(width, _digit_height(width, height))
        if height < len(digits) + is_above:
            return self._small(width)
        if is_above:
            right = [row.pad_left(max(0, width - row.cell_length)) for row in digits]
            return [*right, *self._words(height - len(right))]
        lines = self._words(height)
        lines += [Content("")] * (len(digits) - len(lines))
        for row, digit in enumerate(digits):
            room = max(0, width - digit.cell_length)
            words = lines[row].truncate(max(0, room - APART), ellipsis=True)
            lines[row] = words.pad_right(room - words.cell_length) + digit
        return lines

    def _words(self, rows: int) -> list[Content]:
        """The lines that fit: those before the last give way, the first two after all others."""
        lines = list(self.view.lines)
        while len(lines) > max(0, rows):
            lines.pop(-2 if len(lines) > 3 else -1)
        return lines

    def _small(self, width: int) -> list[Content]:
        """The name with the rest timer, then load and reps before what there is to know."""
        view = self.view
        rest = Content.styled(f"rest {view.rest}" if view.rest else "", "bold $foreground")
        name, *others = view.lines or (Content(""),)
        name = name.truncate(max(0, width - rest.cell_length - APART), ellipsis=True)
        load = " ".join(one for one in (view.load, view.unit) if one)
        next_set = " × ".join(one for one in (load, view.reps) if one)
        about = Content("   ").join([Content.styled(next_set, "bold $foreground"), *others[:1]])
        return [
            name.pad_right(max(0, width - name.cell_length - rest.cell_length)) + rest,
            about.truncate(width, ellipsis=True),
        ][: self.size.height]

    def _digits(self, width: int, height: int) -> tuple[Strokes, bool]:
        """The digits that fit, and whether they stand above the words."""
        longest = max((line.cell_length for line in self.view.lines[:height]), default=0)
        for gap, words in ((2 * GAP, longest + GAP), (GAP, longest), (GAP, min(longest, BESIDE))):
            timed = self._next_set(height, gap)
            if words + APART + timed[0].cell_length <= width:
                return timed, False
        plain = self._next_set(height, None)
        room = width - APART - plain[0].cell_length
        return plain, room < min(longest, LEAST_BESIDE)

    def _next_set(self, height: int, gap: int | None) -> Strokes:
        """The rest timer with a gap behind it, or None for none of it, then load and reps."""
        view = self.view
        pieces: list[Strokes] = []
        if gap is not None and view.rest:
            style = "bold $accent" if view.is_rest_over else "bold $foreground"
            pieces += [large(view.rest, style, height), low(" rest" + " " * gap, height)]
        if view.load:
            pieces.append(large(view.load, height=height))
            pieces.append(low(f" {view.unit} × " if view.reps else f" {view.unit}", height))
        elif view.unit:
            pieces.append(low(f"{view.unit} × ", height, "bold $foreground"))
        if view.reps:
            pieces.append(large(view.reps, height=height))
        return beside(pieces)


def _digit_height(width: int, height: int) -> int:
    """How high digits may be in so much room."""
    return LARGEST if width >= ROOMY_COLUMNS and height >= LARGEST else LARGE


def _has_next(view: HeadView) -> bool:
    """Whether there is a next set to show."""
    return bool(view.load or view.unit or view.reps)


def _shape(view: HeadView) -> tuple[int, ...]:
    """What the height of the head depends on."""
    return len(view.lines), len(view.load), len(view.reps), len(view.unit)
