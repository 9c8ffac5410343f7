"""The past-session editor, key by key, over a real store in memory."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.past_session import PastSessionScreen
from tracker.effort import FailureType, Technique
from tracker.load import lb
from tracker.performed import PerformedSet
from tracker.session import Session
from tracker.store import Store
from tracker.when import local

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
        ("kg", "225lb", "load", lb(225)),
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


async def test_a_note_wants_enter_and_keeps_any_letters(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await go_to(pilot, arms.sets[0].id, "note")
        await pilot.press("7")
        assert screen_of(pilot).grid.line is None
        note = "[/x] [b qu"
        await pilot.press("enter", *["space" if key == " " else key for key in note], "enter")
        assert sets(store, arms)[0].note == note


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
        await pilot.press("up", "enter", "ctrl+u", *"seated", "enter")
        assert "▲ not changed" in said(pilot)
        await pilot.press("escape", "enter", "ctrl+u", *"reverse", "space", *"curl", "space")
        await pilot.press(*"barbell", "enter")
        assert store.history.session(arms.id).blocks[0].exercise.name == "Reverse Curl (Barbell)"
        await pilot.press("x")
        assert len(store.history.session(arms.id).blocks) == 1


async def test_the_date_moves_the_session_with_its_sets(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D", "ctrl+u", *"2026-11-02", "space", *"07:00", "enter")
        moved = store.history.session(arms.id)
        assert f"{local(moved.started_at, moved.zone):%d %H:%M}" == "02 07:00"
        shift = moved.started_at - arms.started_at
        assert [b.at - a.at for a, b in zip(arms.sets, moved.sets, strict=True)] == [shift] * 5
        assert moved.ended_at is not None and arms.ended_at is not None
        assert moved.ended_at - arms.ended_at == shift
        assert "this fortnight 3 → 2 events" in said(pilot)


async def test_a_session_ahead_of_now_is_refused(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    arms = fortnight_of_training["14"]
    async with in_room("past", session_id=arms.id).run_test(size=(120, 28)) as pilot:
        await pilot.press("D", "ctrl+u", *"2026-11-24", "enter")
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
        await pilot.press("X")
        assert arms.id not in {one.id for one in listed(store)}
        assert "● deleted  the session Arms" in said(pilot)
        assert "3 → 2 events" in said(pilot)
        await pilot.press("u")
        assert store.history.session(arms.id) == arms
        assert screen_of(pilot).grid.rows[0].id == arms.id


def listed(store: Store) -> tuple[object, ...]:
    return store.history.sessions(store.keeping.settings())


async def test_the_only_session_can_be_deleted_and_brought_back(
    store: Store, in_room: InRoom, train: Callable[..., Session]
) -> None:
    only = train("2026-11-20 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2"})
    async with in_room("past", session_id=only.id).run_test(size=(80, 24)) as pilot:
        await pilot.press("X", "x", "enter", "5", "down", "D", "m", "right_square_bracket")
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
        await pilot.press("up", "up", "home", "right", "right", *"0:30", "enter")
        ended = store.history.session(late.id).ended_at
        assert ended is not None and ended - late.started_at == timedelta(hours=1)
