"""Tableware, second part: fruit and vegetables, bread, cakes and packets of food."""

from __future__ import annotations

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
    kit,
    loft,
    np,
    oval,
    pick,
    rectangle,
    rod,
    scaled,
    shell,
    solid,
    thing,
    turn,
)
from .props import chance, done, fit, lump, pressed, rest, settle, top

FOOD: list[Generator] = []
_ALL = FOOD

PRODUCE = {
    "apple": (0.078, 0.078, 0.078),
    "orange": (0.077, 0.077, 0.073),
    "banana": (0.2, 0.12, 0.07),
    "lemon": (0.085, 0.06, 0.06),
    "pear": (0.075, 0.075, 0.1),
    "tomato": (0.075, 0.075, 0.06),
    "potato": (0.1, 0.075, 0.065),
    "egg": (0.057, 0.044, 0.044),
    "lettuce": (0.19, 0.19, 0.15),
    "pumpkin": (0.28, 0.28, 0.22),
    "bell_pepper": (0.085, 0.085, 0.1),
    "carrot": (0.035, 0.19, 0.035),
    "pineapple": (0.13, 0.13, 0.3),
    "watermelon": (0.27, 0.22, 0.22),
}
SKIN = {
    "apple": ("#b3202a", "#8fae3a", "#c9502f", "#d9b23a"),
    "orange": ("#e07b1c",),
    "banana": ("#e6c32e", "#d8b52a", "#c9c23a"),
    "lemon": ("#ecd22f", "#8fb53a"),
    "pear": ("#b5b443", "#c9a94a"),
    "tomato": ("#c4281c",),
    "potato": ("#b08a55", "#a5713f"),
    "egg": ("#d9b08c", "#efe6d8"),
    "lettuce": ("#7fae3f", "#5d8f3a"),
    "pumpkin": ("#d9741c", "#c9622a", "#d8c9a0"),
    "bell_pepper": ("#b8221c", "#e0a81c", "#3f8a2f"),
    "carrot": ("#d9701c",),
    "pineapple": ("#b0802a",),
    "watermelon": ("#2f6a2f", "#4a7a35"),
}


def _turned(profile: Profile, segments: int, fine: bool) -> Piece:
    """A turned fruit; `fine` rounds its profile and its outline for a thing that is seen by itself."""
    prof = np.asarray(profile, float)
    if fine:
        prof = kit.smooth_path(np.column_stack([prof, np.zeros(len(prof))]), 3)[:, :2]
        prof[1:-1, 0] = np.maximum(prof[1:-1, 0], 0.02 * prof[:, 0].max())
        segments = max(28, 4 * round(0.36 * segments))
    return kit.lathe(prof, (0, 0, 0), "skin", segments)


