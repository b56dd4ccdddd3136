"""What the device families share: parameter classes with sizes by kind, a sampler for them, and a few compound shapes."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar, dataclass_transform

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Emitter, PartSpec, Vec3, choice, finish, length, sample_params
from ..kit import Floats, Piece, Pieces

STYLES = ("modern", "classic", "rustic", "industrial", "midcentury")
_SIZES: dict[type, dict[str, Vec3]] = {}
_T = TypeVar("_T")


@dataclasses.dataclass(frozen=True, slots=True)
class Sized:
    """Overall box in metres, and the style that shapes edges, legs and handles."""

    width: float = length(1.0, 0.1, 3.0, "Overall width")
    depth: float = length(1.0, 0.1, 3.0, "Overall depth")
    height: float = length(1.0, 0.1, 3.0, "Overall height")
    style: str = choice("modern", STYLES, "Style of edges, legs and handles")


@dataclasses.dataclass(frozen=True, slots=True)
class Kinded(Sized):
    """A sized thing that comes in kinds."""

    kind: str = choice("", ("",), "Kind of thing")


@dataclass_transform(frozen_default=True)
def sized(
    *size: float, mounts: dict[str, Vec3] | None = None, **kinds: tuple[float, float, float]
) -> Callable[[type[_T]], type[_T]]:
    """Class decorator: a frozen parameter dataclass of one typical size, or of several kinds with a size each.

    Limits reach from 0.22 to 3.6 times the typical sizes; the first kind is the default. `mounts` adds a field `mount`
    (`stand` unless told otherwise) and gives the typical size of the thing held in another way.
    """
    sizes = kinds or {"": (size[0], size[1], size[2])}
    held = mounts or {}

    def wrap(cls: type[_T]) -> type[_T]:
        table = np.array([*sizes.values(), *held.values()])
        first = next(iter(sizes.values()))
        notes = dict(inspect.get_annotations(cls))
        for i, (name, text) in enumerate((("width", "Overall width"), ("depth", "Overall depth"), ("height", "Overall height"))):
            lower, upper = float(table[:, i].min()) * 0.22, float(table[:, i].max()) * 3.6
            setattr(cls, name, length(first[i], round(lower, 4), round(upper, 4), text))
            notes[name] = "float"
        if kinds:
            cls.kind = choice(next(iter(kinds)), tuple(kinds), "Kind of thing")  # type: ignore[attr-defined]
            notes["kind"] = "str"
        if held:
            cls.mount = choice("stand", ("stand", *held), "How it is held up")  # type: ignore[attr-defined]
            notes["mount"] = "str"
        cls.__annotations__ = notes
        made = dataclasses.dataclass(frozen=True, slots=True)(cls)
        _SIZES[made] = {**sizes, **{f"mount {k}": v for k, v in held.items()}}
        return made

    return wrap


def sampler(
    kind: type,
    make: Callable[[Any], Asset],
    lock: bool = False,
    fixed: Sequence[str] = (),
    exact: Sequence[str] = (),
    free: Mapping[str, Sequence[Any]] | None = None,
) -> Callable[..., Asset]:
    """The random half of a generator pair: `rand(rng, **overrides) -> Asset`.

    Sizes vary about the kind's typical ones; with `lock` the free dimensions follow the given ones in proportion.
    Dimensions named in `exact` do not vary. Choices, flags, numbers and counts are drawn over their range, unless named in
    `fixed` or overridden. `free` narrows a field to some equally likely values. TypeError for an unknown parameter.
    """
    fields = {f.name: f for f in dataclasses.fields(kind)}
    drawn = dict(free or {})
    axes = ("width", "depth", "height")

    def rand(rng: np.random.Generator, **overrides: Any) -> Asset:
        for name in overrides:
            if name not in fields:
                raise TypeError(f"{kind.__name__} has no parameter {name!r}")
        given = {k: v for k, v in overrides.items() if v is not None}
        values: dict[str, Any] = {}
        for f in fields.values():
            meta = f.metadata
            if f.name in axes or f.name in fixed or f.name == "mount" or meta.get("unit") == "LENGTH":
                continue
            if f.name in drawn:
                values[f.name] = drawn[f.name][int(rng.integers(len(drawn[f.name])))]
            elif "options" in meta:
                values[f.name] = meta["options"][int(rng.integers(len(meta["options"])))]
            elif "lower" not in meta:
                values[f.name] = bool(rng.random() < 0.5)
            elif meta["unit"] == "COUNT":
                values[f.name] = int(rng.integers(meta["lower"], meta["upper"] + 1)) if meta["lower"] else f.default
            else:
                values[f.name] = float(round(rng.uniform(meta["lower"], meta["upper"]), 3))
        values.update(given)
        sizes = _SIZES[kind]
        usual = sizes.get(values.get("kind", ""), next(iter(sizes.values())))
        base = np.array(sizes.get(f"mount {values.get('mount', '')}", usual))
        jitter = rng.uniform(0.93, 1.07, 3)
        ratio = [float(given[a]) / b for a, b in zip(axes, base, strict=True) if a in given]
        factor = float(np.exp(np.mean(np.log(ratio)))) if ratio and lock else 1.0
        for a, b, j in zip(axes, base, jitter, strict=True):
            values.setdefault(a, float(round(b * factor * (1 if a in exact else j), 4 if b < 0.05 else 3)))
        return make(sample_params(kind, rng, **values))

    return rand


def done(
    name: str,
    p: Sized,
    pieces: Sequence[Piece],
    slots: dict[str, str],
    surfaces: Sequence[Surface] = (),
    solids: Sequence[Box] | None = None,
    emitters: Sequence[Emitter] = (),
    parts: Sequence[PartSpec] = (),
    origin: Literal["base", "back", "top"] = "base",
) -> Asset:
    """`finish` to the parameters' size, declaring only the slots in use."""
    used = {q.slot for q in pieces} | {q.slot for s in parts for q in s.pieces}
    kept = {k: v for k, v in slots.items() if k in used} | {k: "" for k in used if k not in slots}
    boxes = _grown(solids, [*pieces, *(q for s in parts for q in s.pieces)]) if solids else None
    return finish(name, p, pieces, kept, surfaces, boxes, emitters, parts, (p.width, p.depth, p.height), origin)


