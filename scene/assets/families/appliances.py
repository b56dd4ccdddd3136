"""Electric things: screens, computers, sound, kitchen and laundry machines, shop machines, small devices of the house."""

from __future__ import annotations

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Emitter, Generator, Motion, PartSpec, choice, count, flag
from ..kit import Pieces, bar, box, cylinder, ellipsoid, lathe, prism, rounded_rect, slab, torus, tube
from ._make import (
    HUNG,
    Kinded,
    Sized,
    aim,
    cap,
    castors,
    colours,
    cyl,
    device,
    display,
    dots,
    framed,
    grille,
    key_grid,
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
)
from .props import rest

# ---------------------------------------------------------------------------------------------- screens and computers


@sized(
    pedestal=(1.25, 0.26, 0.78),
    legs=(1.2, 0.24, 0.74),
    floor=(1.3, 0.42, 1.38),
    crt=(0.62, 0.48, 0.52),
    mounts={"wall": (1.25, 0.06, 0.72)},
)
class TvParams(Kinded):
    """A television."""

    mount: str


def _screen(
    w: float, z0: float, z1: float, y: float, thick: float, chin: float = 0.008, edge: float = 0.008, hump: float = 0.6
) -> Pieces:
    """A flat screen with its front at y: frame, pane, thicker lower back."""
    h = z1 - z0
    return [
        panel(w, h, thick, (0, y, (z0 + z1) / 2), "body", 0.006, 0.002),
        display(-w / 2 + edge, w / 2 - edge, z0 + edge + chin, z1 - edge, y),
        slab(-w * 0.36, w * 0.36, y + thick - 0.002, y + thick + 0.028, z0 + 0.03, z0 + h * hump, "body", 0.012),
        slab(-0.012, 0.012, y - 0.0005, y + 0.003, z0 + 0.003, z0 + 0.007, "pale", 0.0),
    ]


def tv(p: TvParams) -> Asset:
    """Flat screen on a foot, two legs, a floor stand or a wall bracket; or a tube set."""
    w, d, h = p.width, p.depth, p.height
    if p.mount == "wall":
        pieces = [*_screen(w, 0, h, -d / 2, 0.022), slab(-0.16, 0.16, -d / 2 + 0.04, d / 2, h * 0.32, h * 0.55, "black", 0.003)]
        return device("tv", p, pieces, "black")
    if p.kind == "crt":
        r = rounded_rect(w, h - 0.02, 0.03, 3)
        back = rounded_rect(w * 0.62, (h - 0.02) * 0.62, 0.05, 3)
        y0 = -d / 2
        pieces = [
            kit.move(
                upright(
                    loft(
                        [
                            (back, -d + 0.01),
                            (kit.inset(r, 0.02), -d * 0.45),
                            (r, -d * 0.42),
                            (r, -0.004),
                            (kit.inset(r, 0.004), 0),
                        ],
                        "wood" if p.style != "modern" else "body",
                    )
                ),
                (0, y0 + 0.005, h / 2 + 0.01),
            )[0],
            opening((w * 0.76, h * 0.82), (w * 0.66, h * 0.66), 0.014, (-w * 0.09, y0 - 0.004, h / 2 + 0.01), "dark", 0.05),
        ]
        tube_ = kit.move(
            upright(
                skin(
                    rounded_rect(w * 0.68, h * 0.68, 0.05, 4),
                    [(1, 1, 0, -0.01), (0.98, 0.98, 0, 0.0), (0.7, 0.7, 0, 0.012), (0.3, 0.3, 0, 0.016)],
                    "screen",
                )
            ),
            (-w * 0.09, y0 + 0.006, h / 2 + 0.01),
        )
        pieces += [
            *tube_,
            *dots([(w * 0.39, h * 0.78), (w * 0.39, h * 0.62)], y0 + 0.005, 0.024, "metal", 0.018),
            *grille(w * 0.335, w * 0.445, h * 0.12, h * 0.48, y0 + 0.002, 9),
            *[cyl((x, y, 0), 0.014, 0.03, "z", "dark", 0.002) for x in (-w * 0.38, w * 0.38) for y in (y0 + 0.06, d * 0.1)],
        ]
        return device("tv", p, pieces, "grey", [top(-w * 0.42, y0 + 0.02, w * 0.42, y0 + d * 0.38, h)])
    zb = {"pedestal": 0.075, "legs": 0.065, "floor": h - min(w * 0.58, h * 0.6)}[p.kind]
    pieces = _screen(w, zb, h, -0.02, 0.022)
    if p.kind == "pedestal":
        pieces += [
            plate(
                min(0.5, w * 0.45), d, 0.012, (0, 0, 0), "foot", d * 0.3 if p.style in ("midcentury", "classic") else 0.012, 0.004
            ),
            slab(-0.06, 0.06, 0.0, 0.03, 0.011, zb + 0.1, "foot", 0.008),
        ]
    elif p.kind == "legs":
        for s in (-1, 1):
            x = s * w * 0.38
            pieces.append(
                pipe([(x - s * 0.05, -d / 2, 0.007), (x, 0, zb + 0.012), (x - s * 0.05, d / 2, 0.007)], 0.007, "foot", 0.02)
            )
    else:
        pieces += [
            plate(min(w * 0.55, 0.7), d, 0.015, (0, 0, 0), "foot", 0.02, 0.004),
            slab(-0.035, 0.035, 0.005, 0.045, 0.01, zb + 0.22, "foot", 0.01),
            slab(-0.18, 0.18, 0.004, 0.014, zb + 0.12, zb + 0.3, "foot", 0.003),
            plate(min(0.5, w * 0.4), 0.24, 0.01, (0, 0.0, zb * 0.5), "foot", 0.02),
        ]
    base = Box((-w / 2, -d / 2, 0), (w / 2, d / 2, zb * 0.3))
    return device(
        "tv",
        p,
        pieces,
        "black",
        (),
        [base, Box((-w / 2, -0.03, zb * 0.2), (w / 2, 0.04, h))],
        foot="black_metal" if p.style in ("modern", "industrial") else "metal",
    )


@sized(plain=(0.61, 0.2, 0.48), wide=(0.81, 0.24, 0.46), arm=(0.6, 0.22, 0.5), mounts={"wall": (0.6, 0.2, 0.36)})
class MonitorParams(Kinded):
    """A computer monitor."""

    colour: str = colours("black", "silver", "white")
    mount: str


def monitor(p: MonitorParams) -> Asset:
    """Thin screen on a column with a foot, or on a wall arm."""
    w, d, h = p.width, p.depth, p.height
    y = -d / 2 + 0.03
    if p.mount == "wall":
        pieces = [
            *_screen(w, 0, h, -d / 2, 0.016, 0.01, 0.006),
            slab(-0.05, 0.05, d / 2 - 0.012, d / 2, h / 2 - 0.11, h / 2 + 0.11, "metal", 0.003),
            pipe([(0, d / 2 - 0.01, h / 2), (0.1, 0, h / 2), (0, -d / 2 + 0.03, h / 2)], 0.013, "metal", 0.02),
            slab(-0.05, 0.05, -d / 2 + 0.04, -d / 2 + 0.05, h / 2 - 0.05, h / 2 + 0.05, "metal", 0.002),
        ]
        return device("monitor", p, pieces, p.colour)
    zb = h * 0.27
    pieces = _screen(w, zb, h, y, 0.014, 0.012 if p.kind == "plain" else 0.004, 0.007, 0.75)
    if p.kind == "wide":
        pieces = kit.bend(pieces, lambda v: v + np.array([0, 1.0, 0]) * (-((v[:, :1] / w) ** 2) * 0.16 + 0.02))
        y += 0.02
    foot = (
        plate(w * 0.42, d, 0.01, (0, 0, 0), "foot", 0.012 if p.style != "midcentury" else d / 2 * 0.95, 0.003)
        if p.kind != "wide"
        else None
    )
    stem = [
        slab(-0.03, 0.03, y + 0.05, y + 0.07, 0.008, zb + (h - zb) * 0.6, "foot", 0.006),
        slab(-0.05, 0.05, y + 0.012, y + 0.055, zb + (h - zb) * 0.38, zb + (h - zb) * 0.58, "foot", 0.006),
    ]
    if foot is None:
        stem += [
            pipe([(s * w * 0.28, -d / 2, 0.008), (0, y + 0.06, 0.012), (s * 0.01, y + 0.07, 0.1)], 0.008, "foot", 0.03)
            for s in (-1, 1)
        ] + [slab(-0.03, 0.03, d / 2 - 0.05, d / 2, 0, 0.012, "foot", 0.003)]
    else:
        stem.append(foot)
    solids = [
        Box((-w / 2, y - 0.04, zb), (w / 2, y + 0.06, h)),
        Box((-w * 0.3, -d / 2, 0), (w * 0.3, d / 2, 0.014)),
        Box((-0.06, y, 0), (0.06, y + 0.08, h * 0.8)),
    ]
    return device(
        "monitor", p, [*pieces, *stem], p.colour, (), solids, foot="metal" if p.colour != "black" else "plastic:#1c1c1e"
    )


@sized(0.34, 0.33, 0.23)
class LaptopParams(Sized):
    """An open laptop."""

    colour: str = colours("silver", "black", "white")
    lid: str = choice("open", ("open", "wide"), "How far the lid stands open")


def laptop(p: LaptopParams) -> Asset:
    """Base with keys and trackpad, screen lid tilted back."""
    w, d, h = p.width, p.depth, p.height
    t, closed = 0.014, h < 0.06
    tilt = 0.18 if p.lid == "open" else 0.42
    lift = max(h - t, 0.03)
    db = d if closed else max(d - lift * np.tan(tilt), d * 0.55)
    y1 = -d / 2 + db
    pieces: Pieces = [
        plate(w, db, t, (0, -d / 2 + db / 2, 0.002), "body", 0.014, 0.003),
        *[cylinder(0.008, 0.003, (x, y, 0), "dark", 0, 8) for x in (-w * 0.42, w * 0.42) for y in (-d / 2 + 0.025, y1 - 0.025)],
    ]
    if closed:
        pieces.append(plate(w, db, max(h - t - 0.003, 0.004), (0, -d / 2 + db / 2, t + 0.003), "body", 0.014, 0.002))
        return device("laptop", p, pieces, p.colour)
    pieces += [
        plate(w * 0.86, db * 0.46, 0.0008, (0, y1 - db * 0.33, t + 0.0016), "dark", 0.004, 0),
        *key_grid(13, 5, w * 0.84, db * 0.44, (0, y1 - db * 0.33, t + 0.0022), "keys", 0.0016),
        plate(w * 0.3, db * 0.3, 0.0006, (0, -d / 2 + db * 0.2, t + 0.0016), "pad", 0.005, 0),
    ]
    long = lift / np.cos(tilt)
    lid: Pieces = [
        panel(w, long, 0.006, (0, 0, long / 2), "body", 0.012, 0.002),
        display(-w / 2 + 0.007, w / 2 - 0.007, 0.014, long - 0.007, 0),
    ]
    pieces += kit.move(kit.rotate(lid, "x", -tilt), (0, y1 - 0.008, t - 0.002))
    pieces.append(cyl((-w * 0.36, y1 - 0.004, t), 0.005, w * 0.72, "x", "dark", 0.001, 8))
    return device(
        "laptop",
        p,
        pieces,
        p.colour,
        (),
        [Box((-w / 2, -d / 2, 0), (w / 2, y1, t + 0.004)), Box((-w / 2, y1 - 0.02, 0), (w / 2, d / 2, h))],
        keys="plastic:#232325" if p.colour != "white" else "plastic:#dededa",
        pad="plastic:#8d9093" if p.colour == "silver" else "plastic:#333336",
    )


@sized(tower=(0.21, 0.45, 0.45), gaming=(0.23, 0.46, 0.48), mini=(0.2, 0.2, 0.2))
class ComputerParams(Kinded):
    """A desktop computer."""

    colour: str = colours("black", "white", "grey")


def computer(p: ComputerParams) -> Asset:
    """Tower case: front mesh or drive bays, glazed side with fans, vents, ports and feet."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    pieces: Pieces = [
        slab(-w / 2, w / 2, y0 + 0.02, d / 2, 0.012, h, "body", 0.006),
        *[
            cylinder(0.014, 0.014, (x, y, 0), "rubber", 0.002, 10)
            for x in (-w * 0.36, w * 0.36)
            for y in (y0 + 0.07, d / 2 - 0.06)
        ],
    ]
    if p.kind == "gaming":
        pieces += [
            opening((w * 0.98, h * 0.96), (w * 0.82, h * 0.88), 0.024, (0, y0, h * 0.51), "body", 0.01),
            slab(-w * 0.42, w * 0.42, y0 + 0.016, y0 + 0.022, h * 0.06, h * 0.96, "dark", 0.001),
        ]
        n = 3
        for i in range(n):
            z = h * (0.2 + 0.31 * i)
            r = min(w * 0.38, h * 0.145)
            fan_ = [
                torus(r, 0.006, (0, 0, 0), "ring", 24, 5),
                cylinder(r * 0.3, 0.01, (0, 0, 0), "grey", 0.002, 12),
                *kit.ring(kit.rotate(box((r * 0.62, r * 0.32, 0.002), (r * 0.62, 0, 0.004), "grey", 0), "x", 0.4), 7),
            ]
            pieces += kit.move(upright(fan_), (0, y0 + 0.013, z))
        pieces += [
            slab(w / 2 - 0.001, w / 2 + 0.003, y0 + 0.05, d / 2 - 0.04, h * 0.08, h * 0.95, "pane", 0.001),
            *[
                cyl((w / 2 + 0.002, y, z), 0.006, 0.004, "x", "metal", 0.001, 8)
                for y in (y0 + 0.07, d / 2 - 0.06)
                for z in (h * 0.12, h * 0.91)
            ],
        ]
    else:
        pieces += [
            panel(w * 0.99, h * 0.96, 0.024, (0, y0, h * 0.5 + 0.006), "face", 0.008, 0.004),
            *dots([(0, h * 0.9)], y0, min(0.012, w * 0.07), "metal"),
            *dots([(x, h * 0.83) for x in (-0.02, 0.02)], y0, 0.004, "dark", 0.002, 8),
        ]
        if p.kind == "tower":
            pieces += [
                slab(-w * 0.4, w * 0.4, y0 - 0.002, y0 + 0.004, h * z, h * (z + 0.075), "body", 0.002) for z in (0.69, 0.6)
            ]
        pieces += grille(
            -w * 0.36, w * 0.36, h * 0.1, h * (0.54 if p.kind == "tower" else 0.72), y0 - 0.002, 12 if p.kind == "tower" else 7
        )
    pieces += grille(-w * 0.3, w * 0.3, h * 0.6, h * 0.9, d / 2 - 0.002, 8)
    return device(
        "computer",
        p,
        pieces,
        p.colour,
        [top(-w / 2, y0 + 0.02, w / 2, d / 2, h)],
        face="plastic:#2a2a2d" if p.colour != "white" else "plastic:#e2e2de",
        ring="light",
        pane="glass:#30343a",
    )


@sized(full=(0.44, 0.14, 0.035), compact=(0.31, 0.12, 0.035), flat=(0.42, 0.12, 0.018))
class KeyboardParams(Kinded):
    """A computer keyboard."""

    colour: str = colours("black", "white", "silver", "cream")


def keyboard(p: KeyboardParams) -> Asset:
    """Tray with rows of keys, space bar, number block; raised at the back."""
    w, d, h = p.width, p.depth, p.height
    t = h * 0.5
    cols = {"full": 14, "compact": 14, "flat": 14}[p.kind]
    main = w * (0.97 if p.kind == "compact" else 0.72)
    x0 = -w * 0.485 + main / 2
    z = t
    pieces: Pieces = [plate(w, d, t, (0, 0, 0.0), "body", 0.008 if p.kind != "flat" else 0.014, 0.002)]
    rise = h * 0.25
    kd = d * 0.9 / 5
    pieces += key_grid(cols, 4, main, kd * 4, (x0, kd * 0.5, z), "keys", rise)
    pieces += [
        cap(x0 - main * 0.4, -kd * 2, main * 0.18, kd * 0.86, z - 0.001, z + rise, "keys"),
        cap(x0 - main * 0.24, -kd * 2, main * 0.11, kd * 0.86, z - 0.001, z + rise, "keys"),
        cap(x0 + main * 0.04, -kd * 2, main * 0.4, kd * 0.86, z - 0.001, z + rise, "keys", 0.03),
        *[cap(x0 + main * k, -kd * 2, main * 0.1, kd * 0.86, z - 0.001, z + rise, "keys") for k in (0.31, 0.43)],
    ]
    if p.kind != "compact":
        pieces += key_grid(4, 5, w * 0.2, kd * 5, (w * 0.38, 0, z), "keys", rise)
    pieces = kit.bend(pieces, lambda v: v + np.array([0, 0, 1.0]) * ((v[:, 1:2] + d / 2) / d) * h * 0.25 * (v[:, 2:3] > 0.001))
    return device(
        "keyboard",
        p,
        pieces,
        p.colour,
        keys={"black": "plastic:#2b2b2e", "white": "plastic:#f6f6f3", "silver": "plastic:#f0f0ee", "cream": "plastic:#b9b2a0"}[
            p.colour
        ],
    )


@sized(0.065, 0.11, 0.04)
class MouseParams(Sized):
    """A computer mouse."""

    colour: str = colours("black", "white", "silver", "red")
    cable: bool = flag(False, "With a cable")


def mouse(p: MouseParams) -> Asset:
    """Domed shell, split keys, scroll wheel."""
    w, d, h = p.width, p.depth, p.height
    o = oval(w, d * (0.8 if p.cable else 1), 24, 2.6, -0.08)
    rows = [
        (0.92, 0.96, 0, 0),
        (1, 1, 0, h * 0.12),
        (0.98, 0.99, 0, h * 0.4),
        (0.84, 0.9, d * 0.01, h * 0.75),
        (0.55, 0.68, d * 0.03, h * 0.95),
        (0.2, 0.3, d * 0.04, h),
    ]
    pieces: Pieces = [
        skin(o, rows, "body"),
        slab(-0.0007, 0.0007, -d * 0.4, d * 0.0, h * 0.35, h * 0.985, "dark", 0),
        cyl((-0.003, -d * 0.2, h * 0.8), h * 0.24, 0.006, "x", "grey", 0.001, 14),
    ]
    if p.cable:
        pieces.append(
            tube(
                kit.smooth_path([(0, -d * 0.38, 0.006), (0.004, -d * 0.5, 0.004), (0.012, -d * 0.6, 0.003)], 4), 0.0022, "dark", 6
            )
        )
    return device("mouse", p, pieces, p.colour)


@sized(0.18, 0.12, 0.24)
class HeadphonesParams(Sized):
    """Headphones, some on a stand."""

    colour: str = colours("black", "white", "silver", "red", "blue")
    stand: bool = flag(True, "On a stand")


def headphones(p: HeadphonesParams) -> Asset:
    """Padded band, two cups with cushions, on a post with a base."""
    w, d, h = p.width, p.depth, p.height
    r = w * 0.42
    t = np.linspace(np.pi * -0.06, np.pi * 1.06, 15)
    zc = h - r - 0.012
    arc = np.stack([np.cos(t) * r, np.zeros(15), zc + np.sin(t) * r], -1)
    pieces: Pieces = [
        kit.sweep(rounded_rect(0.006, 0.03, 0.003, 2), arc, "body"),
        kit.sweep(rounded_rect(0.011, 0.026, 0.005, 2), arc[4:11] * (0.94, 1, 1) + (0, 0, -0.007), "pad"),
    ]
    for s in (-1, 1):
        zr = zc - r * 0.42
        cup = [
            kit.scale(
                lathe([(0, 0), (0.03, 0), (0.036, 0.006), (0.038, 0.02), (0.034, 0.024), (0, 0.024)], (0, 0, 0), "body", 20),
                (1, 1.1, 1),
            )[0],
            kit.scale(torus(0.026, 0.011, (0, 0, 0.026), "pad", 20, 8), (1, 1.1, 1))[0],
            lathe([(0.0, -0.001), (0.02, -0.001), (0.022, 0.002), (0.0, 0.002)], (0, 0, 0), "trim", 16),
        ]
        pieces += kit.move(kit.rotate(cup, "y", -s * np.pi / 2), (s * (r + 0.014), 0, zr))
        pieces.append(slab(s * r - 0.004, s * r + 0.004, -0.008, 0.008, zr, zc + 0.01, "trim", 0.002))
    if p.stand:
        pieces += [
            plate(w * 0.62, d, 0.01, (0, 0, 0), "stand", 0.012 if p.style == "modern" else d * 0.3, 0.003),
            cylinder(0.008, h - 0.03, (0, 0, 0.008), "stand", 0.002, 12),
            box((0.045, 0.04, 0.012), (0, 0, h - 0.028), "stand", 0.005),
        ]
    return device(
        "headphones",
        p,
        pieces,
        p.colour,
        pad="leather:#202022",
        trim="metal",
        stand="wood" if p.style in ("rustic", "midcentury", "classic") else "metal",
    )


@sized(0.09, 0.06, 0.07)
class WebcamParams(Sized):
    """A webcam."""

    form: str = choice("bar", ("bar", "ball", "disc"), "Shape of its head")
    colour: str = colours("black", "white", "silver")


def webcam(p: WebcamParams) -> Asset:
    """A camera bar on a clip, a ball on a folding foot, or a disc with its lights on a small tripod."""
    w, d, h = p.width, p.depth, p.height
    y, z = -d * 0.2, h * 0.7
    if p.form == "bar":
        pieces: Pieces = [
            box((w, d * 0.5, h * 0.45), (0, y, h * 0.77), "body", h * 0.2, segments=3),
            cyl((0, -d * 0.43, h * 0.77), h * 0.17, d * 0.07, "-y", "dark", 0.002, 18),
            cyl((0, -d * 0.48, h * 0.77), h * 0.1, 0.002, "-y", "screen", 0.0005, 14),
            cyl((w * 0.36, -d * 0.44, h * 0.77), h * 0.03, 0.002, "-y", "green", 0.0, 8),
            *[slab(x - 0.001, x + 0.001, -d * 0.455, -d * 0.44, h * 0.7, h * 0.84, "dark", 0) for x in (-w * 0.36, -w * 0.3)],
            slab(-w * 0.2, w * 0.2, -d * 0.3, d * 0.5, 0, h * 0.12, "body", 0.003),
            slab(-w * 0.12, w * 0.12, -d * 0.1, d * 0.05, h * 0.1, h * 0.6, "body", 0.003),
        ]
        return device("webcam", p, pieces, p.colour)
    r = min(0.3 * h, 0.42 * w)
    if p.form == "ball":
        pieces = [
            kit.ellipsoid((2 * r, 2 * r, 2 * r), (0, y, z), "body", 24, 16),
            cyl((0, y - 0.72 * r, z), 0.62 * r, 0.3 * r, "-y", "dark", 0.001, 22),
            cyl((0, y - 1.01 * r, z), 0.4 * r, 0.03 * r, "-y", "screen", 0.0003, 18),
            torus(0.16 * r, 0.06 * r, (0, y, z - r), "metal", 16, 6),
            slab(-w / 2, w / 2, -d * 0.45, -d * 0.3, 0.12 * h, 0.3 * h, "body", 0.003),
            slab(-w / 2, w / 2, -d * 0.4, d / 2, 0.22 * h, 0.32 * h, "body", 0.003),
            slab(-w * 0.4, w * 0.4, d * 0.34, d / 2, 0.04 * h, 0.26 * h, "body", 0.003),
            slab(-w * 0.4, w * 0.4, -d * 0.48, d / 2, 0.0, 0.07 * h, "body", 0.002),
        ]
        return device("webcam", p, pieces, p.colour)
    head = [
        cylinder(1.1 * r, 0.35 * d, (0, 0, 0), "body", 0.003, 30),
        torus(0.84 * r, 0.06 * r, (0, 0, 0.35 * d), "light", 30, 6),
        cylinder(0.5 * r, 0.06 * d, (0, 0, 0.34 * d), "dark", 0.001, 22),
        cylinder(0.32 * r, 0.08 * d, (0, 0, 0.34 * d), "screen", 0.001, 18),
    ]
    pieces = kit.move(upright(head), (0, 0.1 * d, z))
    pieces.append(bar((0, 0, 0.2 * h), (0, 0, z - 0.9 * r), 0.06 * h, "metal", 10))
    feet = [(0.5 * w * np.cos(a), 0.5 * d * np.sin(a), 0.02 * h) for a in (-np.pi / 2, np.pi / 6, 5 * np.pi / 6)]
    pieces += [bar((0, 0, 0.24 * h), at, 0.045 * h, "body", 8, 0.03 * h) for at in feet]
    return device("webcam", p, pieces, p.colour)


# ---------------------------------------------------------------------------------------------- sound and play


@sized(
    bookshelf=(0.2, 0.24, 0.33),
    tower=(0.24, 0.32, 1.0),
    smart=(0.12, 0.12, 0.17),
    amp=(0.5, 0.27, 0.45),
    mounts={"wall": (0.2, 0.22, 0.32)},
)
class SpeakerParams(Kinded):
    """A loudspeaker."""

    colour: str = colours("wood", "black", "white", "grey")
    grille_on: bool = flag(False, "Cloth in front of the drivers")
    mount: str


def _driver(x: float, z: float, y: float, r: float) -> Pieces:
    """A loudspeaker cone set into a front at y."""
    parts = [
        torus(r, r * 0.09, (0, 0, 0.001), "metal", 24, 5),
        torus(r * 0.82, r * 0.1, (0, 0, 0.001), "rubber", 24, 5),
        lathe(
            [
                (r * 0.98, -0.001),
                (r * 0.8, 0.0005),
                (r * 0.3, -0.0005 - 0.0),
                (r * 0.3, 0.002),
                (r * 0.2, r * 0.1),
                (0, r * 0.13),
            ],
            (0, 0, 0),
            "cone",
            20,
        ),
    ]
    return kit.move(upright(parts), (x, y - 0.001, z))


def speaker(p: SpeakerParams) -> Asset:
    """Cabinet with drivers, port and feet; a tower; a round smart speaker; or an amplifier."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "smart" and p.mount == "stand":
        r = min(w, d) / 2
        pieces = [
            lathe(
                [(r * 0.86, 0), (r * 0.96, 0.004), (r, h * 0.2), (r, h * 0.75), (r * 0.95, h * 0.93), (r * 0.84, h * 0.985)],
                (0, 0, 0),
                "cloth",
                28,
            ),
            lathe([(r * 0.88, h * 0.965), (r * 0.9, h * 0.975), (r * 0.78, h), (0, h)], (0, 0, 0), "body", 28),
            torus(r * 0.55, 0.0015, (0, 0, h), "blue", 20, 4),
        ]
        return device("speaker", p, pieces, p.colour if p.colour != "wood" else "black", cloth="fabric")
    tower, amp = p.kind == "tower", p.kind == "amp"
    zb = 0.0 if p.mount == "wall" else 0.02
    y0 = -d / 2 + 0.012
    if p.mount == "wall":
        pieces = [slab(-w * 0.2, w * 0.2, d / 2 - 0.03, d / 2, h * 0.4, h * 0.6, "metal", 0.003)]
        d1 = d / 2 - 0.028
    else:
        pieces, d1 = [], d / 2
    pieces.append(slab(-w / 2, w / 2, y0, d1, zb, h, "body", 0.012 if amp or p.style == "midcentury" else 0.004, "z"))
    if zb:
        ys = (y0 + 0.04, d1 - 0.04)
        pieces += [
            cylinder(0.012, 0.022, (x, y, 0), "metal" if tower else "rubber", 0.002, 10, 0.016 if tower else None)
            for x in (-w * 0.38, w * 0.38)
            for y in ys
        ]
    if amp:
        pieces += [
            panel(w * 0.92, h * 0.68, 0.008, (0, y0 - 0.006, h * 0.4), "cloth", 0.006),
            panel(w * 0.92, h * 0.16, 0.008, (0, y0 - 0.006, h * 0.86), "metal", 0.004),
            *dots([(x, h * 0.86) for x in np.linspace(-w * 0.36, w * 0.3, 6)], y0 - 0.006, 0.012, "dark", 0.014),
            pipe(
                [(-w * 0.14, 0, h - 0.005), (-w * 0.1, 0, h + 0.03), (w * 0.1, 0, h + 0.03), (w * 0.14, 0, h - 0.005)],
                0.008,
                "rubber",
                0.02,
            ),
            *[
                slab(s * w / 2 - 0.012, s * w / 2 + 0.012, y0 - 0.003, y0 + 0.02, z - 0.012, z + 0.012, "metal", 0.004)
                for s in (-1, 1)
                for z in (zb + 0.012, h - 0.012)
            ],
        ]
        return device(
            "speaker",
            p,
            pieces,
            "black" if p.colour == "wood" else p.colour,
            [top(-w / 2, y0, w / 2, -0.03, h)],
            [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, h))],
            cloth="fabric",
        )
    pieces.append(
        panel(w * 0.94, (h - zb) * (0.97 if not tower else 0.985), 0.004, (0, y0 - 0.002, (h + zb) / 2), "baffle", 0.008)
    )
    yf = y0 - 0.003
    if p.grille_on:
        pieces.append(panel(w * 0.86, (h - zb) * 0.9, 0.008, (0, y0 - 0.01, (h + zb) / 2), "cloth", 0.012, 0.003))
    elif tower:
        r = min(w * 0.36, h * 0.11)
        pieces += [
            q
            for z in (h * 0.42, h * 0.42 + r * 2.3, h * 0.42 + r * 4.4)
            for q in _driver(0, z, yf, r if z < h * 0.42 + r * 4 else r * 0.8)
        ]
        pieces += [
            *_driver(0, h - r * 0.8, yf, r * 0.4),
            *kit.move(upright(torus(r * 0.5, 0.006, (0, 0, 0), "dark", 18, 6)), (0, yf, h * 0.16)),
            *dots([(0, h * 0.16)], yf, r * 0.48, "dark", 0.001),
        ]
    else:
        r = min(w * 0.38, h * 0.25)
        pieces += [
            *_driver(0, h * 0.36, yf, r),
            *_driver(0, h * 0.78, yf, r * 0.45),
            *dots([(-w * 0.34, h * 0.62)], yf, 0.008, "dark", 0.001),
        ]
    return device(
        "speaker",
        p,
        pieces,
        p.colour,
        [top(-w / 2, y0, w / 2, d1, h)] if h < 1.3 else (),
        baffle="plastic:#202022",
        cloth="fabric:#2a2a2c",
        cone="paper:#3a3a3c",
    )


