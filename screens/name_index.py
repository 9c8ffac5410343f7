"""The names and aliases of exercises, folded once, to be looked up at each letter typed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.exercise import Exercise
from tracker.naming import joined, words_of

Words = tuple[str, ...]
"""A name or a query, folded."""
Nearness = Callable[[str, str], float | None]
"""What a typed word costs as a word of a name; None where it does not mean it."""

_SAME = frozenset({"one", "single", "1", "unilateral"})
"""Words that mean the same on every lift."""
_LONG = {
    "ohp": "overhead press",
    "bp": "bench press",
    "dl": "deadlift",
    "rdl": "romanian deadlift",
    "oh": "overhead",
    "sa": "single arm",
    "sl": "single leg",
    "cg": "close grip",
    "wg": "wide grip",
    "ng": "neutral grip",
    "rg": "reverse grip",
    "cs": "chest supported",
    "wtd": "weighted",
}
"""What is written short in front of or behind any lift."""


def spelt_out(words: Words) -> Words:
    """The words with what is short written out; the same words where nothing is."""
    return tuple(part for word in words for part in _LONG.get(word, word).split())


_LONGER = 6.0
"""What a word costs more that goes on where the typed one may be complete."""
_ANOTHER_WORD = 1.0
"""What a word costs that means the same as the typed one."""

Named = tuple[str, tuple[str, ...], str]
"""An exercise as it is looked for: its name, its aliases and its primary muscle."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name or an alias."""

    place: int
    """Which exercise of the list it names."""
    words: Words
    letters: str
    """The words without the spaces between them."""
    is_alias: bool


class NameIndex:
    """The labels of a list of exercises, by word, by first letters and whole."""

    def __init__(self, named: Iterable[Named]) -> None:
        listed = tuple(named)
        self.labels = tuple(_labels(listed))
        self.names = tuple(one.words for one in self.labels if not one.is_alias)
        """The folded name of each exercise, in the order of the list."""
        self._whole: dict[str | Words, list[Label]] = defaultdict(list)
        self._labels_with: dict[str, set[int]] = defaultdict(set)
        self._places_with: dict[str, set[int]] = defaultdict(set)
        for number, label in enumerate(self.labels):
            self._whole[label.letters].append(label)
            self._whole[tuple(sorted(label.words))].append(label)
            for word in label.words:
                self._labels_with[word].add(number)
                self._places_with[word].add(label.place)
        self._described_with = {word: set(held) for word, held in self._places_with.items()}
        for place, (_, _, muscle) in enumerate(listed):
            for word in words_of(muscle):
                self._described_with.setdefault(word, set()).add(place)
        self.words = tuple(self._described_with)
        """Every word there is."""
        self._by_letters = sorted(self.labels, key=_letters)
        self.letters = tuple(map(_letters, self._by_letters))
        """Of each label, in order."""

    def knows(self, word: str) -> bool:
        """Whether any exercise is called or described so."""
        return word in self._described_with

    def whole(self, words: Words) -> Sequence[Label]:
        """The labels of exactly these letters."""
        return self._whole.get(joined(words), ())

    def reordered(self, words: Words) -> Sequence[Label]:
        """The labels of exactly these words in any order."""
        return self._whole.get(tuple(sorted(words)), ())

    def begun(self, letters: str) -> Iterator[Label]:
        """The labels that begin with these letters, whatever stands between them."""
        for at in range(bisect_left(self.letters, letters), len(self.letters)):
            if not self.letters[at].startswith(letters):
                return
            yield self._by_letters[at]

    def lettered(self, at: int) -> Label:
        """The label at that place of `letters`."""
        return self._by_letters[at]

    def costs(self, words: Words, nearness: Nearness) -> list[Mapping[str, float]]:
        """For each typed word: what the words are that it may mean, and what each costs."""
        return [_meant(self, typed, nearness) for typed in words]

    def with_all(self, costs: Sequence[Mapping[str, float]]) -> Iterator[Label]:
        """The labels that hold a word for each typed one."""
        for number in _in_all(costs, self._labels_with):
            yield self.labels[number]

    def places_with_all(self, costs: Sequence[Mapping[str, float]]) -> set[int]:
        """The exercises whose labels hold, taken together, a word for each typed one."""
        return _in_all(costs, self._places_with)

    def described_by_all(self, costs: Sequence[Mapping[str, float]]) -> set[int]:
        """The exercises whose labels and primary muscle hold a word for each typed one."""
        return _in_all(costs, self._described_with)


def index_of(exercises: Iterable[Exercise]) -> NameIndex:
    """The index of these exercises; made anew only where a name or an alias is another."""
    return _index(tuple((one.name, one.aliases, one.primary) for one in exercises))


@lru_cache(maxsize=4)
def _index(named: tuple[Named, ...]) -> NameIndex:
    return NameIndex(named)


@lru_cache(maxsize=256)
def _meant(index: NameIndex, typed: str, nearness: Nearness) -> Mapping[str, float]:
    # Of a query that grows letter by letter only the last word is new.
    meant = {word: cost for word in index.words if (cost := nearness(typed, word)) is not None}
    if typed in meant:
        # It may be typed to the end: `press` is rather a press than a pressdown.
        meant = {word: cost + _LONGER * (word != typed) for word, cost in meant.items()}
    if typed in _SAME:
        meant |= {word: _ANOTHER_WORD for word in _SAME - {typed} if index.knows(word)}
    return meant


def _labels(named: Iterable[Named]) -> Iterator[Label]:
    for place, (name, aliases, _) in enumerate(named):
        for number, text in enumerate((name, *aliases)):
            words = words_of(text)
            yield Label(place, words, joined(words), is_alias=number > 0)


def _letters(label: Label) -> str:
    return label.letters


def _in_all(costs: Sequence[Mapping[str, float]], holders: Mapping[str, set[int]]) -> set[int]:
    held: set[int] | None = None
    for meant in costs:
        here: set[int] = set().union(*(holders.get(word, ()) for word in meant))
        held = here if held is None else held & here
        if not held:
            return set()
    return held or set()
