"""Play: soft and wooden toys, balls, blocks and games, and the larger pieces of a playroom."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ....model.assets import Box
from . import _make as mk
from ._soft import block, hull, ripples
from ._things import (
    Any,
    Asset,
    Floats,
    Generator,
    Piece,
    Pieces,
    Rng,
    front,
    kit,
    loft,
    np,
    oval,
    pick,
    shell,
    solid,
    thing,
    turn,
)
from .props import chance, done, fit, lump, pressed, rest, settle, top

_ALL: list[Generator] = []

BRIGHT = ("#cf4a3c", "#3d78b8", "#e9b53c", "#4c9a67", "#e2813a", "#7b62a6", "#e08fa6", "#57b0bd", "#f0eadb")
SOFT = ("#d98f76", "#8fa9bd", "#e3c583", "#9db79c", "#e3b7b0", "#b3a3c4", "#efe7d6", "#88b7b2")
SKIN = ("#eac3a2", "#d9a77f", "#a8714a", "#6f4630")
HAIR = ("#3a2418", "#7a4a26", "#c89a4e", "#a4472a", "#1f1a18")


def _tints(rng: Rng, family: str, n: int, colours: Sequence[str] = BRIGHT, prefix: str = "c") -> dict[str, str]:
    """Slots c0, c1, ... of a family in different colours."""
    order = rng.permutation(len(colours))
    return {f"{prefix}{i}": f"{family}:{colours[int(order[i % len(order)])]}" for i in range(n)}


def _egg(
    size: Sequence[float],
    at: Sequence[float],
    slot: str,
    x: float = 0,
    y: float = 0,
    z: float = 0,
    seg: int = 16,
    rings: int = 10,
) -> Piece:
    """An ellipsoid, turned."""
    return turn(kit.ellipsoid(size, (0, 0, 0), slot, seg, rings), x, y, z, at)[0]


def _limb(points: Sequence[Sequence[float]], radii: Sequence[float], slot: str, seg: int = 10, steps: int = 4) -> Piece:
    """A stuffed limb along a curve, round at both ends."""
    path = kit.smooth_path(points, steps) if len(points) > 2 else np.linspace(points[0], points[1], steps + 1)
    r = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(radii)), radii)
    ends = []
    for e, f in ((0, 1), (-1, -2)):
        d = path[e] - path[f]
        d = d / np.linalg.norm(d) * r[e]
        ends.append([(path[e] + d * s, r[e] * np.sqrt(1 - s * s)) for s in (0.5, 0.85, 0.985)])
    pts = np.concatenate([[p for p, _ in ends[0][::-1]], path, [p for p, _ in ends[1]]])
    rad = np.concatenate([[q for _, q in ends[0][::-1]], r, [q for _, q in ends[1]]])
    return kit.tube(pts, rad, slot, seg)


def _wheel(x: float, y: float, r: float, t: float, slot: str, hub: str, seg: int = 18) -> Pieces:
    """A solid toy wheel turning about X, its middle at x, standing on the floor at y."""
    a = x - t / 2
    s = 1 if x >= 0 else -1
    return [
        mk.cyl((a, y, r), r, t, "x", slot, min(0.2 * t, 0.1 * r), seg),
        mk.cyl((x + s * 0.32 * t, y, r), 0.55 * r, 0.24 * t, "x" if s > 0 else "-x", hub, 0.05 * t, 14),
    ]


def _side(outline: Any, width: float, slot: str, bevel: float = 0.003, smooth: bool = False, x: float = 0.0) -> Pieces:
    """A body whose outline is drawn in side view (y, z), `width` across, centred at x."""
    q = kit.outward(kit.prism(outline, width, (0, 0, 0), slot, bevel, smooth_sides=smooth))
    v = q.vertices
    return [q._replace(vertices=np.column_stack([v[:, 2] - width / 2 + x, v[:, 0], v[:, 1]]))]


def _bow(at: Sequence[float], s: float, slot: str) -> Pieces:
    """A ribbon bow facing the front."""
    loop = _egg((0.05 * s, 0.016 * s, 0.034 * s), (0.026 * s, 0, 0.003 * s), slot, y=-0.3, seg=10, rings=6)
    tail = kit.prism([(0.002, 0), (0.014, -0.035), (0.026, -0.03), (0.012, 0.0)], 0.003, (0, 0, 0), slot, 0.0)
    tail = kit.scale(kit.rotate(kit.outward(tail), "x", np.pi / 2), s)[0]
    return kit.move(
        [*kit.mirror([loop, tail]), _egg((0.018 * s, 0.018 * s, 0.018 * s), (0, -0.004 * s, 0), slot, seg=8, rings=6)], at
    )


def _eyes(x: float, y: float, z: float, r: float, slot: str = "eye") -> Pieces:
    out = [_egg((2 * r, 1.5 * r, 2 * r), (x, y, z), slot, seg=8, rings=6)]
    out.append(_egg((0.7 * r, 0.5 * r, 0.7 * r), (x - 0.3 * r, y - 0.65 * r, z + 0.35 * r), "glint", seg=6, rings=4))
    return [*out, *kit.scale([out[0]], (-1, 1, 1)), *kit.move([out[1]], (-2 * x, 0, 0))]


# ---------------------------------------------------------------------------------------------- soft toys

FUR = {
    "bear": ("#a8713f", "#7b4a2b", "#d8b98d", "#c9a06a", "#8e8378", "#efe6d6"),
    "bunny": ("#e9dfd0", "#b9aea2", "#d9b7ae", "#c7b08f", "#f2eee6"),
    "elephant": ("#8d97a3", "#a9a5a8", "#7fa0b5", "#c4a4ac"),
    "dinosaur": ("#6f9d58", "#4f8f86", "#d98a4b", "#8a74b0", "#93b04a"),
    "dog": ("#c79a63", "#8a6446", "#e6d8c0", "#6d655e"),
}


@thing(
    _ALL,
    {
        "bear": (0.3, 0.28, 0.36),
        "bunny": (0.24, 0.24, 0.4),
        "elephant": (0.26, 0.3, 0.28),
        "dinosaur": (0.2, 0.42, 0.3),
        "dog": (0.26, 0.28, 0.31),
    },
    {"teddy": {"kind": "bear"}, "rabbit": {"kind": "bunny"}},
    extra=("none", "bow", "scarf", "none"),
)
def stuffed_animal(p: Any) -> Asset:
    """A soft toy sitting upright, facing the front; the dinosaur stands on all fours."""
    rng = chance(p)
    k = p.kind
    slots = {
        "fur": f"fabric:{pick(rng, FUR[k])}",
        "pale": f"fabric:{pick(rng, ('#efe3cd', '#e6cfa8', '#f3ede2'))}",
        "eye": "plastic:#17130f",
        "glint": "plastic:#f4f4f4",
        "nose": f"fabric:{pick(rng, ('#2a1f1a', '#4a3026'))}",
        "ribbon": f"fabric:{pick(rng, BRIGHT)}",
        "inner": f"fabric:{pick(rng, ('#dba9a3', '#e4bdb4', '#cf9d8f'))}",
    }
    s, plump = "fur", rng.uniform(0.94, 1.1)
    if k == "dinosaur":
        rear = rng.uniform(0.0, 0.03)
        spine = [
            (0, 0.3, 0.1),
            (0, 0.2, 0.075),
            (0, 0.1, 0.1),
            (0, 0, 0.125),
            (0, -0.07, 0.15),
            (0, -0.105, 0.2 + rear),
            (0, -0.125, 0.245 + rear),
        ]
        out: Pieces = [
            _limb(spine, (0.008, 0.03, 0.068 * plump, 0.08 * plump, 0.062, 0.04, 0.036), s, 14, 4),
            _egg((0.085, 0.12, 0.08), (0, -0.15, 0.262 + rear), s, x=0.12),
            _egg((0.105 * plump, 0.17, 0.1), (0, 0.03, 0.085), "pale"),
        ]
        for y, out_ in ((-0.055, 0.055), (0.09, 0.06)):
            out += kit.mirror(
                [
                    _limb([(out_ - 0.01, y, 0.1), (out_ + 0.006, y - 0.005, 0.035)], (0.036, 0.033), s),
                    _egg((0.07, 0.08, 0.026), (out_ + 0.006, y - 0.008, 0.014), "pale", seg=12, rings=6),
                ]
            )
        line = kit.smooth_path(
            [
                (0, 0.27, 0.118),
                (0, 0.19, 0.112),
                (0, 0.1, 0.165),
                (0, 0, 0.203),
                (0, -0.05, 0.212),
                (0, -0.068, 0.24 + rear),
                (0, -0.1, 0.293 + rear),
            ],
            2,
        )
        for i, q in enumerate(line):
            g = 0.6 + 0.5 * np.sin(np.pi * i / (len(line) - 1))
            out.append(_egg((0.014, 0.038 * g, 0.052 * g), q, "ribbon", x=-0.5 if i > 8 else 0.0, seg=8, rings=6))
        out += _eyes(0.034, -0.175, 0.284 + rear, 0.0085)
        out += kit.mirror(_egg((0.008, 0.008, 0.006), (0.014, -0.208, 0.268 + rear), "nose", seg=6, rings=4))
        return done("stuffed_animal", p, pressed(out, 0.008), slots)
    body = lump((0.168 * plump, 0.15, 0.195), (0, 0.03, 0.096), s, rng, 0.03, 18, 12)
    tilt = rng.normal(0, 0.07)
    arms = [(0.066, 0.005, 0.162), (0.108, -0.022 - 0.02 * rng.random(), 0.122), (0.116, -0.062, 0.08 + 0.02 * rng.random())]
    legs = [(0.055, -0.015, 0.046), (0.084, -0.075, 0.043), (0.098, -0.125, 0.045)]
    out = [
        body,
        _egg((0.115 * plump, 0.05, 0.135), (0, -0.033, 0.092), "pale"),
        *kit.mirror(
            [
                _limb(arms, (0.034, 0.032, 0.029), s),
                _limb(legs, (0.046, 0.043, 0.04), s),
                _egg((0.076, 0.042, 0.096), (0.1, -0.146, 0.05), s),
                _egg((0.052, 0.014, 0.066), (0.101, -0.163, 0.051), "pale", seg=12, rings=8),
            ]
        ),
    ]
    z = 0.237
    head: Pieces = [lump((0.16, 0.138, 0.138), (0, 0, z), s, rng, 0.02, 18, 12)]
    if k == "elephant":
        trunk = [
            (0, -0.05, z - 0.005),
            (0, -0.095, z - 0.03),
            (0, -0.112, z - 0.075),
            (0, -0.142, z - 0.1),
            (0, -0.168, z - 0.085 + 0.04 * rng.random()),
        ]
        head += [_limb(trunk, (0.042, 0.034, 0.027, 0.022, 0.019), s, 12, 4), *_eyes(0.034, -0.058, z + 0.022, 0.009)]
        head += kit.mirror(
            [
                _egg((0.115, 0.022, 0.125), (0.118, 0.008, z + 0.01), s, z=0.35),
                _egg((0.085, 0.012, 0.095), (0.117, -0.003, z + 0.008), "inner", z=0.35),
            ]
        )
        head += kit.mirror(_limb([(0.034, -0.06, z - 0.035), (0.042, -0.1, z - 0.05)], (0.008, 0.005), "pale", 8))
    else:
        muzzle = {"bear": 1.0, "bunny": 0.8, "dog": 1.25}[k]
        y = -0.052 - 0.018 * muzzle
        head += [
            _egg((0.078 * muzzle**0.5, 0.062 * muzzle, 0.056), (0, y + 0.012, z - 0.018), "pale"),
            _egg((0.026, 0.018, 0.018), (0, y - 0.03 * muzzle**2 + 0.012, z - 0.004), "nose", seg=10, rings=6),
            *_eyes(0.031, -0.0585, z + 0.024, 0.0085),
        ]
        mouth = [
            (0.016, y - 0.016 * muzzle, z - 0.032),
            (0.006, y - 0.021 * muzzle, z - 0.035),
            (0, y - 0.022 * muzzle, z - 0.026),
        ]
        head += kit.mirror(kit.tube(kit.smooth_path(mouth, 3), 0.0018, "nose", 5))
        if k == "bear":
            head += kit.mirror(
                [
                    _egg((0.062, 0.032, 0.062), (0.061, 0.006, z + 0.058), s),
                    _egg((0.04, 0.014, 0.04), (0.061, -0.009, z + 0.057), "inner", seg=12, rings=8),
                ]
            )
        elif k == "dog":
            head += kit.mirror(
                [
                    _egg((0.03, 0.062, 0.115), (0.082, -0.002, z + 0.012), "nose" if rng.random() < 0.4 else s, y=-0.25, seg=14),
                ]
            )
            if rng.random() < 0.5:
                head.append(_egg((0.05, 0.03, 0.058), (0.03, -0.05, z + 0.025), "inner", seg=12, rings=8))
        else:
            flop = rng.random() < 0.45
            for e in (1, -1):
                bent = [
                    (0.034 * e, 0.005, z + 0.055),
                    (0.046 * e, 0.008, z + 0.11),
                    ((0.075 if flop and e > 0 else 0.05) * e, 0.004, z + 0.15),
                    ((0.115 if flop and e > 0 else 0.046) * e, -0.012, z + (0.125 if flop and e > 0 else 0.19)),
                ]
                ear = _limb(bent, (0.02, 0.026, 0.026, 0.017), s, 10, 4)
                lining = _limb(np.asarray(bent)[:3] + (0, -0.0135, 0.004), (0.01, 0.016, 0.014), "inner", 8, 4)
                c = np.asarray(bent).mean(0)
                head += [q._replace(vertices=(q.vertices - c) * (1, 0.6, 1) + c) for q in (ear, lining)]
    out += turn(kit.move(head, (0, 0, -z)), y=tilt, at=(0, -0.006, z))
    out.append(
        _egg(
            (0.05, 0.05, 0.05) if k != "dog" else (0.03, 0.05, 0.09),
            (0, 0.105, 0.05),
            "pale" if k == "bunny" else s,
            seg=10,
            rings=8,
        )
    )
    if p.extra == "bow":
        out += [kit.torus(0.055, 0.009, (0, 0.008, 0.178), "ribbon", 20, 6), *_bow((0, -0.062, 0.17), 1.25, "ribbon")]
    elif p.extra == "scarf":
        out += [
            kit.torus(0.058, 0.016, (0, 0.008, 0.178), "ribbon", 22, 8),
            *turn(
                block((0.034, 0.012, 0.1), (0, 0, -0.05), "ribbon", 0.005, (0, 0, 0), 3),
                x=-0.25,
                y=0.12,
                at=(0.035, -0.06, 0.178),
            ),
        ]
    return done("stuffed_animal", p, pressed(out, 0.008), slots)


@thing(
    _ALL,
    (0.18, 0.1, 0.38),
    {"rag": {"dress": "skirt"}},
    dress=("skirt", "overalls", "long"),
    hair=("bun", "braids", "bob", "long"),
)
def doll(p: Any) -> Asset:
    """A standing doll with clothes, hair and a stitched face."""
    rng = chance(p)
    slots = {
        "dress": f"fabric:{pick(rng, BRIGHT[:8] + SOFT)}",
        "skin": f"fabric:{pick(rng, SKIN)}",
        "hair": f"fabric:{pick(rng, HAIR)}",
        "trim": f"fabric:{pick(rng, ('#f4efe4', *SOFT))}",
        "shoe": f"leather:{pick(rng, ('#7a2e2a', '#2c2d30', '#5f4630', '#d9d2c4'))}",
        "eye": "plastic:#1b1613",
        "lip": "fabric:#b04a4a",
        "glint": "plastic:#f2f2f2",
    }
    z = 0.315
    out: Pieces = [_egg((0.096, 0.088, 0.104), (0, 0, z), "skin"), *_eyes(0.019, -0.0405, z + 0.004, 0.0055)]
    smile = [(x, -0.0445 + 10 * x * x, z - 0.022 + 18 * x * x) for x in np.linspace(-0.013, 0.013, 5)]
    out += [kit.tube(smile, 0.0014, "lip", 5), _egg((0.007, 0.006, 0.006), (0, -0.0455, z - 0.008), "skin", seg=6, rings=4)]
    out += kit.mirror(_egg((0.016, 0.006, 0.011), (0.029, -0.0375, z - 0.016), "trim", z=0.55, seg=8, rings=4))
    # hair: a cap tilted back, then its kind
    out.append(_egg((0.108, 0.094, 0.104), (0, 0.0105, z + 0.0105), "hair", x=0.35, seg=18, rings=12))
    if p.hair == "bun":
        out += (
            kit.mirror(_egg((0.042, 0.042, 0.042), (0.042, 0.018, z + 0.05), "hair", seg=10, rings=8))
            if rng.random() < 0.5
            else [_egg((0.052, 0.052, 0.045), (0, 0.02, z + 0.064), "hair", seg=12)]
        )
    elif p.hair == "braids":
        for i in range(6):
            out += kit.mirror(
                _egg((0.024, 0.024, 0.026), (0.05 + 0.002 * i, 0.006 - 0.003 * i, z - 0.008 - 0.018 * i), "hair", seg=8, rings=6)
            )
        out += kit.mirror(_egg((0.018, 0.018, 0.012), (0.062, -0.01, z - 0.112), "dress", seg=8, rings=4))
    else:
        drop = 0.085 if p.hair == "long" else 0.035
        out += kit.mirror(
            _limb(
                [(0.044, 0.006, z + 0.01), (0.05, 0.012, z - 0.03), (0.046, 0.016, z - 0.03 - drop)],
                (0.015, 0.019, 0.013),
                "hair",
                8,
            )
        )
        out.append(_limb([(0, 0.036, z), (0, 0.04, z - 0.04), (0, 0.034, z - 0.035 - drop)], (0.036, 0.036, 0.026), "hair", 10))
    out += [kit.cylinder(0.017, 0.03, (0, 0, 0.248), "skin", 0, 12), kit.torus(0.02, 0.007, (0, 0, 0.261), "trim", 16, 6)]
    hem = {"skirt": 0.105, "overalls": 0.13, "long": 0.045}[p.dress]
    spread = {"skirt": 0.075, "overalls": 0.036, "long": 0.078}[p.dress]
    wave = 1 + (0.07 if p.dress != "overalls" else 0) * np.sin(np.linspace(0, 2 * np.pi, 32, endpoint=False) * 8)
    o = oval(2, 1.5, 32)
    prof = [(0.02, 0.262), (0.034, 0.252), (0.036, 0.22), (0.033, 0.195), (0.042, 0.18)] + (
        [(spread, hem)] if p.dress != "overalls" else [(0.043, 0.15), (0.036, hem)]
    )
    rings = [(o * r * (1 if zz > 0.17 else wave)[..., None] if zz <= 0.17 else o * r, zz) for r, zz in prof]
    out.append(loft(rings, "dress"))
    if p.dress == "overalls":
        out += kit.mirror(
            [
                kit.tube([(0.02, 0, 0.15), (0.022, 0, 0.055)], [0.021, 0.019], "dress", 12),
                kit.torus(0.02, 0.004, (0.022, 0, 0.058), "trim", 14, 5),
            ]
        )
        out += [block((0.036, 0.006, 0.034), (0, -0.0275, 0.222), "trim", 0.003, (0, 0, 0), 3)]
    else:
        out += [kit.torus(0.035, 0.0045, (0, 0, 0.194), "trim", 20, 6)]
        out[-1] = kit.scale([out[-1]], (1, 0.76, 1))[0]
        out += _bow((0, -0.029, 0.244), 0.6, "trim")
    out += kit.mirror(
        [
            _limb([(0.032, 0, 0.246), (0.058, -0.004, 0.215), (0.074, -0.014, 0.172)], (0.015, 0.015, 0.012), "dress", 10),
            _egg((0.02, 0.02, 0.028), (0.076, -0.017, 0.16), "skin", seg=8, rings=6),
            kit.tube([(0.022, 0, 0.16), (0.022, 0, 0.018)], [0.013, 0.012], "skin", 10),
            kit.cylinder(0.0138, 0.022, (0.022, 0, 0.025), "trim", 0.002, 10),
            _egg((0.034, 0.066, 0.034), (0.022, -0.007, 0.014), "shoe", seg=10, rings=6),
        ]
    )
    return done("doll", p, pressed(out, 0.006), slots)


# ---------------------------------------------------------------------------------------------- blocks


def _one_block(kind: str, w: float, d: float, h: float, slot: str, rng: Rng, deco: str = "trim") -> Pieces:
    """One wooden block standing on z = 0."""
    b = 0.05 * min(w, d, h)
    if kind == "arch":
        n = 10
        r = 0.3 * w
        t = np.linspace(np.pi, 0, n)
        outline = np.array(
            [(-w / 2, 0), *[(r * np.cos(a), min(h * 0.72, r) * np.sin(a)) for a in t], (w / 2, 0), (w / 2, h), (-w / 2, h)]
        )
        return front(outline, d, slot, b, d / 2)
    if kind == "triangle":
        return front([(-w / 2, 0), (w / 2, 0), (0, h)], d, slot, b, d / 2)
    if kind == "cylinder":
        return fit(kit.cylinder(0.5, 1, (0, 0, 0), slot, 0.04, 20), (w, d, h))
    out: Pieces = [kit.box((w, d, h), (0, 0, h / 2), slot, b, segments=2)]
    if kind == "cube":  # a raised picture panel on the upright sides and a dot on top
        e, q = 0.012 * w, 0.72
        out += [kit.box((q * w, 2 * e, q * h), (0, s * d / 2, h / 2), deco, e * 0.8) for s in (1, -1)] + [
            kit.box((2 * e, q * d, q * h), (s * w / 2, 0, h / 2), deco, e * 0.8) for s in (1, -1)
        ]
        for s in (1, -1):
            out += _letter(int(rng.integers(6)), 0.5 * min(w, h), (0, s * (d / 2 + e), h / 2), 0 if s < 0 else np.pi, slot, e)
    elif kind == "brick":
        nx, ny = max(1, round(w / (0.42 * h * 2))), max(1, round(d / (0.42 * h * 2)))
        body = 0.84 * h
        out = [kit.box((w, d, body), (0, 0, body / 2), slot, 0.02 * h)]
        px, py = w / nx, d / ny
        out += [
            kit.cylinder(
                0.3 * min(px, py),
                0.17 * h,
                (-w / 2 + px * (i + 0.5), -d / 2 + py * (j + 0.5), body - 0.01 * h),
                slot,
                0.015 * h,
                14,
            )
            for i in range(nx)
            for j in range(ny)
        ]
    return out


def _letter(i: int, s: float, at: Sequence[float], yaw: float, slot: str, thick: float) -> Pieces:
    """A bold capital drawn with bars, in front view."""
    strokes = (
        [((-0.4, -0.5), (0, 0.5)), ((0.4, -0.5), (0, 0.5)), ((-0.24, -0.12), (0.24, -0.12))],
        [((-0.35, -0.5), (-0.35, 0.5)), ((-0.35, 0.44), (0.35, 0.44)), ((-0.35, 0), (0.25, 0)), ((-0.35, -0.44), (0.35, -0.44))],
        [((-0.4, -0.5), (-0.4, 0.5)), ((0.4, -0.5), (0.4, 0.5)), ((-0.4, 0), (0.4, 0))],
        [((0, -0.5), (0, 0.5)), ((-0.42, 0.44), (0.42, 0.44))],
        [((-0.4, -0.5), (0.4, 0.5)), ((0.4, -0.5), (-0.4, 0.5))],
        [((-0.35, 0.5), (-0.35, -0.5)), ((-0.35, -0.44), (0.38, -0.44))],
    )[i]
    out: Pieces = []
    for n, (a, b) in enumerate(strokes):
        u, v = np.array(a) * s, np.array(b) * s
        c, l = (u + v) / 2, float(np.linalg.norm(v - u))
        bar = kit.box((l, 1.5 * thick * (1 + 0.06 * n), 0.17 * s), (0, 0, 0), slot, 0.0)
        out += kit.move(kit.rotate(bar, "y", -float(np.arctan2(v[1] - u[1], v[0] - u[0]))), (c[0], 0, c[1]))
    return turn(out, z=yaw, at=at)


def _single(rng: Rng, over: dict[str, Any]) -> dict[str, Any]:
    """A block unless a whole set is asked for."""
    return {**over, "kind": over.get("kind") or pick(rng, ("cube", "cube", "arch", "cylinder", "triangle", "brick"))}


@thing(
    _ALL,
    {
        "cube": (0.05, 0.05, 0.05),
        "arch": (0.1, 0.04, 0.05),
        "cylinder": (0.045, 0.045, 0.06),
        "triangle": (0.08, 0.04, 0.045),
        "brick": (0.064, 0.032, 0.024),
        "set": (0.3, 0.2, 0.22),
    },
    {"lego": {"kind": "brick"}, "wooden": {"finish": "wood"}},
    before=_single,
    finish=("paint", "wood", "paint"),
)
def building_block(p: Any) -> Asset:
    """A building block with an alphabet panel, an arch, a roof, a pillar or a studded brick; or a small castle built of many."""
    rng = chance(p)
    tones = ("#caa06a", "#b5834f", "#d9b98a", "#9c6b40", "#e0c79d") if p.finish == "wood" else BRIGHT
    slots = _tints(rng, "wood" if p.finish == "wood" else "plastic" if p.kind == "brick" else "paint", 5, tones) | {
        "trim": "paint:#efe6d2"
    }
    w, d, h = p.width, p.depth, p.height
    if p.kind != "set":
        out = _one_block(p.kind, w, d, h, "c0", rng)
        flat = p.kind in ("cube", "arch", "cylinder")
        return done("building_block", p, out, slots, surfaces=[top(0.3 * w, 0.3 * d, h)] if flat else [])
    u = 0.05
    out = []

    def put(kind: str, x: float, y: float, z: float, a: float = u, b: float = u, c: float = u) -> None:
        yaw = float(rng.normal(0, 0.06))
        out.extend(turn(_one_block(kind, a, b, c, f"c{int(rng.integers(5))}", rng), z=yaw, at=(x, y, z)))

    for x in (-0.085, 0.085):
        put("cube", x, 0.03, 0)
        put("box" if rng.random() < 0.5 else "cylinder", x, 0.03, u)
        put(pick(rng, ("triangle", "cube")), x, 0.03, 2 * u)
    put("arch", 0, 0.03, 0, 0.11, u, u)
    put("box", 0, 0.03, u, 0.11, u, 0.03)
    put("cube" if rng.random() < 0.5 else "cylinder", 0.0, 0.03, u + 0.03)
    put("triangle", 0.0, 0.03, 2 * u + 0.03, 0.07, u, 0.04)
    for x in (-0.1, -0.03, 0.05, 0.12):
        put(
            pick(rng, ("cube", "cylinder", "box", "triangle", "arch")),
            x + rng.normal(0, 0.008),
            -0.075 + rng.normal(0, 0.012),
            0,
            u,
            0.045,
            pick(rng, (0.03, u, u)),
        )
    return done("building_block", p, settle(out), slots)


# ---------------------------------------------------------------------------------------------- toys of many kinds


def _rings(p: Any, rng: Rng) -> Pieces:
    out: Pieces = [
        kit.lathe([(0.05, 0), (0.062, 0.004), (0.065, 0.012), (0.06, 0.02), (0.04, 0.024)], (0, 0, 0), "c5", 24),
        kit.cylinder(0.009, 0.19, (0, 0, 0.02), "wood", 0.003, 14),
    ]
    z = 0.024
    n = int(rng.integers(4, 7))
    for i in range(n):
        t = 0.165 / n / 2
        r = 0.066 - 0.034 * i / (n - 1)
        out.append(kit.scale(kit.torus(r - 0.02, 0.02, (0, 0, 0), f"c{i % 5}", 24, 10), (1, 1, t / 0.02))[0])
        out[-1:] = kit.move(out[-1], (rng.normal(0, 0.0008), 0, z + t))
        z += 2 * t
    return [*out, _egg((0.036, 0.036, 0.034), (0, 0, z + 0.02), "c5")]


def _rocket(p: Any, rng: Rng) -> Pieces:
    r = 0.055
    body = [(0.03, 0.035), (0.043, 0.04), (r, 0.12), (r * 0.96, 0.19), (0.04, 0.245), (0.018, 0.29), (0, 0.31)]
    out: Pieces = [
        solid(body[:4], "c0", 24),
        solid([(r * 0.965, 0.1885), (0.041, 0.245), (0.018, 0.29), (0, 0.312)], "c1", 24),
        kit.lathe([(0.03, 0.012), (0.024, 0.04)], (0, 0, 0), "dark", 18),
        kit.torus(r * 0.985, 0.004, (0, 0, 0.188), "c2", 24, 6),
        kit.torus(r * 0.93, 0.003, (0, 0, 0.085), "c2", 24, 6),
    ]
    n = int(rng.integers(3, 5))
    fin = kit.outward(kit.prism([(0.036, 0.055), (0.096, 0.0), (0.098, 0.03), (0.05, 0.13)], 0.01, (0, 0, 0), "c1", 0.003))
    out += kit.ring(kit.move(kit.rotate(fin, "x", np.pi / 2), (0, 0.005, 0)), n, np.pi / 2 + (np.pi / n))
    for z in (0.15, 0.105)[: int(rng.integers(1, 3))]:
        out += [
            mk.cyl((0, -r + 0.012, z), 0.018, 0.015, "-y", "c2", 0.003, 18),
            mk.cyl((0, -r + 0.008, z), 0.012, 0.0205, "-y", "window", 0.002, 16),
        ]
    return out


def _robot(p: Any, rng: Rng) -> Pieces:
    out: Pieces = [
        kit.box((0.1, 0.07, 0.095), (0, 0, 0.115), "c0", 0.008, segments=2),
        kit.box((0.075, 0.062, 0.058), (0, 0, 0.203), "c0", 0.008, segments=2),
        kit.cylinder(0.018, 0.02, (0, 0, 0.158), "dark", 0.002, 12),
        kit.box((0.07, 0.006, 0.05), (0, -0.036, 0.122), "c1", 0.003),
        kit.box((0.05, 0.006, 0.012), (0, -0.0325, 0.19), "dark", 0.002),
    ]
    out += (
        mk.dots([(-0.02, 0.135), (0, 0.135), (0.02, 0.135)], -0.038, 0.007, "c2")
        + mk.dots([(-0.018, 0.214), (0.018, 0.214)], -0.03, 0.011, "c2", 0.006)
        + mk.dots([(-0.018, 0.214), (0.018, 0.214)], -0.035, 0.006, "dark", 0.004)
    )
    out += [kit.box((0.044, 0.004, 0.016), (0, -0.039, 0.105), "dark", 0.001)]
    out += kit.mirror(
        [
            mk.cyl((0.048, 0, 0.14), 0.013, 0.018, "x", "dark", 0.002, 12),
            kit.box((0.022, 0.03, 0.07), (0.074, -0.004, 0.115), "c1", 0.005),
            kit.torus(0.012, 0.005, (0.074, -0.004, 0.068), "dark", 12, 6),
            kit.box((0.03, 0.036, 0.06), (0.026, 0, 0.045), "dark", 0.004),
            kit.box((0.04, 0.062, 0.022), (0.026, -0.006, 0.011), "c1", 0.005),
            mk.cyl((0.036, 0, 0.203), 0.011, 0.01, "x", "c1", 0.002, 12),
        ]
    )
    if rng.random() < 0.6:
        out += [
            kit.bar((0, 0, 0.23), (0, 0, 0.25), 0.003, "steel", 6),
            _egg((0.014, 0.014, 0.014), (0, 0, 0.254), "c2", seg=10, rings=6),
        ]
    else:
        out += kit.mirror(
            [
                kit.bar((0.02, 0, 0.23), (0.03, 0, 0.25), 0.0025, "steel", 6),
                _egg((0.01, 0.01, 0.01), (0.03, 0, 0.253), "c2", seg=8, rings=6),
            ]
        )
    return out


def _figure(p: Any, rng: Rng) -> Pieces:
    out: Pieces = [
        _egg((0.036, 0.038, 0.044), (0, -0.001, 0.177), "skin", seg=14),
        kit.cylinder(0.009, 0.02, (0, 0, 0.147), "skin", 0, 10),
        *_eyes(0.008, -0.0185, 0.179, 0.0026, "dark"),
    ]
    if rng.random() < 0.5:
        out.append(_egg((0.04, 0.04, 0.042), (0, 0.004, 0.183), "c1", x=0.3, seg=14))
    else:
        out += [_egg((0.039, 0.039, 0.038), (0, 0.003, 0.185), "dark", x=0.25, seg=14)]
    o = oval(2, 1.25, 18)
    out.append(loft([(o * 0.019, 0.09), (o * 0.018, 0.105), (o * 0.027, 0.135), (o * 0.026, 0.148), (o * 0.012, 0.155)], "c0"))
    out += [kit.scale(kit.torus(0.019, 0.004, (0, 0, 0.1), "c2", 16, 6), (1, 0.68, 1))[0]]
    up = rng.random() < 0.5
    for s in (1, -1):
        hand = (0.046 * s, -0.012, 0.19) if up and s > 0 else (0.038 * s, -0.014, 0.098)
        elbow = (0.048 * s, -0.004, 0.15) if up and s > 0 else (0.042 * s, 0.004, 0.118)
        out += [
            _limb([(0.025 * s, 0, 0.145), elbow, hand], (0.011, 0.0095, 0.008), "c0", 10),
            _egg((0.015, 0.015, 0.018), hand, "c1", seg=8, rings=6),
        ]
        out += [
            _limb([(0.011 * s, 0, 0.092), (0.016 * s, -0.004, 0.052), (0.019 * s, 0, 0.018)], (0.0135, 0.0115, 0.009), "c0", 10),
            kit.tube([(0.018 * s, 0, 0.036), (0.019 * s, 0, 0.008)], [0.0115, 0.0105], "c1", 10),
            _egg((0.021, 0.038, 0.016), (0.019 * s, -0.007, 0.008), "c1", seg=10, rings=6),
        ]
    if rng.random() < 0.7:
        x, z = np.meshgrid(np.linspace(-1, 1, 7), np.linspace(0, 1, 6), indexing="ij")
        g = np.stack([x * (0.024 + 0.014 * z), 0.016 + 0.022 * z + 0.004 * np.sin(x * 6), 0.148 - 0.115 * z], -1)
        out.append(kit.sheet(g, "c1", 0.0015))
    return out


def _plane(p: Any, rng: Rng) -> Pieces:
    path = [(0, 0.13, 0.075), (0, 0.06, 0.066), (0, -0.04, 0.06), (0, -0.11, 0.058), (0, -0.125, 0.058)]
    out: Pieces = [
        _limb(path, (0.012, 0.026, 0.034, 0.03, 0.024), "c0", 14, 4),
        _egg((0.03, 0.03, 0.03), (0, -0.142, 0.058), "c2", seg=12, rings=8),
    ]
    low = 0.05 if rng.random() < 0.5 else 0.094
    wing = kit.rounded_rect(0.3, 0.065, 0.028, 5)
    out.append(kit.prism(wing, 0.009, (0, -0.05, low - 0.004), "c1", 0.003, smooth_sides=True))
    if rng.random() < 0.4:  # a biplane
        other = 0.094 if low < 0.07 else 0.05
        out += [kit.prism(wing * 0.94, 0.009, (0, -0.05, other - 0.004), "c1", 0.003, smooth_sides=True)]
        out += kit.mirror(
            [
                kit.bar((0.1, -0.068, 0.05), (0.1, -0.068, 0.095), 0.003, "wood", 6),
                kit.bar((0.1, -0.032, 0.05), (0.1, -0.032, 0.095), 0.003, "wood", 6),
            ]
        )
    elif low > 0.07:
        out.append(kit.box((0.03, 0.04, 0.02), (0, -0.05, 0.085), "c0", 0.004))
    out += [
        kit.prism(kit.rounded_rect(0.11, 0.036, 0.016, 4), 0.007, (0, 0.12, 0.075), "c1", 0.002, smooth_sides=True),
        *_side([(0.098, 0.078), (0.14, 0.078), (0.142, 0.118), (0.122, 0.12)], 0.008, "c1", 0.002),
    ]
    out += turn(
        kit.rotate(kit.prism(kit.rounded_rect(0.11, 0.016, 0.007, 3), 0.004, (0, 0, 0), "wood", 0.001), "x", np.pi / 2),
        y=rng.uniform(0, 3),
        at=(0, -0.15, 0.058),
    )
    out += [_egg((0.035, 0.06, 0.034), (0, 0.0, 0.088), "window", seg=12, rings=8)]
    out += kit.mirror(
        [
            kit.bar((0.014, -0.08, 0.05), (0.036, -0.085, 0.016), 0.003, "steel", 6),
            *_wheel(0.04, -0.085, 0.016, 0.011, "dark", "c2", 14),
        ]
    )
    return [
        *out,
        *_wheel(0.0, 0.12, 0.008, 0.008, "dark", "c2", 10),
        kit.bar((0, 0.12, 0.01), (0, 0.115, 0.07), 0.0025, "steel", 6),
    ]


def _boat(p: Any, rng: Rng) -> Pieces:
    n = 28
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    base = np.stack(
        [
            0.058 * np.cos(t) * np.where(np.sin(t) < 0, (1 - np.abs(np.sin(t)) ** 3.0) ** 0.6, 1.0),
            np.where(np.sin(t) < 0, 0.15, 0.12) * np.sin(t),
        ],
        -1,
    )
    sheer = lambda q: 0.012 * (q[:, 1] / 0.14) ** 2  # noqa: E731 - the deck line rises to bow and stern
    rows = [
        (0.35, 0.75, 0.0),
        (0.75, 0.88, 0.015),
        (0.95, 0.97, 0.04),
        (1.0, 1.0, 0.062),
        (0.93, 0.965, 0.062),
        (0.9, 0.95, 0.054),
    ]
    hull_ = loft([(base * (a, b), z) for a, b, z in rows], "c0")
    v = hull_.vertices.copy()
    v[:, 2] += np.where(v[:, 2] > 0.03, sheer(v), 0)
    out: Pieces = [
        hull_._replace(vertices=v),
        kit.cylinder(0.005, 0.25, (0, -0.015, 0.05), "wood", 0.001, 10),
        kit.bar((0, -0.01, 0.085), (0, 0.1, 0.08), 0.004, "wood", 8),
        kit.box((0.045, 0.05, 0.022), (0, 0.065, 0.064), "c1", 0.004),
    ]
    for pts, slot in (
        ([(0.0, 0.295), (0.0, 0.095), (0.1, 0.09)], "sail"),
        ([(-0.012, 0.28), (-0.13, 0.085), (-0.012, 0.095)], "c2" if rng.random() < 0.4 else "sail"),
    ):
        a, b, c = (np.array([0, y - 0.015, z]) for y, z in pts)
        g = np.array([[a + (b - a) * s + (c - b) * s * u for u in np.linspace(0, 1, 5)] for s in np.linspace(0.04, 1, 8)])
        w = np.array([[s * u * (1 - u) * 4 for u in np.linspace(0, 1, 5)] for s in np.linspace(0.04, 1, 8)])
        g[..., 0] += 0.016 * w
        out.append(kit.sheet(g, slot, 0.0015))
    out += (
        kit.move(front([(0, 0), (0.035, -0.012), (0, -0.024)], 0.002, "c1", 0.0), (0, -0.015, 0.322))
        if rng.random() < 0.6
        else []
    )
    rest = kit.mirror(
        [
            kit.box((0.008, 0.03, 0.03), (0.022, 0.06, 0.0), "wood", 0.002),
            kit.box((0.008, 0.03, 0.03), (0.022, -0.05, 0.0), "wood", 0.002),
        ]
    )
    return [*out, *rest]


def _top_toy(p: Any, rng: Rng) -> Pieces:
    prof = np.array(
        [(0.002, 0), (0.006, 0.008), (0.018, 0.018), (0.04, 0.036), (0.045, 0.045), (0.04, 0.054), (0.018, 0.06), (0.006, 0.064)]
    )
    cuts = (0, 2, 3, 5, 7)
    out: Pieces = [kit.lathe(prof[a : b + 1], (0, 0, 0), f"c{i % 3}", 28) for i, (a, b) in enumerate(itertools.pairwise(cuts))]
    out += [
        kit.cylinder(0.006, 0.034, (0, 0, 0.063), "wood", 0.001, 12),
        _egg((0.02, 0.02, 0.018), (0, 0, 0.098), "c0", seg=12, rings=8),
    ]
    return turn(out, x=0.36)


def _duck(p: Any, rng: Rng) -> Pieces:
    out: Pieces = [
        _egg((0.07, 0.09, 0.052), (0, 0.004, 0.024), "c0"),
        _egg((0.046, 0.046, 0.044), (0, -0.022, 0.062), "c0"),
        _limb([(0, 0.03, 0.03), (0, 0.05, 0.048)], (0.018, 0.006), "c0"),
        _egg((0.026, 0.024, 0.009), (0, -0.046, 0.058), "beak", seg=12, rings=6),
        *_eyes(0.0125, -0.0385, 0.07, 0.0038, "dark"),
    ]
    out += kit.mirror(_egg((0.014, 0.046, 0.028), (0.033, 0.012, 0.03), "c0", x=0.3, seg=12, rings=8))
    v = [
        q._replace(
            vertices=np.column_stack(
                [q.vertices[:, :2], np.maximum(q.vertices[:, 2], 0.002 + 0.01 * np.minimum(q.vertices[:, 2], 0))]
            )
        )
        for q in out
    ]
    if rng.random() < 0.3:
        v.append(kit.scale(kit.torus(0.02, 0.006, (0, 0, 0), "c1", 16, 6), (1, 1, 0.7))[0])
        v[-1:] = kit.move(v[-1], (0, -0.017, 0.044))
    return v


def _drum(p: Any, rng: Rng) -> Pieces:
    r, h = 0.1, 0.12
    out: Pieces = [
        kit.cylinder(r, h, (0, 0, 0.004), "c0", 0.002, 32),
        kit.cylinder(r * 0.985, 0.006, (0, 0, h + 0.001), "skin2", 0.002, 32),
    ]
    out += [kit.torus(r + 0.002, 0.006, (0, 0, z), "c1", 32, 6) for z in (0.006, h)]
    zig = [
        ((r + 0.003) * np.cos(a), (r + 0.003) * np.sin(a), (0.012, h - 0.006)[i % 2])
        for i, a in enumerate(np.linspace(0, 2 * np.pi, 16, endpoint=False))
    ]
    out.append(kit.tube(zig, 0.002, "cord", 5, closed=True))
    for s in (1, -1):
        a, b = np.array([-0.07, 0.02 * s, h + 0.014]), np.array([0.075, 0.035 * s - 0.02, h + 0.018])
        out += [kit.bar(a, b, 0.0045, "wood", 8), _egg((0.022, 0.022, 0.022), a, "c2", seg=10, rings=8)]
    return out


def _sorter(p: Any, rng: Rng) -> Pieces:
    out: Pieces = [
        kit.box((0.15, 0.15, 0.12), (0, 0, 0.06), "wood", 0.006, segments=2),
        kit.box((0.154, 0.154, 0.012), (0, 0, 0.124), "c0", 0.004),
    ]
    for i, kind in enumerate(("cube", "cylinder", "triangle", "box")):
        x, y = ((-1) ** i) * 0.036, (-1) ** (i // 2) * 0.036
        lift = 0.115 if rng.random() < 0.75 else 0.128
        out += kit.move(_one_block(kind if kind != "cube" else "box", 0.038, 0.038, 0.038, f"c{i + 1}", rng), (x, y, lift))
    for f in range(3):
        out += kit.move(mk.dots([((f - 1) * 0.042, 0.06)], -0.073, 0.014, f"c{f + 1}", 0.006, 5 if f == 1 else 16), (0, 0, 0))
    return out


def _pull(p: Any, rng: Rng) -> Pieces:
    kind = int(rng.integers(3))
    out: Pieces = [kit.prism(kit.rounded_rect(0.075, 0.17, 0.03, 4), 0.014, (0, 0, 0.024), "wood", 0.004, smooth_sides=True)]
    for y in (-0.052, 0.052):
        out += [
            mk.cyl((-0.045, y, 0.024), 0.0045, 0.09, "x", "dark", 0.001, 8),
            *kit.mirror(_wheel(0.047, y, 0.024, 0.014, "c1", "c2")),
        ]
    if kind == 0:  # an elephant
        out += [
            _egg((0.066, 0.11, 0.085), (0, 0.018, 0.1), "c0"),
            _egg((0.06, 0.06, 0.064), (0, -0.05, 0.118), "c0"),
            _limb([(0, -0.07, 0.118), (0, -0.094, 0.1), (0, -0.1, 0.07), (0, -0.116, 0.062)], (0.017, 0.014, 0.011, 0.009), "c0"),
            *_eyes(0.017, -0.074, 0.13, 0.004, "dark"),
            *kit.mirror(
                [
                    _egg((0.014, 0.055, 0.06), (0.034, -0.04, 0.12), "c3", z=-0.4),
                    _limb([(0.02, -0.02, 0.075), (0.02, -0.02, 0.04)], (0.014, 0.014), "c0"),
                    _limb([(0.02, 0.05, 0.075), (0.02, 0.05, 0.04)], (0.014, 0.014), "c0"),
                ]
            ),
        ]
    elif kind == 1:  # a dachshund
        out += [
            _limb([(0, 0.055, 0.085), (0, -0.03, 0.085)], (0.028, 0.03), "c0", 14),
            _egg((0.05, 0.06, 0.05), (0, -0.07, 0.125), "c0"),
            _limb([(0, -0.05, 0.095), (0, -0.062, 0.12)], (0.02, 0.018), "c0"),
            _egg((0.032, 0.05, 0.03), (0, -0.1, 0.117), "c3", seg=12),
            _egg((0.014, 0.012, 0.012), (0, -0.124, 0.122), "dark", seg=8, rings=6),
            *_eyes(0.014, -0.09, 0.138, 0.004, "dark"),
            kit.torus(0.021, 0.004, (0, -0.055, 0.104), "c2", 16, 6),
            _limb([(0, 0.08, 0.095), (0, 0.1, 0.125)], (0.009, 0.005), "c0", 8),
            *kit.mirror(
                [
                    _egg((0.012, 0.03, 0.05), (0.027, -0.062, 0.122), "c3"),
                    _limb([(0.018, -0.035, 0.07), (0.018, -0.035, 0.044)], (0.011, 0.011), "c0"),
                    _limb([(0.018, 0.055, 0.07), (0.018, 0.055, 0.044)], (0.011, 0.011), "c0"),
                ]
            ),
        ]
    else:  # a snail
        spiral = [
            (0, 0.02 + 0.04 * (1 - 0.045 * i) * np.cos(0.55 * i), 0.095 + 0.04 * (1 - 0.045 * i) * np.sin(0.55 * i))
            for i in range(20)
        ]
        out += [
            _limb(
                [(0, 0.085, 0.045), (0, 0.02, 0.05), (0, -0.05, 0.052), (0, -0.072, 0.085), (0, -0.075, 0.105)],
                (0.008, 0.022, 0.02, 0.018, 0.02),
                "c0",
                12,
            ),
            mk.cyl((-0.022, 0.02, 0.095), 0.045, 0.044, "x", "c3", 0.01, 24),
            kit.tube(spiral, np.linspace(0.009, 0.004, 20), "c2", 6),
            *_eyes(0.01, -0.09, 0.112, 0.004, "dark"),
            *kit.mirror(
                [
                    kit.bar((0.008, -0.075, 0.12), (0.014, -0.082, 0.142), 0.002, "c0", 6),
                    _egg((0.008, 0.008, 0.008), (0.014, -0.082, 0.144), "c3", seg=8, rings=6),
                ]
            ),
        ]
    return [
        *out,
        kit.tube(
            kit.smooth_path([(0, -0.085, 0.03), (0.01, -0.11, 0.01), (-0.01, -0.14, 0.003), (0.02, -0.165, 0.003)], 4),
            0.0015,
            "cord",
            5,
        ),
        _egg((0.014, 0.014, 0.014), (0.02, -0.168, 0.007), "c2", seg=10, rings=6),
    ]


_TOYS = {
    "rings": _rings,
    "rocket": _rocket,
    "robot": _robot,
    "figure": _figure,
    "plane": _plane,
    "boat": _boat,
    "top": _top_toy,
    "duck": _duck,
    "drum": _drum,
    "sorter": _sorter,
    "pull": _pull,
}


@thing(
    _ALL,
    {
        "pull": (0.11, 0.26, 0.17),
        "rings": (0.14, 0.14, 0.22),
        "rocket": (0.2, 0.2, 0.32),
        "robot": (0.18, 0.12, 0.26),
        "figure": (0.11, 0.07, 0.2),
        "plane": (0.3, 0.28, 0.12),
        "boat": (0.12, 0.3, 0.32),
        "top": (0.09, 0.09, 0.1),
        "duck": (0.08, 0.1, 0.085),
        "drum": (0.22, 0.22, 0.16),
        "sorter": (0.155, 0.155, 0.16),
    },
)
def toy(p: Any) -> Asset:
    """A toy: pull-along animal, stacking rings, rocket, robot, hero figure, aeroplane, sailing boat, spinning top, bath duck, drum, shape sorter."""  # noqa: E501
    rng = chance(p)
    metal = p.kind == "robot" and rng.random() < 0.5
    family = (
        "wood"
        if p.kind in ("rings", "top", "pull", "sorter")
        else "plastic"
        if p.kind in ("figure", "duck", "robot")
        else "paint"
    )
    slots = _tints(rng, family, 6, SOFT if rng.random() < 0.35 and p.kind not in ("duck", "figure") else BRIGHT)
    slots |= {"c0": f"{family}:#e6b422"} if p.kind == "duck" and rng.random() < 0.8 else {"c0": "metal"} if metal else {}
    slots |= {
        "wood": "wood:#c79a63",
        "dark": "plastic:#1d1d20",
        "steel": "steel",
        "skin": f"plastic:{pick(rng, SKIN)}",
        "skin2": "leather:#e7dcc4",
        "cord": "fabric:#efe8d6",
        "sail": "fabric:#f1ece0",
        "beak": "plastic:#d9692a",
        "window": "glass:#9cc0d0",
        "eye": "plastic:#17130f",
        "glint": "plastic:#f4f4f4",
    }
    made = _TOYS[p.kind](p, rng)
    return done("toy", p, rest(rest(made), "y") if p.kind == "top" else settle(made), slots)


@thing(
    _ALL,
    {
        "car": (0.11, 0.24, 0.09),
        "truck": (0.12, 0.3, 0.14),
        "racer": (0.12, 0.25, 0.075),
        "van": (0.1, 0.21, 0.12),
        "fire_engine": (0.11, 0.3, 0.14),
    },
    {"race": {"kind": "racer"}, "dump": {"kind": "truck"}},
    look=("painted", "wooden", "painted"),
)
def toy_car(p: Any) -> Asset:
    """A toy car, tipper truck, racing car, van or fire engine on wheels, heading to the front."""
    rng = chance(p)
    body = "wood" if p.look == "wooden" else "paint"
    slots = _tints(rng, body, 3, ("#c99c64", "#b27d48", "#d8b687") if p.look == "wooden" else BRIGHT) | {
        "tyre": "rubber:#1c1c1e" if p.look == "painted" else "wood:#6b4528",
        "hub": pick(rng, ("steel", "paint:#f0e8d8", "paint:#e9b53c")),
        "glass": "glass:#8fb0c0" if p.look == "painted" else "paint:#eadfca",
        "lamp": "plastic:#f3e3a8",
        "red": "plastic:#b8322a",
    }
    if p.kind == "fire_engine":
        slots["c0"] = "wood:#b04a3a" if p.look == "wooden" else "paint:#c22f26"
    w, out = 0.09, []
    if p.kind in ("car", "van"):
        tall = 0.105 if p.kind == "van" else 0.084
        nose, cabin = (-0.09, -0.06) if p.kind == "van" else (-0.11, -0.045)
        side = [
            (-0.115, 0.02),
            (0.112, 0.02),
            (0.116, 0.05),
            (0.11, 0.056),
            (0.1, tall - 0.006),
            (0.09, tall),
            (-0.01 if p.kind == "car" else -0.055, tall),
            (cabin, tall - 0.004),
            (nose + 0.008, 0.056),
            (-0.112, 0.048),
        ]
        if p.kind == "car":
            side[3:5] = [(0.105, 0.054), (0.07, 0.058), (0.055, tall - 0.006)]
            side[5 + 1] = (0.045, tall)
        out += _side(side, w, "c0", 0.006)
        ga, gb = (cabin + 0.012, 0.045) if p.kind == "car" else (-0.05, 0.09)
        for a, b in ((ga, (ga + gb) / 2 - 0.004), ((ga + gb) / 2 + 0.004, gb)):
            out += kit.mirror(kit.slab(w / 2 - 0.002, w / 2 + 0.0012, a, b, 0.06, tall - 0.008, "glass", 0.001))
        x = np.array(side[7]), np.array(side[8])
        mid, d = (x[0] + x[1]) / 2, x[1] - x[0]
        out += turn(
            kit.box((w * 0.8, 0.003, 0.75 * float(np.hypot(*d))), (0, 0, 0), "glass", 0.001),
            x=float(np.arctan2(d[0], -d[1])),
            at=(0, mid[0] - 0.001, mid[1] + 0.001),
        )
        out += [
            kit.slab(-w * 0.42, w * 0.42, -0.1185, -0.112, 0.022, 0.03, "hub", 0.002),
            kit.slab(-w * 0.42, w * 0.42, 0.112, 0.1185, 0.022, 0.03, "hub", 0.002),
        ]
        out += kit.mirror(
            [
                mk.cyl((0.03, -0.112, 0.041), 0.008, 0.004, "-y", "lamp", 0.001, 12),
                kit.slab(0.024, 0.038, 0.112, 0.1175, 0.037, 0.045, "red", 0.001),
            ]
        )
        if rng.random() < 0.35:
            out += [kit.slab(-0.008, 0.008, -0.11, 0.1, 0.0, 0.01, "c1", 0.001)]
        if rng.random() < 0.4:
            out += kit.mirror(kit.bar((0.03, 0.0, tall + 0.006), (0.03, 0.05, tall + 0.006), 0.003, "c1", 6)) + [
                kit.slab(-0.036, 0.036, 0.005 + 0.04 * i, 0.009 + 0.04 * i, tall - 0.001, tall + 0.007, "c1", 0.001)
                for i in (0, 1)
            ]
        ys, r, t = (-0.07, 0.07), 0.024 if p.kind == "car" else 0.025, 0.02
    elif p.kind == "racer":
        o = oval(0.062, 0.25, 24, 2.4, 0.35)
        out += [
            loft([(o * 0.85, 0.016), (o, 0.026), (o * 0.96, 0.04), (o * 0.7, 0.052)], "c0"),
            _egg((0.04, 0.06, 0.02), (0, 0.015, 0.052), "tyre"),
            _egg((0.03, 0.032, 0.034), (0, 0.022, 0.064), "c1", seg=12),
            kit.slab(-0.055, 0.055, 0.1, 0.128, 0.068, 0.072, "c1", 0.001),
            *kit.mirror(kit.slab(0.034, 0.038, 0.104, 0.124, 0.035, 0.07, "c1", 0.001)),
            kit.slab(-0.055, 0.055, -0.128, -0.108, 0.014, 0.019, "c1", 0.001),
            mk.cyl((0, -0.085, 0.0475), 0.014, 0.004, "z", "hub", 0.001, 16),
        ]
        ys, r, t = (-0.075, 0.08), 0.023, 0.026
    else:
        fire = p.kind == "fire_engine"
        out += [
            kit.slab(-0.036, 0.036, -0.135, 0.145, 0.024, 0.038, "tyre", 0.003),
            kit.slab(-0.05, 0.05, -0.14, -0.065, 0.03, 0.112, "c0", 0.008),
            kit.slab(-0.042, 0.042, -0.1425, -0.137, 0.07, 0.1, "glass", 0.002),
            kit.slab(-0.052, 0.052, -0.148, -0.135, 0.024, 0.036, "hub", 0.003),
            *kit.mirror(
                [
                    kit.slab(0.047, 0.0515, -0.125, -0.08, 0.072, 0.1, "glass", 0.001),
                    mk.cyl((0.034, -0.139, 0.05), 0.008, 0.004, "-y", "lamp", 0.001, 12),
                ]
            ),
        ]
        if fire:
            out += [
                kit.slab(-0.05, 0.05, -0.06, 0.145, 0.036, 0.092, "c0", 0.006),
                kit.slab(-0.0515, 0.0515, -0.05, 0.135, 0.048, 0.054, "lamp", 0.001),
                kit.cylinder(0.012, 0.014, (-0.025, -0.1, 0.111), "window", 0.003, 12),
                kit.cylinder(0.012, 0.014, (0.025, -0.1, 0.111), "window", 0.003, 12),
                kit.cylinder(0.024, 0.018, (0, 0.09, 0.09), "hub", 0.003, 18),
            ]
            ladder = [
                *kit.mirror(kit.bar((0.018, 0.1, 0), (0.018, -0.14, 0), 0.004, "hub", 6)),
                *[kit.bar((-0.018, y, 0), (0.018, y, 0), 0.003, "hub", 6) for y in np.linspace(-0.12, 0.08, 8)],
            ]
            out += turn(ladder, x=-rng.uniform(0.02, 0.16), at=(0, 0.0, 0.122))
        else:
            bed = [
                kit.slab(-0.055, 0.055, -0.055, 0.15, 0.045, 0.051, "c1", 0.002),
                *kit.mirror(kit.slab(0.049, 0.056, -0.055, 0.15, 0.048, 0.1, "c1", 0.002)),
                kit.slab(-0.052, 0.052, -0.057, -0.05, 0.048, 0.115, "c1", 0.002),
                kit.slab(-0.052, 0.052, 0.144, 0.151, 0.048, 0.09, "c1", 0.002),
            ]
            out += kit.rotate(bed, "x", -rng.choice((0.0, 0.0, 0.3)), (0, 0.145, 0.045))
            if rng.random() < 0.5:
                out += [
                    lump((0.035, 0.035, 0.03), (rng.uniform(-0.02, 0.02), y, 0.064), "c2", rng, 0.12, 8, 6)
                    for y in (-0.02, 0.03, 0.08, 0.11)
                ]
        slots["window"] = "glass:#3f76c4"
        ys, r, t = (-0.1, 0.055, 0.11), 0.027, 0.02
    half = 0.046 if p.kind != "racer" else 0.05
    for y in ys:
        out += [mk.cyl((-half, y, r), 0.004, 2 * half, "x", "hub", 0.001, 8), *kit.mirror(_wheel(half, y, r, t, "tyre", "hub"))]
    return done("toy_car", p, out, slots)


# ---------------------------------------------------------------------------------------------- balls


def _icosahedron() -> tuple[Floats, list[tuple[int, ...]]]:
    g = (1 + 5**0.5) / 2
    v = np.array([(0, s, t * g) for s in (1, -1) for t in (1, -1)])
    v = np.concatenate([v, np.roll(v, 1, 1), np.roll(v, 2, 1)]) / np.hypot(1, g)
    d = np.linalg.norm(v[:, None] - v[None], axis=2)
    edge = np.min(d[d > 0.1]) * 1.01
    faces = [
        (i, j, k) for i in range(12) for j in range(i + 1, 12) for k in range(j + 1, 12) if max(d[i, j], d[j, k], d[i, k]) < edge
    ]
    return v, [f if np.dot(np.cross(v[f[1]] - v[f[0]], v[f[2]] - v[f[0]]), v[f[0]]) > 0 else f[::-1] for f in faces]


def _panelled(r: float, at: Sequence[float]) -> Pieces:
    """A football's leather: twelve pentagons and twenty hexagons, each slightly domed, with seams between."""
    v, faces = _icosahedron()
    out: Pieces = [kit.ellipsoid((1.965 * r,) * 3, at, "seam", 20, 12)]
    polys: list[tuple[Floats, str]] = [
        (
            np.array(
                [v[f[i]] + (v[f[(i + s) % 3]] - v[f[i]]) / 3 for i, s in ((0, 1), (1, -1), (1, 1), (2, -1), (2, 1), (0, -1))]
            ),
            "c0",
        )
        for f in faces
    ]
    for i in range(12):
        near = [j for j in range(12) if j != i and np.linalg.norm(v[i] - v[j]) < 1.1]
        a = np.cross(v[i], (1, 0.3, 0.2))
        a /= np.linalg.norm(a)
        b = np.cross(v[i], a)
        near.sort(key=lambda j: float(np.arctan2(v[j] @ b, v[j] @ a)))
        polys.append((np.array([v[i] + (v[j] - v[i]) / 3 for j in near]), "c1"))
    for poly, slot in polys:
        c = poly.mean(0)
        n = len(poly)
        rings = [poly * 1.0, c + (poly - c) * 0.94, c + (poly - c) * 0.5]
        pts = np.concatenate(
            [q / np.linalg.norm(q, axis=1, keepdims=True) * s for q, s in zip(rings, (0.975, 1.0, 1.0), strict=True)]
            + [c[None] / np.linalg.norm(c)]
        )
        fs: list[tuple[int, ...]] = [
            (m * n + k, m * n + (k + 1) % n, (m + 1) * n + (k + 1) % n, (m + 1) * n + k) for m in (0, 1) for k in range(n)
        ]
        fs += [(2 * n + k, 2 * n + (k + 1) % n, 3 * n) for k in range(n)]
        q = kit.piece(pts * r + np.asarray(at), fs, slot)
        flip = np.sum(kit.face_normals(q.vertices, q.loops, q.counts) @ c) < 0
        out.append(kit.flip(q) if flip else q)
    return out


