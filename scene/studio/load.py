"""Assets out of files: appended, evaluated to one mesh with its materials, and everything else taken away again.

Nothing in a file is run: what animates is removed before Blender evaluates anything, texts are never loaded as modules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import bpy
import numpy as np
from mathutils import Matrix

from ...model.errors import InputError
from ..assets.kit import Floats

GLTF, USD = (".glb", ".gltf"), (".usd", ".usda", ".usdc", ".usdz")
FILES = (".blend", *GLTF, *USD)
SOLID = {"MESH", "CURVE", "SURFACE", "META", "FONT"}
UPPER = 0.85  # of the height: above arms, below a seat's back
OURS = "diorama_"  # custom properties of things in a world
Block = bpy.types.Object | bpy.types.Collection
Vec3 = tuple[float, float, float]


class Found(NamedTuple):
    """An asset as its file has it. `kind` is Object, Collection or File; `category` is said by what Diorama marked."""

    kind: str
    name: str
    size: Vec3
    tags: tuple[str, ...] = ()
    catalog_id: str = ""
    category: str = ""
    top: tuple[float, float] = (0.0, 0.0)  # where its upper end lies about the middle, -1 to 1 in X and Y: a seat's back


def contents(file: Path) -> list[Found]:
    """The assets of a file. InputError, in one sentence, if it cannot be read or holds none."""
    out = []
    with _visit() as visit:
        for kind, name, blocks in _assets(file, visit):
            mesh = _bake(blocks)
            if mesh is None:
                continue
            said = blocks[0].asset_data if kind != "File" else None
            tags = tuple(t.name for t in said.tags) if said else ()
            category = str(blocks[0].get("diorama_category", "")) if said else ""
            out.append(Found(kind, name, _size(mesh), tags, said.catalog_id if said else "", category, _top(mesh)))
    if not out and file.suffix.lower() != ".blend":
        raise InputError(f"{file.name} holds no shape.", "Take it out of the asset folder.")
    return out


def baked(file: Path, kind: str, name: str) -> bpy.types.Mesh:
    """One asset as a mesh in metres, as it is modelled. InputError if it is not there or cannot be read."""
    with _visit() as visit:
        for _, _, blocks in _assets(file, visit, (kind, name)):
            mesh = _bake(blocks)
            if mesh is not None:
                mesh.name = name
                visit.keep.append(mesh)
                return mesh
    raise InputError(f"{file.name} holds no asset {name!r} any more.", "Scan the asset folders again.")


# ---------------------------------------------------------------------------------------------- in and out


class _Visit:
    """What came into the open file since the visit began, and what of it shall stay."""

    def __init__(self) -> None:
        self.keep: list[bpy.types.ID] = []
        self._before = {d.as_pointer() for d in _blocks()}

    def fresh(self) -> list[bpy.types.ID]:
        return [d for d in _blocks() if d.as_pointer() not in self._before]


def _blocks() -> Iterator[bpy.types.ID]:
    for p in bpy.data.bl_rna.properties:
        if p.type == "COLLECTION" and p.identifier != "all_ids":  # from 5.2 on; it has all of the others once more
            yield from (d for d in getattr(bpy.data, p.identifier) if isinstance(d, bpy.types.ID))


@contextmanager
def _visit() -> Iterator[_Visit]:
    """Takes everything new away again, but for what is kept and what that uses. The selection stays as it was."""
    layer = bpy.context.view_layer
    active, chosen = layer.objects.active, {o.name for o in layer.objects if o.select_get()}
    visit = _Visit()
    try:
        yield visit
    finally:
        for d in visit.fresh():
            d.use_fake_user = False
            if isinstance(d, bpy.types.Material):
                for key in [k for k in d.keys() if k.startswith(OURS)]:  # it is the asset's own, not one of ours
                    del d[key]
        passing = (bpy.types.Object, bpy.types.Collection, bpy.types.Scene, bpy.types.Text, bpy.types.Action)
        bpy.data.batch_remove([d for d in visit.fresh() if isinstance(d, passing)])
        while unused := [d for d in visit.fresh() if d.users == 0 and d not in visit.keep]:
            bpy.data.batch_remove(unused)
        read = {d.library for d in _blocks() if d.library is not None}
        bpy.data.batch_remove([d for d in visit.fresh() if isinstance(d, bpy.types.Library) and d not in read])
        for o in layer.objects:
            o.select_set(o.name in chosen)
        layer.objects.active = active


def _assets(file: Path, visit: _Visit, only: tuple[str, str] | None = None) -> Iterator[tuple[str, str, Sequence[Block]]]:
    """(kind, name, blocks) of the assets of a file, harmless and not yet in any scene; one of them, or all."""
    if file.suffix.lower() != ".blend":
        objects = _import(file, visit)
        _still(visit)
        yield "File", file.stem, objects
        return
    try:
        with bpy.data.libraries.load(str(file), link=False, assets_only=True) as (there, here):
            objects = [n for n in there.objects if only in (None, ("Object", n))]
            collections = [n for n in there.collections if only in (None, ("Collection", n))]
            here.objects, here.collections = list(objects), list(collections)
    except OSError as e:
        raise InputError(f"{file.name} cannot be read as a Blender file.", "Save it anew, or take it out of the folder.") from e
    _still(visit)
    for kind, names, blocks in (("Object", objects, here.objects), ("Collection", collections, here.collections)):
        yield from ((kind, n, [b]) for n, b in zip(names, blocks, strict=True) if b is not None)


def _import(file: Path, visit: _Visit) -> list[bpy.types.Object]:
    """The objects of a glTF or USD file, taken out of every collection."""
    scene = bpy.data.scenes.new("Import")
    try:
        with bpy.context.temp_override(scene=scene, view_layer=scene.view_layers[0], collection=scene.collection):
            if file.suffix.lower() in GLTF:
                bpy.ops.import_scene.gltf(filepath=str(file))
            else:
                bpy.ops.wm.usd_import(filepath=str(file), import_cameras=False, import_lights=False, set_frame_range=False)
    except (RuntimeError, AttributeError) as e:  # AttributeError: its importer is switched off
        raise InputError(f"{file.name} cannot be imported.", "Check the file, or take it out of the asset folder.") from e
    objects = [o for o in visit.fresh() if isinstance(o, bpy.types.Object) and scene in o.users_scene]
    for o in objects:
        for c in o.users_collection:
            c.objects.unlink(o)
    return objects


def _still(visit: _Visit) -> None:
    """Remove animation and drivers before a scene shows any of it: expressions of a library are never evaluated."""
    for block in visit.fresh():
        for owner in (block, getattr(block, "node_tree", None), getattr(block, "shape_keys", None)):
            if owner is not None and hasattr(owner, "animation_data_clear"):
                owner.animation_data_clear()


# ---------------------------------------------------------------------------------------------- one mesh


def _bake(blocks: Sequence[Block]) -> bpy.types.Mesh | None:
    """Everything that objects and collections show, modifiers and instances included, as one mesh; None if that is nothing."""
    scene = bpy.data.scenes.new("Bake")
    for b in blocks:
        if isinstance(b, bpy.types.Collection):
            scene.collection.children.link(b)
            base = Matrix.Translation(b.instance_offset).inverted()
        else:
            scene.collection.objects.link(b)
            base = Matrix.Identity(4)
    layer = scene.view_layers[0]
    layer.update()
    if len(blocks) == 1 and isinstance(blocks[0], bpy.types.Object) and "diorama_id" in blocks[0]:
        base = blocks[0].matrix_world.to_quaternion().to_matrix().to_4x4().inverted()  # it stands as it stood in its world
    pieces = []
    for i in layer.depsgraph.object_instances:
        if i.object.type in SOLID and (i.show_self or i.is_instance):
            mesh = bpy.data.meshes.new_from_object(i.object, preserve_all_data_layers=True, depsgraph=layer.depsgraph)
            if len(mesh.polygons):
                mesh.transform(base @ i.matrix_world)
                if i.matrix_world.is_negative:
                    mesh.flip_normals()
                pieces.append(mesh)
    bpy.data.scenes.remove(scene)
    return _joined(pieces) if pieces else None


def _joined(pieces: list[bpy.types.Mesh]) -> bpy.types.Mesh:
    import bmesh  # a part of bpy, there only once that is imported

    if len(pieces) == 1:
        return pieces[0]
    materials: list[bpy.types.Material | None] = []
    whole = bmesh.new()
    for mesh in pieces:
        own = list(mesh.materials) or [None]
        materials += [m for m in own if m not in materials]
        order = np.array([materials.index(m) for m in own], np.int32)
        index = np.empty(len(mesh.polygons), np.int32)
        mesh.polygons.foreach_get("material_index", index)
        index = order[np.minimum(index, len(own) - 1)]
        mesh.materials.clear()  # Blender would set the indices back with them
        mesh.polygons.foreach_set("material_index", index)
        whole.from_mesh(mesh)
    out = bpy.data.meshes.new("Asset")
    whole.to_mesh(out)
    whole.free()
    for m in materials:
        out.materials.append(m)
    return out


def _points(mesh: bpy.types.Mesh) -> Floats:
    co = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", co)
    return co.reshape(-1, 3).astype(float)


def bounds(mesh: bpy.types.Mesh) -> Floats:
    """Lower and upper corner. (2, 3)"""
    points = _points(mesh)
    return np.array([points.min(0), points.max(0)])


def _top(mesh: bpy.types.Mesh) -> tuple[float, float]:
    points = _points(mesh)
    low, high = points.min(0), points.max(0)
    upper = points[points[:, 2] > low[2] + UPPER * (high[2] - low[2])]
    middle = (upper.min(0) + upper.max(0)) / 2 if len(upper) else (low + high) / 2
    x, y = (2 * (middle - low) / np.maximum(high - low, 1e-9) - 1)[:2]
    return (round(float(x), 3), round(float(y), 3))


def _size(mesh: bpy.types.Mesh) -> Vec3:
    width, depth, height = (round(float(v), 5) for v in np.ptp(bounds(mesh), axis=0))
    return (width, depth, height)
