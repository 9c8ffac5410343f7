"""Writes the pages that are made from the program itself: `python -m docs.make`.

A test holds that the pages stand as this would write them, so that they can't drift.
"""

from pathlib import Path

from screens.calibration import CalibrationScreen
from screens.dashboard import DashboardScreen
from screens.help import key_table
from screens.live.screen import LiveScreen
from screens.overrides import OverridesScreen
from screens.past_session import PastSessionScreen
from screens.presets import PresetsDialog
from screens.sessions import SessionsScreen
from screens.set_entry import SetEntryDialog
from screens.settings import SettingsScreen
from screens.start import StartScreen
from tracker.guidance.rule import Group, Rule
from tracker.guidance.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
"""The project."""
START, END = "<!-- keys: made by `python -m docs.make` -->\n", "<!-- keys end -->\n"
"""Around the key table of the README."""

ROOMS = (
    ("Start", StartScreen),
    ("Live session", LiveScreen),
    ("Set entry", SetEntryDialog),
    ("Fortnight", DashboardScreen),
    ("Sessions", SessionsScreen),
    ("Past session", PastSessionScreen),
    ("Calibration", CalibrationScreen),
    ("Overridden advice", OverridesScreen),
    ("Settings", SettingsScreen),
    ("Which guide", PresetsDialog),
)
"""The rooms, in the order in which a lifter meets them."""


def keys_page() -> str:
    """`docs/keys.md`: every key of every room, and the room's own words."""
    parts = ["# Keys\n\nMade from the bindings; the app shows the same with `?`.\n"]
    for name, screen in ROOMS:
        words = "\n".join(
            line for line in screen.HELP.strip().splitlines() if not line.startswith("#")
        ).strip()
        parts.append(f"\n## {name}\n\n{words}\n\n{key_table(screen)}\n")
    return "".join(parts)


def guidance_page() -> str:
    """`docs/guidance.md`: every rule with its trigger, severity, source, evidence and setting."""
    parts = [
        "# The guide, rule by rule\n\n"
        "Made from the rules themselves. `lastset rules R42` prints one; `g` in the app shows why\n"
        "a line was said. “The article” is the opinion of one trainer; its ration, gate and rest\n"
        "days are conventions. What studies add is said with each rule. Not medical advice.\n"
    ]
    for group in Group:
        rules = [rule for rule in RULES if rule.group is group]
        if not rules:
            continue
        parts.append(f"\n## {group.name.replace('_', ' ').capitalize()}\n")
        for rule in rules:
            parts.append(rule_section(rule))
    return "".join(parts)


def rule_section(rule: Rule) -> str:
    """One rule as a sentence and a list."""
    severities = " / ".join(one.word for one in rule.severities)
    moments = ", ".join(str(one).replace("_", " ") for one in rule.moments)
    lines = [
        f"\n### {rule.id}\n\n{rule.trigger}\n\n",
        f"- says: “{rule.example}”\n",
        f"- severity: {severities}; at: {moments}\n",
        f"- source: {rule.source}\n",
        f"- evidence: {rule.evidence}\n",
        f"- setting: `{rule.setting}`\n" if rule.setting else "",
    ]
    return "".join(lines)


def readme_with_keys(readme: str) -> str:
    """The README with its key table as the bindings have it."""
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{key_table(LiveScreen)}\n{END}{after}"


def main() -> None:
    """Write the pages."""
    (ROOT / "docs" / "keys.md").write_text(keys_page(), "utf-8")
    (ROOT / "docs" / "guidance.md").write_text(guidance_page(), "utf-8")
    readme = ROOT / "README.md"
    readme.write_text(readme_with_keys(readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
