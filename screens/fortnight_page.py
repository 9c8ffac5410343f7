"""The lines of the fortnight page: which panels stand beside which, and what a day was."""

from datetime import date, timedelta

from textual.content import Content

from screens.fortnight_panels import (
    advice_panel,
    budget_panel,
    events_panel,
    exercise_panel,
    heading,
    place_panel,
    ready_panel,
)
from screens.fortnight_reading import FortnightReading
from tracker.entry import Entry
from tracker.entry_words import read_back
from tracker.guidance.advice import Severity
from tracker.guidance.fortnight import Day
from tracker.when import day_in_words, local
from widgets.columns import EMPTY, Block, indented, one_line, side_by_side, width_of_each
from widgets.failure_mark import mark_of
from widgets.severity import MARKS
from widgets.trend import trend

WIDE = 116
"""From this width on three panels stand side by side."""
ROOMY = 20
"""From so many rows on the panels show more lines."""
FORTNIGHT = 14
"""Days of the window that is called two weeks."""
TREND_ROWS = 4
"""Rows of the chart where the page scrolls."""
LEAST_TREND_ROWS = 3
MOST_TREND_ROWS = 12


def range_words(reading: FortnightReading) -> str:
    """The days of the fortnight: `10 – 23 Nov 2026`."""
    return _between(reading.days[0].date, reading.last_day)


def _between(first: date, last: date) -> str:
    start = day_in_words(first).split(" ", 1)[1]
    end = day_in_words(last).split(" ", 1)[1]
    if first.year != last.year:
        return f"{start} {first.year} – {end} {last.year}"
    if first.month == last.month:
        start = str(first.day)
    return f"{start} – {end} {last.year}"


def page_lines(reading: FortnightReading, width: int, height: int) -> Block:
    """All panels, three or two abreast, and the trend below them.

    Args:
        reading: What is shown.
        width: Cells of the page.
        height: Rows for these lines; the chart takes what the panels leave, and scrolls where
            they leave too little.
    """
    abreast = 3 if width >= WIDE else 2
    each = width_of_each(abreast, width)
    items = 3 if height < ROOMY else 5
    panels = (
        events_panel(reading, each),
        budget_panel(reading, each, items),
        ready_panel(reading, each, items + 1),
        place_panel(reading, each),
        exercise_panel(reading, each),
        advice_panel(reading, each),
    )
    lines: list[Content] = list(empty_words(reading))
    for place in range(0, len(panels), abreast):
        lines += (*side_by_side(panels[place : place + abreast], width), EMPTY)
    left = height - len(lines) - 2
    rows = min(MOST_TREND_ROWS, left) if left >= LEAST_TREND_ROWS else TREND_ROWS
    return (*lines, *trend_lines(reading, width, rows))


def empty_words(reading: FortnightReading) -> Block:
    """That nobody trained in this fortnight, and where the nearest training lies."""
    nearest = reading.nearest
    if nearest is None:
        return ()
    days = reading.fortnight.days
    span = "two weeks" if days == FORTNIGHT else f"{days} days"
    back = "[ : nothing lies further back, your log begins later"
    if nearest.back:
        back = f"[ goes back to {_window(reading, -nearest.back)}"
    said = [Content.styled(f"Nothing in these {span}.", "bold"), Content.styled(back, "$quiet")]
    if nearest.on:
        said.append(Content.styled(f"] goes on to {_window(reading, nearest.on)}", "$quiet"))
    return (*indented(tuple(said)), EMPTY)


def _window(reading: FortnightReading, steps: int) -> str:
    """The days of the fortnight that lies so many steps off."""
    length = timedelta(days=reading.fortnight.days)
    until = reading.fortnight.until + length * steps
    ends = (until - length, until)
    return _between(*(local(one, reading.zone).date() for one in ends))


def trend_lines(reading: FortnightReading, width: int, rows: int) -> Block:
    """The rolling count of one year, with the limit."""
    limit = reading.fortnight.ration.limit
    days = reading.fortnight.days
    over = sum(count > limit for count in reading.counts)
    said = f"limit {limit}"
    if over:
        sign = MARKS[Severity.WARNING].symbol
        said += f"   {sign} over it on {over} of {len(reading.counts)} days"
    chart = trend(reading.counts, limit, reading.last_day, width - 4, rows)
    return indented((heading(f"Rolling {days} days, one year", said), *chart))


def nothing_to_open(day: Day, reading: FortnightReading) -> Content:
    """Why Enter opens nothing on a day without training."""
    is_today = reading.is_current and day.date == reading.last_day
    why = "nothing is logged today yet" if is_today else "rest day"
    return _dated(day, (f"{why}: nothing to open", "$foreground"))


def _dated(day: Day, said: tuple[str, str]) -> Content:
    return Content.assemble("  ", (day_in_words(day.date), "bold $accent"), "  ", said)


def day_words(day: Day, mark: int, reading: FortnightReading) -> Content:
    """A day in words: its session, and the failure set under the cursor."""
    if not day.sets:
        is_today = reading.is_current and day.date == reading.last_day
        return _dated(day, ("nothing yet today" if is_today else "rest", "$quiet"))
    title = one_line(" · ".join(day.titles)) or "a session"
    count = "1 work set" if day.sets == 1 else f"{day.sets} work sets"
    said = _dated(day, (title, "$foreground")) + Content.styled(f"  {count}", "$quiet")
    if not day.failures:
        return said
    one = day.failures[min(mark, len(day.failures) - 1)]
    number = f" {mark + 1} of {len(day.failures)}" if len(day.failures) > 1 else ""
    return Content.assemble(
        said,
        "   ",
        mark_of(one, reading.settings),
        (number, "$quiet"),
        f"  {one.exercise.name.partition(' (')[0]}",
        (f"  {read_back((Entry.of(one.performed),))}", "$quiet"),
    )


def welcome() -> Block:
    """What an empty history says."""
    return indented(
        (
            EMPTY,
            Content.styled("Nothing is logged yet.", "bold"),
            EMPTY,
            Content("After your first session this page shows how often you went to failure in"),
            Content("the last fourteen days, on what, what it cost, and when you are ready again."),
            EMPTY,
            Content.styled(
                "Go back with q and start a session, or bring your history along:", "$quiet"
            ),
            Content.styled("lastset import FILE reads Strong and Hevy.", "$quiet"),
        )
    )
