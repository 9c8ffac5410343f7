"""The grammar of the entry line: what it reads, what it refuses, and that it never breaks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.effort import FailureType, Technique
from tracker.entry import Announcement, ContradictoryEntry, Draft, Entry
from tracker.entry_parser import parse_line, parse_set
from tracker.entry_words import doubts, read_back, spelled
from tracker.errors import TrackerError, UnreadableEntry
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import Segment

DRAFT = Draft(kg("82.5"), 8, 2.0)
TECHNICAL, ABSOLUTE = FailureType.TECHNICAL, FailureType.ABSOLUTE
NOT_FAILED, UNKNOWN = FailureType.NONE, FailureType.UNKNOWN


def added(value: str) -> Load:
    return Load(Decimal(value), Unit.KG, LoadKind.ADDED)


def assisted(value: str) -> Load:
    return Load(Decimal(value), Unit.KG, LoadKind.ASSISTED)


def at_draft(**said: object) -> Entry:
    return Entry(**{"load": kg("82.5"), "reps": 8, **said})  # pyright: ignore


OVER_A_DRAFT = [
    ("2", at_draft(rir=2)),
    ("0", at_draft(rir=0)),
    ("1.5", at_draft(rir=1.5)),
    ("1,5", at_draft(rir=1.5)),
    ("5", at_draft(rir=5)),
    ("5+", at_draft(rir=5, rir_or_more=True)),
    ("6 2", at_draft(reps=6, rir=2)),
    ("  6   2 ", at_draft(reps=6, rir=2)),
    ("6 5+", at_draft(reps=6, rir=5, rir_or_more=True)),
    ("100 6 2", Entry(kg(100), 6, rir=2)),
    ("100kg 6 2", Entry(kg(100), 6, rir=2)),
    ("+20 8 1", Entry(added("20"), 8, rir=1)),
    ("62,5 6 2", Entry(kg("62.5"), 6, rir=2)),
    ("t", at_draft(rir=0, failure=TECHNICAL)),
    ("T", at_draft(rir=0, failure=TECHNICAL)),
    ("!t", at_draft(rir=0, failure=TECHNICAL)),
    ("a", at_draft(rir=0, failure=ABSOLUTE)),
    ("!n", at_draft(rir=0, failure=NOT_FAILED)),
    ("0!", at_draft(rir=0, failure=UNKNOWN)),
    ("6t", at_draft(reps=6, rir=0, failure=TECHNICAL)),
    ("6 t", at_draft(reps=6, rir=0, failure=TECHNICAL)),
    ("6!a", at_draft(reps=6, rir=0, failure=ABSOLUTE)),
    ("6!", at_draft(reps=6, rir=0, failure=UNKNOWN)),
    ("6!n", at_draft(reps=6, rir=0, failure=NOT_FAILED)),
    ("0t", at_draft(rir=0, failure=TECHNICAL)),
    ("6 0t", at_draft(reps=6, rir=0, failure=TECHNICAL)),
    ("12t", at_draft(reps=12, rir=0, failure=TECHNICAL)),
    ("100 6a", Entry(kg(100), 6, rir=0, failure=ABSOLUTE)),
    ("6 2t", Entry(kg(6), 2, rir=0, failure=TECHNICAL)),
    ("100 6 0a", Entry(kg(100), 6, rir=0, failure=ABSOLUTE)),
    ("100 6 0.5a", Entry(kg(100), 6, rir=0.5, failure=ABSOLUTE)),
    ("x6@2", at_draft(reps=6, rir=2)),
    ("x6t", at_draft(reps=6, rir=0, failure=TECHNICAL)),
    ("@2", at_draft(rir=2)),
    ("@0!a", at_draft(rir=0, failure=ABSOLUTE)),
    ("rpe8", at_draft(rir=2)),
    ("RPE 8.5", at_draft(rir=1.5)),
    ("?", at_draft()),
    ("@?", at_draft()),
    ("w", at_draft(warm_up=True)),
    ("wx10", at_draft(reps=10, warm_up=True)),
    ("w2", at_draft(rir=2, warm_up=True)),
    ("10/9 2", at_draft(reps=10, reps_right=9, rir=2)),
    ("10/9t", at_draft(reps=10, reps_right=9, rir=0, failure=TECHNICAL)),
    ("2 > 60x6", at_draft(rir=2, technique=Technique.DROP, segments=(Segment(6, kg(60)),))),
    (
        "6a +4 +3",
        at_draft(
            reps=6,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.REST_PAUSE,
            segments=(Segment(4), Segment(3)),
        ),
    ),
    ('t "left elbow"', at_draft(rir=0, failure=TECHNICAL, note="left elbow")),
    ("2 -4m", at_draft(rir=2, ago_seconds=240)),
    ("45s", Entry(kg("82.5"), seconds=45)),
]

COMPLETE = [
    ("100x8@2", Entry(kg(100), 8, rir=2)),
    ("100 x 8 @ 2", Entry(kg(100), 8, rir=2)),
    ("100X8@2", Entry(kg(100), 8, rir=2)),
    ("100×8@2", Entry(kg(100), 8, rir=2)),
    ("100 8 2", Entry(kg(100), 8, rir=2)),
    ("100x8@1.5", Entry(kg(100), 8, rir=1.5)),
    ("100x8@5+", Entry(kg(100), 8, rir=5, rir_or_more=True)),
    ("100kg x 8@2", Entry(kg(100), 8, rir=2)),
    ("225lb x 8@2", Entry(lb(225), 8, rir=2)),
    ("225LBSx8@2", Entry(lb(225), 8, rir=2)),
    ("62,5x8@2", Entry(kg("62.5"), 8, rir=2)),
    ("62,5kgx8@2", Entry(kg("62.5"), 8, rir=2)),
    ("62,25x8@2", Entry(kg("62.25"), 8, rir=2)),
    ("62.500x8@2", Entry(kg("62.5"), 8, rir=2)),
    ("+20x8@1", Entry(added("20"), 8, rir=1)),
    ("-15x8@2", Entry(assisted("15"), 8, rir=2)),
    ("-15 8 2", Entry(assisted("15"), 8, rir=2)),
    ("bwx12@3", Entry(bodyweight(), 12, rir=3)),
    ("BW x 12@3", Entry(bodyweight(), 12, rir=3)),
    ("100x8 rpe8", Entry(kg(100), 8, rir=2)),
    ("100x8rpe9,5", Entry(kg(100), 8, rir=0.5)),
    ("100x8?", Entry(kg(100), 8)),
    ("100x8 @?", Entry(kg(100), 8)),
    ("100x8?!a", Entry(kg(100), 8, failure=ABSOLUTE)),
    ("100x8!", Entry(kg(100), 8, rir=0, failure=UNKNOWN)),
    ("100x8!n", Entry(kg(100), 8, rir=0, failure=NOT_FAILED)),
    ("100x8@0", Entry(kg(100), 8, rir=0)),
    ("100x8@0.5t", Entry(kg(100), 8, rir=0.5, failure=TECHNICAL)),
    ("100x0!a", Entry(kg(100), 0, rir=0, failure=ABSOLUTE)),
    ("100x0!", Entry(kg(100), 0, rir=0, failure=UNKNOWN)),
    ("100x8x3@2", Entry(kg(100), 8, rir=2, times=3)),
    ("100x8 x3 @2", Entry(kg(100), 8, rir=2, times=3)),
    ('100x8x3@2 "easy"', Entry(kg(100), 8, rir=2, times=3, note="easy")),
    ("w60x10", Entry(kg(60), 10, warm_up=True)),
    ("W 60 x 10", Entry(kg(60), 10, warm_up=True)),
    ("w60x10@5", Entry(kg(60), 10, rir=5, warm_up=True)),
    ("wbwx10", Entry(bodyweight(), 10, warm_up=True)),
    (
        "80x10!a > 60x6 > 45x5",
        Entry(
            kg(80),
            10,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.DROP,
            segments=(Segment(6, kg(60)), Segment(5, kg(45))),
        ),
    ),
    (
        "80lb x10t>60x6 > x4",
        Entry(
            lb(80),
            10,
            rir=0,
            failure=TECHNICAL,
            technique=Technique.DROP,
            segments=(Segment(6, lb(60)), Segment(4)),
        ),
    ),
    (
        "80x10 > 60x6",
        Entry(
            kg(80),
            10,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.DROP,
            segments=(Segment(6, kg(60)),),
        ),
    ),
    (
        "+20x8a > bwx5",
        Entry(
            added("20"),
            8,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.DROP,
            segments=(Segment(5, bodyweight()),),
        ),
    ),
    (
        "80x10@0 +4 +3",
        Entry(kg(80), 10, rir=0, technique=Technique.REST_PAUSE, segments=(Segment(4), Segment(3))),
    ),
    (
        "80x10@5+ +4",
        Entry(
            kg(80),
            10,
            rir=5,
            rir_or_more=True,
            technique=Technique.REST_PAUSE,
            segments=(Segment(4),),
        ),
    ),
    (
        "80x10!a forced2",
        Entry(
            kg(80),
            10,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.FORCED,
            segments=(Segment(2),),
        ),
    ),
    (
        "80x10 f2",
        Entry(
            kg(80),
            10,
            rir=0,
            failure=ABSOLUTE,
            technique=Technique.FORCED,
            segments=(Segment(2),),
        ),
    ),
    (
        "80x10? ecc3",
        Entry(kg(80), 10, technique=Technique.ECCENTRIC, segments=(Segment(3),)),
    ),
    ("80x10@0 drop", Entry(kg(80), 10, rir=0, technique=Technique.DROP)),
    ('100x8@2 "left elbow"', Entry(kg(100), 8, rir=2, note="left elbow")),
    ('100x8@2 "say ""when"""', Entry(kg(100), 8, rir=2, note='say "when"')),
    ('100x8@2 "a; b > c"', Entry(kg(100), 8, rir=2, note="a; b > c")),
    ("100x8@2 -4m", Entry(kg(100), 8, rir=2, ago_seconds=240)),
    ('100x8@2 -90s "x"', Entry(kg(100), 8, rir=2, ago_seconds=90, note="x")),
    ("100x8@2 -1h", Entry(kg(100), 8, rir=2, ago_seconds=3600)),
    ("20x10/9@2", Entry(kg(20), 10, reps_right=9, rir=2)),
    ("45s", Entry(seconds=45)),
    ("45s 2", Entry(seconds=45, rir=2)),
    ("45s@2", Entry(seconds=45, rir=2)),
    ("45s t", Entry(seconds=45, rir=0, failure=TECHNICAL)),
    ("20kg x 45s", Entry(kg(20), seconds=45)),
    ("20kg x 45s x2", Entry(kg(20), seconds=45, times=2)),
    ("45sx2@3", Entry(seconds=45, times=2, rir=3)),
]

