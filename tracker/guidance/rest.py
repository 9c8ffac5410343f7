"""How long to rest after a set, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.exercise import Exercise, Mechanic
from tracker.failure import is_failure
from tracker.load import Load, same_load
from tracker.performed import PerformedSet
from tracker.session import Block
from tracker.settings import Settings
from tracker.turn import mates_of, sets_left

ORDINARY = "after an ordinary set"
"""Why a rest is as long as the exercise always asks for."""
WARM_UP_SECONDS = 60
"""Rest after a warm-up set: long enough to change the plates."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A recommended rest."""

    seconds: int
    reason: str
    """Why so long, in a few words."""


def recommended_rest(
    exercise: Exercise,
    performed: PerformedSet | None,
    next_load: Load | None,
    settings: Settings,
    has_next: bool = True,
) -> Rest:
    """The rest after a set.

    The exercise's own rest; a minute more after a failure set; five minutes where the next set
    is the same compound at the same load (Janićijević 2023: near failure 5 min hold performance).

    Args:
        exercise: The lift just done.
        performed: The set just done; None where none was.
        next_load: The load of the next set of this lift; None takes it to be the same.
        settings: The settings in force.
        has_next: Whether a set of this lift is still to come.
    """
    if performed is None or not is_failure(performed, settings):
        return Rest(exercise.rest_seconds, ORDINARY)
    after = exercise.rest_seconds + settings.whole("rest.after_failure")
    long = settings.whole("rest.compound_after_failure")
    stays = has_next and same_load(performed.load, next_load)
    if exercise.mechanic is Mechanic.COMPOUND and stays and long > after:
        return Rest(long, "the same load again after a failure set")
    return Rest(after, "after a failure set")


def rest_before_next(
    blocks: Sequence[Block],
    done: Block,
    last: PerformedSet,
    following: Block | None,
    next_load: Load | None,
    settings: Settings,
) -> Rest:
    """The rest between the last set of a session and the next one.

    In a superset there is none until the round is over; then the longest that any lift of the
    round asks for.

    Args:
        blocks: The session's exercises.
        done: The exercise of the last set.
        last: That set.
        following: The exercise of the next set; None where none is in hand.
        next_load: The load of the next set.
        settings: The settings in force.
    """
    if last.warm_up:
        return Rest(WARM_UP_SECONDS, "")
    mates = mates_of(blocks, done)
    if following in mates and len(following.work_sets) < len(done.work_sets):
        return Rest(0, "the round goes on")
    rests = []
    for one in mates or (done,):
        is_next = following is not None and following.id == one.id
        load = next_load if is_next else None
        has_next = bool(sets_left(one)) and (is_next or following in mates)
        performed = last if one.id == done.id else _last_of(one)
        if performed is not None:
            rests.append(recommended_rest(one.exercise, performed, load, settings, has_next))
    longest = max(rests, key=lambda one: one.seconds)
    is_usual = longest.reason == ORDINARY
    return Rest(longest.seconds, "after the round" if mates and is_usual else longest.reason)


def _last_of(block: Block) -> PerformedSet | None:
    return block.work_sets[-1] if block.work_sets else None
