"""`lastset log` and `lastset finish`: recording what was done."""

from typing import Any

import click

from screens.cli.advising import Told, advise, end_of_the_last, keep_lessons
from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.options import PlaceType, safety_options, safety_said
from screens.cli.planned_acts import settle_acts
from screens.cli.set_writing import Said, Written, remember, write_sets
from screens.cli.shapes import (
    Shape,
    advice_shapes,
    budget_shape,
    clock_shapes,
    next_time_shapes,
    ration_shape,
    record_shapes,
    session_shape,
    set_shape,
    shown_shapes,
)
from screens.cli.verb import EntryCommand, examples, verb
from screens.cli.words import (
    advice_lines,
    clock_lines,
    last_set_words,
    next_time_lines,
    record_lines,
    session_head,
    session_record_lines,
    set_text,
    standing_line,
)
from tracker.entry_parser import parse_set
from tracker.errors import UnknownSession
from tracker.exercise import Exercise
from tracker.forgotten import SILENCE
from tracker.guidance.advice import Moment
from tracker.guidance.standing import Standing, standing_of
from tracker.naming import resolve
from tracker.progression import Proposal, next_time
from tracker.records import Record
from tracker.rests import rests
from tracker.session import Session
from tracker.visible import as_of


@verb(
    "log",
    EntryCommand,
    epilog=examples(
        "lastset log bench '100x8@2'",
        "lastset log bench '100x8@2' '100x7@1' '100x6!t' --planned 3 --spotter",
        "lastset log 'pull up' 'bwx12@3' '-15x8@2'",
        "lastset log 'pec deck' '80x10!a > 60x6 > 45x5' --exercise-of 4/5 --finish",
        "lastset log squat '225lb x 5@2' --at 2026-11-23T18:40",
    ),
)
@click.argument("exercise")
@click.argument("specs", nargs=-1, metavar="SPEC…")
@click.option("--planned", type=click.IntRange(1, 100), help="Work sets planned of this exercise.")
@click.option(
    "--plan-failure/--no-plan-failure", default=None, help="Failure on this exercise was intended."
)
@safety_options
@click.option("--pain", is_flag=True, help="This exercise hurts: no failure for 14 days.")
@click.option("--clear-pain", is_flag=True, help="It hurts no more.")
@click.option("--exercise-of", type=PlaceType(), help="The K-th of N exercises planned today.")
@click.option("--title", help="The session's title.")
@click.option("--finish", is_flag=True, help="End the session with these sets.")
def log_verb(call: Call, exercise: str, specs: tuple[str, ...], **options: Any) -> None:
    """Log one set or several of EXERCISE into the open session, or into a new one.

    One SPEC is one set; put it in single quotes. What is planned, where the exercise stands and
    who stands by hold for its later sets of the session. Nothing is refused for being unwise:
    the advice follows.
    """
    said = _said(options)
    if not specs and not (said.pain or said.clear_pain):
        raise click.UsageError("Missing SPEC: the set that was done, such as '100x8@2'.")
    call.check_settings()
    lift = resolve(exercise, call.store.catalogue.exercises())
    unit = call.store.keeping.profile().unit
    entries = [parse_set(spec, unit, lift.is_bodyweight) for spec in specs]
    if entries:
        written = write_sets(call, lift, entries, said)
    else:
        remember(call.store, lift, said, call.now)
        session = call.store.logging.session_at(call.now)
        written = Written(session.id if session else 0)
    report(call, written, options["finish"])


def _said(options: dict[str, Any]) -> Said:
    if options["pain"] and options["clear_pain"]:
        raise click.UsageError("--pain and --clear-pain contradict each other.")
    return Said(
        planned=options["planned"],
        plan_failure=options["plan_failure"],
        safety=safety_said(options),
        place=options["exercise_of"],
        title=options["title"],
        pain=options["pain"],
        clear_pain=options["clear_pain"],
    )


@verb("finish", epilog=examples("lastset finish", "lastset finish --json"))
def finish_verb(call: Call) -> None:
    """End the open session; says what it cost and when you are ready again."""
    call.check_settings()
    session = call.store.logging.session_at(call.now) or call.store.logging.open_session()
    if session is None or session.started_at > call.now or session.ended_at is not None:
        raise UnknownSession(
            "No session is open.", "", "a session opened by `lastset log` or in the app"
        )
    report(call, Written(session.id), True, is_log=False)


