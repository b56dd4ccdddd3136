"""Decor, second part: bottles and jars, things for writing and washing, clothes and bags, and what else lies about a home."""

from __future__ import annotations

from typing import NamedTuple

from ....model.geometry import azimuth
from ._things import (
    Any,
    Asset,
    Generator,
    Piece,
    Pieces,
    Profile,
    Rng,
    front,
    handle,
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
from .props import chance, done, fit, lump, settle, top

BELONGINGS: list[Generator] = []
_ALL = BELONGINGS

# ---------------------------------------------------------------------------------------------- bottles, jars, boxes

# shape: (outer profile, where the label begins and ends, height at which the cap begins, cap's kind, slots' materials)
BOTTLES: dict[str, tuple[Profile, tuple[float, float], float, str, tuple[str, ...], tuple[str, ...]]] = {
    "wine": (
        [(0.94, 0), (1, 0.02), (1, 0.58), (0.9, 0.66), (0.5, 0.74), (0.38, 0.8), (0.37, 0.94), (0.42, 0.95), (0.42, 1.0)],
        (0.16, 0.46),
        0.8,
        "foil",
        ("glass:#26351f", "glass:#1c2418", "glass:#9fb08a"),
        ("paper:#7a2430", "paper:#1e1e20", "gold"),
    ),
    "beer": (
        [(0.94, 0), (1, 0.02), (1, 0.56), (0.82, 0.68), (0.48, 0.8), (0.42, 0.97), (0.46, 0.975), (0.46, 1.0)],
        (0.16, 0.48),
        0.965,
        "crown",
        ("glass:#5a3312", "glass:#2d4a2a", "glass"),
        ("metal:#b58a2e", "steel", "metal:#a02a22"),
    ),
    "liquor": (
        [(0.96, 0), (1, 0.02), (0.98, 0.6), (0.8, 0.7), (0.36, 0.76), (0.34, 0.9), (0.4, 0.9), (0.4, 1.0)],
        (0.12, 0.5),
        0.88,
        "cork",
        ("glass:#8a5320", "glass", "glass:#3f2a18"),
        ("wood", "plastic_black", "brass"),
    ),
    "water": (
        [
            (0.9, 0),
            (0.98, 0.02),
            (1, 0.3),
            (0.92, 0.36),
            (1, 0.42),
            (1, 0.66),
            (0.7, 0.84),
            (0.42, 0.9),
            (0.4, 0.94),
            (0.4, 0.99),
        ],
        (0.44, 0.63),
        0.91,
        "screw",
        ("glass:#b9d3dc", "glass", "steel"),
        ("plastic:#2f6aa0", "plastic:#e8e8e6", "plastic_black"),
    ),
    "medicine": (
        [(0.94, 0), (1, 0.03), (1, 0.66), (0.9, 0.72), (0.7, 0.74), (0.7, 0.98)],
        (0.12, 0.6),
        0.73,
        "wide",
        ("glass:#a3561c", "plastic:#d77b2f", "plastic:#ecebe6"),
        ("plastic:#efefec", "plastic_black"),
    ),
    "lotion": (
        [(0.94, 0), (1, 0.02), (1, 0.6), (0.9, 0.68), (0.4, 0.72), (0.4, 0.78)],
        (0.14, 0.5),
        0.7,
        "pump",
        ("plastic:#e9e3d6", "glass:#6b3f1c", "plastic:#8fa396", "plastic:#c98f7c", "ceramic"),
        ("plastic_black", "plastic:#ecebe6", "brass"),
    ),
    "spray": (
        [(0.92, 0), (1, 0.02), (1, 0.5), (0.8, 0.6), (0.36, 0.68), (0.34, 0.76)],
        (0.12, 0.42),
        0.72,
        "trigger",
        ("plastic:#dfe7e8", "plastic:#3f7fb5", "glass:#7fa58a", "plastic:#d98a2b"),
        ("plastic:#efefec", "plastic:#c0392b", "plastic_black"),
    ),
    "detergent": (
        [(0.95, 0), (1, 0.02), (0.98, 0.5), (0.9, 0.64), (0.5, 0.8), (0.3, 0.84), (0.3, 0.9)],
        (0.1, 0.5),
        0.83,
        "wide",
        ("plastic:#2f66a8", "plastic:#d5662a", "plastic:#3f8a5a", "plastic:#ece9e2"),
        ("plastic:#efefec", "plastic:#b02a2a", "plastic:#2b3f7a"),
    ),
    "ketchup": (
        [(0.9, 0), (0.98, 0.03), (0.86, 0.3), (0.84, 0.45), (0.98, 0.62), (0.9, 0.74), (0.4, 0.8)],
        (0.3, 0.55),
        0.79,
        "cone",
        ("plastic:#b3261e", "plastic:#d9a521", "plastic:#e9e2cf"),
        ("plastic:#efefec", "plastic:#b3261e", "plastic:#3d6b35"),
    ),
    "perfume": (
        [(0.97, 0), (1, 0.03), (1, 0.6), (0.96, 0.64), (0.3, 0.65), (0.3, 0.7)],
        (0.0, 0.0),
        0.66,
        "stopper",
        ("glass:#e3c39a", "glass", "glass:#c7a0a6", "glass:#8fa6b0"),
        ("gold", "black_metal", "glass"),
    ),
}
BOTTLE_SIZES = {
    "wine": (0.076, 0.076, 0.31),
    "beer": (0.062, 0.062, 0.235),
    "liquor": (0.09, 0.09, 0.28),
    "water": (0.07, 0.07, 0.24),
    "medicine": (0.05, 0.05, 0.095),
    "lotion": (0.065, 0.055, 0.19),
    "spray": (0.1, 0.075, 0.26),
    "detergent": (0.18, 0.1, 0.27),
    "ketchup": (0.06, 0.06, 0.19),
    "perfume": (0.06, 0.04, 0.09),
}
LABELS = ("paper:#efe8d6", "paper:#f3f1ec", "paper:#2b2b2d", "paper:#a33a2c", "paper:#d9b24a", "paper:#2f4a66", "paper:#3f5a45")


def bottle_pieces(  # noqa: C901
    kind: str, w: float, d: float, h: float, rng: Rng, label: bool = True, segments: int = 18
) -> tuple[Pieces, dict[str, str]]:
    """A closed bottle of width w (the cap's trigger included) and the materials of its slots."""
    prof, (l0, l1), zc, cap, bodies, caps = BOTTLES[kind]
    slots = {
        "body": pick(rng, bodies),
        "label": pick(rng, LABELS),
        "cap": pick(rng, caps),
        "print": pick(rng, ("gold", "paper:#26262a", "paper:#efe8d6")),
    }
    trigger = cap == "trigger"
    rw = w / 2 * (0.72 if trigger else 1.0)
    flat = kind in ("detergent", "perfume", "lotion") or (kind == "liquor" and rng.random() < 0.5)
    power = pick(rng, (2.0, 3.2, 6.0)) if kind in ("perfume", "liquor", "lotion") else 2.6 if flat else 2.0
    pts = np.asarray(prof)
    o = oval(2, 2 * d / w / (0.72 if trigger else 1.0), segments + 2, power)
    rings = [(o * a * rw, b * h) for a, b in pts]
    if flat:  # necks are round even on flat bottles
        ring0 = oval(2, 2, segments + 2)
        m = min(rw, d / 2)
        for i, (a, b) in enumerate(pts):
            if a <= 0.5 and b > 0.5:
                rings[i] = (ring0 * a * m, b * h)
    body = loft(rings, "body")
    body = body._replace(smooth=np.array([*([True] * (len(body.counts) - 2)), False, False]))
    out: Pieces = [body]
    if l1 > l0 and label:
        a = float(np.interp((l0 + l1) / 2, pts[:, 1], pts[:, 0]))
        zz = np.array([l0, l0 + 0.001, l1 - 0.001, l1]) * h
        k = [max(float(np.interp(z / h, pts[:, 1], pts[:, 0])), a * 0.6) for z in zz]
        out.append(
            loft(
                [
                    (o * (k[0] - 0.004) * rw, zz[0]),
                    (o * (k[1] * 1.012) * rw, zz[1]),
                    (o * (k[2] * 1.012) * rw, zz[2]),
                    (o * (k[3] - 0.004) * rw, zz[3]),
                ],
                "label",
            )
        )
        y = -a * 1.012 * (d / 2 if not trigger else rw * d / w / 0.72) - 0.0002
        for i in range(2):
            z = (l1 - (0.22 + 0.36 * i) * (l1 - l0)) * h
            s = 0.34 * rw * (1 - 0.35 * i)
            out.append(
                kit.box(
                    (2 * s, 0.002 + 0.06 * rw * (power < 3), (0.14 - 0.05 * i) * (l1 - l0) * h),
                    (0, y + 0.03 * rw * (power < 3), z),
                    "print",
                    0.0,
                )
            )
    r = float(np.interp(zc, pts[:, 1], pts[:, 0])) * (min(rw, d / 2) if flat else rw)
    z = zc * h
    if cap == "foil":
        q = [(float(np.interp(b, pts[:, 1], pts[:, 0])) * rw * 1.03, b * h) for b in (0.8, 0.9, 0.94, 0.95, 0.995)]
        out.append(solid([*q, (q[-1][0] * 0.9, h)], "cap", segments))
    elif cap == "crown":
        out.append(solid([(r * 1.2, z), (r * 1.22, z + 0.012 * h), (r * 1.1, h - 0.001), (r * 0.9, h)], "cap", segments))
    elif cap in ("cork", "screw", "wide"):
        k = 1.16 if cap != "wide" else (1.14 if kind == "medicine" else 1.35)
        out.append(solid([(r * k, z), (r * k, h - 0.03 * (h - z)), (r * k * 0.94, h)], "cap", segments))
    elif cap == "cone":
        out.append(
            solid([(r * 1.25, z - 0.004), (r * 1.2, z + 0.25 * (h - z)), (0.5 * r, z + 0.4 * (h - z)), (0.16 * r, h)], "cap", 14)
        )
    elif cap == "stopper":
        out.append(solid([(r * 0.9, z - 0.003), (r * 0.9, z + 0.002)], "print", 14))
        kind2 = int(rng.integers(3))
        hz = h - z
        if kind2 == 0:
            out.append(kit.box((0.9 * rw, 0.9 * min(rw, d / 2), hz), (0, 0, z + hz / 2 + 0.001), "cap", 0.002))
        elif kind2 == 1:
            out.append(kit.cylinder(0.55 * min(rw, d / 2), hz, (0, 0, z + 0.001), "cap", 0.002, 16))
        else:
            out.append(
                kit.ellipsoid(
                    (0.9 * min(rw, d / 2) * 1.3, 0.9 * min(rw, d / 2) * 1.3, hz * 1.06), (0, 0, z + hz * 0.5), "cap", 14, 8
                )
            )
    elif cap == "pump":
        out += [
            solid(
                [
                    (r * 1.3, z),
                    (r * 1.3, z + 0.07 * h),
                    (r * 0.9, z + 0.085 * h),
                    (r * 0.35, z + 0.09 * h),
                    (r * 0.35, h - 0.03 * h),
                ],
                "cap",
                16,
            ),
            solid([(0.6 * r, h - 0.05 * h), (0.75 * r, h - 0.04 * h), (0.7 * r, h)], "cap", 14),
            rod(
                [
                    (0, 0, h - 0.024 * h),
                    (0, -0.3 * d, h - 0.022 * h),
                    (0, -0.48 * d, h - 0.03 * h),
                    (0, -0.5 * d + 0.002, h - 0.055 * h),
                ],
                np.array([0.4, 0.32, 0.28, 0.26]) * r,
                "cap",
                8,
                3,
            ),
        ]
    elif cap == "trigger":
        out.append(solid([(r * 1.25, z), (r * 1.25, z + 0.06 * h), (r * 0.8, z + 0.08 * h), (r * 0.7, z + 0.14 * h)], "cap", 14))
        o2 = np.array(
            [(-0.5, 0.86), (-0.47, 0.84), (0.34, 0.84), (0.42, 0.9), (0.34, 1.0), (-0.34, 1.0), (-0.4, 0.94), (-0.5, 0.93)]
        ) * (w, h)
        out += front(o2, 0.36 * d, "cap", 0.003, 0.18 * d)
        out.append(
            kit.sweep(
                kit.rounded_rect(0.008, 0.012, 0.003, 2),
                kit.smooth_path([(-0.16 * w, 0, 0.85 * h), (-0.2 * w, 0, 0.78 * h), (-0.32 * w, 0, 0.7 * h)], 4),
                "print",
            )
        )
        slots["print"] = slots["cap"]
    if kind == "detergent":
        out.append(handle(0.6 * rw, 0.42 * h, 0.76 * h, 0.38 * rw, 0.011, "body", 8))
    return out, slots


@thing(
    _ALL,
    BOTTLE_SIZES,
    before=lambda rng, o: {"kind": pick(rng, ("wine", "water", "beer", "liquor")), **o},
    labelled=(True, True, True, False),
)
def bottle(p: Any) -> Asset:
    """A closed bottle: wine, beer, spirits, water, medicine, perfume, lotion, spray, detergent or sauce."""
    rng = chance(p)
    out, slots = bottle_pieces(p.kind, p.width, p.depth, p.height, rng, p.labelled)
    return done("bottle", p, out, slots)


def jar_pieces(r: float, h: float, rng: Rng, kind: str = "jar") -> tuple[Pieces, dict[str, str]]:
    """A storage jar with contents and lid."""
    fill = pick(
        rng, ("food:#d8c49a", "food:#7a4a26", "food:#c7923f", "food:#e6ddc6", "food:#8f3b2a", "food:#5c3a20", "food:#a8a35a")
    )
    clear = rng.random() < (0.95 if kind == "spice" else 0.7)
    slots = {
        "body": "glass" if clear else tint(rng, "ceramic", ("", "#ece7dc", "#3a3c3f", "#8f9c8a")),
        "lid": pick(rng, ("wood", "cork", "steel", "brass", "black_metal")),
        "fill": fill,
        "label": pick(rng, ("paper:#efe8d6", "paper:#2b2b2d")),
        "seal": "rubber:#c9683a",
    }
    form = pick(
        rng,
        (
            [(0.9, 0), (1, 0.03), (1, 0.82), (0.86, 0.88)],
            [(0.86, 0), (0.97, 0.06), (1, 0.45), (0.86, 0.86)],
            [(0.8, 0), (0.96, 0.1), (1, 0.35), (0.92, 0.7), (0.74, 0.87)],
        ),
    )
    zt = form[-1][1] * h
    rt = form[-1][0] * r
    out: Pieces = [shell(scaled(form, r, h), 0.05 * r, "body", 22, floor=0.05 * h)]
    if clear:
        lo, hi = 0.055 * h, rng.uniform(0.45, 0.78) * h
        zz = np.linspace(lo, hi, 4)
        out.append(
            solid(
                [(float(np.interp(z / h, [b for _, b in form], [a for a, _ in form])) * r * 0.94 - 0.0003, z) for z in zz],
                "fill",
                20,
            )
        )
    lid = int(rng.integers(3))
    if lid == 0:
        out.append(
            solid(
                [(rt * 0.93, zt - 0.05 * h), (rt * 0.93, zt), (rt * 1.06, zt + 0.002), (rt * 1.06, h - 0.004), (rt, h)], "lid", 22
            )
        )
    elif lid == 1:
        out += [
            solid(
                [
                    (rt * 1.05, zt - 0.03 * h),
                    (rt * 1.05, zt + 0.5 * (h - zt)),
                    (rt * 0.97, zt + 0.6 * (h - zt)),
                    (0.3 * rt, zt + 0.62 * (h - zt)),
                    (0.16 * rt, zt + 0.66 * (h - zt)),
                    (0.24 * rt, zt + 0.84 * (h - zt)),
                    (0.12 * rt, h),
                ],
                "lid",
                22,
            )
        ]
    else:
        out += [
            kit.torus(rt * 1.0, 0.035 * h, (0, 0, zt + 0.02 * h), "seal", 20, 5),
            solid([(rt * 1.03, zt + 0.04 * h), (rt * 1.03, h - 0.2 * (h - zt)), (rt * 0.9, h)], "body" if clear else "lid", 22),
        ]
    if rng.random() < (0.8 if kind == "spice" else 0.4):
        a, b = 0.22 * h, 0.5 * h
        ra, rb = (float(np.interp(z / h, [q for _, q in form], [q for q, _ in form])) * r * 1.012 for z in (a, b))
        out.append(
            kit.lathe(
                [(ra * 0.98, a), (ra, a + 0.0005), (rb, b - 0.0005), (rb * 0.98, b), (ra * 0.98, a)], (0, 0, 0), "label", 22
            )
        )
    return out, slots


@thing(_ALL, {"jar": (0.1, 0.1, 0.15), "spice": (0.045, 0.045, 0.1)}, before=lambda rng, o: {"kind": "jar", **o})
def jar(p: Any) -> Asset:
    """A jar for stores or spices, of glass with its contents or of stoneware, closed."""
    out, slots = jar_pieces(p.width / 2, p.height, chance(p), p.kind)
    return done("jar", p, out, slots)


@thing(_ALL, {"gift": (0.24, 0.22, 0.18), "lidded": (0.34, 0.26, 0.18), "jewelry": (0.22, 0.16, 0.1)}, bow=(True, True, False))
def crate_box(p: Any) -> Asset:
    """A present with ribbon and bow, a lidded storage box, or a jewellery box."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    out: Pieces = []
    if p.kind == "gift":
        paper, band = pick(
            rng,
            (
                ("#b23a34", "#efe3c8"),
                ("#2f5a45", "#c9a24b"),
                ("#e8dfcc", "#a33a34"),
                ("#34495a", "#e6e6e2"),
                ("#c9a26a", "#7a2e2a"),
                ("#d9a3a0", "#efe9df"),
                ("#5d4a6b", "#d9c27a"),
            ),
        )
        slots = {"paper": f"paper:{paper}", "ribbon": f"silk:{band}"}
        hb = 0.82 * h if p.bow else h
        out += [
            kit.box((w - 0.008, d - 0.008, hb - 0.002), (0, 0, hb / 2 - 0.001), "paper", 0.003),
            kit.slab(-w / 2 + 0.001, w / 2 - 0.001, -d / 2 + 0.001, d / 2 - 0.001, 0.66 * hb, hb - 0.001, "paper", 0.003),
        ]
        b = 0.09 * min(w, d)
        out += [kit.box((b, d, hb), (0, 0, hb / 2), "ribbon", 0.002), kit.box((w, b, hb), (0, 0, hb / 2), "ribbon", 0.002)]
        if p.bow:
            s = 0.24 * min(w, d)
            t = np.linspace(0, 2 * np.pi, 13)
            for k in range(4):
                path = np.stack(
                    [
                        s * (0.5 - 0.5 * np.cos(t)) * 1.0,
                        0.0 * t,
                        0.33 * (h - hb) * 3 * np.sin(t) * 0.4 * (0.5 - 0.5 * np.cos(t)) ** 0.5 + 0.55 * (h - hb),
                    ],
                    -1,
                )
                g = np.stack([path + (0, e * b * 0.5, 0) for e in (-1, 1)], 1)
                out += turn(kit.sheet(g, "ribbon", 0.002), z=np.pi / 4 + k * np.pi / 2, at=(0, 0, hb - 0.004))
            out.append(kit.ellipsoid((0.9 * b, 0.9 * b, 0.7 * b), (0, 0, hb + 0.25 * (h - hb)), "ribbon", 10, 6))
        return done("crate_box", p, out, slots, [top(0.4 * w, 0.4 * d, hb)] if not p.bow else [])
    if p.kind == "lidded":
        slots = {
            "body": pick(
                rng,
                (
                    "cardboard",
                    tint(rng, "fabric", ("", "#cfc4b0", "#5d6a63")),
                    tint(rng, "plastic", ("#e6e4de", "#7d8f95")),
                    "wicker",
                ),
            ),
            "trim": pick(rng, ("leather", "metal")),
            "label": "paper:#efe8d6",
        }
        zl = 0.76 * h
        out += [
            kit.slab(-w / 2 + 0.006, w / 2 - 0.006, -d / 2 + 0.006, d / 2 - 0.006, 0, zl + 0.01, "body", 0.004),
            kit.slab(-w / 2, w / 2, -d / 2, d / 2, zl, h, "body", 0.004),
        ]
        y = -d / 2 + 0.006
        out += kit.move(
            moulding(rectangle(0.24 * w, 0.2 * h), [(0, 0), (0.004, 0), (0.004, 0.003), (0, 0.003)], "trim"),
            (0, y + 0.001, 0.42 * h),
        ) + kit.move(front(rectangle(0.24 * w - 0.004, 0.2 * h - 0.004), 0.0015, "label", 0.0), (0, y + 0.0005, 0.42 * h))
        for s in (1, -1):
            out.append(
                rod(
                    [
                        (s * (w / 2 - 0.007), -0.05, 0.5 * h),
                        (s * (w / 2 - 0.001), -0.035, 0.46 * h),
                        (s * (w / 2 - 0.001), 0.035, 0.46 * h),
                        (s * (w / 2 - 0.007), 0.05, 0.5 * h),
                    ],
                    0.0035,
                    "trim",
                    6,
                    3,
                )
            )
        return done("crate_box", p, out, slots, [top(0.45 * w, 0.45 * d, h)])
    slots = {"body": pick(rng, ("wood", "leather", "walnut", "velvet:#6b3a45")), "metal": pick(rng, ("brass", "gold", "silver"))}
    zl = 0.62 * h
    out += [
        kit.slab(-w / 2 + 0.003, w / 2 - 0.003, -d / 2 + 0.003, d / 2 - 0.003, 0.06 * h, zl - 0.001, "body", 0.003),
        kit.slab(-w / 2 + 0.003, w / 2 - 0.003, -d / 2 + 0.003, d / 2 - 0.003, zl + 0.001, h, "body", 0.006),
        kit.slab(-w / 2 + 0.008, w / 2 - 0.008, -d / 2 + 0.008, d / 2 - 0.008, zl - 0.004, zl + 0.004, "metal", 0.001),
    ]
    out += [kit.box((0.022, 0.005, 0.03), (0, -d / 2 + 0.0025, zl), "metal", 0.0015)] + [
        kit.ellipsoid((0.016, 0.016, 0.1 * h), (x * (w / 2 - 0.016), y * (d / 2 - 0.016), 0.05 * h), "metal", 10, 6)
        for x in (1, -1)
        for y in (1, -1)
    ]
    for x in (1, -1):
        for y in (1, -1):
            out.append(kit.box((0.02, 0.02, 0.016), (x * (w / 2 - 0.01), y * (d / 2 - 0.01), h - 0.0085), "metal", 0.004))
    return done("crate_box", p, out, slots, [top(0.4 * w, 0.36 * d, h)])


# ---------------------------------------------------------------------------------------------- bathroom


def _tube(r: float, h: float, slot: str, cap: str) -> Pieces:
    """A squeezed tube standing on its cap: crimped end up."""
    o = oval(2, 2, 16)
    rings = [
        (o * r * (1, 1), 0.2 * h),
        (o * r * (1, 0.98), 0.28 * h),
        (o * r * (1.03, 0.6), 0.65 * h),
        (o * r * (1.08, 0.08), 0.96 * h),
        (o * r * (1.08, 0.06), h),
    ]
    return [loft(rings, slot), kit.cylinder(0.86 * r, 0.21 * h, (0, 0, 0), cap, 0.002, 16)]


@thing(_ALL, (0.3, 0.12, 0.22), tray=(True, True, False))
def toiletries(p: Any) -> Asset:
    """Bottles, a jar and a tube for the bath, side by side on a tray."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots: dict[str, str] = {
        "tray": pick(rng, ("wood", "marble", "ceramic")),
        "tube": pick(rng, ("plastic:#efece4", "plastic:#c98f7c", "plastic:#8fa396")),
        "cap": pick(rng, ("plastic:#efefec", "plastic_black", "brass")),
    }
    out: Pieces = []
    z = 0.0
    if p.tray:
        out.append(kit.prism(rectangle(w, d, 0.012), 0.012, (0, 0, 0), "tray", 0.003))
        z = 0.0114
    kinds = pick(
        rng, (("lotion", "lotion", "jar", "tube"), ("lotion", "perfume", "tube", "jar"), ("lotion", "medicine", "lotion", "tube"))
    )
    for i, k in enumerate(kinds):
        cw = 0.2 * w
        x = (i - 1.5) * 0.245 * w
        hh = (h - z) * (1.0 if i == 0 else rng.uniform(0.55, 0.9))
        if k == "tube":
            q = _tube(0.36 * cw, 0.75 * hh, "tube", "cap")
        elif k == "jar":
            q = [
                solid(scaled([(0.94, 0), (1, 0.05), (1, 0.6)], 0.46 * cw, 0.3 * hh), "tube", 20),
                solid(scaled([(1.02, 0.6), (1.02, 0.96), (0.98, 1)], 0.46 * cw, 0.3 * hh), "cap", 20),
            ]
        else:
            q, own = bottle_pieces(k, cw, min(0.7 * d, 0.85 * cw), hh * (1.0 if k == "lotion" else 0.55), rng, segments=14)
            q = [s._replace(slot=f"{s.slot}{i}") for s in q]
            slots |= {f"{a}{i}": b for a, b in own.items()}
        out += turn(q, z=rng.normal(0, 0.1), at=(x, rng.normal(0, 0.03) * d, z - 0.0004))
    return done("toiletries", p, out, slots)


