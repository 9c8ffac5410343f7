"""What of all that fired a person is shown: few lines, nothing twice, a stop alone.

A pure stage after absorption (guidance, section 0a.3). What it holds to:

- An info line is not said beside anything graver, nor is praise; a lesson, given once ever, is.
- The first red line on how often, where and at what cost stands for the rest of the session: the
  others come as cautions. Safety, the lift itself and what goes past failure stay red.
- A habit is told when it begins: what was said of the last session is not said of this one too.
- Progress is told when it is news: not the step that was already due last time, and only a first
  set better than any of four weeks. So is recovery: the summary lists the clocks anyway.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from tracker.guidance.absorption import ABSORBS_WHEN_SHOWN
from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.presets import QUIET
from tracker.guidance.reading import Reading
from tracker.guidance.rule import Group
from tracker.guidance.rules import RULES_BY_ID
from tracker.guidance.rules_education import beats
from tracker.guidance.rules_recovery import comes_too_soon
from tracker.guidance.said import Said, is_within_ration
from tracker.performed import PerformedSet
from tracker.progression import is_due_more

LINES = 3
"""Most lines shown while lifting."""
LINES_AT_THE_END = 6
"""Most lines shown when an exercise or a session ends."""
LESSONS = frozenset({"R12", "R13", "R19", "R21", "R25"})
"""Rules that are shown once ever; the profile keeps which were."""

_LIVE = frozenset({Moment.PLAN, Moment.ENTRY, Moment.LOGGED})
_LOOKING_BACK = frozenset({Moment.LOGGED, Moment.EXERCISE_END, Moment.SESSION_END})
_WHILE_TRAINING = frozenset(Moment) - {Moment.DASHBOARD, Moment.HELP}
_ONCE_A_SESSION = frozenset({"R06", "R07", "R22", "R50", "R73", "R77"})
"""Rules that only failure sets fire."""
_ONCE_OF_ANY_SET = frozenset({"R44", "R51"})
"""Rules that the set after a failure fires."""
_REPAIRS = ("R05", "R42", "R43")
"""Rules whose line tells the next load: one of them a lift, and first among equals."""
_REPAIRS_TOLD = 2
"""In so many lifts of a session; after that the repair stands in the draft alone."""
_WARN_ONCE = frozenset({"R05", "R06", "R07", "R42", "R43"})
"""Rules on how often and where that may warn when a set fails."""
_SOFT_GROUPS = (Group.RATION, Group.POSITION, Group.DROP, Group.RECOVERY)
"""Groups that warn once a session."""
_HABITS: Mapping[str, tuple[Moment, ...]] = {
    "R04": (Moment.SESSION_END,),
    "R22": (Moment.LOGGED,),
    "R47": (Moment.PLAN,),
}
"""By rule: the moments at which what was said of the last session is not said again."""
_ON_THE_DASHBOARD = frozenset({"R27", "R55"})
"""Habits: they are looked at in peace, not at the start of a session."""
_ONCE_AT_AN_END = frozenset({"R18", "R48", "R52", "R54"})
_PRAISE_OF_FAILURE = ("R15", "R18", "R48")
"""One of them a session, and not two sessions running."""
_PRAISE = frozenset({"R15", "R18", "R35", "R48", "R90"})
_KEPT_BESIDE = LESSONS | {"R26", "R36"}
"""Info that stays beside graver lines: lessons given once ever, a question, an answer."""
_FORTNIGHT = timedelta(days=14)
_ENOUGH_TO_COMPARE = 3
"""Sessions of a lift that a best has to be better than."""
_SEEN_ELSEWHERE = frozenset({"R09", "R61", "R87"})
"""Rules whose content the screen shows anyway: ration, clocks and the target."""


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
    said = Said(reading)
    lines = _without_repeats(_absorbed_when_shown(advices, reading), reading, said)
    lines = _calmed(lines, reading, said)
    if reading.moment in _LOOKING_BACK:
        lines = _without_remarks(lines)
    elif any(one.severity > Severity.INFO for one in lines):
        lines = [one for one in lines if one.rule not in _PRAISE]
    lines = _one_a_group(_repair_first(lines, reading))
    return tuple(lines[: LINES if reading.moment in _LIVE else LINES_AT_THE_END])


def _absorbed_when_shown(lines: Sequence[Advice], reading: Reading) -> list[Advice]:
    spoken_for: set[str] = set()
    for one in lines:
        spoken_for |= ABSORBS_WHEN_SHOWN.get(one.rule, frozenset())
        if one.rule == "R06" and reading.ration.is_over:
            spoken_for |= {"R07", "R08"}
    return [one for one in lines if one.rule not in spoken_for]


def _without_repeats(advices: Iterable[Advice], reading: Reading, said: Said) -> list[Advice]:
    lessons = reading.profile.lessons
    return [
        one
        for one in advices
        if one.rule not in _SEEN_ELSEWHERE
        and not (one.rule in LESSONS and one.rule in lessons)
        and not is_within_ration(one.rule, one.severity, reading)
        and not _waits(one, reading)
        and not _is_no_news(one, reading)
        and not _was_said(one, reading, said)
    ]


def _waits(advice: Advice, reading: Reading) -> bool:
    """Whether a line has, or had, a better moment."""
    if advice.rule == "R08" and reading.moment is Moment.SESSION_END:
        return reading.ration.is_over
    if reading.moment is not Moment.NEXT_SESSION:
        return False
    has_plan = bool(reading.blocks)
    return advice.rule in _ON_THE_DASHBOARD or (advice.rule == "R57" and not has_plan)


def _is_no_news(advice: Advice, reading: Reading) -> bool:
    last = reading.facts.last_time
    if advice.rule == "R38":
        return last is not None or bool(reading.sets_done)
    if advice.rule == "R88":
        previous = reading.facts.previous_session
        blocks = previous.blocks if previous else ()
        return (last is not None and is_due_more(last, reading.settings)) or any(
            is_due_more(block, reading.settings) for block in blocks
        )
    if advice.rule == "R56":
        # The summary lists the clocks; only what asks for more rest than usual is news.
        return advice.severity is Severity.INFO and not comes_too_soon(reading)
    if advice.rule == "R90":
        return not _is_a_best(reading)
    return False


def _is_a_best(reading: Reading) -> bool:
    """Whether the exercise opened better than in four weeks, the first to do so in a fortnight."""
    openings: dict[int, list[PerformedSet]] = {}
    for one in reading.facts.first_work_sets:
        openings.setdefault(one.exercise_id, []).append(one.performed)
    today = openings.get(reading.exercise.id, [])
    if not _tops(reading.sets_done[0], today):
        return False
    since = reading.now - _FORTNIGHT
    return not any(
        known[place].at > since and _tops(known[place], known[:place])
        for known in openings.values()
        for place in range(_ENOUGH_TO_COMPARE, len(known))
    )


def _tops(performed: PerformedSet, known: Sequence[PerformedSet]) -> bool:
    enough = len(known) >= _ENOUGH_TO_COMPARE
    return enough and all(beats(performed, one) for one in known)


def _was_said(advice: Advice, reading: Reading, said: Said) -> bool:
    rule, moment = advice.rule, reading.moment
    if reading.session is None:
        return False
    if rule == "R57" and moment in _LIVE:
        return bool(reading.sets_done) or said.at_the_opening(rule) or said.at_a_start(rule)
    if rule in _PRAISE_OF_FAILURE and said.has_failed_last_session:
        return True
    if moment in _HABITS.get(rule, ()) and said.last_session(rule, moment):
        return True
    if rule == "R47":
        return said.at_a_start(rule)
    if rule == "R02":
        return moment is Moment.EXERCISE_END and said.at_an_end(rule)
    if rule in ("R88", "R90"):
        return said.at_an_end("R88") or said.at_an_end("R90")
    if moment is Moment.EXERCISE_END:
        return rule in _ONCE_AT_AN_END and said.at_an_end(rule)
    if moment is not Moment.LOGGED:
        return False
    if rule in _REPAIRS:
        return said.of_this_lift(*_REPAIRS) or said.lifts_told(*_REPAIRS) >= _REPAIRS_TOLD
    if rule in _ONCE_OF_ANY_SET:
        return said.at_a_set(rule)
    if rule in _PRAISE_OF_FAILURE:
        return said.at_a_failure(*_PRAISE_OF_FAILURE)
    return rule in _ONCE_A_SESSION and said.at_a_failure(rule)


def _calmed(lines: Sequence[Advice], reading: Reading, said: Said) -> list[Advice]:
    """The lines with what was warned of before as cautions, gravest first."""
    if reading.moment not in _LOOKING_BACK:
        return list(lines)
    red = [one for one in lines if one.severity is Severity.WARNING and _is_soft(one)]
    if not red or not said.in_red(_WARN_ONCE):
        return list(lines)
    calm = [replace(one, severity=Severity.CAUTION) if one in red else one for one in lines]
    return sorted(calm, key=lambda one: -one.severity)


def _is_soft(advice: Advice) -> bool:
    return RULES_BY_ID[advice.rule].group in _SOFT_GROUPS


def _without_remarks(lines: Sequence[Advice]) -> list[Advice]:
    """Graver lines without the remarks that would stand beside them."""
    if all(one.severity is Severity.INFO for one in lines):
        return list(lines)
    return [one for one in lines if one.severity > Severity.INFO or one.rule in _KEPT_BESIDE]


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
