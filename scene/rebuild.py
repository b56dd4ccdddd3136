"""Change a thing after the fact: other parameters or materials make it anew in place. The graph stays the only truth.

Kept are the object, its pose, scale, name and lock, how far its doors stand open, materials that the artist put on by hand, and
what stands on it, which follows its surfaces.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix, Vector

from ..model.assets import Params
from ..model.catalogue import categories
from ..model.errors import InputError
from ..model.graph import Node, World
from ..model.graph.types import Support
from ..model.layout.carry import Load, beneath, carry, overlapping
from ..model.look import choose_look
from .architecture import opening_materials
from .assets.asset import Asset, MeshData, params_of, read_params
from .assets.library import Library, asset
from .assets.manifest import generators
from .build import adopt, articulations, set_motion
from .detail import at_full_detail
from .graphs import OF_THE_WALL, OPENINGS, claim, opening_of, root_of, store
from .lighting import ALL_DAY, build_emitter, in_mood, switch_fixtures
from .materials import existing, material
from .meshes import fill_mesh, new_mesh
from .names import free_name
from .read import as_placed

ORIGINAL = "diorama_generated"  # what a thing was like before its first change, JSON
STUDIO = "diorama_studio"  # on a mesh: the studio asset that it shows, its turn and the box that it was fitted to
LIKENESS = ("width", "depth", "height", "kind", "form", "mount")  # parameters that another one like it has in common
NEAR = 0.05  # metres around a thing within which what the graph says is on it counts as still being there


@dataclass(frozen=True)
class Rebuilt:
    """The things that were made anew, and in words what no longer fits."""

    objects: tuple[bpy.types.Object, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Slot:
    """A material slot that the artist has set: the material, and whether it is on the object or on its mesh."""

    link: str
    material: bpy.types.Material | None


def rebuild(
    obj: bpy.types.Object,
    params: Mapping[str, Any] | None = None,
    materials: Mapping[str, str] | None = None,
    *,
    together: bool = False,
) -> Rebuilt:
    """Make a thing anew with some parameters or materials changed; with `together`, all of the world that are just like it too.

    A part stands for its thing. A material named for a slot replaces one that was put there by hand. InputError, with nothing
    changed, for objects that are no things of a world, and for parameters or materials that cannot be.
    """
    obj = root_of(obj)
    _check_editable(obj)
    collection, world, node = claim(obj)
    made = _made(node, params or {})
    _check_materials(made, materials or {})
    if obj["diorama_role"] in OPENINGS:
        with at_full_detail(collection, [obj]):
            return _rebuild_opening(collection, world, node, obj, dict(params or {}), dict(materials or {}))
    nodes = [node, *(twins(world, node) if together else ())]
    objects = {o["diorama_id"]: o for o in reversed(collection.all_objects[:]) if o.get("diorama_role") == "object"}
    objects[node.id] = obj
    targets = [(n, objects[n.id]) for n in nodes if n.id in objects]
    with at_full_detail(collection, [o for _, o in targets]):
        return _rebuild(collection, world, [(n, o, _made(n, params or {})) for n, o in targets], dict(materials or {}))


def twins(world: World, node: Node) -> list[Node]:
    """The other things of the world that are made alike: same generator, same parameters."""
    full = _full(node)
    return [n for n in world.nodes if n.id != node.id and n.generator == node.generator and _full(n) == full]


def kin(world: World, node: Node) -> list[Node]:
    """The other things of the same kind in the same room that are not locked, alike or not."""
    return [
        n
        for n in world.nodes
        if n.id != node.id and not n.lock and (n.generator, n.category, n.room) == (node.generator, node.category, node.room)
    ]


def another(obj: bpy.types.Object, seed: int) -> Rebuilt:
    """Make another one of the same kind and size in the thing's place; what is otherwise open is drawn anew."""
    obj = root_of(obj)
    _check_editable(obj)
    _, world, node = claim(obj)
    if obj["diorama_role"] in OPENINGS:
        raise InputError(f"{obj.name} is part of the building.", "Change its kind instead.")
    drawn = Library().sample(node.category, np.random.default_rng(seed), (None, None, None), world.style, node.attributes)
    if drawn.generator != node.generator:
        raise InputError(f"{obj.name} is of a kind that is made differently now.", "Generate it anew.")
    return rebuild(obj, {k: v for k, v in drawn.params.items() if k not in LIKENESS})


