"""Clocks that move under a session: midnight, zones, summer time, a clock that is set."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from screens.house import House
from screens.live import view
from screens.live.beside import rest_of
from screens.live.desk import Desk
from tests.typist import BERLIN, HandClock, Typist
from tracker.rests import rests
from tracker.session import Session
from tracker.when import clock_in_words, read_moment

SitDown = Callable[..., Typist]
NEW_YORK = "America/New_York"
MINUTE = 60
HOUR = 3600


def at(text: str) -> datetime:
    """A wall-clock time in Berlin."""
    return read_moment(text, BERLIN)


def sit_with_a_curl(sit_down: SitDown) -> Typist:
    """Sit down to a curl; the first set is logged at once."""
    typist = sit_down("")
    return typist.press("/").type("preacher curl bar⏎").type("30x10@2⏎")


def sit_again(typist: Typist, zone: str = BERLIN) -> Typist:
    """The app was closed and is started again, perhaps in another zone."""
    house = replace(typist.house, zone=zone)
    session = house.store.logging.open_session()
    assert session is not None
    again = Typist(house, Desk(house, session))
    again.console.sit_down()
    return again


def passed(typist: Typist) -> int:
    """Seconds that the rest timer shows."""
    rest = rest_of(typist.desk, typist.desk.now())
    assert rest is not None
    return rest.passed


def top_line(typist: Typist) -> str:
    return view.place(typist.desk, typist.desk.now()).plain


def instants(typist: Typist) -> list[datetime]:
    return [one.at for one in sorted(typist.sets, key=lambda one: one.id)]


def ended(typist: Typist) -> Session:
    typist.type("f").type("y")
    return typist.stored


def rested(typist: Typist) -> list[int]:
    """Seconds before each set but the first, as the record tells them."""
    return list(rests(typist.stored).values())


# -- midnight ------------------------------------------------------------------------------------


def test_a_session_over_midnight_is_one_session_of_the_day_it_began(
    sit_down: SitDown, house: House, clock: HandClock
) -> None:
    clock.now = at("2026-11-23 23:50")
    typist = sit_with_a_curl(sit_down)
    for _ in range(3):
        clock.wait(5 * MINUTE)
        typist.type("2⏎")
    assert ended(typist).ended_at == at("2026-11-24 00:05")
    days = house.store.history.days(clock() - timedelta(days=2), clock())
    assert {day.isoformat(): (one.sessions, one.sets) for day, one in days.items()} == {
        "2026-11-23": (1, 4)
    }
    assert rested(typist) == [300] * 3


def test_the_rest_timer_and_the_length_run_on_over_midnight(
    sit_down: SitDown, clock: HandClock
) -> None:
    clock.now = at("2026-12-31 23:58")
    typist = sit_with_a_curl(sit_down)
    clock.wait(5 * MINUTE)
    assert passed(typist) == 300
    assert top_line(typist).startswith("5:00")


# -- summer time ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "walls"),
    [
        (datetime(2026, 3, 29, 0, 50, tzinfo=UTC), ["01:50", "03:05", "03:20", "03:35"]),
        (datetime(2026, 10, 25, 0, 50, tzinfo=UTC), ["02:50", "02:05", "02:20", "02:35"]),
    ],
    ids=["the hour that is missing", "the hour that comes twice"],
)
def test_rest_and_length_are_true_seconds_when_the_clocks_change(
    sit_down: SitDown, clock: HandClock, start: datetime, walls: list[str]
) -> None:
    clock.now = start
    typist = sit_with_a_curl(sit_down)
    for _ in range(3):
        clock.wait(15 * MINUTE)
        assert passed(typist) == 15 * MINUTE
        typist.type("2⏎")
    assert [clock_in_words(one, BERLIN) for one in instants(typist)] == walls
    assert rested(typist) == [900] * 3
    assert top_line(typist).startswith("45:00")
    end = ended(typist).ended_at
    assert end is not None and end - start == timedelta(minutes=45)


# -- another zone --------------------------------------------------------------------------------


def test_a_machine_moved_to_another_zone_between_two_sets_loses_nothing(
    sit_down: SitDown, house: House, clock: HandClock
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(3 * MINUTE)
    typist.desk.house = replace(house, zone=NEW_YORK)
    assert passed(typist) == 180
    typist.type("2⏎")
    assert typist.stored.zone == BERLIN
    assert rested(typist) == [180]
    assert top_line(typist).startswith("3:00")


def test_a_session_resumed_in_another_zone_is_the_same_session(
    sit_down: SitDown, house: House, clock: HandClock
) -> None:
    clock.now = at("2026-11-24 00:20")
    typist = sit_with_a_curl(sit_down)
    clock.wait(4 * MINUTE)
    again = sit_again(typist, NEW_YORK)
    assert passed(again) == 240
    again.type("2⏎")
    assert (again.stored.zone, len(again.sets)) == (BERLIN, 2)
    days = house.store.history.days(clock() - timedelta(days=2), clock())
    assert [day.isoformat() for day in days] == ["2026-11-24"]


# -- a clock that is set -------------------------------------------------------------------------


@pytest.mark.parametrize("back", [20 * MINUTE, 2 * HOUR, 30 * HOUR])
def test_a_clock_set_back_between_sets_keeps_their_order(
    sit_down: SitDown, clock: HandClock, back: int
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(10 * MINUTE)
    typist.type("2⏎")
    clock.wait(-back)
    assert passed(typist) == 0
    assert top_line(typist).startswith("10:00")
    typist.type("1⏎")
    clock.wait(MINUTE)
    typist.type("0⏎")
    assert [one.rir for one in typist.sets] == [2, 2, 1, 0]
    assert all(before <= after for before, after in pairwise(instants(typist)))
    assert all(seconds >= 0 for seconds in rested(typist))
    assert passed(typist) == 0
    end = ended(typist).ended_at
    assert end == instants(typist)[-1]


def test_a_clock_set_back_before_the_start_gives_no_negative_length(
    sit_down: SitDown, clock: HandClock
) -> None:
    typist = sit_down("")
    clock.wait(-3 * HOUR)
    assert top_line(typist).startswith("0:00")
    typist.press("/").type("preacher curl bar⏎").type("30x10@2⏎")
    session = ended(typist)
    assert session.ended_at == session.started_at == typist.last.at


@pytest.mark.parametrize("forward", [20 * MINUTE, 2 * HOUR])
def test_a_clock_set_forward_and_right_again_keeps_the_order(
    sit_down: SitDown, clock: HandClock, forward: int
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(forward)
    assert passed(typist) == forward
    typist.type("2⏎")
    clock.wait(-forward + 3 * MINUTE)
    typist.type("1⏎")
    assert [one.rir for one in typist.sets] == [2, 2, 1]
    assert all(before <= after for before, after in pairwise(instants(typist)))
    assert passed(typist) == 0


def test_a_clock_set_back_says_no_false_rest(sit_down: SitDown, clock: HandClock) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(-HOUR)
    typist.type("2⏎")
    assert rested(typist) == []


def test_a_rest_timer_restarted_under_a_clock_set_back_starts_at_nothing(
    sit_down: SitDown, clock: HandClock
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(-2 * HOUR)
    typist.press("r")
    assert passed(typist) == 0
    clock.wait(2 * HOUR + 30)
    assert passed(typist) == 30


# -- the rest timer over a restart ---------------------------------------------------------------


def test_the_rest_timer_goes_on_after_a_restart(sit_down: SitDown, clock: HandClock) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(95)
    again = sit_again(typist)
    assert passed(again) == 95
    clock.wait(5)
    assert passed(again) == 100


@pytest.mark.parametrize("typed", ["", "6 2"])
def test_a_rest_timer_started_anew_goes_on_after_a_restart(
    sit_down: SitDown, clock: HandClock, typed: str
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(95)
    typist.press("r").type(typed)
    clock.wait(20)
    again = sit_again(typist)
    assert (passed(again), again.line) == (20, typed)
    again.press("escape").type("2⏎")
    assert passed(again) == 0
    assert sit_again(again).desk.rest_restarted_at is None


# -- "four minutes ago" --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waited", "line", "ago"),
    [(10, "2 -4m", 4), (2, "2 -4m", 2), (0, "2 -10m", 0)],
    ids=["as it was said", "not before the session", "not before the session at its start"],
)
def test_a_set_done_minutes_ago_is_never_older_than_its_session(
    at_the_bench: Typist, clock: HandClock, waited: int, line: str, ago: int
) -> None:
    clock.wait(waited * MINUTE)
    # A time before the session began is doubted first; on the empty line Enter does nothing.
    at_the_bench.type(f"{line}⏎⏎")
    assert clock() - at_the_bench.last.at == timedelta(minutes=ago)
    assert at_the_bench.last.at >= at_the_bench.stored.started_at
    assert passed(at_the_bench) == ago * MINUTE


def test_a_set_forgotten_between_two_others_keeps_its_time_and_makes_no_negative_rest(
    at_the_bench: Typist, clock: HandClock
) -> None:
    clock.wait(MINUTE)
    at_the_bench.type("2⏎")
    clock.wait(9 * MINUTE)
    at_the_bench.type("2⏎")
    clock.wait(MINUTE)
    at_the_bench.type("2 -6m⏎")
    assert passed(at_the_bench) == MINUTE
    assert sorted(rested(at_the_bench)) == [4 * MINUTE, 5 * MINUTE]
    assert ended(at_the_bench).ended_at == clock()


# -- forgotten open ------------------------------------------------------------------------------


def test_finishing_a_forgotten_session_ends_it_at_its_last_set(
    sit_down: SitDown, clock: HandClock
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(264 * HOUR)
    session = typist.desk.session
    typist.house.store.logging.finish(session.id, typist.desk.now())
    assert typist.stored.ended_at == session.last_set_at


def test_nothing_typed_days_later_goes_into_a_forgotten_session(
    sit_down: SitDown, clock: HandClock
) -> None:
    typist = sit_with_a_curl(sit_down)
    typist.type("6 2")
    clock.wait(15 * HOUR)
    typist.press("enter")
    assert typist.is_left and len(typist.sets) == 1
    kept = typist.house.store.keeping.draft_line()
    assert kept is not None and kept.text == "6 2"


@pytest.mark.parametrize("hours", [3, 4])
def test_a_long_pause_within_a_session_is_no_end(
    sit_down: SitDown, clock: HandClock, hours: int
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(hours * HOUR)
    typist.type("2⏎")
    assert not typist.is_left and len(typist.sets) == 2


def test_a_rest_timer_started_anew_is_not_asked_about_for_four_hours(
    sit_down: SitDown, clock: HandClock
) -> None:
    typist = sit_with_a_curl(sit_down)
    clock.wait(3 * HOUR)
    typist.press("r")
    clock.wait(3 * HOUR)
    typist.type("2⏎")
    assert len(typist.sets) == 2
