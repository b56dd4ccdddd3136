"""Equipment: sport, clinic, laboratory, workshop, cleaning, animals, shops, studios and halls."""

from __future__ import annotations

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Emitter, Generator, choice, count, flag, number
from ..kit import Floats, Piece, Pieces, bar, box, cushion, cylinder, ellipsoid, lathe, prism, rounded_rect, slab, torus, tube
from ._make import (
    HUNG,
    Kinded,
    Sized,
    aim,
    castors,
    colours,
    cyl,
    device,
    display,
    dots,
    framed,
    grille,
    loft,
    opening,
    oval,
    panel,
    pipe,
    plate,
    sampler,
    sized,
    skin,
    top,
    upright,
    wheel,
)
from .props import pressed, rest


def side_on(outline: Floats | list[tuple[float, float]], x0: float, x1: float, slot: str, bevel: float = 0.003) -> Pieces:
    """A profile of (y, z) points, either way round, extruded from x0 to x1."""
    o = np.asarray(outline, float)
    area = np.sum(o[:, 0] * np.roll(o[:, 1], -1) - o[:, 1] * np.roll(o[:, 0], -1))
    return kit.rotate(
        kit.rotate(prism(o if area > 0 else o[::-1], x1 - x0, (0, 0, x0), slot, bevel), "x", np.pi / 2), "z", np.pi / 2
    )


def mirrored(points: list[tuple[float, float, float]], radius: float, slot: str, bend: float = 0.05) -> Pieces:
    """A bent bar and its mirror image across x = 0."""
    return [pipe([(s * x, y, z) for x, y, z in points], radius, slot, bend) for s in (-1, 1)]


# ---------------------------------------------------------------------------------------------- sport


@sized(0.8, 1.75, 1.35)
class TreadmillParams(Sized):
    """A treadmill."""

    accent: str = colours("grey", "red", "blue", "orange")


def treadmill(p: TreadmillParams) -> Asset:
    """Belt deck with side rails, motor hood, uprights, handles, console; the runner faces -Y's far end, +Y."""
    w, d, h = p.width, p.depth, p.height
    y0, y1, zd = -d / 2, d / 2, 0.16
    pieces: Pieces = [
        slab(-w * 0.3, w * 0.3, y0 + 0.05, y1 - d * 0.2, zd - 0.03, zd, "belt", 0.012),
        *[
            slab(
                s * w * 0.39 - w * 0.085, s * w * 0.39 + w * 0.085, y0 + 0.02, y1 - d * 0.18, zd - 0.09, zd + 0.012, "body", 0.012
            )
            for s in (-1, 1)
        ],
        *[
            slab(
                s * w * 0.39 - w * 0.05,
                s * w * 0.39 + w * 0.05,
                y0 + 0.12,
                y1 - d * 0.24,
                zd + 0.011,
                zd + 0.016,
                "rubber",
                0.002,
            )
            for s in (-1, 1)
        ],
        *side_on(
            [
                (y1 - d * 0.22, 0.05),
                (y1 - 0.02, 0.05),
                (y1, 0.12),
                (y1 - 0.03, zd + 0.08),
                (y1 - d * 0.16, zd + 0.11),
                (y1 - d * 0.22, zd + 0.03),
            ],
            -w * 0.46,
            w * 0.46,
            "body",
            0.02,
        ),
        cyl((-w * 0.31, y0 + 0.06, zd - 0.03), 0.035, w * 0.62, "x", "dark", 0.004, 14),
        *[
            cyl((s * w * 0.42 - 0.015, y, 0.035), 0.035, 0.03, "x", "rubber", 0.004, 14)
            for s in (-1, 1)
            for y in (y0 + 0.12, y1 - 0.1)
        ],
    ]
    zc = h - 0.22
    pieces += [
        kit.sweep(
            rounded_rect(0.05, 0.09, 0.02, 3),
            [(s * w * 0.44, y1 - d * 0.1, zd), (s * w * 0.45, y1 - d * 0.15, zc * 0.6), (s * w * 0.45, y1 - d * 0.2, zc)],
            "metal",
        )
        for s in (-1, 1)
    ]
    pieces += mirrored(
        [
            (w * 0.45, y1 - d * 0.2, zc - 0.02),
            (w * 0.46, y1 - d * 0.3, zc),
            (w * 0.46, y1 - d * 0.5, zc - 0.04),
            (w * 0.46, y1 - d * 0.5, zc - 0.16),
            (w * 0.45, y1 - d * 0.2, zc - 0.3),
        ],
        0.019,
        "rubber",
        0.08,
    )
    console: Pieces = [
        slab(-w * 0.45, w * 0.45, -0.03, 0.04, 0, 0.26, "body", 0.02),
        slab(-w * 0.26, w * 0.26, -0.034, 0.0, 0.1, 0.245, "screen", 0.003),
        *dots([(x, 0.05) for x in np.linspace(-w * 0.3, w * 0.3, 7)], -0.03, 0.012, "accent", 0.005),
        slab(-w * 0.08, w * 0.08, -0.036, 0, 0.012, 0.03, "red", 0.004),
    ]
    pieces += kit.move(kit.rotate(console, "x", -0.45), (0, y1 - d * 0.22, h - 0.26))
    solids = [Box((-w / 2, y0, 0), (w / 2, y1, zd + 0.14)), Box((-w / 2, y1 - d * 0.52, zd), (w / 2, y1, h))]
    return device(
        "treadmill",
        p,
        pieces,
        "plastic:#26282b",
        (),
        solids,
        belt="rubber:#18181a",
        accent=f"plastic:{ {'grey': '#8a8e92', 'red': '#c0342b', 'blue': '#2f78c0', 'orange': '#d8762a'}[p.accent] }",
    )


@sized(upright=(0.55, 1.1, 1.25), spin=(0.55, 1.2, 1.2))
class ExerciseBikeParams(Kinded):
    """An exercise bike."""

    accent: str = colours("red", "blue", "yellow", "grey")


def exercise_bike(p: ExerciseBikeParams) -> Asset:
    """Frame on two cross feet, flywheel or housing, cranks and pedals, saddle, handlebar, display. Front wheel towards -Y."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    pieces: Pieces = [
        *[bar((-w / 2, y, 0.04), (w / 2, y, 0.04), 0.028, "body", 12) for y in (y0 + 0.06, y1 - 0.06)],
        *[
            cyl((s * w / 2 - 0.025, y, 0.04), 0.036, 0.05, "x", "rubber", 0.006, 14)
            for s in (-1, 1)
            for y in (y0 + 0.06, y1 - 0.06)
        ],
    ]
    cr = (0.0, 0.02 * d, 0.34)
    seat, head = np.array([0, d * 0.24, h * 0.72]), np.array([0, y0 + d * 0.24, h * 0.82])
    if p.kind == "spin":
        r = 0.24
        pieces += [
            *wheel((0, y0 + 0.32, r + 0.11), r, 0.035, "accent", "steel"),
            cyl((-0.012, y0 + 0.32, r + 0.11), r * 0.82, 0.024, "x", "steel", 0.004, 32),
            bar((0, y0 + 0.06, 0.04), (0, y1 - 0.06, 0.04), 0.03, "body", 12),
            pipe([(0, y0 + 0.08, 0.05), (0, y0 + 0.2, 0.62), tuple(head - (0, 0, 0.1))], 0.03, "body", 0.06),
            bar((0, y0 + 0.2, 0.6), cr, 0.03, "body", 12),
            bar((0, y1 - 0.12, 0.05), cr, 0.03, "body", 12),
            slab(0.05, 0.075, y0 + 0.2, 0.12, 0.27, 0.44, "dark", 0.01),
            slab(-0.02, 0.02, y0 + 0.26, y0 + 0.4, 2 * r + 0.09, 2 * r + 0.15, "dark", 0.008),
        ]
    else:
        pieces += [
            *side_on(
                [(y0 + 0.14, 0.12), (0.2, 0.1), (0.26, 0.3), (0.1, 0.5), (-0.1, 0.62), (y0 + 0.24, 0.6), (y0 + 0.12, 0.4)],
                -0.09,
                0.09,
                "body",
                0.03,
            ),
            bar((0, y0 + 0.06, 0.04), (0, y0 + 0.24, 0.14), 0.03, "body", 12),
            pipe([(0, y1 - 0.06, 0.04), (0, 0.3 * d, 0.14), (0, 0.1, 0.16)], 0.03, "body", 0.06),
            pipe([(0, y0 + 0.3, 0.5), tuple(head)], 0.028, "body"),
            *[cyl((s * 0.088, cr[1], cr[2]), 0.11, 0.012, "x" if s > 0 else "-x", "accent", 0.004, 24) for s in (-1, 1)],
        ]
    pieces += [
        bar(cr, tuple(seat - (0, 0, 0.2)), 0.032, "body", 12),
        bar(tuple(seat - (0, 0, 0.3)), tuple(seat), 0.022, "chrome", 12),
        cyl((0.03, seat[1] - 0.02, seat[2] - 0.22), 0.022, 0.04, "x", "dark", 0.005, 12),
        cyl((-0.1, cr[1], cr[2]), 0.02, 0.2, "x", "chrome", 0.002, 12),
    ]
    for s in (-1, 1):
        e = (s * 0.11, cr[1] - s * 0.09, cr[2] - s * 0.14)
        pieces += [
            bar((s * 0.105, cr[1], cr[2]), e, 0.012, "chrome", 8),
            slab(
                e[0] + s * 0.06 - 0.045,
                e[0] + s * 0.06 + 0.045,
                e[1] - 0.05,
                e[1] + 0.05,
                e[2] - 0.012,
                e[2] + 0.012,
                "dark",
                0.006,
            ),
        ]
    saddle = np.array([(0, -0.14), (0.03, -0.13), (0.045, -0.02), (0.1, 0.07), (0.1, 0.13), (0, 0.15)])
    so = kit.smooth_path(np.column_stack([np.vstack([saddle, saddle[-2:0:-1] * (-1, 1)]), np.zeros(10)]), 2, True)[:, :2]
    pieces += kit.move(
        skin(
            so,
            [(0.6, 0.7, 0, 0), (0.95, 0.97, 0, 0.02), (1, 1, 0, 0.045), (0.85, 0.92, 0, 0.062), (0.4, 0.6, 0, 0.066)],
            "leather",
        ),
        tuple(seat - (0, 0, 0.005)),
    )
    top_ = h - 0.02
    pieces += [
        pipe(
            [
                (-w * 0.4, head[1] - 0.12, top_),
                (-w * 0.4, head[1] + 0.06, head[2] + 0.02),
                (w * 0.4, head[1] + 0.06, head[2] + 0.02),
                (w * 0.4, head[1] - 0.12, top_),
            ],
            0.017,
            "rubber",
            0.08,
        ),
        bar(tuple(head - (0, 0, 0.1)), (0, head[1] + 0.05, head[2] + 0.03), 0.022, "chrome", 10),
    ]
    pieces += kit.move(
        kit.rotate(
            [
                panel(0.2, 0.15, 0.03, (0, 0, 0.075), "dark", 0.02, 0.006),
                panel(0.15, 0.09, 0.004, (0, -0.002, 0.085), "screen", 0.006, 0.001),
            ],
            "z",
            np.pi,
        ),
        (0, head[1] + 0.02, head[2] + 0.03),
    )
    solids = [
        Box((-w / 2, y0, 0), (w / 2, y1, 0.12)),
        Box((-0.22, y0 + 0.05, 0), (0.22, y1 - 0.1, h * 0.78)),
        Box((-w / 2, y0, h * 0.7), (w / 2, y0 + d * 0.42, h)),
    ]
    return device(
        "exercise_bike",
        p,
        pieces,
        "plastic:#2a2c2f" if p.kind == "upright" else "black_metal",
        (),
        solids,
        accent=f"paint:{ {'grey': '#8a8e92', 'red': '#c0342b', 'blue': '#2f78c0', 'yellow': '#d8b02a'}[p.accent] }",
    )


@sized(0.7, 1.6, 1.65)
class EllipticalParams(Sized):
    """A cross trainer."""

    accent: str = colours("grey", "red", "blue")


def elliptical(p: EllipticalParams) -> Asset:
    """Housing with flywheel, swinging arms, foot plates on bars, mast with console."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    pieces: Pieces = [
        *[bar((-w * 0.48, y, 0.04), (w * 0.48, y, 0.04), 0.03, "body", 12) for y in (y0 + 0.05, y1 - 0.05)],
        bar((0, y0 + 0.05, 0.05), (0, y1 - 0.05, 0.05), 0.032, "body", 12),
        *side_on(
            [(y1 - 0.62, 0.1), (y1 - 0.1, 0.08), (y1 - 0.02, 0.3), (y1 - 0.14, 0.6), (y1 - 0.42, 0.66), (y1 - 0.6, 0.45)],
            -0.08,
            0.08,
            "body",
            0.03,
        ),
        *[cyl((s * 0.078, y1 - 0.34, 0.36), 0.2, 0.014, "x" if s > 0 else "-x", "accent", 0.005, 28) for s in (-1, 1)],
        *[
            cyl((s * w * 0.46 - 0.03, y, 0.04), 0.04, 0.06, "x", "rubber", 0.006, 12)
            for s in (-1, 1)
            for y in (y0 + 0.05, y1 - 0.05)
        ],
    ]
    my = y0 + 0.34
    pieces += [
        pipe([(0, y0 + 0.08, 0.06), (0, my, 0.5), (0, my + 0.06, h * 0.82)], 0.034, "body", 0.1),
        bar((-w * 0.32, my, 0.72), (w * 0.32, my, 0.72), 0.018, "chrome", 10),
    ]
    for s in (-1, 1):
        x = s * w * 0.3
        ya, za = my - s * 0.12, 0.24
        pieces += [
            bar((x, my, 0.72), (x, ya, za), 0.02, "metal", 10),
            pipe([(x, my, 0.7), (x, my + s * 0.1, h * 0.78), (x * 1.05, my + s * 0.14 + 0.04, h - 0.02)], 0.019, "metal", 0.08),
            tube([(x, my + s * 0.11 + 0.02, h * 0.85), (x * 1.05, my + s * 0.14 + 0.04, h - 0.006)], 0.024, "rubber", 10),
            bar((x, ya, za), (s * 0.12, y1 - 0.34 + s * 0.12, 0.36 - s * 0.1), 0.02, "metal", 10),
            bar((s * 0.085, y1 - 0.34, 0.36), (s * 0.13, y1 - 0.34 + s * 0.12, 0.36 - s * 0.1), 0.02, "metal", 10),
        ]
        f = np.array([x * 0.8, (ya + y1 - 0.34) / 2 - 0.05, 0.34 - s * 0.05])
        pieces += [
            slab(f[0] - 0.07, f[0] + 0.07, f[1] - 0.19, f[1] + 0.19, f[2] - 0.02, f[2] + 0.012, "dark", 0.01),
            slab(f[0] - 0.075, f[0] + 0.075, f[1] - 0.2, f[1] - 0.17, f[2] - 0.01, f[2] + 0.045, "dark", 0.01),
        ]
    pieces += kit.move(
        kit.rotate(
            [slab(-0.16, 0.16, -0.03, 0.03, 0, 0.24, "dark", 0.02), slab(-0.12, 0.12, 0.02, 0.033, 0.08, 0.22, "screen", 0.002)],
            "x",
            0.3,
        ),
        (0, my + 0.06, h * 0.78),
    )
    return device(
        "elliptical",
        p,
        pieces,
        "plastic:#2a2c2f",
        (),
        None,
        accent=f"plastic:{ {'grey': '#8a8e92', 'red': '#c0342b', 'blue': '#2f78c0'}[p.accent] }",
    )


@sized(0.6, 2.2, 0.95)
class RowingMachineParams(Sized):
    """A rowing machine."""

    wood: bool = flag(False, "A wooden machine with a water tank")


def rowing_machine(p: RowingMachineParams) -> Asset:
    """Rail with sliding seat, foot rests, fan or water tank at the far end, handle and display."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    f = "body"
    yt = y1 - 0.34
    pieces: Pieces = [
        slab(-w / 2, w / 2, y0 + 0.03, y0 + 0.09, 0, 0.05, f, 0.01),
        slab(-0.03, 0.03, y0 + 0.04, y0 + 0.08, 0.04, 0.3, f, 0.008),
        slab(-w / 2, w / 2, y1 - 0.1, y1 - 0.03, 0, 0.05, f, 0.01),
    ]
    if p.wood:
        pieces += [
            *[slab(s * 0.12 - 0.02, s * 0.12 + 0.02, y0, y1, 0.3, 0.39, f, 0.008) for s in (-1, 1)],
            *[slab(-0.14, 0.14, y, y + 0.05, 0.3, 0.36, f, 0.005) for y in (y0 + 0.03, y1 - 0.08)],
            *[slab(-0.12, 0.12, y, y + 0.05, 0.03, 0.32, f, 0.006) for y in (y1 - 0.09,)],
            lathe([(0.2, 0), (0.25, 0.03), (0.26, 0.12), (0.2, 0.2), (0.1, 0.22)], (0, yt, 0.39), "glass", 28),
            lathe([(0.19, 0.006), (0.24, 0.034), (0.248, 0.11), (0, 0.11)], (0, yt, 0.39), "water", 28),
            cylinder(0.27, 0.03, (0, yt, 0.36), f, 0.006, 28),
            slab(-0.02, 0.02, yt - 0.32, yt - 0.29, 0.38, h - 0.1, f, 0.006),
        ]
    else:
        pieces += [
            slab(-0.035, 0.035, y0, yt, 0.31, 0.38, "steel", 0.01),
            slab(-0.05, 0.05, y1 - 0.09, y1 - 0.04, 0.04, 0.3, f, 0.01),
            *kit.move(
                kit.rotate(
                    [
                        lathe(
                            [(0.1, -0.07), (0.26, -0.07), (0.28, -0.05), (0.28, 0.05), (0.26, 0.07), (0.1, 0.07)],
                            (0, 0, 0),
                            f,
                            32,
                        ),
                        *[cylinder(0.2, 0.004, (0, 0, s * 0.072 - 0.002), "dark", 0, 28) for s in (-1, 1)],
                    ],
                    "y",
                    np.pi / 2,
                ),
                (0, yt + 0.05, 0.34),
            ),
            pipe([(0, yt - 0.05, 0.4), (0, yt - 0.02, 0.68), (0, yt - 0.2, h - 0.08)], 0.02, f, 0.1),
        ]
    ys = y0 + d * 0.3
    pieces += [
        cushion((0.3, 0.22, 0.06), (0, ys, 0.445), "leather", 0.025, 0.008),
        slab(-0.1, 0.1, ys - 0.09, ys + 0.09, 0.385, 0.42, "dark", 0.008),
        bar((-w * 0.36, yt - 0.26, 0.53), (w * 0.36, yt - 0.26, 0.53), 0.017, "rubber", 10),
        bar((0, yt - 0.26, 0.53), (0, yt - 0.02, 0.5), 0.004, "dark", 6),
    ]
    for s in (-1, 1):
        pieces += kit.move(
            kit.rotate(
                [
                    slab(-0.06, 0.06, -0.015, 0.015, -0.12, 0.17, "dark", 0.01),
                    slab(-0.065, 0.065, -0.035, -0.01, 0.0, 0.035, "rubber", 0.004),
                ],
                "x",
                -0.75,
            ),
            (s * 0.17, yt - 0.42, 0.44),
        )
    pieces += [
        bar((-0.2, yt - 0.42, 0.4), (0.2, yt - 0.42, 0.4), 0.014, "metal", 8),
        *kit.move(
            kit.rotate(
                [
                    panel(0.2, 0.16, 0.03, (0, 0, 0), "dark", 0.02, 0.005),
                    panel(0.15, 0.1, 0.003, (0, -0.002, 0.01), "screen", 0.005, 0.001),
                ],
                "x",
                -0.4,
            ),
            (0, yt - 0.3 if p.wood else yt - 0.24, h - 0.09),
        ),
    ]
    solids = [Box((-0.32, y0, 0.0), (0.32, y1, 0.56)), Box((-0.12, yt - 0.4, 0.5), (0.12, yt, h))]
    return device("rowing_machine", p, pieces, "wood" if p.wood else "black_metal", (), solids, water="glass:#6fb3d6")


@sized(flat=(0.6, 1.25, 0.46), incline=(0.62, 1.35, 1.05), barbell=(1.25, 1.6, 1.25))
class WeightBenchParams(Kinded):
    """A weight bench."""

    colour: str = choice("leather:#1d1d1f", ("leather:#1d1d1f", "leather:#7a1f1c", "leather:#22405e"), "Upholstery")


def weight_bench(p: WeightBenchParams) -> Asset:
    """Padded bench on a steel frame: flat, with an inclined back, or with uprights and a bar."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    z = min(0.45, h) if p.kind != "flat" else h
    bw = min(w, 0.3 if p.kind != "flat" else w * 0.55)
    pieces: Pieces = [
        slab(-0.03, 0.03, y0 + 0.08, y1 - 0.1, z - 0.14, z - 0.085, "frame", 0.008),
        *[
            slab(-min(w * 0.46, 0.28), min(w * 0.46, 0.28), y - 0.03, y + 0.03, 0.012, 0.055, "frame", 0.008)
            for y in (y0 + 0.1, y1 - 0.12)
        ],
        *[slab(-0.028, 0.028, y - 0.028, y + 0.028, 0.05, z - 0.1, "frame", 0.008) for y in (y0 + 0.1, y1 - 0.12)],
        *[
            slab(s * min(w * 0.46, 0.28) - 0.03, s * min(w * 0.46, 0.28) + 0.03, y - 0.034, y + 0.034, 0, 0.06, "rubber", 0.006)
            for s in (-1, 1)
            for y in (y0 + 0.1, y1 - 0.12)
        ],
    ]
    if p.kind == "flat":
        pieces += [
            kit.box((bw, d, 0.075), (0, 0, z - 0.0375), "body", 0.025, segments=3),
            *[slab(-bw * 0.4, bw * 0.4, y - 0.02, y + 0.02, z - 0.09, z - 0.07, "frame", 0.003) for y in (y0 + 0.25, y1 - 0.25)],
        ]
        return device(
            "weight_bench",
            p,
            pieces,
            p.colour,
            [top(-bw / 2, y0, bw / 2, y1, z, inset=0.04)],
            [Box((-w / 2, y0, 0), (w / 2, y1, 0.07)), Box((-bw / 2, y0, 0), (bw / 2, y1, h))],
            frame="black_metal",
        )
    yb = y0 + 0.42
    pieces.append(kit.box((bw, 0.4, 0.075), (0, y0 + 0.2, z - 0.0375), "body", 0.025, segments=3))
    seat = top(-bw / 2, y0, bw / 2, y0 + 0.4, z, "seat", 0.04)
    ang = 0.85 if p.kind == "incline" else 0.0
    lb = (h - z) / np.sin(ang) if ang else d - 0.43
    lb = min(lb, d * 0.75)
    pieces += kit.move(
        kit.rotate(kit.box((bw, lb, 0.075), (0, lb / 2, -0.0375), "body", 0.025, segments=3), "x", ang),
        (0, yb, z + (0.02 if ang else 0)),
    )
    if ang:
        pieces.append(
            bar(
                (0, y1 - 0.2, z - 0.12), (0, yb + lb * 0.55 * np.cos(ang), z + lb * 0.55 * np.sin(ang) - 0.06), 0.022, "frame", 10
            )
        )
        pieces += [bar((-w * 0.4, y0 + 0.02, zz), (w * 0.4, y0 + 0.02, zz), 0.045, "body", 16) for zz in (z * 0.55, z - 0.04)] + [
            slab(-0.025, 0.025, y0, y0 + 0.05, z * 0.5, z - 0.06, "frame", 0.006)
        ]
    else:
        yu = y1 - 0.28
        for s in (-1, 1):
            x = s * w * 0.3
            pieces += [
                slab(x - 0.03, x + 0.03, yu - 0.03, yu + 0.03, 0.02, h - 0.1, "frame", 0.008),
                slab(x - 0.03, x + 0.03, yu - 0.25, yu + 0.25, 0.0, 0.045, "frame", 0.008),
                pipe([(x, yu - 0.02, h - 0.14), (x, yu - 0.09, h - 0.12), (x, yu - 0.1, h - 0.03)], 0.016, "frame", 0.02),
                *[
                    cyl(
                        (s * w * 0.4 - 0.03 + s * 0.035 * k, yu - 0.055, h - 0.085),
                        0.16 - 0.035 * k,
                        0.03,
                        "x",
                        "rubber",
                        0.006,
                        24,
                    )
                    for k in (0, 1)
                ],
            ]
        pieces += [
            slab(-w * 0.3, w * 0.3, yu - 0.025, yu + 0.025, z - 0.16, z - 0.11, "frame", 0.006),
            bar((-w / 2, yu - 0.055, h - 0.085), (w / 2, yu - 0.055, h - 0.085), 0.014, "chrome", 12),
        ]
        solids = [Box((-bw / 2 - 0.15, y0, 0), (bw / 2 + 0.15, y1, z)), Box((-w / 2, yu - 0.26, 0), (w / 2, y1, h))]
        return device("weight_bench", p, pieces, p.colour, [seat], solids, frame="black_metal")
    return device("weight_bench", p, pieces, p.colour, [seat], None, frame="black_metal")


def _plates(x: float, y: float, z: float, side: int, radii: list[float], slot: str = "rubber") -> Pieces:
    out: Pieces = []
    for r in radii:
        t = 0.024 + r * 0.07
        out += [
            cyl((x, y, z), r, t, "x" if side > 0 else "-x", slot, 0.006, 28),
            cyl((x, y, z), r * 0.3, t + 0.003, "x" if side > 0 else "-x", "steel", 0.002, 16),
        ]
        x += side * (t + 0.004)
    return out


@sized(cage=(1.3, 1.3, 2.2), half=(1.3, 1.25, 2.2), stand=(1.25, 0.75, 1.75))
class SquatRackParams(Kinded):
    """A squat rack."""

    colour: str = choice("black_metal", ("black_metal", "paint:#8f1f1c", "paint:#2b4a6f", "metal"), "Frame")


