"""The guide over a history: as the app would have had it, and calm."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.demo_writing import write_demo
from data.store import OpenStore, open_store
from tracker.demo import lifetime_of_training
from tracker.demo_lifter import TIRELESS
from tracker.failure import is_failure
from tracker.guidance.advice import Moment, Severity
from tracker.guidance.memory import Memory
from tracker.guidance.ration import events_of
from tracker.guidance.replay import obeying, replay, tally
from tracker.guidance.situation import Facts, PastFailure
from tracker.profile import Profile
from tracker.session import Session
from tracker.settings import Settings

DEFAULTS = Settings()
CURL = "Preacher Curl (Dumbbell)"
SQUAT = "Squat (Barbell)"
DECK = "Pec Deck (Machine)"
LIFTS = ("Bench Press (Barbell)", SQUAT, "Skullcrusher (Barbell)")


@pytest.fixture(scope="module")
def opened(gym) -> Iterator[OpenStore]:
    """A store with some weeks of a lifter who often takes the last set to the limit."""
    store = open_store(":memory:")
    exercises = {one.name: one for one in store.shelf.exercises()}
    split = {
        title: tuple(replace(lift, temptation=1.0) for lift in lifts)
        for title, lifts in TIRELESS.split.items()
    }
    lifter = replace(TIRELESS, split=split, boldness=20.0)
    history = lifetime_of_training(exercises, gym.now, "UTC", Random(7), 900, lifter=lifter)
    write_demo(store.connection, history)
    yield store
    store.close()


@pytest.fixture(scope="module")
def history(opened: OpenStore) -> tuple[Session, ...]:
    """Its sessions, oldest first."""
    lines = opened.store.history.sessions(DEFAULTS, limit=1000)
    return tuple(opened.store.history.session(one.id) for one in reversed(lines))


def _comparable(facts: Facts) -> Facts:
    """The facts that rules read, in an order of their own; what only screens count left out."""
    return replace(
        facts,
        bench=tuple(sorted(facts.bench, key=lambda one: (one.reps or 0, one.rir or -1.0))),
        week_bests=tuple(sorted(facts.week_bests, key=lambda one: one.at)),
        rated_sets=0,
        work_sets=0,
    )


@pytest.mark.parametrize("name", LIFTS)
@pytest.mark.parametrize("back", [0, 3, 20])
def test_the_memory_holds_what_the_store_would_find(gym, opened, history, name, back):
    memory = Memory(DEFAULTS)
    for session in history[: len(history) - back]:
        memory.add(session)
    last = history[len(history) - back - 1]
    at = (last.ended_at or last.started_at) + timedelta(hours=5)
    lift = next(one for one in opened.shelf.exercises() if one.name == name)
    told = memory.about(memory.facts(at), lift, at)
    found = opened.store.history.facts(at, DEFAULTS, lift)
    assert told.failures and told.last_time
    for one, other in zip(told.failures, found.failures, strict=True):
        assert one == other
    assert _comparable(told) == _comparable(found)


def test_nothing_is_replayed_of_nothing(gym):
    empty = Session(gym.now, "UTC", blocks=(gym.block(CURL, planned=3),))
    counts = tally([empty], Profile(), DEFAULTS)
    assert (counts.sessions, counts.sets, counts.shown_per_session) == (0, 0, 0.0)


def _session(gym, days_ago: int, *blocks: tuple[str, ...]) -> Session:
    start = gym.now - timedelta(days=days_ago)
    made = tuple(
        replace(
            gym.block(name),
            id=place + 1,
            sets=tuple(gym.done(spec, start) for spec in specs),
        )
        for place, (name, *specs) in enumerate(blocks)
    )
    return Session(start, "UTC", blocks=made, ended_at=start + timedelta(hours=1), id=days_ago)


def test_a_visit_of_warm_ups_alone_is_passed_over(gym):
    visit = _session(gym, 3, (CURL, "w20x10"))
    assert list(replay([visit], Profile(), DEFAULTS)) == []
    assert tally([visit], Profile(), DEFAULTS).sessions == 0


def test_each_moment_is_asked_once_and_in_order(gym):
    visit = _session(gym, 3, (SQUAT, "100x5@2", "100x5@2"), (CURL, "w10x10", "20x10t"))
    moments = [told.moment for told in replay([visit], Profile(), DEFAULTS)]
    assert moments == [
        Moment.NEXT_SESSION,
        *(Moment.PLAN, Moment.LOGGED, Moment.LOGGED, Moment.EXERCISE_END),
        *(Moment.PLAN, Moment.LOGGED, Moment.EXERCISE_END),
        Moment.SESSION_END,
    ]


def test_what_was_meant_is_judged_before_it_is_done(gym):
    meant = replace(gym.done("20x10a"), planned_failure=True)
    visit = _session(gym, 3, (CURL, "20x10@2"))
    block = visit.blocks[0]
    visit = replace(visit, blocks=(replace(block, sets=(*block.sets, meant)),))
    told = list(replay([visit], Profile(), DEFAULTS))
    assert [one.moment for one in told].count(Moment.PLAN) == 2
    assert any("R35" in [one.rule for one in each.guidance.all] for each in told)


def test_nothing_later_is_known(gym):
    sessions = [_session(gym, days, (CURL, "20x10@2", "20x10a")) for days in (9, 6, 3)]
    whole = list(replay(sessions, Profile(), DEFAULTS))
    short = list(replay(sessions[:1], Profile(), DEFAULTS))
    assert whole[: len(short)] == short


def test_a_lesson_is_given_once_in_a_history(gym):
    sessions = [_session(gym, days, (CURL, "20x10@2", "20x10@0")) for days in (40, 20, 3)]
    counts = tally(sessions, Profile(), DEFAULTS)
    assert (counts.fired["R13"], counts.shown["R13"]) == (3, 1)


def test_red_lines_are_counted_among_those_shown(gym):
    counts = tally([_session(gym, 3, (SQUAT, "100x5t", "100x3a"))], Profile(), DEFAULTS)
    assert counts.red["R31"] == 1
    assert all(counts.red[one] <= counts.shown[one] <= counts.fired[one] for one in counts.fired)
    assert counts.red_per_session == sum(counts.red.values())


@pytest.mark.parametrize(
    ("preset", "most_lines", "red"),
    [
        ("article", 6.0, {"R06", "R31", "R43", "R77"}),
        ("on_purpose", 5.0, {"R31"}),
        ("quiet", 0.0, set()),
    ],
)
def test_a_guide_stays_calm_over_a_reckless_history(history, preset, most_lines, red):
    """Every day a session, and the last set of every lift at failure, squats too."""
    settings = DEFAULTS.with_value("guidance.preset", preset)
    counts = tally(history, Profile(), settings)
    failed = sum(is_failure(one, DEFAULTS) for session in history for one in session.sets)
    assert failed > 4 * len(history) and counts.fired.total() > 10 * counts.sessions
    assert counts.shown_per_session <= most_lines
    assert set(counts.red) == red and counts.red["R06"] <= counts.sessions


def test_who_obeys_hears_little(history):
    counts = tally(obeying(history, DEFAULTS), Profile(), DEFAULTS)
    assert counts.shown_per_session <= 0.5
    assert counts.red_per_session == 0


def test_who_obeys_fails_within_the_ration_and_in_place(gym):
    days = range(30, 0, -2)
    sessions = [
        _session(gym, day, (SQUAT, "100x5t"), (DECK, "60x10t", "60x8t"), (CURL, "20x10a"))
        for day in days
    ]
    kept = obeying(sessions, DEFAULTS)
    failed = [
        (session, block, place)
        for session in kept
        for block in session.blocks
        for place, one in enumerate(block.sets)
        if is_failure(one, DEFAULTS)
    ]
    assert {block.exercise.name for _, block, _ in failed} <= {CURL, DECK}
    assert all(place == len(block.sets) - 1 for _, block, place in failed)
    past = [
        PastFailure(block.exercise, session.id, session.started_at, block.sets[place])
        for session, block, place in failed
    ]
    events = events_of(past, DEFAULTS)
    window = timedelta(hours=336)
    assert len(events) > 3
    for event in events:
        assert sum(event.at - window < one.at <= event.at for one in events) <= 3


def test_the_second_lift_that_fails_early_is_a_caution_and_the_third_stays_in_the_draft(gym):
    early = [(name, "60x10t", "60x10@2") for name in (DECK, CURL, "Leg Extension (Machine)")]
    told = list(replay([_session(gym, 3, *early)], Profile(), DEFAULTS))
    repairs = [
        {one.rule: one.severity for one in each.guidance.shown if one.rule == "R43"}
        for each in told
        if any(one.rule == "R43" for one in each.guidance.all)
    ]
    assert repairs == [{"R43": Severity.WARNING}, {"R43": Severity.CAUTION}, {}]


NAMES = st.sampled_from([CURL, SQUAT, DECK, "Pull Up", "Power Clean (Barbell)"])
SPECS = st.sampled_from(
    ["60x10", "60x10!", "60x10@2", "60x6@0", "60x8t", "60x8a", "60x10ad2", "w20x10", "60x1t"]
)
BLOCKS = st.tuples(NAMES, st.lists(SPECS, min_size=1, max_size=4))
VISITS = st.lists(st.lists(BLOCKS, min_size=1, max_size=3), min_size=1, max_size=4)


@settings(deadline=None, max_examples=40)
@given(VISITS, st.sampled_from(["article", "strict", "on_purpose", "quiet"]), st.booleans())
def test_any_history_is_replayed_imported_ones_too(gym, visits, preset, is_imported):
    """Imports know no effort and no times: every set stands at its session's start."""
    sessions = [
        _session(gym, 40 - 3 * place, *((name, *specs) for name, specs in visit))
        for place, visit in enumerate(visits)
    ]
    if is_imported:
        sessions = [_imported(one) for one in sessions]
    chosen = DEFAULTS.with_value("guidance.preset", preset)
    for told in replay(sessions, Profile(), chosen):
        fired = {(one.rule, one.text) for one in told.guidance.all}
        assert {(one.rule, one.text) for one in told.guidance.shown} <= fired
        assert all(told.guidance.because(one) is not None for one in told.guidance.all)
    kept = tally(obeying(sessions, chosen), Profile(), chosen)
    assert kept.sessions <= len(sessions) and not kept.red


def _imported(session: Session) -> Session:
    return replace(
        session,
        blocks=tuple(
            replace(
                block,
                sets=tuple(
                    replace(one, is_imported=True, is_at_known=False, rir=None)
                    for one in block.sets
                ),
            )
            for block in session.blocks
        ),
    )
