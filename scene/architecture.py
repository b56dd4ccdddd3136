"""Floors, walls, ceilings, doors and windows of rooms, from their plan.

A room's polygon is the inside face of its walls, which grow outwards by `wall_thickness`. One object a polygon edge, mitred
with its neighbours; openings are real holes through it. Between two rooms stands one wall (`walls.py`), which is the first
room's object; so are a door and its lining.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix
from numpy.typing import NDArray

from ..model.graph.types import Opening, Room
from ..model.homes import far_side
from ..model.look.materials import label_of
from .assets import kit
from .assets.asset import Asset, MeshData, join, params_of, read_params
from .assets.families import openings
from .assets.kit import Piece
from .meshes import new_mesh
from .names import free_name
from .walls import HAIR, Edge, Run, Wall, carrier, edges_of, plan_walls

Floats = NDArray[np.float64]
Resolve = Callable[[str], bpy.types.Material]

DEFAULTS = {"floor": "oak_floor", "wall": "wall_paint", "ceiling": "ceiling_paint", "skirting": "satin_paint"}
CEILING_THICKNESS = 0.2
_STYLES = openings.STYLES

# Skirting profiles: (distance from the wall, height), from the floor up.
_SKIRTINGS: dict[str, list[tuple[float, float]]] = {
    "modern": [(0.013, 0.0), (0.013, 0.068), (0.011, 0.070), (0.0, 0.070)],
    "classic": [
        (0.02, 0.0),
        (0.02, 0.105),
        (0.018, 0.108),
        (0.016, 0.112),
        (0.016, 0.118),
        (0.012, 0.128),
        (0.007, 0.138),
        (0.006, 0.15),
        (0.0, 0.15),
    ],
    "rustic": [(0.02, 0.0), (0.02, 0.113), (0.013, 0.12), (0.0, 0.12)],
    "industrial": [(0.01, 0.0), (0.01, 0.048), (0.008, 0.05), (0.0, 0.05)],
    "midcentury": [(0.014, 0.0), (0.014, 0.048), (0.006, 0.06), (0.0, 0.06)],
}
# Crown moulding: (distance from the wall, depth below the ceiling), from the wall up.
_CROWN = [
    (0.0, 0.11),
    (0.008, 0.11),
    (0.01, 0.1),
    (0.02, 0.092),
    (0.032, 0.07),
    (0.056, 0.046),
    (0.078, 0.034),
    (0.084, 0.02),
    (0.098, 0.018),
    (0.1, 0.0),
    (0.0, 0.0),
]


# ---------------------------------------------------------------------------------------------- walls


def _cuts(lo: float, hi: float, marks: Iterable[float]) -> list[float]:
    """`lo`, `hi` and the marks between them, in order, none closer to another than a hair."""
    out = [lo]
    for m in sorted(marks):
        if out[-1] + HAIR < m < hi - HAIR:
            out.append(m)
    return [*out, hi]


def _wall_piece(wall: Wall, run: Run, thickness: float) -> tuple[Piece, list[int]]:
    """A closed stretch of wall in the wall's frame (origin: middle of the edge's base, x against the edge, front inwards).

    Also, for each face, which of the wall's backs it shows: -1 none, -2 the open air. All faces lie on one grid, so that no
    edge ends in another's middle.
    """
    edge, holes = wall.edge, [h for h in wall.holes if h.s1 > run.s0 + HAIR and h.s0 < run.s1 - HAIR]
    cuts = _cuts(run.s0, run.s1, [*(v for h in holes for v in h[:2]), *(v for b in wall.backs for v in b[:2])])
    levels = _cuts(0.0, wall.height, [v for h in holes for v in h[2:]])
    ns, nz = len(cuts), len(levels)
    along = np.repeat(np.asarray(cuts)[None], 2, 0)
    along[1, 0], along[1, -1] = run.s0 + thickness * run.start, run.s1 + thickness * run.end
    v = np.zeros((2, ns, nz, 3))
    v[..., 0] = (edge.length / 2 - along)[:, :, None]
    v[0, ..., 1], v[1, ..., 1] = -thickness / 2, thickness / 2
    v[..., 2] = np.asarray(levels)[None, None]
    index = np.arange(2 * ns * nz).reshape(2, ns, nz)
    solid = np.ones((ns + 1, nz + 1), bool)  # padded by one cell all round
    solid[0] = solid[-1] = False
    solid[:, 0] = solid[:, -1] = False
    mid_s, mid_z = (np.asarray(cuts)[1:] + np.asarray(cuts)[:-1]) / 2, (np.asarray(levels)[1:] + np.asarray(levels)[:-1]) / 2
    for h in holes:
        solid[1:-1, 1:-1] &= ~(((mid_s > h.s0) & (mid_s < h.s1))[:, None] & ((mid_z > h.z0) & (mid_z < h.z1))[None])
    faces: list[tuple[int, int, int, int]] = []
    uvs: list[tuple[float, float]] = []
    shown: list[int] = []

    def add(corners: Sequence[tuple[int, int, int]], kind: str, shows: int = -1) -> None:
        faces.append(tuple(int(index[c]) for c in corners))  # type: ignore[arg-type]
        shown.append(shows)
        for side, i, k in corners:
            s, z, y = float(along[side, i]), float(levels[k]), float(side) * thickness
            uvs.append((s, z) if kind == "face" else (y, z) if kind == "jamb" else (s, y))

    for i in range(ns - 1):
        behind = next((j for j, b in enumerate(wall.backs) if b.s0 < mid_s[i] < b.s1), -2)
        for k in range(nz - 1):
            if not solid[i + 1, k + 1]:
                continue
            add([(0, i + 1, k), (0, i, k), (0, i, k + 1), (0, i + 1, k + 1)], "face")
            add([(1, i, k), (1, i + 1, k), (1, i + 1, k + 1), (1, i, k + 1)], "face", behind)
            if not solid[i, k + 1]:
                add([(0, i, k), (1, i, k), (1, i, k + 1), (0, i, k + 1)], "jamb")
            if not solid[i + 2, k + 1]:
                add([(1, i + 1, k), (0, i + 1, k), (0, i + 1, k + 1), (1, i + 1, k + 1)], "jamb")
            if not solid[i + 1, k]:
                add([(0, i, k), (0, i + 1, k), (1, i + 1, k), (1, i, k)], "flat")
            if not solid[i + 1, k + 2]:
                add([(0, i + 1, k + 1), (0, i, k + 1), (1, i, k + 1), (1, i + 1, k + 1)], "flat")
    used = np.unique(np.array(faces))
    remap = np.full(2 * ns * nz, -1)
    remap[used] = np.arange(len(used))
    made = kit.piece(v.reshape(-1, 3)[used], [[int(remap[j]) for j in f] for f in faces], "wall", False, uvs=np.array(uvs))
    return made, shown


def _moulding(
    edge: Edge, thickness: float, profile: Sequence[tuple[float, float]], spans: Sequence[tuple[float, float]], slot: str
) -> list[Piece]:
    """A profile of (distance from the wall, height) along the wall's inside, mitred at corners, in the wall's frame."""
    a, z = np.array([p[0] for p in profile]), np.array([p[1] for p in profile])
    k = len(profile)
    around = np.concatenate([[0], np.cumsum(np.hypot(np.diff(a), np.diff(z)))])
    out = []
    for s0, s1 in spans:
        if s1 - s0 < 0.02:
            continue
        left = s0 - a * edge.start if s0 <= 1e-6 else np.full(k, s0)
        right = s1 - a * edge.end if s1 >= edge.length - 1e-6 else np.full(k, s1)
        v = np.stack([np.stack([edge.length / 2 - s, -thickness / 2 - a, z], -1) for s in (left, right)])
        faces = [[m, m + 1, k + m + 1, k + m] for m in range(k - 1)]
        uvs = [(s[j], around[j]) for m in range(k - 1) for s, j in ((left, m), (left, m + 1), (right, m + 1), (right, m))]
        # the back against the wall stays open; the ends are capped
        faces += [list(range(k - 1, -1, -1)), [k + m for m in range(k)]]
        uvs += [(a[m], z[m]) for m in range(k - 1, -1, -1)] + [(a[m], z[m]) for m in range(k)]
        out.append(kit.piece(v.reshape(-1, 3), faces, slot, False, uvs=np.array(uvs, float)))
    return out


def _spans(edge: Edge, blocked: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of the wall's length between the blocked stretches."""
    out, at = [], 0.0
    for a, b in sorted(blocked):
        if a > at + 0.02:
            out.append((at, a))
        at = max(at, b)
    if edge.length > at + 0.02:
        out.append((at, edge.length))
    return out


