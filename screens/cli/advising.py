"""What the guide says of sets just logged: of each its own, and of all of them together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from screens.cli.set_writing import Written
from screens.coach import Coach
from tracker.guidance.advice import Advice, Guidance
from tracker.guidance.rules import RULES_BY_ID
from tracker.guidance.voice import LESSONS
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.store import Store
from tracker.visible import as_of


@dataclass(slots=True)
class Told:
    """Advice gathered in order: what is shown and what fired, each once."""

    shown: list[Advice] = field(default_factory=list)
    all: list[Advice] = field(default_factory=list)
    by_set: dict[int, tuple[Advice, ...]] = field(default_factory=dict)

    def add(self, *guidances: Guidance) -> None:
        """Add what was said at one moment or several.

        The gravest stands first. Of equals that are shown the one said first does, so that a
        repair stays the headline; all that fired goes on by group and id.
        """
        _add_new(self.shown, (one for said in guidances for one in said.shown))
        self.shown.sort(key=lambda one: -one.severity)
        _add_new(self.all, (one for said in guidances for one in said.all))
        self.all.sort(key=_importance)


def _add_new(known: list[Advice], more: Iterable[Advice]) -> None:
    known += [one for one in dict.fromkeys(more) if one not in known]


def _importance(one: Advice) -> tuple[int, int, str]:
    return -one.severity, RULES_BY_ID[one.rule].group, one.rule


def advise(coach: Coach, at: datetime, session: Session, written: Written) -> Told:
    """What the guide says of the sets written, and of what begins and ends with them.

    Args:
        coach: Asks the guide.
        at: The time of the call; nothing later is visible.
        session: The session with the sets in it.
        written: Which sets they are.
    """
    told = Told()
    new = frozenset(written.set_ids)
    before = as_of(session, at, new)
    if written.is_new_session:
        told.add(coach.next_session(at, before))
    told.add(*end_of_the_last(coach, at, before, written.block_id))
    for place, set_id in enumerate(written.set_ids):
        standing = as_of(session, at, frozenset(written.set_ids[place + 1 :]))
        block, performed = _found(standing, written.block_id, set_id)
        if block is None or performed is None:
            continue
        logged = coach.logged(at, standing, block, performed)
        told.by_set[set_id] = logged.shown
        is_over = performed.is_work_set and len(block.work_sets) == block.sets_planned
        ends = [coach.exercise_end(at, standing, block)] if is_over else []
        told.add(logged, *ends)
    return told


def _found(
    session: Session, block_id: int, set_id: int
) -> tuple[Block | None, PerformedSet | None]:
    for block in session.blocks:
        for one in block.sets:
            if block.id == block_id and one.id == set_id:
                return block, one
    return None, None


def end_of_the_last(
    coach: Coach, at: datetime, session: Session, next_block_id: int = 0
) -> list[Guidance]:
    """The end of the exercise done last, when the session ends or another exercise has begun.

    It was told already where that exercise had reached its planned sets.
    """
    done = [one for one in session.blocks if one.work_sets]
    if not done or any(one.id == next_block_id for one in done):
        return []
    last = max(done, key=lambda one: one.sets[-1].at)
    if last.sets_planned is not None and len(last.work_sets) >= last.sets_planned:
        return []
    return [coach.exercise_end(at, session, last)]


def advice_by_set(coach: Coach, session: Session) -> dict[int, tuple[Advice, ...]]:
    """What the guide says today of each set of a session, as if it had just been logged."""
    told: dict[int, tuple[Advice, ...]] = {}
    placed = [(block, one) for block in session.blocks for one in block.sets]
    placed.sort(key=lambda pair: pair[1].at)
    ids = [one.id for _, one in placed]
    for place, (block, one) in enumerate(placed, 1):
        standing = as_of(session, one.at, frozenset(ids[place:]))
        then, performed = _found(standing, block.id, one.id)
        if then is not None and performed is not None:
            told[one.id] = coach.logged(one.at, standing, then, performed).shown
    return told


def keep_lessons(store: Store, shown: Sequence[Advice]) -> None:
    """Remember the once-ever lessons that were just given."""
    given = {one.rule for one in shown} & LESSONS
    profile = store.keeping.profile()
    if not given <= profile.lessons:
        store.keeping.save_profile(replace(profile, lessons=profile.lessons | given))
