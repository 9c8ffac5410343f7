"""Finding the exercise that a typed name means.

A name is folded first: case, accents, punctuation, plurals and gym shorthand (`db`, `bb`) do not
count. It then means, in this order, the exercise of exactly that name, of exactly that alias, of
the same words in another order, or the only one whose words it abbreviates.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from tracker.errors import AmbiguousExercise, UnknownExercise
from tracker.exercise import Exercise

MOST_CANDIDATES = 8
"""How many names a refusal offers."""

_SHORTHAND = {
    "db": "dumbbell",
    "dumbell": "dumbbell",
    "bb": "barbell",
    "barbel": "barbell",
    "kb": "kettlebell",
    "bw": "bodyweight",
    "mach": "machine",
    "flye": "fly",
    "flie": "fly",
    "calve": "calf",
    "triceps": "tricep",
}
_ONE_WORD = frozenset(
    {"pullup", "chinup", "pushup", "situp", "stepup", "getup", "pulldown", "pushdown"}
    | {"deadlift", "skullcrusher", "pullover", "crossover", "kickback"}
)
"""Pairs that people write as one word or as two."""

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name.

    >>> words_of("T-Bar Rows"), words_of("DB Flyes"), words_of("Elevação")
    (('t', 'bar', 'row'), ('dumbbell', 'fly'), ('elevacao',))
    """
    # Apostrophes fall away within a word, so that "farmer's" and "farmers" are one.
    plain = text.casefold().replace("'", "").replace("’", "")
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain.replace("ı", "i"))
        plain = "".join(one for one in marked if not unicodedata.combining(one)).casefold()
    words: list[str] = []
    for word in map(_folded, _WORD.findall(plain)):
        if words and words[-1] + word in _ONE_WORD:
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def _folded(word: str) -> str:
    singular = word
    if len(word) > 4 and word.endswith(("ches", "shes", "sses")):
        singular = word[:-2]
    elif len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        singular = word[:-1]
    return _SHORTHAND.get(word) or _SHORTHAND.get(singular, singular)


@lru_cache(maxsize=8192)
def joined(words: tuple[str, ...]) -> str:
    """The words without the spaces between them, so that `pullup` is `Pull Up`."""
    return "".join(words)


def fits(tokens: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each token begins one of the words.

    >>> fits(("inc", "bench"), ("incline", "bench", "press", "barbell"))
    True
    """
    for token in tokens:
        for word in words:
            if word.startswith(token):
                break
        else:
            return False
    return True


class Names:
    """The names and aliases of some exercises, folded once and looked up many times."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._exercises = tuple(exercises)
        self._words = [words_of(one.name) for one in self._exercises]
        self._aliases = [[words_of(alias) for alias in one.aliases] for one in self._exercises]
        self._exact: dict[str, Exercise] = {}
        self._reordered: dict[tuple[str, ...], list[Exercise]] = {}
        for words, exercise in zip(self._words, self._exercises, strict=True):
            self._exact.setdefault(joined(words), exercise)
            self._add_reordered(words, exercise)
        for aliases, exercise in zip(self._aliases, self._exercises, strict=True):
            for words in aliases:
                self._exact.setdefault(joined(words), exercise)
                self._add_reordered(words, exercise)

    def _add_reordered(self, words: tuple[str, ...], exercise: Exercise) -> None:
        same_words = self._reordered.setdefault(tuple(sorted(words)), [])
        if exercise not in same_words:
            same_words.append(exercise)

    def exact(self, text: str) -> Exercise | None:
        """The exercise of that name or alias, the words in any order; None without one."""
        words = words_of(text)
        exercise = self._exact.get(joined(words))
        if exercise is not None:
            return exercise
        same_words = self._reordered.get(tuple(sorted(words)), [])
        return same_words[0] if len(same_words) == 1 else None

    def find(self, text: str) -> tuple[Exercise, ...]:
        """All exercises the text may mean, best first; every one for an empty text.

        It looks at names, then aliases, then muscles, equipment and family.
        """
        tokens = words_of(text)
        if not tokens:
            return self._exercises
        first = self.exact(text)
        ranked: dict[int, Exercise] = {} if first is None else {id(first): first}
        for matches in (
            self._by_name(tokens),
            self._by_alias(tokens),
            [one for one in self._exercises if fits(tokens, _described(one))],
        ):
            for exercise in matches:
                ranked.setdefault(id(exercise), exercise)
        return tuple(ranked.values())

    def resolve(self, text: str) -> Exercise:
        """The one exercise the text means.

        Raises:
            AmbiguousExercise: several fit; the error holds their names.
            UnknownExercise: none fits; the error holds the nearest names.
        """
        exercise = self.exact(text)
        if exercise is not None:
            return exercise
        tokens = words_of(text)
        matches = (self._by_name(tokens) or self._by_alias(tokens)) if tokens else []
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise _ambiguous(text, matches)
        raise self._unknown(text)

    def _by_name(self, tokens: tuple[str, ...]) -> list[Exercise]:
        named = zip(self._words, self._exercises, strict=True)
        matches = [(words, one) for words, one in named if fits(tokens, words)]
        # The fewer words left over, the nearer; the sort keeps the catalogue's order among equals.
        matches.sort(key=lambda match: len(match[0]))
        return [exercise for _, exercise in matches]

    def _by_alias(self, tokens: tuple[str, ...]) -> list[Exercise]:
        matches = [
            (min(lengths), one)
            for aliases, one in zip(self._aliases, self._exercises, strict=True)
            if (lengths := [len(words) for words in aliases if fits(tokens, words)])
        ]
        matches.sort(key=lambda match: match[0])
        return [exercise for _, exercise in matches]

    def _unknown(self, text: str) -> UnknownExercise:
        near = get_close_matches(joined(words_of(text)), self._exact, n=20, cutoff=0.6)
        names = tuple(dict.fromkeys(self._exact[key].name for key in near))[:MOST_CANDIDATES]
        suggestion = f" Did you mean {_listed(names[:3])}?" if names else ""
        return UnknownExercise(
            f"There is no exercise called “{text}”.{suggestion}",
            text,
            "a name, an alias or an unambiguous part of one",
            names,
        )


def _described(exercise: Exercise) -> tuple[str, ...]:
    texts = (exercise.name, *exercise.muscles, exercise.equipment, exercise.family)
    return tuple(word for text in texts for word in words_of(text))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _ambiguous(text: str, matches: Sequence[Exercise]) -> AmbiguousExercise:
    names = tuple(one.name for one in matches[:MOST_CANDIDATES])
    left_out = len(matches) - len(names)
    more = f" (and {left_out} more)" if left_out else ""
    return AmbiguousExercise(
        f"“{text}” fits {len(matches)} exercises{more}: {_listed(names)}.",
        text,
        "a name, an alias or an unambiguous part of one",
        names,
    )


def resolve(text: str, exercises: Iterable[Exercise]) -> Exercise:
    """The one exercise the text means; build `Names` once where many are asked.

    Raises:
        AmbiguousExercise: several fit.
        UnknownExercise: none fits.
    """
    known = tuple(exercises)
    # A name or an alias spelt as it stands is the usual case, and needs no index.
    spelling = text.strip().casefold()
    for exercise in known:
        if exercise.name.casefold() == spelling:
            return exercise
    for exercise in known:
        if any(alias.casefold() == spelling for alias in exercise.aliases):
            return exercise
    return Names(known).resolve(text)


def find(text: str, exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """All exercises the text may mean, best first; every one for an empty text."""
    return Names(exercises).find(text)
