"""What is shown of all that fired."""

from dataclasses import replace

import pytest

from tracker.guidance.advice import Moment
from tracker.guidance.guide import guide
from tracker.guidance.presets import in_force
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
