"""Plants: pots and what grows in them, cut flowers, hanging and trailing greenery."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Box, Surface
from ....model.geometry import azimuth
from .. import kit
from ..asset import Asset, Generator, choice, count, flag
from ..kit import Floats, Ints, Piece, Pieces
from .props import Prop, chance, fit, lump, maker, pick, rod, settle, side, turn, vessel
from .props import done as finish

Rng = np.random.Generator


def done(name: str, p: Prop, pieces: Pieces, slots: dict[str, str], **more: Any) -> Asset:
    """Finish; leaves are sheets, seen from both sides, so each piece may be turned to face outward on the whole."""
    mid = np.concatenate([q.vertices for q in pieces]).mean(0)

    def outward(q: Piece) -> Piece:
        starts = np.concatenate([[0], np.cumsum(q.counts)[:-1]])
        centre = np.add.reduceat(q.vertices[q.loops] - mid, starts, axis=0) / q.counts[:, None]
        return q if float((kit.face_normals(q.vertices, q.loops, q.counts) * centre).sum()) >= 0 else kit.flip(q)

    sheets = {"leaf", "leaf2", "leaf3", "edge", "petal", "petal1", "petal2", "bloom"}
    return finish(name, p, [outward(q) if q.slot in sheets else q for q in pieces], slots, **more)


# ---------------------------------------------------------------------------------------------- leaves

SHAPES: dict[str, tuple[tuple[float, float], ...]] = {  # half width at distances along the leaf, both of its length
    "oval": ((0, 0.02), (0.12, 0.17), (0.35, 0.3), (0.6, 0.29), (0.85, 0.14), (1, 0.0)),
    "lance": ((0, 0.015), (0.2, 0.07), (0.45, 0.1), (0.7, 0.08), (0.9, 0.035), (1, 0.0)),
    "heart": ((0, 0.02), (0.06, 0.3), (0.25, 0.42), (0.5, 0.38), (0.8, 0.18), (1, 0.0)),
    "fiddle": ((0, 0.02), (0.15, 0.16), (0.35, 0.2), (0.65, 0.34), (0.88, 0.26), (1, 0.03)),
    "paddle": ((0, 0.02), (0.1, 0.16), (0.4, 0.22), (0.75, 0.2), (0.93, 0.1), (1, 0.0)),
    "round": ((0, 0.05), (0.15, 0.32), (0.45, 0.46), (0.75, 0.38), (0.93, 0.2), (1, 0.0)),
    "petal": ((0, 0.06), (0.3, 0.2), (0.6, 0.34), (0.85, 0.3), (1, 0.1)),
    "sword": ((0, 0.035), (0.3, 0.05), (0.6, 0.052), (0.88, 0.03), (1, 0.0)),
    "fat": ((0, 0.06), (0.35, 0.13), (0.65, 0.19), (0.88, 0.14), (1, 0.0)),
}


def leaf(
    shape: str = "oval",
    arch: float = 0.8,
    fold: float = 0.25,
    nu: int = 5,
    nv: int = 2,
    slot: str = "leaf",
    start: float = 0.3,
    lobes: int = 0,
) -> Piece:
    """One leaf of length 1 along +X, upper side +Z: rises at `start` radians and bends down by `arch`; `fold` lifts its edges.

    `lobes` cuts deep notches into each edge. A sheet, seen from both sides.
    """
    if lobes:
        t = np.sort(
            np.concatenate(
                [
                    np.linspace(0, 1, 3)[1:-1],
                    [0.0, 0.05, 1.0],
                    *[np.array([0, 0.35, 0.55]) / (lobes + 0.6) * 0.78 + 0.16 + 0.78 * i / (lobes + 0.6) for i in range(lobes)],
                ]
            )
        )
    else:
        t = np.linspace(0, 1, nu + 1)
    tab = np.array(SHAPES[shape])
    w = np.interp(t, tab[:, 0], tab[:, 1])
    if lobes:
        cut = ((t - 0.16) * (lobes + 0.6) / 0.78) % 1.0
        w = np.where((t > 0.15) & (t < 0.95) & (cut > 0.25) & (cut < 0.6), w * (0.42 + 0.9 * np.abs(cut - 0.43)), w)
    ang = start - arch * t
    dt = np.diff(t, prepend=0)
    x, z = np.cumsum(np.cos(ang) * dt), np.cumsum(np.sin(ang) * dt)
    s = np.linspace(-1, 1, 2 * nv + 1) if nv > 1 else np.array([-1.0, 0.0, 1.0])
    y = w[:, None] * s[None]
    lift = fold * np.abs(y) - 0.6 * fold * y**2 / np.maximum(w[:, None], 0.02)
    g = np.stack([x[:, None] - lift * np.sin(ang)[:, None], y, z[:, None] + lift * np.cos(ang)[:, None]], -1)
    return kit.sheet(g, slot)


def frames(yaw: Floats, pitch: Floats, roll: Floats | float = 0.0) -> Floats:
    """Rotations that take +X to a heading (yaw about Z, pitch upward), rolled about it. (n, 3, 3)"""
    yaw, pitch = np.broadcast_arrays(np.asarray(yaw, float), np.asarray(pitch, float))
    roll = np.broadcast_to(np.asarray(roll, float), yaw.shape)
    cy, sy, cp, sp, cr, sr = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch), np.cos(roll), np.sin(roll)
    fwd = np.stack([cy * cp, sy * cp, sp], -1)
    left = np.stack([-sy, cy, np.zeros_like(cy)], -1)
    up = np.cross(fwd, left)
    return np.stack([fwd, left * cr[:, None] + up * sr[:, None], up * cr[:, None] - left * sr[:, None]], -1)


def scatter(template: Piece, at: Floats, turns: Floats, size: Floats | float) -> Piece:
    """Copies of a template, one at each position (n, 3), turned (n, 3, 3) and scaled (n,), as one piece."""
    n, k = len(at), len(template.vertices)
    s = np.broadcast_to(np.asarray(size, float), (n,))
    v = np.einsum("nij,kj->nki", turns, template.vertices) * s[:, None, None] + np.asarray(at, float)[:, None]
    loops = (template.loops[None] + (np.arange(n) * k)[:, None]).reshape(-1)
    uvs = (template.uvs[None] * s[:, None, None]).reshape(-1, 2)
    return Piece(v.reshape(-1, 3), loops, np.tile(template.counts, n), uvs, np.tile(template.smooth, n), template.slot)


def frond(
    path: Floats,
    leaflet: Piece,
    count: int,
    size: Floats,
    spread: float,
    slot: str = "stem",
    radius: float = 0.004,
    tip: float = 0.3,
    begin: float = 0.15,
) -> Pieces:
    """A compound leaf: a stem along a path and pairs of leaflets off it."""
    seg = np.linalg.norm(np.diff(path, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(seg)]) / max(seg.sum(), 1e-9)
    t = np.linspace(begin, 0.99, count)
    pos = np.stack([np.interp(t, along, path[:, i]) for i in range(3)], -1)
    tan = np.stack([np.interp(np.minimum(t + 0.02, 1), along, path[:, i]) for i in range(3)], -1) - np.stack(
        [np.interp(t - 0.03, along, path[:, i]) for i in range(3)], -1
    )
    yaw, pitch = azimuth(tan), np.arctan2(tan[:, 2].copy(), np.hypot(tan[:, 0], tan[:, 1]))
    base = frames(yaw, pitch)
    out: Pieces = []
    for s in (1, -1):
        a = s * (spread * (1 - t) + tip * t)
        ca, sa = np.cos(a), np.sin(a)
        m = np.zeros((count, 3, 3))
        m[:, 0, 0], m[:, 0, 1], m[:, 1, 0], m[:, 1, 1], m[:, 2, 2] = ca, -sa, sa, ca, 1
        out.append(scatter(leaflet, pos, base @ m, np.interp(t, np.linspace(0, 1, len(size)), size)))
    out.append(
        kit.tube(
            path[:: max(1, len(path) // 8)], np.linspace(radius, radius * 0.35, len(path[:: max(1, len(path) // 8)])), slot, 4
        )
    )
    return out


def arc(yaw: float, rise: float, reach: float, drop: float, base: tuple[float, float, float] = (0, 0, 0), n: int = 9) -> Floats:
    """A stem that leaves `base`, rises and leans out, its end hanging by `drop`. (n, 3)"""
    t = np.linspace(0, 1, n)
    r = reach * t**1.25
    z = rise * np.sin(t * np.pi / 2) - drop * t**2.6
    return np.stack([base[0] + r * np.cos(yaw), base[1] + r * np.sin(yaw), base[2] + z], -1)


# ---------------------------------------------------------------------------------------------- pots

POTS = ("tapered", "cylinder", "round", "footed", "basket", "square", "ribbed")
POT_LOOK = {
    "tapered": ("ceramic:#b5603c", "ceramic:#e6e0d4", "ceramic:#3b3f40", "ceramic:#a9b3a2"),
    "cylinder": ("ceramic:#e9e5dc", "ceramic:#2f3133", "stone", "ceramic:#c9b79c", "ceramic:#57706a"),
    "round": ("ceramic:#d9d2c4", "ceramic:#7c8f86", "ceramic:#bf7d5c", "ceramic:#34495a"),
    "footed": ("ceramic:#efece4", "ceramic:#3a3c3d", "ceramic:#c4a184"),
    "basket": ("wicker", "wicker"),
    "square": ("stone", "ceramic:#e4e1da", "metal:#3a3a3a", "wood"),
    "ribbed": ("ceramic:#e8e2d6", "ceramic:#c57b57", "ceramic:#6c7b6a"),
}
STYLE_POTS = {
    "modern": ("cylinder", "footed", "ribbed"),
    "classic": ("round", "tapered", "ribbed"),
    "rustic": ("tapered", "basket", "round"),
    "industrial": ("square", "cylinder"),
    "midcentury": ("footed", "cylinder", "round"),
}


def pot(kind: str, r: float, h: float) -> tuple[Pieces, float]:
    """A pot of outer radius r and height h with soil in it; and the soil's height."""
    wall = max(0.004, 0.07 * r)
    zs = h * 0.9
    out: Pieces = []
    ri = r - wall
    if kind == "tapered":
        lip = 0.2 * h
        out.append(
            vessel(
                [
                    (0.7 * r, 0),
                    (0.9 * r, h - lip),
                    (0.9 * r, h - lip + 0.001),
                    (r, h - lip + 0.002),
                    (r, h - 0.004),
                    (0.995 * r, h),
                ],
                wall,
                slot="pot",
            )
        )
        ri = 0.89 * r
    elif kind == "round":
        out.append(
            vessel(
                [(0.55 * r, 0), (0.82 * r, 0.15 * h), (r, 0.5 * h), (0.95 * r, 0.75 * h), (0.78 * r, 0.95 * h), (0.8 * r, h)],
                wall,
                slot="pot",
                smooth=3,
            )
        )
        ri = 0.76 * r
    elif kind == "footed":
        z = 0.32 * h
        out.append(vessel([(0.93 * r, z), (r, z + 0.04 * h), (r, h - 0.003), (0.99 * r, h)], wall, slot="pot"))
        leg = kit.bar((0.98 * r, 0, 0), (0.98 * r, 0, 0.62 * h), 0.05 * r + 0.002, "wood", 8, 0.06 * r + 0.003)
        out += kit.ring(kit.move(leg, (0.05 * r, 0, 0)), 4, np.pi / 4)
        cross = kit.box((2.0 * r, 0.08 * r, 0.08 * r), (0, 0, z - 0.05 * r), "wood", 0.002)
        out += turn(cross, z=np.pi / 4) + turn(cross, z=-np.pi / 4, at=(0, 0, -0.0005))
    elif kind == "basket":
        rows = max(5, int(h / 0.03))
        prof: list[tuple[float, float]] = []
        for i in range(rows):
            z0, z1 = h * i / rows, h * (i + 1) / rows
            rr = r * (0.84 + 0.13 * np.sin(np.pi * (0.15 + 0.6 * i / rows)))
            prof += [(rr, z0 + 0.001), (rr + 0.03 * r, (z0 + z1) / 2), (rr, z1 - 0.001)]
        out.append(vessel(prof, wall, slot="pot"))
        out += [kit.torus(prof[-1][0] - wall / 2, 0.05 * r, (0, 0, h - 0.02 * r), "pot", 24, 6)]
        ri = 0.84 * r
    elif kind == "square":
        t = max(0.006, wall)
        for s in (1, -1):
            out.append(kit.slab(-r, r, s * r - (t if s > 0 else 0), s * r + (0 if s > 0 else t), 0, h, "pot", 0.003))
            out.append(
                kit.slab(
                    s * r - (t if s > 0 else 0),
                    s * r + (0 if s > 0 else t),
                    -r + t - 0.001,
                    r - t + 0.001,
                    0,
                    h - 0.0005,
                    "pot",
                    0.003,
                )
            )
        out.append(kit.box((2 * r - 2 * t + 0.002, 2 * r - 2 * t + 0.002, 0.02), (0, 0, zs - 0.01), "soil", 0.002))
        return out, zs
    elif kind == "ribbed":
        v = vessel([(0.78 * r, 0), (0.96 * r, h * 0.55), (r, h - 0.003), (0.99 * r, h)], wall, slot="pot", segments=48)
        a = azimuth(v.vertices)
        rad = np.hypot(v.vertices[:, 0], v.vertices[:, 1])
        k = np.where(
            (rad > 0.7 * r) & (v.vertices[:, 2] > 0.04 * h) & (v.vertices[:, 2] < 0.97 * h), 1 - 0.03 * (np.cos(a * 24) < 0), 1.0
        )
        out.append(v._replace(vertices=v.vertices * np.stack([k, k, np.ones_like(k)], -1)))
        ri = 0.9 * r
    else:
        out.append(vessel([(0.95 * r, 0), (r, 0.03 * h), (r, h - 0.003), (0.99 * r, h)], wall, slot="pot"))
    ri = min(ri + 0.3 * wall, r - 0.3 * wall)
    out.append(
        kit.lathe(
            [(0, zs - 0.02), (ri * 0.97, zs - 0.02), (ri, zs - 0.006), (ri * 0.6, zs + 0.004), (0, zs + 0.006)],
            slot="soil",
            segments=20,
        )
    )
    return out, zs


