"""Where to put the cameras: level views of most of the room and of its best group, and a plan. No bpy.

Standing points are tried by rays seen from above; the best are looked through, roughly, and judged as pictures.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..graph.types import Camera, Node, Room, Vec2
from .sight import (
    ASPECT,
    COLUMNS,
    ROWS,
    SENSOR,
    Boxes,
    Floats,
    Sight,
    box_distance,
    boxes_of,
    gaps,
    inside,
    look,
    wall_distance,
)

EYE = 1.35
RAYS = 120  # one every three degrees
TURN = 4  # rays from one direction tried to the next
MOST = 48  # standing points tried
NEAR = 0.5  # no sizeable thing nearer than this in the picture
RAISED_NEAR = 0.95  # nor what stands on something, at the height of the lens, such as a lamp; given up where no view is left
TRIED = 4  # views looked through in each quarter of the directions
NUDGES = (-0.1, 0.0, 0.1)  # radians that each of them is turned by, to compose it
SQUARE = 0.14  # radians from a wall's normal within which a view is turned to face the wall squarely
SHIFT = -0.085  # down a little: floors and furniture matter more than ceilings, and verticals stay straight
WIDE, LONG = 24.0, 35.0  # millimetres, of the wide and of the detail view
BACKS = 0.3  # what is lost, twice, where a thing shows its back
FLAT = 0.13  # half the depth up to which a thing is flat
DETAILS = 2  # groups tried for the detail view


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
        # over something low one may stand (a camera on a tripod behind a sofa); tall things need room
        tall = (boxes.high > EYE - 0.35) & (boxes.low < EYE + 0.3)
        points = points[~((gaps(boxes, points) < 0.22) & tall[None]).any(1)]
    return points


class View(NamedTuple):
    """A scored view."""

    score: float
    at: Vec2
    angle: float
    lens: float
    seen: frozenset[int] = frozenset()  # indices of nodes in the picture
    eye: float = EYE
    shift: float = SHIFT
    focus: float = 0.0


def _window_sums(values: NDArray[Any], half: int, starts: NDArray[np.int64]) -> Floats:
    """Sums over 2 half + 1 neighbouring rays about each of `starts`, round the circle. (p, r, ...) -> (p, k, ...)"""
    wrapped = np.concatenate([values[:, -half:], values, values[:, :half]], axis=1).astype(np.float32)
    total = np.concatenate([np.zeros_like(wrapped[:, :1]), np.cumsum(wrapped, axis=1)], axis=1)
    return np.asarray(total[:, starts + 2 * half + 1] - total[:, starts])


def _weights(boxes: Boxes) -> Floats:
    """What things add to a picture: it grows with how large they look, and less than their volume; flat ones, such as curtains
    and pictures, come along with their walls. (n,)"""
    size = (4 * boxes.half.prod(1)) ** 0.5 * np.maximum(boxes.high - boxes.low, 0.05) ** 0.5
    return np.asarray(size * np.where(boxes.half.min(1) < FLAT, 0.35, 1.0))


def _solid(boxes: Boxes) -> NDArray[np.bool_]:
    """Things that would fill the picture if they stood before the lens. (n,)"""
    return np.asarray((boxes.high > 0.75) & (boxes.low < EYE + 0.8) & (boxes.half.max(1) > 0.15))


def _facing(boxes: Boxes, points: Floats) -> Floats:
    """How far things turn their fronts (local -Y) to each point: 1 towards it, -1 away. (p, n)"""
    to = points[:, None] - boxes.centre
    front = np.stack([np.sin(boxes.yaw), -np.cos(boxes.yaw)], -1)
    return np.asarray((to * front).sum(-1) / np.maximum(np.linalg.norm(to, axis=-1), 1e-6))


def _views(polygon: Floats, boxes: Boxes, points: Floats, lens: float, raised: float = NEAR) -> list[View]:
    """All views from the points that have nothing sizeable before the lens (within `raised` metres for raised things), scored."""
    angles = np.arange(RAYS) * 2 * np.pi / RAYS
    rays = np.stack([np.cos(angles), np.sin(angles)], -1)
    wall = np.minimum(wall_distance(polygon, points, rays), 50.0)
    half = max(2, int(math.atan(SENSOR / 2 / lens) / (2 * np.pi / RAYS)))
    starts = np.arange(0, RAYS, TURN)
    width = 2 * half + 1
    extent = float(np.ptp(polygon, axis=0).max())
    depth = _window_sums(wall, half, starts) / width / extent  # (p, k)
    score = 0.4 * depth - 0.35 * _window_sums(wall < 1.2, half, starts) / width
    free = np.ones(score.shape, bool)
    if len(boxes.yaw):
        size = _weights(boxes)
        hit = box_distance(boxes, points, rays)  # (p, r, n)
        hit = np.where(hit < wall[..., None] + 0.05, hit, np.inf)
        # things taller than the eye hide what stands behind them; low things never hide one another wholly
        blocks = (boxes.high > EYE - 0.15) & (boxes.low < EYE) & (boxes.half.max(1) > 0.12)
        blocked = np.where(blocks, hit, np.inf).min(-1)  # (p, r)
        met = hit < np.inf
        # how far off a low thing must be to lie above the picture's lower edge
        drop = np.maximum(EYE - boxes.high, 0.0) / (SENSOR / ASPECT / 2 / lens * 1.15)
        framed = met & (hit <= blocked[..., None] + 0.05) & (hit > np.maximum(drop, 0.25))
        near = np.where(boxes.low > 0.3, raised, NEAR)
        free = _window_sums((hit < near)[..., _solid(boxes)].any(-1), half, starts) < 0.5
        crowded = np.where(blocks & (boxes.half.max(1) > 0.2), hit, np.inf).min(-1) < 1.15
        share = np.minimum(_window_sums(framed, half, starts) / np.maximum(met.sum(1), 1)[:, None], 1.0)  # (p, k, n)
        middle = _window_sums(framed, half // 2, starts) > 0.5
        reach = np.minimum(np.where(met, hit, np.inf).min(1), 30.0)[:, None]  # (p, 1, n)
        weight = size * np.where(boxes.low < 2.0, 1.0, 0.3) * (1 - BACKS + BACKS * _facing(boxes, points)[:, None])
        worth = (share * weight * np.where(middle, 1.15, 0.85) / (1 + 0.06 * reach**1.3)).sum(-1)
        score = score + worth / max(float(size.sum()), 1.0)
        score = score - 0.6 * np.maximum(_window_sums(crowded, half, starts) / width - 0.08, 0.0)
    return [
        View(float(score[p, k]), (float(points[p, 0]), float(points[p, 1])), float(angles[starts[k]]), lens)
        for p, k in zip(*np.nonzero(free), strict=True)
    ]


def _thirds(x: float) -> float:
    """How far a place across the picture (-0.5 to 0.5) is from its middle and from its thirds."""
    return min(abs(x), abs(abs(x) - 1 / 6))


def _composition(sight: Sight, boxes: Boxes, at: Vec2, extent: float) -> tuple[float, frozenset[int]]:
    """How good a picture is: what it shows wholly, its depth, its balance, and what is cut off or too near; and what it shows."""
    cells = ROWS * COLUMNS
    empty = sight.things < 0
    depth = float(np.minimum(sight.depth, extent).mean()) / extent
    score = 0.4 * depth - 0.5 * float((empty & (sight.depth < 1.2)).sum()) / cells
    if not len(boxes.yaw) or empty.all():
        return score, frozenset()
    seen = sight.seen()
    weight = _weights(boxes) * np.where(boxes.low < 2.0, 1.0, 0.3)
    share, framed = seen / np.maximum(sight.whole, 1), sight.framed / np.maximum(sight.whole, 1)
    worth = weight * np.minimum(share / 0.85, 1.0) ** 1.5 * (1 - BACKS + BACKS * _facing(boxes, np.array([at]))[0])
    score += float(worth.sum() / max(weight.sum(), 1.0))
    # furniture cut in two by the edge of the frame, and things that fill the foreground
    cut = np.where(boxes.half.max(1) > 0.2, 4 * framed * (1 - framed) * share / np.maximum(framed, 1e-6), 0.0)
    score -= 0.7 * float((weight * cut).sum() / max(weight.sum(), 1.0))
    looming = np.where(boxes.half.min(1) < FLAT, 0.0, seen / cells * (1 - framed))
    score -= 1.5 * float(looming.sum())
    tall = boxes.high > EYE - 0.2
    before = ~empty & (sight.depth < np.where(tall[sight.things], 1.9, 1.2))
    score -= 1.5 * max(float(before.sum()) / cells - 0.02, 0.0)
    # balance: the whole about the middle, the leading thing there or on a third
    across = (np.arange(COLUMNS) + 0.5) / COLUMNS - 0.5
    columns = (sight.things[..., None] == np.arange(len(seen))).sum(0).T  # (n, columns)
    mass = columns * weight[:, None]
    score -= 0.3 * max(abs(float((mass * across).sum() / mass.sum())) - 0.08, 0.0)
    lead = int(worth.argmax())
    if seen[lead]:
        score -= 0.5 * _thirds(float((columns[lead] * across).sum() / seen[lead]))
    return score, frozenset(np.nonzero(share > 0.5)[0].tolist())


def _squared(angle: float, polygon: Floats) -> float:
    """The angle, turned to face a wall squarely if it nearly does."""
    d = np.roll(polygon, -1, 0) - polygon
    normals = np.arctan2(-d[:, 0], d[:, 1])
    off = (angle - normals + np.pi) % (2 * np.pi) - np.pi
    k = int(np.abs(off).argmin())
    return float(normals[k]) if abs(off[k]) < SQUARE else angle


def _composed(room: Room, polygon: Floats, boxes: Boxes, views: Sequence[View], raised: float) -> list[View]:
    """Views and their neighbours, judged by what is seen through the lens, best first."""
    out: dict[tuple[Vec2, float], View] = {}
    eye, extent = min(EYE, 0.6 * room.height), float(np.ptp(polygon, axis=0).max())
    near = np.where(_solid(boxes), np.where(boxes.low > 0.3, raised, NEAR), 0.0)
    for v, nudge in itertools.product(views, NUDGES):
        angle = round(_squared(v.angle + nudge, polygon), 6)
        if (v.at, angle) in out:
            continue
        sight = look(boxes, polygon, room.height, v.at, eye, angle, v.lens, SHIFT)
        if not (sight.nearest < near).any():
            score, seen = _composition(sight, boxes, v.at, extent)
            out[v.at, angle] = View(score, v.at, angle, v.lens, seen, eye)
    return sorted(out.values(), key=lambda v: -v.score)


def _varied(views: Sequence[View]) -> list[View]:
    """The first few in each quarter of the directions."""
    quarters: dict[int, list[View]] = {}
    for v in views:
        quarters.setdefault(int(v.angle // (np.pi / 2)), []).append(v)
    return [v for _, those in sorted(quarters.items()) for v in those[:TRIED]]


def lens_for(area: float) -> float:
    """Of the hero view, in millimetres: wide in small rooms, calmer in large ones."""
    return float(np.interp(area, [10, 20, 50], [24, 25, 28]))


def _standing(room: Room, polygon: Floats, boxes: Boxes, lens: float) -> list[View]:
    """Composed views of the room with a lens, best first; at least one."""
    found: list[View] = []
    for raised, margin in itertools.product((RAISED_NEAR, NEAR), (0.28, 0.16, 0.08)):
        points = _candidates(room, polygon, boxes, margin)
        if len(points):
            views = _views(polygon, boxes, points[:: max(1, math.ceil(len(points) / MOST))], lens, raised)
            views.sort(key=lambda v: -v.score)
            found = _composed(room, polygon, boxes, _varied(views), raised) or views
        if found:
            return found
    c = polygon.mean(0)  # a room stuffed to the walls: stand in its middle
    return [View(0.0, (float(c[0]), float(c[1])), 0.0, lens)]


class Stage(NamedTuple):
    """A room as the cameras see it: its outline, its things (rugs do not count) and their boxes, heights from its floor."""

    polygon: Floats
    nodes: list[Node]
    boxes: Boxes


def _stage(room: Room, nodes: Sequence[Node]) -> Stage:
    mine = [_lowered(n, room.level) for n in nodes if n.room == room.id and n.size[2] > 0.03]
    return Stage(np.asarray(room.polygon, float), mine, boxes_of(mine))


def _hero(room: Room, stage: Stage) -> View:
    x, y = stage.polygon.T
    area = 0.5 * abs(float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)))
    return _standing(room, stage.polygon, stage.boxes, lens_for(area))[0]


def choose_cameras(room: Room, nodes: Sequence[Node], aspect: float = ASPECT) -> tuple[Camera, ...]:
    """Hero view (active), wide view from elsewhere, detail of the best group with the room behind it out of focus, and plan.
    Other rooms' nodes are ignored."""
    return (*_eye_level(room, nodes), plan_camera((room,), aspect))


