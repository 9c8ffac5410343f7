"""Who stands by: yes, no, or not said."""

from itertools import product

import pytest

from tracker.safety import NOTHING_SAID, Safety

ANSWERS = (None, False, True)


@pytest.mark.parametrize(("spotter", "safeties"), list(product(ANSWERS, ANSWERS)))
def test_only_two_noes_are_a_known_absence(spotter: bool | None, safeties: bool | None) -> None:
    safety = Safety(spotter, safeties)
    assert safety.is_known_absent == (spotter is False and safeties is False)
    assert safety.is_present == (spotter is True or safeties is True)
    assert not (safety.is_known_absent and safety.is_present)


def test_a_partner_alone_is_neither_spotter_nor_safeties() -> None:
    assert not Safety(partner=True).is_present
    assert not Safety(partner=False).is_known_absent


@pytest.mark.parametrize(("said", "remembered"), list(product(ANSWERS, ANSWERS)))
def test_what_is_said_goes_over_what_is_remembered(
    said: bool | None, remembered: bool | None
) -> None:
    wanted = remembered if said is None else said
    over = Safety(said, said, said).over(Safety(remembered, remembered, remembered))
    assert over == Safety(wanted, wanted, wanted)


def test_each_answer_is_remembered_by_itself() -> None:
    assert Safety(spotter=True).over(Safety(False, False, None)) == Safety(True, False, None)
    assert NOTHING_SAID.over(NOTHING_SAID) == NOTHING_SAID
