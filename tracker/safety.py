"""Who or what stands by when a rep fails."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Safety:
    """Three answers, each yes, no, or not said (None accuses no one)."""

    spotter: bool | None = None
    safeties: bool | None = None
    partner: bool | None = None

    @property
    def is_known_absent(self) -> bool:
        """Both spotter and safeties are known to be absent."""
        return self.spotter is False and self.safeties is False

    @property
    def is_present(self) -> bool:
        """A spotter or safeties are known to stand by."""
        return self.spotter is True or self.safeties is True

    def over(self, remembered: "Safety") -> "Safety":
        """These answers, and the remembered ones where nothing was said."""
        return Safety(
            remembered.spotter if self.spotter is None else self.spotter,
            remembered.safeties if self.safeties is None else self.safeties,
            remembered.partner if self.partner is None else self.partner,
        )


NOTHING_SAID = Safety()
"""No answer at all."""
