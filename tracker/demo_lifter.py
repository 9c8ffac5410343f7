"""The invented lifter of the demo: what they train, how strong they are, how they are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from tracker.effort import FailureType
from tracker.load import LoadKind, Unit, kg
from tracker.profile import Profile, Sex, TrainingLevel


@dataclass(frozen=True, slots=True)
class DemoLift:
    """One lift of the split, as it stands at the year's end."""

    name: str
    """The catalogue's name."""
    load: Decimal
    """Kilograms of a work set now."""
    reps: int
    """Reps aimed at; seconds for a timed lift."""
    sets: int = 3
    rest: int = 120
    """Seconds between work sets."""
    step: Decimal = Decimal("2.5")
    kind: LoadKind = LoadKind.TOTAL
    gain: float = 0.12
    """Share of the load that was not there before years of training."""
    warm_ups: tuple[tuple[Decimal, int], ...] = ()
    """Share of the work load and reps of each warm-up set."""
    temptation: float = 0.0
    """How readily its last set is taken to the limit, 0 to 1."""
    limit: FailureType = FailureType.TECHNICAL
    """How it fails when it does."""


@dataclass(frozen=True, slots=True)
class ScriptedSet:
    """A set of the last fortnight that is written down and not drawn by lot."""

    reps: int
    rir: float
    failure: FailureType | None = None
    has_drop: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class DemoLifter:
    """Who trains, on which days, and what."""

    week: Mapping[int, str]
    """Days before the week's last day, 1 to 7, and the title trained on it."""
    split: Mapping[str, tuple[DemoLift, ...]]
    """The lifts of each title, in order."""
    extra_sets: int = 0
    """Work sets done beyond the split's."""
    is_human: bool = True
    """Takes holidays and lighter weeks, misses and moves sessions."""
    boldness: float = 1.0
    """How much more readily than usual the limit is gone to."""
    script: Mapping[tuple[int, str], tuple[ScriptedSet, ...]] = field(default_factory=dict)
    """By days back and lift: sets that are written down."""
    quiet_days: int = 0
    """Days back within which no failure is drawn by lot."""


DEMO_PROFILE = Profile(
    level=TrainingLevel.INTERMEDIATE, unit=Unit.KG, body_weight=kg(82), sex=Sex.MALE
)
"""The demo's lifter as they describe themselves."""

_HEAVY = ((Decimal("0.3"), 10), (Decimal("0.5"), 8), (Decimal("0.75"), 4))
_MEDIUM = ((Decimal("0.5"), 10),)
_TECHNICAL = FailureType.TECHNICAL
_ABSOLUTE = FailureType.ABSOLUTE
_ONE = Decimal(1)
_TWO = Decimal(2)

PRESS = "Bench Press (Barbell)"
"""The lift that is taken to technical failure now and then."""
CURL = "Preacher Curl (Barbell)"
"""The lift that is taken all the way."""

SPLIT: Mapping[str, tuple[DemoLift, ...]] = MappingProxyType(
    {
        "Push": (
            DemoLift(PRESS, Decimal(80), 8, rest=170, gain=0.18, warm_ups=_MEDIUM, temptation=0.8),
            DemoLift("Overhead Press (Barbell)", Decimal(50), 8, rest=150, warm_ups=_MEDIUM),
            DemoLift("Incline Bench Press (Dumbbell)", Decimal(28), 10, step=_TWO),
            DemoLift("Cable Crossover (Cable)", Decimal(15), 12, rest=75),
            DemoLift(
                "Lateral Raise (Dumbbell)", Decimal(11), 14, rest=70, step=_ONE, temptation=0.4
            ),
        ),
        "Pull": (
            DemoLift(
                "Deadlift (Barbell)",
                Decimal("142.5"),
                5,
                rest=210,
                gain=0.16,
                warm_ups=_HEAVY,
                temptation=0.05,
            ),
            DemoLift(
                "Pull Up (Weighted)", Decimal("7.5"), 7, 3, 150, kind=LoadKind.ADDED, gain=0.5
            ),
            DemoLift("Bent Over Row (Barbell)", Decimal(75), 9, rest=140, warm_ups=_MEDIUM),
            DemoLift("Seated Row (Cable)", Decimal(60), 11, rest=100),
            DemoLift("Face Pull (Cable)", Decimal("22.5"), 15, rest=70),
        ),
        "Legs": (
            DemoLift("Squat (Barbell)", Decimal("112.5"), 6, rest=200, gain=0.16, warm_ups=_HEAVY),
            DemoLift("Romanian Deadlift (Barbell)", Decimal(95), 9, rest=150, warm_ups=_MEDIUM),
            DemoLift("Leg Press", Decimal(190), 11, rest=140, step=Decimal(5)),
            DemoLift("Leg Extension (Machine)", Decimal("57.5"), 13, rest=80, temptation=0.4),
            DemoLift("Lying Leg Curl (Machine)", Decimal(45), 11, rest=80, temptation=0.2),
            DemoLift("Standing Calf Raise (Machine)", Decimal(85), 13, rest=60),
            DemoLift("Plank", Decimal(0), 60, 2, 60),
        ),
        "Arms": (
            DemoLift("Skullcrusher (Barbell)", Decimal("32.5"), 10, rest=110, warm_ups=_MEDIUM),
            DemoLift("Hammer Curl (Dumbbell)", Decimal(14), 11, rest=80, step=_ONE),
            DemoLift(CURL, Decimal(30), 10, rest=110, temptation=1.0, limit=_ABSOLUTE),
            DemoLift(
                "Triceps Rope Pushdown (Cable)",
                Decimal(25),
                13,
                rest=75,
                temptation=0.7,
                limit=_ABSOLUTE,
            ),
            DemoLift("Hanging Leg Raise", Decimal(0), 12, 3, 70, kind=LoadKind.BODYWEIGHT),
        ),
    }
)
"""Four days a week: three for the big lifts, one for the arms."""

_SCRIPT = {
    (9, CURL): (
        ScriptedSet(10, 2),
        ScriptedSet(10, 1),
        ScriptedSet(9, 0, _ABSOLUTE),
    ),
    (7, PRESS): (
        ScriptedSet(8, 2),
        ScriptedSet(8, 1, note="left elbow"),
        ScriptedSet(7, 0, _TECHNICAL),
    ),
    (2, CURL): (
        ScriptedSet(10, 2),
        ScriptedSet(10, 1),
        ScriptedSet(9, 0, _ABSOLUTE, has_drop=True),
    ),
}

ALEX = DemoLifter(
    week={2: "Arms", 4: "Pull", 5: "Legs", 7: "Push"},
    split=SPLIT,
    script=_SCRIPT,
    quiet_days=22,
)
"""Trains four days a week and mostly obeys; the last fortnight is written down."""

TIRELESS = DemoLifter(
    week={
        1: "Pull",
        2: "Arms",
        3: "Legs",
        4: "Push",
        5: "Pull",
        6: "Legs",
        7: "Push",
    },
    split=SPLIT,
    extra_sets=2,
    is_human=False,
)
"""Trains every day of a lifetime, about thirty sets a visit: for measuring."""
