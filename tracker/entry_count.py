"""The front of an entry: load, reps and times."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.entry import Draft
from tracker.entry_cursor import NUMBER, Cursor, pattern
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
_REPS = pattern(
    r"(?P<count>[0-9]++)(?:/(?P<right>[0-9]+)|(?P<timed>s)(?![a-wyz0-9]))?(?![.,][0-9])"
)
_TIMES = pattern(r"\s*[x×]\s*(?P<times>[0-9]+)")
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
    return with_times(cursor, replace(spelled_reps(cursor), load=load[0]))


def with_times(cursor: Cursor, count: Count) -> Count:
    """The count, with the `x3` that may follow it.

    Raises:
        UnreadableEntry: the number of sets makes no sense.
    """
    at = cursor.position
    match = cursor.take(_TIMES)
    if match is None:
        return count
    times = whole(cursor, match["times"], MOST_TIMES, "sets at once", at)
    if not times:
        raise cursor.stuck("no sets at all?", f"x1 to x{MOST_TIMES}", at)
    return replace(count, times=times)
