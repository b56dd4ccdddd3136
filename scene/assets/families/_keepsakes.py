"""Decor, third part: trophies, flags, balloons, hanging decoration, coats, umbrellas and small personal things."""

from __future__ import annotations

from ....model.geometry import azimuth
from ._things import (
    Any,
    Asset,
    Generator,
    Piece,
    Pieces,
    front,
    kit,
    loft,
    moulding,
    np,
    oval,
    pick,
    rectangle,
    rod,
    scaled,
    shell,
    solid,
    thing,
    tint,
    turn,
)
from .props import chance, done, lump, settle

KEEPSAKES: list[Generator] = []
_ALL = KEEPSAKES
BRIGHT = ("#c23a2e", "#2f66a8", "#3f8a4a", "#d9a521", "#d5662a", "#7a4a8f", "#d9698a", "#4aa3a8")


def _star(r: float, n: int = 5, inner: float = 0.42) -> Any:
    """The outline of a star, a point up."""
    a = np.linspace(0, 2 * np.pi, 2 * n, endpoint=False) + np.pi / 2
    rr = np.where(np.arange(2 * n) % 2, inner, 1.0) * r
    return np.stack([rr * np.cos(a), rr * np.sin(a)], -1)


@thing(_ALL, (0.18, 0.13, 0.34), form=("cup", "star", "column"))
def trophy(p: Any) -> Asset:
    """A trophy: a cup with two handles, a star on a base, or a figure of a star on columns."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "metal": pick(rng, ("gold", "silver", "gold", "bronze")),
        "base": pick(rng, ("marble_black", "wood", "marble")),
        "plate": "brass",
        "col": pick(rng, ("plastic:#2f66a8", "plastic:#a32a2a", "marble")),
    }
    hb = 0.2 * h
    out: Pieces = [
        kit.box((0.62 * w, 0.86 * d, 0.55 * hb), (0, 0, 0.275 * hb), "base", 0.003),
        kit.box((0.5 * w, 0.7 * d, 0.5 * hb), (0, 0, 0.75 * hb), "base", 0.003),
        kit.box((0.3 * w, 0.003, 0.3 * hb), (0, -0.43 * d - 0.0008, 0.28 * hb), "plate", 0.0005),
    ]
    if p.form == "cup":
        r = 0.3 * w
        out.append(
            shell(
                [
                    (0.5 * r, hb - 0.002),
                    (0.5 * r, hb + 0.02 * h),
                    (0.16 * r, hb + 0.07 * h),
                    (0.14 * r, hb + 0.16 * h),
                    (0.3 * r, hb + 0.2 * h),
                    (0.78 * r, hb + 0.36 * h),
                    (0.94 * r, hb + 0.6 * h),
                    (1.06 * r, h),
                ],
                0.003,
                "metal",
                26,
                2,
                floor=0.28 * h,
            )
        )
        for s in (1, -1):
            out.append(
                rod(
                    [
                        (s * 0.92 * r, 0, 0.9 * h),
                        (s * 1.45 * r, 0, 0.93 * h),
                        (s * 0.49 * w, 0, 0.8 * h),
                        (s * 1.3 * r, 0, 0.66 * h),
                        (s * 0.72 * r, 0, 0.55 * h),
                    ],
                    0.0055,
                    "metal",
                    8,
                    4,
                )
            )
        out += front(_star(0.4 * r), 0.006, "plate", 0.001, -0.85 * r)
        out[-1:] = kit.move(out[-1:], (0, 0, 0.72 * h))
    elif p.form == "star":
        out += [solid([(0.12 * w, hb - 0.002), (0.04 * w, hb + 0.05 * h), (0.025 * w, 0.5 * h)], "metal", 14)]
        out += kit.move(
            front(_star(min(0.5 * w, 0.27 * h)), 0.35 * d, "metal", 0.006, 0.17 * d), (0, 0, h - min(0.5 * w, 0.27 * h))
        )
    else:
        out += [kit.cylinder(0.035 * w + 0.004, 0.36 * h, (x * 0.17 * w, 0, hb - 0.002), "col", 0.001, 12) for x in (1, -1)]
        z = hb + 0.355 * h
        out += [
            kit.box((0.52 * w, 0.6 * d, 0.03 * h), (0, 0, z + 0.015 * h), "base", 0.003),
            solid(
                [(0.1 * w, z + 0.028 * h), (0.03 * w, z + 0.07 * h), (0.03 * w, z + 0.12 * h), (0.14 * w, z + 0.2 * h)],
                "metal",
                16,
            ),
        ]
        out += kit.move(front(_star(0.13 * h), 0.02, "metal", 0.004, 0.01), (0, 0, h - 0.13 * h))
    return done("trophy", p, out, slots)


# The furled canopy's profile from ferrule to runner, and how deep its folds are: (radius, height), shares of the whole.
CANOPIES = {
    "furled": (((0, 0.06), (0.12, 0.07), (0.32, 0.3), (0.44, 0.56), (0.3, 0.6), (0.36, 0.63), (0.52, 0.7), (0.1, 0.72)), 0.16),
    "loose": (((0, 0.06), (0.14, 0.07), (0.5, 0.3), (0.84, 0.56), (1.0, 0.7), (0.86, 0.71), (0.1, 0.62)), 0.3),
    "tight": (((0, 0.05), (0.1, 0.06), (0.2, 0.2), (0.27, 0.6), (0.24, 0.78), (0.26, 0.8), (0.08, 0.815)), 0.1),
}


def _canopy(form: str, r: float, h: float, striped: bool) -> Pieces:
    """The cloth in eight folds; `striped` has every other panel in a second colour."""
    profile, depth = CANOPIES[form]
    fine = kit.smooth_path([(a * r, z * h, 0) for a, z in profile], 3)[:, :2]
    fine[:, 0] = np.maximum(fine[:, 0], np.where(np.arange(len(fine)) == 0, 0, 0.02 * r))
    q = kit.lathe(fine, (0, 0, 0), "cloth", 48)
    v = q.vertices
    a = azimuth(v)
    k = 1 + depth * np.cos(8 * a + 6 * v[:, 2] / h)
    q = q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1))
    if not striped:
        return [q]
    start = np.cumsum(q.counts) - q.counts
    middle = np.add.reduceat(v[q.loops], start, axis=0)
    panel = np.floor(8 * (azimuth(middle) + 6 / 8 * middle[:, 2] / q.counts / h) / (2 * np.pi) + 0.5) % 2 == 0
    return [kit.keep_faces(q, panel), kit.keep_faces(q, ~panel)._replace(slot="stripe")]


@thing(
    _ALL,
    (0.11, 0.11, 0.88),
    crook=(True, True, False),
    form=("furled", "loose", "tight"),
    grip=("round", "straight"),
    striped=(False, False, True),
)
def umbrella(p: Any) -> Asset:
    """An umbrella, point down: furled, rolled tight or hanging loose, its handle a crook, a knob or a straight grip."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {
        "cloth": tint(rng, "fabric", ("#20242c", "#7a2430", "#2f4a3f", "#34495a", "#c9a24b")),
        "stripe": "fabric:#e6e0d2",
        "grip": pick(rng, ("wood", "plastic_black", "bamboo")),
        "metal": "steel",
    }
    strap = {"furled": (0.36, 0.6), "loose": (0.0, 0.0), "tight": (0.28, 0.5)}[p.form]
    out: Pieces = [
        *_canopy(p.form, r, h, p.striped),
        solid([(0.05 * r, 0), (0.1 * r, 0.02 * h), (0.09 * r, 0.08 * h)], "metal", 8),
        kit.cylinder(0.09 * r, 0.26 * h, (0, 0, 0.6 * h), "metal", 0, 8),
    ]
    if strap[0]:
        out.append(kit.torus(strap[0] * r, 0.05 * r, (0, 0, strap[1] * h), "cloth", 16, 5))
    if p.crook:
        t = np.linspace(0, np.pi * 1.05, 9)
        c = 0.43 * r
        path = np.concatenate(
            [[(0, 0, 0.82 * h), (0, 0, 0.88 * h)], np.stack([-c + c * np.cos(t), 0 * t, h - c - 0.14 * r + c * np.sin(t)], -1)]
        )
        out.append(kit.tube(path, 0.14 * r, "grip", 8))
        out = kit.move(out, (0.3 * r, 0, 0)) if p.form != "loose" else out
    elif p.grip == "straight":
        out += [
            solid(
                [(0.15 * r, 0.83 * h), (0.2 * r, 0.84 * h), (0.18 * r, 0.9 * h), (0.2 * r, 0.96 * h), (0.14 * r, h)], "grip", 14
            ),
            rod(
                [(0, -0.15 * r, 0.985 * h), (0, -0.5 * r, 0.93 * h), (0, -0.45 * r, 0.84 * h), (0, -0.16 * r, 0.86 * h)],
                0.002,
                "metal",
                5,
                4,
            ),
        ]
    else:
        out.append(solid([(0.14 * r, 0.8 * h), (0.2 * r, 0.88 * h), (0.24 * r, 0.97 * h), (0.12 * r, h)], "grip", 12))
    return done("umbrella", p, out, slots)


