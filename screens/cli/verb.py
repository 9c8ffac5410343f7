"""The shape of a verb: a click command that knows `--json` and `--at`, and reads entries."""

from collections.abc import Callable
from typing import Any

import click

from screens.cli.call import Call


def _keep_json(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.ensure_object(Call).wants_json = True


def _keep_at(context: click.Context, parameter: click.Parameter, said: str | None) -> None:
    if said is None:
        return
    if not said.strip():
        # A script's empty variable is no wish to log the set now.
        raise click.BadParameter("a time stands here: 2026-11-23T18:40.", context, parameter)
    context.ensure_object(Call).keep_at(said)


class VerbCommand(click.Command):
    """A verb with the two options that every verb has."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make the command and give it `--json` and `--at`."""
        super().__init__(*arguments, **options)
        self.params += [
            click.Option(
                ["--at"],
                metavar="TIME",
                expose_value=False,
                callback=_keep_at,
                help="Behave as if it were this time (ISO 8601; local without a zone).",
            ),
            click.Option(
                ["--json"],
                is_flag=True,
                expose_value=False,
                callback=_keep_json,
                help="Print one JSON document.",
            ),
        ]


class EntryCommand(VerbCommand):
    """A verb whose arguments are entries: `-15x8@2` is one of them, `--option` never is."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make the command; what begins with a dash and a digit is an argument."""
        super().__init__(*arguments, **options)
        self.ignore_unknown_options = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and refuse options that do not exist."""
        left = super().parse_args(ctx, args)
        known = [name for option in self.params for name in option.opts if name[:2] == "--"]
        for parameter in self.params:
            if not isinstance(parameter, click.Argument):
                continue
            said = ctx.params.get(parameter.name or "")
            for word in said if isinstance(said, tuple) else (said,):
                if is_unknown_option(str(word or "")):
                    raise click.NoSuchOption(str(word), possibilities=known, ctx=ctx)
        return left


def is_unknown_option(word: str) -> bool:
    """Whether an argument is an option that the verb does not have.

    A dash before a digit, or a decimal point, begins an assisted load.
    """
    return len(word) > 1 and word[0] == "-" and not (word[1].isdigit() or word[1] in ".,")


Decorator = Callable[[Callable[..., None]], click.Command]
"""What makes a command of a function."""


def verb(name: str, cls: type[click.Command] = VerbCommand, **options: Any) -> Decorator:
    """A verb of the command line; its function gets the `Call` first."""

    def made(function: Callable[..., None]) -> click.Command:
        return click.command(name, cls=cls, **options)(click.pass_obj(function))

    return made


def examples(*lines: str) -> str:
    """The examples at the end of a verb's help, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