@sized(0.95, 0.1, 0.07, mounts={"wall": (0.95, 0.1, 0.07)})
class SoundbarParams(Sized):
    """A sound bar."""

    colour: str = colours("black", "grey", "white")
    mount: str


def soundbar(p: SoundbarParams) -> Asset:
    """Long rounded bar with a cloth front, end caps and keys."""
    w, d, h = p.width, p.depth, p.height
    z0 = 0.0 if p.mount == "wall" else 0.006
    pieces = [
        slab(-w / 2 + 0.02, w / 2 - 0.02, -d / 2, d / 2 - 0.005, z0 + 0.002, h - 0.002, "cloth", 0.012),
        slab(-w / 2 + 0.015, w / 2 - 0.015, -d / 2 + 0.02, d / 2, z0, h, "body", 0.005),
        *[
            slab(s * (w / 2 - 0.011) - 0.011, s * (w / 2 - 0.011) + 0.011, -d / 2, d / 2 - 0.004, z0, h, "body", 0.01)
            for s in (-1, 1)
        ],
        display(-0.03, 0.03, h * 0.4, h * 0.6, -d / 2),
        *[cylinder(0.006, 0.002, (x, 0.01, h - 0.001), "grey", 0, 10) for x in (-0.03, -0.01, 0.01, 0.03)],
    ]
    if z0:
        pieces += [slab(s * w * 0.38 - 0.03, s * w * 0.38 + 0.03, -d * 0.35, d * 0.35, 0, 0.01, "rubber", 0.002) for s in (-1, 1)]
    return device("soundbar", p, pieces, p.colour, cloth="fabric:#29292b" if p.colour == "black" else "fabric:#8b8d8f")


@sized(
    flat=(0.3, 0.26, 0.07),
    upright=(0.12, 0.26, 0.38),
    tower=(0.15, 0.15, 0.3),
    retro=(0.26, 0.22, 0.08),
    receiver=(0.43, 0.3, 0.07),
)
class GameConsoleParams(Kinded):
    """A game console or a set-top player."""

    colour: str = colours("black", "white", "grey")


def game_console(p: GameConsoleParams) -> Asset:
    """Consoles lying and standing, a cartridge machine, or a receiver with display and knob."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    if p.kind == "receiver":
        big = h > 0.1
        pieces = [
            slab(-w / 2, w / 2, y0 + 0.012, d / 2, 0.012, h, "body", 0.003),
            panel(w, h - 0.012, 0.01, (0, y0 + 0.004, h / 2 + 0.006), "face", 0.003),
            display(-w * 0.2, w * 0.2, h * 0.45, h * 0.78, y0 + 0.004),
            *dots([(w * 0.38, h * 0.55)], y0 + 0.005, min(h * 0.26, 0.026), "metal", 0.012, 20),
            *dots([(-w * 0.4, h * 0.6)], y0 + 0.005, 0.008, "metal"),
            *dots([(x, h * 0.3) for x in np.linspace(-w * 0.3, w * 0.28, 7 if big else 5)], y0 + 0.005, 0.004, "metal", 0.004, 8),
            *[
                cylinder(0.016, 0.014, (x, y, 0), "rubber", 0.002, 10)
                for x in (-w * 0.4, w * 0.4)
                for y in (y0 + 0.05, d / 2 - 0.05)
            ],
            *[
                slab(-w * 0.35, w * 0.35, y, y + 0.004, h - 0.001, h + 0.001, "dark", 0)
                for y in np.linspace(-d * 0.1, d * 0.35, 8)
            ],
        ]
        return device(
            "game_console",
            p,
            pieces,
            "steel" if p.colour == "grey" else "black",
            [top(-w / 2, y0 + 0.03, w / 2, -d * 0.15, h)],
            face="metal" if p.colour != "black" else "plastic:#202022",
        )
    if p.kind == "flat":
        pieces = [
            plate(w, d, h * 0.44, (0, 0, 0.004), "body", 0.012, 0.004),
            plate(w * 0.98, d * 0.98, h * 0.12, (0, 0, h * 0.48), "dark", 0.01, 0),
            plate(w, d, h * 0.42, (0, 0, h * 0.57), "body", 0.012, 0.004),
            *[cylinder(0.01, 0.006, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.4, w * 0.4) for y in (-d * 0.4, d * 0.4)],
            slab(-w * 0.42, w * 0.02, y0 - 0.001, y0 + 0.003, h * 0.72, h * 0.78, "dark", 0),
            *dots([(w * 0.4, h * 0.75)], y0, 0.007, "blue", 0.002),
        ]
    elif p.kind == "upright":
        side_ = [(-0.42, 0), (0.42, 0), (0.5, 0.08), (0.5, 0.94), (0.44, 1), (-0.4, 1), (-0.5, 0.9), (-0.5, 0.1)]
        o = np.array(side_) * (d, h - 0.02)
        shell = [prism(o, w * 0.3, (0, 0, s * w * 0.35 - w * 0.15), "body", 0.006) for s in (-1, 1)]
        core = prism(kit.inset(o, 0.012), w * 0.44, (0, 0, -w * 0.22), "dark", 0.002)
        pieces = kit.move(kit.rotate(kit.rotate([*shell, core], "x", np.pi / 2), "z", np.pi / 2), (0, 0, 0.02))
        pieces += [
            cylinder(w * 0.55, 0.022, (0, 0, 0), "dark", 0.004, 24),
            slab(-0.0015, 0.0015, y0 + 0.004, y0 + 0.01, h * 0.3, h * 0.8, "blue", 0),
        ]
    elif p.kind == "tower":
        pieces = [
            slab(-w / 2, w / 2, y0, d / 2, 0.01, h, "body", 0.005),
            cylinder(w * 0.4, 0.012, (0, 0, 0), "dark", 0.002, 20),
            *[
                cylinder(0.005, 0.002, (x, y, h - 0.0012), "green", 0, 6)
                for x in np.linspace(-w * 0.36, w * 0.36, 6)
                for y in np.linspace(-d * 0.36, d * 0.36, 6)
            ],
            slab(-w * 0.35, -w * 0.3, y0 - 0.001, y0 + 0.003, h * 0.55, h * 0.9, "dark", 0),
            *dots([(w * 0.33, h * 0.92)], y0, 0.008, "pale", 0.002),
        ]
    else:
        pieces = [
            plate(w, d, h * 0.6, (0, 0, 0.004), "body", 0.008, 0.004),
            slab(-w / 2 + 0.01, w / 2 - 0.01, -d * 0.1, d / 2 - 0.01, h * 0.58, h * 0.9, "body", 0.006),
            slab(-w * 0.2, w * 0.2, d * 0.02, d * 0.3, h * 0.86, h, "dark", 0.004),
            *[
                slab(x - 0.02, x + 0.02, -d * 0.35, -d * 0.22, h * 0.59, h * 0.72, "red" if x < 0 else "grey", 0.003)
                for x in (-w * 0.3, w * 0.3)
            ],
            *[slab(x - 0.018, x + 0.018, y0 - 0.003, y0 + 0.005, h * 0.2, h * 0.45, "dark", 0.002) for x in (-w * 0.2, w * 0.2)],
            *[
                slab(-w * 0.4, w * 0.4, y, y + 0.003, h * 0.9 - 0.0005, h * 0.9 + 0.002, "dark", 0)
                for y in np.linspace(d * 0.34, d * 0.44, 4)
            ],
            *[cylinder(0.01, 0.006, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.4, w * 0.4) for y in (-d * 0.4, d * 0.4)],
        ]
    return device("game_console", p, pieces, p.colour)


@sized(0.155, 0.105, 0.055)
class GameControllerParams(Sized):
    """A game controller."""

    colour: str = colours("black", "white", "blue", "red", "purple")


def game_controller(p: GameControllerParams) -> Asset:
    """Two-handed shell with sticks, cross and buttons."""
    w, d, h = p.width, p.depth, p.height
    half = [
        (0, 0.3),
        (0.16, 0.36),
        (0.3, 0.42),
        (0.42, 0.34),
        (0.47, 0.1),
        (0.5, -0.25),
        (0.47, -0.44),
        (0.4, -0.48),
        (0.31, -0.34),
        (0.22, -0.13),
        (0.1, -0.1),
        (0, -0.1),
    ]
    pts = np.array([*half, *[(-x, y) for x, y in half[-2:0:-1]]])[::-1]
    o = kit.smooth_path(np.column_stack([pts * (w, d), np.zeros(len(pts))]), 3, True)[:, :2]
    z = h * 0.66
    pieces: Pieces = [
        skin(
            o,
            [(0.86, 0.84, 0, 0), (0.97, 0.96, 0, z * 0.25), (1, 1, 0, z * 0.55), (0.95, 0.94, 0, z * 0.88), (0.84, 0.82, 0, z)],
            "body",
        )
    ]
    for x, y in ((-w * 0.13, -d * 0.02), (w * 0.13, -d * 0.02)):
        pieces += [
            torus(w * 0.055, 0.002, (x, y, z), "dark", 16, 5),
            cylinder(w * 0.025, h * 0.2, (x, y, z - 0.001), "dark", 0.001, 10),
            cylinder(w * 0.045, h * 0.12, (x, y, h * 0.87), "dark", 0.002, 16),
        ]
    pieces += [
        cylinder(w * 0.024, 0.004, (w * 0.3 + dx * w * 0.06, d * 0.17 + dy * w * 0.06, z - 0.001), c, 0.001, 12)
        for dx, dy, c in ((1, 0, "red"), (-1, 0, "blue"), (0, 1, "yellow"), (0, -1, "green"))
    ]
    pieces += [
        slab(-w * 0.3 - a, -w * 0.3 + a, d * 0.17 - b, d * 0.17 + b, z - 0.001, z + 0.003 + a * 0.05, "dark", 0.001)
        for a, b in ((w * 0.07, w * 0.02), (w * 0.02, w * 0.07))
    ]
    pieces += [cylinder(0.005, 0.002, (x, d * 0.22, z - 0.0005), "pale", 0, 10) for x in (-0.012, 0.012)] + [
        slab(s * w * 0.31 - w * 0.09, s * w * 0.31 + w * 0.09, d * 0.3, d * 0.46, z * 0.4, z * 0.85, "dark", 0.005)
        for s in (-1, 1)
    ]
    return device("game_controller", p, pieces, p.colour)


@sized(0.045, 0.17, 0.022)
class RemoteControlParams(Sized):
    """A remote control."""

    colour: str = colours("black", "grey", "white", "silver")
    simple: bool = flag(False, "Few keys")


def remote_control(p: RemoteControlParams) -> Asset:
    """Slim body with rubber keys and a round pad."""
    w, d, h = p.width, p.depth, p.height
    z = h * 0.8
    k = "dark" if p.colour != "black" else "keys"
    pieces: Pieces = [
        plate(w, d, z, (0, 0, 0), "body", w * (0.45 if p.simple else 0.2), h * 0.2),
        torus(w * 0.27, w * 0.07, (0, d * (0.28 if p.simple else 0.1), z - 0.001), k, 20, 6),
        cylinder(w * 0.13, h * 0.2, (0, d * (0.28 if p.simple else 0.1), z - 0.001), k, 0.001, 12),
        cylinder(w * 0.09, h * 0.15, (-w * 0.28, d * 0.43, z - 0.001), "red", 0.001, 10),
    ]
    rows = (0.06, -0.02) if p.simple else (0.33, 0.27, -0.06, -0.13, -0.2, -0.27, -0.34)
    pieces += [cap(x * w, y * d, w * 0.2, d * 0.04, z - 0.001, h, k) for y in rows for x in (-0.28, 0, 0.28)]
    return device("remote_control", p, pieces, p.colour, keys="rubber:#55585c")


@sized(closed=(0.45, 0.37, 0.16), open=(0.45, 0.4, 0.4), suitcase=(0.36, 0.3, 0.32))
class RecordPlayerParams(Kinded):
    """A record player."""

    colour: str = colours("wood", "black", "white", "red")


def record_player(p: RecordPlayerParams) -> Asset:
    """Plinth, platter with a record, tone arm, knobs; a clear lid or a suitcase lid."""
    w, d, h = p.width, p.depth, p.height
    case = p.kind == "suitcase"
    ph = min(0.1, h * 0.55) if not case else 0.11
    lid_up = p.kind != "closed"
    d0 = d if not lid_up else d - 0.03
    yc = -(d - d0) / 2
    y0 = -d / 2
    zt = ph
    r = min(w * 0.36, d0 * 0.44)
    cx = -w / 2 + 0.03 + r
    pieces: Pieces = [
        plate(w, d0, ph - 0.018, (0, yc, 0.018), "body", 0.02 if case else 0.006, 0.004),
        *[
            cylinder(0.022, 0.02, (x, y, 0), "metal" if not case else "rubber", 0.003, 14)
            for x in (-w * 0.4, w * 0.4)
            for y in (y0 + 0.05, y0 + d0 - 0.05)
        ],
        cylinder(r, 0.012, (cx, yc, zt), "metal", 0.002, 36),
        cylinder(r * 0.985, 0.003, (cx, yc, zt + 0.012), "record", 0.001, 40),
        cylinder(r * 0.33, 0.0008, (cx, yc, zt + 0.015), "label", 0, 24),
        cylinder(0.003, 0.012, (cx, yc, zt + 0.013), "chrome", 0.001, 8),
    ]
    ax, ay = w / 2 - 0.06, yc + d0 * 0.33
    pieces += [
        cylinder(0.026, 0.014, (ax, ay, zt - 0.001), "metal", 0.003, 18),
        cylinder(0.012, 0.03, (ax, ay, zt), "metal", 0.002, 12),
        tube(
            kit.smooth_path(
                [
                    (ax, ay + 0.045, zt + 0.034),
                    (ax, ay, zt + 0.034),
                    (ax - 0.01, ay - d0 * 0.4, zt + 0.03),
                    (cx + r * 0.72, yc - r * 0.35, zt + 0.024),
                ],
                4,
            ),
            0.0035,
            "chrome",
            8,
        ),
        cyl((ax, ay + 0.03, zt + 0.034), 0.012, 0.025, "y", "metal", 0.002, 12),
        box((0.014, 0.03, 0.008), (cx + r * 0.72, yc - r * 0.4, zt + 0.021), "dark", 0.002),
        cylinder(0.012, 0.012, (ax + 0.01, y0 + 0.05, zt - 0.001), "metal", 0.002, 14),
        slab(ax - 0.004, ax + 0.022, y0 + 0.09, y0 + 0.14, zt - 0.001, zt + 0.003, "dark", 0.001),
    ]
    if case:
        lid = [
            slab(-w / 2, w / 2, -0.055, 0.0, 0, h - ph - 0.005, "body", 0.01),
            slab(-w * 0.44, w * 0.44, -0.058, -0.05, 0.02, h - ph - 0.025, "fabric", 0.004),
        ]
        pieces += [
            *kit.move(kit.rotate(lid, "x", -0.05), (0, d / 2 - 0.02, zt + 0.003)),
            *[
                slab(x - 0.014, x + 0.014, y0 - 0.003, y0 + 0.006, zt - 0.035, zt - 0.005, "brass", 0.002)
                for x in (-w * 0.3, w * 0.3)
            ],
            pipe(
                [(-0.06, y0, ph * 0.5), (-0.06, y0 - 0.03, ph * 0.5), (0.06, y0 - 0.03, ph * 0.5), (0.06, y0, ph * 0.5)],
                0.006,
                "leather",
                0.02,
            ),
        ]
    elif lid_up:
        hl = h - zt - 0.005
        lid = [
            slab(-w / 2 + 0.004, w / 2 - 0.004, 0.0, 0.004, 0, hl, "lid", 0.001),
            *[
                slab(s * (w / 2 - 0.006) - 0.002, s * (w / 2 - 0.006) + 0.002, -0.055, 0.003, 0, hl, "lid", 0.0005)
                for s in (-1, 1)
            ],
            slab(-w / 2 + 0.006, w / 2 - 0.006, -0.055, 0.002, hl - 0.004, hl, "lid", 0.0005),
        ]
        pieces += kit.move(kit.rotate(lid, "x", -0.12), (0, y0 + d0 - 0.006, zt + 0.004))
    else:
        o = rounded_rect(w - 0.01, d0 - 0.01, 0.008, 3)
        pieces.append(
            loft(
                [
                    (o, zt + 0.001),
                    (o, h - 0.004),
                    (kit.inset(o, 0.004), h),
                    (kit.inset(o, 0.006), h - 0.004),
                    (kit.inset(o, 0.004), h - 0.006),
                    (kit.inset(o, 0.004), zt + 0.001),
                ],
                "lid",
                (0, yc, 0),
                closed=False,
            )
        )
    return device(
        "record_player",
        p,
        pieces,
        p.colour if not case or p.colour != "wood" else "mint",
        (),
        None,
        record="plastic:#0f0f10",
        label={"wood": "paper:#b5432c", "black": "paper:#d9b44a"}.get(p.colour, "paper:#2f6a8c"),
        lid="glass",
    )


@sized(retro=(0.28, 0.12, 0.17), boombox=(0.46, 0.14, 0.24), wooden=(0.34, 0.16, 0.2))
class RadioParams(Kinded):
    """A radio."""

    colour: str = colours("mint", "red", "cream", "black")


def radio(p: RadioParams) -> Asset:
    """Portable with handle and dial, stereo with two speakers, or a wooden table set."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    zt = h if p.kind == "wooden" else h * 0.82
    pieces: Pieces = [
        kit.box((w, d, zt - 0.008), (0, 0, zt / 2 + 0.004), "body", 0.02 if p.kind != "boombox" else 0.012, segments=3),
        *[cylinder(0.01, 0.012, (x, y, 0), "rubber", 0.001, 8) for x in (-w * 0.38, w * 0.38) for y in (-d * 0.3, d * 0.3)],
    ]
    if p.kind == "boombox":
        r = zt * 0.33
        pieces += [q for s in (-1, 1) for q in _driver(s * (w / 2 - r * 1.25), zt * 0.42, y0 - 0.002, r)]
        pieces += [
            panel(w * 0.3, zt * 0.4, 0.008, (0, y0 - 0.004, zt * 0.32), "dark", 0.006),
            slab(-w * 0.13, w * 0.13, y0 - 0.006, y0, zt * 0.26, zt * 0.42, "glass", 0.002),
            panel(w * 0.9, zt * 0.14, 0.006, (0, y0 - 0.003, zt * 0.87), "metal", 0.004),
            *dots([(x, zt * 0.62) for x in np.linspace(-w * 0.12, w * 0.12, 6)], y0, 0.008, "pale", 0.006, 10),
        ]
    else:
        pieces += [
            panel(w * 0.5, zt * 0.76, 0.006, (-w * 0.19, y0 - 0.003, zt * 0.5), "fabric", 0.012),
            opening(
                (w * 0.52, zt * 0.78),
                (w * 0.47, zt * 0.7),
                0.009,
                (-w * 0.19, y0 - 0.006, zt * 0.5),
                "brass" if p.kind == "wooden" else "metal",
                0.01,
            ),
            *dots([(w * 0.27, zt * 0.62)], y0, min(w * 0.15, zt * 0.24), "face", 0.003, 28),
            *dots([(w * 0.27, zt * 0.62)], y0 - 0.003, min(w * 0.06, zt * 0.1), "metal", 0.014, 20),
            *dots([(w * 0.19, zt * 0.2), (w * 0.35, zt * 0.2)], y0, 0.012, "metal", 0.014),
        ]
    if p.kind != "wooden":
        x = w * 0.4
        pieces += [
            pipe(
                [(-x, 0, zt * 0.9), (-x, 0, h - 0.008), (x, 0, h - 0.008), (x, 0, zt * 0.9)],
                0.007,
                "leather" if p.kind == "retro" else "dark",
                0.02,
            ),
            bar((w * 0.3, d * 0.4, zt - 0.003), (-w * 0.3, d * 0.42, zt + 0.004), 0.003, "chrome", 8),
        ]
    return device("radio", p, pieces, "wood" if p.kind == "wooden" else p.colour, face="paper")


