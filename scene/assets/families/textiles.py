"""Cloth: rugs, curtains, blinds, cushions, throws, towels, bedding, wall hangings, laundry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Surface
from .. import kit
from ..asset import Asset, Generator, choice, count, finish, flag, length
from ..kit import Piece, Pieces
from ._soft import STYLES, block, fold_stack, free, pick, ripples, settle
from .props import pressed

# ---------------------------------------------------------------------------------------------- rug


@dataclass(frozen=True, slots=True)
class RugParams:
    """A rug or mat lying on the floor."""

    width: float = length(2.40, 0.3, 8.0)
    depth: float = length(1.70, 0.3, 8.0)
    height: float = length(0.014, 0.003, 0.05, "thickness")
    style: str = choice("modern", STYLES)
    kind: str = choice("rectangular", ("rectangular", "round", "oval", "runner", "hide", "bath", "door", "puzzle"))
    border: str = choice("plain", ("plain", "band", "double"), "woven bands along the edge")
    fringe: bool = flag(False, "tassels at the short ends")
    shaggy: bool = flag(False, "uneven long pile")
    variant: int = count(0, 0, 9999, "outline of a hide")
    weave: str = choice("plain", ("plain", "ribs", "frame"), "surface of a door or bath mat")


def _door_mat(p: RugParams, h: float) -> Pieces:
    """Coir in a rubber rim: even, in ribs across it, or with a woven band round its field."""
    rim = [_flat(_outline(p), 0, h * 0.55, "edge", 0.004)]
    if p.weave == "ribs":
        n = max(6, round(p.depth / 0.028))
        pitch = (p.depth - 0.044) / n
        y = -p.depth / 2 + 0.022 + pitch * (np.arange(n) + 0.5)
        wide, tall = p.width - 0.044, h - 0.001
        ribs = [
            kit.box((wide, 0.82 * pitch, tall), (0, yy, 0.001 + tall / 2), "carpet" if k % 6 else "border", 0.003)
            for k, yy in enumerate(y)
        ]
        return [*rim, *ribs]
    if p.weave == "frame":
        band = float(np.clip(0.1 * min(p.width, p.depth), 0.02, 0.08))
        return [
            *rim,
            _ring(_outline(p, -0.022), _outline(p, -0.022 - band), 0.94 * h, "carpet", 0.004),
            _ring(_outline(p, -0.023 - band), _outline(p, -0.023 - 1.4 * band), h, "border", 0.001),
            _flat(_outline(p, -0.024 - 1.4 * band), 0.001, 0.96 * h, "carpet", 0.002),
        ]
    return [*rim, _flat(_outline(p, -0.022), 0.001, h, "carpet", 0.004)]


def _bath_mat(p: RugParams, h: float) -> Pieces:
    """A thick tufted mat: in ribs, in a waffle of tufts, or with a raised border round a lower field."""
    q = block((p.width, p.depth, h), (0, 0, h / 2), "carpet", h * 0.48, (0, 0, 0.001), 26, 2)
    v = q.vertices.copy()
    nx, ny = max(3, round(p.width / 0.07)), max(3, round(p.depth / 0.07))
    across, along = np.cos(2 * np.pi * nx * v[:, 0] / p.width), np.cos(2 * np.pi * ny * v[:, 1] / p.depth)
    edge = np.minimum(p.width / 2 - np.abs(v[:, 0]), p.depth / 2 - np.abs(v[:, 1]))
    low = {
        "ribs": 0.22 * (0.5 + 0.5 * np.cos(2 * np.pi * max(3, round(p.depth / 0.045)) * v[:, 1] / p.depth)),
        "plain": 0.3 * (0.5 - 0.25 * (across + along)),
        "frame": 0.42 * np.clip((edge - 0.055) / 0.02, 0, 1),
    }[p.weave]
    v[:, 2] -= np.where(v[:, 2] > h * 0.6, low * h, 0)
    return [q._replace(vertices=v)]


def _outline(p: RugParams, grow: float = 0.0) -> np.ndarray:
    """The counter-clockwise outline of a rug, shrunk by -grow. (n, 2)"""
    w, d = p.width / 2 + grow, p.depth / 2 + grow
    if p.kind in ("round", "oval"):
        return kit.circle(1.0, 72) * (w, d)
    if p.kind == "hide":
        t = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        legs = sum(
            np.exp(-((np.angle(np.exp(1j * (t - a))) / 0.20) ** 2)) for a in (0.72, np.pi - 0.72, np.pi + 0.62, 2 * np.pi - 0.62)
        )
        ends = 0.30 * np.exp(-((np.angle(np.exp(1j * (t - np.pi / 2))) / 0.22) ** 2)) + 0.12 * np.exp(
            -((np.angle(np.exp(1j * (t + np.pi / 2))) / 0.10) ** 2)
        )
        f = ripples(p.variant, 0.5, 1.6, 6)
        r = 0.74 + 0.34 * legs + ends + 0.05 * f(np.cos(t), np.sin(t))
        o = np.column_stack([np.cos(t) * r, np.sin(t) * r])
        o = (o - (o.max(0) + o.min(0)) / 2) / ((o.max(0) - o.min(0)) / 2)
        return o * (w, d)
    return kit.rounded_rect(2 * w, 2 * d, 0.03 if p.kind in ("bath", "door") else 0.012, 4)


def _flat(outline: np.ndarray, z0: float, z1: float, slot: str, edge: float) -> Piece:
    """A flat thing with a rounded rim: two steps down to the floor."""
    t = z1 - z0
    e = min(edge, 0.9 * t + 0.004)
    rings = [(outline, z0), (outline, z0 + 0.4 * t), (kit.inset(outline, e * 0.3), z0 + 0.8 * t), (kit.inset(outline, e), z1)]
    n = len(outline)
    v = np.concatenate([np.column_stack([q, np.full(n, z)]) for q, z in rings])
    idx = np.arange(4 * n).reshape(4, n)
    nxt = np.roll(np.arange(n), -1)
    sides = np.stack([idx[:-1], idx[:-1][:, nxt], idx[1:][:, nxt], idx[1:]], -1).reshape(-1, 4).tolist()
    return kit.piece(v, [*sides, idx[0][::-1].tolist(), idx[-1].tolist()], slot, True, "x")


def _pile(p: RugParams, h: float) -> Piece:
    """A field of uneven pile, highest in the middle, falling to the floor at the rim."""
    w, d = p.width / 2, p.depth / 2
    nx, ny = max(24, min(56, int(p.width / 0.035))), max(24, min(56, int(p.depth / 0.035)))
    u, v = np.meshgrid(np.linspace(-1, 1, nx), np.linspace(-1, 1, ny), indexing="ij")
    if p.kind in ("round", "oval"):
        # square to disc
        x, y = u * np.sqrt(1 - v**2 / 2) * w, v * np.sqrt(1 - u**2 / 2) * d
    else:
        x, y = u * w, v * d
    f, g = ripples(p.variant, 0.05, 0.12, 7), ripples(p.variant + 1, 0.2, 0.6, 4)
    rim = np.clip((1 - np.maximum(np.abs(u), np.abs(v))) * min(w, d) / 0.03, 0, 1) ** 0.5
    low = min(0.004, 0.25 * h)
    z = h - low * (0.5 - 0.35 * f(x, y) - 0.15 * g(x, y))
    grid = np.stack([x + 0.004 * f(y, x), y + 0.004 * g(y, x), 0.002 + (z - 0.002) * rim], -1)
    return kit.sheet(grid, "carpet", 0.0015)


def _puzzle(p: RugParams) -> Pieces:
    """Interlocking foam tiles in alternating colours."""
    w, d, h = p.width, p.depth, p.height
    nx, ny = max(2, round(w / 0.42)), max(2, round(d / 0.42))
    tx, ty = w / nx, d / ny
    out: Pieces = []
    for i in range(nx):
        for j in range(ny):
            o = kit.rounded_rect(tx - 0.003, ty - 0.003, 0.006, 1)
            out += kit.move(
                [kit.prism(o, h, (0, 0, 0), ("carpet", "tile_b", "tile_c")[(i + 2 * j) % 3], 0.002)],
                (-w / 2 + (i + 0.5) * tx, -d / 2 + (j + 0.5) * ty, 0),
            )
    for i in range(nx):
        for j in range(ny - 1):
            for k in (-0.25, 0.25):
                q = kit.prism(
                    kit.rounded_rect(0.05, 0.04, 0.016, 3),
                    h - 0.0006,
                    (0, 0, 0.0003),
                    ("carpet", "tile_b", "tile_c")[(i + 2 * j) % 3],
                    0.001,
                )
                out += kit.move([q._replace()], (-w / 2 + (i + 0.5 + k) * tx, -d / 2 + (j + 1) * ty + 0.010, 0.0005))
    return out


COIR = ("carpet:#6b5138", "carpet:#8a6f4d", "carpet:#4b4a49")


def rug(p: RugParams) -> Asset:
    """A rug: woven, shaggy, round, a runner, a hide, a bath or door mat, foam tiles."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    surfaces: list[Surface] = []
    if p.kind == "puzzle":
        pieces = _puzzle(p)
        return finish(
            "rug",
            p,
            pieces,
            {"carpet": "rubber:#7fa8a0", "tile_b": "rubber:#d9a35f", "tile_c": "rubber:#c9c4b8"},
            surfaces,
            None,
            size=(p.width, p.depth, h),
        )
    pieces = []
    slots = {"carpet": "carpet", "border": "carpet", "fringe": "fabric:#e6ddc8"}
    if p.kind == "door":
        slots |= {"carpet": COIR[p.variant % len(COIR)], "border": "carpet:#2e2a27", "edge": "rubber"}
        pieces = _door_mat(p, h)
    elif p.kind == "bath":
        slots["carpet"] = "fabric"
        pieces = _bath_mat(p, h)
    elif p.shaggy and p.kind != "hide":
        pieces = [_pile(p, h)]
    else:
        edge = 0.006
        if p.border == "plain" or p.kind == "hide":
            pieces.append(_flat(_outline(p), 0, h, "carpet", edge))
        else:
            # bands of another colour are strips of their own, butted with a seam of 1 mm
            band = float(np.clip(min(p.width, p.depth) * 0.055, 0.03, 0.14))
            at = 0.0
            strips = [("border", band, 0.96)]
            if p.border == "double":
                strips += [("carpet", band * 0.7, 1.0), ("border", band * 0.25, 0.97)]
            for slot, wide, tall in strips:
                pieces.append(_ring(_outline(p, -at), _outline(p, -at - wide), h * tall, slot, edge if at == 0 else 0.001))
                at += wide + 0.001
            pieces.append(_flat(_outline(p, -at), 0, h, "carpet", 0.001))
    if p.fringe and p.kind in ("rectangular", "runner") and not p.shaggy:
        long_x = p.width >= p.depth
        n = int(min(70, (p.depth if long_x else p.width) / 0.035))
        f = ripples(p.variant, 0.1, 0.3, 4)
        strands: Pieces = []
        for s in (-1, 1):
            for q in np.linspace(-0.5, 0.5, n):
                a = q * ((p.depth if long_x else p.width) - 0.02)
                e = (w if long_x else d) * s
                bend = 0.006 * float(f(np.array(a), np.array(s * 1.0)))
                path = np.array(
                    [(e - 0.01 * s, a, h * 0.45), (e + 0.03 * s, a + bend, h * 0.35), (e + 0.06 * s, a + 2 * bend, h * 0.22)]
                )
                strands.append(
                    kit.tube(
                        path if long_x else path[:, [1, 0, 2]],
                        np.array([0.004, 0.003, 0.0045]) * min(1.0, h / 0.010),
                        "fringe",
                        4,
                    )
                )
        pieces += strands
    used = {q.slot for q in pieces}
    return finish("rug", p, pieces, {k: v for k, v in slots.items() if k in used}, surfaces, None, size=(p.width, p.depth, h))


