"""What a key does on the empty line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from screens.live.about_mode import AboutMode
from screens.live.classify_mode import Classify
from screens.live.desk import Desk
from screens.live.edit_mode import Edit
from screens.live.modes import Find, Finish, Mode, Ranker, Stand
from screens.live.proposing import proposal
from tracker.errors import TrackerError, UnknownSession
from tracker.progression import proposal_words
from tracker.session import Block
from tracker.turn import mates_of, next_unfinished


@dataclass(frozen=True, slots=True)
class Go:
    """A room to open."""

    room: str
    wanted: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Commands:
    """The commands of the live session; each answers with a mode, a room, words, or nothing."""

    desk: Desk
    rank: Ranker
    finish: Callable[[], None]
    """Ends the session and shows what it was."""
    leave: Callable[[], None]
    """Goes back to the start."""
    close: Callable[[], None]
    """Closes the app."""

    def run(self, key: str) -> Mode | Go | str | None:
        """Do what the key says; None where it is no command.

        Letters ignore case, but for `U` and `Q`.
        """
        name = COMMANDS.get(key) or COMMANDS.get(key.lower())
        if name is None:
            return None
        command: Callable[[], Mode | Go | str] = getattr(self, name)
        try:
            return command()
        except UnknownSession:
            self.leave()
            return ""
        except TrackerError as error:
            return error.message

    # -- the draft -----------------------------------------------------------------------------

    def heavier(self) -> str:
        """One load step up."""
        self.desk.load_steps += 1
        return ""

    def lighter(self) -> str:
        """One load step down."""
        self.desk.load_steps -= 1
        return ""

    def more_reps(self) -> str:
        """One rep more."""
        self.desk.rep_steps += 1
        return ""

    def fewer_reps(self) -> str:
        """One rep fewer."""
        self.desk.rep_steps -= 1
        return ""

    def take_proposal(self) -> str:
        """Take what last time's sets propose for the draft."""
        self.desk.load_steps = self.desk.rep_steps = 0
        made = proposal(self.desk)
        if made is None:
            return "nothing else is proposed than what stands here"
        self.desk.taken = made
        return f"drafted: {proposal_words(made)}"

    # -- sets ----------------------------------------------------------------------------------

    def undo(self) -> str:
        """Take the last step back."""
        return self._walk(again=False)

    def redo(self) -> str:
        """Do it again."""
        return self._walk(again=True)

    def _walk(self, again: bool) -> str:
        editing = self.desk.house.store.editing
        step = editing.redo() if again else editing.undo()
        if step is None:
            return "nothing to redo" if again else "nothing to undo"
        self.desk.look_again(step.session_id)
        return f"{'done again' if again else 'undone'}: {step.label}"

    def edit(self) -> Mode | str:
        """Edit the last set."""
        block = self.desk.block
        return Edit(self.desk) if block and block.sets else "no set to edit yet"

    def all_fields(self) -> Go | str:
        """Set entry with every field."""
        return Go("entry", {"desk": self.desk}) if self.desk.block else "no exercise yet"

    # -- exercises -----------------------------------------------------------------------------

    def next_exercise(self) -> str:
        """To the next exercise."""
        return self._step(1)

    def previous_exercise(self) -> str:
        """To the exercise before; right after the line moved on, back to the one it left."""
        left = next((one for one in self.desk.session.blocks if one.id == self.desk.left_id), None)
        if left is not None:
            self.desk.focus(left)
            return f"another set of {left.exercise.name}"
        return self._step(-1)

    def _step(self, by: int) -> str:
        blocks = self.desk.session.blocks
        if not blocks:
            return "no exercise yet: / finds one"
        here = next(at for at, one in enumerate(blocks) if one.id == self.desk.block_id)
        there = here + by
        if not 0 <= there < len(blocks):
            return "this is the last exercise: / adds one" if by > 0 else "this is the first one"
        self.desk.focus(blocks[there])
        return ""

    def find(self) -> Mode:
        """Find or add an exercise."""
        return Find(self.desk, self.rank)

    def swap(self) -> Mode | str:
        """Swap the exercise in hand for another one."""
        block = self.desk.block
        return Find(self.desk, self.rank, block.exercise) if block else "no exercise yet"

    def now(self) -> str:
        """Do the exercise in hand now: it moves before the first one that is not begun."""
        block = self.desk.block
        if block is None:
            return "no exercise yet"
        others = [one for one in self.desk.session.blocks if one.id != block.id]
        begun = [one.id for one in others if one.sets]
        rest = [one.id for one in others if not one.sets]
        order = [*begun, block.id, *rest]
        self.desk.house.store.logging.order_blocks(self.desk.session.id, order)
        self.desk.reload()
        return f"{block.exercise.name} now"

    def join(self) -> str:
        """Join the exercise with the next one to a superset, a third to a circuit, or part them."""
        block = self.desk.block
        blocks = self.desk.session.blocks
        if block is None:
            return "no exercise yet"
        mates = mates_of(blocks, block)
        partner = next(iter(blocks[blocks.index(block) + 1 :]), None)
        if mates and (partner is None or partner in mates):
            self._join(mates, None, "part the superset")
            return "parted: one exercise after the other"
        if partner is None:
            return "there is no next exercise to join with: / finds one"
        group = block.superset or partner.superset
        group = group or 1 + max((one.superset or 0 for one in blocks), default=0)
        joined = {one.id: one for one in (*mates, block, *mates_of(blocks, partner), partner)}
        self._join(list(joined.values()), group, f"join with {partner.exercise.name}")
        kind = "a superset" if len(joined) == 2 else f"a circuit of {len(joined)}"
        return f"{kind} with {partner.exercise.name}: the line alternates, rest after the round"

    def _join(self, blocks: Sequence[Block], group: int | None, label: str) -> None:
        changed = [replace(one, superset=group) for one in blocks]
        self.desk.house.store.logging.change_blocks(changed, label)
        self.desk.reload()

    def _change(self, block: Block) -> None:
        self.desk.house.store.logging.change_block(block)
        self.desk.reload()

    def skip(self) -> str:
        """Skip what is left of the exercise, or take it up again."""
        block = self.desk.block
        if block is None:
            return "no exercise yet"
        self._change(replace(block, skipped=not block.skipped))
        if block.skipped:
            return f"{block.exercise.name} is back"
        later = next_unfinished(self.desk.session.blocks, block)
        if later is not None:
            self.desk.focus(later)
        return f"{block.exercise.name} skipped: u takes it back"

    # -- around the set ------------------------------------------------------------------------

    def note(self) -> Mode:
        """Notes, set-up line, body weight, rest: what is to be known of lift and session."""
        return AboutMode(self.desk)

    def stand_by(self) -> Mode | str:
        """Spotter, safeties, partner."""
        return Stand(self.desk) if self.desk.block else "no exercise yet"

    def pain(self) -> str:
        """Mark pain on the exercise, or clear it."""
        block = self.desk.block
        if block is None:
            return "no exercise yet"
        now = self.desk.now()
        keeping, coach = self.desk.house.store.keeping, self.desk.house.coach
        pains = coach.facts(now, block.exercise, self.desk.session.id).pains
        hurts = any(one.exercise.id == block.exercise.id for one in pains)
        if hurts:
            keeping.clear_pain(block.exercise.id, now)
        else:
            keeping.mark_pain(block.exercise.id, now)
        coach.forget()
        return "pain cleared" if hurts else "pain noted: no failure work here for two weeks"

    def rest(self) -> str:
        """Start the rest timer anew."""
        self.desk.rest_restarted_at = self.desk.now()
        self.desk.keep_line("")
        return "rest timer started anew"

    def classify(self) -> Mode | str:
        """Answer the five questions about an exercise of one's own."""
        block = self.desk.block
        if block is None or not block.exercise.is_custom:
            return "only an exercise of your own is asked about"
        return Classify(self.desk)

    # -- rooms ---------------------------------------------------------------------------------

    def why(self) -> Go | str:
        """Where the advice comes from."""
        return Go("why", {"desk": self.desk}) if self.desk.guidance.all else "nothing was said"

    def history(self) -> Go | str:
        """This exercise's sessions."""
        block = self.desk.block
        return Go("sessions", {"query": block.exercise.name}) if block else "no exercise yet"

    def dashboard(self) -> Go:
        """The fortnight."""
        return Go("dashboard")

    def help(self) -> Go:
        """Keys and words."""
        return Go("help")

    def end(self) -> Mode:
        """Finish the session."""
        return Finish(self.desk, self.finish)

    def back(self) -> str:
        """Back to the start; the session stays open."""
        self.leave()
        return ""

    def quit(self) -> str:
        """Close the app; the session stays open."""
        self.close()
        return ""


COMMANDS: Mapping[str, str] = {
    "up": "heavier",
    "down": "lighter",
    "right": "more_reps",
    "left": "fewer_reps",
    "y": "take_proposal",
    "u": "undo",
    "U": "redo",
    "n": "next_exercise",
    "p": "previous_exercise",
    "/": "find",
    "c": "swap",
    "m": "now",
    "j": "join",
    "k": "skip",
    "o": "note",
    "s": "pain",
    "b": "stand_by",
    "r": "rest",
    "e": "edit",
    "i": "all_fields",
    "v": "classify",
    "g": "why",
    "h": "history",
    "d": "dashboard",
    "f": "end",
    "?": "help",
    "q": "back",
    "Q": "quit",
}
"""The command of each key on the empty line."""