@sized(desk=(0.2, 0.2, 0.12), rotary=(0.22, 0.2, 0.14), smart=(0.072, 0.15, 0.009), terminal=(0.08, 0.17, 0.06))
class PhoneParams(Kinded):
    """A telephone, smartphone or card terminal."""

    colour: str = colours("black", "grey", "white")


def _receiver(long: float, at: tuple[float, float, float], axis: str = "y") -> Pieces:
    h = long / 2
    pieces: Pieces = [
        kit.tube(
            kit.smooth_path(
                [(0, -h * 0.85, 0.0), (0, -h * 0.6, 0.022), (0, 0, 0.028), (0, h * 0.6, 0.022), (0, h * 0.85, 0.0)], 4
            ),
            0.011,
            "body",
            10,
        ),
        *[cyl((0, s * h * 0.82, -0.012), 0.026, 0.022, "z", "body", 0.005, 16) for s in (-1, 1)],
    ]
    return kit.move(kit.rotate(pieces, "z", np.pi / 2 if axis == "x" else 0.0), at)


def phone(p: PhoneParams) -> Asset:
    """Office phone with keypad and handset, rotary phone, smartphone slab, or a card reader."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "smart":
        pieces: Pieces = [
            plate(w, d, h * 0.92, (0, 0, 0), "body", w * 0.13, h * 0.25),
            plate(w * 0.94, d * 0.97, h * 0.09, (0, 0, h * 0.91), "screen", w * 0.11, 0),
        ]
        return device("phone", p, pieces, p.colour)
    if p.kind == "terminal":
        o = rounded_rect(w, d, w * 0.16, 3)
        pieces = [
            skin(o, [(0.9, 0.96, 0, 0), (1, 1, 0, 0.006), (1, 1, 0, h * 0.55), (0.94, 0.97, 0, h * 0.62)], "body"),
            *key_grid(3, 4, w * 0.74, d * 0.36, (0, -d * 0.26, h * 0.62), "pale", h * 0.06, 0.25),
            slab(-w * 0.4, w * 0.4, d * 0.0, d * 0.27, h * 0.6, h * 0.64, "screen", 0.001),
            slab(-w * 0.42, w * 0.42, d * 0.29, d * 0.48, h * 0.58, h, "body", h * 0.1),
            slab(-w * 0.3, w * 0.3, d * 0.32, d * 0.44, h * 0.98, h * 1.02, "paper", 0),
        ]
        return device(
            "phone",
            p,
            kit.bend(pieces, lambda v: v + np.array([0, 0, 1.0]) * ((v[:, 1:2] + d / 2) / d) * h * 0.3 * (v[:, 2:3] > h * 0.3)),
            p.colour,
        )
    if p.kind == "rotary":
        o = rounded_rect(w, d, 0.04, 4)
        pieces = [
            skin(
                o,
                [
                    (0.95, 0.95, 0, 0),
                    (1, 1, 0, 0.006),
                    (0.97, 0.97, 0, 0.025),
                    (0.78, 0.72, d * 0.05, h * 0.55),
                    (0.6, 0.4, d * 0.12, h * 0.72),
                ],
                "body",
            )
        ]
        dial = [
            cylinder(0.05, 0.006, (0, 0, 0), "metal", 0.001, 24),
            *[
                cylinder(0.0065, 0.001, (0.036 * np.cos(a), 0.036 * np.sin(a), 0.0058), "dark", 0, 10)
                for a in np.linspace(0.2, 5.4, 10)
            ],
            cylinder(0.02, 0.003, (0, 0, 0.0055), "paper", 0, 16),
        ]
        pieces += kit.move(kit.rotate(dial, "x", 0.85), (0, -d * 0.29, h * 0.4))
        pieces += [
            *_receiver(w, (0, d * 0.14, h * 0.76), "x"),
            *[slab(s * w * 0.2 - 0.01, s * w * 0.2 + 0.01, d * 0.02, d * 0.26, h * 0.5, h * 0.8, "body", 0.004) for s in (-1, 1)],
        ]
        return device("phone", p, pieces, {"grey": "red", "white": "cream"}.get(p.colour, p.colour))
    wedge = np.array([(-d / 2, 0), (d / 2, 0), (d / 2, h * 0.62), (d / 2 - 0.02, h * 0.66), (-d / 2, h * 0.22)])
    body = kit.rotate(kit.rotate(prism(wedge, w, (0, 0, -w / 2), "body", 0.004), "x", np.pi / 2), "z", np.pi / 2)
    tilt = np.arctan2(h * 0.44, d - 0.02)
    deck: Pieces = [
        *key_grid(3, 4, w * 0.34, d * 0.42, (w * 0.12, -d * 0.16, 0), "pale", 0.005, 0.25),
        slab(-w * 0.08, w * 0.4, d * 0.14, d * 0.38, -0.001, 0.003, "screen", 0.001),
        *key_grid(1, 5, w * 0.1, d * 0.42, (w * 0.4, -d * 0.16, 0), "grey", 0.004, 0.3),
        *_receiver(d * 0.94, (-w * 0.31, 0, 0.014)),
    ]
    pieces = [*body, *kit.move(kit.rotate(deck, "x", tilt), (0, 0, h * 0.44))]
    return device("phone", p, pieces, p.colour)


@sized(flat=(0.25, 0.175, 0.008), stand=(0.25, 0.14, 0.19))
class TabletParams(Kinded):
    """A tablet computer."""

    colour: str = colours("silver", "black", "white")


def tablet(p: TabletParams) -> Asset:
    """Thin slab with a screen, lying or leaning on a folded cover."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "flat":
        pieces: Pieces = [
            plate(w, d, h * 0.9, (0, 0, 0), "body", 0.012, h * 0.25),
            plate(w * 0.955, d * 0.94, h * 0.1, (0, 0, h * 0.895), "screen", 0.008, 0),
        ]
        return device("tablet", p, pieces, p.colour)
    long = h / np.cos(0.35)
    slate = [
        panel(w, long, 0.008, (0, 0, long / 2), "body", 0.012, 0.002),
        display(-w / 2 + 0.01, w / 2 - 0.01, 0.01, long - 0.01, 0),
    ]
    pieces = [
        *kit.move(kit.rotate(slate, "x", -0.35), (0, -d * 0.4, 0.003)),
        *kit.move(kit.rotate(slab(-w * 0.42, w * 0.42, 0, 0.003, 0, h * 0.75, "leather", 0.001), "x", 0.4), (0, d * 0.46, 0)),
        plate(w * 0.84, d, 0.003, (0, 0, 0), "leather", 0.004, 0.001),
    ]
    return device("tablet", p, pieces, p.colour)


@sized(antennas=(0.24, 0.16, 0.17), flat=(0.2, 0.14, 0.04), tower=(0.12, 0.11, 0.2), mounts={"wall": (0.24, 0.05, 0.2)})
class RouterParams(Kinded):
    """A wireless router."""

    colour: str = colours("white", "black")
    mount: str


def router(p: RouterParams) -> Asset:
    """Flat box with antennas and lights, or a standing one."""
    w, d, h = p.width, p.depth, p.height
    if p.mount == "wall":
        pieces: Pieces = [
            panel(w, h * 0.7, d * 0.9, (0, -d / 2, h * 0.35), "body", 0.015, 0.005),
            *dots([(x, h * 0.1) for x in np.linspace(-w * 0.3, w * 0.3, 5)], -d / 2, 0.003, "green", 0.001, 8),
            *[bar((x, 0, h * 0.65), (x * 1.1, 0, h), 0.006, "dark", 8) for x in (-w * 0.35, w * 0.35)],
            slab(-w * 0.2, w * 0.2, d * 0.3, d / 2, h * 0.2, h * 0.5, "dark", 0.002),
        ]
        return device("router", p, pieces, p.colour)
    if p.kind == "tower":
        pieces = [
            kit.box((w, d * 0.5, h - 0.01), (0, 0, h / 2 + 0.005), "body", 0.02, segments=3),
            plate(w * 0.9, d, 0.012, (0, 0, 0), "body", d * 0.4, 0.003),
            *dots([(0, z) for z in np.linspace(h * 0.6, h * 0.85, 4)], -d * 0.25, 0.003, "green", 0.001, 8),
        ]
        return device("router", p, pieces, p.colour)
    hb = h if p.kind == "flat" else min(0.035, h * 0.3)
    pieces = [
        plate(w, d * 0.92, hb - 0.004, (0, -d * 0.04, 0.004), "body", 0.02, 0.006),
        *[cylinder(0.008, 0.006, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.38, w * 0.38) for y in (-d * 0.38, d * 0.3)],
        *dots([(x, hb * 0.55) for x in np.linspace(-w * 0.25, w * 0.25, 6)], -d / 2, 0.0025, "green", 0.001, 8),
        *[slab(-w * 0.3, w * 0.3, y, y + 0.003, hb - 0.001, hb + 0.001, "dark", 0) for y in np.linspace(-d * 0.1, d * 0.25, 6)],
    ]
    if p.kind == "antennas":
        pieces += [
            bar((x, d * 0.42, hb * 0.6), (x * (1 + 0.25 * abs(x) / w), d * 0.44, h), 0.0065, "dark", 8, 0.005)
            for x in (-w * 0.42, -w * 0.15, w * 0.15, w * 0.42)
        ]
    return device("router", p, pieces, p.colour)


@sized(0.36, 0.28, 0.12, mounts={"ceiling": (0.36, 0.3, 0.34)})
class ProjectorParams(Sized):
    """A projector."""

    colour: str = colours("white", "black", "grey")
    mount: str


def projector(p: ProjectorParams) -> Asset:
    """Box with lens, vents and keys, on feet or hung from a pole."""
    w, d, h = p.width, p.depth, p.height
    hb = h - 0.015 if p.mount == "stand" else min(0.12, h * 0.5)
    z0 = 0.015 if p.mount == "stand" else 0.0
    x = w * 0.22
    pieces: Pieces = [
        kit.box((w, d * 0.94, hb), (0, d * 0.03, z0 + hb / 2), "body", 0.018, segments=3),
        *kit.move(
            upright(
                [
                    cylinder(hb * 0.36, d * 0.05, (0, 0, 0), "grey", 0.003, 24),
                    cylinder(hb * 0.28, d * 0.06, (0, 0, 0), "dark", 0.002, 24),
                    ellipsoid((hb * 0.46, hb * 0.46, 0.016), (0, 0, d * 0.058), "screen", 18, 6),
                ]
            ),
            (x, -d * 0.435, z0 + hb / 2),
        ),
        *grille(-w * 0.42, -w * 0.06, z0 + hb * 0.22, z0 + hb * 0.8, -d * 0.442, 7),
        *[cylinder(0.006, 0.003, (-w * 0.3 + 0.02 * i, d * 0.25, z0 + hb - 0.001), "grey", 0, 8) for i in range(5)],
    ]
    if p.mount == "stand":
        pieces += [
            cylinder(0.016, 0.018, (a, b, 0), "rubber", 0.002, 12)
            for a, b in ((-w * 0.36, d * 0.35), (w * 0.36, d * 0.35), (0, -d * 0.34))
        ]
        return device("projector", p, pieces, p.colour, [top(-w / 2 + 0.02, -d * 0.4, w / 2, d * 0.2, h)])
    pieces += [
        plate(0.16, 0.16, 0.012, (0, d * 0.03, hb - 0.001), "metal", 0.02),
        cylinder(0.018, h - hb - 0.01, (0, d * 0.03, hb), "metal", 0.001, 14),
        cylinder(0.06, 0.014, (0, d * 0.03, h - 0.014), "metal", 0.003, 20),
    ]
    return device("projector", p, pieces, p.colour)


@sized(desktop=(0.44, 0.38, 0.28), laser=(0.4, 0.38, 0.3), copier=(0.62, 0.66, 1.1))
class PrinterParams(Kinded):
    """A printer or photocopier."""

    colour: str = colours("white", "black", "grey")


def printer(p: PrinterParams) -> Asset:
    """Body with scanner lid, panel, paper trays; or a floor copier with drawers and sorter."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    s2 = {"white": "plastic:#4a4e53", "black": "plastic:#34363a", "grey": "plastic:#3a3d40"}[p.colour]
    if p.kind == "copier":
        z1 = h * 0.78
        pieces: Pieces = [
            slab(-w * 0.42, w * 0.42, y0 + 0.06, d / 2, 0.06, z1 * 0.72, "body", 0.012),
            *castors([(x, y) for x in (-w * 0.36, w * 0.36) for y in (y0 + 0.12, d / 2 - 0.06)], 0.025),
        ]
        cuts = np.linspace(0.07, z1 * 0.7, 5)
        for a, b in zip(cuts[:-1], cuts[1:], strict=True):
            pieces += [
                slab(-w * 0.41, w * 0.41, y0 + 0.045, y0 + 0.07, a + 0.003, b - 0.003, "body", 0.005),
                slab(-0.07, 0.07, y0 + 0.04, y0 + 0.05, b - 0.035, b - 0.015, "trim", 0.003),
            ]
        pieces += [
            slab(w * 0.1, w * 0.42, y0 + 0.08, d / 2 - 0.02, z1 * 0.71, z1 * 0.96, "body", 0.01),
            slab(-w * 0.42, w * 0.42, d * 0.2, d / 2, z1 * 0.71, z1 * 0.96, "body", 0.01),
            slab(-w * 0.4, w * 0.15, y0 + 0.09, d * 0.25, z1 * 0.715, z1 * 0.73, "trim", 0.003),
            slab(-w * 0.3, w * 0.05, y0 + 0.12, d * 0.1, z1 * 0.73, z1 * 0.74, "paper", 0.001),
            slab(-w * 0.45, w * 0.45, y0 + 0.04, d / 2 - 0.005, z1 * 0.955, z1 * 1.06, "body", 0.012),
            slab(-w * 0.42, w * 0.4, y0 + 0.08, d / 2 - 0.02, z1 * 1.065, z1 * 1.13, "body", 0.012),
            slab(-w * 0.36, w * 0.1, y0 + 0.13, d / 2 - 0.06, z1 * 1.12, h, "trim", 0.012),
            slab(-w * 0.5, -w * 0.41, y0 + 0.12, d / 2 - 0.1, z1 * 0.5, z1 * 0.54, "trim", 0.005),
        ]
        pieces += kit.move(
            kit.rotate([slab(0, w * 0.3, -0.0, 0.02, 0, 0.2, "trim", 0.006), display(0.02, w * 0.28, 0.03, 0.18, 0)], "x", -0.9),
            (w * 0.12, y0 + 0.005, z1 * 0.98),
        )
        lid = top(-w * 0.36, y0 + 0.13, w * 0.1, d / 2 - 0.06, h, "lid", 0.02)
        return device("printer", p, pieces, p.colour, [lid], None, trim=s2)
    laser = p.kind == "laser"
    zt = h * 0.96
    pieces = [
        plate(w, d * 0.86, h * 0.26, (0, d * 0.07, 0.008), "body", 0.02, 0.006),
        slab(-w * 0.48, w * 0.48, d * 0.05, d / 2 - 0.005, h * 0.27, zt * 0.82, "body", 0.01),
        *[
            slab(s * w * 0.41 - w * 0.08, s * w * 0.41 + w * 0.08, y0 + d * 0.1, d * 0.1, h * 0.27, zt * 0.82, "body", 0.01)
            for s in (-1, 1)
        ],
        slab(-w * 0.34, w * 0.34, d * 0.03, d * 0.06, h * 0.3, h * 0.62, "trim", 0.002),
        slab(-w * 0.32, w * 0.32, y0, d * 0.02, h * 0.275, h * 0.3, "trim", 0.004),
        slab(-w * 0.28, w * 0.28, y0 + 0.02, 0.0, h * 0.3, h * 0.325, "paper", 0.001),
        slab(-w * 0.44, w * 0.44, y0 + d * 0.065, y0 + d * 0.1, h * 0.05, h * 0.22, "trim", 0.004),
        *[cylinder(0.012, 0.012, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.4, w * 0.4) for y in (y0 + 0.1, d / 2 - 0.05)],
    ]
    if laser:
        pieces += [
            plate(w, d * 0.84, h * 0.14, (0, d * 0.08, h * 0.8), "body", 0.02, 0.008),
            slab(-w * 0.3, w * 0.3, -d * 0.18, d * 0.3, zt * 0.97, zt * 0.985, "trim", 0.002),
            slab(-w * 0.26, w * 0.26, d * 0.2, d * 0.42, zt * 0.965, h, "body", 0.006),
        ]
    else:
        pieces += [
            plate(w, d * 0.84, h * 0.1, (0, d * 0.08, h * 0.775), "body", 0.02, 0.004),
            plate(w, d * 0.84, h * 0.1, (0, d * 0.08, h * 0.885), "body", 0.02, 0.006),
        ]
    ctl = [
        slab(-w * 0.3, w * 0.3, 0, 0.02, 0, h * 0.17, "trim", 0.005),
        display(-w * 0.1, w * 0.1, h * 0.03, h * 0.14, 0),
        *dots([(x, h * 0.085) for x in (-w * 0.24, -w * 0.17, w * 0.17, w * 0.24)], 0, 0.007, "pale", 0.003),
    ]
    pieces += kit.move(kit.rotate(ctl, "x", -0.5), (0, y0 + d * 0.1, h * 0.66))
    return device(
        "printer",
        p,
        pieces,
        p.colour,
        [] if laser else [top(-w / 2 + 0.02, y0 + d * 0.12, w / 2 - 0.02, d / 2, h * 0.985)],
        None,
        trim=s2,
    )


@sized(open=(0.42, 0.42, 0.48), closed=(0.44, 0.46, 0.5))
class Printer3dParams(Kinded):
    """A 3D printer."""

    print_kind: str = choice("vase", ("vase", "tower", "none"), "What it is printing")


def printer_3d(p: Printer3dParams) -> Asset:
    """Gantry over a heated bed with rods, hot end and spool, or the same in a glazed case."""
    w, d, h = p.width, p.depth, p.height
    zb = h * 0.14
    hb = h * 0.8
    pieces: Pieces = [
        slab(-w * 0.45, w * 0.45, -d * 0.42, d * 0.42, 0.01, zb, "frame", 0.006),
        slab(-w * 0.3, w * 0.3, -d * 0.3, d * 0.3, zb + 0.016, zb + 0.026, "metal", 0.002),
        slab(-w * 0.29, w * 0.29, -d * 0.29, d * 0.29, zb + 0.026, zb + 0.03, "bed", 0.001),
        *[bar((x, -d * 0.4, zb + 0.008), (x, d * 0.4, zb + 0.008), 0.007, "chrome", 8) for x in (-w * 0.15, w * 0.15)],
        *dots([(w * 0.3, zb * 0.55)], -d * 0.42, 0.016, "pale", 0.012),
        display(-w * 0.1, w * 0.2, zb * 0.25, zb * 0.85, -d * 0.42),
        *[cylinder(0.016, 0.012, (x, y, 0), "rubber", 0, 10) for x in (-w * 0.38, w * 0.38) for y in (-d * 0.35, d * 0.35)],
    ]
    gz = zb + h * 0.38
    pieces += [slab(s * w * 0.4 - 0.012, s * w * 0.4 + 0.012, 0.02, 0.05, zb - 0.002, hb, "frame", 0.002) for s in (-1, 1)] + [
        slab(-w * 0.42, w * 0.42, 0.02, 0.05, hb - 0.025, hb, "frame", 0.002),
        *[bar((x, 0.005, zb), (x, 0.005, hb - 0.02), 0.004, "chrome", 8) for x in (-w * 0.36, w * 0.36)],
        slab(-w * 0.4, w * 0.4, 0.0, 0.02, gz, gz + 0.02, "frame", 0.002),
        slab(-0.03, 0.03, -0.035, 0.002, gz - 0.02, gz + 0.045, "body", 0.004),
        cylinder(0.004, 0.03, (0, -0.02, gz - 0.045), "brass", 0.001, 8, 0.01),
        *[slab(s * w * 0.4 - 0.022, s * w * 0.4 + 0.022, -0.006, 0.024, gz - 0.015, gz + 0.035, "body", 0.003) for s in (-1, 1)],
    ]
    spool = [
        torus(0.07, 0.012, (0, 0, 0), "filament", 24, 6),
        *[cylinder(0.09, 0.004, (0, 0, z), "dark", 0.001, 28) for z in (-0.022, 0.018)],
        cylinder(0.04, 0.036, (0, 0, -0.018), "grey", 0, 16),
    ]
    r = 0.09
    if p.kind == "open":
        pieces += [
            *kit.move(kit.rotate(spool, "y", np.pi / 2), (0, 0.035, hb + r * 0.85)),
            slab(-0.025, 0.025, 0.025, 0.045, hb - 0.002, hb + r * 0.9, "frame", 0.002),
        ]
    if p.print_kind != "none":
        hp = gz - 0.05 - zb - 0.03
        prof = (
            [(0.045, 0), (0.06, hp * 0.4), (0.04, hp * 0.8), (0.048, hp)]
            if p.print_kind == "vase"
            else [(0.035, 0), (0.035, hp * 0.3), (0.03, hp * 0.32), (0.03, hp * 0.7), (0.036, hp * 0.75), (0.036, hp)]
        )
        pieces.append(lathe(prof, (0, -0.02, zb + 0.03), "filament", 10 if p.print_kind == "vase" else 16))
    if p.kind == "closed":
        for s in (-1, 1):
            for y in (-1, 1):
                pieces.append(
                    slab(
                        s * (w / 2 - 0.015) - 0.015,
                        s * (w / 2 - 0.015) + 0.015,
                        y * (d / 2 - 0.015) - 0.015,
                        y * (d / 2 - 0.015) + 0.015,
                        0.012,
                        h - 0.02,
                        "body",
                        0.004,
                    )
                )
            pieces.append(
                slab(
                    s * (w / 2 - 0.006) - 0.002,
                    s * (w / 2 - 0.006) + 0.002,
                    -d / 2 + 0.028,
                    d / 2 - 0.028,
                    zb,
                    h - 0.05,
                    "pane",
                    0.0,
                )
            )
        pieces += [
            slab(-w / 2, w / 2, -d / 2, d / 2, h - 0.05, h, "body", 0.008),
            slab(-w / 2 + 0.002, w / 2 - 0.002, -d / 2 + 0.002, d / 2 - 0.002, 0.01, zb * 0.98, "body", 0.006),
            slab(-w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.002, -d / 2 + 0.006, zb, h - 0.052, "pane", 0.0),
            slab(-w / 2 + 0.03, w / 2 - 0.03, d / 2 - 0.012, d / 2 - 0.006, zb, h - 0.052, "body", 0.0),
            cyl((w / 2 - 0.05, -d / 2 - 0.012, h * 0.4), 0.006, h * 0.16, "z", "metal", 0.002, 8),
        ]
        pieces += [slab(-0.03, 0.03, -d / 2 - 0.001, -d / 2 + 0.004, zb * 0.3, zb * 0.8, "screen", 0.0)]
    c = {"vase": "plastic:#d96b2b", "tower": "plastic:#2f7fb5", "none": "plastic:#5fa05a"}[p.print_kind]
    return device("printer_3d", p, pieces, "black", (), None, frame="metal", bed="plastic:#2b2d31", filament=c, pane="glass")


# ---------------------------------------------------------------------------------------------- laundry and kitchen


@sized(front=(0.6, 0.6, 0.85), top=(0.66, 0.66, 1.02), dryer=(0.6, 0.62, 0.85), stacked=(0.62, 0.68, 1.75))
class WashingMachineParams(Kinded):
    """A washing machine, dryer or both stacked."""

    colour: str = colours("white", "silver", "steel", "grey")


def _porthole(r: float, z: float, y: float, dark: bool) -> Pieces:
    """The round door of a drum machine, its plane at y."""
    bezel = lathe(
        [(r, 0), (r * 1.0, 0.012), (r * 0.95, 0.024), (r * 0.78, 0.026), (r * 0.7, 0.012), (r * 0.68, 0.0)],
        (0, 0, 0),
        "bezel",
        36,
    )
    glass = lathe(
        [(r * 0.7, 0.002), (r * 0.68, 0.012), (r * 0.5, 0.024), (r * 0.25, 0.03), (0, 0.032)],
        (0, 0, 0),
        "bowl" if dark else "glass",
        32,
    )
    grip = box((0.02, r * 0.32, 0.014), (r * 0.86, 0, 0.024), "metal", 0.004)
    return kit.move(upright([bezel, glass, grip]), (0, y, z))


def _drum_machine(w: float, y0: float, y1: float, z0: float, z1: float, dryer: bool, part: str) -> tuple[Pieces, PartSpec]:
    h = z1 - z0
    zc = z1 - h * 0.15
    body: Pieces = [
        slab(-w / 2, w / 2, y0 + 0.012, y1, z0 + 0.02, zc - 0.002, "body", 0.006),
        slab(-w / 2, w / 2, y0, y1, zc, z1 - 0.026, "body", 0.006),
        slab(-w / 2, w / 2, y0 + 0.004, y1, z1 - 0.024, z1, "body", 0.006),
        slab(-w / 2 + 0.02, w / 2 - 0.02, y0 + 0.012, y0 + 0.03, z0 + 0.0, z0 + 0.09, "body", 0.003),
    ]
    zk = (zc + z1 - 0.026) / 2
    body += [
        *dots([(0, zk)], y0, 0.026, "metal", 0.022, 24),
        display(w * 0.12, w * 0.3, zk - 0.018, zk + 0.018, y0),
        *dots([(x, zk) for x in (w * 0.35, w * 0.4, w * 0.45)], y0, 0.007, "metal", 0.003),
    ]
    if dryer:
        body += [
            panel(w * 0.3, h * 0.1, 0.006, (-w * 0.3, y0 - 0.003, zk), "dark", 0.004),
            *grille(w * 0.1, w * 0.4, z0 + 0.03, z0 + 0.08, y0 + 0.01, 4),
        ]
    else:
        body += [
            slab(-w * 0.47, -w * 0.16, y0 - 0.004, y0 + 0.01, zc + 0.008, z1 - 0.034, "body", 0.005),
            slab(-w * 0.4, -w * 0.23, y0 - 0.006, y0, zk - 0.02, zk - 0.006, "dark", 0.002),
            panel(0.1, 0.08, 0.005, (w * 0.34, y0 + 0.009, z0 + 0.06), "body", 0.004),
        ]
    r = min(w * 0.38, h * 0.27)
    zd = z0 + 0.03 + (zc - z0) * 0.52
    door = _porthole(r, zd, y0 + 0.012, True)
    body += [cyl((0, y0 + 0.03, zd), r * 0.72, 0.016, "-y", "dark", 0, 28)]
    return body, PartSpec(part, door, (-r, y0 + 0.012, zd), Motion("hinge", (0.0, 0.0, 1.0), -2.2, 0.0))


def washing_machine(p: WashingMachineParams) -> Asset:
    """Front loader with porthole door (a part), top loader with lid and console, dryer, or a stack of two."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2 + 0.034, d / 2
    parts: list[PartSpec] = []
    feet = [cylinder(0.022, 0.025, (x, y, 0), "rubber", 0.003, 12) for x in (-w * 0.42, w * 0.42) for y in (y0 + 0.06, y1 - 0.06)]
    if p.kind == "top":
        zt, zc = h * 0.9, h
        pieces: Pieces = [
            *feet,
            slab(-w / 2, w / 2, y0, y1, 0.02, zt - 0.02, "body", 0.008),
            slab(-w / 2, w / 2, y0, y1, zt - 0.018, zt, "body", 0.006),
            plate(w * 0.84, d * 0.6, 0.014, (0, y0 + d * 0.36, zt - 0.001), "bowl", 0.04, 0.005),
            slab(-0.08, 0.08, y0 + 0.035, y0 + 0.055, zt + 0.001, zt + 0.02, "metal", 0.004),
        ]
        console = np.array([(y1 - 0.17, zt - 0.001), (y1, zt - 0.001), (y1, zc), (y1 - 0.06, zc)])
        pieces += kit.rotate(
            kit.rotate(prism(console[:, :] * (1, 1), w, (0, 0, -w / 2), "body", 0.004), "x", np.pi / 2), "z", np.pi / 2
        )
        ctl = [
            *[cylinder(0.022, 0.018, (x, 0, 0), "metal", 0.003, 18) for x in (-w * 0.34, -w * 0.2, w * 0.34)],
            slab(-w * 0.08, w * 0.2, -0.02, 0.02, -0.001, 0.002, "screen", 0),
        ]
        pieces += kit.move(kit.rotate(ctl, "x", np.arctan2(zc - zt, 0.11)), (0, y1 - 0.115, (zt + zc) / 2))
        return device(
            "washing_machine",
            p,
            pieces,
            p.colour,
            [],
            [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, zt + 0.02)), Box((-w / 2, y1 - 0.18, zt), (w / 2, y1, h))],
            bowl="glass:#2c3034",
            bezel="chrome",
        )
    if p.kind == "stacked":
        a, da = _drum_machine(w, y0, y1, 0.0, h * 0.495, False, "washer_door")
        b, db = _drum_machine(w, y0, y1, h * 0.5, h, True, "dryer_door")
        pieces, parts = [*feet, *a, *b], [da, db]
    else:
        a, da = _drum_machine(w, y0, y1, 0.0, h, p.kind == "dryer", "door")
        pieces, parts = [*feet, *a], [da]
    bezel = {
        "white": "chrome" if p.style != "modern" else "plastic:#d9dadb",
        "silver": "chrome",
        "steel": "black_metal",
        "grey": "chrome",
    }[p.colour]
    return device(
        "washing_machine",
        p,
        pieces,
        p.colour,
        [top(-w / 2, y0, w / 2, y1, h)] if h < 1.3 else (),
        None,
        parts=parts,
        bowl="glass:#2c3034",
        bezel=bezel,
    )


