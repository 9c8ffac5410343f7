"""`lastset sessions` and `lastset show`: the history."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import click

from screens.cli.advising import advice_by_set
from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.shapes import (
    Shape,
    block_shape,
    instant,
    load_shape,
    record_shapes,
    session_shape,
    set_shape,
)
from screens.cli.verb import examples, verb
from screens.cli.words import (
    bold,
    columns,
    last_set_words,
    session_head,
    set_text,
    span,
    table,
)
from tracker.errors import UnknownSession
from tracker.failure import is_failure
from tracker.forgotten import visit_length
from tracker.guidance.advice import Advice
from tracker.guidance.wording import counted
from tracker.rests import rests
from tracker.session import Block, Session
from tracker.store import SessionLine
from tracker.visible import as_of
from tracker.when import clock_in_words, local, long_day_in_words

LATEST = 20
"""Sessions that are listed for people where the call does not say how many."""
ALL = 1_000_000
"""More than a lifetime of sessions."""


@verb(
    "sessions",
    epilog=examples(
        "lastset sessions", "lastset sessions squat --limit 5", "lastset sessions 'Push day' --json"
    ),
)
@click.argument("query", required=False, default="")
@click.option(
    "--limit",
    type=click.IntRange(1, ALL),
    help=f"How many at most; else {LATEST}, and all with --json.",
)
def sessions_verb(call: Call, query: str, limit: int | None) -> None:
    """List sessions, newest first; QUERY is part of a title or of an exercise's name."""
    most = limit or (ALL if call.wants_json else LATEST)
    listed = call.store.history.sessions(call.settings, most, query=query, until=call.now)
    sessions = tuple(_as_of(call, one) for one in listed)
    call.answer(lambda: [_line_shape(one) for one in sessions], lambda: _rows(sessions))


def _as_of(call: Call, line: SessionLine) -> SessionLine:
    """The line without what came later than the call's time."""
    if not call.said_at or (line.ended_at is not None and line.ended_at <= call.now):
        return line
    session = as_of(call.store.history.session(line.id), call.now)
    names = dict.fromkeys(block.exercise.name for block in session.blocks)
    return replace(line, exercises=tuple(names), ended_at=session.ended_at)


def _line_shape(one: SessionLine) -> Json:
    return {
        "id": one.id,
        "title": one.title,
        "started_at": instant(one.started_at, one.zone),
        "ended_at": instant(one.ended_at, one.zone),
        "exercises": list(one.exercises),
        "sets": one.sets,
        "failure_sets": one.failure_sets,
    }


def _rows(sessions: tuple[SessionLine, ...]) -> list[str]:
    if not sessions:
        return ["No session yet. `lastset log bench '100x8@2'` begins one."]
    rows = [
        (
            str(one.id),
            span(one),
            str(one.sets),
            str(one.failure_sets or ""),
            " · ".join(word for word in (one.title, ", ".join(one.exercises)) if word),
        )
        for one in sessions
    ]
    heads = ("id", "when", "sets", "failed", "what")
    return [line[: columns()] for line in table([heads, *rows], right=(0, 2, 3))]


@verb("show", epilog=examples("lastset show 12", "lastset show 12 --json"))
@click.argument("session_id", metavar="ID", type=int)
def show_verb(call: Call, session_id: int) -> None:
    """Show the session of that ID with all its exercises and sets."""
    session = call.store.history.session(session_id) if abs(session_id) < 2**63 else None
    if session is None or session.started_at > call.now:
        raise UnknownSession(
            f"There is no session {session_id}.", str(session_id), "an id of `lastset sessions`"
        )
    visible = as_of(session, call.now)
    call.answer(lambda: _document(call, visible), lambda: _session_lines(call, visible))


def _document(call: Call, session: Session) -> Json:
    advice = advice_by_set(call.coach, session)
    blocks = [(block, _set_shapes(call, session, block, advice)) for block in session.blocks]
    return {
        **session_shape(session),
        "zone": session.zone,
        "note": session.note,
        "source": session.source or None,
        "body_weight": load_shape(session.body_weight),
        "exercises": [block_shape(block, sets) for block, sets in blocks],
        "sets": [one for _, sets in blocks for one in sets],
    }


def _set_shapes(
    call: Call, session: Session, block: Block, advice: Mapping[int, Sequence[Advice]]
) -> list[Shape]:
    """The sets of a block, each with the advice on it and the records it set."""
    zone, now, rested = session.zone, call.now, rests(session)
    return [
        {
            **set_shape(one, block.exercise, zone, call.settings, advice[one.id]),
            "rest": rested.get(one.id),
            "records": record_shapes(call.coach.records(now, session, block, one), now, zone),
        }
        for one in block.sets
    ]


def _session_lines(call: Call, session: Session) -> list[str]:
    lines = [bold(session_head(session)), *_end_lines(session)]
    if session.note:
        lines.append(f"  “{session.note}”")
    for block in session.blocks:
        lines += ["", *_block_lines(call, block)]
    return lines


def _end_lines(session: Session) -> list[str]:
    """What is made of an end that can't be right."""
    end = session.ended_at
    if end is None or visit_length(session.started_at, end) is not None:
        return []
    hours = round((end - session.started_at) / timedelta(hours=1))
    day = long_day_in_words(local(end, session.zone).date())
    clock = clock_in_words(end, session.zone)
    what = "its last set" if session.sets else "its start"
    return [
        f"  Stated end: {clock} on {day}, {hours} h after its start.",
        f"  Over 6 h: it counts as ended at {what}, {last_set_words(session)}.",
    ]


def _block_lines(call: Call, block: Block) -> list[str]:
    planned = f" · {counted(block.sets_planned, 'set')} planned" if block.sets_planned else ""
    rows = []
    number = 0
    for one in block.sets:
        number += one.is_work_set
        failed = "failure" if is_failure(one, call.settings) else ""
        rows.append(("" if one.warm_up else str(number), set_text(one), failed))
    note = [f"  “{block.note}”"] if block.note else []
    lines = [f"  {line}" for line in table(rows, right=(0,))]
    return [f"{block.exercise.name}{planned}", *note, *lines]
