"""Strong's exports, dialect by dialect, against values worked out by hand."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.importing.reading import read_log
from tracker.effort import FailureType, Technique
from tracker.errors import UnknownUnit
from tracker.imported import ImportedLog, ImportedSet
from tracker.load import Load, Unit, converted, kg, lb
from tracker.performed import PerformedSet, Segment

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n"
)


def read(name: str, unit: Unit | None = Unit.KG, zone: str = "UTC") -> ImportedLog:
    return read_log(FIXTURES / name, unit=unit, zone=zone)


def sets_of(log: ImportedLog) -> list[PerformedSet]:
    return [
        one.performed for session in log.sessions for block in session.blocks for one in block.sets
    ]


@pytest.mark.parametrize(
    ("file", "dialect", "rows", "sets", "pseudo_rows", "has_tags"),
    [
        ("strong-s0a.csv", "S0", 3, 3, 0, False),
        ("strong-s0c.csv", "S0c", 2, 2, 0, False),
        ("strong-s1.csv", "S1", 7, 7, 0, False),
        ("strong-s1-tags.csv", "S1", 6, 3, 1, True),
        ("strong-s1-10.csv", "S1-10", 2, 2, 0, True),
        ("strong-s1-fr.csv", "S1", 2, 2, 0, False),
        ("strong-s1-de.csv", "S1", 2, 2, 0, False),
        ("strong-s1-zh.csv", "S1", 2, 2, 0, False),
        ("strong-s2-14.csv", "S2-14", 5, 5, 0, False),
        ("strong-s2-headless.csv", "S2-14", 5, 5, 0, False),
        ("strong-s2-before.csv", "S2-14", 5, 5, 0, False),
        ("strong-s3-after.csv", "S3", 7, 4, 2, True),
    ],
)
def test_each_dialect_is_told_and_each_row_accounted_for(
    file: str, dialect: str, rows: int, sets: int, pseudo_rows: int, has_tags: bool
) -> None:
    log = read(file)
    assert (log.dialect, log.rows, log.sets, log.pseudo_rows) == (dialect, rows, sets, pseudo_rows)
    assert log.has_tags is has_tags
    assert log.skipped == ()
    assert log.rows == log.set_rows + log.pseudo_rows


def test_the_unit_of_the_first_exports_is_the_name_of_a_column() -> None:
    log = read("strong-s0a.csv", unit=None)
    assert [one.load for one in sets_of(log)] == [lb(135), lb("145.5"), None]
    assert sets_of(log)[2].metres == Decimal("3218.688")
    assert log.unit_assumed is None


def test_a_file_without_a_unit_says_which_one_was_taken() -> None:
    log = read("strong-s1.csv", unit=Unit.LB)
    assert log.unit_assumed is Unit.LB
    assert sets_of(log)[0].load == lb("80.0")


def test_a_file_without_a_unit_is_refused_where_none_is_given() -> None:
    with pytest.raises(UnknownUnit, match="--unit kg or --unit lb"):
        read("strong-s1.csv", unit=None)


def test_the_sets_keep_what_the_file_says() -> None:
    first, second, *_ = sets_of(read("strong-s1.csv"))
    assert (first.load, first.reps, first.rir) == (kg("80.0"), 8, 2.0)
    assert (second.load, second.reps, second.rir) == (kg("82.5"), 6, 0.5)
    assert first.is_imported and not first.is_at_known
    assert first.at == datetime(2022, 3, 4, 17, 5, 20, tzinfo=UTC)


def test_an_exercise_that_comes_back_is_another_block() -> None:
    session = read("strong-s1.csv").sessions[0]
    names = [one.exercise_name for one in session.blocks]
    assert names == ["Bench Press (Barbell)", "Chest Dip", "Plank", "Bench Press (Barbell)"]


def test_set_numbers_that_begin_again_are_another_block_with_its_warm_ups() -> None:
    orders = ["W", "1", "2", "W", "1", "D"]
    rows = [f"2025-01-02 10:00:00,A,Row,{one},50,8,0,0,,\n" for one in orders]
    log = read_log((HEAD + "".join(rows)).encode(), unit=Unit.KG)
    assert [len(one.sets) for one in log.sessions[0].blocks] == [3, 2]


def test_notes_belong_to_their_exercise_and_their_workout() -> None:
    session = read("strong-s1.csv").sessions[0]
    assert (session.title, session.note) == ('Push, "heavy"', "slept well")
    assert session.blocks[0].note == "wide grip"
    assert read("strong-s3-after.csv").sessions[0].blocks[0].note == "slow"


def test_a_note_on_an_exercise_without_sets_moves_to_the_workout() -> None:
    lines = (FIXTURES / "strong-s3-after.csv").read_text(encoding="utf-8").splitlines()
    bare = '"1";"2024-05-06 18:00:00";"Pull";"3000";"Plank";"Note";"";"";"";"";"";"skipped";""'
    log = read_log("\n".join([lines[0], bare, *lines[1:]]).encode())
    assert log.sessions[0].note == "Plank: skipped"
    assert log.sessions[0].ended_at == datetime(2024, 5, 6, 18, 50, tzinfo=UTC)


def test_a_timed_set_has_seconds_and_no_reps() -> None:
    plank = sets_of(read("strong-s1.csv"))[4]
    assert (plank.seconds, plank.reps, plank.load) == (75, None, None)


def test_a_timer_left_running_leaves_the_end_open() -> None:
    push, run = read("strong-s1.csv").sessions
    assert push.ended_at == datetime(2022, 3, 4, 18, 10, 20, tzinfo=UTC)
    assert run.ended_at is None


@pytest.mark.parametrize(
    ("file", "minutes"),
    [("strong-s1-fr.csv", 65), ("strong-s1-de.csv", 38), ("strong-s1-zh.csv", 73)],
)
def test_translated_durations_are_read(file: str, minutes: int) -> None:
    session = read(file).sessions[0]
    assert session.ended_at is not None
    assert (session.ended_at - session.started_at).total_seconds() == minutes * 60


def test_letters_are_warm_ups_failures_and_drops() -> None:
    warm_up, work, failed = sets_of(read("strong-s1-tags.csv"))
    assert warm_up.warm_up and warm_up.failure is None
    assert not work.warm_up and work.failure is None and work.rir is None
    assert failed.failure is FailureType.UNKNOWN and failed.rir == 0
    assert failed.technique is Technique.DROP
    assert failed.segments == (Segment(7, kg("40.0")), Segment(6, kg("30.0")))


def test_a_drop_knows_its_line() -> None:
    block = read("strong-s1-tags.csv").sessions[0].blocks[0]
    assert [(one.line, one.drop_lines) for one in block.sets] == [(2, ()), (3, ()), (5, (6, 7))]


def test_a_drop_without_a_set_before_it_stays_a_set() -> None:
    rows = "2025-01-02 10:00:00,A,Row,W,20,8,0,0,,\n2025-01-02 10:00:00,A,Row,D,50,8,0,0,,\n"
    _, drop = sets_of(read_log((HEAD + rows).encode(), unit=Unit.KG))
    assert (drop.technique, drop.segments, drop.reps) == (Technique.DROP, (), 8)


def test_units_may_differ_from_row_to_row_and_decimals_may_have_a_comma() -> None:
    log = read("strong-s2-14.csv", unit=None)
    loads = [one.load for one in sets_of(log)]
    assert loads == [kg(100), lb(225), kg("62.5"), None, None]
    assert sets_of(log)[1].rir == 0.5
    assert sets_of(log)[4].metres == Decimal("4828.032")
    assert log.sessions[0].blocks[0].note == "pause\nat the chest"


def test_lines_are_counted_through_notes_of_several_lines() -> None:
    sets: tuple[ImportedSet, ...] = read("strong-s2-14.csv").sessions[0].blocks[0].sets
    assert [one.line for one in sets] == [2, 4, 5]


def test_a_copy_without_its_header_reads_the_same() -> None:
    assert [
        (one.key, sets_of(read("strong-s2-headless.csv")))
        for one in read("strong-s2-headless.csv").sessions
    ] == [(one.key, sets_of(read("strong-s2-14.csv"))) for one in read("strong-s2-14.csv").sessions]


def test_loads_converted_by_the_app_stay_exact_to_the_gram() -> None:
    loads = [one.load for one in sets_of(read("strong-s3-after.csv"))]
    assert loads[0] == Load(Decimal("29.937"), Unit.KG)


def test_times_are_local_to_the_zone() -> None:
    session = read("strong-s1.csv", zone="Europe/Berlin").sessions[0]
    assert session.started_at == datetime(2022, 3, 4, 16, 5, 20, tzinfo=UTC)
    assert session.zone == "Europe/Berlin"
    assert session.key == "strong 2022-03-04 17:05:20"


def test_the_same_start_under_two_titles_is_two_workouts() -> None:
    rows = "2025-01-02 10:00:00,A,Row,1,20,8,0,0,,\n2025-01-02 10:00:00,B,Row,1,50,8,0,0,,\n"
    sessions = read_log((HEAD + rows).encode(), unit=Unit.KG).sessions
    assert [one.key for one in sessions] == [
        "strong 2025-01-02 10:00:00",
        "strong 2025-01-02 10:00:00 #2",
    ]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("2025-13-02 10:00:00,A,Row,1,20,8,0,0,,", "a date that does not exist"),
        ("yesterday,A,Row,1,20,8,0,0,,", "not a date with a time"),
        ("2025-01-02 10:00:00,A,Row,X,20,8,0,0,,", "neither a number nor W, D or F"),
        ("2025-01-02 10:00:00,A,,1,20,8,0,0,,", "names no exercise"),
        ("2025-01-02 10:00:00,A,Row,1,-20,8,0,0,,", "not a number"),
        ("2025-01-02 10:00:00,A,Row,1,NaN,8,0,0,,", "not a number"),
        ("2025-01-02 10:00:00,A,Row,1,20,8.5,0,0,,", "not a whole number"),
        ("2025-01-02 10:00:00,A,Row,1,20,4000,0,0,,", "more than 1000"),
        ("2025-01-02 10:00:00,A,Row,1,2500,8,0,0,,", "more than 2,000 kg"),
        ('2025-01-02 10:00:00,A,Row,1,"1,250",8,0,0,,', "thousands or a decimal comma"),
        ("2025-01-02 10:00:00,A,Row,1,20,,,,,", "no reps, no time and no distance"),
        ("2025-01-02 10:00:00,A,Row,1,20", "5 of 10 fields"),
        ("2025-01-02 10:00:00,A,Row, (wide),1,20,8,0,0,,", "11 fields where the header has 10"),
        ('2025-01-02 10:00:00,"A"b,Row,1,20,8,0,0,,', "not sound CSV"),
    ],
)
def test_a_bad_row_is_skipped_with_its_line_and_the_rest_stands(cells: str, reason: str) -> None:
    good = "2025-01-02 10:00:00,A,Row,1,20,8,0,0,,"
    log = read_log((HEAD + "\n".join([good, cells, good])).encode(), unit=Unit.KG)
    assert [one.line for one in log.skipped] == [3]
    assert reason in log.skipped[0].reason
    assert (log.rows, log.sets) == (3, 2)


def test_equal_loads_are_one_load_whichever_way_an_export_spells_them() -> None:
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    loads = [
        read_log(
            f"{head}2025-03-01 10:00:00,A,50m,My Row,1,{weight},10.0,0,0.0,\n".encode(),
            unit=Unit.KG,
        )
        .sessions[0]
        .blocks[0]
        .sets[0]
        .performed.load
        for weight in ("20.0", "20", "20.00")
    ]
    assert {str(one.value) for one in loads} == {"20"}


# -- numbers that no one typed -------------------------------------------------------------------


def loads(*cells: str, unit: Unit = Unit.LB) -> list[Load | None]:
    """What the sets of a file with these weights hold."""
    rows = [f"2025-01-02 10:00:00,A,Row,{n},{one},8,0,0,,\n" for n, one in enumerate(cells, 1)]
    return [one.load for one in sets_of(read_log((HEAD + "".join(rows)).encode(), unit=unit))]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("226.00000000000003", "226"),
        ("74.99999999999999", "75"),
        ("37.49999999999999", "37.5"),
        ("44.09245243697551", "44.092"),
        ("2.2046226218487757", "2.205"),
        ("185.00002", "185"),
        ("10.1235", "10.124"),
        ("1e-7", "0"),
    ],
)
def test_the_noise_of_a_conversion_is_taken_off_a_load(cell: str, value: str) -> None:
    (load,) = loads(cell)
    assert load == lb(value)
    assert load is not None and str(load.value) == value


@pytest.mark.parametrize(
    "value", ["226", "74.99", "21.85", "8.249", "0.001", "61.235", "102.058", "74.995"]
)
def test_a_load_that_could_have_been_typed_is_kept_to_the_digit(value: str) -> None:
    (load,) = loads(value)
    assert load is not None and str(load.value) == value


@pytest.mark.parametrize(
    ("cell", "pounds"), [("102.05828325", 225), ("61.23496995", 135), ("31.7514659", 70)]
)
def test_pounds_that_were_exported_as_kilograms_are_the_same_pounds_still(
    cell: str, pounds: int
) -> None:
    (load,) = loads(cell, unit=Unit.KG)
    assert load is not None and load.grams == lb(pounds).grams
    assert converted(load, Unit.LB) == lb(pounds)


def test_loads_that_differ_by_noise_are_stored_alike() -> None:
    assert len(set(loads("75", "75.0", "74.99999999999999", "75.00000000000001"))) == 1


def test_noise_is_taken_off_a_distance_too() -> None:
    row = "2025-01-02 10:00:00,A,Run,1,0,0,0.6000000000000001,300,,\n"
    (run,) = sets_of(read_log((HEAD + row).encode(), unit=Unit.KG))
    assert run.metres == 600 and str(run.metres) == "600"


@pytest.mark.parametrize("cell", ["1e40", "9" * 40, "9" * 40 + ".12345"])
def test_a_load_beyond_all_measure_is_one_row_that_does_not_fit(cell: str) -> None:
    rows = [f"2025-01-02 10:00:00,A,Row,{n},{one},8,0,0,,\n" for n, one in enumerate(["50", cell])]
    log = read_log((HEAD + "".join(rows)).encode(), unit=Unit.KG)
    assert (log.sets, len(log.skipped)) == (1, 1)
    assert "more than 2,000 kg" in log.skipped[0].reason
