"""Ration, budget and recovery to the digit: what `failures`, `log` and `plan` count."""

import pytest

from tests.contract.conftest import BENCH, CURL, Gym

DAYS = [
    (0, 1.5),
    (1, 1.5),
    (4, 3.5),
    (7, 3.5),
    (8, 3.286),
    (9, 5.321),
    (10, 5.107),
    (11, 4.893),
    (14, 3.393),
    (16, 2.821),
    (18, 1.607),
    (20, 0.964),
    (23, 0.0),
]
"""The worked timeline: days after the first failure, points used."""


def day(number: int, time: str = "18:00:00") -> str:
    return f"2026-06-{1 + number:02d}T{time}Z"


def test_the_worked_timeline(gym: Gym) -> None:
    gym.set("level", "advanced")
    gym.session(CURL, "20x10!a", at=day(0))
    gym.session(BENCH, "80x10!t", "--spotter", at=day(4))
    last = gym.session(CURL, "20x10!a > 15x6", at=day(9))
    assert last["budget"] == {"used": 5.321, "capacity": 4.5}
    for number, used in DAYS:
        seen = gym.failures(at=day(number))
        assert seen["budget"]["used"] == used
        items = seen["budget"]["items"]
        assert sum(one["points"] for one in items) == pytest.approx(used, abs=1e-9)
        for one in items:
            assert one["points"] == pytest.approx(one["cost"] * one["weight"], abs=0.0006)


def test_the_items_of_day_nine(gym: Gym) -> None:
    gym.session(CURL, "20x10!a", at=day(0))
    gym.session(BENCH, "80x10!t", at=day(4))
    gym.session(CURL, "20x10!a > 15x6", at=day(9))
    seen = gym.failures(at=day(9))
    figures = [(one["cost"], one["points"]) for one in seen["budget"]["items"]]
    assert figures == [(1.5, 1.071), (2.0, 2.0), (2.25, 2.25)]
    assert [one["set"] for one in seen["budget"]["items"]] == [one["id"] for one in seen["sets"]]
    events = [(one["exercise"], one["counts_as"], one["technique"]) for one in seen["events"]]
    assert events == [
        (CURL, "absolute", "none"),
        (BENCH, "technical", "none"),
        (CURL, "absolute", "drop"),
    ]
    assert seen["by_exercise"] == {CURL: 2, BENCH: 1}
    assert (seen["by_type"]["technical"], seen["by_type"]["absolute"]) == (1, 2)
    assert seen["ration"]["used"] == 3


@pytest.mark.parametrize(
    ("at", "used"),
    [("2026-06-15T17:59:00Z", 1), ("2026-06-15T17:59:59Z", 1), ("2026-06-15T18:00:00Z", 0)],
)
def test_an_event_counts_for_336_hours_and_not_a_second_longer(
    gym: Gym, at: str, used: int
) -> None:
    gym.session(CURL, "20x10!t", at=day(0))
    seen = gym.failures(at=at)
    assert (seen["ration"]["used"], len(seen["events"]), seen["budget"]["used"]) == (used, used, 0)


def test_336_hours_are_instants_also_where_the_clock_is_put_back(gym: Gym) -> None:
    gym.session(CURL, "20x10!t", at="2026-10-18T12:00")
    assert gym.failures(at="2026-11-01T10:59:59")["ration"]["used"] == 1
    seen = gym.failures(at="2026-11-01T11:00:00")
    assert seen["ration"]["used"] == 0
    assert seen["window"] == {
        "from": "2026-10-18T12:00:00+02:00",
        "to": "2026-11-01T11:00:00+01:00",
        "days": 14,
    }
    assert len(seen["by_day"]) == 15


def test_the_next_slot_frees_when_the_count_falls_under_the_limit(gym: Gym) -> None:
    lifts = (CURL, "Leg Extension (Machine)", "Triceps Rope Pushdown (Cable)", "Leg Press", "shrug")
    frees = [
        gym.session(lift, "20x10!t", at=day(place))["ration"]["next_free_at"]
        for place, lift in enumerate(lifts)
    ]
    assert frees == [None, None, *(f"2026-06-{one}T20:00:00+02:00" for one in (15, 16, 17))]
    assert gym.failures(at=day(16, "17:59:59"))["ration"] == {
        "used": 3,
        "limit": 3,
        "next_free_at": "2026-06-17T20:00:00+02:00",
    }
    assert gym.failures(at=day(16))["ration"] == {"used": 2, "limit": 3, "next_free_at": None}


def test_two_failed_sets_of_one_lift_are_one_event_of_two_costs(gym: Gym) -> None:
    answer = gym.log(CURL, "20x10!t", "20x8!a")
    assert answer["ration"]["used"] == 1
    assert answer["budget"]["used"] == 2.5
    (event,) = gym.failures(at=30)["events"]
    assert (event["sets"], event["cost"], event["counts_as"]) == (2, 2.5, "absolute")


