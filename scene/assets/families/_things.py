"""How the many small things declare themselves (one decorator), and the shapes that decor and tableware share."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from .. import kit
from ..asset import Asset, Generator, choice, count, flag, length
from ..kit import Floats, Piece, Pieces
from ._make import loft, oval
from .props import Prop, Size, maker, pick, rod, turn, vessel

Rng = np.random.Generator
Profile = Sequence[tuple[float, float]]
LEAST = 0.1  # of the smallest usual size: what is made smaller than this has no room for its parts


def thing(
    into: list[Generator],
    sizes: Mapping[str, Size] | Size,
    traits: Mapping[str, dict[str, Any]] | None = None,
    spread: float = 0.12,
    before: Callable[[Rng, dict[str, Any]], dict[str, Any]] | None = None,
    **more: Any,
) -> Callable[[Callable[[Any], Asset]], Callable[[Any], Asset]]:
    """Declare the decorated `make(params) -> Asset` as a generator: its parameter class, its sampling twin, its entry in `into`.

    `sizes` is the usual size, or one for each kind. Each of `more` is a further parameter: a tuple of words is a choice and a
    tuple of flags a flag (drawn freely), a range a whole number (drawn freely), a single flag one that stays unless asked for.
    Words of choices and kinds are traits of themselves. `before` may settle overrides ahead of sampling.
    """
    table: dict[str, Size] = dict(sizes) if isinstance(sizes, Mapping) else {"": sizes}

    def wrap(make: Callable[[Any], Asset]) -> Callable[[Any], Asset]:
        first = next(iter(table.values()))
        fields: list[Any] = []
        for k, name in enumerate(("width", "depth", "height")):
            lower, upper = min(s[k] for s in table.values()), max(s[k] for s in table.values())
            fields.append((name, float, length(first[k], max(0.0004, LEAST * lower), max(1.0, 12 * upper), "overall size")))
        free: dict[str, Sequence[Any]] = {}
        words = dict(traits or {})
        if "" not in table:
            fields.append(("kind", str, choice(next(iter(table)), tuple(table))))
            words = {w: {"kind": w} for w in table} | words
        for name, spec in more.items():
            if isinstance(spec, bool):
                fields.append((name, bool, flag(spec)))
            elif isinstance(spec, range):
                fields.append((name, int, count(spec[len(spec) // 2], spec[0], spec[-1])))
                free[name] = spec
            elif isinstance(spec[0], bool):
                fields.append((name, bool, flag(spec[0])))
                free[name] = spec
            else:
                fields.append((name, str, choice(spec[0], tuple(dict.fromkeys(spec)))))
                free[name] = spec
                words = {w: {name: w} for w in spec} | words
        title = "".join(w.capitalize() for w in make.__name__.split("_")) + "Params"
        kind = dataclasses.make_dataclass(title, fields, bases=(Prop,), frozen=True, slots=True)
        kind.__module__, kind.__doc__ = make.__module__, f"Parameters of {make.__name__.replace('_', ' ')}."
        drawn = maker(kind, make, table, spread, **free)

        def rand(rng: Rng, **overrides: Any) -> Asset:
            return drawn(rng, **(before(rng, overrides) if before else overrides))

        into.append(Generator(make.__name__, kind, make, rand, words))
        return make

    return wrap


# ---------------------------------------------------------------------------------------------- shapes


def scaled(profile: Profile, r: float, h: float) -> list[tuple[float, float]]:
    """A unit profile at radius r and height h."""
    return [(a * r, b * h) for a, b in profile]


def solid(profile: Profile, slot: str, segments: int = 20, at: Sequence[float] = (0, 0, 0), smooth: int = 0) -> Piece:
    """A turned solid: the profile with its ends closed to the axis."""
    prof = np.asarray(profile, float)
    if smooth:
        prof = kit.smooth_path(np.column_stack([prof, np.zeros(len(prof))]), smooth)[:, :2]
        prof[:, 0] = np.maximum(prof[:, 0], 0)
    ends = [prof]
    if prof[0, 0] > 1e-7:
        ends.insert(0, np.array([[0, prof[0, 1]]]))
    if prof[-1, 0] > 1e-7:
        ends.append(np.array([[0, prof[-1, 1]]]))
    return kit.lathe(np.vstack(ends), at, slot, segments)


def shell(
    profile: Profile,
    wall: float,
    slot: str,
    segments: int = 22,
    smooth: int = 0,
    at: Sequence[float] = (0, 0, 0),
    floor: float | None = None,
) -> Piece:
    """A turned vessel with walls (see `props.vessel`)."""
    return vessel(profile, wall, at, slot, segments, floor, smooth)


def front(outline: ArrayLike, depth: float, slot: str, bevel: float = 0.002, back: float = 0.0, smooth: bool = False) -> Pieces:
    """A plate of an outline drawn in front view (x, z), its back face at y = `back`, reaching `depth` towards the viewer."""
    return kit.move(
        kit.rotate(kit.prism(outline, depth, (0, 0, 0), slot, bevel, smooth_sides=smooth), "x", np.pi / 2), (0, back, 0)
    )


def moulding(outline: ArrayLike, profile: Profile, slot: str, smooth: bool = False) -> Pieces:
    """A frame around an outline (front view, x and z): closed profile of (inset from the outline, reach towards the viewer)."""
    o = np.asarray(outline, float)
    p = loft([(kit.inset(o, a), b) for a, b in profile], slot, closed=True)
    p = p._replace(smooth=np.full(len(p.counts), smooth))
    return kit.rotate(kit.outward(p), "x", np.pi / 2)


def rectangle(w: float, h: float, r: float = 0.0, z: float = 0.0, n: int = 4) -> Floats:
    """A centred rectangle, rounded by r, lifted by z."""
    if r <= 0:
        return np.array([(-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)]) + (0, z)
    return kit.rounded_rect(w, h, r, n) + (0, z)


def arch(w: float, h: float, n: int = 14) -> Floats:
    """A centred upright rectangle with a round top."""
    t = np.linspace(0, np.pi, n)
    r = w / 2
    return np.concatenate([[(-r, -h / 2), (r, -h / 2)], np.stack([r * np.cos(t), h / 2 - r + r * np.sin(t)], -1)])


def handle(
    r: float, z0: float, z1: float, out: float, thick: float, slot: str, segments: int = 6, steps: int = 4, flat: float = 1.0
) -> Piece:
    """A cup's handle on the +X side from (r, z1) round to (r, z0), standing out by `out`."""
    a = 0.25 * (z1 - z0)
    pts = [
        (r - thick * 0.6, 0, z1),
        (r + 0.75 * out, 0, z1 + 0.1 * a),
        (r + out, 0, (z0 + z1) / 2 + 0.5 * a),
        (r + 0.8 * out, 0, z0 + 0.6 * a),
        (r - thick * 0.6, 0, z0),
    ]
    path = kit.smooth_path(pts, steps)
    return kit.sweep(kit.circle(thick, segments) * (flat, 1.0), path, slot)


