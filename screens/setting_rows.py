"""The settings as the settings screen lists them, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass

from screens.every_setting import ANSWERS
from tracker.profile import Profile
from tracker.setting import Setting, Value
from tracker.settings import REGISTRY, Settings

PRESET = "guidance.preset"
THEME = "look.theme"
SWITCH = ("off", "on")
"""A switch, from left to right."""

SECTIONS = {
    "you": "You",
    "guidance": "The guide",
    "ration": "Ration: how often",
    "gate": "Gate: what opens techniques past failure",
    "reps": "Reps",
    "budget": "Budget: what failure costs",
    "rest": "Rest and recovery",
    "gym": "Your gym",
    "look": "Look",
}
"""Sections by the first part of a name, with their headings."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it stands."""

    name: str
    """`ration.total_max`; without a section where it is the lifter's."""
    section: str
    value: str
    default: str
    allowed: str
    meaning: str
    words: tuple[str, ...] = ()
    """What it may be, from left to right; empty where it is typed."""

    @property
    def label(self) -> str:
        """The name without its section: `total max`."""
        return self.name.rpartition(".")[2].replace("_", " ")

    @property
    def is_changed(self) -> bool:
        """Whether it is not at its default."""
        return self.value != self.default

    def stepped(self, right: int) -> str:
        """The word so many places on, from the last to the first again."""
        here = self.words.index(self.value) if self.value in self.words else -max(right, 0)
        return self.words[(here + right) % len(self.words)]


def setting_rows(settings: Settings, profile: Profile) -> tuple[SettingRow, ...]:
    """Every setting, the lifter's first."""
    return (*_of_the_lifter(profile), *_of_the_file(settings))


def _of_the_lifter(profile: Profile) -> Iterator[SettingRow]:
    nobody = Profile()
    for one in ANSWERS.values():
        yield SettingRow(
            name=one.name,
            section="you",
            value=one.shown(profile) or "not said",
            default=one.shown(nobody) or "not said",
            allowed=one.allowed,
            meaning=one.meaning,
            words=one.words,
        )


def _of_the_file(settings: Settings) -> Iterator[SettingRow]:
    for one in REGISTRY.values():
        words = SWITCH if isinstance(one.default, bool) else one.words
        yield SettingRow(
            name=one.name,
            section=one.name.partition(".")[0],
            value=value_text(settings.value(one.name)),
            default=value_text(one.default),
            allowed=_allowed(one, words),
            meaning=one.meaning,
            words=words,
        )


def _allowed(one: Setting, words: tuple[str, ...]) -> str:
    if one.name == THEME:
        return f"{' | '.join(words[:2])} | one of Textual's own"
    return " | ".join(words) if words else one.allowed


def value_text(value: Value) -> str:
    """A value as it is shown, and as it may be typed: `3`, `on`, `0.67, 0.75`."""
    if isinstance(value, bool):
        return SWITCH[value]
    if isinstance(value, tuple):
        return ", ".join(f"{one:g}" for one in value)
    return f"{value:.10g}" if isinstance(value, float) else str(value)
