"""Names to exercises, and loads to what they mean on them."""

import pytest

from data.importing.matching import exercises_by_name, matching_of, with_loads
from data.importing.reading import read_log
from tracker.exercise import Exercise, Measure
from tracker.imported import ImportedLog, Matching
from tracker.load import Load, LoadKind, Unit, kg, lb

BENCH = Exercise(1, "Bench Press (Barbell)", aliases=("bench",))
DIP = Exercise(2, "Chest Dip", is_bodyweight=True)
PULL_UP = Exercise(3, "Pull Up (Assisted)", is_bodyweight=True, aliases=("Helped Pull Up",))
PLANK = Exercise(4, "Plank", measure=Measure.TIME, is_bodyweight=True)
KNOWN = (BENCH, DIP, PULL_UP, PLANK)

HEAD = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


def log_of(*rows: tuple[str, str, str, str]) -> ImportedLog:
    """A log of sets: exercise, weight, reps, seconds."""
    lines = [
        f'A,"11 Jun 2025, 13:24",,,{name},,,{index},normal,{weight},{reps},,{seconds},\n'
        for index, (name, weight, reps, seconds) in enumerate(rows)
    ]
    return read_log((HEAD + "".join(lines)).encode())


def loads(log: ImportedLog, matching: Matching) -> list[Load | None]:
    told = with_loads(log, exercises_by_name(log, matching))
    return [
        one.performed.load
        for session in told.sessions
        for block in session.blocks
        for one in block.sets
    ]


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Bench Press (Barbell)", BENCH),
        ("bench  press (BARBELL)", BENCH),
        ("Bench", BENCH),
        ("Helped Pull Up", PULL_UP),
    ],
)
def test_an_exact_name_or_alias_is_matched(name: str, exercise: Exercise) -> None:
    matching = matching_of(log_of((name, "50", "8", "")), KNOWN)
    assert matching == Matching({name: exercise}, ())


@pytest.mark.parametrize("name", ["Bench Press (Dumbbell)", "Bench Pres (Barbell)", "Dip"])
def test_a_near_name_is_an_exercise_of_its_own(name: str) -> None:
    matching = matching_of(log_of((name, "50", "8", "")), KNOWN)
    assert matching.matched == {}
    (made,) = matching.created
    assert (made.name, made.is_custom, made.is_classified) == (name, True, False)
    assert not made.is_bodyweight


def test_two_spellings_of_an_unknown_name_make_one_exercise() -> None:
    log = log_of(("My Thing", "50", "8", ""), ("my  thing", "50", "8", ""))
    matching = matching_of(log, KNOWN)
    assert [one.name for one in matching.created] == ["My Thing"]
    assert {one.name for one in exercises_by_name(log, matching).values()} == {"My Thing"}


@pytest.mark.parametrize(
    ("row", "measure", "is_bodyweight"),
    [
        (("Thing", "", "8", ""), Measure.REPS, True),
        (("Thing", "20", "8", ""), Measure.REPS, False),
        (("Thing", "", "", "60"), Measure.TIME, False),
        (("Thing (Weighted)", "20", "8", ""), Measure.REPS, True),
    ],
)
def test_what_an_unknown_exercise_is_counted_in_is_seen_from_its_sets(
    row: tuple[str, str, str, str], measure: Measure, is_bodyweight: bool
) -> None:
    (made,) = matching_of(log_of(row), KNOWN).created
    assert (made.measure, made.is_bodyweight) == (measure, is_bodyweight)


def test_the_step_of_an_exercise_logged_in_pounds_is_in_pounds() -> None:
    text = HEAD.replace("weight_kg", "weight_lbs")
    log = read_log((text + 'A,"11 Jun 2025, 13:24",,,Thing,,,0,normal,20,8,,,\n').encode())
    assert matching_of(log, KNOWN).created[0].step == lb(5)


@pytest.mark.parametrize(
    ("row", "load"),
    [
        (("Bench Press (Barbell)", "50", "8", ""), kg(50)),
        (("Bench Press (Barbell)", "", "8", ""), None),
        (("Chest Dip", "10", "8", ""), Load(kg(10).value, Unit.KG, LoadKind.ADDED)),
        (("Chest Dip", "0", "8", ""), Load(kg(0).value, Unit.KG, LoadKind.BODYWEIGHT)),
        (("Chest Dip", "", "8", ""), Load(kg(0).value, Unit.KG, LoadKind.BODYWEIGHT)),
        (("Pull Up (Assisted)", "15", "8", ""), Load(kg(15).value, Unit.KG, LoadKind.ASSISTED)),
        (("My Squat (Assisted)", "15", "8", ""), Load(kg(15).value, Unit.KG, LoadKind.ASSISTED)),
        (("Plank", "", "", "60"), None),
    ],
)
def test_a_number_means_what_the_exercise_makes_of_it(
    row: tuple[str, str, str, str], load: Load | None
) -> None:
    log = log_of(row)
    assert loads(log, matching_of(log, KNOWN)) == [load]
