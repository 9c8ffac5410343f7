"""Progression: from an exercise that is done to what to do next time.

Double progression in the guide's rep range (ACSM 2009; guidance, rules R88 and R89): reps first,
then load. Lifters whose sets lie outside that range move on within their own.
"""

from dataclasses import dataclass
from decimal import Decimal

from tracker.exercise import Exercise, Measure
from tracker.failure import is_failure
from tracker.load import Load, LoadKind
from tracker.overload import LEAST_OFF, MOST_OFF, a_step, heavier, lighter
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.stretch import Stretch, reps_of, stretch_of

_MORE_SECONDS = 5
_LONGEST_HOLD = 180
"""Seconds up to which a timed set is a hold that grows; what is longer is cardio."""
_ENDURED = 2
"""Reps that a set to failure leaves out next time, so that it stops short."""
_COUNT = ("none", "one", "two", "three", "four", "five")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to do next time: the same for all work sets, and never to failure."""

    load: Load | None
    """None where the exercise has none."""
    reps: int | None
    """None for timed sets."""
    target_rir: float | None
    """RIR to end with; None where speed or time ends the set."""
    why: str
    """In a few words: `all had two left: one step up`."""
    seconds: int | None = None
    """Length of a timed set."""


def proposal_words(proposal: Proposal) -> str:
    """What to do, in one short line: `82.5 kg × 8 at RIR 2`.

    >>> from tracker.load import kg
    >>> proposal_words(Proposal(kg("82.5"), 8, 2.0, "all had two left: one step up"))
    '82.5 kg × 8 at RIR 2'
    """
    count = f"{proposal.seconds} s" if proposal.reps is None else str(proposal.reps)
    unit = " reps" if proposal.load is None and proposal.reps is not None else ""
    load = f"{proposal.load} × " if proposal.load is not None else ""
    effort = "" if proposal.target_rir is None else f" at RIR {proposal.target_rir:g}"
    return f"{load}{count}{unit}{effort}"


def next_time(session: Session, settings: Settings) -> tuple[tuple[Exercise, Proposal], ...]:
    """A proposal for each exercise that was done, in their order; stretches of one are joined."""
    joined: dict[str, list[Block]] = {}
    for block in session.blocks:
        if block.work_sets:
            joined.setdefault(block.exercise.name, []).append(block)
    blocks = map(_joined, joined.values())
    proposals = ((block.exercise, propose(block, settings)) for block in blocks)
    return tuple((exercise, one) for exercise, one in proposals if one is not None)


def _joined(blocks: list[Block]) -> Block:
    first = blocks[0]
    if len(blocks) == 1:
        return first
    return Block(
        first.exercise,
        sets=tuple(one for block in blocks for one in block.sets),
        plan=tuple(one for block in blocks for one in block.plan),
    )


def is_due_more(block: Block, settings: Settings) -> bool:
    """Whether all work sets reached the top of the range, a rep or more in reserve (R88).

    The top is the lifter's own where more reps were planned.
    """
    stretch = stretch_of(block, settings)
    if stretch is None or len(block.work_sets) < 2:
        return False
    if any(is_failure(one, settings) for one in block.work_sets):
        return False
    top = max(settings.whole("reps.hi"), stretch.asked or 0)
    return all(
        (one.reps or 0) >= top and one.rir is not None and one.rir >= 1 for one in block.work_sets
    )


def is_too_heavy(block: Block, settings: Settings) -> bool:
    """Whether two or more work sets fell short of the range that was planned (R89)."""
    lo, hi = settings.whole("reps.lo"), settings.whole("reps.hi")
    asked = [one.reps for one in block.plan if not one.warm_up and one.reps is not None]
    if not asked or not all(lo <= reps <= hi for reps in asked):
        return False
    return sum(one.reps is not None and one.reps < lo for one in block.work_sets) >= 2


def propose(block: Block, settings: Settings) -> Proposal | None:
    """What to do next time, from an exercise that is done; None where there is nothing to say.

    Args:
        block: The exercise with its sets; its plan says what was wanted.
        settings: For the rep range, what counts as a failure, and the plates at hand.
    """
    stretch = stretch_of(block, settings)
    if stretch is None:
        return _longer(block)
    if is_too_heavy(block, settings):
        short = sum((one.reps or 0) < stretch.lo for one in block.work_sets)
        what = f"{short} sets under {stretch.lo}"
        hardest = min(stretch.counting, key=reps_of)
        return _eased(stretch, hardest, f"{what}: 5 to 10 % off", f"{what}: fewer reps")
    failed = stretch.failed_early
    if failed is not None:
        return _short_of_failure(stretch, failed)
    if is_due_more(block, settings):
        return _more(stretch)
    if not stretch.is_reached:
        return _again(stretch, f"not all had {stretch.goal}: the same again")
    return _onward(stretch)


def _onward(stretch: Stretch) -> Proposal:
    """All sets had their reps: a rep or a step more where the effort leaves room for it."""
    if not stretch.short_of_failure:
        return _short_of_failure(stretch, stretch.counting[-1])
    is_step_due = stretch.is_own or stretch.lowest >= stretch.hi
    if not stretch.is_effort_known or (is_step_due and not stretch.is_every_effort_known):
        return _again(stretch, "effort not said: the same again")
    wanted = stretch.wanted_left
    if stretch.least_left < wanted:
        return _again(stretch, f"less than {_left(wanted)} left: again")
    return _more(stretch)


def _more(stretch: Stretch) -> Proposal:
    """One step of load or one rep more, whichever comes next."""
    load, why = stretch.load, _why(stretch)
    is_in_range = stretch.lowest < stretch.hi and not stretch.is_own
    is_body_alone = load is not None and load.kind is LoadKind.BODYWEIGHT and stretch.is_own
    if load is None or is_in_range or is_body_alone:
        return _proposal(stretch, load, stretch.lowest + 1, f"{why}: one rep more")
    if not stretch.is_own:
        up = heavier(load, stretch.exercise, stretch.settings)
        return _proposal(stretch, up, stretch.lo, f"all had {stretch.hi}: one step up")
    # Where reps are few, 5 % would cost too many of them: one step at a time.
    step = heavier if stretch.is_high else a_step
    up = step(load, stretch.exercise, stretch.settings)
    reps = min(stretch.goal, stretch.lowest)
    return _proposal(stretch, up, reps, f"{why}: one step up")


def _why(stretch: Stretch) -> str:
    """What the sets had to spare, or, after an all-out last one, that they had their reps."""
    has_failed = any(is_failure(one, stretch.settings) for one in stretch.sets)
    if has_failed or stretch.least_left < 1:
        return f"all had {stretch.lowest}"
    sets = "all" if len(stretch.counting) > 1 else "it"
    return f"{sets} had {_left(stretch.least_left)} left"


def _left(rir: float) -> str:
    return _COUNT[int(rir)]


def _again(stretch: Stretch, why: str) -> Proposal:
    return _proposal(stretch, stretch.load, stretch.goal, why)


def _short_of_failure(stretch: Stretch, failed: PerformedSet) -> Proposal:
    """After a failure with sets to come: fewer reps at its load, or less load for the same."""
    if len(stretch.sets) == 1:
        what = "went to failure"
    else:
        number = stretch.sets.index(failed) + 1
        what = f"set {number} of {len(stretch.sets)} failed"
    reps = min(max(1, reps_of(failed) - _ENDURED), stretch.goal)
    least = min(stretch.lo, stretch.goal)
    if reps >= least or failed.load is None:
        return _proposal(stretch, failed.load, reps, f"{what}: stop short")
    return _eased(stretch, failed, f"{what}: go lighter", f"{what}: stop short")


def _eased(stretch: Stretch, hardest: PerformedSet, why: str, or_else: str) -> Proposal:
    """5 to 10 % off, as much as Epley's line asks for; fewer reps where nothing comes off."""
    load = hardest.load
    goal = min(stretch.goal, max(stretch.lo, reps_of(hardest)))
    able = Decimal(reps_of(hardest)) + Decimal(hardest.rir or 0)
    wanted = (30 + able) / (30 + goal + Decimal(stretch.target_rir or 0))
    share = min(LEAST_OFF, max(MOST_OFF, wanted))
    less = None if load is None else lighter(load, share, stretch.exercise, stretch.settings)
    if less == load:
        return _proposal(stretch, load, reps_of(hardest) - _ENDURED, or_else)
    return _proposal(stretch, less, goal, why)


def _proposal(stretch: Stretch, load: Load | None, reps: int, why: str) -> Proposal:
    return Proposal(load, max(1, reps), stretch.target_rir, why)


def _longer(block: Block) -> Proposal | None:
    """A hold, a few seconds more once all sets had them; None for cardio and what has no time."""
    sets = [one for one in block.work_sets if one.seconds is not None]
    if block.exercise.measure is not Measure.TIME or not sets:
        return None
    planned = [one.seconds for one in block.plan if one.seconds is not None and not one.warm_up]
    done = [one.seconds or 0 for one in sets]
    goal = max(planned or done)
    if goal > _LONGEST_HOLD:
        return None
    if min(done) < goal:
        return Proposal(sets[-1].load, None, None, f"not all had {goal} s: the same again", goal)
    why = f"all had {min(done)} s: a little longer"
    return Proposal(sets[-1].load, None, None, why, min(done) + _MORE_SECONDS)
