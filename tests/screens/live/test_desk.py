from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from screens.house import House
from screens.live.beside import asides, rest_of
from screens.live.desk import Desk
from screens.live.view import table
from tests.typist import HandClock, Typist
from tracker.effort import FailureType, Technique
from tracker.guidance.advice import Severity
from tracker.load import LoadKind, kg
from tracker.performed import PerformedSet, Side
from tracker.safety import Safety
from tracker.session import Session
from tracker.store import DraftLine

SitDown = Callable[..., Typist]


def done(typist: Typist) -> list[str]:
    """The sets as they stand in the store: `82.5 kg × 8 @2`."""
    return [f"{one.load} × {one.reps} @{one.rir:g}" for one in typist.sets]


# -- keys and what they log ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "load", "reps", "rir", "failure"),
    [
        (["2", "enter"], "82.5", 8, 2, None),
        (["left", "2", "enter"], "82.5", 7, 2, None),
        (["right", "1", "enter"], "82.5", 9, 1, None),
        (["t", "enter"], "82.5", 8, 0, FailureType.TECHNICAL),
        (["a", "enter"], "82.5", 8, 0, FailureType.ABSOLUTE),
        (["6", "a", "enter"], "82.5", 6, 0, FailureType.ABSOLUTE),
        (["6", "!", "t", "enter"], "82.5", 6, 0, FailureType.TECHNICAL),
        (["6", " ", "2", "enter"], "82.5", 6, 2, None),
        (["up", "1", "enter"], "85", 8, 1, None),
        (["down", "down", "3", "enter"], "77.5", 8, 3, None),
        (["0", "enter"], "82.5", 8, 0, None),
    ],
)
def test_a_set_takes_these_keys(at_the_bench: Typist, keys, load, reps, rir, failure) -> None:
    at_the_bench.press(*keys)
    one = at_the_bench.last
    assert (one.load, one.reps, one.rir, one.failure) == (kg(load), reps, rir, failure)
    assert at_the_bench.line == ""


def test_rir_is_never_filled_in(at_the_bench: Typist) -> None:
    at_the_bench.press("enter", "enter")
    assert at_the_bench.sets == ()


def test_the_draft_is_the_plan_of_the_last_session_of_the_title(at_the_bench: Typist) -> None:
    draft = at_the_bench.desk.draft()
    assert (draft.load, draft.reps, draft.rir) == (kg("82.5"), 8, None)


def test_the_draft_follows_a_change_of_load_today(at_the_bench: Typist) -> None:
    at_the_bench.press("up", "2", "enter")
    assert at_the_bench.desk.draft().load == kg(85)


