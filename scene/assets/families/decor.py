"""Decor: books and papers, pictures and mirrors, vases, candles, statues, clocks, bottles, shoes, bags, small belongings."""

from __future__ import annotations

from ....model.assets import Surface
from ....model.geometry import azimuth
from ..asset import Emitter
from ._belongings import BELONGINGS
from ._keepsakes import KEEPSAKES
from ._things import (
    Any,
    Asset,
    Floats,
    Generator,
    Piece,
    Pieces,
    Profile,
    Rng,
    arch,
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
from .plants import VASES
from .props import chance, done, fit, lump, settle, top

_ALL: list[Generator] = []

# ---------------------------------------------------------------------------------------------- books and papers

SPINES = (
    "#7a2e2a",
    "#2f4a5f",
    "#3f5a45",
    "#c9a24b",
    "#e8e1d2",
    "#2c2d30",
    "#8d6a4d",
    "#b5563c",
    "#5d4a6b",
    "#a8b5b0",
    "#d8cdb8",
    "#4a6d7c",
)


def _volume(w: float, d: float, t: float, slot: str, rng: Rng, label: bool = True, fine: bool = False) -> Pieces:
    """A closed hardback lying on its back: spine on -X, w across, d along the spine, t thick."""
    c = min(0.0028, 0.12 * t)
    bow = min(0.25 * t, 0.006)
    e = min(0.004, 0.03 * w)
    a = np.linspace(-1, 1, 5)
    spine = [(-w / 2 + bow * s * s, t / 2 + s * t / 2) for s in a]
    inner = [(-w / 2 + c * 1.5 + bow * s * s, t / 2 + s * (t / 2 - c)) for s in a[::-1]]
    # a C: outside of the spine from top to bottom, lower board, inside back up, upper board
    outline = np.array([*spine[::-1], (w / 2, 0.0), (w / 2, c), *inner[::-1], (w / 2, t - c), (w / 2, t)])
    cover = kit.prism(outline, d, (0, 0, 0), slot, 0.0006 if fine else 0.0)
    out = kit.move(kit.rotate(kit.outward(cover), "x", np.pi / 2), (0, d / 2, 0))
    m = np.linspace(-1, 1, 5)
    fore = [(w / 2 - e - 0.08 * t * (1 - s * s), t / 2 + s * (t / 2 - c * 0.9)) for s in m]
    block = np.array([(-w / 2 + c + bow, c * 0.9), *fore, (-w / 2 + c + bow, t - c * 0.9)])
    out += kit.move(
        kit.rotate(kit.outward(kit.prism(block, d - 2 * e, (0, 0, 0), "pages", 0.0)), "x", np.pi / 2), (0, d / 2 - e, 0)
    )
    if label:
        style = int(rng.integers(4))
        if style < 3:
            for y, s in {0: ((0.28, 0.16),), 1: ((0.36, 0.03), (-0.36, 0.03), (0.2, 0.14)), 2: ((0.0, 0.45),)}[style]:
                out.append(kit.box((0.002, s * d, 0.62 * t), (-w / 2 + 0.0006, y * d, t / 2), "label", 0.0))
    return out


def _covers(rng: Rng, n: int = 5) -> dict[str, str]:
    """Materials of a few covers: half follow the style, half have colours of their own."""
    return {f"cover{i}": "paper" if i % 2 == 0 else f"paper:{pick(rng, SPINES)}" for i in range(n)} | {
        "pages": "paper:#e9e0cb",
        "label": pick(rng, ("gold", "paper:#efe8d8", "paper:#2b2b2d")),
    }


@thing(
    _ALL,
    {"lying": (0.155, 0.22, 0.03), "standing": (0.03, 0.16, 0.23), "open": (0.32, 0.24, 0.035)},
    look=("plain", "panel", "bands", "window"),
)
def book(p: Any) -> Asset:
    """A hardback: lying, standing upright with its spine to the front, or lying open."""
    rng = chance(p)
    slots = {
        "cover": "paper" if rng.random() < 0.6 else f"paper:{pick(rng, SPINES)}",
        "pages": "paper:#ebe3d0",
        "label": pick(rng, ("gold", "paper:#efe8d8", "paper:#2b2b2d", "paper:#c9a24b")),
        "ribbon": "fabric:#a33030",
        "ink": "paper:#8a8478",
    }
    if p.kind == "open":
        w, d, h = p.width, p.depth, p.height
        out: Pieces = []
        n = 9
        x = np.linspace(0, 1, n)
        rise = 0.25 + 0.75 * np.sin(np.clip(x * 1.15, 0, 1) ** 0.6 * np.pi * 0.5) * (1 - 0.55 * x**2)
        for s in (1, -1):
            ox = s * x * (w / 2 - 0.006)
            oz = 0.003 + (h - 0.003) * rise * rng.uniform(0.85, 1.0)
            outline = np.concatenate([np.column_stack([ox, np.full(n, 0.0028)]), np.column_stack([ox, oz])[::-1]])
            q = kit.outward(kit.prism(outline if s > 0 else outline[::-1], d - 0.01, (0, 0, 0), "pages", 0.0))
            out += kit.move(kit.rotate(q, "x", np.pi / 2), (0, d / 2 - 0.005, 0))
            for i in range(9):  # lines of print
                y = d * (0.36 - 0.08 * i)
                length = 1.0 if i % 4 != 3 else 0.6
                xs = np.linspace(0.22, 0.22 + 0.62 * length, 4)
                g = np.stack(
                    [
                        np.stack([s * xs * (w / 2 - 0.006), np.full(4, y + dy), 0.0005 + np.interp(xs, x, oz)], -1)
                        for dy in (-0.0035, 0.0)
                    ],
                    1,
                )
                out.append(kit.sheet(g if s > 0 else g[::-1], "ink"))
        out.append(kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0, 0.003, "cover", 0.001))
        return done("book", p, out, slots)
    w, d, t = (p.width, p.depth, p.height) if p.kind == "lying" else (p.depth, p.height, p.width)
    out = _volume(w, d, t, "cover", rng, fine=True)
    z = t - 0.0006
    if p.look == "panel":
        out.append(kit.box((0.62 * w, 0.3 * d, 0.0012), (0.03 * w, 0.12 * d, z + 0.0006), "label", 0.0003))
    elif p.look == "bands":
        out += [
            kit.box((0.86 * w, 0.03 * d, 0.0012), (0.03 * w, s * d, z + 0.0006), "label", 0.0003) for s in (0.38, -0.3, -0.36)
        ]
    elif p.look == "window":
        out += kit.move(
            kit.rotate(
                moulding(rectangle(0.74 * w, 0.8 * d), [(0, 0), (0.006, 0), (0.006, 0.0012), (0, 0.0012)], "label"),
                "x",
                -np.pi / 2,
            ),
            (0.03 * w, 0, z),
        )
        out.append(kit.box((0.4 * w, 0.1 * d, 0.0012), (0.03 * w, 0.16 * d, z + 0.0006), "label", 0.0003))
    if p.kind == "standing":  # spine (-X) to the front (-Y): turn up about Y... the spine's length becomes the height
        out = turn(kit.rotate(kit.rotate(out, "x", np.pi / 2), "z", np.pi / 2))
        return done("book", p, settle(out), slots)
    return done("book", p, out, slots, surfaces=[top(0.36 * p.width, 0.4 * p.depth, t)])


@thing(_ALL, (0.24, 0.28, 0.14), volumes=range(0, 9))
def book_stack(p: Any) -> Asset:
    """Books lying on each other, none quite straight, the largest at the bottom."""
    rng = chance(p)
    n = p.volumes if p.volumes >= 2 else int(np.clip(round(p.height / 0.032), 2, 12))
    t = rng.uniform(0.6, 1.5, n)
    t = t / t.sum() * p.height
    size = np.sort(rng.uniform(0.68, 1.0, n))[::-1]
    size[0] = 1.0
    out: Pieces = []
    z = 0.0
    for i in range(n):
        b = _volume(0.88 * p.width * size[i], 0.9 * p.depth * size[i] * rng.uniform(0.95, 1.02), t[i], f"cover{i % 5}", rng)
        quarter = np.pi if rng.random() < 0.4 else 0.0
        out += turn(b, z=quarter + rng.normal(0, 0.09), at=(*rng.normal(0, 0.012, 2), z))
        z += t[i]
    k = 0.33 * size[-1]
    return done("book_stack", p, out, _covers(rng), surfaces=[top(k * p.width, k * p.depth, z)])