def share(obj: bpy.types.Object) -> Rebuilt:
    """Make all others of the same kind in the room, but for locked ones, like this one."""
    obj = root_of(obj)
    collection, world, node = claim(obj)
    ids = {n.id for n in kin(world, node)}
    done = [
        rebuild(o, _full(node), node.materials)
        for o in collection.all_objects[:]
        if o.get("diorama_role") == "object" and o["diorama_id"] in ids
    ]
    return Rebuilt(tuple(o for d in done for o in d.objects), tuple(dict.fromkeys(n for d in done for n in d.notes)))


def reset(obj: bpy.types.Object) -> Rebuilt:
    """Make a thing as it was generated; materials that were put on by hand go. InputError if it was never changed."""
    obj = root_of(obj)
    original = obj.get(ORIGINAL)
    if original is None:
        raise InputError(f"{obj.name} is as it was generated.", "Change a parameter first.")
    was = json.loads(original)
    result = rebuild(obj, was["params"], was["materials"])
    del obj[ORIGINAL]
    return result


# ---------------------------------------------------------------------------------------------- checks


def _check_editable(obj: bpy.types.Object) -> None:
    if obj.library is not None or (obj.data is not None and obj.data.library is not None):
        raise InputError(f"{obj.name} is linked from another file.", "Change it there, or make it local first.")
    if obj.mode != "OBJECT":
        raise InputError(f"{obj.name} is being edited.", "Switch to Object Mode first.")


def _check_materials(made: Asset, materials: Mapping[str, str]) -> None:
    from ..model.look.materials import parse

    for slot, reference in materials.items():
        try:
            parse(reference)
        except ValueError as e:
            raise InputError(f"The {slot} cannot have that: {e}.", "`diorama list` names the materials.") from e


def _made(node: Node, params: Mapping[str, Any]) -> Asset:
    """The thing with changed parameters. InputError if it cannot be made."""
    wanted = {**node.params, **params}
    try:
        read_params(generators()[node.generator].params, wanted)
    except KeyError as e:
        raise InputError(f"There is no generator {node.generator!r} in this version of Diorama.", "Update Diorama.") from e
    except (ValueError, TypeError) as e:
        raise InputError(f"{node.name} cannot be made like that: {e}.", "Give values within the limits.") from e
    try:
        return asset(node.generator, wanted)
    except ValueError as e:
        changed = ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in params.items())
        raise InputError(f"{node.name} cannot be made with {changed}.", "Give a value farther from the limit.") from e


def _full(node: Node) -> Params:
    return params_of(asset(node.generator, node.params).params)


def _size(node: Node) -> dict[str, float]:
    made = params_of(asset(node.generator, node.params).params)
    return {a: float(made[a]) for a in ("width", "depth", "height")}


# ---------------------------------------------------------------------------------------------- the work


def _rebuild(
    collection: bpy.types.Collection,
    world: World,
    targets: list[tuple[Node, bpy.types.Object, Asset]],
    materials: dict[str, str],
) -> Rebuilt:
    meshes = _Meshes(o for _, o, _ in targets)
    notes: list[str] = []
    gone: set[str] = set()  # materials that may have lost their last user
    for stale, obj, made in targets:
        node = next(n for n in world.nodes if n.id == stale.id)  # a target before it may have moved it
        if ORIGINAL not in obj:
            obj[ORIGINAL] = json.dumps({"params": _full(node), "materials": node.materials})
        change = (asset(node.generator, node.params), made)
        wanted = {**_dressed(node, made, world), **materials}
        _swap(obj, node, change, wanted, world, meshes, set(materials))
        moved, said = _follow(collection, world, obj, node, change)
        size = _vec([s * k for s, k in zip(made.size, obj.scale, strict=True)])
        new = replace(as_placed(node, obj), params=params_of(made.params), size=size, materials=wanted, asset="", author="hand")
        moved[node.id] = replace(new, articulation=articulations(new)) if node.articulation or node.asset else new
        world = replace(world, nodes=tuple(moved.get(n.id, n) for n in world.nodes))
        notes += said
        gone |= set(node.materials.values()) - set(wanted.values())
    meshes.purge()
    spare = [m for m in (existing(r) for r in sorted(gone)) if m is not None and m.users == 0]
    bpy.data.batch_remove(spare)
    store(collection, world)
    return Rebuilt(tuple(o for _, o, _ in targets), tuple(dict.fromkeys(notes)))


