"""How well poses meet relations, 0..1, on oriented boxes: the rules they are judged by, and the narrower aims of placing.

`rule` and `rule_architecture` are the evaluation's definitions (SceneEval's, restated in docs/report.md): 0.5 or more holds.
`measure` and `measure_architecture` are what the placer samples by: best in the middle of what the rule accepts, so that a
relation still holds after a nudge, and right to the eye where the rule does not care: what stands across from a sofa looks at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..catalogue import category
from ..geometry import Floats, corners, directions, front, inside, polygon_area, rectangles_gap
from .state import Arrangement, Thing, opening_span

FACING = np.radians(30.0)  # how far off its front a thing sees nothing of what it is to face
SHOULDER = 0.25  # metres; softness of the ranges of distance
GROWN = 1.25  # a side reaches a quarter beyond the face
RANGES = {"next_to": (0.0, 0.5), "near": (0.0, 1.5), "across_from": (1.5, 4.0), "far_from": (4.0, 1e9)}
# Axis of the target and direction along it. Left and right are those of somebody who looks at its front, as people speak.
SIDES = {"left_of": (0, -1), "right_of": (0, 1), "in_front_of": (1, -1), "behind": (1, 1)}


@dataclass(frozen=True, slots=True)
class Poses:
    """Boxes at poses: centre (n, 2), half (2,) or (n, 2), yaw (n,), bottom and top (n,) or scalars."""

    centre: Floats
    half: Floats
    yaw: Floats
    bottom: Floats | float = 0.0
    top: Floats | float = 1.0
    front: bool = True  # whether it has a front at all; a round table has none

    @property
    def halves(self) -> Floats:
        """Half sizes of each. (n, 2)"""
        return np.broadcast_to(self.half, self.centre.shape)


def pose_of(t: Thing) -> Poses:
    """A placed thing as a single pose."""
    return Poses(
        np.asarray(t.centre, float)[None],
        np.asarray(t.half, float)[None],
        np.array([t.yaw]),
        t.bottom,
        t.top,
        category(t.category).front,
    )


def plateau(v: Floats, lo: float | Floats, hi: float | Floats, soft: float = SHOULDER) -> Floats:
    """1 inside [lo, hi], falling off as a Gaussian of width `soft` outside."""
    d = np.maximum(np.maximum(lo - v, v - hi), 0)
    return np.asarray(np.exp(-0.5 * (d / soft) ** 2))


def gap(a: Poses, b: Poses) -> Floats:
    """Distance between footprints, 0 where they overlap. (n,)"""
    apart = rectangles_gap(a.centre, a.halves, a.yaw, b.centre, b.halves, b.yaw)
    nearest = np.minimum(_to_rectangle(a, b), _to_rectangle(b, a))  # two convex outlines are nearest at a corner of one
    return np.where(apart <= 0, 0.0, nearest)


def _to_rectangle(a: Poses, b: Poses) -> Floats:
    """Distance of the nearest corner of a to the rectangle b. (n,)"""
    d = corners(a.centre, a.halves, a.yaw) - b.centre[..., None, :]
    ux, uy = directions(b.yaw)
    out = [
        np.maximum(np.abs((d * u[..., None, :]).sum(-1)) - h[..., None], 0)
        for u, h in ((ux, b.halves[..., 0]), (uy, b.halves[..., 1]))
    ]
    nearest: Floats = np.hypot(*out).min(-1)
    return nearest


def distance(a: Poses, b: Poses) -> Floats:
    """Gap between the boxes in space. (n,)"""
    rise = np.maximum(np.maximum(np.subtract(b.bottom, a.top), np.subtract(a.bottom, b.top)), 0)
    return np.hypot(gap(a, b), rise)


def local(a: Poses, b: Poses) -> tuple[Floats, Floats]:
    """Centre of a in b's frame: (x to b's local +X, y to b's local +Y)."""
    ux, uy = directions(b.yaw)
    d = a.centre - b.centre
    return (d * ux).sum(-1), (d * uy).sum(-1)


# ---------------------------------------------------------------------------------------------- the rules


