"""What stands beside the set: what failing would be, the rest, and the words under the line."""

from datetime import datetime

from textual.content import Content

from screens.live.desk import Desk, Reply
from screens.live.modes import Mode
from tracker.entry import Announcement
from tracker.entry_words import read_back
from tracker.errors import TrackerError
from tracker.failure import is_failure
from tracker.guidance.advice import Severity
from tracker.guidance.rest import ORDINARY, rest_before_next
from tracker.guidance.verdict import Preview, Verdict
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
    for advice in desk.guidance.shown[1:]:
        mark = MARKS[advice.severity]
        lines.append(Content.assemble((f"     {mark.symbol} ", f"${mark.variable}"), advice.text))
    if thumb := _own_rir(desk):
        lines.append(Content.assemble(("     ● ", "$info"), thumb))
    return lines


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
    return Content.assemble(
        ("fail here: ", "$quiet"),
        (words, f"bold {colour}"),
        (f" · {preview.cost_text} · slot {preview.slot}", "$quiet"),
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
        Content.assemble(preview.cost_text, "   ", (preview.budget_text, _budget_colour(share))),
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
    since = desk.rest_restarted_at or at
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
    return Content.assemble(read_back(entries), ("    Enter logs it", "$quiet"))


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
