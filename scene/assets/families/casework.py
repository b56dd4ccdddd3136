"""What cabinet makers share: legs, feet, drawer and door fronts, handles, carcasses. Used by the table and storage families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ....model.assets import Box
from .. import kit
from ..asset import Motion, PartSpec, sample_params
from ..kit import Floats, Piece, Pieces

STYLES = ("modern", "classic", "rustic", "industrial", "midcentury")
Rng = np.random.Generator


# ---------------------------------------------------------------------------------------------- drawing parameters


def given(kind: type, over: dict[str, Any]) -> dict[str, Any]:
    """The overrides that are set; TypeError for a name that `kind` does not have."""
    names = {f for f in kind.__dataclass_fields__}
    for k in over:
        if k not in names:
            raise TypeError(f"{kind.__name__} has no parameter {k!r}")
    return {k: v for k, v in over.items() if v is not None}


def pick(rng: Rng, options: Sequence[Any], weights: Sequence[float] | None = None) -> Any:
    """One of the options."""
    p = None if weights is None else np.asarray(weights, float) / np.sum(weights)
    return options[int(rng.choice(len(options), p=p))]


def near(rng: Rng, value: float, spread: float = 0.1) -> float:
    """A length about `value`, to the millimetre."""
    return round(float(value * rng.uniform(1 - spread, 1 + spread)), 3)


def drawn(kind: type, rng: Rng, free: dict[str, Any], over: dict[str, Any]) -> Any:
    """Parameters from freely drawn values, overrides winning."""
    return sample_params(kind, rng, **{**free, **over})


# ---------------------------------------------------------------------------------------------- solid shapes


def loft(rings: ArrayLike, slot: str, smooth: bool = True, grain: str = "z") -> Piece:
    """A closed body through rings (n, k, 3) of counter-clockwise sections listed bottom to top."""
    r = np.asarray(rings, float)
    n, k = r.shape[:2]
    idx = np.arange(n * k).reshape(n, k)
    nj = np.roll(np.arange(k), -1)
    q = np.stack([idx[:-1], idx[:-1][:, nj], idx[1:][:, nj], idx[1:]], -1).reshape(-1, 4)
    v = r.reshape(-1, 3)
    loops = np.concatenate([q.reshape(-1), idx[0][::-1], idx[-1]])
    counts = np.concatenate([np.full(len(q), 4), [k, k]])
    flags = np.concatenate([np.full(len(q), smooth), [False, False]])
    return kit.outward(Piece(v, loops, counts, kit.box_uvs(v, loops, counts, grain), flags, slot))


def ccw(outline: ArrayLike) -> Floats:
    """The outline (n, 2), turned counter-clockwise if it is not."""
    p = np.asarray(outline, float)
    q = np.roll(p, -1, 0)
    return p if np.sum(p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]) > 0 else p[::-1]


def spaced(path: ArrayLike, least: float = 0.002) -> Floats:
    """The path (n, 3) without points closer than `least` to the one before."""
    p = np.asarray(path, float)
    keep = [0]
    for i in range(1, len(p)):
        if np.linalg.norm(p[i] - p[keep[-1]]) > least:
            keep.append(i)
    return p[keep]


def bent(points: ArrayLike, radius: float = 0.03, steps: int = 3) -> Floats:
    """A bar's path along straight runs with bends of `radius` at the corners. (n, 3)"""
    p = np.asarray(points, float)
    out = [p[0]]
    for a, b, c in zip(p[:-2], p[1:-1], p[2:], strict=True):
        u, v = a - b, c - b
        lu, lv = float(np.linalg.norm(u)), float(np.linalg.norm(v))
        r = min(radius, 0.45 * lu, 0.45 * lv)
        e, f = b + u / lu * r, b + v / lv * r
        for t in np.linspace(0, 1, steps + 1):
            out.append((1 - t) ** 2 * e + 2 * t * (1 - t) * b + t**2 * f)
    return spaced([*out, p[-1]], 1e-4)


def section(width: float, depth: float, round: float = 0.004) -> Floats:
    """A rounded rectangle section (12, 2)."""
    return kit.rounded_rect(width, depth, round, 2)


