"""Upholstered seats: sofas, armchairs, chaises longues, ottomans and bean bags."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....model.assets import Surface
from .. import kit
from ..asset import Asset, Generator, choice, count, finish, flag, length
from ..kit import Pieces
from ._soft import (
    STYLES,
    block,
    buttons,
    feet,
    free,
    grounded,
    hulls,
    leg,
    pick,
    piped,
    rail,
    ripples,
    scatter,
    seat_surface,
    settle,
    span,
    welt,
)
from .props import pressed

# ---------------------------------------------------------------------------------------------- sofa


@dataclass(frozen=True, slots=True)
class SofaParams:
    """A sofa. Sizes are overall; L and U shapes reach forward on their `side`(s)."""

    width: float = length(2.10, 1.0, 5.0, "over the arms")
    depth: float = length(0.92, 0.65, 3.4, "overall, with the return")
    height: float = length(0.82, 0.55, 1.25, "top of the back")
    style: str = choice("modern", STYLES)
    kind: str = choice("straight", ("straight", "l_shaped", "u_shaped"))
    side: str = choice("right", ("left", "right"), "where the return is, as seen from the front")
    chaise: bool = flag(True, "the return is an open chaise, else a run with its own back")
    seats: int = count(3, 1, 6, "seat cushions of the main run")
    arm: str = choice("track", ("track", "slim", "rolled", "flared", "padded", "wood", "none"))
    back: str = choice("cushions", ("cushions", "tight", "tufted", "loose"))
    foot: str = choice("tapered", ("tapered", "splayed", "block", "turned", "bun", "metal", "hairpin", "plinth"))
    seat_height: float = length(0.43, 0.33, 0.52)
    leg_height: float = length(0.13, 0.02, 0.22)
    cover: str = choice("fabric", ("fabric", "leather"))
    piping: bool = flag(True, "cords along the cushions")
    pillows: int = count(2, 0, 4, "scatter cushions")
    variant: int = count(0, 0, 9999, "unevenness of the soft parts")


def _arm(
    kind: str, x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, out: float, piping: bool, seed: int
) -> Pieces:
    """An arm between the limits; `out` is the side its outside looks to (-1 or 1)."""
    w, d, mid = x1 - x0, y1 - y0, (x0 + x1) / 2
    if kind == "wood":
        top = z1 - 0.014
        pieces: Pieces = []
        for y in (y0 + 0.05, y1 - 0.10):
            pieces.append(rail((mid, y, z0), (mid, y, top), 0.032, 0.05, "frame"))
        board = kit.rounded_rect(w, d, min(w, d) * 0.45, 4)
        pieces += kit.move([kit.prism(board, 0.028, (0, 0, 0), "frame", 0.006, "y")], (mid, (y0 + y1) / 2, top - 0.014))
        pieces.append(rail((mid, y0 + 0.05, z0 + 0.05), (mid, y1 - 0.10, z0 + 0.05), 0.028, 0.05, "frame"))
        return pieces
    if kind == "rolled":
        r = w * 0.56
        t = np.linspace(-0.75 * np.pi, np.pi, 17)
        roll = np.stack([out * (w / 2 - r) + r * np.cos(t), z1 - r + r * np.sin(t)], -1)
        inner = -out * w / 2
        foot_out = out * (w / 2 - 0.35 * w)
        outline = np.array([(inner, z0), (foot_out, z0), *roll])
        return _extrude_y(outline, mid, y0, y1, piping)
    if kind == "flared":
        outline = np.array(
            [(-0.5, 0.0), (0.2, 0.0), (0.5, 0.86), (0.42, 0.97), (0.25, 1.0), (-0.3, 1.0), (-0.45, 0.96), (-0.5, 0.86)]
        )
        pts = outline * (w, z1 - z0) + (0, z0)
        return _extrude_y(pts if out > 0 else (pts * (-1, 1))[::-1], mid, y0, y1, piping)
    if kind == "padded":
        return [
            span(
                x0,
                x1,
                y0 + 0.004,
                y1,
                z0,
                z1,
                "cover",
                round=0.075,
                bulge=(0.012, 0.02, 0.01),
                corner=3,
                detail=4,
                seed=seed,
                wrinkle=0.004,
            )
        ]
    p = [span(x0, x1, y0, y1, z0, z1, "cover", round=0.022, bulge=(0.004, 0.004, 0.006), detail=2)]
    if piping:
        cord = kit.rotate(welt(w - 0.016, z1 - z0 - 0.016, 0, 0.016, "cover"), "x", np.pi / 2)
        p += kit.move(cord, (mid, y0 + 0.006, (z0 + z1) / 2))
    return p


def _extrude_y(outline: np.ndarray, x: float, y0: float, y1: float, piping: bool) -> Pieces:
    """An (x, z) outline extruded along Y, with a cord around its front."""
    body = kit.prism(outline, y1 - y0, (0, 0, 0), "cover", 0.014, "y", smooth_sides=True)
    ps: Pieces = [body._replace(slot="cover")]
    if piping:
        ring = kit.inset(outline, 0.006)
        ps.append(kit.tube(np.column_stack([ring, np.full(len(ring), y1 - y0 - 0.006)]), 0.004, "cover", 5, closed=True))
    # prism grows along +z; turn z to -y
    turned = [p._replace(vertices=np.column_stack([p.vertices[:, 0] + x, y1 - p.vertices[:, 2], p.vertices[:, 1]])) for p in ps]
    return [kit.outward(p) for p in turned]


class _Frame:
    """Shared measures of one sofa while it is being put together."""

    def __init__(self, p: SofaParams) -> None:
        self.p = p
        self.w, self.d, self.h = p.width / 2, p.depth / 2, p.height
        self.deep = p.depth if p.kind == "straight" else float(np.clip(p.depth * 0.5, 0.80, 0.95))
        self.arm_w = {"track": 0.15, "slim": 0.085, "rolled": 0.22, "flared": 0.19, "padded": 0.24, "wood": 0.065, "none": 0.0}[
            p.arm
        ]
        self.arm_w = min(self.arm_w, p.width * 0.14)
        self.lh = p.leg_height
        self.sh = min(p.seat_height, p.height - 0.2)
        self.cushion = float(np.clip((self.sh - self.lh) * 0.52, 0.10, 0.19))
        if p.style == "midcentury":
            self.cushion = min(self.cushion, 0.13)
        self.bt = {"cushions": 0.13, "loose": 0.12, "tight": 0.19, "tufted": 0.20}[p.back]
        self.pad = {"cushions": 0.19, "loose": 0.21, "tight": 0.0, "tufted": 0.0}[p.back]
        self.arm_z = min(self.sh + (0.12 if p.arm == "padded" else 0.19), self.h - 0.03)
        if p.back == "tufted":
            self.arm_z = self.h - 0.02 if p.arm == "rolled" else self.arm_z
        self.frame_z = {"cushions": self.h - 0.07, "loose": self.h - 0.13, "tight": self.h, "tufted": self.h}[p.back]


def _back(f: _Frame, x0: float, x1: float, n: int, seed: int) -> tuple[Pieces, Pieces]:
    """The back along +Y between x0 and x1: (frame, cushions), in the frame whose rear face is y = 0, reaching to -Y."""
    p = f.p
    slot = "cover"
    if p.style == "midcentury" and p.arm == "wood":
        rails = [rail((x0, -0.03, z), (x1, -0.03, z), 0.03, 0.055, "frame") for z in (f.lh + 0.09, f.frame_z - 0.03)]
        m = max(4, round((x1 - x0) / 0.13))
        bars = [
            rail((x, -0.03, f.lh + 0.09), (x, -0.03, f.frame_z - 0.03), 0.012, 0.03, "frame")
            for x in np.linspace(x0 + 0.05, x1 - 0.05, m)
        ]
        frame: Pieces = rails + bars
    else:
        r = 0.05 if p.back in ("tight", "tufted") else 0.03
        frame = [
            span(
                x0,
                x1,
                -f.bt,
                0,
                f.lh + 0.002,
                f.frame_z,
                slot,
                round=r,
                bulge=(0, 0.006, 0.004),
                detail=4 if p.back == "tight" else 2,
            )
        ]
    pads: Pieces = []
    if p.back == "tufted":
        gx, gz = max(3, round((x1 - x0) / 0.16)), 3
        lo, hi = f.sh + 0.06, f.h - 0.07
        pts = [
            ((x0 + x1) / 2 + (i + 0.5 * (k % 2) - gx / 2 + 0.25) * (x1 - x0) / gx, -f.bt - 0.002, lo + (hi - lo) * k / (gz - 1))
            for k in range(gz)
            for i in range(gx)
        ]
        pts = [q for q in pts if x0 + 0.05 < q[0] < x1 - 0.05]
        pads += _tufts(x0 + 0.012, x1 - 0.012, f.sh - 0.02, f.h - 0.015, -f.bt + 0.02, pts)
    elif f.pad:
        gap, step = 0.006, (x1 - x0) / n
        z0, z1 = f.sh - 0.012, f.h - (0.01 if p.back == "cushions" else 0.0)
        lean = 0.16
        for i in range(n):
            a, b = x0 + i * step + gap, x0 + (i + 1) * step - gap
            size = (b - a, f.pad, z1 - z0)
            at = ((a + b) / 2, 0, size[2] / 2)
            if p.back == "loose":
                c = block(
                    size, at, slot, 0.085, (0.02, 0.035, 0.02), {"straight": 5, "l_shaped": 4}.get(p.kind, 3), 2, seed + i, 0.008
                )
                got = [c]
            else:
                got = piped(
                    size,
                    at,
                    slot,
                    p.piping,
                    0.045,
                    (0.008, 0.022, 0.012),
                    detail={"straight": 5, "l_shaped": 4}.get(p.kind, 3),
                    seed=seed + i,
                    wrinkle=0.004,
                )
            got = kit.rotate(got, "x", -lean)
            lo, hi = kit.bounds(got)
            pads += kit.move(got, (0, -f.bt + 0.035 - hi[1], z0 - lo[2]))
    return frame, pads


def _tufts(x0: float, x1: float, z0: float, z1: float, y: float, pts: list[tuple[float, float, float]]) -> Pieces:
    """A deep-buttoned panel facing -Y: swells between the buttons and dips at each."""
    nx, nz = min(72, max(24, int((x1 - x0) / 0.036))), 16
    gx, gz = np.meshgrid(np.linspace(x0, x1, nx), np.linspace(z0, z1, nz), indexing="ij")
    b = np.asarray(pts)
    dist = np.min(np.hypot(gx[..., None] - b[:, 0], gz[..., None] - b[:, 2]), -1)
    rim = np.minimum.reduce([gx - x0, x1 - gx, gz - z0, z1 - gz])
    out = 0.034 * (1 - np.exp(-((dist / 0.045) ** 1.2))) * np.clip(rim / 0.03, 0, 1) ** 0.5 + 0.012
    panel = kit.sheet(np.stack([gx, y - out - 0.012, gz], -1), "cover", 0.03)
    return [panel, *buttons(b * (1, 0, 1) + (0, y - 0.026, 0), 0.010, "cover")]


def _seat_run(f: _Frame, x0: float, x1: float, y0: float, y1: float, n: int, seed: int) -> tuple[Pieces, Pieces]:
    """The upholstered base and `n` seat cushions side by side."""
    p = f.p
    bottom = f.lh if p.foot != "plinth" else max(f.lh, 0.03)
    if p.style == "midcentury" and p.arm == "wood":
        z = f.sh - f.cushion
        base: Pieces = [rail((x0, y, z - 0.035), (x1, y, z - 0.035), 0.03, 0.07, "frame") for y in (y0 + 0.04, y1 - 0.03)]
        base += [rail((x, y0 + 0.04, z - 0.035), (x, y1 - 0.03, z - 0.035), 0.03, 0.07, "frame") for x in (x0 + 0.03, x1 - 0.03)]
        base.append(kit.slab(x0 + 0.03, x1 - 0.03, y0 + 0.04, y1 - 0.03, z - 0.02, z - 0.002, "cover", 0.003))
    else:
        base = [
            span(x0, x1, y0 + 0.012, y1, bottom, f.sh - f.cushion + 0.004, "cover", round=0.018, bulge=(0, 0.004, 0), detail=2)
        ]
    step = (x1 - x0) / n
    seats: Pieces = []
    for i in range(n):
        a, b = x0 + i * step + 0.002, x0 + (i + 1) * step - 0.002
        size = (b - a, y1 - y0, f.cushion)
        at = ((a + b) / 2, (y0 + y1) / 2, f.sh - f.cushion / 2)
        seats += piped(
            size,
            at,
            "cover",
            p.piping,
            0.04,
            (0.003, 0.012, 0.014),
            detail={"straight": 5, "l_shaped": 4}.get(p.kind, 3),
            seed=seed + 31 * i,
        )
    return base, seats


def _rot_side(pieces: Pieces, x: float, y: float) -> Pieces:
    """Turn a back (made along X, rear at y = 0) to stand on the right (+X) with its rear at x, its middle at y."""
    return kit.move(kit.rotate(pieces, "z", -np.pi / 2), (x, y, 0))


def sofa(p: SofaParams) -> Asset:
    """A sofa: base, arms, back, separate cushions, feet and scatter cushions."""
    f = _Frame(p)
    returns = {"straight": (), "l_shaped": (1 if p.side == "right" else -1,), "u_shaped": (-1, 1)}[p.kind]
    w, d = f.w, f.d
    y_back, y_main = d, d - f.deep
    edges, pieces, groups, surfaces = {}, [], [], []
    spots: list[tuple[float, float]] = []
    seats_all: Pieces = []
    arm_bottom = f.lh if p.arm != "wood" else 0.0

    def put(group: Pieces, mirror: bool = False) -> None:
        g = kit.scale(group, (-1, 1, 1)) if mirror else group
        pieces.extend(g)
        groups.append(g)

    y_seat = y_back - f.bt - max(f.pad - 0.075, 0.0)
    ret_w = min(f.deep, p.width * 0.42 if p.kind == "l_shaped" else p.width * 0.31)
    for s in (-1, 1):
        if s not in returns:
            edges[s] = w - f.arm_w + 0.002
            if p.arm != "none":
                # rear of the arm lies 2 mm inside the back's face so that no faces coincide
                put(
                    _arm(p.arm, w - f.arm_w, w, y_main + 0.006, y_back - 0.002, arm_bottom, f.arm_z, 1.0, p.piping, p.variant),
                    s < 0,
                )
            spots += [(s * (w - 0.09), y_main + 0.10), (s * (w - 0.09), y_back - 0.08)]
            continue
        edges[s] = w - ret_w
        spots += [(s * (w - 0.09), -d + 0.09), (s * (w - 0.09), y_back - 0.08), (s * (w - ret_w + 0.08), -d + 0.09)]
        if p.chaise:
            inner = w - (f.arm_w if p.arm != "none" else 0.0)
            if p.arm != "none":
                put(_arm(p.arm, inner, w, y_main + 0.05, y_back - 0.002, arm_bottom, f.arm_z, 1.0, p.piping, p.variant), s < 0)
            base, seats = _seat_run(f, w - ret_w + 0.002, inner + 0.002, -d, y_seat, 1, p.variant + 7)
            put(base + seats, s < 0)
            seats_all.append(kit.scale([seats[0]], (s, 1, 1))[0])
            frame, pads = _back(f, w - ret_w + 0.003, inner + 0.002, 1, p.variant + 11)
            put(kit.move(frame + pads, (0, y_back, 0)), s < 0)
            continue
        arm = f.arm_w if p.arm not in ("none", "wood") else 0.0
        length_r = p.depth - arm
        x_seat = w - f.bt - max(f.pad - 0.075, 0.0)
        n = max(1, round((length_r - f.deep) / 0.72))
        base, seats = _seat_run(f, w - ret_w + 0.002, x_seat, y_back - f.deep + 0.002, y_seat, 1, p.variant + 7)
        base2: Pieces = []
        seats2: Pieces = []
        step = (length_r - f.deep) / n
        for i in range(n):
            b2, s2 = _seat_run(
                f, w - ret_w + 0.002, x_seat, -d + arm + i * step, -d + arm + (i + 1) * step - 0.003, 1, p.variant + 9 + i
            )
            base2 += b2
            seats2 += s2
            seats_all.append(kit.scale([s2[0]], (s, 1, 1))[0])
        put(base + seats + base2 + seats2, s < 0)
        frame, pads = _back(f, -length_r / 2, length_r / 2 - f.bt + 0.01, n + 1, p.variant + 11)
        put(_rot_side(frame + pads, w, (y_back + arm - d) / 2 - 0.0), s < 0)
        frame, pads = _back(f, w - ret_w + 0.003, w - 0.004, 1, p.variant + 17)
        pads = [] if p.back not in ("tight", "tufted") else pads
        put(kit.move(frame + pads, (0, y_back, 0)), s < 0)
        if arm:
            side_arm = kit.rotate(
                _arm(p.arm, -arm, 0, -ret_w / 2, ret_w / 2 - 0.004, arm_bottom, f.arm_z, 1.0, p.piping, 5), "z", -np.pi / 2
            )
            lo, _ = kit.bounds(side_arm)
            put(kit.move(side_arm, (w - ret_w / 2 - 0.002, -d - lo[1], 0)), s < 0)
    a, b = -edges[-1], edges[1]
    base, seats = _seat_run(f, a, b, y_main, y_seat, p.seats, p.variant)
    put(base + seats)
    step = 3 if p.piping else 1
    seats_all = seats[::step] + seats_all
    frame, pads = _back(f, a, b, p.seats, p.variant + 3)
    put(kit.move(frame + pads, (0, y_back, 0)))
    if b - a > 1.9:
        spots += [((a + b) / 2 + 0.001, y_main + 0.10), ((a + b) / 2 + 0.001, y_back - 0.08)]
    legs = _sofa_feet(p, f, spots, y_main)
    pieces += legs
    groups.append(legs)
    taken = _pillows(p, f, a, b, y_back - f.bt - max(f.pad - 0.035, 0) - 0.01, pieces, groups)
    for i, c in enumerate(seats_all):
        if i not in taken:
            surfaces.append(seat_surface(f"seat_{i + 1}", c))
    slots = {"cover": p.cover, "accent": "fabric", "legs": "metal" if p.foot in ("metal", "hairpin") else "wood", "frame": "wood"}
    used = {q.slot for q in pieces}
    return finish(
        "sofa",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def _sofa_feet(p: SofaParams, f: _Frame, spots: list[tuple[float, float]], y_main: float) -> Pieces:
    """The feet, or a recessed plinth under straight sofas."""
    if p.arm == "wood" and p.kind == "straight":
        # the wooden arms stand on the floor themselves; two posts carry the middle of a long seat
        return [
            leg((x, y, f.sh - f.cushion - 0.03), (x, y, 0), 0.02, 0.014, "legs")
            for x in (-0.02, 0.02)
            for y in (-f.d + 0.1, f.d - 0.1)
        ]
    if p.foot == "plinth" and p.kind == "straight":
        return [kit.slab(-f.w + 0.05, f.w - 0.05, y_main + 0.05, f.d - 0.04, 0, f.lh + 0.006, "legs", 0.003)]
    kind = "block" if p.foot == "plinth" else p.foot
    return feet(kind, spots, f.lh + 0.004, "legs")


def _pillows(p: SofaParams, f: _Frame, a: float, b: float, y: float, pieces: Pieces, groups: list[Pieces]) -> set[int]:
    """Scatter cushions in the ends of the main run; returns the seats they take."""
    n = min(p.pillows, 2 if p.seats < 3 else 4)
    if p.seats < 2:
        return set()
    taken: set[int] = set()
    size = min(0.46, (p.height - f.sh) * 1.25, (b - a) / p.seats * 0.8)
    for i in range(n):
        end = 1 if i % 2 else -1
        if p.seats == 2 and end > 0:
            continue
        x = (b - size * 0.56 - 0.01 if end > 0 else a + size * 0.56 + 0.01) - end * 0.16 * (i // 2)
        s = size * (1.0, 0.96, 0.82, 0.86)[i]
        q = scatter(s, (x, 0, 0), "accent", 0.30 + 0.06 * (i // 2), end * (-0.22 + 0.1 * (i % 3)))
        _, hi = kit.bounds(q)
        q = kit.move(q, (0, y - hi[1] - 0.085 * (i // 2) + 0.06, f.sh - 0.014))
        pieces.extend(q)
        groups.append(q)
        taken.add(0 if end < 0 else p.seats - 1)
    return taken


_SOFA_LOOKS = {  # style -> arms, backs, feet with their weights
    "modern": (
        ("track", "slim", "padded", "flared"),
        (5, 3, 3, 1),
        ("cushions", "loose", "tight"),
        (5, 3, 1),
        ("metal", "tapered", "plinth", "block"),
    ),
    "classic": (
        ("rolled", "flared", "track"),
        (6, 2, 1),
        ("cushions", "tufted", "tight"),
        (4, 4, 1),
        ("turned", "bun", "tapered"),
    ),
    "rustic": (("rolled", "padded", "track"), (3, 3, 2), ("loose", "cushions"), (3, 3), ("block", "bun", "tapered")),
    "industrial": (("track", "slim"), (3, 2), ("cushions", "tufted", "tight"), (3, 2, 1), ("metal", "hairpin")),
    "midcentury": (("slim", "wood", "track", "flared"), (4, 3, 1, 1), ("cushions", "tight"), (5, 2), ("splayed", "tapered")),
}


def sofa_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A sofa drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES, (5, 2, 1, 1, 2)))
    kind = free(over, "kind", pick(rng, ("straight", "l_shaped"), (9, 1)))
    arms, aw, backs, bw, foots = _SOFA_LOOKS[style]
    arm = free(over, "arm", pick(rng, arms, aw))
    if kind != "straight" and arm == "wood":
        arm = free(over, "arm", "slim")
    back, foot = pick(rng, backs, bw), pick(rng, foots)
    if arm == "wood":
        back = "cushions"
    seats = free(over, "seats", None)
    if over.get("width") is not None:
        width = float(over["width"])
    elif kind == "straight":
        width = rng.uniform(0.62, 0.74) * (seats or pick(rng, (2, 3, 3, 3, 4))) + rng.uniform(0.2, 0.42)
    else:
        width = rng.uniform(2.4, 2.9) if kind == "l_shaped" else rng.uniform(3.0, 3.7)
    deep = rng.uniform(0.84, 0.98)
    depth = deep if kind == "straight" else rng.uniform(1.6, 1.95)
    inner = width - (0.36 if kind == "straight" else 1.12 if kind == "l_shaped" else 1.85)
    leg_height = {"plinth": rng.uniform(0.03, 0.06), "bun": rng.uniform(0.05, 0.08), "block": rng.uniform(0.04, 0.10)}.get(
        foot, rng.uniform(0.11, 0.17)
    )
    return sofa(
        settle(
            SofaParams,
            over,
            style=style,
            kind=kind,
            arm=arm,
            back=back,
            foot=foot,
            width=width,
            depth=depth,
            height=rng.uniform(0.74, 0.90),
            seats=max(1, round(inner / 0.66)),
            side=pick(rng, ("left", "right")),
            chaise=bool(rng.random() < 0.65),
            seat_height=rng.uniform(0.40, 0.45),
            leg_height=leg_height,
            cover=pick(rng, ("fabric", "leather"), (7, 2 if style != "industrial" else 8)),
            piping=bool(rng.random() < 0.6),
            pillows=int(rng.integers(0, 5)),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- armchair


@dataclass(frozen=True, slots=True)
class ArmchairParams:
    """An upholstered chair for one."""

    width: float = length(0.80, 0.50, 1.40)
    depth: float = length(0.84, 0.55, 1.40)
    height: float = length(0.86, 0.55, 1.30)
    style: str = choice("modern", STYLES)
    kind: str = choice("club", ("club", "wing", "tub", "wood", "slipper", "recliner"))
    arm: str = choice("track", ("track", "slim", "rolled", "flared", "padded"), "of the club kind")
    back: str = choice("cushions", ("cushions", "tight", "tufted"))
    foot: str = choice("tapered", ("tapered", "splayed", "turned", "bun", "metal", "swivel"))
    seat_height: float = length(0.43, 0.33, 0.52)
    cover: str = choice("fabric", ("fabric", "leather"))
    piping: bool = flag(True, "cords along the cushions")
    pillow: bool = flag(False, "a scatter cushion")
    variant: int = count(0, 0, 9999, "unevenness of the soft parts")


def _seat_cushion(p: ArmchairParams, x0: float, x1: float, y0: float, y1: float, thick: float) -> Pieces:
    return piped(
        (x1 - x0, y1 - y0, thick),
        ((x0 + x1) / 2, (y0 + y1) / 2, p.seat_height - thick / 2),
        "cover",
        p.piping,
        0.042,
        (0.004, 0.014, 0.014),
        detail=6,
        seed=p.variant,
    )


def _club(p: ArmchairParams) -> list[Pieces]:
    """Arms, frame and cushions as a sofa for one."""
    w, d = p.width / 2, p.depth / 2
    aw = {"track": 0.12, "slim": 0.075, "rolled": 0.18, "flared": 0.16, "padded": 0.19}[p.arm] * p.width / 0.82
    lh = {"bun": 0.06}.get(p.foot, 0.14)
    az = min(p.seat_height + 0.19, p.height - 0.03)
    bt = 0.12 if p.back == "cushions" else 0.19
    pad = 0.17 if p.back == "cushions" else 0.0
    arms = [
        kit.scale(_arm(p.arm, w - aw, w, -d + 0.006, d - 0.002, lh, az, 1.0, p.piping, p.variant), (s, 1, 1)) for s in (-1, 1)
    ]
    x = w - aw + 0.002
    base = [span(-x, x, -d + 0.012, d - 0.01, lh, p.seat_height - 0.146, "cover", round=0.018, bulge=(0, 0.004, 0), detail=2)]
    seat = _seat_cushion(p, -x + 0.003, x - 0.003, -d, d - bt - max(pad - 0.07, 0), 0.15)
    top = p.height - (0.06 if pad else 0.0)
    frame: Pieces = [span(-x, x, d - bt, d, lh, top, "cover", round=0.045, bulge=(0, 0.008, 0.004), detail=6)]
    if p.back == "tufted":
        pts = [
            (sx, 0.0, z)
            for k, z in enumerate((p.seat_height + 0.08, (p.seat_height + p.height) / 2, p.height - 0.09))
            for sx in (np.array([-1, 0, 1]) * x * 0.56 if k % 2 == 0 else np.array([-0.5, 0.5]) * x * 0.56)
        ]
        frame += kit.move(_tufts(-x + 0.01, x - 0.01, p.seat_height - 0.02, p.height - 0.02, 0.02, pts), (0, d - bt, 0))
    elif pad:
        size = (2 * x - 0.01, pad, p.height - p.seat_height + 0.012)
        got = kit.rotate(
            piped(size, (0, 0, 0), "cover", p.piping, 0.045, (0.008, 0.024, 0.012), detail=6, seed=p.variant + 1, wrinkle=0.004),
            "x",
            -0.16,
        )
        lo, hi = kit.bounds(got)
        frame += kit.move(got, (0, d - bt + 0.035 - hi[1], p.seat_height - 0.012 - lo[2]))
    return [*arms, base + seat, frame]


def _curved_wall(p: ArmchairParams, bottom: float, arm_z: float, thick: float, wrap: float) -> Pieces:
    """A padded wall around the back and sides (seen from above a horseshoe) that is highest behind."""
    w, d = p.width / 2 - thick / 2, p.depth / 2 - thick / 2
    t = np.linspace(-np.pi / 2 - wrap, np.pi / 2 + wrap, 33)
    x, y = w * np.sin(t), d * np.cos(t)
    y = np.where(np.abs(t) > np.pi / 2, -np.sin(np.abs(t) - np.pi / 2) * d * 1.15, y)
    x = np.where(np.abs(t) > np.pi / 2, np.sign(t) * w, x)
    n = np.stack([np.gradient(y), -np.gradient(x)], -1)
    n = -n / np.linalg.norm(n, axis=1, keepdims=True)
    back = np.clip(np.cos(np.clip(np.abs(t), 0, np.pi / 2)), 0, 1) ** 0.8
    top = arm_z + (p.height - arm_z) * back
    k = kit.rounded_rect(1.0, 1.0, 0.42, 4)
    bulge = np.zeros((len(t), len(k), 3))
    for i in range(len(t)):
        rr = min(0.4, 0.06 / max(top[i] - bottom, 0.1))
        prof = kit.rounded_rect(thick, top[i] - bottom, rr * (top[i] - bottom), 4)
        bulge[i, :, 0] = x[i] - n[i, 0] * (prof[:, 0] + (prof[:, 1] + (top[i] - bottom) / 2) * 0.05 * back[i])
        bulge[i, :, 1] = y[i] - n[i, 1] * (prof[:, 0] + (prof[:, 1] + (top[i] - bottom) / 2) * 0.10 * back[i])
        bulge[i, :, 2] = bottom + prof[:, 1] + (top[i] - bottom) / 2
    m = len(k)
    idx = np.arange(len(t) * m).reshape(len(t), m)
    j = np.roll(np.arange(m), -1)
    quads = np.stack([idx[:-1], idx[1:], idx[1:][:, j], idx[:-1][:, j]], -1).reshape(-1, 4)
    ends = [bulge[0].mean(0) - np.array([0, 0.022, 0]), bulge[-1].mean(0) - np.array([0, 0.022, 0])]
    v = np.concatenate([bulge.reshape(-1, 3), ends])
    faces = [*quads.tolist()]
    for row, c, rev in ((idx[0], len(v) - 2, False), (idx[-1], len(v) - 1, True)):
        for q in range(m):
            tri = [int(row[q]), int(row[j[q]]), c]
            faces.append(tri[::-1] if rev else tri)
    return [kit.outward(kit.piece(v, faces, "cover", True))]


def _tub(p: ArmchairParams) -> list[Pieces]:
    """A barrel chair: curved padded wall, round-fronted seat."""
    lh = 0.13
    thick = 0.10 * p.width / 0.8
    wall = _curved_wall(p, lh, min(p.seat_height + 0.2, p.height - 0.05), thick, 0.62)
    x, d = p.width / 2 - thick * 0.86, p.depth / 2
    base = [
        span(-x, x, -d + 0.03, d - thick, lh - 0.005, p.seat_height - 0.12, "cover", round=0.06, bulge=(0, 0.01, 0), detail=3)
    ]
    seat = _seat_cushion(p, -x + 0.004, x - 0.004, -d, d - thick - 0.02, 0.14)

    # round the corners of the seat behind, where the wall curves
    def shape(v: np.ndarray) -> np.ndarray:
        back = np.clip(v[:, 1] / (d - thick), 0, 1)
        return np.column_stack([v[:, 0] * (1 - 0.42 * back**2.2), v[:, 1:]])

    seat, base = kit.bend(seat, shape), kit.bend(base, shape)
    return [base + seat, wall]


def _wing(p: ArmchairParams) -> list[Pieces]:
    """A high back with wings, rolled or sloping arms."""
    w, d = p.width / 2, p.depth / 2
    lh, aw = 0.15, 0.13 * p.width / 0.76
    az = min(p.seat_height + 0.20, p.height - 0.25)
    x = w - aw + 0.002
    arms = [
        kit.scale(
            _arm(
                "rolled" if p.style in ("classic", "rustic") else "flared",
                w - aw,
                w,
                -d + 0.05,
                d - 0.10,
                lh,
                az,
                1.0,
                p.piping,
                3,
            ),
            (s, 1, 1),
        )
        for s in (-1, 1)
    ]
    base = [span(-x, x, -d + 0.012, d - 0.05, lh, p.seat_height - 0.136, "cover", round=0.02, bulge=(0, 0.006, 0), detail=3)]
    seat = _seat_cushion(p, -x + 0.003, x - 0.003, -d, d - 0.19, 0.14)
    tall = p.height - lh - 0.01
    back = [block((2 * x, 0.14, tall), (0, 0, tall / 2), "cover", 0.05, (0, 0.016, 0.012), 7, 3)]
    if p.back == "tufted":
        pts = [
            (sx * x, 0.0, z - lh)
            for k, z in enumerate(np.linspace(p.seat_height + 0.1, p.height - 0.12, 4))
            for sx in ((-0.55, 0.0, 0.55) if k % 2 == 0 else (-0.28, 0.28))
        ]
        back += kit.move(_tufts(-x + 0.02, x - 0.02, p.seat_height - lh - 0.01, tall - 0.03, 0.02, pts), (0, -0.07, 0))
    # the wing's silhouette in (y, z): narrow at the arm, full beside the head
    side = np.array(
        [
            (0.10, az - 0.06),
            (0.04, az - 0.02),
            (-0.06, az + 0.03),
            (-0.15, az + 0.14),
            (-0.17, p.height - 0.14),
            (-0.13, p.height - 0.045),
            (-0.03, p.height - 0.012),
            (0.06, p.height - 0.02),
            (0.10, p.height - 0.05),
        ]
    ) - (0, lh)
    side = kit.smooth_path(np.column_stack([side, np.zeros(len(side))]), 3)[:, :2]
    wing = kit.prism(side[::-1], 0.075, (0, 0, 0), "cover", 0.022, "x", smooth_sides=True)
    v = wing.vertices
    wing = kit.outward(wing._replace(vertices=np.column_stack([v[:, 2], v[:, 0], v[:, 1]])))
    wings = kit.rotate(kit.move(wing, (x - 0.045, 0, 0)), "z", -0.10, (x, 0.07, 0))
    back += wings + kit.scale(wings, (-1, 1, 1))
    back = kit.rotate(back, "x", -0.11)
    _, hi = kit.bounds(back)
    return [*arms, base + seat, kit.move(back, (0, d - hi[1], lh))]


def _wood_frame(p: ArmchairParams) -> list[Pieces]:
    """A lounge chair with a wooden frame and two loose cushions."""
    w, d, sh = p.width / 2, p.depth / 2, p.seat_height
    az = min(sh + 0.19, p.height - 0.08)
    groups: list[Pieces] = []
    for s in (-1, 1):
        x = s * (w - 0.04)
        front = leg((x, -d + 0.13, az), (x, -d + 0.07, 0), 0.020, 0.014, "frame")
        rear = leg((x, d - 0.20, az), (x, d - 0.06, 0), 0.020, 0.014, "frame")
        path = kit.smooth_path([(x, -d + 0.03, az - 0.004), (x, -d + 0.12, az + 0.008), (x, 0, az), (x, d - 0.14, az - 0.02)], 5)
        arm = kit.sweep(kit.rounded_rect(0.062, 0.026, 0.012, 3), path, "frame", scale=np.linspace(1.1, 0.8, len(path)))
        side = rail((x * 0.995, -d + 0.10, sh - 0.13), (x * 0.995, d - 0.12, sh - 0.19), 0.024, 0.055, "frame", 0.008)
        groups.append([front, rear, arm, side])
    xi = w - 0.035
    rails = [
        rail((-xi, y, z), (xi, y, z), 0.024, 0.06, "frame", 0.008) for y, z in ((-d + 0.105, sh - 0.135), (d - 0.16, sh - 0.18))
    ]
    xc = w - 0.075
    seat = kit.rotate(
        piped((2 * xc, 2 * d - 0.28, 0.115), (0, 0, 0), "cover", p.piping, 0.04, (0.004, 0.012, 0.012), seed=p.variant),
        "x",
        -0.055,
    )
    lo, hi = kit.bounds(seat)
    seat = kit.move(seat, (0, -d + 0.02 - lo[1], sh - hi[2]))
    tall = p.height - sh + 0.05
    slats = [
        rail((-xc + 0.02, 0.075, z), (xc - 0.02, 0.075, z), 0.018, 0.05, "frame", 0.007)
        for z in np.linspace(0.06, tall - 0.10, 4)
    ]
    stiles = [
        rail((sx * (xc - 0.03), 0.08, -0.16), (sx * (xc - 0.03), 0.08, tall - 0.04), 0.03, 0.026, "frame", 0.008)
        for sx in (-1, 1)
    ]
    back = [
        *slats,
        *stiles,
        *piped((2 * xc, 0.13, tall), (0, 0, tall / 2), "cover", p.piping, 0.045, (0.006, 0.018, 0.01), seed=p.variant + 3),
    ]
    back = kit.rotate(back, "x", -0.25)
    lo, hi = kit.bounds(back)
    back = kit.move(back, (0, d - hi[1], p.height - hi[2]))
    return [*groups, rails + seat, back]


def _slipper(p: ArmchairParams) -> list[Pieces]:
    """An armless chair: thick seat, gently curved back."""
    w, d, lh = p.width / 2, p.depth / 2, 0.17
    seat = piped(
        (2 * w, 2 * d - 0.06, p.seat_height - lh),
        (0, -0.03, (p.seat_height + lh) / 2),
        "cover",
        p.piping,
        0.055,
        (0.01, 0.012, 0.014),
        detail=6,
        seed=p.variant,
    )
    tall = p.height - p.seat_height + 0.07
    back: Pieces = [block((2 * w, 0.14, tall), (0, 0, tall / 2), "cover", 0.06, (0.004, 0.014, 0.01), 8, 3)]
    if p.back == "tufted":
        pts = [
            (sx * w, 0.0, z)
            for k, z in enumerate((0.16, tall / 2 + 0.04, tall - 0.08))
            for sx in ((-0.6, 0, 0.6) if k % 2 == 0 else (-0.3, 0.3))
        ]
        back += kit.move(_tufts(-w + 0.03, w - 0.03, 0.08, tall - 0.02, 0.015, pts), (0, -0.07, 0))
    else:
        # vertical channels sewn into the front of the back
        back += [
            kit.tube([(x, -0.083, 0.09), (x, -0.088, tall / 2), (x, -0.082, tall - 0.03)], 0.003, "cover", 5)
            for x in np.linspace(-w, w, 6)[1:-1]
        ]
    back = kit.bend(back, lambda v: np.column_stack([v[:, 0], v[:, 1] - 0.10 * (v[:, 0] / w) ** 2, v[:, 2]]))
    back = kit.rotate(back, "x", -0.16)
    _, hi = kit.bounds(back)
    return [seat, kit.move(back, (0, d - hi[1], p.seat_height - 0.07))]


def _recliner(p: ArmchairParams) -> list[Pieces]:
    """A plump reclining chair: bolster arms, footrest folded under the seat, layered back pads."""
    w, d, sh = p.width / 2, p.depth / 2, p.seat_height + 0.03
    aw = 0.20 * p.width / 0.9
    arms = [
        kit.scale(
            [
                span(w - aw, w, -d + 0.05, d - 0.12, 0.05, sh + 0.05, "cover", round=0.06, bulge=(0.012, 0.02, 0), corner=3),
                span(
                    w - aw - 0.008,
                    w,
                    -d + 0.03,
                    d - 0.16,
                    sh + 0.03,
                    sh + 0.15,
                    "cover",
                    round=0.055,
                    bulge=(0.008, 0.016, 0.01),
                    corner=3,
                    seed=4,
                ),
            ],
            (s, 1, 1),
        )
        for s in (-1, 1)
    ]
    x = w - aw + 0.012
    seat: Pieces = [
        span(-x, x, -d + 0.03, d - 0.22, 0.07, sh - 0.12, "cover", round=0.03, detail=3),
        span(
            -x + 0.004,
            x - 0.004,
            -d + 0.01,
            d - 0.24,
            sh - 0.15,
            sh,
            "cover",
            round=0.06,
            bulge=(0.003, 0.025, 0.014),
            seed=p.variant,
            detail=6,
        ),
        span(
            -x + 0.004,
            x - 0.004,
            -d,
            -d + 0.10,
            0.085,
            sh - 0.155,
            "cover",
            round=0.045,
            bulge=(0.003, 0.014, 0.012),
            seed=p.variant + 2,
        ),
    ]
    tall = p.height - sh + 0.10
    pads: Pieces = [block((2 * x + 0.10, 0.15, tall), (0, 0.07, tall / 2), "cover", 0.06, (0.01, 0.02, 0.015), 6, 3)]
    cuts = np.array([0.06, 0.36, 0.66, 1.0]) * tall
    for i, (a, b) in enumerate(itertools.pairwise(cuts)):
        wide = 2 * x + (0.02, 0.05, 0.07)[i]
        pads.append(
            block(
                (wide, 0.17, b - a + 0.02),
                (0, -0.035 - 0.012 * (i == 2), (a + b) / 2),
                "cover",
                0.07,
                (0.008, 0.03, 0.014),
                6,
                3,
                p.variant + i,
                0.006,
            )
        )
    pads = kit.rotate(pads, "x", -0.20)
    _lo, hi = kit.bounds(pads)
    back = kit.move(pads, (0, d - hi[1], p.height - hi[2]))
    base = [kit.slab(-w + 0.06, w - 0.06, -d + 0.10, d - 0.16, 0.0, 0.072, "legs", 0.004)]
    lever = [
        kit.bar((w - 0.004, -d + 0.28, sh - 0.10), (w + 0.012, -d + 0.28, sh - 0.10), 0.016, "legs"),
        kit.bar((w + 0.008, -d + 0.28, sh - 0.10), (w + 0.008, -d + 0.15, sh - 0.05), 0.008, "legs", 8, 0.011),
    ]
    arms[1] = arms[1] + lever
    return [*arms, seat + base, back]


def armchair(p: ArmchairParams) -> Asset:
    """An armchair of one of six constructions."""
    groups = {"club": _club, "wing": _wing, "tub": _tub, "wood": _wood_frame, "slipper": _slipper, "recliner": _recliner}[p.kind](
        p
    )
    w, d = p.width / 2, p.depth / 2
    if p.kind not in ("wood", "recliner"):
        lh = {"wing": 0.15, "tub": 0.13, "slipper": 0.17}.get(p.kind, 0.06 if p.foot == "bun" else 0.14)
        in_ = 0.11 if p.kind == "tub" else 0.075
        if p.foot == "swivel":
            stand = [
                kit.cylinder(min(w, d) * 0.62, 0.018, (0, 0, 0), "legs", 0.006, 40),
                kit.cylinder(0.04, lh + 0.02, (0, 0, 0.012), "legs"),
            ]
        else:
            stand = feet(
                "turned" if p.foot == "bun" and lh > 0.1 else p.foot,
                [(sx * (w - in_), sy * (d - in_)) for sx in (-1, 1) for sy in (-1, 1)],
                lh + 0.004,
                "legs",
            )
        groups.append(stand)
    seat = [
        q
        for g in groups
        for q in g
        if q.slot == "cover"
        and abs(float(q.vertices[:, 2].max()) - (p.seat_height + (0.03 if p.kind == "recliner" else 0))) < 0.02
    ]
    surfaces: list[Surface] = []
    if p.pillow and p.kind in ("club", "wood", "wing"):
        q = scatter(0.40, (0, 0, 0), "accent", 0.36, 0.12)
        _, hi = kit.bounds(q)
        groups.append(kit.move(q, (0, d - (0.24 if p.kind != "wing" else 0.20) - hi[1], p.seat_height - 0.012)))
    elif seat:
        surfaces = [seat_surface("seat", seat[0], 0.3, 0.004)] if p.kind != "wood" else []
    if p.kind == "wood" and not surfaces and not p.pillow:
        _lo, hi = kit.bounds(groups[2][2])
        surfaces = [Surface("seat", "on", -0.10, -0.07, 0.10, 0.03, float(hi[2]) - 0.014)]
    pieces = [q for g in groups for q in g]
    slots = {"cover": p.cover, "legs": "metal" if p.foot in ("metal", "swivel") else "wood", "frame": "wood", "accent": "fabric"}
    used = {q.slot for q in pieces}
    return finish(
        "armchair",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def armchair_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """An armchair drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES, (5, 2, 1, 1, 2)))
    kinds = {
        "modern": ("club", "tub", "slipper", "wood"),
        "classic": ("wing", "club", "tub"),
        "rustic": ("club", "wing", "wood"),
        "industrial": ("club", "tub", "wood"),
        "midcentury": ("wood", "slipper", "wing", "club", "tub"),
    }[style]
    kind = free(over, "kind", pick(rng, kinds))
    tall = over.get("height")
    if over.get("kind") is None and tall is not None and tall > 0.96:
        kind = "wing"
    size = {
        "club": (0.82, 0.86, 0.82),
        "wing": (0.76, 0.82, 1.06),
        "tub": (0.76, 0.76, 0.76),
        "wood": (0.70, 0.80, 0.82),
        "slipper": (0.62, 0.74, 0.80),
        "recliner": (0.90, 0.94, 1.02),
    }[kind]
    wide, deep, high = (s * rng.uniform(0.94, 1.07) for s in size)
    back = (
        pick(rng, ("tufted", "tight", "cushions"), (3, 2, 2))
        if style in ("classic", "industrial")
        else pick(rng, ("cushions", "tight", "tufted"), (4, 2, 1))
    )
    foot = {
        "classic": ("turned", "tapered", "bun"),
        "industrial": ("metal",),
        "midcentury": ("splayed", "tapered"),
        "rustic": ("tapered", "bun", "turned"),
    }.get(style, ("tapered", "metal", "splayed"))
    legs = "swivel" if kind == "tub" and rng.random() < 0.3 else pick(rng, foot)
    arms = {
        "classic": ("rolled", "flared"),
        "rustic": ("rolled", "padded"),
        "industrial": ("track", "slim"),
        "midcentury": ("slim", "flared"),
    }.get(style, ("track", "slim", "padded", "flared"))
    return armchair(
        settle(
            ArmchairParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=deep,
            height=high,
            arm=pick(rng, arms),
            back=back,
            foot=legs,
            seat_height=rng.uniform(0.40, 0.45),
            cover=pick(rng, ("fabric", "leather"), (6, 8 if kind == "recliner" else 2)),
            piping=bool(rng.random() < 0.6),
            pillow=bool(rng.random() < 0.3),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- chaise, deck chair, sun lounger


@dataclass(frozen=True, slots=True)
class ChaiseParams:
    """A long chair: chaise longue, deck chair or sun lounger."""

    width: float = length(0.70, 0.45, 1.1)
    depth: float = length(1.60, 0.8, 2.3)
    height: float = length(0.80, 0.28, 1.2)
    style: str = choice("modern", STYLES)
    kind: str = choice("chaise", ("chaise", "deck", "sunbed"))
    cover: str = choice("fabric", ("fabric", "leather"))
    foot: str = choice("tapered", ("tapered", "splayed", "turned", "metal"))
    variant: int = count(0, 0, 9999)


def _ribbon(profile: np.ndarray, width: float, thick: float, slot: str, channels: float = 0.0) -> Pieces:
    """A pad along a (y, z) profile: a thick band as wide as `width`, sewn across every `channels` metres."""
    path = kit.smooth_path(np.column_stack([np.zeros(len(profile)), profile]), 12)
    sec = kit.rounded_rect(width, thick, thick * 0.45, 3)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    n = max(24, int(run[-1] / 0.02))
    s = np.linspace(0, run[-1], n)
    pts = np.stack([np.interp(s, run, path[:, k]) for k in range(3)], -1)
    tangent = np.gradient(pts, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([np.zeros(n), -tangent[:, 2], tangent[:, 1]], -1)
    swell = np.ones(n) if not channels else 0.80 + 0.20 * np.abs(np.sin(np.pi * s / channels)) ** 0.6
    ends = np.clip(np.minimum(s, s[-1] - s) / (thick * 0.6), 0.0, 1) ** 0.5 * 0.55 + 0.45
    v = (
        pts[:, None]
        + np.array([1.0, 0, 0]) * sec[None, :, :1]
        + normal[:, None] * (sec[None, :, 1:] * (swell * ends)[:, None, None])
    )
    k = len(sec)
    idx = np.arange(n * k).reshape(n, k)
    j = np.roll(np.arange(k), -1)
    sides = np.stack([idx[:-1], idx[:-1][:, j], idx[1:][:, j], idx[1:]], -1).reshape(-1, 4).tolist()
    faces = [*sides, idx[0][::-1].tolist(), idx[-1].tolist()]
    flags = [True] * (len(faces) - 2) + [False, False]
    return [kit.outward(kit.piece(v.reshape(-1, 3), faces, slot, flags, "y"))]


def chaise(p: ChaiseParams) -> Asset:
    """A chaise longue, deck chair or sun lounger; head at +Y, feet at -Y."""
    w, d, h = p.width / 2, p.depth / 2, p.height
    groups: list[Pieces] = []
    surfaces: list[Surface] = []
    if p.kind == "chaise":
        sh = min(0.43, h * 0.6)
        base = [span(-w, w, -d + 0.01, d - 0.06, 0.15, sh - 0.13, "cover", round=0.03, detail=4)]
        seat = piped(
            (2 * w - 0.004, 2 * d - 0.22, 0.145),
            (0, -0.11, sh - 0.0725),
            "cover",
            True,
            0.045,
            (0.005, 0.012, 0.012),
            detail=8,
            seed=p.variant,
        )
        groups.append(base + seat)
        tall = h - sh + 0.10
        back = [block((2 * w, 0.17, tall), (0, 0, tall / 2), "cover", 0.07, (0.004, 0.02, 0.01), 6, 3, p.variant)]
        if p.style != "modern":
            pts = [
                (sx * w, 0.0, z)
                for k, z in enumerate((0.15, tall / 2, tall - 0.1))
                for sx in ((-0.55, 0, 0.55) if k % 2 == 0 else (-0.28, 0.28))
            ]
            back += kit.move(_tufts(-w + 0.03, w - 0.03, 0.09, tall - 0.03, 0.02, pts), (0, -0.085, 0))
        back = kit.rotate(back, "x", -0.28)
        _, hi = kit.bounds(back)
        groups.append(kit.move(back, (0, d - hi[1], sh - 0.10)))
        bolster = kit.rotate(
            kit.lathe(
                [
                    (0, -w * 0.8),
                    (0.05, -w * 0.8),
                    (0.075, -w * 0.77),
                    (0.085, 0),
                    (0.075, w * 0.77),
                    (0.05, w * 0.8),
                    (0, w * 0.8),
                ],
                (0, 0, 0),
                "accent",
                20,
            ),
            "y",
            np.pi / 2,
        )
        groups.append(kit.move(bolster, (0, d - 0.36, sh + 0.078)))
        groups.append(feet(p.foot, [(sx * (w - 0.07), y) for sx in (-1, 1) for y in (-d + 0.08, d - 0.14)], 0.154, "legs"))
        surfaces.append(Surface("seat", "on", -w * 0.55, -d * 0.6, w * 0.55, d * 0.25, sh - 0.003))
    elif p.kind == "deck":
        a = (-d + 0.02, 0.30 * h / 0.92)
        for s in (-1, 1):
            x = s * (w - 0.02)
            groups.append(
                [
                    *grounded(rail((x, a[0], 0.012), (x, d - 0.10, h - 0.02), 0.022, 0.045, "legs")),
                    *grounded(rail((x - s * 0.026, d - 0.02, 0.012), (x - s * 0.026, -d + 0.12, 0.42 * h), 0.022, 0.045, "legs")),
                    rail((x + 0 * s, -d + 0.22, 0.56 * h), (x, d - 0.34, 0.60 * h), 0.05, 0.022, "legs"),
                    rail((x, -d + 0.26, 0.20 * h), (x, -d + 0.28, 0.56 * h), 0.02, 0.035, "legs"),
                ]
            )
        bars = [
            kit.bar((-w + 0.02, y, z), (w - 0.02, y, z), 0.014, "legs")
            for y, z in ((-d + 0.13, 0.41 * h), (d - 0.11, h - 0.03), (d - 0.03, 0.03), (-d + 0.03, 0.03))
        ]
        sag = np.array(
            [
                (-d + 0.13, 0.41 * h + 0.014),
                (-d + 0.22, 0.36 * h),
                (-d + 0.45, 0.27 * h),
                (-0.02 * d, 0.30 * h),
                (0.45 * d, 0.58 * h),
                (d - 0.11, h - 0.014),
            ]
        )
        sling = _ribbon(sag, 2 * w - 0.11, 0.008, "cover")
        groups.append(bars + sling)
    else:
        sh = min(0.34, h * 0.7)
        up = h > 0.45
        for s in (-1, 1):
            groups.append([rail((s * (w - 0.02), -d, sh - 0.09), (s * (w - 0.02), d * 0.98, sh - 0.09), 0.035, 0.06, "legs")])
        legs = [
            leg((sx * (w - 0.05), y, sh - 0.08), (sx * (w - 0.045), y, 0), 0.024, 0.02, "legs", True)
            for sx in (-1, 1)
            for y in (-d + 0.16, d - 0.2)
        ]
        slats = [
            kit.slab(-w + 0.03, w - 0.03, y, y + 0.05, sh - 0.085, sh - 0.067, "legs", 0.003)
            for y in np.arange(-d + 0.02, d - 0.7, 0.075)
        ]
        groups.append(legs + slats)
        y1 = d - 0.72
        top = h - 0.05 if up else sh - 0.03
        prof = np.array(
            [
                (-d + 0.03, sh - 0.03),
                (-d * 0.4, sh - 0.03),
                (y1 - 0.12, sh - 0.03),
                (y1, sh - 0.012 if up else sh - 0.03),
                (y1 + 0.1, sh + 0.05 if up else sh - 0.03),
                (d - 0.05, top),
            ]
        )
        groups.append(_ribbon(prof[:3], 2 * w - 0.05, 0.07, "cover", 0.30))
        groups.append(_ribbon(prof[2:], 2 * w - 0.05, 0.07, "cover", 0.26))
        if up:
            groups.append(
                [
                    rail((sx * (w - 0.06), y1, sh - 0.065), (sx * (w - 0.06), d - 0.06, h - 0.09), 0.03, 0.022, "legs")
                    for sx in (-1, 1)
                ]
                + [
                    rail(
                        (sx * (w - 0.07), d - 0.40, sh - 0.09),
                        (sx * (w - 0.07), d - 0.22, (sh + h) / 2 + 0.03),
                        0.02,
                        0.02,
                        "legs",
                    )
                    for sx in (-1, 1)
                ]
            )
            pill = kit.rotate(kit.pillow((2 * w * 0.7, 0.24, 0.10), (0, 0, 0), "accent", 10), "x", np.arctan2(top - sh, d - y1))
            groups.append(kit.move(pill, (0, d - 0.20, top - 0.02)))
        surfaces.append(Surface("seat", "on", -w * 0.6, -d * 0.7, w * 0.6, -d * 0.15, sh + 0.0015))
    pieces = [q for g in groups for q in g]
    slots = {
        "cover": p.cover if p.kind == "chaise" else "fabric",
        "legs": "metal" if p.foot == "metal" and p.kind == "chaise" else "wood",
        "accent": "fabric",
    }
    used = {q.slot for q in pieces}
    return finish(
        "chaise",
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used},
        surfaces,
        hulls(groups),
        size=(p.width, p.depth, p.height),
    )


def chaise_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A long chair drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    kind = free(over, "kind", "chaise")
    size = {"chaise": (0.72, 1.58, 0.80), "deck": (0.60, 1.05, 0.92), "sunbed": (0.66, 1.92, 0.78)}[kind]
    wide, deep, high = (s * rng.uniform(0.95, 1.06) for s in size)
    foot = {"classic": "turned", "industrial": "metal", "midcentury": "splayed"}.get(style, pick(rng, ("tapered", "metal")))
    return chaise(
        settle(
            ChaiseParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=deep,
            height=high,
            foot=foot,
            cover=pick(rng, ("fabric", "leather"), (3, 1)),
            variant=int(rng.integers(0, 10000)),
        )
    )


# ---------------------------------------------------------------------------------------------- ottoman, bean bag


@dataclass(frozen=True, slots=True)
class OttomanParams:
    """A padded footstool."""

    width: float = length(0.62, 0.28, 1.6)
    depth: float = length(0.50, 0.28, 1.3)
    height: float = length(0.42, 0.2, 0.6)
    style: str = choice("modern", STYLES)
    kind: str = choice("footstool", ("footstool", "cube", "pouf", "round"))
    foot: str = choice("tapered", ("tapered", "splayed", "turned", "bun", "metal"))
    cover: str = choice("fabric", ("fabric", "leather"))
    tufted: bool = flag(False, "buttons on top")
    knitted: bool = flag(False, "a pouf of thick stitches")
    variant: int = count(0, 0, 9999)


def _pouf(p: OttomanParams) -> Pieces:
    """A round pouf: leather segments with seams, or thick knitted ribs."""
    n, m = 64, 22
    t = np.linspace(-np.pi / 2, np.pi / 2, m + 1)
    ang = np.linspace(0, 2 * np.pi, n, endpoint=False)
    flat = np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.7
    rad = np.abs(np.cos(t)) ** 0.42
    a, r = np.meshgrid(ang, rad, indexing="ij")
    z = np.broadcast_to(flat[None], a.shape)
    if p.knitted:
        rib = 0.5 + 0.5 * np.cos(16 * a + 1.1 * np.sin(z * 9))
        r = r * (1 - 0.045 * rib * np.clip(r, 0, 1))
    else:
        seam = np.abs(np.cos(4 * a)) ** 14
        r = r * (1 - 0.05 * seam * np.clip(rad[None] * 1.2 - 0.1, 0, 1))
        z = z * (1 - 0.03 * seam * np.clip(r - 0.25, 0, 1))
    g = np.stack([r * np.cos(a) * p.width / 2, r * np.sin(a) * p.depth / 2, p.height / 2 * (1 + z)], -1)
    mid = np.concatenate([g[:, 1:-1].reshape(-1, 3), [[0, 0, p.height * (0.0)], [0, 0, p.height * 0.985]]])
    k = m - 1
    idx = np.arange(n * k).reshape(n, k)
    nxt = np.roll(idx, -1, 0)
    faces = np.stack([idx[:, :-1], nxt[:, :-1], nxt[:, 1:], idx[:, 1:]], -1).reshape(-1, 4).tolist()
    faces += [[int(nxt[i, 0]), int(idx[i, 0]), n * k] for i in range(n)] + [
        [int(idx[i, -1]), int(nxt[i, -1]), n * k + 1] for i in range(n)
    ]
    out: Pieces = [kit.outward(kit.piece(mid, faces, "cover", True))]
    if not p.knitted:
        out.append(kit.cylinder(0.028, 0.012, (0, 0, p.height * 0.985 - 0.005), "cover", 0.004, 16))
    return out


def ottoman(p: OttomanParams) -> Asset:
    """A footstool, cube or pouf."""
    w, d, h = p.width, p.depth, p.height
    surf = Surface("top", "on", -w * 0.3, -d * 0.3, w * 0.3, d * 0.3, h - 0.004)
    if p.kind == "pouf":
        pieces = pressed(_pouf(p), 0.02 * h)
        surf = surf._replace(
            z=h * 0.985 + 0.002 if p.knitted else h * 0.985, x0=-w * 0.2, x1=w * 0.2, y0=-d * 0.2, y1=d * 0.2, round=True
        )
        return finish("ottoman", p, pieces, {"cover": p.cover}, [surf], None, size=(w, d, h))
    lh = 0.0 if p.kind == "cube" else 0.13 if p.foot != "bun" else 0.06
    pieces = []
    if p.kind == "cube":
        pieces += [block((w, d, h - 0.10), (0, 0, 0.02 + (h - 0.10) / 2), "cover", 0.022, (0.003, 0.003, 0), 3)]
        pieces += piped((w, d, 0.082), (0, 0, h - 0.041), "cover", True, 0.028, (0.002, 0.002, 0.010), detail=6)
        pieces += [kit.box((w - 0.06, d - 0.06, 0.03), (0, 0, 0.015), "legs", 0.003)]
    elif p.kind == "round":
        prof = [
            (0, lh),
            (0.92, lh),
            (1.0, lh + 0.02),
            (1.0, h - 0.075),
            (0.985, h - 0.066),
            (1.0, h - 0.055),
            (0.995, h - 0.03),
            (0.95, h - 0.008),
            (0.8, h - 0.002),
            (0.4, h),
            (0, h),
        ]
        q = kit.lathe([(r * 0.5, z) for r, z in prof], (0, 0, 0), "cover", 40)
        pieces += kit.scale(q, (w, d, 1))
    else:
        pieces += [block((w - 0.012, d - 0.012, h - lh - 0.11), (0, 0, lh + (h - lh - 0.11) / 2), "cover", 0.018, (0, 0, 0), 3)]
        pieces += piped((w, d, 0.125), (0, 0, h - 0.0625), "cover", True, 0.04, (0.004, 0.004, 0.012), detail=7, seed=p.variant)
        if p.tufted:
            xs, ys = max(2, round(w / 0.2)), max(2, round(d / 0.2))
            pieces += buttons(
                [((i + 0.5) / xs * w - w / 2, (j + 0.5) / ys * d - d / 2, h - 0.007) for i in range(xs) for j in range(ys)],
                0.014,
                "cover",
                "z",
            )
    if lh:
        k = 0.36 if p.kind == "round" else 0.5
        pieces += feet(
            p.foot, [(sx * (w * k - 0.06), sy * (d * k - 0.06)) for sx in (-1, 1) for sy in (-1, 1)], lh + 0.004, "legs"
        )
    slots = {"cover": p.cover, "legs": "metal" if p.foot == "metal" else "wood"}
    used = {q.slot for q in pieces}
    return finish("ottoman", p, pieces, {k: v for k, v in slots.items() if k in used}, [surf], None, size=(w, d, h))


def ottoman_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """An ottoman drawn at random; parameters given are kept."""
    style = free(over, "style", pick(rng, STYLES))
    kind = free(over, "kind", pick(rng, ("footstool", "round", "cube"), (4, 1, 1)))
    s = rng.uniform(0.9, 1.12)
    size = {
        "footstool": (0.64 * s, 0.50 * s, 0.42),
        "cube": (0.44 * s, 0.44 * s, 0.43),
        "pouf": (0.52 * s, 0.52 * s, 0.37),
        "round": (0.58 * s, 0.58 * s, 0.41),
    }[kind]
    foot = {"classic": pick(rng, ("turned", "bun")), "industrial": "metal", "midcentury": "splayed", "rustic": "bun"}.get(
        style, pick(rng, ("tapered", "metal"))
    )
    wide = free(over, "width", size[0])
    deep = wide if kind in ("cube", "pouf", "round") else size[1]
    return ottoman(
        settle(
            OttomanParams,
            over,
            style=style,
            kind=kind,
            width=wide,
            depth=deep,
            height=size[2] * rng.uniform(0.94, 1.06),
            foot=foot,
            cover=pick(rng, ("fabric", "leather"), (3, 1)),
            tufted=bool(rng.random() < 0.4),
            knitted=bool(rng.random() < 0.5),
            variant=int(rng.integers(0, 10000)),
        )
    )


@dataclass(frozen=True, slots=True)
class BeanBagParams:
    """A bean bag: drop shaped or with a high back, slumped as by use."""

    width: float = length(0.88, 0.4, 1.5)
    depth: float = length(0.92, 0.4, 1.6)
    height: float = length(0.72, 0.3, 1.2)
    style: str = choice("modern", STYLES)
    kind: str = choice("drop", ("drop", "lounger", "round"))
    cover: str = choice("fabric", ("fabric", "leather"))
    variant: int = count(0, 0, 9999, "folds")


def bean_bag(p: BeanBagParams) -> Asset:
    """A slumped sack with seams; the seat's hollow is towards -Y."""
    n, m = 72, 34
    t = np.linspace(-np.pi / 2, np.pi / 2, m + 1)[1:-1]
    ang = np.linspace(0, 2 * np.pi, n, endpoint=False)
    a, tt = np.meshgrid(ang, t, indexing="ij")
    z = (np.sin(tt) + 1) / 2
    # fat below, drawn in above
    narrow = {"drop": 0.62, "lounger": 0.40, "round": 0.25}[p.kind]
    r = np.cos(tt) ** 0.62 * (1 - narrow * z**1.4) * (1 + 0.10 * np.exp(-(((z - 0.22) / 0.16) ** 2)))
    x, y = r * np.sin(a), -r * np.cos(a)
    back = {"drop": 0.34, "lounger": 0.42, "round": 0.1}[p.kind]
    y = y + back * z**1.5
    dent = np.exp(-((x / 0.42) ** 2) - ((y + 0.26) / 0.40) ** 2)
    h = z - {"drop": 0.26, "lounger": 0.30, "round": 0.14}[p.kind] * dent * z**0.5
    f = ripples(p.variant, 0.18, 0.6, 7)
    seams = np.abs(np.cos(3 * a)) ** 30
    crease = (
        1
        + 0.020 * f(a * 0.5, z * 0.8)
        + 0.016 * f(np.cos(a) * 0.8 + 3, z * 1.6) * (1 - np.abs(2 * z - 1))
        - 0.022 * seams * np.cos(tt)
    )
    g = np.stack([x * crease * p.width / 2, y * crease * p.depth / 2, np.clip(h, 0, None) * p.height], -1)
    g[..., 2] = np.where(z < 0.03, g[..., 2] * 0.3, g[..., 2])
    poles = np.array([[0, 0, 0.0], [0, back * p.depth / 2, g[:, -1, 2].mean()]])
    v = np.concatenate([g.reshape(-1, 3), poles])
    k = len(t)
    idx = np.arange(n * k).reshape(n, k)
    nxt = np.roll(idx, -1, 0)
    faces = np.stack([idx[:, :-1], nxt[:, :-1], nxt[:, 1:], idx[:, 1:]], -1).reshape(-1, 4).tolist()
    faces += [[int(nxt[i, 0]), int(idx[i, 0]), n * k] for i in range(n)] + [
        [int(idx[i, -1]), int(nxt[i, -1]), n * k + 1] for i in range(n)
    ]
    body = kit.outward(kit.piece(v, faces, "cover", True))
    top = poles[1]
    cap = kit.lathe([(0.045, -0.012), (0.05, 0.0), (0.042, 0.010), (0.0, 0.014)], top, "cover", 16)
    return finish("bean_bag", p, [body, cap], {"cover": p.cover}, [], None, size=(p.width, p.depth, p.height))


def bean_bag_rand(rng: np.random.Generator, **over: Any) -> Asset:
    """A bean bag drawn at random; parameters given are kept."""
    kind = free(over, "kind", pick(rng, ("drop", "lounger", "round")))
    w = free(over, "width", rng.uniform(0.78, 1.0))
    high = {"drop": 0.78, "lounger": 0.84, "round": 0.62}[kind]
    return bean_bag(
        settle(
            BeanBagParams,
            over,
            kind=kind,
            width=w,
            depth=w * rng.uniform(1.0, 1.14),
            height=w * high * rng.uniform(0.94, 1.06),
            cover=pick(rng, ("fabric", "leather"), (4, 1)),
            variant=int(rng.integers(0, 10000)),
        )
    )


GENERATORS = (
    Generator(
        "sofa",
        SofaParams,
        sofa,
        sofa_rand,
        {
            "l_shaped": {"kind": "l_shaped"},
            "l-shaped": {"kind": "l_shaped"},
            "sectional": {"kind": "l_shaped"},
            "corner": {"kind": "l_shaped", "chaise": False},
            "modular": {"kind": "l_shaped"},
            "u_shaped": {"kind": "u_shaped"},
            "straight": {"kind": "straight"},
            "loveseat": {"kind": "straight", "seats": 2},
            "one_seater": {"kind": "straight", "seats": 1},
            "two_seater": {"kind": "straight", "seats": 2},
            "three_seater": {"kind": "straight", "seats": 3},
            "four_seater": {"kind": "straight", "seats": 4},
            "large": {"seats": 4},
            "small": {"kind": "straight", "seats": 2},
            "long": {"kind": "straight", "seats": 4},
            "leather": {"cover": "leather"},
            "fabric": {"cover": "fabric"},
            "velvet": {"cover": "fabric"},
            "tufted": {"back": "tufted"},
            "plush": {"arm": "padded", "back": "loose"},
            "chesterfield": {"back": "tufted", "arm": "rolled", "cover": "leather", "kind": "straight"},
            "wooden": {"arm": "wood", "kind": "straight", "style": "midcentury"},
            "with_chaise": {"kind": "l_shaped", "chaise": True},
            "with_pillows": {"pillows": 4},
            "with_cushions": {"pillows": 4},
            "low": {"leg_height": 0.04},
        },
    ),
    Generator(
        "armchair",
        ArmchairParams,
        armchair,
        armchair_rand,
        {
            "wingback": {"kind": "wing"},
            "recliner": {"kind": "recliner"},
            "round": {"kind": "tub"},
            "barrel": {"kind": "tub"},
            "swivel": {"kind": "tub", "foot": "swivel"},
            "wooden": {"kind": "wood"},
            "armless": {"kind": "slipper"},
            "leather": {"cover": "leather"},
            "fabric": {"cover": "fabric"},
            "velvet": {"cover": "fabric"},
            "tufted": {"back": "tufted"},
            "plush": {"kind": "club", "arm": "padded"},
            "with_pillow": {"pillow": True},
            "with_cushion": {"pillow": True},
        },
    ),
    Generator("chaise", ChaiseParams, chaise, chaise_rand, {"leather": {"cover": "leather"}, "fabric": {"cover": "fabric"}}),
    Generator(
        "ottoman",
        OttomanParams,
        ottoman,
        ottoman_rand,
        {
            "round": {"kind": "round"},
            "cube": {"kind": "cube"},
            "square": {"kind": "cube"},
            "rectangular": {"kind": "footstool"},
            "knitted": {"kind": "pouf", "knitted": True},
            "leather": {"cover": "leather"},
            "fabric": {"cover": "fabric"},
            "tufted": {"tufted": True},
        },
    ),
    Generator("bean_bag", BeanBagParams, bean_bag, bean_bag_rand, {"round": {"kind": "round"}, "leather": {"cover": "leather"}}),
)
