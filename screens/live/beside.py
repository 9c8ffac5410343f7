"""What stands beside the set: what failing would be, the rest, and the words under the line."""

from dataclasses import replace
from datetime import datetime

from textual.content import Content

from screens.live.desk import Desk, Reply
from screens.live.modes import Mode
from screens.live.proposing import proposal
from screens.standing_words import short_name
from tracker.entry import Announcement, Entry
from tracker.errors import TrackerError
from tracker.failure import is_failure
from tracker.guidance.advice import Advice, Severity
from tracker.guidance.rest import ORDINARY, rest_before_next
from tracker.guidance.verdict import Preview, Verdict
from tracker.loading import no_plates_words, plates_words, rack_for, rack_under
from tracker.progression import proposal_words
from tracker.ramp_line import ramp_read_back
from tracker.record_words import record_words
from tracker.turn import sets_left
from widgets.meter import load_colour
from widgets.rest_line import RestView
from widgets.severity import MARKS

VERDICTS = {
    Verdict.IN_PLACE: ("● in place", "$info"),
    Verdict.TOLERATED: ("▲ tolerated", "$caution"),
    Verdict.OUT_OF_PLACE: ("■ out of place", "$stop"),
    Verdict.STOP: ("■ stop", "$stop"),
}
"""How the verdict before the set is drawn."""


def asides(desk: Desk) -> list[Content]:
    """The guide's other lines, under the headline."""
    lines = []
    for advice in said(desk)[1:]:
        mark = MARKS[advice.severity]
        weight = "bold" if advice.severity >= Severity.WARNING else ""
        sign = (f"     {mark.symbol} ", f"bold ${mark.variable}")
        lines.append(Content.assemble(sign, (advice.text, weight)))
    now, zone = desk.now(), desk.house.zone
    for record in desk.records:
        name = _name_beside(desk, record.exercise.name)
        words = f"{name}{record_words(record, now, zone)}"
        lines.append(Content.assemble(("     ◆ ", "$accent"), words))
    if proposed := _proposed(desk):
        lines.append(Content.assemble(("     ● ", "$info"), proposed))
    if thumb := _own_rir(desk):
        lines.append(Content.assemble(("     ● ", "$info"), thumb))
    return lines


def _proposed(desk: Desk) -> str:
    """Before the first set: what last time's sets propose, where that is not the same again."""
    made = proposal(desk)
    return "" if made is None else f"y takes {proposal_words(made)} · {made.why}"


def said(desk: Desk) -> tuple[Advice, ...]:
    """What the guide said last; what it said of another lift than the one in hand names it."""
    names = (_name_beside(desk, one.exercise) for one in desk.guidance.shown)
    return tuple(
        replace(one, text=f"{name}{one.text}") if name else one
        for one, name in zip(desk.guidance.shown, names, strict=True)
    )


def _name_beside(desk: Desk, exercise: str) -> str:
    """`Leg Press: `, where it is not the exercise in hand; empty where it is, or none is meant."""
    block = desk.block
    is_in_hand = block is not None and block.exercise.name == exercise
    return f"{short_name(exercise)}: " if exercise and not is_in_hand else ""


def _own_rir(desk: Desk) -> str:
    """After a failure, before another set: what the lifter's RIR on this lift has meant."""
    block, coach = desk.block, desk.house.coach
    if block is None or not block.work_sets or not sets_left(block):
        return ""
    if not is_failure(block.work_sets[-1], coach.settings):
        return ""
    return coach.own_rir(desk.now(), block.exercise)


def brief(preview: Preview) -> Content:
    """What a failure here would be, in one row."""
    words, colour = VERDICTS[preview.verdict]
    slot = f"slot {preview.slot}" if preview.has_slot else "no slot left"
    return Content.assemble(
        ("fail here: ", "$quiet"),
        (words, f"bold {colour}"),
        (f" · costs {preview.cost_text} · {slot}", "$quiet"),
    )


def panel(desk: Desk, preview: Preview | None) -> tuple[Content, ...]:
    """The right column: the guide's other lines, then what a failure here would be and cost."""
    lines: list[Content] = []
    others = asides(desk)
    if others:
        lines += [Content.styled("Also", "bold $foreground")]
        lines += [line[5:] for line in others]
        lines.append(Content(""))
    return (*lines, *_judgement(preview)) if preview else tuple(lines)


