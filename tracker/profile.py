"""What the lifter told us about themselves."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.load import Load, Unit


class TrainingLevel(StrEnum):
    """Training age as the lifter declares it."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Sex(StrEnum):
    """For the relative bench gate only."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Profile:
    """The lifter; kept in the database."""

    level: TrainingLevel = TrainingLevel.INTERMEDIATE
    unit: Unit = Unit.KG
    body_weight: Load | None = None
    sex: Sex | None = None
    lessons: frozenset[str] = frozenset()
    """Ids of rules whose once-ever lesson was given."""
