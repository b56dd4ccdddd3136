"""The worlds of a file: find them, tell their objects, show one at a time, delete one. A world is a collection (design §1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import bpy
from mathutils import Vector

from ..model.graph.types import Environment

KEY = "diorama"  # collection[KEY] is the scene graph as JSON


def is_world(collection: bpy.types.Collection | None) -> bool:
    """Whether the collection holds a generated world."""
    return collection is not None and isinstance(collection.get(KEY), str)


def worlds(scene: bpy.types.Scene) -> list[bpy.types.Collection]:
    """The worlds linked into a scene, by name."""
    return sorted((c for c in scene.collection.children_recursive if is_world(c)), key=lambda c: c.name)


def roots(collection: bpy.types.Collection) -> Iterator[bpy.types.Object]:
    """Root objects of a world: one per node of the graph (parts are their children)."""
    for obj in collection.all_objects:
        if "diorama_id" in obj and obj.get("diorama_role") != "part":
            yield obj


def find(collection: bpy.types.Collection, ids: Iterable[str]) -> list[bpy.types.Object]:
    """Root objects with these `diorama_id`s (or names, for what has no id), in the world's order."""
    wanted = set(ids)
    return [
        o
        for o in collection.all_objects
        if o.get("diorama_role") != "part" and (o.get("diorama_id") in wanted or o.name in wanted)
    ]


def cameras(collection: bpy.types.Collection) -> list[bpy.types.Object]:
    """The world's cameras, by name."""
    return sorted((o for o in collection.all_objects if o.type == "CAMERA"), key=lambda o: o.name)


def _layers(layer: bpy.types.LayerCollection) -> Iterator[bpy.types.LayerCollection]:
    for child in layer.children:
        yield child
        yield from _layers(child)


ADAPTED = "diorama_adapted"  # stops and kelvin of the scene's view that are its camera's room's, not the world's
VIEW = ("exposure", "use_white_balance", "white_balance_temperature", "white_balance_tint")


def keep_view(scene: bpy.types.Scene, world: bpy.types.Collection) -> None:
    """Remember the scene's exposure and white balance as the world's: each has its own light."""
    view = {n: getattr(scene.view_settings, n) for n in VIEW if hasattr(scene.view_settings, n)}
    for name, of_the_room in zip(("exposure", "white_balance_temperature"), scene.get(ADAPTED, ()), strict=False):
        if name in view:
            view[name] -= of_the_room
    world["diorama_view"] = view


def _apply_view(scene: bpy.types.Scene, world: bpy.types.Collection) -> None:
    from .lighting import switch_fixtures

    for name, value in world["diorama_view"].items():
        if hasattr(scene.view_settings, name):
            setattr(scene.view_settings, name, type(getattr(scene.view_settings, name))(value))
    scene[ADAPTED] = (0.0, 0.0)
    switch_fixtures(world.all_objects, Environment(**json.loads(world[KEY]).get("environment", {})))


def is_shown(scene: bpy.types.Scene, world: bpy.types.Collection) -> bool:
    """Whether a world is in sight in some view layer."""
    return any(la.collection == world and not la.exclude for v in scene.view_layers for la in _layers(v.layer_collection))


def show_only(scene: bpy.types.Scene, world: bpy.types.Collection) -> None:
    """Worlds stand in the same place: exclude all others from every view layer, look through this one's camera, and take
    its exposure, which it gets from the scene when it is shown for the first time.
    """
    if "diorama_view" in world:
        _apply_view(scene, world)
    else:
        keep_view(scene, world)
    for view_layer in scene.view_layers:
        for layer in _layers(view_layer.layer_collection):
            if is_world(layer.collection):
                layer.exclude = layer.collection != world
    own = cameras(world)
    if own and scene.camera not in own:
        scene.camera = next((c for c in own if c.get("diorama_active")), own[0])
    sky = bpy.data.worlds.get(str(world.get("diorama_world", "")))
    if sky is not None:
        scene.world = sky


def bounds(objects: Iterable[bpy.types.Object]) -> tuple[Vector, Vector] | None:
    """Lower and upper corner of the objects' boxes in world space; None for no objects."""
    points = [o.matrix_world @ Vector(c) for o in objects for c in o.bound_box]
    if not points:
        return None
    return Vector([min(p[i] for p in points) for i in range(3)]), Vector([max(p[i] for p in points) for i in range(3)])


def strangers(view_layer: bpy.types.ViewLayer, world: bpy.types.Collection) -> list[bpy.types.Object]:
    """Visible objects of the artist's own that stand in the middle of the world, such as Blender's startup cube."""
    own = set(world.all_objects)
    room = bounds(o for o in own if o.get("diorama_role") in {"floor", "wall"})
    if room is None:
        return []
    found = []
    for o in view_layer.objects:
        if (
            o.type not in {"MESH", "CURVE", "SURFACE", "META", "FONT", "VOLUME", "POINTCLOUD", "CURVES"}
            or o in own
            or not o.visible_get()
        ):
            continue
        box = bounds([o])
        if box is not None and all(box[0][i] < room[1][i] and box[1][i] > room[0][i] for i in range(3)):
            found.append(o)
    return found


def delete(world: bpy.types.Collection) -> int:
    """Remove a world with everything that only it used; returns how many objects went."""
    objects = list(world.all_objects)
    collections = [world, *world.children_recursive]
    sky = bpy.data.worlds.get(str(world.get("diorama_world", "")))
    data = {o.data for o in objects if o.data is not None}
    materials = {m for d in data for m in getattr(d, "materials", ()) if m is not None}
    bpy.data.batch_remove([*objects, *collections])
    bpy.data.batch_remove([d for d in data if d.users == 0])
    bpy.data.batch_remove([m for m in materials if m.users == 0])
    if sky is not None:
        for scene in bpy.data.scenes:
            if scene.world == sky:
                scene.world = next((w for w in bpy.data.worlds if w != sky), None)
        if sky.users == 0:
            bpy.data.worlds.remove(sky)
    return len(objects)