REFUSED = [
    ("", "", "Here a set belongs"),
    ("   ", "", "Here a set belongs"),
    ("12", "", "reps or RIR?"),
    ("6", "", "reps or RIR?"),
    ("0.3", "", "RIR is 0 to 5 in halves"),
    ("4+", "", "5 alone"),
    ("6 7", "6", "RIR is 0 to 5 in halves"),
    ("6 2 1 1", "6 2 1", "three numbers"),
    ("62.5kg", "", "a load needs reps and effort"),
    ("+20", "", "a load needs reps and effort"),
    ("100 +8 2", "", "reps or RIR?"),
    ("6.5 2", "", "whole"),
    ("10/9", "", "how many were left"),
    ("100x8", "100x8", "100x8@2, or 100x8?"),
    ('100x8 "note"', "100x8", "100x8@2, or 100x8?"),
    ("100x", "100x", "how many reps"),
    ("100x8.5@2", "100x", "Whole ones"),
    ("100x8@", "100x8@", "how many reps were left"),
    ("100x8@7", "100x8@", "RIR is 0 to 5"),
    ("100x8@1.25", "100x8@", "RIR is 0 to 5"),
    ("100x8@3+", "100x8@", "5+"),
    ("100x8 rpe4.5", "100x8", "RPE is 5 to 10"),
    ("100x8 rpe11", "100x8", "RPE is 5 to 10"),
    ("100x8 rpe8.3", "100x8", "RPE is 5 to 10"),
    ("1,000x5@2", "", "comma"),
    ("62,500kgx5@2", "", "62.500 or 62500"),
    ("100x0@0", "", "x0 and a tag"),
    ("100x0?", "", "x0 and a tag"),
    ("100x0!n", "", "x0 and a tag"),
    ("0 0t", "", "x0 and a tag"),
    ("0 2", "", "x0 and a tag"),
    ("100x8x0@2", "100x8", "no sets"),
    ("100x8x21@2", "100x8", "20 at most"),
    ("100x8x3@2 +4", "100x8x3@2", "alike"),
    ("100x8x3@0 > 60x6", "100x8x3@0", "alike"),
    ("100x8x3@2 -4m", "100x8x3@2", "alike"),
    ("> 60x6", "", "`e` edits the last set"),
    ("100x8a > 60", "100x8a >", "a drop is load and reps"),
    ("100x8a > 60x0", "100x8a >", "one or more reps"),
    ("100x8a +0", "100x8a", "no reps at all"),
    ("100x8a > 60x6 +4", "100x8a > 60x6", "one technique"),
    ("100x8a f2 f3", "100x8a f2", "one technique"),
    ("100x8@2 -0m", "100x8@2", "how long ago"),
    ("100x8@2 -25h", "100x8@2", "how long ago"),
    ("100x8@2 -4m -5m", "100x8@2 -4m", "how long ago"),
    ('100x8@2 "left', '100x8@2 "', "close the note"),
    ("100x8@2 slow", "100x8@2", "stuck at `slow`"),
    ("100x8@2+4", "100x8@", "5+"),
    ("5@2", "5", "as in x8@2"),
    ("100x8ta", "100x8", "stuck at `ta`"),
    ("100kgs x8@2", "", "reps or RIR?"),
    ("time", "", "begins with"),
    ("100x8@2;;100x8@1", "100x8@2;", "begins with"),
    ("2; !", "2;", "alone on its line"),
    ("! 2", "", "alone on its line"),
    ("0s", "", "no time at all"),
    ("99999s", "", "seconds"),
    ("1000x1000@2", "1000x", "999 at most"),
    ("100000x1@2", "", "more than anyone lifts"),
    ("１００x8@2", "", "begins with"),
    ("ſ", "", "begins with"),
]


