"""The session being logged, without any terminal: what stands, and what a line or a key does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from screens.acts import HEEDED, OVERRIDDEN, act_of, outcome_of
from screens.house import House
from screens.live.hearing import hear, keep_lessons
from tracker.draft import next_draft, target_rir
from tracker.effort import FailureType
from tracker.entry import Announcement, ContradictoryEntry, Draft, Entry
from tracker.entry_parser import parse_line
from tracker.entry_words import doubts
from tracker.errors import TrackerError, UnreadableEntry
from tracker.exercise import Measure, Policy
from tracker.failure import is_failure
from tracker.forgotten import is_forgotten, last_moment
from tracker.guidance.advice import Guidance, Severity
from tracker.guidance.repair import repair
from tracker.load import LoadKind, Unit
from tracker.loading import rack_for, rack_under, stepped
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.progression import Proposal
from tracker.ramp_line import on_the_ramp
from tracker.records import Record
from tracker.session import Block, Session
from tracker.store import DraftLine
from tracker.turn import is_unfinished, mates_of, sets_left, turn_after_set
from tracker.warm_up import RampPlace, ramp_place, work_load

_LONE_NUMBER = re.compile(r"[0-9]{2,5}")
"""What a lifter types of a plank who does not think of the `s`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a submitted line."""

    text: str = ""
    """What the line holds now; empty when it was taken."""
    words: str = ""
    """What is said under the line."""
    severity: Severity | None = None
    """How it is said; None is plain."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A failure announced before the set, and the verdict that was shown."""

    act_id: int
    guidance: Guidance
    is_taken: bool
    """The failure is meant: allowed, or confirmed against a stop."""


