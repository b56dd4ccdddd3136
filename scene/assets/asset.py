"""A made thing: its mesh, what stands on it, its lamps and moving parts; and how generators declare themselves.

A generator is a pair: `sofa(params) -> Asset`, deterministic, and `sofa_rand(rng, **overrides) -> Asset`, which samples
parameters and calls it. Parameters are frozen dataclasses whose fields carry limits and units.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from ...model.assets import Box, Params, Surface
from . import kit
from .kit import Floats, Ints, Piece

Vec3 = tuple[float, float, float]


# ---------------------------------------------------------------------------------------------- parameters


def length(default: float, lower: float, upper: float, text: str = "") -> Any:
    """A length in metres, with limits."""
    return dataclasses.field(default=default, metadata={"lower": lower, "upper": upper, "unit": "LENGTH", "text": text})


def number(default: float, lower: float, upper: float, text: str = "", unit: str = "NONE") -> Any:
    """A plain number, angle (radians) or factor, with limits."""
    return dataclasses.field(default=default, metadata={"lower": lower, "upper": upper, "unit": unit, "text": text})


def count(default: int, lower: int, upper: int, text: str = "") -> Any:
    """A whole number, with limits."""
    return dataclasses.field(default=default, metadata={"lower": lower, "upper": upper, "unit": "COUNT", "text": text})


def choice(default: str, options: Sequence[str], text: str = "") -> Any:
    """One of several kinds."""
    return dataclasses.field(default=default, metadata={"options": tuple(options), "text": text})


def flag(default: bool, text: str = "") -> Any:
    """Yes or no."""
    return dataclasses.field(default=default, metadata={"text": text})


def params_of(p: Any) -> Params:
    """A parameter dataclass as a plain dictionary."""
    return dataclasses.asdict(p)


def read_params(kind: type, values: Params) -> Any:
    """Build a parameter dataclass from plain values; ValueError that names the parameter if one is unknown or out of limits."""
    known = {f.name: f for f in dataclasses.fields(kind)}
    for name, value in values.items():
        if name not in known:
            raise ValueError(f"{kind.__name__} has no parameter {name!r}")
        meta = known[name].metadata
        if "options" in meta and value not in meta["options"]:
            raise ValueError(f"{kind.__name__}.{name} must be one of {', '.join(meta['options'])}, not {value!r}")
        if "lower" in meta:
            if isinstance(value, (bool, str)) or not np.isfinite(value):
                raise ValueError(f"{kind.__name__}.{name} must be a number, not {value!r}")
            if not meta["lower"] - 1e-9 <= value <= meta["upper"] + 1e-9:
                raise ValueError(f"{kind.__name__}.{name} must lie in {meta['lower']:g} to {meta['upper']:g}, not {value:g}")
    return kind(**values)


def sample_params(kind: type, rng: np.random.Generator, /, **overrides: Any) -> Any:
    """Parameters drawn at random: numbers within +-8 % of their default, choices and flags as they are unless overridden.

    Overrides of lengths and counts are clipped to the limits. Generators draw what matters themselves and pass it here.
    """
    values: dict[str, Any] = {}
    for f in dataclasses.fields(kind):
        meta = f.metadata
        if f.name in overrides and overrides[f.name] is not None:
            v = overrides[f.name]
            if "lower" in meta:
                v = type(f.default)(np.clip(v, meta["lower"], meta["upper"]))
            elif "options" in meta and v not in meta["options"]:
                v = f.default
            values[f.name] = v
        elif meta.get("unit") == "LENGTH":
            values[f.name] = float(np.clip(round(f.default * rng.uniform(0.92, 1.08), 3), meta["lower"], meta["upper"]))
        else:
            values[f.name] = f.default
    return kind(**values)


# ---------------------------------------------------------------------------------------------- assets


class Emitter(NamedTuple):
    """A lamp inside a thing. Lumen and kelvin; `radius` of the luminous body in metres."""

    kind: Literal["point", "spot", "area"]
    position: Vec3
    lumen: float
    kelvin: float = 2700.0
    radius: float = 0.03
    direction: Vec3 = (0.0, 0.0, -1.0)
    angle: float = 1.6  # full cone of a spot, radians


class Motion(NamedTuple):
    """How a part moves: a hinge (radians) or a slide (metres) about or along `axis` through the part's origin."""

    kind: Literal["hinge", "slide"]
    axis: Vec3
    lower: float
    upper: float


