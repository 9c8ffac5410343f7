"""The search box for exercises: what a few typed letters most likely mean."""

from collections.abc import Iterable, Mapping, Sequence
from math import log1p

from screens.name_index import index_of
from screens.name_scores import abbreviated, is_all_meant, misspelt
from tracker.exercise import Exercise
from tracker.naming import words_of
from tracker.swapping import stand_ins

USED, MOST_USED = 10.0, 30.0
"""What a lift gains that was ever used, and the one used most: more than a word left over or out
of order costs, less than an exact name or alias is ahead."""

IF_MISSPELT = 0.3
"""How much of that a misspelt query leaves: less than a slip costs."""

A_NAME, MANY_NAMES = 0.8, 10
"""What a lift gains for each of its aliases, and how many count: what people call by many names is
what they mean most often."""


def rank(query: str, exercises: Iterable[Exercise], recent: Mapping[int, float]) -> list[Exercise]:
    """The exercises the query may mean, best first; all of them for an empty query.

    What it abbreviates comes before anything else; only where it abbreviates nothing are typing
    errors forgiven, word by word, and only then in the whole. Among about equally good answers
    the lift in use comes first, but before an exact name or alias none.

    Args:
        query: What was typed so far.
        exercises: What there is to choose from.
        recent: By exercise id, how much it was used of late: the more, the earlier among equals.
    """
    known = tuple(exercises)
    typed = words_of(query)
    if not typed:
        return _best_first(dict.fromkeys(range(len(known)), 0.0), known, recent)
    index = index_of(known)
    scores, weight = abbreviated(typed, index), 1.0
    if not scores:
        # What is misspelt may be an exact name: use decides less.
        scores, weight = misspelt(typed, index), IF_MISSPELT
    most = log1p(max(recent.values(), default=0.0))
    for place in scores:
        scores[place] += A_NAME * min(len(known[place].aliases), MANY_NAMES)
        use = recent.get(known[place].id, 0.0)
        if use > 0:
            scores[place] += weight * (USED + (MOST_USED - USED) * log1p(use) / most)
    return _best_first(scores, known, recent)


def is_accounted_for(query: str, exercises: Iterable[Exercise]) -> bool:
    """Whether one exercise has all that was typed, slips forgiven.

    Where none has, what `rank` offers is only like it, and no answer to an unknown word.
    """
    typed = words_of(query)
    return not typed or is_all_meant(typed, index_of(exercises))


def suggest_swaps(
    exercise: Exercise,
    exercises: Iterable[Exercise],
    recent: Mapping[int, float],
    planned_today: Sequence[Exercise] = (),
) -> list[Exercise]:
    """What may stand in for the exercise, best first, before anything is typed; never itself.

    Args:
        exercise: The lift that cannot be done now.
        exercises: What there is to choose from.
        recent: By exercise id, how much it was used of late.
        planned_today: What the session holds anyway: no good as a stand-in.
    """
    return stand_ins(exercise, rank("", exercises, recent), recent, planned_today)


def _best_first(
    scores: Mapping[int, float], known: Sequence[Exercise], recent: Mapping[int, float]
) -> list[Exercise]:
    def order(place: int) -> tuple[float, float, int, int]:
        exercise = known[place]
        return -scores[place], -recent.get(exercise.id, 0.0), -len(exercise.aliases), place

    return [known[place] for place in sorted(scores, key=order)]
