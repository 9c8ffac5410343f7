"""The front of an entry: load, reps and times, spelled or as bare numbers."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.effort import MOST_RIR
from tracker.entry import Draft
from tracker.entry_cursor import NUMBER, Cursor, pattern
from tracker.errors import UnreadableEntry
from tracker.load import Load, LoadKind, Unit, bodyweight

MOST_REPS = 999
"""More reps than this are refused."""
MOST_TIMES = 20
"""More sets at once than this are refused."""
MOST_SECONDS = 86_400
"""A timed set lasts a day at most."""
_MOST_LOAD = 100_000

_LOAD = rf"(?:(?P<body>bw)|(?P<sign>[+-])?(?P<number>{NUMBER})(?:\s*(?P<unit>kg|lbs?))?)"
_SPELLED = pattern(rf"(?:{_LOAD}\s*)?[x×]\s*")
_REPS = pattern(r"(?P<count>[0-9]+)(?:/(?P<right>[0-9]+)|(?P<timed>s)(?![a-z0-9]))?(?![.,][0-9])")
_TIMES = pattern(r"\s*[x×]\s*(?P<times>[0-9]+)")
_ENDING = r"(?:/(?P<right>[0-9]+)|(?P<more>\+)|(?P<timed>s)(?![a-z0-9]))?"
_FIRST = pattern(
    rf"(?:(?P<body>bw)|(?P<sign>[+-])?(?P<number>{NUMBER})"
    rf"(?:\s*(?P<unit>kg|lbs?)(?![a-z]))?){_ENDING}"
)
_FURTHER = pattern(rf"\s+(?P<number>{NUMBER}){_ENDING}")

_KINDS = {"+": LoadKind.ADDED, "-": LoadKind.ASSISTED}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line is read over."""

    draft: Draft | None
    """None on the command line, where an entry stands alone."""
    unit: Unit
    """For bare numbers where the draft has no load."""
    is_bodyweight: bool = False
    """The exercise's load is the body."""

    @property
    def bare_unit(self) -> Unit:
        """The unit of a number without one: the draft's, as it is on screen, else the lifter's."""
        load = self.draft.load if self.draft is not None else None
        return self.unit if load is None or load.kind is LoadKind.BODYWEIGHT else load.unit


@dataclass(frozen=True, slots=True)
class Count:
    """Load, reps or seconds, and times, as far as they were said."""

    load: Load | None = None
    reps: int | None = None
    reps_right: int | None = None
    seconds: int | None = None
    times: int = 1
    rir: Decimal | None = None
    """The RIR where bare numbers said it."""
    is_or_more: bool = False
    is_positional: bool = False
    is_lone_number: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
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


def load_of(cursor: Cursor, groups: dict[str, str | None], unit: Unit, at: int) -> Load | None:
    """The load in the groups of a match; None where there is none.

    Raises:
        UnreadableEntry: the number is no load.
    """
    if groups.get("body"):
        return bodyweight()
    number = groups.get("number")
    if number is None:
        return None
    value = cursor.decimal(number, at)
    if value >= _MOST_LOAD:
        raise cursor.stuck("that is more than anyone lifts.", f"a load under {_MOST_LOAD}", at)
    said = groups.get("unit")
    if said:
        unit = Unit.KG if said.lower() == "kg" else Unit.LB
    return Load(value, unit, _KINDS.get(groups.get("sign") or "", LoadKind.TOTAL))


def whole(cursor: Cursor, text: str, most: int, what: str, at: int) -> int:
    """The whole number.

    Raises:
        UnreadableEntry: it is over the most there can be.
    """
    if len(text) > 9 or int(text) > most:
        raise cursor.stuck(f"that is too many {what}: {most} at most.", f"{most} {what}", at)
    return int(text)


