"""The guide over a whole history: what it would have said, had it spoken at every set.

Each situation is built as the app would have had it: the facts of the sessions before, the sets
of the session so far, nothing later. Where a session was not planned, what was done in it is taken
as its plan, since lifters repeat their last session.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from tracker.effort import FailureType, Technique
from tracker.exercise import ExerciseClass
from tracker.failure import is_failure
from tracker.guidance.advice import Guidance, Moment, Severity
from tracker.guidance.guide import guide
from tracker.guidance.memory import Memory
from tracker.guidance.place import stood_late
from tracker.guidance.preview import if_failed
from tracker.guidance.ration import window_length
from tracker.guidance.situation import Facts, Pain, Situation
from tracker.guidance.voice import LESSONS
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.session import Block, Session
from tracker.settings import Settings

_IN_RESERVE = 2.0
"""What a lifter who obeys leaves."""
_KINDS = (FailureType.TECHNICAL, FailureType.ABSOLUTE)


@dataclass(frozen=True, slots=True)
class Told:
    """What the guide said at one moment of the history."""

    session_id: int
    moment: Moment
    guidance: Guidance
    was_asked: bool = False
    """The lifter asked for it: a failure was announced beforehand."""


@dataclass(slots=True)
class Tally:
    """How often the guide spoke over a history."""

    sessions: int = 0
    sets: int = 0
    """Work sets."""
    fired: Counter[str] = field(default_factory=Counter)
    """By rule: how often it fired, absorbed ones left out."""
    shown: Counter[str] = field(default_factory=Counter)
    """By rule: how often a person was shown it unasked."""
    red: Counter[str] = field(default_factory=Counter)
    """By rule: how often it was shown as a warning or a stop."""

    def add(self, told: Told) -> None:
        """Count one answer of the guide; a verdict that was asked for is no noise."""
        guidance = told.guidance
        self.fired.update(one.rule for one in guidance.all)
        if told.was_asked:
            return
        self.shown.update(one.rule for one in guidance.shown)
        self.red.update(one.rule for one in guidance.shown if one.severity >= Severity.WARNING)

    @property
    def shown_per_session(self) -> float:
        """Lines shown in a session, on average."""
        return self.shown.total() / self.sessions if self.sessions else 0.0

    @property
    def red_per_session(self) -> float:
        """Warnings and stops shown in a session, on average."""
        return self.red.total() / self.sessions if self.sessions else 0.0


def tally(
    sessions: Iterable[Session],
    profile: Profile,
    settings: Settings,
    zone: str = "UTC",
    pains: tuple[Pain, ...] = (),
) -> Tally:
    """How often each rule fires, and is shown, over a history."""
    counts = Tally()
    known = tuple(sessions)
    for told in replay(known, profile, settings, zone, pains):
        counts.add(told)
    visits = [one for one in known if _has_work(one)]
    counts.sessions = len(visits)
    counts.sets = sum(len(block.work_sets) for one in visits for block in one.blocks)
    return counts


def replay(
    sessions: Iterable[Session],
    profile: Profile,
    settings: Settings,
    zone: str = "UTC",
    pains: tuple[Pain, ...] = (),
) -> Iterator[Told]:
    """What the guide would have said, moment after moment.

    Args:
        sessions: The history, oldest first.
        profile: The lifter; lessons given in the replay are not given again.
        settings: As the lifter set them.
        zone: The zone dates are said in.
        pains: Marks of pain, oldest first.
    """
    memory = Memory(settings, pains)
    for session in sessions:
        if not _has_work(session):
            memory.add(session)
            continue
        visit = _Visit(session, memory, profile, settings, zone)
        for told in visit.moments():
            lessons = {one.rule for one in told.guidance.shown} & LESSONS
            visit.profile = replace(visit.profile, lessons=visit.profile.lessons | lessons)
            yield told
        profile = visit.profile
        memory.add(session)


def obeying(sessions: Iterable[Session], settings: Settings) -> tuple[Session, ...]:
    """The same history by a lifter who obeys the article: what should not have failed did not.

    A failure stays where the ration has a slot, for the lift too, on the last set of an isolation
    or machine lift that stood late in its session, and without a technique; every other one
    becomes RIR 2.
    """
    events: list[tuple[datetime, str]] = []
    kept = []
    for session in sessions:
        done = [block for block in session.blocks if block.work_sets]
        allowed = 0
        for position, block in enumerate(done):
            since = session.started_at - window_length(settings)
            recent = [lift for at, lift in events if at > since]
            free = len(recent) < settings.whole("ration.total_max") and recent.count(
                block.exercise.name
            ) < settings.whole("ration.per_ex_max")
            suited = block.exercise.exercise_class in (ExerciseClass.ISO, ExerciseClass.MC)
            late = stood_late([one.exercise for one in done], position)
            last = block.work_sets[-1]
            plain = last.technique is Technique.NONE and is_failure(last, settings)
            if free and suited and late and plain and block.exercise.is_guided:
                events.append((last.at, block.exercise.name))
                allowed = block.id
        blocks = tuple(_held_back(one, settings, one.id == allowed) for one in session.blocks)
        kept.append(replace(session, blocks=blocks))
    return tuple(kept)


def _held_back(block: Block, settings: Settings, may_fail_last: bool) -> Block:
    last = block.work_sets[-1] if block.work_sets and may_fail_last else None
    return replace(
        block,
        planned_failure=block.planned_failure and may_fail_last,
        sets=tuple(
            replace(
                one,
                failure=None,
                technique=Technique.NONE,
                segments=(),
                rir=_IN_RESERVE,
                planned_failure=False,
            )
            if one is not last
            and (is_failure(one, settings) or one.technique is not Technique.NONE)
            else one
            for one in block.sets
        ),
    )


class _Visit:
    """One session, gone through set by set."""

    def __init__(
        self, session: Session, memory: Memory, profile: Profile, settings: Settings, zone: str
    ) -> None:
        """Begin with nothing done and everything planned."""
        self.profile = profile
        self._settings = settings
        self._zone = zone
        self._memory = memory
        self._whole = session
        self._facts = memory.facts(session.started_at)
        self._facts.ledger(settings)
        self._about: dict[int, Facts] = {}
        self._blocks = [_planned(block) for block in session.blocks if block.work_sets]
        self._order = _in_order([block for block in session.blocks if block.work_sets])

    def moments(self) -> Iterator[Told]:
        """What the guide says at each moment of the session, in order."""
        start = self._whole.started_at
        yield self._told(Moment.NEXT_SESSION, start)
        left = Counter(place for place, one in self._order if one.is_work_set)
        for place, one in self._order:
            block = self._blocks[place]
            if one.is_work_set and not block.work_sets:
                start_of = self._told(Moment.PLAN, one.at, place)
                yield replace(start_of, was_asked=_means_failure(block))
            if one.is_work_set and one.planned_failure:
                yield self._announced(one, place)
            self._blocks[place] = replace(block, sets=(*block.sets, one))
            if not one.is_work_set:
                continue
            yield self._told(Moment.LOGGED, one.at, place, one)
            left[place] -= 1
            if not left[place]:
                yield self._told(Moment.EXERCISE_END, one.at, place)
        last = max(one.at for _, one in self._order)
        yield self._told(Moment.SESSION_END, max(last, self._whole.ended_at or last))

    def _told(
        self, moment: Moment, now: datetime, place: int = -1, performed: PerformedSet | None = None
    ) -> Told:
        situation = self._situation(moment, now, place, performed)
        return Told(self._whole.id, moment, guide(situation))

    def _announced(self, one: PerformedSet, place: int) -> Told:
        meant = self._situation(Moment.PLAN, one.at, place, None)
        failure = one.failure if one.failure in _KINDS else FailureType.TECHNICAL
        verdict = guide(if_failed(meant, failure, one.technique))
        return Told(self._whole.id, Moment.PLAN, verdict, was_asked=True)

    def _situation(
        self, moment: Moment, now: datetime, place: int, performed: PerformedSet | None
    ) -> Situation:
        is_over = moment is Moment.SESSION_END
        running = replace(
            self._whole,
            blocks=tuple(self._blocks),
            ended_at=self._whole.ended_at if is_over else None,
            is_open=not is_over,
        )
        block = self._blocks[place] if place >= 0 else None
        return Situation(
            moment=moment,
            now=now,
            zone=self._zone,
            profile=self.profile,
            settings=self._settings,
            facts=self._facts_of(block, now),
            session=running,
            block=block,
            performed=performed,
        )

    def _facts_of(self, block: Block | None, now: datetime) -> Facts:
        if block is None:
            return self._facts
        known = self._about.get(block.exercise.id)
        if known is None:
            known = self._memory.about(self._facts, block.exercise, now)
            self._about[block.exercise.id] = known
        return known


def _means_failure(block: Block) -> bool:
    """Whether a failure was planned, so that the verdict on it was asked for."""
    kinds = (None, FailureType.NONE)
    return block.planned_failure or any(
        one.failure not in kinds or one.technique is not Technique.NONE or one.rir == 0
        for one in block.plan
    )


def _has_work(session: Session) -> bool:
    return any(block.work_sets for block in session.blocks)


def _planned(block: Block) -> Block:
    """The exercise before its first set, with as many sets planned as were done."""
    return replace(block, sets=(), planned_sets=block.sets_planned or len(block.work_sets))


def _in_order(blocks: list[Block]) -> list[tuple[int, PerformedSet]]:
    """All sets with the place of their exercise, as they were done."""
    sets = [(place, one) for place, block in enumerate(blocks) for one in block.sets]
    # Where only the session's start is known they stand as they were written down.
    return sorted(sets, key=lambda placed: placed[1].at)