def _ring(outer: np.ndarray, inner: np.ndarray, h: float, slot: str, edge: float) -> Piece:
    """A flat band between two outlines of as many points."""
    n = len(outer)
    e = kit.inset(outer, min(edge, 0.004))
    rings = [(outer, 0.0), (outer, 0.5 * h), (e, h), (inner, h), (inner, 0.0)]
    v = np.concatenate([np.column_stack([q, np.full(n, z)]) for q, z in rings])
    idx = np.arange(5 * n).reshape(5, n)
    nxt = np.roll(np.arange(n), -1)
    a, b = idx, np.roll(idx, -1, 0)
    quads = np.stack([a, a[:, nxt], b[:, nxt], b], -1).reshape(-1, 4).tolist()
    return kit.outward(kit.piece(v, quads, slot, False, "x"))


def rug_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A rug drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    kind = free(over, "kind", pick(rng, ("rectangular", "round", "hide"), (8, 2, 1 if style in ("rustic", "midcentury") else 0)))
    size = {
        "rectangular": (rng.uniform(2.0, 2.9), rng.uniform(1.4, 1.95)),
        "round": (2.0, 2.0),
        "oval": (2.2, 1.5),
        "runner": (0.78, rng.uniform(2.0, 3.0)),
        "hide": (2.0, 1.7),
        "bath": (0.80, 0.52),
        "door": (0.75, 0.46),
        "puzzle": (1.5, 1.5),
    }[kind]
    wide = free(over, "width", size[0] * (rng.uniform(0.85, 1.2) if kind == "round" else rng.uniform(0.95, 1.06)))
    shaggy = bool(free(over, "shaggy", kind != "runner" and rng.random() < 0.25))
    thick = {"bath": 0.022, "door": 0.016, "puzzle": 0.018, "hide": 0.006}.get(kind, 0.024 if shaggy else 0.012)
    return rug(
        settle(
            RugParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=wide if kind == "round" else size[1],
            height=thick * rng.uniform(0.9, 1.1),
            weave=pick(rng, ("plain", "ribs", "frame")),
            border=pick(rng, ("plain", "band", "double"), {"classic": (1, 2, 4), "modern": (5, 2, 0)}.get(style, (2, 2, 1))),
            fringe=bool(rng.random() < {"classic": 0.7, "rustic": 0.6}.get(style, 0.15)),
            shaggy=shaggy,
            variant=int(rng.integers(0, 10000)),
        )
    )


MATS = {  # ground and print
    "teal": ("#5c7f86", "#44646b"),
    "plum": ("#7a5876", "#5c3f5a"),
    "sage": ("#8b9a7d", "#6b7a5e"),
    "black": ("#333336", "#55565a"),
    "rose": ("#c08f8a", "#a5716c"),
}


@dataclass(frozen=True, slots=True)
class YogaMatParams:
    """An exercise mat, spread out or rolled up (when it is high)."""

    width: float = length(0.61, 0.10, 1.0)
    depth: float = length(1.80, 0.10, 2.2)
    height: float = length(0.008, 0.003, 0.25)
    style: str = choice("modern", STYLES)
    colour: str = choice("teal", tuple(MATS))
    marks: str = choice("round", ("round", "lines", "bands"), "what is printed on it")