def _stripe(r: float, a: float, b: float, slot: str, at: Sequence[float], seg: int = 4, rings: int = 14) -> Piece:
    """A lune of a ball between two longitudes."""
    lat, lon = np.linspace(-np.pi / 2 + 0.02, np.pi / 2 - 0.02, rings), np.linspace(a, b, seg + 1)
    x, t = np.meshgrid(lon, lat, indexing="ij")
    return kit.sheet(np.stack([np.cos(t) * np.cos(x), np.cos(t) * np.sin(x), np.sin(t)], -1) * r + np.asarray(at), slot)


BALLS = {
    "play": (0.22,) * 3,
    "beach": (0.3,) * 3,
    "soccer": (0.22,) * 3,
    "basketball": (0.24,) * 3,
    "football": (0.29, 0.18, 0.18),
    "tennis": (0.067,) * 3,
    "bowling": (0.217,) * 3,
    "exercise": (0.6,) * 3,
}


def _some_ball(rng: Rng, over: dict[str, Any]) -> dict[str, Any]:
    return {**over, "kind": over.get("kind") or pick(rng, ("play", "play", "beach", "soccer", "basketball"))}


@thing(
    _ALL,
    BALLS,
    {"yoga": {"kind": "exercise"}, "rugby": {"kind": "football"}, "american": {"kind": "football"}},
    before=_some_ball,
)
def ball(p: Any) -> Asset:
    """A ball: plain with bands, striped beach ball, soccer ball with panels, basketball, American football, tennis or bowling ball."""  # noqa: E501
    rng = chance(p)
    slots = _tints(rng, "plastic", 4) | {"seam": "rubber:#26231f"}
    k, out = p.kind, []
    if k == "soccer":
        slots |= {
            "c0": "leather:#eeeeea",
            "c1": f"leather:{pick(rng, ('#1d1d1f', '#1d1d1f', '#2f5d9c', '#b5342b'))}",
            "seam": "leather:#55534e",
        }
        out = _panelled(1.0, (0, 0, 0))
    elif k == "basketball":
        slots |= {"c0": f"rubber:{pick(rng, ('#b5582a', '#a34d24', '#c4662e'))}"}
        out = [
            kit.ellipsoid((2, 2, 2), (0, 0, 0), "c0", 32, 20),
            kit.torus(1.0, 0.014, (0, 0, 0), "seam", 48, 6),
            *turn(kit.torus(1.0, 0.014, (0, 0, 0), "seam", 48, 6), x=np.pi / 2),
        ]
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        for s in (1, -1):
            q = np.stack([np.cos(t) * 0.66, s * (0.62 + 0.13 * np.cos(2 * t)), np.sin(t)], -1)
            out.append(kit.tube(q / np.linalg.norm(q, axis=1, keepdims=True), 0.014, "seam", 6, closed=True))
    elif k == "tennis":
        slots |= {"c0": "fabric:#c6d43c", "seam": "rubber:#f0efe6"}
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        q = np.stack([np.cos(t) * 0.75 + 0.25 * np.cos(3 * t), np.sin(t) * 0.75 - 0.25 * np.sin(3 * t), 0.87 * np.sin(2 * t)], -1)
        out = [
            kit.ellipsoid((2, 2, 2), (0, 0, 0), "c0", 20, 12),
            kit.tube(q / np.linalg.norm(q, axis=1, keepdims=True), 0.028, "seam", 5, closed=True),
        ]
    elif k == "football":
        slots |= {
            "c0": f"leather:{pick(rng, ('#7a4326', '#8a4c2a', '#5f321d'))}",
            "c1": "paint:#efece4",
            "seam": "leather:#4a2917",
        }
        t = np.linspace(0, np.pi, 19)
        prof = np.stack([np.sin(t) ** 0.82 * 0.09, -np.cos(t) * 0.145], -1)
        out = [solid(prof, "c0", 24)] + [
            kit.tube(
                np.stack([np.sin(a) * 1.003 * prof[1:-1, 0], np.cos(a) * 1.003 * prof[1:-1, 0], prof[1:-1, 1]], -1),
                0.0012,
                "seam",
                4,
            )
            for a in (0, np.pi / 2, np.pi, 1.5 * np.pi)
        ]
        for z in (0.085, -0.085):
            r = float(np.interp(z, prof[:, 1], prof[:, 0]))
            dr = float(np.interp(z + 0.008, prof[:, 1], prof[:, 0])) - r
            out.append(
                kit.lathe(
                    [
                        (r - dr + 0.0009, z - 0.008),
                        (r + 0.0012, z),
                        (r + dr + 0.0009, z + 0.008),
                        (r + dr - 0.004, z + 0.008),
                        (r - dr - 0.004, z - 0.008),
                    ],
                    (0, 0, 0),
                    "c1",
                    24,
                )
            )
        out += [kit.tube([(0, 0.0925, -0.04), (0, 0.0945, 0), (0, 0.0925, 0.04)], 0.002, "c1", 5)] + [
            kit.bar((-0.011, 0.0915, z), (0.011, 0.0915, z), 0.002, "c1", 5) for z in np.linspace(-0.03, 0.03, 6)
        ]
        out = turn(kit.rotate(out, "y", np.pi / 2), x=0.4)
    elif k == "bowling":
        slots |= {"c0": f"plastic:{pick(rng, ('#1d2a52', '#5b1424', '#16302a', '#1b1b1f', '#4b1d5c'))}", "seam": "rubber:#0c0c0d"}
        out = [kit.ellipsoid((2, 2, 2), (0, 0, 0), "c0", 32, 20)]
        for a, b, r in ((0.14, 0.0, 0.12), (0.2, 2.2, 0.115), (0.2, -2.2, 0.115)):
            d = np.array([np.sin(a) * np.sin(b), -np.sin(a) * np.cos(b) - 0.55, 0.8])
            d /= np.linalg.norm(d)
            out += mk.aim(kit.cylinder(r, 0.02, (0, 0, -0.014), "seam", 0.002, 14), d * 1.0, d)
    else:
        n = 6 if k == "beach" else int(pick(rng, (1, 2, 4)))
        if n == 1:
            out = (
                [
                    kit.ellipsoid((2, 2, 2), (0, 0, 0), "c0", 28, 18),
                    kit.lathe(
                        [(0.97, -0.2), (1.004 * np.cos(0.19), -0.19), (1.004, 0), (1.004 * np.cos(0.19), 0.19), (0.97, 0.2)],
                        (0, 0, 0),
                        "c1",
                        28,
                    ),
                ]
                if k != "exercise"
                else [
                    kit.ellipsoid((2, 2, 2), (0, 0, 0), "c0", 32, 22),
                    *[
                        kit.torus(float(np.cos(a)), 0.008, (0, 0, float(np.sin(a))), "c0", 36, 5)
                        for a in np.linspace(-0.9, 0.9, 7)
                    ],
                ]
            )
        else:
            m = 6
            out = [
                _stripe(
                    1.0,
                    2 * np.pi * i / m,
                    2 * np.pi * (i + 1) / m,
                    f"c{(0, 3, 1, 3, 2, 3)[i] if k == 'beach' else i % n % 4}",
                    (0, 0, 0),
                    5,
                )
                for i in range(m)
            ]
            out += [_egg((0.24, 0.24, 0.05), (0, 0, s * 0.985), "c3" if k == "beach" else "c0", seg=14, rings=6) for s in (1, -1)]
            slots |= {"c3": "plastic:#f2eee4"} if k == "beach" else {}
        out = turn(out, x=rng.uniform(0.3, 1.0), z=rng.uniform(0, 6))
    return done("ball", p, out, slots)