@thing(_ALL, (0.5, 0.16, 1.05), form=("coat", "jacket", "coat"), hood=(True, False, False))
def coat(p: Any) -> Asset:
    """A coat on a hanger, hung on the wall, falling in soft folds."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "cloth": tint(
            rng, pick(rng, ("wool", "fabric", "wool")), ("#8d7555", "#2b2f36", "#5d4a3f", "#3f4f45", "#7a2e2a", "#a89a86")
        ),
        "lining": "fabric:#2a2624",
        "button": pick(rng, ("plastic:#2a211b", "brass")),
        "metal": "steel",
        "hanger": "wood",
    }
    zt = 0.93 * h
    out: Pieces = []
    o = oval(1, 1, 40, 2.6)
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ph = rng.uniform(0, 6)
    rings = []
    for u, wk, dk in (
        (0, 0.74, 0.74),
        (0.12, 0.72, 0.72),
        (0.35, 0.66, 0.66),
        (0.55, 0.62, 0.62),
        (0.75, 0.66, 0.66),
        (0.88, 0.7, 0.58),
        (0.95, 0.56, 0.42),
        (0.985, 0.26, 0.34),
        (1.0, 0.2, 0.3),
    ):
        fold = 1 + 0.09 * (1 - u) * np.sin(9 * t + ph + 2 * u)
        rings.append((o * (w * wk, d * dk) * fold[:, None], zt * u))
    out.append(loft(rings, "cloth"))
    for s in (1, -1):
        path = kit.smooth_path(
            [
                (s * 0.26 * w, 0, 0.9 * zt),
                (s * 0.37 * w, -0.01, 0.8 * zt),
                (s * 0.43 * w, -0.03, 0.6 * zt),
                (s * 0.42 * w, -0.05, 0.38 * zt),
            ],
            4,
        )
        out.append(
            kit.tube(path, np.interp(np.linspace(0, 1, len(path)), [0, 0.2, 1], [0.06, 0.085, 0.06]) * w / 0.5, "cloth", 12)
        )
        out.append(kit.cylinder(0.05 * w / 0.5, 0.004, (s * 0.42 * w, -0.05, 0.378 * zt), "lining", 0, 12))
        lapel = np.array(
            [
                (0.0, 0.6 * zt),
                (s * 0.12 * w, 0.86 * zt),
                (s * 0.18 * w, 0.9 * zt),
                (s * 0.1 * w, 0.985 * zt),
                (s * 0.05 * w, 0.99 * zt),
            ]
        )
        q = front(lapel, 0.012, "cloth", 0.003, -0.3 * d)
        out += [
            kit.outward(x)
            for x in kit.bend(
                q,
                lambda v: np.column_stack(
                    [v[:, 0], v[:, 1] + 0.12 * d * np.clip((v[:, 2] - 0.86 * zt) / (0.13 * zt), 0, 1), v[:, 2]]
                ),
            )
        ]
        out += kit.move(
            front(rectangle(0.15 * w, 0.012 * h + 0.01), 0.01, "cloth", 0.003, -0.33 * d), (s * 0.17 * w, 0, 0.34 * zt)
        )
    out.append(kit.box((0.008, 0.004, 0.56 * zt), (0.012, -0.365 * d, 0.3 * zt), "lining", 0.001))
    for i in range(4):
        out += turn(
            kit.cylinder(0.012, 0.006, (0, 0, 0), "button", 0.002, 12),
            x=np.pi / 2,
            at=(-0.02 * w, -0.33 * d - 0.004, (0.55 - 0.12 * i) * zt),
        )
    if p.hood:
        out.append(kit.ellipsoid((0.34 * w, 0.5 * d, 0.16 * zt), (0, 0.14 * d, 0.94 * zt), "cloth", 16, 10))
    out.append(
        rod(
            [
                (-0.3 * w, 0, 0.9 * zt),
                (-0.12 * w, 0, 0.97 * zt),
                (0, 0, zt + 0.006),
                (0.12 * w, 0, 0.97 * zt),
                (0.3 * w, 0, 0.9 * zt),
            ],
            0.008,
            "hanger",
            8,
            3,
        )
    )
    c = 0.028
    a = np.linspace(-np.pi / 2, np.pi * 0.9, 9)
    out.append(
        kit.tube(
            np.concatenate([[(0, 0, zt)], np.stack([c * np.cos(a), 0 * a, h - c - 0.003 + c * np.sin(a)], -1)]),
            0.0025,
            "metal",
            6,
        )
    )
    return done("coat", p, out, slots, origin="back")


@thing(_ALL, (0.12, 0.08, 0.012), tag=(True, False))
def keys(p: Any) -> Asset:
    """A bunch of keys on a ring with a tag."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "ring": "steel",
        "key0": "nickel",
        "key1": "brass",
        "key2": "steel",
        "tag": pick(rng, ("leather:#7a4a26", "leather:#2a2320", "plastic:#b5352a", "wood")),
    }
    t = 0.25 * h
    out: Pieces = [kit.torus(0.13 * w, 0.13 * h, (-0.2 * w, 0, 0.5 * h), "ring", 24, 6)]
    for i in range(3):
        ln = rng.uniform(0.42, 0.52) * w
        head = oval(0.17 * w, 0.15 * w, 18, pick(rng, (2, 4)))
        shaft = np.array(
            [
                (0.06 * w, -0.022 * w),
                (ln * 0.55, -0.022 * w),
                (ln * 0.62, -0.045 * w),
                (ln * 0.7, -0.03 * w),
                (ln * 0.78, -0.05 * w),
                (ln * 0.88, -0.03 * w),
                (ln, -0.01 * w),
                (ln, 0.015 * w),
                (ln * 0.95, 0.024 * w),
                (0.06 * w, 0.024 * w),
            ]
        )
        q: Pieces = [
            kit.prism(head, t, (0, 0, 0), f"key{i}", 0.0004),
            kit.prism(shaft, 0.8 * t, (0, 0, 0.1 * t), f"key{i}", 0.0003),
        ]
        out += turn(q, z=(i - 1) * 0.62 + rng.normal(0, 0.08), at=(-0.06 * w, (i - 1) * 0.07 * d, 0.3 * h + i * 0.16 * h))
    if p.tag:
        out += turn(
            kit.prism(rectangle(0.3 * w, 0.16 * w, 0.05 * w), 0.35 * h, (0.15 * w, 0, 0), "tag", 0.001),
            z=np.pi * 0.8,
            at=(-0.28 * w, 0.06 * d, 0.1 * h),
        )
    return done("keys", p, out, slots)


