"""A situation as the rules read it: what is meant, where it stands, what was before it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from tracker.effort import FailureType, Technique
from tracker.exercise import Exercise, ExerciseClass, Mechanic, Spot
from tracker.failure import counts_as, is_failure
from tracker.guidance.advice import Moment
from tracker.guidance.budget import Budget, cost
from tracker.guidance.gate import Gate, gate, is_gate_lift
from tracker.guidance.ledger import Ledger
from tracker.guidance.past import session_failures
from tracker.guidance.past_failure import PastFailure
from tracker.guidance.place import is_late, is_needed_later, place_of
from tracker.guidance.presets import ARTICLE, laid_beneath
from tracker.guidance.ration import FailureEvent, Ration
from tracker.guidance.recovery import Clock, session_clocks_of
from tracker.guidance.situation import Facts, Situation
from tracker.guidance.target import Target, as_performed
from tracker.performed import PerformedSet
from tracker.planned import PlannedSet
from tracker.profile import Profile, TrainingLevel
from tracker.safety import Safety
from tracker.session import Block, Session
from tracker.settings import Settings

NO_EXERCISE = Exercise(0, "")
"""Stands where a moment concerns no exercise."""


# Not slotted: `cached_property` keeps what was read in the instance, so that each fact is worked
# out once, and only when a rule asks for it.
@dataclass(frozen=True)
class Reading:
    """A situation with everything the rules derive from it, each worked out once."""

    situation: Situation

    @property
    def moment(self) -> Moment:
        """When the guide is asked."""
        return self.situation.moment

    @property
    def now(self) -> datetime:
        """The instant of the situation."""
        return self.situation.now

    @property
    def zone(self) -> str:
        """The zone dates are said in."""
        return self.situation.zone

    @property
    def facts(self) -> Facts:
        """The history."""
        return self.situation.facts

    @property
    def profile(self) -> Profile:
        """The lifter."""
        return self.situation.profile

    @property
    def is_beginner(self) -> bool:
        """Whether the lifter says so."""
        return self.profile.level is TrainingLevel.BEGINNER

    @property
    def is_advanced(self) -> bool:
        """Whether the lifter says so."""
        return self.profile.level is TrainingLevel.ADVANCED

    @property
    def session(self) -> Session | None:
        """The running session."""
        return self.situation.session

    # -- the exercise and its sets -------------------------------------------------------------

    @cached_property
    def settings(self) -> Settings:
        """The settings in force, the preset laid beneath them."""
        chosen = self.situation.settings
        if chosen.word("guidance.preset") == ARTICLE:
            return chosen
        return laid_beneath(chosen, self.known, self.now, self.profile)

    @cached_property
    def block(self) -> Block:
        """The exercise's stretch of the session; an empty one where none is concerned."""
        return self.situation.block or Block(NO_EXERCISE)

    @property
    def exercise(self) -> Exercise:
        """The exercise concerned."""
        return self.block.exercise

    @property
    def is_compound(self) -> bool:
        """Whether several joints move."""
        return self.exercise.mechanic is Mechanic.COMPOUND

    def is_of(self, *classes: ExerciseClass) -> bool:
        """Whether an exercise is concerned that belongs to one of these classes."""
        return self.situation.block is not None and self.exercise.exercise_class in classes

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The session's exercises in order, the one concerned as the situation has it."""
        blocks = list(self.session.blocks) if self.session else []
        if self.situation.block is None:
            return tuple(blocks)
        place = self._place_in(blocks)
        if place is None:
            return (*blocks, self.block)
        blocks[place] = self.block
        return tuple(blocks)

    def _place_in(self, blocks: list[Block]) -> int | None:
        alike = [
            place
            for place, one in enumerate(blocks)
            if (one.id == self.block.id if self.block.id else one == self.block)
        ] or [
            place
            for place, one in enumerate(blocks)
            if not self.block.id and one.exercise.name == self.exercise.name
        ]
        return alike[-1] if alike else None

    @cached_property
    def position(self) -> int:
        """Where the exercise stands among the session's blocks, from 0; −1 where none is."""
        places = [place for place, one in enumerate(self.blocks) if one is self.block]
        return places[-1] if places else -1

    @property
    def blocks_before(self) -> tuple[Block, ...]:
        """The exercises before this one that were done."""
        return tuple(one for one in self.blocks[: max(0, self.position)] if one.work_sets)

    @property
    def blocks_after(self) -> tuple[Block, ...]:
        """The exercises after this one that are not skipped."""
        return tuple(one for one in self.blocks[self.position + 1 :] if not one.skipped)

    @cached_property
    def comes_back(self) -> bool:
        """Whether the exercise has a later stretch in the session."""
        return any(one.exercise.name == self.exercise.name for one in self.blocks_after)

    @cached_property
    def sets_done(self) -> tuple[PerformedSet, ...]:
        """The exercise's work sets as far as they are logged."""
        return self.block.work_sets

    @cached_property
    def index(self) -> int:
        """The number of the set concerned: said, or that of the set, or the next one."""
        if self.situation.index is not None:
            return self.situation.index
        one = self.situation.performed
        for place in range(len(self.sets_done), 0, -1):
            known = self.sets_done[place - 1]
            if one is not None and (known.id == one.id if one.id else known == one):
                return place
        return len(self.sets_done) + 1

    @cached_property
    def sets_in_all(self) -> int:
        """Work sets planned or logged, whichever is more; looking back, those logged."""
        if self.moment in (Moment.EXERCISE_END, Moment.SESSION_END):
            return len(self.sets_done)
        known = max(self.block.sets_planned or 0, len(self.sets_done))
        is_one_set = self.moment is Moment.ENTRY or self.situation.index is not None
        return max(known, self.index) if is_one_set else known

    @property
    def sets_left(self) -> int:
        """Work sets still to go after the one concerned."""
        return max(0, self.sets_in_all - self.index)

    @property
    def is_planned(self) -> bool:
        """Whether it is known how many work sets the exercise is to have."""
        return self.block.sets_planned is not None

    def is_last(self, index: int) -> bool:
        """Whether the set of that number is the exercise's last in the session."""
        return index >= self.sets_in_all and not self.comes_back

    # -- what is meant -------------------------------------------------------------------------

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The work sets the moment concerns: the typed or logged one, or those still planned."""
        one = self.situation.performed
        if self.situation.block is None:
            return ()
        if self.moment is not Moment.PLAN:
            if one is None or one.warm_up:
                return ()
            return (Target(self.index, one, counts_as(one, self.settings)),)
        if self.situation.index is not None:
            return (self.plan_of_sets[self.index - 1],)
        return self.plan_of_sets[len(self.sets_done) :]

    @cached_property
    def plan_of_sets(self) -> tuple[Target, ...]:
        """All work sets of the exercise: as done where they are done, else as planned."""
        planned = [one for one in self.block.plan if not one.warm_up]
        count = max(self.sets_in_all, len(planned), 1)
        planned += [PlannedSet()] * (count - len(planned))
        means_failure = self.block.planned_failure and not any(
            one.technique is not Technique.NONE
            or one.rir == 0
            or one.failure not in (None, FailureType.NONE)
            for one in planned
        )
        if means_failure:
            planned[-1] = replace(planned[-1], failure=FailureType.TECHNICAL)
        sets = [*self.sets_done]
        sets += [as_performed(one, self.now) for one in planned[len(sets) :]]
        return tuple(
            Target(place, one, counts_as(one, self.settings)) for place, one in enumerate(sets, 1)
        )

    @cached_property
    def failing(self) -> tuple[Target, ...]:
        """Those of the targets that count as failure sets."""
        return tuple(one for one in self.targets if one.fails)

    @property
    def first_failing(self) -> Target | None:
        """The first of them."""
        return self.failing[0] if self.failing else None

    @cached_property
    def past_failure(self) -> Target | None:
        """The target that goes on past failure."""
        beyond = [one for one in self.targets if one.technique is not Technique.NONE]
        return beyond[0] if beyond else None

    @property
    def wants_none_left(self) -> bool:
        """Whether a target fails, or asks for RIR 0."""
        return any(one.fails or one.performed.rir == 0 for one in self.targets)

    @cached_property
    def safety(self) -> Safety:
        """Who or what stands by, as far as it was said."""
        remembered = self.block.safety.over(self.exercise.safety)
        one = self.situation.performed
        return remembered if one is None else one.safety.over(remembered)

    @property
    def is_safe(self) -> bool:
        """Whether nothing can pin the lifter, or someone or something stands by."""
        return self.exercise.spot is not Spot.REQUIRED or self.safety.is_present

    # -- the session so far --------------------------------------------------------------------

    @cached_property
    def failed_before(self) -> tuple[PerformedSet, ...]:
        """Failure sets of this exercise earlier in the session."""
        earlier = [
            one
            for block in self.blocks[: max(0, self.position)]
            if block.exercise.name == self.exercise.name
            for one in block.work_sets
        ]
        earlier += self.sets_done[: self.index - 1]
        return tuple(one for one in earlier if is_failure(one, self.settings))

    def failed_in(self, block: Block) -> tuple[PerformedSet, ...]:
        """The failure sets of an exercise's stretch."""
        return tuple(one for one in block.work_sets if is_failure(one, self.settings))

    @cached_property
    def is_late(self) -> bool | None:
        """Whether the exercise stands in the later part of the session; None is not known."""
        if self.position < 0:
            return None
        is_over = self.moment is Moment.SESSION_END
        place = place_of(self.blocks, self.position, is_over)
        return None if place is None else is_late(place, self.settings)

    @property
    def has_nothing_to_spoil(self) -> bool:
        """Whether the exercise is known to be late and no later one uses its muscle."""
        later = (one.exercise for one in self.blocks_after)
        muscle = self.exercise.primary
        return self.is_late is True and not is_needed_later(muscle, later)

    # -- history, ration, budget, recovery -----------------------------------------------------

    @cached_property
    def history(self) -> Ledger:
        """The ledger of earlier sessions, as of now."""
        return self.facts.ledger(self.situation.settings).until(self.now)

    @cached_property
    def today(self) -> Ledger:
        """The ledger of the running session."""
        if self.session is None:
            if self.situation.block is None or not self.block.sets:
                return Ledger()
            session = Session(self.now, self.zone, blocks=(self.block,))
        else:
            session = self.session
        sets = session_failures(session, self.blocks, self.now)
        return Ledger.of(sets, self.situation.settings)

    @cached_property
    def known(self) -> Ledger:
        """The ledger of all that was done."""
        return self.history.with_more(self.today)

    @cached_property
    def meant(self) -> Ledger:
        """What the ledger would gain if the targets went as they are meant (before logging)."""
        is_logged = self.moment is Moment.ENTRY and self.index <= len(self.sets_done)
        if self.moment not in (Moment.PLAN, Moment.ENTRY) or is_logged or not self.failing:
            return Ledger()
        session_id = self.session.id if self.session else 0
        sets = (
            PastFailure(
                self.exercise,
                session_id,
                self.now,
                replace(one.performed, at=self.now),
                one.index,
                self.sets_in_all,
            )
            for one in self.failing
        )
        return Ledger.of(sets, self.situation.settings)

    @cached_property
    def foreseen(self) -> Ledger:
        """The ledger with what is meant counted in."""
        return self.known.with_more(self.meant)

    @cached_property
    def ration(self) -> Ration:
        """The ration, with what is meant counted in."""
        return self.foreseen.ration(self.now, self.settings)

    @cached_property
    def budget(self) -> Budget:
        """The budget in one figure, with what is meant counted in."""
        return self.foreseen.budget_in_all(self.now, self.profile, self.settings)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """Recovery clocks that earlier sessions left running."""
        return self.history.clocks(self.now, self.profile, self.settings)

    @cached_property
    def clocks_of_today(self) -> tuple[Clock, ...]:
        """Recovery clocks that this session starts, with what is meant counted in."""
        sets = self.today.with_more(self.meant).sets
        return session_clocks_of(sets, self.settings, self.profile)

    def events_in(self, hours: int) -> tuple[FailureEvent, ...]:
        """Events of the last so many hours, with what is meant counted in."""
        return self.foreseen.events_after(self.now - timedelta(hours=hours))

    def failed_within(self, length: timedelta) -> tuple[PastFailure, ...]:
        """Failure sets of earlier sessions less than so long ago, oldest first."""
        return tuple(one.failure for one in self.history.after(self.now - length))

    @property
    def cost_meant(self) -> int:
        """Milli-points that the failing targets cost."""
        return sum(cost(self.exercise, one.performed, self.settings) for one in self.failing)

    @cached_property
    def gate(self) -> Gate:
        """The bench gate, with the bench sets of this session counted in."""
        today = tuple(
            one for block in self.blocks if is_gate_lift(block.exercise) for one in block.sets
        )
        return gate((*self.facts.bench, *today), self.now, self.profile, self.settings)
