"""Parts of a screen: they take domain values and post messages."""
