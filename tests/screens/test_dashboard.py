"""The fortnight page: what it says, and where its keys lead."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.dashboard import DashboardScreen
from screens.fortnight_page import page_lines
from screens.fortnight_reading import read_fortnight
from screens.house import House
from screens.past_session import PastSessionScreen
from screens.sessions import SessionsScreen
from tests.seen import seen
from tracker.guidance.budget import rounded_together
from tracker.profile import Profile
from tracker.session import Session
from tracker.store import Act, Store

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]
Train = Callable[[str, str, dict[str, str]], Session]
SIZES = [(80, 24), (120, 28), (140, 40), (60, 20)]


def screen_of(pilot: Pilot[None]) -> DashboardScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DashboardScreen)
    return screen


def page(pilot: Pilot[None]) -> str:
    screen = screen_of(pilot)
    return "\n".join(line.plain for line in screen.panels.lines)


async def test_events_stand_against_the_ration_with_the_next_slot(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        assert " of 3" in page(pilot)
        assert "next slot Sat 28 Nov 18:42  in 5 days" in page(pilot)
        for line in ("1  technical", "2  absolute", "1  past failure"):
            assert line in page(pilot)


async def test_the_budget_shows_its_items_and_they_sum_to_its_points(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        text = page(pilot)
        assert "5.32 of 4.5 points" in text and "118 % ■" in text
        for line in ("1.07  Preacher Curl, absolute", "2.00  Bench Press, technical"):
            assert line in text
        assert round(1.07 + 2.00 + 2.25, 2) == 5.32 and "2.25  Preacher Curl, drop set" in text


async def test_many_items_are_put_together_and_still_sum(
    house: House, in_room: InRoom, train: Train
) -> None:
    for day in range(10, 22):
        train(f"2026-11-{day} 18:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    budget = read_fortnight(house, house.clock()).fortnight.budget
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        text = page(pilot)
        assert f"{len(budget.items) - 2} earlier sets" in text
        whole = sum(rounded_together([one.points for one in budget.items]))
        assert f"{whole / 100:g} of 4.5 points" in text


async def test_recovery_by_muscle_and_what_is_ready_now(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        assert "▲ Tue 18:18  biceps" in page(pilot)
        assert "● now        chest, triceps" in page(pilot)


async def test_the_whole_body_comes_before_its_muscles(in_room: InRoom, train: Train) -> None:
    train("2026-11-22 10:00", "Legs", {"Squat (Barbell)": "100x6@2; 100x6!a"})
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        text = page(pilot)
        assert "whole body" in text
        assert "● now" not in text


async def test_in_its_place_by_exercise_and_what_was_rated(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        text = page(pilot)
        assert "on the last set  ━━━━━━━━ 3 of 3" in text
        assert "on a lift for it ━━━━━─── 2 of 3" in text
        assert "Preacher Curl (Barbell)  2  a a+d" in text
        assert "29 of 29" in text


async def test_advice_heeded_stands_against_overridden(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    squat = Act(fortnight_of_training["18"].started_at, "Squat (Barbell)", ("R30",), "stop", "")
    for outcome in ("heeded", "heeded", "overridden", "pending"):
        store.keeping.record_act(replace(squat, outcome=outcome))
    # Nothing stood against this one: it was neither heeded nor overridden.
    store.keeping.record_act(replace(squat, severity="info", outcome="heeded"))
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        assert "━━━━━─── 2 of 3" in page(pilot).partition("heeded")[2]
        assert "overridden       1" in page(pilot)


async def test_each_failure_set_has_its_mark_by_symbol_and_letter(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        strip = screen_of(pilot).strip.render().plain
        for mark in ("● a", "▲ t", "■ a+d"):
            assert mark in strip
        assert len(screen_of(pilot).strip.days) == 15


async def test_enter_opens_the_session_of_the_mark_and_an_edit_shows_on_return(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("left", "left")
        aside = screen_of(pilot).aside.lines[0].plain
        assert "Sat 21 Nov  Arms  5 work sets   ■ a+d  Preacher Curl" in aside
        await pilot.press("enter")
        past = pilot.app.screen
        assert isinstance(past, PastSessionScreen)
        assert past.grid.rows[0].id == fortnight_of_training["21"].id
        await pilot.press("X", "X", "q")
        await pilot.pause()
        assert "3.07 of 4.5 points" in page(pilot)
        assert "1 slot free" in page(pilot)


async def test_a_day_without_failure_opens_its_session_too(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("enter")
        past = pilot.app.screen
        assert isinstance(past, PastSessionScreen)
        assert past.grid.rows[0].id == fortnight_of_training["23"].id


async def test_a_day_of_rest_opens_nothing(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("left", "enter")
        aside = screen_of(pilot).aside
        assert aside.lines[0].plain.strip() == "Sun 22 Nov  rest day: nothing to open"
        await pilot.press("right", "left")
        assert aside.lines[0].plain.strip() == "Sun 22 Nov  rest"


async def test_a_day_that_has_only_begun_opens_nothing_either(
    in_room: InRoom, train: Train
) -> None:
    train("2026-11-20 18:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2"})
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("enter")
        said = screen_of(pilot).aside.lines[0].plain.strip()
        assert said == "Mon 23 Nov  nothing is logged today yet: nothing to open"


async def test_up_and_down_choose_among_the_marks_of_a_day(in_room: InRoom, train: Train) -> None:
    curls = {"Preacher Curl (Barbell)": "; ".join(["30x9!a"] * 6)}
    train("2026-11-23 10:00", "Arms", curls)
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("down", "down", "down")
        screen = screen_of(pilot)
        assert "4 of 6" in screen.aside.lines[0].plain
        assert "+4" in screen.strip.render().plain
        await pilot.press(*["down"] * 9)
        assert "6 of 6" in screen.aside.lines[0].plain


async def test_brackets_step_through_fortnights(
    in_room: InRoom, train: Train, fortnight_of_training: Sessions
) -> None:
    train("2026-11-05 18:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        assert "9 – 23 Nov 2026" in screen_of(pilot).top_line.status.plain
        await pilot.press("left_square_bracket")
        assert "26 Oct – 9 Nov 2026" in screen_of(pilot).top_line.status.plain
        assert "2 slots free" in page(pilot)
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert "9 – 23 Nov 2026" in screen_of(pilot).top_line.status.plain


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_history_is_greeted(in_room: InRoom, size: tuple[int, int]) -> None:
    async with in_room("dashboard").run_test(size=size) as pilot:
        assert "Nothing is logged yet." in page(pilot)
        assert "lastset import FILE reads Strong and Hevy." in page(pilot)
        await pilot.press("left", "up", "enter", "left_square_bracket", "end", "pagedown")
        assert "Nothing is logged yet." in page(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_fortnight_without_training_says_so_plainly(
    in_room: InRoom, train: Train, size: tuple[int, int]
) -> None:
    train("2026-08-01 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    async with in_room("dashboard").run_test(size=size) as pilot:
        text = page(pilot)
        assert "3 slots free" in text and "0 of 4.5 points" in text
        assert "no failure sets" in text


async def test_an_empty_fortnight_says_where_the_nearest_training_lies(
    in_room: InRoom, train: Train
) -> None:
    train("2026-08-01 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    train("2026-11-20 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    async with in_room("dashboard").run_test(size=(120, 40)) as pilot:
        assert "Nothing in these two weeks" not in page(pilot)
        await pilot.press("left_square_bracket")
        text = page(pilot)
        assert "Nothing in these two weeks" in text
        assert "[ goes back to 20 Jul – 3 Aug 2026" in text
        assert "] goes on to 9 – 23 Nov 2026" in text
        await pilot.press("left_square_bracket")
        assert "20 Jul – 3 Aug 2026" in screen_of(pilot).top_line.status.plain
        assert "Nothing in these" not in page(pilot)
        await pilot.press("left_square_bracket")
        text = page(pilot)
        assert "Nothing is logged yet" not in text
        assert "Nothing in these two weeks" in text
        assert "your log begins later" in text
        assert "] goes on to 20 Jul – 3 Aug 2026" in text
        await pilot.press("left_square_bracket")
        assert "6 – 20 Jul 2026" in screen_of(pilot).top_line.status.plain
        await pilot.press("right_square_bracket")
        assert "20 Jul – 3 Aug 2026" in screen_of(pilot).top_line.status.plain
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert "9 – 23 Nov 2026" in screen_of(pilot).top_line.status.plain


async def test_a_lifter_who_comes_back_is_told_when_he_last_trained(
    in_room: InRoom, train: Train
) -> None:
    train("2025-08-01 10:00", "Arms", {"Preacher Curl (Barbell)": "30x10@2"})
    async with in_room("dashboard").run_test(size=(80, 24)) as pilot:
        text = page(pilot)
        assert "Nothing in these two weeks" in text and "[ goes back to" in text
        assert "] goes on" not in text and "3 slots free" in text
        await pilot.press("left_square_bracket")
        assert " Aug 2025" in screen_of(pilot).top_line.status.plain
        assert "Nothing in these two weeks" not in page(pilot)


@pytest.mark.parametrize("width", [80, 90, 116, 117, 120, 132])
def test_what_is_counted_fits_its_column_however_much_it_is(
    house: House, fortnight_of_training: Sessions, width: int
) -> None:
    reading = read_fortnight(house, house.clock())
    busy = replace(reading, rated=1088, work_sets=12_345, heeded=1200, overridden=34)
    lines = [line.plain for line in page_lines(busy, width, 40)]
    text = "\n".join(lines)
    for words in ("1088 of 12345", "1200 of 1234", "slot Sat 28 Nov 18:42  in 5 days"):
        assert words in text
    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_screen(
    in_room: InRoom, fortnight_of_training: Sessions, size: tuple[int, int]
) -> None:
    async with in_room("dashboard").run_test(size=size) as pilot:
        screen = screen_of(pilot)
        lines = (*screen.panels.lines, *screen.aside.lines)
        assert max(line.cell_length for line in screen.panels.lines) <= size[0]
        assert lines


async def test_settings_change_the_limit_and_the_window(
    store: Store, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    store.keeping.save_setting("ration.total_max", 0)
    store.keeping.save_setting("ration.window_days", 7)
    store.keeping.save_setting("look.ascii", True)
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        assert "the ration is 0: no slot frees" in page(pilot)
        assert "Rolling 7 days, one year   limit 0" in page(pilot)
        assert len(screen_of(pilot).strip.days) == 8
        assert any("# a+d" in row for row in seen(pilot.app))


async def test_l_goes_to_the_sessions_and_q_back(
    in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        await pilot.press("l")
        assert isinstance(pilot.app.screen, SessionsScreen)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, DashboardScreen)
        await pilot.press("q")
        assert not isinstance(pilot.app.screen, DashboardScreen)


def test_a_reading_at_another_time_sees_nothing_later(
    house: House, fortnight_of_training: Sessions
) -> None:
    then = fortnight_of_training["16"].started_at
    reading = read_fortnight(house, then)
    assert [one.exercise.name for one in reading.fortnight.sets] == ["Preacher Curl (Barbell)"]
    assert reading.counts[-1] == 1 and reading.counts[-4] == 0
    assert not reading.is_current and reading.last_day == (then + timedelta(hours=1)).date()


def test_a_beginner_has_a_smaller_budget(
    house: House, store: Store, fortnight_of_training: Sessions
) -> None:
    store.keeping.save_profile(replace(Profile(), level="beginner"))
    assert read_fortnight(house, house.clock()).fortnight.budget.capacity == 3000
