"""`python -m tracker`: hands over to the screens by name; the domain imports nothing above it."""

import runpy

if __name__ == "__main__":
    runpy.run_module("screens", run_name="__main__", alter_sys=True)
