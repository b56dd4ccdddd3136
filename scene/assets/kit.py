"""Mesh primitives in numpy: bevelled, UV-mapped in metres, quick enough to build a room's furniture in a second.

Generators compose `Piece`s; `asset.finish` joins them. No bpy here, so that the layout can measure a thing before it is
instantiated and tests run in milliseconds. (Why not bmesh: docs/decisions/0002-mesh-kit.md.)

Conventions: metres, Z up, front is -Y. Faces wind counter-clockwise seen from outside. UVs are metres along the surface,
U along the grain, so a material of real-world scale needs no per-object setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AXES = {"x": 0, "y": 1, "z": 2}


class Piece(NamedTuple):
    """A closed or sheet-like mesh of one material slot."""

    vertices: Floats  # (n, 3)
    loops: Ints  # (m,) vertex index of each face corner
    counts: Ints  # (f,) corners of each face
    uvs: Floats  # (m, 2) metres
    smooth: NDArray[np.bool_]  # (f,)
    slot: str


Pieces = list[Piece]


# ---------------------------------------------------------------------------------------------- faces and UVs


def face_normals(vertices: Floats, loops: Ints, counts: Ints) -> Floats:
    """Area-weighted face normals, length = area. (f, 3), by Newell's method."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    nxt = np.arange(len(loops)) + 1
    nxt[starts + counts - 1] = starts
    a, b = vertices[loops], vertices[loops[nxt]]
    return 0.5 * np.add.reduceat(np.cross(a, b), starts, axis=0) if len(counts) else np.zeros((0, 3))


def box_uvs(vertices: Floats, loops: Ints, counts: Ints, grain: str = "x") -> Floats:
    """Project each face along its dominant axis; U runs along `grain` wherever the face contains it. (m, 2)"""
    normals = np.abs(face_normals(vertices, loops, counts))
    axis = np.repeat(np.argmax(normals, axis=1), counts) if len(counts) else np.zeros(0, int)
    g = AXES[grain]
    others = [i for i in range(3) if i != g]
    p = vertices[loops]
    u = np.where(axis == g, p[:, others[0]], p[:, g])
    # the remaining in-plane axis: for faces across the grain the second other axis, else the other that is not the normal
    v = np.where(axis == g, p[:, others[1]], np.where(axis == others[0], p[:, others[1]], p[:, others[0]]))
    return np.stack([u, v], axis=1)


def piece(
    vertices: ArrayLike, faces: Sequence[Sequence[int]], slot: str, smooth: bool | ArrayLike = True, grain: str = "x",
    uvs: Floats | None = None,
) -> Piece:
    """A piece from vertices (n, 3) and a list of faces (vertex indices, counter-clockwise from outside)."""
    v = np.asarray(vertices, float).reshape(-1, 3)
    counts = np.array([len(f) for f in faces], int)
    loops = np.concatenate([np.asarray(f, int) for f in faces]) if len(faces) else np.zeros(0, int)
    flags = np.broadcast_to(np.asarray(smooth, bool), counts.shape).copy()
    return Piece(v, loops, counts, box_uvs(v, loops, counts, grain) if uvs is None else uvs, flags, slot)


def _quads(vertices: Floats, quads: Ints, slot: str, smooth: bool, grain: str, uvs: Floats | None = None) -> Piece:
    loops = quads.reshape(-1)
    counts = np.full(len(quads), 4)
    flags = np.full(len(quads), smooth)
    return Piece(vertices, loops, counts, box_uvs(vertices, loops, counts, grain) if uvs is None else uvs, flags, slot)


# ---------------------------------------------------------------------------------------------- boxes and cushions


