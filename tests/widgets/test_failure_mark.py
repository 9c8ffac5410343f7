"""The mark of a failure set."""

from datetime import UTC, datetime

import pytest

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Policy
from tracker.guidance.situation import PastFailure
from tracker.performed import PerformedSet
from tracker.settings import Settings
from widgets.failure_mark import mark_of

AT = datetime(2026, 11, 21, 17, 2, tzinfo=UTC)


def failure(
    policy: Policy,
    kind: FailureType,
    technique: Technique = Technique.NONE,
    of: int = 3,
    olympic: str = "no",
) -> PastFailure:
    exercise = Exercise(1, "Lift", policy=policy, olympic=olympic)
    performed = PerformedSet(AT, reps=8, rir=0.0, failure=kind, technique=technique)
    return PastFailure(exercise, 1, AT, performed, index=3, of=of)


T, A = FailureType.TECHNICAL, FailureType.ABSOLUTE


@pytest.mark.parametrize(
    ("one", "mark"),
    [
        (failure(Policy.ABSOLUTE, A), "● a"),
        (failure(Policy.ABSOLUTE, T), "● t"),
        (failure(Policy.ABSOLUTE_STAR, T), "● t"),
        (failure(Policy.ABSOLUTE_STAR, A), "▲ a"),
        (failure(Policy.ABSOLUTE, A, of=4), "▲ a"),
        (failure(Policy.TECHNICAL, T), "▲ t"),
        (failure(Policy.TECHNICAL, A), "■ a"),
        (failure(Policy.NEVER, T), "■ t"),
        (failure(Policy.TECHNICAL, T, olympic="yes"), "■ t"),
        (failure(Policy.ABSOLUTE, A, Technique.DROP), "■ a+d"),
        (failure(Policy.ABSOLUTE, A, Technique.REST_PAUSE), "■ a+r"),
        (failure(Policy.ABSOLUTE, A, Technique.FORCED), "■ a+f"),
        (failure(Policy.ABSOLUTE, A, Technique.ECCENTRIC), "■ a+e"),
    ],
)
def test_symbol_and_letters_say_kind_and_place(one: PastFailure, mark: str) -> None:
    assert mark_of(one, Settings()).plain == mark
