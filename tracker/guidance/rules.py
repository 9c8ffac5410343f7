"""All rules of the guide, in the order of their numbers."""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.guidance.advice import Moment
from tracker.guidance.rule import Rule
from tracker.guidance.rules_beyond import BEYOND_RULES
from tracker.guidance.rules_drop import DROP_RULES
from tracker.guidance.rules_education import EDUCATION_RULES
from tracker.guidance.rules_kind import KIND_RULES
from tracker.guidance.rules_lifts import LIFT_RULES
from tracker.guidance.rules_position import POSITION_RULES
from tracker.guidance.rules_ration import RATION_RULES
from tracker.guidance.rules_recovery import RECOVERY_RULES
from tracker.guidance.rules_safety import SAFETY_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *RATION_RULES,
            *KIND_RULES,
            *LIFT_RULES,
            *POSITION_RULES,
            *DROP_RULES,
            *RECOVERY_RULES,
            *BEYOND_RULES,
            *SAFETY_RULES,
            *EDUCATION_RULES,
        ),
        key=lambda rule: rule.id,
    )
)
"""Every rule, by number."""

RULES_AT: Mapping[Moment, tuple[Rule, ...]] = MappingProxyType(
    {moment: tuple(rule for rule in RULES if moment in rule.moments) for moment in Moment}
)
"""By moment: the rules that may speak then."""

RULES_BY_ID: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in RULES})
"""Every rule by its id."""
