"""The report: an independent check of a world, measured on the Blender scene itself.

Nothing here trusts the generator's numbers: positions, boxes and meshes are read from the objects. Only what was *asked*
(the brief) comes from the stored graph. The rules are those of SceneEval, restated (docs/report.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import bmesh
import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

from ..model.brief import Brief, RelationRequest, Request
from ..model.catalogue import categories, is_a
from ..model.geometry import Floats, corners, inside, rectangles_gap
from ..model.graph import World, loads
from ..model.layout.relations import Poses, rule_any, rule_architecture
from ..model.layout.state import Arrangement
from .detail import seen_in_full
from .read import roots

TOUCH = 0.005  # metres that two things may overlap and still only touch
CONTACT = 0.010  # a support is no farther than this
BODY = 0.2
DOOR_DEPTH, WINDOW_DEPTH = 1.0, 0.5
WALL_ITEMS_MAY_COVER = ("curtain", "blind", "shower_curtain")


@dataclass(frozen=True)
class Issue:
    """One finding: its kind (`COL`, `OOB`, ...), a sentence, and the ids of the objects concerned."""

    kind: str
    text: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Figures by name (percentages, except counts), findings, and what the prompt asked for that the world lacks.

    `rooms` holds the same figures for each room of a home; it is empty for a world of one room.
    """

    figures: dict[str, float]
    issues: tuple[Issue, ...] = ()
    lacking: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default_factory=tuple)
    rooms: dict[str, dict[str, float]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


class Body:
    """A root object with its parts, as geometry in world space."""

    def __init__(self, obj: bpy.types.Object, depsgraph: bpy.types.Depsgraph) -> None:
        self.obj = obj
        self.id: str = obj["diorama_id"]
        self.category: str = obj.get("diorama_category", "")
        self.label: str = obj.get("diorama_label", "")
        self.room: str = obj.get("diorama_room", "")
        self.meshes = [o for o in (obj, *obj.children_recursive) if o.type == "MESH"]
        self._depsgraph = depsgraph
        self._local: list[tuple[BVHTree, Matrix, Matrix]] | None = None
        self._world: list[BVHTree] | None = None
        inverse = obj.matrix_world.inverted()
        pts = np.concatenate([_vertices(o, inverse @ o.matrix_world) for o in self.meshes])
        self.points = pts  # in the root's frame
        lo, hi = pts.min(0), pts.max(0)
        m = np.array(obj.matrix_world)
        self.yaw = float(np.arctan2(m[1, 0], m[0, 0]))
        scale = np.linalg.norm(m[:3, :3], axis=0)
        self.half = (hi - lo) / 2 * scale
        centre = m @ np.append((lo + hi) / 2, 1.0)
        self.centre = centre[:3]
        self.bottom, self.top = float(centre[2] - self.half[2]), float(centre[2] + self.half[2])
        self.world_points = pts @ m[:3, :3].T + m[:3, 3]

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        return self.obj.name

    def trees(self) -> list[tuple[BVHTree, Matrix, Matrix]]:
        """Local search trees of the meshes with their matrices."""
        if self._local is None:
            self._local = [
                (BVHTree.FromObject(o, self._depsgraph), o.matrix_world, o.matrix_world.inverted()) for o in self.meshes
            ]
        return self._local

    def world_trees(self) -> list[BVHTree]:
        """World-space search trees."""
        if self._world is None:
            self._world = [_tree(o.data, o.matrix_world) for o in self.meshes]
        return self._world

    def shifted(self, offset: Vector) -> list[BVHTree]:
        """World-space trees after a translation."""
        return [_tree(o.data, Matrix.Translation(offset) @ o.matrix_world) for o in self.meshes]

    def hit(self, origin: Vector, direction: Vector, reach: float) -> float | None:
        """Distance to the first hit of a ray, if within reach."""
        best: float | None = None
        for tree, matrix, inverse in self.trees():
            o = inverse @ origin
            d = (inverse.to_3x3() @ direction).normalized()
            point, _, _, _ = tree.ray_cast(o, d, reach * 1.5 + 1e-6)
            if point is not None:
                distance = ((matrix @ point) - origin).length
                if distance <= reach and (best is None or distance < best):
                    best = distance
        return best


def _vertices(o: bpy.types.Object, matrix: Matrix) -> Floats:
    co = np.empty(len(o.data.vertices) * 3, np.float32)
    o.data.vertices.foreach_get("co", co)
    m = np.array(matrix)
    return co.reshape(-1, 3).astype(float) @ m[:3, :3].T + m[:3, 3]


def _tree(mesh: bpy.types.Mesh, matrix: Matrix) -> BVHTree:
    bm = bmesh.new()
    bm.from_mesh(mesh)
    bm.transform(matrix)
    tree = BVHTree.FromBMesh(bm)
    bm.free()
    return tree


# ---------------------------------------------------------------------------------------------- the check


def check(collection: bpy.types.Collection) -> Report:
    """Report on a world as it stands in the scene now, at full detail."""
    with seen_in_full(collection):
        return _check(collection)


def _check(collection: bpy.types.Collection) -> Report:
    world = loads(collection["diorama"])
    bpy.context.view_layer.update()
    depsgraph = bpy.context.evaluated_depsgraph_get()
    found = list(roots(collection))
    bodies = [Body(o, depsgraph) for o in found if o["diorama_role"] == "object" and o.type == "MESH"]
    shell = [Body(o, depsgraph) for o in found if o["diorama_role"] in ("wall", "floor", "ceiling") and o.type == "MESH"]
    openings = [o for o in found if o["diorama_role"] in ("door", "window")]
    issues: list[Issue] = []
    supports = _supports(bodies, shell, issues)
    hit = _collisions(bodies, supports, issues)
    out = _out_of_bounds(bodies, shell, issues)
    floors = Floors(bodies, shell, openings)
    clear = _openings_clear(openings, bodies, shell, issues)
    lacking: list[str] = []
    requests = _counts(world.brief, bodies, lacking) if world.brief is not None else {}
    relations = _relations(world, bodies, supports, lacking) if world.brief is not None else {}

    def figures(room: str | None) -> dict[str, float]:
        """Of one room, or of all."""
        mine = [b for b in bodies if room is None or b.room == room]
        doors = [met for id_, (rooms, met) in clear.items() if room is None or room in rooms]
        values = {
            "objects": float(len(mine)),
            "COL": _share(sum(b.id in hit for b in mine), len(mine)),
            "OOB": _share(sum(b.id in out for b in mine), len(mine)),
            "SUP": _share(sum(bool(supports[b.id]) for b in mine), len(mine), empty=100.0),
            "NAV": floors.reached(room),
            "OPC": _share(sum(doors), len(doors), empty=100.0),
        }
        if world.brief is not None:
            asked = [met for where, met in requests.values() if room is None or where == room]
            values["CNT"] = _share(sum(asked), len(asked), empty=100.0)
        for kind in ("OOR", "OAR"):
            held = [met for k, where, met in relations if k == kind and (room is None or where == room)]
            if held:
                values[kind] = _share(sum(held), len(held))
        return {k: round(v, 3) for k, v in values.items()}

    whole = figures(None)
    if whole["NAV"] < 90:
        issues.append(Issue("NAV", f"Only {whole['NAV']:.0f} % of the free floor can be reached.", ()))
    by_room = {r.id: figures(r.id) for r in world.rooms} if len(world.rooms) > 1 else {}
    for r in world.rooms if by_room else ():
        if not floors.entered(r.id):
            issues.append(Issue("NAV", f"{r.label} cannot be entered from the rest of the home.", (f"{r.id}/floor",)))
    return Report(whole, tuple(issues), tuple(dict.fromkeys(lacking)), world.notes, by_room)


def _share(n: int, of: int, empty: float = 0.0) -> float:
    return 100.0 * n / of if of else empty


# ---------------------------------------------------------------------------------------------- support


def _supports(bodies: Sequence[Body], shell: Sequence[Body], issues: list[Issue]) -> dict[str, set[str]]:
    """What each body is held by (ids); empty for what floats or would tip over."""
    out: dict[str, set[str]] = {}
    everything = [*bodies, *shell]
    boxes = np.array([[*b.world_points.min(0), *b.world_points.max(0)] for b in everything]).reshape(-1, 6)
    for b in bodies:
        held, reason = _held(b, everything, boxes)
        out[b.id] = held
        if not held:
            issues.append(Issue("SUP", f"{b.name} {reason}.", (b.id,)))
    return out


def _held(b: Body, everything: Sequence[Body], boxes: Floats) -> tuple[set[str], str]:
    pts = b.world_points
    reason = "floats: nothing holds it"
    lo, hi = pts.min(0), pts.max(0)
    near = np.flatnonzero((boxes[:, :3] <= hi + 0.02).all(1) & (boxes[:, 3:] >= lo - 0.02).all(1))
    candidates = [everything[i] for i in near if everything[i] is not b]
    for direction, axis in ((Vector((0, 0, -1)), pts[:, 2]), (None, None), (Vector((0, 0, 1)), -pts[:, 2])):
        if direction is None:  # behind: the local +Y side, against a wall
            m = np.array(b.obj.matrix_world)
            back = m[:3, 1] / np.linalg.norm(m[:3, 1])
            direction, axis = Vector(back), -(pts @ back)
            only = {"wall", "object"}
        else:
            only = {"floor", "object", "wall"} if direction.z < 0 else {"ceiling", "object"}
        ends = [_some(pts[axis <= axis.min() + 0.008])]
        if direction.z < -0.5:  # corners may stand over the edge of what is just as large: then the faces between them decide
            ends.append(_some(_sole(b)))
        for points in ends:
            holders, contacts = _contacts(b, points, direction, [c for c in candidates if c.obj["diorama_role"] in only])
            if not len(contacts):
                continue
            if direction.z >= -0.5 or _balanced(b, contacts) or _enclosed(b, [c for c in candidates if c.id in holders]):
                return holders, ""
            reason = "would tip over: its centre of mass is not above what holds it"
    return set(), reason


def _some(points: Floats, most: int = 48) -> Floats:
    """At most so many of the points (n, 3), from all round."""
    if len(points) <= most:
        return points
    order = np.argsort(np.arctan2(*(points - points.mean(0))[:, :2].T))
    return np.asarray(points[order[np.linspace(0, len(points) - 1, most).astype(int)]])


def _sole(b: Body) -> Floats:
    """Points on the faces that a body stands on, a little within their corners, world space. (n, 3)"""
    low = b.world_points[:, 2].min() + 0.008
    out = []
    for o in b.meshes:
        corners = _vertices(o, o.matrix_world)[_triangles(o.data)]  # (t, 3, 3)
        foot = corners[(corners[..., 2] <= low).all(1)]
        out.append((0.8 * foot + 0.2 * foot.mean(1, keepdims=True)).reshape(-1, 3))
    return np.concatenate(out)


def _contacts(b: Body, points: Floats, direction: Vector, candidates: Sequence[Body]) -> tuple[set[str], Floats]:
    """Which bodies are met from the points (n, 3) along a direction, and the points from which any is. (m, 3)"""
    holders: set[str] = set()
    met = []
    for p in points:
        origin = Vector(p) - direction * 0.006
        nearest: tuple[float, str] | None = None
        for other in candidates:
            if other.obj["diorama_role"] != "object" or direction.z > -0.5 or other.bottom < b.bottom - 5e-4:
                d = other.hit(origin, direction, CONTACT + 0.006)
                if d is not None and (nearest is None or d < nearest[0]):
                    nearest = d, other.id
        if nearest is not None:
            holders.add(nearest[1])
            met.append(p)
    return holders, np.array(met).reshape(-1, 3)


def _triangles(mesh: bpy.types.Mesh) -> NDArray[np.int32]:
    """Vertex indices of a mesh's triangles. (t, 3)"""
    mesh.calc_loop_triangles()
    index = np.empty(3 * len(mesh.loop_triangles), np.int32)
    mesh.loop_triangles.foreach_get("vertices", index)
    return index.reshape(-1, 3)


def _balanced(b: Body, contacts: Floats) -> bool:
    """Whether the centre of mass lies over the hull of the contact points, give or take a centimetre."""
    centre = _mass_centre(b)[:2]
    pts = contacts[:, :2]
    if len(pts) < 3:
        return bool(np.linalg.norm(pts - centre, axis=1).min() < 0.03)
    angles = np.linspace(0, np.pi, 24, endpoint=False)
    axes = np.stack([np.cos(angles), np.sin(angles)])
    spread, mine = pts @ axes, centre @ axes
    return bool(((mine >= spread.min(0) - 0.01) & (mine <= spread.max(0) + 0.01)).all())


def _enclosed(b: Body, holders: Sequence[Body]) -> bool:
    """Whether a holder keeps it upright from the sides too, as a vase does a stem."""
    return any(h.obj["diorama_role"] == "object" and h.top > b.bottom + 0.2 * (b.top - b.bottom) for h in holders)


def _mass_centre(b: Body) -> Floats:
    """Centre of the enclosed volume, world space; of the surface where meshes enclose next to nothing."""
    total, volume = np.zeros(3), 0.0
    for o in b.meshes:
        t = _vertices(o, o.matrix_world)[_triangles(o.data)] - b.centre
        v = np.einsum("ij,ij->i", t[:, 0], np.cross(t[:, 1], t[:, 2])) / 6
        total += (v[:, None] * t.sum(1) / 4).sum(0)
        volume += float(v.sum())
    box = float(np.prod(2 * b.half))
    centre = total / volume + b.centre if abs(volume) > 1e-4 * box and volume != 0 else None
    if centre is not None and (np.abs(centre - b.centre) <= b.half.max()).all():
        return np.asarray(centre)
    return np.asarray(b.world_points.mean(0))


# ---------------------------------------------------------------------------------------------- collisions, bounds


def _collisions(bodies: Sequence[Body], supports: dict[str, set[str]], issues: list[Issue]) -> set[str]:
    hit: set[str] = set()
    n = len(bodies)
    if n < 2:
        return hit
    boxes = np.array([[b.world_points.min(0), b.world_points.max(0)] for b in bodies])  # (n, 2, 3)
    near = ((boxes[:, None, 0] < boxes[None, :, 1]) & (boxes[None, :, 0] < boxes[:, None, 1])).all(-1)
    first, second = np.nonzero(np.triu(near, 1))
    centre, half, yaw = _rectangles(bodies)
    lo, hi = np.array([b.bottom for b in bodies]), np.array([b.top for b in bodies])
    gap = rectangles_gap(centre[first], half[first], yaw[first], centre[second], half[second], yaw[second])
    close = (gap < -TOUCH / 2) & (lo[first] < hi[second] - TOUCH / 2) & (hi[first] > lo[second] + TOUCH / 2)
    for i, j in zip(first[close], second[close], strict=True):
        a, b = bodies[i], bodies[j]
        if _rests(a.id, b.id, supports) or _rests(b.id, a.id, supports):
            continue
        if _overlap(a.world_trees(), b.world_trees()) and not _only_touch(a, b):
            hit.update((a.id, b.id))
            issues.append(Issue("COL", f"{a.name} and {b.name} run into each other.", (a.id, b.id)))
    return hit


def _rectangles(bodies: Sequence[Body]) -> tuple[Floats, Floats, Floats]:
    """Footprints: centres (n, 2), halves (n, 2) and yaws (n,)."""
    centre = np.array([b.centre[:2] for b in bodies]).reshape(-1, 2)
    return centre, np.array([b.half[:2] for b in bodies]).reshape(-1, 2), np.array([b.yaw for b in bodies])


def _rests(a: str, b: str, supports: dict[str, set[str]]) -> bool:
    """Whether a rests on or in b, directly or through others."""
    seen: set[str] = set()
    queue = [a]
    while queue:
        for s in supports.get(queue.pop(), ()):
            if s == b:
                return True
            if s not in seen:
                seen.add(s)
                queue.append(s)
    return False


def _overlap(a: Iterable[BVHTree], b: Sequence[BVHTree]) -> bool:
    return any(x.overlap(y) for x in a for y in b)


def _only_touch(a: Body, b: Body) -> bool:
    """Whether five millimetres in some direction part them."""
    d = Vector(b.centre - a.centre)
    ways = [d.normalized()] if d.length > 1e-6 else []
    ways += [Vector(v) for v in ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1))]
    return any(not _overlap(b.shifted(w * TOUCH), a.world_trees()) for w in ways)