# ---------------------------------------------------------------------------------------------- openings


@lru_cache(maxsize=64)
def _opening_asset(
    kind: str, generator: str, width: float, thickness: float, height: float, style: str, params: tuple[tuple[str, Any], ...]
) -> Asset:
    """The door or window for a hole."""
    values: dict[str, Any] = {"style": style, **dict(params), "width": width, "depth": thickness, "height": height}
    if (generator or kind) in ("door", "passage"):
        values["leaves"] = 0 if generator == "passage" else values.get("leaves", 2 if width > 1.25 else 1)
        values.setdefault("kind", {"classic": "panelled", "rustic": "planked", "midcentury": "flush"}.get(style, "flush"))
        values.setdefault("handle", "knob" if style in ("classic", "rustic") else "lever")
        return openings.door(read_params(openings.DoorParams, values))
    values.setdefault("kind", {"classic": "sash", "industrial": "grid"}.get(style, "casement"))
    columns, rows = openings.window_layout(values["kind"], style, width, height)
    values.setdefault("columns", columns)
    values.setdefault("rows", rows)
    values.setdefault("casing", style in ("classic", "rustic"))
    return openings.window(read_params(openings.WindowParams, values))


def opening_asset(room: Room, opening: Opening, style: str = "modern") -> Asset:
    """The asset that fills an opening; what its params leave open follows the style. ValueError for bad params."""
    return _opening_asset(
        opening.kind,
        opening.generator,
        float(opening.width),
        float(room.wall_thickness),
        float(opening.height),
        style,
        tuple(sorted(opening.params.items())),
    )


