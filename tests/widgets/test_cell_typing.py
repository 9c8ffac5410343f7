"""What a cell's new text makes of a set."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.errors import TrackerError
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import PerformedSet, Segment
from widgets.cell_typing import Ground, retyped
from widgets.set_cells import COLUMNS, Column, source
from widgets.set_change import changes

AT = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
FAILED = PerformedSet(AT, kg(80), 7, rir=0.0, failure=FailureType.ABSOLUTE, note="slow", id=3)
BARE = PerformedSet(AT, kg(80), 7, id=3)
GROUND = Ground(Unit.KG)


def typed(column: str, text: str, over: PerformedSet = FAILED) -> PerformedSet:
    return retyped(over, Column(column), text, GROUND)


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("82,5", kg("82.5")),
        ("225lb", lb(225)),
        ("225 lbs", lb(225)),
        ("+20", Load(Decimal(20), Unit.KG, LoadKind.ADDED)),
        ("-15", Load(Decimal(15), Unit.KG, LoadKind.ASSISTED)),
        ("bw", bodyweight()),
        ("", None),
        ("-", None),
    ],
)
def test_a_load_is_typed_as_in_the_entry_line(text: str, load: Load | None) -> None:
    assert typed("kg", text) == replace(FAILED, load=load)


def test_a_bare_load_keeps_the_unit_it_was_lifted_in() -> None:
    assert typed("kg", "230", replace(FAILED, load=lb(225))).load == lb(230)
    assert typed("kg", "62.5", replace(FAILED, load=None)).load == kg("62.5")


@pytest.mark.parametrize(
    ("text", "reps", "right", "seconds"),
    [("9", 9, None, None), ("10/9", 10, 9, None), ("45s", None, None, 45), ("0", 0, None, None)],
)
def test_reps_of_one_side_of_two_and_of_time(
    text: str, reps: int | None, right: int | None, seconds: int | None
) -> None:
    changed = typed("reps", text)
    assert (changed.reps, changed.reps_right, changed.seconds) == (reps, right, seconds)


def test_a_number_in_a_timed_set_is_seconds() -> None:
    timed = PerformedSet(AT, seconds=30)
    assert typed("reps", "45", timed).seconds == 45


@pytest.mark.parametrize(
    ("text", "rir", "or_more", "failure"),
    [
        ("1", 1.0, False, None),
        ("1,5", 1.5, False, None),
        ("0.5", 0.5, False, FailureType.ABSOLUTE),
        ("5+", 5.0, True, None),
        ("0", 0.0, False, FailureType.ABSOLUTE),
        ("0t", 0.0, False, FailureType.TECHNICAL),
        ("rpe8", 2.0, False, None),
        ("@2", 2.0, False, None),
        ("?", None, False, FailureType.ABSOLUTE),
    ],
)
def test_reps_left_take_a_failure_away(
    text: str, rir: float | None, or_more: bool, failure: FailureType | None
) -> None:
    changed = typed("RIR", text)
    assert (changed.rir, changed.rir_or_more, changed.failure) == (rir, or_more, failure)


@pytest.mark.parametrize("column", ["kg", "reps", "RIR", "failure", "past it"])
@pytest.mark.parametrize(
    ("text", "failure"),
    [("t", FailureType.TECHNICAL), ("!a", FailureType.ABSOLUTE), ("!", FailureType.UNKNOWN)],
)
def test_a_tag_is_understood_in_every_cell_and_means_no_reps_left(
    column: str, text: str, failure: FailureType
) -> None:
    left = replace(BARE, rir=2.0)
    assert typed(column, text, left) == replace(BARE, rir=0.0, failure=failure)


def test_not_failed_leaves_the_reps_that_were_left() -> None:
    assert typed("failure", "n", replace(BARE, rir=2.0)).rir == 2
    assert typed("failure", "n", BARE).rir == 0
    assert typed("failure", "-").failure is None


@pytest.mark.parametrize(
    ("text", "technique", "segments"),
    [
        ("> 60x6", Technique.DROP, (Segment(6, kg(60)),)),
        ("> 60x6 > 45x5", Technique.DROP, (Segment(6, kg(60)), Segment(5, kg(45)))),
        ("+4 +3", Technique.REST_PAUSE, (Segment(4), Segment(3))),
        ("f2", Technique.FORCED, (Segment(2),)),
        ("ecc3", Technique.ECCENTRIC, (Segment(3),)),
        ("-", Technique.NONE, ()),
    ],
)
def test_what_went_past_failure(
    text: str, technique: Technique, segments: tuple[Segment, ...]
) -> None:
    changed = typed("past it", text)
    assert (changed.technique, changed.segments) == (technique, segments)


def test_a_technique_without_effort_means_absolute_failure() -> None:
    changed = typed("past it", "+4", BARE)
    assert (changed.rir, changed.failure) == (0.0, FailureType.ABSOLUTE)


def test_a_whole_line_replaces_the_set_and_keeps_its_note() -> None:
    changed = typed("set", "82,5x6@1 > 60x5")
    expected = replace(
        FAILED,
        load=kg("82.5"),
        reps=6,
        rir=1.0,
        failure=None,
        technique=Technique.DROP,
        segments=(Segment(5, kg(60)),),
    )
    assert changed == expected


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        ("RIR", "9", "“9” is no RIR. What fits: 0 to 5"),
        ("RIR", "", ""),
        ("kg", "heavy", "“heavy” is no load."),
        ("kg", "3000", "3000 kg is more than anyone lifts."),
        ("kg", "1,234", "“1,234” is no load."),
        ("reps", "7.5", "“7.5” is no number of reps."),
        ("reps", "", "“” is no number of reps."),
        ("failure", "maybe", "“maybe” is no failure."),
        ("past it", "60x6", "“60x6” is no technique past failure."),
        ("past it", '> 60x6 "ouch"', "is no technique past failure."),
        ("rest", "90", "The rest can't be typed"),
        ("set", "100x8", "how many reps were left?"),
        ("set", "8 2; 7 1", "One set stands in this row"),
        ("set", "100x8x3@2", "One set stands in this row"),
        ("set", "!", "say how the set went"),
        ("set", "8 2 -4m", "“ago” counts from now"),
        ("note", "x" * 501, "The note has 501 letters"),
    ],
)
def test_what_does_not_fit_is_refused_in_plain_words(column: str, text: str, message: str) -> None:
    if not message:
        assert typed(column, text).rir is None
        return
    with pytest.raises(TrackerError) as refused:
        typed(column, text)
    assert message in str(refused.value)


def test_no_rep_at_all_must_say_how_it_failed() -> None:
    with pytest.raises(TrackerError, match="missed one"):
        typed("reps", "0", replace(BARE, rir=2.0))


def test_a_bare_number_is_doubted_where_the_body_is_the_load() -> None:
    over = replace(FAILED, load=bodyweight())
    with pytest.raises(TrackerError, match=r"\+20 is added"):
        retyped(over, Column.LOAD, "20", Ground(Unit.KG, is_bodyweight=True))


LOADS = st.one_of(
    st.none(),
    st.builds(
        Load,
        st.decimals(0, 900, places=2, allow_nan=False, allow_infinity=False),
        st.sampled_from(Unit),
        st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED]),
    ),
)
SETS = st.builds(
    PerformedSet,
    st.just(AT),
    load=LOADS,
    reps=st.integers(1, 999),
    rir=st.sampled_from([None, 0.0, 0.5, 1.0, 2.5, 5.0]),
)


@given(performed=SETS, column=st.sampled_from([Column.LOAD, Column.REPS, Column.RIR]))
def test_a_cell_kept_as_it_stands_changes_nothing(performed: PerformedSet, column: Column) -> None:
    unit = performed.load.unit if performed.load else Unit.KG
    kept = retyped(performed, column, source(performed, column), Ground(unit))
    assert changes(performed, kept) == ""


@given(text=st.text(max_size=12), column=st.sampled_from(COLUMNS))
def test_any_text_gives_a_set_or_a_refusal(text: str, column: Column) -> None:
    try:
        changed = retyped(FAILED, column, text, GROUND)
    except TrackerError as error:
        assert str(error)
    else:
        assert (changed.id, changed.at) == (FAILED.id, FAILED.at)
