"""How well the names of exercises answer a query: by points, of which only the order matters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from screens.misspelling import A_SLIP, BEGUN, begins, forgiven, slips_allowed
from screens.name_index import Label, NameIndex, Nearness, Words, spelt_out
from tracker.naming import joined

LEAST_RATIO = 62.0
"""How alike (of 100) a mistyped name must be to be offered."""

_ONE_WORD_RATIO = 75.0
"""How alike a single word must be to be meant: `hyperextnsoins`."""

_NAME, _ALIAS, _REORDERED = 600.0, 500.0, 400.0
"""Exactly what was typed, to the letter or with its words in another order: so far apart that no
use of another lift comes between."""
_FITS = 200.0
"""One name or alias holds every typed word, or the first letters of it."""
_SCATTERED = 165.0
"""The name and the aliases hold them together."""
_DESCRIBED = 120.0
"""The muscle that it trains must help."""

_NOTHING_LEFT = 20.0
"""Gained where several words were typed and are all the name has."""
_IN_ORDER, _ALIAS_IN_ORDER = 15.0, 6.0
"""Gained where the name, or an alias, begins as typed."""
_A_WORD_LEFT = 4.0
"""Lost for each word of the name that was not typed."""
_A_WORD_TWICE = 6.0
"""Lost where one word of the name must serve for two typed ones."""
_AN_ALIAS, _ONLY_AN_ALIAS = 2.0, 3.0
"""Lost where an alias is meant, and once more where the name does not hold the words as well."""
_SPELT_OUT = 1.0
"""Lost where the query was written out, or a space taken out of it."""

Scores = dict[int, float]
"""Place in the list → how well the exercise there answers the query."""


def abbreviated(typed: Words, index: NameIndex) -> Scores:
    """Scores of what holds each typed word, or begins with the typed letters."""
    scores: Scores = {}
    for words, penalty in _readings(typed):
        _raise(scores, _held(words, index, begins), penalty)
        _raise(scores, _described(words, index), penalty)
        _raise(scores, _begun(words, index), penalty)
        _raise(scores, _exact(words, index), penalty)
    return scores


def misspelt(typed: Words, index: NameIndex) -> Scores:
    """Scores of what the typed words may mean with typing errors."""
    letters = joined(typed)
    scores = _mistyped(typed, index)
    if not scores and len(letters) > 3:
        _raise(scores, _resembling(letters, index), 0.0)
    return scores


def is_all_meant(typed: Words, index: NameIndex) -> bool:
    """Whether one exercise has every typed word, whole, begun or with typing errors.

    A word that stands alone may hold more errors than one beside others.
    """
    if abbreviated(typed, index) or _mistyped(typed, index):
        return True
    letters = joined(typed)
    return len(typed) == 1 and len(letters) > 3 and _best_ratio(letters, index) >= _ONE_WORD_RATIO


def _mistyped(typed: Words, index: NameIndex) -> Scores:
    """Scores of what has each typed word, or all the letters, with typing errors."""
    letters = joined(typed)
    # Too few letters resemble everything; a typing error shows only in a longer word.
    if len(letters) < 3:
        return {}
    scores: Scores = {}
    for words, penalty in (*_readings(typed), *_closed_up(typed)):
        _raise(scores, _held(words, index, forgiven), penalty)
    _raise(scores, _slipped(letters, index), 0.0)
    return scores


def _best_ratio(letters: str, index: NameIndex) -> float:
    """How alike the likest name or alias is, of 100; 0 where none is near."""
    found = process.extractOne(letters, index.letters, scorer=fuzz.ratio, score_cutoff=LEAST_RATIO)
    return float(found[1]) if found else 0.0


def _readings(typed: Words) -> Iterator[tuple[Words, float]]:
    """The query as it stands, and with what is short written out; with what that costs."""
    yield typed, 0.0
    long = spelt_out(typed)
    if long != typed:
        yield long, _SPELT_OUT


def _closed_up(typed: Words) -> Iterator[tuple[Words, float]]:
    """The query with one space taken out, as in `pul ups`; with what that costs."""
    if len(typed) > 2:
        for at in range(len(typed) - 1):
            yield (*typed[:at], typed[at] + typed[at + 1], *typed[at + 2 :]), _SPELT_OUT


def _raise(scores: Scores, found: Iterable[tuple[int, float]], penalty: float) -> None:
    """Keep the best score of each."""
    for place, score in found:
        scores[place] = max(scores.get(place, 0.0), score - penalty)


def _exact(words: Words, index: NameIndex) -> Iterator[tuple[int, float]]:
    """What is called exactly so."""
    for label in index.whole(words):
        yield label.place, _ALIAS if label.is_alias else _NAME
    for label in index.reordered(words):
        yield label.place, _REORDERED - _alias(label)


def _held(words: Words, index: NameIndex, nearness: Nearness) -> Iterator[tuple[int, float]]:
    """What holds each typed word: in a name, in an alias, or in all of them together."""
    costs = index.costs(words, nearness)
    found = tuple(index.with_all(costs))
    named = {label.place for label in found if not label.is_alias}
    for label in found:
        cost = _cost(label.words, costs) + _alias(label)
        # Of two that are called so, the one whose name says it too.
        cost += 0.0 if label.place in named else _ONLY_AN_ALIAS
        yield label.place, _FITS + _orderly(label, costs) - cost
    if len(words) > 1:
        for place in index.places_with_all(costs):
            yield place, _SCATTERED - _scattered_cost(index.names[place], costs)


def _described(words: Words, index: NameIndex) -> Iterator[tuple[int, float]]:
    """What trains the muscle that is typed, with other words of its name or without."""
    costs = index.costs(words, begins)
    for place in index.described_by_all(costs):
        yield place, _DESCRIBED - _scattered_cost(index.names[place], costs)


def _begun(words: Words, index: NameIndex) -> Iterator[tuple[int, float]]:
    """What begins with the typed letters, though the spaces are elsewhere or missing."""
    letters = joined(words)
    for label in index.begun(letters):
        after, into = _end(len(letters), label.words)
        # One letter too many is a slip, not the begin of the next word: `press s`, not `presss`.
        if into > 1 if len(words) > 1 else into < len(letters):
            order = _ALIAS_IN_ORDER - _ONLY_AN_ALIAS if label.is_alias else _IN_ORDER
            yield label.place, _FITS + order - after * _A_WORD_LEFT - _alias(label) - BEGUN


def _slipped(letters: str, index: NameIndex) -> Iterator[tuple[int, float]]:
    """What is meant where an error stands beside a space: `pul up`, `leg pres s`."""
    most = slips_allowed(len(letters))
    for _, slips, at in process.extract_iter(
        letters, index.letters, scorer=OSA.distance, score_cutoff=most
    ):
        yield index.lettered(at).place, _FITS - A_SLIP * slips - _alias(index.lettered(at))


def _resembling(letters: str, index: NameIndex) -> Iterator[tuple[int, float]]:
    """What is like it on the whole: the last resort."""
    for _, ratio, at in process.extract_iter(
        letters, index.letters, scorer=fuzz.ratio, score_cutoff=LEAST_RATIO
    ):
        yield index.lettered(at).place, ratio - _alias(index.lettered(at))


def _alias(label: Label) -> float:
    return _AN_ALIAS if label.is_alias else 0.0


def _cost(words: Words, costs: Sequence[Mapping[str, float]]) -> float:
    """What the typed words cost as words of the label, each of which serves once."""
    total = 0.0
    taken: set[int] = set()
    for meant in costs:
        best, best_at = _A_WORD_TWICE + _FITS, -1
        for at, word in enumerate(words):
            cost = meant.get(word)
            if cost is not None and (cost := cost + _A_WORD_TWICE * (at in taken)) < best:
                best, best_at = cost, at
        total += best
        taken.add(best_at)
    return total


def _scattered_cost(name: Words, costs: Sequence[Mapping[str, float]]) -> float:
    """What the typed words cost where aliases lend some, and the words of the name left over."""
    unsaid = sum(not any(word in meant for meant in costs) for word in name)
    return sum(min(meant.values()) for meant in costs) + _A_WORD_LEFT * unsaid


def _orderly(label: Label, costs: Sequence[Mapping[str, float]]) -> float:
    """What the label gains when nothing of it is left over, or when it begins as typed."""
    left = len(label.words) - len(costs)
    said = [any(word in meant for meant in costs) for word in label.words]
    if left == 0 and len(said) > 1 and all(said):
        return _NOTHING_LEFT
    is_begun = left >= 0 and all(
        word in meant for meant, word in zip(costs, label.words, strict=False)
    )
    gained = (_ALIAS_IN_ORDER if label.is_alias else _IN_ORDER) if is_begun else 0.0
    return gained - _A_WORD_LEFT * max(0, left)


def _end(letters: int, words: Words) -> tuple[int, int]:
    """How many words follow the one in which so many letters end, and how far into it they go."""
    for number, word in enumerate(words, 1):
        if letters <= len(word):
            return len(words) - number, letters
        letters -= len(word)
    return 0, letters
