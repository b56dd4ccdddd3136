"""RoboCasa's hand-made kitchen layouts (YAML) -> kitchens.

A layout is groups of fixtures, each turned and moved as a whole; a fixture stands where it says or beside another one.
A counter runs over the sink, the hob and the dishwasher that are built into it: here it is cut there, so that a row reads
counter, sink, counter, dishwasher, as the catalogue's separate things. Cabinets under a counter are part of it. Things on
counters have no fixed place and are left out; doors are not told (the rooms are open where no wall is drawn).
Needs PyYAML (the `train` extra).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from .outline import outline
from .records import LayoutObject, LayoutOpening, LayoutRoom, SupportKind, split_of

# type -> (category, support); counters and what is built into them are handled apart
CATEGORIES: dict[str, tuple[str, SupportKind]] = {
    "fridge_french_door": ("refrigerator", "floor"), "fridge_side_by_side": ("refrigerator", "floor"),
    "fridge_bottom_freezer": ("refrigerator", "floor"), "stove": ("stove", "floor"), "stove_wide": ("stove", "floor"),
    "stovetop": ("stove", "floor"), "sink": ("sink", "floor"), "dishwasher": ("dishwasher", "floor"),
    "hood": ("range_hood", "hung_on"),
    "hinge_cabinet": ("kitchen_wall_cabinet", "hung_on"), "single_cabinet": ("kitchen_wall_cabinet", "hung_on"),
    "open_cabinet": ("kitchen_wall_cabinet", "hung_on"), "stool": ("bar_stool", "floor"),
}  # fmt: skip
SIZES = {
    "fridge_french_door": (0.85, 0.80, 1.78), "fridge_side_by_side": (0.85, 0.80, 1.78),
    "fridge_bottom_freezer": (0.78, 0.80, 1.75),
    "stove": (0.76, 0.66, 0.915), "stove_wide": (0.91, 0.66, 0.915), "stovetop": (0.76, 0.55, 0.1), "sink": (0.8, 0.53, 0.2),
    "dishwasher": (0.6, 0.6, 0.89), "hood": (0.76, 0.5, 0.5), "stool": (0.42, 0.42, 0.8), "microwave": (0.76, 0.45, 0.4),
    "oven": (0.7, 0.6, 0.7),
}  # fmt: skip
BUILT_IN = ("sink", "stovetop")
SHORTEST = 0.25  # metres; a shorter rest of a counter is no counter


@dataclass(frozen=True, slots=True)
class Fixture:
    """A fixture in its group's frame: front at -Y, centre and full size, before the group is turned."""

    name: str
    type: str
    pos: np.ndarray  # (3,)
    size: np.ndarray  # (3,)
    interior: str = ""
    along: float = 0.5  # share of a counter's length at which its interior sits
    extra: dict[str, Any] = field(default_factory=dict)


def _size(record: dict[str, Any], known: dict[str, Fixture]) -> np.ndarray:
    usual = SIZES.get(record["type"], (0.6, 0.6, 0.6))
    given = record.get("size") or [None] * 3
    out = []
    for axis in range(3):
        v = given[axis] if isinstance(given, list) else None
        if isinstance(v, str):
            v = known[v].size[axis] if v in known else None
        out.append(float(v) if v is not None and v > 0 else usual[axis])
    return np.array(out)


def _pos(record: dict[str, Any], size: np.ndarray, known: dict[str, Fixture]) -> np.ndarray | None:
    if record.get("pos") is not None:
        pos = np.array([0.0 if v is None else float(v) for v in record["pos"]])
    else:
        other = known.get(record.get("align_to", ""))
        if other is None:
            return None
        pos = other.pos.copy()
        apart = (other.size + size) / 2
        axis, sign = {"left": (0, -1), "right": (0, 1), "front": (1, -1), "back": (1, 1), "bottom": (2, -1), "top": (2, 1)}[
            record.get("side", "right")
        ]
        pos[axis] += sign * apart[axis]
        flush = (other.size - size) / 2
        for word, (at, way) in {"front": (1, -1), "back": (1, 1), "bottom": (2, -1), "top": (2, 1)}.items():
            if word in str(record.get("alignment", "")) and at != axis:
                pos[at] += way * flush[at]
    offset = record.get("offset")
    return pos + (np.array([float(v or 0) for v in offset]) if isinstance(offset, list) and len(offset) == 3 else 0)


def fixtures(group: dict[str, Any]) -> list[Fixture]:
    """The fixtures of a group whose place is told; what is built into another one takes its place from it."""
    known: dict[str, Fixture] = {}
    inner: dict[str, dict[str, Any]] = {}
    for rows in group.values():
        for record in rows if isinstance(rows, list) else []:
            if not isinstance(record, dict) or "type" not in record or "placement" in record:
                continue
            size = _size(record, known)
            pos = _pos(record, size, known)
            if pos is None:
                inner[record["name"]] = record
                continue
            known[record["name"]] = Fixture(record["name"], record["type"], pos, size, record.get("interior_obj") or "",
                                            float(record.get("obj_x_percent", 0.5)), record)  # fmt: skip
    for host in list(known.values()):
        record = inner.get(host.interior)
        if record is None:
            continue
        size = _size(record, known)
        pos = host.pos.copy()
        if host.type == "counter":
            free = max(host.size[0] - size[0], 0.0)
            pos[0] += (host.along - 0.5) * free
        known[record["name"]] = Fixture(record["name"], record["type"], pos, size)
    return list(known.values())


