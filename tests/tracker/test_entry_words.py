"""Entries printed, read back in words, and doubted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.entry import Announcement, Draft, Entry
from tracker.entry_parser import parse_line
from tracker.entry_words import ZERO_HINT, doubts, read_back, spelled
from tracker.exercise import Exercise, Measure
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import Segment

DRAFT = Draft(kg("82.5"), 8, 2.0)
BENCH = Exercise(1, "Bench Press (Barbell)")
PULL_UP = Exercise(2, "Pull Up", is_bodyweight=True)
PLANK = Exercise(3, "Plank", measure=Measure.TIME)
RUN = Exercise(4, "Running", measure=Measure.DISTANCE)
HOUR = 3600


def read(text: str, draft: Draft = DRAFT) -> tuple[Entry, ...] | Announcement:
    return parse_line(text, draft, Unit.KG)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2", "82.5kgx8@2"),
        ("6!a", "82.5kgx6!a"),
        ("100x8@0", "100kgx8@0"),
        ("225lbs x 8 rpe9", "225lbx8@1"),
        ("+20x8@1", "+20kgx8@1"),
        ("-15x8@2", "-15kgx8@2"),
        ("bwx12@5+", "bwx12@5+"),
        ("w60x10", "w60kgx10"),
        ("80x10 > 60x6 > x5", "80kgx10!a > 60kgx6 > x5"),
        ("80x10@0 +4 +3", "80kgx10@0 +4 +3"),
        ("80x10a f2", "80kgx10!a forced2"),
        ("20x10/9x2@2", "20kgx10/9x2@2"),
        ("20x45s@2", "20kgx45s@2"),
        ('6 2 -4m "say ""when"""', '82.5kgx6@2 -4m "say ""when"""'),
        ("100x8@0.5t", "100kgx8@0.5!t"),
    ],
)
def test_the_printed_form_is_the_spelled_one(text: str, printed: str) -> None:
    entries = read(text)
    assert not isinstance(entries, Announcement)
    assert [spelled(one) for one in entries] == [printed]


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (Entry(reps=8, rir=2.0), "x8@2"),
        (Entry(), "?"),
        (Entry(seconds=45, failure=FailureType.UNKNOWN), "45s?!"),
        (Entry(kg(80), 8, technique=Technique.DROP), "80kgx8? drop"),
        (
            Entry(kg(80), 8, rir=2.0, failure=FailureType.ABSOLUTE),
            "80kgx8@2!a",
        ),
    ],
)
def test_what_only_an_import_can_hold_prints_too(entry: Entry, printed: str) -> None:
    assert spelled(entry) == printed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2", "82.5 kg × 8, RIR 2"),
        ("t", "82.5 kg × 8, technical failure"),
        ("6a", "82.5 kg × 6, absolute failure"),
        ("!n", "82.5 kg × 8, no reps left, not failed"),
        ("8!", "82.5 kg × 8, failed, kind not said"),
        ("0", f"82.5 kg × 8, RIR 0: {ZERO_HINT}"),
        ("x6@0.5t", "82.5 kg × 6, RIR 0.5, technical failure"),
        ("5+", "82.5 kg × 8, RIR 5 or more"),
        ("?", "82.5 kg × 8, effort not known"),
        ("!", "I mean to fail this set"),
        ("w60x10", "warm-up 60 kg × 10"),
        ("100x8x3@2", "3 sets of 100 kg × 8, RIR 2"),
        ("bwx12@3", "BW × 12, RIR 3"),
        ("x0!a", "82.5 kg × 0, the rep missed, absolute failure"),
        ("10/9 2", "82.5 kg × 10 left, 9 right, RIR 2"),
        ("20x45s", "20 kg × 45 s"),
        ("8a > 60x6 > x5", "82.5 kg × 8, absolute failure, dropped to 60 kg × 6, the same × 5"),
        ("8a +4 +3", "82.5 kg × 8, absolute failure, rest-pause +4 +3"),
        ("8a f1", "82.5 kg × 8, absolute failure, 1 forced rep"),
        ("8a ecc3", "82.5 kg × 8, absolute failure, 3 eccentric reps"),
        ("8a ecc", "82.5 kg × 8, absolute failure, eccentric reps"),
        ('2 -4m "elbow"', "82.5 kg × 8, RIR 2, 4 min ago, “elbow”"),
        ("8 2; 7t", "82.5 kg × 8, RIR 2 · then 82.5 kg × 7, technical failure"),
    ],
)
def test_the_line_is_read_back_in_words(text: str, words: str) -> None:
    assert read_back(read(text)) == words


