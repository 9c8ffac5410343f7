"""What failure on the next set would be."""

from dataclasses import replace

import pytest

from tracker.effort import FailureType, Technique
from tracker.guidance.advice import Moment
from tracker.guidance.preview import if_failed, preview
from tracker.guidance.verdict import Verdict
from tracker.safety import Safety

BENCH = "Bench Press (Barbell)"
CURL = "Preacher Curl (Dumbbell)"


def _before(gym, name, specs=(), planned=3, **more):
    own = {key: more.pop(key) for key in ("safety", "place") if key in more}
    return gym.situation(Moment.PLAN, gym.block(name, specs, planned, **own), **more)


def test_the_bench_alone_after_two_events(gym):
    facts = gym.facts(gym.past(CURL, hours=312), gym.past(CURL, "20x10a", hours=100))
    alone = Safety(spotter=False, safeties=False)
    seen = preview(_before(gym, BENCH, ["82.5x8@2", "82.5x8@1"], facts=facts, safety=alone))
    assert seen.verdict is Verdict.STOP
    assert seen.words == "No spotter, no safeties, no failure."
    assert seen.cost_text == "2 of 4.5 points"
    assert seen.slot_text == "3 of 3: the last slot"
    assert seen.until_text == "until Tue 24 Nov"
    assert seen.ready_text == "chest, triceps and front delts ready Wed 18:00"
    assert seen.better == "Pec Deck (Machine)"


@pytest.mark.parametrize(
    ("name", "specs", "failure", "verdict"),
    [
        (CURL, ["20x10@2", "20x10@2"], FailureType.ABSOLUTE, Verdict.IN_PLACE),
        (CURL, [], FailureType.TECHNICAL, Verdict.OUT_OF_PLACE),
        ("Pec Deck (Machine)", ["60x10@2"] * 2, FailureType.TECHNICAL, Verdict.IN_PLACE),
        ("Chest Press (Machine)", ["60x10@2"] * 2, FailureType.TECHNICAL, Verdict.IN_PLACE),
        ("Chest Press (Machine)", ["60x10@2"] * 2, FailureType.ABSOLUTE, Verdict.TOLERATED),
        ("Pull Up", ["60x10@2"] * 2, FailureType.TECHNICAL, Verdict.TOLERATED),
        ("Deadlift (Barbell)", ["60x10@2"] * 2, FailureType.TECHNICAL, Verdict.STOP),
        ("Power Clean (Barbell)", ["60x10@2"] * 2, FailureType.TECHNICAL, Verdict.STOP),
    ],
)
def test_the_verdict_follows_lift_place_and_kind(gym, name, specs, failure, verdict):
    assert preview(_before(gym, name, specs), failure).verdict is verdict


def test_a_set_beyond_the_plan_can_be_previewed(gym):
    seen = preview(_before(gym, CURL, ["20x10@2"] * 3, planned=3))
    assert seen.verdict is Verdict.IN_PLACE


def test_the_better_lift_is_one_already_planned_or_ones_own(gym):
    situation = _before(gym, BENCH)
    own = replace(situation, facts=gym.facts(own_exercises=(gym.lift("Cable Crossover (Cable)"),)))
    assert preview(own).better == "Cable Crossover (Cable)"
    planned = _before(gym, BENCH, after=[gym.block("Low Cable Fly (Cable)")])
    assert preview(replace(planned, facts=own.facts)).better == "Low Cable Fly (Cable)"
    assert preview(_before(gym, CURL)).better is None


def test_a_technique_is_previewed_with_its_price(gym):
    seen = preview(
        _before(gym, CURL, ["20x10@2"] * 2, planned=3), FailureType.ABSOLUTE, Technique.DROP
    )
    assert seen.cost == 2250 and seen.verdict is Verdict.STOP
    assert seen.ready is not None and seen.ready.days == 2


def test_a_failure_meant_changes_only_its_own_set(gym):
    situation = gym.planned_situation(CURL, specs=["20x10@2"])
    meant = if_failed(situation).block
    assert meant is not None and situation.block is not None
    assert [one.rir for one in meant.plan] == [2.0, 0.0, 2.0]
    assert meant.plan[1].load == situation.block.plan[1].load
