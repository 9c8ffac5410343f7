"""Pounds in a log of kilograms, and the other way round: a row says what its column does not."""

from collections.abc import Callable

import pytest

from screens.live.view import number_text, table
from tests.typist import Typist
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.profile import Profile
from tracker.session import Session

SitDown = Callable[..., Typist]


@pytest.mark.parametrize(
    ("load", "unit", "words"),
    [
        (lb(225), Unit.KG, "225 lb"),
        (kg("102.5"), Unit.LB, "102.5 kg"),
        (kg("102.5"), Unit.KG, "102.5"),
        (lb(225), None, "225"),
        (Load(lb(25).value, Unit.LB, LoadKind.ADDED), Unit.KG, "+25 lb"),
        (bodyweight(Unit.LB), Unit.KG, "BW"),
        (None, Unit.KG, ""),
    ],
)
def test_a_load_names_its_unit_where_it_is_not_the_column_s(
    load: Load | None, unit: Unit | None, words: str
) -> None:
    assert number_text(load, unit) == words


def test_a_set_in_pounds_says_so_under_a_head_of_kilograms(at_the_bench: Typist) -> None:
    at_the_bench.type("w45lbx10⏎225lb x 5@2⏎82.5kgx8@2⏎")
    shown = table(at_the_bench.desk, is_wide=True)
    assert shown.unit == "kg"
    assert [row.load for row in shown.rows] == ["45 lb", "225 lb", "82.5", "80"]


def test_last_time_s_pounds_are_named_beside_today_s_kilograms(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "225lbx5@2; 100x5@2"})
    typist = sit_down("Push")
    shown = table(typist.desk, is_wide=True)
    assert shown.unit == "lb"
    assert [row.last for row in shown.rows] == ["225 × 5  @2", "100 kg × 5  @2"]
    assert [row.load for row in shown.rows] == ["225", "100 kg"]
    typist.type("225x5@2⏎")
    shown = table(typist.desk, is_wide=True)
    assert shown.unit == "kg"
    assert [row.last for row in shown.rows] == ["225 lb × 5  @2", "100 × 5  @2"]


def test_the_head_of_a_column_of_body_weights_is_the_lifter_s_unit(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.house.store.keeping.save_profile(Profile(unit=Unit.LB))
    typist.house.coach.forget()
    typist.type("/pull up⏎")
    assert table(typist.desk, is_wide=True).unit == "lb"
