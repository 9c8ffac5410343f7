"""Bytes to rows: encoding, delimiter, and rows that the CSV reader can't take."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
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
    """The file as rows of text, read anew at each pass so that only one is held at a time."""

    text: str
    name: str
    delimiter: str
    header: tuple[str, ...]
    """The first row."""
    is_headed: bool = True
    """False where the first row is a set already."""

    def rows(self, broken: list[SkippedRow]) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line it begins on; those that can't be taken are added to `broken`.

        Raises:
            UnreadableFile: the file ends inside a quoted text.
        """
        reader = csv.reader(
            io.StringIO(self.text, newline=""), delimiter=self.delimiter, strict=True
        )
        width = len(self.header)
        is_header = self.is_headed
        line = 1
        while True:
            try:
                for row in reader:
                    if len(row) == width:
                        if not is_header:
                            yield line, row
                        is_header = False
                    elif whole := self._unwrapped(row):
                        yield line, whole
                    elif row:
                        broken.append(SkippedRow(line, _misfit(len(row), width)))
                    line = reader.line_num + 1
                return
            except csv.Error as error:
                if "unexpected end of data" in str(error):
                    raise _cut_off(self.name, line) from error
                broken.append(SkippedRow(line, f"it is not sound CSV: {error}"))
                line = reader.line_num + 1

    def _unwrapped(self, row: list[str]) -> list[str]:
        """The fields of a row that was quoted as a whole; none where it was not.

        A Strong export of 2018 has each of its rows so.
        """
        if len(row) != 1 or self.delimiter not in row[0]:
            return []
        try:
            fields = next(csv.reader(row, delimiter=self.delimiter, strict=True))
        except csv.Error:
            return []
        return fields if len(fields) == len(self.header) else []

    def column(self, place: int) -> Iterator[str]:
        """One cell of each row."""
        return (row[place] for _, row in self.rows([]))

    def sample(self, count: int) -> list[list[str]]:
        """The first rows."""
        return [row for _, row in islice(self.rows([]), count)]


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


def table_of(text: str, name: str) -> Table:
    """The file's rows.

    Raises:
        UnreadableFile: its first row ends inside a quoted text.
    """
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        first: list[str] = next((row for row in reader if row), [])
    except csv.Error as error:
        raise _cut_off(name, 1) from error
    return Table(text, name, delimiter, tuple(one.strip() for one in first))


def cells_of(
    places: Mapping[str, int], names: Sequence[str], width: int
) -> Callable[[list[str]], tuple[str, ...]]:
    """A function that takes the named cells from a row; blank where the file has no such column."""
    wanted = itemgetter(*(places.get(one, width) for one in names))

    def cells(row: list[str]) -> tuple[str, ...]:
        row.append("")
        named: tuple[str, ...] = wanted(row)
        return named

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
