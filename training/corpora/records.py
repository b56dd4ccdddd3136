"""What every source of layouts is turned into: rooms with openings and things, in the contract's frame.

Metres, Z up, local front at -Y, yaw counter-clockwise. Categories are the catalogue's (`model/catalogue`); the kind under
which the layout network knows a category is `Category.like`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Source = Literal["procthor", "robocasa", "virtualhome", "tdw", "behavior", "teacher"]
SOURCES: tuple[Source, ...] = ("procthor", "robocasa", "virtualhome", "tdw", "behavior", "teacher")
Split = Literal["train", "val", "test"]
SupportKind = Literal["floor", "on", "in", "hung_on", "from_ceiling"]
TEST_PERCENT, VAL_PERCENT = 16, 3  # of the houses


@dataclass(frozen=True, slots=True)
class LayoutOpening:
    """A door or window as a segment on the room's polygon; `sill` and `height` as in the scene graph."""

    kind: Literal["door", "window"]
    x0: float
    y0: float
    x1: float
    y1: float
    sill: float
    height: float
    leads_to: str = ""  # room type on the other side, "outside", or "" when unknown


@dataclass(frozen=True, slots=True)
class LayoutObject:
    """A thing: centre of its footprint, height `z` of its base over the floor, full size along its own axes."""

    category: str
    x: float
    y: float
    z: float
    w: float
    d: float
    h: float
    yaw: float
    support: SupportKind = "floor"
    parent: int = -1  # index in the room's objects of what it stands on or in
    type: str = ""  # what the source called it


@dataclass(frozen=True, slots=True)
class LayoutRoom:
    """A room of any source. `type` is a room type of `model/plan/rooms.py`."""

    source: Source
    house: str  # rooms of one house share a split
    split: Split
    type: str
    polygon: tuple[tuple[float, float], ...]  # counter-clockwise; empty when the source has contents but no geometry
    openings: tuple[LayoutOpening, ...]
    objects: tuple[LayoutObject, ...]
    height: float = 2.6


def split_of(house: str) -> Split:
    """The split of a house: a hash decides, so that it never changes when houses are added. `house` is hexadecimal or a name."""
    digits = house[:8] if re.fullmatch(r"[0-9a-f]{16}", house) else hashlib.sha256(house.encode()).hexdigest()[:8]
    n = int(digits, 16) % 100
    return "test" if n < TEST_PERCENT else "val" if n < TEST_PERCENT + VAL_PERCENT else "train"


def save(path: Path, rooms: Iterable[LayoutRoom]) -> int:
    """Write rooms as gzipped JSON lines, atomically; returns how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    n = 0
    with gzip.open(partial, "wt", encoding="utf-8") as out:
        for room in rooms:
            out.write(json.dumps(asdict(room), separators=(",", ":")) + "\n")
            n += 1
    os.replace(partial, path)
    return n


def load(path: Path) -> Iterator[LayoutRoom]:
    """Read rooms written by `save`. ValueError naming the line if one is damaged."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield _room(json.loads(line))
            except (ValueError, TypeError, KeyError) as e:
                raise ValueError(f"{path.name}, line {number}: {e}") from e


def _room(r: dict[str, Any]) -> LayoutRoom:
    r["polygon"] = tuple((float(x), float(y)) for x, y in r["polygon"])
    r["openings"] = tuple(LayoutOpening(**o) for o in r["openings"])
    r["objects"] = tuple(LayoutObject(**o) for o in r["objects"])
    return LayoutRoom(**r)