@thing(_ALL, (0.4, 0.18, 0.25), {"full": {"gaps": False}}, lean=(True, False), gaps=(True, False), ends=(False, False, True))
def book_row(p: Any) -> Asset:
    """Books standing side by side as on a shelf, heights and thicknesses mixed, perhaps the last ones leaning or book ends."""
    rng = chance(p)
    slots = _covers(rng, 7) | {"end": "metal"}
    out: Pieces = []
    x, tall = -p.width / 2, 0.0
    stop = p.width / 2
    if p.ends:
        for s in (1, -1):
            out.append(
                kit.slab(
                    s * (stop - 0.003) - 0.0015,
                    s * (stop - 0.003) + 0.0015,
                    -0.3 * p.depth,
                    0.3 * p.depth,
                    0,
                    0.62 * p.height,
                    "end",
                    0.001,
                )
            )
            out.append(
                kit.slab(
                    min(s * stop, s * (stop - 0.09)),
                    max(s * stop, s * (stop - 0.09)),
                    -0.3 * p.depth,
                    0.3 * p.depth,
                    0,
                    0.0015,
                    "end",
                    0.0005,
                )
            )
        x, stop = x + 0.0055, stop - 0.0055
    room = stop - x
    leaning = p.lean and not p.ends and room > 0.2
    end = stop - (0.14 * min(room, 0.6) if leaning else 0.0)
    run, heights, thick = 0, 0.0, 0.0
    while True:
        if run == 0:  # volumes of one set share their binding
            run = int(pick(rng, (1, 1, 1, 2, 4)))
            heights, thick, slot, depth = (
                rng.uniform(0.68, 1.0),
                rng.uniform(0.014, 0.048),
                f"cover{int(rng.integers(7))}",
                rng.uniform(0.75, 1.0),
            )
            if thick < 0.016:
                slot = "cover2"
        t = thick * rng.uniform(0.93, 1.07)
        if x + t > end - 0.012:
            t = end - x if end - x > 0.008 else 0.0
        if t <= 0:
            break
        h = heights * p.height
        tall = max(tall, h)
        b = kit.rotate(kit.rotate(_volume(depth * p.depth, h, t - 0.0006, slot, rng), "x", np.pi / 2), "z", np.pi / 2)
        lo, _ = kit.bounds(b)
        out += kit.move(b, (x - lo[0], -p.depth / 2 - lo[1] + rng.uniform(0, 0.008), -lo[2]))
        x += t
        run -= 1
        if x >= end - 0.008:
            break
    if leaning:
        h, t = 0.86 * p.height, 0.02
        a = float(np.arcsin(np.clip((stop - x - t) / h, 0.05, 0.6)))
        b = kit.rotate(kit.rotate(_volume(0.85 * p.depth, h, t, "cover1", rng), "x", np.pi / 2), "z", np.pi / 2)
        b = settle(kit.rotate(b, "y", -a))
        lo, _ = kit.bounds(b)
        out += kit.move(b, (x - lo[0] + 0.0005, -p.depth / 2 - lo[1], 0))
    return done("book_row", p, out, slots)


PAPERS = {
    "magazine": (0.22, 0.29, 0.008),
    "newspaper": (0.3, 0.38, 0.012),
    "paper": (0.21, 0.297, 0.004),
    "notebook": (0.16, 0.22, 0.014),
    "clipboard": (0.23, 0.32, 0.02),
    "folder": (0.24, 0.31, 0.012),
}


def _lines(x0: float, x1: float, y1: float, n: int, gap: float, z: float) -> Pieces:
    """Printed lines below y1 on a sheet at z, every fifth a short one."""
    ends = [x1 if i % 5 != 4 else x0 + 0.6 * (x1 - x0) for i in range(n)]
    return [kit.slab(x0, x, y1 - i * gap - 0.4 * gap, y1 - i * gap, z - 0.0004, z + 0.0003, "ink", 0) for i, x in enumerate(ends)]


def _printed(what: str, rng: Rng, w: float, d: float, z: float) -> Pieces:
    """What a sheet of w x d shows: a page of text, a signed letter, a report with a bar chart, or a drawing."""
    if what == "text":
        return _lines(-0.36 * w, 0.36 * w, 0.36 * d, 14, 0.05 * d, z)
    if what == "letter":
        sign = [(-0.3, -0.3), (-0.25, -0.26), (-0.22, -0.32), (-0.17, -0.27), (-0.13, -0.31), (-0.02, -0.29)]
        out = _lines(-0.36 * w, -0.06 * w, 0.4 * d, 3, 0.035 * d, z) + _lines(-0.36 * w, 0.36 * w, 0.2 * d, 8, 0.045 * d, z)
        return [*out, rod([(x * w, y * d, z) for x, y in sign], 0.0006, "ink", 4, 3)]
    if what == "chart":
        tall = [0.004, *rng.uniform(0.08, 0.3, 6)]
        x0 = [-0.36, *(-0.32 + 0.12 * k for k in range(6))]
        x1 = [0.36, *(-0.25 + 0.12 * k for k in range(6))]
        bars = [
            kit.slab(a * w, b * w, -0.06 * d, (t - 0.06) * d, z - 0.0004, z + 0.0003, "bar" if k else "ink", 0)
            for k, (a, b, t) in enumerate(zip(x0, x1, tall, strict=True))
        ]
        return [
            *_lines(-0.36 * w, 0.1 * w, 0.4 * d, 2, 0.05 * d, z),
            *bars,
            *_lines(-0.36 * w, 0.36 * w, -0.14 * d, 5, 0.05 * d, z),
        ]
    art = kit.slab(-0.4 * w, 0.4 * w, -0.32 * d, 0.42 * d, z - 0.0004, z + 0.0003, "art", 0)
    return [art, *_lines(-0.1 * w, 0.38 * w, -0.37 * d, 1, 0.04 * d, z)]


