"""Doors and windows: linings that fill the wall's hole exactly, casings, leaves, sashes, glass and handles.

Unlike furniture, `width`, `depth` and `height` are those of the hole in the wall (depth = wall thickness), which the root mesh
fills exactly; casings, sill boards and handles are parts and stand out of it, as they do in a house. The origin is the centre
of the hole's bottom edge, front (-Y) into the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Generator, Motion, Part, PartSpec, choice, count, flag, join, length, params_of, sample_params
from ..kit import Piece, Pieces

STYLES = ("modern", "classic", "rustic", "industrial", "midcentury")

# Casing profiles: (distance from the edge of the hole, projection from the wall), from the hole outwards.
_CASINGS: dict[str, list[tuple[float, float]]] = {
    "modern": [(0.0, 0.0), (0.0, 0.010), (0.002, 0.012), (0.056, 0.012), (0.058, 0.010), (0.058, 0.0)],
    "classic": [
        (0.0, 0.0),
        (0.0, 0.012),
        (0.003, 0.014),
        (0.012, 0.014),
        (0.016, 0.010),
        (0.024, 0.013),
        (0.04, 0.017),
        (0.058, 0.019),
        (0.068, 0.022),
        (0.072, 0.028),
        (0.086, 0.028),
        (0.09, 0.024),
        (0.09, 0.0),
    ],
    "rustic": [(0.0, 0.0), (0.0, 0.017), (0.004, 0.021), (0.101, 0.021), (0.105, 0.017), (0.105, 0.0)],
    "industrial": [(0.0, 0.0), (0.0, 0.006), (0.002, 0.008), (0.038, 0.008), (0.04, 0.006), (0.04, 0.0)],
    "midcentury": [(0.0, 0.0), (0.0, 0.006), (0.004, 0.014), (0.046, 0.014), (0.05, 0.010), (0.05, 0.0)],
}
LINING = 0.03  # thickness of a door's lining
CASING_SETBACK = 0.006  # how far the casing stays back from the lining's inner edge


def casing_width(style: str) -> float:
    """How far a casing reaches beyond the hole, metres."""
    return _CASINGS[style][-1][0] - LINING + CASING_SETBACK


@dataclass(frozen=True, slots=True)
class DoorParams:
    """A door in its lining."""

    width: float = length(0.9, 0.5, 4.0, "width of the hole in the wall")
    depth: float = length(0.12, 0.05, 0.7, "thickness of the wall")
    height: float = length(2.08, 1.8, 3.5, "height of the hole in the wall")
    leaves: int = count(1, 0, 2, "leaves; 0 is an open doorway")
    kind: str = choice("flush", ("flush", "panelled", "planked", "glazed"), "how the leaf is made")
    hinge: str = choice("left", ("left", "right"), "side of the hinges, seen from the room")
    handle: str = choice("lever", ("lever", "knob", "pull"), "handle")
    casing: bool = flag(True, "casings on both faces of the wall")
    style: str = choice("modern", STYLES)


@dataclass(frozen=True, slots=True)
class WindowParams:
    """A window in its reveal."""

    width: float = length(1.4, 0.3, 6.0, "width of the hole in the wall")
    depth: float = length(0.12, 0.05, 0.7, "thickness of the wall")
    height: float = length(1.3, 0.3, 3.5, "height of the hole in the wall")
    kind: str = choice("casement", ("casement", "sash", "picture", "grid"), "how it opens and is divided")
    columns: int = count(2, 1, 10, "panes across")
    rows: int = count(1, 1, 8, "panes up")
    sill: bool = flag(True, "sill board inside")
    casing: bool = flag(False, "casing around the window inside")
    style: str = choice("modern", STYLES)


# ---------------------------------------------------------------------------------------------- shared pieces


def surround(
    x: float, z0: float, z1: float, profile: Sequence[tuple[float, float]], face: float, side: int, closed: bool, slot: str
) -> Piece:
    """A mitred frame of constant profile about the rectangle |x| <= x, z0..z1, on the wall face at y = `face`.

    `side` is -1 on the room's face, +1 on the other; an open frame has no lower member.
    """
    k = len(profile)
    a, h = np.array([p[0] for p in profile]), np.array([p[1] for p in profile])
    y = face + side * h
    if closed:
        xs, zs = [-x - a, -x - a, x + a, x + a], [z0 - a, z1 + a, z1 + a, z0 - a]
    else:
        xs, zs = [-x - a, -x - a, x + a, x + a], [np.full(k, z0), z1 + a, z1 + a, np.full(k, z0)]
    v = np.stack([np.stack([px, y, pz], -1) for px, pz in zip(xs, zs, strict=True)])  # (4, k, 3)
    along = np.concatenate([[0], np.cumsum([z1 - z0, 2 * x, z1 - z0, 2 * x])])
    around = np.concatenate([[0], np.cumsum(np.hypot(np.diff(a), np.diff(h)))])
    faces, uvs = [], []
    n = 4 if closed else 3
    for i in range(n):
        j = (i + 1) % 4
        for m in range(k - 1):
            faces.append([i * k + m, j * k + m, j * k + m + 1, i * k + m + 1])
            uvs += [(along[i], around[m]), (along[i + 1], around[m]), (along[i + 1], around[m + 1]), (along[i], around[m + 1])]
        faces.append([i * k + k - 1, j * k + k - 1, j * k, i * k])
        uvs += [(along[i], 0), (along[i + 1], 0), (along[i + 1], a[-1]), (along[i], a[-1])]
    if not closed:
        for i in (0, 3):
            faces.append([i * k + m for m in (range(k) if i == 0 else range(k - 1, -1, -1))])
            uvs += [(0.0, 0.0)] * k
    return kit.outward(kit.piece(v.reshape(-1, 3), faces, slot, False, uvs=np.array(uvs, float)))


def _frame(
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    y0: float,
    y1: float,
    wide: float | tuple[float, float, float, float],
    slot: str,
    bevel: float = 0.003,
) -> Pieces:
    """Two stiles and two rails; `wide` is one width or (left, right, bottom, top). Rails butt between the stiles."""
    l, r, b, t = (wide,) * 4 if isinstance(wide, float) else wide
    e = 0.0008
    return [
        kit.slab(x0, x0 + l, y0, y1, z0, z1, slot, bevel, "z"),
        kit.slab(x1 - r, x1, y0, y1, z0, z1, slot, bevel, "z"),
        kit.slab(x0 + l - e, x1 - r + e, y0 + e, y1 - e, z0, z0 + b, slot, bevel, "x"),
        kit.slab(x0 + l - e, x1 - r + e, y0 + e, y1 - e, z1 - t, z1, slot, bevel, "x"),
    ]


def _lever(x: float, z: float, face: float, side: int, toward: float, kind: str) -> Pieces:
    """A handle on the face at y = `face`; `toward` is the x direction in which a lever points (to the hinges)."""

    def out(d: float) -> float:
        return face + side * d

    rose = kit.rotate(kit.cylinder(0.026, 0.008, (0, 0, 0), "handle", 0.002, 20), "x", np.pi / 2 if side < 0 else -np.pi / 2)
    pieces = kit.move(rose, (x, face - side * 0.0005, z))
    if kind == "knob":
        knob = kit.lathe(
            [(0.0, 0.062), (0.018, 0.058), (0.027, 0.047), (0.026, 0.036), (0.014, 0.028), (0.010, 0.02), (0.011, 0.0)][::-1],
            (0, 0, 0),
            "handle",
            20,
        )
        pieces += kit.move(kit.rotate(knob, "x", np.pi / 2 if side < 0 else -np.pi / 2), (x, face, z))
    elif kind == "pull":
        path = kit.smooth_path(
            [
                (x, out(0.0), z - 0.15),
                (x, out(0.04), z - 0.148),
                (x, out(0.045), z),
                (x, out(0.04), z + 0.148),
                (x, out(0.0), z + 0.15),
            ],
            4,
        )
        pieces = [kit.tube(path, 0.008, "handle", 10)]
    else:
        points = [
            (x, out(0.004), z),
            (x, out(0.04), z),
            (x + toward * 0.012, out(0.05), z),
            (x + toward * 0.06, out(0.052), z),
            (x + toward * 0.125, out(0.05), z),
        ]
        pieces.append(kit.tube(kit.smooth_path(points, 4), 0.0085, "handle", 10))
    if kind != "pull":  # key escutcheon
        pieces += kit.move(
            kit.rotate(kit.cylinder(0.018, 0.006, (0, 0, 0), "handle", 0.0015, 16), "x", np.pi / 2 if side < 0 else -np.pi / 2),
            (x, face - side * 0.0005, z - 0.09),
        )
    return pieces


# ---------------------------------------------------------------------------------------------- doors


def _leaf(x0: float, x1: float, z0: float, z1: float, y0: float, y1: float, p: DoorParams) -> Pieces:
    w, h = x1 - x0, z1 - z0
    mid = (y0 + y1) / 2
    if p.kind == "flush":
        return [kit.slab(x0, x1, y0, y1, z0, z1, "leaf", 0.002, "z")]
    if p.kind == "planked":
        n = max(4, round(w / 0.13))
        edges = np.linspace(x0, x1, n + 1)
        out = [kit.slab(edges[i] + 0.0006, edges[i + 1] - 0.0006, y0, y1 - 0.012, z0, z1, "leaf", 0.006, "z") for i in range(n)]
        return out + [
            kit.slab(x0 + 0.06, x1 - 0.06, y1 - 0.014, y1, z0 + t * h - 0.06, z0 + t * h + 0.06, "leaf", 0.005, "x")
            for t in (0.12, 0.5, 0.88)
        ]
    stile = min(0.115, 0.2 * w)
    rails = [(z0, z0 + 0.2)]
    if p.kind == "glazed":
        rows, cols = (2, 1) if p.style in ("modern", "midcentury") else ((5, 2) if p.style == "industrial" else (4, 2))
        bar = 0.022 if p.style != "modern" else 0.05
        out = _frame(x0, x1, z0, z1, y0, y1, (stile, stile, 0.2, 0.12) if p.style != "industrial" else 0.045, "leaf", 0.003)
        gx0, gx1 = (x0 + stile, x1 - stile) if p.style != "industrial" else (x0 + 0.045, x1 - 0.045)
        gz0, gz1 = (z0 + 0.2, z1 - 0.12) if p.style != "industrial" else (z0 + 0.045, z1 - 0.045)
        out += _bars(gx0, gx1, gz0, gz1, y0 + 0.006, y1 - 0.006, cols, rows, bar, "leaf")
        return [*out, kit.slab(gx0 - 0.005, gx1 + 0.005, mid - 0.003, mid + 0.003, gz0 - 0.005, gz1 + 0.005, "glass", 0)]
    lock = z0 + 0.45 * h
    if p.style == "modern":
        cols, rails = 1, [(z0, z0 + 0.16), (z1 - 0.13, z1)]
    elif p.style == "midcentury":
        cols, rails = (
            1,
            [(z0, z0 + 0.14), (z0 + 0.36 * h, z0 + 0.36 * h + 0.08), (z0 + 0.65 * h, z0 + 0.65 * h + 0.08), (z1 - 0.12, z1)],
        )
    else:
        cols, rails = 2 if w > 0.55 else 1, [(z0, z0 + 0.21), (lock - 0.09, lock + 0.09), (z1 - 0.12, z1)]
        if p.style == "classic":
            rails.insert(2, (z1 - 0.5, z1 - 0.4))
    out = [kit.slab(a, b, y0, y1, z0, z1, "leaf", 0.003, "z") for a, b in ((x0, x0 + stile), (x1 - stile, x1))]
    e = 0.0008
    out += [kit.slab(x0 + stile - e, x1 - stile + e, y0 + e, y1 - e, a, b, "leaf", 0.003, "x") for a, b in rails]
    xs = np.linspace(x0 + stile, x1 - stile, cols + 1)
    for (_, za), (zb, _) in pairwise(rails):
        for i in range(cols):
            a, b = xs[i] + (0.045 if i else 0), xs[i + 1] - (0.045 if i + 1 < cols else 0)
            out.append(kit.slab(a - 0.004, b + 0.004, mid - 0.006, mid + 0.006, za - 0.004, zb + 0.004, "leaf", 0, "z"))
            field = 0.035
            if b - a > 0.14 and zb - za > 0.14 and p.style != "modern":
                out.append(kit.slab(a + field, b - field, mid - 0.013, mid + 0.013, za + field, zb - field, "leaf", 0.006, "z"))
            if i + 1 < cols:
                out.append(kit.slab(xs[i + 1] - 0.045, xs[i + 1] + 0.045, y0 + e, y1 - e, za - e, zb + e, "leaf", 0.003, "z"))
    return out


def _bars(
    x0: float, x1: float, z0: float, z1: float, y0: float, y1: float, cols: int, rows: int, wide: float, slot: str
) -> Pieces:
    """Glazing bars dividing a light into columns and rows."""
    out = [
        kit.slab(x - wide / 2, x + wide / 2, y0, y1, z0 - 0.001, z1 + 0.001, slot, 0.002, "z")
        for x in np.linspace(x0, x1, cols + 1)[1:-1]
    ]
    return out + [
        kit.slab(x0 - 0.001, x1 + 0.001, y0 + 0.0007, y1 - 0.0007, z - wide / 2, z + wide / 2, slot, 0.002, "x")
        for z in np.linspace(z0, z1, rows + 1)[1:-1]
    ]


def _assemble(
    name: str,
    p: Any,
    pieces: Pieces,
    slots: dict[str, str],
    parts: Sequence[PartSpec],
    surfaces: tuple[Surface, ...],
    solids: tuple[Box, ...],
) -> Asset:
    used = {q.slot for q in [*pieces, *(q for s in parts for q in s.pieces)]}
    slots = {k: v for k, v in slots.items() if k in used}
    made = tuple(Part(s.name, join(s.pieces, slots, s.origin), s.origin, s.motion) for s in parts)
    return Asset(
        name, p, join(pieces, slots), (float(p.width), float(p.depth), float(p.height)), slots, surfaces, solids, (), made
    )


def door(p: DoorParams) -> Asset:
    """Lining, casings, leaves hung on the room's side, and handles on both faces."""
    w, d, h = p.width, p.depth, p.height
    x, y = w / 2, d / 2
    slots = {"leaf": "satin_paint", "frame": "satin_paint", "handle": "nickel", "glass": "window_glass", "threshold": "oak"}
    thick = min(0.042, 0.6 * d)
    leaf_y0 = -y + 0.004
    lining = [
        kit.slab(-x, -x + LINING, -y, y, 0, h, "frame", 0.0012, "z"),
        kit.slab(x - LINING, x, -y, y, 0, h, "frame", 0.0012, "z"),
        kit.slab(-x + LINING - 0.001, x - LINING + 0.001, -y, y, h - LINING, h, "frame", 0.0012, "x"),
        kit.slab(-x + LINING - 0.001, x - LINING + 0.001, -y, y, 0, 0.006, "threshold", 0.0015, "x"),
        # sharp, since round edges alone would let light in beside the floor
        kit.slab(-x, x, -y, y, 0.0, 0.003, "threshold", 0.0, "x"),
    ]
    parts: list[PartSpec] = []
    if p.leaves:
        s0, s1 = leaf_y0 + thick + 0.001, min(y - 0.002, leaf_y0 + thick + 0.03)
        if s1 > s0 + 0.004:  # stops against which the leaf closes
            lining += [
                kit.slab(-x + LINING - 0.001, -x + LINING + 0.012, s0, s1, 0.006, h - LINING, "frame", 0.002, "z"),
                kit.slab(x - LINING - 0.012, x - LINING + 0.001, s0, s1, 0.006, h - LINING, "frame", 0.002, "z"),
                kit.slab(
                    -x + LINING + 0.012, x - LINING - 0.012, s0, s1, h - LINING - 0.012, h - LINING + 0.001, "frame", 0.002, "x"
                ),
            ]
        gap = 0.003
        inner0, inner1 = -x + LINING + gap, x - LINING - gap
        spans = [(inner0, inner1, p.hinge)] if p.leaves == 1 else [(inner0, -gap / 2, "left"), (gap / 2, inner1, "right")]
        for k, (a, b, hinge) in enumerate(spans):
            pieces = _leaf(a, b, 0.010, h - LINING - gap, leaf_y0, leaf_y0 + thick, p)
            at, toward = (b - 0.058, -1.0) if hinge == "left" else (a + 0.058, 1.0)
            if p.kind == "glazed" and p.style == "industrial":
                at += 0.034 if hinge == "left" else -0.034
            z = 1.05
            for face, side in ((leaf_y0, -1), (leaf_y0 + thick, 1)):
                pieces += _lever(at, z, face, side, toward, p.handle)
            hx = a - gap / 2 if hinge == "left" else b + gap / 2
            pieces += [kit.cylinder(0.006, 0.09, (hx, leaf_y0 - 0.005, z0), "handle", 0.001, 10) for z0 in (0.22, 1.0, h - 0.36)]
            motion = (
                Motion("hinge", (0.0, 0.0, 1.0), -1.75, 0.0) if hinge == "left" else Motion("hinge", (0.0, 0.0, 1.0), 0.0, 1.75)
            )
            parts.append(
                PartSpec(
                    "Leaf" if p.leaves == 1 else f"Leaf {'left' if k == 0 else 'right'}",
                    pieces,
                    (hx, leaf_y0 - 0.005, 0.0),
                    motion,
                )
            )
    if p.casing:
        at = x - LINING + CASING_SETBACK
        both = [
            surround(at, 0.0, h - LINING + CASING_SETBACK, _CASINGS[p.style], side * y, side, False, "frame") for side in (-1, 1)
        ]
        parts.append(PartSpec("Casing", both, (0.0, 0.0, 0.0)))
    solids = (Box((-x, -y, 0.0), (x, y, h)),)
    return _assemble("door", p, lining, slots, parts, (), solids)