@lru_cache(maxsize=32)
def _cube_grid(corner: int, inner: int) -> tuple[Floats, Floats, Ints]:
    """Unit topology of a rounded cube, with `corner` segments from face to edge diagonal and `inner` across the flat.

    Returns the sign/flat coordinate (n, 3) in [-1, 1] of the inner box, the outward unit offset (n, 3), and quads (q, 4).
    """
    ang = np.linspace(-np.pi / 4, 0, corner + 1)
    flat = np.linspace(-1, 1, inner + 1)
    base = np.concatenate([np.full(corner, -1.0), flat, np.full(corner, 1.0)])
    off = np.concatenate([np.tan(ang[:-1]), np.zeros(inner + 1), np.tan(-ang[:-1][::-1])])
    n = len(base)
    pos, offs, quads = [], [], []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for sign in (1, -1):
            p = np.zeros((n, n, 3))
            o = np.zeros((n, n, 3))
            p[..., axis], o[..., axis] = sign, sign
            p[..., u], o[..., u] = base[:, None], off[:, None]
            p[..., v], o[..., v] = base[None, :], off[None, :]
            idx = np.arange(n * n).reshape(n, n) + sum(len(x) for x in pos)
            q = np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 4)
            pos.append(p.reshape(-1, 3))
            offs.append(o.reshape(-1, 3))
            quads.append(q if sign > 0 else q[:, ::-1])
    p, o, q = np.concatenate(pos), np.concatenate(offs), np.concatenate(quads)
    key = np.round(np.concatenate([p, o], 1), 6) + 0.0
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    o = o / np.linalg.norm(o, axis=1, keepdims=True)
    return p[first], o[first], inverse.reshape(-1)[q]


def box(
    size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "body", bevel: float = 0.004, grain: str | None = None,
    segments: int = 1,
) -> Piece:
    """A bevelled box of full `size` centred at `at`. `grain` defaults to the longest side."""
    half = np.asarray(size, float) / 2
    r = float(min(bevel, 0.49 * 2 * half.min()))
    if grain is None:
        grain = "xyz"[int(np.argmax(half))]
    if r <= 1e-5:
        s = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
        faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
        return piece(s * half + np.asarray(at, float), faces, slot, False, grain)
    p, o, q = _cube_grid(max(1, segments), 1)
    return _quads(p * (half - r) + o * r + np.asarray(at, float), q, slot, True, grain)


def slab(x0: float, x1: float, y0: float, y1: float, z0: float, z1: float, slot: str = "body", bevel: float = 0.004, grain: str | None = None) -> Piece:
    """A bevelled box by its limits."""
    return box((x1 - x0, y1 - y0, z1 - z0), ((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2), slot, bevel, grain)


def cushion(
    size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "fabric", round: float = 0.05, crown: float = 0.02,
    sag: float = 0.0, detail: int = 6,
) -> Piece:
    """A soft block (seat cushion, mattress) whose bounding box is `size`, centred at `at`.

    `round` is the edge radius; `crown` how far top and bottom bulge in the middle; `sag` dents the top as by use.
    """
    full = np.asarray(size, float)
    half = full / 2
    r = float(min(round, 0.499 * full.min()))
    c = float(min(crown, 0.4 * half[2]))
    p, o, q = _cube_grid(3, detail)
    v = p * (half - r - np.array([0, 0, c])) + o * r
    u = np.clip(v / np.maximum(half, 1e-9), -1, 1)
    bulge = np.clip(1 - u[:, 0] ** 2, 0, 1) * np.clip(1 - u[:, 1] ** 2, 0, 1)
    v[:, 2] += np.sign(v[:, 2]) * c * bulge ** 0.6
    if sag:
        dent = np.exp(-((u[:, 0] / 0.6) ** 2 + (u[:, 1] / 0.6) ** 2))
        v[:, 2] -= np.where(v[:, 2] > 0, sag * dent, 0)
    return _quads(v + np.asarray(at, float), q, slot, True, "x")


def pillow(size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "fabric", detail: int = 12, pinch: float = 0.06) -> Piece:
    """A scatter cushion: lens section, corners drawn out, sides pinched in. Lies flat (thickness along Z), centred at `at`."""
    w, d, h = (float(s) for s in size)
    t = np.sin(np.linspace(-np.pi / 2, np.pi / 2, detail + 1))
    x, y = np.meshgrid(t, t, indexing="ij")
    px = x * (1 - pinch * (1 - y**2) * np.abs(x) ** 3)
    py = y * (1 - pinch * (1 - x**2) * np.abs(y) ** 3)
    z = (np.clip(1 - np.abs(x) ** 2.4, 0, 1) * np.clip(1 - np.abs(y) ** 2.4, 0, 1)) ** 0.55
    z = z / z.max()
    top = np.stack([px * w / 2, py * d / 2, z * h / 2], -1)
    bottom = top * (1, 1, -1)
    n = detail + 1
    idx = np.arange(n * n).reshape(n, n)
    rim = np.zeros((n, n), bool)
    rim[0, :] = rim[-1, :] = rim[:, 0] = rim[:, -1] = True
    low = np.where(rim, idx, 0)
    low[~rim] = n * n + np.arange((~rim).sum())
    q = np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 4)
    ql = np.stack([low[:-1, :-1], low[:-1, 1:], low[1:, 1:], low[1:, :-1]], -1).reshape(-1, 4)
    v = np.concatenate([top.reshape(-1, 3), bottom[~rim].reshape(-1, 3)]) + np.asarray(at, float)
    return _quads(v, np.concatenate([q, ql]), slot, True, "x")


