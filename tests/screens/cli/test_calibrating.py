"""`lastset calibration`: claims against failures."""

from collections.abc import Callable
from typing import Any

Told = Callable[..., Any]


def claims(told: Told, count: int, reps: int) -> None:
    for day in range(1, count + 1):
        at = f"2026-11-{day:02}T18:00"
        told("log", "preacher curl", "30x8@2", f"30x{reps}!a", "--at", at, "--finish")


def test_nothing_claimed_is_nothing_to_compare(told: Told, lastset: Callable[..., Any]) -> None:
    assert told("calibration") == {"days": 365, "overall": None, "by_class": {}}
    assert "Nothing to compare yet" in lastset("calibration").out


def test_ten_claims_give_the_correction(told: Told, lastset: Callable[..., Any]) -> None:
    claims(told, 9, 11)
    assert told("calibration")["overall"]["correction"] == 0
    assert "From 10 claims on" in lastset("calibration").out
    claims(told, 10, 11)
    spread = {"observations": 19, "median": 1, "low": 1, "high": 1, "correction": 1}
    document = told("calibration")
    assert document["overall"] == spread and document["by_class"] == {"ISO": spread}
    assert lastset("calibration").out.startswith("Your 2 is more like 3.")


def test_below_zero_nothing_is_offered(told: Told, lastset: Callable[..., Any]) -> None:
    claims(told, 10, 8)
    assert told("calibration")["overall"]["median"] == -2
    assert "may be fatigue" in lastset("calibration").out


def test_at_an_earlier_time_nothing_later_is_seen(told: Told) -> None:
    claims(told, 3, 11)
    early = told("calibration", "--at", "2026-11-02T20:00")
    assert early["overall"]["observations"] == 2
