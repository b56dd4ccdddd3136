"""Tableware: crockery, glasses, cutlery, pots and pans, kitchen helpers, and food."""

from __future__ import annotations

from ....model.assets import Box, Surface
from ....model.geometry import azimuth
from ._food import FOOD
from ._things import (
    Any,
    Asset,
    Generator,
    Piece,
    Pieces,
    Profile,
    Rng,
    handle,
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
    spout,
    thing,
    tint,
    turn,
)
from .props import chance, done, fit, rest, settle, top

_ALL: list[Generator] = []
CROCKERY = ("", "", "", "#efeae0", "#5d7385", "#8f9c8a", "#3a3c3f", "#c98f6b", "#d9c7a8")

# ---------------------------------------------------------------------------------------------- plates, bowls, cups, glasses

PLATES: dict[str, Profile] = {  # upper side, from the flat middle to the rim: (share of the radius, share of the height)
    "rim": [(0.6, 0.16), (0.66, 0.24), (0.72, 0.5), (0.98, 0.96), (1.0, 1.0)],
    "coupe": [(0.58, 0.16), (0.74, 0.26), (0.9, 0.58), (1.0, 1.0)],
    "stacking": [(0.8, 0.16), (0.86, 0.26), (0.93, 0.9), (0.96, 1.0), (1.0, 1.0)],
}


def _plate(form: str, r: float, h: float, slot: str = "body", segments: int = 32) -> tuple[Piece, float]:
    """A plate and the height of its flat middle."""
    up = scaled(PLATES[form], r, h)
    t = min(0.22 * h, 0.005)
    z = up[0][1]
    down = [(max(a - (0.3 * t if i < len(up) - 1 else 0.0), 0.0), b - t) for i, (a, b) in enumerate(up)]
    down[-1] = (r, h - 0.8 * t)
    prof = [
        (0.0, 0.06 * h),
        (0.5 * r, 0.06 * h),
        (0.51 * r, 0.0),
        (0.55 * r, 0.0),
        (0.56 * r, 0.06 * h),
        *[(a, max(b, 0.07 * h)) for a, b in down[1:]],
        (r, h - 0.3 * t),
        (up[-1][0] - 0.4 * t, h),
        *[(a - 0.8 * t, b) for a, b in up[-2::-1]],
        (0.0, z),
    ]
    return kit.lathe(prof, (0, 0, 0), slot, segments), z


@thing(
    _ALL,
    {"plate": (0.26, 0.26, 0.024), "stack": (0.26, 0.26, 0.09)},
    before=lambda rng, o: {"kind": "plate", **o},
    form=tuple(PLATES),
    rimmed=(True, False, False),
)
def plate(p: Any) -> Asset:
    """A plate with a foot ring, flat middle and one of three rims; or a stack of them."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    slots = {"body": tint(rng, "ceramic", CROCKERY), "line": pick(rng, ("ceramic:#2f4a66", "gold", "ceramic:#7d6a55"))}
    n = 1 if p.kind == "plate" else int(np.clip(round((h - 0.02) / 0.011) + 1, 2, 14))
    one = h if n == 1 else min(0.024, 0.4 * h)
    step = (h - one) / max(n - 1, 1)
    q, z = _plate(p.form, r, one, segments=32 if n == 1 else 20)
    out: Pieces = []
    for i in range(n):
        out += kit.move(q, (*(rng.normal(0, 0.0012, 2) if i else (0, 0)), i * step))
    if p.rimmed and n == 1:
        a, b = 0.955 * r, np.interp(0.955, *np.array(PLATES[p.form]).T) * one
        out.append(
            kit.lathe(
                [(a - 0.003, b - 0.0012), (a, b + 0.0006), (a + 0.0015, b - 0.0004), (a, b - 0.002), (a - 0.003, b - 0.0012)],
                (0, 0, 0),
                "line",
                32,
            )
        )
    k = 0.4 * r
    return done("plate", p, out, slots, [Surface("top", "on", -k, -k, k, k, z + (n - 1) * step, 10.0, True)])


BOWLS: dict[str, Profile] = {
    "round": [(0.42, 0), (0.44, 0.06), (0.72, 0.2), (0.94, 0.6), (1.0, 1.0)],
    "straight": [(0.7, 0), (0.84, 0.1), (0.95, 0.5), (1.0, 1.0)],
    "flared": [(0.36, 0), (0.36, 0.1), (0.5, 0.16), (0.8, 0.55), (1.0, 1.0)],
    "deep": [(0.5, 0), (0.54, 0.05), (0.88, 0.3), (1.0, 0.7), (0.97, 1.0)],
}


@thing(_ALL, (0.17, 0.17, 0.075), form=tuple(BOWLS), finish=("glazed", "glazed", "band", "wood", "glass"))
def bowl(p: Any) -> Asset:
    """A bowl for soup, cereal or salad, open inside."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    wall, floor = max(0.0025, 0.035 * r), 0.13 * h
    slots = {
        "body": {"wood": "wood", "glass": "glass"}.get(p.finish, tint(rng, "ceramic", CROCKERY)),
        "line": pick(rng, ("ceramic:#2f4a66", "ceramic:#a5553d", "gold")),
    }
    prof = scaled(BOWLS[p.form], r, h)
    out: Pieces = [shell(prof, wall, "body", 28, 2, floor=floor)]
    if p.finish == "band":
        a, b = np.interp(0.9 * h, [z for _, z in prof], [x for x, _ in prof]), 0.9 * h
        out.append(
            kit.lathe(
                [(a - 0.002, b - 0.004), (a + 0.0007, b - 0.003), (a + 0.0009, b + 0.003), (a - 0.002, b + 0.004)],
                (0, 0, 0),
                "line",
                28,
            )
        )
    return done("bowl", p, out, slots, [top(0.3 * r, 0.3 * r, floor, "in", h - floor, True, "inside")])


CUPS: dict[str, Profile] = {
    "rounded": [(0.55, 0), (0.57, 0.04), (0.86, 0.25), (0.98, 0.62), (1.0, 1.0)],
    "flared": [(0.5, 0), (0.52, 0.05), (0.68, 0.3), (0.84, 0.75), (1.0, 1.0)],
    "straight": [(0.92, 0), (0.98, 0.04), (1.0, 0.5), (1.0, 1.0)],
    "barrel": [(0.8, 0), (0.86, 0.05), (1.0, 0.45), (0.9, 1.0)],
    "taper": [(0.78, 0), (0.82, 0.04), (0.92, 0.5), (1.0, 1.0)],
}


def _cup(form: str, r: float, h: float, grip: bool, saucer: float = 0.0, coffee: float = 0.0, segments: int = 22) -> Pieces:
    """A cup (slot body) of radius r, its handle on +X, perhaps on a saucer of the given radius and with something in it."""
    z0 = 0.0
    out: Pieces = []
    if saucer:
        q, z0 = _plate("coupe", saucer, 0.14 * h + 0.008, segments=26)
        out.append(q)
        z0 -= 0.0006
    prof = scaled(CUPS[form], r, h - z0)
    out += kit.move(shell(prof, max(0.0022, 0.055 * r), "body", segments, 2), (0, 0, z0))
    if grip:
        zs = [z for _, z in prof]
        a = float(np.interp(0.5 * (h - z0), zs, [x for x, _ in prof]))
        out += kit.move(
            handle(a * 0.99, 0.24 * (h - z0), 0.8 * (h - z0), 0.55 * r + 0.006, max(0.0028, 0.085 * r), "body", flat=0.7),
            (0, 0, z0),
        )
    if coffee:
        z = coffee * (h - z0)
        a = float(np.interp(z, [b for _, b in prof], [x for x, _ in prof])) - 0.03 * r
        out.append(kit.lathe([(0, z - 0.004), (0.9 * a, z - 0.004), (a, z), (0, z + 0.0004)], (0, 0, z0), "drink", 18))
    return out


