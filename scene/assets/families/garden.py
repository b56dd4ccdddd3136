"""What divides and shades rooms and terraces, what cooks outside: folding screens, parasols, barbecues."""

from __future__ import annotations

import numpy as np

from ....model.assets import Box
from .. import kit
from ..asset import Asset, Generator, choice, count
from ..kit import Pieces, bar, box, cylinder, lathe, slab
from ._make import Kinded, Sized, castors, colours, cyl, device, loft, sampler, sized, top, wheel
from .equipment import side_on

# ---------------------------------------------------------------------------------------------- folding screens


@sized(1.7, 0.4, 1.75)
class RoomDividerParams(Sized):
    """A folding screen of hinged leaves that stands in a zigzag."""

    leaves: int = count(4, 3, 6, "Hinged leaves")
    filling: str = choice("paper", ("paper", "fabric", "slats"), "What fills the frames")


def room_divider(p: RoomDividerParams) -> Asset:
    """Framed leaves at alternating angles: paper with muntins, cloth, or slats."""
    w, d, h, n = p.width, p.depth, p.height, p.leaves
    t, stile = 0.022, 0.035
    across = w / n
    long = float(np.hypot(across, d - t))
    turned = float(np.arctan2(d - t, across))
    x0, x1 = -long / 2 + 0.002, long / 2 - 0.002
    leaf: Pieces = [
        *[slab(x, x + stile, -t / 2, t / 2, 0, h, "frame", 0.003, "z") for x in (x0, x1 - stile)],
        *[slab(x0 + stile, x1 - stile, -t / 2, t / 2, z, z + 0.045, "frame", 0.003) for z in (0.06, h - 0.06)],
    ]
    inner = x1 - x0 - 2 * stile
    low, high = 0.105, h - 0.06
    if p.filling == "slats":
        step = (high - low) / round((high - low) / 0.055)
        for z in np.arange(low + step / 2, high, step):
            leaf.append(box((inner + 0.01, 0.008, step * 0.72), (0, 0, float(z)), "frame", 0.0))
    else:
        leaf.append(box((inner + 0.01, 0.004, high - low + 0.01), (0, 0, (low + high) / 2), "body", 0.001))
    if p.filling == "paper":
        leaf += [slab(-0.006, 0.006, -0.007, 0.007, low, high, "frame", 0.001, "z")]
        leaf += [
            slab(x0 + stile, x1 - stile, -0.007, 0.007, float(z) - 0.006, float(z) + 0.006, "frame", 0.001)
            for z in np.linspace(low, high, 7)[1:-1]
        ]
    pieces: Pieces = []
    solids = []
    for i in range(n):
        angle = turned if i % 2 else -turned
        x = -w / 2 + (i + 0.5) * across
        pieces += kit.move(kit.rotate(leaf, "z", angle), (x, 0, 0))
        solids.append(Box((x - across / 2, -d / 2, 0), (x + across / 2, d / 2, h)))
    body = "paper:#efe7d6" if p.filling == "paper" else "fabric"
    frame = "black_metal" if p.style == "industrial" else "wood"
    return device("room_divider", p, pieces, body, (), solids, frame=frame)


# ---------------------------------------------------------------------------------------------- parasols


@sized(2.4, 2.4, 2.4)
class ParasolParams(Sized):
    """A sunshade on a weighted foot."""

    ribs: int = count(8, 6, 8, "Ribs of the canopy")


