"""Hevy's CSV to sessions: units in the column names, one row a set, newest workout first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from data.importing.assembly import Assembly, DraftBlock, DraftSession
from data.importing.dates import LocalTimes
from data.importing.measures import measures
from data.importing.table import Table
from data.importing.unfit import UnfitRow
from tracker.effort import FailureType
from tracker.imported import ImportedLog, ImportedSet, SkippedRow
from tracker.load import Unit
from tracker.performed import PerformedSet

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


class HevyReading:
    """One file being read."""

    def __init__(self, table: Table, columns: HevyColumns, zone: ZoneInfo) -> None:
        """Read a table with these columns, its times in this zone."""
        self._table = table
        self._columns = columns
        self._places = columns.places
        self._zone = zone
        self._assembly = Assembly("hevy", zone)
        times = [columns.places[one] for one in ("start_time", "end_time") if one in self._places]
        self._times = LocalTimes(row[place] for _, row in table.rows for place in times)
        self._block: DraftBlock | None = None
        self._session: DraftSession | None = None
        self._last_index = -1

    def log(self) -> ImportedLog:
        """Read every row."""
        skipped = list(self._table.broken)
        for line, row in self._table.rows:
            try:
                self._take(line, row)
            except UnfitRow as unfit:
                skipped.append(SkippedRow(line, str(unfit)))
        return ImportedLog(
            format="hevy",
            dialect=f"hevy-{self._columns.unit}",
            sessions=self._assembly.sessions(),
            rows=len(self._table.rows) + len(self._table.broken),
            pseudo_rows=0,
            skipped=tuple(sorted(skipped, key=lambda one: one.line)),
        )

    def _cell(self, row: Sequence[str], name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else row[place]

    def _take(self, line: int, row: Sequence[str]) -> None:
        name = self._cell(row, "exercise_title").strip()
        if not name:
            raise UnfitRow("it names no exercise")
        kind = self._cell(row, "set_type").strip().casefold() or NORMAL
        if kind not in (WARM_UP, DROP, FAILURE, NORMAL):
            raise UnfitRow(f"its set type “{kind}” is not one of Hevy's")
        index = self._cell(row, "set_index").strip()
        if not index.isdecimal():
            raise UnfitRow(f"its set index “{index}” is not a number")
        local = self._times.read(self._cell(row, "start_time"))
        session = self._assembly.session(local, self._cell(row, "title").strip())
        performed = self._performed(row, kind, session)
        block = self._run(session, name, int(index), row)
        if kind == DROP:
            block.drop(performed, line)
        else:
            block.sets.append(ImportedSet(performed, line))

    def _run(self, session: DraftSession, name: str, index: int, row: Sequence[str]) -> DraftBlock:
        """The run that the row belongs to: the name or the count that changes begins another."""
        block = self._block
        is_same = session is self._session and block is not None and block.name == name
        if not is_same or block is None or index <= self._last_index:
            if session is not self._session:
                self._describe(session, row)
            superset = self._cell(row, "superset_id").strip()
            block = session.new_run(name, int(superset) if superset.isdecimal() else None)
            self._block, self._session = block, session
        self._last_index = index
        note = self._cell(row, "exercise_notes")
        if note:
            block.note(note.strip())
        return block

    def _describe(self, session: DraftSession, row: Sequence[str]) -> None:
        """Keep what the first row says of the workout."""
        session.note(self._cell(row, "description").strip())
        end = self._cell(row, "end_time")
        if end.strip():
            try:
                session.end_at(self._times.read(end), self._zone)
            except UnfitRow:
                # The sets stand without it; only the workout's length is not known.
                session.ended_at = None

    def _performed(self, row: Sequence[str], kind: str, session: DraftSession) -> PerformedSet:
        said = measures(
            self._cell(row, "weight"),
            self._columns.unit,
            self._cell(row, "reps"),
            self._cell(row, "duration_seconds"),
            self._cell(row, "distance"),
            self._columns.distance_unit,
            self._cell(row, "rpe"),
        )
        return PerformedSet(
            at=session.started_at,
            load=said.load,
            reps=said.reps,
            rir=said.rir,
            rir_or_more=said.rir_or_more,
            failure=FailureType.UNKNOWN if kind == FAILURE else None,
            warm_up=kind == WARM_UP,
            seconds=said.seconds,
            metres=said.metres,
            note=said.note,
            is_at_known=False,
            is_imported=True,
        )
