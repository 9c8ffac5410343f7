"""What the tables refuse, and in which words."""

import pytest

from data.connection import immediate
from data.store import OpenStore
from tracker.errors import InvalidSet, StoreError, TrackerError

SET = (
    "INSERT INTO sets (block_id, session_id, exercise_id, position, at, {columns}) "
    "SELECT id, session_id, exercise_id, 1, '2026-11-23T18:00:00Z', {values} FROM blocks"
)


@pytest.mark.parametrize(
    ("columns", "values", "sentence"),
    [
        ("reps", "1001", "0 to 1000 reps"),
        ("reps", "-1", "0 to 1000 reps"),
        ("reps_right", "1001", "0 to 1000 reps"),
        ("rir", "5.5", "RIR of 0 to 5 in halves"),
        ("rir", "1.25", "RIR of 0 to 5 in halves"),
        ("rir", "-0.5", "RIR of 0 to 5 in halves"),
        ("seconds", "864001", "ten days"),
        ("metres", "'-1'", "distance of 0 or more"),
        (
            "load_grams, load_value, load_unit, load_kind",
            "2000001, '2000.001', 'kg', 'total'",
            "0 to 2000 kg",
        ),
        ("load_grams, load_value, load_unit, load_kind", "-1, '-1', 'kg', 'total'", "2000 kg"),
    ],
)
def test_a_number_out_of_range_is_refused_with_what_would_fit(
    opened: OpenStore, columns: str, values: str, sentence: str
) -> None:
    add_block(opened)
    with pytest.raises(InvalidSet) as caught, immediate(opened.connection):
        opened.connection.execute(SET.format(columns=columns, values=values))
    assert sentence in caught.value.message
    assert caught.value.expected


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        ("failure", "'nearly'"),
        ("technique", "'cheating'"),
        ("technique", "NULL"),
        ("side", "'middle'"),
        ("segments", "'['"),
        ("warm_up", "2"),
        ("is_at_known", "2"),
        ("rir_or_more", "2"),
        ("planned_failure", "2"),
        ("spotter", "2"),
        ("safeties", "-1"),
        ("partner", "2"),
        ("reps", "'many'"),
        ("note", "NULL"),
        ("load_grams", "5000"),
        ("load_value", "'5'"),
        ("load_grams, load_value, load_unit, load_kind", "5000, '5', 'stone', 'total'"),
        ("load_grams, load_value, load_unit, load_kind", "5000, '5', 'kg', 'dropped'"),
        ("import_id", "99"),
    ],
)
def test_what_no_lifter_can_say_is_refused_by_the_tables(
    opened: OpenStore, columns: str, values: str
) -> None:
    add_block(opened)
    with pytest.raises(StoreError, match="Nothing was changed"), immediate(opened.connection):
        opened.connection.execute(SET.format(columns=columns, values=values))
    assert opened.connection.execute("SELECT * FROM sets").fetchall() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sessions SET started_at = '2026-11-23 18:00:00'",
        "UPDATE sessions SET started_at = '2026-11-23T18:00:00+01:00'",
        "UPDATE sessions SET ended_at = '2026-11-23T17:59:59Z'",
        "UPDATE sessions SET local_date = 'Monday'",
        "UPDATE sessions SET is_open = 2",
        "UPDATE sessions SET is_time_known = NULL",
        "UPDATE sessions SET body_weight_value = '80'",
        "UPDATE sessions SET body_weight_value = '-80', body_weight_unit = 'kg'",
        "UPDATE sessions SET import_id = 99",
        "UPDATE blocks SET planned_sets = 0",
        "UPDATE blocks SET planned_sets = 101",
        "UPDATE blocks SET place_k = 0, place_n = 1",
        "UPDATE blocks SET place_k = 5, place_n = 4",
        "UPDATE blocks SET place_k = 5",
        "UPDATE blocks SET plan = 'bench'",
        "UPDATE blocks SET planned_failure = 2",
        "UPDATE blocks SET skipped = 2",
        "UPDATE blocks SET session_id = 99",
        "UPDATE blocks SET exercise_id = 99999",
        "UPDATE exercises SET name = ' ' WHERE id = 1",
        "UPDATE exercises SET name = (SELECT name FROM exercises WHERE id = 2) WHERE id = 1",
        "UPDATE exercises SET name = (SELECT upper(name) FROM exercises WHERE id = 2) WHERE id = 1",
        "UPDATE exercises SET policy = 'always' WHERE id = 1",
        "UPDATE exercises SET spot = 'maybe' WHERE id = 1",
        "UPDATE exercises SET measure = 'cubits' WHERE id = 1",
        "UPDATE exercises SET mechanic = 'both' WHERE id = 1",
        "UPDATE exercises SET technical = 'none' WHERE id = 1",
        "UPDATE exercises SET neurological = '' WHERE id = 1",
        "UPDATE exercises SET olympic = '' WHERE id = 1",
        "UPDATE exercises SET step_value = '0' WHERE id = 1",
        "UPDATE exercises SET bar_value = '-1', bar_unit = 'kg' WHERE id = 1",
        "UPDATE exercises SET bar_value = '20' WHERE id = 1",
        "UPDATE exercises SET bar_value = '20', bar_unit = 'st' WHERE id = 1",
        "UPDATE exercises SET step_unit = 'g' WHERE id = 1",
        "UPDATE exercises SET rest_seconds = 3601 WHERE id = 1",
        "UPDATE exercises SET secondary_muscles = 'lats' WHERE id = 1",
        "INSERT INTO acts (at, exercise_id, rules, severity) VALUES ('', 1, '[]', 'shout')",
        "INSERT INTO acts (at, exercise_id, rules, severity) VALUES ('', 1, 'R1', 'stop')",
        "INSERT INTO pains (exercise_id, at) VALUES (99999, '2026-11-23T18:00:00Z')",
        "INSERT INTO aliases (alias, exercise_id) VALUES ('x', 99999)",
        "DELETE FROM exercises WHERE id = (SELECT exercise_id FROM blocks)",
    ],
)
def test_a_row_that_makes_no_sense_is_refused_with_a_sentence(
    opened: OpenStore, statement: str
) -> None:
    add_block(opened)
    with pytest.raises(TrackerError), immediate(opened.connection):
        opened.connection.execute(statement)
    assert not opened.connection.in_transaction


@pytest.mark.parametrize(
    "table",
    [
        "exercises",
        "aliases",
        "imports",
        "origins",
        "sessions",
        "blocks",
        "sets",
        "pains",
        "acts",
        "profile",
        "steps",
    ],
)
def test_every_table_is_strict(opened: OpenStore, table: str) -> None:
    rows = opened.connection.execute("PRAGMA table_list").fetchall()
    assert {row["name"]: row["strict"] for row in rows}[table] == 1


def add_block(opened: OpenStore) -> None:
    opened.connection.execute(
        "INSERT INTO sessions (started_at, local_date) "
        "VALUES ('2026-11-23T18:00:00Z', '2026-11-23')"
    )
    opened.connection.execute(
        "INSERT INTO blocks (session_id, exercise_id, position) SELECT id, 1, 1 FROM sessions"
    )
