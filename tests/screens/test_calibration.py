"""The calibration page: what it offers, and what it honestly does not."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from screens.app import LastsetApp
from screens.calibration import CalibrationScreen, page_lines, signed
from screens.dashboard import DashboardScreen
from tracker.guidance.calibration import Calibration, Spread
from tracker.session import Session
from widgets.lines import Lines

InRoom = Callable[..., LastsetApp]
Train = Callable[[str, str, dict[str, str]], Session]
CURL = "Preacher Curl (Barbell)"
SIZE = (80, 24)


def page(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, CalibrationScreen)
    return "\n".join(line.plain for line in screen.page.lines)


def test_biases_have_their_sign() -> None:
    assert [signed(one) for one in (1.0, -0.5, 0.0, 0.25)] == ["+1", "−0.5", "0", "+0.25"]


@pytest.mark.parametrize(
    ("spread", "said"),
    [
        (Spread(12, 1.0, 0, 2), "Your 2 is more like 3."),
        (Spread(9, 1.0, 0, 2), "1 observation more"),
        (Spread(40, -1.0, -2, 0), "No sign that you have more left than you say."),
    ],
)
def test_what_is_offered_follows_the_spread(spread: Spread, said: str) -> None:
    told = Calibration((), spread, {})
    first = next(iter(page_lines(told, 74, "UTC"))).plain
    assert first.startswith(said)


async def test_ten_claims_that_were_too_low_offer_a_correction(
    in_room: InRoom, train: Train
) -> None:
    for day in range(1, 11):
        train(f"2026-10-{day:02} 18:00", "Arms", {CURL: "30x8@2; 30x11!a"})
    async with in_room("calibration").run_test(size=SIZE) as pilot:
        text = page(pilot)
        assert "Your 2 is more like 3." in text and "stays as you logged it" in text
        assert "isolation lifts" in text and "in all" in text and "+1" in text
        assert "Preacher Curl" in text and "3+" in text


async def test_what_was_not_rated_is_never_used(in_room: InRoom, train: Train) -> None:
    train("2026-10-01 18:00", "Arms", {CURL: "30x8?; 30x11!a"})
    async with in_room("calibration").run_test(size=SIZE) as pilot:
        assert "Nothing to compare yet." in page(pilot)


async def test_only_the_last_year_is_looked_at(in_room: InRoom, train: Train) -> None:
    train("2025-11-20 18:00", "Arms", {CURL: "30x8@2; 30x11!a"})
    async with in_room("calibration").run_test(size=SIZE) as pilot:
        assert "Nothing to compare yet." in page(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_no_line_is_wider_than_the_page(
    in_room: InRoom, train: Train, size: tuple[int, int]
) -> None:
    train("2026-10-01 18:00", "Arms", {CURL: "30x8@2; 30x11!a"})
    async with in_room("calibration").run_test(size=size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CalibrationScreen)
        assert "Preacher Curl" in page(pilot)
        assert max(line.cell_length for line in screen.page.lines) <= size[0]


async def test_the_end_of_a_session_that_showed_something_says_so(
    in_room: InRoom, train: Train
) -> None:
    for day in range(1, 11):
        shown = train(f"2026-10-{day:02} 18:00", "Arms", {CURL: "30x8@2; 30x11!a"})
    silent = train("2026-10-12 18:00", "Arms", {CURL: "30x8@2; 30x8@2"})
    for session, is_said in ((shown, True), (silent, False)):
        async with in_room("summary", session=session).run_test(size=SIZE) as pilot:
            lines = pilot.app.screen.query_one("#sum", Lines).lines
            text = "\n".join(line.plain for line in lines)
            assert ("Your 2 is more like 3." in text) is is_said


async def test_c_leads_here_from_the_fortnight_and_back(in_room: InRoom) -> None:
    async with in_room("dashboard").run_test(size=SIZE) as pilot:
        await pilot.press("c")
        assert isinstance(pilot.app.screen, CalibrationScreen)
        await pilot.press("down", "pagedown", "up", "q")
        assert isinstance(pilot.app.screen, DashboardScreen)
