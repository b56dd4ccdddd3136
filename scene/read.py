"""Blender to graph: the stored scene graph, with what the artist changed by hand picked up from the objects."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import replace

import bpy

from ..model.errors import InputError
from ..model.graph import Camera, Node, World, loads

TOLERANCE = 2e-5  # metres and radians: what single precision makes of an untouched pose


def read(collection: bpy.types.Collection) -> World:
    """The world as it stands now. InputError if the collection is not a world or its graph is damaged."""
    text = collection.get("diorama")
    if not isinstance(text, str):
        raise InputError(f"The collection {collection.name!r} holds no Diorama world.", "Choose one that was generated.")
    world = loads(text)
    objects = list(roots(collection))
    nodes = _nodes(world, [o for o in objects if o["diorama_role"] == "object"])
    cameras = _cameras(world, [o for o in objects if o["diorama_role"] == "camera"])
    return replace(world, nodes=nodes, cameras=cameras)


def roots(collection: bpy.types.Collection) -> Iterable[bpy.types.Object]:
    """The root objects of a world."""
    for o in collection.all_objects:
        if isinstance(o.get("diorama_id"), str) and o.get("diorama_role") not in (None, "part"):
            yield o


def _nodes(world: World, objects: list[bpy.types.Object]) -> tuple[Node, ...]:
    known = {n.id: n for n in world.nodes}
    by_id: dict[str, list[bpy.types.Object]] = {}
    for o in objects:
        by_id.setdefault(o["diorama_id"], []).append(o)
    out = [as_placed(n, by_id[n.id][0]) for n in world.nodes if n.id in by_id]
    taken = set(known)
    for id_, group in by_id.items():
        for o in group[1:] if id_ in known else []:  # a duplicate made by hand becomes a thing of its own
            fresh = fresh_id(id_, taken)
            taken.add(fresh)
            out.append(replace(as_placed(known[id_], o), id=fresh, name=o.name, author="hand"))
    alive = {n.id for n in out} | {r.id for r in world.rooms}
    return tuple(
        n if n.support.parent in alive else replace(n, support=replace(n.support, kind="floor", parent=n.room)) for n in out
    )


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


def fresh_id(id_: str, taken: Collection[str]) -> str:
    """The next free id of the same stem: `room/chair_3` for `room/chair_1` if `room/chair_2` is taken."""
    stem, number = id_.rpartition("_")[0] or id_, 2
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def as_placed(n: Node, o: bpy.types.Object) -> Node:
    """The node with the pose, size and lock that its object has now."""
    m = o.matrix_world if o.parent else o.matrix_basis
    x, y, z = m.translation
    yaw = math.atan2(m[1][0], m[0][0])
    position = tuple(old if _near(old, new) else new for old, new in zip(n.position, (x, y, z), strict=True))
    turned = abs(math.remainder(yaw - n.yaw, 2 * math.pi)) > TOLERANCE * 4
    scale = m.to_scale()
    from .assets.library import asset

    made = asset(n.generator, n.params).size
    size = tuple(old if _near(old, s * k) else s * k for old, s, k in zip(n.size, made, scale, strict=True))
    moved = position != n.position or turned or size != n.size
    return replace(
        n,
        position=position,
        yaw=yaw if turned else n.yaw,
        size=size,
        lock=bool(o.get("diorama_lock", n.lock)),
        author="hand" if moved else n.author,
    )


def _cameras(world: World, objects: list[bpy.types.Object]) -> tuple[Camera, ...]:
    by_id = {o["diorama_id"]: o for o in objects}
    out = []
    for c in world.cameras:
        o = by_id.get(c.id)
        if o is None:
            continue
        position = tuple(a if _near(a, b) else b for a, b in zip(c.position, o.location, strict=True))
        lens = c.lens if _near(c.lens, o.data.lens) else o.data.lens
        focus = o.data.dof.focus_distance if o.data.dof.use_dof else 0.0
        out.append(replace(c, position=position, lens=lens, focus=c.focus if _near(c.focus, focus) else focus))
    return tuple(out)
