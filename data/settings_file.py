"""The settings file: TOML that a person can edit, and whose comments stay when we write to it."""

import os
import re
import tempfile
import tomllib
from importlib import import_module
from pathlib import Path

from tracker.errors import InvalidSetting, TrackerError, UnreadableFile
from tracker.setting import Value
from tracker.settings import setting

NEW_FILE = "# Settings of lastset; `lastset settings` lists them all with their ranges.\n"
"""The first line of a file that we make."""


def read_settings(path: Path) -> dict[str, Value]:
    """The settings that the file changes, checked, by name; nothing where there is no file.

    Raises:
        InvalidSetting: the file is no TOML, or holds a name that is no setting, or a value out
            of range; says the line.
        UnreadableFile: the file can't be read.
    """
    changed, faults = read_what_fits(path)
    if faults:
        raise faults[0]
    return changed


def read_what_fits(path: Path) -> tuple[dict[str, Value], tuple[TrackerError, ...]]:
    """The settings of the file that fit, by name, and what is wrong with the others, in order."""
    try:
        text = _text(path)
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, (_not_toml(path, str(error)),)
    except TrackerError as error:
        return {}, (error,)
    changed: dict[str, Value] = {}
    faults: list[TrackerError] = []
    for section, inside in sections.items():
        if not isinstance(inside, dict):
            outside = InvalidSetting("", section, "[section] first")
            faults.append(_refused(path, text, section, outside))
            continue
        for key, value in inside.items():
            name = f"{section}.{key}"
            try:
                changed[name] = setting(name).checked(value)
            except InvalidSetting as error:
                faults.append(_refused(path, text, name, error))
    return changed, tuple(faults)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise UnreadableFile(
            f"The settings file {path} can't be read: {error.strerror}.", str(path)
        ) from error
    except UnicodeDecodeError as error:
        raise _not_toml(path, "it is not UTF-8 text") from error


def _not_toml(path: Path, reason: str) -> InvalidSetting:
    return InvalidSetting(
        f"The settings file {path} is not readable TOML: {reason}.", str(path), "TOML in UTF-8"
    )


def _refused(path: Path, text: str, name: str, error: InvalidSetting) -> InvalidSetting:
    sentence = error.message or f"{name!r} stands outside a section such as [ration]."
    place = f"line {line}" if (line := _line_of(text, name)) else "somewhere"
    return InvalidSetting(
        f"{path}, {place}: {sentence}", error.read, error.expected, error.candidates
    )


def _line_of(text: str, name: str) -> int:
    """The line on which the setting stands, from 1; 0 where it is written in an unusual way."""
    section, _, key = name.rpartition(".")
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([\w.]+)\s*\]", line):
            here = header[1]
        elif said := re.match(r"\s*([\w.\"]+?)\s*=", line):
            spelled = said[1].replace('"', "")
            if (f"{here}.{spelled}" if here else spelled) in (name, f"{section}.{key}"):
                return number
    return 0


def write_setting(path: Path, name: str, value: object) -> None:
    """Write one setting, leaving all else in the file as it stands; None takes it back.

    The file is replaced in one step, so that a reader never meets half of it.

    Raises:
        InvalidSetting: no such setting, the value does not fit, or the file is no TOML.
        UnreadableFile: the file can't be read or written.
    """
    checked = None if value is None else setting(name).checked(value)
    section, _, key = setting(name).name.rpartition(".")
    # Loaded by name: reading settings, which every start does, needs no tomlkit.
    tomlkit = import_module("tomlkit")
    text = _text(path)
    try:
        document = tomlkit.parse(text or (NEW_FILE if checked is not None else ""))
    except tomlkit.exceptions.ParseError as error:
        raise _not_toml(path, str(error)) from error
    if checked is not None:
        if section not in document:
            document[section] = tomlkit.table()
        document[section][key] = list(checked) if isinstance(checked, tuple) else checked
    elif key in document.get(section, {}):
        del document[section][key]
    written = tomlkit.dumps(document)
    if written != text:
        _replace(path, written)


def _replace(path: Path, text: str) -> None:
    # A link (dotfiles) stays a link: what it points at is replaced.
    target = path.resolve()
    fresh = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(fresh, target.stat().st_mode)
        os.replace(fresh, target)
    except OSError as error:
        if fresh:
            Path(fresh).unlink(missing_ok=True)
        raise UnreadableFile(
            f"The settings file {path} can't be written: {error.strerror}. Nothing was changed.",
            str(path),
            "a file in a folder that can be written",
        ) from error
