"""`lastset exercises` and `lastset rules`: what the program knows."""

from textwrap import wrap

import click

from screens.cli.answer import Json
from screens.cli.call import Call
from screens.cli.replaying import PRESET, answer_replay
from screens.cli.shapes import exercise_shape
from screens.cli.verb import examples, verb
from screens.cli.words import bold, columns, table
from tracker.errors import TrackerError
from tracker.exercise import Exercise
from tracker.guidance.rule import Rule
from tracker.guidance.rules import RULES, RULES_BY_ID
from tracker.naming import find


@verb(
    "exercises",
    epilog=examples("lastset exercises", "lastset exercises 'incline bench' --json"),
)
@click.argument("query", required=False, default="")
def exercises_verb(call: Call, query: str) -> None:
    """The exercises with class and policy; QUERY is part of a name, alias, muscle or equipment."""
    known = call.store.catalogue.exercises()
    found = find(query, known) if query else known
    call.answer(lambda: [exercise_shape(one) for one in found], lambda: _exercise_rows(found))


def _exercise_rows(exercises: tuple[Exercise, ...]) -> list[str]:
    if not exercises:
        return ["No exercise fits."]
    rows = [
        (
            one.name + (" *" if one.is_custom else ""),
            str(one.exercise_class),
            str(one.policy),
            one.primary,
            ", ".join(one.aliases),
        )
        for one in exercises
    ]
    heads = ("exercise", "class", "failure", "muscle", "also called")
    return [line[: columns()] for line in table([heads, *rows])]


@verb(
    "rules",
    epilog=examples(
        "lastset rules", "lastset rules R42", "lastset rules --replay --preset on_purpose"
    ),
)
@click.argument("rule_id", metavar="[ID]", required=False, default="")
@click.option("--replay", is_flag=True, help="What the guide would have said over your history.")
@click.option("--preset", type=PRESET, help="With --replay: as this guide, not the one you set.")
@click.option("--obeying", is_flag=True, help="With --replay: as if you had held back in time.")
def rules_verb(call: Call, rule_id: str, replay: bool, preset: str | None, obeying: bool) -> None:
    """The guide's rules, or the one of that ID: when it speaks, why, and the setting it heeds.

    With --replay the guide goes over all that was logged, set by set, and counts what it would
    have said.
    """
    if replay:
        answer_replay(call, preset, obeying)
        return
    if preset or obeying:
        raise click.UsageError("--preset and --obeying go with --replay.")
    rules = [_rule(rule_id)] if rule_id else list(RULES)
    notes = call.settings.is_on("guidance.evidence_notes")
    call.answer(
        lambda: [rule_shape(one) for one in rules],
        lambda: _rule_lines(rules[0], notes) if rule_id else _rule_rows(rules),
    )


def _rule(rule_id: str) -> Rule:
    word = rule_id.strip().upper()
    if word not in RULES_BY_ID:
        raise TrackerError(
            f"There is no rule {rule_id!r}.", rule_id, "an id that `lastset rules` lists, as R42"
        )
    return RULES_BY_ID[word]


def rule_shape(rule: Rule) -> Json:
    """One rule as a program reads it."""
    return {
        "rule": rule.id,
        "id": rule.id,
        "group": rule.group.name.lower(),
        "moments": [str(one) for one in rule.moments],
        "severity": rule.severity_words,
        "trigger": rule.trigger,
        "text": rule.example,
        "source": rule.source,
        "evidence": rule.evidence,
        "setting": rule.setting or None,
    }


def _rule_rows(rules: list[Rule]) -> list[str]:
    rows = [(one.id, one.severity_words, one.trigger) for one in rules]
    return [line[: columns()] for line in table([("rule", "severity", "when"), *rows])]


def _rule_lines(rule: Rule, with_evidence: bool) -> list[str]:
    told = (
        ("when", rule.trigger),
        ("says", rule.example),
        ("at", ", ".join(str(one).replace("_", " ") for one in rule.moments)),
        ("source", rule.source),
        ("evidence", rule.evidence),
        ("setting", rule.setting or "none"),
    )
    lines = [bold(f"{rule.id} · {rule.severity_words}")]
    for name, text in told:
        if name == "evidence" and not with_evidence:
            continue
        first, *more = wrap(text, columns() - 12) or [""]
        lines += [f"  {name:<8}  {first}", *(f"{'':12}{line}" for line in more)]
    return lines