@sized(0.48, 0.36, 0.28, mounts={"wall": (0.6, 0.4, 0.4)})
class MicrowaveParams(Sized):
    """A microwave oven."""

    colour: str = colours("steel", "black", "white", "mint", "red")
    dial: bool = flag(False, "Dials instead of keys")
    mount: str


def microwave(p: MicrowaveParams) -> Asset:
    """Case, glazed door (a part) with bar handle, control column."""
    w, d, h = p.width, p.depth, p.height
    z0 = 0.012 if p.mount == "stand" else 0.0
    y0 = -d / 2 + 0.035
    split = w * 0.24
    pieces: Pieces = [
        slab(-w / 2, w / 2, y0 + 0.024, d / 2, z0, h, "body", 0.006),
        slab(w / 2 - split, w / 2, y0 + 0.002, y0 + 0.03, z0 + 0.003, h - 0.003, "body", 0.006),
        *grille(w / 2 - 0.002, w / 2 + 0.0, h * 0.5, h * 0.8, 0.05, 1),
    ]
    if z0:
        pieces += [
            cylinder(0.016, 0.016, (x, y, 0), "rubber", 0.002, 10) for x in (-w * 0.4, w * 0.4) for y in (y0 + 0.05, d / 2 - 0.04)
        ]
    xc, yf = w / 2 - split / 2, y0 + 0.002
    pieces.append(display(xc - split * 0.36, xc + split * 0.36, h * 0.78, h * 0.9, yf))
    if p.dial:
        pieces += [
            q
            for z in (h * 0.55, h * 0.27)
            for q in (
                *dots([(xc, z)], yf, split * 0.27, "metal", 0.018, 24),
                slab(xc - 0.002, xc + 0.002, yf - 0.021, yf - 0.017, z, z + split * 0.25, "dark", 0),
            )
        ]
    else:
        pieces += [
            slab(
                xc + (i - 1) * split * 0.25 - split * 0.1,
                xc + (i - 1) * split * 0.25 + split * 0.1,
                yf - 0.003,
                yf + 0.003,
                h * (0.25 + 0.12 * j),
                h * (0.25 + 0.12 * j) + h * 0.085,
                "grey",
                0.001,
            )
            for i in range(3)
            for j in range(4)
        ]
        pieces.append(slab(xc - split * 0.36, xc + split * 0.36, yf - 0.003, yf + 0.003, h * 0.09, h * 0.19, "grey", 0.002))
    xd0, xd1 = -w / 2 + 0.002, w / 2 - split - 0.003
    xm = (xd0 + xd1) / 2
    door: Pieces = [
        opening((xd1 - xd0, h - z0 - 0.006), ((xd1 - xd0) * 0.72, (h - z0) * 0.62), 0.022, (xm, y0, (h + z0) / 2), "door", 0.015),
        slab(
            xm - (xd1 - xd0) * 0.38,
            xm + (xd1 - xd0) * 0.38,
            y0 + 0.006,
            y0 + 0.014,
            z0 + (h - z0) * 0.16,
            z0 + (h - z0) * 0.84,
            "pane",
            0,
        ),
        cyl((xd1 - 0.03, y0 - 0.026, z0 + h * 0.16), 0.008, h * 0.66, "z", "metal", 0.003, 10),
        *[cyl((xd1 - 0.03, y0 + 0.002, z), 0.006, 0.026, "-y", "metal", 0.001, 8) for z in (z0 + h * 0.22, z0 + h * 0.74)],
    ]
    back = (
        "plastic:#222326"
        if p.colour in ("steel", "black")
        else {"white": "plastic:#ecece8", "mint": "plastic:#a9cfc0", "red": "plastic:#a8261f"}[p.colour]
    )
    return device(
        "microwave",
        p,
        pieces,
        p.colour,
        [top(-w / 2, y0 + 0.03, w / 2, d / 2, h)],
        None,
        parts=[PartSpec("door", door, (xd0, y0 + 0.011, h / 2), Motion("hinge", (0.0, 0.0, 1.0), -1.9, 0.0))],
        door=back,
        pane="glass:#1f2225",
    )


@sized(jug=(0.21, 0.16, 0.24), stove=(0.22, 0.19, 0.22), gooseneck=(0.28, 0.15, 0.24), glass=(0.21, 0.16, 0.24))
class KettleParams(Kinded):
    """A kettle."""

    colour: str = colours("steel", "black", "white", "red", "mint")


def kettle(p: KettleParams) -> Asset:
    """Jug on a power base, whistling stove kettle, gooseneck pourer."""
    w, d, h = p.width, p.depth, p.height
    r = min(d, w * 0.76) / 2
    x0 = -w / 2 + r + (0.03 if p.kind != "gooseneck" else w * 0.3)
    pieces: Pieces = []
    if p.kind == "stove":
        pieces = [
            lathe(
                [(r * 0.8, 0), (r, 0.012), (r, h * 0.16), (r * 0.86, h * 0.38), (r * 0.5, h * 0.55), (r * 0.42, h * 0.57)],
                (0, 0, 0),
                "body",
                32,
            ),
            lathe([(r * 0.42, h * 0.565), (r * 0.36, h * 0.6), (0, h * 0.62)], (0, 0, 0), "metal", 24),
            cylinder(0.012, 0.022, (0, 0, h * 0.61), "grip", 0.005, 14, 0.016),
            bar((-r * 0.7, 0, h * 0.34), (-r * 1.15, 0, h * 0.6), 0.02, "body", 14, 0.012),
            pipe(
                [(-r * 0.62, 0, h * 0.46), (-r * 0.6, 0, h - 0.015), (r * 0.6, 0, h - 0.015), (r * 0.62, 0, h * 0.46)],
                0.006,
                "metal",
                0.04,
            ),
            cyl((-r * 0.4, 0, h - 0.015), 0.013, r * 0.8, "x", "grip", 0.004, 12),
        ]
        return device(
            "kettle", p, pieces, p.colour, (), None, grip="wood" if p.style in ("rustic", "midcentury") else "plastic:#1c1c1e"
        )
    zb = 0.022
    pieces = [lathe([(r * 0.98, 0), (r * 1.02, 0.004), (r * 1.0, 0.016), (r * 0.9, 0.02)], (x0, 0, 0), "dark", 32)]
    k = 0.72 if p.kind == "gooseneck" else 0.9
    vessel = [
        (r * 0.92, zb),
        (r * 0.97, zb + 0.008),
        (r * 0.93, h * 0.4),
        (r * (0.78 if p.kind != "gooseneck" else 0.6), h * k),
        (r * 0.72 if p.kind != "gooseneck" else r * 0.52, h * k + 0.006),
    ]
    pieces += [
        lathe(vessel, (x0, 0, 0), "glass" if p.kind == "glass" else "body", 32),
        lathe(
            [(r * 0.7, h * k), (r * 0.66, h * (k + 0.03)), (0, h * (k + 0.06))],
            (x0, 0, 0),
            "grip" if p.kind != "gooseneck" else "body",
            28,
        ),
        cylinder(0.01, h * 0.06, (x0, 0, h * (k + 0.04)), "grip", 0.003, 12, 0.014),
    ]
    if p.kind == "glass":
        pieces += [
            lathe(
                [(r * 0.94, zb - 0.001), (r * 0.99, zb + 0.006), (r * 0.98, zb + 0.026), (r * 0.9, zb + 0.028)],
                (x0, 0, 0),
                "metal",
                32,
            ),
            lathe(
                [(r * 0.8, h * 0.86), (r * 0.83, h * 0.87), (r * 0.8, h * k + 0.01), (r * 0.7, h * k + 0.012)],
                (x0, 0, 0),
                "metal",
                32,
            ),
        ]
    if p.kind == "gooseneck":
        pieces.append(
            tube(
                kit.smooth_path(
                    [
                        (x0 - r * 0.85, 0, h * 0.22),
                        (x0 - r * 1.35, 0, h * 0.34),
                        (x0 - r * 1.5, 0, h * 0.6),
                        (x0 - r * 1.75, 0, h * 0.82),
                        (-w / 2 + 0.004, 0, h * 0.86),
                    ],
                    4,
                ),
                [0.011] * 8 + [0.008] * 9,
                "body",
                8,
            )
        )
    else:
        spout = prism(
            np.array([(0, -0.03), (0, 0.03), (-0.035, 0.0)])[::-1],
            h * 0.14,
            (x0 - r * 0.74, 0, h * 0.76),
            "metal" if p.kind == "glass" else "body",
            0.003,
        )
        pieces.append(spout)
    xh = w / 2 - 0.011
    pieces.append(
        pipe([(x0 + r * 0.7, 0, h * 0.82), (xh, 0, h * 0.8), (xh, 0, h * 0.2), (x0 + r * 0.9, 0, h * 0.16)], 0.011, "grip", 0.04)
    )
    return device(
        "kettle",
        p,
        pieces,
        p.colour,
        (),
        None,
        grip="wood" if p.style in ("rustic", "midcentury") and p.kind == "gooseneck" else "plastic:#1c1c1e",
    )


@sized(two=(0.29, 0.17, 0.19), four=(0.3, 0.28, 0.2), long=(0.4, 0.16, 0.19))
class ToasterParams(Kinded):
    """A toaster."""

    colour: str = colours("steel", "mint", "red", "cream", "black")
    toast: bool = flag(False, "Bread in the slots")


def toaster(p: ToasterParams) -> Asset:
    """Rounded body with open slots, lever, dial; bread may stand in it."""
    w, d, h = p.width, p.depth, p.height
    zt = h if not p.toast else h * 0.88
    ys = {"two": (-0.22, 0.22), "four": (-0.32, -0.12, 0.12, 0.32), "long": (0.0,)}[p.kind]
    bw = w - 0.03
    r = min(d * 0.28, zt * 0.28)
    prof = rounded_rect(d, zt - 0.015, r, 5)
    shell = prism(prof, bw, (0, 0, -bw / 2), "body", 0.012, smooth_sides=True)
    pieces: Pieces = kit.move(kit.rotate(kit.rotate(shell, "x", np.pi / 2), "z", np.pi / 2), (-0.012, 0, (zt + 0.015) / 2))
    pieces += [
        slab(-w * 0.46, w * 0.4, -d * 0.44, d * 0.44, 0.006, 0.03, "dark", 0.004),
        *[cylinder(0.012, 0.008, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.38, w * 0.33) for y in (-d * 0.34, d * 0.34)],
    ]
    for y in ys:
        yy = y * d
        pieces += kit.move(
            [framed((bw * 0.74, 0.032), (bw * 0.68, 0.02), -0.002, 0.003, "metal", radius=0.004, outer_radius=0.008)],
            (-0.012, yy, zt - 0.001),
        )
        pieces.append(slab(-0.012 - bw * 0.35, -0.012 + bw * 0.35, yy - 0.0105, yy + 0.0105, zt - 0.004, zt + 0.0006, "dark", 0))
        if p.toast:
            loaf = kit.move(
                kit.rotate(
                    prism(rounded_rect(bw * 0.5, h * 0.3, 0.02, 3), 0.014, (0, 0, -0.007), "bread", 0.003), "x", np.pi / 2
                ),
                (-0.012, yy, h * 0.85),
            )
            pieces += loaf
    xe = -0.012 + bw / 2
    levers = (-0.2, 0.2) if p.kind == "four" else (0.0,)
    for y in levers:
        pieces += [
            slab(xe - 0.002, xe + 0.001, y * d - 0.004, y * d + 0.004, zt * 0.3, zt * 0.8, "dark", 0),
            slab(xe - 0.001, w / 2, y * d - 0.02, y * d + 0.02, zt * 0.68, zt * 0.76, "dark", 0.004),
            cyl((xe - 0.001, y * d, zt * 0.24), 0.016, 0.014, "x", "dark", 0.003, 16),
        ]
    return device("toaster", p, pieces, p.colour, (), None, bread="food:#a9713a")


@sized(drip=(0.25, 0.28, 0.35), espresso=(0.3, 0.32, 0.36), capsule=(0.15, 0.34, 0.28), barista=(0.72, 0.52, 0.5))
class CoffeeMachineParams(Kinded):
    """A coffee machine."""

    colour: str = colours("steel", "black", "red", "white", "mint")


def coffee_machine(p: CoffeeMachineParams) -> Asset:
    """Drip machine with jug, small espresso machine, capsule machine, or a two-group bar machine."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    feet = [
        cylinder(0.014, 0.016, (x, y, 0), "rubber", 0.002, 10) for x in (-w * 0.38, w * 0.38) for y in (y0 + 0.05, d / 2 - 0.05)
    ]
    if p.kind == "drip":
        r = min(w, d) * 0.3
        pieces: Pieces = [
            plate(w, d, h * 0.1, (0, 0, 0.01), "body", 0.03, 0.006),
            slab(-w / 2 + 0.005, w / 2 - 0.005, d * 0.18, d / 2, h * 0.1, h * 0.98, "body", 0.02),
            plate(w, d * 0.96, h * 0.26, (0, d * 0.02, h * 0.72), "body", 0.03, 0.01),
            cylinder(r * 1.05, 0.006, (0, -d * 0.14, h * 0.108), "dark", 0.001, 24),
            cylinder(r * 0.7, h * 0.1, (0, -d * 0.14, h * 0.63), "dark", 0.004, 20, r * 0.85),
            lathe(
                [(r * 0.85, 0), (r, 0.01), (r, h * 0.2), (r * 0.72, h * 0.4), (r * 0.76, h * 0.42)],
                (0, -d * 0.14, h * 0.122),
                "glass",
                28,
            ),
            lathe(
                [(r * 0.8, 0.004), (r * 0.95, 0.012), (r * 0.95, h * 0.16), (0, h * 0.16)],
                (0, -d * 0.14, h * 0.122),
                "coffee",
                24,
            ),
            torus(r * 0.76, 0.005, (0, -d * 0.14, h * 0.53), "dark", 24, 6),
            pipe(
                [
                    (0, -d * 0.14 - r * 0.76, h * 0.52),
                    (0, y0 + 0.012, h * 0.5),
                    (0, y0 + 0.012, h * 0.26),
                    (0, -d * 0.14 - r, h * 0.24),
                ],
                0.008,
                "dark",
                0.02,
            ),
            display(-w * 0.15, w * 0.15, h * 0.82, h * 0.9, -d * 0.46),
            *dots([(-w * 0.3, h * 0.86), (w * 0.3, h * 0.86)], -d * 0.46, 0.009, "metal", 0.004),
            *feet,
        ]
        return device("coffee_machine", p, pieces, p.colour, (), None, coffee="glass:#2a1409")
    if p.kind == "capsule":
        pieces = [
            plate(w * 0.9, d, h * 0.09, (0, 0, 0.01), "dark", 0.02, 0.004),
            slab(-w * 0.45, w * 0.45, -d * 0.05, d * 0.48, h * 0.08, h * 0.86, "body", 0.03),
            kit.box((w * 0.9, d * 0.62, h * 0.3), (0, -d * 0.14, h * 0.78), "body", 0.03, segments=3),
            cylinder(w * 0.14, h * 0.08, (0, -d * 0.28, h * 0.57), "metal", 0.003, 16),
            *[
                slab(-w * 0.36, w * 0.36, y, y + 0.006, h * 0.09, h * 0.105, "metal", 0.001)
                for y in np.linspace(y0 + 0.02, -d * 0.14, 7)
            ],
            pipe(
                [
                    (-w * 0.46, -d * 0.06, h * 0.86),
                    (-w * 0.46, -d * 0.3, h * 0.99),
                    (w * 0.46, -d * 0.3, h * 0.99),
                    (w * 0.46, -d * 0.06, h * 0.86),
                ],
                0.007,
                "metal",
                0.02,
            ),
            slab(-w * 0.3, w * 0.3, d * 0.3, d / 2, h * 0.1, h * 0.92, "tank", 0.01),
            *feet,
        ]
        return device("coffee_machine", p, pieces, p.colour, (), None, tank="glass")
    n = 2 if p.kind == "barista" else 1
    zt = h * (0.86 if n == 2 else 0.92)
    pieces = [
        slab(-w / 2, w / 2, y0 + d * 0.02, d / 2, 0.03, h * 0.2, "body", 0.008),
        slab(-w / 2 + 0.01, w / 2 - 0.01, d * 0.0, d / 2 - 0.004, h * 0.19, zt - 0.03, "panel", 0.006),
        slab(-w / 2, w / 2, -d * 0.4, d / 2, h * 0.66, zt, "body", 0.014),
        *[
            slab(
                s * (w / 2 - 0.009) - 0.009,
                s * (w / 2 - 0.009) + 0.009,
                -d * 0.42,
                d / 2 - 0.004,
                0.04,
                zt - 0.004,
                "body",
                0.008,
            )
            for s in ((-1, 1) if n == 2 else ())
        ],
        *[slab(-w * 0.44, w * 0.44, y, y + 0.005, h * 0.2, h * 0.208, "metal", 0) for y in np.linspace(y0 + 0.03, -d * 0.04, 10)],
        *[
            cylinder(0.02, 0.034, (x, y, 0), "metal", 0.004, 12, 0.014)
            for x in (-w * 0.4, w * 0.4)
            for y in (y0 + 0.07, d / 2 - 0.06)
        ],
        *dots([(x, h * 0.76) for x in np.linspace(-w * 0.38, w * 0.38, 3 + 2 * n)], -d * 0.4, 0.013, "metal", 0.012),
    ]
    for i in range(n):
        x = 0.0 if n == 1 else (i - 0.5) * w * 0.46
        yg = -d * 0.2
        pieces += [
            cylinder(0.035, h * 0.1, (x, yg, h * 0.57), "chrome", 0.004, 20),
            cylinder(0.038, 0.03, (x, yg, h * 0.53), "chrome", 0.005, 20, 0.04),
            bar((x, yg - 0.03, h * 0.545), (x, y0 + 0.005, h * 0.52), 0.009, "grip", 10, 0.013),
            cylinder(0.008, 0.02, (x, yg, h * 0.5), "chrome", 0.002, 8),
        ]
    pieces += [
        tube(
            kit.smooth_path(
                [(s * w * 0.42, -d * 0.3, h * 0.67), (s * w * 0.43, -d * 0.4, h * 0.58), (s * w * 0.42, -d * 0.42, h * 0.34)], 4
            ),
            0.005,
            "chrome",
            8,
        )
        for s in ((-1, 1) if n == 2 else (1,))
    ]
    rail = [(-w * 0.47, -d * 0.36), (w * 0.47, -d * 0.36), (w * 0.47, d * 0.46), (-w * 0.47, d * 0.46)]
    zr = h - 0.005
    pieces += [
        kit.tube([(x, y, zr) for x, y in rail], 0.005, "chrome", 6, True),
        *[bar((x, y, zt - 0.002), (x, y, zr), 0.005, "chrome", 6) for x, y in rail],
    ]
    return device(
        "coffee_machine",
        p,
        pieces,
        p.colour,
        [Surface("warmer", "in", -w * 0.43, -d * 0.32, w * 0.43, d * 0.42, zt, 1.0)],
        None,
        grip="wood" if p.style != "modern" else "plastic:#1c1c1e",
        panel="metal",
    )


@sized(0.18, 0.2, 0.4)
class BlenderParams(Sized):
    """A blender."""

    colour: str = colours("black", "steel", "red", "white", "mint")


def blender(p: BlenderParams) -> Asset:
    """Motor base with dial, clear jug with handle, lid."""
    w, d, h = p.width, p.depth, p.height
    zb = h * 0.36
    o = rounded_rect(w * 0.86, d * 0.9, 0.03, 4)
    pieces: Pieces = [
        skin(
            o,
            [(0.97, 0.97, 0, 0), (1, 1, 0, 0.008), (0.96, 0.96, 0, zb * 0.6), (0.66, 0.64, 0, zb * 0.96), (0.6, 0.58, 0, zb)],
            "body",
        ),
        *dots([(0, zb * 0.4)], -d * 0.44, 0.02, "metal", 0.014, 20),
        *dots([(-0.045, zb * 0.4), (0.045, zb * 0.4)], -d * 0.44, 0.007, "pale", 0.004),
        lathe([(w * 0.25, zb - 0.002), (w * 0.27, zb + 0.02), (w * 0.25, zb + 0.03)], (0, 0, 0), "dark", 24),
    ]
    q = rounded_rect(w * 0.62, w * 0.62, 0.04, 4)
    z0, z1 = zb + 0.026, h * 0.9
    pieces += [
        skin(
            q,
            [(0.72, 0.72, 0, z0), (0.8, 0.8, 0, z0 + 0.01), (1, 1, 0, z1), (0.96, 0.96, 0, z1), (0.76, 0.76, 0, z0 + 0.012)],
            "glass",
        ),
        skin(
            q,
            [
                (0.97, 0.97, 0, z1 - 0.004),
                (1.03, 1.03, 0, z1 + 0.002),
                (1.0, 1.0, 0, h * 0.94),
                (0.6, 0.6, 0, h * 0.95),
                (0.4, 0.4, 0, h),
            ],
            "dark",
        ),
        pipe(
            [(w * 0.28, 0, z1 - 0.02), (w * 0.5 - 0.01, 0, z1 - 0.025), (w * 0.5 - 0.01, 0, z0 + 0.05), (w * 0.25, 0, z0 + 0.03)],
            0.01,
            "dark",
            0.03,
        ),
        *kit.move(kit.ring(kit.rotate(slab(0, 0.025, -0.004, 0.004, 0, 0.0015, "steel", 0), "y", -0.35), 4), (0, 0, z0 + 0.02)),
    ]
    return device("blender", p, pieces, p.colour)


@sized(0.22, 0.36, 0.36)
class StandMixerParams(Sized):
    """A stand mixer."""

    colour: str = colours("red", "mint", "cream", "black", "steel", "blue")


def stand_mixer(p: StandMixerParams) -> Asset:
    """Foot, column, rounded head with hub, whisk and steel bowl; front at the head's nose."""
    w, d, h = p.width, p.depth, p.height
    bowl_r = w * 0.46
    yb = -d * 0.17
    foot = oval(w * 0.96, d * 0.96, 32, 2.8, 0.05)
    col = oval(w * 0.5, d * 0.3, 24, 2.5)
    head = kit.move(
        kit.rotate(
            skin(
                oval(w * 0.55, h * 0.32, 24, 2.4),
                [
                    (0.4, 0.45, 0, 0),
                    (0.8, 0.85, 0, d * 0.03),
                    (0.98, 1.0, 0, d * 0.15),
                    (1.0, 1.0, 0, d * 0.5),
                    (0.86, 0.9, 0, d * 0.8),
                    (0.6, 0.65, 0, d * 0.9),
                    (0.4, 0.42, 0, d * 0.94),
                ],
                "body",
            ),
            "x",
            np.pi / 2,
        ),
        (0, d * 0.48, h * 0.84),
    )
    pieces: Pieces = [
        skin(foot, [(0.97, 0.97, 0, 0), (1, 1, 0, 0.006), (0.98, 0.98, 0, h * 0.06), (0.9, 0.9, 0, h * 0.085)], "body"),
        skin(
            col,
            [
                (1.2, 1.15, d * 0.3, h * 0.07),
                (0.95, 0.9, d * 0.32, h * 0.3),
                (0.9, 0.95, d * 0.3, h * 0.6),
                (1.0, 1.1, d * 0.27, h * 0.8),
            ],
            "body",
        ),
        *head,
        cyl((0, -d * 0.44, h * 0.84), w * 0.12, d * 0.06, "-y", "chrome", 0.004, 20),
        torus(w * 0.275, 0.004, (0, 0, 0), "chrome", 24, 5),
    ]
    pieces[-1] = kit.move(kit.rotate(pieces[-1], "x", np.pi / 2), (0, -d * 0.1, h * 0.84))[0]
    r, zb = bowl_r, h * 0.085
    pieces += [
        lathe(
            [
                (0, zb),
                (r * 0.55, zb),
                (r * 0.6, zb + 0.012),
                (r * 0.5, zb + 0.02),
                (r * 0.8, zb + h * 0.12),
                (r, zb + h * 0.4),
                (r * 1.03, zb + h * 0.41),
                (r * 0.97, zb + h * 0.4),
                (r * 0.76, zb + h * 0.13),
                (0, zb + 0.03),
            ],
            (0, yb, 0),
            "bowl",
            32,
        ),
        cylinder(0.012, h * 0.14, (0, yb, h * 0.58), "chrome", 0.002, 12),
    ]
    pieces += kit.move(
        kit.ring(
            kit.tube(
                [(0.006, 0, 0), (r * 0.4, 0, -h * 0.12), (r * 0.42, 0, -h * 0.22), (r * 0.2, 0, -h * 0.32), (0, 0, -h * 0.34)],
                0.0018,
                "chrome",
                5,
            ),
            6,
        ),
        (0, yb, h * 0.59),
    )
    pieces += [cyl((s * w * 0.26, d * 0.1, h * 0.78), 0.011, 0.014, "x" if s > 0 else "-x", "chrome", 0.002, 12) for s in (-1, 1)]
    return device("stand_mixer", p, pieces, p.colour, (), None, bowl="steel")


