"""Every setting by name, those of the lifter too: how it is shown, changed and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.errors import InvalidSetting, TrackerError
from tracker.load import Load, LoadKind, Unit, plain_number
from tracker.load_reading import read_load
from tracker.profile import Profile, Sex, TrainingLevel
from tracker.setting import Setting, Value
from tracker.settings import setting
from tracker.store import Keeping


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the profile: how it is read and shown."""

    name: str
    allowed: str
    meaning: str
    shown: Callable[[Profile], str | None]
    changed: Callable[[Profile, str], Profile]
    """The profile with the answer that was typed; raises ValueError where it does not fit."""
    taken_back: Callable[[Profile], Profile]
    words: tuple[str, ...] = ()
    """The words it may be; empty where it is typed."""


def _with_weight(profile: Profile, text: str) -> Profile:
    load = read_load(text, profile.unit)
    if load.kind is not LoadKind.TOTAL or not 20_000 <= load.grams <= 400_000:
        raise ValueError(text)
    return replace(profile, body_weight=load)


def _weight_text(load: Load | None) -> str | None:
    return None if load is None else f"{plain_number(load.value)} {load.unit}"


ANSWERS = {
    one.name: one
    for one in (
        Answer(
            "level",
            " | ".join(TrainingLevel),
            "Your training age; a beginner has a smaller budget and no techniques past failure.",
            lambda profile: str(profile.level),
            lambda profile, text: replace(profile, level=TrainingLevel(text.lower())),
            lambda profile: replace(profile, level=Profile().level),
            tuple(TrainingLevel),
        ),
        Answer(
            "unit",
            " | ".join(Unit),
            "The unit of a load that names none; what is logged keeps its own.",
            lambda profile: str(profile.unit),
            lambda profile, text: replace(profile, unit=Unit(text.lower())),
            lambda profile: replace(profile, unit=Profile().unit),
            tuple(Unit),
        ),
        Answer(
            "body_weight",
            "a load, 20 to 400 kg, such as 82.5kg or 180lb",
            "Your body weight, for body-weight lifts and the relative gate.",
            lambda profile: _weight_text(profile.body_weight),
            _with_weight,
            lambda profile: replace(profile, body_weight=None),
        ),
        Answer(
            "sex",
            " | ".join(Sex),
            "For the relative bench gate only.",
            lambda profile: None if profile.sex is None else str(profile.sex),
            lambda profile, text: replace(profile, sex=Sex(text.lower())),
            lambda profile: replace(profile, sex=None),
            tuple(Sex),
        ),
    )
}
"""What the database keeps of the lifter."""


def change(keeping: Keeping, name: str, text: str | None) -> None:
    """Keep what was typed for a setting; None takes it back to its default.

    Raises:
        InvalidSetting: no such setting, or the value does not fit.
        TrackerError: it can't be kept.
    """
    if name not in ANSWERS:
        one = known(name)
        keeping.save_setting(name, None if text is None else _read(one, text))
        return
    answer, profile = ANSWERS[name], keeping.profile()
    try:
        changed = answer.taken_back(profile) if text is None else answer.changed(profile, text)
    except (ValueError, TrackerError):
        raise InvalidSetting(
            f"{name} can't be {text!r}: it takes {answer.allowed}.", text or "", answer.allowed
        ) from None
    keeping.save_profile(changed)


def _read(one: Setting, text: str) -> Value:
    try:
        return one.read(text)
    except InvalidSetting:
        # Refused as it was typed, not as the number it was read as.
        raise one.refused(text) from None


def known(name: str) -> Setting:
    """The setting of the file of that name.

    Raises:
        InvalidSetting: there is none; names near ones, those of the lifter too.
    """
    try:
        return setting(name)
    except InvalidSetting as error:
        if near := [one for one in ANSWERS if name in one]:
            error.candidates = (*near, *error.candidates)
        raise
