"""Verdicts shown before a set, and what the lifter then did."""

from collections.abc import Sequence
from datetime import timedelta

from screens.cli.call import Call
from screens.cli.set_writing import Written
from tracker.exercise import Exercise
from tracker.failure import is_failure
from tracker.guidance.advice import Advice, Severity
from tracker.session import Session
from tracker.store import Act

PENDING, HEEDED, OVERRIDDEN = "pending", "heeded", "overridden"
"""What may become of a verdict."""


def record_act(call: Call, session: Session, exercise: Exercise, advice: Sequence[Advice]) -> None:
    """Keep that a planned failure was judged, unless the same verdict is still pending."""
    grave = [one for one in advice if one.severity > Severity.INFO]
    if not grave:
        return
    rules = tuple(one.rule for one in grave)
    for act in _pending(call, session, exercise):
        if act.rules == rules:
            return
    gravest = max(one.severity for one in grave)
    call.store.keeping.record_act(
        Act(call.now, exercise.name, rules, gravest.word, PENDING, session.id)
    )


def settle_acts(call: Call, session: Session, written: Written) -> None:
    """Say of the verdicts still pending on the lift whether they were heeded."""
    block = next((one for one in session.blocks if one.id == written.block_id), None)
    sets = [one for one in block.work_sets if one.id in written.set_ids] if block else []
    if block is None or not sets:
        return
    failed = any(is_failure(one, call.settings) for one in sets)
    for act in _pending(call, session, block.exercise):
        call.store.keeping.settle_act(act.id, OVERRIDDEN if failed else HEEDED)


def _pending(call: Call, session: Session, exercise: Exercise) -> list[Act]:
    since = session.started_at - timedelta(seconds=1)
    return [
        act
        for act in call.store.history.acts(since, call.now)
        if act.outcome == PENDING and act.session_id == session.id and act.exercise == exercise.name
    ]
