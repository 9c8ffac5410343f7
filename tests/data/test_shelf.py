"""The exercises as the store gives them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.store import OpenStore, open_store
from tracker.errors import InvalidSet, TrackerError, UnknownExercise
from tracker.exercise import Exercise, Mechanic, Policy
from tracker.load import kg
from tracker.safety import Safety
from tracker.session import Block

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
OWN = Exercise(id=0, name="Zercher Carry", is_custom=True, aliases=("carry", "front carry"))


def test_the_exercises_come_by_name(opened: OpenStore) -> None:
    names = [one.name for one in opened.store.catalogue.exercises()]
    assert names == sorted(names, key=str.lower)
    assert len(names) > 170


def test_an_exercise_of_the_lifters_own_is_kept_with_its_aliases(opened: OpenStore) -> None:
    added = opened.store.catalogue.add(OWN)
    assert added == replace(OWN, id=added.id)
    opened.shelf.forget()
    assert added in opened.store.catalogue.exercises()


@pytest.mark.parametrize("name", ["Bench Press (Barbell)", "bench press (barbell)", "bench"])
def test_a_name_that_stands_for_an_exercise_is_refused(opened: OpenStore, name: str) -> None:
    with pytest.raises(TrackerError, match=r"is there already: Bench Press \(Barbell\)"):
        opened.store.catalogue.add(replace(OWN, name=name))


def test_an_alias_that_stands_for_another_exercise_is_refused(opened: OpenStore) -> None:
    before = opened.store.catalogue.exercises()
    with pytest.raises(TrackerError, match=r"“bench” is there already"):
        opened.store.catalogue.add(replace(OWN, aliases=("carry", "bench")))
    opened.shelf.forget()
    assert opened.store.catalogue.exercises() == before


@pytest.mark.parametrize("name", ["", "  "])
def test_an_exercise_without_a_name_is_refused(opened: OpenStore, name: str) -> None:
    with pytest.raises(InvalidSet, match="a name with at least one letter"):
        opened.store.catalogue.add(replace(OWN, name=name))


def test_an_exercise_is_changed(opened: OpenStore) -> None:
    added = opened.store.catalogue.add(OWN)
    wanted = replace(
        added,
        name="Zercher Walk",
        set_up="pin 9",
        safety=Safety(False, True, None),
        step=kg("1.25"),
        rest_seconds=240,
        policy=Policy.NEVER,
        mechanic=Mechanic.ISOLATION,
        aliases=("front walk",),
    )
    opened.store.catalogue.change(wanted)
    assert opened.shelf.by_id(added.id) == wanted
    opened.shelf.forget()
    assert opened.shelf.by_id(added.id) == wanted


def test_every_exercise_of_the_catalogue_can_be_kept_as_it_is(opened: OpenStore) -> None:
    before = opened.store.catalogue.exercises()
    for one in before:
        opened.store.catalogue.change(one)
    assert opened.store.catalogue.exercises() == before


def test_a_name_may_change_its_letters_case(opened: OpenStore) -> None:
    added = opened.store.catalogue.add(OWN)
    opened.store.catalogue.change(replace(added, name="ZERCHER CARRY"))
    assert opened.shelf.by_id(added.id).name == "ZERCHER CARRY"


def test_an_exercise_cannot_take_anothers_name(opened: OpenStore) -> None:
    added = opened.store.catalogue.add(OWN)
    with pytest.raises(TrackerError, match="is there already"):
        opened.store.catalogue.change(replace(added, name="Bench Press (Barbell)"))
    assert opened.shelf.by_id(added.id) == added


@pytest.mark.parametrize(("step", "rest"), [("0", 180), ("2.5", 3601), ("2.5", -1)])
def test_a_step_or_a_rest_out_of_range_is_refused(opened: OpenStore, step: str, rest: int) -> None:
    added = opened.store.catalogue.add(OWN)
    with pytest.raises(InvalidSet, match=r"a step greater than 0|a rest of 0 to 3600 seconds"):
        opened.store.catalogue.change(replace(added, step=kg(step), rest_seconds=rest))
    opened.shelf.forget()
    assert opened.shelf.by_id(added.id) == added


def test_a_name_that_a_later_catalogue_gave_to_another_lift_too_is_no_hindrance(
    opened: OpenStore,
) -> None:
    added = opened.store.catalogue.add(OWN)
    other = opened.shelf.exercises()[0]
    opened.connection.execute(
        "INSERT INTO aliases (alias, exercise_id) VALUES (?, ?)", (OWN.name, other.id)
    )
    opened.store.catalogue.change(replace(added, set_up="belt"))
    assert opened.shelf.by_id(added.id).set_up == "belt"


def test_changing_an_exercise_that_is_not_there_is_refused(opened: OpenStore) -> None:
    with pytest.raises(UnknownExercise, match="Zercher Carry is no longer there"):
        opened.store.catalogue.change(replace(OWN, id=99_999))


def test_an_id_that_no_exercise_has_is_refused(opened: OpenStore) -> None:
    with pytest.raises(UnknownExercise, match="There is no exercise number 99999"):
        opened.shelf.by_id(99_999)


def test_an_exercise_that_another_program_added_is_found(database_file: Path) -> None:
    one, other = open_store(database_file), open_store(database_file)
    before = one.store.catalogue.exercises()
    added = other.store.catalogue.add(OWN)
    assert added not in before
    assert one.shelf.by_id(added.id) == added


def test_usage_weighs_sessions_of_late_more(opened: OpenStore) -> None:
    old, spring, new, both, never = opened.shelf.exercises()[:5]
    logging = opened.store.logging
    logging.start(NOW - timedelta(days=200), "UTC", blocks=[Block(old), Block(both)])
    logging.start(NOW - timedelta(days=100), "UTC", blocks=[Block(spring)])
    logging.start(NOW, "UTC", blocks=[Block(new), Block(both)])
    usage = opened.store.catalogue.usage()
    assert usage == {old.id: 1.0, spring.id: 20.0, new.id: 50.0, both.id: 51.0}
    assert never.id not in usage


def test_there_is_no_usage_without_sessions(opened: OpenStore) -> None:
    assert opened.store.catalogue.usage() == {}
