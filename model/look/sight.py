"""What is seen from where: upright boxes in a room of upright walls, from above and through a lens. No bpy."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..graph.types import Node

Floats = NDArray[np.float64]

SENSOR = 36.0  # millimetres
ASPECT = 16 / 9
ROWS, COLUMNS = 14, 24  # of a rough picture
BEYOND = 6  # columns on either side, and rows below, that lie outside the frame


class Boxes(NamedTuple):
    """Upright boxes in the world. (n, 2) centres and half sizes, (n,) turns and heights."""

    centre: Floats
    half: Floats
    yaw: Floats
    low: Floats
    high: Floats


def boxes_of(nodes: Sequence[Node]) -> Boxes:
    """The nodes' boxes, whatever their origin is (base, back or top)."""
    rows = []
    for n in nodes:
        w, d, h = n.size
        x, y, z = n.position
        c, s = math.cos(n.yaw), math.sin(n.yaw)
        if n.support.kind == "hung_on":  # origin at the centre of the back, which faces local +Y
            x, y, low = x + s * d / 2, y - c * d / 2, z - h / 2
        else:
            low = z - h if n.support.kind == "from_ceiling" else z
        rows.append((x, y, w / 2, d / 2, n.yaw, low, low + h))
    a = np.array(rows, float).reshape(-1, 7)
    return Boxes(a[:, 0:2], a[:, 2:4], a[:, 4], a[:, 5], a[:, 6])