def sees(a: Poses, b: Poses) -> Floats:
    """How straight a looks at b: of the rays along a's front that meet b, how far off the front their mean hit lies. (n,)"""
    x, y = local(b, a)
    c, s = np.abs(np.cos(b.yaw - a.yaw)), np.abs(np.sin(b.yaw - a.yaw))
    wide = b.halves[..., 0] * c + b.halves[..., 1] * s
    deep = b.halves[..., 0] * s + b.halves[..., 1] * c
    mine = a.halves[..., 0]
    lo, hi = np.maximum(x - wide, -mine), np.minimum(x + wide, mine)
    ahead_of = np.maximum(-y - deep, 0.05)
    off = np.arctan2(np.abs(lo + hi) / 2, ahead_of + a.halves[..., 1])
    out: Floats = np.where((lo < hi) & (-y > 0), np.clip(1 - off / FACING, 0, 1), 0.0)
    return out


def on_side(a: Poses, b: Poses, kind: str) -> Floats:
    """The share of a that is beyond b's side face, times the share of it, or of the side, within the face grown by a quarter."""
    axis, sign = SIDES[kind]
    x, y = local(a, b)
    out, across = (x, y) if axis == 0 else (y, x)
    half = b.halves
    turn = a.yaw - b.yaw
    c, s = np.abs(np.cos(turn)), np.abs(np.sin(turn))
    mine = a.halves[..., 0] * (s if axis == 0 else c) + a.halves[..., 1] * (c if axis == 0 else s)
    reach = GROWN * half[..., 1 - axis]
    shared = np.minimum(across + mine, reach) - np.maximum(across - mine, -reach)
    share = np.clip(shared / np.maximum(2 * np.minimum(mine, reach), 1e-6), 0, 1)
    deep = a.halves[..., 0] * (c if axis == 0 else s) + a.halves[..., 1] * (s if axis == 0 else c)
    beyond = np.clip((sign * out + deep - half[..., axis] + 0.02) / np.maximum(2 * deep, 1e-6), 0, 1)
    return np.asarray(beyond * share)


def rule(kind: str, a: Poses, b: Poses) -> Floats:
    """The evaluation's score of a standing in `kind` to b; 0.5 or more holds. (n,)"""
    if kind in RANGES:
        return plateau(distance(a, b), *RANGES[kind])
    if kind == "faces":
        return sees(a, b)
    if kind in ("in_front_of", "behind") and not b.front:
        return plateau(gap(a, b), 0.0, 1.5)
    if kind in SIDES:
        return on_side(a, b, kind)
    if kind in ("each_side", "flank"):
        return np.maximum(on_side(a, b, "left_of"), on_side(a, b, "right_of"))
    if kind in ("around", "long_side", "short_side"):
        return plateau(gap(a, b), 0.0, 0.6)
    if kind == "outside":
        return (gap(a, b) > 0).astype(float)
    if kind == "above":  # or b stands in the space beneath a (a loft bed above a desk)
        beneath = rule("under", b, a) * (np.asarray(a.bottom) <= np.asarray(b.bottom) + 0.02)
        return np.maximum(_over(a, b) * (np.asarray(a.bottom) >= np.asarray(b.top) - 0.05), beneath)
    shared = _shared(a, b)
    if kind == "under":
        lower = np.asarray(a.top) <= np.asarray(b.top) + 0.01
        return np.asarray(np.maximum(shared, _over(b, a) * (np.asarray(a.top) <= np.asarray(b.bottom) + 0.05)) * lower, float)
    if kind in ("on", "inside", "stacked_on"):
        return shared
    if kind == "middle_of":
        off = np.stack(local(a, b), -1) / np.maximum(b.halves, 1e-6)
        return plateau(np.linalg.norm(off, axis=-1), 0.0, 0.3, 0.2)
    return plateau(distance(a, b), 0.0, 1.5)


def _over(a: Poses, b: Poses) -> Floats:
    """Whether a's centre is over b, or over the strip of wall behind it, where pictures hang. (n,)"""
    x, y = local(a, b)
    reach = 0.2 + a.halves.min(-1)
    return np.asarray((np.abs(x) <= GROWN * b.halves[..., 0]) & (np.abs(y) <= b.halves[..., 1] + reach)).astype(float)


