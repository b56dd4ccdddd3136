"""Framed seats: chairs, office chairs, stools, benches, and the chairs of barbers, dentists and babies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Surface
from .. import kit
from ..asset import Asset, Generator, choice, count, finish, flag, length
from ..kit import Piece, Pieces
from ._soft import STYLES, block, buttons, feet, free, grounded, hulls, leg, loft, pick, piped, rail, settle, span, turned, welt

# ---------------------------------------------------------------------------------------------- chair


@dataclass(frozen=True, slots=True)
class ChairParams:
    """A chair for a table or desk."""

    width: float = length(0.46, 0.24, 0.80)
    depth: float = length(0.52, 0.24, 0.80)
    height: float = length(0.84, 0.38, 1.30)
    style: str = choice("modern", STYLES)
    kind: str = choice("wooden", ("wooden", "windsor", "upholstered", "shell", "folding", "cantilever", "metal"))
    back: str = choice("slats", ("slats", "ladder", "cross", "panel", "spindles"), "of the wooden kind")
    base: str = choice("wood", ("wood", "metal", "sled", "monobloc"), "of the shell kind")
    arms: bool = flag(False)
    padded: bool = flag(False, "a seat pad")
    tufted: bool = flag(False, "buttons on an upholstered back")
    child: bool = flag(False, "of a child's proportions")
    cover: str = choice("fabric", ("fabric", "leather"))
    variant: int = count(0, 0, 9999)


def _seat_height(p: ChairParams) -> float:
    return p.height * 0.56 if p.child or p.height < 0.68 else float(np.clip(p.height * 0.52, 0.42, 0.47))


def _saddle(w: float, d: float, z: float, thick: float, slot: str, taper: float = 0.06, dish: float = 0.008) -> Piece:
    """A wooden seat, narrower behind, dished a little, with rounded edges."""
    q = block((2 * w, 2 * d, thick), (0, 0, z - thick / 2), slot, thick * 0.48, (0, 0, 0), 8)
    v = q.vertices.copy()
    v[:, 0] *= 1 - taper * (v[:, 1] / d + 1)
    u = np.clip(np.hypot(v[:, 0] / w, v[:, 1] / d), 0, 1)
    v[:, 2] -= np.where(v[:, 2] > z - thick / 2, dish * (1 - u**2) ** 2, 0)
    return q._replace(vertices=v)


def _bow(
    w: float, y: float, z: float, curve: float, thick: float, tall: float, slot: str = "frame", crest: float = 0.0, n: int = 13
) -> Piece:
    """A back rail, curved in plan (hollow to the sitter) and maybe crested."""
    u = np.linspace(-1, 1, n)
    path = np.column_stack([u * w, y - curve * (u**2 - 1) * -1 + 0 * u, z + crest * (1 - u**2)])
    return kit.sweep(kit.rounded_rect(thick, tall, min(thick, tall) * 0.4, 2), path, slot)


def _wooden(p: ChairParams) -> list[Pieces]:
    """Four legs, aprons, a back of slats, rungs, a cross, spindles or a panel."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    t = 0.019 if not p.child else 0.016
    sq = p.style in ("modern", "rustic", "industrial")
    rake = 0.16 * (h - sh)
    yb = d - rake - t
    wb = w - t - 0.02
    stiles: Pieces = []
    prof = kit.rounded_rect(2, 2, 0.4, 2) if sq else kit.circle(1.0, 12)
    for s in (-1, 1):
        path = np.array(
            [
                (s * wb, yb + 0.05, 0),
                (s * wb, yb + 0.048, 0.004),
                (s * wb, yb, sh - 0.04),
                (s * wb, yb + 0.002, sh + 0.03),
                (s * wb, yb + rake * 0.45, sh + (h - sh) * 0.55),
                (s * wb, d - t, h - 0.004),
                (s * wb, d - t, h),
            ]
        )
        stiles.append(loft(prof, path, np.array([0.68, 0.74, 1.0, 1.0, 0.92, 0.74, 0.66]) * t, "frame"))
    yf = -d + t + 0.02
    legs: Pieces = []
    for s in (-1, 1):
        if p.style == "classic":
            legs.append(turned((s * (w - t - 0.012), yf, 0), sh - 0.02, t * 1.35, "frame"))
        else:
            legs.append(
                leg(
                    (s * (w - t - 0.015), yf, sh - 0.02),
                    (s * (w - t - (0.004 if p.style == "midcentury" else 0.012)), yf - 0.012, 0),
                    t,
                    t * 0.66,
                    "frame",
                    sq,
                )
            )
    za = sh - 0.055
    seat: Pieces = [
        rail((-w + 0.04, yf, za), (w - 0.04, yf, za), 0.02, 0.055, "frame"),
        rail((-wb, yb, za), (wb, yb, za), 0.02, 0.055, "frame"),
    ]
    seat += [rail((s * (w - t - 0.016), yf, za), (s * wb, yb, za), 0.02, 0.055, "frame") for s in (-1, 1)]
    if p.style in ("classic", "rustic") or p.variant % 2:
        seat += [
            rail((s * (w - t - 0.014), yf, sh * 0.34), (s * wb, yb + 0.03, sh * 0.34), 0.016, 0.024, "frame") for s in (-1, 1)
        ]
        seat.append(rail((-w + 0.05, (yf + yb) / 2, sh * 0.34), (w - 0.05, (yf + yb) / 2, sh * 0.34), 0.016, 0.024, "frame"))
    if p.padded:
        seat.append(
            kit.move(
                block((2 * w - 0.004, yb + d - 0.015, 0.055), (0, 0, 0), "cover", 0.024, (0.002, 0.002, 0.012), 6),
                (0, (yb - d - 0.015) / 2 + 0.007, sh - 0.0275),
            )[0]
        )
    else:
        seat += kit.move([_saddle(w, (yb + d - 0.01) / 2, sh, 0.026, "frame", 0.03, 0.004)], (0, (yb - d - 0.01) / 2 + 0.005, 0))

    def y_at(z: float) -> float:
        return float(np.interp(z, [sh, sh + (h - sh) * 0.55, h], [yb, yb + rake * 0.45, d - t]))

    zt = h - 0.045
    low = sh + 0.10
    bk: Pieces = []
    curve = 0.028
    if p.back == "ladder":
        n = 3 if h < 0.95 else 4
        bk += [_bow(wb, y_at(z), z, curve, 0.014, 0.055, crest=0.012) for z in np.linspace(low + 0.02, zt, n)]
    else:
        bk.append(_bow(wb + 0.006, y_at(zt), zt, curve, 0.020, 0.075, crest=0.014 if p.style == "classic" else 0.0))
        bk.append(_bow(wb, y_at(low), low, curve, 0.016, 0.035))
        if p.back == "cross":
            for s in (-1, 1):
                z = np.linspace(low, zt, 9)
                u = np.linspace(-1, 1, 9) * s
                bk.append(
                    kit.sweep(
                        kit.rounded_rect(0.012, 0.028, 0.004, 1),
                        np.column_stack([u * wb * 0.94, [y_at(q) for q in z] + curve * (1 - u**2) + 0.003 * s, z]),
                        "frame",
                    )
                )
        elif p.back == "panel":
            us = np.linspace(-0.9, 0.9, 9) * wb
            zs = np.linspace(low, zt, 5)
            g = np.array([[(x, y_at(z) + curve * (1 - (x / wb) ** 2) - 0.008, z) for z in zs] for x in us])
            bk.append(kit.sheet(g, "cover" if p.padded else "frame", 0.014))
        else:
            n = 4 if p.back == "slats" else 7
            for x in np.linspace(-wb, wb, n + 2)[1:-1]:
                z = np.linspace(low, zt, 4)
                path = np.column_stack([np.full(4, x), [y_at(q) for q in z] + curve * (1 - (x / wb) ** 2), z])
                bk.append(
                    kit.sweep(kit.rounded_rect(0.036, 0.010, 0.004, 1), path, "frame")
                    if p.back == "slats"
                    else kit.tube(path, 0.0065, "frame", 8)
                )
    groups = [legs[:1], legs[1:], seat, stiles[:1], stiles[1:], bk]
    if p.arms:
        za = sh + 0.20
        for s in (-1, 1):
            x = s * (w - t * 0.9)
            path = kit.smooth_path(
                [(s * wb, y_at(za) - 0.004, za + 0.02), (x, 0.05, za), (x, yf + 0.02, za), (x, yf - 0.02, za - 0.006)], 5
            )
            groups.append(
                [
                    kit.sweep(kit.rounded_rect(0.036, 0.022, 0.009, 2), path, "frame"),
                    leg((x, yf + 0.03, za), (x, yf + 0.01, sh - 0.05), 0.014, 0.016, "frame"),
                ]
            )
    return groups


