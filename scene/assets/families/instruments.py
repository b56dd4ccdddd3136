"""Musical instruments, and what stands around them: keyboards, drums, strings, winds, stands, amplifiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....model.assets import Box
from . import _make as mk
from ._things import Asset, Floats, Generator, Piece, Pieces, Rng, front, kit, loft, np, oval, pick, solid, thing, turn
from .props import chance, done, rest, rod, settle

_ALL: list[Generator] = []
PAINTS = ("#a3261f", "#1f3f73", "#1c1c1e", "#e7e1d3", "#2f6b58", "#d9a33a", "#5a2440", "#7fa6b0")
WOODS = ("#8a4f25", "#b5793c", "#5d3319", "#c99a5a", "#6e2f1a")


def _copies(one: Piece, shifts: Floats) -> Piece:
    """One piece made of many copies."""
    n, k = len(shifts), len(one.vertices)
    v = (one.vertices[None] + np.asarray(shifts)[:, None]).reshape(-1, 3)
    loops = (one.loops[None] + k * np.arange(n)[:, None]).reshape(-1)
    return kit.Piece(v, loops, np.tile(one.counts, n), np.tile(one.uvs, (n, 1)), np.tile(one.smooth, n), one.slot)


def _keys(x0: float, x1: float, y0: float, y1: float, z: float, count: int, first: int = 0) -> Pieces:
    """A keyboard: `count` white keys between x0 and x1, fronts at y0, tops at z; `first` is the first key's step in the octave."""  # noqa: E501
    w = (x1 - x0) / count
    d = y1 - y0
    out = mk.key_grid(count, 1, x1 - x0, d, ((x0 + x1) / 2, (y0 + y1) / 2, z - 0.012), "ivory", 0.012, 0.05)
    at = [i for i in range(count - 1) if (i + first) % 7 in (0, 1, 3, 4, 5)]
    one = mk.cap(0, 0, 0.56 * w, 0.62 * d, -0.004, 0.45 * w, "ebony", 0.16)
    out.append(_copies(one, np.array([(x0 + (i + 1) * w, y1 - 0.32 * d, z) for i in at])))
    return out


def _tripod(
    at: Sequence[float], height: float, spread: float, slot: str, radius: float = 0.011, yaw: float = 0.5, base: float = 0.0
) -> Pieces:
    """A stand on three legs with braces, its post rising to `height`."""
    x, y = at[0], at[1]
    hub = 0.62 * spread + base
    one = [
        kit.bar((0, 0, hub), (spread, 0, 0.012), 0.7 * radius, slot, 8),
        kit.bar((0, 0, 0.35 * hub), (0.58 * spread, 0, 0.45 * hub), 0.5 * radius, slot, 6),
        kit.cylinder(1.1 * radius, 0.024, (spread - 0.004, 0, 0), "rubber", 0.003, 10),
    ]
    out: Pieces = kit.ring(one, 3, yaw)
    out += [
        kit.bar((0, 0, 0.3 * hub), (0, 0, 0.62 * height), radius, slot, 10),
        kit.bar((0, 0, 0.6 * height), (0, 0, height), 0.7 * radius, slot, 10),
        kit.cylinder(1.7 * radius, 0.035, (0, 0, hub - 0.02), slot, 0.003, 12),
        kit.cylinder(1.6 * radius, 0.03, (0, 0, 0.61 * height), slot, 0.003, 12),
        mk.cyl((1.2 * radius, 0, 0.625 * height), 0.006, 0.025, "x", slot, 0.001, 8),
    ]
    return kit.move(out, (x, y, 0))


# ---------------------------------------------------------------------------------------------- keyboards


def _open_lid(rng: Rng, over: dict[str, Any]) -> dict[str, Any]:
    """A grand whose lid stands open is higher; otherwise as asked."""
    if over.get("kind", "grand") == "grand" and over.get("lid") is None:
        over = {
            **over,
            "lid": "open"
            if rng.random() < 0.35 and not any(over.get(k) for k in ("height", "depth", "width")) and over.get("kind")
            else "closed",
        }
    if over.get("lid") == "open" and over.get("kind") == "grand":
        over = {
            **over,
            **{
                k: over.get(k) or round(v * rng.uniform(0.95, 1.08), 3)
                for k, v in (("width", 1.52), ("depth", 1.75), ("height", 1.6))
            },
        }
    return over


@thing(
    _ALL,
    {"upright": (1.5, 0.62, 1.22), "grand": (1.52, 1.75, 1.02)},
    {"open_lid": {"lid": "open"}, "baby_grand": {"kind": "grand"}},
    0.06,
    _open_lid,
    lid=("closed", "open"),
    finish=("black", "wood", "black", "white"),
)
def piano(p: Any) -> Asset:  # noqa: C901 - two instruments in one
    """A piano with 52 white and 36 black keys: an upright with panels, desk and pedals, or a grand with rim, plate, strings and lyre."""  # noqa: E501
    rng = chance(p)
    gloss = {"black": "paint:#0d0d0f", "white": "paint:#efece5"}.get(p.finish, f"wood:{pick(rng, WOODS)}")
    slots = {
        "case": gloss,
        "ivory": "plastic:#f3efe4",
        "ebony": "plastic:#121214",
        "brass": "brass",
        "felt": "fabric:#7a1f22",
        "plate": "brass",
        "board": "wood:#c99a5a",
        "string": "steel",
        "dark": "plastic:#161617",
        "page": "paper:#f4f0e4",
    }
    if p.kind == "upright":
        w, d, h = p.width, p.depth, p.height
        hx, b = w / 2, d / 2
        zk = min(0.73, 0.64 * h)
        yb, yf = b - 0.6 * d, -b  # the body's front plane, the key bed's front
        t = 0.035
        out: Pieces = kit.mirror(
            [
                kit.slab(hx - t, hx, yb - 0.01, b - 0.01, 0.05, h - 0.028, "case", 0.005),
                kit.slab(hx - t, hx, yf + 0.005, yb, zk - 0.115, zk + 0.035, "case", 0.008),
                kit.slab(hx - t, hx, yf + 0.03, b - 0.01, 0.02, 0.085, "case", 0.006),
            ]
        )
        if p.style in ("classic", "rustic"):
            leg = kit.lathe(
                [
                    (0.022, 0.08),
                    (0.03, 0.1),
                    (0.02, 0.13),
                    (0.034, 0.3),
                    (0.042, 0.42),
                    (0.024, 0.48),
                    (0.032, 0.51),
                    (0.032, zk - 0.11),
                ],
                (hx - t / 2 - 0.008, yf + 0.07, 0),
                "case",
                18,
            )
        else:
            leg = kit.slab(hx - t - 0.004, hx - 0.004, yf + 0.035, yf + 0.1, 0.08, zk - 0.112, "case", 0.006)
        out += kit.mirror([leg, *mk.castors([(hx - 0.03, yf + 0.07), (hx - 0.03, b - 0.06)], 0.014, "dark", "brass")])
        out += [
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yb + 0.012, yb + 0.03, 0.1, zk - 0.11, "case", 0.004),
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yb - 0.006, b - 0.02, 0.05, 0.102, "case", 0.004),
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yf + 0.012, b - 0.015, zk - 0.115, zk - 0.055, "case", 0.004),
            kit.slab(-hx + t, hx - t, b - 0.03, b, 0.06, h - 0.03, "dark", 0.003),
        ]
        if p.style in ("classic", "rustic"):
            for a, c in ((-0.86 * hx, -0.06), (0.06, 0.86 * hx)):
                out.append(kit.slab(a, c, yb + 0.006, yb + 0.02, 0.16, zk - 0.17, "case", 0.006))
        ch = 0.075
        out += kit.mirror(kit.slab(hx - t - ch, hx - t + 0.001, yf + 0.02, yb + 0.02, zk - 0.06, zk + 0.012, "case", 0.006))
        out += [kit.slab(-hx + t, hx - t, yf + 0.006, yf + 0.026, zk - 0.08, zk - 0.012, "case", 0.004)]
        out += _keys(-hx + t + ch + 0.002, hx - t - ch - 0.002, yf + 0.028, yf + 0.028 + 0.148, zk, 52, 5)
        out += [kit.slab(-hx + t + ch, hx - t - ch, yf + 0.174, yf + 0.18, zk - 0.02, zk + 0.006, "felt", 0.001)]
        fall = kit.slab(-hx + t + 0.002, hx - t - 0.002, 0, 0.016, 0, 0.14, "case", 0.005)
        out += turn(fall, x=-0.22, at=(0, yf + 0.185, zk - 0.012))
        out += turn(kit.slab(-0.06, 0.06, -0.0006, 0.0004, 0.06, 0.075, "brass", 0.0), x=-0.22, at=(0, yf + 0.185, zk - 0.012))
        zu = zk + 0.12
        out += [
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yf + 0.19, yb + 0.05, zu - 0.004, zu + 0.018, "case", 0.005),
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yb + 0.02, yb + 0.04, zu + 0.014, h - 0.03, "case", 0.004),
        ]
        if h > 1.0:
            out += turn(kit.slab(-0.3 * w, 0.3 * w, 0, 0.012, 0, 0.24, "case", 0.006), x=-0.16, at=(0, yb - 0.03, zu + 0.028))
            out += [kit.slab(-0.3 * w, 0.3 * w, yb - 0.05, yb + 0.03, zu + 0.016, zu + 0.03, "case", 0.004)]
            if rng.random() < 0.6:
                for x in (-0.105, 0.105):
                    out += turn(
                        kit.slab(x - 0.104, x + 0.104, -0.003, -0.001, 0, 0.27, "page", 0.0),
                        x=-0.16,
                        at=(0, yb - 0.03, zu + 0.029),
                    )
        out += [kit.slab(-hx, hx, yb - 0.03, b, h - 0.028, h, "case", 0.006)]
        for x in (-0.075, 0.0, 0.075):
            out += [
                rod([(x, yb + 0.02, 0.07), (x, yb - 0.05, 0.066), (x, yb - 0.1, 0.052)], 0.007, "brass", 8),
                kit.box((0.03, 0.06, 0.01), (x, yb - 0.115, 0.05), "brass", 0.004),
            ]
        solids = [
            Box((-hx, yb - 0.02, 0), (hx, b, h)),
            Box((-hx, yf, zk - 0.12), (hx, yb, zk + 0.14)),
            Box((-hx, yf, 0), (-hx + t + 0.01, yb, zk)),
            Box((hx - t - 0.01, yf, 0), (hx, yb, zk)),
            Box((-0.1, yb - 0.15, 0), (0.1, yb, 0.08)),
        ]
        return mk.done("piano", p, out, slots, [mk.top(-hx, yb - 0.03, hx, b, h, "top", 0.03)], solids)
    # the grand: built in its usual proportions
    w, d = 1.5, p.depth / p.width * 1.5
    hx, yf = w / 2, -d / 2
    up = p.lid == "open"
    yk = yf + 0.27
    curve = np.array(
        [
            (0.5, yk / d),
            (0.5, -0.06),
            (0.47, 0.07),
            (0.36, 0.17),
            (0.25, 0.25),
            (0.18, 0.35),
            (0.08, 0.45),
            (-0.08, 0.495),
            (-0.25, 0.49),
            (-0.41, 0.43),
            (-0.49, 0.3),
            (-0.5, 0.16),
        ]
    ) * (w, d)
    tail = kit.smooth_path(np.column_stack([curve, np.zeros(len(curve))]), 3)[:, :2]
    tail[:, 0] = np.clip(tail[:, 0], -hx, hx)
    outline = np.concatenate([tail, [(-hx, yk)]])
    z0, z1 = 0.63, 0.97
    inner = kit.inset(outline, 0.035)
    rim = loft(
        [
            (outline, z0),
            (outline, z1 - 0.004),
            (kit.inset(outline, 0.004), z1),
            (kit.inset(outline, 0.031), z1),
            (inner, z1 - 0.004),
            (inner, z0),
        ],
        "case",
        closed=True,
    )
    rim = rim._replace(smooth=np.full(len(rim.counts), True))
    out = [
        rim,
        kit.prism(kit.inset(outline, 0.02), 0.03, (0, 0, z0 + 0.01), "case", 0.003),
        kit.prism(kit.inset(outline, 0.034), 0.012, (0, 0, z1 - 0.16), "plate" if up else "board", 0.002),
    ]
    if up:
        deep = z1 - 0.135
        xs = np.linspace(-hx + 0.1, hx - 0.1, 34)
        for x in xs:
            inside = tail[np.abs(tail[:, 0] - x) < 0.14]
            y1 = float(inside[:, 1].max() if len(inside) else 0.0) - 0.12
            if y1 > yk + 0.2:
                out.append(kit.bar((x, yk + 0.06, deep), (x * 0.98 - 0.02, y1, deep), 0.0012, "string", 4))
        out += [
            kit.slab(-hx + 0.06, hx - 0.06, yk + 0.03, yk + 0.09, deep - 0.02, deep + 0.012, "dark", 0.004),
            kit.bar((-0.35 * w, yk + 0.1, deep + 0.02), (-0.3 * w, 0.36 * d, deep + 0.02), 0.014, "plate", 8),
            kit.bar((0.05 * w, yk + 0.1, deep + 0.02), (-0.08 * w, 0.4 * d, deep + 0.02), 0.014, "plate", 8),
        ]
    out += kit.mirror(
        [
            kit.slab(hx - 0.035, hx, yf + 0.006, yk + 0.02, z0, 0.83, "case", 0.01),
            kit.slab(hx - 0.11, hx - 0.034, yf + 0.025, yk - 0.03, z0 + 0.02, 0.735, "case", 0.006),
        ]
    )
    out += [
        kit.slab(-hx + 0.03, hx - 0.03, yf + 0.01, yk + 0.03, z0 - 0.006, 0.69, "case", 0.005),
        kit.slab(-hx + 0.034, hx - 0.034, yf, yf + 0.02, z0 + 0.02, 0.705, "case", 0.004),
        kit.slab(-hx + 0.035, hx - 0.035, yk - 0.045, yk - 0.025, 0.69, 0.86, "case", 0.006),
        kit.slab(-hx + 0.034, hx - 0.034, yk - 0.03, yk + 0.02, 0.83, z1 - 0.002, "case", 0.004),
        kit.slab(-hx + 0.11, hx - 0.11, yk - 0.05, yk - 0.044, 0.7, 0.726, "felt", 0.001),
        kit.slab(-0.07, 0.07, yk - 0.0462, yk - 0.044, 0.79, 0.81, "brass", 0.0),
    ]
    out += _keys(-hx + 0.112, hx - 0.112, yf + 0.022, yk - 0.052, 0.722, 52, 5)
    lid = kit.prism(np.concatenate([tail, [(-hx, yk)]]), 0.02, (0, 0, 0), "case", 0.005)
    if up:
        a = rng.uniform(0.62, 0.72)
        lid = kit.rotate(lid, "y", -a, (-hx, 0, 0))[0]
        out += kit.move(lid, (0, 0, z1 + 0.012))
        q = np.array([hx - 0.1, 0.0, z1 - 0.02])
        out.append(kit.bar(q, (-hx + 0.84 * np.cos(a) * w * 0.98, 0.0, z1 + 0.012 + np.sin(a) * 0.84 * w), 0.009, "case", 8))
        out += turn(kit.slab(-0.33, 0.33, 0, 0.012, 0, 0.22, "case", 0.006), x=-0.3, at=(0, yk + 0.05, z1 - 0.002))
        out += [kit.slab(-0.34, 0.34, yk, yk + 0.12, z1 - 0.02, z1 - 0.001, "case", 0.004)]
    else:
        out += kit.move(lid, (0, 0, z1 + 0.002))
    for x, y in ((-hx + 0.12, yk + 0.03), (hx - 0.12, yk + 0.03), (-0.1 * w, 0.36 * d)):
        if p.style in ("classic", "rustic"):
            out.append(
                kit.lathe(
                    [
                        (0.025, 0.05),
                        (0.04, 0.07),
                        (0.028, 0.1),
                        (0.05, 0.3),
                        (0.07, 0.48),
                        (0.042, 0.53),
                        (0.062, 0.56),
                        (0.062, z0 + 0.012),
                    ],
                    (x, y, 0),
                    "case",
                    20,
                )
            )
        else:
            out.append(
                loft(
                    [
                        (kit.rounded_rect(0.07, 0.07, 0.008, 2), 0.05),
                        (kit.rounded_rect(0.12, 0.12, 0.012, 2), 0.56),
                        (kit.rounded_rect(0.13, 0.13, 0.012, 2), z0 + 0.012),
                    ],
                    "case",
                    (x, y, 0),
                )
            )
        out += mk.castors([(x, y)], 0.02, "brass", "brass")
    yl = yk + 0.05
    out += kit.mirror(kit.bar((0.03, yl, 0.13), (0.055, yl, z0 + 0.01), 0.013, "case", 10)) + [
        kit.slab(-0.13, 0.13, yl - 0.04, yl + 0.05, 0.07, 0.14, "case", 0.006),
        *[kit.bar((x, yl, 0.13), (x, yl, z0), 0.004, "brass", 6) for x in (-0.012, 0.012)],
    ]
    out += [kit.box((0.028, 0.1, 0.01), (x, yl - 0.08, 0.085), "brass", 0.004) for x in (-0.075, 0.0, 0.075)]
    out += [kit.bar((0, yl + 0.03, 0.12), (0, yl + 0.28, z0 + 0.01), 0.007, "brass", 8)]
    at = [
        Box((-hx, yf, z0 - 0.03), (hx, yk, 0.99)),
        Box((-hx, yk, z0 - 0.03), (hx, 0.12 * d, z1 + (0.0 if up else 0.025))),
        Box((-hx, 0.12 * d, z0 - 0.03), (0.34 * w, d / 2, z1 + 0.02)),
    ]
    if up:
        hi = kit.bounds(out)[1]
        at.append(Box((-hx, yk, z1), (float(hi[0]), d / 2, float(hi[2]))))
    at += [
        Box((x - 0.07, y - 0.07, 0), (x + 0.07, y + 0.07, z0))
        for x, y in ((-hx + 0.12, yk + 0.03), (hx - 0.12, yk + 0.03), (-0.1 * w, 0.36 * d))
    ] + [Box((-0.13, yl - 0.14, 0), (0.13, yl + 0.3, z0))]
    surfaces = [] if up else [mk.top(-0.4 * w, yk + 0.05, 0.3 * w, 0.08 * d, z1 + 0.022, "lid", 0.03)]
    return mk.done("piano", p, out, slots, surfaces, at)


