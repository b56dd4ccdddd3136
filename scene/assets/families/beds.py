"""Things to lie on: beds with their bedding, bunks, cribs, hospital and treatment beds, pet beds."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Surface
from .. import kit
from ..asset import Asset, Generator, choice, count, finish, flag, length
from ..kit import Pieces
from ._soft import (
    STYLES,
    block,
    buttons,
    drape,
    feet,
    free,
    hulls,
    leg,
    pick,
    piped,
    rail,
    ripples,
    scatter,
    settle,
    span,
    turned,
    welt,
)

LINEN = "fabric:#efece4"


# ---------------------------------------------------------------------------------------------- bedding


def mattress_block(
    x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, slot: str = "linen", seed: int = 0
) -> Pieces:
    """A mattress with its two corded edges."""
    size, at = (x1 - x0, y1 - y0, z1 - z0), ((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2)
    out: Pieces = [block(size, at, slot, 0.045, (0.004, 0.004, 0.005), 5, 2)]
    for z in (z0 + 0.028, z1 - 0.028):
        out.append(welt(size[0] - 0.008, size[1] - 0.008, z - at[2], 0.05, slot, at, 0.005))
    return out


def sleeping_pillow(width: float, depth: float, thick: float, slot: str, seed: int) -> Pieces:
    """A bed pillow lying on z = 0, its foot edge towards -Y; plump and a little creased."""
    p = kit.pillow((width, depth, thick), (0, 0, 0), slot, 12, 0.045)
    f = ripples(seed, 0.10, 0.35, 6)
    v = p.vertices.copy()
    u = np.abs(v[:, :2]) / (width / 2, depth / 2)
    v[:, 2] += 0.010 * f(v[:, 0], v[:, 1]) * (1 - np.clip(u.max(1), 0, 1) ** 4) * np.sign(v[:, 2] + 1e-9) * 0.8
    v[:, 2] = np.maximum(v[:, 2], -thick * 0.36)
    p = p._replace(vertices=v)
    lo, _ = kit.bounds(p)
    return kit.move([p], (0, 0, -lo[2]))


def pillow_row(
    count_: int,
    x0: float,
    x1: float,
    y: float,
    z: float,
    slot: str,
    lean: float,
    seed: int,
    wide: float = 0.66,
    deep: float = 0.44,
) -> Pieces:
    """Pillows side by side, their upper edge against y, lying on z and leaning back by `lean` (0 = flat)."""
    out: Pieces = []
    step = (x1 - x0) / count_
    w = min(wide, step - 0.03)
    for i in range(count_):
        p = kit.rotate(sleeping_pillow(w, deep, 0.15, slot, seed + i), "x", lean)
        p = kit.rotate(p, "z", 0.03 * ((seed + i) % 3 - 1))
        lo, hi = kit.bounds(p)
        out += kit.move(p, (x0 + (i + 0.5) * step, y - hi[1], z - lo[2] - 0.012))
    return out


@dataclass(frozen=True, slots=True)
class _Making:
    """How a bed is made up, over a mattress with these limits."""

    x0: float
    x1: float
    y0: float
    y1: float
    top: float
    side: float  # how far the duvet hangs on the sides
    foot: float  # and over the foot; 0 ends at the rim
    pillows: int = 2
    rows: int = 1
    throw: bool = False
    lean: float = 0.35
    seed: int = 0
    quilted: bool = False
    turn: bool = True

    @property
    def head(self) -> float:
        """Where the duvet ends and the pillows' place begins."""
        return self.y1 - min(0.62, 0.30 * (self.y1 - self.y0)) - 0.10 * (self.rows > 1)

    @property
    def turndown(self) -> Surface:
        """The level fold of linen before the pillows, where cushions lean."""
        mid, reach = (self.x0 + self.x1) / 2, 0.36 * (self.x1 - self.x0)
        return Surface("turndown", "on", mid - reach, self.head - 0.21, mid + reach, self.head + 0.02, self.top + 0.036 + 0.0395)


def make_up(m: _Making) -> tuple[Pieces, Pieces, Surface]:
    """Duvet with its turned-down edge and maybe a throw; pillows; and the level part of the duvet."""
    w, mid = m.x1 - m.x0 + 0.07, (m.x0 + m.x1) / 2
    head = m.head
    foot_y = m.y0 - (0.035 if m.foot else -0.04)
    depth = head - foot_y
    top = m.top + 0.036
    cells = (32, 34)
    cloth: Pieces = [
        drape(
            w,
            depth,
            top,
            (m.side, m.side, m.foot, 0.0),
            "duvet",
            0.030,
            0.06,
            0.016,
            m.seed,
            cells,
            (mid, (head + foot_y) / 2),
            0.012,
            0.0028,
        )
    ]
    if m.quilted:
        cloth += [
            kit.tube(
                [(mid - w / 2 + 0.08, y, top + 0.0115), (mid, y, top + 0.010), (mid + w / 2 - 0.08, y, top + 0.0115)],
                0.0022,
                "duvet",
                5,
            )
            for y in np.arange(foot_y + 0.2, head - 0.3, 0.22)
        ]
    if m.turn:
        fold = 0.27
        cloth.append(
            drape(
                w + 0.05,
                fold,
                top + 0.034,
                (m.side - 0.01, m.side - 0.01, 0.012, 0.055),
                "linen",
                0.028,
                0.026,
                0.010,
                m.seed + 5,
                (28, 10),
                (mid, head - fold / 2 + 0.03),
                0.006,
                0.002,
            )
        )
    y1 = head - 0.36
    if m.throw:
        band = min(0.62, depth * 0.4)
        ty = foot_y + 0.22 + band / 2
        cloth.append(
            drape(
                w + 0.024,
                band,
                top + 0.026,
                (m.side * 0.86, m.side * 0.80, 0.0, 0.0),
                "throw",
                0.010,
                0.065,
                0.012,
                m.seed + 9,
                (32, 12),
                (mid, ty),
                0.004,
                0.0025,
            )
        )
        surface = Surface("bed", "on", mid - w * 0.30, ty + band / 2 + 0.03, mid + w * 0.30, y1, top + 0.0085)
        if surface.y1 - surface.y0 < 0.25:
            surface = Surface("bed", "on", mid - w * 0.30, ty - band * 0.42, mid + w * 0.30, ty + band * 0.42, top + 0.027)
    else:
        surface = Surface("bed", "on", mid - w * 0.30, foot_y + depth * 0.2, mid + w * 0.30, y1, top + 0.0085)
    pillows: Pieces = []
    y = m.y1 - 0.01
    n = m.pillows
    if n:
        pillows += pillow_row(n, m.x0 + 0.03, m.x1 - 0.03, y, m.top, "linen", m.lean, m.seed + 20)
        if m.rows > 1:
            _lo, hi = kit.bounds(pillows)
            pillows += pillow_row(
                n, m.x0 + 0.06, m.x1 - 0.06, y - 0.15, m.top + 0.03, "duvet", m.lean + 0.22, m.seed + 40, 0.60, 0.40
            )
            if n > 1:
                q = scatter(0.38, (mid, 0, 0), "throw", 0.45, 0.05, 0.13)
                _, hi = kit.bounds(q)
                pillows += kit.move(q, (0, y - 0.42 - hi[1] + 0.06, m.top + 0.03))
    return cloth, pillows, surface


# ---------------------------------------------------------------------------------------------- bed


@dataclass(frozen=True, slots=True)
class BedParams:
    """A made bed, head at +Y (a daybed has its long back at +Y)."""

    width: float = length(1.65, 0.7, 2.6, "over the frame and bedding")
    depth: float = length(2.12, 0.75, 2.6)
    height: float = length(1.05, 0.42, 2.5, "top of the headboard or canopy")
    style: str = choice("modern", STYLES)
    kind: str = choice("double", ("single", "double", "queen", "king", "canopy", "daybed"))
    headboard: str = choice(
        "upholstered", ("upholstered", "tufted", "channel", "panel", "slats", "arched", "metal", "cushions", "none")
    )
    base: str = choice("upholstered", ("upholstered", "wood", "platform", "metal", "sleigh"))
    top: float = length(0.52, 0.26, 0.75, "of the mattress")
    footboard: bool = flag(False)
    pillows: int = count(2, 0, 3, "in a row")
    rows: int = count(1, 1, 2, "of pillows")
    throw: bool = flag(True, "a throw across the foot")
    quilted: bool = flag(False, "stitched duvet")
    drapes: bool = flag(True, "curtains on a canopy bed")
    variant: int = count(0, 0, 9999)


def _panel_tufts(x0: float, x1: float, z0: float, z1: float, y: float, slot: str) -> Pieces:
    """A diamond-buttoned pad facing -Y."""
    nx, nz = 44, 20
    gx, gz = np.meshgrid(np.linspace(x0, x1, nx), np.linspace(z0, z1, nz), indexing="ij")
    cols, rows = max(3, round((x1 - x0) / 0.19)), max(2, round((z1 - z0) / 0.15))
    pts = np.array(
        [
            (x0 + (i + (0.5 if k % 2 else 0.0)) * (x1 - x0) / cols, z0 + (k + 0.5) * (z1 - z0) / rows)
            for k in range(rows)
            for i in range(cols + 1)
        ]
    )
    pts = pts[(pts[:, 0] > x0 + 0.04) & (pts[:, 0] < x1 - 0.04)]
    dist = np.min(np.hypot(gx[..., None] - pts[:, 0], gz[..., None] - pts[:, 1]), -1)
    rim = np.minimum.reduce([gx - x0, x1 - gx, gz - z0, z1 - gz])
    out = 0.032 * (1 - np.exp(-((dist / 0.055) ** 1.2))) * np.clip(rim / 0.04, 0, 1) ** 0.5 + 0.008
    pad = kit.sheet(np.stack([gx, y - out, gz], -1), slot, 0.02)
    return [pad, *buttons(np.column_stack([pts[:, 0], np.full(len(pts), y - 0.013), pts[:, 1]]), 0.011, slot)]


