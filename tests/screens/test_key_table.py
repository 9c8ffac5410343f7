"""The keys of the screens that take them in the order of pressing."""

import pytest
from textual.binding import Binding

from screens.dashboard import DashboardScreen
from screens.key_table import KeyTable
from screens.keyed_screen import KeyedScreen
from screens.past_session import PastSessionScreen
from screens.sessions import SessionsScreen


@pytest.mark.parametrize("screen", [DashboardScreen, PastSessionScreen, SessionsScreen])
def test_every_key_leads_to_an_action_and_is_explained(screen: type[KeyedScreen]) -> None:
    bindings = [one for one in screen.BINDINGS if isinstance(one, Binding)]
    assert len(bindings) == len(screen.BINDINGS)
    assert len({one.id for one in bindings}) == len(bindings)
    keys = [key for one in bindings for key in one.key.split(",")]
    assert len(set(keys)) == len(keys)
    for one in bindings:
        assert one.tooltip.endswith(".") and one.description
        bound = KeyTable(screen.BINDINGS).action(one.key.split(",")[0])
        assert bound is not None and callable(getattr(screen, f"action_{bound[0]}"))
    assert screen.HELP.startswith("## ")


def test_letters_ignore_case_unless_both_are_bound() -> None:
    table = KeyTable(
        [Binding("x", "one"), Binding("X", "two(1, 'a')"), Binding("e,enter", "three")]
    )
    assert table.action("x") == ("one", ())
    assert table.action("X") == ("two", (1, "a"))
    assert table.action("E") == table.action("enter") == ("three", ())
    assert table.action("z") is None
