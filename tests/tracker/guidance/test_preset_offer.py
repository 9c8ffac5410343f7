"""Which guide: the presets in words, and the habit that is worth asking about."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.guidance.preset_offer import (
    OFFERED,
    SETTING,
    habit_of,
    is_worth_asking,
    question,
    title_of,
)
from tracker.guidance.presets import PRESETS
from tracker.settings import REGISTRY, Settings

UNTIL = datetime(2026, 11, 23, 18, tzinfo=UTC)
DEFAULTS = Settings()


def days_ago(*days: float) -> list[datetime]:
    return [UNTIL - timedelta(days=day) for day in days]


def test_every_preset_is_offered_in_the_settings_order_and_can_be_set() -> None:
    assert tuple(one.name for one in OFFERED) == REGISTRY[SETTING].words == tuple(PRESETS)
    assert all(one.summary.endswith(".") and one.details.endswith(".") for one in OFFERED)
    assert title_of("on_purpose") == "on purpose"


@pytest.mark.parametrize(
    ("instants", "habit"),
    [
        ([], 0),
        # One a day for eight weeks; what is older, or exactly that old, is left out.
        (days_ago(*range(56), 56, 57, 80, 300), 56 * 14 / 55),
        (days_ago(*range(0, 28)), 14.0 * 28 / 27),  # the log began to fail a month ago
        (days_ago(0, 0, 1), 3),  # a young log: what its fortnight holds
        (days_ago(13.9), 1),
        (days_ago(-1), 0),  # later than the log's end
    ],
)
def test_a_habit_is_what_a_fortnight_of_the_last_eight_weeks_holds(instants, habit) -> None:
    assert habit_of(instants, UNTIL) == pytest.approx(habit)


@pytest.mark.parametrize(
    ("habit", "changed", "is_asked"),
    [
        (6.0, {}, False),
        (6.1, {}, True),
        (45, {}, True),
        (45, {"guidance.preset": "article"}, False),  # chosen already, even the default
        (45, {"ration.total_max": 30}, False),
        (45, {"ration.total_max": 20}, True),
        (0.4, {"ration.total_max": 0}, False),
    ],
)
def test_only_a_habit_well_above_the_ration_is_asked_about(habit, changed, is_asked) -> None:
    assert is_worth_asking(habit, Settings(changed)) is is_asked


def test_the_question_names_the_habit_where_there_is_one() -> None:
    assert question(44.6) == "You fail about 45 times a fortnight; the article says a few."
    assert "times" not in question(1.4)


@given(st.lists(st.floats(0, 55), max_size=200))
def test_a_habit_is_never_more_than_the_log_holds(days: list[float]) -> None:
    habit = habit_of(days_ago(*days), UNTIL)
    assert 0 <= habit <= len(days)
    assert habit >= len(days) / 4 - 1e-9