@thing(_ALL, (0.1, 0.07, 0.035), dish=(True, False, True))
def soap(p: Any) -> Asset:
    """A bar of soap, mostly on a dish."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "soap": "wax:" + pick(rng, ("#efe6d0", "#c9d6c0", "#e3c3c0", "#d8b98a", "#b9c7d6")),
        "dish": pick(rng, ("ceramic", "wood", "stone", "bamboo")),
    }
    z = 0.0
    k = 1.0
    out: Pieces = []
    if p.dish:
        o = pick(rng, (oval(w, d, 32, 2.4), rectangle(w, d, 0.012)))
        z, k = 0.3 * h, 0.72
        out.append(
            loft(
                [
                    (kit.inset(o, 0.006), 0),
                    (kit.inset(o, 0.001), 0.3 * h),
                    (o, 0.48 * h),
                    (kit.inset(o, 0.002), 0.5 * h),
                    (kit.inset(o, 0.005), 0.44 * h),
                    (kit.inset(o, 0.011), z),
                ],
                "dish",
            )
        )
    bar = kit.box((k * w, k * d, h - z), (0, 0, z + (h - z) / 2), "soap", 0.4 * (h - z), segments=3)
    out.append(bar)
    out.append(kit.prism(oval(0.42 * k * w, 0.42 * k * d, 20), 0.0008, (0, 0, h - 0.0004), "soap", 0.0003))
    return done("soap", p, out, slots)


@thing(_ALL, (0.08, 0.08, 0.19), brushes=range(1, 4), paste=(True, False))
def toothbrush_cup(p: Any) -> Asset:
    """A tumbler with toothbrushes and perhaps toothpaste."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    hc = 0.54 * h
    slots = {
        "body": pick(rng, ("ceramic", "glass", "ceramic:#8f9c8a", "marble", "steel")),
        "bristle": "plastic:#f2f2ef",
        "tube": "plastic:#eef0f2",
        "stripe": pick(rng, ("plastic:#2f6aa0", "plastic:#b5352a", "plastic:#3f8a6a")),
    }
    out: Pieces = [shell(scaled([(0.86, 0), (0.9, 0.04), (0.94, 0.6), (0.92, 1)], r, hc), 0.003, "body", 22, floor=0.006)]
    cols = ("plastic:#3f7fb5", "plastic:#d9698a", "bamboo", "plastic:#58a07a", "plastic:#efefec")
    for i in range(p.brushes):
        slots[f"brush{i}"] = cols[int(rng.integers(len(cols)))]
        a = 2 * np.pi * (i / 3 + rng.uniform(-0.06, 0.06)) + 0.7
        ln = h * rng.uniform(0.93, 1.0) - 0.006
        q: Pieces = [
            kit.sweep(
                kit.rounded_rect(0.009, 0.006, 0.0025, 2),
                [(0, 0, 0), (0, 0, 0.5 * ln), (0, 0, 0.78 * ln), (0, 0, ln)],
                f"brush{i}",
                scale=[1.0, 1.15, 0.6, 1.05],
            ),
            kit.box((0.009, 0.01, 0.026), (0, -0.0065, ln - 0.015), "bristle", 0.0015),
        ]
        q = kit.rotate(kit.rotate(kit.rotate(q, "z", rng.uniform(0, 6.28)), "y", 0.2), "z", a)
        out += kit.move(q, (-0.4 * r * np.cos(a), -0.4 * r * np.sin(a), 0.008))
    if p.paste:
        q = _tube(0.016, 0.68 * h, "tube", "stripe")
        q.append(kit.box((0.03, 0.002, 0.02), (0, -0.011, 0.42 * h), "stripe", 0.0))
        out += turn(q, x=-0.16, z=2.6, at=(0, -0.25 * r, 0.008))
    return done("toothbrush_cup", p, out, slots)


