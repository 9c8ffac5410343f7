"""The ledger: counted once, and never otherwise than counted anew."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.guidance.budget import budget
from tracker.guidance.ledger import Ledger
from tracker.guidance.ration import events_of, ration
from tracker.guidance.recovery import clocks
from tracker.guidance.situation import Facts
from tracker.profile import Profile
from tracker.settings import Settings

DEFAULTS = Settings()
LIFTS = st.sampled_from(
    ["Preacher Curl (Dumbbell)", "Squat (Barbell)", "Pec Deck (Machine)", "Leg Press"]
)
SPECS = st.sampled_from(["60x10a", "60x10t", "60x10@0", "60x10!", "60x10ad2", "60x10@2", "w60x10"])
LOGS = st.lists(st.tuples(LIFTS, SPECS, st.integers(-40, 700), st.integers(1, 9)), max_size=12)
patient = settings(deadline=None)


def _failures(gym, log):
    return [gym.past(name, spec, hours=hours, session=one) for name, spec, hours, one in log]


@patient
@given(LOGS, LOGS, st.integers(-40, 700))
def test_two_ledgers_together_are_one_of_both(gym, log, more, hours):
    first, second = _failures(gym, log), _failures(gym, more)
    now = gym.now - timedelta(hours=hours)
    both = Ledger.of(first, DEFAULTS).with_more(Ledger.of(second, DEFAULTS)).until(now)
    known = [one for one in (*first, *second) if one.performed.at <= now]
    profile = Profile()
    assert both.events == events_of(known, DEFAULTS)
    assert both.ration(now, DEFAULTS) == ration(known, now, DEFAULTS)
    counted = budget(known, now, profile, DEFAULTS)
    assert both.budget(now, profile, DEFAULTS) == counted
    assert both.budget_in_all(now, profile, DEFAULTS).used == counted.used
    assert both.clocks(now, profile, DEFAULTS) == clocks(known, now, DEFAULTS, profile)


@patient
@given(LOGS, st.randoms())
def test_the_order_of_the_log_does_not_matter(gym, log, random):
    failures = _failures(gym, log)
    shuffled = list(failures)
    random.shuffle(shuffled)
    one, other = Ledger.of(failures, DEFAULTS), Ledger.of(shuffled, DEFAULTS)
    for hours in (0, 1, 47, 335, 336):
        now = gym.now - timedelta(hours=hours)
        first, second = one.until(now), other.until(now)
        assert first.ration(now, DEFAULTS).used == second.ration(now, DEFAULTS).used
        used = [led.budget(now, Profile(), DEFAULTS).used for led in (first, second)]
        assert used[0] == used[1]
        assert first.clocks(now, Profile(), DEFAULTS) == second.clocks(now, Profile(), DEFAULTS)


def test_facts_count_once_for_each_way_of_counting(gym):
    facts = Facts((gym.past("Leg Press", "60x10@0", hours=5),))
    strict = DEFAULTS.with_value("guidance.rir0_counts_as", "none")
    assert facts.ledger(DEFAULTS) is facts.ledger(DEFAULTS.with_value("ration.total_max", 9))
    assert len(facts.ledger(DEFAULTS).sets) == 1 and not facts.ledger(strict).sets
    seen_from_a_lift = facts.about(None, None, ())
    assert seen_from_a_lift == facts
    assert seen_from_a_lift.ledger(DEFAULTS) is facts.ledger(DEFAULTS)


def test_a_ledger_without_anything_new_stays_the_same_value(gym):
    ledger = Ledger.of([gym.past("Leg Press", hours=5)], DEFAULTS)
    assert ledger.until(gym.now) is ledger
    assert ledger.with_more(Ledger()) is ledger and Ledger().with_more(ledger) is ledger