@thing(
    _ALL,
    {
        "cup": (0.12, 0.09, 0.07),
        "mug": (0.12, 0.085, 0.1),
        "takeaway": (0.09, 0.09, 0.15),
        "saucer": (0.145, 0.145, 0.075),
        "beaker": (0.08, 0.08, 0.09),
    },
    {"disposable": {"kind": "takeaway"}},
    before=lambda rng, o: {"kind": pick(rng, ("cup", "saucer", "mug", "beaker")), **o},
    form=tuple(CUPS),
    filled=(True, False),
)
def cup(p: Any) -> Asset:
    """A cup or mug with a handle, a cup on its saucer, a beaker without handle, or a takeaway cup with lid and sleeve."""
    rng = chance(p)
    h = p.height
    slots = {
        "body": tint(rng, "ceramic", CROCKERY),
        "drink": pick(rng, ("food:#3b2416", "food:#8a5a35", "food:#7a3b1c")),
        "band": tint(rng, "ceramic", ("#2f4a66", "#c98f6b", "#8f9c8a")),
        "lid": pick(rng, ("plastic:#26241f", "plastic:#efeeea")),
        "sleeve": pick(rng, ("cardboard", "paper:#3f5a45")),
    }
    if p.kind == "takeaway":
        slots = {"body": "paper:#efece4"} | slots
        slots["body"] = pick(rng, ("paper:#efece4", "paper:#c9a97c"))
        r = p.width / 2
        zl = 0.92 * h
        out: Pieces = [shell([(0.66 * r, 0), (0.68 * r, 0.02 * h), (0.94 * r, zl)], 0.03 * r, "body", 24)]
        out.append(
            solid(
                [
                    (0.96 * r, zl - 0.006),
                    (r, zl - 0.004),
                    (r, zl + 0.002),
                    (0.95 * r, zl + 0.004),
                    (0.88 * r, h - 0.001),
                    (0.82 * r, h),
                    (0.78 * r, h - 0.005),
                    (0.02 * r, h - 0.005),
                ],
                "lid",
                24,
            )
        )
        out.append(
            kit.lathe(
                [
                    (0.755 * r, 0.28 * h),
                    (0.772 * r, 0.28 * h),
                    (0.895 * r, 0.72 * h),
                    (0.878 * r, 0.72 * h),
                    (0.755 * r, 0.28 * h),
                ],
                (0, 0, 0),
                "sleeve",
                24,
            )
        )
        return done("cup", p, out, slots)
    if p.kind == "beaker":
        out = _cup(p.form, p.width / 2, h, False, 0.0, 0.75 if p.filled else 0.0)
    elif p.kind == "saucer":
        out = _cup(pick(rng, ("rounded", "flared")), 0.29 * p.width, h, True, p.width / 2, 0.8 if p.filled else 0.0)
    else:
        forms = ("straight", "barrel", "taper", "rounded") if p.kind == "mug" else ("rounded", "flared", "taper")
        out = _cup(p.form if p.form in forms else forms[0], p.depth / 2, h, True, 0.0, 0.82 if p.filled else 0.0)
    return done("cup", p, out, slots)


GLASSES: dict[str, dict[str, Profile]] = {
    "tumbler": {
        "straight": [(0.9, 0), (0.96, 0.03), (1, 1)],
        "flared": [(0.72, 0), (0.76, 0.03), (1, 1)],
        "curved": [(0.7, 0), (0.84, 0.08), (1, 0.6), (0.94, 1)],
        "faceted": [(0.8, 0), (0.84, 0.03), (0.96, 0.7), (1, 0.74), (1, 1)],
        "rocks": [(0.92, 0), (0.97, 0.04), (1, 1)],
    },
    "wine": {
        "red": [(0.62, 0.46), (0.86, 0.54), (1.0, 0.68), (0.92, 0.86), (0.78, 1.0)],
        "white": [(0.4, 0.5), (0.84, 0.6), (1.0, 0.74), (0.86, 1.0)],
        "flute": [(0.3, 0.36), (0.62, 0.46), (0.74, 0.7), (0.66, 1.0)],
    },
    "cocktail": {
        "martini": [(0.06, 0.56), (0.1, 0.58), (0.55, 0.8), (1.0, 1.0)],
        "coupe": [(0.3, 0.58), (0.75, 0.66), (0.97, 0.84), (1.0, 1.0)],
        "highball": [(0.9, 0), (0.95, 0.02), (1, 1)],
    },
}


def _stemware(bowl_profile: Profile, r: float, h: float, wide: float, slot: str = "body") -> Pieces:
    z = bowl_profile[0][1] * h
    b = scaled(bowl_profile, r, h)
    return [
        shell(b, max(0.0012, 0.02 * r), slot, 22, 3, floor=0.03 * h),
        solid(
            [
                (wide * r, 0),
                (wide * r, 0.002),
                (0.4 * r, 0.005),
                (0.09 * r, 0.03 * h + 0.004),
                (0.065 * r, 0.5 * z),
                (0.08 * r, 0.88 * z),
                (max(0.12 * r, b[0][0] * 0.8), z + 0.003),
            ],
            slot,
            18,
        ),
    ]


