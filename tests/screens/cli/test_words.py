"""Lines for people."""

import os
import sys

import pytest

from screens.cli.words import advice_lines, bold, columns, standing_line, table
from tracker.guidance.advice import Advice, Moment, Severity
from tracker.guidance.budget import Budget
from tracker.guidance.ration import Ration

LONG = "That failure is no longer on the last set: keep what follows easy, and rest well before it."


def advice(severity: Severity, text: str = LONG) -> Advice:
    return Advice("R44", severity, Moment.LOGGED, text)


@pytest.mark.parametrize(
    ("severity", "begins"),
    [
        (Severity.INFO, "● NOTE     That"),
        (Severity.CAUTION, "▲ CAUTION  That"),
        (Severity.WARNING, "■ WARNING  That"),
        (Severity.STOP, "■ STOP     That"),
    ],
)
def test_an_advice_has_symbol_word_and_rule_and_hangs_beneath_itself(
    severity: Severity, begins: str
) -> None:
    first, *more = advice_lines([advice(severity)])
    assert first.startswith(begins)
    assert more and all(line.startswith(" " * 11) for line in more)
    assert more[-1].endswith("R44")
    assert all(len(line) <= 80 for line in (first, *more))


def test_symbols_can_be_plain_letters() -> None:
    (line,) = advice_lines([advice(Severity.CAUTION, "Easy.")], is_ascii=True)
    assert line == "! CAUTION  Easy.  R44"


@pytest.mark.parametrize(
    ("said", "width"), [("60", 60), ("500", 100), ("3", 40), ("wide", 80), ("", 80), ("0", 80)]
)
def test_the_width_follows_columns_within_reason(
    monkeypatch: pytest.MonkeyPatch, said: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert columns() == width


def test_the_terminal_is_asked_for_its_width(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 20)))
    assert columns() == 72


@pytest.mark.parametrize(
    ("is_terminal", "no_color", "written"),
    [(True, False, "\x1b[1mx\x1b[0m"), (True, True, "x"), (False, False, "x")],
)
def test_bold_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, no_color: bool, written: str
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    assert bold("x") == written


def test_ration_and_budget_are_one_line() -> None:
    line = standing_line(Ration(1, 3), Budget(2000, 4500), "UTC")
    assert line == "failures 1 of 3 · budget 2 of 4.5 points (44 %)"


def test_a_table_is_aligned_and_ends_without_blanks() -> None:
    assert table([("id", "what"), ("7", "squat"), ("12", "x")], right=(0,)) == [
        "id  what",
        " 7  squat",
        "12  x",
    ]
    assert table([]) == []