def yoga_mat(p: YogaMatParams) -> Asset:
    """A mat with one end curling a little, or a roll."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    if h > 0.05:
        n = 110
        r = h / 2
        t = np.linspace(0, 2 * np.pi * 5, n)
        rr = 0.018 + (r - 0.022) * t / t[-1]
        spiral = np.column_stack([rr * np.cos(t), rr * np.sin(t)])
        g = np.stack([np.stack([np.full(n, x), spiral[:, 0], spiral[:, 1] + r], -1) for x in (-w, 0.0, w)], 1)
        pieces: Pieces = [kit.sheet(g, "mat", 0.004)]
        for x in (-w * 0.5, w * 0.5):
            pieces += kit.move(kit.rotate(kit.torus(r + 0.0005, 0.004, (0, 0, 0), "strap", 30, 6), "y", np.pi / 2), (x, 0, r))
        return finish("yoga_mat", p, pieces, {"mat": "rubber", "strap": "fabric"}, [], None, size=(p.width, p.depth, h))
    o = kit.rounded_rect(p.width, p.depth, 0.02, 3)
    pieces = [_flat(o, 0, h, "mat", 0.003)]
    ink = 0.0003
    if p.marks == "round":
        pieces.append(_flat(kit.rounded_rect(0.20, 0.20, 0.095, 6), h - 0.001, h + ink, "strap", 0.0002))
    elif p.marks == "lines":  # where hands and feet go
        pieces += [
            kit.slab(-0.6 * w, 0.6 * w, s * d * k - 0.004, s * d * k + 0.004, h - 0.001, h + ink, "strap", 0)
            for s in (-1, 1)
            for k in (0.5, 0.85)
        ]
        pieces.append(kit.slab(-0.004, 0.004, -0.85 * d, 0.85 * d, h - 0.001, h + ink, "strap", 0))
    else:
        pieces += [
            kit.slab(-w + 0.004, w - 0.004, s * d * 0.86 - 0.03, s * d * 0.86 + 0.03, h - 0.001, h + ink, "strap", 0)
            for s in (-1, 1)
        ]
    ground, ink_colour = MATS[p.colour]
    slots = {"mat": f"rubber:{ground}", "strap": f"rubber:{ink_colour}"}
    return finish("yoga_mat", p, pieces, slots, [], None, size=(p.width, p.depth, h))


def yoga_mat_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A mat drawn at random; parameters given are kept."""
    return yoga_mat(
        settle(
            YogaMatParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(0.60, 0.68),
            depth=rng.uniform(1.73, 1.85),
            height=rng.uniform(0.006, 0.010),
            colour=pick(rng, tuple(MATS)),
            marks=pick(rng, ("round", "lines", "bands")),
        )
    )


# ---------------------------------------------------------------------------------------------- curtains and blinds


@dataclass(frozen=True, slots=True)
class CurtainParams:
    """Curtains on a rod, hung before a window. Size is over all: with finials and folds."""

    width: float = length(1.80, 0.4, 6.0)
    depth: float = length(0.14, 0.05, 0.4)
    height: float = length(2.30, 0.4, 4.0)
    style: str = choice("modern", STYLES)
    kind: str = choice("open", ("open", "closed", "tied", "single_panel"))
    rings: bool = flag(True, "rings on a rod; else a plain track")
    gather: float = length(0.30, 0.15, 0.5, "share of the width that each open panel covers")
    variant: int = count(0, 0, 9999)


def _panel(
    x0: float, x1: float, z0: float, z1: float, y: float, amp: float, folds: int, seed: int, tie: float = 0.0, side: float = 0.0
) -> tuple[Piece, np.ndarray]:
    """A folded panel and the x of its front crests. `tie` draws it towards `side` (-1, 1) a third of the way up."""
    n, m = folds * 10 + 1, 16
    u = np.linspace(0, 1, n)
    t = np.linspace(0, 1, m)  # from the hem up
    rng = np.random.default_rng(seed)
    cuts = np.concatenate([[0], np.cumsum(rng.uniform(0.75, 1.25, folds))])
    phase = np.interp(u, cuts / cuts[-1], np.arange(folds + 1))
    drift = ripples(seed + 1, 0.5, 1.5, 4)
    uu, tt = np.meshgrid(u, t, indexing="ij")
    ph = phase[:, None] + 0.10 * drift(uu * 2, tt * 1.5) * (1 - tt)
    wave = np.cos(2 * np.pi * ph)
    # pleats are tight and even at the heading, wide and loose at the hem
    size = amp * (0.72 + 0.28 * (1 - tt)) * (1 + 0.18 * drift(uu * 3, tt + 4) * (1 - tt))
    wide = 1 + 0.0 * tt
    x = x0 + (x1 - x0) * (uu + 0.012 * np.sin(4 * np.pi * ph) * (1 - 0.3 * tt)) * wide
    yy = y - wave * size * np.sign(1)
    if tie:
        pull = tie * np.exp(-(((tt - 0.38) / 0.17) ** 2)) + tie * 0.45 * np.clip((0.38 - tt) / 0.38, 0, 1)
        edge = x1 if side > 0 else x0
        x = edge + (x - edge) * (1 - np.clip(pull, 0, 0.85))
    g = np.stack([x, yy, z0 + (z1 - z0) * tt], -1)
    crest = x0 + (x1 - x0) * np.interp(np.arange(folds + 1), phase, u)
    return kit.sheet(g, "curtain", 0.003), crest


def curtain(p: CurtainParams) -> Asset:
    """One or two panels with real folds, on a rod with rings, brackets and finials (or a track)."""
    w, h = p.width / 2, p.height
    y_rod = -p.depth / 2
    rod_r = 0.0125
    top = h - (0.030 if p.rings else 0.016)
    z_head = top - (0.028 if p.rings else 0.004)
    amp = max(0.012, min(p.depth / 2 - 0.012, 0.075))
    pieces: Pieces = []
    inner = w - (0.06 if p.rings else 0.01)
    spans: list[tuple[float, float, float]] = []
    if p.kind == "closed":
        spans = [(-inner, -0.004, -1.0), (0.004, inner, 1.0)]
    elif p.kind == "single_panel":
        spans = [(-inner, inner, 0.0)]
    else:
        spans = [(-inner, -inner + 2 * inner * p.gather, -1.0), (inner - 2 * inner * p.gather, inner, 1.0)]
    for i, (a, b, s) in enumerate(spans):
        density = 0.085 if p.kind in ("open", "tied") else 0.13
        folds = int(np.clip(round((b - a) / density), 3, 16))
        cloth, crest = _panel(a, b, 0.0, z_head, y_rod, amp, folds, p.variant + i, 0.72 if p.kind == "tied" else 0.0, s)
        pieces.append(cloth)
        if p.rings:
            for x in crest:
                r = kit.rotate(kit.torus(0.021, 0.003, (0, 0, 0), "rod", 16, 6), "y", np.pi / 2)
                pieces += kit.move(r, (x, y_rod, top - 0.0065))
        if p.kind == "tied":
            edge = b if s > 0 else a
            z = z_head * 0.38
            width = abs(b - a) * 0.30
            band = kit.scale(
                kit.tube(np.column_stack([kit.circle(1.0, 20), np.zeros(20)]), 0.16, "tie", 8, True),
                (width / 2 + 0.012, amp * 0.98, 0.12),
            )
            band = kit.scale(band, (1, 1, 1.0))
            pieces += kit.rotate(kit.move(band, (edge - s * width / 2, y_rod, z)), "y", s * 0.12, (edge, y_rod, z))
    if p.rings:
        pieces.append(kit.bar((-w + 0.02, y_rod, top), (w - 0.02, y_rod, top), rod_r, "rod", 14))
        for s in (-1, 1):
            if p.style in ("classic", "rustic"):
                pieces.append(kit.ellipsoid((0.05, 0.05, 0.05), (s * (w - 0.025), y_rod, top), "rod", 16, 10))
            else:
                cap = kit.rotate(kit.cylinder(0.019, 0.035, (0, 0, -0.0175), "rod", 0.004, 18), "y", np.pi / 2)
                pieces += kit.move(cap, (s * (w - 0.0175), y_rod, top))
            x = s * (w - 0.05)
            pieces.append(kit.bar((x, y_rod, top - 0.002), (x, -0.004, top - 0.002), 0.007, "rod", 8))
            pieces += kit.move(
                kit.rotate(kit.cylinder(0.024, 0.008, (0, 0, 0), "rod", 0.002, 18), "x", np.pi / 2), (x, 0.0, top - 0.004)
            )
    else:
        pieces.append(kit.slab(-w, w, y_rod - 0.016, y_rod + 0.016, h - 0.022, h, "rod", 0.003))
        pieces += [kit.slab(x - 0.02, x + 0.02, y_rod, 0.0, h - 0.02, h - 0.004, "rod", 0.002) for x in (-w * 0.7, w * 0.7)]
    used = {q.slot for q in pieces}
    slots = {"curtain": "fabric", "rod": "wood" if p.style == "rustic" else "metal", "tie": "fabric"}
    return finish(
        "curtain",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [],
        None,
        size=(p.width, p.depth, p.height),
        origin="back",
    )


