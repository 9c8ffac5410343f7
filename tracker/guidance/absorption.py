"""Which rule speaks for which others, so that nothing is said twice."""

from collections.abc import Iterable

from tracker.guidance.advice import Advice, Moment

ABSORBS: dict[str, frozenset[str]] = {
    "R01": frozenset({"R41", "R05"}),
    "R03": frozenset({"R02", "R04"}),
    "R28": frozenset({"R33", "R34", "R41", "R45"}),
    "R30": frozenset({"R33", "R34", "R41", "R45"}),
    "R32": frozenset({"R31", "R16"}),
    "R59": frozenset({"R57", "R58"}),
    "R64": frozenset({"R65", "R66", "R67", "R74"}),
    "R68": frozenset({"R67"}),
    "R78": frozenset({"R79"}),
}
"""By rule: those that it speaks for at any moment (guidance, section 2)."""

_AT_THE_END = {"R02": frozenset({"R05"})}
"""By rule: those that it speaks for when the exercise ends."""

ABSORBS_WHEN_SHOWN: dict[str, frozenset[str]] = {
    "R02": frozenset({"R52", "R54"}),
    "R05": frozenset({"R42", "R50"}),
    "R42": frozenset({"R50"}),
    "R43": frozenset({"R42", "R50", "R53"}),
    "R72": frozenset({"R56"}),
}
"""By rule: those that it speaks for among the lines shown (guidance, section 0a.3)."""


def absorbed(advices: Iterable[Advice]) -> tuple[Advice, ...]:
    """What is left after absorption, in the same order."""
    told = tuple(advices)
    spoken_for: set[str] = set()
    for one in told:
        spoken_for |= ABSORBS.get(one.rule, frozenset())
        if one.moment is Moment.EXERCISE_END:
            spoken_for |= _AT_THE_END.get(one.rule, frozenset())
    return tuple(one for one in told if one.rule not in spoken_for)
