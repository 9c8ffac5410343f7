"""The rooms by name: each is loaded when first entered, so that the first frame is quick."""

from importlib import import_module

from textual.screen import Screen

from screens.house import House

ROOMS = {
    "start": "screens.start:StartScreen",
    "live": "screens.live.screen:LiveScreen",
    "dashboard": "screens.dashboard:DashboardScreen",
    "sessions": "screens.sessions:SessionsScreen",
    "past": "screens.past_session:PastSessionScreen",
    "entry": "screens.set_entry:SetEntryDialog",
    "why": "screens.why:WhyDialog",
    "help": "screens.help:HelpScreen",
    "settings": "screens.settings:SettingsScreen",
    "presets": "screens.presets:PresetsDialog",
    "calibration": "screens.calibration:CalibrationScreen",
    "overrides": "screens.overrides:OverridesScreen",
    "summary": "screens.summary:SummaryScreen",
}
"""Module and class of each room."""


def room(name: str, house: House, **wanted: object) -> Screen[object]:
    """A new screen of that room; `wanted` goes to its constructor."""
    module, _, screen = ROOMS[name].partition(":")
    made = getattr(import_module(module), screen)(house, **wanted)
    assert isinstance(made, Screen)
    return made
