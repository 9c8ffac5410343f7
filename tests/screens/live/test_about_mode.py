"""The `o` key: what is to be known of the exercise and of the session, typed on the line."""

from collections.abc import Callable

import pytest

from screens.live.beside import rest_of
from tests.typist import Typist
from tracker.load import kg

SitDown = Callable[..., Typist]


def fields(typist: Typist) -> list[str]:
    """The prompts that Tab goes through, once round."""
    typist.press("o")
    seen = []
    while typist.mode.prompt not in seen:
        seen.append(typist.mode.prompt)
        typist.press("tab")
    typist.press("escape")
    return seen


def at(typist: Typist, name: str) -> Typist:
    """The `o` mode with that field in hand, its text cleared."""
    typist.press("o")
    while typist.mode.prompt != name:
        typist.press("tab")
    return typist.press(*["backspace"] * len(typist.line))


def test_tab_goes_round_and_shift_tab_back(at_the_bench: Typist) -> None:
    names = fields(at_the_bench)
    assert names[:4] == ["note", "set-up", "session note", "body weight"] and "rest" in names
    at_the_bench.press("o", "shift+tab")
    assert at_the_bench.mode.prompt == names[-1]


def test_without_an_exercise_only_the_session_can_be_written_about(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.press("escape")
    assert fields(typist) == ["session note", "body weight"]


def test_the_rest_of_an_exercise_is_its_own_from_now_on(at_the_bench: Typist) -> None:
    at(at_the_bench, "rest").type("4m⏎")
    assert at_the_bench.reply.words == "rest kept"
    at_the_bench.type("2⏎")
    clock = at_the_bench.house.clock
    assert rest_of(at_the_bench.desk, clock()).wanted == 240
    names = {one.name: one for one in at_the_bench.house.store.catalogue.exercises()}
    assert names["Bench Press (Barbell)"].rest_seconds == 240


def test_the_body_weight_of_the_day_is_the_session_s_and_the_lifter_s(
    at_the_bench: Typist,
) -> None:
    at(at_the_bench, "body weight").type("81,4⏎")
    assert at_the_bench.stored.body_weight == kg("81.4")
    assert at_the_bench.house.store.keeping.profile().body_weight == kg("81.4")
    at(at_the_bench, "body weight").type("⏎")
    assert at_the_bench.stored.body_weight is None
    assert at_the_bench.house.coach.profile.body_weight == kg("81.4")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("rest", "long", "It takes 90s, 2m or 2:30."),
        ("rest", "", "no length of time"),
        ("body weight", "heavy", "It takes 82.5kg or 180lb."),
        ("body weight", "+20", "no body weight"),
    ],
)
def test_what_can_t_be_read_stays_and_nothing_is_kept(
    at_the_bench: Typist, name: str, typed: str, said: str
) -> None:
    at_the_bench.press("o").type("grip wide").press("escape")
    before = at_the_bench.stored
    at(at_the_bench, "note").type("wide")
    while at_the_bench.mode.prompt != name:
        at_the_bench.press("tab")
    at_the_bench.press(*["backspace"] * len(at_the_bench.line)).type(typed).press("tab", "enter")
    assert said in at_the_bench.reply.words
    assert at_the_bench.mode.prompt == name and at_the_bench.line == typed
    assert at_the_bench.stored == before
    at_the_bench.press("escape")
    assert at_the_bench.mode is None


def test_several_fields_are_kept_by_one_enter(at_the_bench: Typist) -> None:
    at_the_bench.press("o").type("wide").press("tab").type("pin 4").press("tab").type("tired⏎")
    block = at_the_bench.stored.blocks[0]
    assert (block.note, block.exercise.set_up, at_the_bench.stored.note) == (
        "wide",
        "pin 4",
        "tired",
    )
    assert at_the_bench.reply.words == "note, set-up, session note kept"


def test_seconds_without_their_letter_are_told_how_they_are_written(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.type("/plank⏎45⏎")
    assert "`45s`" in typist.reply.words and typist.line == "45"
    typist.press("end").type("s⏎")
    assert typist.last.seconds == 45


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("rest", "2:00", lambda typist: typist.desk.block.exercise.rest_seconds == 120),
        ("step", "5", lambda typist: str(typist.desk.block.exercise.step) == "5 kg"),
        ("bar", "15", lambda typist: str(typist.desk.block.exercise.bar) == "15 kg"),
        ("body weight", "81", lambda typist: str(typist.stored.body_weight) == "81 kg"),
    ],
)
def test_a_figure_gives_way_to_what_is_typed(
    at_the_bench: Typist, name: str, typed: str, kept: Callable[[Typist], bool]
) -> None:
    for _ in range(2):
        at_the_bench.press("o")
        while at_the_bench.mode.prompt != name:
            at_the_bench.press("tab")
        assert at_the_bench.is_selected
        at_the_bench.type(f"{typed}⏎")
        assert at_the_bench.mode is None and kept(at_the_bench)


def test_a_note_is_gone_on_with_at_its_end(at_the_bench: Typist) -> None:
    at_the_bench.type("ogrip⏎o wide⏎")
    assert at_the_bench.stored.blocks[0].note == "grip wide"


def test_what_is_typed_into_a_figure_that_is_first_replaces_it(sit_down: SitDown) -> None:
    typist = sit_down()
    typist.press("escape", "o", "tab").type("80⏎").press("o", "tab").type("81⏎")
    assert typist.stored.body_weight == kg(81)
