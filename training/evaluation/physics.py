"""Whether a world could be: collisions, bounds, support, free floor, access and clear openings, on the assets' solids.

Solids are boxes that together cover the mesh, so a collision may be reported where meshes only come near; the report on the
Blender scene (`scene/report.py`) has the last word on meshes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ...model.catalogue import categories
from ...model.geometry import Bools, Floats, front, inside, rectangles_gap
from .scene import Block, Gate, Scene, Shelf, Thing, furniture

TOUCH = 0.005  # metres that two things may overlap and still only touch
CONTACT = 0.010
BODY = 0.2  # width of who walks
HEAD = 2.0  # height up to which things are in the way
STEP = 0.04  # what one steps over
CELL = 0.05
STRIP, OFFSET = 0.2, 0.05  # of the free strip at a functional side
DOOR_DEPTH, WINDOW_DEPTH = 1.0, 0.5
COVERS = ("curtain", "blind", "shower_curtain")  # may hang before a window


@dataclass(frozen=True, slots=True)
class Physics:
    """Ids of things at fault, and shares (0..1)."""

    things: int
    colliding: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]
    floating: tuple[str, ...]
    navigable: float
    reach: dict[str, float]  # thing -> share of its best functional side that is free
    doors: int
    windows: int
    blocked: tuple[tuple[str, str], ...]  # opening, thing

    def figures(self) -> dict[str, float]:
        """COL (% of things), OOB, SUP, NAV, ACC, OPC, in per cent."""
        n = max(self.things, 1)
        hit = {i for pair in self.colliding for i in pair}
        gates = max(self.doors + self.windows, 1)
        return {
            "COL": 100 * len(hit) / n,
            "OOB": 100 * len(self.outside) / n,
            "SUP": 100 * (1 - len(self.floating) / n),
            "NAV": 100 * self.navigable,
            "ACC": 100 * float(np.mean(list(self.reach.values()))) if self.reach else 100.0,
            "OPC": 100 * (1 - len({g for g, _ in self.blocked}) / gates),
        }


def physics(scene: Scene) -> Physics:
    """All of it."""
    things = furniture(scene)
    floor = _Floor(scene, things)
    return Physics(
        len(things),
        tuple(collisions(things)),
        tuple(t.id for t in things if out_of_bounds(t, scene)),
        tuple(t.id for t in floating(things, scene)),
        floor.navigable(),
        {t.id: r for t in things if (r := floor.reach(t)) is not None},
        sum(g.kind == "door" for g in scene.gates),
        sum(g.kind == "window" for g in scene.gates),
        tuple(blocked(scene, things)),
    )


# ---------------------------------------------------------------------------------------------- collisions, bounds


def _stack(blocks: list[Block]) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    return (
        np.array([b.centre for b in blocks]).reshape(-1, 2),
        np.array([b.half for b in blocks]).reshape(-1, 2),
        np.array([b.yaw for b in blocks]),
        np.array([b.bottom for b in blocks]),
        np.array([b.top for b in blocks]),
    )


def _holders(t: Thing, by_id: dict[str, Thing]) -> set[str]:
    """Ids of everything that a thing rests on or in, down to the floor."""
    out: set[str] = set()
    while t.parent in by_id and t.parent not in out:
        out.add(t.parent)
        t = by_id[t.parent]
    return out


def collisions(things: list[Thing]) -> list[tuple[str, str]]:
    """Pairs whose solids overlap by more than a touch, and of which neither rests on or in the other."""
    blocks = [b for t in things for b in t.solids]
    owner = np.array([i for i, t in enumerate(things) for _ in t.solids])
    if len(blocks) < 2:
        return []
    centre, half, yaw, lo, hi = _stack(blocks)
    radius = np.linalg.norm(half, axis=1)
    i, j = np.triu_indices(len(blocks), 1)
    keep = (owner[i] != owner[j]) & (lo[i] < hi[j] - TOUCH) & (lo[j] < hi[i] - TOUCH)
    i, j = i[keep], j[keep]
    close = np.linalg.norm(centre[i] - centre[j], axis=1) < radius[i] + radius[j]
    i, j = i[close], j[close]
    deep = rectangles_gap(centre[i], half[i], yaw[i], centre[j], half[j], yaw[j]) < -TOUCH
    by_id = {t.id: t for t in things}
    holders = [_holders(t, by_id) for t in things]
    pairs = set()
    for a, b in zip(owner[i[deep]], owner[j[deep]], strict=True):
        if things[b].id not in holders[a] and things[a].id not in holders[b]:
            one, two = sorted((things[a].id, things[b].id))
            pairs.add((one, two))
    return sorted(pairs)


def out_of_bounds(t: Thing, scene: Scene) -> bool:
    """Whether less than 99 % of its box, seen from above, lies over a floor."""
    n = 21
    s = np.linspace(-0.999, 0.999, n)
    gx, gy = np.meshgrid(s * t.box.half[0], s * t.box.half[1])
    c, k = np.cos(t.box.yaw), np.sin(t.box.yaw)
    pts = t.box.centre + np.stack([c * gx - k * gy, k * gx + c * gy], -1).reshape(-1, 2)
    over = np.zeros(len(pts), bool)
    for room in scene.rooms:
        over |= inside(room.polygon, pts)
    return bool(over.mean() < 0.99)


# ---------------------------------------------------------------------------------------------- support


def _foot(t: Thing) -> list[Block]:
    """The solids that reach down to the thing's lowest level."""
    low = min((b.bottom for b in t.solids), default=t.box.bottom)
    return [b for b in t.solids if b.bottom <= low + 0.008] or [t.box]


