"""The modes of the entry line: finding, swapping, standing by, finishing, the five questions."""

from collections.abc import Callable

import pytest

from screens.live.beside import words_under
from screens.live.modes import GONE
from tests.typist import Typist
from tracker.safety import NOTHING_SAID
from tracker.session import Block, Session

SitDown = Callable[..., Typist]


def names(typist: Typist) -> list[str]:
    return [one.exercise.name for one in typist.stored.blocks]


# -- finding what the session holds --------------------------------------------------------------


def test_finding_a_lift_that_was_begun_goes_on_with_it(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎n/bench press barbell⏎")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    assert at_the_bench.reply.words == "already here"
    at_the_bench.type("2⏎")
    assert len(at_the_bench.stored.blocks) == 3
    assert len(at_the_bench.stored.blocks[0].sets) == 2


def test_finding_a_lift_that_is_done_goes_to_another_set_of_it(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎2⏎2⏎")
    assert at_the_bench.exercise == "Triceps Pushdown (Cable)"
    at_the_bench.type("/bench press barbell⏎")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    assert at_the_bench.reply.words == "already here: another set of it"
    at_the_bench.type("2⏎")
    assert len(at_the_bench.stored.blocks) == 3
    assert len(at_the_bench.stored.blocks[0].sets) == 4


def test_finding_a_lift_that_was_skipped_says_how_it_comes_back(at_the_bench: Typist) -> None:
    at_the_bench.type("k/bench press barbell⏎")
    assert at_the_bench.exercise == "Bench Press (Barbell)"
    assert "k takes it up again" in at_the_bench.reply.words
    assert len(at_the_bench.stored.blocks) == 3


def test_only_the_lift_in_hand_taken_again_becomes_a_second_block(at_the_bench: Typist) -> None:
    at_the_bench.type("/bench press barbell⏎")
    assert at_the_bench.reply.words == "Bench Press (Barbell) is in hand already"
    assert len(at_the_bench.stored.blocks) == 3
    at_the_bench.type("2⏎/bench press barbell⏎")
    assert at_the_bench.reply.words == "Bench Press (Barbell) is in hand already"
    at_the_bench.type("2⏎2⏎p/bench press barbell⏎")
    assert at_the_bench.reply.words == "a second block of Bench Press (Barbell): u takes it back"
    assert names(at_the_bench)[3:] == ["Bench Press (Barbell)"]
    assert at_the_bench.desk.block_id == at_the_bench.stored.blocks[3].id
    at_the_bench.press("u")
    assert len(at_the_bench.stored.blocks) == 3


def test_of_several_blocks_the_unfinished_one_is_meant(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.type("/hammer curl⏎14x10@2⏎/plank⏎")
    curl = typist.stored.blocks[0].exercise
    logging = typist.house.store.logging
    logging.add_block(typist.stored.id, Block(curl), before=typist.stored.blocks[1].id)
    typist.desk.reload()
    first, second, plank = typist.stored.blocks
    typist.desk.focus(first)
    typist.press("k")
    typist.desk.focus(plank)
    typist.type("/hammer curl⏎")
    assert typist.desk.block_id == second.id and len(typist.stored.blocks) == 3


# -- what is typed and no lift -------------------------------------------------------------------


def test_a_name_of_which_one_word_is_known_becomes_a_lift_of_ones_own(
    at_the_bench: Typist,
) -> None:
    at_the_bench.type("/Zercher carry thing")
    assert at_the_bench.mode.options[0].name == "Zercher Squat (Barbell)"
    assert at_the_bench.mode.is_own_first
    at_the_bench.type("⏎")
    assert at_the_bench.exercise == "Zercher carry thing"


def test_the_near_hits_stand_below_ones_own(at_the_bench: Typist) -> None:
    at_the_bench.type("/Zercher carry thing").press("down", "enter")
    assert at_the_bench.exercise == "Zercher Squat (Barbell)"


def test_up_goes_back_to_ones_own(at_the_bench: Typist) -> None:
    at_the_bench.type("/Zercher carry thing").press("down", "up", "up", "enter")
    assert at_the_bench.exercise == "Zercher carry thing"


def test_where_all_words_are_known_ones_own_stands_last(at_the_bench: Typist) -> None:
    at_the_bench.type("/hamme")
    assert "Hammer Curl" in at_the_bench.mode.options[at_the_bench.mode.chosen].name
    at_the_bench.press(*["down"] * 60, "enter")
    assert at_the_bench.exercise == "hamme"


@pytest.mark.parametrize("typed", ["sqaut", "zercher sqaut", "hyperextnsoins", "benhc press"])
def test_a_typing_error_finds_the_lift_all_the_same(at_the_bench: Typist, typed: str) -> None:
    at_the_bench.type(f"/{typed}")
    assert not at_the_bench.mode.is_own_first and at_the_bench.mode.chosen == 0


def test_a_swap_for_an_unknown_name_swaps_for_a_lift_of_ones_own(at_the_bench: Typist) -> None:
    at_the_bench.type("cZercher carry thing⏎")
    assert names(at_the_bench)[0] == "Zercher carry thing" and len(names(at_the_bench)) == 3


def test_a_lift_is_not_swapped_for_itself(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎cbench press barbell⏎")
    assert "nothing was swapped" in at_the_bench.reply.words
    assert len(at_the_bench.stored.blocks) == 3


# -- the exercise is deleted by another program --------------------------------------------------


def delete_elsewhere(typist: Typist, at: int = 0) -> None:
    """Another program deletes an exercise of the session."""
    typist.house.store.editing.delete_block(typist.stored.blocks[at].id)


def shown(typist: Typist) -> str:
    """The row under the line, as the screen draws it at any moment."""
    return words_under(typist.desk, typist.line, typist.reply, typist.mode).plain


@pytest.mark.parametrize("keys", ["b", "o", "c", "e"])
@pytest.mark.parametrize("is_seen", [True, False], ids=["seen by the tick", "not seen yet"])
def test_a_mode_is_over_with_its_exercise(at_the_bench: Typist, keys: str, is_seen: bool) -> None:
    at_the_bench.type(f"2⏎{keys}")
    delete_elsewhere(at_the_bench)
    if is_seen:
        at_the_bench.desk.reload()
        assert shown(at_the_bench) and at_the_bench.mode.prompt
    before = at_the_bench.stored
    at_the_bench.press("enter")
    assert at_the_bench.mode is None and at_the_bench.line == ""
    assert shown(at_the_bench).endswith(GONE)
    assert at_the_bench.stored == before


def test_the_last_exercise_may_be_deleted_under_a_mode(sit_down: SitDown) -> None:
    typist = sit_down()
    for keys in ("b", "o"):
        typist.type("⏎" if typist.mode is None else "").press("escape", "escape")
        typist.type(f"/hammer curl⏎{keys}")
        delete_elsewhere(typist)
        typist.desk.reload()
        assert shown(typist) == GONE and typist.mode.prompt
        typist.press("s")
        assert typist.mode is None and typist.reply.words == GONE


def test_a_note_never_goes_to_another_exercise(at_the_bench: Typist) -> None:
    at_the_bench.type("ogrip wide").press("tab").type("pin 4")
    delete_elsewhere(at_the_bench)
    at_the_bench.desk.reload()
    at_the_bench.press("enter")
    assert at_the_bench.reply.words == GONE
    assert all(not one.note and not one.exercise.set_up for one in at_the_bench.stored.blocks)


def test_the_key_that_finds_its_exercise_gone_does_nothing_else(at_the_bench: Typist) -> None:
    at_the_bench.press("b")
    delete_elsewhere(at_the_bench)
    at_the_bench.desk.reload()
    at_the_bench.press("s")
    assert at_the_bench.reply.words == GONE
    assert {one.exercise.safety for one in at_the_bench.stored.blocks} == {NOTHING_SAID}
    assert {one.safety for one in at_the_bench.stored.blocks} == {NOTHING_SAID}


def test_an_exercise_that_comes_back_does_not_revive_a_mode_about_it(at_the_bench: Typist) -> None:
    at_the_bench.press("o")
    delete_elsewhere(at_the_bench)
    at_the_bench.desk.reload()
    at_the_bench.house.store.editing.undo()
    at_the_bench.desk.reload()
    at_the_bench.type("x")
    assert at_the_bench.mode is None and at_the_bench.reply.words == GONE


def test_the_five_questions_end_with_their_exercise(at_the_bench: Typist) -> None:
    at_the_bench.type("/Atlas Stone Hug⏎v11111")
    delete_elsewhere(at_the_bench, at=3)
    at_the_bench.desk.reload()
    assert shown(at_the_bench) == GONE
    at_the_bench.type("⏎")
    assert at_the_bench.mode is None and at_the_bench.reply.words == GONE


def test_finishing_and_finding_go_on_without_the_exercise(at_the_bench: Typist) -> None:
    at_the_bench.type("2⏎/")
    delete_elsewhere(at_the_bench)
    at_the_bench.desk.reload()
    at_the_bench.type("hammer curl⏎")
    assert "Hammer Curl" in at_the_bench.exercise
    at_the_bench.press("f")
    delete_elsewhere(at_the_bench, at=2)
    at_the_bench.desk.reload()
    at_the_bench.press("y")
    assert at_the_bench.is_finished


def test_a_note_begun_without_an_exercise_stays_one_on_the_session(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.press("escape").type("otired")
    bench = next(one for one in typist.house.store.catalogue.exercises() if one.name == "Plank")
    store = typist.house.store
    from_elsewhere = type(typist)(typist.house, typist.desk)
    from_elsewhere.type(f"/{bench.name}⏎")
    typist.press("enter")
    assert typist.stored.note == "tired" and store.history.session(typist.stored.id)
    assert all(not one.note for one in typist.stored.blocks)


# -- who stands by, and the end ------------------------------------------------------------------


def test_the_last_row_of_standing_by_names_its_answers_only(at_the_rack: Typist) -> None:
    at_the_rack.press("b")
    assert [key for key, _ in at_the_rack.mode.keys] == ["s", "f", "p", "Enter"]


@pytest.mark.parametrize(
    ("key", "line"),
    [("b", "2"), ("b", "6 2"), ("f", "2"), ("f", "6 2"), ("f", "t"), ("f", "x6@2")],
)
def test_an_entry_typed_over_a_question_is_an_entry(
    at_the_bench: Typist, key: str, line: str
) -> None:
    at_the_bench.type(f"{key}{line[0]}")
    assert at_the_bench.mode is None and at_the_bench.line == line[0]
    assert at_the_bench.house.store.keeping.draft_line().text == line[0]
    at_the_bench.type(f"{line[1:]}⏎")
    assert len(at_the_bench.sets) == 1 and not at_the_bench.is_finished


def test_a_body_weight_entry_is_no_question_of_who_stands_by(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.type("/pull up⏎bwx8@2⏎")
    assert [(str(one.load), one.reps) for one in typist.sets] == [("BW", 8)]


# -- the five questions --------------------------------------------------------------------------


@pytest.fixture
def asked(at_the_bench: Typist) -> Typist:
    return at_the_bench.type("/Grandfather curl⏎v")


def test_there_are_five_questions_and_a_muscle(asked: Typist) -> None:
    seen = [shown(asked)[:6]]
    for key in "12111":
        asked.press(key)
        seen.append(shown(asked)[:6])
    assert seen == ["1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5", "last  "]


def test_the_last_row_fits_the_question(asked: Typist) -> None:
    assert asked.mode.keys == (("1-3", "answer"), ("Esc", "leave it for later"))
    asked.press("1")
    assert asked.mode.keys[:2] == (("1-2", "answer"), ("Backspace", "the answer before"))
    asked.type("2111")
    assert asked.mode.keys[0] == ("Enter", "take it")
    assert ("Backspace", "the answer before") in asked.mode.keys
    assert sum(len(key) + len(verb) + 3 for key, verb in asked.mode.keys) <= 78


@pytest.mark.parametrize("key", ["backspace", "left"])
def test_backspace_goes_back_to_the_answer_before(asked: Typist, key: str) -> None:
    asked.type("12").press(key)
    assert asked.mode.given == (1,)
    asked.press(key, key)
    assert asked.mode.given == () and shown(asked).startswith("1 of 5")


def test_at_the_muscle_backspace_edits_until_nothing_is_typed(asked: Typist) -> None:
    asked.type("12111")
    assert asked.line == "biceps" and asked.is_selected
    asked.press("backspace")
    assert asked.line == "" and len(asked.mode.given) == 5
    asked.type("lx").press("backspace", "backspace")
    assert asked.line == "" and len(asked.mode.given) == 5
    asked.press("backspace")
    assert shown(asked).startswith("5 of 5")
    asked.type("1")
    assert asked.line == "biceps" and asked.is_selected


@pytest.mark.parametrize("key", ["9", "0", "x", "²"])
def test_a_key_that_answers_nothing_says_what_does(asked: Typist, key: str) -> None:
    asked.press(key)
    assert asked.mode.given == ()
    assert asked.reply.words.startswith(f"“{key}” answers nothing. 1 of 5  ")
    assert "1 one" in asked.reply.words or "3 " in asked.reply.words


# -- what stands in ------------------------------------------------------------------------------


def test_the_body_alone_does_not_stand_in_for_a_loaded_squat(
    at_the_rack: Typist, train: Callable[..., Session]
) -> None:
    train("2026-11-20 18:30", "Home", {"Squat (Bodyweight)": "bwx20@2"})
    at_the_rack.press("c")
    first = at_the_rack.mode.options[:10]
    assert {one.primary for one in first} == {"quads"}
    assert not any(one.is_bodyweight or not one.is_guided for one in first)
