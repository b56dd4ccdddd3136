"""The stored graph of a world, and the node of an object: read often, so the last few graphs are kept in memory."""

from __future__ import annotations

from dataclasses import replace

import bpy

from ..model.errors import InputError
from ..model.graph import Node, Opening, Room, World, dumps, loads
from ..model.graph.types import Support
from .architecture import opening_asset, opening_materials
from .assets.asset import params_of
from .build import shape_of
from .read import fresh_id
from .worlds import KEY, is_world

KEEP = 4
_kept: dict[str, World] = {}  # text -> world


def stored(collection: bpy.types.Collection) -> World:
    """The graph that a world's collection holds. InputError if it is damaged."""
    text = collection[KEY]
    found = _kept.get(text)
    return found if found is not None else _keep(text, loads(text))


def store(collection: bpy.types.Collection, world: World) -> None:
    """Write a graph to a world's collection."""
    text = dumps(world)
    collection[KEY] = text
    _keep(text, world)


def _keep(text: str, world: World) -> World:
    while len(_kept) >= KEEP:
        del _kept[next(iter(_kept))]
    _kept[text] = world
    return world


def root_of(obj: bpy.types.Object) -> bpy.types.Object:
    """The thing that an object is a part of (a drawer's cabinet); the object itself when it is no part."""
    while obj.get("diorama_role") == "part" and obj.parent is not None:
        obj = obj.parent
    return obj


def world_of(obj: bpy.types.Object) -> bpy.types.Collection | None:
    """The world that an object belongs to."""
    return next((c for c in bpy.data.collections if is_world(c) and obj.name in c.all_objects), None)


OPENINGS = ("door", "window")  # roles of objects that fill a hole in a wall
OF_THE_WALL = ("width", "depth", "height")  # parameters of a door or window that its hole decides


def opening_of(world: World, obj: bpy.types.Object) -> tuple[Room, Opening] | None:
    """The room and the opening that a door or window fills."""
    pairs = ((r, o) for r in world.rooms for o in r.openings)
    return next(((r, o) for r, o in pairs if o.id == obj.get("diorama_id") and r.id == obj.get("diorama_room")), None)


def _as_node(world: World, room: Room, opening: Opening) -> Node:
    """A door or window as if it were a thing, with all parameters and materials that it was built with."""
    made = opening_asset(room, opening, shape_of(world))
    return Node(
        id=opening.id,
        category=opening.kind,
        name=opening.kind.capitalize(),
        room=room.id,
        size=made.size,
        position=(0.0, 0.0, 0.0),
        yaw=0.0,
        support=Support("hung_on", room.id, opening.wall),
        generator=made.generator,
        params=params_of(made.params),
        materials=opening_materials(room, opening, made),
    )


def node_of(obj: bpy.types.Object) -> Node | None:
    """What the graph says of a thing; None for other objects. A copy that an artist made has its original's node."""
    collection = world_of(obj) if obj.get("diorama_role") in ("object", *OPENINGS) else None
    if collection is None:
        return None
    try:
        world = stored(collection)
    except InputError:
        return None
    if obj["diorama_role"] in OPENINGS:
        found = opening_of(world, obj)
        return _as_node(world, *found) if found is not None else None
    return next((n for n in world.nodes if n.id == obj["diorama_id"]), None)


def claim(obj: bpy.types.Object) -> tuple[bpy.types.Collection, World, Node]:
    """The world of a thing, its graph, and the thing's own node: a copy made by hand gets one. InputError for other objects."""
    collection, node = world_of(obj), node_of(obj)
    if collection is None or node is None:
        raise InputError(f"{obj.name} is not a thing that Diorama made.", "Select a thing of a generated world.")
    world = stored(collection)
    if obj["diorama_role"] in OPENINGS:
        return collection, world, node
    first = next(o for o in collection.all_objects if o.get("diorama_id") == node.id and o.get("diorama_role") == "object")
    if first != obj:
        node = replace(node, id=fresh_id(node.id, {n.id for n in world.nodes}), name=obj.name, author="hand")
        world = replace(world, nodes=(*world.nodes, node))
        obj["diorama_id"] = node.id
    return collection, world, node