@thing(_ALL, (0.14, 0.15, 0.045), form=("round", "square", "cat"), sun=(False, True, False))
def spectacles(p: Any) -> Asset:
    """A pair of glasses with open temples, clear or dark."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "frame": pick(rng, ("plastic:#26201c", "plastic:#6b3f1c", "gold", "black_metal", "plastic:#7a2e2a")),
        "lens": "tinted_glass" if p.sun else "glass",
    }
    lw, lh = 0.42 * w, h * 0.94
    o = {"round": oval(lw, lh, 24), "square": rectangle(lw, lh * 0.9, 0.012), "cat": oval(lw, lh * 0.86, 24, 2.6)}[p.form]
    if p.form == "cat":
        o = o + np.stack([0 * o[:, 0], 0.25 * np.clip(o[:, 0] / lw, 0, 1) * lh * 0.6], -1)
    out: Pieces = []
    y = -d / 2 + 0.004
    for s in (1, -1):
        e = o * (s, 1) + (s * 0.27 * w, h / 2)
        e = e if s > 0 else e[::-1]
        out += kit.move(moulding(e, [(0, 0), (0.0035, 0), (0.0035, 0.003), (0, 0.003)], "frame"), (0, y, 0)) + front(
            kit.inset(e, 0.0025), 0.001, "lens", 0.0, y - 0.001
        )
        x = s * (0.5 * w - 0.002)
        out.append(
            kit.sweep(
                kit.rounded_rect(0.0025, 0.005, 0.001, 1),
                kit.smooth_path(
                    [
                        (s * 0.47 * w, y - 0.001, 0.66 * h),
                        (x, y + 0.006, 0.68 * h),
                        (x, 0.25 * d, 0.66 * h),
                        (s * 0.46 * w, 0.5 * d, 0.1 * h),
                    ],
                    4,
                ),
                "frame",
            )
        )
    out.append(
        rod(
            [(-0.07 * w, y - 0.0015, 0.56 * h), (0, y - 0.003, 0.66 * h), (0.07 * w, y - 0.0015, 0.56 * h)], 0.0018, "frame", 6, 4
        )
    )
    return done("spectacles", p, out, slots)


@thing(_ALL, (0.045, 0.065, 0.06), form=("round", "square"))
def watch(p: Any) -> Asset:
    """A wrist watch, its strap closed, standing on its side curve."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "strap": pick(rng, ("leather:#5a3a24", "leather:#1f1d1c", "steel", "gold", "rubber")),
        "case": pick(rng, ("steel", "gold", "black_metal")),
        "face": pick(rng, ("paper:#f1ede3", "paper:#1d2733", "paper:#26262a")),
        "hand": "brass",
        "glass": "glass",
    }
    t = np.linspace(0, 2 * np.pi, 29)[:-1]
    rz = 0.44 * h
    path = np.stack([0 * t, 0.5 * d * np.cos(t), rz + rz * np.sin(t)], -1)
    out: Pieces = [kit.sweep(kit.rounded_rect(0.003, 0.45 * w, 0.0012, 1), path, "strap", closed=True)]
    r = 0.44 * w
    o = oval(2 * r, 2 * r, 24) if p.form == "round" else rectangle(1.8 * r, 2 * r, 0.004)
    z = 2 * rz - 0.002
    out += [
        kit.prism(o, h - z - 0.0012, (0, 0, z), "case", 0.0012),
        kit.prism(kit.inset(o, 0.0025), 0.0008, (0, 0, h - 0.0016), "face", 0.0),
        kit.move(kit.cylinder(0.0022, 0.004, (0, 0, 0), "case", 0.0003, 8), (0, 0, 0)),
    ]
    out[-1:] = turn(out[-1], y=np.pi / 2, at=(r, 0, (z + h) / 2))
    for a, ln in ((0.5, 0.7), (2.3, 0.5)):
        out += turn(
            kit.box((0.0009, ln * r, 0.0004), (0, ln * r / 2, 0), "hand", 0.0), z=a + rng.uniform(-1, 1), at=(0, 0, h - 0.0003)
        )
    out.append(kit.sweep(kit.rounded_rect(0.49 * w, 0.0042, 0.0016, 1), path[20:24], "case"))  # the clasp
    return done("watch", p, out, slots)