def test_zero_asks_for_the_kind_of_failure() -> None:
    assert ZERO_HINT == "t form went · a would not move · Enter no clean rep left"


def test_a_set_without_a_load_is_read_back_by_its_reps() -> None:
    assert read_back((Entry(reps=1, rir=2.0),)) == "1 rep, RIR 2"
    assert read_back((Entry(reps=8, rir=2.0),)) == "8 reps, RIR 2"
    assert read_back((Entry(seconds=45),)) == "45 s"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("248x8@2", "248 kg? the draft is 82.5 kg."),
        ("27.4x8@2", "27.4 kg? the draft is 82.5 kg."),
        ("550lbx8@2", "550 lb? the draft is 82.5 kg."),
        ("17 2", "17 reps? the draft is 8."),
        ("5", "5 left? or `5 2`"),
        ("4.5", "4.5 left?"),
        ("5+", "5+ left?"),
    ],
)
def test_a_likely_slip_is_asked_about(text: str, question: str) -> None:
    entries = read(text)
    assert not isinstance(entries, Announcement)
    assert doubts(entries[0], DRAFT) == question


@pytest.mark.parametrize(
    "text", ["247.5x8@2", "27.5x8@2", "16 2", "4", "x8@5", "8 5", "t", "w20x10", "w20x16"]
)
def test_what_is_in_reach_of_the_draft_is_not_doubted(text: str) -> None:
    entries = read(text)
    assert not isinstance(entries, Announcement)
    assert doubts(entries[0], DRAFT) is None


@pytest.mark.parametrize(
    ("draft", "text", "question"),
    [
        (Draft(kg(100), 4, 4.0), "4", "4 left? or `4 4`"),
        (Draft(kg(100), 5), "5", "5 left? or `5 2`"),
        (Draft(kg(100), 6), "5", None),
        (Draft(kg(100), 4, 1.0), "3", None),
        (Draft(kg(100), 8, 0.0), "3", None),
        (Draft(kg(100), 8, 0.0), "4", "4 left? or `4 0`"),
    ],
)
def test_a_lone_digit_is_weighed_against_target_and_reps(
    draft: Draft, text: str, question: str | None
) -> None:
    entries = read(text, draft)
    assert not isinstance(entries, Announcement)
    assert doubts(entries[0], draft) == question


def test_a_bare_load_over_a_signed_draft_is_doubted() -> None:
    draft = Draft(Load(Decimal(20), Unit.KG, LoadKind.ADDED), 8)
    entries = read("25x8@2", draft)
    assert not isinstance(entries, Announcement)
    assert doubts(entries[0], draft) == "25 kg in all? or `+25` added, `-25` assisted"


def test_two_slips_are_both_asked_about_and_no_draft_doubts_nothing() -> None:
    entries = read("400x20@2")
    assert not isinstance(entries, Announcement)
    assert doubts(entries[0], DRAFT) == ("400 kg? the draft is 82.5 kg. 20 reps? the draft is 8.")
    assert doubts(entries[0], None) is None
    assert doubts(entries[0], Draft()) is None