def opening_materials(room: Room, opening: Opening, made: Asset) -> dict[str, str]:
    """A material for each slot of what fills an opening."""
    return _opening_materials({**DEFAULTS, **room.materials}, opening, made)


def _opening_materials(refs: dict[str, str], o: Opening, made: Asset) -> dict[str, str]:
    trim = {"leaf": refs.get("door"), "frame": refs.get("trim"), "sill": refs.get("trim"), "handle": refs.get("handle")}
    return {s: o.materials.get(s) or trim.get(s) or default for s, default in made.slots.items()}


# ---------------------------------------------------------------------------------------------- objects


def _object(
    name: str, mesh: bpy.types.Mesh | None, role: str, category: str, id_: str, room: str, label: str = ""
) -> bpy.types.Object:
    obj = bpy.data.objects.new(free_name(bpy.data.objects, name), mesh)
    obj["diorama_id"] = id_
    obj["diorama_category"] = category
    obj["diorama_role"] = role
    obj["diorama_room"] = room
    obj["diorama_label"] = label
    return obj


def _part(name: str, mesh: bpy.types.Mesh, parent: bpy.types.Object) -> bpy.types.Object:
    obj = bpy.data.objects.new(free_name(bpy.data.objects, f"{parent.name} {name.lower()}"), mesh)
    obj["diorama_role"] = "part"
    obj.parent = parent
    return obj