def _windsor(p: ChairParams) -> list[Pieces]:
    """A saddle seat on splayed turned legs, a bent hoop with spindles."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    ds = d - 0.06
    seat = kit.move([_saddle(w, ds, sh, 0.04, "frame", 0.05, 0.008)], (0, -0.06, 0))
    prof = np.array(
        [(0.5, 0.0), (0.62, 0.03), (0.8, 0.30), (1.0, 0.36), (0.66, 0.40), (0.9, 0.44), (1.05, 0.66), (0.7, 0.90), (0.62, 1.0)]
    )
    groups: list[Pieces] = []
    legs: Pieces = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            top = np.array([sx * w * 0.62, -0.06 + sy * ds * 0.62, sh - 0.02])
            foot = np.array([sx * (w - 0.02), (-d + 0.025) if sy < 0 else d - 0.10, 0])
            at = foot + (top - foot) * prof[:, 1:]
            legs.append(loft(kit.circle(1.0, 12), at, prof[:, 0] * 0.018, "frame"))
    groups += [[q] for q in legs]
    z = sh * 0.42
    seat += [
        kit.bar(
            (s * (w * 0.62 + (w * 0.38 - 0.02) * 0.6), -d * 0.72, z),
            (s * (w * 0.62 + (w * 0.38 - 0.02) * 0.6), d * 0.55, z),
            0.009,
            "frame",
            10,
        )
        for s in (-1, 1)
    ]
    seat.append(kit.bar((-w * 0.78, -0.05, z), (w * 0.78, -0.05, z), 0.009, "frame", 10))
    groups.append(seat)
    y0, top_y = ds - 0.10, d - 0.016
    a = np.linspace(0, np.pi, 25)
    rise = h - sh - 0.012
    hz = sh - 0.02 + np.sin(a) ** 0.6 * (rise + 0.02)
    path = np.column_stack([np.cos(a) * (w - 0.02), y0 + (top_y - y0) * (hz - sh) / rise, hz])
    back: Pieces = [kit.tube(path, 0.011, "frame", 10)]
    n = 7
    for x in np.linspace(-0.74, 0.74, n):
        zz = sh - 0.02 + (np.sin(np.arccos(x)) ** 0.6) * (rise + 0.02)
        b = (x * (w - 0.02), y0 + (top_y - y0) * (zz - sh) / rise, zz)
        back.append(
            kit.tube(
                [
                    (x * 0.75 * (w - 0.02), y0 - 0.01, sh - 0.01),
                    ((x * 0.75 + x) / 2 * (w - 0.02), (y0 + b[1]) / 2, (sh + zz) / 2),
                    b,
                ],
                [0.008, 0.0085, 0.005],
                "frame",
                8,
            )
        )
    groups.append(back)
    if p.arms:
        for s in (-1, 1):
            za = sh + 0.21
            q = kit.smooth_path(
                [(s * (w - 0.03), y0 + 0.02, za), (s * (w - 0.012), 0.0, za), (s * (w - 0.02), -d * 0.55, za - 0.01)], 5
            )
            groups.append(
                [kit.sweep(kit.rounded_rect(0.042, 0.02, 0.009, 2), q, "frame")]
                + [
                    kit.bar((s * (w - 0.05), y, sh - 0.02), (s * (w - 0.016), y, za), 0.009, "frame", 10)
                    for y in (-d * 0.5, -d * 0.12)
                ]
            )
    return groups


def _padded_back(p: ChairParams, w: float, z0: float, z1: float, thick: float) -> Pieces:
    """An upholstered back, hollow to the sitter, buttoned or plain; foot at y = 0."""
    tall = z1 - z0
    q: Pieces = [block((2 * w, thick, tall), (0, 0, tall / 2), "cover", thick * 0.42, (0.002, 0.006, 0.004), 7, 2)]
    q.append(
        kit.move(
            kit.rotate(welt(2 * w - 0.02, tall - 0.02, 0, 0.04, "cover", thick=0.003), "x", np.pi / 2),
            (0, thick * 0.18, tall / 2),
        )[0]
    )
    if p.tufted:
        pts = [
            (x * w, -thick / 2 - 0.004, z * tall)
            for z, xs in ((0.80, (-0.5, 0, 0.5)), (0.6, (-0.25, 0.25)), (0.4, (-0.5, 0, 0.5)))
            for x in xs
        ]
        q += buttons(pts, 0.009, "cover")
    round_top = 0.05 if p.style in ("classic", "midcentury") else 0.0
    return kit.bend(
        q,
        lambda v: np.column_stack(
            [
                v[:, 0],
                v[:, 1] - 0.045 * (v[:, 0] / w) ** 2,
                v[:, 2] - round_top * (v[:, 0] / w) ** 4 * np.clip(v[:, 2] / tall, 0, 1) ** 3,
            ]
        ),
    )


def _upholstered(p: ChairParams) -> list[Pieces]:
    """A padded seat and back on tapered legs."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    xi = w - (0.05 if p.arms else 0.0)
    back = kit.rotate(_padded_back(p, xi - 0.005, sh - 0.06, h, 0.065), "x", -0.17)
    _lo, hi = kit.bounds(back)
    back = kit.move(back, (0, d - hi[1], h - hi[2]))
    seat = piped(
        (2 * xi, 2 * d - 0.09, 0.10),
        (0, -0.045, sh - 0.05),
        "cover",
        True,
        0.036,
        (0.003, 0.006, 0.012),
        detail=6,
        seed=p.variant,
    )
    seat.append(kit.slab(-xi + 0.02, xi - 0.02, -d + 0.02, d - 0.12, sh - 0.115, sh - 0.095, "legs", 0.003))
    metal = p.style == "industrial" or (p.style == "modern" and p.variant % 3 == 0)
    spots = [(sx * (w - 0.045), y) for sx in (-1, 1) for y in (-d + 0.045, d - 0.12)]
    legs = []
    for x, y in spots:
        foot_y = y - 0.015 if y < 0 else y + 0.075
        if metal:
            legs.append([leg((x * 0.92, y, sh - 0.10), (x, foot_y, 0), 0.010, 0.009, "legs")])
        else:
            legs.append([leg((x * 0.93, y, sh - 0.10), (x, foot_y, 0), 0.021, 0.011, "legs", p.style in ("modern", "rustic"))])
    groups = [seat, back, *legs]
    if p.arms:
        za = min(sh + 0.2, h - 0.1)
        for s in (-1, 1):
            groups.append(
                [
                    span(
                        s * (w - 0.03) - 0.03,
                        s * (w - 0.03) + 0.03,
                        -d + 0.06,
                        d - 0.14,
                        za - 0.05,
                        za,
                        "cover",
                        round=0.022,
                        bulge=(0.002, 0.004, 0.004),
                    ),
                    rail((s * (w - 0.03), -d + 0.11, sh - 0.09), (s * (w - 0.03), -d + 0.11, za - 0.03), 0.022, 0.03, "legs"),
                    rail((s * (w - 0.03), d - 0.20, sh - 0.09), (s * (w - 0.03), d - 0.18, za - 0.03), 0.022, 0.03, "legs"),
                ]
            )
    return groups


