"""The bar and the plates of the lifter's own gym, at the desk: steps, warm-ups, repair, the row."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from screens.live.view import head
from tests.typist import Typist
from tracker.load import kg
from tracker.session import Session

SitDown = Callable[..., Typist]


def plates_row(typist: Typist) -> str:
    """The row of the head that holds the plates."""
    return head(typist.desk, None, None, is_wide=True).lines[3].plain


def owning(typist: Typist, **gym: object) -> Typist:
    """The typist, in a gym of these settings."""
    for name, value in gym.items():
        typist.house.store.keeping.save_setting(f"gym.{name}", value)
    typist.house.coach.forget()
    return typist


def on_a_bar_of(typist: Typist, weight: str) -> Typist:
    """The typist, who said what the bar of the exercise in hand weighs."""
    block = typist.desk.block
    assert block is not None
    typist.house.store.catalogue.change(replace(block.exercise, bar=kg(weight)))
    typist.desk.reload()
    return typist


# -- load steps ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plates", "keys", "load"),
    [
        ("20x8 15x2 10x2 5x2 2.5x2 1.25x2", ["up"], "85"),
        ("20x8 15x2 10x2 5x2 2.5x2", ["up"], "85"),
        ("20x8 15x2 10x2 5x2 2.5x2", ["up", "up"], "90"),
        ("20x8 15x2 10x2 5x2 2.5x2", ["down"], "80"),
        ("20x8 15x2 10x2 5x2 2.5x2", ["up", "down"], "82.5"),
        ("20x8 10x1", ["up"], "100"),
        ("20x1 10x1 1.25x1", ["up"], "82.5"),
        ("none", ["up"], "85"),
    ],
)
def test_a_step_goes_to_what_the_lifter_s_plates_make(
    at_the_bench: Typist, plates: str, keys: list[str], load: str
) -> None:
    owning(at_the_bench, plates_kg=plates).press(*keys, "1", "enter")
    assert at_the_bench.last.load == kg(load)


def test_steps_down_end_at_the_bar_alone(at_the_bench: Typist) -> None:
    at_the_bench.press(*["down"] * 50)
    assert at_the_bench.desk.draft().load == kg(20)
    assert "plates  the bar alone" in plates_row(at_the_bench)


def test_steps_down_end_at_the_lighter_bar_that_was_said(at_the_bench: Typist) -> None:
    on_a_bar_of(at_the_bench, "15").press(*["down"] * 50)
    assert at_the_bench.desk.draft().load == kg(15)


# -- the plates row ------------------------------------------------------------------------------


def test_the_row_tells_the_plates_and_then_their_change(at_the_bench: Typist) -> None:
    assert "plates  20 · 10 · 1.25 a side" in plates_row(at_the_bench)
    at_the_bench.type("2⏎").press("up")
    assert "plates  -1.25 +2.5 a side" in plates_row(at_the_bench)


def test_a_load_that_the_plates_do_not_make_is_logged_and_the_row_says_what_would_fit(
    at_the_bench: Typist,
) -> None:
    at_the_bench.type("83x8@2⏎")
    assert at_the_bench.last.load == kg(83)
    assert "no plates for 83 kg: 82.5 or 85" in plates_row(at_the_bench)


def test_the_row_follows_the_lifter_s_own_bar_and_plates(at_the_bench: Typist) -> None:
    owning(at_the_bench, bar_kg=15, plates_kg="20x2 10x2 2.5x1 1.25x1")
    assert "plates  20 · 10 · 2.5 · 1.25 a side" in plates_row(at_the_bench)
    owning(at_the_bench, plates_kg="none")
    assert "plates" not in plates_row(at_the_bench)


def test_a_bar_other_than_the_long_one_is_named(at_the_bench: Typist) -> None:
    on_a_bar_of(at_the_bench, "12.5")
    assert "plates  20 · 15 a side · 12.5 kg bar" in plates_row(at_the_bench)


def test_a_stack_has_no_plates_and_a_machine_has_them_once_its_sled_is_said(
    at_the_bench: Typist,
) -> None:
    at_the_bench.press("n")
    assert "plates" not in plates_row(at_the_bench)
    on_a_bar_of(at_the_bench, "0")
    assert "plates  15 · 2.5 a side" in plates_row(at_the_bench)


# -- warm-ups ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plates", "loads"),
    [
        ("20x8 15x2 10x2 5x2 2.5x2 1.25x2", ["40", "60", "80"]),
        ("20x8", ["20", "60"]),
        ("20x8 5x1", ["30", "60", "70"]),
    ],
)
def test_the_ramp_takes_what_the_plates_make(
    at_the_rack: Typist, plates: str, loads: list[str]
) -> None:
    owning(at_the_rack, plates_kg=plates).type("w⏎" * len(loads))
    assert [one.load for one in at_the_rack.sets] == [kg(load) for load in loads]
    assert all(one.warm_up for one in at_the_rack.sets)


def test_the_ramp_begins_with_the_empty_bar_where_the_work_is_light(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.type("/squat (barbell⏎40x8@2⏎").type("w⏎w⏎")
    assert [one.load for one in typist.sets] == [kg(40), kg(20), kg(25)]


# -- the repair ----------------------------------------------------------------------------------


def test_the_repair_goes_down_to_what_the_plates_make(at_the_bench: Typist) -> None:
    owning(at_the_bench, plates_kg="20x8 10x1").type("t⏎")
    assert at_the_bench.desk.draft().load == kg(60)


def test_the_bar_alone_stays_after_a_failure_with_the_fewer_reps_of_the_headline(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    done = {"Overhead Press (Barbell)": "20x10@2; 20x10@2"}
    train("2026-11-16 18:30", "Press", done)
    typist = sit_down("Press").type("10t⏎")
    draft = typist.desk.draft()
    assert (draft.load, draft.reps) == (kg(20), 5)
    assert "20 kg × 5" in str(typist.desk.guidance.headline)
