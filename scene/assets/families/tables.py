"""Tables, desks, benches to work at, counters, game tables and plinths."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Generator, PartSpec, choice, count, finish, flag, length
from ..kit import Floats, Pieces
from . import casework as cw
from .casework import STYLES, Rng, pick

TOPS = {"wood": 0.03, "glass": 0.012, "stone": 0.022, "metal": 0.018, "paint": 0.025, "plastic": 0.025}
LEGS = {"wood": "wood", "glass": "metal", "stone": "metal", "metal": "black_metal", "paint": "wood", "plastic": "metal"}


# ---------------------------------------------------------------------------------------------- table


@dataclass(frozen=True, slots=True)
class TableParams:
    """A table of any height: a top on a base."""

    width: float = length(1.6, 0.2, 8.0, "left to right")
    depth: float = length(0.9, 0.2, 3.0, "front to back")
    height: float = length(0.75, 0.15, 1.6)
    style: str = choice("modern", STYLES)
    use: str = choice("dining", ("dining", "cafe", "coffee", "side", "console", "bar", "meeting", "craft", "tray"))
    shape: str = choice("rect", ("rect", "round", "oval", "boat"))
    base: str = choice("legs", ("legs", "trestle", "cross", "pedestal", "hairpin", "sled", "slab", "tripod", "drum"))
    top: str = choice("wood", tuple(TOPS), "stuff of the top")
    frame: str = choice("", ("", "wood", "metal", "black_metal", "brass", "chrome"), "stuff of the base; as the top if empty")
    edge: str = choice("square", ("square", "bevel", "planks", "live"))
    thickness: float = length(0.03, 0.008, 0.12, "of the top")
    apron: bool = flag(True, "a rail under the top")
    shelf: bool = flag(False, "a board between the legs")
    drawers: int = count(0, 0, 6)


def _outline(p: TableParams, w: float, d: float) -> Floats:
    if p.shape == "round":
        return kit.circle(0.5, 56) * (w, d)
    if p.shape == "oval":
        t = np.linspace(0, 2 * np.pi, 56, endpoint=False)
        c, s = np.cos(t), np.sin(t)
        return np.stack([np.sign(c) * np.abs(c) ** 0.72 * w / 2, np.sign(s) * np.abs(s) ** 0.72 * d / 2], -1)
    if p.shape == "boat":
        t = np.linspace(-1, 1, 13)
        half = d / 2 * (1 - 0.16 * t**2)
        return np.concatenate([np.column_stack([t * w / 2, -half]), np.column_stack([t[::-1] * w / 2, half[::-1]])])
    if p.edge == "live":
        t = np.linspace(-1, 1, 25)
        wave = 0.035 * np.sin(3.1 * t + 0.6) + 0.02 * np.sin(7.3 * t + w * 9) + 0.012 * np.sin(17 * t)
        wave2 = 0.03 * np.sin(2.7 * t + 2.0) + 0.022 * np.sin(8.1 * t + d * 7) + 0.01 * np.sin(19 * t)
        low, high = -d / 2 + 0.07 * d + wave * d, d / 2 - 0.07 * d + wave2 * d
        return np.concatenate([np.column_stack([t * w / 2, low]), np.column_stack([t[::-1] * w / 2, high[::-1]])])
    r = {"modern": 0.008, "classic": 0.012, "rustic": 0.004, "industrial": 0.004, "midcentury": 0.04}[p.style]
    return kit.rounded_rect(w, d, r, 3)


def _top(p: TableParams, w: float, d: float, z1: float) -> Pieces:
    """The top, its upper face at z1."""
    t = p.thickness
    z0 = z1 - t
    curved = p.shape in ("round", "oval") or p.edge == "live"
    if p.edge == "planks" and p.shape == "rect":
        cap = min(0.11, 0.1 * w)
        n = 2 * max(1, round(d / 0.32)) + 1
        edges = np.linspace(-d / 2, d / 2, n + 1)
        g = 0.001
        ends = [
            kit.slab(
                s * w / 2 if s < 0 else w / 2 - cap, -w / 2 + cap if s < 0 else w / 2, -d / 2, d / 2, z0, z1, "top", 0.004, "y"
            )
            for s in (-1, 1)
        ]
        under = kit.slab(-w / 2 + 0.01, w / 2 - 0.01, -d / 2 + 0.01, d / 2 - 0.01, z0 + 0.002, z1 - 0.006, "top", 0, "x")
        return [
            *ends,
            under,
            *(
                kit.slab(-w / 2 + cap + g, w / 2 - cap - g, a + g, b - g, z0, z1, "top", 0.003, "x")
                for a, b in itertools.pairwise(edges)
            ),
        ]
    if p.edge == "bevel":
        o = _outline(p, w, d)
        low = kit.inset(o, min(t * 0.9, 0.03))
        rings = [
            np.column_stack([q, np.full(len(q), z)])
            for q, z in (
                (kit.inset(low, 0.001), z0),
                (low, z0 + 0.001),
                (o, z0 + t * 0.62),
                (o, z1 - 0.003),
                (kit.inset(o, 0.003), z1),
            )
        ]
        return [cw.loft(rings, "top", True, "x")]
    out = [kit.prism(_outline(p, w, d), t, (0, 0, z0), "top", min(0.004, t * 0.3), smooth_sides=curved)]
    if p.style == "classic" and t > 0.02 and p.top in ("wood", "stone", "paint"):
        out = [kit.prism(_outline(p, w, d), t * 0.6, (0, 0, z1 - t * 0.6), "top", 0.006, smooth_sides=curved)]
        out.append(kit.prism(kit.inset(_outline(p, w, d), 0.012), t * 0.4 + 0.001, (0, 0, z0), "top", 0.004, smooth_sides=curved))
    return out


def _corners(p: TableParams, w: float, d: float, inset: float) -> list[tuple[float, float]]:
    if p.shape in ("round", "oval"):
        k = 0.70 if p.shape == "round" else 0.80
        x, y = w / 2 * k - inset * 0.5, d / 2 * k - inset * 0.5
    elif p.shape == "boat":
        x, y = w / 2 * 0.82, d / 2 * 0.7
    else:
        over = 0.03 if p.style in ("midcentury", "rustic") and w > 0.8 else 0.0
        x, y = w / 2 - inset - over, d / 2 - inset - over - (0.07 * d if p.edge == "live" else 0)
    return [(-x, -y), (x, -y), (x, y), (-x, y)]


def _aprons(p: TableParams, at: list[tuple[float, float]], z1: float, drop: float, fm: str, size: float) -> Pieces:
    x, y = abs(at[0][0]), abs(at[0][1])
    t = 0.02
    z0 = z1 - drop
    out = [
        kit.slab(-x + size * 0.3, x - size * 0.3, s * y - t / 2, s * y + t / 2, z0, z1 + 0.001, fm, 0.002, "x") for s in (-1, 1)
    ]
    out += [
        kit.slab(s * x - t / 2, s * x + t / 2, -y + size * 0.3, y - size * 0.3, z0, z1 + 0.001, fm, 0.002, "y") for s in (-1, 1)
    ]
    return out


def _drawer_row(n: int, x: float, y: float, z0: float, z1: float, depth: float, pull: str, slot: str) -> list[PartSpec]:
    """Drawers side by side between -x and x, their faces at y."""
    edges = np.linspace(-x, x, n + 1)
    return [
        cw.drawer(f"Drawer {i + 1}", a + 0.002, b - 0.002, z0, z1, y, depth, "flat", pull, slot)
        for i, (a, b) in enumerate(itertools.pairwise(edges))
    ]


def _base_legs(
    p: TableParams, w: float, d: float, z1: float, fm: str
) -> tuple[list[Pieces], Pieces, list[PartSpec], list[Surface]]:
    """Groups of standing pieces, pieces joined to the top, drawers, and the surface of the shelf."""
    tall = p.height
    size = float(np.clip(0.035 + 0.03 * w + 0.012 * tall, 0.03, 0.095))
    if p.use in ("coffee", "side", "tray", "console"):
        size = float(np.clip(0.028 + 0.012 * w, 0.026, 0.05))
    if fm != "top" and p.frame in ("metal", "black_metal", "brass", "chrome"):
        size = float(np.clip(size * 0.6, 0.018, 0.05))
    if p.style == "rustic":
        size *= 1.2
    style = p.style
    if p.frame in ("metal", "black_metal", "brass", "chrome") and style in ("classic", "rustic"):
        style = "industrial"
    at = _corners(p, w, d, size * 0.62 + 0.004)
    splay = 0.0
    if style == "midcentury":
        splay = min(0.06, 0.09 * tall)
        at = [(x - np.sign(x) * splay, y - np.sign(y) * splay) for x, y in at]
    legs = [cw.leg(x, y, z1 + 0.001, style, fm, size, splay) for x, y in at]
    drop = float(np.clip(0.13 * tall, 0.035, 0.09))
    if p.drawers:
        drop = max(drop, min(0.13, 0.16 * tall + 0.02))
    joined: Pieces = []
    parts: list[PartSpec] = []
    x, y = abs(at[0][0]), abs(at[0][1])
    if p.apron or p.drawers:
        joined = _aprons(p, at, z1, drop, fm, size)
        if p.drawers:
            m = cw.manner(p.style)
            parts = _drawer_row(
                p.drawers,
                x - size * 0.6,
                -y - 0.0135 - 0.002,
                z1 - drop + 0.008,
                z1 - 0.006,
                min(0.32, 2 * y - 0.1),
                m["handle"],
                fm,
            )
    elif style == "midcentury":
        joined = [
            kit.slab(-x + 0.01, x - 0.01, s * y - 0.014, s * y + 0.014, z1 - 0.03, z1 + 0.001, fm, 0.003, "x") for s in (-1, 1)
        ]
        joined += [
            kit.slab(s * x - 0.014, s * x + 0.014, -y + 0.01, y - 0.01, z1 - 0.03, z1 + 0.001, fm, 0.003, "y") for s in (-1, 1)
        ]
    surfaces = []
    if p.shelf:
        z = float(np.clip(0.32 * tall, 0.1, 0.28))
        k = splay * (1 - z / z1) if splay else 0.0
        sx, sy = x + k - size * 0.2, y + k - size * 0.2
        board = [kit.slab(-sx, sx, -sy, sy, z - 0.018, z, fm, 0.003, "x")]
        if style == "midcentury" or p.style == "rustic":
            n = 2 * max(2, round(sy / 0.07)) + 1
            ys = np.linspace(-sy + sy / n, sy - sy / n, n)
            board = [kit.box((2 * sx, 2 * sy / n - 0.012, 0.016), (0, yy, z - 0.008), fm, 0.003, "x") for yy in ys]
            board += [kit.box((0.03, 2 * sy, 0.018), (s * (sx - 0.05), 0, z - 0.0245), fm, 0.003, "y") for s in (-1, 1)]
        legs.append(board)
        surfaces.append(Surface("shelf", "in", -sx + 0.02, -sy + 0.02, sx - 0.02, sy - 0.02, z, z1 - drop * bool(joined) - z))
    return legs, joined, parts, surfaces


def _base_trestle(p: TableParams, w: float, d: float, z1: float, fm: str) -> tuple[list[Pieces], Pieces]:
    x = w / 2 - min(0.38, 0.2 * w)
    dd = d * 0.72 if p.shape == "rect" else d * 0.5
    b = float(np.clip(0.05 * w, 0.045, 0.1))
    if fm != "top" and p.frame != "wood":
        b = 0.045
    groups: list[Pieces] = []
    for s in (-1, 1):
        g: Pieces = []
        if p.base == "cross":
            for k in (-1, 1):
                g.append(
                    cw.post(
                        (s * x + 0.002 * k, -k * dd / 2, 0),
                        (s * x - 0.002 * k, k * dd / 2, z1 - b * 0.3),
                        fm,
                        b,
                        b,
                        b * 1.2,
                        b * 1.2,
                    )
                )
            g.append(kit.box((b * 0.9, dd * 1.12, b * 0.6), (s * x, 0, z1 - b * 0.3 + 0.001), fm, 0.004, "y"))
        else:
            g.append(kit.box((b, dd, b * 0.8), (s * x, 0, b * 0.4), fm, 0.006, "y"))
            g.append(kit.box((b, dd * 0.9, b * 0.75), (s * x, 0, z1 - b * 0.375 + 0.001), fm, 0.005, "y"))
            if p.style in ("rustic", "classic"):
                for k in (-1, 1):
                    g.append(
                        cw.post((s * x, k * dd * 0.2, b * 0.7), (s * x, k * dd * 0.13, z1 - b * 0.7), fm, b * 0.85, b * 0.85)
                    )
                    g.append(
                        cw.post((s * x, k * dd * 0.40, z1 - b * 0.7), (s * x, k * dd * 0.405, z1 - b * 0.6), fm, b * 0.5, b * 0.5)
                    )
            else:
                for k in (-1, 1):
                    g.append(
                        cw.post((s * x, k * dd * 0.38, b * 0.7), (s * x, k * dd * 0.16, z1 - b * 0.7), fm, b * 0.75, b * 0.75)
                    )
        groups.append(g)
    z = z1 * 0.42 if p.base == "trestle" else z1 * 0.5
    beam = [kit.box((2 * x + b * 1.6, b * 0.5, b * 1.1), (0, 0, z), fm, 0.005, "x")]
    if p.base == "trestle" and p.style in ("modern", "midcentury", "industrial"):
        beam = [kit.box((2 * x, b * 0.5, b * 1.0), (0, 0, z1 - b * 1.2), fm, 0.004, "x")]
    groups.append(beam)
    return groups, []


def _base_pedestal(p: TableParams, w: float, d: float, z1: float, fm: str) -> tuple[list[Pieces], Pieces]:
    pair = w > 1.75 * d and w > 1.5
    spread = min(w * 0.27, w / 2 - 0.35) if pair else 0.0
    span = min(d, w) * (0.62 if p.use in ("dining", "meeting") else 0.6)
    r = span / 2
    groups: list[Pieces] = []
    for cx in (-spread, spread) if pair else (0.0,):
        col: Pieces = []
        foot: Pieces = []
        if p.style in ("classic", "rustic"):
            s = 0.5 if p.height > 0.9 else 1.0
            h = z1
            k = float(np.clip(min(w, d) / 1.1, 0.45, 1.3))
            prof = np.array(
                [
                    (0.075, 0.10),
                    (0.085, 0.13),
                    (0.06, 0.17),
                    (0.05, 0.2),
                    (0.075, 0.3),
                    (0.09, 0.38),
                    (0.07, 0.5),
                    (0.045, 0.62),
                    (0.042, 0.75),
                    (0.06, 0.8),
                    (0.06, 0.83),
                    (0.045, 0.86),
                    (0.075, 0.96),
                    (0.15, 0.985),
                    (0.15, 1.0),
                ]
            )
            col.append(kit.lathe(prof * (k * (1 if s == 1 else 0.85), h), (cx, 0, 0.001), fm, 20))
            path = np.array([(0.03 * k, 0, 0.2 * h), (0.1 * k, 0, 0.22 * h), (r * 0.6, 0, 0.12 * h), (r, 0, 0.022)])
            arm = kit.sweep(cw.section(0.05 * k, 0.06 * k, 0.012), kit.smooth_path(path, 5), fm, scale=np.linspace(1, 0.62, 16))
            lo = kit.bounds(arm)[0][2]
            toe = kit.ellipsoid((0.07 * k, 0.055 * k, 0.036), (r, 0, 0.018), fm, 10, 6)
            foot += kit.move(kit.ring([*kit.move(arm, (0, 0, max(0.0, -lo))), toe], 4, np.pi / 4), (cx, 0, 0))
        elif p.style == "midcentury":
            t = np.linspace(0, 1, 14)
            rad = 0.035 + (r - 0.035) * (1 - t) ** 4.5 * 0.98 + (min(0.12, r) - 0.035) * t**9
            col.append(
                kit.lathe(
                    [(r * 0.97, 0), (r, 0.004), *zip(np.maximum(rad, 0.03), 0.010 + t * (z1 - 0.009), strict=True)],
                    (cx, 0, 0),
                    fm,
                    32,
                )
            )
        elif p.style == "industrial":
            col.append(kit.cylinder(0.038, z1 - 0.02, (cx, 0, 0.015), fm, 0.002, 18))
            foot.append(kit.cylinder(r, 0.014, (cx, 0, 0), fm, 0.004, 32))
            foot.append(kit.cylinder(0.09, 0.03, (cx, 0, 0.012), fm, 0.008, 20, 0.045))
            col.append(kit.box((min(d, w) * 0.5, 0.05, 0.012), (cx, 0, z1 - 0.005), fm, 0.002))
        else:
            flute = kit.circle(1.0, 36) * (1 + 0.035 * np.cos(np.arange(36) * np.pi))[:, None]
            c0, c1 = min(0.16, r * 0.7), min(0.16, r * 0.7)
            rings = [
                np.column_stack([flute * k, np.full(36, z)])
                for k, z in ((c0, 0.016), (c0, 0.02), (c1, z1 - 0.02), (c1, z1 + 0.001))
            ]
            col += kit.move(cw.loft(rings, fm), (cx, 0, 0))
            foot.append(kit.cylinder(r, 0.022, (cx, 0, 0), fm, 0.004, 36))
        groups.append(col)
        if foot:
            groups.append(foot)
    return groups, []


def _base_metal(p: TableParams, w: float, d: float, z1: float, fm: str) -> tuple[list[Pieces], Pieces]:
    """Hairpin legs or a sled of square tube."""
    if p.base == "hairpin":
        inset = 0.10 if w > 0.7 else 0.075
        k = 0.68 if p.shape in ("round", "oval") else 1.0
        x, y = w / 2 * k - inset, d / 2 * k - inset - (0.07 * d if p.edge == "live" else 0)
        return [
            cw.hairpin(sx * x, sy * y, z1 + 0.001, fm, min(0.055, inset * 0.6), 0.0055 if p.height > 0.6 else 0.005)
            for sx in (-1, 1)
            for sy in (-1, 1)
        ], []
    b = 0.05 if w > 1.3 else 0.03
    if p.use in ("side", "coffee", "console"):
        b = 0.022
    x, y = (
        w / 2 * (0.62 if p.shape in ("round", "oval") else 1) - b / 2 - 0.03,
        d / 2 * (0.7 if p.shape in ("round", "oval") else 1) - b / 2 - 0.02,
    )
    if p.edge == "live":
        y -= 0.07 * d
    groups = []
    for s in (-1, 1):
        g = [kit.box((b, b, z1 - b + 0.002), (s * x, k * y, z1 / 2), fm, 0.002, "z") for k in (-1, 1)]
        g += [kit.box((b, 2 * y + b, b), (s * x, 0, z), fm, 0.002, "y") for z in (b / 2, z1 - b / 2 + 0.001)]
        groups.append(g)
    joined = [kit.box((2 * x, b * 0.8, b * 0.9), (0, k * (y - 0.001), z1 - b / 2 + 0.0005), fm, 0.002, "x") for k in (-1, 1)]
    return groups, joined


def _base_solid(p: TableParams, w: float, d: float, z1: float, fm: str) -> tuple[list[Pieces], Pieces]:
    """Panel ends, three splayed legs, or a fluted drum."""
    if p.base == "slab":
        t = max(p.thickness, 0.03)
        ends = [
            [kit.box((t, d - 0.004, z1 + 0.002), (s * (w / 2 - t / 2 - 0.001), 0, z1 / 2), "top", 0.003, "z")] for s in (-1, 1)
        ]
        return [
            *ends,
            [
                kit.box(
                    (w - 2 * t, 0.02, min(0.3, z1 * 0.4)), (0, d * 0.25, z1 - min(0.3, z1 * 0.4) / 2 + 0.001), "top", 0.002, "x"
                )
            ],
        ], []
    r = min(w, d) / 2
    sx, sy = w / 2 / r, d / 2 / r
    if p.base == "tripod":
        foot = r * 0.9
        arm = cw.post((foot - 0.012, 0, 0), (r * 0.36, 0, z1 + 0.001), fm, 0.02, 0.032, segments=12)
        legs = kit.ring(arm, 3, np.pi / 2)
        hub = kit.cylinder(r * 0.42, 0.02, (0, 0, z1 - 0.019), fm, 0.003, 24)
        return [[q] for q in legs], [hub]
    n = 64
    wave = kit.circle(1.0, n) * (1 + 0.012 * np.cos(np.arange(n) * np.pi))[:, None] * (sx, sy)
    k = 0.9 if p.style in ("modern", "industrial") else 0.82
    levels = ((k * 0.94, 0.0), (k * 0.94, 0.03), (k, 0.032), (k, z1 + 0.001))
    rings = [np.column_stack([wave * r * q, np.full(n, z)]) for q, z in levels]
    return [[cw.loft(rings, fm)]], []


def table(p: TableParams) -> Asset:
    """A table. Its solids are the top and each leg or foot, so that seats go under it."""
    w, d, h = p.width, p.depth, p.height
    z1 = h - p.thickness
    fm = "frame" if p.frame else "top"
    parts: list[PartSpec] = []
    surfaces: list[Surface] = []
    if p.base == "legs":
        groups, joined, parts, surfaces = _base_legs(p, w, d, z1, fm)
    elif p.base in ("trestle", "cross"):
        groups, joined = _base_trestle(p, w, d, z1, fm)
    elif p.base == "pedestal":
        groups, joined = _base_pedestal(p, w, d, z1, fm)
    elif p.base in ("hairpin", "sled"):
        groups, joined = _base_metal(p, w, d, z1, fm)
    else:
        groups, joined = _base_solid(p, w, d, z1, fm)
    top = _top(p, w, d, h)
    joined += [q for s in parts for q in s.pieces if kit.bounds(q)[1][2] < h - 0.001 and p.drawers]
    plain, moving = cw.settle(parts)
    body = [*top, *joined[: len(joined) - sum(len(s.pieces) for s in parts)], *plain, *(q for g in groups for q in g)]
    i = 0.02 if min(w, d) > 0.4 else 0.012
    yi = 0.14 * d + 0.01 if p.edge == "live" and p.shape == "rect" else i
    if p.shape == "boat":
        yi = 0.09 * d + i
    surfaces = [
        Surface("top", "on", -w / 2 + i, -d / 2 + yi, w / 2 - i, d / 2 - yi, h, round=p.shape in ("round", "oval")),
        *surfaces,
    ]
    slots = {"top": p.top}
    if p.frame:
        slots["frame"] = p.frame
    if any(q.slot == "handle" for s in parts for q in s.pieces):
        slots["handle"] = "metal"
    solids = [*cw.boxes_of([[*top, *joined]]), *cw.boxes_of(groups)]
    return finish("table", p, body, slots, surfaces, solids, parts=moving, size=(w, d, h))


SPANS = {
    "dining": ((1.6, 0.9, 0.75), 0.14),
    "cafe": ((0.68, 0.68, 0.74), 0.1),
    "coffee": ((1.1, 0.62, 0.42), 0.14),
    "side": ((0.48, 0.45, 0.55), 0.14),
    "console": ((1.2, 0.36, 0.8), 0.14),
    "bar": ((1.2, 0.62, 1.05), 0.1),
    "meeting": ((3.0, 1.25, 0.74), 0.15),
    "craft": ((1.1, 0.68, 0.6), 0.1),
    "tray": ((0.44, 0.42, 0.52), 0.08),
}
SHAPES = {
    "dining": (0.66, 0.2, 0.14, 0),
    "cafe": (0.45, 0.55, 0, 0),
    "coffee": (0.6, 0.28, 0.12, 0),
    "side": (0.5, 0.5, 0, 0),
    "meeting": (0.45, 0.05, 0.15, 0.35),
    "tray": (0.2, 0.8, 0, 0),
    "craft": (0.8, 0.2, 0, 0),
    "bar": (0.7, 0.3, 0, 0),
}
BASES = {
    "modern": ("legs", "sled", "pedestal", "slab", "trestle"),
    "classic": ("legs", "pedestal", "trestle"),
    "rustic": ("legs", "trestle", "cross"),
    "industrial": ("sled", "legs", "hairpin", "cross", "pedestal"),
    "midcentury": ("legs", "legs", "hairpin", "pedestal", "tripod"),
}


def _fit_base(rng: Rng, use: str, style: str, shape: str, w: float, d: float) -> str:
    options = [b for b in BASES[style] if not (b == "tripod" and (max(w, d) > 0.9 or shape == "rect"))]
    if shape == "round" or use == "cafe":
        options = [b for b in options if b in ("legs", "pedestal", "hairpin", "tripod")] or ["pedestal"]
        if use in ("dining", "cafe", "bar") and style != "midcentury":
            options = ["pedestal", "pedestal", *options]
        if use in ("coffee", "side") and style in ("modern", "classic"):
            options += ["drum", "pedestal"]
    elif use in ("side", "console", "craft", "tray"):
        options = [b for b in options if b in ("legs", "sled", "hairpin", "cross")] or ["legs"]
    elif use == "coffee":
        options = [b for b in options if b not in ("trestle",)]
    if shape in ("rect", "oval") and use != "meeting" and max(w, d) > 1.15 * min(w, d) and (use != "dining" or w < 1.75 * d):
        options = [b for b in options if b != "pedestal"] or ["legs"]
    if use in ("dining", "meeting"):
        options = [b for b in options if b != "hairpin"] or ["legs"]
    if max(w, d) > 3.2:
        options = ["trestle", "pedestal"]
    return str(pick(rng, options))


def table_rand(rng: Rng, **over: Any) -> Asset:  # noqa: C901
    """A table drawn at random; `use` sets its proportions."""
    o = cw.given(TableParams, over)
    use = o.get("use", "dining")
    style = o.get("style") or pick(rng, STYLES, (3, 2, 2, 2, 3))
    shape = o.get("shape") or pick(rng, ("rect", "round", "oval", "boat"), SHAPES.get(use, (1, 0, 0, 0)))
    (w0, d0, h0), spread = SPANS[use]
    w, d, h = (
        o.get(k, cw.near(rng, v, s))
        for k, v, s in (("width", w0, spread), ("depth", d0, spread * 0.7), ("height", h0, 0.03 if h0 > 0.6 else 0.1))
    )
    if shape == "round":
        if "width" not in o and "depth" not in o:
            w = d = {"dining": cw.near(rng, 1.2, 0.12), "coffee": cw.near(rng, 0.8, 0.15)}.get(use, min(w, d))
        elif "width" not in o or "depth" not in o:
            w = d = o.get("width", o.get("depth"))
    elif shape == "oval" and use == "dining" and "width" not in o:
        w = cw.near(rng, 1.9, 0.12)
    elif use == "dining" and "width" in o and "depth" not in o and w > 2.4:
        d = cw.near(rng, 1.0, 0.05)
    top = o.get("top") or pick(
        rng,
        ("wood", "glass", "stone", "paint", "metal"),
        {
            "coffee": (5, 1.6, 1.4, 0.6, 0),
            "side": (5, 0.7, 1, 1, 0.6),
            "meeting": (6, 0.5, 0, 1, 0),
            "craft": (3, 0, 0, 3, 0),
            "cafe": (4, 0, 2, 0, 1),
        }.get(use, (8, 0.5, 0.5, 1, 0)),
    )
    if style == "rustic" and "top" not in o:
        top = "wood"
    base = o.get("base") or _fit_base(rng, use, style, shape, w, d)
    frame = o.get("frame")
    if frame is None:
        metal = pick(rng, ("black_metal", "metal", "brass") if use in ("coffee", "side", "console") else ("black_metal", "metal"))
        frame = {"hairpin": "black_metal", "sled": metal}.get(base, "")
        if top in ("glass", "stone", "metal") and not frame:
            frame = (
                ""
                if base in ("drum", "slab") and top == "stone"
                else metal
                if base != "legs" or style in ("modern", "industrial")
                else "wood"
            )
        elif style == "industrial" and base != "slab":
            frame = "black_metal"
        elif top in ("paint", "plastic") and not frame:
            frame = "wood"
        elif not frame and base == "pedestal" and style in ("midcentury",) and rng.random() < 0.5:
            frame = "metal"
    if base == "drum" and top in ("glass", "metal"):
        frame = "wood"
    edge = "square"
    if top == "wood" and shape == "rect":
        edge = pick(
            rng,
            {
                "modern": ("square", "bevel"),
                "classic": ("square", "bevel"),
                "rustic": ("planks", "planks", "live"),
                "industrial": ("planks", "live", "square"),
                "midcentury": ("bevel", "square"),
            }[style],
        )
        if edge == "live" and base not in ("sled", "hairpin", "cross", "legs", "trestle"):
            edge = "planks"
    elif shape in ("round", "oval") and top == "wood":
        edge = pick(rng, ("square", "bevel"))
    small = use in ("coffee", "side", "console", "tray", "craft")
    thick = (
        TOPS[top]
        * (0.72 if small and top != "glass" else 1.0)
        * {"rustic": 1.5, "midcentury": 0.85}.get(style, 1.0)
        * (1.25 if edge == "live" else 1.0)
    )
    free: dict[str, Any] = {
        "width": w,
        "depth": d,
        "height": h,
        "use": use,
        "style": style,
        "shape": shape,
        "base": base,
        "top": top,
        "frame": frame,
        "edge": edge,
        "thickness": round(thick, 4),
        "apron": style in ("classic", "rustic", "modern") and top != "glass",
        "shelf": base == "legs" and use in ("coffee", "side", "console") and shape == "rect" and bool(rng.random() < 0.5),
        "drawers": 0,
    }
    if (
        base == "legs"
        and shape == "rect"
        and top not in ("glass",)
        and use in ("side", "console", "coffee")
        and rng.random() < 0.5
    ):
        free["drawers"] = max(1, round(w / 0.5))
    if top == "glass":
        free["edge"] = "square"
    return table(cw.drawn(TableParams, rng, free, o))


def _dims(rng: Rng, o: dict[str, Any], size: tuple[float, float, float], spread: float = 0.08) -> dict[str, float]:
    """Width, depth and height as given, or about the usual ones."""
    return {
        k: o.get(k, cw.near(rng, v, spread if k != "height" else min(spread, 0.04)))
        for k, v in zip(("width", "depth", "height"), size, strict=True)
    }


def _top_surface(w: float, d: float, h: float, inset: float = 0.02, round: bool = False) -> Surface:
    return Surface("top", "on", -w / 2 + inset, -d / 2 + inset, w / 2 - inset, d / 2 - inset, h, round=round)


# ---------------------------------------------------------------------------------------------- light tables


@dataclass(frozen=True, slots=True)
class NestingTablesParams:
    """Two or three tables pushed into each other."""

    width: float = length(0.58, 0.3, 1.2)
    depth: float = length(0.42, 0.25, 0.9)
    height: float = length(0.52, 0.3, 0.8)
    style: str = choice("modern", STYLES)
    tables: int = count(3, 2, 4)
    top: str = choice("wood", ("wood", "glass", "stone"))


def nesting_tables(p: NestingTablesParams) -> Asset:
    """A nest of tables."""
    w, d, h = p.width, p.depth, p.height
    metal = p.style in ("modern", "industrial") or p.top != "wood"
    fm, b = ("frame", 0.016) if metal else ("top", 0.026)
    out: Pieces = []
    top: Pieces = []
    for i in range(p.tables):
        wi, hi = w - i * (2 * b + 0.02), h - i * 0.05
        di = d - 0.03 * i
        y = -0.015 * i
        r = 0.03 if p.style == "midcentury" else 0.006
        slab = kit.prism(kit.rounded_rect(wi, di, r), 0.018, (0, y, hi - 0.018), "top", 0.003)
        (top if i == 0 else out).append(slab)
        for s in (-1, 1):
            x = s * (wi / 2 - b / 2 - 0.002)
            for k in (-1, 1):
                foot = cw.post(
                    (x, y + k * (di / 2 - b), 0),
                    (x, y + k * (di / 2 - b), hi - 0.017),
                    fm,
                    b * (1 if metal else 0.7),
                    b,
                    round=0.002,
                )
                out.append(foot)
            if metal:
                out.append(kit.box((b, di - b, b), (x, y, b / 2 + 0.0005), fm, 0.002, "y"))
            out.append(kit.box((b * 0.9, di - b, b), (x, y, hi - 0.018 - b / 2 + 0.001), fm, 0.002, "y"))
    slots = {"top": p.top, **({"frame": "metal"} if metal else {})}
    return finish("nesting_tables", p, [*top, *out], slots, [_top_surface(w, d - 0.02, h, 0.03)], size=(w, d, h))


def nesting_tables_rand(rng: Rng, **over: Any) -> Asset:
    """A nest of tables drawn at random."""
    o = cw.given(NestingTablesParams, over)
    return nesting_tables(
        cw.drawn(
            NestingTablesParams,
            rng,
            {
                **_dims(rng, o, (0.58, 0.42, 0.52)),
                "style": pick(rng, STYLES),
                "tables": int(rng.integers(2, 4)),
                "top": pick(rng, ("wood", "wood", "glass", "stone")),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class OverbedTableParams:
    """A hospital table whose foot goes under the bed."""

    width: float = length(0.8, 0.5, 1.3)
    depth: float = length(0.42, 0.25, 0.7)
    height: float = length(0.9, 0.6, 1.2)
    style: str = choice("modern", STYLES)


def overbed_table(p: OverbedTableParams) -> Asset:
    """An overbed table: top, column at one side, H-shaped foot on castors."""
    w, d, h = p.width, p.depth, p.height
    x = -w / 2 + 0.09
    top = [
        kit.prism(kit.rounded_rect(w, d, 0.05, 4), 0.024, (0, 0, h - 0.024), "top", 0.006),
        kit.box((w * 0.7, 0.05, 0.02), (-w * 0.1, 0, h - 0.033), "frame", 0.002),
    ]
    col = [
        kit.box((0.06, 0.04, h * 0.55), (x, 0, 0.09 + h * 0.275), "frame", 0.006, "z"),
        kit.box((0.045, 0.03, h - 0.2), (x, 0, h / 2 + 0.06), "frame", 0.004, "z"),
        kit.box((0.02, 0.06, 0.01), (x + 0.05, -0.03, h - 0.06), "rubber", 0.003),
    ]
    foot = [kit.box((w * 0.86, 0.03, 0.025), (-w * 0.05, s * (d / 2 - 0.05), 0.075), "frame", 0.004) for s in (-1, 1)]
    foot.append(kit.box((0.05, d - 0.08, 0.03), (x, 0, 0.076), "frame", 0.004))
    foot += [
        q for sx in (-w * 0.44, w * 0.34) for sy in (-1, 1) for q in cw.caster(sx, sy * (d / 2 - 0.05), "rubber", 0.025, "frame")
    ]
    return finish(
        "overbed_table",
        p,
        [*top, *col, *foot],
        {"top": "wood", "frame": "metal", "rubber": "rubber", "metal": "metal"},
        [_top_surface(w, d, h, 0.04)],
        cw.boxes_of([top, col, foot]),
        size=(w, d, h),
    )


def overbed_table_rand(rng: Rng, **over: Any) -> Asset:
    """An overbed table drawn at random."""
    o = cw.given(OverbedTableParams, over)
    return overbed_table(cw.drawn(OverbedTableParams, rng, _dims(rng, o, (0.8, 0.42, 0.88)), o))


@dataclass(frozen=True, slots=True)
class FoldingTableParams:
    """A table whose legs fold away."""

    width: float = length(1.8, 0.5, 3.0)
    depth: float = length(0.75, 0.4, 1.2)
    height: float = length(0.74, 0.5, 1.1)
    style: str = choice("modern", STYLES)
    kind: str = choice("plastic", ("plastic", "wood", "card"))


def folding_table(p: FoldingTableParams) -> Asset:
    """A folding table: moulded top, folding tube legs with braces, or crossed wooden legs."""
    w, d, h = p.width, p.depth, p.height
    t = 0.045 if p.kind == "plastic" else 0.028
    z1 = h - t
    top = [
        kit.prism(
            kit.rounded_rect(w, d, 0.03 if p.kind == "plastic" else 0.008, 4),
            t,
            (0, 0, z1),
            "top",
            0.008 if p.kind == "plastic" else 0.003,
        )
    ]
    if p.kind == "plastic":
        top.append(kit.box((w - 0.12, 0.004, 0.012), (0, 0, z1 + t - 0.0075), "top", 0))
    groups: list[Pieces] = []
    x, y = w / 2 - min(0.22, 0.15 * w), d / 2 - 0.09
    for s in (-1, 1):
        if p.kind == "wood":
            g = [cw.post((s * x, -k * y, 0), (s * (x - 0.0), k * y, z1 + 0.002), "legs", 0.04, 0.04, 0.03, 0.03) for k in (-1, 1)]
            g.append(kit.box((0.035, 2 * y, 0.03), (s * (x - 0.02), 0, z1 - 0.014), "legs", 0.003))
        else:
            r = 0.0125
            path = cw.bent([(s * x, -y, z1), (s * x, -y, r), (s * x, y, r), (s * x, y, z1)], 0.05)
            g = [kit.tube(path, r, "legs", 10), kit.bar((s * x, -y, z1 * 0.55), (s * x, y, z1 * 0.55), 0.009, "legs", 8)]
            g.append(kit.bar((s * (x - 0.01), 0, z1 * 0.55), (s * max(x - 0.35, 0.05), 0, z1 - 0.004), 0.008, "legs", 8))
            g.append(kit.box((0.05, 2 * y + 0.05, 0.012), (s * x, 0, z1 - 0.005), "legs", 0.002))
        groups.append(g)
    if p.kind == "wood":
        groups.append([kit.box((2 * x, 0.03, 0.05), (0, 0, z1 * 0.5), "legs", 0.003)])
    stuff = {"plastic": "plastic:#d9d8d2", "wood": "wood", "card": "leather"}[p.kind]
    return finish(
        "folding_table",
        p,
        [*top, *(q for g in groups for q in g)],
        {"top": stuff, "legs": "wood" if p.kind == "wood" else "metal"},
        [_top_surface(w, d, h, 0.025)],
        [*cw.boxes_of([top]), *cw.boxes_of(groups)],
        size=(w, d, h),
    )


def folding_table_rand(rng: Rng, **over: Any) -> Asset:
    """A folding table drawn at random."""
    o = cw.given(FoldingTableParams, over)
    kind = o.get("kind") or pick(rng, ("plastic", "wood", "card"), (3, 1.5, 1))
    size = (0.88, 0.88, 0.72) if kind == "card" else (1.8 if kind == "plastic" else 1.4, 0.75, 0.74)
    return folding_table(cw.drawn(FoldingTableParams, rng, {**_dims(rng, o, size), "kind": kind, "style": pick(rng, STYLES)}, o))


@dataclass(frozen=True, slots=True)
class PicnicTableParams:
    """A plank table with benches, on the same A-frames or standing free."""

    width: float = length(1.8, 1.0, 3.0)
    depth: float = length(1.5, 0.9, 2.2)
    height: float = length(0.75, 0.4, 0.95)
    style: str = choice("rustic", STYLES)
    gap: float = length(0.008, 0.003, 0.03, "between planks")
    form: str = choice(
        "attached", ("attached", "free", "backed"), "benches on the table's frames, free ones, or free ones with backs"
    )


def _planks(p: PicnicTableParams, width: float, y0: float, y1: float, z: float, n: int) -> Pieces:
    """`n` boards side by side, their upper faces at z."""
    step = (y1 - y0) / n
    return [kit.box((width, step - p.gap, 0.036), (0, y0 + step * (i + 0.5), z - 0.018), "wood", 0.004, "x") for i in range(n)]


def _free_bench(p: PicnicTableParams, side: int, depth: float, seat: float) -> Pieces:
    """A bench at one side of the table, on two trestles; its back, if any, on the far side."""
    w, d, h = p.width, p.depth, p.height
    far = d / 2 - (0.05 if p.form == "backed" else 0.0)
    y0, y1 = sorted((side * far, side * (far - depth)))
    mid = (y0 + y1) / 2
    out = _planks(p, w, y0, y1, seat, 3)
    for x in (-w / 2 + 0.3, w / 2 - 0.3):
        out.append(kit.box((0.045, depth - 0.02, 0.06), (x, mid, seat - 0.066), "wood", 0.003, "y"))
        for k in (-1, 1):
            out.append(
                cw.post((x, mid + k * depth * 0.42, 0), (x, mid + k * depth * 0.3, seat - 0.04), "wood", 0.04, 0.04, 0.07, 0.07)
            )
        if p.form == "backed":
            lean = (x, side * (d / 2 - 0.015), 1.0 * h - 0.001)
            out.append(cw.post((x, side * far, seat - 0.09), lean, "wood", 0.04, 0.04, 0.06, 0.06))
    out.append(kit.box((w - 0.6, 0.045, 0.06), (0, mid, seat * 0.45), "wood", 0.003, "x"))
    if p.form == "backed":
        for z in (seat + 0.4 * (h - seat), seat + 0.8 * (h - seat)):
            y = far + (d / 2 - 0.015 - far) * (z - seat) / (h - seat) - 0.04
            out.append(kit.box((w, 0.03, 0.3 * (h - seat)), (0, side * y, z), "wood", 0.004, "x"))
    return out


def picnic_table(p: PicnicTableParams) -> Asset:
    """A picnic table."""
    w, d, h = p.width, p.depth, p.height
    td, zs, sd = 0.48 * d, 0.6 * h, 0.17 * d
    top = _planks(p, w, -td / 2, td / 2, h, 2 * round(td / 0.28) + 1)
    top += [kit.box((0.09, td - 0.04, 0.036), (x, 0, h - 0.053), "wood", 0.003, "y") for x in (-w / 2 + 0.3, 0, w / 2 - 0.3)]
    frames: list[Pieces] = []
    if p.form == "attached":
        seats = [_planks(p, w, *sorted((s * d / 2, s * (d / 2 - sd))), zs, 3) for s in (-1, 1)]
        for x in (-w / 2 + 0.36, w / 2 - 0.36):
            g = [
                cw.post(
                    (x + 0.002 * k, k * d * 0.36, 0), (x + 0.002 * k, k * td * 0.3, h - 0.035), "wood", 0.04, 0.04, 0.095, 0.09
                )
                for k in (-1, 1)
            ]
            g.append(kit.box((0.04, d - 0.03, 0.09), (x + 0.04, 0, zs - 0.08), "wood", 0.004, "y"))
            frames.append(g)
        ends = d / 2
    else:
        seats = [_free_bench(p, s, sd, zs) for s in (-1, 1)]
        for x in (-w / 2 + 0.3, w / 2 - 0.3):
            cross = [
                cw.post(
                    (x + 0.02 * k, k * td * 0.42, 0), (x + 0.02 * k, -k * td * 0.36, h - 0.05), "wood", 0.036, 0.036, 0.08, 0.08
                )
                for k in (-1, 1)
            ]
            frames.append(cross)
        frames.append([kit.box((w - 0.6, 0.05, 0.09), (0, 0, 0.47 * h), "wood", 0.004, "x")])
        ends = d / 2 - (0.05 if p.form == "backed" else 0.0)
    body = [*top, *(q for g in [*seats, *frames] for q in g)]
    surfaces = [Surface("top", "on", -w / 2 + 0.02, -td / 2 + 0.02, w / 2 - 0.02, td / 2 - 0.02, h)]
    surfaces += [
        Surface("seat", "on", -w / 2 + 0.02, y - sd / 2 + 0.02, w / 2 - 0.02, y + sd / 2 - 0.02, zs)
        for y in (-ends + sd / 2, ends - sd / 2)
    ]
    return finish("picnic_table", p, body, {"wood": "wood"}, surfaces, cw.boxes_of([top, *seats, *frames]), size=(w, d, h))


def picnic_table_rand(rng: Rng, **over: Any) -> Asset:
    """A picnic table drawn at random."""
    o = cw.given(PicnicTableParams, over)
    more = {"gap": round(float(rng.uniform(0.005, 0.014)), 4), "form": pick(rng, ("attached", "free", "backed"), (2, 1, 1))}
    return picnic_table(cw.drawn(PicnicTableParams, rng, {**_dims(rng, o, (1.8, 1.5, 0.75)), **more}, o))


# ---------------------------------------------------------------------------------------------- desks


@dataclass(frozen=True, slots=True)
class DeskParams:
    """A desk; its sitter is at -Y."""

    width: float = length(1.4, 0.5, 3.5)
    depth: float = length(0.65, 0.35, 2.5)
    height: float = length(0.75, 0.5, 1.6)
    style: str = choice("modern", STYLES)
    kind: str = choice(
        "writing", ("writing", "pedestal", "executive", "computer", "standing", "trestle", "l_shaped", "secretary")
    )
    drawers: int = count(2, 0, 9)
    side: str = choice("right", ("left", "right", "both"), "where the drawers are")
    top: str = choice("wood", ("wood", "glass", "paint", "metal"))
    front: str = choice("flat", ("flat", "shaker", "raised"))
    handle: str = choice("bar", tuple(cw.REACH))


def _stack(
    x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, n: int, p: Any, slot: str = "body", back: str = ""
) -> tuple[Pieces, list[PartSpec]]:
    """A stack of `n` drawers in a case, the lowest the tallest; fronts overlay the case at y0."""
    out = cw.carcass(x0, x1, y0 + 0.02, y1, z0, z1, 0.018, slot, back)
    k = np.ones(n)
    if n >= 3 and n % 3 == 0 and z1 - z0 < 0.8:
        k[0] = 1.6
    edges = z0 + 0.002 + np.concatenate([[0], np.cumsum(k / k.sum())]) * (z1 - z0 - 0.004)
    parts = [
        cw.drawer(f"Drawer {n - i}", x0 + 0.002, x1 - 0.002, a + 0.0015, b - 0.0015, y0, y1 - y0 - 0.05, p.front, p.handle, slot)
        for i, (a, b) in enumerate(itertools.pairwise(edges))
    ]
    return out, parts[::-1]


def _desk_cases(p: DeskParams, w: float, y0: float, y1: float, z0: float, z1: float) -> tuple[list[Pieces], list[PartSpec]]:
    pw = float(np.clip(0.28 * w, 0.28, 0.46))
    groups, parts = [], []
    sides = (-1, 1) if p.side == "both" else (1,) if p.side == "right" else (-1,)
    each = max(1, p.drawers // len(sides))
    for s in sides:
        a, b = (w / 2 - pw, w / 2) if s > 0 else (-w / 2, -w / 2 + pw)
        g, ps = _stack(a, b, y0, y1, z0, z1, min(each, 4), p)
        groups.append(g + [q for x in ps for q in x.pieces])
        parts += ps
    return groups, parts


def _desk_writing(p: DeskParams, w: float, d: float, z1: float) -> tuple[list[Pieces], Pieces, list[PartSpec]]:
    metal = p.style == "industrial"
    fm = "legs" if metal else "body"
    size = 0.05 if not metal else 0.038
    splay = 0.05 if p.style == "midcentury" else 0.0
    x, y = w / 2 - size * 0.65 - splay - 0.01, d / 2 - size * 0.65 - splay - 0.008
    legs = [cw.leg(sx * x, sy * y, z1 + 0.001, p.style, fm, size, splay) for sx in (-1, 1) for sy in (-1, 1)]
    drop = 0.11 if p.drawers else 0.07
    joined = [kit.slab(-x, x, y - 0.01, y + 0.01, z1 - drop, z1 + 0.001, "body", 0.002, "x")]
    joined += [kit.slab(s * x - 0.01, s * x + 0.01, -y, y, z1 - drop, z1 + 0.001, "body", 0.002, "y") for s in (-1, 1)]
    parts: list[PartSpec] = []
    if p.drawers:
        n = min(p.drawers, 3)
        parts = _drawer_row(n, x - size * 0.55, -y - 0.012, z1 - drop + 0.006, z1 - 0.005, d * 0.6, p.handle, "body")
        joined.append(kit.slab(-x, x, -y - 0.009, y, z1 - drop - 0.004, z1 - drop + 0.004, "body", 0.001, "x"))
    else:
        joined.append(kit.slab(-x, x, -y - 0.01, -y + 0.01, z1 - drop, z1 + 0.001, "body", 0.002, "x"))
    if metal:
        legs += [[kit.box((0.026, 2 * y, 0.026), (s * x, 0, 0.09), "legs", 0.002, "y")] for s in (-1, 1)]
    return legs, joined, parts


def _desk_metal(p: DeskParams, w: float, d: float, z1: float) -> tuple[list[Pieces], Pieces]:
    """Sit-stand columns, gamer's K-frames, or trestles."""
    groups: list[Pieces] = []
    for s in (-1, 1):
        if p.kind == "standing":
            x = s * (w / 2 - 0.22)
            g = [
                kit.box((0.075, d * 0.86, 0.03), (x, 0, 0.018), "legs", 0.006, "y"),
                kit.box((0.08, 0.055, z1 * 0.62), (x, 0.02, 0.03 + z1 * 0.31), "legs", 0.005, "z"),
                kit.box((0.066, 0.043, z1 - 0.04), (x, 0.02, z1 / 2 + 0.018), "legs", 0.004, "z"),
                kit.box((0.05, d * 0.72, 0.03), (x, 0, z1 - 0.0145), "legs", 0.003, "y"),
            ]
            g += [kit.cylinder(0.018, 0.006, (x, k * d * 0.38, 0), "legs", 0.001, 10) for k in (-1, 1)]
        elif p.kind == "trestle":
            x = s * (w / 2 - 0.24)
            g = [
                cw.post((x + k * 0.16, j * (d / 2 - 0.04), 0), (x + k * 0.03, j * (d / 2 - 0.12), z1 - 0.02), "legs", 0.034)
                for k in (-1, 1)
                for j in (-1, 1)
            ]
            g += [kit.box((0.09, d - 0.16, 0.032), (x, 0, z1 - 0.015), "legs", 0.003, "y")]
            g += [kit.box((0.022, d - 0.17, 0.03), (x + k * 0.105, 0, z1 * 0.42), "legs", 0.003, "y") for k in (-1, 1)]
        else:
            x = s * (w / 2 - 0.08)
            g = [
                kit.box((0.055, d * 0.9, 0.035), (x, 0, 0.0175), "legs", 0.004, "y"),
                kit.box((0.05, d * 0.82, 0.03), (x, 0, z1 - 0.0145), "legs", 0.003, "y"),
                cw.post((x, d * 0.25, 0.03), (x, -d * 0.05, z1 - 0.02), "legs", 0.05, 0.05, 0.07, 0.1),
                cw.post((x, d * 0.36, 0.03), (x, d * 0.3, z1 - 0.02), "legs", 0.04, 0.04, 0.05, 0.05),
            ]
        groups.append(g)
    span = w / 2 - (0.22 if p.kind == "standing" else 0.1)
    joined = (
        [kit.box((2 * span, 0.05, 0.03), (0, k * d * 0.2, z1 - 0.014), "legs", 0.003, "x") for k in (-1, 1)]
        if p.kind != "trestle"
        else []
    )
    if p.kind == "standing":
        joined.append(kit.box((0.13, 0.03, 0.014), (w * 0.3, -d / 2 + 0.03, z1 - 0.006), "legs", 0.003))
    if p.kind == "computer":
        joined.append(
            kit.sheet(
                [
                    [(x, d * 0.32 + yy, z1 - 0.02 + zz) for yy, zz in ((0, 0), (0, -0.09), (0.1, -0.1), (0.1, -0.03))]
                    for x in (-span * 0.7, span * 0.7)
                ],
                "legs",
                0.003,
            )
        )
    return groups, joined