def _wound(r: float, core: float, z0: float, z1: float, quilt: float) -> Piece:
    """Paper wound on a core: soft rims, its outside embossed in rows of dots `quilt` deep."""
    n, rows = 48, 9
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    rings = [np.column_stack([core * np.cos(a), core * np.sin(a), np.full(n, z0)])]
    for k, (inset, z) in enumerate([(0.004, z0), *((0.0, z) for z in np.linspace(z0 + 0.003, z1 - 0.003, rows)), (0.004, z1)]):
        dot = quilt * (0.5 + 0.5 * np.cos(np.pi * (np.arange(n) + k))) * (0 < k <= rows)
        out = r - inset - dot
        rings.append(np.column_stack([out * np.cos(a), out * np.sin(a), np.full(n, z)]))
    rings.append(np.column_stack([core * np.cos(a), core * np.sin(a), np.full(n, z1)]))
    v = np.concatenate(rings)
    count = len(rings)
    quads = [
        [i * n + k, i * n + (k + 1) % n, (i + 1) % count * n + (k + 1) % n, (i + 1) % count * n + k]
        for i in range(count)
        for k in range(n)
    ]
    return kit.outward(kit.piece(v, quads, "paper"))


def _loose_end(r: float, z0: float, z1: float, long: float) -> Piece:
    """The last sheet: it leaves the roll at its side and hangs away from it in a curl."""
    t = np.linspace(0, 1, 10)[:, None]
    a = np.pi * (1.32 + 0.2 * np.minimum(t / 0.45, 1))
    hug = r + 0.0012
    free = np.clip((t - 0.45) / 0.55, 0, 1)
    x = hug * np.cos(a) + long * free
    y = hug * np.sin(a) - 0.12 * long * np.sin(np.pi * free) + 0.1 * long * free**2
    z = np.linspace(z0 + 0.001, z1 - 0.001, 3)[None]
    g = np.stack([np.broadcast_to(c, (10, 3)) for c in (x, y)] + [np.broadcast_to(z, (10, 3))], -1)
    return kit.outward(kit.sheet(g, "paper", 0.0006))


def _stacked(rng: Rng, o: dict[str, Any]) -> dict[str, Any]:
    """How many rolls, and the room that several of them take."""
    o = {**o, "rolls": o.get("rolls") or pick(rng, (1, 1, 2, 3))}
    if o["rolls"] > 1 and o.get("kind") != "kitchen" and all(o.get(k) is None for k in ("width", "depth", "height")):
        o["width"], o["depth"], o["height"] = (0.088, 0.088, 0.16) if o["rolls"] == 2 else (0.176, 0.088, 0.159)
    return o


@thing(
    _ALL,
    {"toilet": (0.11, 0.11, 0.1), "kitchen": (0.14, 0.14, 0.3)},
    loose=(True, False),
    rolls=range(1, 4),
    before=_stacked,
)
def roll(p: Any) -> Asset:
    """Toilet paper, one roll or some stacked in a pyramid, or kitchen paper on its stand."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {"paper": "paper:#f4f2ec", "core": "cardboard", "stand": pick(rng, ("wood", "steel", "black_metal"))}
    if p.kind == "toilet":
        quilt = pick(rng, (0.0014, 0.0008, 0.0))
        one = [_wound(0.055, 0.021, 0.0, 0.1, quilt), _tube_core(0.021, 0.0, 0.1)]
        loose = [_loose_end(0.055, 0.0, 0.1, 0.05)] if p.loose else []
        if p.rolls == 1:
            return done("roll", p, one + loose, slots)
        if p.rolls == 2:
            return done("roll", p, [*one, *turn([*one, *loose], z=rng.uniform(0, 6), at=(0.004, 0.002, 0.1))], slots)
        pair = [*kit.move(one, (-0.056, 0, 0)), *kit.move(one, (0.056, 0, 0))]
        return done("roll", p, [*pair, *turn([*one, *loose], z=rng.uniform(-0.5, 0.5), at=(0, 0, 0.1))], slots)
    rr, z0, z1 = 0.84 * r, 0.012, 0.86 * h
    out: Pieces = [
        kit.cylinder(r, 0.013, (0, 0, 0), "stand", 0.003, 28),
        kit.cylinder(0.008, h - 0.018, (0, 0, 0.01), "stand", 0.001, 10),
        kit.ellipsoid((0.03, 0.03, 0.026), (0, 0, h - 0.013), "stand", 12, 8),
        _wound(rr, 0.38 * rr, z0, z1, 0.012 * rr),
        _tube_core(0.38 * rr, z0, z1),
    ]
    if p.loose:
        out.append(_loose_end(rr, z0, z1, 0.3 * rr))
    return done("roll", p, out, slots)


def _tube_core(r: float, z0: float, z1: float) -> Piece:
    """The cardboard tube in a roll."""
    inner, outer = 0.95 * r, r + 0.0005
    low, high = z0 + 0.001, z1 + 0.0006
    return kit.lathe([(inner, low), (outer, low), (outer, high), (inner, high), (inner, low)], (0, 0, 0), "core", 24)


@thing(_ALL, {"brush": (0.07, 0.23, 0.04), "comb": (0.04, 0.18, 0.006)}, form=("paddle", "oval"))
def comb(p: Any) -> Asset:
    """A hairbrush or a comb, lying."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": pick(rng, ("wood", "plastic_black", "plastic:#c98f7c", "bamboo")),
        "pad": "rubber:#7a3a34",
        "bristle": pick(rng, ("plastic_black", "wood")),
    }
    out: Pieces = []
    if p.kind == "comb":
        slots["body"] = pick(rng, ("plastic:#2a1d16", "plastic:#6b3f1c", "wood"))
        out.append(kit.slab(0.05 * w, w / 2, -d / 2, d / 2, 0, h, "body", 0.3 * h))
        n = 30
        for i in range(n):
            y = (i / (n - 1) - 0.5) * (d - 0.008)
            t = 0.0011 if i < n // 2 else 0.0017
            out.append(
                kit.box((0.56 * w, 2 * t if i in (0, n - 1) else t, 0.5 * h), (-0.5 * w + 0.28 * w, y, h / 2), "body", 0.0)
            )
        return done("comb", p, out, slots)
    head = oval(w, 0.5 * d, 28, 3.2 if p.form == "paddle" else 2.0)
    out.append(kit.move(kit.prism(head, 0.42 * h, (0, 0, 0), "body", 0.12 * h, smooth_sides=True), (0, 0.25 * d, 0))[0])
    out += kit.move(kit.prism(head * 0.82, 0.12 * h, (0, 0, 0), "pad", 0.04 * h, smooth_sides=True), (0, 0.25 * d, 0.38 * h))
    out.append(
        rod(
            [(0, 0.04 * d, 0.21 * h), (0, -0.08 * d, 0.22 * h), (0, -0.3 * d, 0.24 * h), (0, -0.5 * d, 0.22 * h)],
            np.array([0.3, 0.22, 0.3, 0.2]) * 0.55 * h,
            "body",
            10,
            5,
        )
    )
    for i in range(-3, 4):
        for j in range(-4, 5):
            x, y = i * 0.115 * w, j * 0.048 * d
            if (x / (0.38 * w)) ** 2 + (y / (0.19 * d)) ** 2 < (1.4 if p.form == "paddle" else 1.0):
                out.append(kit.lathe([(0.0009, 0), (0.0006, 0.5 * h)], (x, 0.25 * d + y, 0.49 * h), "bristle", 4))
    return done("comb", p, out, slots)