def curtain_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """Curtains drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    return curtain(
        settle(
            CurtainParams,
            over,
            style=style,
            kind=pick(rng, ("open", "tied", "closed"), (6, 3 if style == "classic" else 1, 1)),
            width=rng.uniform(1.6, 2.2),
            depth=rng.uniform(0.12, 0.16),
            height=rng.uniform(2.2, 2.45),
            rings=bool(rng.random() < 0.75),
            gather=rng.uniform(0.22, 0.33),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class BlindParams:
    """A window blind."""

    width: float = length(1.20, 0.3, 4.0)
    depth: float = length(0.07, 0.03, 0.2)
    height: float = length(1.30, 0.2, 3.5)
    style: str = choice("modern", STYLES)
    kind: str = choice("venetian", ("venetian", "roller", "roman", "vertical"))
    wooden: bool = flag(False)
    tilt: float = length(0.5, 0.0, 1.2, "of the slats, radians")


def blind(p: BlindParams) -> Asset:
    """A head rail with slats, a roll of cloth, folds, or vertical strips; cord and bottom bar."""
    w, h, y = p.width / 2, p.height, -p.depth / 2
    head = min(0.045, h * 0.15)
    pieces: Pieces = [kit.slab(-w, w, -p.depth + 0.004, -0.002, h - head, h, "rail", 0.003)]
    wide = p.depth * 0.72
    if p.kind == "venetian":
        n = int(np.clip((h - head) / (wide * 0.80), 5, 70))
        zs = np.linspace(0.03, h - head - 0.02, n)
        slat = kit.rotate(
            kit.sweep(
                np.array(
                    [
                        (-0.5, 0.0),
                        (-0.25, -0.05),
                        (0, -0.066),
                        (0.25, -0.05),
                        (0.5, 0.0),
                        (0.25, -0.015),
                        (0, -0.031),
                        (-0.25, -0.015),
                    ]
                )[:, ::1]
                * (wide, wide * 0.9),
                [(-w + 0.006, 0, 0), (w - 0.006, 0, 0)],
                "slats",
                smooth=False,
            ),
            "x",
            p.tilt,
        )
        pieces += kit.repeat(slat, [(0, y, z) for z in zs])
        pieces.append(kit.slab(-w + 0.004, w - 0.004, y - wide * 0.4, y + wide * 0.4, 0.0, 0.018, "rail", 0.004))
        pieces += [
            kit.bar((x, yy, 0.01), (x, yy, h - head + 0.005), 0.0012, "cord", 5)
            for x in (-w * 0.7, w * 0.7)
            for yy in (y - wide * 0.42, y + wide * 0.42)
        ]
        pieces.append(
            kit.bar((w * 0.9, -p.depth + 0.006, h * 0.45), (w * 0.9, -p.depth + 0.006, h - head * 0.5), 0.004, "cord", 6)
        )
    elif p.kind == "roller":
        pieces[0] = kit.rotate(kit.cylinder(head * 0.5, 2 * w - 0.03, (0, 0, -w + 0.015), "cloth", 0.002, 20), "y", np.pi / 2)[0]
        pieces = kit.move(pieces, (0, y, h - head * 0.55))
        pieces += [
            kit.slab(s * (w - 0.005) - 0.005, s * (w - 0.005) + 0.005, -p.depth, 0.0, h - head * 1.1, h, "rail", 0.002)
            for s in (-1, 1)
        ]
        pieces.append(
            kit.slab(-w + 0.02, w - 0.02, y - head * 0.5, y - head * 0.5 + 0.002, 0.012, h - head * 0.5, "cloth", 0.0005)
        )
        pieces.append(kit.slab(-w + 0.02, w - 0.02, y - head * 0.5 - 0.007, y - head * 0.5 + 0.008, 0.0, 0.026, "rail", 0.004))
        pieces += [
            kit.bar((w - 0.03 + 0.006 * k, y, h * 0.42), (w - 0.03 + 0.006 * k, y, h - head), 0.0015, "cord", 5) for k in (0, 1)
        ]
    elif p.kind == "roman":
        n = max(3, round(h / 0.24))
        t = np.linspace(0, 1, n * 8 + 1)
        z = t * (h - head + 0.01)
        stack = 1 - np.clip(t * n, 0, 2) / 2
        yy = y - (0.5 - 0.5 * np.cos(2 * np.pi * (t * n) ** 1.0)) * (p.depth * 0.22 + p.depth * 0.20 * stack)
        xs = np.linspace(-w + 0.003, w - 0.003, 5)
        g = np.stack(
            [
                np.broadcast_to(xs[:, None], (5, len(t))),
                np.broadcast_to(yy[None], (5, len(t))),
                np.broadcast_to(z[None], (5, len(t))),
            ],
            -1,
        )
        pieces.append(kit.sheet(g, "cloth", 0.004))
    else:
        n = max(4, round(2 * w / 0.09))
        for x in np.linspace(-w + 0.045, w - 0.045, n):
            strip = kit.rotate(kit.box((0.085, 0.002, h - head - 0.015), (0, 0, 0), "cloth", 0.0005), "z", 0.35 + 0.3 * p.tilt)
            pieces += kit.move(strip, (x, y, (h - head - 0.015) / 2 + 0.005))
    used = {q.slot for q in pieces}
    slots = {
        "slats": "wood" if p.wooden else "plastic:#eceae3",
        "cloth": "fabric",
        "rail": "wood" if p.wooden else "paint:#f2f1ec",
        "cord": "fabric:#e8e6de",
    }
    return finish(
        "blind",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [],
        None,
        size=(p.width, p.depth, p.height),
        origin="back",
    )


def blind_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A blind drawn at random; parameters given are kept."""
    return blind(
        settle(
            BlindParams,
            over,
            style=pick(rng, STYLES),
            kind=pick(rng, ("venetian", "roller", "roman")),
            width=rng.uniform(1.0, 1.4),
            depth=rng.uniform(0.055, 0.075),
            height=rng.uniform(1.1, 1.45),
            wooden=bool(rng.random() < 0.4),
            tilt=rng.uniform(0.2, 0.9),
        )
    )


# ---------------------------------------------------------------------------------------------- cushions


@dataclass(frozen=True, slots=True)
class PillowParams:
    """A pillow or cushion: lying, leaning against something behind (+Y), or to sit on."""

    width: float = length(0.66, 0.2, 1.2)
    depth: float = length(0.44, 0.06, 1.2)
    height: float = length(0.15, 0.05, 0.8)
    style: str = choice("modern", STYLES)
    kind: str = choice("lying", ("lying", "leaning", "floor", "bolster"))
    piped: bool = flag(False, "cord around the edge")
    tufted: bool = flag(False, "a button in the middle")
    round: bool = flag(False)
    variant: int = count(0, 0, 9999)


