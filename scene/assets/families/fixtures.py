"""What is built into kitchens, bathrooms and houses: counters, sinks, ranges, toilets, tubs, showers, hearths."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....model.assets import Box, Surface
from ....model.geometry import azimuth
from .. import kit
from ..asset import Asset, Emitter, Generator, Motion, PartSpec, choice, count, flag
from ..kit import Pieces, bar, box, cylinder, lathe, prism, rounded_rect, slab, torus, tube
from ._fronts import opened
from ._make import (
    HUNG,
    Kinded,
    Sized,
    basin,
    cover,
    cyl,
    display,
    done,
    faucet,
    framed,
    front,
    handle,
    loft,
    opening,
    oval,
    sampler,
    sized,
    skin,
    top,
    upright,
)

PLINTH, TOP = 0.1, 0.038


def _units(width: float, wanted: int, usual: float = 0.6) -> int:
    return wanted or max(1, round(width / usual))


def _cabinet_slots(style: str, worktop: str) -> dict[str, str]:
    body = "paint" if style in ("modern", "classic") else "wood"
    return {"front": body, "top": worktop, "handle": "metal", "plinth": "plastic", "basin": "steel", "chrome": "chrome"}


def _base_fronts(w: float, y: float, z0: float, z1: float, n: int, style: str, drawers: str) -> Pieces:
    """Doors and drawers of a run of n base units; faces at y."""
    out: Pieces = []
    u = w / n
    for i in range(n):
        x0, x1 = -w / 2 + i * u, -w / 2 + (i + 1) * u
        kind = drawers if drawers != "mixed" else ("drawers" if i % 3 == n % 2 else "doors")
        if kind == "drawers":
            cuts = np.cumsum([0, 0.4, 0.38, 0.22]) * (z1 - z0) + z0
            for a, b in zip(cuts[:-1], cuts[1:], strict=True):
                out += front(x0, x1, a, b, y, style)
                out += handle(((x0 + x1) / 2, y, b - min(0.06, (b - a) / 2)), min(0.2, u * 0.5), "x", style)
        else:
            split = z1 - 0.16
            top_drawer = kind == "doors" and style != "industrial"
            leaves = 2 if u > 0.68 else 1
            for k in range(leaves):
                a, b = x0 + k * u / leaves, x0 + (k + 1) * u / leaves
                out += front(a, b, z0, split if top_drawer else z1, y, style)
                right = (k == 0) if leaves == 2 else i % 2 == 0
                hx = b - 0.045 if right else a + 0.045
                out += handle((hx, y, (split if top_drawer else z1) - 0.14), 0.16, "z", style)
            if top_drawer:
                out += front(x0, x1, split, z1, y, style)
                out += handle(((x0 + x1) / 2, y, (split + z1) / 2), min(0.2, u * 0.5), "x", style)
    return out


def _base(w: float, d: float, h: float, n: int, style: str, drawers: str) -> Pieces:
    """Plinth, carcass sides, fronts of base units under a worktop."""
    y0, y1, z1 = -d / 2 + 0.04, d / 2, h - TOP
    body = [slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.06, y1 - 0.02, 0, PLINTH + 0.005, "plinth", 0.002)]
    body += [slab(-w / 2 + 0.001, w / 2 - 0.001, y0 + 0.021, y1, PLINTH, PLINTH + 0.02, "front", 0.001)]
    for x in np.linspace(-w / 2 + 0.009, w / 2 - 0.009, n + 1):
        body.append(slab(x - 0.009, x + 0.009, y0 + 0.021, y1, PLINTH + 0.019, z1, "front", 0.001, "z"))
    body.append(slab(-w / 2 + 0.01, w / 2 - 0.01, y1 - 0.012, y1 - 0.004, PLINTH + 0.015, z1 - 0.001, "front", 0.001))
    return body + _base_fronts(w, y0, PLINTH + 0.004, z1 - 0.006, n, style, drawers)


@sized(1.2, 0.62, 0.9)
class KitchenCounterParams(Sized):
    """A run of kitchen base units under one worktop."""

    units: int = count(0, 0, 8, "Units side by side; 0 fits the width")
    fronts: str = choice("mixed", ("mixed", "doors", "drawers"), "Doors or drawers")
    worktop: str = choice("stone", ("stone", "wood"), "Worktop")
    upstand: bool = flag(False, "A low splash strip at the wall")


def kitchen_counter(p: KitchenCounterParams) -> Asset:
    """Base cabinet run with worktop, doors, drawers and plinth."""
    w, d, h = p.width, p.depth, p.height
    pieces = _base(w - 0.002, d, h, _units(w, p.units), p.style, p.fronts)
    pieces.append(slab(-w / 2, w / 2, -d / 2, d / 2, h - TOP, h, "top", 0.004, "x"))
    if not p.upstand:
        return done(
            "kitchen_counter", p, pieces, _cabinet_slots(p.style, p.worktop), [top(-w / 2, -d / 2, w / 2, d / 2, h, inset=0.02)]
        )
    pieces = kit.scale(pieces, (1, 1, (h - 0.06) / h))
    pieces.append(slab(-w / 2, w / 2, d / 2 - 0.018, d / 2, h - 0.065, h, "top", 0.003, "x"))
    solids = [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h - 0.06)), Box((-w / 2, d / 2 - 0.019, h - 0.07), (w / 2, d / 2, h))]
    return done(
        "kitchen_counter",
        p,
        pieces,
        _cabinet_slots(p.style, p.worktop),
        [top(-w / 2, -d / 2, w / 2, d / 2 - 0.02, h - 0.06, inset=0.02)],
        solids,
    )


@sized(1.2, 0.35, 0.7)
class KitchenWallCabinetParams(Sized):
    """A run of wall units."""

    units: int = count(0, 0, 8, "Units side by side; 0 fits the width")
    open_unit: bool = flag(False, "One unit is an open shelf")
    glass: bool = flag(False, "Glazed doors")


def kitchen_wall_cabinet(p: KitchenWallCabinetParams) -> Asset:
    """Hung cabinets with doors, some open or glazed."""
    w, d, h, s = p.width, p.depth, p.height, p.style
    n = _units(w, p.units, 0.45)
    y0, y1, u = -d / 2 + 0.03, d / 2, (w - 0.002) / n
    pieces = [slab(-w / 2, w / 2, y0 + 0.021, y1, z, z + 0.018, "front", 0.002) for z in (0.0, h - 0.018)]
    pieces.append(slab(-w / 2 + 0.005, w / 2 - 0.005, y1 - 0.01, y1 - 0.003, 0.01, h - 0.01, "front", 0.001))
    shelves = max(1, round(h / 0.33) - 1)
    surfaces = []
    for i in range(n + 1):
        x = -w / 2 + 0.001 + i * u
        x = min(max(x, -w / 2 + 0.009), w / 2 - 0.009)
        pieces.append(slab(x - 0.009, x + 0.009, y0 + 0.021, y1 - 0.001, 0.017, h - 0.017, "front", 0.001, "z"))
    for i in range(n):
        x0, x1 = -w / 2 + 0.001 + i * u, -w / 2 + 0.001 + (i + 1) * u
        is_open = p.open_unit and i == n - 1
        levels = [0.018] + [0.018 + (h - 0.036) * k / (shelves + 1) for k in range(1, shelves + 1)]
        for k, z in enumerate(levels):
            if k:
                pieces.append(slab(x0 + 0.008, x1 - 0.008, y0 + 0.03, y1 - 0.005, z - 0.018, z, "front", 0.001))
            room = (h - 0.036) / (shelves + 1) - 0.02
            board = top(x0 + 0.01, y0 + 0.03, x1 - 0.01, y1 - 0.01, z, f"shelf_{i + 1}.{k + 1}", 0.01, room, "in")
            surfaces.append(board._replace(hidden=not (is_open or p.glass)))
        if is_open:
            continue
        if p.glass:
            door = kit.move(
                upright(framed((u - 0.003, h - 0.004), (u - 0.1, h - 0.1), 0, 0.02, "front", radius=0.004, edge=0.002)),
                ((x0 + x1) / 2, y0 + 0.02, h / 2),
            )
            pieces += [*door, slab(x0 + 0.046, x1 - 0.046, y0 + 0.009, y0 + 0.013, 0.046, h - 0.046, "glass", 0.001)]
        else:
            pieces += front(x0, x1, 0.0, h, y0, s)
        hx = x1 - 0.04 if i % 2 == 0 else x0 + 0.04
        pieces += handle((hx, y0, min(0.12, h * 0.3)), 0.14, "z", s)
    surfaces.append(top(-w / 2, y0, w / 2, y1, h, "top", 0.03, 0.4))
    return done("kitchen_wall_cabinet", p, pieces, {**_cabinet_slots(s, "stone"), "glass": "glass"}, surfaces, origin="back")


@sized(0.9, 0.62, 0.9)
class KitchenSinkParams(Sized):
    """A kitchen base unit with an inset basin."""

    units: int = count(0, 0, 8, "Units side by side; 0 fits the width")
    double: bool = flag(False, "Two basins")
    worktop: str = choice("stone", ("stone", "wood"), "Worktop")
    basin: str = choice("steel", ("steel", "white_ceramic"), "What the basin is made of")
    arc_tap: bool = flag(True, "A tall arched tap")


def kitchen_sink(p: KitchenSinkParams) -> Asset:
    """Base unit, worktop with a real basin in it, drain and tap; the height counts the tap, which is 0.3 m tall."""
    tap_high = min(0.3, p.height * 0.25)
    w, d, h = p.width, p.depth, p.height - tap_high
    wide = 0.5 if w > 0.7 else w - 0.16
    bw, bd, deep = (min(0.78, w - 0.14) if p.double else wide), min(0.42, d - 0.18), 0.19
    side = 0.0 if w - bw < 0.45 else (w - bw) / 2 - 0.1
    pieces = _base(w - 0.002, d, h, _units(w, p.units, 0.7), p.style, "plain")
    shift = (side, -0.035)
    pieces.append(framed((w, d), (bw, bd), h - TOP, h, "top", shift=shift, radius=0.05))
    zf, half = h - deep, (bw - 0.03) / 2
    xs = [side - (half + 0.03) / 2, side + (half + 0.03) / 2] if p.double else [side]
    half = half if p.double else bw
    for x in xs:
        pieces += basin(half, bd, h, zf, "basin", (x, shift[1], 0), rim=0.0145)
    tap = faucet((side, d / 2 - 0.065, h + 0.0005), tap_high - 0.012 if p.arc_tap else tap_high - 0.01, 0.2, arc=p.arc_tap)
    tap = kit.scale(tap, (1, 1, (p.height - h) / (kit.bounds(tap)[1][2] - h)), (0, 0, h))
    surf = [
        Surface(
            f"basin_{i + 1}",
            "in",
            x - half / 2 + 0.045,
            shift[1] - bd / 2 + 0.045,
            x + half / 2 - 0.045,
            shift[1] + bd / 2 - 0.045,
            zf,
            0.4,
        )
        for i, x in enumerate(xs)
    ]
    left, right = side - bw / 2 - 0.03, side + bw / 2 + 0.03
    if left + w / 2 > 0.16:
        surf.append(top(-w / 2, -d / 2, left, d / 2, h, "worktop_left", 0.02))
    if w / 2 - right > 0.16:
        surf.append(top(right, -d / 2, w / 2, d / 2, h, "worktop_right", 0.02))
    solids = [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h + 0.003)), cover(tap)]
    return done("kitchen_sink", p, [*pieces, *tap], {**_cabinet_slots(p.style, p.worktop), "basin": p.basin}, surf, solids)


def _knobs(xs: np.ndarray, y: float, z: float, slot: str = "handle", r: float = 0.02) -> Pieces:
    return [
        q
        for x in xs
        for q in (cyl((x, y, z), r, 0.022, "-y", slot, 0.003, 14), box((0.004, 0.006, r * 1.6), (x, y - 0.024, z), slot, 0.001))
    ]


GRATE = 0.036  # height of the pan supports over a hob


def _burners(w: float, d: float, n: int) -> tuple[list[tuple[float, float]], float]:
    """Middles of n burners, and half the reach of a pan support."""
    cols = 2 if n <= 4 else 3
    at = [(((i % cols) - (cols - 1) / 2) * w / cols * 0.98, ((i // cols) - 0.5) * d * 0.48) for i in range(n)]
    return at, min(w / cols, d / 2) * 0.44


def _pan_places(w: float, d: float, z: float, n: int, dy: float) -> list[Surface]:
    """Where pans stand on a gas hob at z; they reach beyond their supports."""
    at, a = _burners(w, d, n)
    k = 1.25 * a
    return [Surface(f"burner {i + 1}", "on", x - k, y + dy - k, x + k, y + dy + k, z + GRATE) for i, (x, y) in enumerate(at)]


def _grates(w: float, d: float, z: float, gas: bool, n: int) -> Pieces:
    """Burners on a hob top at z: gas with pan supports, or printed rings of glass ceramic."""
    out: Pieces = []
    at, a = _burners(w, d, n)
    for i, (x, y) in enumerate(at):
        r = 0.048 if i % 3 else 0.034
        if gas:
            out += [lathe([(r, 0), (r, 0.008), (r * 0.8, 0.012), (r * 0.8, 0.016), (0, 0.018)], (x, y, z), "grate", 16)]
            for k in range(4):
                arm = box((2 * a * (1.25 if k % 2 else 1.0), 0.01, 0.01), (0, 0, GRATE - 0.005), "grate", 0.002)
                out += kit.move(kit.rotate(arm, "z", k * np.pi / 4), (x, y, z))
            out += kit.repeat(
                box((0.01, 0.01, 0.03), (0, 0, 0.014), "grate", 0.002),
                [(x + sx * a * 0.96, y + sy * a * 0.96, z) for sx, sy in ((1, 0), (-1, 0), (0, 1), (0, -1))],
            )
        else:
            k = r + 0.04
            ring_ = np.concatenate([[(k, 0.0)], [(k, 0.0006), (k - 0.004, 0.0006)], [(k - 0.004, 0.0)], [(k, 0.0)]])
            out.append(kit.weld(lathe(ring_, (x, y, z - 0.0001), "mark", 24)))
    return out


@sized(0.6, 0.62, 0.9)
class StoveParams(Sized):
    """A free-standing range."""

    gas: bool = flag(True, "Gas burners; else a glass-ceramic top")
    colour: str = choice("steel", ("steel", "white", "black", "colour"), "Finish")
    splashback: bool = flag(False, "A raised panel behind the hob")


def stove(p: StoveParams) -> Asset:
    """Range with hob, knobs, glazed oven door and warming drawer; the oven door is a part."""
    w, d = p.width, p.depth
    extra = 0.14 if p.splashback else 0.0
    over = 0.037 if p.gas else 0.0
    h = p.height - max(extra, over)
    y0 = -d / 2 + 0.055
    n = 4 if w < 0.75 else 6
    pieces = [
        slab(-w / 2, w / 2, y0 + 0.025, d / 2, 0.06, h - 0.03, "body", 0.003),
        slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.06, d / 2 - 0.05, 0, 0.062, "dark", 0.002),
        slab(-w / 2, w / 2, y0, d / 2, h - 0.031, h, "hob", 0.005),
    ]
    pieces += kit.move(_grates(w - 0.06, d - 0.1, h, p.gas, n), (0, 0.02, 0))
    pieces += [
        slab(-w / 2 + 0.001, w / 2 - 0.001, y0 + 0.005, y0 + 0.03, h - 0.135, h - 0.033, "body", 0.003),
        display(-0.05, 0.05, h - 0.105, h - 0.065, y0 + 0.005),
    ]
    xs = np.linspace(0.1, w / 2 - 0.06, n // 2)
    pieces += _knobs(np.concatenate([-xs[::-1], xs]), y0 + 0.005, h - 0.085)
    z0, z1 = 0.24, h - 0.14
    door = kit.move(
        upright(framed((w - 0.004, z1 - z0), (w - 0.18, (z1 - z0) * 0.56), 0, 0.028, "body", radius=0.015)),
        (0, y0 + 0.028, (z0 + z1) / 2),
    )
    door += [
        slab(-w / 2 + 0.07, w / 2 - 0.07, y0 + 0.012, y0 + 0.018, z0 + (z1 - z0) * 0.2, z1 - (z1 - z0) * 0.2, "window", 0.001),
        cyl((-w / 2 + 0.05, y0 - 0.042, z1 - 0.045), 0.01, w - 0.1, "x", "handle", 0.003, 12),
    ]
    door += [cyl((x, y0 + 0.004, z1 - 0.045), 0.007, 0.04, "-y", "handle", 0.001, 8) for x in (-w / 2 + 0.09, w / 2 - 0.09)]
    pieces += [
        slab(-w / 2 + 0.002, w / 2 - 0.002, y0, y0 + 0.026, 0.065, 0.236, "body", 0.004),
        slab(-w / 2 + 0.12, w / 2 - 0.12, y0 - 0.012, y0 + 0.004, 0.19, 0.205, "handle", 0.003),
    ]
    if p.splashback:
        pieces += [
            slab(-w / 2, w / 2, d / 2 - 0.05, d / 2, h - 0.01, p.height, "body", 0.006),
            display(-0.08, 0.08, h + 0.04, h + 0.09, d / 2 - 0.05),
        ]
    body = {"steel": "steel", "white": "plastic:#eeeeea", "black": "black_metal", "colour": "paint"}[p.colour]
    solids = [
        Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h + over + 0.001)),
        Box((-w / 2, d / 2 - 0.05, h - 0.02), (w / 2, d / 2, p.height)),
    ]
    hob = "screen" if not p.gas else "steel"
    return done(
        "stove",
        p,
        pieces,
        {
            "body": body,
            "hob": hob,
            "grate": "black_metal",
            "mark": "plastic:#8a8a8a",
            "handle": "metal",
            "window": "screen",
            "screen": "screen",
            "dark": "plastic:#1b1b1c",
        },
        [top(-w / 2, y0, w / 2, d / 2 - 0.06, h + over, "hob", 0.06)]
        if not p.gas
        else _pan_places(w - 0.06, d - 0.1, h, n, 0.02),
        solids,
        parts=[PartSpec("oven door", door, (0, y0 + 0.02, z0 + 0.01), Motion("hinge", (1.0, 0.0, 0.0), 0.0, 1.5))],
    )


@sized(0.59, 0.52, 0.05)
class CooktopParams(Sized):
    """A hob set into a worktop."""

    gas: bool = flag(False, "Gas burners; else glass ceramic")


def cooktop(p: CooktopParams) -> Asset:
    """A hob: glass plate with cooking zones, or gas burners with pan supports."""
    w, d = p.width, p.depth
    n = 2 if w < 0.42 else 4 if w < 0.72 else 5
    pieces = [prism(rounded_rect(w, d, 0.02, 3), 0.014, slot="top", bevel=0.003)]
    pieces += kit.move(_grates(w * 0.94, d * 0.84, 0.014, p.gas, n), (0, 0.03, 0))
    xs = np.linspace(-0.035 * (n - 1), 0.035 * (n - 1), n)
    if p.gas:
        pieces += [cylinder(0.017, 0.02, (x, -d / 2 + 0.04, 0.013), "knob", 0.003, 14) for x in xs]
    else:
        pieces += [cylinder(0.012, 0.001, (x, -d / 2 + 0.035, 0.0137), "mark", 0.0002, 12) for x in xs]
    return done(
        "cooktop",
        p,
        pieces,
        {"top": "steel" if p.gas else "screen", "grate": "black_metal", "mark": "plastic:#8a8a8a", "knob": "plastic:#1b1b1c"},
        _pan_places(w * 0.94, d * 0.84, 0.014, n, 0.03) if p.gas else [top(-w / 2, -d / 2 + 0.05, w / 2, d / 2, 0.014)],
    )


@sized(
    chimney=(0.6, 0.48, 0.75),
    canopy=(0.75, 0.5, 0.45),
    slim=(0.6, 0.48, 0.18),
    box=(0.4, 0.42, 0.8),
    flat=(0.75, 0.48, 0.75),
    inclined=(0.6, 0.4, 0.85),
)
class RangeHoodParams(Kinded):
    """An extractor hood."""


def _duct(w: float, d: float, z: float, h: float) -> Pieces:
    """The two telescoping sleeves of a chimney at the wall, from z up to h, the upper one with its outlet slots."""
    cw, cd = min(0.26, w * 0.5), min(0.24, d * 0.55)
    mid = z + 0.55 * (h - z)
    out = [
        slab(-cw / 2, cw / 2, d / 2 - cd, d / 2, z, mid, "body", 0.002),
        slab(-cw / 2 + 0.004, cw / 2 - 0.004, d / 2 - cd + 0.004, d / 2, mid - 0.01, h, "body", 0.002),
    ]
    for s in (-1, 1):
        x = s * (cw / 2 - 0.0035)
        for i in range(4):
            y = d / 2 - cd * (0.3 + 0.13 * i)
            out.append(slab(x - 0.001, x + 0.001, y - 0.004, y + 0.004, h - 0.3 * (h - mid) - 0.02, h - 0.02, "dark", 0.0))
    return out


def _hood_underside(w: float, y0: float, y1: float, z: float = 0.0) -> Pieces:
    """Two mesh filters with their latches, and a lamp to each side, in a hood's underside at z."""
    out: Pieces = []
    for s in (-1, 1):
        x0, x1 = sorted((s * 0.012, s * (w / 2 - 0.05)))
        out.append(slab(x0, x1, y0 + 0.07, y1 - 0.03, z - 0.004, z + 0.006, "filter", 0.002))
        n = max(4, int((x1 - x0) / 0.03))
        ribs = np.linspace(x0 + 0.015, x1 - 0.015, n)
        out += [slab(x - 0.004, x + 0.004, y0 + 0.085, y1 - 0.045, z - 0.0065, z, "filter", 0.0) for x in ribs]
        out.append(slab((x0 + x1) / 2 - 0.03, (x0 + x1) / 2 + 0.03, y0 + 0.076, y0 + 0.086, z - 0.008, z, "dark", 0.001))
        out.append(cylinder(0.027, 0.005, (s * (w / 2 - 0.09), y0 + 0.036, z - 0.003), "lamp", 0.001, 16))
    return out


