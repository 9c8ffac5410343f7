"""What a set counts as (contract, section 2)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.failure import counts_as, is_failure
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.settings import Settings

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
NONE, TECHNICAL, ABSOLUTE, UNKNOWN = FailureType
WORDS = ("technical", "absolute", "none")


def done(
    rir: float | None = 2.0,
    failure: FailureType | None = None,
    technique: Technique = Technique.NONE,
    **said: bool,
) -> PerformedSet:
    return PerformedSet(NOW, kg(100), 8, rir=rir, failure=failure, technique=technique, **said)


@pytest.mark.parametrize(
    ("performed", "counted"),
    [
        (done(2.0), NONE),
        (done(0.5), NONE),
        (done(0.0), TECHNICAL),
        (done(None), NONE),
        (done(0.0, NONE), NONE),
        (done(0.0, TECHNICAL), TECHNICAL),
        (done(0.0, ABSOLUTE), ABSOLUTE),
        (done(0.0, UNKNOWN), TECHNICAL),
        (done(None, UNKNOWN), TECHNICAL),
        (done(None, ABSOLUTE), ABSOLUTE),
        (done(1.0, ABSOLUTE), ABSOLUTE),
        (done(2.0, None, Technique.DROP), ABSOLUTE),
        (done(None, None, Technique.REST_PAUSE), ABSOLUTE),
        (done(0.0, NONE, Technique.FORCED), ABSOLUTE),
        (done(0.0, TECHNICAL, Technique.ECCENTRIC), ABSOLUTE),
        (done(0.0, ABSOLUTE, Technique.DROP, warm_up=True), NONE),
        (done(None, None, Technique.DROP, is_imported=True), NONE),
        (done(1.0, None, Technique.DROP, is_imported=True), NONE),
        (done(1.0, NONE, Technique.DROP, is_imported=True), NONE),
        (done(0.0, None, Technique.DROP, is_imported=True), ABSOLUTE),
        (done(None, UNKNOWN, Technique.DROP, is_imported=True), ABSOLUTE),
        (done(None, TECHNICAL, Technique.DROP, is_imported=True), ABSOLUTE),
        (done(None, None, Technique.REST_PAUSE, is_imported=True), ABSOLUTE),
        (done(None, UNKNOWN, is_imported=True), TECHNICAL),
    ],
)
def test_a_set_counts_by_what_was_said(performed: PerformedSet, counted: FailureType) -> None:
    assert counts_as(performed, Settings()) is counted
    assert is_failure(performed, Settings()) == (counted is not NONE)


@pytest.mark.parametrize("word", WORDS)
def test_rir_0_without_a_word_counts_as_the_lifter_set(word: str) -> None:
    settings = Settings({"guidance.rir0_counts_as": word})
    assert counts_as(done(0.0), settings) is FailureType(word)
    assert counts_as(done(0.0, ABSOLUTE), settings) is ABSOLUTE
    assert counts_as(done(0.0, UNKNOWN), settings) is TECHNICAL
    assert counts_as(done(0.5), settings) is NONE


@pytest.mark.parametrize("word", WORDS)
def test_a_failure_of_unknown_kind_counts_as_the_lifter_set(word: str) -> None:
    settings = Settings({"guidance.unknown_counts_as": word})
    assert counts_as(done(None, UNKNOWN), settings) is FailureType(word)
    assert counts_as(done(0.0, UNKNOWN), settings) is FailureType(word)
    assert counts_as(done(0.0), settings) is TECHNICAL


def test_an_imported_drop_counts_where_the_lifter_wants_it() -> None:
    settings = Settings({"guidance.imported_drop_counts": True})
    drop = done(None, None, Technique.DROP, is_imported=True)
    assert counts_as(drop, settings) is ABSOLUTE


@given(
    performed=st.builds(
        done,
        st.none() | st.integers(0, 10).map(lambda halves: halves / 2),
        st.none() | st.sampled_from(FailureType),
        st.sampled_from(Technique),
        warm_up=st.booleans(),
        is_imported=st.booleans(),
    ),
    rir0=st.sampled_from(WORDS),
    unknown=st.sampled_from(WORDS),
    drops=st.booleans(),
)
def test_a_counted_failure_is_never_of_unknown_kind_and_never_without_a_word(
    performed: PerformedSet, rir0: str, unknown: str, drops: bool
) -> None:
    settings = Settings(
        {
            "guidance.rir0_counts_as": rir0,
            "guidance.unknown_counts_as": unknown,
            "guidance.imported_drop_counts": drops,
        }
    )
    counted = counts_as(performed, settings)
    assert counted is not UNKNOWN
    says_nothing = performed.failure is None and performed.technique is Technique.NONE
    if performed.warm_up or (says_nothing and performed.rir != 0):
        assert counted is NONE
