"""The registry of settings: defaults, ranges, and what a person types."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InvalidSetting
from tracker.setting import Setting, Value
from tracker.settings import REGISTRY, Settings, setting

ALL = list(REGISTRY.values())
NUMBERS = [one for one in ALL if not isinstance(one.default, (bool, str, tuple))]


def named(one: object) -> str:
    return one.name if isinstance(one, Setting) else ""


def typed(value: Value) -> str:
    """The value as the program prints it and a person would type it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)


@pytest.mark.parametrize("one", ALL, ids=named)
def test_every_default_fits_its_own_range(one: Setting) -> None:
    assert one.checked(one.default) == one.default
    assert type(one.checked(one.default)) is type(one.default)


@pytest.mark.parametrize("one", ALL, ids=named)
def test_every_setting_is_named_by_its_section_and_says_what_it_means(one: Setting) -> None:
    section, _, key = one.name.partition(".")
    assert section.isidentifier()
    assert key.isidentifier()
    assert one.meaning.endswith(".")
    assert one.allowed


@pytest.mark.parametrize("one", ALL, ids=named)
def test_every_default_is_read_as_it_is_printed(one: Setting) -> None:
    assert one.read(typed(one.default)) == one.default
    assert one.read(f"  {typed(one.default)} ") == one.default


@given(data=st.data())
def test_any_value_in_range_is_read_as_it_is_printed(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(ALL))
    value = data.draw(values_of(one))
    assert one.read(typed(value)) == value
    assert one.checked(value) == value
    assert Settings().with_value(one.name, value).value(one.name) == value


def values_of(one: Setting) -> st.SearchStrategy[Value]:
    numbers = st.floats(one.least, one.most, allow_subnormal=False)
    if isinstance(one.default, bool):
        return st.booleans()
    if isinstance(one.default, str):
        texts = ("20x1", "none") if one.form else ("nord",)
        return st.sampled_from(one.words or (one.default, *texts))
    if isinstance(one.default, tuple):
        return st.tuples(*[numbers] * one.count)
    if isinstance(one.default, int):
        return st.integers(int(one.least), int(one.most))
    return numbers


@pytest.mark.parametrize("one", NUMBERS, ids=named)
def test_a_number_out_of_range_is_refused_with_its_range(one: Setting) -> None:
    for value in (one.least - 1, one.most + 1, math.nan, math.inf, -math.inf):
        with pytest.raises(InvalidSetting) as caught:
            one.checked(value)
        assert f"{one.least:g} to {one.most:g}" in caught.value.message
        assert caught.value.expected == one.allowed
        assert one.name in caught.value.message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ration.total_max", 2.5),
        ("ration.total_max", True),
        ("ration.total_max", "3"),
        ("ration.total_max", None),
        ("budget.capacity", "4.5"),
        ("budget.capacity", False),
        ("gate.mode", "open"),
        ("gate.mode", 1),
        ("guidance.suggest", 1),
        ("guidance.suggest", "true"),
        ("reps.drop", 0.5),
        ("reps.drop", (0.5,)),
        ("reps.drop", (0.5, 0.6, 0.7)),
        ("reps.drop", (0.5, 2.0)),
        ("reps.drop", (0.5, "0.6")),
        ("look.theme", 3),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_would_fit(name: str, value: object) -> None:
    with pytest.raises(InvalidSetting) as caught:
        setting(name).checked(value)
    assert setting(name).allowed in caught.value.message


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("ration.total_max", "4", 4),
        ("ration.total_max", "4.0", 4),
        ("budget.capacity", "5", 5.0),
        ("budget.capacity", "5,5", 5.5),
        ("guidance.suggest", "ON", True),
        ("guidance.suggest", "no", False),
        ("reps.drop", "0.6 0.7", (0.6, 0.7)),
        ("reps.drop", "0.6,0.7", (0.6, 0.7)),
        ("reps.drop", "[0.6, 0.7]", (0.6, 0.7)),
        ("gate.mode", " off ", "off"),
        ("gym.bar_kg", "15", 15.0),
        ("gym.plates_kg", "1,25X2, 20 x 8; 5x1", "20x8 5x1 1.25x2"),
        ("gym.plates_lb", "None", "none"),
    ],
)
def test_what_a_person_types_is_read(name: str, text: str, value: Value) -> None:
    read = setting(name).read(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("name", "text", "allowed"),
    [
        ("ration.total_max", "many", "a whole number, 0 to 50"),
        ("ration.total_max", "2.5", "a whole number, 0 to 50"),
        ("ration.total_max", "51", "a whole number, 0 to 50"),
        ("gate.max_age_days", "1,000", "a whole number, 7 to 3650"),
        ("budget.capacity", "5,5,5", "a number, 0.5 to 60"),
        ("ration.total_max", "1 2", "a whole number, 0 to 50"),
        ("ration.total_max", "", "a whole number, 0 to 50"),
        ("ration.total_max", "nan", "a whole number, 0 to 50"),
        ("budget.capacity", "1e9", "a number, 0.5 to 60"),
        ("reps.drop", "0.6", "2 numbers, each 0.1 to 1"),
        ("guidance.suggest", "perhaps", "true | false"),
        ("gate.mode", "wide", "absolute225 | relative | off"),
        ("gym.bar_kg", "0", "a number, 1 to 60"),
        ("gym.plates_kg", "20x8 25kg", "plates x pairs, as 20x8 10x2 1.25x2, or none"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(name: str, text: str, allowed: str) -> None:
    with pytest.raises(InvalidSetting) as caught:
        setting(name).read(text)
    assert caught.value.expected == allowed


def test_a_name_that_does_not_exist_is_refused_with_near_ones() -> None:
    with pytest.raises(InvalidSetting, match=r"no setting called 'total_max'") as caught:
        setting("total_max")
    assert caught.value.candidates == ("ration.total_max",)


def test_settings_hold_what_was_changed_over_the_defaults() -> None:
    changed = Settings().with_value("gate.reps", 6).with_value("guidance.suggest", True)
    assert changed.whole("gate.reps") == 6
    assert changed.is_on("guidance.suggest")
    assert changed.number("gate.reps") == 6.0
    assert changed.word("gate.mode") == "absolute225"
    assert changed.numbers("reps.drop") == (0.67, 0.75)
    assert Settings().whole("gate.reps") == 8
    assert changed.changed == {"gate.reps": 6, "guidance.suggest": True}


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidSetting, match="1 to 20"):
        Settings().with_value("gate.reps", 21)