def parasol(p: ParasolParams) -> Asset:
    """A pole in a round foot; a taut canopy with a valance over its ribs."""
    w, d, h, n = p.width, p.depth, p.height, p.ribs
    r = 1.0
    rim, crown = h * 0.82, h - 0.07
    a = np.arange(n) * 2 * np.pi / n + np.pi / n
    outline = np.stack([np.cos(a), np.sin(a)], -1) * r
    half = np.array([w / 2, d / 2]) / np.abs(outline).max(0)
    o = outline * half
    t = 0.004
    rings = [(o * 0.997, rim - 0.14), (o, rim - 0.14), (o, rim), (o * 0.5, (rim + crown) / 2 + 0.01), (o * 0.03, crown)]
    inside = [(q * 0.997, z - t) for q, z in reversed(rings[2:])]
    canopy = loft([*rings, *inside], "body", closed=True)
    foot = min(0.27, 0.25 * min(w, d))
    pole = 0.019
    pieces: Pieces = [
        canopy,
        lathe([(foot, 0), (foot, 0.03), (foot * 0.94, 0.05), (0.06, 0.07), (0.032, 0.09), (0.032, 0.34)], (0, 0, 0), "foot", 32),
        cylinder(pole, crown + 0.01, (0, 0, 0.02), "pole", 0.002, 16),
        cylinder(0.03, 0.05, (0, 0, rim - 0.16), "pole", 0.006, 16),
        lathe([(0.03, 0), (0.02, 0.03), (0.012, 0.05), (0, 0.07)], (0, 0, h - 0.07), "pole", 14),
    ]
    for x, y in o:
        pieces.append(bar((0, 0, crown - 0.015), (x * 0.97, y * 0.97, rim - 0.012), 0.008, "pole", 6))
        pieces.append(bar((0, 0, rim - 0.13), (x * 0.5, y * 0.5, (rim + crown) / 2 - 0.01), 0.006, "pole", 6))
    solids = [
        Box((-foot, -foot, 0), (foot, foot, 0.09)),
        Box((-0.035, -0.035, 0.0), (0.035, 0.035, rim)),
        Box((-w / 2, -d / 2, rim - 0.17), (w / 2, d / 2, h)),
    ]
    pole_is = "wood" if p.style in ("classic", "rustic", "midcentury") else "metal"
    return device("parasol", p, pieces, "fabric", (), solids, pole=pole_is, foot="stone" if pole_is == "wood" else "black_metal")


# ---------------------------------------------------------------------------------------------- barbecues


@sized(kettle=(0.6, 0.62, 1.02), gas=(1.25, 0.58, 1.12))
class BarbecueParams(Kinded):
    """A grill for the terrace."""

    colour: str = colours("black", "grey", "red", "green")


def barbecue(p: BarbecueParams) -> Asset:
    """A kettle grill on three legs with two wheels; or a gas grill in a cabinet with side tables."""
    return _kettle(p) if p.kind == "kettle" else _gas_grill(p)


def _kettle(p: BarbecueParams) -> Asset:
    w, d, h = p.width, p.depth, p.height
    r = min(w, d) * 0.47
    zm = h - 0.07 - 0.62 * r  # where bowl and lid meet
    zb = zm - 0.62 * r
    bowl = [(0, zb), (0.45 * r, zb + 0.02 * r), (0.8 * r, zb + 0.2 * r), (0.96 * r, zm - 0.16 * r), (r, zm - 0.003)]
    lid = [(r + 0.006, zm), (r + 0.004, zm + 0.02), (0.94 * r, zm + 0.24 * r), (0.66 * r, zm + 0.5 * r), (0, zm + 0.62 * r)]
    ash = [(0, 0.27 * h), (0.42 * r, 0.27 * h), (0.45 * r, 0.29 * h), (0.43 * r, 0.29 * h), (0, 0.275 * h)]
    knob = zm + 0.62 * r + 0.058
    pieces: Pieces = [
        *[lathe(profile, slot=slot, segments=36) for profile, slot in ((bowl, "body"), (lid, "body"), (ash, "metal"))],
        bar((-0.07, 0, knob), (0.07, 0, knob), 0.012, "wood", 10),
        *[bar((s * 0.055, 0, zm + 0.58 * r), (s * 0.055, 0, knob), 0.005, "metal", 6) for s in (-1, 1)],
        cylinder(0.018, 0.03, (0, -d / 2 + 0.018, 0), "rubber", 0.004, 12),
        bar((0, -0.5 * r, zb + 0.12 * r), (0, -d / 2 + 0.018, 0.02), 0.011, "metal", 10),
        bar((-0.44 * w, 0.36 * d, 0.075), (0.44 * w, 0.36 * d, 0.075), 0.006, "metal", 8),
    ]
    for s in (-1, 1):
        pieces.append(bar((s * 0.5 * r, 0.3 * r, zb + 0.12 * r), (s * 0.4 * w, 0.36 * d, 0.075), 0.011, "metal", 10))
        pieces += wheel((s * 0.44 * w, 0.36 * d, 0.075), 0.075, 0.03)
    return device("barbecue", p, pieces, p.colour, wood="wood", rubber="rubber")


