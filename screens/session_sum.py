"""The lines of a session's sum: what was done, what it reached, and what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from textual.content import Content

from screens.live.view import failure_words, number_text, reps_text
from screens.standing_words import short_name
from tracker.effort import rir_text
from tracker.exercise import Exercise
from tracker.guidance.advice import Advice
from tracker.guidance.recovery import Clock
from tracker.load import Unit
from tracker.performed import PerformedSet
from tracker.progression import Proposal, proposal_words
from tracker.record_words import record_words
from tracker.records import Record
from tracker.session import Block, Session
from tracker.when import moment_in_words
from widgets.columns import EMPTY, fitted, one_line, side_by_side, width_of_each
from widgets.columns import Block as Rows
from widgets.severity import MARKS

WIDE = 116
"""From this width on what was done and what comes next stand side by side."""
LEAST_NAME = 12
"""Cells that it keeps where its row is full."""
LEAST_SETS = 24
"""Cells beside the name that its sets need to stand there; with less they stand beneath."""
GAP = 2
"""Cells between the columns of a row."""


@dataclass(frozen=True, slots=True)
class SessionSum:
    """A session that is over, with all that is said of it."""

    session: Session
    records: Sequence[Record]
    proposals: Sequence[tuple[Exercise, Proposal]]
    advice: Sequence[Advice]
    """What the guide says beneath its headline."""
    forecast: str
    """What the lifter's RIR has meant; empty where this session showed nothing."""
    clocks: Sequence[Clock]
    now: datetime
    zone: str
    unit: Unit = Unit.KG
    """The lifter's: a load of the other one says its own."""


def sum_lines(told: SessionSum, width: int) -> Rows:
    """All sections in so many cells: one under the other, or two columns where there is room."""
    each = width if width < WIDE else width_of_each(2, width, 0)
    done, records = _done(told.session, told.unit, each), _records(told, each)
    following = _next_time(told.proposals, each)
    rest = (_guide(told.advice, each), _own_rir(told.forecast, each), _ready(told))
    if width < WIDE:
        return _joined(done, following, records, *rest)
    return side_by_side((_joined(done, records), _joined(following, *rest)), width, 0)


def sets_words(session: Session) -> str:
    """Work sets done, of those planned: `14 of 16 sets`."""
    done = sum(len(block.work_sets) for block in session.blocks)
    planned = sum(max(len(one.work_sets), one.sets_planned or 0) for one in session.blocks)
    noun = "set" if planned == 1 else "sets"
    is_planned = any(block.sets_planned for block in session.blocks)
    return f"{done} of {planned} {noun}" if is_planned else f"{done} {noun}"


def _joined(*sections: Rows) -> Rows:
    lines: list[Content] = []
    for section in sections:
        lines += [EMPTY, *section] if section else []
    return tuple(lines)


def _head(words: str) -> Content:
    return Content.styled(words, "bold $foreground")


def _quiet(words: str, width: int, margin: int = 0) -> Iterator[Content]:
    """Words over as many rows as they need."""
    for row in wrap(one_line(words), max(LEAST_NAME, width - margin)):
        yield Content.styled(" " * margin + row, "$quiet")


# -- what was done ---------------------------------------------------------------------------------


