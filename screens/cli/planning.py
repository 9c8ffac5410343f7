"""`lastset plan`: what the guide says before the set; no set is recorded."""

from dataclasses import dataclass, replace
from typing import Any

import click

from screens.cli.advising import keep_lessons
from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.options import (
    LoadType,
    PlaceType,
    RirType,
    safety_options,
    safety_said,
)
from screens.cli.planned_acts import record_act
from screens.cli.set_writing import Said
from screens.cli.shapes import advice_shapes, budget_shape, clock_shapes, points, shown_shapes
from screens.cli.verb import VerbCommand, examples, verb
from screens.cli.words import advice_lines, bold, clock_lines, standing_line
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise
from tracker.guidance.advice import Guidance, Moment
from tracker.guidance.guide import guide
from tracker.guidance.situation import Situation
from tracker.guidance.standing import Standing, cost_of, standing_after
from tracker.guidance.wording import counted, points_text
from tracker.load import Load, Unit
from tracker.load_reading import read_load
from tracker.naming import resolve
from tracker.planned import PlannedSet
from tracker.session import Block, Session
from tracker.visible import as_of

USUAL_SETS = 3
"""Work sets that are assumed where neither the call, the session nor last time says how many."""


class FailOnType(click.ParamType[frozenset[int] | str]):
    """`K`, `K,K…` or `all`."""

    name = "K[,K…]|all"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[int] | str:
        """Read it."""
        if str(value).strip().lower() == "all":
            return "all"
        numbers = [one.strip() for one in str(value).split(",")]
        if not all(one.isdigit() and 1 <= int(one) <= 100 for one in numbers):
            self.fail(f"{value!r} names no sets: 3, or 2,3, or all.", param, ctx)
        return frozenset(int(one) for one in numbers)


@dataclass(frozen=True, slots=True)
class Meant:
    """What the options of `plan` ask for."""

    sets: int | None
    fail_on: frozenset[int] | str | None
    failure: FailureType | None
    technique: Technique
    load: Load | None
    reps: int | None
    rir: float | None

    @property
    def is_failure(self) -> bool:
        """Whether any set is to fail."""
        return (
            self.fail_on is not None
            or self.failure not in (None, FailureType.NONE)
            or self.technique is not Technique.NONE
            or self.rir == 0
        )

    def failing(self, count: int) -> frozenset[int]:
        """The numbers of the sets that are to fail: the last one where none is named."""
        if not self.is_failure:
            return frozenset()
        if self.fail_on == "all":
            return frozenset(range(1, count + 1))
        return self.fail_on if isinstance(self.fail_on, frozenset) else frozenset({count})

    def plan(self, count: int) -> tuple[PlannedSet, ...]:
        """The work sets of the exercise as they are meant."""
        failing = self.failing(count)
        straight = PlannedSet(self.load, self.reps, rir=self.rir or None)
        return tuple(
            self._all_out(straight) if number in failing else straight
            for number in range(1, count + 1)
        )

    def _all_out(self, straight: PlannedSet) -> PlannedSet:
        kind = self.failure
        if kind is None and self.technique is Technique.NONE and self.rir != 0:
            kind = FailureType.TECHNICAL
        return replace(straight, rir=0.0, failure=kind, technique=self.technique)


