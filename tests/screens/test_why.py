from screens.app import LastsetApp
from screens.house import House
from screens.live.screen import LiveScreen
from screens.why import WhyDialog
from tracker.guidance.rules import RULES_BY_ID
from widgets.lines import Lines


async def test_each_rule_that_spoke_is_explained(house: House, train) -> None:
    train("2026-11-16 18:30", "Push", {"Bench Press (Barbell)": "82.5x8@2; 82.5x8@2; 80x8@1"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", "t", "enter", "g")
        assert isinstance(app.screen, WhyDialog)
        text = "\n".join(line.plain for line in app.screen.query_one("#reasons", Lines).lines)
        live = app.screen_stack[-2]
        assert isinstance(live, LiveScreen) and live.desk.guidance.all
        for advice in live.desk.guidance.all:
            assert advice.text in text and RULES_BY_ID[advice.rule].trigger in text
        await pilot.press("down", "up", "j", "k")
        assert isinstance(app.screen, WhyDialog)
        await pilot.press("escape")
        assert isinstance(app.screen, LiveScreen)


async def test_nothing_said_is_nothing_to_explain(house: House, train) -> None:
    train("2026-11-16 18:30", "Arms", {"Hammer Curl (Dumbbell)": "14x10@2; 14x10@2"})
    app = LastsetApp(house)
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "enter", "g")
        assert isinstance(app.screen, LiveScreen)
        assert app.screen.console.reply.words == "nothing was said"