@thing(
    _ALL,
    {"tumbler": (0.075, 0.075, 0.12), "wine": (0.085, 0.085, 0.22), "cocktail": (0.11, 0.11, 0.17)},
    {"empty": {"filled": False}},
    before=lambda rng, o: {"kind": "tumbler", **o},
    cut=range(0, 5),
    filled=(False, False, True),
)
def glass(p: Any) -> Asset:
    """A tumbler, wine glass, flute or cocktail glass; sometimes with a drink."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    table = GLASSES[p.kind]
    name = list(table)[p.cut % len(table)]
    prof = table[name]
    slots = {
        "body": tint(rng, "glass", ("", "", "", "", "#8fae9a", "#a88a5c")),
        "drink": {
            "wine": pick(rng, ("food:#4a0f18", "food:#d8c27a")),
            "cocktail": pick(rng, ("food:#c9622f", "food:#d9cf8a", "food:#a8324a")),
        }.get(p.kind, pick(rng, ("food:#d98f2b", "food:#6b3a1c"))),
    }
    if name in GLASSES["tumbler"] or name == "highball":
        wall = max(0.0018, 0.045 * r)
        q = shell(scaled(prof, r, h), wall, "body", 12 if name == "faceted" else 24, floor=0.07 * h)
        out: Pieces = [q._replace(smooth=np.zeros(len(q.counts), bool)) if name == "faceted" else q]
        lo, hi = 0.07 * h + 0.0006, rng.uniform(0.45, 0.75) * h
        a = [float(np.interp(z, [b * h for _, b in prof], [x * r for x, _ in prof])) - wall - 0.0003 for z in (lo, hi)]
        if p.filled:
            out.append(solid([(a[0], lo), (a[1], hi)], "drink", 20))
    else:
        flute = name == "flute"
        out = _stemware([(x / max(q for q, _ in prof), z) for x, z in prof], r, h, 0.85 if flute else 0.88)
        if p.filled:
            m = max(q for q, _ in prof)
            z0, z1 = prof[0][1] + 0.05, prof[0][1] + (0.5 if not flute else 0.75) * (1 - prof[0][1])
            zz = np.linspace(z0, z1, 5)
            xs = np.interp(zz, [b for _, b in prof], [x / m for x, _ in prof])
            out.append(solid([(max(x * r * 0.93 - 0.0008, 0.001), z * h) for x, z in zip(xs, zz, strict=True)], "drink", 18))
    return done("glass", p, out, slots)


# ---------------------------------------------------------------------------------------------- cutlery

CUTLERY = {
    "fork": (0.026, 0.2, 0.02),
    "knife": (0.022, 0.23, 0.012),
    "spoon": (0.042, 0.195, 0.022),
    "spatula": (0.08, 0.32, 0.04),
    "ladle": (0.09, 0.31, 0.07),
    "whisk": (0.065, 0.28, 0.065),
    "chopsticks": (0.03, 0.23, 0.008),
}


def _ribbon(y: Any, w: Any, z: Any, t: float, slot: str, across: int = 2, dish: float = 0.0) -> Piece:
    """A strip along Y of half widths w at heights z, t thick; `dish` hollows it where it is wide."""
    y, w, z = (np.asarray(a, float) for a in (y, w, z))
    s = np.linspace(-1, 1, across + 1)
    g = np.stack(
        [
            w[:, None] * s,
            np.broadcast_to(y[:, None], (len(y), len(s))),
            z[:, None] + dish * (s[None] ** 2 - 1) * (w / w.max())[:, None] ** 2,
        ],
        -1,
    )
    q = kit.sheet(g, slot, t)
    return q


def cutlery_pieces(kind: str, w: float, d: float, h: float, look: str = "plain", rng: Rng | None = None) -> Pieces:
    """One piece of cutlery, its handle towards -Y, lying face up on z = 0."""
    body = "body" if look == "plain" else "grip"
    out: Pieces = []
    t = min(0.0022, 0.2 * h)
    if kind in ("fork", "spoon"):
        y = np.array([-0.5, -0.47, -0.36, -0.2, 0.0, 0.14, 0.2]) * d
        hw = np.array([0.2, 0.3, 0.3, 0.2, 0.11, 0.1, 0.13]) * (0.018 + 0.25 * w)
        z = np.array([0.3, 0.36, 0.5, 0.75, 1.0, 0.85, 0.62]) * (h - t) * (1 if kind == "fork" else 0.9) + t
        out.append(_ribbon(y, hw, z, t, body))
        if kind == "spoon":
            u = np.linspace(0, 1, 9)
            hw2 = np.maximum(w / 2 * np.sin(np.pi * np.clip(u * 0.93 + 0.04, 0, 1)) ** 0.62, 0.0012)
            yy = (0.18 + 0.32 * u) * d
            zz = np.interp(u, [0, 0.15, 1], [0.6, 0.7, 0.75]) * h * 0.9 + t
            s = np.linspace(-1, 1, 7)
            bowl_z = zz[:, None] - 0.62 * h * (1 - s[None] ** 2) * (np.sin(np.pi * np.clip(u, 0.03, 0.97)) ** 0.7)[:, None]
            out.append(
                kit.sheet(
                    np.stack([hw2[:, None] * s, np.broadcast_to(yy[:, None], bowl_z.shape), bowl_z], -1)[::-1], "body", t * 0.7
                )
            )
        else:
            u = np.array([0.0, 0.25, 0.6, 1.0])
            out.append(
                _ribbon(
                    (0.19 + 0.09 * u) * d,
                    np.interp(u, [0, 0.5, 1], [0.14, 0.42, 0.5]) * w,
                    np.array([0.62, 0.48, 0.36, 0.32]) * h + t,
                    t,
                    "body",
                )
            )
            for i in range(4):
                x = (i - 1.5) * 0.267 * w
                v = np.linspace(0, 1, 5)
                q = _ribbon(
                    (0.275 + 0.225 * v) * d,
                    (0.085 - 0.035 * v) * w,
                    (0.32 - 0.28 * np.sin(v * 2.2) + 0.42 * v**2) * h + t,
                    t * 0.9,
                    "body",
                )
                out += kit.move(q, (x, 0, 0))
    elif kind == "knife":
        a = -0.5 * d
        out.append(
            kit.sweep(
                kit.rounded_rect(1, 1, 0.35, 2),
                [(0, a, h / 2), (0, a + 0.012, h / 2), (0, -0.28 * d, h / 2), (0, -0.09 * d, h / 2)],
                body,
                scale=1.0,
            )
        )
        g = out[-1].vertices
        k = np.interp(g[:, 1], [a, a + 0.012, -0.28 * d, -0.09 * d], [0.55, 0.72, 0.78, 0.55])
        out[-1] = out[-1]._replace(
            vertices=np.column_stack([g[:, 0] * 0.62 * w * k * 1.3, g[:, 1], h / 2 + (g[:, 2] - h / 2) * h * k * 1.25])
        )
        o = np.array(
            [
                (-0.16 * w, -0.1 * d),
                (0.2 * w, -0.1 * d),
                (0.36 * w, -0.04 * d),
                (0.42 * w, 0.15 * d),
                (0.38 * w, 0.38 * d),
                (0.18 * w, 0.47 * d),
                (-0.14 * w, 0.5 * d),
                (-0.2 * w, 0.2 * d),
            ]
        )
        out += kit.move(kit.prism(o, t, (0, 0, 0), "body", 0.0005), (0, 0, h / 2 - t / 2))
    elif kind == "chopsticks":
        for s in (1, -1):
            q = kit.tube([(0, -d / 2, 0), (0, d / 2, 0)], [h / 2, 0.45 * h / 2], "body", 8)
            out += turn(q, z=0.03 * s, at=(s * 0.32 * w, 0, h / 2))
            out += turn(
                kit.tube([(0, -d / 2 + 0.012, 0), (0, -d / 2 + 0.03, 0)], h / 2 * 1.04, "grip", 8),
                z=0.03 * s,
                at=(s * 0.32 * w, 0, h / 2),
            )
    else:
        r = 0.007
        stem_end = {"spatula": 0.16, "ladle": 0.28, "whisk": 0.02}[kind] * d
        zt = {"spatula": h - r, "ladle": h - r, "whisk": h / 2}[kind]
        out.append(
            rod(
                [(0, -0.5 * d, zt), (0, -0.34 * d, zt), (0, -0.14 * d, zt * 0.98), (0, -0.12 * d, zt * 0.97)],
                np.array([0.9, 1.1, 1.0, 0.6]) * r,
                "grip",
                10,
                4,
            )
        )
        out.append(
            rod(
                [(0, -0.14 * d, zt * 0.97), (0, 0.02 * d, zt * 0.9), (0, stem_end, 0.5 * zt if kind != "whisk" else zt)],
                0.0035,
                "body",
                8,
                4,
            )
        )
        if kind == "spatula":
            o = np.array(
                [
                    (-0.3 * w, 0.14 * d),
                    (0.3 * w, 0.14 * d),
                    (0.5 * w, 0.22 * d),
                    (0.5 * w, 0.47 * d),
                    (0.42 * w, 0.5 * d),
                    (-0.42 * w, 0.5 * d),
                    (-0.5 * w, 0.47 * d),
                    (-0.5 * w, 0.22 * d),
                ]
            )
            q = kit.prism(o, 0.003, (0, 0, 0), "body", 0.0008)
            slot3 = [
                kit.slab(x * w - 0.03 * w, x * w + 0.03 * w, 0.26 * d, 0.43 * d, 0.0025, 0.0034, "grip", 0)
                for x in (-0.25, 0.0, 0.25)
            ]
            out += kit.bend(
                [q, *slot3],
                lambda v: np.column_stack(
                    [v[:, 0], v[:, 1], v[:, 2] + 0.5 * zt * np.clip((0.3 * d - v[:, 1]) / (0.16 * d), 0, 1) ** 1.5]
                ),
            )
        elif kind == "ladle":
            rr = w / 2
            b = shell([(0.3 * rr, 0), (0.7 * rr, 0.2 * h), (rr, 0.55 * h), (rr, 0.62 * h)], 0.0018, "body", 18, 2)
            out += kit.move(b, (0, 0.5 * d - rr, 0))
            out.append(
                rod(
                    [(0, 0.2 * d, 0.55 * zt), (0, 0.5 * d - 2.2 * rr, 0.56 * h), (0, 0.5 * d - 1.97 * rr, 0.58 * h)],
                    0.0035,
                    "body",
                    8,
                    3,
                )
            )
        else:
            for i in range(5):
                u = np.linspace(-1, 1, 13)
                path = np.column_stack(
                    [
                        0.5 * w * np.sign(u) * np.abs(np.sin(np.pi * np.abs(u) ** 0.8)) ** 0.9,
                        0.5 * d - 0.5 * d * np.abs(u) ** 1.5,
                        0 * u,
                    ]
                )
                out += turn(kit.tube(path, 0.0011, "body", 5), y=np.pi * i / 5, at=(0, 0, h / 2))
    return settle(out)


@thing(_ALL, CUTLERY, look=("plain", "plain", "handled"))
def cutlery(p: Any) -> Asset:
    """A fork, knife, spoon, chopsticks or a cook's spatula, ladle or whisk, lying."""
    rng = chance(p)
    small = p.kind in ("fork", "knife", "spoon")
    metal = pick(rng, ("steel", "steel", "silver", "brass", "black_metal") if small else ("steel", "steel", "black_metal"))
    slots = {"body": metal, "grip": pick(rng, ("wood", "plastic:#26262a", "wood"))}
    if p.kind == "chopsticks":
        slots = {"body": pick(rng, ("bamboo", "ebony", "wood:#7a2a22")), "grip": pick(rng, ("brass", "paint:#a02a22"))}
    elif p.kind == "spatula" and rng.random() < 0.5:
        slots["body"] = "wood"
    out = cutlery_pieces(p.kind, p.width, p.depth, p.height, p.look if small else "handled", rng)
    return done("cutlery", p, rest(out), slots)


