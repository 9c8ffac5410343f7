"""Set entry: a dialog with everything a set can hold, the guide's verdict beside it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.house import House
from screens.live.desk import Desk
from screens.set_form import CHOICES, HINTS, ROWS, SetForm, form_of
from tracker.errors import TrackerError
from tracker.guidance.advice import Guidance
from tracker.guidance.budget import capacity as capacity_of
from tracker.guidance.budget import cost
from tracker.guidance.wording import points_text
from tracker.performed import PerformedSet
from widgets.lines import Lines
from widgets.severity import MARKS, sign

ROOMY = 28
"""Rows from which the form has blank lines."""


UNSAID = frozenset({"?", "not said", "no", "none", "both"})
"""Choices that say nothing special: they are not set off by colour."""


FRAME_COLUMNS, FRAME_ROWS = 6, 9
"""Cells beside the fields (border and padding), and rows above and below them."""


class SetEntryDialog(ModalScreen[None]):
    """Logs one set with every field; each change is judged at once."""

    HELP = """
# Set entry

Up and down (or Tab) go from field to field. Digits choose the RIR, `.` makes it a half, `5` `+`
is "5 or more"; letters choose the failure: `t`, `a`, `n`. Left and right go through the choices.
Text is typed. Enter logs the set, Esc goes back without logging.
"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "none", "field", tooltip="To another field.", id="fields.move"),
        Binding("left,right", "none", "choose", tooltip="Through the choices.", id="fields.choose"),
        Binding("enter", "none", "log", tooltip="Log the set.", id="fields.log"),
        Binding("escape", "none", "back", tooltip="Back, nothing logged.", id="fields.back"),
    ]
    """Keys of the dialog; it takes them itself, so that none is overtaken."""

    def __init__(self, house: House, desk: Desk) -> None:
        """A set for the exercise in hand of this desk."""
        super().__init__()
        self.house = house
        self.desk = desk
        block = desk.block
        assert block is not None
        self._block = block
        self._at = desk.now()
        is_meant = bool(desk.announced and desk.announced.is_taken)
        safety = block.safety.over(block.exercise.safety)
        self.form: SetForm = form_of(
            desk.draft(), desk.unit(), safety, is_meant, house.zone, self._at
        )
        """What stands in the form."""

    def compose(self) -> ComposeResult:
        """One page."""
        with Vertical(id="set-entry"):
            yield Lines(id="fields")

    def on_mount(self) -> None:
        """Show the form."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Take a key."""
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self._log()
        else:
            character = event.character if event.is_printable else None
            self.form = self.form.key(character or event.key)
            self._show()

    def _performed(self) -> PerformedSet:
        exercise = self._block.exercise
        return self.form.performed(
            self.desk.unit(), exercise.is_bodyweight, self.house.zone, self._at
        )

    def _log(self) -> None:
        try:
            performed = self._performed()
        except TrackerError:
            self._show()
            return
        try:
            self.desk.log_sets([performed])
        except TrackerError as error:
            self._show(error.message)
            return
        self.dismiss(None)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self, refused: str = "") -> None:
        number = len(self._block.work_sets) + 1
        of = f" of {self._block.sets_planned}" if self._block.sets_planned else ""
        lines = [
            Content.assemble(
                (f"Set {number}{of}", "bold $foreground"),
                (f"   {self._block.exercise.name}", "$quiet"),
            ),
            Content(""),
        ]
        lines += self._rows_in_sight()
        verdict = [Content.styled(f"▲ {refused}", "$caution")] if refused else self._verdict()
        lines += [Content(""), *verdict, Content("")]
        if self.app.size.height < ROOMY:
            lines = [line for line in lines if line.plain]
        lines.append(
            Content.assemble(
                ("Enter", "bold"), (" logs it    ", "$quiet"), ("Esc", "bold"), (" back", "$quiet")
            )
        )
        self.query_one("#fields", Lines).lines = tuple(lines)

    def _rows_in_sight(self) -> list[Content]:
        """The fields, each in a row of its own; on a low screen those around the one in hand."""
        names = [one for one in ROWS if one != "segments" or self.form.values["past it"] != "none"]
        rows, place = [self._row(one) for one in names], names.index(self.form.name)
        width = int(min(84, 0.96 * self.app.size.width)) - FRAME_COLUMNS
        room = max(3, int(0.96 * self.app.size.height) - FRAME_ROWS)
        start = max(0, min(place - room // 2, len(rows) - room))
        return [row.truncate(width, ellipsis=True) for row in rows[start : start + room]]

    def _row(self, name: str) -> Content:
        is_here = self.form.name == name
        bar = ("▌ ", "$accent") if is_here else ("  ", "")
        title = "RIR" if name == "rir" else name
        label = (f"{title:<11}", "$foreground" if is_here else "$quiet")
        value = self.form.values[name]
        if name not in CHOICES:
            hint = HINTS.get(self.form.values["past it"], "") if name == "segments" else ""
            cursor = ("▏", "$accent") if is_here else ("", "")
            return Content.assemble(
                bar,
                label,
                (value or ("" if is_here else "…"), "bold"),
                cursor,
                (f"  {hint}", "$quiet"),
            )
        pieces: list[Content | str | tuple[str, str]] = [bar, label]
        for choice in CHOICES[name]:
            chosen = choice == value
            # Brackets tell what is chosen where there is no colour.
            text = f"[{choice}]" if chosen else f" {choice} "
            said = "bold $foreground" if choice in UNSAID else "bold $accent reverse"
            pieces.append((text, said if chosen else "$quiet"))
        return Content.assemble(*pieces)

    def _verdict(self) -> list[Content]:
        try:
            performed = self._performed()
        except TrackerError as error:
            return [Content.styled(f"▲ {error.message}", "$caution")]
        said: Guidance = self.house.coach.entry(self._at, self.desk.session, self._block, performed)
        coach = self.house.coach
        points = cost(self._block.exercise, performed, coach.settings)
        capacity = capacity_of(coach.profile, coach.settings)
        lines = []
        headline = said.headline
        if headline is None:
            lines.append(Content.styled("● nothing against it", "$info"))
        else:
            mark = MARKS[headline.severity]
            lines.append(
                Content.assemble(
                    (f" {sign(headline.severity)} ", f"bold ${mark.variable} reverse"),
                    f"  {headline.text}",
                    (f"  {headline.rule}", "$quiet"),
                )
            )
        if points:
            lines.append(
                Content.styled(
                    f"costs {points_text(points)} of {points_text(capacity)} points", "$quiet"
                )
            )
        return lines
