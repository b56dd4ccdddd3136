"""The one manifest of all generators. Tests walk over it."""

from __future__ import annotations

import importlib
from functools import lru_cache

from ...model.catalogue import Category
from .asset import Generator

# One module per family; each has a tuple GENERATORS.
FAMILIES = (
    "seating",
    "beds",
    "tables",
    "storage",
    "fixtures",
    "appliances",
    "equipment",
    "instruments",
    "lamps",
    "textiles",
    "plants",
    "decor",
    "tableware",
    "play",
    "garden",
    "pets",
    "openings",
)


@lru_cache(maxsize=1)
def generators() -> dict[str, Generator]:
    """All generators by name."""
    out: dict[str, Generator] = {}
    for family in FAMILIES:
        try:
            module = importlib.import_module(f".families.{family}", __package__)
        except ModuleNotFoundError as e:
            if e.name and e.name.endswith(f"families.{family}"):
                continue
            raise
        for g in module.GENERATORS:
            if g.name in out:
                raise ValueError(f"generator {g.name!r} stands twice ({family})")
            out[g.name] = g
    return out


# Faces that a thing may have: by family where soft or leafy things need more, else by its largest usual measure.
_FACES = {"plants": 7000, "beds": 13000, "seating": 9000}
_SMALL, _SMALL_FACES, _MOST_FACES = 0.4, 4000, 7000


def budget(c: Category) -> int:
    """The most faces that a thing of a category may have at full detail."""
    return _FACES.get(c.family, _SMALL_FACES if max(c.size) < _SMALL else _MOST_FACES)
