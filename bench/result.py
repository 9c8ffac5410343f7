"""One measured thing beside its floor and its goal, and the table of all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from math import ceil
from statistics import median


class Relation(StrEnum):
    """How ours is held against the floor."""

    RATIO = "ratio"
    """Ours divided by the floor."""
    DIFFERENCE = "difference"
    """Ours less the floor."""
    ABSOLUTE = "absolute"
    """Ours alone."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table."""

    what: str
    floor: float
    ours: float
    unit: str
    goal: float | None
    """What ours may be at most, by the relation; None is told without a goal."""
    relation: Relation = Relation.RATIO
    repetitions: int = 1
    error: str = ""
    """Why it could not be measured; empty where it was."""

    @property
    def reached(self) -> float:
        if self.relation is Relation.RATIO:
            return self.ours / self.floor if self.floor else float("inf")
        return self.ours - self.floor if self.relation is Relation.DIFFERENCE else self.ours

    @property
    def verdict(self) -> str:
        if self.error:
            return "FAILED"
        if self.goal is None:
            return ""
        return "met" if self.reached <= self.goal else "NOT MET"

    def as_json(self) -> dict[str, str | float | None]:
        return {**asdict(self), "reached": self.reached, "verdict": self.verdict}


def failed(what: str, error: Exception) -> Result:
    """The line of a measurement that could not be made."""
    words = str(error) or type(error).__name__
    return Result(what, 0.0, 0.0, "", None, error=words)


def percentile_95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[ceil(0.95 * len(ordered)) - 1]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


_HEAD = ("what", "floor", "ours", "reached", "goal", "", "of")


def table(results: Sequence[Result]) -> str:
    """The results in columns, and why any of them failed."""
    rows = [_HEAD, *(_cells(one) for one in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "  ".join(
            cell.ljust(width) if column in (0, 5) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines += [f"{one.what}: {one.error}" for one in results if one.error]
    return "\n".join(lines)


def _cells(one: Result) -> tuple[str, ...]:
    if one.error:
        return (one.what, "", "", "", "", one.verdict, "")
    sign = {Relation.RATIO: "×", Relation.DIFFERENCE: f"{one.unit} more"}.get(
        one.relation, one.unit
    )
    goal = "" if one.goal is None else f"≤ {one.goal:g} {sign}"
    floor = "" if one.relation is Relation.ABSOLUTE else f"{one.floor:.1f} {one.unit}"
    return (
        one.what,
        floor,
        f"{one.ours:.1f} {one.unit}" if one.ours >= 10 else f"{one.ours:.2f} {one.unit}",
        f"{one.reached:.2f} {sign}",
        goal,
        one.verdict,
        str(one.repetitions),
    )