def _desk_hutch(p: DeskParams, w: float, d: float, z: float, z1: float) -> tuple[Pieces, list[Surface]]:
    """Pigeon-holes along the back of the top from z to z1."""
    hd = min(0.26, 0.42 * d)
    y0, y1 = d / 2 - hd, d / 2 - 0.002
    x = w / 2 - 0.01
    zs = np.linspace(z, z1, 3)
    out = [
        kit.slab(s * x - (0.018 if s > 0 else 0), s * x + (0.018 if s < 0 else 0), y0, y1, z - 0.001, z1, "body", 0.002, "z")
        for s in (-1, 1)
    ]
    out += [kit.slab(-x + 0.017, x - 0.017, y0 + 0.002, y1 - 0.002, zz - 0.016, zz, "body", 0.002, "x") for zz in zs[1:]]
    out.append(kit.slab(-x + 0.017, x - 0.017, y1 - 0.009, y1 - 0.001, z, z1 - 0.01, "body", 0, "x"))
    out += [
        kit.slab(q - 0.008, q + 0.008, y0 + 0.004, y1 - 0.008, z - 0.001, zs[1] - 0.015, "body", 0.002, "z")
        for q in (-x * 0.36, x * 0.36)
    ]
    surfaces = [
        Surface("hutch top", "on", -x + 0.01, y0 + 0.01, x - 0.01, y1 - 0.01, z1),
        Surface("hutch shelf", "in", -x + 0.03, y0 + 0.01, x - 0.03, y1 - 0.015, zs[1], zs[2] - zs[1] - 0.016),
    ]
    return out, surfaces


