"""The ration: its window, its events and the next free slot."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.guidance.ration import events_of, ration
from tracker.settings import Settings

DEFAULTS = Settings()
CURL = "Preacher Curl (Dumbbell)"


@pytest.mark.parametrize(
    ("age", "used"),
    [
        (timedelta(hours=335, minutes=59), 1),
        (timedelta(hours=336) - timedelta(microseconds=1), 1),
        (timedelta(hours=336), 0),
        (timedelta(0), 1),
        (timedelta(microseconds=-1), 0),
    ],
)
def test_the_window_is_336_hours_open_at_its_start(gym, age, used):
    one = gym.past(CURL, at=gym.now - age)
    assert ration([one], gym.now, DEFAULTS).used == used


def test_an_event_is_an_exercise_in_a_session_at_its_last_set(gym):
    sets = [gym.past(CURL, hours=340 - hours, session=1) for hours in (0, 2, 5)]
    (event,) = events_of(sets, DEFAULTS)
    assert event.at == sets[-1].performed.at
    assert ration(sets, gym.now, DEFAULTS).used == 1
    other = gym.past("Leg Extension (Machine)", hours=335, session=1)
    assert ration([*sets, other], gym.now, DEFAULTS).by_exercise == {
        CURL: 1,
        "Leg Extension (Machine)": 1,
    }


def test_the_next_slot_frees_when_enough_have_left(gym):
    sets = [gym.past(CURL, hours=hours) for hours in (300, 200, 100, 50)]
    known = ration(sets, gym.now, DEFAULTS)
    assert (known.used, known.is_over) == (4, True)
    assert known.next_free_at == sets[1].performed.at + timedelta(hours=336)
    assert known.next_free_at is not None
    instant = known.next_free_at
    assert ration(sets, instant, DEFAULTS).used == 2
    assert ration(sets, instant - timedelta(seconds=1), DEFAULTS).used == 3
    assert ration(sets[2:], gym.now, DEFAULTS).next_free_at is None


def test_a_ration_of_nothing_never_frees(gym):
    settings = DEFAULTS.with_value("ration.total_max", 0)
    assert ration([gym.past(CURL, hours=1)], gym.now, settings).next_free_at is None


def test_rir_0_counts_as_the_setting_says(gym):
    one = gym.past(CURL, "20x10@0", hours=5)
    assert ration([one], gym.now, DEFAULTS).used == 1
    none = DEFAULTS.with_value("guidance.rir0_counts_as", "none")
    assert ration([one], gym.now, none).used == 0


@given(st.lists(st.integers(-100, 500), max_size=8), st.integers(-50, 400))
def test_a_set_without_failure_never_takes_a_slot(gym, hours, more):
    sets = [gym.past(CURL, hours=one) for one in hours]
    easy = gym.past("Leg Extension (Machine)", "60x10@2", hours=more)
    assert ration([*sets, easy], gym.now, DEFAULTS) == ration(sets, gym.now, DEFAULTS)
