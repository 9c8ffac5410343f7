"""The one-rep maximum: estimated from a set, and the reps it promises at another load."""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, inf, log

from tracker.errors import InvalidSet

MOST_REPS = 15
"""Most reps to failure that still give an estimate."""
LEAST_VAGUE_RIR = 4.0
"""From this RIR on the reps left are too much of a guess to estimate from."""
_MOST_FORMULA_REPS = 36
"""Brzycki divides by 37 − n, Lander by 101.3 − 2.67123 n: beyond this they mean nothing."""

_RPE_CHART = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6),
    *(77.4, 76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6),
    57.2,
)
"""Percent of the one-rep maximum by half steps: one more rep is one RPE point less."""


class Quality(StrEnum):
    """How far an estimate can be trusted."""

    GOOD = "good"
    """Up to 10 reps to failure."""
    FAIR = "fair"
    """Over 10, up to 12."""
    POOR = "poor"
    """Over 12, up to 15; shown dimmed."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated one-rep maximum with the range it stands for."""

    grams: int
    low: int
    """Lower end of the range, in grams."""
    high: int
    """Upper end of the range, in grams."""
    quality: Quality
    is_lower_bound: bool = False
    """The reps left were not said, so that the maximum is at least this."""


def _scaled(load: float, reps: float, factor: float) -> float:
    return load if reps == 1 else load * factor


def _checked(reps: float) -> float:
    if not 1 <= reps <= _MOST_FORMULA_REPS:
        raise InvalidSet(
            f"{reps:g} reps give no one-rep maximum: the formulas take 1 to {_MOST_FORMULA_REPS}.",
            f"{reps:g}",
            f"1 to {_MOST_FORMULA_REPS} reps",
        )
    return reps


def epley(load: float, reps: float) -> float:
    """Load × (1 + n/30) (Epley 1985); one rep returns the load itself, zero has no estimate.

    >>> epley(225, 8)
    285.0
    """
    return _scaled(load, reps, 1 + _checked(reps) / 30)


def brzycki(load: float, reps: float) -> float:
    """36 × load / (37 − n) (Brzycki 1993); one rep returns the load itself."""
    return _scaled(load, reps, 36 / (37 - _checked(reps)))


def lombardi(load: float, reps: float) -> float:
    """Load × n^0.10 (Lombardi 1989); one rep returns the load itself."""
    return _scaled(load, reps, _checked(reps) ** 0.10)


def oconner(load: float, reps: float) -> float:
    """Load × (1 + 0.025 n) (O'Conner 1989); one rep returns the load itself."""
    return _scaled(load, reps, 1 + 0.025 * _checked(reps))


def wathan(load: float, reps: float) -> float:
    """100 × load / (48.8 + 53.8 e^(−0.075 n)) (Wathan 1994); one rep returns the load itself."""
    return _scaled(load, reps, 100 / (48.8 + 53.8 * exp(-0.075 * _checked(reps))))


def mayhew(load: float, reps: float) -> float:
    """100 × load / (52.2 + 41.9 e^(−0.055 n)) (Mayhew 1992); one rep returns the load itself."""
    return _scaled(load, reps, 100 / (52.2 + 41.9 * exp(-0.055 * _checked(reps))))


def lander(load: float, reps: float) -> float:
    """100 × load / (101.3 − 2.67123 n) (Lander 1985); one rep returns the load itself."""
    return _scaled(load, reps, 100 / (101.3 - 2.67123 * _checked(reps)))


def estimate(load_grams: int, reps: int, rir: float | None) -> Estimate | None:
    """The one-rep maximum that a set speaks for: the median of Epley, Brzycki and Wathan.

    Reps to failure are n = reps + RIR. A RIR that was not said gives a lower bound (n = reps). The
    range is ±5 % up to 6 reps to failure and ±10 % up to 12, since people differ (Nuzzo 2024), and
    ±15 % up to 15, our own choice, one step on. A set made alone at RIR 0 is itself the maximum.

    Args:
        load_grams: All that was moved, the body included where it counts.
        reps: Complete reps of the set proper.
        rir: Reps in reserve, None where not known.

    Returns:
        None without a load or reps, at RIR 4 or more, and over 15 reps to failure.

    >>> estimate(100_000, 8, 2).grams, estimate(140_000, 1, 0).grams
    (133333, 140000)
    """
    to_failure = reps + (rir or 0.0)
    if load_grams <= 0 or reps < 1 or to_failure > MOST_REPS:
        return None
    if rir is not None and rir >= LEAST_VAGUE_RIR:
        return None
    grams = _middle(*(formula(load_grams, to_failure) for formula in (epley, brzycki, wathan)))
    spread = 0.05 if to_failure <= 6 else 0.10 if to_failure <= 12 else 0.15
    return Estimate(
        grams=round(grams),
        low=round(grams * (1 - spread)),
        high=round(grams * (1 + spread)),
        quality=_quality(to_failure),
        is_lower_bound=rir is None,
    )


def _middle(*three: float) -> float:
    # The statistics module does the same and takes three milliseconds to import.
    return sorted(three)[1]


def _quality(to_failure: float) -> Quality:
    if to_failure <= 10:
        return Quality.GOOD
    return Quality.FAIR if to_failure <= 12 else Quality.POOR


def percent_of_max(reps: int, rpe: float) -> float | None:
    """Percent of the one-rep maximum for reps at an RPE (Tuchscherer's RTS chart).

    Population averages; people differ by several points.

    Returns:
        None outside 1 to 12 reps and RPE 6 to 10 in halves.

    >>> percent_of_max(8, 10), percent_of_max(5, 8)
    (78.6, 81.1)
    """
    half_steps = 2 * (10 - rpe)
    if not 1 <= reps <= 12 or not 6 <= rpe <= 10 or half_steps != int(half_steps):
        return None
    return _RPE_CHART[2 * (reps - 1) + int(half_steps)]


def reps_at(one_rep_max_grams: float, load_grams: float) -> float:
    """Reps to failure that a one-rep maximum promises at a load: `estimate` turned round.

    The median of the inverses of Epley, Brzycki and Wathan is the inverse of their median, so a
    set estimated and asked back gives its own reps. The load of the maximum itself gives 1, more
    than it 0, and no load infinitely many.

    >>> round(reps_at(100_000 * 4 / 3, 100_000), 6)
    10.0
    """
    if load_grams <= 0:
        return inf
    ratio = one_rep_max_grams / load_grams
    if ratio < 1:
        return 0.0
    wathan_share = 100 / ratio - 48.8
    by_wathan = log(53.8 / wathan_share) / 0.075 if wathan_share > 0 else inf
    return max(1.0, _middle(30 * (ratio - 1), 37 - 36 / ratio, by_wathan))