@thing(_ALL, {"desk": (0.22, 0.1, 0.17), "wall": (0.32, 0.012, 0.55)})
def calendar(p: Any) -> Asset:
    """A desk calendar on its folded stand, or a wall calendar with a picture over the month."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "page": "paper:#f5f2ea",
        "art": f"art:{int(rng.integers(1, 900))}",
        "ink": "paper:#33312e",
        "red": "paper:#b5352a",
        "ring": "steel",
        "card": tint(rng, "paper", ("#2b2b2d", "#cfae74", "#34495a")),
    }

    def month(cw: float, ch: float, y: float, z0: float) -> Pieces:
        q: Pieces = front(rectangle(0.5 * cw, 0.1 * ch, z=0), 0.0006, "ink", 0.0, y)
        q = kit.move(q, (-0.2 * cw, 0, z0 + 0.86 * ch))
        skip, days = int(rng.integers(7)), 31
        for i in range(days):
            c, r = (i + skip) % 7, (i + skip) // 7
            q += kit.move(
                front(rectangle(0.045 * cw, 0.045 * ch), 0.0006, "red" if c == 6 else "ink", 0.0, y),
                ((c - 3) * 0.13 * cw, 0, z0 + (0.68 - 0.125 * r) * ch),
            )
        return q

    if p.kind == "wall":
        out: Pieces = front(rectangle(w, 0.96 * h, z=-0.02 * h), 0.6 * d, "page", 0.001)
        out += kit.move(front(rectangle(0.92 * w, 0.44 * h), 0.001, "art", 0.0, -0.58 * d), (0, 0, 0.22 * h))
        out += month(0.95 * w, 0.44 * h, -0.6 * d + 0.0002, -0.48 * h)
        for i in range(14):
            out += turn(
                kit.torus(0.4 * d, 0.0008, (0, 0, 0), "ring", 8, 4),
                y=np.pi / 2,
                at=((i / 13 - 0.5) * 0.86 * w, -0.5 * d, 0.455 * h),
            )
        out.append(
            rod([(-0.03, -0.5 * d, 0.46 * h), (0, -0.5 * d, h / 2 - 0.001), (0.03, -0.5 * d, 0.46 * h)], 0.001, "ring", 5, 4)
        )
        return done("calendar", p, out, slots, origin="back")
    a = float(np.arctan2(d / 2, h))
    ln = float(np.hypot(d / 2, h)) * 0.97
    leaf = kit.move(front(rectangle(w, ln), 0.0016, "card", 0.0004), (0, 0, -ln / 2))
    page = kit.move(front(rectangle(0.94 * w, 0.9 * ln), 0.003, "page", 0.0003, -0.0014), (0, 0, -0.5 * ln)) + month(
        0.9 * w, 0.84 * ln, -0.0042, -0.94 * ln
    )
    out = kit.rotate(leaf + page, "x", -a) + kit.rotate(leaf, "x", a)
    for i in range(12):
        out += turn(
            kit.torus(0.03 * h, 0.0009, (0, 0, 0), "ring", 8, 4), y=np.pi / 2, at=((i / 11 - 0.5) * 0.86 * w, -0.0015, -0.004)
        )
    return done("calendar", p, settle(out), slots)


@thing(_ALL, (0.32, 0.06, 0.42), {"mount_hung_on": {"hung": True}}, form=("felt", "lightbox", "felt"), hung=False)
def letter_board(p: Any) -> Asset:
    """A framed felt board with rows of letters, leaning on its foot, or a cinema-style light box."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    felt = p.form == "felt"
    slots = {
        "frame": "wood" if felt else "plastic:#26262a",
        "felt": pick(rng, ("fabric:#26262a", "fabric:#3f4f45", "fabric:#7a2e2a", "fabric:#8f9c8a"))
        if felt
        else "plastic:#f3f0e6",
        "letter": "plastic:#f2efe6" if felt else "plastic:#26262a",
        "stand": "wood",
    }
    t = d if p.hung else 0.3 * d
    f = 0.014
    out: Pieces = moulding(rectangle(w, h), [(0, 0), (f, 0), (f, t), (0.2 * f, t), (0, 0.9 * t)], "frame") + front(
        rectangle(w - f, h - f), 0.6 * t, "felt", 0.0
    )
    rows = int(np.clip(h / 0.055, 3, 8))
    gap = (h - 3 * f) / rows
    for i in range(rows):
        z = (rows / 2 - i - 0.5) * gap
        out += kit.move(
            front(rectangle(w - 2 * f, 0.0016), 0.0012, "frame" if not felt else "felt", 0.0, -0.6 * t + 0.0002),
            (0, 0, z - 0.5 * gap),
        )
        if 0 < i < rows - 1:
            n = int(rng.integers(4, 10))
            cw = min(0.036, (w - 4 * f) / 11)
            for j in range(n):
                if rng.random() < 0.12:
                    continue
                x = (j - (n - 1) / 2) * cw
                lh, lw, s = 0.6 * gap, 0.6 * cw, 0.16 * cw
                bars = {
                    0: [(-lw / 2, 0, s, lh), (0, lh / 2 - s / 2, lw, s), (0, 0, lw, s)],
                    1: [(0, 0, s, lh), (0, lh / 2 - s / 2, lw, s)],
                    2: [(-lw / 2, 0, s, lh), (lw / 2, 0, s, lh), (0, 0, lw, s)],
                    3: [(-lw / 2, 0, s, lh), (0, -lh / 2 + s / 2, lw, s)],
                    4: [(-lw / 2, 0, s, lh), (lw / 2, 0, s, lh), (0, lh / 2 - s / 2, lw, s), (0, -lh / 2 + s / 2, lw, s)],
                }[int(rng.integers(5))]
                for bx, bz, bw, bh in bars:
                    out.append(kit.box((bw, 0.002, bh), (x + bx, -0.6 * t - 0.0008, z + bz), "letter", 0.0))
    if p.hung:
        return done("letter_board", p, out, slots, origin="back")
    lean = float(np.arctan2(d - t, h) * 0.6)
    out = kit.rotate(out, "x", -lean)
    out += kit.move(
        kit.rotate(kit.box((0.12 * w, 0.006, 0.6 * h), (0, 0, 0), "stand", 0.002), "x", 0.32 * lean + 0.02),
        (0, 0.3 * d, -0.2 * h),
    )
    return done("letter_board", p, settle(out), slots)


