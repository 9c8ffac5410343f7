"""The floor of an import: Python's csv module reads the rows, sqlite3 keeps them in one table."""

import csv
import sqlite3
import sys


def main(file: str, database: str) -> None:
    connection = sqlite3.connect(database)
    with open(file, encoding="utf-8", newline="") as opened, connection:
        rows = csv.reader(opened)
        head = next(rows)
        columns = ", ".join(f"c{number} TEXT" for number in range(len(head)))
        connection.execute(f"CREATE TABLE rows ({columns})")
        marks = ", ".join("?" for _ in head)
        connection.executemany(f"INSERT INTO rows VALUES ({marks})", rows)
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
