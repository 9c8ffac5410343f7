"""The generated Strong file is one that the importer takes whole."""

import csv
from pathlib import Path

from bench.processes import HEAD, write_strong_file


def test_the_file_has_as_many_rows_as_asked_with_tags_among_them(tmp_path: Path) -> None:
    file = write_strong_file(tmp_path / "strong.csv", 2500)
    rows = list(csv.DictReader(file.open(encoding="utf-8", newline="")))
    assert len(rows) == 2500
    assert tuple(rows[0]) == HEAD
    orders = {row["Set Order"] for row in rows}
    assert {"W", "F", "1", "2", "3"} <= orders
    assert all(row["Reps"] != "0.0" or row["Seconds"] != "0.0" for row in rows)
