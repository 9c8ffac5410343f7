"""What counts as failure, in SQL."""

from tracker.settings import Settings

COUNTED = """sets.may_fail = 1
    AND NOT (sets.technique = 'none' AND sets.failure IS NULL AND :rir0 = 'none')
    AND NOT (sets.technique = 'none' AND coalesce(sets.failure, '') = 'none')
    AND NOT (sets.technique = 'none' AND coalesce(sets.failure, '') = 'unknown'
        AND :unknown = 'none')
    AND NOT (sets.technique = 'drop' AND sets.import_id IS NOT NULL AND NOT :drops
        AND coalesce(sets.failure, 'none') = 'none' AND coalesce(sets.rir, 1) <> 0)"""
"""`tracker.failure.is_failure`, in SQL."""


def counting(settings: Settings) -> dict[str, str | bool]:
    """The values that `COUNTED` asks for."""
    return {
        "rir0": settings.word("guidance.rir0_counts_as"),
        "unknown": settings.word("guidance.unknown_counts_as"),
        "drops": settings.is_on("guidance.imported_drop_counts"),
    }