def asked(
    text: str, draft: Draft = DRAFT, exercise: Exercise = BENCH, session_seconds: int | None = None
) -> str | None:
    """What is asked about a line's first entry."""
    entries = parse_line(text, draft, Unit.KG, exercise.is_bodyweight)
    assert not isinstance(entries, Announcement)
    return doubts(entries[0], draft, exercise, session_seconds)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("40x12a > 60x6", "60 kg is more than the 40 kg it drops from."),
        ("80x10a > 60x6 > 70x4", "70 kg is more than the 60 kg it drops from."),
        ("80x10a > x6 > 90x4", "90 kg is more than the 80 kg it drops from."),
        ("80x10a > 200lbx6", "200 lb is more than the 80 kg it drops from."),
        ("80x10a > 60x6 > 45x5", None),
        ("100kgx8a > 220.5lbx4", None),  # the same, converted
        ("80x10a > x5 > x4", None),
    ],
)
def test_a_drop_to_a_heavier_load_is_doubted(text: str, question: str | None) -> None:
    assert asked(text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("+20x5a > +30x3", "+30 kg is more than the +20 kg it drops from."),
        ("+20x5a > bwx5 > -10x4", None),
        ("-20x5a > -10x3", "-10 kg is less help than the -20 kg it drops from."),
        ("-20x5a > bwx3", "BW is less help than the -20 kg it drops from."),
    ],
)
def test_a_drop_is_weighed_on_the_body_s_scale_too(text: str, question: str | None) -> None:
    draft = Draft(Load(Decimal(20), Unit.KG, LoadKind.ADDED), 8)
    assert asked(text, draft, PULL_UP) == question


@pytest.mark.parametrize(
    ("draft", "exercise", "text", "question"),
    [
        (DRAFT, BENCH, "+20x5@1", "+20 kg beside the body? `20` is the load in all."),
        (DRAFT, BENCH, "-12.5x6@1", "-12.5 kg beside the body? `12.5` is the load in all."),
        (Draft(), BENCH, "-20x5@1", "-20 kg beside the body? `20` is the load in all."),
        (Draft(Load(Decimal(20), Unit.KG, LoadKind.ADDED), 5), BENCH, "+20x5@1", None),
        (Draft(bodyweight(), 12), BENCH, "+20x5@1", None),
        (DRAFT, BENCH, "bwx8@2", None),
        (DRAFT, BENCH, "80x5@1", None),
        (Draft(bodyweight(), 8), PULL_UP, "+20x5@1", None),
        (Draft(), PULL_UP, "-20x5@1", None),
        (
            Draft(bodyweight(), 8),
            PULL_UP,
            "25x8@2",
            "25 kg in all? or `+25` added, `-25` assisted",
        ),
        (Draft(), PULL_UP, "25x8@2", "25 kg in all? or `+25` added, `-25` assisted"),
        (Draft(kg(95), 8), PULL_UP, "100x8@2", None),
    ],
)
def test_a_load_that_is_not_of_the_exercise_s_kind_is_doubted(
    draft: Draft, exercise: Exercise, text: str, question: str | None
) -> None:
    assert asked(text, draft, exercise) == question


@pytest.mark.parametrize(
    ("draft", "exercise", "text", "question"),
    [
        (DRAFT, BENCH, "60s@1", "60 s? Bench Press (Barbell) is counted in reps."),
        (Draft(kg(60), seconds=45), BENCH, "60s@1", None),
        (Draft(seconds=45), PLANK, "60s@1", None),
        (Draft(seconds=45), PLANK, "bwx60@1", "60 reps? Plank is counted in time: `60s`."),
        (Draft(bodyweight(), 10), PLANK, "x12@1", None),
        (Draft(), RUN, "bwx30@1", "30 reps? Running is counted in time: `30s`."),
        (Draft(), RUN, "1800s", None),
    ],
)
def test_seconds_for_reps_and_reps_for_seconds_are_doubted(
    draft: Draft, exercise: Exercise, text: str, question: str | None
) -> None:
    assert asked(text, draft, exercise) == question


@pytest.mark.parametrize(
    ("text", "session_seconds", "question"),
    [
        ("2 -400m", HOUR, "400 min ago? The session began 60 min ago."),
        ("2 -61m", HOUR, "61 min ago? The session began 60 min ago."),
        ("2 -60m", HOUR, None),
        ("2 -90m", HOUR + 5, "90 min ago? The session began 60 min ago."),
        ("2 -4m", 30, "4 min ago? The session began 30 s ago."),
        ("2 -241m", None, "241 min ago?"),
        ("2 -241m", 5 * HOUR, "241 min ago?"),
        ("2 -240m", None, None),
        ("2", 0, None),
    ],
)
def test_a_set_of_before_the_session_or_of_hours_ago_is_doubted(
    text: str, session_seconds: int | None, question: str | None
) -> None:
    assert asked(text, session_seconds=session_seconds) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("9 1 > 80x5", "A drop set counts as failure; with 1 left?"),
        ("9 2.5 +4", "Rest-pause counts as failure; with 2.5 left?"),
        ("9 1 f2", "Forced reps count as failure; with 1 left?"),
        ("9 1 ecc", "Eccentric reps count as failure; with 1 left?"),
        ("9 0.5 > 80x5", None),
        ("9 0 > 80x5", None),
        ("9a > 80x5", None),
        ("x9? > 80x5", None),
    ],
)
def test_a_technique_with_a_rep_left_is_doubted(text: str, question: str | None) -> None:
    assert asked(text) == question


