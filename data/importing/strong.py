"""Strong's CSV, in all its dialects, to sessions."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from data.importing.assembly import Assembly, DraftBlock, DraftSession
from data.importing.dates import LocalTimes, duration
from data.importing.measures import measures
from data.importing.strong_columns import UNITS, StrongColumns
from data.importing.table import Table
from data.importing.unfit import UnfitRow
from tracker.effort import FailureType
from tracker.errors import UnknownUnit
from tracker.imported import ImportedLog, ImportedSet, SkippedRow
from tracker.load import Unit
from tracker.performed import PerformedSet

REST_TIMER, NOTE = "Rest Timer", "Note"
"""Rows that are no sets."""

WARM_UP, DROP, FAILURE = "W", "D", "F"
"""Letters that stand in place of a set's number."""


class StrongReading:
    """One file being read."""

    def __init__(
        self, table: Table, columns: StrongColumns, unit: Unit | None, zone: ZoneInfo
    ) -> None:
        """Read a table with these columns; the unit is for files that name none."""
        self._table = table
        self._columns = columns
        self._places = columns.places
        self._given_unit = unit
        self._unit_assumed: Unit | None = None
        self._assembly = Assembly("strong", zone)
        date = columns.places["date"]
        self._times = LocalTimes(row[date] for _, row in table.rows)
        self._pseudo_rows = 0
        self._has_tags = columns.dialect == "S3"
        self._skipped = list(table.broken)

    def log(self) -> ImportedLog:
        """Read every row.

        Raises:
            UnknownUnit: the file names no unit and none was given.
        """
        self._check_unit()
        for line, row in self._table.rows:
            try:
                self._take(line, row)
            except UnfitRow as unfit:
                self._skipped.append(SkippedRow(line, str(unfit)))
        return ImportedLog(
            format="strong",
            dialect=self._columns.dialect,
            sessions=self._assembly.sessions(),
            rows=len(self._table.rows) + len(self._table.broken),
            pseudo_rows=self._pseudo_rows,
            skipped=tuple(sorted(self._skipped, key=lambda one: one.line)),
            unit_assumed=self._unit_assumed,
            has_tags=self._has_tags,
        )

    def _check_unit(self) -> None:
        if self._columns.has_unit:
            return
        if self._given_unit is None:
            raise UnknownUnit(
                "This Strong export doesn't say whether its weights are kilograms or pounds. "
                "Say so with --unit kg or --unit lb.",
                self._columns.dialect,
                "--unit kg or --unit lb",
                ("kg", "lb"),
            )
        self._unit_assumed = self._given_unit

    def _cell(self, row: Sequence[str], name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else row[place]

    def _take(self, line: int, row: Sequence[str]) -> None:
        order = self._cell(row, "order").strip()
        name = self._cell(row, "exercise").strip()
        if not name:
            raise UnfitRow("it names no exercise")
        local = self._times.read(self._cell(row, "date"))
        session = self._assembly.session(local, self._cell(row, "title").strip())
        if order in (REST_TIMER, NOTE):
            self._pseudo_rows += 1
            if order == NOTE:
                session.run_of(name).note(self._cell(row, "notes").strip())
            return
        performed = self._performed(row, order, session)
        block = _run(session, name, order)
        if order.upper() == DROP:
            block.drop(performed, line)
        else:
            block.sets.append(ImportedSet(performed, line))
        self._describe(row, session, block)

    def _describe(self, row: Sequence[str], session: DraftSession, block: DraftBlock) -> None:
        """Keep the row's notes and, once, how long the workout was."""
        note = self._cell(row, "notes")
        if note:
            block.note(note.strip())
        note = self._cell(row, "workout_notes")
        if note:
            session.note(note.strip())
        if not session.has_length:
            session.end_after(duration(self._cell(row, "duration")))

    def _performed(self, row: Sequence[str], order: str, session: DraftSession) -> PerformedSet:
        tag = order.upper()
        if not order.isdecimal():
            if tag not in (WARM_UP, DROP, FAILURE):
                raise UnfitRow(f"its set order “{order}” is neither a number nor W, D or F")
            self._has_tags = True
        unit = self._unit_of(row)
        reps = self._cell(row, "reps")
        if reps.endswith(".0") and self._columns.dialect.startswith("S1"):
            # The app that writes reps so writes the tags as well; older ones never did.
            self._has_tags = True
        said = measures(
            self._cell(row, "weight"),
            unit,
            reps,
            self._cell(row, "seconds"),
            self._cell(row, "distance"),
            self._distance_unit_of(row, unit),
            self._cell(row, "rpe"),
        )
        return PerformedSet(
            at=session.started_at,
            load=said.load,
            reps=said.reps,
            rir=said.rir,
            rir_or_more=said.rir_or_more,
            failure=FailureType.UNKNOWN if tag == FAILURE else None,
            warm_up=tag == WARM_UP,
            seconds=said.seconds,
            metres=said.metres,
            note=said.note,
            is_at_known=False,
            is_imported=True,
        )

    def _unit_of(self, row: Sequence[str]) -> Unit | None:
        """The row's unit: the header's, the row's own, or the one that was given."""
        if self._columns.unit is not None:
            return self._columns.unit
        if "weight_unit" not in self._places:
            return self._given_unit
        word = self._cell(row, "weight_unit").strip().casefold()
        if word and word not in UNITS:
            raise UnfitRow(f"“{word}” is no unit of weight that is known")
        return UNITS.get(word)

    def _distance_unit_of(self, row: Sequence[str], unit: Unit | None) -> str:
        """The row's unit of distance; where none is said, the one that goes with the weights'."""
        if self._columns.distance_unit:
            return self._columns.distance_unit
        word = self._cell(row, "distance_unit").strip().casefold().rstrip(".")
        return word or ("mi" if unit is Unit.LB else "km")


def _run(session: DraftSession, name: str, order: str) -> DraftBlock:
    """The run that the row belongs to: set numbers that begin again begin another run."""
    block = session.run_of(name)
    if not order.isdecimal():
        block.warm_ups_since = block.warm_ups_since + 1 if order.upper() == WARM_UP else 0
        return block
    number = int(order)
    if number <= block.last_number:
        warm_ups = block.sets[len(block.sets) - block.warm_ups_since :]
        del block.sets[len(block.sets) - block.warm_ups_since :]
        block = session.new_run(name)
        block.sets.extend(warm_ups)
    block.last_number = number
    block.warm_ups_since = 0
    return block