def floor_outlines(shell: Sequence[Body]) -> list[Floats]:
    """Outlines of all floors, (n, 2) each, from their meshes."""
    out = []
    for b in shell:
        if b.obj["diorama_role"] == "floor":
            m = np.array(b.obj.matrix_world)
            for p in b.obj.data.polygons:
                pts = np.array([b.obj.data.vertices[v].co for v in p.vertices]) @ m[:3, :3].T + m[:3, 3]
                out.append(pts[:, :2])
    return out


def _over_floor(points: Floats, outlines: Sequence[Floats]) -> np.ndarray:
    over = np.zeros(points.shape[:-1], bool)
    for o in outlines:
        over |= inside(o, points)
    return over


def _out_of_bounds(bodies: Sequence[Body], shell: Sequence[Body], issues: list[Issue]) -> set[str]:
    out: set[str] = set()
    outlines = floor_outlines(shell)
    t = np.linspace(-0.999, 0.999, 21)
    gx, gy = np.meshgrid(t, t)
    for b in bodies:
        c, s = np.cos(b.yaw), np.sin(b.yaw)
        x, y = gx.ravel() * b.half[0], gy.ravel() * b.half[1]
        pts = np.stack([b.centre[0] + c * x - s * y, b.centre[1] + s * x + c * y], -1)
        if _over_floor(pts, outlines).mean() < 0.99:
            out.add(b.id)
            issues.append(Issue("OOB", f"{b.name} reaches out of the room.", (b.id,)))
    return out


