"""What a room says when the look was changed in it."""

from textual.message import Message


class LookChanged(Message):
    """A setting of the look was kept: the app dresses anew."""