@sized(0.27, 0.3, 0.25)
class RiceCookerParams(Sized):
    """A rice cooker or slow cooker."""

    colour: str = colours("white", "black", "steel", "red")


def rice_cooker(p: RiceCookerParams) -> Asset:
    """Rounded pot body, hinged lid with vent, control panel, side lugs."""
    w, d, h = p.width, p.depth, p.height
    o = oval(w * 0.94, d, 36, 2.6)
    tall = p.colour in ("steel", "black")
    pieces: Pieces = [
        skin(o, [(0.86, 0.86, 0, 0.01), (0.94, 0.95, 0, 0.02), (1, 1, 0, h * 0.3), (0.97, 0.97, 0, h * 0.7)], "body"),
        skin(
            o,
            [
                (0.96, 0.96, 0, h * 0.71),
                (0.98, 0.98, 0, h * 0.73),
                (0.9, 0.9, 0, h * 0.86),
                (0.6, 0.6, 0, h * 0.95),
                (0.2, 0.2, 0, h * 0.97),
            ],
            "glass" if tall else "body",
        ),
        skin(o, [(0.9, 0.9, 0, 0), (0.9, 0.9, 0, 0.012)], "rubber"),
        skin(o, [(0.975, 0.975, 0, h * 0.69), (0.99, 0.99, 0, h * 0.7), (0.975, 0.975, 0, h * 0.715)], "metal"),
        slab(-0.05, 0.05, -d * 0.5, -d * 0.4, h * 0.16, h * 0.56, "dark", 0.012),
        display(-0.035, 0.035, h * 0.38, h * 0.5, -d * 0.5),
        *dots([(-0.02, h * 0.25), (0.02, h * 0.25)], -d * 0.5, 0.01, "metal", 0.004),
        cylinder(0.03, h * 0.06, (0, d * 0.1 if not tall else 0, h * 0.94), "dark", 0.005, 18, 0.022),
        *[slab(s * w * 0.45 - 0.014, s * w * 0.45 + 0.014, -0.04, 0.04, h * 0.5, h * 0.56, "dark", 0.005) for s in (-1, 1)],
    ]
    return device("rice_cooker", p, pieces, p.colour)


# ---------------------------------------------------------------------------------------------- air, cleaning, sewing


@sized(pedestal=(0.42, 0.4, 1.2), table=(0.32, 0.24, 0.42), tower=(0.26, 0.26, 1.0), mounts={"ceiling": (1.2, 1.2, 0.38)})
class FanParams(Kinded):
    """An electric fan."""

    colour: str = colours("white", "black", "mint", "steel")


def fan(p: FanParams) -> Asset:
    """Caged blades on a pole or table foot; a tower; or wide blades under the ceiling."""
    w, d, h = p.width, p.depth, p.height
    if p.mount == "ceiling":
        return _ceiling_fan(p)
    if p.kind == "tower":
        r = w * 0.3
        pieces: Pieces = [
            lathe([(w * 0.5, 0), (w * 0.5, 0.012), (w * 0.4, 0.03), (r, 0.05)], (0, 0, 0), "body", 28),
            lathe([(r, 0.045), (r, h * 0.97), (r * 0.9, h), (0, h)], (0, 0, 0), "body", 28),
            slab(-r * 0.6, r * 0.6, -r - 0.003, 0, h * 0.16, h * 0.86, "dark", 0.006),
            *grille(-r * 0.58, r * 0.58, h * 0.17, h * 0.85, -r - 0.006, 26, "grey"),
        ]
        return device("fan", p, pieces, p.colour)
    r = w / 2
    zc = h - r
    y = -d * 0.05 if p.kind == "pedestal" else -d * 0.12
    cd = min(0.085, d * 0.3)
    head: Pieces = [
        torus(r - 0.005, 0.005, (0, 0, 0), "cage", 32, 6),
        torus(r * 0.6, 0.002, (0, 0, cd), "cage", 28, 4),
        torus(r * 0.6, 0.002, (0, 0, -cd * 0.7), "cage", 28, 4),
        cylinder(r * 0.2, 0.008, (0, 0, cd), "body", 0.003, 20),
    ]
    head += kit.ring(
        [
            kit.tube([(r * 0.1, 0, cd + 0.003), (r * 0.6, 0, cd), (r * 0.93, 0, cd * 0.5), (r - 0.004, 0, 0)], 0.0016, "cage", 4),
            kit.tube([(r * 0.1, 0, -cd * 0.7), (r * 0.6, 0, -cd * 0.7), (r - 0.004, 0, 0)], 0.0016, "cage", 4),
        ],
        20,
    )
    blade = kit.rotate(prism(oval(r * 0.68, r * 0.5, 14, 2.2), 0.003, (r * 0.46, 0, 0), "blade", 0.001), "x", 0.45)
    head += [
        *kit.ring(blade, 3 if p.style != "modern" else 5),
        cylinder(r * 0.16, 0.05, (0, 0, -0.02), "blade", 0.006, 18),
        cylinder(r * 0.3, cd + 0.03, (0, 0, -cd * 1.7 - 0.03), "body", 0.015, 22),
    ]
    pieces = kit.move(upright(head), (0, y, zc))
    yc = y + cd * 0.7 + 0.03
    if p.kind == "pedestal":
        pieces += [
            cylinder(0.018, zc * 0.6, (0, yc, 0.02), "pole", 0.002, 14),
            cylinder(0.012, zc * 0.5, (0, yc, zc * 0.5), "chrome", 0.001, 12),
            lathe([(d * 0.5, 0), (d * 0.5, 0.012), (d * 0.4, 0.026), (0.03, 0.045), (0.025, 0.08)], (0, yc, 0), "body", 32),
            cylinder(0.028, 0.06, (0, yc, zc * 0.6), "body", 0.006, 14),
            slab(-0.03, 0.03, yc - 0.03, yc + 0.03, zc - 0.09, zc - 0.02, "body", 0.01),
            slab(-0.028, 0.028, yc - 0.045, yc - 0.02, zc * 0.68, zc * 0.68 + 0.14, "body", 0.008),
        ]
    else:
        pieces += [
            cylinder(0.02, zc - 0.02, (0, yc, 0.02), "body", 0.003, 14),
            lathe([(w * 0.36, 0), (w * 0.36, 0.01), (w * 0.3, 0.028), (0.03, 0.05)], (0, yc - 0.03, 0), "body", 28),
            *[cap(x, yc - w * 0.2, 0.022, 0.022, 0.028, 0.045, "pale") for x in (-0.05, -0.017, 0.017, 0.05)],
        ]
    return device(
        "fan",
        p,
        pieces,
        p.colour,
        (),
        None,
        cage="chrome" if p.style in ("classic", "midcentury", "industrial") else PLASTIC_DARK,
        blade="metal" if p.style in ("industrial", "midcentury") else "plastic:#b9bfc2",
        pole="chrome",
    )


def _ceiling_fan(p: FanParams) -> Asset:
    w, d, h = p.width, p.depth, p.height
    n = 3 if p.style in ("modern", "industrial") else 5
    r, hub = 0.5, 0.085 / w
    z = 0.07
    blade = prism(oval(r - hub - 0.02, 0.13, 20, 3.0), 0.008, ((r + hub + 0.02) / 2, 0, 0), "blade", 0.002)
    wings = kit.ring(kit.move(kit.rotate(blade, "x", 0.2), (0, 0, z)), n)
    arms = kit.ring(kit.bar((0.3 * hub, 0, z + 0.012), (hub + 0.09, 0, z + 0.012), 0.012 / w, "metal", 8), n)
    lo, hi = kit.bounds(wings)
    stretched = kit.scale([*wings, *arms], (w / (hi[0] - lo[0]), d / (hi[1] - lo[1]), 1.0))
    pieces: Pieces = [
        *stretched,
        lathe([(0, 0), (0.05, 0.004), (0.085, 0.04), (0.09, 0.11), (0.06, 0.14), (0.018, 0.15)], (0, 0, 0), "body", 28),
        cylinder(0.012, h - 0.16, (0, 0, 0.14), "pole", 0.001, 12),
        lathe([(0.02, h - 0.06), (0.05, h - 0.045), (0.062, h - 0.01), (0.062, h)], (0, 0, 0), "body", 24),
    ]
    solids = [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, 0.16)), Box((-0.07, -0.07, 0.15), (0.07, 0.07, h))]
    wood = p.style in ("classic", "rustic", "midcentury")
    return device("fan", p, pieces, p.colour, (), solids, blade="wood" if wood else "plastic:#e9e9e6", pole="chrome")


PLASTIC_DARK = "plastic:#2b2b2e"


@sized(split=(0.85, 0.22, 0.3), portable=(0.45, 0.38, 0.75))
class AirConditionerParams(Kinded):
    """An air conditioner."""

    colour: str = colours("white", "silver", "black")


def air_conditioner(p: AirConditionerParams) -> Asset:
    """Wall unit with louvre and intake; or a portable unit on castors."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "split":
        o = np.array([(d / 2, 0), (d / 2, h), (-d * 0.38, h), (-d * 0.5, h * 0.92), (-d * 0.5, h * 0.3), (-d * 0.32, 0.0)])
        shell = kit.rotate(kit.rotate(prism(o, w, (0, 0, -w / 2), "body", 0.008), "x", np.pi / 2), "z", np.pi / 2)
        pieces: Pieces = [
            *shell,
            slab(-w * 0.48, w * 0.48, -d * 0.505, -d * 0.49, h * 0.315, h * 0.325, "grey", 0),
            *[
                slab(-w * 0.45, w * 0.45, y, y + 0.006, h - 0.001, h + 0.002, "grey", 0)
                for y in np.linspace(-d * 0.3, d * 0.4, 8)
            ],
            display(w * 0.32, w * 0.42, h * 0.38, h * 0.46, -d * 0.5),
        ]
        flap = [
            slab(-w * 0.45, w * 0.45, 0, 0.006, -h * 0.15, h * 0.1, "body", 0.002),
            slab(-w * 0.45, w * 0.45, 0.012, 0.02, -h * 0.12, h * 0.12, "dark", 0.002),
        ]
        pieces += kit.move(kit.rotate(flap, "x", 0.5), (0, -d * 0.45, h * 0.14))
        return device("air_conditioner", p, pieces, p.colour, origin="back")
    z0 = 0.05
    pieces = [
        kit.box((w, d - 0.02, h - z0), (0, 0, (h + z0) / 2), "body", 0.03, segments=3),
        *castors([(x, y) for x in (-w * 0.36, w * 0.36) for y in (-d * 0.34, d * 0.34)], 0.02),
        *grille(-w * 0.38, w * 0.38, h * 0.64, h * 0.86, -d / 2 + 0.007, 8),
        *grille(-w * 0.34, w * 0.34, z0 + 0.06, h * 0.34, -d / 2 + 0.008, 9, "pale"),
        slab(-w * 0.2, w * 0.2, -d * 0.3, -d * 0.1, h - 0.002, h + 0.002, "screen", 0.001),
        *[slab(s * w / 2 - 0.004, s * w / 2 + 0.004, -0.05, 0.05, h * 0.76, h * 0.8, "dark", 0.003) for s in (-1, 1)],
    ]
    return device("air_conditioner", p, pieces, p.colour)


@sized(oil=(0.52, 0.24, 0.62), convector=(0.65, 0.2, 0.45), bar_=(0.3, 0.22, 0.42))
class HeaterParams(Kinded):
    """An electric heater."""

    colour: str = colours("white", "cream", "black")


def heater(p: HeaterParams) -> Asset:
    """Oil radiator with ribs, flat convector, or glowing-bar heater."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "oil":
        n = max(5, round(w / 0.07))
        xs = np.linspace(-w / 2 + 0.03, w / 2 - 0.13, n)
        rib = kit.rotate(
            kit.rotate(
                prism(rounded_rect(d * 0.62, h * 0.84, 0.05, 4), 0.022, (0, 0, -0.011), "body", 0.008, smooth_sides=True),
                "x",
                np.pi / 2,
            ),
            "z",
            np.pi / 2,
        )
        pieces: Pieces = [
            *kit.repeat(rib, [(x, 0, h * 0.55) for x in xs]),
            *[cyl((xs[0], 0, z), 0.02, w * 0.8, "x", "body", 0.002, 12) for z in (h * 0.24, h * 0.86)],
            slab(w / 2 - 0.11, w / 2, -d * 0.31, d * 0.31, h * 0.16, h * 0.96, "body", 0.02),
            *[cyl((w / 2 - 0.001, 0, z), 0.024, 0.014, "x", "dark", 0.004, 18) for z in (h * 0.72, h * 0.52)],
        ]
        for x in (-w * 0.36, w * 0.34):
            pieces += [
                slab(x - 0.012, x + 0.012, -d * 0.46, d * 0.46, 0.05, 0.07, "dark", 0.004),
                bar((x, 0, 0.06), (x, 0, h * 0.2), 0.012, "dark", 8),
                *castors([(x, -d * 0.41), (x, d * 0.41)], 0.02, "dark"),
            ]
        return device("heater", p, pieces, p.colour)
    if p.kind == "convector":
        pieces = [
            panel(w, h - 0.05, d * 0.45, (0, -d * 0.225, h / 2 + 0.025), "body", 0.025, 0.01),
            *grille(-w * 0.42, w * 0.42, h * 0.78, h * 0.92, -d * 0.225 - 0.003, 5),
            *[slab(x - 0.02, x + 0.02, -d / 2, d / 2, 0, 0.06, "dark", 0.01) for x in (-w * 0.34, w * 0.34)],
            *[cyl((w / 2 - 0.001, 0, z), 0.018, 0.012, "x", "dark", 0.003, 16) for z in (h * 0.3, h * 0.45)],
        ]
        return device("heater", p, pieces, p.colour)
    pieces = [
        kit.box((w, d * 0.7, h - 0.04), (0, d * 0.1, h / 2 + 0.02), "body", 0.02, segments=2),
        opening((w * 0.92, h * 0.8), (w * 0.78, h * 0.66), 0.02, (0, -d * 0.27, h * 0.52), "dark", 0.02),
        slab(-w * 0.38, w * 0.38, -d * 0.253, -d * 0.245, h * 0.2, h * 0.84, "reflector", 0),
        *[cyl((-w * 0.36, -d * 0.27, z), 0.008, w * 0.72, "x", "glow", 0.001, 10) for z in np.linspace(h * 0.28, h * 0.76, 3)],
        *[
            bar((x, -d * 0.275, h * 0.2), (x, -d * 0.275, h * 0.84), 0.0015, "chrome", 5)
            for x in np.linspace(-w * 0.34, w * 0.34, 9)
        ],
        *[slab(x - 0.025, x + 0.025, -d / 2, d / 2, 0, 0.03, "dark", 0.006) for x in (-w * 0.36, w * 0.36)],
    ]
    return device(
        "heater",
        p,
        pieces,
        p.colour,
        (),
        None,
        [Emitter("point", (0, -d * 0.4, h * 0.5), 60, 1900, 0.03)],
        glow="light:flame",
        reflector="metal",
    )


@sized(upright=(0.3, 0.3, 1.12), stick=(0.25, 0.24, 1.14), canister=(0.3, 0.4, 0.28), robot=(0.34, 0.35, 0.1))
class VacuumCleanerParams(Kinded):
    """A vacuum cleaner."""

    colour: str = colours("red", "blue", "grey", "purple", "yellow")


