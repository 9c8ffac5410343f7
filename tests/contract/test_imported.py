"""Importing: each dialect of Strong, Hevy, a second time, and files that are no export."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import Gym, missing

Refused = Callable[..., dict[str, Any]]

S1 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
S3 = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
    '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def s1(order: str, weight: float, reps: int, rpe: str = "", seconds: float = 0) -> str:
    return (
        f"2025-07-01 18:00:00,P,1h 5m,Pec Deck (Machine),{order},{weight:.1f},{reps}.0,0.0,"
        f"{seconds:.1f},,,{rpe}\n"
    )


def s3(order: str, weight: str, reps: str, rpe: str = "", note: str = "", seconds: str = "") -> str:
    cells = ("1", "2025-03-01 18:00:00", "Push", "3600", "Bench Press (Barbell)", order, weight)
    return ";".join(f'"{one}"' for one in (*cells, reps, rpe, "", seconds, note, "")) + "\n"


def hevy(
    kind: str,
    weight: str,
    reps: str,
    rpe: str = "",
    start: str = "11 Jun 2025, 13:24",
    index: int = 0,
) -> str:
    end = start.replace("13:", "14:").replace("1:01", "2:01")
    return (
        f'"Pull 💪","{start}","{end}","","Bicep Curl (Dumbbell)","","",{index},"{kind}",{weight},'
        f"{reps},,,{rpe}\n"
    )


DIALECTS = {
    "S0a kg": (
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n"
        "2017-05-01 18:00:00,Push,Bench Press (Barbell),0,100,8,0,0,\r\n",
        (),
        [(100.0, "kg", 8, None)],
    ),
    "S0a lb": (
        "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds\n"
        "2017-05-01 18:00:00,Push,Bench Press (Barbell),1,225,8,0,0\n",
        (),
        [(225.0, "lb", 8, None)],
    ),
    "S0b": (
        "Date;Workout Name;Exercise Name;Set Order;lbs;Reps;mi.;Seconds;Notes;Workout Notes\n"
        "2018-06-01 18:00:00;Push;Bench Press (Barbell);1;225;8;0;0;;\n",
        (),
        [(225.0, "lb", 8, None)],
    ),
    "S0b, each row quoted as a whole": (
        "Date;Workout Name;Exercise Name;Set Order;lbs;Reps;mi.;Seconds;Notes;Workout Notes\n"
        '"2018-06-01 18:00:00;""Push; hard"";""Bench Press (Barbell)"";1;225;8;0;0;"""";"""""\n',
        (),
        [(225.0, "lb", 8, None)],
    ),
    "S0c": (
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        "Workout Notes,RPE\n"
        '2019-01-01 18:00:00,"Push, heavy",Bench Press (Barbell),1,100,8,0,0,,,8\n',
        ("--unit", "kg"),
        [(100.0, "kg", 8, 2.0)],
    ),
    "S1": (
        S1 + "2020-01-01 18:00:00,Push,1h 5m,Bench Press (Barbell),1,100,8,0,0,,,9.5\n",
        ("--unit", "lb"),
        [(100.0, "lb", 8, 0.5)],
    ),
    "S1 in ten columns": (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
        "2025-11-01 18:00:00,Push,45m,Bench Press (Barbell),1,100.0,8.0,0.0,0.0,6.5\n",
        ("--unit", "kg"),
        [(100.0, "kg", 8, 3.5)],
    ),
    "S1 in French": (
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,"
        "Distance,Secondes,Notes,Notes d'entraînement,RPE\r\n"
        "2023-01-01 18:00:00,Push,1h 5min,Bench Press (Barbell),1,62.5,8,0,0,,,\r\n",
        ("--unit", "kg"),
        [(62.5, "kg", 8, None)],
    ),
    "S1 in Chinese": (
        "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE\n"
        "2023-01-01 18:00:00,推,1小时13分钟,卧推,1,100,8,0,0,,,\n",
        ("--unit", "kg"),
        [(100.0, "kg", 8, None)],
    ),
    "S2 in both units": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes\n"
        "2018-06-01 18:00:00;Push;Bench Press (Barbell);1;12,5;kg;8;;;0;;\n"
        "2018-06-01 18:00:00;Push;Bench Press (Barbell);2;225;lbs;8;;;0;;\n",
        (),
        [(12.5, "kg", 8, None), (225.0, "lb", 8, None)],
    ),
    "S2 in thirteen columns": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes\n"
        "2020-12-01 18:00:00;Push;Bench Press (Barbell);1;100;kg;8;9,5;;;0;;\n",
        (),
        [(100.0, "kg", 8, 0.5)],
    ),
    "S2 in fourteen columns": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
        "2022-04-01 18:00:00;Push;Bench Press (Barbell);1;100;kg;8;;;;0;;;1h 5m\n",
        (),
        [(100.0, "kg", 8, None)],
    ),
    "S2 without a header": (
        "2022-04-01 18:00:00;Push;Bench Press (Barbell);1;100;kg;8;;;;0;;\n",
        (),
        [(100.0, "kg", 8, None)],
    ),
    "S3": (S3 + s3("1", "62.5", "8", "8.0"), (), [(62.5, "kg", 8, 2.0)]),
    "with a byte order mark": ("\ufeff" + S3 + s3("1", "60", "8"), (), [(60.0, "kg", 8, None)]),
    "Hevy": (HEVY + hevy("normal", "20", "10", "8.5"), (), [(20.0, "kg", 10, 1.5)]),
    "Hevy in pounds, American": (
        HEVY.replace("_kg", "_lbs").replace("_km", "_miles")
        + hevy("normal", "45", "10", start="Jun 11, 2026, 1:01 PM"),
        (),
        [(45.0, "lb", 10, None)],
    ),
    "Hevy in Turkish": (
        HEVY + hevy("normal", "20", "10", start="11 Nis 2026, 13:05"),
        (),
        [(20.0, "kg", 10, None)],
    ),
    "Hevy in Portuguese": (
        HEVY + hevy("normal", "20", "10", start="5 Mai 2026, 07:34"),
        (),
        [(20.0, "kg", 10, None)],
    ),
    "Hevy in French": (
        HEVY + hevy("normal", "20", "10", start="18 sept. 2026, 07:34"),
        (),
        [(20.0, "kg", 10, None)],
    ),
}


@pytest.fixture
def bring(gym: Gym, tmp_path: Path) -> Callable[..., Any]:
    """Imports a text as a file; every answer must account for every row."""

    def bring(text: str, *options: str) -> Any:
        file = tmp_path / "export.csv"
        file.write_bytes(text.encode())
        answer = gym.told("import", str(file), *options)
        sets = answer["sets_added"] + answer["sets_updated"] + answer["sets_known"]
        skipped = len(answer["rows_skipped"])
        assert answer["rows"] == sets + answer["pseudo_rows"] + skipped
        return answer

    return bring


def sets_of(gym: Gym, session: int = 1) -> list[dict[str, Any]]:
    lifts = gym.told("show", str(session))["exercises"]
    return [one for lift in lifts for one in lift["sets"]]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_is_read_and_known_the_second_time(
    gym: Gym, bring: Callable[..., Any], dialect: str
) -> None:
    text, options, sets = DIALECTS[dialect]
    first = bring(text, *options)
    assert first["format"] == ("hevy" if dialect.startswith("Hevy") else "strong")
    assert (first["sessions_added"], first["sets_added"]) == (1, len(sets))
    assert first["rows_skipped"] == []
    told = [
        (one["load"]["value"], one["load"]["unit"], one["reps"], one["rir"]) for one in sets_of(gym)
    ]
    assert told == sets
    again = bring(text, *options)
    assert (again["sessions_added"], again["sets_added"], again["sets_updated"]) == (0, 0, 0)
    assert again["sets_known"] == len(sets)


def test_strongs_marks(gym: Gym, bring: Callable[..., Any]) -> None:
    rows = s1("W", 40, 10) + s1("1", 80, 10, "8.0") + s1("F", 80, 9) + s1("D", 60, 6)
    answer = bring(S1 + rows + s1("Rest Timer", 0, 0, seconds=90), "--unit", "kg")
    assert (answer["rows"], answer["pseudo_rows"], answer["sets_added"]) == (5, 1, 4)
    warm_up, straight, failed = sets_of(gym)
    assert (warm_up["warm_up"], straight["rir"], straight["counts_as"]) == (True, 2.0, "none")
    assert (failed["failure"], failed["rir"], failed["technique"]) == ("unknown", None, "drop")
    assert [(one["load"]["value"], one["reps"]) for one in failed["segments"]] == [(60.0, 6)]


def test_hevys_marks(gym: Gym, bring: Callable[..., Any]) -> None:
    rows = hevy("warmup", "10", "10") + hevy("failure", "20", "9", index=1)
    rows += hevy("dropset", "15", "6", index=2)
    assert bring(HEVY + rows)["rows"] == 3
    warm_up, failed = sets_of(gym)
    assert (warm_up["warm_up"], failed["failure"], failed["technique"]) == (True, "unknown", "drop")


@pytest.mark.parametrize(
    ("parent", "counts_as"),
    [
        (s1("1", 80, 10), "none"),
        (s1("1", 80, 10, "9"), "none"),
        (s1("1", 80, 10, "10"), "absolute"),
        (s1("F", 80, 10), "absolute"),
    ],
)
def test_an_imported_drop_counts_where_its_parent_failed(
    gym: Gym, bring: Callable[..., Any], parent: str, counts_as: str
) -> None:
    bring(S1 + parent + s1("D", 60, 6), "--unit", "kg")
    (one,) = sets_of(gym)
    assert (one["technique"], one["counts_as"]) == ("drop", counts_as)
    gym.set("guidance.imported_drop_counts", "true")
    assert sets_of(gym)[0]["counts_as"] == "absolute"


def test_a_newer_dialect_of_the_same_workout_updates_it(
    gym: Gym, bring: Callable[..., Any]
) -> None:
    header = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
    )
    old = "".join(
        f"2025-03-01 18:00:00;Push;Bench Press (Barbell);{order};225;lbs;{reps};;;;0;;;1h\n"
        for order, reps in ((1, 10), (2, 8), (3, 7))
    )
    new = s3("W", "102.05828325", "10") + s3("Rest Timer", "", "", seconds="90")
    new += s3("1", "102.05828325", "8", "8.0") + s3("F", "102.05828325", "7")
    assert bring(header + old)["sets_added"] == 3
    answer = bring(S3 + new)
    assert (answer["sessions_added"], answer["sets_added"], answer["sets_updated"]) == (0, 0, 3)
    told = [
        (one["load"]["unit"], one["warm_up"], one["failure"], one["rir"]) for one in sets_of(gym)
    ]
    assert told == [
        ("lb", True, None, None),
        ("lb", False, None, 2.0),
        ("lb", False, "unknown", None),
    ]
    assert bring(header + old)["sets_known"] == 3
    assert bring(S3 + new)["sets_known"] == 3


def test_overlapping_exports_add_only_what_is_new(gym: Gym, bring: Callable[..., Any]) -> None:
    days = [s1("1", 80, 10).replace("07-01", f"07-{day:02d}") for day in (1, 3, 5)]
    assert bring(S1 + days[0] + days[1], "--unit", "kg")["sessions_added"] == 2
    answer = bring(S1 + "".join(days), "--unit", "kg")
    assert (answer["sessions_added"], answer["sets_added"], answer["sets_known"]) == (1, 1, 2)


def test_rows_that_cannot_be_read_are_told_with_their_line(
    gym: Gym, bring: Callable[..., Any]
) -> None:
    rows = s1("1", 80, 10) + s1("2", 80, 10).replace("80.0", "abc") + s1("Q", 80, 10)
    rows += "2025-07-01 18:00:00,P\n" + s1("3", 80, 8, "11") + s1("4", 80, 7)
    answer = bring(S1 + rows, "--unit", "kg")
    assert [one["line"] for one in answer["rows_skipped"]][:3] == [3, 4, 5]
    assert answer["sets_added"] >= 2
    assert sets_of(gym)[0]["reps"] == 10


def test_what_is_not_in_the_catalogue_is_made(bring: Callable[..., Any], gym: Gym) -> None:
    text = DIALECTS["S3"][0].replace("Bench Press (Barbell)", "Grandfather Clock Carry")
    answer = bring(text)
    assert answer["exercises"] == {"matched": [], "created": ["Grandfather Clock Carry"]}
    assert gym.told("exercises", "grandfather")[0]["custom"] is True
    assert missing(gym.plan("Grandfather Clock Carry", "--failure", "technical"), "R38") == []


def test_a_dry_run_says_the_same_and_writes_nothing(
    gym: Gym, bring: Callable[..., Any], kept: Callable[[], bytes]
) -> None:
    before = kept()
    dry = bring(S3 + s3("1", "60", "8"), "--dry-run")
    assert kept() == before
    done = bring(S3 + s3("1", "60", "8"))
    assert {**dry, "dry_run": False} == done


GOOD = (S3 + s3("1", "60", "8", note="x") + s3("2", "60", "7")).encode()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"a,b,c\n1,2,3\n", "not a Strong or Hevy export"),
        (b'{"a": 1}', "not a Strong or Hevy export"),
        (bytes(range(256)), "not a text file"),
        (GOOD.decode().encode("utf-16"), "UTF-16"),
        ((S1 + s1("1", 80, 10).replace(",P,", ",Übung,")).encode("latin-1"), "UTF-8"),
        (GOOD[:-30], "cut off"),
        (S3.encode(), "no rows"),
        (b"SQLite format 3\x00" + bytes(100), "SQLite"),
        (b"PK\x03\x04" + bytes(100), "zip"),
        ((S1 + s1("1", 80, 10)).encode(), "--unit"),
    ],
)
def test_a_file_that_is_no_whole_export_changes_nothing(
    refused: Refused,
    gym: Gym,
    kept: Callable[[], bytes],
    tmp_path: Path,
    content: bytes,
    word: str,
) -> None:
    gym.log("bench", "100x8@2")
    before = kept()
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(GOOD)
    bad.write_bytes(content)
    code = 2 if word == "--unit" else 1
    error = refused("import", str(good), str(bad), code=code)
    assert word in error["message"]
    assert kept() == before


@pytest.mark.parametrize("name", [".", "nowhere.csv"])
def test_a_folder_or_a_file_that_is_not_there_is_a_failure_of_the_machine(
    refused: Refused, kept: Callable[[], bytes], tmp_path: Path, name: str
) -> None:
    before = kept()
    assert refused("import", str(tmp_path / name), code=1)["kind"] == "file"
    assert kept() == before
