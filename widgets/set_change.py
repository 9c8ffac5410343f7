"""What changed between two states of a set, in words."""

from tracker.performed import PerformedSet
from tracker.session import Session
from widgets.columns import one_line
from widgets.set_cells import count_text, effort_text, past_text

NOTHING = "nothing"


def set_name(session: Session, set_id: int) -> str:
    """The set as one speaks of it: `Preacher Curl set 3`, `Squat warm-up`."""
    for block in session.blocks:
        number = 0
        for one in block.sets:
            number += not one.warm_up
            if one.id == set_id:
                lift = block.exercise.name.partition(" (")[0]
                return f"{lift} warm-up" if one.warm_up else f"{lift} set {number}"
    return "the set"


def changes(before: PerformedSet, after: PerformedSet) -> str:
    """What differs: `RIR 0 absolute → 1`; empty where nothing does."""
    kinds = {True: "warm-up", False: "work set"}
    pairs = (
        ("", kinds[before.warm_up], kinds[after.warm_up]),
        ("", str(before.load or NOTHING), str(after.load or NOTHING)),
        ("reps ", count_text(before) or NOTHING, count_text(after) or NOTHING),
        ("RIR ", effort_text(before), effort_text(after)),
        ("past it ", past_text(before) or NOTHING, past_text(after) or NOTHING),
        ("note ", _quoted(before.note), _quoted(after.note)),
    )
    return ", ".join(f"{what}{old} → {new}" for what, old, new in pairs if old != new)


def _quoted(note: str) -> str:
    return f"“{one_line(note)}”" if note else NOTHING
