"""How long to rest after a set, and why."""

from dataclasses import dataclass

from tracker.exercise import Exercise, Mechanic
from tracker.failure import is_failure
from tracker.load import Load, same_load
from tracker.performed import PerformedSet
from tracker.settings import Settings


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
        return Rest(exercise.rest_seconds, "after an ordinary set")
    after = exercise.rest_seconds + settings.whole("rest.after_failure")
    long = settings.whole("rest.compound_after_failure")
    stays = has_next and same_load(performed.load, next_load)
    if exercise.mechanic is Mechanic.COMPOUND and stays and long > after:
        return Rest(long, "the same load again after a failure set")
    return Rest(after, "after a failure set")