def _eye_level(room: Room, nodes: Sequence[Node]) -> list[Camera]:
    """The views of a room that one could have standing in it."""
    stage = _stage(room, nodes)
    polygon, mine, boxes = stage
    hero = _hero(room, stage)
    extent = float(np.ptp(polygon, axis=0).max())

    def other(v: View) -> tuple[bool, float]:
        turn, away = math.cos(v.angle - hero.angle), math.dist(v.at, hero.at) / extent
        new = len(v.seen - hero.seen) / max(len(boxes.yaw), 1)
        return turn < 0.6 or away > 0.5, v.score - 0.2 * turn + 0.2 * min(away, 1.0) + 0.4 * new

    wide = max(_standing(room, polygon, boxes, WIDE), key=other)
    out = [_camera(room, hero, "hero", "Hero view", True), _camera(room, wide, "wide", "Wide view", False)]
    detail = _detail(room, polygon, boxes, mine)
    if detail is not None:
        out.append(_camera(room, detail, "detail", "Detail", False))
    return out


def _detail(room: Room, polygon: Floats, boxes: Boxes, nodes: Sequence[Node]) -> View | None:
    """A near view of the group with most to see: a low thing and what stands on it, off the middle, with the room behind it."""
    upon = _upon(nodes)
    low = [k for k, n in enumerate(nodes) if n.support.kind == "floor" and 0.3 < n.size[2] < 1.3]
    low.sort(key=lambda k: -(min(len(upon[k]), 6) + float(_weights(boxes)[k])))
    best: View | None = None
    extent = float(np.ptp(polygon, axis=0).max())
    for k in low[:DETAILS]:
        middle, top = boxes.centre[k], float(boxes.high[k])
        eye = float(np.clip(top + 0.4, 0.9, EYE))
        group = boxes.centre[upon[k]] if upon[k] else middle[None]
        angles = np.arange(12) * np.pi / 6 + nodes[k].yaw
        away = float(boxes.half[k].max()) + np.array([1.1, 1.6])
        points = (middle + (away[:, None, None] * np.stack([np.cos(angles), np.sin(angles)], -1))).reshape(-1, 2)
        clear = (gaps(boxes, points) > 0.2) | (boxes.high < eye - 0.15) | (boxes.low > eye + 0.3)
        for at in points[inside(polygon, points, 0.2) & clear.all(1)]:
            to = group.mean(0) - at
            shift = float(np.clip((top - eye) / np.hypot(*to) * LONG / SENSOR + 0.02, -0.22, 0.05))
            for side in (-1 / 6, 1 / 6):  # the group on a third
                angle = math.atan2(to[1], to[0]) + math.atan(side * SENSOR / LONG)
                sight = look(boxes, polygon, room.height, at, eye, angle, LONG, shift)
                if (sight.nearest < np.where(_solid(boxes), NEAR, 0.0)).any():
                    continue
                score = _vignette(sight, [k, *upon[k]], extent) + 0.3 * float(_facing(boxes, at[None])[0, k])
                if best is None or score > best.score:
                    focus = float(to @ (math.cos(angle), math.sin(angle)))
                    best = View(score, (float(at[0]), float(at[1])), angle, LONG, frozenset(), eye, shift, round(focus, 3))
    return best