def post(
    foot: Sequence[float],
    head: Sequence[float],
    slot: str,
    w0: float,
    w1: float | None = None,
    d0: float | None = None,
    d1: float | None = None,
    round: float = 0.004,
    segments: int = 0,
) -> Piece:
    """A straight leg with level ends: rectangular `w0` x `d0` at the foot to `w1` x `d1` at the head; round if `segments`."""
    w1 = w0 if w1 is None else w1
    d0 = w0 if d0 is None else d0
    d1 = w1 if d1 is None else d1

    def ring(at: Sequence[float], w: float, d: float, z: float) -> Floats:
        s = kit.circle(0.5, segments) * (w, d) if segments else section(w, d, round)
        return np.column_stack([s + np.asarray(at[:2], float), np.full(len(s), z)])

    c = 0.003
    a, b = np.asarray(foot, float), np.asarray(head, float)
    return loft([ring(a, w0 - 2 * c, d0 - 2 * c, a[2]), ring(a, w0, d0, a[2] + c), ring(b, w1, d1, b[2])], slot)


def turned_leg(x: float, y: float, z0: float, z1: float, size: float, slot: str, block: float = 0.12) -> Pieces:
    """A lathe-turned leg with a square block at its head."""
    h = z1 - z0
    block = min(block, 0.4 * h)
    r = size / 2
    t = np.array(
        [
            (0.36, 0.0),
            (0.5, 0.02),
            (0.52, 0.05),
            (0.40, 0.08),
            (0.44, 0.10),
            (0.56, 0.14),
            (0.62, 0.25),
            (0.78, 0.5),
            (0.94, 0.72),
            (1.0, 0.80),
            (0.92, 0.86),
            (0.62, 0.895),
            (0.62, 0.91),
            (0.95, 0.93),
            (0.98, 0.95),
            (0.95, 0.97),
            (0.7, 0.985),
            (0.7, 1.0),
        ]
    )
    prof = np.column_stack([t[:, 0] * r, t[:, 1] * (h - block + 0.002)])
    return [
        kit.lathe(prof, (x, y, z0), slot, 16),
        kit.box((size, size, block), (x, y, z1 - block / 2), slot, 0.004, "z"),
    ]


def leg(x: float, y: float, z1: float, style: str, slot: str, size: float = 0.05, splay: float = 0.0, z0: float = 0.0) -> Pieces:
    """A furniture leg in the manner of a style; `splay` moves the foot outwards from the centre (metres)."""
    sx, sy = np.sign(x) if abs(x) > 1e-6 else 0.0, np.sign(y) if abs(y) > 1e-6 else 0.0
    foot = (x + sx * splay, y + sy * splay, z0)
    if style == "classic":
        return turned_leg(x, y, z0, z1, size, slot)
    if style == "midcentury":
        return [post(foot, (x, y, z1), slot, size * 0.5, size * 0.95, segments=14)]
    if style == "industrial":
        return [post((x, y, z0), (x, y, z1), slot, size * 0.8, round=0.003)]
    if style == "rustic":
        return [post((x, y, z0), (x, y, z1), slot, size * 1.15, round=0.008)]
    # modern: tapered on the inner sides only, so that the outer lines stay plumb
    w0 = size * 0.62
    fx, fy = x + sx * (size - w0) / 2, y + sy * (size - w0) / 2
    return [post((fx, fy, z0), (x, y, z1), slot, w0, size, round=0.003)]


def hairpin(x: float, y: float, z1: float, slot: str, spread: float = 0.05, radius: float = 0.005) -> Pieces:
    """A hairpin leg: a bent steel rod, its foot leaning outwards, on a small plate."""
    sx, sy = np.sign(x), np.sign(y)
    f = np.array([x + sx * 0.03, y + sy * 0.03, radius])
    a, b = np.array([x - sx * spread, y, z1 - 0.004]), np.array([x, y - sy * spread, z1 - 0.004])
    path = np.array([a, a * 0.5 + f * 0.5 + (0, 0, 0.0), f + (a - f) * 0.03, f, f + (b - f) * 0.03, b * 0.5 + f * 0.5, b])
    mid = (a + b) / 2
    plate = kit.box((spread * 1.9, spread * 1.9, 0.004), (mid[0], mid[1], z1 - 0.002), slot, 0.001)
    return [kit.tube(path, radius, slot, 7), plate]