def pillow(p: PillowParams) -> Asset:
    """A pillow with drawn-out corners and gentle creases."""
    w, d, h = p.width, p.depth, p.height
    f = ripples(p.variant, 0.12, 0.4, 6)
    pieces: Pieces
    if p.kind == "bolster":
        r = 0.5
        prof = [
            (0, -0.5),
            (0.8 * r, -0.5),
            (0.97 * r, -0.48),
            (r, -0.44),
            (r * 1.0, 0),
            (r, 0.44),
            (0.97 * r, 0.48),
            (0.8 * r, 0.5),
            (0, 0.5),
        ]
        q = kit.scale(kit.rotate(kit.lathe(prof, (0, 0, 0), "cover", 28), "y", np.pi / 2), (w, d, h))
        return finish("pillow", p, q, {"cover": "fabric"}, [], None, size=(w, d, h))
    if p.kind == "floor":
        if p.round:
            s = np.linspace(-np.pi / 2, np.pi / 2, 15)
            prof = np.column_stack([0.5 * np.abs(np.cos(s)) ** 0.35, 0.5 * np.sign(np.sin(s)) * np.abs(np.sin(s)) ** 0.9])
            prof[0, 0] = prof[-1, 0] = 0
            pieces = kit.scale(kit.lathe(prof, (0, 0, 0), "cover", 40), (w, d, h))
        else:
            pieces = [block((w, d, h), (0, 0, 0), "cover", h * 0.42, (0.012, 0.012, h * 0.10), 10, 3, p.variant, 0.006)]
        if p.tufted:
            pieces = kit.bend(
                pieces,
                lambda v: np.column_stack(
                    [v[:, :2], v[:, 2] - np.sign(v[:, 2]) * 0.16 * h * np.exp(-((np.hypot(v[:, 0], v[:, 1]) / 0.07) ** 2))]
                ),
            )
            pieces.append(kit.ellipsoid((0.035, 0.035, 0.014), (0, 0, h * 0.36), "cover", 12, 6))
        r = 0.24 if p.round else 0.32
        sat = (
            []
            if p.tufted
            else [Surface("top", "on", -r * w, -r * d, r * w, r * d, (0.478 if p.round else 0.48) * h, 10.0, p.round)]
        )
        return finish("pillow", p, pieces, {"cover": "fabric"}, sat, None, size=(w, d, h))
    leaning = p.kind == "leaning" and h > d * 0.5
    # a leaning cushion is modelled flat, then stood up; its side is what remains of the box when leaning
    side = float(np.hypot(h, 0.55 * d)) if leaning else d
    thick = min(0.16, 0.45 * d) if leaning else h
    q = kit.pillow((w, side, thick), (0, 0, 0), "cover", 16, 0.05)
    v = q.vertices.copy()
    u = np.clip(np.abs(v[:, :2]) / (w / 2, side / 2), 0, 1)
    inside = (1 - u[:, 0] ** 4) * (1 - u[:, 1] ** 4)
    v[:, 2] += 0.05 * thick * f(v[:, 0], v[:, 1] + 7 * np.sign(v[:, 2])) * inside
    if p.tufted:
        v[:, 2] -= np.sign(v[:, 2]) * 0.30 * thick * np.exp(-((np.hypot(v[:, 0], v[:, 1]) / 0.05) ** 2))
    if not leaning:
        v[:, 2] = np.maximum(v[:, 2], -thick * 0.38)
    pieces = [q._replace(vertices=v)]
    if p.piped:
        n = 12
        s = np.sin(np.linspace(-np.pi / 2, np.pi / 2, n + 1))[:-1]
        k = 1 - 0.05 * (1 - s**2)
        rim = np.concatenate(
            [np.column_stack([s, -k]), np.column_stack([k, s]), np.column_stack([-s, k]), np.column_stack([-k, -s])]
        ) * (w / 2, side / 2)
        pieces.append(kit.tube(np.column_stack([rim, np.zeros(len(rim))]), 0.005, "trim", 6, True))
    if leaning:
        pieces = kit.rotate(pieces, "x", np.pi / 2 - float(np.arctan2(max(d - thick, 0.02), h)))
    used = {r.slot for r in pieces}
    slots = {"cover": "fabric", "trim": "fabric"}
    return finish("pillow", p, pieces, {k2: x for k2, x in slots.items() if k2 in used}, [], None, size=(w, d, h))