# ---------------------------------------------------------------------------------------------- walking and openings


class Floors:
    """The free floor of all rooms on one grid, with the doorways between them, and what of it hangs together."""

    def __init__(
        self, bodies: Sequence[Body], shell: Sequence[Body], openings: Sequence[bpy.types.Object], cell: float = 0.1
    ) -> None:
        floors = [b for b in shell if b.obj["diorama_role"] == "floor"]
        outlines = floor_outlines(floors)
        self.free = self.largest = np.zeros((1, 1), bool)
        self.rooms: dict[str, np.ndarray] = {}
        if not outlines:
            return
        every = np.concatenate(outlines)
        lo, hi = every.min(0), every.max(0)
        cell = max(cell, float(np.sqrt(np.prod(hi - lo) / 20000 / max(len(floors), 1))))
        gx, gy = np.meshgrid(np.arange(lo[0] + cell / 2, hi[0], cell), np.arange(lo[1] + cell / 2, hi[1], cell), indexing="ij")
        self.points, self.cell = np.stack([gx, gy], -1), cell
        self.rooms = {b.room: _over_floor(self.points, floor_outlines([b])) for b in floors}
        self.floor = np.logical_or.reduce(list(self.rooms.values()))
        for o in openings:
            if o["diorama_role"] == "door":
                self.floor |= self._doorway(o, outlines)
        level = min(b.bottom for b in floors)
        blocked = ~self.floor
        for b in bodies:
            if b.bottom <= level + 2.0 and b.top >= level + 0.04:
                self._block(b, level, blocked)
        self.free = ~_grown(blocked, int(np.ceil(BODY / 2 / cell - 1e-6)))
        self.largest = largest_part(self.free)

    def _doorway(self, o: bpy.types.Object, outlines: Sequence[Floats]) -> np.ndarray:
        """The cells within a door that has floor on both sides."""
        m, local = np.array(o.matrix_world), np.array(o.bound_box)
        half = np.ptp(local[:, :2], axis=0) / 2 + [0.0, self.cell / 2]
        out = m[:2, 1] / np.linalg.norm(m[:2, 1])
        if not _over_floor(m[:2, 3] + np.array([0.4, -0.4])[:, None] * out, outlines).all():
            return np.zeros(self.floor.shape, bool)
        rel = self.points - m[:2, 3]
        return np.asarray((np.abs(rel @ m[:2, 0]) < half[0]) & (np.abs(rel @ m[:2, 1]) < half[1]))

    def _block(self, b: Body, level: float, blocked: np.ndarray) -> None:
        """Mark the cells under which a ray from above meets the body."""
        down, cell = Vector((0, 0, -1)), self.cell
        reach = np.hypot(*b.half[:2]) + cell
        axes = (self.points[:, 0, 0], b.centre[0]), (self.points[0, :, 1], b.centre[1])
        near = [np.flatnonzero(np.abs(axis - c) <= reach) for axis, c in axes]
        if not all(len(n) for n in near):
            return
        window = np.ix_(*near)
        c, s = np.cos(b.yaw), np.sin(b.yaw)
        d = self.points[window] - b.centre[:2]
        u, v = np.abs(c * d[..., 0] + s * d[..., 1]), np.abs(-s * d[..., 0] + c * d[..., 1])
        under = (u < b.half[0] + cell / 2) & (v < b.half[1] + cell / 2) & ~blocked[window]
        start = min(b.top, level + 2.0) + 0.01
        for i, j in np.argwhere(under):
            at = near[0][i], near[1][j]
            x, y = self.points[at]
            if b.hit(Vector((float(x), float(y), start)), down, start - level - 0.03) is not None:
                blocked[at] = True

    def reached(self, room: str | None) -> float:
        """Largest connected free floor over all free floor, percent: of the whole world or within one room."""
        if not self.rooms:
            return 100.0
        if room is None:
            free, largest = self.free, self.largest
        else:
            mine = self.rooms.get(room, np.zeros(self.free.shape, bool))
            free = (self.free & mine)[np.ix_(mine.any(1), mine.any(0))]
            largest = largest_part(free)
        total = int(free.sum())
        return 100.0 if total == 0 else 100.0 * int(largest.sum()) / total

    def entered(self, room: str) -> bool:
        """Whether the room's floor belongs to what can be walked to from the other rooms."""
        mine = self.free & self.rooms.get(room, False)
        return not mine.any() or bool((mine & self.largest).any())


