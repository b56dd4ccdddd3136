"""Simulated annealing of groups in a room, with heat-bath moves: a group is taken up and put down anew by the odds of many poses.

The energy has a hard part (overlap, out of the room, before doors and windows), which must end at exactly nothing, and
a soft one (free floor before things, custom, balance). The design score judges the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...model.geometry import Floats, directions, rectangles_gap, wrap
from ..corpora.records import LayoutOpening
from .pieces import Group, Patch
from .shells import Shell, Wall

DOOR_DEPTH, WINDOW_DEPTH = 1.0, 0.52  # metres kept clear before openings
MARGIN = 0.02  # metres between things of different groups
HARD, ZONE = 60.0, 5.0
POSES = 28  # candidates a move weighs up


class Boxes(NamedTuple):
    """Upright boxes: centres (n, 2), halves (n, 2), yaw (n,), z0 (n,), z1 (n,)."""

    centre: Floats
    half: Floats
    yaw: Floats
    z0: Floats
    z1: Floats


def boxes(patches: Sequence[Patch]) -> Boxes:
    """Patches as arrays."""
    a = np.array(patches, float).reshape(-1, 7)
    return Boxes(a[:, :2], a[:, 2:4], a[:, 4], a[:, 5], a[:, 6])


def carried(b: Boxes, poses: Floats) -> Boxes:
    """Boxes at each of k poses (k, 3), flattened to (k * n)."""
    k, n = len(poses), len(b.yaw)
    c, s = np.cos(poses[:, 2:]), np.sin(poses[:, 2:])
    centre = np.empty((k, n, 2))
    centre[..., 0] = poses[:, :1] + c * b.centre[:, 0] - s * b.centre[:, 1]
    centre[..., 1] = poses[:, 1:2] + s * b.centre[:, 0] + c * b.centre[:, 1]
    half = np.broadcast_to(b.half, (k, n, 2)).reshape(-1, 2)
    z0, z1 = (np.broadcast_to(z, (k, n)).ravel() for z in (b.z0, b.z1))
    return Boxes(centre.reshape(-1, 2), half, (poses[:, 2:] + b.yaw).ravel(), z0, z1)


class Stock:
    """The boxes of all groups that stand in the room, a row of slots for each group."""

    def __init__(self, parts: Sequence[Boxes]) -> None:
        ends = np.cumsum([0, *(len(p.yaw) for p in parts)])
        self.slots = [slice(int(a), int(b)) for a, b in zip(ends, ends[1:], strict=False)]
        self.owner = np.repeat(np.arange(len(parts)), np.diff(ends))
        n = int(ends[-1])
        self.boxes = Boxes(np.zeros((n, 2)), np.zeros((n, 2)), np.zeros(n), np.full(n, np.inf), np.zeros(n))

    def put(self, i: int, b: Boxes) -> None:
        """Fill a group's slots."""
        for kept, new in zip(self.boxes, b, strict=True):
            kept[self.slots[i]] = new

    def take(self, i: int) -> None:
        """Empty a group's slots: what begins at no height meets nothing."""
        self.boxes.z0[self.slots[i]] = np.inf

    def without(self, i: int) -> Boxes:
        """All boxes but a group's own."""
        return self.boxes._replace(z0=np.where(self.owner == i, np.inf, self.boxes.z0))


def overlap(a: Boxes, b: Boxes, margin: float) -> Floats:
    """How deep each of a reaches into all of b together (with a margin), where their heights meet. (len a,)"""
    if not len(a.yaw) or not len(b.yaw):
        return np.zeros(len(a.yaw))
    gap = rectangles_gap(a.centre[:, None], a.half[:, None], a.yaw[:, None], b.centre[None], b.half[None], b.yaw[None])
    level = (a.z0[:, None] < b.z1[None] - 1e-4) & (a.z1[:, None] > b.z0[None] + 1e-4)
    out: Floats = (np.maximum(margin - gap, 0) * level).sum(1)
    return out