def pillow_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A pillow drawn at random; parameters given are kept."""
    kind = free(over, "kind", "lying")
    s = rng.uniform(0.40, 0.50)
    size = {
        "lying": (rng.uniform(0.60, 0.72), rng.uniform(0.40, 0.48), 0.15),
        "leaning": (s, 0.26, s * 0.9),
        "floor": (0.62, 0.62, 0.16),
        "bolster": (0.6, 0.2, 0.2),
    }[kind]
    wide = free(over, "width", size[0])
    return pillow(
        settle(
            PillowParams,
            over,
            kind=kind,
            style=pick(rng, STYLES),
            width=wide,
            depth=wide if kind == "floor" else size[1],
            height=size[2] * rng.uniform(0.92, 1.08),
            piped=bool(rng.random() < 0.5 and kind == "leaning"),
            tufted=bool(rng.random() < 0.3 and kind in ("floor", "leaning")),
            round=bool(rng.random() < 0.4),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- throws, towels, bedding, clothes


@dataclass(frozen=True, slots=True)
class ThrowParams:
    """A blanket folded or laid flat, or a pile of folded clothes."""

    width: float = length(0.52, 0.15, 3.0)
    depth: float = length(0.38, 0.15, 2.5)
    height: float = length(0.10, 0.006, 0.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("folded", ("folded", "flat", "stack"))
    fringe: bool = flag(False)
    layers: int = count(3, 1, 12)
    variant: int = count(0, 0, 9999)


def _cloth(w: float, d: float, h: float, slot: str, seed: int, cells: tuple[int, int] = (30, 22)) -> Piece:
    """A cloth lying flat in soft low folds, its box w x d x h."""
    u, v = np.meshgrid(np.linspace(-1, 1, cells[0]), np.linspace(-1, 1, cells[1]), indexing="ij")
    f, g = ripples(seed, 0.18, 0.5, 6), ripples(seed + 1, 0.3, 0.9, 4)
    k = max(w, d)
    x = u * w / 2 + 0.012 * k * g(v * 0.4, u * 0.4)
    y = v * d / 2 + 0.012 * k * g(u * 0.4 + 3, v * 0.4)
    thick = min(0.006, 0.4 * h)
    rise = np.clip(f(x / k * 1.2, y / k * 1.2), 0, 1) ** 1.5
    edge = np.clip((1 - np.maximum(np.abs(u), np.abs(v))) * 8, 0.15, 1)
    return kit.sheet(np.stack([x, y, thick + (h - thick) * rise * edge], -1), slot, thick * 0.95)


def throw(p: ThrowParams) -> Asset:
    """A throw: folded with round folds, laid flat, or several folded garments in a stack."""
    w, d, h = p.width, p.depth, p.height
    surfaces: list[Surface] = []
    if p.kind == "flat":
        pieces: Pieces = [_cloth(w, d, h, "cloth", p.variant)]
        if p.fringe:
            pieces += [
                kit.tube([(s * (w / 2 - 0.02), y, 0.004), (s * (w / 2 + 0.035), y, 0.003)], [0.003, 0.002], "cloth", 4)
                for s in (-1, 1)
                for y in np.linspace(-d / 2 + 0.03, d / 2 - 0.03, max(8, int(d / 0.03)))
            ]
        return finish("throw", p, pieces, {"cloth": "fabric"}, surfaces, None, size=(w, d, h))
    if p.kind == "stack":
        rng = np.random.default_rng(p.variant)
        n = int(np.clip(round(h / 0.038), 1, 10))
        cuts = np.cumsum(rng.uniform(0.8, 1.2, n))
        cuts = np.concatenate([[0], cuts / cuts[-1]]) * h
        pieces = []
        for i in range(n):
            a = rng.uniform(0.90, 1.0, 2)
            q = fold_stack(
                w * a[0],
                d * a[1],
                cuts[i + 1] - cuts[i] + 0.0015,
                2 if i % 2 else 3,
                ("cloth", "cloth_2", "cloth_3")[int(rng.integers(0, 3)) if i else 0],
                p.variant + i,
                (rng.uniform(-0.01, 0.01), rng.uniform(-0.008, 0.008), cuts[i]),
                6,
            )
            pieces += kit.rotate(q, "z", rng.uniform(-0.04, 0.04))
        used = {q.slot for q in pieces}
        slots = {"cloth": "fabric", "cloth_2": "fabric:#33435c", "cloth_3": "fabric:#d9d2c4"}
        return finish("throw", p, pieces, {k: v for k, v in slots.items() if k in used}, surfaces, None, size=(w, d, h))
    n = max(2, min(p.layers, int(h / 0.014)))
    pieces = fold_stack(w, d, h, n, "cloth", p.variant, (0, 0, 0), 11)
    if p.fringe:
        z = h * (1 - 0.5 / n)
        pieces += [
            kit.tube(
                [(x, -d / 2 + 0.01, z), (x, -d / 2 - 0.012, z - 0.012), (x + 0.002, -d / 2 - 0.014, z - min(0.06, h * 0.6))],
                [0.003, 0.003, 0.0025],
                "cloth",
                4,
            )
            for x in np.linspace(-w / 2 + 0.02, w / 2 - 0.02, max(10, int(w / 0.02)))
        ]
    return finish("throw", p, pieces, {"cloth": "fabric"}, surfaces, None, size=(w, d, h))


def throw_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A throw drawn at random; parameters given are kept."""
    kind = free(over, "kind", "folded")
    size = {"folded": (0.50, 0.36, 0.10), "flat": (1.3, 0.65, 0.025), "stack": (0.30, 0.34, rng.uniform(0.08, 0.26))}[kind]
    wide, deep, high = (s * rng.uniform(0.93, 1.08) for s in size)
    return throw(
        settle(
            ThrowParams,
            over,
            kind=kind,
            style=pick(rng, STYLES),
            width=wide,
            depth=deep,
            height=high,
            fringe=bool(rng.random() < 0.4),
            layers=int(rng.integers(3, 6)),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class TowelParams:
    """Towels: folded, a stack, rolled, or hanging on a bar (origin at the back)."""

    width: float = length(0.36, 0.12, 1.2)
    depth: float = length(0.26, 0.04, 0.8)
    height: float = length(0.07, 0.015, 1.4)
    style: str = choice("modern", STYLES)
    kind: str = choice("folded", ("folded", "rolled", "hanging"))
    variant: int = count(0, 0, 9999)
    pieces: int = count(1, 1, 6, "towels in a stack or on the bar")


def _hung(x: float, wide: float, front: float, back: float, z_bar: float, y_bar: float, r: float, slot: str, seed: int) -> Piece:
    """A towel over a bar: front and back fall, with shallow folds and a woven band."""
    f = ripples(seed, 0.12, 0.4, 5)
    t_arc = np.linspace(np.pi, 0, 7)
    zf, zb = np.linspace(z_bar - front, z_bar, 14)[:-1], np.linspace(z_bar, z_bar - back, 12)[1:]
    path = np.concatenate(
        [
            np.column_stack([np.full(len(zf), -r), zf]),
            np.column_stack([r * np.cos(t_arc), z_bar + r * np.sin(t_arc)]),
            np.column_stack([np.full(len(zb), r), zb]),
        ]
    )
    u = np.linspace(-1, 1, 15)
    fall = np.clip((z_bar - path[:, 1]) / 0.4, 0, 1)
    fold = 0.012 * fall[:, None] * f(u[None] * wide * 0.8 + 0 * fall[:, None], 0.3 * path[:, 1:] + 0 * u[None])
    g = np.stack(
        [
            x + u[None] * wide / 2 * (1 - 0.03 * fall[:, None]),
            y_bar + path[:, :1] - np.abs(fold) * np.where(path[:, :1] < 0, 1, 0.3),
            path[:, 1:] + 0 * u[None],
        ],
        -1,
    )
    return kit.sheet(g, slot, 0.006)


def towel(p: TowelParams) -> Asset:
    """Folded towels with round edges, rolled ones, or towels on a bar."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "hanging":
        y, z = -d / 2, h - 0.02
        r = min(0.017, d * 0.2)
        pieces: Pieces = [kit.bar((-w / 2 + 0.006, y, z - r), (w / 2 - 0.006, y, z - r), 0.009, "bar", 12)]
        for s in (-1, 1):
            x = s * (w / 2 - 0.02)
            pieces.append(kit.bar((x, y - 0.002, z - r), (x, -0.004, z - r), 0.008, "bar", 10))
            pieces += kit.move(
                kit.rotate(kit.cylinder(0.022, 0.010, (0, 0, 0), "bar", 0.003, 20), "x", np.pi / 2), (x, 0.0, z - r)
            )
            pieces.append(kit.ellipsoid((0.022, 0.022, 0.022), (s * (w / 2 - 0.011), y, z - r), "bar", 12, 8))
        n = min(p.pieces, 2) if w > 0.5 else 1
        inner = w - 0.11
        each = inner / n - 0.02
        for i in range(n):
            x = (i - (n - 1) / 2) * inner / n
            drop = (h - 0.03 - r) if i == 0 else (h - 0.03) * 0.72
            pieces.append(_hung(x, each, drop, drop * 0.82, z - r, y, r + 0.004, "towel", p.variant + i))
        return finish(
            "towel",
            p,
            pieces,
            {"towel": "fabric:#e9e5da", "bar": "chrome" if p.style != "industrial" else "black_metal"},
            [],
            None,
            size=(w, d, h),
            origin="back",
        )
    pieces = []
    if p.kind == "rolled":
        n = min(p.pieces, 3)
        per = d / n if n > 1 else d
        for i in range(n):
            t = np.linspace(0, 2 * np.pi * 3.4, 60)
            rr = np.linspace(0.12, 0.47, 60)
            spiral = np.column_stack([rr * np.cos(t) * per, (rr * np.sin(t) + 0.5) * h])
            g = np.stack(
                [
                    np.column_stack([np.full(60, x), spiral[:, 0] + (i - (n - 1) / 2) * per, spiral[:, 1]])
                    for x in (-w / 2, -w / 6, w / 6, w / 2)
                ],
                1,
            )
            pieces.append(kit.sheet(g, "towel", min(per, h) * 0.07))
    else:
        n = p.pieces
        each = h / n
        for i in range(n):
            k = 1 - 0.04 * ((p.variant + i) % 3)
            pieces += kit.rotate(
                fold_stack(
                    w * k,
                    d * k,
                    each + 0.001,
                    2 if each < 0.045 else 3,
                    "towel" if i % 2 == 0 else "towel_2",
                    p.variant + i,
                    (0, 0, i * each),
                    9,
                ),
                "z",
                0.02 * ((i + p.variant) % 3 - 1),
            )
    used = {q.slot for q in pieces}
    slots = {"towel": "fabric:#e9e5da", "towel_2": "fabric"}
    surfaces = [Surface("top", "on", -0.38 * w, -0.32 * d, 0.38 * w, 0.32 * d, h - 0.003)] if p.kind == "folded" else []
    return finish("towel", p, pieces, {k2: v for k2, v in slots.items() if k2 in used}, surfaces, None, size=(w, d, h))


def towel_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """Towels drawn at random; parameters given are kept."""
    kind = free(over, "kind", pick(rng, ("folded", "rolled"), (3, 1)))
    n = int(rng.integers(1, 5)) if kind == "folded" else int(rng.integers(1, 4)) if kind == "rolled" else int(rng.integers(1, 3))
    high = over.get("height")
    if high is not None and kind == "folded":
        n = max(1, min(6, round(high / 0.055)))
    n = free(over, "pieces", n)
    size = {"folded": (0.36, 0.26, 0.055 * n), "rolled": (0.34, 0.11 * n, 0.11), "hanging": (0.56, 0.09, 0.72)}[kind]
    wide, deep, tall = (s * rng.uniform(0.94, 1.06) for s in size)
    return towel(
        settle(
            TowelParams,
            over,
            kind=kind,
            style=pick(rng, STYLES),
            width=wide,
            depth=deep,
            height=tall,
            pieces=n,
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class BeddingParams:
    """Folded sheets and a duvet in a pile, a pillow on top."""

    width: float = length(0.55, 0.3, 1.0)
    depth: float = length(0.42, 0.25, 0.8)
    height: float = length(0.32, 0.08, 0.7)
    style: str = choice("modern", STYLES)
    with_pillow: bool = flag(True)
    variant: int = count(0, 0, 9999)


def bedding(p: BeddingParams) -> Asset:
    """A pile of linen, thick pieces below."""
    w, d, h = p.width, p.depth, p.height
    top = h - (0.11 if p.with_pillow and h > 0.2 else 0.0)
    shares = np.array([0.42, 0.30, 0.16, 0.12]) if top > 0.16 else np.array([0.6, 0.4])
    z = np.concatenate([[0], np.cumsum(shares)]) * top
    pieces: Pieces = []
    for i in range(len(shares)):
        k = (1.0, 0.95, 0.88, 0.84)[i]
        q = fold_stack(
            w * k,
            d * k,
            z[i + 1] - z[i] + 0.002,
            (3, 3, 2, 2)[i],
            ("duvet", "linen", "accent", "linen")[i],
            p.variant + i,
            (0, 0, z[i]),
            9,
        )
        pieces += kit.rotate(q, "z", 0.03 * ((p.variant + i) % 3 - 1))
    if top < h:
        pieces += kit.move(
            [kit.pillow((w * 0.9, d * 0.86, (h - top) * 1.3), (0, 0, 0), "linen", 12)], (0, 0, top + (h - top) * 0.35)
        )
    return finish(
        "bedding",
        p,
        pieces,
        {"duvet": "fabric", "linen": "fabric:#efece4", "accent": "fabric"}
        if len(shares) > 2
        else {"duvet": "fabric", "linen": "fabric:#efece4"},
        [],
        None,
        size=(w, d, h),
    )


def bedding_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A pile of bedding drawn at random; parameters given are kept."""
    return bedding(
        settle(
            BeddingParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(0.5, 0.6),
            depth=rng.uniform(0.38, 0.46),
            height=rng.uniform(0.22, 0.38),
            with_pillow=bool(rng.random() < 0.6),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class TableclothParams:
    """A cloth or runner lying on a table."""

    width: float = length(1.30, 0.2, 4.0)
    depth: float = length(0.80, 0.2, 2.0)
    height: float = length(0.006, 0.002, 0.03)
    style: str = choice("modern", STYLES)
    round: bool = flag(False)
    hem: bool = flag(True, "a sewn border")
    variant: int = count(0, 0, 9999)


def tablecloth(p: TableclothParams) -> Asset:
    """A thin cloth with a hem."""
    w, d, h = p.width, p.depth, p.height
    o = kit.circle(1.0, 48) * (w / 2, d / 2) if p.round else kit.rounded_rect(w, d, 0.008, 2)
    band = min(0.03, 0.12 * min(w, d))
    if p.hem:
        pieces = [_ring(o, kit.inset(o, band), h, "hem", 0.001), _flat(kit.inset(o, band + 0.0006), 0, h * 0.8, "cloth", 0.0006)]
    else:
        pieces = [_flat(o, 0, h, "cloth", 0.001)]
    if p.style == "rustic":
        pieces += (
            [
                kit.slab(-w / 2 + band * 1.2, w / 2 - band * 1.2, y - 0.008, y + 0.008, h * 0.2, h * 0.86, "hem", 0.0003)
                for y in (-d * 0.3, d * 0.3)
            ]
            if not p.round
            else []
        )
    used = {q.slot for q in pieces}
    slots = {"cloth": "fabric", "hem": "fabric:#d8cfbd"}
    return finish(
        "tablecloth",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [Surface("top", "on", -w * 0.32, -d * 0.32, w * 0.32, d * 0.32, h * (0.8 if p.hem else 1.0))],
        None,
        size=(w, d, h),
    )


def tablecloth_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A tablecloth drawn at random; parameters given are kept."""
    wide = free(over, "width", rng.uniform(1.1, 1.5))
    return tablecloth(
        settle(
            TableclothParams,
            over,
            style=pick(rng, STYLES),
            width=wide,
            depth=rng.uniform(0.35, 0.8),
            height=rng.uniform(0.004, 0.007),
            hem=bool(rng.random() < 0.7),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class WallHangingParams:
    """Cloth art on the wall, hung from a rod."""

    width: float = length(0.80, 0.2, 3.0)
    depth: float = length(0.05, 0.012, 0.15)
    height: float = length(1.10, 0.25, 3.0)
    style: str = choice("rustic", STYLES)
    kind: str = choice("tapestry", ("tapestry", "macrame", "banner"))
    variant: int = count(0, 0, 9999)


def wall_hanging(p: WallHangingParams) -> Asset:
    """A tapestry with fringe, knotted macramé, or a pointed banner; each from a rod with a cord."""
    w, d, h = p.width / 2, p.depth, p.height
    y = -d / 2
    rod = min(0.012, d * 0.32)
    cord_h = min(0.22 * p.width, 0.14 * h)
    zr = h - cord_h
    pieces: Pieces = [kit.bar((-w, y, zr), (w, y, zr), rod, "rod", 12)]
    pieces.append(kit.tube([(-w * 0.86, y, zr), (0, -0.004, h - 0.003), (w * 0.86, y, zr)], 0.0025, "cord", 6))
    pieces += [kit.ellipsoid((rod * 2.6,) * 3, (s * (w - rod), y, zr), "rod", 12, 8) for s in (-1, 1)]
    f = ripples(p.variant, 0.3, 0.9, 5)
    wi = w * 0.90
    if p.kind == "macrame":
        n = max(14, int(2 * wi / 0.022))
        xs = np.linspace(-wi, wi, n)
        v_shape = np.abs(xs / wi)
        for i, x in enumerate(xs):
            z1 = (
                zr * (0.06 + 0.34 * v_shape[i])
                if p.variant % 2
                else zr * (0.04 + 0.10 * float(f(np.array(x * 3), np.array(0.0)) + 1))
            )
            z = np.linspace(zr, z1, 6)
            sway = 0.004 * f(np.full(6, x * 4), z * 2)
            pieces.append(
                kit.tube(
                    np.column_stack([x + sway, np.full(6, y - 0.002), z]),
                    np.array([0.005, 0.005, 0.0045, 0.005, 0.0048, 0.006]),
                    "cloth",
                    5,
                )
            )
        rows = 4
        for r in range(rows):
            for i in range(r % 2, n - 1, 2):
                c = (xs[i] + xs[i + 1]) / 2
                z = zr - (0.07 + 0.11 * r) * zr * (0.6 + 0.4 * abs(c / wi))
                pieces.append(kit.ellipsoid((abs(xs[1] - xs[0]) * 1.5, 0.016, 0.022), (c, y - 0.004, z), "cloth", 8, 5))
    else:
        nx, nz = 25, 30
        u, t = np.meshgrid(np.linspace(-1, 1, nx), np.linspace(0, 1, nz), indexing="ij")
        point = 0.16 * (1 - np.abs(u)) if p.kind == "banner" else 0.0 * u
        low = 0.06 * zr if p.kind == "tapestry" else 0.16 * zr
        z = zr + rod - (zr + rod - low + point * zr) * t
        amp = min(0.012, d * 0.28)
        yy = y + amp * f(u * wi * 1.6, t * 0.5) * np.clip(t * 3, 0.1, 1) * 0.8
        pieces.append(kit.sheet(np.stack([u * wi, yy, z], -1), "cloth", 0.003))
        if p.kind == "tapestry":
            for k, zz in enumerate((0.12, 0.20, 0.80, 0.88)):
                t1 = np.array([zz - 0.018, zz + 0.018])
                row = np.linspace(-1, 1, nx)
                g = np.stack(
                    [
                        np.stack(
                            [
                                row * wi * 0.998,
                                y + amp * f(row * wi * 1.6, np.full(nx, q * 0.5)) * np.clip(q * 3, 0.1, 1) * 0.8 - 0.0045,
                                zr + rod - (zr + rod - low) * np.full(nx, q),
                            ],
                            -1,
                        )
                        for q in t1
                    ],
                    1,
                )
                pieces.append(kit.sheet(g, "band" if k % 2 else "cord", 0.002))
            n = max(12, int(2 * wi / 0.03))
            pieces += [
                kit.tube([(x, y, low + 0.01), (x + 0.002, y - 0.002, low * 0.5), (x, y, 0.0)], [0.004, 0.003, 0.005], "cord", 5)
                for x in np.linspace(-wi * 0.99, wi * 0.99, n)
            ]
        else:
            pieces.append(kit.bar((-wi * 0.5, y - 0.003, zr * 0.62), (wi * 0.5, y - 0.003, zr * 0.62), 0.003, "band", 6))
            q = kit.move(
                kit.rotate(kit.prism(kit.circle(wi * 0.36, 28), 0.004, (0, 0, 0), "band", 0.001), "x", np.pi / 2),
                (0, y - amp - 0.001, zr * 0.62),
            )
            pieces += q
    used = {q.slot for q in pieces}
    slots = {
        "cloth": "fabric" if p.kind != "macrame" else "fabric:#e8dfcc",
        "band": "fabric:#b0663c",
        "rod": "wood",
        "cord": "fabric:#d8ccb4",
    }
    return finish(
        "wall_hanging",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        [],
        None,
        size=(p.width, p.depth, p.height),
        origin="back",
    )


def wall_hanging_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A wall hanging drawn at random; parameters given are kept."""
    kind = free(over, "kind", pick(rng, ("tapestry", "macrame")))
    size = (0.6, 0.03, 1.2) if kind == "banner" else (0.8, 0.05, 1.1)
    wide, deep, high = (s * rng.uniform(0.85, 1.15) for s in size)
    return wall_hanging(
        settle(
            WallHangingParams,
            over,
            kind=kind,
            style=pick(rng, STYLES),
            width=wide,
            depth=deep,
            height=high,
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class LaundryPileParams:
    """A heap of clothes."""

    width: float = length(0.62, 0.2, 1.3)
    depth: float = length(0.56, 0.2, 1.2)
    height: float = length(0.26, 0.05, 0.7)
    style: str = choice("modern", STYLES)
    garments: int = count(6, 2, 12)
    variant: int = count(0, 0, 9999)


def laundry_pile(p: LaundryPileParams) -> Asset:
    """Crumpled cloths thrown on a heap, each draped over those below."""
    rng = np.random.default_rng(p.variant)
    pieces: Pieces = []
    for i in range(p.garments):
        n = 19
        u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n), indexing="ij")
        # square to blob: a soft rounded outline with lobes
        x, y = u * np.sqrt(1 - 0.42 * v**2), v * np.sqrt(1 - 0.42 * u**2)
        a = rng.uniform(0, np.pi)
        level = i / p.garments
        size = 0.86 - 0.18 * level + rng.uniform(-0.06, 0.06)
        x, y = size * (x * np.cos(a) - 0.72 * y * np.sin(a)), size * (x * np.sin(a) + 0.72 * y * np.cos(a))
        x, y = x + rng.uniform(-0.26, 0.26), y + rng.uniform(-0.26, 0.26)
        f, g = ripples(p.variant + 7 * i, 0.5, 1.2, 6), ripples(p.variant + 7 * i + 3, 0.25, 0.5, 6)
        r2 = np.clip(x**2 + y**2, 0, 1)
        mound = (1 - r2) ** 1.1 * 0.74
        edge = np.clip((1 - np.maximum(np.abs(u), np.abs(v))) * 3.0, 0, 1) ** 0.7
        folds = 0.20 * (1 - np.abs(f(x, y))) ** 2 + 0.02 * g(x, y)
        z = mound * (0.12 + 0.88 * level) + 0.03 + 0.02 * level + folds * (0.45 + 0.55 * edge)
        pieces.append(
            kit.sheet(
                np.stack([x * p.width / 2, y * p.depth / 2, z * p.height], -1),
                ("cloth", "cloth_2", "cloth_3", "cloth_4")[i % 4],
                0.006,
            )
        )
    slots = {"cloth": "fabric", "cloth_2": "fabric:#34476a", "cloth_3": "fabric:#d8d2c6", "cloth_4": "fabric:#7a3b35"}
    used = {q.slot for q in pieces}
    return finish(
        "laundry_pile",
        p,
        pressed(pieces, 0.05 * p.height),
        {k: v for k, v in slots.items() if k in used},
        [],
        None,
        size=(p.width, p.depth, p.height),
    )


def laundry_pile_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A heap of clothes drawn at random; parameters given are kept."""
    return laundry_pile(
        settle(
            LaundryPileParams,
            over,
            style=pick(rng, STYLES),
            width=rng.uniform(0.55, 0.72),
            depth=rng.uniform(0.5, 0.62),
            height=rng.uniform(0.2, 0.3),
            garments=int(rng.integers(5, 9)),
            variant=int(rng.integers(0, 10000)),
        )
    )


GENERATORS = (
    Generator(
        "rug",
        RugParams,
        rug,
        rug_rand,
        {
            "round": {"kind": "round"},
            "circular": {"kind": "round"},
            "oval": {"kind": "oval"},
            "rectangular": {"kind": "rectangular"},
            "runner": {"kind": "runner"},
            "irregular": {"kind": "hide"},
            "cowhide": {"kind": "hide"},
            "sheepskin": {"kind": "hide"},
            "shaggy": {"shaggy": True},
            "fluffy": {"shaggy": True},
            "plush": {"shaggy": True},
            "fringed": {"fringe": True},
            "persian": {"style": "classic", "border": "double", "fringe": True},
            "oriental": {"style": "classic", "border": "double", "fringe": True},
            "plain": {"border": "plain"},
            "patterned": {"border": "double"},
            "large": {"width": 3.0, "depth": 2.1},
            "small": {"width": 1.4, "depth": 0.9},
        },
    ),
    Generator("yoga_mat", YogaMatParams, yoga_mat, yoga_mat_rand, {"rolled": {"width": 0.61, "depth": 0.12, "height": 0.12}}),
    Generator(
        "curtain",
        CurtainParams,
        curtain,
        curtain_rand,
        {
            "open": {"kind": "open"},
            "closed": {"kind": "closed"},
            "drawn": {"kind": "closed"},
            "tied": {"kind": "tied"},
            "tied_back": {"kind": "tied"},
        },
    ),
    Generator(
        "blind",
        BlindParams,
        blind,
        blind_rand,
        {
            "venetian": {"kind": "venetian"},
            "roller": {"kind": "roller"},
            "roman": {"kind": "roman"},
            "vertical": {"kind": "vertical"},
            "wooden": {"wooden": True, "kind": "venetian"},
            "bamboo": {"wooden": True, "kind": "venetian"},
        },
    ),
    Generator(
        "pillow",
        PillowParams,
        pillow,
        pillow_rand,
        {"round": {"round": True}, "square": {"round": False}, "tufted": {"tufted": True}, "bolster": {"kind": "bolster"}},
    ),
    Generator(
        "throw",
        ThrowParams,
        throw,
        throw_rand,
        {"folded": {"kind": "folded"}, "fringed": {"fringe": True}, "spread": {"kind": "flat"}},
    ),
    Generator(
        "towel",
        TowelParams,
        towel,
        towel_rand,
        {"rolled": {"kind": "rolled"}, "folded": {"kind": "folded"}, "stacked": {"kind": "folded", "pieces": 4}},
    ),
    Generator("bedding", BeddingParams, bedding, bedding_rand),
    Generator("tablecloth", TableclothParams, tablecloth, tablecloth_rand, {"round": {"round": True}}),
    Generator(
        "wall_hanging",
        WallHangingParams,
        wall_hanging,
        wall_hanging_rand,
        {"macrame": {"kind": "macrame"}, "woven": {"kind": "tapestry"}},
    ),
    Generator(
        "laundry_pile", LaundryPileParams, laundry_pile, laundry_pile_rand, {"large": {"garments": 10}, "small": {"garments": 4}}
    ),
)
