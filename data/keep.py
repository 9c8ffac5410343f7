"""What is kept beside the log: the lifter, settings, acts, pain, the half-typed line."""

import json
import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path

from data.connection import immediate
from data.rows import json_load, load_json, moment, moment_text
from data.shelf import Shelf
from tracker.errors import UnknownExercise
from tracker.load import Unit
from tracker.profile import Profile, Sex, TrainingLevel
from tracker.settings import Settings, setting
from tracker.store import Act, DraftLine


class Keep:
    """Keeps what is not a set; satisfies `tracker.store.Keeping`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        shelf: Shelf,
        settings_file: Path | None,
        line_file: Path | None,
    ) -> None:
        """Keep in this database, settings file and line file; None keeps them nowhere."""
        self._connection = connection
        self._shelf = shelf
        self._settings_file = settings_file
        self._line_file = line_file
        self._in_memory = Settings()
        self._is_forgiving = False
        self._settings_trouble = ""
        self._line: DraftLine | None = None
        self._seen = self._data_version()

    def profile(self) -> Profile:
        """The lifter."""
        rows = self._connection.execute("SELECT name, value FROM profile").fetchall()
        said = {row["name"]: row["value"] for row in rows}
        weight = said.get("body_weight")
        sex = said.get("sex")
        return Profile(
            level=TrainingLevel(said.get("level", TrainingLevel.INTERMEDIATE)),
            unit=Unit(said.get("unit", Unit.KG)),
            body_weight=json_load(json.loads(weight)) if weight else None,
            sex=Sex(sex) if sex else None,
            lessons=frozenset(json.loads(said.get("lessons", "[]"))),
        )

    def save_profile(self, profile: Profile) -> None:
        """Keep the lifter."""
        said = {
            "level": str(profile.level),
            "unit": str(profile.unit),
            "body_weight": json.dumps(load_json(profile.body_weight))
            if profile.body_weight
            else "",
            "sex": str(profile.sex) if profile.sex else "",
            "lessons": json.dumps(sorted(profile.lessons)),
        }
        with immediate(self._connection):
            self._connection.executemany(
                "INSERT INTO profile (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                list(said.items()),
            )

    def settings(self) -> Settings:
        """The settings in force, from the settings file.

        Raises:
            InvalidSetting: the file holds a name or a value that does not fit; not raised where
                that was forgiven.
        """
        self._settings_trouble = ""
        if self._settings_file is None or not self._settings_file.exists():
            return self._in_memory
        file = import_module("data.settings_file")
        if not self._is_forgiving:
            return Settings(file.read_settings(self._settings_file))
        changed, faults = file.read_what_fits(self._settings_file)
        self._settings_trouble = faults[0].message if faults else ""
        return Settings(changed)

    def forgive_settings(self) -> None:
        """From now on read what fits of a settings file that is wrong somewhere."""
        self._is_forgiving = True

    @property
    def settings_trouble(self) -> str:
        """What was wrong with the settings file when it was last read; empty where nothing was."""
        return self._settings_trouble

    def save_setting(self, name: str, value: object) -> None:
        """Write one setting to the settings file; None takes it back to its default."""
        if self._settings_file is None:
            known = setting(name)
            said = {} if value is None else {name: known.checked(value)}
            kept = {one: old for one, old in self._in_memory.changed.items() if one != name}
            self._in_memory = Settings({**kept, **said})
            return
        import_module("data.settings_file").write_setting(self._settings_file, name, value)

    def record_act(self, act: Act) -> int:
        """Keep a verdict that was shown; returns its id.

        Raises:
            UnknownExercise: its exercise is not there.
        """
        with immediate(self._connection):
            exercise = self._connection.execute(
                "SELECT id FROM exercises WHERE name = ?", (act.exercise,)
            ).fetchone()
            if exercise is None:
                raise UnknownExercise(f"There is no exercise {act.exercise!r}.", act.exercise)
            cursor = self._connection.execute(
                """INSERT INTO acts (at, session_id, exercise_id, rules, severity, outcome)
                VALUES (?, ?, ?, ?, ?, ?)""",
                (
                    moment_text(act.at),
                    act.session_id or None,
                    exercise["id"],
                    json.dumps(list(act.rules)),
                    act.severity,
                    act.outcome,
                ),
            )
        return int(cursor.lastrowid or 0)

    def settle_act(self, act_id: int, outcome: str) -> None:
        """Say what became of a verdict."""
        with immediate(self._connection):
            self._connection.execute("UPDATE acts SET outcome = ? WHERE id = ?", (outcome, act_id))

    def mark_pain(self, exercise_id: int, at: datetime) -> None:
        """Note pain on an exercise."""
        with immediate(self._connection):
            self._connection.execute(
                "INSERT INTO pains (exercise_id, at) VALUES (?, ?)", (exercise_id, moment_text(at))
            )

    def clear_pain(self, exercise_id: int, at: datetime) -> None:
        """The pain is gone; what is noted later than that time stays."""
        with immediate(self._connection):
            self._connection.execute(
                "UPDATE pains SET cleared_at = :at "
                "WHERE exercise_id = :id AND cleared_at IS NULL AND at <= :at",
                {"at": moment_text(at), "id": exercise_id},
            )

    def draft_line(self) -> DraftLine | None:
        """The half-typed entry; None without one, or where the file can't be read."""
        if self._line_file is None:
            return self._line
        try:
            kept = json.loads(self._line_file.read_text("utf-8"))
            session_id, text = int(kept["session"]), str(kept["text"])
            return DraftLine(session_id, text, _rest_from(kept.get("rest_from")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep_draft_line(self, line: DraftLine | None) -> None:
        """Keep the half-typed entry beside the database; None forgets it.

        Without fsync: a kill can't take it, and typing stays fast.
        """
        self._line = line
        if self._line_file is None:
            return
        # A full disk is no reason to stop the typing: the next set that is logged tells of it.
        with suppress(OSError):
            if line is None:
                self._line_file.unlink(missing_ok=True)
            else:
                _write_line(self._line_file, line)

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the database since the last call."""
        version = self._data_version()
        changed, self._seen = version != self._seen, version
        if changed:
            self._shelf.forget()
        return changed

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def _rest_from(said: object) -> datetime | None:
    """When the rest timer was started anew; what can't be read costs no half-typed line."""
    with suppress(ValueError):
        at = moment(said) if isinstance(said, str) else None
        return at if at is None or at.tzinfo is not None else None
    return None


def _write_line(file: Path, line: DraftLine) -> None:
    """Replace the file in one step, under a name no other program uses meanwhile."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    kept = {"session": line.session_id, "text": line.text}
    if line.rest_from is not None:
        kept["rest_from"] = moment_text(line.rest_from)
    text = json.dumps(kept)
    handle = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    fresh.replace(file)
