"""What the live session offers where an exercise is sought."""

from screens.exercise_search import rank, suggest_swaps
from tracker.exercise import Exercise
from tracker.session import Session
from tracker.store import Catalogue


def offered(
    query: str, swapped: Exercise | None, catalogue: Catalogue, session: Session
) -> list[Exercise]:
    """What the live session offers for a query.

    Args:
        query: What was typed so far.
        swapped: The exercise that another one is sought for: before anything is typed, those come
            first that train the same and ask no more.
        catalogue: What there is to choose from.
        session: The session at hand: what it holds anyway is no stand-in.
    """
    known, recent = catalogue.exercises(), catalogue.usage()
    if swapped is None or query.strip():
        return rank(query, known, recent)
    return suggest_swaps(swapped, known, recent, [one.exercise for one in session.blocks])