@thing(_ALL, (0.22, 0.12, 0.13), form=("flat", "cube", "flat"))
def tissue_box(p: Any) -> Asset:
    """A tissue box, one tissue drawn out of its slot."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "box": pick(rng, (tint(rng, "paper", ("#8fa6b0", "#d9b8a8", "#3f5a66", "#c9c2a8")), "wood", "plastic_white")),
        "tissue": "paper:#f6f5f1",
        "slit": "paper:#33312e",
    }
    hb = 0.66 * h
    o = oval(0.62 * w if abs(w - d) > 0.04 else 0.5 * w, 0.34 * d, 24, 2.4)
    out: Pieces = [kit.box((w, d, hb), (0, 0, hb / 2), "box", 0.003), kit.prism(o, 0.0016, (0, 0, hb - 0.0008), "slit", 0.0)]
    u, s = np.meshgrid(np.linspace(0, 1, 7), np.linspace(-1, 1, 11), indexing="ij")
    spread = 0.1 + 0.24 * np.sin(u * np.pi * 0.62)
    x = s * spread * w
    y = 0.12 * d * np.sin(4 * s + 2.5 * u) * (0.25 + u)
    z = hb - 0.006 + (h - hb + 0.006) * u * (1 - 0.3 * s**2 * u + 0.12 * np.cos(5 * s))
    out.append(kit.sheet(np.stack([x, y, np.minimum(z, h)], -1), "tissue", 0.001))
    return done("tissue_box", p, out, slots)


# ---------------------------------------------------------------------------------------------- desk and hobby

STYLI = {
    "pen": (0.145, 0.011, 0.011),
    "pencil": (0.175, 0.008, 0.008),
    "crayon": (0.09, 0.011, 0.011),
    "marker": (0.14, 0.016, 0.016),
    "brush": (0.24, 0.014, 0.014),
}
BRIGHT = ("#c23a2e", "#2f66a8", "#3f8a4a", "#d9a521", "#d5662a", "#7a4a8f", "#d9698a", "#2b2b2d", "#4aa3a8", "#7a4a26")


def stylus_pieces(kind: str, ln: float, r: float) -> Pieces:
    """A pen, pencil, crayon, marker or brush along +Z, its tip up; length ln, radius r. Slots: body, tip, end, mid."""
    if kind == "pencil":
        return [
            kit.lathe([(r, 0.1 * ln), (r, 0.9 * ln)], (0, 0, 0), "body", 6, smooth=False),
            solid([(r * 0.97, 0.9 * ln), (0.3 * r, 0.97 * ln)], "mid", 8),
            solid([(0.3 * r, 0.97 * ln), (0.02 * r, ln)], "tip", 6),
            solid([(0.95 * r, 0.06 * ln), (1.02 * r, 0.061 * ln), (1.02 * r, 0.1 * ln)], "metal", 10),
            solid([(0.85 * r, 0), (0.95 * r, 0.01 * ln), (0.95 * r, 0.06 * ln)], "end", 10),
        ]
    if kind == "crayon":
        return [
            solid([(0.98 * r, 0), (r, 0.02 * ln), (r, 0.82 * ln)], "body", 12),
            solid([(0.85 * r, 0.82 * ln), (0.6 * r, 0.9 * ln), (0.3 * r, 0.99 * ln), (0.2 * r, ln)], "body", 10),
            kit.lathe(
                [(r * 0.99, 0.12 * ln), (r * 1.02, 0.121 * ln), (r * 1.02, 0.16 * ln), (r * 0.99, 0.161 * ln)],
                (0, 0, 0),
                "tip",
                12,
            ),
            kit.lathe(
                [(r * 0.99, 0.7 * ln), (r * 1.02, 0.701 * ln), (r * 1.02, 0.74 * ln), (r * 0.99, 0.741 * ln)],
                (0, 0, 0),
                "tip",
                12,
            ),
        ]
    if kind == "brush":
        return [
            solid([(0.25 * r, 0), (0.45 * r, 0.2 * ln), (0.8 * r, 0.55 * ln), (0.5 * r, 0.72 * ln)], "body", 10, smooth=2),
            solid([(0.5 * r, 0.7 * ln), (0.8 * r, 0.86 * ln)], "metal", 10),
            solid([(0.78 * r, 0.86 * ln), (r, 0.91 * ln), (0.7 * r, 0.97 * ln), (0.05 * r, ln)], "tip", 10),
        ]
    if kind == "marker":
        return [
            solid([(0.85 * r, 0), (0.92 * r, 0.01 * ln), (0.92 * r, 0.6 * ln)], "end", 12),
            solid([(0.98 * r, 0.6 * ln), (r, 0.62 * ln), (0.94 * r, 0.97 * ln), (0.7 * r, ln)], "body", 12),
            kit.box((0.4 * r, 0.3 * r, 0.3 * ln), (0, -0.95 * r + 0.12 * r, 0.8 * ln), "body", 0.0005),
        ]
    return [
        solid([(0.5 * r, 0), (0.85 * r, 0.01 * ln), (0.9 * r, 0.4 * ln), (0.9 * r, 0.62 * ln)], "body", 12),
        solid([(0.92 * r, 0.62 * ln), (0.92 * r, 0.635 * ln)], "metal", 12),
        solid([(0.9 * r, 0.635 * ln), (0.85 * r, 0.86 * ln), (0.4 * r, 0.96 * ln)], "mid", 12),
        solid([(0.38 * r, 0.95 * ln), (0.08 * r, ln)], "metal", 8),
        kit.box((0.35 * r, 0.22 * r, 0.26 * ln), (0, -r + 0.11 * r, 0.15 * ln), "metal", 0.0003),
    ]


@thing(_ALL, STYLI)
def stylus(p: Any) -> Asset:
    """A pen, pencil, crayon, marker or paint brush, lying along X."""
    rng = chance(p)
    c = pick(rng, BRIGHT)
    slots = {
        "body": {"brush": pick(rng, ("wood", f"paint:{c}")), "pencil": f"paint:{c}", "crayon": f"wax:{c}"}.get(
            p.kind, f"plastic:{c}"
        ),
        "mid": "wood:#d9b98a" if p.kind == "pencil" else f"plastic:{pick(rng, BRIGHT)}",
        "tip": {"pencil": "plastic:#2b2b2d", "brush": pick(rng, ("fabric:#4a2f1c", f"paint:{pick(rng, BRIGHT)}"))}.get(
            p.kind, "plastic_black"
        ),
        "end": "rubber:#d98a94" if p.kind == "pencil" else "plastic:#efeeea",
        "metal": "steel",
    }
    out = kit.rotate(stylus_pieces(p.kind, p.width, p.height / 2), "y", np.pi / 2)
    return done("stylus", p, out, slots)


@thing(_ALL, (0.085, 0.085, 0.2), form=("round", "square", "mesh"))
def pen_cup(p: Any) -> Asset:
    """A cup with pens, pencils and a brush in it."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    hc = 0.52 * h
    slots: dict[str, str] = {
        "cup": pick(rng, ("ceramic", "wood", "black_metal", "leather", "ceramic:#8f9c8a", "steel")),
        "metal": "steel",
        "mid": "wood:#d9b98a",
        "tip": "plastic:#2b2b2d",
        "end": "rubber:#d98a94",
    }
    if p.form == "square":
        o = rectangle(1.7 * r, 1.7 * r, 0.006)
        out: Pieces = [loft([(o, 0), (o, hc), (kit.inset(o, 0.004), hc), (kit.inset(o, 0.004), 0.006)], "cup")]
        out = [out[0]._replace(smooth=np.zeros(len(out[0].counts), bool))]
    else:
        out = [
            shell(
                scaled(
                    [(0.88, 0), (0.92, 0.03), (0.94, 1)] if p.form == "round" else [(0.84, 0), (0.86, 0.02), (0.94, 1)], r, hc
                ),
                0.003,
                "cup",
                24,
                floor=0.006,
            )
        ]
        if p.form == "mesh":
            out += [kit.torus(0.925 * r, 0.0022, (0, 0, z * hc), "cup", 24, 5) for z in (0.02, 0.34, 0.66, 0.985)]
    for i in range(7):
        a = 2 * np.pi * i / 7 + rng.uniform(-0.2, 0.2)
        kind = pick(rng, ("pencil", "pencil", "pen", "marker", "brush"))
        ln = h * rng.uniform(0.8, 0.97)
        q = stylus_pieces(kind, ln, STYLI[kind][1] / 2)
        slots[f"c{i}"] = f"plastic:{pick(rng, BRIGHT)}"
        q = [s._replace(slot=f"c{i}" if s.slot == "body" else s.slot) for s in q]
        q = kit.rotate(kit.rotate(kit.rotate(q, "z", a), "y", rng.uniform(0.1, 0.2)), "z", a)
        out += kit.move(q, (-0.12 * r * np.cos(a), -0.12 * r * np.sin(a), 0.009))
    return done("pen_cup", p, out, slots)


@thing(_ALL, {"glue": (0.026, 0.026, 0.1), "lipstick": (0.02, 0.02, 0.075)}, open=(True, False))
def tube_stick(p: Any) -> Asset:
    """A glue stick or lipstick, upright, open or closed."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    if p.kind == "glue":
        slots = {
            "body": "plastic:#efeeea",
            "band": pick(rng, ("plastic:#d9a521", "plastic:#c23a2e", "plastic:#2f66a8")),
            "cap": pick(rng, ("plastic:#c23a2e", "plastic:#2b2b2d", "plastic:#d9a521")),
            "stick": "wax:#f2efe6",
        }
        out: Pieces = [
            solid(scaled([(0.98, 0), (1, 0.02), (1, 0.1)], r, h), "cap", 16),
            solid(scaled([(0.94, 0.1), (0.94, 0.66)], r, h), "body", 16),
            kit.lathe(scaled([(0.93, 0.14), (0.96, 0.141), (0.96, 0.6), (0.93, 0.601)], r, h), (0, 0, 0), "band", 16),
        ]
    else:
        c = pick(rng, ("#a8242c", "#c4566a", "#7a1f2e", "#d98a7c"))
        slots = {
            "body": pick(rng, ("plastic_black", "gold", "silver")),
            "band": pick(rng, ("gold", "silver")),
            "cap": pick(rng, ("plastic_black", "gold")),
            "stick": f"wax:{c}",
        }
        out = [
            solid(scaled([(0.97, 0), (1, 0.02), (1, 0.4)], r, h), "body", 16),
            solid(scaled([(0.86, 0.4), (0.86, 0.62)], r, h), "band", 16),
        ]
    if p.open:
        q = solid(scaled([(0.72, 0.6), (0.72, 0.94), (0.6, 1.0)], r, h), "stick", 14)
        if p.kind == "lipstick":
            v = q.vertices
            q = q._replace(
                vertices=np.column_stack(
                    [v[:, 0], v[:, 1], np.where(v[:, 2] > 0.9 * h, v[:, 2] - 0.09 * h * (v[:, 0] / r + 0.8), v[:, 2])]
                )
            )
        out.append(q)
    else:
        out.append(solid(scaled([(1, 0.62 if p.kind == "glue" else 0.42), (1, 0.97), (0.94, 1)], r, h), "cap", 16))
    return done("tube_stick", p, out, slots)


@thing(_ALL, (0.08, 0.19, 0.012))
def scissors(p: Any) -> Asset:
    """A pair of scissors, slightly open."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {"grip": f"plastic:{pick(rng, ('#2b2b2d', '#c23a2e', '#2f66a8', '#d5662a'))}", "blade": "steel", "screw": "chrome"}
    if rng.random() < 0.25:
        slots["grip"] = pick(rng, ("black_metal", "brass"))
    out: Pieces = []
    open_by = rng.uniform(0.05, 0.16)
    for s in (1, -1):
        blade = np.array(
            [
                (-0.09 * w, -0.12 * d),
                (0.1 * w, -0.12 * d),
                (0.12 * w, 0.05 * d),
                (0.02 * w, 0.52 * d),
                (-0.02 * w, 0.52 * d),
                (-0.09 * w, 0.05 * d),
            ]
        )
        q: Pieces = [
            kit.prism(blade if s > 0 else blade[::-1] * (-1, 1), 0.3 * h, (0, 0, 0.5 * h if s > 0 else 0.2 * h), "blade", 0.0004)
        ]
        q = [kit.outward(q[0])]
        c = oval(0.36 * w, 0.24 * d, 18)
        path = np.column_stack([c[:, 0] + s * 0.24 * w, c[:, 1] - 0.33 * d, np.full(len(c), 0.5 * h)])
        q += [
            kit.tube(path, 0.42 * h, "grip", 6, closed=True),
            kit.sweep(
                kit.rounded_rect(0.16 * w, 0.7 * h, 0.2 * h, 2),
                [(0, -0.04 * d, 0.5 * h), (s * 0.06 * w, -0.12 * d, 0.5 * h), (s * 0.16 * w, -0.23 * d, 0.5 * h)],
                "grip",
            ),
        ]
        out += kit.rotate(q, "z", s * open_by)
    out.append(kit.cylinder(0.06 * w, 0.9 * h, (0, 0, 0.1 * h), "screw", 0.001, 12))
    return done("scissors", p, out, slots)


