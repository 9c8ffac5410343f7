"""What last time's sets propose, where it is worth a line."""

from screens.live.desk import Desk
from tracker.load import same_load
from tracker.progression import Proposal, propose
from tracker.stretch import stretch_of


def proposal(desk: Desk) -> Proposal | None:
    """What last time's sets propose for the first set at its work load.

    None where that is the draft anyway, and before lighter sets that lead up to it.
    """
    block, settings = desk.block, desk.house.coach.settings
    last = desk.last_time(block) if block else None
    if block is None or last is None or desk.taken is not None:
        return None
    made, draft, stretch = (
        propose(last, settings, desk.now()),
        desk.draft(),
        stretch_of(last, settings),
    )
    worked = stretch.load if stretch else draft.load
    is_begun = any(worked is None or same_load(one.load, worked) for one in block.work_sets)
    if made is None or is_begun or not same_load(draft.load, worked):
        return None
    return None if same_load(made.load, draft.load) and made.reps == draft.reps else made