def squat_rack(p: SquatRackParams) -> Asset:
    """Uprights with rows of holes, cross members, hooks with a loaded bar, spotter arms."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    xr, t = min(w * 0.44, 0.6) if p.kind != "stand" else w * 0.4, 0.03
    front_, back_ = (y0 + 0.1, y1 - 0.1) if p.kind == "cage" else (0.05, y1 - 0.1)
    rows = [front_, back_] if p.kind != "stand" else [0.0]
    pieces: Pieces = []
    for s in (-1, 1):
        x = s * xr
        pieces.append(slab(x - t, x + t, y0, y1, 0, 0.06, "body", 0.008))
        for y in rows:
            pieces += [
                slab(x - t, x + t, y - t, y + t, 0.058, h - (0.0 if p.kind != "stand" else 0.05), "body", 0.008),
                *[
                    cyl((x - s * (t - 0.001), y, z), 0.011, 0.003, "x" if s < 0 else "-x", "dark", 0, 8)
                    for z in np.arange(0.3, h - 0.2, 0.11)
                ],
                *dots([(x, z) for z in np.arange(0.3, h - 0.2, 0.11)], y - t, 0.011, "dark", 0.001, 8),
            ]
        if p.kind != "stand":
            pieces += [
                slab(x - t, x + t, front_, back_, h - 0.06, h - 0.001, "body", 0.008),
                slab(
                    x - 0.025,
                    x + 0.025,
                    (front_ if p.kind == "cage" else y0 + 0.05),
                    back_ if p.kind == "cage" else front_,
                    0.62,
                    0.68,
                    "chrome",
                    0.006,
                ),
                *[
                    cyl(
                        (x + s * t, back_, z),
                        0.024,
                        0.2 if w > 2 * xr + 0.3 else 0.05,
                        "x" if s > 0 else "-x",
                        "chrome",
                        0.003,
                        12,
                    )
                    for z in (0.5, 0.9)
                ],
            ]
    for y in rows[-1:] if p.kind != "stand" else rows:
        pieces.append(
            slab(
                -xr,
                xr,
                y - 0.028,
                y + 0.028,
                0.1 if p.kind == "stand" else h - 0.06,
                0.16 if p.kind == "stand" else h - 0.002,
                "body",
                0.008,
            )
        )
    if p.kind != "stand":
        pieces += [
            bar((-xr, front_, h - 0.04), (xr, front_, h - 0.04), 0.017, "chrome", 12),
            slab(-xr, xr, back_ - 0.028, back_ + 0.028, 0.0, 0.058, "body", 0.008),
        ]
    zb, yb = min(h * 0.66, 1.45), rows[0] - 0.065
    pieces += [
        q
        for s in (-1, 1)
        for q in (
            slab(s * xr - 0.02, s * xr + 0.02, rows[0] - 0.11, rows[0] - t + 0.002, zb - 0.05, zb - 0.018, "rubber", 0.005),
            slab(s * xr - 0.02, s * xr + 0.02, rows[0] - 0.115, rows[0] - 0.095, zb - 0.03, zb + 0.03, "rubber", 0.005),
        )
    ]
    lim = w / 2
    pieces += [
        bar((-lim, yb, zb), (lim, yb, zb), 0.014, "steel", 12),
        *[q for s in (-1, 1) for q in _plates(s * (lim - 0.11), yb, zb, s, [0.2, 0.14])],
    ]
    solids = [
        Box((-xr - 0.08, y0, 0), (xr + 0.08, y1, 0.08)),
        Box((-lim, rows[0] - 0.28, zb - 0.22), (lim, rows[0] + 0.15, zb + 0.22)),
        *[Box((s * xr - 0.1, y0, 0), (s * xr + 0.1, y1, h)) for s in (-1, 1)],
    ]
    solids += (
        [Box((-xr, back_ - 0.05, h - 0.08), (xr, back_ + 0.05, h)), Box((-xr, front_ - 0.05, h - 0.08), (xr, front_ + 0.05, h))]
        if p.kind != "stand"
        else []
    )
    return device("squat_rack", p, pieces, p.colour, (), solids)


@sized(hex=(0.3, 0.13, 0.13), round=(0.34, 0.15, 0.15), neoprene=(0.19, 0.08, 0.08))
class DumbbellParams(Kinded):
    """A dumbbell."""

    colour: str = choice("rubber:#1c1c1e", ("rubber:#1c1c1e", "rubber:#2b5f8c", "rubber:#8c2f58", "rubber:#3f7a4a"), "Heads")


def dumbbell(p: DumbbellParams) -> Asset:
    """Knurled handle between hexagonal heads, stacked plates or dipped heads."""
    w, r = p.width, p.height / 2
    z = r * (np.cos(np.pi / 6) if p.kind != "round" else 1)
    pieces: Pieces = [
        kit.tube(
            [(x, 0, z) for x in np.linspace(-w * 0.3, w * 0.3, 7)],
            r * np.array([0.24, 0.24, 0.27, 0.29, 0.27, 0.24, 0.24]),
            "chrome" if p.kind != "neoprene" else "body",
            12,
        )
    ]
    for s in (-1, 1):
        if p.kind == "round":
            pieces += [
                q
                for k, (a, b) in enumerate(((0.2, 1.0), (0.29, 1.0), (0.38, 0.8)))
                for q in (
                    cyl((s * w * a, 0, z), r * b, w * 0.08, "x" if s > 0 else "-x", "body" if k < 3 else "steel", 0.004, 28),
                )
            ] + [cyl((s * w * 0.46, 0, z), r * 0.36, w * 0.04, "x" if s > 0 else "-x", "chrome", 0.003, 18)]
        else:
            hexa = [(r * np.cos(a), r * np.sin(a)) for a in np.arange(6) * np.pi / 3]
            o, k = np.array(hexa), w * 0.27
            head = loft([(o * 0.72, 0), (o, k * 0.14), (o, k * 0.86), (o * 0.76, k)], "body")
            head = kit.rotate(kit.rotate(head, "z", np.pi / 6), "y", np.pi / 2)
            pieces += kit.move(head, (w / 2 - k if s > 0 else -w / 2, 0, z))
    if p.kind == "round":
        pieces = pressed(pieces, 0.04 * r)
    return device("dumbbell", p, pieces, p.colour if p.kind != "hex" else "rubber:#1c1c1e")


@sized(0.19, 0.17, 0.26)
class KettlebellParams(Sized):
    """A kettlebell."""

    colour: str = choice("black_metal", ("black_metal", "rubber:#b83227", "rubber:#2b5f8c", "rubber:#d0a42a"), "Body")


def kettlebell(p: KettlebellParams) -> Asset:
    """Ball with a flat foot and an arched handle."""
    w, d, h = p.width, p.depth, p.height
    r = w / 2
    pieces: Pieces = [
        lathe(
            [
                (0, 0),
                (r * 0.62, 0),
                (r * 0.68, r * 0.05),
                *[(r * np.cos(a), r * 0.78 + r * np.sin(a)) for a in np.linspace(-0.75, 1.35, 12)],
                (0, r * 1.77),
            ],
            (0, 0, 0),
            "body",
            28,
        )
    ]
    z = r * 1.2
    pieces += [
        tube(
            kit.smooth_path(
                [
                    (-r * 0.58, 0, z),
                    (-r * 0.74, 0, z + (h - z) * 0.55),
                    (-r * 0.42, 0, h - 0.017),
                    (r * 0.42, 0, h - 0.017),
                    (r * 0.74, 0, z + (h - z) * 0.55),
                    (r * 0.58, 0, z),
                ],
                4,
            ),
            0.016,
            "grip",
            10,
        ),
        *kit.move(upright(cylinder(r * 0.42, 0.002, (0, 0, 0), "steel", 0, 20)), (0, -r * 0.985, r * 0.8)),
    ]
    return device("kettlebell", p, kit.scale(pieces, (1, d / w, 1)), p.colour, grip="metal")


@sized(2.1, 0.45, 0.45)
class BarbellParams(Sized):
    """A loaded barbell."""

    colour: str = choice("rubber:#1c1c1e", ("rubber:#1c1c1e", "rubber:#a62a22", "rubber:#27528a", "rubber:#c7a024"), "Plates")


def barbell(p: BarbellParams) -> Asset:
    """Bar with sleeves, plates and collars."""
    w, r = p.width, p.height / 2
    pieces: Pieces = [bar((-w * 0.49, 0, r), (w * 0.49, 0, r), 0.014, "steel", 12)]
    for s in (-1, 1):
        ax = "x" if s > 0 else "-x"
        pieces += [
            cyl((s * w * 0.31, 0, r), 0.025, w * 0.19, ax, "chrome", 0.002, 16),
            cyl((s * w * 0.305, 0, r), 0.04, 0.02, ax, "chrome", 0.003, 16),
            *_plates(s * w * 0.317, 0, r, s, [r, r, r * 0.62], "body"),
            cyl((s * (w * 0.317 + 0.13), 0, r), 0.04, 0.03, ax, "dark", 0.004, 14),
        ]
    return device("barbell", p, pieces, p.colour)


@sized(0.45, 0.45, 0.05)
class WeightPlateParams(Sized):
    """A weight plate lying flat."""

    colour: str = choice(
        "rubber:#1c1c1e", ("rubber:#1c1c1e", "rubber:#a62a22", "rubber:#27528a", "rubber:#c7a024", "black_metal"), "Plate"
    )
    grips: bool = flag(True, "Grip holes")


def weight_plate(p: WeightPlateParams) -> Asset:
    """Disc with raised rim, steel hub and, on some, grips."""
    r, h = p.width / 2, p.height
    pieces: Pieces = [
        lathe(
            [
                (0.026, h * 0.1),
                (r * 0.3, h * 0.1),
                (r * 0.36, h * 0.2),
                (r * 0.76, h * 0.2),
                (r * 0.82, 0),
                (r * 0.98, 0),
                (r, h * 0.1),
                (r, h * 0.9),
                (r * 0.98, h),
                (r * 0.82, h),
                (r * 0.76, h * 0.8),
                (r * 0.36, h * 0.8),
                (r * 0.3, h * 0.9),
                (0.026, h * 0.9),
                (0.026, h * 0.1),
            ],
            (0, 0, 0),
            "body",
            40,
        ),
        lathe(
            [(0.0255, h * 0.06), (r * 0.2, h * 0.06), (r * 0.2, h * 0.94), (0.0255, h * 0.94), (0.0255, h * 0.06)],
            (0, 0, 0),
            "steel",
            24,
        ),
    ]
    if p.grips:
        pieces += kit.ring(
            prism(
                kit.smooth_path(
                    np.array(
                        [
                            (r * 0.46, -r * 0.14, 0),
                            (r * 0.5, 0, 0),
                            (r * 0.46, r * 0.14, 0),
                            (r * 0.66, r * 0.2, 0),
                            (r * 0.7, 0, 0),
                            (r * 0.66, -r * 0.2, 0),
                        ]
                    )[::-1],
                    2,
                    True,
                )[:, :2][::1],
                h * 0.62,
                (0, 0, h * 0.19),
                "grey",
                0.001,
            ),
            3,
        )
    return device("weight_plate", p, kit.scale(pieces, (1, p.depth / p.width, 1)), p.colour)


@sized(0.65, 0.65, 0.62)
class ExerciseBallParams(Sized):
    """An exercise ball."""

    colour: str = colours("blue", "grey", "purple", "green", "red", "pink")


def exercise_ball(p: ExerciseBallParams) -> Asset:
    """Soft ball with rings and a flattened foot, valve plug."""
    r = 0.5
    rows = []
    for a in np.linspace(-np.pi / 2 + 0.25, np.pi / 2 - 0.02, 40):
        k = 1 + (0.008 if abs(a) < 0.9 and int((a + 2) * 12) % 2 == 0 else 0)
        rows.append((r * np.cos(a) * k, r * np.sin(a)))
    pieces: Pieces = [
        lathe([(0, rows[0][1]), *rows, (0, r)], (0, 0, 0), "body", 40),
        cyl((0, -r * 0.985, 0.06), 0.012, 0.012, "-y", "white", 0.002, 10),
    ]
    return device("exercise_ball", p, kit.scale(pieces, (p.width, p.depth, p.height)), p.colour)


@sized(standing=(0.55, 0.55, 1.75), hanging=(0.36, 0.36, 1.5))
class PunchingBagParams(Kinded):
    """A punching bag."""

    colour: str = choice("leather:#1d1d1f", ("leather:#1d1d1f", "leather:#8f1f1c", "leather:#6b4a2c"), "Skin")


def punching_bag(p: PunchingBagParams) -> Asset:
    """Stitched cylinder on a weighted foot or hung from chains."""
    w, h = p.width, p.height
    if p.kind == "hanging":
        r, zt = w / 2, h - 0.36
        pieces: Pieces = [
            lathe(
                [
                    (0, 0),
                    (r * 0.8, 0),
                    (r * 0.97, 0.03),
                    (r, 0.08),
                    (r, zt - 0.06),
                    (r * 0.96, zt - 0.02),
                    (r * 0.8, zt),
                    (0, zt),
                ],
                (0, 0, 0),
                "body",
                32,
            ),
            *[torus(r, 0.005, (0, 0, z), "seam", 32, 5) for z in (zt * 0.12, zt * 0.5, zt * 0.88)],
            *kit.ring(
                [
                    slab(r * 0.96, r + 0.006, -0.02, 0.02, zt - 0.16, zt + 0.03, "seam", 0.003),
                    tube([(r * 0.95, 0, zt + 0.02), (0.015, 0, h - 0.08)], 0.006, "chrome", 6),
                ],
                4,
            ),
            torus(0.022, 0.005, (0, 0, h - 0.075), "chrome", 16, 6),
            bar((0, 0, h - 0.08), (0, 0, h - 0.01), 0.008, "chrome", 8),
            cylinder(0.05, 0.015, (0, 0, h - 0.015), "chrome", 0.002, 20),
        ]
        return device("punching_bag", p, pieces, p.colour, origin="top", seam="leather:#2c2c2e")
    rb, r = w / 2, w * 0.3
    pieces = [
        lathe([(rb * 0.92, 0), (rb, 0.02), (rb * 0.95, 0.16), (rb * 0.55, 0.3), (rb * 0.3, 0.34)], (0, 0, 0), "dark", 36),
        cylinder(r * 0.4, 0.2, (0, 0, 0.3), "rubber", 0.006, 20),
        lathe(
            [(0, h * 0.27), (r * 0.9, h * 0.27), (r, h * 0.3), (r, h * 0.93), (r * 0.9, h * 0.98), (r * 0.6, h), (0, h)],
            (0, 0, 0),
            "body",
            32,
        ),
        *[torus(r, 0.004, (0, 0, h * k), "seam", 32, 5) for k in (0.36, 0.62, 0.88)],
        torus(rb * 0.96, 0.01, (0, 0, 0.1), "grey", 36, 6),
    ]
    return device("punching_bag", p, pieces, p.colour, seam="leather:#d0cfc9")


# ---------------------------------------------------------------------------------------------- clinic and laboratory


@sized(0.55, 0.55, 1.9)
class IvStandParams(Sized):
    """A drip stand."""

    bags: int = count(2, 1, 2, "Bags")
    pump: bool = flag(False, "An infusion pump on the pole")


def iv_stand(p: IvStandParams) -> Asset:
    """Five-star foot on castors, telescopic pole, hooks, bags with tubes."""
    w, h = p.width, p.height
    r = w / 2 - 0.03
    pieces: Pieces = [
        *kit.ring(
            [kit.sweep(rounded_rect(0.035, 0.03, 0.01, 2), [(0.02, 0, 0.1), (r, 0, 0.075)], "body"), *castors([(r, 0)], 0.028)], 5
        ),
        cylinder(0.04, 0.06, (0, 0, 0.075), "body", 0.006, 18),
        bar((0, 0, 0.1), (0, 0, h * 0.6), 0.015, "chrome", 14),
        bar((0, 0, h * 0.58), (0, 0, h - 0.06), 0.01, "chrome", 12),
        cylinder(0.022, 0.05, (0, 0, h * 0.58), "dark", 0.005, 14),
        *kit.ring(
            tube(
                kit.smooth_path([(0, 0, h - 0.06), (0.08, 0, h - 0.03), (0.14, 0, h - 0.05), (0.16, 0, h - 0.005)], 4),
                0.004,
                "chrome",
                6,
            ),
            4,
        ),
    ]
    for i in range(p.bags):
        s = 1 if i == 0 else -1
        bag = [
            skin(
                oval(0.11, 0.03, 16, 3),
                [(0.3, 0.3, 0, 0), (0.9, 0.8, 0, 0.02), (1, 1.2, 0, 0.07), (0.96, 0.8, 0, 0.16), (0.7, 0.25, 0, 0.2)],
                "bag",
            ),
            skin(
                oval(0.1, 0.026, 14, 3),
                [(0.3, 0.3, 0, 0.004), (0.9, 0.8, 0, 0.024), (1, 1.1, 0, 0.07), (0.98, 1.0, 0, 0.11 - i * 0.03)],
                "fluid",
            ),
            slab(-0.035, 0.035, -0.022, -0.016, 0.08, 0.13, "paper", 0),
        ]
        pieces += kit.move(bag, (s * 0.14, 0, h - 0.27))
        pieces += [
            cylinder(0.009, 0.05, (s * 0.14, 0, h - 0.32), "bag", 0.002, 10),
            tube(
                kit.smooth_path(
                    [
                        (s * 0.14, 0, h - 0.32),
                        (s * 0.13, -0.03, h * 0.66),
                        (s * 0.05, -0.05, h * 0.52),
                        (s * 0.06, -0.02, h * 0.36),
                        (0.03, 0.03, h * 0.42),
                    ],
                    5,
                ),
                0.0025,
                "bag",
                6,
            ),
        ]
    if p.pump:
        pieces += [
            slab(-0.08, 0.08, -0.11, 0.02, h * 0.46, h * 0.59, "pale", 0.015),
            display(-0.06, 0.02, h * 0.53, h * 0.57, -0.11),
            *dots([(x, h * 0.495) for x in (-0.05, -0.02, 0.01, 0.04)], -0.11, 0.009, "green", 0.004),
        ]
    return device(
        "iv_stand", p, pieces, "metal" if p.style != "modern" else "plastic:#d9dcdc", (), None, bag="glass", fluid="glass:#cfe3ea"
    )


@sized(0.65, 1.05, 0.93)
class WheelchairParams(Sized):
    """A wheelchair."""

    colour: str = choice("fabric:#1f2226", ("fabric:#1f2226", "fabric:#22405e", "fabric:#6f1f22"), "Seat")


def wheelchair(p: WheelchairParams) -> Asset:
    """Two spoked wheels with push rims, front castors, slung seat and back, arm rests, foot plates."""
    w, d, h = p.width, p.depth, p.height
    r = min(0.3, h * 0.33)
    yw, xs = d * 0.5 - r - 0.02, w * 0.36
    zs, ys0, ys1 = h * 0.53, -d * 0.2, d * 0.22
    pieces: Pieces = []
    for s in (-1, 1):
        pieces += [
            *wheel((s * (xs + 0.06), yw, r), r, 0.028, "rubber", "chrome", 16),
            *kit.move(
                kit.rotate(torus(r * 0.88, 0.008, (0, 0, 0), "chrome", 28, 6), "y", np.pi / 2), (s * (w / 2 - 0.008), yw, r)
            ),
        ]
        x = s * xs
        pieces += [
            pipe([(x, ys1 + 0.02, 0.28), (x, ys1 + 0.02, h - 0.03), (x, d / 2 - 0.07, h - 0.015)], 0.012, "frame", 0.04),
            pipe(
                [
                    (x, ys1 + 0.02, zs + 0.2),
                    (x, ys0, zs + 0.2),
                    (x, ys0 - 0.02, zs - 0.02),
                    (x, -d * 0.34, 0.16),
                    (x, -d * 0.4, 0.1),
                ],
                0.012,
                "frame",
                0.06,
            ),
            bar((x, ys1 + 0.02, zs - 0.03), (x, ys0 - 0.03, zs - 0.03), 0.012, "frame", 10),
            bar((x, ys1 + 0.02, 0.28), (x, ys0, 0.26), 0.012, "frame", 10),
            slab(x - 0.025, x + 0.025, ys0 + 0.06, ys1 - 0.02, zs + 0.205, zs + 0.235, "dark", 0.01),
            tube([(x, d / 2 - 0.08, h - 0.016), (x, d / 2, h - 0.012)], 0.017, "rubber", 10),
            *wheel((x, ys0 - 0.02, 0.085), 0.085, 0.03, "rubber", "pale"),
            bar((x, ys0, 0.27), (x, ys0 - 0.01, 0.16), 0.01, "frame", 8),
            slab(x * 0.55 - 0.08, x * 0.55 + 0.08, -d * 0.5, -d * 0.36, 0.09, 0.105, "dark", 0.004),
            slab(x - 0.004, x + 0.004, ys0 + 0.02, ys1, zs - 0.02, zs + 0.15, "dark", 0.003),
        ]
    g = np.array(
        [
            [(x, y, zs - 0.02 * np.cos(np.pi * x / (2 * xs))) for x in np.linspace(-xs, xs, 7)]
            for y in np.linspace(ys1, ys0 - 0.01, 5)
        ]
    )
    b = np.array(
        [
            [(x, ys1 + 0.015 + 0.03 * np.cos(np.pi * x / (2 * xs)), z) for x in np.linspace(-xs, xs, 7)]
            for z in np.linspace(zs + 0.06, h - 0.06, 5)
        ]
    )
    pieces += [
        kit.sheet(g[::-1], "body", 0.012),
        kit.sheet(b, "body", 0.012),
        cushion((2 * xs - 0.04, ys1 - ys0 - 0.02, 0.06), (0, (ys0 + ys1) / 2, zs + 0.02), "body", 0.025, 0.006),
        bar((-xs, 0.03, 0.28), (xs, 0.03, zs - 0.04), 0.011, "frame", 8),
        bar((xs, 0.06, 0.28), (-xs, 0.06, zs - 0.04), 0.011, "frame", 8),
    ]
    solids = [
        Box((-w / 2, ys0 - 0.12, 0), (w / 2, d / 2, zs + 0.24)),
        Box((-w / 2, -d / 2, 0), (w / 2, ys0, 0.3)),
        Box((-w / 2, ys1 - 0.02, zs), (w / 2, d / 2, h)),
    ]
    return device(
        "wheelchair",
        p,
        pieces,
        p.colour,
        [Surface("seat", "on", -0.8 * xs, ys0 + 0.07, 0.8 * xs, ys1 - 0.05, zs + 0.05)],
        solids,
        frame="chrome" if p.style in ("classic", "modern") else "black_metal",
    )


@sized(0.72, 2.05, 0.95)
class StretcherParams(Sized):
    """A wheeled stretcher; its head lies at +Y."""

    raised: bool = flag(True, "Head end raised")


def stretcher(p: StretcherParams) -> Asset:
    """Mattress on a frame with column lift, side rails, castors, drip pole holder."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    rail = h
    z = h - 0.16
    pieces: Pieces = [
        *castors([(x, y) for x in (-w * 0.36, w * 0.36) for y in (y0 + 0.25, y1 - 0.25)], 0.07),
        slab(-w * 0.4, w * 0.4, y0 + 0.16, y1 - 0.16, 0.18, 0.24, "pale", 0.02),
        *[cylinder(0.07, z - 0.33, (0, y, 0.23), "metal", 0.004, 20) for y in (-d * 0.2, d * 0.2)],
        slab(-w * 0.4, w * 0.4, y0 + 0.03, y1 - 0.03, z - 0.15, z - 0.1, "frame", 0.01),
    ]
    yb = d * 0.14
    mattress = [kit.box((w * 0.82, yb - y0 - 0.06, 0.09), (0, (y0 + 0.05 + yb) / 2, z - 0.055), "body", 0.03, segments=3)]
    back = kit.box((w * 0.82, y1 - yb - 0.06, 0.09), (0, (y1 - yb - 0.06) / 2 + 0.005, -0.045), "body", 0.03, segments=3)
    ang = 0.18 if p.raised else 0.0
    mattress += kit.move(kit.rotate(back, "x", ang), (0, yb, z - 0.01))
    pieces += mattress
    for s in (-1, 1):
        x = s * w * 0.46
        pieces += [
            pipe(
                [(x, -d * 0.26, z - 0.12), (x, -d * 0.26, rail - 0.012), (x, d * 0.2, rail - 0.012), (x, d * 0.2, z - 0.12)],
                0.012,
                "metal",
                0.06,
            ),
            *[bar((x, y, z - 0.12), (x, y, rail - 0.014), 0.008, "metal", 8) for y in np.linspace(-d * 0.16, d * 0.1, 4)],
            slab(
                x - 0.04 * (1 if s > 0 else 0),
                x + 0.04 * (1 if s < 0 else 0),
                -d * 0.26,
                d * 0.2,
                z - 0.13,
                z - 0.11,
                "frame",
                0.003,
            ),
        ]
    pieces += [
        pipe(
            [(-w * 0.4, y, z - 0.12), (-w * 0.4, y + e, z - 0.02), (w * 0.4, y + e, z - 0.02), (w * 0.4, y, z - 0.12)],
            0.014,
            "frame",
            0.05,
        )
        for y, e in ((y0 + 0.05, -0.035), (y1 - 0.05, 0.035))
    ]
    return device(
        "stretcher",
        p,
        pieces,
        "leather:#2f5f78" if p.style != "classic" else "leather:#2a2a2c",
        [Surface("mattress", "on", -w * 0.36, y0 + 0.1, w * 0.36, yb - 0.06, z - 0.01)],
        [
            Box((-w / 2, y0, 0), (w / 2, y1, z - 0.01)),
            Box((-w / 2, yb - 0.02, z - 0.1), (w / 2, y1, h)),
            *[Box((s * w * 0.46 - 0.03, -d * 0.28, z - 0.1), (s * w * 0.46 + 0.03, d * 0.22, h)) for s in (-1, 1)],
        ],
        frame="metal",
    )


@sized(0.2, 0.26, 0.4)
class MicroscopeParams(Sized):
    """A microscope."""

    colour: str = colours("white", "black", "brass")


