"""What a verb prints: lines for people, or one JSON document for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""A JSON value."""


def print_json(document: Json, stream: TextIO | None = None) -> None:
    """Print one document; signs beyond ASCII stay as they are where the stream can carry them."""
    stream = stream or sys.stdout
    is_unicode = (stream.encoding or "").lower().replace("-", "").startswith("utf")
    stream.write(json.dumps(document, indent=2, ensure_ascii=not is_unicode) + "\n")


def print_lines(lines: Sequence[str]) -> None:
    """Print lines for people."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
