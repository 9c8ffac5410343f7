"""The search box for exercises: what a few typed letters most likely mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from tracker.exercise import Exercise
from tracker.naming import fits, joined, words_of

LEAST_RATIO = 62.0
"""How alike (of 100) a mistyped name must be to be offered."""

_EXACT = 300.0
_FITS = 200.0
_BEGINS = 150.0
_IN_ORDER = 15.0
_USED = 12.0
_A_WORD_LEFT = 4.0
_AN_ALIAS = 2.0

Words = tuple[str, ...]
"""A name or a query, folded."""


def rank(query: str, exercises: Iterable[Exercise], recent: Mapping[int, float]) -> list[Exercise]:
    """The exercises the query may mean, best first; all of them for an empty query.

    What it abbreviates comes before anything else; only where it abbreviates nothing are typing
    errors forgiven.

    Args:
        query: What was typed so far.
        exercises: What there is to choose from.
        recent: By exercise id, how much it was used of late: the more, the earlier among equals.
    """
    typed = words_of(query)
    known = tuple(exercises)
    if not typed:
        return _best_first(dict.fromkeys(range(len(known)), 0.0), known, recent)
    scores = _scores(typed, known, recent, _abbreviation)
    # Too few letters resemble everything; a typing error shows only in a longer word.
    if not scores and len(joined(typed)) > 3:
        scores = _scores(typed, known, {}, _resemblance)
    return _best_first(scores, known, recent)


def _scores(
    typed: Words,
    known: Sequence[Exercise],
    recent: Mapping[int, float],
    closeness: Callable[[Words, Words], float],
) -> dict[int, float]:
    """Place in the list → score, for those that have one."""
    scores: dict[int, float] = {}
    for place, exercise in enumerate(known):
        best = closeness(typed, words_of(exercise.name))
        for alias in exercise.aliases:
            best = max(best, closeness(typed, words_of(alias)) - _AN_ALIAS)
        if best > 0:
            scores[place] = best + (_USED if recent.get(exercise.id) else 0.0)
    return scores


def _best_first(
    scores: Mapping[int, float], known: Sequence[Exercise], recent: Mapping[int, float]
) -> list[Exercise]:
    def order(place: int) -> tuple[float, float, int]:
        exercise = known[place]
        # What people call by many names is what they mean most often.
        return -scores[place], -recent.get(exercise.id, 0.0), -len(exercise.aliases)

    return [known[place] for place in sorted(scores, key=order)]


def _abbreviation(typed: Words, words: Words) -> float:
    letters, whole = joined(typed), joined(words)
    if letters == whole:
        return _EXACT
    if fits(typed, words):
        if sorted(typed) == sorted(words):
            return _EXACT
        left_over = max(0, len(words) - len(typed)) * _A_WORD_LEFT
        return _FITS + (_IN_ORDER if _begin_in_order(typed, words) else 0.0) - left_over
    return _BEGINS if len(letters) > 2 and whole.startswith(letters) else 0.0


def _resemblance(typed: Words, words: Words) -> float:
    ratio = fuzz.ratio(joined(typed), joined(words))
    return ratio if ratio >= LEAST_RATIO else 0.0


def _begin_in_order(typed: Words, words: Words) -> bool:
    return len(typed) <= len(words) and all(
        word.startswith(token) for token, word in zip(typed, words, strict=False)
    )