def _rebuild_opening(
    collection: bpy.types.Collection,
    world: World,
    node: Node,
    obj: bpy.types.Object,
    params: dict[str, Any],
    materials: dict[str, str],
) -> Rebuilt:
    """A door or window anew, in its hole: the hole itself stays, and with it the size."""
    found = opening_of(world, obj)
    assert found is not None  # or it would have no node
    room, opening = found
    fixed = [k for k in OF_THE_WALL if k in params and abs(params[k] - node.params[k]) > 1e-4]  # type: ignore[operator]
    if fixed:
        raise InputError(f"The {fixed[0]} of {obj.name} is that of its hole in the wall.", "Plan the room with another opening.")
    if ORIGINAL not in obj:
        obj[ORIGINAL] = json.dumps({"params": node.params, "materials": node.materials})
    made = _made(node, {k: v for k, v in params.items() if k not in OF_THE_WALL})
    chosen = {**opening.materials, **materials}
    values = {k: v for k, v in params_of(made.params).items() if k not in OF_THE_WALL}
    new = replace(opening, params=values, materials=chosen)
    meshes = _Meshes([obj])
    change = (asset(node.generator, node.params), made)
    _swap(obj, node, change, opening_materials(room, new, made), world, meshes, set(materials))
    meshes.purge()
    obj["diorama_kind"] = str(values.get("kind", ""))
    openings = tuple(new if o.id == opening.id else o for o in room.openings)
    rooms = tuple(replace(r, openings=openings) if r.id == room.id else r for r in world.rooms)
    store(collection, replace(world, rooms=rooms))
    return Rebuilt((obj,))


def _vec(values: Sequence[float]) -> tuple[float, float, float]:
    x, y, z = values
    return (float(x), float(y), float(z))


def _dressed(node: Node, made: Asset, world: World) -> dict[str, str]:
    """A material for every slot: the one it has, as long as the generator means the same by it; else what the room's look has."""
    out = dict(node.materials)
    old = asset(node.generator, node.params).slots
    for slot, family in made.slots.items():
        if slot in out and old.get(slot, family) == family:
            continue
        alike = next((out[s] for s, f in old.items() if f == family and s in out), None) if slot not in out else None
        if alike is None:
            room = next(r for r in world.rooms if r.id == node.room)
            look = choose_look(world.style, world.palette, room.type, np.random.default_rng(world.provenance.seed))
            alike = look.resolve(family, key=f"{node.label or node.category}/{slot}")
        out[slot] = alike
    return out


class _Meshes:
    """Meshes for the things being made anew: equal ones are shared, those that nothing else uses are filled again."""

    def __init__(self, objects: Iterable[bpy.types.Object]) -> None:
        self.made: dict[tuple[Any, ...], bpy.types.Mesh] = {}
        self.users: dict[str, int] = {}
        for o in objects:
            for member in (o, *o.children):
                if member.type == "MESH":
                    self.users[member.data.name] = self.users.get(member.data.name, 0) + 1
        known = {n: bpy.data.meshes[n] for n in self.users}
        self.free = {n for n, m in known.items() if m.users == self.users[n] and m.shape_keys is None and STUDIO not in m}
        self.left: set[str] = set()

    def give(self, obj: bpy.types.Object, key: tuple[int, int], data: MeshData, slots: Sequence[bpy.types.Material]) -> None:
        """Give an object the mesh of these data and materials."""
        full = (*key, *(m.name for m in slots))
        mesh, old = self.made.get(full), obj.data
        if mesh is None and old is not None and old.name in self.free:
            mesh = old
            self.free.discard(old.name)
            if list(mesh.materials) != list(slots):
                mesh.materials.clear()
                for m in slots:
                    mesh.materials.append(m)
            fill_mesh(mesh, data)  # after its materials: taking those out sets all faces' indices to 0
        elif mesh is None:
            mesh = new_mesh(old.name if old is not None else obj.name, data, slots)
        self.made[full] = mesh
        if mesh != old:
            if old is not None:
                self.left.add(old.name)
            obj.data = mesh

    def purge(self) -> None:
        """Remove the meshes that nothing uses any more."""
        gone = [bpy.data.meshes[n] for n in sorted(self.left) if n in bpy.data.meshes and bpy.data.meshes[n].users == 0]
        bpy.data.batch_remove(gone)


