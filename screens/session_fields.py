"""What the fields of a session's own row take: title, start, end, body weight, note."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from tracker.errors import InvalidSet, InvalidTime, TrackerError
from tracker.load import Load, Unit
from tracker.session import Session
from tracker.when import (
    clock_in_words,
    day_in_words,
    instant,
    local,
    long_day_in_words,
    read_day,
    read_moment,
)
from widgets.cell_typing import MOST_NOTE
from widgets.columns import one_line
from widgets.grid_rows import HeadField
from widgets.set_cells import TEXT_HINT

START_HINT = "2026-11-21 18:02 · 18:02 · mon 18:02 · yesterday · -3"
"""What fits where a session starts."""
END_HINT = "19:04 · 2026-11-21 19:04 · - not known"
"""What fits where a session ends."""
WEIGHT_HINT = "82 · 82,5 kg · 181 lb · - not said"
"""What fits where the body's weight stands."""
LONGEST = timedelta(hours=24)
"""A visit ends within a day."""
MOST_TITLE = 120
"""Longer titles are refused."""

HEAD_HINTS = {
    HeadField.TITLE: TEXT_HINT,
    HeadField.START: START_HINT,
    HeadField.END: END_HINT,
    HeadField.BODY_WEIGHT: WEIGHT_HINT,
    HeadField.NOTE: TEXT_HINT,
}
"""What fits into each field."""

_WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]+\d", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})", re.ASCII)
_WEIGHT = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<unit>kg|lbs?)?", re.IGNORECASE)
_NOTHING = ("", "-")


def head_source(session: Session, field: HeadField) -> str:
    """The text with which a field is edited."""
    if field is HeadField.TITLE:
        return one_line(session.title)
    if field is HeadField.NOTE:
        return one_line(session.note)
    if field is HeadField.BODY_WEIGHT:
        return str(session.body_weight or "")
    moment = session.started_at if field is HeadField.START else session.ended_at
    return "" if moment is None else f"{local(moment, session.zone):%Y-%m-%d %H:%M}"


def head_changed(
    session: Session, field: HeadField, text: str, now: datetime, unit: Unit
) -> tuple[Session, str]:
    """The session with a field changed, and the change in words.

    Raises:
        TrackerError: the text does not fit.
    """
    typed = text.strip()
    if field is HeadField.START:
        return _started(session, typed, now)
    if field is HeadField.END:
        return _ended(session, typed, now)
    if field is HeadField.BODY_WEIGHT:
        return _weighed(session, typed, unit)
    most = MOST_TITLE if field is HeadField.TITLE else MOST_NOTE
    if len(typed) > most:
        raise InvalidSet(f"The {field.value} has {len(typed)} letters; {most} fit.", text)
    if typed == head_source(session, field):
        return session, ""
    if field is HeadField.TITLE:
        return replace(session, title=typed), f"title {_said(session.title)} → {_said(typed)}"
    return replace(session, note=typed), f"note {_said(session.note)} → {_said(typed)}"


def _said(text: str) -> str:
    return f"“{one_line(text)}”" if text else "nothing"


def _in_words(moment: datetime | None, zone: str) -> str:
    if moment is None:
        return "not known"
    return f"{long_day_in_words(local(moment, zone).date())} {clock_in_words(moment, zone)}"


def _moment(text: str, around: datetime, zone: str, now: datetime) -> datetime:
    """The moment typed: a whole one, a day at the same time of day, or a time of the same day."""
    if not text:
        raise InvalidTime(f"Nothing was typed. What fits: {START_HINT}", text)
    here = local(around, zone)
    match = _CLOCK.search(text)
    if _WHOLE.match(text):
        return read_moment(text, zone)
    day_text = text if match is None else text[: match.start()].strip()
    day = read_day(day_text, local(now, zone).date()) if day_text else here.date()
    clock = here.time().replace(microsecond=0)
    if match is not None:
        if match.end() != len(text) or int(match["hour"]) > 23 or int(match["minute"]) > 59:
            raise InvalidTime(f"There is no time “{text}”. What fits: {START_HINT}", text)
        clock = clock.replace(hour=int(match["hour"]), minute=int(match["minute"]), second=0)
    return instant(datetime.combine(day, clock), zone)


def _started(session: Session, text: str, now: datetime) -> tuple[Session, str]:
    try:
        start = _moment(text, session.started_at, session.zone, now)
    except TrackerError:
        raise InvalidTime(f"“{text}” is no start. What fits: {START_HINT}", text) from None
    if start > now:
        day = day_in_words(local(start, session.zone).date())
        raise InvalidTime(f"{day} {clock_in_words(start, session.zone)} still lies ahead.", text)
    shift = start - session.started_at
    end = None if session.ended_at is None else session.ended_at + shift
    is_time_known = session.is_time_known or _CLOCK.search(text) is not None
    moved = replace(session, started_at=start, ended_at=end, is_time_known=is_time_known)
    before, after = (_in_words(one, session.zone) for one in (session.started_at, start))
    return moved, f"start {before} → {after}"


def _ended(session: Session, text: str, now: datetime) -> tuple[Session, str]:
    before = _in_words(session.ended_at, session.zone)
    if session.is_open:
        raise InvalidTime("The session is still running: `f` there finishes it.", text)
    if text in _NOTHING:
        return replace(session, ended_at=None), f"end {before} → not known"
    try:
        end = _moment(text, session.started_at, session.zone, now)
    except TrackerError:
        raise InvalidTime(f"“{text}” is no end. What fits: {END_HINT}", text) from None
    if end < session.started_at and _CLOCK.fullmatch(text):
        end += timedelta(days=1)
    if not session.started_at <= end <= session.started_at + LONGEST or end > now:
        raise InvalidTime(
            f"It can't end {_in_words(end, session.zone)}: a session ends after it began, "
            "within a day, and not ahead of now.",
            text,
        )
    return replace(session, ended_at=end), f"end {before} → {_in_words(end, session.zone)}"


def _weighed(session: Session, text: str, unit: Unit) -> tuple[Session, str]:
    before = str(session.body_weight or "not said")
    if text in _NOTHING:
        return replace(session, body_weight=None), f"body weight {before} → not said"
    match = _WEIGHT.fullmatch(text)
    said = (match["unit"] or "").lower() if match else ""
    if said:
        unit = Unit.KG if said == "kg" else Unit.LB
    weight = Load(Decimal(match["number"].replace(",", ".")), unit) if match else None
    if weight is None or not 20_000 <= weight.grams <= 400_000:
        raise InvalidSet(f"“{text}” is no body weight. What fits: {WEIGHT_HINT}", text)
    return replace(session, body_weight=weight), f"body weight {before} → {weight}"