def test_without_draft_or_exercise_the_line_s_own_slips_are_asked_about() -> None:
    entry = Entry(kg(40), 12, rir=1.0, technique=Technique.DROP, segments=(Segment(6, kg(60)),))
    assert doubts(entry, None) == (
        "60 kg is more than the 40 kg it drops from. A drop set counts as failure; with 1 left?"
    )


VALUES = st.decimals(0, 2000, places=2)
LOADS = st.just(bodyweight()) | st.builds(
    Load,
    VALUES,
    st.sampled_from(Unit),
    st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED]),
)
REPS = st.integers(1, 999)
CLUSTERS = st.lists(st.builds(Segment, REPS), max_size=4).map(tuple)
DROPS = st.lists(st.builds(Segment, REPS, st.none() | LOADS), max_size=4).map(tuple)
ONE_PART = st.lists(st.builds(Segment, REPS), max_size=1).map(tuple)
PAST_FAILURE = st.one_of(
    st.just((Technique.NONE, ())),
    st.tuples(st.just(Technique.DROP), DROPS),
    st.tuples(st.just(Technique.REST_PAUSE), CLUSTERS),
    st.tuples(st.sampled_from([Technique.FORCED, Technique.ECCENTRIC]), ONE_PART),
)
HALVES = st.integers(0, 10).map(lambda halves: halves / 2)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that the line can say."""
    rir = draw(st.none() | HALVES)
    is_near = rir is None or rir < 1
    failure = draw(st.none() | st.sampled_from(FailureType)) if is_near else None
    technique, segments = draw(PAST_FAILURE)
    is_timed = draw(st.booleans())
    is_failed = failure not in (None, FailureType.NONE)
    reps = draw(st.integers(0 if is_failed else 1, 999))
    is_single = technique is not Technique.NONE or draw(st.booleans())
    return Entry(
        load=draw(st.none() | LOADS if is_timed else LOADS),
        reps=None if is_timed else reps,
        reps_right=None if is_timed else draw(st.none() | REPS),
        rir=rir,
        rir_or_more=rir == 5 and draw(st.booleans()),
        failure=failure,
        technique=technique,
        segments=segments,
        warm_up=draw(st.booleans()),
        note=draw(st.text()),
        seconds=draw(st.integers(1, 86_400)) if is_timed else None,
        times=1 if is_single else draw(st.integers(2, 20)),
        ago_seconds=draw(st.integers(0, 86_400)) if is_single else 0,
    )


@given(entries(), st.sampled_from(Unit))
def test_what_is_printed_reads_back_as_the_same_entry(entry: Entry, unit: Unit) -> None:
    assert parse_line(spelled(entry), None, unit) == (entry,)


@given(st.lists(entries(), min_size=1, max_size=4))
def test_printed_entries_parted_by_semicolons_read_back_as_they_were(several: list[Entry]) -> None:
    line = "; ".join(spelled(one) for one in several)
    assert parse_line(line, None, Unit.KG) == tuple(several)


@given(entries())
def test_every_entry_has_words(entry: Entry) -> None:
    assert read_back((entry,))


@given(entries(), st.sampled_from([DRAFT, Draft(), Draft(lb(45), 5, 0.0)]))
def test_a_printed_entry_means_the_same_over_any_draft(entry: Entry, draft: Draft) -> None:
    if entry.load is not None:
        assert parse_line(spelled(entry), draft, Unit.LB) == (entry,)
