"""The catalogue in the database, and its later editions."""

from dataclasses import replace
from pathlib import Path

import pytest

import data.catalogue
import data.database
import data.seeding
from data.catalogue import load_catalogue
from data.seeding import CATALOGUE_EDITION, seed, seeded_edition
from data.store import OpenStore, open_store
from tracker.exercise import Exercise, Policy
from tracker.load import kg
from tracker.safety import Safety


def of(opened: OpenStore, name: str) -> Exercise:
    return next(one for one in opened.store.catalogue.exercises() if one.name == name)


def test_a_new_database_holds_the_catalogue(opened: OpenStore) -> None:
    stored = {one.name: replace(one, id=0) for one in opened.store.catalogue.exercises()}
    wanted = {one.name: one for one in load_catalogue()}
    assert stored.keys() == wanted.keys()
    for name, exercise in wanted.items():
        assert set(stored[name].aliases) == set(exercise.aliases)
        assert replace(stored[name], aliases=exercise.aliases) == exercise
    assert seeded_edition(opened.connection) == CATALOGUE_EDITION


def test_seeding_again_changes_nothing(opened: OpenStore) -> None:
    before = dump(opened)
    seed(opened.connection)
    assert dump(opened) == before


def dump(opened: OpenStore) -> list[str]:
    return [line for line in opened.connection.iterdump() if "sqlite_sequence" not in line]


def test_a_newer_edition_keeps_ids_and_what_the_lifter_said(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_store(database_file)
    squat = of(first, "Squat (Barbell)")
    said = replace(squat, set_up="pin 9", safety=Safety(False, True), bar=kg(15), step=kg(5))
    first.store.catalogue.change(said)
    first.close()
    edition = tuple(
        replace(one, policy=Policy.ABSOLUTE) if one.name == squat.name else one
        for one in load_catalogue()
    )
    publish(monkeypatch, edition)
    second = open_store(database_file)
    assert of(second, squat.name) == replace(said, policy=Policy.ABSOLUTE)
    second.close()


def test_an_own_exercise_of_a_name_in_a_newer_edition_becomes_the_catalogues(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_store(database_file)
    own = first.store.catalogue.add(
        Exercise(0, "zercher carry", is_custom=True, is_classified=False, set_up="belt")
    )
    first.close()
    published = Exercise(0, "Zercher Carry", step=kg(5), aliases=("carry",))
    publish(monkeypatch, (*load_catalogue(), published))
    second = open_store(database_file)
    assert second.shelf.by_id(own.id) == replace(
        published, id=own.id, name="zercher carry", set_up="belt"
    )
    second.close()


def test_an_older_program_leaves_a_newer_edition_alone(
    database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = database_file.read_bytes()
    monkeypatch.setattr(data.database, "CATALOGUE_EDITION", CATALOGUE_EDITION - 1)
    open_store(database_file).close()
    assert database_file.read_bytes() == before


def publish(monkeypatch: pytest.MonkeyPatch, edition: tuple[Exercise, ...]) -> None:
    monkeypatch.setattr(data.catalogue, "load_catalogue", lambda: edition)
    monkeypatch.setattr(data.database, "CATALOGUE_EDITION", CATALOGUE_EDITION + 1)
    monkeypatch.setattr(data.seeding, "CATALOGUE_EDITION", CATALOGUE_EDITION + 1)