def _gas_grill(p: BarbecueParams) -> Asset:
    w, d, h = p.width, p.depth, p.height
    half, zt = 0.29 * w, 0.8 * h
    y0, y1 = -0.42 * d, 0.46 * d
    t = np.linspace(0, np.pi / 2, 7)
    bend = [(y0 + 0.7 * (y1 - y0) * (1 - np.cos(a)), zt + (h - zt) * np.sin(a)) for a in t]
    pieces: Pieces = [
        slab(-half, half, y0 + 0.03, y1, 0.1, zt - 0.12, "body", 0.006),
        slab(-half - 0.01, half + 0.01, y0, y1, zt - 0.125, zt, "metal", 0.006),
        *side_on([*bend, (y1, zt + 0.7 * (h - zt)), (y1, zt)], -half, half, "body", 0.006),
        *[bar((s * 0.03, y0 + 0.005, 0.4 * zt), (s * 0.03, y0 + 0.005, 0.7 * zt), 0.008, "chrome", 8) for s in (-1, 1)],
        bar((-0.7 * half, y0 - 0.022, zt + 0.07), (0.7 * half, y0 - 0.022, zt + 0.07), 0.011, "chrome", 10),
    ]
    for s in (-1, 1):
        x = s * half * 0.5
        pieces.append(slab(x - 0.47 * half, x + 0.47 * half, y0 + 0.012, y0 + 0.034, 0.12, zt - 0.14, "metal", 0.004))
        pieces.append(bar((s * 0.6 * half, y0 - 0.022, zt + 0.07), (s * 0.6 * half, y0 + 0.06, zt + 0.07), 0.006, "chrome", 6))
        a, b = sorted((s * (half + 0.01), s * w / 2))
        pieces.append(slab(a, b, y0 + 0.02, y1 - 0.02, zt - 0.03, zt, "metal", 0.006))
    pieces += [cyl((x, y0 + 0.002, zt - 0.06), 0.021, 0.035, "-y", "dark", 0.004) for x in np.linspace(-0.7, 0.7, 4) * half]
    pieces += castors([(x, y) for x in (-half + 0.06, half - 0.06) for y in (y0 + 0.09, y1 - 0.06)], 0.04)
    left, right = (-w / 2, -half - 0.015), (half + 0.015, w / 2)
    surfaces = [top(a, y0 + 0.02, b, y1 - 0.02, zt, n) for (a, b), n in ((left, "left"), (right, "right"))]
    solids = [
        Box((-half - 0.015, -d / 2, 0), (half + 0.015, d / 2, h)),
        *[Box((a, y0, zt - 0.04), (b, y1, zt)) for a, b in (left, right)],
    ]
    return device("barbecue", p, pieces, p.colour, surfaces, solids)


room_divider_rand = sampler(RoomDividerParams, room_divider)
parasol_rand = sampler(ParasolParams, parasol, lock=True)
barbecue_rand = sampler(BarbecueParams, barbecue, lock=True)

GENERATORS = (
    Generator(
        "room_divider",
        RoomDividerParams,
        room_divider,
        room_divider_rand,
        {"japanese": {"filling": "paper"}, "shoji": {"filling": "paper"}, "slatted": {"filling": "slats"}},
    ),
    Generator("parasol", ParasolParams, parasol, parasol_rand),
    Generator("barbecue", BarbecueParams, barbecue, barbecue_rand, {"gas": {"kind": "gas"}, "charcoal": {"kind": "kettle"}}),
)
