"""The past-session editor, key by key, over a real store in memory."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.house import House
from screens.past_session import PastSessionScreen
from screens.session_editor import SessionEditor
from tracker.effort import FailureType, Technique
from tracker.load import bodyweight, lb
from tracker.performed import PerformedSet
from tracker.session import Session
from tracker.store import Store
from tracker.when import local
from widgets.grid_rows import ExerciseField, HeadField, RowKind
from widgets.set_grid import SetGrid

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]


def screen_of(pilot: Pilot[None]) -> PastSessionScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PastSessionScreen)
    return screen


def said(pilot: Pilot[None]) -> str:
    return "\n".join(line.plain for line in screen_of(pilot).said.lines)


def sets(store: Store, session: Session) -> tuple[PerformedSet, ...]:
    return store.history.session(session.id).sets


async def go_to(pilot: Pilot[None], set_id: int, column: str) -> None:
    """Walk to a cell with the arrows, as a person would."""
    grid = screen_of(pilot).grid
    heads = [cell.field.value for cell in grid.rows[2].cells]
    await pilot.press("home")
    while grid.row is None or grid.row.id != set_id:
        await pilot.press("down")
    await pilot.press("home", *["right"] * heads.index(column))


async def test_a_typo_is_fixed_and_the_fortnight_follows(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "RIR")
        await pilot.press("1", "enter")
        fixed = sets(store, arms)[-1]
        assert (fixed.rir, fixed.failure) == (1.0, None)
        assert "● changed  Preacher Curl set 3: RIR 0 absolute → 1" in said(pilot)
        assert "this fortnight 3 → 2 events   budget 118 → 94 %" in said(pilot)


async def test_recovery_is_told_when_a_muscle_is_ready_again(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "set")
        await pilot.press(*"9", "space", "1", "enter")
        assert "ready: biceps now" in said(pilot)
        assert "3 → 2 events" in said(pilot)


async def test_typing_ahead_loses_no_key_and_mixes_none_up(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    legs = fortnight_of_training["18"]
    burst = "7\r\x1b[B8\r\x1b[B9\r"
    keys = {"\r": "enter", "\x1b[B": "down"}
    pressed = [keys.get(key, key) for key in re.findall(r"\x1b\[B|.", burst, re.DOTALL)]
    async with in_room("past", session_id=legs.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, legs.sets[1].id, "reps")
        for key in pressed:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert [one.reps for one in sets(store, legs)] == [8, 7, 8, 9]


@pytest.mark.parametrize(
    ("column", "keys", "field", "value"),
    [
        ("kg", "65lb", "load", lb(65)),
        ("reps", "10/9", "reps_right", 9),
        ("RIR", "1.5", "rir", 1.5),
        ("RIR", "5+", "rir_or_more", True),
        ("failure", "t", "failure", FailureType.TECHNICAL),
        ("failure", "-", "failure", None),
        ("past it", "+4 +3", "technique", Technique.REST_PAUSE),
        ("set", "80x7@2", "reps", 7),
    ],
)
async def test_a_cell_takes_its_piece_of_the_entry_line(
    store: Store,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    column: str,
    keys: str,
    field: str,
    value: object,
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, column)
        await pilot.press(*["space" if key == " " else key for key in keys], "enter")
        assert getattr(sets(store, arms)[-1], field) == value


async def test_what_does_not_fit_stays_in_the_cell_and_says_what_would(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "RIR")
        await pilot.press("9", "enter")
        line = screen_of(pilot).grid.line
        assert line is not None and (line.text, line.is_selected) == ("9", True)
        assert "▲ not changed  “9” is no RIR. What fits: 0 to 5 in halves" in said(pilot)
        assert sets(store, arms) == arms.sets
        await pilot.press("3", "enter")
        assert sets(store, arms)[-1].rir == 3


async def test_escape_leaves_a_cell_as_it_was(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("9", "9", "escape")
        assert screen_of(pilot).grid.line is None
        assert sets(store, arms) == arms.sets


async def test_enter_edits_the_old_value_and_tab_goes_on(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[0].id, "kg")
        await pilot.press("enter", *".5", "tab", "9", "tab", "0", "tab")
        first = sets(store, arms)[0]
        assert (str(first.load), first.reps, first.rir) == ("14.5 kg", 9, 0)
        cell = screen_of(pilot).grid.cell
        assert cell is not None and cell.field == "failure"


def typing(text: str) -> list[str]:
    """The keys that type a text."""
    return ["space" if one == " " else one for one in text]


TEXTS = ["xtra hard", "elbow", "Push Z", "tired", "12 reps", "u", "quit? [/x] [b", "X", "jjj", "ä"]


@pytest.mark.parametrize("text", TEXTS)
async def test_a_note_takes_every_letter_and_none_is_a_command(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions, text: str
) -> None:
    arms = fortnight_of_training["21"]
    noted = next(one for one in arms.sets if one.note)
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, noted.id, "note")
        await pilot.press(*typing(text), "enter")
        after = tuple(replace(one, note=text) if one == noted else one for one in arms.sets)
        assert sets(store, arms) == after
        assert "“left elbow” →" in said(pilot)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("field", [HeadField.TITLE, HeadField.NOTE])
async def test_title_and_note_of_the_session_take_every_letter(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions, field: HeadField, text: str
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        screen_of(pilot).grid.put(RowKind.HEAD, arms.id, field)
        await pilot.press(*typing(text), "enter")
        changed = {"title": text} if field is HeadField.TITLE else {"note": text}
        assert store.history.session(arms.id) == replace(arms, **changed)


# "Elbow" is a word of an alias, and so the name of an exercise.
@pytest.mark.parametrize("text", [one for one in TEXTS if one != "elbow"])
async def test_over_an_exercise_letters_are_its_note_or_a_name_that_must_fit(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions, text: str
) -> None:
    arms = fortnight_of_training["21"]
    first = arms.blocks[0]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        grid = screen_of(pilot).grid
        grid.put(RowKind.EXERCISE, first.id, ExerciseField.NAME)
        await pilot.press(*typing(text), "enter")
        assert "▲ not changed" in said(pilot)
        assert store.history.session(arms.id) == arms
        await pilot.press("escape")
        grid.put(RowKind.EXERCISE, first.id, ExerciseField.NOTE)
        await pilot.press(*typing(text), "enter")
        noted = (replace(first, note=text), *arms.blocks[1:])
        assert store.history.session(arms.id) == replace(arms, blocks=noted)


async def test_a_pasted_note_replaces_the_one_that_stands(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[2].id, "note")
        pilot.app.post_message(events.Paste("slow\nand even"))
        await pilot.press("enter")
        assert sets(store, arms)[2].note == "slow and even"


async def test_enter_edits_an_old_note_and_a_space_alone_begins_nothing(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    noted = next(one for one in arms.sets if one.note)
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, noted.id, "note")
        await pilot.press("space", "down", "up", "enter", *typing(", sore"), "tab", "u")
        notes = [one.note for one in sets(store, arms)]
        assert notes == [one.note for one in arms.sets]
        assert "left elbow, sore" in said(pilot)


async def test_a_paste_answers_no_question_and_a_click_tells_of_its_cell(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("X")
        pilot.app.post_message(events.Paste("X"))
        await pilot.press("X")
        assert store.history.session(arms.id) == arms
        await pilot.press("q")
        grid = screen_of(pilot).grid
        title = grid.rows[0].cells[0]
        await pilot.click(SetGrid, offset=(title.start, 0))
        assert "type replaces it" in screen_of(pilot).key_line.render().plain
        assert "title   typing replaces it" in said(pilot)


async def test_the_computed_rest_never_opens_and_says_so(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[1].id, "rest")
        for key in ("enter", "e", "a", "t", "5", "minus"):
            await pilot.press(key)
            assert screen_of(pilot).grid.line is None
            assert "The rest is computed" in said(pilot)
        assert sets(store, arms) == arms.sets
        await pilot.press("h")
        cell = screen_of(pilot).grid.cell
        assert cell is not None and cell.field == "past it"


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("failure", "n", "failure", FailureType.NONE),
        ("past it", "ecc3", "technique", Technique.ECCENTRIC),
        ("past it", "f2", "technique", Technique.FORCED),
        ("kg", "bw", "load", bodyweight()),
        ("RIR", "rpe8", "rir", 2.0),
    ],
)
async def test_what_the_hint_of_a_cell_offers_can_be_typed_there(
    store: Store,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    column: str,
    text: str,
    field: str,
    value: object,
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, column)
        await pilot.press(*text, "enter")
        assert getattr(sets(store, arms)[-1], field) == value


async def test_letters_travel_over_the_rows_and_change_nothing(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press(*"jjjjjj", *"kkkkkkkkk", *"jjj")
        grid = screen_of(pilot).grid
        assert grid.line is None and grid.row is not None
        assert (grid.row.kind, grid.row.id) == (RowKind.SET, arms.sets[1].id)
        assert store.history.session(arms.id) == arms


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("kg", "0-9 ! t a replace"),
        ("note", "type replaces it"),
        ("rest", "x delete"),
    ],
)
async def test_the_key_line_tells_what_typing_does_here(
    in_room: InRoom, fortnight_of_training: Sessions, place: str, shown: str
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(80, 24)) as pilot:
        await go_to(pilot, arms.sets[0].id, place)
        keys = screen_of(pilot).key_line.render().plain
        assert shown in keys
        assert ("replace" in keys) == (place != "rest")


async def test_insert_leaves_the_effort_open_and_double_copies_it(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "kg")
        await pilot.press("i")
        made = sets(store, arms)[-1]
        assert (made.reps, made.load) == (9, arms.sets[-1].load)
        assert (made.rir, made.failure) == (None, None)
        cell = screen_of(pilot).grid.cell
        assert cell is not None and cell.field == "RIR"
        await pilot.press("u", "y")
        assert sets(store, arms)[-1].failure is FailureType.ABSOLUTE


async def test_undo_and_redo_walk_back_and_forth_and_say_so(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "RIR")
        await pilot.press("1", "enter", "x")
        assert len(sets(store, arms)) == len(arms.sets) - 1
        await pilot.press("u", "u")
        assert sets(store, arms) == arms.sets
        assert "● undone  Preacher Curl set 3: RIR 0 absolute → 1" in said(pilot)
        assert "2 → 3 events" in said(pilot)
        await pilot.press("U")
        assert sets(store, arms)[-1].rir == 1


async def test_a_set_is_carried_over_into_the_next_exercise(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[1].id, "kg")
        await pilot.press("m", "up", "down", "down", "enter")
        hammer, preacher = store.history.session(arms.id).blocks
        assert [one.id for one in hammer.sets] == [arms.sets[0].id]
        assert preacher.sets[0].id == arms.sets[1].id


async def test_an_exercise_is_named_anew_and_deleted_from_its_row(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("up", "enter", *"seated", "enter")
        assert "▲ not changed" in said(pilot)
        await pilot.press("escape", *typing("exc"), "escape", *typing("reverse curl barbell"))
        assert "→ Reverse Curl (Barbell)" in said(pilot)
        await pilot.press("enter")
        assert store.history.session(arms.id).blocks[0].exercise.name == "Reverse Curl (Barbell)"
        await pilot.press("right", "x")
        assert len(store.history.session(arms.id).blocks) == 1


async def test_the_row_of_an_exercise_says_what_can_be_done_with_it(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("up")
        for words in ("Enter names it anew", "/ adds an exercise after it", "x deletes it"):
            assert words in said(pilot)
        await pilot.press("left")
        assert "type a name: the sets become that exercise's" in said(pilot)


async def test_an_exercise_is_added_after_the_one_under_the_cursor(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("slash", *typing("seated"), "enter")
        assert "▲ not changed" in said(pilot)
        assert store.history.session(arms.id) == arms
        await pilot.press(*typing("squat (barbell)"), "enter")
        names = [one.exercise.name for one in store.history.session(arms.id).blocks]
        assert names == ["Hammer Curl (Dumbbell)", "Squat (Barbell)", "Preacher Curl (Barbell)"]
        assert "● added  Squat (Barbell)" in said(pilot)
        await pilot.press("i", *typing("100x5@2"), "enter")
        squat = store.history.session(arms.id).blocks[1]
        assert [(str(one.load), one.reps, one.rir) for one in squat.sets] == [("100 kg", 5, 2.0)]
        await pilot.press("u", "u", "u")
        assert store.history.session(arms.id) == arms


async def test_the_exercise_of_a_row_is_never_mistaken_for_a_set_of_the_same_number(
    house: House, fortnight_of_training: Sessions
) -> None:
    for session in fortnight_of_training.values():
        editor = SessionEditor(house, session.id)
        for block in session.blocks:
            assert editor.block_at(RowKind.EXERCISE, block.id) == block.id
            assert {editor.block_at(RowKind.SET, one.id) for one in block.sets} == {block.id}
        assert editor.block_at(RowKind.HEAD, session.id) == 0


async def test_from_the_session_s_row_an_exercise_is_added_at_the_end_and_escape_adds_none(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        before = screen_of(pilot).grid.place
        await pilot.press("slash", *typing("squ"), "escape")
        assert store.history.session(arms.id) == arms
        assert screen_of(pilot).grid.place == before
        await pilot.press("up", "up", "slash", *typing("squat (barbell)"), "enter")
        names = [one.exercise.name for one in store.history.session(arms.id).blocks]
        assert names[2] == "Squat (Barbell)"


async def test_the_date_moves_the_session_with_its_sets(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D", *typing("2026-11-02 07:00"), "enter")
        moved = store.history.session(arms.id)
        assert f"{local(moved.started_at, moved.zone):%d %H:%M}" == "02 07:00"
        shift = moved.started_at - arms.started_at
        assert [b.at - a.at for a, b in zip(arms.sets, moved.sets, strict=True)] == [shift] * 5
        assert moved.ended_at is not None and arms.ended_at is not None
        assert moved.ended_at - arms.ended_at == shift
        assert "this fortnight 3 → 2 events" in said(pilot)


async def test_the_old_date_stands_selected_and_the_arrows_edit_it(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D")
        line = screen_of(pilot).grid.line
        assert line is not None and (line.text, line.is_selected) == ("2026-11-14 18:30", True)
        await pilot.press("end", "backspace", "5", "enter")
        assert f"{local(store.history.session(arms.id).started_at, arms.zone):%H:%M}" == "18:35"
        await pilot.press(*typing("sun 18:00"), "enter")
        moved = store.history.session(arms.id)
        assert f"{local(moved.started_at, arms.zone):%d %H:%M}" == "22 18:00"


async def test_a_long_text_under_edit_never_stands_among_the_halves_of_other_cells(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D", "end", *"2026-11-20")
        shown = screen_of(pilot).grid.render().plain.splitlines()[0]
        assert "2026-11-14 18:302026-11-20 " in shown
        after = shown.split("2026-11-20")[1]
        assert after.split() == ["82", "kg", "body", "weight", "no", "note"]


async def test_a_session_ahead_of_now_is_refused(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D", *"2026-11-24", "enter")
        assert "still lies ahead" in said(pilot)
        assert store.history.session(arms.id) == arms


async def test_an_old_session_is_told_in_the_fortnight_that_ends_with_it(
    store: Store, in_room: InRoom, train: Callable[..., Session]
) -> None:
    old = train("2026-08-01 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    async with in_room("past", session_id=old.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, old.sets[-1].id, "RIR")
        await pilot.press("2", "enter")
        expected = "the fortnight to Sat 1 Aug 2026  1 → 0 events   budget 33 → 0 %"
        assert expected in said(pilot)


async def test_brackets_go_to_the_sessions_before_and_after(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("past", session_id=fortnight_of_training["23"].id).run_test() as pilot:
        titles = []
        for key in ("left_square_bracket", "left_square_bracket", "right_square_bracket"):
            await pilot.press(key)
            titles.append(screen_of(pilot).grid.rows[0].cells[0].text)
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert titles == ["Arms", "Pull", "Arms"]
        assert "There is no later session." in said(pilot)


async def test_a_whole_session_goes_in_one_step_and_comes_back(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "rest")
        await pilot.press("X")
        question = "Delete Arms, 5 sets? X again deletes, any other key keeps it"
        assert question in said(pilot)
        assert store.history.session(arms.id) == arms
        await pilot.press("X")
        assert arms.id not in {one.id for one in listed(store)}
        assert "● deleted  the session Arms: u brings it back" in said(pilot)
        assert "3 → 2 events" in said(pilot)
        await pilot.press("u")
        assert store.history.session(arms.id) == arms
        assert screen_of(pilot).grid.rows[0].id == arms.id


@pytest.mark.parametrize("key", ["x", "q", "escape", "enter", "u", "5", "D"])
async def test_any_other_key_than_x_again_keeps_the_session_and_does_nothing_else(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions, key: str
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("X", key)
        assert store.history.session(arms.id) == arms
        assert "● kept  Arms" in said(pilot)
        assert screen_of(pilot).grid.line is None
        await pilot.press("X")
        assert store.history.session(arms.id) == arms


async def test_undo_works_right_after_deleting_from_any_column(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["21"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[0].id, "note")
        await pilot.press("up", "X", "X", "u")
        assert store.history.session(arms.id) == arms


def listed(store: Store) -> tuple[object, ...]:
    return store.history.sessions(store.keeping.settings())


async def test_the_only_session_can_be_deleted_and_brought_back(
    store: Store, in_room: InRoom, train: Callable[..., Session]
) -> None:
    only = train("2026-11-20 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2"})
    async with in_room("past", session_id=only.id).run_test(size=(80, 24)) as pilot:
        await pilot.press("X", "X", "X", "x", "enter", "5", "down", "D", "m", "slash", "z")
        await pilot.press("right_square_bracket")
        assert not listed(store)
        await pilot.press("u")
        assert store.history.session(only.id) == only


async def test_redo_without_an_undo_says_so(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("U")
        assert "nothing was undone" in said(pilot)


async def test_a_new_change_ends_what_could_be_redone(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[-1].id, "RIR")
        await pilot.press("1", "enter", "u")
        store.editing.change_sets([replace(arms.sets[-1], reps=3)], "elsewhere")
        await pilot.press("U")
        assert "nothing was undone" in said(pilot)
        await pilot.press("u")
        assert "undone  elsewhere" in said(pilot)
        assert store.history.session(arms.id) == arms


async def test_every_size_shows_the_cursor(in_room: InRoom, train: Callable[..., Session]) -> None:
    many = {"Preacher Curl (Barbell)": "; ".join(["30x10@2"] * 40)}
    long = train("2026-11-20 10:00", "A very long title " * 5, many)
    for size in ((80, 24), (120, 28), (40, 12)):
        async with in_room("past", session_id=long.id).run_test(size=size) as pilot:
            await pilot.press("pagedown", "pagedown", "pagedown", "end")
            grid = screen_of(pilot).grid
            shown = grid.render().plain.splitlines()
            assert len(shown) <= max(4, grid.size.height)
            assert any(line.startswith("  ▌") for line in shown)


async def test_a_session_over_midnight_keeps_its_end_after_its_start(
    store: Store, in_room: InRoom, train: Callable[..., Session]
) -> None:
    late = train("2026-11-20 23:30", "Arms", {"Preacher Curl (Barbell)": "30x10@2"})
    async with in_room("past", session_id=late.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("up", "up", "right", *"0:30", "enter")
        ended = store.history.session(late.id).ended_at
        assert ended is not None and ended - late.started_at == timedelta(hours=1)