# ---------------------------------------------------------------------------------------------- round things


def lathe(profile: ArrayLike, at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 24, smooth: bool = True) -> Piece:
    """Turn a profile of (radius, z) pairs about Z. Listed so that the outside lies to the right (bottom to top outside).

    Ends of radius 0 close to a point, others are capped flat.
    """
    prof = np.asarray(profile, float).reshape(-1, 2)
    ang = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    ring = np.stack([np.cos(ang), np.sin(ang)], -1)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(prof, axis=0), axis=1))])
    verts: list[Floats] = []
    index: list[Ints] = []
    count = 0
    for r, z in prof:
        k = 1 if r < 1e-7 else segments
        verts.append(np.array([[0, 0, z]]) if k == 1 else np.column_stack([ring * r, np.full(segments, z)]))
        index.append(count + np.zeros(segments, int) if k == 1 else count + np.arange(segments))
        count += k
    faces: list[Ints] = []
    uvs: list[Floats] = []
    nxt = np.roll(np.arange(segments), -1)
    rmax = max(float(prof[:, 0].max()), 1e-6)
    u0, u1 = ang * rmax, (ang + 2 * np.pi / segments) * rmax
    counts: list[Ints] = []
    for i in range(len(prof) - 1):
        a, b = index[i], index[i + 1]
        pa, pb = prof[i][0] < 1e-7, prof[i + 1][0] < 1e-7
        if pa and pb:
            continue
        la, lb = np.full(segments, length[i]), np.full(segments, length[i + 1])
        if pa:
            faces.append(np.stack([a, b[nxt], b], -1).reshape(-1))
            uvs.append(np.stack([np.stack([(u0 + u1) / 2, la], -1), np.stack([u1, lb], -1), np.stack([u0, lb], -1)], 1).reshape(-1, 2))
            counts.append(np.full(segments, 3))
        elif pb:
            faces.append(np.stack([a, a[nxt], b], -1).reshape(-1))
            uvs.append(np.stack([np.stack([u0, la], -1), np.stack([u1, la], -1), np.stack([(u0 + u1) / 2, lb], -1)], 1).reshape(-1, 2))
            counts.append(np.full(segments, 3))
        else:
            faces.append(np.stack([a, a[nxt], b[nxt], b], -1).reshape(-1))
            uvs.append(np.stack([np.stack([u0, la], -1), np.stack([u1, la], -1), np.stack([u1, lb], -1), np.stack([u0, lb], -1)], 1).reshape(-1, 2))
            counts.append(np.full(segments, 4))
    sides = sum(len(c) for c in counts)
    for end, order in ((0, -1), (len(prof) - 1, 1)):
        if prof[end][0] >= 1e-7 and not np.allclose(prof[0], prof[-1]):
            faces.append(index[end][::order])
            uvs.append((ring * prof[end][0])[::order])
            counts.append(np.array([segments]))
    cts = np.concatenate(counts)
    flags = np.full(len(cts), smooth)
    flags[sides:] = False
    return Piece(np.concatenate(verts) + np.asarray(at, float), np.concatenate(faces), cts, np.concatenate(uvs), flags, slot)


