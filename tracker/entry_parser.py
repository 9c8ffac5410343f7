"""Reading the entry line: text over a draft becomes entries."""

from dataclasses import replace

from tracker.effort import Technique
from tracker.entry import Announcement, Draft, Entry
from tracker.entry_completion import Front, check_zero, completed, contradiction, load_over
from tracker.entry_count import Count, Ground, spelled_count, with_times
from tracker.entry_cursor import Cursor, pattern
from tracker.entry_effort import Effort, checked_rir, take_effort, take_tag
from tracker.entry_numbers import bare_count, bare_numbers
from tracker.entry_tail import take_tail
from tracker.errors import UnreadableEntry
from tracker.load import Unit

_WARM_UP = pattern(r"w\s*")
_ARROW = pattern(r">")
_SEMICOLON = pattern(r"\s*;\s*")
_ANY_SET = "a set, as in 100x8@2"
_NOTHING = Count(is_positional=True)


def parse_line(
    text: str, draft: Draft | None, unit: Unit, is_bodyweight: bool = False
) -> tuple[Entry, ...] | Announcement:
    """Read a line of one or several entries, parted by `;`, or a lone `!`.

    Each entry stands over the draft; what follows on the same line keeps the load of the one
    before it (`100 8 2; 7 1`), warm-ups among themselves.

    Args:
        text: What was typed.
        draft: The set that stands ready, `Draft()` where nothing does; None on the command line,
            where each entry must be complete.
        unit: For bare numbers where the draft has no load.
        is_bodyweight: The exercise's load is the body, so that `x12@3` needs none.

    Raises:
        UnreadableEntry: it says no set; `read` holds how far it was read.
        ContradictoryEntry: a failure tag stands beside RIR 1 or more; `candidates` are two lines
            to choose from.

    >>> from tracker.load import kg
    >>> (entry,) = parse_line("6 2", Draft(kg("82.5"), 8), Unit.KG)
    >>> str(entry.load), entry.reps, entry.rir
    ('82.5 kg', 6, 2.0)
    """
    if text.strip() == "!":
        return Announcement()
    cursor = Cursor(text)
    cursor.skip_space()
    entries: list[Entry] = []
    ground = Ground(draft, unit, is_bodyweight)
    while not cursor.is_at_end or not entries:
        entries.append(_entry(cursor, _kept(ground, entries, cursor)))
        if cursor.take(_SEMICOLON):
            continue
        cursor.skip_space()
        if not cursor.is_at_end:
            raise _left_over(cursor)
    return tuple(entries)


def parse_set(text: str, unit: Unit, is_bodyweight: bool = False) -> Entry:
    """Read one complete set, as an argument of the command line gives it.

    Raises:
        UnreadableEntry: it is no set, not one, or needs a draft.
        ContradictoryEntry: a failure tag stands beside RIR 1 or more.
    """
    entries = parse_line(text, None, unit, is_bodyweight)
    if isinstance(entries, Announcement):
        raise UnreadableEntry(
            "`!` alone announces a failure in the app; here say the set that was done: 100x8!a.",
            "!",
            "a set that was done, as in 100x8!a",
        )
    if len(entries) != 1:
        raise UnreadableEntry(
            f"{text!r} is {len(entries)} sets: give each set as an argument of its own.",
            text,
            "one set an argument",
        )
    return entries[0]


def _left_over(cursor: Cursor) -> UnreadableEntry:
    if cursor.line.startswith("@", cursor.position):
        return cursor.stuck("with @ the reps are spelled, as in x8@2.", "x8@2")
    return cursor.stuck(
        "after a set fit drops, clusters, forced or eccentric reps, how long ago, and a note.",
        '> 60x6, +4, forced2, ecc3, -4m, "note", or ; and the next set',
    )


def _kept(ground: Ground, entries: list[Entry], cursor: Cursor) -> Ground:
    """The ground of the next entry: the load of the one before it, of its own kind, is kept."""
    if ground.draft is None or not entries:
        return ground
    warm_up = _WARM_UP.match(cursor.line, cursor.position) is not None
    alike = (one.load for one in reversed(entries) if one.warm_up is warm_up and one.load)
    load = next(alike, None)
    return ground if load is None else replace(ground, draft=replace(ground.draft, load=load))


def _entry(cursor: Cursor, ground: Ground) -> Entry:
    start = cursor.position
    if cursor.take(_ARROW):
        raise cursor.stuck(
            "a drop follows a set, as in 80x10!a > 60x6; `e` edits the last set.", _ANY_SET, start
        )
    front = _front(cursor, ground)
    load = load_over(cursor, ground, front)
    tail = take_tail(cursor, ground.bare_unit if load is None else load.unit)
    entry = completed(cursor, ground, front, tail, load)
    check_zero(cursor, front, entry)
    if entry.times > 1 and (tail.technique is not Technique.NONE or tail.ago_seconds):
        raise cursor.stuck(
            f"x{entry.times} says that the sets were alike; what follows belongs to one of them: "
            "log that one by itself.",
            "several sets without a tail, or one set with it",
            front.end,
        )
    if entry.failure is not None and entry.rir is not None and entry.rir >= 1:
        raise contradiction(cursor, start, entry)
    return entry


def _front(cursor: Cursor, ground: Ground) -> Front:
    start = cursor.position
    warm_up = cursor.take(_WARM_UP) is not None
    count = spelled_count(cursor, ground)
    if count is not None:
        effort = take_effort(cursor)
    else:
        count, effort = _bare_front(cursor, ground)
    if not effort.is_said and count == _NOTHING and not warm_up:
        raise _no_set(cursor)
    if cursor.line[start : cursor.position].strip() == "!":
        raise cursor.stuck(
            "`!` announces a failure alone on its line; `0!` is a set that failed.", "0!", start
        )
    return Front(start, cursor.position, warm_up, count, effort)


def _bare_front(cursor: Cursor, ground: Ground) -> tuple[Count, Effort]:
    """Bare numbers with or without a tag, or an effort alone."""
    numbers = bare_numbers(cursor, ground)
    if not numbers:
        return _NOTHING, take_effort(cursor)
    tag = take_tag(cursor)
    count = bare_count(cursor, numbers, tag is not None)
    if count.seconds is not None and count.rir is None and tag is None:
        return with_times(cursor, count), take_effort(cursor)
    rir = 0.0
    if count.rir is not None:
        rir = checked_rir(cursor, count.rir, count.is_or_more, numbers[-1].at)
    return count, Effort(rir, count.is_or_more, tag, is_said=True)


def _no_set(cursor: Cursor) -> UnreadableEntry:
    if cursor.line[cursor.position :].strip():
        return cursor.stuck("a set begins with numbers, x, @, t, a or w.", _ANY_SET)
    return cursor.stuck("here a set belongs, as in 100x8@2.", _ANY_SET)