@thing(_ALL, {"stand": (1.2, 0.4, 0.95), "desk": (0.8, 0.25, 0.09)}, legs=("x", "z"), pads=(True, False))
def synthesizer(p: Any) -> Asset:
    """A keyboard with a panel of knobs, sliders, display and wheels, on a folding stand or for a desk."""
    rng = chance(p)
    slots = {
        "body": f"plastic:{pick(rng, ('#1d1e21', '#2a2c30', '#d9dadb', '#7d1f26', '#2c4a6b'))}",
        "ivory": "plastic:#f2f1ec",
        "ebony": "plastic:#101012",
        "dark": "plastic:#0f0f11",
        "screen": "screen",
        "knob": f"plastic:{pick(rng, ('#c9ccce', '#303236', '#e8a23a'))}",
        "led": f"plastic:{pick(rng, ('#c73a30', '#37a06a', '#3d8fd0', '#e2a43a'))}",
        "end": pick(rng, ("plastic:#141416", "wood:#8a5a34")),
        "metal": "black_metal",
        "rubber": "rubber",
    }
    w, d = p.width, p.depth if p.kind == "desk" else min(p.depth, 0.36)
    th = p.height * 0.96 if p.kind == "desk" else 0.1
    z = 0.004 if p.kind == "desk" else p.height - th
    n = int(np.clip(round((w - 0.14) / 0.0235), 10, 52))
    hx, ins = w / 2, 0.1 if w > 0.7 else 0.06
    kd = min(0.145, 0.55 * d)
    yf, yk, yb = -d / 2, -d / 2 + kd + 0.008, d / 2
    side = [(yf, 0), (yb, 0), (yb, th), (yk, 0.8 * th), (yk, 0.3 * th), (yf + 0.004, 0.3 * th)]
    body = kit.outward(kit.prism(side, w - 0.02, (0, 0, 0), "body", 0.003))
    v = body.vertices
    out: Pieces = [kit.outward(body._replace(vertices=np.column_stack([v[:, 2] - w / 2 + 0.01, v[:, 0], v[:, 1]])))]
    out += kit.mirror(
        [
            kit.slab(hx - 0.016, hx, yf, yb, 0, th * 0.98, "end", 0.005),
            kit.cylinder(0.012, 0.006, (hx - 0.05, yb - 0.03, -0.004), "rubber", 0.001, 10),
            kit.cylinder(0.012, 0.006, (hx - 0.05, yf + 0.03, -0.004), "rubber", 0.001, 10),
        ]
    )
    kx0, kx1 = -hx + ins, hx - 0.018
    out += [kit.slab(-hx + 0.012, kx0 - 0.001, yf + 0.003, yk + 0.003, 0.1 * th, 0.66 * th, "body", 0.003)]
    out += _keys(kx0, kx1, yf + 0.002, yk - 0.002, 0.62 * th, n)
    for x in (-0.3, 0.3):
        out.append(
            mk.cyl(
                (-hx + 0.012 + (ins - 0.012) * (0.5 + x) - 0.006, yf + kd * 0.5, 0.62 * th), 0.022, 0.012, "x", "dark", 0.002, 18
            )
        )
    slope = float(np.arctan2(0.2 * th, yb - yk))
    face: Pieces = []
    run = float(np.hypot(yb - yk, 0.2 * th))
    if run > 0.07:
        sw = min(0.2, 0.2 * w)
        face.append(kit.slab(-sw / 2, sw / 2, 0.25 * run, 0.8 * run, -0.002, 0.0015, "screen", 0.0005))
        xs = np.linspace(-hx + 0.06, -sw / 2 - 0.03, max(2, int(w / 0.14)))
        for i, x in enumerate(xs):  # noqa: B007
            for y in (0.3, 0.7):
                face += [
                    kit.cylinder(0.0095, 0.014, (x, y * run, -0.001), "knob", 0.002, 14),
                    kit.slab(x - 0.001, x + 0.001, y * run, y * run + 0.009, 0.0125, 0.0145, "dark", 0.0),
                ]
        xs = np.linspace(sw / 2 + 0.03, sw / 2 + 0.16, 6 if w > 0.7 else 3)
        for x in xs:
            f = rng.uniform(0.3, 0.7)
            face += [
                kit.slab(x - 0.0015, x + 0.0015, 0.2 * run, 0.85 * run, -0.002, 0.0006, "dark", 0.0),
                kit.slab(x - 0.006, x + 0.006, f * run - 0.005, f * run + 0.005, 0.0, 0.008, "knob", 0.001),
            ]
        x0 = float(xs[-1]) + 0.03
        if hx - 0.03 - x0 > 0.06:
            if p.pads:
                face += mk.key_grid(
                    4,
                    2,
                    min(0.16, hx - 0.03 - x0),
                    0.6 * run,
                    ((x0 + min(x0 + 0.16, hx - 0.03)) / 2, 0.5 * run, 0),
                    "led",
                    0.004,
                    0.2,
                )
            else:
                face += mk.key_grid(8, 2, hx - 0.035 - x0, 0.4 * run, ((x0 + hx - 0.035) / 2, 0.5 * run, 0), "knob", 0.003, 0.35)
    out += kit.move(kit.rotate(face, "x", slope), (0, yk, 0.8 * th))
    solids = [Box((-hx, -p.depth / 2, z - 0.004), (hx, p.depth / 2, p.height))]
    out = kit.move(out, (0, 0, z))
    if p.kind == "stand":
        sx = 0.32 * w
        if p.legs == "x":
            for s in (1, -1):
                out += [kit.bar((-s * sx, 0.03 * s, 0.03), (s * sx, 0.03 * s, z - 0.015), 0.014, "metal", 10)]
                out += [
                    kit.bar((s * sx, -p.depth / 2 + 0.012, 0.016), (s * sx, p.depth / 2 - 0.012, 0.016), 0.013, "metal", 10),
                    kit.bar((s * sx, -0.45 * d, z - 0.014), (s * sx, 0.45 * d, z - 0.014), 0.013, "metal", 10),
                    *[kit.cylinder(0.018, 0.03, (s * sx, e * (p.depth / 2 - 0.018), 0), "rubber", 0.003, 10) for e in (1, -1)],
                ]
            out += [mk.cyl((0, -0.06, z / 2), 0.03, 0.12, "y", "metal", 0.004, 16)]
        else:
            for s in (1, -1):
                out += [
                    mk.pipe(
                        [
                            (s * sx, -p.depth / 2 + 0.014, 0.014),
                            (s * sx, p.depth / 2 - 0.04, 0.014),
                            (s * sx, -0.1 * d, z - 0.02),
                            (s * sx, 0.42 * d, z - 0.014),
                        ],
                        0.014,
                        "metal",
                        0.04,
                        10,
                    ),
                    kit.bar((s * sx, -0.45 * d, z - 0.013), (s * sx, 0.45 * d, z - 0.013), 0.011, "metal", 8),
                ]
            out += [
                kit.bar((-sx, p.depth / 2 - 0.06, 0.03), (sx, p.depth / 2 - 0.06, 0.03), 0.012, "metal", 10),
                kit.bar((-sx, 0.1 * d, 0.62 * z), (sx, 0.1 * d, 0.62 * z), 0.012, "metal", 10),
            ]
        solids += (
            [
                Box(
                    (-sx - 0.02, -0.04 if p.legs == "x" else -p.depth / 2, 0),
                    (sx + 0.02, 0.08 if p.legs == "x" else p.depth / 2, z),
                )
            ]
            if p.legs == "x"
            else [Box((s * sx - 0.02, -p.depth / 2, 0), (s * sx + 0.02, p.depth / 2, z)) for s in (1, -1)]
        )
        solids += [Box((-sx, p.depth / 2 - 0.09, 0), (sx, p.depth / 2, 0.06))]
    return mk.done("synthesizer", p, out, slots, [], solids)