@thing(_ALL, PAPERS, printed=("text", "letter", "chart", "drawing"))
def paper_goods(p: Any) -> Asset:
    """Magazines, newspapers, loose sheets, notebooks, clipboards and folders, lying."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    slots = {
        "cover": "paper",
        "pages": "paper:#f1ede2",
        "ink": "paper:#45433f",
        "art": f"art:{int(rng.integers(900))}",
        "metal": "steel",
        "elastic": "fabric:#1f1f22",
        "bar": "paper:" + pick(rng, ("#3f6f9c", "#b5563c", "#5d8a5a")),
    }
    out: Pieces = []

    def lines(*at: Any) -> None:
        out.extend(_lines(*at))

    if p.kind == "magazine":
        out.append(kit.slab(-w / 2 + 0.0004, w / 2 - 0.0004, -d / 2 + 0.0004, d / 2 - 0.0004, 0.0004, h - 0.0006, "pages", 0.001))
        out.append(kit.slab(-w / 2 - 0.0005, w / 2, -d / 2 - 0.0005, d / 2 + 0.0005, h - 0.0012, h - 0.0002, "cover", 0.0003))
        out.append(kit.slab(-0.42 * w, 0.42 * w, -0.42 * d, 0.22 * d, h - 0.0006, h, "art", 0))
        out.append(kit.slab(-0.42 * w, rng.uniform(0.1, 0.42) * w, 0.28 * d, 0.42 * d, h - 0.0006, h, "ink", 0))
        out.append(kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0, 0.0006, "cover", 0.0002))
    elif p.kind == "newspaper":
        slots = {"pages": "paper:#d9d4c7"} | slots
        slots["pages"] = "paper:#d9d4c7"
        for i in range(3):
            z0, z1 = h * i / 3, h * (i + 1) / 3
            o = 0.006 * rng.normal(0, 1, 2)
            out.append(
                kit.slab(
                    -w / 2 + 0.008 + o[0],
                    w / 2 - 0.008 + o[0],
                    -d / 2 + 0.006 * (i % 2),
                    d / 2 - 0.006,
                    z0,
                    z1 - 0.0006,
                    "pages",
                    0.0016,
                )
            )
        lines(-0.42 * w, 0.42 * w, 0.44 * d, 1, 0.09 * d, h - 0.0006)
        for c in range(3):
            x = -0.42 * w + c * 0.29 * w
            if c == 1:
                out.append(kit.slab(x, x + 0.26 * w, 0.1 * d, 0.33 * d, h - 0.001, h - 0.0002, "art", 0))
            lines(x, x + 0.26 * w, (0.05 if c == 1 else 0.33) * d, 9 if c == 1 else 15, 0.05 * d, h - 0.0006)
    elif p.kind == "paper":
        slots = {"pages": slots["pages"]} | slots
        n = max(2, min(5, round(h / 0.001)))
        for i in range(n):
            q = kit.slab(-0.485 * w, 0.485 * w, -0.485 * d, 0.485 * d, h * i / n, h * (i + 0.8) / n, "pages", 0)
            out += turn(q, z=rng.normal(0, 0.025 if i else 0.0))
        out += _printed(p.printed, rng, w, d, h * (n - 0.2) / n)
        a = rng.normal(0, 0.02)
        out = out[: n - 1] + kit.rotate(out[n - 1 :], "z", a)
    elif p.kind == "notebook":
        spiral = rng.random() < 0.5
        slots["cover"] = tint(rng, "paper", ("", "#26282b", "#7b3a2e", "#d3b684", "#35524a"))
        out.append(kit.slab(-w / 2 + 0.003, w / 2 - 0.002, -d / 2 + 0.003, d / 2 - 0.003, 0.0015, h - 0.0015, "pages", 0.0004))
        for z in (0.001, h - 0.001):
            out += kit.move(kit.prism(rectangle(w, d, 0.008), 0.002, (0, 0, 0), "cover", 0.0004), (0, 0, z - 0.001))
        if spiral:
            for i in range(14):
                out += turn(
                    kit.torus(0.6 * h, 0.0009, (0, 0, 0), "metal", 8, 4),
                    x=np.pi / 2,
                    at=(-w / 2 + 0.003, (i / 13 - 0.5) * 0.86 * d, h / 2),
                )
        else:
            out.append(
                kit.slab(-w / 2 - 0.0004, -w / 2 + 0.004, -d / 2 + 0.0015, d / 2 - 0.0015, 0.0004, h - 0.0004, "cover", 0.0008)
            )
            out.append(
                kit.slab(0.36 * w, 0.36 * w + 0.006, -d / 2 - 0.0008, d / 2 + 0.0008, -0.0006, h + 0.0006, "elastic", 0.0003)
            )
    elif p.kind == "clipboard":
        slots = {"board": tint(rng, "wood", ("", "#8d6443"))} | slots
        out += [kit.prism(rectangle(w, d, 0.012), 0.004, (0, 0, 0), "board", 0.001)]
        out.append(kit.slab(-0.45 * w, 0.45 * w, -0.47 * d, 0.42 * d, 0.0035, 0.0055, "pages", 0.0003))
        lines(-0.36 * w, 0.36 * w, 0.3 * d, 12, 0.052 * d, 0.0055)
        out.append(kit.slab(-0.26 * w, 0.26 * w, 0.36 * d, 0.47 * d, 0.0035, 0.009, "metal", 0.002))
        out += turn(kit.cylinder(0.006, 0.4 * w, (0, 0, -0.2 * w), "metal", 0.001, 10), y=np.pi / 2, at=(0, 0.45 * d, h - 0.006))
    else:
        slots["cover"] = tint(rng, "paper", ("#cfae74", "", "#4a6a83", "#a34d3c"))
        out.append(kit.slab(-w / 2, w / 2, -d / 2, d / 2, 0, 0.001, "cover", 0.0003))
        out.append(kit.slab(-0.48 * w, 0.47 * w, -0.47 * d, 0.45 * d, 0.0008, h - 0.0012, "pages", 0.0006))
        x = rng.uniform(-0.3, 0.15) * w
        out.append(kit.slab(-w / 2, w / 2, -d / 2 + 0.012, d / 2, h - 0.0013, h - 0.0002, "cover", 0.0003))
        out.append(kit.slab(x, x + 0.28 * w, -d / 2, -d / 2 + 0.014, h - 0.0013, h, "cover", 0.0003))
    return done(
        "paper_goods",
        p,
        out,
        slots,
        surfaces=[top(0.35 * w, 0.38 * d, h)] if p.kind in ("magazine", "newspaper", "folder", "notebook") else [],
    )


# ---------------------------------------------------------------------------------------------- pictures and mirrors

FRAMES: dict[str, list[tuple[float, float]]] = {  # closed profiles: (inset, reach), shares of face width and depth
    "slim": [(0, 0), (1, 0), (1, 0.96), (0.9, 1), (0.1, 1), (0, 0.96)],
    "wide": [(0, 0), (1, 0), (1, 0.55), (0.92, 0.62), (0.12, 0.98), (0.06, 1), (0, 0.9)],
    "ornate": [
        (0, 0),
        (1, 0),
        (1, 0.42),
        (0.92, 0.55),
        (0.84, 0.5),
        (0.72, 0.52),
        (0.55, 0.68),
        (0.42, 0.82),
        (0.36, 0.78),
        (0.3, 0.92),
        (0.18, 1),
        (0.08, 0.94),
        (0, 0.7),
    ],
    "box": [(0, 0), (1, 0), (1, 0.7), (0.6, 0.78), (0.5, 1), (0, 1)],
}
FRAME_WIDTH = {"slim": 0.018, "wide": 0.045, "ornate": 0.075, "box": 0.03}
FRAME_LOOK = {
    "slim": ("wood", "black_metal", "brass", "white_metal"),
    "wide": ("wood", "painted_wood:#23211f", "wood"),
    "ornate": ("gold", "wood", "gold"),
    "box": ("wood", "painted_wood:#e9e6df", "black_metal"),
}
STYLE_FRAMES = {
    "modern": ("slim", "slim", "box"),
    "classic": ("ornate", "wide"),
    "rustic": ("wide", "box"),
    "industrial": ("slim",),
    "midcentury": ("slim", "box"),
}


def _framed(outline: Floats, kind: str, depth: float, face: float) -> Pieces:
    return moulding(outline, [(a * face, b * depth) for a, b in FRAMES[kind]], "frame", smooth=kind == "ornate")


@thing(
    _ALL,
    {
        "painting": (0.8, 0.035, 0.6),
        "framed": (0.5, 0.025, 0.7),
        "poster": (0.6, 0.008, 0.85),
        "map": (1.1, 0.02, 0.75),
        "standing": (0.16, 0.09, 0.21),
    },
    {
        "framed": {"form": "frame"},
        "unframed": {"form": "canvas"},
        "canvas": {"form": "canvas"},
        "mount_hung_on": {"hung": True},
    },
    spread=0.18,
    hung=False,
    form=("canvas", "frame", "frame"),
    upended=(True, False),
)
def picture(p: Any) -> Asset:
    """A picture: stretched canvas, framed painting, print behind a mat, poster, map on battens, or a standing photo frame."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    kind = pick(rng, STYLE_FRAMES[p.style])
    slots = {
        "frame": pick(rng, FRAME_LOOK[kind]),
        "art": f"art:{int(rng.integers(1, 900))}",
        "mat": "paper:#efece4",
        "canvas": "fabric:#e6e0d2",
        "glass": "glass",
        "back": "cardboard",
    }
    out: Pieces = []
    o = rectangle(w, h)

    def image(half_w: float, half_h: float, y: float, t: float = 0.002) -> None:
        out.extend(front(rectangle(2 * half_w, 2 * half_h), t, "art", 0.0, y + t))

    if p.kind == "painting" and p.form == "canvas":
        slots = {k: slots[k] for k in ("art", "canvas")}
        out.append(kit.box((w, d, h), (0, -d / 2, 0), "canvas", min(0.004, 0.2 * d)))
        image(w / 2 - 0.003, h / 2 - 0.003, -d - 0.0004, 0.0015)
        return done("picture", p, out, slots, origin="back")
    if p.kind == "poster":
        slots = {k: slots[k] for k in ("art", "mat", "frame")}
        n = 5
        x = np.linspace(-w / 2, w / 2, n)
        z = np.linspace(-h / 2, h / 2, 7)
        gx, gz = np.meshgrid(x, z, indexing="ij")
        curl = 0.75 * d * (np.abs(gx / (w / 2)) ** 3) * (np.abs(gz / (h / 2)) ** 4)
        g = np.stack([gx, -0.0008 - curl, gz], -1)
        out.append(kit.sheet(g, "mat", 0.0006))
        m = np.array([1 - 0.07, 1, 1 - 0.07 * w / h])
        out.append(kit.sheet(np.stack([gx * m[0], -0.0008 - 0.0005 - curl * 0.8, gz * m[2]], -1), "art", 0.0003))
        for sx in (-1, 1):
            for sz in (-1, 1):
                out.append(kit.ellipsoid((0.008, 0.004, 0.008), (sx * 0.46 * w, -min(0.004, d), sz * 0.47 * h), "frame", 8, 4))
        return done("picture", p, out, slots, origin="back")
    if p.kind == "map":
        slots["art"] = f"art:map:{int(rng.integers(1, 900))}"
        if rng.random() < 0.5:
            slots = {k: slots[k] for k in ("frame", "art", "mat")} | {"frame": "wood"}
            out += [kit.box((w, d, 0.028), (0, -d / 2, s * (h / 2 - 0.014)), "frame", 0.004) for s in (1, -1)]
            out.append(kit.box((0.97 * w, 0.003, h - 0.03), (0, -0.4 * d, 0), "mat", 0.0005))
            image(0.47 * w, h / 2 - 0.05, -0.4 * d - 0.0022, 0.001)
            return done("picture", p, out, slots, origin="back")
        kind = "slim"
    standing = p.kind == "standing" and not p.hung
    thick = d if not standing else min(0.018, 0.3 * d)
    face = min(FRAME_WIDTH[kind], 0.13 * min(w, h)) * rng.uniform(0.85, 1.15)
    out += _framed(o, kind, thick, face)
    out += front(rectangle(w - 1.2 * face, h - 1.2 * face), 0.3 * thick, "back", 0.0, -0.05 * thick)
    mat = p.kind in ("framed", "standing") and rng.random() < 0.8
    iw, ih = w / 2 - face + 0.002, h / 2 - face + 0.002
    if mat:
        out += front(rectangle(2 * iw, 2 * ih), 0.002, "mat", 0.0, -0.34 * thick)
        m = rng.uniform(0.16, 0.26) * min(w, h) * (0.5 if standing else 1)
        image(iw - m, ih - m, -0.34 * thick - 0.003, 0.002)
    else:
        image(iw, ih, -0.34 * thick - 0.002)
    if p.kind in ("framed", "standing"):
        out += front(rectangle(2 * iw, 2 * ih), 0.0012, "glass", 0.0, -0.34 * thick - 0.0042)
    if standing:
        lean = float(np.arctan2(0.22 * h, h))
        out = kit.rotate(out, "x", -lean)
        leg = front(
            np.array([(-0.14 * w, -0.5 * h), (0.14 * w, -0.5 * h), (0.09 * w, 0.2 * h), (-0.09 * w, 0.2 * h)]),
            0.003,
            "back",
            0.0005,
        )
        strut = kit.rotate(leg, "x", 0.35)
        out += kit.move(strut, (0, 0.11 * h, float(kit.bounds(out)[0][2] - kit.bounds(strut)[0][2])))
        out = settle(out)
        return done("picture", p, out, slots)
    return done("picture", p, out, slots, origin="back")


