"""The program `lastset`: the options before the verb, and the verbs by name."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from screens.cli.answer import print_json
from screens.cli.call import Call
from screens.cli.places import default_config, default_database
from screens.cli.verb import examples
from screens.cli.verbs import VERBS
from tracker import __version__

CONTRACT = 1
"""The version of the JSON shapes: raised when a key changes or goes."""


class VerbGroup(click.Group):
    """A group that loads a verb when it is called, and knows them all without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, loaded."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(VERBS[cmd_name].module), f"{cmd_name}_verb")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was called, or a refusal that names what is near."""
        word = args[0]
        if word not in VERBS and not word.startswith("-"):
            # Loaded by name: only a mistyped verb needs it.
            near = import_module("difflib").get_close_matches(word, VERBS, 3)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(f"There is no verb {word!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with what each does."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, one.summary) for name, one in VERBS.items()])


@click.command(
    "lastset",
    cls=VerbGroup,
    invoke_without_command=True,
    no_args_is_help=False,
    subcommand_metavar="[VERB …]",
    epilog=examples(
        "lastset",
        "lastset log bench '100x8@2'",
        "lastset log 'incline bench' '60x10@2' '60x9@1' --planned 3",
        "lastset failures --json",
    ),
)
@click.option("--db", metavar="PATH", help="The database (else LASTSET_DB, else your data folder).")
@click.option(
    "--config", metavar="PATH", help="The settings file (else LASTSET_CONFIG, else your folder)."
)
@click.option("--json", "wants_json", is_flag=True, help="Print one JSON document.")
@click.option("--version", is_flag=True, help="Print the version and leave.")
@click.pass_context
def program(ctx: click.Context, /, **said: Any) -> None:
    """A workout tracker that knows about failure. Without a verb it opens the app."""
    if said["version"]:
        print_version(said["wants_json"])
        return
    ctx.obj = Call(
        default_database() if said["db"] is None else Path(said["db"]),
        default_config() if said["config"] is None else Path(said["config"]).expanduser(),
        said["wants_json"],
    )
    ctx.call_on_close(ctx.obj.close)
    if ctx.invoked_subcommand is None:
        import_module("screens.cli.opening").open_app(ctx.obj)


def print_version(wants_json: bool) -> None:
    """Print the version of the program, with JSON also that of the shapes."""
    if wants_json:
        print_json({"version": __version__, "contract": CONTRACT})
    else:
        click.echo(f"lastset {__version__}")
