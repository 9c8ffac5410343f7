"""`python -m screens`: the same as the command `lastset`."""

from screens.cli import main

if __name__ == "__main__":
    main()
