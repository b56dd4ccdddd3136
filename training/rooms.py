"""Layout records -> rooms as plain arrays of what stands on the floor, which is what the layout network learns from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..model.catalogue import categories
from ..model.geometry import polygon_area
from ..model.layout.kinds import KINDS
from .corpora.records import LayoutRoom, load

# Apartments without walls (TDW) and contents without places (BEHAVIOR) teach no poses.
MANNERS = {"procthor": "procthor", "robocasa": "handmade", "virtualhome": "handmade", "teacher": "designed"}


@dataclass(frozen=True, slots=True)
class Room:
    """One room. `objects` columns: kind, x, y, w, d, h, yaw, z (base). `openings` columns: 0 door / 1 window, x0, y0, x1, y1,
    sill, height."""

    house: str
    split: str
    type: str
    manner: str  # one of the network's MANNERS
    polygon: np.ndarray  # (n, 2) float, counter-clockwise
    openings: np.ndarray  # (m, 7) float
    objects: np.ndarray  # (k, 8) float

    @property
    def density(self) -> float:
        """The share of the floor that things cover."""
        return float((self.objects[:, 3] * self.objects[:, 4]).sum() / abs(polygon_area(self.polygon)))


def of(record: LayoutRoom) -> Room | None:
    """The arrays of a record, or None where nothing known stands on the floor."""
    known = categories()
    rows = []
    for o in record.objects:
        like = known[o.category].like
        if o.support == "floor" and o.parent < 0 and not known[o.category].walkable and like in KINDS:
            rows.append((KINDS.index(like), o.x, o.y, o.w, o.d, o.h, o.yaw, o.z))
    if not rows:
        return None
    openings = [(float(o.kind == "window"), o.x0, o.y0, o.x1, o.y1, o.sill, o.height) for o in record.openings]
    return Room(record.house, record.split, record.type, MANNERS[record.source], np.array(record.polygon),
                np.array(openings, float).reshape(-1, 7), np.array(rows, float))  # fmt: skip


def read(folder: Path, sources: Iterable[str] = tuple(MANNERS)) -> Iterator[Room]:
    """The rooms of the sources whose files are in the folder."""
    for source in sources:
        path = folder / f"{source}.jsonl.gz"
        if path.exists():
            yield from (room for record in load(path) if (room := of(record)) is not None)
