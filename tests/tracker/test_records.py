"""Personal records: what beats what, announced once, with what was beaten."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.bests import (
    Best,
    BestReps,
    Bests,
    BodyVolume,
    estimate_of,
    reps_done,
    scale,
    total_volume,
    volume_of,
)
from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, Measure
from tracker.load import Load, LoadKind, Unit, bodyweight, kg, lb
from tracker.performed import PerformedSet, Segment, Side
from tracker.records import Record, RecordKind, records_of_session, records_of_set

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 3, 16, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 16, 17, tzinfo=UTC)
BENCH = Exercise(1, "Bench Press (Barbell)")
SNATCH = Exercise(2, "Snatch (Barbell)", olympic="yes")
CURL = Exercise(3, "Hammer Curl (Dumbbell)", is_per_hand=True)
PULL_UP = Exercise(4, "Pull Up", is_bodyweight=True)
PLANK = Exercise(5, "Plank", measure=Measure.TIME)
RUN = Exercise(6, "Running", measure=Measure.DISTANCE)

E1RM, HEAVIEST, REPS, VOLUME, LONGEST = (
    RecordKind.ONE_REP_MAX,
    RecordKind.HEAVIEST,
    RecordKind.REPS_AT_LOAD,
    RecordKind.VOLUME,
    RecordKind.LONGEST,
)

BESTS = Bests(
    one_rep_max=Best(114_000, OCTOBER, kg(90), 6),
    by_load=(
        BestReps(kg(80), 10, OCTOBER),
        BestReps(kg("82.5"), 8, NOVEMBER),
        BestReps(kg(60), 6, OCTOBER),
        BestReps(kg(90), 6, OCTOBER),
    ),
    volume=Best(3_980_000, NOVEMBER),
)


def added(value: str) -> Load:
    return Load(Decimal(value), Unit.KG, LoadKind.ADDED)


def assisted(value: str) -> Load:
    return Load(Decimal(value), Unit.KG, LoadKind.ASSISTED)


def done(
    load: Load | None, reps: int | None, rir: float | None = None, **said: object
) -> PerformedSet:
    return PerformedSet(NOW, load, reps, **{"rir": rir, **said})


def of_set(
    performed: PerformedSet,
    *earlier: PerformedSet,
    exercise: Exercise = BENCH,
    bests: Bests = BESTS,
    body_weight: Load | None = None,
) -> dict[RecordKind, Record]:
    records = records_of_set(exercise, bests, earlier, performed, body_weight)
    assert len({one.kind for one in records}) == len(records)
    return {one.kind: one for one in records}


@pytest.mark.parametrize(
    ("performed", "is_record"),
    [
        (done(kg(90), 8, 3), False),  # the same set as ever, its RIR said for the first time
        (done(kg(90), 8, 0), False),
        (done(kg(90), 8), False),
        (done(kg(90), 9, 2), True),
        (done(kg("92.5"), 8, 2), True),
        (done(kg("92.5"), 8), True),
    ],
)
def test_a_set_that_says_its_rir_beats_an_unrated_best_by_its_reps_alone(
    performed: PerformedSet, is_record: bool
) -> None:
    unrated = Best(114_000, OCTOBER, kg(90), 8, is_lower_bound=True)
    bests = Bests(one_rep_max=unrated, by_load=(BestReps(kg(90), 8, OCTOBER),))
    assert (E1RM in of_set(performed, bests=bests)) is is_record


def test_a_greater_estimate_is_a_record_with_what_it_beat() -> None:
    record = of_set(done(kg("87.5"), 8, 2, id=7))[E1RM]
    assert (record.value, record.beaten, record.beaten_at) == (116_667, 114_000, OCTOBER)
    assert (record.beaten_load, record.beaten_reps) == (kg(90), 6)
    assert (record.set_id, record.exercise, record.load, record.reps) == (7, BENCH, kg("87.5"), 8)
    assert not record.is_lower_bound


@pytest.mark.parametrize(
    ("performed", "is_record"),
    [
        (done(kg("85.5"), 8, 2), False),  # 114.0 kg: the same
        (done(kg("85.6"), 8, 2), True),
        (done(kg(100), 8, 4), False),  # RIR 4 is too much of a guess
        (done(kg(80), 16, 0), False),  # too many reps to say
        (done(kg(100), 8), True),  # no RIR: at least this much
        (done(kg(90), 7), False),
        (done(kg(100), 8, 0, warm_up=True), False),
        (done(kg(100), 0, 0, failure=FailureType.ABSOLUTE), False),
        (done(None, 8, 0), False),
    ],
)
def test_an_estimate_is_a_record_where_it_is_greater(
    performed: PerformedSet, is_record: bool
) -> None:
    assert (E1RM in of_set(performed)) is is_record


def test_a_set_without_rir_beats_by_the_least_that_it_speaks_for() -> None:
    record = of_set(done(kg(100), 8))[E1RM]
    assert record.is_lower_bound and not record.beaten_is_lower_bound
    assert record.value == 126_667


def test_what_comes_past_failure_never_counts_and_the_set_proper_does() -> None:
    segments = (Segment(30, kg(80)), Segment(4))
    drop = done(kg(80), 9, 0, technique=Technique.DROP, segments=segments)
    assert of_set(drop) == {}
    better = done(kg(80), 11, 0, technique=Technique.REST_PAUSE, segments=(Segment(9),))
    assert of_set(better)[REPS].value == 11
    assert volume_of(BENCH, better, None) == 880_000


def test_no_olympic_lift_has_an_estimate() -> None:
    assert estimate_of(SNATCH, done(kg(70), 2, 1), None) is None
    records = of_set(done(kg(100), 2, 1), exercise=SNATCH)
    assert set(records) == {HEAVIEST}


@pytest.mark.parametrize(
    ("load", "reps", "beaten"),
    [
        (kg("82.5"), 9, 8),
        (kg("82.5"), 8, None),
        (kg(80), 11, 10),
        (kg(60), 7, None),  # eighty went for ten
        (kg(60), 11, 6),
        (kg(81), 12, None),  # never lifted before, nothing to compare with
        (kg(90), 7, 6),
        (Load(Decimal("181.8812"), Unit.LB), 9, 8),  # 82.5 kg, said in pounds
        (added("82.5"), 9, None),
    ],
)
def test_more_reps_at_a_load_beat_what_was_done_at_it(
    load: Load, reps: int, beaten: int | None
) -> None:
    record = of_set(done(load, reps)).get(REPS)
    assert (record.beaten if record else None) == beaten
    if record:
        assert record.value == reps


@pytest.mark.parametrize(
    ("load", "reps", "is_record"),
    [
        (kg("92.5"), 1, True),
        (kg(90), 9, False),
        (kg("92.5"), 0, False),
        (lb(200), 2, True),
        (lb(198), 2, False),
        (added("92.5"), 3, False),
    ],
)
def test_a_heavier_load_than_ever_is_a_record(load: Load, reps: int, is_record: bool) -> None:
    record = of_set(done(load, reps, 5)).get(HEAVIEST)
    assert bool(record) is is_record
    if record:
        assert (record.value, record.beaten, record.beaten_load) == (load.grams, 90_000, kg(90))


@pytest.mark.parametrize(
    ("best", "load", "is_record"),
    [
        (lb(225), kg("102.06"), False),  # 2 g: the same, converted
        (lb(225), kg(102), False),
        (kg("102.06"), lb(225), False),
        (lb(225), kg("102.15"), False),
        (lb(225), kg("102.2"), True),
        (added("20"), Load(Decimal("44.2"), Unit.LB, LoadKind.ADDED), False),
    ],
)
def test_a_load_said_in_the_other_unit_is_the_same_load(
    best: Load, load: Load, is_record: bool
) -> None:
    bests = Bests(by_load=(BestReps(best, 8, OCTOBER),))
    assert (HEAVIEST in of_set(done(load, 3), bests=bests)) is is_record
    assert (HEAVIEST in of_set(done(load, 3), done(best, 3), bests=bests)) is is_record
    assert (REPS in of_set(done(load, 9), bests=bests)) is not is_record


def test_reps_at_a_load_beat_the_most_at_what_is_the_same_load() -> None:
    bests = Bests(
        by_load=(BestReps(kg("102.06"), 8, OCTOBER), BestReps(lb(225), 5, NOVEMBER)),
    )
    record = of_set(done(lb(225), 9), bests=bests)[REPS]
    assert (record.beaten, record.beaten_load, record.beaten_at) == (8, kg("102.06"), OCTOBER)
    assert REPS not in of_set(done(lb(225), 8), bests=bests)


ON_BODY = Bests(
    one_rep_max=Best(106_667, OCTOBER, bodyweight(), 8),
    by_load=(BestReps(bodyweight(), 8, OCTOBER, 10.0), BestReps(added("10"), 5, OCTOBER, 6.0)),
    volume=Best(8 * 80_000 + 5 * 90_000, OCTOBER),
    volumes_on_body=(BodyVolume(13, 50_000),),
)


@pytest.mark.parametrize(
    ("sets", "kinds"),
    [
        ([done(bodyweight(), 8, 2), done(added("10"), 5, 2)], set()),  # only the body is heavier
        ([done(bodyweight(), 8, 3), done(added("10"), 5, 3)], set()),
        ([done(bodyweight(), 9, 2)], {E1RM, REPS}),
        ([done(added("10"), 6, 2)], {E1RM, REPS}),
        ([done(added("5"), 7, 3)], {E1RM}),
        ([done(added("15"), 2, 0)], {HEAVIEST}),
        ([done(bodyweight(), 7, 2), done(bodyweight(), 7, 2)], {VOLUME}),
        ([done(bodyweight(), 7, 2), done(added("10"), 5, 2), done(assisted("20"), 1, 2)], set()),
    ],
)
def test_a_heavier_body_alone_reaches_no_record(
    sets: list[PerformedSet], kinds: set[RecordKind]
) -> None:
    records = records_of_session(PULL_UP, ON_BODY, sets, kg(83))
    assert {one.kind for one in records} == kinds


def test_a_session_of_more_reps_by_a_lighter_body_is_not_beaten_by_weight() -> None:
    bests = Bests(
        volume=Best(36 * 80_000, OCTOBER),
        volumes_on_body=(BodyVolume(40, 0), BodyVolume(30, 150_000)),
    )
    told = [
        VOLUME
        in of_set(done(bodyweight(), reps), exercise=PULL_UP, bests=bests, body_weight=kg(83))
        for reps in (37, 40, 41)
    ]
    assert told == [False, False, True]


@pytest.mark.parametrize(
    ("earlier", "best", "unit"),
    [
        ([done(Load(Decimal(25), Unit.LB, LoadKind.ADDED), 5)], added("10"), Unit.LB),
        ([done(added("10"), 5)], Load(Decimal(25), Unit.LB, LoadKind.ADDED), Unit.KG),
        ([done(bodyweight(), 5)], Load(Decimal(25), Unit.LB, LoadKind.ADDED), Unit.LB),
        ([], bodyweight(), Unit.LB),
    ],
)
def test_the_body_alone_is_told_in_the_unit_of_the_lift_s_other_loads(
    earlier: list[PerformedSet], best: Load, unit: Unit
) -> None:
    bests = Bests(
        by_load=(BestReps(bodyweight(), 4, OCTOBER), BestReps(best, 1, OCTOBER)),
        volume=Best(1, OCTOBER),
    )
    one = done(bodyweight(), 20, 0)
    announced = of_set(one, *earlier, exercise=PULL_UP, bests=bests, body_weight=lb(180))
    assert announced[REPS].unit is unit


def test_a_record_is_told_in_the_unit_of_its_set() -> None:
    assert {one.unit for one in of_set(done(lb(225), 9, 0)).values()} == {Unit.LB}
    assert {one.unit for one in of_set(done(kg(110), 9, 0)).values()} == {Unit.KG}


def test_help_counts_below_the_body_alone_and_added_load_above_it() -> None:
    loads = [assisted("20"), assisted("15"), bodyweight(), added("5"), added("10")]
    assert [scale(one)[1] for one in loads] == [-20_000, -15_000, 0, 5_000, 10_000]
    bests = Bests(
        by_load=(BestReps(assisted("15"), 8, OCTOBER), BestReps(bodyweight(), 5, OCTOBER))
    )
    heavier = of_set(done(assisted("20"), 30), exercise=PULL_UP, bests=bests)
    assert heavier == {}
    assert HEAVIEST in of_set(done(added("5"), 3), exercise=PULL_UP, bests=bests)
    assert of_set(done(assisted("15"), 9), exercise=PULL_UP, bests=bests)[REPS].beaten == 8
    assert of_set(done(bodyweight(), 6), exercise=PULL_UP, bests=bests)[REPS].beaten == 5


def test_the_body_counts_where_its_weight_is_known() -> None:
    one = done(added("20"), 8, 2)
    known = estimate_of(PULL_UP, one, kg(80))
    assert known is not None and known.grams == 133_333
    assert volume_of(PULL_UP, one, kg(80)) == 800_000
    assert volume_of(PULL_UP, done(assisted("20"), 8), kg(80)) == 480_000
    assert volume_of(PULL_UP, done(assisted("90"), 8), kg(80)) == 0


def test_without_body_weight_there_are_reps_at_a_load_and_nothing_else() -> None:
    bests = Bests(
        one_rep_max=Best(100_000, OCTOBER, bodyweight(), 8),
        by_load=(BestReps(bodyweight(), 8, OCTOBER),),
        volume=Best(600_000, OCTOBER),
    )
    one = done(bodyweight(), 12, 0)
    assert set(of_set(one, exercise=PULL_UP, bests=bests)) == {REPS}
    known = of_set(one, exercise=PULL_UP, bests=bests, body_weight=kg(80))
    assert set(known) == {E1RM, REPS, VOLUME}


@pytest.mark.parametrize(
    ("exercise", "performed", "volume"),
    [
        (BENCH, done(kg(80), 8), 640_000),
        (CURL, done(kg(14), 12), 336_000),
        (CURL, done(kg(14), 12, reps_right=10), 308_000),
        (CURL, done(kg(14), 12, side=Side.LEFT), 168_000),
        (BENCH, done(kg(80), 8, warm_up=True), 0),
        (BENCH, done(None, 8), 0),
        (BENCH, done(kg(80), None), 0),
    ],
)
def test_volume_counts_both_hands_of_work_sets(
    exercise: Exercise, performed: PerformedSet, volume: int
) -> None:
    assert volume_of(exercise, performed, None) == volume


def test_only_reps_that_both_sides_did_count_as_reps() -> None:
    assert reps_done(done(kg(14), 12, reps_right=10)) == 10
    assert reps_done(done(kg(14), None)) == 0


def test_volume_is_announced_once_at_the_set_that_crosses_the_best() -> None:
    sets = [done(kg(80), 10, id=number) for number in range(1, 8)]
    announced = [VOLUME in of_set(one, *sets[:place]) for place, one in enumerate(sets)]
    assert announced == [False, False, False, False, True, False, False]
    crossing = of_set(sets[4], *sets[:4])[VOLUME]
    assert (crossing.value, crossing.beaten, crossing.set_id) == (4_000_000, 3_980_000, 5)
    final = {one.kind: one for one in records_of_session(BENCH, BESTS, sets)}
    assert (final[VOLUME].value, final[VOLUME].set_id) == (5_600_000, 5)


def test_the_same_again_is_no_record_and_better_still_is() -> None:
    first, same, better = done(kg(80), 11, 1), done(kg(80), 11, 1), done(kg(80), 12, 1)
    assert set(of_set(first)) == {REPS}
    assert of_set(same, first) == {}
    assert of_set(better, first, same)[REPS].value == 12
    assert of_set(better, first, same)[REPS].beaten == 10


def test_a_lighter_set_after_a_record_is_not_announced_beside_it() -> None:
    first, lighter = done(kg("82.5"), 11), done(kg(80), 12)
    assert of_set(lighter)[REPS].value == 12
    assert REPS not in of_set(lighter, first)
    assert of_set(done(kg(90), 12), first)[REPS].value == 12


def test_each_step_of_a_ramp_beats_the_one_before() -> None:
    ramp = [done(kg(95), 1, 4), done(kg(100), 1, 4), done(kg(100), 1, 4), done(kg(95), 2, 4)]
    told = [HEAVIEST in of_set(one, *ramp[:place]) for place, one in enumerate(ramp)]
    assert told == [True, True, False, False]
    (final,) = records_of_session(BENCH, BESTS, ramp)
    assert (final.value, final.beaten) == (100_000, 90_000)


def test_the_first_session_of_an_exercise_announces_nothing() -> None:
    sets = [done(kg(80), 8, 2), done(kg(90), 9, 0), done(kg(100), 5, 0)]
    assert records_of_session(BENCH, Bests(), sets) == ()


def test_warm_ups_are_not_what_a_later_set_is_held_against() -> None:
    assert REPS in of_set(done(kg(80), 11), done(kg(80), 15, warm_up=True))


def test_the_longest_hold_is_a_record_and_a_run_has_none() -> None:
    bests = Bests(longest=Best(90, OCTOBER))
    held = [done(None, None, seconds=one) for one in (80, 95, 95, 100)]
    told = [of_set(one, *held[:n], exercise=PLANK, bests=bests) for n, one in enumerate(held)]
    assert [LONGEST in one for one in told] == [False, True, False, True]
    assert (told[3][LONGEST].value, told[3][LONGEST].beaten) == (100, 90)
    assert of_set(held[3], exercise=RUN, bests=bests) == {}


def test_a_session_s_records_are_the_last_of_each_kind() -> None:
    sets = [done(kg(80), 12, 2, id=1), done(kg("92.5"), 8, 2, id=2), done(kg(95), 8, 2, id=3)]
    final = records_of_session(BENCH, BESTS, sets)
    assert [(one.kind, one.set_id) for one in final] == [(E1RM, 3), (HEAVIEST, 3), (REPS, 1)]


loads = st.builds(
    Load,
    st.integers(0, 40).map(lambda steps: Decimal(steps) * Decimal("2.5")),
    st.sampled_from(Unit),
    st.sampled_from([LoadKind.TOTAL, LoadKind.ADDED, LoadKind.ASSISTED]),
)
performed_sets = st.lists(
    st.builds(
        PerformedSet,
        at=st.just(NOW),
        load=st.none() | loads,
        reps=st.integers(0, 18),
        reps_right=st.none() | st.integers(0, 18),
        rir=st.none() | st.integers(0, 10).map(lambda halves: halves / 2),
        warm_up=st.booleans(),
    ),
    max_size=8,
)


@given(performed_sets, st.none() | st.just(kg(80)))
def test_whatever_is_announced_beats_the_best_and_itself(
    sets: list[PerformedSet], body_weight: Load | None
) -> None:
    told: dict[RecordKind, Record] = {}
    for place, performed in enumerate(sets):
        for record in records_of_set(BENCH, BESTS, sets[:place], performed, body_weight):
            assert record.value > record.beaten
            assert performed.is_work_set
            if record.kind in told:
                earlier = told[record.kind]
                assert record.kind is not VOLUME
                assert (record.value, scale(record.load or kg(0))) > (
                    earlier.value,
                    scale(earlier.load or kg(0)),
                )
            told[record.kind] = record
    final = {one.kind: one for one in records_of_session(BENCH, BESTS, sets, body_weight)}
    assert set(final) == set(told)
    assert {kind: one for kind, one in final.items() if kind is not VOLUME} == {
        kind: one for kind, one in told.items() if kind is not VOLUME
    }
    if VOLUME in final:
        assert final[VOLUME].value == total_volume(BENCH, sets, body_weight)


@given(performed_sets)
def test_what_was_just_done_is_never_a_record_the_second_time(sets: list[PerformedSet]) -> None:
    if sets:
        again = of_set(sets[-1], *sets)
        assert set(again) <= {VOLUME}


@given(performed_sets, st.integers(0, 7))
def test_a_warm_up_changes_no_record(sets: list[PerformedSet], place: int) -> None:
    warm_up = done(kg(300), 12, 0, warm_up=True)
    with_it = [*sets[:place], warm_up, *sets[place:]]
    assert records_of_session(BENCH, BESTS, with_it) == records_of_session(BENCH, BESTS, sets)
