"""What is proposed for next time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from tracker.effort import FailureType
from tracker.entry import Announcement
from tracker.entry_parser import parse_line
from tracker.guidance.advice import Moment
from tracker.guidance.guide import guide
from tracker.guidance.situation import Facts, Situation
from tracker.load import Load, LoadKind, Unit, bodyweight, kg
from tracker.overload import heavier, lighter
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.profile import Profile
from tracker.progression import Proposal, next_time, proposal_words, propose
from tracker.session import Block, Session
from tracker.settings import Settings

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
LIFTS = {one.name: one for one in load_catalogue()}
BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"
CURL = "Preacher Curl (Dumbbell)"
PULL_UP, DIP, PUSH_UP = "Pull Up", "Dip", "Push Up"
RAISE, PRESS = "Lateral Raise (Dumbbell)", "Leg Press"
CALF = "Seated Calf Raise (Machine)"
SETTINGS = Settings()


def block_of(name: str, line: str, reps: int | None = None, rir: float | None = None) -> Block:
    """An exercise with its sets as they are typed, and what was planned for each."""
    exercise = LIFTS[name]
    entries = parse_line(line, None, Unit.KG, exercise.is_bodyweight)
    assert not isinstance(entries, Announcement)
    sets = tuple(entry.performed(NOW) for entry in entries)
    sets = tuple(replace(one, id=number) for number, one in enumerate(sets, 1))
    work = sum(one.is_work_set for one in sets)
    plan = () if reps is None and rir is None else (PlannedSet(reps=reps, rir=rir),) * work
    return Block(exercise, sets, plan, id=1)


def said(name: str, line: str, reps: int | None = None, rir: float | None = None) -> str:
    """The proposal and its reason."""
    proposal = propose(block_of(name, line, reps, rir), SETTINGS)
    return "" if proposal is None else f"{proposal_words(proposal)}; {proposal.why}"


@pytest.mark.parametrize(
    ("name", "line", "reps", "words"),
    [
        (
            BENCH,
            "80x12@2; 80x12@1",
            None,
            "82.5 kg × 8 at RIR 2; all had 12: one step up",
        ),
        (SQUAT, "100x12@2; 100x12@2", None, "105 kg × 8 at RIR 3; all had 12: one step up"),
        (BENCH, "80x9@2; 80x9@2", None, "80 kg × 10 at RIR 2; 2 left: one rep more"),
        (BENCH, "80x9@3; 80x9@2.5", 8, "80 kg × 10 at RIR 2; 2.5 left: one rep more"),
        (BENCH, "80x9@2; 80x8@2", None, "80 kg × 9 at RIR 2; not all had 9: the same"),
        (BENCH, "80x8@2; 80x8@2", 10, "80 kg × 10 at RIR 2; not all had 10: the same"),
        (BENCH, "80x9@2; 80x9@1", None, "80 kg × 9 at RIR 2; under 2 left: the same"),
        (BENCH, "80x9@2; 80x9?", None, "80 kg × 9 at RIR 2; RIR not said: the same"),
        (
            BENCH,
            "80x9@2; 80x9@2; 80x9!t",
            None,
            "80 kg × 10 at RIR 2; all had 9: one rep more",
        ),
        (BENCH, "80x12@1", None, "82.5 kg × 8 at RIR 2; all had 12: one step up"),
        (CURL, "20x9@1; 20x9@1", None, "20 kg each × 10 at RIR 1; 1 left: one rep more"),
    ],
)
def test_reps_come_first_and_then_load(name: str, line: str, reps: int | None, words: str) -> None:
    assert said(name, line, reps) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("100x5@2; 100x5@2; 100x5@2", "102.5 kg × 5 at RIR 2; 2 left: one step up"),
        ("100x5@3; 100x5@2; 100x5@1", "100 kg × 5 at RIR 2; under 2 left: the same"),
        ("100x5@2; 100x5@2; 100x4@1", "100 kg × 5 at RIR 2; not all had 5: the same"),
        ("200x3@3; 200x3@3", "202.5 kg × 3 at RIR 2; 3 left: one step up"),
        ("w60x5; 100x5?; 100x5@2", "100 kg × 5 at RIR 2; RIR not said: the same"),
        ("30x20@2; 30x20@2", "32.5 kg × 16 at RIR 2; 2 left: one step up"),
    ],
)
def test_outside_the_range_a_lifter_moves_on_within_their_own(line: str, words: str) -> None:
    assert said(BENCH, line) == words


@pytest.mark.parametrize(
    ("line", "reps", "words"),
    [
        ("80x12!t; 80x9@1", None, "80 kg × 10 at RIR 2; set 1 failed: stop short"),
        ("100x8@1; 100x8!a; 100x6@1", 8, "95 kg × 8 at RIR 2; set 2 failed: go lighter"),
        ("100x5!t; 100x3@1", 5, "92.5 kg × 5 at RIR 2; set 1 failed: go lighter"),
        ("60x8@4; 80x10!t", None, "80 kg × 8 at RIR 2; set 2 failed: stop short"),
        ("80x12!a", None, "80 kg × 10 at RIR 2; failed: stop short"),
        ("80x7@1; 80x6@1", 10, "72.5 kg × 8 at RIR 2; 2 under 8: 5 to 10 % off"),
    ],
)
def test_after_an_early_failure_the_next_time_stops_short(
    line: str, reps: int | None, words: str
) -> None:
    assert said(BENCH, line, reps) == words


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (PULL_UP, "bwx8@2; bwx8@2", "BW × 9 at RIR 2; 2 left: one rep more"),
        (PULL_UP, "bwx5@2; bwx5@2", "BW × 6 at RIR 2; 2 left: one rep more"),
        (PULL_UP, "bwx12@2; bwx12@2", "+2.5 kg × 8 at RIR 2; all had 12: one step up"),
        (PULL_UP, "-10x12@2; -10x12@2", "-7.5 kg × 8 at RIR 2; all had 12: one step up"),
        (PULL_UP, "-2.5x12@2; -2.5x12@2", "BW × 8 at RIR 2; all had 12: one step up"),
        (PULL_UP, "-10x8!a; -10x5@1", "-12.5 kg × 8 at RIR 2; set 1 failed: go lighter"),
        (PULL_UP, "bwx8!a; bwx5@1", "BW × 6 at RIR 2; set 1 failed: stop short"),
        (PUSH_UP, "bwx20@2; bwx20@2", "BW × 21 at RIR 2; 2 left: one rep more"),
        ("Plank", "60s; 60s", "65 s; all had 60 s: 5 s more"),
        ("Plank", "60s; 50s", "60 s; not all had 60 s: the same"),
        ("Plank", "600s", ""),
        (BENCH, "w60x8", ""),
    ],
)
def test_body_weight_help_and_holds(name: str, line: str, words: str) -> None:
    assert said(name, line) == words


def test_the_planned_effort_is_what_more_is_asked_for() -> None:
    assert said(BENCH, "80x9@1; 80x9@1", 9, 1) == ("80 kg × 10 at RIR 1; 1 left: one rep more")
    assert said(BENCH, "80x9@2; 80x9@2", 9, 3) == ("80 kg × 9 at RIR 3; under 3 left: the same")
    assert "RIR 0" not in said(BENCH, "80x9@2; 80x9@2", 9, 0)


def test_the_heaviest_load_that_was_repeated_counts_else_the_heaviest() -> None:
    assert said(BENCH, "100x5@2; 80x9@2; 80x9@2").startswith("80 kg × 10")
    assert said(BENCH, "60x5@4; 80x5@3; 100x5@2").startswith("102.5 kg × 5")
    light = "60x12@3; 60x12@3; 60x12@2; 60x12@2"
    assert said(BENCH, f"{light}; 82.5x9@2; 225lbx5@2").startswith("230 lb × 5")
    assert said(BENCH, f"{light}; 82.5x9@2; 82.5x9@2").startswith("82.5 kg × 10")
    assert said(BENCH, "60x12@2; 60x12@2; 60x12@2; 100x5@2").startswith("102.5 kg × 5")


def test_an_olympic_lift_ends_with_its_speed() -> None:
    assert said("Power Clean (Barbell)", "80x3@2; 80x3@2").startswith("82.5 kg × 3; ")


def test_only_loads_that_the_plates_make_are_proposed() -> None:
    coarse = SETTINGS.with_value("gym.plates_kg", "20x4 10x1 5x1")
    block = block_of(BENCH, "80x12@3; 80x12@3")
    proposal = propose(block, coarse)
    assert proposal is not None and proposal.load == kg(90)


def test_an_all_out_last_set_is_nobodys_goal() -> None:
    words = "80 kg × 9 at RIR 2; all had 8: one rep more"
    assert said(BENCH, "80x8@2; 80x8@2; 80x11!t") == words
    planned = block_of(BENCH, "80x8@2; 80x8@2; 80x9@2")
    copied = tuple(PlannedSet(kg(80), reps) for reps in (8, 8, 11))
    proposal = propose(replace(planned, plan=copied), SETTINGS)
    assert proposal is not None and proposal_words(proposal) == "80 kg × 9 at RIR 2"
    failed = block_of(BENCH, "80x8@2; 80x9!t")
    proposal = propose(replace(failed, plan=copied[1:]), SETTINGS)
    assert proposal is not None and proposal_words(proposal) == "80 kg × 9 at RIR 2"


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (RAISE, "10x15@2; 10x15@2; 10x15@2", "10 kg each × 16 at RIR 2; large step: one rep more"),
        (RAISE, "6x12@1; 6x12@1; 6x12@1", "6 kg each × 13 at RIR 1; large step: one rep more"),
        (PRESS, "200x15@1; 200x15@1", "210 kg × 12 at RIR 1; 1 left: one step up"),
        (BENCH, "40x5@2; 40x5@2", "40 kg × 6 at RIR 2; large step: one rep more"),
        (BENCH, "60x5@2; 60x5@2", "62.5 kg × 5 at RIR 2; 2 left: one step up"),
    ],
)
def test_a_step_is_taken_only_where_epleys_line_allows_it(name: str, line: str, words: str) -> None:
    assert said(name, line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("60x12@2; 60x12@2", "60 kg × 13 at RIR 2; large step: one rep more"),
        ("60x12@1; 60x12@1", "60 kg × 12 at RIR 2; under 2 left: the same"),
        ("100x12@2; 100x12@2", "100 kg × 13 at RIR 2; heaviest: one rep more"),
    ],
)
def test_with_few_plates_reps_go_on_above_the_range(line: str, words: str) -> None:
    few = SETTINGS.with_value("gym.plates_kg", "20x2")
    proposal = propose(block_of(BENCH, line), few)
    assert proposal is not None and f"{proposal_words(proposal)}; {proposal.why}" == words


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (BENCH, "100x0!a", "90 kg × 1 at RIR 2; failed: go lighter"),
        (BENCH, "100x1!a", "92.5 kg × 1 at RIR 2; failed: go lighter"),
        (BENCH, "100x1@0", "92.5 kg × 1 at RIR 2; failed: go lighter"),
        (BENCH, "100x2!t", "92.5 kg × 2 at RIR 2; failed: go lighter"),
        (BENCH, "100x1@1; 100x1@1; 100x0!a", "90 kg × 1 at RIR 2; set 3 failed: go lighter"),
        (BENCH, "20x1!a", "20 kg × 1 at RIR 2; failed: stop short"),
        (BENCH, "60x8@2; 70x8@2; 80x0!a", "70 kg × 9 at RIR 2; all had 8: one rep more"),
    ],
)
def test_a_missed_single_is_not_proposed_again(name: str, line: str, words: str) -> None:
    assert said(name, line) == words


def test_nobody_is_asked_for_more_and_for_more_in_reserve() -> None:
    assert said(SQUAT, "100x5@2; 100x5@2; 100x5@2") == (
        "100 kg × 5 at RIR 3; under 3 left: the same"
    )
    assert said(SQUAT, "100x5@3; 100x5@3") == "102.5 kg × 5 at RIR 3; 3 left: one step up"


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (RAISE, "10x7@1; 10x6@1", "8 kg each × 8 at RIR 1; 2 under 8: one step less"),
        (PULL_UP, "+20x7@1; +20x6@1", "+17.5 kg × 8 at RIR 2; 2 under 8: one step less"),
        (PULL_UP, "-20x7@1; -20x6@1", "-22.5 kg × 8 at RIR 2; 2 under 8: one step less"),
        (BENCH, "100x7@1; 100x6@1", "92.5 kg × 8 at RIR 2; 2 under 8: 5 to 10 % off"),
        (PULL_UP, "bwx7@1; bwx6@1", "BW × 4 at RIR 2; 2 under 8: fewer reps"),
    ],
)
def test_how_much_comes_off_is_said_as_it_is(name: str, line: str, words: str) -> None:
    assert said(name, line, reps=8) == words


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (BENCH, "80x9@2; 80x9@2", "72.5 kg × 9 at RIR 2; 12 weeks off: 10 % less"),
        (BENCH, "80x12@2; 80x12@2", "72.5 kg × 12 at RIR 2; 12 weeks off: 10 % less"),
        (BENCH, "80x9?", "72.5 kg × 9 at RIR 2; 12 weeks off: 10 % less"),
        (BENCH, "20x9@2", "20 kg × 7 at RIR 2; 12 weeks off: fewer reps"),
        (RAISE, "10x9@2", "8 kg each × 9 at RIR 2; 12 weeks off: lighter"),
        (RAISE, "4x9@2", "4 kg each × 7 at RIR 2; 12 weeks off: fewer reps"),
        (PULL_UP, "bwx9@2", "BW × 7 at RIR 2; 12 weeks off: fewer reps"),
        (PULL_UP, "-10x9@2", "-12.5 kg × 9 at RIR 2; 12 weeks off: lighter"),
        ("Plank", "60s; 60s", "54 s; 12 weeks off: shorter"),
    ],
)
def test_after_a_long_break_less_is_proposed(name: str, line: str, words: str) -> None:
    block = block_of(name, line)
    proposal = propose(block, SETTINGS, NOW + timedelta(weeks=12, days=3))
    assert proposal is not None and f"{proposal_words(proposal)}; {proposal.why}" == words
    soon = propose(block, SETTINGS, NOW + timedelta(weeks=8))
    assert soon == propose(block, SETTINGS) != proposal


def test_stretches_of_one_exercise_are_one_proposal() -> None:
    first, other = block_of(BENCH, "80x9@2"), block_of(CURL, "20x10@2; 20x10@2")
    again = block_of(BENCH, "80x9!t")
    session = Session(NOW, "UTC", blocks=(first, other, again, Block(LIFTS[SQUAT])))
    proposals = next_time(session, SETTINGS)
    assert [exercise.name for exercise, _ in proposals] == [BENCH, CURL]
    assert proposals[0][1].why == "all had 9: one rep more"


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (Proposal(None, 8, 2.0, ""), "8 reps at RIR 2"),
        (Proposal(bodyweight(), 8, None, ""), "BW × 8"),
        (Proposal(kg(20), None, None, "", 45), "20 kg × 45 s"),
        (Proposal(None, None, None, "", 45), "45 s"),
        (Proposal(kg(12), 15, 2.0, "", is_per_hand=True), "12 kg each × 15 at RIR 2"),
        (Proposal(bodyweight(), 8, 2.0, "", is_per_hand=True), "BW × 8 at RIR 2"),
    ],
)
def test_a_proposal_in_words(proposal: Proposal, words: str) -> None:
    assert proposal_words(proposal) == words


@pytest.mark.parametrize(
    ("load", "share", "left"),
    [
        (kg(100), "0.95", kg(95)),
        (kg(60), "0.95", kg(55)),
        (kg("62.5"), "0.9", kg(55)),
        (kg(20), "0.9", kg(20)),
        (Load(Decimal("2.5"), Unit.KG, LoadKind.ADDED), "0.9", bodyweight()),
        (Load(Decimal(1), Unit.KG, LoadKind.ADDED), "0.9", bodyweight()),
    ],
)
def test_what_is_taken_off_is_five_to_ten_percent_or_a_step(
    load: Load, share: str, left: Load
) -> None:
    assert lighter(load, Decimal(share), LIFTS[BENCH], SETTINGS) == left


# -- whatever was done -----------------------------------------------------------------------------

LOADS = st.one_of(
    st.none(),
    st.just(bodyweight()),
    st.builds(
        Load,
        st.integers(1, 400).map(lambda half: Decimal(half) / 2),
        st.sampled_from(Unit),
        st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED]),
    ),
)
SETS = st.builds(
    PerformedSet,
    at=st.just(NOW),
    load=st.shared(LOADS, key="load") | LOADS,
    reps=st.integers(0, 25),
    rir=st.none() | st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0]),
    failure=st.sampled_from([None, None, None, FailureType.TECHNICAL, FailureType.ABSOLUTE]),
    warm_up=st.sampled_from([False, False, False, True]),
)
PLANS = st.builds(
    PlannedSet,
    reps=st.none() | st.integers(1, 25),
    rir=st.none() | st.sampled_from([0.0, 1.0, 2.0]),
)
BLOCKS = st.builds(
    Block,
    st.sampled_from([LIFTS[name] for name in (BENCH, SQUAT, CURL, PULL_UP, CALF)]),
    st.lists(SETS, max_size=5).map(tuple),
    st.lists(PLANS, max_size=4).map(tuple),
)


def _signed(load: Load) -> int:
    return -load.grams if load.kind is LoadKind.ASSISTED else load.grams


@given(BLOCKS)
def test_no_proposal_plans_a_failure_or_a_load_below_nothing(block: Block) -> None:
    proposal = propose(block, SETTINGS)
    assert (proposal is None) == (not block.work_sets)
    if proposal is not None:
        assert proposal.target_rir is None or proposal.target_rir >= 1
        assert proposal.reps is not None and proposal.reps >= 1
        assert proposal.load is None or proposal.load.value >= 0
        assert len(proposal.why) <= 26


@given(BLOCKS, st.integers(8 * 7 + 1, 2000))
def test_after_a_long_break_nothing_is_more_than_it_was(block: Block, days: int) -> None:
    proposal = propose(block, SETTINGS, NOW + timedelta(days=days))
    if proposal is None or proposal.reps is None:
        return
    assert proposal.reps <= max(1, *(one.reps or 0 for one in block.work_sets))
    loads = [one.load for one in block.work_sets if one.load is not None]
    if proposal.load is not None:
        assert _signed(proposal.load) <= max(map(_signed, loads))


@given(BLOCKS)
def test_words_and_reason_fit_beside_a_name_of_twenty_letters(block: Block) -> None:
    for now in (None, NOW + timedelta(weeks=12)):
        proposal = propose(block, SETTINGS, now)
        # Weights of three digits in each hand, or added to each, may take more of the name.
        is_odd = block.exercise.is_per_hand and any(
            one.load is not None and (one.load.value > 90 or one.load.kind is not LoadKind.TOTAL)
            for one in block.work_sets
        )
        if proposal is not None and not is_odd:
            assert len(proposal_words(proposal)) + len(proposal.why) <= 74 - 20 - 4


@given(BLOCKS)
def test_the_same_sets_give_the_same_proposal(block: Block) -> None:
    assert propose(block, SETTINGS) == propose(replace(block, id=7, note="again"), SETTINGS)


@given(BLOCKS)
def test_a_proposal_never_jumps_by_more_than_one_step_up(block: Block) -> None:
    proposal = propose(block, SETTINGS)
    if proposal is None or proposal.load is None:
        return
    loads = [one.load for one in block.work_sets if one.load is not None]
    highest = max(_signed(heavier(one, block.exercise, SETTINGS)) for one in loads)
    assert _signed(proposal.load) <= highest
    if proposal.load in loads:
        asked = [one.reps or 0 for one in block.work_sets]
        asked += [one.reps or 0 for one in block.plan]
        assert proposal.reps is not None and proposal.reps <= max(asked) + 1


def told_by_the_guide(block: Block) -> dict[str, str]:
    """By rule: what the guide says when the exercise has ended."""
    block = replace(block, id=1)
    session = Session(NOW, "UTC", blocks=(block,), id=1)
    asked = Situation(
        Moment.EXERCISE_END, NOW, "UTC", Profile(), SETTINGS, Facts(), session, block, None, None
    )
    return {one.rule: one.text for one in guide(asked).all}


@pytest.mark.parametrize(
    ("name", "line", "reps", "words"),
    [
        (RAISE, "20x12@2; 20x12@2", None, "22 kg each, from 8 reps."),
        (RAISE, "10x15@2; 10x15@2", None, "10 kg each × 16."),
        (PRESS, "200x15@1; 200x15@1", None, "210 kg × 12."),
        (SQUAT, "20x12@1; 20x12@1", None, ""),
    ],
)
def test_the_guide_says_the_load_of_the_proposal(
    name: str, line: str, reps: int | None, words: str
) -> None:
    text = told_by_the_guide(block_of(name, line, reps)).get("R88", "")
    assert text.endswith(words) and bool(text) == bool(words)


@given(BLOCKS)
def test_it_never_says_anything_else_than_the_guide(block: Block) -> None:
    texts = told_by_the_guide(block)
    proposal = propose(block, SETTINGS)
    if "R88" in texts:
        assert proposal is not None and proposal.load is not None
        assert f"next time {proposal.load}" in texts["R88"]
        assert str(proposal.reps) in texts["R88"]
    if "R89" in texts:
        assert proposal is not None and f" under {SETTINGS.whole('reps.lo')}: " in proposal.why


def test_reps_planned_for_another_load_are_no_measure_of_what_was_lifted() -> None:
    done = block_of(BENCH, "70x10@2; 70x10@2")
    planned = replace(done, plan=(PlannedSet(kg(78), 12), PlannedSet(kg(78), 10)))
    assert propose(planned, SETTINGS) == propose(done, SETTINGS)
    same = replace(done, plan=(PlannedSet(kg(70), 12), PlannedSet(kg(70), 12)))
    assert "not all had 12" in propose(same, SETTINGS).why