def microscope(p: MicroscopeParams) -> Asset:
    """Foot with lamp, arm, stage with slide, turret of lenses, eyepieces, focus knobs. The user sits at -Y."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    pieces: Pieces = [
        skin(
            rounded_rect(w * 0.84, d, 0.03, 4),
            [(0.97, 0.98, 0, 0), (1, 1, 0, 0.006), (0.98, 0.98, 0, h * 0.09), (0.92, 0.94, 0, h * 0.12)],
            "body",
        ),
        *side_on(
            [
                (d * 0.16, h * 0.1),
                (d * 0.46, h * 0.1),
                (d * 0.48, h * 0.3),
                (d * 0.34, h * 0.68),
                (d * 0.02, h * 0.74),
                (-d * 0.08, h * 0.66),
                (d * 0.14, h * 0.58),
                (d * 0.24, h * 0.4),
            ],
            -w * 0.15,
            w * 0.15,
            "body",
            0.01,
        ),
        slab(-w * 0.36, w * 0.36, y0 + d * 0.14, d * 0.22, h * 0.36, h * 0.39, "dark", 0.003),
        slab(-w * 0.2, w * 0.2, -d * 0.18, -d * 0.08, h * 0.389, h * 0.393, "glass", 0),
        cylinder(0.022, h * 0.06, (0, -d * 0.13, h * 0.11), "metal", 0.003, 20),
        cylinder(0.016, 0.002, (0, -d * 0.13, h * 0.17), "glass", 0, 18),
        cylinder(0.016, h * 0.1, (0, -d * 0.13, h * 0.27), "dark", 0.002, 16),
        *[cyl((s * w * 0.14, d * 0.3, h * 0.22), 0.026, w * 0.14, "x" if s > 0 else "-x", "dark", 0.004, 20) for s in (-1, 1)],
        *[cyl((s * w * 0.27, d * 0.3, h * 0.22), 0.014, w * 0.1, "x" if s > 0 else "-x", "metal", 0.003, 16) for s in (-1, 1)],
        cylinder(0.03, h * 0.07, (0, -d * 0.12, h * 0.62), "metal", 0.006, 20),
    ]
    pieces += kit.move(
        [
            q
            for a in (0.3, 1.87, 3.44, 5.0)
            for q in aim(
                [
                    cylinder(0.011, h * 0.07, (0, 0, 0), "metal", 0.002, 12),
                    cylinder(0.008, h * 0.035, (0, 0, h * 0.07), "chrome", 0.002, 12),
                ],
                (0.015 * np.cos(a), 0.015 * np.sin(a), 0),
                (np.cos(a) * 0.45, np.sin(a) * 0.45, -1),
            )
        ],
        (0, -d * 0.12, h * 0.625),
    )
    u = np.array([0, -0.62, 0.78])
    b0 = np.array([0, -d * 0.12, h * 0.74])
    pieces += [kit.box((w * 0.34, d * 0.28, h * 0.12), (0, -d * 0.1, h * 0.74), "body", 0.015, segments=2)]
    for s in (-1, 1):
        q = b0 + (s * 0.03, -0.01, 0.01)
        e = q + u * (h - q[2]) / u[2] * 0.96
        pieces += [
            bar(tuple(q), tuple(e), 0.016, "body", 14),
            bar(tuple(q + (e - q) * 0.82), tuple(e + u * 0.006), 0.019, "dark", 14),
        ]
    return device("microscope", p, pieces, p.colour if p.colour != "brass" else "brass")


@sized(
    beaker=(0.1, 0.1, 0.13),
    flask=(0.11, 0.11, 0.18),
    round=(0.11, 0.11, 0.19),
    tubes=(0.24, 0.08, 0.17),
    burner=(0.09, 0.09, 0.15),
)
class LabwareParams(Kinded):
    """Laboratory glass and burner."""

    fluid: str = choice("blue", ("blue", "green", "orange", "clear", "pink"), "Liquid")
    build: str = choice("usual", ("usual", "tall", "stoppered"), "Usual proportions, a tall slim vessel, or one with a stopper")
    level: float = number(0.45, 0.15, 0.8, "How full it is")


_FLUID = {"blue": "#2f7fd0", "green": "#49a85a", "orange": "#e0852a", "clear": "#d8e6ea", "pink": "#d45a8c"}


def _glass(profile: list[tuple[float, float]], level: float, wall: float = 0.0022) -> Pieces:
    """An open turned vessel with thickness and a filling up to `level` of its height."""
    o = np.array(profile)
    inner = o[::-1] + np.array([-wall, 0])
    inner[:, 0] = np.maximum(inner[:, 0], 0.0006)
    inner[-1, 1] += wall
    inner[0, 1] += wall * 0.2
    shell = lathe([(0, o[0, 1]), *map(tuple, o), *map(tuple, inner), (0, o[0, 1] + wall)], (0, 0, 0), "body", 26)
    z1 = level * o[-1, 1]
    zs = [z for z in o[:, 1] if o[0, 1] + wall < z < z1]
    rows = [(float(np.interp(z, o[:, 1], o[:, 0])) - wall * 1.4, z) for z in [o[0, 1] + wall * 1.3, *zs, z1]]
    return [shell, lathe([(0, rows[0][1]), *rows, (0, z1)], (0, 0, 0), "fluid", 24)]


FLASKS = {  # outer profiles: conical, with a long neck over a round belly, conical with room for a stopper
    "usual": ((0.94, 0), (1, 0.03), (0.96, 0.09), (0.3, 0.66), (0.28, 0.95), (0.36, 1)),
    "tall": (
        (0.5, 0),
        (0.56, 0.015),
        (0.8, 0.06),
        (0.98, 0.18),
        (0.98, 0.28),
        (0.7, 0.42),
        (0.22, 0.52),
        (0.19, 0.97),
        (0.26, 1),
    ),
    "stoppered": ((0.94, 0), (1, 0.03), (0.98, 0.1), (0.36, 0.62), (0.34, 0.86), (0.42, 0.9)),
}


def _jug_parts(r: float, h: float, slim: float) -> Pieces:
    """The foot and handle that make a slim beaker a measuring jug."""
    grip = [(slim * 0.92 * r, 0, 0.84 * h), (1.15 * r, 0, 0.8 * h), (1.16 * r, 0, 0.36 * h), (slim * 0.92 * r, 0, 0.3 * h)]
    return [
        cylinder(r, 0.03 * h, (0, 0, 0), "body", 0.002, 28),
        tube(kit.smooth_path(grip, 5), 0.055 * r, "body", 8),
    ]


def _rod_in(r: float, h: float) -> Pieces:
    """A stirring rod that leans in a beaker."""
    return [bar((0.5 * r, 0.1 * r, 0.05 * h), (-0.95 * r, -0.1 * r, 1.12 * h), 0.035 * r, "steel", 8)]


def labware(p: LabwareParams) -> Asset:
    """Beaker, conical or round flask, rack of test tubes, gas burner."""
    w, d, h = p.width, p.depth, p.height
    r = w / 2
    slots = {"fluid": f"glass:{_FLUID[p.fluid]}"}
    if p.kind == "beaker":
        slim = 0.78 if p.build == "tall" else 1.0  # a measuring jug with a foot and a handle keeps to the width that is asked
        pieces = [
            *_glass([(a * slim * r, b * h) for a, b in ((0.86, 0), (0.93, 0.04), (0.93, 0.9), (0.96, 0.96), (1, 1))], p.level),
            *(_jug_parts(r, h, slim) if p.build == "tall" else _rod_in(r, h) if p.build == "stoppered" else []),
            *[
                slab(-r * 0.2, r * 0.2, -r * 0.945 * slim, -r * 0.935 * slim, h * k, h * k + 0.0015, "white", 0)
                for k in (0.25, 0.4, 0.55, 0.7)
            ],
        ]
    elif p.kind == "flask":
        pieces = _glass([(a * r, b * h) for a, b in FLASKS[p.build]], 0.8 * p.level)
        if p.build == "stoppered":
            pieces.append(
                lathe(
                    [(0.24 * r, 0.8 * h), (0.3 * r, 0.93 * h), (0.34 * r, 0.94 * h), (0.3 * r, h), (0, h)], (0, 0, 0), "cork", 16
                )
            )
    elif p.kind == "round":
        pieces = [
            *kit.move(
                _glass(
                    [
                        (r * 0.3, 0),
                        *[(r * np.cos(a), r * 0.9 + r * np.sin(a) * 0.95) for a in np.linspace(-1.1, 1.15, 12)],
                        (r * 0.26, h * 0.7),
                        (r * 0.26, h * 0.87),
                        (r * 0.33, h * 0.88),
                    ],
                    0.42,
                ),
                (0, 0, h * 0.08),
            ),
            torus(r * 0.6, h * 0.05, (0, 0, h * 0.05), "cork", 24, 8),
        ]
    elif p.kind == "burner":
        pieces = [
            lathe([(r, 0), (r, 0.006), (r * 0.9, 0.012), (r * 0.3, 0.022), (r * 0.22, 0.03)], (0, 0, 0), "iron", 26),
            cylinder(r * 0.16, h - 0.028, (0, 0, 0.026), "brass", 0.001, 14),
            cylinder(r * 0.26, 0.02, (0, 0, h * 0.34), "iron", 0.003, 16),
            cyl((0, 0, 0.03), 0.005, r * 0.9, "x", "brass", 0.001, 8),
            cylinder(r * 0.2, 0.008, (0, 0, h - 0.008), "brass", 0.002, 14),
        ]
        slots["body"] = "brass"
    else:
        n = max(4, round(w / 0.04))
        pieces = [
            slab(-w / 2, w / 2, -d / 2, d / 2, 0, 0.012, "rack", 0.003),
            *[
                slab(s * (w / 2 - 0.006) - 0.006, s * (w / 2 - 0.006) + 0.006, -d / 2, d / 2, 0.011, h * 0.62, "rack", 0.003)
                for s in (-1, 1)
            ],
            *[slab(-w / 2 + 0.01, w / 2 - 0.01, -d * 0.42, d * 0.42, z, z + 0.008, "rack", 0.002) for z in (h * 0.56,)],
        ]
        for i in range(n):
            x = -w / 2 + 0.012 + (i + 0.5) * (w - 0.024) / n
            pieces += kit.move(
                [
                    lathe(
                        [
                            (0, 0),
                            (0.006, 0.002),
                            (0.0085, 0.009),
                            (0.0085, h - 0.017),
                            (0.01, h - 0.016),
                            (0.0085, h - 0.0155),
                            (0.007, h - 0.018),
                            (0.007, 0.01),
                            (0, 0.003),
                        ],
                        (0, 0, 0),
                        "body",
                        12,
                    ),
                    lathe(
                        [
                            (0, 0.004),
                            (0.0065, 0.01),
                            (0.0065, h * (0.3 + 0.3 * ((i * 37) % 7) / 7)),
                            (0, h * (0.3 + 0.3 * ((i * 37) % 7) / 7)),
                        ],
                        (0, 0, 0),
                        ("fluid", "fluid2", "fluid3")[i % 3],
                        10,
                    ),
                ],
                (x, 0, 0.013),
            )
        slots |= {
            "rack": "wood" if p.style in ("rustic", "classic", "midcentury") else "plastic:#e3e5e4",
            "fluid2": "glass:#d45a8c",
            "fluid3": "glass:#e0b52a",
        }
    return device("labware", p, pieces, slots.pop("body", "glass"), (), None, iron="black_metal", cork="food:#b98d5a", **slots)


@sized(0.36, 0.42, 0.28)
class CentrifugeParams(Sized):
    """A bench centrifuge."""

    colour: str = colours("white", "grey", "blue")


def centrifuge(p: CentrifugeParams) -> Asset:
    """Rounded case, domed lid with window, sloped panel."""
    w, d, h = p.width, p.depth, p.height
    pieces: Pieces = [
        *side_on(
            [(-d * 0.48, 0.012), (d / 2, 0.012), (d / 2, h * 0.7), (-d * 0.28, h * 0.7), (-d * 0.5, h * 0.3)],
            -w / 2,
            w / 2,
            "body",
            0.015,
        ),
        skin(
            rounded_rect(w * 0.92, d * 0.74, 0.06, 4),
            [
                (0.98, 0.98, 0, h * 0.69),
                (1, 1, 0, h * 0.75),
                (0.96, 0.96, 0, h * 0.88),
                (0.7, 0.7, 0, h * 0.98),
                (0.4, 0.4, 0, h),
            ],
            "lid",
            (0, d * 0.11, 0),
        ),
        lathe([(w * 0.2, h * 0.965), (w * 0.19, h * 0.99), (w * 0.1, h * 1.005), (0, h * 1.01)], (0, d * 0.11, 0), "glass", 24),
        *[cylinder(0.016, 0.014, (x, y, 0), "rubber", 0, 10) for x in (-w * 0.4, w * 0.4) for y in (-d * 0.4, d * 0.42)],
        slab(-0.05, 0.05, -d * 0.29, -d * 0.25, h * 0.72, h * 0.78, "dark", 0.005),
    ]
    ctl: Pieces = [
        slab(-w * 0.42, w * 0.42, -0.003, 0.005, -h * 0.16, h * 0.16, "dark", 0.003),
        slab(-w * 0.36, w * 0.02, -0.005, 0.0, -h * 0.06, h * 0.12, "screen", 0),
        *dots([(w * 0.14, 0.01), (w * 0.3, 0.01)], -0.003, 0.018, "metal", 0.014, 18),
    ]
    pieces += kit.move(kit.rotate(ctl, "x", -np.arctan2(0.22 * d, 0.4 * h)), (0, -d * 0.39, h * 0.5))
    return device(
        "centrifuge", p, pieces, p.colour, (), None, lid="plastic:#dfe2e3" if p.colour != "white" else "plastic:#7b8a94"
    )


@sized(0.55, 0.85, 1.35)
class RobotArmParams(Sized):
    """A jointed robot arm."""

    colour: str = colours("orange", "white", "yellow", "grey")


def robot_arm(p: RobotArmParams) -> Asset:
    """Round base, turning column, two tapering links with joints, wrist and gripper, cables."""
    w, d, h = p.width, p.depth, p.height
    r = w * 0.42
    yb = d / 2 - r - 0.01
    j1 = np.array([0, yb, h * 0.34])
    j2 = np.array([0, yb + r * 0.1, h * 0.86])
    j3 = np.array([0, -d / 2 + d * 0.14, h * 0.7])
    k = h / 1.35

    def link(a: Floats, b: Floats, r0: float, r1: float) -> Pieces:
        v = b - a
        n = float(np.linalg.norm(v))
        o = oval(1, 0.8, 20, 3)
        return aim(
            kit.rotate(
                loft([(o * r0 * 1.5, 0), (o * r0 * 2, n * 0.12), (o * r1 * 1.7, n * 0.85), (o * r1 * 1.3, n)], "body"),
                "z",
                np.pi / 2,
            ),
            a,
            v,
        )

    pieces: Pieces = [
        cylinder(r, 0.05 * k, (0, yb, 0), "dark", 0.006, 36),
        cylinder(r * 0.74, h * 0.12, (0, yb, 0.05 * k), "body", 0.012, 32),
        lathe([(r * 0.66, 0), (r * 0.6, h * 0.04), (r * 0.45, h * 0.12), (r * 0.3, h * 0.16)], (0, yb, h * 0.15), "body", 28),
        *kit.ring(cylinder(0.01 * k, 0.012, (r * 0.88, 0, 0), "metal", 0.001, 8), 8),
    ]
    pieces[-8:] = kit.move(pieces[-8:], (0, yb, 0.05 * k))
    pieces += [
        *[
            slab(s * 0.1 * k - 0.02 * k, s * 0.1 * k + 0.02 * k, yb - r * 0.4, yb + r * 0.4, h * 0.2, h * 0.38, "body", 0.015)
            for s in (-1, 1)
        ],
        *link(j1, j2, 0.075 * k, 0.055 * k),
        *link(j2, j3, 0.06 * k, 0.038 * k),
    ]
    for j, rr, ww in ((j1, 0.11, 0.3), (j2, 0.095, 0.24), (j3, 0.05, 0.13)):
        pieces += [
            cyl((-ww * k / 2, j[1], j[2]), rr * k, ww * k, "x", "joint", 0.008, 28),
            *[cyl((s * ww * k / 2, j[1], j[2]), rr * 0.6 * k, 0.006, "x" if s > 0 else "-x", "dark", 0.002, 22) for s in (-1, 1)],
        ]
    z = j3[2]
    pieces += [
        cylinder(0.035 * k, 0.1 * k, (0, j3[1], z - 0.13 * k), "joint", 0.004, 20),
        cylinder(0.05 * k, 0.03 * k, (0, j3[1], z - 0.16 * k), "metal", 0.004, 22),
        *[
            q
            for s in (-1, 1)
            for q in (
                slab(
                    s * 0.045 * k - 0.012 * k,
                    s * 0.045 * k + 0.012 * k,
                    j3[1] - 0.02 * k,
                    j3[1] + 0.02 * k,
                    z - 0.23 * k,
                    z - 0.155 * k,
                    "dark",
                    0.003,
                ),
                slab(
                    s * 0.032 * k - 0.012 * k,
                    s * 0.032 * k + 0.012 * k,
                    j3[1] - 0.015 * k,
                    j3[1] + 0.015 * k,
                    z - 0.3 * k,
                    z - 0.22 * k,
                    "metal",
                    0.003,
                ),
            )
        ],
        slab(-0.07 * k, 0.07 * k, j3[1] - 0.022 * k, j3[1] + 0.022 * k, z - 0.185 * k, z - 0.155 * k, "dark", 0.004),
    ]
    pieces.append(
        tube(
            kit.smooth_path(
                [
                    (0.06 * k, yb + r * 0.6, 0.1 * h),
                    (0.1 * k, yb + r * 0.85, h * 0.3),
                    (0.11 * k, yb + r * 0.7, h * 0.6),
                    (0.1 * k, yb + r * 0.3, h * 0.96),
                    (0.06 * k, (j2[1] + j3[1]) / 2, h * 0.9),
                    (0.05 * k, j3[1] + 0.03, z + 0.06 * k),
                ],
                5,
            ),
            0.012 * k,
            "rubber",
            8,
        )
    )
    return device(
        "robot_arm",
        p,
        pieces,
        p.colour,
        (),
        [Box((-w / 2, yb - r, 0), (w / 2, d / 2, h)), Box((-0.2 * k, -d / 2, z - 0.32 * k), (0.2 * k, yb, h))],
        joint="plastic:#3c4044" if p.colour != "grey" else "plastic:#2f6f9f",
    )


# ---------------------------------------------------------------------------------------------- workshop and safety


@sized(foam=(0.19, 0.22, 0.56), co2=(0.2, 0.24, 0.6), gas=(0.24, 0.24, 1.45), mounts={"wall": (0.19, 0.22, 0.56)})
class FireExtinguisherParams(Kinded):
    """A fire extinguisher or gas cylinder."""

    mount: str
    label: str = choice("white", ("white", "cream", "yellow", "blue"), "Colour of its band")
    hose: str = choice("hose", ("hose", "nozzle", "tray"), "A long hose, a short nozzle, or a hose on a stand with a foot plate")


def fire_extinguisher(p: FireExtinguisherParams) -> Asset:
    """Domed cylinder, valve with levers, gauge, hose and nozzle; or a gas bottle with a cap."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "gas":
        r = w / 2
        z = h - 0.16
        pieces: Pieces = [
            lathe(
                [
                    (r * 0.94, 0),
                    (r, 0.01),
                    (r, z - r * 0.8),
                    (r * 0.86, z - r * 0.35),
                    (r * 0.5, z - r * 0.1),
                    (r * 0.3, z),
                    (0, z),
                ],
                (0, 0, 0),
                "body",
                32,
            ),
            lathe(
                [(r, z - r * 0.82), (r * 1.002, z - r * 0.8), (r * 0.87, z - r * 0.35), (r * 0.52, z - r * 0.09)],
                (0, 0, 0),
                "band",
                32,
            ),
            cylinder(0.022, 0.08, (0, 0, z - 0.01), "brass", 0.003, 14),
            cyl((0, 0, z + 0.045), 0.014, 0.06, "x", "brass", 0.003, 12),
            torus(0.035, 0.007, (0, 0, h - 0.012), "steel", 20, 6),
            bar((0, 0, z + 0.06), (0, 0, h - 0.01), 0.007, "steel", 8),
            *[bar((s * 0.03, 0, h - 0.012), (0, 0, h - 0.012), 0.005, "steel", 6) for s in (-1, 1)],
        ]
        return device(
            "fire_extinguisher",
            p,
            pieces,
            {"modern": "paint:#59636b", "industrial": "paint:#2e5f43", "classic": "paint:#7c2b25"}.get(p.style, "paint:#37506e"),
            band="paint:#e8e4d8",
        )
    r = min(w * 0.42, d * 0.36)
    yb = d / 2 - r - (0.012 if p.mount == "wall" else 0.002)
    z = h * 0.8
    pieces = [
        lathe(
            [(r * 0.9, 0), (r, 0.012), (r, z - r * 0.7), (r * 0.9, z - r * 0.35), (r * 0.6, z - r * 0.08), (r * 0.3, z), (0, z)],
            (0, yb, 0),
            "body",
            30,
        ),
        lathe([(r + 0.001, h * 0.28), (r + 0.001, h * 0.54)], (0, yb, 0), "paper", 30),
        cylinder(0.02, h * 0.07, (0, yb, z - 0.005), "metal", 0.003, 14),
        *[
            slab(-0.009, 0.009, yb - r * 0.2, yb + r * 0.95, zz, zz + 0.007, "dark" if zz > z + 0.05 else "metal", 0.002)
            for zz in (z + h * 0.06, h - 0.008)
        ],
        slab(-0.008, 0.008, yb - r * 0.24, yb - r * 0.1, z + h * 0.05, h - 0.001, "metal", 0.002),
        *dots([(0, z + h * 0.03)], yb - 0.018, 0.016, "white", 0.012, 16),
    ]
    if p.kind == "co2":
        pieces += [
            pipe(
                [(0.015, yb, z + 0.02), (w * 0.5 - 0.02, yb - 0.02, z + 0.02), (w * 0.5 - 0.02, yb - r, z * 0.7)],
                0.011,
                "dark",
                0.03,
            ),
            cylinder(0.035, 0.16, (w * 0.5 - 0.035, yb - r * 1.1, z * 0.42), "dark", 0.003, 16, 0.016),
        ]
    elif p.hose == "nozzle":
        pieces += [bar((0, yb - r * 0.1, z + h * 0.045), (0, yb - r * 0.95, z + h * 0.03), 0.008, "dark", 10, 0.015)]
    else:
        pieces += [
            tube(
                kit.smooth_path(
                    [
                        (0.015, yb - 0.005, z + 0.02),
                        (r * 0.8, yb - r * 0.4, z + 0.01),
                        (r * 1.0, yb - r * 0.75, z * 0.7),
                        (r * 0.8, yb - r * 0.95, z * 0.35),
                    ],
                    5,
                ),
                0.009,
                "rubber",
                8,
            ),
            bar((r * 0.8, yb - r * 0.94, z * 0.37), (r * 0.76, yb - r * 0.97, z * 0.2), 0.009, "dark", 10, 0.014),
        ]
    if p.mount == "wall":
        pieces += [
            slab(-0.03, 0.03, d / 2 - 0.008, d / 2, z * 0.55, z * 0.95, "metal", 0.002),
            torus(r + 0.002, 0.004, (0, yb, z * 0.7), "metal", 30, 5),
        ]
    elif p.hose == "tray":
        edge = min(w / 2, r * 1.12)
        pieces = kit.move(pieces, (0, 0, 0.02)) + [
            slab(-edge, edge, yb - edge, d / 2, 0, 0.004, "metal", 0.001),
            *[
                slab(s * edge - 0.004 * s - 0.002, s * edge - 0.004 * s + 0.002, yb - edge, d / 2, 0, 0.03, "metal", 0.001)
                for s in (-1, 1)
            ],
            cylinder(r * 0.8, 0.022, (0, yb, 0.001), "dark", 0.002, 20),
        ]
    band = {"white": "paper", "cream": "paper:#e3d3a6", "yellow": "paper:#d8b32c", "blue": "paper:#2c5a9a"}[p.label]
    return device("fire_extinguisher", p, pieces, "paint:#b3221c", paper=band)


@sized(
    hammer=(0.13, 0.33, 0.035),
    wrench=(0.05, 0.24, 0.015),
    screwdriver=(0.035, 0.24, 0.035),
    saw=(0.14, 0.52, 0.03),
    pliers=(0.06, 0.2, 0.02),
    mounts={"wall": (0.13, 0.035, 0.33)},
)
class HandToolParams(Kinded):
    """A hand tool, lying or hung on a wall."""

    colour: str = choice("red", ("red", "yellow", "blue", "orange", "black"), "Handle")
    mount: str
    jaw: str = choice("open", ("open", "adjustable", "ratchet"), "Head of a wrench")


def _adjustable(w: float, d: float, h: float) -> Pieces:
    """A wrench whose lower jaw a worm moves; its handle is an I-beam with a hole to hang it by."""
    y1, y0 = d / 2, -d / 2
    jaw = np.array(
        [(-0.5, -0.24), (0.16, -0.3), (0.5, -0.16), (0.5, -0.04), (-0.06, -0.1), (-0.18, -0.02), (-0.2, 0.0), (-0.5, -0.02)]
    )
    slide = np.array([(0.5, -0.145), (0.5, -0.02), (0.14, 0.0), (0.1, -0.1)]) + (0, 0.0)
    body = np.column_stack([jaw[:, 0] * w, y1 + jaw[:, 1] * d])
    lower = np.column_stack([slide[:, 0] * w - 0.06 * w, y1 + slide[:, 1] * d])
    hang = kit.lathe(
        [(0.13 * w, 0.1 * h), (0.24 * w, 0.1 * h), (0.24 * w, 0.9 * h), (0.13 * w, 0.9 * h), (0.13 * w, 0.1 * h)],
        (0, y0 + 0.24 * w, 0),
        "steel",
        18,
    )
    return [
        kit.outward(prism(body, h, (0, 0, 0), "steel", 0.001)),
        kit.outward(prism(lower, 0.8 * h, (0, 0, 0.1 * h), "metal", 0.001)),
        slab(-0.2 * w, 0.2 * w, y0 + 0.42 * w, y1 - 0.2 * d, 0.18 * h, 0.82 * h, "steel", 0.002),
        *[slab(x - 0.03 * w, x + 0.03 * w, y0 + 0.44 * w, y1 - 0.22 * d, 0, h, "steel", 0.001) for x in (-0.17 * w, 0.17 * w)],
        *kit.move(
            kit.rotate(cylinder(0.1 * w, 0.09 * d, (0, 0, -0.045 * d), "metal", 0.001, 14), "y", np.pi / 2),
            (0.14 * w, y1 - 0.17 * d, h / 2),
        ),
        hang,
    ]


def _ratchet(w: float, d: float, h: float) -> Pieces:
    """A ratchet with a socket on its round head and a grip of two colours."""
    y1, y0 = d / 2, -d / 2
    r = w / 2
    return [
        cylinder(r, 0.5 * h, (0, y1 - r, 0.25 * h), "steel", 0.002, 26),
        cylinder(0.62 * r, 0.4 * h, (0, y1 - r, 0), "metal", 0.001, 20),
        cylinder(0.5 * r, 0.3 * h, (0, y1 - r, 0.7 * h), "dark", 0.001, 18),
        slab(-0.05 * w, 0.05 * w, y1 - 1.5 * r, y1 - 0.9 * r, 0.9 * h, h, "steel", 0.001),
        slab(-0.16 * w, 0.16 * w, y0 + 0.42 * d, y1 - 1.6 * r, 0.3 * h, 0.7 * h, "steel", 0.002),
        kit.sweep(
            oval(0.5 * w, 0.72 * h, 12),
            [(0, y0, h / 2), (0, y0 + 0.04 * d, h / 2), (0, y0 + 0.36 * d, h / 2), (0, y0 + 0.44 * d, h / 2)],
            "grip",
            scale=[0.8, 1, 0.95, 0.6],
        ),
        kit.sweep(oval(0.52 * w, 0.75 * h, 12), [(0, y0 + 0.1 * d, h / 2), (0, y0 + 0.3 * d, h / 2)], "dark"),
    ]


def hand_tool(p: HandToolParams) -> Asset:
    """Drawn lying, its head at +Y; hung, the head is up."""
    hung = p.mount == "wall"
    w, d, h = (p.width, p.height, p.depth) if hung else (p.width, p.depth, p.height)
    y0, y1, z = -d / 2, d / 2, h / 2
    if p.kind == "hammer":
        ps: Pieces = [
            kit.sweep(
                oval(0.028, 0.02, 12),
                [(0, y0, z), (0, y0 + d * 0.06, z), (0, y0 + d * 0.35, z), (0, y1 - 0.025, z)],
                "grip",
                scale=[0.8, 1.1, 1.0, 0.75],
            ),
            box((w * 0.34, 0.026, h * 0.8), (0, y1 - 0.018, z), "steel", 0.004),
            cyl((w * 0.16, y1 - 0.018, z), 0.012, w * 0.2, "x", "steel", 0.002, 14),
            cyl((w * 0.36, y1 - 0.018, z), h / 2, w * 0.14, "x", "steel", 0.003, 16),
            *[
                kit.sweep(
                    rounded_rect(h * 0.28, 0.008, 0.002, 1),
                    kit.smooth_path(
                        [
                            (-w * 0.14, y1 - 0.016, z + s * h * 0.2),
                            (-w * 0.34, y1 - 0.018, z + s * h * 0.24),
                            (-w * 0.5, y1 - 0.04, z + s * h * 0.3),
                        ],
                        4,
                    ),
                    "steel",
                    scale=np.linspace(1.6, 0.5, 9),
                )
                for s in (-1, 1)
            ],
        ]
        ps = ps if hung else rest(ps)  # on its head and the end of its grip
    elif p.kind == "wrench" and p.jaw != "open":
        ps = (_adjustable if p.jaw == "adjustable" else _ratchet)(w, d, h)
    elif p.kind == "wrench":
        head = kit.smooth_path(
            np.array(
                [
                    (-0.3, 0.0, 0),
                    (-0.5, 0.1, 0),
                    (-0.46, 0.2, 0),
                    (-0.2, 0.22, 0),
                    (-0.2, 0.12, 0),
                    (0, 0.08, 0),
                    (0.2, 0.12, 0),
                    (0.2, 0.22, 0),
                    (0.46, 0.2, 0),
                    (0.5, 0.1, 0),
                    (0.3, 0.0, 0),
                    (0.18, -0.04, 0),
                    (-0.18, -0.04, 0),
                ]
            )[::-1]
            * (w, d, 1),
            2,
            True,
        )[:, :2]
        ps = [
            prism(head, h * 0.9, (0, y1 - d * 0.22, 0.05 * h), "steel", 0.002),
            slab(-w * 0.16, w * 0.16, y0 + w * 0.5, y1 - d * 0.2, h * 0.15, h * 0.85, "steel", 0.003),
            lathe([(w * 0.26, 0), (w * 0.5, 0), (w * 0.5, h), (w * 0.26, h), (w * 0.26, 0)], (0, y0 + w * 0.5, 0), "steel", 20),
        ]
    elif p.kind == "screwdriver":
        ps = [
            *kit.move(
                kit.rotate(
                    [
                        lathe(
                            [
                                (0, 0),
                                (w * 0.4, 0.002),
                                (w * 0.5, 0.012),
                                (w * 0.46, d * 0.12),
                                (w * 0.5, d * 0.28),
                                (w * 0.34, d * 0.36),
                                (w * 0.36, d * 0.4),
                                (w * 0.2, d * 0.43),
                            ],
                            (0, 0, 0),
                            "grip",
                            10,
                        ),
                        cylinder(w * 0.1, d * 0.55, (0, 0, d * 0.42), "chrome", 0.0005, 10),
                    ],
                    "x",
                    -np.pi / 2,
                ),
                (0, y0, z),
            ),
            slab(-w * 0.14, w * 0.14, y1 - 0.012, y1, z - 0.0012, z + 0.0012, "chrome", 0.0004),
        ]
    elif p.kind == "saw":
        teeth = [(0.42 - (0.86 * i / 60), (0.012 if i % 2 else 0.0)) for i in range(61)]
        blade = np.array([*[(-0.5 + b * 0.6, a) for a, b in teeth[::-1]], (0.06, 0.44), (0.42, -0.42)]) * (w, d)
        ps = [
            prism(
                blade
                if np.sum(blade[:, 0] * np.roll(blade[:, 1], -1) - blade[:, 1] * np.roll(blade[:, 0], -1)) > 0
                else blade[::-1],
                0.0015,
                (0, d * 0.06, z),
                "steel",
                0,
            ),
            *kit.move(
                [
                    framed(
                        (w * 0.82, d * 0.24), (w * 0.42, d * 0.12), 0, h * 0.9, "grip", radius=0.02, outer_radius=0.04, edge=0.004
                    )
                ],
                (0, y0 + d * 0.12, h * 0.05),
            ),
            *[cylinder(0.006, h, (x, y0 + d * 0.22, 0), "brass", 0.001, 10) for x in (-w * 0.2, w * 0.12)],
        ]
    else:
        ps = []
        for s in (-1, 1):
            ps += [
                kit.sweep(
                    oval(0.014, h * 0.8, 10, 3),
                    kit.smooth_path(
                        [
                            (s * w * 0.36, y0, z),
                            (s * w * 0.44, y0 + d * 0.25, z),
                            (s * w * 0.26, y0 + d * 0.5, z),
                            (s * w * 0.1, y0 + d * 0.62, z),
                        ],
                        4,
                    ),
                    "grip",
                ),
                kit.sweep(
                    rounded_rect(w * 0.26, h * 0.6, 0.002, 1),
                    [(s * w * 0.1, y0 + d * 0.6, z), (s * w * 0.15, y0 + d * 0.75, z), (s * w * 0.07, y1, z)],
                    "steel",
                    scale=[1.2, 1.2, 0.5],
                ),
            ]
        ps.append(cylinder(w * 0.2, h, (0, y0 + d * 0.66, 0), "steel", 0.002, 18))
    if hung:
        ps = kit.rotate(ps, "x", np.pi / 2)
    wooden = p.kind in ("hammer", "saw") and p.style in ("classic", "rustic", "midcentury")
    return device(
        "hand_tool",
        p,
        ps,
        "steel",
        (),
        None,
        grip="wood"
        if wooden or (p.kind == "saw" and p.colour == "black")
        else {
            "red": "rubber:#b8322a",
            "yellow": "rubber:#d9a51f",
            "blue": "rubber:#2b61a6",
            "orange": "rubber:#d2661f",
            "black": "rubber:#222224",
        }[p.colour],
    )


@sized(tools=(0.48, 0.24, 0.25), cantilever=(0.44, 0.22, 0.26), first_aid=(0.3, 0.12, 0.22), mounts={"wall": (0.3, 0.12, 0.22)})
class ToolboxParams(Kinded):
    """A toolbox or first-aid kit."""

    colour: str = colours("red", "blue", "grey", "yellow", "black")
    mount: str