def _grown(boxes: Sequence[Box], pieces: Sequence[Piece]) -> list[Box]:
    """The boxes, each grown to take in those vertices that none holds and to which it is nearest."""
    v = np.concatenate([q.vertices for q in pieces])
    lo, hi = np.array([b.lower for b in boxes]), np.array([b.upper for b in boxes])
    far = np.linalg.norm(np.maximum(np.maximum(lo[:, None] - v, v - hi[:, None]), 0), axis=2)
    nearest = np.argmin(far, axis=0)
    for i in range(len(boxes)):
        mine = v[(nearest == i) & (far.min(axis=0) > 1e-9)]
        if len(mine):
            lo[i], hi[i] = np.minimum(lo[i], mine.min(0)), np.maximum(hi[i], mine.max(0))
    return [Box(tuple(map(float, a)), tuple(map(float, b))) for a, b in zip(lo, hi, strict=True)]  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------- shapes


def skin(
    outline: Floats, profile: Sequence[Sequence[float]], slot: str, at: Sequence[float] = (0, 0, 0), closed: bool = False
) -> Piece:
    """A body whose cross-sections are one outline (n, 2), scaled and shifted: rows (sx, sy, dy, z), bottom to top outside.

    A profile that turns over a rim and comes down again inside makes a hollow vessel. `closed` joins last and first row.
    """
    o = np.asarray(outline, float)
    return loft([(o * (r[0], r[1]) + (0.0, r[2]), r[3]) for r in profile], slot, at, closed)


