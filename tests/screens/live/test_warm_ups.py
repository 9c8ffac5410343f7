"""Warm-ups at the desk: the ramp, what it climbs to, and where it ends."""

from collections.abc import Callable

import pytest

from tests.typist import Typist
from tracker.load import Load, kg
from tracker.session import Session

SitDown = Callable[..., Typist]


def loads(typist: Typist) -> list[tuple[Load | None, bool]]:
    """The loads of the session's sets, and whether they were warm-ups."""
    return [(one.load, one.warm_up) for one in typist.sets]


@pytest.mark.parametrize("text", ["w", "wx10", "W"])
def test_the_first_warm_up_of_an_unknown_lift_is_asked_for_its_load_as_a_warm_up(
    sit_down: SitDown, text: str
) -> None:
    typist = sit_down().type("/squat (barbell⏎").type(f"{text}⏎")
    assert typist.sets == () and typist.line == text
    assert "what load?" in typist.reply.words and typist.reply.words.endswith("write w60x10.")
    typist.press("escape")
    typist.type("w60x10⏎")
    assert loads(typist) == [(kg(60), True)]


def test_a_work_set_without_a_load_is_asked_for_as_a_work_set_still(sit_down: SitDown) -> None:
    typist = sit_down().type("/squat (barbell⏎").type("x8@2⏎")
    assert typist.reply.words.endswith("write 100x8@2.")


def test_the_ramp_climbs_past_light_sets_that_were_not_marked(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Legs", {"Squat (Barbell)": "60x8?; 80x5?; 100x5@2; 100x5@2"})
    typist = sit_down("Legs").type("w⏎w⏎w⏎")
    assert loads(typist) == [(kg(40), True), (kg(60), True), (kg(80), True)]


def test_the_ramp_of_a_free_session_climbs_to_the_heaviest_of_last_time(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Legs", {"Squat (Barbell)": "60x8?; 100x5@2"})
    typist = sit_down().type("/squat (barbell⏎").type("w⏎")
    assert loads(typist) == [(kg(40), True)]


def test_after_the_last_step_w_says_that_the_ramp_is_done_and_logs_nothing(
    at_the_rack: Typist,
) -> None:
    at_the_rack.type("w⏎w⏎w⏎w⏎")
    assert loads(at_the_rack) == [(kg(40), True), (kg(60), True), (kg(80), True)]
    assert at_the_rack.reply.words == "The ramp is done: `w80x3` logs another one."
    assert at_the_rack.line == "w" and at_the_rack.is_selected
    at_the_rack.type("w80x3⏎")
    assert loads(at_the_rack)[3] == (kg(80), True) and len(at_the_rack.sets) == 4


def test_the_ramp_has_a_place_that_moves_with_each_step(at_the_rack: Typist) -> None:
    for number in (1, 2, 3):
        place = at_the_rack.desk.ramp_place()
        assert place is not None and (place.number, place.steps) == (number, 3)
        assert not place.is_done
        at_the_rack.type("w⏎")
    place = at_the_rack.desk.ramp_place()
    assert place is not None and place.is_done


def test_a_session_without_an_exercise_has_no_ramp(sit_down: SitDown) -> None:
    assert sit_down().desk.ramp_place() is None
