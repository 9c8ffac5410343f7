"""Why the guide said it: trigger, source, evidence, and the setting that changes it."""

from typing import ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from screens.house import House
from tracker.guidance.advice import Advice, Guidance
from tracker.guidance.rules import RULES_BY_ID
from widgets.lines import Lines
from widgets.severity import MARKS, sign


class Heard(Protocol):
    """Where the guide was heard: the live desk, or the sum of a session."""

    guidance: Guidance


class WhyDialog(ModalScreen[None]):
    """Explains all that fired at the last question to the guide."""

    HELP = "# Why\n\nEach rule that spoke: what triggers it, where it comes from, what changes it."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "none", "scroll", tooltip="Up and down scroll.", id="why.up"),
        Binding("escape", "none", "back", tooltip="Any other key goes back.", id="why.back"),
    ]
    """Keys of this dialog."""

    def __init__(self, house: House, desk: Heard) -> None:
        """Explain what this desk heard."""
        super().__init__()
        self.house = house
        self._guidance = desk.guidance
        self._with_evidence = house.coach.settings.is_on("guidance.evidence_notes")

    def compose(self) -> ComposeResult:
        """A scrolling page."""
        with VerticalScroll(id="why", can_focus=False):
            yield Lines(id="reasons")

    def on_mount(self) -> None:
        """Write it."""
        lines: list[Content] = []
        for advice in self._guidance.all:
            lines += self._reason(advice)
        self.query_one("#reasons", Lines).lines = tuple(lines)

    def _reason(self, advice: Advice) -> list[Content]:
        rule = RULES_BY_ID[advice.rule]
        mark = MARKS[advice.severity]
        facts = [
            ("when", rule.trigger),
            ("because", self._guidance.because(advice)),
            ("source", f"the article, section {advice.source}" if advice.source else ""),
            ("evidence", rule.evidence if self._with_evidence else ""),
            ("setting", advice.setting),
        ]
        return [
            Content.assemble(
                (f"{advice.rule}  ", "bold $foreground"),
                (f"{sign(advice.severity)}  ", f"bold ${mark.variable}"),
                advice.text,
            ),
            *(
                Content.assemble((f"     {name:<9}", "$quiet"), text)
                for name, text in facts
                if text
            ),
            Content(""),
        ]

    def on_key(self, event: events.Key) -> None:
        """Arrows scroll, anything else goes back."""
        event.stop()
        page = self.query_one("#why", VerticalScroll)
        if event.key in ("up", "k"):
            page.scroll_up(animate=False)
        elif event.key in ("down", "j", "space"):
            page.scroll_down(animate=False)
        else:
            self.dismiss(None)
