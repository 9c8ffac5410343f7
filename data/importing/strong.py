"""Strong's CSV, in all its dialects, to sessions."""

from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.importing.assembly import Assembly, DraftBlock, DraftSession
from data.importing.dates import LocalTimes, duration
from data.importing.measures import imported_set, measures
from data.importing.strong_columns import UNITS, StrongColumns
from data.importing.table import Table, cells_of
from data.importing.unfit import UnfitRow
from tracker.errors import UnknownUnit
from tracker.imported import ImportedLog, ImportedSet, SkippedRow
from tracker.load import Unit
from tracker.performed import PerformedSet

REST_TIMER, NOTE = "Rest Timer", "Note"
"""Rows that are no sets."""

WARM_UP, DROP, FAILURE = "W", "D", "F"
"""Letters that stand in place of a set's number."""


class Order(NamedTuple):
    """What the cell of the set order says."""

    number: int | None
    tag: str = ""
    is_pseudo: bool = False
    """A rest timer or a note, and no set."""


@lru_cache(maxsize=1024)
def order_of(cell: str) -> Order:
    """A set's number, its letter, or what stands there instead of a set.

    Raises:
        UnfitRow: it is none of them.
    """
    text = cell.strip()
    if text.isdecimal():
        return Order(int(text))
    if text in (REST_TIMER, NOTE):
        return Order(None, text, is_pseudo=True)
    tag = text.upper()
    if tag not in (WARM_UP, DROP, FAILURE):
        raise UnfitRow(f"its set order “{text}” is neither a number nor W, D or F")
    return Order(None, tag)


class StrongRow(NamedTuple):
    """The cells of one row, whatever the dialect; blank where it has no such column."""

    date: str
    title: str
    duration: str
    exercise: str
    order: str
    weight: str
    weight_unit: str
    reps: str
    rpe: str
    distance: str
    distance_unit: str
    seconds: str
    notes: str
    workout_notes: str


CELLS = StrongRow._fields


class StrongReading:
    """One file being read."""

    def __init__(
        self, table: Table, columns: StrongColumns, unit: Unit | None, zone: ZoneInfo
    ) -> None:
        """Read a table with these columns; the unit is for files that name none."""
        self._table = table
        self._columns = columns
        self._given_unit = unit
        self._assembly = Assembly("strong", zone)
        date = columns.places["date"]
        self._times = LocalTimes(lambda: table.column(date))
        self._pseudo_rows = 0
        self._workout = ("", "")
        self._session: DraftSession | None = None
        self._sets: dict[tuple[str, ...], PerformedSet] = {}
        self._is_s1 = columns.dialect.startswith("S1")
        self._has_tags = columns.dialect == "S3"

    def log(self) -> ImportedLog:
        """Read every row.

        Raises:
            UnknownUnit: the file names no unit and none was given.
        """
        unit_assumed = self._unit_assumed()
        broken: list[SkippedRow] = []
        unfit: list[SkippedRow] = []
        rows = 0
        cells = cells_of(self._columns.places, CELLS, len(self._table.header))
        for line, row in self._table.rows(broken):
            rows += 1
            try:
                self._take(line, StrongRow._make(cells(row)))
            except UnfitRow as reason:
                unfit.append(SkippedRow(line, str(reason)))
        return ImportedLog(
            format="strong",
            dialect=self._columns.dialect,
            sessions=self._assembly.sessions(),
            rows=rows + len(broken),
            pseudo_rows=self._pseudo_rows,
            skipped=tuple(sorted(broken + unfit, key=lambda one: one.line)),
            unit_assumed=unit_assumed,
            has_tags=self._has_tags,
        )

    def _unit_assumed(self) -> Unit | None:
        """The unit taken for a file that names none."""
        if self._columns.has_unit:
            return None
        if self._given_unit is None:
            raise UnknownUnit(
                "This Strong export doesn't say whether its weights are kilograms or pounds. "
                "Say so with --unit kg or --unit lb.",
                self._columns.dialect,
                "--unit kg or --unit lb",
                ("kg", "lb"),
            )
        return self._given_unit

    def _take(self, line: int, row: StrongRow) -> None:
        name = row.exercise.strip()
        if not name:
            raise UnfitRow("it names no exercise")
        order = order_of(row.order)
        session = self._session_of(row)
        if order.is_pseudo:
            self._pseudo_rows += 1
            if order.tag == NOTE:
                session.run_of(name).note(row.notes.strip())
            return
        performed = self._alike(row, order, session)
        block = _run(session, name, order)
        if order.tag == DROP:
            block.drop(performed, line)
        else:
            block.sets.append(ImportedSet(performed, line))
        if row.notes:
            block.note(row.notes.strip())
        if row.workout_notes:
            session.note(row.workout_notes.strip())
        if not session.has_length:
            session.end_after(duration(row.duration))

    def _session_of(self, row: StrongRow) -> DraftSession:
        """The row's workout, mostly that of the row before it."""
        workout = (row.date, row.title)
        if self._session is None or workout != self._workout:
            local = self._times.read(row.date)
            self._session = self._assembly.session(local, row.title.strip())
            self._workout, self._sets = workout, {}
        return self._session

    def _alike(self, row: StrongRow, order: Order, session: DraftSession) -> PerformedSet:
        """The row's set; a row that says the same as one before it in the workout shares its."""
        tag = order.tag
        said = (tag, row.weight, row.reps, row.seconds, row.distance, row.rpe, row.weight_unit)
        key = (*said, row.distance_unit)
        performed = self._sets.get(key)
        if performed is None:
            performed = self._sets[key] = self._performed(row, tag, session)
        return performed

    def _performed(self, row: StrongRow, tag: str, session: DraftSession) -> PerformedSet:
        # The app that writes reps as 10.0 writes the tags as well; older ones never did.
        if tag or (self._is_s1 and row.reps.endswith(".0")):
            self._has_tags = True
        unit = self._unit_of(row)
        distance_unit = self._distance_unit_of(row, unit) if row.distance else ""
        said = measures(
            row.weight, unit, row.reps, row.seconds, row.distance, distance_unit, row.rpe
        )
        return imported_set(said, session.started_at, tag == FAILURE, tag == WARM_UP)

    def _unit_of(self, row: StrongRow) -> Unit | None:
        """The row's unit: the header's, the row's own, or the one that was given."""
        if self._columns.unit is not None:
            return self._columns.unit
        if not self._columns.has_unit:
            return self._given_unit
        word = row.weight_unit.strip().casefold()
        if word and word not in UNITS:
            raise UnfitRow(f"“{word}” is no unit of weight that is known")
        return UNITS.get(word)

    def _distance_unit_of(self, row: StrongRow, unit: Unit | None) -> str:
        """The row's unit of distance; where none is said, the one that goes with the weights'."""
        if self._columns.distance_unit:
            return self._columns.distance_unit
        word = row.distance_unit.strip().casefold().rstrip(".")
        return word or ("mi" if unit is Unit.LB else "km")


def _run(session: DraftSession, name: str, order: Order) -> DraftBlock:
    """The run that the row belongs to: set numbers that begin again begin another run."""
    block = session.run_of(name)
    if order.number is None:
        block.warm_ups_since = block.warm_ups_since + 1 if order.tag == WARM_UP else 0
        return block
    if order.number <= block.last_number:
        warm_ups = block.sets[len(block.sets) - block.warm_ups_since :]
        del block.sets[len(block.sets) - block.warm_ups_since :]
        block = session.new_run(name)
        block.sets.extend(warm_ups)
    block.last_number = order.number
    block.warm_ups_since = 0
    return block