def desk(p: DeskParams) -> Asset:  # noqa: C901
    """A desk. The knee space is left free in its solids."""
    w, d, h = p.width, p.depth, p.height
    hutch = p.kind == "secretary"
    ht = float(np.clip(h * 0.64, 0.7, 0.76)) if hutch else h
    if hutch and h < 0.85:
        hutch, ht = False, h
    t = {"glass": 0.012, "metal": 0.02}.get(p.top, 0.032 if p.kind == "executive" else 0.025)
    z1 = ht - t
    reach = cw.REACH[p.handle] + 0.004
    parts: list[PartSpec] = []
    joined: Pieces = []
    surfaces: list[Surface] = []
    bent = p.kind == "l_shaped"
    wing = min(0.6, 0.42 * d) if bent else d
    r = {"midcentury": 0.035, "modern": 0.012}.get(p.style, 0.005)
    if bent:
        o = cw.ccw(
            [
                (-w / 2, d / 2),
                (-w / 2, -d / 2),
                (-w / 2 + wing, -d / 2),
                (-w / 2 + wing, d / 2 - wing - 0.08),
                (-w / 2 + wing + 0.08, d / 2 - wing),
                (w / 2, d / 2 - wing),
                (w / 2, d / 2),
            ]
        )
        top = [kit.prism(o, t, (0, 0, z1), "body" if p.top == "wood" else "top", 0.004)]
    else:
        top = [kit.prism(kit.rounded_rect(w, d, r, 3), t, (0, 0, z1), "body" if p.top == "wood" else "top", min(0.005, t * 0.3))]
        if p.kind == "executive" or (p.style == "classic" and p.kind == "pedestal"):
            top.append(kit.prism(kit.rounded_rect(w - 0.03, d - 0.03, 0.005), 0.02, (0, 0, z1 - 0.019), "body", 0.006))
            top.append(kit.slab(-w * 0.28, w * 0.28, -d * 0.36, d * 0.24, ht - 0.004, ht + 0.0, "blotter", 0.0008))
    if p.kind in ("standing", "computer", "trestle"):
        groups, joined = _desk_metal(p, w, d, z1)
        if p.kind == "computer" and p.drawers:
            g, parts = _stack(w / 2 - 0.5, w / 2 - 0.14, -d / 2 + reach, d / 2 - 0.12, z1 - 0.26, z1 + 0.0005, 2, p, "case")
            joined += g + [q for s in parts for q in s.pieces]
    elif p.kind in ("pedestal", "executive"):
        y0 = -d / 2 + max(reach, 0.012)
        foot = 0.03 if p.kind == "executive" or p.style != "midcentury" else 0.14
        groups, parts = _desk_cases(p, w - 0.04, y0, d / 2 - 0.02, foot, z1 + 0.001)
        for g in groups:
            a, b = kit.bounds(g)
            g += cw.stand(a[0], b[0], y0 + 0.02, b[1], foot, "modern" if foot < 0.1 else p.style)
        if p.side != "both":
            s = -1 if p.side == "right" else 1
            if p.style in ("midcentury", "industrial", "classic"):
                groups += [
                    cw.leg(
                        s * (w / 2 - 0.06),
                        k * (d / 2 - 0.07),
                        z1 + 0.001,
                        p.style,
                        "legs" if p.style == "industrial" else "body",
                        0.045,
                    )
                    for k in (-1, 1)
                ]
            else:
                groups.append(
                    [
                        kit.slab(
                            s * (w / 2 - 0.02) - 0.0125,
                            s * (w / 2 - 0.02) + 0.0125,
                            -d / 2 + 0.02,
                            d / 2 - 0.02,
                            0,
                            z1 + 0.001,
                            "body",
                            0.002,
                            "z",
                        )
                    ]
                )
        modesty = kit.slab(
            -w / 2 + 0.03,
            w / 2 - 0.03,
            d / 2 - 0.06,
            d / 2 - 0.042,
            z1 - (0.55 if p.kind == "executive" else 0.3),
            z1 + 0.001,
            "body",
            0.002,
            "x",
        )
        groups.append([modesty])
        pw = float(np.clip(0.28 * (w - 0.04), 0.28, 0.46))
        if p.side == "both" and w - 2 * pw > 0.4:
            half = w / 2 - 0.02 - pw - 0.004
            mid = _drawer_row(1, half, y0, z1 - 0.085, z1 - 0.004, d * 0.5, p.handle, "body")
            joined += [q for s2 in mid for q in s2.pieces]
    elif bent:
        legs = [
            (-w / 2 + 0.04, -d / 2 + 0.04),
            (-w / 2 + wing - 0.04, -d / 2 + 0.04),
            (-w / 2 + 0.04, d / 2 - 0.04),
            (w / 2 - 0.04, d / 2 - 0.04),
            (w / 2 - 0.04, d / 2 - wing + 0.04),
        ]
        st = p.style if p.style in ("classic", "rustic") else "industrial"
        groups = [cw.leg(x, y, z1 + 0.001, st, "body" if st != "industrial" else "legs", 0.05) for x, y in legs]
        groups.append(
            [kit.slab(-w / 2 + 0.05, w / 2 - 0.05, d / 2 - 0.05, d / 2 - 0.034, z1 - 0.25, z1 + 0.001, "body", 0.002, "x")]
        )
        if p.drawers:
            g, parts = _stack(w / 2 - 0.46, w / 2 - 0.07, d / 2 - wing + reach + 0.02, d / 2 - 0.06, 0.05, z1 + 0.001, 3, p)
            groups.append(g + [q for s in parts for q in s.pieces])
    else:
        groups, joined, parts = _desk_writing(p, w, d, z1)
    own = {id(q) for s in parts for q in s.pieces}
    if hutch:
        extra, surfaces = _desk_hutch(p, w, d, ht, h)
        groups.append(extra)
    if p.kind in ("writing", "secretary"):
        joined += [q for s in parts for q in s.pieces]
        own = {id(q) for s in parts for q in s.pieces}
    plain, moving = cw.settle(parts)
    body = [*top, *(q for q in [*joined, *(q for g in groups for q in g)] if id(q) not in own), *plain]
    y1 = d / 2 - 0.02 - (min(0.26, 0.42 * d) if hutch else 0)
    z = ht
    if bent:
        on = [
            Surface("top", "on", -w / 2 + 0.03, d / 2 - wing + 0.02, w / 2 - 0.03, d / 2 - 0.02, z),
            Surface("wing", "on", -w / 2 + 0.02, -d / 2 + 0.02, -w / 2 + wing - 0.02, d / 2 - wing, z),
        ]
        tops = [
            Box((-w / 2, d / 2 - wing - 0.09, z1), (w / 2, d / 2, ht)),
            Box((-w / 2, -d / 2, z1), (-w / 2 + wing + 0.09, d / 2, ht)),
            *cw.boxes_of([[q] for q in joined]),
        ]
    else:
        on = [Surface("top", "on", -w / 2 + 0.02, -d / 2 + 0.02, w / 2 - 0.02, y1, z)]
        tops = cw.boxes_of([[*top, *joined]])
    used = {q.slot for q in body} | {q.slot for s in moving for q in s.pieces}
    slots = {
        "body": "wood",
        "top": p.top,
        "case": "paint",
        "legs": "black_metal" if p.style in ("industrial", "modern") else "metal",
        "blotter": "leather",
        "handle": "metal",
    }
    slots = {k: v for k, v in slots.items() if k in used}
    return finish("desk", p, body, slots, [*on, *surfaces], [*tops, *cw.boxes_of(groups)], parts=moving, size=(w, d, h))


