"""A figure is held against its floor as its relation says."""

import pytest

from bench.result import Relation, Result, failed, percentile_95, table


@pytest.mark.parametrize(
    ("relation", "floor", "ours", "goal", "reached", "verdict"),
    [
        (Relation.RATIO, 200.0, 300.0, 1.5, 1.5, "met"),
        (Relation.RATIO, 200.0, 301.0, 1.5, 1.505, "NOT MET"),
        (Relation.DIFFERENCE, 20.0, 120.0, 100.0, 100.0, "met"),
        (Relation.ABSOLUTE, 0.0, 2.5, 2.0, 2.5, "NOT MET"),
        (Relation.RATIO, 100.0, 250.0, None, 2.5, ""),
    ],
)
def test_what_was_reached_is_judged_by_the_goal(
    relation: Relation,
    floor: float,
    ours: float,
    goal: float | None,
    reached: float,
    verdict: str,
) -> None:
    result = Result("a thing", floor, ours, "ms", goal, relation)
    assert result.reached == pytest.approx(reached)
    assert result.verdict == verdict
    assert result.as_json()["verdict"] == verdict


@pytest.mark.parametrize(
    ("values", "expected"),
    [([7.0], 7.0), ([1.0, 2.0], 2.0), (list(range(1, 101)), 95), (list(range(20, 0, -1)), 19)],
)
def test_the_95th_percentile_is_a_value_that_was_measured(
    values: list[float], expected: float
) -> None:
    assert percentile_95(values) == expected


def test_the_table_names_what_could_not_be_measured_and_why() -> None:
    shown = table(
        [
            Result("first frame", 200.0, 260.0, "ms", 1.5, repetitions=15),
            failed("dashboard", RuntimeError("nothing was shown")),
        ]
    )
    assert "1.30 ×  ≤ 1.5 ×  met" in shown
    assert "FAILED" in shown
    assert "dashboard: nothing was shown" in shown
