"""Where the database and the settings file lie when the call does not say."""

import os
import sys
from importlib import import_module
from pathlib import Path

APP = "lastset"


def default_database() -> Path:
    """LASTSET_DB, else a file in the user's data folder."""
    return _named("LASTSET_DB") or _folder("data", "XDG_DATA_HOME", ".local/share") / "lastset.db"


def default_config() -> Path:
    """LASTSET_CONFIG, else a file in the user's configuration folder."""
    named = _named("LASTSET_CONFIG")
    return named or _folder("config", "XDG_CONFIG_HOME", ".config") / "settings.toml"


def _named(variable: str) -> Path | None:
    said = os.environ.get(variable)
    return Path(said).expanduser() if said else None


def _folder(kind: str, variable: str, usual: str) -> Path:
    """The folder of that kind; on Linux by the XDG rules, which cost nothing to follow."""
    if sys.platform == "linux":
        said = os.environ.get(variable, "")
        # The rules say that a relative path is to be ignored.
        base = Path(said) if os.path.isabs(said) else Path.home() / usual
        return base / APP
    folder = getattr(import_module("platformdirs"), f"user_{kind}_path")(APP, False)
    assert isinstance(folder, Path)
    return folder
