"""Where an exercise stands in the session, and whether that is late.

The contract holds for the session that runs: K of N with 2K > N is late, of a plan or of what the
lifter said; without either nothing is known. What it leaves open follows section 0a.11 of the
guidance: praise (R48) and the suggestion (R11) also ask that no later exercise uses the muscle, and
the marks of finished sessions are late where the exercise was not the first and none after it used
its muscle. In a superset an exercise stands where the last one of it does (R49).
"""

from collections.abc import Iterable, Sequence

from tracker.exercise import Exercise
from tracker.session import Block, Place
from tracker.settings import Settings


def place_of(blocks: Sequence[Block], position: int, is_over: bool) -> Place | None:
    """The place of the exercise at a position, from 0, among the session's; None is not known.

    What the lifter said holds. Of a finished session the exercises done are the plan. Else the
    session's exercises are, where another one is planned; a session that grows exercise by
    exercise has no plan to stand late in.
    """
    if blocks[position].place is not None:
        return blocks[position].place
    if is_over:
        done = [place for place, one in enumerate(blocks) if one.work_sets]
        if position not in done:
            return None
        return Place(done.index(_last_of_superset(blocks, position, done)) + 1, len(done))
    others = [one for place, one in enumerate(blocks) if place != position and not one.skipped]
    waiting = [one for one in blocks[position + 1 :] if not one.skipped and not one.sets]
    if not waiting and not any(one.plan for one in others):
        return None
    known = [place for place, one in enumerate(blocks) if not one.skipped or place == position]
    return Place(known.index(_last_of_superset(blocks, position, known)) + 1, len(known))


def _last_of_superset(blocks: Sequence[Block], position: int, among: Sequence[int]) -> int:
    """The position of the last exercise that alternates with one; its own where none does."""
    number = blocks[position].superset
    if number is None:
        return position
    return max(place for place in among if blocks[place].superset == number)


def is_late(place: Place, settings: Settings) -> bool:
    """Whether a place is in the later part of the session: K of N with K > N/2 by default."""
    return place.k > settings.number("guidance.late_fraction") * place.n


def is_needed_later(muscle: str, later: Iterable[Exercise]) -> bool:
    """Whether a later exercise uses the muscle, be it as a secondary one."""
    return any(muscle in one.muscles for one in later)


def stood_late(done: Sequence[Exercise], position: int) -> bool:
    """Whether an exercise of a finished session stood late (guidance, section 0a.11).

    It was not the session's first, and no exercise after it used its muscle.
    """
    muscle = done[position].primary
    return position > 0 and not is_needed_later(muscle, done[position + 1 :])