def read(text: str, draft: Draft | None = DRAFT, is_bodyweight: bool = False) -> Entry:
    entries = parse_line(text, draft, Unit.KG, is_bodyweight)
    assert not isinstance(entries, Announcement)
    (entry,) = entries
    return entry


@pytest.mark.parametrize(("text", "expected"), OVER_A_DRAFT)
def test_over_a_draft_the_line_says_what_differs(text: str, expected: Entry) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), COMPLETE)
def test_a_complete_line_needs_no_draft(text: str, expected: Entry) -> None:
    assert read(text, None) == expected
    assert parse_set(text, Unit.KG) == expected


@pytest.mark.parametrize(("text", "how_far", "why"), REFUSED)
def test_what_cannot_be_read_is_refused_saying_how_far_it_read(
    text: str, how_far: str, why: str
) -> None:
    with pytest.raises(UnreadableEntry) as refusal:
        parse_line(text, DRAFT, Unit.KG)
    assert refusal.value.read == how_far
    assert why in str(refusal.value)
    assert refusal.value.expected


@pytest.mark.parametrize("text", ["2", "t", "6 2", "6t", "x6@2", "@2", "?", "w", "wx10", "x45s"])
def test_without_a_draft_what_needs_one_is_refused(text: str) -> None:
    with pytest.raises(UnreadableEntry, match="No planned set"):
        parse_line(text, None, Unit.KG)


