"""A workout that was imported before, held against what a newer export says of it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from data.importing.carried import carried, mark_of
from data.importing.merging import merged
from data.importing.origins import IN_SET, Origin, Places
from data.importing.plan import Ids, ImportPlan
from data.rows import Row, moment_text, set_of
from tracker.exercise import Exercise
from tracker.imported import ImportedBlock, ImportedSession, ImportedSet


@dataclass(slots=True)
class Spot:
    """Where in the store a run of the file continues."""

    session_id: int
    exercise_id: int
    block_id: int
    position: float
    at: str


def spot_of(row: Row) -> Spot:
    """The place of a set."""
    return Spot(row["session_id"], row["exercise_id"], row["block_id"], row["position"], row["at"])


class KnownSession:
    """Compares one workout and stages what is new or has changed in the other program."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        origin: Origin,
        places: Places,
        session: Row | None,
        plan: ImportPlan,
        ids: Ids,
    ) -> None:
        """Compare with these rows.

        Args:
            connection: to look up neighbours of what is added.
            origin: what was imported of it; its marks follow what is staged.
            places: the sets that stand for it now.
            session: its row; None where the lifter merged it into another.
            plan: where rows are staged.
            ids: the next free ids.
        """
        self._connection = connection
        self._origin = origin
        self._marks = origin.marks
        self._places = places
        self._session = session
        self._plan = plan
        self._ids = ids
        self._freed: set[tuple[str, int]] = set()
        self._rows_seen: dict[str, int] = {}
        self._is_changed = False

    @property
    def is_there(self) -> bool:
        """Whether anything of it is left; a workout deleted by hand may come in again."""
        return self._session is not None or bool(self._places)

    def compare(
        self, said: ImportedSession, exercises: Mapping[str, Exercise], has_tags: bool
    ) -> None:
        """Go through the newer export's sets."""
        for block in said.blocks:
            spot = self._first_spot(block)
            for one in block.sets:
                name, row = block.exercise_name, self._rows_seen.get(block.exercise_name, 0)
                self._rows_seen[name] = row + one.rows
                known = self._marks.setdefault(name, [])
                if row >= len(known) or (name, row) in self._freed:
                    if spot is None:
                        spot = self._new_block(said, block, exercises[name])
                    self._add(name, row, one, spot)
                elif known[row] == IN_SET:
                    self._plan.sets_known += one.rows
                else:
                    self._compare_set(name, row, one, has_tags)
                    kept = self._place(name, row)
                    spot = spot if kept is None else spot_of(kept)
        if self._is_changed:
            self._plan.remember(self._origin.id, self._origin.key, self._marks)

    def _place(self, name: str, row: int) -> Row | None:
        """The stored set that stands for a row of the file."""
        kept: Row | None = self._places.get((list(self._marks).index(name), row))
        return kept

    def _compare_set(self, name: str, row: int, one: ImportedSet, has_tags: bool) -> None:
        known = self._marks[name]
        end = row + one.rows
        lone = [at for at in range(row + 1, min(end, len(known))) if known[at] != IN_SET]
        rows = [self._place(name, at) for at in (row, *lone)]
        kept = rows[0]
        if kept is None or any(
            place is None or mark_of(place) != known[at]
            for place, at in zip(rows, (row, *lone), strict=True)
        ):
            # Edited or deleted by hand since: the lifter's word stands.
            self._plan.sets_known += one.rows
            return
        before = set_of(kept)
        after = merged(before, one.performed, has_tags)
        grown = max(0, end - len(known))
        if after == before and not lone and not grown:
            self._plan.sets_known += one.rows
            return
        values, mark = carried(after)
        self._plan.updates.append((*values, kept["id"]))
        self._plan.deletes.extend((place["id"],) for place in rows[1:] if place is not None)
        self._plan.sets_updated += one.rows - grown
        self._plan.sets_added += grown
        self._plan.drops_added += grown
        if has_tags:
            self._free(name, end)
        known[row:end] = [mark, *[IN_SET] * (one.rows - 1)]
        self._is_changed = True

    def _free(self, name: str, end: int) -> None:
        """Rows that were drops of the set and are sets of their own now."""
        known = self._marks[name]
        while end < len(known) and known[end] == IN_SET:
            self._freed.add((name, end))
            end += 1

    def _add(self, name: str, row: int, one: ImportedSet, spot: Spot) -> None:
        values, mark = carried(one.performed)
        spot.position = self._position_after(spot)
        self._plan.sets.append(
            (
                spot.block_id,
                spot.session_id,
                spot.exercise_id,
                spot.position,
                spot.at,
                0,
                self._plan.import_id,
                self._origin.key_of(name, row),
                *values,
            )
        )
        if (name, row) in self._freed:
            self._plan.sets_updated += one.rows
        else:
            self._plan.sets_added += one.rows
            self._plan.drops_added += one.rows - 1
        self._marks[name][row : row + one.rows] = [mark, *[IN_SET] * (one.rows - 1)]
        self._is_changed = True

    def _position_after(self, spot: Spot) -> float:
        """A position behind the spot and before what follows it."""
        following = self._connection.execute(
            "SELECT min(position) FROM sets WHERE block_id = ? AND position > ?",
            (spot.block_id, spot.position),
        ).fetchone()[0]
        if following is None:
            return spot.position + 1.0
        return (spot.position + float(following)) / 2

    def _first_spot(self, block: ImportedBlock) -> Spot | None:
        """Before the first set of the run that is in the store; None without one."""
        row = self._rows_seen.get(block.exercise_name, 0)
        if block.exercise_name not in self._marks:
            return None
        for one in block.sets:
            kept = self._place(block.exercise_name, row)
            if kept is not None:
                earlier = self._connection.execute(
                    "SELECT max(position) FROM sets WHERE block_id = ? AND position < ?",
                    (kept["block_id"], kept["position"]),
                ).fetchone()[0]
                spot = spot_of(kept)
                spot.position = kept["position"] - 1.0 if earlier is None else float(earlier)
                return spot
            row += one.rows
        return None

    def _new_block(self, said: ImportedSession, block: ImportedBlock, exercise: Exercise) -> Spot:
        """Stage a run that the store does not have, at the end of its session."""
        session_id, at = self._home(said)
        last = self._connection.execute(
            "SELECT max(position) FROM blocks WHERE session_id = ?", (session_id,)
        ).fetchone()[0]
        block_id = self._ids.block
        self._ids.block += 1
        # The store does not have the runs staged so far: what is staged later stands behind them.
        position = float(last or 0) + 1.0 + len(self._plan.blocks) / 1e6
        self._plan.blocks.append(
            (block_id, session_id, exercise.id, position, block.note, block.superset)
        )
        return Spot(session_id, exercise.id, block_id, 0.0, at)

    def _home(self, said: ImportedSession) -> tuple[int, str]:
        """The session to add to, and when its sets were."""
        if self._session is not None:
            return self._session["id"], self._session["started_at"]
        anywhere = next(iter(self._places.values()))
        return anywhere["session_id"], moment_text(said.started_at)
