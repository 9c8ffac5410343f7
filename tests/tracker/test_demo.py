"""The generated year: the same for a seed, possible for a body, and as the pictures want it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.demo import lifetime_of_training, year_of_training
from tracker.demo_acts import acts_of
from tracker.demo_lifter import CURL, DEMO_PROFILE, PRESS, SPLIT
from tracker.effort import FailureType, Technique
from tracker.errors import UnknownExercise
from tracker.exercise import Exercise, Level, Measure, Mechanic, Policy, Spot
from tracker.failure import is_failure
from tracker.guidance.budget import budget
from tracker.guidance.ration import ration
from tracker.guidance.situation import PastFailure
from tracker.session import Session
from tracker.settings import Settings

UNTIL = datetime(2026, 11, 23, 17, 40, tzinfo=UTC)
ZONE = "Europe/Berlin"
DEFAULTS = Settings()


def exercise(number: int, name: str) -> Exercise:
    if name == "Plank":
        return Exercise(number, name, measure=Measure.TIME)
    if name == CURL:
        return Exercise(
            number,
            name,
            Mechanic.ISOLATION,
            neurological=Level.LOW,
            policy=Policy.ABSOLUTE,
        )
    spot = Spot.REQUIRED if name == PRESS or "Squat" in name else Spot.NO
    return Exercise(number, name, spot=spot)


EXERCISES = {
    lift.name: exercise(number, lift.name)
    for number, lift in enumerate((one for day in SPLIT.values() for one in day), 1)
}


def year(seed: int = 7, until: datetime = UNTIL, zone: str = ZONE) -> tuple[Session, ...]:
    return year_of_training(EXERCISES, until, zone, Random(seed))


def failures(sessions: tuple[Session, ...]) -> list[PastFailure]:
    return [
        PastFailure(block.exercise, number, session.ended_at or session.started_at, performed)
        for number, session in enumerate(sessions, 1)
        for block in session.blocks
        for performed in block.sets
        if is_failure(performed, DEFAULTS)
    ]


def test_the_same_seed_gives_the_same_year() -> None:
    assert year(3) == year(3)
    assert year(3) != year(4)


@given(
    st.integers(0, 10_000),
    st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)),
    st.sampled_from(["Europe/Berlin", "America/Sao_Paulo", "Pacific/Kiritimati", "UTC"]),
)
@settings(max_examples=15, deadline=None)
def test_no_session_overlaps_another_or_lies_after_the_moment_asked(
    seed: int, moment: datetime, zone: str
) -> None:
    until = moment.replace(microsecond=0, tzinfo=UTC)
    sessions = year(seed, until, zone)
    for before, after in pairwise(sessions):
        assert before.ended_at is not None
        assert before.ended_at < after.started_at
    assert sessions[-1].ended_at is not None
    assert sessions[-1].ended_at < until
    assert sessions[0].started_at > until - timedelta(days=368)


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_sets_follow_each_other_with_rest_between(seed: int) -> None:
    for session in year(seed):
        times = [one.at for one in session.sets]
        assert session.started_at == times[0]
        assert session.ended_at is not None and session.ended_at > times[-1]
        for before, after in pairwise(times):
            assert timedelta(seconds=60) <= after - before <= timedelta(minutes=9)


def test_every_work_set_is_one_a_person_could_have_done() -> None:
    for session in year():
        for performed in session.sets:
            if performed.seconds is not None:
                assert performed.load is None
                assert 30 <= performed.seconds <= 90
                continue
            assert performed.load is not None
            assert 2 <= (performed.reps or 0) <= 20
            if performed.warm_up:
                assert performed.rir is None
            elif performed.rir is not None:
                assert (performed.rir == 0) == is_failure(performed, DEFAULTS)


def test_a_year_is_between_150_and_210_visits_of_four_kinds() -> None:
    titles = Counter(session.title for session in year())
    assert set(titles) == {"Push", "Pull", "Legs", "Arms"}
    assert 150 <= titles.total() <= 210


def test_the_lifter_grows_stronger() -> None:
    benches = [
        one.load.value
        for session in year()
        for block in session.blocks
        if block.exercise.name == PRESS and session.note != "lighter week"
        for one in block.work_sets
        if one.load is not None
    ]
    assert benches[0] < benches[len(benches) // 2] < benches[-1] == 80


def test_the_last_fortnight_holds_three_events_and_is_a_little_over_budget() -> None:
    past = failures(year())
    standing = ration(past, UNTIL, DEFAULTS)
    assert [event.exercise.name for event in standing.events] == [CURL, PRESS, CURL]
    assert [(UNTIL - event.at).days for event in standing.events] == [9, 7, 2]
    assert standing.events[-1].technique is Technique.DROP
    assert 100 < budget(past, UNTIL, DEMO_PROFILE, DEFAULTS).percent < 125


@pytest.mark.parametrize("seed", range(5))
def test_most_of_the_year_obeys_and_some_of_it_does_not(seed: int) -> None:
    past = failures(year(seed))
    rolling = [
        ration(past, UNTIL - timedelta(days=back), DEFAULTS).used for back in range(0, 350, 7)
    ]
    assert sum(used <= 3 for used in rolling) > len(rolling) / 2
    assert max(rolling) > 3
    kinds = {one.performed.failure for one in past}
    assert {FailureType.TECHNICAL, FailureType.ABSOLUTE} <= kinds


def test_lighter_weeks_hold_no_failure() -> None:
    lighter = tuple(session for session in year() if session.note == "lighter week")
    assert lighter
    assert not failures(lighter)


@pytest.mark.parametrize("sets", [1, 37, 1000, 5000])
def test_a_lifetime_holds_as_many_sets_as_asked(sets: int) -> None:
    sessions = lifetime_of_training(EXERCISES, UNTIL, ZONE, Random(1), sets)
    assert sum(len(session.sets) for session in sessions) == sets


def test_a_longer_lifetime_ends_in_the_same_weeks() -> None:
    shorter = lifetime_of_training(EXERCISES, UNTIL, ZONE, Random(1), 1000)
    longer = lifetime_of_training(EXERCISES, UNTIL, ZONE, Random(1), 3000)
    assert longer[-len(shorter) + 1 :] == shorter[1:]


def test_a_lift_that_the_catalogue_lacks_is_named() -> None:
    lacking = {name: one for name, one in EXERCISES.items() if name != PRESS}
    with pytest.raises(UnknownExercise, match="Bench Press"):
        year_of_training(lacking, UNTIL, ZONE, Random(1))


def test_stops_that_were_passed_over_are_acts_too() -> None:
    acts = acts_of(year(), Random(8))
    fortnight = [one for one in acts if one.at > UNTIL - timedelta(days=14)]
    overridden = [(one.exercise, one.rules) for one in fortnight if one.outcome == "overridden"]
    assert overridden == [(PRESS, ("R78",)), (CURL, ("R64",))]
    assert sum(one.outcome == "heeded" for one in fortnight) > len(overridden)
