"""What the layout network sees: a top-down picture of a room and of what stands in it. numpy only.

The picture is drawn in the room's own frame: turned so that most of its walls run along X and Y, which is how one set of
weights serves rooms at any angle. Distances are exact at each pixel's centre, so a picture of 0.125 m pixels still
tells a gap of a centimetre.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..geometry import azimuth

F32 = NDArray[np.float32]

PIXEL = 0.125  # metres
BLOCK = 8  # the picture's sides are multiples of this many pixels, so that it can be halved three times
MARGIN = 0.25  # metres of outside around the polygon
STATIC = 15  # channels of the empty room
DYNAMIC = 6  # channels of what stands in it, before the embedded kinds
ANCHOR = 16  # numbers that tell a cell how it lies to a thing to which a relation is wanted


class Openings(NamedTuple):
    """Doors and windows as segments on the polygon."""

    door: NDArray[np.bool_]  # (m,) a window where False
    segment: NDArray[np.float64]  # (m, 2, 2)


class Picture(NamedTuple):
    """The drawn room. Rows run along +Y, columns along +X; pixel (0, 0) has its lower left corner at `origin`."""

    static: F32  # (STATIC, H, W)
    dynamic: F32  # (DYNAMIC, H, W)
    masks: F32  # (N, H, W) share of each pixel that each thing covers
    slant: F32  # (H, W) angle of the nearest wall, brought to [-45, 45) degrees, radians
    origin: NDArray[np.float64]  # (2,) in the room's frame


def room_angle(polygon: NDArray[np.float64]) -> float:
    """The angle in [-45, 45) degrees by which most wall, by length, is turned from the axes. Radians."""
    d = np.roll(polygon, -1, 0) - polygon
    turn = np.sum(np.hypot(d[:, 0], d[:, 1]) * np.exp(4j * azimuth(d)))
    angle = float(np.angle(turn)) / 4
    return 0.0 if abs(angle) < 1e-6 else angle


def rotate(points: NDArray[np.float64], angle: float) -> NDArray[np.float64]:
    """Points (..., 2) turned counter-clockwise about the origin."""
    if angle == 0.0:
        return points
    c, s = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[c, s], [-s, c]]))


def _segments(px: F32, py: F32, a: F32, b: F32) -> tuple[F32, F32, F32]:
    """Vectors (dx, dy) from the nearest point of each segment to each pixel, and their squared length. (E, H, W)"""
    d = b - a
    long = np.maximum((d * d).sum(1), 1e-12)
    ax, ay, dx, dy = (v[:, None, None] for v in (a[:, 0], a[:, 1], d[:, 0], d[:, 1]))
    rx, ry = px - ax, py - ay
    t = np.clip((rx * (dx / long[:, None, None])) + ry * (dy / long[:, None, None]), 0, 1)
    rx = rx - t * dx
    ry = ry - t * dy
    return rx, ry, rx * rx + ry * ry


def _rays(px: F32, py: F32, a: F32, b: F32) -> tuple[NDArray[np.bool_], F32]:
    """Whether each pixel is inside, and its distance to the wall towards +X, -X, +Y, -Y. (H, W), (4, H, W)"""
    out = []
    inside = np.zeros((py.shape[0], px.shape[1]), bool)
    for axis, (p, q) in enumerate(((px, py), (py, px))):
        u, v = axis, 1 - axis  # the ray runs along u at a constant v
        line = q.reshape(-1)
        crosses = (a[:, v, None] > line) != (b[:, v, None] > line)  # (E, L)
        run = b[:, v] - a[:, v]
        slope = (b[:, u] - a[:, u]) / np.where(run == 0, 1, run)
        at = np.where(crosses, a[:, u, None] + (line - a[:, v, None]) * slope[:, None], np.float32(np.inf))
        at = np.sort(at, axis=0)[: max(int(crosses.sum(0).max(initial=0)), 1)]  # few walls cross any one line
        gap = at[:, :, None] - p.reshape(1, 1, -1)  # (E', L, P)
        ahead = gap >= 0
        forth = np.where(ahead, gap, np.float32(99)).min(0)
        back = np.where(ahead, np.float32(99), -gap).min(0)
        if axis == 0:
            inside = ((ahead & np.isfinite(gap)).sum(0) % 2).astype(bool)
        else:
            forth, back = forth.T, back.T
        out += [forth, back]
    return inside, np.stack(out)


def _boxes(px: F32, py: F32, boxes: F32) -> tuple[F32, F32, F32]:
    """Signed distance to each box (N, 5: x, y, w, d, yaw), positive outside, and the local coordinates. (N, H, W)"""
    x, y, w, d, yaw = (v[:, None, None] for v in boxes.T)
    c, s = np.cos(yaw), np.sin(yaw)
    rx, ry = px - x, py - y
    u, v = rx * c + ry * s, ry * c - rx * s
    ex, ey = np.abs(u) - w / 2, np.abs(v) - d / 2
    return np.where((ex > 0) & (ey > 0), np.hypot(ex, ey), np.maximum(ex, ey)), u, v


def _door_area(px: F32, py: F32, segment: F32) -> F32:
    """Soft mask of the metre before each door, on both sides of its wall (the floor masks the far one). (H, W)"""
    out = np.zeros(np.broadcast_shapes(px.shape, py.shape), np.float32)
    for a, b in segment:
        mid, d = (a + b) / 2, b - a
        width = float(np.hypot(*d))
        n = np.array([-d[1], d[0]], np.float32) / max(width, 1e-6)
        for side in (1.0, -1.0):
            m = mid + n * (0.5 * side)
            box = np.array([[m[0], m[1], width, 1.0, np.arctan2(d[1], d[0])]], np.float32)
            out = np.maximum(out, np.clip(0.5 - _boxes(px, py, box)[0][0] / PIXEL, 0, 1))
    return out


def draw(
    polygon: NDArray[np.float64], openings: Openings, things: NDArray[np.float64], shift: Sequence[float] = (0.0, 0.0)
) -> Picture:
    """Draw a room in its own frame. `things` (N, 6): x, y, w, d, h, yaw. `shift` moves the pixel grid, in metres (training)."""
    lower = polygon.min(0) - MARGIN - np.asarray(shift)
    cells = np.maximum(np.ceil((polygon.max(0) + MARGIN - lower) / (PIXEL * BLOCK) - 1e-9).astype(int), 1)
    w, h = (int(c) * BLOCK for c in cells)
    px = ((np.arange(w) + 0.5) * PIXEL)[None].astype(np.float32)
    py = ((np.arange(h) + 0.5) * PIXEL)[:, None].astype(np.float32)
    a = (polygon - lower).astype(np.float32)
    b = np.roll(a, -1, 0)

    rx, ry, square = _segments(px, py, a, b)
    nearest = square.argmin(0)[None]
    distance = np.sqrt(np.take_along_axis(square, nearest, 0)[0])
    inside, rays = _rays(px, py, a, b)
    floor = np.clip(0.5 + np.where(inside, distance, -distance) / PIXEL, 0, 1).astype(np.float32)
    pull = floor * np.clip(1 - distance / 1.5, 0, 1) / np.maximum(distance, 1e-3)
    edge_angle = np.arctan2(b[:, 1] - a[:, 1], b[:, 0] - a[:, 0])
    edge_slant = (edge_angle + np.pi / 4) % (np.pi / 2) - np.pi / 4
    edge_slant[np.abs(edge_slant) < 1e-4] = 0

    static = np.zeros((STATIC, h, w), np.float32)
    static[0] = floor
    static[1] = floor * np.clip(distance, 0, 1.5) / 1.5
    static[2] = pull * np.take_along_axis(rx, nearest, 0)[0]
    static[3] = pull * np.take_along_axis(ry, nearest, 0)[0]
    static[4:8] = floor * np.clip(rays, 0, 1)
    static[8:12] = floor * np.clip(rays / 8, 0, 1)
    segment = (openings.segment - lower).astype(np.float32).reshape(-1, 2, 2)
    for channel, chosen in ((12, openings.door), (13, ~openings.door)):
        if chosen.any():
            gap = np.sqrt(_segments(px, py, segment[chosen, 0], segment[chosen, 1])[2].min(0))
            static[channel] = floor * np.clip(1 - gap / 1.25, 0, 1)
    if openings.door.any():
        static[14] = floor * _door_area(px, py, segment[openings.door])

    dynamic, masks = draw_things(floor, things, lower)
    return Picture(static, dynamic, masks, edge_slant.astype(np.float32)[nearest[0]], lower)


def draw_things(floor: F32, things: NDArray[np.float64], origin: NDArray[np.float64]) -> tuple[F32, F32]:
    """What stands on a floor (H, W) whose pixel (0, 0) has its lower left corner at `origin`. things (N, 6): x, y, w, d, h, yaw
    -> (DYNAMIC, H, W) and each thing's share of each pixel (N, H, W)."""
    h, w = floor.shape
    dynamic, masks = np.zeros((DYNAMIC, h, w), np.float32), np.zeros((len(things), h, w), np.float32)
    if not len(things):
        return dynamic, masks
    px = ((np.arange(w) + 0.5) * PIXEL)[None].astype(np.float32)
    py = ((np.arange(h) + 0.5) * PIXEL)[:, None].astype(np.float32)
    local = things.copy()
    local[:, :2] -= origin
    gap, u, v = _boxes(px, py, local[:, [0, 1, 2, 3, 5]].astype(np.float32))
    masks = np.clip(0.5 - gap / PIXEL, 0, 1)
    dynamic[0] = np.clip((0.5 - gap.min(0)) / 0.75, 0, 1)
    dynamic[1] = masks.max(0)
    dynamic[2] = (masks * things[:, 4, None, None].astype(np.float32)).max(0) / 2
    half = things[:, 2:4, None, None].astype(np.float32) / 2
    ahead = -v - half[:, 1]  # metres in front of the front edge
    beside = np.clip(0.5 + (half[:, 0] - np.abs(u)) / PIXEL, 0, 1)
    zone = beside * np.clip(0.5 + ahead / PIXEL, 0, 1) * np.clip(1 - ahead / 1.2, 0, 1)
    dynamic[3] = zone.max(0)
    front = np.stack([np.sin(things[:, 5].copy()), -np.cos(things[:, 5].copy())]).astype(np.float32)  # (2, N)
    dynamic[4:6] = np.tensordot(front, masks, 1)
    return dynamic * (floor > 0), masks * (floor > 0)


