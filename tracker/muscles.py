"""The muscles an exercise can train, and the groups they belong to."""

from collections.abc import Mapping
from types import MappingProxyType

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "chest": ("chest",),
        "shoulders": ("front delts", "side delts", "rear delts", "rotator cuff"),
        "back": ("lats", "mid back", "traps"),
        "lower back": ("lower back",),
        "biceps": ("biceps", "brachialis"),
        "triceps": ("triceps",),
        "forearms": ("forearms",),
        "core": ("abs", "obliques"),
        "hips": ("hip flexors", "adductors"),
        "glutes": ("glutes", "glute medius"),
        "quads": ("quads",),
        "hamstrings": ("hamstrings",),
        "calves": ("calves", "shins"),
        "neck": ("neck",),
        "full body": ("full body",),
    }
)
"""Group → its muscles: pain in one muscle speaks for its whole group."""

MUSCLES: tuple[str, ...] = tuple(muscle for muscles in GROUPS.values() for muscle in muscles)
"""Every muscle name there is; the catalogue uses no other."""

_GROUP: Mapping[str, str] = MappingProxyType(
    {muscle: group for group, muscles in GROUPS.items() for muscle in muscles}
)


def group_of(muscle: str) -> str:
    """The group a muscle belongs to; a name that is no muscle of ours stands for itself.

    >>> group_of("rear delts"), group_of("brachialis"), group_of("chest")
    ('shoulders', 'biceps', 'chest')
    """
    return _GROUP.get(muscle, muscle)
