"""The errors a user may meet. The message is one clear sentence; `remedy` says what to do next."""

from __future__ import annotations


class DioramaError(Exception):
    """Something that a user can understand and mend."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class InputError(DioramaError):
    """The prompt, option, graph, plan or file that came in is not usable (exit code 2)."""


class WorkError(DioramaError):
    """The input was fine but the work failed: weights missing, disk full (exit code 1)."""


class Cancelled(DioramaError):
    """The user asked to stop."""
