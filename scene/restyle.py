"""Another style or other colours for a finished world: every material changes, nothing moves.

Locked things, materials that were put on by hand (on the object, its mesh or in the sidebar) and shapes stay; mouldings follow
the style.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import bpy
import numpy as np

from ..model.errors import InputError
from ..model.graph import Node, Opening, Room, World
from ..model.homes import far_side, main_room, stream
from ..model.look import Look, choose_look, style_named, styles
from ..model.look.colour import colours_of
from ..model.look.daylight import exposure_for
from .architecture import DEFAULTS, build_rooms, floor_name, opening_asset, opening_materials
from .assets.asset import params_of
from .assets.library import asset, dressed
from .build import shape_of
from .detail import at_full_detail
from .exposure import fit_in
from .graphs import OF_THE_WALL, OPENINGS, store, stored
from .lighting import glow
from .materials import existing, material
from .names import free_name
from .rebuild import ORIGINAL
from .transaction import put, transaction
from .worlds import KEY, is_shown, keep_view, show_only

# What a look decides of a room; other keys of `Room.materials` were stated and stay.
DECIDED = ("floor", "wall", "ceiling", "skirting", "trim", "door", "handle", "crown", "feature")
Materials = tuple[bpy.types.Material | None, ...]


@dataclass(frozen=True)
class Restyled:
    """The style and palette that a world has now, and how many of its objects look different."""

    style: str
    palette: tuple[str, ...]
    changed: int


@dataclass(frozen=True)
class _Surface:
    """The materials of a thing, an opening or a floor by slot, before and after."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def restyle(collection: bpy.types.Collection, style: str = "", palette: Sequence[str] | None = None, seed: int = 0) -> Restyled:
    """Give a world another look. '' keeps its style; a palette of None keeps the prompt's colours, an empty one is the style's.

    The seed draws what the style leaves open, so that another one rolls the colours again. InputError for unknown styles and
    colours; any error leaves everything as it was.
    """
    world = stored(collection)
    _check(style, palette or ())
    if palette is None:
        palette = world.brief.palette if world.brief is not None else ()
    objects = _by_id(collection)
    looks = _looks(world, style, palette, seed)
    new = _restyled(world, looks, objects)
    with at_full_detail(collection, collection.all_objects), transaction(), ExitStack() as undo:
        if not is_shown(bpy.context.scene, collection):
            show_only(bpy.context.scene, collection)
        wanted = dict(_wanted(world, new, objects))
        spare = _walls(world, new, objects, wanted, undo)
        changed = _apply(wanted, undo)
        _remember(new, looks, objects, undo)
        _expose(collection, world, new, undo)
        glow(new.environment)  # of bulbs made just now
        undo.callback(collection.__setitem__, KEY, collection[KEY])
        store(collection, new)
        undo.pop_all()
    _purge(spare, _references(world) - _references(new))
    _rename(world, new, objects)
    return Restyled(new.style, new.palette, changed)


def _check(style: str, palette: Sequence[str]) -> None:
    if style and not style_named(style, otherwise=""):
        raise InputError(f"There is no style {style[:40]!r}.", f"Known styles: {', '.join(sorted(styles()))}.")
    for word in palette:
        if not colours_of([word]):
            raise InputError(f"There is no colour {word[:40]!r}.", "Give words such as navy, or hexes such as #1f3d2b.")


# ---------------------------------------------------------------------------------------------- the graph


def _looks(world: World, style: str, palette: Sequence[str], seed: int) -> dict[str, Look]:
    """A look for every room, by its id: floors and walls as the room needs them, furniture as in the main room.

    Without a style the world and its rooms keep theirs, also the one that the prompt gave a room alone.
    """
    main = main_room(world.rooms)
    own = {r.key: r.style for r in world.brief.rooms} if world.brief is not None and not style else {}
    lead = choose_look(style or world.style, palette, main.type, stream(seed, "look"))
    looks = {r.id: choose_look(own.get(r.id) or lead.style, palette, r.type, stream(seed, "look")) for r in world.rooms}
    return {id_: look.beside(lead) for id_, look in looks.items()}