def spout(r: float, z: float, reach: float, rise: float, r0: float, r1: float, slot: str, segments: int = 8) -> Piece:
    """A curved spout on the -X side."""
    return rod(
        [
            (-r + 0.01, 0, z),
            (-r - 0.35 * reach, 0, z + 0.12 * rise),
            (-r - 0.7 * reach, 0, z + 0.7 * rise),
            (-r - reach, 0, z + rise),
        ],
        np.array([r0, 0.8 * r0, 1.1 * r1, r1]),
        slot,
        segments,
        4,
    )


def squared(
    width: float, depth: float, profile: Profile, slot: str, power: float = 4.0, segments: int = 24, smooth: bool = True
) -> Piece:
    """A body of superelliptic section: rows of (share of the half sizes, z)."""
    o = oval(width, depth, segments, power)
    p = loft([(o * s, z) for s, z in profile], slot)
    return p._replace(smooth=np.full(len(p.counts), smooth))


def tint(rng: Rng, family: str, colours: Sequence[str]) -> str:
    """A family in one of the colours; an empty one leaves the colour to the style."""
    c = pick(rng, colours)
    return f"{family}:{c}" if c else family


__all__ = [
    "Any",
    "Asset",
    "Floats",
    "Generator",
    "Piece",
    "Pieces",
    "Profile",
    "Rng",
    "arch",
    "front",
    "handle",
    "kit",
    "loft",
    "moulding",
    "np",
    "oval",
    "pick",
    "rectangle",
    "rod",
    "scaled",
    "shell",
    "solid",
    "spout",
    "squared",
    "thing",
    "tint",
    "turn",
]