_DOOR_KINDS = {
    "modern": ("flush", "flush", "panelled", "glazed"),
    "classic": ("panelled",),
    "rustic": ("planked", "panelled"),
    "industrial": ("flush", "glazed"),
    "midcentury": ("flush", "panelled"),
}


def door_rand(rng: np.random.Generator, **overrides: Any) -> Asset:
    """A door of a style, with leaf, handle and hinge side to suit."""
    style = overrides.get("style") or str(rng.choice(STYLES))
    kinds = _DOOR_KINDS[style]
    drawn = {
        "kind": str(rng.choice(kinds)),
        "hinge": str(rng.choice(["left", "right"])),
        "style": style,
        "handle": str(
            rng.choice(
                {"classic": ["knob", "lever"], "rustic": ["knob", "lever"], "industrial": ["pull", "lever"]}.get(style, ["lever"])
            )
        ),
    }
    base = sample_params(DoorParams, rng, **{**drawn, **{k: v for k, v in overrides.items() if v is not None}})
    given = {k: v for k, v in overrides.items() if v is not None}
    fixed = {k: getattr(DoorParams(), k) for k in ("depth", "height") if k not in given}
    return door(DoorParams(**{**params_of(base), **fixed}))


# ---------------------------------------------------------------------------------------------- windows


