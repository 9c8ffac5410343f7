"""The bench gate before techniques past failure: 225 lb × 8 on the flat barbell bench press.

The article's own rule; no study stands behind the number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracker.exercise import Exercise
from tracker.one_rep_max import estimate
from tracker.performed import PerformedSet
from tracker.profile import Profile, Sex
from tracker.settings import Settings

GATE_LIFT = "Bench Press (Barbell)"
"""The one lift that opens the gate."""
_SHARE_OF_BODY = {Sex.MALE: 1.5, Sex.FEMALE: 1.0}
"""`gate.mode = relative`: one-rep maximum on the bench against body weight."""


class GateState(StrEnum):
    """How far the gate is open."""

    MET = "met"
    ESTIMATED = "estimated"
    """The estimate says that the lifter could; the set itself was not logged."""
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate at an instant."""

    state: GateState
    mode: str
    """`absolute225`, `relative` or `off`."""
    best: PerformedSet | None = None
    """The bench set that speaks best for the lifter."""
    missing: str = ""
    """What has to be told before the gate can be judged; empty where nothing."""
    is_accepted: bool = True
    """Whether the state lets the lifter past, an estimate accepted or not."""

    @property
    def best_text(self) -> str:
        """The best bench set as it is said."""
        if self.best is None or self.best.load is None:
            return "no bench press logged"
        return f"{self.best.load} × {self.best.reps}"


def is_gate_lift(exercise: Exercise) -> bool:
    """Whether the exercise is the flat barbell bench press."""
    return exercise.name == GATE_LIFT


def gate(
    bench: Iterable[PerformedSet], now: datetime, profile: Profile, settings: Settings
) -> Gate:
    """The gate, judged by the flat barbell bench press work sets known."""
    mode = settings.word("gate.mode")
    oldest = now - timedelta(hours=24 * settings.whole("gate.max_age_days"))
    sets = [one for one in bench if one.is_work_set and one.load and oldest <= one.at <= now]
    best = max(sets, key=_strength, default=None)
    if mode == "off":
        return Gate(GateState.MET, mode, best)
    if mode == "relative":
        return _relative(best, profile)
    state = _absolute(sets, settings)
    accepted = state is GateState.MET or (
        state is GateState.ESTIMATED and settings.is_on("gate.accept_estimated")
    )
    return Gate(state, mode, best, is_accepted=accepted)


def _one_rep_max(performed: PerformedSet) -> int:
    if performed.load is None or performed.reps is None:
        return 0
    estimated = estimate(performed.load.grams, performed.reps, performed.rir)
    return estimated.grams if estimated else 0


def _strength(performed: PerformedSet) -> tuple[int, int, int]:
    grams = performed.load.grams if performed.load else 0
    return _one_rep_max(performed), grams, performed.reps or 0


def _absolute(sets: Iterable[PerformedSet], settings: Settings) -> GateState:
    grams = round(settings.number("gate.load_kg") * 1000)
    reps = settings.whole("gate.reps")
    asked = estimate(grams, reps, 0)
    state = GateState.NOT_MET
    for one in sets:
        if one.load and one.load.grams >= grams and (one.reps or 0) >= reps:
            return GateState.MET
        if asked is not None and _one_rep_max(one) >= asked.grams:
            state = GateState.ESTIMATED
    return state


def _relative(best: PerformedSet | None, profile: Profile) -> Gate:
    missing = [
        name
        for name, value in (("sex", profile.sex), ("body weight", profile.body_weight))
        if value is None
    ]
    if profile.sex is None or profile.body_weight is None:
        said = " and ".join(missing)
        return Gate(GateState.NOT_MET, "relative", best, said, is_accepted=False)
    asked = profile.body_weight.grams * _SHARE_OF_BODY[profile.sex]
    is_met = best is not None and _one_rep_max(best) >= asked
    state = GateState.MET if is_met else GateState.NOT_MET
    return Gate(state, "relative", best, is_accepted=is_met)


def asked_text(profile: Profile, settings: Settings) -> str:
    """What the gate asks for, in words and in the lifter's unit."""
    if settings.word("gate.mode") == "relative":
        share = _SHARE_OF_BODY.get(profile.sex, 1.5) if profile.sex else 1.5
        return f"a bench press maximum of {share:g} × your body weight"
    return f"{gate_load_text(settings)} × {settings.whole('gate.reps')} on the bench"


def gate_load_text(settings: Settings) -> str:
    """The gate's load: 225 lb, and in kilograms what a bar can be loaded to."""
    kilograms = settings.number("gate.load_kg")
    if abs(kilograms - 102.058) < 0.001:
        return "225 lb (102.5 kg)"
    return f"{kilograms:g} kg"
