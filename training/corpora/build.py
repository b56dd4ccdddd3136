"""Every source of layouts into typed, validated records: one file a source, counts and reasons of rejection printed.

    python -m diorama.training.corpora.build --data DIR --out runs/corpus

`DIR` holds the sources' folders; docs/data.md says what they are, where each comes from and under which licence.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from ...model.catalogue import categories
from ...model.geometry import inside, is_simple, polygon_area
from ...model.plan.rooms import ROOMS
from . import behavior, procthor, robocasa, tdw, virtualhome
from .records import LayoutRoom, save

LOADERS: dict[str, Callable[[Path], Iterator[LayoutRoom]]] = {
    "procthor": procthor.load,
    "robocasa": robocasa.load,
    "virtualhome": virtualhome.load,
    "tdw": tdw.load,
    "behavior": behavior.load,
}
OUTSIDE = 0.3  # metres that a thing's centre may lie beyond the polygon
LARGEST = 8.0  # metres; larger is no thing of a room


def fault(room: LayoutRoom) -> str:
    """Why a record cannot be used; empty if it can."""
    if room.type not in ROOMS:
        return "unknown room type"
    for i, o in enumerate(room.objects):
        if o.category not in categories():
            return "unknown category"
        if (
            not np.isfinite([o.x, o.y, o.z, o.w, o.d, o.h, o.yaw]).all()
            or not 0 < min(o.w, o.d, o.h) <= max(o.w, o.d, o.h) < LARGEST
        ):
            return "size or place is no number of metres"
        if o.parent >= len(room.objects) or o.parent == i:
            return "parent is not in the room"
    return _shell_fault(room) if room.polygon else ""


def _shell_fault(room: LayoutRoom) -> str:
    p = np.array(room.polygon)
    if len(p) < 3 or not is_simple(room.polygon) or polygon_area(p) < 1.0:
        return "polygon is not simple and counter-clockwise"
    for o in room.openings:
        for end in ((o.x0, o.y0), (o.x1, o.y1)):
            if distance(p, np.array(end)) > 0.1:
                return "opening is off the walls"
    floor = np.array([(o.x, o.y) for o in room.objects if o.support == "floor"]).reshape(-1, 2)
    if not len(floor):
        return "nothing stands on the floor"
    out = floor[~inside(p, floor)]
    return "thing outside" if any(distance(p, q) > OUTSIDE for q in out) else ""


def distance(polygon: np.ndarray, point: np.ndarray) -> float:
    """Metres from a point to the polygon's edges."""
    a, b = polygon, np.roll(polygon, -1, 0)
    d = b - a
    t = np.clip(((point - a) * d).sum(1) / np.maximum((d * d).sum(1), 1e-12), 0, 1)
    return float(np.hypot(*(a + t[:, None] * d - point).T).min())


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("runs/corpus"))
    parser.add_argument("--sources", default=",".join(LOADERS), help="which of the sources")
    options = parser.parse_args(argv)
    for source in options.sources.split(","):
        rejected: Counter[str] = Counter()
        rooms = []
        for room in LOADERS[source](options.data):
            why = fault(room)
            if why:
                rejected[why] += 1
            else:
                rooms.append(room)
        save(options.out / f"{source}.jsonl.gz", rooms)
        things = sum(len(r.objects) for r in rooms)
        kept = sum(o.parent >= 0 for r in rooms for o in r.objects)
        houses = len({r.house for r in rooms})
        splits = ", ".join(f"{n} {s}" for s, n in sorted(Counter(r.split for r in rooms).items()))
        sys.stdout.write(f"{source}: {houses} houses, {len(rooms)} rooms ({splits}), {things} things, {kept} on or in another\n")
        for why, n in rejected.most_common():
            sys.stdout.write(f"  rejected: {n}, {why}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
