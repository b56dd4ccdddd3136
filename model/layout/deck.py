"""One surface of a placed thing in its own frame: what stands on it, and where there is room for more.

Everything is kept as upright boxes along the host's axes, so that testing a hundred places is one comparison of arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..assets import Blueprint, Surface
from ..catalogue import is_a
from ..geometry import Bools, Floats, directions, yaw_facing
from .groups import SEATS
from .state import Arrangement, Rects, Thing, moved, patches_of

AIR = 0.006  # between neighbours on a surface
REACH = 1.2  # metres over an open surface in which something may stand


@dataclass(slots=True)
class Deck:
    """A surface with the boxes on it and over it: `boxes` (n, 6) x0, y0, x1, y1 in the host's frame, z0, z1 over the surface."""

    host: Thing
    index: int
    surface: Surface
    height: float  # free over the surface
    boxes: Floats

    @staticmethod
    def of(room: Arrangement, host: Thing, index: int, ignore: set[str]) -> Deck:
        """The deck of a host's surface; contact with those in `ignore` (the host, what holds it up) does not count."""
        s = host.blueprint.surfaces[index]
        z = host.z + s.z
        height = min(s.clearance - 0.005, REACH, room.room.level + room.room.height - z - 0.02)
        deck = Deck(host, index, s, height, np.zeros((0, 6)))
        keep = np.array([o not in ignore for o in room.solids.owner], bool)
        deck.boxes = np.concatenate([deck._near(room.solids, keep, z), deck._near(room.zones, None, z)])
        return deck

    def _near(self, rects: Rects, keep: Bools | None, z: float) -> Floats:
        """Those of a room's boxes that reach into the space over the surface, in its frame."""
        mask = (rects.z1 > z + 1e-3) & (rects.z0 < z + self.height - 1e-3)
        if keep is not None:
            mask &= keep
        centre, half, yaw = rects.select(mask)
        ux, uy = directions(self.host.yaw)
        d = centre - np.array([self.host.x, self.host.y])
        x, y = d @ ux, d @ uy
        c, s = np.abs(np.cos(yaw - self.host.yaw)), np.abs(np.sin(yaw - self.host.yaw))
        hx, hy = c * half[:, 0] + s * half[:, 1], s * half[:, 0] + c * half[:, 1]
        out = np.stack([x - hx, y - hy, x + hx, y + hy, rects.z0[mask] - z, rects.z1[mask] - z], -1)
        f = self.surface
        near = (out[:, 0] < f.x1) & (out[:, 2] > f.x0) & (out[:, 1] < f.y1) & (out[:, 3] > f.y0)
        result: Floats = out[near]
        return result

    @property
    def size(self) -> tuple[float, float]:
        """Width and depth of the surface."""
        return self.surface.x1 - self.surface.x0, self.surface.y1 - self.surface.y0

    @property
    def area(self) -> float:
        """In m2."""
        w, d = self.size
        return w * d * (np.pi / 4 if self.surface.round else 1.0)

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the surface in the host's frame."""
        s = self.surface
        return (s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it."""
        return not (self.boxes[:, 4] < 0.03).any()

    def fits(
        self, x: Floats, y: Floats, hx: Floats | float, hy: Floats | float, height: float, air: float = AIR, disc: bool = False
    ) -> Bools:
        """At which centres a box (or the disc in it) lies wholly on the surface, under its ceiling, clear of the rest. (n,)"""
        s = self.surface
        ok = (x - hx >= s.x0 - 1e-6) & (x + hx <= s.x1 + 1e-6) & (y - hy >= s.y0 - 1e-6) & (y + hy <= s.y1 + 1e-6)
        if height > self.height:
            return np.zeros(len(x), bool)
        if s.round:
            cx, cy = self.centre
            w, d = self.size
            if disc:
                ok &= np.hypot((x - cx) / np.maximum(w / 2 - hx, 1e-6), (y - cy) / np.maximum(d / 2 - hy, 1e-6)) <= 1.0
            else:
                ok &= np.hypot((np.abs(x - cx) + hx * 0.85) / (w / 2), (np.abs(y - cy) + hy * 0.85) / (d / 2)) <= 1.0
        b = self.boxes[self.boxes[:, 4] < height + 0.004]
        if len(b):
            hx, hy = np.reshape(np.broadcast_to(hx, x.shape), (-1, 1)), np.reshape(np.broadcast_to(hy, x.shape), (-1, 1))
            px, py = x[:, None], y[:, None]
            hit = (px - hx < b[:, 2] + air) & (px + hx > b[:, 0] - air) & (py - hy < b[:, 3] + air) & (py + hy > b[:, 1] - air)
            ok &= ~hit.any(1)
        result: Bools = ok
        return result

    def gaps(self, x: Floats, y: Floats) -> Floats:
        """Distance of each point to the nearest box that stands on the surface; large where there is none. (n,)"""
        b = self.boxes[self.boxes[:, 4] < 0.05]
        if not len(b):
            return np.full(len(x), 9.0)
        dx = np.maximum(np.maximum(b[:, 0] - x[:, None], x[:, None] - b[:, 2]), 0)
        dy = np.maximum(np.maximum(b[:, 1] - y[:, None], y[:, None] - b[:, 3]), 0)
        out: Floats = np.hypot(dx, dy).min(1)
        return out

    def take(self, made: Blueprint, x: float, y: float, turn: float, rise: float = 0.0) -> None:
        """Note that a thing stands here now, `rise` over the surface; what is low may stand under its shade."""
        rows = []
        for p in moved(patches_of(made), x, y, turn, rise):
            hx, hy = turned(2 * p.hx, 2 * p.hy, p.yaw)
            rows.append([p.cx - hx, p.cy - hy, p.cx + hx, p.cy + hy, p.z0, p.z1])
        self.boxes = np.vstack([self.boxes, *rows])

    def world(self, x: float, y: float) -> tuple[float, float, float]:
        """A point of the surface in the room."""
        ux, uy = directions(self.host.yaw)
        at = np.array([self.host.x, self.host.y]) + x * ux + y * uy
        return float(at[0]), float(at[1]), self.host.z + self.surface.z


def turned(width: float, depth: float, turn: float) -> tuple[float, float]:
    """Half the width and depth of the upright box around a turned rectangle."""
    c, s = abs(float(np.cos(turn))), abs(float(np.sin(turn)))
    return (c * width + s * depth) / 2, (s * width + c * depth) / 2


class Seat(NamedTuple):
    """Where one sits at a table, in the table's frame: the point of its edge, and the direction inwards."""

    x: float
    y: float
    inward_x: float
    inward_y: float

    def place(self, right: float, inward: float) -> tuple[float, float]:
        """The point so far to the right of who sits there and so far in from the edge."""
        ix, iy = self.inward_x, self.inward_y
        return self.x + ix * inward + iy * right, self.y + iy * inward - ix * right

    @property
    def facing(self) -> float:
        """The turn of what looks at who sits there."""
        return float(yaw_facing((-self.inward_x, -self.inward_y)))


def seats_at(room: Arrangement, t: Thing) -> list[Seat]:
    """Places of the chairs that look at a table."""
    if t.support.kind not in ("floor", "on") or not any(is_a(t.category, n) for n in ("table", "desk", "counter")):
        return []
    ux, uy = directions(t.yaw)
    hw, hd = t.half
    out = []
    for c in room.things.values():
        if not any(is_a(c.category, s) for s in SEATS) or np.hypot(c.x - t.x, c.y - t.y) > max(hw, hd) + 1.0:
            continue
        d = np.array([c.x - t.x, c.y - t.y])
        x, y = float(d @ ux), float(d @ uy)
        looks = -directions(c.yaw)[1]
        fx, fy = float(looks @ ux), float(looks @ uy)
        beyond = max(abs(x) - hw, abs(y) - hd)
        if beyond > 0.65 or fx * x + fy * y > -0.2 * np.hypot(x, y):
            continue
        if any(s.round for s in t.blueprint.surfaces):
            r = float(np.hypot(x, y))
            out.append(Seat(x / r * hw, y / r * hd, -x / r, -y / r))
        elif abs(fy) >= abs(fx):
            out.append(Seat(float(np.clip(x, -hw + 0.15, hw - 0.15)), float(np.copysign(hd, y)), 0.0, float(-np.sign(y))))
        else:
            out.append(Seat(float(np.copysign(hw, x)), float(np.clip(y, -hd + 0.15, hd - 0.15)), float(-np.sign(x)), 0.0))
    return out


__all__ = ["AIR", "Deck", "Seat", "seats_at", "turned"]