def loft(rings: Sequence[tuple[Floats, float]], slot: str, at: Sequence[float] = (0, 0, 0), closed: bool = False) -> Piece:
    """A body through outlines (n, 2) at heights, all of the same number of points, counter-clockwise."""
    n, k = len(rings[0][0]), len(rings)
    v = np.concatenate([np.column_stack([q, np.full(n, z)]) for q, z in rings]) + np.asarray(at, float)
    idx = np.arange(k * n).reshape(k, n)
    lo, hi = (idx, np.roll(idx, -1, 0)) if closed else (idx[:-1], idx[1:])
    q = np.stack([lo, np.roll(lo, -1, 1), np.roll(hi, -1, 1), hi], -1).reshape(-1, 4)
    loops, counts = q.reshape(-1), np.full(len(q), 4)
    if not closed:
        loops, counts = np.concatenate([loops, idx[0][::-1], idx[-1]]), np.concatenate([counts, [n, n]])
    return kit.outward(Piece(v, loops, counts, kit.box_uvs(v, loops, counts), np.full(len(counts), True), slot))


def oval(width: float, depth: float, segments: int = 28, power: float = 2.0, egg: float = 0.0) -> Floats:
    """A counter-clockwise superellipse (segments, 2); `egg` > 0 narrows the front (-Y)."""
    t = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    x = np.sign(c) * np.abs(c) ** (2 / power) * width / 2
    y = np.sign(s) * np.abs(s) ** (2 / power) * depth / 2
    return np.stack([x * (1 + egg * np.sin(t)), y], -1)


def framed(
    outer: tuple[float, float],
    hole: tuple[float, float],
    z0: float,
    z1: float,
    slot: str,
    at: Sequence[float] = (0, 0, 0),
    shift: Sequence[float] = (0, 0),
    radius: float = 0.02,
    edge: float = 0.004,
    outer_radius: float = 0.006,
) -> Piece:
    """A flat plate with one rounded hole: bezels, worktops round a basin. `shift` moves the hole."""
    o, h, e = kit.rounded_rect(*outer, outer_radius, 4), kit.rounded_rect(*hole, radius, 4) + np.asarray(shift, float), edge
    rings = [(kit.inset(o, e), z0), (o, z0 + e), (o, z1 - e), (kit.inset(o, e), z1), (kit.inset(h, -e), z1), (h, z1 - e), (h, z0)]
    return loft(rings, slot, at, closed=True)


def basin(
    width: float,
    depth: float,
    z_top: float,
    z_floor: float,
    slot: str,
    at: Sequence[float] = (0, 0, 0),
    radius: float = 0.05,
    rim: float = 0.012,
    wall: float = 0.004,
) -> Pieces:
    """An inset sink with a drain: a flange lying at `z_top`, a hollow basin with a flat floor at exactly `z_floor`."""
    i = kit.rounded_rect(width, depth, radius, 4)
    deep, f = z_top - z_floor, min(0.03, (z_top - z_floor) * 0.25)
    rings = [
        (kit.inset(i, 0.02 - wall), z_floor - wall),
        (kit.inset(i, -wall), z_floor + f),
        (kit.inset(i, -wall), z_top - 0.003),
        (kit.inset(i, -rim), z_top - 0.002),
        (kit.inset(i, -rim), z_top + 0.001),
        (kit.inset(i, -rim * 0.7), z_top + 0.002),
        (kit.inset(i, -0.002), z_top + 0.002),
        (kit.inset(i, 0.001), z_top - 0.004),
        (kit.inset(i, 0.004), z_floor + f),
        (kit.inset(i, 0.004 + 0.3 * f), z_floor + 0.3 * f),
        (kit.inset(i, 0.004 + f), z_floor),
    ]
    drain = [
        kit.torus(0.024, 0.004, (0, depth * 0.2, z_floor), "chrome", 14, 5),
        kit.cylinder(0.02, 0.002, (0, depth * 0.2, z_floor), "chrome", 0, 14),
    ]
    return kit.move([loft(rings, slot), *drain] if deep > 0.05 else [loft(rings, slot)], at)