def _by_hand(obj: bpy.types.Object, slots: Sequence[str], materials: Mapping[str, str]) -> dict[str, _Slot]:
    """The slots whose material is not the one that the graph says. `slots` are (slot -> family) in order."""
    out = {}
    for name, s in zip(slots, obj.material_slots, strict=False):
        reference = materials.get(name, "")
        if s.material is not None and s.material != existing(reference):
            out[name] = _Slot(s.link, s.material)
    return out


def _swap(
    obj: bpy.types.Object,
    node: Node,
    change: tuple[Asset, Asset],
    wanted: Mapping[str, str],
    world: World,
    meshes: _Meshes,
    replaced: set[str],
) -> None:
    """Put the new shape, parts and lamps in the place of the old ones."""
    old, made = change
    stated = {s: node.materials.get(s, f) for s, f in old.slots.items()}
    slots = [material(wanted.get(s, f)) for s, f in made.slots.items()]

    def put(target: bpy.types.Object, part: int, data: MeshData, kept: Mapping[str, _Slot]) -> None:
        kept = {s: k for s, k in kept.items() if s not in replaced}
        ours = [kept[s].material if s in kept and kept[s].link == "DATA" else m for s, m in zip(made.slots, slots, strict=True)]
        meshes.give(target, (id(made), part), data, ours)
        for s, name in zip(target.material_slots, made.slots, strict=True):
            on_object = name in kept and kept[name].link == "OBJECT"
            s.link = "OBJECT" if on_object else "DATA"
            if on_object:
                s.material = kept[name].material

    children = _parts(obj, old)
    generated = tuple(old.slots) if not node.asset else ()  # a studio asset has slots of its own
    kept = {key: _by_hand(o, generated, stated) for key, o in {"": obj, **children}.items() if o.type == "MESH"}
    put(obj, -1, made.mesh, kept[""])
    home = obj.users_collection[0]
    was = {p.name: p for p in old.parts}
    for k, p in enumerate(made.parts):
        child = children.pop(p.name, None)
        if child is None:
            child = bpy.data.objects.new(
                free_name(bpy.data.objects, f"{obj.name} {p.name.lower()}"), bpy.data.meshes.new(f"{obj.name} {p.name}")
            )
            child.location = p.origin
            adopt(child, obj, home, p.name)
            meshes.free.add(child.data.name)
        elif p.name in was:
            child.location = Vector(p.origin) + (child.location - Vector(was[p.name].origin))
        set_motion(child, p)
        put(child, k, p.mesh, kept.get(p.name, kept[""]))
    _lamps(obj, node, change, world, children, home)
    _show_where(obj)
    for child in children.values():  # what the new shape has no place for
        for grandchild in child.children:
            matrix = grandchild.matrix_world.copy()
            grandchild.parent = obj
            grandchild.matrix_world = matrix
        if child.type == "MESH":
            meshes.left.add(child.data.name)
        bpy.data.objects.remove(child)


def _parts(obj: bpy.types.Object, old: Asset) -> dict[str, bpy.types.Object]:
    """A thing's parts and lamps by the names that its generator gives them."""
    out = {c["diorama_part"]: c for c in obj.children if c.get("diorama_role") == "part" and "diorama_part" in c}
    nameless = [c for c in obj.children if c.get("diorama_role") == "part" and "diorama_part" not in c]
    for part in old.parts:  # a file from before parts carried their name
        size = len(part.mesh.vertices)
        found = next((c for c in nameless if c.type == "MESH" and len(c.data.vertices) == size), None)
        if part.name not in out and found is not None:
            nameless.remove(found)
            out[part.name] = found
            found["diorama_part"] = part.name
    for k, lamp in enumerate(c for c in nameless if c.type == "LIGHT"):
        lamp["diorama_part"] = f"light {k + 1}"
        out[lamp["diorama_part"]] = lamp
    return out