def produce_pieces(kind: str, rng: Rng, fine: bool = False) -> Pieces:  # noqa: C901
    """One fruit or vegetable of about its usual size, `fine` where it is seen by itself; slots skin, stem, second."""
    w, d, h = PRODUCE[kind]
    r = w / 2
    if kind in ("apple", "pear", "tomato", "orange"):
        prof = {
            "apple": [
                (0, 0.1),
                (0.3, 0.02),
                (0.62, 0.06),
                (0.92, 0.32),
                (1, 0.58),
                (0.82, 0.86),
                (0.42, 0.97),
                (0.12, 0.9),
                (0, 0.84),
            ],
            "pear": [
                (0, 0.05),
                (0.3, 0.0),
                (0.72, 0.07),
                (1, 0.3),
                (0.86, 0.5),
                (0.5, 0.7),
                (0.42, 0.84),
                (0.2, 0.95),
                (0, 0.93),
            ],
            "tomato": [(0, 0.05), (0.4, 0), (0.84, 0.15), (1, 0.45), (0.88, 0.78), (0.45, 0.95), (0.12, 0.9), (0, 0.86)],
            "orange": [(0, 0.01), (0.35, 0.03), (0.78, 0.17), (1, 0.5), (0.78, 0.83), (0.35, 0.97), (0.08, 0.985), (0, 0.975)],
        }[kind]
        q = _turned(scaled(prof, r, 0.94 * h if kind != "orange" else h), 18, fine)
        v = q.vertices
        a = azimuth(v)
        k = 1 + (0.03 if kind in ("apple", "tomato") else 0.012) * np.cos(5 * a + rng.uniform(0, 6))
        out: Pieces = [q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1))]
        if kind == "orange":
            out.append(kit.ellipsoid((0.1 * w, 0.1 * w, 0.03 * w), (0, 0, 0.985 * h), "stem", 8, 4))
        elif kind == "tomato":
            for i in range(5):
                b = 2 * np.pi * i / 5
                out.append(
                    rod(
                        [
                            (0, 0, 0.88 * h),
                            (0.2 * r * np.cos(b), 0.2 * r * np.sin(b), 0.93 * h),
                            (0.55 * r * np.cos(b), 0.55 * r * np.sin(b), 0.9 * h),
                        ],
                        np.array([0.0022, 0.003, 0.0006]),
                        "stem",
                        5,
                        2,
                    )
                )
            out.append(rod([(0, 0, 0.84 * h), (0.002, 0, h)], 0.0018, "stem", 5, 2))
        else:
            out.append(rod([(0, 0, 0.78 * h), (0.003, 0.001, 0.92 * h), (0.008, 0.002, h)], 0.0016, "stem", 5, 2))
        return out
    if kind == "banana":
        out = []
        n = int(rng.integers(2, 5))
        for i in range(n):
            t = np.linspace(-0.9, 0.95, 11)
            path = np.stack([0.095 * np.sin(t), 0.07 * (1 - np.cos(t)), 0 * t], -1)
            rad = 0.0165 * np.interp(
                np.linspace(0, 1, 11), [0, 0.06, 0.2, 0.5, 0.8, 0.93, 1.0], [0.22, 0.36, 0.85, 1.0, 0.85, 0.35, 0.3]
            )
            q = turn(kit.sweep(kit.circle(1, 6), path, "skin", False, rad), x=-0.25 * i + 0.35, at=(0, 0.012 * i, 0.006 * i))
            out += kit.rotate(q, "z", 0.03 * i)
        tip = kit.bounds(out[0])[1]
        out.append(
            kit.ellipsoid((0.016, 0.02 + 0.01 * n, 0.018), (float(tip[0]) - 0.004, 0.034 + 0.006 * n, 0.012), "stem", 8, 5)
        )
        return settle(out)
    if kind == "lemon":
        prof = [(0, 0), (0.08, 0.02), (0.15, 0.08), (0.37, 0.2), (0.5, 0.5), (0.37, 0.8), (0.16, 0.92), (0.1, 0.98), (0, 1)]
        q = _turned(prof, 16, fine)
        return settle(fit(kit.rotate(q, "y", np.pi / 2), (w, d, h)))
    if kind in ("potato", "egg"):
        if kind == "potato":
            return settle(lump((w, d, h), (0, 0, 0), "skin", rng, 0.1, *((26, 18) if fine else (16, 11))))
        q = _turned([(0, 0), (0.26, 0.03), (0.46, 0.2), (0.5, 0.42), (0.42, 0.7), (0.22, 0.93), (0, 1)], 16, fine)
        return settle(fit(kit.rotate(q, "y", np.pi / 2), (w, d, h)))
    if kind == "lettuce":
        out = [lump((0.62 * w, 0.62 * w, 0.72 * h), (0, 0, 0.42 * h), "second", rng, 0.06, 14, 9)]
        for k in range(13):
            a, tilt = k * 2.4, 0.35 + 0.5 * (k / 13)
            u, s = np.meshgrid(np.linspace(0, 1, 6), np.linspace(-1, 1, 9), indexing="ij")
            half = 0.3 * w * np.sin(np.pi * (0.12 + 0.8 * u)) ** 0.7
            ruff = 0.02 * np.sin(9 * s + k) * u**2
            rad = 0.08 * w + (0.38 * w * tilt) * np.sin(u * 1.5) + 0.05 * w * s**2 * -1 + ruff
            g = np.stack([rad, s * half, 0.02 + u * h * (1.1 - 0.5 * tilt) + ruff], -1)
            out += turn(kit.sheet(g, "skin" if k % 3 else "second", 0.002), z=a)
        return settle(out)
    if kind in ("pumpkin", "bell_pepper", "watermelon"):
        prof = {
            "pumpkin": [(0, 0.08), (0.4, 0), (0.82, 0.12), (1, 0.45), (0.86, 0.78), (0.45, 0.92), (0.1, 0.84), (0, 0.82)],
            "bell_pepper": [(0, 0.08), (0.34, 0), (0.62, 0.08), (0.84, 0.4), (1, 0.72), (0.84, 0.88), (0.4, 0.9), (0, 0.8)],
            "watermelon": [(0, 0), (0.4, 0.04), (0.84, 0.22), (1, 0.5), (0.84, 0.78), (0.4, 0.96), (0, 1)],
        }[kind]
        n = {"pumpkin": 11, "bell_pepper": 4, "watermelon": 0}[kind]
        seg = {"pumpkin": 44, "bell_pepper": 20, "watermelon": 28}[kind]
        q = _turned(scaled(prof, r, h if kind == "watermelon" else 0.9 * h), seg, fine)
        v = q.vertices
        a = azimuth(v)
        k = 1 - (0.1 * (1 - np.abs(np.sin(n * a / 2))) ** 1.5 if n else 0 * a)
        q = q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1))
        if kind == "watermelon":
            q = kit.rotate(q._replace(vertices=q.vertices - (0, 0, h / 2)), "y", np.pi / 2)[0]
            q = fit(q, (w, d, h))[0]
            seg = int((q.counts == 3).sum()) // 2  # triangles at both ends
            sector = (np.arange(len(q.counts)) % seg) % 4 == 0
            return [kit.keep_faces(q, m)._replace(slot=s) for m, s in ((~sector, "skin"), (sector, "second"))]
        out = [
            q,
            rod([(0, 0, 0.72 * h), (0, 0, 0.88 * h), (0.03 * w, 0.01 * w, h)], np.array([0.09, 0.06, 0.07]) * w, "stem", 7, 3),
        ]
        return out
    if kind == "carrot":
        out = [
            kit.rotate(
                solid(
                    [
                        (0.03 * w, 0),
                        (0.2 * w, 0.12 * d),
                        (0.4 * w, 0.5 * d),
                        (0.5 * w, 0.72 * d),
                        (0.42 * w, 0.76 * d),
                        (0.1 * w, 0.77 * d),
                    ],
                    "skin",
                    12,
                ),
                "x",
                np.pi / 2,
            )[0]
        ]
        out = kit.rotate(out, "z", np.pi)
        for i in range(5):
            x = (i - 2) * 0.12 * w
            out.append(
                rod(
                    [(0.4 * x, 0.74 * d, 0), (x, 0.86 * d, 0.1 * w), (1.8 * x, d, rng.uniform(-0.1, 0.2) * w)],
                    np.array([0.002, 0.0016, 0.003]),
                    "stem",
                    5,
                    3,
                )
            )
        return rest(out)
    hb = 0.58 * h  # pineapple
    q = kit.lathe(
        [(0, 0), (0.6, 0.0), (0.86, 0.14), (1, 0.45), (0.9, 0.8), (0.6, 1.0), (0, 1.0)] * np.array([0.5 * w * 0.9, hb]),
        (0, 0, 0),
        "skin",
        18,
    )
    out = [q]
    for j in range(7):
        z = hb * (0.1 + 0.13 * j)
        rr = float(np.interp(z / hb, [0, 0.14, 0.45, 0.8, 1.0], [0.6, 0.86, 1, 0.9, 0.6])) * 0.45 * w
        for i in range(11):
            a = 2 * np.pi * (i + 0.5 * (j % 2)) / 11
            out += turn(
                kit.rotate(kit.lathe([(0.11 * w, 0), (0.0, 0.045 * w)], (0, 0, 0), "skin", 4), "y", np.pi / 2),
                z=a,
                at=(0.97 * rr * np.cos(a), 0.97 * rr * np.sin(a), z),
            )
    for k in range(22):
        a, u = k * 2.4, k / 22
        ln = (h - hb) * (0.55 + 0.45 * u)
        lean = 0.75 * (1 - u)
        s = np.linspace(0, 1, 5)
        x = ln * np.sin(lean) * s**1.2 + 0.06 * w * (1 - u)
        z = hb - 0.01 + ln * np.cos(lean) * s
        half = 0.07 * w * (1 - s) ** 0.7 + 0.0005
        out += turn(
            kit.sheet(
                np.stack(
                    [
                        np.broadcast_to(x[:, None], (5, 3)),
                        half[:, None] * np.array([-1, 0, 1]),
                        z[:, None] + np.array([0.004, 0, 0.004]) * 1.0,
                    ],
                    -1,
                ),
                "stem",
                0.002,
            ),
            z=a,
        )
    return out