def _headboard(p: BedParams, w: float, z0: float, z1: float) -> tuple[Pieces, float]:
    """A headboard as wide as 2w, rear face at y = 0; (pieces, its thickness)."""
    kind = p.headboard
    if kind in ("upholstered", "tufted", "channel", "cushions"):
        t = 0.075
        out: Pieces = [span(-w, w, -t, 0, 0.06, z1, "frame", round=0.026, bulge=(0, 0.004, 0), detail=4)]
        zs = min(z0 + 0.02, z1 - 0.15)
        if kind == "tufted":
            out += _panel_tufts(-w + 0.05, w - 0.05, zs, z1 - 0.05, -t + 0.006, "frame")
            t += 0.034
        elif kind == "channel":
            n = max(5, round(2 * w / 0.15))
            xs = np.linspace(-w + 0.01, w - 0.01, n + 1)
            out += [
                span(
                    a + 0.001,
                    b - 0.001,
                    -t - 0.035,
                    -t + 0.03,
                    zs,
                    z1 - 0.012,
                    "frame",
                    round=0.03,
                    bulge=(0, 0.008, 0),
                    detail=3,
                )
                for a, b in itertools.pairwise(xs)
            ]
            t += 0.035
        elif kind == "cushions":
            n = 2 if w > 0.6 else 1
            xs = np.linspace(-w + 0.02, w - 0.02, n + 1)
            for a, b in itertools.pairwise(xs):
                out += kit.rotate(
                    piped(
                        (b - a - 0.012, 0.11, z1 - zs - 0.01),
                        ((a + b) / 2, -t - 0.045, (z1 + zs) / 2),
                        "frame",
                        True,
                        0.045,
                        (0.006, 0.016, 0.01),
                    ),
                    "x",
                    -0.03,
                    (0, -t, zs),
                )
            t += 0.11
        else:
            out.append(
                span(
                    -w + 0.05, w - 0.05, -t - 0.022, -t + 0.02, zs, z1 - 0.05, "frame", round=0.02, bulge=(0, 0.008, 0), detail=4
                )
            )
            ring = kit.rotate(welt(2 * w - 0.085, z1 - zs - 0.035, 0, 0.03, "frame", (0, 0, 0)), "x", np.pi / 2)
            out += kit.move(ring, (0, -t - 0.002, (z1 + zs - 0.05) / 2))
            t += 0.028
        return out, t
    if kind == "metal":
        r = 0.016
        arch = 0.14 if p.style in ("classic", "rustic") else 0.0
        u = np.linspace(-1, 1, 17)
        out = [kit.bar((s * (w - r), -0.02, 0), (s * (w - r), -0.02, z1 - arch), r, "frame", 14) for s in (-1, 1)]
        out.append(kit.tube(np.column_stack([u * (w - r), np.full(17, -0.02), z1 - r - arch * u**2]), r * 0.8, "frame", 10))
        out.append(kit.bar((-w + r, -0.02, z0 - 0.08), (w - r, -0.02, z0 - 0.08), 0.011, "frame"))
        n = max(6, round(2 * w / 0.13))
        out += [
            kit.bar((x, -0.02, z0 - 0.08), (x, -0.02, z1 - r - arch * (x / w) ** 2), 0.007, "frame", 8)
            for x in np.linspace(-w, w, n + 1)[1:-1]
        ]
        if arch or p.style == "industrial":
            out += [kit.ellipsoid((0.045, 0.045, 0.05), (s * (w - r), -0.02, z1 - arch + 0.012), "frame", 14, 8) for s in (-1, 1)]
        return out, 0.04
    t = 0.045
    post = 0.03
    if kind == "arched":
        u = np.linspace(1, -1, 25)
        lo, rise = z0 - 0.12, min(0.22, (z1 - z0) * 0.5)
        out = [
            _standing_panel(
                np.column_stack([u * w, z1 - rise + rise * np.sqrt(np.clip(1 - u**2 * 0.98, 0, 1)) ** 0.8]), lo, 0.032, 0.008
            ),
            _standing_panel(
                np.column_stack([u * (w - 0.09), z1 - rise - 0.06 + rise * np.sqrt(np.clip(1 - u**2 * 0.98, 0, 1)) ** 0.8]),
                lo + 0.08,
                0.046,
                0.012,
            ),
        ]
        out = [
            *kit.move(out, (0, 0, 0)),
            *(kit.box((0.05, 0.04, lo + 0.06), (s * (w - 0.03), -0.022, (lo + 0.06) / 2), "frame", 0.003) for s in (-1, 1)),
        ]
        return out, 0.05
    out = [kit.box((2 * post, t, z1 - 0.01), (s * (w - post), -t / 2, (z1 - 0.01) / 2), "frame", 0.005) for s in (-1, 1)]
    out.append(kit.box((2 * w, t + 0.012, 0.055), (0, -t / 2, z1 - 0.0275), "frame", 0.008))
    lo = z0 - 0.14
    out.append(kit.box((2 * w - 0.1, t * 0.7, 0.09), (0, -t / 2, lo + 0.045), "frame", 0.004))
    if kind == "slats":
        n = max(5, round(2 * w / 0.11))
        wide = 0.05 if p.style in ("modern", "rustic") else 0.028
        out += [
            kit.box((wide, 0.018, z1 - 0.05 - lo), (x, -t / 2, (z1 - 0.05 + lo + 0.08) / 2), "frame", 0.004)
            for x in np.linspace(-w + 0.06, w - 0.06, n + 2)[1:-1]
        ]
    else:
        n = max(1, round((2 * w - 0.12) / 0.55)) if p.style in ("classic", "midcentury") else 1
        xs = np.linspace(-w + 0.06, w - 0.06, n + 1)
        for a, b in itertools.pairwise(xs):
            out.append(kit.slab(a + 0.002, b - 0.002, -t + 0.008, -0.012, lo + 0.08, z1 - 0.05, "frame", 0.004, "x"))
            if n > 1:
                out.append(kit.slab(a + 0.06, b - 0.06, -t - 0.001, -t + 0.02, lo + 0.14, z1 - 0.11, "frame", 0.008, "x"))
        if p.style in ("rustic", "modern"):
            h = (z1 - 0.05 - lo - 0.08) / 3
            out += [
                kit.slab(
                    -w + 0.061,
                    w - 0.061,
                    -t + 0.002,
                    -t + 0.02,
                    lo + 0.085 + i * h,
                    lo + 0.08 + (i + 1) * h - 0.003,
                    "frame",
                    0.003,
                    "x",
                )
                for i in range(3)
            ]
    return out, t + 0.006


def _standing_panel(top: np.ndarray, z0: float, thick: float, bevel: float) -> kit.Piece:
    """A board of the given upper outline (x from + to -, z), standing on z0 with its rear at y = 0."""
    outline = np.vstack([[(top[-1, 0], z0), (top[0, 0], z0)], top])
    q = kit.prism(outline, thick, (0, 0, 0), "frame", bevel, "x")
    return kit.outward(q._replace(vertices=np.column_stack([q.vertices[:, 0], -q.vertices[:, 2] + 0.0, q.vertices[:, 1]])))


def _base(p: BedParams, w: float, y0: float, y1: float, z: float) -> tuple[Pieces, Pieces]:
    """Side rails, foot rail and legs; `z` is their upper edge. (rails, legs)"""
    if p.base == "metal":
        rails = [
            rail((s * (w - 0.015), y0, z - 0.02), (s * (w - 0.015), y1, z - 0.02), 0.03, 0.04, "frame", 0.004) for s in (-1, 1)
        ]
        rails += [rail((-w, y, z - 0.02), (w, y, z - 0.02), 0.028, 0.038, "frame", 0.004) for y in (y0 + 0.015, (y0 + y1) / 2)]
        legs = [
            kit.bar((s * (w - 0.02), y, z - 0.01), (s * (w - 0.02), y, 0), 0.016, "frame")
            for s in (-1, 1)
            for y in (y0 + 0.02, (y0 + y1) / 2)
        ]
        return rails, legs
    if p.base == "upholstered":
        lift = 0.05 if p.style in ("modern", "industrial") else 0.10
        rails = [span(-w, w, y0, y1, lift, z, "frame", round=0.02, bulge=(0, 0, 0), detail=3)]
        legs = feet(
            "tapered" if lift > 0.08 else "block",
            [(s * (w - 0.07), y) for s in (-1, 1) for y in (y0 + 0.07, y1 - 0.1)],
            lift + 0.004,
            "legs",
        )
        return rails, legs
    if p.base == "platform":
        rails = [kit.slab(-w, w, y0, y1, z - 0.10, z, "frame", 0.005, "y")]
        legs = [kit.slab(-w + 0.16, w - 0.16, y0 + 0.2, y1 - 0.1, 0, z - 0.098, "frame", 0.003)]
        return rails, legs
    deep = 0.16
    rails = [
        rail((s * (w - 0.014), y0 + 0.01, z - deep / 2), (s * (w - 0.014), y1, z - deep / 2), 0.028, deep, "frame", 0.004)
        for s in (-1, 1)
    ]
    rails.append(rail((-w + 0.004, y0 + 0.014, z - deep / 2), (w - 0.004, y0 + 0.014, z - deep / 2), 0.028, deep, "frame", 0.004))
    rails += [
        rail((-w + 0.02, y, z - 0.07), (w - 0.02, y, z - 0.07), 0.09, 0.02, "frame", 0.003)
        for y in np.linspace(y0 + 0.12, y1 - 0.1, 9)
    ]
    low = z - deep
    if p.style == "classic":
        legs = [turned((s * (w - 0.05), y, 0), low + 0.03, 0.042, "frame") for s in (-1, 1) for y in (y0 + 0.05, y1 - 0.05)]
    elif p.style == "midcentury":
        legs = [
            leg((s * (w - 0.07), y, low + 0.02), (s * (w - 0.03), y - 0.03, 0), 0.027, 0.015, "frame")
            for s in (-1, 1)
            for y in (y0 + 0.10, y1 - 0.10)
        ]
    else:
        legs = [
            kit.box((0.07, 0.07, low + 0.06), (s * (w - 0.04), y, (low + 0.06) / 2), "frame", 0.004)
            for s in (-1, 1)
            for y in (y0 + 0.045, y1 - 0.05)
        ]
    return rails, legs