def _shell_sheet(w: float, d: float, sh: float, h: float, arms: bool, slot: str, thick: float = 0.007) -> Piece:
    """A moulded seat: front lip, hollow seat, back; the sides turn up (into arms if wanted)."""
    prof = kit.smooth_path(
        [
            (0, -d, sh - 0.035),
            (0, -d + 0.035, sh - 0.004),
            (0, -d * 0.4, sh - 0.006),
            (0, d * 0.25, sh - 0.02),
            (0, d * 0.56, sh + 0.03),
            (0, d * 0.76, sh + (h - sh) * 0.42),
            (0, d * 0.93, sh + (h - sh) * 0.84),
            (0, d, h),
        ],
        4,
    )
    n = len(prof)
    t = np.linspace(0, 1, n)
    half = w * np.interp(t, [0, 0.12, 0.45, 0.7, 0.88, 1.0], [0.80, 0.93, 1.0, 0.95, 0.84, 0.55])
    u = np.linspace(-1, 1, 15)
    tangent = np.gradient(prof, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([np.zeros(n), -tangent[:, 2], tangent[:, 1]], -1)
    curl = np.interp(t, [0, 0.1, 0.45, 0.7, 1], [0.0, 0.012, 0.075 if not arms else 0.17, 0.055, 0.03])
    g = prof[:, None] + normal[:, None] * (curl[:, None] * np.abs(u[None]) ** (2.6 if not arms else 4.0))[..., None]
    g[..., 0] = half[:, None] * np.sin(u[None] * np.pi / 2 * 0.92) / np.sin(np.pi / 2 * 0.92)
    return kit.sheet(g[:, ::-1], slot, thick)


def _shell(p: ChairParams) -> list[Pieces]:
    """A moulded shell on wooden, metal or sled legs, or all of one piece."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    shell = _shell_sheet(w, d, sh, h, p.arms, "shell")
    groups: list[Pieces] = [[shell]]
    if p.padded:
        groups[0].append(block((1.3 * w, 1.1 * d, 0.03), (0, -d * 0.28, sh + 0.008), "cover", 0.014, (0.002, 0.002, 0.005), 5))
    corners = [(sx * (w - 0.03), y) for sx in (-1, 1) for y in (-d + 0.03, d - 0.05)]
    if p.base == "monobloc":
        for x, y in corners:
            groups.append([leg((x * 0.86, y * 0.80, sh - 0.012), (x, y, 0), 0.020, 0.013, "shell", True)])
        groups.append(
            [
                rail((sx * w * 0.8, -d * 0.75, sh - 0.035), (sx * w * 0.8, d * 0.6, sh - 0.035), 0.012, 0.03, "shell")
                for sx in (-1, 1)
            ]
        )
        groups.append(
            [rail((-w * 0.8, y, sh - 0.04), (w * 0.8, y, sh - 0.04), 0.012, 0.03, "shell") for y in (-d * 0.72, d * 0.45)]
        )
        return groups
    mount = [kit.box((0.20, 0.22, 0.012), (0, -0.02, sh - 0.034), "legs", 0.003)]
    if p.base == "sled":
        for s in (-1, 1):
            x = s * (w - 0.03)
            path = kit.smooth_path(
                [
                    (s * 0.09, -0.08, sh - 0.03),
                    (x * 0.7, -d * 0.45, sh - 0.04),
                    (x, -d + 0.05, 0.03),
                    (x, -d + 0.07, 0.008),
                    (x, 0, 0.008),
                    (x, d - 0.10, 0.008),
                    (x, d - 0.06, 0.03),
                    (x * 0.7, d * 0.25, sh - 0.06),
                    (s * 0.09, 0.06, sh - 0.03),
                ],
                5,
            )
            groups.append([kit.tube(path, 0.0065, "legs", 8)])
    else:
        wood = p.base == "wood"
        tops = {}
        for x, y in corners:
            a, b = np.array((np.sign(x) * 0.11, np.sign(y) * 0.10 - 0.02, sh - 0.022)), np.array((x, y, 0.0))
            groups.append([leg(a, b, 0.016 if wood else 0.009, 0.010 if wood else 0.007, "legs")])
            tops[(np.sign(x), np.sign(y))] = a + (b - a) * 0.42
        for a, b in (((-1, -1), (1, 1)), ((1, -1), (-1, 1))):
            mount.append(kit.bar(tops[a], tops[b], 0.003, "metal", 6))
    groups.append(mount)
    return groups


def _folding(p: ChairParams) -> list[Pieces]:
    """Two crossed frames of tube with a seat and a back panel."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    wood = p.style in ("rustic", "midcentury", "classic")
    slot = "shell" if not wood else "frame"
    g1: Pieces = []
    for s in (-1, 1):
        x, xi = s * (w - 0.011), s * (w - 0.036)
        if wood:
            g1 += grounded(rail((x, -d + 0.02, 0.015), (x, d - 0.03, h - 0.01), 0.02, 0.034, "frame"))
            g1 += grounded(rail((xi, d - 0.03, 0.015), (xi, -d + 0.09, sh - 0.02), 0.02, 0.034, "frame"))
        else:
            g1 += grounded(
                kit.tube(
                    kit.smooth_path(
                        [
                            (x, -d + 0.012, 0.0105),
                            (x, -0.1 * d, sh * 0.62),
                            (x, d * 0.42, sh + 0.06),
                            (x, d - 0.03, h - 0.04),
                            (x * 0.93, d - 0.012, h - 0.012),
                        ],
                        5,
                    ),
                    0.0105,
                    "frame",
                    10,
                )
            )
            g1 += grounded(kit.bar((xi, d - 0.012, 0.0105), (xi, -d + 0.08, sh - 0.02), 0.0105, "frame", 10))
    g1 += [
        kit.bar((-w + 0.02, -d + 0.06, 0.09), (w - 0.02, -d + 0.06, 0.09), 0.008, "frame", 8),
        kit.bar((-w + 0.04, d - 0.07, 0.09), (w - 0.04, d - 0.07, 0.09), 0.008, "frame", 8),
    ]
    y_top = (h - 0.10 - sh) / max(h - sh, 0.1)
    yb = d * 0.42 + (d * 0.55) * y_top
    back: Pieces = [_bow(w - 0.014, yb - 0.012, h - 0.10, 0.03, 0.012, 0.14, slot)]
    if wood:
        seat: Pieces = [
            kit.slab(-w + 0.022, w - 0.022, y, y + 0.045, sh - 0.018, sh, "frame", 0.004, "x")
            for y in np.arange(-d + 0.03, d * 0.62, 0.052)
        ]
    else:
        seat = [
            block(
                (2 * w - 0.05, 1.6 * d, 0.03), (0, -d * 0.18, sh - 0.015), "cover" if p.padded else slot, 0.013, (0, 0, 0.003), 5
            )
        ]
    return [g1[:2], g1[2:4], g1[4:], seat, back]


def _cantilever(p: ChairParams) -> list[Pieces]:
    """One bent steel tube carries seat and back; padded."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    r = 0.0125
    groups: list[Pieces] = []
    yr = d - 0.05
    for s in (-1, 1):
        x = s * (w - r - (0.026 if p.arms else 0.0))
        pts = [
            (x, yr - 0.05, r),
            (x, 0.0, r),
            (x, -d + 0.09, r),
            (x, -d + 0.03, r + 0.02),
            (x, -d + 0.02, 0.10),
            (x, -d + 0.03, sh - 0.12),
            (x, -d + 0.05, sh - 0.07),
            (x, -d + 0.12, sh - 0.06),
            (x, d * 0.3, sh - 0.075),
            (x, d * 0.52, sh - 0.05),
            (x, d * 0.60, sh + 0.02),
            (x, d - 0.05, h - 0.04),
        ]
        path = kit.smooth_path(pts, 4)
        groups.append([kit.tube(path, r, "frame", 10)])
        if p.arms:
            za = sh + 0.20
            arm = kit.smooth_path(
                [(x, -d + 0.03, sh - 0.12), (x, -d + 0.02, za - 0.05), (x, -d + 0.06, za), (x, 0, za), (x, d * 0.72, za)], 4
            )
            pad = block((0.05, d * 1.05, 0.026), (x, -d * 0.18, za + 0.010), "grip", 0.011, (0, 0, 0.002), 4)
            groups.append([kit.tube(arm, r * 0.9, "frame", 10), pad])
    x = w - 2 * r - (0.03 if p.arms else 0.004)
    foot = [kit.bar((-x, yr - 0.06, r), (x, yr - 0.06, r), r, "frame", 10)]
    seat = piped(
        (2 * x, d * 1.55, 0.075), (0, -d * 0.20, sh - 0.0375), "cover", True, 0.03, (0.002, 0.006, 0.01), detail=6, seed=p.variant
    )
    seat.append(kit.slab(-x + 0.01, x - 0.01, -d + 0.06, d * 0.5, sh - 0.085, sh - 0.07, "frame", 0.003))
    back = kit.rotate(_padded_back(p, x, 0, h - sh - 0.09, 0.05), "x", -np.arctan2(d * 0.4, h - sh))
    _, hi = kit.bounds(back)
    return [*groups, foot, seat, kit.move(back, (0, d - hi[1], h - hi[2]))]


def _sheet_metal(p: ChairParams) -> list[Pieces]:
    """A pressed steel café chair: tapered splayed legs, flanged seat, splat back."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, _seat_height(p)
    prof = np.array([(-1, -1), (1, -1), (1, -0.2), (0.6, 0.1), (0.1, 0.6), (-0.2, 1), (-1, 1)]) * 1.0
    groups: list[Pieces] = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            q = prof * (sx, sy)
            q = q if sx * sy > 0 else q[::-1]
            y_foot = -d + 0.026 if sy < 0 else d - 0.03
            groups.append(
                [
                    loft(
                        -q,
                        [
                            (sx * (w - 0.022), y_foot, 0),
                            (sx * (w - 0.024), y_foot * 0.99, 0.01),
                            (sx * (w - 0.055), (-d + 0.06 if sy < 0 else d - 0.105), sh - 0.012),
                        ],
                        [0.018, 0.02, 0.034],
                        "frame",
                        False,
                    )
                ]
            )
    yc, ds = -0.02, d - 0.05
    seat: Pieces = [
        _saddle(w - 0.018, ds, sh, 0.018, "frame", 0.02, 0.006),
        block((2 * w - 0.07, 2 * ds - 0.06, 0.05), (0, 0, sh - 0.035), "frame", 0.012, (0, 0, 0), 2),
    ]
    seat = kit.move(seat, (0, yc, 0))
    groups.append(seat)
    a = np.linspace(0, np.pi, 21)
    rise = h - sh
    path = np.column_stack(
        [np.cos(a) * (w - 0.035), d - 0.10 + 0.085 * np.sin(a) ** 0.7, sh - 0.02 + np.sin(a) ** 0.55 * (rise + 0.012)]
    )
    back: Pieces = [kit.tube(path, 0.0095, "frame", 8)]
    us, zs = np.linspace(-0.062, 0.062, 5), np.linspace(sh - 0.015, h - 0.012, 8)
    g = np.array(
        [
            [(x * (1 + 0.5 * (z - sh) / rise), d - 0.105 + 0.085 * (z - sh) / rise + 0.004 * np.cos(x * 50), z) for z in zs]
            for x in us
        ]
    )
    back.append(kit.sheet(g, "frame", 0.004))
    groups.append(back)
    if p.arms:
        for s in (-1, 1):
            za = sh + 0.22
            pth = kit.smooth_path(
                [
                    (s * (w - 0.045), d - 0.08, za),
                    (s * (w - 0.012), 0.04, za),
                    (s * (w - 0.012), -d + 0.14, za - 0.01),
                    (s * (w - 0.02), -d + 0.09, sh - 0.02),
                ],
                5,
            )
            groups.append([kit.tube(pth, 0.0095, "frame", 8)])
    return groups


def chair(p: ChairParams) -> Asset:
    """A chair of one of seven constructions."""
    groups = {
        "wooden": _wooden,
        "windsor": _windsor,
        "upholstered": _upholstered,
        "shell": _shell,
        "folding": _folding,
        "cantilever": _cantilever,
        "metal": _sheet_metal,
    }[p.kind](p)
    pieces = [q for g in groups for q in g]
    metal_legs = (p.kind == "shell" and p.base in ("metal", "sled")) or (
        p.kind == "upholstered" and (p.style == "industrial" or (p.style == "modern" and p.variant % 3 == 0))
    )
    frame = (
        "metal" if p.kind in ("cantilever", "metal") or (p.kind == "folding" and p.style in ("modern", "industrial")) else "wood"
    )
    first = {"shell": ("shell", "legs"), "upholstered": ("cover", "legs"), "cantilever": ("cover", "frame")}.get(
        p.kind, ("frame", "cover")
    )
    every = {
        "frame": frame,
        "cover": p.cover,
        "legs": "metal" if metal_legs else "wood",
        "shell": "plastic",
        "metal": "metal",
        "grip": "rubber",
    }
    used = {q.slot for q in pieces}
    order = [*first, *(k for k in every if k not in first)]
    d, sh = p.depth / 2, _seat_height(p)
    surfaces = []
    if p.kind == "shell" and not p.padded:  # level from the lip to where it hollows out
        surfaces.append(Surface("seat", "on", -p.width * 0.2, -d * 0.75, p.width * 0.2, 0.0, sh - 0.006))
    elif p.kind == "shell":
        surfaces.append(Surface("seat", "on", -p.width * 0.24, -d * 0.7, p.width * 0.24, d * 0.1, sh + 0.021))
    else:
        z = sh - (0.004 if p.kind in ("upholstered", "cantilever") or p.padded else 0.005 if p.kind == "metal" else 0.003)
        surfaces.append(Surface("seat", "on", -p.width * 0.22, -d * 0.55, p.width * 0.22, d * 0.12, z))
    return finish(
        "chair", p, pieces, {k: every[k] for k in order if k in used}, surfaces, hulls(groups), size=(p.width, p.depth, p.height)
    )


def chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A chair drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    kinds = {
        "modern": ("upholstered", "shell", "wooden"),
        "classic": ("wooden", "windsor", "upholstered"),
        "rustic": ("wooden", "windsor"),
        "industrial": ("metal", "wooden", "shell"),
        "midcentury": ("shell", "upholstered", "wooden", "windsor"),
    }[style]
    kind = free(over, "kind", pick(rng, kinds))
    child = bool(free(over, "child", False))
    arms = bool(free(over, "arms", rng.random() < 0.15))
    size = {
        "wooden": (0.45, 0.52, 0.86),
        "windsor": (0.46, 0.54, 0.88),
        "upholstered": (0.48, 0.58, 0.86),
        "shell": (0.47, 0.52, 0.81),
        "folding": (0.44, 0.49, 0.80),
        "cantilever": (0.52, 0.57, 0.84),
        "metal": (0.45, 0.49, 0.85),
    }[kind]
    k = 0.67 if child else 1.0
    wide, deep, high = (s * k * rng.uniform(0.96, 1.05) for s in size)
    return chair(
        settle(
            ChairParams,
            over,
            style=style,
            kind=kind,
            width=wide + (0.09 if arms and not child else 0.0),
            depth=deep,
            height=high,
            back=pick(rng, ("slats", "ladder", "cross", "panel", "spindles")),
            base=pick(rng, ("wood", "metal", "sled")) if style != "industrial" else "metal",
            arms=arms and not child,
            padded=bool(rng.random() < 0.4),
            tufted=bool(rng.random() < 0.4),
            cover=pick(rng, ("fabric", "leather"), (3, 1)),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- office and gaming chairs


@dataclass(frozen=True, slots=True)
class OfficeChairParams:
    """A swivel chair on a star base with castors."""

    width: float = length(0.66, 0.48, 0.85)
    depth: float = length(0.66, 0.48, 0.85)
    height: float = length(1.06, 0.75, 1.45)
    style: str = choice("modern", STYLES)
    kind: str = choice("mesh", ("mesh", "executive", "task", "gaming"))
    arms: bool = flag(True)
    headrest: bool = flag(False)
    chrome: bool = flag(False, "polished star base, else plastic")
    seat_height: float = length(0.48, 0.40, 0.58)
    cover: str = choice("fabric", ("fabric", "leather"))


def star_base(radius: float, lift: float, slot: str = "base", turn: float = 0.3) -> Pieces:
    """Five arms with twin-wheel castors and a gas lift up to `lift`."""
    out: Pieces = []
    r = radius - 0.028
    prof = kit.rounded_rect(1, 1, 0.3, 2)
    for i in range(5):
        a = turn + 2 * np.pi * i / 5
        c, s = np.cos(a), np.sin(a)
        path = np.array([(0.025, 0.105), (r * 0.5, 0.092), (r, 0.075)])
        pts = np.column_stack([path[:, 0] * c, path[:, 0] * s, path[:, 1]])
        out.append(kit.sweep(prof * (0.045, 0.036), pts, slot, scale=[1.0, 0.85, 0.62]))
        wheels: Pieces = []
        for k in (-1, 1):
            q = kit.rotate(kit.cylinder(0.026, 0.017, (0, 0, -0.0085), "castor", 0.006, 14), "y", np.pi / 2)
            wheels += kit.move(q, (0.013 * k, 0.0, 0.026))
        wheels.append(kit.box((0.020, 0.042, 0.030), (0, 0, 0.042), "castor", 0.008))
        wheels.append(kit.cylinder(0.006, 0.03, (0, -0.004, 0.045), "metal", 0.001, 8))
        out += kit.move(kit.rotate(wheels, "z", a + 0.9 * (i % 3)), (r * c, r * s, 0))
    out.append(kit.cylinder(0.034, 0.05, (0, 0, 0.085), slot, 0.006))
    out.append(
        kit.lathe(
            [(0.030, 0.12), (0.030, lift * 0.62), (0.026, lift * 0.62 + 0.004), (0.014, lift * 0.62 + 0.005), (0.014, lift)],
            (0, 0, 0),
            "metal",
            20,
        )
    )
    return out


def _bent_pad(
    w: float, thick: float, tall: float, hollow: float, lumbar: float, slot: str, detail: int = 8, round_top: float = 0.0
) -> Piece:
    """A back pad standing on z = 0, facing -Y: hollow across, with a lumbar swelling."""
    q = block((2 * w, thick, tall), (0, 0, tall / 2), slot, thick * 0.42, (0.002, thick * 0.12, 0.004), detail, 2)
    v = q.vertices.copy()
    u, t = v[:, 0] / w, np.clip(v[:, 2] / tall, 0, 1)
    v[:, 1] += -hollow * u**2 - lumbar * np.exp(-(((t - 0.28) / 0.22) ** 2)) + 0.10 * tall * t**2
    v[:, 0] *= 1 - round_top * t**2.5
    return q._replace(vertices=v)


def _armrests(w: float, z0: float, z1: float, y: float, long: float) -> list[Pieces]:
    out = []
    for s in (-1, 1):
        x = s * (w - 0.04)
        post = kit.sweep(
            kit.rounded_rect(0.055, 0.026, 0.01, 2),
            kit.smooth_path(
                [
                    (s * 0.10, y + 0.02, z0 - 0.02),
                    (x * 0.9, y + 0.02, z0 - 0.015),
                    (x, y + 0.02, z0 + 0.04),
                    (x, y + 0.01, z1 - 0.02),
                ],
                5,
            ),
            "base",
        )
        pad = block((0.08, long, 0.032), (x, y - 0.03, z1 - 0.016), "grip", 0.015, (0.002, 0.004, 0.003), 4)
        out.append([post, pad])
    return out


def office_chair(p: OfficeChairParams) -> Asset:
    """A swivel chair: star base, gas lift, tilt mechanism, seat, back and arms."""
    w, d, h, sh = p.width / 2, p.depth / 2, p.height, min(p.seat_height, p.height * 0.52)
    r = min(w, d)
    groups: list[Pieces] = [kit.scale(star_base(r, sh - 0.10), (w / r, d / r, 1))]
    sw = min(0.255, w * 0.78)
    sd = min(0.25, d * 0.80)
    yc = -d * 0.10
    mech: Pieces = [
        kit.box((0.16, 0.24, 0.05), (0, 0, sh - 0.115), "base", 0.012),
        kit.bar((0.05, -0.04, sh - 0.11), (sw * 0.95, -0.06, sh - 0.105), 0.005, "metal", 8),
        kit.ellipsoid((0.06, 0.02, 0.012), (sw * 0.95, -0.06, sh - 0.105), "base", 10, 6),
    ]
    thick = {"mesh": 0.075, "executive": 0.13, "task": 0.07, "gaming": 0.12}[p.kind]
    seat_p = block((2 * sw, 2 * sd, thick), (0, 0, 0), "cover", 0.034, (0.004, 0.006, 0.012), 8, 2)
    v = seat_p.vertices.copy()
    v[:, 2] -= 0.05 * np.clip((-v[:, 1] / sd - 0.62) / 0.38, 0, 1) ** 2
    seat: Pieces = kit.move([seat_p._replace(vertices=v)], (0, yc, sh - thick / 2))
    seat.append(
        kit.slab(-sw * 0.86, sw * 0.86, yc - sd * 0.8, yc + sd * 0.9, sh - thick - 0.018, sh - thick + 0.012, "base", 0.012)
    )
    if p.kind == "gaming":
        seat += [
            kit.move(
                [block((0.085, 1.7 * sd, 0.085), (0, 0, 0), "accent", 0.04, (0, 0.004, 0.004), 4)],
                (s * (sw - 0.030), yc + 0.02, sh - 0.012),
            )[0]
            for s in (-1, 1)
        ]
    back: Pieces = []
    z0 = sh + (0.03 if p.kind != "mesh" else 0.06)
    bw = sw * (0.95 if p.kind != "executive" else 1.02)
    head = 0.19 if p.headrest and p.kind in ("mesh", "task") else 0.0
    tall = h - z0 - head
    if p.kind == "mesh":
        tall_c = np.linspace(0, 1, 13)
        side = bw * np.interp(tall_c, [0, 0.3, 0.75, 1], [0.78, 0.95, 1.0, 0.86])
        yy = -0.035 * np.exp(-(((tall_c - 0.28) / 0.22) ** 2)) + 0.09 * tall_c**2
        u = np.linspace(-1, 1, 11)
        g = np.stack(
            [
                side[:, None] * u[None],
                yy[:, None] - 0.035 * u[None] ** 2 + 0 * side[:, None],
                (tall_c * tall)[:, None] + 0 * u[None],
            ],
            -1,
        )
        back.append(kit.sheet(g[:, ::-1], "mesh", 0.004))
        ring = np.concatenate([g[0, :], g[1:, -1], g[-1, ::-1][1:], g[1:-1, 0][::-1]])
        back.append(kit.tube(ring, 0.012, "base", 8, True))
        back.append(kit.tube([(0, 0.03, -0.10), (0, 0.055, 0.06), (0, 0.03, tall * 0.45)], [0.024, 0.022, 0.015], "base", 10))
        back += [
            kit.tube(
                kit.smooth_path(
                    [(0, 0.035, tall * 0.42), (s * bw * 0.5, 0.02, tall * 0.62), (s * bw * 0.97, 0.022, tall * 0.74)], 5
                ),
                0.010,
                "base",
                8,
            )
            for s in (-1, 1)
        ]
        back.append(_bent_pad(bw * 0.62, 0.03, 0.10, 0.02, 0.0, "base", 4))
        back[-1] = kit.move(back[-1], (0, -0.012, tall * 0.22))[0]
    elif p.kind == "gaming":
        core = _bent_pad(bw, 0.10, tall, 0.03, 0.03, "cover", 9, 0.0)
        cv = core.vertices.copy()
        t = np.clip(cv[:, 2] / tall, 0, 1)
        cv[:, 0] *= np.interp(t, [0, 0.12, 0.45, 0.66, 0.74, 0.9, 1], [0.92, 1.0, 1.0, 1.12, 0.86, 0.78, 0.60])
        back.append(core._replace(vertices=cv))
        for s in (-1, 1):
            pts = [
                (s * bw * f, -0.065 + 0.10 * tall * z**2, z * tall)
                for f, z in ((0.84, 0.06), (0.86, 0.4), (0.98, 0.62), (0.72, 0.76), (0.60, 0.92))
            ]
            back.append(
                kit.tube(
                    kit.smooth_path(pts, 5),
                    np.interp(np.linspace(0, 1, 21), [0, 0.1, 0.5, 0.8, 1], [0.016, 0.032, 0.034, 0.026, 0.010]),
                    "accent",
                    8,
                )
            )
            back.append(
                kit.ellipsoid((0.075, 0.012, 0.035), (s * bw * 0.34, 0.0 - 0.045 + 0.1 * tall * 0.72, tall * 0.86), "base", 12, 6)
            )
        back += kit.move(
            kit.rotate(kit.pillow((0.30, 0.16, 0.09), (0, 0, 0), "accent", 8), "x", np.pi / 2 - 0.12), (0, -0.085, tall * 0.26)
        )
        back += kit.move(
            kit.rotate(kit.pillow((0.24, 0.12, 0.08), (0, 0, 0), "accent", 8), "x", np.pi / 2 - 0.2), (0, -0.005, tall * 0.80)
        )
    else:
        pad_t = 0.11 if p.kind == "executive" else 0.06
        back.append(_bent_pad(bw, pad_t, tall, 0.03, 0.03, "cover", 9, 0.12))
        if p.kind == "executive":
            for z in np.linspace(0.16, 0.86, 5):
                u = np.linspace(-0.86, 0.86, 9)
                y = -pad_t / 2 * 1.12 - 0.03 * u**2 - 0.03 * np.exp(-(((z - 0.28) / 0.22) ** 2)) + 0.1 * tall * z**2
                back.append(
                    kit.tube(np.column_stack([u * bw * (1 - 0.12 * z**2.5), y + 0.002, np.full(9, z * tall)]), 0.004, "cover", 5)
                )
        back.append(
            kit.tube([(0, 0.06, -0.12), (0, 0.075, 0.02), (0, 0.05 + pad_t * 0.2, tall * 0.4)], [0.024, 0.022, 0.014], "base", 10)
        )
    if head:
        back.append(kit.bar((0, 0.09, tall * 0.82), (0, 0.085, tall + 0.06), 0.011, "base"))
        q = _bent_pad(bw * 0.58, 0.05, 0.15, 0.03, 0.0, "cover", 5)
        back += kit.move([q], (0, 0.055, tall + 0.04))
    back = kit.rotate(back, "x", -0.06)
    _, hi = kit.bounds(back)
    back = kit.move(back, (0, min(yc + sd + 0.01, d - hi[1]), z0))
    _lo, hi = kit.bounds(back)
    back = kit.move(back, (0, 0, h - hi[2]))
    link = [
        kit.tube(
            kit.smooth_path(
                [
                    (0, 0.05, sh - 0.115),
                    (0, yc + sd - 0.02, sh - 0.11),
                    (0, yc + sd + 0.05, sh - 0.06),
                    (0, yc + sd + 0.065, sh + 0.04),
                ],
                4,
            ),
            0.022,
            "base",
            10,
        )
    ]
    groups += [mech + seat, back, link]
    if p.arms:
        groups += _armrests(min(w, 0.34), sh - 0.09, sh + 0.20, yc + 0.06, 0.25)
    pieces = [q for g in groups for q in g]
    base = "chrome" if p.chrome else "plastic"
    every = {
        "cover": p.cover,
        "mesh": "fabric",
        "accent": p.cover,
        "base": base,
        "grip": "rubber",
        "metal": "metal",
        "castor": "plastic:#151517",
    }
    used = {q.slot for q in pieces}
    surface = Surface("seat", "on", -sw * 0.5, yc - sd * 0.3, sw * 0.5, yc + sd * 0.35, sh - 0.0035)
    return finish(
        "office_chair",
        p,
        pieces,
        {k: v for k, v in every.items() if k in used},
        [surface],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def office_chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """An office chair drawn at random; parameters given are kept."""
    kind = free(over, "kind", pick(rng, ("mesh", "executive", "task")))
    head = bool(free(over, "headrest", kind == "mesh" and rng.random() < 0.4))
    high = {"mesh": 1.02, "executive": 1.14, "task": 0.94, "gaming": 1.28}[kind] + (0.16 if head else 0.0)
    return office_chair(
        settle(
            OfficeChairParams,
            over,
            kind=kind,
            style=pick(rng, STYLES),
            width=rng.uniform(0.62, 0.70),
            depth=rng.uniform(0.62, 0.70),
            height=high * rng.uniform(0.96, 1.04),
            headrest=head,
            arms=bool(kind != "task" or rng.random() < 0.4),
            chrome=bool(rng.random() < 0.4),
            seat_height=rng.uniform(0.46, 0.51),
            cover="leather" if kind in ("executive", "gaming") else "fabric",
        )
    )


# ---------------------------------------------------------------------------------------------- stools


@dataclass(frozen=True, slots=True)
class StoolParams:
    """A stool."""

    width: float = length(0.38, 0.2, 0.7)
    depth: float = length(0.38, 0.2, 0.7)
    height: float = length(0.46, 0.2, 1.25)
    style: str = choice("modern", STYLES)
    kind: str = choice("round", ("round", "square", "pad", "tripod", "rolling", "step", "drum"))
    cover: str = choice("leather", ("fabric", "leather"))


@dataclass(frozen=True, slots=True)
class BarStoolParams:
    """A bar or counter stool."""

    width: float = length(0.42, 0.28, 0.7)
    depth: float = length(0.42, 0.28, 0.7)
    height: float = length(0.76, 0.55, 1.25, "overall, with the back if there is one")
    style: str = choice("modern", STYLES)
    kind: str = choice("wooden", ("wooden", "metal", "pedestal", "padded", "backed"))
    cover: str = choice("leather", ("fabric", "leather"))


def _stool_legs(
    n: int,
    r_top: float,
    w: float,
    d: float,
    zt: float,
    rad: float,
    slot: str,
    rungs: tuple[float, ...],
    square: bool = False,
    start: float = np.pi / 4,
) -> list[Pieces]:
    """Splayed legs to the corners of the footprint, with rungs at the given heights."""
    groups: list[Pieces] = []
    ends = []
    for i in range(n):
        a = start + 2 * np.pi * i / n
        c, s = np.cos(a), np.sin(a)
        k = 1 / max(abs(c), abs(s)) if n == 4 else 1.0
        foot, top = np.array((c * k * (w - rad), s * k * (d - rad), 0)), np.array((c * k * r_top * w, s * k * r_top * d, zt))
        groups.append([leg(top, foot, rad, rad * 0.72, slot, square)])
        ends.append((foot, top))
    bars: Pieces = []
    for j, z in enumerate(rungs):
        for i in range(n):
            dz = 0.025 if (i + j) % 2 else 0.0
            (f0, t0), (f1, t1) = ends[i], ends[(i + 1) % n]
            bars.append(kit.bar(f0 + (t0 - f0) * (z + dz) / zt, f1 + (t1 - f1) * (z + dz) / zt, rad * 0.55, slot, 8))
    if bars:
        groups.append(bars)
    return groups


def _round_pad(w: float, d: float, z0: float, z1: float, slot: str) -> Pieces:
    t = z1 - z0
    q = kit.lathe(
        [
            (0, z0),
            (0.9, z0),
            (0.97, z0 + 0.15 * t),
            (1.0, z0 + 0.45 * t),
            (0.985, z0 + 0.72 * t),
            (0.93, z0 + 0.92 * t),
            (0.72, z1 - 0.001),
            (0.4, z1),
            (0, z1),
        ],
        (0, 0, 0),
        slot,
        36,
    )
    return kit.scale(q, (w, d, 1))


def stool(p: StoolParams) -> Asset:
    """A low stool: round or square top, padded, three-legged, rolling, with a step, or a drum throne."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    groups: list[Pieces]
    slots = {"seat": "wood", "legs": "wood"}
    metal = p.style == "industrial"
    rungs = (h * 0.38,) if h > 0.35 else ()
    if p.kind == "rolling":
        r = min(w, d)
        base = kit.scale(star_base(r * 0.96, h - 0.10, "metal"), (w / r, d / r, 1))
        groups = [
            base,
            [
                kit.cylinder(min(0.15, r * 0.8), 0.012, (0, 0, h - 0.105), "metal", 0.003),
                *_round_pad(w * 0.86, d * 0.86, h - 0.095, h, "seat"),
            ],
        ]
        slots = {"seat": p.cover, "metal": "chrome", "castor": "rubber"}
    elif p.kind == "drum":
        groups = [
            [
                *_round_pad(w * 0.85, d * 0.85, h - 0.10, h, "seat"),
                kit.bar((0, 0, 0.1), (0, 0, h - 0.08), 0.016, "metal"),
                kit.cylinder(0.025, 0.06, (0, 0, h * 0.45), "metal"),
            ]
        ]
        tri: Pieces = []
        for i in range(3):
            a = np.pi / 2 + 2 * np.pi * i / 3
            e = np.array((np.cos(a) * (w - 0.015), np.sin(a) * (d - 0.015), 0.014))
            tri += [
                kit.bar((0, 0, h * 0.45), e, 0.009, "metal"),
                kit.bar((0, 0, 0.12), e * 0.55 + (0, 0, h * 0.2), 0.006, "metal", 8),
                kit.ellipsoid((0.028, 0.028, 0.028), e, "castor", 10, 6),
            ]
        groups.append(tri)
        slots = {"seat": p.cover, "metal": "chrome", "castor": "rubber"}
    elif p.kind == "step":
        groups = [
            [
                kit.slab(-w, w, -d * 0.1, d, h - 0.022, h, "seat", 0.005, "x"),
                kit.slab(-w + 0.02, w - 0.02, d - 0.03, d - 0.012, h * 0.2, h - 0.02, "seat", 0.003, "x"),
            ],
            [kit.slab(-w + 0.018, w - 0.018, -d, d * 0.1, h * 0.5 - 0.022, h * 0.5, "seat", 0.005, "x")],
        ]
        for s in (-1, 1):
            x0, x1 = sorted((s * (w - 0.012), s * (w - 0.032)))
            groups.append([kit.slab(x0, x1, -d * 0.06, d - 0.01, 0, h - 0.02, "seat", 0.004, "z")])
            groups.append([kit.slab(x0, x1, -d + 0.012, d * 0.06, 0, h * 0.5 - 0.02, "seat", 0.004, "z")])
        slots = {"seat": "wood"}
    else:
        t = 0.07 if p.kind == "pad" else 0.03
        if p.kind == "square":
            top: Pieces = [_saddle(w * 0.96, d * 0.96, h, t, "seat", 0.0, 0.006)]
        elif p.kind == "pad":
            top = [
                *_round_pad(w * 0.96, d * 0.96, h - t, h, "cover"),
                kit.scale(kit.cylinder(1.0, 0.014, (0, 0, h - t - 0.012), "seat", 0.003, 32), (w * 0.88, d * 0.88, 1))[0],
            ]
            slots = {"cover": p.cover, **slots}
        else:
            prof = [
                (0, h - t),
                (0.9, h - t),
                (0.98, h - t * 0.8),
                (1.0, h - t * 0.5),
                (0.985, h - t * 0.15),
                (0.95, h),
                (0.8, h - 0.002),
                (0.4, h - 0.005),
                (0, h - 0.005),
            ]
            top = kit.scale(kit.lathe(prof, (0, 0, 0), "seat", 36), (w * 0.98, d * 0.98, 1))
        n = 3 if p.kind == "tripod" else 4
        groups = [
            top,
            *_stool_legs(
                n,
                0.66,
                w,
                d,
                h - t * 0.7,
                0.011 if metal else 0.017,
                "legs",
                rungs,
                p.style in ("modern", "rustic") and p.kind == "square",
                np.pi / 2 if n == 3 else np.pi / 4,
            ),
        ]
        if metal:
            slots["legs"] = "metal"
    pieces = [q for g in groups for q in g]
    used = {q.slot for q in pieces}
    surf = Surface("seat", "on", -w * 0.45, -d * 0.45, w * 0.45, d * 0.45, h - 0.003, round=p.kind not in ("square", "step"))
    if p.kind == "step":
        surf = surf._replace(y0=0.0, y1=d * 0.85, z=h)
    return finish(
        "stool",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surf],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def stool_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A stool drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    h = free(over, "height", rng.uniform(0.42, 0.48))
    kind = free(over, "kind", "round" if h < 0.24 else pick(rng, ("round", "square", "pad", "tripod"), (3, 2, 2, 1)))
    w = free(over, "width", rng.uniform(0.33, 0.42))
    return stool(
        settle(StoolParams, over, style=style, kind=kind, width=w, depth=w, height=h, cover=pick(rng, ("leather", "fabric")))
    )


def bar_stool(p: BarStoolParams) -> Asset:
    """A high stool with a foot ring or rungs; some with a low back."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    groups: list[Pieces]
    slots: dict[str, str] = {"seat": "wood", "legs": "wood"}
    sh = h - 0.20 if p.kind == "backed" and h > 0.80 else h
    foot = sh * 0.32
    if p.kind == "pedestal":
        sh = h - 0.16 if h > 0.74 else h
        shell = _round_pad(w * 0.94, d * 0.94, sh - 0.075, sh, "cover")
        col: Pieces = [
            kit.scale(
                kit.lathe(
                    [(0, 0), (1.0, 0), (1.0, 0.012), (0.5, 0.03), (0.2, 0.05), (0.16, 0.06), (0, 0.06)], (0, 0, 0), "legs", 36
                ),
                (w * 0.9, d * 0.9, 1),
            )[0],
            kit.bar((0, 0, 0.04), (0, 0, sh - 0.06), 0.026, "legs", 16),
            kit.bar((0, 0, 0.04), (0, 0, sh * 0.55), 0.034, "legs", 16),
        ]
        ring = kit.move(kit.torus(min(w, d) * 0.62, 0.010, (0, 0, 0), "legs", 32, 8), (0, -min(w, d) * 0.32, foot))
        groups = [
            col,
            [*shell, kit.cylinder(0.10, 0.02, (0, 0, sh - 0.09), "legs")],
            [*ring, kit.bar((0, -0.02, foot), (0, -0.02, foot + 0.001), 0.02, "legs")],
        ]
        if sh < h:
            a = np.linspace(-0.15 * np.pi, 1.15 * np.pi, 21)
            path = np.column_stack([np.cos(a) * (w - 0.03), np.sin(a) * (d - 0.03), h - 0.07 - 0.05 * (1 - np.sin(a))])
            groups.append([kit.sweep(kit.rounded_rect(0.055, 0.12, 0.025, 3), path, "cover")])
        slots = {"cover": p.cover, "legs": "chrome"}
    elif p.kind == "metal":
        top: Pieces = [_saddle(w * 0.86, d * 0.86, sh, 0.03, "legs", 0.0, 0.006)]
        groups = [top, *_stool_legs(4, 0.64, w, d, sh - 0.02, 0.016, "legs", (foot,), True)]
        slots = {"legs": "metal"}
    else:
        industrial = p.style == "industrial"
        pad = p.kind in ("padded", "backed")
        if pad:
            top = piped((1.84 * w, 1.84 * d, 0.065), (0, 0, sh - 0.0325), "cover", True, 0.028, (0.002, 0.002, 0.008), detail=5)
            top.append(kit.slab(-w * 0.86, w * 0.86, -d * 0.86, d * 0.86, sh - 0.085, sh - 0.06, "seat", 0.004))
        elif p.style in ("rustic", "midcentury", "classic"):
            top = [_saddle(w * 0.95, d * 0.86, sh, 0.04, "seat", 0.0, 0.008)]
        else:
            top = kit.scale(
                kit.lathe(
                    [
                        (0, sh - 0.034),
                        (0.9, sh - 0.034),
                        (1.0, sh - 0.02),
                        (0.985, sh - 0.004),
                        (0.95, sh),
                        (0.4, sh - 0.004),
                        (0, sh - 0.004),
                    ],
                    (0, 0, 0),
                    "seat",
                    36,
                ),
                (w * 0.9, d * 0.9, 1),
            )
        groups = [
            top,
            *_stool_legs(
                4,
                0.70,
                w,
                d,
                sh - (0.075 if pad else 0.02),
                0.012 if industrial else 0.018,
                "legs",
                (foot,) if industrial else (foot, foot * 1.9),
                p.style in ("modern", "rustic"),
            ),
        ]
        if sh < h:
            bk: Pieces = [_bow(w * 0.86, d * 0.80, h - 0.05, 0.05, 0.03 if pad else 0.018, 0.10, "cover" if pad else "seat")]
            bk += [
                leg((s * w * 0.80, d * 0.82, h - 0.03), (s * w * 0.76, d * 0.72, sh - 0.07), 0.009, 0.012, "legs")
                for s in (-1, 1)
            ]
            groups.append(bk)
        if industrial:
            slots["legs"] = "metal"
        if pad:
            slots = {"cover": p.cover, **slots}
    pieces = [q for g in groups for q in g]
    used = {q.slot for q in pieces}
    surf = Surface("seat", "on", -w * 0.40, -d * 0.40, w * 0.40, d * 0.40, sh - 0.004, round=True)
    return finish(
        "bar_stool",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [surf],
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def bar_stool_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A bar stool drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    tall = over.get("height")
    kinds = {
        "modern": ("pedestal", "padded", "backed"),
        "classic": ("wooden", "backed"),
        "rustic": ("wooden", "backed"),
        "industrial": ("metal", "wooden", "pedestal"),
        "midcentury": ("wooden", "padded", "backed"),
    }[style]
    kind = free(over, "kind", "backed" if tall is not None and tall > 0.86 else pick(rng, kinds))
    high = {"backed": rng.uniform(0.90, 1.0), "pedestal": rng.uniform(0.72, 0.92)}.get(kind, rng.uniform(0.66, 0.78))
    w = free(over, "width", rng.uniform(0.38, 0.44))
    return bar_stool(
        settle(
            BarStoolParams,
            over,
            style=style,
            kind=kind,
            width=w,
            depth=w * rng.uniform(0.97, 1.06),
            height=high,
            cover=pick(rng, ("leather", "fabric")),
        )
    )


# ---------------------------------------------------------------------------------------------- bench


@dataclass(frozen=True, slots=True)
class BenchParams:
    """A bench; with a back if it is tall enough."""

    width: float = length(1.25, 0.45, 3.5)
    depth: float = length(0.40, 0.22, 1.1)
    height: float = length(0.46, 0.3, 1.2)
    style: str = choice("modern", STYLES)
    kind: str = choice("slab", ("slab", "slatted", "padded", "waiting", "piano", "viewing"))
    back: bool = flag(False)
    seats: int = count(3, 2, 6, "of a waiting bench")
    cover: str = choice("fabric", ("fabric", "leather"))
    variant: int = count(0, 0, 9999)
    base: str = choice("plinth", ("plinth", "block", "frame"), "what the upholstery of a viewing bench rests on")


def _viewing_base(p: BenchParams) -> tuple[list[Pieces], float]:
    """What carries a viewing bench's upholstery, and how thick that is."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    if p.base == "block":
        cover = kit.slab(-w + 0.012, w - 0.012, -d + 0.012, d - 0.012, 0.03, h - 0.098, "cover", 0.012, "x")
        return [[cover], [kit.slab(-w + 0.03, w - 0.03, -d + 0.03, d - 0.03, 0, 0.032, "legs", 0.002)]], 0.1
    if p.base == "frame":
        groups: list[Pieces] = [[kit.slab(-w + 0.02, w - 0.02, -d + 0.02, d - 0.02, h - 0.13, h - 0.095, "seat", 0.004, "x")]]
        for x in (-w + 0.16, w - 0.16):
            a, z = d - 0.04, h - 0.14
            loop = [(x, -a, 0.012), (x, a, 0.012), (x, a, z), (x, -a, z)]
            groups.append(
                [rail(loop[i], loop[(i + 1) % 4], *((0.04, 0.024), (0.024, 0.04))[i % 2], "legs", 0.002) for i in range(4)]
            )
        return groups, 0.1
    box_ = kit.slab(-w + 0.05, w - 0.05, -d + 0.05, d - 0.05, 0.10, h - 0.118, "seat", 0.004, "x")
    return [[box_], [kit.slab(-w + 0.10, w - 0.10, -d + 0.10, d - 0.10, 0, 0.102, "legs", 0.003)]], 0.12


def _waiting(p: BenchParams) -> tuple[list[Pieces], dict[str, str], list[Surface]]:
    """Linked shells on a steel beam."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    sh = min(0.44, h * 0.55)
    pitch = 2 * w / p.seats
    groups: list[Pieces] = []
    surfaces = []
    beam: Pieces = [rail((-w + 0.03, 0.02, sh - 0.11), (w - 0.03, 0.02, sh - 0.11), 0.05, 0.05, "frame")]
    for s in (-1, 1):
        x = s * (w - pitch * 0.5)
        beam += [
            leg((x, 0.02, sh - 0.12), (x, -d + 0.03, 0.0), 0.018, 0.014, "frame"),
            leg((x, 0.02, sh - 0.12), (x, d - 0.03, 0.0), 0.018, 0.014, "frame"),
        ]
    groups.append(beam)
    arms: Pieces = []
    for i in range(p.seats + 1):
        x = np.clip(-w + i * pitch, -w + 0.025, w - 0.025)
        ring = kit.smooth_path(
            [
                (x, d * 0.4, sh - 0.11),
                (x, d * 0.35, sh + 0.16),
                (x, d * 0.2, sh + 0.19),
                (x, -d * 0.55, sh + 0.18),
                (x, -d * 0.66, sh + 0.14),
                (x, -d * 0.35, sh - 0.10),
            ],
            4,
        )
        arms.append(kit.tube(ring, 0.011, "frame", 8))
        arms.append(block((0.045, d * 0.7, 0.024), (x, -d * 0.15, sh + 0.19), "grip", 0.010, (0, 0, 0.002), 3))
    groups.append(arms)
    for i in range(p.seats):
        x = -w + (i + 0.5) * pitch
        g: Pieces = [block((pitch - 0.07, 1.5 * d, 0.06), (x, -d * 0.25, sh - 0.03), "cover", 0.026, (0.002, 0.006, 0.006), 5)]
        back = block((pitch - 0.07, 0.055, h - sh - 0.03), (0, 0, (h - sh - 0.03) / 2), "cover", 0.024, (0.002, 0.006, 0.004), 5)
        bk = kit.rotate(back, "x", -0.20)
        _, hi = kit.bounds(bk)
        g += kit.move(bk, (x, d - hi[1], h - hi[2]))
        g += [kit.bar((x + s * 0.12, 0.05, sh - 0.10), (x + s * 0.12, d - 0.07, h - 0.12), 0.009, "frame", 8) for s in (-1, 1)]
        groups.append(g)
        surfaces.append(Surface(f"seat_{i + 1}", "on", x - pitch * 0.25, -d * 0.6, x + pitch * 0.25, d * 0.05, sh - 0.002))
    groups = [groups[0], *([a] for a in arms), *groups[2:]]
    return groups, {"cover": p.cover, "frame": "metal", "grip": "rubber"}, surfaces


def _bench_back(p: BenchParams, w: float, d: float, h: float, sh: float, yb: float) -> list[Pieces]:
    """Posts with a padded or boarded back and, with boards, arms."""
    bk: Pieces = []
    posts = max(2, round(p.width / 0.9) + 1)
    for x in np.linspace(-w + 0.07, w - 0.07, posts):
        bk.append(leg((x, d - 0.022, h - 0.01), (x, yb - 0.02, sh - 0.09), 0.018, 0.020, "legs", True))
    if p.kind == "padded":
        pad = kit.rotate(
            block((2 * w - 0.02, 0.06, h - sh - 0.06), (0, 0, 0), "cover", 0.026, (0.002, 0.006, 0.004), 8), "x", -0.10
        )
        _, hi = kit.bounds(pad)
        bk += kit.move(pad, (0, d - 0.03 - hi[1] + 0.0, h - hi[2]))
    else:
        n = max(2, round((h - sh - 0.08) / 0.10))
        bk += [
            rail((-w, d - 0.045 + 0.012 * i / n, z), (w, d - 0.045 + 0.012 * i / n, z), 0.020, 0.075, "seat")
            for i, z in enumerate(np.linspace(sh + 0.13, h - 0.04, n))
        ]
        for s in (-1, 1):
            x = s * (w - 0.03)
            bk += [
                rail((x, -d + 0.03, sh + 0.19), (x, d - 0.04, sh + 0.20), 0.055, 0.024, "seat", 0.008),
                leg((x, -d + 0.06, sh + 0.19), (x, -d + 0.06, sh - 0.03), 0.017, 0.017, "legs", True),
            ]
    return [[q] for q in bk]


def bench(p: BenchParams) -> Asset:
    """A bench of boards, slats, padding, linked seats, for a piano or a gallery."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    if p.kind == "waiting":
        groups, slots, surfaces = _waiting(p)
        pieces = [q for g in groups for q in g]
        return finish("bench", p, pieces, slots, surfaces, hulls(groups), size=(p.width, p.depth, p.height))
    has_back = p.back or h > 0.62
    sh = min(0.45, h * 0.55) if has_back else h
    slots = {"seat": "wood", "legs": "metal" if p.style == "industrial" else "wood"}
    metal = p.style == "industrial"
    yb = d - (0.06 if has_back else 0.0)
    groups = []
    top: Pieces = []
    dz = 0.0015
    if p.kind == "viewing":
        (carcass, *under), thick = _viewing_base(p)
        top = carcass
        n = max(1, round(p.width / 0.75))
        for i in range(n):
            x0, x1 = -w + 2 * w * i / n, -w + 2 * w * (i + 1) / n
            top += piped(
                (x1 - x0 - 0.003, 2 * d, thick),
                ((x0 + x1) / 2, 0, h - thick / 2),
                "cover",
                True,
                0.03,
                (0.001, 0.003, 0.006),
                detail=5,
            )
        groups = [top, *under]
        slots = {"cover": "leather", "seat": "wood", "legs": "metal"}
        dz = 0.003
    elif p.kind in ("padded", "piano"):
        t = 0.09
        top = piped(
            (2 * w, yb + d, t),
            (0, (yb - d) / 2, sh - t / 2),
            "cover",
            True,
            0.034,
            (0.003, 0.003, 0.010),
            detail=8,
            seed=p.variant,
        )
        nx = max(3, round(p.width / 0.22))
        if p.kind == "piano" or p.style == "classic":
            top += buttons(
                [((i + 0.5) / nx * 2 * w - w, y, sh - 0.006) for i in range(nx) for y in (-d * 0.4, (yb - d) / 2 + d * 0.25)],
                0.010,
                "cover",
                "z",
            )
        top.append(kit.slab(-w + 0.012, w - 0.012, -d + 0.012, yb - 0.012, sh - t - 0.055, sh - t + 0.003, "seat", 0.004, "x"))
        kind = {"classic": "turned", "midcentury": "splayed", "industrial": "metal"}.get(p.style, "tapered")
        legs = feet(kind, [(sx * (w - 0.05), y) for sx in (-1, 1) for y in (-d + 0.05, yb - 0.05)], sh - t - 0.055, "legs")
        if p.kind == "piano":
            top += [
                q
                for s in (-1, 1)
                for q in kit.rotate(kit.cylinder(0.028, 0.022, (0, 0, 0), "seat", 0.004, 20), "y", s * np.pi / 2, (0, 0, 0))
            ]
            top[-2:] = [
                kit.move(top[-2], (-w + 0.014, 0, sh - t - 0.028))[0],
                kit.move(top[-1], (w - 0.014, 0, sh - t - 0.028))[0],
            ]
        groups = [top, *([q] for q in legs)]
        slots = {"cover": p.cover if p.kind == "padded" else "leather", **slots}
        dz = 0.004
    else:
        t = 0.045 if p.kind == "slab" else 0.028
        if p.kind == "slab":
            top.append(kit.slab(-w, w, -d, yb, sh - t, sh, "seat", 0.006 if p.style != "rustic" else 0.012, "x"))
        else:
            n = max(3, round((yb + d) / 0.075))
            step = (yb + d) / n
            top += [kit.slab(-w, w, -d + i * step, -d + (i + 1) * step - 0.010, sh - t, sh, "seat", 0.006, "x") for i in range(n)]
            top += [
                kit.slab(x - 0.03, x + 0.03, -d + 0.02, yb - 0.02, sh - t - 0.03, sh - t + 0.001, "legs", 0.003, "y")
                for x in (-w + 0.12, w - 0.12)
            ]
        groups = [top]
        zl = sh - t + 0.002
        for s in (-1, 1):
            x = s * (w - 0.12)
            if metal:
                loop = [(x, -d + 0.03, 0.012), (x, yb - 0.03, 0.012), (x, yb - 0.03, zl - 0.010), (x, -d + 0.03, zl - 0.010)]
                groups.append(
                    [
                        rail(
                            loop[i],
                            loop[(i + 1) % 4],
                            0.04 if i % 2 == 0 else 0.024,
                            0.024 if i % 2 == 0 else 0.04,
                            "legs",
                            0.002,
                        )
                        for i in range(4)
                    ]
                )
            elif p.kind == "slab" and p.style in ("modern", "rustic"):
                groups.append(
                    [kit.slab(min(x, x - s * 0.045), max(x, x - s * 0.045), -d + 0.015, yb - 0.015, 0, zl, "legs", 0.005, "z")]
                )
            else:
                out = 0.04 if p.style == "midcentury" else 0.0
                groups += [
                    [leg((x, y, zl), (x + s * out, y + np.sign(y) * out * 0.4, 0), 0.024, 0.015, "legs", p.style != "midcentury")]
                    for y in (-d + 0.06, yb - 0.06)
                ]
        if p.kind == "slab" and p.style == "rustic":
            groups.append([rail((-w + 0.12, 0, sh * 0.45), (w - 0.12, 0, sh * 0.45), 0.035, 0.07, "legs")])
    if has_back:
        groups += _bench_back(p, w, d, h, sh, yb)
    pieces = [q for g in groups for q in g]
    used = {q.slot for q in pieces}
    surfaces = [Surface("seat", "on", -w * 0.78, -d * 0.55, w * 0.78, min(d * 0.55, yb * 0.55), sh - dz)]
    if p.kind == "slatted":
        surfaces = [surfaces[0]._replace(z=sh)]
    if p.kind == "viewing":
        n = max(1, round(p.width / 0.75))
        surfaces = [
            Surface(f"seat_{i + 1}", "on", -w + (i + 0.2) * 2 * w / n, -d * 0.6, -w + (i + 0.8) * 2 * w / n, d * 0.6, sh - dz)
            for i in range(n)
        ]
    return finish(
        "bench",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def bench_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A bench drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    kind = free(over, "kind", pick(rng, ("slab", "slatted", "padded")))
    size = {"waiting": (1.8, 0.66, 0.82), "piano": (0.76, 0.36, 0.49), "viewing": (1.6, 0.55, 0.43)}.get(kind, (1.25, 0.40, 0.46))
    wide = free(over, "width", size[0] * rng.uniform(0.92, 1.1))
    return bench(
        settle(
            BenchParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=size[1] * rng.uniform(0.96, 1.08),
            height=size[2] * rng.uniform(0.97, 1.04),
            seats=max(2, round(wide / 0.60)),
            cover=pick(rng, ("fabric", "leather")),
            variant=int(rng.integers(0, 10000)),
            base=pick(rng, ("plinth", "block", "frame")),
        )
    )


# ---------------------------------------------------------------------------------------------- rocking chair


@dataclass(frozen=True, slots=True)
class RockingChairParams:
    """A wooden rocking chair."""

    width: float = length(0.66, 0.45, 0.9)
    depth: float = length(0.92, 0.6, 1.2)
    height: float = length(1.06, 0.75, 1.3)
    style: str = choice("classic", STYLES)
    back: str = choice("spindles", ("spindles", "slats", "padded"))
    cushion: bool = flag(True)
    variant: int = count(0, 0, 9999)


def rocking_chair(p: RockingChairParams) -> Asset:
    """Curved runners, splayed legs, arms, a tall raked back, maybe a cushion."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    sh = 0.43
    groups: list[Pieces] = []
    y = np.linspace(-d, d, 21)
    z = 0.016 + 0.085 * np.abs(y / d + 0.05) ** 2.2
    for s in (-1, 1):
        groups.append(
            [kit.sweep(kit.rounded_rect(0.026, 0.034, 0.008, 2), np.column_stack([np.full(21, s * (w - 0.05)), y, z]), "frame")]
        )
    yf, yr = -d * 0.52, d * 0.30
    za = sh + 0.22
    for s in (-1, 1):
        x = s * (w - 0.05)
        groups.append(
            [
                leg((x, yf, za), (x, yf - 0.02, 0.035), 0.016, 0.015, "frame"),
                leg((x * 0.94, yr, sh), (x, yr + 0.03, 0.035), 0.017, 0.014, "frame"),
            ]
        )
        arm = kit.smooth_path(
            [
                (x, yf - 0.07, za + 0.004),
                (x * 1.03, yf + 0.05, za + 0.012),
                (x, 0.0, za),
                (s * (w - 0.085), yr + 0.06, za + 0.01),
            ],
            5,
        )
        groups.append([kit.sweep(kit.rounded_rect(0.06, 0.024, 0.010, 2), arm, "frame", scale=np.linspace(1.1, 0.75, len(arm)))])
    xs = w - 0.07
    seat: Pieces = kit.move([_saddle(xs + 0.03, (yr - yf) / 2 + 0.05, sh, 0.034, "frame", 0.03, 0.008)], (0, (yf + yr) / 2, 0))
    seat += [kit.bar((-xs, q, 0.22), (xs, q, 0.22), 0.010, "frame", 10) for q in (yf - 0.01, yr + 0.015)]
    if p.cushion:
        seat += piped(
            (2 * xs - 0.02, yr - yf + 0.04, 0.055),
            (0, (yf + yr) / 2, sh + 0.024),
            "cover",
            True,
            0.024,
            (0.003, 0.003, 0.008),
            seed=p.variant,
        )
    groups.append(seat)
    tall = h - sh + 0.02
    back: Pieces = [leg((s * (xs - 0.01), 0, tall - 0.03), (s * (xs - 0.02), 0, -0.05), 0.013, 0.017, "frame") for s in (-1, 1)]
    back.append(_bow(xs + 0.02, 0, tall - 0.06, 0.03, 0.022, 0.11, crest=0.008))
    back.append(_bow(xs - 0.01, 0, 0.10, 0.03, 0.018, 0.04))
    if p.back == "padded":
        back.append(block((2 * xs - 0.05, 0.06, tall - 0.18), (0, 0.005, tall / 2), "cover", 0.026, (0.003, 0.008, 0.004), 6))
    else:
        n = 8 if p.back == "spindles" else 5
        for x in np.linspace(-xs, xs, n + 2)[1:-1]:
            c = 0.03 * (1 - (x / xs) ** 2)
            if p.back == "spindles":
                back.append(
                    kit.tube([(x, c, 0.09), (x, c - 0.008, tall * 0.45), (x, c, tall - 0.08)], [0.007, 0.0095, 0.006], "frame", 8)
                )
            else:
                back.append(
                    kit.sweep(
                        kit.rounded_rect(0.045, 0.010, 0.004, 1),
                        [(x, c, 0.09), (x, c - 0.01, tall * 0.4), (x, c, tall - 0.08)],
                        "frame",
                    )
                )
    back = kit.rotate(back, "x", -0.26)
    _lo, hi = kit.bounds(back)
    groups.append(kit.move(back, (0, yr - 0.005, h - hi[2])))
    pieces = [q for g in groups for q in g]
    used = {q.slot for q in pieces}
    slots = {"frame": "wood", "cover": "fabric"}
    zs = sh + 0.0505 if p.cushion else sh - 0.006
    surfaces = [Surface("seat", "on", -xs * 0.7, yf * 0.85, xs * 0.7, yr * 0.4, zs - 0.0025)]
    return finish(
        "rocking_chair",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def rocking_chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A rocking chair drawn at random; parameters given are kept."""
    return rocking_chair(
        settle(
            RockingChairParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(0.62, 0.70),
            depth=rng.uniform(0.86, 0.98),
            height=rng.uniform(1.0, 1.12),
            back=pick(rng, ("spindles", "slats", "padded")),
            cushion=bool(rng.random() < 0.6),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- barber, dental and high chair


@dataclass(frozen=True, slots=True)
class BarberChairParams:
    """A barber's chair on a hydraulic column."""

    width: float = length(0.68, 0.5, 0.9)
    depth: float = length(1.02, 0.75, 1.3)
    height: float = length(1.06, 0.85, 1.4)
    style: str = choice("classic", STYLES)


def barber_chair(p: BarberChairParams) -> Asset:
    """Disc base, column, padded seat, arms, back, head rest, foot rest and lever."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    sh = 0.54
    yc = 0.06
    base: Pieces = [
        kit.lathe(
            [(0, 0), (0.30, 0), (0.30, 0.012), (0.27, 0.03), (0.10, 0.05), (0.07, 0.06), (0, 0.06)], (0, yc, 0), "metal", 40
        ),
        kit.cylinder(0.06, 0.24, (0, yc, 0.05), "metal", 0.004),
        kit.cylinder(0.045, 0.2, (0, yc, 0.25), "metal", 0.004),
    ]
    lever = [
        kit.tube(kit.smooth_path([(0.04, yc, 0.14), (0.20, yc + 0.06, 0.16), (0.27, yc + 0.08, 0.22)], 4), 0.009, "metal", 8),
        kit.ellipsoid((0.035, 0.035, 0.05), (0.27, yc + 0.08, 0.23), "grip", 10, 6),
    ]
    x = w - 0.10
    seat: Pieces = [
        span(-x, x, yc - 0.28, yc + 0.24, sh - 0.13, sh, "cover", round=0.04, bulge=(0.003, 0.008, 0.010), detail=6),
        welt(2 * x - 0.02, 0.50, 0, 0.03, "metal", (0, yc - 0.02, sh - 0.135), 0.008),
        kit.slab(-x + 0.04, x - 0.04, yc - 0.2, yc + 0.2, sh - 0.19, sh - 0.12, "metal", 0.01),
    ]
    arms: list[Pieces] = []
    for s in (-1, 1):
        xa = s * (w - 0.045)
        ring = kit.smooth_path(
            [
                (xa, yc - 0.22, sh + 0.16),
                (xa, yc - 0.24, sh - 0.02),
                (xa, yc - 0.10, sh - 0.10),
                (xa, yc + 0.18, sh - 0.08),
                (xa, yc + 0.26, sh + 0.06),
                (xa, yc + 0.22, sh + 0.17),
            ],
            5,
        )
        arms.append(
            [
                kit.tube(ring, 0.013, "metal", 10),
                block((0.085, 0.46, 0.045), (xa, yc, sh + 0.185), "cover", 0.02, (0.002, 0.004, 0.004), 4),
                kit.bar((s * x * 0.9, yc, sh - 0.09), (xa, yc, sh - 0.09), 0.012, "metal"),
            ]
        )
    tall = h - sh - 0.16
    back: Pieces = [block((2 * x, 0.11, tall), (0, 0, tall / 2), "cover", 0.04, (0.003, 0.012, 0.008), 7, 2)]
    back += [
        kit.tube([(-x * 0.9, -0.064, tall * k), (0, -0.068, tall * k), (x * 0.9, -0.064, tall * k)], 0.004, "cover", 5)
        for k in (0.35, 0.68)
    ]
    back += [kit.box((0.03, 0.012, 0.2), (s * 0.06, 0.02, tall + 0.05), "metal", 0.003) for s in (-1, 1)]
    back.append(block((0.26, 0.09, 0.13), (0, 0.0, tall + 0.10), "cover", 0.035, (0.003, 0.008, 0.004), 5))
    back = kit.rotate(back, "x", -0.20)
    _lo, hi = kit.bounds(back)
    back = kit.move(back, (0, d - hi[1], h - hi[2]))
    foot: Pieces = [
        kit.tube(
            kit.smooth_path(
                [
                    (s * 0.14, yc - 0.2, sh - 0.16),
                    (s * 0.15, -d + 0.22, 0.34),
                    (s * 0.15, -d + 0.10, 0.17),
                    (s * 0.15, -d + 0.02, 0.155),
                ],
                4,
            ),
            0.012,
            "metal",
            8,
        )
        for s in (-1, 1)
    ]
    foot += [
        block((0.40, 0.16, 0.02), (0, -d + 0.09, 0.165), "metal", 0.008, (0, 0, 0), 3),
        block((0.34, 0.05, 0.19), (0, -d + 0.27, 0.36), "cover", 0.022, (0.002, 0.006, 0.003), 4),
    ]
    link = [kit.bar((s * x * 0.7, yc + 0.2, sh - 0.1), (s * x * 0.7, yc + 0.30, sh + 0.08), 0.014, "metal") for s in (-1, 1)]
    groups = [base, lever, seat, *arms, back, foot, link]
    pieces = [q for g in groups for q in g]
    surfaces = [Surface("seat", "on", -x * 0.55, yc - 0.15, x * 0.55, yc + 0.08, sh - 0.003)]
    return finish(
        "barber_chair",
        p,
        pieces,
        {"cover": "leather", "metal": "chrome", "grip": "rubber"},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def barber_chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A barber's chair drawn at random; parameters given are kept."""
    return barber_chair(
        settle(
            BarberChairParams, over, width=rng.uniform(0.64, 0.74), depth=rng.uniform(0.96, 1.1), height=rng.uniform(1.0, 1.14)
        )
    )


@dataclass(frozen=True, slots=True)
class DentalChairParams:
    """A dentist's reclined chair with an instrument arm."""

    width: float = length(0.74, 0.55, 1.1)
    depth: float = length(1.85, 1.4, 2.2)
    height: float = length(1.18, 0.85, 1.6)
    style: str = choice("modern", STYLES)
    side: str = choice("left", ("left", "right"), "of the instrument tray")


def dental_chair(p: DentalChairParams) -> Asset:
    """A contoured couch on a pedestal, with head rest, arms and a tray on a jointed arm."""
    from ._sofas import _ribbon

    d, h = p.depth / 2, p.height
    wc = 0.27
    prof = np.array(
        [
            (-d + 0.03, 0.50),
            (-d * 0.55, 0.55),
            (-d * 0.15, 0.52),
            (d * 0.15, 0.47),
            (d * 0.34, 0.56),
            (d * 0.62, 0.74),
            (d - 0.10, 0.86),
        ]
    )
    couch = _ribbon(prof, 2 * wc, 0.10, "cover", 0.0)
    groups: list[Pieces] = []
    base: Pieces = [
        block((0.50, 0.80, 0.06), (0, 0.02, 0.03), "shell", 0.025, (0, 0, 0), 3),
        block((0.30, 0.46, 0.34), (0, 0.03, 0.21), "shell", 0.05, (0, 0, 0), 3, 3),
        block((0.36, 0.95, 0.07), (0, -0.02, 0.40), "shell", 0.03, (0, 0, 0), 4),
    ]
    back = kit.rotate(block((2 * wc - 0.08, 0.62, 0.06), (0, 0, 0), "shell", 0.028, (0, 0, 0), 4), "x", 0.55)
    base += kit.move(back, (0, d * 0.55, 0.625))
    groups += [base, couch]
    head = kit.rotate(piped((0.30, 0.20, 0.08), (0, 0, 0), "cover", False, 0.036, (0.003, 0.003, 0.006)), "x", 0.45)
    groups.append([*kit.move(head, (0, d - 0.11, 0.94)), kit.box((0.05, 0.16, 0.015), (0, d - 0.16, 0.88), "metal", 0.003)])
    for s in (-1, 1):
        arm = kit.smooth_path([(s * 0.2, 0.25, 0.47), (s * 0.30, 0.24, 0.55), (s * 0.31, 0.16, 0.66), (s * 0.31, -0.16, 0.66)], 5)
        groups.append([kit.sweep(kit.rounded_rect(0.05, 0.035, 0.014, 2), arm, "shell")])
    s = -1 if p.side == "left" else 1
    edge = p.width / 2
    xt = s * (edge - 0.19)
    col: Pieces = [
        kit.bar((s * 0.20, -0.25, 0.05), (s * 0.30, -0.30, h - 0.30), 0.022, "metal"),
        kit.bar((s * 0.30, -0.30, h - 0.30), (xt, -0.42, h - 0.10), 0.018, "shell"),
    ]
    col.append(kit.bar((s * 0.30, -0.30, h - 0.34), (s * 0.30, -0.30, h - 0.28), 0.03, "shell"))
    tray: Pieces = [
        block((0.38, 0.28, 0.03), (xt, -0.42, h - 0.075), "shell", 0.012, (0, 0, 0), 3),
        kit.slab(xt - 0.17, xt + 0.17, -0.54, -0.30, h - 0.062, h - 0.056, "metal", 0.002),
    ]
    for i in range(4):
        x = xt - 0.13 + i * 0.085
        tray.append(kit.bar((x, -0.555, h - 0.10), (x, -0.545, h - 0.0), 0.008, "metal", 8, 0.004))
        tray.append(
            kit.tube(
                kit.smooth_path(
                    [(x, -0.55, h - 0.10), (x, -0.575, h - 0.20), (x + 0.01, -0.50, h - 0.24), (x, -0.44, h - 0.09)], 4
                ),
                0.004,
                "metal",
                6,
            )
        )
    groups += [col, tray]
    pieces = [q for g in groups for q in g]
    surfaces = [Surface("tray", "on", xt - 0.14, -0.51, xt + 0.14, -0.32, h - 0.056)]
    return finish(
        "dental_chair",
        p,
        pieces,
        {"cover": "leather", "shell": "plastic:#eceae4", "metal": "steel"},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def dental_chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A dentist's chair drawn at random; parameters given are kept."""
    return dental_chair(
        settle(
            DentalChairParams,
            over,
            width=rng.uniform(0.72, 0.84),
            depth=rng.uniform(1.78, 1.92),
            height=rng.uniform(1.12, 1.26),
            side=pick(rng, ("left", "right")),
        )
    )


@dataclass(frozen=True, slots=True)
class HighChairParams:
    """A baby's high chair with a tray."""

    width: float = length(0.52, 0.38, 0.75)
    depth: float = length(0.58, 0.40, 0.8)
    height: float = length(0.96, 0.7, 1.2)
    style: str = choice("modern", STYLES)
    wooden: bool = flag(True, "wooden frame, else a plastic shell on splayed legs")
    tray: bool = flag(True)


def high_chair(p: HighChairParams) -> Asset:
    """Splayed legs, small seat with back and sides, foot rest and tray."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    sh = h * 0.58
    groups: list[Pieces] = []
    for sx in (-1, 1):
        for sy in (-1, 1):
            groups.append(
                [
                    leg(
                        (sx * 0.13, sy * 0.10 + 0.03, sh - 0.01),
                        (sx * (w - 0.02), sy * (d - 0.02), 0),
                        0.017,
                        0.014,
                        "frame",
                        p.style == "modern" and p.wooden,
                    )
                ]
            )
    k = 0.34
    xr, yr = 0.13 + (w - 0.15) * (1 - k), 0.10 + (d - 0.12) * (1 - k)
    rungs: Pieces = [kit.bar((-xr, sy * yr, sh * k), (xr, sy * yr, sh * k), 0.009, "frame", 8) for sy in (-1, 1)]
    rungs.append(kit.slab(-0.13, 0.13, -d * 0.72, -d * 0.72 + 0.10, sh * 0.42, sh * 0.42 + 0.016, "frame", 0.005, "x"))
    rungs += [kit.bar((s * 0.12, -d * 0.55, sh * 0.42), (s * 0.135, -0.07, sh - 0.02), 0.009, "frame", 8) for s in (-1, 1)]
    groups.append(rungs)
    seat: Pieces = []
    if p.wooden:
        seat.append(_saddle(0.165, 0.15, sh, 0.022, "frame", 0.0, 0.003))
        z1 = h - 0.03
        for s in (-1, 1):
            seat.append(leg((s * 0.15, 0.20, h), (s * 0.15, 0.13, sh - 0.01), 0.012, 0.014, "frame"))
            seat.append(leg((s * 0.155, -0.12, sh + 0.19), (s * 0.15, -0.11, sh - 0.01), 0.011, 0.012, "frame"))
            seat.append(rail((s * 0.155, -0.15, sh + 0.195), (s * 0.155, 0.175, sh + 0.20), 0.026, 0.018, "frame", 0.007))
        seat += [
            _bow(0.15, 0.135 + 0.065 * (z - sh) / (h - sh), z, 0.02, 0.012, 0.055, "frame") for z in (sh + 0.11, sh + 0.21, z1)
        ]
        seat.append(block((0.28, 0.25, 0.028), (0, 0, sh + 0.012), "cover", 0.012, (0.002, 0.002, 0.004), 5))
    else:
        q = _shell_sheet(0.18, 0.19, sh + 0.02, h, True, "shell", 0.010)
        seat += [
            q,
            block((0.26, 0.22, 0.025), (0, -0.04, sh + 0.022), "cover", 0.011, (0.002, 0.002, 0.004), 5),
            kit.box((0.28, 0.24, 0.02), (0, 0.02, sh - 0.018), "shell", 0.006),
        ]
        seat += kit.move(
            kit.rotate(block((0.26, 0.03, 0.28), (0, 0, 0), "cover", 0.013, (0.002, 0.004, 0.003), 5), "x", -0.22),
            (0, 0.115, sh + 0.22),
        )
    groups.append(seat)
    if p.tray:
        z = sh + 0.215
        outline = kit.rounded_rect(min(0.46, 2 * w - 0.02), 0.26, 0.09, 5)
        rim = np.column_stack([outline[:, 0], outline[:, 1] - 0.20, np.full(len(outline), z + 0.016)])
        groups.append(
            [
                *kit.move([kit.prism(outline, 0.014, (0, 0, 0), "tray", 0.004, "x", True)], (0, -0.20, z)),
                kit.tube(rim, 0.009, "tray", 8, True),
                *(
                    rail((s * 0.155, -0.28, z - 0.004), (s * 0.155, -0.02, z - 0.004), 0.02, 0.014, "tray", 0.004)
                    for s in (-1, 1)
                ),
            ]
        )
    pieces = [q for g in groups for q in g]
    slots = (
        {"frame": "wood", "shell": "plastic", "cover": "fabric", "tray": "plastic:#f0eee8"}
        if p.wooden
        else {"shell": "plastic", "frame": "wood", "cover": "fabric", "tray": "plastic:#f0eee8"}
    )
    used = {q.slot for q in pieces}
    surfaces = [Surface("tray", "on", -0.15, -0.28, 0.15, -0.17, sh + 0.229)] if p.tray else []
    if not p.tray:
        surfaces.append(Surface("seat", "on", -0.1, -0.1, 0.1, 0.06, sh + (0.024 if p.wooden else 0.012)))
    return finish(
        "high_chair",
        p,
        pieces,
        {k2: v for k2, v in slots.items() if k2 in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def high_chair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A high chair drawn at random; parameters given are kept."""
    return high_chair(
        settle(
            HighChairParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(0.48, 0.56),
            depth=rng.uniform(0.54, 0.62),
            height=rng.uniform(0.92, 1.0),
            wooden=bool(rng.random() < 0.5),
            tray=bool(rng.random() < 0.85),
        )
    )


_COVER = {"leather": {"cover": "leather"}, "fabric": {"cover": "fabric"}}

GENERATORS = (
    Generator(
        "chair",
        ChairParams,
        chair,
        chair_rand,
        {
            **_COVER,
            "wooden": {"kind": "wooden"},
            "wood": {"kind": "wooden"},
            "upholstered": {"kind": "upholstered"},
            "velvet": {"kind": "upholstered"},
            "metal": {"kind": "metal"},
            "plastic": {"kind": "shell"},
            "folding": {"kind": "folding"},
            "windsor": {"kind": "windsor"},
            "with_arms": {"arms": True},
            "with_armrests": {"arms": True},
            "tufted": {"kind": "upholstered", "tufted": True},
            "padded": {"padded": True},
            "cushioned": {"kind": "upholstered"},
            "ladderback": {"kind": "wooden", "back": "ladder"},
            "shell": {"kind": "shell"},
            "cantilever": {"kind": "cantilever"},
        },
    ),
    Generator(
        "office_chair",
        OfficeChairParams,
        office_chair,
        office_chair_rand,
        {
            **_COVER,
            "mesh": {"kind": "mesh"},
            "executive": {"kind": "executive"},
            "gaming": {"kind": "gaming"},
            "ergonomic": {"kind": "mesh", "headrest": True},
            "with_arms": {"arms": True},
            "with_armrests": {"arms": True},
            "without_arms": {"arms": False},
            "high_back": {"kind": "executive"},
        },
    ),
    Generator(
        "stool",
        StoolParams,
        stool,
        stool_rand,
        {
            **_COVER,
            "round": {"kind": "round"},
            "square": {"kind": "square"},
            "padded": {"kind": "pad"},
            "upholstered": {"kind": "pad"},
            "three_legged": {"kind": "tripod"},
            "rolling": {"kind": "rolling"},
            "step": {"kind": "step"},
            "drum": {"kind": "drum"},
            "metal": {"style": "industrial"},
        },
    ),
    Generator(
        "bar_stool",
        BarStoolParams,
        bar_stool,
        bar_stool_rand,
        {
            **_COVER,
            "wooden": {"kind": "wooden"},
            "metal": {"kind": "metal"},
            "swivel": {"kind": "pedestal"},
            "round": {"kind": "pedestal"},
            "padded": {"kind": "padded"},
            "with_back": {"kind": "backed", "height": 0.96},
        },
    ),
    Generator(
        "bench",
        BenchParams,
        bench,
        bench_rand,
        {
            **_COVER,
            "wooden": {"kind": "slab"},
            "slatted": {"kind": "slatted"},
            "upholstered": {"kind": "padded"},
            "padded": {"kind": "padded"},
            "cushioned": {"kind": "padded"},
            "metal": {"style": "industrial"},
            "with_back": {"back": True, "height": 0.86, "depth": 0.52},
            "long": {"width": 1.8},
        },
    ),
    Generator(
        "rocking_chair",
        RockingChairParams,
        rocking_chair,
        rocking_chair_rand,
        {"padded": {"back": "padded"}, "with_cushion": {"cushion": True}},
    ),
    Generator("barber_chair", BarberChairParams, barber_chair, barber_chair_rand),
    Generator("dental_chair", DentalChairParams, dental_chair, dental_chair_rand),
    Generator(
        "high_chair",
        HighChairParams,
        high_chair,
        high_chair_rand,
        {"wooden": {"wooden": True}, "plastic": {"wooden": False}, "with_tray": {"tray": True}},
    ),
)
