"""What lifting knows: pure, immutable, no I/O, no clock."""

__version__ = "0.1.0"