def cylinder(
    radius: float, height: float, at: Sequence[float] = (0, 0, 0), slot: str = "body", bevel: float = 0.002, segments: int = 24,
    top_radius: float | None = None,
) -> Piece:
    """A bevelled cylinder or cone standing on `at` (centre of its base)."""
    r0, r1 = radius, radius if top_radius is None else top_radius
    b = min(bevel, 0.45 * height, 0.45 * max(min(r0, r1), 1e-6))
    if b <= 1e-5 or min(r0, r1) < 1e-5:
        return lathe([(r0, 0), (r1, height)], at, slot, segments)
    c = b * 0.3
    return lathe([(r0 - b, 0), (r0 - c, c), (r0, b), (r1, height - b), (r1 - c, height - c), (r1 - b, height)], at, slot, segments)


def ellipsoid(size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 20, rings: int = 12) -> Piece:
    """An ellipsoid of full `size` centred at `at`."""
    t = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)
    prof = np.stack([np.cos(t), np.sin(t)], -1) / 2
    prof[0, 0] = prof[-1, 0] = 0
    p = lathe(prof, (0, 0, 0), slot, segments)
    s = np.asarray(size, float)
    return p._replace(vertices=p.vertices * s + np.asarray(at, float), uvs=p.uvs * s.mean())


def torus(radius: float, tube_radius: float, at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 32, rings: int = 10) -> Piece:
    """A torus about Z centred at `at`."""
    t = np.linspace(0, 2 * np.pi, rings + 1)
    prof = np.stack([radius + tube_radius * np.cos(t), tube_radius * np.sin(t)], -1)
    prof[-1] = prof[0]
    p = lathe(prof, at, slot, segments)
    return weld(p)


def weld(p: Piece, tolerance: float = 1e-6) -> Piece:
    """Merge vertices that coincide."""
    key = np.round(p.vertices / tolerance).astype(np.int64)
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    return p._replace(vertices=p.vertices[first], loops=inverse.reshape(-1)[p.loops])


# ---------------------------------------------------------------------------------------------- sweeps and extrusions