def _pane(x0: float, x1: float, z0: float, z1: float, y: float) -> Piece:
    return kit.slab(x0 - 0.006, x1 + 0.006, y - 0.004, y + 0.004, z0 - 0.006, z1 + 0.006, "glass", 0)


def _sash(
    x0: float, x1: float, z0: float, z1: float, y0: float, y1: float, wide: float, cols: int, rows: int, bar: float
) -> Pieces:
    """A glazed sash: frame, bars and pane."""
    out = _frame(x0, x1, z0, z1, y0, y1, wide, "frame", 0.004)
    out += _bars(x0 + wide, x1 - wide, z0 + wide, z1 - wide, y0 + 0.01, y1 - 0.01, cols, rows, bar, "frame")
    return [*out, _pane(x0 + wide, x1 - wide, z0 + wide, z1 - wide, (y0 + y1) / 2)]


def window(p: WindowParams) -> Asset:
    """Reveal lining, frame, sashes or fixed lights, glass, handle and sill board."""
    w, d, h = p.width, p.depth, p.height
    x, y = w / 2, d / 2
    slots = {"frame": "satin_paint", "glass": "window_glass", "handle": "nickel", "sill": "satin_paint"}
    t = 0.012
    root = [
        kit.slab(-x, -x + t, -y, y, 0, h, "sill", 0.001, "z"),
        kit.slab(x - t, x, -y, y, 0, h, "sill", 0.001, "z"),
        kit.slab(-x + t - 0.0005, x - t + 0.0005, -y, y, h - t, h, "sill", 0.001, "x"),
        kit.slab(-x + t - 0.0005, x - t + 0.0005, -y, y, 0, t, "sill", 0.001, "x"),
    ]
    deep = min(0.068, 0.7 * d)
    y1 = y - min(0.02, 0.1 * d)
    y0 = y1 - deep
    parts: list[PartSpec] = []
    x0, x1, z0, z1 = -x + t - 0.0005, x - t + 0.0005, t - 0.0005, h - t + 0.0005
    steel = p.kind == "grid"
    wide = 0.035 if steel else 0.05
    root += _frame(x0, x1, z0, z1, y0, y1, wide, "frame", 0.003)
    x0, x1, z0, z1 = x0 + wide, x1 - wide, z0 + wide, z1 - wide
    if p.kind == "picture":
        root += [
            *_bars(x0, x1, z0, z1, y0 + 0.004, y1 - 0.004, p.columns, p.rows, 0.06, "frame"),
            _pane(x0, x1, z0, z1, (y0 + y1) / 2),
        ]
    elif steel:
        root += [
            *_bars(x0, x1, z0, z1, y0 + 0.012, y1 - 0.012, p.columns, p.rows, 0.024, "frame"),
            _pane(x0, x1, z0, z1, (y0 + y1) / 2),
        ]
    elif p.kind == "sash":
        mid, sy = (z0 + z1) / 2, (y1 - y0 - 0.004) / 2
        root += _sash(x0 + 0.001, x1 - 0.001, mid - 0.02, z1 - 0.001, y1 - sy, y1 - 0.001, 0.04, p.columns, p.rows, 0.02)
        lower = _sash(x0 + 0.002, x1 - 0.002, z0 + 0.001, mid + 0.02, y0 + 0.001, y0 + sy, 0.04, p.columns, p.rows, 0.02)
        lower += [kit.slab(-0.03, 0.03, y0 - 0.012, y0 + 0.004, mid + 0.02, mid + 0.034, "handle", 0.003)]
        lower += [
            kit.slab(s * 0.25 * w - 0.03, s * 0.25 * w + 0.03, y0 - 0.018, y0 + 0.002, z0 + 0.014, z0 + 0.026, "handle", 0.003)
            for s in (-1, 1)
        ]
        parts.append(PartSpec("Lower sash", lower, (0.0, y0, z0), Motion("slide", (0.0, 0.0, 1.0), 0.0, max(0.05, 0.4 * h))))
    else:
        n = max(1, p.columns)
        edges = np.linspace(x0, x1, n + 1)
        root += [
            kit.slab(e - 0.025, e + 0.025, y0 + 0.0008, y1 - 0.0008, z0 - 0.001, z1 + 0.001, "frame", 0.003, "z")
            for e in edges[1:-1]
        ]
        for i in range(n):
            a, b = edges[i] + (0.027 if i else 0.002), edges[i + 1] - (0.027 if i + 1 < n else 0.002)
            sash = _sash(a, b, z0 + 0.002, z1 - 0.002, y0 - 0.012, y1 - 0.014, 0.052, 1, p.rows, 0.022)
            left = i < n / 2 if n > 1 else True
            hx, grip = (a, b - 0.026) if left else (b, a + 0.026)
            zc = (z0 + z1) / 2
            sash.append(kit.slab(grip - 0.014, grip + 0.014, y0 - 0.02, y0 - 0.0115, zc - 0.035, zc + 0.035, "handle", 0.003))
            sash.append(
                kit.tube(
                    kit.smooth_path(
                        [
                            (grip, y0 - 0.018, zc),
                            (grip, y0 - 0.045, zc),
                            (grip, y0 - 0.05, zc - 0.03),
                            (grip, y0 - 0.048, zc - 0.12),
                        ],
                        4,
                    ),
                    0.008,
                    "handle",
                    10,
                )
            )
            motion = Motion("hinge", (0.0, 0.0, 1.0), -1.5, 0.0) if left else Motion("hinge", (0.0, 0.0, 1.0), 0.0, 1.5)
            parts.append(PartSpec("Sash" if n == 1 else f"Sash {i + 1}", sash, (float(hx), y0 - 0.012, 0.0), motion))
    surfaces: tuple[Surface, ...] = ()
    if p.sill:
        over = 0.03
        board = kit.slab(-x - over, x + over, -y - 0.045, -y + 0.004, t - 0.028, t + 0.0005, "sill", 0.004, "x")
        parts.append(PartSpec("Sill board", [board], (0.0, 0.0, 0.0)))
        if y0 - 0.05 + y > 0.08:
            surfaces = (Surface("sill", "on", -x + 0.03, -y - 0.035, x - 0.03, y0 - 0.05, t, h - t),)
    if p.casing:
        at = 0.004 - t
        parts.append(
            PartSpec(
                "Casing",
                [surround(x + at, -at if not p.sill else t, h + at, _CASINGS[p.style], -y, -1, not p.sill, "frame")],
                (0.0, 0.0, 0.0),
            )
        )
    return _assemble("window", p, root, slots, parts, surfaces, (Box((-x, -y, 0.0), (x, y, h)),))