# ---------------------------------------------------------------------------------------------- drums


def _drum(r: float, h: float, slot: str, lugs: int = 6, head: str = "head", both: bool = False) -> Pieces:
    """A drum standing on z = 0: shell, hoops, heads and lugs."""
    out: Pieces = [kit.cylinder(r * 0.97, h * 0.94, (0, 0, 0.03 * h), slot, 0.002, 20)]
    for z in (0.0, h - 0.022):
        out.append(
            kit.lathe(
                [
                    (r * 0.95, z),
                    (r, z),
                    (r * 1.012, z + 0.003),
                    (r, z + 0.019),
                    (r * 1.01, z + 0.022),
                    (r * 0.96, z + 0.022),
                    (r * 0.95, z),
                ],
                (0, 0, 0),
                "chrome",
                20,
            )
        )
    out += [
        kit.lathe(
            [(0, h - 0.03), (r * 0.955, h - 0.03), (r * 0.955, h - 0.009), (r * 0.94, h - 0.006), (0, h - 0.006)],
            (0, 0, 0),
            head,
            20,
        )
    ]
    if both:
        out += [kit.lathe([(0, 0.006), (r * 0.94, 0.006), (r * 0.955, 0.009), (r * 0.955, 0.03), (0, 0.03)], (0, 0, 0), head, 20)]
    lug = [
        kit.box((0.012, 0.018, min(0.05, 0.3 * h)), (r * 0.985, 0, h * 0.5), "chrome", 0.0),
        kit.bar((r * 1.008, 0, 0.012), (r * 1.008, 0, h - 0.012), 0.003, "chrome", 5),
    ]
    return out + kit.ring(lug, lugs, 0.3)


def _cymbal(r: float) -> Pieces:
    return [
        kit.lathe(
            [
                (0, -0.001),
                (0.14 * r, -0.002),
                (0.2 * r, -0.014),
                (r, -0.034),
                (r, -0.0325),
                (0.21 * r, -0.012),
                (0.15 * r, 0.001),
                (0, 0.004),
            ],
            (0, 0, 0),
            "brass",
            24,
        ),
        kit.cylinder(0.012, 0.024, (0, 0, -0.008), "felt", 0.002, 10),
    ]


@thing(_ALL, (1.7, 1.45, 1.2), {}, 0.08, toms=("two", "one", "three"), crashes=("two", "one"))
def drum_set(p: Any) -> Asset:
    """A drum kit seen from the audience: bass drum, toms, snare, floor tom, hi-hat, cymbals on stands, throne and sticks."""
    rng = chance(p)
    finish = pick(rng, ("paint", "paint", "wood"))
    slots = {
        "shell": f"{finish}:{pick(rng, WOODS if finish == 'wood' else PAINTS)}",
        "chrome": "chrome",
        "head": "plastic:#ece9e0",
        "brass": "brass",
        "felt": "fabric:#2b2b2d",
        "rubber": "rubber",
        "front": pick(rng, ("plastic:#ece9e0", "plastic:#17181a")),
        "seat": "leather:#1c1c1e",
        "wood": "wood:#d0a873",
        "badge": "brass",
    }
    out: Pieces = []
    solids: list[Box] = []

    def add(ps: Pieces) -> None:
        out.extend(ps)
        solids.append(mk.cover(ps, 0.002))

    r = 0.28
    bass = _drum(r, 0.42, "shell", 8, "front")
    bass += (
        [kit.cylinder(0.06, 0.003, (-0.1, 0.1, 0.4125), "felt", 0.001, 18)]
        if rng.random() < 0.6
        else [kit.torus(0.14, 0.004, (0, 0, 0.414), "badge", 28, 5)]
    )
    bass = kit.move(kit.rotate(bass, "x", np.pi / 2), (0, 0.06, r + 0.006))
    bass += kit.mirror(kit.bar((r * 0.9, -0.26, r * 0.8), (r * 1.35, -0.36, 0.012), 0.009, "chrome", 8)) + [
        kit.slab(-0.05, 0.05, 0.1, 0.34, 0, 0.012, "chrome", 0.003)
    ]
    bass += [
        *turn(kit.slab(-0.035, 0.035, -0.24, 0, 0, 0.012, "chrome", 0.003), x=-0.3, at=(0, 0.34, 0.012)),
        kit.bar((-0.04, 0.1, 0.0), (-0.04, 0.1, 0.22), 0.008, "chrome", 8),
        kit.bar((0.04, 0.1, 0.0), (0.04, 0.1, 0.22), 0.008, "chrome", 8),
        kit.bar((-0.05, 0.1, 0.21), (0.05, 0.1, 0.21), 0.008, "chrome", 8),
        kit.bar((0, 0.1, 0.21), (0, 0.085, 0.33), 0.004, "chrome", 6),
    ]
    add(bass)
    n = {"one": 1, "two": 2, "three": 3}[p.toms]
    xs = {1: (0.02,), 2: (0.19, -0.19), 3: (0.3, 0.0, -0.3)}[n]
    toms: Pieces = [kit.bar((0, -0.14, 2 * r - 0.02), (0, -0.12, 2 * r + 0.12), 0.014, "chrome", 10)]
    for i, x in enumerate(xs):
        rr = 0.13 + 0.02 * i
        t = _drum(rr, 0.2 + 0.015 * i, "shell", 6)
        t = turn(kit.move(t, (0, 0, -0.1)), x=-0.3, y=0.12 * np.sign(x), at=(x, -0.1, 0.76))
        toms += [*t, kit.bar((0, -0.12, 2 * r + 0.1), (x * 0.55, -0.11, 0.72), 0.01, "chrome", 8)]
    add(toms)
    ft = kit.move(_drum(0.2, 0.38, "shell", 8), (-0.52, 0.18, 0.2))
    ft += [
        q
        for a in (0.4, 2.5, 4.6)
        for q in (
            mk.pipe(
                [
                    (-0.52 + 0.205 * np.cos(a), 0.18 + 0.205 * np.sin(a), 0.48),
                    (-0.52 + 0.21 * np.cos(a), 0.18 + 0.21 * np.sin(a), 0.12),
                    (-0.52 + 0.235 * np.cos(a), 0.18 + 0.235 * np.sin(a), 0.03),
                ],
                0.007,
                "chrome",
                0.03,
            ),
            kit.cylinder(0.012, 0.035, (-0.52 + 0.236 * np.cos(a), 0.18 + 0.236 * np.sin(a), 0), "rubber", 0.003, 8),
        )
    ]
    add(ft)
    sn = turn(
        kit.move(_drum(0.178, 0.14, "shell" if rng.random() < 0.6 else "chrome", 8), (0, 0, 0)), x=-0.08, at=(0.34, 0.3, 0.52)
    ) + _tripod((0.34, 0.3), 0.5, 0.2, "chrome", 0.011, 0.2)
    sn += kit.move(kit.ring([kit.bar((0.0, 0, 0.0), (0.17, 0, 0.025), 0.007, "chrome", 6)], 3, 0.4), (0.34, 0.3, 0.49))
    sn += [
        kit.bar((0.22, 0.24, 0.675), (0.5, 0.38, 0.68), 0.007, "wood", 8),
        kit.bar((0.25, 0.32, 0.675), (0.5, 0.24, 0.68), 0.007, "wood", 8),
    ]
    add(sn)
    hat = _tripod((0.68, 0.12), 0.94, 0.24, "chrome", 0.011, 0.9) + kit.move(
        [*_cymbal(0.17), *kit.scale(_cymbal(0.17)[:1], (1, 1, -1), (0, 0, -0.036))], (0.68, 0.12, 0.86)
    )
    add(hat)
    places = [((-0.66, -0.18), 1.02, 0.25, 0.12), ((0.5, -0.34), 1.12, 0.2, -0.14), ((-0.36, -0.42), 1.16, 0.2, 0.1)]
    for (x, y), z, rr, tilt in places[: 3 if p.crashes == "two" else 2]:
        add(
            _tripod((x, y), z, 0.26, "chrome", 0.011, rng.uniform(0, 2)) + turn(_cymbal(rr), x=-0.12, y=tilt, at=(x, y, z - 0.01))
        )
    add(
        _tripod((0.0, 0.52), 0.44, 0.22, "chrome", 0.014, 0.5)
        + [
            kit.lathe(
                [(0, 0.43), (0.13, 0.43), (0.16, 0.445), (0.165, 0.47), (0.155, 0.5), (0.12, 0.512), (0, 0.513)],
                (0, 0.52, 0),
                "seat",
                26,
            )
        ]
    )
    return mk.done("drum_set", p, out, slots, [], solids)


# ---------------------------------------------------------------------------------------------- strings


def _loop(points: Sequence[tuple[float, float]], steps: int = 5) -> Floats:
    """A symmetrical outline from its right half (bottom to top), counter-clockwise."""
    half = np.asarray(points, float)
    mirror = half[::-1] * (-1, 1)
    closed = np.concatenate([half, mirror[(1 if half[-1, 0] == 0 else 0) : (-1 if half[0, 0] == 0 else None)]])
    return kit.smooth_path(np.column_stack([closed, np.zeros(len(closed))]), steps, True)[:, :2]


