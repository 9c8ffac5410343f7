"""Personal records: what a set or a session reached for the first time, and what it beat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tracker.bests import (
    LEAST_GRAMS,
    Best,
    Bests,
    estimate_of,
    is_as_heavy,
    reps_done,
    scale,
    total_volume,
    volume_of,
)
from tracker.exercise import Exercise, Measure
from tracker.load import Load, LoadKind, Unit
from tracker.one_rep_max import Estimate
from tracker.performed import PerformedSet

LEAST_VOLUME = 1000
"""A volume that is greater by less is the same one: one kilogram lifted once."""


class RecordKind(StrEnum):
    """What was reached."""

    ONE_REP_MAX = "one_rep_max"
    """A greater estimated one-rep maximum."""
    HEAVIEST = "heaviest"
    """A heavier load than ever, for one rep or more."""
    REPS_AT_LOAD = "reps_at_load"
    """More reps at a load than ever, and than at any heavier one."""
    VOLUME = "volume"
    """More grams times reps of an exercise than in any session before."""
    LONGEST = "longest"
    """A longer timed set."""


@dataclass(frozen=True, slots=True)
class Record:
    """A personal record with what it beat."""

    kind: RecordKind
    exercise: Exercise
    value: int
    """Grams, for `REPS_AT_LOAD` reps, for `LONGEST` seconds; a heaviest load's grams are signed."""
    beaten: int
    """The best of the earlier sessions, in the same measure."""
    beaten_at: datetime
    set_id: int
    """The set that reached it; for a session's volume the one that crossed the earlier best."""
    load: Load | None = None
    """The load of that set."""
    unit: Unit = Unit.KG
    """What to say the record in: the unit of that load, and of the body alone the lift's own."""
    reps: int = 0
    """The reps of that set."""
    beaten_load: Load | None = None
    """The load of the set that was beaten, as entered; None for volume and time."""
    beaten_reps: int = 0
    is_lower_bound: bool = False
    """The set's RIR was not said: the estimate is the least that it speaks for."""
    beaten_is_lower_bound: bool = False


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A set, with all that it is held against."""

    exercise: Exercise
    bests: Bests
    performed: PerformedSet
    earlier: Sequence[PerformedSet]
    """Work sets of the exercise earlier in the session."""
    told: Sequence[Record]
    """What was announced earlier in the session."""
    body_weight: Load | None

    def last_told(self, kind: RecordKind) -> Record | None:
        """The latest record of a kind that was announced today."""
        return next((one for one in reversed(self.told) if one.kind is kind), None)

    def record(self, kind: RecordKind, value: int, beaten: int, beaten_at: datetime) -> Record:
        """A record of this set."""
        return Record(
            kind=kind,
            exercise=self.exercise,
            value=value,
            beaten=beaten,
            beaten_at=beaten_at,
            set_id=self.performed.id,
            load=self.performed.load,
            unit=self.unit(),
            reps=reps_done(self.performed),
        )

    def unit(self) -> Unit:
        """The unit of the set's load; the body alone takes that of the lift's other loads."""
        today = (one.load for one in (self.performed, *reversed(self.earlier)))
        before = (one.load for one in self.bests.by_load)
        said = (one for one in (*today, *before) if one and one.kind is not LoadKind.BODYWEIGHT)
        load = next(said, self.body_weight or self.performed.load)
        return load.unit if load else Unit.KG


def records_of_set(
    exercise: Exercise,
    bests: Bests,
    earlier_today: Sequence[PerformedSet],
    performed: PerformedSet,
    body_weight: Load | None = None,
) -> tuple[Record, ...]:
    """What a set reached for the first time; at most one record of a kind.

    Announced once: a later set of the session is a record again only where it beats the one that
    was announced, and volume only at the set that crosses the earlier best. Where nothing was
    there to beat, as in the first session of an exercise, nothing is a record.

    Args:
        exercise: The exercise.
        bests: What its earlier sessions hold.
        earlier_today: The sets of it earlier in this session, in order.
        performed: The set.
        body_weight: The body's weight of the day; None where it isn't known.
    """
    return _announced(exercise, bests, (*earlier_today, performed), body_weight)[-1]


def records_of_session(
    exercise: Exercise,
    bests: Bests,
    sets: Sequence[PerformedSet],
    body_weight: Load | None = None,
) -> tuple[Record, ...]:
    """The final records of a session's sets of an exercise: the last of each kind."""
    final = {
        one.kind: one
        for records in _announced(exercise, bests, sets, body_weight)
        for one in records
    }
    if RecordKind.VOLUME in final:
        total = total_volume(exercise, sets, body_weight)
        final[RecordKind.VOLUME] = replace(final[RecordKind.VOLUME], value=total)
    return tuple(final[kind] for kind in RecordKind if kind in final)


def _announced(
    exercise: Exercise, bests: Bests, sets: Sequence[PerformedSet], body_weight: Load | None
) -> list[tuple[Record, ...]]:
    """By set: the records announced at it."""
    by_set: list[tuple[Record, ...]] = []
    told: list[Record] = []
    earlier: list[PerformedSet] = []
    for performed in sets:
        attempt = _Attempt(exercise, bests, performed, earlier, told, body_weight)
        records = () if performed.warm_up else tuple(_records(attempt))
        by_set.append(records)
        told += records
        if performed.is_work_set:
            earlier.append(performed)
    return by_set