def _restyled(world: World, looks: Mapping[str, Look], objects: Mapping[str, list[bpy.types.Object]]) -> World:
    rooms = tuple(_room(world, r, looks[r.id], objects) for r in world.rooms)
    nodes = tuple(n if _locked(objects.get(n.id, ()), n) else _node(n, looks[n.room], objects) for n in world.nodes)
    lead = looks[main_room(world.rooms).id]
    new = replace(world, rooms=rooms, nodes=nodes, style=lead.style, palette=lead.palette)
    if not any(r.materials for r in rooms):
        return new
    e, before, after = world.environment, fit_in(world), fit_in(new)
    exposure = e.exposure + exposure_for(e, *after) - exposure_for(e, *before)
    return replace(new, environment=replace(e, exposure=round(exposure, 2)))


def _room(world: World, room: Room, look: Look, objects: Mapping[str, list[bpy.types.Object]]) -> Room:
    """The room in its new look; a locked floor, wall or ceiling stays as it is, and so do the shapes of doors and windows."""
    if not room.materials:
        return room
    refs = {**DEFAULTS, **room.materials}
    out = {**{k: v for k, v in room.materials.items() if k not in DECIDED}, **look.room_materials}
    for surface in ("floor", "ceiling"):
        if _locked(objects.get(f"{room.id}/{surface}", ())):
            out[surface] = refs[surface]
    for k in range(len(room.polygon)):
        walls = objects.get(f"{room.id}/wall_{k + 1}", ())
        if _locked(walls):
            shown = walls[0].material_slots[0].material
            out[f"wall_{k + 1}"] = shown.get("diorama_material", refs["wall"]) if shown else refs["wall"]
            out.pop("feature", None)
    openings = tuple(_pinned(world, room, o, objects) for o in room.openings)
    return replace(room, materials=out, openings=openings)


def _pinned(world: World, room: Room, o: Opening, objects: Mapping[str, list[bpy.types.Object]]) -> Opening:
    """The opening with all parameters that it was built with, and, if it is locked, all materials."""
    if far_side(o):
        return o
    made = opening_asset(room, o, shape_of(world))
    values = {k: v for k, v in params_of(made.params).items() if k not in OF_THE_WALL}
    locked = _locked(objects.get(o.id, ()))
    return replace(o, params=values, materials=opening_materials(room, o, made) if locked else o.materials)


def _node(n: Node, look: Look, objects: Mapping[str, list[bpy.types.Object]]) -> Node:
    """The node in its new materials, but for those that were chosen in the sidebar."""
    chosen = {}
    for obj in objects.get(n.id, ())[:1]:
        if ORIGINAL in obj:
            original = json.loads(obj[ORIGINAL])["materials"]
            chosen = {s: m for s, m in n.materials.items() if original.get(s, m) != m}
    return replace(n, materials={**dressed(n, look).materials, **chosen})


def _locked(objects: Sequence[bpy.types.Object], node: Node | None = None) -> bool:
    if not objects:
        return node is not None and node.lock
    return bool(objects[0].get("diorama_lock"))


def _by_id(collection: bpy.types.Collection) -> dict[str, list[bpy.types.Object]]:
    """Root objects by id, without linked ones; copies made by hand come after what they were made from."""
    out: dict[str, list[bpy.types.Object]] = {}
    for o in collection.all_objects:
        if "diorama_id" in o and o.get("diorama_role") != "part" and o.library is None:
            out.setdefault(o["diorama_id"], []).append(o)
    return out


def _references(world: World) -> set[str]:
    """All material references of a graph."""
    out = {v for n in world.nodes for v in n.materials.values()}
    for r in world.rooms:
        out |= {*r.materials.values(), *(v for o in r.openings for v in o.materials.values())}
    return out


# ---------------------------------------------------------------------------------------------- things and openings


def _surfaces(world: World, new: World) -> Iterator[tuple[str, _Surface]]:
    """Slots before and after of everything with slots of its own: things, doors and windows, floors and ceilings."""
    for a, b in zip(world.nodes, new.nodes, strict=True):
        slots = asset(a.generator, a.params).slots
        yield (
            a.id,
            _Surface({s: a.materials.get(s, f) for s, f in slots.items()}, {s: b.materials.get(s, f) for s, f in slots.items()}),
        )
    for r, q in zip(world.rooms, new.rooms, strict=True):
        if not r.materials:
            continue
        for o, p in zip(r.openings, q.openings, strict=True):
            if not far_side(o):
                made = opening_asset(r, o, shape_of(world))
                yield o.id, _Surface(opening_materials(r, o, made), opening_materials(q, p, made))
        for s in ("floor", "ceiling"):
            yield f"{r.id}/{s}", _Surface({s: r.materials.get(s, DEFAULTS[s])}, {s: q.materials[s]})


