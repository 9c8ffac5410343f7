"""Options that several verbs share, and the types that read them."""

from collections.abc import Callable
from typing import Any

import click

from tracker.effort import MOST_RIR, is_rir
from tracker.errors import TrackerError
from tracker.load import Unit
from tracker.load_reading import read_load
from tracker.safety import Safety
from tracker.session import Place


class PlaceType(click.ParamType[Place]):
    """`K/N`: the K-th of N exercises."""

    name = "K/N"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Place:
        """Read it."""
        k, slash, n = str(value).partition("/")
        if not (slash and k.isdigit() and n.isdigit() and 1 <= int(k) <= int(n) <= 100):
            self.fail(f"{value!r} is no place: K/N, such as 3/5 for the third of five.", param, ctx)
        return Place(int(k), int(n))


class RirType(click.ParamType[float]):
    """A RIR, 0 to 5 in halves."""

    name = "RIR"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read it."""
        try:
            rir = float(str(value).replace(",", "."))
        except ValueError:
            rir = -1.0
        if not is_rir(rir):
            self.fail(f"{value!r} is no RIR: 0 to {MOST_RIR:g} in halves.", param, ctx)
        return rir


class LoadType(click.ParamType[str]):
    """A load as the entry line has it: `100`, `62,5kg`, `225lb`, `+20`, `-15`, `bw`."""

    name = "LOAD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check that it can be read; its unit is the profile's where it names none."""
        try:
            read_load(str(value), Unit.KG)
        except TrackerError as error:
            self.fail(error.message, param, ctx)
        return str(value)


def safety_options(function: Callable[..., None]) -> Callable[..., None]:
    """`--spotter`, `--safeties` and `--partner`, each with its `--no-`."""
    for name, meaning in (
        ("partner", "A partner helps on forced reps and eccentrics."),
        ("safeties", "Safety pins or straps are set."),
        ("spotter", "A spotter stands by."),
    ):
        function = click.option(f"--{name}/--no-{name}", default=None, help=meaning)(function)
    return function


def safety_said(said: dict[str, Any]) -> Safety:
    """The three answers among a verb's options."""
    return Safety(said["spotter"], said["safeties"], said["partner"])
