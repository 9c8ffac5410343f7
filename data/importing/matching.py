"""Which exercise a name stands for, and what its loads then mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tracker.exercise import Exercise, Measure
from tracker.imported import ImportedBlock, ImportedLog, ImportedSet, Matching
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.naming import Names
from tracker.performed import PerformedSet, Segment

_ASSISTED = re.compile(r"\bassisted\b", re.IGNORECASE)
_ON_THE_BODY = re.compile(r"\((weighted|assisted|bodyweight|body weight)\)", re.IGNORECASE)
_EQUIPMENT = re.compile(r"\((barbell|dumbbell|kettlebell|machine|cable|band|smith machine)\b")


def plain_name(name: str) -> str:
    """The name as it is compared: no case, single spaces."""
    return " ".join(name.split()).casefold()


def matching_of(log: ImportedLog, exercises: Iterable[Exercise]) -> Matching:
    """Match names with exercises by exact name, then exact alias; the rest are to be made.

    Case, plurals and punctuation don't count, but a near name is never taken: a set under the
    wrong exercise is worse than a new exercise.
    """
    sets: dict[str, list[PerformedSet]] = defaultdict(list)
    for session in log.sessions:
        for block in session.blocks:
            sets[block.exercise_name].extend(one.performed for one in block.sets)
    matched = _matched(sets, tuple(exercises))
    unknown: dict[str, tuple[str, list[PerformedSet]]] = {}
    for name in sets:
        if name not in matched:
            first, gathered = unknown.setdefault(plain_name(name), (name, []))
            gathered.extend(sets[name])
            unknown[plain_name(name)] = (first, gathered)
    return Matching(matched, tuple(_made(name, every) for name, every in unknown.values()))


def exercises_by_name(log: ImportedLog, matching: Matching) -> Mapping[str, Exercise]:
    """The exercise of every name in the file, the ones to be made included."""
    made = {plain_name(one.name): one for one in matching.created}
    names = {block.exercise_name for session in log.sessions for block in session.blocks}
    return {name: matching.matched.get(name) or made[plain_name(name)] for name in names}


def with_loads(log: ImportedLog, exercises: Mapping[str, Exercise]) -> ImportedLog:
    """The log with loads told apart: total, added to the body, taken off it, or the body alone."""
    kinds = {name: (_kind(name, one), one.is_custom) for name, one in exercises.items()}
    return replace(
        log,
        sessions=tuple(
            replace(
                session,
                blocks=tuple(_block(one, *kinds[one.exercise_name]) for one in session.blocks),
            )
            for session in log.sessions
        ),
    )


def _matched(names: Iterable[str], exercises: Sequence[Exercise]) -> dict[str, Exercise]:
    # The very name goes first, so that two exercises of nearly one name stay two.
    named = {plain_name(one.name): one for one in exercises}
    known = Names(exercises)
    found = ((name, named.get(plain_name(name)) or known.exact(name)) for name in names)
    return {name: exercise for name, exercise in found if exercise is not None}


def _kind(name: str, exercise: Exercise) -> LoadKind:
    """What a number on this exercise means."""
    if _ASSISTED.search(name) or _ASSISTED.search(exercise.name):
        return LoadKind.ASSISTED
    if exercise.is_custom and not _ON_THE_BODY.search(exercise.name):
        # That the file it was made from held no load says nothing of the next file's loads.
        return LoadKind.TOTAL
    return LoadKind.ADDED if exercise.is_bodyweight else LoadKind.TOTAL


def _block(block: ImportedBlock, kind: LoadKind, is_own: bool) -> ImportedBlock:
    """The block with its loads told apart; on an unknown lift no load means the body alone."""
    if kind is LoadKind.TOTAL and not is_own:
        return block
    return replace(block, sets=tuple(_set(one, kind) for one in block.sets))


def _set(one: ImportedSet, kind: LoadKind) -> ImportedSet:
    performed = one.performed
    if performed.reps is None and performed.load is None:
        return one
    segments = tuple(Segment(part.reps, _load(part.load, kind)) for part in performed.segments)
    load = _load(performed.load, kind)
    return replace(one, performed=replace(performed, load=load, segments=segments))


@lru_cache(maxsize=4096)
def _load(load: Load | None, kind: LoadKind) -> Load:
    if load is None:
        return bodyweight()
    return Load(load.value, load.unit, kind) if load.value else bodyweight(load.unit)


def _made(name: str, sets: list[PerformedSet]) -> Exercise:
    """An exercise of the lifter's own, with no more said than the file shows."""
    measure = _measure(sets)
    loads = [one.load for one in sets if one.load is not None and one.load.value]
    pounds = sum(load.unit is Unit.LB for load in loads)
    equipment = _EQUIPMENT.search(name.casefold())
    return Exercise(
        id=0,
        name=name,
        equipment=equipment[1].removesuffix(" machine") if equipment else "other",
        step=lb(5) if pounds * 2 > len(loads) else kg("2.5"),
        measure=measure,
        is_bodyweight=bool(_ON_THE_BODY.search(name)) or (measure is Measure.REPS and not loads),
        is_custom=True,
        is_classified=False,
    )


def _measure(sets: list[PerformedSet]) -> Measure:
    """What most of its sets are counted in."""
    reps = sum(one.reps is not None for one in sets)
    metres = sum(one.reps is None and one.metres is not None for one in sets)
    if reps * 2 >= len(sets):
        return Measure.REPS
    return Measure.DISTANCE if metres * 2 >= len(sets) - reps else Measure.TIME
