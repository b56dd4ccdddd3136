"""The whole manifest walked, category by category: what every made thing must be, whatever its generator. No bpy."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np
import pytest
from diorama.model.catalogue import categories, category
from diorama.scene.assets import kit
from diorama.scene.assets.asset import Asset, MeshData, join, params_of, read_params
from diorama.scene.assets.kit import Floats
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import budget, generators
from scipy.spatial import ConvexHull

SEEDS = (0, 1, 2)
SAMPLE = 4  # every fourth category stands for all in the quick walk; the full one is marked slow
VISIBLE = 0.01  # of a thing's largest measure: what the eye sees between two of a kind
LEANING = ("cushion", "toilet")  # leans against the back of what it lies on, or may hang on the frame of its cistern
OVERHANGING = ("door", "window")  # their size is that of their hole; frame and sill reach beyond it
FLAT = 0.04  # metres: what lies this flat has nowhere to tip


@cache
def made(name: str) -> tuple[Asset, ...]:
    return tuple(_made(name, s) for s in SEEDS)


def _made(name: str, seed: int, size: Sequence[float | None] = (None, None, None)) -> Asset:
    b = Library().sample(name, np.random.default_rng(seed), size)
    return asset(b.generator, b.params)


def meshes(a: Asset) -> list[MeshData]:
    """All meshes of a thing, in its frame."""
    return [a.mesh, *(p.mesh._replace(vertices=p.mesh.vertices + p.origin) for p in a.parts)]


def areas(m: MeshData) -> Floats:
    """Area of each face. (f,)"""
    return np.linalg.norm(kit.face_normals(m.vertices, m.loops, m.counts), axis=1)


def uv_areas(m: MeshData) -> Floats:
    """Area of each face in the UV map. (f,)"""
    flat = np.column_stack([m.uvs, np.zeros(len(m.uvs))])
    return np.linalg.norm(kit.face_normals(flat, np.arange(len(m.loops)), m.counts), axis=1)


def sound(a: Asset) -> None:
    """No loose vertices, no faces without area, UVs in metres on every face."""
    for m in meshes(a):
        assert np.array_equal(np.unique(m.loops), np.arange(len(m.vertices))), "loose vertices"
        area, uv = areas(m), uv_areas(m)
        assert area.min() > 1e-12, "faces without area"
        assert np.isfinite(m.uvs).all() and uv.min() > 1e-14, "faces without UVs"
        stretch = np.sqrt(uv / area)
        order = np.argsort(stretch)
        low, high = np.interp((0.1, 0.9), np.cumsum(area[order]) / area.sum(), stretch[order])
        assert 0.3 < low and high < 3, f"texels {low:.2f} to {high:.2f} times their size"


def no_box(a: Asset) -> None:
    """More than a box: other faces than six flat sides."""
    normals = [kit.face_normals(m.vertices, m.loops, m.counts) for m in meshes(a)]
    unit = np.concatenate(normals) / np.concatenate([np.linalg.norm(n, axis=1) for n in normals])[:, None]
    assert len(unit) > 12 and len(np.unique(unit.round(2), axis=0)) > 6


def outline(a: Asset) -> Floats:
    """Vertices without position and size. (n, 3)"""
    v = np.concatenate([m.vertices for m in meshes(a)])
    return (v - v.min(0)) / np.ptp(v, axis=0).max()


def differ(a: Asset, b: Asset) -> float:
    """How different two of a kind look: the farthest that a vertex moves, in sizes of the thing; 1 for other parts or colours."""
    if a.slots != b.slots or len(a.parts) != len(b.parts):
        return 1.0
    p, q = outline(a), outline(b)
    return 1.0 if p.shape != q.shape else float(np.abs(p - q).max())


def balance(a: Asset) -> tuple[Floats, Floats]:
    """The centre of mass, once as a shell of even thickness, once as solid all through. (3,) each"""
    m = meshes(a)
    v = np.concatenate([q.vertices for q in m])
    tris, weight = [], []
    for q in m:
        starts = np.cumsum(q.counts) - q.counts
        face = np.repeat(np.arange(len(q.counts)), q.counts - 2)
        step = np.arange(len(face)) - np.repeat(np.cumsum(q.counts - 2) - (q.counts - 2), q.counts - 2)
        tris.append(q.vertices[q.loops[np.stack([starts[face], starts[face] + step + 1, starts[face] + step + 2], 1)]])
    t = np.concatenate(tris) - v.mean(0)  # (t, 3, 3)
    area = np.linalg.norm(np.cross(t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]), axis=1)
    weight = np.einsum("ij,ij->i", t[:, 0], np.cross(t[:, 1], t[:, 2]))
    shell = (t.mean(1) * area[:, None]).sum(0) / area.sum()
    solid = (t.sum(1) / 4 * weight[:, None]).sum(0) / max(float(weight.sum()), 1e-15)
    return shell + v.mean(0), solid + v.mean(0)


def overhang(a: Asset) -> float:
    """How far the centre of mass lies outside of what the thing stands on, in metres; negative inside."""
    v = np.concatenate([m.vertices for m in meshes(a)])
    touching = v[v[:, 2] < v[:, 2].min() + 0.003, :2]
    around = 0.001 * np.array([(1, 0), (-1, 0), (0, 1), (0, -1)])  # balls and wheels stand on a point or a line
    edges = ConvexHull((touching[:, None] + around).reshape(-1, 2)).equations
    return float(min((edges[:, :2] @ c[:2] + edges[:, 2]).max() for c in balance(a)))


def walk(name: str) -> None:
    """One category: every made thing is sound, what was asked for, stands, and three of a kind are three different things."""
    c = category(name)
    things = made(name)
    for a in things:
        sound(a)
        no_box(a)
        assert sum(len(m.counts) for m in meshes(a)) <= budget(c), "over its polygon budget"
        if c.supports[0] in ("floor", "on") and name not in LEANING and a.size[2] > FLAT:
            assert overhang(a) < 0.006, f"tips: its mass lies {overhang(a):.3f} m beside its base"
    ways = sorted(differ(things[i], things[j]) for i, j in ((0, 1), (0, 2), (1, 2)))
    assert ways[0] > 0 and ways[1] > VISIBLE, f"three of a kind differ by {ways}"
    asked = tuple(0.5 * (t + u) for t, u in zip(c.size, c.largest, strict=True))
    params = things[0].params
    wanted = tuple(s if hasattr(params, axis) else None for s, axis in zip(asked, ("width", "depth", "height"), strict=True))
    has = _made(name, 3, wanted)
    for axis, given, is_ in zip(("width", "depth", "height"), wanted, has.size, strict=True):
        limits = {f: has.params.__dataclass_fields__[f].metadata for f in (axis,) if hasattr(has.params, f)}
        within = given is not None and limits[axis]["lower"] <= given <= limits[axis]["upper"]
        if within:
            assert is_ == pytest.approx(given, rel=0.01), axis


def sampled(names: Iterable[str]) -> list[Any]:
    """All names, those outside of the sample marked slow."""
    quick = {n: zlib.crc32(n.encode()) % SAMPLE == 0 for n in names}
    return [pytest.param(n, marks=() if quick[n] else (pytest.mark.slow,)) for n in sorted(quick)]


@pytest.mark.parametrize("name", sampled(categories()))
def test_category(name: str) -> None:
    walk(name)


def at_limits(kind: type) -> Iterator[dict[str, Any]]:
    """Every parameter at either end, all at once at either end, and every choice, for every kind of the thing."""
    known = {f.name: f for f in fields(kind)}
    ends = [
        {n: type(f.default)(f.metadata[end]) for n, f in known.items() if "lower" in f.metadata and n not in ("seed", "variant")}
        for end in ("lower", "upper")
    ]
    forms = known["kind"].metadata.get("options", ()) if "kind" in known else ()
    for form in [{"kind": k} for k in dict.fromkeys(forms)] or [{}]:
        for end in ends:
            yield {**form, **end}
            yield from ({**form, n: v} for n, v in end.items())
    for n, f in known.items():
        yield from ({n: v} for v in dict.fromkeys(f.metadata.get("options", ())))


@pytest.mark.parametrize("name", sampled(generators()))
def test_limits(name: str) -> None:
    """No generator refuses what its own limits allow, and it makes it to measure."""
    g = generators()[name]
    usual = params_of(g.rand(np.random.default_rng(1)).params)
    for values in at_limits(g.params):
        a = g.make(read_params(g.params, {**usual, **values}))
        assert all(np.isfinite(m.vertices).all() and len(m.counts) for m in meshes(a)), values
        for k, axis in enumerate(("width", "depth", "height")):
            if hasattr(a.params, axis) and name not in OVERHANGING and not getattr(a.params, "open", False):
                assert a.size[k] == pytest.approx(getattr(a.params, axis), rel=0.01), (axis, values)


def test_uvs_are_brought_to_metres() -> None:
    """A piece that was stretched after it was unwrapped, and one whose side walls share their UVs."""
    stretched = kit.scale(kit.box((1, 1, 1), bevel=0.05), (0.1, 0.1, 0.1))[0]
    grid = np.stack(np.meshgrid(np.linspace(0, 1, 5), np.linspace(0, 1, 5), (0.0,), indexing="ij"), -1)[:, :, 0]
    walled = kit.sheet(grid, "body", thickness=0.2)
    for p in (stretched, walled, kit.bar((0, 0, 0), (0, 0, 1), 0.02, "body")):
        m = join([p], {"body": ""})
        stretch = np.sqrt(uv_areas(m) / areas(m))
        assert stretch.min() > 0.4 and stretch.max() < 1.6
    plain = kit.box((1, 1, 1), bevel=0.05)
    assert np.array_equal(join([plain], {"body": ""}).uvs, plain.uvs)  # what is right stays as it is


def test_faces_kept_bring_their_vertices() -> None:
    p = kit.box((1, 1, 1), bevel=0.0)
    half = kit.keep_faces(p, np.array([True, False, False, False, False, False]))
    assert len(half.vertices) == 4 and len(half.counts) == 1 and np.array_equal(half.uvs, p.uvs[:4])
    assert np.array_equal(half.vertices[half.loops], p.vertices[p.loops[:4]])
