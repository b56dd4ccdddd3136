"""Empty rooms: outlines in real sizes, doors and windows as real rooms have them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...model.geometry import Floats, polygon_area
from ...model.plan.rooms import ROOMS
from ..corpora.records import LayoutOpening

ASPECT = {
    "hallway": (2.2, 4.0),
    "balcony": (1.9, 3.4),
    "walk_in_closet": (1.1, 1.9),
    "bathroom": (1.05, 1.8),
    "kitchen": (1.05, 1.7),
}
NARROW = {"hallway": (1.15, 1.9), "balcony": (1.4, 2.4)}  # metres of the short side
L_SHARE = 0.16
NO_L = ("hallway", "balcony", "bathroom", "walk_in_closet", "laundry", "nursery", "clinic_room", "server_room", "meeting_room")
PUBLIC = 30.0  # m2 from which a door is wide


class Wall(NamedTuple):
    """One wall from inside: start, unit direction, unit normal into the room, length, yaw of a thing with its back to it."""

    start: Floats
    along: Floats
    normal: Floats
    length: float
    yaw: float


class Shell(NamedTuple):
    """An empty room."""

    type: str
    polygon: tuple[tuple[float, float], ...]
    openings: tuple[LayoutOpening, ...]
    height: float

    @property
    def sides(self) -> tuple[float, float]:
        """Extent in x and y."""
        p = np.asarray(self.polygon)
        w, d = np.ptp(p, 0)
        return float(w), float(d)

    @property
    def area(self) -> float:
        """Of the floor, m2."""
        return abs(polygon_area(self.polygon))

    def walls(self) -> list[Wall]:
        """The walls in polygon order."""
        return walls_of(self.polygon)


def walls_of(polygon: tuple[tuple[float, float], ...]) -> list[Wall]:
    """The walls of a counter-clockwise outline."""
    p = np.asarray(polygon, float)
    out = []
    for a, b in zip(p, np.roll(p, -1, 0), strict=True):
        length = float(np.linalg.norm(b - a))
        along = (b - a) / length
        normal = np.array([-along[1], along[0]])
        out.append(Wall(a, along, normal, length, float(np.arctan2(normal[0], -normal[1]))))
    return out


def shell(room_type: str, rng: np.random.Generator) -> Shell:
    """A room of a type: its outline, then doors, then windows in what is left of the outer walls."""
    spec = ROOMS[room_type]
    area = float(rng.uniform(spec.area[0] * 0.9, spec.area[1] * 1.12))
    if room_type in NARROW:
        short = float(rng.uniform(*NARROW[room_type]))
        aspect = float(np.clip(area / short**2, *ASPECT[room_type]))
    else:
        low, high = ASPECT.get(room_type, (1.0, 1.75))
        aspect = float(low + (high - low) * rng.beta(1.6, 2.2))
    w, d = round(float(np.sqrt(area * aspect)), 2), round(float(np.sqrt(area / aspect)), 2)
    if rng.random() < 0.5:
        w, d = d, w
    polygon = [(0.0, 0.0), (w, 0.0), (w, d), (0.0, d)]
    if area > 13 and room_type not in NO_L and rng.random() < L_SHARE:
        nx, ny = (round(float(s * rng.uniform(0.25, 0.42)), 2) for s in (w, d))
        polygon = [(0.0, 0.0), (w, 0.0), (w, d - ny), (w - nx, d - ny), (w - nx, d), (0.0, d)]
        if rng.random() < 0.5:
            polygon = [(w - x, y) for x, y in reversed(polygon)]
    height = round(float(np.clip(spec.height + rng.normal(0, 0.08), 2.35, 4.2)), 2)
    outline = tuple((round(float(x), 2), round(float(y), 2)) for x, y in polygon)
    return Shell(room_type, outline, _openings(room_type, outline, area, height, rng), height)


def _openings(
    room_type: str, polygon: tuple[tuple[float, float], ...], area: float, height: float, rng: np.random.Generator
) -> tuple[LayoutOpening, ...]:
    spec = ROOMS[room_type]
    walls = walls_of(polygon)
    taken: list[tuple[int, float, float]] = []
    out: list[LayoutOpening] = []
    doors_at: list[Floats] = []  # their middles: two leaves do not swing into each other
    order = [int(i) for i in rng.permutation(len(walls))]
    doors = int(rng.integers(2, 5)) if room_type == "hallway" else 1 + int(rng.random() < (0.45 if area > 20 else 0.15))
    for i in order * 2:
        if len(doors_at) == doors:
            break
        w = walls[i]
        wide = (1.0 if rng.random() < 0.6 else 1.6) if area > PUBLIC else float(rng.choice([0.8, 0.86, 0.9]))
        span = _place(w.length, wide, 0.12, [t[1:] for t in taken if t[0] == i], rng, corner=0.65)
        if span is not None and not any(np.hypot(*(w.start + w.along * (span + wide / 2) - m)) < wide + 0.6 for m in doors_at):
            doors_at.append(w.start + w.along * (span + wide / 2))
            taken.append((i, span - 0.3, span + wide + 0.3))
            out.append(_opening("door", w, span, wide, 0.0, min(2.06, height - 0.2), "" if len(out) else "hall"))
    n = spec.windows + (int(rng.integers(-1, 2)) if spec.windows > 1 else 0)
    if room_type in ("bathroom", "laundry", "spa", "basement", "bar") and rng.random() < 0.4:
        n = 0
    outer = [i for i in order[::-1] if walls[i].length > 1.3][: 2 if area > 18 else 1]
    for k in range(n):
        i = outer[k % len(outer)]
        w = walls[i]
        sill = (
            spec.sill if room_type in ("bathroom", "kitchen", "garage", "basement") else float(rng.choice([spec.sill, 0.9, 0.6]))
        )
        wide = float(rng.uniform(0.5, 0.9) if room_type == "bathroom" else rng.uniform(1.0, 2.0 if area > 14 else 1.6))
        span = _place(w.length, min(wide, w.length - 0.5), 0.2, [t[1:] for t in taken if t[0] == i], rng, corner=0.1)
        if span is not None:
            wide = min(wide, w.length - 0.5)
            taken.append((i, span - 0.25, span + wide + 0.25))
            out.append(_opening("window", w, span, wide, sill, min(2.15, height - 0.2) - sill, "outside"))
    return tuple(out)


def _place(
    length: float, wide: float, margin: float, taken: list[tuple[float, float]], rng: np.random.Generator, corner: float
) -> float | None:
    """Offset of an opening along its wall, clear of others; None if the wall has no room for it."""
    if length < wide + 2 * margin:
        return None
    for _ in range(8):
        t = float(rng.uniform(margin, length - wide - margin))
        u = float(rng.random())
        if u < corner:
            near = float(rng.uniform(margin, min(0.35, length - wide - margin)))
            t = near if rng.random() < 0.5 else length - wide - near
        elif u < corner + 0.4:
            t = (length - wide) / 2
        if all(t + wide < a or t > b for a, b in taken):
            return round(t, 3)
    return None


def _opening(kind: str, w: Wall, t: float, wide: float, sill: float, height: float, leads_to: str) -> LayoutOpening:
    a, b = w.start + w.along * t, w.start + w.along * (t + wide)
    x0, y0, x1, y1 = (round(float(v), 4) for v in (*a, *b))
    return LayoutOpening(kind, x0, y0, x1, y1, sill, round(height, 3), leads_to)  # type: ignore[arg-type]