def _neck(z0: float, z1: float, w0: float, w1: float, y: float, slot: str = "neck", thick: float = 0.022) -> Piece:
    """A tapering neck with a rounded back; its front plane at y."""
    t = np.linspace(0, np.pi, 8)
    prof = np.concatenate([[(-0.5, 0), (0.5, 0)], np.stack([0.5 * np.cos(t[1:-1]), np.sin(t[1:-1])], -1)])
    return loft([(prof * (w, thick) + (0, y), z) for w, z in ((w0, z0), (w1, z1))], slot)


def _guitar_body(kind: str, rng: Rng, strings: int) -> Pieces:
    """A guitar standing upright on z = 0 with its back at y = 0, facing the front."""
    out: Pieces = []
    if kind == "acoustic":
        dep = 0.1
        o = _loop(
            [
                (0, 0),
                (0.11, 0.012),
                (0.185, 0.085),
                (0.192, 0.16),
                (0.15, 0.245),
                (0.122, 0.3),
                (0.135, 0.37),
                (0.138, 0.42),
                (0.1, 0.475),
                (0.03, 0.488),
            ],
            5,
        )
        if rng.random() < 0.4:  # a cutaway
            o[:, 1] -= np.where(
                (o[:, 0] > 0.03) & (o[:, 1] > 0.38),
                0.9 * np.clip(o[:, 0] - 0.035, 0, 0.06) * np.clip((o[:, 1] - 0.38) / 0.08, 0, 1),
                0,
            )
        out += front(o, dep, "body", 0.004, 0, True) + front(kit.inset(o, 0.004), 0.003, "top", 0.001, -dep + 0.0008, True)
        yf = -dep - 0.0022
        out += [mk.cyl((0, yf + 0.001, 0.325), 0.048, 0.0018, "-y", "dark", 0.0, 28)]
        out += turn(kit.scale(kit.torus(0.054, 0.004, (0, 0, 0), "trim", 32, 6), (1, 1, 0.4)), x=np.pi / 2, at=(0, yf, 0.325))
        out += [
            kit.box((0.15, 0.012, 0.03), (0, yf - 0.004, 0.15), "dark", 0.004),
            kit.box((0.075, 0.005, 0.004), (0, yf - 0.011, 0.155), "ivory", 0.001),
        ]
        if rng.random() < 0.6:
            out += front(
                [(0.055, 0.3), (0.06, 0.24), (0.1, 0.22), (0.115, 0.26), (0.09, 0.31), (0.06, 0.345)],
                0.0015,
                "pick",
                0.0,
                yf + 0.0004,
            )
        zb, zn, zh, yn = 0.155, 0.372, 0.86, yf
    else:
        bass = kind == "bass"
        dep = 0.045
        if rng.random() < 0.62:  # two horns
            pts = [
                (0.0, 0.0),
                (0.09, 0.005),
                (0.155, 0.06),
                (0.15, 0.14),
                (0.115, 0.205),
                (0.125, 0.27),
                (0.148, 0.335),
                (0.13, 0.36),
                (0.085, 0.325),
                (0.045, 0.295),
                (0.0, 0.29),
                (-0.045, 0.3),
                (-0.075, 0.34),
                (-0.11, 0.405),
                (-0.138, 0.395),
                (-0.135, 0.31),
                (-0.115, 0.22),
                (-0.15, 0.14),
                (-0.16, 0.06),
                (-0.09, 0.005),
            ]
        else:  # one cutaway
            pts = [
                (0.0, 0.0),
                (0.1, 0.01),
                (0.16, 0.07),
                (0.155, 0.14),
                (0.11, 0.215),
                (0.115, 0.27),
                (0.135, 0.32),
                (0.115, 0.345),
                (0.07, 0.315),
                (0.035, 0.31),
                (0.0, 0.33),
                (-0.05, 0.355),
                (-0.105, 0.345),
                (-0.135, 0.3),
                (-0.11, 0.215),
                (-0.155, 0.14),
                (-0.16, 0.07),
                (-0.1, 0.01),
            ]
        o = kit.smooth_path(np.column_stack([pts, np.zeros(len(pts))]), 4, True)[:, :2]
        out += front(o, dep, "body", 0.008, 0, True)
        yf = -dep
        if rng.random() < 0.75:
            g = [
                (-0.06, 0.28),
                (-0.07, 0.2),
                (-0.04, 0.12),
                (0.03, 0.085),
                (0.09, 0.05),
                (0.11, 0.09),
                (0.08, 0.15),
                (0.085, 0.24),
                (0.1, 0.3),
                (0.05, 0.285),
                (0.0, 0.28),
            ]
            out += front(
                kit.smooth_path(np.column_stack([g, np.zeros(len(g))]), 3, True)[:, :2], 0.0018, "pick", 0.0, yf + 0.0004
            )
        for z in (0.125, 0.18, 0.235)[:: 2 if rng.random() < 0.4 else 1]:
            out.append(kit.box((0.078, 0.012, 0.024), (0, yf - 0.004, z), "dark" if rng.random() < 0.6 else "ivory", 0.003))
        out += [kit.box((0.08, 0.014, 0.034), (0, yf - 0.006, 0.075), "chrome", 0.003)] + mk.dots(
            [(0.085, 0.06), (0.1, 0.1), (0.11, 0.14)][: int(rng.integers(2, 4))], yf, 0.011, "dark", 0.014, 14
        )
        zb, zn, zh, yn = 0.08, 0.27, 0.93 if bass else 0.79, yf - 0.006
        out.append(kit.box((0.056, 0.03, 0.06), (0, yf + 0.008, 0.285), "neck", 0.004))
    fy = yn - 0.0065
    out += [
        _neck(zn if kind != "acoustic" else 0.47, zh + 0.01, 0.054, 0.045, yn),
        loft([(kit.rounded_rect(w, 0.007, 0.002, 1) + (0, yn - 0.003), z) for w, z in ((0.056, zn), (0.045, zh))], "board"),
        kit.box((0.045, 0.008, 0.005), (0, yn - 0.005, zh + 0.002), "ivory", 0.001),
    ]
    scale_ = zh - zb
    frets = [zh - scale_ * (1 - 2 ** (-i / 12)) for i in range(1, 20)]
    frets = [z for z in frets if z > zn + 0.006]
    out += [
        kit.box((float(np.interp(z, [zn, zh], [0.054, 0.044])), 0.0015, 0.002), (0, fy - 0.0003, z), "chrome", 0.0) for z in frets
    ]
    for i in (2, 4, 6, 8, 11, 14):
        if i < len(frets):
            out.append(mk.cyl((0, fy + 0.0009, (frets[i] + frets[i - 1]) / 2), 0.003, 0.0012, "-y", "ivory", 0.0, 8))
    inline = kind != "acoustic"
    head: Pieces = []
    if inline:
        hp = [(-0.022, 0), (0.022, 0), (0.034, 0.04), (0.03, 0.1), (0.042, 0.155), (0.02, 0.185), (-0.012, 0.17), (-0.03, 0.03)]
    else:
        hp = [
            (-0.024, 0),
            (0.024, 0),
            (0.036, 0.03),
            (0.034, 0.155),
            (0.015, 0.172),
            (0, 0.163),
            (-0.015, 0.172),
            (-0.034, 0.155),
            (-0.036, 0.03),
        ]
    head += front(hp, 0.015, "neck", 0.002, 0.015)
    n = strings
    for i in range(n):
        if inline:
            x, z, s = -0.012 + 0.0035 * i, 0.035 + 0.125 * i / max(1, n - 1), -1
        else:
            s = 1 if i >= n / 2 else -1
            x, z = s * 0.02, 0.045 + 0.04 * (i if i < n / 2 else n - 1 - i)
        head += [
            mk.cyl((x, 0.002, z), 0.004, 0.012, "-y", "chrome", 0.001, 8),
            kit.bar((x, 0.009, z), (s * 0.048 + (0.004 if inline else 0), 0.009, z), 0.003, "chrome", 6),
            kit.box(
                (0.011, 0.007, 0.016), (s * 0.05 + (0.004 if inline else 0), 0.009, z), "ivory" if not inline else "chrome", 0.003
            ),
        ]
        a = -0.5 + i / (n - 1)
        out.append(
            kit.bar((a * 0.06, fy - 0.007 - (0.004 if inline else 0), zb), (a * 0.036, fy - 0.0025, zh), 0.0007, "string", 4)
        )
        head.append(kit.bar((a * 0.036, -0.009, -0.002), (x, -0.008, z), 0.0007, "string", 4))
    out += turn(head, x=0.16 if not inline else 0.05, at=(0, yn + 0.001, zh + 0.004))
    return out


@mk.sized(mounts={"wall": (0.4, 0.12, 1.03)}, acoustic=(0.42, 0.38, 1.08), electric=(0.36, 0.36, 1.04), bass=(0.36, 0.36, 1.18))
class GuitarParams(mk.Kinded):
    """An acoustic, electric or bass guitar, on a stand or hung on a wall."""

    seed: int = mk.dataclasses.field(default=0, metadata={"lower": 0, "upper": 9999, "unit": "COUNT", "text": "variation"})


def guitar(p: GuitarParams) -> Asset:
    """A guitar leaning in a stand, or hanging by its head from a wall hook."""
    rng = chance(p)  # type: ignore[arg-type]
    natural = p.kind == "acoustic" or rng.random() < 0.25
    slots = {
        "body": f"wood:{pick(rng, WOODS)}" if natural else f"paint:{pick(rng, PAINTS)}",
        "top": f"wood:{pick(rng, ('#d8ab68', '#c88a45', '#e3c48a', '#8c3f1f'))}",
        "neck": f"wood:{pick(rng, ('#c69a62', '#7a4a2a'))}",
        "board": f"wood:{pick(rng, ('#2d1c12', '#4a2e1c'))}",
        "dark": "plastic:#151517",
        "ivory": "plastic:#efe8d8",
        "trim": "wood:#5a3018",
        "pick": f"plastic:{pick(rng, ('#f0ece2', '#1b1b1d', '#5a2a1a'))}",
        "chrome": "chrome",
        "string": "steel",
        "metal": "black_metal",
        "rubber": "rubber",
    }
    body = _guitar_body(p.kind, rng, 4 if p.kind == "bass" else 6)
    depth = 0.1 if p.kind == "acoustic" else 0.045
    if p.mount == "wall":
        z = kit.bounds(body)[1][2] - 0.165
        body = kit.move(body, (0, -0.03, 0))
        body += [
            kit.box((0.05, 0.012, 0.08), (0, -0.006, z), "metal", 0.004),
            *kit.mirror(
                kit.tube(
                    kit.smooth_path(
                        [
                            (0.0, -0.01, z),
                            (0.026, -0.02, z - 0.02),
                            (0.038, -0.05, z - 0.03),
                            (0.036, -0.072 - depth * 0.5, z - 0.028),
                        ],
                        3,
                    ),
                    0.006,
                    "rubber",
                    8,
                )
            ),
        ]
        body.append(kit.box((0.02, 0.03, 0.02), (0, -0.015, 0.1), "rubber", 0.003))
        return mk.done("guitar", p, body, slots, origin="back")
    lean = 0.19
    out = turn(kit.move(body, (0, depth / 2, 0)), x=-lean, at=(0, -0.03, 0.085))
    kind = int(rng.integers(2))
    if kind:  # a tripod with a neck yoke
        post = [kit.bar((0, 0.115, 0.05), (0, 0.2, 0.62), 0.011, "metal", 10)]
        zy = 0.62
        legs = kit.ring(
            [
                kit.bar((0, 0, 0.22), (0.2, 0, 0.01), 0.009, "metal", 8),
                kit.cylinder(0.013, 0.024, (0.2, 0, 0), "rubber", 0.003, 8),
            ],
            3,
            np.pi / 2,
        )
        out += post + kit.move(legs, (0, 0.115, 0)) + [kit.bar((0, 0.2, zy), (0, 0.15, zy + 0.02), 0.008, "metal", 8)]
        arm = [
            kit.tube(
                kit.smooth_path([(0, 0.115, 0.12), (0.09, 0.06, 0.08), (0.1, -0.04, 0.07), (0.1, -0.1 - depth * 0.3, 0.1)], 4),
                0.009,
                "rubber",
                8,
            )
        ]
        out += kit.mirror(arm)
    else:  # a low A-frame
        side = mk.pipe(
            [(0.12, -0.15, 0.012), (0.12, -0.12, 0.07), (0.1, -0.06, 0.075), (0.09, 0.09, 0.08), (0.035, 0.17, 0.42)],
            0.009,
            "metal",
            0.03,
            8,
        )
        back = mk.pipe([(0.03, 0.16, 0.4), (0.11, 0.24, 0.012)], 0.009, "metal", 0.02, 8)
        out += kit.mirror(
            [
                side,
                back,
                kit.bar((0.12, -0.1, 0.06), (0.12, 0.1, 0.012), 0.008, "metal", 8),
                kit.cylinder(0.012, 0.024, (0.11, 0.24, 0), "rubber", 0.003, 8),
                kit.cylinder(0.012, 0.024, (0.12, -0.15, 0), "rubber", 0.003, 8),
            ]
        ) + [
            kit.bar((-0.1, 0.095, 0.085), (0.1, 0.095, 0.085), 0.008, "metal", 8),
            kit.bar((-0.04, 0.168, 0.41), (0.04, 0.168, 0.41), 0.011, "rubber", 8),
        ]
    return mk.done("guitar", p, settle(out), slots)