def toolbox(p: ToolboxParams) -> Asset:
    """Case with lid seam, latches and handle; metal one with a ridge and bar; white case with a cross."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    if p.kind == "first_aid" or p.mount == "wall":
        pieces: Pieces = [
            panel(w, h * 0.92, d * 0.49, (0, y0, h * 0.46), "body", 0.03, 0.012),
            panel(w, h * 0.92, d * 0.49, (0, 0.002, h * 0.46), "body", 0.03, 0.01),
            panel(w * 0.97, h * 0.89, 0.01, (0, -0.005, h * 0.46), "grey", 0.03, 0),
            pipe([(-0.05, 0, h * 0.9), (-0.05, 0, h - 0.007), (0.05, 0, h - 0.007), (0.05, 0, h * 0.9)], 0.007, "grey", 0.015),
            *[
                slab(-a, a, y0 - 0.0015, y0 + 0.002, h * 0.46 - b, h * 0.46 + b, "cross", 0.0005)
                for a, b in ((h * 0.25, h * 0.085), (h * 0.085, h * 0.25))
            ],
            *[slab(x - 0.014, x + 0.014, -0.02, 0.02, h * 0.9, h * 0.935, "grey", 0.003) for x in (-w * 0.32, w * 0.32)],
        ]
        g = p.colour in ("red", "yellow", "blue")
        return device(
            "toolbox",
            p,
            pieces,
            "plastic:#a8261f" if p.colour == "red" else "white" if g else "plastic:#2f7a4a",
            cross="white" if p.colour == "red" or not g else "plastic:#b8322a",
        )
    if p.kind == "cantilever":
        zt = h * 0.8
        pieces = [
            slab(-w / 2, w / 2, y0, d / 2, 0, zt * 0.5, "body", 0.004),
            *[slab(-w / 2, w / 2, a, b, zt * 0.51, zt * 0.98, "body", 0.004) for a, b in ((y0, -0.002), (0.002, d / 2))],
            *[
                bar(
                    (s * (w / 2 + 0.003), y * d * 0.4, zt * 0.25),
                    (s * (w / 2 + 0.003), y * d * 0.12, zt * 0.8),
                    0.005,
                    "metal",
                    6,
                )
                for s in (-1, 1)
                for y in (-1, 1)
            ],
            *[
                pipe(
                    [(-w * 0.3, y, zt * 0.97), (-w * 0.3, y, h - 0.007), (w * 0.3, y, h - 0.007), (w * 0.3, y, zt * 0.97)],
                    0.007,
                    "metal",
                    0.02,
                )
                for y in (-0.012, 0.012)
            ],
            *[
                slab(-w / 2 - 0.001, w / 2 + 0.001, y0 - 0.001, d / 2 + 0.001, z, z + 0.008, "body", 0.002)
                for z in (0.004, zt * 0.45)
            ],
        ]
        return device(
            "toolbox",
            p,
            pieces,
            {
                "red": "paint:#a8261f",
                "blue": "paint:#2a5c96",
                "grey": "paint:#6d7175",
                "yellow": "paint:#d9a51f",
                "black": "paint:#232325",
            }[p.colour],
        )
    zt = h * 0.86
    pieces = [
        skin(
            rounded_rect(w, d, 0.02, 3),
            [(0.93, 0.9, 0, 0), (0.95, 0.92, 0, 0.006), (1, 0.98, 0, zt * 0.66), (1, 1, 0, zt * 0.7)],
            "body",
        ),
        skin(
            rounded_rect(w, d, 0.02, 3),
            [(1, 1, 0, zt * 0.715), (1, 1, 0, zt * 0.78), (0.97, 0.94, 0, zt * 0.92), (0.92, 0.85, 0, zt)],
            "lid",
        ),
        *[slab(x - 0.022, x + 0.022, y0 - 0.006, y0 + 0.01, zt * 0.56, zt * 0.8, "latch", 0.004) for x in (-w * 0.3, w * 0.3)],
        pipe(
            [(-w * 0.22, 0, zt - 0.01), (-w * 0.2, 0, h - 0.013), (w * 0.2, 0, h - 0.013), (w * 0.22, 0, zt - 0.01)],
            0.013,
            "lid",
            0.03,
        ),
        *[
            slab(x - 0.03, x + 0.03, y0 * 0.95 - 0.003, y0 * 0.95 + 0.01, 0.02, zt * 0.5, "body", 0.006)
            for x in np.linspace(-w * 0.38, w * 0.38, 4)
        ],
    ]
    return device(
        "toolbox",
        p,
        pieces,
        p.colour,
        [top(-w * 0.44, -d * 0.45, w * 0.44, -d * 0.03, zt, "lid", 0.01)],
        lid="plastic:#1f2022" if p.colour != "black" else "plastic:#d9a51f",
        latch="metal",
    )


@sized(0.08, 0.22, 0.24)
class DrillParams(Sized):
    """A cordless drill."""

    colour: str = colours("yellow", "blue", "red", "green", "orange")


def drill(p: DrillParams) -> Asset:
    """Motor housing, chuck and bit to the front, grip, trigger, battery foot."""
    w, d, h = p.width, p.depth, p.height
    z = h - 0.04
    pieces: Pieces = [
        *kit.move(
            kit.rotate(
                [
                    lathe(
                        [(0.02, -d * 0.5), (0.034, -d * 0.47), (0.037, -d * 0.2), (0.034, 0.02), (0.026, 0.03)],
                        (0, 0, 0),
                        "body",
                        22,
                    ),
                    lathe([(0.024, 0.028), (0.024, 0.05), (0.02, 0.075), (0.009, 0.085)], (0, 0, 0), "dark", 18),
                    cylinder(0.003, max(d * 0.5 - 0.09, 0.02), (0, 0, 0.08), "steel", 0.001, 8),
                ],
                "x",
                np.pi / 2,
            ),
            (0, 0.0, z),
        ),
        kit.sweep(
            oval(0.034, 0.044, 16, 2.6),
            kit.smooth_path([(0, d * 0.2, z - 0.02), (0, d * 0.22, z * 0.6), (0, d * 0.26, 0.05)], 3),
            "body",
        ),
        kit.box((w * 0.95, d * 0.42, 0.05), (0, d * 0.24, 0.027), "dark", 0.01, segments=2),
        kit.box((w * 0.9, d * 0.4, 0.02), (0, d * 0.24, 0.06), "body", 0.006),
        slab(-0.01, 0.01, d * 0.04, d * 0.14, z - 0.075, z - 0.035, "dark", 0.006),
        *[
            slab(
                s * 0.036 - 0.001,
                s * 0.036 + 0.001,
                d * 0.16 + 0.016 * i,
                d * 0.16 + 0.016 * i + 0.007,
                z - 0.014,
                z + 0.014,
                "dark",
                0,
            )
            for s in (-1, 1)
            for i in range(4)
        ],
    ]
    return device("drill", p, pieces, p.colour)


@sized(0.34, 0.5, 0.95)
class DrillPressParams(Sized):
    """A pillar drill."""

    colour: str = choice("paint:#3f6b55", ("paint:#3f6b55", "paint:#2f5f8f", "paint:#6d7276", "paint:#8f2a22"), "Castings")


def drill_press(p: DrillPressParams) -> Asset:
    """Slotted foot, column, round table, head with belt cover, motor, chuck and three-armed feed."""
    w, d, h = p.width, p.depth, p.height
    yc, yf = d * 0.2, -d * 0.2
    zh = h * 0.7
    zt = h * 0.42 if h < 1.2 else h * 0.5
    pieces: Pieces = [
        plate(w * 0.8, d * 0.86, 0.035, (0, -d * 0.06, 0), "body", 0.02, 0.006),
        *[slab(x - 0.006, x + 0.006, -d * 0.42, -d * 0.05, 0.034, 0.0365, "dark", 0) for x in (-w * 0.2, w * 0.2)],
        cylinder(0.06, 0.07, (0, yc, 0.03), "body", 0.01, 24),
        cylinder(0.036, h * 0.86, (0, yc, 0.03), "steel", 0.002, 22),
        cylinder(w * 0.38, 0.022, (0, yf, zt), "steel", 0.003, 32),
        slab(-0.03, 0.03, yf, yc, zt - 0.03, zt + 0.004, "body", 0.01),
        cylinder(0.055, 0.09, (0, yc, zt - 0.06), "body", 0.008, 22),
        kit.box((w * 0.52, d * 0.62, h * 0.15), (0, -d * 0.03, zh + h * 0.075), "body", 0.03, segments=3),
        kit.box((w * 0.56, d * 0.9, h * 0.1), (0, 0.02, h - h * 0.055), "dark", 0.03, segments=3),
        cylinder(w * 0.2, h * 0.19, (0, d * 0.36, zh + h * 0.02), "dark", 0.015, 24),
        cylinder(0.03, h * 0.07, (0, yf, zh - h * 0.065), "steel", 0.003, 18),
        cylinder(0.022, h * 0.05, (0, yf, zh - h * 0.11), "dark", 0.004, 16),
        cylinder(0.004, h * 0.07, (0, yf, zh - h * 0.175), "chrome", 0.001, 8),
    ]
    hub = [
        cylinder(0.028, 0.03, (0, 0, 0), "steel", 0.004, 18),
        *kit.ring(
            [
                bar((0, 0, 0.02), (w * 0.3, 0, 0.05), 0.006, "chrome", 8),
                ellipsoid((0.03, 0.03, 0.03), (w * 0.3, 0, 0.05), "dark", 10, 8),
            ],
            3,
            0.4,
        ),
    ]
    pieces += [
        *kit.move(kit.rotate(hub, "y", np.pi / 2), (w * 0.25, yf + 0.03, zh + h * 0.05)),
        *dots([(-0.03, zh + h * 0.1), (0.03, zh + h * 0.1)], -d * 0.34, 0.014, "red", 0.01),
    ]
    return device("drill_press", p, pieces, p.colour, (), [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h))])


@sized(0.16, 0.35, 0.2)
class ViseParams(Sized):
    """A bench vise; its jaws face the front."""

    colour: str = choice("paint:#2f5f8f", ("paint:#2f5f8f", "paint:#3f6b55", "paint:#8f2a22", "black_metal"), "Castings")


def vise(p: ViseParams) -> Asset:
    """Round base, fixed and sliding jaw, screw with tommy bar."""
    w, d, h = p.width, p.depth, p.height
    pieces: Pieces = [
        cylinder(w * 0.48, h * 0.16, (0, d * 0.18, 0), "body", 0.006, 24),
        *[
            cylinder(0.01, 0.012, (w * 0.36 * np.cos(a), d * 0.18 + w * 0.36 * np.sin(a), h * 0.15), "steel", 0.001, 6)
            for a in (0.5, 2.6, 4.7)
        ],
        slab(-w * 0.26, w * 0.26, d * 0.0, d * 0.42, h * 0.14, h * 0.62, "body", 0.02),
        slab(-w * 0.42, w * 0.42, d * 0.02, d * 0.16, h * 0.58, h * 0.96, "body", 0.012),
        slab(-w * 0.2, w * 0.2, -d * 0.34, d * 0.1, h * 0.32, h * 0.6, "body", 0.01),
        slab(-w * 0.42, w * 0.42, -d * 0.22, -d * 0.09, h * 0.5, h * 0.96, "body", 0.012),
        *[slab(-w * 0.44, w * 0.44, a, a + 0.012, h * 0.78, h, "steel", 0.001) for a in (d * 0.012, -d * 0.095)],
        slab(-w * 0.3, w * 0.3, d * 0.2, d * 0.4, h * 0.6, h * 0.76, "body", 0.01),
        cyl((0, -d * 0.32, h * 0.46), 0.016, d * 0.17, "-y", "steel", 0.003, 14),
        bar((-w * 0.46, -d * 0.46, h * 0.44), (w * 0.46, -d * 0.46, h * 0.48), 0.006, "chrome", 8),
        *[ellipsoid((0.018, 0.018, 0.018), (s * w * 0.46, -d * 0.46, h * (0.46 + 0.02 * s)), "chrome", 10, 8) for s in (-1, 1)],
    ]
    return device("vise", p, pieces, p.colour)


@sized(step=(0.5, 0.75, 1.35), tall=(0.55, 0.95, 1.8), double=(0.52, 0.9, 1.5), leaning=(0.45, 0.45, 1.9))
class LadderParams(Kinded):
    """A ladder."""

    treads: int = count(0, 0, 9, "Treads; 0 fits the height")
    colour: str = choice("metal", ("metal", "wood", "paint:#d8d4c8", "paint:#c7a024"), "Ladder")


def ladder(p: LadderParams) -> Asset:
    """A-frame step ladder with flat treads, one with treads on both sides, or a leaning ladder with shelves for rungs."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    n = p.treads or max(4, round(h / 0.3))
    double, lean = p.kind == "double", p.kind == "leaning"
    wood = p.colour == "wood" or (p.style in ("rustic", "classic", "midcentury") and p.colour == "metal")
    rail = (0.022, 0.06) if not wood else (0.028, 0.07)
    ytop = {"step": y1 - d * 0.38, "tall": y1 - d * 0.38, "double": 0.0, "leaning": y1 - 0.05}[p.kind]
    ztop = h if lean else h - 0.03
    pieces: Pieces = []
    surf: list[Surface] = []
    boxes: list[Box] = []
    xb, xt = w / 2 - rail[0] / 2 - 0.004, (w / 2 - rail[0] / 2 - 0.004) * (0.72 if not lean else 1.0)

    def flight(ya: float, yb: float, treads: bool) -> None:
        for s in (-1, 1):
            pieces.append(
                kit.sweep(
                    rounded_rect(rail[0], rail[1], 0.005, 2),
                    [(s * xb, ya, 0.012 if not wood else 0.0), (s * xt, yb, ztop)],
                    "body",
                )
            )
            if not wood:
                pieces.append(slab(s * xb - 0.018, s * xb + 0.018, ya - 0.036, ya + 0.036, 0, 0.04, "rubber", 0.005))
        for i in range(1, n + 1):
            t = i / (n + (0 if lean else 0.6)) if not lean else i / (n + 0.6)
            z, y, x = t * ztop, ya + (yb - ya) * t, xb + (xt - xb) * t
            if treads:
                deep = 0.1 if not lean else 0.12 + 0.18 * (1 - t)
                f = y - 0.05 if ya < 0 else y - deep + 0.05
                f = f if not lean else y - 0.04
                f, b = max(f, y0), min(f + deep, y1)
                pieces.append(slab(-x + 0.008, x - 0.008, f, b, z - 0.026, z, "tread", 0.004, "x"))
                surf.append(
                    Surface(
                        f"tread_{len(surf) + 1}",
                        "on" if i == n and lean else "in",
                        -x + 0.04,
                        f + 0.008,
                        x - 0.04,
                        b - 0.008,
                        z,
                        ztop / (n + 0.6) - 0.04,
                    )
                )
                boxes.append(Box((-x, f - 0.03, z - 0.05), (x, b + 0.03, z)))
            else:
                pieces.append(bar((-x, y, z), (x, y, z), 0.011, "body", 8))
                boxes.append(Box((-x, y - 0.015, z - 0.015), (x, y + 0.015, z + 0.015)))
        for k in range(10):
            ta, tb = k / 10, (k + 1) / 10
            for s in (-1, 1):
                xs = sorted(s * (xb + (xt - xb) * t) for t in (ta, tb))
                ys = sorted(ya + (yb - ya) * t for t in (ta, tb))
                boxes.append(
                    Box((xs[0] - 0.025, ys[0] - 0.05, ta * ztop - 0.01), (xs[1] + 0.025, ys[1] + 0.05, tb * ztop + 0.02))
                )

    flight(y0 + rail[1] / 2 + 0.01, ytop - 0.03, True)
    if not lean:
        flight(y1 - rail[1] / 2 - 0.01, ytop + 0.03, double)
        pieces += [
            plate(2 * xt + 0.1, 0.2 if double else 0.24, 0.03, (0, ytop, h - 0.03), "tread" if wood else "cap", 0.02, 0.006),
            *[
                bar(
                    (s * (xb * 0.86 + xt * 0.14 - 0.02), (y0 + ytop) / 2 + 0.02, h * 0.42),
                    (s * (xb * 0.86 + xt * 0.14 - 0.02), (y1 + ytop) / 2 - 0.02, h * 0.42),
                    0.006,
                    "steel",
                    6,
                )
                for s in (-1, 1)
            ],
        ]
        surf.append(Surface("top", "on", -xt - 0.02, ytop - 0.08, xt + 0.02, ytop + 0.08, h))
        boxes += [
            Box((-xt - 0.05, ytop - 0.12, h - 0.05), (xt + 0.05, ytop + 0.12, h)),
            Box((-xb, (y0 + ytop) / 2, h * 0.42 - 0.01), (-xb * 0.8, (y1 + ytop) / 2, h * 0.42 + 0.01)),
            Box((xb * 0.8, (y0 + ytop) / 2, h * 0.42 - 0.01), (xb, (y1 + ytop) / 2, h * 0.42 + 0.01)),
        ]
    return device(
        "ladder",
        p,
        pieces,
        "wood" if wood else p.colour,
        surf,
        boxes,
        tread="wood" if wood or p.colour != "metal" else "metal",
        cap="plastic:#c7501f" if p.colour == "metal" else "plastic:#2a2a2c",
    )


@sized(two=(0.43, 0.4, 0.46), one=(0.4, 0.26, 0.24), three=(0.46, 0.55, 0.7))
class StepStoolParams(Kinded):
    """A step stool."""

    colour: str = choice("wood", ("wood", "paint:#e6e2d6", "paint:#6d8f83", "metal"), "Stool")


def step_stool(p: StepStoolParams) -> Asset:
    """Treads rising to the back between side cheeks."""
    w, d, h = p.width, p.depth, p.height
    n = {"one": 1, "two": 2, "three": 3}[p.kind]
    if h > 0.62:
        n = 3
    elif h < 0.3:
        n = 1
    y0, y1, t = -d / 2, d / 2, 0.024
    prof = [(y0 + 0.01, 0.0)]
    surf, pieces, boxes = [], [], []
    for i in range(n):
        a, z = y0 + d * i / n, h * (i + 1) / n
        prof += [(a + 0.012 + 0.02 * (n > 1), z - t + 0.001), (min(y0 + d * (i + 1) / n + 0.032, y1 - 0.012), z - t + 0.001)]
        pieces.append(
            slab(
                -w / 2,
                w / 2,
                a,
                y0 + d * (i + 1) / n if i + 1 == n else y0 + d * (i + 1) / n + 0.03,
                z - t,
                z,
                "body",
                0.005,
                "x",
            )
        )
        surf.append(Surface(f"tread_{i + 1}", "on", -w / 2 + 0.02, a + 0.015, w / 2 - 0.02, y0 + d * (i + 1) / n - 0.015, z))
        boxes.append(Box((-w / 2, a, 0 if n > 1 else z - 0.05), (w / 2, y1, z)))
        if n > 1:
            pieces.append(
                slab(
                    -w / 2 + 0.04,
                    w / 2 - 0.04,
                    a + 0.03,
                    a + 0.045,
                    z - min(0.14, h / n - 0.03),
                    z - t + 0.001,
                    "body",
                    0.003,
                    "x",
                )
            )
    prof += [
        (y1 - 0.012, 0.0),
        (y1 - 0.07, 0.0),
        (y1 - 0.09, min(0.12, h * 0.4)),
        (y0 + 0.09, min(0.12, h * 0.4)),
        (y0 + 0.07, 0.0),
    ]
    o = np.array(prof)
    pieces += [q for s in (-1, 1) for q in side_on(o, s * (w / 2 - 0.035) - 0.011, s * (w / 2 - 0.035) + 0.011, "body", 0.003)]
    pieces.append(slab(-w / 2 + 0.04, w / 2 - 0.04, y1 - 0.06, y1 - 0.03, h * 0.4, h * 0.52, "body", 0.004, "x"))
    return device("step_stool", p, pieces, p.colour, surf, boxes)


@sized(a_frame=(0.7, 0.8, 1.75), studio=(0.62, 0.62, 1.9))
class EaselParams(Kinded):
    """A painter's easel."""

    canvas: str = choice("blank", ("blank", "painted", "none"), "What stands on it")


def easel(p: EaselParams) -> Asset:
    """Three-legged easel with ledge and clamp, or a heavy H-frame; with a canvas."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    pieces: Pieces = []
    lz = h * 0.38
    lean = 0.18

    def yl(z: float) -> float:
        return y0 + 0.05 + z * lean

    r = rounded_rect(0.035, 0.022, 0.003, 1)
    if p.kind == "a_frame":
        pieces += [
            kit.sweep(r, [(s * (w / 2 - 0.02), yl(0), 0), (s * 0.05, yl(h * 0.97), h * 0.97)], "body") for s in (-1, 1)
        ] + [
            kit.sweep(r, [(0, y1 - 0.02, 0), (0, yl(h * 0.93) + 0.03, h * 0.93)], "body"),
            slab(-0.09, 0.09, yl(h * 0.92) - 0.012, yl(h * 0.92) + 0.035, h * 0.9, h * 0.94, "body", 0.004, "x"),
            slab(-w * 0.4, w * 0.4, yl(lz * 0.5) - 0.012, yl(lz * 0.5) + 0.012, lz * 0.5, lz * 0.5 + 0.045, "body", 0.004, "x"),
            kit.sweep(r, [(0, yl(lz * 0.5) - 0.01, lz * 0.5), (0, yl(h) - 0.02, h)], "body"),
        ]
    else:
        pieces += (
            [slab(s * w * 0.36 - 0.025, s * w * 0.36 + 0.025, y0, y1, 0.03, 0.08, "body", 0.005, "y") for s in (-1, 1)]
            + [slab(-w * 0.36, w * 0.36, y - 0.02, y + 0.02, 0.035, 0.075, "body", 0.004, "x") for y in (y1 - 0.1,)]
            + [
                kit.sweep(r * 1.4, [(s * w * 0.26, yl(0.05), 0.06), (s * w * 0.26, yl(h * 0.78), h * 0.78)], "body")
                for s in (-1, 1)
            ]
            + [slab(-w * 0.36, w * 0.36, yl(z) - 0.014, yl(z) + 0.014, z, z + 0.05, "body", 0.004, "x") for z in (0.14, h * 0.72)]
            + [
                kit.sweep(r * 1.3, [(0, yl(0.2), 0.2), (0, yl(h), h)], "body"),
                *[
                    bar((s * w * 0.3, y1 - 0.1, 0.06), (s * w * 0.26, yl(h * 0.5) + 0.02, h * 0.5), 0.012, "body", 8)
                    for s in (-1, 1)
                ],
                *castors([(s * w * 0.36, y) for s in (-1, 1) for y in (y0 + 0.05, y1 - 0.05)], 0.014),
            ]
        )
    yt = yl(lz)
    pieces += [
        slab(-w * 0.42, w * 0.42, yt - 0.085, yt + 0.012, lz - 0.024, lz, "body", 0.004, "x"),
        slab(-w * 0.42, w * 0.42, yt - 0.088, yt - 0.078, lz - 0.01, lz + 0.014, "body", 0.002, "x"),
    ]
    if p.canvas != "none":
        cw, ch = min(w * 1.0, 0.75), min(h * 0.42, 0.62)
        art: Pieces = [kit.box((cw, 0.02, ch), (0, 0, ch / 2), "canvas", 0.003)]
        if p.canvas == "painted":
            rng = np.random.default_rng(3)
            for c in ("blue", "yellow", "red", "green"):
                for _ in range(3):
                    x, z, a, b = (
                        rng.uniform(-0.3, 0.3) * cw,
                        rng.uniform(0.15, 0.8) * ch,
                        rng.uniform(0.06, 0.2) * cw,
                        rng.uniform(0.04, 0.14) * ch,
                    )
                    art.append(panel(a * 2, b * 1.2, 0.003, (x, -0.0115 - rng.uniform(0, 0.001), z), c, min(a, b) * 0.5, 0.001))
        pieces += kit.move(kit.rotate(art, "x", -np.arctan(lean)), (0, yt - 0.035, lz + 0.001))
        pieces.append(slab(-0.03, 0.03, yl(lz + ch) - 0.05, yl(lz + ch) + 0.02, lz + ch - 0.008, lz + ch + 0.025, "body", 0.004))
    return device(
        "easel",
        p,
        pieces,
        "wood",
        [] if p.canvas != "none" else [Surface("ledge", "in", -w * 0.38, yt - 0.075, w * 0.38, yt - 0.03, lz, h * 0.4)],
        blue="paint:#2f66a0",
        yellow="paint:#dcae3a",
        red="paint:#b5472f",
        green="paint:#5c8a5a",
        canvas="fabric:#efebe1",
    )


# ---------------------------------------------------------------------------------------------- boards and signs


@sized(chalk=(2.4, 0.07, 1.2), white=(1.8, 0.07, 1.2), cork=(1.2, 0.03, 0.9))
class WallBoardParams(Kinded):
    """A wall board."""

    notes: bool = flag(True, "Something written or pinned on it")


def wall_board(p: WallBoardParams) -> Asset:
    """Framed panel with pen or chalk tray, writing strokes, or pinned notes."""
    w, d, h = p.width, p.depth, p.height
    y0, yb = -d / 2, d / 2
    f = 0.03 if p.kind != "chalk" else 0.045
    tray = p.kind != "cork" and d > 0.03
    z0 = 0.02 if tray else 0.0
    t = min(0.022, d * 0.9)
    yf = yb - t
    rng = np.random.default_rng(int(w * 1000) + int(h * 1000))
    pieces: Pieces = [
        opening((w, h - z0), (w - 2 * f, h - z0 - 2 * f), t, (0, yf, (h + z0) / 2), "frame", 0.003, outer_radius=0.006),
        slab(-w / 2 + f - 0.004, w / 2 - f + 0.004, yf + t * 0.4, yb - 0.001, z0 + f - 0.004, h - f + 0.004, "body", 0),
    ]
    face = yf + t * 0.4
    surf: list[Surface] = []
    if tray:
        zt = z0 + 0.012
        pieces += [
            slab(-w * 0.42, w * 0.42, y0, yf + 0.002, zt - 0.012, zt, "frame", 0.003, "x"),
            slab(-w * 0.42, w * 0.42, y0, y0 + 0.005, 0.0, zt + 0.012, "frame", 0.002, "x"),
        ]
        for i in range(5):
            x = rng.uniform(-0.38, 0.38) * w
            pieces.append(
                cyl(
                    (x, (y0 + yf) / 2, zt + 0.007),
                    0.007,
                    0.09 if p.kind == "chalk" else 0.12,
                    "x",
                    ("white", "yellow", "red", "blue", "green")[i] if p.kind == "white" else ("white", "yellow", "pale")[i % 3],
                    0.002,
                    8,
                )
            )
        pieces.append(
            kit.box(
                (0.13, (yf - y0) * 0.8, 0.035),
                (w * 0.3, (y0 + yf) / 2, zt + 0.018),
                "wood" if p.kind == "chalk" else "dark",
                0.005,
            )
        )
        surf.append(Surface("tray", "in", -w * 0.4, y0 + 0.008, w * 0.4, yf - 0.004, zt, 0.3)) if yf - y0 > 0.03 else None
    if p.notes and p.kind == "cork":
        for i in range(int(4 + w * h * 9)):
            a, b = rng.uniform(0.07, 0.13), rng.uniform(0.07, 0.15)
            x, z = rng.uniform(-0.5, 0.5) * (w - 2 * f - 0.16), h / 2 + rng.uniform(-0.5, 0.5) * (h - 2 * f - 0.18)
            note = [
                slab(
                    -a / 2,
                    a / 2,
                    -0.001 - 0.0004 * i,
                    -0.0004 * i + 0.001,
                    -b / 2,
                    b / 2,
                    ("paper", "yellow_note", "pink_note", "blue_note")[i % 4],
                    0,
                ),
                *dots([(0, b * 0.42)], -0.001 - 0.0004 * i, 0.005, ("red", "blue", "green")[i % 3], 0.006, 8),
            ]
            pieces += kit.move(kit.rotate(note, "y", float(rng.normal(0, 0.05))), (x, face - 0.0008, z))
    elif p.notes:
        for k in range(int(3 + 2 * w)):
            x = rng.uniform(-0.42, 0.1) * w
            z = h * (0.85 - 0.6 * k / (3 + 2 * w))
            n = int(rng.integers(5, 11))
            pts = np.array(
                [
                    (x + 0.035 * i, face - 0.0006, z + 0.02 * np.sin(i * 2.1 + k))
                    for i in range(n)
                    if x + 0.035 * i < w / 2 - f - 0.03
                ]
            )
            if len(pts) > 2:
                pieces.append(
                    kit.sweep(rounded_rect(0.0012, 0.006, 0.0005, 1), kit.smooth_path(pts, 3), "stroke" if k % 3 else "stroke2")
                )
    body = {
        "chalk": "paint:#2c4a3c" if p.style != "modern" else "paint:#26282a",
        "white": "plastic:#f7f8f8",
        "cork": "food:#b58a5c",
    }[p.kind]
    return device(
        "wall_board",
        p,
        pieces,
        body,
        surf,
        None,
        origin="back",
        frame="wood" if p.kind != "white" and p.style != "industrial" else "metal",
        stroke="paper:#e8e6dc" if p.kind == "chalk" else "paint:#22418c",
        stroke2="paper:#e6d28a" if p.kind == "chalk" else "paint:#a8261f",
        yellow_note="paper:#f0d868",
        pink_note="paper:#e9a3b0",
        blue_note="paper:#a9cfe6",
    )


@sized(flipchart=(0.75, 0.65, 1.85), board=(1.4, 0.6, 1.85))
class MobileBoardParams(Kinded):
    """A flip chart or a board on castors."""


def mobile_board(p: MobileBoardParams) -> Asset:
    """Board with paper pad on three legs, or a turning board in a frame on castors."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "flipchart":
        zb = h * 0.42
        ps: Pieces = [
            panel(w, h - zb - 0.02, 0.018, (0, 0, (h + zb) / 2), "white", 0.01),
            opening((w, h - zb - 0.02), (w - 0.04, h - zb - 0.06), 0.022, (0, -0.002, (h + zb) / 2), "body", 0.004),
            panel(w * 0.9, (h - zb) * 0.88, 0.01, (0, -0.012, (h + zb) / 2 - 0.02), "paper", 0.002, 0.001),
            slab(-w * 0.46, w * 0.46, -0.018, 0.0, h - 0.07, h - 0.045, "dark", 0.004),
            slab(-w * 0.4, w * 0.4, -0.055, 0.0, zb - 0.005, zb + 0.012, "body", 0.004),
            *[
                kit.sweep(
                    rounded_rect(0.0012, 0.009, 0.0005, 1),
                    kit.smooth_path([(-w * 0.34 + 0.05 * i, -0.0125, z + 0.02 * np.sin(i * 2.3 + z * 9)) for i in range(9)], 3),
                    "blue",
                )
                for z in (h * 0.86, h * 0.76, h * 0.7)
            ],
        ]
        pieces = kit.move(ps, (0, -d * 0.06, 0))
        pieces = [
            q._replace(
                vertices=q.vertices
                + np.column_stack([np.zeros(len(q.vertices)), (q.vertices[:, 2] - zb) * 0.1, np.zeros(len(q.vertices))])
            )
            for q in pieces
        ]
        pieces += [bar((s * w * 0.36, 0, zb + 0.1), (s * w * 0.46, -d / 2 + 0.015, 0.01), 0.013, "body", 10) for s in (-1, 1)] + [
            bar((0, 0.02, h * 0.8), (0, d / 2 - 0.015, 0.01), 0.013, "body", 10),
            *[
                cylinder(0.018, 0.02, (x, y, 0), "rubber", 0.003, 10)
                for x, y in ((-w * 0.46, -d / 2 + 0.018), (w * 0.46, -d / 2 + 0.018), (0, d / 2 - 0.018))
            ],
        ]
        return device("mobile_board", p, pieces, "metal")
    zb = h * 0.4
    pieces = [
        panel(w - 0.14, h - zb - 0.06, 0.02, (0, -0.01, (h + zb) / 2 - 0.01), "white", 0.01),
        opening((w - 0.12, h - zb - 0.04), (w - 0.18, h - zb - 0.1), 0.03, (0, -0.015, (h + zb) / 2 - 0.01), "body", 0.004),
    ]
    for s in (-1, 1):
        x = s * (w / 2 - 0.02)
        pieces += [
            slab(x - 0.018, x + 0.018, -0.018, 0.018, 0.09, h, "body", 0.005),
            slab(x - 0.02, x + 0.02, -d / 2, d / 2, 0.075, 0.11, "body", 0.006),
            *castors([(x, -d / 2 + 0.04), (x, d / 2 - 0.04)], 0.03),
            cyl((x - s * 0.06, 0, (h + zb) / 2), 0.016, 0.06, "x" if s > 0 else "-x", "dark", 0.003, 12),
        ]
    pieces += [
        slab(-w / 2 + 0.02, w / 2 - 0.02, -0.015, 0.015, 0.2, 0.235, "body", 0.004),
        slab(-w * 0.3, w * 0.3, -0.075, -0.012, zb + 0.0, zb + 0.014, "body", 0.004),
    ]
    return device("mobile_board", p, pieces, "metal")


