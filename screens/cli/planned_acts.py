"""Verdicts shown before a set, and what the lifter then did."""

from datetime import timedelta

from screens.acts import PENDING, act_of, outcome_of
from screens.cli.call import Call
from screens.cli.set_writing import Written
from tracker.exercise import Exercise
from tracker.guidance.advice import Guidance
from tracker.session import Session
from tracker.store import Act


def record_act(call: Call, session: Session, exercise: Exercise, verdict: Guidance) -> None:
    """Keep that a planned failure was judged, unless the same verdict is still pending."""
    act = act_of(verdict, call.now, exercise.name, session)
    if all(one.rules != act.rules for one in _pending(call, session, exercise)):
        call.store.keeping.record_act(act)


def settle_acts(call: Call, session: Session, written: Written) -> None:
    """Say of the verdicts still pending on the lift whether they were heeded."""
    block = next((one for one in session.blocks if one.id == written.block_id), None)
    if block is None or not any(one.id in written.set_ids for one in block.work_sets):
        return
    pending = _pending(call, session, block.exercise)
    if not pending:
        return
    outcome = outcome_of(call.coach, call.now, session, block.id, written.set_ids)
    for act in pending:
        call.store.keeping.settle_act(act.id, outcome)


def _pending(call: Call, session: Session, exercise: Exercise) -> list[Act]:
    since = session.started_at - timedelta(seconds=1)
    return [
        act
        for act in call.store.history.acts(since, call.now)
        if act.outcome == PENDING and act.session_id == session.id and act.exercise == exercise.name
    ]