@thing(
    _ALL,
    (0.46, 0.34, 0.2),
    {"formal": {"wine": True}},
    form=tuple(PLATES),
    wine=(True, False),
    mat=("cloth", "round", "none"),
    folded=(True, False),
)
def place_setting(p: Any) -> Asset:
    """A place laid for one: plate, perhaps a bowl or napkin on it, cutlery on both sides, a glass."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": tint(rng, "ceramic", CROCKERY),
        "metal": pick(rng, ("steel", "steel", "brass")),
        "glass": "glass",
        "mat": pick(rng, ("fabric", "wicker", "fabric:#d8cfbd")),
        "napkin": pick(rng, ("fabric:#ece6da", "fabric")),
    }
    out: Pieces = []
    z = 0.0
    if p.mat == "cloth":
        out += [kit.prism(rectangle(w, d, 0.008), 0.003, (0, 0, 0), "mat", 0.001)]
        z = 0.003
    elif p.mat == "round":
        out += [kit.cylinder(d / 2, 0.004, (0, 0, 0), "mat", 0.001, 36)]
        z = 0.004
    r = min(0.3 * w, 0.4 * d)
    q, zp = _plate(p.form, r, 0.022)
    out += kit.move(q, (0, -0.02 * d, z - 0.0004))
    zp += z
    extra = int(rng.integers(3))
    if extra == 1:
        out += kit.move(shell(scaled(BOWLS["round"], 0.55 * r, 0.05), 0.003, "body", 24, 2), (0, -0.02 * d, zp - 0.0005))
    elif extra == 2:
        q, _ = _plate(p.form, 0.7 * r, 0.018)
        out += kit.move(q, (0, -0.02 * d, zp - 0.0004))
    for kind, x, length in (("fork", -r - 0.022, 0.19), ("knife", r + 0.02, 0.21), ("spoon", r + 0.05, 0.19)):
        c = CUTLERY[kind]
        k = min(length, 0.68 * d) / c[1]
        out += [
            s._replace(slot="metal")
            for s in kit.move(
                cutlery_pieces(kind, c[0] * k, c[1] * k, c[2] * k), (min(max(x, -w / 2 + 0.015), w / 2 - 0.02), -0.04 * d, z)
            )
        ]
    if extra == 0 and p.folded:
        out += [kit.box((0.07, 0.8 * r, 0.007), (0, -0.02 * d, zp + 0.003), "napkin", 0.003)]
    g = (
        _stemware([(x, zz) for x, zz in GLASSES["wine"]["red"]], 0.036, h, 0.9, "glass")
        if p.wine
        else [shell(scaled(GLASSES["tumbler"]["flared"], 0.036, min(0.12, h)), 0.002, "glass", 22, floor=0.008)]
    )
    if not p.wine:
        g = fit(g, (0.074, 0.074, h)) if h < 0.15 else g
    out += kit.move(g, (0.3 * w, d / 2 - 0.042, z))
    lo, hi = kit.bounds(g)
    tall = Box(
        (0.3 * w + float(lo[0]) - 0.002, d / 2 - 0.042 + float(lo[1]) - 0.002, 0),
        (0.3 * w + float(hi[0]) + 0.002, d / 2 + 0.002, h + 0.02),
    )
    a, b = kit.bounds(out)
    low = Box((float(a[0]), float(a[1]), 0), (float(b[0]), float(b[1]), 0.07))
    return done("place_setting", p, out, slots, solids=[low, tall])


# ---------------------------------------------------------------------------------------------- pots of all kinds

TEAPOTS: dict[str, Profile] = {
    "round": [(0.5, 0), (0.55, 0.04), (0.95, 0.38), (0.88, 0.72), (0.5, 0.96), (0.46, 1.0)],
    "squat": [(0.62, 0), (0.7, 0.05), (1.0, 0.4), (0.85, 0.8), (0.5, 1.0)],
    "tall": [(0.7, 0), (0.76, 0.04), (0.8, 0.4), (0.62, 0.85), (0.5, 1.0)],
    "cast": [(0.8, 0), (0.94, 0.14), (1.0, 0.4), (0.86, 0.8), (0.5, 1.0)],
}


def _teapot(form: str, r: float, h: float, bail: bool) -> Pieces:
    """A teapot of body radius r: handle on +X, spout on -X."""
    hb = 0.8 * h if not bail else 0.66 * h
    prof = scaled(TEAPOTS[form], r, hb)
    rim = prof[-1][0]
    out: Pieces = [
        solid(prof, "body", 26, smooth=2),
        solid(
            [
                (rim * 0.98, hb - 0.004),
                (rim * 1.02, hb),
                (0.6 * rim, hb + 0.08 * h),
                (0.2 * rim, hb + 0.11 * h),
                (0.18 * rim, hb + 0.13 * h),
                (0.3 * rim, hb + 0.165 * h),
                (0.22 * rim, min(hb + 0.2 * h, h)),
            ],
            "lid",
            20,
        ),
    ]
    out.append(spout(0.86 * r, 0.3 * hb, 0.62 * r, 0.56 * hb, 0.16 * r + 0.004, 0.08 * r + 0.003, "body"))
    if bail:
        out.append(
            rod(
                [
                    (0.5 * r, 0, hb * 0.9),
                    (0.62 * r, 0, hb + 0.1 * h),
                    (0.36 * r, 0, h - 0.012),
                    (-0.36 * r, 0, h - 0.012),
                    (-0.62 * r, 0, hb + 0.1 * h),
                    (-0.5 * r, 0, hb * 0.9),
                ],
                0.004,
                "grip",
                8,
                4,
            )
        )
    else:
        out.append(handle(0.82 * r, 0.2 * hb, 0.82 * hb, 0.55 * r, max(0.004, 0.08 * r), "body", 8))
    return out


@thing(_ALL, (0.24, 0.15, 0.15), form=tuple(TEAPOTS), bail=(False, False, True))
def teapot(p: Any) -> Asset:
    """A teapot with lid, spout and handle (or a bail over it)."""
    rng = chance(p)
    slots = {
        "body": "black_metal" if p.form == "cast" else tint(rng, "ceramic", CROCKERY),
        "lid": "",
        "grip": pick(rng, ("wood", "brass", "black_metal")),
    }
    slots["lid"] = slots["body"]
    return done("teapot", p, _teapot(p.form, p.depth / 2, p.height, p.bail), slots)


@thing(_ALL, (0.17, 0.12, 0.24), form=("jug", "carafe", "straight", "enamel"), clear=(True, False))
def pitcher(p: Any) -> Asset:
    """A jug with a pouring lip and handle."""
    rng = chance(p)
    r, h = p.depth / 2, p.height
    prof = {
        "jug": [(0.6, 0), (0.64, 0.03), (1.0, 0.36), (0.8, 0.68), (0.58, 0.84), (0.66, 1.0)],
        "carafe": [(0.7, 0), (0.9, 0.06), (1.0, 0.3), (0.6, 0.66), (0.5, 0.85), (0.66, 1.0)],
        "straight": [(0.86, 0), (0.9, 0.03), (0.94, 0.5), (1.0, 1.0)],
        "enamel": [(1.0, 0), (1.0, 0.04), (0.8, 0.5), (0.66, 0.85), (0.74, 1.0)],
    }[p.form]
    q = shell(scaled(prof, r, h), max(0.0025, 0.05 * r), "body", 28, 3)
    v = q.vertices
    a = azimuth(v)
    lip = np.exp(-(((np.abs(np.abs(a) - np.pi)) / 0.42) ** 2)) * np.clip((v[:, 2] / h - 0.82) / 0.18, 0, 1) ** 1.5
    v = np.column_stack([v[:, 0] - 0.36 * r * lip, v[:, 1] * (1 - 0.25 * lip), v[:, 2] + 0.02 * h * lip])
    side = float(np.interp(0.5, [b for _, b in prof], [x for x, _ in prof])) * r
    out: Pieces = [q._replace(vertices=v), handle(side, 0.26 * h, 0.88 * h, r * 0.75, max(0.004, 0.09 * r), "body", 8, flat=0.8)]
    body = (
        "glass"
        if p.clear and p.form != "enamel"
        else tint(rng, "ceramic", CROCKERY)
        if p.form != "enamel"
        else pick(rng, ("white_metal", "metal:#2f4a66", "steel"))
    )
    return done("pitcher", p, out, {"body": body})


@thing(_ALL, (0.42, 0.3, 0.17), form=tuple(TEAPOTS), cups=range(2, 5))
def tea_set(p: Any) -> Asset:
    """A tray with teapot, cups and a milk jug."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    o = pick(rng, (rectangle(w, d, 0.03), oval(w, d, 36, 2.6)))
    rings = [
        (kit.inset(o, 0.004), 0),
        (o, 0.02),
        (kit.inset(o, 0.003), 0.022),
        (kit.inset(o, 0.007), 0.02),
        (kit.inset(o, 0.012), 0.008),
    ]
    out: Pieces = [loft(rings, "tray")]
    k = min(w, 1.4 * d)
    out += kit.move(_teapot(p.form, 0.15 * k, h - 0.0075, False), (-0.1 * w, 0.12 * d, 0.0075))
    spots = [(0.22, 0.2), (0.3, -0.16), (0.06, -0.24), (-0.18, -0.26)]
    for i in range(p.cups):
        c = _cup("rounded", 0.075 * k, 0.13 * k, True, 0.125 * k * 0.95, 0.0, 16)
        out += turn(c, z=rng.uniform(0, 6.28), at=(spots[i][0] * w, spots[i][1] * d, 0.0075))
    body = tint(rng, "ceramic", CROCKERY)
    return done(
        "tea_set", p, out, {"body": body, "lid": body, "tray": pick(rng, ("wood", "wood", "metal", "brass")), "grip": "wood"}
    )


