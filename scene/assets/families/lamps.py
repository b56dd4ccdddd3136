"""Lamps that stand, hang and sit on walls and ceilings. Shades are thin and open; bulbs glow inside them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.geometry import azimuth
from .. import kit
from ..asset import Asset, Emitter, Generator, choice, count, finish, length, stretched
from ..kit import Piece, Pieces
from . import casework as cw
from .casework import STYLES, Rng, pick

Vec = Sequence[float]


def _dims(
    rng: Rng, o: dict[str, Any], size: tuple[float, float, float], spread: float = 0.1, round: bool = True
) -> dict[str, float]:
    """Width, depth and height as given, or about the usual ones; width and depth agree for round things."""
    v = [cw.near(rng, s, spread) for s in size]
    if round:
        w = o.get("width", o.get("depth", v[0]))
        v[0] = v[1] = w
    return {k: o.get(k, x) for k, x in zip(("width", "depth", "height"), v, strict=True)}


def _use(slots: dict[str, str], pieces: Sequence[Piece]) -> dict[str, str]:
    used = {q.slot for q in pieces}
    return {k: v for k, v in slots.items() if k in used}


def _bulb(at: Vec, size: float = 0.06, up: bool = True) -> Pieces:
    """A glowing bulb centred at `at` with its cap below (or above)."""
    s = 1 if up else -1
    prof = (
        np.array([(0.0, 0.5), (0.28, 0.44), (0.45, 0.22), (0.48, 0.0), (0.40, -0.22), (0.24, -0.45), (0.22, -0.5)])[::-1] * size
    )
    g = kit.lathe(prof, (0, 0, 0), "bulb", 12)
    if not up:
        g = kit.rotate(g, "x", np.pi)[0]
    z0 = at[2] - s * (0.5 * size + 0.012)
    return [*kit.move(g, at), kit.cylinder(size * 0.24, 0.024, (at[0], at[1], z0 - 0.012), "metal", 0.002, 10)]


def _shade(
    r0: float,
    r1: float,
    z0: float,
    z1: float,
    slot: str = "shade",
    at: Vec = (0, 0, 0),
    segments: int = 36,
    thick: float = 0.002,
    pleat: float = 0.0,
) -> Piece:
    """An open thin shade, radius r0 at z0 to r1 at z1, with real thickness."""
    p = kit.lathe([(r0 - thick, z0), (r0, z0), (r1, z1), (r1 - thick, z1), (r0 - thick, z0)], at, slot, segments)
    p = kit.outward(kit.weld(p))
    if pleat:
        c = p.vertices - np.asarray(at, float)
        a = azimuth(c)
        k = 1 - pleat * (np.round(a / (2 * np.pi) * segments).astype(int) % 2)
        p = p._replace(vertices=np.column_stack([c[:, 0] * k, c[:, 1] * k, c[:, 2]]) + np.asarray(at, float))
    return p


def _shell(
    profile: Sequence[tuple[float, float]], slot: str, at: Vec = (0, 0, 0), thick: float = 0.003, segments: int = 32
) -> Piece:
    """A thin turned shell open at its ends: the profile is its outside, bottom to top or top to bottom."""
    p = np.asarray(profile, float)
    t = np.gradient(p, axis=0)
    n = np.stack([t[:, 1], -t[:, 0]], -1)
    n = n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-9)
    q = p - n * thick
    q[:, 0] = np.maximum(q[:, 0], 0.0005)
    return kit.outward(kit.weld(kit.lathe(np.concatenate([p, q[::-1], p[:1]]), at, slot, segments)))


def _spider(r: float, z: float, slot: str = "metal") -> Pieces:
    """The wires that carry a shade."""
    return [
        kit.bar((0, 0, z), (np.cos(a) * r, np.sin(a) * r, z), 0.0015, slot, 4)
        for a in (0.3, 0.3 + 2 * np.pi / 3, 0.3 + 4 * np.pi / 3)
    ]


def _rose(z: float, r: float = 0.055, slot: str = "metal", at: tuple[float, float] = (0, 0)) -> Piece:
    """A ceiling rose under z."""
    return kit.lathe([(0.006, -0.03), (r * 0.8, -0.026), (r, -0.012), (r, 0.0)], (at[0], at[1], z), slot, 24)


METALS = {
    "modern": "black_metal",
    "classic": "brass",
    "rustic": "black_metal",
    "industrial": "black_metal",
    "midcentury": "brass",
}


# ---------------------------------------------------------------------------------------------- standing lamps


@dataclass(frozen=True, slots=True)
class FloorLampParams:
    """A lamp that stands on the floor."""

    width: float = length(0.45, 0.15, 1.8)
    depth: float = length(0.45, 0.15, 1.2)
    height: float = length(1.6, 0.9, 2.4)
    style: str = choice("modern", STYLES)
    kind: str = choice("column", ("column", "tripod", "arc", "torchiere", "reading", "paper", "studio"))
    lumen: float = length(900.0, 100.0, 6000.0, "light output")
    kelvin: float = length(2700.0, 1800.0, 6500.0, "colour of the light")


def floor_lamp(p: FloorLampParams) -> Asset:
    """A floor lamp."""
    w, d, h = p.width, p.depth, p.height
    r = min(w, d) / 2
    out: Pieces = []
    slots = {"shade": "fabric:#e9e1d0", "body": METALS[p.style], "metal": METALS[p.style], "bulb": "light"}
    groups: list[Pieces] = []
    at: Vec = (0, 0, h - 0.2)
    direction = (0.0, 0.0, -1.0)
    if p.kind in ("column", "tripod"):
        sh = float(np.clip(0.2 * h, 0.2, 0.42))
        rs = r if p.kind == "column" else min(r, 0.26)
        out += [
            _shade(
                rs,
                rs * (0.95 if p.style in ("modern", "midcentury") else 0.72),
                h - sh,
                h,
                segments=40,
                pleat=0.025 if p.style == "classic" else 0.0,
            ),
            *_spider(rs * 0.9, h - 0.03),
        ]
        zb = h - sh * 0.5
        if p.kind == "tripod":
            slots["body"] = "wood" if p.style != "industrial" else "black_metal"
            hub = h - sh - 0.04
            for k in range(3):
                a = np.pi / 2 + 2 * np.pi * k / 3
                c, s = np.cos(a), np.sin(a)
                out.append(
                    cw.post((c * (r - 0.014), s * (r - 0.014), 0), (c * 0.025, s * 0.025, hub), "body", 0.022, 0.03, segments=12)
                )
            out += [
                kit.cylinder(0.045, 0.035, (0, 0, hub - 0.02), "metal", 0.004, 18),
                kit.bar((0, 0, hub), (0, 0, zb - 0.04), 0.009, "metal", 8),
            ]
        else:
            out += [kit.cylinder(min(0.15, r * 0.8), 0.025, (0, 0, 0), "body", 0.006, 36)]
            if p.style in ("classic", "rustic"):
                slots["body"] = "wood" if p.style == "rustic" else "brass"
                hh = h - sh * 0.8
                out.append(
                    kit.lathe(
                        [
                            (0.05, 0.02),
                            (0.03, 0.05),
                            (0.018, 0.1),
                            (0.028, 0.2 * hh),
                            (0.016, 0.26 * hh),
                            (0.013, 0.6 * hh),
                            (0.024, 0.66 * hh),
                            (0.012, 0.7 * hh),
                            (0.012, hh),
                        ],
                        (0, 0, 0),
                        "body",
                        16,
                    )
                )
            else:
                out.append(kit.bar((0, 0, 0.02), (0, 0, zb - 0.03), 0.011, "body", 12))
        out += _bulb((0, 0, zb), 0.065)
        out.append(kit.bar((0, 0, zb - 0.06), (0, 0, h - 0.03), 0.002, "metal", 4))
        at = (0, 0, zb)
    elif p.kind == "arc":
        base = [kit.cylinder(min(0.16, d / 2), 0.05, (-w / 2 + min(0.16, d / 2), 0, 0), "base", 0.006, 36)]
        slots["base"] = "stone"
        x0 = -w / 2 + min(0.16, d / 2)
        rs = min(0.19, d / 2, w * 0.2)
        x1 = w / 2 - rs
        zs = h * 0.76
        t = np.linspace(0, 1, 24)
        path = np.column_stack(
            [
                x0 + (x1 - x0) * (1 - np.cos(t * np.pi * 0.5)) ** 1.15,
                np.zeros(24),
                0.05 + (h - 0.06) * np.sin(t * np.pi * 0.5) ** 0.72,
            ]
        )
        path[-1] = (x1, 0, h - 0.012)
        stem = [kit.tube(path, 0.011, "metal", 10), kit.bar((x1, 0, h - 0.012), (x1, 0, zs + rs), 0.003, "metal", 6)]
        th = np.linspace(0.05, 1.45, 9)
        dome = _shell([(rs * np.sin(a), zs + rs * 0.9 * np.cos(a)) for a in th], "shade", (x1, 0, 0), 0.002)
        slots["shade"] = "metal" if p.style != "classic" else "fabric:#e9e1d0"
        head = [dome, *_bulb((x1, 0, zs + rs * 0.4), 0.07, up=False)]
        groups = [base, *([q] for q in _split(stem[0], 4)), [stem[1]], head]
        out = [*base, *stem, *head]
        at = (x1, 0, zs + rs * 0.3)
    elif p.kind == "torchiere":
        th = np.linspace(0.1, 1.3, 8)
        out += [
            kit.cylinder(min(0.15, r), 0.025, (0, 0, 0), "body", 0.006, 36),
            kit.bar((0, 0, 0.02), (0, 0, h - 0.16), 0.012, "body", 12, 0.010),
        ]
        out.append(
            _shell(
                [(r * np.sin(a) / np.sin(1.3), h - 0.17 + 0.17 * (1 - np.cos(a)) / (1 - np.cos(1.3))) for a in th],
                "shade",
                thick=0.003,
            )
        )
        slots["shade"] = "glass:#efe6d2"
        out += _bulb((0, 0, h - 0.08), 0.07)
        at, direction = (0, 0, h - 0.06), (0.0, 0.0, 1.0)
    elif p.kind == "reading":
        y0, y1 = d / 2 - 0.12, -d / 2 + 0.075
        out += [
            kit.cylinder(0.115, 0.022, (0, y0, 0), "body", 0.006, 32),
            kit.bar((0, y0, 0.02), (0, y0, h - 0.05), 0.010, "body", 10),
        ]
        out.append(
            kit.tube(
                kit.smooth_path(
                    [(0, y0, h - 0.06), (0, y0 - 0.02, h - 0.012), (0, (y0 + y1) / 2, h - 0.02), (0, y1, h - 0.12)], 5
                ),
                0.007,
                "body",
                8,
            )
        )
        cone = [
            _shade(0.075, 0.03, -0.1, 0.05, "shade", thick=0.002),
            kit.cylinder(0.03, 0.02, (0, 0, 0.04), "body", 0.003, 16),
            *_bulb((0, 0, -0.045), 0.05, up=False),
        ]
        out += kit.move(kit.rotate(cone, "x", -0.25), (0, y1, h - 0.15))
        slots["shade"] = slots["body"]
        at = (0, y1, h - 0.2)
    elif p.kind == "paper":
        n = 40
        zz = np.linspace(0.06, h - 0.02, n)
        env = r * (0.72 + 0.28 * np.sin((zz / h) * np.pi * 1.1 + 0.3))
        prof = [(e * (1 - 0.03 * (i % 2)), z) for i, (e, z) in enumerate(zip(env, zz, strict=True))]
        out.append(_shell(prof, "shade", thick=0.0015, segments=28))
        slots = {"shade": "paper:#f1e8d4", "body": "wood", "metal": "black_metal", "bulb": "light"}
        out += [kit.cylinder(r * 0.6, 0.02, (0, 0, 0.0), "body", 0.003, 24), kit.bar((0, 0, 0.01), (0, 0, h), 0.004, "metal", 6)]
        for z in (0.3 * h, 0.7 * h):
            out += [q for q in kit.move(_bulb((0, 0, 0), 0.07), (0.03, 0, z))]
        at = (0.03, 0, 0.6 * h)
    else:
        hub = h * 0.5
        for k in range(3):
            a = np.pi / 2 + 2 * np.pi * k / 3
            c, s = np.cos(a), np.sin(a)
            out += [
                kit.bar((c * r * 0.95, s * r * 0.95, 0.01), (c * 0.02, s * 0.02, hub * 0.75), 0.009, "metal", 8),
                kit.bar((c * r * 0.5, s * r * 0.5, hub * 0.36), (0, 0, hub * 0.24), 0.005, "metal", 6),
            ]
        out.append(kit.bar((0, 0, 0.12), (0, 0, h * 0.82), 0.012, "metal", 10, 0.009))
        bw = r * 0.8
        sq = lambda k, y: np.array([(x * k, y, z * k) for x, z in ((-1, -1), (1, -1), (1, 1), (-1, 1))])  # noqa: E731
        box = [
            cw.loft([sq(0.06, 0.14), sq(bw, -0.1), sq(bw, -0.12)], "body", False),
            kit.box((bw * 1.94, 0.006, bw * 1.94), (0, -0.119, 0), "screen", 0.001),
            kit.cylinder(0.05, 0.12, (0, 0.1, -0.06), "body", 0.004, 14),
        ]
        box = kit.rotate(box, "x", 0.3)
        out += kit.move(box, (0, 0, h - kit.bounds(box)[1][2]))
        slots = {"body": "fabric:#151517", "metal": "black_metal", "screen": "light"}
        at = (0, -0.2, h - bw - 0.1)
        return finish(
            "floor_lamp",
            p,
            out,
            _use(slots, out),
            emitters=[Emitter("spot", (0, -0.22, h - bw - 0.1), 4 * p.lumen, 5200, 0.2, (0.0, -0.95, -0.3), 2.2)],
            size=(w, d, h),
        )
    solids = cw.boxes_of(groups) if groups else None
    lamp = Emitter("point", (float(at[0]), float(at[1]), float(at[2])), p.lumen, p.kelvin, 0.035, direction)
    return finish("floor_lamp", p, out, _use(slots, out), (), solids, [lamp], size=(w, d, h))


def _split(p: Piece, n: int) -> Pieces:
    """A piece's vertices in n runs along X, only to measure solids with."""
    v = p.vertices
    order = np.linspace(0, len(v), n + 1).astype(int)
    return [p._replace(vertices=v[max(0, a - 12) : b + 12]) for a, b in itertools.pairwise(order)]