_WINDOW_KINDS = {
    "modern": ("casement", "picture"),
    "classic": ("sash", "casement"),
    "rustic": ("casement",),
    "industrial": ("grid",),
    "midcentury": ("picture", "casement"),
}


def window_layout(kind: str, style: str, width: float, height: float) -> tuple[int, int]:
    """Columns and rows of panes that suit a window's kind, style and size."""
    if kind == "grid":
        return max(2, round(width / 0.45)), max(2, round(height / 0.5))
    if kind == "sash":
        return (2 if width < 0.9 else 3, 2) if style in ("classic", "rustic") else (1, 1)
    if kind == "picture":
        return max(1, round(width / 1.7)), 1
    return max(1, round(width / 0.75)), (3 if style == "rustic" else 2 if style == "classic" and height > 1.2 else 1)


def window_rand(rng: np.random.Generator, **overrides: Any) -> Asset:
    """A window of a style, divided to suit its size."""
    given = {k: v for k, v in overrides.items() if v is not None}
    style = given.get("style") or str(rng.choice(STYLES))
    base = sample_params(WindowParams, rng, **given)
    kind = given.get("kind") or str(rng.choice(_WINDOW_KINDS[style]))
    columns, rows = window_layout(kind, style, base.width, base.height)
    values = {
        **params_of(base),
        "kind": kind,
        "columns": columns,
        "rows": rows,
        "style": style,
        "casing": style in ("classic", "rustic"),
        "depth": 0.12,
    }
    return window(WindowParams(**{**values, **given}))


GENERATORS = (
    Generator(
        "door",
        DoorParams,
        door,
        door_rand,
        traits={
            "double": {"leaves": 2},
            "glass": {"kind": "glazed"},
            "glazed": {"kind": "glazed"},
            "panelled": {"kind": "panelled"},
            "wooden": {"kind": "panelled"},
            "barn": {"kind": "planked"},
            "open": {"leaves": 0},
            "flush": {"kind": "flush"},
        },
    ),
    Generator(
        "window",
        WindowParams,
        window,
        window_rand,
        traits={
            "sash": {"kind": "sash"},
            "casement": {"kind": "casement"},
            "picture": {"kind": "picture"},
            "panoramic": {"kind": "picture"},
            "industrial": {"kind": "grid"},
            "grid": {"kind": "grid"},
            "steel": {"kind": "grid"},
        },
    ),
)