@sized(2.2, 0.1, 1.6)
class ProjectorScreenParams(Sized):
    """A projection screen."""

    case: str = choice("white", ("white", "black"), "Case")


def projector_screen(p: ProjectorScreenParams) -> Asset:
    """Tubular case, cloth with black border, bottom bar, wall brackets."""
    w, d, h = p.width, p.depth, p.height
    yc = 0.0
    pieces: Pieces = [
        slab(-w / 2 + 0.01, w / 2 - 0.01, -d * 0.45, d * 0.4, h - 0.1, h, "case", 0.02),
        *[
            slab(s * (w / 2 - 0.012) - 0.012, s * (w / 2 - 0.012) + 0.012, -d / 2, d / 2, h - 0.104, h, "case", 0.012)
            for s in (-1, 1)
        ],
        slab(-w / 2 + 0.06, w / 2 - 0.06, yc, yc + 0.002, 0.03, h - 0.09, "border", 0),
        slab(-w / 2 + 0.1, w / 2 - 0.1, yc - 0.0012, yc + 0.001, 0.08, h - 0.16, "body", 0),
        cyl((-w / 2 + 0.05, yc, 0.018), 0.018, w - 0.1, "x", "case", 0.003, 14),
        pipe([(-0.03, yc, 0.01), (-0.03, yc - 0.001, 0.0), (0.03, yc - 0.001, 0.0), (0.03, yc, 0.01)], 0.003, "dark", 0.004, 6),
    ]
    return device(
        "projector_screen",
        p,
        pieces,
        "fabric:#f4f5f4",
        origin="back",
        border="fabric:#151516",
        case="plastic:#efefec" if p.case == "white" else "plastic:#1c1c1e",
    )


# ---------------------------------------------------------------------------------------------- animals


@sized(bird=(0.75, 0.55, 0.7), kennel=(0.7, 1.05, 0.75))
class CageParams(Kinded):
    """A cage."""

    colour: str = choice("black_metal", ("black_metal", "metal", "paint:#e6e4dc"), "Wires")


def cage(p: CageParams) -> Asset:
    """Tray, wire sides and roof, door with latch, perches or a cushion."""
    w, d, h = p.width, p.depth, p.height
    y0, t = -d / 2, 0.07 if p.kind == "bird" else 0.035
    arched = p.kind == "bird" and p.style in ("classic", "midcentury")
    pieces: Pieces = [slab(-w / 2, w / 2, y0, d / 2, 0, t, "tray", 0.012)]
    xs = np.linspace(-w / 2 + 0.015, w / 2 - 0.015, max(8, int(w / 0.045)))
    ys = np.linspace(y0 + 0.015, d / 2 - 0.015, max(6, int(d / 0.05)))
    zt = h - 0.012 if not arched else h * 0.72
    r = 0.0022

    def rise(x: float) -> float:
        return zt + ((h - 0.006 - zt) * np.sqrt(max(0.0, 1 - (x / (w / 2)) ** 2)) if arched else 0.0)

    pieces += [bar((x, y, t - 0.01), (x, y, rise(x)), r, "body", 5) for x in xs for y in (ys[0], ys[-1])] + [
        bar((x, y, t - 0.01), (x, y, zt), r, "body", 5) for y in ys[1:-1] for x in (xs[0], xs[-1])
    ]
    arc = [(x, rise(x)) for x in (np.linspace(xs[0], xs[-1], 13) if arched else (xs[0], xs[-1]))]
    pieces += [kit.tube([(x, y, z) for x, z in arc], r if 0 < i < len(ys) - 1 else 0.004, "body", 5) for i, y in enumerate(ys)]
    pieces += [
        kit.tube([(xs[0], ys[0], z), (xs[-1], ys[0], z), (xs[-1], ys[-1], z), (xs[0], ys[-1], z)], 0.004, "body", 6, True)
        for z in np.linspace(t + 0.02, zt, 4)
    ]
    dw, dz0, dz1 = w * 0.34, t + 0.06, t + (zt - t) * 0.72
    pieces += [
        kit.tube(
            [(-dw / 2, y0 + 0.008, dz0), (dw / 2, y0 + 0.008, dz0), (dw / 2, y0 + 0.008, dz1), (-dw / 2, y0 + 0.008, dz1)],
            0.005,
            "body",
            6,
            True,
        ),
        *[bar((x, y0 + 0.008, dz0), (x, y0 + 0.008, dz1), r, "body", 5) for x in np.linspace(-dw / 2, dw / 2, 7)[1:-1]],
        slab(dw / 2 - 0.02, dw / 2 + 0.03, y0 + 0.0, y0 + 0.012, (dz0 + dz1) / 2, (dz0 + dz1) / 2 + 0.012, "steel", 0.002),
    ]
    if p.kind == "bird":
        pieces += (
            [
                cyl((xs[0], y, z), 0.008, xs[-1] - xs[0], "x", "wood", 0.001, 8)
                for y, z in ((0.03, t + (zt - t) * 0.45), (-d * 0.15, t + (zt - t) * 0.7))
            ]
            + [
                slab(s * w * 0.36 - 0.04, s * w * 0.36 + 0.04, y0 + 0.02, y0 + 0.08, t + 0.08, t + 0.13, "white", 0.008)
                for s in (-1, 1)
            ]
            + [
                pipe(
                    [(-0.05, 0, zt - 0.02), (-0.05, 0, zt * 0.72), (0.05, 0, zt * 0.72), (0.05, 0, zt - 0.02)],
                    0.004,
                    "wood",
                    0.01,
                )
            ]
        )
    else:
        pieces.append(cushion((w * 0.86, d * 0.88, 0.07), (0, 0, t + 0.03), "cushion", 0.03, 0.015))
    return device(
        "cage",
        p,
        pieces,
        p.colour,
        (),
        None,
        tray="plastic:#3d6b8a" if p.kind == "bird" and p.style == "modern" else "plastic:#2a2a2c",
        cushion="fabric",
    )


@sized(0.6, 0.5, 1.4)
class CatTreeParams(Sized):
    """A cat tree."""

    colour: str = choice("fabric:#d8cdb8", ("fabric:#d8cdb8", "fabric:#8a8d8f", "fabric:#e9e6df", "fabric:#5e4b3c"), "Plush")


def cat_tree(p: CatTreeParams) -> Asset:
    """Plush platforms on rope-wound posts, a hut with a round door, a bowl on top."""
    w, d, h = p.width, p.depth, p.height
    pieces: Pieces = [plate(w, d, 0.04, (0, 0, 0), "body", 0.03, 0.01)]
    zh = min(0.34, h * 0.26)
    surf = []
    hx = -w / 2 + 0.19
    pieces += [
        opening((0.34, zh), (0.2, zh * 0.66), 0.02, (hx, -0.17, 0.04 + zh / 2), "body", 0.095),
        slab(hx - 0.17, hx + 0.17, -0.155, 0.17, 0.035, 0.055, "body", 0.005),
        slab(hx - 0.17, hx + 0.17, 0.15, 0.17, 0.04, 0.04 + zh, "body", 0.008),
        *[slab(hx + s * 0.16 - 0.01, hx + s * 0.16 + 0.01, -0.16, 0.165, 0.04, 0.04 + zh, "body", 0.006) for s in (-1, 1)],
        slab(hx - 0.18, hx + 0.18, -0.185, 0.185, 0.035 + zh, 0.065 + zh, "body", 0.012),
    ]
    z1 = 0.065 + zh
    surf.append(Surface("roof", "on", hx - 0.15, -0.15, hx + 0.02, 0.15, z1))

    def post(x: float, y: float, a: float, b: float) -> Pieces:
        n = max(2, int((b - a) / 0.028))
        return [
            lathe(
                [(0.036, 0), *[(0.041 if i % 2 else 0.037, (b - a) * i / (2 * n)) for i in range(1, 2 * n)], (0.036, b - a)],
                (x, y, a),
                "rope",
                12,
            )
        ]

    levels = np.linspace(z1 + 0.3, h - 0.12, max(2, round((h - z1) / 0.38)))
    px = w / 2 - 0.09
    pieces += [
        *post(px, d * 0.3, 0.03, float(levels[0])),
        *post(px, -d * 0.3, 0.03, float(levels[0])),
        *post(hx + 0.12, d * 0.22, z1 - 0.01, float(levels[-1])),
    ]
    for i, z in enumerate(levels[:-1]):
        x = px - 0.06 if i % 2 == 0 else hx + 0.05
        pieces.append(plate(0.3, min(d * 0.9, 0.36), 0.03, (x, 0, z - 0.03), "body", 0.05, 0.01))
        surf.append(Surface(f"platform_{i + 1}", "on", x - 0.1, -0.12, x + 0.05, 0.12, float(z)))
        if i:
            pieces += post(px, d * 0.3, float(levels[i - 1]) - 0.01, float(levels[-1]))
    z = float(levels[-1])
    pieces += [
        skin(
            oval(0.38, 0.36, 28),
            [
                (0.6, 0.6, 0, z - 0.02),
                (0.9, 0.9, 0, z + 0.01),
                (1, 1, 0, z + 0.08),
                (0.95, 0.95, 0, z + 0.12),
                (0.8, 0.8, 0, z + 0.1),
                (0.7, 0.7, 0, z + 0.03),
                (0.3, 0.3, 0, z + 0.02),
            ],
            "body",
            (hx + 0.05, 0.02, 0),
        ),
        bar((px - 0.05, -0.1, float(levels[0]) - 0.02), (px - 0.05, -0.1, float(levels[0]) - 0.16), 0.003, "rope", 6),
        ellipsoid((0.05, 0.05, 0.05), (px - 0.05, -0.1, float(levels[0]) - 0.18), "pompom", 12, 8),
    ]
    return device("cat_tree", p, pieces, p.colour, surf, None, rope="wicker:#c9a878", pompom="fabric:#b8473a")


@sized(tank=(0.8, 0.38, 0.48), cabinet=(1.2, 0.48, 1.35))
class AquariumParams(Kinded):
    """An aquarium."""

    colour: str = choice("black", ("black", "white", "wood"), "Trim and cabinet")


def aquarium(p: AquariumParams) -> Asset:
    """Glass tank with water, gravel, stones, plants and fish, hood with lamp; some on a cabinet."""
    w, d, h = p.width, p.depth, p.height
    zb = 0.0 if p.kind == "tank" else h - min(0.6, h * 0.48)
    y0 = -d / 2
    t, zt = 0.008, h - 0.05
    rng = np.random.default_rng(int(w * 977) + int(h * 331))
    pieces: Pieces = []
    if zb:
        k = max(2, round(w / 0.55))
        pieces += [
            slab(-w / 2, w / 2, y0 + 0.021, d / 2, 0.05, zb - 0.02, "body", 0.003),
            slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.05, d / 2 - 0.02, 0, 0.06, "dark", 0.002),
            slab(-w / 2, w / 2, y0, d / 2, zb - 0.021, zb, "body", 0.004),
            *[
                slab(
                    -w / 2 + w * i / k + 0.002,
                    -w / 2 + w * (i + 1) / k - 0.002,
                    y0 + 0.002,
                    y0 + 0.02,
                    0.052,
                    zb - 0.024,
                    "body",
                    0.002,
                )
                for i in range(k)
            ],
            *[
                slab(
                    -w / 2 + w * (i + (0.88 if i % 2 == 0 else 0.12)) / k - 0.005,
                    -w / 2 + w * (i + (0.88 if i % 2 == 0 else 0.12)) / k + 0.005,
                    y0 - 0.012 + 0.014,
                    y0 + 0.004,
                    zb - 0.2,
                    zb - 0.08,
                    "metal",
                    0.001,
                )
                for i in range(k)
            ],
        ]
    a, b = w / 2 - 0.006, d / 2 - 0.006
    pieces += [
        slab(-w / 2, w / 2, y0 + (0.003 if zb else 0), d / 2, zb, zb + 0.02, "body", 0.004),
        *[
            slab(-a, a, s * b - (t if s > 0 else 0), s * b + (0 if s > 0 else t), zb + 0.018, zt + 0.004, "glass", 0)
            for s in (-1, 1)
        ],
        *[
            slab(s * a - (t if s > 0 else 0), s * a + (0 if s > 0 else t), -b + t, b - t, zb + 0.018, zt + 0.004, "glass", 0)
            for s in (-1, 1)
        ],
        slab(-a + t + 0.001, a - t - 0.001, -b + t + 0.001, b - t - 0.001, zb + 0.06, zt - 0.04, "water", 0),
        slab(-w / 2, w / 2, y0 + 0.001, d / 2, zt, h, "body", 0.006),
        slab(-w * 0.4, w * 0.4, -0.03, 0.03, zt - 0.012, zt + 0.002, "light", 0),
    ]
    u = np.linspace(-a + t + 0.001, a - t - 0.001, 14)
    v = np.linspace(-b + t + 0.001, b - t - 0.001, 7)
    g = np.array([[(x, y, zb + 0.055 + 0.014 * np.sin(x * 17 + 1) * np.cos(y * 21) + 0.012 * (y / b)) for y in v] for x in u])
    pieces.append(kit.sheet(g, "gravel", 0.025))
    for _ in range(max(2, int(w * 4))):
        x, y, s = rng.uniform(-0.8, 0.8) * a, rng.uniform(-0.6, 0.6) * b, rng.uniform(0.03, 0.07)
        pieces.append(ellipsoid((s * 1.5, s * 1.2, s * 1.4), (x, y, zb + 0.065), "stone", 9, 6))
    for _ in range(max(3, int(w * 7))):
        x, y, s = rng.uniform(-0.88, 0.88) * a, rng.uniform(0.0, 0.8) * b, (zt - zb) * rng.uniform(0.3, 0.68)
        for q in range(4):
            ph = rng.uniform(0, 6.28)
            path = [
                (
                    x + 0.012 * np.cos(ph) * k + 0.008 * np.sin(k * 2 + ph),
                    y + 0.008 * np.sin(ph) * k,
                    zb + 0.05 + s * k / 4 * (0.7 + 0.3 * (q % 2)),
                )
                for k in range(5)
            ]
            pieces.append(kit.sweep(rounded_rect(0.012, 0.0016, 0.0006, 1), path, "plant", scale=[0.6, 1, 1, 0.8, 0.25]))
    for i in range(max(3, int(w * 7))):
        x, y, z = rng.uniform(-0.8, 0.8) * a, rng.uniform(-0.6, 0.6) * b, rng.uniform(zb + 0.12, max(zt - 0.1, zb + 0.13))
        s = 0.035 * rng.uniform(0.8, 1.5) * (1 if rng.random() < 0.5 else -1)
        body = [
            ellipsoid((abs(s) * 1.5, abs(s) * 0.35, abs(s) * 0.75), (0, 0, 0), "fish" if i % 2 else "fish2", 10, 6),
            *side_on(
                [(0.0, 0.0), (abs(s) * 0.5, abs(s) * 0.36), (abs(s) * 0.4, 0), (abs(s) * 0.5, -abs(s) * 0.36)],
                -0.001,
                0.001,
                "fish" if i % 2 else "fish2",
                0,
            ),
        ]
        body[1:] = kit.move(kit.rotate(body[1:], "z", -np.pi / 2), (abs(s) * 0.65, 0, 0))
        pieces += kit.move(kit.rotate(body, "z", 0.3 if s > 0 else np.pi - 0.3), (x, y, z))
    return device(
        "aquarium",
        p,
        pieces,
        p.colour if p.colour != "white" or not zb else "paint:#eceae4",
        [top(-w / 2, y0, w / 2, d / 2, h, inset=0.03)] if not zb else (),
        None,
        [Emitter("area", (0.0, 0.0, zt - 0.02), 200, 6500, 0.2)],
        water="glass:#bfe3ee",
        gravel="stone:#b8a88a",
        stone="stone:#6e6a64",
        plant="foliage",
        fish="plastic:#e8722a",
        fish2="plastic:#3f86c8",
    )


# ---------------------------------------------------------------------------------------------- cleaning and house


@sized(
    pedal=(0.3, 0.3, 0.55), swing=(0.32, 0.25, 0.6), open=(0.28, 0.28, 0.34), mesh=(0.28, 0.28, 0.34), wheelie=(0.58, 0.6, 1.05)
)
class GarbageCanParams(Kinded):
    """A waste bin."""

    colour: str = choice("steel", ("steel", "plastic:#222326", "plastic:#e6e6e2", "plastic:#5f7d6a", "paint:#a8261f"), "Body")


def garbage_can(p: GarbageCanParams) -> Asset:
    """Pedal bin, swing-top bin, open bin, wire basket, wheeled bin."""
    w, d, h = p.width, p.depth, p.height
    o = oval(w, d, 36) if p.kind in ("pedal", "open", "mesh") else rounded_rect(w, d, 0.05, 4)
    if p.kind == "mesh":
        pieces: Pieces = [
            *[
                bar(
                    (w * 0.36 * np.cos(a), d * 0.36 * np.sin(a), 0.01),
                    (w * 0.49 * np.cos(a + e), d * 0.49 * np.sin(a + e), h - 0.006),
                    0.0016,
                    "body",
                    4,
                )
                for e in (-0.5, 0.5)
                for a in np.linspace(0, 2 * np.pi, 36, endpoint=False)
            ],
            *[
                kit.tube(np.column_stack([o * k, np.full(36, z)]), r, "body", 6, True)
                for k, z, r in ((0.97, h - 0.006, 0.006), (0.73, 0.008, 0.006))
            ],
            skin(o, [(0.72, 0.72, 0, 0.004), (0.72, 0.72, 0, 0.008)], "body"),
        ]
        return device("garbage_can", p, pieces, "black_metal" if p.colour == "steel" else p.colour)
    if p.kind == "open":
        return device(
            "garbage_can",
            p,
            [
                skin(
                    o,
                    [
                        (0.74, 0.74, 0, 0),
                        (0.76, 0.76, 0, 0.006),
                        (0.97, 0.97, 0, h - 0.012),
                        (1, 1, 0, h - 0.008),
                        (1, 1, 0, h),
                        (0.95, 0.95, 0, h),
                        (0.94, 0.94, 0, h - 0.02),
                        (0.73, 0.73, 0, 0.012),
                    ],
                    "body",
                ),
                skin(o, [(0.85, 0.85, 0, h * 0.45), (0.89, 0.89, 0, h * 0.55), (0.6, 0.6, 0, h * 0.6)], "paper"),
            ],
            p.colour,
            [Surface("inside", "in", -0.24 * w, -0.24 * d, 0.24 * w, 0.24 * d, 0.6 * h, 1.0)],
        )
    if p.kind == "wheelie":
        zt = h * 0.9
        pieces = [
            skin(
                rounded_rect(w, d * 0.9, 0.05, 4),
                [
                    (0.76, 0.72, 0.02, 0.03),
                    (0.78, 0.74, 0.02, 0.05),
                    (0.96, 0.94, 0, zt - 0.06),
                    (1, 1, 0, zt - 0.05),
                    (1, 1, 0, zt),
                ],
                "body",
            ),
            skin(
                rounded_rect(w, d * 0.94, 0.05, 4),
                [(1, 1, 0, zt + 0.002), (1.02, 1.02, 0, zt + 0.012), (0.97, 0.95, 0, zt + 0.05), (0.8, 0.7, 0, h)],
                "lid",
            ),
            cyl((-w * 0.36, d * 0.46, zt - 0.02), 0.016, w * 0.72, "x", "dark", 0.003, 10),
            *[q for s in (-1, 1) for q in wheel((s * w * 0.42, d * 0.34, 0.1), 0.1, 0.045, "rubber", "grey")],
            bar((-w * 0.4, d * 0.34, 0.1), (w * 0.4, d * 0.34, 0.1), 0.012, "steel", 8),
            slab(-w * 0.2, w * 0.2, -d * 0.47, -d * 0.4, zt * 0.4, zt * 0.58, "body", 0.01),
        ]
        return device(
            "garbage_can", p, pieces, "plastic:#2f4a3a" if p.colour == "steel" else p.colour, (), None, lid="plastic:#24282a"
        )
    zt = h * (0.9 if p.kind == "pedal" else 0.8)
    k = 0.94
    pieces = [
        skin(o * k, [(0.97, 0.97, 0, 0.02), (1, 1, 0, 0.03), (1, 1, 0, zt)], "body"),
        skin(o * k, [(1.0, 1.0, 0, 0), (1.02, 1.02, 0, 0.006), (1.02, 1.02, 0, 0.028), (0.98, 0.98, 0, 0.03)], "dark"),
        skin(
            o * k,
            [(1.02, 1.02, 0, zt - 0.004), (1.03, 1.03, 0, zt + 0.002), (1.03, 1.03, 0, zt + 0.014), (0.98, 0.98, 0, zt + 0.018)],
            "dark",
        ),
    ]
    if p.kind == "pedal":
        pieces += [
            skin(
                o * k,
                [
                    (1.0, 1.0, 0, zt + 0.02),
                    (1.01, 1.01, 0, zt + 0.026),
                    (0.9, 0.9, 0, zt + (h - zt) * 0.75),
                    (0.5, 0.5, 0, h),
                    (0.2, 0.2, 0, h),
                ],
                "lid",
            ),
            slab(-0.05, 0.05, -d / 2, -d * 0.42, 0.012, 0.024, "steel", 0.003),
            slab(-0.04, 0.04, d * 0.44, d / 2, zt - 0.03, zt + 0.03, "dark", 0.005),
        ]
    else:
        pieces += [
            skin(o * k, [(1.0, 1.0, 0, zt + 0.016), (0.96, 0.94, 0, zt + (h - zt) * 0.5), (0.78, 0.62, 0, h)], "lid"),
            *kit.move(
                kit.rotate(slab(-w * 0.33, w * 0.33, -0.008, 0.004, -h * 0.06, h * 0.075, "dark", 0.004), "x", -0.62),
                (0, -d * 0.41, zt + (h - zt) * 0.52),
            ),
        ]
    return device(
        "garbage_can",
        p,
        pieces,
        p.colour,
        (),
        None,
        lid="steel"
        if p.colour == "steel" and p.kind == "pedal"
        else "plastic:#2a2b2d"
        if p.colour != "plastic:#222326"
        else "steel",
    )


@sized(0.4, 0.42, 1.25)
class MopBucketParams(Sized):
    """A mop in a wheeled bucket."""

    colour: str = colours("yellow", "blue", "grey")


def mop_bucket(p: MopBucketParams) -> Asset:
    """Bucket with wringer on castors, mop standing in it."""
    w, d, h = p.width, p.depth, p.height
    zb = 0.34
    o = rounded_rect(w * 0.96, d * 0.9, 0.06, 4)
    pieces: Pieces = [
        skin(
            o,
            [
                (0.78, 0.78, 0, 0.06),
                (0.8, 0.8, 0, 0.07),
                (0.97, 0.97, 0, zb - 0.015),
                (1, 1, 0, zb - 0.01),
                (1, 1, 0, zb),
                (0.94, 0.94, 0, zb),
                (0.78, 0.78, 0, 0.09),
            ],
            "body",
        ),
        skin(o, [(0.88, 0.88, 0, 0.2), (0.9, 0.9, 0, 0.21)], "water"),
        *castors([(x, y) for x in (-w * 0.32, w * 0.32) for y in (-d * 0.28, d * 0.28)], 0.026),
        *[slab(-w * 0.4, w * 0.4, y, y + 0.02, 0.22, zb + 0.1, "body", 0.006) for y in (0.04, d * 0.38)],
        *[slab(s * w * 0.4 - 0.012, s * w * 0.4 + 0.012, 0.04, d * 0.42, 0.22, zb + 0.1, "body", 0.006) for s in (-1, 1)],
        pipe([(w * 0.42, 0.1, zb + 0.05), (w * 0.44, 0.1, zb + 0.12), (w * 0.44, -0.02, zb + 0.4)], 0.01, "metal", 0.03),
        bar((0, 0.12, zb - 0.05), (0.04, -d * 0.3, h), 0.012, "stick", 10),
        bar((0, 0.125, zb - 0.08), (0.003, 0.1, zb + 0.02), 0.03, "blue", 12, 0.02),
    ]
    rng = np.random.default_rng(4)
    pieces += [
        kit.tube(
            [
                (0, 0.12, zb - 0.03),
                (0.05 * np.cos(a), 0.12 + 0.05 * np.sin(a), zb - 0.07),
                (0.07 * np.cos(a), 0.12 + 0.06 * np.sin(a), zb - 0.16 - rng.uniform(0, 0.04)),
            ],
            0.008,
            "cotton",
            5,
        )
        for a in np.linspace(0, 6, 14)
    ]
    return device(
        "mop_bucket",
        p,
        pieces,
        p.colour,
        (),
        [Box((-w / 2, -d * 0.45, 0), (w / 2, d / 2, zb + 0.1)), Box((-0.06, -d / 2, zb), (w / 2, 0.2, h))],
        water="glass:#8f9a94",
        cotton="fabric:#e5e0d3",
        stick="wood" if p.style != "modern" else "metal",
    )


@sized(0.32, 0.12, 1.4)
class BroomParams(Sized):
    """A broom."""

    straw: bool = flag(False, "A straw broom")


def broom(p: BroomParams) -> Asset:
    """Stick, head and bristles."""
    w, d, h = p.width, p.depth, p.height
    if p.straw:
        pieces: Pieces = [
            skin(
                rounded_rect(w, d * 0.9, 0.02, 3),
                [(1, 1, 0, 0), (0.98, 0.95, 0, 0.05), (0.7, 0.7, 0, 0.22), (0.2, 0.36, 0, 0.34), (0.12, 0.3, 0, 0.38)],
                "straw",
            ),
            *[
                skin(rounded_rect(w, d * 0.9, 0.02, 3), [(k + 0.02, k2, 0, z), (k + 0.02, k2, 0, z + 0.012)], "red")
                for k, k2, z in ((0.64, 0.68, 0.235), (0.5, 0.58, 0.265))
            ],
            bar((0, 0, 0.34), (0, 0, h), 0.012, "stick", 10),
        ]
        rng = np.random.default_rng(2)
        pieces += [
            bar((x, y, 0), (x * 0.7, y * 0.8, 0.2), 0.0022, "straw", 4)
            for x, y in zip(rng.uniform(-0.48, 0.48, 40) * w, rng.choice([-0.47, 0.47], 40) * d, strict=True)
        ]
        return device("broom", p, pieces, "wicker:#c9a45c", (), None, straw="wicker:#c9a45c", stick="wood")
    pieces = [
        kit.box((w, d * 0.6, 0.05), (0, 0, 0.115), "body", 0.012, segments=2),
        skin(rounded_rect(w * 0.97, d * 0.5, 0.01, 2), [(1.03, 1.9, 0, 0), (1, 1, 0, 0.092)], "bristle"),
        *[
            bar((x, s * d * 0.42, 0.0), (x, s * d * 0.22, 0.095), 0.002, "bristle", 4)
            for x in np.linspace(-w * 0.48, w * 0.48, 26)
            for s in (-1, 1)
        ],
        cylinder(0.02, 0.06, (0, 0, 0.135), "body", 0.004, 14, 0.016),
        bar((0, 0, 0.16), (0, 0, h), 0.012, "stick", 10),
        cylinder(0.014, 0.09, (0, 0, h - 0.09), "body", 0.005, 12),
    ]
    return device(
        "broom",
        p,
        pieces,
        {"modern": "blue", "industrial": "grey"}.get(p.style, "red"),
        (),
        None,
        bristle="fabric:#5b5f63" if p.style == "modern" else "wicker:#7a5a34",
        stick="wood" if p.style != "modern" else "metal",
    )


@sized(pail=(0.3, 0.3, 0.3), plastic=(0.3, 0.3, 0.28), barrel=(0.58, 0.58, 0.88))
class BucketParams(Kinded):
    """A bucket or barrel."""

    colour: str = choice("blue", ("blue", "red", "grey", "green"), "Plastic")


