"""What of all that fired a person is shown: few lines, nothing twice, a stop alone.

Pure: what was said earlier in the session is found by replaying its sets, so that an edit of the
past changes it as it changes everything else.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tracker.guidance.absorption import ABSORBS_WHEN_SHOWN
from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.presets import QUIET
from tracker.guidance.reading import Reading
from tracker.guidance.rule import Rule
from tracker.guidance.rules import RULES_BY_ID
from tracker.guidance.rules_education import beats
from tracker.guidance.situation import Situation
from tracker.session import Block, Session

LINES = 3
"""Most lines shown while lifting."""
LINES_AT_THE_END = 6
"""Most lines shown when an exercise or a session ends."""
LESSONS = frozenset({"R12", "R13", "R19", "R21", "R25"})
"""Rules that are shown once ever; the profile keeps which were."""

_LIVE = frozenset({Moment.PLAN, Moment.ENTRY, Moment.LOGGED})
_WHILE_TRAINING = frozenset(Moment) - {Moment.DASHBOARD, Moment.HELP}
_ONCE_A_SESSION = frozenset({"R06", "R07", "R15", "R22", "R50", "R77"})
"""Rules that only failure sets fire."""
_ONCE_OF_ANY_SET = frozenset({"R44", "R51"})
"""Rules that the set after a failure fires."""
_ONCE_A_LIFT = frozenset({"R05", "R42", "R43"})
_PROGRESS = frozenset({"R88", "R90"})
"""Rules on progress: one line a session, so that who obeys hears little."""
_BEFORE_THE_FIRST_SET = frozenset({"R38", "R57"})
_ON_THE_DASHBOARD = frozenset({"R27", "R55"})
"""Habits: they are looked at in peace, not at the start of a session."""
_PRAISE = frozenset({"R15", "R18", "R35", "R48", "R90"})
_SEEN_ELSEWHERE = frozenset({"R09", "R61", "R87"})
"""Rules whose content the screen shows anyway: ration, clocks and the target."""
_REPAIRS = frozenset({"R05", "R42", "R43"})
"""Rules whose line tells the next load; it comes first among equals."""


def shown(advices: tuple[Advice, ...], reading: Reading) -> tuple[Advice, ...]:
    """The lines a person is shown, the headline first.

    Args:
        advices: All that fired, after absorption, in order.
        reading: The situation they belong to.
    """
    if reading.moment is Moment.HELP:
        return advices
    stops = tuple(one for one in advices if one.severity is Severity.STOP)
    if stops:
        return stops[:1]
    if reading.settings.word("guidance.preset") == QUIET and reading.moment in _WHILE_TRAINING:
        return ()
    lines = _without_repeats(_absorbed_when_shown(advices, reading), reading)
    if any(one.severity > Severity.INFO for one in lines):
        lines = [one for one in lines if one.rule not in _PRAISE]
    lines = _one_a_group(_repair_first(lines, reading))
    return tuple(lines[: LINES if reading.moment in _LIVE else LINES_AT_THE_END])


def _without_repeats(advices: Iterable[Advice], reading: Reading) -> list[Advice]:
    lessons = reading.profile.lessons
    return [
        one
        for one in advices
        if one.rule not in _SEEN_ELSEWHERE
        and not (one.rule in LESSONS and one.rule in lessons)
        and not is_within_ration(one, reading)
        and not _waits(one, reading)
        and not _was_said(one, reading)
    ]


def is_within_ration(advice: Advice, reading: Reading) -> bool:
    """Whether the line tells of a slot that is neither the last nor one too many."""
    if advice.rule != "R06" or advice.severity is not Severity.INFO:
        return False
    return reading.ration.used < reading.ration.limit


def _waits(advice: Advice, reading: Reading) -> bool:
    """Whether a line has, or had, a better moment."""
    if advice.rule == "R08" and reading.moment is Moment.SESSION_END:
        return reading.ration.is_over
    if reading.moment is not Moment.NEXT_SESSION:
        return False
    has_plan = bool(reading.blocks)
    return advice.rule in _ON_THE_DASHBOARD or (advice.rule == "R57" and not has_plan)


def _absorbed_when_shown(lines: Iterable[Advice], reading: Reading) -> list[Advice]:
    lines = list(lines)
    spoken_for: set[str] = set()
    for one in lines:
        spoken_for |= ABSORBS_WHEN_SHOWN.get(one.rule, frozenset())
        if one.rule == "R06" and reading.ration.is_over:
            spoken_for |= {"R07", "R08"}
    return [one for one in lines if one.rule not in spoken_for]


def _repair_first(lines: list[Advice], reading: Reading) -> list[Advice]:
    """The headline after a bad set is the repair, not the crime."""
    if reading.moment is not Moment.LOGGED or not lines or not reading.sets_left:
        return lines
    gravest = max(one.severity for one in lines)
    return sorted(lines, key=lambda one: one.rule not in _REPAIRS or one.severity < gravest)


def _one_a_group(lines: Iterable[Advice]) -> list[Advice]:
    spoken: set[int] = set()
    kept = []
    for one in lines:
        group = RULES_BY_ID[one.rule].group
        if group not in spoken:
            spoken.add(group)
            kept.append(one)
    return kept


# -- what was said earlier in the session ------------------------------------------------------


def _was_said(advice: Advice, reading: Reading) -> bool:
    if reading.session is None:
        return False
    if advice.rule in _BEFORE_THE_FIRST_SET and reading.moment in _LIVE:
        return bool(reading.sets_done)
    if advice.rule == "R47":
        return any(_speaks("R47", one) for one in _earlier_plans(reading))
    if advice.rule == "R02" and reading.moment is Moment.EXERCISE_END:
        return any(_speaks("R02", one) for one in _earlier_ends(reading))
    if advice.rule in _PROGRESS:
        ends = _earlier_ends(reading)
        return _has_praised_progress(reading) or any(_speaks("R88", one) for one in ends)
    if reading.moment is not Moment.LOGGED:
        return False
    if advice.rule in _ONCE_A_LIFT:
        return any(_speaks_of_lift(one) for one in _earlier_sets(reading, reading.failed_in, True))
    if advice.rule in _ONCE_OF_ANY_SET:
        return any(_speaks(advice.rule, one) for one in _earlier_sets(reading, _all_sets))
    if advice.rule in _ONCE_A_SESSION:
        earlier = _earlier_sets(reading, reading.failed_in)
        return any(_speaks(advice.rule, one) for one in earlier)
    return False


def _has_praised_progress(reading: Reading) -> bool:
    """Whether an exercise before this one had gained on its last time, by its first work set."""
    latest = {one.exercise_id: one.performed for one in reading.facts.first_work_sets}
    return any(
        (known := latest.get(block.exercise.id)) is not None
        and not reading.failed_in(block)
        and beats(block.work_sets[0], known)
        for block in reading.blocks_before
    )


def _all_sets(block: Block) -> tuple[object, ...]:
    return block.work_sets


def _speaks(rule_id: str, situation: Situation) -> bool:
    rule: Rule = RULES_BY_ID[rule_id]
    earlier = Reading(situation)
    advice = rule.advice(earlier)
    return advice is not None and not is_within_ration(advice, earlier)


def _speaks_of_lift(situation: Situation) -> bool:
    return any(_speaks(rule_id, situation) for rule_id in sorted(_ONCE_A_LIFT))


def _earlier_plans(reading: Reading) -> Iterator[Situation]:
    """The start of each exercise before this one."""
    for position, block in enumerate(reading.blocks[: max(0, reading.position)]):
        if block.work_sets:
            fresh = replace(block, sets=())
            blocks = (*reading.blocks[:position], fresh)
            yield _at(reading, Moment.PLAN, blocks, fresh)


def _earlier_ends(reading: Reading) -> Iterator[Situation]:
    """The end of each exercise before this one."""
    for position, block in enumerate(reading.blocks[: max(0, reading.position)]):
        if block.work_sets:
            yield _at(reading, Moment.EXERCISE_END, reading.blocks[: position + 1], block)


def _earlier_sets(
    reading: Reading,
    which: Callable[[Block], tuple[object, ...]],
    of_this_lift: bool = False,
) -> Iterator[Situation]:
    """The situations in which the session's earlier sets were logged."""
    for position, block in enumerate(reading.blocks):
        is_this = position == reading.position
        if of_this_lift and not is_this:
            continue
        wanted = which(block)
        for place, one in enumerate(block.sets):
            if is_this and one == reading.situation.performed:
                break
            if one.is_work_set and one in wanted and one.at <= reading.now:
                shorter = replace(block, sets=block.sets[: place + 1])
                before = tuple(
                    replace(other, sets=tuple(s for s in other.sets if s.at <= one.at))
                    for other in reading.blocks[:position]
                )
                after = tuple(
                    replace(other, sets=tuple(s for s in other.sets if s.at < one.at))
                    for other in reading.blocks[position + 1 :]
                )
                blocks = (*before, shorter, *after)
                situation = _at(reading, Moment.LOGGED, blocks, shorter)
                yield replace(situation, performed=one, now=one.at)


def _at(reading: Reading, moment: Moment, blocks: tuple[Block, ...], block: Block) -> Situation:
    running = reading.session or Session(reading.now, reading.zone)
    return replace(
        reading.situation,
        moment=moment,
        session=replace(running, blocks=blocks),
        block=block,
        performed=None,
        index=None,
    )
