"""Names that a person would give: a second chair is `Chair 2`, never `Chair.001`."""

from __future__ import annotations

from typing import Any

LONGEST = 56  # bytes; Blender cuts names at 63 before 5.0


def free_name(datablocks: Any, name: str) -> str:
    """The name, cut to what every Blender takes, with a number if one of the datablocks has it already."""
    plain = name.encode()[:LONGEST].decode(errors="ignore").strip() or "Unnamed"
    if plain not in datablocks:
        return plain
    stem, _, last = plain.rpartition(" ")
    stem, number = (stem, int(last)) if stem and last.isdecimal() else (plain, 1)  # `Chair 2` is followed by `Chair 3`
    while f"{stem} {(number := number + 1)}" in datablocks:
        pass
    return f"{stem} {number}"
