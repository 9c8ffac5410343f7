"""What a newer export changes of a set, and what it leaves."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from data.importing.merging import merged
from tracker.effort import FailureType, Technique
from tracker.load import Load, kg, lb
from tracker.performed import PerformedSet, Segment

AT = datetime(2025, 1, 2, 10, tzinfo=UTC)
KEPT = PerformedSet(at=AT, load=lb(225), reps=5, rir=1.0, note="slow", id=7)


@pytest.mark.parametrize(
    "load", [None, lb(225), kg("102.05828325"), kg("102.06"), Load(Decimal("102.0583"), kg(1).unit)]
)
def test_a_load_written_in_another_unit_stays_as_it_was_entered(load: Load | None) -> None:
    assert merged(KEPT, replace(KEPT, load=load), has_tags=True) == KEPT


@pytest.mark.parametrize("load", [kg(225), lb("227.5"), kg("102.5")])
def test_another_load_is_taken_over(load: Load) -> None:
    assert merged(KEPT, replace(KEPT, load=load), has_tags=True).load == load


def test_a_blank_never_erases() -> None:
    assert merged(KEPT, PerformedSet(at=AT), has_tags=True) == KEPT


def test_an_export_without_tags_takes_none_away() -> None:
    tagged = replace(KEPT, warm_up=True, failure=FailureType.UNKNOWN)
    assert merged(tagged, KEPT, has_tags=False) == tagged
    assert merged(tagged, KEPT, has_tags=True) == KEPT


def test_tags_and_drops_that_appear_are_taken_over() -> None:
    drop = replace(
        KEPT,
        failure=FailureType.UNKNOWN,
        technique=Technique.DROP,
        segments=(Segment(4, lb(135)),),
    )
    assert merged(KEPT, drop, has_tags=True) == drop


def test_the_load_of_a_drop_stays_as_it_was_entered() -> None:
    drop = replace(KEPT, technique=Technique.DROP, segments=(Segment(4, lb(135)),))
    converted = replace(drop, segments=(Segment(4, kg("61.23496995")),))
    assert merged(drop, converted, has_tags=True) == drop
