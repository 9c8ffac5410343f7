"""How near a typed word is to a word of a name: begun, spelt by ear, or mistyped."""

from functools import lru_cache

from rapidfuzz.distance import OSA

WHOLE = 0.0
"""The word itself."""
BEGUN = 2.0
"""The first letters of it."""
BY_EAR = 7.0
"""It sounds the same: `skwat`, `latteral`, `dumbel`."""
A_SLIP = 10.0
"""Each letter too many, too few, wrong, or swapped with its neighbour."""

_SHORTEST_BY_EAR = 3
_SOUNDS = (("ph", "f"), ("qu", "kw"), ("ck", "k"), ("c", "k"), ("z", "s"), ("y", "i"))


def begins(typed: str, word: str) -> float | None:
    """What the typed letters cost if they begin the word; None where they do not."""
    if not word.startswith(typed):
        return None
    return WHOLE if len(typed) == len(word) else BEGUN


def forgiven(typed: str, word: str) -> float | None:
    """What the typed letters cost where they may be misspelt; None where they mean another word."""
    cost = begins(typed, word)
    # People err in the first letter only by swapping it with the second.
    if cost is not None or (typed[0] not in word[:2] and word[0] not in typed[:2]):
        return cost
    heard = sound(typed)
    if len(heard) >= _SHORTEST_BY_EAR and sound(word).startswith(heard):
        return BY_EAR + (begins(heard, sound(word)) or WHOLE)
    slips = _slips(typed, word)
    if slips is not None:
        return A_SLIP * slips
    if heard == typed and sound(word) == word:
        return None
    slips = _slips(heard, sound(word))
    return None if slips is None else BY_EAR + A_SLIP * slips


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """The word by ear: one letter for one sound, none of them doubled."""
    for spelling, heard in _SOUNDS:
        word = word.replace(spelling, heard)
    return "".join(one for at, one in enumerate(word) if at == 0 or word[at - 1] != one)


def slips_allowed(letters: int) -> int:
    """How many slips a word of so many letters may hold and still be that word."""
    return 0 if letters < 3 else 1 if letters < 7 else 2


def _slips(typed: str, word: str) -> float | None:
    most = slips_allowed(len(typed))
    if not most:
        return None
    if len(typed) == 3 and len(word) == 3:
        # With three letters a wrong one makes another word; only a swap is a slip.
        return 1.0 if sorted(typed) == sorted(word) else None
    if len(typed) < 4 or len(word) + most < len(typed):
        return None
    whole = OSA.distance(typed, word, score_cutoff=most)
    if whole <= most:
        return float(whole)
    # Half typed, and a slip in that half.
    if len(word) <= len(typed):
        return None
    ends = (len(typed) - 1, len(typed), len(typed) + 1)
    begun = min(OSA.distance(typed, word[:end], score_cutoff=most) for end in ends)
    return begun + 0.2 if begun <= most else None
