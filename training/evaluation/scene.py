"""A finished world as the judge sees it: things as oriented boxes, their solids and surfaces, walls and openings.

Only the scene graph and the assets' geometry are read. Metres, world space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from ...model.assets import Box
from ...model.catalogue import category
from ...model.geometry import Bools, Floats, corners, directions, front, inside, rectangles_gap
from ...model.graph.types import Node, Params, Room, World
from ...scene.assets import kit
from ...scene.assets.asset import Asset, MeshData
from ...scene.assets.library import asset


@dataclass(frozen=True, slots=True)
class Block:
    """An upright box at a pose: centre (2,), half size (2,), yaw, bottom and top."""

    centre: Floats
    half: Floats
    yaw: float
    bottom: float
    top: float

    @property
    def corners(self) -> Floats:
        """Corners of the footprint, counter-clockwise. (4, 2)"""
        return corners(self.centre, self.half, self.yaw)

    @property
    def facing(self) -> Floats:
        """Where its front looks. (2,)"""
        return front(self.yaw)

    def local(self, points: Floats) -> Floats:
        """Points (..., 2) in its frame."""
        ux, uy = directions(self.yaw)
        d = points - self.centre
        return np.stack([d @ ux, d @ uy], -1)

    def grid(self, n: int = 9) -> Floats:
        """Points spread over the footprint. (n * n, 2)"""
        t = (np.arange(n) + 0.5) / n * 2 - 1
        ux, uy = directions(self.yaw)
        gx, gy = np.meshgrid(t * self.half[0], t * self.half[1])
        return self.centre + gx.reshape(-1, 1) * ux + gy.reshape(-1, 1) * uy

    def over(self, points: Floats, grown: float = 0.0) -> Bools:
        """Which points (n, 2) lie over the footprint, grown by so many metres."""
        out: Bools = (np.abs(self.local(points)) <= self.half + grown + 1e-9).all(-1)
        return out


@dataclass(frozen=True, slots=True)
class Shelf:
    """A level rectangle that things can stand on: footprint, height."""

    block: Block
    z: float
    round: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing in the world."""

    id: str
    category: str
    label: str
    room: str
    held: str  # floor, on, in, hung_on, from_ceiling; or the kind of an opening
    parent: str
    box: Block
    solids: tuple[Block, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    materials: dict[str, str] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)  # slot -> share of the surface
    generator: str = ""
    params: Params = field(default_factory=dict)
    attributes: tuple[str, ...] = ()
    size: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Wall:
    """An inner wall face: from a to b, with the unit normal into the room."""

    room: str
    a: Floats
    b: Floats
    normal: Floats

    @property
    def length(self) -> float:
        """Metres."""
        return float(np.linalg.norm(self.b - self.a))


@dataclass(frozen=True, slots=True)
class Gate:
    """A door or window on a wall's inner face: jambs a and b, heights, the wall, what it leads to."""

    id: str
    kind: str
    a: Floats
    b: Floats
    bottom: float
    top: float
    wall: Wall
    leaf: bool

    @property
    def block(self) -> Block:
        """As a flat box in the wall."""
        d = self.b - self.a
        yaw = float(np.arctan2(d[1], d[0]))
        return Block((self.a + self.b) / 2, np.array([np.linalg.norm(d) / 2, 0.005]), yaw, self.bottom, self.top)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is judged."""

    world: World
    things: tuple[Thing, ...]
    walls: tuple[Wall, ...]
    gates: tuple[Gate, ...]

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The world's rooms."""
        return self.world.rooms

    def by_id(self) -> dict[str, Thing]:
        """Things by id."""
        return {t.id: t for t in self.things}


def _areas(mesh: MeshData, names: list[str]) -> dict[str, float]:
    area = np.linalg.norm(kit.face_normals(mesh.vertices, mesh.loops, mesh.counts), axis=1)
    total = np.bincount(mesh.slot, weights=area, minlength=len(names))
    return {n: float(total[i]) for i, n in enumerate(names)}


@lru_cache(maxsize=4096)
def _shares(generator: str, params: tuple[tuple[str, object], ...]) -> dict[str, float]:
    made: Asset = asset(generator, dict(params))  # type: ignore[arg-type]
    names = list(made.slots)
    total = _areas(made.mesh, names)
    for part in made.parts:
        for n, a in _areas(part.mesh, names).items():
            total[n] += a
    whole = max(sum(total.values()), 1e-12)
    return {n: a / whole for n, a in total.items()}


def _placed(box: Box, node: Node) -> Block:
    """A box of the asset's frame in the world."""
    lo, hi = np.asarray(box.lower), np.asarray(box.upper)
    ux, uy = directions(node.yaw)
    mid = (lo + hi) / 2
    centre = np.asarray(node.position[:2]) + mid[0] * ux + mid[1] * uy
    z = node.position[2]
    return Block(centre, (hi - lo)[:2] / 2, node.yaw, z + lo[2], z + hi[2])


