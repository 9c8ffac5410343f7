"""The catalogue that comes with the program, read from `catalogue.csv`."""

import csv
from decimal import Decimal
from importlib.resources import files

from tracker.exercise import Exercise, Measure, Mechanic, Policy, Spot
from tracker.load import Load, Unit
from tracker.rubric import Answers, Classification, classify

_LIST = ";"


def load_catalogue() -> tuple[Exercise, ...]:
    """Every exercise of the catalogue, unstored (id 0), in the catalogue's order."""
    return tuple(_exercise(row) for row in read_rows())


def read_rows() -> list[dict[str, str]]:
    """The rows of the catalogue as written, one an exercise."""
    text = files("data").joinpath("catalogue.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def answers_of(row: dict[str, str]) -> Answers:
    """The five answers a row gives."""
    return Answers(
        joints=int(row["joints"]),
        is_free_path=row["free_path"] == "yes",
        spine=int(row["spine"]),
        needs_balance=row["balance"] == "yes",
        is_ballistic=row["ballistic"] == "yes",
    )


def classification_of(row: dict[str, str]) -> Classification:
    """What the rubric says about a row, before a written exception."""
    return classify(
        answers_of(row), row["primary"], row["equipment"], row["family"], row["olympic"]
    )


def _exercise(row: dict[str, str]) -> Exercise:
    classification = classification_of(row)
    step, unit = row["step"].split()
    return Exercise(
        id=0,
        name=row["name"],
        mechanic=Mechanic(row["mechanic"]),
        equipment=row["equipment"],
        olympic=row["olympic"],
        family=row["family"],
        primary=row["primary"],
        secondary=_listed(row["secondary"]),
        technical=classification.technical,
        neurological=classification.neurological,
        policy=Policy(row["policy"]) if row["policy"] else classification.policy,
        spot=Spot(row["spot"]),
        step=Load(Decimal(step), Unit(unit)),
        rest_seconds=int(row["rest_seconds"]),
        measure=Measure(row["measure"]),
        is_bodyweight=row["bodyweight"] == "yes",
        is_per_hand=row["per_hand"] == "yes",
        aliases=_listed(row["aliases"]),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(_LIST) if part.strip())