def _done(session: Session, unit: Unit, width: int) -> Rows:
    """Exercise after exercise with its sets and notes, then what was left out."""
    lines = [_head("Done") + Content.styled(f"  {sets_words(session)}", "$quiet")]
    lines += _quiet(session.note, width)
    done = [one for one in session.blocks if one.sets]
    names = names_of([one.exercise for one in session.blocks])
    longest = min(width // 3, max((len(names[one.exercise.name]) for one in done), default=0))
    for block in done:
        name = fitted(Content(names[block.exercise.name]), longest)
        lines += _block(block, name, unit, width)
        lines += _quiet(block.note, width, 2)
    for words, is_skipped in (("Skipped", True), ("Not done", False)):
        left = [one for one in session.blocks if not one.sets and one.skipped is is_skipped]
        named = ", ".join(names[one.exercise.name] for one in left)
        lines += _quiet(f"{words}: {named}", width) if left else ()
    return tuple(lines)


def _block(block: Block, name: Content, unit: Unit, width: int) -> Iterator[Content]:
    """The sets of an exercise; those that don't fit stand under the first ones."""
    of = f" of {block.sets_planned}" if block.sets_planned else ""
    skipped = " skipped" if block.skipped else ""
    head = Content.assemble(
        name,
        (f"{len(block.work_sets)}{of}{skipped}".rjust(9) + " " * GAP, "$quiet"),
    )
    if width - head.cell_length < LEAST_SETS:
        yield head
        head = Content(" " * GAP)
    rows, room = [""], width - head.cell_length
    for one in (_set_words(performed, unit) for performed in block.work_sets):
        if rows[-1] and len(rows[-1]) + len(one) > room:
            rows.append("")
        rows[-1] += f"{one}{' ' * GAP}"
    indent = Content(" " * head.cell_length)
    for place, row in enumerate(rows):
        yield (indent if place else head) + row.rstrip()


def _set_words(one: PerformedSet, unit: Unit) -> str:
    effort = f" @{rir_text(one.rir, one.rir_or_more)}" if one.rir is not None else ""
    failed = failure_words(one)
    load = number_text(one.load, unit)
    count = f"{load}×{reps_text(one)}" if load else reps_text(one)
    return f"{count}{effort}{' ' + failed if failed else ''}"


def _records(told: SessionSum, width: int) -> Rows:
    """What was reached for the first time, and what it beat, beneath it where it must be."""
    if not told.records:
        return ()
    names = names_of([one.exercise for one in told.records])
    longest = min(max(map(len, names.values())), width // 3)
    lines, before = [_head("Records")], ""
    for one in told.records:
        name = names[one.exercise.name]
        head = fitted(Content("" if name == before else name), longest) + " " * GAP
        reached, comma, best = record_words(one, told.now, told.zone).partition(", before ")
        row, beaten = head + f"{reached}{comma[:1]}", f"{comma[1:]}{best}"
        if row.cell_length + len(beaten) > width:
            beaten = beaten.lstrip()
            lines.append(row)
            row = Content(" " * (longest + GAP))
        lines.append(row + Content.styled(beaten, "$quiet"))
        before = name
    return tuple(lines)


def _told(head: Content, words: str, width: int) -> Iterator[Content]:
    """Words beside a head, wrapped beneath themselves."""
    rows = wrap(words, max(LEAST_NAME, width - head.cell_length))
    for place, row in enumerate(rows):
        yield (Content(" " * head.cell_length) if place else head) + row


# -- what comes next -------------------------------------------------------------------------------


def names_of(exercises: Sequence[Exercise]) -> dict[str, str]:
    """By name: the short one, where no other exercise here has it too."""
    whole = {one.name for one in exercises}
    short = [short_name(name) for name in whole]
    return {
        name: one_line(short_name(name) if short.count(short_name(name)) == 1 else name)
        for name in whole
    }


def _next_time(proposals: Sequence[tuple[Exercise, Proposal]], width: int) -> Rows:
    """One row an exercise: what to do, and why; where it is full, the name gives way.

    In a column too narrow for that the reasons stand beneath.
    """
    if not proposals:
        return ()
    names = names_of([exercise for exercise, _ in proposals])
    doing = max(len(proposal_words(one)) for _, one in proposals)
    why = max(len(one.why) for _, one in proposals)
    named = max(map(len, names.values()))
    left = width - doing - why - 2 * GAP
    is_one_row = left >= min(LEAST_NAME, named)
    if not is_one_row:
        left = max(LEAST_NAME, width - doing - GAP)
    longest = min(left, named)
    lines = [_head("Next time")]
    for exercise, one in proposals:
        name = fitted(Content(names[exercise.name]), longest) + " " * GAP
        what = (f"{proposal_words(one):<{doing}}", "$foreground")
        told = Content.styled(one.why, "$quiet")
        rows = [Content.assemble(name, what)]
        if is_one_row:
            rows = [Content.assemble(rows[0], " " * GAP, told)]
        else:
            rows.append(" " * (longest + GAP) + told)
        lines += [row.truncate(width, ellipsis=True) for row in rows]
    return tuple(lines)


def _guide(advice: Sequence[Advice], width: int) -> Rows:
    """What the guide says beneath its headline."""
    if not advice:
        return ()
    lines = [_head("The guide")]
    for one in advice:
        mark = MARKS[one.severity]
        rows = list(
            _told(Content.styled(f"{mark.symbol} ", f"${mark.variable}"), one.text, width - 5)
        )
        lines += [*rows[:-1], Content.assemble(rows[-1], (f"  {one.rule}", "$quiet"))]
    return tuple(lines)


def _own_rir(forecast: str, width: int) -> Rows:
    if not forecast:
        return ()
    why = "   c on the fortnight says why"
    told = Content.assemble(forecast, (why, "$quiet"))
    return (_head("Your RIR"), told.truncate(width, ellipsis=True))


def _ready(told: SessionSum) -> Rows:
    """When what was trained is ready again."""
    if not told.clocks:
        return ()
    rows = (
        Content.assemble(f"{one.scope:<16}", (moment_in_words(one.ready_at, told.zone), "$quiet"))
        for one in told.clocks
    )
    return (_head("Ready again"), *rows)