# ---------------------------------------------------------------------------------------------- ridden and played at


@thing(_ALL, (0.32, 0.85, 0.75), {"wooden": {"look": "wooden"}, "plush": {"look": "plush"}}, look=("wooden", "painted", "plush"))
def rocking_horse(p: Any) -> Asset:
    """A horse on bowed runners: barrel body, arched neck with mane, saddle, handles and foot rests."""
    rng = chance(p)
    coat = {
        "wooden": f"wood:{pick(rng, ('#c39a62', '#a8763f', '#8a5a34'))}",
        "painted": f"paint:{pick(rng, ('#ece6da', '#7f8b93', '#c9a27a', '#3d3b3a'))}",
        "plush": f"fabric:{pick(rng, ('#a8774a', '#d9c3a0', '#8c8680', '#5c4030'))}",
    }[p.look]
    slots = {
        "coat": coat,
        "runner": "wood" if p.look != "painted" else f"paint:{pick(rng, BRIGHT)}",
        "mane": f"fabric:{pick(rng, ('#3b2618', '#e9dfca', '#8a6a46', '#201c1a'))}",
        "saddle": f"leather:{pick(rng, ('#7a2e2a', '#2f4a5f', '#6b4226', '#3f5a45'))}",
        "rein": "leather:#4a2d1c",
        "eye": "plastic:#17130f",
        "glint": "plastic:#f4f4f4",
        "hoof": "paint:#2c2622",
        "brass": "brass",
    }
    t = np.linspace(-1, 1, 15)
    out: Pieces = []
    for s in (1, -1):
        path = np.column_stack([np.full(15, s * 0.125), 0.41 * t, 0.02 + 0.12 * t**2])
        out.append(kit.sweep(kit.rounded_rect(0.032, 0.045, 0.008, 2), path, "runner"))
    for y in (-0.26, 0.0, 0.26):
        z = 0.045 + 0.12 * (y / 0.41) ** 2
        out.append(kit.slab(-0.138, 0.138, y - 0.03, y + 0.03, z, z + 0.018, "runner", 0.004))
    out.append(
        _limb([(0, 0.22, 0.44), (0, 0.1, 0.43), (0, -0.06, 0.425), (0, -0.2, 0.45)], (0.085, 0.098, 0.1, 0.092), "coat", 16)
    )
    out += [
        _limb([(0, -0.2, 0.46), (0, -0.26, 0.55), (0, -0.28, 0.64)], (0.082, 0.066, 0.056), "coat", 14),
        _limb([(0, -0.27, 0.655), (0, -0.34, 0.61), (0, -0.395, 0.57)], (0.056, 0.048, 0.038), "coat", 14),
    ]
    out += kit.mirror(
        [
            _limb([(0.03, -0.26, 0.69), (0.036, -0.262, 0.74)], (0.018, 0.007), "coat", 8),
            *_eyes(0.044, -0.315, 0.655, 0.011)[:2],
            _egg((0.01, 0.012, 0.01), (0.022, -0.425, 0.575), "hoof", seg=8, rings=4),
        ]
    )
    for y, fy in ((-0.2, -0.285), (0.2, 0.275)):
        z = 0.063 + 0.12 * (fy / 0.41) ** 2
        out += kit.mirror(
            [
                _limb(
                    [(0.055, y, 0.42), (0.085, (y + fy) / 2 - 0.02, 0.28), (0.1, fy, z + 0.03)], (0.05, 0.034, 0.026), "coat", 12
                ),
                kit.cylinder(0.034, 0.045, (0.1, fy, z - 0.004), "hoof", 0.004, 14, 0.028),
            ]
        )
    crest = kit.smooth_path([(0, -0.3, 0.712), (0, -0.245, 0.7), (0, -0.195, 0.63), (0, -0.165, 0.545)], 3)
    for i, q in enumerate(crest):
        side = 0.03 * (1 if i % 2 else -1)
        out.append(
            _limb(
                [q + (0, 0, 0.004), q + (side, 0.02, -0.02), q + (1.6 * side, 0.035, -0.075)], (0.02, 0.018, 0.007), "mane", 7, 3
            )
        )
    out += [_limb([(0.004, -0.3, 0.715), (0.008, -0.35, 0.685), (0, -0.365, 0.655)], (0.016, 0.014, 0.005), "mane", 8)]
    out += [
        _limb(
            [(x, 0.29, 0.47), (x * 1.6, 0.36, 0.44), (x * 2.4, 0.385, 0.34), (x * 1.5, 0.37, 0.26)],
            (0.018, 0.024, 0.02, 0.006),
            "mane",
            8,
        )
        for x in (-0.014, 0.0, 0.014)
    ]
    u, v = np.meshgrid(np.linspace(-0.13, 0.13, 9), np.linspace(-1.15, 1.15, 11), indexing="ij")
    rise = 0.026 * np.clip(np.abs(u) / 0.13, 0, 1) ** 3
    g = np.stack([np.sin(v) * 0.107, 0.03 + u, 0.427 + np.cos(v) * 0.107 + rise], -1)
    out += [kit.outward(kit.sheet(g, "saddle", 0.012)), kit.torus(0.1055, 0.007, (0, 0, 0), "rein", 24, 6)]
    out[-1:] = turn(out[-1], x=np.pi / 2, at=(0, -0.02, 0.427))
    out += [
        mk.cyl((-0.14, -0.292, 0.6), 0.013, 0.28, "x", "runner", 0.004, 12),
        mk.cyl((-0.15, -0.09, 0.235), 0.013, 0.3, "x", "runner", 0.004, 12),
        kit.box((0.02, 0.05, 0.19), (0, -0.09, 0.3), "runner", 0.004),
    ]
    out += kit.mirror(
        [kit.tube(kit.smooth_path([(0.043, -0.37, 0.59), (0.06, -0.31, 0.575), (0.07, -0.27, 0.6)], 3), 0.005, "rein", 6)]
    )
    ring_ = turn(kit.torus(0.046, 0.006, (0, 0, 0), "rein", 18, 6), x=-0.95, at=(0, -0.36, 0.597))
    out += ring_
    seat = Box((-0.14, -0.16, 0.0), (0.14, 0.42, 0.55))
    return mk.done(
        "rocking_horse",
        p,
        out,
        slots,
        solids=[Box((-0.16, -0.43, 0.0), (0.16, 0.43, 0.3)), seat, Box((-0.15, -0.44, 0.3), (0.15, -0.14, 0.76))],
    )