def floating(things: list[Thing], scene: Scene) -> list[Thing]:
    """Things without contact, or whose centre is not above what holds them."""
    shelves = [(t.id, s) for t in things for s in t.shelves]
    tops = [(t.id, Shelf(b, b.top, False)) for t in things for b in t.solids]
    heights = np.array([s.z for _, s in (*shelves, *tops)])
    level = [*shelves, *tops]
    return [t for t in things if not _held(t, level, heights, scene)]


def _held(t: Thing, level: list[tuple[str, Shelf]], heights: Floats, scene: Scene) -> bool:
    base = min((b.bottom for b in t.solids), default=t.box.bottom)
    if any(abs(base - r.level) <= CONTACT and bool(inside(r.polygon, t.box.centre)) for r in scene.rooms):
        return True
    if any(abs(t.box.top - r.level - r.height) <= CONTACT for r in scene.rooms):
        return True
    if t.held == "hung_on" and _on_wall(t, scene):
        return True
    near = [level[k] for k in np.flatnonzero(np.abs(heights - base) <= CONTACT) if level[k][0] != t.id] if len(heights) else []
    if not near:
        return False
    pts = np.concatenate([b.grid(7) for b in _foot(t)])
    touching = np.zeros(len(pts), bool)
    for _, s in near:
        over = s.block.over(pts)
        if s.round:
            over &= (((s.block.local(pts) / np.maximum(s.block.half, 1e-9)) ** 2).sum(-1)) <= 1.0 + 1e-9
        touching |= over
    return bool(touching.any()) and _balanced(pts[touching], t.box.centre)


def _on_wall(t: Thing, scene: Scene) -> bool:
    back = t.box.centre - front(t.box.yaw) * t.box.half[1]
    for w in scene.walls:
        d = back - w.a
        along = float(d @ (w.b - w.a)) / max(w.length, 1e-9)
        if abs(float(d @ w.normal)) <= CONTACT and -0.01 <= along <= w.length + 0.01:
            return True
    return False


def _balanced(pts: Floats, centre: Floats) -> bool:
    """Whether the centre lies over the hull of the contact points, give or take a centimetre."""
    turn = np.linspace(0, np.pi, 24, endpoint=False)
    axes = np.stack([np.cos(turn), np.sin(turn)])
    spread, mine = pts @ axes, centre @ axes
    return bool(((mine >= spread.min(0) - 0.01) & (mine <= spread.max(0) + 0.01)).all())


# ---------------------------------------------------------------------------------------------- the floor