def largest_part(free: np.ndarray) -> np.ndarray:
    """The largest 4-connected region of a boolean grid, as a mask."""
    best, rest = np.zeros(free.shape, bool), free.copy()
    while rest.sum() > best.sum():
        part = np.zeros(free.shape, bool)
        part.flat[np.argmax(rest)] = True
        size = 0
        while size < (size := int(part.sum())):
            part = _grown(part, 1, False) & rest
        rest &= ~part
        best = part if size > best.sum() else best
    return best


def _grown(mask: np.ndarray, steps: int, edge: bool = True) -> np.ndarray:
    """The mask grown by so many cells; beyond the grid it is taken to be `edge`."""
    out = np.pad(mask, 1, constant_values=edge)
    for _ in range(steps):
        g = out.copy()
        g[1:] |= out[:-1]
        g[:-1] |= out[1:]
        g[:, 1:] |= out[:, :-1]
        g[:, :-1] |= out[:, 1:]
        out = g
    return out[1:-1, 1:-1]


def _openings_clear(
    openings: Sequence[bpy.types.Object], bodies: Sequence[Body], shell: Sequence[Body], issues: list[Issue]
) -> dict[str, tuple[set[str], bool]]:
    """For each door and window, the rooms that it opens to and whether it is clear on all their sides."""
    floors = [(b.room, floor_outlines([b])) for b in shell if b.obj["diorama_role"] == "floor"]
    out: dict[str, tuple[set[str], bool]] = {}
    footprints = _rectangles(bodies)
    for o in openings:
        zones = _zones(o, floors)
        culprits: dict[str, Body] = {}
        for _, zone in zones:
            near = np.flatnonzero(rectangles_gap(*footprints, *zone[:3]) < 0)
            culprits |= {b.id: b for b in (bodies[k] for k in near) if _in_zone(b, zone, o["diorama_role"])}
        out[o["diorama_id"]] = {o["diorama_room"], *(room for room, _ in zones)}, not culprits
        if culprits:
            names = ", ".join(b.name for b in culprits.values())
            issues.append(Issue("OPC", f"{o.name} is blocked by {names}.", (o["diorama_id"], *culprits)))
    return out


