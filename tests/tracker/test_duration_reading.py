import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.duration_reading import read_duration
from tracker.errors import TrackerError
from tracker.when import duration_in_words


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90s", 90),
        (" 90 S ", 90),
        ("2m", 120),
        ("2 min", 120),
        ("2m30", 150),
        ("2m 30s", 150),
        ("2:30", 150),
        ("0:45", 45),
        ("60:00", 3600),
    ],
)
def test_a_length_of_time_is_typed_in_many_ways(text: str, seconds: int) -> None:
    assert read_duration(text, 3600) == seconds


@pytest.mark.parametrize("text", ["", "long", "2:75", "2m75", "-5", "1.5m", "61m", "4000", "1:2:3"])
def test_what_is_none_is_refused_with_what_would_fit(text: str) -> None:
    with pytest.raises(TrackerError) as refused:
        read_duration(text, 3600)
    assert refused.value.read == text and "2:30" in refused.value.expected


@given(st.integers(0, 3599))
def test_what_is_shown_is_read_again(seconds: int) -> None:
    assert read_duration(duration_in_words(seconds), 3600) == seconds