def _flat(polygon: Floats, centre: Floats, z: float, up: bool, angle: float) -> tuple[Floats, list[int], Floats]:
    """One n-gon: vertices about `centre`, loop order, UVs in metres with U along `angle`."""
    v = np.column_stack([polygon - centre, np.full(len(polygon), z)])
    order = list(range(len(polygon))) if up else list(range(len(polygon) - 1, -1, -1))
    c, s = math.cos(angle), math.sin(angle)
    p = polygon[order] - polygon[0]
    return v, order, np.stack([p[:, 0] * c + p[:, 1] * s, -p[:, 0] * s + p[:, 1] * c], -1)


def _floor_mesh(room: Room, edges: Sequence[Edge]) -> tuple[MeshData, Floats]:
    p = np.asarray(room.polygon, float)
    centre = (p.min(0) + p.max(0)) / 2
    longest = max(edges, key=lambda e: e.length)
    v, order, uv = _flat(p, centre, 0.0, True, math.atan2(longest.direction[1], longest.direction[0]))
    return join([kit.piece(v, [order], "floor", False, uvs=uv)], {"floor": ""}), centre


def _ceiling_mesh(room: Room, edges: Sequence[Edge], reach: float) -> tuple[MeshData, Floats]:
    """A slab over the room that reaches so far over its walls."""
    p = np.array([e.point(reach * e.start, reach) for e in edges])
    inner = np.asarray(room.polygon, float)
    centre = (inner.min(0) + inner.max(0)) / 2
    n = len(p)
    low, down, uv0 = _flat(p, centre, 0.0, False, 0.0)
    high, upward, uv1 = _flat(p, centre, CEILING_THICKNESS, True, 0.0)
    faces: list[list[int]] = [down, [n + i for i in upward]]
    uvs = [uv0, uv1]
    for i in range(n):
        j = (i + 1) % n
        length = float(np.linalg.norm(p[j] - p[i]))
        faces.append([i, j, n + j, n + i])
        uvs.append(np.array([(0, 0), (length, 0), (length, CEILING_THICKNESS), (0, CEILING_THICKNESS)]))
    return join(
        [kit.piece(np.concatenate([low, high]), faces, "ceiling", False, uvs=np.concatenate(uvs))], {"ceiling": ""}
    ), centre


def floor_name(reference: str) -> str:
    """What a floor of a material is called."""
    stuff = label_of(reference).split(",")[0]
    return stuff if "floor" in stuff.lower() else f"{stuff.replace(' boards', '').replace(' tiles', ' tile')} floor"


def build_room(room: Room, resolve: Resolve, style: str = "modern") -> list[bpy.types.Object]:
    """All architecture of a room that stands alone; see `build_rooms`."""
    return build_rooms((room,), resolve, style)


def build_rooms(rooms: Sequence[Room], resolve: Resolve, style: str = "modern") -> list[bpy.types.Object]:
    """All architecture: floors, walls with skirting, ceilings, doors and windows. Roots and their parts, unlinked.

    `resolve` turns a material reference into a material. `room.materials` may name floor, wall, ceiling, skirting, and crown
    (which adds a crown moulding), feature (for one wall), wall_1, wall_2 ... (for single walls), exterior,
    door, trim and handle (for all openings); `opening.materials` the slots of one opening.
    `style` is the shape style of mouldings and of openings whose params do not say. ValueError for openings that do not fit.
    """
    style = style if style in _STYLES else "modern"
    out: list[bpy.types.Object] = []
    shells = [_Shell(room, edges_of(room.polygon), len(rooms) == 1) for room in rooms]
    for s in shells:
        for o in s.room.openings:
            _check(o, s.room, s.edges)
        out += _floor_and_ceiling(s, resolve)
    walls = plan_walls(rooms)
    made: dict[tuple[int, int], bpy.types.Object] = {}
    for w in (w for own in walls for w in own if w.runs):
        made[w.room, w.index] = _wall(w, shells, resolve)
    out += made.values()
    for w in (w for own in walls for w in own):
        held = carrier(w, walls)
        if (held.room, held.index) in made:
            out += _mouldings(w, shells[w.room], made[held.room, held.index], resolve, style)
    meshes: dict[int, list[bpy.types.Mesh]] = {}
    for s in shells:
        for o in s.room.openings:
            if len(rooms) == 1 or not far_side(o):
                out += _opening(s.room, o, s.edges[o.wall], s.refs, resolve, style, meshes)
    return out


