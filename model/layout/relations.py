"""How well a pose meets a stated relation, 0..1, on oriented boxes.

The rules are those of the evaluation (SceneEval's, restated), narrowed: a pose scores best in the middle of the accepted
range, so that a relation still holds after a nudge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..catalogue import category
from ..geometry import Floats, directions, front, rectangles_gap
from .state import Arrangement, Thing, opening_span


@dataclass(frozen=True, slots=True)
class Poses:
    """Boxes at poses: centre (n, 2), half (2,) or (n, 2), yaw (n,), bottom and top (n,) or scalars."""

    centre: Floats
    half: Floats
    yaw: Floats
    bottom: Floats | float = 0.0
    top: Floats | float = 1.0
    front: bool = True  # whether it has a front at all; a round table has none


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


def plateau(v: Floats, lo: float, hi: float, soft: float = 0.25) -> Floats:
    """1 inside [lo, hi], falling off as a Gaussian of width `soft` outside."""
    d = np.maximum(np.maximum(lo - v, v - hi), 0)
    return np.exp(-0.5 * (d / soft) ** 2)


def gap(a: Poses, b: Poses) -> Floats:
    """Gap between footprints, not below 0. (n,)"""
    return np.maximum(
        rectangles_gap(
            a.centre, np.broadcast_to(a.half, a.centre.shape), a.yaw, b.centre, np.broadcast_to(b.half, b.centre.shape), b.yaw
        ),
        0,
    )


def local(a: Poses, b: Poses) -> tuple[Floats, Floats]:
    """Centre of a in b's frame: (x to b's local +X, y to b's local +Y)."""
    ux, uy = directions(b.yaw)
    d = a.centre - b.centre
    return (d * ux).sum(-1), (d * uy).sum(-1)


def facing(a: Poses, b: Poses) -> Floats:
    """1 where a looks straight at b, 0.5 at 30 degrees off. (n,)"""
    d = b.centre - a.centre
    d = d / np.maximum(np.linalg.norm(d, axis=-1, keepdims=True), 1e-9)
    cosine = (front(a.yaw) * d).sum(-1)
    angle = np.arccos(np.clip(cosine, -1, 1))
    hit = np.minimum(
        np.arctan2(
            np.max(np.broadcast_to(b.half, b.centre.shape), -1), np.maximum(np.linalg.norm(b.centre - a.centre, axis=-1), 0.1)
        ),
        0.5,
    )
    return np.exp(-0.5 * (np.maximum(angle - 0.25 * hit, 0) / 0.35) ** 2)


def beside(a: Poses, b: Poses, side: int) -> Floats:
    """a on b's side: +1 its left (local +X), -1 its right, within the side face grown by a quarter."""
    x, y = local(a, b)
    half = np.broadcast_to(b.half, b.centre.shape)
    out = plateau(side * x - half[..., 0], 0.0, 3.0, 0.15)
    return out * plateau(np.abs(y), 0, half[..., 1] * 0.9, 0.15) * plateau(gap(a, b), 0.02, 0.45, 0.8)


def ahead(a: Poses, b: Poses, side: int) -> Floats:
    """a in front of b (side -1: local -Y) or behind it (+1)."""
    if not b.front:
        return plateau(gap(a, b), 0.05, 1.2, 0.4) * facing(a, b)
    x, y = local(a, b)
    half = np.broadcast_to(b.half, b.centre.shape)
    return plateau(side * y - half[..., 1], 0.0, 6.0, 0.15) * plateau(np.abs(x), 0, half[..., 0] * 0.85, 0.2)


def over(a: Poses, b: Poses) -> Floats:
    """a vertically above b: centres in line."""
    return plateau(np.linalg.norm(a.centre - b.centre, axis=-1), 0, 0.1, 0.3)


def contained(a: Poses, b: Poses) -> Floats:
    """a's footprint within b's."""
    x, y = local(a, b)
    half = np.broadcast_to(b.half, b.centre.shape)
    mine = np.broadcast_to(a.half, a.centre.shape).max(-1)
    whole = np.where(half.min(-1) > mine + 0.05, 1.0, 0.5)  # wholly on it where it can be, half on it where it is too large
    slack = np.minimum(half[..., 0] - np.abs(x), half[..., 1] - np.abs(y)) - whole * mine
    return plateau(slack, 0.02, 99, 0.2)


def measure(kind: str, a: Poses, b: Poses) -> Floats:
    """How well a stands in `kind` to b. (n,)"""
    g = gap(a, b)
    if kind in ("next_to", "stacked_on"):
        return plateau(g, 0.02, 0.3, 0.12)
    if kind == "near":
        return plateau(g, 0.3, 1.0, 0.35)
    if kind == "outside":
        return plateau(g, 0.04, 99, 0.02) * np.exp(-0.1 * g)  # anywhere but in it, rather near
    if kind == "across_from":
        return plateau(g, 1.6, 3.85, 0.3) * (0.3 + 0.7 * facing(a, b)) * (0.4 + 0.6 * facing(b, a))
    if kind == "far_from":
        return plateau(g, 4.2, 99, 1.0)
    if kind == "faces":
        return facing(a, b)
    if kind in ("left_of", "right_of"):
        return beside(a, b, 1 if kind == "left_of" else -1)
    return _placed(kind, a, b, g)