@thing(_ALL, (0.32, 0.23, 0.17), form=("stock", "casserole", "sauce", "enamel"), lid=(True, True, False))
def pot(p: Any) -> Asset:
    """A cooking pot: stockpot, enamelled casserole, saucepan with a long handle; its lid on or off."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    r = d / 2 * (0.96 if p.form != "sauce" else 1.0)
    hb = 0.74 * h if p.lid else h
    cast = p.form in ("casserole", "enamel")
    body = (
        tint(rng, "metal", ("#8c2f25", "#2f4a5f", "#3f5a45", "#2b2c2e", "#d8c9a8"))
        if cast
        else pick(rng, ("steel", "steel", "copper"))
    )
    slots = {
        "body": body,
        "rim": "steel" if not cast else "black_metal",
        "grip": pick(rng, ("steel", "brass", "plastic_black")),
        "long": pick(rng, ("steel", "wood", "plastic_black")),
    }
    prof = (
        [(0.9, 0), (0.98, 0.04), (1.0, 0.12), (1.0, 1.0)]
        if p.form != "casserole"
        else [(0.8, 0), (0.92, 0.04), (0.98, 0.2), (1.0, 1.0)]
    )
    out: Pieces = [shell(scaled(prof, r, hb), 0.004 if cast else 0.0025, "body", 32, floor=0.006)]
    out.append(kit.torus(r - 0.001, 0.0032, (0, 0, hb - 0.002), "body" if cast else "rim", 32, 6))
    if p.form == "sauce":
        out.append(
            rod(
                [(r - 0.004, 0, 0.78 * hb), (r + 0.02, 0, 0.8 * hb), (w - r - 0.02, 0, 0.92 * hb), (w - r, 0, 0.93 * hb)],
                np.array([0.007, 0.008, 0.011, 0.009]),
                "long",
                10,
                5,
            )
        )
    else:
        for s in (1, -1):
            e = w / 2 - 0.006
            x0 = r - 0.004
            out.append(
                rod(
                    [
                        (s * x0, -0.045, 0.8 * hb),
                        (s * (e - 0.004), -0.036, 0.81 * hb),
                        (s * e, 0, 0.81 * hb),
                        (s * (e - 0.004), 0.036, 0.81 * hb),
                        (s * x0, 0.045, 0.8 * hb),
                    ],
                    0.0055,
                    "body" if cast else "grip",
                    8,
                    4,
                )
            )
    if p.lid:
        out.append(
            solid(
                [
                    (r * 0.99, hb - 0.004),
                    (r * 1.005, hb),
                    (r * 0.98, hb + 0.005),
                    (0.55 * r, hb + 0.55 * (h - hb) - 0.01),
                    (0.1 * r, hb + 0.6 * (h - hb) - 0.006),
                ],
                "body",
                32,
            )
        )
        z = hb + 0.58 * (h - hb) - 0.008
        out.append(
            solid(
                [(0.008, z), (0.007, z + 0.4 * (h - z)), (0.02, z + 0.65 * (h - z)), (0.021, h - 0.003), (0.014, h)], "grip", 16
            )
        )
    surfaces = [] if p.lid else [top(0.5 * r, 0.5 * r, 0.006, "in", hb - 0.006, True, "inside")]
    return done("pot", p, out, slots, surfaces)


@thing(_ALL, (0.28, 0.46, 0.07), form=("frying", "skillet", "wok"))
def pan(p: Any) -> Asset:
    """A frying pan, cast skillet or wok, its handle to the front."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    r = w / 2
    hb = {"frying": 0.68, "skillet": 0.78, "wok": 0.85}[p.form] * h
    prof = {
        "frying": [(0.76, 0), (0.8, 0.06), (0.92, 0.6), (1, 1)],
        "skillet": [(0.86, 0), (0.9, 0.05), (1, 1)],
        "wok": [(0.34, 0), (0.6, 0.16), (0.86, 0.55), (1, 1)],
    }[p.form]
    slots = {
        "body": {"frying": pick(rng, ("black_metal", "steel", "copper")), "skillet": "iron", "wok": pick(rng, ("iron", "steel"))}[
            p.form
        ],
        "grip": {"frying": pick(rng, ("plastic_black", "steel", "wood")), "skillet": "iron", "wok": "wood"}[p.form],
        "rivet": "steel",
    }
    y0 = d / 2 - r  # the pan's middle
    out: Pieces = kit.move(shell(scaled(prof, r, hb), 0.003, "body", 32, 2 if p.form == "wok" else 0, floor=0.005), (0, y0, 0))
    a = -r + y0
    rr = np.array([0.011, 0.0095, 0.011, 0.013, 0.011])
    path = kit.smooth_path(
        [
            (0, a + 0.006, 0.8 * hb),
            (0, a - 0.03, 0.93 * hb),
            (0, a - 0.5 * (d - w), h - 0.012),
            (0, -d / 2 + 0.01, h - 0.01),
            (0, -d / 2, h - 0.01),
        ],
        4,
    )
    out.append(
        kit.sweep(
            kit.circle(1, 10) * (1.0, 0.62), path, "grip", scale=np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, 5), rr)
        )
    )
    out += [kit.ellipsoid((0.009, 0.006, 0.009), (s * 0.012, a + 0.012, 0.72 * hb), "rivet", 8, 4) for s in (1, -1)]
    out += [kit.box((0.04, 0.012, 0.016), (0, a + 0.001, 0.76 * hb), "rivet" if p.form == "frying" else "grip", 0.004)]
    flat = prof[0][0] * r * 0.7
    return done(
        "pan",
        p,
        out,
        slots,
        [Surface("inside", "in", -flat, y0 - flat, flat, y0 + flat, 0.005, 0.5, True)] if p.form != "wok" else [],
    )


