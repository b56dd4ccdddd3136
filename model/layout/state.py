"""The arrangement so far: what stands where, what must stay free, and whether a new thing fits.

Validity never rests on the network: every pose that is accepted has passed `Arrangement.fits`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..assets import Blueprint, Box
from ..geometry import Bools, Floats, corners, directions, front, inside, rectangles_gap, yaw_facing
from ..graph.types import Opening, Room, Support

INSIDE = 0.9991  # share of a thing's sides that must lie in the room: it may touch a wall, but not by a millimetre be in it
GAP = 0.012  # free space kept between things that stand side by side
WALL_GAP = 0.022  # clears the skirting board
DOOR_DEPTH = 1.02  # kept clear in front of a door (evaluation rule OPC: 1 m)
WINDOW_DEPTH = 0.52
BODY = 0.24  # width of the walker: the navigation rule's 0.2 m and something for the coarse grid


@dataclass(frozen=True, slots=True)
class Thing:
    """A placed thing. `x, y, z, yaw` is the pose of its contract origin."""

    id: str
    category: str
    blueprint: Blueprint
    x: float
    y: float
    z: float
    yaw: float
    support: Support
    key: str = ""  # the brief's request it answers, if any
    group: str = ""
    walkable: bool = False

    @property
    def half(self) -> tuple[float, float]:
        """Half the width and depth of its box."""
        return self.blueprint.size[0] / 2, self.blueprint.size[1] / 2

    @property
    def centre(self) -> tuple[float, float]:
        """The footprint's centre in plan; differs from the origin for things hung by their back."""
        if self.support.kind == "hung_on":
            f = front(self.yaw)
            return self.x + f[0] * self.half[1], self.y + f[1] * self.half[1]
        return self.x, self.y

    @property
    def bottom(self) -> float:
        """Height of its lowest point."""
        h = self.blueprint.size[2]
        return {"hung_on": self.z - h / 2, "from_ceiling": self.z - h}.get(self.support.kind, self.z)

    @property
    def top(self) -> float:
        """Height of its highest point."""
        return self.bottom + self.blueprint.size[2]


Pair = Sequence[float] | Floats


@dataclass(slots=True)
class Rects:
    """Upright boxes: centre (n, 2), half (n, 2), yaw (n,), z0 (n,), z1 (n,), with the id of their owner."""

    centre: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    half: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    yaw: Floats = field(default_factory=lambda: np.zeros(0))
    z0: Floats = field(default_factory=lambda: np.zeros(0))
    z1: Floats = field(default_factory=lambda: np.zeros(0))
    owner: NDArray[np.object_] = field(default_factory=lambda: np.zeros(0, object))

    def add(self, centre: Pair, half: Pair, yaw: float, z0: float, z1: float, owner: str) -> None:
        """Append one box."""
        self.extend([Patch(float(centre[0]), float(centre[1]), float(half[0]), float(half[1]), yaw, z0, z1)], owner)

    def extend(self, boxes: Sequence[Patch], owner: str) -> None:
        """Append boxes of one owner."""
        if not boxes:
            return
        rows = np.array(boxes, float)
        self.centre, self.half = np.vstack([self.centre, rows[:, :2]]), np.vstack([self.half, rows[:, 2:4]])
        self.yaw = np.concatenate([self.yaw, rows[:, 4]])
        self.z0, self.z1 = np.concatenate([self.z0, rows[:, 5]]), np.concatenate([self.z1, rows[:, 6]])
        self.owner = np.concatenate([self.owner, np.full(len(rows), owner, object)])

    def drop(self, owner: str) -> None:
        """Forget all boxes of an owner."""
        keep = self.owner != owner
        self.centre, self.half, self.yaw = self.centre[keep], self.half[keep], self.yaw[keep]
        self.z0, self.z1, self.owner = self.z0[keep], self.z1[keep], self.owner[keep]

    def without(self, owners: Iterable[str]) -> Bools:
        """Mask of the boxes of all other owners."""
        mask = np.ones(len(self.owner), bool)
        for o in owners:
            mask &= self.owner != o
        return mask

    def select(self, mask: Bools) -> tuple[Floats, Floats, Floats]:
        """Centres, halves and yaws under a mask."""
        return self.centre[mask], self.half[mask], self.yaw[mask]


@dataclass(frozen=True, slots=True)
class Wall:
    """One wall seen from inside: start, unit direction along it, unit normal into the room, length, index."""

    index: int
    start: Floats
    along: Floats
    normal: Floats
    length: float

    @property
    def yaw(self) -> float:
        """The yaw of a thing whose back is to this wall."""
        return float(yaw_facing(self.normal))


