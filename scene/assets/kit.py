"""Mesh primitives in numpy: bevelled, UV-mapped in metres, quick enough to build a room's furniture in a second.

Generators compose `Piece`s; `asset.finish` joins them. No bpy here, so that the layout can measure a thing before it is
instantiated and tests run in milliseconds. (Why not bmesh: docs/decisions/0002-mesh-kit.md.)

Conventions: metres, Z up, front is -Y. Faces wind counter-clockwise seen from outside. UVs are metres along the surface,
U along the grain, so a material of real-world scale needs no per-object setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

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


def _cross(a: Floats, b: Floats) -> Floats:
    """Cross products of rows; much quicker than `np.cross`. (n, 3)"""
    out = np.empty(a.shape)
    ax, ay, az = a[:, 0], a[:, 1], a[:, 2]
    bx, by, bz = b[:, 0], b[:, 1], b[:, 2]
    out[:, 0] = ay * bz - az * by
    out[:, 1] = az * bx - ax * bz
    out[:, 2] = ax * by - ay * bx
    return out


def face_normals(vertices: Floats, loops: Ints, counts: Ints) -> Floats:
    """Area-weighted face normals, length = area. (f, 3), by Newell's method (for quads: the cross product of the diagonals)."""
    n = len(counts)
    if not n:
        return np.zeros((0, 3))
    if len(loops) == 4 * n and bool((counts == 4).all()):
        a, b, c, d = vertices[loops.reshape(-1, 4).T]
        return 0.5 * _cross(c - a, d - b)
    ends = np.cumsum(counts)
    starts = ends - counts
    nxt = np.arange(1, len(loops) + 1)
    nxt[ends - 1] = starts
    p = vertices[loops]
    # seen from the face's first corner, so that a face far from the origin loses no digits
    p -= np.repeat(p[starts], counts, axis=0)
    return 0.5 * np.add.reduceat(_cross(p, p[nxt]), starts, axis=0)


# (grain, axis of the normal) -> the columns that become u and v: the grain wherever the face contains it
_UV_COLUMNS = np.array(
    [
        [[o for o in range(3) if o != g] if a == g else [g, next(o for o in range(3) if o not in (g, a))] for a in range(3)]
        for g in range(3)
    ]
)


def _uv_gather(vertices: Floats, loops: Ints, counts: Ints, grain: str) -> Ints:
    """Flat indices into the vertices of the (u, v) of each corner. (m, 2)"""
    normals = np.abs(face_normals(vertices, loops, counts))
    columns = _UV_COLUMNS[AXES[grain]][np.argmax(normals, axis=1)]
    return loops[:, None] * 3 + np.repeat(columns, counts, axis=0)


def box_uvs(vertices: Floats, loops: Ints, counts: Ints, grain: str = "x") -> Floats:
    """Project each face along its dominant axis; U runs along `grain` wherever the face contains it. (m, 2)"""
    return vertices.reshape(-1)[_uv_gather(vertices, loops, counts, grain)] if len(counts) else np.zeros((0, 2))


def _flat_areas(points: Floats, counts: Ints) -> Floats:
    """Signed areas of polygons whose corners follow each other. (m, 2) -> (f,)"""
    ends = np.cumsum(counts)
    starts = ends - counts
    x, y = points.T - np.repeat(points[starts].T, counts, axis=1)
    nxt = np.arange(1, len(points) + 1)
    nxt[ends - 1] = starts
    return 0.5 * np.add.reduceat(x * y[nxt] - y * x[nxt], starts)


# How many times too large or small a piece's UVs may be before they are set right, and how far below its piece's scale a
# face's UVs count as collapsed.
UV_SLACK, UV_COLLAPSED = 1.25, 0.02


