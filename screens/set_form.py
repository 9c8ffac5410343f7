"""The form of a set: every field, the keys that change it, and the set it says."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tracker.entry import Entry
from tracker.entry_parser import parse_set
from tracker.entry_words import spelled
from tracker.errors import InvalidTime
from tracker.load import Load, Unit, plain_number
from tracker.performed import PerformedSet, Side
from tracker.planned import PlannedSet
from tracker.safety import Safety
from tracker.when import clock_in_words, read_moment

LONG_AGO = timedelta(hours=12)
"""A time that would be longer ago than this, if it was yesterday's, is one of today to come."""
RIRS = ("?", "0", "½", "1", "1½", "2", "2½", "3", "3½", "4", "4½", "5", "5+")
"""The RIR selector; `?` is not known."""
FAILURES = ("not said", "none", "technical", "absolute")
"""How it failed."""
TECHNIQUES = ("none", "drop set", "rest-pause", "forced", "eccentric")
"""How it went on past failure."""
SIDES = ("both", "left", "right")
"""Which side."""
ANSWERS = ("not said", "yes", "no")
"""Who or what stood by."""

ROWS = (
    "load",
    "reps",
    "rir",
    "failure",
    "past it",
    "segments",
    "spotter",
    "safeties",
    "partner",
    "planned",
    "side",
    "time",
    "note",
)
"""The rows of the form, from top to bottom."""

CHOICES = {
    "rir": RIRS,
    "failure": FAILURES,
    "past it": TECHNIQUES,
    "spotter": ANSWERS,
    "safeties": ANSWERS,
    "partner": ANSWERS,
    "planned": ("no", "yes"),
    "side": SIDES,
}
"""Rows that are chosen from, not typed."""

TAGS = {"not said": "", "none": "!n", "technical": "!t", "absolute": "!a"}
_ANSWER_LETTERS = {"n": "no", "?": "not said"}
FIRST_LETTERS = {
    "failure": {"n": "none", "t": "technical", "a": "absolute", "?": "not said"},
    "spotter": _ANSWER_LETTERS,
    "safeties": _ANSWER_LETTERS,
    "partner": _ANSWER_LETTERS,
}
"""Letters that choose, where the first letter alone would be another choice."""
HINTS = {
    "drop set": "22.5x6, then > 15x5 for another drop",
    "rest-pause": "clusters: +4 +3",
    "forced": "forced reps: 2",
    "eccentric": "eccentric reps: 3",
}
"""What to type as segments."""


