"""The settings file keeps what a person wrote and refuses what no setting can be."""

import stat
import tomllib
from pathlib import Path

import pytest

from data.settings_file import read_settings, read_what_fits, write_setting
from data.store import open_store
from tracker.errors import InvalidSetting, UnreadableFile
from tracker.settings import REGISTRY

BY_HAND = """# my numbers
[ration]
# three is too many for me
total_max = 2   # two

[gate]
mode = "off"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


@pytest.fixture
def by_hand(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(BY_HAND)
    return path


def test_no_file_changes_nothing(file: Path) -> None:
    assert read_settings(file) == {}


def test_what_is_written_is_read_again(file: Path) -> None:
    write_setting(file, "ration.total_max", 5)
    write_setting(file, "reps.drop", (0.5, 0.75))
    write_setting(file, "guidance.suggest", True)
    assert read_settings(file) == {
        "ration.total_max": 5,
        "reps.drop": (0.5, 0.75),
        "guidance.suggest": True,
    }


@pytest.mark.parametrize("name", list(REGISTRY))
def test_every_setting_can_be_written_at_its_default(file: Path, name: str) -> None:
    write_setting(file, name, REGISTRY[name].default)
    assert read_settings(file) == {name: REGISTRY[name].default}


def test_a_file_by_hand_is_read(by_hand: Path) -> None:
    assert read_settings(by_hand) == {"ration.total_max": 2, "gate.mode": "off"}


def test_comments_of_a_hand_edited_file_stay(by_hand: Path) -> None:
    write_setting(by_hand, "ration.total_max", 4)
    write_setting(by_hand, "ration.per_ex_max", 1)
    text = by_hand.read_text()
    assert "# my numbers" in text
    assert "# three is too many for me" in text
    assert "total_max = 4   # two" in text
    assert read_settings(by_hand) == {
        "ration.total_max": 4,
        "ration.per_ex_max": 1,
        "gate.mode": "off",
    }


def test_none_takes_a_setting_back_and_leaves_the_rest(by_hand: Path) -> None:
    write_setting(by_hand, "gate.mode", None)
    assert read_settings(by_hand) == {"ration.total_max": 2}
    assert "# three is too many for me" in by_hand.read_text()


def test_taking_back_what_is_not_set_writes_no_file(file: Path) -> None:
    write_setting(file, "gate.mode", None)
    assert not file.exists()


def test_dotted_keys_are_read_and_written(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("ration.total_max = 2\n")
    assert read_settings(file) == {"ration.total_max": 2}
    write_setting(file, "ration.per_ex_max", 1)
    assert read_settings(file) == {"ration.total_max": 2, "ration.per_ex_max": 1}


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("[ration]\n\ntotal_max = 51\n", 3, "a whole number, 0 to 50"),
        ("[ration]\ntotal_max = 2.5\n", 2, "a whole number"),
        ("[ration]\ntotal_max = true\n", 2, "can't be True"),
        ("[gate]\nmode = 'maybe'\n", 2, "absolute225 | relative | off"),
        ("[gate]\n# note\n\nmodus = 'off'\n", 4, "no setting called 'gate.modus'"),
        ("ration.total_max = -1\n", 1, "0 to 50"),
        ("[reps]\ndrop = [0.5]\n", 2, "2 numbers"),
        ("total_max = 2\n", 1, "outside a section"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(
    file: Path, text: str, line: int, part: str
) -> None:
    file.parent.mkdir()
    file.write_text(text)
    with pytest.raises(InvalidSetting) as refused:
        read_settings(file)
    assert f"{file}, line {line}: " in str(refused.value)
    assert part in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"), [("ration.total_max", 51), ("ration.most", 3), ("gate.mode", "maybe")]
)
def test_a_value_that_does_not_fit_is_never_written(
    by_hand: Path, name: str, value: object
) -> None:
    with pytest.raises(InvalidSetting):
        write_setting(by_hand, name, value)
    assert by_hand.read_text() == BY_HAND


@pytest.mark.parametrize("content", [b"[ration\n", b"a = = 2", b"\xff\xfe\x00"])
def test_what_is_no_toml_is_refused_and_kept(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(InvalidSetting, match="TOML"):
        read_settings(file)
    with pytest.raises(InvalidSetting, match="TOML"):
        write_setting(file, "ration.total_max", 2)
    assert file.read_bytes() == content


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="can't be read"):
        read_settings(tmp_path)


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    with pytest.raises(UnreadableFile, match=r"can't be (read|written)"):
        write_setting(blocked / "settings.toml", "ration.total_max", 2)


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path, by_hand: Path) -> None:
    by_hand.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(by_hand)
    write_setting(link, "ration.total_max", 3)
    assert link.is_symlink()
    assert tomllib.loads(by_hand.read_text())["ration"]["total_max"] == 3
    assert stat.S_IMODE(by_hand.stat().st_mode) == 0o640


def test_nothing_is_left_beside_the_file(by_hand: Path) -> None:
    write_setting(by_hand, "ration.total_max", 3)
    assert [one.name for one in by_hand.parent.iterdir()] == [by_hand.name]


# -- read by the app, which starts all the same ------------------------------------------------

BROKEN = """\
[ration]
total_max = 99
per_ex_max = 1
[nowhere]
a = 1
[look]
ascii = true
"""


def test_what_fits_is_read_and_every_fault_names_its_line(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(BROKEN)
    changed, faults = read_what_fits(file)
    assert changed == {"ration.per_ex_max": 1, "look.ascii": True}
    assert len(faults) == 2
    assert "line 2" in str(faults[0]) and "0 to 50" in str(faults[0])
    assert "line 5" in str(faults[1]) and "nowhere.a" in str(faults[1])


def test_plates_that_cannot_be_read_are_named_and_the_rest_holds(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('[gym]\nplates_kg = "20 by 8"\nplates_lb = "45x4 2.5x1"\nbar_kg = 15\n')
    changed, (fault,) = read_what_fits(file)
    assert changed == {"gym.plates_lb": "45x4 2.5x1", "gym.bar_kg": 15.0}
    assert "line 2" in str(fault) and "'20 by 8'" in str(fault)
    assert "20x8 10x2 1.25x2" in str(fault)


def test_plates_are_written_as_they_are_read_again(file: Path) -> None:
    write_setting(file, "gym.plates_kg", "1,25x2; 20x4")
    assert read_settings(file) == {"gym.plates_kg": "20x4 1.25x2"}


def test_of_a_file_that_is_no_toml_nothing_fits_and_the_line_is_named(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[ration]\ntotal_max = = 2\n")
    changed, (fault,) = read_what_fits(file)
    assert changed == {} and "line 2" in str(fault)


def test_a_store_that_forgives_reads_what_fits_and_says_what_is_wrong(file: Path) -> None:
    file.parent.mkdir()
    opened = open_store(":memory:", file)
    keeping = opened.store.keeping
    assert keeping.settings_trouble == ""
    file.write_text(BROKEN)
    with pytest.raises(InvalidSetting, match="line 2"):
        keeping.settings()
    keeping.forgive_settings()
    assert keeping.settings().whole("ration.total_max") == 3
    assert keeping.settings().whole("ration.per_ex_max") == 1
    assert "line 2" in keeping.settings_trouble
    file.write_text("[ration]\nper_ex_max = 1\n")
    assert keeping.settings().whole("ration.per_ex_max") == 1
    assert keeping.settings_trouble == ""
    opened.close()