def _show_where(obj: bpy.types.Object) -> None:
    """New parts are seen in the views whose local view holds their thing."""
    screens = [w.screen for w in bpy.context.window_manager.windows]
    views = [a.spaces.active for s in screens for a in s.areas if a.type == "VIEW_3D"]
    for view in views:
        if view.local_view is not None and obj.local_view_get(view):
            bpy.context.view_layer.update()  # an object has no views before it is in the layer
            for child in obj.children_recursive:
                child.local_view_set(view, True)


def _lamps(
    obj: bpy.types.Object,
    node: Node,
    change: tuple[Asset, Asset],
    world: World,
    children: dict[str, bpy.types.Object],
    home: bpy.types.Collection,
) -> None:
    """Move the lamps along; one whose light changed is set anew. Those that stay are taken out of `children`."""
    old, made = change
    fresh = []
    for k, e in enumerate(made.emitters):
        name = f"light {k + 1}"
        lamp = children.get(name)
        before = old.emitters[k] if k < len(old.emitters) else None
        if lamp is not None and before is not None and e._replace(position=before.position) == before:
            lamp.location = lamp.location + Vector(e.position) - Vector(before.position)
            del children[name]
            continue
        e = in_mood(e, world.environment.mood)
        new = build_emitter(f"{obj.name} light", e, world.environment.fixtures_on)
        if lamp is not None:  # the artist's object stays, with the new light in it
            lamp.location, lamp.rotation_euler = new.location, new.rotation_euler
            lamp["diorama_lumen"] = e.lumen
            lamp.data, new.data = new.data, lamp.data
            spare = new.data
            bpy.data.objects.remove(new)
            if spare.users == 0:
                bpy.data.lights.remove(spare)
            del children[name]
            continue
        room = next(r for r in world.rooms if r.id == node.room)
        if not any(o.kind == "window" for o in room.openings):
            new[ALL_DAY] = True
        adopt(new, obj, home, name)
        fresh.append(new)
    if fresh:
        switch_fixtures(fresh, world.environment)


# ---------------------------------------------------------------------------------------------- what stands on it


def _matrix(o: bpy.types.Object) -> Matrix:
    """Where an object is, without waiting for Blender to evaluate it."""
    return o.matrix_world if o.parent is not None else o.matrix_basis


@dataclass(frozen=True)
class _Carried:
    """A thing on the one being rebuilt: its surface there, or None if it only hangs on it."""

    obj: bpy.types.Object
    node: Node | None
    surface: int | None
    load: Load


def _follow(
    collection: bpy.types.Collection, world: World, obj: bpy.types.Object, node: Node, change: tuple[Asset, Asset]
) -> tuple[dict[str, Node], list[str]]:
    """Move what stands on a rebuilt thing along with its surfaces; the moved nodes, and what no longer fits, in words."""
    old, made = change
    if old.surfaces == made.surfaces and old.size == made.size:
        return {}, []
    frame = _matrix(obj)
    on_it = _standing(collection, world, obj, node, old)
    walkable = node.category in categories() and categories()[node.category].walkable
    nodes: dict[str, Node] = {}
    notes: list[str] = []
    after: list[Load] = []
    for c in on_it:
        position, surface, fits = _place(c, old, made)
        if walkable:  # a rug may grow under what stands on it; nothing slides along
            position = (*c.load.position[:2], position[2])
        by = frame @ Vector(position) - frame @ Vector(c.load.position)
        shift(collection, world, c.obj, by, nodes)
        if c.node is not None and c.node.id in nodes:
            moved = nodes[c.node.id]
            nodes[c.node.id] = replace(moved, support=Support(moved.support.kind, node.id, surface or 0))
        after.append(c.load._replace(position=position))
        if not fits:
            notes.append(f"{c.obj.name} no longer fits on {obj.name}.")
    new = overlapping(after) - overlapping([c.load for c in on_it])
    notes += [f"{on_it[i].obj.name} and {on_it[j].obj.name} now overlap." for i, j in sorted(new)]
    return nodes, notes


