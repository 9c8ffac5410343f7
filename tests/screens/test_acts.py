"""What became of a verdict that was shown before a set."""

from datetime import timedelta

import pytest

from screens.acts import HEEDED, OVERRIDDEN, act_of, gravest, outcome_of
from screens.house import House
from screens.live.desk import Desk
from tracker.entry import Announcement
from tracker.entry_parser import parse_line
from tracker.guidance.advice import Advice, Guidance, Moment, Severity
from tracker.load import Unit
from tracker.naming import resolve
from tracker.session import Block, Session
from tracker.store import Act

CURL = "Preacher Curl (Barbell)"
SQUAT = "Squat (Barbell)"


def started(house: House, name: str, planned: int = 3) -> Desk:
    """A session on one exercise, at the desk."""
    exercise = resolve(name, house.store.catalogue.exercises())
    session = house.store.logging.start(house.clock(), house.zone, "Today")
    house.store.logging.add_block(session.id, Block(exercise, planned_sets=planned))
    desk = Desk(house, session)
    desk.reload()
    return desk


def acts(house: House) -> list[Act]:
    now = house.clock()
    return list(house.store.history.acts(now - timedelta(days=1), now + timedelta(days=1)))


def outcomes(house: House) -> list[str]:
    return [one.outcome for one in acts(house)]


def log(desk: Desk, line: str) -> tuple[Session, int, tuple[int, ...]]:
    block = desk.block
    assert block is not None
    entries = parse_line(line, None, Unit.KG)
    assert not isinstance(entries, Announcement)
    sets = [entry.performed(desk.now()) for entry in entries]
    ids = desk.house.store.logging.log(block.id, sets)
    desk.reload()
    return desk.session, block.id, ids


@pytest.mark.parametrize(
    ("name", "before", "line", "outcome"),
    [
        (SQUAT, "", "100x5@2", HEEDED),
        (SQUAT, "", "100x5!t", OVERRIDDEN),
        (SQUAT, "", "100x5@0", OVERRIDDEN),  # RIR 0 counts as failure
        (SQUAT, "", "100x5@1; 100x5!t", OVERRIDDEN),
        (SQUAT, "", "w60x5; 100x5@1", HEEDED),
        # The last set of an isolation lift, alone: nothing stands against it.
        (CURL, "30x10@2; 30x10@2", "30x9!a", HEEDED),
        # Too early, and past failure: both are advised against.
        (CURL, "", "30x9!a", OVERRIDDEN),
        (CURL, "30x10@2; 30x10@2", "30x9!a > 20x6", OVERRIDDEN),
    ],
)
def test_a_verdict_is_heeded_where_the_set_no_longer_fires_a_rule(
    house: House, name: str, before: str, line: str, outcome: str
) -> None:
    desk = started(house, name)
    if before:
        log(desk, before)
    session, block_id, ids = log(desk, line)
    assert outcome_of(house.coach, house.clock(), session, block_id, ids) == outcome


def test_settings_decide_whether_rir_0_overrode_anything(house: House) -> None:
    house.store.keeping.save_setting("guidance.rir0_counts_as", "none")
    session, block_id, ids = log(started(house, SQUAT), "100x5@0")
    assert outcome_of(house.coach, house.clock(), session, block_id, ids) == HEEDED


def test_only_the_sets_just_logged_are_judged(house: House) -> None:
    desk = started(house, SQUAT)
    log(desk, "100x5!t")
    session, block_id, ids = log(desk, "100x5@3")
    assert outcome_of(house.coach, house.clock(), session, block_id, ids) == HEEDED


def test_an_act_keeps_every_rule_and_the_gravest_of_all_that_fired(house: House) -> None:
    shown = Advice("R35", Severity.INFO, Moment.PLAN, "Good candidate.")
    held_back = Advice("R06", Severity.WARNING, Moment.PLAN, "Over the ration.")
    session = started(house, SQUAT).session
    act = act_of(Guidance((shown,), (held_back, shown)), house.clock(), SQUAT, session)
    assert (act.rules, act.severity, act.outcome) == (("R06", "R35"), "warning", "pending")
    assert act.session_id == session.id
    assert gravest(Guidance()) is Severity.INFO


# -- at the desk -------------------------------------------------------------------------------


def test_one_verdict_is_one_row_with_its_rules(house: House) -> None:
    desk = started(house, SQUAT)
    desk.submit("!")
    (act,) = acts(house)
    assert act.exercise == SQUAT and "R30" in act.rules
    assert (act.severity, act.outcome) == ("stop", "pending")
    desk.submit("!")
    desk.submit("100x5!t")
    assert outcomes(house) == ["overridden"] and acts(house)[0].id == act.id


def test_a_failure_in_place_against_which_nothing_stands_is_no_override(house: House) -> None:
    desk = started(house, CURL)
    desk.submit("30x10@2; 30x10@2")
    desk.submit("!")
    assert desk.announced is not None and desk.announced.is_taken
    desk.submit("30x9!a")
    (act,) = acts(house)
    assert (act.severity, act.outcome) == ("info", "heeded")


def test_failing_out_of_place_without_confirming_is_an_override(house: House) -> None:
    desk = started(house, CURL)
    desk.submit("!")
    assert acts(house)[0].severity == "warning"
    desk.submit("30x9!a")
    assert outcomes(house) == ["overridden"]


def test_calling_a_failure_off_heeds_it_and_the_set_after_it_settles_nothing(house: House) -> None:
    desk = started(house, SQUAT)
    desk.submit("!")
    desk.call_off()
    assert outcomes(house) == ["heeded"]
    desk.submit("100x5!t")
    assert outcomes(house) == ["heeded"]


def test_every_announced_set_has_its_own_row(house: House) -> None:
    desk = started(house, SQUAT)
    for line in ("!", "100x5@2", "!", "!", "100x5!t", "!", "100x4@3"):
        desk.submit(line)
    assert outcomes(house) == ["heeded", "overridden", "heeded"]