# ---------------------------------------------------------------------------------------------- what grows


def _spread(rng: Rng, n: int) -> Floats:
    return np.arange(n) * 2.39996 + rng.normal(0, 0.18, n)


def _stalked(
    rng: Rng,
    n: int,
    template: Piece,
    rise: tuple[float, float],
    reach: tuple[float, float],
    size: tuple[float, float],
    stem_r: float,
    droop: float = 0.1,
    pitch: float = -0.1,
) -> Pieces:
    """Leaves on long stalks from the soil; the inner ones stand higher."""
    out: Pieces = []
    yaw = _spread(rng, n)
    k = np.linspace(0, 1, n)
    tips = []
    for i in range(n):
        path = arc(
            yaw[i],
            rise[1] + (rise[0] - rise[1]) * k[i] * rng.uniform(0.8, 1.1),
            reach[0] + (reach[1] - reach[0]) * k[i],
            droop * k[i],
            n=6,
        )
        out.append(kit.tube(path, np.linspace(stem_r, stem_r * 0.6, len(path)), "stem", 5))
        tips.append(path[-1])
    s = rng.uniform(*size, n)
    out.append(
        scatter(
            template,
            np.array(tips),
            frames(yaw + rng.normal(0, 0.25, n), pitch - 0.35 * k + rng.normal(0, 0.12, n), rng.normal(0, 0.2, n)),
            s,
        )
    )
    return out


# Half the outline of a heart-shaped leaf of length 1 from the notch at its stalk round to the tip, at even steps. (x, y)
HEART = ((-0.1, 0.04), (-0.19, 0.2), (-0.14, 0.37), (0.06, 0.46), (0.32, 0.46), (0.57, 0.37), (0.78, 0.22), (1.0, 0.0))
# How far apart the lobes of a split leaf are at shares of the way from midrib to margin: a hole, then the slot.
SLOT = ((0.0, 0.0), (0.14, 0.0), (0.26, 0.022), (0.38, 0.0), (0.56, 0.004), (1.0, 0.062))


def _split_leaf(lobes: int = 6, arch: float = 0.8) -> Piece:
    """A broad heart-shaped leaf of length 1 along +X with holes along its midrib and deep slots from its margin."""
    outline = np.array(HEART)
    at = np.linspace(0, 1, len(outline))
    shares, apart = np.array(SLOT).T
    cuts = np.linspace(0, 1, lobes + 1)
    out: Pieces = []
    for i in range(lobes):
        inner = (0.0 if i == 0 else 1.0, 0.0 if i == lobes - 1 else 1.0)  # the outermost edges are not cut
        t = np.stack(
            [cuts[i] + inner[0] * apart, np.full(len(apart), (cuts[i] + cuts[i + 1]) / 2), cuts[i + 1] - inner[1] * apart]
        )
        rim = np.stack([np.interp(t, at, outline[:, k]) for k in range(2)], -1)  # (3, rows, 2)
        rib = np.stack([0.02 + 0.8 * t, np.zeros(t.shape)], -1)
        reach = np.stack([shares * s for s in (0.97, 1.0, 0.97)])[..., None]
        out.append(kit.sheet(np.concatenate([rib + reach * (rim - rib), np.zeros((*t.shape, 1))], -1), "leaf"))

    def bent(v: Floats) -> Floats:
        angle = 0.15 - arch * v[:, 0]
        x = np.where(np.abs(arch) > 0, (np.sin(0.15) - np.sin(angle)) / arch, v[:, 0])
        z = (np.cos(angle) - np.cos(0.15)) / arch
        lift = 0.18 * np.abs(v[:, 1]) - 0.75 * v[:, 1] ** 2
        return np.column_stack([x - lift * np.sin(angle), v[:, 1], z + lift * np.cos(angle)])

    whole = kit.bend(kit.mirror(out, "y"), bent)
    base = np.cumsum([0, *(len(q.vertices) for q in whole)])[:-1]
    return Piece(
        np.concatenate([q.vertices for q in whole]),
        np.concatenate([q.loops + b for q, b in zip(whole, base, strict=True)]),
        *(np.concatenate([getattr(q, f) for q in whole]) for f in ("counts", "uvs", "smooth")),
        "leaf",
    )


def monstera(rng: Rng) -> Pieces:
    """Split leaves on long stalks."""
    n = int(rng.integers(11, 16))
    return _stalked(rng, n, _split_leaf(), (0.3, 0.85), (0.06, 0.34), (0.3, 0.46), 0.009)


def snake_plant(rng: Rng) -> Pieces:
    """Upright swords, slightly twisted."""
    n = int(rng.integers(12, 18))
    yaw = _spread(rng, n)
    r = 0.1 * np.sqrt(np.arange(n) / n)
    at = np.stack([r * np.cos(yaw), r * np.sin(yaw), np.full(n, -0.01)], -1)
    size = rng.uniform(0.55, 1.0, n) * (1.05 - 2.2 * r)
    lean = np.pi / 2 - 1.6 * r - rng.uniform(0, 0.08, n)
    t = leaf("sword", -0.12, 0.5, 6, 2, start=-0.02)
    edge = leaf("sword", -0.12, 0.5, 6, 2, "edge", start=-0.02)
    edge = edge._replace(vertices=edge.vertices * (0.995, 1.22, 1.0) - (0, 0, 0.003))
    f = frames(yaw, lean, rng.uniform(0, 6.28, n))
    return [scatter(t, at, f, size), scatter(edge, at, f, size)]


def _trunk(rng: Rng, h: float, r: float, wobble: float = 0.04, slot: str = "bark") -> tuple[Piece, Floats]:
    pts = np.column_stack([rng.normal(0, wobble, 4), rng.normal(0, wobble, 4), np.linspace(-0.02, h, 4)])
    pts[0, :2] = 0
    path = kit.smooth_path(pts, 4)
    return kit.tube(path, np.linspace(r, r * 0.6, len(path)), slot, 8), path


def _crown(
    rng: Rng,
    path: Floats,
    begin: float,
    branches: int,
    reach: float,
    leaves: int,
    template: Piece,
    size: tuple[float, float],
    pitch: float,
) -> Pieces:
    """Branches off the upper trunk and leaves clustered along them."""
    out: Pieces = []
    at, yaws = [], []
    top = path[-1]
    for i in range(branches):
        z = begin + (1 - begin) * (i + 0.5) / branches
        p0 = np.array([np.interp(z, np.linspace(0, 1, len(path)), path[:, j]) for j in range(3)])
        yaw = i * 2.39996 + rng.normal(0, 0.3)
        shape = np.sin(np.pi * (0.25 + 0.62 * (i + 0.5) / branches))
        ln = reach * shape * rng.uniform(0.8, 1.15)
        up = rng.uniform(0.25, 0.75) * ln
        p1 = p0 + np.array([np.cos(yaw) * ln, np.sin(yaw) * ln, up])
        mid = (p0 + p1) / 2 + (0, 0, 0.12 * ln)
        br = kit.smooth_path([p0, mid, p1], 3)
        out.append(kit.tube(br, np.linspace(0.011, 0.004, len(br)), "bark", 5))
        t = rng.uniform(0.3, 1.02, leaves) ** 0.8
        q = np.stack([np.interp(t, np.linspace(0, 1, len(br)), br[:, j]) for j in range(3)], -1) + rng.normal(
            0, 0.028, (leaves, 3)
        )
        at.append(q)
        yaws.append(yaw + rng.normal(0, 1.0, leaves))
    tip = top + rng.normal(0, 0.04, (leaves, 3))
    pos = np.concatenate([*at, tip])
    yaw = np.concatenate([*yaws, rng.uniform(0, 6.28, leaves)])
    n = len(pos)
    out.append(scatter(template, pos, frames(yaw, rng.normal(pitch, 0.4, n), rng.normal(0, 0.4, n)), rng.uniform(*size, n)))
    return out


def ficus(rng: Rng) -> Pieces:
    """A small tree with a light crown of small leaves."""
    trunks: Pieces = []
    h = 0.85
    path = np.zeros((1, 3))
    for i in range(int(rng.integers(1, 3))):
        t, path = _trunk(rng, h, 0.024 - 0.005 * i, 0.025)
        trunks.append(t)
    return trunks + _crown(rng, path, 0.5, 17, 0.4, 22, leaf("oval", 0.7, 0.3, 3, 1), (0.075, 0.125), -0.15)