def floor_lamp_rand(rng: Rng, **over: Any) -> Asset:
    """A floor lamp drawn at random."""
    o = cw.given(FloorLampParams, over)
    style = o.get("style") or pick(rng, STYLES)
    kind = o.get("kind") or (
        pick(rng, ("column", "tripod", "arc", "torchiere", "reading", "paper"), (3, 2, 1.2, 1, 1.2, 0.6))
        if "width" not in o or o["width"] < 0.8
        else "arc"
    )
    size = {
        "arc": (1.2, 0.38, 1.95),
        "torchiere": (0.36, 0.36, 1.75),
        "reading": (0.24, 0.46, 1.45),
        "tripod": (0.55, 0.55, 1.5),
        "paper": (0.34, 0.34, 1.3),
        "studio": (0.8, 0.8, 1.9),
    }.get(kind, (0.42, 0.42, 1.58))
    dims = _dims(rng, o, size, 0.08, round=kind not in ("arc", "reading"))
    return floor_lamp(
        cw.drawn(
            FloorLampParams,
            rng,
            {
                **dims,
                "style": style,
                "kind": kind,
                "lumen": float(rng.integers(7, 12) * 100),
                "kelvin": float(pick(rng, (2700, 2700, 3000))),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class TableLampParams:
    """A lamp for a table."""

    width: float = length(0.32, 0.08, 0.7)
    depth: float = length(0.32, 0.08, 0.7)
    height: float = length(0.52, 0.15, 1.0)
    style: str = choice("classic", STYLES)
    kind: str = choice("gourd", ("gourd", "column", "turned", "mushroom", "globe", "tripod", "lava", "banker"))
    shade: str = choice("empire", ("empire", "drum", "pleated"))
    lumen: float = length(600.0, 50.0, 3000.0, "light output")
    kelvin: float = length(2700.0, 1800.0, 6500.0, "colour of the light")


def table_lamp(p: TableLampParams) -> Asset:
    """A table lamp: base, bulb and shade."""
    w, d, h = p.width, p.depth, p.height
    r = min(w, d) / 2
    out: Pieces = []
    slots = {"shade": "fabric:#ece4d2", "body": "ceramic", "metal": METALS[p.style], "bulb": "light"}
    if p.kind == "mushroom":
        th = np.linspace(0.12, 1.5, 9)
        z0 = h * 0.58
        slots["shade"] = "glass:#f0d9b0" if p.style == "midcentury" else "metal"
        slots["body"] = slots["shade"] if p.style == "midcentury" else "metal"
        out += [
            _shell(
                [(r * np.sin(a), z0 + (h - z0) * (np.cos(a) - np.cos(1.5)) / (np.cos(0.12) - np.cos(1.5))) for a in th],
                "shade",
                thick=0.003,
            ),
            kit.cylinder(r * 0.14, 0.02, (0, 0, h - 0.02), "metal", 0.003, 16),
        ]
        out.append(
            kit.lathe(
                [(r * 0.62, 0.0), (r * 0.6, 0.015), (r * 0.32, 0.1 * h), (r * 0.22, 0.3 * h), (r * 0.2, z0)],
                (0, 0, 0),
                "body",
                28,
            )
        )
        zb = z0 + 0.05
        out += _bulb((0, 0, z0 + 0.06), min(0.055, r * 0.5))
    elif p.kind == "globe":
        rg = min(r, h * 0.42)
        slots = {"shade": "glass:#f4ead8", "body": METALS[p.style], "metal": METALS[p.style], "bulb": "light"}
        out += [
            kit.cylinder(r * 0.62, 0.02, (0, 0, 0), "body", 0.004, 28),
            kit.cylinder(r * 0.2, max(0.02, h - 2 * rg - 0.01), (0, 0, 0.018), "body", 0.003, 16),
        ]
        th = np.linspace(np.pi - 0.25, 0.0, 14)
        out.append(_shell([(max(rg * np.sin(a), 0.001), h - rg + rg * np.cos(a)) for a in th], "shade", thick=0.003))
        zb = h - rg
        out += _bulb((0, 0, zb), min(0.07, rg * 0.7))
    elif p.kind == "lava":
        slots = {"shade": "glass:#e07a3c", "body": "metal", "metal": "metal", "wax": "light:#ff6a2a", "bulb": "light"}
        out += [
            kit.lathe(
                [(r, 0), (r * 0.98, 0.01), (r * 0.55, 0.2 * h), (r * 0.8, 0.33 * h), (r * 0.78, 0.34 * h)], (0, 0, 0), "body", 24
            ),
            kit.lathe([(r * 0.46, 0.84 * h), (r * 0.44, 0.85 * h), (r * 0.3, h - 0.004), (r * 0.28, h)], (0, 0, 0), "body", 24),
        ]
        out.append(_shell([(r * 0.78, 0.335 * h), (r * 0.8, 0.4 * h), (r * 0.45, 0.845 * h)], "shade", thick=0.002))
        out += [
            kit.ellipsoid((r * k, r * k, h * q), (x * r, 0.05 * r, z * h), "wax", 12, 8)
            for k, q, x, z in ((0.95, 0.08, 0, 0.39), (0.5, 0.11, 0.1, 0.53), (0.32, 0.06, -0.12, 0.66), (0.42, 0.05, 0.05, 0.78))
        ]
        zb = 0.5 * h
    elif p.kind == "banker":
        slots = {"shade": "glass:#1f6e46", "body": "brass", "metal": "brass", "bulb": "light"}
        out += [
            kit.prism(kit.rounded_rect(w * 0.55, d * 0.75, 0.03, 4), 0.02, (0, 0, 0), "body", 0.006),
            kit.bar((0, d * 0.1, 0.02), (0, d * 0.1, h - 0.06), 0.009, "body", 10),
            kit.bar((0, d * 0.1, h - 0.07), (0, 0, h - 0.05), 0.006, "body", 8),
        ]
        a = np.linspace(-0.15, np.pi + 0.15, 12)
        rr = min(0.075, d / 2)
        g = np.array([[(x, -np.cos(q) * d / 2, h - rr + rr * np.sin(q)) for q in a] for x in np.linspace(-w / 2, w / 2, 5)])
        out.append(kit.sheet(g, "shade", 0.003))
        zb = h - rr * 0.75
        out += kit.move(
            kit.rotate(kit.cylinder(0.014, w * 0.6, (0, 0, -w * 0.3), "bulb", 0.003, 12), "y", np.pi / 2), (0, 0, zb + 0.012)
        )
    else:
        sh = 0.4 * h
        z0 = h - sh
        k = {"empire": 0.6, "drum": 0.94, "pleated": 0.62}[p.shade]
        out += [
            _shade(r, r * k, z0, h, segments=44, pleat=0.03 if p.shade == "pleated" else 0.0),
            *_spider(r * k * 0.97, h - 0.012),
        ]
        if p.shade == "drum":
            out.append(kit.bar((0, 0, z0 + 0.06), (0, 0, h - 0.012), 0.002, "metal", 4))
        zb = z0 + sh * 0.45
        neck = z0 + 0.04
        rb = min(r * 0.62, 0.11)
        prof = {
            "gourd": [
                (0.55, 0),
                (0.6, 0.03),
                (0.55, 0.06),
                (0.95, 0.3),
                (1.0, 0.42),
                (0.85, 0.6),
                (0.42, 0.78),
                (0.32, 0.86),
                (0.36, 0.93),
                (0.18, 1.0),
            ],
            "column": [(0.82, 0), (0.85, 0.02), (0.85, 0.06), (0.3, 0.075), (0.3, 0.95), (0.2, 1.0)],
            "turned": [
                (0.8, 0),
                (0.85, 0.04),
                (0.6, 0.09),
                (0.3, 0.13),
                (0.45, 0.25),
                (0.62, 0.4),
                (0.5, 0.55),
                (0.25, 0.66),
                (0.4, 0.72),
                (0.25, 0.78),
                (0.18, 1.0),
            ],
        }.get(p.kind)
        if p.kind == "tripod":
            slots["body"] = "wood"
            for j in range(3):
                a = np.pi / 2 + 2 * np.pi * j / 3
                out.append(
                    cw.post(
                        (np.cos(a) * r * 0.8, np.sin(a) * r * 0.8, 0),
                        (np.cos(a) * 0.014, np.sin(a) * 0.014, neck),
                        "body",
                        0.014,
                        0.018,
                        segments=10,
                    )
                )
            out.append(kit.cylinder(0.028, 0.03, (0, 0, neck - 0.02), "metal", 0.003, 16))
        else:
            assert prof is not None
            slots["body"] = {"gourd": "ceramic", "column": METALS[p.style], "turned": "wood"}[p.kind]
            out.append(kit.lathe([(a * rb, b * neck) for a, b in prof], (0, 0, 0), "body", 28))
        out.append(kit.bar((0, 0, neck - 0.01), (0, 0, zb - 0.04), 0.006, "metal", 8))
        out += _bulb((0, 0, zb), min(0.06, sh * 0.4, r * 0.6))
        if p.shade != "drum":
            out.append(kit.bar((0, 0, zb), (0, 0, h - 0.008), 0.0018, "metal", 4))
    return finish(
        "table_lamp",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("point", (0, 0, float(zb)), p.lumen, p.kelvin, 0.03)],
        size=(w, d, h),
    )


def table_lamp_rand(rng: Rng, **over: Any) -> Asset:
    """A table lamp drawn at random."""
    o = cw.given(TableLampParams, over)
    style = o.get("style") or pick(rng, STYLES)
    kind = o.get("kind") or pick(
        rng,
        {
            "modern": ("column", "globe", "mushroom"),
            "classic": ("gourd", "turned", "gourd"),
            "rustic": ("turned", "tripod", "gourd"),
            "industrial": ("column", "tripod"),
            "midcentury": ("mushroom", "tripod", "globe"),
        }[style],
    )
    size = {
        "lava": (0.13, 0.13, 0.4),
        "mushroom": (0.3, 0.3, 0.36),
        "globe": (0.24, 0.24, 0.34),
        "banker": (0.36, 0.16, 0.4),
    }.get(kind, (0.32, 0.32, 0.52))
    return table_lamp(
        cw.drawn(
            TableLampParams,
            rng,
            {
                **_dims(rng, o, size, 0.12, kind != "banker"),
                "style": style,
                "kind": kind,
                "shade": pick(rng, ("empire", "drum", "pleated"), (2, 2, 1 if style in ("classic", "rustic") else 0)),
                "lumen": 80.0 if kind == "lava" else float(rng.integers(4, 8) * 100),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class DeskLampParams:
    """A task lamp; its head reaches to -Y."""

    width: float = length(0.2, 0.08, 0.6)
    depth: float = length(0.5, 0.15, 1.0)
    height: float = length(0.46, 0.2, 0.95)
    style: str = choice("industrial", STYLES)
    kind: str = choice("arms", ("arms", "gooseneck", "bar"))
    lumen: float = length(500.0, 50.0, 2000.0, "light output")
    kelvin: float = length(3500.0, 1800.0, 6500.0, "colour of the light")


def desk_lamp(p: DeskLampParams) -> Asset:
    """A desk lamp: weighted base, two jointed arms or a gooseneck, and a head."""
    w, d, h = p.width, p.depth, p.height
    rb = min(w / 2, d * 0.27)
    y0, y1 = d / 2 - rb, -d / 2 + 0.07
    out: Pieces = [kit.cylinder(rb, 0.032, (0, y0, 0), "base", 0.006, 32)]
    slots = {
        "body": {
            "modern": "paint:#e9e9e6",
            "industrial": "black_metal",
            "classic": "brass",
            "rustic": "metal:#3b4a3f",
            "midcentury": "metal:#b5442c",
        }[p.style],
        "base": "",
        "metal": "metal",
        "bulb": "light",
    }
    slots["base"] = slots["body"]
    if p.kind == "bar":
        out += [
            kit.box((0.02, 0.012, h - 0.02), (0, y0, h / 2 + 0.005), "body", 0.003, "z"),
            kit.box((0.022, y0 - y1 + 0.07, 0.014), (0, (y0 + y1 - 0.07) / 2 + 0.005, h - 0.007), "body", 0.004, "y"),
            kit.box((0.015, (y0 - y1) * 0.75, 0.003), (0, y1 + (y0 - y1) * 0.36, h - 0.0148), "bulb", 0),
        ]
        at = (0.0, y1 + 0.1, h - 0.03)
        out.append(kit.box((w, 0.002, 0.002), (0, y0, 0.011), "base", 0))
        return finish(
            "desk_lamp",
            p,
            out,
            _use(slots, out),
            emitters=[Emitter("spot", at, p.lumen, p.kelvin, 0.03, (0, 0, -1), 2.4)],
            size=(w, d, h),
        )
    if p.kind == "gooseneck":
        path = kit.smooth_path(
            [
                (0, y0, 0.02),
                (0, y0, 0.45 * h),
                (0, y0 - 0.1 * d, 0.85 * h),
                (0, (y0 + y1) / 2, h - 0.012),
                (0, y1 + 0.05, h * 0.86),
            ],
            6,
        )
        path[:, 2] = np.minimum(path[:, 2], h - 0.008)
        out.append(kit.tube(path, 0.008, "metal", 8))
        tip = np.array([0, y1 + 0.04, h * 0.84])
    else:
        elbow = np.array([0, min(d / 2 - 0.02, y0 + 0.06), h - 0.035])
        tip = np.array([0, y1 + 0.04, h * 0.72])
        low = np.array([0, y0, 0.045])
        for s in (-1, 1):
            off = np.array([s * 0.011, 0, 0])
            out += [kit.bar(low + off, elbow + off, 0.0045, "body", 8), kit.bar(elbow + off, tip + off, 0.0045, "body", 8)]
        out += [
            kit.move(kit.rotate(kit.cylinder(0.018, 0.036, (0, 0, -0.018), "metal", 0.003, 14), "y", np.pi / 2), q)[0]
            for q in (low, elbow, tip)
        ]
        out += [
            kit.cylinder(0.012, 0.03, (0, y0, 0.02), "metal", 0.002, 12),
            kit.tube([low + np.array([0, -0.01, 0.03]), (low + elbow) / 2 + (0, -0.015, 0)], 0.006, "metal", 8),
        ]
    rh = min(0.075, w / 2)
    head = [
        _shell(
            [(rh, -0.1), (rh * 0.98, -0.085), (rh * 0.72, -0.03), (rh * 0.42, 0.012), (rh * 0.4, 0.03)],
            "body",
            thick=0.002,
            segments=28,
        ),
        kit.cylinder(rh * 0.42, 0.03, (0, 0, 0.028), "body", 0.004, 18),
        *_bulb((0, 0, -0.045), min(0.05, rh * 0.8), up=False),
    ]
    head = kit.move(kit.rotate(head, "x", -0.35), tip + np.array([0, -0.01, -0.012]))
    out += head
    lo, hi = kit.bounds(out)
    out.append(kit.box((min(w, 0.03), 0.02, 0.008), (0, y0 - rb * 0.5, 0.035), "metal", 0.002))
    k = w / max(hi[0] - lo[0], 1e-6)
    if k > 1.001:
        out[0] = out[0]._replace(vertices=out[0].vertices * (k, 1, 1))
    at = (0.0, float(tip[1] - 0.03), float(tip[2] - 0.07))
    return finish(
        "desk_lamp",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("spot", at, p.lumen, p.kelvin, 0.025, (0.0, -0.3, -0.95), 2.0)],
        size=(w, d, h),
    )


def desk_lamp_rand(rng: Rng, **over: Any) -> Asset:
    """A desk lamp drawn at random."""
    o = cw.given(DeskLampParams, over)
    return desk_lamp(
        cw.drawn(
            DeskLampParams,
            rng,
            {
                **_dims(rng, o, (0.18, 0.48, 0.46), 0.1, False),
                "style": pick(rng, STYLES),
                "kind": pick(rng, ("arms", "gooseneck", "bar"), (3, 1.5, 1)),
                "lumen": float(rng.integers(4, 8) * 100),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- hanging lamps


@dataclass(frozen=True, slots=True)
class PendantLightParams:
    """A lamp on a cord."""

    width: float = length(0.42, 0.08, 2.0)
    depth: float = length(0.42, 0.08, 1.2)
    height: float = length(1.0, 0.2, 2.5, "with its cord")
    style: str = choice("modern", STYLES)
    kind: str = choice("dome", ("dome", "globe", "drum", "cone", "paper", "cage", "linear", "woven", "cluster"))
    lumen: float = length(900.0, 100.0, 6000.0, "light output")
    kelvin: float = length(2700.0, 1800.0, 6500.0, "colour of the light")


def pendant_light(p: PendantLightParams) -> Asset:
    """A pendant; the origin is under the ceiling."""
    w, d, h = p.width, p.depth, p.height
    r = min(w, d) / 2
    metal = METALS[p.style]
    slots = {"shade": "metal" if p.style != "modern" else "black_metal", "metal": metal, "bulb": "light"}
    out: Pieces = [_rose(h)]
    emit: list[Emitter] = []
    tall = min(
        h * 0.55,
        {
            "globe": 2 * r,
            "paper": 1.8 * r,
            "dome": 1.2 * r,
            "cone": 1.3 * r,
            "drum": 1.1 * r,
            "cage": 2.2 * r,
            "woven": 1.3 * r,
        }.get(p.kind, 0.12),
    )
    if p.kind == "linear":
        out += [
            kit.box((w, d, 0.05), (0, 0, 0.025), "shade", 0.006, "x"),
            kit.box((w - 0.03, d * 0.7, 0.006), (0, 0, 0.0), "bulb", 0.001, "x"),
        ]
        out += [kit.bar((s * w * 0.35, 0, 0.05), (s * w * 0.35, 0, h - 0.004), 0.0015, "metal", 4) for s in (-1, 1)]
        out[0] = kit.box((min(0.35, w * 0.8), 0.06, 0.025), (0, 0, h - 0.0125), "metal", 0.004)
        out += [kit.bar((s * w * 0.35, 0, h - 0.01), (s * min(0.15, w * 0.36), 0, h - 0.006), 0.002, "metal", 4) for s in (-1, 1)]
        emit = [Emitter("point", (x * w, 0, -0.03), p.lumen / 2, 3000, 0.05) for x in (-0.25, 0.25)]
        slots["shade"] = metal if p.style != "rustic" else "wood"
        return finish("pendant_light", p, out, _use(slots, out), emitters=emit, size=(w, d, h), origin="top")
    if p.kind == "cluster":
        k = 5
        rg = min(0.09, r * 0.42)
        for i in range(k):
            a = 2 * np.pi * i / k
            q = r - rg
            x, y, z = np.cos(a) * q, np.sin(a) * q, rg + (h * 0.5 - rg) * ((i * 2) % k) / k
            th = np.linspace(np.pi, 0.28, 10)
            out += [
                _shell([(max(rg * np.sin(t), 0.0008), rg * np.cos(t)) for t in th], "shade", (x, y, z), 0.002, 20),
                *_bulb((x, y, z + 0.01), 0.045, up=False),
                kit.bar((x, y, z + rg * 0.9), (x * 0.3, y * 0.3, h - 0.02), 0.002, "metal", 4),
            ]
            emit.append(Emitter("point", (float(x), float(y), float(z)), p.lumen / k, p.kelvin, 0.02))
        out[0] = _rose(h, min(0.11, r * 0.8))
        slots["shade"] = "glass:#e8d2ae"
        return finish("pendant_light", p, out, _use(slots, out), emitters=emit, size=(w, d, h), origin="top")
    zb = tall * 0.45
    if p.kind == "dome":
        th = np.linspace(0.1, 1.5, 9)
        out.append(
            _shell(
                [(r * np.sin(a) / np.sin(1.5), tall * (np.cos(a) - np.cos(1.5)) / (np.cos(0.1) - np.cos(1.5))) for a in th][::-1],
                "shade",
                thick=0.003,
                segments=40,
            )
        )
    elif p.kind == "cone":
        out += [_shade(r, r * 0.14, 0, tall, thick=0.003, segments=40)]
    elif p.kind in ("globe", "paper"):
        a0 = np.pi - (0.0 if p.kind == "globe" else 0.35)
        n = 14 if p.kind == "globe" else 30
        th = np.linspace(a0, 0.2, n)
        k = 1.0 if p.kind == "globe" else tall / (2 * r)
        out.append(
            _shell(
                [
                    (max(r * np.sin(a) * (1 - 0.025 * (i % 2) * (p.kind == "paper")), 0.0008), tall / 2 + r * k * np.cos(a))
                    for i, a in enumerate(th)
                ],
                "shade",
                thick=0.002,
                segments=32,
            )
        )
        slots["shade"] = "glass:#f2e6cf" if p.kind == "globe" else "paper:#f4eddc"
        zb = tall / 2
    elif p.kind == "drum":
        out += [_shade(r, r, 0, tall, segments=44), *_spider(r, tall - 0.02)]
        slots["shade"] = "fabric:#e9e1d0"
    elif p.kind == "woven":
        n = 16
        for k in range(n):
            a = 2 * np.pi * k / n
            pts = [
                (
                    np.cos(a + 0.9 * s * t) * r * (0.16 + 0.84 * np.sin(t * np.pi / 2) ** 0.7),
                    np.sin(a + 0.9 * s * t) * r * (0.16 + 0.84 * np.sin(t * np.pi / 2) ** 0.7),
                    tall * (1 - t),
                )
                for s in ((1,) if k % 2 else (-1,))
                for t in np.linspace(0, 1, 9)
            ]
            out.append(kit.tube(pts, 0.004, "shade", 5))
        out += [
            kit.tube(
                np.array(
                    [
                        (
                            np.cos(t) * r * (0.16 + 0.84 * np.sin(q * np.pi / 2) ** 0.7),
                            np.sin(t) * r * (0.16 + 0.84 * np.sin(q * np.pi / 2) ** 0.7),
                            tall * (1 - q),
                        )
                        for t in np.linspace(0, 2 * np.pi, 32, endpoint=False)
                    ]
                ),
                0.004,
                "shade",
                5,
                closed=True,
            )
            for q in (0.02, 0.25, 0.5, 0.75, 1.0)
        ]
        slots["shade"] = "wicker"
    else:
        for k in range(8):
            a = 2 * np.pi * k / 8
            out.append(
                kit.tube(
                    kit.smooth_path(
                        [
                            (np.cos(a) * r * q, np.sin(a) * r * q, tall * z)
                            for q, z in ((0.05, 0.0), (0.7, 0.06), (1.0, 0.4), (0.75, 0.75), (0.25, 0.97))
                        ],
                        3,
                    ),
                    0.0025,
                    "shade",
                    5,
                )
            )
        out += [kit.torus(r * q, 0.0025, (0, 0, tall * z), "shade", 24, 5) for q, z in ((1.0, 0.4), (0.72, 0.76), (0.7, 0.065))]
        zb = tall * 0.5
    top = tall
    out += [
        kit.cylinder(0.024, 0.05, (0, 0, top - 0.012), "metal", 0.004, 16),
        kit.bar((0, 0, top + 0.03), (0, 0, h - 0.02), 0.003, "metal", 6),
    ]
    if p.kind not in ("globe",):
        out.append(kit.bar((0, 0, min(zb + 0.05, top)), (0, 0, top), 0.008, "metal", 8))
    else:
        out.append(kit.bar((0, 0, zb + 0.04), (0, 0, top), 0.008, "metal", 8))
    out += _bulb((0, 0, zb), min(0.075, r * 0.6, tall * 0.5), up=False)
    return finish(
        "pendant_light",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("point", (0, 0, float(zb - 0.01)), p.lumen, p.kelvin, 0.03)],
        size=(w, d, h),
        origin="top",
    )


def pendant_light_rand(rng: Rng, **over: Any) -> Asset:
    """A pendant drawn at random."""
    o = cw.given(PendantLightParams, over)
    style = o.get("style") or pick(rng, STYLES)
    w0, d0 = o.get("width", 0.42), o.get("depth", o.get("width", 0.42))
    kind = o.get("kind") or (
        "linear"
        if max(w0, d0) > 0.9 and min(w0, d0) < 0.5 * max(w0, d0)
        else pick(
            rng,
            {
                "modern": ("globe", "dome", "linear", "cone", "cluster"),
                "classic": ("drum", "globe"),
                "rustic": ("woven", "cage", "dome"),
                "industrial": ("dome", "cage", "cone"),
                "midcentury": ("dome", "globe", "cone", "paper"),
            }[style],
        )
    )
    if kind == "linear" and "width" in o and "depth" in o and d0 > 0.4 * w0:
        kind = "drum"
    size = {
        "linear": (1.15, 0.07, 1.0),
        "cluster": (0.45, 0.45, 1.1),
        "paper": (0.5, 0.5, 0.95),
        "globe": (0.3, 0.3, 0.95),
        "cage": (0.24, 0.24, 0.95),
        "woven": (0.5, 0.5, 0.95),
    }.get(kind, (0.42, 0.42, 0.95))
    return pendant_light(
        cw.drawn(
            PendantLightParams,
            rng,
            {
                **_dims(rng, o, size, 0.12, kind != "linear"),
                "style": style,
                "kind": kind,
                "lumen": float(rng.integers(8, 13) * 100),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class ChandelierParams:
    """A chandelier with arms in tiers."""

    width: float = length(0.8, 0.3, 2.2)
    depth: float = length(0.8, 0.3, 2.2)
    height: float = length(0.95, 0.35, 3.0, "with its chain")
    style: str = choice("classic", STYLES)
    kind: str = choice("arms", ("arms", "crystal", "wheel", "sputnik"))
    arms: int = count(8, 3, 16)
    tiers: int = count(1, 1, 3)
    lumen: float = length(1400.0, 200.0, 10000.0, "light output of all bulbs")
    kelvin: float = length(2700.0, 1800.0, 6500.0, "colour of the light")


def _candle(x: float, y: float, z: float, s: float = 1.0) -> Pieces:
    """A bobeche, a candle sleeve and a flame bulb."""
    prof = np.array([(0.0, 0.0), (0.012, 0.002), (0.014, 0.014), (0.009, 0.03), (0.0, 0.045)]) * s
    return [
        kit.lathe(np.array([(0.012, 0), (0.03, 0.008), (0.032, 0.012), (0.012, 0.012)]) * s, (x, y, z), "metal", 12),
        kit.cylinder(0.0105 * s, 0.07 * s, (x, y, z + 0.01 * s), "candle", 0.001, 10),
        kit.lathe(prof, (x, y, z + 0.078 * s), "bulb", 8),
    ]


def chandelier(p: ChandelierParams) -> Asset:
    """A chandelier."""
    w, d, h = p.width, p.depth, p.height
    r = min(w, d) / 2
    out: Pieces = [_rose(h, min(0.07, 0.3 * r))]
    slots = {
        "metal": METALS[p.style] if p.kind != "wheel" else "black_metal",
        "wood": "wood",
        "candle": "wax",
        "bulb": "light",
        "crystal": "glass",
    }
    body = float(np.clip(0.62 * h, 0.2, 1.1 * r + 0.35 * p.tiers * r * 0.6 + 0.15))
    emit: list[Emitter] = []
    s = float(np.clip(r / 0.4, 0.7, 1.35))
    zc = body
    if p.kind == "sputnik":
        rs = min(r, body / 2)
        n = max(10, p.arms * 2)
        k = np.arange(n) + 0.5
        phi, th = np.arccos(1 - 2 * k / n), np.pi * (1 + 5**0.5) * k
        dirs = np.stack([np.cos(th) * np.sin(phi), np.sin(th) * np.sin(phi), np.cos(phi)], -1)
        c = np.array([0, 0, rs])
        out.append(kit.ellipsoid((0.09 * s,) * 3, c, "metal", 16, 10))
        for i, v in enumerate(dirs):
            e = c + v * (rs - 0.035) * np.array([r / rs, r / rs, 1])
            out += [kit.bar(c, e, 0.005, "metal", 6), kit.ellipsoid((0.055 * s,) * 3, e, "bulb", 10, 8)]
            if i % 3 == 0:
                emit.append(Emitter("point", (float(e[0]), float(e[1]), float(e[2])), 0.0, p.kelvin, 0.028))
        zc = 2 * rs
    elif p.kind == "wheel":
        zr = 0.05
        rim = min(r * 0.94, r - 0.035)
        n = 40
        t = np.linspace(0, 2 * np.pi, n, endpoint=False)
        levels = [
            (rim + 0.02, zr - 0.03),
            (rim + 0.02, zr + 0.03),
            (rim - 0.02, zr + 0.03),
            (rim - 0.02, zr - 0.03),
            (rim + 0.02, zr - 0.03),
        ]
        out.append(kit.outward(kit.weld(kit.lathe(levels, (0, 0, 0), "wood", n))))
        out += [kit.torus(rim + 0.012, 0.01, (0, 0, zr + q), "metal", 36, 5) for q in (-0.02, 0.02)]
        for a in np.linspace(0, np.pi, 3, endpoint=False):
            out.append(kit.box((2 * rim, 0.035, 0.03), (0, 0, 0), "wood", 0.004, "x"))
            out[-1] = kit.move(kit.rotate(out[-1], "z", a), (0, 0, zr))[0]
        out.append(kit.cylinder(0.05, 0.09, (0, 0, zr - 0.045), "wood", 0.006, 18))
        for k in range(p.arms):
            a = 2 * np.pi * k / p.arms
            x, y = np.cos(a) * rim, np.sin(a) * rim
            out += _candle(x, y, zr + 0.028, s)
            emit.append(Emitter("point", (float(x), float(y), zr + 0.125 * s), 0.0, p.kelvin, 0.01))
        top = min(body, h - 0.1)
        out += [
            kit.bar((np.cos(a) * rim, np.sin(a) * rim, zr + 0.03), (0, 0, top), 0.004, "metal", 6)
            for a in np.linspace(0.2, 0.2 + 2 * np.pi, 4)[:3]
        ]
        zc = top
        _ = t
    else:
        stem = np.array(
            [
                (0.0, 0.0),
                (0.12, 0.03),
                (0.05, 0.07),
                (0.22, 0.14),
                (0.3, 0.22),
                (0.1, 0.32),
                (0.08, 0.45),
                (0.2, 0.52),
                (0.06, 0.6),
                (0.07, 0.8),
                (0.14, 0.86),
                (0.03, 0.92),
                (0.02, 1.0),
            ]
        )
        out.append(kit.lathe(stem * (0.3 * r, body), (0, 0, 0), "metal", 18))
        for tier in range(p.tiers):
            f = 1 - 0.36 * tier
            rt = (r - 0.034 * s) * f
            z0 = body * (0.22 + 0.3 * tier)
            n = p.arms if tier == 0 else max(4, p.arms - 2 * tier)
            arm = kit.tube(
                kit.smooth_path(
                    [(0.05 * r, 0, z0), (0.38 * rt, 0, z0 - 0.1 * r), (0.8 * rt, 0, z0 - 0.02 * r), (rt, 0, z0 + 0.12 * r)], 5
                ),
                0.007 * s,
                "metal",
                7,
            )
            unit = [arm, *_candle(rt, 0, z0 + 0.115 * r, s)]
            if p.kind == "crystal":
                unit += [
                    kit.lathe(
                        np.array([(0.0, -0.05), (0.011, -0.02), (0.006, 0.0), (0.0, 0.004)]) * s,
                        (rt * q, 0, z0 + zz * r),
                        "crystal",
                        6,
                        smooth=False,
                    )
                    for q, zz in ((1.0, 0.1), (0.72, -0.06), (0.4, -0.11))
                ]
                unit.append(
                    kit.tube(
                        kit.smooth_path(
                            [
                                (rt, 0, z0 + 0.12 * r),
                                (rt * 0.62, 0, z0 + 0.1 * r),
                                (0.06 * r, 0, min(body * 0.95, z0 + body * 0.4)),
                            ],
                            5,
                        ),
                        0.0035 * s,
                        "crystal",
                        5,
                    )
                )
            out += kit.ring(unit, n, 0.3 * tier)
            for k in range(n):
                a = 0.3 * tier + 2 * np.pi * k / n
                emit.append(
                    Emitter(
                        "point",
                        (float(np.cos(a) * rt), float(np.sin(a) * rt), float(z0 + 0.115 * r + 0.1 * s)),
                        0.0,
                        p.kelvin,
                        0.01,
                    )
                )
    links = max(2, int((h - zc - 0.02) / 0.05))
    if h - zc > 0.06:
        for k in range(links):
            z = zc + (h - 0.02 - zc) * (k + 0.5) / links
            ring = kit.scale(
                kit.rotate(kit.torus(0.012, 0.003, (0, 0, 0), "metal", 10, 5), "x", np.pi / 2),
                (1.0, 1.0, (h - zc) / links / 0.03 * 1.12),
            )
            out += kit.move(kit.rotate(ring, "z", np.pi / 2 * (k % 2)), (0, 0, z))
    if len(emit) > 6:
        emit = emit[:: int(np.ceil(len(emit) / 6))]
    emit = [e._replace(lumen=p.lumen / len(emit)) for e in emit]
    return finish("chandelier", p, out, _use(slots, out), emitters=emit, size=(w, d, h), origin="top")


def chandelier_rand(rng: Rng, **over: Any) -> Asset:
    """A chandelier drawn at random."""
    o = cw.given(ChandelierParams, over)
    style = o.get("style") or pick(rng, STYLES, (1, 3, 1.5, 0.6, 1))
    kind = (
        o.get("kind")
        or {
            "modern": "sputnik",
            "classic": pick(rng, ("arms", "crystal")),
            "rustic": "wheel",
            "industrial": "wheel",
            "midcentury": "sputnik",
        }[style]
    )
    dims = _dims(rng, o, (0.8, 0.8, 0.95), 0.14)
    return chandelier(
        cw.drawn(
            ChandelierParams,
            rng,
            {
                **dims,
                "style": style,
                "kind": kind,
                "arms": int(pick(rng, (6, 8))),
                "tiers": 2 if dims["width"] > 0.85 and kind in ("arms", "crystal") else 1,
                "lumen": float(rng.integers(14, 24) * 100),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class DiscoBallParams:
    """A mirror ball."""

    width: float = length(0.4, 0.1, 1.0)
    depth: float = length(0.4, 0.1, 1.0)
    height: float = length(0.7, 0.15, 2.0)
    style: str = choice("modern", STYLES)


def disco_ball(p: DiscoBallParams) -> Asset:
    """A mirror ball on a chain."""
    w, h = min(p.width, p.depth), p.height
    r = w / 2
    ball = kit.ellipsoid((w, w, min(w, h * 0.85)), (0, 0, min(r, h * 0.425)), "mirror", 36, 22)
    ball = ball._replace(smooth=np.zeros(len(ball.counts), bool))
    top = min(w, h * 0.85)
    out = [
        ball,
        kit.cylinder(0.03, 0.03, (0, 0, top - 0.008), "metal", 0.004, 14),
        kit.bar((0, 0, top), (0, 0, h - 0.02), 0.004, "metal", 6),
        _rose(h, 0.045),
    ]
    return finish("disco_ball", p, out, {"mirror": "mirror", "metal": "metal"}, size=(p.width, p.depth, h), origin="top")


def disco_ball_rand(rng: Rng, **over: Any) -> Asset:
    """A mirror ball drawn at random."""
    o = cw.given(DiscoBallParams, over)
    return disco_ball(cw.drawn(DiscoBallParams, rng, _dims(rng, o, (0.4, 0.4, 0.75), 0.15), o))


# ---------------------------------------------------------------------------------------------- ceiling


@dataclass(frozen=True, slots=True)
class CeilingLightParams:
    """A lamp flush with the ceiling."""

    width: float = length(0.42, 0.06, 1.6)
    depth: float = length(0.42, 0.06, 1.6)
    height: float = length(0.14, 0.02, 0.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("dome", ("dome", "drum", "disc", "square", "spots"))
    lumen: float = length(1300.0, 100.0, 8000.0, "light output")
    kelvin: float = length(3000.0, 1800.0, 6500.0, "colour of the light")


def ceiling_light(p: CeilingLightParams) -> Asset:
    """A flush ceiling light; the emitter sits just under its diffuser."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces
    rim = min(0.03, 0.3 * h)
    n = 40
    slots = {"shade": "light:#fff1dc", "metal": METALS[p.style], "bulb": "light"}
    if p.kind == "square":
        out = [
            kit.box((w, d, h * 0.55), (0, 0, h - h * 0.275), "metal", 0.006),
            kit.box((w * 0.94, d * 0.94, h * 0.6), (0, 0, h * 0.3), "shade", 0.012),
        ]
    elif p.kind == "spots":
        k = 3
        out = [kit.lathe([(0.46, 0.0), (0.5, 0.006), (0.5, rim)], (0, 0, 0), "metal", n)]
        out = kit.move(kit.scale(out, (w, d, 1)), (0, 0, h - rim))
        for i in range(k):
            a = 2 * np.pi * i / k
            x, y = np.cos(a) * w * 0.28, np.sin(a) * d * 0.28
            sp = [
                kit.cylinder(min(0.04, w * 0.14), h - rim, (0, 0, 0), "metal", 0.003, 18),
                kit.cylinder(min(0.034, w * 0.12), 0.004, (0, 0, -0.002), "shade", 0, 18),
            ]
            out += kit.move(sp, (x, y, 0.002))
    else:
        th = np.linspace(0.0, np.pi / 2, 8)
        if p.kind == "dome":
            prof = [(0.46 * np.sin(a), (h - rim) * (1 - np.cos(a))) for a in th]
        elif p.kind == "drum":
            prof = [(0.0, 0.0), (0.44, 0.0), (0.47, 0.008), (0.47, h - rim)]
        else:
            prof = [(0.0, 0.0), (0.45, 0.0), (0.485, h * 0.3), (0.485, h - rim)]
        shade = kit.lathe([*prof, (prof[-1][0], h - rim * 0.5)], (0, 0, 0), "shade", n)
        base = kit.lathe([(0.46, h - rim - 0.004), (0.5, h - rim), (0.5, h - 0.003), (0.48, h)], (0, 0, 0), "metal", n)
        out = kit.scale([shade, base], (w, d, 1))
        if p.kind == "dome" and p.style == "classic":
            out.append(kit.ellipsoid((0.03, 0.03, 0.02), (0, 0, 0.009), "metal", 10, 6))
    return finish(
        "ceiling_light",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("point", (0, 0, -0.03), p.lumen, p.kelvin, min(0.12, 0.3 * min(w, d)))],
        size=(w, d, h),
        origin="top",
    )


def ceiling_light_rand(rng: Rng, **over: Any) -> Asset:
    """A ceiling light drawn at random."""
    o = cw.given(CeilingLightParams, over)
    kind = o.get("kind") or pick(rng, ("dome", "drum", "disc", "square", "spots"), (3, 2, 2, 1, 1))
    size = (0.42, 0.42, {"disc": 0.07, "spots": 0.13}.get(kind, 0.14))
    return ceiling_light(
        cw.drawn(
            CeilingLightParams,
            rng,
            {**_dims(rng, o, size, 0.14), "kind": kind, "style": pick(rng, STYLES), "lumen": float(rng.integers(10, 16) * 100)},
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class PanelLightParams:
    """An office panel or tube light."""

    width: float = length(0.6, 0.2, 3.0)
    depth: float = length(0.6, 0.05, 1.3)
    height: float = length(0.06, 0.015, 0.2)
    style: str = choice("modern", STYLES)
    lumen: float = length(3200.0, 200.0, 12000.0, "light output")
    kelvin: float = length(4000.0, 1800.0, 6500.0, "colour of the light")


def panel_light(p: PanelLightParams) -> Asset:
    """A flat panel, or a batten with tubes when long and narrow."""
    w, d, h = p.width, p.depth, p.height
    if d < 0.4 * w and d < 0.35:
        n = 1 if d < 0.12 else 2
        r = min(0.014, h * 0.3, d * 0.2)
        out = [kit.box((w, d, h - 2 * r * 1.0), (0, 0, h - (h - 2 * r) / 2), "body", 0.005, "x")]
        for y in [0.0] if n == 1 else [-d * 0.25, d * 0.25]:
            out += kit.move(
                kit.rotate(kit.cylinder(r, w * 0.94, (0, 0, -w * 0.47), "bulb", 0.002, 12), "y", np.pi / 2), (0, y, r)
            )
            out += [kit.box((0.02, 2.2 * r, 2 * r), (s * (w * 0.48), y, r + 0.003), "body", 0.002) for s in (-1, 1)]
    else:
        b = 0.015
        out = [
            kit.slab(-w / 2, w / 2, s * (d / 2 - b / 2) - b / 2, s * (d / 2 - b / 2) + b / 2, 0, h, "body", 0.002, "x")
            for s in (-1, 1)
        ]
        out += [
            kit.slab(
                s * (w / 2 - b / 2) - b / 2,
                s * (w / 2 - b / 2) + b / 2,
                -d / 2 + b - 0.001,
                d / 2 - b + 0.001,
                0.0003,
                h,
                "body",
                0.002,
                "y",
            )
            for s in (-1, 1)
        ]
        out += [
            kit.slab(
                -w / 2 + b - 0.001, w / 2 - b + 0.001, -d / 2 + b - 0.001, d / 2 - b + 0.001, 0.004, h - 0.002, "bulb", 0, "x"
            )
        ]
    return finish(
        "panel_light",
        p,
        out,
        {"body": "paint:#eeeeec", "bulb": "light:#f4f7ff"},
        emitters=[Emitter("area", (0, 0, -0.015), p.lumen, p.kelvin, 0.4 * min(w, d))],
        size=(w, d, h),
        origin="top",
    )


def panel_light_rand(rng: Rng, **over: Any) -> Asset:
    """A panel light drawn at random."""
    o = cw.given(PanelLightParams, over)
    size = pick(rng, ((0.6, 0.6, 0.05), (1.2, 0.3, 0.05), (1.25, 0.11, 0.08)))
    return panel_light(cw.drawn(PanelLightParams, rng, _dims(rng, o, size, 0.02, False), o))


@dataclass(frozen=True, slots=True)
class TrackLightParams:
    """Spotlights on a rail."""

    width: float = length(1.2, 0.3, 4.0)
    depth: float = length(0.14, 0.05, 0.4)
    height: float = length(0.22, 0.08, 0.5)
    style: str = choice("modern", STYLES)
    spots: int = count(4, 1, 12)
    lumen: float = length(450.0, 50.0, 3000.0, "light output of each spot")
    kelvin: float = length(3000.0, 1800.0, 6500.0, "colour of the light")


def track_light(p: TrackLightParams) -> Asset:
    """Track lighting."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = [kit.box((w, 0.036, 0.03), (0, 0, h - 0.015), "metal", 0.003, "x")]
    emit = []
    r = min(0.035, d * 0.25)
    long = min(0.12, h * 0.52)
    for i, x in enumerate(np.linspace(-w / 2 + 0.12, w / 2 - 0.12, p.spots) if p.spots > 1 else [0.0]):
        tilt = (0.35, -0.3, 0.25, -0.4)[i % 4] * min(1.0, d / 0.14)
        head = [
            _shell(
                [(r, -long / 2), (r, -long / 2 + 0.01), (r, long / 2 - 0.012), (r * 0.7, long / 2)],
                "metal",
                thick=0.003,
                segments=18,
            ),
            kit.cylinder(r * 0.9, 0.006, (0, 0, -long / 2 + 0.02), "bulb", 0, 16),
            kit.cylinder(r * 0.7, 0.004, (0, 0, long / 2 - 0.004), "metal", 0, 16),
        ]
        zc = h - 0.06 - long / 2
        out += kit.move(kit.rotate(head, "x", tilt), (x, 0, zc))
        out += [
            kit.bar((x, 0, h - 0.03), (x, 0, zc + long * 0.3), 0.006, "metal", 8),
            kit.box((0.07, 0.032, 0.018), (x, 0, h - 0.036), "metal", 0.002),
        ]
        di = (0.0, float(np.sin(tilt)), -float(np.cos(tilt)))
        emit.append(Emitter("spot", (float(x), di[1] * long * 0.6, float(zc - long * 0.6)), p.lumen, p.kelvin, 0.02, di, 0.9))
    return finish(
        "track_light",
        p,
        out,
        {"metal": "black_metal" if p.style != "classic" else "brass", "bulb": "light"},
        emitters=emit[:6],
        size=(w, d, h),
        origin="top",
    )


def track_light_rand(rng: Rng, **over: Any) -> Asset:
    """Track lighting drawn at random."""
    o = cw.given(TrackLightParams, over)
    dims = _dims(rng, o, (1.2, 0.14, 0.22), 0.12, False)
    return track_light(
        cw.drawn(TrackLightParams, rng, {**dims, "style": pick(rng, STYLES), "spots": max(2, round(dims["width"] / 0.35))}, o)
    )


@dataclass(frozen=True, slots=True)
class SurgicalLightParams:
    """A medical light on a ceiling arm."""

    width: float = length(1.2, 0.4, 2.5)
    depth: float = length(0.6, 0.2, 1.3)
    height: float = length(1.1, 0.5, 2.0)
    style: str = choice("modern", STYLES)
    kind: str = choice("dental", ("dental", "surgical"))
    lumen: float = length(2500.0, 200.0, 12000.0, "light output")


def surgical_light(p: SurgicalLightParams) -> Asset:
    """A dental or surgical light: ceiling plate, column, jointed arms, head."""
    w, d, h = p.width, p.depth, p.height
    rh = min(d / 2, w * 0.25) if p.kind == "surgical" else min(0.16, d / 2)
    x0, x1 = -w / 2 + 0.1, w / 2 - rh
    zm = h * 0.45
    out: Pieces = [
        kit.cylinder(0.1, 0.03, (x0, 0, h - 0.03), "body", 0.006, 28),
        kit.cylinder(0.03, h - zm, (x0, 0, zm), "body", 0.004, 16),
        kit.cylinder(0.045, 0.08, (x0, 0, zm - 0.03), "joint", 0.006, 18),
    ]
    out += [
        kit.bar((x0, 0, zm), ((x0 + x1) / 2, 0, zm + 0.1 * h), 0.022, "body", 12),
        kit.cylinder(0.035, 0.07, ((x0 + x1) / 2, 0, zm + 0.1 * h - 0.035), "joint", 0.006, 16),
        kit.bar(((x0 + x1) / 2, 0, zm + 0.1 * h), (x1, 0, 0.16), 0.018, "body", 12),
    ]
    if p.kind == "surgical":
        head = [kit.lathe([(0.0, 0.0), (0.93, 0.0), (1.0, 0.025), (0.97, 0.06), (0.3, 0.09), (0.0, 0.1)], (0, 0, 0), "body", 36)]
        head = kit.scale(head, (rh, rh, 1.0))
        lens = [(0.0, 0.0)] + [(np.cos(a) * rh * 0.6, np.sin(a) * rh * 0.6) for a in np.linspace(0, 2 * np.pi, 7)[:6]]
        head += [kit.cylinder(rh * 0.22, 0.01, (x, y, -0.004), "bulb", 0.002, 16) for x, y in lens]
        head.append(kit.cylinder(0.018, 0.1, (0, 0, -0.1), "joint", 0.006, 12))
    else:
        head = [
            kit.box((0.26, min(0.16, d), 0.05), (0, 0, 0.03), "body", 0.02, segments=2),
            kit.box((0.18, 0.1, 0.008), (0, 0, 0.004), "bulb", 0.002),
            *(
                kit.tube(
                    cw.bent([(s * 0.1, 0, 0.03), (s * 0.165, 0, 0.03), (s * 0.165, 0, -0.06), (s * 0.16, 0, -0.07)], 0.02),
                    0.008,
                    "joint",
                    8,
                )
                for s in (-1, 1)
            ),
        ]
        head = kit.scale(head, (rh / 0.17, rh / 0.17, 1.0))
    lo = kit.bounds(head)[0][2]
    out += kit.move(head, (x1, 0, -lo))
    z = float(-lo - 0.06)
    return finish(
        "surgical_light",
        p,
        out,
        {"body": "paint:#eceeee", "joint": "plastic:#8fa3ad", "bulb": "light:#f2f6ff"},
        emitters=[Emitter("spot", (x1, 0, z), p.lumen, 4500, 0.08, (0, 0, -1), 1.3)],
        size=(w, d, h),
        origin="top",
    )


def surgical_light_rand(rng: Rng, **over: Any) -> Asset:
    """A medical light drawn at random."""
    o = cw.given(SurgicalLightParams, over)
    size = (1.5, 0.7, 1.1) if o.get("kind") == "surgical" else (1.0, 0.36, 1.1)
    return surgical_light(cw.drawn(SurgicalLightParams, rng, _dims(rng, o, size, 0.08, False), o))


# ---------------------------------------------------------------------------------------------- walls


@dataclass(frozen=True, slots=True)
class SconceParams:
    """A wall light; its origin is at the wall."""

    width: float = length(0.16, 0.05, 0.8)
    depth: float = length(0.2, 0.04, 0.5)
    height: float = length(0.32, 0.08, 0.9)
    style: str = choice("classic", STYLES)
    kind: str = choice("shade", ("shade", "updown", "globe", "candle"))
    lumen: float = length(450.0, 50.0, 2500.0, "light output")
    kelvin: float = length(2700.0, 1800.0, 6500.0, "colour of the light")


def sconce(p: SconceParams) -> Asset:
    """A wall sconce."""
    w, d, h = p.width, p.depth, p.height
    r = min(w / 2, (d - 0.02) / 2)
    yc = -d + r
    slots = {"shade": "fabric:#ece4d2", "metal": METALS[p.style], "candle": "wax", "bulb": "light"}
    plate = kit.box((min(w, 0.09), 0.014, min(h, 0.16)), (0, -0.007, h * 0.42), "metal", 0.005)
    out: Pieces = [plate]
    zb = h * 0.62
    if p.kind == "updown":
        out = [
            kit.box((w * 0.5, 0.02, h * 0.4), (0, -0.01, h / 2), "metal", 0.004),
            kit.box((0.03, d - r, 0.03), (0, -(d - r) / 2, h / 2), "metal", 0.003),
            _shell([(r, 0), (r, h)], "metal", (0, yc, 0), 0.003, 28),
            *(kit.cylinder(r * 0.92, 0.006, (0, yc, z), "bulb", 0, 24) for z in (h * 0.2, h * 0.8)),
        ]
        zb = h - 0.01
    elif p.kind == "globe":
        rg = min(r, h * 0.36)
        th = np.linspace(np.pi, 0.3, 12)
        out += [
            _shell([(max(rg * np.sin(a), 0.0008), h - rg + rg * np.cos(a)) for a in th][::-1], "shade", (0, yc, 0), 0.003, 24),
            kit.tube(
                kit.smooth_path([(0, -0.01, h * 0.4), (0, yc * 0.6, h * 0.3), (0, yc, h - 2 * rg - 0.01)], 4), 0.007, "metal", 8
            ),
            kit.cylinder(0.026, 0.03, (0, yc, h - 2 * rg - 0.02), "metal", 0.004, 16),
            *_bulb((0, yc, h - rg), min(0.05, rg)),
        ]
        slots["shade"] = "glass:#f2e6cf"
        zb = h - rg
    elif p.kind == "candle":
        xs = (-w * 0.3, w * 0.3) if w > 0.2 else (0.0,)
        z0 = h * 0.4
        for x in xs:
            out.append(
                kit.tube(
                    kit.smooth_path([(0, -0.012, h * 0.3), (x * 0.5, yc * 0.6, h * 0.14), (x, yc, h * 0.2), (x, yc, z0)], 4),
                    0.006,
                    "metal",
                    8,
                )
            )
            out += _candle(x, yc, z0, (h - z0) / 0.123)
        out.append(kit.lathe([(0.0, 0.0), (0.02, 0.02), (0.012, h * 0.7), (0.0, h * 0.78)], (0, -0.014, 0), "metal", 12))
        zb = h - 0.02
    else:
        z0 = h * 0.38
        out += [
            _shade(r, r * 0.68, z0, h, "shade", (0, yc, 0), 30),
            kit.tube(
                kit.smooth_path([(0, -0.01, h * 0.4), (0, yc * 0.7, h * 0.18), (0, yc, h * 0.3), (0, yc, z0 + 0.05)], 4),
                0.006,
                "metal",
                8,
            ),
            *_bulb((0, yc, z0 + (h - z0) * 0.45), min(0.05, r)),
        ]
        zb = z0 + (h - z0) * 0.45
    lo, hi = kit.bounds(out)
    k = w / (hi[0] - lo[0])
    if k > 1.3:
        out[0] = kit.box((w, 0.014, min(h, 0.1)), (0, -0.007, h * 0.42), "metal", 0.005)
    return finish(
        "sconce",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("point", (0, yc, float(zb)), p.lumen, p.kelvin, 0.025)],
        size=(w, d, h),
        origin="back",
    )


def sconce_rand(rng: Rng, **over: Any) -> Asset:
    """A sconce drawn at random."""
    o = cw.given(SconceParams, over)
    style = o.get("style") or pick(rng, STYLES)
    kind = o.get("kind") or pick(
        rng,
        {
            "modern": ("updown", "globe"),
            "classic": ("shade", "candle", "shade"),
            "rustic": ("candle", "shade"),
            "industrial": ("updown", "globe"),
            "midcentury": ("globe", "updown"),
        }[style],
    )
    size = {"updown": (0.11, 0.14, 0.26), "candle": (0.26, 0.15, 0.34)}.get(kind, (0.17, 0.2, 0.32))
    return sconce(
        cw.drawn(
            SconceParams,
            rng,
            {**_dims(rng, o, size, 0.1, False), "style": style, "kind": kind, "lumen": float(rng.integers(4, 7) * 100)},
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class StringLightsParams:
    """A festoon of small bulbs along a wall."""

    width: float = length(2.0, 0.4, 8.0)
    depth: float = length(0.06, 0.02, 0.2)
    height: float = length(0.35, 0.06, 1.2)
    style: str = choice("modern", STYLES)
    swags: int = count(3, 1, 10)
    lumen: float = length(400.0, 50.0, 2000.0, "light output of all bulbs")


def string_lights(p: StringLightsParams) -> Asset:
    """String lights hanging in swags."""
    w, d, h = p.width, p.depth, p.height
    n = p.swags * 10 + 1
    x = np.linspace(-w / 2 + 0.012, w / 2 - 0.012, n)
    t = (np.arange(n) % 10) / 10
    z = h - 0.01 - (h - 0.07) * 4 * t * (1 - t)
    path = np.column_stack([x, np.full(n, -d / 2), z])
    out: Pieces = [kit.tube(path, 0.0025, "cable", 5)]
    step = 2 if w < 4 else 3
    r = min(0.02, d * 0.33)
    for q in path[1::step]:
        out += [
            kit.cylinder(r * 0.5, 0.02, (q[0], q[1], q[2] - 0.022), "cable", 0, 6),
            kit.ellipsoid((2 * r, 2 * r, 0.04), (q[0], q[1], q[2] - 0.038), "bulb", 8, 6),
        ]
    out += [kit.bar((xx, 0, h - 0.01), (xx, -d / 2, h - 0.01), 0.003, "cable", 5) for xx in x[::10]]
    k = min(6, p.swags * 2)
    emit = [
        Emitter("point", (float(xx), -d / 2 - 0.02, h * 0.4), p.lumen / k, 2400, 0.03) for xx in np.linspace(-w * 0.4, w * 0.4, k)
    ]
    return finish(
        "string_lights", p, out, {"bulb": "light:#ffcf8a", "cable": "rubber"}, emitters=emit, size=(w, d, h), origin="back"
    )


def string_lights_rand(rng: Rng, **over: Any) -> Asset:
    """String lights drawn at random."""
    o = cw.given(StringLightsParams, over)
    dims = _dims(rng, o, (2.0, 0.06, 0.32), 0.2, False)
    return string_lights(cw.drawn(StringLightsParams, rng, {**dims, "swags": int(np.clip(round(dims["width"] / 0.7), 1, 10))}, o))


@dataclass(frozen=True, slots=True)
class LedStripParams:
    """A glowing strip on a wall."""

    width: float = length(1.8, 0.2, 6.0)
    depth: float = length(0.02, 0.006, 0.08)
    height: float = length(0.02, 0.006, 0.08)
    style: str = choice("modern", STYLES)
    hue: str = choice("violet", ("violet", "blue", "red", "green", "white"))
    lumen: float = length(500.0, 50.0, 4000.0, "light output")


HUES = {"violet": "#b45cff", "blue": "#4a7dff", "red": "#ff3b4a", "green": "#4aff86", "white": "#fff1dc"}


def led_strip(p: LedStripParams) -> Asset:
    """An LED strip in its channel."""
    w, d, h = p.width, p.depth, p.height
    out = [
        kit.slab(-w / 2, w / 2, -d * 0.55, 0, 0, h, "metal", 0.001, "x"),
        kit.slab(-w / 2 + 0.004, w / 2 - 0.004, -d, -d * 0.4, h * 0.12, h * 0.88, "bulb", h * 0.25, "x"),
    ]
    emit = [Emitter("point", (float(x), -d - 0.02, h / 2), p.lumen / 3, 5000, 0.04) for x in (-w / 3, 0, w / 3)]
    return finish(
        "led_strip", p, out, {"bulb": f"light:{HUES[p.hue]}", "metal": "metal"}, emitters=emit, size=(w, d, h), origin="back"
    )


def led_strip_rand(rng: Rng, **over: Any) -> Asset:
    """An LED strip drawn at random."""
    o = cw.given(LedStripParams, over)
    return led_strip(
        cw.drawn(LedStripParams, rng, {**_dims(rng, o, (1.8, 0.02, 0.02), 0.15, False), "hue": pick(rng, tuple(HUES))}, o)
    )


@dataclass(frozen=True, slots=True)
class NeonSignParams:
    """A sign of bent neon tube on a clear plate."""

    width: float = length(0.8, 0.2, 2.2)
    depth: float = length(0.06, 0.02, 0.15)
    height: float = length(0.4, 0.1, 1.4)
    style: str = choice("modern", STYLES)
    motif: str = choice("wave", ("wave", "heart", "bolt", "star", "rings", "cocktail"))
    hue: str = choice("violet", tuple(HUES))


def _motif(kind: str) -> list[np.ndarray]:
    """Strokes in a unit square about the origin. (n, 2) each"""
    t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    if kind == "heart":
        return [
            np.stack(
                [0.95 * np.sin(t) ** 3, (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 16.5 + 0.1], -1
            )
        ]
    if kind == "bolt":
        return [
            np.array(
                [(0.2, 0.95), (-0.5, 0.0), (0.0, 0.05), (-0.25, -0.95), (0.55, 0.2), (0.05, 0.15), (0.45, 0.95), (0.2, 0.95)]
            )
        ]
    if kind == "star":
        a = np.pi / 2 + np.arange(11) * np.pi / 5
        return [np.stack([np.cos(a), np.sin(a)], -1) * np.where(np.arange(11) % 2, 0.4, 0.95)[:, None]]
    if kind == "rings":
        return [np.stack([0.5 * np.cos(t) + x, 0.85 * np.sin(t)], -1) for x in (-0.45, 0.0, 0.45)]
    if kind == "cocktail":
        return [
            np.array([(-0.8, 0.8), (0.8, 0.8), (0.0, -0.05), (-0.8, 0.8)]),
            np.array([(0.0, -0.1), (0.0, -0.85)]),
            np.array([(-0.45, -0.88), (0.45, -0.88)]),
            np.array([(0.15, 0.25), (0.75, 0.95)]),
        ]
    x = np.linspace(-0.95, 0.95, 40)
    return [np.stack([x, 0.45 * np.sin(x * 7 + k) + 0.32 * k], -1) for k in (-1.2, 0.0, 1.2)]


def neon_sign(p: NeonSignParams) -> Asset:
    """A neon sign."""
    w, d, h = p.width, p.depth, p.height
    r = min(0.009, d * 0.2, h * 0.03)
    out: Pieces = [kit.prism(kit.rounded_rect(w, h, min(0.03, h * 0.1), 3), 0.005, (0, 0, 0), "plate", 0.0008)]
    out = kit.move(kit.rotate(out, "x", np.pi / 2), (0, -d * 0.45, h / 2))
    for stroke in _motif(p.motif):
        q = np.column_stack([stroke[:, 0] * w * 0.43, np.full(len(stroke), -d + r), stroke[:, 1] * h * 0.43 + h / 2])
        gap = np.linalg.norm(q[0] - q[-1]) < 0.3 * h and len(q) > 20
        out.append(kit.tube(cw.bent(q, 2 * r) if len(q) < 20 else q, r, "bulb", 8, closed=bool(gap)))
    out += [kit.cylinder(0.008, d * 0.45, (0, 0, 0), "metal", 0.001, 10)] * 0
    for x in (-w * 0.42, w * 0.42):
        for z in (h * 0.1, h * 0.9):
            out += kit.move(kit.rotate(kit.cylinder(0.008, d * 0.62, (0, 0, 0), "metal", 0.001, 10), "x", np.pi / 2), (x, 0, z))
    return finish(
        "neon_sign",
        p,
        out,
        {"bulb": f"light:{HUES[p.hue]}", "plate": "glass", "metal": "metal"},
        emitters=[Emitter("point", (0, -d - 0.05, h / 2), 350, 4000, 0.08)],
        size=(w, d, h),
        origin="back",
    )


def neon_sign_rand(rng: Rng, **over: Any) -> Asset:
    """A neon sign drawn at random."""
    o = cw.given(NeonSignParams, over)
    motif = o.get("motif") or pick(rng, ("wave", "heart", "bolt", "star", "rings", "cocktail"))
    size = {"wave": (0.85, 0.06, 0.34), "rings": (0.8, 0.06, 0.4)}.get(motif, (0.5, 0.06, 0.5))
    return neon_sign(
        cw.drawn(NeonSignParams, rng, {**_dims(rng, o, size, 0.12, False), "motif": motif, "hue": pick(rng, tuple(HUES))}, o)
    )


# ---------------------------------------------------------------------------------------------- flames


@dataclass(frozen=True, slots=True)
class LanternParams:
    """A lantern with a candle, or an oil lamp."""

    width: float = length(0.2, 0.07, 0.5)
    depth: float = length(0.2, 0.07, 0.5)
    height: float = length(0.36, 0.12, 0.9)
    style: str = choice("rustic", STYLES)
    kind: str = choice("square", ("square", "round"))


def lantern(p: LanternParams) -> Asset:
    """A lantern."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    slots = {"body": "black_metal" if p.style != "classic" else "brass", "glass": "glass", "candle": "wax", "flame": "flame"}
    hb, hr = h * 0.66, h * 0.16
    if p.kind == "square":
        b = 0.06 * w
        out += [kit.box((w, d, 0.025), (0, 0, 0.0125), "body", 0.004), kit.box((w, d, 0.015), (0, 0, hb), "body", 0.003)]
        out += [
            kit.box((b, b, hb), (sx * (w * 0.46 - b / 2), sy * (d * 0.46 - b / 2), hb / 2), "body", 0.001, "z")
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
        out += [kit.box((w * 0.84, 0.002, hb - 0.03), (0, s * (d * 0.46 - b / 2), hb / 2), "glass", 0) for s in (-1, 1)] + [
            kit.box((0.002, d * 0.84, hb - 0.03), (s * (w * 0.46 - b / 2), 0, hb / 2), "glass", 0) for s in (-1, 1)
        ]
        sq = lambda k, z: np.array([(x * w * k, y * d * k, z) for x, y in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))])  # noqa: E731
        out.append(cw.loft([sq(0.96, hb), sq(0.92, hb + 0.01), sq(0.3, hb + hr), sq(0.28, hb + hr + 0.02)], "body", False))
    else:
        k = (w, d, 1)
        out += kit.scale(
            [
                kit.lathe([(0.44, 0), (0.5, 0.01), (0.5, 0.04 * h), (0.34, 0.14 * h), (0.3, 0.2 * h)], (0, 0, 0), "body", 24),
                _shell([(0.28, 0.2 * h), (0.42, 0.34 * h), (0.4, 0.48 * h), (0.26, hb)], "glass", thick=0.008, segments=24),
                kit.lathe(
                    [
                        (0.3, hb - 0.01),
                        (0.33, hb),
                        (0.2, hb + hr * 0.6),
                        (0.22, hb + hr * 0.7),
                        (0.1, hb + hr),
                        (0.08, hb + hr + 0.02),
                    ],
                    (0, 0, 0),
                    "body",
                    24,
                ),
            ],
            k,
        )
        out += [kit.bar((s * w * 0.44, 0, 0.03), (s * w * 0.44, 0, hb + hr * 0.5), 0.004, "body", 6) for s in (-1, 1)]
    z0 = 0.024 if p.kind == "square" else 0.19 * h
    rc = 0.16 * min(w, d)
    hc = hb * 0.42 if p.kind == "square" else 0.1 * h
    out += [
        kit.cylinder(rc, hc, (0, 0, z0), "candle", 0.003, 16),
        kit.flame((0, 0, z0 + hc), 0.038, "flame"),
    ]
    a = np.linspace(0, np.pi, 14)
    rr = h - hb - hr
    out.append(
        kit.tube(
            np.column_stack([np.cos(a) * w * 0.2, np.zeros(14), hb + hr * 0.95 + np.sin(a) * (rr + hr * 0.05 - 0.004)]),
            0.004,
            "body",
            6,
        )
    )
    return finish(
        "lantern",
        p,
        out,
        _use(slots, out),
        emitters=[Emitter("point", (0, 0, float(z0 + hc + 0.03)), 60.0, 1900, 0.012)],
        size=(w, d, h),
    )


def lantern_rand(rng: Rng, **over: Any) -> Asset:
    """A lantern drawn at random."""
    o = cw.given(LanternParams, over)
    return lantern(
        cw.drawn(
            LanternParams,
            rng,
            {
                **_dims(rng, o, (0.19, 0.19, 0.36), 0.15),
                "kind": pick(rng, ("square", "round"), (2, 1)),
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class CandleHolderParams:
    """A candlestick, tealight cup or candelabra with candles."""

    width: float = length(0.1, 0.04, 0.8)
    depth: float = length(0.1, 0.04, 0.6)
    height: float = length(0.26, 0.04, 1.8)
    style: str = choice("classic", STYLES)
    kind: str = choice("stick", ("stick", "candelabra", "tealight"))
    arms: int = count(5, 3, 9)


def candle_holder(p: CandleHolderParams) -> Asset:
    """A candle holder with lit candles."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    slots = {
        "body": {"modern": "black_metal", "industrial": "black_metal", "rustic": "wood"}.get(p.style, "brass"),
        "candle": "wax",
        "flame": "flame",
        "glass": "glass",
    }
    emit = []

    def taper(x: float, y: float, z: float, top: float, r: float = 0.010) -> None:
        f = min(0.03, 0.3 * (top - z))
        out.extend(
            [
                kit.cylinder(r, top - f - z, (x, y, z), "candle", 0.001, 12, r * 0.8),
                kit.flame((x, y, top - f), f, "flame"),
            ]
        )
        emit.append(Emitter("point", (x, y, float(top - 0.6 * f)), 14.0, 1900, 0.006))

    if p.kind == "tealight" or h < 0.1:
        r = min(w, d) / 2
        out.append(_shell([(r * 0.8, 0.0), (r, h * 0.3), (r * 0.95, h)], "glass", thick=0.003, segments=24))
        out.append(kit.cylinder(r * 0.78, 0.004, (0, 0, 0), "glass", 0.001, 24))
        taper(0, 0, 0.004, h * 0.8, r * 0.55)
    elif p.kind == "stick":
        r = min(w, d) / 2
        hs = 0.5 * h
        out.append(
            kit.lathe(
                [
                    (r, 0),
                    (r, 0.008),
                    (r * 0.7, 0.018),
                    (r * 0.25, 0.03),
                    (r * 0.2, 0.35 * hs),
                    (r * 0.42, 0.45 * hs),
                    (r * 0.2, 0.55 * hs),
                    (r * 0.2, 0.86 * hs),
                    (r * 0.45, 0.9 * hs),
                    (r * 0.42, hs),
                ],
                (0, 0, 0),
                "body",
                24,
            )
        )
        taper(0, 0, hs - 0.004, h)
    else:
        rb = d / 2
        hs = 0.72 * h
        out.append(
            kit.lathe(
                [
                    (rb, 0),
                    (rb, 0.01),
                    (rb * 0.6, 0.025),
                    (rb * 0.16, 0.05),
                    (rb * 0.14, 0.4 * hs),
                    (rb * 0.28, 0.46 * hs),
                    (rb * 0.12, 0.54 * hs),
                    (rb * 0.12, 0.9 * hs),
                    (rb * 0.3, 0.95 * hs),
                    (rb * 0.3, hs),
                ],
                (0, 0, 0),
                "body",
                20,
            )
        )
        n = p.arms // 2
        for k in range(1, n + 1):
            for s in (-1, 1):
                x = s * (w / 2 - 0.02) * k / n
                z = hs - 0.012 * k
                out.append(
                    kit.tube(
                        kit.smooth_path(
                            [
                                (0, 0, 0.62 * hs - 0.05 * hs * k),
                                (x * 0.5, 0, 0.5 * hs - 0.05 * hs * k),
                                (x, 0, 0.66 * hs),
                                (x, 0, z - 0.01),
                            ],
                            4,
                        ),
                        0.0055,
                        "body",
                        7,
                    )
                )
                out.append(kit.lathe([(0.006, -0.012), (0.02, -0.006), (0.02, 0.0), (0.012, 0.002)], (x, 0, z), "body", 12))
                taper(x, 0, z - 0.002, h - 0.012 * k)
        taper(0, 0, hs - 0.004, h)
    return finish("candle_holder", p, out, _use(slots, out), emitters=emit[:6], size=(w, d, h))


def candle_holder_rand(rng: Rng, **over: Any) -> Asset:
    """A candle holder drawn at random."""
    o = cw.given(CandleHolderParams, over)
    kind = o.get("kind") or (
        "tealight" if o.get("height", 1.0) < 0.12 else pick(rng, ("stick", "stick", "tealight")) if "height" not in o else "stick"
    )
    size = {"candelabra": (0.34, 0.14, 0.42), "tealight": (0.08, 0.08, 0.09)}.get(kind, (0.1, 0.1, 0.3))
    return candle_holder(
        cw.drawn(
            CandleHolderParams,
            rng,
            {
                **_dims(rng, o, size, 0.15, kind != "candelabra"),
                "kind": kind,
                "style": pick(rng, STYLES),
                "arms": int(pick(rng, (3, 5, 7))),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- any lamp


@dataclass(frozen=True, slots=True)
class LampParams:
    """A lamp of no stated kind; `mount` says how it is held up."""

    width: float = length(0.36, 0.08, 1.8)
    depth: float = length(0.36, 0.08, 1.2)
    height: float = length(0.6, 0.03, 2.4)
    style: str = choice("modern", STYLES)
    mount: str = choice("on", ("on", "floor", "from_ceiling", "hung_on"))
    seed: int = count(0, 0, 9999)


def lamp(p: LampParams) -> Asset:
    """A lamp of the kind that its mount asks for."""
    rng = np.random.default_rng(p.seed)
    size = {"width": p.width, "depth": p.depth, "height": p.height, "style": p.style}
    if p.mount == "floor":
        made = floor_lamp_rand(rng, **{**size, "kind": pick(rng, ("column", "tripod", "torchiere"))})
    elif p.mount == "from_ceiling":
        made = ceiling_light_rand(rng, **size) if p.height < 0.25 else pendant_light_rand(rng, **size)
    elif p.mount == "hung_on":
        made = sconce_rand(rng, **size)
    else:
        made = table_lamp_rand(rng, **size)
    made = stretched(made, (p.width, p.depth, p.height))  # each kind of lamp has limits of its own
    return made._replace(generator="lamp", params=p)


MOUNTED = {
    "on": (0.32, 0.32, 0.52),
    "floor": (0.42, 0.42, 1.55),
    "from_ceiling": (0.42, 0.42, 0.95),
    "hung_on": (0.17, 0.2, 0.32),
}


def lamp_rand(rng: Rng, **over: Any) -> Asset:
    """A lamp drawn at random; without a mount the height decides between table and floor."""
    o = cw.given(LampParams, over)
    mount = o.get("mount") or ("floor" if o.get("height", 0.0) > 1.0 else "on")
    low, high = {"on": (0.15, 1.0), "floor": (0.9, 2.4), "from_ceiling": (0.03, 2.4), "hung_on": (0.08, 0.9)}[mount]
    if "height" in o and not low <= o["height"] <= high and "mount" in o:
        o["height"] = float(np.clip(o["height"], low, high))
    elif "height" in o and not low <= o["height"] <= high:
        mount = "floor" if o["height"] > 1.0 else "on"
    made = {
        **_dims(rng, o, MOUNTED[mount], 0.1, mount != "hung_on"),
        "mount": mount,
        "style": pick(rng, STYLES),
        "seed": int(rng.integers(0, 9999)),
    }
    return lamp(cw.drawn(LampParams, rng, made, {**o, "mount": mount}))


STYLED: dict[str, dict[str, Any]] = {
    **{s: {"style": s} for s in STYLES},
    "mid_century_modern": {"style": "midcentury"},
    "traditional": {"style": "classic"},
    "vintage": {"style": "classic"},
}

GENERATORS = (
    Generator(
        "lamp",
        LampParams,
        lamp,
        lamp_rand,
        {
            **STYLED,
            "hanging": {"mount": "from_ceiling"},
            "standing": {"mount": "floor"},
            "wall_mounted": {"mount": "hung_on"},
            **{f"mount_{m}": {"mount": m} for m in ("on", "floor", "from_ceiling", "hung_on")},
        },
    ),
    Generator(
        "floor_lamp",
        FloorLampParams,
        floor_lamp,
        floor_lamp_rand,
        {
            **STYLED,
            "arc": {"kind": "arc"},
            "arched": {"kind": "arc"},
            "tripod": {"kind": "tripod"},
            "paper": {"kind": "paper"},
            "torchiere": {"kind": "torchiere"},
            "reading": {"kind": "reading"},
        },
    ),
    Generator(
        "table_lamp",
        TableLampParams,
        table_lamp,
        table_lamp_rand,
        {
            **STYLED,
            "ceramic": {"kind": "gourd"},
            "mushroom": {"kind": "mushroom"},
            "globe": {"kind": "globe"},
            "tripod": {"kind": "tripod"},
            "bankers": {"kind": "banker"},
        },
    ),
    Generator(
        "desk_lamp",
        DeskLampParams,
        desk_lamp,
        desk_lamp_rand,
        {**STYLED, "led": {"kind": "bar"}, "gooseneck": {"kind": "gooseneck"}, "articulated": {"kind": "arms"}},
    ),
    Generator(
        "pendant_light",
        PendantLightParams,
        pendant_light,
        pendant_light_rand,
        {
            **STYLED,
            "globe": {"kind": "globe"},
            "paper": {"kind": "paper"},
            "woven": {"kind": "woven"},
            "rattan": {"kind": "woven"},
            "linear": {"kind": "linear"},
            "glass": {"kind": "globe"},
            "cluster": {"kind": "cluster"},
        },
    ),
    Generator(
        "chandelier",
        ChandelierParams,
        chandelier,
        chandelier_rand,
        {
            **STYLED,
            "grand": {"kind": "crystal", "tiers": 2, "width": 1.2, "depth": 1.2, "height": 1.25, "arms": 10, "lumen": 3000.0},
            "crystal": {"kind": "crystal"},
            "candle": {"kind": "arms"},
            "sputnik": {"kind": "sputnik"},
            "rustic": {"kind": "wheel", "style": "rustic"},
            "tiered": {"tiers": 2},
        },
    ),
    Generator("disco_ball", DiscoBallParams, disco_ball, disco_ball_rand),
    Generator(
        "ceiling_light",
        CeilingLightParams,
        ceiling_light,
        ceiling_light_rand,
        {**STYLED, "round": {"kind": "dome"}, "square": {"kind": "square"}, "recessed": {"kind": "disc"}},
    ),
    Generator("panel_light", PanelLightParams, panel_light, panel_light_rand),
    Generator("track_light", TrackLightParams, track_light, track_light_rand),
    Generator("surgical_light", SurgicalLightParams, surgical_light, surgical_light_rand),
    Generator("sconce", SconceParams, sconce, sconce_rand, {**STYLED, "candle": {"kind": "candle"}, "globe": {"kind": "globe"}}),
    Generator("string_lights", StringLightsParams, string_lights, string_lights_rand),
    Generator("led_strip", LedStripParams, led_strip, led_strip_rand, {h: {"hue": h} for h in HUES}),
    Generator(
        "neon_sign", NeonSignParams, neon_sign, neon_sign_rand, {**{h: {"hue": h} for h in HUES}, "purple": {"hue": "violet"}}
    ),
    Generator("lantern", LanternParams, lantern, lantern_rand, STYLED),
    Generator("candle_holder", CandleHolderParams, candle_holder, candle_holder_rand, STYLED),
)