@thing(_ALL, (0.17, 0.17, 0.19), open=(True, False), drip=(True, True, False))
def paint_can(p: Any) -> Asset:
    """A tin of paint with a bail handle: closed, or open with runs down its side."""
    rng = chance(p)
    r, h = p.width / 2 * 0.97, p.height
    c = pick(rng, (*BRIGHT[:7], "#efe9dc", "#8fa396"))
    slots = {
        "tin": "steel",
        "label": pick(rng, ("paper:#efece4", f"paper:{c}")),
        "paint": f"paint:{c}",
        "wire": "steel",
        "grip": "plastic_black",
    }
    out: Pieces = [
        solid(
            [
                (0.97 * r, 0),
                (r, 0.01 * h),
                (r, 0.03 * h),
                (0.97 * r, 0.04 * h),
                (0.97 * r, 0.93 * h),
                (r, 0.94 * h),
                (r, 0.985 * h),
                (0.96 * r, h),
                (0.86 * r, h),
                (0.85 * r, 0.96 * h),
            ],
            "tin",
            28,
        ),
        kit.lathe(
            [(0.965 * r, 0.1 * h), (0.985 * r, 0.102 * h), (0.985 * r, 0.86 * h), (0.965 * r, 0.862 * h)], (0, 0, 0), "label", 28
        ),
    ]
    if p.open:
        out.append(solid([(0.84 * r, 0.94 * h), (0.84 * r, 0.966 * h)], "paint", 24))
    else:
        out.append(solid([(0.8 * r, 0.955 * h), (0.8 * r, 0.985 * h), (0.74 * r, 0.985 * h), (0.7 * r, 0.97 * h)], "tin", 24))
    if p.drip:
        for _ in range(3):
            a = rng.uniform(-2.6, -0.5)
            ln = rng.uniform(0.12, 0.5) * h
            x, y = 1.0 * r * np.cos(a), 1.0 * r * np.sin(a)
            out.append(
                rod(
                    [(0.96 * x, 0.96 * y, h - 0.001), (x, y, 0.95 * h), (x * 0.985, y * 0.985, h - ln)],
                    np.array([0.008, 0.006, 0.007]),
                    "paint",
                    8,
                    4,
                )
            )
    t = np.linspace(0.12, np.pi - 0.12, 11)
    out.append(
        kit.tube(
            np.stack([1.01 * r * np.cos(t), -0.5 * r * np.sin(t) - 0.35 * r * np.sin(t), 0.84 * h - 0.5 * h * np.sin(t)], -1),
            0.0016,
            "wire",
            6,
        )
    )
    out += [kit.ellipsoid((0.016, 0.02, 0.02), (s * r, -0.1 * r, 0.82 * h), "tin", 8, 6) for s in (1, -1)]
    return done("paint_can", p, out, slots, [top(0.5 * r, 0.5 * r, 0.97 * h)] if not p.open else [])


@thing(_ALL, (0.32, 0.24, 0.02))
def palette(p: Any) -> Asset:
    """A painter's palette with blobs of colour and a brush on it."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {"board": "wood", "hole": "wood:#3b2a1e", "body": "wood", "metal": "steel", "tip": f"paint:{pick(rng, BRIGHT)}"}
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    k = 1 - 0.34 * np.exp(-(((t - 5.3) / 0.33) ** 2)) - 0.05 * np.cos(2 * t)
    o = np.stack([np.cos(t) * w / 2 * k, np.sin(t) * d / 2 * k], -1)
    tb = 0.28 * h
    out: Pieces = [
        kit.prism(o, tb, (0, 0, 0), "board", 0.0015),
        kit.move(kit.prism(oval(0.1 * w, 0.1 * d, 18), 0.0006, (0, 0, tb - 0.0002), "hole", 0.0), (0.24 * w, -0.16 * d, 0))[0],
    ]
    for i in range(8):
        a = 0.2 + i * 0.5
        slots[f"p{i}"] = f"paint:{BRIGHT[(i + p.seed) % len(BRIGHT)]}"
        s = rng.uniform(0.07, 0.11)
        out.append(
            lump((s * w, s * w, 0.7 * h), (0.37 * w * np.cos(a), 0.34 * d * np.sin(a), tb + 0.12 * h), f"p{i}", rng, 0.12, 10, 6)
        )
    q = kit.rotate(stylus_pieces("brush", 0.7 * w, 0.32 * h), "y", np.pi / 2)
    out += turn(q, z=0.5, at=(-0.33 * w, -0.2 * d, tb + 0.3 * h))
    return done("palette", p, out, slots)


@thing(_ALL, {"record": (0.315, 0.315, 0.005), "sleeve": (0.32, 0.06, 0.32), "cd": (0.142, 0.125, 0.01)}, many=(True, False))
def disc(p: Any) -> Asset:
    """A record, a row of records in their sleeves, or a CD in its case."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    if p.kind == "record":
        r = w / 2
        rows = [(x * r, (0.55 + 0.25 * (i % 2)) * h) for i, x in enumerate(np.linspace(0.34, 0.97, 16))]
        out: Pieces = [
            solid([(0.985 * r, 0.0), (r, 0.3 * h), (0.985 * r, 0.8 * h), *rows[::-1], (0.32 * r, 0.6 * h)], "disc", 40),
            kit.cylinder(0.31 * r, h, (0, 0, 0), "label", 0.0004, 28),
            kit.cylinder(0.0036, h + 0.0004, (0, 0, 0), "disc", 0, 8),
        ]
        return done("disc", p, out, {"disc": "plastic_black", "label": f"paper:{pick(rng, BRIGHT)}"})
    if p.kind == "cd":
        out = [
            kit.box((w, d, h), (0, 0, h / 2), "case", 0.0012),
            kit.box((0.9 * w, 0.96 * d, 0.0006), (0.04 * w, 0, h - 0.0001), "art", 0.0),
            kit.box((0.07 * w, d - 0.002, 0.0008), (-0.455 * w, 0, h - 0.0001), "spine", 0.0),
        ]
        return done(
            "disc", p, out, {"case": "plastic:#d5dadb", "art": f"art:{int(rng.integers(1, 900))}", "spine": "plastic_black"}
        )
    n = max(1, int(d / 0.0065)) if p.many or d > 0.02 else 1
    slots: dict[str, str] = {f"s{i}": tint(rng, "paper", ("#2b2b2d", "#efe8d6", *BRIGHT[:5], "#c9b79c")) for i in range(6)} | {
        "art": f"art:{int(rng.integers(1, 900))}",
        "disc": "plastic_black",
    }
    out = []
    t = d / n
    for i in range(n):
        q = kit.box(
            (w * rng.uniform(0.985, 1.0), 0.72 * t, h * rng.uniform(0.985, 1.0) if i else h),
            (0, 0, 0),
            f"s{int(rng.integers(6))}",
            0.0004,
        )
        lo, _ = kit.bounds(q)
        out += kit.move(q, (rng.normal(0, 0.001), -d / 2 + t * (i + 0.5), -lo[2]))
    out.append(kit.box((0.97 * w, 0.0006, 0.97 * h), (0, -d / 2 + 0.14 * t - 0.0002, h / 2), "art", 0.0))
    return done("disc", p, out, slots)


# ---------------------------------------------------------------------------------------------- shoes, clothes, bags


def _sole(front_y: float, back_y: float, w: float, n: int = 26, point: float = 0.0) -> Any:
    """The outline of a foot: toe at front_y (-Y), heel narrower; `point` narrows the toe."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    s = np.sin(t)
    c = np.sign(np.cos(t)) * np.abs(np.cos(t)) ** 0.8
    wide = w / 2 * (0.86 - 0.14 * s - 0.1 * np.exp(-(((s - 0.1) / 0.45) ** 2)))
    wide = wide * (1 - point * np.clip(-s - 0.3, 0, 1) ** 1.5)
    return np.stack([c * wide, (front_y + back_y) / 2 + s * (back_y - front_y) / 2], -1)


class Last(NamedTuple):
    """How a kind of shoe is cut; lengths are shares of the shoe's length, heights of its height."""

    sole: float  # thickness of the sole
    point: float  # how pointed the toe is
    throat: float  # where the opening begins, from the toe
    back: float  # where it ends
    wide: float  # half width of the opening, of the shoe's width
    rim: tuple[float, float, float]  # height of the opening at the throat, the ankle and the heel
    toe: float  # height of the toe box


LASTS = {
    "sneaker": Last(0.2, 0.0, 0.44, 0.965, 0.27, (0.94, 0.72, 1.0), 0.5),
    "oxford": Last(0.15, 0.25, 0.46, 0.965, 0.25, (0.95, 0.72, 0.88), 0.42),
    "boot": Last(0.08, 0.0, 0.5, 0.97, 0.27, (0.42, 0.42, 0.42), 0.24),
    "heel": Last(0.035, 0.75, 0.25, 0.965, 0.3, (0.3, 0.24, 0.42), 0.24),
    "slipper": Last(0.18, 0.0, 0.42, 0.95, 0.34, (0.95, 0.44, 0.34), 0.72),
}


class Upper(NamedTuple):
    """The surface of a shoe's upper: points by the turn round the foot (0 at +X, toe at 3/4) and the way from sole to rim."""

    last: Last
    w: float
    ln: float
    h: float

    def rim(self, turn_: Any) -> Any:
        """The opening's edge. (n, 3)"""
        a = 2 * np.pi * np.asarray(turn_, float)
        c, s = np.cos(a), np.sin(a)
        y0, y1 = self.ln * (self.last.throat - 0.5), self.ln * (self.last.back - 0.5)
        front_, ankle, heel = self.last.rim
        z = self.h * np.where(s < 0, ankle + (front_ - ankle) * s**2, ankle + (heel - ankle) * s**4)
        return np.stack([self.last.wide * self.w * np.sign(c) * np.abs(c) ** 0.8, (y0 + y1) / 2 + s * (y1 - y0) / 2, z], -1)

    def at(self, turn_: Any, way: Any, off: float = 0.0) -> Any:
        """Points of the surface, lifted off it by about `off`. (..., 3)"""
        turn_, way = np.broadcast_arrays(np.asarray(turn_, float), np.asarray(way, float))
        n = 120
        base = _sole(-self.ln / 2 + 0.004, self.ln / 2 - 0.003, 0.965 * self.w, n, self.last.point)
        k = np.linspace(0, 1, n + 1)
        x, y = (np.interp(turn_ % 1.0, k, np.append(base[:, i], base[0, i])) for i in range(2))
        top_ = self.rim(turn_)
        z0 = self.last.sole * self.h - 0.001
        toe = np.clip(-np.sin(2 * np.pi * turn_), 0, 1) ** 2
        b = np.stack([x, y, np.full_like(x, z0)], -1)
        rise = z0 + (top_[..., 2] - z0) * 0.5 * (1 - toe) + (self.last.toe * self.h - z0) * 1.25 * toe
        p1 = np.stack([x * 1.03, y - 0.004 * toe, rise], -1)
        lean = 0.22 + 0.18 * toe
        p2 = np.stack(
            [
                top_[..., 0] + (x - top_[..., 0]) * lean,
                top_[..., 1] + (y - top_[..., 1]) * lean,
                top_[..., 2] - (top_[..., 2] - z0) * (0.26 * (1 - toe) + 0.2 * toe),
            ],
            -1,
        )
        t = way[..., None]
        out = (1 - t) ** 3 * b + 3 * t * (1 - t) ** 2 * p1 + 3 * t**2 * (1 - t) * p2 + t**3 * top_
        if off:
            middle = np.stack([0 * x, np.clip(out[..., 1], -0.3 * self.ln, 0.4 * self.ln), np.full_like(x, 0.3 * self.h)], -1)
            away = out - middle
            out = out + off * away / np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-9)
        return out

    def patch(self, a: float, b: float, low: float, high: float, slot: str, off: float, n: int = 9, m: int = 5) -> Piece:
        """A panel laid on the upper between two turns and two ways."""
        u, v = np.meshgrid(np.linspace(a, b, n), np.linspace(low, high, m), indexing="ij")
        return kit.outward(kit.sheet(self.at(u, v, off), slot, off + 0.0015))


