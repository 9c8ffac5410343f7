"""The pages say what the program does."""

import contextlib
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.make import ROOMS, guidance_page, keys_page, readme_with_keys
from screens.cli.program import program
from screens.cli.verbs import VERBS
from tracker.entry import Draft
from tracker.entry_parser import parse_line
from tracker.load import Unit, kg

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
EXPORTS = ROOT / "tests" / "data" / "importing" / "fixtures"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_key_page_is_what_the_bindings_are() -> None:
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == keys_page()


def test_the_readmes_keys_are_what_the_bindings_are() -> None:
    assert readme_with_keys(README) == README


def test_the_guidance_page_is_what_the_rules_are() -> None:
    assert (ROOT / "docs" / "guidance.md").read_text("utf-8") == guidance_page()


@pytest.mark.parametrize(("name", "screen"), ROOMS)
def test_each_room_has_words_of_help(name: str, screen: type) -> None:
    assert screen.HELP.strip().startswith("#")


def shell_lines() -> list[str]:
    blocks = re.findall(r"```\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("lastset ")]


def test_the_readmes_commands_do_what_they_say_in_its_order(tmp_path: Path) -> None:
    for name, fixture in (("strong.csv", "strong-s1.csv"), ("hevy.csv", "hevy-kg.csv")):
        shutil.copy(EXPORTS / fixture, tmp_path / name)
    place = {"LASTSET_DB": str(tmp_path / "log.db"), "LASTSET_CONFIG": str(tmp_path / "s.toml")}
    runner = CliRunner(env=place)
    lines = shell_lines()
    assert len(lines) >= 12
    with contextlib.chdir(tmp_path):
        for line in lines:
            done = runner.invoke(program, shlex.split(line)[1:])
            assert done.exit_code == 0, f"{line}: {done.output}"


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help(verb: str) -> None:
    done = CliRunner().invoke(program, [verb, "--help"])
    assert done.exit_code == 0
    assert "Usage: " in done.output


ENTRIES = re.findall(
    r"`([^`]+)`",
    "".join(re.findall(r"^\| (.*?) \|", (ROOT / "docs/entry-line.md").read_text(), re.M)),
)


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one not in ("10/9", "f2")])
def test_each_entry_of_the_page_is_read(entry: str) -> None:
    assert parse_line(entry, Draft(kg(100), 8, 2.0), Unit.KG)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target
