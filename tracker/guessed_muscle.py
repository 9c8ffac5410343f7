"""The muscle an exercise of the lifter's own trains first, guessed from its name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from tracker.exercise import Exercise
from tracker.muscles import MUSCLES
from tracker.naming import words_of

LEAST_LIKENESS = 0.25
"""How alike (of 1) the nearest known name must be; below it nothing is guessed."""

_SHARPNESS = 4


def guess_muscle(name: str, catalogue: Iterable[Exercise]) -> str:
    """The primary muscle of the exercises whose names are most like this one; empty without any.

    Two names are as alike as the words they share, each weighed by how rare it is (inverse document
    frequency, Spärck Jones 1972), against all their words (Jaccard 1901). The alike ones vote.

    >>> guess_muscle("Twisting Curl", (Exercise(1, "Bicep Curl", primary="biceps"),))
    'biceps'
    """
    labels = tuple(_labels(catalogue))
    holders = Counter(word for words, _ in labels for word in words)
    weights = {word: log(1 + len(labels) / count) for word, count in holders.items()}
    # A word that no name holds says little about likeness.
    unknown = log(1 + len(labels)) / 2
    wanted = frozenset(words_of(name))
    votes: dict[str, float] = defaultdict(float)
    nearest = 0.0
    for words, muscle in labels:
        shared = sum(weights[word] for word in wanted & words)
        if shared:
            likeness = shared / sum(weights.get(word, unknown) for word in wanted | words)
            nearest = max(nearest, likeness)
            votes[muscle] += likeness**_SHARPNESS
    if nearest < LEAST_LIKENESS:
        return ""
    return max(votes, key=lambda muscle: (votes[muscle], muscle))


def _labels(catalogue: Iterable[Exercise]) -> Iterable[tuple[frozenset[str], str]]:
    """The words of every name, alias and muscle, with the muscle each speaks for."""
    for muscle in MUSCLES:
        if muscle != "full body":
            yield frozenset(words_of(muscle)), muscle
    for exercise in catalogue:
        if exercise.primary and exercise.is_guided:
            for text in (exercise.name, *exercise.aliases):
                yield frozenset(words_of(text)), exercise.primary