_ALL.append(
    Generator(
        "guitar",
        GuitarParams,
        guitar,
        mk.sampler(
            GuitarParams,
            guitar,
            lock=True,
            free={"kind": ("acoustic", "electric", "electric", "bass"), "seed": tuple(range(0, 10000, 7))},
        ),
        {**mk.HUNG, "acoustic": {"kind": "acoustic"}, "electric": {"kind": "electric"}, "bass": {"kind": "bass"}},
    )
)


def _bowed(rng: Rng, ribs: float = 0.032) -> Pieces:
    """A violin of unit proportions (0.6 m long) standing on z = 0, back at y = 0: arched plates, f-holes, scroll."""
    o = _loop(
        [
            (0, 0),
            (0.055, 0.008),
            (0.1, 0.05),
            (0.102, 0.095),
            (0.085, 0.128),
            (0.093, 0.136),
            (0.062, 0.165),
            (0.055, 0.195),
            (0.079, 0.225),
            (0.074, 0.232),
            (0.084, 0.262),
            (0.08, 0.305),
            (0.045, 0.348),
            (0.02, 0.356),
        ],
        4,
    )
    out: Pieces = front(kit.inset(o, 0.004), ribs, "ribs", 0.001, -0.004, True)
    c = np.array([0, 0.17])

    def plate(y: float, s: float, slot: str) -> Piece:
        rings = [
            (c + (o - c) * f, hgt)
            for f, hgt in ((1.0, 0.0), (1.0, 0.0035), (0.93, 0.005), (0.7, 0.011), (0.35, 0.0145), (0.02, 0.0155))
        ]
        q = loft(rings, slot)
        v = q.vertices
        return kit.outward(q._replace(vertices=np.column_stack([v[:, 0], y + s * v[:, 2], v[:, 1]]), uvs=v[q.loops][:, [1, 0]]))

    out += [plate(-ribs - 0.0035, -1, "body"), plate(-0.0045, 1, "body")]
    yt = -ribs - 0.016
    for s in (1, -1):
        f = kit.smooth_path(
            [
                (s * 0.052, yt + 0.0045, 0.13),
                (s * 0.047, yt + 0.003, 0.14),
                (s * 0.04, yt + 0.0022, 0.165),
                (s * 0.033, yt + 0.0012, 0.19),
                (s * 0.026, yt, 0.198),
            ],
            3,
        )
        out += [kit.tube(f, np.interp(np.linspace(0, 1, len(f)), (0, 0.5, 1), (0.0022, 0.0032, 0.0022)), "dark", 6)]
    out += [
        *front(
            [
                (-0.024, 0),
                (-0.02, 0.012),
                (-0.017, 0.028),
                (0.017, 0.028),
                (0.02, 0.012),
                (0.024, 0),
                (0.012, 0.004),
                (0, 0.012),
                (-0.012, 0.004),
            ][::-1],
            0.004,
            "bridge",
            0.0,
            0,
        )
    ]
    out[-1:] = turn(kit.rotate(kit.outward(out[-1]), "x", np.pi / 2), at=(0, yt, 0.165))
    out += [
        loft(
            [
                (kit.rounded_rect(a, 0.006, 0.002, 1) + (0, yt - b), z)
                for a, b, z in ((0.012, 0.004, 0.005), (0.03, 0.01, 0.06), (0.038, 0.018, 0.105))
            ],
            "dark",
        )
    ]
    out += [
        _neck(0.345, 0.485, 0.03, 0.025, -ribs - 0.004, "ribs", 0.02),
        loft(
            [
                (kit.rounded_rect(a, 0.006, 0.002, 1) + (0, y), z)
                for a, y, z in ((0.04, yt - 0.016, 0.225), (0.025, -ribs - 0.0065, 0.486))
            ],
            "dark",
        ),
    ]
    peg: Pieces = [kit.box((0.022, 0.02, 0.07), (0, 0.004, 0.037), "ribs", 0.004)]
    peg += [
        kit.tube(
            [
                (0, 0.004 - 0.013 * np.sin(a) * (1 - a / 14), 0.083 + 0.013 * np.cos(a) * (1 - a / 14))
                for a in np.linspace(-2.6, 8, 26)
            ],
            np.linspace(0.009, 0.0045, 26),
            "ribs",
            8,
        )
    ]
    peg += [
        q
        for i, z in enumerate((0.014, 0.028, 0.042, 0.056))
        for q in (
            kit.bar((0, 0.002, z), ((-1) ** i * 0.024, 0.002, z), 0.0028, "dark", 6),
            kit.box((0.012, 0.005, 0.013), ((-1) ** i * 0.029, 0.002, z), "dark", 0.002),
        )
    ]
    out += turn(peg, at=(0, -ribs + 0.004, 0.486))
    for i in range(4):
        a = -0.5 + i / 3
        out += [
            kit.bar((a * 0.03, yt - 0.029, 0.165), (a * 0.016, -ribs - 0.0105, 0.486), 0.0006, "string", 4),
            kit.bar((a * 0.02, yt - 0.019, 0.1), (a * 0.03, yt - 0.029, 0.165), 0.0006, "string", 4),
        ]
    return out


def _bow(long: float) -> Pieces:
    """A bow lying along +Z from the origin."""
    stick = kit.smooth_path(
        [(0, 0, 0), (0, 0.004, 0.35 * long), (0, 0.003, 0.7 * long), (0, -0.004, 0.97 * long), (0, -0.02, long)], 4
    )
    return [
        kit.tube(stick, np.interp(np.linspace(0, 1, len(stick)), (0, 1), (0.0045, 0.003)), "ribs", 6),
        kit.box((0.008, 0.022, 0.05), (0, -0.012, 0.06), "dark", 0.002),
        kit.box((0.008, 0.0015, long - 0.07), (0, -0.0215, 0.5 * long + 0.03), "hair", 0.0),
    ]


BOWED = {
    "dark": "wood:#191210",
    "bridge": "wood:#dcb985",
    "string": "steel",
    "hair": "fabric:#ece6d6",
    "metal": "black_metal",
    "rubber": "rubber",
    "steel": "steel",
}


@thing(_ALL, (0.22, 0.6, 0.1), bow=(True, True, False))
def violin(p: Any) -> Asset:
    """A violin lying on its back, perhaps with its bow beside it."""
    rng = chance(p)
    tone = pick(rng, ("#8a3f16", "#a8541d", "#6b2c10", "#b56a28"))
    out = kit.rotate(_bowed(rng), "x", -np.pi / 2)
    if p.bow:
        out += turn(
            kit.rotate(kit.rotate(_bow(0.56), "x", -np.pi / 2), "y", np.pi / 2),
            z=rng.uniform(-0.05, 0.05),
            at=(0.13, 0.02, 0.012),
        )
    return done(
        "violin", p, settle(out), {"body": f"wood:{tone}", "ribs": f"wood:{pick(rng, ('#7a3a16', '#9a5522', tone))}"} | BOWED
    )


@thing(_ALL, (0.5, 0.45, 1.35), {}, 0.05)
def cello(p: Any) -> Asset:
    """A cello on its spike, leaning back in a low stand, its bow hung at the side."""
    rng = chance(p)
    tone = pick(rng, ("#8a3f16", "#a8541d", "#6b2c10", "#b56a28"))
    body = kit.scale(_bowed(rng, 0.05), (2.15, 2.15, 2.05))
    body += [
        kit.bar((0, -0.06, 0.02), (0, -0.055, -0.16), 0.006, "steel", 8),
        kit.cylinder(0.016, 0.03, (0, -0.06, -0.02), "dark", 0.003, 12),
    ]
    out = turn(body, x=-0.2, at=(0, 0, 0.17))
    out += kit.mirror(
        [
            mk.pipe([(0.2, -0.16, 0.012), (0.2, 0.1, 0.012), (0.17, 0.13, 0.2), (0.17, -0.1, 0.24)], 0.01, "metal", 0.04, 8),
            kit.cylinder(0.013, 0.02, (0.2, -0.155, 0), "rubber", 0.003, 8),
        ]
    )
    out += [
        kit.bar((-0.2, 0.09, 0.012), (0.2, 0.09, 0.012), 0.01, "metal", 8),
        kit.bar((-0.17, 0.125, 0.2), (0.17, 0.125, 0.2), 0.01, "metal", 8),
        mk.pipe([(0, 0.125, 0.2), (0, 0.25, 0.012)], 0.01, "metal", 0.03, 8),
    ]
    out += turn(_bow(0.71), x=-0.18, z=-1.57, at=(0.235, -0.06, 0.2))
    return mk.done(
        "cello", p, settle(out), {"body": f"wood:{tone}", "ribs": f"wood:{pick(rng, ('#7a3a16', '#9a5522', tone))}"} | BOWED
    )


# ---------------------------------------------------------------------------------------------- stands and amplifiers