def _cut(counter: Fixture, others: list[Fixture]) -> Iterator[tuple[str, Fixture]]:
    """A counter as (category, fixture) pieces: what is built into it, and the rests between."""
    x0, x1 = counter.pos[0] - counter.size[0] / 2, counter.pos[0] + counter.size[0] / 2
    holes = []
    for f in others:
        inside = abs(f.pos[1] - counter.pos[1]) < counter.size[1] / 2 and x0 - 0.02 < f.pos[0] < x1 + 0.02
        if inside and (f.type in BUILT_IN or f.type == "dishwasher"):
            holes.append((max(f.pos[0] - f.size[0] / 2, x0), min(f.pos[0] + f.size[0] / 2, x1), f))
    island = any(w in counter.name for w in ("island", "dining")) or counter.size[1] > 0.85
    at = x0
    for a, b, f in [*sorted(holes, key=lambda h: h[0]), (x1, x1, None)]:
        if a - at > SHORTEST:
            piece = replace(counter, pos=np.array([(at + a) / 2, *counter.pos[1:]]), size=np.array([a - at, *counter.size[1:]]))
            yield ("kitchen_island" if island else "kitchen_counter"), piece
        if f is not None:
            depth = min(counter.size[1], 0.65)
            front = f.pos[1] >= counter.pos[1]  # an island's dishwasher and sink sit at one of its two sides
            y = counter.pos[1] + (counter.size[1] - depth) / 2 * (1 if front else -1)
            place = np.array([(a + b) / 2, y, counter.size[2] / 2])
            yield CATEGORIES[f.type][0], replace(f, pos=place, size=np.array([b - a, depth, counter.size[2]]))
        at = max(at, b)


def _things(group: dict[str, Any], name: str) -> Iterator[tuple[str, SupportKind, Fixture]]:
    all_of_it = fixtures(group)
    counters = [f for f in all_of_it if f.type == "counter" and f.size[1] > 0.3]
    covered: set[str] = set()
    for c in counters:
        c = replace(c, name=f"{name} {c.name}")
        for category, piece in _cut(c, all_of_it):
            covered.add(piece.name)
            yield category, "floor", piece
    for f in all_of_it:
        base = f.pos[2] - f.size[2] / 2
        if f.name in covered or f.type == "counter":
            continue
        if f.type in ("stack", "housing_cabinet") and f.size[2] > 1.6 and "fridge" not in f.interior:
            yield "tall_cabinet", "floor", f
        elif f.type in CATEGORIES:
            category, support = CATEGORIES[f.type]
            if support == "hung_on" and not 1.2 < base < 2.3:
                continue
            yield category, support, f


def _placed(category: str, support: SupportKind, f: Fixture, group: dict[str, Any]) -> LayoutObject:
    origin, at = np.array(group.get("group_origin", [0, 0]), float), np.array(group.get("group_pos", [0, 0]), float)
    yaw = float(group.get("group_z_rot", 0.0))
    c, s = np.cos(yaw), np.sin(yaw)
    x, y = at + np.array([[c, -s], [s, c]]) @ (f.pos[:2] - origin)
    z = 0.0 if support == "floor" else float(f.pos[2] - f.size[2] / 2)
    w, d, h = (float(v) for v in f.size)
    return LayoutObject(category, float(x), float(y), z, w, d, h, yaw, support, type=f.type)


def _windows(room: dict[str, Any]) -> Iterator[LayoutOpening]:
    walls = {w["name"]: w for w in room["walls"]}
    for rows in room.values():
        for record in rows:
            wall = walls.get(record.get("attach_to", ""))
            if record.get("type") != "window" or wall is None or record.get("pos") is None:
                continue
            width, _, height = (
                float(v) if v is not None else u for v, u in zip(record.get("size") or [1, 0, 1], (1, 0, 1), strict=True)
            )
            sideways = wall.get("wall_side") in ("left", "right")
            middle = float(record["pos"][1 if sideways else 0] or wall["pos"][1 if sideways else 0])
            across = float(wall["pos"][0 if sideways else 1])
            sill = max(float(record["pos"][2] or 1.5) - height / 2, 0.0)
            ends = [(across, middle - width / 2), (across, middle + width / 2)]
            (x0, y0), (x1, y1) = ends if sideways else [e[::-1] for e in ends]
            yield LayoutOpening("window", x0, y0, x1, y1, sill, height, "outside")


def kitchen(name: str, layout: dict[str, Any]) -> LayoutRoom:
    """One layout."""
    room = layout["room"]
    floors = [
        (f["pos"], f["size"]) for f in room["floor"] if not f.get("backing") and None not in (*f["pos"][:2], *f["size"][:2])
    ]
    polygon = outline([(p[0] - s[0], p[1] - s[1], p[0] + s[0], p[1] + s[1]) for p, s in floors])
    things = [
        _placed(category, support, f, group)
        for key, group in layout.items()
        if key != "room"
        for category, support, f in _things(group, key)
    ]
    for record in room.get("floor_accessories", []):
        if record.get("type") == "stool" and record.get("pos"):
            w, d, h = SIZES["stool"]
            x, y = (float(v) for v in record["pos"][:2])
            things.append(LayoutObject("bar_stool", x, y, 0.0, w, d, h, float(record.get("z_rot", 0.0)), type="stool"))
    height = 2 * max(float(w["size"][1]) for w in room["walls"])
    return LayoutRoom("robocasa", name, split_of(name), "kitchen", polygon, tuple(_windows(room)), tuple(things), height)


def load(data: Path) -> Iterator[LayoutRoom]:
    """The layouts under `data`/robocasa."""
    import yaml

    for path in sorted((data / "robocasa" / "scenes" / "kitchen_layouts").rglob("*.yaml")):
        yield kitchen(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