def produce_slots(kind: str, rng: Rng, suffix: str = "") -> dict[str, str]:
    """Materials of a fruit or vegetable."""
    stem = {
        "tomato": "foliage:#4a7a2f",
        "carrot": "foliage:#4f8a35",
        "pineapple": "foliage:#4a6b3f",
        "pumpkin": "wood:#7a6b3f",
        "bell_pepper": "foliage:#4a7a2f",
        "orange": "foliage:#5d7a35",
    }.get(kind, "wood:#4a3522")
    return {
        f"skin{suffix}": f"{'foliage' if kind == 'lettuce' else 'fruit'}:{pick(rng, SKIN[kind])}",
        f"stem{suffix}": stem,
        f"second{suffix}": {"lettuce": "foliage:#a8c45f", "watermelon": "fruit:#8fae5a"}.get(kind, "fruit"),
    }


@thing(_ALL, PRODUCE)
def produce(p: Any) -> Asset:
    """A piece of fruit or a vegetable."""
    rng = chance(p)
    slots = produce_slots(p.kind, rng)
    out = produce_pieces(p.kind, rng, fine=True)
    if p.kind in ("banana", "watermelon"):
        out = pressed(rest(rest(out), "y"), 0.003)
    return done("produce", p, out, slots)


@thing(_ALL, (0.3, 0.3, 0.17), form=("bowl", "basket", "bowl", "tiered"), mix=("apples", "citrus", "mixed", "mixed"))
def fruit_bowl(p: Any) -> Asset:
    """A bowl or basket heaped with fruit."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    hb = 0.5 * h
    slots: dict[str, str] = {"bowl": {"basket": "wicker"}.get(p.form, pick(rng, ("wood", "ceramic", "brass", "ceramic:#34495a")))}
    prof = {
        "bowl": [(0.4, 0), (0.44, 0.06), (0.8, 0.4), (1, 1)],
        "basket": [(0.7, 0), (0.8, 0.1), (0.94, 0.6), (1, 1)],
        "tiered": [(0.4, 0), (0.36, 0.1), (0.16, 0.2), (0.16, 0.36), (0.6, 0.5), (1, 1)],
    }[p.form]
    out: Pieces = [shell(scaled(prof, r, hb), 0.005, "bowl", 30, 2, floor=0.5 * hb if p.form == "tiered" else 0.01)]
    if p.form == "basket":
        out += [kit.torus(r - 0.004, 0.006, (0, 0, hb - 0.002), "bowl", 30, 6)] + [
            kit.torus(float(np.interp(z, [0, 0.1, 0.6, 1], [0.7, 0.8, 0.94, 1])) * r, 0.0035, (0, 0, z * hb), "bowl", 28, 5)
            for z in (0.12, 0.34, 0.56, 0.78)
        ]
    kinds = {"apples": ("apple",), "citrus": ("orange", "lemon"), "mixed": ("apple", "orange", "pear", "lemon")}[p.mix]
    for i, k in enumerate(kinds):
        slots |= produce_slots(k, rng, str(i))
    made = [[q._replace(slot=f"{q.slot}{i}") for q in produce_pieces(k, rng)] for i, k in enumerate(kinds)]
    size = 0.29 * r  # half of a fruit
    wall = kit.smooth_path(np.column_stack([scaled(prof, r, hb), np.zeros(len(prof))]), 8)[:, :2]
    if p.form == "tiered":
        wall = wall[wall[:, 1] > 0.45 * hb]
    heights = np.linspace(0, h, 80)
    clear = np.hypot(wall[:, 0] - 0.5 * r, wall[:, 1] - heights[:, None]).min(1) > size + 0.007
    inside = np.interp(heights, wall[:, 1], wall[:, 0]) > 0.5 * r  # a lower place may be clear of the wall, but under it
    low = float(heights[np.argmax(clear & inside)])
    ring = [(0.5 * r * np.cos(a), 0.5 * r * np.sin(a), low) for a in np.arange(5) * 1.2566 + rng.uniform(0, 1)]
    ring += [(0.27 * r * np.cos(a), 0.27 * r * np.sin(a), low + 1.45 * size) for a in np.arange(3) * 2.094 + rng.uniform(0, 2)]
    for x, y, z in ring:
        q = made[int(rng.integers(len(made)))]
        lo, hi = kit.bounds(q)
        k = 2 * size / float((hi - lo).max())
        mid = (lo + hi) / 2
        q = kit.scale(kit.move(q, -mid), k)
        out += turn(q, x=rng.normal(0, 0.5), y=rng.normal(0, 0.4), z=rng.uniform(0, 6.28), at=(x, y, z))
    return done("fruit_bowl", p, out, slots)


@thing(
    _ALL,
    {
        "loaf": (0.14, 0.28, 0.12),
        "baguette": (0.075, 0.55, 0.06),
        "croissant": (0.15, 0.1, 0.06),
        "donut": (0.095, 0.095, 0.035),
        "muffin": (0.075, 0.075, 0.075),
        "slice": (0.12, 0.12, 0.016),
        "basket": (0.34, 0.22, 0.14),
        "round": (0.22, 0.22, 0.11),
    },
    before=lambda rng, o: {"kind": pick(rng, ("loaf", "round", "loaf")), **o},
)
def bread(p: Any) -> Asset:
    """Loaf, round loaf, baguette, croissant, doughnut, muffin, a slice, or rolls in a basket."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "crust": "bread:" + pick(rng, ("#a8672f", "#b5763a", "#8f5526")),
        "crumb": "bread:#e8d3a8",
        "icing": "food:" + pick(rng, ("#d98aa0", "#4a2a1a", "#f0e6d6", "#e3b84a")),
        "case": "paper:" + pick(rng, ("#7a4a2f", "#e6dccb", "#b5563c")),
        "basket": "wicker",
        "cloth": "fabric:#e9e2d4",
    }
    out: Pieces = []

    def slashed(q: Piece, n: int, ln: float, ww: float, hh: float) -> Pieces:
        cuts: Pieces = []
        for i in range(n):
            y = ((i + 0.5) / n - 0.5) * 0.8 * ln
            u = np.linspace(-1, 1, 7)
            path = np.stack([0.3 * ww * u, y + 0.05 * ln * u, hh * (0.985 - 0.12 * u**2)], -1)
            cuts.append(kit.tube(path, np.array([0.1, 0.5, 0.9, 1, 0.9, 0.5, 0.1]) * 0.035 * ww + 0.0006, "crumb", 6))
        return [q, *cuts]

    if p.kind in ("loaf", "baguette", "round"):
        q = kit.ellipsoid((1, 1, 1), (0, 0, 0), "crust", 24, 14)
        v = q.vertices * (1, 1, 1)
        e = 0.62 if p.kind != "round" else 0.9
        v = np.sign(v) * np.abs(2 * v) ** np.array([0.85, e, 0.8]) / 2
        v[:, 2] = np.where(v[:, 2] < 0, v[:, 2] * 0.55, v[:, 2])
        v = v * (1 + 0.02 * np.sin(v @ np.array([[7.0], [9.0], [5.0]]))[:, 0][:, None])
        q = fit(q._replace(vertices=v), (w, d, h))[0]
        out = slashed(q, {"loaf": 4, "baguette": 6, "round": 3}[p.kind], d, w, h)
    elif p.kind == "slice":
        o = np.concatenate(
            [
                [(-0.42, -0.5), (0.42, -0.5), (0.42, 0.12)],
                np.stack([0.3 + 0.2 * np.cos(np.linspace(-0.7, 2.0, 6)), 0.3 + 0.2 * np.sin(np.linspace(-0.7, 2.0, 6))], -1),
                np.stack([-0.3 + 0.2 * np.cos(np.linspace(1.14, 3.84, 6)), 0.3 + 0.2 * np.sin(np.linspace(1.14, 3.84, 6))], -1),
                [(-0.42, 0.12)],
            ]
        ) * (w, d)
        out = [
            kit.prism(o, h * 0.96, (0, 0, 0), "crust", 0.003),
            kit.prism(kit.inset(o, 0.06 * w), h * 0.04 + 0.0006, (0, 0, h * 0.96 - 0.0006), "crumb", 0.0),
        ]
    elif p.kind == "donut":
        out = fit(kit.torus(0.5, 0.26, (0, 0, 0), "crust", 26, 10), (w, d, 0.94 * h))
        ice = kit.torus(0.5, 0.262, (0, 0, 0), "icing", 26, 10)
        v = ice.vertices
        a = azimuth(v)
        ice = ice._replace(vertices=np.column_stack([v[:, :2] * 1.0, np.maximum(v[:, 2], 0.04 + 0.05 * np.sin(6 * a + 1))]))
        out += fit(ice, (w * 0.99, d * 0.99, 0.58 * h), (0, 0, 0.42 * h))
        for _ in range(18):
            a, rr = rng.uniform(0, 6.28), rng.uniform(0.25, 0.4) * w
            out += turn(
                kit.box((0.006, 0.0018, 0.0018), (0, 0, 0), "crumb", 0.0),
                z=rng.uniform(0, 3),
                at=(rr * np.cos(a), rr * np.sin(a), h * (0.985 - 0.9 * ((rr / w - 0.33) / 0.2) ** 2)),
            )
    elif p.kind == "muffin":
        q = kit.lathe([(0, 0), (0.34, 0), (0.42, 0.55), (0.36, 0.55), (0, 0.5)], (0, 0, 0), "case", 32)
        v = q.vertices
        a = azimuth(v)
        k = 1 - 0.05 * (np.cos(16 * a) < 0)
        out = fit(q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1)), (0.84 * w, 0.84 * d, 0.55 * h))
        out += settle(lump((w, d, 0.6 * h), (0, 0, 0), pick(rng, ("crust", "icing")), rng, 0.05, 20, 10))
        out[-1:] = kit.move(out[-1:], (0, 0, 0.4 * h))
        out += [
            kit.ellipsoid(
                (0.008, 0.008, 0.006),
                (
                    0.3 * w * np.cos(i * 2.4) * np.sqrt(i / 9),
                    0.3 * d * np.sin(i * 2.4) * np.sqrt(i / 9),
                    h * (0.985 - 0.11 * i / 9),
                ),
                "case",
                6,
                4,
            )
            for i in range(9)
        ]
    elif p.kind == "croissant":
        t = np.linspace(-1, 1, 30)
        rad = (0.11 + 0.89 * np.cos(t * np.pi / 2) ** 0.8) * (1 - 0.12 * ((np.abs(t) * 5.0) % 1.0))
        path = np.stack([t * 0.5, -0.34 * t**2, 0.0 * t], -1)
        q = kit.tube(path, rad * 0.2, "crust", 12)
        out = rest(pressed(fit(q, (w, d, 1.12 * h)), 0.06 * h))
    else:
        out = [shell(scaled([(0.76, 0), (0.86, 0.15), (0.96, 0.6), (1, 0.62)], w / 2, h), 0.006, "basket", 32, floor=0.01)]
        out += [
            kit.torus(a * w / 2, 0.006, (0, 0, z * h), "basket", 30, 6)
            for a, z in ((0.82, 0.1), (0.89, 0.28), (0.945, 0.46), (0.985, 0.6))
        ]
        out = kit.scale(out, (1, d / w, 1))
        out.append(kit.prism(oval(0.86 * w, 0.86 * d, 28), 0.02, (0, 0, 0.34 * h), "cloth", 0.006, smooth_sides=True))
        for i in range(7):
            a = 2 * np.pi * i / 6
            x, y, z = (0.27 * w * np.cos(a), 0.25 * d * np.sin(a), 0.54 * h) if i < 6 else (0.0, 0.0, 0.76 * h)
            q2 = lump((0.25 * w, 0.34 * d, 0.4 * h), (0, 0, 0), "crust", rng, 0.05, 14, 9)
            out += turn(q2, z=rng.uniform(0, 3), at=(x, y, z))
            out += turn(
                kit.tube([(-0.06 * w, 0, 0.19 * h), (0, 0, 0.2 * h), (0.06 * w, 0, 0.19 * h)], [0.001, 0.004, 0.001], "crumb", 6),
                z=rng.uniform(0, 3),
                at=(x, y, z),
            )
    return done("bread", p, settle(out), slots)


