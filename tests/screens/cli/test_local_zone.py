"""The local zone, from the environment or the system."""

from pathlib import Path

import pytest

from screens.cli.local_zone import local_zone
from tracker.errors import InvalidTime

NOWHERE = Path("/nowhere")


@pytest.mark.parametrize(
    ("environment", "zone"),
    [
        ({"LASTSET_TZ": "Asia/Tokyo", "TZ": "Europe/Berlin"}, "Asia/Tokyo"),
        ({"TZ": "Europe/Berlin"}, "Europe/Berlin"),
        ({"TZ": ":Europe/Berlin"}, "Europe/Berlin"),
        ({"TZ": "EST5EDT,M3.2.0,M11.1.0"}, "UTC"),
        ({"TZ": "../../etc/passwd"}, "UTC"),
        ({"LASTSET_TZ": ""}, "UTC"),
        ({}, "UTC"),
    ],
)
def test_the_environment_names_the_zone(environment: dict[str, str], zone: str) -> None:
    assert local_zone(environment, NOWHERE, NOWHERE) == zone


def test_a_zone_of_our_own_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidTime, match="Mars/Olympus"):
        local_zone({"LASTSET_TZ": "Mars/Olympus"}, NOWHERE, NOWHERE)


def test_the_systems_link_names_the_zone(tmp_path: Path) -> None:
    target = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    target.parent.mkdir(parents=True)
    target.write_text("")
    link = tmp_path / "localtime"
    link.symlink_to(target)
    assert local_zone({}, link, NOWHERE) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("content", "zone"), [(b"Europe/Rome\n", "Europe/Rome"), (b"\xff", "UTC"), (b"", "UTC")]
)
def test_the_systems_file_names_the_zone(tmp_path: Path, content: bytes, zone: str) -> None:
    file = tmp_path / "timezone"
    file.write_bytes(content)
    assert local_zone({}, NOWHERE, file) == zone