@thing(_ALL, (0.8, 0.32, 1.0), {"pretend": {}}, look=("pastel", "white", "natural", "bright"), hood=(True, False))
def play_kitchen(p: Any) -> Asset:
    """A child's kitchen: oven with a window, cupboard, sink with a tap, hob, a back wall with a shelf, knobs and utensils."""
    rng = chance(p)
    body = {
        "pastel": f"paint:{pick(rng, SOFT)}",
        "white": "paint:#f1efe9",
        "natural": "wood:#cfa772",
        "bright": f"paint:{pick(rng, BRIGHT)}",
    }[p.look]
    slots = {
        "body": body,
        "top": "wood:#d3ab78" if p.look != "natural" else "paint:#f1efe9",
        "door": "paint:#f3f0e8" if p.look != "white" else f"paint:{pick(rng, SOFT)}",
        "dark": "plastic:#26272a",
        "steel": "steel",
        "glass": "glass:#5b6468",
        "knob": f"paint:{pick(rng, BRIGHT)}",
        "pot": f"metal:{pick(rng, ('#b5bcc0', '#d06a4c', '#86a7b5'))}",
        "wood": "wood:#b98650",
    }
    w, d, h = p.width, p.depth, p.height
    zc = float(np.clip(0.52 * h, 0.3, h - 0.25))
    t, hx = 0.015, w / 2
    bd = -d / 2 + 0.012
    out: Pieces = [
        kit.slab(-hx + 0.005, -hx + 0.005 + t, bd, d / 2, 0, zc, "body", 0.002),
        kit.slab(hx - 0.005 - t, hx - 0.005, bd, d / 2, 0, zc, "body", 0.002),
        kit.slab(-hx + 0.01, hx - 0.01, d / 2 - 0.012, d / 2, 0.04, zc, "body", 0.002),
        kit.slab(-hx + 0.01, hx - 0.01, bd, d / 2 - 0.01, 0.05, 0.065, "body", 0.002),
        kit.slab(-hx + 0.012, hx - 0.012, bd + 0.02, bd + 0.032, 0, 0.052, "body", 0.002),
    ]
    mid = hx * rng.uniform(-0.08, 0.12)
    out.append(kit.slab(mid - t / 2, mid + t / 2, bd + 0.001, d / 2 - 0.01, 0.06, zc, "body", 0.002))
    left = rng.random() < 0.5
    bays = [(-hx + 0.02, mid - t / 2), (mid + t / 2, hx - 0.02)]
    oven, cup = (bays[0], bays[1]) if left else (bays[1], bays[0])
    z0, z1 = 0.068, zc - 0.075
    # panel of knobs over the oven, a drawer front over the cupboard
    out += [
        kit.slab(oven[0], oven[1], bd, bd + 0.014, z1 + 0.004, zc - 0.002, "door", 0.002),
        kit.slab(cup[0] + 0.001, cup[1] - 0.001, bd, bd + 0.014, z1 + 0.004, zc - 0.004, "door", 0.003),
    ]
    n = int(rng.integers(3, 5))
    for x in np.linspace(oven[0] + 0.05, oven[1] - 0.05, n):
        out += [
            mk.cyl((x, bd + 0.001, (z1 + zc) / 2), 0.018, 0.014, "-y", "knob", 0.003, 16),
            kit.box((0.006, 0.006, 0.03), (x, bd - 0.015, (z1 + zc) / 2), "dark", 0.001),
        ]
    ow, oh, oc = oven[1] - oven[0], z1 - z0, (oven[0] + oven[1]) / 2
    out += [
        mk.opening((ow - 0.006, oh), (ow * 0.66, oh * 0.5), 0.016, (oc, bd, (z0 + z1) / 2), "door", 0.02, (0, -0.05 * oh)),
        kit.slab(oc - ow * 0.36, oc + ow * 0.36, bd + 0.007, bd + 0.01, z0 + oh * 0.15, z0 + oh * 0.75, "glass", 0.0005),
        *mk.handle(
            (oc, bd, z1 - 0.12 * oh), min(0.2, 0.6 * ow), "x", "modern" if p.style != "classic" else "industrial", "steel"
        ),
        kit.slab(oven[0] + 0.01, oven[1] - 0.01, bd + 0.02, d / 2 - 0.015, z0 + oh * 0.4, z0 + oh * 0.4 + 0.006, "steel", 0.001),
    ]
    out += [
        *mk.front(cup[0], cup[1], z0, z1, bd, "classic" if p.style in ("classic", "rustic") else "modern", "door", thick=0.014),
        *mk.handle(((cup[0] + 0.035) if not left else (cup[1] - 0.035), bd, z1 - 0.28 * oh), 0.09, "z", p.style, "steel"),
    ]
    # worktop with a hob over the oven and a bowl over the cupboard
    cc, cw = (cup[0] + cup[1]) / 2, cup[1] - cup[0]
    r = 0.34 * min(cw, d)
    ends = (cc - r - 0.025, cc + r + 0.025)
    zt = zc + 0.018
    hole = mk.framed(
        (ends[1] - ends[0], d),
        (2 * r, 1.6 * r),
        zc - 0.002,
        zt,
        "top",
        (cc, 0, 0),
        radius=0.04,
        outer_radius=0.001,
        shift=(0, -0.01),
    )
    out.append(hole)
    for a, b in ((-hx, ends[0] + 0.0005), (ends[1] - 0.0005, hx)):
        if b - a > 0.01:
            out.append(kit.slab(a, b, -d / 2, d / 2, zc - 0.0021, zt - 0.0001, "top", 0.0015))
    out += mk.basin(2 * r - 0.004, 1.6 * r - 0.004, zt, zt - 0.06, "steel", (cc, -0.01, 0), 0.04, 0.008)[:1]
    out += mk.faucet((cc, 0.8 * r + 0.004, zt), 0.14, 0.11, "steel", rng.random() < 0.7, 2 if rng.random() < 0.4 else 1)
    rb = min(0.06, 0.2 * ow)
    for s in (1, -1):
        out += [
            kit.cylinder(rb, 0.006, (oc + s * 0.26 * ow, -0.01, zt - 0.001), "dark", 0.002, 24),
            kit.torus(rb * 0.62, 0.003, (oc + s * 0.26 * ow, -0.01, zt + 0.006), "steel", 20, 5),
        ]
    if rng.random() < 0.7:
        out += kit.move(
            [
                shell([(rb * 0.72, 0), (rb * 0.8, 0.008), (rb * 0.8, 0.05)], 0.002, "pot", 20),
                kit.bar((rb * 0.78, 0, 0.042), (rb * 0.78 + 0.06, -0.012, 0.046), 0.005, "wood", 8),
            ],
            (oc - 0.26 * ow, -0.01, zt + 0.008),
        )
    # back wall
    yb = d / 2
    out += [kit.slab(-hx + 0.005, hx - 0.005, yb - 0.014, yb, zt - 0.002, h, "body", 0.003)]
    zs = zt + 0.62 * (h - zt)
    sd = min(0.11, 0.4 * d)
    out += [
        kit.slab(-hx + 0.02, hx - 0.02, yb - sd, yb - 0.012, zs, zs + 0.014, "top", 0.003),
        *[
            kit.slab(x - 0.007, x + 0.007, yb - sd + 0.01, yb - 0.012, zs + 0.012, h - 0.004, "body", 0.003)
            for x in (-hx + 0.03, hx - 0.03)
        ],
    ]
    out += [
        mk.cyl((oc - 0.4 * ow, yb - 0.035, zs - 0.05), 0.005, 0.8 * ow, "x", "steel", 0.001, 8),
        *[kit.box((0.008, 0.035, 0.008), (oc + s * 0.36 * ow, yb - 0.026, zs - 0.05), "steel", 0.001) for s in (1, -1)],
    ]
    for i, x in enumerate(np.linspace(-0.25, 0.25, 3)):
        q = (oc + x * ow, yb - 0.042, zs - 0.05)
        out += [
            kit.box((0.012, 0.004, 0.1), (q[0], q[1], q[2] - 0.045), "wood", 0.0015),
            _egg((0.038, 0.008, 0.05), (q[0], q[1], q[2] - 0.11), "wood" if i % 2 else "knob", seg=12, rings=6),
        ]
    solids = [
        Box((-hx, -d / 2, 0), (hx, yb, zt + 0.001)),
        Box((-hx, yb - 0.06, zt), (hx, yb, h)),
        Box((-hx, yb - sd, zs), (hx, yb, zs + 0.016)),
    ]
    surfaces = [mk.top(-hx + 0.03, yb - sd, hx - 0.03, yb - 0.014, zs + 0.014, "shelf", 0.01, h - zs, "in")]
    return mk.done("play_kitchen", p, out, slots, surfaces, solids)