@thing(_ALL, (0.14, 0.11, 0.06), form=("wedge", "wheel", "holes"))
def cheese(p: Any) -> Asset:
    """A wedge of hard or holey cheese, or a soft round one with a piece cut out."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "cheese": "food:" + pick(rng, ("#e6bf55", "#eed98f", "#dda23a")),
        "rind": "food:" + pick(rng, ("#efe8d8", "#b5642a", "#a32a22")),
        "hole": "food:#b98f35",
    }
    if p.form == "wheel":
        t = np.linspace(0.5, 2 * np.pi, 30)
        o = np.concatenate([[(0, 0)], np.stack([np.cos(t), np.sin(t)], -1) * 0.5]) * (w, d)
        out: Pieces = [kit.prism(o, h, (0, 0, 0), "rind", 0.004)]
        for a in (0.5, 0.0):
            c, s = np.cos(a), np.sin(a)
            q = kit.box((0.42, 0.002, 0.8 * h), (0.24, 0.0, h / 2), "cheese", 0.0)
            v = q.vertices
            out.append(
                q._replace(vertices=np.column_stack([(v[:, 0] * c - v[:, 1] * s) * w, (v[:, 0] * s + v[:, 1] * c) * d, v[:, 2]]))
            )
        return done("cheese", p, out, slots)
    t = np.linspace(-0.46, 0.46, 8)
    o = np.concatenate([[(-0.5, 0.0)], np.stack([-0.5 + np.cos(t), 1.1 * np.sin(t)], -1)]) * (w, d)
    out = [kit.prism(o, h, (0, 0, 0), "cheese", 0.002)]
    arc2 = np.stack([-0.5 + np.cos(t), 1.1 * np.sin(t)], -1)
    band = np.concatenate([arc2 * 1.0 + (0.004, 0), (arc2 - (0.02, 0))[::-1]]) * (w, d)
    out.append(kit.prism(band, h + 0.0012, (0, 0, -0.0006), "rind", 0.0005))
    if p.form == "holes":
        for i in range(9):
            s = rng.uniform(0.1, 0.22) * h * 1.4
            side = 1 if i % 2 else -1
            u = rng.uniform(0.2, 0.85)
            x, y = -0.5 * w + u * 0.9 * w, side * u * 0.9 * np.tan(0.46) * d * 1.0
            out.append(kit.ellipsoid((s, 0.5 * s, s), (x, y, rng.uniform(0.25, 0.75) * h), "hole", 10, 6))
        out += [
            kit.ellipsoid((s2, s2, 0.3 * s2), (x2, y2, h - 0.0004), "hole", 10, 5)
            for s2, x2, y2 in ((0.02, 0.1 * w, 0.06 * d), (0.014, 0.28 * w, -0.15 * d), (0.016, -0.1 * w, -0.03 * d))
        ]
    return done("cheese", p, out, slots)


@thing(_ALL, (0.24, 0.24, 0.14), form=("layer", "drip", "tiered"), candles=range(0, 6), cut=(True, False))
def cake(p: Any) -> Asset:
    """A cake on its plate: layered, with drips, or of two tiers; berries, cream and perhaps candles on it."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    ice, drip = pick(
        rng,
        (("#f3ebdd", "#4a2a1a"), ("#e8b9c0", "#f3ebdd"), ("#5a3520", "#efe3cf"), ("#f0e6c9", "#c94f5a"), ("#cfe0d4", "#f3ebdd")),
    )
    slots = {
        "icing": f"food:{ice}",
        "drip": f"food:{drip}",
        "plate": "ceramic",
        "berry": "fruit:" + pick(rng, ("#b3202a", "#2f3560", "#c9502f")),
        "wax": "wax:" + pick(rng, ("#d9698a", "#8fb5d9", "#e3c33a")),
        "flame": "flame",
        "sponge": "bread:#d9a862",
    }
    z0 = 0.012
    out: Pieces = [solid([(0.5 * r, 0), (0.94 * r, 0.006), (r, z0), (0.98 * r, z0 + 0.002), (0.85 * r, 0.009)], "plate", 32)]
    zt = h * (0.72 if p.candles else 0.86)
    tiers = [(0.8 * r, 0.009, zt)] if p.form != "tiered" else [(0.82 * r, 0.009, 0.5 * zt), (0.52 * r, 0.5 * zt - 0.002, zt)]
    for a, b, c in tiers:
        e = 0.006
        out.append(solid([(a, b), (a, c - e), (a - 0.3 * e, c - 0.3 * e), (a - e, c)], "icing", 36))
        for i in range(16):
            t = 2 * np.pi * i / 16
            out.append(kit.ellipsoid((0.018, 0.018, 0.014), (a * np.cos(t), a * np.sin(t), b + 0.006), "drip", 7, 4))
    a, _, c = tiers[-1]
    if p.form == "drip":
        out.append(solid([(a * 1.0, c - 0.002), (a * 1.015, c), (a * 0.98, c + 0.003)], "drip", 36))
        for i in range(14):
            t = 2 * np.pi * (i + rng.uniform(-0.2, 0.2)) / 14
            out.append(
                rod(
                    [
                        (a * np.cos(t), a * np.sin(t), c),
                        (a * 1.008 * np.cos(t), a * 1.008 * np.sin(t), c - rng.uniform(0.2, 0.6) * (c - 0.009)),
                    ],
                    0.006,
                    "drip",
                    6,
                    2,
                )
            )
    n = 8
    for i in range(n):
        t = 2 * np.pi * i / n
        x, y = 0.78 * a * np.cos(t), 0.78 * a * np.sin(t)
        out.append(
            kit.move(kit.lathe([(0.014, 0), (0.013, 0.005), (0.006, 0.013), (0.0, 0.018)], (0, 0, 0), "drip", 8), (x, y, c))[0]
        )
        out.append(
            kit.ellipsoid(
                (0.018, 0.018, 0.018), (0.78 * a * np.cos(t + 0.39), 0.78 * a * np.sin(t + 0.39), c + 0.008), "berry", 8, 6
            )
        )
    for i in range(p.candles):
        t = 2 * np.pi * i / max(p.candles, 1)
        x, y = (0.4 * a * np.cos(t), 0.4 * a * np.sin(t)) if p.candles > 1 else (0.0, 0.0)
        out += [
            kit.cylinder(0.0035, h - c - 0.014, (x, y, c - 0.003), "wax", 0.0005, 8),
            kit.ellipsoid((0.006, 0.006, 0.014), (x, y, h - 0.0085), "flame", 8, 6),
        ]
    return done("cake", p, out, slots)