def faucet(
    at: Sequence[float], height: float = 0.28, reach: float = 0.2, slot: str = "chrome", arc: bool = True, levers: int = 1
) -> Pieces:
    """A tap standing on `at`, its spout towards the front."""
    r = 0.011
    if arc:
        t = np.linspace(0, np.pi * 1.06, 9)
        curve = np.stack([np.zeros(9), -reach / 2 + reach / 2 * np.cos(t), height - reach / 2 + reach / 2 * np.sin(t)], -1)
        path = np.concatenate([[[0, 0, 0.0], [0, 0, height * 0.3]], curve])
    else:
        path = np.array(
            [
                [0, 0, 0],
                [0, 0, height * 0.62],
                [0, -0.012, height * 0.78],
                [0, -0.04, height * 0.86],
                [0, -reach * 0.92, height],
                [0, -reach, height - 0.012],
            ]
        )
    out = [
        kit.tube(path, r, slot, 8),
        kit.cylinder(0.024, 0.012, (0, 0, 0), slot, 0.003, 14),
        kit.cylinder(0.018, min(0.07, height * 0.4), (0, 0, 0.008), slot, 0.003, 12),
    ]
    if levers == 1:
        out += [
            kit.bar((0.014, 0, 0.05), (0.045, 0, 0.055), 0.009, slot, 8),
            kit.bar((0.04, 0, 0.055), (0.05, -0.02, 0.105), 0.005, slot, 6),
        ]
    else:
        for x in (-0.09, 0.09):
            out += [
                kit.cylinder(0.02, 0.03, (x, 0, 0), slot, 0.004, 12),
                kit.bar((x - 0.03, 0, 0.045), (x + 0.03, 0, 0.045), 0.006, slot, 6),
                kit.bar((x, -0.03, 0.045), (x, 0.03, 0.045), 0.006, slot, 6),
                kit.cylinder(0.009, 0.02, (x, 0, 0.03), slot, 0.002, 8),
            ]
    return kit.move(out, at)


def cyl(
    at: Sequence[float],
    radius: float,
    long: float,
    axis: str,
    slot: str,
    bevel: float = 0.002,
    segments: int = 16,
    end: float | None = None,
) -> Piece:
    """A bevelled cylinder starting at `at` and running `long` metres along `axis`: x, -x, y, -y, z or -z."""
    c = kit.cylinder(radius, long, (0, 0, 0), slot, bevel, segments, end)
    turn = {
        "x": ("y", np.pi / 2),
        "-x": ("y", -np.pi / 2),
        "-y": ("x", np.pi / 2),
        "y": ("x", -np.pi / 2),
        "z": ("x", 0.0),
        "-z": ("x", np.pi),
    }
    return kit.move(kit.rotate(c, *turn[axis]), at)[0]


def aim(pieces: kit.PieceOrPieces, at: Sequence[float], direction: Sequence[float]) -> Pieces:
    """Pieces built along +Z from the origin, turned to point along `direction` and moved to `at`."""
    d = np.asarray(direction, float)
    d = d / np.linalg.norm(d)
    tilt, yaw = float(np.arccos(np.clip(d[2], -1, 1))), float(np.arctan2(d[1], d[0]))
    return kit.move(kit.rotate(kit.rotate(pieces, "y", tilt), "z", yaw), at)


def upright(pieces: kit.PieceOrPieces) -> Pieces:
    """Pieces built flat (outline in XY, thickness up) set on edge: their +Z comes to face the front, -Y."""
    return kit.rotate(pieces, "x", np.pi / 2)


def handle(at: Sequence[float], long: float, across: str, style: str, slot: str = "handle") -> Pieces:
    """A pull in front of `at` (its centre on the door's face); 30 mm deep. `across` is x or z."""
    x, y, z = at
    if style in ("classic", "rustic"):
        r = 0.015
        knob = kit.lathe([(0.006, 0), (0.006, 0.012), (r, 0.018), (r, 0.024), (r * 0.7, 0.029), (0, 0.03)], (0, 0, 0), slot, 12)
        return kit.move(upright(knob), at)
    if style == "midcentury":
        return [cyl((x, y, z), 0.009, 0.012, "-y", slot, 0.002, 12), cyl((x, y - 0.01, z), 0.018, 0.02, "-y", slot, 0.003, 16)]
    d = np.array([1.0, 0, 0]) if across == "x" else np.array([0, 0, 1.0])
    a, b = np.array(at) - d * long / 2, np.array(at) + d * long / 2
    off = np.array([0, -0.025, 0])
    if style == "industrial":
        return [
            kit.tube(np.array([a, a + off * 0.7, a + off + d * 0.015, b + off - d * 0.015, b + off * 0.7, b]), 0.006, slot, 8)
        ]
    grip = kit.box(np.abs(d) * long + np.where(d > 0, 0, 0.01), (a + b) / 2 + off, slot, 0.003)
    return [grip, *[kit.box((0.008, 0.024, 0.008), e + off / 2 + d * s, slot, 0.0015) for e, s in ((a, 0.02), (b, -0.02))]]