@verb(
    "plan",
    VerbCommand,
    epilog=examples(
        "lastset plan 'bench press' --sets 3 --failure technical --spotter",
        "lastset plan 'leg extension' --sets 4 --fail-on 4 --failure absolute",
        "lastset plan 'pec deck' --technique drop --load 80 --json",
        "lastset plan squat --sets 3 --fail-on all --safeties",
    ),
)
@click.argument("exercise")
@click.option(
    "--sets", type=click.IntRange(1, 100), help="Work sets in all, those already logged included."
)
@click.option("--fail-on", type=FailOnType(), help="Which sets are to fail; else the last one.")
@click.option(
    "--failure", type=click.Choice(["technical", "absolute"]), help="The kind of failure meant."
)
@click.option(
    "--technique",
    type=click.Choice([str(one) for one in Technique]),
    default="none",
    help="How the set is to go on past failure.",
)
@click.option("--load", type=LoadType(), help="The load, such as 100, 225lb, +20, -15 or bw.")
@click.option("--reps", type=click.IntRange(1, 999), help="Reps of each set.")
@click.option("--rir", type=RirType(), help="Target RIR; 0 means failure.")
@safety_options
@click.option("--exercise-of", type=PlaceType(), help="The K-th of N exercises planned today.")
def plan_verb(call: Call, exercise: str, **options: Any) -> None:
    """What the guide says of sets of EXERCISE before they are done.

    Without --sets it assumes what the session or last time says, else three. No set is recorded;
    where a session is open and a failure is asked about, the verdict is remembered, so that the
    dashboard can tell whether it was heeded.
    """
    lift = resolve(exercise, call.store.catalogue.exercises())
    meant = _meant(options, call.store.keeping.profile().unit)
    said = Said(safety=safety_said(options), place=options["exercise_of"])
    session = call.store.logging.session_at(call.now)
    session = as_of(session, call.now) if session else None
    block = planned_block(call, session, lift, meant, said)
    situation = call.coach.situation(Moment.PLAN, call.now, session, block)
    guidance = guide(situation)
    standing = standing_after(situation)
    if session is not None and meant.is_failure:
        record_act(call, session, lift, guidance)
    keep_lessons(call.store, guidance.shown)
    call.answer(
        lambda: _document(call, block, guidance, situation, standing),
        lambda: _lines(call, block, guidance, situation, standing),
    )


def _meant(options: dict[str, Any], unit: Unit) -> Meant:
    sets, fail_on = options["sets"], options["fail_on"]
    if sets and isinstance(fail_on, frozenset) and max(fail_on) > sets:
        raise click.UsageError(f"--fail-on {max(fail_on)} lies beyond --sets {sets}.")
    if options["rir"] and options["failure"] and not fail_on and sets == 1:
        raise click.UsageError(f"--rir {options['rir']:g} and --failure contradict each other.")
    return Meant(
        sets=sets,
        fail_on=fail_on,
        failure=FailureType(options["failure"]) if options["failure"] else None,
        technique=Technique(options["technique"]),
        load=read_load(options["load"], unit) if options["load"] else None,
        reps=options["reps"],
        rir=options["rir"],
    )


def planned_block(
    call: Call, session: Session | None, exercise: Exercise, meant: Meant, said: Said
) -> Block:
    """The exercise as it stands in the session, with what is meant as its plan."""
    blocks = session.blocks if session else ()
    known = [one for one in blocks if one.exercise.id == exercise.id]
    block = said.over(known[-1] if known else Block(exercise))
    count = meant.sets or block.sets_planned or _sets_last_time(call, exercise, session)
    if isinstance(meant.fail_on, frozenset):
        count = max(count, *meant.fail_on)
    count = max(count, len(block.work_sets), 1 if meant.sets else len(block.work_sets) + 1)
    return replace(block, plan=meant.plan(count), planned_sets=count)


def _sets_last_time(call: Call, exercise: Exercise, session: Session | None) -> int:
    last = call.store.history.last_block(exercise.id, call.now, session.id if session else 0)
    return len(last.work_sets) if last else USUAL_SETS


def _document(
    call: Call, block: Block, guidance: Guidance, situation: Situation, standing: Standing
) -> Json:
    return {
        "exercise": block.exercise.name,
        "sets": block.planned_sets,
        "advice": shown_shapes(guidance.shown, guidance.all),
        "all_advice": advice_shapes(guidance.all),
        "allowed": guidance.is_allowed,
        "cost": points(cost_of(situation)),
        "budget_after": budget_shape(standing.budget),
        "recovery_after": clock_shapes(standing.clocks, call.zone),
    }


def _lines(
    call: Call, block: Block, guidance: Guidance, situation: Situation, standing: Standing
) -> list[str]:
    verdict = "allowed" if guidance.is_allowed else "stop"
    cost = cost_of(situation)
    costs = f" · costs {points_text(cost)} points" if cost else ""
    count = counted(block.planned_sets or 0, "set")
    return [
        f"{block.exercise.name} · {count} · {bold(verdict)}{costs}",
        *advice_lines(guidance.shown, call.settings.is_on("look.ascii")),
        f"after it: {standing_line(standing.ration, standing.budget, call.zone)}",
        *clock_lines(standing.clocks, call.zone),
    ]
