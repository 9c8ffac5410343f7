"""`lastset settings`: the lifter's profile, and every threshold of the guide."""

import click

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.verb import EntryCommand, examples, verb
from screens.cli.words import table
from screens.every_setting import ANSWERS, change, known
from tracker.profile import Profile
from tracker.setting import Value
from tracker.settings import REGISTRY

TAKE_BACK = "default"
"""The value that takes a setting back."""


@verb(
    "settings",
    EntryCommand,
    epilog=examples(
        "lastset settings",
        "lastset settings level advanced",
        "lastset settings body_weight 82.5kg",
        "lastset settings ration.total_max 4",
        "lastset settings ration.total_max default",
        "lastset settings gym.plates_kg '20x4 10x2 5x2 2.5x2 1.25x2'",
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
        is_taken_back = value.strip().lower() == TAKE_BACK
        change(call.store.keeping, name, None if is_taken_back else value)
    if name:
        one = _shape(call, name)
        call.answer(lambda: one, lambda: _one_lines(one))
    else:
        every = [_shape(call, each) for each in (*ANSWERS, *REGISTRY)]
        call.answer(lambda: every, lambda: _rows(every))


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
    one = known(name)
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
