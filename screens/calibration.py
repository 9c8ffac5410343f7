"""Calibration: the RIR that was claimed against what failure sets showed."""

from collections.abc import Iterator
from datetime import timedelta
from inspect import cleandoc
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from screens.house import House
from screens.keyed_screen import KeyedScreen
from tracker.effort import rir_text
from tracker.exercise import ExerciseClass
from tracker.guidance.calibration import (
    DAYS,
    ENOUGH,
    Calibration,
    Observation,
    Spread,
    calibration,
    rule_of_thumb,
)
from tracker.guidance.wording import counted
from tracker.session import Session
from tracker.when import day_in_words, local
from widgets.columns import EMPTY, Block, fitted, indented
from widgets.key_line import KeyLine
from widgets.lines import Lines
from widgets.top_line import TopLine

KEYS = (("↑ ↓", "scroll"), ("d", "fortnight"), ("q", "back"), ("?", "help"))
"""The key line."""
CLASSES = {
    ExerciseClass.OLY: "Olympic lifts",
    ExerciseClass.SQDL: "squats and deadlifts",
    ExerciseClass.FWC: "free-weight compounds",
    ExerciseClass.MC: "machines and cables",
    ExerciseClass.ISO: "isolation lifts",
}
"""Classes as a lifter calls them."""
NAME, COUNT, MEDIAN = 24, 8, 9
"""Cells of the table's first columns."""
DAY, LIFT, SET = 12, 22, 14
"""Cells of the list's first columns."""
LATEST = 20
"""So many of the latest observations are listed."""
WHAT = (
    "Each time a set failed, the sets before it at the same load showed how many reps they had "
    "left at least: 8 reps at RIR 2, then failure at 9, showed 1 of the 2. The bias is shown less "
    "claimed. Fatigue between the sets pulls it down, so that above zero it can be believed, and "
    "below zero it proves nothing."
)
"""How to read the page."""


def _key(keys: str, action: str, word: str, tooltip: str) -> Binding:
    return Binding(keys, action, word, tooltip=tooltip, id=f"calibration.{word.replace(' ', '-')}")


class CalibrationScreen(KeyedScreen):
    """How good the lifter's own RIR is, by class and in all."""

    HELP = cleandoc(
        """
        ## Calibration

        Compares the RIR you gave with what a later failure at the same load showed. What was
        shown is a lower bound: the failed set came later, with more fatigue. The middle half of
        the biases stands beside their median.

        After ten observations, and only where even the lower bound lies above your claims, it
        offers a correction: “your 2 is more like 3”. What you logged stays as you logged it.
        Sets without a RIR, and those at `5+`, are never used.
        """
    )
    """What the help page says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up,k", "scroll(-1)", "up", "Scroll up."),
        _key("down,j", "scroll(1)", "down", "Scroll down."),
        _key("pageup", "scroll(-12)", "page up", "Scroll a page up."),
        _key("pagedown,space", "scroll(12)", "page down", "Scroll a page down."),
        _key("question_mark,f1", "help", "help", "Keys and words of this room."),
        _key("q,escape,d,c", "leave", "back", "Go back to the fortnight."),
    ]
    """
    | Key | Does |
    | :- | :- |
    | up, down | Scroll. |
    | q | Go back. |
    """

    def __init__(self, house: House) -> None:
        """Look at the year that ends now."""
        super().__init__(house)
        self._told = Calibration()
        self.top_line = TopLine(id="top")
        """Where we are."""
        self.page = Lines(id="table")
        """Everything else."""

    def compose(self) -> ComposeResult:
        """Top line, the page, keys."""
        yield self.top_line
        with VerticalScroll(id="page", can_focus=False):
            yield self.page
        yield KeyLine(KEYS, id="keys")

    def on_mount(self) -> None:
        """Read the year."""
        self._told = last_year(self.house)
        self.top_line.place = Content.assemble(
            ("Calibration", "bold"), ("   your RIR against your failures", "$quiet")
        )
        self.top_line.status = Content.styled(f"last {DAYS} days", "$quiet")
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        if self.is_mounted:
            width = min(100, max(40, self.size.width - 6))
            lines = page_lines(self._told, width, self.house.zone)
            self.page.lines = indented(tuple(one.truncate(width, ellipsis=True) for one in lines))

    def action_scroll(self, rows: int) -> None:
        """Scroll the page."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=rows, animate=False)