def _records(attempt: _Attempt) -> list[Record]:
    judges = _JUDGES.get(attempt.exercise.measure, ())
    judged = (judge(attempt) for judge in judges)
    return [record for record in judged if record is not None]


def _one_rep_max(attempt: _Attempt) -> Record | None:
    best = attempt.bests.one_rep_max
    made = estimate_of(attempt.exercise, attempt.performed, attempt.body_weight)
    if best is None or made is None:
        return None
    told = attempt.last_told(RecordKind.ONE_REP_MAX)
    if told is not None and made.grams < told.value + LEAST_GRAMS:
        return None
    if told is None and _beside(best, attempt, made).grams < best.value + LEAST_GRAMS:
        return None
    if not _is_won_by_more_than_weight(attempt, made):
        return None
    record = attempt.record(RecordKind.ONE_REP_MAX, made.grams, best.value, best.at)
    return replace(
        record,
        beaten_load=best.load,
        beaten_reps=best.reps,
        is_lower_bound=made.is_lower_bound,
        beaten_is_lower_bound=best.is_lower_bound,
    )


def _beside(best: Best, attempt: _Attempt, made: Estimate) -> Estimate:
    """The set's estimate as far as it can be held against the best one.

    A best set whose RIR was not said speaks for its reps alone; beside it so does this one. The
    same load for the same reps is no record because the RIR is said now.
    """
    if not best.is_lower_bound:
        return made
    unrated = replace(attempt.performed, rir=None)
    return estimate_of(attempt.exercise, unrated, attempt.body_weight) or made


def _is_won_by_more_than_weight(attempt: _Attempt, made: Estimate) -> bool:
    """Whether an estimate on the body's scale owes nothing to a heavier body.

    The set must have had more reps than any with as much load, and beat those that spoke for the
    most had the body weighed then what it weighs now.
    """
    load, body_weight = attempt.performed.load, attempt.body_weight
    if load is None or load.kind is LoadKind.TOTAL or body_weight is None:
        return True
    if attempt.bests.most_reps(load) >= reps_done(attempt.performed):
        return False
    return made.grams >= attempt.bests.one_rep_max_on_body(body_weight) + LEAST_GRAMS


def _heaviest(attempt: _Attempt) -> Record | None:
    load = attempt.performed.load
    if load is None or not reps_done(attempt.performed):
        return None
    best = attempt.bests.heaviest(load)
    if best is None or is_as_heavy(best.load, load) or _is_matched_today(attempt, load, 1):
        return None
    grams, beaten = scale(load)[1], scale(best.load)[1]
    record = attempt.record(RecordKind.HEAVIEST, grams, beaten, best.at)
    return replace(record, beaten_load=best.load, beaten_reps=best.reps)


def _reps_at_load(attempt: _Attempt) -> Record | None:
    load, reps = attempt.performed.load, reps_done(attempt.performed)
    best = attempt.bests.at_load(load) if load is not None else None
    if load is None or best is None or attempt.bests.most_reps(load) >= reps:
        return None
    told = attempt.last_told(RecordKind.REPS_AT_LOAD)
    is_behind = told is not None and not (
        told.load is not None and is_as_heavy(load, told.load) and reps >= told.reps
    )
    if is_behind or _is_matched_today(attempt, load, reps):
        return None
    record = attempt.record(RecordKind.REPS_AT_LOAD, reps, best.reps, best.at)
    return replace(record, beaten_load=best.load, beaten_reps=best.reps)


def _is_matched_today(attempt: _Attempt, load: Load, reps: int) -> bool:
    """Whether a set earlier in the session was as heavy, for as many reps."""
    return any(
        one.load is not None and is_as_heavy(one.load, load) and reps_done(one) >= reps
        for one in attempt.earlier
    )


def _volume(attempt: _Attempt) -> Record | None:
    best = attempt.bests.volume
    if best is None or attempt.last_told(RecordKind.VOLUME):
        return None
    exercise, body_weight = attempt.exercise, attempt.body_weight
    total = total_volume(exercise, attempt.earlier, body_weight)
    total += volume_of(exercise, attempt.performed, body_weight)
    # A heavier body alone is no record: earlier sessions are held against it at today's weight.
    then = 0 if body_weight is None else attempt.bests.volume_on_body(body_weight)
    if total < max(best.value, then) + LEAST_VOLUME:
        return None
    return attempt.record(RecordKind.VOLUME, total, best.value, best.at)


def _longest(attempt: _Attempt) -> Record | None:
    best, seconds = attempt.bests.longest, attempt.performed.seconds
    told = attempt.last_told(RecordKind.LONGEST)
    if best is None or seconds is None or seconds <= (told.value if told else best.value):
        return None
    return attempt.record(RecordKind.LONGEST, seconds, best.value, best.at)


_JUDGES: dict[Measure, tuple[Callable[[_Attempt], Record | None], ...]] = {
    Measure.REPS: (_one_rep_max, _heaviest, _reps_at_load, _volume),
    Measure.TIME: (_longest,),
}
"""What may be a record, by what a set of the exercise is counted in."""
