"""Properties of the guide over generated situations."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.guide import guide
from tracker.guidance.preview import preview
from tracker.guidance.situation import Facts, PastFailure, Situation
from tracker.guidance.standing import standing_after, standing_of
from tracker.load import Load, LoadKind, Unit, bodyweight
from tracker.performed import PerformedSet, Segment
from tracker.planned import PlannedSet
from tracker.profile import Profile, TrainingLevel
from tracker.safety import Safety
from tracker.session import Block, Place, Session
from tracker.settings import Settings

patient = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=settings.default.max_examples // 2,
)
"""Situations are large: how long one takes to build says nothing."""
LIVE = (Moment.PLAN, Moment.ENTRY, Moment.LOGGED)
NAMES = (
    "Bench Press (Barbell)",
    "Preacher Curl (Dumbbell)",
    "Leg Press",
    "Squat (Barbell)",
    "Power Clean (Barbell)",
    "Pull Up",
    "Chest Press (Machine)",
    "Leg Extension (Machine)",
)
answers = st.sampled_from([None, True, False])
safeties = st.builds(Safety, answers, answers, answers)
loads = st.one_of(
    st.none(),
    st.just(bodyweight()),
    st.builds(
        Load,
        st.integers(0, 800).map(lambda halves: Decimal(halves) / 2),
        st.sampled_from(list(Unit)),
        st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED]),
    ),
)
rirs = st.sampled_from([None, 0.0, 0.5, 1.0, 2.0, 5.0])
tags = st.sampled_from([None, *FailureType])
techniques = st.sampled_from([*[Technique.NONE] * 4, *Technique])


@st.composite
def performed(draw, now):
    return PerformedSet(
        at=now - timedelta(minutes=draw(st.integers(0, 60))),
        load=draw(loads),
        reps=draw(st.one_of(st.none(), st.integers(0, 40))),
        rir=draw(rirs),
        failure=draw(tags),
        technique=draw(techniques),
        segments=(Segment(5),) * draw(st.integers(0, 3)),
        warm_up=draw(st.booleans()),
        safety=draw(safeties),
        is_imported=draw(st.booleans()),
    )


planned_sets = st.builds(
    PlannedSet,
    loads,
    st.one_of(st.none(), st.integers(1, 30)),
    rirs,
    tags,
    techniques,
    st.booleans(),
)


@st.composite
def blocks(draw, gym, number):
    n = draw(st.integers(1, 6))
    return Block(
        gym.lift(draw(st.sampled_from(NAMES))),
        tuple(sorted(draw(st.lists(performed(gym.now), max_size=4)), key=lambda one: one.at)),
        tuple(draw(st.lists(planned_sets, max_size=4))),
        draw(st.one_of(st.none(), st.integers(1, 5))),
        draw(st.one_of(st.none(), st.builds(Place, st.integers(1, n), st.just(n)))),
        draw(st.booleans()),
        draw(safeties),
        skipped=draw(st.booleans()),
        id=number,
    )


@st.composite
def past(draw, gym):
    hours = draw(st.integers(-10, 700))
    one = replace(draw(performed(gym.now)), at=gym.now - timedelta(hours=hours))
    lift = gym.lift(draw(st.sampled_from(NAMES)))
    return PastFailure(lift, draw(st.integers(1, 40)), one.at, one)


@st.composite
def facts(draw, gym):
    return Facts(
        failures=tuple(draw(st.lists(past(gym), max_size=6))),
        last_time=draw(st.one_of(st.none(), blocks(gym, 50))),
        bench=tuple(draw(st.lists(performed(gym.now), max_size=2))),
        heaviest=draw(loads),
        drop_ratios=tuple(draw(st.lists(st.floats(0.1, 1.5), max_size=4))),
    )


@st.composite
def situations(draw, gym):
    moment = draw(st.sampled_from(list(Moment)))
    running = tuple(draw(blocks(gym, number)) for number in range(1, draw(st.integers(1, 4)) + 1))
    block = draw(st.one_of(st.none(), st.sampled_from(running)))
    if moment in LIVE:
        block = block or running[0]
    done = None
    if moment is Moment.LOGGED:
        done = block.sets[-1] if block.sets else None
    elif moment is Moment.ENTRY:
        done = draw(performed(gym.now))
    preset = draw(st.sampled_from(["article", "strict", "on_purpose", "quiet"]))
    return Situation(
        moment,
        gym.now,
        "UTC",
        Profile(draw(st.sampled_from(list(TrainingLevel)))),
        Settings({"guidance.preset": preset}),
        draw(facts(gym)),
        Session(gym.now - timedelta(hours=1), "UTC", blocks=running, id=99),
        block,
        done,
        draw(st.one_of(st.none(), st.integers(1, 6))) if moment is Moment.PLAN else None,
    )


@patient
@given(st.data())
def test_the_guide_answers_every_situation_within_its_limits(gym, data):
    situation = data.draw(situations(gym))
    guidance = guide(situation)
    told = [one.severity for one in guidance.all]
    assert told == sorted(told, reverse=True)
    fired = {(one.rule, one.text): one.severity for one in guidance.all}
    assert all(one.severity <= fired[one.rule, one.text] for one in guidance.shown)
    if situation.moment in LIVE:
        assert len(guidance.shown) <= 3
    elif situation.moment is not Moment.HELP:
        assert len(guidance.shown) <= 6
    if situation.moment is not Moment.PLAN:
        assert guidance.is_allowed
    elif not guidance.is_allowed:
        assert [one.severity for one in guidance.shown] == [Severity.STOP]
    severities = [one.severity for one in guidance.shown]
    assert severities == sorted(severities, reverse=True)


@patient
@given(st.data())
def test_the_same_situation_gets_the_same_answer(gym, data):
    situation = data.draw(situations(gym))
    assert guide(situation) == guide(situation)


def _told(situation: Situation) -> list[tuple[str, Severity]]:
    return [(one.rule, one.severity) for one in guide(situation).all]


@patient
@given(st.data(), st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "America/St_Johns"]))
def test_zones_never_change_advice(gym, data, zone):
    situation = data.draw(situations(gym))
    assert _told(replace(situation, zone=zone)) == _told(situation)


def _in_grams(load: Load | None) -> Load | None:
    """The same load told in pounds, to the gram (as near as a decimal pound comes)."""
    if load is None or load.unit is Unit.LB:
        return load
    pounds = (Decimal(load.grams) / Decimal("453.59237")).quantize(Decimal("0.000001"))
    return Load(pounds, Unit.LB, load.kind)


def _pounds(block: Block | None) -> Block | None:
    if block is None:
        return None
    sets = tuple(replace(one, load=_in_grams(one.load)) for one in block.sets)
    plan = tuple(replace(one, load=_in_grams(one.load)) for one in block.plan)
    return replace(block, sets=sets, plan=plan)


@patient
@given(st.data())
def test_units_never_change_advice(gym, data):
    situation = data.draw(situations(gym))
    known = situation.facts
    done = situation.performed
    other = replace(
        situation,
        session=replace(situation.session, blocks=tuple(map(_pounds, situation.session.blocks))),
        block=_pounds(situation.block),
        performed=replace(done, load=_in_grams(done.load)) if done else None,
        facts=replace(
            known,
            last_time=_pounds(known.last_time),
            bench=tuple(replace(one, load=_in_grams(one.load)) for one in known.bench),
            heaviest=None,
        ),
    )
    same = replace(situation, facts=replace(known, heaviest=None))
    assert _told(other) == _told(same)


@patient
@given(st.data())
def test_a_set_without_failure_never_raises_ration_or_budget(gym, data):
    situation = data.draw(situations(gym))
    before = standing_of(situation)
    easy = PerformedSet(gym.now, reps=10, rir=2.0)
    block = replace(situation.session.blocks[0])
    longer = replace(block, sets=(*block.sets, easy))
    running = (longer, *situation.session.blocks[1:])
    after = standing_of(
        replace(situation, session=replace(situation.session, blocks=running), block=None)
    )
    same = standing_of(replace(situation, block=None))
    assert (after.ration.used, after.budget.used) == (same.ration.used, same.budget.used)
    assert before.budget.used >= 0


@patient
@given(st.data())
def test_what_is_planned_never_frees_anything(gym, data):
    situation = data.draw(situations(gym))
    now, after = standing_of(situation), standing_after(situation)
    assert after.budget.used >= now.budget.used
    assert after.ration.used >= now.ration.used


@patient
@given(st.data(), st.sampled_from([FailureType.TECHNICAL, FailureType.ABSOLUTE]))
def test_a_preview_answers_every_situation(gym, data, failure):
    situation = data.draw(situations(gym))
    seen = preview(replace(situation, block=situation.session.blocks[0]), failure)
    assert seen.cost > 0
    assert (seen.verdict == "stop") is any(one.severity is Severity.STOP for one in seen.advice)
    assert seen.words and seen.slot and seen.cost_text and seen.budget_text
