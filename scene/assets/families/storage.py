"""Shelves, cabinets, wardrobes, racks, chests, baskets and carts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ....model.assets import Surface
from .. import kit
from ..asset import Asset, Generator, Motion, PartSpec, choice, count, finish, flag, length
from ..kit import Floats, Piece, Pieces
from . import casework as cw
from ._fronts import opened
from .casework import STYLES, Rng, pick
from .tables import STYLE_TRAITS

Cells = Sequence[tuple[str, float]]


def _dims(rng: Rng, o: dict[str, Any], size: tuple[float, float, float], spread: float = 0.08) -> dict[str, float]:
    """Width, depth and height as given, or about the usual ones."""
    return {k: o.get(k, cw.near(rng, v, spread)) for k, v in zip(("width", "depth", "height"), size, strict=True)}


def _use(slots: dict[str, str], pieces: Sequence[Piece], parts: Sequence[PartSpec] = ()) -> dict[str, str]:
    """The slots that pieces really use, in their order."""
    used = {q.slot for q in pieces} | {q.slot for s in parts for q in s.pieces}
    return {k: v for k, v in slots.items() if k in used}


# ---------------------------------------------------------------------------------------------- cases with fronts


def _fill(
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    z0: float,
    z1: float,
    columns: Sequence[tuple[float, Cells]],
    front: str,
    pull: str,
    slot: str = "body",
    front_slot: str = "front",
) -> tuple[Pieces, list[PartSpec], list[Surface]]:
    """Fill a case's opening with columns of cells listed bottom to top: drawer, left, right (doors), pair, open, glass.

    Fronts lie at `y0` and overlay the case, whose boards start 20 mm behind. Cells without drawers give surfaces.
    """
    t = 0.016
    out: Pieces = []
    parts: list[PartSpec] = []
    surfaces: list[Surface] = []
    yb = y0 + 0.021
    xs = x0 + np.concatenate([[0], np.cumsum([c[0] for c in columns])]) / sum(c[0] for c in columns) * (x1 - x0)
    out += [kit.slab(x - t / 2, x + t / 2, yb + 0.001, y1 - 0.008, z0, z1, slot, 0.002, "z") for x in xs[1:-1]]
    for c, (_w, cells) in enumerate(columns):
        a, b = float(xs[c]), float(xs[c + 1])
        ia, ib = a + (t / 2 if c else 0.0), b - (t / 2 if c < len(columns) - 1 else 0.0)
        zs = z0 + np.concatenate([[0], np.cumsum([k[1] for k in cells])]) / sum(k[1] for k in cells) * (z1 - z0)
        for i, (kind, _h) in enumerate(cells):
            lo, hi = float(zs[i]), float(zs[i + 1])
            floor = lo
            if i:
                out.append(kit.slab(ia - 0.001, ib + 0.001, yb + 0.0005, y1 - 0.008, lo - t / 2, lo + t / 2, slot, 0.002, "x"))
                floor = lo + t / 2
            ceil = hi - (t / 2 if i < len(cells) - 1 else 0.0)
            g = 0.002
            ends = (a + g, b - g, lo + g, hi - g)
            n = f"{c + 1}.{i + 1}"
            if kind == "drawer":
                parts.append(cw.drawer(f"Drawer {n}", *ends, y0, y1 - yb - 0.02, front, pull, front_slot, slot))
            elif kind in ("left", "right", "glass"):
                look = "glass" if kind == "glass" else front
                parts.append(
                    cw.door(
                        f"Door {n}",
                        *ends,
                        y0,
                        look,
                        pull,
                        front_slot,
                        "right" if kind == "right" else "left",
                        None if hi - lo < 1.0 else min(1.05, lo + 0.5 * (hi - lo)),
                    )
                )
            elif kind == "pair":
                m = (a + b) / 2
                parts.append(
                    cw.door(
                        f"Left door {n}",
                        a + g,
                        m - g,
                        lo + g,
                        hi - g,
                        y0,
                        front,
                        pull,
                        front_slot,
                        "left",
                        None if hi - lo < 1.0 else min(1.05, (lo + hi) / 2),
                    )
                )
                parts.append(
                    cw.door(
                        f"Right door {n}",
                        m + g,
                        b - g,
                        lo + g,
                        hi - g,
                        y0,
                        front,
                        pull,
                        front_slot,
                        "right",
                        None if hi - lo < 1.0 else min(1.05, (lo + hi) / 2),
                    )
                )
            if kind != "drawer":
                shut = kind not in ("open", "glass")
                ends = ia + 0.015, yb + 0.012, ib - 0.015, y1 - 0.025
                surfaces.append(Surface(f"shelf {n}", "in", *ends, floor, ceil - floor, hidden=shut))
    return out, parts, surfaces


TOOL_PAINTS = {"red": "paint:#a3211c", "blue": "paint:#2b4f86", "black": "paint:#26282b", "yellow": "paint:#d0a02a"}


@dataclass(frozen=True, slots=True)
class CabinetParams:
    """A case with doors and drawers."""

    width: float = length(0.9, 0.25, 3.0)
    depth: float = length(0.42, 0.15, 0.9)
    height: float = length(0.95, 0.3, 2.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("cabinet", ("cabinet", "tall", "sideboard", "dresser", "nightstand", "pedestal", "tool_chest"))
    columns: int = count(2, 1, 6)
    drawers: int = count(0, 0, 24)
    layout: str = choice(
        "row", ("row", "stack", "open"), "drawers in a row over the doors, in a stack between them, or open niches instead"
    )
    front: str = choice("flat", ("flat", "shaker", "raised", "slats"))
    handle: str = choice("bar", tuple(cw.REACH))
    foot: float = length(0.12, 0.0, 0.4, "height over the floor")
    overhang: float = length(0.012, 0.0, 0.05, "of the top")
    two_tone: bool = flag(False, "painted fronts on a wooden case")
    open: bool = flag(False, "its doors stand open")
    paint: str = choice("red", tuple(TOOL_PAINTS), "of a tool chest")


def _cabinet_columns(p: CabinetParams) -> list[tuple[float, Cells]]:
    n = p.columns
    if p.kind in ("dresser", "pedestal", "tool_chest"):
        per = np.full(n, max(1, p.drawers) // n)
        per[: max(1, p.drawers) % n] += 1
        rows = []
        for k in per:
            k = max(1, int(k))
            weights = [1.25 if p.kind == "dresser" and i < k - 1 and k > 2 else 1.0 for i in range(k)]
            if p.kind == "tool_chest":
                weights = [1.0 + 0.9 * (i < max(1, k // 3)) for i in range(k)]
            if p.kind == "pedestal" and k == 3:
                weights = [1.9, 1.0, 0.9]
            rows.append((1.0, [("drawer", w) for w in weights]))
        return rows
    if p.kind == "nightstand":
        if p.layout == "open" or p.drawers == 0:
            return [(1.0, [("open", 1.15), ("drawer", 0.85)] if p.drawers else [("open", 1.0)])]
        if p.layout == "stack" and p.drawers == 1:
            return [(1.0, [("left", 1.7), ("drawer", 0.9)])]
        return [(1.0, [("drawer", 1.0)] * p.drawers)]
    doors = [("left" if i % 2 == 0 else "right") for i in range(n)]
    if n % 2:
        doors[-1] = "right"
    if p.layout == "open" and n >= 2:
        mid = n // 2
        cols: list[tuple[float, Cells]] = []
        for i in range(n):
            cols.append((1.2 if i == mid else 1.0, [("open", 1.0), ("open", 1.0)] if i == mid else [(doors[i], 1.0)]))
        return cols
    if p.drawers and p.layout == "stack" and n >= 2:
        at = n // 2 if n > 2 else 1
        return [(1.0, [("drawer", 1.0)] * p.drawers if i == at else [("left" if i < at else "right", 1.0)]) for i in range(n)]
    if p.drawers:
        h = p.height - p.foot
        share = float(np.clip(0.17 / h, 0.08, 0.4))
        rows = max(1, round(p.drawers / n))
        return [(1.0, [(doors[i], 1 - share * rows), *[("drawer", share)] * rows]) for i in range(n)]
    if p.kind == "tall" and p.height > 1.5 and p.front in ("shaker", "raised"):
        return [(1.0, [(d, 0.62), (d, 0.38)]) for d in doors]
    return [(1.0, [(d, 1.0)]) for d in doors]


def cabinet(p: CabinetParams) -> Asset:
    """A cabinet, sideboard, dresser, nightstand, drawer unit or tool chest."""
    w, d, h = p.width, p.depth, p.height
    reach = cw.REACH[p.handle]
    y0, y1 = -d / 2 + max(reach, p.overhang), d / 2
    wheels = p.kind in ("pedestal", "tool_chest") and p.foot > 0.05
    tt = 0.018 if p.style in ("modern", "midcentury") else 0.025
    o = p.overhang
    x0, x1 = -w / 2 + o, w / 2 - o
    z0, z1 = p.foot, h - tt
    t = 0.019
    ftop = z1 - 0.003
    body = cw.carcass(x0, x1, y0 + 0.02, y1 - (0.004 if o else 0), z0, z1 + 0.0005, t, "body", "back")
    top_round = 0.006 if p.style != "classic" else 0.01
    body.append(kit.slab(-w / 2, w / 2, y0 - (o if reach >= o else 0.0), y1, h - tt, h, "body", top_round, "x"))
    if p.style == "classic":
        body.append(kit.slab(x0 - o * 0.6, x1 + o * 0.6, y0 - o * 0.3, y1, h - tt - 0.012, h - tt + 0.001, "body", 0.005, "x"))
        ftop -= 0.012
    pieces, parts, surfaces = _fill(x0 + 0.002, x1 - 0.002, y0, y1, z0 + 0.002, ftop, _cabinet_columns(p), p.front, p.handle)
    # boards of open cells rest on the case: the lowest floor is the bottom board
    fixed = []
    for s in surfaces:
        z = z0 + t if s.z < z0 + t else s.z
        fixed.append(
            s._replace(
                z=z, x0=max(s.x0, x0 + t + 0.012), x1=min(s.x1, x1 - t - 0.012), clearance=min(s.z + s.clearance, z1 - t) - z
            )
        )
    body += pieces
    if wheels:
        r = p.foot / 2.62
        body += [
            q for sx in (x0 + 0.05, x1 - 0.05) for sy in (y0 + 0.07, y1 - 0.06) for q in cw.caster(sx, sy, "rubber", r, "metal")
        ]
        if p.kind == "tool_chest":
            body.append(
                kit.tube(
                    kit.smooth_path(
                        [
                            (w / 2 - 0.002, y, z1 - 0.1) if k in (0, 3) else (w / 2 - 0.006, y, z1 - 0.1)
                            for k, y in enumerate((y0 + 0.1, y0 + 0.12, y1 - 0.12, y1 - 0.1))
                        ],
                        3,
                    ),
                    0.005,
                    "metal",
                    6,
                )
            )
    else:
        body += cw.stand(x0, x1, y0 + 0.02, y1, z0, p.style if p.foot >= 0.03 else "modern")
    plain, moving = cw.settle(parts, len(parts) if p.open else 4)
    body += plain
    metal = p.kind == "tool_chest"
    main = (TOOL_PAINTS[p.paint] if p.style != "industrial" else "metal") if metal else "wood"
    slots = {
        "body": main,
        "front": main if not p.two_tone else "paint",
        "back": main,
        "handle": "metal" if p.style != "classic" else "brass",
        "legs": "black_metal",
        "rubber": "rubber",
        "metal": "metal",
    }
    if not p.two_tone:
        body = kit.recolour([q for q in body if q.slot in ("front", "back")], "body") + [
            q for q in body if q.slot not in ("front", "back")
        ]
        moving = [s._replace(pieces=[q._replace(slot="body") if q.slot == "front" else q for q in s.pieces]) for s in moving]
    ty = y0 if reach >= o else y0 - o
    on = Surface("top", "on", -w / 2 + 0.015, ty + 0.015, w / 2 - 0.015, y1 - 0.015, h)
    made = finish("cabinet", p, body, _use(slots, body, moving), [on, *fixed], parts=moving, size=(w, d, h))
    return opened(made) if p.open else made


CABINETS = {
    "cabinet": (0.9, 0.42, 0.95),
    "tall": (0.8, 0.42, 1.9),
    "sideboard": (1.6, 0.45, 0.8),
    "dresser": (1.2, 0.48, 0.85),
    "nightstand": (0.48, 0.4, 0.55),
    "pedestal": (0.42, 0.55, 0.58),
    "tool_chest": (0.7, 0.46, 0.95),
}


def cabinet_rand(rng: Rng, **over: Any) -> Asset:
    """A cabinet drawn at random; `kind` sets its proportions and how it is divided."""
    o = cw.given(CabinetParams, over)
    kind = o.get("kind", "cabinet")
    style = o.get("style") or pick(rng, STYLES, (3, 2, 1.4, 1, 2.4))
    dims = _dims(rng, o, CABINETS[kind], 0.1)
    if kind == "dresser" and "width" not in o and "height" not in o and rng.random() < 0.35:
        dims |= {"width": cw.near(rng, 0.8, 0.08), "height": cw.near(rng, 1.15, 0.1)}
    w, h = dims["width"], dims["height"]
    m = cw.manner(style, rng)
    n = {
        "dresser": 1 if w < 0.95 else 2 if w < 1.55 else 3,
        "nightstand": 1,
        "pedestal": 1,
        "tool_chest": 1,
        "sideboard": max(2, round(w / 0.42)),
    }.get(kind, max(1, round(w / 0.42)))
    foot = {"modern": 0.06, "classic": 0.1, "rustic": 0.1, "industrial": 0.12, "midcentury": 0.17}[style]
    if kind in ("tall",):
        foot = min(foot, 0.1)
    rows = max(2, round((h - foot) / (0.2 if n > 1 else 0.22)))
    drawers: int = {
        "dresser": n * rows,
        "pedestal": 3,
        "tool_chest": max(4, round((h - 0.1) / 0.13)),
        "nightstand": int(pick(rng, (1, 2, 3 if h > 0.55 else 2))),
    }.get(kind, 0)
    layout = "row"
    if kind == "sideboard":
        layout = pick(rng, ("row", "stack", "open"))
        drawers = {"row": n, "stack": int(rng.integers(3, 5)), "open": 0}[layout]
    elif kind == "nightstand":
        layout = pick(rng, ("row", "stack", "open")) if drawers == 1 else "row"
        if style == "midcentury":
            foot = 0.2
        if h < 0.45:
            foot, drawers = min(foot, 0.12), min(drawers, 2)
    elif kind == "cabinet" and h < 1.3:
        layout = pick(rng, ("row", "open", "row"))
        drawers = n if layout == "row" and rng.random() < 0.6 else 0
    if o.get("drawers") and kind == "sideboard" and "layout" not in o:
        k = int(o["drawers"])
        layout = "row" if k == n or rng.random() < 0.4 else "stack"
        if layout == "row" and "columns" not in o:
            n = k if w / k > 0.28 else max(2, k // 2)
    if o.get("drawers") and kind == "dresser" and "columns" not in o:
        k = int(o["drawers"])
        n = n if k % n == 0 else 1 if k < 6 else 2
    if kind in ("pedestal", "tool_chest"):
        foot = 0.06 if kind == "pedestal" else 0.12
    if kind == "tool_chest" and w > 0.6 and "columns" not in o and rng.random() < 0.5:
        n, drawers = 2, drawers + max(2, drawers // 2)
    front = "flat" if kind in ("pedestal", "tool_chest") else m["front"]
    if kind in ("nightstand", "dresser") and front == "slats":
        front = "flat"
    handle = "edge" if kind == "tool_chest" else m["handle"]
    if kind == "cabinet" and h < 0.7:
        drawers = 0
    free = {
        **dims,
        "paint": pick(rng, tuple(TOOL_PAINTS), (3, 1, 1, 1)) if kind == "tool_chest" else "red",
        "kind": kind,
        "style": style,
        "columns": n,
        "drawers": drawers,
        "layout": layout,
        "front": front,
        "handle": handle,
        "foot": foot,
        "overhang": {"modern": 0.0, "classic": 0.02, "rustic": 0.018, "industrial": 0.0, "midcentury": 0.0}[style]
        if kind not in ("pedestal", "tool_chest")
        else 0.0,
        "two_tone": style in ("modern", "midcentury", "rustic") and bool(rng.random() < 0.2),
    }
    return cabinet(cw.drawn(CabinetParams, rng, free, o))


# ---------------------------------------------------------------------------------------------- media


@dataclass(frozen=True, slots=True)
class TvStandParams:
    """A long low unit under a television."""

    width: float = length(1.6, 0.5, 3.5)
    depth: float = length(0.42, 0.25, 0.8)
    height: float = length(0.52, 0.25, 1.2)
    style: str = choice("modern", STYLES)
    kind: str = choice("media", ("media", "open", "record"))
    columns: int = count(3, 1, 6)
    front: str = choice("flat", ("flat", "shaker", "raised", "slats"))
    handle: str = choice("groove", tuple(cw.REACH))
    foot: float = length(0.1, 0.0, 0.4)


def tv_stand(p: TvStandParams) -> Asset:
    """A TV stand or record cabinet: open niches beside drawers and doors."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2 + max(cw.REACH[p.handle], 0.001), d / 2
    if p.kind == "open":
        y0 = -d / 2 - 0.019
    t = 0.022
    z0, z1 = p.foot, h
    n = p.columns
    cols: list[tuple[float, Cells]] = []
    for i in range(n):
        centre = (n % 2 == 1 and i == n // 2) or (n == 2 and i == 1) or (n == 4 and i in (1, 2))
        if p.kind == "record":
            cols.append((1.0, [("open", 1.0)] if h - z0 < 0.6 else [("open", 1.0), ("drawer" if not centre else "open", 0.32)]))
        elif p.kind == "open":
            cols.append((1.0, [("open", 1.0), ("open", 0.8)] if h - z0 > 0.26 else [("open", 1.0)]))
        elif centre or n == 1:
            cols.append((1.15, [("open", 1.1), ("open", 1.0)] if h - z0 > 0.3 else [("open", 1.0)]))
        else:
            cols.append(
                (
                    1.0,
                    [("drawer", 1.0), ("drawer", 1.0)]
                    if (i + n) % 4 == 1 and h - z0 > 0.3
                    else [("left" if i < n / 2 else "right", 1.0)],
                )
            )
    body = cw.carcass(-w / 2, w / 2, y0 + 0.02, y1, z0, z1, t, "body")
    pieces, parts, surfaces = _fill(
        -w / 2 + 0.002,
        w / 2 - 0.002,
        y0,
        y1,
        z0 + 0.002,
        z1 - 0.002 - (t - 0.004 if p.style != "modern" else 0),
        cols,
        p.front,
        p.handle,
    )
    fixed = []
    for s in surfaces:
        z = z0 + t if s.z < z0 + t else s.z
        fixed.append(
            s._replace(
                z=z,
                x0=max(s.x0, -w / 2 + t + 0.012),
                x1=min(s.x1, w / 2 - t - 0.012),
                clearance=min(s.z + s.clearance, z1 - t) - z,
            )
        )
    body += pieces + cw.stand(-w / 2, w / 2, y0 + 0.02, y1, z0, p.style)
    plain, moving = cw.settle(parts)
    body = [q._replace(slot="body") if q.slot == "front" and p.style in ("classic", "industrial") else q for q in [*body, *plain]]
    moving = [
        s._replace(
            pieces=[
                q._replace(slot="body") if q.slot == "front" and p.style in ("classic", "industrial") else q for q in s.pieces
            ]
        )
        for s in moving
    ]
    slots = {"body": "wood", "front": "paint" if p.style == "modern" else "wood", "handle": "metal", "legs": "black_metal"}
    on = Surface("top", "on", -w / 2 + 0.02, y0 + 0.04, w / 2 - 0.02, y1 - 0.02, h)
    return finish("tv_stand", p, body, _use(slots, body, moving), [on, *fixed], parts=moving, size=(w, d, h))


def tv_stand_rand(rng: Rng, **over: Any) -> Asset:
    """A TV stand drawn at random."""
    o = cw.given(TvStandParams, over)
    kind = o.get("kind") or pick(rng, ("media", "media", "open"))
    style = o.get("style") or pick(rng, STYLES, (3, 1.2, 1.5, 1.5, 3))
    dims = _dims(rng, o, (1.0, 0.42, 0.72) if kind == "record" else (1.6, 0.42, 0.52), 0.1)
    m = cw.manner(style, rng)
    n = max(1, round(dims["width"] / (0.42 if kind == "record" else 0.55)))
    foot = {"modern": 0.05, "classic": 0.09, "rustic": 0.09, "industrial": 0.12, "midcentury": 0.16}[style]
    return tv_stand(
        cw.drawn(
            TvStandParams,
            rng,
            {**dims, "kind": kind, "style": style, "columns": n, **m, "foot": min(foot, 0.3 * dims["height"])},
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- open shelves


@dataclass(frozen=True, slots=True)
class BookshelfParams:
    """Shelves for books."""

    width: float = length(0.9, 0.3, 4.0)
    depth: float = length(0.32, 0.18, 0.7)
    height: float = length(1.9, 0.35, 3.0)
    style: str = choice("modern", STYLES)
    kind: str = choice("case", ("case", "cubes", "open", "ladder", "doors"))
    shelves: int = count(5, 1, 12, "compartments one over another")
    columns: int = count(1, 1, 8)
    back: bool = flag(True)


def _case_shelf(p: BookshelfParams) -> tuple[Pieces, list[Surface], list[PartSpec]]:
    w, d, h = p.width, p.depth, p.height
    t = {"modern": 0.022, "classic": 0.025, "rustic": 0.035, "industrial": 0.024, "midcentury": 0.018}[p.style]
    if p.kind == "cubes":
        t = 0.03 if w > 0.7 else 0.02
    crown = 0.04 if p.style == "classic" and p.kind != "cubes" else 0.0
    foot = (
        {"modern": 0.06, "classic": 0.09, "rustic": 0.08, "industrial": 0.03, "midcentury": 0.14}[p.style]
        if p.kind != "cubes"
        else 0.0
    )
    if h < 0.6:
        foot = min(foot, 0.05)
    e = 0.015 if crown else 0.0
    x0, x1, y0, y1, z1 = -w / 2 + e, w / 2 - e, -d / 2 + e, d / 2, h - crown
    out = cw.carcass(x0, x1, y0, y1, foot, z1, t, "body", "body") if p.back else cw.carcass(x0, x1, y0, y1, foot, z1, t, "body")
    if not p.back:
        out = [q for i, q in enumerate(out) if i != 3]
    if crown:
        out += [
            kit.slab(x0 - 0.007, x1 + 0.007, y0 - 0.007, y1, z1 - 0.001, z1 + crown * 0.5, "body", 0.006, "x"),
            kit.slab(-w / 2, w / 2, -d / 2, y1, z1 + crown * 0.5 - 0.001, h, "body", 0.01, "x"),
        ]
        out += [
            kit.slab(x - 0.022, x + 0.022, y0 - 0.008, y0 + 0.01, foot, z1, "body", 0.003, "z") for x in (x0 + 0.022, x1 - 0.022)
        ]
        out.append(kit.slab(x0 + 0.04, x1 - 0.04, y0 - 0.006, y0 + 0.01, z1 - 0.075, z1, "body", 0.003, "x"))
    out += cw.stand(x0, x1, y0 - 0.018, y1, foot, p.style)
    zb = np.linspace(foot + t, z1 - t, p.shelves + 1)
    if p.shelves >= 4 and p.kind == "case":
        k = np.linspace(1.18, 0.86, p.shelves)
        zb = foot + t + np.concatenate([[0], np.cumsum(k / k.sum())]) * (z1 - 2 * t - foot)
    xs = np.linspace(x0 + t / 2, x1 - t / 2, p.columns + 1)
    ti = t if p.kind != "cubes" else 0.018
    out += [
        kit.slab(x - ti / 2, x + ti / 2, y0 + 0.003, y1 - 0.006, foot + t - 0.001, z1 - t + 0.001, "body", 0.002, "z")
        for x in xs[1:-1]
    ]
    parts: list[PartSpec] = []
    surfaces: list[Surface] = []
    low = 1 if p.kind == "doors" and p.shelves > 2 else 0
    if p.kind == "doors":
        low = max(1, round(0.32 * p.shelves))
        n = max(p.columns * 2, 2)
        e2 = np.linspace(x0 + 0.002, x1 - 0.002, n + 1)
        m = cw.manner(p.style)
        for i, (a, b) in enumerate(itertools.pairwise(e2)):
            parts.append(
                cw.door(
                    f"Door {i + 1}",
                    a + 0.0015,
                    b - 0.0015,
                    foot + 0.002,
                    zb[low] - 0.004,
                    y0 - 0.0185,
                    m["front"],
                    "knob",
                    "body",
                    "left" if i % 2 == 0 else "right",
                    zb[low] - 0.09,
                )
            )
    for c in range(p.columns):
        a, b = xs[c] + (t / 2 if c == 0 else ti / 2), xs[c + 1] - (t / 2 if c == p.columns - 1 else ti / 2)
        for i in range(p.shelves):
            if i:
                tz = ti if p.kind == "cubes" else t
                out.append(kit.slab(a - 0.002, b + 0.002, y0 + 0.004, y1 - 0.008, zb[i] - tz, zb[i], "body", 0.002, "x"))
            if i >= low:
                above = zb[i + 1] - (ti if p.kind == "cubes" else t) * (i < p.shelves - 1)
                surfaces.append(
                    Surface(
                        f"shelf {c + 1}.{i + 1}",
                        "in",
                        a + 0.012,
                        y0 + 0.016,
                        b - 0.012,
                        y1 - 0.022,
                        float(zb[i]),
                        float(above - zb[i]) - 0.002 - (0.06 if crown and i == p.shelves - 1 else 0),
                    )
                )
    surfaces.append(Surface("top", "on", -w / 2 + 0.02, -d / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.02, h))
    return out, surfaces, parts


def _frame_shelf(p: BookshelfParams) -> tuple[Pieces, list[Surface]]:
    """Boards on posts: an open etagere, or a ladder whose front leans back."""
    w, d, h = p.width, p.depth, p.height
    metal = p.style in ("industrial", "modern")
    fm, b = ("frame", 0.022) if metal else ("body", 0.034)
    t = 0.022 if p.style != "rustic" else 0.034
    out: Pieces = []
    surfaces: list[Surface] = []
    lean = 0.62 * d if p.kind == "ladder" else 0.0
    low = 0.08 if p.kind == "open" else 0.28
    n = p.shelves
    zs = np.linspace(low, h - (0.0 if p.kind == "open" else 0.12), n + (1 if p.kind == "open" else 0))
    for s in (-1, 1):
        x = s * (w / 2 - b / 2)
        out.append(cw.post((x, -d / 2 + b / 2, 0), (x, -d / 2 + b / 2 + lean, h), fm, b, round=0.002))
        out.append(cw.post((x, d / 2 - b / 2, 0), (x, d / 2 - b / 2, h - 0.002), fm, b, round=0.002))
        for z in zs:
            yf = -d / 2 + b + lean * z / h
            out.append(
                kit.slab(x - b * 0.4, x + b * 0.4, yf - 0.004, d / 2 - b + 0.004, z - t - b * 0.6, z - t + 0.001, fm, 0.001, "y")
            )
    for i, z in enumerate(zs):
        top = p.kind == "open" and i == len(zs) - 1
        yf = -d / 2 + lean * z / h + (b + 0.002 if not top or p.kind == "ladder" else 0.0)
        xe = w / 2 - (b + 0.001 if not top else 0.0)
        z_hi = z if not top else h
        out.append(
            kit.slab(
                -xe, xe, yf if not top else -d / 2, d / 2 - (b + 0.002 if not top else 0.0), z_hi - t, z_hi, "body", 0.003, "x"
            )
        )
        nxt = zs[i + 1] - t - b * 0.6 if i + 1 < len(zs) else h + 3
        y_lo = (yf if not top else -d / 2) + 0.015
        out_y = d / 2 - (b + 0.015 if not top else 0.015)
        surfaces.append(
            Surface(
                f"shelf {i + 1}",
                "on" if i == len(zs) - 1 else "in",
                -xe + 0.012,
                y_lo,
                xe - 0.012,
                out_y,
                float(z_hi),
                float(min(nxt - z_hi, 10.0)) - 0.002,
            )
        )
    if metal and p.kind == "open":
        for s in (-1, 1):
            out.append(
                kit.bar((s * (w / 2 - b), d / 2 - b * 0.5, 0.1), (-s * (w / 2 - b), d / 2 - b * 0.5, h * 0.5), 0.004, fm, 6)
            )
    return out, surfaces


def bookshelf(p: BookshelfParams) -> Asset:
    """A bookshelf; every compartment is a surface."""
    w, d, h = p.width, p.depth, p.height
    parts: list[PartSpec] = []
    if p.kind in ("open", "ladder"):
        out, surfaces = _frame_shelf(p)
    else:
        out, surfaces, parts = _case_shelf(p)
        if parts:
            lo = kit.bounds([*out, *(q for s in parts for q in s.pieces)])[0][1]
            f = d / (d / 2 - lo)
            shrink = lambda q: q._replace(vertices=(q.vertices - (0, d / 2, 0)) * (1, f, 1) + (0, d / 2, 0))  # noqa: E731
            out = [shrink(q) for q in out]
            parts = [
                s._replace(
                    pieces=[shrink(q) for q in s.pieces], origin=(s.origin[0], (s.origin[1] - d / 2) * f + d / 2, s.origin[2])
                )
                for s in parts
            ]
            surfaces = [s._replace(y0=(s.y0 - d / 2) * f + d / 2, y1=(s.y1 - d / 2) * f + d / 2) for s in surfaces]
    plain, moving = cw.settle(parts)
    out += plain
    slots = {"body": "wood", "frame": "black_metal", "handle": "metal", "legs": "black_metal"}
    return finish("bookshelf", p, out, _use(slots, out, moving), surfaces, parts=moving, size=(w, d, h))


def bookshelf_rand(rng: Rng, **over: Any) -> Asset:
    """A bookshelf drawn at random; the number of shelves follows its height."""
    o = cw.given(BookshelfParams, over)
    style = o.get("style") or pick(rng, STYLES, (3, 2, 1.3, 1.6, 2))
    h_given = o.get("height", 1.9)
    kinds = {
        "modern": ("case", "cubes", "open", "ladder"),
        "classic": ("case", "doors"),
        "rustic": ("case", "open", "doors"),
        "industrial": ("open", "open", "ladder"),
        "midcentury": ("case", "open", "case"),
    }[style]
    kind = o.get("kind") or pick(rng, kinds)
    if kind in ("ladder", "doors") and h_given < 1.3 and "kind" not in o:
        kind = "case"
    dims = _dims(
        rng, o, (1.12, 0.38, 1.12) if kind == "cubes" else (0.7, 0.36, 1.85) if kind == "ladder" else (0.9, 0.32, 1.9), 0.1
    )
    if kind == "cubes":
        n, m = max(1, round(dims["height"] / 0.37)), max(1, round(dims["width"] / 0.37))
        if "width" not in o and "height" not in o:
            n, m = int(rng.integers(2, 6)), int(rng.integers(2, 5))
            dims |= {"height": round(0.37 * n + 0.04, 3), "width": round(0.37 * m + 0.04, 3)}
    else:
        n, m = max(2, round(dims["height"] / 0.34)), max(1, round(dims["width"] / 0.95))
        if kind in ("open", "ladder"):
            n, m = max(2, round(dims["height"] / 0.38)), 1
    return bookshelf(
        cw.drawn(
            BookshelfParams,
            rng,
            {
                **dims,
                "style": style,
                "kind": kind,
                "shelves": min(n, 12),
                "columns": min(m, 8),
                "back": bool(kind != "cubes" or rng.random() < 0.7),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class ShelvingUnitParams:
    """Free-standing open shelving."""

    width: float = length(1.0, 0.3, 4.0)
    depth: float = length(0.4, 0.15, 1.0)
    height: float = length(1.75, 0.35, 3.0)
    style: str = choice("industrial", STYLES)
    kind: str = choice("wood", ("wood", "metal", "wire", "retail"))
    shelves: int = count(4, 2, 10)


def shelving_unit(p: ShelvingUnitParams) -> Asset:
    """A shelving unit; every tier is a surface."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    surfaces: list[Surface] = []
    b = {"wood": 0.04, "metal": 0.036, "wire": 0.025, "retail": 0.04}[p.kind]
    # the top shelf lies a little under the posts' heads
    zs = np.linspace(0.1 if p.kind != "retail" else 0.16, h - (0.02 if p.kind != "retail" else 0.25), p.shelves)
    t = {"wood": 0.02, "metal": 0.032, "wire": 0.03, "retail": 0.03}[p.kind]
    slats = max(3, 2 * round(d / 0.2) + 1)
    for i, z in enumerate(zs):
        xi, yi = w / 2 - 0.003, d / 2 - 0.003
        if p.kind == "wood":
            e = np.linspace(-yi + b * 0.0, yi, slats + 1)
            for k, (a, c) in enumerate(itertools.pairwise(e)):
                end = b + 0.0 if k in (0, slats - 1) else 0.004
                out.append(kit.slab(-xi + end, xi - end, a + 0.0002, c - 0.0002, z - t, z, "body", 0.002, "x"))
            out += [
                kit.slab(
                    s * (xi - b * 0.75) - 0.01,
                    s * (xi - b * 0.75) + 0.01,
                    -yi + 0.01,
                    yi - 0.01,
                    z - t - 0.03,
                    z - t + 0.001,
                    "body",
                    0.002,
                    "y",
                )
                for s in (-1, 1)
            ]
        elif p.kind == "wire":
            r = 0.004
            out += [
                kit.bar((-xi + b / 2, s * (yi - b / 2), z - k), (xi - b / 2, s * (yi - b / 2), z - k), r, "body", 6)
                for s in (-1, 1)
                for k in (0.006, 0.03)
            ]
            out += [
                kit.bar((s * (xi - b / 2), -yi + b / 2, z - k), (s * (xi - b / 2), yi - b / 2, z - k), r, "body", 6)
                for s in (-1, 1)
                for k in (0.006, 0.03)
            ]
            n = max(6, round(w / 0.035))
            out += [
                kit.box((0.004, 2 * yi - b, 0.004), (x, 0, z - 0.002), "body", 0, "y") for x in np.linspace(-xi + b, xi - b, n)
            ]
            zig = np.array(
                [
                    (x, -0.001, z - (0.006 if k % 2 else 0.03))
                    for k, x in enumerate(np.linspace(-xi + b, xi - b, max(7, round(w / 0.05))))
                ]
            )
            out += [kit.sweep(kit.circle(0.002, 4), zig + np.array([0, s * (yi - b / 2), 0]), "body") for s in (-1, 1)]
            out.append(
                kit.slab(-xi + b * 0.6, xi - b * 0.6, -yi + b * 0.6, yi - b * 0.6, z - 0.0045, z - 0.0005, "liner", 0, "x")
            )
        elif p.kind == "metal":
            out.append(kit.slab(-xi + 0.002, xi - 0.002, -yi + 0.002, yi - 0.002, z - t, z - 0.004, "body", 0.003, "x"))
            out.append(kit.slab(-xi + 0.012, xi - 0.012, -yi + 0.012, yi - 0.012, z - 0.006, z, "board", 0.001, "x"))
        else:
            y0 = -d / 2 if i == 0 else -d / 2 + 0.1 * d
            out.append(kit.slab(-w / 2, w / 2, y0 + 0.004, d / 2 - 0.03, z - t, z, "body", 0.003, "x"))
            out.append(kit.slab(-w / 2, w / 2, y0, y0 + 0.006, z - t - 0.012, z + 0.004, "label", 0.001, "x"))
        nxt = zs[i + 1] - t - 0.034 - z if i + 1 < len(zs) else 10.0
        inset = b * 0.55 if p.kind != "retail" else 0.02
        low = -d / 2 + inset + 0.012 + (0.1 * d if p.kind == "retail" and i else 0)
        surfaces.append(
            Surface(
                f"tier {i + 1}",
                "on" if i == len(zs) - 1 else "in",
                -w / 2 + inset + 0.02,
                low,
                w / 2 - inset - 0.02,
                d / 2 - inset - 0.02,
                float(z),
                float(nxt),
            )
        )
    if p.kind == "retail":
        out += [
            kit.slab(-w / 2, w / 2, d / 2 - 0.032, d / 2 - 0.012, 0.02, h, "panel", 0.002, "x"),
            kit.slab(-w / 2, w / 2, -d / 2 + 0.02, d / 2 - 0.04, 0, 0.131, "kick", 0.003, "x"),
        ]
        out += [
            kit.slab(s * (w / 2 - 0.015) - 0.015, s * (w / 2 - 0.015) + 0.015, d / 2 - 0.04, d / 2, 0, h, "panel", 0.003, "z")
            for s in (-1, 1)
        ]
    else:
        for sx in (-1, 1):
            for sy in (-1, 1):
                x, y = sx * (w / 2 - b / 2), sy * (d / 2 - b / 2)
                if p.kind == "wood":
                    out.append(kit.box((b * 0.95, b, h), (x, y, h / 2), "body", 0.003, "z"))
                elif p.kind == "wire":
                    out.append(kit.cylinder(b / 2, h, (x, y, 0), "body", 0.004, 12))
                    out += [kit.cylinder(b / 2 + 0.004, 0.035, (x * 0.999, y * 0.999, z - 0.036), "body", 0.002, 12) for z in zs]
                else:
                    th = 0.003
                    out += [
                        kit.slab(
                            *sorted((x + sx * b / 2, x + sx * (b / 2 - th))), y - b / 2, y + b / 2, 0, h, "body", 0.0008, "z"
                        ),
                        kit.slab(
                            x - b / 2, x + b / 2, *sorted((y + sy * b / 2, y + sy * (b / 2 - th))), 0, h, "body", 0.0008, "z"
                        ),
                    ]
                    out += (
                        [
                            kit.box((b * 0.35, 0.001, 0.012), (x, y + sy * (b / 2 + 0.0), z), "hole", 0)
                            for z in np.arange(0.15, h - 0.05, 0.15)
                        ]
                        if sy < 0
                        else []
                    )
        if p.kind in ("wood", "metal"):
            out += [
                kit.bar((-w / 2 + b, d / 2 - b * 0.35, 0.15), (w / 2 - b, d / 2 - b * 0.35, h * 0.6), 0.005, "brace", 6),
                kit.bar((w / 2 - b, d / 2 - b * 0.15, 0.15), (-w / 2 + b, d / 2 - b * 0.15, h * 0.6), 0.005, "brace", 6),
            ]
    stuff = {"wood": "wood", "metal": "metal:#5b636b", "wire": "chrome", "retail": "paint:#e6e6e2"}[p.kind]
    slots = {
        "body": stuff,
        "board": "wood",
        "liner": "plastic:#c9ced2",
        "brace": "metal",
        "panel": "paint:#d5d6d4",
        "label": "plastic:#b03a2a",
        "kick": "plastic:#3a3b3d",
        "hole": "plastic:#111111",
    }
    return finish("shelving_unit", p, out, _use(slots, out), surfaces, size=(w, d, h))


def shelving_unit_rand(rng: Rng, **over: Any) -> Asset:
    """A shelving unit drawn at random."""
    o = cw.given(ShelvingUnitParams, over)
    kind = o.get("kind") or pick(rng, ("wood", "metal", "wire"), (3, 2, 1))
    if kind == "metal" and "kind" in o and rng.random() < 0.35:
        kind = "wire"
    dims = _dims(rng, o, (1.0, 0.4, 1.75), 0.1)
    spec = {**dims, "style": pick(rng, STYLES), "shelves": int(np.clip(round(dims["height"] / 0.42) + 1, 2, 8))}
    return shelving_unit(cw.drawn(ShelvingUnitParams, rng, spec, {**o, "kind": kind}))


@dataclass(frozen=True, slots=True)
class WallShelfParams:
    """A shelf hung on a wall."""

    width: float = length(0.9, 0.15, 3.5)
    depth: float = length(0.22, 0.05, 0.6)
    height: float = length(0.28, 0.015, 1.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("bracket", ("floating", "bracket", "box", "ledge", "tiered", "spice"))
    tiers: int = count(1, 1, 6)


def wall_shelf(p: WallShelfParams) -> Asset:  # noqa: C901
    """A wall shelf; its origin is at the wall."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    surfaces: list[Surface] = []
    y0, y1 = -d, 0.0
    t = min({"rustic": 0.036, "modern": 0.026}.get(p.style, 0.022), h)

    def on(z: float, a: float, b: float, room: float = 10.0, kind: Any = "on", front: float = 0.012) -> None:
        surfaces.append(Surface(f"board {len(surfaces) + 1}", kind, a + 0.012, y0 + front, b - 0.012, y1 - 0.012, z, room))

    if p.kind == "floating" or h < 0.06:
        out.append(kit.slab(-w / 2, w / 2, y0, y1, 0, h, "body", 0.003, "x"))
        on(h, -w / 2, w / 2)
    elif p.kind == "ledge":
        out += [
            kit.slab(-w / 2, w / 2, y0, y1, 0, 0.016, "body", 0.002, "x"),
            kit.slab(-w / 2, w / 2, y1 - 0.016, y1, 0.001, h, "body", 0.002, "x"),
            kit.slab(-w / 2, w / 2, y0, y0 + 0.012, 0.001, 0.035, "body", 0.002, "x"),
        ]
        surfaces.append(Surface("board 1", "on", -w / 2 + 0.012, y0 + 0.016, w / 2 - 0.012, y1 - 0.02, 0.016))
    elif p.kind == "bracket":
        out.append(kit.slab(-w / 2, w / 2, y0, y1, h - t, h, "body", 0.003, "x"))
        n = 2 if w < 1.3 else 3
        for x in np.linspace(-w / 2 + 0.13 * w, w / 2 - 0.13 * w, n):
            hh = h - t
            if p.style in ("classic", "rustic"):
                o = np.array(
                    [
                        (0, 0),
                        (-0.02, 0.0),
                        (-0.3 * d, 0.35 * hh),
                        (-0.5 * d, 0.72 * hh),
                        (-0.9 * d, hh - 0.012),
                        (-0.9 * d, hh + 0.001),
                        (0, hh + 0.001),
                    ]
                )
                br = kit.prism(cw.ccw(o), 0.022, (0, 0, 0), "body", 0.002)
                br = kit.rotate(kit.rotate(br, "x", np.pi / 2), "z", np.pi / 2)
                out += kit.move(br, (x - 0.011, 0, 0))
            else:
                r = 0.006
                out += [
                    kit.box((0.025, 0.005, hh), (x, -0.0025, hh / 2), "frame", 0.001, "z"),
                    kit.box((0.025, d * 0.9, 0.005), (x, -d * 0.45, hh - 0.0015), "frame", 0.001, "y"),
                    kit.bar((x, -0.004, 0.02 + r), (x, -d * 0.82, hh - 0.004), r, "frame", 8),
                ]
        on(h, -w / 2, w / 2)
    elif p.kind == "box":
        n = p.tiers
        zs = np.linspace(0, h - t, n + 1)
        out += [
            kit.slab(s * (w / 2 - t / 2) - t / 2, s * (w / 2 - t / 2) + t / 2, y0, y1, 0, h, "body", 0.002, "z") for s in (-1, 1)
        ]
        out.append(kit.slab(-w / 2 + t - 0.001, w / 2 - t + 0.001, y1 - 0.008, y1 - 0.001, 0.001, h - 0.001, "body", 0, "x"))
        for i, z in enumerate(zs):
            out.append(kit.slab(-w / 2 + t - 0.001, w / 2 - t + 0.001, y0 + 0.001, y1 - 0.001, z, z + t, "body", 0.002, "x"))
            if i < n:
                on(z + t, -w / 2 + t, w / 2 - t, zs[i + 1] - z - t - 0.002, "in")
        on(h - 0.0 if n == 0 else float(zs[-1] + t), -w / 2 + t, w / 2 - t)
    else:
        spice = p.kind == "spice"
        n = p.tiers
        tt = 0.012 if spice else t
        head = 0.03 if h < 0.2 else 0.1 if spice else 0.02
        head = min(head, h / n * 0.6)
        step = (h - head) / n if spice else (h - tt) / max(1, n - 1) if n > 1 else h - tt
        zs2 = [i * (h - head) / n for i in range(n)] if spice else [i * step for i in range(n)]
        for s in (-1, 1):
            x = s * (w / 2 - tt / 2)
            if spice or p.style in ("classic", "rustic", "midcentury"):
                out.append(kit.slab(x - tt / 2, x + tt / 2, y0, y1, 0, h, "body", 0.003, "z"))
            else:
                x = s * (w / 2 - 0.12 * w)
                out.append(kit.slab(x - 0.014, x + 0.014, y1 - 0.012, y1, 0, h - 0.001, "frame", 0.001, "z"))
                for z in zs2:
                    o = np.array([(0, -0.055), (0, 0.001), (-d * 0.9, 0.001), (-d * 0.9, -0.012)])
                    br = kit.rotate(
                        kit.rotate(kit.prism(cw.ccw(o), 0.006, (0, 0, 0), "frame", 0), "x", np.pi / 2), "z", np.pi / 2
                    )
                    out += kit.move(br, (x - 0.003, -0.004, max(z, 0.056)))
        sided = spice or p.style in ("classic", "rustic", "midcentury")
        xe = w / 2 - (tt - 0.001 if sided else 0)
        for i, z in enumerate(zs2):
            zz = z if sided or z > 0.056 else 0.056
            out.append(kit.slab(-xe, xe, y0 + 0.001, y1 - 0.001, zz, zz + tt, "body", 0.002, "x"))
            if spice:
                bar = z + tt + 0.03
                out.append(
                    kit.slab(-xe, xe, y0 + 0.001, y0 + 0.009, bar - 0.008, bar + 0.008, "body", 0.002, "x")
                    if p.style != "industrial"
                    else kit.bar((-xe, y0 + 0.005, bar), (xe, y0 + 0.005, bar), 0.003, "frame", 6)
                )
            top = i == n - 1
            room = 10.0 if top else zs2[i + 1] - zz - tt - (0.0 if sided else 0.056)
            on(zz + tt, -xe, xe, room if not (spice and top) else 10.0, "on", 0.014)
        if sided:
            out.append(kit.slab(-xe, xe, y1 - 0.007, y1 - 0.0005, 0.001, h - 0.02 if h > 0.1 else h - 0.001, "body", 0, "x"))
    slots = {"body": "wood", "frame": "black_metal"}
    return finish("wall_shelf", p, out, _use(slots, out), surfaces, size=(w, d, h), origin="back")


def wall_shelf_rand(rng: Rng, **over: Any) -> Asset:
    """A wall shelf drawn at random."""
    o = cw.given(WallShelfParams, over)
    style = o.get("style") or pick(rng, STYLES)
    h = o.get("height")
    kind = o.get("kind")
    if kind is None:
        kind = (
            pick(rng, ("floating", "bracket", "box", "ledge", "tiered"), (3, 3, 1.4, 0.7, 1))
            if h is None
            else "floating"
            if h < 0.08
            else pick(rng, ("bracket", "box"))
            if h < 0.4
            else pick(rng, ("tiered", "box"))
        )
    size = {
        "floating": (0.9, 0.22, 0.04),
        "bracket": (0.9, 0.24, 0.2),
        "box": (0.5, 0.22, 0.35),
        "ledge": (0.9, 0.1, 0.09),
        "tiered": (1.1, 0.24, 0.66),
        "spice": (0.45, 0.1, 0.46),
    }[kind]
    dims = _dims(rng, o, size, 0.14)
    hh = dims["height"]
    tiers = {"tiered": max(2, round(hh / 0.33) + 1), "box": max(1, round(hh / 0.36)), "spice": max(1, round(hh / 0.15))}.get(
        kind, 1
    )
    if kind == "tiered" and hh < 0.3:
        tiers = 1
    return wall_shelf(cw.drawn(WallShelfParams, rng, {**dims, "style": style, "kind": kind, "tiers": min(tiers, 6)}, o))


# ---------------------------------------------------------------------------------------------- glazed, tall and locked


@dataclass(frozen=True, slots=True)
class DisplayCabinetParams:
    """A cabinet with glass doors; things on its shelves are seen."""

    width: float = length(0.95, 0.3, 3.0)
    depth: float = length(0.4, 0.2, 0.8)
    height: float = length(1.85, 0.6, 2.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("vitrine", ("vitrine", "hutch", "case"))
    doors: int = count(2, 1, 6)
    shelves: int = count(4, 1, 8)


def display_cabinet(p: DisplayCabinetParams) -> Asset:
    """A display cabinet: glazed doors, glass or wooden shelves, and for a hutch a cupboard below."""
    w, d, h = p.width, p.depth, p.height
    reach = 0.027
    x0, x1, y0, y1 = -w / 2, w / 2, -d / 2 + reach, d / 2
    parts: list[PartSpec] = []
    surfaces: list[Surface] = []
    out: Pieces = []
    base = (
        min(0.88, 0.44 * h)
        if p.kind == "hutch"
        else {"modern": 0.08, "classic": 0.12, "rustic": 0.1, "industrial": 0.14, "midcentury": 0.2}[p.style]
    )
    yu = y0
    t = 0.022
    crown = 0.07 if p.style in ("classic", "rustic") else 0.0
    n = p.doors
    if p.kind == "hutch":
        foot = 0.08
        out += cw.carcass(x0 + 0.01, x1 - 0.01, y0 + 0.02, y1, foot, base - 0.02, 0.02, "body") + cw.stand(
            x0 + 0.01, x1 - 0.01, y0 + 0.02, y1, foot, "rustic" if p.style == "rustic" else "classic"
        )
        m = cw.manner(p.style)
        cells: Cells = [("left", 0.76), ("drawer", 0.24)]
        cols = [(1.0, [("left" if i % 2 == 0 else "right", 0.76), ("drawer", 0.24)]) for i in range(n)] or [(1.0, cells)]
        pieces, ps, _ = _fill(x0 + 0.012, x1 - 0.012, y0, y1, foot + 0.002, base - 0.024, cols, m["front"], "knob")
        out += kit.recolour([*pieces, *(q for s in ps for q in s.pieces if q.slot == "front")], "body")
        out += [q for s in ps for q in s.pieces if q.slot != "front"]
        out.append(kit.slab(x0, x1, y0 - 0.015, y1, base - 0.022, base, "body", 0.007, "x"))
        yu = y0 + 0.09
        gap = 0.0
        surfaces.append(Surface("ledge", "on", x0 + 0.03, y0 + 0.0, x1 - 0.03, yu - 0.012, base))
    else:
        gap = 0.0
        out += cw.stand(x0 + 0.01, x1 - 0.01, yu + 0.02, y1, base, p.style)
    z0, z1 = base - 0.001 + gap, h - crown
    if p.kind == "case":
        b = 0.022
        out += [
            kit.box((b, b, z1 - z0), (sx * (w / 2 - b / 2), yy, (z0 + z1) / 2), "frame", 0.002, "z")
            for sx in (-1, 1)
            for yy in (yu + 0.02 + b / 2, y1 - b / 2)
        ]
        for z in (z0 + b / 2, z1 - b / 2):
            out += [kit.box((w - b, b * 0.98, b), (0, yy, z), "frame", 0.002, "x") for yy in (yu + 0.02 + b / 2, y1 - b / 2)]
            out += [
                kit.box((b * 0.98, y1 - yu - 0.02 - b, b), (sx * (w / 2 - b / 2), (yu + 0.02 + y1) / 2, z), "frame", 0.002, "y")
                for sx in (-1, 1)
            ]
        out += [
            kit.slab(x0 + b, x1 - b, yu + 0.03, y1 - 0.01, z0 + 0.002, z0 + b - 0.001, "body", 0, "x"),
            kit.slab(x0 + b, x1 - b, yu + 0.03, y1 - 0.01, z1 - b + 0.002, z1 - 0.003, "body", 0, "x"),
        ]
        out += [
            kit.slab(
                sx * (w / 2 - b / 2) - 0.002, sx * (w / 2 - b / 2) + 0.002, yu + 0.04, y1 - b, z0 + b, z1 - b, "glass", 0, "z"
            )
            for sx in (-1, 1)
        ]
        out.append(kit.slab(x0 + b, x1 - b, y1 - 0.012, y1 - 0.008, z0 + b, z1 - b, "glass", 0, "z"))
        t = b
    else:
        out += cw.carcass(x0 + 0.012, x1 - 0.012, yu + 0.02, y1, z0, z1, t, "body")
    zs = np.linspace(z0 + t, z1 - t, p.shelves + 1)
    for i in range(p.shelves):
        if i:
            glass = p.kind == "case" or p.style in ("modern", "classic")
            th = 0.008 if glass else 0.018
            out.append(
                kit.slab(
                    x0 + 0.012 + t - 0.001,
                    x1 - 0.012 - t + 0.001,
                    yu + 0.045,
                    y1 - 0.012,
                    zs[i] - th,
                    zs[i],
                    "glass" if glass else "body",
                    0.001,
                    "x",
                )
            )
        floor = zs[i] if i else (z0 + t - (0.001 if p.kind == "case" else 0.0))
        surfaces.append(
            Surface(
                f"shelf {i + 1}",
                "in",
                x0 + t + 0.03,
                yu + 0.055,
                x1 - t - 0.03,
                y1 - 0.025,
                float(floor),
                float(zs[i + 1] - floor - 0.022),
            )
        )
    e = np.linspace(x0 + 0.012, x1 - 0.012, n + 1)
    for i, (a, b2) in enumerate(itertools.pairwise(e)):
        side = "left" if i % 2 == 0 else "right"
        if p.kind == "case":
            pane = [
                kit.slab(a + 0.0015, b2 - 0.0015, yu + 0.012, yu + 0.018, z0 + 0.004, z1 - 0.004, "glass", 0, "z"),
                *cw.handle(
                    b2 - 0.03 if side == "left" else a + 0.03, (z0 + z1) / 2, yu + 0.012, "bar", length=0.12, upright=True
                ),
            ]
            parts.append(
                PartSpec(
                    f"Glass door {i + 1}",
                    pane,
                    (a if side == "left" else b2, yu + 0.018, (z0 + z1) / 2),
                    Motion("hinge", (0, 0, -1.0 if side == "left" else 1.0), 0, 1.9),
                )
            )
        else:
            parts.append(
                cw.door(f"Glass door {i + 1}", a + 0.0015, b2 - 0.0015, z0 + 0.003, z1 - 0.003, yu, "glass", "knob", "body", side)
            )
            if p.style in ("classic", "rustic"):
                for k in range(1, p.shelves):
                    parts[-1].pieces.append(
                        kit.slab(a + 0.045, b2 - 0.045, yu + 0.003, yu + 0.016, zs[k] - 0.012, zs[k] + 0.008, "body", 0.001, "x")
                    )
    if crown:
        out += [
            kit.slab(x0 + 0.006, x1 - 0.006, yu - 0.006, y1, h - crown - 0.001, h - crown * 0.55, "body", 0.008, "x"),
            kit.slab(x0, x1, yu - 0.02, y1, h - crown * 0.55 - 0.001, h, "body", 0.012, "x"),
        ]
    plain, moving = cw.settle(parts)
    out += plain
    surfaces.append(Surface("top", "on", x0 + 0.03, yu + 0.03, x1 - 0.03, y1 - 0.03, h - (0.003 if p.kind == "case" else 0.0)))
    slots = {"body": "wood", "frame": "black_metal", "glass": "glass", "handle": "brass", "legs": "black_metal"}
    return finish("display_cabinet", p, out, _use(slots, out, moving), surfaces, parts=moving, size=(w, d, h))


def display_cabinet_rand(rng: Rng, **over: Any) -> Asset:
    """A display cabinet drawn at random."""
    o = cw.given(DisplayCabinetParams, over)
    style = o.get("style") or pick(rng, STYLES)
    kind = o.get("kind") or ("case" if style in ("industrial", "modern") and rng.random() < 0.7 else "vitrine")
    if kind == "hutch" and "style" not in o:
        style = pick(rng, ("classic", "rustic"))
    dims = _dims(rng, o, (1.2, 0.46, 2.0) if kind == "hutch" else (0.95, 0.4, 1.8), 0.1)
    tall = dims["height"] * (0.54 if kind == "hutch" else 0.9)
    return display_cabinet(
        cw.drawn(
            DisplayCabinetParams,
            rng,
            {
                **dims,
                "style": style,
                "kind": kind,
                "doors": max(1, round(dims["width"] / 0.46)),
                "shelves": max(1, round(tall / 0.38)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class WardrobeParams:
    """A wardrobe or armoire."""

    width: float = length(1.5, 0.5, 4.5)
    depth: float = length(0.6, 0.35, 0.9)
    height: float = length(2.1, 1.2, 2.8)
    style: str = choice("modern", STYLES)
    kind: str = choice("hinged", ("hinged", "sliding", "armoire"))
    doors: int = count(3, 1, 8)
    drawers: int = count(0, 0, 12, "at its foot")
    front: str = choice("flat", ("flat", "shaker", "raised", "slats"))
    handle: str = choice("bar", tuple(cw.REACH))
    mirror: bool = flag(False, "one door is a mirror")
    open: bool = flag(False, "its doors stand open")


def _mirrored(s: PartSpec, x0: float, x1: float, z0: float, z1: float, y: float) -> PartSpec:
    return s._replace(
        pieces=[*s.pieces, kit.slab(x0 + 0.05, x1 - 0.05, y - 0.003, y + 0.004, z0 + 0.05, z1 - 0.05, "mirror", 0.001, "z")]
    )


def _hanging_space(x0: float, x1: float, y0: float, y1: float, z0: float, z1: float) -> tuple[Pieces, list[Surface]]:
    """Inside a wardrobe's boards: a hat shelf over a rail, and beside it, where it is wide, a bay of shelves."""

    def board(a: float, b: float, z: float) -> Piece:
        return kit.slab(a, b, y0, y1, z - 0.018, z, "body", 0.002, "x")

    def shelf(a: float, b: float, z: float, ceiling: float) -> Surface:
        name = f"shelf {len(surfaces) + 1}"
        return Surface(name, "in", a + 0.015, y0 + 0.012, b - 0.015, y1 - 0.02, z, ceiling - z - 0.01, hidden=True)

    hats = z1 - 0.3
    surfaces: list[Surface] = []
    if hats < z0 + 1.0:  # too low for clothes on hangers
        levels = np.linspace(z0, z1, max(1, round((z1 - z0) / 0.36)) + 1)
        surfaces += [shelf(x0, x1, a, b - 0.018) for a, b in itertools.pairwise(levels.tolist())]
        return [board(x0, x1, z) for z in levels[1:-1]], surfaces
    out = [board(x0, x1, hats)]
    end = x1
    if x1 - x0 > 1.05:
        end = x0 + 0.6 * (x1 - x0)
        out.append(kit.slab(end - 0.009, end + 0.009, y0, y1, z0 - 0.001, hats - 0.017, "body", 0.002, "z"))
        levels = np.linspace(z0, hats, max(2, round((hats - z0) / 0.36)) + 1)
        out += [board(end + 0.008, x1, z) for z in levels[1:-1]]
        surfaces += [shelf(end + 0.009, x1, a, b - 0.018) for a, b in itertools.pairwise(levels.tolist())]
    out.append(kit.bar((x0, (y0 + y1) / 2, hats - 0.07), (end, (y0 + y1) / 2, hats - 0.07), 0.0125, "metal", 10))
    surfaces += [shelf(x0, x1, hats, z1), shelf(x0, end - 0.009, z0, min(z0 + 0.32, hats - 0.1))]
    return out, surfaces


def wardrobe(p: WardrobeParams) -> Asset:
    """A wardrobe with hanging rail, shelf, doors and drawers at its foot."""
    w, d, h = p.width, p.depth, p.height
    reach = 0.0 if p.kind == "sliding" else cw.REACH[p.handle]
    crown = 0.09 if p.kind == "armoire" or p.style == "classic" else 0.0
    e = 0.03 if crown else 0.0
    x0, x1, y0, y1 = -w / 2 + e, w / 2 - e, -d / 2 + max(reach, e), d / 2
    if p.kind == "sliding":
        y0 += 0.022
    foot = {"modern": 0.07, "classic": 0.12, "rustic": 0.1, "industrial": 0.1, "midcentury": 0.15}[p.style]
    z0, z1 = foot, h - crown
    t = 0.022
    out = cw.carcass(x0, x1, y0 + 0.02, y1, z0, z1, t, "body") + cw.stand(x0, x1, y0 + 0.02, y1, foot, p.style)
    parts: list[PartSpec] = []
    n = p.doors
    zd = z0
    dz = 0.0
    cols = n if n < 3 else (n + 1) // 2 if n % 2 == 0 else n
    if p.drawers:
        rows = max(1, round(p.drawers / cols))
        dz = min(0.2 * rows, 0.4 * (z1 - z0))
        rest = p.drawers
        xs = np.linspace(x0 + 0.002, x1 - 0.002, cols + 1)
        drawers = []
        for r in range(rows):
            k = cols if r < rows - 1 else max(1, rest)
            k = min(k, rest) if rest else cols
            rest -= k
            xr = xs if k == cols else np.linspace(x0 + 0.002, x1 - 0.002, k + 1)
            for i, (a, b) in enumerate(itertools.pairwise(xr)):
                drawers.append(
                    cw.drawer(
                        f"Drawer {r + 1}.{i + 1}",
                        a + 0.0015,
                        b - 0.0015,
                        z0 + 0.002 + dz * r / rows,
                        z0 + dz * (r + 1) / rows - 0.002,
                        y0,
                        d - 0.1,
                        p.front if p.front != "slats" else "flat",
                        p.handle if p.handle != "groove" else "edge",
                        "front",
                        "body",
                    )
                )
        parts += drawers
        zd = z0 + dz
        out.append(kit.slab(x0 + t, x1 - t, y0 + 0.022, y1 - 0.01, zd - 0.009, zd + 0.009, "body", 0.002, "x"))
    xs = np.linspace(x0 + 0.002, x1 - 0.002, n + 1)
    doors = []
    for i, (a, b) in enumerate(itertools.pairwise(xs)):
        if p.kind == "sliding":
            yy = y0 - 0.022 * (i % 2)
            a2, b2 = max(a - 0.015, x0 + 0.002), min(b + 0.015, x1 - 0.002)
            s = PartSpec(
                f"Sliding door {i + 1}",
                [
                    kit.slab(a2, b2, yy, yy + 0.018, zd + 0.004, z1 - 0.004, "front", 0.002, "z"),
                    *(
                        kit.slab(q, q + 0.022, yy - 0.0, yy + 0.0185, zd + 0.003, z1 - 0.003, "frame", 0.001, "z")
                        for q in (a2, b2 - 0.022)
                    ),
                ],
                ((a + b) / 2, yy, (zd + z1) / 2),
                Motion("slide", (1.0 if i == 0 else -1.0, 0, 0), 0, round(float(b - a) * 0.95, 3)),
            )
            if p.mirror and i == n // 2:
                s = _mirrored(s, a2 - 0.02, b2 + 0.02, zd - 0.03, z1 + 0.03, yy + 0.001)
        else:
            s = cw.door(
                f"Door {i + 1}",
                a + 0.0015,
                b - 0.0015,
                zd + 0.002,
                z1 - 0.002,
                y0,
                p.front,
                p.handle if p.handle != "ring" else "knob",
                "front",
                "left" if i % 2 == 0 else "right",
                1.05,
            )
            if p.mirror and i == n // 2:
                s = _mirrored(s, a, b, zd, z1, y0)
        doors.append(s)
    parts = doors + parts
    if p.kind == "sliding":
        out += [kit.slab(x0, x1, y0 - 0.022, y0 + 0.021, z, z + 0.012, "frame", 0.001, "x") for z in (zd - 0.008, z1 - 0.0125)]
    inner, surfaces = _hanging_space(x0 + t, x1 - t, y0 + 0.03, y1 - 0.01, zd + (0.009 if p.drawers else t), z1 - t)
    out += inner
    if crown:
        out += [
            kit.slab(x0 - 0.01, x1 + 0.01, y0 + 0.008, y1, h - crown - 0.001, h - crown * 0.6, "body", 0.008, "x"),
            kit.slab(-w / 2, w / 2, -d / 2 + max(0, reach - e), y1, h - crown * 0.6 - 0.001, h, "body", 0.016, "x"),
        ]
        if p.kind == "armoire":
            out += (
                [kit.slab(x0 - 0.005, x1 + 0.005, y0 + 0.01, y1, zd - 0.012, zd + 0.004, "body", 0.004, "x")] if p.drawers else []
            )
    same = p.style in ("classic", "rustic", "midcentury", "industrial")
    plain, moving = cw.settle(parts, max(4, n) if p.open else 4)
    out += plain
    if same:
        out = [q._replace(slot="body") if q.slot == "front" else q for q in out]
        moving = [s._replace(pieces=[q._replace(slot="body") if q.slot == "front" else q for q in s.pieces]) for s in moving]
    slots = {
        "body": "wood",
        "front": "paint",
        "frame": "metal",
        "metal": "metal",
        "mirror": "mirror",
        "handle": "brass" if p.style == "classic" else "metal",
        "legs": "black_metal",
    }
    made = finish(
        "wardrobe",
        p,
        out,
        _use(slots, out, moving),
        [Surface("top", "on", x0 + 0.03, y0 + 0.06, x1 - 0.03, y1 - 0.03, h), *surfaces],
        parts=moving,
        size=(w, d, h),
    )
    return opened(made) if p.open else made


def wardrobe_rand(rng: Rng, **over: Any) -> Asset:
    """A wardrobe drawn at random; the number of doors follows its width."""
    o = cw.given(WardrobeParams, over)
    kind = o.get("kind") or pick(rng, ("hinged", "sliding", "armoire"), (4, 1.6, 1))
    style = o.get("style") or (pick(rng, ("classic", "rustic")) if kind == "armoire" else pick(rng, STYLES, (4, 1.5, 1, 0.6, 2)))
    dims = _dims(rng, o, (1.2, 0.6, 2.05) if kind == "armoire" else (1.5, 0.6, 2.1), 0.1)
    w = dims["width"]
    n = 2 if kind == "armoire" else max(2, round(w / 0.9)) if kind == "sliding" else max(1 if w < 0.6 else 2, round(w / 0.5))
    m = cw.manner(style, rng)
    drawers = int(pick(rng, (0, 2, 4), (3, 2, 1))) if kind != "sliding" else 0
    if kind == "armoire":
        drawers = int(pick(rng, (1, 2, 3)))
    if m["handle"] == "cup":
        m["handle"] = "knob"
    return wardrobe(
        cw.drawn(
            WardrobeParams,
            rng,
            {
                **dims,
                "style": style,
                "kind": kind,
                "doors": n,
                "drawers": drawers,
                **m,
                "mirror": bool(rng.random() < 0.25) and kind != "armoire",
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class LockerParams:
    """A bank of steel lockers."""

    width: float = length(0.9, 0.25, 3.6)
    depth: float = length(0.48, 0.25, 0.8)
    height: float = length(1.8, 0.6, 2.3)
    style: str = choice("industrial", STYLES)
    columns: int = count(3, 1, 10)
    rows: int = count(1, 1, 6)


def locker(p: LockerParams) -> Asset:
    """Lockers with vents, latches and number plates."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2 + 0.016, d / 2
    out = [
        kit.slab(-w / 2, w / 2, y0 + 0.012, y1, 0.08, h, "body", 0.003, "z"),
        kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.05, y1 - 0.01, 0, 0.081, "base", 0.002, "x"),
    ]
    cw_, rh = w / p.columns, (h - 0.08) / p.rows
    for c in range(p.columns):
        for r in range(p.rows):
            a, b, lo, hi = (
                -w / 2 + c * cw_ + 0.008,
                -w / 2 + (c + 1) * cw_ - 0.008,
                0.08 + r * rh + 0.01,
                0.08 + (r + 1) * rh - 0.01,
            )
            mx = (a + b) / 2
            out.append(kit.slab(a, b, y0, y0 + 0.0125, lo, hi, "front", 0.003, "z"))
            out += [
                kit.box(((b - a) * 0.45, 0.004, 0.005), (mx, y0, z), "dark", 0)
                for s in ((hi - 0.06,) if rh < 0.7 else (hi - 0.09, lo + 0.2))
                for z in (s, s - 0.022, s - 0.044)
            ]
            out += [
                kit.box((0.05, 0.002, 0.022), (mx, y0 - 0.0005, hi - (0.10 if rh < 0.7 else 0.2)), "plate", 0),
                kit.box((0.022, 0.015, 0.09), (b - 0.03, y0 - 0.006, (lo + hi) / 2), "metal", 0.003),
                kit.cylinder(0.003, 0.06, (a - 0.003, y0 + 0.002, hi - 0.15 if rh > 0.3 else lo + 0.03), "dark", 0, 6),
            ]
    return finish(
        "locker",
        p,
        out,
        {
            "front": "metal:#5a7389",
            "body": "metal:#8c9399",
            "base": "black_metal",
            "dark": "plastic:#15181a",
            "plate": "metal",
            "metal": "metal",
        },
        [Surface("top", "on", -w / 2 + 0.03, y0 + 0.04, w / 2 - 0.03, y1 - 0.03, h)],
        size=(w, d, h),
    )


def locker_rand(rng: Rng, **over: Any) -> Asset:
    """Lockers drawn at random."""
    o = cw.given(LockerParams, over)
    dims = _dims(rng, o, (0.9, 0.48, 1.8), 0.08)
    if "width" not in o:
        dims["width"] = round(0.3 * int(rng.integers(2, 6)), 3)
    return locker(
        cw.drawn(
            LockerParams,
            rng,
            {
                **dims,
                "columns": max(1, round(dims["width"] / 0.3)),
                "rows": int(pick(rng, (1, 2, 3) if dims["height"] > 1.3 else (1, 2))),
            },
            o,
        )
    )


FILING_PAINTS = {"grey": "metal:#8a8f8e", "black": "metal:#2b2d2f", "cream": "paint:#d9d2bf", "green": "paint:#4d5f55"}


@dataclass(frozen=True, slots=True)
class FilingCabinetParams:
    """A steel filing cabinet."""

    width: float = length(0.45, 0.3, 1.3)
    depth: float = length(0.6, 0.35, 0.9)
    height: float = length(1.05, 0.45, 1.7)
    style: str = choice("industrial", STYLES)
    drawers: int = count(3, 1, 6)
    form: str = choice("vertical", ("vertical", "lateral", "wooden"), "narrow and deep, wide and shallow, or of wood")
    finish: str = choice("grey", tuple(FILING_PAINTS), "colour of the steel")


def _file_drawer(p: FilingCabinetParams, i: int, a: float, b: float, y0: float) -> PartSpec:
    """One drawer with its label holder and pull, between the heights a and b."""
    w, mid = p.width, (a + b) / 2
    wooden, lateral = p.form == "wooden", p.form == "lateral"
    ends = -w / 2 + 0.006, w / 2 - 0.006, a + 0.003, b - 0.003
    s = cw.drawer(f"Drawer {p.drawers - i}", *ends, y0, p.depth - 0.08, "raised" if wooden else "flat", "none", "body")
    if lateral:  # a rail along the whole front to pull at
        s.pieces.append(kit.slab(-0.46 * w, 0.46 * w, y0 - 0.022, y0 + 0.001, b - 0.035, b - 0.03, "handle", 0.001))
        s.pieces.append(kit.slab(-0.46 * w, 0.46 * w, y0 - 0.022, y0 - 0.018, b - 0.035, b - 0.015, "handle", 0.001))
    elif wooden:
        s.pieces.extend([q for x in (-0.2, 0.2) for q in cw.handle(x * w, mid - 0.02, y0, "knob")])
    else:
        s.pieces.extend(cw.handle(0, mid - 0.01, y0, "cup"))
    x, z = (0.36 * w, mid) if lateral else (0.0, mid + (0.05 if wooden else 0.06))
    s.pieces.append(kit.box((0.08, 0.004, 0.04), (x, y0 - 0.001, z), "metal", 0.001))
    s.pieces.append(kit.box((0.068, 0.002, 0.028), (x, y0 - 0.0025, z), "paper", 0))
    return s


def filing_cabinet(p: FilingCabinetParams) -> Asset:
    """A filing cabinet with label holders: vertical, lateral or wooden."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2 + 0.026, d / 2
    out = [
        *cw.carcass(-w / 2, w / 2, y0 + 0.02, y1, 0.03, h, 0.014, "body"),
        kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.04, y1 - 0.01, 0, 0.031, "base", 0.001, "x"),
    ]
    zs = np.linspace(0.034, h - 0.014, p.drawers + 1)
    parts = []
    for i, (a, b) in enumerate(itertools.pairwise(zs)):
        parts.append(_file_drawer(p, i, a, b, y0))
    parts[-1].pieces.append(
        kit.rotate(kit.cylinder(0.009, 0.006, (0, 0, 0), "metal", 0.001, 12), "x", np.pi / 2)[0]._replace(slot="metal")
    )
    parts[-1].pieces[-1] = kit.move(parts[-1].pieces[-1], (w / 2 - 0.05, y0 + 0.001, h - 0.05))[0]
    plain, moving = cw.settle(parts)
    out += plain
    return finish(
        "filing_cabinet",
        p,
        out,
        {
            "body": "wood" if p.form == "wooden" else FILING_PAINTS[p.finish],
            "base": "black_metal",
            "handle": "brass" if p.form == "wooden" else "metal",
            "metal": "brass" if p.form == "wooden" else "metal",
            "paper": "paper",
        },
        [Surface("top", "on", -w / 2 + 0.02, y0 + 0.04, w / 2 - 0.02, y1 - 0.02, h)],
        parts=moving,
        size=(w, d, h),
    )


def filing_cabinet_rand(rng: Rng, **over: Any) -> Asset:
    """A filing cabinet drawn at random."""
    o = cw.given(FilingCabinetParams, over)
    n = o.get("drawers") or (int(rng.integers(2, 5)) if "height" not in o else max(1, round(o["height"] / 0.33)))
    form = o.get("form") or pick(rng, ("vertical", "lateral", "wooden"), (2, 1, 1))
    if "width" in o and "form" not in o:
        form = "lateral" if o["width"] > 0.65 else "vertical" if form == "lateral" else form
    size = (0.9, 0.47, 0.08 + 0.32 * n) if form == "lateral" else (0.45, 0.6, 0.08 + 0.32 * n)
    more = {"drawers": n, "form": form, "finish": pick(rng, tuple(FILING_PAINTS))}
    return filing_cabinet(cw.drawn(FilingCabinetParams, rng, {**_dims(rng, o, size, 0.04), **more}, o))


@dataclass(frozen=True, slots=True)
class MedicineCabinetParams:
    """A shallow mirrored cabinet on the wall."""

    width: float = length(0.55, 0.25, 1.6)
    depth: float = length(0.15, 0.08, 0.3)
    height: float = length(0.65, 0.3, 1.2)
    style: str = choice("modern", STYLES)
    doors: int = count(1, 1, 4)
    mirror: bool = flag(True)


def medicine_cabinet(p: MedicineCabinetParams) -> Asset:
    """A medicine cabinet."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d + (0.027 if not p.mirror else 0.004)
    out = cw.carcass(-w / 2, w / 2, y0 + 0.02, 0, 0, h, 0.015, "body")
    out += [
        kit.slab(-w / 2 + 0.014, w / 2 - 0.014, y0 + 0.03, -0.01, z - 0.006, z, "glass", 0, "x")
        for z in np.linspace(0, h, 4)[1:-1]
    ]
    levels = [0.015, *np.linspace(0, h, 4)[1:-1].tolist(), h - 0.009]
    surfaces = [
        Surface(f"shelf {k + 1}", "in", -w / 2 + 0.02, y0 + 0.035, w / 2 - 0.02, -0.015, a, b - a - 0.015, hidden=True)
        for k, (a, b) in enumerate(itertools.pairwise(levels))
    ]
    e = np.linspace(-w / 2, w / 2, p.doors + 1)
    parts = []
    for i, (a, b) in enumerate(itertools.pairwise(e)):
        side = "left" if i % 2 == 0 else "right"
        s = cw.door(
            f"Door {i + 1}",
            a + 0.001,
            b - 0.001,
            0.001,
            h - 0.001,
            y0,
            "flat" if p.mirror else "shaker",
            "none" if p.mirror else "knob",
            "body",
            side,
        )
        parts.append(_mirrored(s, a - 0.04, b + 0.04, -0.04, h + 0.04, y0) if p.mirror else s)
    plain, moving = cw.settle(parts)
    out += plain
    return finish(
        "medicine_cabinet",
        p,
        out,
        _use({"body": "paint", "mirror": "mirror", "glass": "glass", "handle": "chrome"}, out, moving),
        surfaces,
        parts=moving,
        size=(w, d, h),
        origin="back",
    )


def medicine_cabinet_rand(rng: Rng, **over: Any) -> Asset:
    """A medicine cabinet drawn at random."""
    o = cw.given(MedicineCabinetParams, over)
    dims = _dims(rng, o, (pick(rng, (0.5, 0.8)), 0.15, 0.65), 0.08)
    return medicine_cabinet(
        cw.drawn(
            MedicineCabinetParams,
            rng,
            {
                **dims,
                "doors": max(1, round(dims["width"] / 0.42)),
                "mirror": bool(rng.random() < 0.8),
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class ServerRackParams:
    """A server rack with its machines."""

    width: float = length(0.6, 0.45, 1.0)
    depth: float = length(1.0, 0.4, 1.3)
    height: float = length(2.0, 0.5, 2.4)
    style: str = choice("industrial", STYLES)
    fill: float = length(0.75, 0.1, 1.0, "how full, 0 to 1")
    seed: int = count(0, 0, 9999)


def server_rack(p: ServerRackParams) -> Asset:
    """A 19-inch rack, its front open to show machines, lamps and cables."""
    w, d, h = p.width, p.depth, p.height
    rng = np.random.default_rng(p.seed)
    y0, y1 = -d / 2, d / 2
    out = [
        kit.slab(s * (w / 2 - 0.012) - 0.012, s * (w / 2 - 0.012) + 0.012, y0 + 0.01, y1, 0.05, h - 0.02, "body", 0.003, "z")
        for s in (-1, 1)
    ]
    out += [
        kit.slab(-w / 2, w / 2, y0, y1, h - 0.05, h, "body", 0.004, "x"),
        kit.slab(-w / 2, w / 2, y0, y1, 0.03, 0.07, "body", 0.004, "x"),
        kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y1 - 0.02, y1 - 0.006, 0.06, h - 0.04, "body", 0, "z"),
    ]
    out += [
        kit.cylinder(0.02, 0.031, (sx * (w / 2 - 0.06), sy * (d / 2 - 0.07), 0), "body", 0.002, 10)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    iw = w - 0.11
    out += [
        kit.slab(
            s * (iw / 2 + 0.016) - 0.012, s * (iw / 2 + 0.016) + 0.012, y0 + 0.05, y0 + 0.07, 0.068, h - 0.048, "rail", 0.001, "z"
        )
        for s in (-1, 1)
    ]
    u = 0.0445
    z = 0.08
    yf = y0 + 0.045
    while z < h - 0.06 - u:
        k = int(rng.choice((1, 1, 2, 2, 4)))
        k = max(1, min(k, int((h - 0.06 - z) / u)))
        if rng.random() > p.fill:
            z += u * k
            continue
        hh = u * k - 0.003
        zc = z + hh / 2
        kind = int(rng.integers(0, 3))
        out.append(kit.slab(-iw / 2 - 0.02, iw / 2 + 0.02, yf, yf + min(0.7, d * 0.75), z, z + hh, "unit", 0.002, "x"))
        if kind == 0:
            out += [
                kit.box((iw / 7, 0.006, hh * 0.8), (-iw / 2 + iw * (i + 0.5) / 6, yf - 0.002, zc), "rail", 0) for i in range(6)
            ]
        elif kind == 1:
            out += [kit.box((0.013, 0.003, 0.011), (-iw * 0.4 + iw * 0.8 * i / 7, yf - 0.001, zc), "port", 0) for i in range(8)]
        else:
            out.append(kit.box((iw * 0.6, 0.004, hh * 0.6), (iw * 0.1, yf - 0.001, zc), "port", 0.001))
        out += [
            kit.box(
                (0.005, 0.004, 0.005),
                (-iw / 2 - 0.005 + 0.011 * i, yf - 0.001, zc),
                "green" if rng.random() < 0.75 else "amber",
                0,
            )
            for i in range(2)
        ]
        z += u * k
    for i in range(5):
        x = -w / 2 + 0.034 + 0.006 * i
        za, zb = 0.15 + 0.2 * h * rng.random(), h - 0.15 - 0.2 * h * rng.random()
        path = [
            (x, y0 + 0.03 + 0.004 * i, za),
            (x + 0.004 * rng.standard_normal(), y0 + 0.024, (za + zb) / 2),
            (x, y0 + 0.03, zb),
            (x + 0.06 + 0.05 * rng.random(), y0 + 0.038, zb + 0.01),
        ]
        out.append(kit.tube(kit.smooth_path(path, 4), 0.003, "cable" if i % 2 else "cable2", 5))
    slots = {
        "body": "black_metal",
        "unit": "metal:#26292d",
        "rail": "metal",
        "port": "plastic:#08090a",
        "green": "light:#46ff6a",
        "amber": "light:#ffb040",
        "cable": "plastic:#1d4fa8",
        "cable2": "plastic:#c8a21c",
    }
    return finish(
        "server_rack",
        p,
        out,
        _use(slots, out),
        [Surface("top", "on", -w / 2 + 0.03, y0 + 0.03, w / 2 - 0.03, y1 - 0.03, h)],
        size=(w, d, h),
    )


def server_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A server rack drawn at random."""
    o = cw.given(ServerRackParams, over)
    return server_rack(
        cw.drawn(
            ServerRackParams,
            rng,
            {
                **_dims(rng, o, (0.6, 1.0, 2.0), 0.05),
                "fill": round(float(rng.uniform(0.6, 0.98)), 2),
                "seed": int(rng.integers(0, 9999)),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- wine and shoes


@lru_cache(maxsize=8)
def _bottle_shape(slot: str) -> tuple[Piece, ...]:
    prof = [(0.034, 0.0), (0.037, 0.004), (0.037, 0.17), (0.03, 0.195), (0.0145, 0.225), (0.014, 0.27)]
    b = kit.lathe(prof, (0, 0, 0), slot, 10)
    cap = kit.lathe([(0.0155, 0.262), (0.0162, 0.3), (0.0, 0.302)], (0, 0, 0), "foil", 8)
    label = kit.lathe([(0.0374, 0.06), (0.0376, 0.062), (0.0376, 0.128), (0.0374, 0.13)], (0, 0, 0), "label", 10)
    return tuple(kit.rotate([b, cap, label], "x", np.pi / 2))


def _bottle(x: float, y: float, z: float, slot: str) -> Pieces:
    """A wine bottle lying with its neck to -Y, its base at y."""
    return kit.move(_bottle_shape(slot), (x, y, z))


@dataclass(frozen=True, slots=True)
class WineRackParams:
    """A rack of lying bottles."""

    width: float = length(0.6, 0.2, 1.8)
    depth: float = length(0.3, 0.18, 0.5)
    height: float = length(0.9, 0.15, 2.4)
    style: str = choice("rustic", STYLES)
    fill: float = length(0.7, 0.0, 1.0, "share of cells with a bottle")
    seed: int = count(0, 0, 9999)


BOTTLES = {"glass1": "glass:#1d3a24", "glass2": "glass:#3a1612", "label": "paper", "foil": "metal:#6e1a22"}


def _rack(w: float, d: float, z0: float, z1: float, fill: float, seed: int, slot: str) -> Pieces:
    """Cells with bottles between -w/2 and w/2, y in -d/2..d/2."""
    rng = np.random.default_rng(seed)
    n, m = max(1, int(w / 0.105)), max(1, int((z1 - z0) / 0.108))
    cx, cz = w / n, (z1 - z0) / m
    out: Pieces = []
    for j in range(m):
        for s in (-1, 1):
            out.append(
                kit.slab(
                    -w / 2, w / 2, s * d * 0.34 - 0.009, s * d * 0.34 + 0.009, z0 + j * cz, z0 + j * cz + 0.016, slot, 0.002, "x"
                )
            )
        for i in range(n):
            if rng.random() < fill:
                y = d / 2 - 0.02 - max(0.0, (d - 0.33) / 2)
                out += _bottle(
                    -w / 2 + cx * (i + 0.5),
                    min(y, -d / 2 + 0.31) if d < 0.33 else y - 0.0,
                    z0 + j * cz + 0.053,
                    "glass1" if rng.random() < 0.7 else "glass2",
                )
    out += [
        kit.slab(
            -w / 2 + cx * i - 0.006,
            -w / 2 + cx * i + 0.006,
            s * d * 0.34 - 0.0085,
            s * d * 0.34 + 0.0085,
            z0,
            z1,
            slot,
            0.002,
            "z",
        )
        for i in range(1, n)
        for s in (-1, 1)
    ]
    return out


def wine_rack(p: WineRackParams) -> Asset:
    """A wine rack."""
    w, d, h = p.width, p.depth, p.height
    body = "frame" if p.style == "industrial" else "body"
    t = 0.02
    out = [
        kit.slab(s * (w / 2 - t / 2) - t / 2, s * (w / 2 - t / 2) + t / 2, yy - 0.02, yy + 0.02, 0, h, body, 0.003, "z")
        for s in (-1, 1)
        for yy in (-d / 2 + 0.02, d / 2 - 0.02)
    ]
    out += [
        kit.slab(
            s * (w / 2 - t / 2) - t * 0.4,
            s * (w / 2 - t / 2) + t * 0.4,
            -d / 2 + 0.03,
            d / 2 - 0.03,
            z,
            z + 0.025,
            body,
            0.002,
            "y",
        )
        for s in (-1, 1)
        for z in np.linspace(0.03, h - 0.07, max(2, round(h / 0.3)))
    ]
    out.append(kit.slab(-w / 2, w / 2, -d / 2, d / 2, h - 0.02, h, "body", 0.004, "x"))
    out += _rack(w - 2 * t, d - 0.0, 0.03, h - 0.03, p.fill, p.seed, body)
    slots = {"body": "wood", "frame": "black_metal", **BOTTLES}
    return finish(
        "wine_rack",
        p,
        out,
        _use(slots, out),
        [Surface("top", "on", -w / 2 + 0.02, -d / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.02, h)],
        size=(w, d, h),
    )


def wine_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A wine rack drawn at random."""
    o = cw.given(WineRackParams, over)
    dims = _dims(rng, o, (0.6, 0.3, 0.9), 0.15)
    return wine_rack(
        cw.drawn(
            WineRackParams,
            rng,
            {
                **dims,
                "style": pick(rng, STYLES),
                "fill": round(float(rng.uniform(0.45, 0.9)) * min(1.0, 0.7 / (dims["width"] * dims["height"])), 2),
                "seed": int(rng.integers(0, 9999)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class WineCabinetParams:
    """A cabinet for bottles and glasses."""

    width: float = length(0.8, 0.4, 1.8)
    depth: float = length(0.42, 0.3, 0.7)
    height: float = length(1.2, 0.7, 2.3)
    style: str = choice("classic", STYLES)
    kind: str = choice("cabinet", ("cabinet", "fridge"))
    seed: int = count(0, 0, 9999)


def wine_cabinet(p: WineCabinetParams) -> Asset:
    """A wine cabinet: bottle rack behind glass or open, glass hangers, cupboard."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2 + 0.03, d / 2
    t = 0.022
    foot = {"modern": 0.06, "classic": 0.1, "rustic": 0.09, "industrial": 0.12, "midcentury": 0.16}[p.style]
    out = cw.carcass(-w / 2 + 0.01, w / 2 - 0.01, y0 + 0.02, y1, foot, h - 0.02, t, "body") + cw.stand(
        -w / 2 + 0.01, w / 2 - 0.01, y0 + 0.02, y1, foot, p.style
    )
    out.append(kit.slab(-w / 2, w / 2, y0 - 0.01, y1, h - 0.021, h, "body", 0.006, "x"))
    iw = w - 2 * t - 0.02
    z1 = h - 0.02 - t
    zc = foot + t + (z1 - foot) * 0.36
    parts: list[PartSpec] = []
    surfaces = [Surface("top", "on", -w / 2 + 0.02, y0 + 0.02, w / 2 - 0.02, y1 - 0.02, h)]
    n = 2 if w > 0.55 else 1
    e = np.linspace(-w / 2 + 0.012, w / 2 - 0.012, n + 1)
    m = cw.manner(p.style)
    if p.kind == "fridge":
        out += kit.move(_rack(iw, d - 0.1, foot + t + 0.01, z1, 0.75, p.seed, "metal"), (0, 0.03, 0))
        for i, (a, b) in enumerate(itertools.pairwise(e)):
            parts.append(
                cw.door(
                    f"Glass door {i + 1}",
                    a + 0.0015,
                    b - 0.0015,
                    foot + 0.003,
                    h - 0.024,
                    y0,
                    "glass",
                    "bar",
                    "body",
                    "left" if i % 2 == 0 else "right",
                )
            )
    else:
        top_open = min(0.34, 0.3 * (z1 - zc))
        za = z1 - top_open if h > 1.0 else z1
        out.append(kit.slab(-iw / 2 - 0.002, iw / 2 + 0.002, y0 + 0.024, y1 - 0.01, zc - 0.018, zc, "body", 0.002, "x"))
        out += kit.move(_rack(iw, d - 0.09, zc, za - 0.02, 0.72, p.seed, "body"), (0, 0.03, 0))
        if za < z1:
            out.append(kit.slab(-iw / 2 - 0.002, iw / 2 + 0.002, y0 + 0.024, y1 - 0.01, za - 0.018, za, "body", 0.002, "x"))
            surfaces.append(Surface("shelf", "in", -iw / 2 + 0.02, y0 + 0.04, iw / 2 - 0.02, y1 - 0.03, za, z1 - za - 0.01))
        for i, (a, b) in enumerate(itertools.pairwise(e)):
            parts.append(
                cw.door(
                    f"Door {i + 1}",
                    a + 0.0015,
                    b - 0.0015,
                    foot + 0.003,
                    zc - 0.003,
                    y0,
                    m["front"],
                    "knob",
                    "body",
                    "left" if i % 2 == 0 else "right",
                    zc - 0.08,
                )
            )
    slots = {
        "body": "wood" if p.kind == "cabinet" else "black_metal",
        "glass": "glass",
        "metal": "metal",
        "handle": "brass" if p.style == "classic" else "metal",
        "legs": "black_metal",
        **BOTTLES,
    }
    return finish("wine_cabinet", p, out, _use(slots, out, parts), surfaces, parts=parts, size=(w, d, h))


def wine_cabinet_rand(rng: Rng, **over: Any) -> Asset:
    """A wine cabinet drawn at random."""
    o = cw.given(WineCabinetParams, over)
    kind = o.get("kind") or pick(rng, ("cabinet", "fridge"), (4, 1))
    return wine_cabinet(
        cw.drawn(
            WineCabinetParams,
            rng,
            {
                **_dims(rng, o, (0.8, 0.44, 1.25), 0.12),
                "kind": kind,
                "style": pick(rng, STYLES),
                "seed": int(rng.integers(0, 9999)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class ShoeRackParams:
    """Tiers for shoes."""

    width: float = length(0.8, 0.3, 2.0)
    depth: float = length(0.3, 0.18, 0.6)
    height: float = length(0.6, 0.15, 1.8)
    style: str = choice("modern", STYLES)
    tiers: int = count(3, 1, 8)
    kind: str = choice("slats", ("slats", "metal", "boards"))


def shoe_rack(p: ShoeRackParams) -> Asset:
    """A shoe rack; every tier is a surface."""
    w, d, h = p.width, p.depth, p.height
    b = 0.028 if p.kind != "metal" else 0.018
    fm = "metal" if p.kind == "metal" else "body"
    out: Pieces = []
    for s in (-1, 1):
        x = s * (w / 2 - b / 2)
        if p.kind == "boards":
            out.append(kit.slab(x - b / 2, x + b / 2, -d / 2, d / 2, 0, h - 0.001, "body", 0.003, "z"))
        else:
            out += [kit.box((b, b, h - 0.001), (x, k * (d / 2 - b / 2), (h - 0.001) / 2), fm, 0.003, "z") for k in (-1, 1)]
            out += [kit.box((b * 0.9, d - b, b * 0.9), (x, 0, z), fm, 0.002, "y") for z in (0.06, h - b)]
    zs = np.linspace(0.1, h, p.tiers + 1) if p.tiers > 1 else np.array([0.1, h])
    surfaces = []
    for i, z in enumerate(zs[: p.tiers + 1]):
        top = i == len(zs) - 1
        xe = w / 2 - (0.0 if top else b - 0.002)
        ye = d / 2 if top else d / 2 - 0.004
        n = 1 if p.kind == "boards" or top else 5
        e = np.linspace(-ye, ye, n + 1)
        if p.kind == "metal" and not top:
            out += [
                kit.slab(-xe, xe, -ye + 0.01, ye - 0.01, z - 0.003, z, "mesh", 0, "x"),
                *(kit.bar((-xe, yy, z - 0.006), (xe, yy, z - 0.006), 0.005, "metal", 8) for yy in (-ye + 0.01, ye - 0.01)),
            ]
        else:
            out += [
                kit.slab(-xe, xe, q + 0.0012 * (n > 1), r - 0.0012 * (n > 1), z - 0.015, z, "body", 0.003, "x")
                for q, r in itertools.pairwise(e)
            ]
        nxt = zs[i + 1] - 0.016 - z if not top else 10.0
        surfaces.append(
            Surface(
                f"tier {i + 1}", "on" if top else "in", -xe + 0.012, -ye + 0.012, xe - 0.012, ye - 0.012, float(z), float(nxt)
            )
        )
    if p.kind != "boards":
        out.append(kit.box((w - b, 0.01, 0.03), (0, d / 2 - b / 2, h * 0.5), fm, 0.002, "x"))
    return finish(
        "shoe_rack", p, out, _use({"body": "wood", "metal": "black_metal", "mesh": "black_metal"}, out), surfaces, size=(w, d, h)
    )


def shoe_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A shoe rack drawn at random."""
    o = cw.given(ShoeRackParams, over)
    tiers = o.get("tiers") or (max(1, round(o["height"] / 0.23) - 0) if "height" in o else int(rng.integers(2, 5)))
    return shoe_rack(
        cw.drawn(
            ShoeRackParams,
            rng,
            {
                **_dims(rng, o, (0.8, 0.3, 0.1 + 0.2 * tiers), 0.08),
                "tiers": min(tiers, 8),
                "style": pick(rng, STYLES),
                "kind": pick(rng, ("slats", "metal", "boards")),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- chests, boxes, baskets


@dataclass(frozen=True, slots=True)
class ChestParams:
    """A chest: closed with a flat or arched lid, or an open toy box."""

    width: float = length(1.0, 0.3, 2.0)
    depth: float = length(0.5, 0.2, 0.9)
    height: float = length(0.5, 0.2, 1.0)
    style: str = choice("rustic", STYLES)
    kind: str = choice("flat", ("flat", "arched", "toy"))


def chest(p: ChestParams) -> Asset:
    """A chest with planks, lid, straps and handles; the toy box is open and has a raised floor to show what is in it."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    surfaces = []
    parts: list[PartSpec] = []
    slots = {"body": "wood", "metal": "black_metal", "lid": "wood", "front": "paint", "handle": "metal"}
    if p.kind == "toy":
        t = 0.018
        zf = 0.42 * h
        dip = np.linspace(-1, 1, 15)
        prof = h - 0.24 * h * np.clip(1.15 - np.abs(dip) * 1.6, 0, 1) ** 0.8
        o = np.concatenate([[(-w / 2, 0.0), (w / 2, 0.0)], np.column_stack([dip[::-1] * w / 2, prof[::-1]])])
        panel = kit.rotate(kit.prism(cw.ccw(o), t, (0, 0, 0), "front", 0.003), "x", np.pi / 2)
        out += [*kit.move(panel, (0, -d / 2 + t, 0)), kit.slab(-w / 2, w / 2, d / 2 - t, d / 2, 0, h, "body", 0.004, "x")]
        out += [
            kit.slab(
                s * (w / 2 - t / 2) - t / 2,
                s * (w / 2 - t / 2) + t / 2,
                -d / 2 + t - 0.001,
                d / 2 - t + 0.001,
                0.001,
                h - 0.004,
                "body",
                0.004,
                "y",
            )
            for s in (-1, 1)
        ]
        out.append(
            kit.slab(-w / 2 + t - 0.001, w / 2 - t + 0.001, -d / 2 + t - 0.001, d / 2 - t + 0.001, zf - 0.012, zf, "body", 0, "x")
        )
        out += [kit.box((0.004, 0.12, 0.03), (s * (w / 2 + 0.0), 0, h * 0.78), "metal", 0.001) for s in (-1, 1)]
        surfaces = [Surface("inside", "in", -w / 2 + 0.04, -d / 2 + 0.04, w / 2 - 0.04, d / 2 - 0.04, zf, 1.2)]
    else:
        lid = min(0.16, 0.34 * h) if p.kind == "arched" else 0.045
        hb = h - lid
        n = max(2, round(hb / 0.13))
        e = np.linspace(0.03, hb - 0.002, n + 1)
        iy, ix = d / 2 - 0.012, w / 2 - 0.012
        out += [kit.slab(-ix + 0.01, ix - 0.01, -iy + 0.01, iy - 0.01, 0.03, hb - 0.01, "body", 0, "x")]
        for a, b in itertools.pairwise(e):
            out += [kit.slab(-ix, ix, s * iy - 0.01, s * iy + 0.004, a + 0.001, b - 0.001, "body", 0.003, "x") for s in (-1, 1)]
            out += [
                kit.slab(s * ix - 0.01, s * ix + 0.004, -iy + 0.011, iy - 0.011, a + 0.001, b - 0.001, "body", 0.003, "y")
                for s in (-1, 1)
            ]
        out += [kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0.0, 0.05, "body", 0.006, "x")]
        top: Pieces = []
        if p.kind == "arched":
            t2 = np.linspace(0, np.pi, 13)
            pro = np.column_stack([-np.cos(t2) * d / 2, np.sin(t2) * (lid - 0.03) + 0.028])
            o2 = np.concatenate([[(-d / 2, 0.0)], pro, [(d / 2, 0.0)]])
            top.append(
                kit.move(
                    cw.loft(
                        [
                            np.column_stack([np.full(len(o2), x), o2[:, 0], o2[:, 1] + hb])
                            for x in (-w / 2 + 0.004, w / 2 - 0.004)
                        ],
                        "lid",
                        True,
                        "x",
                    ),
                    (0, 0, 0),
                )[0]
            )
            band = [np.column_stack([np.full(len(o2), 0.0), o2[:, 0] * 1.008, o2[:, 1] * 1.03 + hb - 0.002])]
            for x in (-w * 0.36, w * 0.36, -w / 2 + 0.02, w / 2 - 0.02):
                top.append(cw.loft([band[0] + (x - 0.018, 0, 0), band[0] + (x + 0.018, 0, 0)], "metal", True, "y"))
            surfaces = [Surface("lid", "on", -0.33 * w, -0.11 * d, 0.33 * w, 0.11 * d, h - 0.003)]
        else:
            top.append(kit.slab(-w / 2, w / 2, -d / 2, d / 2, hb + 0.001, h, "lid", 0.006, "x"))
            surfaces = [Surface("lid", "on", -w / 2 + 0.02, -d / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.02, h)]
        if p.kind == "arched" or p.style in ("rustic", "industrial"):
            out += [
                kit.slab(x - 0.018, x + 0.018, -iy - 0.007, -iy + 0.004, 0.03, hb, "metal", 0.001, "z")
                for x in (-w * 0.36, w * 0.36)
            ]
            out += [
                kit.box((0.05, 0.016, 0.05), (sx * (w / 2 - 0.02), -iy, z), "metal", 0.003)
                for sx in (-1, 1)
                for z in (0.05, hb - 0.03)
            ]
        out += [kit.box((0.06, 0.014, 0.07), (0, -iy - 0.002, hb - 0.025), "metal", 0.003)]
        for s in (-1, 1):
            out.append(
                kit.tube(
                    cw.bent(
                        [
                            (s * ix, -0.06, hb * 0.68),
                            (s * (ix + 0.008), -0.06, hb * 0.62),
                            (s * (ix + 0.008), 0.06, hb * 0.62),
                            (s * ix, 0.06, hb * 0.68),
                        ],
                        0.01,
                    ),
                    0.005,
                    "metal",
                    6,
                )
            )
        parts = [PartSpec("Lid", top, (0, d / 2 - 0.01, hb), Motion("hinge", (-1.0, 0, 0), 0, 1.7))]
    same = p.kind != "toy"
    if same:
        slots["lid"] = "wood"
    return finish(
        "chest",
        p,
        out,
        _use(slots if p.kind != "toy" else {"front": "paint", "body": "wood", "metal": "plastic:#3a3a3a"}, out, parts),
        surfaces,
        parts=parts,
        size=(w, d, h),
    )


def chest_rand(rng: Rng, **over: Any) -> Asset:
    """A chest drawn at random."""
    o = cw.given(ChestParams, over)
    kind = o.get("kind") or pick(rng, ("flat", "arched"))
    return chest(
        cw.drawn(
            ChestParams,
            rng,
            {
                **_dims(rng, o, (0.9, 0.46, 0.46) if kind == "toy" else (1.0, 0.5, 0.5), 0.12),
                "kind": kind,
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class StorageBenchParams:
    """A hall bench to sit on, with cubbies, drawers or a lid; tall ones have a back with hooks."""

    width: float = length(1.1, 0.5, 2.4)
    depth: float = length(0.42, 0.25, 0.8)
    height: float = length(0.48, 0.35, 2.1)
    style: str = choice("modern", STYLES)
    kind: str = choice("cubbies", ("cubbies", "drawers", "lid"))


def storage_bench(p: StorageBenchParams) -> Asset:
    """A storage bench."""
    w, d, h = p.width, p.depth, p.height
    tall = h > 0.9
    hs = 0.48 if tall else h
    zt = hs - 0.05
    n = max(2, round(w / 0.42))
    y0, y1 = -d / 2 + 0.004, d / 2
    foot = 0.05 if p.style in ("modern", "classic") else 0.1
    kinds: Cells = [({"cubbies": "open", "drawers": "drawer", "lid": "panel"}[p.kind], 1.0)]
    yb = y0 - 0.02 if p.kind == "cubbies" else y0
    m = cw.manner(p.style)
    pull = m["handle"] if m["handle"] in ("groove", "leather", "none") else "leather"
    out = cw.carcass(-w / 2 + 0.004, w / 2 - 0.004, yb + 0.02, y1, foot, zt, 0.02, "body") + cw.stand(
        -w / 2 + 0.004, w / 2 - 0.004, yb + 0.02, y1, foot, p.style
    )
    pieces, parts, surf = _fill(-w / 2 + 0.006, w / 2 - 0.006, yb, y1, foot + 0.002, zt - 0.002, [(1.0, kinds)] * n, "flat", pull)
    surf = [
        s._replace(z=foot + 0.02, x0=max(s.x0, -w / 2 + 0.04), x1=min(s.x1, w / 2 - 0.04), clearance=zt - foot - 0.042)
        for s in surf
    ]
    if p.kind == "lid":
        pieces += cw.front(-w / 2 + 0.006, w / 2 - 0.006, foot + 0.002, zt - 0.002, yb, "shaker", "body")
    out += pieces
    out.append(
        kit.cushion((w, d - 0.004, 0.05), (0, 0.002, hs - 0.025), "cushion", 0.018, 0.002)
        if p.style != "rustic"
        else kit.slab(-w / 2, w / 2, -d / 2, d / 2, zt - 0.001, hs, "body", 0.008, "x")
    )
    groups = [list(out) + [q for s in parts for q in s.pieces]]
    if tall:
        back = [
            kit.slab(-w / 2, w / 2, d / 2 - 0.02, d / 2, hs - 0.01, h - 0.02, "body", 0.003, "x"),
            kit.slab(-w / 2, w / 2, d / 2 - 0.2, d / 2, h - 0.022, h, "body", 0.005, "x"),
        ]
        back += [
            kit.slab(
                s * (w / 2 - 0.012) - 0.012,
                s * (w / 2 - 0.012) + 0.012,
                d / 2 - 0.05,
                d / 2 - 0.019,
                hs - 0.01,
                h - 0.02,
                "body",
                0.003,
                "z",
            )
            for s in (-1, 1)
        ]
        back.append(kit.slab(-w / 2 + 0.03, w / 2 - 0.03, d / 2 - 0.035, d / 2 - 0.019, h - 0.4, h - 0.28, "body", 0.003, "x"))
        for x in np.linspace(-w / 2 + 0.15, w / 2 - 0.15, max(3, round(w / 0.25))):
            back += kit.move(_hook(), (x, d / 2 - 0.034, h - 0.34))
        groups.append(back)
        out += back
        surf.append(Surface("top", "on", -w / 2 + 0.02, d / 2 - 0.18, w / 2 - 0.02, d / 2 - 0.02, h))
    plain, moving = cw.settle(parts)
    out = [q._replace(slot="body") if q.slot == "front" else q for q in [*out, *plain]]
    moving = [s._replace(pieces=[q._replace(slot="body") if q.slot == "front" else q for q in s.pieces]) for s in moving]
    slots = {"body": "wood", "cushion": "fabric", "handle": "leather", "hook": "black_metal", "legs": "black_metal"}
    seat = Surface("seat", "on", -w / 2 + 0.04, -d / 2 + 0.04, w / 2 - 0.04, d / 2 - (0.22 if tall else 0.05), hs - 0.001)
    return finish(
        "storage_bench", p, out, _use(slots, out, moving), [seat, *surf], cw.boxes_of(groups), parts=moving, size=(w, d, h)
    )


def storage_bench_rand(rng: Rng, **over: Any) -> Asset:
    """A storage bench drawn at random."""
    o = cw.given(StorageBenchParams, over)
    tall = "height" not in o and rng.random() < 0.3
    return storage_bench(
        cw.drawn(
            StorageBenchParams,
            rng,
            {
                **_dims(rng, o, (1.1, 0.42, 1.8 if tall else 0.48), 0.08),
                "kind": pick(rng, ("cubbies", "drawers", "lid")),
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class StorageBoxParams:
    """A carton, plastic bin, crate or fabric bin."""

    width: float = length(0.4, 0.08, 1.0)
    depth: float = length(0.32, 0.08, 1.0)
    height: float = length(0.28, 0.05, 1.0)
    style: str = choice("modern", STYLES)
    kind: str = choice("carton", ("carton", "open_carton", "plastic", "crate", "fabric"))


def storage_box(p: StorageBoxParams) -> Asset:
    """A box; closed ones carry things, open ones hold them."""
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    top = Surface("top", "on", -w / 2 + 0.015, -d / 2 + 0.015, w / 2 - 0.015, d / 2 - 0.015, h)
    t = 0.004
    if p.kind == "carton":
        out = [
            kit.box((w, d, h - 0.001), (0, 0, (h - 0.001) / 2), "body", 0.004, "x"),
            kit.slab(-w / 2 + 0.004, w / 2 - 0.004, -0.024, 0.024, h - 0.002, h, "tape", 0),
        ]
        out += [
            kit.slab(*sorted((s * (w / 2 - 0.001), s * (w / 2 + 0.0003))), -0.024, 0.024, h - 0.07, h - 0.006, "tape", 0)
            for s in (-1, 1)
        ]
        slots = {"body": "paper:#b08a5c", "tape": "plastic:#c9b07e"}
        top = top._replace(z=h - 0.0005)
    else:
        kind = p.kind
        taper = 0.94 if kind == "plastic" else 1.0
        if kind == "crate":
            n = max(2, round(h / 0.1))
            step = h / n
            for i in range(n):
                za, zb = i * step + 0.004, (i + 1) * step - 0.012 + (0.012 if i == n - 1 else 0)
                out += [
                    kit.slab(
                        -w / 2,
                        w / 2,
                        s * (d / 2 - 0.006) - 0.006,
                        s * (d / 2 - 0.006) + 0.006,
                        za if i else 0.0,
                        zb,
                        "body",
                        0.002,
                        "x",
                    )
                    for s in (-1, 1)
                ]
                out += [
                    kit.slab(
                        s * (w / 2 - 0.018) - 0.006,
                        s * (w / 2 - 0.018) + 0.006,
                        -d / 2 + 0.011,
                        d / 2 - 0.011,
                        za if i else 0.0,
                        zb,
                        "body",
                        0.002,
                        "y",
                    )
                    for s in (-1, 1)
                ]
            out += [
                kit.box(
                    (0.024, 0.024, h - 0.004), (sx * (w / 2 - 0.034), sy * (d / 2 - 0.023), (h - 0.004) / 2), "body", 0.002, "z"
                )
                for sx in (-1, 1)
                for sy in (-1, 1)
            ]
            out.append(kit.slab(-w / 2 + 0.02, w / 2 - 0.02, -d / 2 + 0.012, d / 2 - 0.012, 0.006, 0.016, "body", 0, "x"))
            zf, ins = 0.016, 0.05
            slots = {"body": "wood"}
        else:
            o = kit.rounded_rect(w, d, {"plastic": 0.03, "fabric": 0.015}.get(kind, 0.003), 3)
            th = {"plastic": 0.004, "fabric": 0.006}.get(kind, t)
            rings = [
                np.column_stack([q * k, np.full(len(q), z)])
                for q, k, z in (
                    (kit.inset(o, 0.006), taper, 0.0),
                    (o, taper, 0.006),
                    (o, 1.0, h),
                    (kit.inset(o, th), 1.0, h),
                    (kit.inset(o, th), taper, 0.02),
                    (kit.inset(o, th + 0.004), taper, 0.016),
                )
            ]
            out.append(cw.loft(rings, "body", kind != "open_carton", "x"))
            zf, ins = 0.016, 0.035
            if kind == "plastic":
                rim = kit.inset(o, -0.006)
                k0 = w / (w + 0.012)
                out = [q._replace(vertices=q.vertices * (k0, k0, 1)) for q in out]
                ring = [
                    np.column_stack([q * k0, np.full(len(q), z)])
                    for q, z in (
                        (o, h - 0.03),
                        (rim, h - 0.028),
                        (rim, h),
                        (kit.inset(o, 0.001), h),
                        (kit.inset(o, 0.001), h - 0.03),
                    )
                ]
                body = cw.loft([*ring], "body", True, "x")
                keep = np.ones(len(body.counts), bool)
                keep[-2:] = False
                mask = np.repeat(keep, body.counts)
                out.append(
                    body._replace(loops=body.loops[mask], counts=body.counts[keep], uvs=body.uvs[mask], smooth=body.smooth[keep])
                )
                slots = {"body": "plastic:#7f9bb0"}
            elif kind == "fabric":
                out += [kit.box((0.09, 0.006, 0.022), (0, s * (d / 2 + 0.002), h * 0.72), "strap", 0.002) for s in (-1, 1)]
                slots = {"body": "fabric", "strap": "leather"}
            else:
                for s in (-1, 1):
                    f1 = kit.rotate(kit.box((w * 0.99, d * 0.42, 0.003), (0, s * d * 0.21, 0), "body", 0), "x", -s * 0.65)
                    out += kit.move(f1, (0, s * d / 2 * 0.995, h - 0.004))
                    f2 = kit.rotate(kit.box((w * 0.3, d * 0.97, 0.003), (s * w * 0.15, 0, 0), "body", 0), "y", s * 0.9)
                    out += kit.move(f2, (s * w / 2 * 0.995, 0, h - 0.005))
                slots = {"body": "paper:#b08a5c"}
        top = Surface(
            "inside", "in", -w / 2 * taper + ins, -d / 2 * taper + ins, w / 2 * taper - ins, d / 2 * taper - ins, zf, h + 0.3
        )
    return finish("storage_box", p, out, _use(slots, out), [top], size=(w, d, h))


def storage_box_rand(rng: Rng, **over: Any) -> Asset:
    """A box drawn at random."""
    o = cw.given(StorageBoxParams, over)
    kind = o.get("kind") or pick(rng, ("carton", "open_carton", "plastic", "fabric"), (3, 1.5, 1.5, 1.5))
    size = {"crate": (0.45, 0.34, 0.28), "fabric": (0.32, 0.32, 0.3), "plastic": (0.5, 0.36, 0.3)}.get(kind, (0.42, 0.33, 0.3))
    return storage_box(cw.drawn(StorageBoxParams, rng, {**_dims(rng, o, size, 0.18), "kind": kind}, o))


@dataclass(frozen=True, slots=True)
class BasketParams:
    """A woven, wire or plastic basket; a hamper has a lid."""

    width: float = length(0.4, 0.08, 1.0)
    depth: float = length(0.4, 0.08, 0.9)
    height: float = length(0.34, 0.05, 1.0)
    style: str = choice("rustic", STYLES)
    kind: str = choice("wicker", ("wicker", "rope", "wire", "laundry", "hamper"))
    square: float = length(0.2, 0.0, 1.0, "0 round to 1 rectangular plan")
    handles: bool = flag(True)


def _plan(w: float, d: float, square: float, n: int) -> Floats:
    t = np.linspace(0, 2 * np.pi, n, endpoint=False) + np.pi / n
    k = 2.0 / (2.0 + 8.0 * square)
    c, s = np.cos(t), np.sin(t)
    return np.stack([np.sign(c) * np.abs(c) ** k * w / 2, np.sign(s) * np.abs(s) ** k * d / 2], -1)


def basket(p: BasketParams) -> Asset:
    """A basket, open at the top unless a hamper."""
    w, d, h = p.width, p.depth, p.height
    lid = 0.035 if p.kind == "hamper" else 0.0
    hb = h - lid
    n = 40
    plan = _plan(w - 0.016, d - 0.016, p.square, n)
    out: Pieces = []
    floor = 0.014
    taper = 0.84 if p.kind != "hamper" else 0.92
    if p.kind == "wire":
        for z, k in zip(
            np.linspace(0.004, hb - 0.004, max(4, round(hb / 0.05))), np.linspace(taper, 1, max(4, round(hb / 0.05))), strict=True
        ):
            out.append(
                kit.tube(np.column_stack([plan * k, np.full(n, z)]), 0.003 if z < hb - 0.01 else 0.004, "body", 5, closed=True)
            )
        out += [kit.tube([(*plan[i] * taper, 0.004), (*plan[i], hb - 0.004)], 0.002, "body", 5) for i in range(0, n, 2)]
        out.append(kit.prism(plan * taper * 0.99, 0.004, (0, 0, 0.002), "base", 0))
        floor = 0.006
    else:
        weave = {"wicker": 0.005, "hamper": 0.004, "rope": 0.0045, "laundry": 0.0}[p.kind]
        rows = max(6, round(hb / 0.026)) if weave else 8
        rings = []
        ph = np.arange(n) * np.pi
        nr = plan / np.maximum(np.linalg.norm(plan, axis=1, keepdims=True), 1e-9)
        for i in range(rows + 1):
            z = hb * i / rows
            k = taper + (1 - taper) * np.sin(0.5 * np.pi * i / rows)
            r = weave * (np.cos(ph + np.pi * i) if p.kind != "rope" else np.full(n, 1.0 if i % 2 else -0.4))
            rings.append(np.column_stack([plan * k + nr * r[:, None], np.full(n, z)]))
        th = 0.008
        inner = [
            np.column_stack([plan * k - nr * th, np.full(n, z)])
            for z, k in ((hb, 1.0), (hb * 0.5, taper + (1 - taper) * 0.71), (floor, taper + 0.01))
        ]
        out.append(cw.loft([*rings, *inner], "body", True, "x"))
        out.append(
            kit.tube(
                np.column_stack([plan, np.full(n, hb - 0.004)]), 0.008, "body" if p.kind != "laundry" else "rim", 6, closed=True
            )
        )
        if p.kind == "laundry":
            for i in range(0, n, 2):
                a = np.arctan2(plan[i][1], plan[i][0])
                for z in (hb * 0.3, hb * 0.55):
                    k = taper + (1 - taper) * np.sin(0.5 * np.pi * z / hb)
                    out += kit.move(
                        kit.rotate(kit.box((0.006, 0.02, hb * 0.14), (0, 0, 0), "hole", 0.001), "z", a), (*(plan[i] * k), z)
                    )
    if p.handles and p.kind != "hamper":
        for s in (-1, 1):
            x = s * (w / 2 - 0.012)
            y = 0.2 * d
            arc = kit.smooth_path(
                [
                    (x, -y, hb - 0.03),
                    (x + s * 0.004, -y * 0.8, hb + 0.03),
                    (x + s * 0.004, y * 0.8, hb + 0.03),
                    (x, y, hb - 0.03),
                ],
                5,
            )
            out.append(kit.tube(arc, 0.006, "handle", 6))
    if lid:
        cap = [
            np.column_stack([plan * k, np.full(n, z)])
            for k, z in ((1.03, hb + 0.001), (1.035, hb + 0.004), (1.03, h - 0.014), (0.97, h - 0.004), (0.5, h))
        ]
        out.append(cw.loft(cap, "body", True, "x"))
        out.append(kit.box((0.09, 0.012, 0.02), (0, -d / 2 + 0.006, hb - 0.02), "handle", 0.003))
        surfaces = [Surface("lid", "on", -w * 0.2, -d * 0.2, w * 0.2, d * 0.2, h)]
    else:
        a = w / 2 * taper * (0.64 + 0.2 * p.square) - 0.012
        b = d / 2 * taper * (0.64 + 0.2 * p.square) - 0.012
        top = max(float(kit.bounds(out)[1][2]), hb)
        surfaces = [Surface("inside", "in", -a, -b, a, b, floor, top + 0.3)]
    slots = {
        "body": {"wire": "black_metal", "laundry": "plastic:#e6e7e4", "rope": "fabric"}.get(p.kind, "wicker"),
        "base": "black_metal",
        "handle": "leather",
        "rim": "plastic:#8fb0bd",
        "hole": "plastic:#6a6d6c",
    }
    if p.kind == "rope":
        slots["handle"] = "fabric"
    return finish("basket", p, out, _use(slots, out), surfaces, size=(w, d, h))


def basket_rand(rng: Rng, **over: Any) -> Asset:
    """A basket drawn at random."""
    o = cw.given(BasketParams, over)
    kind = o.get("kind") or pick(rng, ("wicker", "rope", "wire"), (3, 2, 1))
    if kind == "hamper" and "width" not in o and rng.random() < 0.3:
        o = {**o, "square": 0.0}
    size = {"laundry": (0.58, 0.42, 0.32), "hamper": (0.44, 0.38, 0.62)}.get(kind, (0.4, 0.36, 0.32))
    return basket(
        cw.drawn(
            BasketParams,
            rng,
            {
                **_dims(rng, o, size, 0.14),
                "kind": kind,
                "square": float(pick(rng, (0.0, 0.15, 0.6))),
                "handles": bool(rng.random() < 0.7),
            },
            o,
        )
    )


# ---------------------------------------------------------------------------------------------- carts and racks


@dataclass(frozen=True, slots=True)
class CartParams:
    """A trolley on castors."""

    width: float = length(0.75, 0.3, 1.6)
    depth: float = length(0.45, 0.25, 0.9)
    height: float = length(0.85, 0.45, 1.4)
    style: str = choice("modern", STYLES)
    kind: str = choice("utility", ("utility", "serving", "medical", "tool"))
    tiers: int = count(3, 2, 5)


def cart(p: CartParams) -> Asset:
    """A cart; its tiers are surfaces."""
    w, d, h = p.width, p.depth, p.height
    serving = p.kind == "serving"
    wood = serving and p.style in ("rustic", "classic", "midcentury")
    b = 0.028 if wood else 0.02
    r = 0.032
    zc = 2.5 * r
    fm = "body" if wood else "frame"
    hx = 0.06
    x0, x1 = -w / 2, w / 2 - hx
    lift = {"serving": 0.06, "utility": 0.07, "medical": 0.05, "tool": 0.07}[p.kind]
    zt = h - lift
    zs = np.linspace(zc + 0.045, zt, p.tiers)
    cx = (x0 + x1) / 2
    out: Pieces = []
    surfaces = []
    for sx in (x0 + b / 2, x1 - b / 2):
        for sy in (-1, 1):
            y = sy * (d / 2 - b / 2)
            out.append(
                kit.box((b, b, h - lift * 0.4 - zc), (sx, y, (h - lift * 0.4 + zc) / 2), fm, 0.004, "z")
                if wood or p.kind in ("medical", "tool")
                else kit.bar((sx, y, zc), (sx, y, h - lift * 0.4), b / 2, fm, 10)
            )
            out += cw.caster(sx, y, "rubber", r, "metal")
    for i, z in enumerate(zs):
        top = i == len(zs) - 1
        if p.kind == "utility" or p.kind == "tool":
            out.append(kit.slab(x0 + 0.004, x1 - 0.004, -d / 2 + 0.004, d / 2 - 0.004, z - 0.012, z, "body", 0.002, "x"))
            rim = 0.045
            out += [
                kit.slab(
                    x0 + 0.002,
                    x1 - 0.002,
                    s * (d / 2 - 0.004) - 0.003,
                    s * (d / 2 - 0.004) + 0.003,
                    z - 0.012,
                    z + rim,
                    "body",
                    0.001,
                    "x",
                )
                for s in (-1, 1)
            ]
            out += [
                kit.slab(s - 0.003, s + 0.003, -d / 2 + 0.004, d / 2 - 0.004, z - 0.012, z + rim, "body", 0.001, "y")
                for s in (x0 + 0.005, x1 - 0.005)
            ]
        elif serving and not wood and p.style != "industrial":
            out.append(kit.slab(x0 + b * 0.4, x1 - b * 0.4, -d / 2 + b * 0.4, d / 2 - b * 0.4, z - 0.008, z, "glass", 0.001, "x"))
            out += [
                kit.bar((x0 + b / 2, s * (d / 2 - b / 2), z - 0.006), (x1 - b / 2, s * (d / 2 - b / 2), z - 0.006), 0.008, fm, 8)
                for s in (-1, 1)
            ]
            out += [
                kit.bar((s, -d / 2 + b / 2, z - 0.006), (s, d / 2 - b / 2, z - 0.006), 0.008, fm, 8)
                for s in (x0 + b / 2, x1 - b / 2)
            ]
        else:
            out.append(kit.slab(x0 + 0.001, x1 - 0.001, -d / 2 + 0.001, d / 2 - 0.001, z - 0.02, z, "body", 0.003, "x"))
        if serving:
            out += [
                kit.bar((x0 + b / 2, s * (d / 2 - b / 2), z + 0.045), (x1 - b / 2, s * (d / 2 - b / 2), z + 0.045), 0.005, fm, 6)
                for s in (-1, 1)
            ]
        nxt = zs[i + 1] - 0.022 - z if not top else 10.0
        q = b + 0.012
        surfaces.append(
            Surface(f"tier {i + 1}", "on" if top else "in", x0 + q, -d / 2 + q, x1 - q, d / 2 - q, float(z), float(nxt))
        )
    if p.kind in ("medical", "tool"):
        m = 2 if p.tiers < 3 else 3
        lo, hi = (zs[0] if p.tiers == 2 else zs[-2]) + 0.01, zs[-1] - 0.016
        if p.kind == "medical":
            lo = zs[0] + 0.01
            m = max(3, round((hi - lo) / 0.15))
            surfaces = surfaces[-1:]
        else:
            surfaces = [s for s in surfaces if s.z > hi or s.z < lo - 0.02]
        out.append(kit.slab(x0 + b, x1 - b, -d / 2 + 0.02, d / 2 - 0.006, lo, hi, "case", 0.002, "x"))
        e = np.linspace(lo, hi, m + 1)
        for a, c in itertools.pairwise(e):
            out += [
                *cw.front(x0 + b + 0.003, x1 - b - 0.003, a + 0.002, c - 0.002, -d / 2 + 0.004, "flat", "drawer"),
                kit.box((0.12, 0.006, 0.012), (cx, -d / 2 + 0.003, c - 0.022), "metal", 0.001),
            ]
    hz = h - 0.012
    out.append(
        kit.tube(
            cw.bent(
                [
                    (x1 - b / 2, -d / 2 + b / 2, hz - 0.06),
                    (w / 2 - 0.011, -d / 2 + b / 2, hz),
                    (w / 2 - 0.011, d / 2 - b / 2, hz),
                    (x1 - b / 2, d / 2 - b / 2, hz - 0.06),
                ],
                0.04,
            ),
            0.011,
            "frame",
            8,
        )
    )
    slots = {
        "utility": {"body": "paint", "frame": "metal", "rubber": "rubber", "metal": "metal"},
        "tool": {
            "body": "metal:#a8241d",
            "case": "metal:#a8241d",
            "drawer": "metal:#8e1f19",
            "frame": "black_metal",
            "rubber": "rubber",
            "metal": "metal",
        },
        "medical": {
            "body": "steel",
            "case": "paint:#dfe5e8",
            "drawer": "paint:#9fc2cf",
            "frame": "steel",
            "rubber": "rubber",
            "metal": "metal",
        },
        "serving": {
            "body": "wood",
            "frame": "black_metal" if p.style == "industrial" else "brass",
            "glass": "glass",
            "rubber": "rubber",
            "metal": "metal",
        },
    }[p.kind]
    if serving and not wood and p.style != "industrial":
        slots = {"frame": "brass", "glass": "glass", "rubber": "rubber", "metal": "metal"}
    return finish("cart", p, out, _use(slots, out), surfaces, size=(w, d, h))


def cart_rand(rng: Rng, **over: Any) -> Asset:
    """A cart drawn at random."""
    o = cw.given(CartParams, over)
    kind = o.get("kind") or pick(rng, ("utility", "serving"), (3, 1))
    size = {"serving": (0.8, 0.45, 0.85), "medical": (0.65, 0.48, 0.95), "tool": (0.75, 0.45, 0.9)}.get(kind, (0.6, 0.42, 0.84))
    return cart(
        cw.drawn(
            CartParams,
            rng,
            {
                **_dims(rng, o, size, 0.1),
                "kind": kind,
                "tiers": int(pick(rng, (2, 3), (1, 2 if kind != "serving" else 0.6))),
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


def _hook(size: float = 0.05) -> Pieces:
    """A coat hook facing -Y, its plate at y = 0."""
    k = size / 0.05
    arm = kit.tube(
        kit.smooth_path(np.array([(0, 0, 0.0), (0, -0.02, -0.022), (0, -0.045, -0.02), (0, -0.052, 0.004)]) * k, 3),
        0.004 * k,
        "hook",
        6,
    )
    up = kit.tube(kit.smooth_path(np.array([(0, 0, 0.01), (0, -0.03, 0.02), (0, -0.06, 0.045)]) * k, 3), 0.0038 * k, "hook", 6)
    return [
        arm,
        up,
        kit.box((0.018 * k, 0.004, 0.06 * k), (0, -0.001, 0), "hook", 0.001),
        kit.ellipsoid((0.012 * k,) * 3, (0, -0.06 * k, 0.047 * k), "hook", 8, 5),
    ]


@dataclass(frozen=True, slots=True)
class WallHooksParams:
    """A rail of hooks or pegs on a wall."""

    width: float = length(0.6, 0.1, 2.5)
    depth: float = length(0.1, 0.025, 0.5)
    height: float = length(0.12, 0.04, 0.6)
    style: str = choice("classic", STYLES)
    kind: str = choice("hooks", ("hooks", "pegs", "keys"))
    hooks: int = count(5, 1, 20)
    shelf: bool = flag(False)


def wall_hooks(p: WallHooksParams) -> Asset:
    """A hook rail; its origin is at the wall."""
    w, d, h = p.width, p.depth, p.height
    shelf = p.shelf and h > 0.1
    hz = h - (0.018 if shelf else 0.0)
    out = [kit.slab(-w / 2, w / 2, -0.016, 0, 0 if not shelf else 0.0, hz + 0.001, "body", 0.004, "x")]
    surfaces = []
    if shelf:
        out.append(kit.slab(-w / 2, w / 2, -d, 0, h - 0.018, h, "body", 0.003, "x"))
        surfaces = [Surface("shelf", "on", -w / 2 + 0.01, -d + 0.01, w / 2 - 0.01, -0.01, h)]
    z = hz * 0.5
    for x in np.linspace(-w / 2 + w * 0.5 / p.hooks, w / 2 - w * 0.5 / p.hooks, p.hooks):
        if p.kind == "pegs":
            out.append(
                kit.tube(
                    [
                        (x, -0.014, z),
                        (x, -min(d, 0.09) + 0.012, z + 0.012),
                        (x, -min(d, 0.09) + 0.01, z + 0.014),
                        (x, -min(d, 0.09), z + 0.016),
                    ],
                    [0.008, 0.007, 0.012, 0.010],
                    "peg",
                    10,
                )
            )
        else:
            s = min(0.05, 0.75 * (d - 0.016), 0.5 * h if p.kind == "keys" else 0.06)
            out += kit.move(_hook(max(s, 0.012)), (x, -0.015, z))
    return finish(
        "wall_hooks",
        p,
        out,
        _use({"body": "wood", "hook": "black_metal", "peg": "wood"}, out),
        surfaces,
        size=(w, d, h),
        origin="back",
    )


def wall_hooks_rand(rng: Rng, **over: Any) -> Asset:
    """A hook rail drawn at random."""
    o = cw.given(WallHooksParams, over)
    kind = o.get("kind") or pick(rng, ("hooks", "pegs"))
    dims = _dims(rng, o, (0.26, 0.07, 0.14) if kind == "keys" else (0.65, 0.09, 0.11), 0.12)
    shelf = bool(rng.random() < (0.5 if kind == "keys" else 0.2))
    if shelf and kind != "keys" and "depth" not in o:
        dims |= {"depth": 0.2, "height": o.get("height", 0.2)}
    return wall_hooks(
        cw.drawn(
            WallHooksParams,
            rng,
            {
                **dims,
                "kind": kind,
                "shelf": shelf,
                "hooks": max(2, round(dims["width"] / (0.055 if kind == "keys" else 0.13))),
                "style": pick(rng, STYLES),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class PegboardParams:
    """A perforated board for tools."""

    width: float = length(1.2, 0.3, 3.0)
    depth: float = length(0.06, 0.015, 0.2)
    height: float = length(0.8, 0.25, 1.8)
    style: str = choice("industrial", STYLES)


def _hung_tools(w: float, h: float) -> Pieces:
    """A hammer, screwdrivers and a saw hung flat before a pegboard, as large as fits."""
    f = float(np.clip(min(w / 1.2, h / 0.6), 0.4, 1.0))
    z = 0.80 * h
    y = -0.024
    hammer = [
        kit.bar((0, 0, 0), (0, 0, -0.28), 0.010, "grip", 10, 0.013),
        kit.bar((-0.055, 0, 0.004), (0.03, 0, 0.004), 0.012, "steel", 12, 0.010),
        kit.bar((0.028, 0, 0.004), (0.075, 0, -0.014), 0.009, "steel", 8, 0.004),
    ]
    out = kit.move(hammer, (-0.30, 0, 0))
    handle = [(0.0, 0.0), (0.009, 0.003), (0.012, 0.03), (0.010, 0.075), (0.006, 0.085), (0.0, 0.087)]
    for i, reach in enumerate((0.13, 0.10, 0.08)):
        at = (-0.13 + 0.055 * i, 0, 0)
        out += kit.move(
            [kit.lathe(handle, (0, 0, -0.06), "grip", 10), kit.bar((0, 0, -0.055), (0, 0, -0.06 - reach), 0.0035, "steel", 6)], at
        )
    blade = kit.prism([(-0.02, -0.11), (0.30, -0.06), (0.30, -0.035), (-0.02, 0.0)], 0.002, (0, 0, 0), "steel", 0.0)
    outline = [(-0.11, -0.09), (-0.05, -0.12), (-0.01, -0.11), (-0.01, 0.0), (-0.10, 0.005)]
    grip = kit.prism(outline, 0.016, (0, 0, -0.007), "grip", 0.003)
    out += kit.move(kit.rotate([blade, grip], "x", np.pi / 2), (0.19, 0, 0.02))
    return kit.move(kit.scale(out, f), (0, y, z))


def pegboard(p: PegboardParams) -> Asset:
    """A pegboard with hooks, and a ledge on which more tools lie."""
    w, d, h = p.width, p.depth, p.height
    surfaces: list[Surface] = []
    out = [kit.slab(-w / 2 + 0.01, w / 2 - 0.01, -0.014, -0.008, 0.01, h - 0.01, "body", 0.001, "x")]
    out += [kit.slab(-w / 2, w / 2, -0.018, 0, z - 0.012, z + 0.012, "frame", 0.002, "x") for z in (0.012, h - 0.012)]
    out += [
        kit.slab(x - 0.012, x + 0.012, -0.0175, 0, 0.02, h - 0.02, "frame", 0.002, "z") for x in (-w / 2 + 0.012, w / 2 - 0.012)
    ]
    step = max(0.05, float(np.sqrt(w * h / 220)))
    nx, nz = max(2, int((w - 0.06) / step)), max(2, int((h - 0.06) / step))
    xs, zs = (np.arange(nx) - (nx - 1) / 2) * step, h / 2 + (np.arange(nz) - (nz - 1) / 2) * step
    hole = kit.piece(
        [(0.0055 * np.cos(a), -0.0146, 0.0055 * np.sin(a)) for a in np.arange(6) * np.pi / 3],
        [range(6)],
        "hole",
        False,
    )
    out += kit.repeat(hole, [(x, 0, z) for x in xs for z in zs])
    if d > 0.03:
        s = min(0.05, 0.8 * (d - 0.014))
        for i, x in enumerate(xs[1:-1:2]):
            out += kit.move(
                kit.tube(
                    kit.smooth_path([(0, 0.004, 0.004), (0, -s * 0.3, 0.0), (0, -s * 0.9, -0.002), (0, -s, 0.012)], 3),
                    0.0025,
                    "hook",
                    5,
                ),
                (x, -0.014, zs[-2 - (i * 2) % max(1, nz - 2)]),
            )
        out.append(kit.slab(-w * 0.46, w * 0.46, -d, -0.013, 0.06, 0.066, "frame", 0.001, "x"))
        surfaces.append(Surface("ledge", "on", -w * 0.45, -d + 0.002, w * 0.45, -0.02, 0.066, 0.3 * h))
        out += _hung_tools(w, h)
    return finish(
        "pegboard",
        p,
        out,
        _use(
            {
                "body": "wood",
                "frame": "black_metal",
                "hook": "metal",
                "hole": "plastic:#15110d",
                "steel": "steel",
                "grip": "plastic:#b5382a",
            },
            out,
        ),
        surfaces,
        size=(w, d, h),
        origin="back",
    )


def pegboard_rand(rng: Rng, **over: Any) -> Asset:
    """A pegboard drawn at random."""
    o = cw.given(PegboardParams, over)
    return pegboard(cw.drawn(PegboardParams, rng, _dims(rng, o, (1.2, 0.15, 0.8), 0.12), o))


@dataclass(frozen=True, slots=True)
class CoatRackParams:
    """A standing coat rack."""

    width: float = length(0.5, 0.25, 0.9)
    depth: float = length(0.5, 0.25, 0.9)
    height: float = length(1.75, 1.2, 2.2)
    style: str = choice("classic", STYLES)
    kind: str = choice("tree", ("tree", "branches"))
    hooks: int = count(6, 3, 10)


def coat_rack(p: CoatRackParams) -> Asset:
    """A coat tree."""
    w, h = min(p.width, p.depth), p.height
    r = w / 2
    fm = "metal" if p.style in ("industrial", "modern") else "body"
    out: Pieces = []
    if p.kind == "branches":
        for k in range(3):
            a = 2 * np.pi * k / 3
            c, s = np.cos(a), np.sin(a)
            out.append(kit.bar((c * r * 0.85, s * r * 0.85, 0.0), (-c * 0.1, -s * 0.1, h - 0.02 * k), 0.016, fm, 12, 0.011))
            for j, z in enumerate((0.72, 0.84)):
                q = np.array([c * r * 0.85, s * r * 0.85, 0]) * (1 - z) + np.array([-c * 0.1, -s * 0.1, h]) * z
                e = q + np.array([np.cos(a + 2.2 + j) * 0.12, np.sin(a + 2.2 + j) * 0.12, 0.09])
                out.append(kit.bar(q, e, 0.010, fm, 10, 0.008))
    else:
        if p.style == "classic":
            out.append(
                kit.lathe(
                    [
                        (0.02, 0.1),
                        (0.028, 0.14),
                        (0.02, 0.2),
                        (0.026, 0.5),
                        (0.03, 0.56),
                        (0.018, 0.62),
                        (0.02, 1.2),
                        (0.026, h - 0.25),
                        (0.02, h - 0.08),
                        (0.03, h - 0.05),
                        (0.02, h - 0.02),
                        (0.0, h),
                    ],
                    (0, 0, 0),
                    fm,
                    16,
                )
            )
        else:
            out.append(kit.bar((0, 0, 0.02), (0, 0, h), 0.017, fm, 14, 0.014))
        if p.style in ("industrial", "modern"):
            out.append(kit.cylinder(r * 0.9, 0.022, (0, 0, 0), fm, 0.006, 36))
        else:
            leg = kit.tube(
                kit.smooth_path([(0.01, 0, 0.3), (r * 0.5, 0, 0.2), (r * 0.85, 0, 0.06), (r - 0.015, 0, 0.013)], 4),
                np.linspace(0.016, 0.012, 13),
                fm,
                8,
            )
            out += kit.ring(leg, 4, np.pi / 4)
        n = max(3, p.hooks // 2)
        for k, (z, m) in enumerate(((h - 0.1, n), (h - 0.32, p.hooks - n))):
            if m > 0:
                arm = [
                    kit.tube(
                        kit.smooth_path([(0.01, 0, 0), (r * 0.45, 0, 0.01), (r * 0.68, 0, 0.06), (r * 0.72, 0, 0.09)], 3),
                        np.linspace(0.009, 0.007, 10),
                        fm,
                        7,
                    ),
                    kit.ellipsoid((0.022,) * 3, (r * 0.72, 0, 0.09), fm, 8, 6),
                ]
                out += kit.move(kit.ring(arm, m, k * 0.6), (0, 0, z - 0.06))
    return finish("coat_rack", p, out, _use({"body": "wood", "metal": "black_metal"}, out), size=(p.width, p.depth, h))


def coat_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A coat rack drawn at random."""
    o = cw.given(CoatRackParams, over)
    return coat_rack(
        cw.drawn(
            CoatRackParams,
            rng,
            {
                **_dims(rng, o, (0.5, 0.5, 1.76), 0.08),
                "style": pick(rng, STYLES),
                "kind": pick(rng, ("tree", "branches"), (2, 1)),
                "hooks": int(rng.integers(5, 9)),
            },
            o,
        )
    )


GARMENTS = ("fabric:#31405c", "fabric:#8a3b32", "fabric:#c9bda6", "fabric:#3f4a3c", "fabric:#1f2023", "fabric:#b98a3a")


@dataclass(frozen=True, slots=True)
class ClothesRackParams:
    """A garment rail with clothes, or an open wardrobe frame with shelves."""

    width: float = length(1.2, 0.5, 2.6)
    depth: float = length(0.45, 0.3, 0.8)
    height: float = length(1.6, 1.1, 2.5)
    style: str = choice("industrial", STYLES)
    kind: str = choice("rail", ("rail", "open_wardrobe"))
    garments: int = count(8, 0, 40)
    seed: int = count(0, 0, 9999)


def _garment(x: float, z: float, long: float, wide: float, slot: str, tilt: float) -> Pieces:
    """A garment on its hanger, hanging in the YZ plane at x from a rail at height z."""
    k = np.array([(-0.5, -0.13), (-0.46, -0.10), (-0.14, -0.035), (0.0, -0.028), (0.14, -0.035), (0.46, -0.10), (0.5, -0.13)])
    cols = np.linspace(-0.5, 0.5, 9)
    top = np.interp(cols, k[:, 0], k[:, 1])
    rows = np.linspace(0, 1, 6)
    g = np.zeros((len(rows), len(cols), 3))
    for i, r in enumerate(rows):
        g[i, :, 1] = cols * wide * (1 + 0.08 * r)
        g[i, :, 2] = z + top * (1 - r) - r * long
        g[i, :, 0] = 0.014 * np.sin(cols * 16 + x * 40) * r
    cloth = kit.sheet(g, slot, 0.022)
    hook = kit.tube([(0, 0, z - 0.03), (0, 0, z + 0.002), (0, 0.014, z + 0.018), (0, 0.004, z + 0.026)], 0.002, "metal", 4)
    return kit.move(kit.rotate([cloth, hook], "z", tilt), (x, 0, 0))


def clothes_rack(p: ClothesRackParams) -> Asset:
    """A clothes rack."""
    w, d, h = p.width, p.depth, p.height
    rng = np.random.default_rng(p.seed)
    out: Pieces = []
    surfaces = []
    r = 0.0125
    wood = p.style in ("rustic", "classic", "midcentury")
    fm = "body" if wood else "frame"
    zr = h - r
    shelf_w = 0.0
    if p.kind == "open_wardrobe":
        b = 0.03
        shelf_w = 0.36 * w
        out += [
            kit.box((b, b, h), (sx * (w / 2 - b / 2), sy * (d / 2 - b / 2), h / 2), fm, 0.003, "z")
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
        xm = w / 2 - shelf_w
        out += [kit.box((b, b, h), (xm, sy * (d / 2 - b / 2), h / 2), fm, 0.003, "z") for sy in (-1, 1)]
        zs = np.linspace(0.12, h, 6)
        for i, z in enumerate(zs):
            full = i in (0, len(zs) - 1)
            a = -w / 2 if full else xm
            out.append(
                kit.slab(
                    a + 0.004,
                    w / 2 - 0.004,
                    -d / 2 + 0.004,
                    d / 2 - 0.004,
                    z - 0.022,
                    z,
                    "body",
                    0.003,
                    "x",
                )
            )
            if i < len(zs) - 1:
                surfaces.append(
                    Surface(
                        f"shelf {i + 1}",
                        "in",
                        xm + b + 0.01,
                        -d / 2 + b + 0.01,
                        w / 2 - b - 0.01,
                        d / 2 - b - 0.01,
                        float(z),
                        float(zs[i + 1] - z - 0.024),
                    )
                )
        surfaces.append(Surface("top", "on", -w / 2 + b, -d / 2 + b, w / 2 - b, d / 2 - b, h))
        zr = h - 0.09
        out.append(kit.bar((-w / 2 + b, 0, zr), (xm, 0, zr), r, "frame", 10))
        x0, x1 = -w / 2 + 0.08, xm - 0.06
    else:
        x0, x1 = -w / 2 + 0.1, w / 2 - 0.1
        if wood:
            for s in (-1, 1):
                out += [
                    cw.post((s * (w / 2 - 0.02), k * (d / 2 - 0.02), 0), (s * (w / 2 - 0.02), -k * 0.03, h - 0.02), "body", 0.03)
                    for k in (-1, 1)
                ]
                out.append(
                    kit.bar((s * (w / 2 - 0.02), -d / 2 + 0.08, 0.2), (s * (w / 2 - 0.02), d / 2 - 0.08, 0.2), 0.01, "body", 8)
                )
            zr = h - 0.06
            out += [kit.bar((-w / 2, 0, zr), (w / 2, 0, zr), 0.015, "body", 12)]
            zl = 0.2
            out.append(
                kit.slab(-w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.1, d / 2 - 0.1, zl + 0.005, zl + 0.019, "body", 0.002, "x")
            )
            surfaces.append(Surface("shelf", "in", -w / 2 + 0.05, -d / 2 + 0.12, w / 2 - 0.05, d / 2 - 0.12, zl + 0.019, 0.2))
        else:
            zc = 0.08
            out.append(
                kit.tube(
                    cw.bent(
                        [(-w / 2 + 0.03, 0, zc), (-w / 2 + 0.03, 0, h - r), (w / 2 - 0.03, 0, h - r), (w / 2 - 0.03, 0, zc)], 0.06
                    ),
                    r,
                    "frame",
                    10,
                )
            )
            for s in (-1, 1):
                out.append(
                    kit.bar((s * (w / 2 - 0.03), -d / 2 + 0.02, zc), (s * (w / 2 - 0.03), d / 2 - 0.02, zc), r, "frame", 10)
                )
                out += [q for k in (-1, 1) for q in cw.caster(s * (w / 2 - 0.03), k * (d / 2 - 0.035), "rubber", 0.027, "metal")]
            out += [
                kit.bar((-w / 2 + 0.03, k, zc + 0.03), (w / 2 - 0.03, k, zc + 0.03), 0.008, "frame", 8) for k in (-0.06, 0.06)
            ]
    slots = {"body": "wood", "frame": "black_metal", "metal": "metal", "rubber": "rubber"}
    for i in range(p.garments):
        slot = f"garment {int(rng.integers(0, 6)) + 1}"
        slots[slot] = GARMENTS[int(slot[-1]) - 1]
        x = x0 + (x1 - x0) * (i + 0.5 + 0.3 * rng.standard_normal() * 0.5) / p.garments
        x = float(np.clip(x, x0, x1))
        out += _garment(
            x,
            zr,
            float(rng.uniform(0.62, min(1.05, zr - 0.35))),
            min(0.42, d - 0.06) * float(rng.uniform(0.86, 0.98)),
            slot,
            float(rng.uniform(-0.12, 0.12)),
        )
    return finish("clothes_rack", p, out, _use(slots, out), surfaces, size=(w, d, h))


def clothes_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A clothes rack drawn at random."""
    o = cw.given(ClothesRackParams, over)
    ow = o.get("kind") == "open_wardrobe"
    dims = _dims(rng, o, (1.4, 0.5, 1.95) if ow else (1.2, 0.45, 1.6), 0.1)
    return clothes_rack(
        cw.drawn(
            ClothesRackParams,
            rng,
            {
                **dims,
                "style": pick(rng, STYLES),
                "garments": int(dims["width"] * (5 if ow else 9) * rng.uniform(0.5, 1.0)),
                "seed": int(rng.integers(0, 9999)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class DryingRackParams:
    """A winged airer."""

    width: float = length(1.1, 0.5, 2.0)
    depth: float = length(0.58, 0.3, 0.9)
    height: float = length(1.0, 0.6, 1.8)
    style: str = choice("modern", STYLES)
    cloths: int = count(2, 0, 6)


def drying_rack(p: DryingRackParams) -> Asset:
    """A drying rack with a few towels on it."""
    w, d, h = p.width, p.depth, p.height
    r = 0.008
    out: Pieces = []
    zt = h - 0.01
    x = w * 0.27
    for s in (-1, 1):
        y = s * (d / 2 - r)
        out += [kit.bar((-x, y, 0), (x, y, zt), r, "body", 8), kit.bar((x, y, 0), (-x, y, zt), r, "body", 8)]
        out += [
            kit.bar((-w / 2 + r, y, zt - 0.1), (-x, y, zt - 0.0), r * 0.9, "body", 8),
            kit.bar((w / 2 - r, y, zt - 0.1), (x, y, zt), r * 0.9, "body", 8),
        ]
    rails = [(xx, zt) for xx in np.linspace(-x, x, 7)] + [
        (sx * (x + (w / 2 - x - r) * k), zt - 0.1 * k) for sx in (-1, 1) for k in (0.25, 0.5, 0.75, 1.0)
    ]
    out += [kit.bar((a, -d / 2, z), (a, d / 2, z), 0.0035, "rail", 6) for a, z in rails]
    out += [kit.bar((sx * x * 0.98, -d / 2, 0.03), (sx * x * 0.98, d / 2, 0.03), r, "body", 8) for sx in (-1, 1)]
    slots = {"body": "metal", "rail": "plastic:#e8e8e6"}
    for i in range(p.cloths):
        xx = np.linspace(-x * 0.7, x * 0.7, max(p.cloths, 2))[i]
        t = np.linspace(-1, 1, 15)
        wd = d * (0.5 + 0.1 * (i % 3))
        prof = [(xx + 0.008 * np.tanh(8 * q), zt + 0.006 - max(0.0, abs(q) - 0.04) * 0.42 * (0.8 + 0.2 * (i % 2))) for q in t]
        g = np.array([[(a, yy, z) for yy in np.linspace(-wd / 2, wd / 2, 5)] for a, z in prof])
        slot = f"cloth {i % 3 + 1}"
        slots[slot] = GARMENTS[(i * 2) % 6]
        out.append(kit.sheet(g, slot, 0.004))
    return finish("drying_rack", p, out, _use(slots, out), size=(w, d, h))


def drying_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A drying rack drawn at random."""
    o = cw.given(DryingRackParams, over)
    return drying_rack(
        cw.drawn(DryingRackParams, rng, {**_dims(rng, o, (1.1, 0.56, 1.0), 0.1), "cloths": int(rng.integers(0, 4))}, o)
    )


@dataclass(frozen=True, slots=True)
class WeightRackParams:
    """A steel rack for dumbbells."""

    width: float = length(1.2, 0.6, 2.8)
    depth: float = length(0.55, 0.35, 0.9)
    height: float = length(0.8, 0.4, 1.5)
    style: str = choice("industrial", STYLES)
    tiers: int = count(3, 1, 5)


def weight_rack(p: WeightRackParams) -> Asset:
    """A weight rack; its tiers step back and are level enough to hold things."""
    w, d, h = p.width, p.depth, p.height
    b = 0.06
    out: Pieces = []
    surfaces = []
    for s in (-1, 1):
        x = s * (w / 2 - b / 2)
        out += [
            kit.box((b, d, b), (x, 0, b / 2 + 0.004), "body", 0.005, "y"),
            cw.post((x, -d * 0.28, b), (x, d / 2 - b * 0.7, h), "body", b, round=0.005),
            *(kit.cylinder(0.026, 0.006, (x, k * (d / 2 - 0.05), 0), "rubber", 0.001, 10) for k in (-1, 1)),
        ]
    deep = min(0.24, d * 0.46)
    zs = np.linspace(0.18, h - 0.1, p.tiers) if p.tiers > 1 else [h - 0.1]
    for i, z in enumerate(zs):
        yc = -d * 0.28 + (d * 0.78 - b * 0.7) * (z / h) - deep * 0.36
        yc = float(np.clip(yc, -d / 2 + deep / 2, d / 2 - deep / 2))
        out.append(kit.slab(-w / 2 + b * 0.9, w / 2 - b * 0.9, yc - deep / 2, yc + deep / 2, z - 0.012, z, "tray", 0.003, "x"))
        out += [
            kit.slab(
                -w / 2 + b * 0.9,
                w / 2 - b * 0.9,
                yc + k * (deep / 2 - 0.004) - 0.004,
                yc + k * (deep / 2 - 0.004) + 0.004,
                z - 0.03,
                z + 0.022,
                "body",
                0.002,
                "x",
            )
            for k in (-1, 1)
        ]
        out += [
            kit.slab(
                s * (w / 2 - b) - 0.006,
                s * (w / 2 - b) + 0.006,
                yc - deep / 2,
                yc + deep / 2 + 0.02,
                z - 0.06,
                z - 0.008,
                "body",
                0.001,
                "y",
            )
            for s in (-1, 1)
        ]
        room = zs[i + 1] - z - 0.04 if i + 1 < len(zs) else 10.0
        surfaces.append(
            Surface(
                f"tier {i + 1}",
                "on" if i + 1 == len(zs) else "in",
                -w / 2 + b + 0.02,
                yc - deep / 2 + 0.015,
                w / 2 - b - 0.02,
                yc + deep / 2 - 0.015,
                float(z),
                float(room),
            )
        )
    out.append(kit.box((w - b, b * 0.7, b * 0.7), (0, d * 0.3, b / 2 + 0.004), "body", 0.004, "x"))
    return finish("weight_rack", p, out, {"body": "black_metal", "tray": "rubber", "rubber": "rubber"}, surfaces, size=(w, d, h))


def weight_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A weight rack drawn at random."""
    o = cw.given(WeightRackParams, over)
    dims = _dims(rng, o, (1.2, 0.55, pick(rng, (0.75, 1.0))), 0.1)
    return weight_rack(cw.drawn(WeightRackParams, rng, {**dims, "tiers": 3 if dims["height"] > 0.9 else 2}, o))


@dataclass(frozen=True, slots=True)
class MagazineRackParams:
    """A rack for papers: low V-shaped, or an upright brochure stand."""

    width: float = length(0.42, 0.2, 1.2)
    depth: float = length(0.3, 0.12, 0.6)
    height: float = length(0.42, 0.2, 1.8)
    style: str = choice("midcentury", STYLES)
    seed: int = count(0, 0, 9999)


def magazine_rack(p: MagazineRackParams) -> Asset:
    """A magazine rack with magazines."""
    w, d, h = p.width, p.depth, p.height
    rng = np.random.default_rng(p.seed)
    out: Pieces = []
    slots = {"body": "wood", "metal": "black_metal"}
    colours = ("paper:#b5483a", "paper:#2f5f7a", "paper:#d8c7a0", "paper:#4f7a52", "paper:#e4e2dc")

    def magazine(i: int, wide: float, tall: float) -> Piece:
        slot = f"cover {i % 5 + 1}"
        slots[slot] = colours[i % 5]
        return kit.box((wide, 0.006, tall), (0, 0, tall / 2), slot, 0.001)

    if h > 0.7:
        rows = max(3, round(h / 0.3))
        out += [
            cw.post((s * (w / 2 - 0.015), -d / 2 + 0.03, 0), (s * (w / 2 - 0.015), d / 2 - 0.03, h), "body", 0.03)
            for s in (-1, 1)
        ]
        out += [kit.box((0.03, d, 0.03), (s * (w / 2 - 0.015), 0, 0.015), "body", 0.003) for s in (-1, 1)]
        for r in range(rows):
            z = 0.12 + (h - 0.2) * r / rows
            y = (-d / 2 + 0.03) + (d - 0.06) * z / h
            out += [
                kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y - 0.045, y + 0.004, z, z + 0.01, "body", 0.002, "x"),
                kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y - 0.05, y - 0.043, z, z + 0.07, "metal", 0.001, "x"),
            ]
            n = max(1, int((w - 0.06) / 0.24))
            for k in range(n):
                m = kit.rotate(magazine(int(rng.integers(0, 5)), 0.2, 0.24), "x", -0.12)
                out += kit.move(m, (-w / 2 + (w / n) * (k + 0.5), y - 0.028, z + 0.009))
    else:
        a = float(np.arctan2(d * 0.34, h))
        for s in (-1, 1):
            panel = kit.box((w * 0.9, 0.012, h * 0.86), (0, 0, 0), "body", 0.003, "x")
            out += kit.move(kit.rotate(panel, "x", -s * a), (0, s * d * 0.25, h * 0.55))
        for x in (-w / 2 + 0.012, w / 2 - 0.012):
            out += [
                cw.post(
                    (x, -s * (d / 2 - 0.012), 0),
                    (x, s * (d / 2 - 0.012), h - 0.002),
                    "metal" if p.style in ("modern", "industrial") else "body",
                    0.02,
                )
                for s in (-1, 1)
            ]
        out.append(kit.box((w, 0.03, 0.012), (0, 0, h * 0.14), "body", 0.002))
        for k in range(5):
            out += kit.move(
                kit.rotate(magazine(k, 0.62 * w, 0.26), "x", float(rng.uniform(-0.2, 0.2))),
                (0.03 * (k % 3 - 1), (k - 2) * 0.013, h * 0.15),
            )
    return finish("magazine_rack", p, out, _use(slots, out), size=(w, d, h))


def magazine_rack_rand(rng: Rng, **over: Any) -> Asset:
    """A magazine rack drawn at random."""
    o = cw.given(MagazineRackParams, over)
    return magazine_rack(
        cw.drawn(
            MagazineRackParams,
            rng,
            {
                **_dims(rng, o, (0.42, 0.32, 0.42) if rng.random() < 0.7 else (0.6, 0.38, 1.3), 0.1),
                "style": pick(rng, STYLES),
                "seed": int(rng.integers(0, 9999)),
            },
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class UmbrellaStandParams:
    """A stand with umbrellas."""

    width: float = length(0.26, 0.14, 0.6)
    depth: float = length(0.26, 0.14, 0.5)
    height: float = length(0.85, 0.35, 1.1)
    style: str = choice("classic", STYLES)
    umbrellas: int = count(2, 0, 4)


def umbrella_stand(p: UmbrellaStandParams) -> Asset:
    """An umbrella stand."""
    w, d, h = p.width, p.depth, p.height
    hb = h if not p.umbrellas else min(0.5, 0.62 * h)
    square = 0.5 if p.style in ("modern", "industrial") else 0.0
    plan = _plan(1.0, 1.0, square, 32)
    prof = [
        (0.92, 0.0),
        (0.94, 0.01),
        (0.9, 0.3 * hb),
        (0.96, hb * 0.9),
        (1.0, hb - 0.004),
        (0.99, hb),
        (0.95, hb),
        (0.92, hb * 0.8),
        (0.86, 0.02),
    ]
    out: Pieces = [cw.loft([np.column_stack([plan * k * (w, d), np.full(32, z)]) for k, z in prof], "body")]
    slots = {
        "body": "metal" if square else "ceramic",
        "cloth 1": GARMENTS[0],
        "cloth 2": GARMENTS[1],
        "cloth 3": GARMENTS[4],
        "wood": "wood",
        "cloth 4": GARMENTS[3],
    }
    for i in range(p.umbrellas):
        a = 2.2 * i + 0.6
        lean = 0.1
        hh = h - 0.01 * i
        prof2 = [(0.004, 0.0), (0.006, 0.06), (0.02, 0.1), (0.03, hh * 0.55), (0.012, hh * 0.72), (0.008, hh * 0.74)]
        u: Pieces = [kit.lathe(prof2, (0, 0, 0), f"cloth {i % 4 + 1}", 10)]
        z = hh * 0.74
        u.append(
            kit.tube(
                kit.smooth_path(
                    [(0, 0, z - 0.01), (0, 0, hh - 0.04), (0.012, 0, hh - 0.008), (0.04, 0, hh - 0.008), (0.052, 0, hh - 0.04)], 3
                ),
                0.008,
                "wood",
                8,
            )
        )
        out += kit.move(kit.rotate(kit.rotate(u, "y", lean), "z", a), (-np.cos(a) * w * 0.2, -np.sin(a) * d * 0.2, 0.022))
    lo, hi = kit.bounds(out)
    k = min(w / (hi[0] - lo[0]), d / (hi[1] - lo[1]), 1.0)
    out = kit.scale(out, (k, k, 1.0))
    return finish("umbrella_stand", p, out, _use(slots, out), size=(w, d, h))


def umbrella_stand_rand(rng: Rng, **over: Any) -> Asset:
    """An umbrella stand drawn at random."""
    o = cw.given(UmbrellaStandParams, over)
    n = o["umbrellas"] if "umbrellas" in o else 0 if o.get("height", 0.85) < 0.62 else int(rng.integers(1, 4))
    return umbrella_stand(
        cw.drawn(
            UmbrellaStandParams,
            rng,
            {**_dims(rng, o, (0.28, 0.28, 0.68 if n else 0.5), 0.08), "umbrellas": n, "style": pick(rng, STYLES)},
            o,
        )
    )


@dataclass(frozen=True, slots=True)
class DisplayStandParams:
    """A shop's stepped display."""

    width: float = length(0.9, 0.4, 2.2)
    depth: float = length(0.6, 0.3, 1.2)
    height: float = length(1.3, 0.5, 2.2)
    style: str = choice("rustic", STYLES)
    tiers: int = count(4, 2, 6)


def display_stand(p: DisplayStandParams) -> Asset:
    """A display stand whose tiers step back; each is a surface."""
    w, d, h = p.width, p.depth, p.height
    n = p.tiers
    deep = d / n * 1.35 if n > 2 else d / 2
    zs = np.linspace(0.2, h - 0.12, n)
    ys = np.linspace(-d / 2 + deep / 2, d / 2 - deep / 2, n)
    out: Pieces = []
    surfaces = []
    for i, (z, y) in enumerate(zip(zs, ys, strict=True)):
        out.append(kit.slab(-w / 2 + 0.02, w / 2 - 0.02, y - deep / 2, y + deep / 2, z - 0.018, z, "body", 0.003, "x"))
        out.append(
            kit.slab(
                -w / 2 + 0.02, w / 2 - 0.02, y - deep / 2 - 0.0, y - deep / 2 + 0.012, z - 0.03, z + 0.035, "body", 0.003, "x"
            )
        )
        hidden = ys[i + 1] - deep / 2 if i + 1 < n else d / 2
        surfaces.append(
            Surface(
                f"tier {i + 1}",
                "on" if i == n - 1 else "in",
                -w / 2 + 0.04,
                y - deep / 2 + 0.02,
                w / 2 - 0.04,
                min(y + deep / 2, hidden + 0.1 * deep) - 0.015,
                float(z),
                float(zs[i + 1] - 0.035 - z) if i + 1 < n else 10.0,
            )
        )
    for s in (-1, 1):
        x = s * (w / 2 - 0.012)
        o = cw.ccw([(-d / 2, 0.0), (d / 2, 0.0), (d / 2, h), (d / 2 - deep * 0.7, h), (-d / 2, zs[0] + 0.1)])
        if p.style in ("industrial", "modern"):
            out += [
                kit.box((0.024, 0.03, h), (x, d / 2 - 0.015, h / 2), "frame", 0.002, "z"),
                kit.box((0.024, d, 0.03), (x, 0, 0.015), "frame", 0.002, "y"),
                cw.post((x, -d / 2 + 0.015, 0.02), (x, d / 2 - 0.04, h - 0.06), "frame", 0.024),
            ]
        else:
            out += kit.move(
                kit.rotate(kit.rotate(kit.prism(o, 0.02, (0, 0, 0), "body", 0.003), "x", np.pi / 2), "z", np.pi / 2),
                (x - 0.01, 0, 0),
            )
    out.append(kit.slab(-w / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.018, d / 2 - 0.002, 0.1, h - 0.002, "body", 0.002, "x"))
    return finish("display_stand", p, out, _use({"body": "wood", "frame": "black_metal"}, out), surfaces, size=(w, d, h))


def display_stand_rand(rng: Rng, **over: Any) -> Asset:
    """A display stand drawn at random."""
    o = cw.given(DisplayStandParams, over)
    dims = _dims(rng, o, (0.9, 0.6, 1.3), 0.14)
    return display_stand(
        cw.drawn(
            DisplayStandParams,
            rng,
            {**dims, "tiers": int(np.clip(round(dims["height"] / 0.34), 2, 6)), "style": pick(rng, STYLES)},
            o,
        )
    )


def _drawers(one: str, extra: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Traits for numbers of drawers: `with_four_drawers`, `four_drawer`."""
    words = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 8: "eight", 9: "nine", 10: "ten", 12: "twelve"}
    out = {}
    for n, word in words.items():
        out[f"with_{word}_{one}s"] = out[f"{word}_{one}"] = out[f"{word}_{one}s"] = {
            **extra,
            "drawers" if one == "drawer" else one + "s": n,
        }
    return out


CASE_TRAITS: dict[str, dict[str, Any]] = {**STYLE_TRAITS, **_drawers("drawer", {})}

GENERATORS = (
    Generator(
        "cabinet",
        CabinetParams,
        cabinet,
        cabinet_rand,
        {
            **CASE_TRAITS,
            "multiple_drawers": {"drawers": 6},
            "with_drawers": {"drawers": 3},
            "with_drawer": {"drawers": 1},
            "shaker": {"front": "shaker"},
            "two_door": {"columns": 2},
            "three_door": {"columns": 3},
            "open_shelves": {"layout": "open"},
            "rolling": {"kind": "pedestal"},
            "open": {"open": True},
        },
    ),
    Generator("tv_stand", TvStandParams, tv_stand, tv_stand_rand, {**STYLE_TRAITS, "open": {"kind": "open"}}),
    Generator(
        "bookshelf",
        BookshelfParams,
        bookshelf,
        bookshelf_rand,
        {
            **STYLE_TRAITS,
            "tall": {"kind": "case"},
            "ladder": {"kind": "ladder"},
            "cube": {"kind": "cubes"},
            "with_doors": {"kind": "doors"},
            "open": {"kind": "open"},
            "wide": {"columns": 2},
            **{f"{k}_shelf": {"shelves": n} for k, n in (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6))},
            **{f"with_{k}_shelves": {"shelves": n} for k, n in (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6))},
        },
    ),
    Generator(
        "shelving_unit",
        ShelvingUnitParams,
        shelving_unit,
        shelving_unit_rand,
        {
            **STYLE_TRAITS,
            "metal": {"kind": "metal"},
            "wire": {"kind": "wire"},
            "wooden": {"kind": "wood"},
            "retail": {"kind": "retail"},
            **{f"{k}_tier": {"shelves": n} for k, n in (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6))},
        },
    ),
    Generator(
        "wall_shelf",
        WallShelfParams,
        wall_shelf,
        wall_shelf_rand,
        {
            **STYLE_TRAITS,
            "floating": {"kind": "floating"},
            "tiered": {"kind": "tiered"},
            "two_tier": {"kind": "tiered", "tiers": 2},
            "three_tier": {"kind": "tiered", "tiers": 3},
            "with_brackets": {"kind": "bracket"},
        },
    ),
    Generator(
        "display_cabinet",
        DisplayCabinetParams,
        display_cabinet,
        display_cabinet_rand,
        {**STYLE_TRAITS, "glass": {"kind": "case"}, "with_glass_doors": {"kind": "vitrine"}},
    ),
    Generator(
        "wardrobe",
        WardrobeParams,
        wardrobe,
        wardrobe_rand,
        {
            **CASE_TRAITS,
            "multiple_drawers": {"drawers": 4, "kind": "hinged"},
            "with_drawers": {"drawers": 2, "kind": "hinged"},
            "sliding": {"kind": "sliding"},
            "sliding_doors": {"kind": "sliding"},
            "mirrored": {"mirror": True},
            "with_mirror": {"mirror": True},
            "two_door": {"doors": 2},
            "three_door": {"doors": 3},
            "four_door": {"doors": 4},
            "open": {"open": True},
        },
    ),
    Generator("locker", LockerParams, locker, locker_rand),
    Generator("filing_cabinet", FilingCabinetParams, filing_cabinet, filing_cabinet_rand, _drawers("drawer", {})),
    Generator("medicine_cabinet", MedicineCabinetParams, medicine_cabinet, medicine_cabinet_rand, {"mirrored": {"mirror": True}}),
    Generator("server_rack", ServerRackParams, server_rack, server_rack_rand),
    Generator("wine_rack", WineRackParams, wine_rack, wine_rack_rand, STYLE_TRAITS),
    Generator("wine_cabinet", WineCabinetParams, wine_cabinet, wine_cabinet_rand, STYLE_TRAITS),
    Generator(
        "shoe_rack",
        ShoeRackParams,
        shoe_rack,
        shoe_rack_rand,
        {
            "wooden": {"kind": "slats"},
            "metal": {"kind": "metal"},
            "two_tier": {"tiers": 2},
            "three_tier": {"tiers": 3},
            "four_tier": {"tiers": 4},
        },
    ),
    Generator("chest", ChestParams, chest, chest_rand, {**STYLE_TRAITS, "treasure": {"kind": "arched"}}),
    Generator("storage_bench", StorageBenchParams, storage_bench, storage_bench_rand, STYLE_TRAITS),
    Generator(
        "storage_box",
        StorageBoxParams,
        storage_box,
        storage_box_rand,
        {
            "cardboard": {"kind": "carton"},
            "plastic": {"kind": "plastic"},
            "wooden": {"kind": "crate"},
            "open": {"kind": "open_carton"},
        },
    ),
    Generator(
        "basket",
        BasketParams,
        basket,
        basket_rand,
        {
            "wicker": {"kind": "wicker"},
            "wire": {"kind": "wire"},
            "metal": {"kind": "wire"},
            "plastic": {"kind": "laundry"},
            "round": {"square": 0.0},
            "woven": {"kind": "wicker"},
        },
    ),
    Generator("cart", CartParams, cart, cart_rand, {**STYLE_TRAITS, "two_tier": {"tiers": 2}, "three_tier": {"tiers": 3}}),
    Generator("wall_hooks", WallHooksParams, wall_hooks, wall_hooks_rand),
    Generator("pegboard", PegboardParams, pegboard, pegboard_rand),
    Generator("coat_rack", CoatRackParams, coat_rack, coat_rack_rand, STYLE_TRAITS),
    Generator("clothes_rack", ClothesRackParams, clothes_rack, clothes_rack_rand, {"empty": {"garments": 0}}),
    Generator("drying_rack", DryingRackParams, drying_rack, drying_rack_rand),
    Generator(
        "weight_rack", WeightRackParams, weight_rack, weight_rack_rand, {"two_tier": {"tiers": 2}, "three_tier": {"tiers": 3}}
    ),
    Generator("magazine_rack", MagazineRackParams, magazine_rack, magazine_rack_rand),
    Generator("umbrella_stand", UmbrellaStandParams, umbrella_stand, umbrella_stand_rand),
    Generator("display_stand", DisplayStandParams, display_stand, display_stand_rand, STYLE_TRAITS),
)