def front(
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    y: float,
    style: str,
    slot: str = "front",
    gap: float = 0.0015,
    thick: float = 0.02,
) -> Pieces:
    """A door or drawer front whose outer face is at `y`: flat, or a frame with a sunk panel where the style asks for it."""
    a, b, c, e = x0 + gap, x1 - gap, z0 + gap, z1 - gap
    if style not in ("classic", "rustic") or min(b - a, e - c) < 0.16:
        return [kit.slab(a, b, y, y + thick, c, e, slot, 0.002)]
    f = 0.055 if style == "classic" else 0.07
    return [
        kit.slab(a, a + f, y, y + thick, c, e, slot, 0.002, "z"),
        kit.slab(b - f, b, y, y + thick, c, e, slot, 0.002, "z"),
        kit.slab(a + f - 0.001, b - f + 0.001, y + 0.0004, y + thick, e - f, e, slot, 0.002, "x"),
        kit.slab(a + f - 0.001, b - f + 0.001, y + 0.0004, y + thick, c, c + f, slot, 0.002, "x"),
        kit.slab(a + f - 0.004, b - f + 0.004, y + 0.008, y + thick - 0.002, c + f - 0.004, e - f + 0.004, slot, 0.001, "z"),
    ]


def display(x0: float, x1: float, z0: float, z1: float, y: float, slot: str = "screen") -> Piece:
    """A thin pane set 1 mm proud of a face at `y`."""
    return kit.slab(x0, x1, y - 0.001, y + 0.003, z0, z1, slot, 0.0005)


def castors(points: Sequence[tuple[float, float]], radius: float = 0.03, slot: str = "rubber", fork: str = "metal") -> Pieces:
    """Small wheels under (x, y) points; their forks end at 2.6 radii over the floor."""
    out: Pieces = []
    for x, y in points:
        out += [
            cyl((x - radius * 0.35, y, radius), radius, radius * 0.7, "x", slot, 0.003, 12),
            kit.slab(
                x - radius * 0.55, x + radius * 0.55, y - radius * 0.5, y + radius * 0.5, radius * 1.5, radius * 2.2, fork, 0.002
            ),
            kit.slab(
                x - radius * 0.55, x - radius * 0.4, y - radius * 0.4, y + radius * 0.4, radius * 0.7, radius * 1.7, fork, 0.001
            ),
            kit.slab(
                x + radius * 0.4, x + radius * 0.55, y - radius * 0.4, y + radius * 0.4, radius * 0.7, radius * 1.7, fork, 0.001
            ),
            kit.cylinder(radius * 0.3, radius * 0.5, (x, y, radius * 2.15), fork, 0.001, 8),
        ]
    return out


def cover(pieces: kit.PieceOrPieces, pad: float = 0.001) -> Box:
    """The box round some pieces, for `solids`."""
    lo, hi = kit.bounds(pieces)
    return Box(tuple(float(t) - pad for t in lo), tuple(float(t) + pad for t in hi))  # type: ignore[arg-type]


def top(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    z: float,
    name: str = "top",
    inset: float = 0.015,
    clearance: float = 10.0,
    kind: Literal["on", "in"] = "on",
    round: bool = False,
) -> Surface:
    """A surface inset from its edges."""
    return Surface(name, kind, x0 + inset, y0 + inset, x1 - inset, y1 - inset, z, clearance, round)


def plate(
    width: float,
    depth: float,
    thick: float,
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    radius: float = 0.01,
    bevel: float = 0.002,
) -> Piece:
    """A level slab with rounded corners, standing on `at`."""
    return kit.prism(kit.rounded_rect(width, depth, radius, 4), thick, at, slot, bevel, smooth_sides=True)


