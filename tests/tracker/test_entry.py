"""An entry becomes a set that was done, and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tracker.effort import FailureType, Technique
from tracker.entry import Draft, Entry
from tracker.load import kg
from tracker.performed import PerformedSet, Segment, Side
from tracker.planned import PlannedSet
from tracker.safety import Safety

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
FULL = Entry(
    load=kg(80),
    reps=10,
    reps_right=9,
    rir=0.0,
    failure=FailureType.ABSOLUTE,
    technique=Technique.DROP,
    segments=(Segment(6, kg(60)),),
    warm_up=True,
    note="left elbow",
)


def test_a_performed_set_holds_all_that_the_entry_said() -> None:
    performed = FULL.performed(NOW, Safety(spotter=True), planned_failure=True, side=Side.LEFT)
    assert performed == PerformedSet(
        at=NOW,
        load=kg(80),
        reps=10,
        reps_right=9,
        rir=0.0,
        failure=FailureType.ABSOLUTE,
        technique=Technique.DROP,
        segments=(Segment(6, kg(60)),),
        warm_up=True,
        safety=Safety(spotter=True),
        planned_failure=True,
        side=Side.LEFT,
        note="left elbow",
    )


def test_four_minutes_ago_dates_the_set_four_minutes_earlier() -> None:
    assert replace(FULL, ago_seconds=240).performed(NOW).at == NOW - timedelta(minutes=4)


@pytest.mark.parametrize(
    "entry", [FULL, Entry(seconds=45), Entry(kg(20), 8, rir=5.0, rir_or_more=True)]
)
def test_the_entry_of_a_performed_entry_is_the_entry(entry: Entry) -> None:
    assert Entry.of(entry.performed(NOW)) == entry


def test_not_failed_beside_reps_left_goes_without_saying() -> None:
    performed = PerformedSet(NOW, kg(80), 8, rir=2.0, failure=FailureType.NONE)
    assert Entry.of(performed).failure is None
    assert Entry.of(replace(performed, rir=0.0)).failure is FailureType.NONE


def test_a_set_with_reps_leaves_its_duration_behind() -> None:
    performed = PerformedSet(NOW, kg(80), 8, rir=2.0, seconds=40, metres=Decimal(5))
    assert Entry.of(performed) == Entry(kg(80), 8, rir=2.0)


def test_how_an_entry_was_typed_is_no_part_of_what_it_says() -> None:
    assert Entry(kg(80), 8, rir=2.0, is_lone_number=True) == Entry(kg(80), 8, rir=2.0)


def test_a_draft_takes_load_reps_target_and_duration_of_the_plan() -> None:
    planned = PlannedSet(kg(80), 8, rir=2.0, failure=FailureType.TECHNICAL, seconds=30)
    assert Draft.of(planned) == Draft(kg(80), 8, 2.0, 30)
