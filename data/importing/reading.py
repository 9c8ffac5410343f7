"""Reading an export: what it is, told by its header, and what it says."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from data.importing.collection import paused_collection
from data.importing.hevy import HevyReading, columns_of
from data.importing.strong import StrongReading
from data.importing.strong_columns import SAMPLE, by_name, by_position, is_row
from data.importing.table import Table, table_of, text_of
from tracker.errors import UnknownFormat, UnreadableFile
from tracker.imported import ImportedLog
from tracker.load import Unit
from tracker.when import zone_of

AUTO, STRONG, HEVY = "auto", "strong", "hevy"

FORMATS = (AUTO, STRONG, HEVY)
"""What `format` may be."""


def read_log(
    source: Path | bytes,
    name: str = "",
    format: str = AUTO,
    unit: Unit | None = None,
    zone: str = "UTC",
) -> ImportedLog:
    """Read an export, from a file or from its bytes.

    Args:
        source: the file, or what stands in it.
        name: what to call it in messages; the file's name by default.
        format: `strong` or `hevy`, or `auto` to tell by the header.
        unit: the unit of weights for files that name none.
        zone: the IANA zone that the file's local times are in.

    Raises:
        UnreadableFile: the file can't be read, is no such export, or holds no row that fits.
        UnknownFormat: there is no such format.
        UnknownUnit: the file names no unit and none was given.
        InvalidTime: there is no such zone.
    """
    if format not in FORMATS:
        raise UnknownFormat(
            f"There is no import format called “{format}”.", format, " | ".join(FORMATS), FORMATS
        )
    where = zone_of(zone)
    if isinstance(source, Path):
        name = name or source.name
        source = _content(source)
    name = name or "the file"
    with paused_collection():
        log = _read(text_of(source, name), name, format, unit, where)
    if not log.sessions:
        raise UnreadableFile(_nothing_fits(log, name), name, "an export with at least one set")
    return log


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path} can't be read: {error.strerror}.", str(path), "a file that can be read"
        ) from error


def _read(text: str, name: str, format: str, unit: Unit | None, zone: ZoneInfo) -> ImportedLog:
    table = table_of(text, name)
    if format != STRONG:
        hevy = columns_of(table.header)
        if hevy is not None:
            return HevyReading(table, hevy, zone).log()
    if format != HEVY:
        columns = by_name(table.header)
        if columns is None and is_row(table.header):
            # A copy without its header begins with a set.
            table = replace(table, is_headed=False)
        columns = columns or by_position(table.header, table.sample(SAMPLE))
        if columns is not None:
            return StrongReading(table, columns, unit, zone).log()
    raise _unknown(table, name, format)


def _unknown(table: Table, name: str, format: str) -> UnreadableFile:
    head = ", ".join(table.header[:6]) + (" …" if len(table.header) > 6 else "")
    wanted = {AUTO: "a Strong or Hevy", STRONG: "a Strong", HEVY: "a Hevy"}[format]
    return UnreadableFile(
        f"{name} is not {wanted} export: its first line reads “{head[:120]}”.",
        head[:120],
        "the CSV file that Strong or Hevy exports",
    )


def _nothing_fits(log: ImportedLog, name: str) -> str:
    if not log.rows:
        return f"{name} has a header and no rows."
    if not log.skipped:
        return f"{name} has no sets, only rest timers and notes."
    first = log.skipped[0]
    return f"No row of {name} could be read: line {first.line}, {first.reason}" + (
        f" (and {len(log.skipped) - 1} more)." if len(log.skipped) > 1 else "."
    )