def vacuum_cleaner(p: VacuumCleanerParams) -> Asset:
    """Upright with dust bin, battery stick, canister with hose, or a robot disc."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "robot":
        r = min(w, d) / 2
        pieces: Pieces = [
            lathe([(r * 0.9, 0.012), (r, 0.02), (r, h * 0.7), (r * 0.96, h * 0.8), (0, h * 0.8)], (0, 0, 0), "dark", 40),
            cylinder(r * 0.8, 0.004, (0, 0, h * 0.8 - 0.001), "body", 0.001, 36),
            cylinder(r * 0.24, h * 0.2, (0, r * 0.25, h * 0.8 - 0.001), "dark", 0.004, 20),
            *[cylinder(0.009, 0.003, (x, -r * 0.35, h * 0.83), "pale", 0, 12) for x in (-0.03, 0, 0.03)],
            *[cyl((s * r * 0.7 - 0.01, 0, h * 0.28), h * 0.28, 0.02, "x", "rubber", 0.003, 14) for s in (-1, 1)],
            torus(r, 0.004, (0, 0, h * 0.45), "grey", 40, 5),
        ]
        return device("vacuum_cleaner", p, pieces, {"red": "black", "purple": "white"}.get(p.colour, p.colour))
    if p.kind == "canister":
        pieces = [
            kit.box((w * 0.8, d, h * 0.62), (0, 0, h * 0.4), "body", 0.08, segments=4),
            *[
                q
                for s in (-1, 1)
                for q in kit.move(
                    kit.rotate(cylinder(h * 0.3, 0.03, (0, 0, 0), "rubber", 0.006, 24), "y", s * np.pi / 2),
                    (s * w * 0.4, d * 0.22, h * 0.3),
                )
            ],
            *castors([(0, -d * 0.38)], 0.025),
            pipe(
                [(0, d * 0.2, h * 0.68), (0, d * 0.16, h * 0.85), (0, -d * 0.1, h * 0.85), (0, -d * 0.14, h * 0.68)],
                0.014,
                "dark",
                0.03,
            ),
            tube(
                kit.smooth_path(
                    [
                        (0, -d * 0.42, h * 0.55),
                        (0.02, -d * 0.5, h * 0.75),
                        (w * 0.25, -d * 0.2, h * 0.97),
                        (w * 0.3, d * 0.3, h * 0.9),
                        (w * 0.44, d * 0.42, h * 0.2),
                    ],
                    5,
                ),
                0.018,
                "grey",
                10,
            ),
        ]
        return device("vacuum_cleaner", p, pieces, p.colour)
    hh = 0.085
    y0 = -d / 2
    pieces = [
        kit.box(
            (w, min(0.24, d * 0.75), hh),
            (0, y0 + min(0.12, d * 0.38), hh / 2 + 0.008),
            "body" if p.kind == "upright" else "dark",
            0.025,
            segments=2,
        ),
        *[cyl((s * w * 0.42 - 0.008, y0 + d * 0.68, 0.025), 0.025, 0.016, "x", "rubber", 0.003, 12) for s in (-1, 1)],
        slab(-w * 0.4, w * 0.4, y0 - 0.003, y0 + 0.01, 0.0, 0.02, "rubber", 0.003),
    ]
    a, b = np.array([0, y0 + 0.13, hh * 0.7]), np.array([0, d / 2 - 0.02, h - 0.12])
    u = (b - a) / np.linalg.norm(b - a)
    at = lambda t: a + (b - a) * t  # noqa: E731
    long = float(np.linalg.norm(b - a))
    pieces.append(bar(tuple(a), tuple(b), 0.016, "metal", 12))
    if p.kind == "upright":
        pieces += aim(
            [
                skin(
                    oval(w * 0.5, 0.15, 24, 2.4),
                    [(0.8, 0.8, 0, 0), (1, 1, 0, 0.03), (1, 1, 0, long * 0.55), (0.6, 0.6, 0, long * 0.62)],
                    "body",
                ),
                cylinder(0.058, long * 0.28, (0.045, 0, long * 0.16), "bin", 0.004, 24),
                cylinder(0.062, 0.04, (0.045, 0, long * 0.44), "dark", 0.008, 24),
            ],
            tuple(at(0.05)),
            tuple(u),
        )
    else:
        pieces += aim(
            [
                cylinder(0.05, long * 0.14, (0.0, 0, 0), "bin", 0.004, 22),
                cylinder(0.055, long * 0.1, (0.0, 0, long * 0.135), "body", 0.012, 22),
                slab(-0.03, 0.08, -0.03, 0.03, long * 0.2, long * 0.3, "body", 0.02),
            ],
            tuple(at(0.7)),
            tuple(u),
        )
    pieces.append(
        pipe(
            [
                tuple(b - u * 0.02),
                tuple(b + (0, 0.0, 0.05)),
                (0, d / 2 - 0.015, h - 0.015),
                (0, d / 2 - 0.09, h - 0.012),
                tuple(at(0.93)),
            ],
            0.014,
            "dark",
            0.04,
        )
    )
    return device("vacuum_cleaner", p, pieces, p.colour, (), None, bin="glass")


@sized(0.13, 0.3, 0.15)
class IronParams(Sized):
    """A clothes iron."""

    colour: str = colours("blue", "mint", "purple", "white", "red")


def iron(p: IronParams) -> Asset:
    """Pointed sole plate, body with water tank, arched handle, dial."""
    w, d, h = p.width, p.depth, p.height
    half = [(0.0, -0.5), (0.22, -0.34), (0.4, -0.1), (0.49, 0.18), (0.5, 0.42), (0.4, 0.5)]
    pts = np.array([*half, *[(-x, y) for x, y in half[:0:-1]]])
    o = kit.smooth_path(np.column_stack([pts * (w, d), np.zeros(len(pts))]), 2, True)[:, :2]
    pieces: Pieces = [
        skin(o, [(0.98, 0.98, 0, 0), (1, 1, 0, 0.003), (1, 1, 0, 0.008), (0.96, 0.96, 0, 0.01)], "steel"),
        skin(
            o,
            [(0.9, 0.93, 0, 0.009), (0.92, 0.95, 0, h * 0.2), (0.7, 0.86, d * 0.03, h * 0.42), (0.5, 0.75, d * 0.05, h * 0.5)],
            "body",
        ),
        kit.sweep(
            rounded_rect(w * 0.3, h * 0.17, 0.01, 3),
            kit.smooth_path(
                [
                    (0, -d * 0.26, h * 0.4),
                    (0, -d * 0.26, h * 0.7),
                    (0, -d * 0.12, h * 0.9),
                    (0, d * 0.25, h * 0.86),
                    (0, d * 0.42, h * 0.6),
                    (0, d * 0.4, h * 0.3),
                ],
                3,
            ),
            "dark",
        ),
        cylinder(w * 0.16, 0.012, (0, -d * 0.02, h * 0.47), "pale", 0.003, 18),
        tube(
            kit.smooth_path(
                [(0, d * 0.42, h * 0.7), (0.01, d * 0.48, h * 0.8), (0.02, d * 0.5, h * 0.5), (0.05, d * 0.46, 0.006)], 4
            ),
            0.004,
            "dark",
            6,
        ),
    ]
    return device("iron", p, pieces, p.colour)


@sized(0.42, 0.19, 0.31)
class SewingMachineParams(Sized):
    """A sewing machine."""

    vintage: bool = flag(False, "Black cast-iron machine with a hand wheel")


def sewing_machine(p: SewingMachineParams) -> Asset:
    """Bed, pillar, arm with needle head, hand wheel, thread spool."""
    w, d, h = p.width, p.depth, p.height
    v = p.vintage
    zb = h * 0.24
    soft = 0.02 if v else 0.012
    pieces: Pieces = [
        slab(-w / 2, w / 2 - 0.02, -d / 2, d / 2, 0, 0.03 if v else zb, "wood" if v else "body", 0.006),
        slab(w * 0.2, w * 0.42, -d * 0.36, d * 0.36, 0.025, h * 0.86, "body", soft * 1.5),
        kit.box((w * 0.88, d * 0.56, h * 0.28), (-w * 0.02, 0, h * 0.76), "body", soft * 1.8, segments=3),
        slab(-w * 0.46, -w * 0.3, -d * 0.3, d * 0.3, h * 0.5, h * 0.88, "body", soft),
    ]
    if v:
        pieces.append(slab(-w * 0.46, w * 0.42, -d * 0.38, d * 0.38, 0.029, zb * 0.7, "body", 0.008))
        zb = zb * 0.7
    pieces += [
        bar((-w * 0.38, 0, h * 0.52), (-w * 0.38, 0, zb + 0.025), 0.005, "chrome", 8),
        bar((-w * 0.38, 0, zb + 0.03), (-w * 0.38, 0, zb + 0.002), 0.0014, "chrome", 6),
        slab(-w * 0.4, -w * 0.36, -0.015, 0.006, zb + 0.002, zb + 0.005, "chrome", 0.001),
        slab(-w * 0.43, -w * 0.3, -d * 0.2, d * 0.2, zb - 0.001, zb + 0.0015, "chrome", 0.0005),
        cyl((w * 0.42, 0, h * 0.76), h * (0.2 if v else 0.13), 0.025, "x", "chrome" if v else "pale", 0.006, 24),
        cylinder(0.003, h * 0.14, (0, 0.02, h * 0.9), "chrome", 0.001, 8),
        cylinder(0.014, h * 0.1, (0, 0.02, h * 0.905), "thread", 0.002, 14),
        *dots([(w * 0.3, h * 0.66), (w * 0.3, h * 0.45)], -d * 0.36, 0.024, "metal", 0.012, 20),
        *dots([(x, h * 0.76) for x in np.linspace(-w * 0.2, w * 0.1, 5)], -d * 0.28, 0.006, "brass" if v else "pale", 0.004),
    ]
    return device("sewing_machine", p, pieces, "black" if v else "white", (), None, thread="fabric:#b83a30")


# ---------------------------------------------------------------------------------------------- shops and offices


@sized(screen=(0.38, 0.42, 0.36), keys=(0.38, 0.42, 0.32), antique=(0.42, 0.4, 0.45))
class CashRegisterParams(Kinded):
    """A cash register."""


def cash_register(p: CashRegisterParams) -> Asset:
    """Drawer base with a touch screen, key register with display, or an old crank register."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    zb = h * 0.28
    if p.kind == "antique":
        side_ = np.array([(-0.48, 0.3), (-0.5, 0.0), (0.5, 0), (0.5, 0.8), (0.3, 0.95), (0.05, 0.8), (-0.25, 0.5)])[::1] * (d, h)
        o = side_ if np.sum(np.cross(side_, np.roll(side_, -1, 0))) > 0 else side_[::-1]
        pieces: Pieces = kit.rotate(
            kit.rotate(prism(o, w * 0.92, (0, 0, -w * 0.46), "body", 0.012), "x", np.pi / 2), "z", np.pi / 2
        )
        pieces += [
            slab(-w / 2, w / 2, y0, d / 2, 0, h * 0.1, "wood", 0.008),
            slab(-w * 0.42, w * 0.42, y0 - 0.002, y0 + 0.02, h * 0.12, h * 0.27, "wood", 0.004),
            cyl((0, y0, h * 0.2), 0.014, 0.02, "-y", "brass", 0.004, 14),
            slab(-w * 0.4, w * 0.4, d * 0.1, d * 0.3, h * 0.86, h, "brass", 0.012),
            slab(-w * 0.34, w * 0.34, d * 0.095, d * 0.11, h * 0.89, h * 0.97, "paper", 0.001),
            *[
                q
                for j in range(3)
                for i in range(7)
                for q in (
                    bar(
                        (w * (-0.36 + 0.12 * i), d * (-0.3 + 0.12 * j), h * (0.4 + 0.13 * j)),
                        (w * (-0.36 + 0.12 * i), d * (-0.36 + 0.12 * j), h * (0.47 + 0.13 * j)),
                        0.003,
                        "chrome",
                        5,
                    ),
                    kit.move(
                        kit.rotate(cylinder(0.011, 0.004, (0, 0, 0), "paper", 0.001, 10), "x", 0.7),
                        (w * (-0.36 + 0.12 * i), d * (-0.36 + 0.12 * j), h * (0.47 + 0.13 * j)),
                    )[0],
                )
            ],
            bar((w * 0.45, 0, h * 0.45), (w * 0.5, 0, h * 0.45), 0.01, "chrome", 8),
            bar((w * 0.49, 0, h * 0.45), (w * 0.49, -d * 0.1, h * 0.6), 0.006, "chrome", 8),
        ]
        return device("cash_register", p, pieces, "brass")
    pieces = [
        slab(-w / 2, w / 2, y0 + 0.012, d / 2, 0.008, zb, "dark", 0.006),
        slab(-w * 0.48, w * 0.48, y0, y0 + 0.02, 0.014, zb - 0.012, "body", 0.004),
        *dots([(w * 0.36, zb * 0.5)], y0, 0.012, "chrome", 0.003),
        *[cylinder(0.014, 0.01, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.42, w * 0.42) for y in (-d * 0.4, d * 0.42)],
    ]
    if p.kind == "screen":
        s = [
            panel(w * 0.86, h * 0.62, 0.02, (0, 0, h * 0.31), "body", 0.012, 0.004),
            display(-w * 0.39, w * 0.39, h * 0.03, h * 0.58, 0),
        ]
        pieces += [
            *kit.move(kit.rotate(s, "x", -0.5), (0, -d * 0.18, zb + 0.03)),
            slab(-w * 0.1, w * 0.1, -d * 0.05, d * 0.2, zb - 0.001, zb + h * 0.3, "dark", 0.012),
            slab(-w * 0.16, w * 0.16, d * 0.3, d * 0.42, zb - 0.001, h * 0.86, "dark", 0.006),
            slab(-w * 0.14, w * 0.14, d * 0.415, d * 0.43, h * 0.6, h * 0.84, "screen", 0.001),
            slab(-w * 0.48, -w * 0.3, d * 0.16, d * 0.46, zb - 0.001, h * 0.56, "dark", 0.008),
        ]
        return device("cash_register", p, pieces, "grey")
    wedge = np.array(
        [
            (y0 + 0.03, zb - 0.001),
            (d / 2 - 0.01, zb - 0.001),
            (d / 2 - 0.01, h * 0.72),
            (d * 0.1, h * 0.72),
            (y0 + 0.03, zb + 0.03),
        ]
    )
    pieces += kit.rotate(kit.rotate(prism(wedge, w * 0.94, (0, 0, -w * 0.47), "body", 0.006), "x", np.pi / 2), "z", np.pi / 2)
    tilt = np.arctan2(h * 0.72 - zb - 0.03, d * 0.6 - 0.03)
    deck = [
        *key_grid(6, 5, w * 0.5, d * 0.42, (-w * 0.15, 0, 0), "pale", 0.008, 0.2),
        *key_grid(3, 5, w * 0.24, d * 0.42, (w * 0.28, 0, 0), "orange", 0.008, 0.2),
    ]
    pieces += [
        *kit.move(kit.rotate(deck, "x", tilt), (0, (y0 + 0.03 + d * 0.1) / 2, (zb + 0.03 + h * 0.72) / 2)),
        slab(-w * 0.42, w * 0.1, d * 0.2, d * 0.3, h * 0.71, h, "dark", 0.008),
        slab(-w * 0.38, w * 0.06, d * 0.195, d * 0.21, h * 0.8, h * 0.96, "screen", 0.001),
        slab(w * 0.18, w * 0.42, d * 0.16, d * 0.44, h * 0.71, h * 0.8, "body", 0.008),
        slab(w * 0.22, w * 0.38, d * 0.22, d * 0.222, h * 0.79, h * 0.92, "paper", 0),
    ]
    return device("cash_register", p, pieces, "cream")


@sized(drinks=(0.95, 0.85, 1.83), snacks=(0.95, 0.85, 1.83))
class VendingMachineParams(Kinded):
    """A vending machine."""

    colour: str = colours("red", "blue", "black", "white", "green")


def vending_machine(p: VendingMachineParams) -> Asset:
    """Cabinet with a lit glazed window, rows of goods, control column, flap."""
    w, d, h = p.width, p.depth, p.height
    y0, rng = -d / 2, np.random.default_rng(7)
    pieces: Pieces = [
        slab(-w / 2, w / 2, y0 + 0.19, d / 2, 0.04, h, "body", 0.01),
        *[
            slab(s * (w / 2 - 0.01) - 0.01, s * (w / 2 - 0.01) + 0.01, y0 + 0.02, y0 + 0.2, 0.04, h, "body", 0.008)
            for s in (-1, 1)
        ],
        slab(-w / 2, w / 2, y0 + 0.02, y0 + 0.2, h - 0.12, h - 0.001, "body", 0.008),
        slab(-w / 2 + 0.01, w / 2 - 0.01, y0 + 0.02, y0 + 0.2, 0.04, h * 0.26, "body", 0.008),
        slab(-w * 0.46, w * 0.46, y0 + 0.05, d / 2 - 0.02, 0, 0.06, "dark", 0.004),
    ]
    xs = w * 0.2
    z0, z1 = h * 0.27, h - 0.125
    pieces += [
        slab(xs, w / 2 - 0.015, y0 + 0.005, y0 + 0.2, z0 - 0.02, z1 + 0.01, "dark", 0.006),
        slab(-w / 2 + 0.02, xs, y0 + 0.175, y0 + 0.195, z0, z1, "white", 0.001),
        slab(-w / 2 + 0.02, xs + 0.003, y0 + 0.008, y0 + 0.014, z0 - 0.005, z1 + 0.006, "glass", 0),
        slab(-w / 2 + 0.03, xs - 0.01, y0 + 0.04, y0 + 0.06, z1 - 0.012, z1 + 0.002, "light", 0),
    ]
    xc = (xs + w / 2 - 0.015) / 2
    pieces += [
        display(xc - 0.05, xc + 0.05, h * 0.68, h * 0.73, y0 + 0.005),
        *[
            slab(
                xc + i * 0.032 - 0.012,
                xc + i * 0.032 + 0.012,
                y0 - 0.001,
                y0 + 0.007,
                h * 0.53 + j * 0.032,
                h * 0.53 + j * 0.032 + 0.024,
                "pale",
                0.001,
            )
            for i in (-1, 0, 1)
            for j in range(4)
        ],
        slab(xc - 0.04, xc + 0.04, y0 - 0.004, y0 + 0.007, h * 0.43, h * 0.46, "metal", 0.003),
        slab(xc - 0.004, xc + 0.004, y0 - 0.003, y0 + 0.007, h * 0.48, h * 0.505, "metal", 0),
        slab(xc - 0.05, xc + 0.05, y0, y0 + 0.02, h * 0.3, h * 0.37, "metal", 0.006),
        opening((w * 0.6, h * 0.13), (w * 0.54, h * 0.1), 0.02, (-w * 0.15, y0 + 0.008, h * 0.16), "dark", 0.01),
        slab(-w * 0.42, w * 0.12, y0 + 0.014, y0 + 0.024, h * 0.11, h * 0.21, "grey", 0),
        slab(-w * 0.4, w * 0.4, y0 + 0.012, y0 + 0.03, h - 0.1, h - 0.025, "sign", 0.004),
    ]
    rows, n = (5, 6)
    dz = (z1 - z0 - 0.02) / rows
    for r in range(rows):
        zr = z0 + 0.01 + r * dz
        pieces.append(slab(-w / 2 + 0.02, xs, y0 + 0.05, y0 + 0.18, zr - 0.01, zr, "grey", 0))
        for i in range(n):
            x = -w / 2 + 0.05 + (i + 0.5) * (xs + w / 2 - 0.08) / n
            c = ("red", "green", "blue", "yellow", "orange", "pale")[int(rng.integers(6))]
            if p.kind == "drinks":
                pieces.append(
                    lathe(
                        [(0.024, 0), (0.027, 0.004), (0.027, dz * 0.5), (0.011, dz * 0.66), (0.011, dz * 0.74)]
                        if r > 1
                        else [(0.024, 0), (0.028, 0.005), (0.028, dz * 0.52), (0.024, dz * 0.56)],
                        (x, y0 + 0.11, zr),
                        c,
                        10,
                    )
                )
            else:
                hh = dz * (0.45 + 0.3 * rng.random())
                pieces.append(slab(x - 0.036, x + 0.036, y0 + 0.09, y0 + 0.12, zr, zr + hh, c, 0.008))
    return device(
        "vending_machine",
        p,
        pieces,
        p.colour,
        (),
        None,
        [Emitter("area", (0, y0 + 0.03, z1 - 0.03), 120, 5000, 0.2, (0, 0, -1.0))],
        sign="light",
    )


@sized(0.68, 0.85, 1.75)
class ArcadeMachineParams(Sized):
    """An arcade cabinet."""

    colour: str = colours("black", "red", "blue", "purple", "yellow")
    players: int = count(2, 1, 2, "Joysticks")


def arcade_machine(p: ArcadeMachineParams) -> Asset:
    """Profiled side panels, marquee, raked screen, deck with sticks and buttons, coin door."""
    w, d, h = p.width, p.depth, p.height
    s = np.array(
        [
            (-0.36, 0),
            (0.5, 0),
            (0.5, 0.94),
            (0.36, 1.0),
            (-0.26, 1.0),
            (-0.32, 0.9),
            (-0.1, 0.86),
            (-0.02, 0.62),
            (-0.18, 0.56),
            (-0.5, 0.5),
            (-0.5, 0.44),
            (-0.36, 0.42),
        ]
    ) * (d, h)
    t = 0.02

    def across(o: np.ndarray, x0: float, x1: float, slot: str) -> Pieces:
        return kit.rotate(kit.rotate(prism(o, x1 - x0, (0, 0, x0), slot, 0.002), "x", np.pi / 2), "z", np.pi / 2)

    core = np.array(
        [
            (-0.33, 0.03),
            (0.48, 0.03),
            (0.48, 0.92),
            (0.34, 0.98),
            (-0.24, 0.98),
            (-0.29, 0.905),
            (-0.08, 0.84),
            (0.0, 0.61),
            (-0.17, 0.545),
            (-0.48, 0.485),
            (-0.47, 0.45),
            (-0.33, 0.43),
        ]
    ) * (d, h)
    pieces: Pieces = [
        *across(s, -w / 2, -w / 2 + t, "body"),
        *across(s, w / 2 - t, w / 2, "body"),
        *across(core, -w / 2 + t - 0.001, w / 2 - t + 0.001, "dark"),
    ]

    def on(a: tuple[float, float], b: tuple[float, float], ps: Pieces) -> Pieces:
        a3, b3 = np.array(a) * (d, h), np.array(b) * (d, h)
        return kit.move(kit.rotate(ps, "x", float(np.arctan2(b3[0] - a3[0], b3[1] - a3[1])) * -1), (0, a3[0], a3[1]))

    long = float(np.hypot(0.08 * d, 0.23 * h))
    pieces += on(
        (0.0, 0.61),
        (-0.08, 0.84),
        [
            slab(-w * 0.4, w * 0.4, -0.006, 0.01, long * 0.1, long * 0.94, "screen", 0.004),
            opening((w * 0.92, long), (w * 0.78, long * 0.8), 0.012, (0, -0.01, long * 0.52), "dark", 0.02),
        ],
    )
    pieces.append(slab(-w / 2 + t, w / 2 - t, -d * 0.292, -d * 0.26, h * 0.91, h * 0.976, "sign", 0.004))
    deck: Pieces = []
    for k in range(p.players):
        x = (k - (p.players - 1) / 2) * w * 0.44 - w * 0.08
        c = ("red", "blue")[k]
        deck += [
            cylinder(0.022, 0.003, (x, 0, 0), "metal", 0.001, 18),
            bar((x, 0, 0), (x, 0, 0.05), 0.005, "chrome", 8),
            ellipsoid((0.034, 0.034, 0.034), (x, 0, 0.06), c, 14, 8),
            *[
                cylinder(
                    0.013, 0.01, (x + 0.055 + 0.034 * i, 0.012 - 0.034 * j + 0.008 * i, -0.001), c if j else "yellow", 0.003, 14
                )
                for i in range(3 if p.players == 1 else 2)
                for j in (0, 1)
            ],
        ]
    pieces += kit.move(kit.rotate(deck, "x", np.arctan2(0.06 * h, 0.31 * d)), (0, -d * 0.335, h * 0.517))
    yd = -d * 0.33
    pieces += [
        opening((w * 0.46, h * 0.2), (w * 0.4, h * 0.175), 0.008, (0, yd - 0.006, h * 0.24), "metal", 0.008),
        slab(-w * 0.2, w * 0.2, yd - 0.003, yd + 0.004, h * 0.155, h * 0.325, "black", 0),
        *[slab(x - 0.022, x + 0.022, yd - 0.008, yd, h * 0.27, h * 0.315, "red", 0.003) for x in (-w * 0.09, w * 0.09)],
        slab(-w * 0.06, w * 0.06, yd - 0.007, yd, h * 0.17, h * 0.2, "metal", 0.003),
        *[cyl((x, d * 0.44, 0.012), 0.012, 0.02, "x", "rubber", 0, 8) for x in (-w * 0.4, w * 0.4)],
    ]
    pieces += [
        slab(
            sx * w / 2 - 0.0015,
            sx * w / 2 + 0.0015,
            -d * 0.1 + 0.09 * i,
            -d * 0.1 + 0.09 * i + 0.05,
            h * 0.08,
            h * (0.78 - 0.06 * i),
            "stripe",
            0,
        )
        for sx in (-1, 1)
        for i in range(3)
    ]
    return device(
        "arcade_machine",
        p,
        pieces,
        p.colour,
        (),
        None,
        [Emitter("area", (0, -d * 0.32, h * 0.8), 40, 6500, 0.15, (0, -1.0, -0.4))],
        sign="light",
        stripe="plastic:#e0b030" if p.colour != "yellow" else "plastic:#b03028",
    )


@sized(bottle=(0.32, 0.34, 1.25), plumbed=(0.32, 0.34, 1.1))
class WaterCoolerParams(Kinded):
    """A water dispenser."""

    colour: str = colours("white", "black", "silver")


def water_cooler(p: WaterCoolerParams) -> Asset:
    """Cabinet with taps in an alcove and drip tray; a bottle upside down on top."""
    w, d, h = p.width, p.depth, p.height
    y0, zt = -d / 2 + 0.01, h * (0.7 if p.kind == "bottle" else 1.0)
    za, zb = zt * 0.66, zt * 0.9
    pieces: Pieces = [
        slab(-w / 2, w / 2, y0, d / 2, 0.01, za, "body", 0.015),
        slab(-w / 2, w / 2, y0, d / 2, zb, zt, "body", 0.015),
        slab(-w / 2, w / 2, y0 + d * 0.36, d / 2, za - 0.01, zb + 0.01, "body", 0.01),
        *[
            slab(
                s * (w / 2 - 0.02) - 0.02, s * (w / 2 - 0.02) + 0.02, y0 + 0.004, d / 2 - 0.01, za - 0.01, zb + 0.01, "body", 0.01
            )
            for s in (-1, 1)
        ],
        *grille(-w * 0.3, w * 0.3, za - 0.002, za + 0.004, y0 + 0.03, 1),
        slab(-w * 0.4, w * 0.4, y0 + 0.005, y0 + d * 0.34, za - 0.002, za + 0.006, "dark", 0.002),
        panel(w * 0.84, za * 0.8, 0.006, (0, y0 - 0.003, za * 0.52), "body", 0.01, 0.003),
        slab(w * 0.34, w * 0.36, y0 - 0.008, y0, za * 0.5, za * 0.7, "metal", 0.002),
    ]
    pieces += [
        q
        for x, c in ((-w * 0.2, "blue"), (w * 0.2, "red"))
        for q in (
            cyl((x, y0 + d * 0.37, zb - 0.035), 0.012, 0.06, "-y", "pale", 0.002, 12),
            cylinder(0.01, 0.05, (x, y0 + d * 0.37 - 0.055, zb - 0.07), "pale", 0.002, 12),
            slab(x - 0.012, x + 0.012, y0 + d * 0.37 - 0.075, y0 + d * 0.37 - 0.04, zb - 0.022, zb - 0.012, c, 0.003),
        )
    ]
    if p.kind == "bottle":
        r = w * 0.42
        z = zt - 0.004
        hb = h - z
        pieces += [
            lathe(
                [
                    (r * 0.28, 0),
                    (r * 0.3, hb * 0.06),
                    (r * 0.75, hb * 0.14),
                    (r, hb * 0.24),
                    (r, hb * 0.38),
                    (r * 0.96, hb * 0.41),
                    (r, hb * 0.44),
                    (r, hb * 0.62),
                    (r * 0.96, hb * 0.65),
                    (r, hb * 0.68),
                    (r, hb * 0.94),
                    (r * 0.9, hb),
                    (0, hb * 0.98),
                ],
                (0, 0, z),
                "bottle",
                32,
            ),
            lathe([(r * 0.5, 0), (r * 0.8, 0.02), (r * 0.7, 0.03), (r * 0.4, 0.01)], (0, 0, z), "body", 28),
        ]
    return device("water_cooler", p, pieces, p.colour, (), None, bottle="glass:#8fc4e8")


