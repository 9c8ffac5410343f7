"""A row of an export that says no set."""


class UnfitRow(Exception):
    """The row is left out and reported; its text is the reason."""
