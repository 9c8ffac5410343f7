"""The entry line as an argument: every example that is read, and every refusal."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.conftest import BENCH, Gym

Refused = Callable[..., dict[str, Any]]

READ = [
    # entry, load, reps, RIR, failure, counts as
    ("100x8@2", "100 kg total", 8, 2.0, None, "none"),
    ("100 6 2", "100 kg total", 6, 2.0, None, "none"),
    ("100x8@1.5", "100 kg total", 8, 1.5, None, "none"),
    ("100x8@0,5", "100 kg total", 8, 0.5, None, "none"),
    ("100x8@5", "100 kg total", 8, 5.0, None, "none"),
    ("100x8?", "100 kg total", 8, None, None, "none"),
    ("100x8@?", "100 kg total", 8, None, None, "none"),
    ("100x8@0", "100 kg total", 8, 0.0, None, "technical"),
    ("100x8!t", "100 kg total", 8, 0.0, "technical", "technical"),
    ("100x8t", "100 kg total", 8, 0.0, "technical", "technical"),
    ("100 6t", "100 kg total", 6, 0.0, "technical", "technical"),
    ("100 6 0t", "100 kg total", 6, 0.0, "technical", "technical"),
    ("100 6a", "100 kg total", 6, 0.0, "absolute", "absolute"),
    ("100 6!a", "100 kg total", 6, 0.0, "absolute", "absolute"),
    ("100x8@0!a", "100 kg total", 8, 0.0, "absolute", "absolute"),
    ("100x8!n", "100 kg total", 8, 0.0, "none", "none"),
    ("100x8!", "100 kg total", 8, 0.0, "unknown", "technical"),
    ("100x0!a", "100 kg total", 0, 0.0, "absolute", "absolute"),
    ("100x8 rpe8", "100 kg total", 8, 2.0, None, "none"),
    ("100x8 rpe 7.5", "100 kg total", 8, 2.5, None, "none"),
    ("100x8 rpe5", "100 kg total", 8, 5.0, None, "none"),
    ("100x8 rpe10", "100 kg total", 8, 0.0, None, "technical"),
    ("100kg x 8@2", "100 kg total", 8, 2.0, None, "none"),
    ("225lb x 8 @2", "225 lb total", 8, 2.0, None, "none"),
    ("225lbs x 8@2", "225 lb total", 8, 2.0, None, "none"),
    ("62,5x8@2", "62.5 kg total", 8, 2.0, None, "none"),
    ("62,5kgx8@2", "62.5 kg total", 8, 2.0, None, "none"),
    ("+20x8@1", "20 kg added", 8, 1.0, None, "none"),
    ("-15x8@2", "15 kg assisted", 8, 2.0, None, "none"),
    ("bwx12@3", "0 kg bodyweight", 12, 3.0, None, "none"),
    ("x12@3", "0 kg bodyweight", 12, 3.0, None, "none"),
    ("w60x10", "60 kg total", 10, None, None, "none"),
    ("w60x10@3", "60 kg total", 10, 3.0, None, "none"),
]
PAST_FAILURE = [
    # entry, technique, segments
    ("80x10!a > 60x6 > 45x5", "drop", [(60.0, 6), (45.0, 5)]),
    ("80x10!a > x6", "drop", [(80.0, 6)]),
    ("80x10 > 60x6", "drop", [(60.0, 6)]),
    ("80x10!a +4 +3", "rest_pause", [(80.0, 4), (80.0, 3)]),
    ("80x10!a forced2", "forced", [(80.0, 2)]),
    ("80x10!a f2", "forced", [(80.0, 2)]),
    ("80x10!a ecc3", "eccentric", [(80.0, 3)]),
]


def load_text(load: dict[str, Any]) -> str:
    return f"{load['value']:g} {load['unit']} {load['kind']}"


def test_every_example_is_read_as_it_says(gym: Gym) -> None:
    logged = gym.log("Pull Up", *(one[0] for one in READ))["sets"]
    assert [
        (
            said[0],
            load_text(one["load"]),
            one["reps"],
            one["rir"],
            one["failure"],
            one["counts_as"],
        )
        for said, one in zip(READ, logged, strict=True)
    ] == READ
    assert [one["warm_up"] for one in logged] == [said[0][0] == "w" for said in READ]


def test_five_or_more_is_marked(gym: Gym) -> None:
    five, or_more = gym.log(BENCH, "100x8@5", "100x8@5+")["sets"]
    assert (five["rir"], five["rir_or_more"]) == (5.0, False)
    assert (or_more["rir"], or_more["rir_or_more"]) == (5.0, True)


def test_a_technique_means_rir_0_and_absolute_and_nobody_to_help(gym: Gym) -> None:
    logged = gym.log("pec deck", *(one[0] for one in PAST_FAILURE))["sets"]
    for (entry, technique, segments), one in zip(PAST_FAILURE, logged, strict=True):
        told = [(part["load"]["value"], part["reps"]) for part in one["segments"]]
        assert (entry, one["technique"], told) == (entry, technique, segments)
        assert (one["rir"], one["failure"], one["counts_as"]) == (0.0, "absolute", "absolute")
        assert (one["spotter"], one["safeties"], one["partner"]) == (None, None, None)


def test_three_sets_a_note_and_minutes_ago(gym: Gym) -> None:
    assert len(gym.log(BENCH, "100x8x3@2")["sets"]) == 3
    noted, dated = gym.log(BENCH, '100x8@2 "left elbow"', "100x8@2 -4m", at=30)["sets"]
    assert (noted["note"], noted["at"]) == ("left elbow", "2026-11-23T18:30:00+01:00")
    assert dated["at"] == "2026-11-23T18:26:00+01:00"


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("12", "reps or RIR?"),
        ("12.5", "0 to 5"),
        ("1,000x5", "comma"),
        ("1,000x5@2", "comma"),
        ("> 60x6", "`e` edits the last set"),
        (">60x6", "`e` edits the last set"),
        ("100x8", "100x8@2"),
        ("100x8", "100x8?"),
        ("100x8x3!a > 60x5", "x3"),
        ("100x8x3!a +4", "x3"),
        ("100x8x3!a forced2", "x3"),
        ("100x8@5.5", "0 to 5"),
        ("100x8@6", "0 to 5"),
        ("100x8@0.3", "0 to 5"),
        ("100x8@-1", "0 to 5"),
        ("100x8 rpe4.5", "5 to 10"),
        ("100x8 rpe10.5", "5 to 10"),
        ("100x8 rpe9.3", "5 to 10"),
        ("100x0", "100x0!a"),
        ("100x0@2", "100x0!a"),
        ("100x0@0", "100x0!a"),
        ("100x0?", "100x0!a"),
        ("100x0!n", "100x0!a"),
        ("2", "100x8@2"),
        ("6 2", "100x8@2"),
        ("6t", "100x8@2"),
        ("0t", "100x8@2"),
        ("t", "100x8@2"),
        ("w", "w60x10"),
        ("x6@2", "100x8@2"),
        ("bwx12", "bwx12@2"),
        ("!", "100x8!a"),
        ("", "100x8@2"),
        ("+100", "+100x8@2"),
        ("100x8@2; 100x7@1", "one set an argument"),
        ("100x8@2 @1", "x8@2"),
        ("100x8@2 and more", "note"),
        ('100x8@2 "open', '"'),
        ("80x10!a > 60x6 +3", "one technique"),
        ("100x1000@2", "999"),
        ("5 2 1 0", "three numbers"),
        ("heavy", "a set, as in 100x8@2"),
    ],
)
def test_what_is_no_complete_set_is_refused_with_what_would_fit(
    refused: Refused, entry: str, hint: str
) -> None:
    error = refused("log", BENCH, entry)
    assert error["kind"] == "entry"
    assert hint in error["message"] + error["expected"]
    assert entry.startswith(error["read"])


@pytest.mark.parametrize(
    "entry", ["100x8@2!a", "100x8@1t", "100x8@5+!a", "100x8 rpe8!a", "100x8@2!", "100x8@2!n"]
)
def test_a_tag_beside_reps_left_is_a_contradiction(refused: Refused, entry: str) -> None:
    error = refused("log", BENCH, entry)
    assert error["kind"] == "contradiction"
    assert len(error["candidates"]) == 2


def test_a_dash_before_a_digit_is_an_entry_and_before_a_word_an_option(
    gym: Gym, refused: Refused
) -> None:
    (one,) = gym.log("pull up", "-15x8@2", "--planned", "3")["sets"]
    assert one["load"] == {"value": 15.0, "unit": "kg", "kind": "assisted"}
    for word in ("--foo", "-x8@2", "--100x8@2"):
        assert refused("log", "pull up", "100x8@2", word)["kind"] == "usage"


def test_a_bare_number_is_in_the_lifters_unit_and_stays_so(gym: Gym) -> None:
    gym.set("unit", "lb")
    assert load_text(gym.log(BENCH, "225x8@2")["sets"][0]["load"]) == "225 lb total"
    gym.set("unit", "kg")
    shown = gym.told("show", "1")["exercises"][0]["sets"][0]
    assert load_text(shown["load"]) == "225 lb total"


def test_the_help_shows_single_quotes(lastset: Callable[..., Any]) -> None:
    assert "'100x8@2'" in lastset("log", "--help").out
