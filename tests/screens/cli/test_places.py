"""Where the database and the settings file lie."""

from pathlib import Path

import platformdirs
import pytest

from screens.cli.places import default_config, default_database


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("LASTSET_DB", "LASTSET_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_the_environment_names_both(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("LASTSET_DB", "~/mine.db")
    monkeypatch.setenv("LASTSET_CONFIG", "/etc/lastset.toml")
    assert (default_database(), default_config()) == (home / "mine.db", Path("/etc/lastset.toml"))


@pytest.mark.parametrize("said", ["", "/somewhere"])
def test_else_they_lie_where_the_users_files_lie(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    if said:
        monkeypatch.setenv("XDG_DATA_HOME", f"{said}/data")
        monkeypatch.setenv("XDG_CONFIG_HOME", f"{said}/config")
    assert default_database() == platformdirs.user_data_path("lastset", False) / "lastset.db"
    assert default_config() == platformdirs.user_config_path("lastset", False) / "settings.toml"


def test_elsewhere_the_platform_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_database().name == "lastset.db"
    assert "lastset" in default_config().parts
