"""A rule of the guide: one row of data with the predicate that reads a situation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.examples import example
from tracker.guidance.reading import Reading

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Group(IntEnum):
    """The groups of rules, the most important first (guidance, section 2)."""

    SAFETY = 0
    """H: safety and pain."""
    LIFT = 1
    """C: which exercises; R14 to R17 rank here."""
    BEYOND = 2
    """G: past failure."""
    RATION = 3
    """A: never every set; how often."""
    POSITION = 4
    """D: where in the exercise and in the session."""
    RECOVERY = 5
    """F: recovery."""
    DROP = 6
    """E: the drop in reps."""
    KIND = 7
    """B: which kind of failure; the rep range."""
    EDUCATION = 8
    """I: education, default target, progression."""


@dataclass(frozen=True, slots=True)
class Firing:
    """That a rule speaks, and with what."""

    values: Mapping[str, object] = field(default_factory=lambda: _NO_VALUES)
    """What the text's places are filled with."""
    variant: str = ""
    """Which of the rule's other texts is said; empty for the first."""
    severity: Severity | None = None
    """How grave, where the rule has several; None for the first."""
    is_of_session: bool = False
    """It speaks of the session rather than of one exercise."""


FIRES = Firing()
"""The rule speaks, with its text and severity as they stand."""


def fires_if(condition: bool) -> Firing | None:
    """The plain firing where the condition holds."""
    return FIRES if condition else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    id: str
    """`R42`."""
    group: Group
    moments: tuple[Moment, ...]
    """When it may speak."""
    severities: tuple[Severity, ...]
    """How grave it may be; the first where a firing does not say."""
    trigger: str
    """When it speaks, in words."""
    text: str
    """What it says, with places for values."""
    source: str
    """The article's sections, `ev` for evidence beyond it."""
    evidence: str
    """One honest sentence on what is established."""
    fires: Callable[[Reading], Firing | None]
    """Reads the situation; None where the rule is silent."""
    setting: str = ""
    """The setting that changes it."""
    variants: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other texts it may say, by name."""

    @property
    def example(self) -> str:
        """The text with a worked example in its places: what `lastset rules R42` prints."""
        return example(self.id, self.text)

    @property
    def severity_words(self) -> str:
        """How grave it may be, in words: `info or warning`."""
        return " or ".join(one.word for one in self.severities)

    def severity_on(self, reading: Reading) -> Severity | None:
        """How grave the rule is on a situation; None where it is silent."""
        firing = self.fires(reading) if reading.moment in self.moments else None
        return None if firing is None else self._severity(firing)

    def _severity(self, firing: Firing) -> Severity:
        return self.severities[0] if firing.severity is None else firing.severity

    def advice(self, reading: Reading) -> Advice | None:
        """The rule's advice on a situation; None where it is silent.

        Once a set is typed or done nothing can be stopped: what would be a stop is a warning.
        """
        firing = self.fires(reading) if reading.moment in self.moments else None
        if firing is None:
            return None
        severity = self._severity(firing)
        text = self.variants[firing.variant] if firing.variant else self.text
        text = text.format_map(firing.values)
        if severity is Severity.STOP and reading.moment is not Moment.PLAN:
            severity = Severity.WARNING
            text = f"{text} Enter logs it anyway."
        exercise = "" if firing.is_of_session else reading.exercise.name
        return Advice(self.id, severity, reading.moment, text, exercise, self.source, self.setting)
