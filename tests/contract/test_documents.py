"""The shape of every document: the keys that are promised, and what kind of value each holds."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import BENCH, CURL, Gym

Shape = Any


def instant(value: Any) -> bool:
    """An ISO 8601 time with an offset."""
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


def maybe(shape: Shape) -> Callable[[Any], bool]:
    return lambda value: value is None or fits(value, shape)


def word(*words: str) -> Callable[[Any], bool]:
    return lambda value: value in words


def decimal(value: Any) -> bool:
    return isinstance(value, float)


def fits(value: Any, shape: Shape) -> bool:
    """Whether a value has a shape; a list shape is that of each of its members."""
    if isinstance(shape, dict):
        assert set(value) >= set(shape), set(shape) - set(value)
        for key, part in shape.items():
            assert fits(value[key], part), (key, value[key])
        return True
    if isinstance(shape, list):
        assert isinstance(value, list)
        return all(fits(one, shape[0]) for one in value)
    if isinstance(shape, type):
        return isinstance(value, shape) and isinstance(value, bool) is (shape is bool)
    return bool(shape(value))


LOAD = {
    "value": decimal,
    "unit": word("kg", "lb"),
    "kind": word("total", "added", "assisted", "bodyweight"),
}
ADVICE = {
    "rule": str,
    "severity": word("info", "caution", "warning", "stop"),
    "moment": word("plan", "logged", "exercise_end", "session_end", "next_session", "dashboard"),
    "exercise": maybe(str),
    "text": str,
    "source": str,
    "setting": maybe(str),
}
SET = {
    "id": int,
    "exercise": str,
    "load": maybe(LOAD),
    "reps": maybe(int),
    "rir": maybe(float),
    "rir_or_more": bool,
    "failure": word(None, "none", "technical", "absolute", "unknown"),
    "counts_as": word("none", "technical", "absolute"),
    "technique": word("none", "drop", "rest_pause", "forced", "eccentric"),
    "segments": [{"load": LOAD, "reps": int}],
    "warm_up": bool,
    "spotter": maybe(bool),
    "safeties": maybe(bool),
    "partner": maybe(bool),
    "planned_failure": bool,
    "side": maybe(str),
    "note": str,
    "at": instant,
    "advice": [ADVICE],
}
SESSION = {"id": int, "title": str, "started_at": instant, "ended_at": maybe(instant)}
RATION = {"used": int, "limit": int, "next_free_at": maybe(instant)}
BUDGET = {"used": decimal, "capacity": decimal}
RECOVERY = [{"scope": str, "days": int, "ready_at": instant}]
FINISH = {
    "session": SESSION,
    "advice": [ADVICE],
    "all_advice": [ADVICE],
    "ration": RATION,
    "budget": BUDGET,
    "recovery": RECOVERY,
}
LOG = {key: shape for key, shape in FINISH.items() if key != "recovery"} | {"sets": [SET]}
PLAN = {
    "exercise": str,
    "sets": int,
    "advice": [ADVICE],
    "all_advice": [ADVICE],
    "allowed": bool,
    "cost": decimal,
    "budget_after": BUDGET,
    "recovery_after": RECOVERY,
}
ITEM = {
    "set": int,
    "exercise": str,
    "at": instant,
    "cost": decimal,
    "weight": decimal,
    "points": decimal,
}
FAILURES = {
    "window": {"from": instant, "to": instant, "days": int},
    "events": [
        {
            "exercise": str,
            "at": instant,
            "sets": int,
            "counts_as": word("technical", "absolute"),
            "technique": str,
            "cost": decimal,
        }
    ],
    "sets": [SET],
    "ration": RATION,
    "budget": BUDGET | {"items": [ITEM]},
    "recovery": RECOVERY,
    "by_exercise": dict,
    "by_type": dict,
    "by_day": [{"date": str, "sessions": int, "sets": int, "failure_sets": int}],
    "advice": [ADVICE],
    "rated": {"sets": int, "of": int},
}
LINE = SESSION | {"exercises": [str], "sets": int, "failure_sets": int}
SHOWN = SESSION | {"exercises": [{"name": str, "sets": [SET]}]}
EXERCISE = {
    "name": str,
    "class": word("OLY", "SQDL", "FWC", "MC", "ISO"),
    "policy": word("never", "technical", "absolute*", "absolute"),
    "mechanic": word("compound", "isolation"),
    "equipment": str,
    "primary": str,
    "secondary": [str],
    "neurological": word("low", "medium", "high"),
    "technical": word("low", "medium", "high"),
    "spot": str,
    "aliases": [str],
    "custom": bool,
}
RULE = {
    "id": str,
    "trigger": str,
    "severity": str,
    "source": str,
    "evidence": str,
    "setting": maybe(str),
}
SETTING = {
    "name": str,
    "value": lambda value: True,
    "default": lambda value: True,
    "allowed": str,
    "meaning": str,
}
IMPORT = {
    "format": word("strong", "hevy"),
    "sessions_added": int,
    "sets_added": int,
    "sets_updated": int,
    "sets_known": int,
    "rows": int,
    "pseudo_rows": int,
    "rows_skipped": [{"line": int, "reason": str}],
    "exercises": {"matched": [{"name": str, "to": str}], "created": [str]},
}
EVERY_KIND_OF_SET = (
    "w10x10",
    "20x10@2",
    "20x10@5+",
    "20x10?",
    "20x10@0",
    "20x10!",
    '20x10!a > 15x5 "hard"',
    "bwx5@1",
)


def test_log_finish_show_and_failures(gym: Gym) -> None:
    assert fits(gym.log(CURL, *EVERY_KIND_OF_SET, "--title", "Arms"), LOG)
    ended = gym.log(BENCH, "225lbx5!t", "--spotter", "--finish", at=9)
    assert fits(ended, LOG | {"recovery": RECOVERY}) and ended["recovery"]
    assert ended["session"]["title"] == "Arms"
    assert fits(gym.told("show", "1"), SHOWN)
    seen = gym.failures(at=30)
    assert fits(seen, FAILURES) and seen["events"] and seen["advice"]
    listed = gym.told("sessions")
    assert fits(listed, [LINE])
    assert listed[0]["exercises"] == [CURL, BENCH]


def test_finish_is_as_log_without_sets(gym: Gym) -> None:
    gym.log(CURL, "20x10!a")
    ended = gym.finish(30)
    assert fits(ended, FINISH) and "sets" not in ended
    assert ended["session"]["ended_at"] == "2026-11-23T18:30:00+01:00"


def test_plan(gym: Gym) -> None:
    assert fits(gym.plan("squat", "--sets", "3", "--fail-on", "all", "--technique", "drop"), PLAN)
    assert fits(gym.plan("squat"), PLAN)


def test_an_empty_file_has_documents_too(gym: Gym) -> None:
    assert fits(gym.failures(), FAILURES)
    assert gym.told("sessions") == []


def test_exercises_rules_settings_and_version(gym: Gym, lastset: Callable[..., Any]) -> None:
    known = gym.told("exercises")
    assert fits(known, [EXERCISE]) and len(known) >= 177
    listed = gym.told("rules")
    assert fits(listed, [RULE])
    assert [one["id"] for one in gym.told("rules", "R42")] == ["R42"]
    ids = {one["id"] for one in listed}
    for setting in gym.told("settings"):
        assert fits(setting, SETTING)
    assert {f"R{one:02d}" for one in range(1, 93)} - ids <= {"R49"}
    assert fits(lastset("--version", "--json").json, {"version": str, "contract": int})


def test_import(gym: Gym, tmp_path: Path) -> None:
    file = tmp_path / "strong.csv"
    file.write_text(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
        "2017-05-01 18:00:00,Push,Bench Press (Barbell),1,100,8,0,0,\n"
        "2017-05-01 18:00:00,Push,My Own Lift,1,100,many,0,0,\n"
    )
    assert fits(gym.told("import", str(file), "--dry-run"), IMPORT)
    assert gym.told("sessions") == []
    assert fits(gym.told("import", str(file)), IMPORT)


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("bench", BENCH),
        ("BENCH PRESS", BENCH),
        ("bench press barbell", BENCH),
        ("squat", "Squat (Barbell)"),
        ("deadlift", "Deadlift (Barbell)"),
        ("ohp", "Overhead Press (Barbell)"),
        ("rdl", "Romanian Deadlift (Barbell)"),
        ("pull ups", "Pull Up"),
        ("pec deck", "Pec Deck (Machine)"),
        ("smith squat", "Squat (Smith Machine)"),
    ],
)
def test_everyday_names_are_known(gym: Gym, name: str, exercise: str) -> None:
    assert gym.plan(name)["exercise"] == exercise


def test_advice_is_as_severe_as_it_fired(told) -> None:
    done = told("log", "bench", "60x12!t", "60x8!t", "60x6!t", "--planned", "3")
    fired = [(one["rule"], one["severity"]) for one in done["all_advice"]]
    assert done["advice"]
    assert {(one["rule"], one["severity"]) for one in done["advice"]} <= set(fired)
