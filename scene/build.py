"""Graph to Blender: collections, objects, shared meshes and materials, lights and cameras. See design.md, section 1."""

from __future__ import annotations

from collections.abc import Generator

import bpy
from mathutils import Euler

from ..model.catalogue import category
from ..model.graph import Node, World, dumps
from ..model.graph.types import Articulation
from ..model.homes import main_room
from ..model.look import styles
from ..model.look.daylight import glazing_of
from .architecture import build_rooms
from .assets.asset import Asset, Part
from .assets.library import asset
from .cameras import build_camera
from .lighting import ALL_DAY, build_emitter, build_environment, in_mood
from .materials import material
from .meshes import new_mesh
from .names import free_name
from .render import prepare
from .worlds import show_only

STEP = 8  # objects between two progress reports


class Builder:
    """Builds one world; meshes are shared between things of the same shape and materials."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.meshes: dict[tuple[object, ...], bpy.types.Mesh] = {}
        self.assets: list[Asset] = []  # kept alive while their ids are keys
        self.objects: dict[str, bpy.types.Object] = {}
        self.windowless = {r.id for r in world.rooms if not any(o.kind == "window" for o in r.openings)}

    def mesh(self, name: str, made: Asset, part: int, slots: tuple[str, ...]) -> bpy.types.Mesh:
        """The mesh of an asset (part -1) or of one of its parts, made once for each set of materials."""
        key = (id(made), part, slots)
        if key not in self.meshes:
            data = made.mesh if part < 0 else made.parts[part].mesh
            self.meshes[key] = new_mesh(name, data, [material(s) for s in slots])
            self.assets.append(made)
        return self.meshes[key]

    def node(self, n: Node, home: bpy.types.Collection) -> bpy.types.Object:
        """One node: its root object, its parts and its lamps."""
        made = asset(n.generator, n.params)
        slots = tuple(n.materials.get(slot, family) for slot, family in made.slots.items())
        label = category(n.category).label
        root = bpy.data.objects.new(free_name(bpy.data.objects, n.name), self.mesh(label, made, -1, slots))
        root.location = n.position
        root.rotation_euler = Euler((0.0, 0.0, n.yaw))
        root.scale = tuple(s / m if abs(s - m) > 1e-6 else 1.0 for s, m in zip(n.size, made.size, strict=True))
        mark(root, n.id, n.category, "object", n.room, n.label)
        if n.lock:
            root["diorama_lock"] = True
        home.objects.link(root)
        for k, p in enumerate(made.parts):
            child = bpy.data.objects.new(
                free_name(bpy.data.objects, f"{root.name} {p.name.lower()}"), self.mesh(f"{label} {p.name}", made, k, slots)
            )
            child.location = p.origin
            adopt(child, root, home, p.name)
            set_motion(child, p)
        for k, e in enumerate(made.emitters):
            now = self.world.environment
            name = f"{root.name} light" + (f" {k + 1}" if k else "")
            lamp = build_emitter(name, in_mood(e, now.mood), now.fixtures_on)
            if n.room in self.windowless:
                lamp[ALL_DAY] = True
            adopt(lamp, root, home, f"light {k + 1}")
        self.objects[n.id] = root
        return root


def mark(obj: bpy.types.Object, id_: str, category_: str, role: str, room: str, label: str = "") -> None:
    """The contract's custom properties."""
    obj["diorama_id"], obj["diorama_category"], obj["diorama_role"], obj["diorama_room"] = id_, category_, role, room
    if label:
        obj["diorama_label"] = label


def set_motion(child: bpy.types.Object, part: Part) -> None:
    """Say on a part's object how it moves."""
    if part.motion is not None:
        child["diorama_motion"] = part.motion.kind
        child["diorama_axis"] = part.motion.axis
        child["diorama_limits"] = (part.motion.lower, part.motion.upper)


def adopt(child: bpy.types.Object, root: bpy.types.Object, home: bpy.types.Collection, name: str) -> None:
    """Make an object a part of a root, by the name that its generator gives the part."""
    child.parent = root
    child["diorama_role"], child["diorama_part"] = "part", name
    home.objects.link(child)


def _sub(parent: bpy.types.Collection, name: str) -> bpy.types.Collection:
    c = bpy.data.collections.new(free_name(bpy.data.collections, name))
    parent.children.link(c)
    return c


def shape_of(world: World) -> str:
    """The shape style of a world's mouldings, doors and windows."""
    return styles()[world.style].shape if world.style in styles() else "modern"


def build_steps(world: World, scene: bpy.types.Scene | None = None) -> Generator[float, None, bpy.types.Collection]:
    """Build a world, yielding the share done; returns its collection, linked into the scene and set up for rendering."""
    scene = scene or bpy.context.scene
    top = bpy.data.collections.new(free_name(bpy.data.collections, world.name))
    architecture = _sub(top, "Architecture")
    rooms = {r.id: _sub(top, r.label or r.id) for r in world.rooms}
    lights, cameras = _sub(top, "Lights"), _sub(top, "Cameras")
    b = Builder(world)
    for obj in build_rooms(world.rooms, material, shape_of(world)):
        architecture.objects.link(obj)
    yield 0.15
    for k, n in enumerate(world.nodes):
        b.node(n, rooms[n.room])
        if k % STEP == STEP - 1:
            yield 0.15 + 0.7 * k / len(world.nodes)
    made = [build_camera(c, world.rooms) for c in world.cameras]
    for c, obj in zip(world.cameras, made, strict=True):
        obj["diorama_active"] = c.active
        cameras.objects.link(obj)
    yield 0.95
    top["diorama"] = dumps(world)
    # from here on the scene itself changes; nothing yields any more
    scene.collection.children.link(top)
    for light in build_environment(
        scene, world.environment, world.lights, list(top.all_objects), glazing_of(main_room(world.rooms))
    ):
        lights.objects.link(light)
    top["diorama_world"] = scene.world.name
    scene.camera = next((o for o, c in zip(made, world.cameras, strict=True) if c.active), scene.camera)
    prepare(scene)
    show_only(scene, top)  # worlds stand in the same place
    return top


def articulations(n: Node) -> tuple[Articulation, ...]:
    """The moving parts of a node, from its generator."""
    made = asset(n.generator, n.params)
    return tuple(
        Articulation(p.name, p.motion.kind, p.origin, p.motion.axis, p.motion.lower, p.motion.upper)
        for p in made.parts
        if p.motion is not None
    )
