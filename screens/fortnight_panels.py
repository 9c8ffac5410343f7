"""The panels of the fortnight page, each a heading and a few lines."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content

from screens.fortnight_reading import FortnightReading
from tracker.effort import Technique
from tracker.guidance.advice import Severity
from tracker.guidance.budget import BudgetItem, rounded_together
from tracker.guidance.recovery import WHOLE_BODY
from tracker.guidance.wording import clock_text, points_text, share_text
from tracker.when import distance_in_words, local, moment_in_words
from widgets.columns import Block
from widgets.failure_mark import kind_letters
from widgets.large import large
from widgets.meter import load_colour, meter
from widgets.severity import MARKS

BAR = 8
"""Cells of a small bar."""
LEAST_BAR = 4
"""A shorter bar tells nothing, and is left out."""
LABEL = 17
"""Cells before a small bar."""
READY_AT = 13
"""Cells before the muscles of a clock."""
_TECHNIQUES = {
    Technique.DROP: "drop set",
    Technique.REST_PAUSE: "rest-pause",
    Technique.FORCED: "forced reps",
    Technique.ECCENTRIC: "eccentrics",
}


def heading(text: str, aside: str = "") -> Content:
    """A panel's first line."""
    return Content.assemble((text, "bold $foreground"), "   " if aside else "", (aside, "$quiet"))


def events_panel(reading: FortnightReading, width: int) -> Block:
    """Events against the ration in large digits, by type, and when the next slot frees."""
    view = reading.fortnight
    ration = view.ration
    style = "bold $stop" if ration.is_over else "bold $foreground"
    top, middle, low = large(str(ration.used), style)
    sign = MARKS[Severity.WARNING].symbol
    over = f"{sign} {ration.used - ration.limit} over" if ration.is_over else ""
    of = Content.styled(f" of {ration.limit}", "$quiet")
    kinds = (
        (view.by_type["technical"], "technical"),
        (view.by_type["absolute"], "absolute"),
        (view.by_type["past_failure"], "past failure"),
    )
    sides = (Content.styled(f" {over}", "bold $stop"), Content(""), of)
    beside = max(10, *(one.cell_length + 2 for one in sides))
    rows = [
        Content.assemble(
            digits,
            side.pad_right(beside - side.cell_length),
            (f"{count:>2}  ", "$foreground" if count else "$quiet"),
            (name, "$quiet"),
        )
        for digits, side, (count, name) in zip((top, middle, low), sides, kinds, strict=True)
    ]
    return (heading("Failure events"), *rows, _next_slot(reading, width))


def _next_slot(reading: FortnightReading, width: int) -> Content:
    """When a slot frees, in as many words as fit."""
    ration = reading.fortnight.ration
    if ration.next_free_at is None:
        free = ration.limit - ration.used
        word = "slot" if free == 1 else "slots"
        said = f"{free} {word} free" if free > 0 else "the ration is 0: no slot frees"
        return Content.styled(said, "$quiet")
    away = distance_in_words(ration.next_free_at, reading.now) if reading.is_current else ""
    moment = moment_in_words(ration.next_free_at, reading.zone)
    lines = [
        Content.assemble((label, "$quiet"), (moment, "bold $foreground"), (after, "$quiet"))
        for label, after in (("next slot ", f"  {away}"), ("slot ", f"  {away}"), ("slot ", ""))
    ]
    return next((line for line in lines if line.cell_length <= width), lines[-1])


def budget_panel(reading: FortnightReading, width: int, lines: int = 4) -> Block:
    """The budget: a bar, its share, and the items that sum to the points shown."""
    budget = reading.fortnight.budget
    used, capacity = points_text(budget.used), points_text(budget.capacity)
    share = share_text(budget.used, budget.capacity)
    colour = load_colour(budget.percent)
    sign = f" {MARKS[Severity.WARNING].symbol}" if budget.is_over else ""
    bar = meter(budget.used / budget.capacity, max(8, min(26, width - 12)), colour)
    return (
        heading("Budget", f"{used} of {capacity} points"),
        Content.assemble(bar, "  ", (f"{share}{sign}", f"bold {colour}")),
        *_budget_lines(reading, lines, width),
    )


def _budget_lines(reading: FortnightReading, lines: int, width: int) -> Block:
    # The latest weigh most, so that the oldest are the ones put together.
    items = list(reversed(reading.fortnight.budget.items))
    shown, rest = (items, []) if len(items) <= lines else (items[: lines - 1], items[lines - 1 :])
    groups: list[Sequence[BudgetItem]] = [[one] for one in reversed(shown)]
    if rest:
        groups.insert(0, rest)
    points = rounded_together([sum(one.points for one in group) for group in groups])
    rows = []
    for group, milli in zip(groups, points, strict=True):
        amount = Content.styled(f"{milli / 100:5.2f}  ", "$foreground")
        if rest and group is rest:
            rows.append(amount + Content.styled(f"{len(rest)} earlier sets", "$quiet"))
            continue
        name, day = _item_words(group[0], reading)
        room = max(6, width - amount.cell_length - 5)
        fitted = Content(name).truncate(room, ellipsis=True).pad_right(max(0, room - len(name)))
        rows.append(amount + fitted.stylize("$quiet") + Content.styled(f"{day:>3}", "$quiet"))
    return tuple(rows) or (Content.styled("nothing counts against it", "$quiet"),)