@pytest.mark.parametrize("text", ["2", "6 2", "x6@2"])
def test_an_empty_draft_gives_no_load(text: str) -> None:
    with pytest.raises(UnreadableEntry, match="No planned set"):
        parse_line(text, Draft(), Unit.KG)


@pytest.mark.parametrize("text", ["100x8@1t", "100x8@2!a", "100 6 2t", "6 x 3 @ 1 !n"])
def test_a_tag_beside_reps_left_asks_which_one_holds(text: str) -> None:
    with pytest.raises(ContradictoryEntry, match="which one") as question:
        parse_line(text, DRAFT, Unit.KG)
    reps_left, failed = (read(one) for one in question.value.candidates)
    assert reps_left.failure is None and reps_left.rir is not None and reps_left.rir >= 1
    assert failed.failure is not None and failed.rir == 0


def test_the_question_keeps_the_rest_of_the_line() -> None:
    with pytest.raises(ContradictoryEntry) as question:
        parse_line("8 2; 8 x 8@1t; 7 1", DRAFT, Unit.KG)
    assert question.value.read == "8 x 8@1t"
    assert question.value.candidates == ("8 2; 8kgx8@1; 7 1", "8 2; 8kgx8!t; 7 1")


def test_an_exclamation_mark_alone_announces_a_failure() -> None:
    assert parse_line(" ! ", DRAFT, Unit.KG) == Announcement()
    with pytest.raises(UnreadableEntry, match="announces"):
        parse_set("!", Unit.KG)


def test_several_entries_stand_over_the_same_draft() -> None:
    assert parse_line("8 2; 7 1;", DRAFT, Unit.KG) == (read("8 2"), read("7 1"))


