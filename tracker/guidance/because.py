"""Why a rule spoke: the values of the situation that made it, in words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tracker.effort import FailureType, Technique, rir_text
from tracker.failure import counts_as
from tracker.guidance.advice import Advice, Moment
from tracker.guidance.place import place_of
from tracker.guidance.reading import Reading
from tracker.guidance.wording import counted, day_text, listed, moment_text, points_text
from tracker.performed import PerformedSet

_MOST_TOLD = 5
"""Most events, clocks or sets that are listed."""


def because(reading: Reading, advice: Advice) -> str:
    """The values that an advice of a situation rests on: `set 2 of 4: 100 kg × 8, technical`.

    Args:
        reading: The situation.
        advice: One of those that fired on it.
    """
    told = [fact(reading) for fact in RESTS_ON.get(advice.rule, ())]
    if advice.setting:
        value = reading.settings.value(advice.setting)
        shown = ", ".join(f"{one:g}" for one in value) if isinstance(value, tuple) else str(value)
        told.append(f"{advice.setting} = {shown.lower() if isinstance(value, bool) else shown}")
    return "; ".join(one for one in told if one)


def set_words(performed: PerformedSet, failure: FailureType) -> str:
    """A set with its effort: `100 kg × 8, technical failure`."""
    load = f"{performed.load} × " if performed.load else ""
    reps = "open reps" if performed.reps is None else str(performed.reps)
    if performed.technique is not Technique.NONE:
        effort = f"past failure ({performed.technique.replace('_', '-')})"
    elif failure is not FailureType.NONE:
        effort = f"{failure} failure"
    else:
        effort = f"RIR {rir_text(performed.rir, performed.rir_or_more)}"
    return f"{load}{reps}, {effort}"


def _set(reading: Reading) -> str:
    one = next(iter(reading.failing or reading.targets), None)
    if one is None:
        return ""
    last = ", the last" if reading.is_last(one.index) else ""
    words = set_words(one.performed, one.failure)
    return f"set {one.index} of {reading.sets_in_all}{last}: {words}"


def _plan(reading: Reading) -> str:
    failing = [str(one.index) for one in reading.plan_of_sets if one.fails]
    if not failing:
        return f"{counted(len(reading.plan_of_sets), 'set')}, none to failure"
    return f"to failure: set {listed(failing)} of {len(reading.plan_of_sets)}"


def _sets(reading: Reading) -> str:
    done = [set_words(one, counts_as(one, reading.settings)) for one in reading.sets_done]
    return " · ".join(done[-_MOST_TOLD:])


def _lift(reading: Reading) -> str:
    lift = reading.exercise
    return (
        f"{lift.name}: class {lift.exercise_class}, failure {lift.policy}, demand "
        f"{lift.neurological}, skill {lift.technical}"
    )


def _events(reading: Reading) -> str:
    told = [
        f"{event.exercise.name} {day_text(event.at, reading.zone)}"
        for event in reading.ration.events[-_MOST_TOLD:]
    ]
    more = len(reading.ration.events) - len(told)
    first = f"{more} earlier, " if more > 0 else ""
    count = f"{reading.ration.used} of {reading.ration.limit} events"
    return f"{count} ({first}{', '.join(told)})" if told else count


def _budget(reading: Reading) -> str:
    used, room = reading.budget.used, reading.budget.capacity
    return f"budget {points_text(used)} of {points_text(room)} points"


def _share_of_sets(reading: Reading) -> str:
    guided = [block for block in reading.blocks if block.exercise.is_guided]
    failed = sum(len(reading.failed_in(block)) for block in guided)
    return f"{failed} of {counted(sum(len(one.work_sets) for one in guided), 'work set')} failed"


def _clocks(reading: Reading) -> str:
    running = reading.clocks_of_today if reading.moment is Moment.SESSION_END else reading.clocks
    return ", ".join(
        f"{one.scope} ready {moment_text(one.ready_at, reading.zone)}"
        for one in running[:_MOST_TOLD]
    )


def _recent(reading: Reading) -> str:
    sets = [one.failure for one in reading.history.sets[-_MOST_TOLD:]]
    return ", ".join(
        f"{one.exercise.name} {moment_text(one.performed.at, reading.zone)}" for one in sets
    )


def _safety(reading: Reading) -> str:
    words = {True: "yes", False: "no", None: "not said"}
    said = reading.safety
    return (
        f"spot {reading.exercise.spot}; spotter {words[said.spotter]}, safeties "
        f"{words[said.safeties]}, partner {words[said.partner]}"
    )


def _gate(reading: Reading) -> str:
    best = reading.gate.best_text
    return f"level {reading.profile.level}, bench gate {reading.gate.state}, best {best}"


def _level(reading: Reading) -> str:
    return f"level {reading.profile.level}"


def _place(reading: Reading) -> str:
    is_over = reading.moment is Moment.SESSION_END
    place = place_of(reading.blocks, reading.position, is_over) if reading.position >= 0 else None
    return f"exercise {place.k} of {place.n}" if place else "no plan for the session"


def _failed_before(reading: Reading) -> str:
    names = [block.exercise.name for block in reading.blocks_before if reading.failed_in(block)]
    return f"failed earlier today: {listed(names)}" if names else ""


def _last_time(reading: Reading) -> str:
    last = reading.facts.last_time
    if last is None:
        return "no earlier session of it"
    done = [set_words(one, counts_as(one, reading.settings)) for one in last.work_sets]
    return f"last time: {' · '.join(done[-_MOST_TOLD:])}"


def _heaviest(reading: Reading) -> str:
    return f"heaviest in four weeks: {reading.facts.heaviest}" if reading.facts.heaviest else ""


def _pains(reading: Reading) -> str:
    return ", ".join(
        f"pain: {one.exercise.name}, {day_text(one.at, reading.zone)}"
        for one in reading.facts.pains
    )


def _drops(reading: Reading) -> str:
    known = len(reading.facts.drop_ratios)
    return f"{counted(known, 'own observation')} of the drop in reps"


Fact = Callable[[Reading], str]
"""One value of a situation, in words."""

RESTS_ON: Mapping[str, tuple[Fact, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("R01", "R41"), (_plan,)),
        **dict.fromkeys(("R02", "R52", "R54"), (_sets, _last_time)),
        **dict.fromkeys(("R03", "R04"), (_share_of_sets,)),
        **dict.fromkeys(("R05", "R42", "R43", "R44", "R51", "R53"), (_set, _sets)),
        **dict.fromkeys(("R06", "R08", "R09"), (_events, _budget)),
        **dict.fromkeys(("R07", "R27", "R55", "R73"), (_events,)),
        **dict.fromkeys(("R10", "R57", "R58"), (_recent,)),
        **dict.fromkeys(("R11", "R35", "R39", "R40"), (_set, _lift, _place)),
        **dict.fromkeys(("R12", "R13", "R18", "R19", "R20", "R21", "R22", "R23"), (_set,)),
        **dict.fromkeys(("R14", "R74", "R91"), (_set, _level)),
        **dict.fromkeys(("R15", "R16", "R17", "R29", "R31", "R32"), (_set, _lift)),
        **dict.fromkeys(("R24", "R25", "R26", "R87"), (_set,)),
        **dict.fromkeys(("R28", "R30", "R33", "R34", "R36", "R37", "R38"), (_set, _lift)),
        **dict.fromkeys(("R45", "R46", "R48"), (_set, _place)),
        "R47": (_failed_before,),
        "R50": (_set, _drops),
        **dict.fromkeys(("R56", "R59", "R61", "R72"), (_clocks,)),
        "R60": (_set, _recent),
        "R63": (_budget,),
        **dict.fromkeys(("R64", "R65", "R66", "R67", "R75", "R77"), (_set, _gate)),
        **dict.fromkeys(("R68", "R70", "R71"), (_set, _lift)),
        **dict.fromkeys(("R69", "R78", "R79", "R80", "R81"), (_set, _safety)),
        "R76": (_gate,),
        **dict.fromkeys(("R82", "R84", "R92"), (_set, _heaviest)),
        "R83": (_set,),
        "R85": (_set, _pains),
        **dict.fromkeys(("R88", "R89", "R90"), (_sets, _last_time)),
    }
)
"""By rule: the values it rests on; the help texts R49, R62 and R86 rest on none."""