def report(call: Call, written: Written, is_finish: bool, is_log: bool = True) -> None:
    """End the session where that was asked for, and say how things stand."""
    session = call.store.history.session(written.session_id) if written.session_id else None
    told = Told()
    if session is not None and written.set_ids:
        told = advise(call.coach, call.now, session, written)
        settle_acts(call, session, written)
    if session is not None and is_finish:
        session = _finish(call, session, told)
    visible = as_of(session, call.now) if session else None
    standing = standing_of(call.coach.situation(Moment.DASHBOARD, call.now, visible))
    keep_lessons(call.store, told.shown)
    call.answer(
        lambda: _document(call, visible, written, told, standing, is_finish, is_log),
        lambda: _lines(call, visible, written, told, standing, is_finish),
    )


def _finish(call: Call, session: Session, told: Told) -> Session:
    """End the session: now, or with its last set where it was long silent."""
    call.store.logging.finish(session.id, call.now)
    ended = call.store.history.session(session.id)
    visible = as_of(ended, call.now)
    told.add(*end_of_the_last(call.coach, call.now, visible))
    told.add(call.coach.session_end(call.now, visible))
    return ended


def _document(
    call: Call,
    session: Session | None,
    written: Written,
    told: Told,
    standing: Standing,
    is_finish: bool,
    is_log: bool,
) -> Json:
    document: dict[str, Json] = {"session": session_shape(session) if session else None}
    if is_log:
        document["sets"] = _set_shapes(call, session, written, told) if session else []
    document |= {
        "advice": shown_shapes(told.shown, told.all),
        "all_advice": advice_shapes(told.all),
        "ration": ration_shape(standing.ration, call.zone),
        "budget": budget_shape(standing.budget),
    }
    if is_finish:
        document["recovery"] = clock_shapes(standing.clocks, call.zone)
        document["next_time"] = next_time_shapes(_proposals(call, session))
    return document


def _set_shapes(call: Call, session: Session, written: Written, told: Told) -> list[Shape]:
    zone, settings = session.zone, call.settings
    records, rested = _records(call, session, written), rests(session)
    return [
        {
            **set_shape(one, block.exercise, zone, settings, told.by_set.get(one.id, ())),
            "rest": rested.get(one.id),
            "records": record_shapes(records[one.id], call.now, zone),
        }
        for block in session.blocks
        for one in block.sets
        if one.id in written.set_ids
    ]


def _records(call: Call, session: Session, written: Written) -> dict[int, tuple[Record, ...]]:
    """By written set: what it reached for the first time."""
    return {
        one.id: call.coach.records(call.now, session, block, one)
        for block in session.blocks
        for one in block.sets
        if one.id in written.set_ids
    }


def _lines(
    call: Call,
    session: Session | None,
    written: Written,
    told: Told,
    standing: Standing,
    is_finish: bool,
) -> list[str]:
    lines = _set_lines(call, session, written) if session else []
    if session and (is_finish or written.is_new_session):
        lines.append(session_head(session))
    lines += _end_lines(call, session, written)
    lines += advice_lines(told.shown, call.settings.is_on("look.ascii"))
    lines.append(standing_line(standing.ration, standing.budget, call.zone))
    if is_finish:
        lines += clock_lines(standing.clocks, call.zone)
        lines += _sum_lines(call, session) if session else []
    return lines


def _sum_lines(call: Call, session: Session) -> list[str]:
    """What the session reached for the first time, and what to do next time."""
    records = call.coach.session_records(call.now, session)
    lines = session_record_lines(records, call.now, session.zone)
    return [*lines, *next_time_lines(_proposals(call, session))]


def _proposals(call: Call, session: Session | None) -> tuple[tuple[Exercise, Proposal], ...]:
    return next_time(session, call.settings) if session else ()


def _end_lines(call: Call, session: Session | None, written: Written) -> list[str]:
    """What ended in silence: this session, or the one that was still open before it."""
    lines, left = [], written.forgotten
    if left is not None:
        what = "its last set" if left.sets else "its start"
        over = f"over since {what}, {last_set_words(left)}"
        lines.append(f"Session {left.id} was still open: {over}.")
    if session is not None and session.ended_at is not None:
        is_silent = call.now - session.ended_at > SILENCE
        if is_silent and session.sets:
            lines.append(f"Ended at its last set, {last_set_words(session)}.")
        elif is_silent:
            lines.append(f"Ended where it began, {last_set_words(session)}: no set is in it.")
    return lines


def _set_lines(call: Call, session: Session, written: Written) -> list[str]:
    lines, records = [], _records(call, session, written)
    for block in session.blocks:
        of = f" of {block.planned_sets}" if block.planned_sets else ""
        work = [one.id for one in block.work_sets]
        for one in block.sets:
            if one.id in written.set_ids:
                number = f"set {work.index(one.id) + 1}{of}" if one.is_work_set else "warm-up"
                lines.append(f"{block.exercise.name} · {number} · {set_text(one)}")
                lines += record_lines(records[one.id], call.now, session.zone)
    return lines
