"""What panels show of a world: read once from its collection and cached.

Only names and ids are kept: Blender's Python references die on undo. The cache is keyed by what it was read from, so that
a stale entry cannot be shown, and emptied after undo, redo and load.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import bpy

from ..properties import category_label
from ..scene.worlds import KEY, roots

Key = tuple[str, int, int]
BUILT = {"wall", "floor", "ceiling", "door", "window", "light"}
ICONS = {
    "wall": "MOD_BUILD", "floor": "MESH_PLANE", "ceiling": "MESH_PLANE", "door": "MOD_BUILD", "window": "MOD_LATTICE",
    "light": "LIGHT", "camera": "CAMERA_DATA", "object": "MESH_CUBE",
}  # fmt: skip
FAMILY_ICONS = {
    "lamps": "LIGHT",
    "plants": "OUTLINER_OB_CURVES",
    "decor": "IMAGE_DATA",
    "textiles": "MOD_CLOTH",
    "instruments": "PLAY_SOUND",
}


@dataclass(frozen=True)
class Row:
    """One root object as the outline lists it."""

    name: str
    kind: str
    icon: str
    room: str  # of a home; empty in a world of one room
    built: bool  # walls, openings and lights
    alike: tuple[str, ...]  # names of all of its kind in its room


@dataclass(frozen=True)
class Outline:
    """A world as the panels show it. Rows are by name, in the order of rooms, kinds and numbers."""

    rows: dict[str, Row]
    cameras: tuple[str, ...]
    things: int
    style: str = ""
    prompt: str = ""
    seed: int = 0
    notes: tuple[str, ...] = ()
    mood: str = ""
    lamps: bool = False


@dataclass(frozen=True)
class Shown:
    """A report as the panel shows it: no Blender references."""

    figures: tuple[tuple[str, float | None], ...]
    issues: tuple[tuple[str, str, tuple[str, ...]], ...]  # kind, text, ids
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Thing:
    """A selected thing as its panel shows it."""

    name: str
    generator: str
    icon: str
    facts: tuple[str, ...]  # what it is, what the prompt called it, how it stands
    built: bool  # a door or window
    changed: bool  # since it was generated
    twins: int  # others that are just like it
    kin: int  # others of its kind in the room


_outlines: dict[Key, Outline] = {}
_reports: dict[tuple[str, int], Shown] = {}


def _key(world: bpy.types.Collection) -> Key:
    return (world.name, hash(world.get(KEY)), hash(tuple(o.name for o in world.all_objects)))


def outline(world: bpy.types.Collection) -> Outline:
    """The world's outline, from the objects that are really there."""
    key = _key(world)
    if key not in _outlines:
        _outlines.clear()
        _outlines[key] = _read(world)
    return _outlines[key]


def row(name: str) -> Row | None:
    """A row of the outline that was read last: a list reads it once, and then draws its rows."""
    return next((o.rows.get(name) for o in _outlines.values()), None)


def thing(obj: bpy.types.Object) -> Thing | None:
    """What the panel says of a thing, or of the thing that an object is a part of; None for others."""
    from ..scene.graphs import OPENINGS, node_of, root_of, stored, world_of
    from ..scene.rebuild import ORIGINAL, kin, twins

    root = root_of(obj)
    node, collection = node_of(root), world_of(root)
    if node is None or collection is None:
        return None
    world = stored(collection)
    called = f"“{node.label}” of the prompt" if node.label else "chosen by Diorama"
    built = root["diorama_role"] in OPENINGS
    names = {n.id: n.name for n in world.nodes}
    places = [f"{r.kind.replace('_', ' ').capitalize()} {', '.join(names.get(t, t) for t in r.targets)}" for r in node.relations]
    if node.support.parent in names:
        places.insert(0, f"{'In' if node.support.kind == 'in' else 'On'} {names[node.support.parent]}")
    facts = (f"{category_label(node.category)} · {called}", *dict.fromkeys(places))
    if built:
        facts = (f"{category_label(node.category)} · its size is that of its hole in the wall",)
    alike = (0, 0) if built else (len(twins(world, node)), len(kin(world, node)))
    return Thing(root.name, node.generator, _icon(root["diorama_role"], node.category), facts, built, ORIGINAL in root, *alike)


