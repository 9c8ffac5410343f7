"""Sentences for what the tables refuse to hold."""

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from tracker.errors import InvalidSet, StoreError, TrackerError

_CHECK = "CHECK constraint failed: "
_UNIQUE = "UNIQUE constraint failed: "

FITTING: Mapping[str, str] = MappingProxyType(
    {
        "load_grams": "a load of 0 to 2000 kg",
        "reps": "0 to 1000 reps",
        "reps_right": "0 to 1000 reps",
        "rir": "a RIR of 0 to 5 in halves",
        "seconds": "a time of 0 seconds to ten days",
        "CAST(metres": "a distance of 0 or more",
        "planned_sets": "1 to 100 planned sets",
        "place_k": "a place such as 2/5, the first number from 1 on",
        "place_n": "a place such as 2/5, the second number no smaller than the first",
        "ended_at": "an end that is not before the start",
        "started_at": "a start between the years 1000 and 9999",
        "local_date": "a start between the years 1000 and 9999",
        "at": "a time between the years 1000 and 9999",
        "length(trim(name))": "a name with at least one letter",
        "rest_seconds": "a rest of 0 to 3600 seconds",
        "CAST(step_value": "a step greater than 0",
        "CAST(body_weight_value": "a body weight of 0 or more",
    }
)
"""By the first word of a table's check: what it takes."""


def refusal(error: Exception) -> TrackerError:
    """The sentence for values that the tables do not take."""
    word = str(error)
    if isinstance(error, OverflowError):
        return InvalidSet("One of the numbers is too great to be kept. Nothing was changed.")
    if isinstance(error, UnicodeEncodeError):
        return InvalidSet(
            "What was typed is not UTF-8 text. Nothing was changed.", ascii(error.object)
        )
    if word.startswith(_CHECK):
        expected = FITTING.get(word.removeprefix(_CHECK).split()[0], "")
        if expected:
            return InvalidSet(f"That can't be kept: it takes {expected}.", "", expected)
    if word.startswith(_UNIQUE):
        return TrackerError(f"That is there already ({word.removeprefix(_UNIQUE)}).")
    if isinstance(error, sqlite3.IntegrityError) and "FOREIGN KEY" in word:
        return StoreError(
            "What it belongs to is no longer there: another program deleted it. "
            "Nothing was changed."
        )
    return StoreError(f"The database does not take that: {word}. Nothing was changed.")
