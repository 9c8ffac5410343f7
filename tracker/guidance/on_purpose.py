"""The preset `on_purpose`: for those who fail by choice, gauged against their own habit."""

from tracker.guidance.advice import Severity
from tracker.guidance.presets import ON_PURPOSE
from tracker.guidance.reading import Reading
from tracker.guidance.rule import Group, Rule

_ONLY_OVER_HABIT = frozenset(f"R{number:02}" for number in range(1, 9))
"""Rules that speak only above the lifter's own habit."""
_MILD = (Group.RATION, Group.POSITION, Group.RECOVERY, Group.DROP)
"""How often, where, the drop and recovery are cautions at most; stops stay stops."""


def is_on_purpose(reading: Reading) -> bool:
    """Whether the lifter chose that preset."""
    return reading.settings.word("guidance.preset") == ON_PURPOSE


def keeps_silent(rule: Rule, reading: Reading) -> bool:
    """Whether the rule has nothing to say to this lifter below the habit."""
    is_over = reading.ration.is_over or reading.budget.is_over
    return rule.id in _ONLY_OVER_HABIT and not is_over


def milder(rule: Rule, severity: Severity) -> Severity:
    """How grave the rule is to those who fail by choice."""
    is_mild = rule.group in _MILD or rule.id == "R77"
    return Severity.CAUTION if is_mild and severity is Severity.WARNING else severity