@thing(_ALL, {"folding": (0.5, 0.45, 1.2), "orchestra": (0.5, 0.46, 1.2), "wooden": (0.5, 0.46, 1.25)}, music=(True, True, False))
def music_stand(p: Any) -> Asset:
    """A music stand: wire folding desk, solid orchestra desk, or turned wood with a pierced desk; perhaps with sheets on it."""
    rng = chance(p)
    slots = {
        "metal": pick(rng, ("black_metal", "steel")),
        "desk": pick(rng, ("black_metal", "black_metal", "metal:#3a3d42")),
        "wood": f"wood:{pick(rng, WOODS)}",
        "page": "paper:#f6f2e6",
        "ink": "paper:#3a3834",
        "rubber": "rubber",
        "brass": "brass",
    }
    zc = 1.03
    desk: Pieces = []
    if p.kind == "folding":
        stand = _tripod((0, 0), zc, 0.26, "metal", 0.01, np.pi / 2)
        desk += [
            kit.bar((-0.23, 0, -0.13), (0.23, 0, -0.13), 0.004, "metal", 6),
            kit.slab(-0.24, 0.24, -0.03, 0.002, -0.138, -0.132, "metal", 0.001),
        ]
        desk += [
            kit.bar((a, 0, -0.13), (b, 0, 0.16), 0.004, "metal", 6)
            for a, b in ((-0.22, 0.02), (0.22, -0.02), (-0.22, -0.22), (0.22, 0.22))
        ] + [
            kit.bar((-0.22, 0, 0.02), (0.22, 0, 0.02), 0.004, "metal", 6),
            *kit.mirror(kit.bar((0.22, 0, 0.16), (0.06, 0, 0.16), 0.004, "metal", 6)),
        ]
    elif p.kind == "orchestra":
        stand = (
            [
                kit.lathe(
                    [(0.0, 0), (0.16, 0), (0.17, 0.006), (0.16, 0.016), (0.03, 0.03), (0.02, 0.06), (0, 0.06)],
                    (0, 0, 0),
                    "metal",
                    28,
                ),
                kit.bar((0, 0, 0.05), (0, 0, 0.6), 0.013, "metal", 12),
                kit.bar((0, 0, 0.58), (0, 0, zc), 0.009, "metal", 12),
                kit.cylinder(0.018, 0.04, (0, 0, 0.58), "rubber", 0.004, 12),
            ]
            if rng.random() < 0.5
            else _tripod((0, 0), zc, 0.26, "metal", 0.013, np.pi / 2)
        )
        desk += [
            mk.panel(0.5, 0.33, 0.003, (0, 0, 0.02), "desk", 0.02, 0.001),
            kit.slab(-0.25, 0.25, -0.055, 0.002, -0.146, -0.142, "desk", 0.001),
            kit.slab(-0.25, 0.25, -0.056, -0.053, -0.146, -0.132, "desk", 0.001),
        ]
    else:
        stand = [
            kit.lathe(
                [
                    (0.016, 0.2),
                    (0.03, 0.22),
                    (0.026, 0.3),
                    (0.036, 0.36),
                    (0.018, 0.42),
                    (0.024, 0.7),
                    (0.03, 0.74),
                    (0.016, 0.78),
                    (0.016, zc),
                ],
                (0, 0, 0),
                "wood",
                18,
            ),
            *kit.ring(
                [
                    rod(
                        [(0.02, 0, 0.27), (0.12, 0, 0.22), (0.2, 0, 0.06), (0.25, 0, 0.016)],
                        np.array([0.018, 0.016, 0.014, 0.016]),
                        "wood",
                        8,
                    )
                ],
                3,
                np.pi / 2,
            ),
        ]
        desk += [
            mk.opening((0.5, 0.36), (0.42, 0.28), 0.014, (0, 0, 0.03), "wood", 0.03, outer_radius=0.05),
            *[kit.slab(x - 0.012, x + 0.012, 0.002, 0.011, -0.12, 0.18, "wood", 0.003) for x in (-0.12, 0.0, 0.12)],
            kit.slab(-0.24, 0.24, -0.045, 0.004, -0.15, -0.138, "wood", 0.004),
            kit.slab(-0.24, 0.24, -0.046, -0.038, -0.15, -0.125, "wood", 0.003),
        ]
    if p.music:
        for s in (1, -1):
            a = s * rng.uniform(0.0, 0.02)
            page = [kit.slab(-0.105, 0.105, -0.005, -0.0035, -0.13, 0.165, "page", 0.0)]
            page += [kit.slab(-0.085, 0.085, -0.0056, -0.0048, z, z + 0.011, "ink", 0.0) for z in np.linspace(-0.1, 0.12, 7)]
            desk += turn(page, y=a, at=(s * 0.107, 0, 0))
    desk += [kit.box((0.05, 0.02, 0.04), (0, 0.014, 0.0), "metal" if p.kind != "wooden" else "wood", 0.004)]
    out = stand + turn(desk, x=-rng.uniform(0.38, 0.52), at=(0, -0.015, zc + 0.02))
    return mk.done("music_stand", p, settle(out), slots)


@thing(
    _ALL,
    {"combo": (0.55, 0.28, 0.5), "stack": (0.72, 0.36, 1.1), "small": (0.36, 0.22, 0.36)},
    {"half_stack": {"kind": "stack"}},
    cloth=("tweed", "black", "silver"),
)
def amplifier(p: Any) -> Asset:
    """A guitar amplifier: covered cabinet with grille cloth behind a sunk front, panel of knobs, metal corners, handle, feet."""
    rng = chance(p)
    cover = {"tweed": "leather:#b99a63", "black": "leather:#1b1b1d", "silver": "leather:#23262b"}[p.cloth]
    if rng.random() < 0.25:
        cover = f"leather:{pick(rng, ('#7a2420', '#e6dcc3', '#2f4d44', '#e08a2e'))}"
    slots = {
        "cover": cover,
        "grille": f"fabric:{pick(rng, {'tweed': ('#5b4630', '#8b7048'), 'black': ('#2b2b2e', '#1e1e20'), 'silver': ('#8f979c', '#b3b5b0')}[p.cloth])}",  # noqa: E501
        "panel": pick(rng, ("brass", "steel", "plastic:#17181a")),
        "knob": f"plastic:{pick(rng, ('#121214', '#efe9da', '#2a2a2c'))}",
        "chrome": "chrome",
        "dark": "plastic:#121213",
        "piping": f"fabric:{pick(rng, ('#e6dfcc', '#c9a24b', '#8d8f92'))}",
        "red": "plastic:#c8352b",
        "rubber": "rubber",
    }
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []

    def cab(z0: float, z1: float, panel: bool, cloth: bool) -> None:
        t = 0.02
        out.extend(
            [
                kit.slab(-w / 2, -w / 2 + t, -d / 2, d / 2, z0, z1, "cover", 0.007),
                kit.slab(w / 2 - t, w / 2, -d / 2, d / 2, z0, z1, "cover", 0.007),
                kit.slab(-w / 2 + 0.004, w / 2 - 0.004, -d / 2 + 0.0005, d / 2 - 0.0005, z1 - t, z1 - 0.0003, "cover", 0.006),
                kit.slab(-w / 2 + 0.004, w / 2 - 0.004, -d / 2 + 0.0005, d / 2 - 0.0005, z0 + 0.0003, z0 + t, "cover", 0.006),
                kit.slab(-w / 2 + 0.01, w / 2 - 0.01, d / 2 - 0.012, d / 2 - 0.002, z0 + 0.01, z1 - 0.01, "dark", 0.002),
            ]
        )
        a, b = z0 + t, z1 - t
        if panel:
            pz = b - min(0.07, 0.24 * (b - a)) if cloth else a
            out.append(
                kit.slab(-w / 2 + t, w / 2 - t, -d / 2 + 0.014, -d / 2 + 0.03, pz + 0.004 if cloth else a, b, "panel", 0.002)
            )
            n = int(np.clip(w / 0.062, 4, 10))
            for x in np.linspace(-w / 2 + t + 0.045, w / 2 - t - 0.07, n):
                out.extend(
                    [
                        mk.cyl((x, -d / 2 + 0.015, (pz + b) / 2), 0.0115, 0.014, "-y", "knob", 0.002, 14),
                        kit.slab(
                            x - 0.001, x + 0.001, -d / 2 + 0.0, -d / 2 + 0.002, (pz + b) / 2, (pz + b) / 2 + 0.009, "piping", 0.0
                        ),
                    ]
                )
            out.extend(
                [
                    mk.cyl((w / 2 - t - 0.03, -d / 2 + 0.015, (pz + b) / 2), 0.006, 0.008, "-y", "red", 0.002, 10),
                    mk.cyl((-w / 2 + t + 0.018, -d / 2 + 0.015, (pz + b) / 2), 0.008, 0.004, "-y", "chrome", 0.001, 12),
                ]
            )
            if cloth:
                out.append(kit.slab(-w / 2 + t, w / 2 - t, -d / 2 + 0.004, -d / 2 + 0.03, pz - 0.002, pz + 0.006, "cover", 0.002))
            b = pz
        if cloth:
            out.append(
                kit.slab(-w / 2 + t - 0.002, w / 2 - t + 0.002, -d / 2 + 0.016, -d / 2 + 0.03, a - 0.002, b, "grille", 0.003)
            )
            o = kit.rounded_rect(w - 2 * t - 0.012, b - a - 0.012, 0.006, 2)
            path = np.column_stack([o[:, 0], np.full(len(o), -d / 2 + 0.015), o[:, 1] + (a + b) / 2])
            out.append(kit.tube(path, 0.003, "piping", 5, closed=True))
            out.append(kit.box((min(0.12, 0.22 * w), 0.004, 0.02), (-0.28 * w, -d / 2 + 0.014, b - 0.035), "chrome", 0.002))
        for x in (1, -1):
            for z in (z0, z1):
                s = 1 if z == z0 else -1
                for y in (1, -1):
                    out.append(
                        kit.box(
                            (0.03, 0.03, 0.03),
                            (x * (w / 2 - 0.0145), y * (d / 2 - 0.0145), z + s * 0.0145),
                            "chrome" if p.cloth != "black" else "dark",
                            0.006,
                        )
                    )

    foot = 0.012
    hz = 0.03
    if p.kind == "stack":
        cut = foot + 0.7 * (h - foot - hz)
        cab(foot, cut - 0.004, False, True)
        cab(cut + 0.004, h - hz, True, False)
        out += [
            kit.cylinder(0.015, 0.01, (x * (w / 2 - 0.05), y * (d / 2 - 0.05), cut - 0.005), "rubber", 0.001, 10)
            for x in (1, -1)
            for y in (1, -1)
        ]
    else:
        cab(foot, h - hz, True, True)
    out += [
        kit.cylinder(0.016, foot + 0.003, (x * (w / 2 - 0.05), y * (d / 2 - 0.05), 0), "rubber", 0.002, 12)
        for x in (1, -1)
        for y in (1, -1)
    ]
    out += [
        kit.sweep(
            kit.rounded_rect(0.026, 0.008, 0.003, 2),
            kit.smooth_path(
                [(-0.09, 0, h - hz), (-0.07, 0, h - 0.008), (0, 0, h - 0.004), (0.07, 0, h - 0.008), (0.09, 0, h - hz)], 4
            ),
            "dark",
        ),
        *kit.mirror(kit.box((0.03, 0.032, 0.008), (0.09, 0, h - hz + 0.002), "chrome", 0.002)),
    ]
    s = h - hz
    return mk.done(
        "amplifier",
        p,
        out,
        slots,
        [
            mk.top(0.11, -d / 2, w / 2, d / 2, s - 0.0003, "right", 0.03),
            mk.top(-w / 2, -d / 2, -0.11, d / 2, s - 0.0003, "left", 0.03),
        ]
        if w > 0.4
        else [],
        [Box((-w / 2, -d / 2, 0), (w / 2, d / 2, s)), Box((-0.11, -0.03, s), (0.11, 0.03, h))],
    )


def _mic(slot: str = "body") -> Pieces:
    """A hand microphone along +Z, its grille at the top."""
    return [
        kit.lathe(
            [(0, 0), (0.009, 0), (0.011, 0.004), (0.016, 0.12), (0.021, 0.135), (0.021, 0.142), (0, 0.142)], (0, 0, 0), slot, 16
        ),
        kit.ellipsoid((0.048, 0.048, 0.052), (0, 0, 0.16), "grille", 16, 10),
        kit.torus(0.0238, 0.0025, (0, 0, 0.16), "chrome", 20, 5),
    ]