@thing(_ALL, (0.32, 0.32, 0.03), board=(True, False), topping=("salami", "margherita", "veg"))
def pizza(p: Any) -> Asset:
    """A pizza on a board or plate."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    zb = 0.38 * h
    slots = {
        "crust": "bread:#c48a45",
        "cheese": "food:#eac86a",
        "sauce": "food:#b5361f",
        "a": {"salami": "food:#a32a22", "margherita": "food:#f3ecdc", "veg": "food:#3f7a2f"}[p.topping],
        "b": "foliage:#3f7a3a",
        "c": "food:#26201c",
        "board": "wood" if p.board else "ceramic",
    }
    out: Pieces = [kit.cylinder(r, zb, (0, 0, 0), "board", 0.003, 36)]
    q = kit.lathe(
        scaled([(0, 0), (0.86, 0), (0.93, 0.2), (0.92, 0.75), (0.87, 1.0), (0.82, 0.75), (0.8, 0.4), (0, 0.4)], r, h - zb),
        (0, 0, zb - 0.0005),
        "crust",
        40,
    )
    v = q.vertices
    a = azimuth(v)
    k = 1 + 0.012 * np.sin(7 * a + 1) + 0.008 * np.sin(13 * a)
    out.append(q._replace(vertices=v * np.stack([k, k, np.ones_like(k)], -1)))
    z = zb + 0.4 * (h - zb)
    out += [
        solid([(0.815 * r, z - 0.001), (0.81 * r, z + 0.0012)], "sauce", 32),
        solid([(0.775 * r, z), (0.77 * r, z + 0.0024), (0.6 * r, z + 0.003)], "cheese", 26),
    ]
    for i in range(14):
        t, rr = i * 2.4, 0.68 * r * np.sqrt((i + 0.4) / 14)
        x, y = rr * np.cos(t), rr * np.sin(t)
        if p.topping == "salami":
            out.append(kit.cylinder(0.1 * r, 0.0026, (x, y, z + 0.0022), "a", 0.0008, 16))
        elif p.topping == "margherita":
            out.append(lump((0.2 * r, 0.17 * r, 0.006), (x, y, z + 0.003), "a", rng, 0.12, 12, 6))
        else:
            out += turn(kit.torus(0.07 * r, 0.014 * r, (0, 0, 0), "a", 14, 5), z=t, at=(x, y, z + 0.004))
        if i % 2:
            out += turn(
                kit.ellipsoid((0.16 * r, 0.08 * r, 0.003), (0, 0, 0), "b", 10, 4),
                x=0.2,
                z=t * 1.7,
                at=(0.8 * y, -0.8 * x, z + 0.006),
            )
        else:
            out.append(kit.torus(0.028 * r, 0.013 * r, (-0.7 * x + 0.05 * r, -0.75 * y, z + 0.004), "c", 10, 5))
    return done("pizza", p, out, slots)


@thing(_ALL, (0.12, 0.12, 0.1), double=(False, True))
def burger(p: Any) -> Asset:
    """A burger: bun with sesame, patties, cheese, lettuce and tomato."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {
        "bun": "bread:#b5702f",
        "patty": "food:#4a2a1a",
        "cheese": "food:#e6a82e",
        "leaf": "foliage:#6fae3f",
        "tomato": "fruit:#c4281c",
        "seed": "food:#efe3c2",
    }
    k = 1 if not p.double else 2
    lay = [("bunlow", 0.2), ("leaf", 0.07), *[("patty", 0.17 if k == 1 else 0.13), ("cheese", 0.04)] * k, ("tomato", 0.07)]
    used = sum(b for _, b in lay)
    f = 0.6 / used
    z = 0.0
    out: Pieces = []
    for name, t0 in lay:
        t = t0 * f * h
        if name == "bunlow":
            out.append(solid([(0.84 * r, 0), (0.94 * r, 0.3 * t), (0.92 * r, t)], "bun", 24))
        elif name == "patty":
            q = solid([(0.9 * r, z), (0.96 * r, z + 0.4 * t), (0.9 * r, z + t)], "patty", 24)
            v = q.vertices
            a = azimuth(v)
            s = 1 + 0.02 * np.sin(9 * a) + 0.015 * np.sin(17 * a)
            out.append(q._replace(vertices=v * np.stack([s, s, np.ones_like(s)], -1)))
        elif name == "cheese":
            u, s2 = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 9), indexing="ij")
            rad = np.hypot(u, s2) * 0.82 * r
            g = np.stack([u * 0.82 * r * 0.93, s2 * 0.82 * r * 0.93, z + t - 1.1 * np.maximum(rad - 0.9 * r, 0)], -1)
            out.append(kit.sheet(g, "cheese", 0.002))
        elif name == "leaf":
            th, rr = np.meshgrid(np.linspace(0, 2 * np.pi, 41), np.array([0.5, 0.85, 1.0]), indexing="ij")
            zz = z + 0.5 * t + 0.08 * r * np.sin(11 * th) * (rr - 0.5) + 0.03 * r * np.sin(7 * th)
            out.append(kit.sheet(np.stack([rr * r * np.cos(th), rr * r * np.sin(th), zz], -1)[::-1], "leaf", 0.0015))
        else:
            out += [
                kit.cylinder(0.42 * r, t, (0.42 * r * np.cos(a), 0.42 * r * np.sin(a), z), "tomato", 0.001, 16)
                for a in (0.4, 2.5, 4.6)
            ]
        z += t
    q = kit.lathe(
        [
            (0, z - 0.002),
            (0.92 * r, z - 0.002),
            (0.97 * r, z + 0.1 * h),
            (0.84 * r, z + 0.24 * h),
            (0.5 * r, h - 0.035 * h),
            (0, h - 0.002),
        ],
        (0, 0, 0),
        "bun",
        26,
    )
    out.append(q)
    for i in range(22):
        t2, u = i * 2.4, np.sqrt((i + 0.5) / 22) * 0.72
        zz = float(np.interp(u, [0, 0.5, 0.84], [h - 0.002, h - 0.037 * h, z + 0.24 * h]))
        out += turn(
            kit.ellipsoid((0.006, 0.0035, 0.003), (0, 0, 0), "seed", 6, 4),
            z=rng.uniform(0, 3),
            at=(u * r * np.cos(t2), u * r * np.sin(t2), min(zz, h - 0.0016)),
        )
    return done("burger", p, out, slots)


