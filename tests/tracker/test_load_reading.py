"""A load that stands by itself."""

import pytest

from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.load_reading import read_bar, read_load, read_step


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


IN_KG, IN_LB = Exercise(1, "Squat"), Exercise(2, "Press", step=lb(5))


@pytest.mark.parametrize(
    ("text", "exercise", "step"),
    [
        ("2.5", IN_KG, kg("2.5")),
        ("2.5", IN_LB, lb("2.5")),
        (" +1,25 kg", IN_LB, kg("1.25")),
        ("5lbs", IN_KG, lb(5)),
        ("0.5", IN_KG, kg("0.5")),
        ("100", IN_KG, kg(100)),
    ],
)
def test_a_step_without_a_unit_is_in_that_of_the_exercise(
    text: str, exercise: Exercise, step: Load
) -> None:
    assert read_step(text, exercise) == step


@pytest.mark.parametrize("text", ["", "0", "-2.5", "++2", "bw", "small", "101", "2.5 5", "1,250"])
def test_what_is_no_step_is_refused_with_what_would_fit(text: str) -> None:
    with pytest.raises(TrackerError) as caught:
        read_step(text, IN_KG)
    assert (caught.value.read, "2.5" in caught.value.expected) == (text, True)
    assert repr(text) in caught.value.message


@pytest.mark.parametrize(
    ("text", "bar"),
    [
        ("15", kg(15)),
        ("45 lb", lb(45)),
        ("7,5", kg("7.5")),
        ("0", kg(0)),
        ("usual", None),
        (" Usual ", None),
    ],
)
def test_a_bar_is_read_or_taken_back(text: str, bar: Load | None) -> None:
    assert read_bar(text, Unit.KG) == bar


@pytest.mark.parametrize("text", ["", "bw", "+20", "-5", "long", "201", "451lb", "20 kg bar"])
def test_what_is_no_bar_is_refused_with_what_would_fit(text: str) -> None:
    with pytest.raises(TrackerError) as caught:
        read_bar(text, Unit.KG)
    assert (caught.value.read, "usual" in caught.value.expected) == (text, True)
    assert repr(text) in caught.value.message