def bucket(p: BucketParams) -> Asset:
    """Tapered pail with rim and bail handle; or a stave barrel with hoops."""
    w, h = p.width, p.height
    r = w / 2
    if p.kind == "barrel":
        n, rows = 20, [(0.84, 0.0), (0.94, 0.2), (1.0, 0.5), (0.94, 0.8), (0.84, 1.0)]
        if p.style == "industrial":
            pieces: Pieces = [
                lathe(
                    [
                        (r * 0.97, 0),
                        (r, 0.01),
                        (r * 0.98, 0.02),
                        (r * 0.98, h * 0.32),
                        (r, h * 0.335),
                        (r * 0.98, h * 0.35),
                        (r * 0.98, h * 0.65),
                        (r, h * 0.665),
                        (r * 0.98, h * 0.68),
                        (r * 0.98, h - 0.02),
                        (r, h - 0.01),
                        (r * 0.97, h),
                        (r * 0.94, h - 0.015),
                        (0, h - 0.015),
                    ],
                    (0, 0, 0),
                    "body",
                    36,
                ),
                cylinder(0.03, 0.012, (r * 0.6, 0, h - 0.016), "metal", 0.003, 14),
            ]
            return device(
                "bucket",
                p,
                pieces,
                {"blue": "paint:#2a5c96", "red": "paint:#a8261f", "grey": "paint:#4a4e52", "green": "paint:#3f6b4a"}[p.colour],
                [Surface("top", "on", -r * 0.62, -r * 0.62, r * 0.5, r * 0.62, h - 0.015)],
            )
        z = np.array([q[1] for q in rows]) * h
        out: Pieces = []
        for i in range(n):
            a0, a1 = 2 * np.pi * (i + 0.02) / n, 2 * np.pi * (i + 0.98) / n
            rings = []
            for (k, _), zz in zip(rows, z, strict=True):
                q = (
                    np.array(
                        [
                            (np.cos(a0), np.sin(a0)),
                            (np.cos((a0 + a1) / 2) * 1.008, np.sin((a0 + a1) / 2) * 1.008),
                            (np.cos(a1), np.sin(a1)),
                        ]
                    )
                    * r
                    * k
                    * 0.985
                )
                inn = np.array([(np.cos(a1), np.sin(a1)), (np.cos(a0), np.sin(a0))]) * (r * k - 0.028)
                rings.append((np.vstack([q, inn]), float(zz)))
            out.append(loft(rings, "body"))
        pieces = [
            *out,
            *[
                lathe(
                    [
                        (r * k * 1.0, zz - 0.018),
                        (r * k2 * 1.0 + 0.002, zz + 0.018),
                        (r * k2 - 0.012, zz + 0.018),
                        (r * k - 0.014, zz - 0.018),
                        (r * k, zz - 0.018),
                    ],
                    (0, 0, 0),
                    "hoop",
                    32,
                )
                for k, k2, zz in (
                    (0.87, 0.895, h * 0.06),
                    (0.955, 0.975, h * 0.27),
                    (0.975, 0.955, h * 0.73),
                    (0.895, 0.87, h * 0.94),
                )
            ],
            cylinder(r * 0.82, 0.02, (0, 0, h - 0.05), "body", 0.002, 32),
            cylinder(r * 0.82, 0.02, (0, 0, 0.02), "body", 0.002, 32),
        ]
        return device(
            "bucket",
            p,
            pieces,
            "wood",
            [Surface("top", "on", -r * 0.72, -r * 0.72, r * 0.72, r * 0.72, h - 0.03, round=True)],
            None,
            hoop="black_metal" if p.style != "modern" else "metal",
        )
    pieces = [
        lathe(
            [
                (0, 0.006),
                (r * 0.66, 0.006),
                (r * 0.68, 0),
                (r * 0.72, 0),
                (r * 0.74, 0.012),
                (r * 0.94, h * 0.9),
                (r * 0.99, h * 0.91),
                (r, h * 0.93),
                (r * 0.99, h * 0.95),
                (r * 0.94, h * 0.95),
                (r * 0.92, h * 0.9),
                (r * 0.7, 0.02),
                (0, 0.02),
            ],
            (0, 0, 0),
            "body",
            32,
        ),
        *[cyl((s * r * 0.95, 0, h * 0.85), 0.016, 0.01, "x" if s > 0 else "-x", "grip", 0.003, 12) for s in (-1, 1)],
        tube(
            [
                (r * 0.99 * np.cos(t), -r * 0.86 * np.sin(t) * 0.5, h * 0.86 + r * 0.0 + (h * 0.14 - 0.004) * np.sin(t))
                for t in np.linspace(0, np.pi, 17)
            ],
            0.003,
            "metal",
            6,
        ),
        cyl((-0.05, -r * 0.43, h - 0.01), 0.01, 0.1, "x", "grip", 0.003, 10),
    ]
    return device(
        "bucket",
        p,
        pieces,
        "metal" if p.kind == "pail" else p.colour,
        [Surface("inside", "in", -0.5 * r, -0.5 * r, 0.5 * r, 0.5 * r, 0.02, 0.9 * h, True)],
        None,
        grip="wood" if p.kind == "pail" else "plastic:#26282a",
    )


@sized(1.3, 0.4, 0.92)
class IroningBoardParams(Sized):
    """An ironing board."""

    colour: str = choice("fabric:#7f97a8", ("fabric:#7f97a8", "fabric:#c9b59a", "fabric:#a8665c", "fabric:#5f7d6a"), "Cover")


def ironing_board(p: IroningBoardParams) -> Asset:
    """Padded board with a rounded nose, crossed legs, iron rest."""
    w, d, h = p.width, p.depth, p.height
    bl = w * 0.86
    half = [(-0.5, 0.34), (-0.44, 0.48), (-0.3, 0.5), (0.2, 0.48), (0.38, 0.34), (0.47, 0.16), (0.5, 0.0)]
    pts = np.array([*half, *[(x, -y) for x, y in half[-2::-1]]])[::-1]
    o = kit.smooth_path(np.column_stack([pts * (bl, d), np.zeros(len(pts))]), 3, True)[:, :2] + ((w - bl) / 2, 0)
    z = h
    pieces: Pieces = [
        prism(o, 0.03, (0, 0, z - 0.03), "body", 0.011, smooth_sides=True),
        prism(kit.inset(o, 0.025), 0.012, (0, 0, z - 0.04), "metal", 0.002),
    ]
    for s, x0, x1 in ((1, -0.34, 0.28), (-1, 0.32, -0.2)):
        yo = d * (0.3 if s > 0 else 0.22)
        pieces += [
            pipe([(x0 * w, yo, 0.014), (x1 * w, yo * 0.5, z - 0.045)], 0.011, "metal"),
            pipe([(x0 * w, -yo, 0.014), (x1 * w, -yo * 0.5, z - 0.045)], 0.011, "metal"),
            cyl((x0 * w, -d * 0.44, 0.014), 0.014, d * 0.88, "y", "rubber", 0.003, 10),
            cyl((x1 * w, -yo * 0.55, z - 0.046), 0.009, yo * 1.1, "y", "metal", 0.001, 8),
        ]
    pieces.append(bar((0.0, -d * 0.28, z * 0.52), (0.0, d * 0.28, z * 0.52), 0.007, "metal", 8))
    xr = (w - bl) / 2 - bl / 2
    pieces += [
        kit.tube(
            [
                (xr + 0.03, -d * 0.3, z - 0.02),
                (-w / 2 + 0.004, -d * 0.3, z - 0.02),
                (-w / 2 + 0.004, d * 0.3, z - 0.02),
                (xr + 0.03, d * 0.3, z - 0.02),
            ],
            0.004,
            "chrome",
            6,
        ),
        *[
            bar((-w / 2 + 0.02, y, z - 0.018), (xr + 0.02, y, z - 0.018), 0.003, "chrome", 6)
            for y in np.linspace(-d * 0.2, d * 0.2, 4)
        ],
    ]
    return device(
        "ironing_board",
        p,
        pieces,
        p.colour,
        [Surface("board", "on", xr + 0.06, -d * 0.36, xr + bl * 0.66, d * 0.36, z)],
        [Box((-w / 2, -d / 2, z - 0.06), (w / 2, d / 2, z)), Box((-w * 0.36, -d / 2, 0), (w * 0.36, d / 2, z))],
    )


@sized(city=(0.6, 1.75, 1.05), road=(0.45, 1.7, 1.0), mountain=(0.68, 1.75, 1.08))
class BicycleParams(Kinded):
    """A bicycle; it stands along Y, its front wheel towards -Y."""

    colour: str = choice("red", ("red", "blue", "mint", "black", "yellow", "white", "green"), "Frame")


def bicycle(p: BicycleParams) -> Asset:
    """Diamond or step-through frame, spoked wheels, fork, handlebar, saddle, cranks, chain, stand."""
    w, d, h = p.width, p.depth, p.height
    r = min(0.345, d * 0.198, h * 0.34)
    yf, yr = -d / 2 + r, d / 2 - r
    tyre = {"city": 0.036, "road": 0.024, "mountain": 0.052}[p.kind]
    bb, st = np.array([0, yr - d * 0.245, r * 0.86]), np.array([0, yr - d * 0.165, h * 0.72])
    hd0, hd1 = np.array([0, yf + d * 0.085, h * 0.63]), np.array([0, yf + d * 0.12, h * 0.8])
    tr = 0.016
    low = p.kind == "city"
    pieces: Pieces = [
        *wheel((0, yf, r), r, tyre, "rubber", "chrome", 18),
        *wheel((0, yr, r), r, tyre, "rubber", "chrome", 18),
        bar(tuple(bb), tuple(st), tr, "body", 12),
        bar(tuple(hd0), tuple(bb), tr * 1.1, "body", 12),
        bar(tuple(hd0 - (hd1 - hd0) * 0.1), tuple(hd1), tr * 1.15, "body", 12),
    ]
    if low:
        pieces.append(
            tube(
                kit.smooth_path(
                    [tuple(hd0 + (0, 0.01, 0.03)), tuple((hd0 + bb) / 2 + (0, 0.05, 0.09)), tuple(bb + (st - bb) * 0.45)], 5
                ),
                tr,
                "body",
                12,
            )
        )
    else:
        pieces.append(bar(tuple(hd1 - (0, 0.004, 0.03)), tuple(st - (st - bb) * 0.08), tr, "body", 12))
    for s in (-1, 1):
        x = s * 0.045
        pieces += [
            tube([tuple(bb + (s * 0.02, 0, 0)), (x, bb[1] + 0.12, r * 0.95), (x, yr, r)], 0.009, "body", 8),
            tube(
                [tuple(st + (st - bb) * -0.06 + np.array([s * 0.012, 0, 0])), (x, yr - 0.05, r + 0.12), (x, yr, r)],
                0.008,
                "body",
                8,
            ),
            tube(
                [(s * 0.014, hd0[1] - 0.01, hd0[2] - 0.04), (x, (hd0[1] + yf) / 2 - 0.005, (hd0[2] + r) / 2 + 0.05), (x, yf, r)],
                0.011,
                "body" if p.kind != "mountain" else "dark",
                8,
            ),
        ]
        e = bb + np.array([s * 0.075, -s * 0.1, -s * 0.13])
        pieces += [
            bar(tuple(bb + (s * 0.06, 0, 0)), tuple(e), 0.009, "chrome", 8),
            slab(
                e[0] + s * 0.05 - 0.042,
                e[0] + s * 0.05 + 0.042,
                e[1] - 0.035,
                e[1] + 0.035,
                e[2] - 0.01,
                e[2] + 0.01,
                "dark",
                0.004,
            ),
        ]
    pieces += [
        slab(-0.03, 0.03, hd0[1] - 0.028, hd0[1] + 0.01, hd0[2] - 0.06, hd0[2] - 0.02, "body", 0.008),
        cyl((-0.06, bb[1], bb[2]), 0.022, 0.12, "x", "chrome", 0.003, 14),
        *kit.move(
            kit.rotate(
                [
                    torus(0.085, 0.005, (0, 0, 0), "chrome", 24, 5),
                    *kit.ring(slab(0, 0.085, -0.007, 0.007, -0.002, 0.002, "chrome", 0), 5),
                ],
                "y",
                np.pi / 2,
            ),
            (0.05, bb[1], bb[2]),
        ),
        cyl((0.04, yr, r), 0.04, 0.02, "x", "dark", 0.003, 18),
    ]
    pieces += [bar((0.05, bb[1] + 0.005, bb[2] + s * 0.085), (0.05, yr, r + s * 0.04), 0.004, "dark", 5) for s in (-1, 1)]
    sd = np.array([0, st[1] + 0.03, min(h * 0.9, h - 0.06)])
    pieces += [
        bar(tuple(st - (st - bb) * 0.1), tuple(sd - (0, 0, 0.03)), 0.012, "chrome", 10),
        *skin(
            oval(0.17, 0.27, 20, 2.2, 0.55),
            [(0.5, 0.7, 0, 0), (0.95, 0.97, 0, 0.012), (1, 1, 0, 0.03), (0.85, 0.93, 0, 0.045), (0.4, 0.6, 0, 0.05)],
            "saddle",
            tuple(sd - (0, 0, 0.035)),
        )[:0],
        skin(
            oval(0.17, 0.27, 20, 2.2, 0.55),
            [(0.5, 0.7, 0, 0), (0.95, 0.97, 0, 0.012), (1, 1, 0, 0.03), (0.85, 0.93, 0, 0.045), (0.4, 0.6, 0, 0.05)],
            "saddle",
            tuple(sd - (0, 0, 0.035)),
        ),
    ]
    hb = np.array([0, hd1[1] + 0.02, h - 0.03])
    pieces.append(bar(tuple(hd1), tuple(hb - (0, 0.0, 0.02)), 0.013, "chrome", 10))
    xw = w / 2
    if p.kind == "road":
        pieces += mirrored(
            [
                (0, hb[1] - 0.06, hb[2]),
                (xw - 0.01, hb[1] - 0.06, hb[2]),
                (xw - 0.01, hb[1] - 0.17, hb[2] - 0.005),
                (xw - 0.01, hb[1] - 0.17, hb[2] - 0.13),
                (xw - 0.01, hb[1] - 0.05, hb[2] - 0.15),
            ],
            0.012,
            "grip",
            0.06,
        )
        pieces.append(bar(tuple(hb - (0, 0, 0.01)), (0, hb[1] - 0.06, hb[2]), 0.014, "chrome", 8))
    else:
        sweep_ = 0.16 if low else 0.04
        pieces += mirrored(
            [
                (0, hb[1] - 0.03, hb[2] - 0.02),
                (0.1, hb[1] - 0.05, hb[2]),
                (xw - 0.02, hb[1] - 0.05 + sweep_ * 0.4, hb[2] + 0.015),
                (xw, hb[1] + sweep_, hb[2] + 0.01),
            ],
            0.011,
            "chrome",
            0.1,
        )
        pieces += [
            bar(
                (s * (xw - 0.025), hb[1] - 0.05 + sweep_ * 0.42, hb[2] + 0.014),
                (s * xw, hb[1] + sweep_, hb[2] + 0.01),
                0.016,
                "grip",
                10,
            )
            for s in (-1, 1)
        ]
    if low:
        for y, a0, a1 in ((yf, 0.3, 2.6), (yr, 0.2, 2.9)):
            pieces.append(
                kit.sweep(
                    rounded_rect(0.055, 0.004, 0.002, 1),
                    [(0, y + (r + 0.018) * np.cos(t), r + (r + 0.018) * np.sin(t)) for t in np.linspace(a0, a1, 14)],
                    "body",
                )
            )
        pieces += [
            *[
                bar((s * 0.05, yr - 0.14, 2 * r + 0.05), (s * 0.05, yr + 0.2, 2 * r + 0.05), 0.005, "chrome", 6)
                for s in (-1, 0, 1)
            ],
            *[
                bar((-0.055, y, 2 * r + 0.05), (0.055, y, 2 * r + 0.05), 0.005, "chrome", 6)
                for y in (yr - 0.13, yr + 0.03, yr + 0.19)
            ],
            *[bar((s * 0.05, yr + 0.1, 2 * r + 0.05), (s * 0.05, yr, r), 0.004, "chrome", 6) for s in (-1, 1)],
            *kit.move(
                upright(lathe([(0, 0), (0.03, 0.0), (0.034, 0.03), (0.02, 0.05), (0, 0.05)], (0, 0, 0), "chrome", 18)),
                (0, hd1[1] - 0.035, hd1[2] - 0.02),
            ),
        ]
    pieces.append(bar((-0.06, bb[1] + 0.06, bb[2] - 0.03), (-0.16, bb[1] + 0.1, 0.004), 0.008, "chrome", 8))
    return device(
        "bicycle",
        p,
        pieces,
        {
            "red": "paint:#a8261f",
            "blue": "paint:#24507f",
            "mint": "paint:#8cc0ad",
            "black": "paint:#202022",
            "yellow": "paint:#d9a51f",
            "white": "paint:#e9e7e1",
            "green": "paint:#2f5940",
        }[p.colour],
        (),
        [Box((-0.17, -d / 2, 0), (0.17, d / 2, h * 0.95)), Box((-w / 2, hb[1] - 0.2, h * 0.75), (w / 2, hb[1] + 0.2, h))],
        saddle="leather:#6b4226" if low else "leather:#1d1d1f",
        grip="leather:#6b4226" if low else "rubber",
    )


# ---------------------------------------------------------------------------------------------- shops and halls


def _basket(
    w0: float,
    d0: float,
    w1: float,
    d1: float,
    z0: float,
    z1: float,
    slot: str,
    pitch: float = 0.05,
    r: float = 0.0022,
    shift: float = 0.0,
) -> Pieces:
    """An open wire basket, wider at the rim; `shift` moves the rim along Y."""
    out: Pieces = []
    for k in range(5):
        t = k / 4
        a, b, z, s = (w0 + (w1 - w0) * t) / 2, (d0 + (d1 - d0) * t) / 2, z0 + (z1 - z0) * t, shift * t
        out.append(
            kit.tube(
                [(-a, s - b, z), (a, s - b, z), (a, s + b, z), (-a, s + b, z)], r * (2.2 if k in (0, 4) else 1), slot, 5, True
            )
        )
    for u in np.linspace(-1, 1, max(5, int(w0 / pitch))):
        out += [bar((u * w0 / 2, s * d0 / 2, z0), (u * w1 / 2, shift + s * d1 / 2, z1), r, slot, 4) for s in (-1, 1)] + [
            bar((u * w0 / 2, -d0 / 2, z0), (u * w0 / 2, d0 / 2, z0), r, slot, 4)
        ]
    for u in np.linspace(-1, 1, max(5, int(d0 / pitch))):
        out += [bar((s * w0 / 2, u * d0 / 2, z0), (s * w1 / 2, shift + u * d1 / 2, z1), r, slot, 4) for s in (-1, 1)]
    return out


@sized(0.58, 0.95, 1.02)
class ShoppingCartParams(Sized):
    """A shopping cart; its handle is at +Y."""

    colour: str = colours("red", "blue", "green", "orange")


def shopping_cart(p: ShoppingCartParams) -> Asset:
    """Wire basket on a bent tube frame with four castors and a coloured handle."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    pieces: Pieces = [
        *castors([(s * w * 0.38, y) for s in (-1, 1) for y in (y0 + 0.08, y1 - 0.2)], 0.05),
        *mirrored(
            [
                (w * 0.38, y0 + 0.06, 0.13),
                (w * 0.4, y1 - 0.1, 0.15),
                (w * 0.42, y1 - 0.14, h * 0.5),
                (w * 0.46, y1 - 0.02, h - 0.02),
            ],
            0.012,
            "metal",
            0.08,
        ),
        bar((-w * 0.38, y0 + 0.08, 0.13), (w * 0.38, y0 + 0.08, 0.13), 0.011, "metal", 8),
        *[bar((-w * 0.36, y, 0.135), (w * 0.36, y, 0.145), 0.004, "metal", 6) for y in np.linspace(y0 + 0.15, y1 - 0.2, 6)],
        *kit.move(_basket(w * 0.66, d * 0.6, w * 0.9, d * 0.84, h * 0.5, h * 0.88, "metal", 0.045), (0, -0.05, 0)),
        cyl((-w * 0.5, y1 - 0.02, h - 0.02), 0.017, w, "x", "body", 0.004, 14),
        *[slab(s * w * 0.47 - 0.018, s * w * 0.47 + 0.018, y1 - 0.05, y1 - 0.004, h - 0.05, h, "body", 0.008) for s in (-1, 1)],
        *[bar((s * w * 0.34, -d * 0.2, 0.14), (s * w * 0.33, -d * 0.16, h * 0.5), 0.01, "metal", 8) for s in (-1, 1)],
    ]
    return device("shopping_cart", p, pieces, p.colour)


@sized(0.43, 0.3, 0.24)
class ShoppingBasketParams(Sized):
    """A shopping basket."""

    colour: str = colours("red", "blue", "green", "grey")
    wire: bool = flag(False, "Of wire")


def shopping_basket(p: ShoppingBasketParams) -> Asset:
    """Slotted plastic or wire basket with two handles."""
    w, d, h = p.width, p.depth, p.height
    hb = h * 0.8
    if p.wire:
        pieces = _basket(w * 0.82, d * 0.8, w * 0.98, d * 0.98, 0.003, hb, "chrome", 0.03, 0.0016)
    else:
        a, b = rounded_rect(w * 0.82, d * 0.8, 0.03, 3), rounded_rect(w, d, 0.035, 3)
        n = 44
        pieces = [
            loft(
                [(kit.inset(a, 0.004), 0), (a, 0.004), (a, 0.02), (kit.inset(a, 0.004), 0.02), (kit.inset(a, 0.008), 0.006)],
                "body",
            ),
            *[
                kit.tube(
                    np.column_stack([a * (1 - t) + b * t, np.full(len(a), hb * t)]), 0.004 if t < 0.95 else 0.008, "body", 6, True
                )
                for t in (0.36, 0.66, 0.97)
            ],
        ]
        ang = np.linspace(0, len(a), n, endpoint=False)
        for i in ang:
            k, f = int(i) % len(a), i - int(i)
            q0, q1 = a[k] * (1 - f) + a[(k + 1) % len(a)] * f, b[k] * (1 - f) + b[(k + 1) % len(a)] * f
            pieces.append(bar((*q0, 0.01), (*(q0 * 0.03 + q1 * 0.97), hb * 0.97), 0.004, "body", 5))
        for u in np.linspace(-0.9, 0.9, 12):
            pieces += [
                bar((u * w * 0.5, s * d * 0.4, 0.012), (u * w * 0.5 * 1.0, s * d * 0.49, hb * 0.97), 0.0035, "body", 5)
                for s in (-1, 1)
            ]
    pieces += [
        pipe(
            [
                (-w * 0.4, s * 0.012, hb * 0.97),
                (-w * 0.36, s * 0.012, h - 0.006),
                (w * 0.36, s * 0.012, h - 0.006),
                (w * 0.4, s * 0.012, hb * 0.97),
            ],
            0.005,
            "dark" if not p.wire else "chrome",
            0.04,
        )
        for s in (-1, 1)
    ]
    pieces += [
        bar((s * w * 0.4, -d * 0.48, hb * 0.97), (s * w * 0.4, d * 0.48, hb * 0.97), 0.004, "body" if not p.wire else "chrome", 6)
        for s in (-1, 1)
    ]
    return device("shopping_basket", p, pieces, p.colour)


@sized(figure=(0.52, 0.36, 1.82), torso=(0.45, 0.36, 1.65))
class MannequinParams(Kinded):
    """A shop mannequin or dress form."""

    colour: str = choice("plastic:#ece8e0", ("plastic:#ece8e0", "plastic:#2a2a2c", "fabric:#c9b79a", "plastic:#b9a08a"), "Skin")


def mannequin(p: MannequinParams) -> Asset:
    """Full figure with limbs on a glass plate, or a padded torso on a turned stand."""
    w, d, h = p.width, p.depth, p.height
    k = h / 1.82

    def body(rows: list[tuple[float, float, float, float]]) -> Piece:
        dense = kit.smooth_path(np.array(rows)[:, :3] * 1.0, 3)
        z = np.interp(np.linspace(0, 1, len(dense)), np.linspace(0, 1, len(rows)), [r[3] for r in rows])
        return skin(
            oval(1, 1, 28, 2.2), [(float(a), float(b), float(c), float(e)) for (a, b, c), e in zip(dense, z, strict=True)], "body"
        )

    torso = [
        (0.16, 0.12, 0.0, 0.8),
        (0.33, 0.22, 0.01, 0.88),
        (0.34, 0.24, 0.01, 0.95),
        (0.26, 0.18, 0.0, 1.1),
        (0.3, 0.22, -0.015, 1.24),
        (0.34, 0.24, -0.02, 1.3),
        (0.36, 0.19, 0.0, 1.42),
        (0.26, 0.12, 0.01, 1.47),
        (0.11, 0.11, 0.0, 1.5),
        (0.1, 0.1, -0.005, 1.56),
    ]
    if p.kind == "torso":
        s = (h - 0.06) / 1.56
        pieces: Pieces = [
            *kit.move(kit.scale(body(torso), s), (0, 0, 0.04)),
            lathe(
                [(0.05, 0), (0.055, 0.01), (0.03, 0.02), (0.012, 0.05), (0.02, 0.06), (0, 0.07)], (0, 0, h - 0.07), "stand", 16
            ),
            lathe(
                [
                    (0.022, 0),
                    (0.03, 0.04),
                    (0.02, 0.1),
                    (0.03, 0.2),
                    (0.018, 0.3),
                    (0.018, h * 0.47),
                    (0.04, h * 0.475),
                    (0.04, h * 0.5),
                ],
                (0, 0, 0.06),
                "stand",
                16,
            ),
            *kit.ring(
                kit.sweep(
                    rounded_rect(0.035, 0.03, 0.008, 2),
                    kit.smooth_path([(0.0, 0, 0.16), (0.08, 0, 0.13), (0.14, 0, 0.06), (0.175, 0, 0.015)], 3),
                    "stand",
                ),
                3,
                -np.pi / 2,
            ),
        ]
        return device(
            "mannequin",
            p,
            pieces,
            p.colour if not p.colour.endswith("b9a08a") else "fabric:#c9b79a",
            stand="wood" if p.style != "industrial" else "black_metal",
        )
    ps: Pieces = [
        body(torso),
        skin(
            oval(0.155, 0.2, 24),
            [
                (0.3, 0.3, -0.02, 1.55),
                (0.7, 0.7, -0.02, 1.58),
                (0.95, 0.98, -0.005, 1.66),
                (1, 1, 0, 1.71),
                (0.85, 0.88, 0.005, 1.77),
                (0.45, 0.5, 0.005, 1.81),
                (0.1, 0.1, 0, 1.82),
            ],
            "body",
        ),
    ]
    for s in (-1, 1):
        ps += [
            tube(
                kit.smooth_path([(s * 0.085, 0, 0.86), (s * 0.1, -0.01, 0.5), (s * 0.105, 0.01, 0.3), (s * 0.11, 0.0, 0.08)], 4),
                np.interp(np.linspace(0, 1, 13), [0, 0.15, 0.45, 0.62, 1], [0.085, 0.085, 0.055, 0.055, 0.033]),
                "body",
                14,
            ),
            skin(
                oval(0.085, 0.23, 18, 2.3),
                [(0.9, 0.95, -0.05, 0.012), (1, 1, -0.05, 0.03), (0.8, 0.6, -0.02, 0.07), (0.6, 0.3, 0.0, 0.1)],
                "body",
                (s * 0.112, 0.0, 0),
            ),
            tube(
                kit.smooth_path(
                    [
                        (s * 0.165, 0.0, 1.4),
                        (s * 0.215, 0.02, 1.25),
                        (s * 0.225, 0.03, 1.1),
                        (s * 0.22, -0.03 - 0.03 * s, 0.92),
                        (s * 0.21, -0.06 - 0.03 * s, 0.8),
                    ],
                    4,
                ),
                np.interp(np.linspace(0, 1, 17), [0, 0.2, 0.5, 0.8, 0.9, 1], [0.05, 0.045, 0.038, 0.026, 0.032, 0.014]),
                "body",
                12,
            ),
        ]
    pieces = [
        *kit.move(kit.scale(ps, k * 0.995), (0, 0.02, 0.008)),
        plate(min(w, 0.4), min(d, 0.36), 0.01, (0, 0, 0), "plate", 0.03 if p.style == "modern" else 0.17, 0.002),
        bar((0.06, 0.1, 0.0), (0.1, 0.06, 0.3), 0.008, "steel", 8),
    ]
    return device("mannequin", p, pieces, p.colour, (), None, plate="glass" if p.style == "modern" else "metal")


@sized(0.26, 0.16, 0.03)
class DentalToolParams(Sized):
    """A tray of instruments."""

    tools: int = count(5, 3, 7, "Instruments")


def dental_tool(p: DentalToolParams) -> Asset:
    """Steel tray with probes, a mirror, tweezers and scalers."""
    w, d, h = p.width, p.depth, p.height
    o = rounded_rect(w, d, 0.02, 4)
    pieces: Pieces = [
        loft(
            [
                (kit.inset(o, 0.012), 0),
                (kit.inset(o, 0.004), h * 0.5),
                (o, h * 0.62),
                (kit.inset(o, 0.006), h * 0.62),
                (kit.inset(o, 0.014), 0.002),
            ],
            "body",
        )
    ]
    for i in range(p.tools):
        y = -d * 0.34 + d * 0.68 * i / max(1, p.tools - 1)
        x0, x1 = -w * 0.38, w * 0.36
        z = 0.006
        pieces.append(
            tube(
                [(x0, y, z), (x0 + 0.03, y, z), (x0 + 0.035, y, z), (x1 - 0.035, y, z), (x1 - 0.03, y, z), (x1 - 0.012, y, z)],
                [0.0012, 0.0018, 0.0034, 0.0034, 0.0018, 0.0014],
                "tool" if i % 2 == 0 else "grip",
                8,
            )
        )
        if i == 1:
            pieces.append(kit.move(kit.rotate(cylinder(0.011, 0.002, (0, 0, 0), "mirror", 0.0004, 18), "y", 0.3), (x1, y, z))[0])
        elif i == 3:
            pieces.append(tube([(x0, y, z), (x1 * 0.8, y + 0.007, z), (x1 + 0.008, y + 0.001, z)], 0.0015, "tool", 6))
        else:
            pieces.append(
                tube(
                    kit.smooth_path(
                        [
                            (x1 - 0.013, y, z),
                            (x1 - 0.002, y, z + 0.002),
                            (x1 + 0.006, y + 0.003 * (-1) ** i, h * 0.7),
                            (x1 + 0.002, y + 0.006 * (-1) ** i, h),
                        ],
                        3,
                    ),
                    np.linspace(0.0013, 0.0004, 10),
                    "tool",
                    6,
                )
            )
    return device("dental_tool", p, pieces, "steel", (), None, tool="chrome", grip="plastic:#3f8fa3", mirror="mirror")


@sized(bathroom=(0.3, 0.32, 0.06), kitchen=(0.2, 0.25, 0.1), balance=(0.24, 0.2, 0.28), physician=(0.42, 0.5, 1.45))
class ScaleParams(Kinded):
    """A scale."""

    colour: str = colours("white", "black", "red", "mint")


def scale(p: ScaleParams) -> Asset:
    """Flat glass scale, kitchen scale with bowl, spring scale with dial, or a doctor's column scale."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "bathroom":
        dial = p.style in ("classic", "midcentury", "rustic")
        pieces: Pieces = [
            plate(w, d, h * 0.5, (0, 0, h * 0.3), "body", 0.03 if not dial else 0.05, 0.005),
            *[
                cylinder(0.02, h * 0.32, (x, y, 0), "rubber", 0.003, 14)
                for x in (-w * 0.36, w * 0.36)
                for y in (-d * 0.36, d * 0.36)
            ],
            *[plate(w * 0.34, d * 0.62, h * 0.04, (s * w * 0.24, -d * 0.1, h * 0.79), "mat", 0.03, 0.001) for s in (-1, 1)],
        ]
        pieces += (
            [plate(0.1, 0.045, 0.002, (0, d * 0.33, h * 0.8 - 0.001), "screen", 0.006, 0)]
            if not dial
            else [
                cylinder(d * 0.16, h * 0.14, (0, d * 0.3, h * 0.79), "chrome", 0.004, 28),
                cylinder(d * 0.14, 0.002, (0, d * 0.3, h * 0.93), "white", 0, 26),
                slab(-0.001, 0.001, d * 0.3, d * 0.42, h * 0.965, h, "red", 0),
            ]
        )
        return device("scale", p, pieces, p.colour, (), None, mat="rubber" if dial else "metal")
    if p.kind == "kitchen":
        pieces = [
            *side_on(
                [(-d / 2, 0), (d / 2, 0), (d / 2, h * 0.4), (-d * 0.2, h * 0.45), (-d / 2, h * 0.16)],
                -w / 2,
                w / 2,
                "body",
                0.006,
            ),
            display(-w * 0.2, w * 0.2, h * 0.05, h * 0.13, -d / 2),
            lathe(
                [
                    (w * 0.2, h * 0.44),
                    (w * 0.42, h * 0.6),
                    (w * 0.48, h * 0.98),
                    (w * 0.5, h),
                    (w * 0.47, h),
                    (w * 0.4, h * 0.62),
                    (0, h * 0.5),
                ],
                (0, d * 0.1, 0),
                "steel",
                32,
            ),
        ]
        return device("scale", p, pieces, p.colour)
    if p.kind == "balance":
        pieces = [
            *side_on(
                [(-d * 0.4, 0.006), (d * 0.4, 0.006), (d * 0.26, h * 0.72), (-d * 0.26, h * 0.72)],
                -w * 0.42,
                w * 0.42,
                "body",
                0.015,
            ),
            *kit.move(
                kit.rotate(
                    upright(
                        [
                            cylinder(w * 0.33, 0.012, (0, 0, 0), "chrome", 0.003, 32),
                            cylinder(w * 0.3, 0.003, (0, 0, 0.011), "paper", 0, 30),
                            slab(-0.002, 0.002, -0.01, w * 0.25, 0.014, 0.016, "red", 0),
                            *kit.ring(slab(w * 0.25, w * 0.29, -0.001, 0.001, 0.013, 0.0145, "dark", 0), 20),
                        ]
                    ),
                    "x",
                    -0.19,
                ),
                (0, -d * 0.335, h * 0.36),
            ),
            cylinder(0.02, h * 0.1, (0, 0, h * 0.7), "chrome", 0.002, 12),
            lathe(
                [
                    (0, h * 0.8),
                    (w * 0.3, h * 0.81),
                    (w * 0.47, h * 0.96),
                    (w * 0.5, h),
                    (w * 0.46, h * 0.97),
                    (w * 0.28, h * 0.83),
                    (0, h * 0.82),
                ],
                (0, 0, 0),
                "steel",
                32,
            ),
        ]
        return device("scale", p, pieces, p.colour)
    yb = d * 0.34
    pieces = [
        slab(-w * 0.44, w * 0.44, -d / 2, d / 2, 0.0, 0.06, "body", 0.012),
        slab(-w * 0.4, w * 0.4, -d * 0.46, d * 0.2, 0.059, 0.066, "rubber", 0.003),
        slab(-0.03, 0.03, yb - 0.03, yb + 0.03, 0.05, h * 0.9, "body", 0.008),
        slab(-w * 0.5, w * 0.44, yb - 0.045, yb - 0.03, h * 0.88, h * 0.895, "metal", 0.003),
        slab(-w * 0.5, w * 0.44, yb - 0.045, yb - 0.03, h * 0.92, h * 0.93, "metal", 0.002),
        slab(-w * 0.05, w * 0.0, yb - 0.06, yb - 0.02, h * 0.865, h * 0.91, "dark", 0.004),
        slab(w * 0.14, w * 0.18, yb - 0.058, yb - 0.022, h * 0.912, h * 0.945, "dark", 0.004),
        *[
            slab(s * w * 0.44 - 0.01, s * w * 0.44 + 0.01, yb - 0.05, yb + 0.02, h * 0.86, h * 0.95, "body", 0.004)
            for s in (-1, 1)
        ],
        bar((0.0, yb, h * 0.85), (0, yb, h), 0.008, "metal", 10),
        bar((0, yb + 0.005, h * 0.97), (0, -d * 0.1, h * 0.985), 0.006, "metal", 8),
    ]
    return device(
        "scale",
        p,
        pieces,
        p.colour,
        (),
        [
            Box((-w / 2, -d / 2, 0), (w / 2, d / 2, 0.07)),
            Box((-w / 2, yb - 0.08, 0), (w / 2, d / 2, h)),
            Box((-0.02, -d / 2, h * 0.95), (0.02, d / 2, h)),
        ],
    )