def test_a_planned_change_of_load_is_kept_where_today_went_as_planned(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎")
    assert at_the_bench.desk.draft().load == kg(80)


def test_steps_are_forgotten_with_the_set(at_the_bench: Typist) -> None:
    at_the_bench.press("left", "left", "2", "enter")
    assert at_the_bench.desk.draft().reps == 8


def test_reps_never_fall_below_one(at_the_bench: Typist) -> None:
    at_the_bench.press(*["left"] * 20)
    assert at_the_bench.desk.draft().reps == 1


def test_after_the_last_planned_set_the_next_exercise_comes_up(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎2⏎")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    assert at_the_bench.reply.words == "Bench Press (Barbell) done · p another set of it"
    at_the_bench.press("p")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    at_the_bench.type("1⏎")
    assert len(at_the_bench.stored.blocks[0].sets) == 4


def test_p_finds_the_exercise_that_the_line_left_wherever_it_stands(at_the_bench: Typist) -> None:
    at_the_bench.type("nn2⏎2⏎")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    at_the_bench.press("p")
    assert at_the_bench.exercise == "Preacher Curl (Barbell)"
    at_the_bench.press("p")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"


def test_when_the_whole_plan_is_done_it_says_how_to_finish(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎2⏎2⏎2⏎2⏎")
    assert at_the_bench.reply.words == ""
    at_the_bench.type("2⏎")
    assert at_the_bench.reply.words == "all planned sets are done · f finishes"


def test_a_body_weight_lift_that_is_new_is_drafted_with_the_body(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.type("/pull up⏎")
    assert typist.desk.draft().load.kind is LoadKind.BODYWEIGHT
    typist.type("8 2⏎2⏎")
    assert [(str(one.load), one.reps) for one in typist.sets] == [("BW", 8)] * 2


def test_a_line_holds_several_sets_logged_late(at_the_bench: Typist) -> None:
    at_the_bench.type("8 2; 8 1⏎")
    assert done(at_the_bench) == ["82.5 kg × 8 @2", "82.5 kg × 8 @1"]
    at_the_bench.press("u")
    assert at_the_bench.sets == ()


def test_x3_logs_three_sets_in_one_step(at_the_bench: Typist) -> None:
    at_the_bench.type("x8x3@2⏎")
    assert len(at_the_bench.sets) == 3
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    at_the_bench.press("u")
    assert at_the_bench.sets == ()
    assert at_the_bench.exercise == "Bench Press (Barbell)"


def test_minutes_ago_date_the_set_before_the_line(at_the_bench: Typist, clock: HandClock) -> None:
    clock.wait(600)
    at_the_bench.type("2 -4m⏎")
    assert at_the_bench.last.at == clock() - timedelta(minutes=4)


def test_a_drop_set_keeps_its_drops(at_the_bench: Typist) -> None:
    at_the_bench.type("80x10!a > 60x6 > 45x5⏎")
    one = at_the_bench.last
    assert one.technique is Technique.DROP
    assert [(part.load, part.reps) for part in one.segments] == [(kg(60), 6), (kg(45), 5)]


def test_the_first_set_needs_no_plan(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.press("/").type("preacher curl bar⏎")
    typist.type("30x10@2⏎1⏎")
    assert done(typist) == ["30 kg × 10 @2", "30 kg × 10 @1"]


def test_without_an_exercise_a_line_stays_and_says_what_to_do(sit_down: SitDown) -> None:
    typist = sit_down().type("100x8@2⏎")
    assert typist.line == "100x8@2" and "`/`" in typist.reply.words


# -- warm-ups ------------------------------------------------------------------------------------


def test_w_logs_the_next_step_of_the_warm_up(at_the_rack: Typist) -> None:
    at_the_rack.type("w⏎w⏎")
    assert [(one.load, one.reps, one.warm_up) for one in at_the_rack.sets] == [
        (kg(40), 8, True),
        (kg(60), 5, True),
    ]
    assert at_the_rack.desk.draft().load == kg(100)


def test_a_warm_up_and_a_work_set_on_one_line_keep_their_own_loads(at_the_rack: Typist) -> None:
    at_the_rack.type("w; 6 2⏎")
    assert [(one.load, one.reps, one.warm_up) for one in at_the_rack.sets] == [
        (kg(40), 8, True),
        (kg(100), 6, False),
    ]


def test_a_spelled_warm_up_is_kept_as_it_is(at_the_rack: Typist) -> None:
    at_the_rack.type("w50x5⏎")
    assert (at_the_rack.last.load, at_the_rack.last.reps) == (kg(50), 5)


# -- what is refused or doubted ------------------------------------------------------------------


@pytest.mark.parametrize("text", ["12", "100x8", "8 2 x", "> 60x6", "1,250 8 2", "²", "x"])
def test_what_cannot_be_read_stays_selected(at_the_bench: Typist, text) -> None:
    at_the_bench.type(f"{text}⏎")
    assert (at_the_bench.line, at_the_bench.is_selected) == (text, True)
    assert at_the_bench.reply.words and at_the_bench.sets == ()
    at_the_bench.type("2⏎")
    assert done(at_the_bench) == ["82.5 kg × 8 @2"]


def test_a_key_after_a_refusal_is_taken_as_on_an_empty_line(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎12⏎u")
    assert at_the_bench.sets == () and at_the_bench.line == ""


def test_left_edits_what_was_refused(at_the_bench: Typist) -> None:
    at_the_bench.type("100x8⏎").press("end").type("@2⏎")
    assert done(at_the_bench) == ["100 kg × 8 @2"]


def test_a_slip_takes_enter_twice(at_the_bench: Typist) -> None:
    at_the_bench.type("825x8@2⏎")
    assert at_the_bench.sets == () and at_the_bench.is_selected
    at_the_bench.press("enter")
    assert done(at_the_bench) == ["825 kg × 8 @2"]


def test_escape_forgets_the_doubt(at_the_bench: Typist) -> None:
    at_the_bench.type("825x8@2⏎").press("escape").type("825x8@2⏎")
    assert at_the_bench.sets == ()


def test_a_doubt_is_asked_again_after_another_line(at_the_bench: Typist) -> None:
    at_the_bench.type("825x8@2⏎12⏎825x8@2⏎")
    assert at_the_bench.sets == ()


def test_a_contradiction_asks_which_one_holds(at_the_bench: Typist) -> None:
    at_the_bench.type("x8@2!t⏎")
    assert at_the_bench.is_selected and " or " in at_the_bench.reply.words
    at_the_bench.press("enter")
    assert at_the_bench.sets == ()


# -- "I mean to fail this set" -------------------------------------------------------------------


def acts(typist: Typist) -> list[tuple[str, str]]:
    now = typist.house.clock()
    told = typist.house.store.history.acts(now - timedelta(days=1), now + timedelta(days=1))
    return [(one.severity, one.outcome) for one in told]


def test_a_stop_stands_until_it_is_confirmed(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎")
    assert at_the_rack.line == "!" and at_the_rack.reply.severity is Severity.STOP
    assert acts(at_the_rack) == [("stop", "pending")]
    assert at_the_rack.desk.guidance.headline.severity is Severity.STOP
    at_the_rack.type("!⏎")
    assert at_the_rack.line == "" and acts(at_the_rack) == [("stop", "overridden")]
    at_the_rack.type("t⏎")
    assert at_the_rack.last.planned_failure
    assert acts(at_the_rack) == [("stop", "overridden")]


def test_enter_alone_confirms_what_stands_selected(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎⏎")
    assert acts(at_the_rack) == [("stop", "overridden")]


def test_escape_calls_the_failure_off(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎").press("escape")
    assert acts(at_the_rack) == [("stop", "heeded")]
    at_the_rack.type("2⏎")
    assert not at_the_rack.last.planned_failure


@pytest.mark.parametrize("confirmed", ["", "!⏎"])
def test_a_set_logged_without_failure_heeds_the_stop(at_the_rack: Typist, confirmed) -> None:
    at_the_rack.type(f"!⏎{confirmed}2⏎")
    assert acts(at_the_rack) == [("stop", "heeded")]


def test_a_warm_up_settles_nothing(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎w⏎")
    assert acts(at_the_rack) == [("stop", "pending")]


def test_another_exercise_calls_the_failure_off(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎n")
    assert acts(at_the_rack) == [("stop", "heeded")] and at_the_rack.desk.announced is None


def test_what_is_meant_already_is_not_asked_again(at_the_rack: Typist) -> None:
    at_the_rack.type("!⏎!⏎!⏎")
    assert acts(at_the_rack) == [("stop", "overridden")]


def test_a_curl_s_last_set_is_taken_at_once(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎2⏎2⏎2⏎2⏎")
    assert at_the_bench.exercise == "Preacher Curl (Barbell)"
    at_the_bench.type("!⏎")
    assert at_the_bench.line == "" and at_the_bench.desk.announced.is_taken
    at_the_bench.type("a⏎")
    assert at_the_bench.last.planned_failure
    assert [outcome for _, outcome in acts(at_the_bench)] == ["heeded"]


# -- after a bad set -----------------------------------------------------------------------------


def test_after_a_bad_set_the_draft_holds_the_repair(at_the_bench: Typist) -> None:
    at_the_bench.type("t⏎")
    draft, headline = at_the_bench.desk.draft(), at_the_bench.desk.guidance.headline
    assert draft.load.value < Decimal("82.5") and draft.reps == 8
    assert str(draft.load) in headline.text and f"× {draft.reps}" in headline.text


def test_a_failed_set_asks_for_a_longer_rest_and_says_why(
    at_the_bench: Typist, clock: HandClock
) -> None:
    before = at_the_bench.type("2⏎")
    easy = rest_of(before.desk, clock())
    hard = rest_of(at_the_bench.type("t⏎").desk, clock())
    assert hard.wanted > easy.wanted and hard.reason


# -- exercises -----------------------------------------------------------------------------------


def test_a_superset_alternates_until_its_plans_are_done(at_the_bench: Typist) -> None:
    at_the_bench.press("j")
    turns = []
    for _ in range(5):
        turns.append(at_the_bench.exercise.split()[0])
        at_the_bench.type("2⏎")
    assert turns == ["Bench", "Triceps", "Bench", "Triceps", "Bench"]
    assert at_the_bench.exercise == "Preacher Curl (Barbell)"


def test_a_circuit_of_three_goes_round(at_the_bench: Typist) -> None:
    at_the_bench.press("j", "n", "j")
    assert "a circuit of 3" in at_the_bench.reply.words
    at_the_bench.press("p")
    turns = []
    for _ in range(7):
        turns.append(at_the_bench.exercise.split()[0])
        at_the_bench.type("2⏎")
    assert turns == ["Bench", "Triceps", "Preacher", "Bench", "Triceps", "Preacher", "Bench"]


def test_j_on_the_first_of_a_circuit_parts_all_of_it(at_the_bench: Typist) -> None:
    at_the_bench.press("j", "n", "j", "p", "j")
    assert [one.superset for one in at_the_bench.stored.blocks] == [None, None, None]


def test_j_on_the_last_exercise_says_how_to_get_another(at_the_bench: Typist) -> None:
    at_the_bench.press("n", "n", "j")
    assert "/ finds one" in at_the_bench.reply.words


def test_in_a_superset_the_rest_comes_after_the_round(at_the_bench: Typist) -> None:
    clock = at_the_bench.house.clock
    at_the_bench.type("j2⏎")
    within = rest_of(at_the_bench.desk, clock())
    assert (within.wanted, within.reason) == (0, "the round goes on")
    at_the_bench.type("2⏎")
    after = rest_of(at_the_bench.desk, clock())
    assert (after.wanted, after.reason) == (180, "after the round")


def test_a_failure_anywhere_in_the_round_lengthens_the_rest_after_it(at_the_bench: Typist) -> None:
    clock = at_the_bench.house.clock
    at_the_bench.type("jt⏎")
    assert rest_of(at_the_bench.desk, clock()).wanted == 0
    at_the_bench.type("2⏎")
    after = rest_of(at_the_bench.desk, clock())
    assert after.wanted >= 240 and "failure" in after.reason


def test_joining_and_parting_are_one_step_each(at_the_bench: Typist) -> None:
    at_the_bench.press("j")
    assert [one.superset for one in at_the_bench.stored.blocks] == [1, 1, None]
    at_the_bench.press("u")
    assert [one.superset for one in at_the_bench.stored.blocks] == [None, None, None]
    at_the_bench.press("U", "j")
    assert [one.superset for one in at_the_bench.stored.blocks] == [None, None, None]
    at_the_bench.press("u")
    assert [one.superset for one in at_the_bench.stored.blocks] == [1, 1, None]


def test_the_last_exercise_has_nobody_to_join(at_the_bench: Typist) -> None:
    at_the_bench.press("n", "n", "j")
    assert "no next" in at_the_bench.reply.words


def test_a_swap_keeps_the_number_of_sets_and_takes_the_loads_of_the_new_lift(
    at_the_bench: Typist, train: Callable[..., Session]
) -> None:
    train("2026-11-09 18:30", "Other", {"Bench Press (Dumbbell)": "30x10@2; 30x9@1"})
    at_the_bench.house.coach.forget()
    at_the_bench.press("c").type("bench press dumbbell⏎")
    assert at_the_bench.exercise == "Bench Press (Dumbbell)"
    assert (at_the_bench.desk.draft().load, at_the_bench.desk.draft().reps) == (kg(30), 10)
    assert at_the_bench.desk.block.sets_planned == 3
    at_the_bench.press("u")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    assert at_the_bench.desk.draft().load == kg("82.5")


def test_a_swap_to_a_lift_never_done_drafts_nothing_of_the_other_one(at_the_bench: Typist) -> None:
    at_the_bench.press("c").type("incline bench press barbell⏎")
    assert at_the_bench.desk.draft().load is None
    at_the_bench.type("2⏎")
    assert at_the_bench.sets == () and "what load?" in at_the_bench.reply.words


def test_a_swap_after_warm_ups_alone_does_not_come_back_to_the_taken_rack(
    at_the_bench: Typist,
) -> None:
    at_the_bench.type("w⏎c").type("chest press machine⏎")
    at_the_bench.type("40x8@2⏎2⏎2⏎2⏎2⏎2⏎2⏎")
    assert at_the_bench.reply.words == "all planned sets are done · f finishes"
    assert at_the_bench.stored.blocks[0].skipped


def test_a_swap_within_a_superset_stays_in_it(at_the_bench: Typist) -> None:
    at_the_bench.type("j2⏎2⏎c").type("chest press machine⏎")
    assert [one.superset for one in at_the_bench.stored.blocks] == [None, 1, 1, None]
    at_the_bench.type("40x8@2⏎")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"


def test_m_does_this_one_now(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎").press("n", "n", "m")
    assert [one.exercise.name.split()[0] for one in at_the_bench.stored.blocks] == [
        "Bench",
        "Preacher",
        "Triceps",
    ]
    assert at_the_bench.exercise == "Preacher Curl (Barbell)"


def test_a_skipped_exercise_is_passed_over_and_comes_back(at_the_bench: Typist) -> None:
    at_the_bench.press("n", "k")
    assert at_the_bench.exercise == "Preacher Curl (Barbell)"
    at_the_bench.press("u")
    assert not at_the_bench.stored.blocks[1].skipped
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    at_the_bench.press("k", "p", "k")
    assert not at_the_bench.stored.blocks[1].skipped


def test_finding_adds_an_exercise_without_leaving(at_the_bench: Typist) -> None:
    at_the_bench.press("/").type("hammer curl⏎")
    assert "Hammer Curl" in at_the_bench.exercise and len(at_the_bench.stored.blocks) == 4
    at_the_bench.press("/").type("bench press barbell").press("enter")
    assert at_the_bench.exercise == "Bench Press (Barbell)" and len(at_the_bench.stored.blocks) == 4


def test_an_exercise_of_ones_own_is_made_and_classified(at_the_bench: Typist) -> None:
    at_the_bench.type("/Atlas Stone Hug⏎")
    assert at_the_bench.exercise == "Atlas Stone Hug"
    assert not at_the_bench.desk.block.exercise.is_classified
    at_the_bench.press("v").type("11111")
    assert at_the_bench.mode.prompt == "muscle"
    at_the_bench.type("zz⏎")
    assert "one of these?" in at_the_bench.reply.words and at_the_bench.line == "zz"
    at_the_bench.type("d⏎")
    assert "front delts, side delts, rear delts" in at_the_bench.reply.words
    at_the_bench.type("glute m⏎")
    made = at_the_bench.desk.block.exercise
    assert at_the_bench.mode is None and made.is_classified and made.primary == "glute medius"


def test_the_muscle_of_ones_own_exercise_is_guessed_from_its_name(at_the_bench: Typist) -> None:
    at_the_bench.type("/Grandfather curl⏎")
    assert at_the_bench.desk.block.exercise.primary == "biceps"
    at_the_bench.type("v12111")
    assert at_the_bench.line == "biceps" and at_the_bench.is_selected
    at_the_bench.type("⏎")
    assert at_the_bench.desk.block.exercise.primary == "biceps"
    assert at_the_bench.mode is None


def test_a_swap_offers_the_same_muscle_and_no_more_demand_first(at_the_bench: Typist) -> None:
    at_the_bench.press("c")
    first = at_the_bench.mode.options[:5]
    assert {one.primary for one in first} == {"chest"}
    assert at_the_bench.exercise not in [one.name for one in first]
    at_the_bench.type("pull up")
    assert at_the_bench.mode.options[0].name == "Pull Up"


# -- records -------------------------------------------------------------------------------------


def told(typist: Typist) -> list[str]:
    return [one.plain.strip() for one in asides(typist.desk) if "before" in one.plain]


def test_a_record_is_told_once_with_what_it_beat(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎")
    assert told(at_the_bench) == []
    at_the_bench.type("9 2⏎")
    assert any("9 reps at 82.5 kg, before 8 (16 Nov)" in one for one in told(at_the_bench))
    at_the_bench.type("9 2⏎")
    assert not any("reps at" in one for one in told(at_the_bench))


@pytest.mark.parametrize("line", ["w100x20", "82.5x8@2", "60x8!a > 60x20"])
def test_warm_ups_and_what_comes_past_failure_are_no_records(at_the_bench: Typist, line) -> None:
    at_the_bench.type(f"{line}⏎⏎")
    assert len(at_the_bench.sets) == 1 and told(at_the_bench) == []


def test_a_record_that_was_undone_is_told_no_more(at_the_bench: Typist) -> None:
    at_the_bench.type("9 2⏎")
    assert told(at_the_bench)
    at_the_bench.press("u")
    assert told(at_the_bench) == []


# -- hours later ---------------------------------------------------------------------------------


def test_what_is_typed_four_hours_later_goes_nowhere_unasked(
    at_the_bench: Typist, clock: HandClock
) -> None:
    at_the_bench.type("2⏎6 2")
    clock.wait(4 * 3600 + 60)
    at_the_bench.type("⏎")
    assert at_the_bench.is_left and len(at_the_bench.sets) == 1
    assert at_the_bench.house.store.keeping.draft_line().text == "6 2"


def test_undo_after_going_on_with_it_is_no_reason_to_ask_again(
    at_the_bench: Typist, clock: HandClock
) -> None:
    at_the_bench.type("2⏎")
    clock.wait(5 * 3600)
    keeping = at_the_bench.house.store.keeping
    keeping.keep_draft_line(DraftLine(at_the_bench.desk.session.id, "", clock()))
    again = Typist(at_the_bench.house, Desk(at_the_bench.house, at_the_bench.stored))
    again.console.sit_down()
    again.type("1⏎u")
    assert not again.desk.is_forgotten and not again.is_left


def test_an_edit_is_of_the_set_it_began_with(at_the_bench: Typist, house: House) -> None:
    at_the_bench.type("2⏎e")
    first = at_the_bench.sets[0]
    block = at_the_bench.desk.block
    house.store.logging.log(block.id, [PerformedSet(first.at, kg(140), 1, rir=1.0)])
    at_the_bench.desk.reload()
    at_the_bench.press(*["backspace"] * len(at_the_bench.line)).type("80x7@1⏎")
    assert done(at_the_bench) == ["80 kg × 7 @1", "140 kg × 1 @1"]


def test_an_edit_of_a_set_that_is_gone_changes_nothing(at_the_bench: Typist, house: House) -> None:
    at_the_bench.type("2⏎2⏎e")
    house.store.editing.delete_sets([at_the_bench.sets[1].id], "delete")
    at_the_bench.desk.reload()
    at_the_bench.type("⏎")
    assert "no longer there" in at_the_bench.reply.words
    assert done(at_the_bench) == ["82.5 kg × 8 @2"]


def test_the_sides_of_the_set_before_are_drafted_with_it(at_the_bench: Typist) -> None:
    at_the_bench.type("/one arm row⏎30x10/9@1⏎2⏎").press("left").type("2⏎")
    assert [(one.reps, one.reps_right) for one in at_the_bench.sets] == [(10, 9), (10, 9), (9, 8)]
    at_the_bench.type("8 2⏎")
    assert (at_the_bench.last.reps, at_the_bench.last.reps_right) == (8, None)


def test_what_was_said_of_another_lift_names_it(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎9 2⏎")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    lines = [one.plain for one in asides(at_the_bench.desk) if "before" in one.plain]
    assert lines and all("Bench Press: " in one for one in lines)
    at_the_bench.press("n")
    assert not any("before" in one.plain for one in asides(at_the_bench.desk))


def test_the_table_says_how_long_the_rests_were(at_the_bench: Typist, clock: HandClock) -> None:
    at_the_bench.type("2⏎")
    clock.wait(205)
    at_the_bench.type("2⏎")
    clock.wait(5)
    at_the_bench.type("8 1⏎p")
    rows = table(at_the_bench.desk, is_wide=False).rows
    assert [row.rest for row in rows] == ["", "3:25", ""]


def test_the_rest_timer_started_anew_is_kept(at_the_bench: Typist, clock: HandClock) -> None:
    at_the_bench.type("2⏎")
    clock.wait(60)
    at_the_bench.type("r6")
    clock.wait(20)
    again = Typist(at_the_bench.house, Desk(at_the_bench.house, at_the_bench.stored))
    again.console.sit_down()
    assert again.line == "6" and rest_of(again.desk, clock()).passed == 20


@pytest.mark.parametrize("key", ["²", "9", "x", "٣"])
def test_a_key_that_is_no_answer_answers_nothing(at_the_bench: Typist, key) -> None:
    at_the_bench.type("/Atlas Stone Hug⏎")
    at_the_bench.press("v", key)
    assert at_the_bench.mode.given in ((), at_the_bench.mode.given) and at_the_bench.mode


def test_the_other_fields_of_the_note_are_one_tab_away(at_the_bench: Typist) -> None:
    at_the_bench.press("o").type("grip wide⏎").press("o", "tab").type("seat 4 · pin 9⏎")
    at_the_bench.press("o", "tab", "tab").type("slept badly⏎")
    stored = at_the_bench.stored
    assert stored.blocks[0].note == "grip wide"
    assert stored.blocks[0].exercise.set_up == "seat 4 · pin 9"
    assert stored.note == "slept badly"


def test_who_stands_by_is_remembered_for_the_exercise(
    at_the_bench: Typist, sit_down: SitDown
) -> None:
    at_the_bench.press("b", "s", "f", "f", "enter").type("2⏎")
    assert (at_the_bench.last.safety.spotter, at_the_bench.last.safety.safeties) == (True, False)
    at_the_bench.press("f", "y")
    again = sit_down("Push").type("2⏎")
    assert (again.last.safety.spotter, again.last.safety.safeties) == (True, False)


def test_other_keys_type_nothing_while_it_is_asked_who_stands_by(at_the_bench: Typist) -> None:
    at_the_bench.press("b", "x", "s", "enter").type("2⏎")
    assert at_the_bench.last.safety.spotter is True


def test_pain_is_marked_and_cleared(at_the_bench: Typist) -> None:
    at_the_bench.press("s")
    assert "pain noted" in at_the_bench.reply.words
    at_the_bench.press("s")
    assert "pain cleared" in at_the_bench.reply.words


def test_the_rest_timer_starts_anew(at_the_bench: Typist, clock: HandClock) -> None:
    at_the_bench.type("2⏎")
    clock.wait(100)
    assert rest_of(at_the_bench.desk, clock()).passed == 100
    at_the_bench.press("r")
    clock.wait(5)
    assert rest_of(at_the_bench.desk, clock()).passed == 5


# -- editing -------------------------------------------------------------------------------------


def test_e_edits_the_last_set_and_up_the_one_before(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎1⏎").press("e")
    assert at_the_bench.line == "82.5kgx8@1"
    at_the_bench.press("up")
    assert at_the_bench.line == "82.5kgx8@2"
    at_the_bench.press("backspace").type("3⏎")
    assert done(at_the_bench) == ["82.5 kg × 8 @3", "82.5 kg × 8 @1"]
    at_the_bench.press("u")
    assert done(at_the_bench) == ["82.5 kg × 8 @2", "82.5 kg × 8 @1"]


def test_an_edit_that_cannot_be_read_stays(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎").press("e").type("zz⏎")
    assert at_the_bench.line == "82.5kgx8@2zz" and done(at_the_bench) == ["82.5 kg × 8 @2"]
    at_the_bench.press("escape")
    assert at_the_bench.mode is None and at_the_bench.line == ""


def test_an_edit_keeps_what_the_line_has_no_words_for(at_the_bench: Typist, house: House) -> None:
    at_the_bench.type("2⏎")
    full = replace(
        at_the_bench.last,
        side=Side.LEFT,
        safety=Safety(spotter=True),
        failure=FailureType.NONE,
        seconds=40,
        is_imported=True,
    )
    house.store.editing.change_sets([full], "fill")
    at_the_bench.desk.reload()
    stood = at_the_bench.last
    at_the_bench.press("e", "enter")
    assert at_the_bench.last == stood
    at_the_bench.press("e", "backspace").type("3⏎")
    assert at_the_bench.last == replace(stood, rir=3)


# -- body weight ---------------------------------------------------------------------------------


@pytest.fixture
def at_the_bar(sit_down: SitDown) -> Typist:
    typist = sit_down()
    typist.press("/").type("pull up⏎").type("x8@2⏎")
    return typist


def test_a_body_weight_set_needs_no_load(at_the_bar: Typist) -> None:
    assert at_the_bar.last.load.kind is LoadKind.BODYWEIGHT
    at_the_bar.type("2⏎")
    assert at_the_bar.last.load.kind is LoadKind.BODYWEIGHT


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("", ["up"], "+2.5 kg"),
        ("", ["down"], "-2.5 kg"),
        ("+2.5x5@2⏎", ["down"], "BW"),
        ("+2.5x5@2⏎", ["down", "down"], "-2.5 kg"),
        ("-5x5@2⏎⏎", ["up"], "-2.5 kg"),
        ("-5x5@2⏎⏎", ["up", "up", "up"], "+2.5 kg"),
    ],
)
def test_steps_cross_the_body_s_own_weight(at_the_bar: Typist, before, keys, after) -> None:
    at_the_bar.type(before).press(*keys)
    assert str(at_the_bar.desk.draft().load) == after


def test_a_load_never_falls_below_nothing(at_the_bench: Typist) -> None:
    at_the_bench.press("n", *["down"] * 50)
    assert at_the_bench.desk.draft().load == kg(0)


# -- undo and redo -------------------------------------------------------------------------------


def test_undo_and_redo_walk_over_everything(at_the_bench: Typist) -> None:
    def seen() -> object:
        stored = at_the_bench.stored
        return [(one.exercise.name, one.sets, one.note, one.skipped) for one in stored.blocks]

    states = [seen()]
    for keys in ("2⏎", "1⏎", "oslow⏎", "nk", "pe", "c", "nk"):
        if keys == "pe":
            at_the_bench.press("p", "e", "backspace").type("4⏎")
        elif keys == "c":
            at_the_bench.press("c").type("hammer curl⏎")
        else:
            at_the_bench.type(keys)
        states.append(seen())
    for state in reversed(states[:-1]):
        at_the_bench.press("u")
        assert seen() == state
    for state in states[1:]:
        at_the_bench.press("U")
        assert seen() == state
    at_the_bench.press("U")
    assert "nothing to redo" in at_the_bench.reply.words


def test_undo_goes_to_the_exercise_it_changed(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎2⏎")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    at_the_bench.press("u")
    assert at_the_bench.exercise == "Bench Press (Barbell)"


def test_undoing_the_session_itself_leaves_it(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎").press("u", "u")
    assert at_the_bench.is_left


# -- time ----------------------------------------------------------------------------------------


def test_a_clock_set_back_loses_nothing_and_rests_never_negative(
    at_the_bench: Typist, clock: HandClock
) -> None:
    clock.wait(300)
    at_the_bench.type("2⏎")
    clock.wait(-7200)
    assert rest_of(at_the_bench.desk, at_the_bench.desk.now()).passed == 0
    at_the_bench.type("1⏎")
    assert [one.rir for one in at_the_bench.sets] == [2, 1]
    assert at_the_bench.sets[1].at >= at_the_bench.sets[0].at
    assert rest_of(at_the_bench.desk, clock()).passed == 0


def test_a_clock_set_back_before_the_first_set_keeps_it_in_the_session(
    at_the_bench: Typist, clock: HandClock
) -> None:
    clock.wait(-7200)
    at_the_bench.type("2⏎")
    assert at_the_bench.last.at >= at_the_bench.stored.started_at


@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 10, 24, 23, 55, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 55, tzinfo=UTC),
        datetime(2026, 12, 31, 22, 58, tzinfo=UTC),
    ],
    ids=["the hour that comes twice", "the hour that is missing", "new year"],
)
def test_a_session_runs_over_midnight_and_the_change_of_clocks(
    sit_down: SitDown, clock: HandClock, start
) -> None:
    clock.now = start
    typist = sit_down()
    typist.press("/").type("preacher curl bar⏎").type("30x10@2⏎")
    for _ in range(4):
        clock.wait(900)
        assert rest_of(typist.desk, clock()).passed == 900
        typist.type("2⏎")
    apart = [(b.at - a.at).total_seconds() for a, b in pairwise(typist.sets)]
    assert apart == [900] * 4


def test_a_set_said_to_be_older_than_the_session_keeps_its_order(
    at_the_bench: Typist, clock: HandClock
) -> None:
    clock.wait(60)
    at_the_bench.type("2⏎2 -10m⏎⏎")
    assert len(at_the_bench.sets) == 2
    assert rest_of(at_the_bench.desk, clock()).passed >= 0


# -- the other program ---------------------------------------------------------------------------


def test_a_set_of_a_vanished_exercise_is_refused_and_the_line_stays(
    at_the_bench: Typist, house: House
) -> None:
    house.store.editing.delete_block(at_the_bench.desk.block_id)
    at_the_bench.type("2⏎")
    assert at_the_bench.line == "2" and "no longer" in at_the_bench.reply.words


def test_fifty_sets_typed_one_after_the_other_are_fifty(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.press("/").type("preacher curl bar⏎").type("30x10@2⏎" + "2⏎" * 49)
    assert len(typist.sets) == 50


def test_a_resumed_session_stands_at_the_exercise_of_its_last_set(
    at_the_bench: Typist, house: House
) -> None:
    at_the_bench.press("n", "2", "enter")
    resumed = Desk(house, house.store.history.session(at_the_bench.desk.session.id))
    resumed.reload()
    assert resumed.block is not None
    assert resumed.block.exercise.name == "Triceps Pushdown (Cable)"


def test_of_sets_of_the_same_second_the_one_logged_last_says_where_it_goes_on(
    at_the_bench: Typist,
) -> None:
    at_the_bench.type("2⏎").press("/").type("hammer curl⏎").type("14x10@2⏎")
    again = Typist(at_the_bench.house, Desk(at_the_bench.house, at_the_bench.stored))
    assert again.exercise == "Hammer Curl (Dumbbell)"


def test_swapping_leaves_the_sets_that_were_done(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎")
    at_the_bench.press("c").type("pec deck⏎")
    bench, pec, *_ = at_the_bench.stored.blocks
    assert (bench.exercise.name, len(bench.sets), bench.sets_planned) == (
        "Bench Press (Barbell)",
        1,
        1,
    )
    assert (pec.exercise.name, len(pec.sets), pec.sets_planned) == ("Pec Deck (Machine)", 0, 2)
    assert at_the_bench.desk.block_id == pec.id


def test_a_note_typed_before_tab_is_kept_with_the_others(at_the_bench: Typist) -> None:
    at_the_bench.press("o").type("grip slipped")
    at_the_bench.press("tab").type("seat 4")
    at_the_bench.press("tab").type("slept badly⏎")
    stored = at_the_bench.stored
    assert stored.note == "slept badly"
    assert stored.blocks[0].note == "grip slipped"
    assert stored.blocks[0].exercise.set_up == "seat 4"


def test_body_weight_can_be_typed_although_b_is_a_command(at_the_bench: Typist) -> None:
    at_the_bench.type("bwx12@3⏎⏎")
    assert at_the_bench.sets[-1].load is not None
    assert at_the_bench.sets[-1].load.kind is LoadKind.BODYWEIGHT


def test_five_left_on_a_target_of_two_is_doubted(at_the_bench: Typist) -> None:
    at_the_bench.type("5⏎")
    assert not at_the_bench.sets
    at_the_bench.press("enter")
    assert at_the_bench.sets[0].rir == 5


def test_the_repair_holds_for_all_sets_to_come(at_the_bench: Typist) -> None:
    at_the_bench.type("t⏎")
    rows = [one.load for one in table(at_the_bench.desk, True).rows]
    assert rows[0] == "82.5"
    assert rows[1] not in ("", "82.5")
    assert rows[2] == "80"


def test_after_a_failure_the_forecast_says_what_ones_rir_has_meant(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    for day in range(1, 13):
        train(f"2026-11-{day:02} 18:30", "Arms", {"Preacher Curl (Barbell)": "30x8@2; 30x11!a"})
    typist = sit_down("Arms")
    assert not [line for line in asides(typist.desk) if "more like" in line.plain]
    typist.type("6t⏎")
    assert [line.plain.strip() for line in asides(typist.desk) if "more like" in line.plain] == [
        "● Your 2 is more like 3."
    ]


# -- what last time proposes ---------------------------------------------------------------------


def proposed(typist: Typist) -> list[str]:
    return [one.plain.strip() for one in asides(typist.desk) if "y takes" in one.plain]


def test_before_the_first_set_last_time_proposes_what_to_do(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Machine)": "30x12@2; 30x12@2"})
    typist = sit_down("Arms")
    (words,) = proposed(typist)
    assert "× 8 at RIR 2" in words and "30 kg" not in words
    typist.type("2⏎")
    assert proposed(typist) == []


def test_y_takes_what_is_proposed_and_the_sets_after_it_follow(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Machine)": "30x12@2; 30x12@2"})
    typist = sit_down("Arms")
    typist.press("up", "y")
    load = typist.desk.draft().load
    assert load.value > 30 and typist.desk.draft().reps == 8
    assert "drafted: " in typist.reply.words and proposed(typist) == []
    typist.type("2⏎2⏎")
    assert [(one.load, one.reps, one.rir) for one in typist.sets] == [(load, 8, 2.0)] * 2
    typist.press("y")
    assert "nothing else is proposed" in typist.reply.words


def test_the_same_again_is_no_proposal_worth_a_line(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Machine)": "30x10?; 30x10?"})
    assert proposed(sit_down("Arms")) == []


# -- what is shown first -------------------------------------------------------------------------


def test_a_lift_added_by_name_shows_all_of_last_time(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Machine)": "30x12@2; 30x11@1; 30x9@0"})
    typist = sit_down()
    typist.type("/preacher curl machine⏎")
    rows = table(typist.desk, is_wide=False).rows
    assert [row.last.split()[0] for row in rows] == ["30"] * 3
    assert [row.is_next for row in rows] == [True, False, False]
    assert [row.load for row in rows] == ["30", "", ""]
    typist.type("2⏎")
    assert [row.is_next for row in table(typist.desk, is_wide=False).rows] == [False, True, False]


def test_what_was_reached_stands_before_what_comes_next(at_the_bench: Typist) -> None:
    at_the_bench.type("9 2⏎")
    below = [line.plain for line in table(at_the_bench.desk, is_wide=False).below]
    assert "before" in below[0] and "next" in below[-1]


def test_a_proposal_waits_for_the_set_it_is_about(
    train: Callable[..., Session], sit_down: SitDown
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Machine)": "20x12@5; 30x12@2; 30x12@2"})
    typist = sit_down("Arms")
    assert proposed(typist) == []
    typist.type("4⏎⏎")
    assert len(proposed(typist)) == 1
    typist.type("y2⏎")
    assert typist.last.load.value > 30 and typist.last.reps == 8
    assert typist.desk.draft().load == typist.last.load


def test_after_a_swap_one_row_is_the_next(at_the_bench: Typist) -> None:
    at_the_bench.press("c").type("bench press smith⏎")
    rows = table(at_the_bench.desk, is_wide=False).rows
    assert [row.is_next for row in rows] == [True, False, False]