def _zones(
    o: bpy.types.Object, floors: Sequence[tuple[str, list[Floats]]]
) -> list[tuple[str, tuple[Floats, Floats, float, float, float]]]:
    """The spaces to keep free before an opening, one a side that has a floor: room, centre, half, yaw, bottom, top."""
    pts = np.concatenate([_vertices(c, c.matrix_world) for c in (o, *o.children_recursive) if c.type == "MESH"])
    m = np.array(o.matrix_world)
    along, out = m[:2, 0] / np.linalg.norm(m[:2, 0]), m[:2, 1] / np.linalg.norm(m[:2, 1])
    local = np.array(o.bound_box)
    width = np.ptp(local[:, 0]) if len(local) else np.ptp(pts[:, :2] @ along)
    door = o["diorama_role"] == "door"
    depth = DOOR_DEPTH if door else WINDOW_DEPTH
    mid = m[:2, 3]
    sides = [
        (room, outlines, out * s)
        for s in (1, -1)
        for room, outlines in floors
        if _over_floor((mid + out * s * 0.4)[None], outlines)[0]
    ]
    bottom, top = float(pts[:, 2].min()), float(pts[:, 2].max())
    yaw = float(np.arctan2(along[1], along[0]))
    half = np.array([width / 2 - 0.06, depth / 2 - 0.003])
    zones = []
    for room, outlines, inward in sides or [(o["diorama_room"], [], -out)]:
        centre = mid + inward * (_face_distance(mid, inward, outlines) + depth / 2)
        zones.append((room, (centre, half, yaw, bottom + (0.03 if door else 0.01), top)))
    return zones


