"""Every setting there is: its name, default, range and meaning, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tracker.errors import InvalidSetting
from tracker.plate_reading import PLATES_FORM, plates_text, tidied
from tracker.plates import KG_PLATES, LB_PLATES
from tracker.setting import Setting, Value
from tracker.theme_names import THEME_NAMES

_FAILED_AS = ("technical", "absolute", "none")

REGISTRY: Mapping[str, Setting] = MappingProxyType(
    {
        one.name: one
        for one in (
            Setting(
                "guidance.preset",
                "article",
                "Which guide speaks; on_purpose gauges against your own habit.",
                ("article", "strict", "on_purpose", "quiet"),
            ),
            Setting(
                "guidance.compound_policy",
                "article",
                "Technical failure on free-weight compounds: tolerated, never, or also on squats.",
                ("article", "strict", "permissive"),
            ),
            Setting(
                "guidance.squat_deadlift_policy",
                "never",
                "Failure on squats and deadlifts.",
                ("never", "technical_with_safety"),
            ),
            Setting(
                "guidance.machine_abs",
                "caution",
                "How absolute failure on machine compounds is spoken of.",
                ("allow", "caution", "warn"),
            ),
            Setting(
                "guidance.rir0_counts_as",
                "technical",
                "What a set at RIR 0 counts as when its failure type was not said.",
                _FAILED_AS,
            ),
            Setting(
                "guidance.unknown_counts_as",
                "technical",
                "What a failed set of unknown kind (most imports) counts as.",
                _FAILED_AS,
            ),
            Setting(
                "guidance.imported_drop_counts",
                False,
                "Count an imported drop set as failure although its parent is not marked failed.",
            ),
            Setting(
                "guidance.last_set_only",
                True,
                "Failure is kept for the last set of a lift.",
            ),
            Setting(
                "guidance.late_fraction",
                0.5,
                "From which part of the session on an exercise counts as late.",
                least=0.0,
                most=1.0,
            ),
            Setting("guidance.evidence_notes", True, "Say how strong the evidence of a rule is."),
            Setting(
                "guidance.suggest", False, "Suggest a place for an all-out set when there is one."
            ),
            Setting(
                "guidance.arousal",
                "off",
                "The cue before a heavy top set: none, one that stirs, or one that calms.",
                ("off", "psych_up", "stay_calm"),
            ),
            Setting(
                "guidance.plateau_weeks",
                8,
                "Over how many weeks a lift's estimated maximum is looked at for a plateau.",
                least=4,
                most=26,
            ),
            Setting(
                "guidance.every_set_min",
                2,
                "From how many work sets on 'every set to failure' is spoken of.",
                least=2,
                most=10,
            ),
            Setting(
                "guidance.share",
                0.5,
                "Share of a session's work sets at failure from which it is called too much.",
                least=0.1,
                most=1.0,
            ),
            Setting(
                "guidance.heavy_pct",
                0.85,
                "Share of the estimated one-rep maximum from which a load is heavy.",
                least=0.5,
                most=1.0,
            ),
            Setting(
                "guidance.e1rm_dip",
                0.05,
                "Dip of the estimated one-rep maximum that counts as under-recovered.",
                least=0.01,
                most=0.5,
            ),
            Setting(
                "ration.window_days", 14, "Length of the rolling window in days.", least=7, most=28
            ),
            Setting(
                "ration.total_max", 3, "Failure events allowed in the window.", least=0, most=50
            ),
            Setting(
                "ration.per_ex_max",
                2,
                "Failure events of one exercise in the window.",
                least=0,
                most=28,
            ),
            Setting(
                "ration.per_ex_days",
                14,
                "Length of the window for one exercise's events in days.",
                least=7,
                most=28,
            ),
            Setting(
                "ration.distinct_max", 3, "Different exercises with an event.", least=1, most=50
            ),
            Setting("ration.beyond_max", 1, "Events past failure in the window.", least=0, most=14),
            Setting(
                "gate.mode",
                "absolute225",
                "What opens techniques past failure: 225 lb × 8 on the bench, the bench against "
                "body weight and sex, or nothing asked.",
                ("absolute225", "relative", "off"),
            ),
            Setting(
                "gate.load_kg",
                102.058,
                "The gate's bench load in kilograms.",
                least=20.0,
                most=300.0,
            ),
            Setting("gate.reps", 8, "The gate's reps.", least=1, most=20),
            Setting("gate.max_age_days", 180, "How old the gate's set may be.", least=7, most=3650),
            Setting(
                "gate.accept_estimated",
                False,
                "Let an estimate open the gate as a logged set would.",
            ),
            Setting("reps.lo", 8, "Lower end of the rep range for failure sets.", least=1, most=50),
            Setting(
                "reps.hi", 12, "Upper end of the rep range for failure sets.", least=1, most=100
            ),
            Setting(
                "reps.drop",
                (0.67, 0.75),
                "Expected reps after a failure, as shares of the set before: next, and after that.",
                least=0.1,
                most=1.0,
                count=2,
            ),
            Setting(
                "reps.drop_flag",
                0.25,
                "Rep loss after a failure from which it is pointed out.",
                least=0.05,
                most=0.9,
            ),
            Setting(
                "budget.capacity",
                4.5,
                "Fatigue points of a fortnight (intermediate and advanced).",
                least=0.5,
                most=60.0,
            ),
            Setting(
                "budget.capacity_beginner",
                3.0,
                "Fatigue points of a fortnight for a beginner.",
                least=0.5,
                most=60.0,
            ),
            Setting(
                "budget.full_days", 7, "Days for which a cost counts in full.", least=1, most=13
            ),
            Setting("budget.zero_days", 14, "Days after which a cost is gone.", least=2, most=28),
            Setting(
                "rest.points_per_day",
                3.0,
                "Points that cost one extra rest day.",
                least=0.5,
                most=20.0,
            ),
            Setting("rest.cap_days", 3, "Most extra rest days.", least=1, most=7),
            Setting("rest.beyond_days", 2, "Least extra rest days past failure.", least=0, most=7),
            Setting(
                "rest.local_h",
                48,
                "Hours for which a failed muscle is held back.",
                least=0,
                most=168,
            ),
            Setting(
                "rest.sys_h",
                24,
                "Hours after an all-out session before a hard one.",
                least=0,
                most=168,
            ),
            Setting(
                "rest.after_failure",
                60,
                "Seconds of rest added after a failure set.",
                least=0,
                most=600,
            ),
            Setting(
                "rest.compound_after_failure",
                300,
                "Seconds of rest when the next set is the same compound at the same load.",
                least=0,
                most=900,
            ),
            Setting("rest.bell", False, "Ring the terminal's bell when the rest is over."),
            Setting(
                "gym.bar_kg",
                20.0,
                "What your long bar weighs in kilograms; a lift may have another.",
                least=1.0,
                most=60.0,
            ),
            Setting(
                "gym.bar_lb",
                45.0,
                "What your long bar weighs in pounds; a lift may have another.",
                least=2.0,
                most=135.0,
            ),
            Setting(
                "gym.plates_kg",
                plates_text(KG_PLATES),
                "The kilogram plates at hand, each with how many pairs there are.",
                form=PLATES_FORM,
                tidied=tidied,
            ),
            Setting(
                "gym.plates_lb",
                plates_text(LB_PLATES),
                "The pound plates at hand, each with how many pairs there are.",
                form=PLATES_FORM,
                tidied=tidied,
            ),
            Setting(
                "look.theme",
                THEME_NAMES[0],
                "The app's theme: lastset-dark, lastset-light, or one of Textual's.",
                words=THEME_NAMES,
            ),
            Setting("look.ascii", False, "Draw symbols with plain ASCII letters."),
        )
    }
)
"""All settings by name, in the order in which they are shown."""


def setting(name: str) -> Setting:
    """The setting of that name.

    Raises:
        InvalidSetting: there is none.
    """
    if name not in REGISTRY:
        near = tuple(one for one in REGISTRY if name.rpartition(".")[2] in one)
        raise InvalidSetting(
            f"There is no setting called {name!r}.",
            name,
            "a name that `lastset settings` lists",
            near,
        )
    return REGISTRY[name]


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force: what the lifter changed, over the defaults."""

    changed: Mapping[str, Value] = field(default_factory=dict)
    """Checked values by name; everything else is at its default."""

    def value(self, name: str) -> Value:
        """The value in force."""
        return self.changed.get(name, REGISTRY[name].default)

    def whole(self, name: str) -> int:
        """A whole number."""
        value = self.value(name)
        assert isinstance(value, int)
        return value

    def number(self, name: str) -> float:
        """A number."""
        value = self.value(name)
        assert isinstance(value, (int, float))
        return float(value)

    def word(self, name: str) -> str:
        """A word."""
        value = self.value(name)
        assert isinstance(value, str)
        return value

    def is_on(self, name: str) -> bool:
        """A switch."""
        return self.value(name) is True

    def numbers(self, name: str) -> tuple[float, ...]:
        """Several numbers."""
        value = self.value(name)
        assert isinstance(value, tuple)
        return value

    def with_value(self, name: str, value: object) -> "Settings":
        """These settings with one more changed.

        Raises:
            InvalidSetting: no such name, or the value does not fit.
        """
        return Settings({**self.changed, name: setting(name).checked(value)})