def _place(c: _Carried, old: Asset, made: Asset) -> tuple[tuple[float, float, float], int | None, bool]:
    if c.surface is not None:
        before = carry(c.load, old.surfaces, c.surface, old.surfaces)
        move = carry(c.load, old.surfaces, c.surface, made.surfaces)
        if before is not None and move is not None:
            return move.position, move.surface, move.fits or not before.fits
    ratio = [b / a for a, b in zip(old.size, made.size, strict=True)]
    return _vec([p * r for p, r in zip(c.load.position, ratio, strict=True)]), None, c.surface is None


def _standing(collection: bpy.types.Collection, world: World, obj: bpy.types.Object, node: Node, old: Asset) -> list[_Carried]:
    """What stands on or hangs from a thing, as it is now: by the graph if it is still there, and what was put there by hand."""
    known = {n.id: n for n in world.nodes}
    inverse = _matrix(obj).inverted_safe()
    reach = Vector(old.size).length * max(obj.scale) + NEAR
    here = _matrix(obj).translation
    candidates = [o for o in collection.all_objects if o.get("diorama_role") == "object" and o != obj]
    candidates += [o for o in obj.children if o.get("diorama_role") is None and o.type == "MESH"]
    out = []
    for o in candidates:
        n = known.get(o.get("diorama_id", ""))
        if (_matrix(o).translation - here).length > reach:
            continue
        local = inverse @ _matrix(o)
        load = _load(o, n, local)
        stated = n is not None and n.support.parent == node.id and n.support.kind in ("on", "in", "hung_on")
        surface = beneath(old.surfaces, load.position)
        if surface is None and stated and _within(load.position, old):
            surface = n.support.surface if n is not None and n.support.kind != "hung_on" else None
            surface = surface if surface is not None and surface < len(old.surfaces) else None
        elif surface is None or (not stated and n is not None and categories()[node.category].walkable):
            continue
        out.append(_Carried(o, n, surface, load))
    return out


def _load(o: bpy.types.Object, n: Node | None, local: Matrix) -> Load:
    """An object as a load in the frame of what it stands on. What has no node is measured by its box."""
    if n is not None:
        made = asset(n.generator, n.params)
        w, d, h = (s * k for s, k in zip(made.size, local.to_scale(), strict=True))
        base = local.translation
    else:
        corners = [local @ Vector(c) for c in o.bound_box]
        low, high = (Vector(f(c[i] for c in corners) for i in range(3)) for f in (min, max))
        middle, half = (low + high) / 2, (high - low) / 2
        return Load(_vec((middle.x, middle.y, low.z)), (half.x, half.y), 2 * half.z)
    yaw = math.atan2(local[1][0], local[0][0])
    c, s = abs(math.cos(yaw)), abs(math.sin(yaw))
    return Load(_vec(base), ((c * w + s * d) / 2, (s * w + c * d) / 2), h)


def _within(p: Sequence[float], a: Asset) -> bool:
    """Whether a local point lies in the thing's box, or close to it."""
    low = np.min([b.lower for b in a.solids], axis=0) - NEAR
    high = np.max([b.upper for b in a.solids], axis=0) + NEAR
    return bool(np.all(low <= p) and np.all(p <= high))


def shift(collection: bpy.types.Collection, world: World, obj: bpy.types.Object, by: Vector, nodes: dict[str, Node]) -> None:
    """Move a thing and everything that stands on it; the moved nodes are added to `nodes`."""
    if by.length < 1e-9:
        return
    known = {n.id: n for n in world.nodes}
    todo, seen = [obj], {obj.name}
    for o in todo:
        n = known.get(o.get("diorama_id", ""))
        above = _standing(collection, world, o, n, asset(n.generator, n.params)) if n is not None else []
        todo += [c.obj for c in above if c.obj.name not in seen and c.obj.parent != o]
        seen |= {c.obj.name for c in above}
    for o in todo:
        if o.parent is None:
            o.location = o.location + by
        else:
            o.matrix_world = Matrix.Translation(by) @ o.matrix_world
        n = known.get(o.get("diorama_id", ""))
        if n is not None:
            nodes[n.id] = as_placed(n, o)