def inside(polygon: Floats, points: Floats, margin: float = 0.0) -> NDArray[np.bool_]:
    """Which points (n, 2) lie in a polygon (m, 2), at least `margin` from its edges."""
    a, b = polygon, np.roll(polygon, -1, 0)
    px, py = points[:, :1], points[:, 1:]
    crosses = (a[:, 1] > py) != (b[:, 1] > py)
    with np.errstate(divide="ignore", invalid="ignore"):
        x = a[:, 0] + (py - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    within: NDArray[np.bool_] = (np.count_nonzero(crosses & (px < x), axis=1) % 2) == 1
    if margin <= 0:
        return within
    d = b - a
    t = np.clip(((points[:, None] - a) * d).sum(-1) / (d * d).sum(-1), 0, 1)
    gap = np.linalg.norm(points[:, None] - (a + t[..., None] * d), axis=-1).min(1)
    return np.asarray(within & (gap >= margin))


def gaps(b: Boxes, points: Floats) -> Floats:
    """Distance from each point to each box as seen from above, 0 within it. (p, n)"""
    c, s = np.cos(b.yaw), np.sin(b.yaw)
    rel = points[:, None] - b.centre[None]
    local = np.abs(np.stack([rel[..., 0] * c + rel[..., 1] * s, -rel[..., 0] * s + rel[..., 1] * c], -1)) - b.half
    return np.asarray(np.linalg.norm(np.maximum(local, 0), axis=-1))


def wall_distance(polygon: Floats, points: Floats, rays: Floats) -> Floats:
    """Distance to the wall along each ray, in lengths of the ray. (p, r)"""
    a, d = polygon, np.roll(polygon, -1, 0) - polygon
    rel = a[None] - points[:, None]  # (p, e, 2)
    det = rays[:, None, 0] * -d[None, :, 1] + rays[:, None, 1] * d[None, :, 0]  # (r, e)
    det = np.where(np.abs(det) < 1e-9, np.nan, det)
    t = (rel[:, None, :, 0] * -d[None, None, :, 1] + rel[:, None, :, 1] * d[None, None, :, 0]) / det[None]
    u = (rays[None, :, None, 0] * rel[:, None, :, 1] - rays[None, :, None, 1] * rel[:, None, :, 0]) / det[None]
    t = np.where((t > 1e-6) & (u >= -1e-9) & (u <= 1 + 1e-9), t, np.inf)
    return np.asarray(np.nanmin(np.where(np.isnan(t), np.inf, t), axis=2))


def box_span(b: Boxes, points: Floats, rays: Floats) -> tuple[Floats, Floats]:
    """Where each ray enters and leaves each box as seen from above, in lengths of the ray; it misses where enter > leave.
    (p, r, n) each"""
    c, s = np.cos(b.yaw), np.sin(b.yaw)
    rel = points[:, None] - b.centre[None]  # (p, n, 2)
    o = np.stack([rel[..., 0] * c + rel[..., 1] * s, -rel[..., 0] * s + rel[..., 1] * c], -1)
    r = np.stack([rays[:, None, 0] * c + rays[:, None, 1] * s, -rays[:, None, 0] * s + rays[:, None, 1] * c], -1)  # (r, n, 2)
    r = np.where(np.abs(r) < 1e-9, 1e-9, r)
    t0 = (-b.half - o)[:, None] / r[None]
    t1 = (b.half - o)[:, None] / r[None]
    return np.minimum(t0, t1).max(-1), np.maximum(t0, t1).min(-1)


def box_distance(b: Boxes, points: Floats, rays: Floats) -> Floats:
    """Distance to each box along each ray as seen from above, inf where missed. (p, r, n)"""
    near, far = box_span(b, points, rays)
    return np.where((far >= np.maximum(near, 0)), np.maximum(near, 0.0), np.inf)


class Sight(NamedTuple):
    """A rough picture through a lens whose axis is level.

    `things` (rows, columns) is the index of the box seen, -1 for the room; `depth` its distance along the axis. Of each box:
    `whole` cells that it would fill if nothing hid it, in a frame wider than the picture, `framed` those of them in the picture,
    `nearest` how near its outline comes within the picture's width, seen from above.
    """

    things: NDArray[np.int64]
    depth: Floats
    whole: NDArray[np.int64]
    framed: NDArray[np.int64]
    nearest: Floats

    def seen(self) -> NDArray[np.int64]:
        """Cells in which each box is seen. (n,)"""
        found = self.things[self.things >= 0]
        return np.bincount(found, minlength=len(self.whole))


def look(
    boxes: Boxes, polygon: Floats, height: float, at: Sequence[float], eye: float, angle: float, lens: float, shift: float
) -> Sight:
    """What a camera at `at`, `eye` metres high, sees in the direction `angle`; `shift` moves the picture up, in sensor widths."""
    wide, high = SENSOR / lens / COLUMNS, SENSOR / lens / ASPECT / ROWS  # of a cell, at a distance of 1
    across = (np.arange(-BEYOND, COLUMNS + BEYOND) + 0.5 - COLUMNS / 2) * wide
    up = (ROWS / 2 - 0.5 - np.arange(ROWS + BEYOND)) * high + shift * SENSOR / lens
    forward, right = np.array([math.cos(angle), math.sin(angle)]), np.array([math.sin(angle), -math.cos(angle)])
    rays = forward + across[:, None] * right  # one metre along the axis each
    point = np.asarray(at, float)[None]
    wall = np.minimum(wall_distance(polygon, point, rays)[0], 50.0)
    with np.errstate(divide="ignore", over="ignore"):
        level = np.where(up < 0, -eye / up, (height - eye) / up)  # distance to floor or ceiling
    room = np.minimum(wall[None], level[:, None])  # (rows, columns)
    near, far = (t[0] for t in box_span(boxes, point, rays))  # (columns, n)
    slopes = np.where(np.abs(up) < 1e-9, 1e-9, up)[:, None]
    low, top = (boxes.low - eye) / slopes, (boxes.high - eye) / slopes  # (rows, n)
    enter = np.maximum(near[None], np.minimum(low, top)[:, None])  # (rows, columns, n)
    leave = np.minimum(far[None], np.maximum(low, top)[:, None])
    met = (leave >= np.maximum(enter, 0.0)) & (enter < room[..., None] + 0.05)
    frame = (slice(0, ROWS), slice(BEYOND, BEYOND + COLUMNS))
    distance = np.where(met, np.maximum(enter, 0.0), np.inf)[frame]
    if len(boxes.yaw):
        first = distance.argmin(-1)
        depth = np.take_along_axis(distance, first[..., None], -1)[..., 0]
        inner = slice(BEYOND, BEYOND + COLUMNS)
        nearest = np.where(far[inner] >= np.maximum(near[inner], 0), np.maximum(near[inner], 0), np.inf).min(0)
    else:
        first, depth, nearest = np.zeros((ROWS, COLUMNS), np.int64), np.full((ROWS, COLUMNS), np.inf), np.zeros(0)
    seen = np.isfinite(depth)
    return Sight(np.where(seen, first, -1), np.where(seen, depth, room[frame]), met.sum((0, 1)), met[frame].sum((0, 1)), nearest)