def _whole(node: Node) -> Block:
    """The node's box; its origin is the centre of the base, of the back on a wall, of the top under a ceiling."""
    half = np.array(node.size[:2]) / 2
    centre, z = np.asarray(node.position[:2], float), node.position[2]
    if node.support.kind == "hung_on":
        centre, z = centre + front(node.yaw) * half[1], z - node.size[2] / 2
    elif node.support.kind == "from_ceiling":
        z -= node.size[2]
    return Block(centre, half, node.yaw, z, z + node.size[2])


def thing_of(node: Node) -> Thing:
    """A node with its asset's geometry."""
    made = asset(node.generator, node.params)
    solids = tuple(_placed(b, node) for b in made.solids)
    shelves = tuple(
        Shelf(_placed(Box((s.x0, s.y0, s.z), (s.x1, s.y1, s.z)), node), node.position[2] + s.z, s.round) for s in made.surfaces
    )
    return Thing(
        node.id,
        node.category,
        node.label,
        node.room,
        node.support.kind,
        node.support.parent,
        _whole(node),
        solids,
        shelves,
        dict(node.materials),
        _shares(node.generator, tuple(sorted(node.params.items()))),
        node.generator,
        dict(node.params),
        node.attributes,
        node.size,
    )


def walls_of(room: Room) -> list[Wall]:
    """The room's inner wall faces in polygon order."""
    p = np.asarray(room.polygon, float)
    out = []
    for a, b in zip(p, np.roll(p, -1, 0), strict=True):
        d = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
        out.append(Wall(room.id, a, b, np.array([-d[1], d[0]])))
    return out


def _gates(room: Room, walls: list[Wall]) -> Iterator[Gate]:
    for o in room.openings:
        w = walls[o.wall]
        along = (w.b - w.a) / max(w.length, 1e-9)
        a = w.a + along * o.offset
        z = room.level + o.sill
        yield Gate(o.id, o.kind, a, a + along * o.width, z, z + o.height, w, o.generator == "door")


def scene_of(world: World) -> Scene:
    """The world, ready to be judged. Doors and windows count as things too."""
    walls: list[Wall] = []
    gates: list[Gate] = []
    for room in world.rooms:
        mine = walls_of(room)
        walls += mine
        gates += _gates(room, mine)
    things = [thing_of(n) for n in world.nodes]
    openings = [
        Thing(g.id, g.kind, "", g.wall.room, g.kind, "", g.block, size=(2 * g.block.half[0], 0.1, g.top - g.bottom))
        for g in gates
    ]
    return Scene(world, (*things, *openings), tuple(walls), tuple(gates))


def furniture(scene: Scene) -> list[Thing]:
    """Everything but openings."""
    return [t for t in scene.things if t.held not in ("door", "window")]


# ---------------------------------------------------------------------------------------------- distances


def _to_segments(points: Floats, a: Floats, b: Floats) -> Floats:
    """Distances of points (n, 2) to segments a, b (m, 2). (n, m)"""
    d = b - a
    t = np.clip(((points[:, None] - a) * d).sum(-1) / np.maximum((d * d).sum(-1), 1e-12), 0, 1)
    out: Floats = np.linalg.norm(points[:, None] - (a + t[..., None] * d), axis=-1)
    return out


def footprint_gap(a: Block, b: Block) -> float:
    """Exact distance between two footprints; 0 where they overlap."""
    if float(rectangles_gap(a.centre, a.half, a.yaw, b.centre, b.half, b.yaw)) <= 0:
        return 0.0
    p, q = a.corners, b.corners
    return float(min(_to_segments(p, q, np.roll(q, -1, 0)).min(), _to_segments(q, p, np.roll(p, -1, 0)).min()))


def distance(a: Block, b: Block) -> float:
    """Distance between two boxes in space."""
    rise = max(b.bottom - a.top, a.bottom - b.top, 0.0)
    return float(np.hypot(footprint_gap(a, b), rise))


def wall_gap(a: Block, wall: Wall) -> float:
    """Distance of a footprint to a wall's inner face."""
    p = a.corners
    ends = np.stack([wall.a, wall.b])
    if a.over(ends).any():
        return 0.0
    q, r = p, np.roll(p, -1, 0)
    return float(min(_to_segments(p, wall.a[None], wall.b[None]).min(), _to_segments(ends, q, r).min()))


def share_over(a: Block, b: Block, grown: float = 0.0) -> float:
    """The share of a's footprint that lies over b's, grown by so many metres."""
    return float(b.over(a.grid(), grown).mean())


def in_room(scene: Scene, t: Thing) -> Room | None:
    """The room whose floor the thing's centre is over."""
    for room in scene.rooms:
        if bool(inside(room.polygon, t.box.centre)):
            return room
    return next((r for r in scene.rooms if r.id == t.room), None)


def has_front(t: Thing) -> bool:
    """Whether the category has a front at all; a round table has none."""
    try:
        return category(t.category).front
    except KeyError:
        return True