def fiddle_leaf(rng: Rng) -> Pieces:
    """A slender trunk with big fiddle-shaped leaves."""
    out: Pieces = []
    for i in range(int(rng.integers(1, 4))):
        h = 1.0 - 0.22 * i
        t, path = _trunk(rng, h, 0.018, 0.03)
        path = path + (0.05 * i * np.cos(2.2 * i), 0.05 * i * np.sin(2.2 * i), 0)
        out.append(t._replace(vertices=t.vertices + path[0] - (0, 0, path[0][2])))
        n = int(26 - 5 * i)
        k = np.linspace(0.32 if i == 0 else 0.5, 1.0, n)
        pos = np.stack([np.interp(k, np.linspace(0, 1, len(path)), path[:, j]) for j in range(3)], -1)
        pitch = np.interp(k, [0.3, 0.8, 1.0], [-0.1, 0.35, 1.1]) + rng.normal(0, 0.12, n)
        out.append(
            scatter(
                leaf("fiddle", 0.75, 0.3, 6, 2, start=0.35),
                pos,
                frames(_spread(rng, n), pitch, rng.normal(0, 0.2, n)),
                rng.uniform(0.22, 0.32, n),
            )
        )
    return out


def rubber_plant(rng: Rng) -> Pieces:
    """Upright stems with glossy oval leaves."""
    out: Pieces = []
    for i in range(int(rng.integers(2, 4))):
        h = 1.0 - 0.18 * i
        t, path = _trunk(rng, h, 0.012, 0.035, "stem")
        off = np.array([0.07 * np.cos(2.1 * i), 0.07 * np.sin(2.1 * i), 0]) * (i > 0)
        out.append(t._replace(vertices=t.vertices + off))
        n = 17
        k = np.linspace(0.1, 1.0, n)
        pos = np.stack([np.interp(k, np.linspace(0, 1, len(path)), path[:, j]) for j in range(3)], -1) + off
        pitch = np.interp(k, [0, 1], [0.15, 1.1]) + rng.normal(0, 0.12, n)
        out.append(
            scatter(
                leaf("oval", 0.7, 0.3, 6, 2, start=0.3),
                pos,
                frames(_spread(rng, n), pitch, rng.normal(0, 0.15, n)),
                rng.uniform(0.22, 0.3, n) * (1.12 - 0.3 * k),
            )
        )
    return out


def fern(rng: Rng) -> Pieces:
    """Arching fronds in a dense rosette."""
    out: Pieces = []
    n = int(rng.integers(24, 30))
    lf = leaf("lance", 0.3, 0.2, 2, 1, start=0.0)
    lf = lf._replace(vertices=lf.vertices * (1, 1.5, 1))
    yaw = _spread(rng, n)
    for i in range(n):
        k = i / n
        path = arc(yaw[i], 0.5 - 0.22 * k + rng.normal(0, 0.03), 0.2 + 0.36 * k, 0.1 + 0.32 * k, n=13)
        out += frond(path, lf, 19, np.array([0.05, 0.1, 0.085, 0.02]), 1.35, radius=0.003, tip=0.7, begin=0.08)
    return out


def palm(rng: Rng) -> Pieces:
    """Several cane stems with feathered fronds."""
    out: Pieces = []
    lf = leaf("lance", 0.55, 0.35, 3, 1, start=0.1)
    canes = int(rng.integers(3, 5))
    for c in range(canes):
        a = 2 * np.pi * c / canes + rng.normal(0, 0.3)
        base = np.array([0.06 * np.cos(a), 0.06 * np.sin(a), 0])
        h = 0.1 + 0.32 * c / canes + rng.uniform(0, 0.05)
        topp = base + (0.12 * np.cos(a) * h, 0.12 * np.sin(a) * h, h)
        out.append(kit.bar((base[0], base[1], -0.02), topp, 0.016, "stem", 7, 0.011))
        for j in range(5):
            yaw = a + (j - 2) * 1.15 + rng.normal(0, 0.2)
            upright = 1 - 0.3 * abs(j - 2)  # the youngest fronds stand, the oldest hang
            path = arc(
                yaw,
                0.5 + 0.3 * upright + rng.normal(0, 0.04),
                0.72 - 0.3 * upright + 0.1 * rng.uniform(),
                0.5 - 0.3 * upright + 0.12 * rng.uniform(),
                tuple(topp),
                n=11,
            )
            out += frond(path, lf, 15, np.array([0.14, 0.26, 0.24, 0.1]), 1.0, radius=0.006, tip=0.3, begin=0.22)
    return out


def banana(rng: Rng) -> Pieces:
    """Big paddle leaves on thick stalks."""
    n = int(rng.integers(8, 11))
    return _stalked(rng, n, leaf("paddle", 1.1, 0.3, 9, 2, start=0.75), (0.3, 0.75), (0.04, 0.22), (0.5, 0.68), 0.016, 0.0, 0.55)


def succulent(rng: Rng) -> Pieces:
    """A rosette of fat leaves."""
    out: Pieces = []
    heads = int(rng.integers(1, 4))
    for h in range(heads):
        n = 30
        k = np.arange(n) / n
        a = h * 2.3
        c = np.array([0.42 * np.cos(a), 0.42 * np.sin(a), 0]) * (heads > 1)
        pitch = 1.35 - 1.15 * k
        e = kit.ellipsoid((1.0, 0.42, 0.18), (0.5, 0, 0), "leaf", 8, 6)
        v = e.vertices
        v = v * np.stack([np.ones(len(v)), 0.35 + 1.0 * np.clip(v[:, 0], 0, 1) ** 0.7, np.ones(len(v))], -1)
        v[:, 2] += 0.22 * v[:, 0] ** 2
        e = e._replace(vertices=v)
        at = np.tile(c, (n, 1)) + np.stack([np.zeros(n), np.zeros(n), 0.16 - 0.14 * k], -1)
        out.append(scatter(e, at, frames(np.arange(n) * 2.39996, pitch), (0.2 + 0.3 * k) * (1 if h == 0 else 0.75)))
    return out


def aloe(rng: Rng) -> Pieces:
    """Tapering fleshy leaves from the base."""
    n = int(rng.integers(16, 24))
    k = np.arange(n) / n
    e = kit.lathe([(0, 0), (0.085, 0.02), (0.09, 0.25), (0.06, 0.65), (0.025, 0.9), (0, 1)], slot="leaf", segments=8)
    v = e.vertices[:, [2, 1, 0]] * (1, 1, -0.5)
    v[:, 2] += 0.35 * v[:, 0] ** 2
    return [
        scatter(
            e._replace(vertices=v),
            np.zeros((n, 3)),
            frames(_spread(rng, n), 1.3 - 0.95 * k + rng.normal(0, 0.06, n)),
            0.75 + 0.25 * rng.uniform(size=n),
        )
    ]


def _column(r: float, h: float, ribs: int = 10, slot: str = "leaf") -> Piece:
    t = np.linspace(0, 1, 12)
    prof = [(r * 0.7, 0.0)] + [(r * (0.78 + 0.22 * np.sin(np.pi * min(x * 1.4, 1) * 0.5)), h * x * 0.86) for x in t[1:]]
    prof += [(r * np.cos(a), h * 0.86 + h * 0.14 * np.sin(a)) for a in np.linspace(0.25, 1.45, 5)] + [(0, h)]
    c = kit.lathe(prof, slot=slot, segments=ribs * 4)
    a = azimuth(c.vertices)
    f = 1 - 0.14 * (0.5 - 0.5 * np.cos(a * ribs)) ** 0.8
    return c._replace(vertices=c.vertices * np.stack([f, f, np.ones_like(f)], -1))


def cactus(rng: Rng) -> Pieces:
    """A ribbed column with arms, a cluster of columns, or a ball."""
    kind = int(rng.integers(3))
    out: Pieces = []
    spots: list[Floats] = []

    def spines(p: Piece, r: float) -> None:
        v = p.vertices
        sel = v[(np.abs(np.cos(np.arctan2(v[:, 1] - v[:, 1].mean(), v[:, 0] - v[:, 0].mean()) * 5)) > 0.97)]
        spots.append(sel[::2])

    if kind == 0:
        main = _column(0.14, 1.0)
        out.append(main)
        spines(main, 0.14)
        for _i, (a, z) in enumerate(
            ((rng.uniform(-0.4, 0.4), rng.uniform(0.35, 0.45)), (np.pi + rng.uniform(-0.4, 0.4), rng.uniform(0.5, 0.6)))
        ):
            d = np.array([np.cos(a), np.sin(a), 0])
            o = np.array([0, 0, z])
            path = kit.smooth_path(
                [o + d * 0.08, o + d * 0.2, o + d * 0.27 + (0, 0, 0.07), o + d * 0.28 + (0, 0, 0.2), o + d * 0.28 + (0, 0, 0.33)],
                4,
            )
            prof = (
                kit.circle(1.0, 20)
                * (1 - 0.12 * (0.5 - 0.5 * np.cos(np.linspace(0, 2 * np.pi, 20, endpoint=False) * 5)))[:, None]
            )
            sc = np.full(len(path), 0.075)
            sc[-3:] = (0.068, 0.05, 0.015)
            out.append(kit.sweep(prof, path, "leaf", scale=sc))
    elif kind == 1:
        for i in range(int(rng.integers(3, 6))):
            a, r = i * 2.4, 0.17 * (i > 0)
            c = _column(rng.uniform(0.09, 0.13), rng.uniform(0.5, 1.0) * (1 if i == 0 else 0.8), 9)
            out += kit.move(c, (r * np.cos(a), r * np.sin(a), 0))
    else:
        b = lump((0.7, 0.7, 0.62), (0, 0, 0.29), "leaf", rng, 0.01, 48, 14)
        a = azimuth(b.vertices)
        f = 1 - 0.1 * (0.5 - 0.5 * np.cos(a * 12)) ** 0.7
        out.append(b._replace(vertices=b.vertices * np.stack([f, f, np.ones_like(f)], -1)))
        fl = leaf("petal", 0.6, 0.3, 3, 1, "bloom", start=0.9)
        out.append(scatter(fl, np.tile((0, 0, 0.58), (9, 1)), frames(np.arange(9) * 0.7, np.full(9, 0.5)), 0.16))
    pos, nrm = [], []
    for c in list(out)[:6]:
        if c.slot != "leaf":
            continue
        fnm = kit.face_normals(c.vertices, c.loops, c.counts)
        starts = np.concatenate([[0], np.cumsum(c.counts)[:-1]])
        sel = rng.permutation(len(starts))[:28]
        pos.append(c.vertices[c.loops[starts[sel]]])
        nrm.append(fnm[sel] / np.maximum(np.linalg.norm(fnm[sel], axis=1, keepdims=True), 1e-9))
    q, m = np.concatenate(pos), np.concatenate(nrm)
    spine = kit.lathe([(0.012, 0), (0, 1)], slot="edge", segments=3)
    spine = spine._replace(vertices=spine.vertices[:, [2, 0, 1]])
    yaw, pit = azimuth(m), np.arcsin(np.clip(m[:, 2], -1, 1))
    for dy in (-0.5, 0.0, 0.5):
        out.append(scatter(spine, q, frames(yaw + dy, pit + rng.normal(0, 0.3, len(q))), 0.045))
    return out


def herb(rng: Rng) -> Pieces:
    """A bush of small leaves on thin stems."""
    out: Pieces = []
    n = 24
    pos, yaws = [], []
    for i in range(n):
        yaw = i * 2.39996
        k = np.sqrt(i / n)
        path = arc(yaw, rng.uniform(0.7, 1.0) * (1 - 0.25 * k), 0.36 * k, 0.06, n=5)
        out.append(kit.tube(path, 0.01, "stem", 4))
        t = np.linspace(0.35, 1.0, 9)
        pos.append(np.stack([np.interp(t, np.linspace(0, 1, 5), path[:, j]) for j in range(3)], -1))
        yaws.append(yaw + np.arange(9) * 1.57 + rng.normal(0, 0.3, 9))
    p, y = np.concatenate(pos), np.concatenate(yaws)
    out.append(
        scatter(
            leaf("oval", 0.8, 0.35, 3, 1, start=0.5), p, frames(y, rng.normal(0.1, 0.25, len(p))), rng.uniform(0.13, 0.2, len(p))
        )
    )
    return out


