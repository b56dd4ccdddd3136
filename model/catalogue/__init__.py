"""The catalogue: every category of thing Diorama knows, in one manifest (`data/*.json`, a file per family)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

VERSION = "1"
_DATA = Path(__file__).parent / "data"

SUPPORTS = ("floor", "on", "in", "hung_on", "from_ceiling")
SIDES = ("front", "back", "left", "right")


@dataclass(frozen=True, slots=True)
class Category:
    """One category. Sizes are width, depth, height in metres with the front at -Y."""

    name: str  # snake_case, singular
    label: str  # what a person calls it: "Bar stool"
    family: str
    generator: str  # name in the generator manifest
    size: tuple[float, float, float]  # typical
    smallest: tuple[float, float, float]
    largest: tuple[float, float, float]
    supports: tuple[str, ...] = ("floor",)  # how it is held up, the usual way first
    synonyms: tuple[str, ...] = ()  # other words for it, singular, lower case, with spaces
    is_a: tuple[str, ...] = ()  # broader categories that a request for them may be met by this one
    presets: dict[str, Any] = field(default_factory=dict)  # generator parameters that make it this category
    front: bool = True  # has a front that should face into the room
    wall: float = 0.0  # how strongly its back belongs against a wall, 0..1
    corner: float = 0.0  # how strongly it belongs in a corner
    access: tuple[str, ...] = ()  # functional sides that must stay reachable
    clearance: float = 0.5  # metres of free floor in front of each functional side
    mount: float = 0.0  # hung things: usual height of the centre over the floor
    walkable: bool = False  # flat on the floor; others may stand on it (rugs)
    mass: float = 5.0  # kg
    like: str = ""  # the kind as which the layout network places it (`layout.kinds`)
    rooms: tuple[str, ...] = ()  # room types where it is at home


def _read(record: dict[str, Any], family: str, where: str) -> Category:
    known = {f.name for f in fields(Category)}
    unknown = set(record) - known
    if unknown:
        raise ValueError(f"{where}: unknown field {sorted(unknown)[0]!r}")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
    size = values["size"]
    values.setdefault("smallest", tuple(0.6 * s for s in size))
    values.setdefault("largest", tuple(1.6 * s for s in size))
    values.setdefault("label", values["name"].replace("_", " ").capitalize())
    for s in values.get("supports", ()):
        if s not in SUPPORTS:
            raise ValueError(f"{where}.supports: unknown support {s!r}")
    return Category(family=family, **values)


@lru_cache(maxsize=1)
def categories() -> dict[str, Category]:
    """All categories by name. ValueError naming file and entry if the manifest is bad."""
    out: dict[str, Category] = {}
    for path in sorted(_DATA.glob("*.json")):
        for i, record in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            where = f"{path.name}[{i}]"
            category = _read(record, path.stem, where)
            if category.name in out:
                raise ValueError(f"{where}: category {category.name!r} stands twice")
            out[category.name] = category
    return out


def category(name: str) -> Category:
    """The category of that name; KeyError if unknown."""
    return categories()[name]


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, str]:
    """Every name, label and synonym (lower case, spaces) -> category name. Names win over synonyms."""
    words: dict[str, str] = {}
    for c in categories().values():
        for w in c.synonyms:
            words.setdefault(w.lower().replace("_", " "), c.name)
    for c in categories().values():
        words[c.label.lower()] = c.name
        words[c.name.replace("_", " ")] = c.name
    return words


def is_a(name: str, broader: str) -> bool:
    """Whether category `name` is, or counts as, `broader`."""
    if name == broader:
        return True
    known = categories()
    return name in known and any(is_a(b, broader) for b in known[name].is_a)
