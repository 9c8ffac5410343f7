"""The local time zone, found with the standard library alone."""

import os
from collections.abc import Mapping
from pathlib import Path

from tracker.errors import InvalidTime
from tracker.when import zone_of


def local_zone(
    environment: Mapping[str, str] = os.environ,
    link: Path = Path("/etc/localtime"),
    name_file: Path = Path("/etc/timezone"),
) -> str:
    """The IANA name of the local zone: LASTSET_TZ, then TZ, then the system's; else UTC.

    Raises:
        InvalidTime: LASTSET_TZ names no zone.
    """
    if said := environment.get("LASTSET_TZ"):
        return zone_of(said).key
    for name in (environment.get("TZ", "").lstrip(":"), _behind(link), _first_line(name_file)):
        if is_zone(name):
            return name
    return "UTC"


def is_zone(name: str) -> bool:
    """Whether the name is an IANA zone that this machine knows."""
    try:
        return bool(name) and zone_of(name).key == name
    except InvalidTime:
        return False


def _behind(link: Path) -> str:
    """The zone that the system's link points at."""
    try:
        return str(link.resolve(strict=True)).partition("/zoneinfo/")[2]
    except OSError:
        return ""


def _first_line(file: Path) -> str:
    try:
        return file.read_text("utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError):
        return ""