def _shared(a: Poses, b: Poses) -> Floats:
    """The share of the smaller footprint that lies over the other, by a grid of points on it. (n,)"""
    small_a = a.halves.prod(-1) <= b.halves.prod(-1)
    t = np.linspace(-0.9, 0.9, 7)
    grid = np.stack(np.meshgrid(t, t), -1).reshape(-1, 2)

    def share(p: Poses, q: Poses) -> Floats:
        ux, uy = directions(p.yaw)
        pts = (
            p.centre[..., None, :]
            + (grid[:, 0] * p.halves[..., :1])[..., None] * ux[..., None, :]
            + (grid[:, 1] * p.halves[..., 1:])[..., None] * uy[..., None, :]
        )
        vx, vy = directions(q.yaw)
        d = pts - q.centre[..., None, :]
        within = (np.abs((d * vx[..., None, :]).sum(-1)) <= q.halves[..., :1]) & (
            np.abs((d * vy[..., None, :]).sum(-1)) <= q.halves[..., 1:]
        )
        out: Floats = within.mean(-1)
        return out

    return np.where(small_a, share(a, b), share(b, a))


def rule_any(kind: str, a: Poses, targets: Sequence[Poses]) -> Floats:
    """The rule over several possible targets: the best of them; `between` wants a to lie between two. (n,)"""
    if kind == "between" and len(targets) > 1:
        return np.asarray(np.max([in_between(a, p, q) for i, p in enumerate(targets) for q in targets[i + 1 :]], axis=0))
    return np.asarray(np.max([rule("near" if kind == "between" else kind, a, t) for t in targets], axis=0))


def in_between(a: Poses, p: Poses, q: Poses) -> Floats:
    """How nearly a's centre lies on the line between two things' centres, not at its ends. (n,)"""
    line = q.centre - p.centre
    length = np.maximum(np.linalg.norm(line, axis=-1), 1e-6)
    along = ((a.centre - p.centre) * line).sum(-1) / length**2
    across = np.abs((a.centre - p.centre) @ np.array([[0.0, -1.0], [1.0, 0.0]]) * line).sum(-1) / length
    reach = np.maximum(np.minimum(p.halves.max(-1), q.halves.max(-1)), 0.2)
    return plateau(along, 0.25, 0.75, 0.1) * plateau(across, 0.0, reach, 0.2)


# ---------------------------------------------------------------------------------------------- the aims


def facing(a: Poses, b: Poses) -> Floats:
    """1 where a looks straight at b's middle, about 0.5 where it looks 15 degrees past it. (n,)"""
    d = b.centre - a.centre
    length = np.linalg.norm(d, axis=-1)
    cosine = (front(a.yaw) * d).sum(-1) / np.maximum(length, 1e-9)
    angle = np.arccos(np.clip(cosine, -1, 1))
    return np.asarray(np.exp(-0.5 * (np.maximum(angle - 0.04, 0) / 0.22) ** 2))


def beside(a: Poses, b: Poses, side: int) -> Floats:
    """a on b's side: +1 towards its local +X, -1 towards its local -X, well within the side's face and close to it."""
    x, y = local(a, b)
    half = b.halves
    out = plateau(side * x - half[..., 0], 0.0, 3.0, 0.15)
    return out * plateau(np.abs(y), 0, half[..., 1] * 0.9, 0.15) * plateau(gap(a, b), 0.02, 0.45, 0.8)


def ahead(a: Poses, b: Poses, side: int) -> Floats:
    """a in front of b (side -1: local -Y) or behind it (+1)."""
    if not b.front:
        return plateau(gap(a, b), 0.05, 1.2, 0.4) * facing(a, b)
    x, y = local(a, b)
    half = b.halves
    out = side * y - half[..., 1]
    return plateau(out, 0.0, 99.0, 0.15) * plateau(gap(a, b), 0.0, 1.6, 1.2) * plateau(np.abs(x), 0, half[..., 0] * 0.85, 0.2)