def trailing(rng: Rng, fall: float = 0.9, vines: int = 16) -> Pieces:
    """Vines that spill over the rim."""
    out: Pieces = []
    pos, yaws = [], []
    for i in range(vines):
        yaw = i * 2.39996 + rng.normal(0, 0.2)
        long = fall * rng.uniform(0.25, 1.0)
        r = rng.uniform(0.3, 0.42)
        pts = np.array(
            [
                (0.05, 0),
                (0.6 * r, 0.16 + 0.08 * rng.uniform()),
                (r, 0.08),
                (r * 1.15, -0.3 * long),
                (r * 1.12 + rng.normal(0, 0.03), -long),
            ]
        )
        d = np.array([np.cos(yaw), np.sin(yaw)])
        path = kit.smooth_path(np.column_stack([pts[:, 0] * d[0], pts[:, 0] * d[1], pts[:, 1]]), 4)
        out.append(kit.tube(path, 0.006, "stem", 4))
        n = int(7 + 15 * long)
        t = np.linspace(0.1, 1.0, n)
        q = np.stack([np.interp(t, np.linspace(0, 1, len(path)), path[:, j]) for j in range(3)], -1)
        pos.append(q)
        yaws.append(yaw + np.where(np.arange(n) % 2, 0.8, -0.8) + rng.normal(0, 0.3, n))
    p, y = np.concatenate(pos), np.concatenate(yaws)
    pitch = np.where(p[:, 2] > 0, 0.2, -0.75) + rng.normal(0, 0.2, len(p))
    out.append(
        scatter(
            leaf("heart", 0.5, 0.25, 4, 1, start=0.25),
            p,
            frames(y, pitch, rng.normal(0, 0.25, len(p))),
            rng.uniform(0.1, 0.17, len(p)),
        )
    )
    return out


def bonsai(rng: Rng) -> Pieces:
    """A gnarled trunk with cloud-like pads of tiny leaves."""
    s = rng.choice([-1, 1])
    pts = [(0, 0, -0.02), (0.12 * s, 0.02, 0.16), (-0.06 * s, 0, 0.34), (0.08 * s, 0.03, 0.52), (0.0, 0, 0.68)]
    out = [rod(pts, np.array([0.075, 0.055, 0.045, 0.035, 0.02]), "bark", 9)]
    pads = [
        (np.array(pts[4]), 0.3),
        (np.array([0.34 * s, 0.05, 0.36]), 0.22),
        (np.array([-0.34 * s, 0.0, 0.48]), 0.24),
        (np.array([0.05, 0.2, 0.5]), 0.18),
        (np.array([0.03, -0.22, 0.56]), 0.18),
    ]
    tpl = leaf("oval", 0.5, 0.3, 2, 1)
    for i, (c, r) in enumerate(pads):
        if i:
            out.append(
                rod([pts[2] if i < 3 else pts[3], (np.array(pts[2]) + c) / 2, c], np.array([0.024, 0.016, 0.008]), "bark", 6, 3)
            )
        n = 150
        u = rng.normal(0, 1, (n, 3))
        u /= np.linalg.norm(u, axis=1, keepdims=True)
        u[:, 2] = np.abs(u[:, 2]) * 0.9 - 0.12
        p = c + u * (r, r * 0.85, r * 0.42) * rng.uniform(0.75, 1, (n, 1))
        out.append(lump((1.65 * r, 1.4 * r, 0.5 * r), c + (0, 0, 0.04), "leaf", rng, 0.05, 12, 7))
        out.append(
            scatter(
                tpl,
                p,
                frames(azimuth(u) + rng.normal(0, 0.6, n), u[:, 2] + rng.normal(0.2, 0.4, n)),
                rng.uniform(0.05, 0.085, n),
            )
        )
    return out


def orchid(rng: Rng) -> Pieces:
    """Broad low leaves and arching stems of flowers."""
    n = 6
    out: Pieces = [
        scatter(
            leaf("paddle", 1.3, 0.25, 6, 2, start=0.9),
            np.zeros((n, 3)),
            frames(np.arange(n) * 2.4, np.full(n, -0.1)),
            rng.uniform(0.3, 0.4, n),
        )
    ]
    pet = leaf("petal", 0.3, 0.15, 3, 1, "bloom", start=0.1)
    for s in range(int(rng.integers(1, 3))):
        yaw = s * 2.6 + rng.uniform(-0.5, 0.5) - 1.2
        path = arc(yaw, 1.05, 0.42, 0.18, n=12)
        out.append(kit.tube(path, 0.008, "stem", 5))
        for t in np.linspace(0.55, 0.98, 7):
            c = np.array([np.interp(t, np.linspace(0, 1, 12), path[:, j]) for j in range(3)]) + (0, 0, -0.02)
            bl = scatter(
                pet, np.zeros((5, 3)), frames(np.arange(5) * 1.2566, np.full(5, 0.25)), np.array([0.1, 0.11, 0.1, 0.1, 0.11])
            )
            core = kit.ellipsoid((0.03, 0.03, 0.035), (0, 0, 0.01), "heart", 8, 5)
            out += turn([bl, core], y=1.1, z=yaw + (0.7 if int(t * 100) % 2 else -0.5), at=tuple(c))
    return out


GROWTH = {  # maker, (crown radius over pot radius), pot height over total, size, leaf colour
    "monstera": (monstera, 0.36, 0.26, (0.85, 0.85, 1.0), "foliage:#2a5a2b"),
    "snake_plant": (snake_plant, 0.95, 0.27, (0.32, 0.32, 0.75), "foliage:#4c6a4a"),
    "ficus": (ficus, 0.34, 0.2, (0.8, 0.8, 1.7), "foliage:#3c6a2e"),
    "fiddle_leaf": (fiddle_leaf, 0.36, 0.2, (0.75, 0.75, 1.6), "foliage:#3d6b2c"),
    "fern": (fern, 0.4, 0.42, (0.62, 0.62, 0.5), "foliage:#4d8030"),
    "palm": (palm, 0.26, 0.2, (1.0, 1.0, 1.6), "foliage:#3f7030"),
    "banana": (banana, 0.3, 0.22, (0.9, 0.9, 1.5), "foliage:#44782f"),
    "succulent": (succulent, 0.95, 0.52, (0.13, 0.13, 0.12), "foliage:#7d9c7a"),
    "aloe": (aloe, 0.6, 0.4, (0.3, 0.3, 0.34), "foliage:#5f8558"),
    "cactus": (cactus, 0.95, 0.36, (0.17, 0.17, 0.34), "foliage:#4b7343"),
    "rubber_plant": (rubber_plant, 0.42, 0.24, (0.65, 0.65, 1.25), "foliage:#27452a"),
    "herb": (herb, 0.62, 0.45, (0.2, 0.2, 0.25), "foliage:#4c8a2f"),
    "trailing": (trailing, 0.62, 0.5, (0.42, 0.42, 0.4), "foliage:#46792f"),
    "bonsai": (bonsai, 0.55, 0.18, (0.4, 0.34, 0.36), "foliage:#2f5c2a"),
    "orchid": (orchid, 0.5, 0.24, (0.28, 0.28, 0.5), "foliage:#386530"),
}
BLOOM = ("#d94f4f", "#f2b8c6", "#f4f0e6", "#f3c13a", "#e88a3c", "#8d6bb8", "#c23b6b", "#f0d9c8")


@dataclass(frozen=True, slots=True)
class PottedPlantParams(Prop):
    """A plant in a pot. `table` chooses small kinds and small pots when the kind is free."""

    width: float = side(0.6)
    depth: float = side(0.6)
    height: float = side(1.0)
    kind: str = choice("monstera", tuple(GROWTH))
    pot: str = choice("cylinder", POTS)
    table: bool = flag(False, "small enough for a table")


def potted_plant(p: PottedPlantParams) -> Asset:
    """A plant in a pot: the pot stays round, the crown fills the size."""
    rng = chance(p)
    grow, ratio, part, _, colour = GROWTH[p.kind]
    small = min(p.width, p.depth)
    hp = part * p.height
    r = min(ratio * small / 2, 0.62 * hp + 0.04 * small if p.kind not in ("bonsai", "succulent") else 9.0)
    kind = p.pot
    if p.kind == "bonsai":
        kind = "square" if p.pot in ("square", "basket", "footed") else "round"
        hp = part * p.height
    elif hp < 0.1 and p.pot in ("basket", "footed"):
        kind = "tapered"
    pots, zs = pot(kind, r, hp)
    if p.kind == "bonsai":
        pots = kit.scale(pots, (1.25 * 0.55 * p.width / (1.25 * r * 2) * 1.0 + 0.4, 1.0, 1.0))
    crown = settle(grow(rng)) if p.kind != "trailing" else list(grow(rng))
    lo, hi = kit.bounds(crown)
    z0 = zs - 0.002
    if p.kind == "trailing":  # scaled by the part above the pot; vines end just above the ground
        up = (p.height - zs) / hi[2]
        down = (zs - 0.004) / max(-lo[2], 1e-6)
        crown = [
            c._replace(
                vertices=np.where(
                    [[False, False, True]], np.where(c.vertices > 0, c.vertices * up, c.vertices * down), c.vertices
                )
            )
            for c in crown
        ]
        lo, hi = kit.bounds(crown)
        sz = 1.0
    else:
        sz = (p.height - z0) / hi[2]
    wide = (p.width, p.depth) if p.kind not in ("snake_plant", "cactus", "succulent") else (1.84 * r, 1.84 * r)
    reach = np.array([max(hi[0] - lo[0], 1e-6), max(hi[1] - lo[1], 1e-6)])
    f = np.array([wide[0] / reach[0], wide[1] / reach[1], sz])
    if p.kind in ("succulent", "cactus"):
        f[:2] = min(f[0], f[1])
    crown = [c._replace(vertices=c.vertices * f + (0, 0, z0)) for c in crown]
    lo, hi = kit.bounds(crown)
    plo, phi = kit.bounds(pots)
    solids = [Box(tuple(plo), tuple(phi)), Box(tuple(lo), tuple(hi))]  # type: ignore[arg-type]
    look = POT_LOOK[kind]
    slots = {
        "leaf": colour,
        "pot": pick(rng, look),
        "soil": "soil",
        "stem": "foliage:#5c6b35" if p.kind not in ("palm",) else "foliage:#7b8a45",
        "bark": "wood:#6b5540",
        "wood": "wood",
        "edge": "foliage:#a8a860" if p.kind == "snake_plant" else "plastic:#e8dfc4",
        "bloom": "foliage:" + pick(rng, ("#f4eef2", "#d98ac0", "#f2b8c6", "#b65aa8")),
        "heart": "foliage:#d9a53a",
    }
    return done("potted_plant", p, pots + crown, slots, solids=solids)


SMALL = ("succulent", "cactus", "herb", "aloe", "snake_plant", "fern", "trailing", "orchid", "bonsai")
_plant_rand = maker(PottedPlantParams, potted_plant, {k: v[3] for k, v in GROWTH.items()}, 0.15)