@thing(_ALL, {"cereal": (0.2, 0.065, 0.3), "milk": (0.075, 0.075, 0.235)})
def carton(p: Any) -> Asset:
    """A cereal packet, or a milk carton with a gable top."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    a, b = pick(
        rng,
        (("#c9402b", "#f0d24a"), ("#2f66a8", "#f3efe6"), ("#3f8a4a", "#f3e3b0"), ("#7a3f8a", "#f0c84a"), ("#e08a2b", "#fff2d8")),
    )
    out: Pieces = []
    if p.kind == "cereal":
        slots = {"body": f"paper:{a}", "panel": f"paper:{b}", "art": f"art:{int(rng.integers(1, 900))}", "ink": "paper:#26262a"}
        out = [kit.box((w, d, h), (0, 0, h / 2), "body", 0.0015)]
        for s in (1, -1):
            q = kit.move(front(oval(0.8 * w, 0.16 * h, 24), 0.0008, "panel", 0.0, -d / 2 + 0.0004), (0, 0, 0.8 * h)) + kit.move(
                front(rectangle(0.5 * w, 0.03 * h), 0.0012, "ink", 0.0, -d / 2 + 0.0004), (0, 0, 0.8 * h)
            )
            q += kit.move(front(oval(0.76 * w, 0.36 * h, 24), 0.0008, "art", 0.0, -d / 2 + 0.0004), (0, 0, 0.4 * h))
            out += q if s > 0 else kit.rotate(q, "z", np.pi)
        return done("carton", p, out, slots, [top(0.4 * w, 0.3 * d, h)])
    slots = {
        "body": "paper:#f4f3ee",
        "panel": f"paper:{pick(rng, ('#2f66a8', '#3f8a4a', '#c9402b', '#4aa3a8'))}",
        "cap": f"plastic:{pick(rng, ('#c9402b', '#2f66a8', '#3f8a4a'))}",
    }
    zs, zr = 0.76 * h, 0.93 * h
    o = rectangle(w, d)
    g = loft([(o, 0), (o, zs), (o * (1, 0.06), zr), (o * (1, 0.05), h)], "body")
    out = [g._replace(smooth=np.zeros(len(g.counts), bool))]
    for s in (1, -1):
        q = kit.move(front(rectangle(0.999 * w, 0.34 * zs), 0.0008, "panel", 0.0, -d / 2 + 0.0004), (0, 0, 0.3 * zs)) + kit.move(
            front(oval(0.5 * w, 0.12 * h, 18), 0.001, "panel", 0.0, -d / 2 + 0.0004), (0, 0, 0.66 * zs)
        )
        out += q if s > 0 else kit.rotate(q, "z", np.pi)
    slope = float(np.arctan2(zr - zs, 0.47 * d))
    out += turn(kit.cylinder(0.22 * w, 0.1 * w, (0, 0, 0), "cap", 0.002, 16), x=slope, at=(0, -0.27 * d, (zs + zr) / 2 - 0.004))
    return done("carton", p, out, slots)


@thing(_ALL, (0.075, 0.075, 0.11), form=("tin", "drink", "tin"))
def can(p: Any) -> Asset:
    """A tin with a paper label, or a drinks can."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    c = pick(rng, ("#b5352a", "#2f66a8", "#3f8a4a", "#d9a521", "#efe8d8", "#26262a", "#d5662a"))
    slots = {
        "label": f"{'paper' if p.form == 'tin' else 'metal'}:{c}",
        "tin": "steel",
        "print": pick(rng, ("paper:#f3efe6", "gold", "paper:#26262a")),
        "tab": "aluminium",
    }
    if p.form == "drink":
        out: Pieces = [
            kit.lathe(scaled([(0.8, 0.03), (0.9, 0.04), (1, 0.09), (1, 0.88), (0.84, 0.955)], r, h), (0, 0, 0), "label", 24),
            solid(scaled([(0.72, 0), (0.78, 0), (0.84, 0.035)], r, h), "tin", 24),
            solid(
                scaled([(0.83, 0.95), (0.86, 0.965), (0.86, 0.99), (0.82, 1.0), (0.78, 0.985), (0.77, 0.965)], r, h), "tin", 24
            ),
            kit.box((0.36 * r, 0.62 * r, 0.0014), (0, -0.1 * r, 0.97 * h), "tab", 0.0004),
        ]
    else:
        out = [
            solid(
                scaled(
                    [
                        (0.98, 0),
                        (1, 0.008),
                        (1, 0.03),
                        (0.965, 0.045),
                        (0.965, 0.955),
                        (1, 0.97),
                        (1, 0.992),
                        (0.97, 1.0),
                        (0.93, 0.99),
                        (0.92, 0.975),
                    ],
                    r,
                    h,
                ),
                "tin",
                26,
            ),
            kit.lathe(scaled([(0.955, 0.07), (0.98, 0.071), (0.98, 0.93), (0.955, 0.931)], r, h), (0, 0, 0), "label", 26),
        ]
    for z0, z1 in ((0.55, 0.74), (0.25, 0.3)):
        rr = (1.0 if p.form == "drink" else 0.98) + 0.006
        out.append(
            kit.lathe(
                scaled([(rr - 0.02, z0), (rr, z0 + 0.004), (rr, z1 - 0.004), (rr - 0.02, z1)], r, h), (0, 0, 0), "print", 26
            )
        )
    return done("can", p, out, slots)


__all__ = ["FOOD"]