def even_uvs(vertices: Floats, loops: Ints, counts: Ints, uvs: Floats, normals: Floats, faces: Sequence[int]) -> Floats:
    """UVs brought to metres: pieces that were stretched after they were unwrapped to scale, collapsed faces projected anew.

    `normals` (f, 3) are those of `face_normals`, `faces` the number of faces of each piece, in order. (m, 2)
    """
    area = np.sqrt(np.einsum("ij,ij->i", normals, normals))
    inside = np.abs(_flat_areas(uvs, counts))
    of_piece = np.repeat(np.arange(len(faces)), faces)
    total = np.bincount(of_piece, area, len(faces))
    scale = np.bincount(of_piece, inside, len(faces)) / np.maximum(total, 1e-20)
    collapsed = inside < UV_COLLAPSED * scale[of_piece] * area
    factor = np.sqrt(1 / np.maximum(scale, 1e-20))
    factor[(factor > 1 / UV_SLACK) & (factor < UV_SLACK) | (scale < 1e-12)] = 1.0
    if (factor != 1.0).any():
        uvs = uvs * np.repeat(factor[of_piece], counts)[:, None]
    collapsed |= scale[of_piece] < 1e-12
    if collapsed.any():
        corners = np.repeat(collapsed, counts)
        uvs = uvs.copy()
        uvs[corners] = box_uvs(vertices, loops[corners], counts[collapsed])
    return uvs


def piece(
    vertices: ArrayLike,
    faces: Sequence[Sequence[int]],
    slot: str,
    smooth: bool | ArrayLike = True,
    grain: str = "x",
    uvs: Floats | None = None,
) -> Piece:
    """A piece from vertices (n, 3) and a list of faces (vertex indices, counter-clockwise from outside)."""
    v = np.asarray(vertices, float).reshape(-1, 3)
    counts = np.array([len(f) for f in faces], int)
    loops = np.concatenate([np.asarray(f, int) for f in faces]) if len(faces) else np.zeros(0, int)
    flags = np.broadcast_to(np.asarray(smooth, bool), counts.shape).copy()
    return Piece(v, loops, counts, box_uvs(v, loops, counts, grain) if uvs is None else uvs, flags, slot)


def _fixed(*arrays: NDArray[Any]) -> None:
    """Make cached arrays read-only."""
    for a in arrays:
        a.setflags(write=False)


@lru_cache(maxsize=512)
def _fours(n: int, smooth: bool) -> tuple[Ints, NDArray[np.bool_]]:
    counts, flags = np.full(n, 4), np.full(n, smooth)
    _fixed(counts, flags)
    return counts, flags


def _quads(vertices: Floats, quads: Ints, slot: str, smooth: bool, grain: str, uvs: Floats | None = None) -> Piece:
    loops = quads.reshape(-1)
    counts, flags = _fours(len(quads), bool(smooth))
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


@lru_cache(maxsize=3)
def _cube(grain: str) -> tuple[Floats, Ints, Ints]:
    """Corners, loops and UV sources of a sharp cube."""
    p = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    loops = np.array([0, 1, 3, 2, 4, 6, 7, 5, 0, 4, 5, 1, 2, 3, 7, 6, 0, 2, 6, 4, 1, 5, 7, 3])
    gather = _uv_gather(p, loops, np.full(6, 4), grain)
    _fixed(p, loops, gather)
    return p, loops, gather


@lru_cache(maxsize=32)
def _box_topology(segments: int, grain: str) -> tuple[Floats, Floats, Ints, Ints]:
    """Signs and offsets of a bevelled box, its loops, and where its UVs come from: none of it depends on the size."""
    p, o, q = _cube_grid(segments, 1)
    loops = q.reshape(-1)
    gather = _uv_gather(p * 2 + o, loops, np.full(len(q), 4), grain)
    _fixed(p, o, loops, gather)
    return p, o, loops, gather