def potted_plant_rand(rng: Rng, **overrides: Any) -> Asset:
    """A potted plant drawn at random: the kind suits the height that was asked for, the pot the style."""
    style = overrides.get("style") or "modern"
    chosen = pick(rng, STYLE_POTS.get(style, POTS)) if rng.uniform() < 0.65 else pick(rng, POTS)
    overrides = {k: v for k, v in overrides.items() if v is not None}
    overrides.setdefault("pot", chosen)
    h = overrides.get("height") or 0.0
    w = overrides.get("width") or overrides.get("depth") or 0.0
    table = bool(overrides.get("table")) or 0 < h < 0.45
    draw = rng.uniform(size=len(GROWTH))
    if "kind" not in overrides:
        score = dict(zip(GROWTH, draw, strict=True))
        for k, (_, _, _, s, _) in GROWTH.items():
            if h:
                score[k] += 2.2 * abs(np.log(h / s[2]))
                if w:
                    score[k] += 1.5 * abs(np.log((h / w) / (s[2] / s[0])))
            if table != (k in SMALL) and (h or table):
                score[k] += 1.5
        overrides["kind"] = min(score, key=lambda k: score[k])
    if table and not h and not w:
        s = GROWTH[overrides["kind"]][3]
        overrides["height"] = float(min(s[2], rng.uniform(0.18, 0.34)))
    return _plant_rand(rng, **overrides)


# ---------------------------------------------------------------------------------------------- hanging, cut and decorative


@dataclass(frozen=True, slots=True)
class HangingPlantParams(Prop):
    """A pot in a hanger under the ceiling."""

    width: float = side(0.42)
    depth: float = side(0.42)
    height: float = side(0.95)
    kind: str = choice("macrame", ("macrame", "chain"))


def hanging_plant(p: HangingPlantParams) -> Asset:
    """A trailing plant or fern in a pot on cords."""
    rng = chance(p)
    r, hp = 0.22 * p.width + 0.02, 0.3 * p.width
    z0 = 0.3 * p.height
    pots, zs = pot("round" if p.kind == "macrame" else "tapered", r, hp)
    pots = kit.move(pots, (0, 0, z0))
    zs += z0
    top = p.height
    cords: Pieces = []
    for i in range(3 if p.kind == "chain" else 4):
        a = 2 * np.pi * i / (3 if p.kind == "chain" else 4) + 0.4
        d = np.array([np.cos(a), np.sin(a), 0])
        pts = [(0, 0, top - 0.03), tuple(d * (r + 0.006) + (0, 0, z0 + hp))]
        if p.kind == "macrame":
            pts += [tuple(d * (r + 0.008) + (0, 0, z0 + 0.55 * hp)), tuple(d * 0.5 * r + (0, 0, z0 - 0.012)), (0, 0, z0 - 0.03)]
        cords.append(kit.tube(pts, 0.0035 if p.kind == "macrame" else 0.0018, "cord", 6))
    cords.append(kit.torus(0.018, 0.003, (0, 0, 0), "hook", 16, 6))
    cords[-1:] = turn(cords[-1], x=np.pi / 2, at=(0, 0, top - 0.021))
    if p.kind == "macrame":
        cords.append(kit.ellipsoid((0.035, 0.035, 0.035), (0, 0, z0 - 0.035), "cord", 10, 6))
        for i in range(9):
            a = i * 0.7
            cords.append(
                kit.bar(
                    (0.004 * np.cos(a), 0.004 * np.sin(a), z0 - 0.04),
                    (0.014 * np.cos(a), 0.014 * np.sin(a), z0 - 0.13),
                    0.0022,
                    "cord",
                    5,
                )
            )
    crown = (
        trailing(rng, 1.0, 14) if rng.uniform() < 0.65 else [c._replace(vertices=c.vertices - (0, 0, 0.02)) for c in fern(rng)]
    )
    lo, hi = kit.bounds(crown)
    f = np.array([p.width / (hi[0] - lo[0]), p.depth / (hi[1] - lo[1]), min(0.9 * p.width, (zs - 0.002) / max(-lo[2], 0.01))])
    crown = [c._replace(vertices=c.vertices * f + (0, 0, zs)) for c in crown]
    slots = {
        "leaf": pick(rng, ("foliage:#46792f", "foliage:#5a8a38")),
        "pot": pick(rng, POT_LOOK["round"]),
        "soil": "soil",
        "stem": "foliage:#5c6b35",
        "cord": "fabric:#d8ccb2" if p.kind == "macrame" else "brass",
        "hook": "brass",
    }
    return done("hanging_plant", p, pots + cords + crown, slots, origin="top")


def blossom(kind: str, rng: Rng) -> Pieces:
    """A flower head of unit width on +Z, its base at the origin."""
    if kind == "tulip":
        pet = leaf("fat", -0.5, 0.9, 4, 1, "petal", start=1.1)
        pet = pet._replace(vertices=pet.vertices * (0.8, 2.1, 1.0))
        return [
            scatter(pet, np.zeros((6, 3)), frames(np.arange(6) * 1.0472, np.array([0.1, 0.2] * 3)), np.array([0.95, 0.85] * 3))
        ]
    if kind == "daisy":
        pet = leaf("petal", 0.5, 0.1, 2, 1, "petal", start=0.35)
        return [
            scatter(
                pet._replace(vertices=pet.vertices * (1, 0.6, 1)),
                np.zeros((14, 3)),
                frames(np.arange(14) * 0.4488, np.full(14, 0.0)),
                0.5,
            ),
            kit.ellipsoid((0.3, 0.3, 0.16), (0, 0, 0.06), "heart", 10, 6),
        ]
    if kind == "lavender":
        n = 22
        k = np.linspace(0, 1, n)
        e = kit.ellipsoid((0.22, 0.16, 0.14), (0.1, 0, 0.03), "petal", 5, 3)
        return [
            scatter(
                e, np.stack([np.zeros(n), np.zeros(n), 1.6 * k], -1), frames(np.arange(n) * 2.4, np.full(n, 0.5)), 1.1 - 0.7 * k
            )
        ]
    n = 15 if kind == "rose" else 22
    k = np.arange(n) / n
    pet = leaf("round", -0.35 if kind == "rose" else 0.2, 0.5, 3, 1, "petal", start=0.25)
    pitch = 1.45 - (1.05 if kind == "rose" else 1.3) * k
    size = (0.42 + 0.14 * k) if kind == "rose" else (0.36 + 0.16 * k)
    at = np.stack([np.zeros(n), np.zeros(n), 0.16 - 0.14 * k], -1)
    return [scatter(pet, at, frames(np.arange(n) * 2.39996, pitch, rng.normal(0, 0.12, n)), size)]


FLOWERS = ("rose", "tulip", "daisy", "peony", "lavender")


def stems(
    rng: Rng, n: int, kind: str, length: float, spread: float, head: float, base_r: float = 0.01, foliage: bool = True
) -> Pieces:
    """A bunch of `n` stems from the origin, with heads at their ends."""
    out: Pieces = []
    heads = blossom(kind, rng)
    leaf_at, leaf_yaw, leaf_pitch = [], [], []
    for i in range(n):
        yaw = i * 2.39996 + rng.uniform(0, 0.4)
        k = np.sqrt((i + 0.3) / n) if n > 1 else 0.0
        lean = spread * k
        ln = length * (1 - 0.16 * k - (rng.uniform(0, 0.08) if n > 1 else 0))
        d = np.array([np.cos(yaw), np.sin(yaw)])
        tipr = np.sin(lean) * ln
        path = kit.smooth_path([(*(-d * base_r * k), 0), (*(d * 0.3 * tipr), 0.45 * ln), (*(d * tipr), np.cos(lean) * ln)], 4)
        out.append(kit.tube(path, 0.0022 + 0.003 * length, "stem", 5))
        s = head * rng.uniform(0.85, 1.12)
        tilt = lean * 1.2 + rng.normal(0, 0.1) + (0.25 if n == 1 else 0)
        out += turn(kit.scale(heads, s), y=tilt, z=yaw, at=tuple(path[-1] - (0, 0, 0.004)))
        if foliage:
            for t in (0.5, 0.66, 0.8)[: 2 if n > 1 else 3]:
                leaf_at.append(path[int(t * (len(path) - 1))])
                leaf_yaw.append(rng.uniform(0, 6.28))
                leaf_pitch.append(rng.uniform(0.3, 0.9))
    if leaf_at:
        out.append(
            scatter(
                leaf("lance" if kind in ("tulip", "lavender") else "oval", 0.9, 0.3, 4, 1),
                np.array(leaf_at),
                frames(np.array(leaf_yaw), np.array(leaf_pitch)),
                length * rng.uniform(0.18, 0.28, len(leaf_at)),
            )
        )
    return out


@dataclass(frozen=True, slots=True)
class FlowerParams(Prop):
    """Cut flowers, without a vase."""

    width: float = side(0.25)
    depth: float = side(0.25)
    height: float = side(0.42)
    kind: str = choice("rose", FLOWERS)
    stems: int = count(7, 1, 24, "stems")


# A single blossom: its share of the flower's width, and how far it nods to the front.
NOD = {"rose": (0.72, 0.55), "tulip": (0.58, 0.25), "daisy": (0.98, 0.85), "peony": (0.88, 0.6), "lavender": (0.5, 0.1)}


def _lone(rng: Rng, p: FlowerParams) -> Pieces:
    """One stem with its leaves and a blossom that fills the width, nodding to the front."""
    share, nod = NOD[p.kind]
    head, front = blossom(p.kind, rng), -np.pi / 2
    low, high = kit.bounds(head)
    size = share * p.width / float((high - low)[:2].max())
    neck = p.height - size * float(high[2] * np.cos(nod) + 0.5 * (high - low)[0] * np.sin(nod))
    aside = rng.normal(0, 0.06) * p.width
    path = kit.smooth_path([(0, 0, 0), (aside, 0.1 * p.width, 0.55 * neck), (0.4 * aside, 0.03 * p.width, neck)], 6)
    yaw = rng.uniform(0, 6.28) + np.arange(5) * 2.4
    at = path[[int(t * (len(path) - 1)) for t in (0.3, 0.42, 0.54, 0.66, 0.76)]]
    blade = leaf("lance" if p.kind in ("tulip", "lavender") else "oval", 0.9, 0.3, 4, 1)
    reach = min(0.6 * p.width, 0.3 * neck) * (1.8 if p.kind == "tulip" else 1.0)
    steep = {"tulip": 1.25, "lavender": 0.4}.get(p.kind, 0.75)
    return [
        kit.tube(path, np.linspace(0.0045, 0.003, len(path)) * min(1.0, p.height / 0.4), "stem", 6),
        scatter(blade, at, frames(yaw, rng.uniform(steep - 0.2, steep + 0.1, 5)), reach * rng.uniform(0.8, 1.0, 5)),
        *turn(kit.scale(head, size), y=nod, z=front, at=path[-1] - (0, 0, 0.002)),
    ]


def flower(p: FlowerParams) -> Asset:
    """One stem or a bunch."""
    rng = chance(p)
    if p.stems == 1:
        ps = _planted(_lone(rng, p))
    else:
        head = 0.55 * p.width / max(1.0, np.sqrt(p.stems) * 0.62) * (0.5 if p.kind == "lavender" else 1.0)
        ps = _planted(stems(rng, p.stems, p.kind, p.height * 0.88, 0.42 * min(1.0, p.width / p.height * 1.2), head))
    return done(
        "flower",
        p,
        ps,
        {
            "petal": "foliage:" + pick(rng, BLOOM),
            "stem": "foliage:#5c7a3a",
            "leaf": "foliage:#416b2f",
            "heart": "foliage:#d9a53a",
        },
    )