def walls_of(room: Room) -> list[Wall]:
    """The room's walls in polygon order."""
    p = np.asarray(room.polygon, float)
    out = []
    for i in range(len(p)):
        d = p[(i + 1) % len(p)] - p[i]
        length = float(np.linalg.norm(d))
        along = d / length
        out.append(Wall(i, p[i], along, np.array([-along[1], along[0]]), length))
    return out


def opening_span(room: Room, o: Opening, walls: Sequence[Wall]) -> tuple[Floats, Floats, Wall]:
    """The opening's two jambs on the inner face of its wall."""
    w = walls[o.wall]
    return w.start + w.along * o.offset, w.start + w.along * (o.offset + o.width), w


class Patch(NamedTuple):
    """An upright box in some local frame: centre, half size, turn, and height range relative to the origin."""

    cx: float
    cy: float
    hx: float
    hy: float
    yaw: float
    z0: float
    z1: float


def patch(b: Box) -> Patch:
    """A thing's local box as a patch."""
    return Patch(
        (b.lower[0] + b.upper[0]) / 2,
        (b.lower[1] + b.upper[1]) / 2,
        (b.upper[0] - b.lower[0]) / 2,
        (b.upper[1] - b.lower[1]) / 2,
        0.0,
        b.lower[2],
        b.upper[2],
    )


def moved(patches: Iterable[Patch], x: float, y: float, yaw: float, z: float = 0.0) -> list[Patch]:
    """Patches carried from a thing's frame into the frame in which the thing stands at x, y, yaw."""
    c, s = float(np.cos(yaw)), float(np.sin(yaw))
    return [Patch(x + c * p.cx - s * p.cy, y + s * p.cx + c * p.cy, p.hx, p.hy, p.yaw + yaw, p.z0 + z, p.z1 + z) for p in patches]


def patches_of(b: Blueprint) -> list[Patch]:
    """The solids of a blueprint."""
    return [patch(s) for s in b.solids]


def extent(patches: Sequence[Patch]) -> tuple[Floats, Floats]:
    """Lower and upper corner of the patches in plan."""
    pts = corners([(p.cx, p.cy) for p in patches], [(p.hx, p.hy) for p in patches], [p.yaw for p in patches]).reshape(-1, 2)
    return pts.min(0), pts.max(0)


def at_poses(
    patches: Iterable[Patch], x: Floats, y: Floats, yaw: Floats
) -> Iterable[tuple[Floats, Floats, Floats, float, float]]:
    """Each patch at each pose: centre (n, 2), half (2,), yaw (n,), z0, z1 relative to the origin."""
    ux, uy = directions(yaw)
    origin = np.stack([x, y], -1)
    for p in patches:
        yield origin + ux * p.cx + uy * p.cy, np.array([p.hx, p.hy]), yaw + p.yaw, p.z0, p.z1


def wholly_on(rug: Blueprint, x: Floats, y: Floats, yaw: Floats, t: Thing) -> Bools:
    """At which poses of a rug a thing stands on it with its whole footprint. (n,)"""
    ux, uy = directions(yaw)
    d = corners(t.centre, t.half, t.yaw)[None] - np.stack([x, y], -1)[:, None]  # (n, 4, 2)
    u, v = np.abs((d * ux[:, None]).sum(-1)), np.abs((d * uy[:, None]).sum(-1))
    hx, hy = rug.size[0] / 2, rug.size[1] / 2
    shape = str(rug.params.get("kind", ""))
    if shape in ("round", "oval", "hide"):
        on: Bools = (np.hypot(u / hx, v / hy) < (0.75 if shape == "hide" else 0.97)).all(-1)
    else:
        on = ((u < hx - 0.02) & (v < hy - 0.02)).all(-1)
    return on


class Snapshot(NamedTuple):
    """The content of an arrangement at one time."""

    things: dict[str, Thing]
    solids: Rects
    access: Rects


