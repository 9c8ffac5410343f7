"""Keys written in one burst through a real terminal."""

import shutil
from pathlib import Path
from random import Random

import pytest

from data.store import open_store
from screens.coach import Coach
from screens.house import House
from screens.live.desk import Desk
from tests.typist import BERLIN, HandClock, Typist
from tracker.draft import plan_again
from tracker.entry import Entry
from tracker.entry_words import spelled
from tracker.session import Session


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


ESCAPE, UP, DOWN, LEFT, RIGHT = "\x1b[27u", "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
NAMES = {ESCAPE: "escape", UP: "up", DOWN: "down", LEFT: "left", RIGHT: "right"}
"""Keys as a terminal writes them, and as the app calls them."""

GOOD = ["2⏎", "6 2⏎", "t⏎", "6a⏎", "x8@1.5⏎", "w⏎", "8 2; 8 1⏎", "0⏎", "40x5?⏎", '3 "slow"⏎']
BAD = ["12⏎", "100x8⏎", "zz⏎", "x8@2!t⏎", "825x8@2⏎", "825x8@2⏎⏎", "> 60x6⏎", "!⏎", "!⏎!⏎"]
MOVES = ["u", "u", "U", "n", "p", "j", "k", UP, DOWN, LEFT, RIGHT, ESCAPE, "m", "o\x15heavy⏎"]
MODES = ["e⏎", f"e{UP}{ESCAPE}", "/hammer curl⏎", f"/zz{ESCAPE}{ESCAPE}", "bs⏎", f"f{ESCAPE}", "fn"]
ROOMS = ["dq", f"i{ESCAPE}", f"?{ESCAPE}", f"d{ESCAPE}", "d?xq", f"i2{DOWN}t{ESCAPE}"]
"""Rooms opened and left again: over the desk they change nothing."""


def mixed(chance: Random, count: int) -> list[str]:
    """So many pieces of typing, good ones most often."""
    return [
        chance.choice(chance.choice([GOOD, GOOD, BAD, MOVES, MODES, ROOMS])) for _ in range(count)
    ]


def typed_one_by_one(typist: Typist, pieces: list[str]) -> list[str]:
    """The same on a desk without a terminal; returns what was typed.

    An undo that would take back the session itself is left out.
    """
    typed = []
    for piece in pieces:
        if piece == "u" and not typist.sets:
            continue
        typed.append(piece)
        # Over an empty line the first key opens the room, and the others are for the room.
        is_room = piece in ROOMS and (not typist.line or typist.is_selected)
        keys = piece[:1] if is_room else piece
        while keys:
            special = next((one for one in NAMES if keys.startswith(one)), None)
            if special:
                typist.press(NAMES[special])
            elif keys[0] == "\x15":
                typist.press(*["end"], *["backspace"] * len(typist.line))
            else:
                typist.type(keys[0])
            keys = keys[len(special or keys[0]) :]
    return typed


def told(session: Session) -> list[str]:
    """All of a session but its times and its rows' numbers, a line each."""
    lines = []
    for block in session.blocks:
        marks = f"{block.superset or ''} {'skipped' if block.skipped else ''} {block.safety}"
        lines.append(f"{block.exercise.name} {block.note} {marks}")
        for one in block.sets:
            meant = " meant" if one.planned_failure else ""
            lines.append(f"  {spelled(Entry.of(one))}{meant} {one.safety}")
    return lines


def check_burst(start, stored, database: Path, seed: int, count: int) -> None:
    """What a burst leaves on disk is what the same keys leave one by one."""
    pieces = mixed(Random(seed), count)
    copy = database.with_name("model.db")
    shutil.copyfile(database, copy)
    opened = open_store(copy)
    like = opened.store.history.last_titled("Arms", HandClock().now)
    session = opened.store.logging.start(HandClock().now, BERLIN, "Arms", plan_again(like))
    house = House(opened.store, HandClock(), BERLIN, Coach(opened.store, BERLIN))
    typist = Typist(house, Desk(house, session))
    pieces = typed_one_by_one(typist, pieces)
    terminal = start()
    terminal.wait_for("Arms")
    terminal.send("1" + "".join(pieces) + ESCAPE + ESCAPE + "Q")
    assert terminal.wait_for_end() == 0
    assert not typist.is_left
    assert told(stored()) == told(typist.stored)
    opened.close()


def test_a_mixed_burst_leaves_what_its_keys_leave_one_by_one(start, stored, database: Path) -> None:
    check_burst(start, stored, database, seed=7, count=60)


@pytest.mark.thorough
def test_so_does_one_of_two_hundred_entries(start, stored, database: Path) -> None:
    check_burst(start, stored, database, seed=7, count=200)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(20))
def test_so_does_any_other(start, stored, database, seed) -> None:
    check_burst(start, stored, database, seed, count=120)


class Ledger:
    """What two lifts without a plan hold after some typing, kept by hand: no code of the app."""

    def __init__(self) -> None:
        self.sets: list[tuple[int, str]] = []
        self.here = 1
        self.undone: list[tuple[int, str]] = []

    def good(self, chance: Random) -> str:
        rir = chance.choice(["1", "1.5", "2", "3"])
        spelled_out = f"{chance.randint(20, 40)}kgx{chance.randint(5, 9)}@{rir}"
        self.sets.append((self.here, spelled_out))
        self.undone.clear()
        return f"{spelled_out}⏎"

    def bad(self, chance: Random) -> str:
        """Refused lines stay, and what is typed next takes their place."""
        return chance.choice(["zz⏎", "100x8⏎", "12⏎", "> 60x6⏎", "8 x⏎"])

    def undo(self, chance: Random) -> str:
        if not self.sets:
            return ""
        self.undone.append(self.sets.pop())
        self.here = self.undone[-1][0]
        return "u"

    def redo(self, chance: Random) -> str:
        if self.undone:
            self.sets.append(self.undone.pop())
            self.here = self.sets[-1][0]
        return "U"

    def move(self, chance: Random) -> str:
        key = chance.choice("np")
        self.here = 1 if key == "n" else 0
        return key


def test_two_hundred_mixed_entries_end_in_the_sets_counted_by_hand(start, stored) -> None:
    chance, ledger = Random(2026), Ledger()
    kinds = [ledger.good, ledger.good, ledger.good, ledger.bad, ledger.undo, ledger.redo]
    typed = [chance.choice([*kinds, ledger.move])(chance) for _ in range(200)]
    terminal = start()
    terminal.wait_for("Arms")
    names = ("preacher curl barbell", "hammer curl dumbbell")
    added = "".join(f"/{one}⏎" for one in names)
    terminal.send(f"e\x1b[27u{added}{''.join(typed)}\x1b[27u\x1b[27uQ")
    assert terminal.wait_for_end() == 0
    found = [[spelled(Entry.of(one)) for one in block.sets] for block in stored().blocks]
    wanted = [[text for place, text in ledger.sets if place == here] for here in (0, 1)]
    assert found == wanted and sum(map(len, wanted)) > 40