def _wanted(
    world: World, new: World, objects: Mapping[str, list[bpy.types.Object]]
) -> Iterator[tuple[bpy.types.Object, Materials]]:
    """The materials of each object's mesh; what is not there as the graph says was put there by hand and stays."""
    for id_, surface in _surfaces(world, new):
        if surface.before == surface.after:
            continue
        pairs = [(existing(surface.before[s]), material(surface.after[s])) for s in surface.before]
        for root in objects.get(id_, ()):
            if root.get("diorama_lock") or root.get("diorama_role") not in ("object", "floor", "ceiling", *OPENINGS):
                continue
            for o in (root, *(c for c in root.children if c.get("diorama_role") == "part")):
                if o.type == "MESH" and o.data.library is None:
                    now = tuple(o.data.materials)
                    fresh = tuple(b if a is not None and m == a else m for m, (a, b) in zip(now, pairs, strict=False))
                    yield o, (*fresh, *now[len(fresh) :])


def _apply(wanted: Mapping[bpy.types.Object, Materials], undo: ExitStack) -> int:
    """Put materials on meshes; one that is shared with what stays as it is, or looks otherwise, is copied. The number changed."""
    by_mesh: dict[bpy.types.Mesh, dict[Materials, list[bpy.types.Object]]] = {}
    for obj, materials in wanted.items():
        by_mesh.setdefault(obj.data, {}).setdefault(materials, []).append(obj)
    changed = 0
    for mesh, groups in by_mesh.items():
        staying = groups.pop(tuple(mesh.materials), [])
        free = not staying and mesh.users == sum(map(len, groups.values()))
        for materials, members in groups.items():
            target = mesh if free else mesh.copy()
            for k, m in enumerate(materials):
                if target.materials[k] != m:
                    if free:
                        undo.callback(mesh.materials.__setitem__, k, mesh.materials[k])
                    target.materials[k] = m
            for o in members if target != mesh else ():
                put(undo, o, "data", target)
            free = False
            changed += len(members)
    return changed


def _remember(new: World, looks: Mapping[str, Look], objects: Mapping[str, list[bpy.types.Object]], undo: ExitStack) -> None:
    """What a thing is reset to has the new look as well."""
    plain = {n.id: dressed(n, looks[n.room]).materials for n in new.nodes if any(ORIGINAL in o for o in objects.get(n.id, ()))}
    for id_, materials in plain.items():
        for o in objects[id_]:
            if ORIGINAL in o and not o.get("diorama_lock"):
                undo.callback(o.__setitem__, ORIGINAL, o[ORIGINAL])
                o[ORIGINAL] = json.dumps({**json.loads(o[ORIGINAL]), "materials": materials})


# ---------------------------------------------------------------------------------------------- walls


def _walls(
    world: World,
    new: World,
    objects: Mapping[str, list[bpy.types.Object]],
    wanted: dict[bpy.types.Object, Materials],
    undo: ExitStack,
) -> list[bpy.types.Object]:
    """Walls and mouldings as they would be built now; adds to `wanted`, and returns the objects that are left over.

    Which face shows which room's paint may change with the paints, so the faces are taken from newly built walls.
    """
    if not any(r.materials for r in world.rooms):
        return []
    refs = {v for r in world.rooms for v in (*DEFAULTS.values(), *r.materials.values(), "plaster")}
    ours = {existing(r) for r in refs} - {None}
    built = build_rooms(new.rooms, material, shape_of(new))
    left = {o for o in built if o.get("diorama_role") != "part" or o.parent.get("diorama_role") != "wall"}
    for fresh in (o for o in built if o.get("diorama_role") == "wall"):
        walls = [o for o in objects.get(fresh["diorama_id"], ()) if o.type == "MESH"]
        mouldings = [o for o in built if o.parent == fresh]
        if not walls or walls[0].get("diorama_lock"):
            left |= set(mouldings)
            continue
        wanted[walls[0]] = _faces(walls[0], fresh, ours, undo)
        left |= set(_mouldings(walls[0], mouldings, ours, undo))
    return sorted(left, key=lambda o: o.name)


