"""The fatigue budget: the worked timeline and the fourteen invariants."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Level
from tracker.guidance.budget import (
    DAY,
    budget,
    capacity,
    cost,
    room_at,
    rounded_together,
    used_at,
    weight,
)
from tracker.guidance.recovery import WHOLE_BODY, clocks, rest_days, session_clocks
from tracker.guidance.situation import PastFailure
from tracker.load import kg, lb
from tracker.performed import PerformedSet, Segment
from tracker.profile import Profile, TrainingLevel
from tracker.settings import Settings

START = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)
DEFAULTS = Settings()
LIFTER = Profile()


def failure(
    at: datetime,
    demand: Level = Level.LOW,
    kind: FailureType | None = FailureType.ABSOLUTE,
    technique: Technique = Technique.NONE,
    drops: int = 0,
    warm_up: bool = False,
    session: int = 0,
) -> PastFailure:
    done = PerformedSet(
        at,
        kg(60),
        10,
        failure=kind,
        technique=technique,
        warm_up=warm_up,
        segments=(Segment(5),) * drops,
    )
    lift = Exercise(1, "Lift", neurological=demand, primary="chest", secondary=("triceps",))
    return PastFailure(lift, session or int((at - START).total_seconds()) + 1, at, done)


def cost_of(one: PastFailure) -> int:
    return cost(one.exercise, one.performed, DEFAULTS)


TIMELINE = (
    failure(START),
    failure(START + timedelta(days=4), Level.MEDIUM, FailureType.TECHNICAL),
    failure(START + timedelta(days=9), technique=Technique.DROP, drops=1),
)

instants = st.integers(0, 40 * DAY).map(lambda seconds: START + timedelta(seconds=seconds))
kinds = st.sampled_from([None, *FailureType])
failures = st.builds(
    failure,
    instants,
    st.sampled_from(list(Level)),
    kinds,
    st.sampled_from(list(Technique)),
    st.integers(0, 6),
    st.booleans(),
)
logs = st.lists(failures, max_size=8)


@pytest.mark.parametrize(
    ("day", "used", "percent"),
    [
        (0, 1500, 33),
        (1, 1500, 33),
        (4, 3500, 78),
        (7, 3500, 78),
        (8, 3286, 73),
        (9, 5321, 118),
        (10, 5107, 113),
        (11, 4893, 109),
        (14, 3393, 75),
        (16, 2821, 63),
        (18, 1607, 36),
        (20, 964, 21),
        (23, 0, 0),
    ],
)
def test_the_worked_timeline(day, used, percent):
    known = budget(TIMELINE, START + timedelta(days=day), LIFTER, DEFAULTS)
    assert (known.used, known.percent) == (used, percent)


@pytest.mark.parametrize(
    ("demand", "kind", "technique", "drops", "points"),
    [
        (Level.LOW, FailureType.TECHNICAL, Technique.NONE, 0, 1000),
        (Level.LOW, FailureType.ABSOLUTE, Technique.NONE, 0, 1500),
        (Level.LOW, FailureType.ABSOLUTE, Technique.DROP, 1, 2250),
        (Level.LOW, FailureType.ABSOLUTE, Technique.DROP, 2, 2625),
        (Level.LOW, FailureType.ABSOLUTE, Technique.DROP, 5, 3000),
        (Level.LOW, FailureType.ABSOLUTE, Technique.REST_PAUSE, 0, 2250),
        (Level.LOW, FailureType.ABSOLUTE, Technique.ECCENTRIC, 0, 3000),
        (Level.MEDIUM, FailureType.TECHNICAL, Technique.NONE, 0, 2000),
        (Level.MEDIUM, FailureType.ABSOLUTE, Technique.NONE, 0, 3000),
        (Level.MEDIUM, FailureType.ABSOLUTE, Technique.DROP, 1, 4500),
        (Level.HIGH, FailureType.TECHNICAL, Technique.NONE, 0, 4000),
        (Level.HIGH, FailureType.ABSOLUTE, Technique.NONE, 0, 6000),
        (Level.HIGH, FailureType.UNKNOWN, Technique.NONE, 0, 4000),
        (Level.HIGH, FailureType.NONE, Technique.NONE, 0, 0),
    ],
)
def test_the_price_list(demand, kind, technique, drops, points):
    assert cost_of(failure(START, demand, kind, technique, drops)) == points


@given(failures)
def test_1_a_cost_is_zero_exactly_without_failure(one):
    none = one.performed.warm_up or (
        one.performed.technique is Technique.NONE
        and one.performed.failure in (None, FailureType.NONE)
    )
    assert cost_of(one) >= 0
    assert (cost_of(one) == 0) is none


@given(st.sampled_from(list(Technique)), st.integers(0, 6))
def test_2_a_cost_rises_with_demand_kind_and_technique(technique, drops):
    by_demand = [
        cost_of(failure(START, demand, technique=technique, drops=drops)) for demand in Level
    ]
    assert by_demand == sorted(by_demand) and len(set(by_demand)) == 3
    for demand in Level:
        by_kind = [
            cost_of(failure(START, demand, kind))
            for kind in (FailureType.NONE, FailureType.TECHNICAL, FailureType.ABSOLUTE)
        ]
        assert by_kind == sorted(by_kind)
    plain = cost_of(failure(START))
    one_more = cost_of(failure(START, technique=Technique.DROP, drops=drops + 1))
    assert plain < cost_of(failure(START, technique=Technique.DROP, drops=drops)) <= one_more
    assert one_more <= 2 * plain


@given(logs, logs, instants)
def test_3_order_does_not_matter_and_unions_add_up(one, other, now):
    both = [*one, *other]
    whole = budget(both, now, LIFTER, DEFAULTS).used
    assert whole == budget(both[::-1], now, LIFTER, DEFAULTS).used
    parts = (budget(log, now, LIFTER, DEFAULTS).used for log in (one, other))
    assert whole == sum(parts) == used_at(both, now, DEFAULTS)


@given(logs, instants)
def test_4_used_is_never_more_than_what_was_spent(log, now):
    assert 0 <= budget(log, now, LIFTER, DEFAULTS).used <= sum(map(cost_of, log))


@given(st.integers(-5 * DAY, 20 * DAY), st.integers(0, 5 * DAY))
def test_4_weight_falls_from_one_to_nothing(age, later):
    top, bottom = weight(age, DEFAULTS)
    assert 0 <= top <= bottom
    if age >= 0:
        after, under = weight(age + later, DEFAULTS)
        assert after * bottom <= top * under


@pytest.mark.parametrize(
    ("age", "share"),
    [(-1, 0), (0, 1), (7 * DAY, 1), (7 * DAY + 1, 604_799 / 604_800), (14 * DAY, 0)],
)
def test_4_weight_at_its_corners(age, share):
    top, bottom = weight(age, DEFAULTS)
    assert top / bottom == share


@given(logs, instants, st.integers(0, 20 * DAY))
def test_5_used_never_rises_between_events_and_ends_at_nothing(log, now, later):
    known = [one for one in log if one.performed.at <= now]
    after = now + timedelta(seconds=later)
    assert used_at(known, after, DEFAULTS) <= used_at(known, now, DEFAULTS)
    assert used_at(known, now + timedelta(days=14), DEFAULTS) == 0


def test_6_three_isolation_sets_are_the_fortnight():
    three = [failure(START)] * 3
    assert budget(three, START, LIFTER, DEFAULTS).percent == 100
    assert not budget(three, START, LIFTER, DEFAULTS).is_over
    assert budget([failure(START, Level.HIGH)], START, LIFTER, DEFAULTS).is_over


@given(st.lists(st.integers(0, 7 * DAY), min_size=4, max_size=4))
def test_6_any_four_within_a_week_are_too_many(offsets):
    four = [failure(START + timedelta(seconds=one)) for one in offsets]
    last = START + timedelta(seconds=max(offsets))
    assert budget(four, last, LIFTER, DEFAULTS).is_over


@pytest.mark.parametrize(("count", "percent"), [(2, 67), (3, 89), (4, 117)])
def test_7_spread_evenly(count, percent):
    gap = timedelta(seconds=14 * DAY / count)
    spread = [failure(START + gap * number) for number in range(4 * count)]
    assert budget(spread, spread[-1].performed.at, LIFTER, DEFAULTS).percent == percent


@given(st.integers(0, 40_000), st.integers(0, 20_000), st.booleans())
def test_8_rest_days_rise_with_points_and_stay_within_three(points, more, past):
    days = rest_days(points, past, DEFAULTS)
    assert (days == 0) is (points == 0)
    assert days <= 3 and days <= rest_days(points + more, past, DEFAULTS)
    assert not (past and points) or days >= 2


@pytest.mark.parametrize(
    ("demand", "count", "scopes"),
    [
        (Level.LOW, 1, {"chest"}),
        (Level.LOW, 3, {"chest", WHOLE_BODY}),
        (Level.MEDIUM, 1, {"chest", "triceps"}),
        (Level.MEDIUM, 2, {"chest", "triceps", WHOLE_BODY}),
        (Level.HIGH, 1, {"chest", "triceps", WHOLE_BODY}),
    ],
)
def test_9_the_scope_follows_demand_and_sum(demand, count, scopes):
    sets = [failure(START, demand, session=1)] * count
    assert {one.scope for one in session_clocks(sets, DEFAULTS, LIFTER)} == scopes


@given(failures)
def test_10_units_never_change_points(one):
    pounds = replace(one.performed, load=lb("132.28"))
    assert cost(one.exercise, pounds, DEFAULTS) == cost_of(one)


@given(logs, instants, st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata"]))
def test_11_zones_never_change_points(log, now, zone):
    there = ZoneInfo(zone)
    moved = [
        replace(one, performed=replace(one.performed, at=one.performed.at.astimezone(there)))
        for one in log
    ]
    assert (
        budget(moved, now.astimezone(there), LIFTER, DEFAULTS).used
        == budget(log, now, LIFTER, DEFAULTS).used
    )


@given(logs, failures, instants)
def test_12_a_set_taken_back_was_never_there(log, one, now):
    before = budget(log, now, LIFTER, DEFAULTS)
    longer = [*log, one]
    budget(longer, now, LIFTER, DEFAULTS)
    assert budget(longer[:-1], now, LIFTER, DEFAULTS) == before


@given(logs, instants)
def test_13_items_sum_to_the_total_as_shown(log, now):
    known = budget(log, now, LIFTER, DEFAULTS)
    assert sum(item.points for item in known.items) == known.used
    shown = rounded_together([item.points for item in known.items])
    assert sum(shown) == (known.used + 5) // 10
    assert all(
        abs(10 * part - item.points) <= 10 for part, item in zip(shown, known.items, strict=True)
    )


@pytest.mark.parametrize("age", [-1, -20 * DAY, 14 * DAY, 14 * DAY + 1, 100 * DAY])
def test_14_what_is_old_or_to_come_has_no_effect(age):
    now = START + timedelta(days=60)
    old = failure(now - timedelta(seconds=age), Level.HIGH)
    assert budget([old], now, LIFTER, DEFAULTS).used == 0


@given(logs, instants, st.integers(0, 4500))
def test_room_comes_at_the_first_instant_that_has_it(log, now, wanted):
    known = [one for one in log if one.performed.at <= now]
    instant = room_at(known, wanted, now, LIFTER, DEFAULTS)
    assert instant is not None and instant >= now
    allowed = 4500 - wanted
    assert used_at(known, instant, DEFAULTS) <= allowed
    if instant > now:
        assert used_at(known, instant - timedelta(seconds=1), DEFAULTS) > allowed


def test_there_is_never_room_for_more_than_there_is():
    assert room_at([], 4501, START, LIFTER, DEFAULTS) is None


def test_a_beginner_has_less():
    assert capacity(Profile(TrainingLevel.BEGINNER), DEFAULTS) == 3000


def test_clocks_keep_the_latest_and_never_a_sum():
    first = failure(START, session=1)
    second = failure(START + timedelta(hours=10), session=2)
    now = START + timedelta(hours=20)
    (clock,) = clocks([first, second], now, DEFAULTS, LIFTER)
    assert (clock.scope, clock.days) == ("chest", 1)
    assert clock.ready_at == START + timedelta(hours=58)
    assert clocks([first, second], clock.ready_at, DEFAULTS, LIFTER) == ()
