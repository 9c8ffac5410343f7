"""What several rooms say alike: how much failure is left, and an exercise's short name."""

from textual.content import Content

from tracker.guidance.standing import Standing
from tracker.guidance.wording import percent
from widgets.meter import load_colour, meter


def status(standing: Standing) -> Content:
    """The right of the first row: failure events of the ration, and the budget."""
    used, limit = standing.ration.used, standing.ration.limit
    over = used > limit
    colour = "$stop" if over else "$caution"
    dots = Content.assemble(("● " * min(used, limit), colour), ("○ " * (limit - used), "$quiet"))
    share = percent(standing.budget.used, standing.budget.capacity)
    words = f"{share} %" if share < 1000 else f"{share // 100} ×"
    return Content.assemble(
        ("failure ", "$quiet"),
        dots if limit <= 6 else "",
        (f"{used} of {limit}", "$stop" if over else "$foreground"),
        ("   budget ", "$quiet"),
        meter(share / 100, 9, load_colour(share)),
        f"  {words:>5}",
    )


def short_name(name: str) -> str:
    """The exercise without its equipment: `Cable Fly`."""
    return name.partition(" (")[0]