def _placed(kind: str, a: Poses, b: Poses, g: Floats) -> Floats:
    """The relations of place that do not depend on the gap alone."""
    if kind in ("each_side", "flank"):
        return np.maximum(beside(a, b, 1), beside(a, b, -1))
    if kind == "in_front_of":
        return ahead(a, b, -1)
    if kind == "behind":
        return ahead(a, b, 1)
    if kind in ("above", "middle_of"):
        return over(a, b)
    if kind in ("on", "inside"):
        return contained(a, b)
    if kind == "under":
        return plateau(np.linalg.norm(a.centre - b.centre, axis=-1), 0, 0.3, 0.5)
    if kind in ("around", "long_side", "short_side"):
        return plateau(g, 0.0, 0.25, 0.2) * facing(a, b)
    if kind == "between":
        return plateau(g, 0.05, 1.5, 0.5)
    return plateau(g, 0.0, 1.5, 0.5)


def _edge_gap(p: Poses, room: Arrangement) -> Floats:
    """Gap from the back (or any side) of each pose to its nearest wall. (n, walls)"""
    out = []
    half = np.broadcast_to(p.half, p.centre.shape)
    ux, uy = directions(p.yaw)
    for w in room.walls:
        reach = np.abs(ux @ w.normal) * half[..., 0] + np.abs(uy @ w.normal) * half[..., 1]
        d = (p.centre - w.start) @ w.normal - reach
        t = (p.centre - w.start) @ w.along
        beyond = np.maximum(np.maximum(-t, t - w.length), 0)
        out.append(np.hypot(np.maximum(d, 0), beyond))
    return np.stack(out, -1)


def _openings(p: Poses, room: Arrangement, kind: str) -> Poses | None:
    spans = [opening_span(room.room, o, room.walls) for o in room.room.openings if o.kind == kind]
    if not spans:
        return None
    # nearest opening for each pose, as a thin box in the wall
    centres = np.array([(a + b) / 2 for a, b, _ in spans])
    halves = np.array([[np.linalg.norm(b - a) / 2, 0.05] for a, b, _ in spans])
    yaws = np.array([w.yaw for _, _, w in spans])
    gaps = np.stack(
        [
            gap(p, Poses(np.broadcast_to(c, p.centre.shape), h, np.full(len(p.centre), y)))
            for c, h, y in zip(centres, halves, yaws, strict=True)
        ]
    )
    best = gaps.argmin(0)
    return Poses(centres[best], halves[best], yaws[best])


def measure_architecture(kind: str, what: str, p: Poses, room: Arrangement) -> Floats:
    """How well each pose stands in `kind` to the room's `what`. (n,)"""
    n = len(p.centre)
    if what in ("window", "door"):
        o = _openings(p, room, what)
        if o is None:
            return np.full(n, 0.5)
        if kind in ("under", "each_side", "flank"):
            kind = "next_to" if kind != "under" else "under"
        if kind == "under":
            return plateau(gap(p, o), 0, 0.35, 0.2) * plateau(np.abs(local(p, o)[0]), 0, 0.3, 0.3)
        if kind == "far_from":
            g = gap(p, o)
            return plateau(g, min(4.2, 0.95 * float(g.max())), 99, 0.8)
        if kind == "next_to":
            return plateau(gap(p, o), 0.0, 0.35, 0.15)
        if kind == "in_front_of":
            return ahead(p, o, -1) * plateau(gap(p, o), 0, 1.5, 0.5)
        return measure(kind, p, o)
    walls = _edge_gap(p, room)
    if kind == "in_corner" or what == "corner":
        order = np.sort(walls, axis=-1)
        return plateau(order[:, 1], 0, 0.35, 0.35) if walls.shape[1] > 1 else np.zeros(n)
    if kind == "middle_of_room":
        lo, hi = room.polygon.min(0), room.polygon.max(0)
        d = np.linalg.norm((p.centre - (lo + hi) / 2) / np.maximum(hi - lo, 1e-6), axis=-1)
        return plateau(d, 0, 0.04, 0.1)
    if kind == "at_back":
        o = _openings(p, room, "door")
        if o is None:
            return plateau(walls.min(-1), 0, 0.6, 0.4)
        d = np.linalg.norm(p.centre - o.centre, axis=-1)
        return plateau(d, 0.8 * float(d.max()), 99, 0.15 * float(d.max()) + 0.1)
    if kind in ("against_wall", "along_wall", "next_to") or what == "wall":
        back = _back_gap(p, room)
        return plateau(back, 0, 0.08, 0.15)
    return np.ones(n)


def _back_gap(p: Poses, room: Arrangement) -> Floats:
    """Gap between each pose's back and the wall behind it; large where no wall is parallel to the back. (n,)"""
    half = np.broadcast_to(p.half, p.centre.shape)
    _, uy = directions(p.yaw)
    best = np.full(len(p.centre), 9.0)
    for w in room.walls:
        aligned = -(uy @ w.normal) > 0.98
        d = (p.centre - w.start) @ w.normal - half[..., 1]
        t = (p.centre - w.start) @ w.along
        ok = aligned & (t > 0) & (t < w.length)
        best = np.where(ok, np.minimum(best, np.abs(d)), best)
    return best


def any_of(kind: str, a: Poses, targets: Sequence[Poses]) -> Floats:
    """The best score over several possible targets; `between` wants all of them."""
    scores = np.stack([measure(kind, a, t) for t in targets])
    return scores.min(0) if kind == "between" else scores.max(0)