def _closed(rings: Any, slot: str) -> Piece:
    """A body through rings of points (k, n, 3), its ends filled."""
    k, n = rings.shape[:2]
    j, i = np.meshgrid(np.arange(n), np.arange(k - 1))
    quads = np.stack([i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j], -1).reshape(-1, 4)
    faces = [*quads.tolist(), list(range(n))[::-1], list(range((k - 1) * n, k * n))]
    return kit.outward(kit.piece(rings.reshape(-1, 3), faces, slot))


def _body(u: Upper, shaft: float) -> Pieces:
    """The upper with its hollow: up the outside, over the rim and down the lining to the insole; `shaft` is a boot's height."""
    n = 30
    turns = np.arange(n) / n
    outer = [u.at(turns, way) for way in (0.0, 0.12, 0.26, 0.42, 0.58, 0.74, 0.88, 1.0)]
    rim = outer[-1]
    for share, wide in ((0.35, 0.98), (0.7, 1.06), (0.99, 1.14), (1.0, 1.13)) if shaft else ():
        z = rim[:, 2].mean() + share * (shaft - rim[:, 2].mean())
        outer.append(np.column_stack([rim[:, :2] * wide + (0, -0.004 * share), np.full(n, z)]))
    rim = outer[-1]
    middle = np.array([0.0, u.ln * ((u.last.throat + u.last.back) / 2 - 0.5)])

    def inside(share: float, z: Any) -> Any:
        return np.column_stack([middle + (rim[:, :2] - middle) * share, np.broadcast_to(z, n)])

    insole = 0.55 * shaft if shaft else u.last.sole * u.h + 0.004
    edge, lip = inside(0.93, rim[:, 2] + 0.0012), inside(0.86, rim[:, 2] - 0.002)
    outside = _closed(np.stack([*outer, edge, lip, inside(0.85, rim[:, 2] - 0.008)]), "upper")
    slim = 0.82 if shaft else 1.0  # a boot narrows at the ankle
    deep = [lip, inside(0.85 * slim, rim[:, 2] * 0.5 + insole * 0.5), *(inside(k * slim, insole) for k in (0.88, 0.6, 0.3, 0.06))]
    hollow = kit.flip(_closed(np.stack(deep), "lining"))
    starts = np.cumsum(outside.counts) - outside.counts
    keep = outside.loops[starts] < (len(outer) + 2) * n
    keep[-2:] = False  # the mouth stays open, and the sole closes it below
    return [kit.keep_faces(outside, keep), kit.keep_faces(hollow, np.arange(len(hollow.counts)) != len(hollow.counts) - 2)]


def _laced(u: Upper, rows: int, first: float, last: float) -> Pieces:
    """Tongue, eyelet stays to both sides of it, laces across them and a bow."""
    w, ln = u.w, u.ln
    out: Pieces = [
        u.patch(0.668, 0.735, first - 0.1, 1.0, "trim", 0.0022, 4, 7),
        u.patch(0.765, 0.832, first - 0.1, 1.0, "trim", 0.0022, 4, 7),
    ]
    rim = u.rim(np.array([0.75]))[0]
    reach = np.array([u.at(0.75, first), u.at(0.75, 1.0), rim + (0, 0.3 * ln * (1 - u.last.throat) * 0.3, 0.12 * u.h)])
    wide = np.array([0.1, 0.13, 0.15]) * w
    across = np.linspace(-1, 1, 5)
    tongue = np.stack([reach[:, None] + wide[:, None, None] * np.stack([across, 0 * across, -0.08 * across**2], -1)[None]], 0)[0]
    out.append(kit.outward(kit.sheet(tongue + (0, -0.001, 0.001), "upper", 0.004)))
    for k in np.linspace(first, last, rows):
        a, b, mid = u.at(0.722, k, 0.004), u.at(0.778, k, 0.004), u.at(0.75, k, 0.005)
        out.append(rod([a, mid, b], 0.0021, "lace", 5, 2))
    knot = u.at(0.75, last, 0.008)
    for s in (-1, 1):
        loop = [
            (0, 0, 0),
            (s * 0.16 * w, -0.08 * w, 0.05 * w),
            (s * 0.3 * w, -0.02 * w, -0.02 * w),
            (s * 0.14 * w, 0.04 * w, 0.02 * w),
            (0, 0, 0.001),
        ]
        out += kit.move(rod(loop, 0.0018, "lace", 5, 3), knot)
        out.append(
            rod(
                [knot, knot + (s * 0.14 * w, -0.16 * w, 0.02 * w), knot + (s * 0.24 * w, -0.22 * w, -0.1 * w)],
                0.0018,
                "lace",
                5,
                3,
            )
        )
    return out


def _sneaker_sole(u: Upper) -> Pieces:
    """A thick cup sole with a stripe round it, a rubber toe cap and a heel tab."""
    f, b, z = -u.ln / 2, u.ln / 2, u.last.sole * u.h
    side = _sole(f, b, u.w, 30)
    return [
        kit.prism(side, z, (0, 0, 0), "sole", 0.003, smooth_sides=True),
        loft(
            [(kit.inset(side, -0.0006), 0.42 * z), (kit.inset(side, -0.0008), 0.5 * z), (kit.inset(side, -0.0006), 0.58 * z)],
            "trim",
        ),
        u.patch(0.62, 0.88, 0.0, 0.26, "sole", 0.0018, 13, 5),
        u.patch(0.19, 0.31, 0.35, 0.98, "trim", 0.0018, 7, 5),
        *(
            u.patch(*sorted((s, s + d)), 0.06, 0.8, "trim", 0.0012, 3, 6)
            for s, d in ((0.985, 0.022), (0.493, 0.022), (0.94, 0.02), (0.54, 0.02))
        ),
    ]


def _stacked_sole(u: Upper) -> Pieces:
    """A thin welted sole over a stacked heel; the waist between heel and ball does not touch the floor."""
    f, b, z = -u.ln / 2, u.ln / 2, u.last.sole * u.h
    out: Pieces = [kit.prism(_sole(f, b, u.w, 30, u.last.point), 0.006, (0, 0, z - 0.006), "sole", 0.0015, smooth_sides=True)]
    outline = kit.inset(_sole(f, b, u.w, 60, u.last.point), 0.004)
    for y0, y1 in ((b - 0.27 * u.ln, b), (f + 0.06 * u.ln, f + 0.5 * u.ln)):
        out.append(kit.prism(_between(outline, y0, y1), z - 0.004, (0, 0, 0), "sole", 0.001))
    return out


def _between(outline: Any, y0: float, y1: float) -> Any:
    """The part of a sole's outline between two cuts across it. (m, 2)"""
    right = outline[outline[:, 0] > 0.002]
    right = right[np.argsort(right[:, 1])]
    y = np.linspace(max(y0, right[0, 1]), min(y1, right[-1, 1]), 12)
    x = np.interp(y, right[:, 1], right[:, 0])
    return np.concatenate([np.column_stack([x, y]), np.column_stack([-x, y])[::-1]])


def _raised(out: Pieces, u: Upper) -> Pieces:
    """A court shoe: all of it lifted towards the heel, on a tapering heel."""
    rise = 0.52 * u.h

    def lift(v: Any) -> Any:
        k = np.clip((v[:, 1] + 0.16 * u.ln) / (0.5 * u.ln), 0, 1)
        return np.column_stack([v[:, 0], v[:, 1], v[:, 2] + rise * k * k * (3 - 2 * k)])

    b = u.ln / 2
    thin = oval(0.17 * u.w, 0.05 * u.ln, 14)
    full = oval(0.56 * u.w, 0.17 * u.ln, 14)
    rows = [(thin, -0.03, 0.0), (thin * 1.05, -0.03, 0.45), (0.55 * thin + 0.45 * full, -0.045, 0.8), (full, -0.07, 1.0)]
    heel = loft([(q + (0, b - 0.055 * u.ln + y * u.ln), (rise + 0.004) * z) for q, y, z in rows], "sole")
    return [*kit.bend(out, lift), heel]


def shoe_pieces(kind: str, w: float, ln: float, h: float, laces: bool) -> Pieces:
    """One shoe, toe to -Y. Slots: upper, sole, lining, lace, trim."""
    u = Upper(LASTS[kind], w, ln, h)
    out = _body(u, h if kind == "boot" else 0.0)
    if kind == "sneaker":
        out += _sneaker_sole(u) + (_laced(u, 6, 0.5, 0.93) if laces else [_strap(u, k) for k in (0.62, 0.86)])
    elif kind in ("oxford", "boot"):
        out += [*_stacked_sole(u), u.patch(0.64, 0.86, 0.0, 0.3, "upper", 0.001, 11, 4)]
        if kind == "boot":
            out += _boot_laces(u) if laces else []
        else:
            out += _laced(u, 4, 0.62, 0.94) if laces else [_strap(u, 0.78)]
    else:
        f, b = -ln / 2, ln / 2
        if kind == "slipper":
            out.append(kit.prism(_sole(f, b, w, 30), u.last.sole * h, (0, 0, 0), "sole", 0.002, smooth_sides=True))
            out.append(u.patch(0.6, 0.9, 0.9, 1.0, "trim", 0.002, 11, 3))
        else:
            y = np.linspace(f + 0.002, b - 0.002, 20)
            edge = _between(_sole(f, b, w, 80, u.last.point), f, b)[:12]
            x = np.maximum(np.interp(y, edge[:, 1], edge[:, 0]), 0.006)
            flat = np.stack([np.outer(np.linspace(-1, 1, 5), x), np.tile(y, (5, 1)), np.full((5, 20), u.last.sole * h)], -1)
            out = _raised([*out, kit.sheet(flat, "sole", u.last.sole * h)], u)
    return settle(out)


def _strap(u: Upper, way: float) -> Piece:
    """A band over the instep, for shoes without laces."""
    return u.patch(0.62, 0.88, way - 0.07, way + 0.05, "trim", 0.0025, 13, 3)


def _boot_laces(u: Upper) -> Pieces:
    """Laces up the shin of a boot."""
    out: Pieces = [
        rod([u.at(0.71, k, 0.003), u.at(0.75, k, 0.005), u.at(0.79, k, 0.003)], 0.0022, "lace", 5, 3) for k in (0.66, 0.78, 0.9)
    ]
    low = u.rim(np.array([0.75]))[0]
    for k in (0.1, 0.3, 0.5, 0.7):
        at = low + (0, -0.002, k * (u.h - low[2]))
        out.append(
            rod([at + (-0.17 * u.w, 0.012, 0), at + (0, -0.003, 0.002), at + (0.17 * u.w, 0.012, 0)], 0.0022, "lace", 5, 3)
        )
    return out


SHOES = {
    "sneaker": (0.105, 0.285, 0.12),
    "oxford": (0.1, 0.29, 0.11),
    "boot": (0.11, 0.29, 0.33),
    "heel": (0.085, 0.235, 0.16),
    "slipper": (0.1, 0.27, 0.085),
}


def _as_pair(rng: Rng, o: dict[str, Any]) -> dict[str, Any]:
    o = {"kind": pick(rng, ("sneaker", "oxford", "slipper", "sneaker")), **o}
    if o.get("pair") and o.get("width") is None and o.get("depth") is None and o.get("height") is None:
        k = rng.uniform(0.94, 1.06)
        o["width"], o["depth"], o["height"] = (
            round(float(s * k * (2.25 if i == 0 else 1.02)), 4) for i, s in enumerate(SHOES[o["kind"]])
        )
    return o


