"""What is kept beside the log."""

import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store import OpenStore, open_store
from tracker.errors import InvalidSetting, StoreError, UnknownExercise
from tracker.load import Load, Unit, kg
from tracker.performed import PerformedSet
from tracker.profile import Profile, Sex, TrainingLevel
from tracker.session import Block
from tracker.settings import Settings
from tracker.store import Act, DraftLine

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
DAY = timedelta(days=1)


# -- the lifter --------------------------------------------------------------------------------


def test_a_new_lifter_is_an_intermediate_who_lifts_in_kilograms(opened: OpenStore) -> None:
    assert opened.store.keeping.profile() == Profile()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    level=st.sampled_from(TrainingLevel),
    unit=st.sampled_from(Unit),
    weight=st.none() | st.builds(Load, st.decimals(20, 400, places=1), st.sampled_from(Unit)),
    sex=st.none() | st.sampled_from(Sex),
    lessons=st.frozensets(st.sampled_from(["R1", "R42", "R90"])),
)
def test_any_lifter_is_read_back_equal(
    opened: OpenStore,
    level: TrainingLevel,
    unit: Unit,
    weight: Load | None,
    sex: Sex | None,
    lessons: frozenset[str],
) -> None:
    profile = Profile(level, unit, weight, sex, lessons)
    opened.store.keeping.save_profile(profile)
    assert opened.store.keeping.profile() == profile


def test_saving_the_lifter_leaves_the_catalogue_alone(database_file: Path) -> None:
    opened = open_store(database_file)
    opened.store.keeping.save_profile(Profile(TrainingLevel.ADVANCED))
    opened.close()
    before = database_file.read_bytes()
    open_store(database_file).close()
    assert database_file.read_bytes() == before


# -- settings ----------------------------------------------------------------------------------


def test_settings_are_kept_in_memory_where_there_is_no_file(opened: OpenStore) -> None:
    keeping = opened.store.keeping
    assert keeping.settings() == Settings()
    keeping.save_setting("ration.total_max", 5)
    keeping.save_setting("gate.reps", 6)
    assert keeping.settings().whole("ration.total_max") == 5
    keeping.save_setting("ration.total_max", None)
    assert keeping.settings() == Settings({"gate.reps": 6})


def test_settings_are_kept_in_their_file(database_file: Path, tmp_path: Path) -> None:
    one = open_store(database_file, tmp_path / "settings.toml").store.keeping
    other = open_store(database_file, tmp_path / "settings.toml").store.keeping
    assert one.settings() == Settings()
    one.save_setting("reps.drop", (0.6, 0.7))
    assert other.settings() == Settings({"reps.drop": (0.6, 0.7)})
    other.save_setting("reps.drop", None)
    assert one.settings() == Settings()


@pytest.mark.parametrize("value", [1, None])
def test_a_setting_that_does_not_exist_is_refused(
    opened: OpenStore, database_file: Path, tmp_path: Path, value: int | None
) -> None:
    for store in (opened, open_store(database_file, tmp_path / "settings.toml")):
        with pytest.raises(InvalidSetting, match=r"no setting called 'ration\.most'"):
            store.store.keeping.save_setting("ration.most", value)


def test_a_value_that_does_not_fit_changes_nothing(opened: OpenStore) -> None:
    opened.store.keeping.save_setting("gate.reps", 6)
    with pytest.raises(InvalidSetting):
        opened.store.keeping.save_setting("gate.reps", 0)
    assert opened.store.keeping.settings() == Settings({"gate.reps": 6})


# -- acts --------------------------------------------------------------------------------------


def test_a_verdict_is_kept_and_settled(opened: OpenStore) -> None:
    keeping = opened.store.keeping
    exercise = opened.shelf.exercises()[0]
    act = Act(NOW, exercise.name, ("R16", "R42"), "stop", "pending")
    act_id = keeping.record_act(act)
    assert opened.store.history.acts(NOW - DAY, NOW) == (replace(act, id=act_id),)
    keeping.settle_act(act_id, "overridden")
    (settled,) = opened.store.history.acts(NOW - DAY, NOW)
    assert settled == replace(act, id=act_id, outcome="overridden")


def test_a_verdict_on_an_exercise_that_does_not_exist_is_refused(opened: OpenStore) -> None:
    with pytest.raises(UnknownExercise, match="There is no exercise 'Moon Press'"):
        opened.store.keeping.record_act(Act(NOW, "Moon Press", (), "info", "pending"))


@pytest.mark.parametrize(("severity", "outcome"), [("loud", "pending"), ("stop", "forgotten")])
def test_a_verdict_in_other_words_is_refused(
    opened: OpenStore, severity: str, outcome: str
) -> None:
    exercise = opened.shelf.exercises()[0]
    with pytest.raises(StoreError, match="The database does not take that"):
        opened.store.keeping.record_act(Act(NOW, exercise.name, (), severity, outcome))


# -- pain --------------------------------------------------------------------------------------


def pains(opened: OpenStore, at: datetime) -> list[tuple[int, datetime]]:
    facts = opened.store.history.facts(at, Settings())
    return [(one.exercise.id, one.at) for one in facts.pains]


def test_pain_is_active_for_fourteen_days(opened: OpenStore) -> None:
    opened.store.keeping.mark_pain(7, NOW)
    assert pains(opened, NOW - timedelta(seconds=1)) == []
    assert pains(opened, NOW) == [(7, NOW)]
    assert pains(opened, NOW + 14 * DAY - timedelta(seconds=1)) == [(7, NOW)]
    assert pains(opened, NOW + 14 * DAY) == []


