"""The live session: the main screen, where sets are logged."""
