"""Every generator and every category of the asset library: sizes, meshes, surfaces, solids, slots, origins. No bpy."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from diorama.model.assets import Surface
from diorama.model.catalogue import categories
from diorama.model.look import choose_look
from diorama.model.look.materials import parse
from diorama.scene.assets import kit
from diorama.scene.assets.asset import Asset, MeshData, params_of, read_params
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import generators

SEEDS = (0, 1, 2)
MOUNTS = {"floor": "base", "on": "base", "in": "base", "hung_on": "back", "from_ceiling": "top"}
MOST_FACES = 7000
OPENINGS = ("door", "window")  # their size is that of their hole; frame and sill reach beyond it
LOOK = choose_look("scandinavian", (), "living_room", np.random.default_rng(0))


@lru_cache(maxsize=8)
def made(name: str) -> tuple[Asset, ...]:
    return tuple(generators()[name].rand(np.random.default_rng(s)) for s in SEEDS)


def whole(a: Asset) -> MeshData:
    """The mesh with all parts in place."""
    meshes = [a.mesh, *(p.mesh._replace(vertices=p.mesh.vertices + p.origin) for p in a.parts)]
    base = np.cumsum([0] + [len(m.vertices) for m in meshes])
    return MeshData(
        np.concatenate([m.vertices for m in meshes]),
        np.concatenate([m.loops + b for m, b in zip(meshes, base, strict=False)]),
        *(np.concatenate([getattr(m, f) for m in meshes]) for f in ("counts", "uvs", "normals", "slot")),
    )


def triangles(m: MeshData) -> np.ndarray:
    """Fan triangles. (t, 3, 3)"""
    starts = np.cumsum(m.counts) - m.counts
    fans = m.counts - 2
    face = np.repeat(np.arange(len(m.counts)), fans)
    step = np.arange(len(face)) - np.repeat(np.cumsum(fans) - fans, fans)
    first = starts[face]
    return m.vertices[m.loops[np.stack([first, first + step + 1, first + step + 2], 1)]]


def below(tris: np.ndarray, x: float, y: float, z: float) -> float:
    """Height of the first thing hit by a ray that goes down from (x, y, z); -inf for none."""
    near = (tris[..., 0].min(1) <= x) & (tris[..., 0].max(1) >= x) & (tris[..., 1].min(1) <= y) & (tris[..., 1].max(1) >= y)
    a, b, c = (tris[near, k] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    keep = np.abs(area) > 1e-14
    a, b, c, area = a[keep], b[keep], c[keep], area[keep]
    u = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (y - a[:, 1]) * (c[:, 0] - a[:, 0])) / area
    v = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (b[:, 1] - a[:, 1]) * (x - a[:, 0])) / area
    inside = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
    heights = (a[:, 2] + u * (b[:, 2] - a[:, 2]) + v * (c[:, 2] - a[:, 2]))[inside]
    heights = heights[heights <= z]
    return float(heights.max()) if len(heights) else -np.inf


def closed_volumes(m: MeshData) -> np.ndarray:
    """Signed volumes of the closed pieces. Pieces are contiguous runs of vertices that no face crosses."""
    n = len(m.vertices)
    starts = np.cumsum(m.counts) - m.counts
    low, high = np.minimum.reduceat(m.loops, starts), np.maximum.reduceat(m.loops, starts)
    bridge = np.zeros(n + 1, int)
    np.add.at(bridge, low, 1)
    np.add.at(bridge, high, -1)
    piece = np.concatenate([[0], np.cumsum(np.cumsum(bridge)[: n - 1] == 0)])
    of_face = piece[m.loops[starts]]
    nxt = np.arange(1, len(m.loops) + 1)
    nxt[starts + m.counts - 1] = starts
    a, b = m.loops, m.loops[nxt]
    _, first, uses = np.unique(np.minimum(a, b) * n + np.maximum(a, b), return_index=True, return_counts=True)
    sheet = np.zeros(piece[-1] + 1, bool)
    sheet[piece[a[first[uses != 2]]]] = True
    count = np.bincount(piece)
    centre = np.stack([np.bincount(piece, m.vertices[:, k]) for k in range(3)], 1) / count[:, None]
    flux = (kit.face_normals(m.vertices, m.loops, m.counts) * (m.vertices[m.loops[starts]] - centre[of_face])).sum(1) / 3
    return np.bincount(of_face, flux, minlength=len(count))[~sheet]


def uncovered(a: Asset, m: MeshData, tolerance: float = 0.002) -> float:
    """How far the farthest vertex lies outside all solids; 0 if none does by more than the tolerance."""
    far = np.full(len(m.vertices), np.inf)
    for box in a.solids:
        out = np.maximum(np.asarray(box.lower) - m.vertices, m.vertices - np.asarray(box.upper)).max(1)
        far = np.minimum(far, out)
    worst = float(far.max())
    return worst if worst > tolerance else 0.0


def probes(s: Surface) -> list[tuple[float, float]]:
    cx, cy = (s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2
    hx, hy = 0.3 * (s.x1 - s.x0), 0.3 * (s.y1 - s.y0)
    return [(cx, cy), *((cx + i * hx, cy + j * hy) for i in (-1, 1) for j in (-1.01, 1))]


@pytest.mark.parametrize("name", list(generators()))
def test_mesh(name: str) -> None:
    """Sound geometry of the size it claims to have."""
    for a in made(name):
        m = whole(a)
        assert np.isfinite(m.vertices).all() and np.isfinite(m.uvs).all() and np.isfinite(m.normals).all()
        extent = m.vertices.max(0) - m.vertices.min(0)
        assert extent == pytest.approx(a.size, abs=1e-6) or (name in OPENINGS and (extent >= np.array(a.size) - 1e-6).all())
        for k, axis in enumerate(("width", "depth", "height")):
            if hasattr(a.params, axis):
                assert a.size[k] == pytest.approx(getattr(a.params, axis), abs=1e-6), axis
        assert m.uvs.shape == (len(m.loops), 2) and np.ptp(m.uvs, axis=0).max() > 0
        assert len(m.counts) <= MOST_FACES, f"{len(m.counts)} faces"
        area = np.linalg.norm(kit.face_normals(m.vertices, m.loops, m.counts), axis=1)
        assert (area > 1e-12).all(), f"{int((area <= 1e-12).sum())} faces without area"
        length = np.linalg.norm(m.normals, axis=1)
        assert np.abs(length - 1).max() < 1e-3
        volumes = closed_volumes(m)
        assert volumes.min(initial=0.0) > -1e-8, f"{int((volumes < -1e-8).sum())} closed pieces face inwards"


@pytest.mark.parametrize("name", list(generators()))
def test_deterministic_and_varied(name: str) -> None:
    """Equal parameters, equal things; other seeds, other things; parameters go through plain values."""
    first, *others = made(name)
    g = generators()[name]
    params = read_params(g.params, params_of(first.params))
    assert params == first.params
    again = g.make(params)
    assert np.array_equal(again.mesh.vertices, first.mesh.vertices) and np.array_equal(again.mesh.loops, first.mesh.loops)
    assert (again.size, again.slots, again.surfaces, again.solids) == (first.size, first.slots, first.surfaces, first.solids)
    shapes = {(a.size, len(a.mesh.loops), float(np.abs(a.mesh.vertices).sum())) for a in (first, *others)}
    assert len(shapes) >= 2


@pytest.mark.parametrize("name", list(generators()))
def test_surfaces_and_solids(name: str) -> None:
    """Things put on a surface stand on the mesh; nothing of the mesh sticks out of the solids."""
    for a in made(name)[:2]:
        m = whole(a)
        assert name in OPENINGS or uncovered(a, m) == 0.0
        lowest, highest = m.vertices.min(0) - 1e-6, m.vertices.max(0) + 1e-6
        assert all((b.lower >= lowest).all() and (b.upper <= highest).all() for b in a.solids), "a solid reaches beyond the mesh"
        tris = triangles(m)
        for s in a.surfaces:
            assert s.x0 < s.x1 and s.y0 < s.y1 and s.clearance > 0, s
            off = [below(tris, x, y, s.z + 0.005) - s.z for x, y in probes(s)]
            assert sum(abs(d) <= 0.005 for d in off) >= 3, f"{s}: {off}"


@pytest.mark.parametrize(
    "name", ("stuffed_animal", "doll", "ottoman", "pottery_wheel", "pet", "room_divider", "parasol", "barbecue")
)
def test_stands_by_itself(name: str) -> None:
    """What touches the floor (within 1 mm) spreads under the middle of the thing: it neither tips nor balances on a point."""
    for a in made(name):
        v = whole(a).vertices
        touching = v[v[:, 2] < v[:, 2].min() + 0.001, :2]
        assert abs(v[:, 2].min()) < 1e-6
        assert (np.ptp(touching, axis=0) > 0.12 * np.array(a.size[:2])).all()
        middle = v[:, :2].mean(0)
        assert (touching.min(0) < middle).all() and (touching.max(0) > middle).all()


@pytest.mark.parametrize("name", list(generators()))
def test_slots(name: str) -> None:
    """Every declared slot is used, and every one can be given a material."""
    for a in made(name)[:2]:
        m = whole(a)
        assert set(np.unique(m.slot)) == set(range(len(a.slots))), a.slots
        for slot, ref in a.slots.items():
            parse(LOOK.resolve(ref, key=f"{name}/{slot}"))


def test_every_category_has_its_generator() -> None:
    """No category without a generator."""
    missing = sorted({c.generator for c in categories().values()} - set(generators()))
    assert not missing, ", ".join(missing)


@pytest.mark.parametrize("name", list(categories()))
def test_category(name: str) -> None:
    """The library makes the category within its limits, to measure, and with its origin where each support needs it."""
    c = categories()[name]
    assert c.generator in generators(), f"there is no generator {c.generator!r}"
    axes = {f for f in ("width", "depth", "height") if f in generators()[c.generator].params.__dataclass_fields__}
    library = Library()
    asked = (*(c.size[k] if axis in axes else None for k, axis in enumerate(("width", "depth", "height"))),)
    for support in dict.fromkeys(c.supports):
        for size in ((None, None, None), asked) if support == c.supports[0] else ((None, None, None),):
            b = library.sample(name, np.random.default_rng(0), size, "", [f"mount_{support}"])
            for k, (given, has) in enumerate(zip(size, b.size, strict=True)):
                if given is not None:
                    assert has == pytest.approx(given, abs=1e-6)
                else:
                    assert c.smallest[k] - 1e-6 <= has <= c.largest[k] + 1e-6, f"{'width depth height'.split()[k]} {has:.3f}"
            if c.family != "openings":  # doors and windows stand in their hole
                check_origin(whole(asset(b.generator, b.params)).vertices, MOUNTS[support], support)


def check_origin(v: np.ndarray, origin: str, support: str) -> None:
    """Standing things have the origin under their middle, hung ones behind it, those under a ceiling above it."""
    low, high = v.min(0), v.max(0)
    mid = (low + high) / 2
    assert abs(mid[0]) < 1e-6, support
    if origin == "back":
        assert abs(high[1]) < 1e-6 and abs(mid[2]) < 1e-6, support
    else:
        assert abs(mid[1]) < 1e-6 and abs(low[2] if origin == "base" else high[2]) < 1e-6, support
