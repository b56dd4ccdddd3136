"""Which edge of which room builds which stretch of wall: a wall between two rooms is one wall. Plan geometry, no bpy.

A room's polygon is the inner face of its walls, which grow outwards by `wall_thickness`; neighbours stand one thickness apart.
The first room along a wall builds it, for both sides; what lies before the neighbour's edge is not built again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..model.graph.types import Room, Vec2

Floats = NDArray[np.float64]
NEAR = 0.004  # metres within which two faces lie in one plane
HAIR = 1e-4  # metres; nothing shorter is built


class Edge(NamedTuple):
    """A wall's geometry in plan. Along-edge coordinates run from vertex i; `start`, `end` give the mitres: an offset of o
    metres outwards moves the line's ends to `o * start` and `length + o * end`."""

    origin: Vec2
    direction: Vec2
    outward: Vec2
    length: float
    start: float
    end: float

    @property
    def yaw(self) -> float:
        """Turn that brings local -Y to face into the room."""
        return math.atan2(-self.direction[1], -self.direction[0])

    def point(self, along: float, out: float = 0.0) -> Vec2:
        """World position of a point on or beyond the edge."""
        (ox, oy), (dx, dy), (nx, ny) = self.origin, self.direction, self.outward
        return (ox + along * dx + out * nx, oy + along * dy + out * ny)

    def locate(self, points: Floats) -> Floats:
        """Along and outward coordinates of points (n, 2)."""
        rel = np.asarray(points, float) - self.origin
        return np.stack([rel @ self.direction, rel @ self.outward], -1)


def edges_of(polygon: Sequence[Vec2]) -> tuple[Edge, ...]:
    """The edges of a counter-clockwise polygon with their mitres. ValueError for an edge of no length."""
    p = np.asarray(polygon, float)
    d = np.roll(p, -1, 0) - p
    length = np.hypot(d[:, 0], d[:, 1])
    if (length < 1e-6).any():
        raise ValueError("a room's polygon has two vertices in one place")
    d = d / length[:, None]
    n = np.stack([d[:, 1], -d[:, 0]], 1)
    out = []
    for i in range(len(p)):
        before, after = n[i - 1], n[(i + 1) % len(p)]
        # beyond about 150 degrees the mitre is cut short rather than drawn out to a needle
        start = float(np.clip(d[i] @ before / max(1 + n[i] @ before, 0.07), -3.7, 3.7))
        end = float(np.clip(d[i] @ after / max(1 + n[i] @ after, 0.07), -3.7, 3.7))
        out.append(Edge(tuple(p[i]), tuple(d[i]), tuple(n[i]), float(length[i]), start, end))
    return tuple(out)


class Run(NamedTuple):
    """A stretch of wall along its edge, at its inner face; `start` and `end` are mitres, 0 where it ends square."""

    s0: float
    s1: float
    start: float = 0.0
    end: float = 0.0


class Back(NamedTuple):
    """A stretch of a wall's outer face that is the face of another room's wall."""

    s0: float
    s1: float
    room: int
    wall: int


class Hole(NamedTuple):
    """A hole through a wall: along the edge and from the floor, metres."""

    s0: float
    s1: float
    z0: float
    z1: float


@dataclass(slots=True)
class Wall:
    """What one edge of a room builds. No runs: its neighbours have built all of it. `height` is from the room's floor."""

    room: int
    index: int
    edge: Edge
    height: float
    runs: list[Run] = field(default_factory=list)
    backs: list[Back] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)


def plan_walls(rooms: Sequence[Room]) -> list[list[Wall]]:
    """The walls of each room, edge by edge."""
    edges = [edges_of(r.polygon) for r in rooms]
    out = [[Wall(k, i, e, rooms[k].height) for i, e in enumerate(es)] for k, es in enumerate(edges)]
    everything = [w for walls in out for w in walls]
    built: list[tuple[Edge, Run]] = []
    for w in everything:
        room = rooms[w.room]
        t = room.wall_thickness
        w.backs = _backs(w, everything, t)
        w.height = max([room.height, *(rooms[b.room].level + rooms[b.room].height - room.level for b in w.backs)])
        _build(w, rooms, out[w.room], built, t)
    for w in everything:
        w.holes = _holes(w, rooms, edges)
    return out


