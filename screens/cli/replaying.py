"""`lastset rules --replay`: what the guide would have said over the whole history."""

from collections.abc import Iterator

import click

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.words import bold, columns, table
from tracker.guidance.presets import PRESETS
from tracker.guidance.replay import Tally, obeying, tally
from tracker.guidance.rules import RULES_BY_ID
from tracker.session import Session
from tracker.visible import as_of

PRESET = click.Choice(tuple(PRESETS))
"""The guides there are."""
_PAGE = 200
"""Sessions that are listed at a time."""


def answer_replay(call: Call, preset: str | None, obeys: bool) -> None:
    """Go through the history and print how often each rule fired and was shown."""
    settings = call.settings
    if preset is not None:
        settings = settings.with_value("guidance.preset", preset)
    sessions: tuple[Session, ...] = tuple(_history(call))
    if obeys:
        sessions = obeying(sessions, settings)
    profile = call.store.keeping.profile()
    counts = tally(sessions, profile, settings, call.zone)
    name = settings.word("guidance.preset")
    call.answer(lambda: replay_shape(name, counts), lambda: _rows(name, counts))


def _history(call: Call) -> Iterator[Session]:
    """All sessions up to now, oldest first."""
    history = call.store.history
    ids: list[int] = []
    page = history.sessions(call.settings, _PAGE, until=call.now)
    while page:
        ids += [one.id for one in page]
        page = history.sessions(call.settings, _PAGE, before=page[-1].started_at)
    for session_id in reversed(ids):
        yield as_of(history.session(session_id), call.now)


def replay_shape(preset: str, counts: Tally) -> Json:
    """The replay as a program reads it."""
    return {
        "preset": preset,
        "sessions": counts.sessions,
        "sets": counts.sets,
        "shown_per_session": round(counts.shown_per_session, 2),
        "red_per_session": round(counts.red_per_session, 2),
        "rules": [
            {
                "rule": rule,
                "fired": counts.fired[rule],
                "shown": counts.shown[rule],
                "red": counts.red[rule],
            }
            for rule in sorted(counts.fired)
        ],
    }


def _rows(preset: str, counts: Tally) -> list[str]:
    if not counts.sessions:
        return ["Nothing was logged yet."]
    head = (
        f"{preset}: {counts.sessions} sessions, {counts.sets} work sets; shown "
        f"{counts.shown_per_session:.2f} lines a session, {counts.red_per_session:.2f} of them red."
    )
    rows = [
        (rule, f"{fired}", f"{counts.shown[rule]}", f"{counts.red[rule]}", _trigger(rule))
        for rule, fired in sorted(
            counts.fired.items(), key=lambda one: (-counts.shown[one[0]], -one[1], one[0])
        )
    ]
    lines = table([("rule", "fired", "shown", "red", "when"), *rows])
    return [bold(head), *(line[: columns()] for line in lines)]


def _trigger(rule: str) -> str:
    return RULES_BY_ID[rule].trigger