def desk_rand(rng: Rng, **over: Any) -> Asset:
    """A desk drawn at random."""
    o = cw.given(DeskParams, over)
    kind = o.get("kind") or pick(
        rng, ("writing", "pedestal", "trestle", "secretary", "computer"), (4, 3, 1, 0.7 if "height" not in o else 0, 0.5)
    )
    if "kind" not in o and o.get("height", 0) > 1.0:
        kind = "secretary"
    style = o.get("style") or pick(rng, STYLES, (3, 1.4, 1.2, 1.4, 2))
    if kind == "executive":
        style = o.get("style") or pick(rng, ("classic", "modern", "rustic"), (3, 1, 1))
    size = {
        "executive": (1.8, 0.88, 0.77),
        "standing": (1.5, 0.75, 0.78 + 0.3 * float(rng.random() < 0.4)),
        "l_shaped": (1.6, 1.5, 0.75),
        "secretary": (1.05, 0.6, 1.12),
        "computer": (1.4, 0.68, 0.75),
    }.get(kind, (1.35, 0.65, 0.75))
    m = cw.manner(style, rng)
    both = kind == "executive" or (kind == "pedestal" and o.get("width", 1.35) > 1.25 and rng.random() < 0.4)
    free = {
        **_dims(rng, o, size, 0.1),
        "kind": kind,
        "style": style,
        "side": "both" if both else pick(rng, ("left", "right")),
        "handle": m["handle"],
        "front": m["front"] if m["front"] in ("flat", "shaker", "raised") else "flat",
        "drawers": 6 if both else 3,
        "top": "wood"
        if kind in ("executive", "secretary", "pedestal")
        else pick(rng, ("wood", "glass", "paint"), (8, 0.8 if kind == "trestle" else 0, 1)),
    }
    if kind == "writing":
        free["drawers"] = int(pick(rng, (0, 1, 2, 3), (1, 1.5, 3, 2)))
    elif kind == "computer":
        free["drawers"] = int(rng.random() < 0.4) * 2
    return desk(cw.drawn(DeskParams, rng, free, o))


@dataclass(frozen=True, slots=True)
class SchoolDeskParams:
    """A pupil's desk with a tray for books; wide ones seat two."""

    width: float = length(0.65, 0.45, 1.6)
    depth: float = length(0.5, 0.35, 0.8)
    height: float = length(0.74, 0.45, 0.9)
    style: str = choice("modern", STYLES)
    tray: bool = flag(True)
    frame: str = choice("u", ("u", "four"))


def school_desk(p: SchoolDeskParams) -> Asset:
    """A school desk on bent tube."""
    w, d, h = p.width, p.depth, p.height
    z1 = h - 0.02
    top = [kit.prism(kit.rounded_rect(w, d, 0.03, 4), 0.02, (0, 0, z1), "top", 0.004)]
    if p.tray:
        x, y, z = w / 2 - 0.07, d / 2 - 0.06, z1 - 0.11
        g = [[(-x, yy, zz) for yy, zz in ((-y, z), (y, z), (y, z1))], [(x, yy, zz) for yy, zz in ((-y, z), (y, z), (y, z1))]]
        top.append(kit.sheet(g, "frame", 0.0015))
        top += [kit.box((0.0015, 2 * y, 0.11), (s * x, 0, z + 0.0545), "frame", 0) for s in (-1, 1)]
    groups: list[Pieces] = []
    r = 0.0125
    for s in (-1, 1):
        x = s * (w / 2 - 0.045)
        if p.frame == "u":
            path = cw.bent([(x, d / 2 - 0.08, z1), (x, d / 2 - 0.08, r), (x, -d / 2 + 0.02, r)], 0.06)
            g = [
                kit.tube(path, r, "frame", 10),
                kit.bar((x, d / 2 - 0.08, z1 - 0.1), (x, -d / 2 + 0.06, z1 - 0.003), r * 0.9, "frame", 10),
            ]
            groups.append(g)
        else:
            groups += [
                [kit.bar((x * 1.0, k * (d / 2 - 0.035), 0), (x * 0.9, k * (d / 2 - 0.07), z1), r, "frame", 10)] for k in (-1, 1)
            ]
    groups.append([kit.bar((-w / 2 + 0.05, d / 2 - 0.08, h * 0.3), (w / 2 - 0.05, d / 2 - 0.08, h * 0.3), r * 0.9, "frame", 10)])
    return finish(
        "school_desk",
        p,
        [*top, *(q for g in groups for q in g)],
        {"top": "wood", "frame": "metal"},
        [_top_surface(w, d, h, 0.025)],
        cw.boxes_of([top, *groups]),
        size=(w, d, h),
    )