@thing(_ALL, (1.3, 0.03, 0.9))
def photo_wall(p: Any) -> Asset:
    """A group of framed pictures of different sizes, hung as one composition."""
    rng = chance(p)
    w, h, d = p.width, p.height, p.depth
    kind = pick(rng, STYLE_FRAMES[p.style])
    slots: dict[str, str] = {"frame": pick(rng, FRAME_LOOK[kind]), "mat": "paper:#efece4"}
    layouts = (
        (
            (0, 0, 0.38, 0.55),
            (0, 0.55, 0.38, 0.45),
            (0.38, 0, 0.34, 0.35),
            (0.38, 0.35, 0.34, 0.65),
            (0.72, 0, 0.28, 0.5),
            (0.72, 0.5, 0.28, 0.5),
        ),
        ((0, 0, 0.3, 0.5), (0, 0.5, 0.3, 0.5), (0.3, 0.0, 0.4, 1.0), (0.7, 0, 0.3, 0.5), (0.7, 0.5, 0.3, 0.5)),
        tuple((i / 3, j / 2, 1 / 3, 1 / 2) for i in range(3) for j in range(2)),
        (
            (0, 0.1, 0.25, 0.4),
            (0, 0.5, 0.25, 0.4),
            (0.25, 0, 0.3, 0.42),
            (0.25, 0.42, 0.3, 0.58),
            (0.55, 0.08, 0.45, 0.5),
            (0.55, 0.58, 0.22, 0.4),
            (0.77, 0.58, 0.23, 0.34),
        ),
    )
    out: Pieces = []
    for i, (x, z, a, b) in enumerate(pick(rng, layouts)):
        gap = 0.022 * (w / 1.3) ** 0.5
        fw, fh = a * w - 2 * gap, b * h - 2 * gap
        at = ((x + a / 2 - 0.5) * w, 0, (z + b / 2 - 0.5) * h)
        face = min(FRAME_WIDTH[kind] * 0.7, 0.12 * min(fw, fh))
        m = 0.14 * min(fw, fh) if rng.random() < 0.7 else 0.0
        q = _framed(rectangle(fw, fh), kind, d, face)
        q += front(rectangle(fw - face, fh - face), 0.4 * d, "mat", 0.0)
        q += front(rectangle(fw - 2 * face - 2 * m, fh - 2 * face - 2 * m), 0.0016, f"art{i}", 0.0, -0.4 * d + 0.0004)
        slots[f"art{i}"] = f"art:{int(rng.integers(1, 900))}"
        out += kit.move(q, at)
    return done("photo_wall", p, out, slots, origin="back")


@thing(
    _ALL,
    {"wall": (0.6, 0.03, 0.8), "round": (0.7, 0.03, 0.7), "standing": (0.6, 0.4, 1.7), "table": (0.25, 0.14, 0.38)},
    {"arched": {"form": "arch"}, "full_length": {"kind": "standing"}, "framed": {"form": "frame"}},
    form=("frame", "frame", "arch", "oval", "rounded"),
)
def mirror(p: Any) -> Asset:
    """A mirror in its frame: on the wall, round (perhaps with rays), standing on the floor, or on a foot."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    kind = pick(rng, STYLE_FRAMES[p.style])
    slots = {
        "frame": pick(rng, FRAME_LOOK[kind] if p.kind != "round" else ("wood", "brass", "black_metal", "rattan")),
        "mirror": "mirror",
        "back": "cardboard",
    }
    out: Pieces = []

    def glazed(o: Floats, thick: float, face: float, k: str) -> Pieces:
        q = _framed(o, k, thick, face)
        q += front(kit.inset(o, 0.6 * face), 0.3 * thick, "back", 0.0, -0.05 * thick)
        return q + front(kit.inset(o, face - 0.002), 0.004, "mirror", 0.0012, -0.34 * thick)

    def shape(a: float, b: float) -> Floats:
        if p.kind == "table" or p.form == "oval":
            return oval(a, b, 40)
        return {"frame": rectangle(a, b), "arch": arch(a, b, 20), "rounded": rectangle(a, b, 0.16 * min(a, b), n=8)}[p.form]

    if p.kind == "round":
        if rng.random() < 0.3 and p.style != "industrial":
            r = 0.58
            n = 24
            for i in range(n):
                t = 2 * np.pi * i / n
                reach = 0.5 if i % 2 == 0 else 0.42
                c, s = np.cos(t), np.sin(t)
                out.append(
                    kit.tube(
                        [(0.5 * r * w * c, -0.4 * d, 0.5 * r * h * s), (reach * w * c, -0.4 * d, reach * h * s)],
                        [0.009, 0.004],
                        "frame",
                        6,
                    )
                )
            out += glazed(oval(r * w, r * h, 44), d, 0.03, "wide")
        else:
            kind = "slim" if kind == "ornate" else kind
            out += glazed(oval(w, h, 48), d, min(FRAME_WIDTH[kind], 0.1 * w), kind)
        return done("mirror", p, out, slots, origin="back")
    if p.kind == "wall":
        out += glazed(shape(w, h), d, min(FRAME_WIDTH[kind], 0.1 * w), kind if p.form == "frame" else "slim")
        return done("mirror", p, out, slots, origin="back")
    if p.kind == "standing":
        thick = 0.03
        q = glazed(
            arch(w, h, 20) if p.form in ("arch", "oval") else rectangle(w, h, 0.12 * w if p.form == "rounded" else 0.0, n=8),
            thick,
            0.03,
            "slim",
        )
        lean = float(np.arctan2(0.4 * d, h))
        out += kit.rotate(kit.move(q, (0, 0, h / 2)), "x", -lean)
        zt = 0.72 * h
        low = kit.bounds(out)[0][2]
        for s in (1, -1):
            leg = kit.bar((s * 0.3 * w, zt * np.tan(lean) + 0.005, zt), (s * 0.42 * w, d - 0.02, 0.008), 0.011, "frame", 10)
            out += kit.move(leg, (0, 0, float(low - leg.vertices[:, 2].min())))
        out.append(kit.bar((-0.39 * w, 0.72 * d, 0.3 * h), (0.39 * w, 0.72 * d, 0.3 * h), 0.007, "frame", 8))
        return done("mirror", p, settle(out), slots)
    foot = 0.36 * d
    out += kit.rotate(kit.move(glazed(oval(w, 0.74 * h, 40), 0.014, 0.012, "slim"), (0, 0.007, 0)), "x", -0.14)
    out = kit.move(out, (0, 0, h - 0.37 * h))
    out.append(
        solid([(1.3 * foot, 0), (1.35 * foot, 0.004), (1.25 * foot, 0.01), (0.3 * foot, 0.018), (0.01, 0.03)], "frame", 28)
    )
    out.append(kit.bar((0, 0, 0.015), (0, 0, h - 0.735 * h), 0.0065, "frame", 12))
    return done("mirror", p, out, slots)


# ---------------------------------------------------------------------------------------------- vases, bowls, trays, candles

GLAZES = ("", "#ece7dc", "#b5603c", "#34495a", "#7c8f86", "#2f3133", "#c9b79c", "#8c4a3a", "#57706a", "#d7c29a")


@thing(
    _ALL,
    (0.16, 0.16, 0.28),
    {"tall": {"form": "bottle"}, "round": {"form": "globe"}},
    spread=0.2,
    form=tuple(VASES),
    finish=("glazed", "glazed", "ribbed", "glass", "banded", "dipped"),
)
def vase(p: Any) -> Asset:
    """An empty vase: eight silhouettes, glazed, ribbed, banded, dipped, or of glass."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    prof = scaled(VASES[p.form], r, h)
    n = 48 if p.finish == "ribbed" else 24
    v = shell(prof, max(0.0025, 0.07 * r), "body", n, 2)
    out: Pieces = [v]
    slots = {
        "body": tint(rng, "glass", ("", "", "#7d9c8c", "#8a6a4a"))
        if p.finish == "glass"
        else tint(rng, pick(rng, ("ceramic", "ceramic", "ceramic", "stone", "terracotta")), GLAZES),
        "second": f"ceramic:{pick(rng, GLAZES[1:])}",
    }
    if slots["body"].startswith(("stone:", "terracotta:")):
        slots["body"] = slots["body"].split(":")[0]
    if p.finish == "ribbed":
        a = azimuth(v.vertices)
        rad = np.hypot(v.vertices[:, 0], v.vertices[:, 1])
        k = np.where(rad > 0.3 * r, 1 - 0.045 * (np.cos(a * 24) < 0), 1.0)
        out = [v._replace(vertices=v.vertices * np.stack([k, k, np.ones_like(k)], -1))]
    elif p.finish in ("banded", "dipped"):
        z = v.vertices[:, 2]
        starts = np.concatenate([[0], np.cumsum(v.counts)[:-1]])
        zf = np.add.reduceat(z[v.loops], starts) / v.counts
        cut = rng.uniform(0.3, 0.5) * h
        band = zf < cut if p.finish == "dipped" else (zf > cut) & (zf < cut + rng.uniform(0.12, 0.25) * h)
        out = _split(v, band, "second")
    axis = np.hypot(v.vertices[:, 0], v.vertices[:, 1]) < 1e-6
    well = float(v.vertices[axis, 2].max()) if axis.any() else 0.0
    neck = 0.8 * r * min(x for x, z in VASES[p.form] if z > 0.35)  # stems must pass the neck and stand on the bottom
    inside = (
        [Surface("mouth", "in", -neck, -neck, neck, neck, well, 10.0, True)] if 0.001 < well < 0.5 * h and neck > 0.008 else []
    )
    return done("vase", p, out, slots, surfaces=inside)


def _split(q: Piece, mask: Any, slot: str) -> Pieces:
    """The piece in two slots: faces of the mask go to `slot`."""
    return [kit.keep_faces(q, ~mask), kit.keep_faces(q, mask)._replace(slot=slot)]


