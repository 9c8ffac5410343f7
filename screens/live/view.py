"""What the live screen shows of the desk: values for its widgets, nothing of the terminal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.content import Content

from screens.live.beside import asides, brief
from screens.live.desk import Desk
from screens.standing_words import short_name
from tracker.draft import upcoming
from tracker.effort import FailureType, Technique, rir_text
from tracker.exercise import Exercise, ExerciseClass, Policy, Spot
from tracker.forgotten import visit_length
from tracker.guidance.verdict import Preview
from tracker.load import Load, LoadKind, Unit, plain_number
from tracker.loading import plates_words, rack_for
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.rests import rests
from tracker.safety import Safety
from tracker.session import Block
from tracker.settings import Settings
from tracker.turn import mates_of, sets_left
from tracker.when import duration_in_words
from widgets.exercise_head import HeadView
from widgets.rest_line import RestView
from widgets.set_table import SetRow, TableView

TARGETS = {
    ExerciseClass.ISO: "target RIR 1–2",
    ExerciseClass.MC: "target RIR 1–2",
    ExerciseClass.FWC: "target RIR 2",
    ExerciseClass.SQDL: "target RIR 2–3",
    ExerciseClass.OLY: "stop when speed slips",
}
"""Where a set should end when the plan does not say (guidance, R87)."""

POLICIES = {
    Policy.NEVER: "no failure on this lift",
    Policy.TECHNICAL: "technical failure at most",
    Policy.ABSOLUTE_STAR: "technical failure is enough",
    Policy.ABSOLUTE: "a place for failure",
}
"""How far the lift may go, in a few words."""


SHORT_FAILURES = {
    FailureType.TECHNICAL: " t",
    FailureType.ABSOLUTE: " a",
    FailureType.UNKNOWN: " !",
}
"""Failure types in short."""

FAILURE_WORDS = {
    FailureType.NONE: "not failed",
    FailureType.TECHNICAL: "technical",
    FailureType.ABSOLUTE: "absolute",
    FailureType.UNKNOWN: "failed",
}
"""Failure types in the table."""


def place(desk: Desk, now: datetime) -> Content:
    """The left of the first row: the session and how long it runs."""
    passed = visit_length(desk.session.started_at, now)
    length = duration_in_words(passed.total_seconds()) if passed is not None else ""
    return Content("   ").join(
        Content.styled(words, style)
        for words, style in ((length, "$quiet"), (desk.session.title or "Session", "$foreground"))
        if words
    )


def number_text(load: Load | None, unit: Unit | None = None) -> str:
    """The number of a load as it stands in a column: `82.5`, `+20`, `BW`.

    Where the column's unit is given, a load of the other one says its own: `225 lb`.
    """
    if load is None:
        return ""
    if load.kind is LoadKind.BODYWEIGHT:
        return "BW"
    sign = {LoadKind.ADDED: "+", LoadKind.ASSISTED: "-"}.get(load.kind, "")
    named = f" {load.unit}" if unit is not None and load.unit is not unit else ""
    return f"{sign}{plain_number(load.value)}{named}"


def reps_text(one: PerformedSet | PlannedSet) -> str:
    """Reps, left and right reps, or seconds."""
    if one.reps is None:
        return f"{one.seconds}s" if one.seconds is not None else ""
    return f"{one.reps}/{one.reps_right}" if one.reps_right is not None else str(one.reps)


def failure_words(one: PerformedSet) -> str:
    """Failure type and technique, in words."""
    words = [FAILURE_WORDS[one.failure]] if one.failure is not None else []
    if one.failure is None and one.rir == 0 and one.technique is Technique.NONE:
        words = ["no rep left"]
    if one.failure is FailureType.NONE and one.rir != 0:
        words = []
    if one.technique is not Technique.NONE:
        names = {Technique.DROP: "drop", Technique.REST_PAUSE: "rest-pause"}
        words.append("+ " + names.get(one.technique, str(one.technique)))
    return " ".join(words)


def head(desk: Desk, preview: Preview | None, rest: RestView | None, is_wide: bool) -> HeadView:
    """The head: what is in hand, and the next set in large digits."""
    block = desk.block
    if block is None:
        return HeadView(
            (
                Content.styled("No exercise yet", "bold $foreground"),
                Content.styled("/ finds or adds one", "$quiet"),
            )
        )
    exercise, draft = block.exercise, desk.draft()
    place = "   ".join((_set_words(block, desk.session.blocks), _target(exercise, draft)))
    lines = [
        Content.styled(exercise.name, "bold $foreground"),
        Content.styled(place, "$quiet"),
        Content.styled(POLICIES[exercise.policy], "$quiet"),
        _around_line(block, draft, desk.house.coach.settings),
    ]
    if preview is not None and not is_wide:
        lines.append(brief(preview))
    left = max(0, rest.wanted - rest.passed) if rest else 0
    is_body = draft.load is not None and draft.load.kind is LoadKind.BODYWEIGHT
    return HeadView(
        lines=tuple(lines),
        rest=duration_in_words(left) if rest and rest.wanted else "",
        is_rest_over=left == 0,
        load="" if draft.load is None or is_body else number_text(draft.load),
        unit=_unit_words(exercise, draft.load),
        reps=reps_text(draft).removesuffix("s"),
    )


def _unit_words(exercise: Exercise, load: Load | None) -> str:
    if load is None:
        return ""
    if load.kind is LoadKind.BODYWEIGHT:
        return "BW"
    return f"{load.unit} each" if exercise.is_per_hand else str(load.unit)


def _set_words(block: Block, blocks: Sequence[Block]) -> str:
    number = len(block.work_sets) + 1
    mates = mates_of(blocks, block)
    superset = f"   {'superset' if len(mates) == 2 else 'circuit'}" if mates else ""
    if block.sets_planned is None:
        return f"set {number}{superset}"
    if not sets_left(block):
        return f"{len(block.work_sets)} of {block.sets_planned} done{superset}"
    return f"set {number} of {block.sets_planned}{superset}"


def _target(exercise: Exercise, draft: PlannedSet) -> str:
    if not exercise.is_guided:
        return ""
    if draft.rir is not None:
        return f"target RIR {rir_text(draft.rir)}"
    return TARGETS[exercise.exercise_class]


def stands_by(block: Block) -> Content:
    """Who or what stands by, where the lift asks for it."""
    safety: Safety = block.safety.over(block.exercise.safety)
    said = [
        word
        for word, answer in (
            ("spotter", safety.spotter),
            ("safeties", safety.safeties),
            ("partner", safety.partner),
        )
        if answer
    ]
    if said:
        return Content.styled(f"● {', '.join(said)}", "$info")
    if block.exercise.spot is Spot.REQUIRED:
        word = "■ no spotter, no safeties" if safety.is_known_absent else "▲ spotter? press b"
        return Content.styled(word, "$stop" if safety.is_known_absent else "$caution")
    if block.exercise.spot is Spot.SAFETY_STOPS:
        return Content.styled("set the stops", "$quiet")
    return Content("")


def _around_line(block: Block, draft: PlannedSet, settings: Settings) -> Content:
    """Who stands by, the plates, the set-up line and the note: a row of its own, since the rows
    above it share theirs with the large digits."""
    pieces = [stands_by(block), Content.styled(_plates_line(block, draft, settings), "$quiet")]
    return Content("   ").join(one for one in pieces if one.plain)


def _plates_line(block: Block, draft: PlannedSet, settings: Settings) -> str:
    words = [_plates(block, draft.load, settings), block.exercise.set_up, block.note]
    return "   ".join(word for word in words if word)


def _plates(block: Block, load: Load | None, settings: Settings) -> str:
    """What goes on each side, or what changes there from the set before."""
    before = block.sets[-1].load if block.sets else None
    rack = rack_for(block.exercise, load.unit, settings) if load else None
    return plates_words(load, before, rack)


def table(desk: Desk, is_wide: bool) -> TableView:
    """The sets of the exercise in hand, and what comes next."""
    block = desk.block
    if block is None:
        return TableView()
    last = desk.last_time(block)
    rested, unit = rests(desk.session), desk.unit()
    warm_ups = [_done_row("w", one, "", rested, unit) for one in block.sets if one.warm_up]
    past = last.work_sets if last else ()
    rows = [
        _done_row(str(number), one, _short(past, number - 1, unit), rested, unit)
        for number, one in enumerate(block.work_sets, 1)
    ]
    draft = desk.draft()
    if sets_left(block):
        done = len(block.work_sets)
        to_come = (draft, *upcoming(block, last, draft))
        rows += [
            SetRow(
                mark=str(number),
                last=_short(past, number - 1, unit),
                load=number_text(planned.load, unit),
                reps=reps_text(planned),
                is_next=number == done + 1,
            )
            for number, planned in enumerate(to_come, done + 1)
        ]
        # With nothing planned, all that was done last time is worth seeing.
        further = range(done + len(to_come), len(past) if block.sets_planned is None else 0)
        rows += [SetRow(mark=str(place + 1), last=_short(past, place, unit)) for place in further]
    below = [*([] if is_wide else asides(desk)), _next_line(desk)]
    return TableView(tuple(warm_ups + rows), str(unit), tuple(line for line in below if line.plain))


def _done_row(
    mark: str, one: PerformedSet, last: str, rested: Mapping[int, int], unit: Unit
) -> SetRow:
    return SetRow(
        mark=mark,
        last=last,
        load=number_text(one.load, unit),
        reps=reps_text(one),
        rir="" if one.warm_up else rir_text(one.rir, one.rir_or_more),
        failure=failure_words(one),
        rest=duration_in_words(rested[one.id]) if one.id in rested else "",
        is_done=True,
        note=one.note,
    )


def _short(past: tuple[PerformedSet, ...], place: int, unit: Unit) -> str:
    if place >= len(past):
        return ""
    one = past[place]
    effort = "" if one.rir is None else f"  @{rir_text(one.rir, one.rir_or_more)}"
    kind = SHORT_FAILURES.get(one.failure, "") if one.failure else ""
    return f"{number_text(one.load, unit)} × {reps_text(one)}{effort}{kind}"


def _next_line(desk: Desk) -> Content:
    blocks = desk.session.blocks
    here = next((at for at, one in enumerate(blocks) if one.id == desk.block_id), -1)
    later = [one for one in blocks[here + 1 :] if not one.skipped]
    if not later:
        return Content("")
    pieces: list[Content | str | tuple[str, str]] = [("     next  ", "$quiet")]
    for one in later[:4]:
        count = f"{len(one.work_sets)}/{one.sets_planned}" if one.sets_planned else ""
        pieces += [short_name(one.exercise.name), " ", (f"{count}   ", "$quiet")]
    return Content.assemble(*pieces)