@thing(_ALL, (0.09, 0.09, 0.18), posts=range(3, 5))
def hourglass(p: Any) -> Asset:
    """A sand glass between two turned discs."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {
        "frame": pick(rng, ("wood", "brass", "black_metal")),
        "glass": "glass",
        "sand": "sand:" + pick(rng, ("#d9c09a", "#e8e2d6", "#7a3b2e", "#3f5a66")),
    }
    e = 0.08 * h
    ends = [(0.9 * r, 0), (r, 0.25 * e), (0.94 * r, 0.75 * e), (0.8 * r, e)]
    out: Pieces = [solid(ends, "frame", 24), solid([(a, h - b) for a, b in ends[::-1]], "frame", 24)]
    z = np.array([0, 0.08, 0.26, 0.42, 0.48, 0.5, 0.52, 0.58, 0.74, 0.92, 1])
    x = np.array([0.3, 0.58, 0.64, 0.3, 0.1, 0.06, 0.1, 0.3, 0.64, 0.58, 0.3])
    hz = h - 2 * e
    out.append(solid([(a * r, e - 0.001 + b * (hz + 0.002)) for a, b in zip(x, z, strict=True)], "glass", 22, smooth=2))
    fill = rng.uniform(0.1, 0.2)
    out.append(
        solid(
            [(0.3 * r, e + 0.004 * hz), (0.54 * r, e + 0.08 * hz), (0.56 * r, e + fill * hz), (0.03 * r, e + (fill + 0.1) * hz)],
            "sand",
            18,
        )
    )
    out.append(
        solid(
            [(0.03 * r, e + 0.5 * hz), (0.26 * r, e + 0.58 * hz), (0.42 * r, e + 0.66 * hz), (0.2 * r, e + 0.65 * hz)], "sand", 18
        )
    )
    post = solid(
        scaled([(0.6, 0), (1, 0.12), (0.55, 0.25), (0.7, 0.5), (0.55, 0.75), (1, 0.88), (0.6, 1)], 0.085 * r, hz + 0.004),
        "frame",
        10,
        (0.8 * r, 0, e - 0.002),
    )
    out += kit.ring(post, p.posts, 0.4)
    return done("hourglass", p, out, slots)


FLAGS = ("tri_v", "tri_h", "cross", "halves", "disc", "canton", "diagonal")


@thing(_ALL, {"hung": (1.2, 0.05, 0.8), "pole": (0.5, 0.35, 2.0)}, design=FLAGS)
def flag(p: Any) -> Asset:
    """A flag hung on the wall, or falling in folds from a pole with a foot; invented designs."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    cols = rng.permutation(["#b5352a", "#2f4a7a", "#f0ece2", "#d9a521", "#3f7a4a", "#26262a"])
    slots = {
        "a": f"fabric:{cols[0]}",
        "b": f"fabric:{cols[1]}",
        "c": f"fabric:{cols[2]}",
        "pole": pick(rng, ("wood", "brass", "steel")),
        "base": "black_metal",
        "cap": "gold",
    }
    nu, nv = 24, 18
    u, v = np.meshgrid(np.linspace(0, 1, nu + 1), np.linspace(0, 1, nv + 1), indexing="ij")
    if p.kind == "hung":
        y = -0.5 * d + 0.36 * d * np.sin(9 * u + 1.5 * v + p.seed) * (0.35 + 0.65 * (1 - v))
        g = np.stack([(u - 0.5) * w, y, (v - 0.5) * h], -1)
    else:
        fh = 0.48 * h
        drop = 0.5 * u**0.8
        x = -0.4 * w + 0.02 + 0.86 * w * u * (0.75 + 0.25 * v) - 0.0
        y = 0.42 * d * np.sin(10 * u + 1.2 * v) * np.minimum(u * 3, 1)
        g = np.stack([x, y, 0.96 * h - (1 - v) * fh - drop * 0.34 * h * (0.9 + 0.1 * v)], -1)
    s = kit.sheet(g, "a", 0.0015)
    n = nu * nv
    cu, cv = np.meshgrid((np.arange(nu) + 0.5) / nu, (np.arange(nv) + 0.5) / nv, indexing="ij")
    band = (
        {
            "tri_v": np.floor(cu * 3),
            "tri_h": np.floor(cv * 3),
            "cross": np.where((abs(cu - 0.36) < 0.09) | (abs(cv - 0.5) < 0.13), 1, 0),
            "halves": np.floor(cv * 2),
            "disc": np.where(np.hypot((cu - 0.5) * 1.5, cv - 0.5) < 0.3, 1, 0),
            "canton": np.where((cu < 0.42) & (cv > 0.5), 2, np.floor(cv * 9) % 2),
            "diagonal": np.where(abs(cu - cv) < 0.14, 2, np.where(cu > cv, 1, 0)),
        }[p.design]
        .reshape(-1)
        .astype(int)
    )
    which = np.concatenate([band, band, np.zeros(len(s.counts) - 2 * n, int)])
    out: Pieces = []
    for k, name in enumerate("abc"):
        m = which == k
        if m.any():
            out.append(kit.keep_faces(s, m)._replace(slot=name))
    if p.kind == "hung":
        out.append(kit.bar((-0.5 * w, -0.5 * d, h / 2), (0.5 * w, -0.5 * d, h / 2), min(0.008, 0.4 * d), "pole", 8))
        return done("flag", p, out, slots, origin="back")
    px = -0.4 * w
    r = min(0.1 * w * 2, 0.5 * d)
    out += [
        kit.cylinder(0.013, 0.965 * h, (px, 0, 0.01), "pole", 0.001, 12),
        kit.ellipsoid((0.05, 0.05, 0.05), (px, 0, h - 0.025), "cap", 12, 8),
    ]
    out.append(solid([(r, 0), (r, 0.012), (0.8 * r, 0.025), (0.2 * r, 0.04), (0.16 * r, 0.12)], "base", 24, (px, 0, 0)))
    return done("flag", p, out, slots)


@thing(_ALL, (0.28, 0.28, 1.2), bunch=range(1, 4), weighted=(True, False))
def balloon(p: Any) -> Asset:
    """One to three balloons on strings, held by a small weight."""
    rng = chance(p)
    w, h = p.width, p.height
    n = p.bunch if h > 0.7 * w else 1
    slots: dict[str, str] = {f"b{i}": f"rubber:{c}" for i, c in enumerate(rng.permutation(BRIGHT)[:3])} | {
        "string": "fabric:#efece4",
        "weight": pick(rng, ("gold", "silver")),
    }
    out: Pieces = [solid([(0.05 * w, 0), (0.11 * w, 0.03 * w), (0.1 * w, 0.12 * w), (0.03 * w, 0.18 * w)], "weight", 12)]
    r = w / 2 * (1.0 if n == 1 else 0.72)
    prof = np.array(
        [
            (0.0, -1.22),
            (0.07, -1.22),
            (0.05, -1.16),
            (0.18, -1.08),
            (0.55, -0.78),
            (0.9, -0.28),
            (1.0, 0.12),
            (0.9, 0.52),
            (0.6, 0.84),
            (0.25, 0.98),
            (0.0, 1.0),
        ]
    )
    for i in range(n):
        a = 2 * np.pi * i / n + rng.uniform(0, 1)
        off = 0.0 if n == 1 else w / 2 - r
        at = (off * np.cos(a), off * np.sin(a), h - r * 1.0 - (0 if i == 0 else rng.uniform(0.3, 1.1) * r))
        out.append(kit.lathe(prof * r, at, f"b{i}", 20))
        out.append(
            rod(
                [(0, 0, 0.17 * w), (0.3 * at[0], 0.3 * at[1], 0.4 * at[2]), (at[0], at[1], at[2] - 1.2 * r)],
                0.0012,
                "string",
                4,
                5,
            )
        )
    return done("balloon", p, out, slots)