BOWLS: dict[str, Profile] = {
    "coupe": [(0.3, 0), (0.34, 0.04), (0.62, 0.16), (0.86, 0.5), (1.0, 1.0)],
    "footed": [(0.42, 0), (0.42, 0.08), (0.22, 0.18), (0.2, 0.34), (0.5, 0.46), (0.86, 0.7), (1.0, 1.0)],
    "round": [(0.36, 0), (0.4, 0.03), (0.8, 0.28), (0.98, 0.68), (0.96, 1.0)],
    "wide": [(0.5, 0), (0.54, 0.05), (0.8, 0.3), (1.0, 0.9), (0.99, 1.0)],
    "conical": [(0.26, 0), (0.28, 0.05), (0.64, 0.52), (1.0, 1.0)],
}


@thing(_ALL, (0.3, 0.3, 0.1), form=tuple(BOWLS), filling=("", "", "", "balls", "pebbles", "cones"))
def decorative_bowl(p: Any) -> Asset:
    """A bowl for show of stoneware, turned wood, hammered metal or glass; empty or with a few balls or pebbles in it."""
    rng = chance(p)
    r, h = p.width / 2, p.height
    wall = max(0.003, 0.03 * r)
    prof = scaled(BOWLS[p.form], r, h)
    floor = 0.42 * h if p.form == "footed" else 0.12 * h
    wooden = p.style == "rustic" or rng.random() < 0.3
    slots = {
        "body": "wood" if wooden else pick(rng, (tint(rng, "ceramic", GLAZES), "brass", "glass", "marble")),
        "fill": pick(rng, ("wicker", "wood", "ceramic:#ddd6c8", "brass")),
        "fill2": pick(rng, ("ceramic:#8f9a8c", "stone", "wood")),
    }
    out: Pieces = [shell(prof, wall, "body", 32, 2, floor=floor)]
    if p.filling:
        n = 5
        s = 0.5 * r
        for i in range(n):
            a = 2 * np.pi * i / (n - 1)
            x, y = (0.42 * r * np.cos(a), 0.42 * r * np.sin(a)) if i < n - 1 else (0.0, 0.0)
            k = rng.uniform(0.85, 1.1) * s
            z = (0.6 * h + 0.1 * k) if i < n - 1 else 0.6 * h + 0.5 * k
            size = (
                (k, k, k) if p.filling == "balls" else (k, 0.8 * k, 0.6 * k) if p.filling == "pebbles" else (0.7 * k, 0.7 * k, k)
            )
            out.append(lump(size, (x, y, z), "fill" if i % 2 else "fill2", rng, 0.0 if p.filling == "balls" else 0.08, 12, 8))
    surfaces = [] if p.filling else [top(0.4 * r, 0.4 * r, floor, "in", h - floor, True, "inside")]
    return done("decorative_bowl", p, out, slots, surfaces)


@thing(
    _ALL,
    (0.42, 0.3, 0.045),
    {"round": {"form": "round"}, "rectangular": {"form": "rect"}},
    form=("rect", "rect", "round", "oval"),
    grips=(True, False),
)
def tray(p: Any) -> Asset:
    """A serving tray with a raised rim, handles of metal or cut into the rim."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    o = {"rect": rectangle(w, d, 0.03, n=4), "round": oval(w, d, 40), "oval": oval(w, d, 40, 2.6)}[p.form]
    t, f = max(0.005, 0.018 * min(w, d)), 0.006
    edge = 0.62 * h if p.grips else h
    rings = [
        (kit.inset(o, 0.5 * t), 0.0),
        (kit.inset(o, 0.1 * t), 0.15 * edge),
        (o, edge - 0.001),
        (kit.inset(o, 0.3 * t), edge),
        (kit.inset(o, 0.8 * t), edge - 0.0005),
        (kit.inset(o, t), edge - 0.002),
        (kit.inset(o, 1.3 * t), f),
    ]
    body = loft(rings, "body")
    body = body._replace(smooth=np.array([*([True] * (len(body.counts) - 2)), False, False]))
    out: Pieces = [body]
    if p.grips:
        for s in (1, -1):
            x = s * (w / 2 - 0.5 * t)
            out.append(
                rod(
                    [
                        (x, -0.2 * d, edge - 0.004),
                        (x, -0.19 * d, h - 0.008),
                        (x, -0.1 * d, h - 0.004),
                        (x, 0.1 * d, h - 0.004),
                        (x, 0.19 * d, h - 0.008),
                        (x, 0.2 * d, edge - 0.004),
                    ],
                    0.004,
                    "grip",
                    6,
                    3,
                )
            )
    slots = {
        "body": pick(rng, ("wood", "wood", "metal", tint(rng, "paint", ("#26282a", "#e7e2d6", "#31504a")), "rattan")),
        "grip": pick(rng, ("brass", "black_metal", "steel")),
    }
    k = 0.36 if p.form != "rect" else 0.44
    return done("tray", p, out, slots, [Surface("tray", "on", -k * w, -k * d, k * w, k * d, f, 10.0, p.form != "rect")])


WAXES = ("#efe7d6", "#efe7d6", "#d8c6a6", "#a85c46", "#6f7f72", "#3a3c3f", "#c7a9a0")


def _wick(z: float, r: float = 0.0013) -> Piece:
    return rod([(0, 0, z - 0.006), (0, 0, z + 0.004), (0.002, 0, z + 0.01)], r, "wick", 5, 2)


def _burning(x: float, y: float, tip: float, tall: float) -> tuple[Piece, Emitter]:
    """A flame on the tip of a wick, and its light."""
    return kit.flame((x, y, tip - 0.005), tall, "flame"), Emitter("point", (x, y, tip + 0.4 * tall), 13.0, 1900.0, 0.008)


def _tip(kind: str, h: float) -> float:
    """The height of the wick's tip of a candle of height h."""
    return 0.68 * h + 0.01 if kind == "jar" else h


def _candle(kind: str, r: float, h: float, rng: Rng) -> Pieces:
    """A candle of radius r and height h standing on the origin."""
    e = min(0.012, 0.1 * h)
    if kind == "jar":
        g = h - 0.001
        return [
            shell([(0.94 * r, 0), (r, 0.04 * h), (r, g)], 0.07 * r, "glass", 20),
            solid([(0.9 * r, 0.07 * h), (0.9 * r, 0.66 * h), (0.86 * r, 0.675 * h), (0.5 * r, 0.67 * h)], "wax", 18),
            _wick(0.68 * h),
            kit.lathe(
                [(1.004 * r, 0.22 * h), (1.006 * r, 0.22 * h), (1.006 * r, 0.56 * h), (1.004 * r, 0.56 * h)],
                (0, 0, 0),
                "label",
                20,
            ),
        ]
    if kind == "taper":
        hs = 0.28 * h
        stick = solid(
            scaled(
                pick(
                    rng,
                    (
                        [(0.95, 0), (1, 0.06), (0.9, 0.12), (0.25, 0.25), (0.22, 0.6), (0.42, 0.72), (0.3, 0.8), (0.42, 1.0)],
                        [(1, 0), (1, 0.1), (0.3, 0.18), (0.3, 0.85), (0.4, 1.0)],
                        [(0.9, 0), (1, 0.25), (0.75, 0.5), (0.35, 0.62), (0.48, 0.85), (0.42, 1.0)],
                    ),
                ),
                r,
                hs,
            ),
            "stick",
            20,
        )
        return [
            stick,
            solid([(0.3 * r, hs - 0.01), (0.3 * r, hs + 0.3 * h), (0.22 * r, h - e), (0.1 * r, h - 0.011)], "wax", 10),
            _wick(h - 0.01),
        ]
    if kind == "tealight":
        return [
            shell([(0.96 * r, 0), (r, 0.1 * h), (r, 0.75 * h)], 0.02 * r, "stick", 20),
            solid([(0.95 * r, 0.1 * h), (0.95 * r, 0.62 * h), (0.8 * r, 0.6 * h)], "wax", 18),
            _wick(h - 0.011),
        ]
    top_z = h - 0.01
    return [
        solid(
            [
                (0.97 * r, 0),
                (r, 0.004),
                (0.995 * r, top_z - 0.005),
                (0.95 * r, top_z),
                (0.8 * r, top_z - 0.003),
                (0.35 * r, top_z - 0.009),
                (0.06 * r, top_z - 0.009),
            ],
            "wax",
            22,
        ),
        _wick(top_z),
    ]


@thing(
    _ALL,
    {"pillar": (0.075, 0.075, 0.14), "jar": (0.085, 0.085, 0.1), "taper": (0.09, 0.09, 0.3), "group": (0.26, 0.2, 0.2)},
    {"scented": {"kind": "jar"}},
    before=lambda rng, o: {"kind": pick(rng, ("pillar", "pillar", "jar", "taper")), **o},
)
def candle(p: Any) -> Asset:
    """A pillar candle, a candle in a glass, a taper in its stick, or a group of candles of several heights."""
    rng = chance(p)
    slots = {
        "wax": f"wax:{pick(rng, WAXES)}",
        "wick": "paper:#2a2622",
        "flame": "flame",
        "stick": pick(rng, ("brass", "black_metal", "wood", "ceramic")),
        "glass": pick(rng, ("glass", "glass:#8a6a4a", "glass:#6f8a80")),
        "label": "paper:#efe8d8",
        "tray": pick(rng, ("wood", "slate", "brass")),
    }
    w, d, h = p.width, p.depth, p.height
    tall = min(0.03, 0.22 * h)  # of a flame; the size of a candle is that of one that burns
    if p.kind != "group":
        hh = h if p.kind == "jar" else h + 0.005 - tall
        flame, light = _burning(0, 0, _tip(p.kind, hh), tall)
        return done("candle", p, [*_candle(p.kind, w / 2, hh, rng), flame], slots, emitters=[light])
    out: Pieces = []
    plate = rng.random() < 0.6
    z = 0.0
    if plate:
        out.append(kit.prism(oval(w, d, 32, 2.2), 0.01, (0, 0, 0), "tray", 0.003, smooth_sides=True))
        z = 0.009
    kinds = pick(
        rng,
        (("pillar", "pillar", "pillar"), ("pillar", "pillar", "jar"), ("taper", "taper", "taper"), ("pillar", "jar", "tealight")),
    )
    lights = []
    for i, (x, y) in enumerate(((-0.24, 0.12), (0.22, 0.16), (0.02, -0.22))):
        k = (1.0, rng.uniform(0.62, 0.78), rng.uniform(0.4, 0.55))[i]
        r = 0.19 * min(w, d * 1.2) * rng.uniform(0.8, 1.05) * (0.85 if kinds[i] == "taper" else 1)
        hh = 0.025 if kinds[i] == "tealight" else k * (h + 0.005 - tall - z)
        out += kit.move(_candle(kinds[i], r * (0.6 if kinds[i] == "tealight" else 1), hh, rng), (x * w, y * d, z - 0.0005))
        flame, light = _burning(x * w, y * d, z + _tip(kinds[i], hh), tall)
        out.append(flame)
        lights.append(light)
    return done("candle", p, out, slots, emitters=lights)


