"""The coach: makes situations of what the store holds, and asks the guide."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import import_module
from typing import Protocol, cast

from tracker.bests import Bests
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.guidance.advice import Guidance, Moment
from tracker.guidance.situation import Facts, Situation
from tracker.guidance.standing import Standing, standing_of
from tracker.guidance.verdict import Preview
from tracker.performed import PerformedSet
from tracker.profile import Profile
from tracker.records import Record, records_of_session, records_of_set
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.store import Store


class Previewing(Protocol):
    """`tracker.guidance.preview`, as it is used here."""

    preview: Callable[[Situation, FailureType], Preview]
    if_failed: Callable[[Situation, FailureType, Technique], Situation]


def ask(situation: Situation) -> Guidance:
    """Ask the guide.

    The rules are loaded by name at the first question: the first room asks none.
    """
    answer = import_module("tracker.guidance.guide").guide(situation)
    assert isinstance(answer, Guidance)
    return answer


def _previewing() -> Previewing:
    return cast(Previewing, import_module("tracker.guidance.preview"))


class Coach:
    """Asks the guide on behalf of the app and of the command line.

    History is read once for each exercise and kept until `forget`: the guide cuts its windows
    at `now` itself, so that what was read stays right while a session runs.
    """

    def __init__(self, store: Store, zone: str) -> None:
        """Ask for the lifter of this store, with dates said in this zone."""
        self._store = store
        self._zone = zone
        self._facts: dict[tuple[int, int], Facts] = {}
        self._bests: dict[tuple[int, int], Bests] = {}
        self._thumbs: dict[int, str] = {}
        self._settings: Settings | None = None
        self._profile: Profile | None = None

    def forget(self) -> None:
        """Read everything again at the next question: the log or the settings changed."""
        self._facts.clear()
        self._bests.clear()
        self._thumbs.clear()
        self._settings = None
        self._profile = None

    def keep_profile(self, profile: Profile) -> None:
        """Take a profile that was just saved, without reading anything again."""
        self._profile = profile

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        if self._settings is None:
            self._settings = self._store.keeping.settings()
        return self._settings

    @property
    def profile(self) -> Profile:
        """The lifter."""
        if self._profile is None:
            self._profile = self._store.keeping.profile()
        return self._profile

    def _profile_on(self, session: Session | None) -> Profile:
        """The lifter with the body weight of that day."""
        weight = session.body_weight if session else None
        return replace(self.profile, body_weight=weight) if weight else self.profile

    def facts(self, at: datetime, exercise: Exercise | None = None, session_id: int = 0) -> Facts:
        """The history for an exercise, without the session given."""
        key = (exercise.id if exercise else 0, session_id)
        if key not in self._facts:
            read = self._store.history.facts
            self._facts[key] = read(at, self.settings, exercise, session_id)
        return self._facts[key]

    def situation(
        self,
        moment: Moment,
        at: datetime,
        session: Session | None = None,
        block: Block | None = None,
        performed: PerformedSet | None = None,
        index: int | None = None,
    ) -> Situation:
        """The situation of a moment, with its history."""
        exercise = block.exercise if block else None
        return Situation(
            moment=moment,
            now=at,
            zone=self._zone,
            profile=self._profile_on(session),
            settings=self.settings,
            facts=self.facts(at, exercise, session.id if session else 0),
            session=session,
            block=block,
            performed=performed,
            index=index,
        )

    def logged(
        self, at: datetime, session: Session, block: Block, performed: PerformedSet
    ) -> Guidance:
        """What the guide says of a set that was just logged and stands in the session."""
        return ask(self.situation(Moment.LOGGED, at, session, block, performed))

    def plan(
        self, at: datetime, session: Session | None, block: Block, index: int | None = None
    ) -> Guidance:
        """What the guide says of the block's plan, or of one work set of it."""
        return ask(self.situation(Moment.PLAN, at, session, block, index=index))

    def entry(
        self, at: datetime, session: Session, block: Block, performed: PerformedSet
    ) -> Guidance:
        """What the guide says of a set that is typed but not logged."""
        return ask(self.situation(Moment.ENTRY, at, session, block, performed))

    def preview(
        self,
        at: datetime,
        session: Session | None,
        block: Block,
        failure: FailureType = FailureType.TECHNICAL,
    ) -> Preview:
        """What a failure on the next set would be, and cost."""
        return _previewing().preview(self.situation(Moment.PLAN, at, session, block), failure)

    def if_failed(
        self,
        at: datetime,
        session: Session,
        block: Block,
        failure: FailureType,
        technique: Technique = Technique.NONE,
    ) -> Guidance:
        """What the guide says where failure on the next set is meant, or going past it."""
        situation = self.situation(Moment.PLAN, at, session, block)
        return ask(_previewing().if_failed(situation, failure, technique))

    def exercise_end(self, at: datetime, session: Session, block: Block) -> Guidance:
        """What the guide says when an exercise is over."""
        return ask(self.situation(Moment.EXERCISE_END, at, session, block))

    def session_end(self, at: datetime, session: Session) -> Guidance:
        """What the guide says when the session is over."""
        return ask(self.situation(Moment.SESSION_END, at, session))

    def next_session(self, at: datetime, session: Session) -> Guidance:
        """What the guide says when a session opens."""
        return ask(self.situation(Moment.NEXT_SESSION, at, session))

    def records(
        self, at: datetime, session: Session, block: Block, performed: PerformedSet
    ) -> tuple[Record, ...]:
        """What a set of the session reached for the first time, against all that was done before.

        A record that was announced earlier in the session is not announced again.
        """
        exercise = block.exercise
        sets = _sets_of(session, exercise, at)
        place = next((n for n, one in enumerate(sets) if one.id == performed.id), len(sets))
        bests = self.bests(session, exercise)
        return records_of_set(exercise, bests, sets[:place], performed, session.body_weight)

    def session_records(self, at: datetime, session: Session) -> tuple[Record, ...]:
        """The final records of a session, exercise after exercise."""
        done = {one.exercise.id: one.exercise for one in session.blocks if one.work_sets}
        return tuple(
            record
            for exercise in done.values()
            for record in records_of_session(
                exercise,
                self.bests(session, exercise),
                _sets_of(session, exercise, at),
                session.body_weight,
            )
        )

    def bests(self, session: Session, exercise: Exercise) -> Bests:
        """What the exercise's sessions before this one hold, read once like its history."""
        key = (exercise.id, session.id)
        if key not in self._bests:
            read = self._store.history.bests
            self._bests[key] = read(exercise, session.started_at, session.id)
        return self._bests[key]

    def own_rir(self, at: datetime, exercise: Exercise) -> str:
        """What the lifter's RIR on this lift has meant in a year: `Your 2 is more like 3.`

        Empty where too little is known, or where it meant what it said.
        """
        if exercise.id not in self._thumbs:
            tool = import_module("tracker.guidance.calibration")
            since = at - timedelta(days=tool.DAYS)
            read = self._store.history.failed_blocks
            told = tool.calibration(read(since, at, self.settings, exercise.id), self.settings)
            self._thumbs[exercise.id] = (
                tool.rule_of_thumb(told.overall.correction) if told.overall else ""
            )
        return self._thumbs[exercise.id]

    def standing(self, at: datetime, session: Session | None = None) -> Standing:
        """Ration, budget and recovery clocks, the running session counted in."""
        return standing_of(self.situation(Moment.DASHBOARD, at, session))


def _sets_of(session: Session, exercise: Exercise, at: datetime) -> Sequence[PerformedSet]:
    """The sets of an exercise in a session up to a time, in the order they were done."""
    blocks = (one for one in session.blocks if one.exercise.id == exercise.id)
    sets = (one for block in blocks for one in block.sets if one.at <= at)
    return sorted(sets, key=lambda one: one.at)
