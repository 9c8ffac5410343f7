"""A desk without a terminal, and sessions to sit down to."""

from collections.abc import Callable

import pytest

from screens.coach import Coach
from screens.house import House
from screens.live.desk import Desk
from tests.typist import BERLIN, HandClock, Typist
from tracker.draft import plan_again
from tracker.session import Session
from tracker.store import Store


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def house(store: Store, clock: HandClock) -> House:
    """The surroundings of a screen, with a clock moved by hand."""
    return House(store=store, clock=clock, zone=BERLIN, coach=Coach(store, BERLIN))


@pytest.fixture
def sit_down(house: House, clock: HandClock) -> Callable[..., Typist]:
    """Open a session, as the last one of that title, and sit down before it."""

    def sat(title: str = "") -> Typist:
        like = house.store.history.last_titled(title, clock()) if title else None
        session = house.store.logging.start(
            clock(), BERLIN, title, plan_again(like) if like else ()
        )
        return Typist(house, Desk(house, session))

    return sat


@pytest.fixture
def at_the_bench(train: Callable[..., Session], sit_down: Callable[..., Typist]) -> Typist:
    """A push session planned as the last one: bench 82.5 × 8, then pushdown, then a curl."""
    train(
        "2026-11-16 18:30",
        "Push",
        {
            "Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1",
            "Triceps Pushdown (Cable)": "35x12@2; 35x12@2",
            "Preacher Curl (Barbell)": "30x10@2; 30x10@1",
        },
    )
    return sit_down("Push")


@pytest.fixture
def at_the_rack(train: Callable[..., Session], sit_down: Callable[..., Typist]) -> Typist:
    """A leg session planned as the last one: squat 100 × 6, three sets."""
    train(
        "2026-11-16 18:30",
        "Legs",
        {
            "Squat (Barbell)": "w60x8; 100x6@3; 100x6@2; 100x6@2",
            "Leg Extension": "50x12@2; 50x12@2",
        },
    )
    return sit_down("Legs")
