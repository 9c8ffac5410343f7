"""An exercise, and what its class says about failure."""

from dataclasses import dataclass, field
from enum import StrEnum

from tracker.load import Load, kg
from tracker.safety import NOTHING_SAID, Safety


class Mechanic(StrEnum):
    """How many joints move."""

    COMPOUND = "compound"
    ISOLATION = "isolation"


class Level(StrEnum):
    """Low, medium or high: technical difficulty or neurological demand."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Policy(StrEnum):
    """How far a set of the exercise may go (guidance, section 7)."""

    NEVER = "never"
    TECHNICAL = "technical"
    ABSOLUTE_STAR = "absolute*"
    """Technical preferred, absolute tolerated with a caution."""
    ABSOLUTE = "absolute"


class ExerciseClass(StrEnum):
    """The class the rules speak of."""

    OLY = "OLY"
    """Olympic lifts and their ballistic derivatives."""
    SQDL = "SQDL"
    """Squat and deadlift families, and all else of high demand."""
    FWC = "FWC"
    """Other free-weight compounds."""
    MC = "MC"
    """Machine, Smith and cable compounds, and light floor compounds."""
    ISO = "ISO"
    """Isolation."""


class Spot(StrEnum):
    """What keeps a failed rep from hurting."""

    NO = "no"
    RECOMMENDED = "recommended"
    REQUIRED = "required"
    SAFETY_STOPS = "safety stops"
    BAIL_AREA = "bail area"


class Measure(StrEnum):
    """What a set of the exercise is counted in."""

    REPS = "reps"
    TIME = "time"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the catalogue, or one of the lifter's own."""

    id: int
    """The store's number; 0 where it is not stored."""
    name: str
    mechanic: Mechanic = Mechanic.COMPOUND
    equipment: str = "other"
    olympic: str = "no"
    """`no`, `yes`, or `deriv` for a ballistic derivative."""
    family: str = ""
    """`bench`, `squat`, `curl` …: lifts that stand in for each other."""
    primary: str = ""
    """The muscle trained first."""
    secondary: tuple[str, ...] = ()
    technical: Level = Level.MEDIUM
    neurological: Level = Level.MEDIUM
    """The demand that the fatigue budget multiplies by."""
    policy: Policy = Policy.TECHNICAL
    spot: Spot = Spot.NO
    step: Load = field(default_factory=lambda: kg("2.5"))
    """One press of the up key."""
    bar: Load | None = None
    """The bar in use, as the lifter said; None for the usual one of its equipment, if any."""
    rest_seconds: int = 180
    """Rest after an ordinary work set."""
    measure: Measure = Measure.REPS
    is_bodyweight: bool = False
    """The body is the load; a number added or taken off is signed."""
    is_per_hand: bool = False
    """The load is given for one hand or one side; volume counts both."""
    aliases: tuple[str, ...] = ()
    is_custom: bool = False
    is_classified: bool = True
    """False for an exercise of the lifter's own whose five questions are unanswered."""
    set_up: str = ""
    """Seat, pin, grip: shown under the name."""
    safety: Safety = NOTHING_SAID
    """What the lifter said stands by for this lift, remembered across sessions."""

    @property
    def exercise_class(self) -> ExerciseClass:
        """The class the rules speak of, from Olympic mark and policy."""
        if self.olympic != "no":
            return ExerciseClass.OLY
        return {
            Policy.NEVER: ExerciseClass.SQDL,
            Policy.TECHNICAL: ExerciseClass.FWC,
            Policy.ABSOLUTE_STAR: ExerciseClass.MC,
            Policy.ABSOLUTE: ExerciseClass.ISO,
        }[self.policy]

    @property
    def muscles(self) -> tuple[str, ...]:
        """The primary muscle, then the secondary ones."""
        return (self.primary, *self.secondary) if self.primary else self.secondary

    @property
    def is_guided(self) -> bool:
        """Whether the guide speaks of it: timed and cardio exercises stand outside."""
        return self.measure is Measure.REPS
