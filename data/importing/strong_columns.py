"""Which column of a Strong export holds what: by name, or by position where it is translated."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data.importing.measures import METRES, number
from data.importing.unfit import UnfitRow
from tracker.load import Unit

UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
"""How exports write the units."""

_NAMES = {
    "workout #": "number",
    "date": "date",
    "workout name": "title",
    "duration": "duration",
    "duration (sec)": "duration",
    "workout duration": "duration",
    "exercise name": "exercise",
    "set order": "order",
    "weight": "weight",
    "weight (kg)": "weight",
    "weight (lb)": "weight",
    "weight (lbs)": "weight",
    "kg": "weight",
    "lb": "weight",
    "lbs": "weight",
    "weight unit": "weight_unit",
    "reps": "reps",
    "rpe": "rpe",
    "distance": "distance",
    "distance (meters)": "distance",
    "km": "distance",
    "mi": "distance",
    "mi.": "distance",
    "distance unit": "distance_unit",
    "seconds": "seconds",
    "notes": "notes",
    "workout notes": "workout_notes",
}
_NEEDED = {"date", "exercise", "order", "weight", "reps"}

LAYOUTS: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "S0c": "date title exercise order weight reps distance seconds notes workout_notes",
        "S0c+RPE": "date title exercise order weight reps distance seconds notes workout_notes rpe",
        "S1": "date title duration exercise order weight reps distance seconds notes workout_notes "
        "rpe",
        "S1-10": "date title duration exercise order weight reps distance seconds rpe",
        "S2-12": "date title exercise order weight weight_unit reps distance distance_unit seconds "
        "notes workout_notes",
        "S2-13": "date title exercise order weight weight_unit reps rpe distance distance_unit "
        "seconds notes workout_notes",
        "S2-14": "date title exercise order weight weight_unit reps rpe distance distance_unit "
        "seconds notes workout_notes duration",
        "S3": "number date title duration exercise order weight reps rpe distance seconds notes "
        "workout_notes",
    }.items()
}
"""The order of the columns in each dialect; a translated header keeps it."""

_ORDER = re.compile(r"\d+|[WDFwdf]|Rest Timer|Note")
_TIME = re.compile(r"\d.*\d\d?:\d\d")
SAMPLE = 200
"""Rows looked at to tell the dialect of a translated header."""


@dataclass(frozen=True, slots=True)
class StrongColumns:
    """A dialect: its short name, where its columns are, and the units that its header names."""

    dialect: str
    places: Mapping[str, int]
    unit: Unit | None = None
    distance_unit: str = ""

    @property
    def has_unit(self) -> bool:
        """Whether the file says its unit, in the header or on each row."""
        return self.unit is not None or "weight_unit" in self.places


def by_name(header: Sequence[str]) -> StrongColumns | None:
    """The columns of an English header; None where it is none of Strong's."""
    names = [one.strip().casefold() for one in header]
    places = {_NAMES[one]: place for place, one in enumerate(names) if one in _NAMES}
    if not places.keys() >= _NEEDED:
        return None
    return StrongColumns(
        _dialect(places, header),
        places,
        _unit_in(names[places["weight"]]),
        _distance_unit_in(names[places["distance"]]) if "distance" in places else "",
    )


def by_position(header: Sequence[str], rows: Sequence[Sequence[str]]) -> StrongColumns | None:
    """The columns of a translated or missing header, judged by count and by what the cells hold.

    None unless exactly one dialect fits.
    """
    fitting = [
        StrongColumns(
            dialect,
            {name: place for place, name in enumerate(layout)},
            _unit_in(header[layout.index("weight")].casefold()) if dialect == "S3" else None,
            "m" if dialect == "S3" else "",
        )
        for dialect, layout in LAYOUTS.items()
        if len(layout) == len(header) and _fits(layout, rows)
    ]
    return fitting[0] if len(fitting) == 1 else None


def is_row(cells: Sequence[str]) -> bool:
    """Whether the cells are a row of sets and no header."""
    return by_position(cells, [cells]) is not None


def _dialect(places: Mapping[str, int], header: Sequence[str]) -> str:
    in_order = tuple(sorted(places, key=lambda one: places[one]))
    for name, layout in LAYOUTS.items():
        if layout == in_order and len(header) == len(layout):
            return name
    if "number" in places:
        return "S3"
    if "weight_unit" in places:
        return "S2"
    return "S1" if "duration" in places else "S0"


def _unit_in(head: str) -> Unit | None:
    """The unit named in a weight column's head: `Weight (kg)`, `lbs`."""
    words = re.findall(r"[a-z]+", head)
    return next((UNITS[one] for one in words if one in UNITS), None)


def _distance_unit_in(head: str) -> str:
    words = re.findall(r"[a-z]+", head)
    return next((one for one in words if one in METRES), "")


def _fits(layout: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether nearly all rows hold what the layout says."""
    fitting = sum(
        all(_CHECKS[name](cell) for name, cell in zip(layout, row, strict=True) if name in _CHECKS)
        for row in rows
    )
    return bool(rows) and fitting * 2 > len(rows)


def _is_number(cell: str) -> bool:
    try:
        number(cell)
    except UnfitRow:
        return False
    return True


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "number": lambda cell: cell.strip().isdecimal(),
    "date": lambda cell: _TIME.match(cell.strip()) is not None,
    "order": lambda cell: _ORDER.fullmatch(cell.strip()) is not None,
    "weight": _is_number,
    "weight_unit": lambda cell: not cell.strip() or cell.strip().casefold() in UNITS,
    "reps": _is_number,
    "rpe": _is_number,
    "distance": _is_number,
    "seconds": _is_number,
}