def _hood_controls(y: float, z: float, style: str) -> Pieces:
    """Push buttons, or a glass strip with a display, on a front at y."""
    if style in ("modern", "industrial"):
        return [display(-0.085, 0.085, z - 0.011, z + 0.011, y)]
    return [cyl((x, y + 0.002, z), 0.008, 0.008, "-y", "filter", 0.002, 12) for x in (-0.06, -0.03, 0.0, 0.03, 0.06)]


def _hood_body(kind: str, w: float, d: float, h: float, style: str) -> Pieces:
    """A hood's canopy and chimney, by kind."""
    y0 = -d / 2
    if kind in ("chimney", "canopy"):
        foot, rise = 0.05, min(0.26 if kind == "canopy" else 0.17, h * 0.45)
        cw, cd = min(0.26, w * 0.5), min(0.24, d * 0.55)
        o, i = rounded_rect(w, d, 0.006, 2), rounded_rect(cw, cd, 0.004, 2) + (0, (d - cd) / 2)
        mid = (o + i) / 2 if kind == "chimney" else o * 0.35 + i * 0.65
        bend = foot + rise * (0.5 if kind == "chimney" else 0.35)
        rings = [(kit.inset(o, 0.03), 0.004), (kit.inset(o, 0.004), 0.0), (o, 0.004), (o, foot), (mid, bend), (i, foot + rise)]
        return [loft(rings, "body"), *_duct(w, d, foot + rise - 0.01, h), *_hood_controls(y0, 0.028, style)]
    if kind == "flat":
        return [
            slab(-w / 2, w / 2, y0, d / 2, 0.0, 0.045, "body", 0.003),
            slab(-w / 2 + 0.012, w / 2 - 0.012, y0 + 0.012, d / 2, 0.043, 0.052, "body", 0.002),
            *_duct(w, d, 0.05, h),
            *_hood_controls(y0, 0.023, style),
        ]
    if kind == "inclined":
        low, high = np.array([y0 + 0.02, 0.02]), np.array([y0 + 0.44 * d, 0.55 * h])
        along = (high - low) / np.hypot(*(high - low))
        glass = np.array([-along[1], along[0]]) * 0.018
        side = np.array([low, (d / 2, 0.0), (d / 2, high[1]), high])
        overlap = 0.05 * along
        return [
            *_profiled(w, np.array([low - overlap, high + overlap, high + overlap + glass, low - overlap + glass]), "screen"),
            *_profiled(w - 0.06, side, "body"),
            *_duct(w, d, high[1] - 0.01, h),
        ]
    if kind == "slim":  # under a wall cabinet: a sloping front over a lip that carries the controls
        lip = min(0.045, 0.4 * h)
        outline = np.array([(y0, 0.0), (d / 2, 0.0), (d / 2, h), (y0 + 0.3 * d, h), (y0 + 0.012, lip + 0.012), (y0, lip)])
        return [
            *_profiled(w, outline, "body"),
            slab(-w / 2 + 0.01, w / 2 - 0.01, y0 - 0.003, y0 + 0.004, lip - 0.004, lip, "dark", 0.0),
            *_hood_controls(y0, 0.5 * lip, style),
        ]
    seam = 0.6 * h
    return [
        slab(-w / 2, w / 2, y0, d / 2, 0.0, seam, "body", 0.005),
        slab(-w / 2 + 0.003, w / 2 - 0.003, y0 + 0.003, d / 2, seam, h, "body", 0.003),
        slab(-w / 2 - 0.012, w / 2 + 0.012, y0 - 0.012, d / 2, 0.0, 0.03, "body", 0.003),
        *_hood_controls(y0, 0.07, style),
    ]


def _profiled(w: float, outline: kit.Floats, slot: str) -> Pieces:
    """A body `w` wide of one section, given as (y, z)."""
    body = kit.outward(kit.prism(outline, w, (0, 0, -w / 2), slot, 0.003))
    return kit.rotate(kit.rotate(body, "x", np.pi / 2), "z", np.pi / 2)


def range_hood(p: RangeHoodParams) -> Asset:
    """Extractor: chimney with pyramid, canopy or flat slab, an inclined glass front, a slim under-cabinet hood, or a box."""
    w, d, h = p.width, p.depth, p.height
    pieces = _hood_body(p.kind, w, d, h, p.style)
    if p.kind != "inclined":
        pieces += _hood_underside(w, -d / 2, d / 2)
    slots = {"body": "steel", "filter": "metal", "dark": "plastic:#1b1b1c", "screen": "screen", "lamp": "light"}
    return done("range_hood", p, pieces, slots, origin="back")


@sized(
    bottom=(0.6, 0.66, 1.85),
    top=(0.6, 0.66, 1.75),
    side=(0.91, 0.72, 1.8),
    french=(0.91, 0.72, 1.8),
    retro=(0.6, 0.66, 1.6),
    mini=(0.5, 0.52, 0.8),
)
class RefrigeratorParams(Kinded):
    """A refrigerator, by where its freezer is."""

    finish: str = choice("steel", ("steel", "white", "black"), "Finish")
    dispenser: bool = flag(False, "Water and ice in the door")
    open: bool = flag(False, "The door to the food stands open")


# The doors to the food, by kind: the others are the freezer's.
LARDER = {"bottom": (0,), "top": (0,), "retro": (0,), "side": (1,), "french": (0, 1), "mini": (0,)}
COLD_WALL, BIN = 0.045, 0.085  # thickness of a refrigerator's walls, depth of the bins in its doors


def _larder(
    x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, wide: tuple[float, float]
) -> tuple[Pieces, list[Surface]]:
    """Glass shelves over a crisper between the walls of a refrigerator; `wide` is what lies between liner and liner."""
    crisper = 0.19 if z1 - z0 > 0.7 else 0.0
    pieces: Pieces = []
    if crisper:
        xs = np.linspace(x0, x1, 3 if x1 - x0 > 0.55 else 2)
        for a, b in zip(xs[:-1] + 0.006, xs[1:] - 0.006, strict=True):
            pieces += [
                slab(a, b, y0, y0 + 0.006, z0 + 0.008, z0 + crisper - 0.03, "clear", 0.002),
                slab(a + 0.02, b - 0.02, y0 - 0.012, y0 + 0.001, z0 + crisper - 0.05, z0 + crisper - 0.035, "liner", 0.003),
            ]
    n = max(1, round((z1 - z0 - crisper) / 0.28))
    levels = z0 + crisper + (z1 - z0 - crisper) * np.arange(n) / n
    surfaces = []
    for k, z in enumerate(levels):
        bottom = z0 if k == 0 and not crisper else float(z)
        if bottom > z0:
            pieces += [
                slab(*wide, y0, y1, z - 0.005, z, "glass", 0),
                slab(*wide, y0 - 0.008, y0 + 0.001, z - 0.012, z - 0.0005, "liner", 0.002),
            ]
        clearance = (z1 if k == n - 1 else float(levels[k + 1])) - bottom - 0.03
        surfaces.append(
            Surface(f"shelf {k + 1}", "in", x0 + 0.01, y0 + 0.01, x1 - 0.01, y1 - 0.015, bottom, clearance, hidden=True)
        )
    return pieces, surfaces


def _bins(x0: float, x1: float, y: float, z0: float, z1: float, name: str) -> tuple[Pieces, list[Surface]]:
    """The bins on the inside of a refrigerator's door, whose inner face lies at `y`."""
    n = int(np.clip((z1 - z0) / 0.32, 1, 4))
    pieces: Pieces = []
    surfaces = []
    for k in range(n):
        z = z0 + 0.03 + (z1 - z0 - 0.03) * k / n
        pieces += [
            slab(x0, x1, y - 0.001, y + BIN, z - 0.006, z, "liner", 0.001),
            slab(x0, x1, y + BIN - 0.005, y + BIN, z - 0.0055, z + 0.075, "clear", 0.001),
            *[slab(x, x + 0.005, y - 0.0005, y + BIN - 0.001, z - 0.0055, z + 0.075, "clear", 0.001) for x in (x0, x1 - 0.005)],
        ]
        room = (z1 - z0 - 0.03) / n - 0.03
        surfaces.append(
            Surface(f"{name} bin {k + 1}", "in", x0 + 0.008, y + 0.004, x1 - 0.008, y + BIN - 0.008, z, room, hidden=True)
        )
    return pieces, surfaces


def _cold_box(w: float, y0: float, y1: float, z0: float, z1: float, radius: float) -> Pieces:
    """Insulated walls, back and white lining of a refrigerator, open to the front."""
    t, x = COLD_WALL, w / 2 - COLD_WALL
    back, bottom, top_ = y1 - t, z0 + t, z1 - t
    return [
        opening(
            (w, z1 - z0), (2 * x, top_ - bottom), back - y0 + 0.002, (0, y0, (z0 + z1) / 2), "case", 0.02, outer_radius=radius
        ),
        slab(-w / 2, w / 2, back, y1, z0, z1, "case", min(radius, 0.02)),
        slab(-x, x, back - 0.004, back + 0.001, bottom, top_, "liner", 0),
        *[slab(a, b, y0 + 0.006, back, bottom, top_, "liner", 0) for a, b in ((-x - 0.001, 0.003 - x), (x - 0.003, x + 0.001))],
        *[
            slab(-x, x, y0 + 0.006, back, a, b, "liner", 0)
            for a, b in ((bottom - 0.001, bottom + 0.003), (top_ - 0.003, top_ + 0.001))
        ],
    ]