def _face_distance(mid: Floats, inward: Floats, outlines: Sequence[Floats]) -> float:
    """From an opening's origin to the inner wall face."""
    for t in np.arange(0.0, 0.6, 0.005):
        if _over_floor((mid + inward * (t + 1e-4))[None], outlines)[0]:
            return float(t)
    return 0.0


def _in_zone(b: Body, zone: tuple[Floats, Floats, float, float, float], role: str) -> bool:
    centre, half, yaw, bottom, top = zone
    if b.top < bottom + 0.005 or b.bottom > top or (role == "window" and b.category in WALL_ITEMS_MAY_COVER):
        return False
    pts = corners(centre, half, yaw)
    v = [(*map(float, p), z) for z in (bottom, top) for p in pts]
    faces = [(0, 1, 2, 3), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    if _overlap(b.world_trees(), [BVHTree.FromPolygons(v, faces)]):
        return True
    c, s = np.cos(-yaw), np.sin(-yaw)
    d = b.world_points[:, :2] - centre
    within = (np.abs(c * d[:, 0] - s * d[:, 1]) < half[0]) & (np.abs(s * d[:, 0] + c * d[:, 1]) < half[1])
    return bool((within & (b.world_points[:, 2] > bottom) & (b.world_points[:, 2] < top)).any())


# ---------------------------------------------------------------------------------------------- against the brief


def matches(b: Body, category: str, label: str) -> bool:
    """Whether a body counts as the requested category."""
    return is_a(b.category, category) or bool(label and b.label and b.label == label)


def matching(r: Request, bodies: Sequence[Body]) -> list[Body]:
    """The bodies that count as what is requested, in the room for which it is."""
    return [b for b in bodies if matches(b, r.category, r.label) and r.room in ("", b.room)]


def _counts(brief: Brief, bodies: Sequence[Body], lacking: list[str]) -> dict[str, tuple[str, bool]]:
    """For each request, its room and whether its count is met."""
    out = {}
    known = categories()
    rooms = {r.key: r.label or r.key.replace("_", " ") for r in brief.rooms}
    for r in brief.requests:
        n = sum(not _other(b, r, brief) for b in matching(r, bodies))
        out[r.key] = r.room, r.count.met_by(n)
        if out[r.key][1]:
            continue
        what = r.label or (known[r.category].label.lower() if r.category in known else r.category)
        wish = {"eq": "", "ge": "at least ", "gt": "more than ", "le": "at most ", "lt": "fewer than "}[r.count.op]
        where = f" in the {rooms[r.room].lower()}" if r.room in rooms else ""
        lacking.append(f"Asked for {wish}{r.count.value} {what}{where}; there {'is' if n == 1 else 'are'} {n}.")
    return out


def _other(b: Body, r: Request, brief: Brief) -> bool:
    """Whether a body answers another request more exactly: a coffee table is a table, but not the table also asked for."""
    if b.category == r.category and (not b.label or not r.label or b.label == r.label):
        return False
    return any(
        q.key != r.key and q.category == b.category and (q.category != r.category or q.label == b.label) and q.room == r.room
        for q in brief.requests
    )


def _pose(b: Body) -> Poses:
    known = categories().get(b.category)
    return Poses(b.centre[None, :2], b.half[None, :2], np.array([b.yaw]), b.bottom, b.top, known.front if known else True)


def _relations(
    world: World, bodies: Sequence[Body], supports: dict[str, set[str]], lacking: list[str]
) -> list[tuple[str, str, bool]]:
    """For each relation of the brief whether it is to things or to the room, the room it is in, and whether it holds."""
    brief = world.brief
    assert brief is not None
    rooms = {r.id: Arrangement(r) for r in world.rooms}
    out: list[tuple[str, str, bool]] = []
    for rel in brief.relations:
        try:
            subject = brief.request(rel.subject)
            objects = [brief.request(o) for o in rel.objects]
        except KeyError:
            continue
        mine = matching(subject, bodies)
        others = [b for o in objects for b in matching(o, bodies)]
        near = [rooms[subject.room]] if subject.room in rooms else list(rooms.values())
        good = sum(_holds(b, rel, [o for o in others if o is not b], near, supports) for b in mine)
        wanted = subject.count.wanted if rel.count is None else rel.count.wanted
        held = bool(mine) and good >= min(wanted, subject.count.wanted)
        out.append(("OAR" if rel.architecture else "OOR", subject.room, held))
        if not held:
            target = rel.architecture or " or ".join(o.label or o.category.replace("_", " ") for o in objects)
            lacking.append(
                f"Asked for {subject.label or subject.category} {rel.kind.replace('_', ' ')} {target}; "
                f"that holds for {good} of {wanted}."
            )
    return out


def _holds(
    b: Body, rel: RelationRequest, others: Sequence[Body], rooms: Sequence[Arrangement], supports: dict[str, set[str]]
) -> bool:
    if rel.architecture:
        held = supports.get(b.id, set())
        if rel.kind == "on_wall":
            return any("/wall" in s for s in held)
        if rel.kind == "hang_from_ceiling":
            return any("/ceiling" in s for s in held)
        return any(float(rule_architecture(rel.kind, rel.architecture, _pose(b), r)[0]) >= 0.5 for r in rooms)
    if not others:
        return False
    if rel.kind in ("on", "inside", "stacked_on"):
        return any(_rests(b.id, o.id, supports) for o in others)
    if rel.kind == "under":
        return any(_rests(o.id, b.id, supports) or float(rule_any("under", _pose(b), [_pose(o)])[0]) >= 0.5 for o in others)
    return float(rule_any(rel.kind, _pose(b), [_pose(o) for o in others])[0]) >= 0.5
