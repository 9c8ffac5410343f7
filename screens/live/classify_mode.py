"""The entry line as a questioner: five questions place an exercise of the lifter's own."""

from dataclasses import dataclass, replace

from screens.live.desk import Desk, Reply
from screens.live.modes import Mode
from tracker.exercise import Exercise, Mechanic
from tracker.rubric import QUESTIONS, Answers, classify


@dataclass
class Classify(Mode):
    """Asks the five questions about an exercise of the lifter's own."""

    desk: Desk
    given: tuple[int | bool, ...] = ()
    """The answers so far, in the order of the questions."""

    @property
    def prompt(self) -> str:
        """Shown before the line."""
        return "answer"

    def hint(self, text: str) -> str:
        """The question and its choices."""
        question = QUESTIONS[len(self.given)]
        choices = "   ".join(f"{at} {one.text}" for at, one in enumerate(question.choices, 1))
        return f"{len(self.given) + 1} of {len(QUESTIONS)}  {question.text}   {choices}"

    def key(self, key: str) -> bool:
        """A digit answers."""
        question = QUESTIONS[len(self.given)]
        if not key.isdecimal() or not 1 <= int(key) <= len(question.choices):
            return len(key) == 1
        given = (*self.given, question.choices[int(key) - 1].value)
        if len(given) == len(QUESTIONS):
            self._keep(given)
        else:
            self.given = given
        return True

    def submit(self, text: str) -> Reply:
        """Enter alone answers nothing."""
        return Reply("", "A digit answers; Esc leaves it for later.")

    def _keep(self, given: tuple[int | bool, ...]) -> None:
        block = self.desk.block
        assert block is not None
        joints, is_free, spine, balance, is_ballistic = given
        answers = Answers(int(joints), bool(is_free), int(spine), bool(balance), bool(is_ballistic))
        self.desk.house.store.catalogue.change(classified(block.exercise, answers))
        self.desk.house.coach.forget()
        self.desk.reload()
        self.is_done = True


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
