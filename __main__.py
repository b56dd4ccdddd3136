"""`python -m diorama`, with the bpy module in place of the application."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
