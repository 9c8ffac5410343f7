"""A set as it was imported, and what a newer export says of it."""

from dataclasses import replace

from tracker.load import Load
from tracker.performed import PerformedSet, Segment

SAME_GRAMS = 10
"""Loads this near are one load: exports convert pounds to kilograms of two decimals."""
SAME_METRES = 10
"""Distances this near are one distance."""


def merged(kept: PerformedSet, said: PerformedSet, has_tags: bool) -> PerformedSet:
    """The kept set with what the newer export says otherwise.

    A blank never erases. A load that is only written in another unit stays as it was entered. An
    export that knows no tags takes none away.
    """
    return replace(
        kept,
        load=kept.load if is_same_load(kept.load, said.load) else said.load,
        reps=kept.reps if said.reps is None else said.reps,
        rir=kept.rir if said.rir is None else said.rir,
        rir_or_more=kept.rir_or_more if said.rir is None else said.rir_or_more,
        seconds=kept.seconds if said.seconds is None else said.seconds,
        metres=kept.metres if _is_same_distance(kept, said) else said.metres,
        note=said.note or kept.note,
        warm_up=said.warm_up if has_tags else kept.warm_up,
        failure=said.failure if has_tags else kept.failure,
        technique=said.technique if has_tags else kept.technique,
        segments=_segments(kept, said) if has_tags else kept.segments,
    )


def is_same_load(kept: Load | None, said: Load | None) -> bool:
    """Whether the two say the same weight, or the newer one says none."""
    if said is None or kept == said:
        return True
    return abs((kept.grams if kept else 0) - said.grams) <= SAME_GRAMS


def _is_same_distance(kept: PerformedSet, said: PerformedSet) -> bool:
    if said.metres is None:
        return True
    return kept.metres is not None and abs(kept.metres - said.metres) <= SAME_METRES


def _segments(kept: PerformedSet, said: PerformedSet) -> tuple[Segment, ...]:
    """The newer drops, each with its load as it was entered."""
    if len(kept.segments) != len(said.segments):
        return said.segments
    return tuple(
        Segment(new.reps, old.load if is_same_load(old.load, new.load) else new.load)
        for old, new in zip(kept.segments, said.segments, strict=True)
    )