@thing(_ALL, {"straight": (0.5, 0.5, 1.55), "boom": (0.6, 0.7, 1.55), "desk": (0.2, 0.3, 0.35)}, base=("round", "tripod"))
def microphone_stand(p: Any) -> Asset:
    """A microphone on a straight stand, on a boom with a counterweight, or on a small desk stand (a broadcast microphone in a shock mount)."""  # noqa: E501
    rng = chance(p)
    slots = {
        "metal": pick(rng, ("black_metal", "black_metal", "chrome")),
        "body": f"plastic:{pick(rng, ('#1c1c1e', '#1c1c1e', '#8b9094'))}",
        "grille": pick(rng, ("steel", "black_metal")),
        "chrome": "chrome",
        "rubber": "rubber",
        "cable": "rubber:#141415",
    }
    if p.kind == "desk":
        out: Pieces = [
            kit.lathe(
                [(0, 0), (0.07, 0), (0.075, 0.004), (0.072, 0.012), (0.02, 0.02), (0.014, 0.028), (0, 0.028)],
                (0, 0.03, 0),
                "metal",
                28,
            ),
            mk.pipe(
                [(0, 0.03, 0.02), (0, 0.03, 0.25), (0, -0.05, 0.31)] if rng.random() < 0.5 else [(0, 0.03, 0.02), (0, 0.03, 0.2)],
                0.008,
                "metal",
                0.05,
                10,
            ),
        ]
        y, z = (-0.05, 0.285) if len(out[1].vertices) > 60 else (0.0, 0.27)
        mic = [
            kit.cylinder(0.026, 0.12, (0, 0, -0.06), "body", 0.006, 20),
            kit.ellipsoid((0.056, 0.056, 0.06), (0, 0, 0.06), "grille", 18, 10),
            kit.torus(0.0275, 0.003, (0, 0, 0.035), "chrome", 20, 5),
            kit.torus(0.04, 0.004, (0, 0, 0.0), "metal", 24, 6),
            kit.torus(0.04, 0.004, (0, 0, -0.04), "metal", 24, 6),
            *kit.ring(kit.bar((0.027, 0, 0.0), (0.04, 0, -0.002), 0.0015, "rubber", 4), 6),
            *kit.ring(kit.bar((0.04, 0, 0), (0.04, 0, -0.04), 0.0025, "metal", 5), 3),
        ]
        out += turn(mic, x=rng.uniform(0.2, 0.9), at=(0, y, z))
        if y == 0.0:
            out.append(kit.bar((0, 0.03, 0.2), (0, 0.008, 0.245), 0.008, "metal", 8))
        return done("microphone_stand", p, settle(out), slots)
    h = 1.36
    out = (
        _tripod((0, 0), h, 0.27, "metal", 0.012, np.pi / 6)
        if p.base == "tripod"
        else [
            kit.lathe(
                [(0, 0), (0.135, 0), (0.14, 0.005), (0.135, 0.014), (0.03, 0.022), (0.02, 0.05), (0, 0.05)],
                (0, 0, 0),
                "metal",
                30,
            ),
            kit.bar((0, 0, 0.04), (0, 0, 0.8), 0.012, "metal", 12),
            kit.bar((0, 0, 0.78), (0, 0, h), 0.008, "metal", 12),
            kit.cylinder(0.017, 0.05, (0, 0, 0.78), "metal", 0.004, 12),
        ]
    )
    if p.kind == "straight":
        out += turn(
            [
                *kit.move(_mic(), (0, 0, -0.05)),
                kit.lathe([(0.013, -0.02), (0.019, -0.015), (0.02, 0.03), (0.0135, 0.03)], (0, 0, 0), "rubber", 14),
            ],
            x=0.7,
            at=(0, 0.0, h + 0.01),
        )
    else:
        a, b = np.array([0, 0.3, h - 0.14]), np.array([0, -0.36, h + 0.12])
        out += [
            kit.bar(a, b, 0.008, "metal", 10),
            *mk.aim(kit.cylinder(0.024, 0.09, (0, 0, -0.03), "metal", 0.005, 14), a, b - a),
            kit.cylinder(0.016, 0.04, (0, 0, h - 0.03), "metal", 0.003, 12),
            mk.cyl((0.008, 0, h - 0.02), 0.018, 0.03, "x", "metal", 0.004, 14),
        ]
        out += mk.aim(
            [*kit.move(_mic(), (0, 0, -0.06)), kit.cylinder(0.02, 0.04, (0, 0, -0.02), "rubber", 0.003, 12)], b, (0, -0.9, -0.35)
        )
    cable = [
        (0.0, 0.02, h - 0.05),
        (0.03, 0.03, 0.9),
        (0.02, 0.035, 0.4),
        (0.05, 0.06, 0.05),
        (0.1, 0.12, 0.004),
        (0.02, 0.18, 0.004),
    ]
    out.append(kit.tube(kit.smooth_path(cable, 5), 0.003, "cable", 6))
    return mk.done("microphone_stand", p, settle(out), slots)


# ---------------------------------------------------------------------------------------------- the rest


@thing(_ALL, (0.9, 0.6, 0.16))
def mixing_console(p: Any) -> Asset:
    """A sound desk: sloping strips of knobs, buttons and faders, meters along the back, wooden or metal cheeks."""
    rng = chance(p)
    slots = {
        "body": f"metal:{pick(rng, ('#2a2c30', '#4a4f55', '#c3c6c8'))}",
        "end": pick(rng, ("wood:#7a4a2a", "plastic:#17171a")),
        "knob": f"plastic:{pick(rng, ('#e8e5dc', '#303236'))}",
        "a": f"plastic:{pick(rng, PAINTS)}",
        "dark": "plastic:#121213",
        "red": "plastic:#c8352b",
        "green": "plastic:#3c9f5a",
        "screen": "screen",
    }
    w, d, h = p.width, p.depth, p.height
    n = int(np.clip(round(w / 0.045), 6, 24))
    side = [(-d / 2, 0), (d / 2, 0), (d / 2, h), (0.3 * d, h), (-d / 2, 0.35 * h)]
    q = kit.outward(kit.prism(side, w - 0.03, (0, 0, 0), "body", 0.002))
    v = q.vertices
    out: Pieces = [kit.outward(q._replace(vertices=np.column_stack([v[:, 2] - w / 2 + 0.015, v[:, 0], v[:, 1]])))]
    e = kit.outward(kit.prism(side, 0.016, (0, 0, 0), "end", 0.003))
    for x in (-w / 2, w / 2 - 0.016):
        out.append(kit.outward(e._replace(vertices=np.column_stack([e.vertices[:, 2] + x, e.vertices[:, 0], e.vertices[:, 1]]))))
    run, tilt = float(np.hypot(0.8 * d, 0.65 * h)), float(np.arctan2(0.65 * h, 0.8 * d))
    s = (w - 0.05) / n
    xs = -w / 2 + 0.025 + s * (np.arange(n) + 0.5)
    face: Pieces = []
    face.append(
        _copies(kit.box((0.1 * s, 0.3 * run, 0.001), (0, 0, 0.0004), "dark", 0.0), np.array([(x, 0.22 * run, 0) for x in xs]))
    )
    face.append(
        _copies(
            mk.cap(0, 0, 0.42 * s, 0.05 * run, 0, 0.012, "knob"), np.array([(x, rng.uniform(0.1, 0.34) * run, 0) for x in xs])
        )
    )
    for k in range(6):
        face.append(
            _copies(
                kit.cylinder(0.26 * s, 0.012, (0, 0, -0.001), "a" if k % 3 == 2 else "knob", 0, 8),
                np.array([(x, (0.5 + 0.08 * k) * run, 0) for x in xs]),
            )
        )
    face += [
        _copies(
            kit.box((0.3 * s, 0.02 * run, 0.004), (0, 0, 0.001), slot, 0.0), np.array([(x + dx * s, 0.43 * run, 0) for x in xs])
        )
        for slot, dx in (("red", -0.2), ("green", 0.2))
    ]
    out += kit.move(kit.rotate(face, "x", tilt), (0, -d / 2, 0.35 * h))
    out += [kit.box((0.16 * w, 0.12 * d, 0.002), (x * w, 0.4 * d, h), "screen", 0.0) for x in (-0.3, 0.0, 0.3)]
    return done("mixing_console", p, out, slots)


@thing(
    _ALL,
    {"bongo": (0.36, 0.22, 0.2), "conga": (0.34, 0.34, 0.66), "djembe": (0.34, 0.34, 0.6)},
    before=lambda rng, o: {**o, "kind": o.get("kind") or pick(rng, ("conga", "djembe", "bongo", "bongo", "bongo"))},
)
def hand_drum(p: Any) -> Asset:
    """A pair of bongos, a conga on a low stand, or a goblet drum laced with rope."""
    rng = chance(p)
    slots = {
        "shell": f"wood:{pick(rng, WOODS)}",
        "head": "leather:#e9dcc0",
        "chrome": pick(rng, ("chrome", "black_metal")),
        "rope": "fabric:#d8c9a4",
        "band": f"paint:{pick(rng, PAINTS)}",
        "rubber": "rubber",
    }
    out: Pieces = []

    def one(prof: Sequence[tuple[float, float]], r: float, h: float, lugs: int) -> Pieces:
        q: Pieces = [
            solid(prof, "shell", 24, smooth=3),
            kit.cylinder(r * 0.99, 0.014, (0, 0, h - 0.012), "head", 0.004, 26),
            kit.torus(r + 0.002, 0.005, (0, 0, h - 0.012), "chrome", 28, 6),
        ]
        return q + kit.ring(
            [
                kit.bar((r + 0.004, 0, h - 0.01), (r + 0.004, 0, h - 0.09), 0.003, "chrome", 6),
                kit.box((0.016, 0.02, 0.02), (r, 0, h - 0.095), "chrome", 0.003),
            ],
            lugs,
        )

    if p.kind == "bongo":
        for x, r in ((-0.092, 0.082), (0.088, 0.095)):
            out += kit.move(one([(r * 0.82, 0), (r * 0.9, 0.08), (r, 0.17)], r, 0.175, 5), (x, 0, 0))
        out.append(kit.box((0.06, 0.07, 0.06), (-0.004, 0, 0.1), "shell", 0.006))
    elif p.kind == "conga":
        out += kit.move(one([(0.09, 0), (0.12, 0.12), (0.15, 0.34), (0.145, 0.5), (0.13, 0.6)], 0.132, 0.605, 6), (0, 0, 0.05))
        out += [
            kit.torus(0.128, 0.008, (0, 0, 0.16), "chrome", 26, 6),
            *kit.ring(
                [
                    kit.bar((0.126, 0, 0.17), (0.165, 0, 0.012), 0.008, "chrome", 8),
                    kit.cylinder(0.013, 0.024, (0.165, 0, 0), "rubber", 0.003, 10),
                ],
                3,
                np.pi / 2,
            ),
            kit.torus(0.155, 0.004, (0, 0, 0.38), "band", 28, 5),
        ]
    else:
        out += [
            solid(
                [(0.11, 0), (0.105, 0.03), (0.075, 0.12), (0.062, 0.24), (0.09, 0.34), (0.145, 0.45), (0.16, 0.58)],
                "shell",
                26,
                smooth=4,
            ),
            kit.cylinder(0.162, 0.016, (0, 0, 0.575), "head", 0.005, 28),
            kit.torus(0.163, 0.006, (0, 0, 0.565), "rope", 28, 6),
            kit.torus(0.158, 0.006, (0, 0, 0.53), "rope", 28, 6),
            kit.torus(0.085, 0.007, (0, 0, 0.32), "rope", 24, 6),
            kit.torus(0.07, 0.005, (0, 0, 0.14), "band", 22, 5),
        ]
        zig = [
            (r * np.cos(a), r * np.sin(a), z)
            for i in range(32)
            for a in [2 * np.pi * i / 32]
            for r, z in [(0.168, 0.54) if i % 2 else (0.102, 0.345)]
        ]
        out.append(kit.tube(zig, 0.003, "rope", 4, closed=True))
    return done("hand_drum", p, settle(out), slots)


