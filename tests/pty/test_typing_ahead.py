"""Keys written in one burst through a real terminal."""


def test_the_first_set_of_the_day_is_three_keys(start, stored) -> None:
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("12⏎")
    terminal.wait(lambda: len(stored().sets) == 1, "the set")
    assert stored().sets[0].rir == 2


def test_fifty_sets_in_one_burst_are_fifty_sets(start, stored) -> None:
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("1" + "x10@2⏎" * 50)
    terminal.wait(lambda: len(stored().sets) >= 50, "fifty sets")
    terminal.send("q")
    terminal.wait_for("go on")
    assert [one.reps for one in stored().sets] == [10] * 50
