"""What seating, beds and textiles share: upholstery blocks, piping, legs, draped and folded cloth."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ....model.assets import Box, Surface
from .. import kit
from ..kit import Floats, Piece, Pieces

STYLES = ("modern", "classic", "rustic", "industrial", "midcentury")


def settle(cls: type, over: dict[str, Any], /, **drawn: Any) -> Any:
    """Parameters of `cls` from drawn values and overrides (None = free), clipped to their limits. TypeError for unknown names."""
    values = {**drawn, **{k: v for k, v in over.items() if v is not None}}
    for f in dataclasses.fields(cls):
        if f.name in values and "lower" in f.metadata:
            v = float(np.clip(values[f.name], f.metadata["lower"], f.metadata["upper"]))
            values[f.name] = round(v) if isinstance(f.default, int) else v if over.get(f.name) is not None else round(v, 3)
    return cls(**values)


def pick(rng: np.random.Generator, options: Sequence[Any], weights: Sequence[float] | None = None) -> Any:
    """One of the options, drawn with the weights given."""
    w = None if weights is None else np.asarray(weights, float) / np.sum(weights)
    return options[int(rng.choice(len(options), p=w))]


def free(over: dict[str, Any], name: str, drawn: Any) -> Any:
    """The override if there is one, else what was drawn (for parameters that others follow)."""
    v = over.get(name)
    return drawn if v is None else v


def ripples(seed: int, low: float, high: float, terms: int = 5) -> Callable[[Floats, Floats], Floats]:
    """A smooth random field over the plane with wavelengths from `low` to `high` metres, about -1..1, fixed by the seed."""
    rng = np.random.default_rng(seed)
    angle = rng.uniform(0, np.pi, terms)
    k = 2 * np.pi / np.exp(rng.uniform(np.log(low), np.log(high), terms))
    phase = rng.uniform(0, 2 * np.pi, terms)
    weight = rng.uniform(0.5, 1, terms)
    weight = weight / weight.sum() * 1.6

    def field(x: Floats, y: Floats) -> Floats:
        arg = x[..., None] * (k * np.cos(angle)) + y[..., None] * (k * np.sin(angle)) + phase
        return np.clip((np.sin(arg) * weight).sum(-1), -1, 1)

    return field


# ---------------------------------------------------------------------------------------------- upholstery


def block(
    size: Sequence[float],
    at: Sequence[float] = (0, 0, 0),
    slot: str = "fabric",
    round: float = 0.035,
    bulge: Sequence[float] = (0.0, 0.0, 0.012),
    detail: int = 5,
    corner: int = 2,
    seed: int | None = None,
    wrinkle: float = 0.003,
) -> Piece:
    """A padded block whose bounding box is about `size`: rounded edges, each pair of faces swollen by `bulge`.

    The swelling is flat in the middle, so that things can stand there. `seed` adds gentle unevenness near the edges.
    """
    half = np.asarray(size, float) / 2
    b = np.minimum(np.asarray(bulge, float), 0.35 * half)
    r = float(min(round, 0.98 * (half - b).min()))
    p, o, q = kit._cube_grid(corner, detail)
    v = p * (half - r - b) + o * r
    u = np.clip(v / half, -1, 1)
    soft = 1 - u**4
    grown = v.copy()
    for k in range(3):
        grown[:, k] += np.sign(v[:, k]) * b[k] * soft[:, (k + 1) % 3] * soft[:, (k + 2) % 3]
    if seed is not None:
        f = ripples(seed, 0.12, 0.4)
        edge = np.clip(np.abs(u[:, :2]).max(1), 0, 1) ** 3
        grown[:, 2] += wrinkle * edge * f(v[:, 0] + v[:, 2], v[:, 1] - v[:, 2])
        grown[:, 1] += wrinkle * f(v[:, 0], v[:, 2] + 3) * np.abs(u[:, 1])
    return kit._quads(grown + np.asarray(at, float), q, slot, True, "x")


def span(x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, slot: str = "fabric", **kw: Any) -> Piece:
    """A padded block by its limits."""
    return block((x1 - x0, y1 - y0, z1 - z0), ((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2), slot, **kw)


def welt(
    width: float, depth: float, z: float, radius: float, slot: str, at: Sequence[float] = (0, 0, 0), thick: float = 0.004
) -> Piece:
    """Piping: a thin closed cord around a rounded rectangle at height z."""
    prof = kit.rounded_rect(width, depth, radius, 2)
    path = np.column_stack([prof, np.full(len(prof), z)]) + np.asarray(at, float)
    return kit.tube(path, thick, slot, 5, closed=True)


def piped(
    size: Sequence[float],
    at: Sequence[float],
    slot: str,
    piping: bool,
    round: float = 0.035,
    bulge: Sequence[float] = (0.006, 0.01, 0.012),
    **kw: Any,
) -> Pieces:
    """A box cushion, with cords along its upper and lower edges if wanted."""
    out = [block(size, at, slot, round, bulge, **kw)]
    if piping:
        w, d, h = size
        s = 0.32 * round
        for sign in (1, -1):
            z = sign * (h / 2 - bulge[2] - s)
            out.append(welt(w - 2 * bulge[0] - 2 * s, d - 2 * bulge[1] - 2 * s, z, round * 0.8, slot, at))
    return out


def buttons(points: ArrayLike, radius: float, slot: str, normal: str = "y") -> Pieces:
    """Small flattened buttons at the points, pressed in along an axis."""
    size = [2 * radius] * 3
    size[kit.AXES[normal]] = radius
    button = kit.ellipsoid(size, (0, 0, 0), slot, 8, 3)
    return kit.repeat(button, np.asarray(points, float).reshape(-1, 3))


def scatter(size: float, at: Sequence[float], slot: str, lean: float, turn: float, thick: float = 0.15) -> Pieces:
    """A scatter cushion standing on `at` (middle of its lower edge), leaning back by `lean` and turned by `turn`."""
    p = kit.pillow((size, size, thick), (0, size / 2, 0), slot, 10, 0.07)
    stood = kit.rotate(p, "x", np.pi / 2 - lean)
    lo, _ = kit.bounds(stood)
    return kit.move(kit.rotate(kit.move(stood, (0, 0, -lo[2])), "z", turn), at)


# ---------------------------------------------------------------------------------------------- legs and rods


def loft(profile: ArrayLike, centres: ArrayLike, scales: ArrayLike, slot: str = "wood", smooth: bool = True) -> Piece:
    """Level copies of a profile (k, 2) stacked on the centres (n, 3), each scaled; flat ends that stand true on the floor."""
    prof, c = np.asarray(profile, float), np.asarray(centres, float)
    s = np.asarray(scales, float)
    s = np.stack([s, s], -1) if s.ndim == 1 else s
    n, k = len(c), len(prof)
    v = np.concatenate(
        [np.broadcast_to(prof * s[:, None] + c[:, None, :2], (n, k, 2)), np.broadcast_to(c[:, None, 2:], (n, k, 1))], -1
    )
    idx = np.arange(n * k).reshape(n, k)
    j = np.roll(np.arange(k), -1)
    quads = np.stack([idx[:-1], idx[:-1][:, j], idx[1:][:, j], idx[1:]], -1).reshape(-1, 4)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(c, axis=0), axis=1))])
    around = np.concatenate([[0], np.cumsum(np.linalg.norm(np.roll(prof, -1, 0) - prof, axis=1) * s.mean())])
    a, b = along[:-1, None], along[1:, None]
    va, vb = around[None, :-1], around[None, 1:]
    uv = np.stack([np.stack(np.broadcast_arrays(x, y), -1) for x, y in ((a, va), (a, vb), (b, vb), (b, va))], 2).reshape(-1, 2)
    loops = np.concatenate([quads.reshape(-1), idx[0][::-1], idx[-1]])
    counts = np.concatenate([np.full(len(quads), 4), [k, k]])
    uv = np.concatenate([uv, prof[::-1] * s[0], prof * s[-1]])
    flags = np.concatenate([np.full(len(quads), smooth), [False, False]])
    return kit.outward(Piece(v.reshape(-1, 3), loops, counts, uv, flags, slot))


def leg(top: Sequence[float], foot: Sequence[float], r0: float, r1: float, slot: str = "wood", square: bool = False) -> Piece:
    """A straight leg from foot to top: round or square, radius (half width) r1 at the foot and r0 at the top."""
    prof = kit.rounded_rect(2, 2, 0.35, 2) if square else kit.circle(1.0, 14)
    f, t = np.asarray(foot, float), np.asarray(top, float)
    ease = 0.003 / max(float(t[2] - f[2]), 0.01)
    at = [f, f + (t - f) * ease, t]
    return loft(prof, at, [r1 - 0.002, r1, r0], slot)


def turned(foot: Sequence[float], height: float, radius: float, slot: str = "wood") -> Piece:
    """A turned leg: ball foot, ring, swelling, square-ish neck."""
    f = np.array([0.6, 0.75, 0.62, 0.5, 0.72, 0.78, 0.62, 0.85, 1.0, 0.95, 0.72, 0.85, 0.85])
    z = np.array([0, 0.06, 0.12, 0.16, 0.19, 0.22, 0.25, 0.45, 0.62, 0.74, 0.80, 0.84, 1.0])
    return kit.lathe(np.column_stack([f * radius, z * height]), foot, slot, 16)


def bun(foot: Sequence[float], height: float, radius: float, slot: str = "wood") -> Piece:
    """A bun foot."""
    t = np.linspace(-0.42 * np.pi, 0.42 * np.pi, 9)
    return kit.lathe(np.column_stack([radius * np.cos(t) ** 0.7, (np.sin(t) / np.sin(t[-1]) + 1) / 2 * height]), foot, slot, 18)


def feet(kind: str, spots: Iterable[Sequence[float]], height: float, slot: str) -> Pieces:
    """Feet under the spots (x, y): tapered, splayed, block, turned, bun, metal or hairpin. They go 1 cm into the body."""
    out: Pieces = []
    for x, y in spots:
        sx, sy = np.sign(x), np.sign(y)
        top = (x, y, height + 0.01)
        if kind == "block":
            out.append(kit.box((0.07, 0.07, height + 0.01), (x, y, (height + 0.01) / 2), slot, 0.004))
        elif kind == "turned":
            out.append(turned((x, y, 0), height + 0.01, 0.036, slot))
        elif kind == "bun":
            out.append(bun((x, y, 0), height + 0.008, 0.045, slot))
        elif kind == "metal":
            out.append(kit.box((0.03, 0.03, height + 0.01), (x, y, (height + 0.01) / 2), slot, 0.003))
            out.append(kit.box((0.04, 0.04, 0.006), (x, y, 0.003), slot, 0.0015))
        elif kind == "hairpin":
            a, b = np.array([x - 0.05 * sx, y, height + 0.01]), np.array([x, y - 0.05 * sy, height + 0.01])
            f = np.array([x + 0.02 * sx, y + 0.02 * sy, 0.006])
            out.append(kit.tube(kit.smooth_path([a, f + (a - f) * 0.05, f, f + (b - f) * 0.05, b], 4), 0.005, slot, 8))
        elif kind == "splayed":
            out.append(leg(top, (x + 0.045 * sx, y + 0.03 * sy, 0), 0.022, 0.012, slot))
        else:
            out.append(leg(top, (x, y, 0), 0.027, 0.016, slot, square=True))
    return out


def rail(a: Sequence[float], b: Sequence[float], thick: float, tall: float, slot: str = "wood", radius: float = 0.005) -> Piece:
    """A straight bar of rounded-rectangular section (thick across, tall upright) between two points."""
    return kit.sweep(kit.rounded_rect(thick, tall, radius, 2), [a, b], slot)


def grounded(p: Piece) -> Pieces:
    """A slanted leg let down onto the floor, z = 0, by its lowest corner."""
    return kit.move(p, (0, 0, -p.vertices[:, 2].min()))


# ---------------------------------------------------------------------------------------------- cloth


def drape(
    width: float,
    depth: float,
    top: float,
    over: tuple[float, float, float, float],
    slot: str,
    thick: float = 0.006,
    radius: float = 0.05,
    fold: float = 0.012,
    seed: int = 0,
    cells: tuple[int, int] = (40, 44),
    centre: tuple[float, float] = (0.0, 0.0),
    puff: float = 0.0,
    flat: float = 0.0035,
    flare: float = 0.12,
) -> Piece:
    """Cloth lying on a box's top (width x depth around `centre`, height `top`) and hanging over its sides.

    `over` is how far it hangs on the left (-X), right, front (-Y) and back side; 0 ends at the rim. It falls in folds of
    amplitude `fold` that grow towards the hem. `puff` swells it between the rims, `flat` is the unevenness on top.
    """
    left, right, front, back = over
    hx, hy = width / 2, depth / 2

    def axis(h: float, a: float, b: float, n: int) -> Floats:
        m = np.concatenate(
            [
                np.linspace(-h - a, -h + radius, max(2, round(n * 0.25)) if a > 0 else 2, endpoint=False),
                np.linspace(-h + radius, h - radius, max(4, round(n * 0.5))),
                np.linspace(h - radius, h + b, (max(2, round(n * 0.25)) if b > 0 else 2) + 1)[1:],
            ]
        )
        return m

    s, t = np.meshgrid(axis(hx, left, right, cells[0]), axis(hy, front, back, cells[1]), indexing="ij")
    # the part of the cloth that is past the rim on each side, measured from where the rounding begins
    ax, ay = hx - (radius if max(left, right) > 0 else 0), hy - radius
    y_lo, y_hi = (-ay if front > 0 else -hy), (ay if back > 0 else hy)
    cx, cy = np.clip(s, -ax, ax), np.clip(t, y_lo, y_hi)
    dx, dy = s - cx, t - cy
    r = np.hypot(dx, dy)
    unit = np.stack([dx, dy], -1) / np.maximum(r, 1e-9)[..., None]
    quarter = radius * np.pi / 2
    bend = np.minimum(r, quarter)
    out = radius * np.sin(bend / radius)
    down = radius * (1 - np.cos(bend / radius)) + np.maximum(r - quarter, 0)
    hang = np.maximum(r - quarter, 0)
    # folds: a wave along the rim; around a corner the angle continues the arc length
    arc = cx + cy + np.arctan2(np.abs(dy), np.abs(dx) + 1e-9) * 0.35
    f1, f2 = ripples(seed, 0.14, 0.34, 4), ripples(seed + 1, 0.25, 0.8, 5)
    wave = f1(arc + 0.15 * hang, np.sign(dx) * 2.0 + np.sign(dy))
    grow = np.clip(hang / 0.25, 0, 1)
    corner = np.minimum(np.abs(dx), np.abs(dy)) / np.maximum(r, 1e-9)
    out = out + grow * fold * (1 + wave) + flare * hang * (0.15 + corner)
    x = cx + unit[..., 0] * out
    y = cy + unit[..., 1] * out
    level = np.where(r < 1e-9, 1.0, np.clip(1 - hang / 0.1, 0, 1))
    swell = (1 - np.clip(np.abs(s) / (hx + 1e-9), 0, 1) ** 6) * (1 - np.clip(np.abs(t) / (hy + 1e-9), 0, 1) ** 6)
    z = top - down + puff * swell + level * flat * (f2(s, t) - 1.0)
    off = np.clip((np.maximum(np.abs(s) / hx, np.abs(t) / hy) - 0.62) / 0.38, 0, 1)
    z = z + level * off * 2.2 * flat * ripples(seed + 2, 0.12, 0.3, 5)(s, t)
    g = np.stack([x + centre[0], y + centre[1], z], -1)
    return kit.sheet(g, slot, thick)


def fold_stack(
    width: float,
    depth: float,
    height: float,
    layers: int,
    slot: str,
    seed: int = 0,
    at: Sequence[float] = (0, 0, 0),
    across: int = 9,
) -> Pieces:
    """A blanket or towel folded to and fro in `layers`, standing on `at`, with its round folds to front and back."""
    pitch = height / layers
    thick = pitch * 0.93
    half = depth / 2 - pitch / 2
    path: list[tuple[float, float]] = []
    for i in range(layers):
        z = pitch * (i + 0.5)
        sgn = 1 if i % 2 == 0 else -1
        path += [(sgn * half * u, z) for u in (-1.0, -0.55, 0.0, 0.55, 1.0)]
        if i < layers - 1:
            path += [
                (sgn * (half + pitch * 0.5 * np.cos(a)), z + pitch * 0.5 + pitch * 0.5 * np.sin(a)) for a in (-0.8, 0.0, 0.8)
            ]
    pts = np.asarray(path)
    xs = np.linspace(-width / 2, width / 2, across)
    g = np.zeros((len(pts), across, 3))
    f = ripples(seed, 0.15, 0.5)
    g[..., 0] = xs[None] * (1 - 0.006 * (1 + f(pts[:, :1], pts[:, 1:] * 3 + 0 * xs[None])))
    g[..., 1] = pts[:, :1] + 0.006 * f(xs[None] + 0 * pts[:, :1], pts[:, 1:] * 6)
    rise = pts[:, 1:] / height
    g[..., 2] = pts[:, 1:] - rise * 0.10 * pitch * np.abs(xs[None] / (width / 2)) ** 3
    mid = kit.sheet(g, slot, 0.0)
    return kit.move([_thicken(g, thick, slot, mid)], at)


def _thicken(g: Floats, thick: float, slot: str, mid: Piece) -> Piece:
    """A slab around a middle surface, its long edges rounded a little."""
    n = np.zeros((g.shape[0] * g.shape[1], 3))
    fn = kit.face_normals(mid.vertices, mid.loops, mid.counts)
    for c in range(4):
        np.add.at(n, mid.loops.reshape(-1, 4)[:, c], fn)
    n = (n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-12)).reshape(g.shape)
    edge = np.ones(g.shape[1])
    edge[[0, -1]] = 0.55
    return kit.sheet(g + n * (thick / 2 * edge[None, :, None]), slot, thick * 0.97)


# ---------------------------------------------------------------------------------------------- solids and surfaces


def hull(pieces: Iterable[Piece], floor: bool = False) -> Box:
    """The bounding box of some pieces; with `floor` it reaches down to z = 0."""
    lo, hi = kit.bounds(list(pieces))
    return Box((float(lo[0]), float(lo[1]), 0.0 if floor else float(lo[2])), (float(hi[0]), float(hi[1]), float(hi[2])))


def hulls(groups: Iterable[Sequence[Piece]]) -> list[Box]:
    """A bounding box for each group that is not empty."""
    return [hull(g) for g in groups if len(g)]


def seat_surface(name: str, piece: Piece, inset: float = 0.25, drop: float = 0.003) -> Surface:
    """The nearly flat middle of a cushion's top; `inset` is the share of each side left out."""
    lo, hi = kit.bounds(piece)
    dx, dy = (hi[0] - lo[0]) * inset, (hi[1] - lo[1]) * inset
    return Surface(name, "on", lo[0] + dx, lo[1] + dy, hi[0] - dx, hi[1] - dy, float(hi[2]) - drop)