def caster(x: float, y: float, slot: str = "rubber", radius: float = 0.03, hold: str = "metal") -> Pieces:
    """A swivelling castor standing on the floor; its plate is at 2.6 radii."""
    w = radius * 0.6
    wheel = kit.rotate(kit.cylinder(radius, w, (0, 0, -w / 2), slot, 0.003, 14), "y", np.pi / 2)
    fork = [kit.box((0.003, radius, radius * 1.6), (s * (w / 2 + 0.003), 0, radius * 0.7), hold, 0) for s in (-1, 1)]
    yoke = [
        kit.box((w + 0.012, radius * 1.1, 0.004), (0, 0, radius * 1.5), hold, 0),
        kit.cylinder(radius * 0.3, radius * 1.1, (0, 0, radius * 1.5), hold, 0.001, 10),
    ]
    return kit.move([*wheel, *fork, *yoke], (x, y, radius))


# ---------------------------------------------------------------------------------------------- fronts and handles


def front(
    x0: float, x1: float, z0: float, z1: float, y: float, kind: str, slot: str, thick: float = 0.019, pane: str = "glass"
) -> Pieces:
    """A drawer or door front whose outer face lies at `y` (facing -Y). Kinds: flat, shaker, raised, slats, glass, mesh."""
    w, h, cx, cz = x1 - x0, z1 - z0, (x0 + x1) / 2, (z0 + z1) / 2
    if kind == "flat" or min(w, h) < 0.13:
        return [kit.slab(x0, x1, y, y + thick, z0, z1, slot, 0.0025, "x" if w > h * 1.3 else "z")]
    s = min(0.06, 0.22 * min(w, h))
    if kind == "glass":
        s = min(0.05, s)
    out = [
        kit.slab(x0, x0 + s, y, y + thick, z0, z1, slot, 0.0025, "z"),
        kit.slab(x1 - s, x1, y, y + thick, z0, z1, slot, 0.0025, "z"),
        kit.slab(x0 + s - 0.001, x1 - s + 0.001, y + 0.0005, y + thick - 0.0005, z0, z0 + s, slot, 0.0025, "x"),
        kit.slab(x0 + s - 0.001, x1 - s + 0.001, y + 0.0005, y + thick - 0.0005, z1 - s, z1, slot, 0.0025, "x"),
    ]
    iw, ih = w - 2 * s + 0.01, h - 2 * s + 0.01
    if kind == "slats":
        n = max(3, int(ih / 0.028))
        for i in range(n):
            z = cz - ih / 2 + ih * (i + 0.5) / n
            louvre = kit.box((iw, 0.006, ih / n * 1.35), (0, 0, 0), slot, 0, "x")
            out += kit.move(kit.rotate(louvre, "x", -0.6), (cx, y + thick * 0.55, z))
        return out
    if kind == "glass":
        return [*out, kit.box((iw, 0.004, ih), (cx, y + thick * 0.5, cz), pane, 0)]
    out.append(kit.box((iw, 0.006, ih), (cx, y + thick * 0.65, cz), slot, 0, "z" if h > w else "x"))
    if kind == "raised":
        a, b = np.array([iw / 2 - 0.014, ih / 2 - 0.014]), np.array([iw / 2 - 0.04, ih / 2 - 0.04])
        if b.min() > 0.02:
            sq = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
            yy = y + thick * 0.65
            rings = [np.insert(sq * q, 1, yy - d, axis=1) for q, d in ((a, 0.0), (a, 0.004), (b, thick * 0.5), (b, thick * 0.55))]
            out += kit.move(loft(rings, slot, False, "z" if h > w else "x"), (cx, 0, cz))
    return out


