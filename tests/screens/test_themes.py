"""The looks: every text can be read on every ground, in our themes and in Textual's."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from screens.app import LastsetApp
from screens.contrast import TEXT, contrast
from screens.house import House
from screens.themes import DARK, GROUNDS, LIGHT, READ, legible, ours
from tests.seen import segments
from tracker.theme_names import THEME_NAMES

COLOURED = [DARK, LIGHT, *(one for one in BUILTIN_THEMES.values() if not one.ansi)]
SIXTEEN = [one for one in BUILTIN_THEMES.values() if one.ansi]
LARGE_TEXT = 3.0
"""The least contrast of bold and large text (WCAG 2.2, success criterion 1.4.3, level AA)."""


def variables(theme: Theme) -> dict[str, str]:
    """As the app makes them."""
    generated = {**ours(theme), **theme.to_color_system().generate(), **theme.variables}
    return legible(theme, generated)


def name_of(theme: Theme) -> str:
    return theme.name


async def test_the_themes_that_may_be_named_are_those_there_are(house: House) -> None:
    app = LastsetApp(house)
    async with app.run_test():
        assert set(THEME_NAMES) == set(app.available_themes)


@pytest.mark.parametrize("theme", COLOURED, ids=name_of)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", READ)
def test_text_can_be_read_on_its_ground(theme: Theme, ground: str, text: str) -> None:
    made = variables(theme)
    assert contrast(Color.parse(made[text]), Color.parse(made[ground])) >= TEXT


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=name_of)
@pytest.mark.parametrize("name", READ)
def test_our_own_colours_are_readable_as_they_are(theme: Theme, name: str) -> None:
    generated = {**theme.to_color_system().generate(), **theme.variables}
    assert Color.parse(variables(theme)[name]) == Color.parse(generated[name])


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=name_of)
@pytest.mark.parametrize("name", ["info", "caution", "stop", "quiet", "accent"])
def test_in_greys_text_is_still_told_from_the_background(theme: Theme, name: str) -> None:
    made = variables(theme)
    grey, ground = (Color.parse(made[one]).monochrome for one in (name, "background"))
    assert contrast(grey, ground) >= LARGE_TEXT


@pytest.mark.parametrize("theme", [*COLOURED, *SIXTEEN], ids=name_of)
def test_severities_and_accent_are_colours_of_their_own(theme: Theme) -> None:
    made = variables(theme)
    assert len({made[name] for name in ("info", "caution", "stop", "quiet")}) == 4


@pytest.mark.parametrize("theme", SIXTEEN, ids=name_of)
def test_the_terminal_s_own_colours_are_left_alone(theme: Theme) -> None:
    made = variables(theme)
    assert all(made[name].startswith("ansi_") for name in READ)


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_a_theme_chosen_at_the_start_is_worn(house: House, theme: str) -> None:
    house.store.keeping.save_setting("look.theme", theme)
    app = LastsetApp(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == theme
        named = [one for row in segments(app) for one in row if "lastset" in one.text]
        assert named and named[0].style is not None and named[0].style.bold