# ---------------------------------------------------------------------------------------------- statues, clocks

FORMS = ("ring", "knot", "pebbles", "twist", "spheres", "arches", "egg", "sail")


def _plinth(w: float, d: float, h: float, round: bool) -> Piece:
    return kit.cylinder(w / 2, h, (0, 0, 0), "base", 0.002, 28) if round else kit.box((w, d, h), (0, 0, h / 2), "base", 0.002)


def _abstract(form: str, rng: Rng) -> Pieces:
    """Abstract sculpture about 1 high, standing on z = 0."""
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    if form == "ring":
        r = 0.08 + 0.05 * np.sin(t / 2 + rng.uniform(0, 3)) ** 2
        return settle(
            kit.tube(np.stack([0.42 * np.cos(t), 0.06 * np.sin(2 * t), 0.42 * np.sin(t)], -1), r, "body", 14, closed=True)
        )
    if form == "knot":
        q = 3 if rng.random() < 0.5 else 5
        rad = 0.3 + 0.12 * np.cos(q * np.linspace(0, 4 * np.pi, 97)[:-1] / 2)
        a = np.linspace(0, 4 * np.pi, 97)[:-1]
        path = np.stack([rad * np.cos(a), 0.13 * np.sin(q * a / 2), rad * np.sin(a)], -1)
        return settle(kit.tube(path, 0.06, "body", 10, closed=True))
    if form == "pebbles":
        out: Pieces = []
        z = 0.0
        for s in np.linspace(0.62, 0.26, 5):
            k = s * rng.uniform(0.34, 0.5)
            out.append(
                lump(
                    (s, 0.8 * s, k),
                    (rng.normal(0, 0.025), rng.normal(0, 0.02), z + k / 2),
                    "body" if len(out) % 2 == 0 else "second",
                    rng,
                    0.05,
                    18,
                    10,
                )
            )
            z += 0.96 * k
        return out
    if form == "twist":
        n = 26
        o = kit.rounded_rect(0.34, 0.2, 0.05, 3)
        turns = rng.uniform(1.2, 2.6)
        rings = []
        for i in range(n):
            u = i / (n - 1)
            c, s = np.cos(turns * u), np.sin(turns * u)
            rings.append((o @ np.array([[c, s], [-s, c]]) * (1 - 0.45 * u + 0.2 * np.sin(3 * u)), u))
        return [loft(rings, "body")]
    if form == "spheres":
        at = [(0, 0, 0.22, 0.44), (0.13, 0.03, 0.5, 0.3), (-0.03, 0, 0.7, 0.24), (0.04, 0.02, 0.85, 0.15)]
        return [
            kit.ellipsoid((s, s, s), (x, y, z), "body" if i % 2 == 0 else "second", 20, 12) for i, (x, y, z, s) in enumerate(at)
        ]
    if form == "arches":
        out = []
        for i, r in enumerate((0.46, 0.32, 0.18)):
            a = np.linspace(0, np.pi, 15)
            path = np.concatenate([[(r, 0, 0)], np.stack([r * np.cos(a), 0 * a, 0.5 + r * np.sin(a)], -1), [(-r, 0, 0)]])
            out.append(kit.sweep(kit.rounded_rect(0.11, 0.2, 0.02, 2), path, "body" if i != 1 else "second"))
        return out
    if form == "egg":
        e = kit.lathe(
            [(0, 0), (0.14, 0.01), (0.3, 0.2), (0.34, 0.42), (0.27, 0.7), (0.12, 0.94), (0, 1.0)], (0, 0, 0), "body", 24
        )
        v = e.vertices
        a, z = azimuth(v), v[:, 2]
        k = 1 + 0.1 * np.sin(3 * a + 5 * z)
        return [e._replace(vertices=np.column_stack([v[:, 0] * k + 0.08 * np.sin(3 * z), v[:, 1] * k, z]))]
    u, s = np.meshgrid(np.linspace(0, 1, 22), np.linspace(-1, 1, 9), indexing="ij")
    w = 0.3 * np.sin(np.pi * u**0.8) + 0.02
    g = np.stack([s * w + 0.16 * np.sin(np.pi * u * 1.3), 0.22 * s * np.cos(2.4 * u) * np.sin(np.pi * u), u], -1)
    return [kit.sheet(g, "body", 0.035)]


def _figure(rng: Rng) -> Pieces:
    """A standing figure in a robe, about 1 high: weight on one leg, head inclined."""
    s = rng.choice([-1.0, 1.0])
    o = oval(1, 0.72, 20)
    rows = [
        (0.21, 0.0, 0.0),
        (0.22, 0.0, 0.04),
        (0.185, 0.005, 0.22),
        (0.17, 0.02, 0.4),
        (0.185, 0.03, 0.49),
        (0.145, 0.015, 0.6),
        (0.19, 0.0, 0.74),
        (0.2, -0.005, 0.79),
        (0.12, -0.005, 0.835),
        (0.055, 0, 0.855),
        (0.052, 0, 0.89),
    ]
    rings = []
    for w, dx, z in rows:
        a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        fold = 1 + (0.09 * np.cos(7 * a + 4 * z) * max(0.0, 1 - z / 0.6))
        rings.append((o * w * fold[:, None] * 1.15 + (s * dx, 0), z))
    out: Pieces = [
        loft(rings, "body"),
        *turn(kit.scale(_head(rng, 30, 22), 0.155), z=-0.3 * s, at=(s * 0.004, -0.008, 0.935)),
    ]
    pose = int(rng.integers(3))
    arms = {
        0: (
            [(0.1, 0, 0.79), (0.17, -0.01, 0.66), (0.15, -0.07, 0.54)],
            [(0.1, 0, 0.79), (0.17, 0.02, 0.66), (0.06, -0.12, 0.62)],
        ),
        1: ([(0.1, 0, 0.79), (0.19, 0, 0.9), (0.14, -0.03, 1.02)], [(0.1, 0, 0.79), (0.16, 0, 0.65), (0.14, -0.05, 0.52)]),
        2: ([(0.1, 0, 0.79), (0.17, 0, 0.67), (0.04, -0.13, 0.7)], [(0.1, 0, 0.79), (0.17, 0, 0.67), (0.03, -0.14, 0.67)]),
    }[pose]
    for sign, pts in zip((s, -s), arms, strict=True):
        out.append(rod([(sign * x, y, z) for x, y, z in pts], np.array([0.036, 0.03, 0.02]), "body", 8, 4))
        out.append(kit.ellipsoid((0.045, 0.05, 0.055), (sign * pts[-1][0], pts[-1][1], pts[-1][2]), "body", 8, 5))
    return out


def _head(rng: Rng, segments: int = 44, rings: int = 32) -> Pieces:
    """A sculpted head facing -Y, 1 high and centred at the origin: brow, eyes, nose, lips, chin, ears and hair."""
    e = kit.ellipsoid((0.69, 0.86, 1.0), (0, 0, 0), "body", segments, rings)
    x, y, z = e.vertices.T
    face = np.clip(-y / 0.3, 0, 1)

    def bump(at: tuple[float, float], wide: tuple[float, float]) -> Floats:
        return np.exp(-(((np.abs(x) - at[0]) / wide[0]) ** 2) - ((z - at[1]) / wide[1]) ** 2)

    jaw = np.clip((-0.02 - z) / 0.45, 0, 1)
    x, y = x * (1 - 0.34 * jaw), y + 0.1 * jaw * (y > 0) * -y / 0.43 - 0.05 * jaw
    ridge = np.exp(-((x / 0.05) ** 2)) * np.clip((0.13 - z) / 0.26, 0, 1) * (z > -0.15)
    relief = 0.13 * ridge + 0.035 * bump((0.1, 0.14), (0.14, 0.045)) - 0.055 * bump((0.14, 0.05), (0.07, 0.05))
    relief = relief + 0.025 * bump((0.14, 0.05), (0.045, 0.03)) + 0.03 * bump((0.2, -0.06), (0.08, 0.07))
    relief = relief + 0.035 * bump((0.0, -0.235), (0.1, 0.025)) + 0.03 * bump((0.0, -0.29), (0.08, 0.022))
    relief = relief - 0.03 * bump((0.0, -0.262), (0.13, 0.012)) + 0.05 * bump((0.0, -0.42), (0.1, 0.06))
    v = np.column_stack([x, y - relief * face, z])
    part = np.clip((v[:, 2] - 0.2 + 1.15 * (v[:, 1] + 0.1)) / 0.14, 0, 1)  # where the hair begins
    a, style = azimuth(v), int(rng.integers(3))
    wave = (np.sin(16 * a + 9 * z), np.sin(11 * a) * np.sin(22 * z), 0.4 * np.sin(34 * a))[style]
    hair = part * (0.06 + 0.022 * wave) * (1.0 if style < 2 else 0.7)
    out: Pieces = [e._replace(vertices=v * (1 + hair[:, None]) + np.array([0, 0.25, 0.3]) * hair[:, None])]
    if style == 2:
        out.append(kit.ellipsoid((0.36, 0.3, 0.34), (0, 0.46, 0.14), "body", 14, 9))
    for s in (1, -1):
        out += turn(kit.ellipsoid((0.07, 0.17, 0.26), (0, 0, 0), "body", 10, 8), y=s * 0.15, x=-0.15, at=(s * 0.345, 0.04, 0.0))
    return out


