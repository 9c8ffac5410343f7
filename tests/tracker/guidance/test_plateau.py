"""Rising, flat, or not known."""

from datetime import timedelta

import pytest

from tracker.guidance.plateau import trend
from tracker.guidance.situation import WeekBest

DECK = "Pec Deck (Machine)"


def _bests(gym, weeks: dict[float, int]) -> list[WeekBest]:
    """Estimated maxima by the weeks that have passed since."""
    return [
        WeekBest(gym.lift(DECK), gym.now - timedelta(weeks=ago), grams)
        for ago, grams in sorted(weeks.items(), reverse=True)
    ]


@pytest.mark.parametrize(
    ("weeks", "changed", "flat"),
    [
        ({7: 100_000, 1: 100_000}, 0.0, True),
        ({7: 100_000, 1: 102_500}, 0.025, True),
        ({7: 100_000, 1: 102_501}, 0.02501, False),
        ({7: 100_000, 1: 97_500}, -0.025, True),
        ({7: 100_000, 1: 97_499}, -0.02501, False),
        ({7: 100_000, 4: 102_600, 1: 100_000}, 0.0, False),
        ({7: 100_000, 4: 60_000, 1: 100_000}, 0.0, True),
        ({8: 100_000, 1: 100_000}, None, False),
        ({7.99: 100_000, 1: 100_000}, 0.0, True),
        ({5.9: 100_000, 1: 100_000}, None, False),
        ({7: 100_000, 2: 100_000}, None, False),
        ({7: 100_000, 1.99: 100_000}, 0.0, True),
        ({}, None, False),
    ],
)
def test_the_last_two_weeks_are_held_against_the_first_two(gym, weeks, changed, flat):
    told = trend(_bests(gym, weeks), gym.now, 8)
    if changed is None:
        assert told is None
        return
    assert told is not None and told.percent == pytest.approx(100 * changed)
    assert told.is_flat is flat and told.has_risen is (changed > 0.025)