class MeshData(NamedTuple):
    """A mesh ready for `foreach_set`."""

    vertices: Floats  # (n, 3)
    loops: Ints  # (m,)
    counts: Ints  # (f,)
    uvs: Floats  # (m, 2)
    normals: Floats  # (m, 3) corner normals
    slot: Ints  # (f,)


class Part(NamedTuple):
    """A separate, usually moving, part. Its mesh is relative to `origin`."""

    name: str
    mesh: MeshData
    origin: Vec3
    motion: Motion | None = None


class Asset(NamedTuple):
    """Everything about one made thing, in its local frame (origin as in the contract, front -Y)."""

    generator: str
    params: Any
    mesh: MeshData
    size: Vec3
    slots: dict[str, str]  # slot -> material or family of materials, in the order of mesh.slot
    surfaces: tuple[Surface, ...] = ()
    solids: tuple[Box, ...] = ()
    emitters: tuple[Emitter, ...] = ()
    parts: tuple[Part, ...] = ()


class PartSpec(NamedTuple):
    """A part as generators hand it to `finish`: pieces in the asset's frame, turning about or sliding from `origin`."""

    name: str
    pieces: list[Piece]
    origin: Vec3
    motion: Motion | None = None


class Generator(NamedTuple):
    """A generator's entry in the manifest.

    `traits` maps an attribute word (`round`, `l_shaped`, `large`, `industrial`) to parameter overrides.
    """

    name: str
    params: type
    make: Callable[[Any], Asset]
    rand: Callable[..., Asset]
    traits: Mapping[str, dict[str, Any]] = MappingProxyType({})


def corner_normals(p: Piece) -> Floats:
    """Area-weighted corner normals; faces not marked smooth keep their own normal. (m, 3)"""
    return _corner_normals(len(p.vertices), p.loops, p.counts, p.smooth, kit.face_normals(p.vertices, p.loops, p.counts))


def _corner_normals(n: int, loops: Ints, counts: Ints, smooth_faces: NDArray[np.bool_], faces: Floats) -> Floats:
    out = np.repeat(faces, counts, axis=0)
    smooth = np.repeat(smooth_faces, counts)
    picked, weights = loops[smooth], out[smooth]
    vn = np.empty((n, 3))
    for k in range(3):
        vn[:, k] = np.bincount(picked, weights=weights[:, k], minlength=n)
    out[smooth] = vn[picked]
    return out / np.maximum(np.sqrt((out * out).sum(1, keepdims=True)), 1e-20)


def join(
    pieces: Sequence[Piece], slots: dict[str, str], origin: Vec3 = (0.0, 0.0, 0.0), factor: Floats | None = None
) -> MeshData:
    """One mesh from pieces, taken about `origin` and then scaled; face slots index into `slots`.

    All pieces are handled at once, which is what makes a room of furniture quick. ValueError for an undeclared slot.
    """
    order = {name: i for i, name in enumerate(slots)}
    for p in pieces:
        if p.slot not in order:
            raise ValueError(f"piece uses material slot {p.slot!r}, which is not declared ({', '.join(order)})")
    sizes = [len(p.vertices) for p in pieces]
    base = np.cumsum([0, *sizes[:-1]])
    vertices = np.concatenate([p.vertices for p in pieces]) - np.asarray(origin)
    if factor is not None:
        vertices = vertices * factor
    loops = np.concatenate([p.loops for p in pieces])
    loops = loops + np.repeat(base, [len(p.loops) for p in pieces])
    counts = np.concatenate([p.counts for p in pieces])
    smooth = np.concatenate([p.smooth for p in pieces])
    slot = np.repeat([order[p.slot] for p in pieces], [len(p.counts) for p in pieces])
    faces = kit.face_normals(vertices, loops, counts)
    uvs = kit.even_uvs(vertices, loops, counts, np.concatenate([p.uvs for p in pieces]), faces, [len(p.counts) for p in pieces])
    return MeshData(vertices, loops, counts, uvs, _corner_normals(len(vertices), loops, counts, smooth, faces), slot)


def _clipped(solids: Sequence[Box], lo: Floats, hi: Floats) -> list[Box]:
    """Solids cut to the bounds of the meshes that they cover: nothing is solid below the base that a thing stands on."""
    out = []
    for b in solids:
        lower, upper = np.maximum(b.lower, lo), np.minimum(b.upper, hi)
        if (upper > lower).all():
            out.append(Box(*(cast(Vec3, tuple(float(v) for v in p)) for p in (lower, upper))))
    return out


