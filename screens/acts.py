"""What became of a verdict shown before a set: heeded, or overridden."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from screens.coach import Coach
from tracker.failure import counts_as, is_failure
from tracker.guidance.advice import Guidance, Severity
from tracker.session import Session
from tracker.store import Act

PENDING, HEEDED, OVERRIDDEN = "pending", "heeded", "overridden"
"""What may become of a verdict."""


def act_of(verdict: Guidance, at: datetime, exercise: str, session: Session) -> Act:
    """The row to keep of a verdict that is about to be shown: every rule that fired, and the
    gravest of them, also where the voice holds it back."""
    return Act(
        at=at,
        exercise=exercise,
        rules=tuple(one.rule for one in verdict.all),
        severity=gravest(verdict).word,
        outcome=PENDING,
        session_id=session.id,
    )


def gravest(guidance: Guidance) -> Severity:
    """The gravest of all that fired; INFO where nothing did."""
    return max((one.severity for one in guidance.all), default=Severity.INFO)


def outcome_of(
    coach: Coach, now: datetime, session: Session, block_id: int, set_ids: Collection[int]
) -> str:
    """What the lifter did with the verdict, by the sets just logged.

    Heeded: none of them failed, or the guide has nothing against a failure as it happened (a
    technical one where absolute failure was refused). Overridden: failed anyway.

    Args:
        coach: Asks the guide again, as of before the failed set.
        now: The moment of logging.
        session: As it stands, those sets in it.
        block_id: The exercise's block.
        set_ids: The sets just logged.
    """
    block = next(one for one in session.blocks if one.id == block_id)
    for place, performed in enumerate(block.sets):
        if performed.id in set_ids and is_failure(performed, coach.settings):
            before = replace(block, sets=block.sets[:place])
            visit = replace(
                session, blocks=tuple(before if one is block else one for one in session.blocks)
            )
            kind = counts_as(performed, coach.settings)
            again = coach.if_failed(now, visit, before, kind, performed.technique)
            if gravest(again) > Severity.INFO:
                return OVERRIDDEN
    return HEEDED