# ---------------------------------------------------------------------------------------------- games


def _suit(name: str, size: float) -> Floats:
    """The outline of a card's suit, `size` tall. (n, 2)"""
    if name == "diamonds":
        return np.array([(0, -0.5), (0.38, 0), (0, 0.5), (-0.38, 0)]) * size
    t = np.linspace(0, 2 * np.pi, 17)[:-1] + np.pi / 16
    x, y = 0.46 * np.sin(t) ** 3, 0.4 * np.cos(t) - 0.15 * np.cos(2 * t) - 0.06 * np.cos(3 * t)
    heart = np.column_stack([x, y])[::-1] * size
    if name == "hearts":
        return heart
    spade = (heart * (1, -1))[::-1]
    foot = np.array([(0.22, -0.5), (-0.22, -0.5)]) * size  # the stalk takes the place of the heart's notch
    notch = int(np.argmin(np.abs(spade[:, 0]) + (spade[:, 1] > 0) * size))
    return np.concatenate([spade[:notch], foot[::-1], spade[notch:]])


def _card(w: float, d: float, z: float, suit: str = "", pips: int = 5) -> Pieces:
    """One card on z: face up with the pips of a suit, or its patterned back."""
    ink = 0.00015
    out: Pieces = [mk.plate(w, d, 0.0004, (0, 0, z), "white", 0.055 * w, 0.0)]
    z += 0.0004
    if not suit:
        out.append(mk.plate(0.88 * w, 0.91 * d, ink, (0, 0, z), "back", 0.03 * w, 0.0))
        bead = _suit("diamonds", 0.13 * d)
        for i, j in itertools.product(range(-2, 3), range(-3, 4)):
            if (i + j) % 2 == 0:
                out.append(kit.prism(bead, 2 * ink, (0.18 * w * i, 0.13 * d * j, z), "white", 0.0))
        return out
    slot = "red" if suit in ("hearts", "diamonds") else "ink"
    columns = {1: ((0, 0),), 3: ((0, -1), (0, 0), (0, 1)), 5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1))}[pips]
    big = _suit(suit, 0.36 * d if pips == 1 else 0.19 * d)
    small = _suit(suit, 0.1 * d)
    for x, y in columns:
        out.append(kit.prism(big if y >= 0 else -big, ink, (0.2 * w * x, 0.27 * d * y, z), slot, 0.0))
    for s in (-1, 1):
        out.append(kit.prism(small * -s, ink, (0.38 * w * s, 0.31 * d * -s, z), slot, 0.0))
        out.append(kit.box((0.025 * w, 0.085 * d, ink), (0.38 * w * s, 0.42 * d * -s, z + ink / 2), slot, 0.0))
    return out


def _dealt(rng: Rng, w: float, d: float, h: float) -> Pieces:
    """The rest of a pack, face down, and a hand laid open in a fan before it."""
    cw, cd = 0.46 * w, 0.5 * d
    out = turn(_deck(rng, cw, cd, h, ""), z=np.pi / 2 + rng.normal(0, 0.1), at=(0, 0.5 * (d - cw), 0))
    suits = [("hearts", "spades", "diamonds")[int(k)] for k in rng.permutation(3)]
    n = 5
    for i in range(n):
        a = 0.62 * (0.5 - i / (n - 1)) + rng.normal(0, 0.02)
        card = kit.move(_card(cw, cd, 0.00085 * i, suits[i % 3], (5, 1, 3)[i % 3]), (0, 1.1 * cd, 0))
        out += turn(card, z=a, at=(0, -0.5 * d - 0.6 * cd, 0))
    return out


def _deck(rng: Rng, w: float, d: float, h: float, suit: str | None = None) -> Pieces:
    """A squared pack, its cards a little awry; the top one shows its back or its face."""
    out: Pieces = []
    layers = 7
    t = (h - 0.0008) / layers
    for i in range(layers):
        body = mk.plate(0.985 * w, 0.985 * d, 0.93 * t, (0, 0, 0), "white", 0.055 * w, 0.0)
        out += turn(body, z=rng.normal(0, 0.015), at=(*rng.normal(0, 0.006 * w, 2), i * t))
    suit = pick(rng, ("", "hearts", "spades", "diamonds")) if suit is None else suit
    return out + turn(_card(0.985 * w, 0.985 * d, h - 0.0008, suit, pick(rng, (1, 3, 5))), z=rng.normal(0, 0.05))


def _boxed(rng: Rng, w: float, d: float, h: float) -> Pieces:
    """A card box lying on its back: thumb notch, flap and the sign of the maker."""
    suit = pick(rng, ("hearts", "spades", "diamonds"))
    z = h - 0.0004
    out: Pieces = [
        kit.slab(-w / 2, w / 2, -d / 2, 0.47 * d, 0, z, "back", 0.0008),
        kit.slab(-0.47 * w, 0.47 * w, 0.46 * d, d / 2, 0.12 * h, 0.93 * h, "white", 0.0012),  # the flap, not quite shut
        mk.plate(0.86 * w, 0.84 * d, 0.0002, (0, -0.02 * d, z - 0.0001), "white", 0.06 * w, 0.0),
        mk.plate(0.8 * w, 0.8 * d, 0.0003, (0, -0.02 * d, z - 0.0001), "back", 0.05 * w, 0.0),
        kit.prism(oval(0.6 * w, 0.52 * d, 28), 0.0004, (0, -0.02 * d, z - 0.0001), "white", 0.0),
        kit.prism(_suit(suit, 0.36 * d), 0.0005, (0, -0.02 * d, z - 0.0001), "ink" if suit == "spades" else "red", 0.0),
        kit.cylinder(0.15 * w, 0.0003, (0, 0.47 * d - 0.001, z - 0.0001), "white", 0.0, 20),
    ]
    return kit.bend(out, lambda v: np.column_stack([v[:, 0], np.minimum(v[:, 1], d / 2), v[:, 2]]))


PACKS = {"deck": _deck, "boxed": _boxed, "dealt": _dealt}


def _game(rng: Rng, o: dict[str, Any]) -> dict[str, Any]:
    """Kind of game; a hand of cards laid open takes more room than their pack."""
    o = {**o, "kind": o.get("kind") or pick(rng, ("box", "box", "board"))}
    if o["kind"] != "cards":
        return o
    o["pack"] = o.get("pack") or pick(rng, tuple(PACKS))
    if o["pack"] == "dealt" and all(o.get(k) is None for k in ("width", "depth", "height")):
        o |= {"width": 0.104, "depth": 0.14, "height": 0.011}
    return o


@thing(
    _ALL,
    {"box": (0.4, 0.27, 0.06), "board": (0.45, 0.45, 0.05), "puzzle": (0.27, 0.27, 0.05), "cards": (0.065, 0.092, 0.018)},
    {"jigsaw": {"kind": "puzzle"}},
    before=_game,
    pack=tuple(PACKS),
)
def board_game(p: Any) -> Asset:
    """A boxed game with a picture lid, an open board with paths and pawns, a half-done jigsaw with loose pieces, or a pack of cards."""  # noqa: E501
    rng = chance(p)
    slots = (
        _tints(rng, "paper", 5)
        | _tints(rng, "paint", 4, prefix="m")
        | {"card": "paper:#e6dcc4", "ink": "paper:#2c2b2d", "white": "paper:#f5f1e8"}
    )
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    if p.kind == "box":
        e = 0.0015
        out += [
            kit.box((w - 2 * e, d - 2 * e, 0.7 * h), (0, 0, 0.35 * h), "card", 0.001),
            kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0.24 * h, h - 0.0004, "c0", 0.0015),
        ]
        z = h - 0.0006
        out += [kit.slab(-0.46 * w, 0.46 * w, -0.44 * d, 0.44 * d, z - 0.001, z + 0.0002, "c1", 0.0)]
        for i in range(int(rng.integers(4, 8))):
            s = rng.uniform(0.08, 0.2) * d
            out.append(
                kit.cylinder(
                    s / 2,
                    0.0002 + 0.00002 * i,
                    (rng.uniform(-0.3, 0.3) * w, rng.uniform(-0.26, 0.14) * d, z + 0.0001),
                    f"c{2 + i % 3}",
                    0,
                    int(pick(rng, (4, 6, 20, 20))),
                )
            )
        out += [
            kit.slab(-0.34 * w, 0.34 * w, 0.24 * d, 0.39 * d, z, z + 0.0004, "white", 0.0),
            kit.slab(-0.26 * w, 0.26 * w, 0.28 * d, 0.35 * d, z, z + 0.0006, "ink", 0.0),
            kit.slab(-0.3 * w, 0.3 * w, -d / 2 - 0.0003, -d / 2 + 0.001, 0.42 * h, 0.78 * h, "white", 0.0),
        ]
        return done("board_game", p, out, slots, [top(0.45 * w, 0.43 * d, h)])
    if p.kind == "cards":
        back = pick(rng, ("paper:#a32a2a", "paper:#27508f", "paper:#2d2d33"))
        return done("board_game", p, PACKS[p.pack](rng, w, d, h), slots | {"back": back, "red": "paper:#b3202a"})
    if p.kind == "puzzle":
        n = 7
        s = w / n
        cols = np.linspace(-1, 1, n)
        for i in range(n):
            for j in range(n):
                slot = f"c{int(np.clip((cols[i] * 0.7 + cols[j] + 1.7) / 3.4 * 4 + rng.normal(0, 0.35), 0, 4))}"
                gone = i + j > n + 1 and rng.random() < 0.8
                at, yaw = (
                    ((-w / 2 + (i + 0.5) * s, -d / 2 + (j + 0.5) * s), 0.0)
                    if not gone
                    else (tuple(rng.uniform(-0.5, 0.5, 2) * (w - s) * (1, 1)), rng.uniform(0, 6))
                )
                if gone and rng.random() < 0.45:
                    continue
                one = [kit.slab(-0.49 * s, 0.49 * s, -0.49 * s, 0.49 * s, 0, 0.002, slot, 0.0004)]
                if i < n - 1:
                    one.append(kit.cylinder(0.16 * s, 0.0021, (0.56 * s, 0, 0), slot, 0, 10))
                if j < n - 1:
                    one.append(kit.cylinder(0.16 * s, 0.0022, (0, 0.56 * s, 0), slot, 0, 10))
                out += turn(one, z=yaw, at=(*at, 0.0025 if gone else 0.0))
        lid = [
            kit.box((0.42 * w, 0.3 * d, 0.85 * h), (0, 0, 0.425 * h), "c0", 0.002),
            kit.slab(-0.17 * w, 0.17 * w, -0.11 * d, 0.11 * d, 0.84 * h, 0.86 * h, "c3", 0.0),
        ]
        out += turn(lid, z=rng.uniform(-0.3, 0.3), at=(0.26 * w, 0.3 * d, 0.0027))
        return done("board_game", p, out, slots)
    out += [
        kit.box((w, d, 0.004), (0, 0, 0.002), "c0", 0.001),
        kit.slab(-0.47 * w, 0.47 * w, -0.47 * d, 0.47 * d, 0.003, 0.0043, "card", 0.0),
    ]
    n = 9
    ring_ = [(i, j) for i in range(n) for j in range(n) if i in (0, n - 1) or j in (0, n - 1)]
    out += [
        kit.slab(
            x * w - 0.042 * w,
            x * w + 0.042 * w,
            y * d - 0.042 * d,
            y * d + 0.042 * d,
            0.004,
            0.0047,
            ("white", "c1", "c2", "c3", "c4")[k % 5],
            0.0,
        )
        for k, (i, j) in enumerate(ring_)
        for x, y in [((i - 4) * 0.104, (j - 4) * 0.104)]
    ]
    out += turn(kit.slab(-0.15 * w, 0.15 * w, -0.1 * d, 0.1 * d, 0.004, 0.0049, "c1", 0.0), z=0.78)
    for _ in range(6):
        i, j = ring_[int(rng.integers(len(ring_)))]
        out.append(
            solid(
                [(0.009, 0), (0.01, 0.003), (0.0045, 0.014), (0.004, 0.018), (0.0075, 0.022), (0.0065, 0.029), (0.0, 0.032)],
                f"m{int(rng.integers(4))}",
                12,
                ((i - 4) * 0.104 * w + rng.normal(0, 0.004), (j - 4) * 0.104 * d, 0.0046),
            )
        )
    out += [
        *turn(kit.box((0.014, 0.014, 0.014), (0, 0, 0.0075), "white", 0.002), z=rng.uniform(0, 1), at=(0.2 * w, -0.1 * d, 0.004)),
        *turn([kit.slab(-0.03, 0.03, -0.045, 0.045, 0, 0.012, "c4", 0.001)], z=0.4, at=(-0.22 * w, 0.16 * d, 0.0042)),
    ]
    return done("board_game", p, out, slots)


MEN = {
    "pawn": [(0.011, 0), (0.012, 0.003), (0.006, 0.012), (0.005, 0.024), (0.008, 0.026), (0.0075, 0.035), (0, 0.038)],
    "rook": [
        (0.012, 0),
        (0.013, 0.003),
        (0.007, 0.014),
        (0.007, 0.034),
        (0.0105, 0.037),
        (0.0105, 0.046),
        (0.006, 0.046),
        (0.006, 0.042),
        (0, 0.042),
    ],
    "knight": [(0.0125, 0), (0.0135, 0.003), (0.0075, 0.014), (0.008, 0.02), (0, 0.021)],
    "bishop": [
        (0.0125, 0),
        (0.0135, 0.003),
        (0.0065, 0.014),
        (0.0055, 0.034),
        (0.0085, 0.037),
        (0.0075, 0.048),
        (0.002, 0.055),
        (0.003, 0.058),
        (0, 0.06),
    ],
    "queen": [
        (0.0135, 0),
        (0.0145, 0.003),
        (0.0075, 0.015),
        (0.006, 0.044),
        (0.009, 0.047),
        (0.0065, 0.05),
        (0.0105, 0.062),
        (0.004, 0.063),
        (0.0035, 0.068),
        (0, 0.07),
    ],
    "king": [
        (0.0135, 0),
        (0.0145, 0.003),
        (0.008, 0.015),
        (0.0065, 0.046),
        (0.0095, 0.049),
        (0.007, 0.052),
        (0.0105, 0.066),
        (0.004, 0.07),
        (0, 0.071),
    ],
}


@thing(_ALL, (0.4, 0.4, 0.11), begun=(True, False))
def chess_set(p: Any) -> Asset:
    """A chequered board in a moulded frame with all its men, in place or in play."""
    rng = chance(p)
    light, dark = pick(
        rng, (("wood:#e2c391", "wood:#5a3420"), ("stone:#ece7dc", "stone:#2e2f31"), ("wood:#d3ad75", "wood:#2f2019"))
    )
    slots = {
        "frame": f"wood:{pick(rng, ('#4a2a18', '#7a4a28', '#2b1d15'))}",
        "light": light,
        "dark": dark,
        "white": light,
        "black": dark if rng.random() < 0.6 else "paint:#1a1817",
        "felt": "fabric:#3c5a45",
    }
    u, z = 0.042, 0.024
    out: Pieces = [
        kit.slab(-0.2, 0.2, -0.2, 0.2, 0, z - 0.002, "frame", 0.004),
        kit.slab(-4.08 * u, 4.08 * u, -4.08 * u, 4.08 * u, z - 0.004, z - 0.0004, "dark", 0.001),
    ]
    out += [
        kit.slab((i - 4) * u, (i - 3) * u, (j - 4) * u, (j - 3) * u, z - 0.002, z, "light", 0.0)
        for i in range(8)
        for j in range(8)
        if (i + j) % 2
    ]
    back = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")
    for s, slot in ((-1, "white"), (1, "black")):
        for i in range(16):
            kind, col, row = (back[i], i, 0) if i < 8 else ("pawn", i - 8, 1)
            if p.begun and kind in ("pawn", "bishop", "knight") and rng.random() < 0.4:
                row += int(rng.integers(1, 3))
            at = ((col - 3.5) * u + rng.normal(0, 0.0015), s * (3.5 - row) * u + rng.normal(0, 0.0015), z - 0.0003)
            out.append(solid(MEN[kind], slot, 10, at))
            if kind == "knight":
                head = front(
                    [
                        (-0.008, 0.018),
                        (0.008, 0.018),
                        (0.009, 0.036),
                        (0.004, 0.05),
                        (-0.003, 0.053),
                        (-0.012, 0.04),
                        (-0.011, 0.035),
                        (-0.003, 0.036),
                    ],
                    0.009,
                    slot,
                    0.0015,
                    0.0045,
                )
                out += turn(head, z=1.57 * s, at=at)
            elif kind == "king":
                out += kit.move(
                    [
                        kit.box((0.003, 0.003, 0.014), (0, 0, 0.076), slot, 0.0),
                        kit.box((0.01, 0.0032, 0.003), (0, 0, 0.078), slot, 0.0),
                    ],
                    at,
                )
    return done("chess_set", p, out, slots)


@thing(_ALL, (0.06, 0.045, 0.016), number=range(2, 6))
def dice(p: Any) -> Asset:
    """A few thrown dice with rounded corners and pips."""
    rng = chance(p)
    s = 0.016
    slots = {"body": f"plastic:{pick(rng, ('#f1ece0', '#b4262a', '#1d1d1f', '#23549a', '#2f7d54'))}"}
    slots["pip"] = "plastic:#1a1a1b" if slots["body"].endswith("#f1ece0") else "plastic:#f4f1e8"
    pips = {
        1: [(0, 0)],
        2: [(-1, -1), (1, 1)],
        3: [(-1, -1), (0, 0), (1, 1)],
        4: [(-1, -1), (1, 1), (-1, 1), (1, -1)],
        5: [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)],
        6: [(-1, -1), (1, 1), (-1, 1), (1, -1), (-1, 0), (1, 0)],
    }
    out: Pieces = []
    spots = [(-0.02, 0.006), (0.008, -0.012), (0.014, 0.012), (-0.008, -0.014), (-0.002, 0.013)]
    for i in range(p.number):
        one: Pieces = [kit.box((s, s, s), (0, 0, s / 2), "body", 0.0022, segments=2)]
        n = int(rng.integers(1, 7))
        one += [kit.cylinder(0.0016, 0.0006, (x * 0.0042, y * 0.0042, s - 0.0004), "pip", 0, 8) for x, y in pips[n]]
        m = n % 6 + 1 if n != 3 else 5
        one += [mk.cyl((x * 0.0042, -s / 2 + 0.0004, s / 2 + y * 0.0042), 0.0016, 0.0006, "-y", "pip", 0, 8) for x, y in pips[m]]
        one += [
            mk.cyl((s / 2 - 0.0004, x * 0.0042, s / 2 + y * 0.0042), 0.0016, 0.0006, "x", "pip", 0, 8)
            for x, y in pips[(m + 1) % 6 + 1]
        ]
        out += turn(one, z=rng.uniform(0, 6.28), at=(*(np.array(spots[i]) * 1.15), 0))
    return done("dice", p, out, slots)