@dataclass(frozen=True, slots=True)
class SetForm:
    """What stands in the form; each key makes a new one."""

    values: dict[str, str]
    """By row: the text, or the choice."""
    row: int = 0
    """The row in hand."""
    is_fresh: bool = True
    """The next character replaces the row's text."""

    @property
    def name(self) -> str:
        """The row in hand."""
        return ROWS[self.row]

    def moved(self, by: int) -> "SetForm":
        """The form with another row in hand; segments only where there is a technique."""
        row = (self.row + by) % len(ROWS)
        if ROWS[row] == "segments" and self.values["past it"] == "none":
            row = (row + (1 if by > 0 else -1)) % len(ROWS)
        return replace(self, row=row, is_fresh=True)

    def with_value(self, name: str, value: str) -> "SetForm":
        """The form with one row changed; RIR and failure follow each other where one is open."""
        values = {**self.values, name: value}
        if name == "past it" and value != "none" and values["rir"] == "?":
            values["rir"] = "0"
        if name == "failure" and value in ("technical", "absolute") and values["rir"] == "?":
            values["rir"] = "0"
        return replace(self, values=values, is_fresh=False)

    def key(self, key: str) -> "SetForm":
        """What the form is after a key."""
        if key in ("up", "shift+tab"):
            return self.moved(-1)
        if key in ("down", "tab"):
            return self.moved(1)
        if self.name in CHOICES:
            return self._chosen(key)
        return self._typed(key)

    def _chosen(self, key: str) -> "SetForm":
        choices = CHOICES[self.name]
        place = choices.index(self.values[self.name])
        if key in ("left", "right", "space", " "):
            step = -1 if key == "left" else 1
            return self.with_value(self.name, choices[(place + step) % len(choices)])
        letters = FIRST_LETTERS.get(self.name, {})
        if key in letters:
            return self.with_value(self.name, letters[key])
        if self.name == "rir":
            return self._rir_typed(key)
        if key.isdecimal() and 0 < int(key) <= len(choices):
            return self.with_value(self.name, choices[int(key) - 1])
        begun = [one for one in choices if one.startswith(key.lower())]
        return self.with_value(self.name, begun[0]) if begun and key.isalpha() else self

    def _rir_typed(self, key: str) -> "SetForm":
        now = self.values["rir"]
        halves = {"1": "1½", "2": "2½", "3": "3½", "4": "4½", "0": "½"}
        if key in (".", ",") and now in halves:
            return self.with_value("rir", halves[now])
        if key == "+" and now == "5":
            return self.with_value("rir", "5+")
        letters = FIRST_LETTERS["failure"]
        if key in letters and key != "?":
            return self.with_value("failure", letters[key])
        return self.with_value("rir", key) if key in RIRS else self

    def _typed(self, key: str) -> "SetForm":
        text = self.values[self.name]
        if key == "backspace":
            return self.with_value(self.name, "" if self.is_fresh else text[:-1])
        if key in ("left", "right", "end", "home"):
            return replace(self, is_fresh=False)
        if len(key) != 1:
            return self
        return self.with_value(self.name, key if self.is_fresh else text + key)

    def line(self) -> str:
        """The form as an entry line."""
        rir = self.values["rir"]
        effort = "?" if rir == "?" else f"@{_decimal(rir)}{TAGS[self.values['failure']]}"
        if rir == "?" and self.values["failure"] != "not said":
            effort = TAGS[self.values["failure"]]
        note = self.values["note"].replace('"', "'")
        load = self.values["load"].replace(" ", "")
        tail = self._tail()
        return f"{load}x{self.values['reps']}{effort}{tail}" + (f' "{note}"' if note else "")

    def _tail(self) -> str:
        text = self.values["segments"].strip()
        technique = self.values["past it"]
        if technique == "drop set":
            return f" > {text.lstrip('> ')}" if text else " > "
        if technique == "rest-pause":
            return " " + " ".join(f"+{one}" for one in text.replace("+", " ").split())
        if technique == "forced":
            return f" forced{text}"
        return f" ecc{text}" if technique == "eccentric" else ""

    def performed(self, unit: Unit, is_bodyweight: bool, zone: str, at: datetime) -> PerformedSet:
        """The set that the form says.

        Raises:
            TrackerError: a field can't be read, or fields contradict each other.
        """
        entry = parse_set(self.line(), unit, is_bodyweight)
        answers = {"not said": None, "yes": True, "no": False}
        safety = Safety(*(answers[self.values[one]] for one in ("spotter", "safeties", "partner")))
        side = None if self.values["side"] == "both" else Side(self.values["side"])
        is_planned = self.values["planned"] == "yes"
        return entry.performed(self._time(zone, at), safety, is_planned, side)

    def _time(self, zone: str, at: datetime) -> datetime:
        text = self.values["time"].strip()
        if text == clock_in_words(at, zone):
            return at
        day = at.astimezone(read_moment(at.isoformat(), zone).tzinfo)
        moment = read_moment(f"{day:%Y-%m-%d} {text}", zone)
        if moment > at:
            # Just after midnight 23:58 was yesterday.
            moment = read_moment(f"{day - timedelta(days=1):%Y-%m-%d} {text}", zone)
            if at - moment > LONG_AGO:
                raise InvalidTime(f"{text} is still to come.", text, "a time of today")
        return moment


def _decimal(rir: str) -> str:
    return rir.replace("½", ".5") if rir != "½" else "0.5"


def form_of(
    draft: PlannedSet, unit: Unit, safety: Safety, is_planned: bool, zone: str, at: datetime
) -> SetForm:
    """The form over a draft: its load and reps, and nothing said of the effort."""
    said = {None: "not said", True: "yes", False: "no"}
    values = {
        "load": _load_text(draft.load, unit),
        "reps": "" if draft.reps is None else str(draft.reps),
        "rir": "?",
        "failure": "not said",
        "past it": "none",
        "segments": "",
        "spotter": said[safety.spotter],
        "safeties": said[safety.safeties],
        "partner": said[safety.partner],
        "planned": "yes" if is_planned else "no",
        "side": "both",
        "time": clock_in_words(at, zone),
        "note": "",
    }
    return SetForm(values, row=ROWS.index("rir") if draft.reps else 0)


def _load_text(load: Load | None, unit: Unit) -> str:
    if load is None:
        return ""
    printed = spelled(Entry(load=load, reps=1, rir=0.0))
    return printed.partition("x")[0].strip() or f"{plain_number(load.value)} {unit}"