def _item_words(one: BudgetItem, reading: FortnightReading) -> tuple[str, int]:
    failure = one.failure
    lift = failure.exercise.name.partition(" (")[0]
    technique = failure.performed.technique
    letters = kind_letters(failure, reading.settings)
    kind = "technical" if letters.startswith("t") else "absolute"
    day = local(failure.performed.at, reading.zone).day
    return f"{lift}, {_TECHNIQUES.get(technique, kind)}", day


def ready_panel(reading: FortnightReading, width: int, lines: int = 4) -> Block:
    """When each muscle, and the whole body, is ready for another all-out set."""
    by_moment: dict[str, list[str]] = {}
    clocks = reading.fortnight.clocks
    for clock in sorted(clocks, key=lambda one: (one.ready_at, one.scope != WHOLE_BODY)):
        when = clock_text(clock.ready_at, reading.zone)
        by_moment.setdefault(when, []).append(clock.scope)
    rows: list[Content] = []
    room = width - READY_AT
    for when, scopes in by_moment.items():
        rows += _ready_lines(
            MARKS[Severity.CAUTION].symbol, "$caution", when, wrap(", ".join(scopes), room)
        )
    free = max(1, lines - len(rows))
    if reading.ready:
        muscles = wrap(", ".join(reading.ready), room, max_lines=free, placeholder=" …")
        rows = [*_ready_lines(MARKS[Severity.INFO].symbol, "$info", "now", muscles), *rows]
    if not rows:
        rows.append(Content.styled("nothing holds you back", "$quiet"))
    return (heading("Ready again"), *rows)


def _ready_lines(sign: str, colour: str, when: str, scopes: Sequence[str]) -> Block:
    first = Content.assemble((f"{sign} {when:<{READY_AT - 2}}", colour), scopes[0])
    return (first, *(Content(" " * READY_AT + one) for one in scopes[1:]))


def place_panel(reading: FortnightReading, width: int) -> Block:
    """How many failure sets stood where failure belongs."""
    place = reading.fortnight.in_place
    if not place.sets:
        return (heading("In its place"), Content.styled("no failure sets", "$quiet"))
    return (
        heading("In its place"),
        share_line(reading, width, "on the last set", place.on_last_set, place.sets),
        share_line(reading, width, "late in session", place.late, place.late_known),
        share_line(reading, width, "on a lift for it", place.on_a_lift_for_it, place.sets),
    )


def share_line(reading: FortnightReading, width: int, label: str, part: int, whole: int) -> Content:
    """A label, a bar and `2 of 3`; the bar takes what the words leave of the width."""
    if not whole:
        return Content.styled(f"{label:<{LABEL}}not known", "$quiet")
    share = f"{part} of {whole}"
    room = min(BAR, width - LABEL - len(share) - 1)
    if room < LEAST_BAR:
        gap = " " * max(1, min(LABEL, width - len(share)) - len(label))
        return Content.assemble((label + gap, "$quiet"), (share, "$foreground"))
    bar = meter(part / whole, room)
    return Content.assemble((f"{label:<{LABEL}}", "$quiet"), bar, (f" {share}", "$foreground"))


def exercise_panel(reading: FortnightReading, width: int, lines: int = 3) -> Block:
    """Events by exercise, most first, with the kind of each."""
    named = list(reading.fortnight.by_exercise.items())
    if not named:
        return (heading("By exercise"), Content.styled("no failure events", "$quiet"))
    names = [name for name, _ in named[:lines]]
    room = min(max(len(name) for name in names), max(8, width - 14))
    most = reading.settings.whole("ration.per_ex_max")
    over = MARKS[Severity.WARNING].symbol
    rows = []
    for name, events in named[:lines]:
        letters = " ".join(kind_letters(event.failures[-1], reading.settings) for event in events)
        is_over = len(events) > most
        short = Content(name).truncate(room, ellipsis=True)
        row = Content.assemble(
            short.pad_right(room - short.cell_length),
            (f" {len(events):>2}{over if is_over else ' '} ", "bold $stop" if is_over else ""),
            (letters, "$quiet"),
        )
        rows.append(row.truncate(width - 2, ellipsis=True))
    left_out = len(named) - lines
    if left_out > 0:
        rows[-1] = Content.styled(f"and {left_out + 1} more", "$quiet")
    return (heading("By exercise"), *rows)


def advice_panel(reading: FortnightReading, width: int) -> Block:
    """Advice heeded against overridden, and how much of the work was rated at all."""
    verdicts = reading.heeded + reading.overridden
    told = (
        share_line(reading, width, "heeded", reading.heeded, verdicts)
        if verdicts
        else Content.styled("no verdict was asked for", "$quiet")
    )
    override = Content.assemble(
        (f"{'overridden':<{LABEL}}", "$quiet"),
        (f"{reading.overridden}", "$foreground" if reading.overridden else "$quiet"),
        ("   o lists them" if reading.overridden else "", "$quiet"),
    )
    return (
        heading("Advice"),
        told,
        *((override,) if verdicts else ()),
        share_line(reading, width, "sets rated", reading.rated, reading.work_sets),
    )