def last_year(house: House) -> Calibration:
    """What the failures of the year that ends now showed."""
    now, settings = house.clock(), house.store.keeping.settings()
    blocks = house.store.history.failed_blocks(now - timedelta(days=DAYS), now, settings)
    return calibration(blocks, settings)


def forecast_after(house: House, session: Session) -> str:
    """The correction that a session adds to: `Your 2 is more like 3.`

    Empty where its own sets showed nothing, so that it is not said every day.
    """
    if not calibration(session.blocks, house.coach.settings).observations:
        return ""
    overall = last_year(house).overall
    return rule_of_thumb(overall.correction) if overall else ""


def page_lines(told: Calibration, width: int, zone: str) -> Iterator[Content]:
    """The page: what it offers, the table, how to read it, and the latest observations."""
    if told.overall is None:
        yield from _nothing_yet(width)
        return
    yield from _offer(told.overall, width)
    yield EMPTY
    heads = f"{'bias in reps':<{NAME}}{'seen':>{COUNT}}{'median':>{MEDIAN}}   middle half"
    yield Content.styled(heads, "$quiet")
    for each, spread in (told.by_class or {}).items():
        yield _row(CLASSES[each], spread)
    yield _row("in all", told.overall, "bold $foreground")
    yield EMPTY
    yield from (Content.styled(line, "$quiet") for line in wrap(WHAT, width))
    yield EMPTY
    yield Content.assemble(
        (f"{'Latest':<{DAY + LIFT}}", "bold $foreground"),
        (f"{'the set':<{SET}}{'failed at':>9}{'claimed':>9}{'shown':>7}", "$quiet"),
    )
    for one in reversed(told.observations[-LATEST:]):
        yield _seen(one, zone)


def _offer(overall: Spread, width: int) -> Block:
    """The correction in the words of a forecast, or why there is none."""
    thumb = rule_of_thumb(overall.correction)
    if thumb:
        why = (
            f"From {counted(overall.observations, 'claim')}; at least that, since fatigue hides "
            "the rest. What you logged stays as you logged it."
        )
        return (
            Content.styled(thumb, "bold $foreground"),
            *(Content.styled(line, "$quiet") for line in wrap(why, width)),
        )
    if overall.observations < ENOUGH:
        left = ENOUGH - overall.observations
        said = f"{counted(left, 'observation')} more, and this page says what your 2 is worth."
        return (Content.styled(said, "bold $foreground"),)
    head = "No sign that you have more left than you say."
    why = "What lies below zero may be fatigue between the sets; it corrects nothing."
    return (
        Content.styled(head, "bold $foreground"),
        *(Content.styled(line, "$quiet") for line in wrap(why, width)),
    )


def _row(name: str, spread: Spread, style: str = "$foreground") -> Content:
    is_thin = spread.observations < ENOUGH
    return Content.assemble(
        fitted(Content.styled(name, style), NAME),
        (f"{spread.observations:>{COUNT}}", "$quiet"),
        (f"{signed(spread.median):>{MEDIAN}}", "$quiet" if is_thin else "bold $foreground"),
        (f"   {signed(spread.low)} to {signed(spread.high)}", "$quiet"),
        ("   too few to say" if is_thin else "", "$quiet"),
    )


def signed(bias: float) -> str:
    """A bias with its sign: `+1`, `−0.5`, `0`.

    >>> signed(1.0), signed(-0.5), signed(0.0)
    ('+1', '−0.5', '0')
    """
    return "0" if not bias else f"{bias:+.3g}".replace("-", "−")


def _seen(one: Observation, zone: str) -> Content:
    day = day_in_words(local(one.claim.at, zone).date())
    name = one.exercise.name.partition(" (")[0]
    style = "bold $foreground" if one.bias > 0 else "$quiet"
    return Content.assemble(
        (f"{day:<{DAY}}", "$quiet"),
        fitted(Content(name), LIFT - 2),
        "  ",
        fitted(Content.styled(f"{one.claim.load} × {one.claim.reps}", "$quiet"), SET),
        (f"{one.failed.reps:>9}", "$foreground"),
        (f"{rir_text(one.claimed):>9}", "$foreground"),
        (f"{one.shown:>6}+", style),
    )


def _nothing_yet(width: int) -> Iterator[Content]:
    yield Content.styled("Nothing to compare yet.", "bold $foreground")
    yield EMPTY
    yield from (Content.styled(line, "$quiet") for line in wrap(WHAT, width))
    yield EMPTY
    yield Content.styled(
        "Log the RIR of your sets; a failure after them fills this page.", "$quiet"
    )