def _bust(rng: Rng) -> Pieces:
    """Head, neck and chest on a turned socle, about 1 high."""
    turned = [(0.155, 0), (0.155, 0.03), (0.13, 0.045), (0.09, 0.07), (0.075, 0.1), (0.085, 0.13), (0.11, 0.145), (0.09, 0.17)]
    rows = [  # width, depth, forward, height
        (0.2, 0.16, 0.0, 0.155),
        (0.36, 0.22, 0.01, 0.19),
        (0.5, 0.265, 0.015, 0.24),
        (0.575, 0.285, 0.02, 0.3),
        (0.6, 0.28, 0.012, 0.35),
        (0.575, 0.25, 0.0, 0.395),
        (0.45, 0.22, -0.01, 0.435),
        (0.29, 0.2, -0.012, 0.47),
        (0.2, 0.19, -0.005, 0.51),
        (0.185, 0.185, 0.005, 0.56),
        (0.19, 0.19, 0.015, 0.62),
    ]
    chest = loft([(oval(w, d, 36, 2.5) + (0, -fwd), z) for w, d, fwd, z in rows], "body")
    x, y, z = chest.vertices.T
    front_ = np.clip(-y / 0.08, 0, 1)
    pecs = np.exp(-(((np.abs(x) - 0.12) / 0.1) ** 2) - ((z - 0.29) / 0.05) ** 2)
    bones = np.exp(-((z - 0.4 - 0.12 * np.abs(x)) ** 2) / 0.00018) * (np.abs(x) > 0.02)
    neck = np.exp(-(((np.abs(x) - 0.05 - 0.3 * (0.55 - z)) / 0.03) ** 2)) * (z > 0.45)
    y = y - front_ * (0.03 * pecs + 0.009 * bones + 0.008 * neck) + 0.016 * front_ * np.exp(-((x / 0.03) ** 2)) * (z < 0.42)
    out: Pieces = [solid(turned, "body", 28), chest._replace(vertices=np.column_stack([x, y, z]))]
    turn_head = float(rng.uniform(-0.35, 0.35))
    return out + turn(kit.scale(_head(rng), 0.42), z=turn_head, at=(0, -0.025, 0.775))


def _animal(rng: Rng, which: str) -> Pieces:
    """A small animal facing -Y with rounded, simple forms."""
    e = kit.ellipsoid
    out: Pieces = []
    if which == "cat":
        out += [
            solid([(0.2, 0), (0.26, 0.05), (0.25, 0.25), (0.17, 0.5), (0.11, 0.66), (0.09, 0.72)], "body", 16),
            e((0.3, 0.28, 0.26), (0, -0.05, 0.78), "body", 14, 9),
            e((0.12, 0.1, 0.09), (0, -0.18, 0.74), "body", 8, 6),
        ]
        for s in (1, -1):
            out.append(
                kit.move(kit.lathe([(0.075, 0), (0.05, 0.09), (0, 0.17)], (0, 0, 0), "body", 8), (s * 0.09, -0.03, 0.86))[0]
            )
            out.append(kit.bar((s * 0.075, -0.14, 0.5), (s * 0.085, -0.2, 0.03), 0.06, "body", 10, 0.05))
            out.append(e((0.13, 0.18, 0.08), (s * 0.085, -0.23, 0.04), "body", 8, 6))
        out.append(
            rod(
                [(0.1, 0.18, 0.05), (0.3, 0.12, 0.05), (0.34, -0.08, 0.06), (0.26, -0.2, 0.1)],
                np.array([0.05, 0.045, 0.03]),
                "body",
                8,
                4,
            )
        )
    elif which == "bird":
        out += [e((0.42, 0.72, 0.42), (0, 0.05, 0.5), "body", 18, 11), e((0.28, 0.28, 0.27), (0, -0.24, 0.76), "body", 14, 9)]
        out.append(
            turn(kit.lathe([(0.05, 0), (0.03, 0.08), (0, 0.16)], (0, 0, 0), "second", 8), x=np.pi / 2, at=(0, -0.36, 0.75))[0]
        )
        out.append(
            kit.move(kit.rotate(kit.box((0.16, 0.4, 0.04), (0, 0, 0), "body", 0.015), "x", -0.3), (0, 0.46, 0.56 - 0.1))[0]
        )
        out += [kit.bar((s * 0.08, 0.03, 0.32), (s * 0.08, 0.0, 0.0), 0.02, "second", 6) for s in (1, -1)] + [
            e((0.1, 0.22, 0.03), (s * 0.08, -0.04, 0.015), "second", 8, 4) for s in (1, -1)
        ]
    elif which == "elephant":
        out += [
            e((0.5, 0.78, 0.52), (0, 0.08, 0.58), "body", 18, 11),
            e((0.36, 0.34, 0.38), (0, -0.38, 0.72), "body", 14, 9),
            rod(
                [(0, -0.5, 0.68), (0, -0.64, 0.5), (0, -0.66, 0.28), (0, -0.74, 0.2)],
                np.array([0.1, 0.075, 0.05, 0.04]),
                "body",
                10,
                4,
            ),
        ]
        for s in (1, -1):
            out.append(e((0.09, 0.26, 0.36), (s * 0.22, -0.3, 0.7), "body", 10, 8))
            out += [kit.bar((s * 0.14, y, 0.5), (s * 0.14, y, 0.0), 0.1, "body", 10, 0.085) for y in (-0.14, 0.3)]
            out.append(
                rod(
                    [(s * 0.1, -0.5, 0.58), (s * 0.12, -0.62, 0.52), (s * 0.12, -0.68, 0.58)],
                    np.array([0.025, 0.02, 0.008]),
                    "second",
                    6,
                    3,
                )
            )
    else:
        out += [
            e((0.34, 0.76, 0.38), (0, 0.05, 0.56), "body", 16, 10),
            rod([(0, -0.22, 0.6), (0, -0.36, 0.8), (0, -0.42, 0.95)], np.array([0.14, 0.1, 0.07]), "body", 10, 4),
            e((0.14, 0.34, 0.16), (0, -0.53, 0.93), "body", 12, 8),
        ]
        for s in (1, -1):
            out += [kit.bar((s * 0.1, y, 0.5), (s * 0.1, y - 0.02, 0.0), 0.06, "body", 8, 0.04) for y in (-0.22, 0.32)]
            out.append(kit.move(kit.lathe([(0.03, 0), (0, 0.1)], (0, 0, 0), "body", 6), (s * 0.04, -0.42, 1.0))[0])
        out.append(rod([(0, 0.4, 0.64), (0, 0.52, 0.56), (0, 0.54, 0.3)], np.array([0.04, 0.05, 0.02]), "body", 8, 3))
        out.append(kit.move(kit.box((0.04, 0.12, 0.34), (0, 0, 0), "second", 0.015), (0, -0.28, 0.82))[0])
    return out