def contained(a: Poses, b: Poses) -> Floats:
    """a's footprint within b's."""
    x, y = local(a, b)
    half = b.halves
    mine = a.halves.max(-1)
    whole = np.where(half.min(-1) > mine + 0.05, 1.0, 0.5)  # wholly on it where it can be, half on it where it is too large
    slack = np.minimum(half[..., 0] - np.abs(x), half[..., 1] - np.abs(y)) - whole * mine
    return plateau(slack, 0.02, 99, 0.2)


def centred(a: Poses, b: Poses, reach: float) -> Floats:
    """a's centre near b's, in plan."""
    return plateau(np.linalg.norm(a.centre - b.centre, axis=-1), 0, reach, 0.3)


def measure(kind: str, a: Poses, b: Poses) -> Floats:
    """How well a stands in `kind` to b, as the placer wants it. (n,)"""
    if kind in ("left_of", "right_of"):
        return beside(a, b, SIDES[kind][1])
    if kind in ("each_side", "flank"):
        return np.maximum(beside(a, b, 1), beside(a, b, -1))
    if kind in ("in_front_of", "behind"):
        return ahead(a, b, -1 if kind == "in_front_of" else 1)
    if kind == "faces":
        return facing(a, b)
    if kind == "above":
        x, y = local(a, b)
        centred_over = plateau(np.abs(x), 0, 0.08, 0.25)
        centred_over *= plateau(np.abs(y), 0, b.halves[..., 1] + a.halves.min(-1) + 0.08, 0.2)
        return np.maximum(centred_over, 0.05 * _over(a, b))  # over its end, beside a window, rather than elsewhere
    if kind == "middle_of":
        return centred(a, b, 0.05)
    if kind == "under":
        return centred(a, b, 0.2)
    if kind in ("on", "inside"):
        return contained(a, b)
    return _apart(kind, a, b)


def _apart(kind: str, a: Poses, b: Poses) -> Floats:
    """The aims that are a matter of distance."""
    g = distance(a, b)
    if kind in ("next_to", "stacked_on"):
        return plateau(g, 0.03, 0.3, 0.12)
    if kind == "near":
        return plateau(g, 0.55, 1.1, 0.35)
    if kind == "outside":
        return np.asarray(plateau(g, 0.04, 99, 0.02) * np.exp(-0.1 * g))  # anywhere but in it, rather near
    if kind == "across_from":
        in_line = plateau(np.abs(local(a, b)[0]), 0.0, 0.15, 0.6) if b.front else np.ones_like(g)
        seen = (0.3 + 0.7 * facing(a, b)) * (0.4 + 0.6 * facing(b, a)) * (0.6 + 0.4 * in_line)
        return np.asarray(plateau(g, 1.8, 3.6, 0.5) * seen)
    if kind == "far_from":
        return plateau(g, 4.15, 99, 1.0)
    if kind in ("around", "long_side", "short_side"):
        return plateau(g, 0.0, 0.25, 0.2) * facing(a, b)
    if kind == "conversation":
        return plateau(g, 0.4, 1.0, 0.6) * facing(a, b)
    return plateau(g, 0.0, 1.5, 0.5)


def any_of(kind: str, a: Poses, targets: Sequence[Poses]) -> Floats:
    """The best aim over several possible targets; `between` wants to be amid two of them."""
    if kind == "between" and len(targets) > 1:
        return rule_any(kind, a, targets)
    return np.asarray(np.max([measure("near" if kind == "between" else kind, a, t) for t in targets], axis=0))


# ---------------------------------------------------------------------------------------------- the room


def wall_gaps(p: Poses, room: Arrangement) -> Floats:
    """Gap from the nearest side of each pose to each wall. (n, walls)"""
    out = []
    ux, uy = directions(p.yaw)
    for w in room.walls:
        reach = np.abs(ux @ w.normal) * p.halves[..., 0] + np.abs(uy @ w.normal) * p.halves[..., 1]
        wide = np.abs(ux @ w.along) * p.halves[..., 0] + np.abs(uy @ w.along) * p.halves[..., 1]
        d = (p.centre - w.start) @ w.normal - reach
        t = (p.centre - w.start) @ w.along
        beyond = np.maximum(np.maximum(-t - wide, t - wide - w.length), 0)
        out.append(np.hypot(np.maximum(d, 0), beyond))
    return np.stack(out, -1)