@thing(_ALL, (0.057, 0.057, 0.057))
def rubik_cube(p: Any) -> Asset:
    """A puzzle cube of 27 little cubes with coloured tiles, a layer perhaps half turned."""
    rng = chance(p)
    slots = {
        "c0": "plastic:#e8e6df",
        "c1": "plastic:#d9b41f",
        "c2": "plastic:#b3261e",
        "c3": "plastic:#d9691e",
        "c4": "plastic:#1f4fa3",
        "c5": "plastic:#1f8a4c",
        "body": "plastic:#131314",
    }
    u, layers = 1 / 3, []
    mixed = rng.random() < 0.7
    for k in range(3):
        layer: Pieces = []
        for i in range(3):
            for j in range(3):
                if (i, j, k) == (1, 1, 1):
                    continue
                c = (np.array((i, j, k)) - 1) * u
                layer.append(kit.box((u * 0.985,) * 3, c, "body", 0.02))
                for axis, v in enumerate((i, j, k)):
                    if v == 1:
                        continue
                    s = v - 1
                    size = np.full(3, u * 0.82)
                    size[axis] = 0.02
                    at = c.copy()
                    at[axis] += s * (u / 2)
                    layer.append(kit.box(size, at, f"c{int(rng.integers(6)) if mixed else axis * 2 + (s > 0)}", 0.0))
        layers.append(layer)
    turned = rng.uniform(0.2, 0.6) if rng.random() < 0.4 else 0.0
    return done("rubik_cube", p, [*layers[0], *layers[1], *kit.rotate(layers[2], "z", turned)], slots | {"body": slots["body"]})


@thing(_ALL, (0.3, 0.09, 0.3), rows=range(5, 11))
def abacus(p: Any) -> Asset:
    """A counting frame with rods of coloured beads."""
    rng = chance(p)
    slots = {"wood": "wood:#c99f66", "rod": "steel"} | _tints(rng, "paint", 5)
    w, h, t = 0.3, 0.3, 0.018
    out: Pieces = [
        *kit.mirror(
            [
                kit.slab(w / 2 - t, w / 2, -0.009, 0.009, 0, h, "wood", 0.004),
                kit.slab(w / 2 - 0.022, w / 2 + 0.001, -0.045, 0.045, 0, 0.016, "wood", 0.005),
            ]
        ),
        kit.slab(-w / 2 + 0.01, w / 2 - 0.01, -0.008, 0.008, h - 0.02, h - 0.003, "wood", 0.004),
        kit.slab(-w / 2 + 0.01, w / 2 - 0.01, -0.008, 0.008, 0.02, 0.036, "wood", 0.004),
    ]
    zs = np.linspace(0.056, h - 0.04, p.rows)
    r = min(0.0125, 0.42 * (zs[1] - zs[0]))
    bead = kit.rotate(
        kit.lathe([(0.003, -0.0085), (0.7 * r, -0.0075), (r, 0), (0.7 * r, 0.0075), (0.003, 0.0085)], (0, 0, 0), "c0", 9),
        "y",
        np.pi / 2,
    )
    for i, z in enumerate(zs):
        out.append(mk.cyl((-w / 2 + 0.01, 0, z), 0.002, w - 0.02, "x", "rod", 0, 6))
        left = int(rng.integers(0, 11))
        for k in range(10):
            x = -w / 2 + t + 0.01 + k * 0.0178 if k < left else w / 2 - t - 0.01 - (9 - k) * 0.0178
            out += kit.recolour(kit.move(bead, (x, 0, z)), f"c{i % 5}")
    return done("abacus", p, out, slots)


# ---------------------------------------------------------------------------------------------- the larger toys


@thing(_ALL, (0.75, 0.33, 0.95), {}, storeys=range(2, 4), roof=("gable", "gable", "flat"))
def dollhouse(p: Any) -> Asset:
    """A doll's house with an open front: floors, partition, papered rooms, windows in the side walls, gable roof, some furniture."""  # noqa: E501
    rng = chance(p)
    slots = (
        {
            "wall": f"paint:{pick(rng, ('#f0ebe0', *SOFT))}",
            "roof": f"paint:{pick(rng, ('#b0563f', '#5e7688', '#6d8a6a', '#8c5a72', '#7a4a2b'))}",
            "floor": "wood:#c99f66",
            "trim": "paint:#fbf8f0",
        }
        | {f"c{i}": f"paper:{pick(rng, SOFT)}" for i in range(6)}
        | _tints(rng, "paint", 3, prefix="m")
    )
    w, d, h = p.width, p.depth, p.height
    t, n = 0.012, p.storeys
    gable = p.roof == "gable"
    hw = h * (0.72 if gable else 0.93)
    hx = w / 2 - (0.02 if gable else 0.006)
    yb, yf = d / 2 - 0.006, -d / 2 + 0.012
    zs = np.linspace(0.03, hw - t, n + 1)
    out: Pieces = [
        kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0, 0.03, "roof", 0.004),
        kit.slab(-hx, hx, yb - 0.008, yb, 0.028, hw, "wall", 0.002),
    ]
    for s in (1, -1):
        wall: Pieces = []
        for i in range(n):
            a, b = zs[i] + (0 if i else -0.002), zs[i + 1] + (t if i == n - 1 else 0)
            q = mk.framed(
                (yb - yf, b - a), (0.42 * (yb - yf), 0.45 * (b - a)), 0, t, "wall", radius=0.004, outer_radius=0.0005, edge=0.001
            )
            wall += kit.move(kit.rotate(kit.rotate(q, "x", np.pi / 2), "z", np.pi / 2), (0, (yf + yb) / 2, (a + b) / 2))
            wall += [
                kit.box((0.008, 0.42 * (yb - yf), 0.006), (t / 2, (yf + yb) / 2, (a + b) / 2), "trim", 0.0),
                kit.box((0.0082, 0.006, 0.45 * (b - a)), (t / 2, (yf + yb) / 2, (a + b) / 2), "trim", 0.0),
            ]
        out += kit.move(wall, (s * hx - (t if s > 0 else 0), 0, 0))
    surfaces, solids = (
        [],
        [
            Box((-w / 2, -d / 2, 0), (w / 2, d / 2, 0.03)),
            Box((-w / 2, yb - 0.02, 0), (w / 2, d / 2, h)),
            Box((-w / 2, -d / 2, 0), (-hx + t, d / 2, h)),
            Box((hx - t, -d / 2, 0), (w / 2, d / 2, h)),
            Box((-w / 2, -d / 2, hw - t), (w / 2, d / 2, h)),
        ],
    )
    for i in range(n):
        a, b = zs[i], zs[i + 1]
        cut = rng.uniform(-0.22, 0.22) * w
        out += [
            kit.slab(-hx + t - 0.001, hx - t + 0.001, yf + 0.001, yb - 0.007, b, b + t, "floor", 0.002),
            kit.slab(cut - 0.005, cut + 0.005, yf + 0.01, yb - 0.007, a - 0.001, b + 0.001, "wall", 0.001),
        ]
        z0 = a + (t if i else 0)
        for k, (x0, x1) in enumerate(((-hx + t, cut - 0.005), (cut + 0.005, hx - t))):
            out.append(
                kit.slab(x0 + 0.001, x1 - 0.001, yb - 0.0105, yb - 0.007, z0 + 0.001, b - 0.001, f"c{(2 * i + k) % 6}", 0.0)
            )
            c, room, u = (x0 + x1) / 2, x1 - x0, (b - z0)
            kind = int(rng.integers(4))
            y = yb - 0.06
            if kind == 0:  # a bed
                out += [
                    kit.slab(c - 0.3 * room, c + 0.3 * room, y - 0.05, y + 0.04, z0 - 0.001, z0 + 0.12 * u, "m0", 0.003),
                    kit.slab(c - 0.29 * room, c + 0.29 * room, y - 0.045, y + 0.035, z0 + 0.11 * u, z0 + 0.2 * u, "trim", 0.008),
                    kit.slab(c - 0.32 * room, c - 0.29 * room, y - 0.052, y + 0.042, z0 - 0.001, z0 + 0.4 * u, "m0", 0.003),
                ]
            elif kind == 1:  # a table and stools
                out += [
                    kit.cylinder(0.16 * room, 0.03 * u, (c, y - 0.02, z0 + 0.3 * u), "m1", 0.002, 18),
                    kit.cylinder(0.03 * room, 0.3 * u, (c, y - 0.02, z0), "m1", 0.001, 10),
                    *[
                        kit.cylinder(0.06 * room, 0.2 * u, (c + s * 0.27 * room, y - 0.03, z0 - 0.001), "m2", 0.003, 14)
                        for s in (1, -1)
                    ],
                ]
            elif kind == 2:  # a dresser and a picture
                out += [
                    kit.slab(c - 0.22 * room, c + 0.22 * room, y, y + 0.05, z0 - 0.001, z0 + 0.42 * u, "m2", 0.003),
                    *[
                        kit.slab(
                            c - 0.2 * room,
                            c + 0.2 * room,
                            y - 0.003,
                            y + 0.002,
                            z0 + (0.05 + 0.12 * k2) * u,
                            z0 + (0.14 + 0.12 * k2) * u,
                            "trim",
                            0.001,
                        )
                        for k2 in range(3)
                    ],
                    kit.slab(c - 0.12 * room, c + 0.12 * room, yb - 0.014, yb - 0.009, z0 + 0.56 * u, z0 + 0.82 * u, "m0", 0.001),
                ]
            else:  # a sofa and a rug
                out += [
                    kit.slab(c - 0.28 * room, c + 0.28 * room, y - 0.02, y + 0.045, z0 - 0.001, z0 + 0.18 * u, "m1", 0.006),
                    kit.slab(c - 0.28 * room, c + 0.28 * room, y + 0.02, y + 0.048, z0 + 0.1 * u, z0 + 0.4 * u, "m1", 0.006),
                    *[
                        kit.slab(
                            c + s * 0.28 * room - 0.008,
                            c + s * 0.28 * room + 0.008,
                            y - 0.022,
                            y + 0.045,
                            z0 - 0.001,
                            z0 + 0.28 * u,
                            "m1",
                            0.005,
                        )
                        for s in (1, -1)
                    ],
                ]
            solids.append(Box((x0, y - 0.1, z0), (x1, yb, z0 + 0.85 * u)))
        solids += [Box((-hx, -d / 2, b), (hx, d / 2, b + t)), Box((cut - 0.006, -d / 2, a), (cut + 0.006, d / 2, b))]
    if gable:
        zr = h - 0.006
        ang = float(np.arctan2(zr - hw, w / 2))
        run = float(np.hypot(zr - hw, w / 2))
        plate_ = kit.slab(-run + 0.004, 0.004, -d / 2, d / 2, -0.014, 0, "roof", 0.003)
        strips = [
            kit.slab(-run + run * k / 7, -run + run * k / 7 + 0.01, -d / 2 + 0.002, d / 2 - 0.002, -0.002, 0.003, "trim", 0.001)
            for k in range(7)
        ]
        out += kit.mirror(kit.move(kit.rotate([plate_, strips[0]], "y", -ang), (0, 0, zr)))
        out += front([(-hx + 0.002, hw - 0.005), (hx - 0.002, hw - 0.005), (0, zr - 0.016)], 0.008, "wall", 0.001, yb)
        out += [kit.slab(0.16 * w, 0.16 * w + 0.06, 0.0, 0.06, hw + 0.3 * (h - hw), h, "wall", 0.003)]
    else:
        out += [kit.slab(-w / 2, w / 2, -d / 2, d / 2, hw - 0.002, hw + 0.012, "roof", 0.003)]
        out += [
            kit.slab(
                -w / 2 + 0.004, w / 2 - 0.004, s * (d / 2 - 0.01) - 0.005, s * (d / 2 - 0.01) + 0.005, h - 0.012, h, "trim", 0.002
            )
            for s in (1, -1)
        ] + [
            kit.slab(
                x - 0.004, x + 0.004, s * (d / 2 - 0.01) - 0.004, s * (d / 2 - 0.01) + 0.004, hw + 0.01, h - 0.01, "trim", 0.001
            )
            for x in np.linspace(-w / 2 + 0.01, w / 2 - 0.01, 10)
            for s in (1, -1)
        ]
    return mk.done("dollhouse", p, out, slots, surfaces, solids)


@thing(
    _ALL,
    {"pulled": (0.08, 0.5, 0.11), "track": (0.6, 0.6, 0.11)},
    cars=range(2, 4),
    before=lambda rng, o: {**o, "kind": o.get("kind") or "pulled"},
)
def toy_train(p: Any) -> Asset:
    """A wooden locomotive with boiler, chimney and cab and its wagons: in a line, or on an oval of track."""
    rng = chance(p)
    slots = _tints(rng, "paint", 5) | {"wood": "wood:#c99f66", "dark": "paint:#232327", "brass": "brass", "hub": "paint:#f0e8d8"}
    n = p.cars
    bodies: list[Pieces] = []
    for i in range(n + 1):
        one: Pieces = [kit.slab(-0.03, 0.03, -0.06, 0.06, 0.022, 0.034, "wood", 0.003)]
        for y in (-0.036, 0.036) if i else (-0.042, -0.006, 0.036):
            one += [
                mk.cyl((-0.03, y, 0.016), 0.003, 0.06, "x", "dark", 0, 6),
                *kit.mirror(_wheel(0.033, y, 0.016 if i or y < 0.02 else 0.019, 0.009, "dark", f"c{i % 5}", 14)),
            ]
        if i == 0:
            one += [
                mk.cyl((0, 0.02, 0.058), 0.025, 0.078, "-y", "c0", 0.003, 20),
                mk.cyl((0, -0.056, 0.058), 0.019, 0.005, "-y", "dark", 0.002, 18),
                kit.slab(-0.03, 0.03, 0.014, 0.058, 0.032, 0.1, "c1", 0.003),
                kit.slab(-0.035, 0.035, 0.008, 0.064, 0.098, 0.106, "c2", 0.003),
                kit.lathe(
                    [(0, 0.078), (0.009, 0.078), (0.009, 0.094), (0.014, 0.108), (0.014, 0.11), (0, 0.11)],
                    (0, -0.04, 0),
                    "dark",
                    16,
                ),
                _egg((0.022, 0.022, 0.022), (0, -0.008, 0.083), "brass", seg=12, rings=8),
                kit.slab(-0.03, 0.03, -0.066, -0.058, 0.014, 0.03, "c2", 0.002),
                *kit.mirror(kit.slab(0.0285, 0.0312, 0.024, 0.048, 0.07, 0.09, "dark", 0.0005)),
                kit.torus(0.0252, 0.002, (0, 0, 0), "brass", 20, 5),
            ]
            one[-1:] = turn(one[-1], x=np.pi / 2, at=(0, -0.03, 0.058))
        elif (k := int(rng.integers(3))) == 0:
            one += [
                kit.slab(-0.03, 0.03, -0.052, 0.052, 0.032, 0.06, f"c{(i + 1) % 5}", 0.003),
                *[
                    lump((0.024, 0.024, 0.022), (rng.uniform(-0.012, 0.012), y, 0.064), "wood", rng, 0.1, 8, 6)
                    for y in (-0.035, -0.012, 0.012, 0.034)
                ],
            ]
        elif k == 1:
            one += [
                kit.slab(-0.028, 0.028, -0.05, 0.05, 0.032, 0.084, f"c{(i + 1) % 5}", 0.004),
                kit.slab(-0.033, 0.033, -0.056, 0.056, 0.082, 0.09, "dark", 0.003),
                *kit.mirror(
                    [kit.slab(0.027, 0.0295, y - 0.011, y + 0.011, 0.054, 0.074, "hub", 0.0005) for y in (-0.03, 0.0, 0.03)]
                ),
            ]
        else:
            one += [
                *kit.mirror(mk.cyl((0.013, -0.048, 0.045), 0.012, 0.096, "y", "wood", 0.002, 12)),
                mk.cyl((0, -0.048, 0.066), 0.012, 0.096, "y", "wood", 0.002, 12),
                *kit.mirror([kit.bar((0.028, y, 0.03), (0.028, y, 0.075), 0.003, f"c{i % 5}", 6) for y in (-0.035, 0.035)]),
            ]
        if i:
            one.append(mk.cyl((0, -0.056, 0.027), 0.004, 0.024, "-y", "brass", 0, 6))
        bodies.append(one)
    out: Pieces = []
    if p.kind == "pulled":
        for i, one in enumerate(bodies):
            out += kit.move(one, (0, i * 0.142, 0))
        return done("toy_train", p, out, slots)
    r = 0.265
    rings = [
        (kit.circle(1, 40) * q, z)
        for q, z in (
            (r - 0.035, 0.0),
            (r + 0.035, 0.0),
            (r + 0.035, 0.01),
            (r + 0.014, 0.01),
            (r + 0.014, 0.007),
            (r - 0.014, 0.007),
            (r - 0.014, 0.01),
            (r - 0.035, 0.01),
        )
    ]
    track = loft(rings, "wood", closed=True)
    out.append(track._replace(smooth=np.zeros(len(track.counts), bool)))
    for i, one in enumerate(bodies):
        a = 0.2 + i * 0.42
        out += turn(kit.scale(one, 0.74), z=a, at=(r * np.cos(a), r * np.sin(a), 0.0095))
    return done("toy_train", p, out, slots)


@thing(_ALL, (0.55, 1.45, 1.0), look=("plastic", "plastic", "wooden"))
def slide(p: Any) -> Asset:
    """A child's slide: a curved chute with raised rims running out to the front, a platform with rails, a ladder behind."""
    rng = chance(p)
    wooden = p.look == "wooden"
    cols = [SOFT, BRIGHT][int(rng.integers(2))]
    slots = {
        "chute": f"plastic:{pick(rng, cols)}",
        "frame": "wood:#c99f66" if wooden else f"plastic:{pick(rng, cols)}",
        "step": "wood:#b98a52" if wooden else f"plastic:{pick(rng, cols)}",
    }
    w, d, h = p.width, p.depth, p.height
    hx = w / 2
    zp = 0.72 * h
    line = kit.smooth_path(
        [
            (0, d / 2 - 0.36 * d, zp),
            (0, d / 2 - 0.46 * d, 0.94 * zp),
            (0, -0.02 * d, 0.62 * zp),
            (0, -0.26 * d, 0.28 * zp),
            (0, -0.4 * d, 0.09 * zp + 0.03),
            (0, -d / 2, 0.075),
        ],
        5,
    )
    cw = hx - 0.035
    u = np.array(
        [
            (-1.0, 0.11),
            (-0.985, 0.115),
            (-0.95, 0.1),
            (-0.9, 0.03),
            (-0.8, 0.006),
            (-0.4, 0),
            (0.4, 0),
            (0.8, 0.006),
            (0.9, 0.03),
            (0.95, 0.1),
            (0.985, 0.115),
            (1.0, 0.11),
        ]
    )
    g = np.stack([np.stack([np.full(len(line), a * cw), line[:, 1], line[:, 2] + b], -1) for a, b in u], 0)
    out: Pieces = [kit.outward(kit.sheet(g, "chute", 0.012))]
    y0, y1 = d / 2 - 0.36 * d, d / 2 - 0.14 * d
    out += [kit.slab(-cw, cw, y0 - 0.004, y1, zp - 0.02, zp - 0.0002, "step", 0.006)]
    post = 0.032
    for s in (1, -1):
        x = s * (hx - post / 2)
        out += [
            kit.slab(x - post / 2, x + post / 2, y0 - 0.01, y0 + 0.035, 0, h, "frame", 0.006),
            *settle(mk_rail((x, d / 2 - 0.02, 0.0), (x, y1 - 0.015, h), post * 0.98, 0.045, "frame")),
            mk_rail((x, y0 + 0.01, h - 0.02), (x, y1 - 0.01, h - 0.02), post * 0.9, 0.036, "frame"),
            mk_rail((x, y0 + 0.01, zp + 0.5 * (h - zp)), (x, y1 + 0.02, zp + 0.5 * (h - zp)), post * 0.7, 0.03, "frame"),
        ]
        out += [
            kit.slab(x - post / 2 + 0.001, x + post / 2 - 0.001, -0.2 * d - 0.025, -0.2 * d + 0.02, 0, 0.37 * zp, "frame", 0.006),
            kit.slab(x - post / 2 + 0.002, x + post / 2 - 0.002, -0.2 * d, d / 2 - 0.03, 0.012, 0.05, "frame", 0.006),
        ]
    out.append(
        kit.slab(-hx + 0.02, hx - 0.02, -0.2 * d - 0.02, -0.2 * d + 0.015, 0.36 * zp - 0.04, 0.36 * zp - 0.012, "frame", 0.005)
    )
    n = max(2, round(zp / 0.2))
    for i in range(1, n + 1):
        f = i / (n + 0.6)
        z = f * zp
        y = d / 2 - 0.02 + (y1 - 0.015 - d / 2 + 0.02) * z / h
        out.append(kit.slab(-hx + 0.02, hx - 0.02, y - 0.045, y + 0.03, z - 0.014, z + 0.012, "step", 0.006))
    m = len(line)
    solids = [
        Box((-hx, float(line[k + 1 if k + 1 < m else m - 1, 1]) - 0.01, 0.0), (hx, float(line[k, 1]), float(line[k, 2]) + 0.13))
        for k in range(0, m - 1, 1)
    ]
    solids += [
        Box((-hx, y0 - 0.02, 0), (hx, d / 2, zp)),
        Box((-hx, y0 - 0.02, zp), (-hx + 0.05, d / 2, h)),
        Box((hx - 0.05, y0 - 0.02, zp), (hx, d / 2, h)),
    ]
    return mk.done("slide", p, out, slots, [], solids)


