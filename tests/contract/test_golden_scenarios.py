"""The guide's golden scenarios S01 to S24, through `log`, `plan` and `finish`."""

from tests.contract.conftest import BENCH, CURL, Gym, missing, rules

NO_RULE_OF_FAILURE = " ".join(
    f"-R{one:02d}" for one in (*range(1, 9), *range(12, 23), 29, 31, 32, 42, 43, 44, 48, 50, 51, 56)
)


def test_s01_a_beginner_plans_every_bench_set_to_failure_alone(gym: Gym) -> None:
    gym.set("level", "beginner")
    alone = ("--no-spotter", "--no-safeties")
    plan = gym.plan(BENCH, "--sets", "3", "--fail-on", "all", *alone)
    assert missing(plan, "R78:stop R01:stop -R34 -R41") == []
    assert plan["allowed"] is False
    assert len(plan["advice"]) == 1


def test_s02_the_first_bench_set_fails_absolutely(gym: Gym) -> None:
    answer = gym.log(BENCH, "80x10!a", "--planned", "3", "--spotter")
    assert missing(answer, "R16:warning R43:warning R53:caution R50:info -R02") == []
    (forecast,) = [one["text"] for one in answer["all_advice"] if one["rule"] == "R50"]
    assert "about 7 reps next, then about 5" in forecast
    gym.log(BENCH, "70x10@2", at=4)
    assert "R02" not in rules(gym.log(BENCH, "70x9@2", at=8))


def test_s03_twelve_eight_six_all_failed(gym: Gym) -> None:
    gym.log(BENCH, "60x12@0", "--planned", "3")
    assert missing(gym.log(BENCH, "60x8@0", at=3), "R05:warning R51:caution") == []
    end = gym.log(BENCH, "60x6@0", at=6)
    assert missing(end, "R52:warning R02:warning") == []
    assert "10 reps" in next(one["text"] for one in end["all_advice"] if one["rule"] == "R52")


def test_s04_the_last_set_of_a_late_curl(gym: Gym) -> None:
    gym.log(CURL, "20x10@2", "20x10@1", "--planned", "3", "--exercise-of", "4/4")
    answer = gym.log(CURL, "20x10!a", "--finish", at=5)
    assert missing(answer, "R18:info R48:info R06:info R56:info") == []
    assert set(rules(answer).values()) == {"info"}
    assert answer["recovery"] == [
        {"scope": "biceps", "days": 1, "ready_at": "2026-11-25T18:05:00+01:00"}
    ]


def test_s05_the_last_deadlift_fails_technically(gym: Gym) -> None:
    sets = ("140x5@3", "140x5@2", "140x5@2", "140x5!t")
    answer = gym.log("Deadlift (Barbell)", *sets, "--planned", "4", "--finish")
    assert missing(answer, "R31:warning R56:caution") == []
    assert answer["budget"]["used"] == 4.0
    clocks = {one["scope"]: one["days"] for one in answer["recovery"]}
    assert clocks["whole body"] == 2


def test_s06_failure_planned_on_a_squat_with_safeties(gym: Gym) -> None:
    plan = gym.plan("Squat (Barbell)", "--failure", "technical", "--safeties")
    assert missing(plan, "R30:stop R36 -R78 -R33 -R34 -R41 -R45") == []


def test_s07_olympic_lifts_never_go_to_failure(gym: Gym) -> None:
    lift = "Power Clean (Barbell)"
    assert missing(gym.plan(lift, "--rir", "0"), "R28:stop") == []
    assert missing(gym.log(lift, "80x2!t"), "R29:warning") == []


def test_s08_the_fourth_event_on_a_fourth_machine(gym: Gym) -> None:
    for day, lift in (
        ("13", CURL),
        ("16", "Leg Extension (Machine)"),
        ("19", "Triceps Rope Pushdown (Cable)"),
    ):
        gym.session(lift, "20x10!t", at=f"2026-11-{day}T18:00")
    assert missing(gym.plan("pec deck", "--failure", "technical"), "R06:warning R08:caution") == []
    assert missing(gym.log("Chest Press (Machine)", "60x10!t"), "R06:warning") == []
    assert missing(gym.finish(30), "R08:caution") == []


def test_s09_the_same_curl_for_the_third_time(gym: Gym) -> None:
    gym.session(CURL, "20x10!t", at="2026-11-13T18:00")
    gym.session(CURL, "20x10!t", at="2026-11-16T18:00")
    assert missing(gym.plan(CURL, "--failure", "technical"), "R07:warning") == []
    assert missing(gym.log(CURL, "20x10!t"), "R07:warning") == []