def panel(
    width: float,
    height: float,
    thick: float,
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    radius: float = 0.01,
    bevel: float = 0.002,
) -> Piece:
    """An upright slab with rounded corners: its front face is centred at `at`, its thickness runs back."""
    return kit.move(upright(plate(width, height, thick, (0, 0, 0), slot, radius, bevel)), (at[0], at[1] + thick, at[2]))[0]


def opening(
    outer: tuple[float, float],
    hole: tuple[float, float],
    thick: float,
    at: Sequence[float],
    slot: str = "body",
    radius: float = 0.02,
    shift: Sequence[float] = (0, 0),
    outer_radius: float = 0.01,
) -> Piece:
    """An upright plate with a rounded hole: its front face is centred at `at`."""
    return kit.move(
        upright(framed(outer, hole, 0, thick, slot, (0, 0, 0), shift, radius, min(0.004, thick * 0.35), outer_radius)),
        (at[0], at[1] + thick, at[2]),
    )[0]


def dots(
    points: Sequence[tuple[float, float]], y: float, radius: float, slot: str = "metal", deep: float = 0.004, segments: int = 12
) -> Pieces:
    """Round buttons or knobs standing out of a front at `y`, at (x, z) points."""
    return [cyl((x, y + 0.001, z), radius, deep + 0.001, "-y", slot, min(0.0015, deep * 0.4), segments) for x, z in points]


def cap(x: float, y: float, width: float, depth: float, z0: float, z1: float, slot: str, taper: float = 0.12) -> Piece:
    """A tapering block of six faces: a keycap, a button."""
    r = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]) * (width, depth) + (x, y)
    c = r.mean(0)
    v = np.concatenate([np.column_stack([r, np.full(4, z0)]), np.column_stack([(r - c) * (1 - taper) + c, np.full(4, z1)])])
    return kit.piece(v, [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)], slot, False)


def key_grid(
    columns: int,
    rows: int,
    width: float,
    depth: float,
    at: Sequence[float],
    slot: str = "dark",
    rise: float = 0.004,
    gap: float = 0.14,
) -> Pieces:
    """Rows of keycaps over a width and depth centred at `at`, as one piece."""
    w, d = width / columns, depth / rows
    one = cap(0, 0, w * (1 - gap), d * (1 - gap), at[2] - 0.001, at[2] + rise, slot)
    x, y = np.meshgrid(at[0] - width / 2 + (np.arange(columns) + 0.5) * w, at[1] - depth / 2 + (np.arange(rows) + 0.5) * d)
    shift = np.column_stack([x.ravel(), y.ravel(), np.zeros(x.size)])
    n = len(shift)
    v = (one.vertices[None] + shift[:, None]).reshape(-1, 3)
    loops = (one.loops[None] + 8 * np.arange(n)[:, None]).reshape(-1)
    return [Piece(v, loops, np.tile(one.counts, n), np.tile(one.uvs, (n, 1)), np.tile(one.smooth, n), slot)]


def pipe(points: Sequence[Sequence[float]], radius: float, slot: str = "metal", bend: float = 0.05, segments: int = 8) -> Piece:
    """A round bar along straight runs with bent corners."""
    p = np.asarray(points, float)
    out = [p[0]]
    for a, b, c in zip(p[:-2], p[1:-1], p[2:], strict=True):
        u, v = a - b, c - b
        lu, lv = float(np.linalg.norm(u)), float(np.linalg.norm(v))
        r = min(bend, 0.45 * lu, 0.45 * lv)
        e, f = b + u / lu * r, b + v / lv * r
        out += [(1 - t) ** 2 * e + 2 * t * (1 - t) * b + t**2 * f for t in (0.0, 0.33, 0.67, 1.0)]
    return kit.tube(np.array([*out, p[-1]]), radius, slot, segments)


