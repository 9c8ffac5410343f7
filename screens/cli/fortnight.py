"""`lastset failures`: the two-week view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta

import click

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.shapes import (
    advice_shapes,
    budget_shape,
    clock_shapes,
    instant,
    points,
    ration_shape,
    set_shape,
    shown_shapes,
)
from screens.cli.verb import examples, verb
from screens.cli.words import advice_lines, bold, clock_lines, set_text, standing_line, table
from tracker.guidance.advice import Guidance, Moment
from tracker.guidance.fortnight import Fortnight, fortnight
from tracker.guidance.guide import guide
from tracker.guidance.wording import counted, points_text
from tracker.when import day_in_words, local, long_day_in_words, moment_in_words

LEAST_HISTORY = timedelta(days=28)
"""The budget and the presets look so far back, however short the window is."""
END_OF_DAY = time(23, 59, 59)
"""What a date alone means for `--until`: that whole day."""


@dataclass(frozen=True, slots=True)
class View:
    """The window, and what the guide says of it."""

    fortnight: Fortnight
    guidance: Guidance
    rated: tuple[int, int]
    """Work sets whose effort was said, and work sets in all."""


@verb(
    "failures",
    epilog=examples(
        "lastset failures",
        "lastset failures --days 28 --json",
        "lastset failures --until 2026-11-09",
    ),
)
@click.option(
    "--days", type=click.IntRange(1, 3660), default=14, show_default=True, help="Length in days."
)
@click.option("--until", metavar="TIME", help="The window's end; a date means all of that day.")
def failures_verb(call: Call, days: int, until: str | None) -> None:
    """Failure sets of the last two weeks: how often, on what, what they cost, when you are ready.

    A day of the window is 24 hours. Ration, budget and recovery are those at its end.
    """
    seen = view(call, days, until)
    call.answer(lambda: _document(call, seen), lambda: _lines(call, seen))


def view(call: Call, days: int, until: str | None) -> View:
    """The window of so many days that ends at a time; nothing later than `--at` is in it."""
    end = min(call.moment(until, END_OF_DAY), call.now) if until and call.said_at else call.now
    if until and not call.said_at:
        end = call.moment(until, END_OF_DAY)
    length = timedelta(days=days)
    history = call.store.history
    return View(
        fortnight(
            history.failures(end - max(length, LEAST_HISTORY), end),
            end,
            call.zone,
            call.store.keeping.profile(),
            call.settings,
            days,
            history.days(end - length, end),
        ),
        guide(call.coach.situation(Moment.DASHBOARD, end)),
        history.rated(end - length, end),
    )


def _document(call: Call, seen: View) -> Json:
    shown, zone = seen.fortnight, call.zone
    return {
        "window": {
            "from": instant(shown.since, zone),
            "to": instant(shown.until, zone),
            "days": shown.days,
        },
        "events": [
            {
                "exercise": one.event.exercise.name,
                "session": one.event.session_id,
                "at": instant(one.event.at, zone),
                "sets": len(one.event.failures),
                "counts_as": str(one.counts_as),
                "technique": str(one.event.technique),
                "cost": points(one.cost),
            }
            for one in shown.events
        ],
        "sets": [set_shape(one.performed, one.exercise, zone, call.settings) for one in shown.sets],
        "ration": ration_shape(shown.ration, zone),
        "budget": {**budget_shape(shown.budget), "items": _items(seen, zone)},
        "recovery": clock_shapes(shown.clocks, zone),
        "by_exercise": {name: len(events) for name, events in shown.by_exercise.items()},
        "by_type": dict(shown.by_type),
        "by_day": [
            {
                "date": one.date.isoformat(),
                "sessions": one.sessions,
                "sets": one.sets,
                "failure_sets": len(one.failures),
            }
            for one in shown.by_day
        ],
        "advice": shown_shapes(seen.guidance.shown, seen.guidance.all),
        "all_advice": advice_shapes(seen.guidance.all),
        "rated": {"sets": seen.rated[0], "of": seen.rated[1]},
    }


def _items(seen: View, zone: str) -> Sequence[Json]:
    return [
        {
            "set": one.failure.performed.id,
            "exercise": one.failure.exercise.name,
            "at": instant(one.failure.performed.at, zone),
            "cost": points(one.cost),
            "weight": round(one.weight, 6),
            "points": points(one.points),
        }
        for one in seen.fortnight.budget.items
    ]


def _lines(call: Call, seen: View) -> list[str]:
    shown, zone = seen.fortnight, call.zone
    since, until = (local(one, zone).date() for one in (shown.since, shown.until))
    events = counted(len(shown.events), "failure event")
    lines = [
        bold(f"{day_in_words(since)} – {long_day_in_words(until)}: {events}"),
        standing_line(shown.ration, shown.budget, zone),
        *advice_lines(seen.guidance.shown, call.settings.is_on("look.ascii")),
    ]
    if shown.sets:
        weights = {one.failure.performed.id: one.points for one in shown.budget.items}
        lines += ["", *_set_rows(seen, zone, weights)]
    if shown.clocks:
        lines += ["", "recovery", *clock_lines(shown.clocks, zone)]
    rated, of = seen.rated
    if of:
        lines += ["", f"effort said on {rated} of {counted(of, 'work set')}"]
    return lines


def _set_rows(seen: View, zone: str, weights: dict[int, int]) -> list[str]:
    rows = [
        (
            moment_in_words(one.performed.at, zone),
            one.exercise.name,
            set_text(one.performed),
            points_text(weights.get(one.performed.id, 0)),
        )
        for one in seen.fortnight.sets
    ]
    return table([("when", "exercise", "set", "points left"), *rows], right=(3,))
