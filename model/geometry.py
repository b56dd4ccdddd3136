"""Plane geometry that everything shares: polygons, oriented rectangles, intervals. Metres and radians, numpy only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def polygon_area(polygon: ArrayLike) -> float:
    """Signed area; positive when counter-clockwise."""
    p = np.asarray(polygon, float)
    q = np.roll(p, -1, 0)
    return float(np.sum(p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]) / 2)


def is_simple(polygon: Sequence[Sequence[float]]) -> bool:
    """Whether no edge is degenerate and no two edges cross or touch, but for neighbours at their common corner."""
    p = np.asarray(polygon, float)
    n = len(p)
    q = np.roll(p, -1, 0)
    if (np.linalg.norm(q - p, axis=1) < 1e-6).any():
        return False

    def side(a: Floats, b: Floats, c: Floats) -> float:
        return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

    def on(a: Floats, b: Floats, c: Floats) -> bool:
        return abs(side(a, b, c)) < 1e-9 and bool((np.minimum(a, b) - 1e-9 <= c).all() and (c <= np.maximum(a, b) + 1e-9).all())

    for i in range(n):
        for j in range(i + 1, n):
            if j == i + 1 or (i == 0 and j == n - 1):
                far, near = (q[j], i) if j == i + 1 else (p[j], i)
                if on(p[near], q[near], far):
                    return False
                continue
            a, b, c, d = p[i], q[i], p[j], q[j]
            if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                return False
            if on(a, b, c) or on(a, b, d) or on(c, d, a) or on(c, d, b):
                return False
    return True


def inside(polygon: ArrayLike, points: ArrayLike) -> Bools:
    """Which points (..., 2) lie inside the polygon, by ray crossing."""
    p = np.asarray(polygon, float)
    pts = np.asarray(points, float)
    x, y = pts[..., 0, None], pts[..., 1, None]
    a, b = p, np.roll(p, -1, 0)
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    result: Bools = (np.sum(crosses & (x < at), axis=-1) % 2).astype(bool)
    return result


def azimuth(vectors: ArrayLike) -> Floats:
    """The angle of each vector (..., 2 or more) in the xy plane, radians from +X.

    From contiguous copies: for a strided input that reaches past its end into the output's memory numpy takes another
    routine with another last bit, so that equal calls would give unequal results.
    """
    v = np.asarray(vectors, float)
    out: Floats = np.arctan2(np.array(v[..., 1], order="C"), np.array(v[..., 0], order="C"))
    return out


def directions(yaw: ArrayLike) -> tuple[Floats, Floats]:
    """Local X and local Y axes in the world for each yaw. (..., 2) each"""
    y = np.array(yaw, float, order="C")  # as in `azimuth`
    c, s = np.cos(y), np.sin(y)
    return np.stack([c, s], -1), np.stack([-s, c], -1)


def front(yaw: ArrayLike) -> Floats:
    """The direction a thing faces: its local -Y. (..., 2)"""
    out: Floats = -directions(yaw)[1]
    return out


def yaw_facing(direction: ArrayLike) -> Floats:
    """The yaw whose front points along `direction` (..., 2)."""
    d = np.asarray(direction, float)
    return azimuth(np.stack([-d[..., 1], d[..., 0]], -1))


def corners(centre: ArrayLike, half: ArrayLike, yaw: ArrayLike) -> Floats:
    """Corners of oriented rectangles. centre (..., 2), half (..., 2), yaw (...) -> (..., 4, 2), counter-clockwise."""
    c, h = np.asarray(centre, float), np.asarray(half, float)
    ux, uy = directions(yaw)
    sx = np.array([-1.0, 1.0, 1.0, -1.0])
    sy = np.array([-1.0, -1.0, 1.0, 1.0])
    dx = (sx * h[..., 0, None])[..., None] * ux[..., None, :]
    dy = (sy * h[..., 1, None])[..., None] * uy[..., None, :]
    out: Floats = c[..., None, :] + dx + dy
    return out


def rectangles_gap(ca: ArrayLike, ha: ArrayLike, ya: ArrayLike, cb: ArrayLike, hb: ArrayLike, yb: ArrayLike) -> Floats:
    """Separating-axis gap between oriented rectangles, broadcast; negative where they overlap (penetration depth).

    A lower bound of the true distance, exact when the nearest features face each other along one of the axes.
    """
    ca, ha, cb, hb = (np.asarray(v, float) for v in (ca, ha, cb, hb))
    ya, yb = np.asarray(ya, float), np.asarray(yb, float)
    # component arithmetic: a sum over an axis of length two costs several times as much
    dx, dy = cb[..., 0] - ca[..., 0], cb[..., 1] - ca[..., 1]
    turn = yb - ya
    c, s = np.abs(np.cos(turn)), np.abs(np.sin(turn))
    cosa, sina, cosb, sinb = np.cos(ya), np.sin(ya), np.cos(yb), np.sin(yb)
    ax, ay, bx, by = ha[..., 0], ha[..., 1], hb[..., 0], hb[..., 1]
    gap = np.abs(dx * cosa + dy * sina) - ax - (bx * c + by * s)
    gap = np.maximum(gap, np.abs(dy * cosa - dx * sina) - ay - (bx * s + by * c))
    gap = np.maximum(gap, np.abs(dx * cosb + dy * sinb) - bx - (ax * c + ay * s))
    out: Floats = np.maximum(gap, np.abs(dy * cosb - dx * sinb) - by - (ax * s + ay * c))
    return out


def wrap(angle: ArrayLike) -> Floats:
    """Angles brought to [-pi, pi)."""
    return (np.asarray(angle, float) + np.pi) % (2 * np.pi) - np.pi