def test_s13_a_negative_wants_a_partner(gym: Gym) -> None:
    gym.set("level", "advanced")
    gym.session(BENCH, "105x10@1", at="2026-10-01T18:00")
    plan = ("preacher curl barbell", "--technique", "eccentric", "--sets", "3")
    assert missing(gym.plan(*plan), "R69:stop") == []
    assert missing(gym.plan(*plan, "--no-partner", "--no-spotter"), "R69:stop") == []
    assert missing(gym.plan(*plan, "--partner"), "-R69 R67") == []


def test_s14_no_drop_set_on_the_bench(gym: Gym) -> None:
    gym.set("level", "advanced")
    gym.session(BENCH, "105x10@1", at="2026-10-01T18:00")
    plan = gym.plan(BENCH, "--technique", "drop", "--spotter")
    assert missing(plan, "R68:stop -R67") == []


def test_s15_absolute_failure_on_the_chest_press_machine(gym: Gym) -> None:
    sets = ("60x10@2", "60x10@2", "60x10!a")
    answer = gym.log("Chest Press (Machine)", *sets, "--planned", "3", "--finish")
    assert missing(answer, "R17:caution R56 -R16") == []


def test_s16_failure_on_a_smith_squat_asks_for_the_stops(gym: Gym) -> None:
    plan = gym.plan("Squat (Smith Machine)", "--failure", "absolute")
    assert missing(plan, "R81:caution") == []
    assert plan["allowed"] is True
    lift = gym.told("exercises", "Squat (Smith Machine)")[0]
    assert lift["policy"] == "absolute*"


def test_s17_one_more_set_after_the_last(gym: Gym) -> None:
    gym.log(CURL, "20x10@2", "20x10!t", "--planned", "2")
    assert missing(gym.log(CURL, "20x8@2", at=3), "R44:caution") == []


def test_s18_leg_extensions_before_squats(gym: Gym) -> None:
    gym.log("Leg Extension (Machine)", "60x12@2", "60x12!a", "--planned", "2")
    assert missing(gym.plan("Squat (Barbell)", "--sets", "3", "--rir", "2", at=5), "R47") == []


def test_s18_a_calf_raise_spoils_no_squat(gym: Gym) -> None:
    gym.log("Standing Calf Raise (Machine)", "60x12@2", "60x12!a")
    assert "R47" not in rules(gym.plan("Squat (Barbell)", "--sets", "3", "--rir", "2", at=5))


def test_s19_curls_thirty_hours_after_a_failed_curl(gym: Gym) -> None:
    gym.session(CURL, "20x10!a", at="2026-11-22T12:00")
    assert missing(gym.log("Bicep Curl (Barbell)", "30x10@3"), "R57:caution") == []
    plan = gym.plan("Bicep Curl (Barbell)", "--failure", "technical", at=3)
    assert missing(plan, "R59:warning -R57 -R58") == []


def test_s20_holding_back_costs_nothing_and_is_worth_a_step_up(gym: Gym) -> None:
    answer = gym.log(BENCH, "80x12@2", "80x12@2", "80x12@2", "--planned", "3", "--finish")
    assert missing(answer, f"R88:info {NO_RULE_OF_FAILURE}") == []
    assert (answer["budget"]["used"], answer["recovery"]) == (0.0, [])


def test_s21_rir_0_counts_as_technical(gym: Gym) -> None:
    answer = gym.log(BENCH, "80x8@2", "80x8@2", "80x8@0", "--planned", "3", "--spotter")
    assert missing(answer, "R13:info R15:info") == []
    assert answer["budget"]["used"] == 2.0


def test_s22_a_painful_shoulder_stops_lateral_raises(gym: Gym) -> None:
    gym.log("Overhead Press (Barbell)", "40x8@3", "--pain")
    plan = gym.plan("Lateral Raise (Dumbbell)", "--failure", "technical", at=5)
    assert missing(plan, "R85:stop") == []


def test_s23_the_first_session_ever(gym: Gym) -> None:
    answer = gym.log(BENCH, "80x8@2", "--finish")
    assert missing(answer, "-R06 -R07 -R08 -R09 -R10 -R60") == []


def test_s24_a_single_set_is_the_last_one(gym: Gym) -> None:
    plan = gym.plan(CURL, "--sets", "1", "--failure", "technical")
    assert missing(plan, "R35:info -R01 -R41") == []
    answer = gym.log(CURL, "20x10!a", "--planned", "1", "--finish")
    assert missing(answer, "R18:info -R02 -R42 -R43") == []


def test_a_running_sessions_own_failures_do_not_ask_for_rest(gym: Gym) -> None:
    gym.log(CURL, "20x10!t", "20x9@1")
    assert missing(gym.plan(CURL, "--failure", "technical", at=5), "-R57 -R58 -R59") == []