@thing(
    _ALL,
    {"mobile": (0.5, 0.5, 0.7), "wind_chime": (0.16, 0.16, 0.7), "star": (0.35, 0.35, 0.6)},
    motif=("stars", "clouds", "felt", "moons"),
)
def hanging_decor(p: Any) -> Asset:
    """A baby's mobile, a wind chime, or a folded paper star, hung from the ceiling."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    if p.kind == "star":
        slots = {"paper": tint(rng, "paper", ("#efe8d8", "#c9a24b", "#b5352a", "#8fa6b0")), "string": "fabric:#efece4"}
        r = min(w / 2, h * 0.42)
        n = 7
        o = _star(r, n, 0.42)
        m = len(o)
        zc = -h / 2 + r
        v = np.vstack([np.column_stack([o[:, 0], np.zeros(m), o[:, 1]]), [(0, -0.5 * d, 0), (0, 0.5 * d, 0)]])
        faces = [f for i in range(m) for f in ((m, i, (i + 1) % m), (m + 1, (i + 1) % m, i))]
        q = kit.outward(kit.piece(v, faces, "paper", False))
        out += kit.move([q], (0, 0, zc))
        out.append(kit.tube([(0, 0, zc + r - 0.01), (0, 0, h / 2)], 0.0012, "string", 5))
        if abs(w - d) < 0.3 * w:
            out += kit.rotate(out[:1], "z", np.pi / 2)
        return done("hanging_decor", p, out, slots, origin="top")
    if p.kind == "wind_chime":
        slots = {"wood": "wood", "tube": pick(rng, ("aluminium", "brass", "bamboo", "copper")), "string": "fabric:#d9cdb4"}
        z1 = h / 2
        out += [
            kit.cylinder(w / 2, 0.012, (0, 0, z1 - 0.16 * h), "wood", 0.003, 24),
            kit.cylinder(0.2 * w, 0.008, (0, 0, -0.08 * h), "wood", 0.002, 16),
        ]
        for i in range(3):
            a = 2 * np.pi * i / 3
            out.append(
                kit.tube([(0.4 * w * np.cos(a), 0.4 * w * np.sin(a), z1 - 0.15 * h), (0, 0, z1 - 0.02 * h)], 0.001, "string", 4)
            )
        out.append(kit.torus(0.014, 0.002, (0, 0, 0), "tube", 12, 5))
        out[-1:] = turn(out[-1], x=np.pi / 2, at=(0, 0, z1 - 0.016))
        for i in range(6):
            a = 2 * np.pi * i / 6
            ln = (0.34 + 0.06 * i) * h
            x, y = 0.38 * w * np.cos(a), 0.38 * w * np.sin(a)
            zt = z1 - 0.16 * h - 0.05 * h
            out += [
                kit.tube([(x, y, zt + 0.06 * h), (x, y, zt - 0.004)], 0.0008, "string", 4),
                kit.lathe(
                    [(0.055 * w, -ln), (0.055 * w, 0), (0.042 * w, 0), (0.042 * w, -ln), (0.055 * w, -ln)], (x, y, zt), "tube", 12
                ),
            ]
        out += [
            kit.tube([(0, 0, z1 - 0.16 * h), (0, 0, -h / 2 + 0.1 * h)], 0.001, "string", 4),
            kit.move(kit.prism(oval(0.3 * w, 0.12 * h, 18), 0.006, (0, 0, 0), "wood", 0.001), (0, 0, 0))[0],
        ]
        out[-1:] = turn(out[-1], x=np.pi / 2, at=(0, 0.003, -h / 2 + 0.06 * h))
        return done("hanging_decor", p, out, slots, origin="top")
    pal = pick(
        rng,
        (
            ("#e8c9c0", "#d9a88f", "#f0ece2"),
            ("#9fb8c4", "#d7dfe2", "#e3cf9a"),
            ("#a8b59a", "#e6dcc2", "#c98f6b"),
            ("#c9b8d4", "#efe6da", "#d9c27a"),
        ),
    )
    slots = {"wood": "wood", "string": "fabric:#efece4"} | {f"f{i}": f"fabric:{c}" for i, c in enumerate(pal)}
    z1 = h / 2
    zr = z1 - 0.3 * h
    out.append(kit.torus(0.4 * w, 0.008, (0, 0, zr), "wood", 32, 6))
    out += [
        kit.tube([(0.4 * w * np.cos(a), 0.4 * w * np.sin(a), zr), (0, 0, z1 - 0.01)], 0.001, "string", 4)
        for a in np.arange(3) * 2.094
    ]
    out.append(kit.cylinder(0.012, 0.012, (0, 0, z1 - 0.012), "wood", 0.002, 12))
    for i in range(7):
        a = 2 * np.pi * i / 6
        x, y = (0.4 * w * np.cos(a), 0.4 * w * np.sin(a)) if i < 6 else (0.0, 0.0)
        z = (-0.2 - 0.06 * (i % 3)) * h if i < 6 else -h / 2 + 0.075 * w
        s = 0.09 * w
        slot = f"f{i % 3}"
        out.append(kit.tube([(x, y, zr if i < 6 else z1 - 0.012), (x, y, z + 0.5 * s)], 0.0008, "string", 4))
        kind = p.motif if i < 6 else pick(rng, ("stars", "clouds"))
        if kind == "stars":
            q = front(_star(s, 5, 0.5), 0.28 * s, slot, 0.1 * s, 0.14 * s)
        elif kind == "moons":
            t = np.linspace(0.9, 2 * np.pi - 0.9, 15)
            q = front(
                np.concatenate(
                    [
                        np.stack([np.cos(t), np.sin(t)], -1),
                        np.stack([0.45 + 0.78 * np.cos(t[::-1] * 0.93 + 0.22), 0.78 * np.sin(t[::-1] * 0.93 + 0.22)], -1)[1:-1],
                    ]
                )
                * s,
                0.25 * s,
                slot,
                0.0,
                0.12 * s,
            )
            q = [kit.outward(b) for b in q]
        elif kind == "clouds":
            q = [
                kit.ellipsoid((1.1 * s, 0.6 * s, 0.9 * s), (cx * s, 0, cz * s), slot, 10, 6)
                for cx, cz in ((-0.5, -0.1), (0, 0.15), (0.5, -0.1))
            ]
        else:
            q = [kit.ellipsoid((1.3 * s,) * 3, (0, 0, 0), slot, 14, 9)]
        out += turn(q, z=rng.uniform(0, 3), at=(x, y, z))
    return done("hanging_decor", p, out, slots, origin="top")


@thing(_ALL, (0.28, 0.03, 0.75))
def dream_catcher(p: Any) -> Asset:
    """A hoop with a woven web, beads and feathers on cords."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "hoop": pick(rng, ("leather:#c9a27a", "fabric:#efe8da", "leather:#5a3a24")),
        "web": "fabric:#efe8da",
        "bead": pick(rng, ("wood", "stone", "plastic:#3f8a8a")),
        "feather": tint(rng, "fabric", ("#efe6d6", "#8d6f54", "#7d9aa3", "#c98f7c")),
    }
    r = w / 2 - 0.008
    zc = h / 2 - r - 0.05
    y = -d / 2
    out: Pieces = [kit.move(kit.rotate(kit.torus(r, 0.008, (0, 0, 0), "hoop", 32, 6), "x", np.pi / 2), (0, y, zc))[0]]
    n = 12
    for k in range(4):
        r0, r1 = r * (1 - 0.23 * k), r * (1 - 0.23 * (k + 1))
        for i in range(n):
            a0, a1, a2 = (2 * np.pi * (i + o + 0.5 * k) / n for o in (0.0, 0.5, 1.0))
            pts = [
                (r0 * np.cos(a0), y, zc + r0 * np.sin(a0)),
                (r1 * np.cos(a1), y, zc + r1 * np.sin(a1)),
                (r0 * np.cos(a2), y, zc + r0 * np.sin(a2)),
            ]
            out.append(kit.tube(pts, 0.0008, "web", 3))
    out.append(kit.ellipsoid((0.014,) * 3, (0.3 * r, y, zc + 0.2 * r), "bead", 8, 6))
    out.append(kit.tube([(0, y, zc + r), (0, y, h / 2)], 0.0015, "hoop", 5))
    for i, x in enumerate((-0.75, 0.0, 0.75)):
        z0 = zc - r * np.sqrt(1 - x * x * 0.98)
        z1 = -h / 2 + 0.16 * h if i == 1 else -h / 2 + rng.uniform(0.2, 0.3) * h
        out.append(kit.tube([(x * r, y, z0), (x * r, y, z1)], 0.001, "hoop", 4))
        out += [kit.ellipsoid((0.013, 0.013, 0.011), (x * r, y, z1 + 0.012 * j + 0.004), "bead", 8, 5) for j in range(3)]
        for s in (-1, 1):
            ln = z1 + h / 2 if i == 1 else 0.15 * h
            u = np.linspace(0, 1, 8)
            half = 0.13 * ln * np.sin(np.pi * np.clip(u * 0.95 + 0.04, 0, 1)) ** 0.7
            c = np.linspace(-1, 1, 3)
            g = np.stack(
                [
                    x * r + s * 0.05 * ln * u[:, None] ** 2 * 2 + half[:, None] * c,
                    y - 0.002 + 0.004 * s * u[:, None] + 0 * c,
                    z1 - ln * u[:, None] * (0.98 if s > 0 else 1.0) + 0 * c,
                ],
                -1,
            )
            out.append(kit.sheet(g, "feather", 0.001))
    return done("dream_catcher", p, out, slots, origin="back")