@pytest.mark.parametrize(
    ("exercise", "spec", "points"),
    [
        (CURL, "20x10!t", 1.0),
        (CURL, "20x10@0", 1.0),
        (CURL, "20x10!", 1.0),
        (CURL, "20x10!a", 1.5),
        (CURL, "20x0!a", 1.5),
        (CURL, "20x10!a > 15x5", 2.25),
        (CURL, "20x10!a > 15x5 > 10x5", 2.625),
        (CURL, "20x10!a > 15x5 > 10x5 > 8x5 > 5x5", 3.0),
        (CURL, "20x10!a +4", 2.25),
        (CURL, "20x10!a forced2", 2.25),
        (CURL, "20x10!a ecc3", 3.0),
        (CURL, "20x10!n", 0.0),
        (CURL, "20x10@0.5", 0.0),
        (CURL, "20x10?", 0.0),
        (CURL, "w20x10!a", 0.0),
        ("Leg Press", "100x10!a", 3.0),
        (BENCH, "80x10!t", 2.0),
        ("Deadlift (Barbell)", "140x5!t", 4.0),
        ("Deadlift (Barbell)", "140x5!a", 6.0),
    ],
)
def test_what_one_set_costs(gym: Gym, exercise: str, spec: str, points: float) -> None:
    answer = gym.log(exercise, spec)
    assert answer["budget"]["used"] == points
    assert answer["ration"]["used"] == (1 if points else 0)


@pytest.mark.parametrize(
    ("level", "capacity"), [("beginner", 3.0), ("intermediate", 4.5), ("advanced", 4.5)]
)
def test_a_beginner_has_a_smaller_budget(gym: Gym, level: str, capacity: float) -> None:
    gym.set("level", level)
    assert gym.log(CURL, "20x10@2")["budget"] == {"used": 0.0, "capacity": capacity}


@pytest.mark.parametrize(
    ("exercise", "specs", "clocks"),
    [
        (CURL, ["20x10!a"], {"biceps": 1}),
        (CURL, ["20x10!a > 15x5"], {"biceps": 2}),
        (CURL, ["20x10!a", "20x9!a", "20x8!a"], {"biceps": 2, "whole body": 2}),
        (BENCH, ["80x10!t"], {"chest": 1, "triceps": 1, "front delts": 1}),
        ("Leg Press", ["100x10!a"], {"quads": 1, "glutes": 1, "hamstrings": 1}),
        (
            "Deadlift (Barbell)",
            ["140x5!a"],
            {
                "whole body": 2,
                "glutes": 2,
                "hamstrings": 2,
                "lower back": 2,
                "quads": 2,
                "traps": 2,
            },
        ),
        (CURL, ["20x10@1"], {}),
    ],
)
def test_what_a_session_lets_rest_and_how_long(
    gym: Gym, exercise: str, specs: list[str], clocks: dict[str, int]
) -> None:
    recovery = gym.log(exercise, *specs, "--finish")["recovery"]
    assert {one["scope"]: one["days"] for one in recovery} == clocks
    for one in recovery:
        assert one["ready_at"] == f"2026-11-{24 + one['days']}T18:00:00+01:00"


@pytest.mark.parametrize(
    ("finish", "ready"),
    [
        ("2026-11-22T12:59", "2026-11-24T12:59:00+01:00"),
        ("2026-11-22T13:50", "2026-11-24T13:20:00+01:00"),
        (None, "2026-11-24T13:20:00+01:00"),
    ],
)
def test_a_session_ends_when_it_was_said_unless_it_took_over_six_hours(
    gym: Gym, finish: str | None, ready: str
) -> None:
    gym.log(CURL, "20x10!a", at="2026-11-22T07:00")
    gym.log(BENCH, "60x10@3", at="2026-11-22T10:00")
    if finish != "2026-11-22T12:59":
        gym.log(BENCH, "60x10@3", at="2026-11-22T13:20")
    if finish is not None:
        gym.finish(at=finish)
    (clock,) = gym.failures(at="2026-11-22T15:00")["recovery"]
    assert (clock["scope"], clock["ready_at"]) == ("biceps", ready)


def test_of_two_sessions_the_later_ready_time_holds(gym: Gym) -> None:
    gym.session(CURL, "20x10!a > 15x5", at="2026-11-22T07:00")
    gym.session(CURL, "20x10!t", at="2026-11-23T06:00")
    (clock,) = gym.failures(at="2026-11-23T08:00")["recovery"]
    assert clock["ready_at"] == "2026-11-25T07:00:00+01:00"


def test_what_was_rated_is_told(gym: Gym) -> None:
    gym.log(CURL, "20x10@2", "20x10?", "20x10!t", "w10x10")
    assert gym.failures(at=30)["rated"] == {"sets": 2, "of": 3}


def test_a_longer_window_shows_more_and_counts_no_more(gym: Gym) -> None:
    gym.session(CURL, "20x10!t", at="2026-11-01T18:00")
    seen = gym.failures("--days", "30")
    assert (len(seen["events"]), seen["ration"]["used"], seen["window"]["days"]) == (1, 0, 30)