class Room:
    """The fixed part: bounds, walls, the notch of an L, the zones before openings."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.walls = shell.walls()
        self.low = np.zeros(2)
        self.high = np.array(shell.sides)
        self.middle = self.high / 2
        self.notch = boxes(_notch(shell))
        self.zones = boxes([_zone(o) for o in shell.openings])
        self.doors = np.array([[(o.x0 + o.x1) / 2, (o.y0 + o.y1) / 2] for o in shell.openings if o.kind == "door"]).reshape(-1, 2)
        self.windows = np.array([[(o.x0 + o.x1) / 2, (o.y0 + o.y1) / 2] for o in shell.openings if o.kind == "window"]).reshape(
            -1, 2
        )
        self.glass = np.array([float(np.hypot(o.x1 - o.x0, o.y1 - o.y0)) for o in shell.openings if o.kind == "window"])

    def outside(self, b: Boxes) -> Floats:
        """How far boxes reach out of the room. (n,)"""
        c, s = np.abs(np.cos(b.yaw)), np.abs(np.sin(b.yaw))
        reach = np.stack([c * b.half[:, 0] + s * b.half[:, 1], s * b.half[:, 0] + c * b.half[:, 1]], -1)
        out = np.maximum(self.low - (b.centre - reach), 0).sum(1) + np.maximum(b.centre + reach - self.high, 0).sum(1)
        beyond: Floats = out + overlap(b, self.notch, 0.0)
        return beyond


def _notch(shell: Shell) -> list[Patch]:
    """The part of the bounding rectangle that an L leaves out."""
    if len(shell.polygon) == 4:
        return []
    p = np.asarray(shell.polygon)
    a, b = p - np.roll(p, 1, 0), np.roll(p, -1, 0) - p
    inner = p[int(np.argmin(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]))]
    w, d = shell.sides
    corner = np.array([0.0 if inner[0] < w / 2 else w, 0.0 if inner[1] < d / 2 else d])
    lo, hi = np.minimum(inner, corner), np.maximum(inner, corner)
    # the notch goes on outwards, so that nothing deep inside it is nearer to its far side
    lo, hi = np.where(lo <= 0, lo - 2, lo), np.where(hi >= (w, d), hi + 2, hi)
    c, h = (lo + hi) / 2, (hi - lo) / 2
    return [Patch(c[0], c[1], h[0], h[1], 0.0, -1.0, 9.0)]


def _zone(o: LayoutOpening) -> Patch:
    a, b = np.array([o.x0, o.y0]), np.array([o.x1, o.y1])
    wide = float(np.linalg.norm(b - a))
    along = (b - a) / wide
    normal = np.array([-along[1], along[0]])
    depth = DOOR_DEPTH if o.kind == "door" else WINDOW_DEPTH
    c = (a + b) / 2 + normal * depth / 2
    extra = 0.06 if o.kind == "door" else 0.0
    low = 0.03 if o.kind == "door" else o.sill
    return Patch(c[0], c[1], wide / 2 + extra, depth / 2, float(np.arctan2(along[1], along[0])), low, o.sill + o.height)


class Annealer:
    """Poses of all groups of a room, and the moves."""

    def __init__(self, room: Room, groups: Sequence[Group], rng: np.random.Generator) -> None:
        self.room, self.groups, self.rng = room, list(groups), rng
        self.solids = [boxes(g.solids()) for g in groups]
        self.zones = [boxes(g.free_floor()) for g in groups]
        self.extent = [g.extent() for g in groups]
        self.mass = np.array([float(s.half.prod(1).sum()) for s in self.solids])
        self.pose = np.full((len(groups), 3), np.nan)
        self.placed: set[int] = set()
        self.middle = np.zeros((len(groups), 2))  # of each group's solids
        self.taken, self.wanted = Stock(self.solids), Stock(self.zones)
        self.index = {g.name: i for i, g in enumerate(groups)}

    # ------------------------------------------------------------------ candidates

    def candidates(self, i: int, n: int) -> Floats:
        """Poses that the group's law allows, and some near the present one. (n, 3)"""
        g = self.groups[i]
        if g.law in ("wall", "corner"):
            out = self._by_wall(i, n)
        else:
            out = self._free(i, n)
        if not np.isnan(self.pose[i, 0]):
            out[0] = self.pose[i]
        return out

    def _by_wall(self, i: int, n: int) -> Floats:
        g, (lo, hi) = self.groups[i], self.extent[i]
        walls = [w for w in self.room.walls if w.length >= hi[0] - lo[0] - 0.01 and _along(g.axis, w)]
        if not walls:
            walls = list(self.room.walls)
        length = np.array([w.length for w in walls])
        which = self.rng.choice(len(walls), n, p=length / length.sum())
        u, spot = self.rng.random(n), self.rng.random(n)
        first, last = np.full(n, hi[0]), length[which] + lo[0]  # local x runs against the wall's direction
        t = first + spot * (last - first)
        t = np.where(u < 0.5, (first + last) / 2, t)
        t = np.where(u < 0.32, last - 0.02, t)
        t = np.where(u < 0.16, first + 0.02, t)
        start, along, normal = (np.array([getattr(w, k) for w in walls])[which] for k in ("start", "along", "normal"))
        yaw = np.array([w.yaw for w in walls])[which]
        if g.law == "corner":
            t = np.where(u < 0.5, first + 0.005, last - 0.005)
        elif not np.isnan(self.pose[i, 0]):  # a little along the present wall
            here = ((self.pose[i, :2] - start) * along).sum(1) + (u - 0.5) * 0.6
            near = (np.arange(n) % 4 == 3) & (np.abs(wrap(self.pose[i, 2] - yaw)) < 1e-6) & (last > first)
            t = np.where(near, np.clip(here, first, last), t)
        return np.column_stack([start + along * t[:, None] + normal * 0.005, yaw])

    def _free(self, i: int, n: int) -> Floats:
        g = self.groups[i]
        yaw = self.rng.integers(4, size=n) * (np.pi / 2)
        if g.axis:
            yaw = self.rng.integers(2, size=n) * np.pi + (np.pi / 2 if g.axis == "x" else 0.0)
        lo, hi = self.extent[i]
        half, mid = (hi - lo) / 2, (hi + lo) / 2
        c, s = np.abs(np.cos(yaw)), np.abs(np.sin(yaw))
        reach = np.stack([c * half[0] + s * half[1], s * half[0] + c * half[1]], -1)
        room = np.maximum(self.room.high - 2 * reach, 0)
        at = reach + self.rng.random((n, 2)) * room
        centred = self.rng.random((n, 2)) < (0.7 if g.law == "centre" else 0.25)
        at = np.where(centred, self.room.middle, at)
        if not np.isnan(self.pose[i, 0]):
            near = np.arange(n) % 3 == 2
            ux, uy = directions(yaw)
            here = self.pose[i, :2] + self.rng.normal(0, 0.15, (n, 2))
            old = directions(self.pose[i, 2])
            centre = here + mid[0] * old[0] + mid[1] * old[1]
            at = np.where(near[:, None], centre, at)
        ux, uy = directions(yaw)
        at = at - mid[0] * ux - mid[1] * uy
        return np.column_stack([at, yaw])

    # ------------------------------------------------------------------ energy

    def energies(self, i: int, poses: Floats) -> tuple[Floats, Floats]:
        """Hard and soft energy of the group at each pose, the others as they are. (k,), (k,)"""
        k = len(poses)
        solid, zone = carried(self.solids[i], poses), carried(self.zones[i], poses)
        taken, wanted = self.taken.without(i), self.wanted.without(i)
        hard = self.room.outside(solid) + overlap(solid, self.room.zones, 0.0) + overlap(solid, taken, MARGIN)
        soft = np.minimum(overlap(solid, wanted, 0.0), 1.0)
        total_hard = hard.reshape(k, -1).sum(1)
        total_soft = ZONE * soft.reshape(k, -1).sum(1)
        if len(zone.yaw):
            blocked = np.minimum(self.room.outside(zone), 1.0) + np.minimum(overlap(zone, taken, 0.0), 1.0)
            total_soft = total_soft + ZONE * blocked.reshape(k, -1).sum(1)
        return total_hard, total_soft + self.customs(i, poses)

    def customs(self, i: int, poses: Floats) -> Floats:
        """What custom says of the poses: middle of walls and rooms, windows, doors, neighbours, balance. (k,)"""
        g, (lo, hi) = self.groups[i], self.extent[i]
        ux, uy = directions(poses[:, 2])
        mid = poses[:, :2] + ux * (lo[0] + hi[0]) / 2 + uy * (lo[1] + hi[1]) / 2
        out = np.zeros(len(poses))
        if g.law == "centre":
            out += 1.2 * np.linalg.norm(mid - self.room.middle, axis=1)
        if g.middle:
            out += g.middle * self._off_middle(poses, (lo[0] + hi[0]) / 2)
        if g.by_window and len(self.room.windows):
            d = np.linalg.norm(mid[:, None] - self.room.windows[None], axis=-1)
            if g.by_window > 0:
                out += g.by_window * np.minimum(d.min(1), 3.0)
            else:
                over = np.linalg.norm(poses[:, None, :2] - self.room.windows[None], axis=-1)
                out -= g.by_window * np.maximum(1.0 - over / (self.room.glass / 2 + (hi[0] - lo[0]) / 2), 0).max(1)
        if g.off_door and len(self.room.doors):
            d = np.linalg.norm(mid[:, None] - self.room.doors[None], axis=-1).min(1)
            out += g.off_door * np.maximum(2.5 - d, 0)
        for name, facing in ((g.near, False), (g.opposite, True)):
            j = self.index.get(name)
            if j is not None and j in self.placed:
                out += self._towards(i, j, poses, mid, facing)
        for j, other in enumerate(self.groups):
            if other.opposite == g.name and j in self.placed and j != i:
                back = self._across(j, self.pose[j : j + 1], i, poses)
                out += back
        return out + 1.5 * self._tilt(i, mid)

    def _off_middle(self, poses: Floats, shift: float) -> Floats:
        out = np.zeros(len(poses))
        for w in self.room.walls:
            on = np.abs(wrap(poses[:, 2] - w.yaw)) < 1e-3
            t = (poses[:, :2] - w.start) @ w.along - shift
            near = on & (np.abs((poses[:, :2] - w.start) @ w.normal) < 0.1)
            out = np.where(near, np.abs(t - w.length / 2), out)
        return out

    def _towards(self, i: int, j: int, poses: Floats, mid: Floats, facing: bool) -> Floats:
        lo, hi = self.extent[j]
        ux, uy = directions(self.pose[j, 2])
        there = self.pose[j, :2] + ux * (lo[0] + hi[0]) / 2 + uy * (lo[1] + hi[1]) / 2
        if not facing:
            reach = (hi - lo).max() / 2 + (self.extent[i][1] - self.extent[i][0]).max() / 2
            away: Floats = 1.5 * np.maximum(np.linalg.norm(mid - there, axis=1) - reach - 0.3, 0)
            return away
        return self._across(i, poses, j, self.pose[j : j + 1])

    def _across(self, i: int, poses: Floats, j: int, others: Floats) -> Floats:
        """How little i faces j and j faces i: angle off each front, and sideways shift. Broadcasts over either's poses."""

        def middle(k: int, p: Floats) -> Floats:
            lo, hi = self.extent[k]
            ux, uy = directions(p[:, 2])
            at: Floats = p[:, :2] + ux * (lo[0] + hi[0]) / 2 + uy * (lo[1] + hi[1]) / 2
            return at

        a, b = middle(i, poses), middle(j, others)
        fa, fb = -directions(poses[:, 2])[1], -directions(others[:, 2])[1]
        d = b - a
        far = np.maximum(np.linalg.norm(d, axis=1), 1e-6)
        out: Floats = 1.5 * (2 - (d * fa).sum(1) / far + (d * fb).sum(1) / far)
        return out

    def _tilt(self, i: int, mid: Floats) -> Floats:
        """How far the masses' centre would be off the room's, in room sizes."""
        others = [j for j in sorted(self.placed) if j != i]
        mass = self.mass[others].sum() + self.mass[i]
        moment = self.mass[others] @ self.middle[others]
        centre = (moment + self.mass[i] * mid) / max(mass, 1e-6)
        off: Floats = np.linalg.norm(centre - self.room.middle, axis=1) / float(np.sqrt(self.room.high.prod()))
        return off

    # ------------------------------------------------------------------ moves

    def put(self, i: int, pose: Floats) -> None:
        """Stand a group at a pose."""
        self.pose[i] = pose
        solids = carried(self.solids[i], pose[None])
        self.middle[i] = solids.centre.mean(0) if len(solids.yaw) else pose[:2]
        self.taken.put(i, solids)
        self.wanted.put(i, carried(self.zones[i], pose[None]))
        self.placed.add(i)

    def take(self, i: int) -> None:
        """Take a group out of the room."""
        self.pose[i] = np.nan
        self.placed.discard(i)
        self.taken.take(i)
        self.wanted.take(i)

    def move(self, i: int, temperature: float, n: int = POSES) -> None:
        """Heat bath: put the group at one of many poses with odds exp(-energy / temperature)."""
        poses = self.candidates(i, n)
        hard, soft = self.energies(i, poses)
        e = HARD * hard + soft
        noise = self.rng.gumbel(size=n) * temperature
        self.put(i, poses[int(np.argmin(e - noise))])

    def hard(self, i: int) -> float:
        """The hard energy of a group where it stands."""
        return float(self.energies(i, self.pose[i : i + 1])[0][0])

    def run(self, sweeps: int, start: float = 1.2, end: float = 0.05) -> None:
        """Place all groups, largest first, then cool."""
        order = sorted(range(len(self.groups)), key=lambda i: (not self.groups[i].required, -self.mass[i]))
        for i in order:
            self.move(i, 0.3, 2 * POSES)
        for t in np.geomspace(start, end, sweeps):
            for i in self.rng.permutation(sorted(self.placed)):
                self.move(int(i), float(t))

    def settle(self) -> bool:
        """Drop what cannot stand without harm, the least wanted first; False if something required is among it."""
        while True:
            bad = [(self.groups[i].required, self.mass[i], i) for i in sorted(self.placed) if self.hard(i) > 1e-9]
            if not bad:
                return all(i in self.placed for i, g in enumerate(self.groups) if g.required)
            required, _, i = min(bad)
            if required:
                return False
            self.take(i)


def _along(axis: str, w: Wall) -> bool:
    """Whether a wall's normal lies along the axis that a group asks for."""
    return not axis or abs(w.normal["xy".index(axis)]) > 0.7
