"""A line under edit, key by key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.edit_line import EditLine


@pytest.mark.parametrize(
    ("keys", "text", "caret"),
    [
        (["left", "1"], "ab1c", 3),
        (["home", "1"], "1abc", 1),
        (["home", "delete"], "bc", 0),
        (["backspace"], "ab", 2),
        (["home", "backspace"], "abc", 0),
        (["end", "delete"], "abc", 3),
        (["left", "ctrl+u"], "c", 0),
        (["home", "right", "right", "right", "right", "1"], "abc1", 4),
    ],
)
def test_keys_move_the_caret_and_change_the_text(keys: list[str], text: str, caret: int) -> None:
    line: EditLine | None = EditLine.over("abc")
    for key in keys:
        assert line is not None
        line = line.pressed(key, key if len(key) == 1 else None)
    assert line == EditLine(text, caret)


def test_a_selected_line_is_typed_over_and_a_move_keeps_it() -> None:
    refused = EditLine.over("9x").selected()
    assert refused.pressed("1", "1") == EditLine("1", 1)
    assert refused.pressed("backspace", None) == EditLine()
    assert refused.pressed("left", None) == EditLine("9x", 1)


def test_other_keys_are_not_for_the_line() -> None:
    assert EditLine.over("abc").pressed("f5", None) is None


@given(st.lists(st.sampled_from(["left", "right", "home", "end", "delete", "backspace", "x"])))
def test_the_caret_never_leaves_the_line(keys: list[str]) -> None:
    line = EditLine.over("abc")
    for key in keys:
        after = line.pressed(key, key if key == "x" else None)
        assert after is not None and 0 <= after.caret <= len(after.text)
        line = after


@given(st.text())
def test_pasted_text_holds_no_control_characters(text: str) -> None:
    assert EditLine().typed(text).text.isprintable()
