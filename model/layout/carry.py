"""What stands on a thing when the thing changes its shape: which of its new surfaces each goes to, and where on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..assets import Surface, Vec3

TOLERANCE = (
    0.01  # metres that a footprint may reach beyond its surface, or a thing into what is above, and still count as fitting
)


class Load(NamedTuple):
    """Something on a surface, in the frame of the thing it stands on: centre of its base, half of its footprint, height."""

    position: Vec3
    half: tuple[float, float]
    height: float


class Move(NamedTuple):
    """Where a load goes, on which surface, and whether it fits there."""

    position: Vec3
    surface: int
    fits: bool


def counterpart(old: Sequence[Surface], index: int, new: Sequence[Surface]) -> int | None:
    """The new surface that stands for an old one: the same by name, else the nearest in height of its kind; None without any.

    Names that occur several times are told apart by their order.
    """
    if not new:
        return None
    was = old[index]
    named = [k for k, s in enumerate(new) if (s.name, s.kind) == (was.name, was.kind)]
    order = sum((s.name, s.kind) == (was.name, was.kind) for s in old[:index])
    if order < len(named):
        return named[order]
    return min(range(len(new)), key=lambda k: (new[k].kind != was.kind, abs(new[k].z - was.z), k))


def beneath(surfaces: Sequence[Surface], point: Vec3, reach: float = 0.015) -> int | None:
    """The surface that a point lies on, within `reach` metres of its height; the nearest in height, None for none."""
    x, y, z = point
    near = [
        (abs(s.z - z), k)
        for k, s in enumerate(surfaces)
        if s.x0 - TOLERANCE <= x <= s.x1 + TOLERANCE and s.y0 - TOLERANCE <= y <= s.y1 + TOLERANCE and abs(s.z - z) <= reach
    ]
    return min(near)[1] if near else None


def _along(x: float, half: float, old: tuple[float, float], new: tuple[float, float]) -> float:
    """A coordinate at the same share of the way between the two ends at which a footprint can lie; the middle if it has none."""
    a, b = old[0] + half, old[1] - half
    c, d = new[0] + half, new[1] - half
    if d <= c:
        return (new[0] + new[1]) / 2
    share = (x - a) / (b - a) if b - a > 1e-6 else (x - old[0]) / max(old[1] - old[0], 1e-6)
    return c + (d - c) * min(max(share, 0.0), 1.0)


def carry(load: Load, old: Sequence[Surface], index: int, new: Sequence[Surface]) -> Move | None:
    """Where a load on surface `index` goes: the same relative place, all of it on the surface, as high above it as before.

    What is too large for the surface stands in its middle and is said not to fit. None when no surface is left.
    """
    target = counterpart(old, index, new)
    if target is None:
        return None
    was, now = old[index], new[target]
    hx, hy = load.half
    if (was.x0, was.x1, was.y0, was.y1, was.round) == (now.x0, now.x1, now.y0, now.y1, now.round):
        x, y = load.position[:2]
    else:
        x = _along(load.position[0], hx, (was.x0, was.x1), (now.x0, now.x1))
        y = _along(load.position[1], hy, (was.y0, was.y1), (now.y0, now.y1))
        if now.round:
            x, y = _within_ellipse(x, y, hx, hy, now)
    fits = (
        2 * hx <= now.x1 - now.x0 + 2 * TOLERANCE
        and 2 * hy <= now.y1 - now.y0 + 2 * TOLERANCE
        and load.height <= now.clearance + TOLERANCE
    )
    return Move((x, y, now.z + load.position[2] - was.z), target, fits)


def _within_ellipse(x: float, y: float, hx: float, hy: float, s: Surface) -> tuple[float, float]:
    """The point drawn towards the middle until a footprint of these half sides, as an ellipse, lies on the round surface."""
    cx, cy = (s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2
    rx, ry = max((s.x1 - s.x0) / 2 - hx, 1e-6), max((s.y1 - s.y0) / 2 - hy, 1e-6)
    out = (((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2) ** 0.5
    return (x, y) if out <= 1 else (cx + (x - cx) / out, cy + (y - cy) / out)


def overlapping(loads: Sequence[Load]) -> set[tuple[int, int]]:
    """Pairs of loads whose boxes share more than the tolerance along every axis."""
    out = set()
    for i, a in enumerate(loads):
        for j in range(i + 1, len(loads)):
            b = loads[j]
            apart = (
                abs(a.position[0] - b.position[0]) - a.half[0] - b.half[0],
                abs(a.position[1] - b.position[1]) - a.half[1] - b.half[1],
                max(a.position[2] - b.position[2] - b.height, b.position[2] - a.position[2] - a.height),
            )
            if max(apart) < -TOLERANCE:
                out.add((i, j))
    return out