def wheel(at: Sequence[float], radius: float, thick: float, slot: str = "rubber", hub: str = "metal", spokes: int = 0) -> Pieces:
    """A wheel turning about X, centred at `at`: tyre, rim, hub and, if asked for, wire spokes."""
    r = thick / 2
    out: Pieces = [kit.torus(radius - r, r, (0, 0, 0), slot, 28, 8)]
    if spokes:
        out += [
            kit.torus(radius - 2 * r, r * 0.6, (0, 0, 0), hub, 28, 6),
            kit.cylinder(radius * 0.07, thick * 2.2, (0, 0, -thick * 1.1), hub, 0.002, 10),
        ]
        out += kit.ring(kit.bar((radius * 0.05, 0, 0.006), (radius - 2 * r, 0, 0), 0.0016, hub, 4), spokes)
    else:
        out += [
            kit.cylinder(radius - r, thick * 0.6, (0, 0, -thick * 0.3), hub, 0.002, 20),
            kit.cylinder(radius * 0.25, thick * 0.9, (0, 0, -thick * 0.45), hub, 0.002, 12),
        ]
    return kit.move(kit.rotate(out, "y", np.pi / 2), at)


def grille(x0: float, x1: float, z0: float, z1: float, y: float, count: int, slot: str = "dark", thick: float = 0.004) -> Pieces:
    """Level slats across a front at `y`."""
    pitch = (z1 - z0) / count
    return [kit.slab(x0, x1, y, y + thick, z0 + i * pitch, z0 + (i + 0.55) * pitch, slot, 0.0) for i in range(count)]


def origin_of(p: Any) -> Literal["base", "back", "top"]:
    """Where a thing's origin lies by its `mount`."""
    return {"wall": "back", "ceiling": "top"}.get(getattr(p, "mount", ""), "base")  # type: ignore[return-value]


PLASTIC = {
    "black": "plastic:#1c1c1e",
    "white": "plastic:#ecece8",
    "grey": "plastic:#6d7175",
    "silver": "plastic:#a9adb1",
    "red": "plastic:#a8261f",
    "blue": "plastic:#2a5c96",
    "green": "plastic:#4f7a5a",
    "cream": "plastic:#e6dcc2",
    "mint": "plastic:#a9cfc0",
    "yellow": "plastic:#d9a51f",
    "orange": "plastic:#cf6420",
    "steel": "steel",
    "wood": "wood",
    "pink": "plastic:#d7a0a4",
    "purple": "plastic:#5d4385",
}
BASICS = {
    "dark": "plastic:#1b1b1d",
    "grey": "plastic:#5b5f63",
    "pale": "plastic:#c9ccce",
    "white": "plastic:#efefec",
    "red": "plastic:#b8322a",
    "green": "plastic:#3c8f4c",
    "blue": "plastic:#2b61a6",
    "yellow": "plastic:#dcae25",
    "orange": "plastic:#d2661f",
    "metal": "metal",
    "steel": "steel",
    "black": "black_metal",
    "chrome": "chrome",
    "brass": "brass",
    "glass": "glass",
    "screen": "screen",
    "rubber": "rubber",
    "wood": "wood",
    "fabric": "fabric",
    "leather": "leather",
    "paper": "paper",
    "cone": "paper:#3a3a3c",
    "light": "light",
}
HUNG: dict[str, dict[str, Any]] = {"mount_hung_on": {"mount": "wall"}, "wall_mounted": {"mount": "wall"}}


def _sound(p: Piece) -> Piece:
    """The piece without faces that have no area."""
    ok = np.linalg.norm(kit.face_normals(p.vertices, p.loops, p.counts), axis=1) > 1e-11
    return p if ok.all() else kit.keep_faces(p, ok)


def device(
    name: str,
    p: Any,
    pieces: Sequence[Piece],
    body: str,
    surfaces: Sequence[Surface] = (),
    solids: Sequence[Box] | None = None,
    emitters: Sequence[Emitter] = (),
    parts: Sequence[PartSpec] = (),
    origin: Literal["base", "back", "top"] | None = None,
    **slots: str,
) -> Asset:
    """`done` with the usual slots: `body` is a colour of PLASTIC or a material, `slots` add or replace others."""
    pieces = [_sound(q) for q in pieces]
    return done(
        name,
        p,
        pieces,
        {"body": PLASTIC.get(body, body), **slots, **{k: v for k, v in BASICS.items() if k not in slots}},
        surfaces,
        solids,
        emitters,
        parts,
        origin or origin_of(p),
    )


def colours(*names: str) -> Any:
    """A field: the colour of the body."""
    return choice(names[0], names, "Colour of the body")
