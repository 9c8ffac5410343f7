"""The guide over a whole history: what it would have said, had it spoken at every set.

Each situation is built as the app would have had it: the facts of the sessions before, the sets
of the session so far, nothing later. Where a session was not planned, what was done in it is taken
as its plan, since lifters repeat their last session.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from tracker.effort import FailureType
from tracker.guidance.advice import Guidance, Moment, Severity
from tracker.guidance.guide import guide
from tracker.guidance.memory import Memory
from tracker.guidance.preview import if_failed
from tracker.guidance.situation import Facts, Pain, Situation
from tracker.guidance.voice import LESSONS
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.session import Block, Session
from tracker.settings import Settings

_KINDS = (FailureType.TECHNICAL, FailureType.ABSOLUTE)


@dataclass(frozen=True, slots=True)
class Told:
    """What the guide said at one moment of the history."""

    session_id: int
    moment: Moment
    guidance: Guidance


@dataclass(slots=True)
class Tally:
    """How often the guide spoke over a history."""

    sessions: int = 0
    sets: int = 0
    """Work sets."""
    fired: Counter[str] = field(default_factory=Counter)
    """By rule: how often it fired, absorbed ones left out."""
    shown: Counter[str] = field(default_factory=Counter)
    """By rule: how often a person was shown it."""
    red: Counter[str] = field(default_factory=Counter)
    """By rule: how often it was shown as a warning or a stop."""

    def add(self, guidance: Guidance) -> None:
        """Count one answer of the guide."""
        self.fired.update(one.rule for one in guidance.all)
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
        counts.add(told.guidance)
    visits = [one for one in known if any(block.work_sets for block in one.blocks)]
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
        if session.last_set_at is None:
            continue
        visit = _Visit(session, memory, profile, settings, zone)
        for told in visit.moments():
            lessons = {one.rule for one in told.guidance.shown} & LESSONS
            visit.profile = replace(visit.profile, lessons=visit.profile.lessons | lessons)
            yield told
        profile = visit.profile
        memory.add(session)


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
                yield self._told(Moment.PLAN, one.at, place)
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
        return Told(self._whole.id, Moment.PLAN, guide(if_failed(meant, failure, one.technique)))

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


def _planned(block: Block) -> Block:
    """The exercise before its first set, with as many sets planned as were done."""
    return replace(block, sets=(), planned_sets=block.sets_planned or len(block.work_sets))


def _in_order(blocks: list[Block]) -> list[tuple[int, PerformedSet]]:
    """All sets with the place of their exercise, as they were done."""
    sets = [(place, one) for place, block in enumerate(blocks) for one in block.sets]
    # Where only the session's start is known they stand as they were written down.
    return sorted(sets, key=lambda placed: placed[1].at)