@thing(_ALL, (0.4, 0.3, 0.03), form=("sheet", "roaster", "rack"))
def baking_tray(p: Any) -> Asset:
    """A baking sheet or roasting tin with a rolled rim."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    o = rectangle(w, d, 0.03, n=4)
    s = 0.9 * h
    rings = [
        (kit.inset(o, 0.008 + 0.4 * s), 0),
        (kit.inset(o, 0.008 + 0.3 * s), 0.0015),
        (kit.inset(o, 0.008), h - 0.004),
        (o, h - 0.004),
        (o, h - 0.001),
        (kit.inset(o, 0.002), h),
        (kit.inset(o, 0.008), h),
        (kit.inset(o, 0.0105), h - 0.002),
        (kit.inset(o, 0.0105 + 0.3 * s), 0.004),
        (kit.inset(o, 0.0105 + 0.45 * s), 0.0022),
    ]
    body = loft(rings, "body")
    out: Pieces = [body._replace(smooth=np.array([*([True] * (len(body.counts) - 2)), False, False]))]
    if p.form == "rack":
        for i in range(13):
            x = (i / 12 - 0.5) * (w - 0.08)
            out.append(kit.tube([(x, -d / 2 + 0.035, 0.6 * h), (x, d / 2 - 0.035, 0.6 * h)], 0.0012, "wire", 5))
        out += [
            kit.tube(
                [(-w / 2 + 0.03, y * (d / 2 - 0.045), 0.6 * h - 0.0015), (w / 2 - 0.03, y * (d / 2 - 0.045), 0.6 * h - 0.0015)],
                0.0018,
                "wire",
                5,
            )
            for y in (-1, 0, 1)
        ]
    return done(
        "baking_tray",
        p,
        out,
        {"body": pick(rng, ("steel", "black_metal", "aluminium")), "wire": "steel"},
        [] if p.form == "rack" else [top(0.38 * w, 0.36 * d, 0.0022)],
    )


# ---------------------------------------------------------------------------------------------- kitchen helpers


@thing(_ALL, (0.38, 0.25, 0.025), form=("plain", "grip", "paddle", "round"), groove=(True, False))
def cutting_board(p: Any) -> Asset:
    """A chopping board of glued strips, perhaps with a handle, a hole or a juice groove."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {"body": pick(rng, ("wood", "walnut", "bamboo", "marble")), "dark": "wood:#5a3a24", "ring": "leather"}
    hole = None
    if p.form == "paddle":
        b = 0.76 * w
        x = -w / 2 + b
        o = np.array([*(kit.rounded_rect(b, d, 0.02, 3) + (-w / 2 + b / 2, 0))])
        grip = kit.rounded_rect(w - b + 0.02, 0.3 * d, 0.03, 4) + (w / 2 - (w - b + 0.02) / 2, 0)
        right = [q for q in grip if q[0] > x + 0.002]
        ang = sorted(right, key=lambda q: q[1])
        body = [tuple(q) for q in o]
        lower = [q for q in body if q[1] < 0]
        upper = [q for q in body if q[1] >= 0]
        left_lower = [q for q in lower if q[0] < 0]
        right_lower = [q for q in lower if q[0] >= 0]
        right_upper = [q for q in upper if q[0] >= 0]
        left_upper = [q for q in upper if q[0] < 0]
        outline = np.array(
            [*left_lower, *right_lower, (x, -0.15 * d), *[tuple(q) for q in ang], (x, 0.15 * d), *right_upper, *left_upper]
        )
        hole = (w / 2 - 0.025, 0.0)
    elif p.form == "round":
        outline = oval(w, d, 40)
    else:
        outline = rectangle(w, d, 0.012)
        hole = (w / 2 - 0.03, 0.0) if p.form == "grip" else None
    out: Pieces = [kit.prism(outline, h, (0, 0, 0), "body", min(0.003, 0.2 * h))]
    if hole:
        out.append(
            kit.lathe(
                [(0.009, -0.0006), (0.0122, -0.0006), (0.0122, h + 0.0006), (0.009, h + 0.0006), (0.009, -0.0006)],
                (hole[0], hole[1], 0),
                "dark",
                16,
            )
        )
        out.append(kit.cylinder(0.0095, h + 0.0004, (hole[0], hole[1], -0.0002), "dark", 0, 16))
    if p.groove and p.form in ("plain", "grip"):
        e = 0.014
        q = loft(
            [
                (rectangle(w - 2 * e, d - 2 * e, 0.01), h - 0.002),
                (rectangle(w - 2 * e, d - 2 * e, 0.01), h + 0.0003),
                (rectangle(w - 2 * e - 0.008, d - 2 * e - 0.008, 0.008), h + 0.0003),
                (rectangle(w - 2 * e - 0.008, d - 2 * e - 0.008, 0.008), h - 0.002),
            ],
            "dark",
            closed=True,
        )
        out.append(q)
    cx = -0.1 * w if p.form == "paddle" else 0.0
    return done("cutting_board", p, out, slots, [Surface("top", "on", cx - 0.32 * w, -0.36 * d, cx + 0.32 * w, 0.36 * d, h)])