@thing(_ALL, (0.28, 0.28, 0.24), fish=range(1, 4))
def fishbowl(p: Any) -> Asset:
    """A glass bowl with water, gravel, a plant and goldfish."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {
        "glass": "glass",
        "gravel": "stone",
        "plant": "foliage:#3f7a3a",
        "fish": f"plastic:{pick(rng, ('#d9661f', '#e08a2b', '#c9402b'))}",
        "water": "glass:#cfe3ea",
    }
    prof = scaled([(0.45, 0), (0.6, 0.04), (0.9, 0.24), (1.0, 0.5), (0.9, 0.78), (0.66, 0.95), (0.7, 1.0)], r, h)
    out: Pieces = [shell(prof, 0.004, "glass", 30, 2, floor=0.006)]
    out.append(solid([(0.5 * r, 0.03 * h), (0.78 * r, 0.15 * h), (0.6 * r, 0.18 * h), (0.2 * r, 0.2 * h)], "gravel", 20))
    for _ in range(9):
        a = rng.uniform(0, 6.28)
        out.append(
            lump(
                (0.14 * r, 0.12 * r, 0.1 * r),
                (0.55 * r * np.cos(a) * rng.random(), 0.55 * r * np.sin(a) * rng.random(), 0.2 * h),
                "gravel",
                rng,
                0.1,
                7,
                5,
            )
        )
    out.append(
        kit.lathe([(0.0, 0.76 * h), (0.88 * r, 0.76 * h), (0.88 * r, 0.764 * h), (0.0, 0.764 * h)], (0, 0, 0), "water", 26)
    )
    for i in range(5):
        a = 2 * np.pi * i / 5
        out.append(
            rod(
                [
                    (0.3 * r, 0.1 * r, 0.18 * h),
                    (0.3 * r + 0.06 * r * np.cos(a), 0.1 * r + 0.06 * r * np.sin(a), 0.4 * h),
                    (0.3 * r + 0.16 * r * np.cos(a + 1), 0.1 * r + 0.16 * r * np.sin(a + 1), rng.uniform(0.5, 0.7) * h),
                ],
                np.array([0.004, 0.006, 0.001]),
                "plant",
                4,
                4,
            )
        )
    for i in range(p.fish):
        s = 0.3 * r
        tail = np.array([(0.42, 0.0), (0.85, -0.3), (0.72, 0.0), (0.85, 0.3)]) * s
        q: Pieces = [
            kit.ellipsoid((s, 0.36 * s, 0.46 * s), (0, 0, 0), "fish", 12, 8),
            *front(tail, 0.03 * s, "fish", 0.0, 0.015 * s),
        ]
        a = 2 * np.pi * i / 3 + 0.6
        out += turn(
            q, z=a + 1.4 + rng.normal(0, 0.4), at=(0.4 * r * np.cos(a + 2), 0.4 * r * np.sin(a + 2), rng.uniform(0.38, 0.62) * h)
        )
    return done("fishbowl", p, out, slots)


def _found(rng: Any, o: dict[str, Any]) -> dict[str, Any]:
    """A shell from the beach: a starfish only where it is asked for."""
    o = {**o, "form": o.get("form") or pick(rng, ("conch", "scallop", "limpet", "moon_snail", "scallop"))}
    if o["form"] == "scallop" and all(o.get(k) is None for k in ("width", "depth", "height")):
        o |= {"width": round(rng.uniform(0.1, 0.14), 3), "depth": round(rng.uniform(0.1, 0.13), 3), "height": 0.043}
    return o


def _ribbed(rim: Any, rise: float, ribs: int, depth: float, slot: str, apex: tuple[float, float]) -> Piece:
    """A valve standing on its rim (n, 2), domed to `rise` over its apex (x, y), with `ribs` running from there to the rim."""
    n = len(rim)
    wave = 0.5 + 0.5 * np.cos(np.linspace(0, 2 * np.pi * ribs, n, endpoint=False))
    rows = []
    for k, z in ((1.0, 0.0), (0.97, 0.2), (0.88, 0.46), (0.7, 0.72), (0.46, 0.9), (0.2, 0.985), (0.05, 1.0)):
        q = np.asarray(apex) + (rim - apex) * k * (1 + depth * (wave[:, None] - 0.5) * k)
        rows.append(np.column_stack([q, rise * (z + 0.6 * depth * (wave - 0.5) * k * (z > 0))]))
    under = [
        np.column_stack([np.asarray(apex) + (rows[0][:, :2] - apex) * k, np.full(n, rise * z)])
        for k, z in ((0.9, 0.02), (0.4, 0.2))
    ]
    v = np.concatenate([*under[::-1], *rows])
    count = len(rows) + len(under)
    j = np.arange(n)
    faces = [[i * n + a, i * n + (a + 1) % n, (i + 1) * n + (a + 1) % n, (i + 1) * n + a] for i in range(count - 1) for a in j]
    return kit.outward(kit.piece(v, [*faces, list(j[::-1]), list((count - 1) * n + j)], slot))


def _scallop(ribs: int) -> Pieces:
    """A fan-shaped valve with its two ears at the hinge."""
    n = 8 * ribs
    t = np.linspace(0, 2 * np.pi, n, endpoint=False) - np.pi / 2
    r = 0.5 * (1 - 0.22 * np.exp(-(((t - np.pi / 2 + np.pi) % (2 * np.pi) - np.pi) ** 2) / 0.25))
    rim = np.column_stack([1.05 * r * np.cos(t), r * np.sin(t)])
    ears = np.array([(-0.3, 0.44), (-0.12, 0.24), (0.12, 0.24), (0.3, 0.44)])
    valve = _ribbed(rim, 0.3, ribs, 0.09, "shell", (0.0, 0.34))
    v = valve.vertices
    low = 1 - 0.72 * np.clip((v[:, 1] + 0.12) / 0.46, 0, 1) ** 1.4  # it sinks towards the hinge
    return [
        valve._replace(vertices=v * np.column_stack([np.ones((len(v), 2)), low])),
        kit.prism(ears, 0.07, (0, 0, 0), "shell", 0.015),
    ]


def _spiral(turns: float, spire: float, open_: float) -> Pieces:
    """A coiled shell: its whorls grow to a wide lip; `spire` is how high they are drawn out."""
    t = np.linspace(0, 1, 64)
    a = 2 * np.pi * turns * t
    r = 0.02 + 0.36 * t**1.9
    path = np.stack([r * np.cos(a), r * np.sin(a), spire * (1 - t**1.35)], -1)
    whorl = (0.02 + 0.82 * r) * (1 + open_ * np.clip((t - 0.94) / 0.06, 0, 1))
    body = kit.tube(path, whorl, "shell", 14)
    lip = path[-1]
    inside = kit.ellipsoid((1.5 * whorl[-1], 0.06, 1.5 * whorl[-1]), lip, "inside", 16, 8)
    heading = float(np.arctan2(*(path[-1] - path[-2])[1::-1]))
    return [body, *turn(kit.move(inside, -lip), z=heading + np.pi / 2, at=lip)]


def _starfish(rng: Any) -> Pieces:
    """Five tapering arms about a low disc, with rows of knobs along them."""
    out: Pieces = []
    for i in range(5):
        a = np.pi / 2 + 2 * np.pi * i / 5
        bend = rng.normal(0, 0.12)
        t = np.linspace(0, 1, 7)
        path = np.stack([t * np.cos(a + bend * t), t * np.sin(a + bend * t), 0.1 - 0.05 * t], -1)
        out.append(kit.sweep(kit.circle(1.0, 10) * (1.0, 0.6), path, "shell", scale=0.2 * (1 - 0.86 * t**1.3)))
        for k in (0.22, 0.4, 0.56, 0.7):
            at = (k * np.cos(a + bend * k), k * np.sin(a + bend * k), 0.21 - 0.12 * k)
            out.append(kit.ellipsoid((0.07, 0.07, 0.05), at, "inside", 7, 4))
    out.append(kit.ellipsoid((0.46, 0.46, 0.3), (0, 0, 0.1), "shell", 15, 8))
    return out


@thing(_ALL, (0.12, 0.1, 0.07), form=("conch", "scallop", "starfish", "limpet", "moon_snail"), before=_found)
def seashell(p: Any) -> Asset:
    """A conch, a scallop, a starfish, a limpet or a moon snail."""
    rng = chance(p)
    slots = {
        "shell": "ceramic:" + pick(rng, ("#ead9c3", "#e3c3ac", "#d9a98f", "#efe8da", "#c98f6b")),
        "inside": "ceramic:" + pick(rng, ("#e8b9a4", "#f0ddd0", "#dba79a")),
    }
    out: Pieces
    if p.form == "scallop":
        out = _scallop(11)
    elif p.form == "limpet":
        rim = oval(1.0, 0.84, 96, egg=0.06)
        out = [
            _ribbed(rim, 0.52, 16, 0.05, "shell", (0.0, 0.08)),
            kit.torus(0.03, 0.012, (0, 0.08, 0.515), "inside", 12, 5),
        ]
    elif p.form == "starfish":
        out = _starfish(rng)
        if p.height > 0.45 * p.width:  # propped up on two of its arms
            out = settle(turn(out, x=np.pi / 2 - 0.25))
    elif p.form == "moon_snail":
        out = settle(turn(_spiral(2.6, 0.34, 0.1), x=0.5, y=0.35))
    else:
        out = settle(turn(_spiral(4.2, 1.1, 0.3), x=np.pi / 2 - 0.1, z=0.5))
    return done("seashell", p, out, slots)


__all__ = ["KEEPSAKES"]