@thing(_ALL, SHOES, {"leather": {"kind": "oxford"}}, before=_as_pair, pair=False, laces=(True, True, False))
def shoe(p: Any) -> Asset:
    """A sneaker, oxford, boot, court shoe or slipper; single or as a pair."""
    rng = chance(p)
    upper = {
        "sneaker": tint(rng, "fabric", ("#ece9e2", "#2b2d33", "#b5352a", "#34566f", "#8f9c8a")),
        "oxford": pick(rng, ("leather:#3b2418", "leather:#1d1b1a", "leather:#7a4a26")),
        "boot": pick(rng, ("leather:#6b4526", "leather:#1f1d1c", "rubber:#2f5a45", "suede")),
        "heel": pick(rng, ("leather:#1a1819", "leather:#9a1f28", "suede:#c9a38a")),
        "slipper": tint(rng, "fabric", ("#8f8a80", "#7a4a52", "#3f5a66")),
    }[p.kind]
    slots = {
        "upper": upper,
        "sole": {"sneaker": pick(rng, ("rubber:#efece4", "rubber:#efece4", "rubber:#2b2b2d")), "heel": "leather:#1a1819"}.get(
            p.kind, "rubber:#2a2320"
        ),
        "lining": "fabric:#2b2826" if p.kind != "slipper" else "fabric:#d9cdb8",
        "trim": {
            "sneaker": pick(rng, ("rubber:#d9d5cb", "leather:#2b2d33", "leather:#b5352a", "suede:#8a8578")),
            "slipper": "knit:#d9cdb8",
        }.get(p.kind, upper),
        "lace": pick(rng, ("fabric:#f0ede6", "fabric:#1f1f20")) if p.kind == "sneaker" else "fabric:#2a211b",
    }
    w = p.width / 2.25 if p.pair else p.width
    one = fit(shoe_pieces(p.kind, *SHOES[p.kind], p.laces), (w, p.depth if not p.pair else 0.97 * p.depth, p.height))
    if not p.pair:
        return done("shoe", p, one, slots)
    out: Pieces = []
    for s in (1, -1):
        a = rng.normal(0, 0.06)
        q = kit.scale(one, (s, 1, 1))
        out += turn(q, z=a, at=(s * 0.56 * w, rng.uniform(-0.01, 0.01), 0))
    return done("shoe", p, out, slots)


def _peaked_cap(w: float, d: float, h: float, cut: str) -> Pieces:
    """A cap of six panels with seams, a button and a curved peak; a trucker's has a stiff front and mesh behind."""
    o = 0.14 * d
    tall = cut == "trucker"
    prof = [
        (0.0, 0.0),
        (0.98, 0.0),
        (1, 0.02),
        (0.98, 0.4),
        (0.9 if tall else 0.82, 0.76),
        (0.6 if tall else 0.5, 0.95),
        (0.0, 1.0),
    ]
    dome = fit(kit.lathe(prof, (0, 0, 0), "hat", 24), (w, 0.72 * d, 0.96 * h), (0, o, 0))[0]
    start = np.cumsum(dome.counts) - dome.counts
    middle = np.add.reduceat(dome.vertices[dome.loops], start, axis=0) / dome.counts[:, None]
    away = (middle[:, 1] - o) / np.maximum(np.hypot(middle[:, 0], middle[:, 1] - o), 1e-9)
    back = (away > -0.3) & (middle[:, 2] > 0.12 * h) & tall
    out: Pieces = [kit.keep_faces(dome, ~back)]
    if tall:
        out.append(kit.keep_faces(dome, back)._replace(slot="mesh"))
    for a in np.arange(6) * np.pi / 3 + np.pi / 6:
        rise = [(0.97, 0.06), (0.97, 0.4), (0.87 if tall else 0.81, 0.77), (0.58 if tall else 0.48, 0.955), (0.08, 1.0)]
        out.append(
            rod([(r * 0.5 * w * np.cos(a), o + r * 0.36 * d * np.sin(a), 0.965 * z * h) for r, z in rise], 0.0016, "hat", 4, 3)
        )
    out.append(kit.ellipsoid((0.014, 0.014, 0.008), (0, o, 0.97 * h), "badge", 8, 5))
    u, s = np.meshgrid(np.linspace(0, 1, 5), np.linspace(-1, 1, 11), indexing="ij")
    x = s * 0.46 * w
    base = o - 0.36 * d * np.sqrt(np.maximum(1 - (s * 0.92) ** 2, 0.0))
    y = base - u * 0.28 * d * np.sqrt(np.maximum(1 - s**2 * 0.9, 0.0)) + 0.01
    z = 0.03 * h + (0.06 if tall else 0.14) * h * (1 - s**2) - 0.05 * h * u + 0.004
    out.append(kit.sheet(np.stack([x, y, z], -1)[::-1], "hat", 0.004))
    badge = (0.42 * w, 0.004, 0.34 * h) if tall else (0.24 * w, 0.004, 0.22 * h)
    return [*out, kit.box(badge, (0, o - 0.352 * d, 0.48 * h), "badge", 0.001)]


def _flat_cap(w: float, d: float, h: float) -> Pieces:
    """A low cap: a soft crown drawn forward over a short stiff peak."""
    rings = [
        (oval(0.84, 0.86, 32) + (0, 0.07), 0.0),
        (oval(0.9, 0.9, 32) + (0, 0.06), 0.18),
        (oval(1.0, 0.96, 32) + (0, 0.0), 0.36),
        (oval(0.96, 0.95, 32) + (0, -0.02), 0.56),
        (oval(0.74, 0.7, 32) + (0, 0.03), 0.88),
        (oval(0.34, 0.3, 32) + (0, 0.06), 1.0),
    ]
    crown = loft(rings, "hat")
    v = crown.vertices
    lean = 1 - 0.42 * np.clip((-v[:, 1] - 0.05) / 0.45, 0, 1)  # it falls towards the peak
    crown = crown._replace(vertices=v * np.column_stack([np.ones((len(v), 2)), lean]))
    u, s = np.meshgrid(np.linspace(0, 1, 4), np.linspace(-1, 1, 11), indexing="ij")
    edge = np.sqrt(np.maximum(1 - (0.9 * s) ** 2, 0.0))
    peak = np.stack([0.42 * s, 0.08 - 0.42 * edge - 0.14 * u * edge, 0.13 - 0.05 * u - 0.08 * s**2], -1)
    peak_ = kit.sheet(peak[::-1], "hat", 0.03)
    return fit([crown, peak_, kit.ellipsoid((0.07, 0.07, 0.05), (0, 0.06, 1.0), "hat", 10, 6)], (w, d, h))


@thing(
    _ALL,
    {"brimmed": (0.32, 0.34, 0.13), "cap": (0.19, 0.28, 0.13), "straw": (0.36, 0.38, 0.13), "beanie": (0.21, 0.24, 0.16)},
    {"straw": {"kind": "straw"}},
    before=lambda rng, o: {"kind": pick(rng, ("brimmed", "straw", "brimmed", "beanie")), **o},
    cut=("baseball", "trucker", "flat"),
)
def hat(p: Any) -> Asset:
    """A felt hat with its band, a straw hat, a cap with a peak, or a knitted beanie."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "hat": {
            "straw": "wicker",
            "brimmed": "fabric:" + pick(rng, ("#4a3b30", "#26262a", "#8d6f4f", "#5d6a63")),
            "cap": "fabric:" + pick(rng, ("#26344a", "#a3322a", "#2b2b2d", "#6b705a")),
            "beanie": "knit:" + pick(rng, ("#a3562f", "#34495a", "#6b705a", "#8f8a80")),
        }[p.kind],
        "band": pick(rng, ("fabric:#1f1d1c", "leather:#3b2418", "fabric:#7a2e2a")),
        "badge": "fabric:#efe9dc",
        "mesh": "fabric:" + pick(rng, ("#26262a", "#e8e3d8", "#34495a")),
    }
    if p.kind == "cap" and p.cut == "flat":
        slots["hat"] = "wool:" + pick(rng, ("#6b6459", "#4a4f52", "#7a5f45"))
    out: Pieces = []
    if p.kind in ("brimmed", "straw"):
        r = 0.27 * w
        prof = [
            (0.0, 0.004),
            (r, 0.004),
            (0.46 * w, 0.0),
            (0.5 * w, 0.006),
            (0.46 * w, 0.005),
            (1.06 * r, 0.012),
            (1.02 * r, 0.03),
            (0.96 * r, 0.62 * h),
            (0.86 * r, 0.92 * h),
            (0.6 * r, h),
            (0.0, 0.96 * h),
        ]
        q = kit.lathe(prof, (0, 0, 0), "hat", 36)
        band = kit.lathe(
            [(1.04 * r, 0.013), (1.05 * r, 0.014), (1.01 * r, 0.24 * h), (1.0 * r, 0.241 * h)], (0, 0, 0), "band", 36
        )

        def form(v: Any) -> Any:
            rad = np.hypot(v[:, 0], v[:, 1])
            a = azimuth(v)
            brim = np.clip((rad - 1.1 * r) / (0.5 * w - 1.1 * r), 0, 1)
            z = v[:, 2] + (0.05 * w * np.cos(a) ** 2 * brim if p.kind == "brimmed" else 0.012 * np.sin(3 * a) * brim)
            z = z - (0.16 * h * np.exp(-((v[:, 0] / (0.28 * r)) ** 2)) * (v[:, 2] > 0.9 * h) if p.kind == "brimmed" else 0)
            x = v[:, 0] * (1 - 0.1 * np.exp(-(((v[:, 1] + 0.7 * r) / (0.5 * r)) ** 2)) * (v[:, 2] > 0.5 * h))
            return np.column_stack([x, v[:, 1] * d / w, z])

        out += settle(kit.bend([q, band], form))
    elif p.kind == "cap":
        out += _flat_cap(w, d, h) if p.cut == "flat" else _peaked_cap(w, d, h, p.cut)
    else:
        q = kit.lathe(
            [
                (0.0, 0.0),
                (0.95, 0.0),
                (1.04, 0.03),
                (1.06, 0.24),
                (1.0, 0.28),
                (0.99, 0.4),
                (0.9, 0.66),
                (0.6, 0.88),
                (0.0, 0.93),
            ],
            (0, 0, 0),
            "hat",
            40,
        )
        v = q.vertices
        a = azimuth(v)
        k = 1 - 0.025 * (np.cos(20 * a) < 0)
        out += fit(q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1)), (w, d, 0.86 * h))
        out.append(lump((0.3 * w, 0.3 * w, 0.22 * h), (0, 0, 0.88 * h), "hat", rng, 0.12, 12, 8))
    return done("hat", p, out, slots)


def _shoulder_straps(w: float, d: float, h: float) -> Pieces:
    """The padded straps on a backpack's back and the loop to hang it by."""
    out: Pieces = []
    for s in (1, -1):
        points = [(0.14, 0.26, 0.88), (0.22, 0.46, 0.74), (0.27, 0.49, 0.45), (0.36, 0.36, 0.12)]
        path = kit.smooth_path([(s * x * w, y * d, z * h) for x, y, z in points], 4)
        out.append(kit.sweep(kit.rounded_rect(0.055, 0.012, 0.005, 2), path, "strap"))
    loop = [(-0.08, 0.14, 0.93), (-0.07, 0.14, 0.99), (0.07, 0.14, 0.99), (0.08, 0.14, 0.93)]
    return [*out, rod([(x * w, y * d, z * h) for x, y, z in loop], 0.006, "strap", 6, 3)]


def _sack(w: float, d: float, rows: Any, at: Any = (0, 0, 0), round_: float = 0.06) -> Piece:
    """A soft body of rounded rectangular section; rows (share of width, of depth, height)."""
    o = rectangle(w, d, round_, n=5)
    return loft([(o * (a, b), z) for a, b, z in rows], "body", at)


