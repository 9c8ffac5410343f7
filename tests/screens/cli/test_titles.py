"""Sessions made from the shell stand on the app's first screen like any other."""

from collections.abc import Callable
from typing import Any


def test_a_session_logged_without_a_title_is_called_by_its_part_of_the_day(
    told: Callable[..., Any], lastset: Callable[..., Any]
) -> None:
    logged = told("log", "bench", "80x8@2", "--at", "2026-11-23T18:30")
    assert logged["session"]["title"] == "Monday evening"
    named = told("log", "squat", "80x8@2", "--title", "Legs", "--at", "2026-11-24T07:30")
    assert named["session"]["title"] == "Legs"