def _planted(pieces: Pieces) -> Pieces:
    """Bend stems so that their foot stands under the middle of the whole, as it must to stand in a vase."""
    for _ in range(3):
        lo, hi = kit.bounds(pieces)
        every = np.concatenate([q.vertices for q in pieces])
        away = ((lo + hi) / 2)[:2] - every[every[:, 2] < lo[2] + 0.004, :2].mean(0)

        def bent(v: np.ndarray, lo: np.ndarray = lo, hi: np.ndarray = hi, away: np.ndarray = away) -> np.ndarray:
            t = 1 - np.clip((v[:, 2:] - lo[2]) / max(float(hi[2] - lo[2]), 1e-9), 0, 1)
            return np.column_stack([v[:, :2] + away * t**2, v[:, 2]])

        pieces = kit.bend(pieces, bent)
    return pieces


def flower_rand(rng: Rng, **overrides: Any) -> Asset:
    """Cut flowers drawn at random; a single stem is as slim as it grows."""
    n = overrides.get("stems") or pick(rng, (1, 5, 7, 9, 11))
    overrides["stems"] = n
    sizes = {k: (0.11, 0.11, 0.42) if n == 1 else (0.26, 0.26, 0.42) for k in FLOWERS}
    if n == 1:
        sizes["lavender"] = (0.065, 0.065, 0.45)
    return maker(FlowerParams, flower, sizes, 0.12)(rng, **overrides)


@dataclass(frozen=True, slots=True)
class BouquetParams(Prop):
    """An arrangement in its vase."""

    width: float = side(0.3)
    depth: float = side(0.3)
    height: float = side(0.45)
    kind: str = choice("peony", (*FLOWERS, "mixed", "pampas", "branches"))


VASES: dict[str, list[tuple[float, float]]] = {
    "bottle": [(0.5, 0), (0.78, 0.08), (1.0, 0.32), (0.85, 0.55), (0.4, 0.74), (0.32, 0.9), (0.42, 1.0)],
    "ginger": [(0.55, 0), (0.6, 0.05), (0.9, 0.4), (1.0, 0.66), (0.75, 0.86), (0.45, 0.92), (0.5, 1.0)],
    "cylinder": [(0.86, 0), (0.9, 0.03), (0.92, 0.5), (0.95, 1.0)],
    "flared": [(0.5, 0), (0.55, 0.06), (0.6, 0.4), (0.75, 0.75), (1.0, 1.0)],
    "globe": [(0.45, 0), (0.75, 0.1), (1.0, 0.42), (0.85, 0.76), (0.5, 0.94), (0.52, 1.0)],
    "amphora": [(0.35, 0), (0.4, 0.05), (0.8, 0.4), (1.0, 0.62), (0.72, 0.8), (0.36, 0.88), (0.5, 1.0)],
    "conical": [(1.0, 0), (0.98, 0.04), (0.7, 0.45), (0.42, 0.8), (0.4, 0.94), (0.5, 1.0)],
    "hourglass": [(0.8, 0), (0.84, 0.06), (0.62, 0.4), (0.5, 0.58), (0.7, 0.82), (0.95, 1.0)],
}


def bouquet(p: BouquetParams) -> Asset:
    """Flowers, grasses or branches in a vase."""
    rng = chance(p)
    tall = p.kind in ("pampas", "branches")
    hv = (0.42 if not tall else 0.36) * p.height
    rv = min(0.24 * p.width if not tall else 0.2 * p.width, 0.45 * hv)
    form = pick(
        rng, ("bottle", "flared", "cylinder", "globe", "amphora") if not tall else ("bottle", "ginger", "conical", "cylinder")
    )
    prof = [(r * rv, z * hv) for r, z in VASES[form]]
    neck = min(r for r, z in prof if z > 0.5 * hv)
    pieces: Pieces = [vessel(prof, max(0.003, 0.06 * rv), slot="vase", smooth=3)]
    grow: Pieces = []
    if p.kind == "pampas":
        n = 9
        plume = leaf("lance", 1.1, 0.3, 2, 1, "petal", start=0.6)
        plume = plume._replace(vertices=plume.vertices * (1, 0.55, 1))
        for i in range(n):
            yaw = i * 2.4
            path = arc(
                yaw,
                (p.height - 0.2 * hv) * rng.uniform(0.72, 1.0),
                0.38 * p.width * np.sqrt((i + 0.5) / n),
                0.1 * p.height,
                (0, 0, 0.15 * hv),
                9,
            )
            grow.append(kit.tube(path, 0.003, "stem", 5))
            m = 60
            t = rng.uniform(0.62, 1.0, m)
            pos = np.stack([np.interp(t, np.linspace(0, 1, 9), path[:, j]) for j in range(3)], -1)
            grow.append(
                scatter(
                    plume,
                    pos,
                    frames(rng.uniform(0, 6.28, m), rng.uniform(0.5, 1.2, m)),
                    (0.13 + 0.09 * np.sin((t - 0.62) / 0.38 * np.pi)) * p.height * 0.8,
                )
            )
    elif p.kind == "branches":
        for i in range(8):
            yaw = i * 2.4
            path = arc(
                yaw, (p.height - 0.2 * hv) * rng.uniform(0.7, 1.0), 0.45 * p.width * rng.uniform(0.5, 1), 0, (0, 0, 0.15 * hv), 8
            ) + np.pad(rng.normal(0, 0.008, (8, 2)), ((0, 0), (0, 1)))
            grow.append(kit.tube(path, np.linspace(0.004, 0.0015, 8), "bark", 5))
            t = rng.uniform(0.4, 1.0, 26)
            pos = np.stack([np.interp(t, np.linspace(0, 1, 8), path[:, j]) for j in range(3)], -1)
            grow.append(
                scatter(
                    leaf("round", 0.3, 0.2, 3, 1),
                    pos,
                    frames(rng.uniform(0, 6.28, 26), rng.normal(0.3, 0.4, 26)),
                    rng.uniform(0.05, 0.075, 26) * p.height * 1.2,
                )
            )
    else:
        kinds = [p.kind] if p.kind != "mixed" else ["rose", "daisy", "lavender"]
        for j, k in enumerate(kinds):
            n = 11 if len(kinds) == 1 else 6
            head = 0.3 * p.width * (0.4 if k == "lavender" else 0.72 if k == "daisy" else 0.85)
            s = stems(rng, n, k, p.height * (0.8 - 0.04 * j), 0.5 * min(1.2, p.width / p.height * 1.3), head, neck * 0.5)
            if j:
                s = kit.rotate([q._replace(slot=f"petal{j}") if q.slot == "petal" else q for q in s], "z", 0.8 * j)
            grow += kit.move(s, (0, 0, 0.12 * hv))
    lo, hi = kit.bounds(grow)
    f = np.array([p.width / (hi[0] - lo[0]), p.depth / (hi[1] - lo[1]), (p.height - lo[2]) / (hi[2] - lo[2])])
    grow = [
        g._replace(
            vertices=np.where(
                g.vertices[:, 2:] > hv * 0.98,
                (g.vertices - (0, 0, lo[2])) * f + (0, 0, lo[2]),
                (g.vertices - (0, 0, lo[2])) * (np.minimum(f, 1.0)) * (1, 1, f[2] / min(f[2], 1.0)) + (0, 0, lo[2]),
            )
        )
        for g in grow
    ]

    # a stem never leaves through the wall of the vase
    def tuck(v: Floats) -> Floats:
        inside = v[:, 2] < hv
        rad = np.hypot(v[:, 0], v[:, 1])
        room = np.interp(v[:, 2], [z for _, z in prof], [r for r, _ in prof]) * 0.8
        k = np.where(inside & (rad > room), room / np.maximum(rad, 1e-9), 1.0)
        return v * np.stack([k, k, np.ones_like(k)], -1)

    grow = kit.bend(grow, tuck)
    c = list(rng.permutation(np.array(BLOOM)))
    lo, hi = kit.bounds(grow)
    glass = form in ("cylinder", "flared") and not tall and rng.uniform() < 0.5
    slots = {
        "petal": "foliage:" + c[0] if p.kind != "pampas" else "foliage:#d9c6a3",
        "petal1": "foliage:" + c[1],
        "petal2": "foliage:" + c[2],
        "leaf": "foliage:#4c7440" if p.kind != "branches" else "foliage:#7f9a86",
        "stem": "foliage:#5c7a3a" if p.kind != "pampas" else "foliage:#b59f74",
        "bark": "wood:#6b5540",
        "heart": "foliage:#d9a53a",
        "vase": "glass" if glass else "ceramic:" + pick(rng, ("#e9e4da", "#3c4145", "#b9c4bd", "#c98d6b", "#2f4a63", "#d8c9ae")),
    }
    solids = [Box((-rv, -rv, 0.0), (rv, rv, hv * 1.02)), Box(tuple(np.minimum(lo, 0)), tuple(hi))]  # type: ignore[arg-type]
    return done("bouquet", p, pieces + grow, slots, solids=solids)


@dataclass(frozen=True, slots=True)
class TerrariumParams(Prop):
    """A glass garden."""

    width: float = side(0.24)
    depth: float = side(0.24)
    height: float = side(0.28)
    kind: str = choice("dome", ("dome", "jar", "prism"))


def terrarium(p: TerrariumParams) -> Asset:
    """Moss, stones and small plants under glass."""
    rng = chance(p)
    w, h = p.width, p.height
    r = w / 2
    out: Pieces = []
    inner = 0.78 * r
    z0 = 0.0
    if p.kind == "dome":
        out.append(kit.cylinder(r, 0.1 * h, (0, 0, 0), "wood", 0.004, 32))
        z0 = 0.1 * h - 0.002
        out.append(
            kit.lathe(
                [
                    (0.9 * r, z0),
                    (0.9 * r, 0.55 * h),
                    (0.78 * r, 0.78 * h),
                    (0.45 * r, 0.92 * h),
                    (0.06 * r, 0.955 * h),
                    (0.06 * r, 0.95 * h),
                    (0.43 * r, 0.91 * h),
                    (0.76 * r, 0.775 * h),
                    (0.875 * r, 0.55 * h),
                    (0.875 * r, z0),
                    (0.9 * r, z0),
                ],
                slot="glass",
                segments=32,
            )
        )
        out.append(kit.ellipsoid((0.13 * r, 0.13 * r, 0.06 * h), (0, 0, 0.97 * h), "wood", 10, 6))
    elif p.kind == "jar":
        out.append(
            vessel(
                [(0.8 * r, 0), (0.97 * r, 0.06 * h), (r, 0.3 * h), (r, 0.66 * h), (0.8 * r, 0.83 * h), (0.62 * r, 0.88 * h)],
                0.003,
                slot="glass",
                smooth=2,
                segments=32,
            )
        )
        out.append(kit.cylinder(0.66 * r, 0.12 * h, (0, 0, 0.88 * h), "wood", 0.004, 24))
        z0 = 0.012
        inner = 0.86 * r
    else:
        pts = [(r * np.cos(a), r * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 7)[:-1]]
        low = [np.array([*q, 0.0]) for q in pts]
        mid = [np.array([q[0], q[1], 0.62 * h]) for q in pts]
        tip = np.array([0, 0, h - 0.004])
        for i in range(6):
            j = (i + 1) % 6
            for a, b in ((low[i], low[j]), (low[i], mid[i]), (mid[i], mid[j]), (mid[i], tip)):
                out.append(
                    kit.bar(a + (0, 0, 0.003) if a[2] == 0 else a, b + (0, 0, 0.003) if b[2] == 0 else b, 0.003, "metal", 6)
                )
        v = np.array([*[m * (0.99, 0.99, 1) + (0, 0, 0.002) for m in low], *[m * (0.99, 0.99, 1) for m in mid], tip])
        f: list[list[int]] = (
            [[i, (i + 1) % 6, 6 + (i + 1) % 6, 6 + i] for i in range(6)]
            + [[6 + i, 6 + (i + 1) % 6, 12] for i in range(6)]
            + [[5, 4, 3, 2, 1, 0]]
        )
        out.append(kit.piece(v, f, "glass", False))
        inner, z0 = 0.8 * r, 0.006
    out.append(
        kit.lathe(
            [(0, z0), (inner, z0), (inner, z0 + 0.12 * h), (inner * 0.5, z0 + 0.17 * h), (0, z0 + 0.18 * h)],
            slot="soil",
            segments=20,
        )
    )
    zm = z0 + 0.15 * h
    for i in range(7):
        a, rr = i * 2.4, inner * 0.55 * np.sqrt((i + 0.4) / 7)
        s = rng.uniform(0.22, 0.36) * r
        out.append(lump((s, s, s * 0.7), (rr * np.cos(a), rr * np.sin(a), zm), "moss" if i % 3 else "stone", rng, 0.15, 10, 6))
    g = fit(fern(np.random.default_rng(p.seed + 1))[:24], (0.95 * inner, 0.95 * inner, 0.45 * h), (0.1 * r, 0.1 * r, zm))
    g += fit(succulent(rng)[:1], (0.45 * inner, 0.45 * inner, 0.14 * h), (-0.3 * inner, -0.4 * inner, zm))
    slots = {
        "glass": "glass",
        "wood": "wood",
        "metal": pick(rng, ("brass", "black_metal")),
        "soil": "soil",
        "moss": "foliage:#5d7a2e",
        "stone": "stone",
        "leaf": "foliage:#4d8030",
        "stem": "foliage:#5c7a3a",
    }
    return done("terrarium", p, out + g, slots)


