"""Pictures of calibration, overridden advice, settings and presets; look when they change."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from data.store import open_store
from screens.app import LastsetApp
from screens.coach import Coach
from screens.house import House
from tracker.session import Session
from tracker.store import Act, Store

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]
Train = Callable[[str, str, dict[str, str]], Session]
SnapCompare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 28)], ids=["80x24", "120x28"])
CURL = "Preacher Curl (Barbell)"
BENCH = "Bench Press (Barbell)"


@pytest.fixture
def claims(train: Train) -> None:
    """Fourteen claims that later failures can be held against."""
    for day in range(2, 14):
        train(f"2026-10-{day:02} 18:00", "Arms", {CURL: f"30x8@2; 30x{10 + day % 3}!a"})
    for day in (20, 22):
        train(f"2026-10-{day} 18:00", "Push", {BENCH: "80x8@2; 80x8@1; 80x8!t"})


@pytest.fixture
def overridden(store: Store, fortnight_of_training: Sessions) -> None:
    """Three overridden verdicts and two that were heeded."""
    squats, arms = fortnight_of_training["18"], fortnight_of_training["21"]
    for visit, name, rules, severity, outcome in (
        (squats, "Squat (Barbell)", ("R30", "R57"), "stop", "overridden"),
        (squats, "Squat (Barbell)", ("R30",), "stop", "heeded"),
        (arms, CURL, ("R41", "R35"), "warning", "overridden"),
        (arms, CURL, ("R64", "R06"), "stop", "overridden"),
        (arms, CURL, ("R41",), "warning", "heeded"),
    ):
        at = visit.started_at + timedelta(minutes=20)
        store.keeping.record_act(Act(at, name, rules, severity, outcome, visit.id))


@SIZES
def test_calibration(
    snap_compare: SnapCompare, in_room: InRoom, claims: None, size: tuple[int, int]
) -> None:
    assert snap_compare(in_room("calibration"), terminal_size=size)


@SIZES
def test_calibration_of_an_empty_history(
    snap_compare: SnapCompare, in_room: InRoom, size: tuple[int, int]
) -> None:
    assert snap_compare(in_room("calibration"), terminal_size=size)


@SIZES
def test_overridden_advice(
    snap_compare: SnapCompare, in_room: InRoom, overridden: None, size: tuple[int, int]
) -> None:
    assert snap_compare(in_room("overrides"), terminal_size=size, press=["down"])


@SIZES
def test_settings(snap_compare: SnapCompare, in_room: InRoom, size: tuple[int, int]) -> None:
    app = in_room("settings")
    app.house.store.keeping.save_setting("ration.total_max", 5)
    assert snap_compare(app, terminal_size=size, press=["tab", "tab"])


def test_settings_refusing_a_number(snap_compare: SnapCompare, in_room: InRoom) -> None:
    keys = ["tab", "tab", "down", "9", "9", "enter"]
    assert snap_compare(in_room("settings"), terminal_size=(80, 24), press=keys)


@SIZES
def test_which_guide(
    snap_compare: SnapCompare, in_room: InRoom, train: Train, size: tuple[int, int]
) -> None:
    for day in range(1, 22):
        train(f"2026-11-{day:02} 18:00", "Arms", {CURL: "30x10!a", BENCH: "80x8!t"})
    assert snap_compare(in_room("presets"), terminal_size=size, press=["3"])


@SIZES
def test_the_first_start(snap_compare: SnapCompare, house: House, size: tuple[int, int]) -> None:
    assert snap_compare(LastsetApp(house), terminal_size=size)


def test_the_start_with_a_broken_settings_file(
    snap_compare: SnapCompare, house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("settings.toml")
    file.write_text("[ration]\ntotal_max = 99\n")
    opened = open_store(":memory:", file)
    broken = House(opened.store, house.clock, house.zone, Coach(opened.store, house.zone))
    assert snap_compare(LastsetApp(broken), terminal_size=(80, 24))
