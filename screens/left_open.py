"""A session that was forgotten open: the question about it, and what its answers do."""

from dataclasses import replace

from textual.content import Content

from screens.house import House
from screens.standing_words import short_name
from tracker.forgotten import is_forgotten, last_moment
from tracker.session import Session
from tracker.store import DraftLine
from tracker.when import clock_in_words, distance_in_words, local, moment_in_words


def forgotten_session(house: House) -> Session | None:
    """The open session, where it was silent for so long that it must be asked about."""
    session = house.store.logging.open_session()
    if session is None:
        return None
    line = _line_of(house, session)
    rest_from = line.rest_from if line else None
    return session if is_forgotten(session, house.clock(), rest_from) else None


def _line_of(house: House, session: Session) -> DraftLine | None:
    """What is kept of the live session beside its sets."""
    line = house.store.keeping.draft_line()
    return line if line is not None and line.session_id == session.id else None


def question(house: House, session: Session) -> tuple[Content, ...]:
    """What was left open and since when, the two answers, and what another session does to it."""
    now, line = house.clock(), _line_of(house, session)
    names = [short_name(one.exercise.name) for one in session.blocks if one.sets]
    said = [Content.styled(f"{name_of(session)} is still open. Is it over?", "bold $accent")]
    begun = f"begun {moment_in_words(session.started_at, session.zone)}"
    ago = distance_in_words(last_moment(session), now)
    if session.sets:
        count = "1 set" if len(session.sets) == 1 else f"{len(session.sets)} sets"
        said.append(Content(f"{begun} · {count}, the last at {last_set_time(session)}, {ago}"))
        said.append(Content.styled(", ".join(names), "$quiet"))
    else:
        said.append(Content(f"{begun}, {ago} · no set was logged"))
    if line is not None and line.text:
        said.append(Content(f"`{line.text}` was typed and not logged: c brings it back"))
    another = Content.assemble(
        ("Or start another   ", "bold $foreground"), (_consequence(session), "$quiet")
    )
    return (*said, Content(""), *_answers(session), Content(""), another)


def _answers(session: Session) -> tuple[Content, Content]:
    yes = f"it ended at its last set, {last_set_time(session)}"
    no = "go on with it"
    if not session.sets:
        yes, no = "throw it away", "begin it now"
    return (
        Content.assemble(("Enter", "bold $accent"), f"  {yes}"),
        Content.assemble(("c", "bold $accent"), f"      {no}"),
    )


def _consequence(session: Session) -> str:
    """What becomes of it when another session is started."""
    if not session.sets:
        return f"{name_of(session)} is thrown away then"
    return f"{name_of(session)} ends at its last set then"


def name_of(session: Session) -> str:
    """The session as a sentence begins with it."""
    return session.title or "A session"


def last_set_time(session: Session) -> str:
    """`19:42`, with its day where that is not the day on which the session began."""
    last, zone = last_moment(session), session.zone
    if local(last, zone).date() == local(session.started_at, zone).date():
        return clock_in_words(last, zone)
    return moment_in_words(last, zone)


def end_it(house: House, session: Session) -> str:
    """End a session with its last set, or throw an empty one away; says what was done.

    Raises:
        StoreError: it can't be kept; nothing was changed.
    """
    line = _line_of(house, session)
    if session.sets:
        house.store.logging.finish(session.id, house.clock())
        said = f"{name_of(session)} ended {moment_in_words(last_moment(session), session.zone)}"
    else:
        house.store.logging.discard(session.id)
        said = f"{name_of(session)} is thrown away"
    if line is not None:
        house.store.keeping.keep_draft_line(None)
        said += f", `{line.text}` not logged" if line.text else ""
    house.coach.forget()
    return f"{said}: u takes it back."


def close_open_session(house: House) -> str:
    """Make room for another session, for one is open at a time; says what is worth saying.

    One without a set is thrown away, one that was forgotten ends with its last set. Another one
    is left with its end unsaid: it covers the four hours after its last set.

    Raises:
        StoreError: it can't be kept; nothing was changed.
    """
    logging = house.store.logging
    before = logging.open_session()
    forgotten = forgotten_session(house)
    if forgotten is not None:
        return end_it(house, forgotten)
    if before is not None and before.sets:
        logging.leave(before.id)
    elif before is not None:
        logging.discard(before.id)
    return ""


def go_on_with(house: House, session: Session) -> None:
    """Take a session up again: its rest begins now, and one without a set begins now.

    Raises:
        StoreError: it can't be kept; nothing was changed.
    """
    now, line = house.clock(), _line_of(house, session)
    if not session.sets:
        house.store.editing.change_session(replace(session, started_at=now))
    kept = DraftLine(session.id, line.text if line else "", now)
    house.store.keeping.keep_draft_line(kept)
    house.coach.forget()