@thing(_ALL, (0.12, 0.2, 0.33), form=("slanted", "upright"))
def knife_block(p: Any) -> Asset:
    """A block of wood with knives in it."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": pick(rng, ("wood", "walnut", "black_metal")),
        "grip": pick(rng, ("plastic_black", "wood:#3b2a1e", "steel")),
        "metal": "steel",
    }
    out: Pieces = []
    slant = p.form == "slanted"
    hb = 0.66 * h
    if slant:
        o = np.array([(-0.28 * d, 0.0), (0.5 * d, 0.0), (0.5 * d, 0.22 * h), (0.12 * d, hb), (-0.4 * d, 0.42 * h)])
    else:
        o = np.array([(-0.5 * d, 0), (0.5 * d, 0), (0.5 * d, hb), (-0.5 * d, hb)])
    q = kit.prism(o, w, (0, 0, -w / 2), "body", 0.005)  # drawn in (y, z), extruded along x
    v = q.vertices
    out.append(kit.outward(q._replace(vertices=np.column_stack([v[:, 2], v[:, 0], v[:, 1]]))))
    if slant:
        a, b = np.array([-0.4 * d, 0.42 * h]), np.array([0.12 * d, hb])
    else:
        a, b = np.array([-0.5 * d, hb]), np.array([0.5 * d, hb])
    n = np.array([-(b - a)[1], (b - a)[0]]) / np.linalg.norm(b - a)
    for i in range(3):
        for j in range(2):
            t = (0.22, 0.52, 0.82)[i]
            at = a + (b - a) * t
            x = (-0.25 if j else 0.25) * w if i else (j - 0.5) * 0.5 * w
            ln = (0.30 if i == 2 else 0.24 if i == 1 else 0.2) * h * rng.uniform(0.9, 1.05)
            p0 = np.array([x, at[0], at[1]]) - 0.004 * np.array([0, n[0], n[1]])
            dirn = np.array([0, n[0], n[1]])
            out.append(kit.sweep(kit.rounded_rect(0.014, 0.022, 0.005, 2), [p0, p0 + dirn * 0.012], "metal"))
            out.append(
                kit.sweep(
                    kit.rounded_rect(0.016, 0.024, 0.006, 2), [p0 + dirn * 0.01, p0 + dirn * 0.6 * ln, p0 + dirn * ln], "grip"
                )
            )
    return done("knife_block", p, out, slots)


@thing(_ALL, {"salt": (0.045, 0.045, 0.09), "pepper": (0.05, 0.05, 0.15)}, form=("classic", "glass", "turned", "cone"))
def shaker(p: Any) -> Asset:
    """A salt shaker or pepper mill."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    form = p.form if p.kind == "salt" or p.form in ("turned", "cone") else "turned"
    slots = {
        "body": {
            "classic": tint(rng, "ceramic", CROCKERY),
            "glass": "glass",
            "turned": pick(rng, ("wood", "walnut", "painted_wood:#232323")),
            "cone": pick(rng, ("wood", "steel", "marble")),
        }[form],
        "cap": pick(rng, ("steel", "brass")),
        "fill": "food:#f2efe8" if p.kind == "salt" else "food:#2b241f",
        "hole": "black_metal",
    }
    if form == "turned":
        out: Pieces = [
            solid(
                scaled([(0.92, 0), (1, 0.03), (0.96, 0.1), (0.7, 0.3), (0.66, 0.45), (0.84, 0.6), (0.86, 0.64)], r, h),
                "body",
                22,
                smooth=2,
            ),
            solid(scaled([(0.84, 0.65), (0.92, 0.67), (0.9, 0.78), (0.6, 0.9), (0.3, 0.93)], r, h), "body", 22, smooth=2),
            kit.ellipsoid((0.42 * r, 0.42 * r, 0.08 * h), (0, 0, 0.96 * h), "cap", 12, 6),
        ]
    else:
        prof = {
            "classic": [(0.82, 0), (0.95, 0.03), (1.0, 0.3), (0.8, 0.72)],
            "glass": [(0.9, 0), (1, 0.04), (0.86, 0.5), (0.8, 0.76)],
            "cone": [(1, 0), (1, 0.02), (0.6, 0.78)],
        }[form]
        z = prof[-1][1] * h
        a = prof[-1][0] * r
        out = [
            shell(scaled(prof, r, h), 0.06 * r, "body", 20, floor=0.05 * h)
            if form == "glass"
            else solid(scaled(prof, r, h), "body", 20)
        ]
        if form == "glass":
            out.append(solid(scaled([(0.84, 0.055), (0.78, 0.45)], r, h), "fill", 18))
        out.append(
            solid(
                [
                    (a * 1.02, z - 0.002),
                    (a * 1.03, z + 0.1 * h),
                    (a * 0.9, z + 0.17 * h),
                    (0.4 * a, h - 0.0006),
                    (0.05 * a, h - 0.0004),
                ],
                "cap",
                20,
            )
        )
        for i in range(5):
            t = 2 * np.pi * i / 5
            out.append(kit.cylinder(0.05 * r, 0.0012, (0.3 * a * np.cos(t), 0.3 * a * np.sin(t), h - 0.0012), "hole", 0, 6))
    return done("shaker", p, out, slots)


@thing(_ALL, (0.3, 0.3, 0.14), domed=(False, False, True), form=("plain", "scalloped"))
def cake_stand(p: Any) -> Asset:
    """A footed plate for cakes, sometimes under a glass dome."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    z = 0.42 * h if p.domed else h - 0.006
    slots = {
        "body": pick(rng, (tint(rng, "ceramic", CROCKERY), "glass", "wood", "marble")),
        "dome": "glass",
        "knob": pick(rng, ("glass", "brass", "wood")),
    }
    q = solid(
        [
            (0.5 * r, 0),
            (0.5 * r, 0.006),
            (0.3 * r, 0.1 * z),
            (0.1 * r, 0.3 * z),
            (0.1 * r, 0.7 * z),
            (0.3 * r, z - 0.013),
            (0.95 * r, z - 0.011),
            (r, z - 0.004),
            (0.995 * r, z + 0.004),
            (0.97 * r, z + 0.006),
            (0.95 * r, z),
        ],
        "body",
        40,
    )
    if p.form == "scalloped":
        v = q.vertices
        a, rad = azimuth(v), np.hypot(v[:, 0], v[:, 1])
        q = q._replace(vertices=v * np.stack([1 - 0.025 * (rad > 0.9 * r) * (np.sin(10 * a) ** 2)] * 2 + [np.ones(len(v))], -1))
    out: Pieces = [q]
    if p.domed:
        zd = 0.94 * h
        out.append(
            kit.lathe(
                [
                    (0.88 * r, z),
                    (0.9 * r, z),
                    (0.9 * r, z + 0.5 * (zd - z)),
                    (0.7 * r, z + 0.84 * (zd - z)),
                    (0.3 * r, zd - 0.003),
                    (0, zd),
                    (0, zd - 0.003),
                    (0.29 * r, zd - 0.006),
                    (0.68 * r, z + 0.82 * (zd - z)),
                    (0.88 * r, z + 0.49 * (zd - z)),
                    (0.88 * r, z),
                ],
                (0, 0, 0),
                "dome",
                28,
            )
        )
        out.append(
            solid(
                [(0.02 * r, zd - 0.002), (0.03 * r, zd + 0.2 * (h - zd)), (0.09 * r, zd + 0.6 * (h - zd)), (0.06 * r, h)],
                "knob",
                14,
            )
        )
    return done(
        "cake_stand",
        p,
        out,
        slots,
        [
            Surface(
                "plate",
                "in" if p.domed else "on",
                -0.55 * r,
                -0.55 * r,
                0.55 * r,
                0.55 * r,
                z,
                0.4 * h if p.domed else 10.0,
                True,
            )
        ],
    )


@thing(_ALL, (0.44, 0.32, 0.22), plates=range(0, 4))
def dish_rack(p: Any) -> Asset:
    """A draining rack of wire with a drip tray and a few plates in it; on the slats beside them there is room for more."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "wire": pick(rng, ("steel", "black_metal", "white_metal", "chrome")),
        "tray": pick(rng, ("plastic:#e8e6e0", "plastic:#2b2c2e", "wood")),
        "body": tint(rng, "ceramic", CROCKERY),
    }
    o = rectangle(w, d, 0.03)
    out: Pieces = [loft([(kit.inset(o, 0.004), 0), (o, 0.018), (kit.inset(o, 0.004), 0.02), (kit.inset(o, 0.01), 0.008)], "tray")]
    hr = 0.5 * h
    for z in (0.03, hr):
        c = rectangle(w - 0.03, d - 0.03, 0.03)
        out.append(kit.tube(np.column_stack([c, np.full(len(c), z)]), 0.003, "wire", 6, closed=True))
    n = max(6, int(w / 0.035))
    for i in range(n):
        x = (i / (n - 1) - 0.5) * (w - 0.06)
        out.append(
            kit.tube(
                [(x, -d / 2 + 0.016, hr), (x, -d / 2 + 0.017, 0.03), (x, d / 2 - 0.017, 0.03), (x, d / 2 - 0.016, hr)],
                0.0016,
                "wire",
                5,
            )
        )
    for x in (-1, 1):
        for y in (-1, 1):
            out.append(kit.cylinder(0.006, 0.03, (x * (w / 2 - 0.04), y * (d / 2 - 0.03), 0.006), "wire", 0.001, 8))
    r = max(min(0.115, 0.46 * (h - 0.03), 0.4 * d), 0.02)
    for i in range(p.plates):
        q, _ = _plate("coupe", r * rng.choice([1.0, 1.0, 0.8]), 0.02, segments=22)
        q2 = settle(kit.rotate(q, "y", np.pi / 2 - 0.14))
        out += kit.move(q2, (-w / 2 + 0.07 + i * 0.035 * w / 0.44, 0.02 * d, 0.03))
    x0 = -w / 2 + (0.03 if not p.plates else 0.1 + p.plates * 0.035 * w / 0.44)
    zs = 0.04
    out += [kit.slab(x0, w / 2 - 0.025, y - 0.014, y + 0.014, 0.03, zs, "tray", 0.002) for y in np.linspace(-0.4, 0.4, 7) * d]
    free = Surface("slats", "in", x0, -0.44 * d, w / 2 - 0.025, 0.44 * d, zs)
    return done("dish_rack", p, out, slots, [free])