def _bunched(x: float, y: float, z0: float, z1: float, seed: int, tie: float = 0.45) -> kit.Piece:
    """A drape gathered around a bed post, tied a little below half height."""
    n, k = 22, 40
    z = np.linspace(z0, z1, n)
    a = np.linspace(0, 2 * np.pi, k, endpoint=False)
    u = (z - z0) / (z1 - z0)
    r = 0.085 - 0.045 * np.exp(-(((u - tie) / 0.16) ** 2)) + 0.012 * (1 - u)
    f = ripples(seed, 0.5, 2.0, 4)
    wave = 1 + 0.22 * np.cos(9 * a[None] + 1.2 * f(u[:, None] * 2, 0 * a[None])) * (0.6 + 0.4 * np.abs(u[:, None] - tie))
    g = np.stack([x + r[:, None] * wave * np.cos(a), y + r[:, None] * wave * np.sin(a), np.broadcast_to(z[:, None], (n, k))], -1)
    idx = np.arange(n * k).reshape(n, k)
    j = np.roll(np.arange(k), -1)
    sides = np.stack([idx[:-1], idx[:-1][:, j], idx[1:][:, j], idx[1:]], -1).reshape(-1, 4).tolist()
    faces = [*sides, idx[0][::-1].tolist(), idx[-1].tolist()]
    flags = [True] * (len(faces) - 2) + [False, False]
    return kit.outward(kit.piece(g.reshape(-1, 3), faces, "drapes", flags, "z"))


def _canopy(p: BedParams, w: float, d: float) -> list[Pieces]:
    """Four posts, a top frame and, if wanted, gathered drapes at each post."""
    r = 0.032
    groups: list[Pieces] = []
    round_ = p.style in ("classic", "rustic")
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (w - r), sy * (d - r)
            if round_:
                prof = [
                    (0.6, 0),
                    (1.0, 0.02),
                    (1.0, 0.22),
                    (0.7, 0.24),
                    (1.0, 0.27),
                    (0.8, 0.30),
                    (0.62, 0.5),
                    (0.62, 0.8),
                    (0.8, 0.9),
                    (0.62, 0.93),
                    (0.62, 0.985),
                    (0.3, 1.0),
                ]
                group: Pieces = [kit.lathe([(a * r, b * p.height) for a, b in prof], (x, y, 0), "frame", 16)]
            else:
                group = [kit.box((2 * r * 0.9, 2 * r * 0.9, p.height), (x, y, p.height / 2), "frame", 0.004)]
            if p.drapes:
                group.append(_bunched(sx * (w - 0.10), sy * (d - 0.10), 0.03, p.height - 0.06, p.variant + sx + 2 * sy))
                group.append(
                    kit.move(
                        kit.scale(kit.torus(0.05, 0.007, (0, 0, 0), "drapes", 20, 6), (1, 1, 1.6)),
                        (sx * (w - 0.10), sy * (d - 0.10), 0.03 + 0.45 * (p.height - 0.09)),
                    )[0]
                )
            groups.append(group)
    z = p.height - 0.045
    for s in (-1, 1):
        groups.append([rail((-w + r, s * (d - r), z), (w - r, s * (d - r), z), 0.034, 0.05, "frame", 0.004)])
        groups.append([rail((s * (w - r), -d + r, z), (s * (w - r), d - r, z), 0.034, 0.05, "frame", 0.004)])
    return groups


def bed(p: BedParams) -> Asset:
    """A bed with mattress, turned-down duvet, pillows and maybe a throw."""
    if p.kind == "daybed":
        return _daybed(p)
    w, d = p.width / 2, p.depth / 2
    top = min(p.top, p.height - 0.14)
    canopy = p.kind == "canopy"
    hb_top = min(1.15, p.height * 0.55) if canopy else p.height
    has_head = p.headboard != "none" and hb_top > top + 0.15
    groups: list[Pieces] = []
    wf = w - 0.034
    inner = d - (0.07 if canopy else 0.0)
    back = inner
    if has_head:
        head, thick = _headboard(p, w - (0.06 if canopy else 0.004), top, hb_top)
        groups.append(kit.move(head, (0, inner, 0)))
        back = inner - thick
    if canopy:
        groups += _canopy(p, w, d)
        wf = w - 0.075
    rail_top = min(top - 0.10, 0.40)
    foot = -d + (0.075 if canopy else 0.006)
    fb = 0.0
    if p.footboard and not canopy and top > 0.35:
        z1 = top + 0.08 if p.headboard != "metal" else top + 0.16
        board, fb = (
            _headboard(p, w - 0.004, rail_top + 0.02, z1)
            if p.headboard in ("metal", "slats", "panel", "arched")
            else ([span(-w + 0.004, w - 0.004, -0.07, 0, 0.05, z1 - 0.02, "frame", round=0.025, bulge=(0, 0.004, 0))], 0.07)
        )
        board = kit.rotate(board, "z", np.pi)
        groups.append(kit.move(board, (0, foot - 0.002, 0)))
        foot += fb
    rails, legs = _base(p, wf - 0.012, foot + (0.03 if not fb else 0.0), back + 0.004, rail_top)
    groups.append(legs)
    wm = wf - (0.045 if p.base != "platform" else 0.06)
    y0, y1 = foot + (0.065 if not fb else 0.015), back - 0.004
    mat = mattress_block(-wm, wm, y0, y1, rail_top - 0.02, top)
    side = min(top - 0.14, top - rail_top + (0.08 if p.base != "platform" else 0.03))
    lean = 0.42 if has_head and hb_top > top + 0.38 else 0.12
    n = max(0, p.pillows)
    making = _Making(
        -wm, wm, y0, y1, top, side, 0.0 if fb else side, n, p.rows if has_head else 1, p.throw, lean, p.variant, p.quilted
    )
    cloth, pillows, surface = make_up(making)
    groups.append(rails + mat + cloth)
    groups.append(pillows)
    pieces = [q for g in groups for q in g]
    padded = p.headboard in ("upholstered", "tufted", "channel", "cushions") or (
        p.headboard == "none" and p.base == "upholstered"
    )
    family = "fabric" if padded and not canopy else "metal" if p.headboard == "metal" or p.base == "metal" else "wood"
    slots = {"frame": family, "duvet": "fabric", "linen": LINEN, "throw": "fabric", "legs": "wood", "drapes": LINEN}
    used = {q.slot for q in pieces}
    return finish(
        "bed",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surface] if making.rows > 1 else [surface, making.turndown],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def _daybed(p: BedParams) -> Asset:
    """A daybed: long back at +Y, arms left and right, a pull-out bed on castors below."""
    w, d = p.width / 2, p.depth / 2
    top = min(p.top, p.height - 0.2, 0.48)
    groups: list[Pieces] = []
    wood = p.base != "upholstered" and p.headboard not in ("upholstered", "tufted", "channel", "cushions")
    arm_z = min(p.height - 0.03, top + 0.30)
    if wood:
        q = BedParams(
            headboard="slats" if p.headboard == "metal" else p.headboard if p.headboard != "none" else "slats", style=p.style
        )
        back, t = _headboard(q, w - 0.004, top - 0.02, p.height)
        side, _ = _headboard(q, d - 0.008, top - 0.02, arm_z)
    else:
        t = 0.10
        back = [span(-w, w, -t, 0, 0.06, p.height, "frame", round=0.04, bulge=(0, 0.006, 0.004), detail=6)]
        side = [span(-d + 0.004, d - 0.006, -t, 0, 0.06, arm_z, "frame", round=0.035, bulge=(0, 0.006, 0.004), detail=5)]
    groups.append(kit.move(back, (0, d, 0)))
    groups.append(kit.move(kit.rotate(side, "z", -np.pi / 2), (w, -0.002, 0)))
    groups.append(kit.move(kit.rotate(side, "z", np.pi / 2), (-w, -0.002, 0)))
    x = w - t - 0.004
    drawer = [
        kit.slab(-x, x, -d + 0.012, -d + 0.032, 0.05, 0.22, "frame", 0.003, "x"),
        kit.slab(-x + 0.02, x - 0.02, -d + 0.03, d - t, 0.06, 0.20, "frame", 0.003),
    ]
    drawer += [
        kit.cylinder(0.022, 0.062, (sx * (x - 0.1), y, 0), "legs", 0.004, 16) for sx in (-1, 1) for y in (-d + 0.12, d - 0.2)
    ]
    drawer += [
        kit.bar((sx * x * 0.5 - 0.06, -d + 0.006, 0.14), (sx * x * 0.5 + 0.06, -d + 0.006, 0.14), 0.005, "legs", 8)
        for sx in (-1, 1)
    ]
    rails = [kit.slab(-x, x, -d + 0.02, d - t + 0.004, 0.235, top - 0.16, "frame", 0.004, "x")]
    mat = mattress_block(-x + 0.003, x - 0.003, -d, d - t - 0.004, top - 0.17, top)
    cover = drape(
        2 * x - 0.02,
        2 * d - t - 0.01,
        top + 0.022,
        (0, 0, 0.16, 0),
        "duvet",
        0.02,
        0.05,
        0.006,
        p.variant,
        (40, 30),
        (0, -t / 2 + 0.004),
        0.006,
        0.0028,
    )
    groups.append(drawer + rails + mat + [cover])
    cushions: Pieces = []
    n = 3
    for i in range(n):
        q2 = scatter(
            min(0.50, p.height - top + 0.1), ((i - 1) * x * 0.62, 0, 0), "throw" if i % 2 else "linen", 0.24, 0.08 * (i - 1), 0.16
        )
        _, hi = kit.bounds(q2)
        cushions += kit.move(q2, (0, d - t - hi[1], top + 0.004))
    groups.append(cushions)
    pieces = [q for g in groups for q in g]
    slots = {"frame": "wood" if wood else "fabric", "duvet": "fabric", "linen": LINEN, "throw": "fabric", "legs": "metal"}
    surface = Surface("bed", "on", -x * 0.6, -d * 0.62, x * 0.6, -d * 0.05, top + 0.025)
    return finish("bed", p, pieces, slots, [surface], hulls(groups), size=(p.width, p.depth, p.height))