def _vignette(sight: Sight, group: Sequence[int], extent: float) -> float:
    """How good a detail is: its group seen and unobstructed, and depth and other things behind it."""
    cells = ROWS * COLUMNS
    shown = sight.seen()[group] / np.maximum(sight.whole[group], 1)
    subject = np.isin(sight.things, group)
    other = (sight.things >= 0) & ~subject
    middle = float(np.median(sight.depth[subject])) if subject.any() else 0.0
    before = float((other & (sight.depth < middle)).sum()) / cells
    fill = min(float(subject.sum()) / cells / 0.25, 1.0)
    behind = min(float((other & (sight.depth > middle)).sum()) / cells / 0.2, 1.0)
    depth = float(np.minimum(sight.depth, extent).mean()) / extent
    return 0.5 * float(shown.mean()) + 0.6 * fill + 0.25 * behind + 0.5 * depth - 1.5 * before + 0.1 * min(len(group), 6)


def _upon(nodes: Sequence[Node]) -> list[list[int]]:
    """For each node, the indices of the small ones that stand on it."""
    at = {n.id: k for k, n in enumerate(nodes)}
    out: list[list[int]] = [[] for _ in nodes]
    for k, n in enumerate(nodes):
        if n.support.parent in at and n.support.kind == "on" and max(n.size) < 0.7:
            out[at[n.support.parent]].append(k)
    return out