def box(
    size: Sequence[float],
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    bevel: float = 0.004,
    grain: str | None = None,
    segments: int = 1,
) -> Piece:
    """A bevelled box of full `size` centred at `at`. `grain` defaults to the longest side."""
    half = np.asarray(size, float) / 2
    r = float(min(bevel, 0.49 * 2 * half.min()))
    if grain is None:
        grain = "xyz"[int(np.argmax(half))]
    if r <= 1e-5:
        p, loops, gather = _cube(grain)
        v = p * half + np.asarray(at, float)
        counts, flags = _fours(6, False)
        return Piece(v, loops, counts, v.reshape(-1)[gather], flags, slot)
    p, o, loops, gather = _box_topology(max(1, segments), grain)
    v = p * (half - r) + o * r + np.asarray(at, float)
    counts, flags = _fours(len(loops) // 4, True)
    return Piece(v, loops, counts, v.reshape(-1)[gather], flags, slot)


def slab(
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    z0: float,
    z1: float,
    slot: str = "body",
    bevel: float = 0.004,
    grain: str | None = None,
) -> Piece:
    """A bevelled box by its limits."""
    return box((x1 - x0, y1 - y0, z1 - z0), ((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2), slot, bevel, grain)


def flame(at: Sequence[float], height: float, slot: str) -> Piece:
    """The flame of a candle, a drop that stands on a point."""
    outline = np.array([(0.0, 0.0), (0.15, 0.06), (0.21, 0.24), (0.18, 0.45), (0.1, 0.7), (0.04, 0.88), (0.0, 1.0)])
    return lathe(outline * height, at, slot, 12)


def cushion(
    size: Sequence[float],
    at: Sequence[float] = (0, 0, 0),
    slot: str = "fabric",
    round: float = 0.05,
    crown: float = 0.02,
    sag: float = 0.0,
    detail: int = 6,
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
    v[:, 2] += np.sign(v[:, 2]) * c * bulge**0.6
    if sag:
        dent = np.exp(-((u[:, 0] / 0.6) ** 2 + (u[:, 1] / 0.6) ** 2))
        v[:, 2] -= np.where(v[:, 2] > 0, sag * dent, 0)
    return _quads(v + np.asarray(at, float), q, slot, True, "x")


def pillow(
    size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "fabric", detail: int = 12, pinch: float = 0.06
) -> Piece:
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


@lru_cache(maxsize=256)
def _lathe_topology(
    poles: tuple[bool, ...], segments: int, caps: bool, smooth: bool
) -> tuple[Ints, Ints, Ints, Ints, Floats, NDArray[np.bool_]]:
    """What a lathe's mesh shares with all of the same profile length: kept vertices of the full grid, loops, counts, the
    profile row and the turn (in segments) of each side corner, smooth flags."""
    n = len(poles)
    j = np.arange(segments)
    nxt = np.roll(j, -1)
    kept: list[Ints] = []
    index: list[Ints] = []
    count = 0
    for i, pole in enumerate(poles):
        lone = all(poles[max(i - 1, 0) : i + 2])  # on the axis, like its neighbours: in no face
        kept.append(i * segments + (j[:0] if lone else j[:1] if pole else j))
        index.append(np.full(segments, count) if pole else count + j)
        count += len(kept[-1])
    faces: list[Ints] = []
    rows: list[Ints] = []
    turns: list[Floats] = []
    counts: list[Ints] = []
    for i in range(n - 1):
        a, b = index[i], index[i + 1]
        if poles[i] and poles[i + 1]:
            continue
        if poles[i]:
            corners, row, turn = (a, b[nxt], b), (i, i + 1, i + 1), (0.5, 1.0, 0.0)
        elif poles[i + 1]:
            corners, row, turn = (a, a[nxt], b), (i, i, i + 1), (0.0, 1.0, 0.5)
        else:
            corners, row, turn = (a, a[nxt], b[nxt], b), (i, i, i + 1, i + 1), (0.0, 1.0, 1.0, 0.0)
        faces.append(np.stack(corners, -1).reshape(-1))
        rows.append(np.tile(row, segments))
        turns.append((j[:, None] + np.array(turn)).reshape(-1))
        counts.append(np.full(segments, len(corners)))
    sides = sum(len(c) for c in counts)
    if caps:
        for end, order in ((0, -1), (n - 1, 1)):
            if not poles[end]:
                faces.append(index[end][::order])
                counts.append(np.array([segments]))
    cts = np.concatenate(counts)
    flags = np.full(len(cts), smooth)
    flags[sides:] = False
    out = (np.concatenate(kept), np.concatenate(faces), cts, np.concatenate(rows), np.concatenate(turns), flags)
    _fixed(*out)
    return out


def lathe(
    profile: ArrayLike, at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 24, smooth: bool = True
) -> Piece:
    """Turn a profile of (radius, z) pairs about Z. Listed so that the outside lies to the right (bottom to top outside).

    Ends of radius 0 close to a point, others are capped flat.
    """
    prof = np.array(profile, float).reshape(-1, 2)
    poles = prof[:, 0] < 1e-7
    prof[poles, 0] = 0.0
    caps = bool(np.abs(prof[0] - prof[-1]).max() > 1e-8 + 1e-5 * np.abs(prof[-1]).max())
    kept, loops, counts, rows, turns, flags = _lathe_topology(tuple(poles.tolist()), segments, caps, bool(smooth))
    ring = circle(1.0, segments)
    v = np.empty((len(prof), segments, 3))
    v[..., :2] = prof[:, None, :1] * ring
    v[..., 2] = prof[:, None, 1]
    d = np.diff(prof, axis=0)
    length = np.zeros(len(prof))
    np.cumsum(np.hypot(d[:, 0], d[:, 1]), out=length[1:])
    uv = np.empty((len(loops), 2))
    m = len(rows)
    uv[:m, 0] = turns * (2 * np.pi / segments * max(float(prof[:, 0].max()), 1e-6))
    uv[:m, 1] = length[rows]
    if caps:
        for end, order in ((0, -1), (-1, 1)):
            if not poles[end]:
                uv[m : m + segments] = (ring * prof[end, 0])[::order]
                m += segments
    return Piece(v.reshape(-1, 3)[kept] + np.asarray(at, float), loops, counts, uv, flags, slot)


def cylinder(
    radius: float,
    height: float,
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    bevel: float = 0.002,
    segments: int = 24,
    top_radius: float | None = None,
) -> Piece:
    """A bevelled cylinder or cone standing on `at` (centre of its base)."""
    r0, r1 = radius, radius if top_radius is None else top_radius
    b = min(bevel, 0.45 * height, 0.45 * max(min(r0, r1), 1e-6))
    if b <= 1e-5 or min(r0, r1) < 1e-5:
        return lathe([(r0, 0), (r1, height)], at, slot, segments)
    c = b * 0.3
    return lathe(
        [(r0 - b, 0), (r0 - c, c), (r0, b), (r1, height - b), (r1 - c, height - c), (r1 - b, height)], at, slot, segments
    )


def ellipsoid(
    size: Sequence[float], at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 20, rings: int = 12
) -> Piece:
    """An ellipsoid of full `size` centred at `at`."""
    t = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)
    prof = np.stack([np.cos(t), np.sin(t)], -1) / 2
    prof[0, 0] = prof[-1, 0] = 0
    p = lathe(prof, (0, 0, 0), slot, segments)
    s = np.asarray(size, float)
    return p._replace(vertices=p.vertices * s + np.asarray(at, float), uvs=p.uvs * s.mean())


def torus(
    radius: float, tube_radius: float, at: Sequence[float] = (0, 0, 0), slot: str = "body", segments: int = 32, rings: int = 10
) -> Piece:
    """A torus about Z centred at `at`."""
    t = np.linspace(0, 2 * np.pi, rings + 1)
    prof = np.stack([radius + tube_radius * np.cos(t), tube_radius * np.sin(t)], -1)
    prof[-1] = prof[0]
    p = lathe(prof, at, slot, segments)
    return weld(p)


def weld(p: Piece, tolerance: float = 1e-6) -> Piece:
    """Merge vertices that coincide."""
    key = np.round(p.vertices / tolerance).astype(np.int64)
    key -= key.min(0)
    x, y, z = (int(k) + 1 for k in key.max(0))
    if x * y * z < 2**62:  # one number per place sorts much faster than rows do
        _, first, inverse = np.unique((key[:, 0] * y + key[:, 1]) * z + key[:, 2], return_index=True, return_inverse=True)
    else:
        _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    return p._replace(vertices=p.vertices[first], loops=inverse.reshape(-1)[p.loops])


def keep_faces(p: Piece, faces: NDArray[np.bool_]) -> Piece:
    """The piece with some of its faces (f,) only, and without the vertices that none of them uses."""
    corners = np.repeat(faces, p.counts)
    used, loops = np.unique(p.loops[corners], return_inverse=True)
    return p._replace(
        vertices=p.vertices[used],
        loops=loops.reshape(-1),
        counts=p.counts[faces],
        uvs=p.uvs[corners],
        smooth=p.smooth[faces],
    )


# ---------------------------------------------------------------------------------------------- sweeps and extrusions


def _frames(path: Floats, closed: bool) -> tuple[Floats, Floats]:
    """Two unit normals per path point by parallel transport. (n, 3) each"""
    n = len(path)
    if closed:
        tangent = np.concatenate([path[1:], path[:1]]) - np.concatenate([path[-1:], path[:-1]])
    elif n > 2:
        tangent = np.concatenate([path[1:2] - path[:1], 0.5 * (path[2:] - path[:-2]), path[-1:] - path[-2:-1]])
    else:
        tangent = np.repeat(path[1:] - path[:1], 2, 0)
    tangent = tangent / np.maximum(np.sqrt((tangent * tangent).sum(1, keepdims=True)), 1e-12)
    x, y, z = (0.0, 0.0, 1.0) if abs(tangent[0, 2]) < 0.9 else (1.0, 0.0, 0.0)
    up = []
    steps: list[tuple[list[float], bool]] = []
    last: list[float] = []
    for t in tangent.tolist():  # plain numbers: the arrays are short
        if last and t[0] * last[0] + t[1] * last[1] + t[2] * last[2] < 0.3:
            # a sharp turn is taken in two steps, or the normal would be lost at a right angle and turn over beyond it
            half = [a + b for a, b in zip(t, last, strict=True)]
            length = (half[0] ** 2 + half[1] ** 2 + half[2] ** 2) ** 0.5
            if length > 1e-6:
                steps.append(([h / length for h in half], False))
        steps.append((t, True))
        last = t
    for (tx, ty, tz), kept in steps:
        d = x * tx + y * ty + z * tz
        x, y, z = x - tx * d, y - ty * d, z - tz * d
        length = max((x * x + y * y + z * z) ** 0.5, 1e-12)
        x, y, z = x / length, y / length, z / length
        if kept:
            up.append((x, y, z))
    a = np.array(up)
    return _cross(tangent, a), a


@lru_cache(maxsize=512)
def _sweep_topology(n: int, k: int, closed: bool, smooth: bool) -> tuple[Ints, Ints, Ints, Ints, NDArray[np.bool_]]:
    """Loops, counts, the path row and the profile column of each side corner's UV, smooth flags."""
    idx = np.arange(n * k).reshape(n, k)
    j = np.arange(k)
    nj = np.roll(j, -1)
    rows = np.arange(n if closed else n - 1)
    a, b = idx[rows], idx[(rows + 1) % n]
    loops = np.stack([a[:, nj], b[:, nj], b, a], -1).reshape(-1)
    along = (rows[:, None, None] + np.broadcast_to(np.array([0, 1, 1, 0]), (len(rows), k, 4))).reshape(-1)
    around = np.broadcast_to(j[:, None] + np.array([1, 1, 0, 0]), (len(rows), k, 4)).reshape(-1)
    counts, flags = np.full(len(rows) * k, 4), np.full(len(rows) * k, smooth)
    if not closed:
        loops = np.concatenate([loops, idx[0][::-1], idx[-1]])
        counts = np.concatenate([counts, [k, k]])
        flags = np.concatenate([flags, [False, False]])
    out = (loops, counts, along, around, flags)
    _fixed(*out)
    return out


def sweep(
    profile: ArrayLike, path: ArrayLike, slot: str = "body", closed: bool = False, scale: ArrayLike = 1.0, smooth: bool = True
) -> Piece:
    """Sweep a closed profile (k, 2) along a path (n, 3). The profile's second axis starts upright.

    `scale` may vary along the path, (n,). Ends are capped unless the path is closed.
    """
    prof = np.asarray(profile, float).reshape(-1, 2)
    pts = np.asarray(path, float).reshape(-1, 3)
    n, k = len(pts), len(prof)
    side, up = _frames(pts, closed)
    s = np.broadcast_to(np.asarray(scale, float), (n,))[:, None, None]
    v = pts[:, None] + s * (up[:, None] * prof[:, 1:] - side[:, None] * prof[:, :1])
    loops, counts, rows, columns, flags = _sweep_topology(n, k, closed, bool(smooth))
    uv = np.empty((len(loops), 2))
    uv[: len(rows), 0] = _lengths(pts)[rows]
    uv[: len(rows), 1] = _lengths(prof)[columns] * s.mean()
    if not closed:
        uv[-2 * k : -k], uv[-k:] = prof[::-1] * s[0, 0], prof * s[-1, 0]
    p = Piece(v.reshape(-1, 3), loops, counts, uv, flags, slot)
    following = np.concatenate([prof[1:], prof[:1]])
    area = float((prof[:, 0] * following[:, 1] - prof[:, 1] * following[:, 0]).sum())
    return p if area >= 0 else flip(p)  # a clockwise profile would face inwards


def _lengths(points: Floats) -> Floats:
    """Distance along a polyline at each of its points, and once round back to the first. (n + 1,)"""
    d = np.concatenate([points[1:], points[:1]]) - points
    out = np.zeros(len(points) + 1)
    np.cumsum(np.sqrt((d * d).sum(1)), out=out[1:])
    return out


def outward(p: Piece) -> Piece:
    """Flip a closed piece whose volume is negative, so that its faces look outwards."""
    corner = p.vertices[p.loops[np.cumsum(p.counts) - p.counts]] - p.vertices.mean(0)
    volume = float((face_normals(p.vertices, p.loops, p.counts) * corner).sum())
    return p if volume >= 0 else flip(p)


@lru_cache(maxsize=256)
def _circle(segments: int) -> Floats:
    t = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    out = np.stack([np.cos(t), np.sin(t)], -1)
    _fixed(out)
    return out


def flip(p: Piece) -> Piece:
    """Reverse the winding of every face."""
    ends = np.cumsum(p.counts)
    starts = ends - p.counts
    rev = np.repeat(ends + starts - 1, p.counts) - np.arange(len(p.loops))
    return p._replace(loops=p.loops[rev], uvs=p.uvs[rev])


def circle(radius: float, segments: int = 8) -> Floats:
    """A counter-clockwise circle profile. (segments, 2)"""
    return _circle(segments) * radius


@lru_cache(maxsize=32)
def _rounded_corners(segments: int) -> tuple[Floats, Floats]:
    t = np.arange(4)[:, None] * np.pi / 2 + np.linspace(0, np.pi / 2, segments + 1)
    arc = np.stack([np.cos(t), np.sin(t)], -1).reshape(-1, 2)
    corner = np.repeat([(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)], segments + 1, axis=0)
    _fixed(arc, corner)
    return arc, corner


def rounded_rect(width: float, height: float, radius: float, segments: int = 3) -> Floats:
    """A counter-clockwise rounded rectangle about the origin. (4 (segments + 1), 2)"""
    r = min(radius, 0.499 * min(width, height))
    arc, corner = _rounded_corners(segments)
    return arc * r + corner * (width / 2 - r, height / 2 - r)


def tube(path: ArrayLike, radius: float | ArrayLike, slot: str = "metal", segments: int = 10, closed: bool = False) -> Piece:
    """A round bar along a path (n, 3); `radius` may vary along it."""
    return sweep(circle(1.0, segments), path, slot, closed, radius)


def bar(
    a: Sequence[float],
    b: Sequence[float],
    radius: float,
    slot: str = "metal",
    segments: int = 12,
    end_radius: float | None = None,
) -> Piece:
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
    e = np.concatenate([p[1:], p[:1]]) - p
    e = e / np.maximum(np.sqrt((e * e).sum(1, keepdims=True)), 1e-12)
    nrm = np.stack([-e[:, 1], e[:, 0]], -1)
    m = nrm + np.concatenate([nrm[-1:], nrm[:-1]])
    m = m / np.maximum((m * nrm).sum(1, keepdims=True), 0.25)
    return p + m * distance


@lru_cache(maxsize=256)
def _prism_topology(rings: int, n: int, smooth_sides: bool) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """Loops, counts and smooth flags of a prism of 2 rings (sharp) or 4 (bevelled)."""
    idx = np.arange(rings * n).reshape(rings, n)
    nxt = np.roll(np.arange(n), -1)
    q = np.stack([idx[:-1], idx[:-1][:, nxt], idx[1:][:, nxt], idx[1:]], -1).reshape(-1, 4)
    bevelled = rings == 4
    loops = np.concatenate([q.reshape(-1), idx[0][::-1], idx[-1]])
    counts = np.concatenate([np.full(len(q), 4), [n, n]])
    flags = np.concatenate([np.full(len(q), smooth_sides or bevelled), [bevelled] * 2])
    if bevelled and not smooth_sides:
        flags[n : 2 * n] = False  # the straight sides of a polygon stay crisp
    _fixed(loops, counts, flags)
    return loops, counts, flags


def prism(
    outline: ArrayLike,
    height: float,
    at: Sequence[float] = (0, 0, 0),
    slot: str = "body",
    bevel: float = 0.003,
    grain: str = "x",
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
    v = np.empty((len(rings), n, 3))
    for i, (q, z) in enumerate(rings):
        v[i, :, :2], v[i, :, 2] = q, z
    v = v.reshape(-1, 3) + np.asarray(at, float)
    loops, counts, flags = _prism_topology(len(rings), n, bool(smooth_sides))
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
