"""The verbs by name: each is loaded when it is called, so that logging a set is quick."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a verb is written, and what it does in a few words."""

    module: str
    """The module that holds it, under a function of the verb's name and `_verb`."""
    summary: str


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "log": Verb("screens.cli.logging_sets", "Log one set or several."),
        "plan": Verb("screens.cli.planning", "Ask the guide before the set; records no set."),
        "finish": Verb("screens.cli.logging_sets", "End the open session."),
        "failures": Verb("screens.cli.fortnight", "Failure sets of the last two weeks."),
        "sessions": Verb("screens.cli.past", "List sessions, newest first."),
        "show": Verb("screens.cli.past", "Show one session with all its sets."),
        "undo": Verb("screens.cli.journal", "Take the last change back."),
        "redo": Verb("screens.cli.journal", "Do again what was undone."),
        "calibration": Verb("screens.cli.calibrating", "Your RIR against what failures showed."),
        "exercises": Verb("screens.cli.reference", "The exercises with class, policy, aliases."),
        "rules": Verb("screens.cli.reference", "The guide's rules, their sources and settings."),
        "settings": Verb("screens.cli.settling", "Show or change a setting or your profile."),
        "import": Verb("screens.cli.importing", "Read the export of another program."),
        "backup": Verb("screens.cli.journal", "Write a consistent copy of the database."),
        "demo": Verb("screens.cli.opening", "Try the app on a generated year of training."),
    }
)
"""All verbs, in the order of the help."""
