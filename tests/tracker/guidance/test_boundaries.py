"""Each limit of the guide from both sides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.effort import FailureType
from tracker.guidance.advice import Moment
from tracker.guidance.guide import guide
from tracker.guidance.ration import ration
from tracker.guidance.situation import Pain
from tracker.load import kg, lb
from tracker.planned import PlannedSet
from tracker.safety import Safety
from tracker.session import Session
from tracker.settings import Settings

BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Dumbbell)"
DECK = "Pec Deck (Machine)"
PRESS = "Chest Press (Machine)"
SQUAT = "Squat (Barbell)"
CALF = "Seated Calf Raise (Machine)"
LEGS = "Leg Extension (Machine)"
WIDE = {"budget.capacity": 60.0}
"""A budget that never speaks, so that the ration does."""
SECOND = 1 / 3600
DROP = {"level": "advanced", "failure": "", "technique": "drop"}

Fired = Callable[..., dict[str, str]]


def _logged(gym, *specs: str, name: str = CURL, ago=(), **more: object):
    """Logged after events of other lifts so many hours ago."""
    lifts = (DECK, LEGS, CALF, PRESS, "Leg Press")
    same = more.pop("same", False)
    past = [
        gym.past(name if same else lifts[place % 5], hours=hours) for place, hours in enumerate(ago)
    ]
    return gym.logged(name, *specs, facts=gym.facts(*past), **more)


@pytest.mark.parametrize(
    ("rule", "ago", "same", "severity"),
    [
        ("R06", (), False, "info"),
        ("R06", (100, 50), False, "info"),
        ("R06", (100, 50, 20), False, "warning"),
        ("R06", (335 + 59 / 60, 50, 20), False, "warning"),
        ("R06", (336 - SECOND, 50, 20), False, "warning"),
        ("R06", (336, 50, 20), False, "info"),
        ("R07", (), True, None),
        ("R07", (336,), True, None),
        ("R07", (336 - SECOND,), True, "info"),
        ("R07", (100, 50), True, "warning"),
        ("R07", (336, 50), True, "info"),
        ("R07", (100,), False, None),
        ("R08", (100, 50), False, None),
        ("R08", (100, 50, 20), False, "caution"),
        ("R08", (336, 50, 20), False, None),
        ("R08", (100, 50, 20), True, None),
    ],
)
def test_how_often(gym, fired, rule, ago, same, severity):
    guidance = _logged(gym, "20x10t", planned=1, ago=ago, same=same, settings=WIDE)
    assert fired(guidance).get(rule) == severity


@pytest.mark.parametrize(
    ("spent", "severity"),
    [(("60x10a", "60x10a"), "info"), (("60x10a", "60x10a", "60x10t"), "warning")],
)
def test_the_budget_speaks_for_the_ration_where_it_is_worse(gym, fired, spent, severity):
    """Three absolute sets of an isolation lift are the fortnight, a point more is over."""
    past = [gym.past(LEGS, spec, hours=20, session=5) for spec in spent]
    guidance = gym.logged(CURL, "20x10a", planned=1, facts=gym.facts(*past))
    assert fired(guidance)["R06"] == severity


@pytest.mark.parametrize(
    ("bench", "opens"),
    [
        ("102.05x8", False),
        ("102.06x8", True),
        ("102.5x7", False),
        ("102.5x8", True),
        ("100x8", False),
        ("224.9lbx8", False),
        ("225lbx8", True),
        ("225lbx7", False),
        ("300x7@0", False),
        ("w225lbx8", False),
    ],
)
def test_the_gate(gym, fired, bench, opens):
    facts = gym.facts(bench=(gym.done(bench),))
    rules = fired(gym.planning(DECK, 3, facts=facts, **DROP))
    assert ("R67" in rules) is opens
    assert ("R65" in rules or "R66" in rules) is not opens


@pytest.mark.parametrize(("days", "opens"), [(180, True), (180 + 1 / 86400, False)])
def test_the_gate_is_open_for_180_days(gym, fired, days, opens):
    done = gym.done("105x10@0", gym.now - timedelta(days=days))
    rules = fired(gym.planning(DECK, 3, facts=gym.facts(bench=(done,)), **DROP))
    assert ("R67" in rules) is opens and ("R65" in rules) is not opens


@pytest.mark.parametrize(
    ("name", "spec", "rule", "severity"),
    [
        (CURL, "20x1t", "R20", "caution"),
        (CURL, "20x2t", "R20", None),
        (CURL, "20x1t", "R22", None),
        (CURL, "20x2t", "R22", "info"),
        (CURL, "20x7t", "R22", "info"),
        (CURL, "20x8t", "R22", None),
        ("Pull Up", "20x7t", "R22", "caution"),
        ("Pull Up", "20x8t", "R22", None),
        (CURL, "20x12t", "R21", None),
        (CURL, "20x13t", "R21", "info"),
        (CURL, "20x7@0.5", "R22", None),
        (CURL, "20x7@0", "R22", "info"),
        (CURL, "20x10@0", "R13", "info"),
        (CURL, "20x10@0.5", "R13", None),
        (CURL, "20x10t", "R13", None),
        (CURL, "20x8t", "R25", "info"),
        (CURL, "20x12t", "R25", "info"),
        (CURL, "20x7t", "R25", None),
        (CURL, "20x13t", "R25", None),
        (BENCH, "80x8t", "R16", None),
        (BENCH, "80x8a", "R16", "warning"),
        (PRESS, "80x8t", "R17", None),
        (PRESS, "80x8a", "R17", "caution"),
        (SQUAT, "80x8@0.5", "R31", None),
        (SQUAT, "80x8@0", "R31", "warning"),
        (SQUAT, "80x8a", "R32", "warning"),
        ("Power Clean (Barbell)", "80x3@0.5", "R29", None),
        ("Power Clean (Barbell)", "80x3@0", "R29", "warning"),
    ],
)
def test_one_set(gym, fired, name, spec, rule, severity):
    assert fired(gym.logged(name, spec)).get(rule) == severity


@pytest.mark.parametrize(
    ("specs", "planned", "rule", "speaks"),
    [
        (["20x10t"], 1, "R42", False),
        (["20x10t"], 2, "R42", True),
        (["20x10t"], None, "R42", False),
        (["20x10t"], 1, "R43", False),
        (["20x10t"], 2, "R43", True),
        (["20x10@1", "20x10t"], 3, "R43", False),
        (["20x10@1", "20x10t"], 3, "R42", True),
        (["20x10@1", "20x10t"], 2, "R42", False),
        (["20x10t", "20x10@1"], 1, "R44", True),
        (["20x10t", "20x10@1"], 2, "R44", False),
        (["20x10t", "20x10@1"], None, "R44", True),
        (["20x10@1", "20x10@1"], 1, "R44", False),
        (["20x12t", "20x8@1"], 2, "R51", True),
        (["20x12t", "20x9@1"], 2, "R51", False),
        (["20x12t", "20x9@1"], None, "R51", True),
        (["20x12t", "20x10@1"], None, "R51", False),
        (["20x12t", "20x9"], 2, "R51", True),
        (["20x12t", "20x9t"], 2, "R51", True),
        (["20x8t", "20x3@2"], 2, "R51", False),
        (["20x8t", "20x3@2"], None, "R51", True),
        (["20x8t", "20x3"], 2, "R51", False),
        (["20x8t", "20x3t"], 2, "R51", True),
        (["20x8t", "20x2@2"], 2, "R51", True),
        (["20x12@1", "20x9@1"], 2, "R51", False),
        (["20x12t", "18x9@1"], 2, "R51", False),
        (["20x10t", "20x8t"], 2, "R05", True),
        (["20x10t", "20x8@0.5"], 2, "R05", False),
        (["w20x10t", "20x8t"], 2, "R05", False),
        (["20x10t"], 2, "R50", True),
        (["20x10t"], 1, "R50", False),
        (["20x10a"], 1, "R18", True),
        (["20x10a"], 2, "R18", False),
        (["20x10t"], 1, "R18", False),
    ],
)
def test_where_in_the_exercise(gym, fired, specs, planned, rule, speaks):
    assert (rule in fired(gym.logged(CURL, *specs, planned=planned))) is speaks


@pytest.mark.parametrize(
    ("hours", "rule", "speaks"),
    [
        (48 - SECOND, "R57", True),
        (48, "R57", False),
        (48 - SECOND, "R59", True),
        (48, "R59", False),
    ],
)
def test_a_muscle_after_one_point(gym, fired, hours, rule, speaks):
    facts = gym.facts(gym.past(CURL, "20x10t", hours=hours))
    fails = (3,) if rule == "R59" else ()
    assert rule not in fired(gym.planning("Hammer Curl (Cable)", *fails, facts=facts))
    assert (rule in fired(gym.planning(CURL, *fails, facts=facts))) is speaks


@pytest.mark.parametrize(
    ("name", "spec", "hours"),
    [(SQUAT, "100x5t", 72), (SQUAT, "100x5a", 72), (LEGS, "60x10ad1", 72), (LEGS, "60x10t", 48)],
)
def test_recovery_ends_to_the_second(gym, fired, name, spec, hours):
    for ago, runs in ((hours - SECOND, True), (hours, False)):
        facts = gym.facts(gym.past(name, spec, hours=ago))
        assert ("R59" in fired(gym.planning(LEGS, 3, facts=facts))) is runs


@pytest.mark.parametrize(
    ("hours", "settings", "speaks"),
    [
        (96, {}, True),
        (96 + SECOND, {}, False),
        (434 * 24, {}, False),
        (48, {"rest.cap_days": 1}, True),
        (48 + SECOND, {"rest.cap_days": 1}, False),
    ],
)
def test_two_sessions_running_are_those_within_the_longest_recovery(
    gym, fired, hours, settings, speaks
):
    end = gym.now - timedelta(hours=hours)
    done = replace(gym.block(DECK), sets=(gym.done("60x10t", end),))
    before = Session(end - timedelta(hours=1), "UTC", ended_at=end, blocks=(done,), id=7)
    facts = gym.facts(previous_session=before)
    assert ("R10" in fired(gym.planning(CURL, 3, facts=facts, settings=settings))) is speaks


@pytest.mark.parametrize(("hours", "speaks"), [(24 - SECOND, True), (24, False)])
def test_too_soon_after_an_all_out_session(gym, fired, hours, speaks):
    facts = gym.facts(gym.past(SQUAT, "100x5t", hours=hours))
    opened = gym.situation(Moment.NEXT_SESSION, after=[gym.block(SQUAT)], facts=facts)
    assert ("R58" in fired(guide(opened))) is speaks


@pytest.mark.parametrize(
    ("failed", "sets", "rule"),
    [(2, 4, "R04"), (2, 5, None), (2, 3, "R04"), (1, 2, None), (4, 4, "R03"), (3, 3, None)],
)
def test_shares_of_a_session(gym, fired, failed, sets, rule):
    specs = ["60x10t"] * failed + ["60x10@2"] * (sets - failed)
    rules = fired(guide(gym.situation(Moment.SESSION_END, after=[gym.block(DECK, specs)])))
    assert {"R03", "R04"} & set(rules) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("specs", "speaks"),
    [(["60x10t"], False), (["60x10t"] * 2, True), (["60x10t", "60x8@1"], False)],
)
def test_every_set_needs_two(gym, fired, specs, speaks):
    ended = gym.situation(Moment.EXERCISE_END, gym.block(DECK, specs))
    assert ("R02" in fired(guide(ended))) is speaks


@pytest.mark.parametrize(
    ("fails", "sets", "rule", "severity"),
    [
        ((1,), 1, "R01", None),
        ((1, 2), 2, "R01", "stop"),
        ((2,), 2, "R01", None),
        ((2,), 3, "R41", "warning"),
        ((3,), 3, "R41", None),
        ((3,), 3, "R24", None),
        ((4,), 4, "R24", None),
        ((2,), 2, "R24", "info"),
        ((5,), 5, "R24", "info"),
    ],
)
def test_what_is_planned(gym, fired, fails, sets, rule, severity):
    assert fired(gym.planning(DECK, *fails, sets=sets)).get(rule) == severity


@pytest.mark.parametrize(
    ("load", "rir", "speaks"),
    [("85", 2.0, True), ("84.9", 2.0, False), ("60", 1.0, True), ("60", 1.5, False)],
)
def test_heavy_or_close_without_anyone(gym, fired, load, rir, speaks):
    facts = gym.facts(last_time=gym.block(BENCH, ["100x1@0"]))
    plan = gym.planning(
        BENCH, 3, failure="", rir=rir, load=load, safety=Safety(False, False), facts=facts
    )
    assert ("R79" in [one.rule for one in plan.all]) is speaks


@pytest.mark.parametrize(
    ("best", "load", "speaks"),
    [
        (kg(100), "110", False),
        (kg(100), "110.5", True),
        (kg(20), "22.5", False),
        (kg(20), "25", False),
        (kg(20), "25.5", True),
        (lb(220), "109.76", False),
        (lb(220), "109.78", True),
    ],
)
def test_new_weight_and_failure_at_once(gym, fired, best, load, speaks):
    plan = gym.planning(PRESS, 3, load=load, facts=gym.facts(heaviest=best))
    assert ("R84" in fired(plan)) is speaks


@pytest.mark.parametrize(
    ("place", "rule", "severity"),
    [
        ((1, 2), "R45", "info"),
        ((2, 4), "R45", "info"),
        ((3, 4), "R45", None),
        ((2, 3), "R45", None),
        ((1, 1), "R45", None),
        (None, "R45", None),
    ],
)
def test_early_is_up_to_the_half(gym, fired, place, rule, severity):
    assert fired(gym.planning(CURL, 3, place=place)).get(rule) == severity
    if severity:
        assert fired(gym.planning(PRESS, 3, place=place))[rule] == "caution"


def test_praise_needs_nothing_left_to_spoil(gym, fired):
    specs = ["20x10@1", "20x10t"]
    row, calf = gym.block("Seated Row (Cable)", planned=3), gym.block(CALF, planned=3)
    early = [gym.block(DECK, ["60x10@2"], 1, minutes_ago=40 - n) for n in range(3)]
    for later, is_said in ((calf, True), (row, False)):
        told = gym.logged(CURL, *specs, planned=2, before=early, after=[later])
        assert ("R48" in fired(told)) is is_said, later.exercise.name


def test_in_a_superset_the_last_round_and_the_last_exercise_count(gym, fired):
    early = gym.block(CALF, ["60x10@2"], 1, minutes_ago=30)
    curl = replace(gym.block(CURL, ["20x10@1", "20x10t"], 2), superset=1, id=2)
    push = replace(gym.block("Triceps Pushdown (Cable)", ["30x10@1"], 2), superset=1, id=3)
    last = gym.block(LEGS, planned=1)
    alone = replace(curl, superset=None)
    for block, is_said in ((curl, True), (alone, False)):
        told = gym.situation(
            Moment.LOGGED,
            block,
            before=[early],
            after=[replace(push, superset=block.superset), last],
            performed=block.sets[-1],
        )
        rules = fired(guide(told))
        assert ("R48" in rules) is is_said and "R42" not in rules
    first_round = replace(curl, sets=(replace(curl.sets[0], failure=FailureType.TECHNICAL),))
    told = gym.situation(
        Moment.LOGGED, first_round, before=[early], after=[push], performed=first_round.sets[0]
    )
    assert "R42" in fired(guide(told))


@pytest.mark.parametrize(
    ("specs", "due"),
    [
        (["20x12@1", "20x12@1"], True),
        (["20x12@1", "20x11@1"], False),
        (["20x12@1", "20x12@0.5"], False),
        (["20x12@1", "20x12"], False),
        (["20x12@1"], False),
        (["20x13@3", "20x15@2"], True),
    ],
)
def test_more_load_is_due_at_the_top_of_the_range(gym, fired, specs, due):
    ended = gym.situation(Moment.EXERCISE_END, gym.block(CURL, specs))
    assert ("R88" in fired(guide(ended))) is due


@pytest.mark.parametrize(("reps", "speaks"), [(7, True), (8, False)])
def test_too_heavy_for_the_planned_range(gym, fired, reps, speaks):
    block = gym.block(CURL, [f"20x{reps}@1"] * 2, plan=[PlannedSet(reps=10)] * 2)
    ended = gym.situation(Moment.EXERCISE_END, block)
    assert ("R89" in fired(guide(ended))) is speaks


@pytest.mark.parametrize(
    ("meant", "imported", "count", "speaks"),
    [
        (False, False, 2, True),
        (False, False, 1, False),
        (True, False, 2, False),
        (False, True, 2, False),
    ],
)
def test_surprises_are_failures_that_nobody_meant(gym, fired, meant, imported, count, speaks):
    past = [gym.past(CURL, hours=50 * place) for place in range(1, count + 1)]
    past = [
        replace(
            one,
            performed=replace(one.performed, planned_failure=meant, is_imported=imported),
        )
        for one in past
    ]
    told = guide(gym.situation(Moment.DASHBOARD, facts=gym.facts(*past)))
    assert ("R27" in fired(told)) is speaks


@pytest.mark.parametrize(
    ("pained", "planned", "stops"),
    [
        (CURL, CURL, True),
        ("Face Pull (Cable)", "Lateral Raise (Cable)", True),
        (LEGS, CURL, False),
    ],
)
def test_pain_holds_for_the_exercise_and_its_group(gym, fired, pained, planned, stops):
    facts = gym.facts(pains=(Pain(gym.lift(pained), gym.now - timedelta(days=2)),))
    assert fired(gym.planning(planned, 3, facts=facts)).get("R85") == ("stop" if stops else None)
    assert "R85" not in fired(gym.planning(planned, facts=facts))


@pytest.mark.parametrize(
    ("zone", "now", "hours"),
    [
        ("Europe/Berlin", datetime(2026, 11, 5, 18), 337),
        ("Europe/Berlin", datetime(2026, 4, 5, 18), 335),
        ("America/New_York", datetime(2026, 11, 10, 18), 337),
        ("Australia/Lord_Howe", datetime(2026, 10, 10, 18), 335.5),
        ("Asia/Tokyo", datetime(2026, 11, 5, 18), 336),
    ],
)
def test_a_fortnight_is_336_hours_over_clock_changes(gym, zone, now, hours):
    """The same time of day, fourteen days before, lies as far back as the clocks had it."""
    local = now.replace(tzinfo=ZoneInfo(zone))
    instant = local.astimezone(UTC)
    before = (local - timedelta(days=14)).astimezone(UTC)
    assert instant - before == timedelta(hours=hours)
    for at in (before, before.astimezone(ZoneInfo(zone)), before.astimezone(ZoneInfo("UTC"))):
        used = ration([gym.past(CURL, at=at)], instant, Settings()).used
        assert used == (1 if hours < 336 else 0)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_who_travels_keeps_the_ration(gym, fired, zone):
    facts = gym.facts(*(gym.past(LEGS, hours=hours) for hours in (335, 50, 20)))
    here = fired(gym.logged(CURL, "20x10t", facts=facts, settings=WIDE))
    there = fired(gym.logged(CURL, "20x10t", facts=facts, settings=WIDE, zone=zone))
    assert here == there and here["R06"] == "warning"


@pytest.mark.parametrize("spec", ["20x10@2", "20x5", "20x30", "w20x10@0", "20x10@5"])
def test_no_rule_of_failure_speaks_of_a_set_without_one(gym, fired, spec):
    assert fired(gym.logged(CURL, spec, planned=3)) == {}