_BED_LOOKS = {
    "modern": (("upholstered", "channel", "panel", "cushions", "slats"), ("upholstered", "platform", "wood")),
    "classic": (("tufted", "panel", "arched", "metal"), ("wood", "upholstered")),
    "rustic": (("panel", "slats", "arched"), ("wood",)),
    "industrial": (("metal", "panel"), ("metal", "platform")),
    "midcentury": (("panel", "slats", "upholstered"), ("wood",)),
}


def bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A bed drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES, (5, 2, 2, 1, 2)))
    kind = over.get("kind")
    if kind is None and over.get("width") is not None:
        kind = (
            "single" if over["width"] < 1.3 else "double" if over["width"] < 1.55 else "queen" if over["width"] < 1.85 else "king"
        )
    kind = kind or pick(rng, ("double", "queen", "king", "single"), (3, 4, 3, 1))
    mattress = {"single": 0.92, "double": 1.40, "queen": 1.54, "king": 1.86, "canopy": 1.70, "daybed": 0.0}[kind]
    wide = 2.06 if kind == "daybed" else mattress + rng.uniform(0.14, 0.18) + (0.08 if kind == "canopy" else 0)
    deep = rng.uniform(0.96, 1.06) if kind == "daybed" else rng.uniform(2.08, 2.18)
    high = (
        rng.uniform(2.0, 2.15) if kind == "canopy" else rng.uniform(0.82, 0.92) if kind == "daybed" else rng.uniform(0.95, 1.25)
    )
    wide = free(over, "width", wide)
    heads, bases = _BED_LOOKS[style]
    head = free(over, "headboard", pick(rng, heads))
    base = (
        "metal"
        if head == "metal"
        else "upholstered"
        if head in ("upholstered", "tufted", "channel", "cushions") and kind != "canopy"
        else pick(rng, [b for b in bases if b not in ("metal", "upholstered")] or ["wood"])
    )
    if kind == "canopy" and head in ("upholstered", "channel", "cushions", "metal"):
        head = free(over, "headboard", "panel")
        base = "wood"
    across = 1 if wide < 1.3 else 2
    return bed(
        settle(
            BedParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=deep,
            height=high,
            headboard=head,
            base=base,
            top=rng.uniform(0.48, 0.58),
            footboard=bool(rng.random() < (0.5 if style in ("classic", "rustic") or head == "metal" else 0.1)),
            pillows=across,
            rows=int(rng.integers(1, 3)),
            throw=bool(rng.random() < 0.6),
            quilted=bool(rng.random() < 0.3),
            drapes=bool(rng.random() < 0.7),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- bunk and loft


@dataclass(frozen=True, slots=True)
class BunkParams:
    """A bunk or loft bed, long side (with the ladder) to -Y."""

    width: float = length(2.08, 1.6, 2.5, "along the beds")
    depth: float = length(1.04, 0.75, 1.8)
    height: float = length(1.68, 1.2, 2.3)
    style: str = choice("modern", STYLES)
    kind: str = choice("bunk", ("bunk", "loft"))
    slanted: bool = flag(True, "ladder leans; else it is upright")
    side: str = choice("right", ("left", "right"), "end with the ladder")
    variant: int = count(0, 0, 9999)


def bunk_bed(p: BunkParams) -> Asset:
    """Two beds above each other (or one on a high frame), posts, guard rails, ladder and bedding."""
    # made lengthwise along Y (head at +Y), the ladder on -X; turned at the end
    w, d, h = p.depth / 2, p.width / 2, p.height
    metal = p.style == "industrial"
    post = 0.022 if metal else 0.032
    lean = min(0.16, p.depth * 0.14) if p.slanted else 0.0
    x0, x1 = -w + lean + 0.03, w
    groups: list[Pieces] = []

    def bar(a: tuple[float, float, float], b: tuple[float, float, float], thick: float = 0.024, tall: float = 0.07) -> kit.Piece:
        if metal:
            return kit.bar(a, b, min(0.016, tall * 0.4), "frame")
        return rail(a, b, thick, tall, "frame", 0.004)

    for x in (x0 + post, x1 - post):
        for y in (-d + post, d - post):
            groups.append(
                [
                    kit.cylinder(post, h, (x, y, 0), "frame", 0.004, 16)
                    if metal
                    else kit.box((2 * post, 2 * post, h), (x, y, h / 2), "frame", 0.006)
                ]
            )
    levels = [h - 0.42] if p.kind == "loft" else [0.30, h - 0.42]
    surfaces = []
    for i, z in enumerate(levels):
        g: Pieces = [bar((x, -d + post, z), (x, d - post, z), 0.026, 0.11) for x in (x0 + post, x1 - post)]
        g += [bar((x0 + post, y, z), (x1 - post, y, z), 0.026, 0.11) for y in (-d + post, d - post)]
        if not metal:
            g += [
                rail((x0 + 0.03, y, z - 0.02), (x1 - 0.03, y, z - 0.02), 0.07, 0.018, "frame", 0.003)
                for y in np.linspace(-d + 0.12, d - 0.12, 11)
            ]
        else:
            g += [
                kit.bar((x0 + 0.03, y, z - 0.02), (x1 - 0.03, y, z - 0.02), 0.008, "frame", 8)
                for y in np.linspace(-d + 0.12, d - 0.12, 11)
            ]
        top = z + 0.13
        m = _Making(x0 + 0.06, x1 - 0.06, -d + 0.075, d - 0.075, top, 0.05, 0.0, 1, 1, False, 0.18, p.variant + 50 * i, False)
        cloth, pillows, surface = make_up(m)
        g += mattress_block(m.x0, m.x1, m.y0, m.y1, z - 0.012, top) + cloth + pillows
        groups.append(g)
        surfaces.append(
            surface._replace(
                name=("lower", "upper")[i] if len(levels) == 2 else "bed",
                kind="in" if len(levels) == 2 and i == 0 else "on",
                clearance=levels[1] - top - 0.15 if len(levels) == 2 and i == 0 else 10.0,
            )
        )
        # head and foot boards
        high = h - 0.05 if i == len(levels) - 1 else z + 0.36
        for y in (-d + post, d - post):
            e: Pieces = [bar((x0 + post, y, high), (x1 - post, y, high), 0.022, 0.06)]
            e += [
                bar((x, y, z + 0.03), (x, y, high), 0.014, 0.05)
                if not metal
                else kit.bar((x, y, z), (x, y, high), 0.007, "frame", 8)
                for x in np.linspace(x0 + post, x1 - post, 6)[1:-1]
            ]
            groups.append(e)
    z = h - 0.05
    gap = 0.44
    groups.append([bar((x1 - post, -d + post, zz), (x1 - post, d - post, zz), 0.022, 0.06) for zz in (z, z - 0.13)])
    groups.append(
        [bar((x0 + post, -d + gap + 0.1, zz), (x0 + post, d - post, zz), 0.022, 0.06) for zz in (z, z - 0.13)]
        + [bar((x0 + post, -d + gap + 0.12, h - 0.42), (x0 + post, -d + gap + 0.12, z), 0.022, 0.045)]
    )
    ladder: Pieces = []
    foot_x, top_x = x0 - 0.01 - lean, x0 - 0.012
    ya, yb = -d + 0.10, -d + gap + 0.04
    for y in (ya, yb):
        ladder.append(leg((top_x, y, z - 0.06), (foot_x, y, 0), 0.02, 0.02, "frame", not metal))
    n = max(4, round((h - 0.42) / 0.26))
    for k in range(1, n + 1):
        zz = k * (h - 0.40) / (n + 0.3)
        x = foot_x + (top_x - foot_x) * zz / (z - 0.06)
        ladder.append(
            kit.bar((x, ya, zz), (x, yb, zz), 0.013, "frame")
            if metal
            else kit.box((0.075 if p.slanted else 0.036, yb - ya - 0.02, 0.022), (x, (ya + yb) / 2, zz), "frame", 0.004)
        )
    groups.append(ladder)
    turn = kit.rotate
    groups = [turn(g, "z", np.pi / 2) for g in groups]
    surfaces = [s._replace(x0=-s.y1, x1=-s.y0, y0=s.x0, y1=s.x1) for s in surfaces]
    if p.side == "left":
        groups = [kit.scale(g, (-1, 1, 1)) for g in groups]
        surfaces = [s._replace(x0=-s.x1, x1=-s.x0) for s in surfaces]
    pieces = [q for g in groups for q in g]
    slots = {"frame": "metal" if metal else "wood", "duvet": "fabric", "linen": LINEN}
    return finish("bunk_bed", p, pieces, slots, surfaces, hulls(groups), size=(p.width, p.depth, p.height))


def bunk_bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A bunk or loft bed drawn at random; parameters given are kept."""
    kind = free(over, "kind", "bunk")
    return bunk_bed(
        settle(
            BunkParams,
            over,
            style=pick(rng, STYLES),
            kind=kind,
            width=rng.uniform(2.02, 2.14),
            depth=rng.uniform(1.0, 1.12),
            height=rng.uniform(1.60, 1.78) if kind == "bunk" else rng.uniform(1.72, 1.92),
            slanted=bool(rng.random() < 0.5),
            side=pick(rng, ("left", "right")),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- loose mattress, crib, toddler bed


@dataclass(frozen=True, slots=True)
class MattressParams:
    """A mattress on the floor, made up or bare."""

    width: float = length(1.40, 0.5, 2.2)
    depth: float = length(2.00, 1.0, 2.3)
    height: float = length(0.22, 0.05, 0.5)
    style: str = choice("modern", STYLES)
    made: bool = flag(True, "with duvet and pillows (adds to the height)")
    variant: int = count(0, 0, 9999)


def mattress(p: MattressParams) -> Asset:
    """A mattress lying on the floor."""
    w, d = p.width / 2, p.depth / 2
    if not p.made or p.height < 0.2:
        pieces = mattress_block(-w, w, -d, d, 0, p.height)
        if p.height > 0.1:
            n = max(3, round(p.depth / 0.3))
            pts = [((i - 1) * w * 0.6, (j + 0.5) / n * 2 * d - d, p.height - 0.003) for i in range(3) for j in range(n)]
            pieces += buttons(pts, 0.012, "linen", "z")
        return finish(
            "mattress",
            p,
            pieces,
            {"linen": LINEN},
            [Surface("top", "on", -w * 0.25, -d * 0.6, w * 0.25, d * 0.6, p.height - 0.002)],
            None,
            size=(p.width, p.depth, p.height),
        )
    top = p.height - 0.10
    base = mattress_block(-w + 0.04, w - 0.04, -d + 0.04, d, 0, top)
    cloth, pillows, surface = make_up(
        _Making(
            -w + 0.04,
            w - 0.04,
            -d + 0.04,
            d,
            top,
            max(0.10, min(0.2, top - 0.05)),
            max(0.10, min(0.2, top - 0.05)),
            1 if p.width < 1.2 else 2,
            1,
            False,
            0.05,
            p.variant,
        )
    )
    cloth = kit.bend(cloth, lambda v: np.column_stack([v[:, :2], np.maximum(v[:, 2], 0.004)]))
    pieces = base + cloth + pillows
    return finish(
        "mattress",
        p,
        pieces,
        {"duvet": "fabric", "linen": LINEN},
        [surface],
        hulls([base + cloth, pillows]),
        size=(p.width, p.depth, p.height),
    )


def mattress_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A floor mattress drawn at random; parameters given are kept."""
    h = free(over, "height", rng.uniform(0.22, 0.34))
    return mattress(
        settle(
            MattressParams,
            over,
            width=pick(rng, (0.9, 1.2, 1.4, 1.6)),
            depth=2.0,
            height=h,
            made=False,
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class CribParams:
    """A baby's cot, long side to the front."""

    width: float = length(1.36, 0.8, 1.7)
    depth: float = length(0.76, 0.5, 1.1)
    height: float = length(0.95, 0.6, 1.3)
    style: str = choice("modern", STYLES)
    ends: str = choice("slats", ("slats", "panel", "curved"))
    castors: bool = flag(False)
    bumper: bool = flag(False, "a padded border inside")
    variant: int = count(0, 0, 9999)


def crib(p: CribParams) -> Asset:
    """A cot: posts, slatted sides, mattress, blanket and a small pillow."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    lift = 0.05 if p.castors else 0.0
    post = 0.024
    zb = lift + 0.20
    groups: list[Pieces] = []
    posts: Pieces = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (w - post), sy * (d - post)
            if p.style in ("midcentury", "modern"):
                posts.append(
                    leg(
                        (x, y, h - 0.01),
                        (x, y, lift),
                        0.023,
                        0.015 if p.style == "midcentury" else 0.021,
                        "frame",
                        p.style == "modern",
                    )
                )
            else:
                posts.append(turned((x, y, lift), zb - lift + 0.01, 0.027, "frame"))
                posts.append(kit.box((2 * post, 2 * post, h - zb - 0.02), (x, y, (h + zb) / 2 - 0.01), "frame", 0.005))
                posts.append(kit.ellipsoid((0.05, 0.05, 0.045), (x, y, h - 0.0225), "frame", 14, 8))
            if p.castors:
                posts.append(
                    kit.rotate(kit.cylinder(0.026, 0.022, (0, 0, -0.011), "castor", 0.004, 16), "y", np.pi / 2)[0]._replace()
                )
                posts[-1] = kit.move(posts[-1], (x, y, 0.026))[0]
    groups.append(posts)
    zt = h - 0.035
    for s in (-1, 1):
        y = s * (d - post)
        side: Pieces = [
            rail((-w + post, y, zt), (w - post, y, zt), 0.032, 0.045, "frame", 0.012),
            rail((-w + post, y, zb), (w - post, y, zb), 0.024, 0.05, "frame"),
        ]
        n = round((2 * w - 0.1) / 0.075)
        side += [kit.bar((x, y, zb), (x, y, zt), 0.0085, "frame", 8) for x in np.linspace(-w + post, w - post, n + 1)[1:-1]]
        groups.append(side)
    for s in (-1, 1):
        x = s * (w - post)
        end: Pieces = [rail((x, -d + post, zb), (x, d - post, zb), 0.024, 0.05, "frame")]
        if p.ends == "panel":
            end.append(kit.slab(x - 0.009, x + 0.009, -d + 0.03, d - 0.03, zb, zt, "frame", 0.004, "y"))
        else:
            n = round((2 * d - 0.1) / 0.075)
            end += [kit.bar((x, y, zb), (x, y, zt), 0.0085, "frame", 8) for y in np.linspace(-d + post, d - post, n + 1)[1:-1]]
        if p.ends == "curved":
            u = np.linspace(-1, 1, 13)
            end.append(
                kit.sweep(
                    kit.rounded_rect(0.03, 0.06, 0.012, 2),
                    np.column_stack([np.full(13, x), u * (d - post), zt - 0.03 * u**2]),
                    "frame",
                )
            )
        else:
            end.append(rail((x, -d + post, zt), (x, d - post, zt), 0.032, 0.05, "frame", 0.012))
        groups.append(end)
    top = zb + 0.16
    x, y = w - 0.055, d - 0.048
    inside = [*mattress_block(-x, x, -y, y, zb + 0.03, top), kit.slab(-x, x, -y, y, zb, zb + 0.032, "frame", 0.003)]
    inside.append(
        drape(
            x * 0.9,
            2 * y - 0.04,
            top + 0.022,
            (0, 0.0, 0, 0),
            "duvet",
            0.018,
            0.03,
            0.004,
            p.variant,
            (16, 16),
            (-x * 0.42, 0),
            0.006,
            0.0028,
        )
    )
    inside += kit.move(
        kit.rotate(sleeping_pillow(0.34, 0.24, 0.07, "duvet", p.variant), "z", np.pi / 2), (x - 0.18, 0, top - 0.006)
    )
    if p.bumper:
        for s in (-1, 1):
            inside.append(
                span(
                    -x + 0.02,
                    x - 0.02,
                    s * y - 0.018,
                    s * y + 0.018,
                    top - 0.01,
                    top + 0.18,
                    "duvet",
                    round=0.016,
                    bulge=(0, 0.004, 0.004),
                )
            )
    groups.append(inside)
    pieces = [q for g in groups for q in g]
    slots = {"frame": "wood", "duvet": "fabric", "linen": LINEN, "castor": "rubber"}
    used = {q.slot for q in pieces}
    surface = Surface("mattress", "in", x * 0.08, -y * 0.6, x - 0.36, y * 0.6, top - 0.002)
    return finish(
        "crib",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surface],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def crib_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A cot drawn at random; parameters given are kept."""
    return crib(
        settle(
            CribParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(1.24, 1.44),
            depth=rng.uniform(0.70, 0.80),
            height=rng.uniform(0.88, 1.02),
            ends=pick(rng, ("slats", "panel", "curved")),
            castors=bool(rng.random() < 0.4),
            bumper=bool(rng.random() < 0.4),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class ToddlerBedParams:
    """A small child's low bed with guard rails; or one in the shape of a house or a car."""

    width: float = length(0.78, 0.55, 1.3)
    depth: float = length(1.48, 1.1, 2.1)
    height: float = length(0.68, 0.35, 1.9)
    style: str = choice("modern", STYLES)
    kind: str = choice("guard", ("guard", "house", "car"))
    variant: int = count(0, 0, 9999)


def toddler_bed(p: ToddlerBedParams) -> Asset:
    """A toddler's bed, head at +Y."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    top = min(0.30, h - 0.12)
    groups: list[Pieces] = []
    if p.kind == "house":
        t = 0.022
        ridge = min(0.36, w * 0.9)
        eave = h - ridge
        for y in (-d + t, d - t):
            g = [kit.box((2 * t, 2 * t, eave), (s * (w - t), y, eave / 2), "frame", 0.004) for s in (-1, 1)]
            g += [rail((s * (w - t), y, eave - 0.005), (0, y, h - t * 1.4), 0.04, 0.04, "frame", 0.004) for s in (-1, 1)]
            g.append(rail((-w + t, y, top), (w - t, y, top), 0.024, 0.09, "frame"))
            groups.append(g)
        groups.append([rail((0, -d, h - t), (0, d, h - t), 0.04, 0.04, "frame", 0.004)])
        for s in (-1, 1):
            groups.append([rail((s * (w - t), -d, eave), (s * (w - t), d, eave), 0.036, 0.036, "frame", 0.004)])
            groups.append([rail((s * (w - t), -d + t, top - 0.06), (s * (w - t), d - t, top - 0.06), 0.024, 0.12, "frame")])
    elif p.kind == "car":
        u = np.array(
            [
                (-1, 0.10),
                (-0.98, 0.34),
                (-0.80, 0.42),
                (-0.35, 0.50),
                (0.05, 0.62),
                (0.40, 0.80),
                (0.72, 0.90),
                (0.94, 0.92),
                (1.0, 0.80),
                (1.0, 0.10),
            ]
        )
        side = kit.smooth_path(np.column_stack([u * (d, h * 1.06), np.zeros(len(u))]), 3)[:, :2]
        panel = kit.prism(side[::-1], 0.04, (0, 0, 0), "frame", 0.01, "x", smooth_sides=True)
        panel = kit.outward(panel._replace(vertices=panel.vertices[:, [2, 0, 1]]))
        for s in (-1, 1):
            g = kit.move(panel, (w - 0.06, 0, 0)) if s > 0 else kit.scale(kit.move(panel, (w - 0.06, 0, 0)), (-1, 1, 1))
            for y in (-d * 0.58, d * 0.55):
                tyre = kit.rotate(
                    kit.lathe(
                        [(0.05, -0.025), (0.13, -0.025), (0.15, -0.01), (0.15, 0.01), (0.13, 0.025), (0.05, 0.025)],
                        (0, 0, 0),
                        "tyre",
                        28,
                    ),
                    "y",
                    np.pi / 2,
                )
                hub = kit.rotate(kit.cylinder(0.075, 0.056, (0, 0, -0.028), "legs", 0.006, 20), "y", np.pi / 2)
                g = g + kit.move(tyre + hub, (s * (w - 0.028), y, 0.15))
            groups.append(g)
        groups.append(
            [
                kit.slab(-w + 0.05, w - 0.05, -d + 0.01, -d + 0.07, 0.10, top + 0.04, "frame", 0.02),
                kit.slab(-w + 0.05, w - 0.05, d - 0.05, d - 0.01, 0.08, h * 0.8, "frame", 0.01),
            ]
            + [kit.ellipsoid((0.10, 0.04, 0.08), (s * w * 0.6, -d + 0.01, top - 0.02), "legs", 16, 8) for s in (-1, 1)]
        )
    else:
        head = _standing_panel(
            np.column_stack([np.linspace(1, -1, 15) * w, h - 0.12 * np.linspace(1, -1, 15) ** 2]), 0.0, 0.024, 0.006
        )
        groups.append(kit.move(head, (0, d, 0)))
        groups.append(
            kit.move(
                kit.rotate(
                    _standing_panel(
                        np.column_stack([np.linspace(1, -1, 15) * w, h * 0.72 - 0.08 * np.linspace(1, -1, 15) ** 2]),
                        0.0,
                        0.024,
                        0.006,
                    ),
                    "z",
                    np.pi,
                ),
                (0, -d, 0),
            )
        )
        for s in (-1, 1):
            x = s * (w - 0.02)
            g = [
                rail((x, -d + 0.02, top - 0.06), (x, d - 0.02, top - 0.06), 0.024, 0.12, "frame"),
                rail((x, 0.0, top + 0.19), (x, d - 0.02, top + 0.19), 0.024, 0.04, "frame", 0.01),
            ]
            g += [kit.bar((x, y, top), (x, y, top + 0.19), 0.008, "frame", 8) for y in np.linspace(0.02, d - 0.08, 7)]
            groups.append(g)
    m = _Making(-w + 0.065, w - 0.065, -d + 0.075, d - 0.055, top, 0.0, 0.0, 1, 1, False, 0.12, p.variant, False, False)
    cloth, pillows, surface = make_up(m)
    lo = [kit.slab(m.x0 - 0.02, m.x1 + 0.02, m.y0 - 0.02, m.y1 + 0.02, max(top - 0.16, 0.02), top - 0.115, "frame", 0.004)]
    groups.append(lo + mattress_block(m.x0, m.x1, m.y0, m.y1, top - 0.118, top) + cloth)
    groups.append(pillows)
    if p.kind == "house":
        surface = surface._replace(kind="in", clearance=max(0.3, h - top - 0.5))
    pieces = [q for g in groups for q in g]
    slots = {
        "frame": "wood" if p.kind != "car" else "paint",
        "duvet": "fabric",
        "linen": LINEN,
        "tyre": "rubber",
        "legs": "metal",
    }
    used = {q.slot for q in pieces}
    return finish(
        "toddler_bed",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surface],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def toddler_bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A toddler's bed drawn at random; parameters given are kept."""
    tall = over.get("height")
    kind = free(
        over, "kind", "house" if tall and tall > 1.0 else pick(rng, ("guard", "car") if tall else ("guard", "house", "car"))
    )
    high = {"guard": 0.66, "house": 1.45, "car": 0.58}[kind]
    return toddler_bed(
        settle(
            ToddlerBedParams,
            over,
            style=pick(rng, STYLES),
            kind=kind,
            width=rng.uniform(0.76, 0.86),
            depth=rng.uniform(1.44, 1.66),
            height=high * rng.uniform(0.95, 1.06),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- hospital and treatment beds


@dataclass(frozen=True, slots=True)
class HospitalBedParams:
    """A ward bed on castors, its back raised."""

    width: float = length(1.00, 0.8, 1.3)
    depth: float = length(2.18, 1.8, 2.5)
    height: float = length(1.10, 0.8, 1.6)
    style: str = choice("modern", STYLES)
    raised: float = length(0.30, 0.0, 0.6, "rise of the head end")
    blanket: bool = flag(True)
    variant: int = count(0, 0, 9999)


def _profile_pad(w: float, prof: np.ndarray, thick: float, slot: str) -> kit.Piece:
    """A mattress along a (y, z) profile of its top."""
    path = kit.smooth_path(np.column_stack([np.zeros(len(prof)), prof]), 6)
    n = len(path)
    sec = kit.rounded_rect(2 * w, thick, 0.04, 3)
    tangent = np.gradient(path, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([np.zeros(n), -tangent[:, 2], tangent[:, 1]], -1)
    v = (
        path[:, None]
        - normal[:, None] * thick / 2
        + np.array([1.0, 0, 0]) * sec[None, :, :1]
        + normal[:, None] * sec[None, :, 1:]
    )
    k = len(sec)
    idx = np.arange(n * k).reshape(n, k)
    j = np.roll(np.arange(k), -1)
    sides = np.stack([idx[:-1], idx[:-1][:, j], idx[1:][:, j], idx[1:]], -1).reshape(-1, 4).tolist()
    faces = [*sides, idx[0][::-1].tolist(), idx[-1].tolist()]
    flags = [True] * (len(faces) - 2) + [False, False]
    return kit.outward(kit.piece(v.reshape(-1, 3), faces, slot, flags, "y"))


def _castor(x: float, y: float, radius: float) -> Pieces:
    wheel = kit.rotate(kit.cylinder(radius, 0.03, (0, 0, -0.015), "tyre", 0.006, 18), "y", np.pi / 2)
    return [*kit.move(wheel, (x, y, radius)), kit.box((0.045, 0.05, 0.03), (x, y, 2 * radius + 0.008), "frame", 0.006)]


def hospital_bed(p: HospitalBedParams) -> Asset:
    """A hospital bed: chassis on castors, lifting columns, sectioned platform, end boards, side rails, mattress and blanket."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    top = min(0.66, h * 0.62)
    rise = min(p.raised, h - top - 0.12)
    chassis: Pieces = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            chassis += _castor(sx * (w - 0.12), sy * (d - 0.30), 0.062)
        chassis.append(rail((sx * (w - 0.12), -d + 0.22, 0.165), (sx * (w - 0.12), d - 0.22, 0.165), 0.05, 0.05, "frame"))
    chassis += [rail((-w + 0.1, y, 0.165), (w - 0.1, y, 0.165), 0.05, 0.05, "frame") for y in (-d + 0.30, d - 0.30)]
    chassis += [kit.box((0.12, 0.10, top - 0.32), (0, y, 0.16 + (top - 0.32) / 2), "shell", 0.01) for y in (-d + 0.62, d - 0.62)]
    chassis += [kit.slab(-w + 0.2, w - 0.2, -d + 0.45, d - 0.45, 0.14, 0.20, "shell", 0.015)]
    wm = w - 0.075
    y_hinge = 0.12 * d
    prof = np.array(
        [
            (-d + 0.08, top),
            (-0.55 * d, top),
            (-0.2 * d, top),
            (y_hinge, top),
            (0.40 * d, top + rise * 0.30),
            (d - 0.13, top + rise),
        ]
    )
    platform: Pieces = [
        rail((s * (w - 0.09), -d + 0.05, top - 0.165), (s * (w - 0.09), d - 0.05, top - 0.165), 0.035, 0.06, "frame")
        for s in (-1, 1)
    ]
    platform.append(kit.slab(-w + 0.09, w - 0.09, -d + 0.08, d - 0.1, top - 0.16, top - 0.135, "shell", 0.004))
    mat = [_profile_pad(wm, prof, 0.13, "linen")]
    if rise > 0.05:
        platform += [
            leg((s * 0.2, d * 0.62, top + rise * 0.55 - 0.12), (s * 0.2, d * 0.45, top - 0.14), 0.012, 0.014, "frame")
            for s in (-1, 1)
        ]
    ends = []
    for sy, high in ((1, h), (-1, h - 0.16)):
        u = np.linspace(1, -1, 17)
        outline = np.column_stack([u * (w - 0.06), high - 0.10 * np.abs(u) ** 3])
        q = _standing_panel(outline, top - 0.20, 0.035, 0.012)._replace(slot="shell")
        inset_ = _standing_panel(outline * (0.8, 1) - (0, 0.09), top - 0.06, 0.045, 0.006)._replace(slot="panel")
        g: Pieces = [q, inset_] if sy > 0 else kit.rotate([q, inset_], "z", np.pi)
        ends.append(
            kit.move(g, (0, sy * (d - 0.012) - (0.0), 0))
            + kit.move(
                [kit.cylinder(0.03, 0.02, (s * (w - 0.06), sy * (d - 0.035), top - 0.12), "tyre", 0.004, 14) for s in (-1, 1)],
                (0, 0, 0),
            )
        )
    rails: list[Pieces] = []
    for s in (-1, 1):
        for a, b in ((0.10 * d, d - 0.36), (-d * 0.55, -0.02 * d)):
            x = s * (w - 0.022)
            loop = kit.rounded_rect(b - a, 0.34, 0.07, 5)
            ring = np.column_stack([np.full(len(loop), x), loop[:, 0] + (a + b) / 2, loop[:, 1] + top + 0.11])
            g = [kit.tube(ring, 0.016, "shell", 10, True)]
            g += [rail((x, a + 0.03, top + z), (x, b - 0.03, top + z), 0.014, 0.03, "shell", 0.006) for z in (0.04, 0.15)]
            g += [rail((s * (w - 0.09), y, top - 0.165), (x, y, top - 0.05), 0.02, 0.03, "frame") for y in (a + 0.12, b - 0.12)]
            rails.append(g)
    cloth: Pieces = []
    if p.blanket:
        cloth.append(
            drape(
                2 * wm + 0.02,
                d * 0.95,
                top + 0.014,
                (0.10, 0.10, 0, 0),
                "blanket",
                0.012,
                0.04,
                0.006,
                p.variant,
                (32, 24),
                (0, -d * 0.42),
                0.0,
                0.0028,
            )
        )
    pil = kit.rotate(
        sleeping_pillow(min(0.62, 2 * wm - 0.1), 0.40, 0.13, "linen", p.variant),
        "x",
        float(np.arctan2(rise * 0.7, 0.6 * d - 0.13)),
    )
    lo, hi = kit.bounds(pil)
    cloth_top = kit.move(pil, (0, d - 0.17 - hi[1], top + rise * 0.62 - lo[2] + 0.02 - 0.05))
    groups = [chassis, platform + mat + cloth, *ends, *rails, cloth_top]
    pieces = [q for g in groups for q in g]
    slots = {"shell": "plastic:#e6e4de", "frame": "metal", "linen": LINEN, "blanket": "fabric", "panel": "wood", "tyre": "rubber"}
    used = {q.slot for q in pieces}
    z = top + 0.014 - 0.0028 if p.blanket else top - 0.001
    surface = Surface("bed", "on", -wm * 0.55, -d * 0.72, wm * 0.55, -d * 0.15, z)
    return finish(
        "hospital_bed",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surface],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def hospital_bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A hospital bed drawn at random; parameters given are kept."""
    return hospital_bed(
        settle(
            HospitalBedParams,
            over,
            width=rng.uniform(0.96, 1.06),
            depth=rng.uniform(2.12, 2.24),
            height=rng.uniform(1.04, 1.18),
            raised=rng.uniform(0.10, 0.42),
            blanket=bool(rng.random() < 0.8),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class TreatmentBedParams:
    """A massage, treatment or examination table; head at +Y."""

    width: float = length(0.70, 0.5, 1.0)
    depth: float = length(1.92, 1.5, 2.3)
    height: float = length(0.76, 0.5, 1.3)
    style: str = choice("modern", STYLES)
    kind: str = choice("massage", ("massage", "exam", "spa"))
    towel: bool = flag(True, "a folded towel on it")
    variant: int = count(0, 0, 9999)


def treatment_bed(p: TreatmentBedParams) -> Asset:
    """A padded table on wooden, metal or cabinet legs."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    raised = p.kind == "exam" and h > 0.85
    top = h - 0.30 if raised else h - 0.05 if p.kind == "massage" else h - 0.07
    groups: list[Pieces] = []
    surfaces = []
    y_head = d - 0.24 if p.kind == "massage" else d
    if raised:
        pad = kit.rotate(block((2 * w, 0.66, 0.075), (0, 0.33, -0.0375), "cover", 0.03, (0.002, 0.002, 0.004)), "x", 0.45)
        groups.append(
            kit.move(pad, (0, d - 0.62, top))
            + [
                rail((s * (w - 0.06), d - 0.6, top - 0.09), (s * (w - 0.06), d - 0.12, h - 0.14), 0.025, 0.025, "frame")
                for s in (-1, 1)
            ]
        )
        y_head = d - 0.63
    flat = piped(
        (2 * w, y_head + d, 0.075), (0, (y_head - d) / 2, top - 0.0375), "cover", True, 0.03, (0.003, 0.003, 0.004), detail=6
    )
    board = [kit.slab(-w + 0.03, w - 0.03, -d + 0.03, y_head - 0.03, top - 0.11, top - 0.072, "frame", 0.004, "y")]
    if p.kind == "spa":
        body = [
            kit.slab(-w + 0.06, w - 0.06, -d + 0.12, d - 0.12, 0.05, top - 0.108, "frame", 0.005, "x"),
            kit.slab(-w + 0.1, w - 0.1, -d + 0.16, d - 0.16, 0, 0.052, "metal", 0.003),
        ]
        for i in range(3):
            y0 = -d + 0.14 + i * (2 * d - 0.28) / 3
            for s in (-1, 1):
                body.append(
                    kit.slab(
                        min(s * (w - 0.061), s * (w - 0.045)),
                        max(s * (w - 0.061), s * (w - 0.045)),
                        y0 + 0.004,
                        y0 + (2 * d - 0.28) / 3 - 0.004,
                        0.06,
                        top - 0.125,
                        "frame",
                        0.003,
                    )
                )
                body.append(
                    kit.bar((s * (w - 0.036), y0 + 0.2, top - 0.2), (s * (w - 0.036), y0 + 0.34, top - 0.2), 0.005, "metal", 8)
                )
        groups.append(flat + board + body)
    else:
        slot = "frame" if p.kind == "massage" else "metal"
        legs: list[Pieces] = []
        for sy in (-1, 1):
            y = sy * (d - 0.32)
            g: Pieces = [
                leg((s * (w - 0.09), y, top - 0.10), (s * (w - 0.035), y + sy * 0.05, 0), 0.020, 0.020, slot, True)
                for s in (-1, 1)
            ]
            g.append(rail((-w + 0.07, y + sy * 0.02, 0.30), (w - 0.07, y + sy * 0.02, 0.30), 0.022, 0.05, slot))
            legs.append(g)
        brace = [
            rail((0, -d + 0.34, top - 0.38), (0, d - 0.34, top - 0.38), 0.022, 0.05, slot),
            rail((-w + 0.08, 0, top - 0.13), (w - 0.08, 0, top - 0.13), 0.05, 0.04, slot),
        ]
        brace += [rail((0, sy * (d - 0.33), top - 0.38), (0, sy * 0.08, top - 0.12), 0.012, 0.012, "metal") for sy in (-1, 1)]
        groups += [flat + board, *legs, brace]
    if p.kind == "massage":
        cradle = kit.scale(kit.torus(0.12, 0.042, (0, 0, 0), "cover", 36, 12), (1.05, 0.88, 0.95))
        groups.append(
            kit.move(cradle, (0, d - 0.145, h - 0.043))
            + [kit.bar((s * 0.07, y_head - 0.06, top - 0.05), (s * 0.07, d - 0.14, h - 0.075), 0.008, "metal") for s in (-1, 1)]
        )
    if p.kind == "exam":
        roll = kit.sheet(
            np.stack(
                np.meshgrid(np.linspace(-0.25, 0.25, 4), np.linspace(-d + 0.02, y_head - 0.02, 8), [top + 0.0005], indexing="ij"),
                -1,
            )[:, :, 0],
            "paper",
            0.003,
        )
        groups.append([roll])
    if p.kind == "spa":
        groups.append(kit.move(sleeping_pillow(0.44, 0.28, 0.09, "linen", p.variant), (0, d - 0.24, top - 0.008)))
    if p.towel and p.kind != "exam":
        from ._soft import fold_stack

        groups.append(fold_stack(0.36, 0.26, 0.06, 3, "linen", p.variant, (0, -d + 0.30, top - 0.002)))
    surfaces.append(Surface("top", "on", -w * 0.6, -d * 0.45, w * 0.6, d * 0.2, top - 0.0015))
    pieces = [q for g in groups for q in g]
    slots = {"cover": "leather", "frame": "wood", "metal": "metal", "linen": LINEN, "paper": "paper"}
    used = {q.slot for q in pieces}
    return finish(
        "treatment_bed",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def treatment_bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A treatment table drawn at random; parameters given are kept."""
    kind = free(over, "kind", pick(rng, ("massage", "exam", "spa")))
    high = {"massage": 0.72, "exam": 1.0, "spa": 0.76}[kind]
    return treatment_bed(
        settle(
            TreatmentBedParams,
            over,
            kind=kind,
            width=rng.uniform(0.66, 0.76),
            depth=rng.uniform(1.86, 1.98),
            height=high * rng.uniform(0.96, 1.05),
            towel=bool(rng.random() < 0.7),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class PetBedParams:
    """A dog's or cat's bed."""

    width: float = length(0.70, 0.3, 1.3)
    depth: float = length(0.55, 0.3, 1.1)
    height: float = length(0.22, 0.08, 0.5)
    style: str = choice("modern", STYLES)
    kind: str = choice("donut", ("donut", "sofa", "basket"))
    variant: int = count(0, 0, 9999)


def pet_bed(p: PetBedParams) -> Asset:
    """A padded rim around a cushion, open in front."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    pieces: Pieces = []
    if p.kind == "sofa":
        t = min(0.11, w * 0.3)
        pieces += [span(-w, w, -d, d, 0.0, h * 0.45, "cover", round=0.03, bulge=(0.004, 0.004, 0.006), detail=4)]
        pieces += [
            span(
                -w, w, d - t, d, h * 0.2, h, "cover", round=0.05, bulge=(0.004, 0.012, 0.006), detail=6, corner=3, seed=p.variant
            )
        ]
        pieces += [
            span(
                s * (w - t / 2) - t / 2,
                s * (w - t / 2) + t / 2,
                -d + 0.01,
                d - 0.03,
                h * 0.2,
                h * 0.94,
                "cover",
                round=0.05,
                bulge=(0.01, 0.01, 0.006),
                corner=3,
            )
            for s in (-1, 1)
        ]
        z = h * 0.55
        pieces += [
            span(
                -w + t,
                w - t,
                -d + 0.015,
                d - t + 0.01,
                h * 0.25,
                z,
                "cushion",
                round=0.035,
                bulge=(0, 0.004, 0.010),
                seed=p.variant,
            )
        ]
    else:
        tube_r = min(h * (0.5 if p.kind == "donut" else 0.36), 0.3 * min(w, d))
        if p.kind == "donut":
            h = 2 * tube_r  # finish stretches a rim that is higher than it is thick
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        front = np.exp(-((np.angle(np.exp(1j * (t + np.pi / 2))) / 0.55) ** 2))
        f = ripples(p.variant, 0.3, 1.0, 5)
        rad = tube_r * (1 - 0.32 * front) * (1 + 0.05 * f(np.cos(t), np.sin(t)))
        path = np.column_stack([np.cos(t) * (w - tube_r), np.sin(t) * (d - tube_r), rad + (h - 2 * tube_r) * (1 - front)])
        pieces.append(kit.tube(path, rad, "cover", 14, closed=True))
        if p.kind == "basket":
            n = 4
            pieces += [
                kit.tube(
                    np.column_stack(
                        [
                            np.cos(t) * (w - tube_r * 0.5 - 0.01 + 0.006 * (i % 2)),
                            np.sin(t) * (d - tube_r * 0.5 - 0.01 + 0.006 * (i % 2)),
                            (h - tube_r) * (i + 0.5) / n * (1 - 0.4 * front) + 0.004,
                        ]
                    ),
                    0.013,
                    "basket",
                    8,
                    closed=True,
                )
                for i in range(n)
            ]
        z = h * 0.42
        base = kit.lathe(
            [(0, 0), (0.86, 0), (0.96, 0.2 * z), (1.0, 0.5 * z), (0.94, 0.85 * z), (0.75, 0.985 * z), (0.4, z), (0, z)],
            (0, 0, 0),
            "cushion",
            36,
        )
        pieces += kit.scale(base, (w - tube_r * 0.9, d - tube_r * 0.9, 1))
    slots = {"cover": "fabric", "cushion": "fabric", "basket": "wicker"}
    used = {q.slot for q in pieces}
    k = 0.20 if p.kind == "sofa" else 0.13
    surface = Surface("cushion", "in", -w * k, -d * k, w * k, d * min(k, 0.15), z - (0.004 if p.kind == "sofa" else 0.001))
    return finish(
        "pet_bed", p, pieces, {k: v for k, v in slots.items() if k in used}, [surface], None, size=(p.width, p.depth, p.height)
    )


def pet_bed_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A pet's bed drawn at random; parameters given are kept."""
    s = rng.uniform(0.8, 1.25)
    return pet_bed(
        settle(
            PetBedParams,
            over,
            kind=pick(rng, ("donut", "sofa", "basket")),
            width=0.70 * s,
            depth=0.56 * s,
            height=rng.uniform(0.18, 0.25),
            variant=int(rng.integers(0, 10000)),
        )
    )


GENERATORS = (
    Generator(
        "bed",
        BedParams,
        bed,
        bed_rand,
        {
            "king_size": {"kind": "king", "width": 2.02},
            "queen_size": {"kind": "queen", "width": 1.70},
            "double": {"kind": "double"},
            "full_size": {"kind": "double"},
            "single": {"kind": "single"},
            "twin": {"kind": "single"},
            "king": {"kind": "king", "width": 2.02},
            "queen": {"kind": "queen", "width": 1.70},
            "canopy": {"kind": "canopy"},
            "four_poster": {"kind": "canopy"},
            "extendable": {"kind": "daybed"},
            "large": {"kind": "king"},
            "small": {"kind": "single"},
            "upholstered": {"headboard": "upholstered", "base": "upholstered"},
            "tufted": {"headboard": "tufted", "base": "upholstered"},
            "wooden": {"headboard": "panel", "base": "wood"},
            "wood": {"headboard": "panel", "base": "wood"},
            "metal": {"headboard": "metal", "base": "metal"},
            "iron": {"headboard": "metal", "base": "metal"},
            "platform": {"base": "platform", "headboard": "panel", "top": 0.42},
            "low": {"top": 0.38},
            "without_headboard": {"headboard": "none"},
            "with_headboard": {"headboard": "upholstered"},
        },
    ),
    Generator(
        "bunk_bed",
        BunkParams,
        bunk_bed,
        bunk_bed_rand,
        {"metal": {"style": "industrial"}, "wooden": {"style": "modern"}, "loft": {"kind": "loft"}},
    ),
    Generator(
        "mattress",
        MattressParams,
        mattress,
        mattress_rand,
        {"single": {"width": 0.9}, "double": {"width": 1.4}, "queen_size": {"width": 1.6}, "king_size": {"width": 1.8}},
    ),
    Generator("crib", CribParams, crib, crib_rand, {"white": {}, "with_wheels": {"castors": True}}),
    Generator(
        "toddler_bed",
        ToddlerBedParams,
        toddler_bed,
        toddler_bed_rand,
        {"house": {"kind": "house"}, "car": {"kind": "car"}, "car_shaped": {"kind": "car"}},
    ),
    Generator("hospital_bed", HospitalBedParams, hospital_bed, hospital_bed_rand, {"flat": {"raised": 0.0}}),
    Generator(
        "treatment_bed",
        TreatmentBedParams,
        treatment_bed,
        treatment_bed_rand,
        {"massage": {"kind": "massage"}, "adjustable": {"kind": "exam"}},
    ),
    Generator("pet_bed", PetBedParams, pet_bed, pet_bed_rand, {"round": {"kind": "donut"}}),
)
