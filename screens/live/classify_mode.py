"""The entry line as a questioner: five questions and a muscle place an exercise of one's own."""

from dataclasses import dataclass, replace

from screens.live.desk import Desk, Reply
from screens.live.modes import GONE, Mode
from tracker.errors import TrackerError
from tracker.exercise import Exercise, Mechanic
from tracker.guessed_muscle import guess_muscle
from tracker.guidance.advice import Severity
from tracker.muscles import MUSCLES
from tracker.rubric import QUESTIONS, Answers, classify


@dataclass
class Classify(Mode):
    """Asks the five questions about an exercise of the lifter's own, and which muscle it trains."""

    desk: Desk
    given: tuple[int | bool, ...] = ()
    """The answers so far, in the order of the questions."""
    text: str = ""
    """What the line holds while the muscle is asked for."""

    @property
    def _is_at_muscle(self) -> bool:
        return len(self.given) == len(QUESTIONS)

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "muscle" if self._is_at_muscle else "answer"

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and their verbs, for the last row."""
        back, later = ("Backspace", "the answer before"), ("Esc", "leave it for later")
        if self._is_at_muscle:
            return (("Enter", "take it"), ("a-z", "part of a name"), back, ("Esc", "later"))
        digits = (f"1-{len(QUESTIONS[len(self.given)].choices)}", "answer")
        return (digits, back, later) if self.given else (digits, later)

    def hint(self, text: str) -> str:
        """The question and its choices."""
        if self.is_gone(self.desk):
            return GONE
        if self._is_at_muscle:
            found = _muscles_like(text)
            told = ", ".join(found or MUSCLES)
            return f"last  Which muscle does it train first?   {told}"
        question = QUESTIONS[len(self.given)]
        choices = "   ".join(f"{at} {one.text}" for at, one in enumerate(question.choices, 1))
        return f"{len(self.given) + 1} of {len(QUESTIONS)}  {question.text}   {choices}"

    @property
    def is_start_selected(self) -> bool:
        """The guess gives way to what is typed."""
        return self._is_at_muscle

    def start_text(self) -> str:
        """The muscle that its name speaks of, once it is asked for."""
        return self._guess() if self._is_at_muscle else ""

    def _guess(self) -> str:
        exercise = self._exercise
        known = self.desk.house.store.catalogue.exercises()
        others = (one for one in known if one.id != exercise.id)
        return exercise.primary or guess_muscle(exercise.name, others)

    @property
    def _exercise(self) -> Exercise:
        block = self.desk.block
        assert block is not None
        return block.exercise

    def key(self, key: str) -> bool:
        """A digit answers; Backspace, over nothing typed, goes back to the answer before."""
        if key in ("backspace", "left"):
            if self.text:
                return False
            self.given = self.given[:-1]
            return True
        if self._is_at_muscle:
            return False
        choices = QUESTIONS[len(self.given)].choices
        if key.isdecimal() and 1 <= int(key) <= len(choices):
            self.given = (*self.given, choices[int(key) - 1].value)
            self.text = self.start_text()
            return True
        if len(key) == 1:
            raise TrackerError(f"“{key}” answers nothing. {self.hint('')}", key)
        return False

    def changed(self, text: str) -> None:
        """Hold what is typed of the muscle."""
        self.text = text

    def submit(self, text: str) -> Reply:
        """Take the muscle; before it is asked for, Enter alone answers nothing."""
        if not self._is_at_muscle:
            return Reply("", "A digit answers; Esc leaves it for later.")
        found = _muscles_like(text)
        typed = " ".join(text.lower().split())
        if typed not in MUSCLES and len(found) != 1:
            told = ", ".join(found or MUSCLES)
            return Reply(text, f"“{text}” is one of these? {told}", Severity.CAUTION)
        return self._keep(typed if typed in MUSCLES else found[0])

    def _keep(self, muscle: str) -> Reply:
        joints, is_free, spine, balance, is_ballistic = self.given
        answers = Answers(int(joints), bool(is_free), int(spine), bool(balance), bool(is_ballistic))
        made = classified(replace(self._exercise, primary=muscle), answers)
        try:
            self.desk.house.store.catalogue.change(made)
        except TrackerError as error:
            return Reply("", error.message, Severity.WARNING)
        self.desk.house.coach.forget()
        self.desk.reload()
        self.is_done = True
        return Reply("", f"{made.name}: {muscle}, failure {POLICY_WORDS[made.policy]}")


POLICY_WORDS = {
    "never": "never",
    "technical": "technical at most",
    "absolute*": "technical is enough",
    "absolute": "in place here",
}
"""How far the lift may go, in the sentence that ends the questions."""


def _muscles_like(text: str) -> list[str]:
    """The muscles with a word that begins with what was typed."""
    typed = " ".join(text.lower().split())
    return [one for one in MUSCLES if typed and (one.startswith(typed) or f" {typed}" in one)]


def classified(exercise: Exercise, answers: Answers) -> Exercise:
    """The exercise with the class that the answers give it."""
    equipment = "other" if answers.is_free_path else "machine"
    made = classify(answers, exercise.primary, equipment, exercise.family)
    return replace(
        exercise,
        equipment=equipment,
        mechanic=Mechanic.ISOLATION if answers.joints == 1 else Mechanic.COMPOUND,
        technical=made.technical,
        neurological=made.neurological,
        policy=made.policy,
        is_classified=True,
    )
