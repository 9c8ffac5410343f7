"""What the guide said earlier in the session, found by going through its sets again.

Pure: nothing that was said is stored, so that an edit of the past changes it as it changes
everything else.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from tracker.guidance.advice import Moment, Severity
from tracker.guidance.on_purpose import is_on_purpose, keeps_silent, milder
from tracker.guidance.reading import Reading
from tracker.guidance.rules import RULES_BY_ID
from tracker.guidance.situation import Facts, Situation
from tracker.performed import PerformedSet
from tracker.session import Block, Session


def severity_said(rule_id: str, reading: Reading) -> Severity | None:
    """How grave a rule speaks of a situation; None where it is silent."""
    rule = RULES_BY_ID[rule_id]
    severity = rule.severity_on(reading)
    if severity is None or not is_on_purpose(reading):
        return severity
    return None if keeps_silent(rule, reading) else milder(rule, severity)


def is_within_ration(rule_id: str, severity: Severity, reading: Reading) -> bool:
    """Whether the line tells of a slot that is neither the last nor one too many."""
    if rule_id != "R06" or severity is not Severity.INFO:
        return False
    return reading.ration.used < reading.ration.limit


class Said:
    """The earlier moments of a session, each read once."""

    def __init__(self, reading: Reading) -> None:
        """Look back from this moment."""
        self._reading = reading
        self._failed: list[Reading] = []
        self._more_failed = self._earlier_failures()

    def at_a_failure(self, *rule_ids: str) -> bool:
        """Whether one of the rules spoke when an earlier set of the session failed."""
        return any(_spoke(one, earlier) for earlier in self._failures() for one in rule_ids)

    def of_this_lift(self, *rule_ids: str) -> bool:
        """Whether one of the rules spoke of an earlier failure of this exercise."""
        name = self._reading.exercise.name
        return any(
            _spoke(one, earlier)
            for earlier in self._failures()
            if earlier.exercise.name == name
            for one in rule_ids
        )

    def lifts_told(self, *rule_ids: str) -> int:
        """Of how many exercises one of the rules spoke earlier in the session."""
        names: set[str] = set()
        for earlier in self._failures():
            name = earlier.exercise.name
            if name not in names and any(_spoke(one, earlier) for one in rule_ids):
                names.add(name)
        return len(names)

    @cached_property
    def has_failed_last_session(self) -> bool:
        """Whether a set of the session before this one failed."""
        previous = self._reading.facts.previous_session
        return previous is not None and any(map(self._reading.failed_in, previous.blocks))

    def in_red(self, rule_ids: frozenset[str]) -> bool:
        """Whether one of the rules warned when an earlier set of the session failed."""
        return any(
            (severity_said(one, earlier) or Severity.INFO) >= Severity.WARNING
            for earlier in self._failures()
            for one in sorted(rule_ids)
        )

    def at_a_set(self, rule_id: str) -> bool:
        """Whether the rule spoke of any earlier work set of the session."""
        return any(_spoke(rule_id, self._logged(*one)) for one in self._earlier_sets())

    def at_an_end(self, rule_id: str) -> bool:
        """Whether the rule spoke when an earlier exercise of the session ended."""
        return any(_spoke(rule_id, one) for one in self._earlier_ends)

    def at_a_start(self, rule_id: str) -> bool:
        """Whether the rule spoke when an earlier exercise of the session began."""
        reading = self._reading
        for position, block in enumerate(reading.blocks[: max(0, reading.position)]):
            if block.work_sets:
                fresh = replace(block, sets=())
                blocks = (*reading.blocks[:position], fresh, *reading.blocks[position + 1 :])
                if _spoke(rule_id, _reading_at(reading, Moment.PLAN, blocks, fresh)):
                    return True
        return False

    def at_the_opening(self, rule_id: str) -> bool:
        """Whether the rule spoke when the session opened with its plan."""
        reading = self._reading
        begun = any(one.sets for one in reading.blocks)
        planned = tuple(
            replace(one, sets=()) for one in reading.blocks if one.sets_planned is not None
        )
        if not planned or not (begun or (reading.session and reading.session.is_open)):
            return False
        situation = _situation_at(reading, Moment.NEXT_SESSION, planned, None)
        return _spoke(rule_id, Reading(situation))

    def last_session(self, rule_id: str, moment: Moment) -> bool:
        """Whether the rule spoke at such a moment of the session before this one."""
        return any(_spoke(rule_id, one) for one in self._of_last_session(moment))

    def _of_last_session(self, moment: Moment) -> Iterator[Reading]:
        previous = self._reading.facts.previous_session
        if previous is None:
            return
        blocks = tuple(one for one in previous.blocks if one.work_sets)
        told = replace(
            self._reading.situation,
            moment=moment,
            session=previous,
            facts=Facts(),
            block=None,
            performed=None,
            index=None,
        )
        if moment is Moment.SESSION_END:
            yield Reading(told)
            return
        for position, block in enumerate(blocks):
            if moment is Moment.PLAN:
                fresh = replace(block, sets=())
                session = replace(previous, blocks=(*blocks[:position], fresh))
                yield Reading(replace(told, session=session, block=fresh))
                continue
            for one in self._reading.failed_in(block):
                yield Reading(replace(told, block=block, performed=one, now=one.at))

    # -- the session's earlier moments ---------------------------------------------------------

    def _failures(self) -> Iterator[Reading]:
        yield from self._failed
        for one in self._more_failed:
            self._failed.append(one)
            yield one

    def _earlier_failures(self) -> Iterator[Reading]:
        for block, place in self._earlier_sets():
            if block.sets[place] in self._reading.failed_in(block):
                yield self._logged(block, place)

    def _earlier_sets(self) -> Iterator[tuple[Block, int]]:
        reading = self._reading
        for position, block in enumerate(reading.blocks):
            is_this = position == reading.position
            for place, one in enumerate(block.sets):
                if is_this and one == reading.situation.performed:
                    break
                if one.is_work_set and one.at <= reading.now:
                    yield block, place

    def _logged(self, block: Block, place: int) -> Reading:
        one = block.sets[place]
        shorter = block if place + 1 == len(block.sets) else _first_sets(block, place + 1)
        blocks = []
        has_passed = False
        for other in self._reading.blocks:
            if other is block:
                has_passed = True
                blocks.append(shorter)
            else:
                blocks.append(_by(other, one.at, not has_passed))
        situation = _situation_at(self._reading, Moment.LOGGED, tuple(blocks), shorter)
        return Reading(replace(situation, performed=one, now=one.at))

    @cached_property
    def _earlier_ends(self) -> tuple[Reading, ...]:
        reading = self._reading
        return tuple(
            _reading_at(reading, Moment.EXERCISE_END, reading.blocks[: position + 1], block)
            for position, block in enumerate(reading.blocks[: max(0, reading.position)])
            if block.work_sets
        )


def _spoke(rule_id: str, reading: Reading) -> bool:
    severity = severity_said(rule_id, reading)
    return severity is not None and not is_within_ration(rule_id, severity, reading)


def _first_sets(block: Block, count: int) -> Block:
    return replace(block, sets=block.sets[:count])


def _by(block: Block, instant: datetime, is_before: bool) -> Block:
    """The block as it stood at an instant; of sets at that very instant those before count."""

    def was_done(one: PerformedSet) -> bool:
        return one.at < instant or (is_before and one.at == instant)

    if all(was_done(one) for one in block.sets):
        return block
    return replace(block, sets=tuple(one for one in block.sets if was_done(one)))


def _situation_at(
    reading: Reading, moment: Moment, blocks: tuple[Block, ...], block: Block | None
) -> Situation:
    running = reading.session or Session(reading.now, reading.zone)
    return replace(
        reading.situation,
        moment=moment,
        session=replace(running, blocks=blocks),
        block=block,
        performed=None,
        index=None,
    )


def _reading_at(
    reading: Reading, moment: Moment, blocks: tuple[Block, ...], block: Block
) -> Reading:
    return Reading(_situation_at(reading, moment, blocks, block))
