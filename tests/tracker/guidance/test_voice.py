"""What is shown of all that fired."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tracker.guidance.advice import Moment, Severity
from tracker.guidance.guide import guide
from tracker.guidance.presets import in_force
from tracker.guidance.situation import FirstWorkSet
from tracker.profile import Profile, TrainingLevel
from tracker.safety import Safety
from tracker.settings import Settings

CURL = "Preacher Curl (Dumbbell)"
DECK = "Pec Deck (Machine)"
BENCH = "Bench Press (Barbell)"
ALONE = Safety(spotter=False, safeties=False)


def test_a_stop_stands_alone(gym, lines):
    guidance = gym.planning(BENCH, 1, 2, 3, safety=ALONE, level="beginner")
    assert len(guidance.all) > 3 and lines(guidance) == ["R78"]


def test_nothing_typed_or_logged_is_stopped(gym, fired):
    block = gym.block("Power Clean (Barbell)", planned=3)
    typed = guide(gym.situation(Moment.ENTRY, block, performed=gym.done("80x3t")))
    assert fired(typed)["R28"] == "warning"
    clean = next(one for one in typed.all if one.rule == "R28")
    assert clean.text.endswith("Enter logs it anyway.")
    assert "stop" not in fired(gym.logged("Power Clean (Barbell)", "80x3t", planned=3)).values()


def test_the_headline_after_a_bad_set_is_the_repair(gym, lines):
    guidance = gym.logged(BENCH, "80x8a", planned=3, safety=ALONE)
    assert guidance.all[0].rule == "R80"
    assert lines(guidance)[0] == "R43"
    assert guidance.shown[0].text.startswith("Next: ")
    assert not {"R42", "R53"} & set(lines(guidance))


def test_a_lift_is_told_once_of_its_early_failure(gym, lines, fired):
    first = gym.logged(CURL, "20x10t", planned=3)
    second = gym.logged(CURL, "20x10t", "20x7t", planned=3)
    assert lines(first)[0] == "R43"
    assert "R05" in fired(second)
    assert not {"R05", "R42", "R43"} & set(lines(second))


def test_the_ration_is_told_at_the_limit_and_once_over_it(gym, lines, fired):
    def last_line(*past_hours: int) -> tuple[dict[str, str], list[str]]:
        facts = gym.facts(*(gym.past("Leg Press", hours=hours) for hours in past_hours))
        guidance = gym.logged(CURL, "20x10@1", "20x10t", planned=2, facts=facts)
        return fired(guidance), lines(guidance)

    rules, shown = last_line(330)
    assert rules["R06"] == "info" and "R06" not in shown
    settings = {"budget.capacity": 60.0}
    slots = gym.facts(*(gym.past("Leg Extension (Machine)", hours=h) for h in (300, 200)))
    last = gym.logged(CURL, "20x10t", planned=1, facts=slots, settings=settings)
    assert "R06" in lines(last)
    assert next(one for one in last.all if one.rule == "R06").text.startswith("The last slot:")
    over = gym.facts(*(gym.past("Leg Extension (Machine)", hours=h) for h in (300, 200, 100)))
    before = gym.block(DECK, ["60x10@2", "60x10t"], 2, minutes_ago=10)
    again = gym.logged(CURL, "20x10t", planned=1, facts=over, before=[before], settings=settings)
    assert fired(again)["R06"] == "warning" and "R06" not in lines(again)


def test_over_the_ration_one_line_speaks_for_lift_and_spread(gym, lines, fired):
    names = (CURL, CURL, DECK, "Leg Extension (Machine)", "Seated Calf Raise (Machine)")
    facts = gym.facts(*(gym.past(name, hours=60 * n) for n, name in enumerate(names, 1)))
    guidance = gym.planning(CURL, 3, facts=facts)
    assert {"R06", "R07", "R08"} <= set(fired(guidance))
    assert "R06" in lines(guidance) and not {"R07", "R08"} & set(lines(guidance))


def test_lessons_are_given_once_ever(gym, lines, fired):
    fresh = gym.logged(CURL, "20x10@2", "20x10@0", planned=2)
    assert "R13" in lines(fresh)
    taught = Profile(TrainingLevel.INTERMEDIATE, lessons=frozenset({"R13"}))
    known = gym.logged(CURL, "20x10@2", "20x10@0", planned=2, profile=taught)
    assert "R13" in fired(known) and "R13" not in lines(known)


def test_praise_is_kept_back_beside_a_caution(gym, lines, fired):
    beginner = gym.logged("Pull Up", "10x9@2", "10x6t", planned=2, level="beginner")
    assert {"R15", "R22"} <= set(fired(beginner))
    assert "R15" not in lines(beginner)


def test_one_line_a_group(gym, lines):
    guidance = gym.planning(BENCH, 3, failure="absolute", safety=Safety(spotter=True))
    assert "R33" in lines(guidance) and "R36" not in lines(guidance)


def test_the_warning_of_less_to_come_is_for_the_next_exercise_only(gym, lines):
    failed = gym.block("Squat (Barbell)", ["100x5a"], 1, minutes_ago=40)
    row = gym.block("Seated Row (Cable)", ["60x10@2"], 1, minutes_ago=20)
    assert "R47" in lines(gym.planning("Seated Row (Cable)", before=[failed]))
    assert "R47" not in lines(gym.planning(CURL, before=[failed, row]))


def test_obedience_is_met_with_silence(gym, lines):
    for specs in (["60x10@3"], ["60x10@3", "60x10@2"], ["60x10@3", "60x10@2", "60x10@2"]):
        assert lines(gym.logged(BENCH, *specs, planned=3, safety=ALONE)) == []
    block = gym.block(BENCH, specs, 3)
    assert lines(guide(gym.situation(Moment.EXERCISE_END, block))) == []
    assert lines(guide(gym.situation(Moment.SESSION_END, block))) == []


def test_the_quiet_guide_stops_and_says_no_more(gym, lines, fired):
    settings = {"guidance.preset": "quiet"}
    logged = gym.logged(BENCH, "80x8a", planned=3, safety=ALONE, settings=settings)
    assert fired(logged) and lines(logged) == []
    assert lines(gym.planning(BENCH, 3, safety=ALONE, settings=settings)) == ["R78"]


def test_the_strict_guide_keeps_compounds_off_failure(gym, fired):
    settings = {"guidance.preset": "strict"}
    planned = gym.planning(BENCH, 3, safety=Safety(spotter=True), settings=settings)
    assert fired(planned)["R34"] == "warning"
    logged = fired(gym.logged(BENCH, "80x8t", planned=1, settings=settings))
    assert logged["R16"] == "warning" and "R15" not in logged
    facts = gym.facts(*(gym.past(CURL, hours=hours) for hours in (600, 400)))
    assert fired(gym.planning(CURL, 3, facts=facts, settings=settings))["R07"] == "warning"


def test_on_purpose_speaks_only_above_ones_own_habit(gym, fired):
    habit = [gym.past(CURL, hours=40 * number) for number in range(1, 15)]
    settings = {"guidance.preset": "on_purpose"}

    def logged(**more: object) -> dict[str, str]:
        facts = gym.facts(*habit)
        return fired(gym.logged(DECK, "60x10t", planned=2, facts=facts, **more))

    article, own = logged(), logged(settings=settings)
    assert article["R06"] == "warning" and "R06" not in own
    assert article["R43"] == "warning" and own["R43"] == "caution"
    chosen = in_force(
        Settings().with_value("guidance.preset", "on_purpose"), habit, gym.now, Profile()
    )
    assert chosen.whole("ration.total_max") == 9
    assert chosen.number("budget.capacity") == pytest.approx(14 * 1.5 * 5 / 8)


def test_what_the_lifter_set_by_hand_lies_over_the_preset(gym):
    by_hand = Settings({"guidance.preset": "strict", "gate.mode": "off"})
    chosen = in_force(by_hand, [], gym.now, Profile())
    assert chosen.word("gate.mode") == "off"
    assert chosen.word("guidance.compound_policy") == "strict"


def test_a_muscle_still_tired_is_told_before_its_first_set_only(gym, lines, fired):
    facts = gym.facts(gym.past(CURL, hours=30))
    assert "R57" in lines(gym.planning(CURL, facts=facts))
    begun = gym.planning(CURL, facts=facts, specs=["20x10@2"])
    assert "R57" in fired(begun) and "R57" not in lines(begun)


def test_editing_the_past_changes_what_is_said(gym, lines):
    situation = gym.logged_situation(CURL, "20x10t", "20x7t", planned=3)
    easier = replace(situation.block.sets[0], failure=None, rir=2.0)
    block = replace(situation.block, sets=(easier, situation.block.sets[1]))
    edited = replace(situation, block=block, session=gym.session(block))
    assert "R42" in lines(guide(edited)) and "R42" not in lines(guide(situation))


def test_progress_is_praised_once_a_session(gym, lines, fired):
    easy = gym.block(CURL, ["20x12@2", "20x12@2"], 2)
    first = gym.block(DECK, ["60x12@2", "60x12@2"], 2, minutes_ago=20)
    assert lines(guide(gym.situation(Moment.EXERCISE_END, easy))) == ["R88"]
    second = guide(gym.situation(Moment.EXERCISE_END, easy, before=[first]))
    assert "R88" in fired(second) and lines(second) == []


def test_a_session_start_names_tired_muscles_only_against_a_plan(gym, lines, fired):
    facts = gym.facts(gym.past(CURL, hours=30))
    free = guide(gym.situation(Moment.NEXT_SESSION, facts=facts))
    assert "R57" in fired(free) and lines(free) == []
    planned = gym.situation(Moment.NEXT_SESSION, after=[gym.block(CURL)], facts=facts)
    assert lines(guide(planned)) == ["R57"]


LEGS = "Leg Extension (Machine)"
ROW = "Seated Row (Cable)"
TAUGHT = Profile(TrainingLevel.INTERMEDIATE, lessons=frozenset({"R19"}))


def _previous(gym, *blocks):
    return gym.facts(previous_session=gym.session(*blocks))


def test_the_first_red_line_stands_for_the_rest_of_the_session(gym, fired, lines):
    early = gym.block(DECK, ["60x10t", "60x8@2"], 2, minutes_ago=20)
    first = gym.logged(LEGS, "60x10t", planned=2)
    second = gym.logged(LEGS, "60x10t", planned=2, before=[early])
    for guidance, severity in ((first, "warning"), (second, "caution")):
        assert fired(guidance)["R43"] == "warning"
        assert [one.severity.word for one in guidance.shown if one.rule == "R43"] == [severity]
    third = gym.logged(CURL, "20x10t", planned=2, before=[early, gym.block(LEGS, ["60x10t"], 2)])
    assert "R43" in fired(third) and "R43" not in lines(third)


@pytest.mark.parametrize(
    ("name", "spec", "rule"),
    [("Squat (Barbell)", "100x5t", "R31"), (BENCH, "80x8a", "R16"), (CURL, "20x9ad1", "R77")],
)
def test_the_lift_itself_and_what_goes_past_failure_stay_red(gym, name, spec, rule):
    early = gym.block(DECK, ["60x10t", "60x8@2"], 2, minutes_ago=20)
    guidance = gym.logged(name, "40x10@2", spec, planned=3, before=[early])
    assert [one.severity for one in guidance.shown if one.rule == rule] == [Severity.WARNING]


def test_no_remark_stands_beside_a_warning(gym, fired, lines):
    guidance = gym.logged(CURL, "20x6t", planned=3)
    assert {"R22", "R50"} <= set(fired(guidance))
    assert not {"R22", "R50"} & set(lines(guidance))
    assert "R22" in lines(gym.logged(CURL, "20x6t", planned=1, profile=TAUGHT))


@pytest.mark.parametrize(("specs", "is_said"), [(["60x10@2"], True), (["60x10@2", "60x6t"], False)])
def test_a_remark_is_not_made_two_sessions_running(gym, fired, lines, specs, is_said):
    facts = _previous(gym, gym.block(DECK, specs))
    guidance = gym.logged(CURL, "20x6t", planned=1, facts=facts, profile=TAUGHT)
    assert "R22" in fired(guidance)
    assert ("R22" in lines(guidance)) is is_said


@pytest.mark.parametrize(("before", "is_said"), [("60x10@2", True), ("60x10t", False)])
def test_less_to_come_is_told_when_the_habit_begins(gym, fired, lines, before, is_said):
    down = gym.block("Lat Pulldown (Cable)", ["60x10@2"])
    facts = _previous(gym, gym.block(ROW, [before]), down)
    failed = gym.block(ROW, ["60x10t"], 1, minutes_ago=20)
    guidance = gym.planning("Lat Pulldown (Cable)", before=[failed], facts=facts)
    assert "R47" in fired(guidance)
    assert ("R47" in lines(guidance)) is is_said


@pytest.mark.parametrize(("before", "is_said"), [("60x10@2", True), ("60x10t", False)])
def test_praise_for_a_failure_is_not_given_two_sessions_running(gym, fired, lines, before, is_said):
    facts = _previous(gym, gym.block(DECK, [before]))
    guidance = gym.logged(CURL, "20x10@1", "20x10t", planned=2, place=(4, 4), facts=facts)
    assert "R48" in fired(guidance)
    assert ("R48" in lines(guidance)) is is_said


def test_an_unknown_exercise_is_told_of_the_first_time_only(gym, fired, lines):
    lift = replace(gym.lift("Handstand Push Up"), is_classified=False, is_custom=True)
    for last, is_said in ((None, True), (gym.block(CURL, ["20x10@2"]), False)):
        situation = gym.planned_situation("Handstand Push Up", facts=gym.facts(last_time=last))
        block = replace(situation.block, exercise=lift)
        guidance = guide(replace(situation, block=block, session=gym.session(block)))
        assert "R38" in fired(guidance) and ("R38" in lines(guidance)) is is_said


def test_a_step_that_was_due_before_is_not_told_again(gym, fired, lines):
    due = gym.block(CURL, ["20x12@1", "20x12@2"])
    ended = gym.block(CURL, ["20x12@2", "20x12@2"], 2)
    for facts, is_said in (
        (gym.facts(), True),
        (gym.facts(last_time=gym.block(CURL, ["20x12@1", "20x11@1"])), True),
        (gym.facts(last_time=due), False),
        (_previous(gym, due), False),
    ):
        guidance = guide(gym.situation(Moment.EXERCISE_END, ended, facts=facts))
        assert "R88" in fired(guidance) and ("R88" in lines(guidance)) is is_said


@pytest.mark.parametrize(
    ("reps", "known", "is_said"),
    [(11, 3, True), (11, 2, False), (10, 3, False)],
)
def test_progress_is_news_where_it_is_the_best_of_four_weeks(
    gym, fired, lines, reps, known, is_said
):
    lift = gym.lift(CURL)
    openings = tuple(
        FirstWorkSet(lift.id, day, gym.done("20x10@1", gym.now - timedelta(days=25 - day)))
        for day in range(known)
    )
    facts = gym.facts(first_work_sets=openings, last_time=gym.block(CURL, ["20x9@1"]))
    ended = gym.situation(Moment.EXERCISE_END, gym.block(CURL, [f"20x{reps}@1"]), facts=facts)
    guidance = guide(ended)
    assert "R90" in fired(guidance) and ("R90" in lines(guidance)) is is_said


def test_recovery_is_news_where_the_usual_day_comes_too_soon(gym, fired, lines):
    for ago, is_said in ((1, True), (3, False)):
        days = tuple(gym.now - timedelta(days=ago * place, hours=1) for place in (3, 2, 1))
        facts = gym.facts(muscle_days={"biceps": days})
        block = gym.block(CURL, ["20x10@1", "20x10t"], 2)
        guidance = guide(gym.situation(Moment.SESSION_END, after=[block], facts=facts))
        assert fired(guidance)["R56"] == "info" and ("R56" in lines(guidance)) is is_said


def test_on_purpose_nothing_but_the_lift_itself_is_red(gym, fired):
    settings = {"guidance.preset": "on_purpose"}
    past = [gym.past(DECK, hours=hours) for hours in (20, 40, 60)]
    squat = gym.logged("Squat (Barbell)", "100x5t", planned=3, settings=settings)
    curl = gym.logged(CURL, "20x10t", planned=3, settings=settings, facts=gym.facts(*past))
    assert fired(squat)["R31"] == "warning"
    assert "warning" not in fired(curl).values()
    assert (
        fired(gym.planning(DECK, 1, 2, 3, settings=settings, facts=gym.facts(*past)))["R01"]
        == "stop"
    )


def test_taking_a_set_back_takes_back_what_it_silenced(gym, lines):
    situation = gym.logged_situation(LEGS, "60x10t", planned=2)
    early = gym.block(DECK, ["60x10t", "60x8@2"], 2, minutes_ago=20)
    silenced = replace(situation, session=gym.session(early, situation.block))
    undone = replace(silenced, session=gym.session(replace(early, sets=()), situation.block))
    assert guide(silenced).headline.severity is Severity.CAUTION
    assert guide(undone).headline.severity is Severity.WARNING
    assert guide(undone).shown == guide(situation).shown
