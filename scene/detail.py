"""Levels of detail: the things of a world at full, medium or low resolution, and back.

A coarser mesh is made from the full one by collapsing edges; it keeps the UVs, the material slots and the exact measures, and
things that share a mesh share the coarser one. The full mesh stays in the file, held by the coarser one, so that going back
gives exactly what was there, with all that was done to it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import bpy
import numpy as np
from numpy.typing import NDArray

from ..model.errors import InputError

KEY = "diorama_detail"  # the level: on a world's collection where it is not full, and on every coarser mesh
FULL = "diorama_full"  # on a coarser mesh: the full one
LEVELS = {"full": 1.0, "medium": 0.35, "low": 0.1}  # share of the triangles
ROLES = ("object", "part", "door", "window")
FEWEST = 100  # triangles that a mesh keeps, or all if it has no more
SMOOTH = 0.7  # radians: faces that meet at less are shaded as one


@dataclass(frozen=True)
class Detailed:
    """A world's level, and the triangles of its things before and now, each as often as it is seen."""

    level: str
    before: int
    after: int


def detail_of(collection: bpy.types.Collection) -> str:
    """The level of detail of a world."""
    return str(collection.get(KEY, "full"))


def set_detail(collection: bpy.types.Collection, level: str) -> Detailed:
    """Show a world's things at a level of detail. InputError for an unknown level, or while one of them is being edited."""
    if level not in LEVELS:
        raise InputError(f"There is no level of detail {level[:40]!r}.", f"Levels: {', '.join(LEVELS)}.")
    members = _members(collection.all_objects)
    edited = next((o for o in members if o.mode != "OBJECT"), None)
    if edited is not None:
        raise InputError(f"{edited.name} is being edited.", "Switch to Object Mode first.")
    before = _triangles(members)
    _refine(members)
    if level == "full":
        collection.pop(KEY, None)
    else:
        collection[KEY] = level
        _coarsen(members, level)
    return Detailed(level, before, _triangles(members))


@contextmanager
def at_full_detail(collection: bpy.types.Collection, objects: Iterable[bpy.types.Object]) -> Iterator[None]:
    """Work on the full meshes of some things of a world and their parts; then they are at the world's level again."""
    level, roots = detail_of(collection), list(objects)
    if level == "full":
        yield
        return
    _refine(_members(roots))
    try:
        yield
    finally:
        match_detail(collection, roots)


def match_detail(collection: bpy.types.Collection, objects: Iterable[bpy.types.Object]) -> None:
    """Bring things that came into a world just now to its level."""
    if detail_of(collection) != "full":
        _coarsen(_members(objects), detail_of(collection))


@contextmanager
def seen_in_full(collection: bpy.types.Collection) -> Iterator[None]:
    """Look at a world's full meshes, changing nothing."""
    coarse = [(o, o.data) for o in _members(collection.all_objects) if FULL in o.data]
    for o, mesh in coarse:
        o.data = mesh[FULL]
    try:
        yield
    finally:
        for o, mesh in coarse:
            o.data = mesh


def _members(objects: Iterable[bpy.types.Object]) -> list[bpy.types.Object]:
    """The things, doors and windows among some objects, with their parts, as far as they can be changed here."""
    found = {m.name: m for o in objects for m in (o, *o.children_recursive)}
    return [
        o
        for o in found.values()
        if o.get("diorama_role") in ROLES and o.type == "MESH" and o.library is None and o.data.library is None
    ]


def _triangles(objects: Iterable[bpy.types.Object]) -> int:
    return sum(len(o.data.loops) - 2 * len(o.data.polygons) for o in objects)


def _refine(objects: Iterable[bpy.types.Object]) -> None:
    """Put the full meshes back, in the materials that their coarser ones have by now."""
    left: dict[str, bpy.types.Mesh] = {}
    for o in objects:
        coarse, full = o.data, o.data.get(FULL)
        if full is None:
            continue
        if list(full.materials) != list(coarse.materials):
            full.materials.clear()
            for m in coarse.materials:
                full.materials.append(m)
        o.data, left[coarse.name] = full, coarse
    bpy.data.batch_remove([m for m in left.values() if m.users == 0])


def _coarsen(objects: Iterable[bpy.types.Object], level: str) -> None:
    """Give full meshes their coarser ones: those that stand there already, or new ones."""
    known = {m[FULL].name: m for m in bpy.data.meshes if m.get(KEY) == level and m.get(FULL) is not None}
    members = [o for o in objects if FULL not in o.data and o.data.shape_keys is None and _share(o.data, level) < 1.0]
    missing = {o.data.name: o.data for o in members if o.data.name not in known}
    known |= _decimated(list(missing.values()), level)
    for o in members:
        o.data = known[o.data.name]


def _share(mesh: bpy.types.Mesh, level: str) -> float:
    """The share of its triangles that a mesh keeps."""
    return max(LEVELS[level], FEWEST / max(len(mesh.loops) - 2 * len(mesh.polygons), 1))


def _decimated(meshes: list[bpy.types.Mesh], level: str) -> dict[str, bpy.types.Mesh]:
    """Coarser meshes by the names of the full ones. All are evaluated at once, in a scene of their own."""
    if not meshes:
        return {}
    stage = bpy.data.scenes.new("Diorama detail")
    stands, out = [], {}
    for mesh in meshes:
        copy = mesh.copy()
        if "custom_normal" in copy.attributes:  # they would be mixed up; the coarser mesh is shaded by its angles
            copy.attributes.remove(copy.attributes["custom_normal"])
        stand = bpy.data.objects.new(mesh.name, copy)
        stand.modifiers.new("Decimate", "DECIMATE").ratio = _share(mesh, level)
        stage.collection.objects.link(stand)
        stands.append(stand)
    layer = stage.view_layers[0]
    layer.update()
    for mesh, stand in zip(meshes, stands, strict=True):
        coarse = bpy.data.meshes.new_from_object(
            stand.evaluated_get(layer.depsgraph), preserve_all_data_layers=True, depsgraph=layer.depsgraph
        )
        coarse.name = f"{mesh.name} {level}"
        coarse.validate()  # collapsing may leave two faces on the same corners
        _fit(coarse, mesh)
        coarse.shade_smooth()
        coarse.set_sharp_from_angle(angle=SMOOTH)
        coarse[KEY], coarse[FULL] = level, mesh
        out[mesh.name] = coarse
    copies = [s.data for s in stands]
    bpy.data.batch_remove(stands)
    bpy.data.batch_remove(copies)
    bpy.data.scenes.remove(stage)
    return out


def _points(mesh: bpy.types.Mesh) -> NDArray[np.float32]:
    """Vertices. (n, 3)"""
    out = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", out)
    return out.reshape(-1, 3)


def _fit(coarse: bpy.types.Mesh, full: bpy.types.Mesh) -> None:
    """Stretch a coarser mesh to the exact bounds of the full one."""
    a, b = _points(coarse), _points(full)
    low, extent = a.min(0), np.ptp(a, axis=0)
    grown = np.where(extent > 1e-6, np.ptp(b, axis=0) / np.maximum(extent, 1e-6), 1.0)
    coarse.vertices.foreach_set("co", ((a - low) * grown + b.min(0)).astype(np.float32).ravel())
    coarse.update()