@sized(0.6, 0.65, 1.6)
class AtmParams(Sized):
    """A cash machine."""

    colour: str = colours("blue", "grey", "red", "green")


def atm(p: AtmParams) -> Asset:
    """Housing with a hooded screen, keypad shelf, card and cash slots."""
    w, d, h = p.width, p.depth, p.height
    y0 = -d / 2
    o = np.array(
        [
            (-0.34, 0),
            (0.5, 0),
            (0.5, 1.0),
            (-0.42, 1.0),
            (-0.42, 0.88),
            (-0.2, 0.84),
            (-0.12, 0.62),
            (-0.5, 0.56),
            (-0.5, 0.5),
            (-0.34, 0.44),
        ]
    ) * (d, h)
    pieces: Pieces = kit.rotate(kit.rotate(prism(o, w, (0, 0, -w / 2), "pale", 0.006), "x", np.pi / 2), "z", np.pi / 2)
    ang = -np.arctan2(0.08 * d, 0.22 * h)
    pieces += kit.move(
        kit.rotate(
            [
                slab(-w * 0.34, w * 0.2, -0.005, 0.01, 0.04, h * 0.2, "screen", 0.002),
                slab(w * 0.26, w * 0.42, -0.008, 0.01, h * 0.12, h * 0.14, "green", 0.003),
                slab(w * 0.26, w * 0.42, -0.008, 0.01, h * 0.05, h * 0.07, "dark", 0.003),
            ],
            "x",
            -ang,
        ),
        (0, -d * 0.12, h * 0.62),
    )
    pieces += kit.move(
        kit.rotate(
            [
                slab(-w * 0.2, w * 0.2, -0.07, 0.07, -0.001, 0.004, "metal", 0.002),
                *key_grid(4, 4, w * 0.36, 0.12, (0, 0, 0.004), "grey", 0.006),
            ],
            "x",
            np.arctan2(0.06 * h, 0.38 * d),
        ),
        (0, -d * 0.31, h * 0.592),
    )
    pieces += [
        slab(-w * 0.3, w * 0.3, -d * 0.345, -d * 0.33, h * 0.36, h * 0.4, "dark", 0.004),
        panel(w * 0.9, h * 0.3, 0.006, (0, -d * 0.345, h * 0.18), "body", 0.01),
        slab(-w * 0.46, w * 0.46, y0 + d * 0.075, y0 + d * 0.1, h * 0.9, h * 0.985, "body", 0.006),
        *[slab(s * w / 2 - 0.006, s * w / 2 + 0.006, -d * 0.1, d * 0.45, h * 0.02, h * 0.98, "body", 0.004) for s in (-1, 1)],
    ]
    return device("atm", p, pieces, p.colour)


@sized(case=(1.2, 0.6, 1.1), bakery=(1.3, 0.75, 1.25), fridge=(0.7, 0.65, 1.95), tall=(0.9, 0.45, 1.9))
class DisplayCaseParams(Kinded):
    """A glazed shop display."""

    colour: str = colours("black", "white", "wood", "steel")


