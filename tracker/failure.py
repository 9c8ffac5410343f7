"""What a set counts as: derived from what was said, never stored."""

from tracker.effort import FailureType, Technique
from tracker.performed import PerformedSet
from tracker.settings import Settings


def counts_as(performed: PerformedSet, settings: Settings) -> FailureType:
    """How the set counts: NONE, TECHNICAL or ABSOLUTE (contract, section 2).

    A technique past failure counts as absolute; then the tag holds; RIR 0 without a tag and a
    failure of unknown kind follow the settings; no RIR is not RIR 0. Warm-ups never count. An
    imported drop whose parent was neither marked failed nor rated RPE 10 counts only where
    `guidance.imported_drop_counts` is on.
    """
    if performed.warm_up or _is_mere_drop(performed, settings):
        return FailureType.NONE
    if performed.technique is not Technique.NONE:
        return FailureType.ABSOLUTE
    if performed.failure is FailureType.UNKNOWN:
        return FailureType(settings.word("guidance.unknown_counts_as"))
    if performed.failure is not None:
        return performed.failure
    if performed.rir == 0:
        return FailureType(settings.word("guidance.rir0_counts_as"))
    return FailureType.NONE


def is_failure(performed: PerformedSet, settings: Settings) -> bool:
    """Whether the set is a failure set."""
    return counts_as(performed, settings) is not FailureType.NONE


def _is_mere_drop(performed: PerformedSet, settings: Settings) -> bool:
    return (
        performed.is_imported
        and performed.technique is Technique.DROP
        and performed.failure in (None, FailureType.NONE)
        and performed.rir != 0
        and not settings.is_on("guidance.imported_drop_counts")
    )
