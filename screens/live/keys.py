"""The live session's keys, its last row, and what its help page says."""

from textual.binding import Binding, BindingType

KEYS = (
    ("0-5", "left"),
    ("t", "form went"),
    ("a", "stuck"),
    ("!", "I'll fail this"),
    ("↑↓", "load"),
    ("←→", "reps"),
    ("u", "undo"),
    ("n", "next"),
    ("/", "find"),
    ("d", "fortnight"),
    ("f", "finish"),
    ("?", "help"),
)
"""What is needed next, first."""

HELP = """
# Live session

Type what happened and press Enter. The line stands over a **draft**: the planned set, else last
time's. RIR is never filled in for you.

| You type | It means |
| :- | :- |
| `2` | the draft, 2 reps left |
| `6 2` | 6 reps, 2 left |
| `100 6 2` | 100, 6 reps, 2 left |
| `t`, `6t` | the form went: technical failure |
| `a`, `6a` | it would not move: absolute failure |
| `100x8@2`, `62,5kg x 8 @1.5` | the same, spelt out |
| `w60x10` | a warm-up |
| `80x10!a > 60x6` | a drop set |
| `8 2; 8 1` | two sets logged late |
| `!` | before the set: I mean to fail this one |

Before the set the screen says what failing here would be. A stop stands there and takes a second
`!` Enter. What you report after the set is never refused.

lastset gives training advice, not medical advice. Pain: `s` marks it, and failure work on that
lift stops for two weeks.
"""
"""What the help page says."""

BINDINGS: list[BindingType] = [
    Binding("up", "none", "load", tooltip="One load step up.", id="live.heavier"),
    Binding("down", "none", "load", tooltip="One load step down.", id="live.lighter"),
    Binding("right", "none", "reps", tooltip="One rep more.", id="live.more"),
    Binding("left", "none", "reps", tooltip="One rep fewer.", id="live.fewer"),
    Binding("y", "none", "propose", tooltip="Take what last time proposes.", id="live.take"),
    Binding("u", "none", "undo", tooltip="Take the last step back.", id="live.undo"),
    Binding("U", "none", "redo", tooltip="Do it again.", id="live.redo"),
    Binding("n", "none", "next", tooltip="To the next exercise.", id="live.next"),
    Binding("p", "none", "previous", tooltip="To the exercise before.", id="live.previous"),
    Binding("slash", "none", "find", tooltip="Go to an exercise, or add it.", id="live.find"),
    Binding("c", "none", "swap", tooltip="Swap the exercise in hand.", id="live.swap"),
    Binding("m", "none", "now", tooltip="Do this exercise now (rack taken).", id="live.now"),
    Binding("j", "none", "join", tooltip="Superset with the next, or part.", id="live.join"),
    Binding("k", "none", "skip", tooltip="Skip what is left of it, or not.", id="live.skip"),
    Binding("w", "none", "warm-up", tooltip="w Enter: next warm-up step.", id="live.warm_up"),
    Binding("o", "none", "note", tooltip="Notes, set-up, body weight, rest.", id="live.note"),
    Binding("s", "none", "pain", tooltip="Mark pain, or clear it.", id="live.pain"),
    Binding("b", "none", "standing by", tooltip="Spotter, safeties, partner.", id="live.by"),
    Binding("r", "none", "rest", tooltip="Start the rest timer anew.", id="live.rest"),
    Binding("e", "none", "edit", tooltip="Edit the last set.", id="live.edit"),
    Binding("i", "none", "all fields", tooltip="Set entry: every field.", id="live.fields"),
    Binding("v", "none", "classify", tooltip="Five questions and a muscle.", id="live.ask"),
    Binding("g", "none", "why", tooltip="Where the advice comes from.", id="live.why"),
    Binding("h", "none", "history", tooltip="This exercise's sessions.", id="live.history"),
    Binding("d", "none", "fortnight", tooltip="The history dashboard.", id="live.dashboard"),
    Binding("f", "none", "finish", tooltip="Finish the session.", id="live.finish"),
    Binding("question_mark", "none", "help", tooltip="This page.", id="live.help"),
    Binding("q", "none", "back", tooltip="Back; the session stays open.", id="live.back"),
    Binding("Q", "none", "quit", tooltip="Close lastset; it stays open.", id="live.quit"),
]
"""The keys of the empty line."""
