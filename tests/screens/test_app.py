import pytest
from textual.events import Key

from screens.app import LastsetApp
from screens.house import House
from screens.key_gate import KeyGate
from screens.live.screen import LiveScreen
from screens.rooms import ROOMS
from screens.start import StartScreen
from screens.themes import DARK
from tests.seen import seen


async def test_it_opens_on_the_start_in_its_own_colours(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test():
        assert isinstance(app.screen, StartScreen) and app.theme == DARK.name


async def test_the_lifter_s_own_theme_is_worn(house: House) -> None:
    house.store.keeping.save_setting("look.theme", "nord")
    app = LastsetApp(house)
    async with app.run_test():
        assert app.theme == "nord"


async def test_keys_typed_in_one_burst_reach_the_room_they_were_typed_for(
    house: House, train
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x10@1"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        for key in "12\rdq1\r?xi":
            name = {"\r": "enter", "?": "question_mark"}.get(key, key)
            app.post_message(Key(name, key))
        app.post_message(Key("escape", None))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [one.rir for one in house.store.logging.open_session().sets] == [2, 1]
        assert isinstance(app.screen, LiveScreen)


async def test_the_gate_lets_the_next_key_through_when_nobody_takes_one(house: House) -> None:
    app = LastsetApp(house)
    passed: list[str] = []

    async def pass_on(event: Key) -> None:
        passed.append(event.key)

    async with app.run_test() as pilot:
        gate = KeyGate(app, pass_on)
        for key in "abc":
            gate.take(Key(key, key))
        await pilot.pause()
        assert passed == ["a", "b", "c"]


def test_every_room_is_there() -> None:
    from importlib import import_module

    for place in ROOMS.values():
        module, _, name = place.partition(":")
        assert getattr(import_module(module), name)


@pytest.mark.parametrize(("encoding", "sign"), [("utf-8", "●"), ("latin-1", "*"), ("ascii", "*")])
async def test_a_terminal_that_lacks_our_symbols_gets_plain_letters(
    house: House, train, monkeypatch: pytest.MonkeyPatch, encoding: str, sign: str
) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    monkeypatch.setattr(LastsetApp, "_encoding", encoding)
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert f"failure {sign}" in seen(app)[0]


async def test_a_changed_look_reaches_the_rooms_beneath_too(house: House, train) -> None:
    train("2026-11-16 18:30", "Arms", {"Preacher Curl (Barbell)": "30x10@2; 30x9!a"})
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        house.store.keeping.save_setting("look.ascii", True)
        app.dress()
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen) and "failure *" in seen(app)[0]
