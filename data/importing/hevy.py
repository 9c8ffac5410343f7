"""Hevy's CSV to sessions: units in the column names, one row a set, newest workout first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.importing.assembly import Assembly, DraftBlock, DraftSession
from data.importing.dates import LocalTimes
from data.importing.measures import imported_set, measures
from data.importing.table import Table, cells_of
from data.importing.unfit import UnfitRow
from tracker.imported import ImportedLog, ImportedSet, SkippedRow
from tracker.load import Unit

_WEIGHTS = {"weight_kg": Unit.KG, "weight_lbs": Unit.LB, "weight_lb": Unit.LB}
_DISTANCES = {"distance_km": "km", "distance_miles": "mi", "distance_mi": "mi"}
_NEEDED = {"start_time", "exercise_title", "set_index", "set_type", "reps"}

WARM_UP, DROP, FAILURE, NORMAL = "warmup", "dropset", "failure", "normal"
"""What `set_type` may say."""


@dataclass(frozen=True, slots=True)
class HevyColumns:
    """Where the columns are, and the units that two of them are named for."""

    places: Mapping[str, int]
    unit: Unit
    distance_unit: str


def columns_of(header: Sequence[str]) -> HevyColumns | None:
    """The columns of Hevy's header; None where it is another one."""
    names = {one.strip().casefold(): place for place, one in enumerate(header)}
    weight = next((one for one in _WEIGHTS if one in names), None)
    distance = next((one for one in _DISTANCES if one in names), None)
    if weight is None or not names.keys() >= _NEEDED:
        return None
    places = {**names, "weight": names[weight]}
    if distance is not None:
        places["distance"] = names[distance]
    return HevyColumns(places, _WEIGHTS[weight], _DISTANCES.get(distance or "", ""))


class HevyRow(NamedTuple):
    """The cells of one row; blank where the file has no such column."""

    title: str
    start_time: str
    end_time: str
    description: str
    exercise_title: str
    superset_id: str
    exercise_notes: str
    set_index: str
    set_type: str
    weight: str
    reps: str
    distance: str
    duration_seconds: str
    rpe: str


CELLS = HevyRow._fields


class HevyReading:
    """One file being read."""

    def __init__(self, table: Table, columns: HevyColumns, zone: ZoneInfo) -> None:
        """Read a table with these columns, its times in this zone."""
        self._table = table
        self._columns = columns
        self._zone = zone
        self._assembly = Assembly("hevy", zone)
        times = [columns.places[one] for one in ("start_time", "end_time") if one in columns.places]
        self._times = LocalTimes(lambda: chain(*(table.column(one) for one in times)))
        self._block: DraftBlock | None = None
        self._session: DraftSession | None = None
        self._last_index = -1

    def log(self) -> ImportedLog:
        """Read every row."""
        broken: list[SkippedRow] = []
        unfit: list[SkippedRow] = []
        rows = 0
        cells = cells_of(self._columns.places, CELLS, len(self._table.header))
        for line, row in self._table.rows(broken):
            rows += 1
            try:
                self._take(line, HevyRow._make(cells(row)))
            except UnfitRow as reason:
                unfit.append(SkippedRow(line, str(reason)))
        return ImportedLog(
            format="hevy",
            dialect=f"hevy-{self._columns.unit}",
            sessions=self._assembly.sessions(),
            rows=rows + len(broken),
            pseudo_rows=0,
            skipped=tuple(sorted(broken + unfit, key=lambda one: one.line)),
        )

    def _take(self, line: int, row: HevyRow) -> None:
        name = row.exercise_title.strip()
        if not name:
            raise UnfitRow("it names no exercise")
        kind = row.set_type.strip().casefold() or NORMAL
        if kind not in (WARM_UP, DROP, FAILURE, NORMAL):
            raise UnfitRow(f"its set type “{kind}” is not one of Hevy's")
        index = row.set_index.strip()
        if not index.isdecimal():
            raise UnfitRow(f"its set index “{index}” is not a number")
        session = self._assembly.session(self._times.read(row.start_time), row.title.strip())
        said = measures(
            row.weight,
            self._columns.unit,
            row.reps,
            row.duration_seconds,
            row.distance,
            self._columns.distance_unit,
            row.rpe,
        )
        performed = imported_set(
            said, session.started_at, is_failed=kind == FAILURE, is_warm_up=kind == WARM_UP
        )
        block = self._run(session, name, int(index), row)
        if kind == DROP:
            block.drop(performed, line)
        else:
            block.sets.append(ImportedSet(performed, line))

    def _run(self, session: DraftSession, name: str, index: int, row: HevyRow) -> DraftBlock:
        """The run that the row belongs to: the name or the count that changes begins another."""
        block = self._block
        is_same = session is self._session and block is not None and block.name == name
        if not is_same or block is None or index <= self._last_index:
            if session is not self._session:
                self._describe(session, row)
            superset = row.superset_id.strip()
            block = session.new_run(name, int(superset) if superset.isdecimal() else None)
            self._block, self._session = block, session
        self._last_index = index
        if row.exercise_notes:
            block.note(row.exercise_notes.strip())
        return block

    def _describe(self, session: DraftSession, row: HevyRow) -> None:
        """Keep what the first row says of the workout."""
        session.note(row.description.strip())
        if row.end_time.strip():
            try:
                session.end_at(self._times.read(row.end_time), self._zone)
            except UnfitRow:
                # The sets stand without it; only the workout's length is not known.
                session.ended_at = None
