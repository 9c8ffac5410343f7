"""What may stand in the places of the rules' texts: a worked example of each."""

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "after": "5",
        "asked": "225 lb (102.5 kg) × 8 on the bench",
        "before": "10",
        "best": "100 kg × 8",
        "better": "Pec Deck (Machine)",
        "cost": "2.25",
        "count": "3",
        "date": "Thu 26 Nov",
        "days": "2 rest days",
        "failed": "Squat (Barbell)",
        "hi": "12",
        "hours": "30",
        "kind": "technical",
        "later": "Squat (Barbell)",
        "left": "2 sets",
        "lifts": "Bench Press (Barbell)",
        "lighter": "Pec Deck (Machine)",
        "limit": "3",
        "lo": "8",
        "load": "62.5 kg",
        "lost": "10",
        "missing": "body weight",
        "most": "once",
        "muscle": "Biceps",
        "n": "3",
        "names": "Deadlift (Barbell)",
        "next": "7",
        "percent": "4.2",
        "repair": "Next: 85 kg × 10 (−15 %) or 100 kg × 5, rest 4 min",
        "reps": "12 → 8 → 6",
        "rir": "2",
        "scope": "Biceps",
        "sets": "12",
        "share": "122 %",
        "target": "1 to 2",
        "told": "biceps Wed 25 Nov 19:10",
        "weeks": "8",
        "where": "shoulders",
    }
)
"""By place: what an advice of yesterday might have said there."""

_OF_RULE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "R04": {"failed": "8"},
        "R07": {"before": "twice", "days": "14"},
        "R08": {"count": "4"},
        "R21": {"reps": "15"},
        "R22": {"reps": "5"},
        "R27": {"count": "3 sets", "names": "Bench Press (Barbell)"},
        "R51": {"before": "12", "reps": "8"},
        "R56": {"date": "Wed 25 Nov 19:10"},
        "R59": {"scope": "biceps", "date": "Wed 25 Nov 19:10"},
        "R72": {"days": "2 extra rest days"},
        "R73": {"count": "2"},
        "R84": {"best": "80 kg"},
    }
)
"""By rule: where a place means something else there."""


def example(rule_id: str, text: str) -> str:
    """A rule's text with its places filled."""
    return text.format_map({**EXAMPLES, **_OF_RULE.get(rule_id, {})})