@sized(0.55, 0.6, 1.55)
class HairDryerStandParams(Sized):
    """A salon hood dryer."""

    colour: str = colours("black", "white", "pink", "silver")


def hair_dryer_stand(p: HairDryerStandParams) -> Asset:
    """Clear-fronted hood on a pole with a star foot."""
    w, h = p.width, p.height
    r = min(w * 0.42, 0.22)
    pieces: Pieces = [
        *kit.ring(
            [
                kit.sweep(rounded_rect(0.045, 0.03, 0.01, 2), [(0, 0, 0.09), (w * 0.42, 0, 0.07)], "chrome"),
                *castors([(w * 0.42, 0)], 0.025),
            ],
            5,
            0.3,
        ),
        bar((0, 0, 0.07), (0, 0, h * 0.66), 0.02, "chrome", 14),
        bar((0, 0, h * 0.6), (0, 0, h - r * 1.1), 0.014, "chrome", 12),
    ]
    hood = [
        lathe(
            [
                (r, 0),
                (r * 1.02, r * 0.3),
                (r * 0.9, r * 0.9),
                (r * 0.5, r * 1.3),
                (0, r * 1.4),
                (0, r * 1.36),
                (r * 0.46, r * 1.26),
                (r * 0.86, r * 0.86),
                (r * 0.97, r * 0.3),
                (r * 0.95, 0),
                (r, 0),
            ],
            (0, 0, 0),
            "hood",
            32,
        ),
        kit.box((r * 0.9, r * 0.5, r * 1.0), (0, r * 0.95, r * 0.55), "body", 0.04, segments=2),
        torus(r * 0.985, 0.01, (0, 0, 0), "body", 32, 6),
        *[cyl((x, r * 1.2, r * 0.5), 0.02, 0.02, "y", "metal", 0.003, 14) for x in (-0.05, 0.05)],
        lathe([(r * 0.5, r * 1.24), (r * 0.52, r * 1.3), (r * 0.4, r * 1.42), (0, r * 1.46)], (0, 0, 0), "body", 24),
    ]
    pieces += kit.move(hood, (0, -r * 0.95, h - r * 1.47))
    return device("hair_dryer_stand", p, pieces, p.colour, (), None, hood="glass:#5a4a52" if p.style == "midcentury" else "glass")


@sized(0.68, 1.25, 0.98)
class ShampooStationParams(Sized):
    """A salon wash chair: the basin is at the back, +Y."""

    colour: str = choice(
        "leather:#1d1d1f", ("leather:#1d1d1f", "leather:#8a6a4c", "leather:#e2ddd2", "leather:#3f5a52"), "Upholstery"
    )


def shampoo_station(p: ShampooStationParams) -> Asset:
    """Padded reclining seat before a tilted ceramic basin with a tap on a pedestal."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    zs = 0.46
    ys1 = y0 + d * 0.56
    yb = y1 - 0.27
    pieces: Pieces = [
        slab(-w * 0.36, w * 0.36, y0 + 0.1, ys1 + 0.1, 0, 0.05, "dark", 0.01),
        slab(-w * 0.3, w * 0.3, y0 + 0.12, ys1 + 0.05, 0.045, zs - 0.12, "body", 0.02),
        cushion((w * 0.68, ys1 - y0, 0.15), (0, (y0 + ys1) / 2, zs - 0.07), "body", 0.05, 0.012),
        *[
            kit.box((w * 0.14, d * 0.46, 0.26), (s * w * 0.42, y0 + d * 0.35, zs + 0.03), "body", 0.035, segments=3)
            for s in (-1, 1)
        ],
        *kit.move(
            kit.rotate(cushion((w * 0.68, 0.14, 0.5), (0, 0, 0.25), "body", 0.05, 0.01), "x", -0.42), (0, ys1 - 0.06, zs - 0.06)
        ),
        slab(-w * 0.2, w * 0.2, y1 - 0.36, y1 - 0.1, 0, h * 0.62, "body", 0.03),
    ]
    o = oval(w * 0.76, 0.5, 32, 2.8)
    bowl = [
        skin(
            o,
            [
                (0.4, 0.4, 0, -0.16),
                (0.8, 0.8, 0, -0.12),
                (0.98, 0.98, 0, -0.02),
                (1, 1, 0, 0),
                (0.93, 0.92, 0, 0.002),
                (0.86, 0.85, 0, -0.03),
                (0.66, 0.66, 0, -0.1),
                (0.1, 0.1, 0, -0.12),
            ],
            "ceramic",
        ),
        cylinder(0.02, 0.004, (0, 0, -0.12), "chrome", 0.001, 16),
    ]
    pieces += [
        *kit.move(kit.rotate(bowl, "x", 0.14), (0, yb, h - 0.16)),
        pipe(
            [(0.06, y1 - 0.05, h - 0.2), (0.06, y1 - 0.05, h - 0.012), (0.06, yb + 0.05, h - 0.02), (0.06, yb + 0.03, h - 0.07)],
            0.011,
            "chrome",
            0.04,
        ),
        slab(-0.09, 0.09, yb - 0.27, yb - 0.2, h - 0.2, h - 0.16, "rubber", 0.012),
    ]
    return device(
        "shampoo_station",
        p,
        pieces,
        p.colour,
        (),
        [Box((-w / 2, y0, 0), (w / 2, ys1 + 0.1, zs + 0.18)), Box((-w / 2, ys1 - 0.1, 0), (w / 2, y1, h))],
        ceramic="white_ceramic" if p.style != "industrial" else "ceramic:#1c1c1e",
    )


@sized(trolley=(0.45, 0.27, 0.68), classic=(0.65, 0.2, 0.46))
class SuitcaseParams(Kinded):
    """A suitcase."""

    colour: str = choice(
        "plastic:#2f5f6f",
        ("plastic:#2f5f6f", "plastic:#a8332b", "plastic:#26282b", "plastic:#d8a83a", "plastic:#b9bdbf", "plastic:#7a8f6a"),
        "Shell",
    )


def suitcase(p: SuitcaseParams) -> Asset:
    """Ribbed shell on four wheels with a pull handle, or a leather case with straps and corners."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "classic":
        zt = h - 0.05
        body = p.style
        pieces: Pieces = [
            panel(w, zt, d * 0.48, (0, -d / 2, zt / 2), "body", 0.04, 0.008),
            panel(w, zt, d * 0.48, (0, d * 0.02, zt / 2), "body", 0.04, 0.008),
            panel(w - 0.012, zt - 0.012, 0.02, (0, -0.006, zt / 2), "dark", 0.035, 0),
            pipe(
                [(-0.07, 0, zt - 0.005), (-0.065, 0, h - 0.011), (0.065, 0, h - 0.011), (0.07, 0, zt - 0.005)],
                0.011,
                "strap",
                0.025,
            ),
            *[
                slab(x - 0.018, x + 0.018, -d / 2 - 0.003, d / 2 + 0.001, -0.0 + 0.001, zt + 0.003, "strap", 0.004)
                for x in (-w * 0.28, w * 0.28)
            ],
            *[
                slab(x - 0.024, x + 0.024, -d / 2 - 0.007, -d / 2 + 0.002, zt * 0.6, zt * 0.6 + 0.04, "brass", 0.003)
                for x in (-w * 0.28, w * 0.28)
            ],
            *[
                panel(
                    0.07,
                    0.07,
                    0.006,
                    (sx * (w / 2 - 0.034), -d / 2 - 0.002, zt / 2 + sz * (zt / 2 - 0.034)),
                    "strap",
                    0.03,
                    0.002,
                )
                for sx in (-1, 1)
                for sz in (-1, 1)
            ],
        ]
        return device(
            "suitcase", p, pieces, "leather:#8a5a34" if body != "modern" else "leather:#5d3a24", (), None, strap="leather:#4a2c1a"
        )
    z0, zt = 0.05, h * 0.86
    hs = zt - z0
    zc = (z0 + zt) / 2
    pieces = [
        panel(w, hs, d * 0.5, (0, -d / 2 + 0.005, zc), "body", 0.06, 0.02),
        panel(w, hs, d * 0.45, (0, d * 0.03, zc), "body", 0.06, 0.02),
        panel(w - 0.014, hs - 0.014, 0.02, (0, 0.0, zc), "dark", 0.055, 0),
        *[
            slab(x - 0.012, x + 0.012, -d / 2, -d / 2 + 0.02, z0 + 0.06, zt - 0.06, "body", 0.006)
            for x in np.linspace(-w * 0.34, w * 0.34, 6)
        ],
        *castors([(s * w * 0.38, y) for s in (-1, 1) for y in (-d * 0.32, d * 0.32)], 0.021),
        *mirrored([(w * 0.22, d * 0.22, zt - 0.01), (w * 0.22, d * 0.22, h - 0.01)], 0.008, "metal"),
        kit.box((w * 0.5, 0.03, 0.026), (0, d * 0.22, h - 0.013), "dark", 0.01),
        pipe(
            [(-0.06, 0.03, zt - 0.004), (-0.055, 0.03, zt + 0.025), (0.055, 0.03, zt + 0.025), (0.06, 0.03, zt - 0.004)],
            0.009,
            "dark",
            0.02,
        ),
        slab(w / 2 - 0.002, w / 2 + 0.004, -0.03, 0.05, zc - 0.04, zc + 0.04, "dark", 0.004),
    ]
    return device("suitcase", p, pieces, p.colour, (), [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h))])


@sized(0.62, 0.45, 0.5)
class LuggageRackParams(Sized):
    """A folding luggage rack."""

    back: bool = flag(False, "Raised back rail")


def luggage_rack(p: LuggageRackParams) -> Asset:
    """Two crossed frames with straps, as in hotels."""
    w, d, h = p.width, p.depth, p.height
    zt = h if not p.back else h * 0.82
    pieces: Pieces = []
    for k, s in ((0, 1), (1, -1)):
        for sx in (-1, 1):
            x = sx * (w / 2 - 0.018 - 0.026 * k)
            end = (x, -s * (d / 2 - 0.02), zt - 0.012)
            pieces.append(kit.sweep(rounded_rect(0.024, 0.032, 0.006, 2), [(x, s * (d / 2 - 0.02), 0.0), end], "body"))
        wx = w / 2 - 0.02 - 0.026 * k
        pieces += [
            bar((-wx, -s * (d / 2 - 0.02), zt - 0.016), (wx, -s * (d / 2 - 0.02), zt - 0.016), 0.014, "body", 12),
            bar((-wx, s * (d * 0.38), zt * 0.12), (wx, s * (d * 0.38), zt * 0.12), 0.01, "body", 10),
        ]
    if p.back:
        pieces += [
            *[
                slab(
                    s * (w / 2 - 0.02) - 0.012,
                    s * (w / 2 - 0.02) + 0.012,
                    d / 2 - 0.034,
                    d / 2 - 0.01,
                    zt - 0.03,
                    h,
                    "body",
                    0.004,
                )
                for s in (-1, 1)
            ],
            slab(-w / 2 + 0.01, w / 2 - 0.01, d / 2 - 0.034, d / 2 - 0.012, h - 0.05, h - 0.004, "body", 0.005),
        ]
    pieces += [
        slab(x - 0.024, x + 0.024, -d / 2 + 0.006, d / 2 - 0.006 - (0.03 if p.back else 0), zt - 0.003, zt, "strap", 0.001)
        for x in np.linspace(-w * 0.36, w * 0.36, 7)
    ]
    pieces.append(cyl((-w / 2 + 0.0, 0, zt * 0.5), 0.008, w, "x", "metal", 0.001, 8))
    return device(
        "luggage_rack",
        p,
        pieces,
        "wood" if p.style != "modern" else "metal",
        [Surface("straps", "on", -w * 0.4, -d * 0.4, w * 0.4, d * 0.4, zt)],
        [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, zt)), Box((-w / 2, d / 2 - 0.04, 0), (w / 2, d / 2, h))] if p.back else None,
        strap="fabric:#3a2c22" if p.style != "modern" else "leather:#26211d",
    )


@sized(1.5, 0.32, 0.97)
class RopeBarrierParams(Sized):
    """Two posts with a rope or belt between them."""

    belt: bool = flag(False, "A belt instead of a rope")


def rope_barrier(p: RopeBarrierParams) -> Asset:
    """Weighted posts with caps; a hanging velvet rope with hooks, or a flat belt."""
    w, d, h = p.width, p.depth, p.height
    r = d / 2
    xs = w / 2 - r
    zr = h * 0.88
    pieces: Pieces = []
    for s in (-1, 1):
        pieces += kit.move(
            [
                lathe(
                    [(r * 0.98, 0), (r, 0.008), (r * 0.9, 0.024), (r * 0.4, 0.04), (0.03, 0.06), (0.025, 0.09)],
                    (0, 0, 0),
                    "body",
                    32,
                ),
                cylinder(0.025 if not p.belt else 0.032, h - 0.07, (0, 0, 0.05), "body", 0.003, 18),
                *(
                    [
                        lathe(
                            [(0.028, 0), (0.04, 0.01), (0.04, 0.03), (0.028, 0.035), (0.04, 0.06), (0.035, 0.09), (0, 0.105)],
                            (0, 0, h - 0.105),
                            "body",
                            20,
                        )
                    ]
                    if not p.belt
                    else [cylinder(0.036, 0.1, (0, 0, h - 0.1), "dark", 0.006, 20)]
                ),
            ],
            (s * xs, 0, 0),
        )
    if p.belt:
        pieces.append(slab(-xs + 0.03, xs - 0.03, -0.0012, 0.0012, h - 0.08, h - 0.03, "rope", 0))
    else:
        t = np.linspace(-1, 1, 21)
        sag = 0.24 * min(1.0, xs)
        path = np.stack([t * (xs - 0.05), np.zeros(21), zr - sag * (1 - t**2)], -1)
        pieces += [
            kit.tube(path, 0.018, "rope", 10),
            *[
                q
                for s in (-1, 1)
                for q in (
                    bar((s * (xs - 0.05), 0, zr), (s * (xs - 0.08), 0, zr - 0.022), 0.023, "body", 12),
                    torus_x(s * (xs - 0.035), zr),
                )
            ],
        ]
    return device(
        "rope_barrier",
        p,
        pieces,
        "brass" if p.style in ("classic", "midcentury") else "chrome" if p.style == "modern" else "black_metal",
        (),
        None,
        rope="fabric:#7a1420" if p.style != "modern" else "fabric:#1f2d4a",
    )


def torus_x(x: float, z: float) -> Piece:
    """A small hook ring standing upright at (x, z)."""
    return kit.move(upright(torus(0.018, 0.004, (0, 0, 0), "body", 14, 6)), (x, 0, z))[0]


@sized(a_frame=(0.6, 0.5, 1.1), post=(0.42, 0.36, 1.35), wall=(0.8, 0.05, 0.4))
class SignParams(Kinded):
    """A sign: pavement board, post sign or wall sign."""

    colour: str = choice("dark", ("dark", "cream", "green", "red"), "Face")


def _lettering(w: float, h: float, y: float, slot: str, rows: int) -> Pieces:
    """Lines of a script that cannot be read: short strokes of varied length."""
    w, h = max(w, 0.05), max(h, 0.03)
    rng = np.random.default_rng(int(w * 100) + rows)
    out: Pieces = []
    for r in range(rows):
        z = h * (0.5 - (r + 0.5) / rows)
        s = h / rows * (0.5 if r else 0.62)
        span = w * rng.uniform(0.5, 0.92)
        x = -span / 2
        while x < span / 2 - s * 0.3:
            n = int(rng.integers(3, 6))
            pts = [
                (x + s * 0.22 * i, y, z + s * 0.5 * (rng.uniform(-0.9, 0.9) if i % 2 else rng.uniform(-0.4, 0.4)))
                for i in range(n)
            ]
            out.append(kit.sweep(rounded_rect(0.002, max(0.004, s * 0.1), 0.0008, 1), kit.smooth_path(pts, 3), slot))
            x += s * (0.22 * n + 0.3)
    return out


def sign(p: SignParams) -> Asset:
    """A-frame of two chalk faces, plate on a post, or a framed wall sign."""
    w, d, h = p.width, p.depth, p.height
    face = {"dark": "paint:#25282a", "cream": "paint:#efe6d0", "green": "paint:#2f4a3c", "red": "paint:#8f2420"}[p.colour]
    slots = {
        "ink": "paint:#f0ece0" if p.colour != "cream" else "paint:#33302b",
        "frame": "wood" if p.style != "modern" else "metal",
    }
    if p.kind == "wall":
        t = min(d, 0.04)
        ps: Pieces = [
            panel(w, h, t * 0.8, (0, -d / 2 + t * 0.2, h / 2), "body", 0.01, 0.003),
            opening((w, h), (w - 0.05, h - 0.05), t, (0, -d / 2, h / 2), "frame", 0.006, outer_radius=0.012),
            *kit.move(_lettering(w - 0.1, h - 0.1, 0, "ink", 2 if h > 0.3 else 1), (0, -d / 2 + t * 0.2 - 0.0012, h / 2)),
            slab(-w * 0.3, w * 0.3, d / 2 - 0.012, d / 2, h * 0.3, h * 0.7, "frame", 0.002),
        ]
        return device("sign", p, ps, face, (), None, origin="back", **slots)
    if p.kind == "post":
        zb = h * 0.68
        board = [
            panel(w, h - zb, 0.012, (0, 0, 0), "body", 0.008, 0.002),
            opening((w, h - zb), (w - 0.04, h - zb - 0.04), 0.018, (0, -0.004, 0), "frame", 0.004),
            *_lettering(w - 0.08, h - zb - 0.08, -0.0012, "ink", 3),
        ]
        ps = [
            lathe([(d * 0.5, 0), (d * 0.5, 0.008), (d * 0.42, 0.018), (0.02, 0.03)], (0, 0, 0), "frame", 30),
            bar((0, 0, 0.02), (0, 0, zb + 0.1), 0.014, "frame", 12),
            *kit.move(kit.rotate(board, "x", -0.2), (0, -0.02, (h + zb) / 2)),
        ]
        return device("sign", p, ps, face, (), None, **slots)
    lean = np.arctan2(d / 2 - 0.03, h)
    long = h / np.cos(lean)
    fw = 0.045
    leaf = [
        *[
            slab(s * (w / 2 - fw / 2) - fw / 2, s * (w / 2 - fw / 2) + fw / 2, 0, 0.022, 0, long, "frame", 0.004, "z")
            for s in (-1, 1)
        ],
        *[slab(-w / 2 + fw - 0.002, w / 2 - fw + 0.002, 0.001, 0.021, z, z + fw, "frame", 0.004, "x") for z in (0.1, long - fw)],
        slab(-w / 2 + fw - 0.004, w / 2 - fw + 0.004, 0.007, 0.015, 0.1 + fw - 0.004, long - fw + 0.004, "body", 0),
        *kit.move(_lettering(w - 0.16, long - 0.34, 0, "ink", 5), (0, 0.0062, (long + 0.1) / 2)),
    ]
    a = kit.move(kit.rotate(leaf, "x", -lean), (0, -d / 2 + 0.012, 0.006))
    ps = [
        *a,
        *kit.rotate(a, "z", np.pi),
        *[
            bar((s * (w / 2 - 0.02), -d * 0.3, h * 0.35), (s * (w / 2 - 0.02), d * 0.3, h * 0.35), 0.003, "metal", 6)
            for s in (-1, 1)
        ],
        *[cyl((x, 0, h - 0.012), 0.011, 0.06, "x", "brass", 0.002, 10) for x in (-w * 0.36, w * 0.26)],
    ]
    return device("sign", p, ps, face, (), None, **slots)


@sized(3.0, 2.0, 0.3)
class StageParams(Sized):
    """A low stage."""

    curtain: bool = flag(False, "A skirt of cloth round it")


def stage(p: StageParams) -> Asset:
    """Platform of plank panels on a frame with a step in front and edge trim."""
    w, d, h = p.width, p.depth, p.height
    step = h > 0.24
    y0 = -d / 2 + (0.3 if step else 0.0)
    n = max(3, round((d / 2 - y0) / 0.18)) // 2 * 2 + 1
    ys = np.linspace(y0 + 0.02, d / 2 - 0.02, n + 1)
    pieces: Pieces = [
        *[
            slab(-w / 2 + 0.02, w / 2 - 0.02, a + 0.001, b - 0.001, h - 0.03, h, "body", 0.002, "x")
            for a, b in zip(ys[:-1], ys[1:], strict=True)
        ],
        *[slab(-w / 2, w / 2, y - 0.02, y + 0.02, h - 0.06, h - 0.001, "trim", 0.004, "x") for y in (y0 + 0.02, d / 2 - 0.02)],
        *[
            slab(
                s * (w / 2 - 0.02) - 0.02,
                s * (w / 2 - 0.02) + 0.02,
                y0 + 0.03,
                d / 2 - 0.03,
                h - 0.06,
                h - 0.0012,
                "trim",
                0.004,
                "y",
            )
            for s in (-1, 1)
        ],
        slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.035, d / 2 - 0.03, 0, h - 0.031, "side", 0.003),
    ]
    if p.curtain:
        x = np.linspace(-w / 2 + 0.005, w / 2 - 0.005, int(w * 26))
        g = np.array(
            [[(a, y0 + 0.012 + 0.011 * np.sin(i * 1.57), z) for z in (h - 0.04, h * 0.5, 0.003)] for i, a in enumerate(x)]
        )
        pieces.append(kit.sheet(g[:, ::-1], "cloth", 0.003))
    surf = [Surface("stage", "on", -w / 2 + 0.1, y0 + 0.1, w / 2 - 0.1, d / 2 - 0.1, h)]
    solids = [Box((-w / 2, y0, 0), (w / 2, d / 2, h))]
    if step:
        sw = min(1.2, w * 0.5)
        pieces += [
            slab(-sw / 2, sw / 2, -d / 2, y0 + 0.002, h / 2 - 0.03, h / 2, "body", 0.004, "x"),
            slab(-sw / 2 + 0.02, sw / 2 - 0.02, -d / 2 + 0.02, y0 + 0.03, 0, h / 2 - 0.029, "side", 0.003),
        ]
        solids.append(Box((-sw / 2, -d / 2, 0), (sw / 2, y0, h / 2)))
    return device(
        "stage",
        p,
        pieces,
        "wood",
        surf,
        solids,
        trim="metal" if p.style in ("modern", "industrial") else "wood",
        side="paint:#232425" if p.style != "rustic" else "wood",
        cloth="fabric:#4a1620",
    )


# ---------------------------------------------------------------------------------------------- studio


@sized(0.75, 0.85, 0.62)
class PotteryWheelParams(Sized):
    """A potter's wheel."""

    clay: bool = flag(True, "A pot being thrown")


def pottery_wheel(p: PotteryWheelParams) -> Asset:
    """Frame with splash pan, turning head, motor, pedal; clay on the wheel."""
    w, d, h = p.width, p.depth, p.height
    zh = h * (0.78 if p.clay else 0.97)
    r = min(w, d) * 0.24
    yc = d * 0.08
    o = oval(w * 0.94, d * 0.78, 32, 3)
    pieces: Pieces = [
        skin(
            o,
            [
                (0.96, 0.96, 0, zh - 0.1),
                (1, 1, 0, zh - 0.08),
                (1, 1, 0, zh + 0.03),
                (0.95, 0.94, 0, zh + 0.03),
                (0.93, 0.92, 0, zh - 0.06),
                (0.3, 0.3, 0, zh - 0.065),
            ],
            "body",
            (0, yc, 0),
        ),
        cylinder(0.03, 0.1, (0, yc, zh - 0.1), "steel", 0.002, 14),
        cylinder(r, 0.014, (0, yc, zh - 0.014), "metal", 0.003, 36),
        *[
            slab(
                sx * w * 0.34 - 0.02,
                sx * w * 0.34 + 0.02,
                yc + sy * d * 0.26 - 0.02,
                yc + sy * d * 0.26 + 0.02,
                0,
                zh - 0.08,
                "frame",
                0.005,
            )
            for sx in (-1, 1)
            for sy in (-1, 1)
        ],
        *[
            slab(sx * w * 0.34 - 0.015, sx * w * 0.34 + 0.015, yc - d * 0.26, yc + d * 0.26, 0.1, 0.14, "frame", 0.004)
            for sx in (-1, 1)
        ],
        slab(-w * 0.3, w * 0.3, yc - 0.1, yc + d * 0.26, 0.09, zh - 0.16, "case", 0.02),
        *side_on([(-d / 2, 0), (-d * 0.28, 0), (-d * 0.28, 0.05), (-d / 2, 0.025)], w * 0.24, w * 0.38, "dark", 0.005),
        tube(
            kit.smooth_path([(w * 0.31, -d * 0.29, 0.02), (w * 0.34, -d * 0.2, 0.016), (w * 0.3, yc - d * 0.1, 0.11)], 4),
            0.006,
            "dark",
            6,
        ),
    ]
    surf = []
    if p.clay:
        hp = h - zh
        pieces += [
            lathe(
                [
                    (0.3 * r, 0),
                    (0.6 * r, 0.004),
                    (0.72 * r, hp * 0.4),
                    (0.5 * r, hp * 0.8),
                    (0.56 * r, hp),
                    (0.5 * r, hp),
                    (0.44 * r, hp * 0.8),
                    (0.64 * r, hp * 0.4),
                    (0.2 * r, hp * 0.12),
                    (0, hp * 0.12),
                ],
                (0, yc, zh - 0.001),
                "clay",
                32,
            ),
            torus(r * 0.75, 0.006, (0, yc, zh), "clay", 28, 5),
        ]
    else:
        surf.append(Surface("wheel", "on", -r * 0.7, yc - r * 0.7, r * 0.7, yc + r * 0.7, zh, round=True))
    return device(
        "pottery_wheel",
        p,
        pieces,
        "plastic:#3a6d8c" if p.style == "modern" else "plastic:#d9d4c8",
        surf,
        None,
        frame="metal",
        case="paint:#6d7276",
        clay="soil:#9a6b4f",
    )