def _judgement(preview: Preview) -> list[Content]:
    words, colour = VERDICTS[preview.verdict]
    share = preview.budget_percent
    lines = [
        Content.assemble(("If you fail here   ", "bold $foreground"), (words, f"bold {colour}")),
        Content.assemble(
            f"costs {preview.cost_text}   ", (preview.budget_text, _budget_colour(share))
        ),
        Content(f"slot {preview.slot_text}"),
    ]
    if preview.until_text:
        lines.append(Content.styled(f"no slot free {preview.until_text}", "$quiet"))
    if preview.ready_text:
        lines.append(Content(preview.ready_text))
    if preview.verdict is not Verdict.IN_PLACE:
        lines += [Content(""), Content.styled(preview.words, "$quiet")]
    if preview.better:
        better = preview.better.partition(" (")[0]
        lines.append(Content.assemble(("better: ", "$quiet"), better, ", its last set"))
    return lines


def _budget_colour(share: int) -> str:
    colour = load_colour(share)
    return "$foreground" if colour == "$accent" else colour


def rest_of(desk: Desk, now: datetime) -> RestView | None:
    """The rest since the last set of the session; None before it."""
    sets = [(one.at, one, block) for block in desk.session.blocks for one in block.sets]
    if not sets:
        return None
    at, last, block = max(sets, key=lambda one: (one[0], one[1].id))
    wanted = rest_before_next(
        desk.session.blocks,
        block,
        last,
        desk.block,
        desk.draft().load,
        desk.house.coach.settings,
    )
    since = max(at, desk.rest_restarted_at or at)
    passed = max(0, int((now - since).total_seconds()))
    return RestView(passed, wanted.seconds, "" if wanted.reason == ORDINARY else wanted.reason)


def words_under(desk: Desk, text: str, reply: Reply, mode: Mode | None) -> Content:
    """What was answered; else what the line says, before Enter."""
    if desk.announced is not None and mode is None and not text.strip():
        return _announced_words(desk)
    if reply.words:
        return _answer(reply)
    if mode is not None:
        return Content.styled(mode.hint(text), "$quiet")
    if not text.strip():
        return Content("")
    try:
        entries = desk.read(text)
    except TrackerError as error:
        return Content.styled(error.message, "$quiet")
    if isinstance(entries, Announcement):
        return _announced_words(desk)
    hint = _no_plates(desk, entries) or _warm_up_plates(desk, entries) or "Enter logs it"
    return Content.assemble(ramp_read_back(entries, desk.ramp_place()), (f"   {hint}", "$quiet"))


def _warm_up_plates(desk: Desk, entries: tuple[Entry, ...]) -> str:
    """What goes on the bar for a warm-up: the head shows the work set's plates."""
    block, load = desk.block, entries[0].load
    if block is None or not entries[0].warm_up or load is None:
        return ""
    before = block.sets[-1].load if block.sets else None
    rack = rack_under(load, block.exercise, desk.house.coach.settings)
    return plates_words(load, before, rack)


def _no_plates(desk: Desk, entries: tuple[Entry, ...]) -> str:
    """That a load that is typed can't be made of the plates at hand; it is logged all the same."""
    block, settings = desk.block, desk.house.coach.settings
    assert block is not None
    loads = [one.load for one in entries if one.load is not None]
    racks = ((load, rack_for(block.exercise, load.unit, settings)) for load in loads)
    said = (no_plates_words(load, rack) for load, rack in racks)
    return next((words for words in said if words), "")


def _answer(reply: Reply) -> Content:
    """What a command or an Enter did, or why it did not."""
    if reply.severity is None:
        return Content.styled(reply.words, "bold $foreground" if reply.text else "$quiet")
    mark = MARKS[reply.severity]
    return Content.styled(f"{mark.symbol} {reply.words}", f"bold ${mark.variable}")


def _announced_words(desk: Desk) -> Content:
    announced = desk.announced
    if announced is None:
        return Content.assemble("I mean to fail this set", ("    Enter asks the guide", "$quiet"))
    if announced.is_taken:
        return Content.assemble("● failure meant", ("    log the set · Esc calls it off", "$quiet"))
    has_stop = announced.guidance.headline
    word = MARKS[Severity.STOP]
    return Content.assemble(
        "I mean to fail this set    ",
        (f"{word.symbol} ! Enter again overrides, and is recorded" if has_stop else "", "$stop"),
        ("    Esc calls it off", "$quiet"),
    )
