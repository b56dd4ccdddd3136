"""Where to put the cameras: eye-height views that show most of the room's things, and a plan. No bpy."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..graph.types import Camera, Node, Room, Vec2

Floats = NDArray[np.float64]

EYE = 1.4
SENSOR = 36.0
ASPECT = 16 / 9
RAYS = 120  # one every three degrees
TURN = 4  # rays from one direction tried to the next
MOST = 48  # standing points tried
NEAR = 0.5  # no sizeable thing nearer than this in the picture
RAISED_NEAR = 0.95  # nor what stands on something, at the height of the lens, such as a lamp; given up where no view is left


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


def _wall_distance(polygon: Floats, points: Floats, rays: Floats) -> Floats:
    """Distance to the wall along each ray. (p, r)"""
    a, d = polygon, np.roll(polygon, -1, 0) - polygon
    rel = a[None] - points[:, None]  # (p, e, 2)
    det = rays[:, None, 0] * -d[None, :, 1] + rays[:, None, 1] * d[None, :, 0]  # (r, e)
    det = np.where(np.abs(det) < 1e-9, np.nan, det)
    t = (rel[:, None, :, 0] * -d[None, None, :, 1] + rel[:, None, :, 1] * d[None, None, :, 0]) / det[None]
    u = (rays[None, :, None, 0] * rel[:, None, :, 1] - rays[None, :, None, 1] * rel[:, None, :, 0]) / det[None]
    t = np.where((t > 1e-6) & (u >= -1e-9) & (u <= 1 + 1e-9), t, np.inf)
    return np.asarray(np.nanmin(np.where(np.isnan(t), np.inf, t), axis=2))


def _box_distance(b: Boxes, points: Floats, rays: Floats) -> Floats:
    """Distance to each box along each ray, inf where missed. (p, r, n)"""
    c, s = np.cos(b.yaw), np.sin(b.yaw)
    rel = points[:, None] - b.centre[None]  # (p, n, 2)
    o = np.stack([rel[..., 0] * c + rel[..., 1] * s, -rel[..., 0] * s + rel[..., 1] * c], -1)
    r = np.stack([rays[:, None, 0] * c + rays[:, None, 1] * s, -rays[:, None, 0] * s + rays[:, None, 1] * c], -1)  # (r, n, 2)
    r = np.where(np.abs(r) < 1e-9, 1e-9, r)
    t0 = (-b.half - o)[:, None] / r[None]
    t1 = (b.half - o)[:, None] / r[None]
    near, far = np.minimum(t0, t1).max(-1), np.maximum(t0, t1).min(-1)
    return np.where((far >= np.maximum(near, 0)), np.maximum(near, 0.0), np.inf)


def _candidates(room: Room, polygon: Floats, boxes: Boxes, margin: float) -> Floats:
    """Standing points: near every corner, in every doorway, and on a grid along the walls, clear of things."""
    out = []
    centre = polygon.mean(0)
    n = len(polygon)
    for i in range(n):
        a, b, c = polygon[i - 1], polygon[i], polygon[(i + 1) % n]
        u, v = (a - b) / np.linalg.norm(a - b), (c - b) / np.linalg.norm(c - b)
        out += [b + k * (u + v) for k in (margin, margin + 0.15, margin + 0.4)]
        length = float(np.linalg.norm(c - b))
        inward = np.array([-v[1], v[0]])
        out += [b + v * s + inward * m for s in np.arange(0.5, length - 0.3, 0.5) for m in (margin, margin + 0.3)]
    for o in room.openings:
        if o.kind == "door":
            a, b = polygon[o.wall], polygon[(o.wall + 1) % n]
            v = (b - a) / np.linalg.norm(b - a)
            out.append(a + v * (o.offset + o.width / 2) + np.array([-v[1], v[0]]) * max(margin, 0.15))
    out.append(centre)
    points = np.array(out)
    points = points[inside(polygon, points, margin - 1e-6)]
    if len(boxes.yaw) and len(points):
        c, s = np.cos(boxes.yaw), np.sin(boxes.yaw)
        rel = points[:, None] - boxes.centre[None]
        local = np.abs(np.stack([rel[..., 0] * c + rel[..., 1] * s, -rel[..., 0] * s + rel[..., 1] * c], -1)) - boxes.half
        gap = np.linalg.norm(np.maximum(local, 0), axis=-1)
        # over something low one may stand (a camera on a tripod behind a sofa); tall things need room
        tall = (boxes.high > EYE - 0.35) & (boxes.low < EYE + 0.3)
        points = points[~((gap < 0.22) & tall[None]).any(1)]
    return points


class View(NamedTuple):
    """A scored view."""

    score: float
    at: Vec2
    angle: float
    lens: float
    seen: frozenset[int]  # indices of nodes in the picture


def _window_sums(values: NDArray[Any], half: int, starts: NDArray[np.int64]) -> Floats:
    """Sums over 2 half + 1 neighbouring rays about each of `starts`, round the circle. (p, r, ...) -> (p, k, ...)"""
    wrapped = np.concatenate([values[:, -half:], values, values[:, :half]], axis=1).astype(np.float32)
    total = np.concatenate([np.zeros_like(wrapped[:, :1]), np.cumsum(wrapped, axis=1)], axis=1)
    return np.asarray(total[:, starts + 2 * half + 1] - total[:, starts])


def _views(polygon: Floats, boxes: Boxes, points: Floats, lens: float, raised: float = NEAR) -> list[View]:
    """All views from the points that have nothing sizeable before the lens (within `raised` metres for raised things), scored."""
    angles = np.arange(RAYS) * 2 * np.pi / RAYS
    rays = np.stack([np.cos(angles), np.sin(angles)], -1)
    wall = np.minimum(_wall_distance(polygon, points, rays), 50.0)
    n = len(boxes.yaw)
    half = max(2, int(math.atan(SENSOR / 2 / lens) / (2 * np.pi / RAYS)))
    starts = np.arange(0, RAYS, TURN)
    width = 2 * half + 1
    extent = float(np.ptp(polygon, axis=0).max())
    depth = _window_sums(wall, half, starts) / width / extent  # (p, k)
    score = 0.4 * depth - 0.35 * _window_sums(wall < 1.2, half, starts) / width
    free = np.ones(score.shape, bool)
    share = np.zeros((*score.shape, 0))
    if n:
        # what a thing adds to a picture grows with how large it looks, and less than its volume
        size = (4 * boxes.half.prod(1)) ** 0.5 * np.maximum(boxes.high - boxes.low, 0.05) ** 0.5
        hit = _box_distance(boxes, points, rays)  # (p, r, n)
        hit = np.where(hit < wall[..., None] + 0.05, hit, np.inf)
        # things taller than the eye hide what stands behind them; low things never hide one another wholly
        blocks = (boxes.high > EYE - 0.15) & (boxes.low < EYE) & (boxes.half.max(1) > 0.12)
        blocked = np.where(blocks, hit, np.inf).min(-1)  # (p, r)
        met = hit < np.inf
        # how far off a low thing must be to lie above the picture's lower edge
        drop = np.maximum(EYE - boxes.high, 0.0) / (SENSOR / ASPECT / 2 / lens * 1.15)
        framed = met & (hit <= blocked[..., None] + 0.05) & (hit > np.maximum(drop, 0.25))
        solid = (boxes.high > 0.75) & (boxes.low < EYE + 0.8) & (boxes.half.max(1) > 0.15)
        near = np.where(boxes.low > 0.3, raised, NEAR)
        free = _window_sums((hit < near)[..., solid].any(-1), half, starts) < 0.5
        crowded = np.where(blocks & (boxes.half.max(1) > 0.2), hit, np.inf).min(-1) < 1.15
        share = np.minimum(_window_sums(framed, half, starts) / np.maximum(met.sum(1), 1)[:, None], 1.0)  # (p, k, n)
        middle = _window_sums(framed, half // 2, starts) > 0.5
        reach = np.minimum(np.where(met, hit, np.inf).min(1), 30.0)[:, None]  # (p, 1, n)
        weight = size * np.where(boxes.low < 2.0, 1.0, 0.3)
        worth = (share * weight * np.where(middle, 1.15, 0.85) / (1 + 0.06 * reach**1.3)).sum(-1)
        score = score + worth / max(float(size.sum()), 1.0)
        score = score - 0.6 * np.maximum(_window_sums(crowded, half, starts) / width - 0.08, 0.0)
    return [
        View(
            float(score[p, k]),
            (float(points[p, 0]), float(points[p, 1])),
            float(angles[starts[k]]),
            lens,
            frozenset(np.nonzero(share[p, k] > 0.5)[0].tolist()),
        )
        for p, k in zip(*np.nonzero(free), strict=True)
    ]


def lens_for(area: float) -> float:
    """Wide in small rooms, calmer in large ones."""
    return float(np.interp(area, [6, 14, 35], [20, 23, 27]))


def choose_cameras(room: Room, nodes: Sequence[Node], aspect: float = ASPECT) -> tuple[Camera, ...]:
    """Hero view (active), reverse view, and plan of a room. Other rooms' nodes are ignored; rugs do not count."""
    polygon = np.asarray(room.polygon, float)
    mine = [n for n in nodes if n.room == room.id]
    boxes = boxes_of([_lowered(n, room.level) for n in mine if n.size[2] > 0.03])
    area = 0.5 * abs(float(np.sum(polygon[:, 0] * np.roll(polygon[:, 1], -1) - np.roll(polygon[:, 0], -1) * polygon[:, 1])))
    lens = lens_for(area)
    views: list[View] = []
    for raised, margin in itertools.product((RAISED_NEAR, NEAR), (0.28, 0.16, 0.08)):
        points = _candidates(room, polygon, boxes, margin)
        if len(points):
            views = _views(polygon, boxes, points[:: max(1, math.ceil(len(points) / MOST))], lens, raised)
        if views:
            break
    if not views:  # a room stuffed to the walls: stand in its middle
        c = polygon.mean(0)
        views = [View(0.0, (float(c[0]), float(c[1])), 0.0, 18.0, frozenset())]
    views.sort(key=lambda v: -v.score)
    hero = views[0]
    extent = float(np.ptp(polygon, axis=0).max())

    def other(v: View) -> float:
        turn = math.cos(v.angle - hero.angle)
        away = math.dist(v.at, hero.at) / extent
        new = len(v.seen - hero.seen) / max(len(boxes.yaw), 1)
        return v.score - 0.35 * turn + 0.25 * min(away, 1.0) + 0.4 * new

    reverse = max(views[: max(1, len(views) // 2)], key=other)
    out = [_camera(room, hero, "hero", "Hero view", True)]
    if reverse is not hero:
        out.append(_camera(room, reverse, "reverse", "Reverse view", False))
    return (*out, plan_camera((room,), aspect))


def choose_home_cameras(rooms: Sequence[Room], nodes: Sequence[Node], main: str, aspect: float = ASPECT) -> tuple[Camera, ...]:
    """A hero view of every room, first and active that of room `main`, with its reverse; and a plan of the home."""
    out: list[Camera] = []
    for room in sorted(rooms, key=lambda r: r.id != main):
        for c in choose_cameras(room, nodes, aspect)[: 2 if room.id == main else 1]:
            out.append(replace(c, name=f"{room.label} {c.name[:1].lower()}{c.name[1:]}", active=not out))
    return (*out, plan_camera(rooms, aspect))


def _lowered(n: Node, level: float) -> Node:
    """The node with heights counted from the room's floor."""
    if level == 0:
        return n
    return Node(n.id, n.category, n.name, n.room, n.size, (n.position[0], n.position[1], n.position[2] - level), n.yaw, n.support)


def _camera(room: Room, v: View, key: str, name: str, active: bool) -> Camera:
    z = room.level + min(EYE, 0.6 * room.height)
    target = (v.at[0] + 2 * math.cos(v.angle), v.at[1] + 2 * math.sin(v.angle), z)
    # slightly down: floors and furniture matter more than ceilings, and verticals stay straight
    return Camera(f"{room.id}/camera_{key}", name, (v.at[0], v.at[1], z), target, round(v.lens, 1), -0.055, active, room.id)


def plan_camera(rooms: Sequence[Room], aspect: float = ASPECT) -> Camera:
    """Straight down from above the ceilings (which the camera clips away), the longer side across the picture."""
    corners = np.array([p for r in rooms for p in r.polygon], float)
    lo, hi = corners.min(0), corners.max(0)
    walls = 2 * max(r.wall_thickness for r in rooms) + 0.3
    long, short = max(hi - lo) + walls, min(hi - lo) + walls
    lens = 50.0
    away = max(long, short * aspect) * lens / SENSOR
    c = (lo + hi) / 2
    top, floor = max(r.level + r.height for r in rooms), min(r.level for r in rooms)
    room = rooms[0].id if len(rooms) == 1 else ""
    return Camera(
        f"{room or 'home'}/camera_plan",
        "Plan",
        (float(c[0]), float(c[1]), top + away),
        (float(c[0]), float(c[1]), floor),
        lens,
        0.0,
        False,
        room,
    )