def school_desk_rand(rng: Rng, **over: Any) -> Asset:
    """A school desk drawn at random."""
    o = cw.given(SchoolDeskParams, over)
    return school_desk(
        cw.drawn(
            SchoolDeskParams,
            rng,
            {
                **_dims(rng, o, (pick(rng, (0.65, 0.7, 1.2), (3, 2, 1)), 0.5, 0.74)),
                "tray": bool(rng.random() < 0.7),
                "frame": pick(rng, ("u", "four")),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class DraftingTableParams:
    """A drawing board on a stand; its ledge stops pencils."""

    width: float = length(1.2, 0.6, 2.0)
    depth: float = length(0.8, 0.5, 1.3)
    height: float = length(0.98, 0.7, 1.4)
    style: str = choice("industrial", STYLES)


def drafting_table(p: DraftingTableParams) -> Asset:
    """A drafting table: slightly tilted board with ledge, side shelf, crossed stand."""
    w, d, h = p.width, p.depth, p.height
    a = float(np.arcsin(np.clip(0.2 / d, 0, 0.3)))
    fm = "frame" if p.style in ("modern", "industrial") else "top"
    board = [
        kit.box((w, d / np.cos(a) * 0.97, 0.028), (0, 0, 0), "top", 0.004, "x"),
        kit.box((w * 0.9, 0.02, 0.05), (0, -d / np.cos(a) * 0.485 + 0.02, 0.01), fm, 0.003),
    ]
    board += [
        kit.box((w * 0.96, 0.045, 0.004), (0, 0.1 * d, 0.018), "rule", 0.001),
        kit.box((0.01, 0.06, 0.02), (-w * 0.45, 0.1 * d, 0.02), "rule", 0.001),
    ]
    board = kit.rotate(board, "x", a)
    board = kit.move(board, (0, 0, h - kit.bounds(board)[1][2]))
    zm = float(kit.bounds(board)[0][2])
    stand: list[Pieces] = []
    for s in (-1, 1):
        x = s * (w / 2 - 0.14)
        g = [
            cw.post((x, -d * 0.36, 0), (x, d * 0.22, zm + 0.13), fm, 0.035, 0.035, 0.05, 0.05),
            cw.post((x - s * 0.036, d * 0.4, 0), (x - s * 0.036, -d * 0.2, zm + 0.04), fm, 0.035, 0.035, 0.05, 0.05),
        ]
        stand.append(g)
    bar = [
        kit.bar((-w / 2 + 0.14, 0, zm * 0.52), (w / 2 - 0.14, 0, zm * 0.52), 0.014, fm, 12),
        kit.box((w - 0.3, 0.03, 0.05), (0, d * 0.33, 0.12), fm, 0.003),
    ]
    slots = {"top": "wood", **({"frame": "black_metal"} if fm == "frame" else {}), "rule": "metal"}
    shelf = [kit.box((w - 0.36, 0.2, 0.016), (0, 0.02, zm * 0.52 + 0.0), fm, 0.003)]
    sx = w / 2 - 0.2
    return finish(
        "drafting_table",
        p,
        [*board, *bar, *shelf, *(q for g in stand for q in g)],
        slots,
        [Surface("shelf", "in", -sx, -0.06, sx, 0.1, zm * 0.52 + 0.008, 0.25)],
        cw.boxes_of([board, bar, shelf, *stand]),
        size=(w, d, h),
    )


def drafting_table_rand(rng: Rng, **over: Any) -> Asset:
    """A drafting table drawn at random."""
    o = cw.given(DraftingTableParams, over)
    return drafting_table(cw.drawn(DraftingTableParams, rng, {**_dims(rng, o, (1.2, 0.8, 0.98)), "style": pick(rng, STYLES)}, o))


@dataclass(frozen=True, slots=True)
class VanityTableParams:
    """A dressing table, with or without its mirror."""

    width: float = length(1.0, 0.5, 2.0)
    depth: float = length(0.45, 0.28, 0.8)
    height: float = length(1.4, 0.6, 2.0)
    style: str = choice("classic", STYLES)
    mirror: str = choice("round", ("none", "round", "oval", "rect", "arch", "triple"))
    drawers: int = count(3, 1, 7)
    handle: str = choice("knob", tuple(cw.REACH))


def _mirror(kind: str, x: float, y: float, z0: float, z1: float, w: float, slot: str) -> Pieces:
    h = z1 - z0
    if kind == "triple":
        mid = _mirror("rect", x, y, z0, z1, w * 0.5, slot)
        wing = _mirror("rect", 0, 0, z0 + 0.03, z1 - 0.06, w * 0.3, slot)
        return [
            *mid,
            *kit.move(kit.rotate(wing, "z", 0.45), (x - w * 0.385, y - 0.062, 0)),
            *kit.move(kit.rotate(wing, "z", -0.45), (x + w * 0.385, y - 0.062, 0)),
        ]
    if kind in ("round", "oval"):
        rw = min(w / 2, h / 2 * (1.0 if kind == "round" else 0.8))
        o = kit.circle(1.0, 40) * (rw, h / 2 if kind == "oval" else rw)
    elif kind == "arch":
        t = np.linspace(0, np.pi, 20)
        o = np.concatenate(
            [np.column_stack([np.cos(t) * w / 2, h / 2 - w / 2 + np.sin(t) * w / 2]), [(-w / 2, -h / 2), (w / 2, -h / 2)]]
        )
    else:
        o = kit.rounded_rect(w, h, 0.01)
    frame = kit.prism(o, 0.022, (0, 0, 0), slot, 0.006, smooth_sides=True)
    glass = kit.prism(kit.inset(o, 0.022), 0.003, (0, 0, 0.0215), "mirror", 0)
    back = kit.rotate([frame, glass], "x", np.pi / 2)
    hi = kit.bounds(back)[1]
    return kit.move(back, (x, y, z1 - hi[2]))


def vanity_table(p: VanityTableParams) -> Asset:
    """A vanity table; knee space under the middle."""
    w, d, h = p.width, p.depth, p.height
    ht = h if p.mirror == "none" else min(0.76, 0.56 * h)
    t = 0.022
    z1 = ht - t
    md = 0.0 if p.mirror == "none" else 0.035
    reach = cw.REACH[p.handle]
    y0, y1 = -d / 2 + reach + 0.003, d / 2 - 0.012
    top = [
        kit.prism(
            kit.rounded_rect(w, d - 0.002, 0.03 if p.style in ("midcentury", "modern") else 0.012, 3),
            t,
            (0, 0, z1),
            "body",
            0.006,
        )
    ]
    drop = 0.115
    splay = 0.03 if p.style == "midcentury" else 0.0
    size = 0.042
    x, y = w / 2 - 0.035 - splay, d / 2 - 0.04 - splay
    fm = "legs" if p.style == "industrial" else "body"
    legs = [cw.leg(sx * x, sy * y, z1 + 0.001, p.style, fm, size, splay) for sx in (-1, 1) for sy in (-1, 1)]
    n = 1 if p.drawers < 3 else 3
    xs = (
        np.array([-x + size * 0.5, x - size * 0.5])
        if n == 1
        else np.array([-x + size * 0.5, -x * 0.36, x * 0.36, x - size * 0.5])
    )
    joined: Pieces = [
        kit.slab(-x, x, y0 + 0.019, y, z1 - drop, z1 - drop + 0.012, "body", 0.001, "x"),
        kit.slab(-x, x, y - 0.01, y + 0.008, z1 - drop, z1 + 0.001, "body", 0.002, "x"),
    ]
    joined += [kit.slab(s * x - 0.009, s * x + 0.009, y0 + 0.02, y, z1 - drop, z1 + 0.001, "body", 0.002, "y") for s in (-1, 1)]
    parts = [
        cw.drawer(
            f"Drawer {i + 1}", a + 0.002, b - 0.002, z1 - drop + 0.003, z1 - 0.004, y0, y1 - y0 - 0.06, "flat", p.handle, "body"
        )
        for i, (a, b) in enumerate(itertools.pairwise(xs))
    ]
    fronts = [q for s in parts for q in s.pieces]
    groups = [*legs]
    surfaces = [Surface("top", "on", -w / 2 + 0.02, -d / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.03 - md, ht)]
    if md:
        m = [
            *_mirror(
                p.mirror,
                0,
                d / 2 - 0.006,
                ht + 0.025,
                h,
                min(w * (0.92 if p.mirror == "triple" else 0.62), (h - ht) * (1.6 if p.mirror == "triple" else 1.1)),
                "body",
            )
        ]
        m += [kit.box((0.022, 0.016, 0.2), (s * 0.09, d / 2 - 0.012, ht + 0.095), "body", 0.003, "z") for s in (-1, 1)]
        groups.append(m)
        if p.drawers >= 5:
            for s in (-1, 1):
                a = s * (w / 2 - 0.11)
                box = [
                    kit.box((0.19, d * 0.5, 0.1), (a, d * 0.22, ht + 0.049), "body", 0.004),
                    *cw.front(a - 0.085, a + 0.085, ht + 0.012, ht + 0.088, d * 0.22 - d * 0.25 - 0.006, "flat", "body", 0.008),
                    *cw.handle(a, ht + 0.05, d * 0.22 - d * 0.25 - 0.006, "knob"),
                ]
                groups.append(box)
            surfaces[0] = surfaces[0]._replace(x0=-w / 2 + 0.23, x1=w / 2 - 0.23)
    plain, moving = cw.settle(parts)
    body = [*top, *joined, *plain, *(q for g in groups for q in g)]
    slots = {"body": "wood", "mirror": "mirror", "handle": "brass", "legs": "black_metal"}
    used = {q.slot for q in body} | {q.slot for s in moving for q in s.pieces}
    return finish(
        "vanity_table",
        p,
        body,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        cw.boxes_of([[*top, *joined, *fronts], *groups]),
        parts=moving,
        size=(w, d, h),
    )


def vanity_table_rand(rng: Rng, **over: Any) -> Asset:
    """A vanity table drawn at random."""
    o = cw.given(VanityTableParams, over)
    style = o.get("style") or pick(rng, STYLES, (2, 3, 1, 0.5, 2))
    mirror = o.get("mirror") or ("none" if o.get("height", 1.4) < 1.0 else pick(rng, ("round", "oval", "arch", "rect", "triple")))
    size = (1.0, 0.45, 1.4 if mirror != "none" else 0.76)
    return vanity_table(
        cw.drawn(
            VanityTableParams,
            rng,
            {
                **_dims(rng, o, size, 0.1),
                "style": style,
                "mirror": mirror,
                "drawers": int(pick(rng, (1, 3, 5))),
                "handle": pick(rng, ("knob", "ring", "bar") if style != "modern" else ("bar", "edge", "knob")),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- benches to work at


@dataclass(frozen=True, slots=True)
class WorkbenchParams:
    """A workbench."""

    width: float = length(1.6, 0.8, 4.0)
    depth: float = length(0.65, 0.4, 1.2)
    height: float = length(0.9, 0.7, 2.0)
    style: str = choice("rustic", STYLES)
    frame: str = choice("wood", ("wood", "metal"))
    vice: bool = flag(True)
    board: bool = flag(False, "a pegboard behind")
    drawers: int = count(2, 0, 5)
    shelf: bool = flag(True)


def _vice(x: float, y: float, z: float) -> Pieces:
    """A bench vice whose jaws stand above the top at z."""
    out = [
        kit.box((0.12, 0.12, 0.02), (x, y, z + 0.0105), "tool", 0.004),
        kit.box((0.09, 0.1, 0.06), (x, y, z + 0.045), "tool", 0.012),
        kit.box((0.13, 0.035, 0.06), (x, y - 0.045, z + 0.095), "tool", 0.004),
        kit.box((0.13, 0.035, 0.06), (x, y - 0.105, z + 0.095), "tool", 0.004),
        kit.box((0.05, 0.17, 0.035), (x, y - 0.07, z + 0.055), "tool", 0.003),
    ]
    return [
        *out,
        kit.bar((x, y - 0.2, z + 0.055), (x, y - 0.1, z + 0.055), 0.009, "metal", 10),
        kit.bar((x - 0.07, y - 0.19, z + 0.055), (x + 0.07, y - 0.19, z + 0.055), 0.005, "metal", 8),
    ]


def workbench(p: WorkbenchParams) -> Asset:
    """A workbench with vice, drawers, lower shelf and pegboard."""
    w, d, h = p.width, p.depth, p.height
    ht = min(0.92, h * 0.5 + 0.1) if p.board else h - (0.126 if p.vice else 0.0)
    t = 0.05
    z1 = ht - t
    fm = "body" if p.frame == "wood" else "frame"
    n = 2 * round(d / 0.34) + 1
    ys = np.linspace(-d / 2, d / 2, n + 1)
    top = [kit.slab(-w / 2, w / 2, a + 0.0008, b - 0.0008, z1, ht, "body", 0.003, "x") for a, b in itertools.pairwise(ys)]
    b = 0.085 if p.frame == "wood" else 0.05
    x, y = w / 2 - b / 2 - 0.06, d / 2 - b / 2 - 0.025
    legs = [[kit.box((b, b, z1 + 0.001), (sx * x, sy * y, z1 / 2), fm, 0.005, "z")] for sx in (-1, 1) for sy in (-1, 1)]
    joined = [kit.box((2 * x, 0.04, 0.1), (0, s * y, z1 - 0.049), fm, 0.003, "x") for s in (-1, 1)]
    joined += [kit.box((0.04, 2 * y, 0.1), (s * x, 0, z1 - 0.049), fm, 0.003, "y") for s in (-1, 1)]
    groups = [*legs]
    surfaces = [Surface("top", "on", -w / 2 + 0.03, -d / 2 + 0.03, w / 2 - 0.03, d / 2 - (0.06 if p.board else 0.03), ht)]
    if p.shelf:
        z = 0.22
        rails = [kit.box((2 * x, 0.035, 0.07), (0, s * y, z - 0.054), fm, 0.003, "x") for s in (-1, 1)]
        m = 2 * round(y / 0.13) + 1
        e = np.linspace(-y, y, m + 1)
        rails += [
            kit.slab(-x + 0.01, x - 0.01, q + 0.001, r - 0.001, z - 0.02, z, "body", 0.003, "x") for q, r in itertools.pairwise(e)
        ]
        groups.append(rails)
        surfaces.append(Surface("shelf", "in", -x + b / 2, -y + b / 2, x - b / 2, y - b / 2, z, z1 - 0.32 - z))
    parts: list[PartSpec] = []
    if p.drawers:
        span = min(2 * x - b, 0.5 * p.drawers)
        e = np.linspace(-x + b / 2, -x + b / 2 + span, p.drawers + 1)
        parts = [
            cw.drawer(f"Drawer {i + 1}", q + 0.004, r - 0.004, z1 - 0.24, z1 - 0.105, -y - 0.022, d * 0.7, "flat", "cup", fm)
            for i, (q, r) in enumerate(itertools.pairwise(e))
        ]
        groups.append(
            [q for s in parts for q in s.pieces] + [kit.slab(e[0], e[-1], -y, y, z1 - 0.258, z1 - 0.245, "body", 0.002, "x")]
        )
        groups[-1] += [
            kit.slab(v - 0.008, v + 0.008, -y + 0.0, y, z1 - 0.25, z1 - 0.09, "body", 0.002, "y") for v in (e[0], e[-1])
        ]
    if p.vice:
        vice = _vice(w / 2 - 0.2, -d / 2 + 0.22, ht - 0.001)
        groups.append(vice)
        surfaces[0] = surfaces[0]._replace(x1=w / 2 - 0.3)
    if p.board:
        panel = [kit.slab(-w / 2 + 0.01, w / 2 - 0.01, d / 2 - 0.02, d / 2 - 0.006, ht - 0.001, h - 0.002, "board", 0.002, "x")]
        panel += [
            kit.slab(s * (w / 2 - 0.025) - 0.02, s * (w / 2 - 0.025) + 0.02, d / 2 - 0.035, d / 2, ht - 0.001, h, fm, 0.003, "z")
            for s in (-1, 1)
        ]
        nx, nz = int(w / 0.1) - 1, max(1, int((h - ht) / 0.1) - 1)
        gx, gz = np.meshgrid((np.arange(nx) - (nx - 1) / 2) * 0.1, ht + 0.08 + np.arange(nz) * 0.1)
        hole = kit.box((0.008, 0.002, 0.008), (0, d / 2 - 0.0205, 0), "hole", 0)
        panel += kit.repeat(hole, [(q, 0, r) for q, r in zip(gx.ravel(), gz.ravel(), strict=True)])
        groups.append(panel)
    own = {id(q) for s in parts for q in s.pieces}
    plain, moving = cw.settle(parts)
    body = [*top, *joined, *(q for g in groups for q in g if id(q) not in own), *plain]
    slots = {
        "body": "wood",
        "frame": "metal:#3d4a57",
        "tool": "metal:#2f5a86",
        "metal": "metal",
        "handle": "black_metal",
        "board": "wood",
        "hole": "plastic:#1a1512",
    }
    used = {q.slot for q in body} | {q.slot for s in moving for q in s.pieces}
    return finish(
        "workbench",
        p,
        body,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        cw.boxes_of([[*top, *joined], *groups]),
        parts=moving,
        size=(w, d, h),
    )


def workbench_rand(rng: Rng, **over: Any) -> Asset:
    """A workbench drawn at random."""
    o = cw.given(WorkbenchParams, over)
    board = o["board"] if "board" in o else (o["height"] > 1.2 if "height" in o else bool(rng.random() < 0.3))
    size = (1.6, 0.65, 1.65 if board else 1.0)
    free = {
        **_dims(rng, o, size, 0.1),
        "board": board,
        "vice": bool(rng.random() < 0.7),
        "drawers": int(pick(rng, (0, 2, 3))),
        "shelf": True,
        "frame": pick(rng, ("wood", "metal")),
    }
    if "height" not in o and not board:
        free["height"] = cw.near(rng, 0.9, 0.03) + (0.126 if o.get("vice", free["vice"]) else 0)
    elif not board and o["height"] < 0.93 and "vice" not in o:
        free["vice"] = False
    return workbench(cw.drawn(WorkbenchParams, rng, free, o))


@dataclass(frozen=True, slots=True)
class LabBenchParams:
    """A laboratory bench: resin top on cupboards and drawers, a knee space, a reagent shelf."""

    width: float = length(2.0, 0.9, 6.0)
    depth: float = length(0.75, 0.5, 2.0)
    height: float = length(0.9, 0.6, 2.0)
    style: str = choice("modern", STYLES)
    shelf: bool = flag(False, "a reagent shelf over the back")
    knee: bool = flag(True)


def lab_bench(p: LabBenchParams) -> Asset:
    """A lab bench."""
    w, d, h = p.width, p.depth, p.height
    ht = min(0.9, h * 0.6) if p.shelf else h
    z1 = ht - 0.03
    top = [kit.slab(-w / 2, w / 2, -d / 2, d / 2, z1, ht, "top", 0.005, "x")]
    y0, y1 = -d / 2 + 0.035, d / 2 - 0.03
    n = max(2, round(w / 0.55))
    xs = np.linspace(-w / 2 + 0.02, w / 2 - 0.02, n + 1)
    knee = n // 2 if p.knee and n > 2 else -1
    groups: list[Pieces] = []
    parts: list[PartSpec] = []
    for i, (a, b) in enumerate(itertools.pairwise(xs)):
        if i == knee:
            groups.append([kit.slab(a, b, y1 - 0.02, y1 - 0.004, 0.2, z1 + 0.001, "body", 0.002, "x")])
            continue
        case = cw.carcass(a, b, y0 + 0.02, y1, 0.1, z1 + 0.001, 0.018, "body")
        case.append(kit.slab(a + 0.002, b - 0.002, y0 + 0.07, y1, 0, 0.101, "kick", 0.001, "x"))
        if i % 2 == 0:
            zs = np.linspace(0.104, z1 - 0.002, 5)
            new = [
                cw.drawer(f"Drawer {i}.{j}", a + 0.002, b - 0.002, q + 0.0015, r - 0.0015, y0, d * 0.6, "flat", "bar", "front")
                for j, (q, r) in enumerate(itertools.pairwise(zs))
            ]
        else:
            new = [
                cw.drawer(f"Drawer {i}", a + 0.002, b - 0.002, z1 - 0.15, z1 - 0.004, y0, d * 0.6, "flat", "bar", "front"),
                cw.door(f"Door {i}", a + 0.002, b - 0.002, 0.104, z1 - 0.154, y0, "flat", "bar", "front", pull_z=z1 - 0.27),
            ]
        parts += new
        groups.append(case + [q for s in new for q in s.pieces])
    surfaces = [Surface("top", "on", -w / 2 + 0.03, -d / 2 + 0.03, w / 2 - 0.03, d / 2 - 0.03 - (0.26 if p.shelf else 0), ht)]
    if p.shelf:
        sd, ys = 0.22, d / 2 - 0.14
        zs = [ht + (h - ht) * 0.5, h - 0.03]
        g = [
            kit.box((0.035, 0.05, h - ht), (x, ys, (h + ht) / 2 - 0.0005), "metal", 0.002, "z")
            for x in (-w / 2 + 0.05, 0, w / 2 - 0.05)
        ]
        for z in zs:
            g.append(kit.box((w - 0.04, sd, 0.018), (0, ys, z - 0.009), "top", 0.002, "x"))
            g.append(
                kit.bar(
                    (-w / 2 + 0.03, ys - sd / 2 + 0.008, z + 0.025),
                    (w / 2 - 0.03, ys - sd / 2 + 0.008, z + 0.025),
                    0.004,
                    "metal",
                    6,
                )
            )
            surfaces.append(
                Surface(
                    "reagent shelf",
                    "in" if z < h - 0.1 else "on",
                    -w / 2 + 0.08,
                    ys - sd / 2 + 0.02,
                    -0.04,
                    ys + sd / 2 - 0.02,
                    z,
                    zs[1] - 0.02 - z if z < h - 0.1 else 10.0,
                )
            )
        groups.append(g)
    own = {id(q) for s in parts for q in s.pieces}
    plain, moving = cw.settle(parts)
    body = [*top, *(q for g in groups for q in g if id(q) not in own), *plain]
    slots = {
        "top": "plastic:#26282b",
        "body": "paint:#c9ccd0",
        "front": "paint:#dfe3e6",
        "kick": "plastic:#2b2b2d",
        "metal": "metal",
        "handle": "metal",
    }
    used = {q.slot for q in body} | {q.slot for s in moving for q in s.pieces}
    return finish(
        "lab_bench",
        p,
        body,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        cw.boxes_of([top, *groups]),
        parts=moving,
        size=(w, d, h),
    )


def lab_bench_rand(rng: Rng, **over: Any) -> Asset:
    """A lab bench drawn at random."""
    o = cw.given(LabBenchParams, over)
    shelf = o["shelf"] if "shelf" in o else (o["height"] > 1.25 if "height" in o else bool(rng.random() < 0.4))
    return lab_bench(
        cw.drawn(
            LabBenchParams,
            rng,
            {**_dims(rng, o, (2.0, 0.75, 1.65 if shelf else 0.9), 0.08), "shelf": shelf, "knee": bool(rng.random() < 0.7)},
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class GroomingTableParams:
    """A table to groom pets on, with its arm."""

    width: float = length(0.95, 0.5, 1.6)
    depth: float = length(0.6, 0.35, 0.9)
    height: float = length(1.5, 0.65, 2.1)
    style: str = choice("industrial", STYLES)
    arm: bool = flag(True)


def grooming_table(p: GroomingTableParams) -> Asset:
    """A grooming table: ribbed rubber top with steel rim, crossed legs, arm with noose."""
    w, d, h = p.width, p.depth, p.height
    ht = min(0.8, 0.56 * h) if p.arm else h
    top = [
        kit.prism(kit.rounded_rect(w - 0.004, d - 0.004, 0.03, 3), 0.02, (0, 0, ht - 0.02), "top", 0.004),
        kit.prism(kit.rounded_rect(w, d, 0.032, 3), 0.03, (0, 0, ht - 0.034), "metal", 0.003),
    ]
    groups: list[Pieces] = []
    x, z1 = w / 2 - 0.08, ht - 0.032
    for s in (-1, 1):
        y = s * (d / 2 - 0.05)
        groups.append(
            [
                kit.tube([(-x, y, 0.014), (x, y, z1)], 0.014, "metal", 10),
                kit.tube([(x, y - s * 0.03, 0.014), (-x, y - s * 0.03, z1)], 0.014, "metal", 10),
            ]
        )
    groups.append([kit.bar((s * x, -d / 2 + 0.03, 0.014), (s * x, d / 2 - 0.03, 0.014), 0.014, "metal", 10) for s in (-1, 1)])
    i = 0.04
    surface = Surface("top", "on", -w / 2 + i, -d / 2 + i, w / 2 - i, d / 2 - i, ht)
    if p.arm:
        ax = w / 2 - 0.03
        path = kit.smooth_path(
            [
                (ax, d / 2 - 0.05, ht - 0.06),
                (ax, d / 2 - 0.05, ht + 0.2),
                (ax, d / 2 - 0.05, h - 0.1),
                (ax - 0.06, d / 2 - 0.05, h - 0.012),
                (ax - 0.25, d / 2 - 0.05, h - 0.012),
                (0.0, d / 2 - 0.05, h - 0.012),
            ],
            4,
        )
        path[:, 2] = np.minimum(path[:, 2], h - 0.011)
        path[:, 0] = np.minimum(path[:, 0], ax)
        noose = kit.smooth_path(
            [
                (0.02, d / 2 - 0.05, h - 0.02),
                (0.02, d / 2 - 0.06, h - 0.25),
                (0.09, d / 2 - 0.06, h - 0.36),
                (0.02, d / 2 - 0.06, h - 0.45),
                (-0.05, d / 2 - 0.06, h - 0.36),
                (0.018, d / 2 - 0.06, h - 0.25),
            ],
            4,
        )
        groups.append(
            [
                kit.tube(path, 0.011, "metal", 10),
                kit.box((0.05, 0.06, 0.07), (ax - 0.005, d / 2 - 0.04, ht - 0.03), "rubber", 0.005),
                kit.tube(noose, 0.005, "rubber", 6),
            ]
        )
        surface = surface._replace(y1=d / 2 - 0.09)
    return finish(
        "grooming_table",
        p,
        [*top, *(q for g in groups for q in g)],
        {"top": "rubber", "metal": "metal", "rubber": "rubber"},
        [surface],
        cw.boxes_of([top, *groups]),
        size=(w, d, h),
    )


def grooming_table_rand(rng: Rng, **over: Any) -> Asset:
    """A grooming table drawn at random."""
    o = cw.given(GroomingTableParams, over)
    arm = o["arm"] if "arm" in o else o.get("height", 1.5) > 1.0
    return grooming_table(cw.drawn(GroomingTableParams, rng, {**_dims(rng, o, (0.95, 0.58, 1.5 if arm else 0.8)), "arm": arm}, o))


@dataclass(frozen=True, slots=True)
class ChangingTableParams:
    """A baby's changing table."""

    width: float = length(0.9, 0.55, 1.6)
    depth: float = length(0.55, 0.35, 0.9)
    height: float = length(0.95, 0.65, 1.2)
    style: str = choice("modern", STYLES)
    kind: str = choice("open", ("open", "drawers", "mixed"))


def changing_table(p: ChangingTableParams) -> Asset:
    """A changing table: padded tray over shelves or drawers."""
    w, d, h = p.width, p.depth, p.height
    rim = 0.09
    z1 = h - rim
    reach = 0.026 if p.kind != "open" else 0.0
    y0, y1 = -d / 2 + reach, d / 2
    out: Pieces = []
    for s in (-1, 1):
        for y in (y0 + 0.02, y1 - 0.02):
            out.append(kit.box((0.04, 0.04, h - 0.02), (s * (w / 2 - 0.02), y, (h - 0.02) / 2), "body", 0.006, "z"))
        out.append(
            kit.box(
                (0.018, y1 - y0 - 0.03, rim + 0.02), (s * (w / 2 - 0.02), (y0 + y1) / 2, h - (rim + 0.02) / 2), "body", 0.006, "y"
            )
        )
    out.append(kit.box((w - 0.03, 0.018, rim + 0.02), (0, y1 - 0.02, h - (rim + 0.02) / 2), "body", 0.006, "x"))
    out.append(kit.box((w - 0.03, 0.018, 0.07), (0, y0 + 0.02, z1 - 0.01), "body", 0.006, "x"))
    out.append(kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.02, y1 - 0.02, z1 - 0.02, z1 - 0.002, "body", 0.002, "x"))
    pd = y1 - y0 - 0.08
    pad = kit.cushion((w - 0.1, pd, 0.07), (0, (y0 + y1) / 2, z1 + 0.032), "pad", 0.025, 0.003)
    out.append(pad)
    out += [
        kit.cushion((w - 0.11, 0.075, 0.045), (0, (y0 + y1) / 2 + s * (pd / 2 - 0.05), z1 + 0.069), "pad", 0.022, 0.0)
        for s in (-1, 1)
    ]
    surfaces = [
        Surface("pad", "on", -w / 2 + 0.1, (y0 + y1) / 2 - pd / 2 + 0.1, w / 2 - 0.1, (y0 + y1) / 2 + pd / 2 - 0.1, z1 + 0.066)
    ]
    parts: list[PartSpec] = []
    n = 3 if p.kind == "drawers" else 2
    zs = np.linspace(0.12, z1 - 0.045, n + 1)
    m = "knob"
    for i, (a, b) in enumerate(itertools.pairwise(zs)):
        out.append(kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.01, y1 - 0.01, a - 0.018, a, "body", 0.003, "x"))
        drawer = p.kind == "drawers" or (p.kind == "mixed" and i == n - 1)
        if drawer:
            parts.append(
                cw.drawer(f"Drawer {n - i}", -w / 2 + 0.043, w / 2 - 0.043, a + 0.003, b - 0.021, y0, d - 0.1, "flat", m, "front")
            )
        else:
            surfaces.append(Surface(f"shelf {i + 1}", "in", -w / 2 + 0.05, y0 + 0.03, w / 2 - 0.05, y1 - 0.03, a, b - a - 0.02))
    if parts or p.style in ("modern", "classic"):
        out.append(kit.slab(-w / 2 + 0.03, w / 2 - 0.03, y1 - 0.016, y1 - 0.008, 0.11, z1, "body", 0, "x"))
        out += [
            kit.slab(s * (w / 2 - 0.02) - 0.006, s * (w / 2 - 0.02) + 0.006, y0 + 0.03, y1 - 0.03, 0.102, z1, "body", 0.001, "z")
            for s in (-1, 1)
        ]
    slots = {"body": "wood", "pad": "fabric", "front": "paint", "handle": "wood"}
    used = {q.slot for q in out} | {q.slot for s in parts for q in s.pieces}
    return finish("changing_table", p, out, {k: v for k, v in slots.items() if k in used}, surfaces, parts=parts, size=(w, d, h))


def changing_table_rand(rng: Rng, **over: Any) -> Asset:
    """A changing table drawn at random."""
    o = cw.given(ChangingTableParams, over)
    return changing_table(
        cw.drawn(
            ChangingTableParams,
            rng,
            {
                **_dims(rng, o, (0.9, 0.55, 0.95)),
                "style": pick(rng, ("modern", "classic", "midcentury")),
                "kind": pick(rng, ("open", "drawers", "mixed")),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class MassageTableParams:
    """A padded table to lie on."""

    width: float = length(1.9, 1.4, 2.3, "its length, left to right")
    depth: float = length(0.75, 0.5, 1.1)
    height: float = length(0.72, 0.45, 1.0)
    style: str = choice("modern", STYLES)
    face: bool = flag(True, "a face cradle at the right end")


def massage_table(p: MassageTableParams) -> Asset:
    """A massage or treatment table."""
    w, d, h = p.width, p.depth, p.height
    fw = 0.28 if p.face else 0.0
    cx, lw = -fw / 2, w - fw
    pad = [kit.cushion((lw * 0.5 - 0.003, d, 0.075), (cx + s * lw / 4, 0, h - 0.0375), "pad", 0.03, 0.003) for s in (-1, 1)]
    frame = [kit.box((lw - 0.04, 0.03, 0.06), (cx, s * (d / 2 - 0.035), h - 0.1), "wood", 0.004, "x") for s in (-1, 1)]
    frame.append(kit.box((lw - 0.06, d - 0.08, 0.012), (cx, 0, h - 0.078), "wood", 0.001, "x"))
    groups: list[Pieces] = []
    for sx in (-1, 1):
        x = cx + sx * (lw / 2 - 0.16)
        g = [
            cw.post(
                (x + sx * 0.08, sy * (d / 2 - 0.055), 0), (x, sy * (d / 2 - 0.055), h - 0.08), "wood", 0.04, 0.045, 0.025, 0.025
            )
            for sy in (-1, 1)
        ]
        g.append(kit.box((0.03, d - 0.11, 0.05), (x + sx * 0.05, 0, h * 0.3), "wood", 0.003, "y"))
        groups += [[q] for q in g]
        groups.append(
            [kit.bar((x - sx * 0.0, sy * 0.1, h * 0.3), (cx + sx * 0.08, sy * 0.1, h - 0.1), 0.006, "metal", 8) for sy in (-1, 1)]
        )
    if p.face:
        g2 = kit.rotate(kit.torus(0.1, 0.042, (0, 0, 0), "pad", 24, 10), "z", 0.3)
        g2 = kit.move(kit.scale(g2, (0.96, 1.0, 0.85)), (w / 2 - 0.142, 0, h - 0.038))
        g2 += [
            kit.bar((cx + lw / 2 - 0.05, s * 0.06, h - 0.08), (w / 2 - 0.15, s * 0.06, h - 0.07), 0.008, "metal", 8)
            for s in (-1, 1)
        ]
        groups.append(g2)
    return finish(
        "massage_table",
        p,
        [*pad, *frame, *(q for g in groups for q in g)],
        {"pad": "leather", "wood": "wood", "metal": "metal"},
        [Surface("top", "on", cx - lw / 2 + 0.08, -d / 2 + 0.08, cx + lw / 2 - 0.08, d / 2 - 0.08, h - 0.002)],
        cw.boxes_of([[*pad, *frame], *groups]),
        size=(w, d, h),
    )


def massage_table_rand(rng: Rng, **over: Any) -> Asset:
    """A massage table drawn at random."""
    o = cw.given(MassageTableParams, over)
    face = o["face"] if "face" in o else bool(rng.random() < 0.6)
    return massage_table(
        cw.drawn(MassageTableParams, rng, {**_dims(rng, o, (2.05 if face else 1.85, 0.73, 0.72), 0.04), "face": face}, o)
    )


# ---------------------------------------------------------------------------------------------- counters


@dataclass(frozen=True, slots=True)
class CounterParams:
    """A counter to serve over (its public side is -Y, staff stand at +Y); for `island` the seats are at -Y."""

    width: float = length(2.0, 0.7, 7.0)
    depth: float = length(0.65, 0.35, 1.8)
    height: float = length(1.0, 0.7, 1.5)
    style: str = choice("modern", STYLES)
    kind: str = choice("shop", ("bar", "reception", "shop", "pharmacy", "checkout", "island"))
    top: str = choice("wood", ("wood", "stone", "metal"))
    face: str = choice("panels", ("panels", "boards", "slats", "flat"))
    glass: bool = flag(False, "a glazed display front")


def _face(kind: str, x0: float, x1: float, z0: float, z1: float, y: float) -> Pieces:
    """Cladding of a counter's front, outer side near y."""
    w = x1 - x0
    if kind == "panels":
        n = max(2, round(w / 0.6))
        e = np.linspace(x0, x1, n + 1)
        return [q for a, b in itertools.pairwise(e) for q in cw.front(a + 0.002, b - 0.002, z0, z1, y, "raised", "body", 0.022)]
    if kind == "boards":
        n = max(4, round(w / 0.12))
        e = np.linspace(x0, x1, n + 1)
        return [kit.slab(a + 0.001, b - 0.001, y, y + 0.02, z0, z1, "body", 0.004, "z") for a, b in itertools.pairwise(e)]
    if kind == "slats":
        n = max(6, round(w / 0.05))
        e = (np.arange(n) + 0.5) / n * w + x0
        back = kit.slab(x0, x1, y + 0.018, y + 0.03, z0, z1, "kick", 0, "x")
        return [back, *(kit.box((0.026, 0.022, z1 - z0), (x, y + 0.011, (z0 + z1) / 2), "body", 0.002, "z") for x in e)]
    return [kit.slab(x0, x1, y, y + 0.02, z0, z1, "body", 0.003, "x")]


def counter(p: CounterParams) -> Asset:
    """A counter: bar, reception, shop, pharmacy, checkout or kitchen island."""
    w, d, h = p.width, p.depth, p.height
    t = 0.04
    groups: list[Pieces] = []
    surfaces: list[Surface] = []
    parts: list[PartSpec] = []
    over = {"bar": 0.2, "island": min(0.3, 0.32 * d)}.get(p.kind, 0.02)
    two = p.kind in ("reception", "pharmacy") and h > 0.9
    screen = p.kind == "pharmacy" and h > 1.12
    ht = h - (0.28 if screen else 0.0)
    y0, y1 = -d / 2 + over, d / 2 - 0.02
    if two:
        zd, yd = min(0.76, ht - 0.2), -d / 2 + min(0.28, 0.4 * d)
        top = [kit.slab(-w / 2, w / 2, -d / 2, yd, ht - t, ht, "top", 0.006, "x")]
        desk_top = [kit.slab(-w / 2 + 0.02, w / 2 - 0.02, yd - 0.06, d / 2, zd - 0.03, zd, "top", 0.004, "x")]
        panel = _face(p.face, -w / 2 + 0.02, w / 2 - 0.02, 0.09, ht - t + 0.001, y0)
        panel += [
            kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.019, y0 + 0.037, 0, ht - t + 0.001, "body", 0.002, "x"),
            kit.slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.012, y0 + 0.03, 0, 0.091, "kick", 0.001, "x"),
        ]
        ends = [
            kit.slab(
                s * (w / 2 - 0.012) - 0.012,
                s * (w / 2 - 0.012) + 0.012,
                y0 + 0.002,
                d / 2 - 0.02,
                0,
                zd - 0.029,
                "body",
                0.002,
                "z",
            )
            for s in (-1, 1)
        ]
        ends += [
            kit.slab(
                s * (w / 2 - 0.012) - 0.0115,
                s * (w / 2 - 0.012) + 0.0115,
                y0 + 0.002,
                yd - 0.01,
                zd - 0.031,
                ht - t + 0.001,
                "body",
                0.002,
                "z",
            )
            for s in (-1, 1)
        ]
        g, parts = _stack(w / 2 - 0.48, w / 2 - 0.05, -(d / 2 - 0.06), -(y0 + 0.06), 0.06, zd - 0.029, 3, _Plain("flat", "bar"))
        g = kit.rotate(g, "z", np.pi)
        drawers = kit.rotate([q for s in parts for q in s.pieces], "z", np.pi)
        parts = []
        groups += [desk_top, panel, [ends[0], ends[2]], [ends[1], ends[3]], [*g, *drawers]]
        surfaces.append(Surface("top", "on", -w / 2 + 0.03, -d / 2 + 0.02, w / 2 - 0.03, yd - 0.02 - (0.05 if screen else 0), ht))
        surfaces.append(Surface("desk", "on", -w / 2 + 0.05, yd + 0.02, w / 2 - 0.05, d / 2 - 0.03, zd, 10.0))
        if screen:
            groups.append(
                [
                    kit.slab(-w / 2 + 0.05, w / 2 - 0.05, yd - 0.045, yd - 0.037, ht + 0.06, h, "glass", 0.001, "x"),
                    *(
                        kit.box((0.03, 0.03, h - ht - 0.03), (x, yd - 0.041, (h + ht) / 2 - 0.016), "metal", 0.002, "z")
                        for x in (-w / 2 + 0.06, 0, w / 2 - 0.06)
                    ),
                ]
            )
    elif p.kind == "checkout":
        top = [
            kit.slab(-w / 2, w / 2, -d / 2, d * 0.12, h - 0.06, h - 0.012, "top", 0.006, "x"),
            kit.slab(-w / 2 + 0.04, w * 0.22, -d / 2 + 0.06, d * 0.12 - 0.05, h - 0.03, h - 0.006, "belt", 0.004, "x"),
        ]
        top += [
            kit.slab(-w / 2, w / 2, s - 0.02, s + 0.02, h - 0.05, h, "metal", 0.004, "x")
            for s in (-d / 2 + 0.02, d * 0.12 - 0.02)
        ]
        body = [
            *_face(p.face, -w / 2 + 0.03, w / 2 - 0.03, 0.1, h - 0.058, -d / 2 + 0.02),
            kit.slab(-w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.038, d * 0.12 - 0.02, 0.1, h - 0.058, "body", 0.003, "x"),
            kit.slab(-w / 2 + 0.06, w / 2 - 0.06, -d / 2 + 0.06, d * 0.12 - 0.05, 0, 0.101, "kick", 0.002, "x"),
        ]
        wing = [
            kit.slab(w * 0.26, w / 2, d * 0.12 - 0.001, d / 2, h - 0.2, h - 0.17, "top", 0.004, "x"),
            kit.slab(w * 0.28, w / 2 - 0.02, d * 0.12 + 0.01, d / 2 - 0.03, 0, h - 0.199, "body", 0.003, "x"),
        ]
        groups += [body, wing]
        surfaces.append(Surface("top", "on", w * 0.24, -d / 2 + 0.06, w / 2 - 0.02, d * 0.12 - 0.06, h - 0.012))
        surfaces.append(Surface("belt", "on", -w / 2 + 0.06, -d / 2 + 0.08, w * 0.2, d * 0.12 - 0.07, h - 0.006))
        surfaces.append(Surface("till", "on", w * 0.28, d * 0.12 + 0.03, w / 2 - 0.02, d / 2 - 0.02, h - 0.17))
    else:
        top = [kit.slab(-w / 2, w / 2, -d / 2, d / 2, h - t, h, "top", 0.007 if p.style != "classic" else 0.014, "x")]
        z1 = h - t + 0.001
        case: Pieces = []
        glass = p.glass and p.kind == "shop"
        zg = 0.45 if glass else z1
        case += _face(p.face, -w / 2 + 0.02, w / 2 - 0.02, 0.1, zg - 0.001, y0)
        case += [
            kit.slab(s * (w / 2 - 0.02) - 0.01, s * (w / 2 - 0.02) + 0.01, y0 + 0.019, y1, 0.1, zg, "body", 0.002, "z")
            for s in (-1, 1)
        ]
        case += [
            kit.slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.02, y0 + 0.036, 0.1, zg, "body", 0.001, "x"),
            kit.slab(-w / 2 + 0.05, w / 2 - 0.05, y0 + 0.06, y1 - 0.06, 0, 0.102, "kick", 0.002, "x"),
            kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.03, y1 - 0.002, 0.1, 0.12, "body", 0.001, "x"),
        ]
        if p.kind == "island":
            n = max(2, round(w / 0.5))
            e = np.linspace(-w / 2 + 0.03, w / 2 - 0.03, n + 1)
            for i, (a, b) in enumerate(itertools.pairwise(e)):
                kind = "shaker" if p.style in ("classic", "rustic", "modern") and p.face == "panels" else "flat"
                fr = [
                    *cw.front(a + 0.002, b - 0.002, z1 - 0.17, z1 - 0.006, 0, kind, "body"),
                    *cw.front(a + 0.002, b - 0.002, 0.104, z1 - 0.174, 0, kind, "body"),
                    *cw.handle((a + b) / 2, z1 - 0.088, 0, "bar"),
                    *cw.handle(b - 0.04 if i % 2 == 0 else a + 0.04, z1 - 0.32, 0, "bar", upright=True),
                ]
                case += kit.move(kit.rotate(fr, "z", np.pi), (0, d / 2 - 0.034, 0))
            y1 = d / 2 - 0.053
            for s in (-1, 1):
                case.append(
                    kit.slab(
                        s * (w / 2 - 0.02) - 0.01, s * (w / 2 - 0.02) + 0.01, y1 - 0.04, y1 + 0.0, 0.1, z1, "body", 0.002, "z"
                    )
                )
        elif glass:
            shelf_z = (zg + z1) / 2
            case += [
                kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.01, y1, zg - 0.02, zg, "body", 0.002, "x"),
                kit.slab(-w / 2 + 0.025, w / 2 - 0.025, y0 + 0.004, y0 + 0.01, zg, z1, "glass", 0, "x"),
                kit.slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.03, y1 - 0.02, shelf_z - 0.006, shelf_z, "glass", 0, "x"),
            ]
            case += [
                kit.slab(s * (w / 2 - 0.025) - 0.003, s * (w / 2 - 0.025) + 0.003, y0 + 0.012, y1, zg, z1, "glass", 0, "z")
                for s in (-1, 1)
            ]
            case += [
                kit.box((0.025, 0.025, z1 - zg + 0.01), (sx * (w / 2 - 0.022), yy, (z1 + zg) / 2), "metal", 0.002, "z")
                for sx in (-1, 1)
                for yy in (y0 + 0.012, y1 - 0.012)
            ]
            surfaces += [
                Surface("display floor", "in", -w / 2 + 0.05, y0 + 0.03, w / 2 - 0.05, y1 - 0.03, zg, shelf_z - zg - 0.01),
                Surface("display shelf", "in", -w / 2 + 0.05, y0 + 0.05, w / 2 - 0.05, y1 - 0.03, shelf_z, z1 - shelf_z - 0.005),
            ]
        else:
            mid = 0.12 + (z1 - 0.12) * 0.5
            case += [kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.03, y1 - 0.01, mid - 0.02, mid, "body", 0.002, "x")]
            k = max(1, round(w / 0.9))
            case += [
                kit.slab(x - 0.009, x + 0.009, y0 + 0.03, y1 - 0.012, 0.11, z1, "body", 0.002, "z")
                for x in np.linspace(-w / 2, w / 2, k + 1)[1:-1]
            ]
            half = w / 2 / k
            for x in np.linspace(-w / 2 + half, w / 2 - half, k):
                surfaces.append(
                    Surface("back shelf", "in", x - half + 0.05, y0 + 0.06, x + half - 0.05, y1 - 0.03, mid, z1 - mid - 0.005)
                )
        if p.kind == "bar":
            groups.append(
                [
                    kit.bar((-w / 2 + 0.05, y0 - 0.1, 0.18), (w / 2 - 0.05, y0 - 0.1, 0.18), 0.02, "metal", 14),
                    *(
                        kit.bar((x, y0 - 0.1, 0.18), (x, y0 + 0.002, 0.18), 0.011, "metal", 8)
                        for x in np.linspace(-w / 2 + 0.15, w / 2 - 0.15, max(2, round(w / 0.9)))
                    ),
                ]
            )
        groups.append(case)
        surfaces.insert(0, _top_surface(w, d, h, 0.03))
    body2 = [*top, *(q for g in groups for q in g)]
    slots = {
        "body": "wood",
        "top": p.top,
        "kick": "plastic:#202022",
        "glass": "glass",
        "metal": "metal" if p.kind != "bar" else "brass",
        "belt": "rubber",
        "handle": "metal",
    }
    used = {q.slot for q in body2}
    return finish(
        "counter", p, body2, {k: v for k, v in slots.items() if k in used}, surfaces, cw.boxes_of([top, *groups]), size=(w, d, h)
    )


@dataclass(frozen=True, slots=True)
class _Plain:
    """How the drawers of a stack look."""

    front: str
    handle: str


def counter_rand(rng: Rng, **over: Any) -> Asset:
    """A counter drawn at random."""
    o = cw.given(CounterParams, over)
    kind = o.get("kind", "shop")
    size = {
        "bar": (2.4, 0.65, 1.1),
        "reception": (2.0, 0.8, 1.1),
        "pharmacy": (2.4, 0.7, 1.05),
        "checkout": (2.2, 0.9, 0.9),
        "island": (1.8, 0.95, 0.92),
    }.get(kind, (1.8, 0.62, 1.0))
    style = o.get("style") or pick(rng, STYLES)
    face = pick(
        rng,
        {
            "modern": ("flat", "slats"),
            "classic": ("panels",),
            "rustic": ("boards", "panels"),
            "industrial": ("boards", "flat"),
            "midcentury": ("slats", "flat"),
        }[style],
    )
    dims = _dims(rng, o, size, 0.1)
    if kind == "pharmacy" and "height" not in o and rng.random() < 0.4:
        dims["height"] = 1.28
    return counter(
        cw.drawn(
            CounterParams,
            rng,
            {
                **dims,
                "style": style,
                "face": face,
                "top": pick(rng, ("wood", "stone"), (1, 2 if kind in ("island", "reception") else 0.8)),
                "glass": kind == "shop" and bool(rng.random() < 0.35),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- game tables


@dataclass(frozen=True, slots=True)
class PoolTableParams:
    """A pool table with its balls racked."""

    width: float = length(2.54, 1.2, 3.8)
    depth: float = length(1.42, 0.7, 2.1)
    height: float = length(0.8, 0.6, 1.0)
    style: str = choice("classic", STYLES)
    balls: bool = flag(True)


BALLS = ("#d8b021", "#2148a0", "#b8241c", "#4a2a6e", "#d86c1c", "#1c6e3c", "#6e1c22", "#141414")


def pool_table(p: PoolTableParams) -> Asset:
    """A pool table."""
    w, d, h = p.width, p.depth, p.height
    rw = 0.14
    zc = h - 0.04
    ix, iy = w / 2 - rw, d / 2 - rw
    bed = [kit.slab(-ix - 0.06, ix + 0.06, -iy - 0.06, iy + 0.06, zc - 0.05, zc, "cloth", 0.002, "x")]
    rail: Pieces = []
    r = 0.06
    for s in (-1, 1):
        for a, b in ((-w / 2 + 0.13, -r * 1.05), (r * 1.05, w / 2 - 0.13)):
            rail.append(
                kit.slab(a, b, s * (d / 2 - 0.052) - 0.052, s * (d / 2 - 0.052) + 0.052, h - 0.045, h, "wood", 0.012, "x")
            )
            rail.append(
                kit.slab(
                    a + 0.03, b - 0.03, s * (iy + 0.02) - 0.02, s * (iy + 0.02) + 0.02, h - 0.035, h - 0.002, "cloth", 0.012, "x"
                )
            )
            for x in np.linspace(a, b, 5)[1:-1]:
                rail.append(kit.cylinder(0.006, 0.001, (x, s * (d / 2 - 0.05), h - 0.0004), "ivory", 0, 8))
        rail.append(
            kit.slab(
                s * (w / 2 - 0.052) - 0.052,
                s * (w / 2 - 0.052) + 0.052,
                -d / 2 + 0.13,
                d / 2 - 0.13,
                h - 0.045,
                h,
                "wood",
                0.012,
                "y",
            )
        )
        rail.append(
            kit.slab(
                s * (ix + 0.02) - 0.02,
                s * (ix + 0.02) + 0.02,
                -d / 2 + 0.17,
                d / 2 - 0.17,
                h - 0.035,
                h - 0.002,
                "cloth",
                0.012,
                "y",
            )
        )
    for x in (-1, 0, 1):
        for y in (-1, 1):
            px, py = x * (w / 2 - 0.085), y * (d / 2 - (0.085 if x else 0.07))
            rail.append(
                kit.lathe(
                    [(0.056, -0.09), (0.068, -0.005), (0.08, 0.0), (0.08, 0.008), (0.058, 0.008), (0.05, -0.075), (0.0, -0.08)],
                    (px, py, h - 0.012),
                    "pocket",
                    20,
                )
            )
    apron = [
        kit.slab(
            -w / 2 + 0.02,
            w / 2 - 0.02,
            s * (d / 2 - 0.035) - 0.015,
            s * (d / 2 - 0.035) + 0.015,
            h - 0.24,
            h - 0.044,
            "wood",
            0.006,
            "x",
        )
        for s in (-1, 1)
    ]
    apron += [
        kit.slab(
            s * (w / 2 - 0.035) - 0.015,
            s * (w / 2 - 0.035) + 0.015,
            -d / 2 + 0.02,
            d / 2 - 0.02,
            h - 0.24,
            h - 0.044,
            "wood",
            0.006,
            "y",
        )
        for s in (-1, 1)
    ]
    x, y = w / 2 - 0.22, d / 2 - 0.2
    legs = [
        cw.leg(sx * x, sy * y, h - 0.12, p.style if p.style != "midcentury" else "modern", "wood", 0.15)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    balls: Pieces = []
    slots = {"cloth": "fabric:#1f6b45", "wood": "wood", "pocket": "rubber", "ivory": "plastic:#e8e2d0"}
    if p.balls:
        rb = 0.0286
        k = 0
        for row in range(5):
            for j in range(row + 1):
                slot = f"ball {k % 8}"
                slots[slot] = f"plastic:{BALLS[k % 8]}"
                balls.append(
                    kit.ellipsoid(
                        (2 * rb,) * 3, (ix * 0.45 + row * rb * 1.74, (j - row / 2) * 2.02 * rb, zc + rb - 0.0005), slot, 12, 8
                    )
                )
                k += 1
        balls.append(kit.ellipsoid((2 * rb,) * 3, (-ix * 0.5, 0.05, zc + rb - 0.0005), "ivory", 12, 8))
    used = [*bed, *rail, *apron, *(q for g in legs for q in g), *balls]
    surface = Surface("bed", "on", -ix + 0.05, -iy + 0.05, ix * 0.35 if p.balls else ix - 0.05, iy - 0.05, zc)
    if p.balls:
        surface = surface._replace(x0=-ix * 0.4)
    return finish("pool_table", p, used, slots, [surface], [*cw.boxes_of([[*bed, *rail, *balls, *apron], *legs])], size=(w, d, h))


def pool_table_rand(rng: Rng, **over: Any) -> Asset:
    """A pool table drawn at random."""
    o = cw.given(PoolTableParams, over)
    return pool_table(
        cw.drawn(
            PoolTableParams, rng, {**_dims(rng, o, (2.5, 1.4, 0.8), 0.04), "style": pick(rng, ("classic", "modern", "rustic"))}, o
        )
    )


PLAYING_TOPS = {"blue": "paint:#1f4f7a", "green": "paint:#2c5f45", "black": "paint:#2a2c30", "grey": "paint:#70777c"}


@dataclass(frozen=True, slots=True)
class PingPongTableParams:
    """A table-tennis table with its net."""

    width: float = length(2.74, 1.2, 3.0)
    depth: float = length(1.525, 0.6, 1.8)
    height: float = length(0.915, 0.6, 1.05, "to the top of the net")
    style: str = choice("modern", STYLES)
    bats: bool = flag(True)
    colour: str = choice("blue", tuple(PLAYING_TOPS), "of the playing surface")
    base: str = choice("rolling", ("rolling", "pedestal", "crossed"), "folding legs on castors, two pillars, or crossed legs")


def _playing_legs(base: str, w: float, dd: float, ht: float) -> list[Pieces]:
    """What a table-tennis table stands on; each group is solid by itself."""
    legs: list[Pieces] = []
    if base == "pedestal":  # outdoors: two pillars on plates
        for s in (-1, 1):
            x = s * w * 0.27
            legs.append(
                [
                    kit.slab(x - 0.08, x + 0.08, -dd * 0.3, dd * 0.3, 0.02, ht - 0.02, "frame", 0.015, "z"),
                    kit.slab(x - 0.13, x + 0.13, -dd * 0.38, dd * 0.38, 0, 0.03, "frame", 0.008, "y"),
                ]
            )
        return legs
    if base == "crossed":
        for s in (-1, 1):
            for k in (-1, 1):
                x = s * w * 0.3 + 0.035 * k
                a, b = (x, k * dd * 0.4, 0.0), (x, -k * dd * 0.34, ht - 0.025)
                legs.append([cw.post(a, b, "frame", 0.05, 0.05, 0.06, 0.06)])
        legs.append([kit.box((0.6 * w - 0.1, 0.05, 0.05), (0, 0, 0.5 * ht), "frame", 0.004, "x")])
        return legs
    for sx in (-1, 1):
        for k in (0.16, 0.82):
            x = sx * w / 2 * k
            g = [
                kit.box((0.03, 0.05, ht - 0.12), (x, s * (dd / 2 - 0.2), 0.075 + (ht - 0.12) / 2), "frame", 0.004, "z")
                for s in (-1, 1)
            ]
            g.append(kit.box((0.028, dd - 0.4, 0.035), (x, 0, 0.14), "frame", 0.003, "y"))
            g += [q for s in (-1, 1) for q in cw.caster(x, s * (dd / 2 - 0.2), "rubber", 0.032, "frame")]
            legs.append(g)
    return legs


def ping_pong_table(p: PingPongTableParams) -> Asset:
    """A table-tennis table."""
    w, d, h = p.width, p.depth, p.height
    ht = h - 0.155
    top: Pieces = []
    dd = d - 0.16
    for s in (-1, 1):
        a, b = (0.003, w / 2) if s > 0 else (-w / 2, -0.003)
        top.append(kit.slab(a, b, -dd / 2, dd / 2, ht - 0.022, ht, "top", 0.003, "x"))
        e = 0.0004
        for y in (-dd / 2 + 0.012, 0.0, dd / 2 - 0.012):
            top.append(
                kit.slab(
                    a + 0.003, b - 0.003, y - (0.008 if y else 0.003), y + (0.008 if y else 0.003), ht - 0.002, ht + e, "line", 0
                )
            )
        xe = s * (w / 2 - 0.012)
        top.append(kit.slab(xe - 0.008, xe + 0.008, -dd / 2 + 0.021, dd / 2 - 0.021, ht - 0.002, ht + e, "line", 0))
        top.append(
            kit.slab(
                min(a, b) + 0.02, max(a, b) - 0.02, -dd / 2 + 0.02, dd / 2 - 0.02, ht - 0.05, ht - 0.021, "frame", 0.004, "x"
            )
        )
    net = [
        kit.slab(-0.0015, 0.0015, -d / 2 + 0.01, d / 2 - 0.01, ht + 0.004, h - 0.012, "net", 0, "y"),
        kit.slab(-0.003, 0.003, -d / 2 + 0.01, d / 2 - 0.01, h - 0.014, h, "line", 0.001, "y"),
    ]
    net += [kit.box((0.012, 0.012, 0.19), (0, s * (d / 2 - 0.006), h - 0.095), "frame", 0.002, "z") for s in (-1, 1)]
    net += [kit.box((0.03, 0.12, 0.012), (0, s * (d / 2 - 0.06), ht - 0.03), "frame", 0.002, "y") for s in (-1, 1)]
    legs = _playing_legs(p.base, w, dd, ht)
    extra: Pieces = []
    if p.bats:
        for s, c in ((-1, "bat"), (1, "bat")):
            bx, by = s * w * 0.36, s * dd * 0.12
            o = kit.circle(1.0, 20) * (0.08, 0.077)
            g = [
                kit.prism(o, 0.01, (0, 0, 0), c, 0.001, smooth_sides=True),
                kit.box((0.1, 0.028, 0.02), (-0.115, 0, 0.01), "wood", 0.007, "x"),
            ]
            extra += kit.move(kit.rotate(g, "z", 0.7 * s + 1), (bx, by, ht + 0.0005))
        extra.append(kit.ellipsoid((0.04,) * 3, (w * 0.3, -dd * 0.2, ht + 0.02), "ball", 12, 8))
    slots = {
        "top": PLAYING_TOPS[p.colour],
        "line": "paint:#f2f2f0",
        "frame": "black_metal" if p.base != "crossed" else "wood",
        "net": "fabric:#22262a",
        "rubber": "rubber",
        "bat": "rubber:#a8201a",
        "wood": "wood",
        "ball": "plastic:#f0f0ea",
    }
    body = [*top, *net, *(q for g in legs for q in g), *extra]
    used = {q.slot for q in body}
    i = 0.06
    return finish(
        "ping_pong_table",
        p,
        body,
        {k: v for k, v in slots.items() if k in used},
        [
            Surface("top", "on", -w * 0.26, -dd / 2 + i, -0.05, dd / 2 - i, ht),
            Surface("top", "on", 0.05, -dd / 2 + i, w * 0.24, dd / 2 - i, ht),
        ],
        cw.boxes_of([[*top, *extra], net, *legs]),
        size=(w, d, h),
    )


def ping_pong_table_rand(rng: Rng, **over: Any) -> Asset:
    """A table-tennis table drawn at random."""
    o = cw.given(PingPongTableParams, over)
    k = 1.0 if rng.random() < 0.6 else float(rng.uniform(0.7, 0.95))
    size = {"width": round(2.74 * k, 3), "depth": round(1.525 * k + 0.1, 3), "height": 0.915}
    more = {
        "bats": bool(rng.random() < 0.8),
        "colour": pick(rng, tuple(PLAYING_TOPS)),
        "base": pick(rng, ("rolling", "pedestal", "crossed"), (2, 1, 1)),
    }
    return ping_pong_table(cw.drawn(PingPongTableParams, rng, {**size, **more}, o))


@dataclass(frozen=True, slots=True)
class FoosballTableParams:
    """Table football."""

    width: float = length(1.42, 0.7, 1.8)
    depth: float = length(0.95, 0.45, 1.3, "over the handles")
    height: float = length(0.92, 0.6, 1.1)
    style: str = choice("modern", STYLES)


def foosball_table(p: FoosballTableParams) -> Asset:
    """A table-football table: rods with players, goals, scoring beads."""
    w, d, h = p.width, p.depth, p.height
    cd = d * 0.78
    zf = h - 0.14
    box = [
        kit.slab(-w / 2, w / 2, s * (cd / 2 - 0.016) - 0.016, s * (cd / 2 - 0.016) + 0.016, h - 0.38, h, "body", 0.006, "x")
        for s in (-1, 1)
    ]
    box += [
        kit.slab(
            s * (w / 2 - 0.016) - 0.0155,
            s * (w / 2 - 0.016) + 0.0155,
            -cd / 2 + 0.02,
            cd / 2 - 0.02,
            h - 0.379,
            h - 0.001,
            "body",
            0.005,
            "y",
        )
        for s in (-1, 1)
    ]
    box += [kit.slab(-w / 2 + 0.02, w / 2 - 0.02, -cd / 2 + 0.02, cd / 2 - 0.02, zf - 0.018, zf, "field", 0, "x")]
    e = 0.0006
    box += [
        kit.slab(-0.003, 0.003, -cd / 2 + 0.033, cd / 2 - 0.033, zf - 0.002, zf + e, "line", 0, "y"),
        kit.torus(0.1, 0.003, (0, 0, zf - 0.0015), "line", 28, 6),
    ]
    box += [
        kit.slab(s * (w / 2 - 0.034) - 0.003, s * (w / 2 - 0.034) + 0.003, -0.1, 0.1, zf, zf + 0.08, "black", 0, "y")
        for s in (-1, 1)
    ]
    rods: Pieces = []
    xs = np.linspace(-w / 2 + 0.11, w / 2 - 0.11, 8)
    men = (1, 2, 3, 5, 5, 3, 2, 1)
    zr = zf + 0.085
    for i, x in enumerate(xs):
        s = 1 if i in (0, 1, 3, 5) else -1
        rods.append(kit.bar((x, -s * d / 2 + s * 0.09, zr), (x, s * (cd / 2 + 0.045), zr), 0.007, "metal", 8))
        rods.append(kit.bar((x, -s * d / 2, zr), (x, -s * (d / 2 - 0.1), zr), 0.015, "black", 10, 0.013))
        slot = "home" if s > 0 else "away"
        for y in np.linspace(-1, 1, men[i]) * (0.36 * cd * (0.6 if men[i] == 2 else 1.0)) if men[i] > 1 else [0.0]:
            rods += [
                kit.box((0.02, 0.026, 0.05), (x, y, zr - 0.012), slot, 0.006),
                kit.box((0.014, 0.022, 0.04), (x, y, zr - 0.055), slot, 0.003),
                kit.ellipsoid((0.022, 0.022, 0.026), (x, y, zr + 0.024), slot, 8, 6),
            ]
    legs = [
        cw.leg(
            sx * (w / 2 - 0.1), sy * (cd / 2 - 0.07), h - 0.37, "modern" if p.style == "midcentury" else p.style, "body", 0.085
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    slots = {
        "body": "wood",
        "field": "paint:#2d7a3e",
        "line": "paint:#f0f0ec",
        "metal": "chrome",
        "black": "rubber",
        "home": "plastic:#b3261e",
        "away": "plastic:#1f4da0",
    }
    return finish(
        "foosball_table",
        p,
        [*box, *rods, *(q for g in legs for q in g)],
        slots,
        (),
        cw.boxes_of([[*box, *rods], *legs]),
        size=(w, d, h),
    )


def foosball_table_rand(rng: Rng, **over: Any) -> Asset:
    """A table-football table drawn at random."""
    o = cw.given(FoosballTableParams, over)
    return foosball_table(
        cw.drawn(
            FoosballTableParams,
            rng,
            {**_dims(rng, o, (1.4, 0.82, 0.9), 0.05), "style": pick(rng, ("modern", "classic", "rustic", "industrial"))},
            o,
        )
    )


HOCKEY = {  # case, marks
    "black": ("plastic:#20242c", "paint:#c3262b"),
    "blue": ("plastic:#274d85", "paint:#2f6fb8"),
    "white": ("plastic:#e4e4e0", "paint:#2b2d33"),
    "wood": ("wood", "paint:#8f2a24"),
}


@dataclass(frozen=True, slots=True)
class AirHockeyTableParams:
    """An air-hockey table."""

    width: float = length(2.1, 1.0, 2.8)
    depth: float = length(1.1, 0.5, 1.5)
    height: float = length(0.8, 0.6, 1.0)
    style: str = choice("modern", STYLES)
    colour: str = choice("black", tuple(HOCKEY), "of the case and its marks")
    base: str = choice("panels", ("panels", "legs", "cabinet"), "what it stands on")


def _hockey_base(base: str, w: float, d: float, h: float) -> list[Pieces]:
    """Two panels on feet, four square legs, or one closed case."""
    z = h - 0.238
    if base == "legs":
        return [
            [
                kit.box(
                    (0.12, 0.12, z - 0.02), (sx * (w / 2 - 0.17), sy * (d / 2 - 0.17), 0.02 + (z - 0.02) / 2), "body", 0.012, "z"
                ),
                kit.cylinder(0.045, 0.022, (sx * (w / 2 - 0.17), sy * (d / 2 - 0.17), 0), "black", 0.004, 16),
            ]
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
    if base == "cabinet":
        body = kit.slab(-w / 2 + 0.1, w / 2 - 0.1, -d / 2 + 0.1, d / 2 - 0.1, 0.06, z, "body", 0.01, "x")
        stripe = kit.slab(-w / 2 + 0.097, w / 2 - 0.097, -d / 2 + 0.097, d / 2 - 0.097, 0.55 * z, 0.63 * z, "line", 0.002, "x")
        return [[body, stripe, kit.slab(-w / 2 + 0.16, w / 2 - 0.16, -d / 2 + 0.16, d / 2 - 0.16, 0, 0.062, "black", 0.004, "x")]]
    return [
        [
            kit.slab(s * w * 0.34 - 0.05, s * w * 0.34 + 0.05, -d * 0.34, d * 0.34, 0.03, z, "body", 0.01, "z"),
            kit.slab(s * w * 0.34 - 0.06, s * w * 0.34 + 0.06, -d * 0.42, d * 0.42, 0, 0.06, "black", 0.008, "y"),
        ]
        for s in (-1, 1)
    ]


def air_hockey_table(p: AirHockeyTableParams) -> Asset:
    """An air-hockey table with mallets and puck."""
    w, d, h = p.width, p.depth, p.height
    zf = h - 0.05
    o = kit.rounded_rect(w, d, 0.12, 5)
    inner = kit.inset(o, 0.075)
    rings = [
        np.column_stack([q, np.full(len(q), z)])
        for q, z in (
            (kit.inset(o, 0.03), h - 0.24),
            (o, h - 0.2),
            (o, h - 0.008),
            (kit.inset(o, 0.01), h),
            (kit.inset(o, 0.065), h),
            (inner, h - 0.008),
            (inner, zf - 0.004),
        )
    ]
    top = [
        cw.loft(rings, "body", True, "x"),
        kit.prism(kit.inset(o, 0.074), 0.006, (0, 0, zf - 0.006), "field", 0, smooth_sides=True),
    ]
    e = 0.0005
    top += [
        kit.slab(-0.004, 0.004, -d / 2 + 0.08, d / 2 - 0.08, zf - 0.002, zf + e, "line", 0, "y"),
        kit.torus(0.13, 0.004, (0, 0, zf - 0.003), "line", 32, 6),
    ]
    top += [
        kit.slab(s * (w / 2 - 0.076) - 0.003, s * (w / 2 - 0.076) + 0.003, -0.15, 0.15, zf + 0.002, zf + 0.035, "black", 0, "y")
        for s in (-1, 1)
    ]
    for s in (-1, 1):
        top.append(
            kit.lathe(
                [
                    (0.0, 0.001),
                    (0.045, 0.001),
                    (0.05, 0.006),
                    (0.05, 0.018),
                    (0.03, 0.022),
                    (0.016, 0.03),
                    (0.018, 0.055),
                    (0.010, 0.064),
                    (0.0, 0.065),
                ],
                (s * w * 0.27, s * 0.1, zf),
                "puck",
                20,
            )
        )
    top.append(kit.cylinder(0.032, 0.005, (0.12, -0.08, zf + 0.0005), "puck", 0.001, 20))
    legs = _hockey_base(p.base, w, d, h)
    case, marks = HOCKEY[p.colour]
    return finish(
        "air_hockey_table",
        p,
        [*top, *(q for g in legs for q in g)],
        {
            "body": case,
            "field": "plastic:#eef2f4",
            "line": marks,
            "black": "rubber",
            "puck": "plastic:#c8281e",
        },
        (),
        cw.boxes_of([top, *legs]),
        size=(w, d, h),
    )


def air_hockey_table_rand(rng: Rng, **over: Any) -> Asset:
    """An air-hockey table drawn at random."""
    o = cw.given(AirHockeyTableParams, over)
    more = {"colour": pick(rng, tuple(HOCKEY)), "base": pick(rng, ("panels", "legs", "cabinet"))}
    return air_hockey_table(cw.drawn(AirHockeyTableParams, rng, {**_dims(rng, o, (2.0, 1.08, 0.8), 0.08), **more}, o))


@dataclass(frozen=True, slots=True)
class PokerTableParams:
    """A card table: felt, padded rail, cup holders."""

    width: float = length(2.1, 0.9, 3.0)
    depth: float = length(1.1, 0.8, 1.6)
    height: float = length(0.77, 0.65, 0.9)
    style: str = choice("classic", STYLES)
    felt: str = choice("green", ("green", "red", "blue"))


def poker_table(p: PokerTableParams) -> Asset:
    """A poker table."""
    w, d, h = p.width, p.depth, p.height
    r = 0.49 * min(w, d)
    o = kit.rounded_rect(w, d, r, 10)
    felt = kit.prism(kit.inset(o, 0.1), 0.012, (0, 0, h - 0.037), "felt", 0.001, smooth_sides=True)
    under = kit.prism(kit.inset(o, 0.02), 0.035, (0, 0, h - 0.075), "wood", 0.006, smooth_sides=True)
    rings = [
        np.column_stack([kit.inset(o, q), np.full(len(o), z)])
        for q, z in (
            (0.01, h - 0.045),
            (0.0, h - 0.032),
            (0.004, h - 0.014),
            (0.03, h - 0.001),
            (0.055, h),
            (0.085, h - 0.005),
            (0.105, h - 0.018),
            (0.11, h - 0.03),
            (0.112, h - 0.045),
        )
    ]
    rail = cw.loft(rings, "rail", True, "x")
    # the loft closes with flat caps; drop the upper one so that the felt shows inside the padded rail
    keep = np.ones(len(rail.counts), bool)
    keep[-2:] = False
    rail = kit.keep_faces(rail, keep)
    top = [felt, under, rail]
    n = 8 if w > 1.6 else 4
    t = np.linspace(0, 1, n, endpoint=False)
    ring = kit.inset(o, 0.13)
    cups = [
        kit.lathe(
            [(0.036, 0.0), (0.042, 0.003), (0.036, 0.0035), (0.034, -0.0005), (0.0, -0.0005)],
            (*ring[int(k * len(ring))], h - 0.0252),
            "cup",
            16,
        )
        for k in t
    ]
    q = TableParams(width=w, depth=d, height=h, style=p.style, base="pedestal", use="dining", shape="oval")
    groups, _j = _base_pedestal(q, w, d, h - 0.074, "wood")
    i = 0.2
    slots = {
        "felt": {"green": "fabric:#1f5e3c", "red": "fabric:#7a1f22", "blue": "fabric:#1f3f77"}[p.felt],
        "rail": "leather",
        "wood": "wood",
        "cup": "metal",
    }
    return finish(
        "poker_table",
        p,
        [*top, *cups, *(q2 for g in groups for q2 in g)],
        slots,
        [Surface("felt", "on", -w / 2 + i + 0.1, -d / 2 + i, w / 2 - i - 0.1, d / 2 - i, h - 0.025, round=True)],
        cw.boxes_of([[*top, *cups], *groups]),
        size=(w, d, h),
    )


def poker_table_rand(rng: Rng, **over: Any) -> Asset:
    """A poker table drawn at random."""
    o = cw.given(PokerTableParams, over)
    big = rng.random() < 0.6
    return poker_table(
        cw.drawn(
            PokerTableParams,
            rng,
            {
                **_dims(rng, o, (2.1, 1.1, 0.77) if big else (1.25, 1.25, 0.77), 0.04),
                "style": pick(rng, ("classic", "modern", "industrial")),
                "felt": pick(rng, ("green", "red", "blue")),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- plinths and stands


@dataclass(frozen=True, slots=True)
class PedestalParams:
    """A plinth or column to show things on."""

    width: float = length(0.38, 0.15, 0.9)
    depth: float = length(0.38, 0.15, 0.9)
    height: float = length(1.0, 0.2, 1.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("plinth", ("plinth", "round", "column", "tapered", "panelled"))
    stuff: str = choice("paint:#e9e8e4", ("paint:#e9e8e4", "stone", "wood", "paint"))


def pedestal(p: PedestalParams) -> Asset:
    """A pedestal."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    r = 0.5
    if p.kind == "column":
        n = 40
        flute = (
            np.stack([np.cos(np.arange(n) * 2 * np.pi / n), np.sin(np.arange(n) * 2 * np.pi / n)], -1)
            * (0.5 * np.where(np.arange(n) % 2, 0.93, 1.0))[:, None]
        )
        zs = ((0.86, 0.1 * h), (0.86, 0.11 * h), (0.8, 0.5 * h), (0.75, 0.89 * h), (0.75, 0.9 * h))
        out.append(cw.loft([np.column_stack([flute * (w * k, d * k), np.full(n, z)]) for k, z in zs], "body"))
        out += [
            kit.box((w, d, 0.05 * h), (0, 0, 0.025 * h), "body", 0.004),
            kit.box((w, d, 0.045 * h), (0, 0, h - 0.0225 * h), "body", 0.004),
        ]
        low = kit.lathe([(0.5, 0.0), (0.5, 0.02), (0.46, 0.035), (0.47, 0.055), (0.42, 0.062)], (0, 0, 0), "body", 32)
        cap = kit.lathe([(0.39, 0.0), (0.4, 0.02), (0.47, 0.05), (0.48, 0.065)], (0, 0, 0), "body", 32)
        out += kit.move(kit.scale(low, (w * 0.98, d * 0.98, h)), (0, 0, 0.049 * h)) + kit.move(
            kit.scale(cap, (w * 0.98, d * 0.98, h)), (0, 0, 0.892 * h)
        )
    elif p.kind == "round":
        out += kit.scale(
            kit.lathe([(0.46, 0), (0.46, 0.03), (0.5, 0.032), (0.5, h - 0.006), (0.494, h)], (0, 0, 0), "body", 48), (w, d, 1)
        )
    elif p.kind == "tapered":
        out.append(cw.post((0, 0, 0), (0, 0, h - 0.045), "body", w, w * 0.72, d, d * 0.72, 0.004))
        out.append(kit.box((w * 0.86, d * 0.86, 0.046), (0, 0, h - 0.023), "body", 0.005))
        r = 0.43
    elif p.kind == "panelled":
        out += [
            kit.box((w * 0.84, d * 0.84, h - 0.1), (0, 0, h / 2), "body", 0.004, "z"),
            kit.box((w, d, 0.09), (0, 0, 0.045), "body", 0.012),
            kit.box((w * 0.93, d * 0.93, 0.03), (0, 0, 0.104), "body", 0.01),
            kit.box((w, d, 0.04), (0, 0, h - 0.02), "body", 0.006),
            kit.box((w * 0.93, d * 0.93, 0.03), (0, 0, h - 0.054), "body", 0.01),
        ]
        for k in range(4):
            s = w * 0.84 if k % 2 == 0 else d * 0.84
            dist = (d if k % 2 == 0 else w) * 0.42
            fr = cw.front(-s / 2 + 0.006, s / 2 - 0.006, 0.13, h - 0.08, -dist - 0.01, "raised", "body", 0.014)
            out += kit.rotate(fr, "z", k * np.pi / 2)
    else:
        out += [
            kit.box((w, d, h - 0.03), (0, 0, h / 2 + 0.015), "body", 0.003, "z"),
            kit.box((w - 0.03, d - 0.03, 0.032), (0, 0, 0.016), "body", 0.001),
        ]
    i = 0.015
    return finish(
        "pedestal",
        p,
        out,
        {"body": p.stuff},
        [Surface("top", "on", -w * r + i, -d * r + i, w * r - i, d * r - i, h, round=p.kind == "round")],
        size=(w, d, h),
    )


def pedestal_rand(rng: Rng, **over: Any) -> Asset:
    """A pedestal drawn at random."""
    o = cw.given(PedestalParams, over)
    style = o.get("style") or pick(rng, STYLES)
    kind = o.get("kind") or pick(rng, ("column", "panelled") if style == "classic" else ("plinth", "round", "tapered", "plinth"))
    w = o.get("width", o.get("depth", cw.near(rng, 0.36, 0.14)))
    return pedestal(
        cw.drawn(
            PedestalParams,
            rng,
            {
                "width": w,
                "depth": w,
                "height": cw.near(rng, 1.0, 0.1),
                "style": style,
                "kind": kind,
                "stuff": pick(rng, ("paint:#e9e8e4", "stone", "wood"), (3, 2, 1)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class StandInParams:
    """A plain block of the right size, for a thing that has no shape of its own yet."""

    width: float = length(0.5, 0.03, 3.6)
    depth: float = length(0.5, 0.03, 3.6)
    height: float = length(0.6, 0.03, 3.6)
    stuff: str = choice("paint:#d9d6cf", ("paint:#d9d6cf", "wood", "stone", "metal", "fabric"))
    mount: str = choice("stand", ("stand", "wall", "ceiling"), "How it is held up")


def stand_in(p: StandInParams) -> Asset:
    """A block with soft edges; a narrow seam where it stands or hangs shows that it is a dummy."""
    w, d, h = p.width, p.depth, p.height
    edge = min(0.012, 0.12 * min(w, d, h))
    seam = min(0.04, 0.1 * (d if p.mount == "wall" else h))
    x, y, inset = w / 2, d / 2, 1.5 * edge
    body, neck, origin = {  # limits of the block and of what it is held by, along Y and Z
        "stand": ((-y, y, seam, h), (inset - y, y - inset, 0.0, seam), "base"),
        "wall": ((-y, y - seam, 0.0, h), (y - seam, y, inset, h - inset), "back"),
        "ceiling": ((-y, y, 0.0, h - seam), (inset - y, y - inset, h - seam, h), "top"),
    }[p.mount]
    out: Pieces = [kit.slab(-x, x, *body, "body", edge), kit.slab(inset - x, x - inset, *neck, "body", 0.0)]
    tops = [Surface("top", "on", edge - x, edge - y, x - edge, y - edge, h)] if p.mount == "stand" else []
    return finish("stand_in", p, out, {"body": p.stuff}, tops, size=(w, d, h), origin=origin)  # type: ignore[arg-type]


def stand_in_rand(rng: Rng, **over: Any) -> Asset:
    """A stand-in; of the size that is asked for, if one is."""
    o = cw.given(StandInParams, over)
    return stand_in(
        cw.drawn(StandInParams, rng, {"width": cw.near(rng, 0.5), "depth": cw.near(rng, 0.5), "height": cw.near(rng, 0.6)}, o)
    )


@dataclass(frozen=True, slots=True)
class PodiumParams:
    """A lectern; the speaker stands at +Y."""

    width: float = length(0.62, 0.4, 1.0)
    depth: float = length(0.5, 0.3, 0.8)
    height: float = length(1.18, 0.9, 1.4)
    style: str = choice("classic", STYLES)
    microphone: bool = flag(True)


def podium(p: PodiumParams) -> Asset:
    """A podium with sloped reading top, shelf and microphone."""
    w, d, h = p.width, p.depth, p.height
    hm = h - (0.1 if p.microphone else 0.0)
    zb, zf = hm - 0.16, hm - 0.02
    top = [kit.rotate(kit.box((w, d * 1.03, 0.024), (0, 0, 0), "body", 0.005, "x"), "x", -0.26)[0]]
    top += kit.rotate(kit.box((w * 0.96, 0.018, 0.045), (0, d * 0.5, 0.012), "body", 0.004, "x"), "x", -0.26)
    hi = kit.bounds(top)[1][2]
    top = kit.move(top, (0, 0, hm - hi))
    body: Pieces = []
    if p.style in ("modern", "industrial", "midcentury"):
        body += [
            kit.box((w * 0.3, d * 0.3, zb + 0.06), (0, 0, zb / 2), "body", 0.004, "z"),
            kit.box((w * 0.9, d * 0.95, 0.035), (0, 0, 0.0175), "base", 0.006),
            kit.box((w * 0.55, 0.012, 0.28), (0, -d * 0.17, zb * 0.62), "base", 0.002),
        ]
    else:
        body += [
            kit.box((w * 0.84, d * 0.76, zb - 0.02), (0, -0.01, zb / 2 + 0.03), "body", 0.004, "z"),
            kit.box((w * 0.94, d * 0.9, 0.09), (0, 0, 0.045), "body", 0.012),
            kit.box((w * 0.88, d * 0.82, 0.04), (0, 0, 0.105), "body", 0.012),
            kit.box((w * 0.9, d * 0.82, 0.04), (0, -0.01, zb - 0.03), "body", 0.012),
        ]
        body += cw.front(-w * 0.38, w * 0.38, 0.16, zb - 0.08, -d * 0.39 - 0.012, "raised", "body", 0.02)
        body += [kit.slab(-w * 0.4, w * 0.4, -d * 0.36, d * 0.35, zb, zf - 0.07, "body", 0.003, "x")]
    if p.microphone:
        path = kit.smooth_path(
            [
                (w * 0.2, -d * 0.3, hm - 0.03),
                (w * 0.19, -d * 0.32, hm + 0.04),
                (w * 0.14, -d * 0.26, hm + 0.078),
                (w * 0.08, -d * 0.16, hm + 0.085),
            ],
            4,
        )
        top += [
            kit.tube(path, 0.005, "mic", 6),
            kit.rotate(kit.cylinder(0.012, 0.045, (0, 0, 0), "mic", 0.004, 10), "x", -1.45)[0],
        ]
        top[-1] = kit.move(top[-1], (w * 0.08, -d * 0.17, hm + 0.085))[0]
    pieces = [*top, *body]
    slots = {"body": "wood", "base": "black_metal", "mic": "black_metal"}
    used = {q.slot for q in pieces}
    return finish("podium", p, pieces, {k: v for k, v in slots.items() if k in used}, (), cw.boxes_of([pieces]), size=(w, d, h))


def podium_rand(rng: Rng, **over: Any) -> Asset:
    """A podium drawn at random."""
    o = cw.given(PodiumParams, over)
    return podium(
        cw.drawn(
            PodiumParams,
            rng,
            {**_dims(rng, o, (0.62, 0.5, 1.2)), "style": pick(rng, STYLES), "microphone": bool(rng.random() < 0.7)},
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class PlantStandParams:
    """A stand for pots: one level, or a stair of them."""

    width: float = length(0.32, 0.15, 1.4)
    depth: float = length(0.32, 0.15, 0.8)
    height: float = length(0.55, 0.15, 1.6)
    style: str = choice("midcentury", STYLES)
    tiers: int = count(1, 1, 4)


def plant_stand(p: PlantStandParams) -> Asset:
    """A plant stand."""
    w, d, h = p.width, p.depth, p.height
    fm = "body" if p.style not in ("industrial",) else "metal"
    surfaces = []
    out: Pieces = []
    if p.tiers == 1:
        r = min(w, d) / 2
        out += kit.scale(
            kit.lathe([(0.43, h - 0.022), (0.45, h - 0.018), (0.45, h - 0.003), (0.44, h)], (0, 0, 0), "body", 32), (w, d, 1)
        )
        if p.style == "classic":
            out += [
                kit.lathe(
                    [
                        (0.02, 0.12 * h),
                        (0.028, 0.2 * h),
                        (0.018, 0.3 * h),
                        (0.03, 0.5 * h),
                        (0.02, 0.65 * h),
                        (0.024, 0.8 * h),
                        (0.018, 0.9 * h),
                        (0.06, h - 0.02),
                    ],
                    (0, 0, 0),
                    "body",
                    16,
                )
            ]
            arm = kit.tube(
                kit.smooth_path([(0.015, 0, 0.2 * h), (0.4 * r, 0, 0.18 * h), (0.8 * r, 0, 0.03), (r - 0.012, 0, 0.012)], 4),
                np.linspace(0.016, 0.011, 13),
                "body",
                8,
            )
            out += kit.ring(arm, 3, np.pi / 2)
        else:
            q = 0.006 if fm == "metal" else 0.011
            for k in range(4):
                a = np.pi / 4 + k * np.pi / 2
                x, y = np.cos(a) * (w / 2 - q * 1.5) * 1.0, np.sin(a) * (d / 2 - q * 1.5) * 1.0
                out.append(
                    cw.post(
                        (x, y, 0), (x * 0.86, y * 0.86, h - 0.004), fm, q * 2 * (0.8 if fm == "body" else 1), q * 2.2, segments=10
                    )
                )
            out += [
                kit.bar(
                    (np.cos(a) * w * 0.45, np.sin(a) * d * 0.45, h * 0.45),
                    (-np.cos(a) * w * 0.45, -np.sin(a) * d * 0.45, h * 0.45),
                    q,
                    fm,
                    8,
                )
                for a in (np.pi / 4, 3 * np.pi / 4)
            ]
        surfaces.append(Surface("top", "on", -w * 0.4, -d * 0.4, w * 0.4, d * 0.4, h, round=True))
    else:
        n = p.tiers
        step = d / n
        zs = np.linspace(h * 0.28 if n > 2 else h * 0.4, h, n)
        for i, z in enumerate(zs):
            y0 = -d / 2 + i * step
            out += [
                kit.slab(
                    -w / 2, w / 2, y0 + step * k / 3 + 0.003, y0 + step * (k + 1) / 3 - 0.003, z - 0.016, z, "body", 0.003, "x"
                )
                for k in range(3)
            ]
            kind = "on" if i == n - 1 else "in"
            surfaces.append(Surface(f"tier {i + 1}", kind, -w / 2 + 0.03, y0 + 0.01, w / 2 - 0.03, y0 + step - 0.01, z, 10.0))
            for s in (-1, 1):
                x = s * (w / 2 - 0.03)
                out.append(kit.slab(x - 0.012, x + 0.012, y0 + 0.012, d / 2 - 0.01, z - 0.04, z - 0.015, fm, 0.002, "y"))
                out.append(kit.box((0.024, 0.024, z - 0.017), (x, y0 + 0.024, (z - 0.017) / 2), fm, 0.003, "z"))
        for s in (-1, 1):
            out.append(kit.box((0.024, 0.024, h - 0.018), (s * (w / 2 - 0.03), d / 2 - 0.014, (h - 0.018) / 2), fm, 0.003, "z"))
    slots = {"body": "wood", "metal": "black_metal"}
    used = {q.slot for q in out}
    return finish("plant_stand", p, out, {k: v for k, v in slots.items() if k in used}, surfaces, size=(w, d, h))


def plant_stand_rand(rng: Rng, **over: Any) -> Asset:
    """A plant stand drawn at random."""
    o = cw.given(PlantStandParams, over)
    tiers = o.get("tiers") or (3 if o.get("width", 0) > 0.5 else int(pick(rng, (1, 3), (3, 1))) if "width" not in o else 1)
    size = (0.3, 0.3, 0.5) if tiers == 1 else (0.75, 0.26 * tiers / 1.5, 0.8)
    return plant_stand(
        cw.drawn(PlantStandParams, rng, {**_dims(rng, o, size, 0.12), "tiers": tiers, "style": pick(rng, STYLES)}, o)
    )


def _seats(n: int, width: float) -> dict[str, dict[str, Any]]:
    words = {2: "two", 4: "four", 6: "six", 8: "eight", 10: "ten", 12: "twelve"}
    return {f"{words[n]}_seater": {"width": width}, f"for_{n}": {"width": width}}


TABLE_TRAITS: dict[str, dict[str, Any]] = {
    "round": {"shape": "round"},
    "circular": {"shape": "round"},
    "oval": {"shape": "oval"},
    "square": {"shape": "rect"},
    "rectangular": {"shape": "rect"},
    "boat_shaped": {"shape": "boat"},
    "glass": {"top": "glass"},
    "glass_top": {"top": "glass"},
    "marble": {"top": "stone"},
    "stone": {"top": "stone"},
    "wooden": {"top": "wood"},
    "metal": {"top": "metal", "frame": "metal"},
    "farmhouse": {"style": "rustic", "edge": "planks", "top": "wood"},
    "trestle": {"base": "trestle"},
    "pedestal": {"base": "pedestal", "shape": "round"},
    "live_edge": {"edge": "live", "top": "wood", "shape": "rect"},
    "hairpin": {"base": "hairpin"},
    "with_shelf": {"shelf": True, "base": "legs"},
    "with_drawer": {"drawers": 1, "base": "legs", "shape": "rect"},
    "with_drawers": {"drawers": 2, "base": "legs", "shape": "rect"},
    "long": {"shape": "rect"},
    "waterfall": {"base": "slab", "shape": "rect"},
    "drum": {"base": "drum", "shape": "round"},
    "rustic": {"style": "rustic"},
    "modern": {"style": "modern"},
    "classic": {"style": "classic"},
    "industrial": {"style": "industrial"},
    "mid_century_modern": {"style": "midcentury"},
    "midcentury": {"style": "midcentury"},
    "traditional": {"style": "classic"},
    "vintage": {"style": "classic"},
    **_seats(2, 0.85),
    **_seats(4, 1.3),
    **_seats(6, 1.8),
    **_seats(8, 2.2),
    **_seats(10, 2.8),
    **_seats(12, 3.3),
}
STYLE_TRAITS: dict[str, dict[str, Any]] = {
    k: TABLE_TRAITS[k]
    for k in ("rustic", "modern", "classic", "industrial", "mid_century_modern", "midcentury", "traditional", "vintage")
}

GENERATORS = (
    Generator("table", TableParams, table, table_rand, TABLE_TRAITS),
    Generator(
        "nesting_tables",
        NestingTablesParams,
        nesting_tables,
        nesting_tables_rand,
        {**STYLE_TRAITS, "glass": {"top": "glass"}, "marble": {"top": "stone"}},
    ),
    Generator("overbed_table", OverbedTableParams, overbed_table, overbed_table_rand),
    Generator(
        "folding_table",
        FoldingTableParams,
        folding_table,
        folding_table_rand,
        {"wooden": {"kind": "wood"}, "plastic": {"kind": "plastic"}},
    ),
    Generator("picnic_table", PicnicTableParams, picnic_table, picnic_table_rand),
    Generator(
        "desk",
        DeskParams,
        desk,
        desk_rand,
        {
            **STYLE_TRAITS,
            "l_shaped": {"kind": "l_shaped"},
            "corner": {"kind": "l_shaped"},
            "standing": {"kind": "standing"},
            "adjustable": {"kind": "standing"},
            "gaming": {"kind": "computer"},
            "executive": {"kind": "executive"},
            "glass": {"top": "glass", "kind": "trestle"},
            "with_drawers": {"kind": "pedestal"},
            "multiple_drawers": {"kind": "pedestal"},
            "secretary": {"kind": "secretary"},
            "writing": {"kind": "writing"},
        },
    ),
    Generator("school_desk", SchoolDeskParams, school_desk, school_desk_rand),
    Generator("drafting_table", DraftingTableParams, drafting_table, drafting_table_rand, STYLE_TRAITS),
    Generator(
        "vanity_table",
        VanityTableParams,
        vanity_table,
        vanity_table_rand,
        {**STYLE_TRAITS, "with_mirror": {"mirror": "oval"}, "without_mirror": {"mirror": "none", "height": 0.76}},
    ),
    Generator(
        "workbench",
        WorkbenchParams,
        workbench,
        workbench_rand,
        {
            "with_vice": {"vice": True},
            "with_pegboard": {"board": True},
            "metal": {"frame": "metal"},
            "wooden": {"frame": "wood"},
            "with_drawers": {"drawers": 3},
        },
    ),
    Generator("lab_bench", LabBenchParams, lab_bench, lab_bench_rand, {"with_shelf": {"shelf": True}}),
    Generator("grooming_table", GroomingTableParams, grooming_table, grooming_table_rand),
    Generator(
        "changing_table",
        ChangingTableParams,
        changing_table,
        changing_table_rand,
        {"with_drawers": {"kind": "drawers"}, "with_shelves": {"kind": "open"}, "multiple_drawers": {"kind": "drawers"}},
    ),
    Generator("massage_table", MassageTableParams, massage_table, massage_table_rand),
    Generator(
        "counter",
        CounterParams,
        counter,
        counter_rand,
        {
            **STYLE_TRAITS,
            "marble": {"top": "stone"},
            "stone": {"top": "stone"},
            "wooden": {"top": "wood"},
            "glass": {"kind": "shop", "glass": True},
            "display": {"kind": "shop", "glass": True},
        },
    ),
    Generator("pool_table", PoolTableParams, pool_table, pool_table_rand, STYLE_TRAITS),
    Generator("ping_pong_table", PingPongTableParams, ping_pong_table, ping_pong_table_rand),
    Generator("foosball_table", FoosballTableParams, foosball_table, foosball_table_rand),
    Generator("air_hockey_table", AirHockeyTableParams, air_hockey_table, air_hockey_table_rand),
    Generator("poker_table", PokerTableParams, poker_table, poker_table_rand, {"round": {"width": 1.25, "depth": 1.25}}),
    Generator(
        "stand_in",
        StandInParams,
        stand_in,
        stand_in_rand,
        {
            **{k: {"stuff": "wood"} for k in ("wood", "wooden", "oak", "walnut", "pine", "teak", "mahogany", "bamboo")},
            **{k: {"stuff": "stone"} for k in ("stone", "marble", "granite", "concrete")},
            **{k: {"stuff": "metal"} for k in ("metal", "steel", "iron", "brass", "bronze", "copper", "chrome", "aluminium")},
            **{k: {"stuff": "fabric"} for k in ("fabric", "velvet", "leather", "linen", "wool", "cotton")},
        },
    ),
    Generator(
        "pedestal",
        PedestalParams,
        pedestal,
        pedestal_rand,
        {
            "marble": {"stuff": "stone"},
            "stone": {"stuff": "stone"},
            "wooden": {"stuff": "wood"},
            "white": {"stuff": "paint:#e9e8e4"},
            "round": {"kind": "round"},
            "classical": {"kind": "column"},
            "greek": {"kind": "column"},
        },
    ),
    Generator("podium", PodiumParams, podium, podium_rand, STYLE_TRAITS),
    Generator(
        "plant_stand",
        PlantStandParams,
        plant_stand,
        plant_stand_rand,
        {**STYLE_TRAITS, "tiered": {"tiers": 3}, "three_tier": {"tiers": 3}},
    ),
)
