"""Pictures of the fortnight page, the sessions list and the editor: look at what changed."""

from collections.abc import Callable

import pytest

from screens.app import LastsetApp
from tracker.session import Session

InRoom = Callable[..., LastsetApp]
Sessions = dict[str, Session]
Train = Callable[[str, str, dict[str, str]], Session]
SnapCompare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 28)], ids=["80x24", "120x28"])
DOWN_TO_THE_LAST_SET = ["down"] * 5


@SIZES
def test_dashboard(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
) -> None:
    app = in_room("dashboard")
    assert snap_compare(app, terminal_size=size, press=["left", "left"])


@SIZES
def test_dashboard_over_ration_and_budget(
    snap_compare: SnapCompare, in_room: InRoom, train: Train, size: tuple[int, int]
) -> None:
    for month in range(1, 12):
        train(f"2026-{month:02}-04 18:00", "Arms", {"Hammer Curl (Dumbbell)": "14x12@1; 14x11!a"})
    for day in range(11, 22, 2):
        train(f"2026-11-{day} 18:00", "Arms", {"Preacher Curl (Barbell)": "30x10!a; 30x8!a +3"})
    train("2026-11-22 18:00", "Legs", {"Squat (Barbell)": "100x6@2; 100x6!a"})
    assert snap_compare(in_room("dashboard"), terminal_size=size, press=["left"])


@SIZES
def test_dashboard_of_an_empty_history(
    snap_compare: SnapCompare, in_room: InRoom, size: tuple[int, int]
) -> None:
    assert snap_compare(in_room("dashboard"), terminal_size=size)


def test_dashboard_on_a_large_screen_by_day(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
) -> None:
    app = in_room("dashboard")
    app.house.store.keeping.save_setting("look.theme", "lastset-light")
    assert snap_compare(app, terminal_size=(140, 40))


@SIZES
def test_sessions(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
) -> None:
    assert snap_compare(in_room("sessions"), terminal_size=size, press=["down"])


def test_sessions_searched(
    snap_compare: SnapCompare, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    app = in_room("sessions")
    assert snap_compare(app, terminal_size=(80, 24), press=["slash", *"preach"])


@SIZES
def test_past_session(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
) -> None:
    app = in_room("past", session_id=fortnight_of_training["21"].id)
    assert snap_compare(app, terminal_size=size, press=DOWN_TO_THE_LAST_SET)


@SIZES
def test_past_session_with_a_cell_under_edit(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
) -> None:
    app = in_room("past", session_id=fortnight_of_training["21"].id)
    keys = [*DOWN_TO_THE_LAST_SET, "home", *"30x8@1", "space", "greater_than_sign"]
    assert snap_compare(app, terminal_size=size, press=keys)


@SIZES
def test_past_session_after_a_change(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
) -> None:
    app = in_room("past", session_id=fortnight_of_training["14"].id)
    keys = [*DOWN_TO_THE_LAST_SET, "right", "right", "1", "enter"]
    assert snap_compare(app, terminal_size=size, press=keys)


def test_past_session_refusing_a_cell(
    snap_compare: SnapCompare, in_room: InRoom, fortnight_of_training: Sessions
) -> None:
    app = in_room("past", session_id=fortnight_of_training["14"].id)
    keys = [*DOWN_TO_THE_LAST_SET, "right", "right", "9", "enter"]
    assert snap_compare(app, terminal_size=(80, 24), press=keys)


@SIZES
@pytest.mark.parametrize(
    "pressed",
    [
        pytest.param(["X"], id="asks-before-it-deletes"),
        pytest.param(["slash", *"reverse"], id="adds-an-exercise"),
        pytest.param(["D", "end", *" 19"], id="date-under-edit"),
        pytest.param(["D"], id="date-selected"),
        pytest.param(["up", "up", "up"], id="on-an-exercise"),
        pytest.param(["right"] * 6, id="on-a-note"),
    ],
)
def test_past_session_and_its_keys(
    snap_compare: SnapCompare,
    in_room: InRoom,
    fortnight_of_training: Sessions,
    size: tuple[int, int],
    pressed: list[str],
) -> None:
    app = in_room("past", session_id=fortnight_of_training["21"].id)
    keys = [*DOWN_TO_THE_LAST_SET, *("space" if key == " " else key for key in pressed)]
    assert snap_compare(app, terminal_size=size, press=keys)


@SIZES
def test_dashboard_of_a_fortnight_without_training(
    snap_compare: SnapCompare, in_room: InRoom, train: Train, size: tuple[int, int]
) -> None:
    for month in (3, 4, 11):
        train(f"2026-{month:02}-20 18:00", "Arms", {"Hammer Curl (Dumbbell)": "14x12@1; 14x11!a"})
    assert snap_compare(in_room("dashboard"), terminal_size=size, press=["left_square_bracket"])
