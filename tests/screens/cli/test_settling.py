"""`lastset settings`: the profile in the database, the thresholds in the file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.settings import REGISTRY

Told = Callable[..., Any]


def test_every_setting_is_listed_with_its_range(told: Told) -> None:
    every = {one["name"]: one for one in told("settings")}
    assert set(every) == {"level", "unit", "body_weight", "sex", *REGISTRY}
    for one in every.values():
        assert set(one) >= {"name", "value", "default", "allowed", "meaning"}
        assert one["allowed"] and one["meaning"]
        assert one["value"] == one["default"]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("level", "Advanced", "advanced"),
        ("unit", "lb", "lb"),
        ("body_weight", "180lb", "180 lb"),
        ("body_weight", "82,5", "82.5 kg"),
        ("sex", "female", "female"),
        ("ration.total_max", "5", 5),
        ("reps.drop", "0.5, 0.6", [0.5, 0.6]),
        ("guidance.suggest", "on", True),
        ("gate.mode", "off", "off"),
        ("budget.capacity", "6.5", 6.5),
    ],
)
def test_a_setting_is_changed_shown_and_taken_back(
    told: Told, name: str, typed: str, value: object
) -> None:
    before = told("settings", name)
    assert told("settings", name, typed)["value"] == value
    assert told("settings", name)["value"] == value
    assert told("settings", name, "default") == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("level", "expert"),
        ("unit", "stone"),
        ("body_weight", "heavy"),
        ("body_weight", "+20"),
        ("body_weight", "2"),
        ("sex", "x"),
        ("ration.total_max", "51"),
        ("ration.total_max", "-1"),
        ("ration.total_max", "many"),
        ("gate.mode", "maybe"),
        ("gym.bar_kg", "heavy"),
        ("gym.plates_kg", "20 by 8"),
    ],
)
def test_a_value_out_of_range_is_refused_with_the_range(
    refused: Callable[..., dict[str, Any]], told: Told, name: str, value: str
) -> None:
    error = refused("settings", name, value)
    assert (error["kind"], error["read"]) == ("setting", value)
    assert error["expected"]
    shown = told("settings", name)
    assert shown["value"] == shown["default"]


@pytest.mark.parametrize(
    ("name", "near"), [("ration.max", ""), ("total_max", "ration.total_max"), ("weight", "body")]
)
def test_a_name_that_is_no_setting_is_refused(
    refused: Callable[..., dict[str, Any]], name: str, near: str
) -> None:
    error = refused("settings", name, "3")
    assert (error["kind"], error["read"]) == ("setting", name)
    assert any(one.startswith(near) for one in error["candidates"]) or not near


def test_thresholds_are_kept_in_the_file_and_the_profile_is_not(told: Told, tmp_path: Path) -> None:
    told("settings", "level", "beginner")
    assert not (tmp_path / "settings.toml").exists()
    told("settings", "ration.total_max", "5")
    assert "total_max = 5" in (tmp_path / "settings.toml").read_text()


def test_a_changed_setting_changes_the_guide(told: Told) -> None:
    told("settings", "ration.total_max", "1")
    told("settings", "level", "beginner")
    answer = told("log", "curl", "30x10!a")
    assert answer["ration"]["limit"] == 1
    assert answer["budget"]["capacity"] == 3.0


def test_a_broken_settings_file_is_named_and_can_be_mended(
    told: Told, refused: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text("[ration]\ntotal_max = 99\n")
    error = refused("log", "bench", "100x8@2")
    assert error["kind"] == "setting"
    assert "settings.toml, line 2" in error["message"]
    assert told("settings", "ration.total_max", "2")["value"] == 2


def test_people_read_what_is_changed(lastset: Callable[..., Any]) -> None:
    lastset("settings", "ration.total_max", "5")
    text = lastset("settings").out
    assert "5 *" in text
    assert "not said" in text
    one = lastset("settings", "ration.total_max").out
    assert one.startswith("ration.total_max = 5\n")
    assert "0 to 50" in one
