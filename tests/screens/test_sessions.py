"""The list of sessions: order, paging, search, and the way into the editor."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.dashboard import DashboardScreen
from screens.house import House
from screens.past_session import PastSessionScreen
from screens.sessions import PAGE, SessionsScreen
from tracker.session import Session
from tracker.store import Store
from widgets.session_list import length_text

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]
Train = Callable[[str, str, dict[str, str]], Session]
CURLS = {"Preacher Curl (Barbell)": "30x10@2"}


def screen_of(pilot: Pilot[None]) -> SessionsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SessionsScreen)
    return screen


async def test_the_newest_stands_first_with_sets_failures_and_length(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("sessions").run_test(size=(120, 28)) as pilot:
        rows = screen_of(pilot).list.render().plain.splitlines()
        assert rows[1].startswith("  ▌ Mon 23 Nov 2026  Push")
        assert rows[2].split() == [
            *("Sat", "21", "Nov", "2026", "Arms", "Hammer", "Curl,", "Preacher", "Curl"),
            *("5", "▲", "1", "16", "min"),
        ]
        assert screen_of(pilot).top_line.status.plain == "8 sessions"


async def test_enter_opens_the_session_and_the_list_is_read_again_after_it(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("sessions").run_test(size=(120, 28)) as pilot:
        await pilot.press("down", "enter")
        past = pilot.app.screen
        assert isinstance(past, PastSessionScreen)
        assert past.grid.rows[0].id == fortnight_of_training["21"].id
        await pilot.press("X", "X", "q")
        await pilot.pause()
        assert screen_of(pilot).top_line.status.plain == "7 sessions"


async def test_search_finds_titles_and_exercises_while_typing(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("sessions").run_test(size=(120, 28)) as pilot:
        await pilot.press("slash", *"preach")
        assert [line.title for line in screen_of(pilot).list.lines] == ["Arms", "Arms"]
        assert "Preacher Curl, Hammer Curl" in screen_of(pilot).list.render().plain
        await pilot.press("ctrl+u", *"legs", "enter", "down")
        chosen = screen_of(pilot).list.line
        assert chosen is not None and chosen.id == fortnight_of_training["10"].id
        await pilot.press("q")
        assert len(screen_of(pilot).list.lines) == 8


async def test_search_without_a_match_says_so_and_escape_shows_all(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("sessions").run_test(size=(120, 28)) as pilot:
        await pilot.press("slash", *"[/x]%_", "enter")
        assert "No title and no exercise holds “[/x]%_”" in screen_of(pilot).said.lines[0].plain
        await pilot.press("enter", "down", "end", "escape")
        assert len(screen_of(pilot).list.lines) == 8


async def test_letters_typed_into_a_search_are_no_commands(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("sessions").run_test(size=(120, 28)) as pilot:
        await pilot.press("slash", *"qde?")
        assert "qde? " in screen_of(pilot).said.lines[0].plain


async def test_more_is_read_at_the_end_and_nothing_falls_between_pages(
    store: Store, in_room: InRoom, house: House
) -> None:
    start = house.clock() - timedelta(days=400)
    for number in range(PAGE + 60):
        # Three sessions begin in the same second where the page ends.
        at = start + timedelta(hours=number // 3)
        session = store.logging.start(at, house.zone, f"Visit {number}")
        store.logging.finish(session.id, at + timedelta(hours=1))
    async with in_room("sessions").run_test(size=(80, 24)) as pilot:
        screen = screen_of(pilot)
        assert len(screen.list.lines) == PAGE
        assert screen.top_line.status.plain == f"{PAGE} newest sessions"
        await pilot.press("end")
        ids = [line.id for line in screen.list.lines]
        assert len(ids) == len(set(ids)) == PAGE + 60
        assert screen.top_line.status.plain == f"{PAGE + 60} sessions"
        await pilot.press("end", "enter")
        assert isinstance(pilot.app.screen, PastSessionScreen)


async def test_an_empty_list_is_a_friendly_one(in_room: InRoom) -> None:
    async with in_room("sessions").run_test(size=(80, 24)) as pilot:
        assert "No sessions yet." in screen_of(pilot).said.lines[0].plain
        await pilot.press("enter", "down", "end", "pagedown", "home")
        assert "No sessions yet." in screen_of(pilot).said.lines[0].plain


async def test_d_goes_to_the_fortnight(in_room: InRoom, fortnight_of_training: Sessions) -> None:
    async with in_room("sessions").run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        assert isinstance(pilot.app.screen, DashboardScreen)


@pytest.mark.parametrize(("minutes", "words"), [(62, "62 min"), (0, ""), (None, ""), (60 * 7, "")])
def test_a_length_that_is_not_believable_is_not_shown(
    store: Store, train: Train, minutes: int | None, words: str
) -> None:
    train("2026-11-20 10:00", "Arms", CURLS)
    (line,) = store.history.sessions(store.keeping.settings())
    ended = None if minutes is None else line.started_at + timedelta(minutes=minutes)
    assert length_text(replace(line, ended_at=ended)) == words