def _frames(path: Floats, closed: bool) -> tuple[Floats, Floats]:
    """Two unit normals per path point by parallel transport. (n, 3) each"""
    n = len(path)
    if closed:
        tangent = np.roll(path, -1, 0) - np.roll(path, 1, 0)
    else:
        tangent = np.gradient(path, axis=0) if n > 2 else np.repeat(path[1:] - path[:1], 2, 0)
    tangent = tangent / np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    seed = np.array([0.0, 0.0, 1.0]) if abs(tangent[0, 2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    a = np.zeros_like(path)
    cur = seed - tangent[0] * (seed @ tangent[0])
    for i in range(n):
        cur = cur - tangent[i] * (cur @ tangent[i])
        cur = cur / max(float(np.linalg.norm(cur)), 1e-12)
        a[i] = cur
    return np.cross(tangent, a), a


def sweep(profile: ArrayLike, path: ArrayLike, slot: str = "body", closed: bool = False, scale: ArrayLike = 1.0, smooth: bool = True) -> Piece:
    """Sweep a closed counter-clockwise profile (k, 2) along a path (n, 3). The profile's second axis starts upright.

    `scale` may vary along the path, (n,). Ends are capped unless the path is closed.
    """
    prof = np.asarray(profile, float).reshape(-1, 2)
    pts = np.asarray(path, float).reshape(-1, 3)
    n, k = len(pts), len(prof)
    side, up = _frames(pts, closed)
    s = np.broadcast_to(np.asarray(scale, float), (n,))[:, None, None]
    # side x up = -tangent for a path leaving the viewer, so mirror the side to keep faces outward
    v = pts[:, None] + s * (-side[:, None] * prof[None, :, :1] + up[:, None] * prof[None, :, 1:])
    idx = np.arange(n * k).reshape(n, k)
    nj = np.roll(np.arange(k), -1)
    rows = np.arange(n if closed else n - 1)
    nr = (rows + 1) % n
    a, b = idx[rows], idx[nr]
    q = np.stack([a, b, b[:, nj], a[:, nj]], -1).reshape(-1, 4)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(np.vstack([pts, pts[:1]]), axis=0), axis=1))])
    around = np.concatenate([[0], np.cumsum(np.linalg.norm(np.roll(prof, -1, 0) - prof, axis=1))])
    ua, ub = along[rows], along[rows + 1]
    va, vb = around[:-1], around[1:]
    uv = np.stack(
        [
            np.stack(np.broadcast_arrays(ua[:, None], va[None]), -1), np.stack(np.broadcast_arrays(ub[:, None], va[None]), -1),
            np.stack(np.broadcast_arrays(ub[:, None], vb[None]), -1), np.stack(np.broadcast_arrays(ua[:, None], vb[None]), -1),
        ], 2,
    ).reshape(-1, 2)
    loops, counts, flags = q.reshape(-1), np.full(len(q), 4), np.full(len(q), smooth)
    if not closed:
        loops = np.concatenate([loops, idx[0], idx[-1][::-1]])
        counts = np.concatenate([counts, [k, k]])
        uv = np.concatenate([uv, prof, prof[::-1]])
        flags = np.concatenate([flags, [False, False]])
    p = Piece(v.reshape(-1, 3), loops, counts, uv, flags, slot)
    return outward(p)


def outward(p: Piece) -> Piece:
    """Flip a closed piece whose volume is negative, so that its faces look outwards."""
    volume = float(np.sum(face_normals(p.vertices, p.loops, p.counts) * _face_centres(p)))
    return p if volume >= 0 else flip(p)


def _face_centres(p: Piece) -> Floats:
    starts = np.concatenate([[0], np.cumsum(p.counts)[:-1]])
    centre = p.vertices.mean(0)
    return np.add.reduceat(p.vertices[p.loops] - centre, starts, axis=0) / p.counts[:, None]


def flip(p: Piece) -> Piece:
    """Reverse the winding of every face."""
    ends = np.cumsum(p.counts)
    starts = ends - p.counts
    within = np.arange(len(p.loops)) - np.repeat(starts, p.counts)
    rev = np.repeat(ends, p.counts) - 1 - within
    return p._replace(loops=p.loops[rev], uvs=p.uvs[rev])


def circle(radius: float, segments: int = 8) -> Floats:
    """A counter-clockwise circle profile. (segments, 2)"""
    t = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    return np.stack([np.cos(t), np.sin(t)], -1) * radius


def rounded_rect(width: float, height: float, radius: float, segments: int = 3) -> Floats:
    """A counter-clockwise rounded rectangle about the origin. (4 (segments + 1), 2)"""
    r = min(radius, 0.499 * min(width, height))
    t = np.linspace(0, np.pi / 2, segments + 1)
    arc = np.stack([np.cos(t), np.sin(t)], -1) * r
    out = []
    for k, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        c, s = np.cos(k * np.pi / 2), np.sin(k * np.pi / 2)
        out.append(arc @ np.array([[c, s], [-s, c]]) + (sx * (width / 2 - r), sy * (height / 2 - r)))
    return np.concatenate(out)


def tube(path: ArrayLike, radius: float | ArrayLike, slot: str = "metal", segments: int = 10, closed: bool = False) -> Piece:
    """A round bar along a path (n, 3); `radius` may vary along it."""
    return sweep(circle(1.0, segments), path, slot, closed, radius)