def mk_rail(a: Sequence[float], b: Sequence[float], thick: float, tall: float, slot: str) -> Piece:
    """A straight rail of rounded section."""
    return kit.sweep(kit.rounded_rect(thick, tall, 0.006, 2), [a, b], slot)


@thing(
    _ALL,
    {"teepee": (1.15, 1.15, 1.5), "house": (1.1, 0.9, 1.25)},
    {"tent": {"kind": "house"}},
    cover=("plain", "striped", "dotted"),
    open=(True, False, True),
)
def teepee(p: Any) -> Asset:
    """A play tent: four poles crossed at the top under canvas with parted curtains, or a canvas house over a wooden frame."""
    rng = chance(p)
    slots = {
        "canvas": f"fabric:{pick(rng, ('#efe7d6', '#e8dcc4', *SOFT))}",
        "trim": f"fabric:{pick(rng, SOFT)}",
        "wood": "wood:#c99f66",
        "mat": f"fabric:{pick(rng, SOFT)}",
    }
    out: Pieces = []
    w, d, h = 1.15, 1.15 if p.kind == "teepee" else 0.95, 1.5 if p.kind == "teepee" else 1.3
    zt = 0.86 * h
    hx, hy = 0.47 * w, 0.47 * d
    f = ripples(p.seed, 0.25, 0.6)

    def panel_(
        a: Any,
        b: Any,
        c: Any,
        e: Any,
        slot: str = "canvas",
        belly: float = 0.02,
        rows: int = 9,
        cols: int = 7,
        thick: float = 0.004,
    ) -> None:
        """Canvas between bottom a-b and top c-e, hanging slightly inwards."""
        a, b, c, e = (np.asarray(q, float) for q in (a, b, c, e))
        s, t = np.meshgrid(np.linspace(0, 1, cols), np.linspace(0, 1, rows), indexing="ij")
        g = (a + (b - a) * s[..., None]) * (1 - t[..., None]) + (c + (e - c) * s[..., None]) * t[..., None]
        nrm = np.cross(b - a, c - a)
        nrm = nrm / np.linalg.norm(nrm)
        g = (
            g
            - nrm
            * (belly * (np.sin(np.pi * s) * (0.4 + 0.6 * np.sin(np.pi * t))) + 0.006 * f(s * 1.3, t * 1.3) * np.sin(np.pi * s))[
                ..., None
            ]
        )
        out.append(kit.sheet(g, slot, thick))

    if p.kind == "teepee":
        tip = 0.045
        c4 = [(-hx, -hy), (hx, -hy), (hx, hy), (-hx, hy)]
        t4 = [(-tip, -tip), (tip, -tip), (tip, tip), (-tip, tip)]
        for (x, y), (a, b) in zip(c4, t4, strict=True):
            q0, q1 = np.array([x * 1.02, y * 1.02, 0]), np.array([a, b, zt])
            e = q1 + (q1 - q0) / zt * (h - zt) * rng.uniform(0.93, 1.0)
            out.append(kit.bar(q0, e, 0.015, "wood", 10, 0.012))
        low = 0.02
        at = [np.array([x, y, low]) for x, y in c4]
        up = [np.array([a, b, zt - 0.02]) for a, b in t4]
        for i in (1, 2, 3):
            j = (i + 1) % 4
            if p.cover == "striped":
                for k in range(5):
                    s0, s1 = k / 5, (k + 1) / 5
                    panel_(
                        at[i] * (1 - s0) + at[j] * s0,
                        at[i] * (1 - s1) + at[j] * s1,
                        up[i] * (1 - s0) + up[j] * s0,
                        up[i] * (1 - s1) + up[j] * s1,
                        "canvas" if k % 2 == 0 else "trim",
                        0.004,
                        7,
                        3,
                    )
            else:
                panel_(at[i], at[j], up[i], up[j])
        # the front: upper part closed, two curtains below drawn to the sides
        m = 0.62
        lift = [q * (1 - m) + r * m for q, r in zip(at, up, strict=True)]
        panel_(lift[0], lift[1], up[0], up[1], belly=0.01)
        gap = 0.62 if p.open else 0.12
        c, e = (lift[0] + lift[1]) / 2, (at[0] + at[1]) / 2
        for s, i in ((0, 0), (1, 1)):  # noqa: B007
            foot = at[i] + (e - at[i]) * (1 - gap)
            mid = lift[i] + (c - lift[i]) * 0.98
            panel_(*((at[i], foot, lift[i], mid) if i == 0 else (foot, at[i], mid, lift[i])), belly=0.015)
            if p.open:
                tie = (at[i] * 0.6 + lift[i] * 0.4) * 0.82 + (e * 0.6 + c * 0.4) * 0.18
                out += turn(kit.torus(0.05, 0.012, (0, 0, 0), "trim", 14, 6), x=0.4, at=tie)
        out.append(
            kit.tube(
                [lift[0] + (0, -0.01, 0), (lift[0] + lift[1]) / 2 + (0, -0.014, -0.03), lift[1] + (0, -0.01, 0)], 0.005, "trim", 6
            )
        )
        for k in range(7):  # bunting
            q = lift[0] + (lift[1] - lift[0]) * (k + 0.5) / 7
            sag = 0.03 * (1 - (2 * (k + 0.5) / 7 - 1) ** 2)
            out += kit.move(
                front([(-0.026, 0), (0, -0.055), (0.026, 0)], 0.002, "trim" if k % 2 else "mat", 0.0),
                (q[0], q[1] - 0.014, q[2] - sag),
            )
        out.append(kit.torus(0.075, 0.014, (0, 0, zt - 0.01), "trim", 18, 6))
        if p.cover == "dotted":
            for i in (1, 3):
                for k in range(9):  # noqa: B007
                    t = rng.uniform(0.08, 0.7)
                    s = rng.uniform(0.15, 0.85)
                    q = (at[i] * (1 - s) + at[(i + 1) % 4] * s) * (1 - t) + (up[i] * (1 - s) + up[(i + 1) % 4] * s) * t
                    n_ = np.cross(at[(i + 1) % 4] - at[i], up[i] - at[i])
                    n_ = n_ / np.linalg.norm(n_)
                    out += mk.aim(kit.cylinder(0.03, 0.02, (0, 0, -0.02), "trim", 0.0, 14), q - n_ * 0.006, n_)
    else:
        zw = 0.6 * h
        zr = h - 0.02
        out += kit.mirror(
            [kit.bar((hx, s * hy, 0), (hx, s * hy, zw), 0.014, "wood", 10) for s in (1, -1)]
            + [kit.bar((hx, s * hy, zw - 0.01), (-0.03, s * hy, zr + 0.02), 0.013, "wood", 10) for s in (1, -1)]
            + [kit.bar((hx, -hy, 0.05), (hx, hy, 0.05), 0.012, "wood", 10)]
        )
        out += [
            kit.bar((0, -hy - 0.03, zr), (0, hy + 0.03, zr), 0.014, "wood", 10),
            kit.bar((-hx, hy, 0.05), (hx, hy, 0.05), 0.012, "wood", 10),
        ]
        e = 0.012
        for s in (1, -1):
            wall = (
                (s * (hx - e), -s * hy, 0.03),
                (s * (hx - e), s * hy, 0.03),
                (s * (hx - e), -s * hy, zw),
                (s * (hx - e), s * hy, zw),
            )
            panel_(*wall, belly=0.012)
            panel_(
                (s * (hx + 0.02), -s * (hy + 0.02), zw - 0.03),
                (s * (hx + 0.02), s * (hy + 0.02), zw - 0.03),
                (0, -s * (hy + 0.02), zr + 0.02),
                (0, s * (hy + 0.02), zr + 0.02),
                "trim" if p.cover != "plain" else "canvas",
                0.012,
            )
        panel_((hx, hy - e, 0.03), (-hx, hy - e, 0.03), (hx, hy - e, zw), (-hx, hy - e, zw), belly=0.01)
        panel_((hx, hy - e, zw - 0.01), (-hx, hy - e, zw - 0.01), (0.02, hy - e, zr), (-0.02, hy - e, zr), belly=0.004)
        panel_((-hx, -hy + e, zw - 0.01), (hx, -hy + e, zw - 0.01), (-0.02, -hy + e, zr), (0.02, -hy + e, zr), belly=0.004)
        gap = 0.55 if p.open else 0.1
        panel_((-hx, -hy + e, 0.03), (-hx * gap, -hy + e, 0.03), (-hx, -hy + e, zw), (-0.02, -hy + e, zw), belly=0.02)
        panel_((hx * gap, -hy + e, 0.03), (hx, -hy + e, 0.03), (0.02, -hy + e, zw), (hx, -hy + e, zw), belly=0.02)
        for k in range(9):
            q = -hx + 2 * hx * (k + 0.5) / 9
            out += kit.move(
                front([(-0.03, 0), (0, -0.06), (0.03, 0)], 0.002, "trim" if k % 2 else "mat", 0.0), (q, -hy - 0.005, zw - 0.02)
            )
    out.append(kit.box((2 * hx * 0.96, 2 * hy * 0.96, 0.02), (0, 0, 0.011), "mat", 0.008, segments=2))
    return mk.done("teepee", p, out, slots, [], [hull(out)])


@thing(_ALL, (1.0, 1.0, 0.32))
def ball_pit(p: Any) -> Asset:
    """A round padded pool filled with coloured balls."""
    rng = chance(p)
    slots = {"pad": f"fabric:{pick(rng, ('#e8e2d6', '#b9bcc0', *SOFT))}"} | _tints(
        rng, "plastic", 4, SOFT if rng.random() < 0.6 else BRIGHT
    )
    wall = [
        (0.44, 0),
        (0.485, 0.0),
        (0.5, 0.02),
        (0.5, 0.28),
        (0.485, 0.312),
        (0.46, 0.32),
        (0.435, 0.312),
        (0.42, 0.28),
        (0.42, 0.02),
        (0.44, 0),
    ]
    out: Pieces = [kit.weld(kit.lathe(wall, (0, 0, 0), "pad", 40)), kit.cylinder(0.43, 0.17, (0, 0, 0.004), "pad", 0.01, 32)]
    one = kit.ellipsoid((0.068,) * 3, (0, 0, 0), "c0", 8, 6)
    for k, r in enumerate((0.0, 0.068, 0.135, 0.202, 0.27, 0.337, 0.378)):
        m = max(1, int(2 * np.pi * r / 0.07))
        for i in range(m):
            a = 2 * np.pi * i / m + k * 0.4
            at = (r * np.cos(a), r * np.sin(a), 0.185 + rng.uniform(0, 0.035))
            out.append(one._replace(vertices=one.vertices + at, slot=f"c{int(rng.integers(4))}"))
    return done("ball_pit", p, out, slots)


@thing(_ALL, (0.6, 0.05, 1.1), look=("diamond", "diamond", "delta"))
def kite(p: Any) -> Asset:
    """A kite of coloured panels over crossed sticks, with a tail of bows; hung flat on a wall."""
    rng = chance(p)
    slots = _tints(rng, "fabric", 4) | {"stick": "wood:#c99f66", "cord": "fabric:#efe8d6"}
    low = -0.42 if p.look == "diamond" else -0.12
    side = 0.05 if p.look == "diamond" else -0.02
    pts = [(0, low), (0.3, side), (0, 0.3), (-0.3, side)]
    out: Pieces = []
    for i in range(4):
        a, b = pts[i], pts[(i + 1) % 4]
        c = (0, side)
        out += kit.rotate(kit.outward(kit.prism([c, a, b], 0.003, (0, 0, 0), f"c{i}", 0.0)), "x", np.pi / 2)
    out += [
        kit.bar((0, 0.002, low), (0, 0.002, 0.3), 0.005, "stick", 8),
        kit.bar((-0.3, -0.004, side), (0.3, -0.004, side), 0.005, "stick", 8),
    ]
    tail = kit.smooth_path(
        [(0, 0, low), (0.05, 0, low - 0.1), (-0.05, 0, low - 0.22), (0.04, 0, low - 0.34), (0.0, 0, low - 0.45)], 6
    )
    out.append(kit.tube(tail, 0.002, "cord", 5))
    for k in range(2, len(tail) - 1, 4):
        out += _bow(tail[k], 0.9, f"c{k % 4}")
    return done("kite", p, out, slots, origin="back")


@mk.sized(0.2, 0.79, 0.14, mounts={"wall": (0.2, 0.14, 0.79)})
class SkateboardParams(mk.Sized):
    """A skateboard on its wheels, or hung upright on a wall with its underside to the room."""

    seed: int = mk.dataclasses.field(default=0, metadata={"lower": 0, "upper": 9999, "unit": "COUNT", "text": "variation"})


def skateboard(p: SkateboardParams) -> Asset:
    """A laminated deck with kicked ends, grip tape, trucks and wheels."""
    rng = chance(p)  # type: ignore[arg-type]
    slots = {
        "deck": f"paint:{pick(rng, BRIGHT)}",
        "grip": "rubber:#1d1d1f",
        "truck": "steel",
        "wheel": f"rubber:{pick(rng, ('#f0ead8', *BRIGHT))}",
        "c1": f"paint:{pick(rng, BRIGHT)}",
    }

    def kick(v: Floats) -> Floats:
        e = np.clip(np.abs(v[:, 1]) - 0.24, 0, None)
        return np.column_stack([v[:, :2], v[:, 2] + 1.6 * e**2 + 0.006 * (v[:, 0] / 0.1) ** 2])

    strip = [
        loft(
            [
                (
                    np.stack(
                        [
                            np.concatenate([np.linspace(-0.1, 0.1, 5), np.linspace(0.1, -0.1, 5)]),
                            np.concatenate([np.full(5, -0.006), np.full(5, 0.006)]),
                        ],
                        -1,
                    )
                    * (max(np.sqrt(max(1 - max((abs(y) - 0.295) / 0.1, 0) ** 2, 0)), 0.12), 1),
                    y,
                )
                for y in np.linspace(-0.393, 0.393, 25)
            ],
            "deck",
        )
    ]
    deck = [q._replace(vertices=np.column_stack([q.vertices[:, 0], q.vertices[:, 2], q.vertices[:, 1]])) for q in strip]
    deck = [kit.outward(q) for q in deck]
    grip = [kit.scale(q, (0.985, 0.99, 0.2))[0]._replace(slot="grip") for q in deck]
    out = kit.bend([*deck, *kit.move(grip, (0, 0, 0.0058))], kick)
    for y in (-0.21, 0.21):
        out += [
            kit.box((0.055, 0.075, 0.008), (0, y, -0.01), "truck", 0.002),
            kit.box((0.03, 0.03, 0.03), (0, y, -0.026), "truck", 0.004),
            mk.cyl((-0.085, y, -0.04), 0.008, 0.17, "x", "truck", 0.002, 10),
            *kit.mirror(mk.cyl((0.062, y, -0.04), 0.027, 0.034, "x", "wheel", 0.006, 18)),
        ]
    out += [kit.box((0.08, 0.09, 0.002), (0, y, -0.0072), "c1", 0.0) for y in (-0.09, 0.04)]
    if p.mount == "wall":  # wheels to the room: the underside (-Z) becomes the front (-Y)
        out = kit.rotate(out, "x", -np.pi / 2)
        out = (
            out
            if kit.bounds([q for q in out if q.slot == "wheel"])[0][1] < kit.bounds([q for q in out if q.slot == "deck"])[0][1]
            else kit.rotate(out, "x", np.pi)
        )
    return mk.done("skateboard", p, out, slots, origin=mk.origin_of(p))


_SEEDS = {"seed": tuple(range(0, 10000, 7))}
_ALL.append(
    Generator(
        "skateboard", SkateboardParams, skateboard, mk.sampler(SkateboardParams, skateboard, lock=False, free=_SEEDS), {**mk.HUNG}
    )
)


@thing(_ALL, (0.067, 0.84, 0.067), look=("wood", "dark", "metal"))
def bat(p: Any) -> Asset:
    """A baseball bat lying down, its grip taped."""
    rng = chance(p)
    slots = {
        "body": {
            "wood": f"wood:{pick(rng, ('#d3a868', '#b9803f'))}",
            "dark": "wood:#3a2116",
            "metal": f"metal:{pick(rng, ('#b5342b', '#2b4f8c', '#9aa0a4'))}",
        }[p.look],
        "grip": f"rubber:{pick(rng, ('#1c1c1e', '#7a2420', '#e8e0cf'))}",
        "band": f"paint:{pick(rng, BRIGHT)}",
    }
    prof = [
        (0.012, 0.024),
        (0.0125, 0.2),
        (0.017, 0.4),
        (0.028, 0.58),
        (0.0335, 0.7),
        (0.0335, 0.79),
        (0.028, 0.825),
        (0.015, 0.838),
        (0, 0.84),
    ]
    out: Pieces = [
        solid(prof, "body", 20),
        solid([(0.016, 0), (0.024, 0.005), (0.023, 0.016), (0.0125, 0.028)], "body", 20),
        kit.cylinder(0.0142, 0.24, (0, 0, 0.026), "grip", 0.002, 16),
        kit.lathe([(0.0305, 0.628), (0.0318, 0.63), (0.0325, 0.65), (0.031, 0.652)], (0, 0, 0), "band", 20),
    ]
    return done("bat", p, rest(kit.rotate(out, "x", np.pi / 2)), slots)


@mk.sized(0.26, 0.69, 0.032, mounts={"wall": (0.26, 0.032, 0.69)})
class RacketParams(mk.Sized):
    """A strung racket lying flat, or hung upright on a wall."""

    seed: int = mk.dataclasses.field(default=0, metadata={"lower": 0, "upper": 9999, "unit": "COUNT", "text": "variation"})


def racket(p: RacketParams) -> Asset:
    """A tennis racket: oval head, throat, string bed, taped handle."""
    rng = chance(p)  # type: ignore[arg-type]
    slots = {
        "frame": "wood:#b98148" if rng.random() < 0.3 else f"paint:{pick(rng, BRIGHT)}",
        "string": "plastic:#efeadc",
        "grip": f"leather:{pick(rng, ('#1c1c1e', '#6b4226', '#ece6d8'))}",
    }
    t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    a, b, c = 0.122, 0.165, 0.18
    head = np.stack([a * np.cos(t), c + b * np.sin(t), np.zeros(36)], -1)
    out: Pieces = [
        kit.tube(head, 0.0085, "frame", 8, closed=True),
        *kit.mirror(
            kit.tube(
                kit.smooth_path([(0.075, 0.052, 0), (0.045, -0.02, 0), (0.014, -0.1, 0), (0.012, -0.14, 0)], 4),
                0.0085,
                "frame",
                8,
            )
        ),
        kit.cylinder(0.016, 0.2, (0, 0, 0), "grip", 0.003, 8),
        kit.cylinder(0.018, 0.012, (0, 0, -0.008), "grip", 0.003, 8),
    ]
    out[-2:] = kit.move(kit.rotate(out[-2:], "x", -np.pi / 2), (0, -0.335, 0))
    for x in np.linspace(-0.9, 0.9, 13) * a:
        q = b * np.sqrt(1 - (x / a) ** 2)
        out.append(kit.bar((x, c - q, 0.0008), (x, c + q, 0.0008), 0.0009, "string", 4))
    for y in np.linspace(-0.92, 0.92, 16) * b:
        q = a * np.sqrt(1 - (y / b) ** 2)
        out.append(kit.bar((-q, c + y, -0.0008), (q, c + y, -0.0008), 0.0009, "string", 4))
    return mk.done(
        "racket", p, kit.rotate(out, "x", np.pi / 2) if p.mount == "wall" else rest(out), slots, origin=mk.origin_of(p)
    )


_ALL.append(Generator("racket", RacketParams, racket, mk.sampler(RacketParams, racket, free=_SEEDS), {**mk.HUNG}))


def _round_board(rng: Rng, o: dict[str, Any]) -> dict[str, Any]:
    """What hangs behind a dart board, and the room that it takes."""
    o = {**o, "behind": o.get("behind") or pick(rng, ("nothing", "surround", "panel"))}
    if o["behind"] != "nothing" and all(o.get(k) is None for k in ("width", "depth", "height")):
        o["width"], o["depth"], o["height"] = (0.66, 0.05, 0.66) if o["behind"] == "surround" else (0.58, 0.055, 0.66)
    return o