def anchor_view(boxes: NDArray[np.float64], own: float | NDArray[np.float64], cells: tuple[int, int]) -> F32:
    """How cells of two pixels lie to anchors, for something of a mean half size `own`: gap in the ranges that relations speak of,
    side of the anchor, place in its frame, direction to it and its front. boxes (A, 5): x, y, w, d, yaw from the picture's
    origin, cells (h, w) -> (A, ANCHOR, h, w)."""
    h, w = cells
    px = ((np.arange(w) + 0.5) * 2 * PIXEL)[None].astype(np.float32)
    py = ((np.arange(h) + 0.5) * 2 * PIXEL)[:, None].astype(np.float32)
    out = np.zeros((len(boxes), ANCHOR, h, w), np.float32)
    if not len(boxes):
        return out
    distance, u, v = _boxes(px, py, boxes.astype(np.float32))
    gap = distance - np.broadcast_to(np.asarray(own, np.float32), len(boxes))[:, None, None]
    for channel, (low, high, soft) in enumerate(((-9, 0.15, 0.15), (-9, 0.5, 0.25), (-9, 1.5, 0.4), (1.5, 4, 0.4), (4, 99, 0.5))):
        out[:, channel] = np.clip(1 - np.maximum(low - gap, gap - high) / soft, 0, 1)
    half = boxes[:, 2:4, None, None].astype(np.float32) / 2
    sides = ((u, v, 0, 1), (-u, v, 0, 1), (-v, u, 1, 0), (v, u, 1, 0))  # beyond its own left, right, front, back
    for channel, (along, across, a, b) in enumerate(sides, 5):
        beyond = np.clip((along - half[:, a]) / 0.25 + 0.5, 0, 1)
        out[:, channel] = beyond * np.clip((1.25 * half[:, b] - np.abs(across)) / 0.25 + 0.5, 0, 1)
    out[:, 9], out[:, 10] = np.clip(u / half[:, 0], -2, 2), np.clip(v / half[:, 1], -2, 2)
    dx, dy = boxes[:, 0, None, None] - px, boxes[:, 1, None, None] - py
    far = np.maximum(np.hypot(dx, dy), 0.1)
    out[:, 11], out[:, 12] = dx / far, dy / far
    out[:, 13], out[:, 14] = np.sin(boxes[:, 4].copy())[:, None, None], -np.cos(boxes[:, 4].copy())[:, None, None]
    out[:, 15] = np.clip(gap, -1, 4) / 2
    return out
