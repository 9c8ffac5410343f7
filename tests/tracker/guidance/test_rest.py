"""How long to rest."""

from dataclasses import replace

import pytest

from tracker.guidance.rest import recommended_rest
from tracker.load import kg
from tracker.settings import Settings


@pytest.mark.parametrize(
    ("name", "spec", "following", "seconds"),
    [
        ("Bench Press (Barbell)", "80x8@2", "80", 180),
        ("Bench Press (Barbell)", "80x8t", "80", 300),
        ("Bench Press (Barbell)", "80x8t", "70", 240),
        ("Preacher Curl (Dumbbell)", "80x8t", "80", 150),
    ],
)
def test_the_rest_follows_lift_failure_and_load(gym, name, spec, following, seconds):
    lift = replace(gym.lift(name), rest_seconds=180 if "Bench" in name else 90)
    rest = recommended_rest(lift, gym.done(spec), kg(following), Settings())
    assert rest.seconds == seconds and rest.reason


def test_after_the_last_set_the_same_load_does_not_lengthen_the_rest(gym):
    lift = gym.lift("Bench Press (Barbell)")
    rest = recommended_rest(lift, gym.done("80x8t"), None, Settings(), has_next=False)
    assert rest.seconds == lift.rest_seconds + 60


def test_before_any_set_the_lift_s_own_rest_holds(gym):
    lift = gym.lift("Bench Press (Barbell)")
    assert recommended_rest(lift, None, None, Settings()).seconds == lift.rest_seconds
