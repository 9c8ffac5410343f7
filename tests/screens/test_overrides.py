"""The list of overridden advice: which rule, when, on what."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.dashboard import DashboardScreen
from screens.overrides import OverridesScreen, grave_rules
from screens.past_session import PastSessionScreen
from tracker.session import Session
from tracker.store import Act, Store

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]
SQUAT = "Squat (Barbell)"
SIZE = (80, 24)


@pytest.fixture
def acts(store: Store, fortnight_of_training: Sessions) -> Sessions:
    """Two overridden verdicts, one heeded, one pending, and one with nothing against it."""
    for day, rules, severity, outcome in (
        ("10", ("R30", "R06"), "stop", "overridden"),
        ("18", ("R57",), "caution", "overridden"),
        ("18", ("R30",), "stop", "heeded"),
        ("18", ("R30",), "stop", "pending"),
        ("18", ("R35",), "info", "heeded"),
    ):
        visit = fortnight_of_training[day]
        store.keeping.record_act(Act(visit.started_at, SQUAT, rules, severity, outcome, visit.id))
    return fortnight_of_training


def screen_of(pilot: Pilot[None]) -> OverridesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, OverridesScreen)
    return screen


def words(pilot: Pilot[None]) -> str:
    return "\n".join(line.plain for line in screen_of(pilot).words.lines)


async def test_only_what_was_overridden_stands_here_newest_first(
    in_room: InRoom, acts: Sessions
) -> None:
    async with in_room("overrides").run_test(size=SIZE) as pilot:
        rows = [row.text.plain for row in screen_of(pilot).list.rows]
        assert len(rows) == 2
        assert "Wed 18 Nov" in rows[0] and "CAUTION" in rows[0] and "R57" in rows[0]
        assert "Tue 10 Nov" in rows[1] and "STOP" in rows[1] and "R30, R06" in rows[1]
        assert "2 of 4 verdicts" in screen_of(pilot).top_line.status.plain


async def test_the_rules_of_the_one_in_hand_are_said_in_words(
    in_room: InRoom, acts: Sessions
) -> None:
    async with in_room("overrides").run_test(size=SIZE) as pilot:
        assert "R57" in words(pilot)
        await pilot.press("down", "down")
        assert "R30" in words(pilot) and "R06" in words(pilot) and "10 Nov 2026" in words(pilot)


async def test_enter_opens_the_session(in_room: InRoom, acts: Sessions) -> None:
    async with in_room("overrides").run_test(size=SIZE) as pilot:
        await pilot.press("end", "enter")
        assert isinstance(pilot.app.screen, PastSessionScreen)
        await pilot.press("q")
        screen_of(pilot)


async def test_a_session_that_is_gone_opens_nothing(
    store: Store, in_room: InRoom, acts: Sessions
) -> None:
    store.logging.discard(acts["10"].id)
    async with in_room("overrides").run_test(size=SIZE) as pilot:
        await pilot.press("end", "enter")
        assert "R30" in words(pilot)


async def test_nothing_overridden_is_said_plainly(in_room: InRoom) -> None:
    async with in_room("overrides").run_test(size=SIZE) as pilot:
        assert "Nothing was overridden" in words(pilot)
        await pilot.press("down", "enter", "pagedown", "home")
        screen_of(pilot)


async def test_o_leads_here_from_the_fortnight_and_back(in_room: InRoom, acts: Sessions) -> None:
    async with in_room("dashboard").run_test(size=(120, 28)) as pilot:
        dashboard = pilot.app.screen
        assert isinstance(dashboard, DashboardScreen)
        assert "overridden       2   o lists them" in "\n".join(
            line.plain for line in dashboard.panels.lines
        )
        await pilot.press("o")
        screen_of(pilot)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, DashboardScreen)


def test_rules_that_only_inform_are_left_out_where_others_advise_against() -> None:
    act = Act(datetime(2026, 11, 1, tzinfo=UTC), SQUAT, ("R35", "R41", "R99"), "warning", "")
    assert grave_rules(act) == ("R41",)
    assert grave_rules(replace(act, rules=("R99",))) == ("R99",)