@thing(
    _ALL,
    {"abstract": (0.22, 0.2, 0.4), "figure": (0.25, 0.22, 0.5), "bust": (0.24, 0.2, 0.4), "animal": (0.12, 0.14, 0.16)},
    {"modern": {"kind": "abstract"}},
    form=FORMS,
    animal=("cat", "bird", "elephant", "horse"),
    plinth=(True, True, False),
)
def statue(p: Any) -> Asset:
    """Abstract sculptures, standing figures, busts and small animals, mostly on a plinth."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    plain = ("plaster", "marble", "bronze", "stone", "plaster", "marble")
    body = pick(
        rng, plain if p.kind in ("bust", "figure") else (*plain[1:4], "ceramic:#ece7dc", "ceramic:#2f3133", "brass", "wood")
    )
    slots = {
        "body": body,
        "second": pick(rng, ("brass", "marble_black", "wood", body)),
        "base": pick(rng, ("wood", "marble_black", "stone", "black_metal")),
    }
    made = {
        "abstract": lambda: _abstract(p.form, rng),
        "figure": lambda: _figure(rng),
        "bust": lambda: _bust(rng),
        "animal": lambda: _animal(rng, p.animal),
    }[p.kind]()
    lo, hi = kit.bounds(made)
    wide, deep = (hi - lo)[:2] / (hi[2] - lo[2]) * h / (w, d)
    uneven = max(wide, deep, 1 / wide, 1 / deep) > 1.3  # a plinth fills the footprint where the figure would be squeezed
    hb = 0.1 * h if p.plinth or uneven or (p.form in ("ring", "knot", "sail") and p.kind == "abstract") else 0.0
    f = (h - hb) / (hi[2] - lo[2]) if h else 1.0
    span = (hi - lo) * f
    k = np.array([min(w / span[0], 1.15), min(d / span[1], 1.15)])
    k = np.minimum(k, k.min() * 1.25)
    out = fit(made, (span[0] * k[0], span[1] * k[1], h - hb + (0.004 if hb else 0)), (0, 0, hb - (0.004 if hb else 0)))
    if hb:
        out.append(_plinth(w, d, hb, round=abs(w - d) < 0.02 and rng.random() < 0.6))
    return done("statue", p, out, slots)


def _dial(r: float, marks: int, rng: Rng) -> Pieces:
    """A clock's dial in front view: marks and hands at ten past ten or so; lies 0..2 mm in front of y = 0."""
    out: Pieces = []
    for i in range(marks):
        a = 2 * np.pi * i / marks
        major = i % (marks // 4) == 0
        size = (0.06 * r, 0.0012, 0.2 * r) if major else (0.028 * r, 0.0012, 0.12 * r)
        out += kit.rotate(
            kit.move(kit.box(size, (0, 0, 0), "hands", 0.0), (0, -0.0005, (0.86 - (0.04 if major else 0)) * r)), "y", a
        )
    hour, minute = rng.uniform(0, 12), rng.uniform(0, 60)
    for length, width, y, a in (
        (0.5, 0.07, 0.0016, hour / 12),
        (0.76, 0.05, 0.0026, minute / 60),
        (0.8, 0.016, 0.0034, rng.random()),
    ):
        o = np.array([(-width / 2, -0.14), (width / 2, -0.14), (width * 0.32, length), (-width * 0.32, length)]) * r
        out += kit.rotate(front(o, 0.0008, "hands" if width > 0.02 else "second", 0.0, -y), "y", 2 * np.pi * a)
    out += front(oval(0.14 * r, 0.14 * r, 12), 0.005, "hands", 0.0004, -0.001)
    return out


@thing(
    _ALL,
    {"wall": (0.34, 0.045, 0.34), "alarm": (0.19, 0.09, 0.19)},
    {"digital": {"form": "digital"}, "round": {"case": "round"}, "square": {"case": "square"}},
    case=("round", "round", "round", "square", "rays"),
    form=("bells", "mantel", "digital", "drum"),
)
def clock(p: Any) -> Asset:
    """A wall clock (round, square, with rays) or a table clock (twin bells, mantel, digital, drum)."""
    rng = chance(p)
    w, d, h = p.width, p.depth, p.height
    dark = rng.random() < 0.25
    slots = {
        "case": pick(rng, ("wood", "black_metal", "brass", "white_metal", "metal")),
        "face": "paper:#2b2c2e" if dark else "paper:#f1ede3",
        "hands": "paper:#efe9dc" if dark else "paper:#232325",
        "second": "plastic:#b5352a",
        "glass": "glass",
        "screen": "screen",
        "digits": "plastic:#e2553a",
    }
    out: Pieces = []
    if p.kind == "wall":
        case = p.case if not (p.case == "rays" and p.style in ("industrial", "rustic")) else "round"
        r = 0.5 * (0.6 if case == "rays" else 1.0)
        o = oval(2 * r * w, 2 * r * h, 48) if case != "square" else rectangle(w, h, 0.02)
        f = (0.05 if case != "rays" else 0.1) * w * rng.uniform(0.6, 1.2)
        out += moulding(o, [(0, 0), (f, 0), (f, 0.9 * d), (0.6 * f, d), (0.15 * f, 0.94 * d), (0, 0.75 * d)], "case", True)
        out += front(kit.inset(o, 0.7 * f), 0.5 * d, "face", 0.0, -0.002)
        out += kit.move(_dial(r * min(w, h) - 1.15 * f, pick(rng, (12, 12, 60, 4)), rng), (0, -0.5 * d - 0.002, 0))
        if case == "rays":
            for i in range(12):
                t = 2 * np.pi * i / 12
                c, s = np.cos(t), np.sin(t)
                out.append(
                    kit.bar((0.28 * w * c, -0.4 * d, 0.28 * h * s), (0.46 * w * c, -0.4 * d, 0.46 * h * s), 0.004, "case", 6)
                )
                out.append(
                    kit.ellipsoid(
                        (0.07 * w, 0.5 * d, 0.07 * h),
                        (0.465 * w * c, -0.4 * d, 0.465 * h * s),
                        "case" if i % 2 else "hands",
                        10,
                        6,
                    )
                )
        return done("clock", p, out, slots, origin="back")
    if p.form == "bells":
        r = 0.42 * min(w, h)
        c = 0.06 * h + r
        out += kit.move(
            moulding(
                oval(2 * r, 2 * r, 36),
                [(0, 0), (0.08 * r, 0), (0.08 * r, 0.78 * d), (0.05 * r, 0.85 * d), (0, 0.8 * d)],
                "case",
                True,
            )
            + front(oval(1.86 * r, 1.86 * r, 36), 0.7 * d, "face", 0.0)
            + kit.move(_dial(0.86 * r, 12, rng), (0, -0.7 * d, 0)),
            (0, d / 2, c),
        )
        for s in (1, -1):
            bell = solid([(0.34 * r, 0), (0.33 * r, 0.06 * r), (0.2 * r, 0.22 * r), (0.03 * r, 0.26 * r)], "case", 16)
            out += turn(bell, y=s * 0.62, at=(s * 0.6 * r, 0, c + 0.82 * r))
            out += [
                kit.bar((s * 0.6 * r, 0.1 * d, c - 0.75 * r), (s * 0.78 * r, y * d, 0), 0.05 * r, "case", 8, 0.035 * r)
                for y in (0.36, -0.26)
            ]
        out.append(kit.bar((0, 0, c + 0.9 * r), (0, 0, c + 1.2 * r), 0.02 * r, "case", 6))
        out.append(kit.ellipsoid((0.12 * r, 0.12 * r, 0.16 * r), (0, 0, c + 1.2 * r), "case", 8, 6))
    elif p.form == "mantel":
        slots["case"] = "wood"
        t = np.linspace(0, np.pi, 15)
        o = np.concatenate(
            [
                [(-w / 2, 0.08 * h), (w / 2, 0.08 * h), (0.42 * w, 0.3 * h)],
                np.stack([0.36 * w * np.cos(t), 0.62 * h + 0.38 * h * np.sin(t)], -1),
                [(-0.42 * w, 0.3 * h)],
            ]
        )
        out += front(o, 0.8 * d, "case", 0.004, 0.4 * d) + [kit.box((w, d, 0.09 * h), (0, 0, 0.045 * h), "case", 0.004)]
        r = 0.3 * w
        out += kit.move(
            moulding(oval(2 * r, 2 * r, 32), [(0, 0), (0.1 * r, 0), (0.1 * r, 0.03 * h), (0, 0.04 * h)], "rim")
            + front(oval(1.9 * r, 1.9 * r, 32), 0.002, "face", 0.0)
            + kit.move(_dial(0.86 * r, 12, rng), (0, -0.002, 0)),
            (0, -0.4 * d, 0.62 * h),
        )
        slots["rim"] = "brass"
    elif p.form == "digital":
        slots["case"] = pick(rng, ("plastic_black", "wood", "plastic_white"))
        hh = min(h, 0.55 * w)
        out += [kit.box((w, d, hh), (0, 0, hh / 2), "case", 0.008, segments=2)]
        out += front(rectangle(0.9 * w, 0.72 * hh, 0.004), 0.002, "screen", 0.0004, -d / 2 + 0.001)
        k = 0.5 * hh
        seg = {
            "0": "abcdef",
            "1": "bc",
            "2": "abged",
            "3": "abgcd",
            "4": "fgbc",
            "5": "afgcd",
            "6": "afgedc",
            "7": "abc",
            "8": "abcdefg",
            "9": "abcdfg",
        }
        at = {
            "a": (0, 1, 1),
            "g": (0, 0, 1),
            "d": (0, -1, 1),
            "f": (-1, 0.5, 0),
            "b": (1, 0.5, 0),
            "e": (-1, -0.5, 0),
            "c": (1, -0.5, 0),
        }
        for i, ch in enumerate(f"{int(rng.integers(24)):02d}{int(rng.integers(60)):02d}"):
            cx = (-0.31, -0.13, 0.13, 0.31)[i] * w
            for q in seg[ch]:
                x, z, flat = at[q]
                size = (0.36 * k, 0.001, 0.08 * k) if flat else (0.08 * k, 0.001, 0.4 * k)
                out.append(kit.box(size, (cx + x * 0.22 * k, -d / 2 - 0.0012, hh / 2 + z * 0.44 * k), "digits", 0.0))
        out += [kit.box((0.07 * k, 0.001, 0.07 * k), (0, -d / 2 - 0.0012, hh / 2 + s * 0.2 * k), "digits", 0.0) for s in (1, -1)]
    else:
        r = 0.48 * min(w, h)
        o = oval(2 * r, 2 * r, 40)
        out += kit.move(
            moulding(o, [(0, 0), (0.1 * r, 0), (0.1 * r, 0.9 * d), (0.06 * r, d), (0, 0.94 * d)], "case", True)
            + front(kit.inset(o, 0.08 * r), 0.85 * d, "face", 0.0)
            + kit.move(_dial(0.84 * r, 12, rng), (0, -0.85 * d, 0)),
            (0, d / 2, r + 0.02 * h),
        )
        out += [kit.box((0.16 * r, 0.8 * d, 0.06 * h), (s * 0.4 * r, 0, 0.03 * h), "case", 0.002) for s in (1, -1)]
    return done("clock", p, out, slots)


GENERATORS = (*_ALL, *BELONGINGS, *KEEPSAKES)
__all__ = ["GENERATORS"]
