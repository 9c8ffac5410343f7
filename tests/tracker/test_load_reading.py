"""A load that stands by itself."""

import pytest

from tracker.errors import TrackerError
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.load_reading import read_load


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("100", kg(100)),
        (" 62,5 kg ", kg("62.5")),
        ("225lb", lb(225)),
        ("225 LBS", lb(225)),
        ("+20", Load(kg(20).value, Unit.KG, LoadKind.ADDED)),
        ("-15", Load(kg(15).value, Unit.KG, LoadKind.ASSISTED)),
        ("bw", bodyweight()),
    ],
)
def test_a_load_is_read_as_in_an_entry(text: str, load: Load) -> None:
    assert read_load(text, Unit.KG) == load


def test_a_bare_number_takes_the_unit_given() -> None:
    assert read_load("225", Unit.LB) == lb(225)


@pytest.mark.parametrize("text", ["", "x", "heavy", "1,250", "100x8", "100 200", "--5", "1e3"])
def test_what_is_no_load_is_refused(text: str) -> None:
    with pytest.raises(TrackerError):
        read_load(text, Unit.KG)