class _Floor:
    """The floor as a picture: where there is floor, and where things are in the way."""

    def __init__(self, scene: Scene, things: list[Thing]) -> None:
        every = np.concatenate([np.asarray(r.polygon, float) for r in scene.rooms])
        self.lower = every.min(0) - 0.2
        span = every.max(0) + 0.2 - self.lower
        self.cell = max(CELL, float(np.sqrt(np.prod(span) / 250_000)))
        n = np.ceil(span / self.cell).astype(int)
        axes = [self.lower[k] + (np.arange(n[k]) + 0.5) * self.cell for k in (0, 1)]
        self.points = np.stack(np.meshgrid(*axes, indexing="ij"), -1)  # (x, y, 2)
        self.floor = np.zeros(n, bool)
        for r in scene.rooms:
            self.floor |= inside(r.polygon, self.points)
        self.rooms = self.floor.copy()
        for g in scene.gates:
            if g.kind == "door" and any(r.id == _leads(scene, g) for r in scene.rooms):
                self._mark(self.floor, _doorway(g), True)
        level = {r.id: r.level for r in scene.rooms}
        known = categories()
        self.taken = np.zeros(n, bool)
        for t in things:
            low = level.get(t.room, 0.0)
            if t.category in known and known[t.category].walkable:
                continue
            for b in t.solids:
                if b.bottom < low + HEAD and b.top > low + STEP:
                    self._mark(self.taken, b, True)
        self.free = self.floor & ~self.taken

    def _mark(self, mask: Bools, b: Block, value: bool) -> None:
        pts = b.corners
        lo = np.maximum(((pts.min(0) - self.lower) / self.cell).astype(int) - 1, 0)
        hi = ((pts.max(0) - self.lower) / self.cell).astype(int) + 2
        window = (slice(lo[0], hi[0]), slice(lo[1], hi[1]))
        mask[window][b.over(self.points[window])] = value

    def navigable(self) -> float:
        """The largest free region, over all free floor, for a body."""
        far = ndimage.distance_transform_edt(self.free) * self.cell
        roomy = far > BODY / 2
        regions, n = ndimage.label(roomy, np.ones((3, 3)))
        if n == 0:
            return 0.0
        sizes = np.bincount(regions.ravel())[1:]
        return float(sizes.max() / sizes.sum())

    def reach(self, t: Thing) -> float | None:
        """The free share of the strip at the best of its functional sides; None for what stands not on the floor or has none."""
        known = categories().get(t.category)
        if t.held != "floor" or known is None or not known.access:
            return None
        return max(self._strip(t.box, side) for side in known.access)

    def _strip(self, b: Block, side: str) -> float:
        axis, sign = {"front": (1, -1), "back": (1, 1), "left": (0, 1), "right": (0, -1)}[side]
        half = b.half.copy()
        half[axis] = STRIP / 2
        out = np.zeros(2)
        out[axis] = sign * (b.half[axis] + OFFSET + STRIP / 2)
        c, s = np.cos(b.yaw), np.sin(b.yaw)
        centre = b.centre + np.array([c * out[0] - s * out[1], s * out[0] + c * out[1]])
        strip = Block(centre, half, b.yaw, 0.0, 1.0)
        at = ((strip.grid(12) - self.lower) / self.cell).astype(int)
        fine = ((at >= 0) & (at < self.free.shape)).all(1)
        at = np.clip(at, 0, np.array(self.free.shape) - 1)
        return float((self.free[at[:, 0], at[:, 1]] & fine).mean())


def _leads(scene: Scene, gate: Gate) -> str:
    for r in scene.rooms:
        for o in r.openings:
            if o.id == gate.id:
                return o.leads_to
    return ""


def _doorway(g: Gate) -> Block:
    """The floor in a doorway, wide enough to reach both rooms' floors."""
    d = g.b - g.a
    yaw = float(np.arctan2(d[1], d[0]))
    half = np.array([float(np.linalg.norm(d)) / 2, 0.16])
    return Block((g.a + g.b) / 2 - g.wall.normal * 0.08, half, yaw, 0.0, 2.0)


def blocked(scene: Scene, things: list[Thing]) -> list[tuple[str, str]]:
    """Openings with something in front of them, and what."""
    solids = [(t, b) for t in things for b in t.solids]
    if not solids:
        return []
    centre, half, yaw, lo, hi = _stack([b for _, b in solids])
    out = []
    for g in scene.gates:
        depth = DOOR_DEPTH if g.kind == "door" else WINDOW_DEPTH
        middle = (g.a + g.b) / 2 + g.wall.normal * (depth / 2 + 0.003)
        zone = np.array([float(np.linalg.norm(g.b - g.a)) / 2 - 0.06, depth / 2 - 0.006])
        d = g.b - g.a
        turn = float(np.arctan2(d[1], d[0]))
        bottom = g.bottom + (STEP if g.kind == "door" else 0.01)
        inside_it = (rectangles_gap(centre, half, yaw, middle, zone, turn) < 0) & (hi > bottom + 0.005) & (lo < g.top)
        for k in np.flatnonzero(inside_it):
            t = solids[k][0]
            if not (g.kind == "window" and t.category in COVERS):
                out.append((g.id, t.id))
    return sorted(set(out))