def handle(x: float, z: float, y: float, kind: str, slot: str = "handle", length: float = 0.128, upright: bool = False) -> Pieces:
    """A pull on a front whose face is at `y`, centred at (x, z). Kinds: bar, knob, cup, ring, edge, groove, leather, none."""
    if kind in ("none", "groove"):
        return []
    if kind == "knob":
        prof = [(0.007, 0), (0.006, 0.008), (0.0125, 0.016), (0.014, 0.021), (0.011, 0.0255), (0.0, 0.027)]
        return kit.move(kit.rotate(kit.lathe(prof, (0, 0, 0), slot, 12), "x", np.pi / 2), (x, y + 0.001, z))
    if kind == "ring":
        ring = kit.rotate(kit.torus(0.024, 0.0032, (0, 0, 0), slot, 16, 6), "x", np.pi / 2 - 0.15)
        plate = kit.rotate(kit.cylinder(0.014, 0.006, (0, 0, 0), slot, 0.002, 12), "x", np.pi / 2)
        return [*kit.move(ring, (x, y - 0.010, z - 0.022)), *kit.move(plate, (x, y + 0.001, z))]
    if kind == "cup":
        t = np.linspace(0, np.pi, 9)
        u = np.linspace(0, np.pi / 2, 5)
        a, b = np.meshgrid(t, u, indexing="ij")
        g = np.stack([np.cos(a) * 0.045 * np.cos(b) ** 0.6, -np.sin(a) * 0.026 * np.cos(b) ** 0.3, np.sin(b) * 0.032], -1)
        g[:, -1] = [0, 0, 0.032]
        shell = kit.sheet(g[:, :-1], slot, 0.002)
        cap = kit.box((0.012, 0.02, 0.003), (0, -0.009, 0.030), slot, 0)
        return kit.move([shell, cap], (x, y + 0.001, z - 0.012))
    if kind == "leather":
        return [kit.box((0.024, 0.006, 0.07), (x, y - 0.002, z - 0.01), slot, 0.002)]
    if kind == "edge":
        size = (0.012, 0.024, length) if upright else (length, 0.024, 0.012)
        return [kit.box(size, (x, y - 0.011, z), slot, 0.002)]
    half = length / 2
    pull = [kit.bar((-half, -0.027, 0), (half, -0.027, 0), 0.005, slot, 8)]
    pull += [kit.bar((s * half * 0.8, 0.001, 0), (s * half * 0.8, -0.027, 0), 0.004, slot, 6) for s in (-1, 1)]
    return kit.move(kit.rotate(pull, "y", np.pi / 2) if upright else pull, (x, y, z))


def grip(pull: str, w: float, h: float) -> float:
    """How much of a front of w x h its grooved finger pull takes; nothing for other pulls."""
    return 0.018 if pull == "groove" and min(w, h) > 0.08 else 0.0


def finger_pull(
    x0: float, x1: float, z0: float, z1: float, y: float, pull: str, slot: str, hinge: str = "", thick: float = 0.019
) -> Pieces:
    """The channel of a groove pull: along the top of a drawer, or down the opening side of a door hinged `left` or `right`."""
    g = grip(pull, x1 - x0, z1 - z0)
    if not g:
        return []
    back = y + 0.62 * thick
    if not hinge:
        return [
            kit.slab(x0, x1, back, y + thick, z1 - g - 0.001, z1, slot, 0, "x"),
            kit.slab(x0, x1, y + 0.004, back + 0.001, z1 - 0.004, z1, "handle", 0, "x"),
        ]
    a, b = (x1 - g - 0.001, x1) if hinge == "left" else (x0, x0 + g + 0.001)
    edge = (x1 - 0.004, x1) if hinge == "left" else (x0, x0 + 0.004)
    return [
        kit.slab(a, b, back, y + thick, z0, z1, slot, 0, "z"),
        kit.slab(*edge, y + 0.004, back + 0.001, z0, z1, "handle", 0, "z"),
    ]


REACH = {"bar": 0.032, "knob": 0.026, "ring": 0.018, "cup": 0.026, "leather": 0.005, "edge": 0.023, "groove": 0.0, "none": 0.0}


def manner(style: str, rng: Rng | None = None) -> dict[str, str]:
    """The usual front and handle of a style, or a random fitting one."""
    fronts = {
        "modern": ("flat", "flat"),
        "classic": ("raised", "shaker"),
        "rustic": ("shaker", "raised"),
        "industrial": ("flat", "shaker"),
        "midcentury": ("flat", "slats"),
    }[style]
    handles = {
        "modern": ("bar", "groove", "edge"),
        "classic": ("knob", "ring", "cup"),
        "rustic": ("cup", "ring", "knob"),
        "industrial": ("bar", "cup", "edge"),
        "midcentury": ("knob", "leather", "edge"),
    }[style]
    if rng is None:
        return {"front": fronts[0], "handle": handles[0]}
    return {"front": pick(rng, fronts, (3, 1)), "handle": pick(rng, handles)}


