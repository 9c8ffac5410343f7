"""How many keys a set costs: pressed through a real terminal, read from the database."""

import pytest

from tracker.effort import FailureType, Technique
from tracker.entry import Entry
from tracker.entry_words import spelled

LEFT, UP = "\x1b[D", "\x1b[A"

COUNTED = [
    pytest.param(["2", "⏎"], 2, "30kgx10@2", id="as planned at RIR 2"),
    pytest.param([LEFT, "2", "⏎"], 3, "30kgx9@2", id="one rep fewer"),
    pytest.param(["6", " ", "2", "⏎"], 4, "30kgx6@2", id="other reps"),
    pytest.param(["t", "⏎"], 2, "30kgx10!t", id="technical failure"),
    pytest.param(["6", "a", "⏎"], 3, "30kgx6!a", id="absolute failure with other reps"),
    pytest.param([UP, "2", "⏎"], 3, "32.5kgx10@2", id="one load step up"),
    pytest.param([*"a>20x6", "⏎"], 9, "30kgx10!a > 20kgx6", id="a drop set with one drop"),
    pytest.param([*"9a>20x6", "⏎"], 9, "30kgx9!a > 20kgx6", id="the same with other reps"),
    pytest.param([*"a +4", "⏎"], 9, "30kgx10!a +4", id="rest-pause with one cluster"),
    pytest.param(["w", "⏎"], 2, "w20kgx10", id="the next warm-up step"),
    pytest.param([*"8 2;8 1", "⏎"], 8, "30kgx8@2; 30kgx8@1", id="two sets logged late"),
]


@pytest.mark.parametrize(("keys", "most", "logged"), COUNTED)
def test_a_set_costs_no_more_keys_than(start, stored, keys, most, logged) -> None:
    assert len(keys) <= most
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("1")
    terminal.wait_for("set 1 of 3")
    terminal.send("".join(keys))
    count = logged.count(";") + 1
    terminal.wait(lambda: len(stored().sets) >= count, logged)
    assert "; ".join(spelled(Entry.of(one)) for one in stored().sets) == logged


def test_undo_and_the_next_exercise_are_one_key_each(start, stored) -> None:
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("12⏎")
    terminal.wait(lambda: len(stored().sets) == 1, "the set")
    terminal.send("u")
    terminal.wait(lambda: len(stored().sets) == 0, "the set taken back")
    terminal.send("n")
    terminal.send("2⏎")
    terminal.wait(lambda: len(stored().sets) == 1, "a set of the next exercise")
    assert [len(one.sets) for one in stored().blocks] == [0, 1]


def test_the_last_session_again_up_to_its_first_set_is_three_keys(start, stored) -> None:
    keys = ["1", "2", "⏎"]
    assert len(keys) <= 5
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("".join(keys))
    terminal.wait(lambda: len(stored().sets) == 1, "the set")
    (one,) = stored().sets
    assert spelled(Entry.of(one)) == "30kgx10@2"


def test_another_set_after_the_plan_is_one_key_more(start, stored) -> None:
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("12⏎2⏎2⏎")
    terminal.wait_for("p another set of it")
    terminal.send("p2⏎")
    terminal.wait(lambda: len(stored().sets) == 4, "the fourth set")
    assert [len(one.sets) for one in stored().blocks] == [4, 0]


def test_what_failed_and_how_is_in_the_database(start, stored) -> None:
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("1t⏎6a>20x6⏎")
    terminal.wait(lambda: len(stored().sets) == 2, "both sets")
    first, second = stored().sets
    assert (first.rir, first.failure, first.technique) == (
        0,
        FailureType.TECHNICAL,
        Technique.NONE,
    )
    assert (second.failure, second.technique) == (FailureType.ABSOLUTE, Technique.DROP)