def bar(a: Sequence[float], b: Sequence[float], radius: float, slot: str = "metal", segments: int = 12, end_radius: float | None = None) -> Piece:
    """A straight round bar from a to b, tapering to `end_radius`."""
    return tube([a, b], [radius, radius if end_radius is None else end_radius], slot, segments)


def smooth_path(points: ArrayLike, steps: int = 6, closed: bool = False) -> Floats:
    """A Catmull-Rom curve through the points. (n, 3)"""
    p = np.asarray(points, float)
    ext = np.concatenate([p[-1:], p, p[:2]]) if closed else np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for i in range(len(ext) - 3):
        p0, p1, p2, p3 = ext[i : i + 4]
        out.append(0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3))
    return np.concatenate(out if closed else [*out, p[-1:]])


def inset(outline: ArrayLike, distance: float) -> Floats:
    """Move the edges of a counter-clockwise polygon inwards by `distance` (mitred). (n, 2)"""
    p = np.asarray(outline, float)
    e = np.roll(p, -1, 0) - p
    e = e / np.maximum(np.linalg.norm(e, axis=1, keepdims=True), 1e-12)
    nrm = np.stack([-e[:, 1], e[:, 0]], -1)
    prev = np.roll(nrm, 1, 0)
    m = nrm + prev
    m = m / np.maximum((m * nrm).sum(1, keepdims=True), 0.25)
    return p + m * distance


def prism(
    outline: ArrayLike, height: float, at: Sequence[float] = (0, 0, 0), slot: str = "body", bevel: float = 0.003, grain: str = "x",
    smooth_sides: bool = False,
) -> Piece:
    """Extrude a counter-clockwise outline (n, 2) upwards from `at`, with bevelled rims."""
    p = np.asarray(outline, float)
    n = len(p)
    b = min(bevel, 0.45 * height)
    if b > 1e-5:
        c = inset(p, b)
        rings = [(c, 0.0), (p, b), (p, height - b), (c, height)]
    else:
        rings = [(p, 0.0), (p, height)]
    v = np.concatenate([np.column_stack([q, np.full(n, z)]) for q, z in rings]) + np.asarray(at, float)
    idx = np.arange(len(rings) * n).reshape(len(rings), n)
    nxt = np.roll(np.arange(n), -1)
    q = np.stack([idx[:-1], idx[:-1][:, nxt], idx[1:][:, nxt], idx[1:]], -1).reshape(-1, 4)
    loops = np.concatenate([q.reshape(-1), idx[0][::-1], idx[-1]])
    counts = np.concatenate([np.full(len(q), 4), [n, n]])
    flags = np.concatenate([np.full(len(q), smooth_sides or b > 1e-5), [b > 1e-5] * 2])
    if b > 1e-5 and not smooth_sides:
        flags[n : 2 * n] = False  # the straight sides of a polygon stay crisp
    return Piece(v, loops, counts, box_uvs(v, loops, counts, grain), flags, slot)


def sheet(points: ArrayLike, slot: str = "fabric", thickness: float = 0.0, uv_scale: float = 1.0) -> Piece:
    """A surface through a grid of points (nu, nv, 3), facing u x v; with `thickness` a closed slab grown against that side."""
    g = np.asarray(points, float)
    nu, nv = g.shape[:2]
    idx = np.arange(nu * nv).reshape(nu, nv)
    q = np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 4)
    du = np.linalg.norm(np.diff(g, axis=0), axis=2).mean(1)
    dv = np.linalg.norm(np.diff(g, axis=1), axis=2).mean(0)
    uu, vv = np.meshgrid(np.concatenate([[0], np.cumsum(du)]), np.concatenate([[0], np.cumsum(dv)]), indexing="ij")
    uv = np.stack([uu, vv], -1).reshape(-1, 2) * uv_scale
    v = g.reshape(-1, 3)
    if thickness <= 0:
        return _quads(v, q, slot, True, "x", uv[q.reshape(-1)])
    n = np.zeros_like(v)
    fn = face_normals(v, q.reshape(-1), np.full(len(q), 4))
    for c in range(4):
        np.add.at(n, q[:, c], fn)
    n = n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-12)
    low = v - n * thickness
    m = len(v)
    border = np.concatenate([idx[:-1, 0], idx[-1, :-1], idx[:0:-1, -1], idx[0, :0:-1]])
    nb = np.roll(border, -1)
    walls = np.stack([border, border + m, nb + m, nb], -1)
    quads = np.concatenate([q, q[:, ::-1] + m, walls])
    uv2 = np.concatenate([uv, uv])
    return outward(_quads(np.concatenate([v, low]), quads, slot, True, "x", uv2[quads.reshape(-1)]))