def choose_home_cameras(rooms: Sequence[Room], nodes: Sequence[Node], main: str, aspect: float = ASPECT) -> tuple[Camera, ...]:
    """A hero view of every room, first and active that of room `main`, with its wide and detail views; and a plan of the home."""
    out: list[Camera] = []
    for room in sorted(rooms, key=lambda r: r.id != main):
        if room.id == main:
            views = _eye_level(room, nodes)
        else:
            views = [_camera(room, _hero(room, _stage(room, nodes)), "hero", "Hero view", False)]
        out += (replace(c, name=f"{room.label} {c.name[:1].lower()}{c.name[1:]}") for c in views)
    return (*out, plan_camera(rooms, aspect))


def _lowered(n: Node, level: float) -> Node:
    """The node with heights counted from the room's floor."""
    return n if level == 0 else replace(n, position=(n.position[0], n.position[1], n.position[2] - level))


def _camera(room: Room, v: View, key: str, name: str, active: bool) -> Camera:
    z = room.level + min(v.eye, 0.6 * room.height)
    target = (v.at[0] + 2 * math.cos(v.angle), v.at[1] + 2 * math.sin(v.angle), z)
    position = (v.at[0], v.at[1], z)
    return Camera(
        f"{room.id}/camera_{key}", name, position, target, round(v.lens, 1), round(v.shift, 4), active, room.id, v.focus
    )


def plan_camera(rooms: Sequence[Room], aspect: float = ASPECT) -> Camera:
    """Straight down from above the ceilings (which the camera clips away), the longer side across the picture."""
    corners = np.array([p for r in rooms for p in r.polygon], float)
    lo, hi = corners.min(0), corners.max(0)
    walls = 2 * max(r.wall_thickness for r in rooms) + 0.3
    long, short = max(hi - lo) + walls, min(hi - lo) + walls
    top, floor = max(r.level + r.height for r in rooms), min(r.level for r in rooms)
    away = max(long, short * aspect) * LONG / SENSOR
    c = (lo + hi) / 2
    room = rooms[0].id if len(rooms) == 1 else ""
    return Camera(
        f"{room or 'home'}/camera_plan",
        "Plan",
        (float(c[0]), float(c[1]), top + away),
        (float(c[0]), float(c[1]), floor),
        LONG,
        0.0,
        False,
        room,
    )
