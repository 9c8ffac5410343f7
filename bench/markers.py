"""What the screens show, by which the bench knows them: all of it in one place."""

import re

from bench.terminal import Lines

FIRST_FRAME = "lastset"
"""The first words of any room, and of the empty app."""


def is_started(lines: Lines) -> bool:
    return any(FIRST_FRAME in line for line in lines)


def echoed(number: int) -> str:
    """What the empty app shows after that many keys."""
    return f"echo {number}."


def is_live(lines: Lines) -> bool:
    """The live session is open over its entry line."""
    return any(line.strip().startswith("›") for line in lines) and any(
        "RIR" in line and "reps" in line for line in lines
    )


def is_typed(lines: Lines, text: str) -> bool:
    """The entry line holds the text."""
    return any(line.strip().startswith(f"› {text}") for line in lines)


def has_logged(lines: Lines, number: int, load: str, reps: int, rir: str) -> bool:
    """The set of that number stands in the table with its RIR, and the entry line is empty."""
    row = re.compile(rf"^\W*{number}\s.*\s{re.escape(load)}\s+{reps}\s+{re.escape(rir)}(\s|$)")
    is_empty = any(re.fullmatch(r"\s*›\s*", line) for line in lines)
    return is_empty and any(row.match(line) for line in lines)


def has_headline(lines: Lines) -> bool:
    """The guide's most important line stands over the session, with its severity."""
    return any(word in line for line in lines[:5] for word in ("WARNING", "CAUTION", "STOP"))


def is_dashboard(lines: Lines) -> bool:
    """The fortnight is on screen, its budget and its year too."""
    words = "\n".join(lines)
    return all(one in words for one in ("Failure events", "Budget", "Ready again"))


def is_second_screen(lines: Lines) -> bool:
    return any("second screen" in line for line in lines)