# ---------------------------------------------------------------------------------------------- placing pieces

PieceOrPieces = Piece | Iterable[Piece]


def as_list(pieces: PieceOrPieces) -> Pieces:
    """A single piece or any iterable of pieces, as a list."""
    return [pieces] if isinstance(pieces, Piece) else list(pieces)


def move(pieces: PieceOrPieces, offset: Sequence[float]) -> Pieces:
    """Translate."""
    d = np.asarray(offset, float)
    return [p._replace(vertices=p.vertices + d) for p in as_list(pieces)]


def rotation(axis: str, angle: float) -> Floats:
    """The matrix that turns by `angle` about a coordinate axis. (3, 3)"""
    c, s = np.cos(angle), np.sin(angle)
    i = AXES[axis]
    j, k = (i + 1) % 3, (i + 2) % 3
    m = np.eye(3)
    m[j, j], m[j, k], m[k, j], m[k, k] = c, -s, s, c
    return m


def rotate(pieces: PieceOrPieces, axis: str, angle: float, about: Sequence[float] = (0, 0, 0)) -> Pieces:
    """Turn by `angle` radians about an axis through `about`."""
    m, o = rotation(axis, angle), np.asarray(about, float)
    return [p._replace(vertices=(p.vertices - o) @ m.T + o) for p in as_list(pieces)]


def scale(pieces: PieceOrPieces, factor: float | Sequence[float], about: Sequence[float] = (0, 0, 0)) -> Pieces:
    """Scale about a point; negative factors mirror (winding is kept right)."""
    f, o = np.broadcast_to(np.asarray(factor, float), (3,)), np.asarray(about, float)
    out = [p._replace(vertices=(p.vertices - o) * f + o) for p in as_list(pieces)]
    return [flip(p) for p in out] if np.prod(f) < 0 else out


def mirror(pieces: PieceOrPieces, axis: str = "x") -> Pieces:
    """The pieces and their mirror images across the plane through the origin."""
    ps = as_list(pieces)
    f = [1.0, 1.0, 1.0]
    f[AXES[axis]] = -1.0
    return ps + scale(ps, f)


def repeat(pieces: PieceOrPieces, offsets: Iterable[Sequence[float]]) -> Pieces:
    """A copy of the pieces at every offset."""
    ps = as_list(pieces)
    return [q for d in offsets for q in move(ps, d)]


def ring(pieces: PieceOrPieces, count: int, start: float = 0.0) -> Pieces:
    """`count` copies turned evenly about Z."""
    ps = as_list(pieces)
    return [q for i in range(count) for q in rotate(ps, "z", start + 2 * np.pi * i / count)]


def recolour(pieces: PieceOrPieces, slot: str) -> Pieces:
    """The pieces in another material slot."""
    return [p._replace(slot=slot) for p in as_list(pieces)]


def bend(pieces: PieceOrPieces, fn: object) -> Pieces:
    """Map all vertices through `fn((n, 3)) -> (n, 3)`: tapers, bows, drapes."""
    return [p._replace(vertices=fn(p.vertices)) for p in as_list(pieces)]  # type: ignore[operator]


def bounds(pieces: PieceOrPieces) -> tuple[Floats, Floats]:
    """Lower and upper corner over all pieces."""
    v = np.concatenate([p.vertices for p in as_list(pieces)])
    return v.min(0), v.max(0)