def refrigerator(p: RefrigeratorParams) -> Asset:
    """Insulated cabinet with shelves, crisper and freezer; gasketed doors with bins, on hinges: each door is a part."""
    w, d, h = p.width, p.depth, p.height
    y0, r = -d / 2 + 0.05, 0.03 if p.kind == "retro" else 0.008
    dt = 0.06
    yb, t = y0 + dt + 0.008, COLD_WALL
    pieces = [
        *_cold_box(w, yb, d / 2, 0.05, h, r),
        slab(-w / 2 + 0.01, w / 2 - 0.01, y0 + 0.05, d / 2 - 0.02, 0.01, 0.06, "seal", 0.003),
    ]
    pieces += [
        cylinder(0.02, 0.015, (sx * (w / 2 - 0.05), y, 0), "seal", 0.002, 10) for sx in (-1, 1) for y in (y0 + 0.1, d / 2 - 0.06)
    ]
    z0, z1 = 0.075, h - 0.004
    cut = {"bottom": 0.36, "french": 0.34, "top": 0.7, "retro": 0.72}.get(p.kind, 0.0)
    zc = z0 + (z1 - z0) * cut
    doors = {
        "bottom": [(-w / 2, w / 2, zc, z1), (-w / 2, w / 2, z0, zc)],
        "top": [(-w / 2, w / 2, z0, zc), (-w / 2, w / 2, zc, z1)],
        "retro": [(-w / 2, w / 2, z0, zc), (-w / 2, w / 2, zc, z1)],
        "side": [(-w / 2, -w * 0.06, z0, z1), (-w * 0.06, w / 2, z0, z1)],
        "french": [(-w / 2, 0.0, zc, z1), (0.0, w / 2, zc, z1), (-w / 2, w / 2, z0, zc)],
        "mini": [(-w / 2, w / 2, z0, z1)],
    }[p.kind]
    left, right, floor, ceiling = 0.004 + t - w / 2, w / 2 - t - 0.004, 0.054 + t, h - t - 0.004  # inside the lining
    if p.kind == "side":
        pieces.append(
            slab(-w * 0.06 - t / 2, -w * 0.06 + t / 2, yb + 0.002, d / 2 - t, floor - 0.002, ceiling + 0.002, "liner", 0.004)
        )
    elif cut:
        pieces.append(slab(left - 0.002, right + 0.002, yb + 0.002, d / 2 - t, zc - t / 2, zc + t / 2, "liner", 0.004))
    cells = [
        (
            left if x0 < -w * 0.3 else x0 + t / 2,
            right if x1 > w * 0.3 else x1 - t / 2,
            floor if a == z0 else a + t / 2,
            ceiling if b == z1 else b - t / 2,
        )
        for x0, x1, a, b in doors
    ]
    parts: list[PartSpec] = []
    surfaces: list[Surface] = []
    fresh = [cells[i] for i in LARDER[p.kind]]
    fx0, fx1, fz0, fz1 = (f(c[k] for c in fresh) for k, f in enumerate((min, max, min, max)))
    shelves, food = _larder(fx0 + 0.004, fx1 - 0.004, yb + BIN + 0.02, d / 2 - t - 0.004, fz0 + 0.002, fz1 - 0.002, (fx0, fx1))
    pieces += shelves
    surfaces += food
    for i, (x0, x1, a, b) in enumerate(cells):
        if i in LARDER[p.kind]:
            continue
        n = max(1, round((b - a) / 0.22))  # baskets of the freezer
        for k in range(n):
            lower, upper = a + (b - a) * k / n + 0.006, a + (b - a) * (k + 1) / n - 0.02
            pieces.append(slab(x0 + 0.004, x1 - 0.004, yb + 0.03, yb + 0.036, lower, upper, "clear", 0.002))
    for i, (x0, x1, a, b) in enumerate(doors):
        low = p.kind == "french" and i == 2
        leaf: Pieces = [
            box(
                (x1 - x0 - 0.004, dt, b - a - 0.005),
                ((x0 + x1) / 2, y0 + dt / 2, (a + b) / 2),
                "body",
                min(r + 0.004, 0.028),
                segments=3 if p.kind == "retro" else 1,
            )
        ]
        leaf += [
            slab(x0 + 0.012, x1 - 0.012, y0 + dt - 0.001, y0 + dt + 0.007, a + 0.012, b - 0.012, "seal", 0.002),
            slab(x0 + 0.03, x1 - 0.03, y0 + dt, y0 + dt + 0.0075, a + 0.03, b - 0.03, "liner", 0.002),
        ]
        if i in LARDER[p.kind]:
            ends = max(x0 + 0.03, fx0 + 0.012), min(x1 - 0.03, fx1 - 0.012)
            racks, kept = _bins(*ends, y0 + dt + 0.0075, max(a + 0.03, fz0 + 0.01), min(b - 0.03, fz1 - 0.01), f"door {i + 1}")
            leaf += racks
            surfaces += kept if p.open else []
        left = p.kind in ("side", "french") and i == 0
        hx = x1 - 0.045 if left or p.kind not in ("side", "french") else x0 + 0.045
        long = min(0.55, (b - a) * 0.55)
        if low:
            leaf += [
                cyl((-w * 0.38, y0 - 0.035, b - 0.06), 0.011, w * 0.76, "x", "handle", 0.003, 10),
                *[cyl((x, y0 + 0.003, b - 0.06), 0.008, 0.035, "-y", "handle", 0.001, 8) for x in (-w * 0.33, w * 0.33)],
            ]
        else:
            zc2 = (
                a + (b - a) * 0.5
                if p.kind in ("side", "french")
                else (a + long / 2 + 0.05 if a > z0 + 0.2 else b - long / 2 - 0.05)
            )
            leaf += [
                cyl((hx, y0 - 0.035, zc2 - long / 2), 0.011, long, "z", "handle", 0.003, 10),
                *[cyl((hx, y0 + 0.003, zc2 + s * long * 0.42), 0.008, 0.035, "-y", "handle", 0.001, 8) for s in (-1, 1)],
            ]
        if p.dispenser and i == 0 and p.kind in ("side", "french"):
            c = (x0 + x1) / 2 - 0.01
            zc3 = max(1.05, a + 0.25) if b > 1.5 else (a + b) / 2
            leaf += [
                *kit.move(
                    upright(framed((0.2, 0.34), (0.16, 0.2), 0, 0.012, "seal", shift=(0, -0.05), radius=0.015)),
                    (c, y0 + 0.002, zc3),
                ),
                display(c - 0.07, c + 0.07, zc3 + 0.08, zc3 + 0.14, y0 - 0.01),
            ]
        hinge_right = p.kind in ("side", "french") and i == 1
        ox = x1 - 0.01 if hinge_right else x0 + 0.01
        motion = (
            Motion("slide", (0.0, -1.0, 0.0), 0.0, 0.4)
            if low
            else Motion("hinge", (0.0, 0.0, 1.0), 0.0 if hinge_right else -1.9, 1.9 if hinge_right else 0.0)
        )
        parts.append(PartSpec("drawer" if low else f"door {i + 1}", leaf, (ox, y0 + dt, (a + b) / 2), motion))
    body = "paint" if p.kind == "retro" else {"steel": "steel", "white": "plastic:#f0f0ec", "black": "black_metal"}[p.finish]
    made = done(
        "refrigerator",
        p,
        pieces,
        {
            "body": body,
            "case": {"steel": "paint:#8b8f93", "black": "paint:#3a3c3f"}.get(p.finish, body) if p.kind != "retro" else body,
            "seal": "plastic:#2a2a2c" if p.finish != "black" else "plastic:#8d9092",
            "handle": "chrome" if p.kind == "retro" else "steel" if p.finish == "black" else "metal",
            "screen": "screen",
            "liner": "plastic:#f2f3f2",
            "glass": "glass",
            "clear": "glass",
        },
        [top(-w / 2, y0 + 0.06, w / 2, d / 2, h, inset=0.03, clearance=0.6), *surfaces],
        emitters=[Emitter("area", (0, yb + 0.12, fz1 - 0.012), 180, 4500, 0.08)] if p.open else (),
        parts=parts,
    )
    return opened(made, [f"door {i + 1}" for i in LARDER[p.kind]]) if p.open else made


@sized(0.6, 0.6, 0.87)
class DishwasherParams(Sized):
    """A dishwasher."""

    finish: str = choice("steel", ("steel", "white", "black"), "Finish")