def _faces(wall: bpy.types.Object, fresh: bpy.types.Object, ours: set[bpy.types.Material | None], undo: ExitStack) -> Materials:
    """The materials of a wall; its faces are told which they show. A wall that was edited keeps its faces as they are."""
    mesh, now, after = wall.data, tuple(wall.data.materials), tuple(fresh.data.materials)
    if len(mesh.polygons) != len(fresh.data.polygons):
        return tuple(after[0] if m in ours and k == 0 else m for k, m in enumerate(now))
    old, indices = (np.empty(len(mesh.polygons), np.int32) for _ in range(2))
    mesh.polygons.foreach_get("material_index", old)
    fresh.data.polygons.foreach_get("material_index", indices)
    undo.callback(mesh.polygons.foreach_set, "material_index", old)
    mesh.polygons.foreach_set("material_index", indices)
    while len(mesh.materials) > len(after) and mesh.materials[-1] in ours:
        undo.callback(mesh.materials.append, mesh.materials[-1])
        mesh.materials.pop()
    while len(mesh.materials) < len(after):
        mesh.materials.append(None)
        undo.callback(mesh.materials.pop, index=len(mesh.materials) - 1)
    kept = [now[k] if k < len(now) and now[k] not in ours else m for k, m in enumerate(after)]
    return (*kept, *tuple(mesh.materials)[len(after) :])


def _mouldings(
    wall: bpy.types.Object, fresh: list[bpy.types.Object], ours: set[bpy.types.Material | None], undo: ExitStack
) -> list[bpy.types.Object]:
    """Hang newly built mouldings on a wall in place of its own; those with a material put on by hand stay. What is left over."""
    old = [c for c in wall.children if c.type == "MESH" and c.get("diorama_role") == "part"]
    if any(s.material not in ours for c in old for s in c.material_slots):
        return fresh
    for o in fresh:
        matrix = o.matrix_basis.copy()
        o.parent = wall
        o.matrix_basis = matrix
        wall.users_collection[0].objects.link(o)
    for c in old:
        put(undo, c, "parent", None)
    return old


# ---------------------------------------------------------------------------------------------- the rest


def _rename(world: World, new: World, objects: Mapping[str, list[bpy.types.Object]]) -> None:
    """A floor is named after what it is made of, unless the artist named it; mouldings after their wall."""
    for r, q in zip(world.rooms, new.rooms, strict=True):
        for o in objects.get(f"{r.id}/floor", ()):
            before, after = (floor_name(x.materials.get("floor", DEFAULTS["floor"])) for x in (r, q))
            if before != after and o.name.startswith(before):
                o.name = free_name(bpy.data.objects, after)
        walls = (o for k in range(len(r.polygon)) for o in objects.get(f"{r.id}/wall_{k + 1}", ()))
        for wall, c in ((w, c) for w in walls for c in w.children):
            kind = c.data.name.partition(".")[0].lower() if c.type == "MESH" and c.get("diorama_role") == "part" else ""
            if kind and not c.name.startswith(wall.name):
                c.name = free_name(bpy.data.objects, f"{wall.name} {kind}")


def _expose(collection: bpy.types.Collection, world: World, new: World, undo: ExitStack) -> None:
    """Open or close the view as far as the room became darker or paler."""
    scene = bpy.context.scene
    scene.view_settings.exposure += new.environment.exposure - world.environment.exposure
    if "diorama_view" in collection:
        undo.callback(collection.__setitem__, "diorama_view", collection["diorama_view"].to_dict())
    keep_view(scene, collection)


def _purge(objects: list[bpy.types.Object], references: set[str]) -> None:
    """Remove what is left over, with meshes and materials that nothing uses any more."""
    meshes = {o.data for o in objects if o.type == "MESH"}
    bpy.data.batch_remove(objects)
    bpy.data.batch_remove([m for m in meshes if m.users == 0])
    spare = [m for m in (existing(r) for r in sorted(references)) if m is not None and m.users == 0]
    bpy.data.batch_remove(spare)
