"""Bytes to rows: encoding, delimiter, and rows that the CSV reader can't take."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tracker.errors import UnreadableFile
from tracker.imported import SkippedRow

DELIMITERS = (",", ";", "\t")
"""What parts the fields, judged by the header line alone."""

_SIGNATURES = (
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"PK\x03\x04", "a zip archive or a spreadsheet"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%PDF", "a PDF"),
)
_AS_UTF8 = "save it as UTF-8, or export it anew"
_WANTED = "the CSV file that Strong or Hevy exports, in UTF-8"


@dataclass(frozen=True, slots=True)
class Table:
    """The file as rows of text."""

    header: tuple[str, ...]
    delimiter: str
    rows: tuple[tuple[int, list[str]], ...]
    """The line on which each row begins, and its fields; as many as the header has."""
    broken: tuple[SkippedRow, ...]
    """Rows with too few or too many fields, or quotes that don't close."""


def text_of(content: bytes, name: str) -> str:
    """The file's text.

    Raises:
        UnreadableFile: it is empty, no text, or not in UTF-8.
    """
    if not content.strip():
        raise UnreadableFile(f"{name} is empty.", name, _WANTED)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableFile(f"{name} is {what}, not a CSV export.", name, _WANTED)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(f"{name} is written in UTF-16: {_AS_UTF8}.", name, _WANTED)
    if b"\x00" in content:
        raise UnreadableFile(f"{name} is not a text file.", name, _WANTED)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            f"{name} is not in UTF-8 (byte 0x{content[error.start]:02x} on line {line}): "
            f"{_AS_UTF8}. Nothing was read, so no name comes out garbled.",
            name,
            _WANTED,
        ) from error


def table_of(text: str, name: str, is_headed: bool = True) -> Table:
    """The file's rows; `is_headed` says whether the first one is a header.

    Raises:
        UnreadableFile: the file ends inside a quoted text.
    """
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: tuple[str, ...] = ()
    rows: list[tuple[int, list[str]]] = []
    broken: list[SkippedRow] = []
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                raise _cut_off(name, line) from error
            broken.append(SkippedRow(line, f"its quotes don't match ({error})"))
            continue
        if not row:
            continue
        if not header:
            header = tuple(one.strip() for one in row)
            if is_headed:
                continue
        if len(row) == len(header):
            rows.append((line, row))
        else:
            broken.append(SkippedRow(line, _misfit(len(row), len(header))))
    return Table(header, delimiter, tuple(rows), tuple(broken))


def cells_of(
    places: Mapping[str, int], names: Sequence[str], width: int
) -> Callable[[list[str]], tuple[str, ...]]:
    """A function that takes the named cells from a row; blank where the file has no such column."""
    wanted = itemgetter(*(places.get(one, width) for one in names))

    def cells(row: list[str]) -> tuple[str, ...]:
        return tuple(wanted([*row, ""]))

    return cells


def _delimiter(text: str) -> str:
    """The delimiter that parts the first line into most fields."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda one: len(next(csv.reader([first], delimiter=one))))


def _misfit(fields: int, wanted: int) -> str:
    if fields < wanted:
        return f"it has {fields} of {wanted} fields: the row is cut off"
    return f"it has {fields} fields where the header has {wanted}"


def _cut_off(name: str, line: int) -> UnreadableFile:
    return UnreadableFile(
        f"{name} ends inside the quoted text that begins on line {line}: the file is cut off. "
        "Export it anew; nothing was imported.",
        name,
        _WANTED,
    )
