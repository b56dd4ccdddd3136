"""Bringing documents of older format versions up to the present one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import InputError
from .types import FORMAT

Document = dict[str, Any]

# version it reads -> function that returns the document one version later. `diorama/0` was the draft before release,
# whose rooms were called `spaces`.
STEPS: dict[int, Callable[[Document], Document]] = {
    0: lambda d: {("rooms" if k == "spaces" else k): v for k, v in d.items()},
}


def migrate(document: Document) -> Document:
    """The document in the present format; InputError if its version is newer or unknown."""
    text = document.get("format")
    name, _, number = str(text).partition("/")
    if not isinstance(text, str) or name != "diorama" or not number.isascii() or not number.isdigit():
        raise InputError(f"format: {str(text)[:40]!r} is not a Diorama format.", "Give a graph written by Diorama.")
    version, present = int(number[:9]), int(FORMAT.partition("/")[2])
    if version > present:
        raise InputError(f"format: {text[:40]} is newer than this Diorama understands ({FORMAT}).", "Update the extension.")
    out = dict(document)
    while version < present:
        if version not in STEPS:
            raise InputError(f"format: there is no way to read {text}.", "Open it with the Diorama that wrote it and save again.")
        out = STEPS[version](out)
        version += 1
    out["format"] = FORMAT
    return out
