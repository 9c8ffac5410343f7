"""Muscles and the groups they belong to."""

GROUPS: dict[str, str] = {
    "front delts": "shoulders",
    "side delts": "shoulders",
    "rear delts": "shoulders",
    "delts": "shoulders",
    "lats": "back",
    "mid back": "back",
    "upper back": "back",
    "traps": "back",
    "lower back": "lower back",
    "brachialis": "biceps",
    "glute medius": "glutes",
    "abs": "core",
    "obliques": "core",
}
"""The group of a muscle; a muscle that is not named here is its own group."""

LOWER_BODY = frozenset(
    {"quads", "hamstrings", "glutes", "glute medius", "adductors", "calves", "full body"}
)
"""Muscles whose lifts move in larger steps of load."""


def group_of(muscle: str) -> str:
    """The group a muscle belongs to.

    >>> group_of("rear delts"), group_of("biceps")
    ('shoulders', 'biceps')
    """
    return GROUPS.get(muscle, muscle)