class _Shell:
    """A room with its edges and the material references of its surfaces."""

    def __init__(self, room: Room, edges: tuple[Edge, ...], alone: bool) -> None:
        self.room, self.edges, self.alone = room, edges, alone
        self.refs = {**DEFAULTS, **room.materials}
        self.refs.setdefault("exterior", self.refs["wall"] if alone else "plaster")
        if "feature" in self.refs:
            self.refs[f"wall_{_feature_wall(room, edges) + 1}"] = self.refs["feature"]

    def wall(self, index: int) -> str:
        """The material of a wall."""
        return self.refs.get(f"wall_{index + 1}", self.refs["wall"])


def _floor_and_ceiling(s: _Shell, resolve: Resolve) -> list[bpy.types.Object]:
    room, rid = s.room, s.room.id
    mesh, centre = _floor_mesh(room, s.edges)
    name = floor_name(s.refs["floor"])
    floor = _object(name, new_mesh(name, mesh, [resolve(s.refs["floor"])]), "floor", "floor", f"{rid}/floor", rid)
    floor.location = (*centre, room.level)
    # neighbours' ceilings meet over the middle of the wall between them
    mesh, centre = _ceiling_mesh(room, s.edges, room.wall_thickness * (1.0 if s.alone else 0.5))
    ceiling = _object(
        "Ceiling", new_mesh("Ceiling", mesh, [resolve(s.refs["ceiling"])]), "ceiling", "ceiling", f"{rid}/ceiling", rid
    )
    ceiling.location = (*centre, room.level + room.height)
    return [floor, ceiling]


def _feature_wall(room: Room, edges: Sequence[Edge]) -> int:
    """The longest wall without windows, else the longest."""
    glazed = {o.wall for o in room.openings if o.kind == "window"}
    return max(range(len(edges)), key=lambda i: (i not in glazed, edges[i].length))


def _check(o: Opening, room: Room, edges: Sequence[Edge]) -> None:
    if not 0 <= o.wall < len(edges):
        raise ValueError(f"opening {o.id!r} is in wall {o.wall}, but the room has walls 0 to {len(edges) - 1}")
    if o.offset < -1e-6 or o.offset + o.width > edges[o.wall].length + 1e-6:
        raise ValueError(f"opening {o.id!r} does not fit in wall {o.wall}, which is {edges[o.wall].length:.2f} m long")
    if o.sill < -1e-6 or o.sill + o.height > room.height + 1e-6:
        raise ValueError(f"opening {o.id!r} does not fit under the ceiling at {room.height:.2f} m")


def _frame(w: Wall, room: Room) -> Matrix:
    """The wall's frame in the world: the middle of the edge's base in the middle of the thickness, front inwards."""
    at = (*w.edge.point(w.edge.length / 2, room.wall_thickness / 2), room.level)
    return Matrix.Translation(at) @ Matrix.Rotation(w.edge.yaw, 4, "Z")