def dishwasher(p: DishwasherParams) -> Asset:
    """Dishwasher with a drop door (a part), control strip and plinth."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2 + 0.035
    pieces = [
        slab(-w / 2, w / 2, y0 + 0.03, d / 2, 0.09, h - 0.02, "body", 0.003),
        slab(-w / 2, w / 2, y0 + 0.004, d / 2, h - 0.022, h, "body", 0.003),
        slab(-w / 2 + 0.015, w / 2 - 0.015, y0 + 0.06, d / 2 - 0.03, 0, 0.1, "dark", 0.002),
    ]
    zt = h - 0.15
    door = [
        slab(-w / 2 + 0.002, w / 2 - 0.002, y0, y0 + 0.028, 0.1, zt - 0.002, "body", 0.004),
        slab(-w / 2 + 0.002, w / 2 - 0.002, y0, y0 + 0.028, zt, h - 0.025, "body", 0.004),
        display(-0.05, 0.05, h - 0.1, h - 0.07, y0),
        cyl((-w * 0.4, y0 - 0.022, zt - 0.05), 0.009, w * 0.8, "x", "handle", 0.003, 10),
    ]
    door += [cyl((x, y0 + 0.003, zt - 0.05), 0.006, 0.025, "-y", "handle", 0.001, 8) for x in (-w * 0.34, w * 0.34)]
    door += [
        cyl((x, y0 + 0.001, h - 0.085), 0.008, 0.004, "-y", "handle", 0.001, 10) for x in (-0.22, -0.19, -0.16, 0.16, 0.19, 0.22)
    ]
    body = {"steel": "steel", "white": "plastic:#f0f0ec", "black": "black_metal"}[p.finish]
    return done(
        "dishwasher",
        p,
        pieces,
        {"body": body, "dark": "plastic:#1b1b1c", "handle": "metal", "screen": "screen"},
        [top(-w / 2, y0, w / 2, d / 2, h)],
        parts=[PartSpec("door", door, (0, y0 + 0.02, 0.11), Motion("hinge", (1.0, 0.0, 0.0), 0.0, 1.45))],
    )


BOWLS = {"oval": (2.3, 0.1), "round": (2.0, 0.02), "square": (3.8, 0.02)}  # power of the superellipse, how egg-shaped


def _seat(w: float, d: float, z: float, at_y: float, outline: str = "oval") -> Pieces:
    """A toilet seat and closed lid."""
    o = oval(w, d, 32, *BOWLS[outline])
    ring_ = [(o * 0.97, 0.0), (o, 0.006), (o, 0.014), (o * 0.97, 0.018), (o * 0.66, 0.018), (o * 0.64, 0.01), (o * 0.66, 0.0)]
    lid = skin(
        o,
        [
            (0.95, 0.95, 0, 0.0205),
            (0.985, 0.985, 0, 0.025),
            (0.985, 0.985, 0, 0.031),
            (0.95, 0.95, 0, 0.037),
            (0.5, 0.5, 0, 0.042),
        ],
        "seat",
    )
    hinge = [cyl((x - 0.015, d / 2 - 0.02, 0.02), 0.009, 0.03, "x", "chrome", 0.002, 10) for x in (-w * 0.25, w * 0.25)]
    return kit.move([loft(ring_, "seat", closed=True), lid, *hinge], (0, at_y, z))


@sized(
    close=(0.38, 0.69, 0.79),
    wall=(0.37, 0.54, 0.42),
    classic=(0.42, 0.72, 0.95),
    bidet=(0.37, 0.57, 0.41),
    urinal=(0.36, 0.34, 0.62),
    skirted=(0.38, 0.7, 0.74),
    hung=(0.48, 0.68, 0.95),
)
class ToiletParams(Kinded):
    """A toilet, bidet or urinal."""

    outline: str = choice("oval", ("oval", "round", "square"), "Shape of the bowl")


# A pan's outside below its rim, from the floor up: rows (width, depth, towards the wall) of its outline, and share of its height.
SKIRTED = ((0.84, 0.95, 0.014, 0.0), (0.86, 0.965, 0.014, 0.02), (0.9, 0.975, 0.01, 0.5), (0.95, 0.98, 0.004, 0.8))
FLOATING = ((0.4, 0.46, 0.1, 0.26), (0.56, 0.62, 0.075, 0.3), (0.8, 0.84, 0.035, 0.5), (0.95, 0.96, 0.006, 0.76))


def _pan(
    w: float,
    d: float,
    hs: float,
    y: float,
    foot: float,
    shift: float,
    outside: Sequence[tuple[float, float, float, float]] = (),
    outline: str = "oval",
) -> Pieces:
    """A pan with a hollow bowl, its rim at hs, centred at y: on a pedestal, or with another `outside`."""
    o = oval(w, d, 32, *BOWLS[outline])
    rows = [(a, b, c, z * hs) for a, b, c, z in outside] or [
        (foot, foot * 1.05, shift, 0.0),
        (foot * 1.02, foot * 1.06, shift, 0.008),
        (foot * 0.96, foot, shift, hs * 0.3),
        (foot * 1.06, foot * 1.05, shift * 0.8, hs * 0.5),
        (0.88, 0.9, shift * 0.35, hs * 0.76),
    ]
    rows += [
        (0.985, 0.985, 0, hs - 0.035),
        (1, 1, 0, hs - 0.01),
        (0.98, 0.98, 0, hs),
        (0.74, 0.74, 0, hs),
        (0.71, 0.71, 0, hs - 0.012),
        (0.64, 0.62, 0.0, hs - 0.08),
        (0.42, 0.4, 0.02, hs - 0.17),
        (0.22, 0.2, 0.03, hs - 0.2),
    ]
    return [
        skin(o, rows, "ceramic", (0, y, 0)),
        *kit.move([skin(o, [(0.36, 0.33, 0.02, hs - 0.178), (0.36, 0.33, 0.02, hs - 0.175)], "water")], (0, y, 0)),
    ]


def _hung_toilet(p: ToiletParams, slots: dict[str, str]) -> Asset:
    """A pan that hangs on a boxed-in cistern with its flush plate."""
    w, d, h = p.width, p.depth, p.height
    box_d = 0.2 * d
    y1 = d / 2 - box_d
    hs, dep, wide = min(0.43, 0.52 * h), d - box_d, min(w, 0.38)
    z = 0.5 * (hs + h)
    pieces = [
        slab(-w / 2, w / 2, y1, d / 2, 0, h - 0.02, "panel", 0.002),
        slab(-w / 2, w / 2, y1 - 0.008, d / 2, h - 0.022, h, "ledge", 0.003),
        *_pan(wide, dep, hs - 0.04, -d / 2 + dep / 2, 0.5, 0.0, FLOATING, p.outline),
        *_seat(wide * 0.98, dep - 0.05, hs - 0.04, -d / 2 + (dep - 0.05) / 2, p.outline),
        *kit.move(upright(prism(rounded_rect(0.24, 0.15, 0.012, 3), 0.01, slot="chrome", bevel=0.003)), (0, y1 + 0.001, z)),
    ]
    for x, r in ((-0.045, 0.042), (0.06, 0.03)):
        pieces += kit.move(upright(cylinder(r, 0.004, slot="seat", bevel=0.0015, segments=18)), (x, y1 - 0.008, z))
    solids = [Box((-w / 2, y1 - 0.02, 0), (w / 2, d / 2, h)), Box((-wide / 2, -d / 2, 0), (wide / 2, y1, hs + 0.01))]
    ledge = top(-w / 2, y1, w / 2, d / 2, h, "ledge", 0.01)
    return done("toilet", p, pieces, slots | {"panel": "paint:#dcd8cf", "ledge": "stone"}, [ledge], solids)


def _skirted_toilet(p: ToiletParams, slots: dict[str, str]) -> Asset:
    """One piece: smooth sides down to the floor and a low cistern that grows out of the pan."""
    w, d, h = p.width, p.depth, p.height
    tank = 0.24 * d
    hs, dep = min(0.41, 0.55 * h), d - 0.5 * tank
    y, yt = -d / 2 + dep / 2, d / 2 - tank / 2
    o = rounded_rect(w, tank, 0.3 * tank, 5)
    rows = [
        (0.86, 1.0, 0.0, 0.0),
        (0.88, 1.0, 0.0, 0.3 * hs),
        (0.95, 1.0, 0.0, hs),
        (0.97, 0.98, 0.002, h - 0.035),
        (0.92, 0.9, 0.004, h - 0.03),
    ]
    lid = [(0.97, 0.97, 0.0, h - 0.028), (0.99, 0.99, 0.0, h - 0.02), (0.97, 0.95, 0.0, h - 0.006), (0.9, 0.84, 0.0, h - 0.004)]
    pieces = [
        *_pan(w * 0.98, dep, hs, y, 0.6, 0.0, SKIRTED, p.outline),
        *_seat(w * 0.97, d - tank - 0.02, hs, -d / 2 + (d - tank - 0.02) / 2, p.outline),
        skin(o, rows, "ceramic", (0, yt, 0)),
        skin(o, lid, "ceramic", (0, yt, 0)),
        cylinder(0.024, 0.006, (0, yt, h - 0.006), "chrome", 0.002, 18),
    ]
    solids = [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, hs + 0.045)), Box((-w / 2, d / 2 - tank, hs), (w / 2, d / 2, h))]
    return done("toilet", p, pieces, slots, (), solids)


def toilet(p: ToiletParams) -> Asset:
    """Pan with a real bowl, seat and lid, cistern; or a bidet with tap; or a wall urinal."""
    w, d, h = p.width, p.depth, p.height
    slots = {"ceramic": "white_ceramic", "seat": "plastic:#f4f4f2", "chrome": "chrome", "water": "glass"}
    if p.kind in ("hung", "skirted"):
        return (_hung_toilet if p.kind == "hung" else _skirted_toilet)(p, slots)
    if p.kind == "urinal":
        o = oval(w, d, 28, 2.6, 0.0)
        rows = [
            (0.3, 0.35, d * 0.3, 0),
            (0.62, 0.7, d * 0.14, 0.05),
            (0.9, 0.95, d * 0.02, 0.16),
            (1, 1, 0, 0.24),
            (0.98, 0.98, 0, 0.26),
            (0.8, 0.8, 0, 0.26),
            (0.7, 0.7, 0.01, 0.2),
            (0.4, 0.4, 0.04, 0.1),
            (0.1, 0.1, 0.05, 0.08),
        ]
        back = slab(-w / 2 * 0.92, w / 2 * 0.92, d / 2 - 0.09, d / 2, 0.1, h - 0.06, "ceramic", 0.04)
        back = kit.box((w * 0.92, 0.1, h - 0.1), (0, d / 2 - 0.05, 0.05 + (h - 0.1) / 2 + 0.02), "ceramic", 0.045, segments=4)
        return done(
            "toilet",
            p,
            [
                skin(o, rows, "ceramic"),
                back,
                cyl((0, d / 2 - 0.05, h - 0.04), 0.012, 0.04, "z", "chrome"),
                torus(0.02, 0.004, (0, 0.05, 0.083), "chrome", 14, 6),
            ],
            slots,
            origin="back",
        )
    if p.kind == "bidet":
        pan = _pan(w, d, h - 0.1, 0, 0.62, 0.04, SKIRTED if p.style == "modern" else (), p.outline)
        return done(
            "toilet",
            p,
            [*pan, *faucet((0, d / 2 - 0.06, h - 0.1), 0.1, 0.11, arc=False)],
            slots,
            solids=[Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h))],
        )
    if p.kind == "wall":
        hs, dep = h - 0.042, d
        pieces = [
            *_pan(w, dep, hs, 0, 0.6, 0.1, (), p.outline),
            *_seat(w, dep - 0.06, hs, -0.03, p.outline),
            kit.box((w * 0.6, 0.16, hs - 0.09), (0, d / 2 - 0.08, (hs - 0.09) / 2), "ceramic", 0.02, segments=2),
        ]
        return done("toilet", p, pieces, slots)
    hs, tank_d = min(0.42, h * 0.55), 0.19
    dep = d - tank_d + 0.05
    yc = -d / 2 + dep / 2
    pieces = [*_pan(w * 0.98, dep, hs, yc, 0.6, 0.07, (), p.outline), *_seat(w * 0.97, dep - 0.09, hs, yc - 0.035, p.outline)]
    pieces.append(
        kit.box((w * 0.56, tank_d + 0.06, hs - 0.02), (0, d / 2 - tank_d / 2 - 0.02, hs / 2 - 0.01), "ceramic", 0.03, segments=3)
    )
    wide = w * (1.0 if p.kind == "classic" else 0.96)
    z0, zt = hs - 0.012, h - 0.04
    o = rounded_rect(wide, tank_d, 0.05 if p.kind == "close" else 0.03, 4)
    pieces.append(
        skin(o, [(0.82, 0.86, 0.0, z0), (0.87, 0.9, 0, z0 + 0.02), (0.97, 0.96, 0, zt)], "ceramic", (0, d / 2 - tank_d / 2, 0))
    )
    pieces.append(
        skin(
            o,
            [
                (0.99, 0.985, 0, zt + 0.001),
                (1, 1, 0, zt + 0.006),
                (1, 1, 0, h - 0.016),
                (0.97, 0.94, 0, h - 0.006),
                (0.9, 0.85, 0, h - 0.004),
            ],
            "ceramic",
            (0, d / 2 - tank_d / 2, 0),
        )
    )
    if p.kind == "classic":
        pieces += [
            cyl((-w * 0.32, d / 2 - tank_d + 0.012, zt - 0.06), 0.013, 0.02, "-y", "chrome"),
            box((0.07, 0.008, 0.014), (-w * 0.32 + 0.025, d / 2 - tank_d - 0.012, zt - 0.06), "chrome", 0.003),
        ]
    else:
        pieces += [cylinder(0.022, 0.008, (0, d / 2 - tank_d / 2, h - 0.008), "chrome", 0.002, 16)]
    solids = [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, hs + 0.045)), Box((-w / 2, d / 2 - tank_d - 0.02, hs), (w / 2, d / 2, h))]
    spans = [(-wide / 2, wide / 2)] if p.kind == "classic" else [(-wide / 2, -0.012), (0.012, wide / 2)]  # beside the button
    places = [top(a, d / 2 - tank_d, b, d / 2, h - 0.004, "cistern", 0.015) for a, b in spans]
    return done("toilet", p, pieces, slots, places, solids)


@sized(0.9, 0.5, 1.03)
class BathroomVanityParams(Sized):
    """A vanity unit; its height counts the tap."""

    basins: int = count(0, 0, 2, "Basins; 0 fits the width")
    vessel: bool = flag(False, "Bowls standing on the top instead of basins set into it")
    open_base: bool = flag(False, "Legs and a shelf below one row of drawers")
    worktop: str = choice("stone", ("stone", "wood", "white_ceramic"), "Top")


def bathroom_vanity(p: BathroomVanityParams) -> Asset:
    """Cabinet with one or two basins, taps, doors or an open shelf."""
    w, d, s = p.width, p.depth, p.style
    tap_high = 0.17
    h = p.height - tap_high - (0.06 if p.vessel else 0.0)
    n = p.basins or (2 if w > 1.25 else 1)
    y0, y1 = -d / 2 + 0.035, d / 2
    t = 0.03
    pieces: Pieces = []
    bw, bd, deep = min(0.46, w / n - 0.12), min(0.32, d - 0.16), 0.12
    xs = [0.0] if n == 1 else [-w / 4, w / 4]
    surf, solids = [], []
    if p.open_base:
        zc = h - 0.26
        leg = 0.045
        for sx in (-1, 1):
            for y in (y0 + 0.022 + leg / 2, y1 - leg / 2):
                pieces.append(box((leg, leg, h - t), (sx * (w / 2 - leg / 2 - 0.004), y, (h - t) / 2), "front", 0.004))
        pieces += [
            slab(-w / 2 + 0.01, w / 2 - 0.01, y0 + 0.03, y1 - 0.003, 0.16, 0.185, "front", 0.003),
            slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.022, y1 - 0.004, zc, h - t + 0.001, "front", 0.002),
        ]
        k = max(2, round(w / 0.45))
        for i in range(k):
            a, b = -w / 2 + 0.052 + i * (w - 0.104) / k, -w / 2 + 0.052 + (i + 1) * (w - 0.104) / k
            pieces += [*front(a, b, zc + 0.012, h - t - 0.008, y0, s), *handle(((a + b) / 2, y0, (zc + h - t) / 2), 0.13, "x", s)]
        surf.append(top(-w / 2 + 0.05, y0 + 0.03, w / 2 - 0.05, y1, 0.185, "shelf", 0.02, zc - 0.2, "in"))
    else:
        zc = 0.22 if s in ("modern", "midcentury") else 0.09
        pieces.append(slab(-w / 2 + 0.002, w / 2 - 0.002, y0 + 0.021, y1, zc, h - t + 0.001, "front", 0.003))
        k = max(2, round(w / 0.42))
        if s == "midcentury":
            pieces += [
                bar(
                    (sx * (w / 2 - 0.08), y, zc + 0.005),
                    (sx * (w / 2 - 0.05), y + (0.02 if y > 0 else -0.02), 0),
                    0.02,
                    "front",
                    12,
                    0.012,
                )
                for sx in (-1, 1)
                for y in (y0 + 0.09, y1 - 0.07)
            ]
        elif s == "modern":
            pieces.append(slab(-w / 2 + 0.06, w / 2 - 0.06, y0 + 0.1, y1, 0, zc + 0.002, "plinth", 0.003))
        else:
            pieces.append(slab(-w / 2 + 0.01, w / 2 - 0.01, y0 + 0.06, y1 - 0.01, 0, zc + 0.002, "front", 0.003))
        for i in range(k):
            a, b = -w / 2 + i * w / k + 0.002, -w / 2 + (i + 1) * w / k - 0.002
            if s == "modern" or (k > 3 and i in (k // 2,)):
                zm = (zc + h - t) / 2
                for c, e in ((zc, zm), (zm, h - t)):
                    pieces += [
                        *front(a, b, c, e - 0.004, y0, s),
                        *handle(((a + b) / 2, y0, e - 0.05), min(0.14, (b - a) * 0.5), "x", s),
                    ]
            else:
                pieces += [
                    *front(a, b, zc, h - t - 0.004, y0, s),
                    *handle((b - 0.04 if i % 2 == 0 else a + 0.04, y0, h - t - 0.13), 0.12, "z", s),
                ]
    if p.vessel:
        pieces.append(slab(-w / 2, w / 2, y0 - 0.02, y1, h - t, h, "top", 0.004, "x"))
        zr = h + 0.13
        o = rounded_rect(bw, bd, 0.05, 5) if s in ("modern", "industrial") else oval(bw, bd + 0.04, 28)
        for x in xs:
            pieces.append(
                skin(
                    o,
                    [
                        (0.72, 0.72, 0, h + 0.0005),
                        (0.78, 0.78, 0, h + 0.01),
                        (0.97, 0.97, 0, zr - 0.03),
                        (1, 1, 0, zr - 0.004),
                        (0.985, 0.985, 0, zr),
                        (0.955, 0.95, 0, zr),
                        (0.94, 0.93, 0, zr - 0.006),
                        (0.86, 0.85, 0, h + 0.06),
                        (0.7, 0.68, 0, h + 0.025),
                        (0.5, 0.48, 0, h + 0.018),
                    ],
                    "basin",
                    (x, -0.01, 0),
                )
            )
            tap = faucet((x, y1 - 0.055, h), p.height - h - 0.01, 0.15, arc=False)
            pieces += kit.scale(tap, (1, 1, (p.height - h) / (kit.bounds(tap)[1][2] - h)), (0, 0, h))
            surf.append(
                Surface(
                    f"basin_{xs.index(x) + 1}",
                    "in",
                    x - bw * 0.2,
                    -0.01 - bd * 0.2,
                    x + bw * 0.2,
                    -0.01 + bd * 0.2,
                    h + 0.018,
                    0.3,
                )
            )
            solids.append(Box((x - bw / 2, -bd / 2 - 0.04, h), (x + bw / 2, y1, p.height)))
    else:
        step = w / n
        for i, x in enumerate(xs):
            c = -w / 2 + (i + 0.5) * step
            pieces.append(
                framed(
                    (step + (0 if n == 1 else 0.0), d - 0.015),
                    (bw, bd),
                    h - t,
                    h,
                    "top",
                    (c, 0.0075, 0),
                    (x - c, -0.03),
                    0.07,
                    0.003,
                    0.004,
                )
            )
            pieces += basin(bw, bd, h, h - deep, "basin", (x, -0.0225, 0), 0.075, 0.01)
            tap = faucet(
                (x, y1 - 0.06, h + 0.0005), tap_high, 0.13, arc=s != "modern", levers=2 if s in ("classic", "rustic") else 1
            )
            pieces += kit.scale(tap, (1, 1, tap_high / (kit.bounds(tap)[1][2] - h)), (0, 0, h))
            surf.append(
                Surface(
                    f"basin_{i + 1}",
                    "in",
                    x - bw / 2 + 0.055,
                    -0.0225 - bd / 2 + 0.055,
                    x + bw / 2 - 0.055,
                    -0.0225 + bd / 2 - 0.055,
                    h - deep,
                    0.3,
                )
            )
            solids.append(Box((x - 0.13, y1 - 0.25, h - 0.01), (x + 0.13, y1, p.height)))
    for a, b, nm in (
        (-w / 2, xs[0] - bw / 2 - 0.02, "left"),
        (xs[-1] + bw / 2 + 0.02, w / 2, "right"),
        *(((xs[0] + bw / 2 + 0.02, xs[1] - bw / 2 - 0.02, "middle"),) if n == 2 else ()),
    ):
        if b - a > 0.13:
            surf.append(top(a, -d / 2 + 0.03, b, y1, h, nm))
    solids.append(Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h + 0.003)))
    basin_mat = "white_ceramic"
    return done(
        "bathroom_vanity", p, pieces, {**_cabinet_slots(s, p.worktop), "basin": basin_mat, "chrome": "chrome"}, surf, solids
    )


@sized(pedestal=(0.58, 0.48, 1.0), wall=(0.55, 0.44, 0.98), round=(0.46, 0.46, 1.0))
class WashbasinParams(Kinded):
    """A washbasin; its height counts the tap."""


def washbasin(p: WashbasinParams) -> Asset:
    """A ceramic basin on a pedestal or half pedestal, with tap and overflow."""
    w, d = p.width, p.depth
    th = 0.15
    h = p.height - th
    o = (
        oval(w, d, 36, 2.0)
        if p.kind == "round"
        else rounded_rect(w, d, 0.12 if p.style in ("classic", "midcentury") else 0.05, 7)
    )
    fy = -0.035
    inner = oval(w * 0.8, (d - 0.17), 36, 2.4) if p.kind == "round" else rounded_rect(w - 0.09, d - 0.16, 0.1, 7)
    rows = [
        (o * (0.36, 0.5) + (0, 0.04), h - 0.2),
        (o * (0.5, 0.62) + (0, 0.03), h - 0.17),
        (o * 0.9, h - 0.075),
        (o * 0.99, h - 0.04),
        (o, h - 0.012),
        (o * 0.985, h),
        (inner * 1.02 + (0, fy), h),
        (inner + (0, fy), h - 0.01),
        (inner * 0.93 + (0, fy), h - 0.07),
        (inner * 0.74 + (0, fy), h - 0.125),
        (inner * 0.45 + (0, fy), h - 0.135),
    ]
    pieces: Pieces = [
        loft(rows, "ceramic"),
        torus(0.022, 0.004, (0, fy, h - 0.1345), "chrome", 14, 6),
        cylinder(0.019, 0.002, (0, fy, h - 0.135), "chrome", 0, 12),
    ]
    tap = faucet(
        (0, d / 2 - 0.055, h),
        th,
        0.13,
        arc=p.style in ("classic", "midcentury"),
        levers=2 if p.style in ("classic", "rustic") else 1,
    )
    pieces += kit.scale(tap, (1, 1, th / (kit.bounds(tap)[1][2] - h)), (0, 0, h))
    solids = [
        Box((-w / 2, -d / 2, h - 0.21), (w / 2, d / 2, h + 0.002)),
        Box((-0.13, -d * 0.2, h - 0.01), (0.13, d / 2, p.height)),
    ]
    if p.kind == "wall":
        pieces.append(
            skin(
                oval(0.17, 0.16, 20),
                [(0.6, 0.7, 0, h - 0.42), (0.9, 0.95, 0, h - 0.39), (1, 1, 0, h - 0.19)],
                "ceramic",
                (0, d / 2 - 0.1, 0),
            )
        )
        pieces += [
            tube(
                [(0, d / 2 - 0.1, h - 0.4), (0, d / 2 - 0.1, 0.5 * h), (0, d / 2 - 0.06, 0.48 * h), (0, d / 2 - 0.01, 0.48 * h)],
                0.018,
                "chrome",
                10,
            ),
            *[
                slab(sx * 0.16 - 0.012, sx * 0.16 + 0.012, d / 2 - 0.3, d / 2 - 0.02, h - 0.15, h - 0.1, "chrome", 0.003)
                for sx in (-1, 1)
            ],
        ]
        pieces += [
            cyl((sx * (w / 2 - 0.06), y, 0), 0.014, h - 0.045, "z", "chrome")
            for sx in (-1, 1)
            for y in (0.08 - d / 2, d / 2 - 0.05)
        ]
        solids.append(Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h)))
    else:
        pieces.append(
            skin(
                oval(0.24, 0.22, 24, 2.5),
                [
                    (0.98, 0.98, 0, 0),
                    (1, 1, 0, 0.01),
                    (0.95, 0.95, 0, 0.05),
                    (0.68, 0.7, 0, 0.18),
                    (0.62, 0.65, 0, h * 0.5),
                    (0.8, 0.8, 0, h - 0.22),
                    (1.05, 1.1, 0, h - 0.185),
                ],
                "ceramic",
                (0, 0.05, 0),
            )
        )
        solids.append(Box((-0.14, -0.08, 0), (0.14, 0.19, h)))
    return done(
        "washbasin",
        p,
        pieces,
        {"ceramic": "white_ceramic", "chrome": "chrome"},
        [Surface("basin", "in", -w * 0.13, fy - d * 0.11, w * 0.13, fy + d * 0.11, h - 0.135, 0.3)],
        solids,
    )


@sized(freestanding=(1.7, 0.78, 0.58), built_in=(1.7, 0.75, 0.56), clawfoot=(1.65, 0.76, 0.66), spa=(2.0, 2.0, 0.85))
class BathtubParams(Kinded):
    """A bathtub."""

    water: bool = flag(False, "Filled")


def bathtub(p: BathtubParams) -> Asset:
    """A really hollow tub: oval and free-standing, built in with an apron, on claw feet, or a square or round spa."""
    w, d, h = p.width, p.depth, p.height
    slots = {"tub": "white_ceramic", "panel": "wood", "chrome": "chrome", "water": "glass", "jet": "plastic:#c8ccd0"}
    floor_z = 0.12
    fill = h - 0.16
    if p.kind == "spa":
        round_ = p.style in ("rustic", "classic")
        o = oval(w, d, 48, 2.0 if round_ else 5.0)
        pieces: Pieces = [skin(o * 0.955, [(0.985, 0.985, 0, 0.0), (1, 1, 0, 0.006), (1, 1, 0, h - 0.06)], "panel")]
        n = 44
        ang = np.linspace(0, 2 * np.pi, n, endpoint=False)
        for a in ang:  # staves
            j = int(np.argmin(np.abs((azimuth(o) - a + np.pi) % (2 * np.pi) - np.pi)))
            pieces += kit.move(
                kit.rotate(
                    box((0.018, float(np.hypot(w, d)) * 2.1 / n * 0.62, h - 0.075), (0, 0, 0), "panel", 0.004, "z"),
                    "z",
                    float(
                        np.arctan2(o[j, 1] / d * w, o[j, 0])
                        if round_
                        else np.round(np.arctan2(o[j, 1], o[j, 0]) / (np.pi / 2)) * np.pi / 2
                    ),
                ),
                (*(o[j] * 0.965), (h - 0.06) / 2),
            )
        rows = [
            (0.93, 0.93, 0, h - 0.09),
            (0.995, 0.995, 0, h - 0.08),
            (1, 1, 0, h - 0.02),
            (0.985, 0.985, 0, h),
            (0.83, 0.83, 0, h),
            (0.81, 0.81, 0, h - 0.015),
            (0.78, 0.78, 0, h * 0.52),
            (0.6, 0.6, 0, h * 0.48),
            (0.56, 0.56, 0, floor_z + 0.05),
            (0.5, 0.5, 0, floor_z),
        ]
        pieces.append(skin(o, rows, "tub"))
        pieces += [cyl((0.795 * o[j, 0], 0.795 * o[j, 1], h * 0.72), 0.03, 0.012, "z", "jet", 0.003, 12) for j in range(0, 48, 6)]
        if p.water:
            pieces.append(skin(o, [(0.795, 0.795, 0, h - 0.13), (0.8, 0.8, 0, h - 0.12)], "water"))
        return done("bathtub", p, pieces, {"tub": "plastic:#e4e6e6", **{k: v for k, v in slots.items() if k != "tub"}})
    inner_floor = 0.5
    if p.kind == "built_in":
        o = rounded_rect(w, d, 0.012, 9)
        i = rounded_rect(w - 0.15, d - 0.15, 0.2, 9)
        rows = [
            (kit.inset(o, 0.016), 0.0),
            (kit.inset(o, 0.015), h - 0.045),
            (o, h - 0.04),
            (o, h - 0.006),
            (kit.inset(o, 0.005), h),
            (i * 1.006, h),
            (i * 0.992, h - 0.012),
            (i * (0.95, 0.93), h * 0.6),
            (i * (0.86, 0.84), floor_z + 0.06),
            (i * (0.78, 0.74), floor_z + 0.015),
            (i * (0.66, 0.6), floor_z),
        ]
        pieces = [loft(rows, "tub")]
        inner_floor = 0.62
    else:
        legs = p.kind == "clawfoot"
        base = 0.14 if legs else 0.0
        floor_z = base + 0.07
        o = oval(w, d, 48, 2.5, 0.0)
        flare = 0.05 if p.style in ("classic", "rustic") or legs else 0.0
        rows = [
            (0.6, 0.52, 0, base),
            (0.72, 0.66, 0, base + 0.004),
            (0.78, 0.75, 0, base + 0.04),
            (0.86 - flare, 0.86 - flare, 0, base + (h - base) * 0.45),
            (0.97 - flare, 0.97 - flare, 0, h - 0.05),
            (0.99, 0.985, 0, h - 0.025),
            (1, 1, 0, h - 0.012),
            (0.985, 0.975, 0, h),
            (0.955, 0.92, 0, h - 0.001),
            (0.94, 0.895, 0, h - 0.02),
            (0.9 - flare * 0.6, 0.86 - flare * 0.6, 0, h * 0.6),
            (0.8, 0.74, 0, floor_z + 0.08),
            (0.7, 0.6, 0, floor_z + 0.018),
            (0.55, 0.42, 0, floor_z),
        ]
        pieces = [skin(o, rows, "tub")]
        if legs:
            foot = lathe(
                [(0.0, 0), (0.035, 0.0), (0.042, 0.02), (0.03, 0.045), (0.018, 0.07), (0.03, 0.11), (0.05, 0.16), (0.0, 0.17)],
                (0, 0, 0),
                "chrome",
                14,
            )
            pieces += kit.repeat(foot, [(sx * w * 0.3, sy * d * 0.26, 0) for sx in (-1, 1) for sy in (-1, 1)])
    pieces += [
        torus(0.028, 0.005, (-w * 0.18, 0, floor_z), "chrome", 16, 6),
        cylinder(0.024, 0.002, (-w * 0.18, 0, floor_z), "chrome", 0, 14),
    ]
    tap_x = -w / 2 + (0.05 if p.kind == "built_in" else 0.0)
    if p.kind == "built_in":
        pieces += kit.move(
            kit.rotate([cylinder(0.022, 0.004, (0, y, 0), "chrome", 0.001, 14) for y in (-0.09, 0.09)], "z", 0),
            (tap_x, 0, h - 0.0045),
        )
    if p.water:
        k = 0.93 if p.kind == "built_in" else 0.86
        oo = rounded_rect(w - 0.15, d - 0.15, 0.2, 9) if p.kind == "built_in" else oval(w, d, 48, 2.5)
        pieces.append(skin(oo, [(k, k - 0.03, 0, fill - 0.004), (k, k - 0.03, 0, fill)], "water"))
    f = inner_floor * 0.42
    surf = [] if p.water else [Surface("bottom", "in", -w * f * 0.75, -d * 0.14, w * f * 0.75, d * 0.14, floor_z, h - floor_z)]
    return done("bathtub", p, pieces, slots, surf)


@sized(corner=(0.9, 0.9, 2.05), walk_in=(1.3, 0.9, 2.05), quadrant=(0.9, 0.9, 2.05), box=(1.0, 0.9, 2.1))
class ShowerParams(Kinded):
    """A shower."""

    frame: str = choice("chrome", ("chrome", "black_metal", "brass"), "Fittings")
    rain: bool = flag(True, "A large overhead shower")


def shower(p: ShowerParams) -> Asset:
    """Tray, glass, riser with overhead and hand shower, mixer and drain; tiled back panels carry it."""
    w, d, h = p.width, p.depth, p.height
    th, g = 0.07, 0.008
    z0 = th - 0.002
    gh = h - 0.03
    if p.kind == "quadrant":
        t = np.linspace(np.pi, 1.5 * np.pi, 11)
        r = min(w, d) - 0.35
        arc = np.stack([-w / 2 + r + r * np.cos(t), -d / 2 + r + r * np.sin(t)], -1)
        o = np.concatenate([arc, [(w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)]])
    else:
        o = np.array([(-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)])
    i = kit.inset(o, 0.06)
    tray = loft(
        [
            (kit.inset(o, 0.003), 0),
            (o, 0.004),
            (o, th - 0.004),
            (kit.inset(o, 0.004), th),
            (i, th),
            (kit.inset(i, 0.012), th - 0.02),
            (kit.inset(i, 0.03), th - 0.025),
        ],
        "tray",
    )
    pieces: Pieces = [tray, cylinder(0.05, 0.004, (w * 0.1, d * 0.1, th - 0.0255), "metal", 0.001, 20)]
    pieces.append(slab(-w / 2, w / 2, d / 2 - 0.012, d / 2, z0, h, "wall", 0.002))
    if p.kind != "walk_in":
        pieces.append(slab(w / 2 - 0.012, w / 2, -d / 2 + 0.004, d / 2 - 0.011, z0, h, "wall", 0.002))

    def post(x: float, y: float) -> Pieces:
        return [slab(x - 0.012, x + 0.012, y - 0.012, y + 0.012, z0, gh, "metal", 0.003, "z")]

    xl, yf = -w / 2 + 0.02, -d / 2 + 0.02
    if p.kind == "quadrant":
        q = kit.inset(o, 0.02)[:11]
        for a, b in ((0, 4), (3, 8), (7, 11)):
            seg = q[a:b]
            g2 = np.stack([np.column_stack([seg, np.full(len(seg), z)]) for z in (z0 + 0.02, gh - 0.02)], 1)
            pieces.append(kit.sheet(g2, "glass", g))
        pieces += [tube(np.column_stack([q, np.full(11, z)]), 0.011, "metal", 6) for z in (z0 + 0.01, gh - 0.01)]
        pieces += [
            slab(-w / 2 + 0.02, -w / 2 + 0.028, q[0][1], d / 2 - 0.015, z0, gh, "glass", 0.002),
            slab(q[-1][0], w / 2 - 0.02, -d / 2 + 0.02, -d / 2 + 0.028, z0, gh, "glass", 0.002),
        ]
        pieces += [
            *post(-w / 2 + 0.02, d / 2 - 0.024),
            *post(w / 2 - 0.026, -d / 2 + 0.024),
            *post(q[0][0], q[0][1] + 0.01),
            *post(q[-1][0] + 0.01, q[-1][1]),
        ]
        m = q[5]
        pieces.append(bar((m[0] - 0.02, m[1] - 0.02, 0.95), (m[0] - 0.02, m[1] - 0.02, 1.25), 0.008, "metal", 8))
    elif p.kind == "walk_in":
        pieces += [
            slab(-w / 2 + 0.012, -w / 2 + 0.012 + g, -d / 2 + 0.02, d / 2 - 0.013, z0, gh, "glass", 0.002),
            slab(-w / 2 + 0.02, w * 0.16, yf, yf + g, z0, gh, "glass", 0.002),
            *post(-w / 2 + 0.02, yf + 0.004),
        ]
        pieces += [
            slab(-w / 2 + 0.006, -w / 2 + 0.03, d / 2 - 0.04, d / 2 - 0.012, z0, gh, "metal", 0.003),
            bar((w * 0.15, yf + 0.004, gh - 0.02), (w * 0.15, d / 2 - 0.012, gh - 0.02), 0.009, "metal", 8),
            slab(-w / 2 + 0.02, w * 0.16, yf - 0.006, yf + g + 0.006, z0 - 0.001, z0 + 0.018, "metal", 0.002),
        ]
    else:
        pieces += [slab(xl - g / 2, xl + g / 2, yf, d / 2 - 0.013, z0 + 0.01, gh, "glass", 0.002)]
        door_w = w * (0.58 if w < 1.2 else 0.5)
        pieces += [
            slab(xl, w / 2 - 0.02 - door_w, yf - g / 2, yf + g / 2, z0 + 0.01, gh, "glass", 0.002),
            slab(
                w / 2 - 0.018 - door_w,
                w / 2 - 0.03,
                yf - g / 2 - 0.002,
                yf + g / 2 - 0.002,
                z0 + 0.016,
                gh - 0.012,
                "glass",
                0.002,
            ),
        ]
        pieces += [
            *post(xl, yf),
            *post(xl, d / 2 - 0.026),
            *post(w / 2 - 0.026, yf),
            *[slab(xl, w / 2 - 0.02, yf - 0.01, yf + 0.01, z, z + 0.022, "metal", 0.003) for z in (z0, gh - 0.02)],
            slab(xl - 0.01, xl + 0.01, yf, d / 2 - 0.02, gh - 0.02, gh + 0.002, "metal", 0.003),
        ]
        pieces += [
            bar(
                (w / 2 - 0.05 - door_w * 0.85, yf - 0.016, 0.9),
                (w / 2 - 0.05 - door_w * 0.85, yf - 0.016, 1.25),
                0.008,
                "metal",
                8,
            )
        ]
    x, y = (w * 0.15 if p.kind != "walk_in" else w * 0.28), d / 2 - 0.012
    top_z = h - 0.1
    pieces += [
        bar((x, y - 0.05, 1.0), (x, y - 0.05, top_z), 0.01, "metal", 10),
        *[cyl((x, y + 0.004, z), 0.012, 0.055, "-y", "metal") for z in (1.02, top_z - 0.2)],
    ]
    pieces += [
        cyl((x - 0.14, y - 0.05, 1.08), 0.022, 0.28, "x", "metal", 0.005),
        *[cyl((x + s * 0.14, y - 0.05, 1.08), 0.026, 0.03, "x" if s > 0 else "-x", "metal", 0.004) for s in (-1, 1)],
        cyl((x, y + 0.004, 1.08), 0.016, 0.05, "-y", "metal"),
    ]
    if p.rain:
        pieces += [
            tube(
                kit.smooth_path(
                    [
                        (x, y - 0.05, top_z - 0.02),
                        (x, y - 0.06, top_z + 0.03),
                        (x, y - 0.12, top_z + 0.05),
                        (x, y - 0.36, top_z + 0.04),
                    ],
                    4,
                ),
                0.01,
                "metal",
                8,
            ),
            cylinder(0.12, 0.012, (x, y - 0.36, top_z - 0.01), "metal", 0.003, 28),
            bar((x, y - 0.36, top_z), (x, y - 0.36, top_z + 0.045), 0.01, "metal", 8),
        ]
    pieces += kit.move(
        kit.rotate(
            [bar((0, 0, 0), (0, 0, 0.16), 0.011, "metal", 8), cyl((0, 0, 0.19), 0.045, 0.018, "-y", "metal", 0.004, 18)],
            "x",
            0.35,
        ),
        (x, y - 0.075, 1.55),
    )
    pieces.append(
        tube(
            kit.smooth_path(
                [
                    (x, y - 0.08, 1.55),
                    (x + 0.05, y - 0.08, 1.3),
                    (x + 0.16, y - 0.07, 0.95),
                    (x + 0.1, y - 0.06, 0.8),
                    (x + 0.03, y - 0.05, 1.06),
                ],
                5,
            ),
            0.007,
            "metal",
            6,
        )
    )
    return done("shower", p, pieces, {"tray": "white_ceramic", "wall": "ceramic", "glass": "glass", "metal": p.frame})


@sized(0.62, 0.7, 2.3)
class SafetyShowerParams(Sized):
    """A laboratory emergency shower with eyewash."""

    eyewash: bool = flag(True, "With an eyewash bowl")


def safety_shower(p: SafetyShowerParams) -> Asset:
    """Floor stand with overhead drench shower, pull handle, eyewash bowl, sign."""
    w, d, h = p.width, p.depth, p.height
    y = d / 2 - 0.12
    yc = -d / 2 + 0.17
    pieces: Pieces = [
        kit.box((0.34, 0.44, 0.012), (0, d / 2 - 0.22, 0.006), "pipe", 0.003),
        bar((0, y, 0.005), (0, y, h - 0.1), 0.022, "pipe", 12),
        cyl((0, y, h * 0.3), 0.034, 0.07, "z", "pipe"),
        cyl((0, y, h * 0.62), 0.034, 0.07, "z", "pipe"),
    ]
    pieces += [
        tube(
            kit.smooth_path(
                [
                    (0, y, h - 0.14),
                    (0, y - 0.02, h - 0.05),
                    (0, y - 0.09, h - 0.024),
                    (0, yc + 0.06, h - 0.024),
                    (0, yc, h - 0.05),
                    (0, yc, h - 0.1),
                ],
                4,
            ),
            0.022,
            "pipe",
            10,
        )
    ]
    pieces.append(
        lathe(
            [(0.03, h - 0.09), (0.04, h - 0.11), (0.13, h - 0.17), (0.135, h - 0.185), (0.12, h - 0.185), (0.0, h - 0.17)][::-1],
            (0, yc, 0),
            "bowl",
            24,
        )
    )
    pieces += [
        bar((0.07, y - 0.16, h - 0.04), (0.07, y - 0.16, h * 0.68), 0.005, "pipe", 6),
        tube([(0.0, y - 0.16, h * 0.62), (0.14, y - 0.16, h * 0.62), (0.07, y - 0.16, h * 0.68)], 0.006, "pipe", 6, True),
        bar((0, y - 0.16, h - 0.03), (0.075, y - 0.16, h - 0.04), 0.008, "pipe", 6),
    ]
    if p.eyewash:
        z = min(1.0, h * 0.44)
        pieces += [
            bar((0, y, z - 0.05), (0, y - 0.2, z - 0.03), 0.018, "pipe", 10),
            lathe(
                [
                    (0.02, z - 0.04),
                    (0.1, z - 0.01),
                    (0.14, z + 0.045),
                    (0.145, z + 0.05),
                    (0.135, z + 0.05),
                    (0.09, z),
                    (0, z - 0.02),
                ],
                (0, y - 0.2, 0),
                "bowl",
                24,
            ),
        ]
        pieces += [bar((sx * 0.05, y - 0.2, z - 0.01), (sx * 0.04, y - 0.2, z + 0.055), 0.01, "pipe", 8) for sx in (-1, 1)] + [
            box((0.09, 0.012, 0.07), (w / 2 - 0.045, y - 0.14, z + 0.03), "pipe", 0.004),
            bar((0.1, y - 0.2, z), (w / 2 - 0.06, y - 0.14, z + 0.03), 0.007, "pipe", 6),
        ]
    pieces += [
        box((0.22, 0.004, 0.26), (0, y - 0.03, h * 0.78), "sign", 0.001),
        box((0.14, 0.004, 0.04), (0, y - 0.0325, h * 0.78), "mark", 0.001),
        box((0.04, 0.004, 0.14), (0, y - 0.033, h * 0.78), "mark", 0.001),
        slab(-w / 2, w / 2, y - 0.01, y + 0.01, 0.0, 0.01, "pipe", 0.002),
    ]
    pieces.append(slab(-0.1, 0.1, d / 2 - 0.02, d / 2, h * 0.5, h * 0.5 + 0.05, "pipe", 0.002))
    return done(
        "safety_shower",
        p,
        [*pieces, bar((0, y, h * 0.51), (0, d / 2 - 0.01, h * 0.51), 0.012, "pipe", 8)],
        {"pipe": "paint:#e8b400", "bowl": "plastic:#e8b400", "sign": "plastic:#1f8a4c", "mark": "plastic:#f2f2f2"},
    )


@sized(
    single=(0.6, 0.08, 0.06), double=(0.62, 0.14, 0.1), ring=(0.2, 0.07, 0.24), ladder=(0.5, 0.1, 1.1), shelf=(0.6, 0.24, 0.16)
)
class TowelRailParams(Kinded):
    """A towel rail."""

    towel: bool = flag(True, "A towel hangs on it")


def _drape(w: float, front_: float, back: float, r: float, slot: str, y: float, z: float, x: float = 0.0) -> kit.Piece:
    """A towel laid over a bar at (y, z)."""
    t = np.linspace(0, np.pi, 7)
    prof = np.concatenate(
        [
            [(-r, -front_), (-r - 0.004, -front_ * 0.5)],
            np.stack([-r * np.cos(t), r * np.sin(t)], -1),
            [(r + 0.003, -back * 0.5), (r, -back)],
        ]
    )
    xs = np.linspace(-w / 2, w / 2, 9)
    wave = 0.003 * np.sin(xs / w * 19)
    g = np.stack([np.stack([np.full(9, 0) + xs + x, y + a + wave * (abs(b) > r), np.full(9, z + b)], -1) for a, b in prof], 0)
    return kit.sheet(g, slot, 0.006)


def _towel_shelf(p: TowelRailParams) -> Asset:
    w, d, h = p.width, p.depth, p.height
    z = h - 0.02  # the bars' top
    reach = d - 0.03
    ys = np.linspace(-0.45, 0.45, 7) * reach
    pieces: Pieces = [cyl((-w / 2, y, z - 0.006), 0.006, w, "x", "rail", 0.002, 10) for y in ys]
    pieces.append(cyl((-w / 2 + 0.02, -0.3 * d, 0.008), 0.008, w - 0.04, "x", "rail", 0.002, 12))
    for x in (-w / 2 + 0.03, w / 2 - 0.03):
        pieces += [
            slab(x - 0.007, x + 0.007, -d / 2 + 0.006, d / 2, z - 0.03, z - 0.006, "rail", 0.003),
            slab(x - 0.02, x + 0.02, d / 2 - 0.008, d / 2, z - 0.06, h, "rail", 0.004),
            bar((x, d / 2 - 0.01, z - 0.02), (x, -0.3 * d, 0.008), 0.006, "rail", 8),
        ]
    shelf = Surface("shelf", "on", -w / 2 + 0.01, -reach / 2, w / 2 - 0.01, reach / 2, z)
    return done("towel_rail", p, pieces, {"rail": "chrome"}, [shelf], origin="back")


def towel_rail(p: TowelRailParams) -> Asset:
    """A bar, double bar, ring or heated ladder, with a draped towel if wanted; or a shelf of bars over a rail."""
    w, d, h = p.width, p.depth, p.height
    y1 = d / 2
    pieces: Pieces = []
    if p.kind == "shelf":
        return _towel_shelf(p)
    if p.kind == "ladder":
        for x in (-w / 2 + 0.015, w / 2 - 0.015):
            pieces += [
                cyl((x, y1 - 0.07, 0), 0.014, h, "z", "rail", 0.003, 12),
                *[cyl((x, y1, z), 0.009, 0.07, "-y", "rail") for z in (0.1, h - 0.1)],
            ]
        n = max(5, int(h / 0.075))
        for k in range(n):
            z = 0.04 + (h - 0.08) * k / (n - 1)
            if k in (n // 3, 2 * n // 3):
                continue
            pieces.append(
                tube(
                    [
                        (-w / 2 + 0.015, y1 - 0.07, z),
                        (-w / 4, -d / 2 + 0.011, z),
                        (w / 4, -d / 2 + 0.011, z),
                        (w / 2 - 0.015, y1 - 0.07, z),
                    ],
                    0.01,
                    "rail",
                    8,
                )
            )
        return done("towel_rail", p, pieces, {"rail": "chrome"}, origin="back")
    if p.kind == "ring":
        pieces += [
            cyl((0, y1, h - 0.03), 0.028, 0.012, "-y", "rail", 0.003, 18),
            cyl((0, y1, h - 0.03), 0.01, d - 0.012, "-y", "rail"),
            *kit.move(upright(torus(w / 2 - 0.006, 0.006, (0, 0, 0), "rail", 28, 6)), (0, -d / 2 + 0.014, h - 0.034 - w / 2)),
        ]
    else:
        ys = [-d / 2 + 0.009] if p.kind == "single" else [-d / 2 + 0.009, 0.01]
        for k, y in enumerate(ys):
            z = h - 0.02 if k == 0 else 0.03
            pieces += [cyl((-w / 2 + 0.01, y, z), 0.008, w - 0.02, "x", "rail", 0.002, 12)]
        for x in (-w / 2 + 0.022, w / 2 - 0.022):
            pieces += [
                cyl((x, y1, h / 2), 0.022, 0.01, "-y", "rail", 0.003, 16),
                slab(x - 0.008, x + 0.008, -d / 2, y1 - 0.005, 0.0, h, "rail", 0.004),
            ]
    if p.towel and p.kind == "single" and h > 0.2:
        pieces.append(_drape(w * 0.6, h - 0.03, h * 0.8, 0.014, "towel", -d / 2 + 0.02, h - 0.02))
    return done("towel_rail", p, pieces, {"rail": "chrome", "towel": "fabric"}, origin="back")


@sized(0.16, 0.12, 0.13)
class ToiletPaperHolderParams(Sized):
    """A toilet paper holder with a roll."""

    cover: bool = flag(True, "A cover plate over the roll")


def _roll(w: float, r: float, at: tuple[float, float, float]) -> Pieces:
    prof = [(0.02, 0), (r - 0.003, 0), (r, 0.003), (r, w - 0.003), (r - 0.003, w), (0.02, w), (0.02, 0)]
    return kit.move(kit.rotate(kit.weld(lathe(prof, (0, 0, -w / 2), "paper", 24)), "y", np.pi / 2), at)


def toilet_paper_holder(p: ToiletPaperHolderParams) -> Asset:
    """A bracket, bar and roll with a loose end."""
    w, d, h = p.width, p.depth, p.height
    r = min(d - 0.012, h - 0.01) / 2
    y, z = d / 2 - 0.012 - r + 0.008, h / 2 - 0.004
    pieces: Pieces = [
        *_roll(0.1, r, (0, y, z)),
        cyl((-w / 2 + 0.006, y, z), 0.008, w - 0.01, "x", "metal"),
        slab(-w / 2, -w / 2 + 0.012, y - 0.008, d / 2, z - 0.008, z + 0.008, "metal", 0.003),
        cyl((-w / 2 + 0.02, d / 2, z), 0.022, 0.01, "-y", "metal", 0.002, 16),
    ]
    pieces.append(slab(-0.05, 0.05, y - r - 0.0005, y - r + 0.001, 0, z, "paper", 0.0004))
    if p.cover:
        pieces.append(slab(-0.058, 0.058, y - r * 0.95, d / 2, h - 0.006, h, "metal", 0.002))
    else:
        pieces.append(cyl((w / 2 - 0.006, y, z), 0.012, 0.006, "x", "metal"))
    return done("toilet_paper_holder", p, pieces, {"metal": "chrome", "paper": "paper:#f5f3ee"}, origin="back")


@sized(paper=(0.28, 0.14, 0.38), soap=(0.075, 0.09, 0.19), dryer=(0.28, 0.2, 0.3))
class DispenserParams(Kinded):
    """A dispenser of paper towels or soap, or a hand dryer."""

    mount: str = choice("stand", ("stand", "wall"), "How a soap dispenser is held up; the others always hang")
    form: str = choice("rounded", ("rounded", "flat", "deep"), "Build of a paper box or hand dryer")


def _paper_box(form: str, w: float, d: float, h: float) -> Pieces:
    """A flat steel box with a lock, or a deep one for a roll with a window and a lever; a sheet hangs out of each."""
    sheet_ = slab(-w * 0.36, w * 0.36, -0.002, 0.0, 0.0, 0.06, "paper", 0.0008)
    if form == "flat":
        return [
            slab(-w / 2, w / 2, -d / 2, d / 2, 0.03, h, "metal", 0.004),
            slab(-w / 2 + 0.006, w / 2 - 0.006, -d / 2 - 0.003, -d / 2 + 0.002, 0.1 * h, h - 0.006, "metal", 0.002),
            slab(-w * 0.04, w * 0.04, -d / 2 - 0.004, -d / 2, 0.3 * h, 0.62 * h, "dark", 0.001),
            cyl((0, -d / 2 - 0.002, h - 0.03), 0.008, 0.003, "-y", "dark", 0.0005, 12),
            slab(-w * 0.4, w * 0.4, -0.025, 0.025, 0.024, 0.032, "dark", 0.002),
            sheet_,
        ]
    r = min(d / 2, 0.4 * h)
    t = np.linspace(-0.5 * np.pi, 0.5 * np.pi, 12)
    side = np.column_stack([d / 2 - r - (d - r) * np.cos(t), 0.03 + (h - 0.03) * (0.5 + 0.5 * np.sin(t))])
    outline = np.concatenate([[(d / 2, 0.03)], [(d / 2, h)], side[::-1]])
    window = np.column_stack([d / 2 - r - (d - r) * np.cos(t[4:9]) - 0.001, 0.03 + (h - 0.03) * (0.5 + 0.5 * np.sin(t[4:9]))])
    pane = kit.sheet(np.stack([np.column_stack([np.full(5, x), window]) for x in (0.3 * w, -0.3 * w)]), "window")
    return [
        *_profiled(w, outline, "body"),
        pane,
        slab(w / 2 - 0.001, w / 2 + 0.012, -0.02, 0.02, 0.3 * h, 0.52 * h, "dark", 0.004),
        slab(-w * 0.4, w * 0.4, -0.025, 0.025, 0.027, 0.035, "dark", 0.002),
        sheet_,
    ]


def _hand_dryer(form: str, w: float, d: float, h: float) -> Pieces:
    """A flat dryer that blows down out of a slot, or a deep one into which the hands are dipped."""
    if form == "flat":
        o = rounded_rect(w, h, 0.03, 4)
        shell = upright(
            loft(
                [(kit.inset(o, 0.004), 0.0), (o, 0.01), (o, d - 0.02), (kit.inset(o, 0.012), d - 0.004), (kit.inset(o, 0.02), d)],
                "body",
            )
        )
        return [
            *kit.move(shell, (0, d / 2, 0)),
            slab(-w * 0.36, w * 0.36, -d * 0.38, -d * 0.2, -h / 2 - 0.002, -h / 2 + 0.01, "dark", 0.002),
            slab(-w * 0.3, w * 0.3, -d / 2 - 0.001, -d / 2 + 0.003, -h * 0.3, -h * 0.28, "dark", 0.0005),
            *[
                slab(-w * 0.3, w * 0.3, -d / 2 - 0.001, -d / 2 + 0.003, z * h, z * h + 0.004, "dark", 0.0)
                for z in (0.28, 0.31, 0.34)
            ],
            display(-0.012, 0.012, -h * 0.4, -h * 0.37, -d / 2),
        ]
    y0, y1, mouth = -d / 2, d / 2, 0.3 * d
    lip = 0.36 * h
    outline = np.array(
        [
            (y0 + 0.25 * d, -h / 2),
            (y1, -h / 2),
            (y1, h / 2),
            (y1 - 0.22 * d, h / 2),
            (y0 + mouth + 0.12 * d, lip - 0.1 * h),
            (y0 + mouth, -0.05 * h),
            (y0 + 0.2 * d, -0.02 * h),
            (y0 + 0.1 * d, lip),
            (y0, lip - 0.03 * h),
            (y0 + 0.06 * d, -0.2 * h),
        ]
    )
    pieces = _profiled(w, outline, "body")
    inner = np.column_stack([np.full(2, 1.0), [(y0 + 0.21 * d), (y0 + mouth - 0.005)]])
    return [
        *pieces,
        slab(-w * 0.46, w * 0.46, float(inner[0, 1]), float(inner[1, 1]), -0.034 * h, -0.02 * h, "dark", 0.0),
        display(-0.03, 0.03, 0.34 * h, 0.38 * h, y1 - 0.25 * d),
        slab(-w * 0.3, w * 0.3, y0 + 0.035 * d, y0 + 0.06 * d, 0.02 * h, 0.2 * h, "metal", 0.002),
    ]


def dispenser(p: DispenserParams) -> Asset:
    """Paper box with a sheet hanging out, a pump bottle, or a hand dryer with nozzle."""
    w, d, h = p.width, p.depth, p.height
    slots = {"body": "plastic:#eeeeec", "dark": "plastic:#3a3d40", "metal": "chrome", "paper": "paper:#f5f3ee", "soap": "glass"}
    if p.kind == "soap":
        r = min(w, d * 0.8) / 2
        y = d / 2 - r
        pieces = [
            lathe(
                [
                    (r * 0.9, 0),
                    (r, 0.004),
                    (r, h * 0.6),
                    (r * 0.9, h * 0.67),
                    (0.016, h * 0.72),
                    (0.015, h * 0.76),
                    (0, h * 0.76),
                ],
                (0, y, 0),
                "body",
                20,
            ),
            cylinder(0.018, h * 0.08, (0, y, h * 0.75), "metal", 0.002, 16),
            cylinder(0.006, h * 0.16, (0, y, h * 0.8), "metal", 0.001, 8),
            tube(
                [
                    (0, y + 0.012, h * 0.96),
                    (0, y - 0.02, h * 0.965),
                    (0, -d / 2 + 0.012, h * 0.95),
                    (0, -d / 2 + 0.006, h * 0.91),
                ],
                0.006,
                "metal",
                8,
            ),
            cylinder(0.014, h * 0.045, (0, y, h * 0.955), "metal", 0.002, 14),
        ]
        return done("dispenser", p, pieces, {**slots, "body": "ceramic"}, origin="back" if p.mount == "wall" else "base")
    if p.form != "rounded":
        pieces = (_paper_box if p.kind == "paper" else _hand_dryer)(p.form, w, d, h)
        more = {"window": "plastic:#5d6a72", "screen": "screen", "body": "plastic:#eeeeec" if p.kind == "paper" else "steel"}
        return done("dispenser", p, pieces, slots | more, origin="back")
    if p.kind == "paper":
        o = rounded_rect(w, d, 0.03, 4)
        pieces = [
            loft(
                [
                    (kit.inset(o, 0.012), 0.03),
                    (o, 0.045),
                    (o, h - 0.02),
                    (kit.inset(o, 0.01), h - 0.004),
                    (kit.inset(o, 0.02), h),
                ],
                "body",
            ),
            slab(-w * 0.3, w * 0.3, -d / 2 - 0.001, -d / 2 + 0.004, h * 0.42, h * 0.62, "dark", 0.002),
            slab(-w * 0.36, w * 0.36, -0.002, 0.0, 0.0, 0.06, "paper", 0.0008),
            slab(-w * 0.4, w * 0.4, -0.025, 0.025, 0.027, 0.035, "dark", 0.002),
        ]
        return done("dispenser", p, pieces, slots, origin="back")
    o = rounded_rect(w, h, 0.07, 5)
    pieces = upright([loft([(o, -d / 2), (o, d * 0.1), (kit.inset(o, 0.02), d * 0.3), (kit.inset(o, 0.06), d * 0.4)], "body")])
    pieces += [
        bar((0, -0.02, -h * 0.36), (0, -0.1, -h * 0.56), 0.03, "metal", 16, 0.035),
        cyl((0, -d * 0.38, h * 0.12), 0.032, 0.018, "-y", "metal", 0.005, 20),
    ]
    return done("dispenser", p, pieces, {**slots, "body": "steel"}, origin="back")


@sized(panel=(1.0, 0.1, 0.6), column=(0.9, 0.16, 0.62), tower=(0.5, 0.09, 1.8))
class RadiatorParams(Kinded):
    """A radiator."""

    mount: str = choice("stand", ("stand", "wall"), "How it is held up")


def radiator(p: RadiatorParams) -> Asset:
    """A ribbed panel, cast columns or tall tubes, with valve and pipes."""
    w, d, h = p.width, p.depth, p.height
    pieces: Pieces = []
    z0 = 0.09
    if p.kind == "panel":
        for y in (-d / 2 + 0.012, d / 2 - 0.03):
            pieces.append(slab(-w / 2 + 0.02, w / 2 - 0.02, y - 0.008, y + 0.008, z0, h - 0.012, "body", 0.005))
            n = int((w - 0.06) / 0.034)
            pieces += [
                slab(x - 0.011, x + 0.011, y - 0.012, y + 0.006, z0 + 0.03, h - 0.04, "body", 0.005, "z")
                for x in np.linspace(-w / 2 + 0.05, w / 2 - 0.05, n)
            ]
        pieces += [
            slab(
                sx * (w / 2 - 0.01) - 0.004,
                sx * (w / 2 - 0.01) + 0.004,
                -d / 2 + 0.004,
                d / 2 - 0.02,
                z0 + 0.005,
                h,
                "body",
                0.003,
            )
            for sx in (-1, 1)
        ]
        n = int(w / 0.022)
        pieces += [
            slab(-w / 2 + 0.012, w / 2 - 0.012, y - 0.003, y + 0.003, h - 0.008, h, "body", 0.002)
            for y in np.linspace(-d / 2 + 0.015, d / 2 - 0.032, 6)
        ]
        if p.mount != "wall":
            pieces += [
                kit.box(size, (sx * (w / 2 - 0.12), 0, z), "body", 0.003)
                for sx in (-1, 1)
                for size, z in (((0.03, 0.94 * d, 0.012), 0.006), ((0.024, 0.5 * d, z0 + 0.01), (z0 + 0.03) / 2))
            ]
    else:
        pitch = 0.06 if p.kind == "column" else 0.045
        n = min(26, max(4, round((w - 0.04) / pitch)))
        for x in np.linspace(-w / 2 + 0.045, w / 2 - 0.045, n):
            if p.kind == "column":
                ys = (-d / 2 + 0.025, 0.0, d / 2 - 0.025)
                pieces += [bar((x, y, z0 + 0.03), (x, y, h - 0.03), 0.016, "body", 7) for y in ys]
                pieces += [kit.box((0.05, d, 0.06), (x, 0, z), "body", 0.022, segments=2) for z in (z0 + 0.03, h - 0.03)]
            else:
                pieces.append(slab(x - 0.016, x + 0.016, -d / 2, -d / 2 + 0.032, z0, h, "body", 0.008, "z"))
        if p.kind == "tower":
            pieces += [kit.box((0.03, 0.94 * d, 0.02), (sx * (w / 2 - 0.045), 0, 0.01), "body", 0.004) for sx in (-1, 1)] + [
                kit.box((0.03, 0.03, z0 + 0.02), (sx * (w / 2 - 0.045), 0.016 - d / 2, (z0 + 0.02) / 2), "body", 0.004)
                for sx in (-1, 1)
            ]
            pieces += [cyl((-w / 2, -d / 2 + 0.05, z), 0.018, w, "x", "body") for z in (z0 + 0.05, h - 0.05)]
        else:
            pieces += [
                kit.box((0.04, d * 0.8, z0 + 0.02), (sx * (w / 2 - 0.045), 0, (z0 + 0.02) / 2), "body", 0.01) for sx in (-1, 1)
            ]
    yb = d / 2 - 0.03
    if p.kind != "column":
        pieces += [
            slab(x - 0.02, x + 0.02, d / 2 - 0.05, d / 2, z, z + 0.05, "metal", 0.003)
            for x in (-w * 0.3, w * 0.3)
            for z in (z0 + 0.1, h - 0.2)
        ]
    pieces += [bar((x, yb, 0), (x, yb, z0 + 0.03), 0.008, "metal", 8) for x in (-w / 2 + 0.025, w / 2 - 0.025)]
    pieces += [cyl((w / 2 - 0.03, yb - 0.005, z0 + 0.03), 0.02, 0.05, "-y", "valve", 0.004, 14)]
    return done(
        "radiator",
        p,
        pieces,
        {"body": "paint:#f2f1ec" if p.kind != "column" else "paint", "metal": "chrome", "valve": "plastic:#f4f4f2"},
        origin="back" if p.mount == "wall" else "base",
    )


@sized(mantel=(1.4, 0.38, 1.15), modern=(1.6, 0.3, 1.0), brick=(1.6, 0.5, 1.3), chimney=(1.5, 0.5, 2.4), stove=(0.55, 0.45, 0.95))
class FireplaceParams(Kinded):
    """A fireplace or wood stove."""

    lit: bool = flag(True, "A fire burns in it")
    stove: str = choice("box", ("box", "tower", "pot"), "Build of a wood stove")


def _fire(w: float, d: float, z: float, y: float, lit: bool) -> Pieces:
    """Logs on a grate, embers and flames."""
    out: Pieces = [
        bar((-w * 0.4, y + dy, z + 0.05), (w * 0.4, y + dy * 0.6, z + 0.06), 0.035, "log", 10) for dy in (-d * 0.14, d * 0.14)
    ]
    out += [
        bar((-w * 0.26, y - d * 0.15, z + 0.11), (w * 0.2, y + d * 0.12, z + 0.13), 0.032, "log", 10),
        bar((w * 0.3, y - d * 0.14, z + 0.1), (-w * 0.02, y + d * 0.1, z + 0.17), 0.028, "log", 10),
    ]
    out += [
        bar((-w * 0.42, y + dy, z + 0.02), (w * 0.42, y + dy, z + 0.02), 0.007, "iron", 6)
        for dy in np.linspace(-d * 0.25, d * 0.25, 5)
    ]
    if lit:
        for i, x in enumerate(np.linspace(-w * 0.26, w * 0.26, 5)):
            k = 0.16 + 0.07 * ((i * 7) % 3)
            f = lathe(
                [(0, 0), (0.028, 0.02), (0.034, k * 0.25), (0.02, k * 0.6), (0.006, k * 0.9), (0, k)], (0, 0, 0), "flame", 10
            )
            lean = 0.02 * (-1) ** i
            out += kit.move(
                kit.bend(
                    f, lambda v, lean=lean, k=k: v + np.stack([lean * np.sin(v[:, 2] / k * 4), 0 * v[:, 2], 0 * v[:, 2]], -1)
                ),
                (x, y + 0.03 * (-1) ** i, z + 0.12),
            )
    return out


def _tower_stove(w: float, d: float, h: float, lit: bool) -> Pieces:
    """A tall round stove on a plinth: log store below, curved glass before the fire, pipe on top."""
    r, zt = min(w, d) / 2, 0.86 * h
    z0, z1 = 0.38 * zt, 0.78 * zt
    front_ = np.deg2rad(np.linspace(-90 - 52, -90 + 52, 13))
    back = np.deg2rad(np.linspace(-90 + 52, 270 - 52, 25))

    def shell(angles: kit.Floats, radius: float, low: float, high: float, slot: str, thick: float = 0.012) -> kit.Piece:
        rim = np.column_stack([radius * np.cos(angles), radius * np.sin(angles)])
        rows = [np.column_stack([rim, np.full(len(rim), z)]) for z in (low, high)]
        return kit.outward(kit.sheet(np.stack(rows, 1), slot, thick))

    out: Pieces = [
        cylinder(r, 0.025, (0, 0, 0), "iron", 0.003, 36),
        cylinder(0.985 * r, 0.02, (0, 0, z0 - 0.02), "iron", 0.002, 36),
        cylinder(r, zt - z1, (0, 0, z1), "iron", 0.006, 36),
        shell(back, 0.985 * r, 0.02, z1 + 0.002, "iron"),
        shell(front_, 0.975 * r, z0 + 0.03, z1 - 0.02, "glass", 0.005),
        shell(front_, 0.985 * r, z0 - 0.002, z0 + 0.032, "iron"),
        shell(front_, 0.985 * r, z1 - 0.022, z1 + 0.002, "iron"),
        cylinder(0.075, h - zt + 0.004, (0, 0.25 * r, zt - 0.004), "iron", 0.003, 20),
        cyl((0.72 * r, -0.72 * r, (z0 + z1) / 2 - 0.07), 0.01, 0.14, "z", "handle", 0.003),
        *_fire(1.2 * r, 1.2 * r, z0, 0.0, lit),
    ]
    out += [
        bar((x, -0.5 * r, z), (x, 0.5 * r, z), 0.035, "log", 9)
        for x, z in ((-0.08, 0.062), (0.0, 0.062), (0.08, 0.062), (-0.04, 0.125), (0.04, 0.125))
    ]
    return out


def _pot_stove(w: float, d: float, h: float) -> Pieces:
    """A pot-bellied iron stove on three feet: ash door, fire door with its mica panes, rings, cooking plate and pipe."""
    r, zt = min(w, d - 0.04) / 2, 0.78 * h
    profile = [
        (0.5, 0.16),
        (0.68, 0.2),
        (0.68, 0.28),
        (0.74, 0.3),
        (0.97, 0.46),
        (1.0, 0.54),
        (0.96, 0.62),
        (0.7, 0.82),
        (0.66, 0.9),
        (0.74, 0.92),
    ]
    body = [(a * r * 0.94, z * zt) for a, z in [*profile, (0.8, 0.95), (0.8, 0.98), (0.7, 1.0)]]
    out: Pieces = [lathe([(0, 0.16 * zt), *body, (0, zt)], (0, 0, 0), "iron", 36)]
    out += [torus(a * r, 0.011, (0, 0, z * zt), "iron", 36, 6) for a, z in ((0.66, 0.29), (0.955, 0.54), (0.66, 0.86))]
    for a in np.pi / 2 + np.arange(3) * 2 * np.pi / 3:
        foot = (0.92 * r * np.cos(a), 0.92 * r * np.sin(a), 0.0)
        out += [
            tube(
                kit.smooth_path(
                    [
                        (0.5 * r * np.cos(a), 0.5 * r * np.sin(a), 0.2 * zt),
                        (0.86 * r * np.cos(a), 0.86 * r * np.sin(a), 0.13 * zt),
                        foot,
                    ],
                    4,
                ),
                0.022,
                "iron",
                8,
            )
        ]
    for z, wide, tall, y in ((0.58, 0.5 * r, 0.2 * zt, 0.9), (0.245, 0.44 * r, 0.075 * zt, 0.66)):
        out += [
            box((wide, 0.06, tall), (0, -y * r, z * zt), "iron", 0.01, segments=2),
            cyl((0.36 * wide, -y * r - 0.055, z * zt), 0.008, 0.03, "-y", "handle", 0.002),
            *[
                cyl((-0.5 * wide, -y * r - 0.02, z * zt + s * 0.3 * tall - 0.012), 0.008, 0.024, "z", "iron", 0.001, 8)
                for s in (-1, 1)
            ],
        ]
    out += [
        slab(x - 0.012, x + 0.012, -0.9 * r - 0.032, -0.9 * r, 0.54 * zt, 0.63 * zt, "flame", 0.002) for x in (-0.05, 0.0, 0.05)
    ]
    return [
        *out,
        cylinder(0.07, h - zt + 0.006, (0, 0.2 * r, zt - 0.006), "iron", 0.003, 20),
        cylinder(0.085, 0.02, (0, 0.2 * r, zt - 0.002), "iron", 0.003, 20),
    ]


def fireplace(p: FireplaceParams) -> Asset:
    """Surround with mantel shelf and a deep firebox, a brick or plastered chimney breast, or an iron stove."""
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": "stone",
        "mantel": "wood",
        "brick": "brick",
        "iron": "black_metal",
        "log": "wood",
        "flame": "fire",
        "glass": "glass",
    }
    if p.kind == "stove" and p.stove != "box":
        pieces: Pieces = _tower_stove(w, d, h, p.lit) if p.stove == "tower" else _pot_stove(w, d, h)
        return done(
            "fireplace", p, pieces, {"iron": "black_metal", "handle": "chrome", "log": "wood", "flame": "fire", "glass": "glass"}
        )
    if p.kind == "stove":
        bz, bh = 0.18, min(0.6, h * 0.6)
        y0 = -d / 2 + 0.03
        t = 0.03
        pieces = [
            slab(-w / 2, w / 2, y0, d / 2, bz + bh - 0.03, bz + bh, "iron", 0.008),
            slab(-w / 2, w / 2, y0, d / 2, bz, bz + 0.04, "iron", 0.008),
            slab(-w / 2 + 0.02, w / 2 - 0.02, d / 2 - 0.05, d / 2 - 0.02, bz + 0.03, bz + bh - 0.02, "iron", 0.004),
        ]
        pieces += [
            slab(
                sx * (w / 2 - 0.02 - t / 2) - t / 2,
                sx * (w / 2 - 0.02 - t / 2) + t / 2,
                y0 + 0.02,
                d / 2 - 0.02,
                bz + 0.03,
                bz + bh - 0.02,
                "iron",
                0.004,
            )
            for sx in (-1, 1)
        ]
        pieces += [
            bar(
                (sx * (w / 2 - 0.06), y, bz + 0.01),
                (sx * (w / 2 - 0.03), y + (0.02 if y > 0 else -0.02), 0),
                0.022,
                "iron",
                10,
                0.014,
            )
            for sx in (-1, 1)
            for y in (y0 + 0.07, d / 2 - 0.08)
        ]
        pieces += kit.move(
            upright(framed((w - 0.06, bh - 0.05), (w - 0.18, bh - 0.19), 0, 0.025, "iron", radius=0.03)),
            (0, y0 + 0.02, bz + bh / 2 + 0.002),
        )
        pieces += [
            slab(-w / 2 + 0.085, w / 2 - 0.085, y0 + 0.006, y0 + 0.01, bz + 0.09, bz + bh - 0.09, "glass", 0.001),
            cyl((w / 2 - 0.055, y0 - 0.028, bz + bh * 0.42), 0.01, 0.12, "z", "handle", 0.003),
            cyl((w / 2 - 0.055, y0, bz + bh * 0.5), 0.007, 0.025, "-y", "iron"),
        ]
        pieces += _fire(w - 0.2, d - 0.14, bz + 0.04, 0.03, p.lit)
        pieces += [
            cyl((0, 0.05, bz + bh - 0.005), 0.075, h - bz - bh + 0.005, "z", "iron", 0.003, 20),
            cylinder(0.09, 0.02, (0, 0.05, bz + bh - 0.001), "iron", 0.004, 20),
        ]
        return done(
            "fireplace", p, pieces, {"iron": "black_metal", "handle": "chrome", **{k: v for k, v in slots.items() if k != "iron"}}
        )
    ow, oh = w * (0.56 if p.kind != "modern" else 0.68), min(0.75, h * 0.58) if p.kind != "modern" else min(0.5, h * 0.45)
    mh = {"mantel": h, "modern": h, "brick": h, "chimney": min(1.25, h * 0.55)}[p.kind]
    z0 = 0.04 if p.kind != "modern" else h * 0.22
    hearth = 0.02 if p.kind == "modern" else min(0.14, d * 0.3)
    y0, yb = -d / 2 + hearth, d / 2
    shelf, over = 0.055, 0.05 if p.kind != "modern" else 0.0
    z1 = mh - shelf - 0.001 if p.kind != "modern" else mh
    outer = "brick" if p.kind in ("brick", "chimney") else "body"
    pieces = []
    if p.kind != "modern":
        pieces.append(slab(-w / 2, w / 2, -d / 2, yb, 0, z0, "hearth", 0.006, "x"))
    face = y0 + over
    leg = (w - over * 2 - ow) / 2
    for sx in (-1, 1):
        x = sx * (ow / 2 + leg / 2)
        pieces.append(slab(x - leg / 2, x + leg / 2, face, yb, z0 - 0.002, z1, outer, 0.004, "z"))
        if p.kind == "mantel":
            pieces += [
                slab(x - leg / 2 - 0.012, x + leg / 2 + 0.012, face - 0.02, yb - 0.02, z0 - 0.001, z0 + 0.12, outer, 0.006),
                slab(x - leg / 2 - 0.012, x + leg / 2 + 0.012, face - 0.02, yb - 0.02, z1 - 0.16, z1 - 0.1, outer, 0.01),
            ]
            pieces += [
                slab(x + e - 0.01, x + e + 0.01, face - 0.008, face + 0.01, z0 + 0.15, z1 - 0.2, outer, 0.008, "z")
                for e in np.linspace(-leg * 0.3, leg * 0.3, 3)
            ]
    pieces.append(slab(-ow / 2 - 0.001, ow / 2 + 0.001, face + 0.0006, yb, z0 + oh, z1, outer, 0.004, "x"))
    if p.kind == "modern":
        pieces.append(slab(-ow / 2 - 0.001, ow / 2 + 0.001, face + 0.0006, yb, 0, z0, outer, 0.004, "x"))
        pieces += [
            slab(-w / 2 + leg / 2 if False else -ow / 2 - leg, -ow / 2, face + 0.001, yb - 0.001, 0, z0, outer, 0.002),
            slab(ow / 2, ow / 2 + leg, face + 0.001, yb - 0.001, 0, z0, outer, 0.002),
        ]
        pieces += kit.move(
            upright(framed((ow + 0.06, oh + 0.06), (ow - 0.02, oh - 0.02), 0, 0.02, "iron", radius=0.004)),
            (0, face + 0.005, z0 + oh / 2),
        )
    t = 0.02
    pieces += [
        slab(-ow / 2 - 0.001, ow / 2 + 0.001, yb - t - 0.002, yb - 0.002, z0 - 0.001, z0 + oh + 0.001, "iron", 0.001),
        *[
            slab(sx * (ow / 2 - 0.008) - 0.009, sx * (ow / 2 - 0.008) + 0.009, face + 0.03, yb - 0.01, z0, z0 + oh, "iron", 0.001)
            for sx in (-1, 1)
        ],
        slab(-ow / 2, ow / 2, face + 0.03, yb - 0.01, z0 + oh - 0.016, z0 + oh + 0.002, "iron", 0.001),
        slab(-ow / 2, ow / 2, face + 0.03, yb - 0.01, z0 - 0.001, z0 + 0.01, "iron", 0.001),
    ]
    pieces += _fire(ow * 0.7, yb - face - 0.05, z0 + 0.01, (face + yb) / 2, p.lit)
    surf, solids = (
        [],
        [Box((-w / 2, -d / 2, 0), (w / 2, yb, z0 + 0.001)), Box((-w / 2, min(y0, face) - 0.06, 0), (w / 2, yb, mh))],
    )
    if p.kind != "modern":
        pieces += [
            slab(-w / 2, w / 2, y0, yb, mh - shelf, mh, "mantel", 0.005, "x"),
            slab(
                -w / 2 + 0.025, w / 2 - 0.025, y0 + 0.022, yb - 0.001, mh - shelf - 0.03, mh - shelf + 0.001, "mantel", 0.008, "x"
            ),
        ]
        depth_free = yb if p.kind != "chimney" else yb - d * 0.45
        surf.append(top(-w / 2, y0, w / 2, depth_free, mh, "mantel", 0.012))
    if p.kind == "chimney":
        pieces.append(slab(-w / 2 + 0.12, w / 2 - 0.12, yb - d * 0.45, yb, mh - 0.001, h, outer, 0.004, "z"))
        solids.append(Box((-w / 2 + 0.12, yb - d * 0.45, mh), (w / 2 - 0.12, yb, h)))
    if p.style in ("modern", "industrial"):
        slots["mantel"] = "wood" if p.kind in ("brick", "chimney") else "stone"
    slots["hearth"] = "stone"
    return done("fireplace", p, pieces, slots, surf, solids)


@sized(tank=(0.5, 0.52, 1.4), wall=(0.44, 0.36, 0.75))
class WaterHeaterParams(Kinded):
    """A hot-water tank or wall boiler."""

    mount: str = choice("stand", ("stand", "wall"), "How it is held up")


def water_heater(p: WaterHeaterParams) -> Asset:
    """An insulated cylinder with pipes and thermostat, or a boxed wall boiler."""
    w, d, h = p.width, p.depth, p.height
    slots = {"body": "paint:#e9e9e6", "dark": "plastic:#2a2c2e", "pipe": "copper", "metal": "metal", "screen": "screen"}
    if p.kind == "wall":
        pieces: Pieces = [
            kit.box((w, d, h - 0.16), (0, 0, 0.16 + (h - 0.16) / 2 - 0.06), "body", 0.015, segments=2),
            slab(-w * 0.4, w * 0.4, -d / 2 - 0.002, -d / 2 + 0.01, 0.14, 0.24, "dark", 0.004),
            display(-0.05, 0.05, 0.165, 0.215, -d / 2 - 0.002),
            *[cyl((x, -d / 2, 0.19), 0.018, 0.018, "-y", "metal", 0.003) for x in (-0.12, 0.12)],
            *[bar((x, 0.02, 0), (x, 0.02, 0.12), 0.011, "pipe", 8) for x in np.linspace(-w * 0.3, w * 0.3, 5)],
            cyl((0, 0.02, h - 0.09), 0.05, 0.09, "z", "body", 0.003),
        ]
        return done("water_heater", p, pieces, slots, origin="back" if p.mount == "wall" else "base")
    r = min(w, d - 0.03) / 2
    y = d / 2 - r
    hp = h - 0.16
    pieces = [
        lathe(
            [(r - 0.02, 0.05), (r, 0.07), (r, hp - 0.05), (r - 0.012, hp - 0.02), (r * 0.7, hp), (0, hp + 0.012)],
            (0, y, 0),
            "body",
            32,
        ),
        *[cylinder(r + 0.003, 0.02, (0, y, z), "metal", 0.004, 32) for z in (hp * 0.3, hp * 0.72)],
        cylinder(max(r - 0.03, 0.6 * r), 0.055, (0, y, 0), "dark", 0.003, 24),
    ]
    pieces += [
        slab(-0.09, 0.09, y - r - 0.015, y - r + 0.05, 0.16, 0.4, "dark", 0.006),
        cyl((0, y - r - 0.012, 0.3), 0.025, 0.018, "-y", "metal", 0.003),
        slab(-0.08, 0.08, y - r - 0.008, y - r + 0.05, hp * 0.8, hp * 0.9, "metal", 0.003),
    ]
    for x in (-0.11, 0.11):
        pieces.append(
            tube(
                [(x, y, hp - 0.01), (x, y, h - 0.05), (x, y + 0.015, h - 0.015), (x, d / 2 - 0.012, h - 0.012)], 0.011, "pipe", 8
            )
        )
    pieces += [bar((0, y, hp), (0, y, hp + 0.06), 0.018, "metal", 10), cyl((0.012, y, hp + 0.05), 0.012, 0.05, "x", "pipe")]
    return done("water_heater", p, pieces, slots, origin="back" if p.mount == "wall" else "base")


@sized(1.5, 0.82, 2.3)
class FumeHoodParams(Sized):
    """A laboratory fume hood."""

    sash: str = choice("half", ("half", "open", "low"), "Sash position")
    mount: str = choice("stand", ("stand", "ceiling"), "A cabinet on the floor, or a canopy under the ceiling")


def _canopy_hood(p: FumeHoodParams) -> Asset:
    """A steel canopy with a grease rim, filters and a duct, hung from four rods."""
    w, d, h = p.width, p.depth, p.height
    rim, top = 0.09, min(0.45, 0.62 * h)
    r = min(0.15, 0.2 * d)
    corner = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2
    levels = [((w, d), rim - 0.002), ((max(0.4 * w, 2.4 * r), max(0.45 * d, 2.4 * r)), top)]
    v = np.concatenate([np.column_stack([corner * size, np.full(4, z)]) for size, z in levels])
    faces = [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (3, 2, 1, 0), (4, 5, 6, 7)]
    t = 0.018
    pieces: Pieces = [kit.piece(v, faces, "metal", False)]
    pieces += [
        slab(-w / 2, w / 2, s * (d / 2 - t / 2) - t / 2, s * (d / 2 - t / 2) + t / 2, 0, rim, "metal", 0.003) for s in (-1, 1)
    ]
    pieces += [
        slab(
            s * (w / 2 - t / 2) - t / 2,
            s * (w / 2 - t / 2) + t / 2,
            -d / 2 + t - 0.001,
            d / 2 - t + 0.001,
            0.001,
            rim,
            "metal",
            0.003,
        )
        for s in (-1, 1)
    ]
    n = max(2, round(w / 0.45))
    step = (w - 2 * t - 0.04) / n
    pieces += [
        slab(x - step / 2 + 0.006, x + step / 2 - 0.006, -d / 2 + 0.05, d / 2 - 0.05, 0.05, 0.07, "lining", 0.004)
        for x in (np.arange(n) - (n - 1) / 2) * step
    ]
    pieces += [
        cylinder(r, h - top + 0.01, (0, 0, top - 0.01), "metal", 0.002, 32),
        cylinder(r + 0.012, 0.03, (0, 0, top - 0.004), "metal", 0.004, 32),
        cylinder(r + 0.02, 0.012, (0, 0, h - 0.012), "metal", 0.003, 32),
    ]
    pieces += [
        bar(
            (sx * (w / 2 - 0.05), sy * (d / 2 - 0.05), rim - 0.01),
            (sx * (w / 2 - 0.05), sy * (d / 2 - 0.05), h),
            0.006,
            "metal",
            8,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    pieces.append(display(-0.07, 0.07, 0.025, 0.065, -d / 2))
    return done(
        "fume_hood", p, pieces, {"metal": "steel", "lining": "metal", "dark": "plastic:#26282a", "screen": "screen"}, origin="top"
    )


def fume_hood(p: FumeHoodParams) -> Asset:
    """Cabinet base, worktop in an open chamber, glazed sash, side posts with services, upper duct box."""
    w, d, h = p.width, p.depth, p.height
    if p.mount == "ceiling":
        return _canopy_hood(p)
    hz = min(0.9, h * 0.4)
    y0, y1 = -d / 2 + 0.03, d / 2
    zc, post = h * 0.9, 0.12
    k = max(2, round(w / 0.5))
    pieces: Pieces = [
        slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.08, y1, 0, 0.1, "dark", 0.003),
        slab(-w / 2 + 0.005, w / 2 - 0.005, y0 + 0.04, y1, 0.095, hz - 0.035, "body", 0.003),
    ]
    for i in range(k):
        a, b = -w / 2 + 0.006 + i * (w - 0.012) / k, -w / 2 + 0.006 + (i + 1) * (w - 0.012) / k
        pieces += [
            *front(a, b, 0.11, hz - 0.04, y0 + 0.02, "modern"),
            *handle((b - 0.05 if i % 2 == 0 else a + 0.05, y0 + 0.02, hz - 0.18), 0.14, "z", "modern", "metal"),
        ]
    pieces.append(slab(-w / 2, w / 2, y0, y1, hz - 0.036, hz, "top", 0.004, "x"))
    pieces += [
        slab(
            sx * (w / 2 - post / 2) - post / 2,
            sx * (w / 2 - post / 2) + post / 2,
            y0 + 0.01,
            y1,
            hz - 0.001,
            zc,
            "body",
            0.006,
            "z",
        )
        for sx in (-1, 1)
    ]
    pieces += [
        slab(-w / 2 + post - 0.002, w / 2 - post + 0.002, y1 - 0.03, y1 - 0.01, hz - 0.001, zc, "lining", 0.002),
        slab(-w / 2 + post, w / 2 - post, y1 - 0.06, y1 - 0.05, hz + 0.1, zc - 0.05, "lining", 0.002),
    ]
    zs = {"half": hz + (zc - hz) * 0.36, "open": hz + (zc - hz) * 0.6, "low": hz + 0.06}[p.sash]
    pieces += [
        slab(-w / 2, w / 2, y0 + 0.02, y1, zc - 0.001, h, "body", 0.006),
        slab(-w / 2 + post - 0.002, w / 2 - post + 0.002, y0 + 0.06, y0 + 0.08, zc - (zc - hz) * 0.16, zc + 0.001, "body", 0.003),
    ]
    pieces += [
        slab(-w / 2 + post, w / 2 - post, y0 + 0.045, y0 + 0.052, zs, zc - 0.06, "glass", 0.001),
        slab(-w / 2 + post, w / 2 - post, y0 + 0.02, y0 + 0.055, zs - 0.03, zs + 0.004, "metal", 0.006),
    ]
    for sx in (-1, 1):
        for i, z in enumerate(np.linspace(hz + 0.14, hz + 0.44, 3)):
            pieces += [cyl((sx * (w / 2 - post / 2), y0 + 0.012, z), 0.018, 0.022, "-y", ("red", "blue", "yellow")[i], 0.004, 12)]
    pieces += [
        display(-w * 0.08, w * 0.08, zc + 0.04, zc + 0.1, y0 + 0.02),
        *[
            slab(x - 0.02, x + 0.02, y0 + 0.005, y0 + 0.02, hz + 0.5, hz + 0.58, "lining", 0.003)
            for x in (-w / 2 + post / 2, w / 2 - post / 2)
        ],
    ]
    if p.height > 2.0:
        pieces += [cylinder(0.12, 0.05, (0, 0.1, h - 0.001), "metal", 0.003, 24)]
    slots = {
        "body": "paint:#e6e9ea",
        "front": "paint:#c9d4da",
        "top": "stone:#2b2d30",
        "lining": "plastic:#f2f3f2",
        "glass": "glass",
        "metal": "metal",
        "dark": "plastic:#26282a",
        "screen": "screen",
        "red": "plastic:#b8322a",
        "blue": "plastic:#2a5fa8",
        "yellow": "plastic:#d8a81e",
    }
    return done(
        "fume_hood",
        p,
        pieces,
        slots,
        [Surface("worktop", "in", -w / 2 + post + 0.02, y0 + 0.1, w / 2 - post - 0.02, y1 - 0.08, hz, zc - hz - 0.05)],
    )


kitchen_counter_rand = sampler(KitchenCounterParams, kitchen_counter, exact=("depth", "height"), fixed=("upstand",))
kitchen_wall_cabinet_rand = sampler(KitchenWallCabinetParams, kitchen_wall_cabinet, exact=("depth", "height"))
kitchen_sink_rand = sampler(KitchenSinkParams, kitchen_sink, exact=("depth", "height"))
stove_rand = sampler(StoveParams, stove, exact=("depth",))
cooktop_rand = sampler(CooktopParams, cooktop)
range_hood_rand = sampler(RangeHoodParams, range_hood)
refrigerator_rand = sampler(RefrigeratorParams, refrigerator, fixed=("open",))
dishwasher_rand = sampler(DishwasherParams, dishwasher, exact=("depth", "height"))
toilet_rand = sampler(ToiletParams, toilet, free={"kind": ("close", "skirted", "hung", "close", "classic")})
bathroom_vanity_rand = sampler(BathroomVanityParams, bathroom_vanity, exact=("height",))
washbasin_rand = sampler(WashbasinParams, washbasin)
bathtub_rand = sampler(BathtubParams, bathtub, fixed=("water",))
shower_rand = sampler(ShowerParams, shower)
safety_shower_rand = sampler(SafetyShowerParams, safety_shower)
towel_rail_rand = sampler(
    TowelRailParams, towel_rail, free={"kind": ("single", "double", "ladder", "ring", "shelf", "shelf", "shelf")}
)
toilet_paper_holder_rand = sampler(ToiletPaperHolderParams, toilet_paper_holder)
dispenser_rand = sampler(DispenserParams, dispenser)
radiator_rand = sampler(RadiatorParams, radiator)
fireplace_rand = sampler(FireplaceParams, fireplace)
water_heater_rand = sampler(WaterHeaterParams, water_heater, free={"kind": ("tank",)})  # the boxed one hangs
fume_hood_rand = sampler(FumeHoodParams, fume_hood)

GENERATORS = (
    Generator(
        "kitchen_counter",
        KitchenCounterParams,
        kitchen_counter,
        kitchen_counter_rand,
        {"with_drawers": {"fronts": "drawers"}, "multiple_drawers": {"fronts": "drawers"}, "with_doors": {"fronts": "doors"}},
    ),
    Generator(
        "kitchen_wall_cabinet",
        KitchenWallCabinetParams,
        kitchen_wall_cabinet,
        kitchen_wall_cabinet_rand,
        {"glass": {"glass": True}, "open": {"open_unit": True}},
    ),
    Generator(
        "kitchen_sink",
        KitchenSinkParams,
        kitchen_sink,
        kitchen_sink_rand,
        {"double": {"double": True, "width": 1.1}, "single": {"double": False}, "farmhouse": {"basin": "white_ceramic"}},
    ),
    Generator(
        "stove",
        StoveParams,
        stove,
        stove_rand,
        {"gas": {"gas": True}, "electric": {"gas": False}, "induction": {"gas": False}, "large": {"width": 0.9}},
    ),
    Generator(
        "cooktop",
        CooktopParams,
        cooktop,
        cooktop_rand,
        {"gas": {"gas": True}, "electric": {"gas": False}, "induction": {"gas": False}},
    ),
    Generator(
        "range_hood",
        RangeHoodParams,
        range_hood,
        range_hood_rand,
        {"slim": {"kind": "slim"}, "flat": {"kind": "flat"}, "inclined": {"kind": "inclined"}},
    ),
    Generator(
        "refrigerator",
        RefrigeratorParams,
        refrigerator,
        refrigerator_rand,
        {
            "double": {"kind": "side"},
            "double_door": {"kind": "side"},
            "side_by_side": {"kind": "side"},
            "french_door": {"kind": "french"},
            "retro": {"kind": "retro"},
            "vintage": {"kind": "retro"},
            "small": {"kind": "mini"},
            "mini": {"kind": "mini"},
            "large": {"kind": "french"},
            "open": {"open": True},
        },
    ),
    Generator("dishwasher", DishwasherParams, dishwasher, dishwasher_rand),
    Generator(
        "toilet",
        ToiletParams,
        toilet,
        toilet_rand,
        {"wall_mounted": {"kind": "hung"}, "classic": {"kind": "classic"}, "floating": {"kind": "hung"}},
    ),
    Generator(
        "bathroom_vanity",
        BathroomVanityParams,
        bathroom_vanity,
        bathroom_vanity_rand,
        {"double": {"basins": 2, "width": 1.5}, "single": {"basins": 1}, "vessel": {"vessel": True}, "open": {"open_base": True}},
    ),
    Generator(
        "washbasin",
        WashbasinParams,
        washbasin,
        washbasin_rand,
        {"pedestal": {"kind": "pedestal"}, "round": {"kind": "round"}, "wall_mounted": {"kind": "wall"}},
    ),
    Generator(
        "bathtub",
        BathtubParams,
        bathtub,
        bathtub_rand,
        {
            "freestanding": {"kind": "freestanding"},
            "free_standing": {"kind": "freestanding"},
            "oval": {"kind": "freestanding"},
            "clawfoot": {"kind": "clawfoot"},
            "built_in": {"kind": "built_in"},
            "filled": {"water": True},
            "round": {"kind": "spa", "style": "classic"},
        },
    ),
    Generator(
        "shower",
        ShowerParams,
        shower,
        shower_rand,
        {"walk_in": {"kind": "walk_in"}, "corner": {"kind": "quadrant"}, "round": {"kind": "quadrant"}},
    ),
    Generator("safety_shower", SafetyShowerParams, safety_shower, safety_shower_rand),
    Generator(
        "towel_rail", TowelRailParams, towel_rail, towel_rail_rand, {"heated": {"kind": "ladder"}, "double": {"kind": "double"}}
    ),
    Generator("toilet_paper_holder", ToiletPaperHolderParams, toilet_paper_holder, toilet_paper_holder_rand),
    Generator("dispenser", DispenserParams, dispenser, dispenser_rand, HUNG),
    Generator(
        "radiator", RadiatorParams, radiator, radiator_rand, {**HUNG, "cast_iron": {"kind": "column"}, "tall": {"kind": "tower"}}
    ),
    Generator(
        "fireplace",
        FireplaceParams,
        fireplace,
        fireplace_rand,
        {
            "modern": {"kind": "modern"},
            "electric": {"kind": "modern"},
            "brick": {"kind": "brick"},
            "stone": {"kind": "mantel"},
            "traditional": {"kind": "mantel"},
            "lit": {"lit": True},
            "unlit": {"lit": False},
        },
    ),
    Generator(
        "water_heater",
        WaterHeaterParams,
        water_heater,
        water_heater_rand,
        {
            "mount_hung_on": {"mount": "wall", "kind": "wall"},
            "wall_mounted": {"mount": "wall", "kind": "wall"},
            "mount_floor": {"kind": "tank"},
        },
    ),
    Generator(
        "fume_hood", FumeHoodParams, fume_hood, fume_hood_rand, {"mount_from_ceiling": {"mount": "ceiling", "height": 1.1}}
    ),
)