@sized(round=(0.85, 0.8, 1.1), front=(0.9, 0.85, 1.5))
class KilnParams(Kinded):
    """A kiln."""


def _front_kiln(w: float, d: float, h: float, style: str) -> Pieces:
    """A front-loading kiln: ribbed steel jacket on a frame, a thick door on strap hinges with peepholes, vent and controller."""
    y0, z0 = -d / 2, 0.3 * h
    x0, x1, zt = -w / 2, w * 0.34, 0.86 * h
    zm, xm = (z0 + zt) / 2, (x0 + x1) / 2
    out: Pieces = [
        slab(x0, x1, y0 + 0.14, d / 2, z0, zt, "body", 0.006),
        slab(x0 + 0.035, x1 - 0.035, y0 + 0.12, y0 + 0.142, z0 + 0.035, zt - 0.035, "brick", 0.003),
        slab(x0 + 0.01, x1 - 0.01, y0 + 0.03, y0 + 0.122, z0 + 0.01, zt - 0.01, "body", 0.008),
        slab(x0 + 0.06, x1 - 0.06, y0 + 0.022, y0 + 0.032, z0 + 0.06, zt - 0.06, "body", 0.004),
    ]
    for a, b in ((x0, x0 + 0.03), (x1 - 0.03, x1)):  # edges of the jacket in angle steel
        out += [
            slab(a, b, y0 + 0.135, y0 + 0.15, z0, zt, "frame", 0.002),
            slab(a, b, d / 2 - 0.015, d / 2, z0, zt, "frame", 0.002),
        ]
    out += [slab(x0, x1, y0 + 0.135, y0 + 0.15, z, z + 0.03, "frame", 0.002) for z in (z0, zt - 0.03)]
    for s in (x0 + 0.025, x1 - 0.025):  # the stand
        out += [slab(s - 0.02, s + 0.02, y - 0.02, y + 0.02, 0, z0 + 0.003, "frame", 0.003) for y in (y0 + 0.17, d / 2 - 0.03)]
        out.append(slab(s - 0.015, s + 0.015, y0 + 0.17, d / 2 - 0.03, 0.1 * h, 0.1 * h + 0.03, "frame", 0.003))
    for z in (z0 + 0.22 * (zt - z0), zt - 0.22 * (zt - z0)):  # strap hinges
        out += [slab(x0 - 0.0, x0 + 0.45 * (x1 - x0), y0 + 0.016, y0 + 0.026, z - 0.02, z + 0.02, "frame", 0.002)]
        out += [cyl((x0 + 0.014, y0 + 0.075, z - 0.045), 0.014, 0.09, "z", "frame", 0.003, 12)]
        out += dots([(x0 + k * (x1 - x0), z) for k in (0.12, 0.26, 0.4)], y0 + 0.017, 0.007, "grey", 0.005, 8)
    for k in (0.36, 0.66):  # peepholes with their plugs
        at = (xm, z0 + k * (zt - z0))
        out += dots([at], y0 + 0.023, 0.026, "frame", 0.006, 20) + dots([at], y0 + 0.018, 0.016, "brick", 0.016, 14)
    lever = [torus(0.055, 0.008, (0, 0, 0.03), "dark", 24, 6), cylinder(0.014, 0.035, (0, 0, 0), "metal", 0.003, 12)]
    lever += kit.ring(bar((0, 0, 0.03), (0.053, 0, 0.03), 0.005, "dark", 6), 3)
    out += kit.move(upright(lever), (x1 - 0.05, y0 + 0.031, zm))
    out += [  # vent: collar, pipe and its bend to the wall
        cylinder(0.07, 0.02, (xm, 0.1 * d, zt - 0.002), "frame", 0.003, 18),
        pipe([(xm, 0.1 * d, zt), (xm, 0.1 * d, h - 0.05), (xm, d / 2, h - 0.05)], 0.045, "metal", 0.07, 14),
        slab(x1 - 0.001, w / 2, y0 + 0.22, y0 + 0.22 + 0.4 * d, zm - 0.1 * h, zm + 0.26 * h, "case", 0.008),
        slab(x1 + 0.015, w / 2 - 0.015, y0 + 0.216, y0 + 0.225, zm + 0.13 * h, zm + 0.22 * h, "screen", 0.001),
        *dots(
            [(x1 + (w / 2 - x1) * k, zm + 0.06 * h) for k in (0.3, 0.7)],
            y0 + 0.22,
            0.01,
            "red" if style == "modern" else "grey",
            0.008,
        ),
        *dots([((x1 + w / 2) / 2, zm - 0.02 * h)], y0 + 0.22, 0.022, "dark", 0.018, 18),
        *grille(x1 + 0.015, w / 2 - 0.015, zm - 0.09 * h, zm - 0.05 * h, y0 + 0.217, 4, "dark"),
    ]
    return out


def kiln(p: KilnParams) -> Asset:
    """Top-loading brick barrel with bands and lid, or a front loader with a heavy door; controller box."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "round":
        r = min(w * 0.86, d) / 2
        x = -w / 2 + r
        o = np.array([(r * np.cos(a), r * np.sin(a)) for a in (np.arange(10) + 0.5) * 2 * np.pi / 10])
        z0, zt = 0.2, h * 0.9
        pieces: Pieces = [
            *[prism(o, (zt - z0) / 3 - 0.006, (x, 0, z0 + (zt - z0) * i / 3), "body", 0.004) for i in range(3)],
            *[prism(o * 0.985, 0.012, (x, 0, z0 + (zt - z0) * i / 3 - 0.008), "dark", 0) for i in (1, 2)],
            prism(o * 1.01, h * 0.075, (x, 0, zt), "body", 0.006),
            *[
                slab(
                    x + sx * r * 0.5 - 0.02,
                    x + sx * r * 0.5 + 0.02,
                    sy * r * 0.5 - 0.02,
                    sy * r * 0.5 + 0.02,
                    0,
                    z0 + 0.004,
                    "frame",
                    0.003,
                )
                for sx in (-1, 1)
                for sy in (-1, 1)
            ],
            pipe(
                [
                    (x - 0.08, -r * 0.98, zt + 0.03),
                    (x - 0.08, -r - 0.012, zt + 0.05),
                    (x + 0.08, -r - 0.012, zt + 0.05),
                    (x + 0.08, -r * 0.98, zt + 0.03),
                ],
                0.009,
                "dark",
                0.02,
            ),
            slab(x - 0.05, x + 0.05, r * 0.9, d / 2, zt - 0.08, h, "frame", 0.004),
            *[q for i in range(3) for q in dots([(x, z0 + (zt - z0) * (i + 0.5) / 3)], -r * 0.953, 0.018, "grey", 0.02, 14)],
            slab(x + r * 0.9, w / 2, -0.14, 0.14, z0 + 0.05, z0 + 0.45, "case", 0.01),
            slab(x + r * 0.93, w / 2 - 0.01, -0.142, -0.138, z0 + 0.3, z0 + 0.4, "screen", 0),
            *dots([(w / 2 - 0.06, z0 + 0.2)], -0.14, 0.02, "dark", 0.015),
        ]
        return device("kiln", p, pieces, "steel", (), None, frame="black_metal", case="paint:#3a3d40")
    return device(
        "kiln", p, _front_kiln(w, d, h, p.style), "steel", frame="black_metal", case="paint:#3a3d40", brick="stone:#d9cbb0"
    )


@sized(refractor=(0.8, 1.0, 1.5), reflector=(0.85, 0.95, 1.4))
class TelescopeParams(Kinded):
    """A telescope on a tripod, pointing up to the front."""

    colour: str = choice("plastic:#e9e9e6", ("plastic:#e9e9e6", "plastic:#26282b", "brass", "paint:#2a4a6f"), "Tube")


def telescope(p: TelescopeParams) -> Asset:
    """Tube with dew shield, finder, focuser and eyepiece, mount with counterweight, three legs."""
    w, h = p.width, p.height
    zm = h * 0.62
    ps: Pieces = []
    big = p.kind == "reflector"
    r, n = (0.075, 0.7) if big else (0.042, 0.85)
    ps += [
        cylinder(r, n, (0, 0, -n * 0.45), "body", 0.004, 28),
        cylinder(r * 1.22 if not big else r * 1.06, n * 0.22, (0, 0, n * 0.42), "trim", 0.004, 28),
        cylinder(r * 1.12, 0.002, (0, 0, n * 0.64), "glassy", 0, 26)
        if not big
        else cylinder(r * 1.08, 0.05, (0, 0, -n * 0.47), "trim", 0.006, 28),
        *[torus(r, 0.008, (0, 0, z), "trim", 28, 6) for z in (-n * 0.12, n * 0.16)],
        cylinder(0.015, 0.2, (r + 0.028, 0, -n * 0.2), "trim", 0.003, 14),
        *[slab(r - 0.004, r + 0.03, -0.006, 0.006, z, z + 0.012, "trim", 0.001) for z in (-n * 0.15, n * 0.0)],
    ]
    if big:
        ps += [
            *kit.move(
                kit.rotate(
                    [
                        cylinder(0.022, 0.07, (0, 0, 0), "metal", 0.003, 16),
                        cylinder(0.018, 0.04, (0, 0, 0.07), "trim", 0.003, 14),
                    ],
                    "x",
                    -np.pi / 2,
                ),
                (0, r * 0.95, n * 0.32),
            )
        ]
    else:
        ps += [
            cylinder(0.024, 0.09, (0, 0, -n * 0.55), "metal", 0.003, 16),
            *kit.move(
                kit.rotate(
                    [
                        cylinder(0.018, 0.06, (0, 0, 0), "trim", 0.003, 14),
                        cylinder(0.014, 0.035, (0, 0, 0.06), "metal", 0.003, 12),
                    ],
                    "x",
                    -np.pi / 3,
                ),
                (0, 0.0, -n * 0.57),
            ),
        ]
    pieces = aim(ps, (0, 0, zm + 0.12), (0, -0.78, 0.62))
    pieces += [
        cylinder(0.045, 0.07, (0, 0, zm - 0.06), "trim", 0.006, 22),
        slab(-0.03, 0.03, -0.035, 0.035, zm, zm + 0.09, "trim", 0.01),
        bar((0.0, 0.02, zm + 0.05), (0.16, 0.1, zm - 0.03), 0.009, "chrome", 8),
        *aim(cylinder(0.04, 0.05, (0, 0, 0), "metal", 0.005, 20), (0.14, 0.09, zm - 0.018), (0.16, 0.08, -0.08)),
    ]
    for a in (np.pi / 2, np.pi * 7 / 6, np.pi * 11 / 6):
        u = np.array([np.cos(a), np.sin(a)])
        t0, f = np.array([*(u * 0.045), zm - 0.03]), np.array([*(u * (w * 0.5, w * 0.5)), 0.008])
        side_ = np.array([-u[1], u[0], 0]) * 0.016
        m = t0 + (f - t0) * 0.55
        pieces += [
            *[bar(tuple(t0 + s * side_), tuple(m + s * side_ * 0.8), 0.009, "leg", 8) for s in (-1, 1)],
            bar(tuple(t0 + (f - t0) * 0.45), tuple(f), 0.009, "leg", 8),
            bar(tuple(m - 0.02 * (f - t0)), tuple(m + 0.02 * (f - t0)), 0.024, "trim", 10),
            ellipsoid((0.03, 0.03, 0.018), tuple(f + (0, 0, 0.001)), "rubber", 10, 6),
            bar((0, 0, zm * 0.5), tuple(m), 0.005, "metal", 6),
        ]
    pieces.append(cylinder(0.09, 0.008, (0, 0, zm * 0.5), "trim", 0.002, 20))
    return device(
        "telescope",
        p,
        pieces,
        p.colour,
        (),
        None,
        trim="brass" if p.style in ("classic", "midcentury") and p.colour != "brass" else "plastic:#1c1c1e",
        leg="wood" if p.style in ("classic", "rustic", "midcentury") else "metal",
        glassy="glass:#22304a",
    )


@sized(desk=(0.34, 0.34, 0.44), floor=(0.6, 0.6, 1.05))
class GlobeParams(Kinded):
    """A globe."""

    antique: bool = flag(False, "Old colours")


def globe(p: GlobeParams) -> Asset:
    """Ball with raised continents in a meridian ring on a turned foot, or in a four-legged floor stand."""
    w, d, h = p.width, p.depth, p.height
    floor = p.kind == "floor"
    r = min(w, d) * (0.43 if floor else 0.44)
    zc = h - r * 1.12
    ball: Pieces = [ellipsoid((2 * r, 2 * r, 2 * r), (0, 0, 0), "body", 36, 20)]
    rng = np.random.default_rng(11)
    lands = [
        (0.2, 0.75, 0.5),
        (0.9, 0.85, 0.55),
        (1.5, 0.6, 0.45),
        (0.35, 0.05, 0.42),
        (0.45, -0.35, 0.3),
        (2.2, -0.45, 0.3),
        (3.9, 0.8, 0.48),
        (4.2, 0.45, 0.3),
        (4.9, -0.15, 0.38),
        (5.0, -0.6, 0.24),
        (2.0, 0.25, 0.22),
        (5.6, 1.1, 0.25),
        (0.0, -1.45, 0.4),
    ]
    for lon, lat, size in lands:
        n = 18
        k = size * (1 + 0.28 * np.sin(np.arange(n) * 2.1 + lon) * rng.uniform(0.5, 1, n))
        t = np.linspace(0, 2 * np.pi, n, endpoint=False)
        rows = []
        for f, rise in ((1.0, 0.997), (0.97, 1.006), (0.66, 1.007), (0.33, 1.007)):
            a, b = np.cos(t) * k * f, np.sin(t) * k * f
            la = np.clip(lat + b * 0.8, -1.5, 1.5)
            lo = lon + a / max(0.35, np.cos(lat))
            rows.append(np.stack([np.cos(la) * np.cos(lo), np.cos(la) * np.sin(lo), np.sin(la)], -1) * r * rise)
        centre = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]) * r * 1.007
        v = np.vstack([*rows, centre])
        faces = [
            (j * n + i, j * n + (i + 1) % n, (j + 1) * n + (i + 1) % n, (j + 1) * n + i) for j in range(3) for i in range(n)
        ] + [(3 * n + i, 3 * n + (i + 1) % n, 4 * n) for i in range(n)]
        ball.append(kit.piece(v, [tuple(f) for f in faces], "land", True))
    tilt = 0.41
    ring_ = [torus(r * 1.07, r * 0.028, (0, 0, 0), "metal", 40, 6)]
    ball += [
        *kit.rotate(ring_, "x", np.pi / 2),
        *[cyl((0, 0, s * r * 0.99), r * 0.04, r * 0.1, "z" if s > 0 else "-z", "metal", 0.002, 12) for s in (-1, 1)],
    ]
    pieces = kit.move(kit.rotate(ball, "y", tilt), (0, 0, zc))
    if floor:
        pieces += [
            loft(
                [
                    (oval(w, d, 40) * k, z)
                    for k, z in ((1, zc - 0.012), (1, zc + 0.012), (r * 2.18 / w, zc + 0.012), (r * 2.18 / w, zc - 0.012))
                ],
                "stand",
                closed=True,
            ),
            *[
                q
                for a in np.arange(4) * np.pi / 2 + np.pi / 4
                for q in (
                    kit.sweep(
                        rounded_rect(0.034, 0.034, 0.008, 2),
                        kit.smooth_path(
                            [
                                (np.cos(a) * w * 0.46, np.sin(a) * w * 0.46, zc - 0.006),
                                (np.cos(a) * w * 0.43, np.sin(a) * w * 0.43, zc * 0.5),
                                (np.cos(a) * w * 0.45, np.sin(a) * w * 0.45, 0),
                            ],
                            3,
                        ),
                        "stand",
                        scale=np.linspace(1, 0.75, 7),
                    ),
                    bar((0, 0, zc * 0.24), (np.cos(a) * w * 0.44, np.sin(a) * w * 0.44, zc * 0.24), 0.012, "stand", 10),
                )
            ],
            lathe(
                [(0.03, 0), (0.04, 0.02), (0.03, 0.06), (0.012, 0.1), (0.012, zc - r - zc * 0.24)],
                (0, 0, zc * 0.24 - 0.02),
                "stand",
                16,
            ),
        ]
    else:
        zb = zc - r * 1.07
        pieces += [
            lathe(
                [
                    (r * 0.62, 0),
                    (r * 0.64, 0.008),
                    (r * 0.5, 0.022),
                    (r * 0.16, 0.034),
                    (r * 0.1, zb * 0.55),
                    (r * 0.16, zb * 0.75),
                    (r * 0.08, zb + 0.01),
                ],
                (0, 0, 0),
                "stand",
                30,
            )
        ]
    return device(
        "globe",
        p,
        pieces,
        "paper:#d8c79a" if p.antique else "plastic:#2f6f9f",
        (),
        None,
        land="paper:#a8793f" if p.antique else "paper:#8fae62",
        metal="brass" if p.antique or p.style != "modern" else "chrome",
        stand="wood" if p.style != "modern" else "black_metal",
    )


@sized(2.6, 1.3, 2.4)
class PhotoBackdropParams(Sized):
    """A photographer's backdrop."""

    colour: str = choice(
        "paper:#e9e6df", ("paper:#e9e6df", "paper:#8a8f94", "paper:#b9a9c9", "paper:#7fa39a", "fabric:#2a2c2e"), "Paper"
    )


def photo_backdrop(p: PhotoBackdropParams) -> Asset:
    """Two light stands, a cross bar with a paper roll that falls and sweeps out along the floor."""
    w, d, h = p.width, p.depth, p.height
    yb = d / 2 - 0.36
    xs = w / 2 - 0.36
    zb = h - 0.08
    pieces: Pieces = []
    for s in (-1, 1):
        x = s * (w / 2 - 0.3)
        pieces += [
            bar((x, yb, 0.2), (x, yb, h * 0.55), 0.016, "black", 12),
            bar((x, yb, h * 0.5), (x, yb, h - 0.01), 0.012, "metal", 10),
            cylinder(0.024, 0.05, (x, yb, h * 0.53), "dark", 0.005, 14),
            cylinder(0.026, 0.05, (x, yb, 0.5), "dark", 0.005, 14),
            slab(x - 0.02, x + 0.02, yb - 0.04, yb + 0.03, h - 0.11, h - 0.05, "dark", 0.006),
        ]
        for a in (np.pi / 2, np.pi * 7 / 6, np.pi * 11 / 6):
            u = np.array([np.cos(a) * 0.3, np.sin(a) * 0.34])
            pieces += [
                bar((x, yb, 0.5), (x + u[0], yb + u[1], 0.012), 0.01, "black", 8),
                bar((x, yb, 0.22), (x + u[0] * 0.55, yb + u[1] * 0.55, 0.25), 0.006, "black", 6),
            ]
    xs = w / 2 - 0.38
    pieces += [
        cyl((-w / 2 + 0.27, yb, zb), 0.016, w - 0.54, "x", "metal", 0.002, 12),
        cyl((-xs, yb - 0.002, zb), 0.05, 2 * xs, "x", "body", 0.002, 24),
    ]
    t = np.linspace(0, np.pi / 2, 9)
    rr = min(0.4, d * 0.3)
    yp = yb - 0.052
    prof = [(yp, zb), (yp, h * 0.5), *[(yp - rr + rr * np.cos(a), 0.008 + rr - rr * np.sin(a)) for a in t], (-d / 2, 0.008)]
    g = np.array([[(x, y, z) for y, z in prof] for x in np.linspace(-xs + 0.01, xs - 0.01, 4)])
    pieces.append(kit.sheet(g[::-1], "body", 0.003))
    flr = Box((-xs, -d / 2, 0), (xs, yp, 0.03))
    return device("photo_backdrop", p, pieces, p.colour, (), [flr, Box((-w / 2, yb - rr, 0), (w / 2, d / 2, h))])


# ---------------------------------------------------------------------------------------------- manifest

treadmill_rand = sampler(TreadmillParams, treadmill)
exercise_bike_rand = sampler(ExerciseBikeParams, exercise_bike)
elliptical_rand = sampler(EllipticalParams, elliptical)
rowing_machine_rand = sampler(RowingMachineParams, rowing_machine)
weight_bench_rand = sampler(WeightBenchParams, weight_bench)
squat_rack_rand = sampler(SquatRackParams, squat_rack)
dumbbell_rand = sampler(DumbbellParams, dumbbell)
kettlebell_rand = sampler(KettlebellParams, kettlebell, lock=True)
barbell_rand = sampler(BarbellParams, barbell, lock=True)
weight_plate_rand = sampler(WeightPlateParams, weight_plate, lock=True)
exercise_ball_rand = sampler(ExerciseBallParams, exercise_ball, lock=True)
punching_bag_rand = sampler(PunchingBagParams, punching_bag)
iv_stand_rand = sampler(IvStandParams, iv_stand)
wheelchair_rand = sampler(WheelchairParams, wheelchair, lock=True)
stretcher_rand = sampler(StretcherParams, stretcher)
microscope_rand = sampler(MicroscopeParams, microscope)
labware_rand = sampler(LabwareParams, labware, free={"kind": ("beaker", "flask", "round")})
centrifuge_rand = sampler(CentrifugeParams, centrifuge)
robot_arm_rand = sampler(RobotArmParams, robot_arm)
fire_extinguisher_rand = sampler(FireExtinguisherParams, fire_extinguisher, free={"kind": ("foam", "foam", "co2")})
hand_tool_rand = sampler(HandToolParams, hand_tool)
toolbox_rand = sampler(ToolboxParams, toolbox, free={"kind": ("tools", "cantilever")})
drill_rand = sampler(DrillParams, drill)
drill_press_rand = sampler(DrillPressParams, drill_press)
vise_rand = sampler(ViseParams, vise)
ladder_rand = sampler(LadderParams, ladder, free={"kind": ("step", "tall", "double")})
step_stool_rand = sampler(StepStoolParams, step_stool)
easel_rand = sampler(EaselParams, easel)
wall_board_rand = sampler(WallBoardParams, wall_board)
mobile_board_rand = sampler(MobileBoardParams, mobile_board)
projector_screen_rand = sampler(ProjectorScreenParams, projector_screen)
cage_rand = sampler(CageParams, cage)
cat_tree_rand = sampler(CatTreeParams, cat_tree)
aquarium_rand = sampler(AquariumParams, aquarium, free={"kind": ("tank",)})
garbage_can_rand = sampler(GarbageCanParams, garbage_can, free={"kind": ("pedal", "swing", "open", "mesh")})
mop_bucket_rand = sampler(MopBucketParams, mop_bucket)
broom_rand = sampler(BroomParams, broom)
bucket_rand = sampler(BucketParams, bucket, free={"kind": ("pail", "plastic")})
ironing_board_rand = sampler(IroningBoardParams, ironing_board)
bicycle_rand = sampler(BicycleParams, bicycle, lock=True)
shopping_cart_rand = sampler(ShoppingCartParams, shopping_cart)
shopping_basket_rand = sampler(ShoppingBasketParams, shopping_basket)
mannequin_rand = sampler(MannequinParams, mannequin)
dental_tool_rand = sampler(DentalToolParams, dental_tool)
scale_rand = sampler(ScaleParams, scale, free={"kind": ("bathroom", "balance")})
hair_dryer_stand_rand = sampler(HairDryerStandParams, hair_dryer_stand)
shampoo_station_rand = sampler(ShampooStationParams, shampoo_station)
suitcase_rand = sampler(SuitcaseParams, suitcase)
luggage_rack_rand = sampler(LuggageRackParams, luggage_rack)
rope_barrier_rand = sampler(RopeBarrierParams, rope_barrier)
sign_rand = sampler(SignParams, sign, free={"kind": ("a_frame", "post")})
stage_rand = sampler(StageParams, stage)
pottery_wheel_rand = sampler(PotteryWheelParams, pottery_wheel)
kiln_rand = sampler(KilnParams, kiln)
telescope_rand = sampler(TelescopeParams, telescope)
globe_rand = sampler(GlobeParams, globe, free={"kind": ("desk",)})
photo_backdrop_rand = sampler(PhotoBackdropParams, photo_backdrop)

GENERATORS = (
    Generator("treadmill", TreadmillParams, treadmill, treadmill_rand),
    Generator("exercise_bike", ExerciseBikeParams, exercise_bike, exercise_bike_rand, {"spinning": {"kind": "spin"}}),
    Generator("elliptical", EllipticalParams, elliptical, elliptical_rand),
    Generator("rowing_machine", RowingMachineParams, rowing_machine, rowing_machine_rand, {"wooden": {"wood": True}}),
    Generator(
        "weight_bench",
        WeightBenchParams,
        weight_bench,
        weight_bench_rand,
        {"flat": {"kind": "flat"}, "adjustable": {"kind": "incline"}},
    ),
    Generator("squat_rack", SquatRackParams, squat_rack, squat_rack_rand, {"half": {"kind": "half"}}),
    Generator("dumbbell", DumbbellParams, dumbbell, dumbbell_rand, {"hexagonal": {"kind": "hex"}, "round": {"kind": "round"}}),
    Generator("kettlebell", KettlebellParams, kettlebell, kettlebell_rand),
    Generator("barbell", BarbellParams, barbell, barbell_rand),
    Generator("weight_plate", WeightPlateParams, weight_plate, weight_plate_rand),
    Generator("exercise_ball", ExerciseBallParams, exercise_ball, exercise_ball_rand),
    Generator("punching_bag", PunchingBagParams, punching_bag, punching_bag_rand),
    Generator("iv_stand", IvStandParams, iv_stand, iv_stand_rand),
    Generator("wheelchair", WheelchairParams, wheelchair, wheelchair_rand),
    Generator("stretcher", StretcherParams, stretcher, stretcher_rand),
    Generator("microscope", MicroscopeParams, microscope, microscope_rand),
    Generator("labware", LabwareParams, labware, labware_rand),
    Generator("centrifuge", CentrifugeParams, centrifuge, centrifuge_rand),
    Generator("robot_arm", RobotArmParams, robot_arm, robot_arm_rand),
    Generator("fire_extinguisher", FireExtinguisherParams, fire_extinguisher, fire_extinguisher_rand, HUNG),
    Generator("hand_tool", HandToolParams, hand_tool, hand_tool_rand, HUNG),
    Generator("toolbox", ToolboxParams, toolbox, toolbox_rand, HUNG),
    Generator("drill", DrillParams, drill, drill_rand),
    Generator("drill_press", DrillPressParams, drill_press, drill_press_rand),
    Generator("vise", ViseParams, vise, vise_rand),
    Generator(
        "ladder",
        LadderParams,
        ladder,
        ladder_rand,
        {"wooden": {"colour": "wood"}, "folding": {"kind": "step"}, "leaning": {"kind": "leaning"}, "double": {"kind": "double"}},
    ),
    Generator("step_stool", StepStoolParams, step_stool, step_stool_rand, {"wooden": {"colour": "wood"}}),
    Generator("easel", EaselParams, easel, easel_rand, {"studio": {"kind": "studio"}}),
    Generator("wall_board", WallBoardParams, wall_board, wall_board_rand),
    Generator("mobile_board", MobileBoardParams, mobile_board, mobile_board_rand),
    Generator("projector_screen", ProjectorScreenParams, projector_screen, projector_screen_rand),
    Generator("cage", CageParams, cage, cage_rand),
    Generator("cat_tree", CatTreeParams, cat_tree, cat_tree_rand),
    Generator("aquarium", AquariumParams, aquarium, aquarium_rand),
    Generator(
        "garbage_can",
        GarbageCanParams,
        garbage_can,
        garbage_can_rand,
        {
            "pedal": {"kind": "pedal"},
            "swing": {"kind": "swing"},
            "mesh": {"kind": "mesh"},
            "open": {"kind": "open"},
            "large": {"kind": "wheelie"},
            "wheeled": {"kind": "wheelie"},
        },
    ),
    Generator("mop_bucket", MopBucketParams, mop_bucket, mop_bucket_rand),
    Generator("broom", BroomParams, broom, broom_rand, {"straw": {"straw": True}}),
    Generator("bucket", BucketParams, bucket, bucket_rand),
    Generator("ironing_board", IroningBoardParams, ironing_board, ironing_board_rand),
    Generator(
        "bicycle",
        BicycleParams,
        bicycle,
        bicycle_rand,
        {
            "mountain": {"kind": "mountain"},
            "road": {"kind": "road"},
            "racing": {"kind": "road"},
            "city": {"kind": "city"},
            "vintage": {"kind": "city"},
        },
    ),
    Generator("shopping_cart", ShoppingCartParams, shopping_cart, shopping_cart_rand),
    Generator("shopping_basket", ShoppingBasketParams, shopping_basket, shopping_basket_rand, {"wire": {"wire": True}}),
    Generator("mannequin", MannequinParams, mannequin, mannequin_rand, {"headless": {"kind": "torso"}}),
    Generator("dental_tool", DentalToolParams, dental_tool, dental_tool_rand),
    Generator("scale", ScaleParams, scale, scale_rand),
    Generator("hair_dryer_stand", HairDryerStandParams, hair_dryer_stand, hair_dryer_stand_rand),
    Generator("shampoo_station", ShampooStationParams, shampoo_station, shampoo_station_rand),
    Generator(
        "suitcase", SuitcaseParams, suitcase, suitcase_rand, {"vintage": {"kind": "classic"}, "leather": {"kind": "classic"}}
    ),
    Generator("luggage_rack", LuggageRackParams, luggage_rack, luggage_rack_rand),
    Generator("rope_barrier", RopeBarrierParams, rope_barrier, rope_barrier_rand),
    Generator("sign", SignParams, sign, sign_rand),
    Generator("stage", StageParams, stage, stage_rand),
    Generator("pottery_wheel", PotteryWheelParams, pottery_wheel, pottery_wheel_rand),
    Generator("kiln", KilnParams, kiln, kiln_rand, {"round": {"kind": "round"}}),
    Generator("telescope", TelescopeParams, telescope, telescope_rand, {"brass": {"colour": "brass"}}),
    Generator("globe", GlobeParams, globe, globe_rand, {"antique": {"antique": True}, "vintage": {"antique": True}}),
    Generator("photo_backdrop", PhotoBackdropParams, photo_backdrop, photo_backdrop_rand),
)
