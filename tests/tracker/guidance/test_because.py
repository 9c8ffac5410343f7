"""What an advice rests on, in the values of the situation."""

from datetime import timedelta

import pytest

from tracker.guidance.advice import Moment
from tracker.guidance.guide import guide
from tracker.guidance.situation import Pain
from tracker.safety import Safety

BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Dumbbell)"
LEGS = "Leg Extension (Machine)"


def _because(guidance, rule: str) -> str:
    return guidance.because(next(one for one in guidance.all if one.rule == rule))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("R42", "set 2 of 4: 20 kg × 8, technical failure"),
        ("R42", "20 kg × 10, RIR 1 · 20 kg × 8, technical failure"),
        ("R42", "guidance.last_set_only = true"),
        ("R06", "1 of 3 events (Preacher Curl (Dumbbell) Mon 23 Nov); budget 1 of 4.5 points"),
        ("R06", "ration.total_max = 3"),
        ("R50", "0 own observations of the drop in reps; reps.drop = 0.67, 0.75"),
    ],
)
def test_a_failed_set_is_told_with_its_place_and_effort(gym, rule, told):
    assert told in _because(gym.logged(CURL, "20x10@1", "20x8t", planned=4), rule)


def test_the_plan_the_lift_and_what_stands_by_are_named(gym):
    guidance = gym.planning(BENCH, 1, 2, 3, safety=Safety(spotter=False))
    assert _because(guidance, "R01").startswith("to failure: set 1, 2 and 3 of 3")
    alone = _because(guidance, "R78")
    assert "spot required; spotter no, safeties not said, partner not said" in alone
    assert "class FWC, failure technical, demand medium" in _because(guidance, "R36")


def test_history_is_named_with_its_days(gym):
    facts = gym.facts(
        *(gym.past(LEGS, hours=24 * day) for day in range(1, 8)),
        pains=(Pain(gym.lift(CURL), gym.now - timedelta(days=2)),),
    )
    guidance = gym.planning(CURL, 3, facts=facts)
    ration = _because(guidance, "R06")
    assert ration.startswith("8 of 3 events (3 earlier, ") and "Sun 22 Nov" in ration
    assert "pain: Preacher Curl (Dumbbell), Sat 21 Nov" in _because(guidance, "R85")
    board = guide(gym.situation(Moment.DASHBOARD, facts=facts))
    assert "quads ready Tue 24 Nov" in _because(board, "R61")


def test_gate_and_level_are_named(gym):
    facts = gym.facts(bench=(gym.done("100x8@0"),))
    told = gym.planning(CURL, 3, level="advanced", failure="", technique="drop", facts=facts)
    assert "past failure (drop)" in _because(told, "R65")
    assert "level advanced, bench gate not_met, best 100 kg × 8" in _because(told, "R65")


def test_an_answer_of_nothing_explains_nothing(gym):
    silent = gym.logged(CURL, "20x10@2", planned=3)
    other = gym.logged(CURL, "20x10t", planned=3)
    assert silent.all == () and silent.because(other.all[0]) == ""