def test_a_load_said_holds_for_the_rest_of_the_line_warm_ups_apart() -> None:
    line = parse_line("w40x5; 100 8 2; wx3; 7 1", DRAFT, Unit.KG)
    assert not isinstance(line, Announcement)
    assert [str(one.load) for one in line] == ["40 kg", "100 kg", "40 kg", "100 kg"]


def test_without_a_draft_no_load_is_carried_on() -> None:
    with pytest.raises(UnreadableEntry, match="No planned set"):
        parse_line("100x8@2; x7@1", None, Unit.KG)


def test_an_argument_is_one_set() -> None:
    with pytest.raises(UnreadableEntry, match="2 sets"):
        parse_set("100x8@2; 100x7@1", Unit.KG)


def test_x12_means_the_body_only_for_its_exercises() -> None:
    assert read("x12@3", None, is_bodyweight=True) == Entry(bodyweight(), 12, rir=3)
    assert read("12 3", Draft(), is_bodyweight=True) == Entry(bodyweight(), 12, rir=3)
    assert read("x12@3", Draft(added("10")), is_bodyweight=True).load == added("10")
    with pytest.raises(UnreadableEntry):
        read("12 3", None, is_bodyweight=True)


def test_a_bare_number_is_in_the_drafts_unit_as_it_stands_on_screen() -> None:
    assert read("230x5@1", Draft(lb(225), 5)).load == lb(230)
    assert read("230x5@1", Draft()).load == kg(230)


def test_a_timed_draft_gives_its_duration() -> None:
    assert read("2", Draft(seconds=60)) == Entry(seconds=60, rir=2)
    with pytest.raises(UnreadableEntry, match="what load"):
        read("10 2", Draft(seconds=60))


def test_one_number_is_marked_for_the_doubt() -> None:
    assert read("5").is_lone_number
    assert not read("5 2").is_lone_number
    assert not read("x8@5").is_lone_number
    assert not read("5t").is_lone_number


TEXTS = st.text() | st.text(alphabet="0123456789xwtan!@?>+-.,/\" kglbrpefocds;;'×\n", max_size=24)
DRAFTS = st.sampled_from([None, Draft(), DRAFT, Draft(seconds=30), Draft(bodyweight(), 12, 3.0)])


@given(TEXTS, DRAFTS, st.sampled_from(Unit), st.booleans())
def test_any_text_is_read_or_refused_in_words(
    text: str, draft: Draft | None, unit: Unit, is_bodyweight: bool
) -> None:
    try:
        entries = parse_line(text, draft, unit, is_bodyweight)
    except TrackerError as error:
        assert str(error)
        return
    assert read_back(entries)
    if isinstance(entries, Announcement):
        return
    for entry in entries:
        doubts(entry, draft)
        is_bare = entry.load is None and entry.reps is not None
        assert is_bare or parse_line(spelled(entry), None, unit) == (entry,)


PIECE_WORDS = [
    "100",
    "8",
    "2",
    "5+",
    "x",
    "@",
    "@2",
    "@?",
    "?",
    "rpe8",
    "t",
    "!a",
    "!n",
    "!",
    "w",
    "bw",
    "kg",
    "lb",
    "+4",
    ">",
    "60x6",
    "x6",
    "x3",
    "forced2",
    "ecc3",
    "f2",
    "-4m",
    ";",
    "45s",
    "10/9",
    "62,5",
    "1,000",
    "-15",
    "+20",
    "0",
    "drop",
    '"note"',
]
PIECES = st.lists(
    st.sampled_from(PIECE_WORDS),
    max_size=8,
)


@given(PIECES, st.sampled_from(["", " "]), DRAFTS)
def test_any_heap_of_pieces_is_read_or_refused_in_words(
    pieces: list[str], between: str, draft: Draft | None
) -> None:
    text = between.join(pieces)
    try:
        entries = parse_line(text, draft, Unit.KG)
    except TrackerError as error:
        assert str(error)
        return
    if not isinstance(entries, Announcement):
        for entry in entries:
            assert parse_line(spelled(entry), None, Unit.KG) == (entry,)


@pytest.mark.parametrize("piece", ["9", " ", "x", "100x8@2;", '"', " +4", "w", " > 60x6", '""'])
def test_very_long_lines_neither_recurse_nor_stall(piece: str) -> None:
    for front in ("", "100x8@0", '100x8@0 "'):
        with pytest.raises(UnreadableEntry):
            parse_line(front + piece * 20_000 + "§", DRAFT, Unit.KG)