def display_case(p: DisplayCaseParams) -> Asset:
    """Counter showcase, curved bakery counter, drinks fridge, or tall showcase; glass shelves inside."""
    w, d, h = p.width, p.depth, p.height
    y0, y1 = -d / 2, d / 2
    surf: list[Surface] = []
    if p.kind == "fridge":
        zb, zt = 0.18, h - 0.18
        t = 0.035
        pieces: Pieces = [
            slab(-w / 2, w / 2, y0 + 0.03, y1, 0.02, zb, "body", 0.008),
            slab(-w / 2, w / 2, y0 + 0.03, y1, zt, h, "body", 0.008),
            slab(-w / 2, w / 2, y1 - t, y1, zb - 0.001, zt + 0.001, "white", 0.004),
            *[
                slab(
                    s * (w / 2 - t / 2) - t / 2,
                    s * (w / 2 - t / 2) + t / 2,
                    y0 + 0.03,
                    y1 - 0.001,
                    zb - 0.001,
                    zt + 0.001,
                    "body",
                    0.004,
                )
                for s in (-1, 1)
            ],
            *grille(-w * 0.4, w * 0.4, 0.04, zb - 0.03, y0 + 0.026, 5),
            slab(-w * 0.46, w * 0.46, y0 + 0.024, y0 + 0.035, zt + 0.025, h - 0.025, "sign", 0.003),
            *[cylinder(0.02, 0.024, (x, y, 0), "rubber", 0, 8) for x in (-w * 0.42, w * 0.42) for y in (y0 + 0.08, y1 - 0.06)],
        ]
        doors = 2 if w > 0.95 else 1
        for i in range(doors):
            a, b = -w / 2 + i * w / doors + 0.003, -w / 2 + (i + 1) * w / doors - 0.003
            xm = (a + b) / 2
            pieces += [
                opening((b - a, zt - zb - 0.006), (b - a - 0.09, zt - zb - 0.1), 0.028, (xm, y0, (zb + zt) / 2), "body", 0.012),
                slab(a + 0.04, b - 0.04, y0 + 0.008, y0 + 0.014, zb + 0.045, zt - 0.045, "glass", 0),
                slab(b - 0.034, b - 0.014, y0 - 0.02, y0 + 0.002, zb + 0.5, zb + 0.9, "metal", 0.005),
            ]
        n = max(3, round((zt - zb) / 0.32))
        for i in range(n):
            z = zb + (zt - zb) * i / n + (0.006 if i else 0.002)
            pieces.append(slab(-w / 2 + t, w / 2 - t, y0 + 0.06, y1 - t, z - 0.008, z, "pale", 0.001))
            surf.append(top(-w / 2 + t, y0 + 0.07, w / 2 - t, y1 - t, z, f"shelf_{i + 1}", 0.015, (zt - zb) / n - 0.03, "in"))
        return device(
            "display_case",
            p,
            pieces,
            p.colour if p.colour != "wood" else "red",
            surf,
            None,
            [Emitter("area", (0, y0 + 0.1, zt - 0.03), 250, 5000, 0.2, (0, 0.2, -1.0))],
            sign="light",
        )
    if p.kind == "bakery":
        zb = min(0.45, h * 0.38)
        t = np.linspace(0, np.pi / 2, 8)
        k = d * 0.34
        curve = (
            [(y0 + 0.03, zb)]
            + [(y0 + 0.03 + k - k * np.cos(a), h - 0.02 - k + k * np.sin(a)) for a in t]
            + [(y1 - 0.2, h - 0.02)]
        )
        g = np.array([[(x, y, z) for y, z in curve] for x in np.linspace(w / 2 - 0.03, -w / 2 + 0.03, 3)])
        end = [(y1 - 0.05, zb), (y1 - 0.05, h - 0.02), *curve[::-1]]
        o = np.array(end)
        o = o if np.sum(o[:, 0] * np.roll(o[:, 1], -1) - o[:, 1] * np.roll(o[:, 0], -1)) > 0 else o[::-1]
        pieces = [
            slab(-w / 2, w / 2, y0, y1, 0.08, zb, "body", 0.008),
            slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.05, y1 - 0.03, 0, 0.09, "dark", 0.003),
            panel(w * 0.9, zb * 0.6, 0.006, (0, y0 - 0.004, zb * 0.58), "front", 0.01),
            kit.outward(kit.sheet(g, "glass", 0.006)),
            *kit.repeat(
                kit.rotate(kit.rotate(prism(o, 0.008, (0, 0, 0), "glass", 0), "x", np.pi / 2), "z", np.pi / 2),
                [(-w / 2 + 0.012, 0, 0), (w / 2 - 0.02, 0, 0)],
            ),
            slab(-w / 2, w / 2, y1 - 0.22, y1, h - 0.025, h, "counter", 0.004),
            slab(-w / 2 + 0.02, w / 2 - 0.02, y1 - 0.05, y1 - 0.035, zb, h - 0.02, "pale", 0),
        ]
        for i, z in enumerate((zb + 0.004, zb + (h - zb) * 0.36, zb + (h - zb) * 0.66)):
            yf = y0 + 0.07 + i * d * 0.12
            pieces += [slab(-w / 2 + 0.03, w / 2 - 0.03, yf, y1 - 0.06, z - 0.008, z, "counter" if i == 0 else "glass", 0.001)]
            surf.append(top(-w / 2 + 0.03, yf, w / 2 - 0.03, y1 - 0.06, z, f"shelf_{i + 1}", 0.02, (h - zb) * 0.3 - 0.03, "in"))
            if i:
                pieces += [
                    bar((x, y1 - 0.08, z - 0.004), (x, y1 - 0.08, z - (h - zb) * 0.3), 0.008, "metal", 8)
                    for x in (-w / 2 + 0.05, w / 2 - 0.05)
                ]
        surf.append(top(-w / 2, y1 - 0.22, w / 2, y1, h, inset=0.02))
        return device(
            "display_case",
            p,
            pieces,
            p.colour,
            surf,
            None,
            [Emitter("area", (0, 0, h - 0.06), 250, 3500, 0.25)],
            counter="stone",
            front="wood" if p.colour != "wood" else "paint",
        )
    zb = {"case": h * 0.42, "tall": 0.25}[p.kind]
    pieces = [
        slab(-w / 2, w / 2, y0, y1, 0.06, zb, "body", 0.005),
        slab(-w / 2 + 0.03, w / 2 - 0.03, y0 + 0.04, y1 - 0.03, 0, 0.07, "dark", 0.003),
    ]
    f = 0.018
    pieces += [
        slab(
            sx * (w / 2 - f / 2) - f / 2,
            sx * (w / 2 - f / 2) + f / 2,
            sy * (d / 2 - f / 2) - f / 2,
            sy * (d / 2 - f / 2) + f / 2,
            zb - 0.001,
            h - 0.02,
            "frame",
            0.002,
            "z",
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    pieces += [
        slab(-w / 2 + f, w / 2 - f, y0 + 0.005, y0 + 0.011, zb, h - 0.02, "glass", 0),
        *[
            slab(s * (w / 2 - 0.008) - 0.003, s * (w / 2 - 0.008) + 0.003, y0 + f, y1 - f, zb, h - 0.02, "glass", 0)
            for s in (-1, 1)
        ],
        slab(-w / 2 + f, w / 2 - f, y1 - 0.012, y1 - 0.004, zb, h - 0.02, "body" if p.kind == "tall" else "glass", 0),
    ]
    pieces.append(slab(-w / 2, w / 2, y0, y1, h - 0.021, h, "glass" if p.kind == "case" else "frame", 0.003))
    n = max(2, round((h - zb) / 0.36))
    for i in range(n):
        z = zb + (h - zb) * i / n + (0.004 if i == 0 else 0)
        pieces.append(slab(-w / 2 + f, w / 2 - f, y0 + 0.02, y1 - 0.02, z - 0.007, z, "lining" if i == 0 else "glass", 0))
        surf.append(top(-w / 2 + f, y0 + 0.02, w / 2 - f, y1 - 0.02, z, f"shelf_{i + 1}", 0.02, (h - zb) / n - 0.03, "in"))
    if p.kind == "case":
        surf.append(top(-w / 2, y0, w / 2, y1, h, inset=0.03))
        k = max(2, round(w / 0.6))
        for i in range(k):
            a, b = -w / 2 + 0.02 + i * (w - 0.04) / k, -w / 2 + 0.02 + (i + 1) * (w - 0.04) / k
            pieces.append(panel(b - a - 0.012, zb - 0.11, 0.006, ((a + b) / 2, y0 - 0.003, zb * 0.5 + 0.03), "body", 0.006))
    return device(
        "display_case",
        p,
        pieces,
        p.colour,
        surf,
        None,
        [Emitter("area", (0, 0, h - 0.05), 180, 3500, 0.2)],
        frame="brass" if p.style in ("classic", "midcentury") else "metal",
        lining="fabric:#5a1f2a" if p.style == "classic" else "fabric:#e6e1d6",
    )


# ---------------------------------------------------------------------------------------------- small devices


@sized(drop=(0.18, 0.18, 0.28), cylinder=(0.16, 0.16, 0.24), ball=(0.14, 0.14, 0.14))
class HumidifierParams(Kinded):
    """A humidifier or aroma diffuser."""

    colour: str = colours("white", "mint", "wood", "grey")


def humidifier(p: HumidifierParams) -> Asset:
    """Vessel over a base with a nozzle and a ring of light."""
    r, h = p.width / 2, p.height
    prof = {
        "drop": [(0.8, 0.0), (0.9, 0.02), (1.0, 0.24), (0.9, 0.5), (0.5, 0.82), (0.2, 0.95)],
        "cylinder": [(0.95, 0), (1, 0.02), (1, 0.86), (0.9, 0.94), (0.3, 0.96)],
        "ball": [(0.6, 0), (0.66, 0.02), (0.98, 0.38), (0.97, 0.6), (0.7, 0.86), (0.25, 0.95)],
    }[p.kind]
    z = [q[1] for q in prof]
    rr = [q[0] for q in prof]
    zc = 0.3
    rc = float(np.interp(zc, z, rr))
    low = [(a * r, b * h) for a, b in prof if b < zc] + [(rc * r, zc * h)]
    high = [(rc * r, zc * h + 0.004)] + [(a * r, b * h) for a, b in prof if b > zc]
    pieces: Pieces = [
        lathe(low, (0, 0, 0), "body", 28),
        lathe([(rc * r * 0.97, zc * h - 0.002), (rc * r * 0.97, zc * h + 0.006)], (0, 0, 0), "dark", 28),
        lathe(high, (0, 0, 0), "upper", 28),
        lathe([(0.2 * r, h * 0.93), (0.18 * r, h), (0.1 * r, h), (0.1 * r, h * 0.95)], (0, 0, 0), "dark", 16),
        *dots([(0, h * 0.13)], -r * 0.93, 0.008, "pale", 0.01),
    ]
    return device("humidifier", p, pieces, p.colour, (), None, upper="plastic:#f3f3ef")


@sized(twin=(0.12, 0.06, 0.16), digital=(0.18, 0.07, 0.08), cube=(0.1, 0.06, 0.1))
class AlarmClockParams(Kinded):
    """An alarm clock."""

    colour: str = colours("black", "mint", "red", "white", "wood")


def _dial(r: float, hands: float = 0.7) -> Pieces:
    out: Pieces = [
        cylinder(r, 0.003, (0, 0, 0), "face", 0.0005, 28),
        *kit.ring(slab(r * 0.8, r * 0.94, -r * 0.02, r * 0.02, 0.003, 0.0035, "dark", 0), 12),
    ]
    out += [
        *kit.rotate(slab(-r * 0.03, r * 0.03, -r * 0.1, r * 0.5, 0.004, 0.0045, "dark", 0), "z", 1.05),
        *kit.rotate(slab(-r * 0.02, r * 0.02, -r * 0.1, r * hands, 0.005, 0.0055, "dark", 0), "z", -0.9),
        cylinder(r * 0.05, 0.004, (0, 0, 0.003), "dark", 0, 8),
    ]
    return out


def alarm_clock(p: AlarmClockParams) -> Asset:
    """Twin-bell clock, digital wedge, or a small cube."""
    w, d, h = p.width, p.depth, p.height
    if p.kind == "digital":
        o = np.array([(-0.5, 0), (0.5, 0), (0.36, 1), (-0.28, 1)]) * (d, h)
        pieces: Pieces = kit.rotate(kit.rotate(prism(o, w, (0, 0, -w / 2), "body", 0.006), "x", np.pi / 2), "z", np.pi / 2)
        digits = []
        for i, x in enumerate((-0.33, -0.14, 0.14, 0.33)):
            seg = {0: "bc", 1: "abcdf", 2: "abged", 3: "abcdef"}[i]
            a, b = w * 0.06, h * 0.22
            place = {
                "a": (0, 2 * b, a, 0.0),
                "g": (0, b, a, 0.0),
                "d": (0, 0, a, 0.0),
                "b": (a, 1.5 * b, 0, b / 2),
                "c": (a, 0.5 * b, 0, b / 2),
                "f": (-a, 1.5 * b, 0, b / 2),
                "e": (-a, 0.5 * b, 0, b / 2),
            }
            for s in seg:
                cx, cz, hx, hz = place[s]
                digits.append(
                    slab(
                        w * x + cx - hx - 0.0015,
                        w * x + cx + hx + 0.0015,
                        -0.0025,
                        0.001,
                        cz + h * 0.28 - hz - 0.0015,
                        cz + h * 0.28 + hz + 0.0015,
                        "digits",
                        0,
                    )
                )
        face = [slab(-w * 0.44, w * 0.44, -0.0012, 0.003, h * 0.14, h * 0.9, "screen", 0), *digits]
        pieces += kit.move(kit.rotate(face, "x", -np.arctan2(0.22 * d, h)), (0, -d / 2, 0))
        return device("alarm_clock", p, pieces, p.colour, (), None, digits="light")
    if p.kind == "cube":
        pieces = [
            kit.box((w, d, h), (0, 0, h / 2), "body", 0.012, segments=3),
            *kit.move(upright(_dial(w * 0.4)), (0, -d / 2 + 0.001, h / 2)),
            slab(-w * 0.2, w * 0.2, -d * 0.2, d * 0.2, h - 0.002, h + 0.004, "metal", 0.002),
        ]
        return device("alarm_clock", p, pieces, p.colour, (), None, face="paper")
    r = w * 0.46
    zc = r + h * 0.1
    drum = [
        lathe(
            [
                (r * 0.86, -d * 0.45),
                (r, -d * 0.4),
                (r, d * 0.36),
                (r * 1.04, d * 0.38),
                (r * 1.04, d * 0.46),
                (r * 0.94, d * 0.47),
                (r * 0.92, d * 0.4),
                (0, d * 0.4),
            ],
            (0, 0, 0),
            "body",
            32,
        ),
        *kit.move(_dial(r * 0.91), (0, 0, d * 0.4)),
    ]
    pieces = kit.move(upright(drum), (0, 0, zc))
    for s in (-1, 1):
        pieces += [
            bar((s * r * 0.55, 0, zc - r * 0.75), (s * r * 0.78, 0, 0), 0.005, "chrome", 8, 0.004),
            *aim(
                [
                    lathe([(r * 0.38, 0), (r * 0.36, r * 0.1), (r * 0.2, r * 0.26), (0, r * 0.3)], (0, 0, 0), "bell", 18),
                    cylinder(0.003, r * 0.5, (0, 0, -r * 0.18), "chrome", 0, 6),
                ],
                (s * r * 0.52, 0, zc + r * 0.98),
                (s * 0.5, 0, 1),
            ),
        ]
    pieces += [
        pipe(
            [(-r * 0.3, 0, zc + r * 0.9), (-r * 0.3, 0, h - 0.003), (r * 0.3, 0, h - 0.003), (r * 0.3, 0, zc + r * 0.9)],
            0.0025,
            "chrome",
            0.01,
            6,
        ),
        slab(-0.004, 0.004, -0.005, 0.005, zc + r * 0.95, h * 0.92, "chrome", 0.001),
    ]
    return device("alarm_clock", p, pieces, p.colour, (), None, face="paper", bell="chrome")


@sized(0.13, 0.13, 0.045)
class SmokeDetectorParams(Sized):
    """A smoke detector."""

    form: str = choice("stepped", ("stepped", "dome", "square"), "Shape of its case")


def _plain_detector(form: str, w: float, d: float, h: float) -> Pieces:
    """A smooth dome with a gap all round, or a flat rounded square with a louvre; both with a light and a test button."""
    r = w / 2
    if form == "dome":
        t = np.linspace(0, np.pi / 2, 9)
        cap = [(r * 0.92 * np.sin(a), 0.72 * h * (1 - np.cos(a))) for a in t]
        return [
            lathe([(r, 0.84 * h), (r, h)], (0, 0, 0), "body", 36),
            cylinder(0.8 * r, 0.2 * h, (0, 0, 0.7 * h), "dark", 0.0, 32),
            lathe([*cap, (r * 0.9, 0.76 * h)], (0, 0, 0), "body", 36),
            torus(0.2 * r, 0.02 * r, (0, 0, 0.012 * h), "pale", 20, 5),
            cylinder(0.005, 0.003, (0.55 * r, 0, 0.1 * h), "green", 0, 8),
        ]
    o = rounded_rect(w, d, 0.22 * w, 6)
    rings = [(kit.inset(o, 0.06 * w), 0.0), (kit.inset(o, 0.02 * w), 0.1 * h), (o, 0.34 * h), (o, 0.5 * h)]
    return [
        loft(rings, "body"),
        prism(kit.inset(o, 0.03 * w), 0.2 * h, (0, 0, 0.45 * h), "dark", 0.0),
        prism(o, 0.38 * h, (0, 0, 0.62 * h), "body", 0.003),
        cylinder(0.12 * w, 0.004, (0, 0, -0.002), "pale", 0.001, 20),
        cylinder(0.004, 0.003, (0.28 * w, 0.28 * d, -0.001), "red", 0, 8),
    ]


def smoke_detector(p: SmokeDetectorParams) -> Asset:
    """Stepped disc under the ceiling with slots and a test light, a dome, or a flat square."""
    r, h = p.width / 2, p.height
    if p.form != "stepped":
        return device("smoke_detector", p, _plain_detector(p.form, p.width, p.depth, h), "white", origin="top")
    pieces: Pieces = [
        lathe(
            [
                (0, 0),
                (r * 0.5, 0),
                (r * 0.62, h * 0.1),
                (r * 0.72, h * 0.36),
                (r * 0.86, h * 0.46),
                (r * 0.98, h * 0.6),
                (r, h * 0.7),
                (r, h),
            ],
            (0, 0, 0),
            "body",
            32,
        ),
        *kit.ring(slab(r * 0.62, r * 0.74, -0.004, 0.004, h * 0.16, h * 0.3, "dark", 0), 16),
        cylinder(0.004, 0.003, (r * 0.3, 0, -0.001), "red", 0, 8),
    ]
    return device("smoke_detector", p, pieces, "white", origin="top")


@sized(bullet=(0.1, 0.24, 0.13), dome=(0.14, 0.14, 0.12), mounts={"ceiling": (0.14, 0.14, 0.11)})
class SecurityCameraParams(Kinded):
    """A security camera."""

    colour: str = colours("white", "black")
    mount: str


def security_camera(p: SecurityCameraParams) -> Asset:
    """Bullet on a wall bracket or a dome; hung on a wall or under the ceiling."""
    w, d, h = p.width, p.depth, p.height
    if p.mount == "ceiling":
        r = w / 2
        pieces: Pieces = [
            cylinder(r, h * 0.4, (0, 0, h * 0.6), "body", 0.006, 28),
            lathe(
                [(0, 0), (r * 0.35, h * 0.05), (r * 0.66, h * 0.24), (r * 0.8, h * 0.5), (r * 0.8, h * 0.62)],
                (0, 0, 0),
                "dome",
                24,
            ),
        ]
        return device("security_camera", p, pieces, p.colour, dome="glass:#20242a")
    if p.kind == "dome":
        pieces = [
            cyl((0, d / 2, h * 0.6), h * 0.4, d * 0.25, "-y", "body", 0.005, 24),
            slab(-w * 0.2, w * 0.2, -d * 0.2, d * 0.3, h * 0.6, h, "body", 0.015),
            lathe(
                [(0, 0), (w * 0.25, h * 0.08), (w * 0.42, h * 0.3), (w * 0.46, h * 0.6)], (0, -d * 0.5 + w * 0.46, 0), "dome", 24
            ),
            cylinder(w * 0.48, h * 0.35, (0, -d * 0.5 + w * 0.46, h * 0.58), "body", 0.008, 24),
        ]
        return device("security_camera", p, pieces, p.colour, origin="back", dome="glass:#20242a")
    body = [
        cyl((0, d * 0.1, 0), h * 0.26, d * 0.58, "-y", "body", 0.006, 22),
        cyl((0, -d * 0.478, 0), h * 0.2, 0.003, "-y", "screen", 0, 18),
        slab(-h * 0.3, h * 0.3, -d * 0.54, d * 0.06, h * 0.2, h * 0.29, "body", 0.008),
    ]
    pieces = [
        *kit.move(kit.rotate(body, "x", 0.22), (0, 0, h * 0.7)),
        cyl((0, d / 2, h * 0.35), h * 0.3, 0.018, "-y", "body", 0.004, 22),
        pipe([(0, d / 2 - 0.01, h * 0.35), (0, d * 0.15, h * 0.32), (0, 0.0, h * 0.6)], 0.011, "body", 0.03),
        slab(-0.014, 0.014, -0.02, 0.03, h * 0.4, h * 0.55, "body", 0.005),
    ]
    return device("security_camera", p, pieces, p.colour, origin="back")


@sized(camera=(0.14, 0.12, 0.1), tripod=(0.75, 0.7, 1.5), retro=(0.14, 0.08, 0.09))
class CameraParams(Kinded):
    """A photo camera, bare or on a tripod."""

    form: str = choice("hump", ("hump", "flat", "instant"), "With a prism hump, a flat finder camera, or one that prints at once")


def _camera(w: float, d: float, h: float, retro: bool) -> Pieces:
    """A camera body with its lens to -Y, standing on z = 0."""
    r = h * 0.36
    ps: Pieces = [
        kit.box((w, d * 0.42, h * 0.78), (0, d * 0.29, h * 0.39), "body", 0.01, segments=2),
        *kit.move(
            upright(
                [
                    cylinder(r, d * 0.5, (0, 0, 0), "dark", 0.003, 26),
                    cylinder(r * 1.05, d * 0.2, (0, 0, d * 0.1), "rubber", 0.003, 26),
                    cylinder(r * 0.8, 0.002, (0, 0, d * 0.5 - 0.001), "glassy", 0, 22),
                ]
            ),
            (0 if retro else w * 0.06, d * 0.06, h * 0.4),
        ),
        slab(-w * 0.2, w * 0.24, d * 0.1, d * 0.48, h * 0.75, h, "trim", 0.01),
        cylinder(w * 0.08, h * 0.1, (w * 0.36, d * 0.29, h * 0.77), "metal", 0.002, 16),
        cylinder(w * 0.05, h * 0.12, (-w * 0.36, d * 0.24, h * 0.77), "metal", 0.002, 14),
    ]
    if not retro:
        ps.append(kit.box((w * 0.2, d * 0.5, h * 0.72), (-w * 0.38, d * 0.22, h * 0.37), "rubber", 0.014, segments=2))
    return ps


def _finder_camera(w: float, d: float, h: float) -> Pieces:
    """A flat camera: metal top plate with finder windows and dials, leather body, a short lens."""
    r, zm = 0.3 * h, 0.42 * h
    lens = [
        cylinder(1.1 * r, 0.12 * d, (0, 0, 0), "metal", 0.002, 28),
        cylinder(r, 0.42 * d, (0, 0, 0), "dark", 0.003, 28),
        torus(r, 0.012 * d, (0, 0, 0.25 * d), "metal", 28, 6),
        cylinder(0.72 * r, 0.002, (0, 0, 0.42 * d - 0.001), "glassy", 0, 22),
    ]
    y0 = 0.5 * d - 0.46 * d
    return [
        prism(
            rounded_rect(w, 0.46 * d, 0.2 * d, 5) + (0, 0.27 * d), 0.66 * h, (0, 0, 0.06 * h), "body", 0.002, smooth_sides=True
        ),
        prism(rounded_rect(w, 0.46 * d, 0.2 * d, 5) + (0, 0.27 * d), 0.06 * h, (0, 0, 0), "metal", 0.002, smooth_sides=True),
        prism(
            rounded_rect(w, 0.46 * d, 0.2 * d, 5) + (0, 0.27 * d), 0.17 * h, (0, 0, 0.72 * h), "metal", 0.003, smooth_sides=True
        ),
        *kit.move(upright(lens), (0.04 * w, y0 + 0.002, zm)),
        slab(-0.4 * w, -0.24 * w, y0 - 0.002, y0 + 0.004, 0.75 * h, 0.86 * h, "glassy", 0.001),
        slab(0.22 * w, 0.32 * w, y0 - 0.002, y0 + 0.004, 0.76 * h, 0.85 * h, "glassy", 0.001),
        cylinder(0.09 * w, 0.09 * h, (0.32 * w, 0.27 * d, 0.88 * h), "metal", 0.002, 20),
        cylinder(0.035 * w, 0.12 * h, (0.16 * w, 0.24 * d, 0.88 * h), "metal", 0.002, 12),
        cylinder(0.07 * w, 0.07 * h, (-0.34 * w, 0.27 * d, 0.88 * h), "dark", 0.002, 18),
    ]


def _instant_camera(w: float, d: float, h: float) -> Pieces:
    """A wedge-shaped camera with a big lens, a flash, a coloured stripe and a picture coming out below."""
    outline = np.array(
        [(-0.5 * d, 0.0), (0.5 * d, 0.0), (0.5 * d, 0.94 * h), (0.1 * d, 0.94 * h), (-0.2 * d, 0.4 * h), (-0.5 * d, 0.28 * h)]
    )
    wedge = kit.rotate(kit.rotate(kit.outward(prism(outline, w, (0, 0, -w / 2), "body", 0.004)), "x", np.pi / 2), "z", np.pi / 2)
    face = np.arctan2(0.3 * d, 0.54 * h)
    lens = [
        cylinder(0.24 * w, 0.1 * d, (0, 0, 0), "dark", 0.003, 28),
        cylinder(0.16 * w, 0.16 * d, (0, 0, 0), "dark", 0.002, 26),
        cylinder(0.11 * w, 0.002, (0, 0, 0.16 * d), "glassy", 0, 20),
    ]
    out = [*wedge, *kit.move(kit.rotate(upright(lens), "x", -face), (0, -0.06 * d, 0.66 * h))]
    for x, wide, slot in ((-0.37 * w, 0.1 * w, "pale"), (0.37 * w, 0.08 * w, "glassy")):  # flash and finder
        out += kit.move(
            kit.rotate(box((2 * wide, 0.012 * h, 0.12 * h), (0, 0, 0), slot, 0.001), "x", -face), (x, 0.055 * d, 0.86 * h)
        )
    for k, slot in enumerate(("red", "orange", "yellow", "green", "blue")):
        x = (k - 2) * 0.03 * w
        out.append(slab(x - 0.015 * w, x + 0.015 * w, -0.503 * d, -0.49 * d, 0.02 * h, 0.27 * h, slot, 0.0))
    out.append(slab(-0.42 * w, 0.42 * w, -0.503 * d, -0.49 * d, 0.02 * h, 0.05 * h, "dark", 0.0))
    return [*out, cylinder(0.05 * w, 0.06 * h, (0.34 * w, 0.3 * d, 0.94 * h), "red", 0.002, 16)]


def camera(p: CameraParams) -> Asset:
    """Camera with lens and prism hump; or the same on a three-legged stand."""
    w, d, h = p.width, p.depth, p.height
    slots = {"glassy": "glass:#1a2140", "trim": "metal" if p.kind == "retro" else "plastic:#1c1c1e"}
    if p.kind == "camera" and p.form == "instant":
        return device("camera", p, _instant_camera(w, d, h), "cream", (), None, **slots)
    if p.kind == "camera" and p.form == "flat":
        return device("camera", p, _finder_camera(w, d, h), "leather:#1d1b1a", (), None, **slots)
    if p.kind != "tripod":
        return device(
            "camera",
            p,
            _camera(w, d, h, p.kind == "retro"),
            "leather:#2a1b12" if p.kind == "retro" else "black",
            (),
            None,
            **slots,
        )
    zc = h - 0.12
    zt = zc - 0.1
    pieces: Pieces = [
        *kit.move(_camera(0.14, 0.16, 0.11, False), (0, -0.02, zc + 0.008)),
        cylinder(0.03, 0.05, (0, 0.02, zc - 0.05), "metal", 0.004, 16),
        plate(0.06, 0.07, 0.012, (0, 0.01, zc - 0.002), "dark", 0.01),
        bar((0, 0.02, zt - 0.25), (0, 0.02, zc - 0.03), 0.013, "metal", 12),
        cylinder(0.04, 0.05, (0, 0.02, zt - 0.03), "dark", 0.006, 16),
        bar((0.02, 0.03, zc - 0.02), (0.12, 0.24, zc - 0.1), 0.007, "dark", 8),
    ]
    for a in (-np.pi / 2, np.pi / 6, 5 * np.pi / 6):
        u = np.array([np.cos(a), np.sin(a)])
        top_, foot = np.array([*(u * 0.035 + (0, 0.02)), zt]), np.array([*(u * (w * 0.5, d * 0.52)), 0.01])
        mid = top_ + (foot - top_) * 0.5
        pieces += [
            bar(tuple(top_), tuple(mid), 0.013, "dark", 10),
            bar(tuple(mid), tuple(foot), 0.009, "metal", 8),
            bar(tuple(mid - (foot - top_) * 0.03), tuple(mid + (foot - top_) * 0.02), 0.016, "dark", 10),
            ellipsoid((0.024, 0.024, 0.02), tuple(foot), "rubber", 8, 6),
            bar((0, 0.02, zt * 0.55), tuple(top_ + (foot - top_) * 0.4), 0.004, "metal", 6),
        ]
    return device("camera", p, pieces, "black", (), None, **slots)


@sized(switch=(0.085, 0.03, 0.085), socket=(0.085, 0.03, 0.085), thermostat=(0.1, 0.035, 0.1))
class WallPlateParams(Kinded):
    """A light switch, socket or thermostat."""

    colour: str = colours("white", "black", "steel", "brass")
    gangs: int = count(1, 1, 2, "Fields side by side")


def wall_plate(p: WallPlateParams) -> Asset:
    """Thin plate with rockers, sockets or a round dial."""
    w, d, h = p.width, p.depth, p.height
    y0, yb = -d / 2, d / 2
    n = max(1, round(w / h)) if p.kind != "thermostat" else 1
    pieces: Pieces = [panel(w, h, d * 0.4, (0, yb - d * 0.4, h / 2), "body", 0.008, 0.002)]
    yf = yb - d * 0.4
    for i in range(n):
        x = -w / 2 + (i + 0.5) * w / n
        if p.kind == "switch":
            for k in range(p.gangs):
                ww = h * 0.7 / p.gangs
                xx = x + (k - (p.gangs - 1) / 2) * ww
                pieces += kit.move(
                    kit.rotate(
                        slab(-ww / 2 + 0.0008, ww / 2 - 0.0008, -d * 0.42, 0.0, -h * 0.34, h * 0.34, "key", 0.002), "x", 0.07
                    ),
                    (xx, yf + 0.002, h / 2),
                )
        elif p.kind == "socket":
            pieces += [
                kit.move(
                    upright(
                        lathe(
                            [(h * 0.3, 0), (h * 0.28, d * 0.55), (h * 0.24, d * 0.55), (h * 0.22, 0.001), (0, 0.001)],
                            (0, 0, 0),
                            "key",
                            26,
                        )
                    ),
                    (x, yf + 0.001, h / 2),
                )[0],
                *dots([(x - h * 0.09, h / 2), (x + h * 0.09, h / 2)], yf - 0.0005, h * 0.03, "dark", 0.001, 10),
            ]
        else:
            pieces += [
                *dots([(x, h / 2)], yf, h * 0.4, "metal", d * 0.4, 32),
                *dots([(x, h / 2)], yf - d * 0.4, h * 0.33, "screen", d * 0.12, 32),
            ]
    if p.kind != "thermostat":
        pieces.append(slab(0, 0.001, y0, y0 + 0.001, h * 0.5, h * 0.5 + 0.001, "key", 0))
    body = {"brass": "brass", "steel": "steel"}.get(p.colour, p.colour)
    return device(
        "wall_plate",
        p,
        pieces,
        body,
        origin="back",
        key="plastic:#1c1c1e" if p.colour in ("black", "brass") else "plastic:#f2f2ee",
    )


@sized(0.3, 0.06, 0.045)
class PowerStripParams(Sized):
    """A power strip."""

    colour: str = colours("white", "black")


def power_strip(p: PowerStripParams) -> Asset:
    """Row of sockets, a lit switch, a cable."""
    w, d, h = p.width, p.depth, p.height
    bw = w * 0.86
    n = max(3, round(bw / 0.06)) - 1
    x0 = w / 2 - bw
    pieces: Pieces = [
        plate(bw, d, h * 0.9, (x0 + bw / 2, 0, 0), "body", 0.01, 0.004),
        tube(
            kit.smooth_path(
                [(x0 + 0.005, 0, h * 0.4), (x0 - 0.012, 0, h * 0.3), (-w / 2 + 0.02, d * 0.2, 0.006), (-w / 2, d * 0.4, 0.005)], 4
            ),
            0.004,
            "dark",
            6,
        ),
    ]
    for i in range(n):
        x = x0 + bw * (i + 0.6) / (n + 1)
        pieces += [
            torus(d * 0.33, 0.003, (x, 0, h * 0.9), "body", 20, 5),
            cylinder(d * 0.31, 0.001, (x, 0, h * 0.9 - 0.0004), "grey", 0, 18),
            *[cylinder(0.003, 0.001, (x + s * 0.008, 0, h * 0.9 + 0.0004), "dark", 0, 8) for s in (-1, 1)],
        ]
    xs = x0 + bw * (n + 0.55) / (n + 1)
    pieces.append(slab(xs - 0.008, xs + 0.008, -d * 0.22, d * 0.22, h * 0.88, h, "red", 0.002))
    return device("power_strip", p, pieces, p.colour)


@sized(0.22, 0.2, 0.09)
class HairDryerParams(Sized):
    """A hair dryer, lying as if set down."""

    colour: str = colours("black", "purple", "red", "mint", "white")


def hair_dryer(p: HairDryerParams) -> Asset:
    """Barrel with nozzle to the front and rear grille, handle below with keys, cord."""
    w, d, h = p.height, p.depth, p.width
    r = w * 0.46
    zc = h - r
    barrel = lathe(
        [(r * 0.62, 0), (r * 0.66, d * 0.2), (r * 0.8, d * 0.26), (r, d * 0.5), (r, d * 0.82), (r * 0.8, d * 0.94)],
        (0, 0, 0),
        "body",
        26,
    )
    pieces: Pieces = [
        *kit.move(kit.rotate(barrel, "x", -np.pi / 2), (0, -d / 2 + 0.002, zc)),
        cyl((0, -d / 2, zc), r * 0.66, d * 0.16, "y", "dark", 0.002, 22),
        cyl((0, d * 0.42, zc), r * 0.74, d * 0.05, "y", "grey", 0.003, 22),
        *[cyl((0, d * 0.47, zc), r * k, 0.003, "y", "dark", 0, 20) for k in (0.66,)],
    ]
    grip = kit.sweep(
        oval(0.04, 0.034, 16, 2.4),
        kit.smooth_path([(0, d * 0.16, zc - r * 0.5), (0, d * 0.19, zc * 0.55), (0, d * 0.24, 0.012)], 4),
        "body",
        scale=np.linspace(1.05, 0.85, 9),
    )
    pieces += [
        grip,
        slab(-0.006, 0.006, d * 0.08, d * 0.14, zc * 0.6, zc * 0.72, "pale", 0.002),
        tube(
            kit.smooth_path([(0, d * 0.24, 0.02), (0, d * 0.26, 0.004), (0.02, d * 0.36, 0.004), (-0.02, d * 0.46, 0.004)], 4),
            0.003,
            "dark",
            6,
        ),
    ]
    pieces = rest(kit.rotate(pieces, "y", np.pi / 2), "y")
    return device("hair_dryer", p, pieces, p.colour)


# ---------------------------------------------------------------------------------------------- manifest

tv_rand = sampler(TvParams, tv, free={"kind": ("pedestal", "legs", "legs")})
monitor_rand = sampler(MonitorParams, monitor, free={"kind": ("plain", "plain", "wide")})
laptop_rand = sampler(LaptopParams, laptop)
computer_rand = sampler(ComputerParams, computer, free={"kind": ("tower", "gaming")}, exact=("width",))
keyboard_rand = sampler(KeyboardParams, keyboard)
mouse_rand = sampler(MouseParams, mouse)
headphones_rand = sampler(HeadphonesParams, headphones)
webcam_rand = sampler(WebcamParams, webcam)
speaker_rand = sampler(SpeakerParams, speaker, free={"kind": ("bookshelf", "tower", "smart")})
soundbar_rand = sampler(SoundbarParams, soundbar)
game_console_rand = sampler(GameConsoleParams, game_console, free={"kind": ("flat", "upright", "tower", "retro")})
game_controller_rand = sampler(GameControllerParams, game_controller)
remote_control_rand = sampler(RemoteControlParams, remote_control)
record_player_rand = sampler(RecordPlayerParams, record_player)
radio_rand = sampler(RadioParams, radio)
phone_rand = sampler(PhoneParams, phone, free={"kind": ("desk", "rotary")})
tablet_rand = sampler(TabletParams, tablet)
router_rand = sampler(RouterParams, router)
projector_rand = sampler(ProjectorParams, projector)
printer_rand = sampler(PrinterParams, printer, free={"kind": ("desktop", "laser")})
printer_3d_rand = sampler(Printer3dParams, printer_3d)
washing_machine_rand = sampler(
    WashingMachineParams, washing_machine, free={"kind": ("front", "front", "front", "top")}, exact=("width", "depth")
)
microwave_rand = sampler(MicrowaveParams, microwave)
kettle_rand = sampler(KettleParams, kettle)
toaster_rand = sampler(ToasterParams, toaster)
coffee_machine_rand = sampler(CoffeeMachineParams, coffee_machine, free={"kind": ("drip", "espresso", "capsule")})
blender_rand = sampler(BlenderParams, blender)
stand_mixer_rand = sampler(StandMixerParams, stand_mixer)
rice_cooker_rand = sampler(RiceCookerParams, rice_cooker)
fan_rand = sampler(FanParams, fan, free={"kind": ("pedestal", "table")})
air_conditioner_rand = sampler(AirConditionerParams, air_conditioner)
heater_rand = sampler(HeaterParams, heater)
vacuum_cleaner_rand = sampler(VacuumCleanerParams, vacuum_cleaner, free={"kind": ("upright", "stick")})
iron_rand = sampler(IronParams, iron)
sewing_machine_rand = sampler(SewingMachineParams, sewing_machine)
cash_register_rand = sampler(CashRegisterParams, cash_register, free={"kind": ("screen", "keys")})
vending_machine_rand = sampler(VendingMachineParams, vending_machine)
arcade_machine_rand = sampler(ArcadeMachineParams, arcade_machine)
water_cooler_rand = sampler(WaterCoolerParams, water_cooler)
atm_rand = sampler(AtmParams, atm)
display_case_rand = sampler(DisplayCaseParams, display_case, free={"kind": ("case", "tall")})
humidifier_rand = sampler(HumidifierParams, humidifier)
alarm_clock_rand = sampler(AlarmClockParams, alarm_clock)
smoke_detector_rand = sampler(SmokeDetectorParams, smoke_detector)
security_camera_rand = sampler(SecurityCameraParams, security_camera)
camera_rand = sampler(CameraParams, camera, free={"kind": ("camera", "retro")})
wall_plate_rand = sampler(WallPlateParams, wall_plate)
power_strip_rand = sampler(PowerStripParams, power_strip)
hair_dryer_rand = sampler(HairDryerParams, hair_dryer)

_CEILING = {"mount_from_ceiling": {"mount": "ceiling"}, "ceiling_mounted": {"mount": "ceiling"}}

GENERATORS = (
    Generator(
        "tv",
        TvParams,
        tv,
        tv_rand,
        {**HUNG, "mount_floor": {"kind": "floor"}, "retro": {"kind": "crt"}, "vintage": {"kind": "crt"}, "old": {"kind": "crt"}},
    ),
    Generator(
        "monitor",
        MonitorParams,
        monitor,
        monitor_rand,
        {**HUNG, "ultrawide": {"kind": "wide"}, "wide": {"kind": "wide"}, "curved": {"kind": "wide"}},
    ),
    Generator("laptop", LaptopParams, laptop, laptop_rand, {"closed": {"height": 0.024, "depth": 0.24}}),
    Generator("computer", ComputerParams, computer, computer_rand, {"gaming": {"kind": "gaming"}, "mini": {"kind": "mini"}}),
    Generator("keyboard", KeyboardParams, keyboard, keyboard_rand, {"compact": {"kind": "compact"}}),
    Generator("mouse", MouseParams, mouse, mouse_rand, {"wireless": {"cable": False}}),
    Generator("headphones", HeadphonesParams, headphones, headphones_rand),
    Generator("webcam", WebcamParams, webcam, sampler(WebcamParams, webcam)),
    Generator("speaker", SpeakerParams, speaker, speaker_rand, {**HUNG, "smart": {"kind": "smart"}}),
    Generator("soundbar", SoundbarParams, soundbar, soundbar_rand, HUNG),
    Generator("game_console", GameConsoleParams, game_console, game_console_rand, {"retro": {"kind": "retro"}}),
    Generator("game_controller", GameControllerParams, game_controller, game_controller_rand),
    Generator("remote_control", RemoteControlParams, remote_control, remote_control_rand),
    Generator(
        "record_player",
        RecordPlayerParams,
        record_player,
        record_player_rand,
        {"open": {"kind": "open"}, "vintage": {"kind": "suitcase"}},
    ),
    Generator(
        "radio",
        RadioParams,
        radio,
        radio_rand,
        {"vintage": {"kind": "wooden"}, "retro": {"kind": "retro"}, "portable": {"kind": "boombox"}},
    ),
    Generator(
        "phone",
        PhoneParams,
        phone,
        phone_rand,
        {"vintage": {"kind": "rotary"}, "retro": {"kind": "rotary"}, "rotary": {"kind": "rotary"}},
    ),
    Generator("tablet", TabletParams, tablet, tablet_rand),
    Generator("router", RouterParams, router, router_rand, HUNG),
    Generator("projector", ProjectorParams, projector, projector_rand, _CEILING),
    Generator("printer", PrinterParams, printer, printer_rand, {"laser": {"kind": "laser"}}),
    Generator("printer_3d", Printer3dParams, printer_3d, printer_3d_rand, {"enclosed": {"kind": "closed"}}),
    Generator(
        "washing_machine",
        WashingMachineParams,
        washing_machine,
        washing_machine_rand,
        {"front_loading": {"kind": "front"}, "top_loading": {"kind": "top"}, "stacked": {"kind": "stacked"}},
    ),
    Generator("microwave", MicrowaveParams, microwave, microwave_rand, {**HUNG, "retro": {"dial": True, "colour": "mint"}}),
    Generator(
        "kettle",
        KettleParams,
        kettle,
        kettle_rand,
        {
            "glass": {"kind": "glass"},
            "gooseneck": {"kind": "gooseneck"},
            "whistling": {"kind": "stove"},
            "electric": {"kind": "jug"},
        },
    ),
    Generator("toaster", ToasterParams, toaster, toaster_rand),
    Generator(
        "coffee_machine",
        CoffeeMachineParams,
        coffee_machine,
        coffee_machine_rand,
        {
            "espresso": {"kind": "espresso"},
            "professional": {"kind": "barista"},
            "commercial": {"kind": "barista"},
            "large": {"kind": "barista"},
            "drip": {"kind": "drip"},
        },
    ),
    Generator("blender", BlenderParams, blender, blender_rand),
    Generator("stand_mixer", StandMixerParams, stand_mixer, stand_mixer_rand),
    Generator("rice_cooker", RiceCookerParams, rice_cooker, rice_cooker_rand),
    Generator("fan", FanParams, fan, fan_rand, {"tower": {"kind": "tower"}}),
    Generator("air_conditioner", AirConditionerParams, air_conditioner, air_conditioner_rand),
    Generator("heater", HeaterParams, heater, heater_rand, {"oil": {"kind": "oil"}}),
    Generator(
        "vacuum_cleaner",
        VacuumCleanerParams,
        vacuum_cleaner,
        vacuum_cleaner_rand,
        {"cordless": {"kind": "stick"}, "robot": {"kind": "robot"}},
    ),
    Generator("iron", IronParams, iron, iron_rand),
    Generator(
        "sewing_machine",
        SewingMachineParams,
        sewing_machine,
        sewing_machine_rand,
        {"vintage": {"vintage": True}, "antique": {"vintage": True}, "modern": {"vintage": False}},
    ),
    Generator(
        "cash_register",
        CashRegisterParams,
        cash_register,
        cash_register_rand,
        {"vintage": {"kind": "antique"}, "antique": {"kind": "antique"}, "modern": {"kind": "screen"}},
    ),
    Generator("vending_machine", VendingMachineParams, vending_machine, vending_machine_rand),
    Generator("arcade_machine", ArcadeMachineParams, arcade_machine, arcade_machine_rand),
    Generator("water_cooler", WaterCoolerParams, water_cooler, water_cooler_rand),
    Generator("atm", AtmParams, atm, atm_rand),
    Generator("display_case", DisplayCaseParams, display_case, display_case_rand, {"tall": {"kind": "tall"}}),
    Generator("humidifier", HumidifierParams, humidifier, humidifier_rand),
    Generator(
        "alarm_clock",
        AlarmClockParams,
        alarm_clock,
        alarm_clock_rand,
        {"digital": {"kind": "digital"}, "vintage": {"kind": "twin"}},
    ),
    Generator("smoke_detector", SmokeDetectorParams, smoke_detector, sampler(SmokeDetectorParams, smoke_detector)),
    Generator("security_camera", SecurityCameraParams, security_camera, security_camera_rand, _CEILING),
    Generator("camera", CameraParams, camera, camera_rand, {"vintage": {"kind": "retro"}}),
    Generator("wall_plate", WallPlateParams, wall_plate, wall_plate_rand, {"double": {"gangs": 2}}),
    Generator("power_strip", PowerStripParams, power_strip, power_strip_rand),
    Generator("hair_dryer", HairDryerParams, hair_dryer, hair_dryer_rand),
)
