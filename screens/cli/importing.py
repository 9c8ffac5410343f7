"""`lastset import`: the log that another program exported."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from data.import_writing import ImportWriting
from data.importing.reading import FORMATS, read_log
from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.verb import examples, verb
from screens.preset_offer import habit_to_ask_about
from tracker.guidance.preset_offer import question
from tracker.guidance.wording import counted
from tracker.imported import ImportReport
from tracker.load import Unit
from tracker.when import zone_of

MOST_NAMES = 12
"""Names and rows that are listed for people; the JSON holds all."""

WHICH_GUIDE = (
    "Which guide? `lastset settings guidance.preset on_purpose` gauges you against your own habit; "
    "strict and quiet are the others, and as it is it speaks as the article does."
)
"""What is asked after an import that shows a habit."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One file and what became of it."""

    file: Path
    report: ImportReport


@verb(
    "import",
    epilog=examples(
        "lastset import strong.csv --unit kg --dry-run",
        "lastset import 'hevy export.csv'",
        "lastset import 2024.csv 2025.csv --format strong --timezone Europe/Berlin",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="auto", show_default=True)
@click.option(
    "--unit", type=click.Choice([str(one) for one in Unit]), help="For files that name no unit."
)
@click.option("--timezone", metavar="ZONE", help="The zone of the times; else the local one.")
@click.option("--dry-run", is_flag=True, help="Say what would be done and write nothing.")
def import_verb(
    call: Call,
    files: tuple[Path, ...],
    form: str,
    unit: str | None,
    timezone: str | None,
    dry_run: bool,
) -> None:
    """Read the export of another program; importing it again adds only what is new.

    All files are read before the first set is kept.
    """
    call.check_settings()
    zone = zone_of(timezone).key if timezone else call.zone
    chosen = Unit(unit) if unit else None
    logs = [(file, read_log(file.expanduser(), "", form, chosen, zone)) for file in files]
    writing = ImportWriting(call.opened.connection, call.opened.shelf)
    if dry_run:
        # Files that overlap build on each other: they are rehearsed on a copy, one after another.
        writing = writing.on_a_copy()
    imported = [Imported(file, writing.import_log(log, call.now, file.name)) for file, log in logs]
    call.answer(lambda: _document(imported, dry_run), lambda: _lines(imported, dry_run))
    if not dry_run and (habit := habit_to_ask_about(call.store, call.now)):
        click.echo(f"{question(habit)} {WHICH_GUIDE}", err=True)


def _document(imported: Sequence[Imported], is_dry_run: bool) -> Json:
    if len(imported) == 1:
        return {**report_shape(imported), "dry_run": is_dry_run}
    files = [{"file": str(one.file), **report_shape([one])} for one in imported]
    return {**report_shape(imported), "dry_run": is_dry_run, "files": files}


def report_shape(imported: Sequence[Imported]) -> dict[str, Json]:
    """What one file came to, or several together."""
    reports = [one.report for one in imported]
    formats = {one.format for one in reports}
    units = {str(one.unit_assumed) for one in reports if one.unit_assumed}
    return {
        "format": formats.pop() if len(formats) == 1 else "mixed",
        "sessions_added": sum(one.sessions_added for one in reports),
        "sets_added": sum(one.sets_added for one in reports),
        "sets_updated": sum(one.sets_updated for one in reports),
        "sets_known": sum(one.sets_known for one in reports),
        "rows": sum(one.rows for one in reports),
        "pseudo_rows": sum(one.pseudo_rows for one in reports),
        "rows_skipped": [
            {"line": row.line, "reason": row.reason, "file": one.file.name}
            for one in imported
            for row in one.report.rows_skipped
        ],
        "exercises": {
            "matched": [
                {"name": name, "to": to}
                for name, to in dict.fromkeys(pair for one in reports for pair in one.matched)
            ],
            "created": list(dict.fromkeys(name for one in reports for name in one.created)),
        },
        "unit_assumed": units.pop() if len(units) == 1 else None,
    }


def _lines(imported: Sequence[Imported], is_dry_run: bool) -> list[str]:
    lines: list[str] = []
    for one in imported:
        lines += _file_lines(one, is_dry_run)
    return lines


def _file_lines(one: Imported, is_dry_run: bool) -> list[str]:
    report = one.report
    would = "would be " if is_dry_run else ""
    lines = [
        f"{one.file.name} ({report.format}): {counted(report.sessions_added, 'session')} and "
        f"{counted(report.sets_added, 'set')} {would}added, {report.sets_updated} updated, "
        f"{report.sets_known} known",
        f"  {counted(report.rows, 'row')}: {report.pseudo_rows} rest timers and notes, "
        f"{len(report.rows_skipped)} skipped",
    ]
    if report.unit_assumed:
        lines.append(f"  weights read in {report.unit_assumed}")
    lines += _listed([f"line {row.line}: {row.reason}" for row in report.rows_skipped])
    if report.created:
        lines.append(f"  {counted(len(report.created), 'exercise')} of your own {would}made:")
        lines += _listed(report.created)
    return lines


def _listed(words: Sequence[str]) -> list[str]:
    lines = [f"    {one}" for one in words[:MOST_NAMES]]
    if len(words) > MOST_NAMES:
        lines.append(f"    and {len(words) - MOST_NAMES} more (--json lists all)")
    return lines
