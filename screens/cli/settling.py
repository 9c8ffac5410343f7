"""`lastset settings`: the lifter's profile, and every threshold of the guide."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import click

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.options import read_load
from screens.cli.verb import EntryCommand, examples, verb
from screens.cli.words import table
from tracker.errors import InvalidSetting, TrackerError
from tracker.load import Load, LoadKind, Unit, plain_number
from tracker.profile import Profile, Sex, TrainingLevel
from tracker.settings import REGISTRY, Setting, Value, setting

TAKE_BACK = "default"
"""The value that takes a setting back."""


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
        ),
        Answer(
            "unit",
            " | ".join(Unit),
            "The unit of a load that names none; what is logged keeps its own.",
            lambda profile: str(profile.unit),
            lambda profile, text: replace(profile, unit=Unit(text.lower())),
            lambda profile: replace(profile, unit=Profile().unit),
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
        ),
    )
}
"""What the database keeps of the lifter."""


@verb(
    "settings",
    EntryCommand,
    epilog=examples(
        "lastset settings",
        "lastset settings level advanced",
        "lastset settings body_weight 82.5kg",
        "lastset settings ration.total_max 4",
        "lastset settings ration.total_max default",
    ),
)
@click.argument("name", required=False, default="")
@click.argument("value", required=False)
def settings_verb(call: Call, name: str, value: str | None) -> None:
    """Show all settings, or the one called NAME; with VALUE change it, `default` takes it back.

    level, unit, body_weight and sex are kept in the database; every other one in the settings
    file, where it can be edited by hand too.
    """
    if value is not None:
        _change(call, name, value)
    if name:
        one = _shape(call, name)
        call.answer(lambda: one, lambda: _one_lines(one))
    else:
        every = [_shape(call, each) for each in (*ANSWERS, *REGISTRY)]
        call.answer(lambda: every, lambda: _rows(every))


def _change(call: Call, name: str, value: str) -> None:
    is_taken_back = value.strip().lower() == TAKE_BACK
    keeping = call.store.keeping
    if name not in ANSWERS:
        known = _known(name)
        keeping.save_setting(name, None if is_taken_back else _read(known, value))
        return
    answer, profile = ANSWERS[name], keeping.profile()
    try:
        changed = answer.taken_back(profile) if is_taken_back else answer.changed(profile, value)
    except (ValueError, TrackerError):
        raise InvalidSetting(
            f"{name} can't be {value!r}: it takes {answer.allowed}.", value, answer.allowed
        ) from None
    keeping.save_profile(changed)


def _read(known: Setting, text: str) -> Value:
    try:
        return known.read(text)
    except InvalidSetting:
        # Refused as it was typed, not as the number it was read as.
        raise known.refused(text) from None


def _known(name: str) -> Setting:
    try:
        return setting(name)
    except InvalidSetting as error:
        if near := [one for one in ANSWERS if name in one]:
            error.candidates = (*near, *error.candidates)
        raise


def _shape(call: Call, name: str) -> dict[str, Json]:
    if name in ANSWERS:
        answer = ANSWERS[name]
        return {
            "name": name,
            "value": answer.shown(call.store.keeping.profile()),
            "default": answer.shown(Profile()),
            "allowed": answer.allowed,
            "meaning": answer.meaning,
            "kept_in": "database",
        }
    one = _known(name)
    return {
        "name": name,
        "value": _plain(call.settings.value(name)),
        "default": _plain(one.default),
        "allowed": one.allowed,
        "meaning": one.meaning,
        "kept_in": "settings file",
    }


def _plain(value: Value) -> Json:
    return list(value) if isinstance(value, tuple) else value


def _text(value: Json) -> str:
    if value is None:
        return "not said"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(_text(one) for one in value) if isinstance(value, list) else str(value)


def _rows(every: list[dict[str, Json]]) -> list[str]:
    rows = [
        (
            str(one["name"]),
            _text(one["value"]) + ("" if one["value"] == one["default"] else " *"),
            str(one["allowed"]),
        )
        for one in every
    ]
    return [
        *table([("setting", "value", "allowed"), *rows]),
        "",
        "* changed. `lastset settings NAME` says what it means; `default` takes it back.",
    ]


def _one_lines(one: dict[str, Json]) -> list[str]:
    return [
        f"{one['name']} = {_text(one['value'])}",
        f"  {one['meaning']}",
        f"  allowed: {one['allowed']}; default: {_text(one['default'])}; "
        f"kept in the {one['kept_in']}",
    ]
