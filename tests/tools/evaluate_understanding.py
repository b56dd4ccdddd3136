"""Moved: `python -m diorama.training.evaluation.understanding PROMPTS [--misses]`."""

from diorama.training.evaluation.understanding import evaluate, load, main

__all__ = ("evaluate", "load", "main")

if __name__ == "__main__":
    main()
