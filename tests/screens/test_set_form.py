from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.set_form import ROWS, SetForm, form_of
from tracker.effort import FailureType, Technique
from tracker.errors import InvalidTime, TrackerError
from tracker.load import Unit, kg
from tracker.performed import Side
from tracker.planned import PlannedSet
from tracker.safety import NOTHING_SAID, Safety

AT = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def fresh() -> SetForm:
    return form_of(PlannedSet(kg("82.5"), 8), Unit.KG, NOTHING_SAID, False, BERLIN, AT)


def typed(form: SetForm, *keys: str) -> SetForm:
    for key in keys:
        form = form.key(key)
    return form


def at_row(name: str, form: SetForm | None = None) -> SetForm:
    return replace(form or fresh(), row=ROWS.index(name), is_fresh=True)


def performed(form: SetForm, at: datetime = AT):
    return form.performed(Unit.KG, False, BERLIN, at)


def test_it_opens_over_the_draft_and_says_nothing_of_the_effort() -> None:
    one = performed(fresh())
    assert (one.load, one.reps, one.rir, one.failure, one.at) == (kg("82.5"), 8, None, None, AT)
    assert fresh().name == "rir"


@pytest.mark.parametrize(
    ("keys", "rir", "or_more"),
    [("2", 2, False), ("1.", 1.5, False), ("0,", 0.5, False), ("5+", 5, True), ("31", 1, False)],
)
def test_digits_choose_the_reps_left(keys, rir, or_more) -> None:
    one = performed(typed(fresh(), *keys))
    assert (one.rir, one.rir_or_more) == (rir, or_more)


@pytest.mark.parametrize(
    ("key", "failure"),
    [("t", FailureType.TECHNICAL), ("a", FailureType.ABSOLUTE), ("4", FailureType.ABSOLUTE)],
)
def test_a_letter_says_how_it_failed_and_that_no_rep_was_left(key, failure) -> None:
    one = performed(at_row("failure").key(key))
    assert (one.failure, one.rir) == (failure, 0)


def test_a_failure_beside_reps_left_is_refused() -> None:
    with pytest.raises(TrackerError, match="disagree"):
        performed(typed(fresh(), "2", "down", "t"))


@pytest.mark.parametrize(
    ("technique", "text", "kind", "reps"),
    [
        ("d", "60x6 > 45x5", Technique.DROP, [6, 5]),
        ("r", "4 +3", Technique.REST_PAUSE, [4, 3]),
        ("f", "2", Technique.FORCED, [2]),
        ("e", "3", Technique.ECCENTRIC, [3]),
    ],
)
def test_what_came_past_failure_is_typed_in_its_own_row(technique, text, kind, reps) -> None:
    form = typed(at_row("past it"), technique, "down", *text)
    assert form.name == "segments"
    one = performed(form)
    assert one.technique is kind and [part.reps for part in one.segments] == reps


def test_segments_are_passed_over_without_a_technique() -> None:
    assert typed(at_row("past it"), "down").name == "spotter"
    assert typed(at_row("spotter"), "up").name == "past it"


def test_typing_replaces_a_field_and_an_arrow_edits_it() -> None:
    assert typed(at_row("load"), "9", "0").values["load"] == "90"
    assert typed(at_row("reps"), "right", "2").values["reps"] == "82"
    assert typed(at_row("reps"), "backspace").values["reps"] == ""


def test_who_stood_by_side_and_plan_are_kept() -> None:
    form = at_row("planned", at_row("side", typed(at_row("spotter"), "y", "down", "n")).key("l"))
    one = performed(form.key("y"))
    assert one.safety == Safety(spotter=True, safeties=False)
    assert one.side is Side.LEFT and one.planned_failure


def test_a_quote_in_the_note_is_kept_as_an_apostrophe() -> None:
    assert performed(typed(at_row("note"), *'left "elbow"')).note == "left 'elbow'"


@pytest.mark.parametrize(
    ("now", "text", "wanted"),
    [
        (AT, "18:30", datetime(2026, 11, 23, 17, 30, tzinfo=UTC)),
        (AT, "06:10", datetime(2026, 11, 23, 5, 10, tzinfo=UTC)),
        (
            datetime(2026, 11, 23, 23, 3, tzinfo=UTC),
            "23:58",
            datetime(2026, 11, 23, 22, 58, tzinfo=UTC),
        ),
    ],
)
def test_a_time_is_the_last_one_of_that_hour(now, text, wanted) -> None:
    assert performed(typed(at_row("time"), *text), now).at == wanted


def test_a_time_to_come_is_refused() -> None:
    with pytest.raises(InvalidTime, match="still to come"):
        performed(typed(at_row("time"), *"19:30"))


@given(
    st.lists(st.sampled_from([*"0123456789½+.,tanx>\"'[²٣ ", "up", "down", "left", "backspace"]))
)
def test_no_typing_breaks_it(keys: list[str]) -> None:
    form = typed(fresh(), *keys)
    try:
        one = performed(form)
    except TrackerError as error:
        assert error.message
    else:
        assert one.at <= AT