def corner_gaps(p: Poses, room: Arrangement) -> Floats:
    """The larger gap to the two walls of the nearest inner corner of the room; 9 where there is none. (n,)"""
    walls = wall_gaps(p, room)
    best = np.full(len(p.centre), 9.0)
    for i, w in enumerate(room.walls):
        before = room.walls[i - 1]
        turn = before.along[0] * w.along[1] - before.along[1] * w.along[0]
        if turn > 0.7:  # a convex corner of about a right angle
            best = np.minimum(best, np.maximum(walls[:, i - 1], walls[:, i]))
    return best


def middle_of(room: Arrangement) -> Floats:
    """The floor's centroid, or the middle of its largest free circle where the centroid lies outside (a bent room)."""
    p = room.polygon
    q = np.roll(p, -1, 0)
    cross = p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]
    c: Floats = ((p + q) * cross[:, None]).sum(0) / (6 * polygon_area(p))
    if len(p) == 4 or inside(p, c[None])[0]:
        return c
    lo, hi = p.min(0), p.max(0)
    pts = np.stack(np.meshgrid(np.linspace(lo[0], hi[0], 25)[1:-1], np.linspace(lo[1], hi[1], 25)[1:-1]), -1).reshape(-1, 2)
    pts = pts[inside(p, pts)]
    gaps = wall_gaps(Poses(pts, np.zeros(2), np.zeros(len(pts))), room).min(-1)
    best: Floats = pts[int(gaps.argmax())]
    return best


def _openings(p: Poses, room: Arrangement, kind: str) -> list[Poses]:
    """The room's openings of a kind as thin boxes in the wall, fronts into the room, one for each pose."""
    out = []
    for o in room.room.openings:
        if o.kind == kind:
            a, b, w = opening_span(room.room, o, room.walls)
            half = np.array([float(np.linalg.norm(b - a)) / 2, 0.05])
            level = room.room.level + o.sill
            n = len(p.centre)
            out.append(Poses(np.broadcast_to((a + b) / 2, (n, 2)), half, np.full(n, w.yaw), level, level + o.height))
    return out


def rule_architecture(kind: str, what: str, p: Poses, room: Arrangement) -> Floats:
    """The evaluation's score of each pose standing in `kind` to the room's `what`; 0.5 or more holds. (n,)"""
    n = len(p.centre)
    if what in ("window", "door"):
        flat = Poses(p.centre, p.half, p.yaw, 0.0, 1e9, p.front)  # a gap in plan: a desk at a window stands below its sill
        openings = _openings(flat, room, what)
        if not openings:
            return np.zeros(n)
        scores = [_opening_rule(kind, flat, o) for o in openings]
        return np.asarray(np.min(scores, axis=0) if kind == "far_from" else np.max(scores, axis=0))
    walls = wall_gaps(p, room)
    if kind == "in_corner" or what == "corner":
        return _step(corner_gaps(p, room), 0.8)
    if kind == "middle_of_room":
        lo, hi = room.polygon.min(0), room.polygon.max(0)
        off = np.linalg.norm((p.centre - middle_of(room)) / np.maximum(hi - lo, 1e-6), axis=-1)
        return plateau(off, 0.0, 0.1, 0.1)
    if kind == "at_back":
        doors = _openings(p, room, "door")
        if not doors:
            return _step(walls.min(-1), 0.8)
        far = np.linalg.norm(room.polygon - doors[0].centre[0], axis=-1).max()
        return plateau(np.linalg.norm(p.centre - doors[0].centre, axis=-1), 0.5 * far, 1e9, 0.1 * far)
    if kind == "faces" and what == "wall":
        return np.ones(n)
    if kind in ("far_from", "near", "across_from"):
        return plateau(walls.min(-1), *RANGES[kind])
    if what == "wall":
        return _step(walls.min(-1), 0.3)
    return np.ones(n)