@thing(_ALL, (0.14, 0.14, 0.33), form=("crock", "steel", "wood"))
def utensil_holder(p: Any) -> Asset:
    """A crock full of wooden spoons, spatulas, a whisk and a ladle."""
    rng = chance(p)
    w, h = p.width, p.height
    r, hc = 0.4 * w, 0.48 * h
    slots = {
        "body": {"crock": tint(rng, "ceramic", CROCKERY), "steel": "steel", "wood": "wood"}[p.form],
        "wood": "wood",
        "dark": "wood:#6b4a30",
        "metal": "steel",
        "black": "plastic_black",
    }
    prof = [(0.86, 0), (0.92, 0.04), (1, 0.3), (0.97, 0.94), (1.02, 1)] if p.form == "crock" else [(0.98, 0), (1, 0.03), (1, 1)]
    out: Pieces = [shell(scaled(prof, r, hc), 0.005, "body", 26, floor=0.008)]
    tools = [
        ("spoon", "wood"),
        ("spoon", "dark"),
        ("spatula", "black"),
        ("spatula", "wood"),
        ("whisk", "metal"),
        ("ladle", "metal"),
    ]
    rng.shuffle(tools)
    for i, (kind, slot) in enumerate(tools[:5]):
        c = CUTLERY[kind]
        ln = h * rng.uniform(0.84, 0.98)
        q = cutlery_pieces(kind, min(c[0] * 1.2, 0.3 * w), ln, min(c[2], 0.06))
        q = [
            s._replace(slot=slot if s.slot == "body" or kind == "spoon" else ("dark" if slot != "black" else "black")) for s in q
        ]
        a = 2 * np.pi * (i + rng.uniform(-0.2, 0.2)) / 5
        q = kit.rotate(kit.move(q, (0, ln / 2, 0)), "x", np.pi / 2)
        q = kit.rotate(q, "z", rng.uniform(-0.7, 0.7) + a)
        tilt = rng.uniform(0.1, 0.17)
        q = kit.rotate(kit.rotate(kit.rotate(q, "z", -a), "y", tilt), "z", a)
        out += kit.move(q, (0.12 * r * np.cos(a), 0.12 * r * np.sin(a), 0.012))
    return done("utensil_holder", p, out, slots)


@thing(_ALL, (0.17, 0.17, 0.02), form=("square", "triangle", "ringed"))
def napkin(p: Any) -> Asset:
    """A cloth napkin: folded square, folded to a triangle, or drawn through a ring."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": tint(rng, "fabric", ("", "#ece6da", "#8f9c8a", "#34495a", "#b5673f")),
        "ring": pick(rng, ("wood", "brass", "steel")),
    }
    out: Pieces = []
    if p.form == "ringed":
        n, m = 15, 9
        u, s = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, m), indexing="ij")
        wid = 0.18 + 0.82 * np.abs(u) ** 1.1
        z = 0.5 * h + 0.32 * h * np.cos(s * 7 + 1.0 + u) * (1 - 0.5 * np.abs(u))
        out.append(kit.sheet(np.stack([u * w / 2, s * d / 2 * wid, z], -1), "body", 0.18 * h))
        out += turn(kit.torus(0.14 * d, 0.14 * h, (0, 0, 0), "ring", 22, 6), y=np.pi / 2, at=(0, 0, 0.5 * h))
        q = out[1:]
        out = [
            out[0],
            *kit.bend(
                q, lambda v: np.column_stack([v[:, 0] * 3.0, v[:, 1], 0.5 * h + (v[:, 2] - 0.5 * h) * 0.5 * h / (0.14 * d)])
            ),
        ]
    else:
        layers = 3
        for i in range(layers):
            z0, z1 = h * i / layers, h * (i + 0.93) / layers
            e = 0.012 * w * i
            o = (
                rectangle(w - 2 * e, d - 2 * e, 0.006)
                if p.form == "square"
                else np.array([(-w / 2 + e, -d / 2 + e), (w / 2 - e, -d / 2 + e), (0.0, d / 2 - e)])
            )
            out += kit.move(kit.prism(o, z1 - z0, (0, 0, 0), "body", 0.4 * (z1 - z0), smooth_sides=True), (0, 0, z0))
    return done("napkin", p, out, slots)


@thing(_ALL, (0.45, 0.32, 0.004), form=("woven", "round", "stitched"))
def placemat(p: Any) -> Asset:
    """A place mat of cloth, woven straw or leather."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "body": {
            "woven": pick(rng, ("seagrass", "wicker", "fabric")),
            "round": pick(rng, ("seagrass", "cork", "fabric")),
            "stitched": pick(rng, ("leather", "fabric", "fabric:#3b3f42")),
        }[p.form],
        "seam": "fabric:#d9cfba",
    }
    o = oval(w, d, 44) if p.form == "round" else rectangle(w, d, 0.012)
    out: Pieces = [kit.prism(o, h, (0, 0, 0), "body", 0.35 * h)]
    if p.form == "stitched":
        q = kit.inset(o, 0.012)
        out.append(kit.tube(np.column_stack([q, np.full(len(q), h - 0.0002)]), 0.0006, "seam", 4, closed=True))
    elif p.form == "woven":
        for s in (1, -1):
            for i in range(18):
                y = (i / 17 - 0.5) * (d - 0.02)
                out.append(
                    kit.bar((s * (w / 2 - 0.014), y, h / 2), (s * w / 2, y + rng.normal(0, 0.002), h * 0.3), 0.0006, "body", 4)
                )
        out[0] = kit.prism(rectangle(w - 0.024, d, 0.004), h, (0, 0, 0), "body", 0.35 * h)
    else:
        for k in range(1, 6):
            q = o * (k / 6)
            out.append(kit.tube(np.column_stack([q[::2], np.full(len(q[::2]), h - 0.0003)]), 0.0007, "body", 4, closed=True))
    return done(
        "placemat", p, out, slots, [Surface("mat", "on", -0.34 * w, -0.34 * d, 0.34 * w, 0.34 * d, h, 10.0, p.form == "round")]
    )


GENERATORS = (*_ALL, *FOOD)
__all__ = ["GENERATORS", "cutlery_pieces"]