def test_pain_noted_twice_is_told_once_with_the_later_time(opened: OpenStore) -> None:
    opened.store.keeping.mark_pain(7, NOW)
    opened.store.keeping.mark_pain(7, NOW + DAY)
    opened.store.keeping.mark_pain(3, NOW)
    assert pains(opened, NOW + DAY) == [(3, NOW), (7, NOW + DAY)]


def test_cleared_pain_is_gone_from_then_on(opened: OpenStore) -> None:
    opened.store.keeping.mark_pain(7, NOW)
    opened.store.keeping.mark_pain(3, NOW)
    opened.store.keeping.clear_pain(7, NOW + DAY)
    assert pains(opened, NOW + DAY - timedelta(seconds=1)) == [(3, NOW), (7, NOW)]
    assert pains(opened, NOW + DAY) == [(3, NOW)]


def test_clearing_as_of_an_earlier_time_leaves_later_pain(opened: OpenStore) -> None:
    opened.store.keeping.mark_pain(7, NOW)
    opened.store.keeping.clear_pain(7, NOW - DAY)
    assert pains(opened, NOW) == [(7, NOW)]


# -- the half-typed line -----------------------------------------------------------------------

LINE = DraftLine(3, '100x8@2 "left\nelbow 膝 \x00')


def test_the_half_typed_line_is_kept_in_memory_beside_a_database_in_memory(
    opened: OpenStore,
) -> None:
    keeping = opened.store.keeping
    assert keeping.draft_line() is None
    keeping.keep_draft_line(LINE)
    assert keeping.draft_line() == LINE
    keeping.keep_draft_line(None)
    assert keeping.draft_line() is None


def test_the_half_typed_line_is_there_after_a_kill(database_file: Path) -> None:
    open_store(database_file).store.keeping.keep_draft_line(DraftLine(3, "100x"))
    open_store(database_file).store.keeping.keep_draft_line(LINE)
    assert open_store(database_file).store.keeping.draft_line() == LINE


RESTED = DraftLine(3, "6 2", NOW)


def test_a_rest_timer_started_anew_is_kept_with_the_line(
    opened: OpenStore, database_file: Path
) -> None:
    opened.store.keeping.keep_draft_line(RESTED)
    assert opened.store.keeping.draft_line() == RESTED
    open_store(database_file).store.keeping.keep_draft_line(RESTED)
    assert open_store(database_file).store.keeping.draft_line() == RESTED


def test_a_rest_timer_is_kept_without_a_line_too(database_file: Path) -> None:
    open_store(database_file).store.keeping.keep_draft_line(DraftLine(3, "", NOW))
    assert open_store(database_file).store.keeping.draft_line() == DraftLine(3, "", NOW)


@pytest.mark.parametrize("rest_from", ["null", '""', "7", '"soon"', '"2026-11-23T18:00:00"', "[]"])
def test_a_rest_timer_that_cannot_be_read_costs_no_line(
    database_file: Path, rest_from: str
) -> None:
    line = f'{{"session": 3, "text": "6 2", "rest_from": {rest_from}}}'
    Path(f"{database_file}.line").write_text(line)
    assert open_store(database_file).store.keeping.draft_line() == DraftLine(3, "6 2")


def test_the_half_typed_line_is_private_and_leaves_nothing_behind(database_file: Path) -> None:
    keeping = open_store(database_file).store.keeping
    before = os.umask(0)
    keeping.keep_draft_line(LINE)
    os.umask(before)
    line_file = Path(f"{database_file}.line")
    assert stat.S_IMODE(line_file.stat().st_mode) == 0o600
    assert {one.name for one in database_file.parent.iterdir()} == {
        database_file.name,
        f"{database_file.name}-journal",
        line_file.name,
    }
    keeping.keep_draft_line(None)
    keeping.keep_draft_line(None)
    assert not line_file.exists()


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[1]", b'{"session": 1}', b'{"session": "x", "text": ""}', b"\xff", b"1"]
)
def test_a_line_file_that_says_nothing_is_no_line(database_file: Path, text: bytes) -> None:
    Path(f"{database_file}.line").write_bytes(text)
    assert open_store(database_file).store.keeping.draft_line() is None


def test_a_line_that_cannot_be_kept_does_not_stop_the_typing(database_file: Path) -> None:
    Path(f"{database_file}.line").mkdir()
    keeping = open_store(database_file).store.keeping
    keeping.keep_draft_line(LINE)
    keeping.keep_draft_line(None)
    assert keeping.draft_line() is None


# -- another program ---------------------------------------------------------------------------


def test_what_another_program_wrote_is_noticed_once(database_file: Path) -> None:
    one, other = open_store(database_file), open_store(database_file)
    assert not one.store.keeping.changed_elsewhere()
    one.store.keeping.save_profile(Profile(body_weight=kg(Decimal("82.5"))))
    assert not one.store.keeping.changed_elsewhere()
    session = other.store.logging.start(NOW, "UTC")
    assert one.store.keeping.changed_elsewhere()
    assert not one.store.keeping.changed_elsewhere()
    block_id = one.store.logging.add_block(session.id, Block(one.shelf.exercises()[0]))
    other.store.logging.log(block_id, [PerformedSet(NOW, kg(100), 8)])
    assert one.store.keeping.changed_elsewhere()


def test_an_exercise_that_another_program_changed_is_read_again(database_file: Path) -> None:
    one, other = open_store(database_file), open_store(database_file)
    exercise = one.store.catalogue.exercises()[0]
    other.store.catalogue.change(replace(exercise, set_up="pin 9"))
    assert one.shelf.by_id(exercise.id) == exercise
    assert one.store.keeping.changed_elsewhere()
    assert one.shelf.by_id(exercise.id).set_up == "pin 9"