def drawer(
    name: str,
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    y: float,
    depth: float,
    kind: str,
    pull: str,
    slot: str,
    inner: str = "",
    open_to: float = 0.75,
) -> PartSpec:
    """A drawer: front at `y`, box behind it `depth` long, its pull(s), sliding out to -Y."""
    w, h = x1 - x0, z1 - z0
    inner = inner or slot
    pieces = front(x0, x1, z0, z1 - grip(pull, w, h), y, kind, slot) + finger_pull(x0, x1, z0, z1, y, pull, slot)
    bx0, bx1, by0, by1 = x0 + 0.015, x1 - 0.015, y + 0.018, y + 0.018 + depth * 0.9
    bz0, bz1 = z0 + 0.015, max(z0 + 0.05, z1 - 0.035)
    if w > 0.1 and h > 0.07:
        pieces += [
            kit.slab(bx0, bx0 + 0.012, by0, by1, bz0, bz1, inner, 0),
            kit.slab(bx1 - 0.012, bx1, by0, by1, bz0, bz1, inner, 0),
            kit.slab(bx0 + 0.011, bx1 - 0.011, by1 - 0.012, by1 - 0.001, bz0, bz1 - 0.001, inner, 0),
            kit.slab(bx0 + 0.011, bx1 - 0.011, by0, by1 - 0.011, bz0 + 0.001, bz0 + 0.009, inner, 0),
        ]
    cz = (z0 + z1) / 2 if pull != "edge" else z1 - 0.012
    if h > 0.3 and pull in ("bar", "knob", "cup", "ring", "leather"):
        cz = z1 - 0.1
    at = [(x0 + x1) / 2] if w < 0.62 or pull in ("edge", "leather") else [x0 + w * 0.22, x1 - w * 0.22]
    for x in at:
        pieces += handle(x, cz, y, pull, length=min(0.16, 0.5 * w))
    return PartSpec(
        name, pieces, ((x0 + x1) / 2, y, (z0 + z1) / 2), Motion("slide", (0.0, -1.0, 0.0), 0.0, round(depth * open_to, 3))
    )


def door(
    name: str,
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    y: float,
    kind: str,
    pull: str,
    slot: str,
    hinge: str = "left",
    pull_z: float | None = None,
    pane: str = "glass",
) -> PartSpec:
    """A hinged door with its outer face at `y`; `hinge` is the side seen from the front where it turns."""
    g = grip(pull, x1 - x0, z1 - z0)
    pieces = front(x0 + g * (hinge != "left"), x1 - g * (hinge == "left"), z0, z1, y, kind, slot, pane=pane)
    pieces += finger_pull(x0, x1, z0, z1, y, pull, slot, hinge)
    hx = x0 if hinge == "left" else x1
    px = x1 - 0.03 if hinge == "left" else x0 + 0.03
    z = (z0 + z1) / 2 if pull_z is None else pull_z
    if pull == "edge":
        px = x1 - 0.008 if hinge == "left" else x0 + 0.008
    pieces += handle(px, z, y, pull if pull != "cup" else "knob", length=min(0.19, 0.4 * (z1 - z0)), upright=True)
    for hz in (z0 + 0.09, z1 - 0.09):
        if z1 - z0 > 0.3:
            pieces.append(kit.cylinder(0.004, 0.05, (hx, y + 0.0195, hz - 0.025), "handle", 0, 8))
    axis = (0.0, 0.0, -1.0) if hinge == "left" else (0.0, 0.0, 1.0)
    return PartSpec(name, pieces, (hx, y + 0.019, (z0 + z1) / 2), Motion("hinge", axis, 0.0, 1.9))


def settle(parts: Sequence[PartSpec], most: int = 4) -> tuple[Pieces, list[PartSpec]]:
    """Keep the first `most` parts as moving ones and fold the others into plain pieces."""
    return [q for s in parts[most:] for q in s.pieces], list(parts[:most])


def boxes_of(groups: Sequence[Sequence[Piece]]) -> list[Box]:
    """A solid for each group of pieces: its bounding box."""
    out = []
    for g in groups:
        if g:
            lo, hi = kit.bounds(list(g))
            out.append(Box(tuple(float(v) for v in lo), tuple(float(v) for v in hi)))
    return out