@dataclass
class Desk:
    """One open session: reads and writes the store, asks the coach, keeps the line's state."""

    house: House
    session: Session
    block_id: int = 0
    """The exercise in hand; 0 without one."""
    guidance: Guidance = field(default_factory=Guidance)
    """What the guide said last."""
    announced: Announced | None = None
    doubted: str = ""
    """A line that was doubted: the same again is meant."""
    taken: Proposal | None = None
    """What last time proposed, once the lifter took it for the draft."""
    load_steps: int = 0
    """Presses of the up key over the draft."""
    rep_steps: int = 0
    """Presses of the right key over the draft."""
    rest_restarted_at: datetime | None = None
    records: tuple[Record, ...] = ()
    """What the sets logged last reached for the first time."""
    awake_at: datetime | None = None
    """When the lifter last went on with the session or took a step back in it."""
    left_id: int = 0
    """The exercise that the line moved on from by itself; 0 once another is taken in hand."""

    # -- where it stands -----------------------------------------------------------------------

    @property
    def block(self) -> Block | None:
        """The exercise in hand; None in an empty session."""
        return next((one for one in self.session.blocks if one.id == self.block_id), None)

    def now(self) -> datetime:
        """The moment; never before what was done, should the clock have been set back."""
        return max(self.house.clock(), last_moment(self.session))

    @property
    def is_over(self) -> bool:
        """The session was ended, here or by another program."""
        return not self.session.is_open

    def last_time(self, block: Block) -> Block | None:
        """The exercise's block of the last session that had it."""
        return self.house.coach.facts(self.now(), block.exercise, self.session.id).last_time

    def draft(self) -> PlannedSet:
        """What the line stands over, with the steps taken on it."""
        block = self.block
        if block is None:
            return PlannedSet()
        draft = next_draft(block, self.last_time(block), self._repair(block))
        if self.taken is not None:
            draft = replace(
                draft,
                load=self.taken.load,
                reps=self.taken.reps,
                rir=self.taken.target_rir,
                seconds=self.taken.seconds,
            )
        if self.rep_steps and draft.reps is not None:
            right = None if draft.reps_right is None else max(0, draft.reps_right + self.rep_steps)
            draft = replace(draft, reps=max(1, draft.reps + self.rep_steps), reps_right=right)
        if self.load_steps and draft.load is not None:
            rack = rack_for(block.exercise, draft.load.unit, self.house.coach.settings)
            load = stepped(draft.load, block.exercise, self.load_steps, rack)
            draft = replace(draft, load=load)
        return draft

    def _repair(self, block: Block) -> PlannedSet | None:
        done = block.work_sets
        settings = self.house.coach.settings
        if not done or not sets_left(block) or not is_failure(done[-1], settings):
            return None
        facts = self.house.coach.facts(self.now(), block.exercise, self.session.id)
        made = repair(
            block.exercise, done[-1], facts.drop_ratios, self.house.coach.profile, settings
        )
        is_lighter = made.load != done[-1].load
        return PlannedSet(load=made.load, reps=made.reps if is_lighter else made.fewer_reps)

    def unit(self) -> Unit:
        """The unit of a bare number: the draft's, else the lifter's."""
        load = self.draft().load
        if load is not None and load.kind is not LoadKind.BODYWEIGHT:
            return load.unit
        return self.house.coach.profile.unit

    # -- what is kept beside the sets ----------------------------------------------------------

    def kept_line(self) -> str:
        """The half-typed line of this session; the rest timer goes on where it was."""
        kept = self.house.store.keeping.draft_line()
        if kept is None or kept.session_id != self.session.id:
            return ""
        self.rest_restarted_at = self.awake_at = kept.rest_from
        return kept.text

    def keep_line(self, text: str) -> None:
        """Keep the half-typed line, and when the rest timer was started anew."""
        line = DraftLine(self.session.id, text, self.rest_restarted_at)
        is_worth_it = text or line.rest_from is not None
        self.house.store.keeping.keep_draft_line(line if is_worth_it else None)

    @property
    def is_forgotten(self) -> bool:
        """The session was silent for so long that its end must be asked about."""
        signs = [one for one in (self.rest_restarted_at, self.awake_at) if one is not None]
        return is_forgotten(self.session, self.house.clock(), max(signs, default=None))

    # -- reading again -------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the session again.

        Raises:
            UnknownSession: it is gone.
        """
        self.session = self.house.store.history.session(self.session.id)
        if self.block is None and self.session.blocks:
            self.focus(self._where_it_stood())

    def _where_it_stood(self) -> Block:
        """The exercise of the latest set if it is unfinished, else the first that is."""
        blocks = self.session.blocks
        done = (one for one in blocks if one.sets)
        last = max(done, key=lambda one: (one.sets[-1].at, one.sets[-1].id), default=None)
        if last is not None and is_unfinished(last):
            return last
        return next((one for one in blocks if is_unfinished(one)), blocks[-1])

    def focus(self, block: Block) -> None:
        """Take an exercise in hand."""
        if block.id != self.block_id:
            self._forget_line_state()
            self.call_off()
            # What was said of another lift is not said of this one.
            self.guidance, self.records = Guidance(), ()
        self.left_id = 0
        self.block_id = block.id

    def _forget_line_state(self) -> None:
        self.load_steps = self.rep_steps = 0
        self.taken = None
        self.doubted = ""

    def look_again(self, session_id: int | None) -> None:
        """A step was taken back or done again: go where it changed something.

        Args:
            session_id: The session that the step changed. What the guide knows of all others
                still holds where it was this one.
        """
        self.awake_at = self.house.clock()
        self._forget_line_state()
        self.call_off()
        self.guidance, self.records = Guidance(), ()
        if session_id != self.session.id:
            self.house.coach.forget()
        before = self.session.blocks
        self.reload()
        touched = [one for one in self.session.blocks if one not in before]
        if touched and not any(one.id == self.block_id for one in touched):
            self.focus(touched[0])

    # -- the line ------------------------------------------------------------------------------

    def read(self, text: str) -> tuple[Entry, ...] | Announcement:
        """What the line says over the draft.

        Raises:
            TrackerError: no set.
        """
        block = self.block
        if block is None:
            raise TrackerError("There is no exercise yet: `/` finds one.", text, "/ and a name")
        if block.exercise.measure is Measure.TIME and _LONE_NUMBER.fullmatch(text.strip()):
            raise UnreadableEntry(f"`{text.strip()}`: seconds are `{text.strip()}s`.", text, "45s")
        said = self._read_over(text, self.draft(), block)
        place = self.ramp_place()
        if place is None or isinstance(said, Announcement):
            return said
        return on_the_ramp(said, place, lambda step: self._read_over(text, step, block))

    def ramp_place(self) -> RampPlace | None:
        """Where the warm-up ramp of the exercise in hand stands; None where there is none."""
        block = self.block
        if block is None:
            return None
        work = work_load(block, self.last_time(block), self.draft())
        done = sum(one.warm_up for one in block.sets)
        rack = rack_under(work, block.exercise, self.house.coach.settings)
        return ramp_place(block.exercise, work, done, rack)

    def _read_over(
        self, text: str, draft: PlannedSet, block: Block
    ) -> tuple[Entry, ...] | Announcement:
        return parse_line(text, Draft.of(draft), self.unit(), block.exercise.is_bodyweight)

    def submit(self, text: str) -> Reply:
        """Log what the line says; a refused or doubted line stays."""
        if not text.strip():
            return Reply()
        if self.doubted != text:
            self.doubted = ""
        try:
            entries = self.read(text)
        except ContradictoryEntry as error:
            ways = " or ".join(f"`{one}`" for one in error.candidates)
            return Reply(text, f"{error.message} {ways}", Severity.CAUTION)
        except TrackerError as error:
            return Reply(text, error.message, Severity.CAUTION)
        if isinstance(entries, Announcement):
            return self._announce(text)
        doubt = self._doubt(entries)
        if doubt and self.doubted != text:
            self.doubted = text
            return Reply(text, f"{doubt}  Enter again takes it as it stands.", Severity.CAUTION)
        return self._log(entries, text)

    def _doubt(self, entries: tuple[Entry, ...]) -> str:
        planned = self.draft()
        assert self.block is not None
        exercise = self.block.exercise
        draft = replace(Draft.of(planned), target_rir=target_rir(exercise, planned))
        seconds = max(0, int((self.now() - self.session.started_at).total_seconds()))
        found = (doubts(one, draft, exercise, seconds) for one in entries)
        return next((doubt for doubt in found if doubt), "")

    def _log(self, entries: tuple[Entry, ...], text: str) -> Reply:
        block = self.block
        assert block is not None
        now = self.now()
        was_meant = bool(self.announced and self.announced.is_taken) or block.planned_failure
        safety = block.safety.over(block.exercise.safety)
        done = [
            entry.performed(now, safety, was_meant and not entry.warm_up)
            for entry in entries
            for _ in range(entry.times)
        ]
        # Minutes ago may reach back behind the session's start, a set may not.
        sets = [replace(one, at=max(one.at, self.session.started_at)) for one in done]
        try:
            self.log_sets(sets)
        except TrackerError as error:
            return Reply(text, error.message, Severity.WARNING)
        return Reply(words=self.after_set())

    def log_sets(self, sets: Sequence[PerformedSet]) -> None:
        """Log sets of the exercise in hand as one step, hear the guide, and go on.

        Raises:
            TrackerError: they can't be kept; nothing was changed.
        """
        block = self.block
        assert block is not None
        label = f"log {block.exercise.name}" + (f", {len(sets)} sets" if len(sets) > 1 else "")
        ids = self.house.store.logging.log(block.id, sets, label)
        # At once: a kill from here on must not leave the line to be logged a second time.
        self.house.store.keeping.keep_draft_line(None)
        now = self.now()
        self._forget_line_state()
        self.rest_restarted_at = None
        self.reload()
        block = self.block
        assert block is not None
        heard = hear(self.house.coach, self.session, block, ids, now)
        self.guidance, self.records = heard.guidance, heard.records
        keep_lessons(self.house, heard.guidance)
        self._settle_announcement(ids)
        self._move_on()

    def _move_on(self) -> None:
        """Take the exercise of the next set in hand."""
        block = self.block
        assert block is not None
        following = turn_after_set(self.session.blocks, block)
        heard, records = self.guidance, self.records
        self.focus(following)
        self.guidance, self.records = heard, records
        if following.id != block.id and following not in mates_of(self.session.blocks, block):
            self.left_id = block.id

    def after_set(self) -> str:
        """What to know after a set: that the line moved on, or that the plan is done."""
        left = next((one for one in self.session.blocks if one.id == self.left_id), None)
        if left is not None:
            return f"{left.exercise.name} done · p another set of it"
        planned = [one for one in self.session.blocks if one.sets_planned is not None]
        if planned and not any(is_unfinished(one) for one in planned):
            return "all planned sets are done · f finishes"
        return ""

    # -- "I mean to fail this set" -------------------------------------------------------------

    def _announce(self, text: str) -> Reply:
        block = self.block
        assert block is not None
        if not block.exercise.is_guided:
            return Reply("", "Timed exercises stand outside the guide: just do it.")
        if self.announced and self.announced.is_taken:
            return Reply("", "Meant already: log the set, or Esc calls it off.")
        if self.announced:
            self.house.store.keeping.settle_act(self.announced.act_id, OVERRIDDEN)
            self.announced = replace(self.announced, is_taken=True)
            return Reply("", "Meant, against the stop; it is recorded as an override.")
        absolute = block.exercise.policy is Policy.ABSOLUTE
        failure = FailureType.ABSOLUTE if absolute else FailureType.TECHNICAL
        verdict = self.house.coach.if_failed(self.now(), self.session, block, failure)
        act = act_of(verdict, self.now(), block.exercise.name, self.session)
        act_id = self.house.store.keeping.record_act(act)
        self.announced = Announced(act_id, verdict, verdict.is_allowed)
        self.guidance = verdict
        if verdict.is_allowed:
            return Reply("", "Meant: this set goes to failure.")
        return Reply(text, "I mean to fail this set: ! Enter again overrides", Severity.STOP)

    def call_off(self) -> None:
        """The announced failure is not meant any more: the advice was heeded."""
        if self.announced is not None:
            self.house.store.keeping.settle_act(self.announced.act_id, HEEDED)
            self.announced = None
            self.guidance = Guidance()

    def _settle_announcement(self, ids: tuple[int, ...]) -> None:
        done = [one for one in self.session.sets if one.id in ids and one.is_work_set]
        if self.announced is None or not done:
            return
        outcome = outcome_of(self.house.coach, self.now(), self.session, self.block_id, ids)
        self.house.store.keeping.settle_act(self.announced.act_id, outcome)
        self.announced = None
