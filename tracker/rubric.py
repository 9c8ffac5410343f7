"""How an exercise is classified: five answers, two scores, one policy.

The scores and their limits are this program's own coding of the guide (section 7 of its rules),
reviewable row by row; they are no measurement.
"""

from dataclasses import dataclass

from tracker.exercise import Level, Policy

SPINE_NONE, SPINE_SOME, SPINE_HEAVY = 0, 1, 2
"""How much the load rests on the spine."""

GUIDED_EQUIPMENT = frozenset({"machine", "smith", "cable", "band"})
"""Equipment that keeps a failed rep harmless where the path is not free."""

_BARS = frozenset({"barbell", "trapbar"})
_NEVER_FAMILIES = frozenset({"squat", "deadlift"})
_HINGES = frozenset({"deadlift"})
_SMITH_WITH_STOPS = frozenset({"squat", "lunge", "row"})
_LIGHT_FLOOR = frozenset({"pushup", "row", "dip"})

_LARGE = frozenset({"chest", "lats", "mid back"})
_PRESSING = frozenset({"front delts", "triceps"})
_LEGS = frozenset(
    {"quads", "hamstrings", "glutes", "adductors", "glute medius", "lower back", "full body"}
)
_SMALL_HIPS = frozenset({"adductors", "glute medius"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked of an exercise; the muscle mass follows from its primary muscle."""

    joints: int = 2
    """Joints that move under load: 1, 2, or 3 for three and more."""
    is_free_path: bool = True
    """Nothing guides the load: barbell, dumbbell, kettlebell, or hanging from or on bars."""
    spine: int = SPINE_NONE
    """0 none, 1 some, 2 heavy load on the spine."""
    needs_balance: bool = False
    """Balance, overhead, or an implement in each hand."""
    is_ballistic: bool = False
    """Thrown, jumped or caught: the Olympic lifts and their kin."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The two sums a class is read from."""

    technical: int
    neurological: int


@dataclass(frozen=True, slots=True)
class Classification:
    """What the answers say about an exercise."""

    technical: Level
    technical_score: int
    neurological: Level
    neurological_score: int
    policy: Policy


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    text: str
    value: int | bool
    """What the field of `Answers` then holds."""


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions, in plain words."""

    field: str
    """The field of `Answers` it fills."""
    text: str
    choices: tuple[Choice, ...]
    """Easiest first."""


QUESTIONS: tuple[Question, ...] = (
    Question(
        "joints",
        "How many joints move?",
        (
            Choice("One, like a curl or a leg extension", 1),
            Choice("Two, like a bench press, a row or a hip hinge", 2),
            Choice("Three or more, like a squat or a deadlift", 3),
        ),
    ),
    Question(
        "is_free_path",
        "Is the path free?",
        (
            Choice("No: a machine, a Smith machine, a cable, a band or the floor guides it", False),
            Choice("Yes: a free weight, or you hang from a bar or hold yourself on bars", True),
        ),
    ),
    Question(
        "spine",
        "How much load rests on your spine?",
        (
            Choice("None: lying, supported, or held at the sides", SPINE_NONE),
            Choice("Some: a standing press, a bent row, dumbbells in a hinge", SPINE_SOME),
            Choice("Much: a bar on the back, or pulled from the floor", SPINE_HEAVY),
        ),
    ),
    Question(
        "needs_balance",
        "Does it need balance, go overhead, or use a weight in each hand?",
        (Choice("No", False), Choice("Yes", True)),
    ),
    Question(
        "is_ballistic",
        "Is it explosive: thrown, jumped or caught?",
        (Choice("No", False), Choice("Yes, like a clean, a snatch, a swing or a jump", True)),
    ),
)
"""Asked once for an exercise of the lifter's own."""


def muscle_mass(primary: str, joints: int) -> int:
    """How much muscle works: 0 small, 1 large upper or one leg joint, 2 legs and hips.

    >>> muscle_mass("biceps", 1), muscle_mass("quads", 1), muscle_mass("quads", 3)
    (0, 1, 2)
    """
    several = joints >= 2
    if primary in _LEGS:
        return 2 if several else int(primary not in _SMALL_HIPS)
    if primary in _LARGE or (several and primary in _PRESSING):
        return 1
    # An unnamed muscle is taken for a large one: the guide then asks for a little more care.
    return int(not primary)


def scores(answers: Answers, primary: str) -> Scores:
    """Technical T = joints + path + spine + balance + 3 if ballistic;
    neurological N = joints + muscle mass + spine + 1 if a free compound + 2 if ballistic.
    """
    joint_points = answers.joints - 1
    is_free_compound = answers.joints >= 2 and answers.is_free_path
    technical = joint_points + answers.is_free_path + answers.spine + answers.needs_balance
    neurological = joint_points + muscle_mass(primary, answers.joints) + answers.spine
    return Scores(
        technical + 3 * answers.is_ballistic,
        neurological + is_free_compound + 2 * answers.is_ballistic,
    )


def technical_level(score: int) -> Level:
    """Low to 1, medium to 4, high from 5."""
    return Level.LOW if score <= 1 else Level.MEDIUM if score <= 4 else Level.HIGH


def neurological_level(score: int) -> Level:
    """Low to 2, medium to 5, high from 6."""
    return Level.LOW if score <= 2 else Level.MEDIUM if score <= 5 else Level.HIGH


def classify(
    answers: Answers,
    primary: str = "",
    equipment: str = "other",
    family: str = "",
    olympic: str = "no",
) -> Classification:
    """The levels and the policy that follow from the answers."""
    sums = scores(answers, primary)
    technical = technical_level(sums.technical)
    neurological = neurological_level(sums.neurological)
    is_never = (
        olympic != "no"
        or answers.is_ballistic
        or Level.HIGH in (technical, neurological)
        or (equipment in _BARS and family in _NEVER_FAMILIES)
    )
    policy = Policy.NEVER if is_never else _policy_below_never(answers, equipment, family)
    return Classification(technical, sums.technical, neurological, sums.neurological, policy)


def _policy_below_never(answers: Answers, equipment: str, family: str) -> Policy:
    # A hip hinge moves one joint: a heavy spine keeps it from passing for an isolation lift.
    if answers.spine >= SPINE_HEAVY:
        return Policy.TECHNICAL
    if answers.joints == 1:
        return Policy.ABSOLUTE
    if answers.is_free_path:
        return Policy.TECHNICAL
    if equipment == "bodyweight":
        # Push-up, inverted row and bench dip: a failed rep ends on the floor, where it began.
        return Policy.ABSOLUTE_STAR if family in _LIGHT_FLOOR else Policy.TECHNICAL
    if equipment == "smith":
        return _smith_policy(answers, family)
    return Policy.ABSOLUTE_STAR if equipment in GUIDED_EQUIPMENT else Policy.TECHNICAL


def _smith_policy(answers: Answers, family: str) -> Policy:
    # Smith squat, split squat and row are allowed with the stops confirmed; a hinge is not.
    if family in _SMITH_WITH_STOPS:
        return Policy.ABSOLUTE_STAR
    is_loaded_hinge = family in _HINGES or answers.spine > SPINE_NONE
    return Policy.TECHNICAL if is_loaded_hinge else Policy.ABSOLUTE_STAR