def spelled_load(cursor: Cursor, unit: Unit) -> tuple[Load | None] | None:
    """Step over `load x`: the load in a tuple (None in it is the draft's), or None if not there.

    Raises:
        UnreadableEntry: the number before the `x` is no load.
    """
    at = cursor.position
    match = cursor.take(_SPELLED)
    return None if match is None else (load_of(cursor, match.groupdict(), unit, at),)


def spelled_reps(cursor: Cursor) -> Count:
    """Step over the reps behind an `x`, with left and right or seconds.

    Raises:
        UnreadableEntry: no reps stand here.
    """
    at = cursor.position
    match = cursor.take(_REPS)
    if match is None:
        raise cursor.stuck("how many reps? Whole ones, as in x8.", "x8")
    if match["timed"]:
        return Count(seconds=whole(cursor, match["count"], MOST_SECONDS, "seconds", at))
    right = match["right"]
    return Count(
        reps=whole(cursor, match["count"], MOST_REPS, "reps", at),
        reps_right=None if right is None else whole(cursor, right, MOST_REPS, "reps", at),
    )


def spelled_count(cursor: Cursor, ground: Ground) -> Count | None:
    """`load? x reps (x times)?`, or None where no such thing stands.

    Raises:
        UnreadableEntry: it begins so and goes on otherwise.
    """
    load = spelled_load(cursor, ground.bare_unit)
    if load is None:
        return None
    count = replace(spelled_reps(cursor), load=load[0])
    at = cursor.position
    match = cursor.take(_TIMES)
    if match is None:
        return count
    times = whole(cursor, match["times"], MOST_TIMES, "sets at once", at)
    if not times:
        raise cursor.stuck("no sets at all?", f"x1 to x{MOST_TIMES}", at)
    return replace(count, times=times)


def bare_numbers(cursor: Cursor, ground: Ground) -> tuple[_Number, ...]:
    """The bare numbers that stand here, none or up to three.

    Raises:
        UnreadableEntry: there are more than three.
    """
    numbers: list[_Number] = []
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
            _Number(
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


def bare_count(cursor: Cursor, numbers: tuple[_Number, ...], is_tagged: bool) -> Count:
    """What bare numbers mean: RIR; reps RIR; load reps RIR; with a tag [load] reps.

    With a tag a final literal `0` is the RIR.

    Raises:
        UnreadableEntry: they can't be told apart, or one is not what stands in its place.
    """
    if len(numbers) == 1 and numbers[0].is_timed:
        return Count(seconds=_whole_of(cursor, numbers[0], MOST_SECONDS, "seconds"))
    rir: _Number | None = None
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


def _check_lone(cursor: Cursor, number: _Number) -> None:
    if number.is_load_alone:
        text = cursor.line[number.at : cursor.position].strip()
        raise cursor.stuck(
            f"a load needs reps and effort, as in {text}x8@2.", f"{text}x8@2", number.at
        )
    if number.right is not None:
        raise cursor.stuck(
            "and how many were left? Write 10/9 2.", "reps and RIR, as in 10/9 2", number.at
        )
    if number.value > MOST_RIR:
        text = number.text
        raise cursor.stuck(
            f"reps or RIR? `{text} 2` is {text} reps with 2 left; RIR is 0 to 5.",
            f"{text} 2",
            number.at,
        )


def _check_rir(cursor: Cursor, number: _Number) -> None:
    if number.is_load_alone or number.right is not None or number.is_timed:
        raise cursor.stuck("the RIR stands here.", "RIR 0 to 5 in halves, or 5+", number.at)


def _whole_of(cursor: Cursor, number: _Number, most: int, what: str) -> int:
    is_number_alone = not number.is_load_alone and not number.is_or_more
    if not is_number_alone or not number.text.isdigit() or (number.is_timed and what == "reps"):
        raise _not_whole(cursor, number, what)
    return whole(cursor, number.text, most, what, number.at)


def _not_whole(cursor: Cursor, number: _Number, what: str) -> UnreadableEntry:
    return cursor.stuck(f"{what} are a whole number.", f"whole {what}", number.at)
