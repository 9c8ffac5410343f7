"""Cells of a past session: a text that is likely a slip is asked about once."""

import pytest

from screens.house import House
from screens.session_editor import SessionEditor
from tracker.errors import TrackerError
from tracker.load import kg
from tracker.performed import PerformedSet
from tracker.session import Session
from widgets.set_cells import Column


@pytest.fixture
def push(train) -> Session:
    lifts = {
        "Bench Press (Barbell)": "w40x10; 60x8@2; 60x7@1; 825x8@1",
        "Preacher Curl (Barbell)": "30x9!a > 22.5x5",
    }
    return train("2026-11-16 18:30", "Push", lifts)


@pytest.fixture
def editor(house: House, push: Session) -> SessionEditor:
    return SessionEditor(house, push.id)


def kept(house: House, push: Session, place: int) -> PerformedSet:
    return house.store.history.session(push.id).sets[place]


@pytest.mark.parametrize(
    ("place", "column", "text", "question"),
    [
        (1, Column.SET, "825x5@2", "825 kg? the draft is 60 kg."),
        (1, Column.LOAD, "610", "610 kg? the draft is 60 kg."),
        (1, Column.LOAD, "+20", "+20 kg beside the body?"),
        (1, Column.REPS, "80", "80 reps? the draft is 8."),
        (1, Column.REPS, "60s", "60 s? Bench Press (Barbell) is counted in reps."),
        (4, Column.RIR, "1", "A drop set counts as failure; with 1 left?"),
        (4, Column.PAST, "> 40x5", "40 kg is more than the 30 kg it drops from."),
    ],
)
def test_a_likely_slip_in_a_cell_takes_enter_twice(
    house: House,
    push: Session,
    editor: SessionEditor,
    place: int,
    column: Column,
    text: str,
    question: str,
) -> None:
    before = kept(house, push, place)
    if place == 1 and text in ("825x5@2", "610"):
        editor.cells.retype(push.sets[3].id, Column.LOAD, "60")
    with pytest.raises(TrackerError) as refused:
        editor.cells.retype(before.id, column, text)
    assert refused.value.message.startswith(question)
    assert refused.value.message.endswith("Enter again takes it as it stands.")
    assert kept(house, push, place) == before
    assert editor.cells.retype(before.id, column, text).is_done
    assert kept(house, push, place) != before


def test_another_text_in_between_is_asked_about_anew(push: Session, editor: SessionEditor) -> None:
    one = push.sets[2].id
    for text in ("81", "82", "81"):
        with pytest.raises(TrackerError):
            editor.cells.retype(one, Column.REPS, text)


@pytest.mark.parametrize(
    ("place", "column", "text"),
    [
        (3, Column.LOAD, "60"),  # a slip put right fits the sets beside it
        (1, Column.SET, "62.5x5@2"),
        (1, Column.NOTE, "slow"),
        (0, Column.LOAD, "10"),
        (4, Column.PAST, "> 20x5"),
    ],
)
def test_what_is_in_reach_is_kept_at_once(
    push: Session, editor: SessionEditor, place: int, column: Column, text: str
) -> None:
    assert editor.cells.retype(push.sets[place].id, column, text).is_done


def test_what_was_odd_before_is_not_asked_about_again(
    house: House, push: Session, editor: SessionEditor
) -> None:
    dropped = push.sets[4].id
    with pytest.raises(TrackerError):
        editor.cells.retype(dropped, Column.RIR, "1")
    editor.cells.retype(dropped, Column.RIR, "1")
    editor.cells.retype(dropped, Column.LOAD, "32.5")
    assert kept(house, push, 4).load == kg("32.5")