def _school_bag(w: float, d: float, h: float) -> Pieces:
    """A rounded bag with a front pocket, side pockets and zips."""
    rows = [
        (0.9, 0.9, 0),
        (1, 1, 0.05 * h),
        (1, 1.05, 0.4 * h),
        (0.96, 0.9, 0.78 * h),
        (0.74, 0.6, 0.93 * h),
        (0.4, 0.25, 0.975 * h),
    ]
    low = [(0.9, 0.9, 0), (1, 1, 0.04 * h), (1, 1.05, 0.2 * h), (0.92, 0.7, 0.4 * h), (0.7, 0.3, 0.43 * h)]
    out: Pieces = [
        _sack(0.94 * w, 0.62 * d, rows, (0, 0.04 * d, 0)),
        _sack(0.72 * w, 0.34 * d, low, (0, -0.32 * d, 0.03 * h), 0.04),
    ]
    for points in (
        [(-0.3, -0.44, 0.36), (0, -0.485, 0.385), (0.3, -0.44, 0.36)],
        [(-0.4, -0.2, 0.6), (-0.36, -0.16, 0.84), (0, -0.1, 0.955), (0.36, -0.16, 0.84), (0.4, -0.2, 0.6)],
    ):
        out.append(rod([(x * w, y * d, z * h) for x, y, z in points], 0.0028, "zip", 5, 4))
    for s in (1, -1):
        out += kit.move(
            kit.ellipsoid((0.07 * w, 0.4 * d, 0.34 * h), (0, 0, 0), "body", 12, 8), (s * 0.46 * w, 0.04 * d, 0.22 * h)
        )
    return out + _shoulder_straps(w, d, h)


def _roll_top(w: float, d: float, h: float) -> Pieces:
    """A plain upright sack, its mouth rolled down and held by a strap over the front."""
    rows = [
        (0.94, 0.9, 0),
        (1, 1, 0.03 * h),
        (1, 1, 0.62 * h),
        (0.98, 0.8, 0.76 * h),
        (0.97, 0.4, 0.86 * h),
        (0.96, 0.3, 0.92 * h),
    ]
    roll_ = kit.sweep(kit.circle(1.0, 12) * (0.055 * h, 0.04 * h), [(-0.47 * w, 0, 0.925 * h), (0.47 * w, 0, 0.925 * h)], "body")
    out: Pieces = [_sack(w, 0.74 * d, rows, (0, -0.02 * d, 0), 0.03), *kit.move(roll_, (0, -0.06 * d, 0))]
    front_ = [(0, 0.1, 0.93), (0, -0.1, 0.985), (0, -0.3, 0.9), (0, -0.41, 0.62), (0, -0.41, 0.4)]
    path = kit.smooth_path([(x * w, y * d, z * h) for x, y, z in front_], 4)
    out.append(kit.sweep(kit.rounded_rect(0.034, 0.005, 0.002, 1), path, "strap"))
    out.append(kit.box((0.05, 0.01, 0.03), (0, -0.415 * d, 0.46 * h), "metal", 0.003))
    out.append(rod([(-0.36 * w, -0.395 * d, 0.3 * h), (0.36 * w, -0.395 * d, 0.3 * h)], 0.0028, "zip", 5, 1))
    return out + _shoulder_straps(w, d, h)


def _hiking_pack(w: float, d: float, h: float) -> Pieces:
    """A tall pack with a lid, side pockets, compression straps, a hip belt and a rolled mat below."""
    rows = [(0.8, 0.86, 0.12 * h), (0.86, 1, 0.16 * h), (0.92, 1.04, 0.5 * h), (0.95, 1, 0.78 * h), (0.9, 0.9, 0.83 * h)]
    lid = [(0.94, 0.98, 0.82 * h), (1.0, 1.06, 0.84 * h), (0.98, 1.02, 0.92 * h), (0.84, 0.8, 0.97 * h), (0.5, 0.4, 0.985 * h)]
    mat = kit.sweep(kit.circle(1.0, 14) * (0.09 * h, 0.09 * h), [(-0.5 * w, 0, 0), (0.5 * w, 0, 0)], "mat")
    out: Pieces = [
        _sack(0.8 * w, 0.6 * d, rows, (0, 0.02 * d, 0), 0.05),
        _sack(0.78 * w, 0.66 * d, lid, (0, 0, 0), 0.05),
        *kit.move(mat, (0, -0.1 * d, 0.09 * h)),
        _sack(
            0.5 * w,
            0.2 * d,
            [(0.9, 0.8, 0.2 * h), (1, 1, 0.24 * h), (1, 1, 0.5 * h), (0.9, 0.5, 0.58 * h)],
            (0, -0.32 * d, 0),
            0.03,
        ),
    ]
    for s in (1, -1):
        out.append(
            _sack(
                0.14 * w,
                0.4 * d,
                [(0.8, 0.8, 0.17 * h), (1, 1, 0.2 * h), (1, 0.9, 0.44 * h), (0.7, 0.6, 0.48 * h)],
                (s * 0.42 * w, 0.04 * d, 0),
                0.02,
            )
        )
        for z in (0.52, 0.7):
            points = [(s * 0.39, 0.3, z), (s * 0.4, 0.0, z + 0.03), (s * 0.3, -0.3, z + 0.02)]
            out.append(rod([(x * w, y * d, k * h) for x, y, k in points], 0.004, "strap", 5, 3))
        strap = [(s * 0.2, 0.06, 0.93), (s * 0.22, -0.36, 0.86), (s * 0.2, -0.37, 0.6)]
        path = kit.smooth_path([(x * w, y * d, z * h) for x, y, z in strap], 4)
        out.append(kit.sweep(kit.rounded_rect(0.02, 0.004, 0.0015, 1), path, "strap"))
        out += kit.move(
            kit.rotate(
                kit.sweep(kit.rounded_rect(0.006, 0.028, 0.002, 1), [(0, 0, -0.08 * h), (0, 0, 0.08 * h)], "strap"), "z", 0.0
            ),
            (s * 0.19 * w, -0.1 * d - 0.091 * h, 0.09 * h),
        )
    return out + _shoulder_straps(w, d, h)


BACKPACKS = {"school": _school_bag, "rolltop": _roll_top, "hiking": _hiking_pack}


@thing(
    _ALL,
    {
        "handbag": (0.32, 0.14, 0.3),
        "backpack": (0.32, 0.22, 0.46),
        "briefcase": (0.42, 0.11, 0.32),
        "duffel": (0.55, 0.28, 0.3),
        "tote": (0.36, 0.14, 0.38),
    },
    before=lambda rng, o: {"kind": pick(rng, ("handbag", "tote", "handbag")), **o},
    cut=tuple(BACKPACKS),
)
def bag(p: Any) -> Asset:
    """A handbag, tote, backpack, briefcase or sports bag."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    leather = ("leather", "leather:#3b2418", "leather:#1d1b1a", "leather:#9a6a3f", "leather:#7a2e2a")
    cloth = ("fabric:#2f3a45", "fabric:#3f5a45", "fabric:#2b2b2d", "fabric:#a3562f", "fabric")
    slots = {
        "body": pick(
            rng,
            leather
            if p.kind in ("handbag", "briefcase")
            else ("fabric:#d9cdb4", "fabric:#2b2b2d", "leather")
            if p.kind == "tote"
            else cloth,
        ),
        "strap": pick(rng, ("leather:#3b2418", "fabric:#1f1f21")),
        "metal": pick(rng, ("brass", "steel")),
        "zip": "black_metal",
        "mat": "fabric:" + pick(rng, ("#4a5a6b", "#7a6b4a", "#5a3a3a")),
    }
    out: Pieces = []
    if p.kind in ("handbag", "tote"):
        hb = (0.62 if p.kind == "handbag" else 0.66) * h
        k = 0.72 if p.kind == "handbag" else 1.0
        o = oval(w, d, 28, 6)
        rings = [
            (o * (k + (1 - k) * 0.5, 0.9), 0.0),
            (o * (1.0, 1.0), 0.06 * hb),
            (o * (0.98, 0.96), 0.4 * hb),
            (o * (0.5 + 0.5 * k, 0.5 if p.kind == "handbag" else 0.72), hb),
            (kit.inset(o * (0.5 + 0.5 * k, 0.5 if p.kind == "handbag" else 0.72), 0.004), hb),
            (kit.inset(o * (0.5 + 0.5 * k, 0.5 if p.kind == "handbag" else 0.72), 0.006), hb - 0.03),
        ]
        out.append(loft(rings, "body"))
        for s in (1, -1):
            y = s * (0.24 if p.kind == "handbag" else 0.34) * d
            x = 0.22 * w
            out.append(
                rod(
                    [
                        (-x, y, 0.74 * hb),
                        (-x, y * 1.0, hb),
                        (-0.8 * x, y * 0.7, 0.9 * h),
                        (0, y * 0.55, h - 0.006),
                        (0.8 * x, y * 0.7, 0.9 * h),
                        (x, y, hb),
                        (x, y, 0.74 * hb),
                    ],
                    0.006 if p.kind == "handbag" else 0.005,
                    "strap" if p.kind == "handbag" else "body",
                    8,
                    4,
                )
            )
            if p.kind == "handbag":
                out += [
                    t
                    for sx in (1, -1)
                    for t in turn(
                        kit.torus(0.012, 0.0026, (0, 0, 0), "metal", 12, 5), x=np.pi / 2, at=(sx * x, y * 1.12, 0.88 * hb)
                    )
                ]
        if p.kind == "handbag":
            out += [kit.box((0.05 * w + 0.012, 0.008, 0.03), (0, -0.37 * d, 0.72 * hb), "metal", 0.003)]
            out += [kit.box((0.09 * w, 0.006, 0.4 * hb), (0, -0.38 * d, 0.84 * hb), "body", 0.002)]
    elif p.kind == "backpack":
        out += BACKPACKS[p.cut](w, d, h)
    elif p.kind == "briefcase":
        hb = 0.84 * h
        out += [
            kit.slab(-w / 2, w / 2, -d / 2, -0.001, 0, hb, "body", 0.012),
            kit.slab(-w / 2, w / 2, 0.001, d / 2, 0, hb, "body", 0.012),
            kit.slab(-w / 2 + 0.006, w / 2 - 0.006, -0.008, 0.008, 0.006, hb - 0.004, "metal", 0.001),
        ]
        out.append(
            rod(
                [
                    (-0.14 * w, 0, hb - 0.004),
                    (-0.14 * w, 0, hb + 0.6 * (h - hb)),
                    (-0.11 * w, 0, h - 0.008),
                    (0.11 * w, 0, h - 0.008),
                    (0.14 * w, 0, hb + 0.6 * (h - hb)),
                    (0.14 * w, 0, hb - 0.004),
                ],
                0.008,
                "strap",
                8,
                4,
            )
        )
        out += [kit.box((0.05, 0.02, 0.03), (s * 0.3 * w, -0.004, hb - 0.006), "metal", 0.003) for s in (1, -1)]
        out += [
            kit.box((0.04, d + 0.001, 0.04), (sx * (w / 2 - 0.019), 0, z), "strap", 0.01)
            for sx in (1, -1)
            for z in (0.021, hb - 0.021)
        ]
    else:
        q = kit.lathe(
            [(0, 0), (0.86, 0.0), (0.97, 0.02), (1, 0.08), (1, 0.92), (0.97, 0.98), (0.86, 1), (0, 1)], (0, 0, 0), "body", 26
        )
        q = kit.rotate(q, "y", np.pi / 2)[0]
        v = fit(q, (w, d, 0.76 * h))[0]
        vv = v.vertices
        out.append(
            v._replace(
                vertices=np.column_stack([vv[:, 0], vv[:, 1], np.where(vv[:, 2] < 0.2 * h, 0.5 * vv[:, 2], vv[:, 2] - 0.1 * h)])
            )
        )
        out[-1] = fit(out[-1], (w, d, 0.76 * h))[0]
        out.append(kit.tube([(-0.42 * w, 0, 0.758 * h), (0.42 * w, 0, 0.758 * h)], 0.005, "zip", 6))
        for s in (1, -1):
            x = 0.2 * w
            out.append(
                kit.sweep(
                    kit.rounded_rect(0.03, 0.006, 0.002, 1),
                    kit.smooth_path(
                        [
                            (-x, s * 0.5 * d, 0.36 * h),
                            (-x, s * 0.4 * d, 0.68 * h),
                            (-0.8 * x, s * 0.2 * d, 0.9 * h),
                            (0, s * 0.12 * d, h - 0.01),
                            (0.8 * x, s * 0.2 * d, 0.9 * h),
                            (x, s * 0.4 * d, 0.68 * h),
                            (x, s * 0.5 * d, 0.36 * h),
                        ],
                        3,
                    ),
                    "strap",
                )
            )
    return done("bag", p, out, slots)


GENERATORS = tuple(_ALL)
