"""Bare numbers: what they mean by how many they are."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.effort import MOST_RIR
from tracker.entry_count import MOST_REPS, MOST_SECONDS, Count, Ground, load_of, whole
from tracker.entry_cursor import NUMBER, Cursor, pattern
from tracker.errors import UnreadableEntry
from tracker.load import Load

_ENDING = r"(?:/(?P<right>[0-9]+)|(?P<more>\+)|(?P<timed>s)(?![a-wyz0-9]))?"
_FIRST = pattern(
    rf"(?:(?P<body>bw)|(?P<sign>[+-])?(?P<number>{NUMBER})"
    rf"(?:\s*(?P<unit>kg|lbs?)(?![a-z]))?){_ENDING}"
)
_FURTHER = pattern(rf"\s+(?P<number>{NUMBER}){_ENDING}")


@dataclass(frozen=True, slots=True)
class BareNumber:
    """One bare number and what hangs on it."""

    at: int
    text: str
    value: Decimal
    load: Load | None
    """What it is as a load; None for a number that can't be one."""
    is_load_alone: bool
    """It carries a sign or a unit, or is `bw`."""
    right: int | None
    is_or_more: bool
    is_timed: bool


def bare_numbers(cursor: Cursor, ground: Ground) -> tuple[BareNumber, ...]:
    """The bare numbers that stand here, none or up to three.

    Raises:
        UnreadableEntry: there are more than three.
    """
    numbers: list[BareNumber] = []
    piece = _FIRST
    while match := piece.match(cursor.line, cursor.position):
        if len(numbers) == 3:
            cursor.skip_space()
            raise cursor.stuck("three numbers at most: load, reps, RIR.", "100 6 2")
        groups = match.groupdict()
        text = groups["number"] or ""
        at = match.end() - len(match[0].lstrip())
        right = groups["right"]
        numbers.append(
            BareNumber(
                at=at,
                text=text,
                value=cursor.decimal(text, at) if text else Decimal(0),
                load=load_of(cursor, groups, ground.bare_unit, at),
                is_load_alone=any(groups.get(one) for one in ("body", "sign", "unit")),
                right=None if right is None else whole(cursor, right, MOST_REPS, "reps", at),
                is_or_more=bool(groups["more"]),
                is_timed=bool(groups["timed"]),
            )
        )
        cursor.position = match.end()
        piece = _FURTHER
    return tuple(numbers)


def bare_count(cursor: Cursor, numbers: tuple[BareNumber, ...], is_tagged: bool) -> Count:
    """What bare numbers mean: RIR; reps RIR; load reps RIR; with a tag [load] reps.

    With a tag a final literal `0` is the RIR.

    Raises:
        UnreadableEntry: they can't be told apart, or one is not what stands in its place.
    """
    if len(numbers) == 1 and numbers[0].is_timed:
        seconds = _whole_of(cursor, numbers[0], MOST_SECONDS, "seconds")
        return Count(seconds=seconds, is_positional=True)
    rir: BareNumber | None = None
    if not is_tagged or len(numbers) == 3 or numbers[-1].text == "0":
        *front, rir = numbers
    else:
        front = list(numbers)
    if rir is not None and not front and not is_tagged:
        _check_lone(cursor, rir)
    count = Count(is_positional=True, is_lone_number=len(numbers) == 1 and not is_tagged)
    if rir is not None:
        _check_rir(cursor, rir)
        count = replace(count, rir=rir.value, is_or_more=rir.is_or_more)
    if len(front) == 1 and front[0].is_timed:
        return replace(count, seconds=_whole_of(cursor, front[0], MOST_SECONDS, "seconds"))
    if front:
        reps = front[-1]
        count = replace(
            count, reps=_whole_of(cursor, reps, MOST_REPS, "reps"), reps_right=reps.right
        )
    if len(front) == 2:
        if front[0].right is not None or front[0].is_or_more or front[0].is_timed:
            raise cursor.stuck("a load stands here.", "100 6 2", front[0].at)
        count = replace(count, load=front[0].load)
    return count


def _check_lone(cursor: Cursor, number: BareNumber) -> None:
    if number.is_load_alone:
        text = cursor.line[number.at : cursor.position].strip()
        raise cursor.stuck(
            f"a load needs reps and effort, as in {text}x8@2.", f"{text}x8@2", number.at
        )
    if number.right is not None:
        raise cursor.stuck(
            "and how many were left? Write 10/9 2.", "reps and RIR, as in 10/9 2", number.at
        )
    text = number.text
    if number.value > MOST_RIR and text.isdigit():
        raise cursor.stuck(
            f"reps or RIR? `{text} 2` is {text} reps with 2 left; RIR is 0 to 5.",
            f"{text} 2",
            number.at,
        )


def _check_rir(cursor: Cursor, number: BareNumber) -> None:
    if number.is_load_alone or number.right is not None or number.is_timed:
        raise cursor.stuck("the RIR stands here.", "RIR 0 to 5 in halves, or 5+", number.at)


def _whole_of(cursor: Cursor, number: BareNumber, most: int, what: str) -> int:
    is_number_alone = not number.is_load_alone and not number.is_or_more
    if not is_number_alone or not number.text.isdigit() or (number.is_timed and what == "reps"):
        raise _not_whole(cursor, number, what)
    return whole(cursor, number.text, most, what, number.at)


def _not_whole(cursor: Cursor, number: BareNumber, what: str) -> UnreadableEntry:
    return cursor.stuck(f"{what} are a whole number.", f"whole {what}", number.at)
