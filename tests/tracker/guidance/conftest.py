"""A small gym to build situations in."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from data.catalogue import load_catalogue
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.guidance.advice import Guidance, Moment, Severity
from tracker.guidance.guide import guide
from tracker.guidance.situation import Facts, PastFailure, Situation
from tracker.load import Load, Unit
from tracker.performed import PerformedSet, Segment
from tracker.planned import PlannedSet
from tracker.profile import Profile, TrainingLevel
from tracker.safety import NOTHING_SAID, Safety
from tracker.session import Block, Place, Session
from tracker.settings import Settings

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
_TODAY = 1000
"""The running session's id."""
_SPEC = re.compile(r"(w?)([\d.]+)(lb)?x(\d+)(?:@([\d.]+))?([ta!]?)(d\d|r|f|e)?$")
_TAGS = {
    "": None,
    "t": FailureType.TECHNICAL,
    "a": FailureType.ABSOLUTE,
    "!": FailureType.UNKNOWN,
}
_TECHNIQUES = {
    "r": Technique.REST_PAUSE,
    "f": Technique.FORCED,
    "e": Technique.ECCENTRIC,
}
SPOTTED = Safety(spotter=True)
ALONE = Safety(spotter=False, safeties=False)


class Gym:
    """Builds sets, sessions and situations at one fixed time."""

    now = NOW
    spotted = SPOTTED
    alone = ALONE

    def __init__(self) -> None:
        self._lifts = {one.name: replace(one, id=n) for n, one in enumerate(load_catalogue(), 1)}

    def lift(self, name: str) -> Exercise:
        return self._lifts[name]

    def lifts(self) -> tuple[Exercise, ...]:
        return tuple(self._lifts.values())

    def done(self, spec: str, at: datetime = NOW, safety: Safety = NOTHING_SAID) -> PerformedSet:
        """`100x8@2`, `100x10a`, `225lbx8`, `w60x10`, `80x10ad2` (two drops), `80x10ae`."""
        match = _SPEC.match(spec)
        assert match, spec
        warm, value, pounds, reps, rir, tag, technique = match.groups()
        drops = int(technique[1]) if technique and technique[0] == "d" else 0
        return PerformedSet(
            at=at,
            load=Load(Decimal(value), Unit.LB if pounds else Unit.KG),
            reps=int(reps),
            rir=None if rir is None else float(rir),
            failure=_TAGS[tag],
            technique=Technique.DROP if drops else _TECHNIQUES.get(technique or "", Technique.NONE),
            segments=(Segment(6),) * drops,
            warm_up=bool(warm),
            safety=safety,
        )

    def block(
        self,
        name: str,
        specs: Sequence[str] = (),
        planned: int | None = None,
        plan: Sequence[PlannedSet] = (),
        safety: Safety = NOTHING_SAID,
        place: tuple[int, int] | None = None,
        minutes_ago: int = 0,
    ) -> Block:
        """An exercise with its sets three minutes apart, the last so many minutes ago."""
        last = len(specs) - 1
        sets = tuple(
            self.done(spec, NOW - timedelta(minutes=minutes_ago + 3 * (last - place_)))
            for place_, spec in enumerate(specs)
        )
        return Block(
            self.lift(name),
            sets,
            tuple(plan),
            planned,
            Place(*place) if place else None,
            safety=safety,
        )

    def session(self, *blocks: Block, ended: bool = False) -> Session:
        start = NOW - timedelta(hours=1)
        return Session(start, "UTC", ended_at=NOW if ended else None, blocks=blocks, id=_TODAY)

    def situation(
        self,
        moment: Moment,
        block: Block | None = None,
        *,
        before: Iterable[Block] = (),
        after: Iterable[Block] = (),
        level: str = "intermediate",
        facts: Facts | None = None,
        settings: dict[str, object] | None = None,
        profile: Profile | None = None,
        performed: PerformedSet | None = None,
        index: int | None = None,
        zone: str = "UTC",
    ) -> Situation:
        chosen = Settings()
        for name, value in (settings or {}).items():
            chosen = chosen.with_value(name, value)
        blocks = (*before, *((block,) if block else ()), *after)
        return Situation(
            moment,
            NOW,
            zone,
            profile or Profile(TrainingLevel(level)),
            chosen,
            facts or Facts(),
            self.session(*blocks, ended=moment is Moment.SESSION_END),
            block,
            performed,
            index,
        )

    def logged(
        self, name: str, *specs: str, planned: int | None = None, **more: object
    ) -> Guidance:
        """The guide's answer to the last of these sets."""
        return guide(self.logged_situation(name, *specs, planned=planned, **more))

    def logged_situation(
        self, name: str, *specs: str, planned: int | None = None, **more: object
    ) -> Situation:
        own = {key: more.pop(key) for key in ("safety", "place", "plan") if key in more}
        block = self.block(name, specs, planned, **own)
        return self.situation(Moment.LOGGED, block, performed=block.sets[-1], **more)

    def planning(self, name: str, *fails: int, **more: object) -> Guidance:
        return guide(self.planned_situation(name, *fails, **more))

    def planned_situation(
        self,
        name: str,
        *fails: int,
        sets: int = 3,
        failure: str = "technical",
        technique: str = "none",
        rir: float | None = None,
        reps: int | None = 10,
        load: str = "60",
        **more: object,
    ) -> Situation:
        """Sets planned, those numbered to failure (or with a technique), at that RIR target."""
        meant = PlannedSet(
            Load(Decimal(load), Unit.KG),
            reps,
            rir,
            FailureType(failure) if failure else None,
            Technique(technique),
        )
        easy = PlannedSet(Load(Decimal(load), Unit.KG), reps, 2.0)
        plan = tuple(meant if number in fails else easy for number in range(1, sets + 1))
        own = {key: more.pop(key) for key in ("safety", "place") if key in more}
        specs = more.pop("specs", ())
        block = self.block(name, specs, None, plan, **own)
        return self.situation(Moment.PLAN, block, **more)

    def past(
        self,
        name: str,
        spec: str = "60x10a",
        *,
        hours: float = 0,
        at: datetime | None = None,
        session: int | None = None,
        index: int = 3,
        of: int = 3,
    ) -> PastFailure:
        """A failure so many hours ago, in a session of its own unless said."""
        instant = at or NOW - timedelta(hours=hours)
        number = session if session is not None else int(NOW.timestamp() - instant.timestamp()) + 1
        return PastFailure(self.lift(name), number, instant, self.done(spec, instant), index, of)

    def facts(self, *failures: PastFailure, **more: object) -> Facts:
        return Facts(failures=failures, **more)


@pytest.fixture(scope="session")
def gym() -> Gym:
    """The gym."""
    return Gym()


@pytest.fixture(scope="session")
def fired() -> Callable[[Guidance], dict[str, str]]:
    """All rules that fired, with their severity in words."""

    def of(guidance: Guidance) -> dict[str, str]:
        return {one.rule: Severity(one.severity).word for one in guidance.all}

    return of


@pytest.fixture(scope="session")
def lines() -> Callable[[Guidance], list[str]]:
    """The rules of the lines shown, in order."""

    def of(guidance: Guidance) -> list[str]:
        return [one.rule for one in guidance.shown]

    return of
