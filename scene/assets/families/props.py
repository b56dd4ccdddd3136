"""What the families of small things share: their parameters, the way kinds and sizes are drawn, and finishing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from ....model.assets import Box, Surface
from .. import kit
from ..asset import Asset, Emitter, choice, count, finish, length, sample_params
from ..kit import Floats, Piece

Size = tuple[float, float, float]
STYLES = ("modern", "classic", "rustic", "industrial", "midcentury")


def side(default: float) -> Any:
    """A free overall dimension: small things come in all sizes."""
    return length(default, max(0.0004, 0.04 * default), max(1.0, 12 * default), "overall size")


@dataclass(frozen=True, slots=True)
class Prop:
    """Parameters that every small thing has; `seed` picks its colours and irregularities."""

    width: float = side(0.2)
    depth: float = side(0.2)
    height: float = side(0.2)
    style: str = choice("modern", STYLES)
    seed: int = count(0, 0, 9999, "variation")


def chance(p: Prop) -> np.random.Generator:
    """The generator of a thing's irregularities: a function of its parameters alone."""
    return np.random.default_rng(p.seed)


def maker(
    params: type,
    make: Callable[[Any], Asset],
    sizes: Mapping[str, Size],
    spread: float = 0.12,
    **free: Sequence[Any],
) -> Callable[..., Asset]:
    """The sampling twin of a generator.

    `sizes` gives the usual size of each kind ("" if there are no kinds): things of one kind keep their proportions within a
    few per cent, and a dimension asked for carries the others along. `free` lists equally likely values of other fields.
    """
    names = {f.name for f in dataclasses.fields(params)}
    dims = ("width", "depth", "height")

    def rand(rng: np.random.Generator, **overrides: Any) -> Asset:
        for name in overrides:
            if name not in names:
                raise TypeError(f"{params.__name__} has no parameter {name!r}")
        given = {k: v for k, v in overrides.items() if v is not None}
        kinds = list(sizes)
        kind = kinds[int(rng.integers(len(kinds)))]
        if given.get("kind") in sizes:
            kind = given["kind"]
        values: dict[str, Any] = {"kind": kind} if "kind" in names else {}
        base = np.array(sizes[kind], float)
        f = rng.uniform(1 - spread, 1 + spread) * np.array([1.0, 1.0, rng.uniform(0.94, 1.06)])
        f[1] = f[0] if abs(base[0] - base[1]) < 1e-6 else f[0] * rng.uniform(0.95, 1.05)
        ratios = [given[n] / b for n, b in zip(dims, base, strict=True) if n in given]
        if ratios:
            f = f / f[0] * float(np.exp(np.mean(np.log(ratios))))
        for i, n in enumerate(dims):
            values[n] = round(float(base[i] * f[i]), 4)
        if abs(base[0] - base[1]) < 1e-6:  # round things stay round unless told otherwise
            for a, b in (("width", "depth"), ("depth", "width")):
                if a in given and b not in given:
                    values[b] = given[a]
        for name, options in free.items():
            values[name] = options[int(rng.integers(len(options)))]
        values["seed"] = int(rng.integers(10000))
        values.update(given)
        return make(sample_params(params, rng, **values))

    rand.__name__ = f"{make.__name__}_rand"
    rand.__doc__ = f"A {make.__name__.replace('_', ' ')} drawn at random."
    return rand


def done(
    name: str,
    p: Prop,
    pieces: Sequence[Piece],
    slots: Mapping[str, str],
    surfaces: Sequence[Surface] = (),
    solids: Sequence[Box] | None = None,
    emitters: Sequence[Emitter] = (),
    origin: Literal["base", "back", "top"] = "base",
) -> Asset:
    """Finish to the exact size, keeping only the material slots in use."""
    used = {q.slot for q in pieces}
    return finish(
        name,
        p,
        pieces,
        {k: v for k, v in slots.items() if k in used or not (used <= set(slots))},
        surfaces,
        solids,
        emitters,
        size=(p.width, p.depth, p.height),
        origin=origin,
    )


def pick(rng: np.random.Generator, options: Sequence[Any]) -> Any:
    """One of the options."""
    return options[int(rng.integers(len(options)))]


def top(
    x: float,
    y: float,
    z: float,
    kind: Literal["on", "in"] = "on",
    clearance: float = 10.0,
    round: bool = False,
    name: str = "top",
) -> Surface:
    """A surface of half sizes x, y about the origin at height z."""
    return Surface(name, kind, -x, -y, x, y, z, clearance, round)


def vessel(
    profile: Sequence[tuple[float, float]],
    wall: float,
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    segments: int = 24,
    floor: float | None = None,
    smooth: int = 0,
) -> Piece:
    """A turned vessel with real walls: outer (radius, z) profile bottom to top, inside offset by `wall`, floor at `floor`."""
    out = np.asarray(profile, float)
    if smooth:
        out = kit.smooth_path(np.column_stack([out, np.zeros(len(out))]), smooth)[:, :2]
        out[:, 0] = np.maximum(out[:, 0], 0.0005)
    z0 = out[0, 1] + (wall if floor is None else floor)
    ins = out[::-1].copy()
    ins[:, 0] = np.maximum(ins[:, 0] - wall, 0.0004)
    keep = ins[:, 1] > z0 + 1e-4
    ins = ins[keep]
    r_floor = max(float(np.interp(z0, out[:, 1], out[:, 0])) - wall, 0.0006)
    rim = out[-1] + np.array([-wall / 2, wall * 0.35])
    prof = np.vstack(
        [
            [[0, out[0, 1]]],
            [[max(out[0, 0] - wall * 0.4, 1e-4), out[0, 1]]],
            out[:1] + [0, wall * 0.4],
            out[1:],
            [rim],
            ins,
            [[r_floor, z0]],
            [[0, z0]],
        ]
    )
    return kit.lathe(prof, at, slot, segments)


