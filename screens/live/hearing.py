"""After a set: what the guide says of it, and what it reached for the first time."""

from dataclasses import dataclass, replace
from datetime import datetime

from screens.coach import Coach
from screens.house import House
from tracker.guidance.advice import Guidance, Severity
from tracker.guidance.voice import LESSONS
from tracker.records import Record
from tracker.session import Block, Session
from tracker.turn import sets_left


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said of sets that were just logged."""

    guidance: Guidance
    """The gravest of what the guide said; the latest on a tie."""
    records: tuple[Record, ...] = ()


def hear(coach: Coach, session: Session, block: Block, ids: tuple[int, ...], at: datetime) -> Heard:
    """Ask about each logged set, and about the exercise where its plan is done.

    Args:
        coach: Who is asked.
        session: As it stands now, the sets in it.
        block: The exercise of the sets.
        ids: The sets.
        at: Now.
    """
    heard = Guidance()
    records: tuple[Record, ...] = ()
    for logged in block.work_sets:
        if logged.id in ids:
            records += coach.records(at, session, block, logged)
            heard = _graver(coach.logged(at, session, block, logged), heard)
    if not sets_left(block) and block.sets_planned is not None:
        over = coach.exercise_end(at, session, block)
        heard = over if severity_of(over) > severity_of(heard) else heard
    return Heard(heard, records)


def _graver(said: Guidance, before: Guidance) -> Guidance:
    return said if severity_of(said) >= severity_of(before) else before


def keep_lessons(house: House, heard: Guidance) -> None:
    """Keep with the lifter which lessons, given once ever, were given now."""
    profile = house.coach.profile
    given = profile.lessons | lessons_in(heard)
    if given != profile.lessons:
        kept = replace(profile, lessons=given)
        house.store.keeping.save_profile(kept)
        house.coach.keep_profile(kept)


def severity_of(guidance: Guidance) -> Severity:
    """The gravest of what is shown; INFO where nothing is."""
    return max((one.severity for one in guidance.shown), default=Severity.INFO)


def lessons_in(guidance: Guidance) -> frozenset[str]:
    """Rules shown whose lesson is given once ever."""
    return frozenset(one.rule for one in guidance.shown) & LESSONS