def _wall(w: Wall, shells: Sequence[_Shell], resolve: Resolve) -> bpy.types.Object:
    """A wall, painted on each side as the room there has it."""
    s = shells[w.room]
    room = s.room
    parts = [_wall_piece(w, run, room.wall_thickness) for run in w.runs]
    refs = {-1: s.wall(w.index), -2: s.refs["exterior"]} | {k: shells[b.room].wall(b.wall) for k, b in enumerate(w.backs)}
    shown = [refs[k] for _, faces in parts for k in faces]
    slots = list(dict.fromkeys([refs[-1], *shown]))
    mesh = join([p for p, _ in parts], {"wall": ""})._replace(slot=np.array([slots.index(x) for x in shown]))
    name = f"{room.label} wall {w.index + 1}".strip().capitalize()
    wall = _object(
        name, new_mesh(name, mesh, [resolve(x) for x in slots]), "wall", "wall", f"{room.id}/wall_{w.index + 1}", room.id
    )
    wall.matrix_basis = _frame(w, room)
    return wall


def _mouldings(w: Wall, s: _Shell, wall: bpy.types.Object, resolve: Resolve, style: str) -> list[bpy.types.Object]:
    """Skirting and crown along the inside of an edge, as parts of the wall that stands there."""
    t, h, e = s.room.wall_thickness, s.room.height, w.edge
    profile = _SKIRTINGS[style]
    reach = openings.casing_width(style)
    blocked = []
    for o in s.room.openings:
        if o.wall == w.index and o.sill < profile[-1][1]:
            casing = reach if o.kind == "door" and o.params.get("casing", True) else 0.0
            blocked.append((o.offset - casing + 0.001, o.offset + o.width + casing - 0.001))
    out = []
    pieces = _moulding(e, t, profile, _spans(e, blocked), "skirting")
    if pieces:
        mesh = new_mesh("Skirting", join(pieces, {"skirting": ""}), [resolve(s.refs["skirting"])])
        out.append(_part("Skirting", mesh, wall))
    if "crown" in s.refs:
        crown = _moulding(e, t, [(a, h - z) for a, z in _CROWN], [(0.0, e.length)], "crown")
        out.append(
            _part("Crown moulding", new_mesh("Crown moulding", join(crown, {"crown": ""}), [resolve(s.refs["crown"])]), wall)
        )
    if wall["diorama_id"] != f"{s.room.id}/wall_{w.index + 1}":  # on the far side of a neighbour's wall
        for part in out:
            part.matrix_basis = wall.matrix_basis.inverted() @ _frame(w, s.room)
    return out


def _opening(
    room: Room,
    o: Opening,
    e: Edge,
    refs: dict[str, str],
    resolve: Resolve,
    style: str,
    shared: dict[int, list[bpy.types.Mesh]],
) -> list[bpy.types.Object]:
    asset = opening_asset(room, o, style)
    slots = _opening_materials(refs, o, asset)
    key = hash((id(asset), tuple(slots.items())))
    if key not in shared:
        used = [resolve(r) for r in slots.values()]
        title = "Door" if o.kind == "door" else "Window"
        shared[key] = [new_mesh(title, asset.mesh, used), *(new_mesh(p.name, p.mesh, used) for p in asset.parts)]
    meshes = shared[key]
    kind = params_of(asset.params).get("kind", "")
    name = {"door": "Double door" if o.kind == "door" and asset.params.leaves == 2 else "Door", "window": "Window"}[o.kind]
    if o.kind == "door" and asset.params.leaves == 0:
        name = "Doorway"
    number = o.id.rsplit("_", 1)[-1]
    if number.isdigit() and number != "1":
        name = f"{name} {number}"
    obj = _object(name, meshes[0], o.kind, o.kind, o.id, room.id)
    obj["diorama_kind"] = str(kind)
    obj.location = (*e.point(o.offset + o.width / 2, room.wall_thickness / 2), room.level + o.sill)
    obj.rotation_euler = (0.0, 0.0, e.yaw)
    out = [obj]
    for p, mesh in zip(asset.parts, meshes[1:], strict=True):
        part = _part(p.name, mesh, obj)
        part.location = p.origin
        if p.motion is not None:
            part["diorama_motion"] = p.motion.kind
            part["diorama_axis"] = list(p.motion.axis)
            part["diorama_limits"] = [p.motion.lower, p.motion.upper]
        out.append(part)
    return out