def rod(points: Sequence[Sequence[float]], radius: float | Floats, slot: str, segments: int = 8, steps: int = 5) -> Piece:
    """A round bar along a smooth curve through the points."""
    path = kit.smooth_path(points, steps)
    if not np.isscalar(radius):
        r = np.asarray(radius, float)
        radius = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(r)), r)
    return kit.tube(path, radius, slot, segments)


def lump(
    size: Sequence[float],
    at: Sequence[float],
    slot: str,
    rng: np.random.Generator,
    rough: float = 0.06,
    segments: int = 14,
    rings: int = 9,
) -> Piece:
    """A slightly irregular ellipsoid: fruit, stones, stuffing."""
    e = kit.ellipsoid((1, 1, 1), (0, 0, 0), slot, segments, rings)
    v = e.vertices
    k = rng.normal(0, 1, (5, 3)) * 2.6
    ph = rng.uniform(0, 6.28, 5)
    n = np.sin(v @ k.T * 2 + ph).sum(1) / 5
    v = v * (1 + rough * n[:, None])
    return e._replace(vertices=v * np.asarray(size, float) + np.asarray(at, float))


def turn(pieces: Any, x: float = 0, y: float = 0, z: float = 0, at: Sequence[float] = (0, 0, 0)) -> list[Piece]:
    """Turn about X, then Y, then Z (radians), then move."""
    out = kit.as_list(pieces)
    for axis, angle in (("x", x), ("y", y), ("z", z)):
        if angle:
            out = kit.rotate(out, axis, angle)
    return kit.move(out, at)


def settle(pieces: Any) -> list[Piece]:
    """Move pieces so that their lowest point is at z = 0."""
    lo, _ = kit.bounds(pieces)
    return kit.move(pieces, (0, 0, -lo[2]))


def pressed(pieces: Any, by: float) -> list[Piece]:
    """Flatten what lies lowest by `by` metres, so that round things stand on a face instead of a point."""
    ps = kit.as_list(pieces)
    z = kit.bounds(ps)[0][2] + by

    def flat(v: Floats) -> Floats:
        # a trace of the roundness stays, so that no face loses its area
        return np.column_stack([v[:, :2], np.maximum(v[:, 2], z + 0.04 * (v[:, 2] - z))])

    return settle([q._replace(vertices=flat(q.vertices)) for q in ps])


def balance(pieces: Any) -> Floats:
    """Centre of the volume that the pieces enclose. (3,)"""
    total, moment = 0.0, np.zeros(3)
    for q in kit.as_list(pieces):
        middle = q.vertices.mean(0)
        v = q.vertices - middle
        start = np.cumsum(q.counts) - q.counts
        face = np.repeat(np.arange(len(q.counts)), q.counts - 2)
        step = np.arange(len(face)) - np.repeat(np.cumsum(q.counts - 2) - (q.counts - 2), q.counts - 2)
        a, b, c = (v[q.loops[start[face] + k]] for k in (0 * step, step + 1, step + 2))
        volume = np.einsum("ij,ij->i", a, np.cross(b, c)) / 6
        moment += (volume[:, None] * (a + b + c)).sum(0) / 4 + volume.sum() * middle
        total += float(volume.sum())
    return moment / max(total, 1e-12)


def rest(pieces: Any, about: str = "x") -> list[Piece]:
    """Turn a thing about X or Y until it lies on two points to both sides of its balance, as it would if let go."""
    ps = kit.as_list(pieces)
    k = 1 if about == "x" else 0
    pts = np.concatenate([q.vertices for q in ps])[:, (k, 2)]
    hull: list[Any] = []
    for u in pts[np.lexsort((pts[:, 1], pts[:, 0]))]:
        while len(hull) > 1:
            (ax, az), (bx, bz) = hull[-2], hull[-1]
            if (bx - ax) * (u[1] - az) - (bz - az) * (u[0] - ax) > 1e-12:
                break
            hull.pop()
        hull.append(u)
    at = balance(ps)[k]
    for a, b in zip(hull, hull[1:], strict=False):
        if a[0] <= at <= b[0] and b[0] - a[0] > 1e-9:
            slope = float(np.arctan2(b[1] - a[1], b[0] - a[0]))
            return settle(kit.rotate(ps, about, -slope if about == "x" else slope))
    return settle(ps)


def upright(pieces: Any) -> list[Piece]:
    """Stand up what was made lying on its back: +Z of the drawing becomes the front (-Y), +Y becomes up."""
    return kit.rotate(pieces, "x", np.pi / 2)


def fit(pieces: Any, size: Sequence[float], at: Sequence[float] = (0, 0, 0)) -> list[Piece]:
    """Scale pieces to fill a box of `size` whose base is centred at `at`."""
    ps = kit.as_list(pieces)
    lo, hi = kit.bounds(ps)
    f = np.asarray(size, float) / np.maximum(hi - lo, 1e-9)
    anchor = np.array([(lo[0] + hi[0]) / 2, (lo[1] + hi[1]) / 2, lo[2]])
    return [q._replace(vertices=(q.vertices - anchor) * f + np.asarray(at, float), uvs=q.uvs * float(f.mean())) for q in ps]
