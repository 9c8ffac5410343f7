"""Reading other programs' exports: bytes to sessions, exact, and nothing guessed in silence."""