def finish(
    generator: str,
    params: Any,
    pieces: Sequence[Piece],
    slots: dict[str, str],
    surfaces: Sequence[Surface] = (),
    solids: Sequence[Box] | None = None,
    emitters: Sequence[Emitter] = (),
    parts: Sequence[PartSpec] = (),
    size: Sequence[float] | None = None,
    origin: Literal["base", "back", "top"] = "base",
) -> Asset:
    """Join pieces into an asset, scaled to exactly `size` and moved so that its origin is where the contract wants it.

    `origin`: `base` (centre of the bottom), `back` (centre of the +Y face: hung on a wall) or `top` (under a ceiling).
    Slots that no piece uses are left out. Without `solids`, the bounding box stands for the thing.
    Surfaces, solids, emitters and parts are moved and scaled along.
    """
    everything = [*pieces, *(q for s in parts for q in s.pieces)]
    used = {q.slot for q in everything}
    slots = {k: v for k, v in slots.items() if k in used}
    lo, hi = kit.bounds(everything)
    full = hi - lo
    target = full if size is None else np.array([f if s is None else s for s, f in zip(size, full, strict=True)], float)
    f = np.where(full > 1e-9, target / np.maximum(full, 1e-9), 1.0)
    mid = (lo + hi) / 2
    anchor = {
        "base": np.array([mid[0], mid[1], lo[2]]),
        "back": np.array([mid[0], hi[1], mid[2]]),
        "top": np.array([mid[0], mid[1], hi[2]]),
    }[origin]

    def fit(p: Sequence[float]) -> Vec3:
        x, y, z = (np.asarray(p, float) - anchor) * f
        return (float(x), float(y), float(z))

    kept = []
    for s in surfaces:
        a, b = fit((s.x0, s.y0, s.z)), fit((s.x1, s.y1, s.z))
        kept.append(s._replace(x0=a[0], y0=a[1], x1=b[0], y1=b[1], z=a[2], clearance=s.clearance * float(f[2])))
    boxes = tuple(Box(fit(b.lower), fit(b.upper)) for b in _clipped(solids or (), lo, hi)) or (Box(fit(lo), fit(hi)),)
    made_parts = []
    for s2 in parts:
        made_parts.append(Part(s2.name, join(s2.pieces, slots, s2.origin, f), fit(s2.origin), s2.motion))
    return Asset(
        generator,
        params,
        join(pieces, slots, tuple(anchor), f),
        tuple(float(t) for t in np.where(full > 1e-9, target, full)),  # type: ignore[arg-type]
        dict(slots),
        tuple(kept),
        boxes,
        tuple(e._replace(position=fit(e.position)) for e in emitters),
        tuple(made_parts),
    )


def stretched(made: Asset, size: Sequence[float]) -> Asset:
    """The thing at exactly `size`, everything in it moved along; for what cannot be made to measure otherwise."""
    f = np.asarray(size, float) / np.maximum(made.size, 1e-9)
    if np.abs(f - 1).max() < 1e-9:
        return made

    def fit(p: Sequence[float]) -> Vec3:
        x, y, z = np.asarray(p, float) * f
        return (float(x), float(y), float(z))

    def mesh(m: MeshData) -> MeshData:
        normals = m.normals / f
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-20)
        vertices = m.vertices * f
        faces = kit.face_normals(vertices, m.loops, m.counts)
        return m._replace(
            vertices=vertices, normals=normals, uvs=kit.even_uvs(vertices, m.loops, m.counts, m.uvs, faces, [len(m.counts)])
        )

    surfaces = []
    for s in made.surfaces:
        (x0, y0, z), (x1, y1, _) = fit((s.x0, s.y0, s.z)), fit((s.x1, s.y1, s.z))
        surfaces.append(s._replace(x0=x0, y0=y0, x1=x1, y1=y1, z=z, clearance=s.clearance * float(f[2])))
    return made._replace(
        mesh=mesh(made.mesh),
        size=fit(made.size),
        surfaces=tuple(surfaces),
        solids=tuple(Box(fit(b.lower), fit(b.upper)) for b in made.solids),
        emitters=tuple(e._replace(position=fit(e.position)) for e in made.emitters),
        parts=tuple(p._replace(mesh=mesh(p.mesh), origin=fit(p.origin)) for p in made.parts),
    )
