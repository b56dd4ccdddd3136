"""Put a single thing into the scene: at a point, on the surface under it, as a part of a world."""

from __future__ import annotations

from dataclasses import replace

import bpy
from mathutils import Matrix, Vector

from ..model.catalogue import category
from ..model.geometry import inside
from ..model.graph import Node, Room, World
from ..model.graph.types import Provenance, Support
from ..model.layout.carry import beneath
from .assets.library import asset
from .build import Builder
from .detail import match_detail
from .graphs import root_of, store, stored
from .names import free_name
from .read import fresh_id, read
from .worlds import keep_view

ABOVE = 0.02  # metres above the point from which the surface under it is looked for, so that a point on a surface finds it
MARGIN = 3.0  # metres of ground around the things of a world without a building


def things_world(scene: bpy.types.Scene) -> bpy.types.Collection:
    """A new world without a building, for things alone. Light, cameras and exposure of the scene stay as they are."""
    top = bpy.data.collections.new(free_name(bpy.data.collections, "Things"))
    scene.collection.children.link(top)
    store(top, World("things", top.name, (_ground(()),), provenance=Provenance()))
    keep_view(scene, top)
    return top


def _ground(nodes: tuple[Node, ...]) -> Room:
    """The ground under some things, as a room without walls."""
    x = [v for n in nodes for v in (n.position[0] - max(n.size), n.position[0] + max(n.size))] or [0.0]
    y = [v for n in nodes for v in (n.position[1] - max(n.size), n.position[1] + max(n.size))] or [0.0]
    a, b, c, d = min(x) - MARGIN, max(x) + MARGIN, min(y) - MARGIN, max(y) + MARGIN
    return Room("ground", "", "Ground", ((a, c), (b, c), (b, d), (a, d)), height=100.0)


def room_at(world: World, point: Vector) -> Room:
    """The room of a world that a point is in, or the nearest one."""
    return next((r for r in world.rooms if inside(r.polygon, [(point.x, point.y)])[0]), world.rooms[0])


def add(collection: bpy.types.Collection, node: Node, point: Vector, yaw: float) -> bpy.types.Object:
    """Build a node at a point of the scene, on the surface under it, and add it to the world's graph.

    What hangs on walls or from ceilings is hung on the wall behind or the ceiling above, if there is one.
    """
    world = read(collection)
    how = category(node.category).supports[0]
    position, hit = _place(how, point, yaw)
    room = room_at(world, point)
    taken = {n.id for n in world.nodes}
    id_ = f"{room.id}/{node.category}_1"
    id_ = fresh_id(id_, taken) if id_ in taken else id_
    node = replace(
        node,
        id=id_,
        name=free_name(bpy.data.objects, node.name),
        room=room.id,
        position=(position.x, position.y, position.z),
        yaw=yaw,
        support=_support(how, hit, room, collection, position),
    )
    nodes = (*world.nodes, node)
    world = replace(world, nodes=nodes)
    if not any(o.get("diorama_role") == "floor" for o in collection.all_objects):
        world = replace(world, rooms=(_ground(nodes),))
    home = next((c for c in collection.children if c.name == room.label), collection)
    obj = Builder(world).node(node, home)
    match_detail(collection, [obj])
    store(collection, world)
    return obj


def _place(how: str, point: Vector, yaw: float) -> tuple[Vector, bpy.types.Object | None]:
    """Where a thing goes that is held up in some way, and the object that holds it."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    scene = bpy.context.scene
    if how == "hung_on":
        back = Matrix.Rotation(yaw, 3, "Z") @ Vector((0, 1, 0))
        found, at, _, _, obj, _ = scene.ray_cast(depsgraph, point, back)
        return (at if found else point.copy()), obj
    if how == "from_ceiling":
        found, at, _, _, obj, _ = scene.ray_cast(depsgraph, point, Vector((0, 0, 1)))
        return (at if found else point.copy()), obj
    found, at, _, _, obj, _ = scene.ray_cast(depsgraph, point + Vector((0, 0, ABOVE)), Vector((0, 0, -1)))
    return (at, obj) if found else (Vector((point.x, point.y, 0.0)), None)


def _support(how: str, hit: bpy.types.Object | None, room: Room, collection: bpy.types.Collection, position: Vector) -> Support:
    """How the graph says that the thing is held up."""
    if how in ("hung_on", "from_ceiling"):
        return Support(how, room.id)  # type: ignore[arg-type]
    holder = root_of(hit.original) if hit is not None else None
    world = stored(collection)
    node = next((n for n in world.nodes if holder is not None and n.id == holder.get("diorama_id")), None)
    if node is None or holder is None or category(node.category).walkable:
        return Support("floor", room.id)
    x, y, z = holder.matrix_world.inverted_safe() @ position
    made = asset(node.generator, node.params)
    surface = beneath(made.surfaces, (x, y, z))
    if surface is None:
        return Support("on", node.id)
    return Support(made.surfaces[surface].kind, node.id, surface)
