"""Records in words."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.record_words import beaten_value, record_unit, record_value, record_words
from tracker.records import Record, RecordKind

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
THEN = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)
BENCH = Exercise(1, "Bench Press (Barbell)")
CURL = Exercise(3, "Hammer Curl (Dumbbell)", is_per_hand=True)
ASSISTED = Load(Decimal(10), Unit.KG, LoadKind.ASSISTED)


def record(kind: RecordKind, value: int, beaten: int, **said: object) -> Record:
    plain = Record(kind, BENCH, value, beaten, THEN, 1, load=kg("82.5"), reps=9)
    return replace(plain, **said)


ONE_REP_MAX = record(RecordKind.ONE_REP_MAX, 116_512, 114_000)
AT_LOAD = record(RecordKind.REPS_AT_LOAD, 9, 8)
HEAVIEST = record(RecordKind.HEAVIEST, 85_000, 82_500, load=kg(85), reps=5, beaten_load=lb(182))
HELP = record(RecordKind.HEAVIEST, -10_000, -15_000, load=ASSISTED, reps=5)
VOLUME = record(RecordKind.VOLUME, 4_120_000, 3_979_900)
LONGEST = record(RecordKind.LONGEST, 95, 90, load=None)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (ONE_REP_MAX, "e1RM 116.5 kg, before 114 kg"),
        (replace(ONE_REP_MAX, is_lower_bound=True), "e1RM at least 116.5 kg, before 114 kg"),
        (replace(ONE_REP_MAX, beaten_is_lower_bound=True), "e1RM 116.5 kg, before at least 114 kg"),
        (replace(ONE_REP_MAX, load=lb(225), unit=Unit.LB), "e1RM 256.9 lb, before 251.3 lb"),
        (AT_LOAD, "9 reps at 82.5 kg, before 8"),
        (replace(AT_LOAD, exercise=CURL), "9 reps at 82.5 kg each, before 8"),
        (replace(AT_LOAD, load=bodyweight()), "9 reps at body weight, before 8"),
        (replace(AT_LOAD, load=ASSISTED), "9 reps at -10 kg, before 8"),
        (HEAVIEST, "heaviest yet: 85 kg × 5, before 82.55 kg"),
        (
            replace(HEAVIEST, load=lb(185), unit=Unit.LB, beaten_load=kg("82.5")),
            "heaviest yet: 185 lb × 5, before 181.88 lb",
        ),
        (
            replace(HELP, load=bodyweight(), unit=Unit.LB, beaten_load=ASSISTED),
            "least help yet: body weight × 5, before -22.05 lb",
        ),
        (
            replace(VOLUME, load=bodyweight(), unit=Unit.LB),
            "most volume in a session: 9,083 lb, before 8,774",
        ),
        (replace(HELP, beaten_load=ASSISTED), "least help yet: -10 kg × 5, before -10 kg"),
        (VOLUME, "most volume in a session: 4,120 kg, before 3,980"),
        (LONGEST, "longest yet: 1:35, before 1:30"),
    ],
)
def test_a_record_is_told_with_what_it_beat(told: Record, words: str) -> None:
    assert record_words(told, NOW, "UTC") == f"{words} (16 Nov)"


def test_the_day_is_the_lifter_s_and_another_year_is_named() -> None:
    assert record_words(AT_LOAD, NOW, "Europe/Berlin").endswith("(17 Nov)")
    later = NOW.replace(year=2027)
    assert record_words(AT_LOAD, later, "UTC").endswith("(16 Nov 2026)")


@pytest.mark.parametrize(
    ("told", "value", "beaten", "unit"),
    [
        (ONE_REP_MAX, "116.5", "114.0", "kg"),
        (AT_LOAD, "9", "8", "reps"),
        (HEAVIEST, "85", "82.5", "kg"),
        (VOLUME, "4120", "3980", "kg"),
        (LONGEST, "95", "90", "s"),
    ],
)
def test_a_record_has_its_numbers_and_their_unit(
    told: Record, value: str, beaten: str, unit: str
) -> None:
    assert record_value(told) == Decimal(value)
    assert beaten_value(told) == Decimal(beaten)
    assert record_unit(told) == unit