def _opening_rule(kind: str, p: Poses, o: Poses) -> Floats:
    if kind in ("each_side", "flank"):
        x, y = local(p, o)
        return rule("near", p, o) * (np.abs(x) >= o.halves[..., 0]) * (np.abs(y) <= 1.2)
    if kind == "under":
        return rule("next_to", p, o) * (np.abs(local(p, o)[0]) <= o.halves[..., 0] + 0.1)
    return rule(kind, p, o)


def _step(v: Floats, limit: float) -> Floats:
    """1 up to a limit, 0.5 at it, falling fast beyond."""
    return np.where(v <= limit + 1e-6, 1.0, 0.49 * np.exp(-((v - limit) ** 2)))


def measure_architecture(kind: str, what: str, p: Poses, room: Arrangement) -> Floats:
    """How well each pose stands in `kind` to the room's `what`, as the placer wants it. (n,)"""
    n = len(p.centre)
    if what in ("window", "door"):
        openings = _openings(p, room, what)
        if not openings:
            return np.full(n, 0.5)
        scores = [_opening_aim(kind, p, o) for o in openings]
        return np.asarray(np.min(scores, axis=0) if kind == "far_from" else np.max(scores, axis=0))
    if kind == "in_corner" or what == "corner":
        return plateau(corner_gaps(p, room), 0, 0.3, 0.3)
    if kind == "middle_of_room":
        lo, hi = room.polygon.min(0), room.polygon.max(0)
        d = np.linalg.norm((p.centre - middle_of(room)) / np.maximum(hi - lo, 1e-6), axis=-1)
        return plateau(d, 0, 0.03, 0.08)
    if kind == "at_back":
        doors = _openings(p, room, "door")
        if not doors:
            return plateau(wall_gaps(p, room).min(-1), 0, 0.6, 0.4)
        d = np.linalg.norm(p.centre - doors[0].centre, axis=-1)
        return plateau(d, 0.8 * float(d.max()), 1e9, 0.15 * float(d.max()) + 0.1)
    if kind == "far_from":
        walls = wall_gaps(p, room).min(-1)
        return plateau(walls, min(4.15, 0.95 * float(walls.max())), 1e9, 0.8)
    if kind in ("against_wall", "along_wall", "next_to", "near") or what == "wall":
        return plateau(_back_gap(p, room), 0, 0.08, 0.15)
    return np.ones(n)


def _opening_aim(kind: str, p: Poses, o: Poses) -> Floats:
    g = gap(p, o)
    if kind in ("each_side", "flank"):
        return np.maximum(beside(p, o, 1), beside(p, o, -1)) * plateau(g, 0.05, 0.4, 0.2)
    if kind == "under":
        return plateau(g, 0, 0.35, 0.2) * plateau(np.abs(local(p, o)[0]), 0, 0.3, 0.3)
    if kind == "far_from":
        return plateau(g, min(4.2, 0.95 * float(g.max())), 1e9, 0.8)
    if kind == "next_to":
        return plateau(g, 0.0, 0.35, 0.12)
    if kind == "in_front_of":
        return ahead(p, o, -1) * plateau(g, 0, 1.5, 0.5)
    if kind == "near":
        return plateau(g, 0.4, 1.1, 0.3)
    if kind == "faces":
        return facing(p, o)
    flat = Poses(p.centre, p.half, p.yaw, o.bottom, o.top, p.front)
    return measure(kind, flat, o)


def _back_gap(p: Poses, room: Arrangement) -> Floats:
    """Gap between each pose's back and the wall behind it; large where no wall is parallel to the back. (n,)"""
    _, uy = directions(p.yaw)
    best = np.full(len(p.centre), 9.0)
    for w in room.walls:
        aligned = -(uy @ w.normal) > 0.98
        d = (p.centre - w.start) @ w.normal - p.halves[..., 1]
        t = (p.centre - w.start) @ w.along
        ok = aligned & (t > 0) & (t < w.length)
        best = np.where(ok, np.minimum(best, np.abs(d)), best)
    return best