def remember_report(world: bpy.types.Collection, report: Any) -> None:
    """Keep a report for the panel until the world changes its graph or goes."""
    if report is None:
        return
    _reports[world.name, hash(world.get(KEY))] = Shown(
        tuple((str(k), v if isinstance(v, (int, float)) else None) for k, v in report.figures.items()),
        tuple((str(i.kind), str(i.text), tuple(i.ids)) for i in report.issues),
        tuple(report.lacking),
    )


def report(world: bpy.types.Collection) -> Shown | None:
    """The last report of the world as it is, if there was one."""
    return _reports.get((world.name, hash(world.get(KEY))))


def _graph(world: bpy.types.Collection) -> dict[str, Any]:
    try:
        graph = json.loads(world[KEY])
    except (ValueError, TypeError):
        return {}
    return graph if isinstance(graph, dict) else {}


def _icon(role: str, category: str) -> str:
    from ..model.catalogue import categories

    known = categories().get(category)
    return FAMILY_ICONS.get(known.family, ICONS["object"]) if known and role == "object" else ICONS.get(role, "OBJECT_DATA")


def _read(world: bpy.types.Collection) -> Outline:
    graph = _graph(world)
    labels = {str(r.get("id")): str(r.get("label") or r.get("type") or r.get("id")) for r in graph.get("rooms", ())}
    kinds: dict[tuple[str, str, str], list[str]] = {}
    cameras = []
    for obj in roots(world):
        role = str(obj.get("diorama_role", "object"))
        if role == "camera":
            cameras.append(obj.name)
        else:
            kind = (str(obj.get("diorama_room", "")), role, str(obj.get("diorama_category", "")))
            kinds.setdefault(kind, []).append(obj.name)
    rows = []
    for (room, role, category), found in kinds.items():
        names = tuple(sorted(found, key=lambda n: (len(n), n)))  # “Chair 2” before “Chair 10”
        kind, icon, built = category_label(category or role), _icon(role, category), role in BUILT
        where = labels.get(room, "Around it") if len(labels) > 1 else ""
        rows += [Row(name, kind, icon, where, built, names) for name in names]
    places = [*labels.values(), "Around it", ""]
    rows.sort(key=lambda r: (places.index(r.room), r.built, r.alike[0]))
    came, light = graph.get("provenance") or {}, graph.get("environment") or {}
    return Outline(
        {r.name: r for r in rows},
        tuple(sorted(cameras)),
        sum(len(names) for (_, role, _), names in kinds.items() if role == "object"),
        str(graph.get("style") or ""),
        str(came.get("prompt") or ""),
        int(came.get("seed") or 0),
        tuple(str(n) for n in graph.get("notes") or ()),
        str(light.get("mood") or ""),
        bool(light.get("fixtures_on")),
    )


@bpy.app.handlers.persistent
def _forget(*_: Any) -> None:
    _outlines.clear()


@bpy.app.handlers.persistent
def _forget_all(*_: Any) -> None:
    _outlines.clear()
    _reports.clear()
    for manager in bpy.data.window_managers:
        if manager.diorama.running:
            manager.diorama.end()


def register() -> None:
    bpy.app.handlers.undo_post.append(_forget)
    bpy.app.handlers.redo_post.append(_forget)
    bpy.app.handlers.load_post.append(_forget_all)


def unregister() -> None:
    for handlers, function in (
        (bpy.app.handlers.undo_post, _forget),
        (bpy.app.handlers.redo_post, _forget),
        (bpy.app.handlers.load_post, _forget_all),
    ):
        if function in handlers:
            handlers.remove(function)
    _outlines.clear()
    _reports.clear()