@dataclass(frozen=True, slots=True)
class PlanterBoxParams(Prop):
    """A trough of plants."""

    width: float = side(0.8)
    depth: float = side(0.26)
    height: float = side(0.5)
    kind: str = choice("wood", ("wood", "metal", "stone"))
    planting: str = choice("mixed", ("mixed", "flowers", "grass"))


def planter_box(p: PlanterBoxParams) -> Asset:
    """A long box on feet with a row of plants."""
    rng = chance(p)
    w, d = p.width, p.depth
    hb = min(0.48 * p.height, 0.42 + 0.1 * p.height)
    t = 0.02
    bw, bd = w - 0.04, d * 0.94
    out: Pieces = []
    if p.kind == "wood":
        boards = max(2, int(hb / 0.09))
        bh = hb / boards
        for i in range(boards):
            z0, z1 = 0.02 + i * (hb - 0.02) / boards, 0.02 + (i + 1) * (hb - 0.02) / boards - 0.003
            for s in (1, -1):
                out.append(kit.slab(-bw / 2, bw / 2, s * bd / 2 - t / 2, s * bd / 2 + t / 2, z0, z1, "box", 0.003, "x"))
                out.append(
                    kit.slab(
                        s * (bw / 2 - t / 2) - t / 2,
                        s * (bw / 2 - t / 2) + t / 2,
                        -bd / 2 + t / 2,
                        bd / 2 - t / 2,
                        z0,
                        z1,
                        "box",
                        0.003,
                        "y",
                    )
                )
        for sx in (1, -1):
            for sy in (1, -1):
                out.append(
                    kit.slab(
                        sx * (bw / 2 + 0.004) - 0.02,
                        sx * (bw / 2 + 0.004) + 0.02,
                        sy * (bd / 2 + 0.006) - 0.02,
                        sy * (bd / 2 + 0.006) + 0.02,
                        0,
                        hb + 0.006,
                        "box",
                        0.004,
                        "z",
                    )
                )
        del bh
    else:
        for s in (1, -1):
            out.append(kit.slab(-bw / 2, bw / 2, s * bd / 2 - t / 2, s * bd / 2 + t / 2, 0, hb, "box", 0.004))
            out.append(
                kit.slab(
                    s * (bw / 2 - t / 2) - t / 2,
                    s * (bw / 2 - t / 2) + t / 2,
                    -bd / 2 + t / 4,
                    bd / 2 - t / 4,
                    0.0005,
                    hb - 0.0005,
                    "box",
                    0.004,
                )
            )
    zs = hb - 0.035
    out.append(kit.slab(-bw / 2 + t / 2, bw / 2 - t / 2, -bd / 2 + t / 3, bd / 2 - t / 3, zs - 0.05, zs, "soil", 0.002))
    n = max(2, round(w / 0.2))
    up = p.height - zs
    grow: Pieces = []
    for i in range(n):
        x = -bw / 2 + bw * (i + 0.5) / n
        g: Pieces
        if p.planting == "flowers" or (p.planting == "mixed" and i % 3 == 1):
            g = stems(rng, 5, pick(rng, ("tulip", "daisy", "lavender")), up * 0.8, 0.35, 0.05)
            g = kit.move(g, (x, 0, zs))
        elif p.planting == "grass" or i % 3 == 0:
            m = 40
            bl = leaf("sword", 0.9, 0.2, 4, 1, start=0.05)
            g = [
                scatter(
                    bl._replace(vertices=bl.vertices * (1, 0.55, 1)),
                    np.column_stack([rng.normal(x, 0.03, m), rng.normal(0, bd * 0.1, m), np.full(m, zs)]),
                    frames(rng.uniform(0, 6.28, m), rng.uniform(1.0, 1.5, m)),
                    rng.uniform(0.7, 1.0, m) * up,
                )
            ]
        else:
            g = fit(herb(rng), (1.25 * bw / n, d * 0.95, up * rng.uniform(0.6, 0.9)), (x, 0, zs))
        grow += g
    lim = d / 2
    grow = kit.bend(grow, lambda v: np.stack([np.clip(v[:, 0], -w / 2, w / 2), lim * np.tanh(v[:, 1] / lim), v[:, 2]], -1))
    slots = {
        "box": {"wood": "wood", "metal": "metal:#3d3f40", "stone": "stone"}[p.kind],
        "leaf": "foliage:#4c7c34",
        "petal": "foliage:" + pick(rng, BLOOM),
        "stem": "foliage:#5c7a3a",
        "heart": "foliage:#d9a53a",
        "soil": "soil",
    }
    return done("planter_box", p, out + grow, slots)


@dataclass(frozen=True, slots=True)
class ChristmasTreeParams(Prop):
    """A decorated fir."""

    width: float = side(1.05)
    depth: float = side(1.05)
    height: float = side(1.85)
    decorated: bool = flag(True, "baubles and a star")
    growth: str = choice("full", ("full", "slim", "tiered"), "How dense and how stepped the boughs are")


def _spray(teeth: int = 5) -> Piece:
    """A flat needled twig of length 1 along +X: pointed needle bunches to both sides of its stem, drooping at the end."""
    x = np.linspace(0.0, 0.86, teeth + 1)
    stem = np.column_stack([x, 0 * x, -0.16 * x**2])
    wide = np.interp((x[1:] + x[:-1]) / 2, (0, 0.25, 0.86), (0.2, 0.3, 0.12))
    tips = np.column_stack([x[1:] + 0.14, wide, -0.16 * (x[1:] + 0.1) ** 2 - 0.25 * wide])
    v = np.concatenate([stem, tips, tips * (1, -1, 1)])
    n, m = teeth + 1, teeth
    left = [(i, i + 1, n + i) for i in range(m)]
    right = [(i + 1, i, n + m + i) for i in range(m)]
    return kit.piece(v, left + right, "leaf", False)


TIERS = {"full": (14, 10, 0.2), "slim": (15, 8, 0.36), "tiered": (8, 15, 0.3)}  # tiers, boughs of the lowest, droop


def _boughs(rng: Rng, top: float, radius: float, growth: str) -> tuple[Piece, Floats]:
    """The needled boughs of a fir whose stem reaches to `top`, as one piece, and the boughs' ends (n, 3)."""
    tiers, most, droop = TIERS[growth]
    at: list[Floats] = []
    turns: list[Floats] = []
    sizes: list[float] = []
    ends: list[Floats] = []
    for i in range(tiers):
        k = i / (tiers - 1)
        z = (0.11 + 0.87 * k**0.94) * top
        reach = radius * ((1 - k) ** 0.88 + 0.12)
        n = max(5, int(most * (1 - k) ** 0.6))
        for j in range(n):
            yaw = 2 * np.pi * (j + 0.5 * (i % 2)) / n + rng.normal(0, 0.09)
            ln = reach * rng.uniform(0.88, 1.0)
            pitch = 0.95 * k**2 - droop - rng.uniform(0, 0.12)
            way = np.array([np.cos(yaw) * np.cos(pitch), np.sin(yaw) * np.cos(pitch), np.sin(pitch)])
            foot = np.array([0.0, 0.0, z])
            ends.append(foot + way * ln)
            twigs = [(0.3, s * 0.62, 0.62) for s in (-1, 1)] + [(0.06, 0.0, 0.6), (0.42, 0.0, 0.62)]
            if k < 0.75:
                twigs += [(0.58, s * 0.5, 0.42) for s in (-1, 1)]
            for t, aside, share in twigs:
                at.append(foot + way * ln * t)
                turns.append(np.array([yaw + aside + rng.normal(0, 0.06), pitch + rng.normal(0.04, 0.1), rng.normal(0, 0.5)]))
                sizes.append(share * ln * rng.uniform(0.92, 1.08))
    crown = np.array([0.0, 0.0, 0.94 * top])
    for yaw in np.arange(5) * 1.2566:
        at.append(crown)
        turns.append(np.array([yaw, 1.25, 0.3]))
        sizes.append(0.07 * top)
    yaw, pitch, roll = np.array(turns).T
    return scatter(_spray(), np.array(at), frames(yaw, pitch, roll), np.array(sizes)), np.array(ends)


def christmas_tree(p: ChristmasTreeParams) -> Asset:
    """Layers of needled boughs, baubles, a star and a stand."""
    rng = chance(p)
    h, r = p.height, p.width / 2
    zt = h - (0.07 * h if p.decorated else 0.0)
    out: Pieces = [
        kit.bar((0, 0, 0.02 * h), (0, 0, zt * 0.97), 0.025 * h, "bark", 8, 0.004 * h),
        kit.cylinder(0.13 * r + 0.05 * h, 0.07 * h, (0, 0, 0), "stand", 0.006, 24, 0.16 * r + 0.055 * h),
    ]
    boughs, ends = _boughs(rng, zt, r, p.growth)
    # the lowest boughs spread over the floor; the stand alone carries the tree
    low = 0.05 * h
    v = boughs.vertices
    out.append(boughs._replace(vertices=np.column_stack([v[:, :2], np.maximum(v[:, 2], low + 0.2 * (v[:, 2] - low))])))
    if p.decorated:
        ball = kit.ellipsoid((1, 1, 1), (0, 0, -0.5), "bauble", 8, 5)
        pts = ends[rng.permutation(len(ends))[:36]] * (0.97, 0.97, 1) - (0, 0, 0.005 * h)
        pts[:, 2] = np.maximum(pts[:, 2], 0.09 * h)
        eye = np.tile(np.eye(3), (18, 1, 1))
        out.append(scatter(ball, pts[:18], eye, 0.036 * h))
        out.append(scatter(ball._replace(slot="bauble2"), pts[18:], eye[: len(pts[18:])], 0.03 * h))
        a = np.linspace(0, 2 * np.pi, 10, endpoint=False) + np.pi / 2
        rr = np.where(np.arange(10) % 2, 0.4, 1.0) * 0.045 * h
        out += kit.move(
            kit.rotate(
                kit.prism(np.column_stack([rr * np.cos(a), rr * np.sin(a)]), 0.012 * h, (0, 0, -0.006 * h), "star", 0.002),
                "x",
                np.pi / 2,
            ),
            (0, 0, h - 0.045 * h),
        )
    slots = {
        "leaf": "foliage:#20452a",
        "bark": "wood:#6b5540",
        "stand": pick(rng, ("metal:#5a1f1f", "wicker", "metal:#33383a")),
        "bauble": pick(rng, ("metal:#a51f23", "metal:#c8a04a")),
        "bauble2": pick(rng, ("metal:#d4af5a", "metal:#e4e2df", "metal:#27506b")),
        "star": "brass",
    }
    return done("christmas_tree", p, out, slots)


