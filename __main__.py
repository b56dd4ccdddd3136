"""`python -m diorama`, with the bpy module in place of the application."""

import sys

from .cli import run_process

if __name__ == "__main__":
    sys.exit(run_process())