def carcass(
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    z0: float,
    z1: float,
    t: float = 0.019,
    slot: str = "body",
    back: str = "",
    top: bool = True,
) -> Pieces:
    """An open-fronted box of boards: sides, bottom, top and back."""
    b = back or slot
    out = [
        kit.slab(x0, x0 + t, y0, y1, z0, z1, slot, 0.0025, "z"),
        kit.slab(x1 - t, x1, y0, y1, z0, z1, slot, 0.0025, "z"),
        kit.slab(x0 + t - 0.001, x1 - t + 0.001, y0 + 0.0005, y1 - 0.0005, z0 + 0.0005, z0 + t, slot, 0.002, "x"),
        kit.slab(x0 + t - 0.001, x1 - t + 0.001, y1 - 0.009, y1 - 0.001, z0 + t - 0.001, z1 - t + 0.001, b, 0, "z"),
    ]
    if top:
        out.append(kit.slab(x0 + t - 0.001, x1 - t + 0.001, y0 + 0.0005, y1 - 0.0005, z1 - t, z1 - 0.0005, slot, 0.002, "x"))
    return out


def stand(x0: float, x1: float, y0: float, y1: float, z: float, style: str, slot: str = "body", metal: str = "legs") -> Pieces:
    """What a case stands on, from the floor to `z`: legs, plinth, bracket feet or a steel frame by style."""
    if z < 0.012:
        return []
    w = x1 - x0
    if style == "modern" or z < 0.06:
        return [kit.slab(x0 + 0.02, x1 - 0.02, y0 + 0.04, y1 - 0.01, 0, z + 0.001, slot, 0.002, "x")]
    if style == "classic":
        out = [kit.slab(x0 + 0.004, x1 - 0.004, y0 + 0.004, y1 - 0.004, z - 0.03, z + 0.001, slot, 0.006, "x")]
        for x in (x0 + 0.04, x1 - 0.04):
            for y in (y0 + 0.04, y1 - 0.04):
                prof = [(0.018, 0), (0.026, 0.01), (0.034, (z - 0.03) * 0.45), (0.03, (z - 0.03) * 0.8), (0.022, z - 0.029)]
                out.append(kit.lathe(prof, (x, y, 0), slot, 14))
        return out
    if style == "rustic":
        out = []
        for sx, x in ((1, x0), (-1, x1)):
            for y in (y0 + 0.03, y1 - 0.03):
                out.append(kit.box((0.055, 0.055, z + 0.001), (x + sx * 0.03, y, (z + 0.001) / 2), slot, 0.006, "z"))
        arch = [
            (-1, 0.55),
            (-0.82, 0.55),
            (-0.74, 0.3),
            (-0.6, 0.1),
            (0.6, 0.1),
            (0.74, 0.3),
            (0.82, 0.55),
            (1, 0.55),
            (1, -0.02),
            (-1, -0.02),
        ]
        outline = [(a * (w / 2 - 0.05), -b * z) for a, b in arch]
        apron = kit.rotate(kit.prism(ccw(outline), 0.018, (0, 0, 0), slot, 0.002), "x", np.pi / 2)
        return out + kit.move(apron, ((x0 + x1) / 2, y0 + 0.035, z))
    if style == "industrial":
        out = []
        for x in (x0 + 0.02, x1 - 0.02):
            for y in (y0 + 0.02, y1 - 0.02):
                out.append(kit.box((0.025, 0.025, z + 0.001), (x, y, (z + 0.001) / 2), metal, 0.002, "z"))
        out += [
            kit.slab(x0 + 0.02, x1 - 0.02, y - 0.011, y + 0.011, z - 0.024, z + 0.0015, metal, 0.002)
            for y in (y0 + 0.02, y1 - 0.02)
        ]
        return out
    out = []
    for sx, x in ((1, x0), (-1, x1)):
        for sy, y in ((1, y0), (-1, y1)):
            out.append(
                post(
                    (x + sx * 0.045, y + sy * 0.04, 0),
                    (x + sx * 0.085, y + sy * 0.075, z + 0.001),
                    slot,
                    0.02,
                    0.036,
                    segments=12,
                )
            )
    inset = 0.075
    out += [
        kit.slab(x0 + 0.08, x1 - 0.08, y - 0.009, y + 0.009, z - 0.025, z + 0.001, slot, 0.002, "x")
        for y in (y0 + inset, y1 - inset)
    ]
    return out