def christmas_tree_rand(rng: Rng, **overrides: Any) -> Asset:
    """A decorated fir drawn at random; slim ones are made for narrow places."""
    growth = overrides.get("growth") or pick(rng, tuple(TIERS))
    size = (0.8, 0.8, 1.95) if growth == "slim" else (1.05, 1.05, 1.85)
    return maker(ChristmasTreeParams, christmas_tree, {"": size})(rng, **{**overrides, "growth": growth})


@dataclass(frozen=True, slots=True)
class WreathParams(Prop):
    """A ring of leaves on a wall or door."""

    width: float = side(0.42)
    depth: float = side(0.1)
    height: float = side(0.42)
    kind: str = choice("eucalyptus", ("eucalyptus", "fir", "flowers"))


def wreath(p: WreathParams) -> Asset:
    """A twig ring with leaves, berries or flowers, perhaps a bow."""
    rng = chance(p)
    r = 0.36 * p.width
    out: Pieces = [*kit.rotate(kit.torus(r, 0.018 * p.width / 0.42, (0, 0, 0), "bark", 32, 6), "x", np.pi / 2)]
    n = 300 if p.kind == "fir" else 190
    a = rng.uniform(0, 2 * np.pi, n)
    tube = rng.uniform(0, 2 * np.pi, n)
    rt = 0.03 * p.width / 0.42
    c = np.stack(
        [(r + rt * np.cos(tube)) * np.cos(a), -0.012 - np.abs(rt * np.sin(tube)), (r + rt * np.cos(tube)) * np.sin(a)], -1
    )
    tpl = leaf({"fir": "lance", "eucalyptus": "round", "flowers": "oval"}[p.kind], 0.5, 0.3, 3, 1)
    # headings run round the ring and splay outwards and to the front
    out_dir = np.stack([np.cos(a), np.zeros(n), np.sin(a)], -1)
    run = np.stack([-np.sin(a), np.zeros(n), np.cos(a)], -1)
    d = run + out_dir * rng.normal(0, 0.6, n)[:, None] + np.array([0, -1, 0]) * rng.uniform(0.1, 0.9, n)[:, None]
    yaw, pit = azimuth(d), np.arctan2(d[:, 2].copy(), np.hypot(d[:, 0], d[:, 1]))
    out.append(
        scatter(
            tpl,
            c,
            frames(yaw, pit, rng.uniform(0, 6.28, n)),
            rng.uniform(0.8, 1.2, n) * p.width * (0.16 if p.kind == "fir" else 0.12),
        )
    )
    if p.kind == "flowers":
        b = blossom("rose", rng)
        for i in range(9):
            t = 2 * np.pi * (i + rng.uniform(0, 0.5)) / 9
            out += turn(kit.scale(b, 0.13 * p.width), x=np.pi / 2, at=(r * np.cos(t), -0.03, r * np.sin(t)))
    elif p.kind == "fir":
        for _ in range(16):
            t = rng.uniform(0, 6.28)
            out.append(
                kit.ellipsoid(
                    (0.035 * p.width,) * 3,
                    (r * np.cos(t) + rng.normal(0, 0.01), -0.04, r * np.sin(t) + rng.normal(0, 0.01)),
                    "berry",
                    8,
                    6,
                )
            )
        for s in (1, -1):
            out += kit.move(
                kit.rotate(
                    kit.pillow((0.2 * p.width, 0.13 * p.width, 0.04), (s * 0.1 * p.width, 0, 0), "bow", 6), "x", np.pi / 2
                ),
                (0, -0.055, -r),
            )
        out.append(kit.ellipsoid((0.06 * p.width, 0.04, 0.06 * p.width), (0, -0.065, -r), "bow", 8, 6))
    slots = {
        "leaf": {"fir": "foliage:#24502d", "eucalyptus": "foliage:#7f9a86", "flowers": "foliage:#4c7440"}[p.kind],
        "bark": "wood:#6b5540",
        "petal": "foliage:" + pick(rng, BLOOM),
        "berry": "plastic:#a81c22",
        "bow": "fabric:#a81c22",
    }
    return done("wreath", p, out, slots, origin="back")


@dataclass(frozen=True, slots=True)
class LivingWallParams(Prop):
    """A framed panel of plants or moss."""

    width: float = side(1.2)
    depth: float = side(0.2)
    height: float = side(1.0)
    kind: str = choice("plants", ("plants", "moss"))


def living_wall(p: LivingWallParams) -> Asset:
    """A frame filled with greenery."""
    rng = chance(p)
    w, h, d = p.width, p.height, p.depth
    t = 0.03
    fd = 0.45 * d
    out: Pieces = [kit.slab(-w / 2 + t / 2, w / 2 - t / 2, -0.02, 0, t / 2, h - t / 2, "soil", 0.002)]
    for s in (1, -1):
        out.append(kit.slab(s * (w / 2 - t / 2) - t / 2, s * (w / 2 - t / 2) + t / 2, -fd, 0, 0, h, "frame", 0.004, "z"))
        z = h - t / 2 if s > 0 else t / 2
        out.append(
            kit.slab(-w / 2 + t - 0.001, w / 2 - t + 0.001, -fd + 0.001, -0.001, z - t / 2, z + t / 2, "frame", 0.004, "x")
        )
    area = (w - 2 * t) * (h - 2 * t)
    if p.kind == "moss":
        n = int(np.clip(area * 110, 20, 170))
        for _ in range(n):
            s = rng.uniform(0.06, 0.16)
            x = rng.uniform(-1, 1) * max(w / 2 - t - s / 2, 0.0)
            z = h / 2 + rng.uniform(-1, 1) * max(h / 2 - t - s / 2, 0.0)
            out.append(lump((s, min(0.7 * s, 1.5 * d), s), (x, -0.02, z), pick(rng, ("leaf", "leaf2", "leaf3")), rng, 0.12, 9, 5))
    else:
        n = int(np.clip(area * 520, 120, 900))
        for slot, shape, size in (("leaf", "oval", 0.11), ("leaf2", "heart", 0.09), ("leaf3", "lance", 0.17)):
            m = n // 3
            cx = rng.uniform(-1, 1, (6, 2))
            which = rng.integers(6, size=m)
            x = np.clip(cx[which, 0] * w / 2 + rng.normal(0, 0.22 * w, m), -w / 2 + t + 0.05, w / 2 - t - 0.05)
            z = np.clip((cx[which, 1] + 1) * h / 2 + rng.normal(0, 0.22 * h, m), t + 0.07, h - t - 0.04)
            pos = np.stack([x, rng.uniform(-0.07, -0.015, m), z], -1)
            out.append(
                scatter(
                    leaf(shape, 1.1, 0.3, 4, 1, slot, start=0.5),
                    pos,
                    frames(rng.normal(-np.pi / 2, 0.8, m), rng.normal(-0.1, 0.4, m), rng.normal(0, 0.3, m)),
                    rng.uniform(0.7, 1.2, m) * size,
                )
            )
        out = kit.bend(out, lambda v: np.stack([v[:, 0], np.clip(v[:, 1], -d, 0), v[:, 2]], -1))
    slots = {
        "leaf": "foliage:#3f7030",
        "leaf2": "foliage:#5d8a3a",
        "leaf3": "foliage:#2f5a34",
        "frame": pick(rng, ("wood", "black_metal")),
        "soil": "foliage:#2a3d1e",
    }
    return done("living_wall", p, out, slots, origin="back")


GENERATORS = (
    Generator(
        "potted_plant",
        PottedPlantParams,
        potted_plant,
        potted_plant_rand,
        {
            "small": {"table": True},
            "tall": {"kind": "fiddle_leaf"},
            "leafy": {"kind": "rubber_plant"},
            "tropical": {"kind": "monstera"},
            "trailing": {"kind": "trailing"},
            "flowering": {"kind": "orchid"},
            "prickly": {"kind": "cactus"},
            "woven": {"pot": "basket"},
            "terracotta": {"pot": "tapered"},
            "square": {"pot": "square"},
        },
    ),
    Generator(
        "hanging_plant",
        HangingPlantParams,
        hanging_plant,
        maker(HangingPlantParams, hanging_plant, {"macrame": (0.42, 0.42, 0.95), "chain": (0.42, 0.42, 0.75)}),
        {"macrame": {"kind": "macrame"}},
    ),
    Generator("flower", FlowerParams, flower, flower_rand, {k: {"kind": k} for k in FLOWERS} | {"single": {"stems": 1}}),
    Generator(
        "bouquet",
        BouquetParams,
        bouquet,
        maker(
            BouquetParams,
            bouquet,
            {k: (0.3, 0.3, 0.45) for k in FLOWERS} | {"mixed": (0.34, 0.34, 0.45), "branches": (0.45, 0.45, 0.7)},
        ),
        {
            "dried": {"kind": "pampas"},
            "colorful": {"kind": "mixed"},
            "colourful": {"kind": "mixed"},
            "wild": {"kind": "mixed"},
            "tall": {"kind": "branches"},
        },
    ),
    Generator(
        "terrarium",
        TerrariumParams,
        terrarium,
        maker(TerrariumParams, terrarium, {"dome": (0.22, 0.22, 0.3), "jar": (0.22, 0.22, 0.28), "prism": (0.24, 0.24, 0.26)}),
    ),
    Generator(
        "planter_box",
        PlanterBoxParams,
        planter_box,
        maker(
            PlanterBoxParams,
            planter_box,
            {"wood": (0.8, 0.27, 0.5), "metal": (0.9, 0.25, 0.6), "stone": (0.8, 0.28, 0.5)},
            planting=("mixed", "flowers", "grass"),
        ),
    ),
    Generator(
        "christmas_tree",
        ChristmasTreeParams,
        christmas_tree,
        christmas_tree_rand,
        {"slim": {"growth": "slim"}, "plain": {"decorated": False}, "decorated": {"decorated": True}},
    ),
    Generator(
        "wreath",
        WreathParams,
        wreath,
        maker(WreathParams, wreath, {k: (0.42, 0.1, 0.42) for k in ("eucalyptus", "fir", "flowers")}),
        {"christmas": {"kind": "fir"}, "floral": {"kind": "flowers"}},
    ),
    Generator(
        "living_wall",
        LivingWallParams,
        living_wall,
        maker(LivingWallParams, living_wall, {"plants": (1.2, 0.2, 1.0), "moss": (1.2, 0.1, 0.8)}),
        {"moss": {"kind": "moss"}},
    ),
)

__all__ = ["GENERATORS", "VASES", "Ints", "Surface", "leaf", "scatter"]