@thing(_ALL, (0.55, 1.0, 1.8), {}, 0.08)
def harp(p: Any) -> Asset:
    """A concert harp: carved pillar, curved neck, tapering sound box, strings and a foot."""
    rng = chance(p)
    slots = {
        "wood": pick(rng, ("gold", f"wood:{pick(rng, WOODS)}", f"wood:{pick(rng, WOODS)}")),
        "board": "wood:#d8ab68",
        "string": "steel",
        "red": "fabric:#a82c25",
        "brass": "brass",
    }
    out: Pieces = [
        kit.lathe(
            [
                (0, 0),
                (0.07, 0),
                (0.07, 0.03),
                (0.045, 0.07),
                (0.03, 0.14),
                (0.036, 0.18),
                (0.026, 0.24),
                (0.026, 1.45),
                (0.04, 1.5),
                (0.03, 1.56),
                (0.05, 1.66),
                (0.036, 1.74),
                (0.02, 1.78),
                (0, 1.8),
            ],
            (0, -0.4, 0),
            "wood",
            18,
        )
    ]
    neck = kit.smooth_path(
        [(0, -0.38, 1.66), (0, -0.24, 1.56), (0, -0.06, 1.36), (0, 0.12, 1.3), (0, 0.28, 1.4), (0, 0.36, 1.42)], 5
    )
    out.append(kit.sweep(kit.rounded_rect(0.05, 0.09, 0.015, 2), neck, "wood"))
    a, b = np.array([0, -0.32, 0.1]), np.array([0, 0.38, 1.38])
    out += [
        kit.sweep(
            kit.rounded_rect(0.44, 0.15, 0.06, 3),
            [a + (b - a) * t for t in np.linspace(0, 1, 6)],
            "wood",
            scale=np.linspace(1, 0.3, 6),
        )
    ]
    out += [
        kit.slab(-0.2, 0.2, -0.46, 0.04, 0.03, 0.13, "wood", 0.02),
        *kit.mirror([kit.slab(0.14, 0.2, y - 0.03, y + 0.03, 0, 0.04, "wood", 0.01) for y in (-0.43, 0.0)]),
    ]
    for i in range(32):
        t = (i + 1.5) / 34
        lo = a + (b - a) * t
        k = int(np.argmin(np.abs(neck[:, 1] - (lo[1] - 0.03))))
        hi = neck[k] + (0, 0, -0.04)
        if hi[2] > lo[2] + 0.05:
            out.append(kit.bar(lo, np.array([0.0, lo[1] - 0.03, hi[2]]), 0.0012, "red" if i % 7 == 0 else "string", 4))
            out.append(kit.box((0.07, 0.008, 0.008), (0, lo[1] - 0.03, hi[2] + 0.04), "brass", 0.0))
    out += [kit.box((0.02, 0.05, 0.01), (x, -0.18, 0.06), "brass", 0.002) for x in (-0.12, -0.04, 0.04, 0.12)]
    return done("harp", p, settle(out), slots)


@thing(_ALL, (0.35, 0.3, 0.75))
def saxophone(p: Any) -> Asset:
    """A saxophone in a stand: conical tube bent up to a flared bell, crook and mouthpiece, keys and guards."""
    rng = chance(p)
    slots = {
        "body": pick(rng, ("brass", "brass", "gold", "black_metal", "chrome")),
        "key": pick(rng, ("brass", "chrome")),
        "pearl": "plastic:#efece2",
        "dark": "plastic:#141416",
        "metal": "black_metal",
        "rubber": "rubber",
    }
    tube = kit.smooth_path(
        [
            (0, 0.0, 0.62),
            (0, 0.0, 0.4),
            (0, 0.0, 0.18),
            (0.02, 0, 0.1),
            (0.07, 0, 0.07),
            (0.12, 0, 0.11),
            (0.14, 0, 0.2),
            (0.15, 0, 0.34),
        ],
        5,
    )
    n = len(tube)
    out: Pieces = [kit.tube(tube, np.interp(np.linspace(0, 1, n), (0, 0.4, 0.75, 1), (0.012, 0.023, 0.034, 0.045)), "body", 16)]
    bell = kit.lathe(
        [
            (0.044, 0),
            (0.05, 0.03),
            (0.065, 0.055),
            (0.078, 0.064),
            (0.08, 0.066),
            (0.078, 0.069),
            (0.06, 0.06),
            (0.045, 0.03),
            (0.038, -0.005),
        ],
        (0, 0, 0),
        "body",
        26,
    )
    out += turn([bell, kit.cylinder(0.04, 0.003, (0, 0, 0.002), "dark", 0, 20)], y=0.08, at=(0.15, 0, 0.335))
    out += [
        kit.tube(
            kit.smooth_path([(0, 0, 0.61), (0, 0, 0.66), (-0.03, 0, 0.69), (-0.09, 0, 0.675)], 4),
            np.linspace(0.012, 0.008, 13),
            "body",
            12,
        ),
        kit.bar((-0.085, 0, 0.677), (-0.15, 0, 0.652), 0.011, "dark", 12, 0.006),
        kit.torus(0.0135, 0.004, (0, 0, 0.61), "key", 16, 6),
    ]
    for k, z in enumerate(np.linspace(0.2, 0.56, 9)):
        r = 0.021 - 0.001 * k
        out += [
            mk.cyl((0, -0.02 + 0.001 * k, z), r * 0.85, 0.012, "-y", "key", 0.002, 14),
            mk.cyl((0, -0.031 + 0.001 * k, z), 0.007, 0.004, "-y", "pearl" if k > 2 else "key", 0.001, 10),
        ]
    out += (
        [kit.bar((s * 0.022, -0.018, 0.18), (s * 0.014, -0.014, 0.58), 0.003, "key", 6) for s in (1, -1)]
        + [mk.cyl((0.14, -0.034, z), 0.024, 0.014, "-y", "key", 0.003, 16) for z in (0.2, 0.27)]
        + [kit.bar((0.02, 0, 0.3), (0.12, 0, 0.3), 0.004, "key", 6)]
    )
    out = turn(out, x=-0.14, at=(-0.04, 0, 0.06))
    out += kit.move(
        kit.ring(
            [
                kit.bar((0, 0, 0.12), (0.17, 0, 0.01), 0.008, "metal", 8),
                kit.cylinder(0.012, 0.022, (0.17, 0, 0), "rubber", 0.003, 10),
            ],
            3,
            np.pi / 2,
        ),
        (0, 0.08, 0),
    )
    out += [
        mk.pipe([(0, 0.08, 0.1), (0, 0.14, 0.42), (-0.035, 0.1, 0.44)], 0.008, "metal", 0.03),
        mk.pipe([(0, 0.08, 0.12), (0.05, 0.03, 0.1), (0.1, -0.03, 0.11)], 0.009, "rubber", 0.03),
    ]
    return done("saxophone", p, settle(out), slots)


@thing(
    _ALL,
    {"flute": (0.66, 0.035, 0.03), "recorder": (0.33, 0.03, 0.03), "clarinet": (0.62, 0.07, 0.06)},
    before=lambda rng, o: {**o, "kind": o.get("kind") or pick(rng, ("recorder", "clarinet", "flute", "flute", "flute"))},
)
def flute(p: Any) -> Asset:
    """A flute, a recorder or a clarinet lying down, with its keys and rings."""
    rng = chance(p)
    slots = {
        "body": {
            "flute": pick(rng, ("chrome", "chrome", "gold")),
            "recorder": f"wood:{pick(rng, WOODS)}",
            "clarinet": "plastic:#17171a",
        }[p.kind],
        "key": "chrome",
        "dark": "plastic:#0e0e10",
        "ring": pick(rng, ("chrome", "plastic:#efe8d8")),
    }
    shapes = {
        "flute": [(0.0095, 0), (0.0095, 0.66)],
        "recorder": [(0.012, 0), (0.014, 0.02), (0.0095, 0.06), (0.0125, 0.24), (0.014, 0.26), (0.012, 0.3), (0.006, 0.33)],
        "clarinet": [(0.036, 0), (0.03, 0.01), (0.016, 0.07), (0.0125, 0.12), (0.0125, 0.53), (0.014, 0.56), (0.006, 0.62)],
    }
    out: Pieces = [solid(shapes[p.kind], "body", 18)]
    long = shapes[p.kind][-1][1]
    rings = {"flute": (0.05, 0.2, 0.47, 0.64), "recorder": (0.07, 0.245), "clarinet": (0.1, 0.31, 0.48)}[p.kind]
    out += [kit.torus(0.0118, 0.0022, (0, 0, z), "ring", 18, 6) for z in rings]
    if p.kind == "flute":
        out += [
            *kit.move(mk.upright(kit.prism(oval(0.02, 0.036, 20), 0.004, (0, 0, 0), "body", 0.0015)), (0, -0.0085, 0.57)),
            *kit.move(mk.upright(kit.prism(oval(0.009, 0.012, 14), 0.001, (0, 0, 0), "dark", 0.0)), (0, -0.0121, 0.57)),
            kit.cylinder(0.0115, 0.012, (0, 0, 0.652), "body", 0.003, 18),
        ]
    if p.kind == "recorder":
        out += [mk.cyl((0, -0.008, z), 0.0035, 0.0045, "-y", "dark", 0.001, 12) for z in np.linspace(0.1, 0.7, 7) * long]
    else:
        for k, z in enumerate(np.linspace(0.06, 0.7, 13 if p.kind == "flute" else 9) * long):
            wide = 0.0085 if k % 4 else 0.0065
            out += [
                mk.cyl((0, -0.0085, z), 0.62 * wide, 0.003, "-y", "dark", 0.0, 12),
                mk.cyl((0, -0.0115, z), wide, 0.0022, "-y", "key", 0.0008, 14),
                kit.bar((0, -0.0125, z), (0.0105, -0.0085, z), 0.0014, "key", 5),
            ]
        out += [kit.bar((0.0105, -0.0085, 0.04 * long), (0.0105, -0.0085, 0.72 * long), 0.0017, "key", 6)]
    return done("flute", p, rest(kit.rotate(kit.rotate(out, "x", -np.pi / 2), "z", np.pi / 2), "y"), slots)


@thing(_ALL, (0.42, 0.26, 0.07), bars=range(8, 14))
def xylophone(p: Any) -> Asset:
    """A xylophone: graded coloured or wooden bars over a frame, and two mallets."""
    rng = chance(p)
    n = p.bars
    hues = ("#c8352b", "#e2813a", "#e9b53c", "#4c9a67", "#57b0bd", "#3d78b8", "#7b62a6", "#e08fa6")
    plain = rng.random() < 0.35
    slots = {"bar0": "wood:#8a4a26"} if plain else {f"bar{i}": f"metal:{hues[i]}" for i in range(8)}
    slots |= {"frame": "wood:#c99f66", "felt": "fabric:#2b2b2d", "pin": "steel", "ball": f"paint:{pick(rng, PAINTS)}"}
    out: Pieces = []
    s = 0.4 / n
    for e in (1, -1):
        a, b = np.array([-0.2, e * 0.085, 0.022]), np.array([0.2, e * 0.05, 0.022])
        out += [
            kit.sweep(kit.rounded_rect(0.022, 0.03, 0.004, 2), [a, b], "frame"),
            kit.sweep(kit.rounded_rect(0.012, 0.006, 0.002, 1), [a + (0, 0, 0.017), b + (0, 0, 0.017)], "felt"),
        ]
    out += [kit.slab(x - 0.014, x + 0.014, -y, y, 0, 0.03, "frame", 0.005) for x, y in ((-0.196, 0.1), (0.196, 0.066))]
    for i in range(n):
        x = -0.2 + s * (i + 0.5)
        half = 0.125 - 0.05 * (i + 0.5) / n
        out.append(kit.box((0.84 * s, 2 * half, 0.009), (x, 0, 0.0462), "bar0" if plain else f"bar{i % 8}", 0.002))
        out += [kit.cylinder(0.0028, 0.003, (x, e * (0.085 - 0.035 * (x + 0.2) / 0.4), 0.0502), "pin", 0, 8) for e in (1, -1)]
    for e in (1, -1):
        q = np.array([-0.06 + 0.03 * e, 0.02 * e, 0.0585])
        r = q + (0.2, 0.03 * e - 0.02, 0.002)
        out += [kit.bar(q, r, 0.003, "frame", 8), kit.ellipsoid((0.02,) * 3, q, "ball", 12, 8)]
    return done("xylophone", p, out, slots)


GENERATORS = tuple(_ALL)
