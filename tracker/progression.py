"""Progression: from an exercise that is done to what to do next time.

Double progression in the guide's rep range (ACSM 2009; guidance, rules R88 and R89): reps first,
then load. Lifters whose sets lie outside that range move on within their own.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from math import floor

from tracker.bests import reps_done
from tracker.exercise import Exercise, Measure
from tracker.failure import is_failure
from tracker.load import Load, LoadKind
from tracker.overload import (
    LEAST_OFF,
    MOST_OFF,
    a_step,
    after_a_break,
    ease_words,
    heavier,
    lighter,
)
from tracker.performed import PerformedSet
from tracker.session import Block, Session
from tracker.settings import Settings
from tracker.stretch import Stretch, stretch_of

_LONGEST_HOLD = 180
"""Seconds up to which a timed set is a hold that grows; what is longer is cardio."""
_ENDURED = 2
"""Reps that a set to failure leaves out next time, so that it stops short."""
_SLACK = 1.5
"""Reps beyond the estimate that few reps may ask for: lifters leave about one more than they say
(Halperin 2022), and an estimate is rounded by half a one."""
_BREAK = timedelta(weeks=8)
"""After a longer one, less is done than last time."""
_SECONDS_STEP = 5


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
    """In a few words, so that they fit beside the rest: `2 left: one step up`."""
    seconds: int | None = None
    """Length of a timed set."""
    is_per_hand: bool = False
    """The load is that of one hand."""


def proposal_words(proposal: Proposal) -> str:
    """What to do, in one short line: `82.5 kg × 8 at RIR 2`.

    >>> from tracker.load import kg
    >>> proposal_words(Proposal(kg("82.5"), 8, 2.0, "2 left: one step up"))
    '82.5 kg × 8 at RIR 2'
    """
    count = f"{proposal.seconds} s" if proposal.reps is None else str(proposal.reps)
    unit = " reps" if proposal.load is None and proposal.reps is not None else ""
    load = f"{load_words(proposal)} × " if proposal.load is not None else ""
    effort = "" if proposal.target_rir is None else f" at RIR {proposal.target_rir:g}"
    return f"{load}{count}{unit}{effort}"


def load_words(proposal: Proposal) -> str:
    """Its load as it is said: `82.5 kg`, `12 kg each` where it is that of one hand."""
    load = proposal.load
    if load is None:
        return ""
    is_each = proposal.is_per_hand and load.kind is not LoadKind.BODYWEIGHT
    return f"{load} each" if is_each else str(load)


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


def asks_more(block: Block, settings: Settings) -> Proposal | None:
    """The proposal where all sets reached the top of the range and more can be asked (R88)."""
    stretch = stretch_of(block, settings)
    proposal = propose(block, settings) if is_due_more(block, settings) else None
    if stretch is None or proposal is None or proposal.reps is None:
        return None
    is_more = proposal.load != stretch.load or proposal.reps > stretch.lowest
    return proposal if is_more else None


def propose(block: Block, settings: Settings, now: datetime | None = None) -> Proposal | None:
    """What to do next time, from an exercise that is done; None where there is nothing to say.

    Args:
        block: The exercise with its sets; its plan says what was wanted, and its last set when
            it was done.
        settings: For the rep range, what counts as a failure, and the plates at hand.
        now: When next time is; after a long break it is less. None for soon.
    """
    stretch = stretch_of(block, settings)
    proposal = _longer(block) if stretch is None else _following(stretch, block)
    if proposal is None or now is None:
        return proposal
    off = now - max(one.at for one in block.work_sets)
    if off <= _BREAK:
        return proposal
    what = f"{off.days // 7} weeks off"
    return _shorter(proposal, block, what) if stretch is None else _lighter(stretch, what)


def _following(stretch: Stretch, block: Block) -> Proposal:
    """What comes next where training goes on."""
    settings = stretch.settings
    if is_too_heavy(block, settings):
        short = sum((one.reps or 0) < stretch.lo for one in block.work_sets)
        hardest = min(stretch.counting, key=reps_done)
        return _eased(stretch, hardest, f"{short} under {stretch.lo}", "fewer reps")
    failed = stretch.failed_early or stretch.missed
    if failed is not None:
        return _short_of_failure(stretch, failed)
    if is_due_more(block, settings):
        return _more(stretch)
    if not stretch.is_reached:
        return _again(stretch, f"not all had {stretch.goal}: the same")
    return _onward(stretch)


def _onward(stretch: Stretch) -> Proposal:
    """All sets had their reps: a rep or a step more where the effort leaves room for it."""
    if not stretch.short_of_failure:
        return _short_of_failure(stretch, stretch.counting[-1])
    is_step_due = stretch.is_own or stretch.lowest >= stretch.hi
    if not stretch.is_effort_known or (is_step_due and not stretch.is_every_effort_known):
        return _again(stretch, "RIR not said: the same")
    wanted = stretch.wanted_left
    if stretch.least_left < wanted:
        return _again(stretch, f"under {wanted:g} left: the same")
    return _more(stretch)


def _more(stretch: Stretch) -> Proposal:
    """One step of load or one rep more, whichever comes next."""
    load, why = stretch.load, _why(stretch)
    is_in_range = stretch.lowest < stretch.hi and not stretch.is_own
    is_body_alone = load is not None and load.kind is LoadKind.BODYWEIGHT and stretch.is_own
    if load is None or is_in_range or is_body_alone:
        return _one_rep_more(stretch, why)
    # Where reps are few, 5 % would cost too many of them: one step at a time.
    is_few = stretch.is_own and not stretch.is_high
    steps = (a_step,) if is_few else (heavier, a_step)
    loads = [step(load, stretch.exercise, stretch.settings) for step in steps]
    for up in loads:
        reps = _reps_with(stretch, up)
        if up != load and reps is not None:
            why = why if stretch.is_own else f"all had {stretch.hi}"
            return _proposal(stretch, up, reps, f"{why}: one step up")
    return _one_rep_more(stretch, "heaviest" if loads[-1] == load else "large step")


def _one_rep_more(stretch: Stretch, why: str) -> Proposal:
    """One rep more at the same load, where as many were left as are to be left next time."""
    wanted = stretch.target_rir or 0.0
    if stretch.least_left < wanted:
        return _proposal(stretch, stretch.load, stretch.lowest, f"under {wanted:g} left: the same")
    return _proposal(stretch, stretch.load, stretch.lowest + 1, f"{why}: one rep more")


def _reps_with(stretch: Stretch, up: Load) -> int | None:
    """Reps to ask for at a higher load, as many as before or down to the range's lower end.

    None where Epley's line promises fewer with the reserve that is wanted. It is not asked where
    the body moves too, since its weight is not known here.
    """
    wanted = min(stretch.goal, stretch.lowest) if stretch.is_own else stretch.lo
    is_all = up.kind is LoadKind.TOTAL and stretch.load is not None and stretch.load.grams > 0
    if not is_all:
        return wanted
    able = stretch.able_at(up) - (stretch.target_rir or 0.0)
    if wanted < stretch.lo:
        able += _SLACK
    reps = min(wanted, floor(able))
    return reps if reps >= min(stretch.lo, wanted) else None


def _why(stretch: Stretch) -> str:
    """What the sets had to spare, or, after an all-out last one, that they had their reps."""
    has_failed = any(is_failure(one, stretch.settings) for one in stretch.sets)
    if has_failed or stretch.least_left < 1:
        return f"all had {stretch.lowest}"
    return f"{stretch.least_left:g} left"


def _again(stretch: Stretch, why: str) -> Proposal:
    return _proposal(stretch, stretch.load, stretch.goal, why)


def _short_of_failure(stretch: Stretch, failed: PerformedSet) -> Proposal:
    """After a failure with sets to come: fewer reps at its load, or less load for the same."""
    number = stretch.sets.index(failed) + 1
    what = f"set {number} failed" if len(stretch.sets) > 1 else "failed"
    reps = min(reps_done(failed) - _ENDURED, stretch.best)
    least = max(1, min(stretch.lo, stretch.best))
    if reps >= least or failed.load is None:
        return _proposal(stretch, failed.load, reps, f"{what}: stop short")
    return _eased(stretch, failed, what, "stop short", "go lighter")


def _eased(
    stretch: Stretch, hardest: PerformedSet, what: str, or_else: str, how: str = ""
) -> Proposal:
    """5 to 10 % off, as much as Epley's line asks for; fewer reps where nothing comes off.

    Args:
        stretch: The sets.
        hardest: The one that was too much.
        what: What happened.
        or_else: What to do where nothing comes off.
        how: How to say what is taken off; empty to say how much.
    """
    load, exercise, settings = hardest.load, stretch.exercise, stretch.settings
    goal = min(stretch.best, max(stretch.lo, reps_done(hardest)))
    able = Decimal(reps_done(hardest)) + Decimal(hardest.rir or 0)
    wanted = (30 + able) / (30 + goal + Decimal(stretch.target_rir or 0))
    share = min(LEAST_OFF, max(MOST_OFF, wanted))
    less = None if load is None else lighter(load, share, exercise, settings)
    if load is None or less is None or less == load:
        return _proposal(stretch, load, reps_done(hardest) - _ENDURED, f"{what}: {or_else}")
    how = how or ease_words(load, less, exercise, settings)
    return _proposal(stretch, less, goal, f"{what}: {how}")


def _lighter(stretch: Stretch, what: str) -> Proposal:
    """After a long break: 10 % off the load, or fewer reps where nothing comes off."""
    last, reps = stretch.load, min(stretch.goal, stretch.lowest)
    less = None if last is None else after_a_break(last, stretch.exercise, stretch.settings)
    if last is None or less is None or less == last:
        return _proposal(stretch, last, reps - _ENDURED, f"{what}: fewer reps")
    is_tenth = less.kind is LoadKind.TOTAL and _is_about_a_tenth(1 - less.value / last.value)
    return _proposal(stretch, less, reps, f"{what}: {'10 % less' if is_tenth else 'lighter'}")


def _is_about_a_tenth(share: Decimal) -> bool:
    return round(share, 2) in (Decimal("0.09"), Decimal("0.10"), Decimal("0.11"))


def _proposal(stretch: Stretch, load: Load | None, reps: int, why: str) -> Proposal:
    is_per_hand = stretch.exercise.is_per_hand
    return Proposal(load, max(1, reps), stretch.target_rir, why, is_per_hand=is_per_hand)


# -- holds -----------------------------------------------------------------------------------------


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
    seconds, why = goal, f"not all had {goal} s: the same"
    if min(done) >= goal:
        seconds = min(done) + _SECONDS_STEP
        why = f"all had {min(done)} s: {_SECONDS_STEP} s more"
    load, is_per_hand = sets[-1].load, block.exercise.is_per_hand
    return Proposal(load, None, None, why, seconds, is_per_hand)


def _shorter(proposal: Proposal, block: Block, what: str) -> Proposal:
    """After a long break: a tenth less than the shortest hold of last time."""
    least = min(one.seconds for one in block.work_sets if one.seconds is not None)
    return replace(proposal, seconds=max(1, least * 9 // 10), why=f"{what}: shorter")
