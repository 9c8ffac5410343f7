"""Writing sets into the session that covers their time, all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from data.connection import immediate
from screens.cli.call import Call
from tracker.entry import Entry
from tracker.exercise import Exercise
from tracker.forgotten import is_forgotten
from tracker.part_of_day import part_of_day
from tracker.performed import PerformedSet
from tracker.safety import NOTHING_SAID, Safety
from tracker.session import Block, Place, Session
from tracker.store import Store
from tracker.when import local


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of `log` say beside the sets; None is not said, and what was said before
    in the session holds on."""

    planned: int | None = None
    plan_failure: bool | None = None
    safety: Safety = NOTHING_SAID
    place: Place | None = None
    title: str | None = None
    pain: bool = False
    clear_pain: bool = False

    def over(self, block: Block) -> Block:
        """The block with what was said laid over what it held."""
        return replace(
            block,
            planned_sets=self.planned or block.planned_sets,
            planned_failure=(
                block.planned_failure if self.plan_failure is None else self.plan_failure
            ),
            safety=self.safety.over(block.safety),
            place=self.place or block.place,
        )


@dataclass(frozen=True, slots=True)
class Written:
    """Where the sets went."""

    session_id: int
    """0 where there is none."""
    block_id: int = 0
    set_ids: tuple[int, ...] = ()
    is_new_session: bool = False
    forgotten: Session | None = None
    """The one that was still open, and is over since its last set."""


def write_sets(call: Call, exercise: Exercise, entries: Sequence[Entry], said: Said) -> Written:
    """Log the entries with all that was said beside them: everything is kept, or nothing."""
    at = call.now
    begun = min(one.performed(at).at for one in entries)
    with immediate(call.opened.connection):
        exercise = remember(call.store, exercise, said, at)
        logging = call.store.logging
        session = logging.session_at(begun) or logging.session_at(at)
        is_new, forgotten = session is None, None
        if session is None:
            forgotten = _leave_the_open_one(call, begun)
            weight = call.store.keeping.profile().body_weight
            title = said.title or part_of_day(local(begun, call.zone))
            session = logging.start(begun, call.zone, title, body_weight=weight)
        elif said.title is not None and said.title != session.title:
            session = replace(session, title=said.title)
            call.store.editing.change_session(session)
        block = _block(call.store, session, exercise, said)
        safety = said.safety.over(block.safety).over(exercise.safety)
        performed = (one.performed(at, safety, block.planned_failure) for one in entries)
        sets = [
            # What was done "four minutes ago" belongs to a session that began since.
            replace(done, at=max(done.at, session.started_at))
            for done, entry in zip(performed, entries, strict=True)
            for _ in range(entry.times)
        ]
        ids = _append(call.store, block, sets)
    return Written(session.id, block.id, ids, is_new, forgotten)


def remember(store: Store, exercise: Exercise, said: Said, at: datetime) -> Exercise:
    """Keep what was said of the exercise itself: who stands by, and pain."""
    safety = said.safety.over(exercise.safety)
    if safety != exercise.safety:
        exercise = replace(exercise, safety=safety)
        store.catalogue.change(exercise)
    if said.pain:
        store.keeping.mark_pain(exercise.id, at)
    if said.clear_pain:
        store.keeping.clear_pain(exercise.id, at)
    return exercise


def _leave_the_open_one(call: Call, at: datetime) -> Session | None:
    """One session is open at a time; returns one that was left open and forgotten.

    Its end stays unsaid, for it still covers the four hours after its last set, should a set be
    logged as of then; whoever asks for its end takes the last set.
    """
    logging = call.store.logging
    left_open = logging.open_session()
    if left_open is None or left_open.started_at >= at:
        return None
    logging.leave(left_open.id)
    return left_open if is_forgotten(left_open, at) else None


def _block(store: Store, session: Session, exercise: Exercise, said: Said) -> Block:
    """The exercise's block in the session, with what was said kept in it."""
    blocks = [one for one in session.blocks if one.exercise.id == exercise.id]
    if not blocks:
        block = said.over(Block(exercise))
        return replace(block, id=store.logging.add_block(session.id, block))
    block = said.over(blocks[-1])
    if block != blocks[-1]:
        store.logging.change_block(block)
    return block


def _append(store: Store, block: Block, sets: Sequence[PerformedSet]) -> tuple[int, ...]:
    """Log the sets at the end, or where their time puts them among those that stand."""
    last = max((one.at for one in block.sets), default=sets[0].at)
    if min(one.at for one in sets) >= last:
        label = f"log {len(sets)} sets" if len(sets) > 1 else "log a set"
        return store.logging.log(block.id, sets, f"{label} of {block.exercise.name}")
    earlier = [one.id for one in block.sets if one.at <= sets[0].at]
    ids: list[int] = []
    for one in sets:
        after = ids[-1] if ids else (earlier[-1] if earlier else None)
        ids.append(store.editing.insert_set(block.id, one, after, "log an earlier set"))
    return tuple(ids)