class Arrangement:
    """A room with the things already in it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.polygon = np.asarray(room.polygon, float)
        self.walls = walls_of(room)
        self.things: dict[str, Thing] = {}
        self.solids = Rects()
        self.zones = Rects()  # hard: in front of doors and windows
        self.access = Rects()  # soft: in front of functional sides
        self.windows_matter = True  # whether `fits` keeps the space before windows free too
        self._reflex = self._reflex_corners()
        self._walk = FloorGrid(self.polygon, self.walls, BODY / 2, (0.04, 2.0))
        self._bare = FloorGrid(self.polygon, self.walls, 0.0, (0.1, 1.5))
        for o in room.openings:
            self._reserve(o)
        self._door_zones = np.array([o.kind == "door" for o in room.openings], bool)

    # ------------------------------------------------------------------ set-up

    def _reflex_corners(self) -> Floats:
        p = self.polygon
        a, b = p - np.roll(p, 1, 0), np.roll(p, -1, 0) - p
        cross = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
        return np.asarray(p[cross < -1e-9])

    def _reserve(self, o: Opening) -> None:
        a, b, w = opening_span(self.room, o, self.walls)
        mid = (a + b) / 2
        level = self.room.level
        if o.kind == "door":
            margin = 0.12  # the architrave
            self.zones.add(
                mid + w.normal * DOOR_DEPTH / 2,
                (o.width / 2 + margin, DOOR_DEPTH / 2),
                w.yaw,
                level + 0.03,
                level + o.height,
                o.id,
            )
        else:
            self.zones.add(
                mid + w.normal * WINDOW_DEPTH / 2,
                (o.width / 2, WINDOW_DEPTH / 2),
                w.yaw,
                level + max(o.sill - 0.01, 0.05),
                level + o.sill + o.height,
                o.id,
            )

    # ------------------------------------------------------------------ content

    def add(self, t: Thing, access: Iterable[Patch] = ()) -> None:
        """Put a thing down; `access` are local patches of floor that should stay free in front of it."""
        self.things[t.id] = t
        if not t.walkable:
            self.solids.extend(moved(patches_of(t.blueprint), t.x, t.y, t.yaw, t.z), t.id)
        self.access.extend([p._replace(z0=t.z + 0.05, z1=t.z + 1.7) for p in moved(access, t.x, t.y, t.yaw)], t.id)

    def remove(self, thing_id: str) -> None:
        """Take a thing away again."""
        del self.things[thing_id]
        self.solids.drop(thing_id)
        self.access.drop(thing_id)

    def shift(self, thing_id: str, dx: float, dy: float, dz: float = 0.0) -> None:
        """Move a thing, with the floor that is kept free for it."""
        t = self.things[thing_id]
        self.things[thing_id] = replace(t, x=t.x + dx, y=t.y + dy, z=t.z + dz)
        for rects in (self.solids, self.access):
            mine = rects.owner == thing_id
            rects.centre = rects.centre + mine[:, None] * np.array([dx, dy])
            rects.z0, rects.z1 = rects.z0 + mine * dz, rects.z1 + mine * dz

    def holders(self, thing_id: str) -> set[str]:
        """Ids of all things that one rests on or in, down to the floor."""
        out: set[str] = set()
        at = self.things[thing_id].support.parent
        while at in self.things and at not in out:
            out.add(at)
            at = self.things[at].support.parent
        return out

    def carried(self, thing_id: str) -> set[str]:
        """Ids of a thing and of all that it holds up."""
        out = {thing_id}
        while True:
            more = {t.id for t in self.things.values() if t.support.parent in out} - out
            if not more:
                return out
            out |= more

    def snapshot(self) -> Snapshot:
        """What stands where now, to come back to."""
        return Snapshot(dict(self.things), replace(self.solids), replace(self.access))

    def restore(self, s: Snapshot) -> None:
        """Put everything back as it was."""
        self.things, self.solids, self.access = dict(s.things), replace(s.solids), replace(s.access)

    # ------------------------------------------------------------------ tests

    def _inside(self, centre: Floats, half: Floats, yaw: Floats) -> Bools:
        """Whether oriented rectangles lie wholly in the room."""
        h = half * INSIDE
        pts = corners(centre, np.broadcast_to(h, centre.shape), yaw)
        mids = (pts + np.roll(pts, -1, axis=-2)) / 2
        ok: Bools = inside(self.polygon, np.concatenate([pts, mids], -2)).all(-1)
        if len(self._reflex):
            ux, uy = directions(yaw)
            d = self._reflex[None] - centre[:, None]
            u, v = np.abs((d * ux[:, None]).sum(-1)), np.abs((d * uy[:, None]).sum(-1))
            ok &= ~((u < h[0]) & (v < h[1])).any(1)
        return ok

    @staticmethod
    def _clear(centre: Floats, half: Floats, yaw: Floats, others: tuple[Floats, Floats, Floats], gap: float) -> Bools:
        oc, oh, oy = others
        if not len(oc):
            return np.ones(len(centre), bool)
        g = rectangles_gap(
            centre[:, None], np.broadcast_to(half, centre.shape)[:, None], yaw[:, None], oc[None], oh[None], oy[None]
        )
        clear: Bools = (g >= gap).all(1)
        return clear

    def fits(
        self,
        patches: Sequence[Patch],
        x: Floats,
        y: Floats,
        yaw: Floats,
        z: Floats | float | None = None,
        *,
        zones: bool = True,
        gap: float = GAP,
        ignore: Iterable[str] = (),
        outside_ok: bool = False,
    ) -> Bools:
        """Which poses are valid for a thing made of local `patches`: inside, under the ceiling, touching nothing, openings clear.

        `z` is the height of the origin, the floor's where it is left out. (n,)
        """
        ok = np.ones(len(x), bool)
        z = np.broadcast_to(np.asarray(self.room.level if z is None else z, float), x.shape)
        ceiling = self.room.level + self.room.height + 1e-3
        wanted = self.solids.without(ignore)
        if len(wanted) and len(x):  # only what the poses can reach at all
            reach = max((float(np.hypot(abs(p.cx) + p.hx, abs(p.cy) + p.hy)) for p in patches), default=0.0) + gap
            far = np.hypot(self.solids.half[:, 0], self.solids.half[:, 1]) + reach
            at = self.solids.centre
            wanted &= (at[:, 0] > x.min() - far) & (at[:, 0] < x.max() + far)
            wanted &= (at[:, 1] > y.min() - far) & (at[:, 1] < y.max() + far)
        for p in patches:
            alive = np.flatnonzero(ok)
            if not len(alive):
                return ok
            ((centre, half, turn, z0, z1),) = at_poses([p], x[alive], y[alive], yaw[alive])
            good = np.ones(len(alive), bool) if outside_ok else self._inside(centre, half, turn)
            good &= z[alive] + z1 <= ceiling
            lo, hi = float(z[alive].min()) + z0, float(z[alive].max()) + z1
            near = wanted & (self.solids.z0 < hi - 1e-4) & (self.solids.z1 > lo + 1e-4)
            if near.any():
                good &= self._clear(centre, half, turn, self.solids.select(near), gap)
            if zones:
                blocked = (self.zones.z0 < hi) & (self.zones.z1 > lo)
                if not self.windows_matter:
                    blocked &= self._door_zones
                good &= self._clear(centre, half, turn, self.zones.select(blocked), 0.0)
            ok[alive[~good]] = False
        return ok

    def zones_hit(self, patches: Sequence[Patch], x: Floats, y: Floats, yaw: Floats) -> Bools:
        """Where the boxes would reach into what openings need. (n,)"""
        out = np.zeros(len(x), bool)
        level = self.room.level
        for centre, half, turn, z0, z1 in at_poses(patches, x, y, yaw):
            mask = (self.zones.z0 < level + z1) & (self.zones.z1 > level + z0)
            out |= ~self._clear(centre, half, turn, self.zones.select(mask), 0.0)
        return out

    def crowding(self, patches: Sequence[Patch], x: Floats, y: Floats, yaw: Floats, ignore: Iterable[str] = ()) -> Floats:
        """How many reserved access areas the boxes would intrude on. (n,)"""
        out = np.zeros(len(x))
        mask = self.access.without(ignore)
        if not mask.any():
            return out
        oc, oh, oy = self.access.select(mask)
        for centre, half, turn, _, _ in at_poses(patches, x, y, yaw):
            g = rectangles_gap(
                centre[:, None], np.broadcast_to(half, centre.shape)[:, None], turn[:, None], oc[None], oh[None], oy[None]
            )
            out = np.maximum(out, (np.clip(-g, 0, 0.5) * 2).sum(1))
        return out

    def blocked_share(self, patches: Sequence[Patch], x: Floats, y: Floats, yaw: Floats) -> Floats:
        """The share of each set (access areas, say) that lies outside or under solids; 0 free .. 1 blocked. (n,)"""
        out = np.zeros(len(x))
        free = self._bare.current(self)
        grid = np.stack(np.meshgrid(np.linspace(-0.8, 0.8, 4), np.linspace(-0.8, 0.8, 4)), -1).reshape(-1, 2)
        for centre, half, turn, _, _ in at_poses(patches, x, y, yaw):
            ux, uy = directions(turn)
            pts = centre[:, None] + grid[None, :, :1] * half[0] * ux[:, None] + grid[None, :, 1:] * half[1] * uy[:, None]
            out = np.maximum(out, 1.0 - self._bare.look_up(free, pts).mean(1))
        return out

    # ------------------------------------------------------------------ walking

    def navigable(self, extra: Iterable[tuple[Floats, Floats, float]] = ()) -> float:
        """Largest connected free floor over all free floor, for a body 0.2 m wide; `extra` are further rectangles."""
        free = self._walk.current(self, extra)
        total = int(free.sum())
        return 1.0 if total == 0 else largest_region(free) / total


class FloorGrid:
    """The floor as a grid of points, false where something stands within `margin`; drawn once for a set of solids and kept."""

    def __init__(
        self, polygon: Floats, walls: Sequence[Wall], margin: float, low: tuple[float, float], cell: float = 0.1
    ) -> None:
        lo, hi = polygon.min(0), polygon.max(0)
        self.lo, self.margin, self.low = lo, margin, low
        self.cell = max(cell, float(np.sqrt(np.prod(hi - lo) / 12000)))
        xs, ys = (np.arange(lo[k] + self.cell / 2, hi[k], self.cell) for k in (0, 1))
        self.pts = np.stack(np.meshgrid(xs, ys, indexing="ij"), -1)
        self.floor = inside(polygon, self.pts)
        for w in walls if margin else ():
            d = self.pts - w.start
            t = d @ w.along
            self.floor &= ~((np.abs(d @ w.normal) < margin) & (t > -margin) & (t < w.length + margin))
        self._kept, self._of = self.floor, np.zeros((0, 2))

    def current(self, room: Arrangement, extra: Iterable[tuple[Floats, Floats, float]] = ()) -> Bools:
        """Where the floor is free now, and would be with further rectangles. (nx, ny)"""
        solids = room.solids
        if self._of is not solids.centre:
            level = room.room.level
            low = (solids.z0 < level + self.low[1]) & (solids.z1 > level + self.low[0])
            self._kept, self._of = self.floor.copy(), solids.centre
            self._draw(self._kept, zip(*solids.select(low), strict=True))
        out = self._kept.copy()
        self._draw(out, extra)
        return out

    def look_up(self, free: Bools, pts: Floats) -> Bools:
        """The grid's value at points (..., 2); false outside."""
        i = np.floor((pts - self.lo) / self.cell).astype(int)
        ok = ((i >= 0) & (i < free.shape)).all(-1)
        i = np.clip(i, 0, np.array(free.shape) - 1)
        out: Bools = ok & free[i[..., 0], i[..., 1]]
        return out

    def _draw(self, free: Bools, rects: Iterable[tuple[Floats, Floats, float]]) -> None:
        for c, h, a in rects:
            r = float(np.hypot(h[0], h[1])) + self.margin + self.cell
            i0, j0 = np.maximum(((c - r - self.lo) / self.cell).astype(int), 0)
            i1, j1 = np.maximum(((c + r - self.lo) / self.cell).astype(int) + 2, 0)
            d = self.pts[i0:i1, j0:j1] - c
            ux, uy = directions(a)
            free[i0:i1, j0:j1] &= ~((np.abs(d @ ux) < h[0] + self.margin) & (np.abs(d @ uy) < h[1] + self.margin))


def largest_region(free: Bools) -> int:
    """Cells in the largest 4-connected region of a boolean grid, by label propagation along runs."""
    labels = np.where(free, np.arange(1, free.size + 1).reshape(free.shape), 0)
    while True:
        before = labels.copy()
        for axis in (0, 1):
            for _ in range(2):
                labels = _spread(labels, free, axis)
                labels, free = np.flip(labels, axis), np.flip(free, axis)
        if (labels == before).all():
            break
    counts = np.bincount(labels[free]) if free.any() else np.zeros(1, int)
    return int(counts.max())


def _spread(labels: Floats, free: Bools, axis: int) -> Floats:
    """Running maximum of the labels along an axis, restarted at every blocked cell."""
    a, f = np.moveaxis(labels, axis, 0), np.moveaxis(free, axis, 0)
    run = np.cumsum(~f, axis=0)  # the number of the run that a cell is in
    base = run * (labels.size + 2)
    spread = np.maximum.accumulate(a + base, axis=0) - base
    return np.moveaxis(np.where(f, np.maximum(spread, 0), 0), 0, axis)