@thing(_ALL, (0.45, 0.045, 0.45), darts=range(0, 5), behind=("nothing", "surround", "panel"), before=_round_board)
def dart_board(p: Any) -> Asset:
    """A dart board: twenty sectors with double and treble rings, bull's eye, wires and darts; plain, in a ring, or on a panel."""
    rng = chance(p)
    slots = {
        "rim": "rubber:#141415",
        "a": "fabric:#e3d6b4",
        "b": "fabric:#1b1b1c",
        "red": "fabric:#a82c25",
        "green": "fabric:#2f7a48",
        "wire": "steel",
        "brass": "brass",
        "flight": f"plastic:{pick(rng, BRIGHT)}",
    }
    out: Pieces = [kit.cylinder(0.225, 0.03, (0, 0, 0), "rim", 0.004, 40)]
    if p.behind == "surround":
        slots["behind"] = f"rubber:{pick(rng, ('#8f2620', '#1d1d1f', '#24486f'))}"
        foam = [
            (0.226, 0.0),
            (0.325, 0.0),
            (0.335, 0.01),
            (0.335, 0.02),
            (0.325, 0.03),
            (0.23, 0.034),
            (0.226, 0.03),
            (0.226, 0.0),
        ]
        out.append(kit.lathe(foam, (0, 0, 0), "behind", 56))
    elif p.behind == "panel":
        slots |= {"behind": "wood", "slate": "paint:#232826", "chalk": "paint:#d8d8d0"}
        board = kit.rounded_rect(0.58, 0.66, 0.05, 5) + (0, -0.06)
        out.append(kit.prism(board, 0.014, (0, 0, -0.012), "behind", 0.004))
        for s in (-1, 1):  # the score is chalked to both sides below
            out.append(kit.box((0.2, 0.1, 0.004), (s * 0.16, -0.325, 0.0035), "slate", 0.001))
            out += [kit.box((0.012, 0.05, 0.001), (s * 0.16 + 0.03 * k, -0.325, 0.006), "chalk", 0.0) for k in (-1, 0, 1)]
        out.append(kit.box((0.5, 0.02, 0.03), (0, -0.382, 0.014), "behind", 0.003))
    bands = ((0.017, 0.095, 0), (0.095, 0.107, 1), (0.107, 0.16, 0), (0.16, 0.172, 1))
    for i in range(20):
        for r0, r1, ring_ in bands:
            t = np.linspace((i - 0.5) * np.pi / 10, (i + 0.5) * np.pi / 10, 4)
            g = np.stack([np.stack([r * np.cos(t), r * np.sin(t), np.full(4, 0.0306)], -1) for r in (r0, r1)])
            out.append(kit.sheet(g, (("red", "green") if ring_ else ("b", "a"))[i % 2]))
    out += [
        kit.cylinder(0.017, 0.0015, (0, 0, 0.0298), "green", 0, 18),
        kit.cylinder(0.007, 0.002, (0, 0, 0.0298), "red", 0, 14),
    ] + [kit.torus(r, 0.0008, (0, 0, 0.031), "wire", 40, 4) for r in (0.095, 0.107, 0.16, 0.172, 0.2)]
    for _ in range(p.darts):
        r, a = rng.uniform(0.01, 0.15), rng.uniform(0, 6.28)
        q = np.array([r * np.cos(a), r * np.sin(a), 0.03])
        dart = [
            kit.bar((0, 0, 0), (0, 0, 0.03), 0.0012, "wire", 5),
            kit.bar((0, 0, 0.03), (0, 0, 0.075), 0.0035, "brass", 8),
            kit.bar((0, 0, 0.075), (0, 0, 0.12), 0.002, "rim", 6),
            *[kit.box(s, (0, 0, 0.115), "flight", 0.0) for s in ((0.03, 0.0006, 0.03), (0.0006, 0.03, 0.03))],
        ]
        out += mk.aim(kit.scale(dart, (1, 1, 0.7)), q, (rng.normal(0, 0.1), 0.1, 1))
    return done("dart_board", p, kit.rotate(out, "x", np.pi / 2), slots, origin="back")


def _fan(w: float, h: float) -> Floats:
    """The outline of a fan-shaped backboard about its middle (front view): straight foot, round shoulders."""
    t = np.linspace(0, np.pi, 19)
    arc = np.stack([w / 2 * np.cos(t), 0.55 * h * np.sin(t) - 0.05 * h], -1)
    return np.concatenate([[(-0.24 * w, -h / 2), (0.24 * w, -h / 2)], arc])


@thing(_ALL, (0.75, 0.55, 0.6), form=("square", "fan", "framed"))
def basketball_hoop(p: Any) -> Asset:
    """A square, fan-shaped or clear framed backboard with a marked square, a rim on a bracket and a net; hung on a wall."""
    rng = chance(p)
    slots = {
        "board": pick(rng, ("plastic:#efeee9", "glass:#dfe8ea", "wood:#c99f66")),
        "mark": f"paint:{pick(rng, ('#c23a2c', '#1d1d1f', '#2b5a9c'))}",
        "rim": "metal:#d4581f",
        "net": "fabric:#f2efe6",
        "metal": "black_metal",
    }
    w, h = 0.75, 0.5
    out: Pieces
    squares: tuple[tuple[float, float, float], ...] = ((w - 0.05, h - 0.05, 0.25), (0.26, 0.19, 0.19))
    if p.form == "fan":
        out = kit.move(front(_fan(w, h), 0.02, "board", 0.003, -0.03), (0, 0, 0.25))
        squares = squares[1:]
    elif p.form == "framed":
        slots["board"] = "glass:#dfe8ea"
        out = [mk.panel(w - 0.02, h - 0.02, 0.012, (0, -0.046, 0.25), "board", 0.01, 0.002)]
        out += mk.upright(mk.framed((w, h), (w - 0.05, h - 0.05), 0.0, 0.024, "metal", (0, 0.25, 0.028), radius=0.01))
        squares = squares[1:]
    else:
        out = [mk.panel(w, h, 0.02, (0, -0.05, 0.25), "board", 0.02, 0.003)]
    for a, b, c in squares:
        out += [kit.box((a, 0.003, 0.016), (0, -0.0508, c + s * b / 2), "mark", 0.0) for s in (1, -1)] + [
            kit.box((0.016, 0.0034, b), (s * a / 2, -0.0508, c), "mark", 0.0) for s in (1, -1)
        ]
    out += [
        *kit.mirror(kit.slab(0.16, 0.2, -0.032, 0, 0.06, 0.44, "metal", 0.003)),
        kit.box((0.12, 0.012, 0.09), (0, -0.056, 0.09), "rim", 0.003),
        kit.box((0.09, 0.06, 0.012), (0, -0.085, 0.1), "rim", 0.003),
    ]
    r, c, z = 0.19, -0.3, 0.1
    out.append(kit.torus(r, 0.008, (0, c, z), "rim", 32, 8))
    levels = ((r, 0.0), (0.165, 0.07), (0.14, 0.14), (0.125, 0.21))
    for s in (1, -1):
        for i in range(12):
            pts = [
                (rr * np.cos(a), c + rr * np.sin(a), z - dz - 0.006)
                for k, (rr, dz) in enumerate(levels)
                for a in [2 * np.pi * (i + s * k * 0.5) / 12]
            ]
            out.append(kit.tube(pts, 0.0028, "net", 4))
    return done("basketball_hoop", p, out, slots, origin="back")


@thing(_ALL, (0.23, 0.15, 0.09))
def yoga_block(p: Any) -> Asset:
    """A firm block of foam or cork with rounded edges and a pressed band."""
    rng = chance(p)
    cork = rng.random() < 0.3
    slots = {
        "body": "wood:#b98e5c" if cork else f"rubber:{pick(rng, (*SOFT, '#4a6d7c', '#6a4f78', '#39393c'))}",
        "band": f"rubber:{pick(rng, SOFT)}",
    }
    w, d, h = p.width, p.depth, p.height
    r = 0.1 * h
    out: Pieces = [kit.box((w, d, h), (0, 0, h / 2), "body", r, segments=3)]
    if not cork and rng.random() < 0.5:
        out.append(
            kit.slab(-0.3 * w, 0.3 * w, -d / 2 + 0.001 - 0.0015, d / 2 - 0.001 + 0.0015, 0.44 * h, 0.56 * h, "band", 0.0005)
        )
    return done("yoga_block", p, out, slots, [top(0.4 * w, 0.36 * d, h)])


@thing(_ALL, (1.2, 1.2, 0.015), {}, 0.06)
def foam_mat(p: Any) -> Asset:
    """Interlocking foam tiles in two or three colours, their edges toothed."""
    rng = chance(p)
    slots = _tints(rng, "rubber", 3, SOFT if rng.random() < 0.7 else BRIGHT)
    w, d, h = p.width, p.depth, p.height
    nx, ny = (int(np.clip(round(q / 0.3), 2, 7)) for q in (w, d))
    u, v = w / nx, d / ny
    k = int(rng.integers(2, 4))
    out: Pieces = []
    for i in range(nx):
        for j in range(ny):
            slot = f"c{(i + j) % k}"
            out.append(
                kit.slab(
                    -w / 2 + i * u + 0.0004,
                    -w / 2 + (i + 1) * u - 0.0004,
                    -d / 2 + j * v + 0.0004,
                    -d / 2 + (j + 1) * v - 0.0004,
                    0,
                    h,
                    slot,
                    0.001,
                )
            )
            for t in (-0.25, 0.08, 0.35):  # teeth reaching into the neighbour
                if i < nx - 1:
                    out.append(
                        kit.slab(
                            -w / 2 + (i + 1) * u - 0.002,
                            -w / 2 + (i + 1) * u + 0.018,
                            -d / 2 + (j + 0.5 + t) * v - 0.016,
                            -d / 2 + (j + 0.5 + t) * v + 0.016,
                            0.2 * h,
                            h * 1.02,
                            slot,
                            0.0,
                        )
                    )
                if j < ny - 1:
                    out.append(
                        kit.slab(
                            -w / 2 + (i + 0.5 + t) * u - 0.016,
                            -w / 2 + (i + 0.5 + t) * u + 0.016,
                            -d / 2 + (j + 1) * v - 0.002,
                            -d / 2 + (j + 1) * v + 0.018,
                            0.2 * h,
                            h * 1.02,
                            slot,
                            0.0,
                        )
                    )
    return done("foam_mat", p, out, slots)


@thing(_ALL, (1.0, 1.0, 0.25), form=("padded", "sprung", "cords"), legs=range(5, 9))
def trampoline(p: Any) -> Asset:
    """A small trampoline: steel ring on legs and a jumping mat, on covered springs, bare ones, or elastic cords."""
    rng = chance(p)
    slots = {
        "mat": "fabric:#1c1c1f",
        "pad": f"fabric:{pick(rng, ('#2b5a9c', '#1d1d20', '#4c9a67', '#c2453a', '#7b62a6'))}",
        "metal": "black_metal",
        "rubber": "rubber",
        "spring": "steel",
    }
    h = 0.25
    mat = 0.4 if p.form != "cords" else 0.43
    out: Pieces = [
        kit.torus(0.484, 0.016, (0, 0, h - 0.016), "metal", 48, 8),
        kit.cylinder(mat, 0.008, (0, 0, h - 0.026), "mat", 0.002, 48),
        kit.torus(mat - 0.012, 0.005, (0, 0, h - 0.019), "pad", 48, 5),
    ]
    leg = [
        mk.pipe([(0.484, 0, h - 0.02), (0.484, 0, 0.012)], 0.013, "metal"),
        kit.cylinder(0.016, 0.03, (0.484, 0, 0), "rubber", 0.004, 12),
    ]
    out += kit.ring(leg, p.legs, 0.3)
    if p.form == "padded":
        cover = [
            (0.385, -0.016),
            (0.44, 0.003),
            (0.485, 0.006),
            (0.498, -0.004),
            (0.5, -0.03),
            (0.49, -0.03),
            (0.485, -0.006),
            (0.39, -0.02),
        ]
        out.append(kit.lathe([(r, h + z) for r, z in [*cover, cover[0]]], (0, 0, 0), "pad", 48))
    elif p.form == "sprung":
        out += kit.ring(kit.bar((mat - 0.01, 0, h - 0.021), (0.472, 0, h - 0.018), 0.005, "spring", 6), 36)
    else:
        a = np.linspace(0, 2 * np.pi, 72, endpoint=False)
        r = np.where(np.arange(72) % 2, 0.487, mat - 0.006)
        out.append(kit.tube(np.stack([r * np.cos(a), r * np.sin(a), np.full(72, h - 0.012)], -1), 0.005, "pad", 5, closed=True))
    return done("trampoline", p, out, slots, [top(0.25, 0.25, h - 0.018, round=True)])


@thing(_ALL, (0.75, 0.6, 0.5), kind_of=("bricks", "train", "sand"))
def play_table(p: Any) -> Asset:
    """A low activity table with a rimmed top: studded plates and bricks, a train layout, or a tray of sand."""
    rng = chance(p)
    slots = {
        "top": pick(rng, ("wood:#cfa772", "paint:#f1efe9", f"paint:{pick(rng, SOFT)}")),
        "leg": pick(rng, ("wood:#b98650", "paint:#f1efe9")),
        "sand": "stone:#d8c093",
        "green": "plastic:#5d9a55",
        "track": "wood:#a8763f",
        "grey": "plastic:#8b9094",
    } | _tints(rng, "plastic", 5)
    w, d, h = p.width, p.depth, p.height
    hx, hy, zt = w / 2, d / 2, h - 0.06
    out: Pieces = [kit.slab(-hx + 0.008, hx - 0.008, -hy + 0.008, hy - 0.008, zt - 0.014, zt, "top", 0.002)]
    out += kit.mirror(kit.slab(hx - 0.02, hx, -hy, hy, zt - 0.05, zt + 0.018, "top", 0.005)) + [
        kit.slab(-hx + 0.019, hx - 0.019, s * (hy - 0.01) - 0.0095, s * (hy - 0.01) + 0.0095, zt - 0.05, zt + 0.017, "top", 0.005)
        for s in (1, -1)
    ]
    legs = [
        loft(
            [(kit.rounded_rect(0.035, 0.035, 0.006, 2), 0), (kit.rounded_rect(0.048, 0.048, 0.006, 2), zt - 0.012)],
            "leg",
            (x * (hx - 0.046), y * (hy - 0.046), 0),
        )
        for x in (1, -1)
        for y in (1, -1)
    ]
    out += legs
    if p.kind_of == "bricks":
        out.append(kit.slab(-hx + 0.024, hx - 0.024, -hy + 0.024, hy - 0.024, zt - 0.001, zt + 0.004, "green", 0.001))
        for _ in range(7):
            at = (rng.uniform(-0.38, 0.38) * w, rng.uniform(-0.36, 0.36) * d, zt + 0.0035)
            for k in range(int(rng.integers(1, 3))):
                out += kit.move(
                    _one_block("brick", 0.064, 0.032, 0.0245, f"c{int(rng.integers(5))}", rng), (at[0], at[1], at[2] + 0.0203 * k)
                )
    elif p.kind_of == "train":
        out.append(kit.slab(-hx + 0.024, hx - 0.024, -hy + 0.024, hy - 0.024, zt - 0.001, zt + 0.003, "green", 0.001))
        o = kit.rounded_rect(0.78 * w, 0.72 * d, 0.3 * d, 6)
        out.append(
            kit.sweep(
                kit.rounded_rect(0.04, 0.01, 0.002, 1), np.column_stack([o, np.full(len(o), zt + 0.006)]), "track", closed=True
            )
        )
        for i in range(3):
            out += [kit.box((0.04, 0.022, 0.03), (-0.1 + i * 0.048, -0.36 * d, zt + 0.026), f"c{i}", 0.004)]
        for _ in range(5):
            at = (rng.uniform(-0.2, 0.2) * w, rng.uniform(-0.15, 0.15) * d, zt + 0.002)
            out += [
                kit.cylinder(0.004, 0.02, at, "track", 0, 8),
                kit.cylinder(0.02, 0.035, (at[0], at[1], at[2] + 0.015), "c3", 0.001, 10, 0.003),
            ]
    else:
        xs, ys = np.meshgrid(np.linspace(-hx + 0.018, hx - 0.018, 14), np.linspace(-hy + 0.018, hy - 0.018, 12), indexing="ij")
        out.append(kit.sheet(np.stack([xs, ys, zt + 0.004 + 0.004 * ripples(p.seed, 0.1, 0.3)(xs, ys)], -1), "sand", 0.003))
        out += [
            kit.cylinder(0.03, 0.05, (0.1, 0.05, zt + 0.002), "c0", 0.003, 16, 0.04),
            kit.cylinder(0.035, 0.04, (-0.15, -0.06, zt + 0.002), "sand", 0.004, 14, 0.025),
        ]
    hi = kit.bounds(out)[1]
    return mk.done(
        "play_table", p, out, slots, [], [Box((-hx, -hy, zt - 0.05), (hx, hy, float(hi[2]))), *[mk.cover(q) for q in legs]]
    )


@thing(_ALL, {"car": (0.32, 0.62, 0.45), "trike": (0.45, 0.62, 0.55)}, {"tricycle": {"kind": "trike"}})
def ride_on(p: Any) -> Asset:
    """A toy to ride on: a push car with seat, backrest and steering wheel, or a tricycle."""
    rng = chance(p)
    slots = _tints(rng, "plastic", 3, SOFT if rng.random() < 0.4 else BRIGHT) | {
        "tyre": "rubber:#1d1d20",
        "hub": "plastic:#ece8dc",
        "dark": "plastic:#232326",
        "steel": "chrome",
    }
    out: Pieces = []
    if p.kind == "car":
        out += _side(
            [
                (-0.3, 0.09),
                (0.29, 0.09),
                (0.3, 0.2),
                (0.28, 0.36),
                (0.25, 0.38),
                (0.21, 0.24),
                (0.0, 0.23),
                (-0.06, 0.27),
                (-0.12, 0.3),
                (-0.27, 0.27),
                (-0.31, 0.2),
            ],
            0.22,
            "c0",
            0.02,
        )
        out += [
            kit.slab(-0.09, 0.09, 0.0, 0.2, 0.228, 0.25, "c1", 0.01),
            kit.bar((0, -0.11, 0.27), (0, -0.06, 0.4), 0.014, "dark", 10),
            *turn(
                [kit.torus(0.09, 0.012, (0, 0, 0), "c1", 24, 8), kit.box((0.17, 0.025, 0.012), (0, 0, 0), "dark", 0.004)],
                x=0.4,
                at=(0, -0.055, 0.42),
            ),
        ]
        out += kit.mirror(
            [
                mk.cyl((0.06, -0.295, 0.21), 0.03, 0.02, "-y", "hub", 0.004, 16),
                *_wheel(0.13, -0.19, 0.085, 0.05, "tyre", "c2", 22),
                *_wheel(0.13, 0.19, 0.085, 0.05, "tyre", "c2", 22),
            ]
        )
        out += [mk.cyl((-0.13, y, 0.085), 0.01, 0.26, "x", "dark", 0, 8) for y in (-0.19, 0.19)] + [
            mk.cyl((-0.1, 0.275, 0.4), 0.012, 0.2, "x", "dark", 0.003, 10),
            *kit.mirror(kit.bar((0.09, 0.26, 0.36), (0.09, 0.275, 0.4), 0.011, "dark", 8)),
        ]
    else:
        out += [
            mk.pipe([(0, -0.17, 0.36), (0, -0.1, 0.28), (0, 0.19, 0.12)], 0.018, "c0", 0.06, 12),
            kit.bar((0, -0.21, 0.14), (0, -0.16, 0.46), 0.015, "c0", 10),
            kit.bar((-0.19, 0.2, 0.1), (0.19, 0.2, 0.1), 0.014, "c0", 10),
            *kit.mirror(
                [
                    kit.bar((0.035, -0.215, 0.12), (0.02, -0.185, 0.3), 0.01, "c0", 8),
                    kit.tube(kit.smooth_path([(0, -0.16, 0.46), (0.08, -0.15, 0.5), (0.17, -0.11, 0.51)], 3), 0.011, "steel", 8),
                    kit.bar((0.13, -0.13, 0.509), (0.18, -0.1, 0.511), 0.016, "dark", 10),
                    *_wheel(0.19, 0.2, 0.1, 0.035, "tyre", "hub", 22),
                    kit.box((0.06, 0.05, 0.018), (0.09, -0.215, 0.13), "dark", 0.004),
                ]
            ),
        ]
        out += [
            mk.cyl((-0.07, -0.215, 0.13), 0.008, 0.14, "x", "steel", 0, 8),
            mk.cyl((-0.02, -0.215, 0.13), 0.13, 0.04, "x", "tyre", 0.012, 26),
            mk.cyl((-0.023, -0.215, 0.13), 0.08, 0.046, "x", "hub", 0.004, 22),
            block((0.2, 0.2, 0.05), (0, 0.06, 0.3), "c1", 0.022),
            kit.bar((0, 0.07, 0.18), (0, 0.06, 0.29), 0.014, "steel", 8),
        ]
    return mk.done("ride_on", p, settle(out), slots)


GENERATORS = tuple(_ALL)