def _backs(w: Wall, everything: Sequence[Wall], t: float) -> list[Back]:
    out = []
    for o in everything:
        if o is w or np.dot(o.edge.outward, w.edge.outward) > -1 + 1e-6:
            continue
        ends = w.edge.locate(np.array([o.edge.point(0), o.edge.point(o.edge.length)]))
        s0, s1 = float(ends[:, 0].min()), float(ends[:, 0].max())
        if np.abs(ends[:, 1] - t).max() < NEAR and min(s1, w.edge.length) - max(s0, 0.0) > HAIR:
            out.append(Back(s0, s1, o.room, o.index))
    return sorted(out)


def _build(w: Wall, rooms: Sequence[Room], own: Sequence[Wall], built: list[tuple[Edge, Run]], t: float) -> None:
    """Give the wall what no earlier wall has built of its strip."""
    e, n = w.edge, len(own)
    first, last = _contested(w.room, e.point(0), rooms, t), _contested(w.room, e.point(e.length), rooms, t)
    # among other rooms corners are squared: the first wall takes the corner
    s0 = -t * max(-e.start, 0.0) if first else 0.0
    s1 = e.length + (t * max(e.end, 0.0) if last else 0.0)
    neighbours = {id(own[(w.index - 1) % n].edge): first, id(own[(w.index + 1) % n].edge): last}
    free = [(s0, s1)]
    for other, run in built:
        if neighbours.get(id(other), True):
            free = _without(free, _shadow(e, other, run, t))
    for a, b in free:
        if b - a > HAIR:
            w.runs.append(
                Run(a, b, e.start if not first and a <= s0 + HAIR else 0.0, e.end if not last and b >= s1 - HAIR else 0.0)
            )
            built.append((e, w.runs[-1]))


def _contested(room: int, corner: Vec2, rooms: Sequence[Room], t: float) -> bool:
    """Whether walls of other rooms reach a corner."""
    reach = 2 * t + NEAR
    for k, r in enumerate(rooms):
        p = np.asarray(r.polygon, float)
        if k == room or (p.min(0) - reach > corner).any() or (p.max(0) + reach < corner).any():
            continue
        d = np.roll(p, -1, 0) - p
        at = np.clip(((corner - p) * d).sum(1) / (d * d).sum(1), 0, 1)
        if np.abs(p + at[:, None] * d - corner).max(1).min() < reach:
            return True
    return False


def _shadow(e: Edge, other: Edge, run: Run, t: float) -> tuple[float, float] | None:
    """The stretch of the edge's strip that a built wall fills; None if it fills none, or lies askew."""
    askew = abs(np.dot(e.direction, other.direction))
    if HAIR < askew < 1 - HAIR:
        return None
    box = e.locate(np.array([other.point(s, o) for s in (run.s0, run.s1) for o in (0.0, t)]))
    lo, hi = box.min(0), box.max(0)
    return (float(lo[0]), float(hi[0])) if min(hi[1], t) - max(lo[1], 0.0) > t / 2 else None


def _without(free: list[tuple[float, float]], taken: tuple[float, float] | None) -> list[tuple[float, float]]:
    if taken is None:
        return free
    out = []
    for a, b in free:
        out += [(x, y) for x, y in ((a, min(b, taken[0])), (max(a, taken[1]), b)) if y > x]
    return out


def _holes(w: Wall, rooms: Sequence[Room], edges: Sequence[Sequence[Edge]]) -> list[Hole]:
    """Every opening that goes through the wall, whichever room it was given by, each once."""
    level, t = rooms[w.room].level, rooms[w.room].wall_thickness
    out: list[Hole] = []
    for k, r in enumerate(rooms):
        for o in r.openings:
            e = edges[k][o.wall]
            if abs(np.dot(e.outward, w.edge.outward)) < 1 - HAIR:
                continue
            ends = w.edge.locate(np.array([e.point(o.offset), e.point(o.offset + o.width)]))
            on_face = e is w.edge or (np.abs(ends[:, 1] - t).max() < NEAR and np.dot(e.outward, w.edge.outward) < 0)
            s0, s1 = float(ends[:, 0].min()), float(ends[:, 0].max())
            low = o.sill + r.level - level
            seen = any(abs(x.s0 + x.s1 - s0 - s1) < NEAR and abs(x.z0 - low) < NEAR for x in out)  # from its other side
            if on_face and not seen:
                out.append(Hole(s0, s1, low, low + o.height))
    return out


def carrier(w: Wall, walls: Sequence[Sequence[Wall]]) -> Wall:
    """The wall that stands at an edge: its own, or the one that a neighbour has built along most of it."""
    built = [(min(b.s1, w.edge.length) - max(b.s0, 0.0), walls[b.room][b.wall]) for b in w.backs]
    built = [] if w.runs else [(length, o) for length, o in built if o.runs]
    return max(built, key=lambda x: x[0])[1] if built else w
